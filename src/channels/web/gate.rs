//! What stands before every page: who asks, how fast, and how long it may take.
//!
//! Whoever is turned away here has cost neither a parsed form nor a look into the database, and is told whom to call when
//! it cannot wait.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use super::api::Refused;
use super::caller::{Caller, Peer};
use super::{Web, page, session};
use crate::channels::limit::{BUCKETS_MAX, Buckets, Quota};
use crate::config;
use crate::desk::language::Language;
use crate::desk::phrase::Phrase;

/// What this machine asks to see whether the desk is well: it must be answered also when all others are turned away.
const PROBES: [&str; 2] = ["/healthz", "/metrics"];

/// The limits of conversations and addresses.
pub struct Limits {
    conversations: Buckets<String>,
    addresses: Buckets<Caller>,
    beginnings: Buckets<Caller>,
    inside: Buckets<()>,
    inside_beginnings: Buckets<()>,
    explanations: Buckets<String>,
    /// Whether the log has said that a proxy names nobody.
    is_silence_told: AtomicBool,
}

impl Limits {
    #[must_use]
    pub fn new(web: &config::Web) -> Limits {
        let bounds = &web.bounds;
        let of_conversation = Quota::per_minute(web.burst_messages, web.messages_per_minute);
        let of_address = Quota::per_minute(
            bounds.address_burst_requests,
            bounds.address_requests_per_minute,
        );
        let beginnings = Quota::per_hour(bounds.address_conversations_per_hour);
        let inside = Quota::per_minute(
            bounds.inside_burst_requests,
            bounds.inside_requests_per_minute,
        );
        let inside_beginnings = Quota::per_hour(bounds.inside_conversations_per_hour);
        Limits {
            conversations: Buckets::new(of_conversation, BUCKETS_MAX),
            addresses: Buckets::new(of_address, BUCKETS_MAX),
            beginnings: Buckets::new(beginnings, BUCKETS_MAX),
            inside: Buckets::new(inside, 1),
            inside_beginnings: Buckets::new(inside_beginnings, 1),
            explanations: Buckets::new(Quota::per_minute(5, 20), BUCKETS_MAX),
            is_silence_told: AtomicBool::new(false),
        }
    }

    /// One more message of a conversation, or step at a panel of the hall.
    ///
    /// # Errors
    /// How long to wait.
    pub fn message(&self, conversation: &str) -> Result<(), Duration> {
        self.conversations.take(conversation.to_owned())
    }

    /// Whether a conversation has gone too fast already, without counting this look.
    ///
    /// # Errors
    /// How long to wait.
    pub fn look(&self, conversation: &str) -> Result<(), Duration> {
        self.conversations.look(&conversation.to_owned())
    }

    /// One more whole page for somebody who went too fast, with what they wrote still in it.
    ///
    /// # Errors
    /// How long to wait.
    pub fn explanation(&self, conversation: &str) -> Result<(), Duration> {
        self.explanations.take(conversation.to_owned())
    }

    /// One more new conversation from an address.
    ///
    /// # Errors
    /// How long to wait.
    pub fn beginning(&self, caller: Caller) -> Result<(), Duration> {
        match caller {
            Caller::Inside => self.inside_beginnings.take(()),
            caller => self.beginnings.take(caller),
        }
    }

    fn request(&self, caller: Caller) -> Result<(), Duration> {
        match caller {
            Caller::Inside => self.inside.take(()),
            caller => self.addresses.take(caller),
        }
    }

    /// Says once that whoever stands in front of a public desk names nobody: the limits of addresses do nothing then.
    fn tell_silence(&self) {
        if !self.is_silence_told.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                "a request came from this machine or a trusted proxy without X-Forwarded-For; if it is from the proxy, let \
                 it set that header, or everybody counts as one"
            );
        }
    }
}

/// Counts a request by its address before anything looks at it, and ends it when it takes too long.
pub async fn pass(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let bounds = &web.app.config().web.bounds;
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
    let caller = Caller::of(peer, request.headers(), bounds);
    request.extensions_mut().insert(caller);
    let path = request.uri().path();
    let is_api = path.starts_with("/api/");
    let is_inside = caller == Caller::Inside;
    let is_probe = is_inside && PROBES.contains(&path);
    if is_inside && !is_probe && !session::secure(&web).is_empty() {
        web.limits.tell_silence();
    }
    // A page brings its pictures and styles along; they are in memory and cached.
    if !is_probe
        && !path.starts_with("/assets/")
        && let Err(wait) = web.limits.request(caller)
    {
        return too_many(&web, reader(&web, request.headers()), wait, is_api);
    }
    let language = reader(&web, request.headers());
    let time = Duration::from_secs(u64::from(bounds.request_seconds));
    match tokio::time::timeout(time, next.run(request)).await {
        Ok(response) => response,
        Err(_) if is_api => Refused::new(
            StatusCode::REQUEST_TIMEOUT,
            "The request took too long; send it again.",
        )
        .into_response(),
        Err(_) => {
            let text = web.app.words("web-failed", language);
            turned_away(&web, language, StatusCode::REQUEST_TIMEOUT, &text)
        }
    }
}

/// Too much from one address.
pub fn too_many(web: &Web, language: Language, wait: Duration, is_api: bool) -> Response {
    let refused = Refused::too_many(web, language, StatusCode::TOO_MANY_REQUESTS, wait);
    if is_api {
        return refused.into_response();
    }
    waiting(web, language, wait, &too_many_text(web, language))
}

/// Too much from one conversation.
pub fn too_fast(web: &Web, headers: &HeaderMap, wait: Duration) -> Response {
    let language = reader(web, headers);
    waiting(
        web,
        language,
        wait,
        &web.app.say(&Phrase::TooFast, language),
    )
}

fn waiting(web: &Web, language: Language, wait: Duration, text: &str) -> Response {
    let mut page = turned_away(web, language, StatusCode::TOO_MANY_REQUESTS, text);
    page.headers_mut()
        .insert(header::RETRY_AFTER, wait.as_secs().max(1).into());
    page
}

/// … in words, with the line for emergencies.
pub fn too_many_text(web: &Web, language: Language) -> String {
    let phone = web.app.rules().person.phone.clone();
    web.app.say(&Phrase::TooMany { phone }, language)
}

/// A form that a page of another site has sent: the way to the page here.
pub fn from_elsewhere(web: &Web, headers: &HeaderMap) -> Response {
    let language = reader(web, headers);
    let text = web.app.words("web-failed", language);
    turned_away(web, language, StatusCode::FORBIDDEN, &text)
}

/// A page that says why nothing came of it.
fn turned_away(web: &Web, language: Language, status: StatusCode, text: &str) -> Response {
    let words = |id: &str| web.app.words(id, language);
    let title = words("web-trouble-title");
    let page = page::error_page(&title, text, language.tag(), &words("web-home"));
    (status, Html(page.into_string())).into_response()
}

/// The language a browser asks for: nothing is looked up for those who are turned away.
fn reader(web: &Web, headers: &HeaderMap) -> Language {
    let offered = &web.app.rules().languages;
    session::accepted(headers, offered)
        .or_else(|| offered.first().copied())
        .unwrap_or(Language::Ja)
}
