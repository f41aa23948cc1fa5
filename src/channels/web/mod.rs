//! The web chat and its API. The only user of axum.

mod api;
mod assets;
mod caller;
mod chat;
mod connections;
mod door;
mod gate;
mod hall;
mod own_data;
mod page;
mod review;
pub mod rights;
mod session;
mod site;
mod staff;
mod streams;
mod visit;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use tokio::sync::watch;

use crate::app::{App, AppError};
use crate::channels::telegram;
use crate::config::Bounds;

pub use axum::Router;

/// A pushed update is small, and Telegram does not dawdle.
const PUSH_WAIT: Duration = Duration::from_secs(10);
/// A database that takes longer for an empty commit is not well.
const HEALTH_WAIT: Duration = Duration::from_secs(5);

/// What every handler shares.
#[derive(Clone)]
pub struct Web {
    app: App,
    limits: Arc<gate::Limits>,
    streams: Arc<streams::Streams>,
    /// To the pages of the staff and to the review of the answers.
    door: Arc<door::Door>,
    stopped: watch::Receiver<bool>,
}

/// Everything but Telegram's webhook.
///
/// The token lets those in who are named in the configuration and have no password yet, to set one.
pub fn router(app: App, stopped: watch::Receiver<bool>, start_token: Option<&str>) -> Router {
    let limits = Arc::new(gate::Limits::new(&app.config().web));
    let streams = Arc::new(streams::Streams::new(app.config().web.bounds.clone()));
    let body_max = app.config().web.body_bytes_max;
    let door = Arc::new(door::Door::new(start_token));
    let web = Web {
        app,
        limits,
        streams,
        door,
        stopped,
    };
    // Whatever stands behind the door is guarded here, once.
    let behind_the_door = review::routes()
        .merge(staff::routes())
        .route_layer(from_fn_with_state(web.clone(), rights::guard));
    Router::new()
        .route("/", get(chat::show))
        .route("/chat", post(chat::say).get(chat::home))
        .route("/language", post(chat::language).get(chat::home))
        .route("/text-size", post(chat::text_size).get(chat::home))
        .route("/api/chat", post(api::say).fallback(api::wrong_method))
        .route(
            "/api/chat/{conversation}/events",
            get(api::events).fallback(api::wrong_method),
        )
        .route(
            "/api/chat/{conversation}/seen",
            post(api::seen).fallback(api::wrong_method),
        )
        .route("/api/{*rest}", any(api::not_found))
        .route("/healthz", get(health))
        .route("/metrics", get(metrics))
        .route("/here/{office}", get(chat::here).post(chat::arrive))
        .route("/manifest.webmanifest", get(chat::manifest))
        .route("/assets/{name}", get(assets::asset))
        .merge(behind_the_door)
        .merge(visit::routes())
        .merge(own_data::routes())
        .merge(hall::routes())
        .fallback(chat::not_found)
        .layer(DefaultBodyLimit::max(body_max))
        .layer(from_fn_with_state(web.clone(), site::guard))
        .layer(from_fn_with_state(web.clone(), gate::pass))
        .layer(from_fn(headers))
        .with_state(web)
}

/// The address to which Telegram pushes updates.
pub fn telegram_route(app: App, bot: telegram::Bot) -> Router {
    let state = (app, bot);
    Router::new()
        .route("/telegram", post(push))
        // An update is at most a few kilobytes; a batch of them never comes this way.
        .layer(DefaultBodyLimit::max(1 << 20))
        .with_state(state)
}

/// Serves within the example's bounds until `stop` resolves and the requests under way are answered.
pub async fn serve(
    listener: tokio::net::TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    connections::serve(listener, router, Bounds::default(), "", stop).await;
}

/// The same within the bounds of the desk's configuration. Whoever gets no connection is told whom to call.
pub async fn serve_desk(
    listener: tokio::net::TcpListener,
    app: &App,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) {
    let bounds = app.config().web.bounds.clone();
    let lines = app.rules().languages.iter();
    let lines: Vec<String> = lines
        .map(|language| app.emergency_line(*language))
        .collect();
    connections::serve(listener, router, bounds, &lines.join("\n"), stop).await;
}

/// An update from Telegram: 200 only after it has been committed.
async fn push(State((app, bot)): State<(App, telegram::Bot)>, request: Request) -> Response {
    let given = request
        .headers()
        .get(telegram::SECRET_HEADER)
        .and_then(|value| value.to_str().ok());
    if !bot.is_secret(given.unwrap_or_default()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let body = axum::body::to_bytes(request.into_body(), 1 << 20);
    let body = match tokio::time::timeout(PUSH_WAIT, body).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    match telegram::take_pushed(&app, &bot, &body).await {
        Ok(()) => StatusCode::OK.into_response(),
        // Telegram sends it again.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// `GET /healthz`: whether turns can be read and committed.
async fn health(State(web): State<Web>) -> Response {
    let committed = tokio::time::timeout(HEALTH_WAIT, web.app.new_token()).await;
    let answer = match committed {
        Ok(Ok(_)) => web.app.outbox_depth().map(drop),
        Ok(Err(error)) => Err(error),
        Err(_) => Err(AppError::Closed),
    };
    match answer {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "health check failed");
            let what = "the database does not answer\n";
            (StatusCode::SERVICE_UNAVAILABLE, what).into_response()
        }
    }
}

/// `GET /metrics`: OpenMetrics for scrapers that ask for it, else the Prometheus text format, which every one reads.
async fn metrics(State(web): State<Web>, request: HeaderMap) -> Response {
    let (depth, oldest) = web.app.outbox_depth().unwrap_or((-1, None));
    let age = oldest.map_or(0, |at| (web.app.now() - at).num_seconds());
    // While the database does not answer, what was known last still stands.
    if let Ok(freeze) = web.app.freeze() {
        web.app.metrics().messages_stopped(freeze.is_some());
    }
    let page = web.app.metrics().render(depth, age);
    let open = request
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|accept| accept.to_str().ok())
        .any(|accept| accept.contains("application/openmetrics-text"));
    let (kind, page) = if open {
        let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        (kind, page)
    } else {
        let kind = "text/plain; version=0.0.4; charset=utf-8";
        (kind, plain_metrics(&page))
    };
    ([(header::CONTENT_TYPE, kind)], page).into_response()
}

/// OpenMetrics as the older text format: a counter's family carries the name of its samples, and there are neither
/// units nor an end mark.
fn plain_metrics(page: &str) -> String {
    let counters: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE ")?.strip_suffix(" counter"))
        .collect();
    let mut plain = String::with_capacity(page.len());
    for line in page.lines() {
        let mut words = line.splitn(4, ' ');
        match (words.next(), words.next(), words.next()) {
            (Some("#"), Some("UNIT" | "EOF"), _) => continue,
            (Some("#"), Some(what), Some(name)) if counters.contains(&name) => {
                let rest = words.next().unwrap_or_default();
                plain.push_str(&format!("# {what} {name}_total {rest}"));
            }
            _ => plain.push_str(line),
        }
        plain.push('\n');
    }
    plain
}

/// Headers that every answer carries.
async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in fixed {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
