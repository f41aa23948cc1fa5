//! Coming in and going out.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::html;

use super::pages::{self, Frame, Notice};
use super::{Fields, Place, Web, failed, go, place, stale, words};
use crate::app::AppError;
use crate::app::logins::SessionKind;
use crate::app::password::LoginError;
use crate::channels::web::door::{self, LOCK_MINUTES, Person};

/// The page that asks who it is.
pub(super) async fn show(
    State(web): State<Web>,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    let asked = Place::read(&fields);
    match door::person(&web, &headers) {
        Ok(Some(person)) => go(next(&web, &person, asked)),
        Ok(None) => page(&web, &headers, asked, None).await,
        Err(error) => failed(&error),
    }
}

/// Where somebody goes who has come in.
fn next(web: &Web, person: &Person, asked: Place) -> &'static str {
    match person.kind {
        SessionKind::Work => place(web, person, asked).address(),
        SessionKind::Setup => "/staff/password",
    }
}

/// The door, with what is wrong. Its form is bound to a cookie, so that no other site lets somebody in under a name of
/// its choice. Pages that are open side by side share it.
async fn page(web: &Web, headers: &HeaderMap, asked: Place, notice: Option<Notice>) -> Response {
    if web.app.config().people().is_empty() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let (held, key) = match outside_key(web, headers).await {
        Ok(made) => made,
        Err(error) => return failed(&error),
    };
    let t = words(web);
    let content = html! {
        p { (t("staff-door-login")) }
        @if web.door.has_start_token() { p class="hint" { (t("staff-door-first-time")) } }
        form class="login" method="post" action="/staff/enter" {
            (pages::hidden(&[
                ("key", key),
                ("to", asked.id().to_owned()),
            ]))
            label for="name" { (t("staff-door-name")) }
            input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false"
                maxlength="64" required autofocus;
            label for="password" { (t("staff-door-password")) }
            input id="password" name="password" type="password" autocomplete="current-password" required;
            button class="solid" { (t("staff-door-enter")) }
        }
    };
    let told = notice.map(|notice| notice.told(&t));
    let frame = Frame {
        title: &t("staff-door-title"),
        here: "",
        clerk: None,
        told: told.as_ref(),
    };
    let page = super::show(frame.markup(&t, &content));
    let page = match notice {
        None => page,
        Some(Notice::TooOften) => {
            let wait = [(header::RETRY_AFTER, (LOCK_MINUTES * 60).to_string())];
            (StatusCode::TOO_MANY_REQUESTS, wait, page).into_response()
        }
        Some(Notice::Stale) => (StatusCode::FORBIDDEN, page).into_response(),
        Some(Notice::Busy) => (StatusCode::SERVICE_UNAVAILABLE, page).into_response(),
        Some(_) => (StatusCode::UNAUTHORIZED, page).into_response(),
    };
    door::wait_outside(web, page, &held)
}

/// What the browser holds in front of the door, and a key for its form.
async fn outside_key(web: &Web, headers: &HeaderMap) -> Result<(String, String), AppError> {
    let held = match door::outside(headers) {
        Some(held) => held,
        None => web.app.new_token().await?,
    };
    let key = door::key(&held, &web.app.new_token().await?);
    Ok((held, key))
}

/// Lets somebody in whose name and password fit.
pub(super) async fn enter(
    State(web): State<Web>,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Response {
    let asked = Place::read(&form);
    let refuse = |notice: Notice| page(&web, &headers, asked, Some(notice));
    let is_ours =
        door::outside(&headers).is_some_and(|held| door::key_of(&held, form.get("key")).is_some());
    if !is_ours {
        return refuse(Notice::Stale).await;
    }
    let (name, secret) = (form.get("name"), form.typed("password"));
    if !web.door.may_try(&web, name) {
        return refuse(Notice::TooOften).await;
    }
    let is_start_token = web.door.is_start_token(secret);
    match web.app.enter(name, secret, is_start_token).await {
        Ok(Some(opened)) => {
            web.door.was_right(&web, name);
            // Whoever was in with this browser before is out.
            if let Ok(Some(before)) = door::person(&web, &headers)
                && let Err(error) = web.app.leave(&before.session).await
            {
                return failed(&error);
            }
            let name = web.app.config().person(name).unwrap_or_default();
            let person = Person {
                name: name.to_owned(),
                session: opened.token,
                kind: opened.kind,
            };
            tracing::info!("somebody came in to the staff's pages");
            door::let_in(&web, go(next(&web, &person, asked)), &person.session)
        }
        Ok(None) => {
            tracing::warn!("somebody could not enter the staff's pages");
            refuse(Notice::Refused).await
        }
        Err(LoginError::Busy) => refuse(Notice::Busy).await,
        Err(error) => super::login_failed(&error),
    }
}

/// Ends the session.
pub(super) async fn leave(
    State(web): State<Web>,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Response {
    let person = match door::person(&web, &headers) {
        Ok(Some(person)) => person,
        Ok(None) => return door::let_out(&web, go("/staff/enter")),
        Err(error) => return failed(&error),
    };
    if door::key_of(&person.session, form.get("key")).is_none() {
        return stale(&web);
    }
    match web.app.leave(&person.session).await {
        Ok(()) => door::let_out(&web, go("/staff/enter")),
        Err(error) => failed(&error),
    }
}
