//! "I have a question": the same conversation as in the chat, in large type, begun anew for each person and forgotten
//! with everything else.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::{HOME, Panel, Post, Posted, device, pages};
use crate::app::hall::DeviceKind;
use crate::channels::web::api::{Refused, Turn, take};
use crate::channels::web::hall::{offered, trouble};
use crate::channels::web::{Web, chat, gate, session};
use crate::desk::choice::Choice;
use crate::desk::language::Language;
use crate::desk::message::Said;
use crate::desk::phrase::Phrase;

/// The cookie of the conversation. It is sent to the panel's pages only and ends with the browser at the latest.
const COOKIE: &str = "madoguchi-kiosk-chat";
/// Where the conversation is shown; reading goes on at its newest answer.
const PAGE: &str = "/kiosk/ask#latest";
/// The longest key of a form that is looked at.
const KEY_CHARS_MAX: usize = 100;

/// A cookie that forgets the conversation.
pub(super) fn forgotten() -> String {
    format!("{COOKIE}=; Path=/kiosk; HttpOnly; SameSite=Strict; Max-Age=0")
}

/// `GET /kiosk/ask`: the conversation so far.
pub(super) async fn show(State(web): State<Web>, headers: HeaderMap) -> Response {
    let device = match device(&web, &headers, DeviceKind::Kiosk) {
        Ok(device) => device,
        Err(response) => return *response,
    };
    let Some(token) = conversation(&web, &headers) else {
        return Redirect::to(HOME).into_response();
    };
    let language = web.app.language_at(&session::address(&token));
    let panel = Panel {
        web,
        device,
        language,
    };
    render(&panel, &token, None, "").await
}

/// `POST /kiosk/ask`: a new conversation, or a text or a button in the one that is open.
pub(super) async fn say(State(web): State<Web>, headers: HeaderMap, form: Posted) -> Response {
    let device = match device(&web, &headers, DeviceKind::Kiosk) {
        Ok(device) => device,
        Err(response) => return *response,
    };
    if let Err(wait) = web.limits.message(&format!("kiosk:{}", device.name)) {
        return gate::too_fast(&web, &headers, wait);
    }
    let post = form.map(|axum::Form(post)| post).unwrap_or_default();
    let known = conversation(&web, &headers).filter(|_| post.begin.is_empty());
    let Some(token) = known else {
        return begin(&web, offered(&web, &post.language)).await;
    };
    let key: String = post.key.chars().take(KEY_CHARS_MAX).collect();
    if let Some(said) = said(&post).filter(|_| !key.is_empty()) {
        let turn = Turn {
            token: &token,
            key: &key,
            said,
            hint: None,
            chosen: None,
        };
        if let Err(refused) = take(&web, turn).await {
            let language = web.app.language_at(&session::address(&token));
            let panel = Panel {
                web,
                device,
                language,
            };
            return explain(&panel, &token, refused, &post.text).await;
        }
    }
    Redirect::to(PAGE).into_response()
}

fn said(post: &Post) -> Option<Said> {
    match (post.choice.as_str(), post.text.trim()) {
        ("", "") => None,
        ("", text) => Some(Said::Text(text.to_owned())),
        (code, _) => Choice::read(code).map(Said::Choice),
    }
}

/// The conversation of whoever stands here, if one is open.
fn conversation(web: &Web, headers: &HeaderMap) -> Option<String> {
    let token = session::cookie(headers, COOKIE)?;
    session::is_known(web, &token)
        .unwrap_or(false)
        .then_some(token)
}

/// Opens a conversation with the desk's greeting; without a language the panel begins again.
async fn begin(web: &Web, language: Option<Language>) -> Response {
    let Some(language) = language else {
        return Redirect::to(HOME).into_response();
    };
    let token = match web.app.new_token().await {
        Ok(token) => token,
        Err(error) => return trouble(web, language, &error, HOME),
    };
    let turn = Turn {
        token: &token,
        key: "begin",
        said: Said::Start,
        hint: None,
        chosen: Some(language),
    };
    match take(web, turn).await {
        Ok(_) => {
            let secure = session::secure(web);
            let cookie =
                format!("{COOKIE}={token}; Path=/kiosk; HttpOnly; SameSite=Strict{secure}");
            session::with_cookie(Redirect::to(PAGE).into_response(), &cookie)
        }
        // A fresh conversation has its whole burst before it, so only the database can have failed.
        Err(_) => trouble(web, language, &crate::app::AppError::Closed, HOME),
    }
}

/// The page again, with what was written and the reason why it was not taken.
async fn explain(panel: &Panel, token: &str, refused: Refused, draft: &str) -> Response {
    let status = refused.into_response().status();
    let notice = match status {
        StatusCode::TOO_MANY_REQUESTS => panel.web.app.say(&Phrase::TooFast, panel.language),
        _ => panel.web.app.trouble(panel.language),
    };
    let mut response = render(panel, token, Some(&notice), draft).await;
    *response.status_mut() = status;
    response
}

async fn render(panel: &Panel, token: &str, notice: Option<&str>, draft: &str) -> Response {
    let messages = match chat::messages(&panel.web, token) {
        Ok(messages) => messages,
        Err(error) => return panel.trouble(&error),
    };
    match panel.key().await {
        Ok(key) => pages::talk(panel, &messages, &key, notice, draft).into_response(),
        Err(response) => *response,
    }
}
