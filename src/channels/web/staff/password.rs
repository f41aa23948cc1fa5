//! Setting a password of one's own: the first one, one instead of that a supervisor gave, or a new one.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use maud::html;

use super::pages::{self, Frame, Notice, Told};
use super::{Fields, Place, Web, failed, go, place, stale, words};
use crate::app::logins::{SessionKind, Unchanged};
use crate::app::password::{CHARS_MAX, CHARS_MIN, LoginError, Password, Unfit};
use crate::channels::web::door::{self, Origin, Person};

/// What the key of the form is made of.
const FORM: &str = "password";

/// Whoever is behind a request, be it only to set a password.
fn somebody(web: &Web, headers: &HeaderMap) -> Result<Person, Box<Response>> {
    match door::person(web, headers) {
        Ok(Some(person)) => Ok(person),
        Ok(None) => Err(Box::new(go("/staff/enter"))),
        Err(error) => Err(Box::new(failed(&error))),
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    match somebody(&web, &headers) {
        Ok(person) => {
            let told = Notice::read(fields.get("done")).map(|notice| notice.told(&words(&web)));
            page(&web, &person, told.as_ref())
        }
        Err(response) => *response,
    }
}

fn page(web: &Web, person: &Person, told: Option<&Told>) -> Response {
    let t = words(web);
    let is_setup = person.kind == SessionKind::Setup;
    let content = html! {
        p { (t(if is_setup { "staff-door-set-up" } else { "staff-door-change" })) }
        form class="login" method="post" action="/staff/password" {
            (pages::hidden(&[("key", door::key(&person.session, FORM))]))
            label for="name" { (t("staff-door-name")) }
            input id="name" autocomplete="username" readonly value=(person.name);
            @if !is_setup {
                label for="old" { (t("staff-door-old")) }
                input id="old" name="old" type="password" autocomplete="current-password" required;
            }
            label for="new" { (t("staff-door-new")) }
            input id="new" name="new" type="password" autocomplete="new-password" required
                minlength=(CHARS_MIN) maxlength=(CHARS_MAX) aria-describedby="rules";
            p class="hint" id="rules" { (t("staff-door-rules")) }
            label for="again" { (t("staff-door-again")) }
            input id="again" name="again" type="password" autocomplete="new-password" required;
            button class="solid" { (t("staff-door-set")) }
        }
        @if is_setup {
            form method="post" action="/staff/leave" {
                (pages::hidden(&[("key", door::key(&person.session, "leave"))]))
                button class="plain" { (t("staff-desk-leave")) }
            }
        } @else {
            p { a href="/staff/account" { (t("staff-account-title")) } }
            p { a href="/staff" { (t("staff-door-back")) } }
        }
    };
    let frame = Frame {
        title: &t("staff-door-password-title"),
        here: "",
        clerk: None,
        told,
    };
    super::show(frame.markup(&t, &content))
}

/// Sets the password, or shows the form again with what is wrong.
pub(super) async fn set(
    State(web): State<Web>,
    headers: HeaderMap,
    Origin(origin): Origin,
    Form(form): Form<Fields>,
) -> Response {
    let person = match somebody(&web, &headers) {
        Ok(person) => person,
        Err(response) => return *response,
    };
    if door::key_of(&person.session, form.get("key")).as_deref() != Some(FORM) {
        return stale(&web);
    }
    let t = words(&web);
    let wrong = |id: &str, at| page(&web, &person, Some(&Told::problem(t(id), at)));
    let new = match Password::new(form.typed("new"), &person.name) {
        Ok(new) if new.is(form.typed("again")) => new,
        Ok(_) => return wrong("staff-door-not-again", "#again"),
        Err(Unfit::Short) => return wrong("staff-door-short", "#new"),
        Err(Unfit::Long) => return wrong("staff-door-long", "#new"),
        Err(Unfit::Name) => return wrong("staff-door-is-name", "#new"),
    };
    let is_work = person.kind == SessionKind::Work;
    // Who finds a screen open must not find out the password there.
    if is_work {
        match web.app.begin_try(&person.name, &origin).await {
            Ok(Ok(())) => {}
            Ok(Err(wait)) => {
                let page = page(&web, &person, Some(&Notice::TooOften.told(&t)));
                return super::too_often(page, wait);
            }
            Err(error) => return failed(&error),
        }
    }
    let done = (web.app)
        .change_password(&person.session, form.typed("old"), &new)
        .await;
    if is_work
        && matches!(done, Ok(Ok(_) | Err(Unchanged::Same)))
        && let Err(error) = web.app.end_try(&person.name, &origin).await
    {
        return failed(&error);
    }
    match done {
        Ok(Ok(opened)) => {
            let next = if is_work {
                "/staff/password?done=password"
            } else {
                place(&web, &person, Place::Desk)
            };
            tracing::info!("somebody set a password");
            door::let_in(&web, go(next), &opened.token)
        }
        Ok(Err(Unchanged::Wrong)) => wrong("staff-door-wrong-old", "#old"),
        Ok(Err(Unchanged::Same)) => wrong("staff-door-same", "#new"),
        Ok(Err(Unchanged::Over | Unchanged::Code)) => door::let_out(&web, go("/staff/enter")),
        Err(LoginError::Busy) => page(&web, &person, Some(&Notice::Busy.told(&t))),
        Err(error) => super::login_failed(&error),
    }
}
