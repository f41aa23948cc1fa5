//! The chat page: server-rendered, complete without JavaScript.

use std::collections::{HashMap, HashSet};

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::api::{Refused, Turn, mark_shown, take};
use super::caller::Caller;
use super::gate;
use super::page::{self, ChatPage, PageMessage, PageWords, TextSize};
use super::{Web, session};
use crate::app::{AppError, SaidLine};
use crate::desk::choice::Choice;
use crate::desk::language::Language;
use crate::desk::message::{Address, Said};
use crate::desk::phrase::Phrase;
use crate::desk::queue::talk::Pick;
use crate::desk::rules::{OfficeId, civil};
use crate::ids::OutgoingId;

/// What a form of the page posts.
#[derive(Debug, Deserialize)]
pub struct Post {
    #[serde(default)]
    key: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    choice: String,
}

#[derive(Debug, Deserialize)]
pub struct LanguagePost {
    language: String,
}

#[derive(Debug, Deserialize)]
pub struct SizePost {
    size: String,
}

/// `GET /`: the conversation so far; a new visitor's begins here.
pub async fn show(
    State(web): State<Web>,
    method: Method,
    caller: Caller,
    headers: HeaderMap,
) -> Response {
    // Probes and link checkers ask with HEAD; they open no conversation.
    if method == Method::HEAD {
        return Html("").into_response();
    }
    let found = match token_of(&web, &headers) {
        Ok(found) => found,
        Err(error) => return trouble(&web, &headers, &error),
    };
    if let Some(token) = found {
        return render(&web, &headers, &token, None, "").await;
    }
    let token = match begin(&web, caller, &headers, None).await {
        Ok(token) => token,
        Err(response) => return response,
    };
    // Whoever comes back after a long time is told why the page is empty.
    let gone = session::cookie(&headers, session::CONVERSATION).map(|_| {
        let language = web.app.language_at(&session::address(&token));
        web.app.words("web-gone", language)
    });
    let response = render(&web, &headers, &token, gone.as_deref(), "").await;
    remember_token(&web, response, &token)
}

/// `GET` on the address of a form, as when a refused post is opened again: the page itself.
pub async fn home() -> Redirect {
    Redirect::to("/")
}

/// `POST /chat`: a text or a button, then back to the page.
pub async fn say(
    State(web): State<Web>,
    caller: Caller,
    headers: HeaderMap,
    form: Result<Form<Post>, FormRejection>,
) -> Response {
    let Form(post) = match form {
        Ok(form) => form,
        Err(rejection) => return unreadable(&web, &headers, &rejection),
    };
    if let Some(response) = flooded(&web, &headers) {
        return response;
    }
    let token = match token_of(&web, &headers) {
        Ok(Some(token)) => token,
        Ok(None) => match begin(&web, caller, &headers, None).await {
            Ok(token) => token,
            Err(response) => return response,
        },
        Err(error) => return trouble(&web, &headers, &error),
    };
    let said = match (post.choice.as_str(), post.text.trim()) {
        ("", "") => None,
        ("", text) => Some(Said::Text(text.to_owned())),
        (code, _) => Choice::read(code).map(Said::Choice),
    };
    let key = post.key.chars().take(100).collect::<String>();
    if let Some(said) = said.filter(|_| !key.is_empty()) {
        let turn = Turn {
            token: &token,
            key: &key,
            said,
            hint: None,
            chosen: None,
        };
        if let Err(refused) = take(&web, turn).await {
            return explain(&web, &headers, &token, refused, &post.text).await;
        }
    }
    remember_token(&web, Redirect::to("/").into_response(), &token)
}

/// `POST /language`: the picker.
pub async fn language(
    State(web): State<Web>,
    caller: Caller,
    headers: HeaderMap,
    form: Result<Form<LanguagePost>, FormRejection>,
) -> Response {
    let Form(post) = match form {
        Ok(form) => form,
        Err(rejection) => return unreadable(&web, &headers, &rejection),
    };
    if let Some(response) = flooded(&web, &headers) {
        return response;
    }
    let offered = &web.app.rules().languages;
    let language = Language::from_tag(&post.language).filter(|language| offered.contains(language));
    let token = match token_of(&web, &headers) {
        Ok(Some(token)) => token,
        Ok(None) => {
            return match begin(&web, caller, &headers, language).await {
                Ok(token) => remember_token(&web, Redirect::to("/").into_response(), &token),
                Err(response) => response,
            };
        }
        Err(error) => return trouble(&web, &headers, &error),
    };
    if let Some(language) = language {
        let key = match web.app.new_token().await {
            Ok(key) => key,
            Err(error) => return trouble(&web, &headers, &error),
        };
        let turn = Turn {
            token: &token,
            key: &key,
            said: Said::Choice(Choice::Language(language)),
            hint: None,
            chosen: None,
        };
        if let Err(refused) = take(&web, turn).await {
            return explain(&web, &headers, &token, refused, "").await;
        }
    }
    remember_token(&web, Redirect::to("/").into_response(), &token)
}

/// `GET /here/<office>`: the code at the entrance leads to one button, so that no link and no foresighted browser checks
/// anybody in.
pub async fn here(
    State(web): State<Web>,
    Path(office): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(office) = office_named(&web, &office) else {
        return not_found(State(web), headers).await;
    };
    let language = reader(&web, &headers);
    let page = page::here_page(
        language.tag(),
        &web.app.counter(language),
        &web.app.office_name(&office, language),
        (
            &format!("/here/{office}"),
            &web.app.words("choice-ticket-here", language),
        ),
    );
    Html(page.into_string()).into_response()
}

/// `POST /here/<office>`: whoever has reserved in this browser for today is checked in; others are told how to. Pressed
/// twice within a minute it has its effect once.
pub async fn arrive(
    State(web): State<Web>,
    Path(office): Path<String>,
    caller: Caller,
    headers: HeaderMap,
) -> Response {
    let Some(office) = office_named(&web, &office) else {
        return not_found(State(web), headers).await;
    };
    if let Some(response) = flooded(&web, &headers) {
        return response;
    }
    let token = match token_of(&web, &headers) {
        Ok(Some(token)) => token,
        Ok(None) => match begin(&web, caller, &headers, None).await {
            Ok(token) => token,
            Err(response) => return response,
        },
        Err(error) => return trouble(&web, &headers, &error),
    };
    let turn = Turn {
        token: &token,
        key: &format!("here:{}", web.app.now().timestamp().div_euclid(60)),
        said: Said::Choice(Choice::Queue(Pick::HereAt(office))),
        hint: None,
        chosen: None,
    };
    if let Err(refused) = take(&web, turn).await {
        return explain(&web, &headers, &token, refused, "").await;
    }
    remember_token(&web, Redirect::to("/").into_response(), &token)
}

fn office_named(web: &Web, id: &str) -> Option<OfficeId> {
    OfficeId::read(id).filter(|id| web.app.rules().office(id).is_some())
}

/// `POST /text-size`: the size is the browser's business; nothing is stored.
pub async fn text_size(
    State(web): State<Web>,
    headers: HeaderMap,
    form: Result<Form<SizePost>, FormRejection>,
) -> Response {
    let Form(post) = match form {
        Ok(form) => form,
        Err(rejection) => return unreadable(&web, &headers, &rejection),
    };
    let size = TextSize::from_value(&post.size).unwrap_or_default();
    let mut response = Redirect::to("/").into_response();
    remember(
        &mut response,
        &session::set_cookie(&web, session::TEXT_SIZE, size.value()),
    );
    response
}

/// `GET /manifest.webmanifest`: the page as an app on the phone, named in the reader's language.
pub async fn manifest(State(web): State<Web>, headers: HeaderMap) -> Response {
    let language = reader(&web, &headers);
    let city = web.app.rules().city.get(language).unwrap_or_default();
    let counter = web.app.config().counter.get(language).unwrap_or_default();
    let name = format!("{city} {counter}");
    let description = web.app.words("web-title", language);
    let body = page::manifest(&name, counter, &description, language.tag());
    ([(header::CONTENT_TYPE, "application/manifest+json")], body).into_response()
}

/// Everything else.
pub async fn not_found(State(web): State<Web>, headers: HeaderMap) -> Response {
    let language = reader(&web, &headers);
    let words = |id: &str| web.app.words(id, language);
    let page = page::error_page(
        &words("web-not-found-title"),
        &words("web-not-found-text"),
        language.tag(),
        &words("web-home"),
    );
    (StatusCode::NOT_FOUND, Html(page.into_string())).into_response()
}

/// The conversation of a browser.
fn token_of(web: &Web, headers: &HeaderMap) -> Result<Option<String>, AppError> {
    let Some(token) = session::cookie(headers, session::CONVERSATION) else {
        return Ok(None);
    };
    Ok(session::is_known(web, &token)?.then_some(token))
}

/// Opens a conversation with the desk's greeting.
async fn begin(
    web: &Web,
    caller: Caller,
    headers: &HeaderMap,
    chosen: Option<Language>,
) -> Result<String, Response> {
    let hint = session::accepted(headers, &web.app.rules().languages);
    if let Err(wait) = web.limits.beginning(caller) {
        let language = chosen.or(hint).unwrap_or(Language::Ja);
        return Err(gate::too_many(web, language, wait, false));
    }
    let token = web
        .app
        .new_token()
        .await
        .map_err(|error| trouble(web, headers, &error))?;
    let turn = Turn {
        token: &token,
        key: "begin",
        said: Said::Start,
        hint,
        chosen,
    };
    match take(web, turn).await {
        Ok(_) => Ok(token),
        // A fresh conversation has its whole burst before it, so only the database can have failed.
        Err(_) => Err(trouble(web, headers, &AppError::Closed)),
    }
}

/// The language for somebody who has no conversation yet.
fn reader(web: &Web, headers: &HeaderMap) -> Language {
    let offered = &web.app.rules().languages;
    let known = token_of(web, headers)
        .ok()
        .flatten()
        .map(|token| web.app.language_at(&session::address(&token)));
    known
        .or_else(|| session::accepted(headers, offered))
        .or_else(|| offered.first().copied())
        .unwrap_or(Language::Ja)
}

/// A flood of posts is turned away without the page, for which the database would be asked. Whoever only was a little too
/// fast gets the page with what they wrote.
fn flooded(web: &Web, headers: &HeaderMap) -> Option<Response> {
    let token = session::cookie(headers, session::CONVERSATION)?;
    let conversation = session::address(&token).id;
    web.limits.look(&conversation).err()?;
    let wait = web.limits.explanation(&conversation).err()?;
    Some(gate::too_fast(web, headers, wait))
}

fn trouble(web: &Web, headers: &HeaderMap, error: &AppError) -> Response {
    tracing::error!(%error, "a page failed");
    let language = session::accepted(headers, &web.app.rules().languages).unwrap_or(Language::Ja);
    let words = |id: &str| web.app.words(id, language);
    let text = web.app.trouble(language);
    let page = page::error_page(
        &words("web-trouble-title"),
        &text,
        language.tag(),
        &words("web-home"),
    );
    (StatusCode::SERVICE_UNAVAILABLE, Html(page.into_string())).into_response()
}

/// A form that no page of ours sends: too large, or not a form.
fn unreadable(web: &Web, headers: &HeaderMap, rejection: &FormRejection) -> Response {
    let language = reader(web, headers);
    let words = |id: &str| web.app.words(id, language);
    let status = match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    };
    let text = match status {
        StatusCode::PAYLOAD_TOO_LARGE => {
            let line = web.app.emergency_line(language);
            format!("{}\n\n{line}", words("web-too-long"))
        }
        _ => words("web-failed"),
    };
    let title = words("web-trouble-title");
    let page = page::error_page(&title, &text, language.tag(), &words("web-home"));
    (status, Html(page.into_string())).into_response()
}

/// The page again, with what was written and the reason why it was not taken.
async fn explain(
    web: &Web,
    headers: &HeaderMap,
    token: &str,
    refused: Refused,
    draft: &str,
) -> Response {
    let refused = refused.into_response();
    let language = web.app.language_at(&session::address(token));
    let notice = match refused.status() {
        StatusCode::TOO_MANY_REQUESTS => web.app.say(&Phrase::TooFast, language),
        _ => web.app.trouble(language),
    };
    let mut response = render(web, headers, token, Some(&notice), draft).await;
    *response.status_mut() = refused.status();
    if let Some(wait) = refused.headers().get(header::RETRY_AFTER) {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, wait.clone());
    }
    response
}

fn remember_token(web: &Web, mut response: Response, token: &str) -> Response {
    remember(
        &mut response,
        &session::set_cookie(web, session::CONVERSATION, token),
    );
    response
}

fn remember(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

async fn render(
    web: &Web,
    headers: &HeaderMap,
    token: &str,
    notice: Option<&str>,
    draft: &str,
) -> Response {
    let app = &web.app;
    let address = session::address(token);
    let language = app.language_at(&address);
    // Whatever comes while the page is made has not been shown by it.
    let newest = match newest(web, &address) {
        Ok(newest) => newest,
        Err(error) => return trouble(web, headers, &error),
    };
    let messages = match messages(web, token) {
        Ok(messages) => messages,
        Err(error) => return trouble(web, headers, &error),
    };
    if let Err(error) = mark_shown(web, &address, newest).await {
        return trouble(web, headers, &error);
    }
    let Ok(key) = app.new_token().await else {
        return trouble(web, headers, &AppError::Closed);
    };
    let languages = app
        .rules()
        .languages
        .iter()
        .map(|l| (l.tag(), l.endonym()))
        .collect();
    let words = page_words(web, language);
    let hours = app
        .config()
        .facts
        .get("weekday-hours")
        .and_then(|hours| hours.get(language));
    let size = session::cookie(headers, session::TEXT_SIZE);
    let page = ChatPage {
        language: language.tag(),
        languages,
        words: &words,
        city: app.rules().city.get(language).unwrap_or_default(),
        counter: app.config().counter.get(language).unwrap_or_default(),
        phone: &app.rules().person.phone,
        hours: hours.unwrap_or_default(),
        conversation: token,
        key: &key,
        size: size
            .as_deref()
            .and_then(TextSize::from_value)
            .unwrap_or_default(),
        messages: &messages,
        notice,
        draft,
    };
    Html(page::chat_page(&page).into_string()).into_response()
}

/// The newest row that a page made now shows.
fn newest(web: &Web, address: &Address) -> Result<OutgoingId, AppError> {
    let rows = web.app.said_after(address, OutgoingId(0))?;
    Ok(rows.last().map_or(OutgoingId(0), |row| row.id))
}

/// Both sides of the conversation in the order in which they spoke. An answer stands behind what it answers even when
/// both were said within the same moment of the clock.
pub(super) fn messages(web: &Web, token: &str) -> Result<Vec<PageMessage>, AppError> {
    let address = session::address(token);
    let language = web.app.language_at(&address);
    let rows = web.app.said_after(&address, OutgoingId(0))?;
    let keys: HashSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    let (asked, mut alone): (Vec<_>, Vec<_>) = web
        .app
        .heard_at(&address)?
        .into_iter()
        .partition(|line| keys.contains(line.key.as_str()));
    // What was said before the oldest answer that is still shown has lost its own.
    alone.retain(|line| rows.first().is_none_or(|first| line.at >= first.at));
    let mut asked: HashMap<String, SaidLine> = asked
        .into_iter()
        .map(|line| (line.key.clone(), line))
        .collect();
    let own = |line: SaidLine| message(true, line.text, language, line.at, Vec::new());
    let mut page = Vec::with_capacity(rows.len() + asked.len() + alone.len());
    for row in rows {
        let earlier = alone.partition_point(|line| line.at < row.at);
        page.extend(alone.drain(..earlier).map(own));
        page.extend(asked.remove(&row.key).map(own));
        let choices = row.choices.into_iter().map(|b| (b.id, b.label)).collect();
        page.push(PageMessage {
            has_copy: row.phrase == "my-data",
            ..message(false, row.text, row.language, row.at, choices)
        });
    }
    page.extend(alone.into_iter().map(own));
    Ok(page)
}

fn message(
    from_resident: bool,
    text: String,
    language: Language,
    at: chrono::DateTime<chrono::Utc>,
    choices: Vec<(String, String)>,
) -> PageMessage {
    let here = civil(at);
    PageMessage {
        from_resident,
        text,
        language: language.tag().to_owned(),
        at: here.format("%H:%M").to_string(),
        at_iso: format!("{}+09:00", here.format("%Y-%m-%dT%H:%M:%S")),
        choices,
        has_copy: false,
    }
}

fn page_words(web: &Web, language: Language) -> PageWords {
    let words = |id: &str| web.app.words(id, language);
    PageWords {
        title: words("web-title"),
        skip: words("web-skip"),
        log_label: words("web-log-label"),
        desk: words("web-desk"),
        you: words("web-you"),
        placeholder: words("web-placeholder"),
        input_label: words("web-input-label"),
        send: words("web-send"),
        language_label: words("web-language-label"),
        size_label: words("web-size-label"),
        size_normal: words("web-size-normal"),
        size_large: words("web-size-large"),
        size_huge: words("web-size-huge"),
        privacy: words("web-privacy"),
        phone_label: words("web-phone-label"),
        hours_label: words("web-hours-label"),
        refresh: words("web-refresh"),
        newer: words("web-newer"),
        sending: words("web-sending"),
        offline: words("web-offline"),
        too_fast: web.app.say(&Phrase::TooFast, language),
        failed: words("web-failed"),
        copy: words("my-data-copy"),
        closed_note: String::new(),
    }
}
