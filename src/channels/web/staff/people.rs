//! Who may come in, for supervisors: who has a password, who is in, and a new password for somebody who has lost theirs.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::pages::{self, Frame, Notice, Told, Words};
use super::{Clerk, Fields, Web, failed, go, refused, stale, terms, words};
use crate::app::logins::Login;
use crate::channels::web::review;

/// The supervisor behind a request.
fn supervisor(web: &Web, headers: &HeaderMap) -> Result<Clerk, Box<Response>> {
    let clerk = super::clerk(web, headers)?;
    if clerk.is_supervisor() {
        Ok(clerk)
    } else {
        Err(Box::new(refused(web, "staff-door-supervisors")))
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    let clerk = match supervisor(&web, &headers) {
        Ok(clerk) => clerk,
        Err(response) => return *response,
    };
    let told = Notice::read(fields.get("done")).map(|notice| notice.told(&words(&web)));
    let (key, logins) = match (clerk.key(&web).await, web.app.logins()) {
        (Ok(key), Ok(logins)) => (key, logins),
        (Err(error), _) | (_, Err(error)) => return failed(&error),
    };
    let t = words(&web);
    let content = html! {
        p class="hint" { (t("staff-door-people-hint")) }
        table class="cards" {
            caption { (t("staff-door-people")) }
            thead { tr {
                th scope="col" { (t("staff-door-name")) }
                th scope="col" { (t("staff-door-role")) }
                th scope="col" { (t("staff-door-password")) }
                th scope="col" { (t("staff-door-sessions")) }
                th scope="col" { (t("staff-door-give")) }
            } }
            tbody {
                @for name in web.app.config().people() {
                    @let login = logins.get(name).copied().unwrap_or_default();
                    (row(&t, &web, &clerk, &key, name, login))
                }
            }
        }
    };
    let frame = Frame {
        title: &t("staff-door-people"),
        here: "/staff/people",
        clerk: Some(&clerk),
        told: told.as_ref(),
    };
    super::show(frame.markup(&t, &content))
}

fn row(t: &Words<'_>, web: &Web, clerk: &Clerk, key: &str, name: &str, login: Login) -> Markup {
    let role = web.app.config().staff.role(name).map(terms::role_id);
    let text_role = review::role_of(web, name).map(terms::text_role_id);
    let state = match (login.has_password, login.is_given) {
        (false, _) if login.is_locked => "staff-door-locked",
        (false, _) => "staff-door-no-password",
        (true, true) => "staff-door-given",
        (true, false) => "staff-door-has-password",
    };
    html! { tr {
        th scope="row" data-label=(t("staff-door-name")) { (name) }
        td data-label=(t("staff-door-role")) {
            @if let Some(id) = role { (t(id)) }
            @if role.is_some() && text_role.is_some() { "、" }
            @if let Some(id) = text_role { (t(id)) }
        }
        td data-label=(t("staff-door-password")) { (t(state)) }
        td data-label=(t("staff-door-sessions")) { (login.sessions) }
        td class="act" data-label=(t("staff-door-give")) {
            @if name == clerk.name {
                a href="/staff/password" { (t("staff-door-own")) }
            } @else {
                form method="post" action="/staff/people" {
                    (pages::hidden(&[("key", key.to_owned()), ("name", name.to_owned())]))
                    button class="small" aria-label={ (t("staff-door-give")) " " (name) } { (t("staff-door-give")) }
                }
            }
        }
    } }
}

/// Gives somebody else a password, and shows it this once.
pub(super) async fn give(
    State(web): State<Web>,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Response {
    let clerk = match supervisor(&web, &headers) {
        Ok(clerk) => clerk,
        Err(response) => return *response,
    };
    let Some(key) = clerk.key_of(&form) else {
        return stale(&web);
    };
    let name = form.get("name");
    if name == clerk.name || !web.app.config().people().contains(&name) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    // The forms of one page share a key; each name has its effect of its own.
    let key = format!("{key}:{name}");
    let given = match web.app.give_password(key, &clerk.name, name).await {
        Ok(Some(given)) => given,
        Ok(None) => return go("/staff/people?done=repeated"),
        Err(error) => return super::login_failed(&error),
    };
    let t = words(&web);
    let content = html! {
        dl class="counts" {
            div { dt { (t("staff-door-name")) } dd { (name) } }
            div { dt { (t("staff-door-given")) } dd { code { (given) } } }
        }
        p { (t("staff-door-given-hint")) }
        p { a class="button" href="/staff/people" { (t("staff-door-people-back")) } }
    };
    let told = Told {
        is_good: true,
        text: t("staff-door-given-done"),
        at: "",
    };
    let frame = Frame {
        title: &t("staff-door-people"),
        here: "/staff/people",
        clerk: Some(&clerk),
        told: Some(&told),
    };
    super::show(frame.markup(&t, &content))
}
