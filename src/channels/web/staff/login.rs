//! Coming in and going out.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use maud::html;

use super::pages::{self, Frame, Notice};
use super::{Fields, Place, Web, failed, go, place, stale, words};
use crate::app::AppError;
use crate::app::logins::SessionKind;
use crate::app::password::LoginError;
use crate::channels::web::door::{self, Origin, Person};

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
        SessionKind::Work => place(web, person, asked),
        SessionKind::Setup => "/staff/password",
    }
}

/// Why somebody stays outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    /// Name, password or code: which, is not told.
    Wrong,
    /// There were too many tries; so long to wait.
    TooOften(TimeDelta),
    Busy,
    Stale,
}

impl Refusal {
    fn notice(self) -> Notice {
        match self {
            Refusal::Wrong => Notice::Refused,
            Refusal::TooOften(_) => Notice::TooOften,
            Refusal::Busy => Notice::Busy,
            Refusal::Stale => Notice::Stale,
        }
    }
}

/// The door, with what is wrong. Its form is bound to a cookie, so that no other site lets somebody in under a name of
/// its choice. Pages that are open side by side share it.
async fn page(web: &Web, headers: &HeaderMap, asked: Place, refusal: Option<Refusal>) -> Response {
    if let Err(response) = super::there_is_somebody(web) {
        return *response;
    }
    let (held, key) = match outside_key(web, headers).await {
        Ok(made) => made,
        Err(error) => return failed(&error),
    };
    let is_first = match web.app.is_first_start() {
        Ok(is_first) => is_first && web.door.has_start_token(),
        Err(error) => return failed(&error),
    };
    let t = words(web);
    let content = html! {
        p { (t("staff-door-login")) }
        @if is_first { p class="hint" { (t("staff-door-first-time")) } }
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
            label for="code" { (t("staff-door-code")) }
            input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12"
                aria-describedby="code-hint";
            p class="hint" id="code-hint" { (t("staff-door-code-hint")) }
            button class="solid" { (t("staff-door-enter")) }
        }
    };
    let notice = refusal.map(Refusal::notice);
    let told = notice.map(|notice| notice.told(&t));
    let frame = Frame {
        title: &t("staff-door-title"),
        here: "",
        clerk: None,
        told: told.as_ref(),
    };
    let page = super::show(frame.markup(&t, &content));
    let page = match refusal {
        None => page,
        Some(Refusal::TooOften(wait)) => super::too_often(page, wait),
        Some(Refusal::Stale) => (StatusCode::FORBIDDEN, page).into_response(),
        Some(Refusal::Busy) => (StatusCode::SERVICE_UNAVAILABLE, page).into_response(),
        Some(Refusal::Wrong) => (StatusCode::UNAUTHORIZED, page).into_response(),
    };
    door::wait_outside(web, page, &held)
}

/// What the browser holds in front of the door, and a key for its form.
async fn outside_key(web: &Web, headers: &HeaderMap) -> Result<(String, String), AppError> {
    let held = match door::outside(web, headers)? {
        Some(held) => held,
        None => door::made_outside(web).await?,
    };
    let key = door::key(&held, &web.app.new_token().await?);
    Ok((held, key))
}

/// Lets somebody in whose name, password and code fit.
pub(super) async fn enter(
    State(web): State<Web>,
    headers: HeaderMap,
    Origin(origin): Origin,
    Form(form): Form<Fields>,
) -> Response {
    let asked = Place::read(&form);
    let refuse = |refusal: Refusal| page(&web, &headers, asked, Some(refusal));
    let held = match door::outside(&web, &headers) {
        Ok(held) => held,
        Err(error) => return failed(&error),
    };
    if held.is_none_or(|held| door::key_of(&held, form.get("key")).is_none()) {
        return refuse(Refusal::Stale).await;
    }
    match let_in(&web, &headers, &origin, &form).await {
        Ok(Ok(person)) => {
            tracing::info!("somebody came in to the staff's pages");
            door::let_in(&web, go(next(&web, &person, asked)), &person.session)
        }
        Ok(Err(refusal)) => {
            tracing::warn!("somebody could not enter the staff's pages");
            refuse(refusal).await
        }
        Err(LoginError::Busy) => refuse(Refusal::Busy).await,
        Err(error) => super::login_failed(&error),
    }
}

/// Begins a session for whoever the form is from, and ends the one that their browser held before.
async fn let_in(
    web: &Web,
    headers: &HeaderMap,
    origin: &str,
    form: &Fields,
) -> Result<Result<Person, Refusal>, LoginError> {
    let (name, secret) = (form.get("name"), form.typed("password"));
    if let Err(wait) = web.app.begin_try(name, origin).await? {
        return Ok(Err(Refusal::TooOften(wait)));
    }
    let is_start_token = web.door.is_start_token(secret);
    let code = form.get("code");
    let opened = web.app.enter(name, secret, code, is_start_token).await?;
    let Some(opened) = opened else {
        return Ok(Err(Refusal::Wrong));
    };
    web.app.end_try(name, origin).await?;
    if let Some(before) = door::person(web, headers)? {
        web.app.leave(&before.session).await?;
    }
    let roster = web.app.roster()?;
    let name = roster.person(name).map(|person| person.name.clone());
    Ok(Ok(Person {
        name: name.unwrap_or_default(),
        session: opened.token,
        kind: opened.kind,
    }))
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
