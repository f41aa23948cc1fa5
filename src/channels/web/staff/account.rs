//! One's own login beside the password: the second factor, and the account on Telegram.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};

use super::pages::{self, Frame, Notice, Told, Words};
use super::{Fields, Place, Web, failed, go, inside, login_failed, stale, too_often, words};
use crate::app::factor::NewFactor;
use crate::app::link_codes::LINK_MINUTES;
use crate::app::logins::Unchanged;
use crate::app::password::LoginError;
use crate::channels::web::door::{self, Origin, Person};
use crate::channels::web::hall::qr;
use crate::desk::language::Language;
use crate::desk::roster::{RosterChange, RosterRefusal};

/// The page.
const HERE: &str = "/staff/account";
/// What the keys of the form for a new second factor begin with; its secret comes behind.
const FACTOR: &str = "factor-";

pub(super) fn routes() -> super::super::Router<Web> {
    super::super::Router::new()
        .route("/staff/account", get(show))
        .route("/staff/account/factor", get(back).post(factor))
        .route("/staff/account/telegram", get(back).post(telegram))
}

/// The address of a form, opened as a page.
async fn back() -> Response {
    go(HERE)
}

/// What an address says was just done.
const DONE: [(&str, &str); 3] = [
    ("set", "staff-account-done-set"),
    ("dropped", "staff-account-done-dropped"),
    ("unlinked", "staff-account-done-unlinked"),
];

async fn show(
    State(web): State<Web>,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    let person = match inside(&web, &headers, Place::Desk) {
        Ok(person) => person,
        Err(response) => return *response,
    };
    let done = DONE.iter().find(|(id, _)| *id == fields.get("done"));
    let told = done.map(|(_, words)| Told {
        is_good: true,
        text: web.app.words(words, Language::Ja),
        at: "",
    });
    page(&web, &person, Fresh::default(), told).await
}

/// What is shown this once.
#[derive(Default)]
struct Fresh {
    /// A second factor that waits for its first code, where that was not right.
    factor: Option<NewFactor>,
    /// The code that ties an account on Telegram.
    link: Option<String>,
}

async fn page(web: &Web, person: &Person, fresh: Fresh, told: Option<Told>) -> Response {
    let (has_factor, roster) = match (web.app.has_factor(&person.name), web.app.roster()) {
        (Ok(has), Ok(roster)) => (has, roster),
        (Err(error), _) | (_, Err(error)) => return failed(&error),
    };
    let factor = match fresh.factor {
        Some(factor) => Some(factor),
        None if has_factor => None,
        None => match web.app.new_factor(&person.name).await {
            Ok(factor) => Some(factor),
            Err(error) => return failed(&error),
        },
    };
    let own = roster.find(&person.name);
    let t = words(web);
    let content = html! {
        p { a href="/staff/password" { (t("staff-door-own")) } }
        section aria-labelledby="factor" {
            h2 id="factor" { (t("staff-account-factor")) }
            @match &factor {
                Some(factor) => (set_form(&t, person, factor)),
                None => (drop_form(&t, person)),
            }
        }
        section aria-labelledby="telegram" {
            h2 id="telegram" { (t("staff-account-telegram")) }
            @match own {
                Some(own) if own.telegram_is_of_file => { p { (t("staff-account-telegram-of-file")) } },
                own => (telegram_forms(&t, person, own.is_some_and(|own| own.telegram.is_some()), fresh.link.as_deref())),
            }
        }
        p { a href="/staff" { (t("staff-door-back")) } }
    };
    let frame = Frame {
        title: &t("staff-account-title"),
        here: "",
        clerk: None,
        told: told.as_ref(),
    };
    super::show(frame.markup(&t, &content))
}

/// The secret in groups of four, as it is typed.
fn grouped(secret: &str) -> String {
    let characters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = characters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}

fn password_field(t: &Words<'_>, id: &str) -> Markup {
    html! {
        label for=(id) { (t("staff-door-old")) }
        input id=(id) name="old" type="password" autocomplete="current-password" required;
    }
}

fn set_form(t: &Words<'_>, person: &Person, factor: &NewFactor) -> Markup {
    // The key carries the secret: what comes back is what was shown in this session.
    let key = door::key(&person.session, &format!("{FACTOR}{}", factor.secret));
    html! {
        p { (t("staff-account-factor-hint")) }
        ol {
            li {
                (t("staff-account-factor-read"))
                div class="factor-code" role="img" aria-label=(t("staff-account-factor-picture")) { (qr(&factor.uri)) }
                p { (t("staff-account-factor-type")) " " code { (grouped(&factor.secret)) } }
            }
            li {
                (t("staff-account-factor-confirm"))
                form class="login" method="post" action="/staff/account/factor" {
                    (pages::hidden(&[("key", key), ("what", "set".to_owned())]))
                    label for="code" { (t("staff-door-code")) }
                    input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required;
                    (password_field(t, "old"))
                    button class="solid" { (t("staff-account-factor-set")) }
                }
            }
        }
    }
}

fn drop_form(t: &Words<'_>, person: &Person) -> Markup {
    html! {
        p { (t("staff-account-factor-on")) }
        form class="login" method="post" action="/staff/account/factor" {
            (pages::hidden(&[("key", door::key(&person.session, "factor")), ("what", "drop".to_owned())]))
            (password_field(t, "old"))
            button class="outline" { (t("staff-account-factor-drop")) }
        }
    }
}

fn telegram_forms(t: &Words<'_>, person: &Person, is_linked: bool, link: Option<&str>) -> Markup {
    let button = |what: &str, words: &str| {
        html! {
            form method="post" action="/staff/account/telegram" {
                (pages::hidden(&[("key", door::key(&person.session, "telegram")), ("what", what.to_owned())]))
                button class="outline" { (t(words)) }
            }
        }
    };
    html! {
        @if let Some(code) = link {
            p { (t("staff-account-telegram-send")) }
            p class="code" { code { "/start link-" (code) } }
            p class="hint" { (t("staff-account-telegram-minutes")) " " (LINK_MINUTES) (t("staff-desk-minutes-unit")) }
        } @else if is_linked {
            p { (t("staff-account-telegram-on")) }
            (button("unlink", "staff-account-telegram-unlink"))
        } @else {
            p { (t("staff-account-telegram-hint")) }
            (button("link", "staff-account-telegram-link"))
        }
    }
}

/// Sets the second factor with its first code, or takes it away.
async fn factor(
    State(web): State<Web>,
    headers: HeaderMap,
    Origin(origin): Origin,
    Form(form): Form<Fields>,
) -> Response {
    let person = match inside(&web, &headers, Place::Desk) {
        Ok(person) => person,
        Err(response) => return *response,
    };
    let Some(key) = door::key_of(&person.session, form.get("key")) else {
        return stale(&web);
    };
    let secret = key.strip_prefix(FACTOR);
    let fresh = || Fresh {
        factor: secret.and_then(|secret| NewFactor::of(secret, &person.name)),
        link: None,
    };
    let new = match (form.get("what"), secret) {
        ("set", Some(secret)) => Some((secret, form.get("code"))),
        ("drop", None) if key == "factor" => None,
        _ => return stale(&web),
    };
    // Who finds a screen open must not find out the password there.
    match web.app.begin_try(&person.name, &origin).await {
        Ok(Ok(())) => {}
        Ok(Err(wait)) => {
            let told = Notice::TooOften.told(&words(&web));
            return too_often(page(&web, &person, fresh(), Some(told)).await, wait);
        }
        Err(error) => return failed(&error),
    }
    let old = form.typed("old");
    let done = web.app.set_own_factor(&person.session, old, new).await;
    if matches!(done, Ok(Ok(_) | Err(Unchanged::Code)))
        && let Err(error) = web.app.end_try(&person.name, &origin).await
    {
        return failed(&error);
    }
    let wrong = |id, at| Told::problem(web.app.words(id, Language::Ja), at);
    let told = match done {
        Ok(Ok(opened)) => {
            let next = match new {
                Some(_) => "/staff/account?done=set",
                None => "/staff/account?done=dropped",
            };
            return door::let_in(&web, go(next), &opened.token);
        }
        Ok(Err(Unchanged::Wrong | Unchanged::Same)) => wrong("staff-door-wrong-old", "#old"),
        Ok(Err(Unchanged::Code)) => wrong("staff-account-wrong-code", "#code"),
        Ok(Err(Unchanged::Over)) => return door::let_out(&web, go("/staff/enter")),
        Err(LoginError::Busy) => Notice::Busy.told(&words(&web)),
        Err(error) => return login_failed(&error),
    };
    page(&web, &person, fresh(), Some(told)).await
}

/// Shows the code that ties an account on Telegram, or unties it.
async fn telegram(
    State(web): State<Web>,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Response {
    let person = match inside(&web, &headers, Place::Desk) {
        Ok(person) => person,
        Err(response) => return *response,
    };
    if door::key_of(&person.session, form.get("key")).as_deref() != Some("telegram") {
        return stale(&web);
    }
    if form.get("what") == "unlink" {
        let by = Some(person.name.as_str());
        return match web.app.change_roster(None, by, RosterChange::Unlink).await {
            Ok(Ok(()) | Err(RosterRefusal::OfFile | RosterRefusal::Unknown)) => {
                go("/staff/account?done=unlinked")
            }
            Ok(Err(_)) => stale(&web),
            Err(error) => failed(&error),
        };
    }
    match web.app.new_link_code(&person.name).await {
        Ok(code) => {
            let fresh = Fresh {
                link: Some(code),
                factor: None,
            };
            page(&web, &person, fresh, None).await
        }
        Err(error) => failed(&error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_typed_in_groups() {
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
        assert_eq!(grouped(""), "");
    }
}
