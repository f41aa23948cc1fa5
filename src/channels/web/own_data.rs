//! A copy of what is kept about whoever talks in this browser.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::{Router, Web, chat, session, site};

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/my-data.json", get(copy))
}

/// `GET /my-data.json`: the copy of the conversation whose cookie comes along. A link on another site opens nothing.
async fn copy(State(web): State<Web>, headers: HeaderMap) -> Response {
    if !site::is_own(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Some(token) = session::cookie(&headers, session::CONVERSATION) else {
        return chat::not_found(State(web), headers).await;
    };
    let found = web.app.own_copy(&session::address(&token));
    let written = found.map(|copy| copy.and_then(|copy| serde_json::to_string_pretty(&copy).ok()));
    match written {
        Ok(Some(body)) => {
            let headers = [
                (header::CONTENT_TYPE, "application/json; charset=utf-8"),
                (
                    header::CONTENT_DISPOSITION,
                    "attachment; filename=\"my-data.json\"",
                ),
                (header::CACHE_CONTROL, "no-store"),
                (
                    HeaderName::from_static("cross-origin-resource-policy"),
                    "same-origin",
                ),
            ];
            (headers, body).into_response()
        }
        Ok(None) => chat::not_found(State(web), headers).await,
        Err(error) => {
            tracing::error!(%error, "a copy of somebody's own data could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
