//! Who works here: what everybody does, where and until when, how they come in, and a new password for somebody who has
//! lost theirs. Whoever keeps the roster changes it in `roster`.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use maud::{Markup, html};

use super::pages::{self, Frame, Told, Words};
use super::{Clerk, Fields, Web, failed, go, refused, roster, stale, terms, words};
use crate::app::logins::Login;
use crate::channels::web::review;
use crate::desk::rights::Right;
use crate::desk::roster::Person;
use crate::desk::rules::Rules;

pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Query(fields): Query<Fields>,
) -> Response {
    page(&web, &clerk, roster::told(&web, &fields)).await
}

/// The page, with what has just been done.
pub(super) async fn page(web: &Web, clerk: &Clerk, told: Option<Told>) -> Response {
    let (key, logins) = match (clerk.key(web).await, web.app.logins()) {
        (Ok(key), Ok(logins)) => (key, logins),
        (Err(error), _) | (_, Err(error)) => return failed(&error),
    };
    let t = words(web);
    let people = clerk.roster.people.iter();
    let rows: Vec<Row<'_>> = people
        .map(|person| Row {
            web,
            clerk,
            key: &key,
            person,
            login: logins.get(&person.name).copied().unwrap_or_default(),
        })
        .collect();
    let content = html! {
        p class="hint" { (t("staff-door-people-hint")) }
        @if clerk.may(Right::GoAway) { (roster::away(&t, clerk, &key)) }
        @if clerk.may(Right::Roster) {
            p { a class="button" href="/staff/people/post" { (t("staff-people-add")) } }
        }
        table class="cards" {
            caption { (t("staff-door-people")) }
            thead { tr {
                th scope="col" { (t("staff-door-name")) }
                th scope="col" { (t("staff-door-role")) }
                th scope="col" { (t("staff-people-organisation")) }
                th scope="col" { (t("staff-people-offices")) }
                th scope="col" { (t("staff-people-days")) }
                th scope="col" { (t("staff-door-password")) }
                th scope="col" { (t("staff-people-factor")) }
                th scope="col" { (t("staff-people-telegram")) }
                th scope="col" { (t("staff-door-sessions")) }
                th scope="col" { (t("staff-people-do")) }
            } }
            tbody { @for row in &rows { (row.markup(&t)) } }
        }
    };
    let frame = Frame {
        title: &t("staff-door-people"),
        here: "/staff/people",
        clerk: Some(clerk),
        told: told.as_ref(),
    };
    super::show(frame.markup(&t, &content))
}

/// Somebody in the list.
struct Row<'a> {
    web: &'a Web,
    clerk: &'a Clerk,
    key: &'a str,
    person: &'a Person,
    login: Login,
}

impl Row<'_> {
    fn markup(&self, t: &Words<'_>) -> Markup {
        let person = self.person;
        let state = match (self.login.has_password, self.login.is_given) {
            (false, _) if self.login.is_locked => "staff-door-locked",
            (false, _) => "staff-door-no-password",
            (true, true) => "staff-door-given",
            (true, false) => "staff-door-has-password",
        };
        let is_in_service = person.is_in_service(self.clerk.today);
        html! { tr {
            th scope="row" data-label=(t("staff-door-name")) {
                bdi { (person.name) }
                @if !is_in_service { " " strong class="mark" { (t("staff-people-out")) } }
                @if person.is_away { " " strong class="mark" { (t("staff-people-is-away")) } }
            }
            td data-label=(t("staff-door-role")) { (self.roles(t)) }
            td data-label=(t("staff-people-organisation")) { (t(terms::organisation_id(person.organisation))) }
            td data-label=(t("staff-people-offices")) { (offices(t, self.web.app.rules(), person)) }
            td data-label=(t("staff-people-days")) { (days(t, person)) }
            td data-label=(t("staff-door-password")) { (t(state)) }
            td data-label=(t("staff-people-factor")) { (t(yes_no(person.has_factor))) }
            td data-label=(t("staff-people-telegram")) { (t(yes_no(person.telegram.is_some()))) }
            td data-label=(t("staff-door-sessions")) { (self.login.sessions) }
            td class="act" data-label=(t("staff-people-do")) { (self.acts(t)) }
        } }
    }

    fn roles(&self, t: &Words<'_>) -> Markup {
        let role = self.person.role().map(terms::role_id);
        let text_role = review::role_of(self.web, &self.person.name).map(terms::text_role_id);
        html! {
            @if let Some(id) = role { (t(id)) }
            @if role.is_some() && text_role.is_some() { "、" }
            @if let Some(id) = text_role { (t(id)) }
        }
    }

    /// What may be done about them.
    fn acts(&self, t: &Words<'_>) -> Markup {
        let (name, clerk) = (&self.person.name, self.clerk);
        let may_give = clerk.roster.may_give(&clerk.name, name, clerk.today);
        let is_kept = self.person.post.is_some() && !self.person.is_of_file;
        html! {
            @if *name == clerk.name {
                a href="/staff/password" { (t("staff-door-own")) }
            }
            @if may_give {
                (self.button(t, "/staff/people", "staff-door-give"))
                @if self.person.has_factor { (self.button(t, "/staff/people/factor", "staff-people-drop-factor")) }
            }
            @if clerk.may(Right::Roster) && is_kept {
                @let label = t("staff-people-change");
                a href=(super::address("/staff/people/post", &[("name", name)])) aria-label={ (label) " " (name) } {
                    (label)
                }
            }
        }
    }

    fn button(&self, t: &Words<'_>, action: &str, words: &str) -> Markup {
        let name = &self.person.name;
        html! {
            form method="post" action=(action) {
                (pages::hidden(&[("key", self.key.to_owned()), ("name", name.clone())]))
                button class="small" aria-label={ (t(words)) " " (name) } { (t(words)) }
            }
        }
    }
}

const fn yes_no(is: bool) -> &'static str {
    if is {
        "staff-people-yes"
    } else {
        "staff-people-no"
    }
}

/// Where somebody works.
fn offices(t: &Words<'_>, rules: &Rules, person: &Person) -> String {
    match &person.post {
        None => String::new(),
        Some(post) if post.offices.is_empty() => t("staff-people-everywhere"),
        Some(post) => {
            let offices = post.offices.iter();
            let names: Vec<&str> = offices.map(|id| terms::office_of(rules, id)).collect();
            names.join("、")
        }
    }
}

/// From when until when somebody works here, with the years: a post may last long.
fn days(t: &Words<'_>, person: &Person) -> String {
    let Some(post) = &person.post else {
        return String::new();
    };
    let iso = |day: Option<NaiveDate>| day.map(terms::iso).unwrap_or_default();
    match (post.first_day, post.last_day) {
        (None, None) => t("staff-people-always"),
        (first, last) => format!("{}～{}", iso(first), iso(last)),
    }
}

/// Gives somebody else a password, and shows it this once.
pub(super) async fn give(
    State(web): State<Web>,
    clerk: Clerk,
    Form(form): Form<Fields>,
) -> Response {
    let Some(key) = clerk.key_of(&form) else {
        return stale(&web);
    };
    let name = form.get("name");
    if name == clerk.name || clerk.roster.find(name).is_none() {
        return StatusCode::BAD_REQUEST.into_response();
    }
    if !clerk.roster.may_give(&clerk.name, name, clerk.today) {
        return refused(&web, "staff-people-not-below");
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
