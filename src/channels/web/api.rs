//! The JSON API for embedding, and the stream of what arrives later.

use std::convert::Infallible;
use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use chrono::SecondsFormat;
use futures_util::Stream;
use serde::{Deserialize, Serialize};

use super::caller::Caller;
use super::streams::{RETRY_AFTER, StreamPlace};
use super::{Web, session};
use crate::app::AppError;
use crate::desk::choice::Choice;
use crate::desk::language::Language;
use crate::desk::message::{Address, Button, Incoming, Outgoing, Said};
use crate::desk::phrase::Phrase;
use crate::ids::OutgoingId;

/// The longest idempotency key in bytes.
const KEY_BYTES_MAX: usize = 128;

/// How often a stream looks for what other processes have written.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// A message to the desk: either `text` or `choice`.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
pub struct Request {
    #[serde(default)]
    conversation: Option<String>,
    key: String,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    choice: Option<String>,
    #[serde(default)]
    language: Option<String>,
}

/// The desk's replies.
#[derive(Debug, Serialize)]
pub struct Replies {
    pub conversation: String,
    pub language: &'static str,
    pub replies: Vec<ReplyJson>,
}

/// One reply. `id` orders the replies of a conversation; in the stream it is the event's id.
#[derive(Debug, Serialize)]
pub struct ReplyJson {
    pub id: String,
    pub phrase: String,
    pub text: String,
    pub language: &'static str,
    pub choices: Vec<Button>,
    pub entries: Vec<String>,
    pub at: String,
}

impl From<Outgoing> for ReplyJson {
    fn from(row: Outgoing) -> ReplyJson {
        ReplyJson {
            id: row.id.to_string(),
            phrase: row.phrase,
            text: row.text,
            language: row.language.tag(),
            choices: row.choices,
            entries: row.entries.iter().map(ToString::to_string).collect(),
            // Milliseconds are what the database keeps, so a repeated key gets the same bytes.
            at: row.at.to_rfc3339_opts(SecondsFormat::Millis, true),
        }
    }
}

/// A refusal: a status and one sentence in the reader's language, or in English for programmers' mistakes.
#[derive(Debug)]
pub struct Refused {
    status: StatusCode,
    sentence: String,
    retry_after: Option<Duration>,
}

impl Refused {
    pub fn new(status: StatusCode, sentence: impl Into<String>) -> Refused {
        Refused {
            status,
            sentence: sentence.into(),
            retry_after: None,
        }
    }

    pub fn trouble(web: &Web, language: Language, error: &AppError) -> Refused {
        tracing::error!(%error, "a turn failed");
        Refused {
            status: StatusCode::SERVICE_UNAVAILABLE,
            sentence: web.app.trouble(language),
            retry_after: Some(Duration::from_secs(5)),
        }
    }

    /// More came from an address, or from all of them, than there is room for.
    pub fn too_many(web: &Web, language: Language, status: StatusCode, wait: Duration) -> Refused {
        Refused {
            status,
            sentence: super::gate::too_many_text(web, language),
            retry_after: Some(wait),
        }
    }

    pub fn too_fast(web: &Web, language: Language, wait: Duration) -> Refused {
        Refused {
            status: StatusCode::TOO_MANY_REQUESTS,
            sentence: web.app.say(&Phrase::TooFast, language),
            retry_after: Some(wait),
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let body = Json(serde_json::json!({ "error": self.sentence }));
        let mut response = (self.status, body).into_response();
        if let Some(wait) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, wait.as_secs().max(1).into());
        }
        response
    }
}

/// `POST /api/chat`.
pub async fn say(
    State(web): State<Web>,
    caller: Caller,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Replies>, Refused> {
    let body = body.map_err(|rejection| {
        let sentence =
            "The request is too large or was cut off; send less than web.body_bytes_max bytes.";
        let hint = session::accepted(&headers, &web.app.rules().languages);
        let line = web.app.emergency_line(hint.unwrap_or(Language::Ja));
        Refused::new(rejection.status(), format!("{sentence} {line}"))
    })?;
    let request: Request = serde_json::from_slice(&body).map_err(|error| {
        let what = format!("The body must be JSON like {{\"conversation\": null, \"key\": \"…\", \"text\": \"…\"}}: {error}.");
        Refused::new(StatusCode::BAD_REQUEST, what)
    })?;
    let said = read_said(&request)?;
    let hint = session::accepted(&headers, &web.app.rules().languages);
    let chosen = read_language(&web, request.language.as_deref())?;
    let language = chosen.or(hint).unwrap_or(Language::Ja);
    let token = match request.conversation {
        Some(token) => {
            // A flood costs no look into the database.
            if let Err(wait) = web.limits.look(&session::address(&token).id) {
                return Err(Refused::too_fast(&web, language, wait));
            }
            let known = session::is_known(&web, &token)
                .map_err(|error| Refused::trouble(&web, language, &error))?;
            if !known {
                let sentence =
                    "This conversation is not known; begin a new one with \"conversation\": null.";
                return Err(Refused::new(StatusCode::NOT_FOUND, sentence));
            }
            token
        }
        None => {
            let status = StatusCode::TOO_MANY_REQUESTS;
            web.limits
                .beginning(caller)
                .map_err(|wait| Refused::too_many(&web, language, status, wait))?;
            web.app
                .new_token()
                .await
                .map_err(|error| Refused::trouble(&web, language, &error))?
        }
    };
    let turn = Turn {
        token: &token,
        key: &request.key,
        said,
        hint,
        chosen,
    };
    let replies = take(&web, turn).await?;
    let language = web.app.language_at(&session::address(&token));
    let replies = replies.into_iter().map(ReplyJson::from).collect();
    Ok(Json(Replies {
        conversation: token,
        language: language.tag(),
        replies,
    }))
}

/// A turn from the web, by form or by JSON.
pub struct Turn<'a> {
    pub token: &'a str,
    pub key: &'a str,
    pub said: Said,
    pub hint: Option<Language>,
    pub chosen: Option<Language>,
}

/// Takes a turn: limited per conversation, keyed within it.
///
/// # Errors
/// Too fast, or the database fails.
pub async fn take(web: &Web, turn: Turn<'_>) -> Result<Vec<Outgoing>, Refused> {
    let address = session::address(turn.token);
    if let Err(wait) = web.limits.message(&address.id) {
        let language = turn.chosen.unwrap_or_else(|| web.app.language_at(&address));
        return Err(Refused::too_fast(web, language, wait));
    }
    let incoming = Incoming {
        // The key is the client's own, so it only counts inside its conversation.
        key: format!("web:{}:{}", address.id, turn.key),
        from: address.clone(),
        hint: turn.hint,
        chosen: turn.chosen,
        said: turn.said,
        pressed: None,
        pulled: true,
    };
    let received = web.app.receive(incoming).await;
    received.map_err(|error| {
        Refused::trouble(
            web,
            turn.chosen.unwrap_or_else(|| web.app.language_at(&address)),
            &error,
        )
    })
}

fn read_said(request: &Request) -> Result<Said, Refused> {
    let bad = |sentence: &str| Refused::new(StatusCode::BAD_REQUEST, sentence);
    if request.key.is_empty() || request.key.len() > KEY_BYTES_MAX {
        return Err(bad(
            "\"key\" must be 1 to 128 bytes and new for each message; a repeated key gets the same reply.",
        ));
    }
    match (&request.text, &request.choice) {
        (Some(text), None) if text.trim().is_empty() => Ok(Said::Start),
        (Some(text), None) => Ok(Said::Text(text.clone())),
        (None, Some(id)) => Choice::read(id)
            .map(Said::Choice)
            .ok_or_else(|| bad("\"choice\" must be the id of a choice that was offered.")),
        (None, None) => Err(bad("Send either \"text\" or \"choice\".")),
        (Some(_), Some(_)) => Err(bad("Send \"text\" or \"choice\", not both.")),
    }
}

fn read_language(web: &Web, tag: Option<&str>) -> Result<Option<Language>, Refused> {
    let Some(tag) = tag else { return Ok(None) };
    let offered = &web.app.rules().languages;
    match Language::from_tag(tag).filter(|language| offered.contains(language)) {
        Some(language) => Ok(Some(language)),
        None => {
            let tags: Vec<&str> = offered.iter().map(|l| l.tag()).collect();
            let sentence = format!("\"language\" must be one of {}.", tags.join(", "));
            Err(Refused::new(StatusCode::BAD_REQUEST, sentence))
        }
    }
}

/// An address below `/api/` that does not exist.
pub async fn not_found() -> Refused {
    Refused::new(
        StatusCode::NOT_FOUND,
        "There is no such address; the API is POST /api/chat, GET /api/chat/{conversation}/events and \
         POST /api/chat/{conversation}/seen.",
    )
}

/// A method that the address does not know.
pub async fn wrong_method() -> Refused {
    Refused::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "Use POST for /api/chat and /api/chat/{conversation}/seen, and GET for /api/chat/{conversation}/events.",
    )
}

/// Where a stream begins.
#[derive(Debug, Deserialize)]
pub struct After {
    after: Option<i64>,
}

/// `GET /api/chat/{conversation}/events`: what arrives without being asked for just now, never the replies that a
/// request has fetched. A browser that reconnects names
/// the last event it has seen, so nothing is missed in between.
pub async fn events(
    State(web): State<Web>,
    Path(token): Path<String>,
    caller: Caller,
    after: Result<Query<After>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Refused> {
    let Query(after) = after.map_err(|_| {
        let sentence = "\"after\" must be the id of an event, a whole number.";
        Refused::new(StatusCode::BAD_REQUEST, sentence)
    })?;
    let known = session::is_known(&web, &token)
        .map_err(|error| Refused::trouble(&web, Language::Ja, &error))?;
    if !known {
        return Err(Refused::new(
            StatusCode::NOT_FOUND,
            "This conversation is not known.",
        ));
    }
    let address = session::address(&token);
    let last = headers
        .get("last-event-id")
        .and_then(|id| id.to_str().ok()?.parse().ok())
        .or(after.after);
    let from = match last {
        Some(id) => OutgoingId(id),
        // A first connection begins with what has not been shown yet.
        None => first_unshown(&web, &address)
            .map_err(|error| Refused::trouble(&web, Language::Ja, &error))?,
    };
    let Some(place) = web.streams.take(&address.id, caller) else {
        let language = session::accepted(&headers, &web.app.rules().languages);
        let language = language.unwrap_or(Language::Ja);
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Err(Refused::too_many(&web, language, status, RETRY_AFTER));
    };
    let follow = Follow::new(web, address, from, place);
    let stream = futures_util::stream::unfold(follow, Follow::next);
    Ok(Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(20))))
}

fn first_unshown(web: &Web, address: &Address) -> Result<OutgoingId, AppError> {
    web.app.before_first_pending(address)
}

/// What a page has before somebody's eyes.
#[derive(Debug, Deserialize)]
pub struct Seen {
    id: String,
}

/// `POST /api/chat/{conversation}/seen`: everything up to this reply has been shown. What goes into a stream may end at a
/// telephone that sleeps; the staff are told "shown" only of what the page says so of.
pub async fn seen(
    State(web): State<Web>,
    Path(token): Path<String>,
    body: Result<Bytes, BytesRejection>,
) -> Result<StatusCode, Refused> {
    let read = body.ok().and_then(|body| {
        let seen: Seen = serde_json::from_slice(&body).ok()?;
        seen.id.parse().ok()
    });
    let id = read.map(OutgoingId).ok_or_else(|| {
        let sentence = "The body must be JSON like {\"id\": \"…\"}, with the id of a reply.";
        Refused::new(StatusCode::BAD_REQUEST, sentence)
    })?;
    let trouble = |error: AppError| Refused::trouble(&web, Language::Ja, &error);
    if !session::is_known(&web, &token).map_err(trouble)? {
        return Err(Refused::new(
            StatusCode::NOT_FOUND,
            "This conversation is not known.",
        ));
    }
    let address = session::address(&token);
    mark_shown(&web, &address, id).await.map_err(trouble)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Marks what waits up to a row as shown; nothing is written where nothing waits.
///
/// # Errors
/// The database fails.
pub(super) async fn mark_shown(
    web: &Web,
    address: &Address,
    up_to: OutgoingId,
) -> Result<(), AppError> {
    if up_to <= web.app.before_first_pending(address)? {
        return Ok(());
    }
    web.app.mark_shown(address.clone(), up_to).await
}

/// A follower of one conversation.
struct Follow {
    web: Web,
    address: Address,
    after: OutgoingId,
    news: tokio::sync::watch::Receiver<u64>,
    look: tokio::time::Interval,
    waiting: std::collections::VecDeque<Outgoing>,
    _place: StreamPlace,
}

impl Follow {
    fn new(web: Web, address: Address, after: OutgoingId, place: StreamPlace) -> Follow {
        let news = web.app.follow();
        // Clerks may answer from another process on the same database, so the stream also looks by itself. The first
        // tick comes at once.
        let mut look = tokio::time::interval(LOOK_EVERY);
        look.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        Follow {
            web,
            address,
            after,
            news,
            look,
            waiting: std::collections::VecDeque::new(),
            _place: place,
        }
    }

    async fn next(mut self) -> Option<(Result<Event, Infallible>, Follow)> {
        loop {
            if let Some(row) = self.waiting.pop_front() {
                self.after = row.id;
                let event = Event::default().event("reply").id(row.id.to_string());
                let reply = ReplyJson::from(row);
                let event = event.json_data(&reply).unwrap_or_default();
                return Some((Ok(event), self));
            }
            tokio::select! {
                changed = self.news.changed() => changed.ok()?,
                _ = self.look.tick() => {}
                stopped = self.web.stopped.wait_for(|stopped| *stopped) => {
                    drop(stopped);
                    return None;
                }
            }
            self.look();
        }
    }

    fn look(&mut self) {
        if let Ok(rows) = self.web.app.arrived_after(&self.address, self.after) {
            self.waiting.extend(rows);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_body_is_read_or_refused(body in ".{0,200}") {
            if let Ok(request) = serde_json::from_str::<Request>(&body) {
                drop(read_said(&request));
            }
        }

        #[test]
        fn a_request_says_something_or_is_refused(
            key in ".{0,150}",
            text in prop::option::of(".{0,40}"),
            choice in prop::option::of("[a-zD0-9]{1,2}(\\.[a-z0-9-]{0,70})?"),
        ) {
            let body = serde_json::json!({ "key": key, "text": text, "choice": choice });
            let request: Request = serde_json::from_value(body).unwrap();
            if let Ok(said) = read_said(&request) {
                let expected = match (text, choice.as_deref().and_then(Choice::read)) {
                    (Some(text), None) if text.trim().is_empty() => Said::Start,
                    (Some(text), None) => Said::Text(text),
                    (None, Some(choice)) => Said::Choice(choice),
                    both_or_neither => panic!("{both_or_neither:?} was read"),
                };
                prop_assert_eq!(said, expected);
                prop_assert!(!key.is_empty() && key.len() <= KEY_BYTES_MAX);
            }
        }
    }
}
