//! Changes of the roster: who comes, what somebody does from now on, who has left; being away; a lost second factor.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::NaiveDate;
use maud::{Markup, html};

use super::pages::{self, Frame, Told, Words};
use super::{Clerk, Fields, Web, failed, people, refused, stale, terms, words};
use crate::desk::language::Language;
use crate::desk::rights::{Organisation, Role};
use crate::desk::roster::{NAME_CHARS_MAX, Post, RosterChange, RosterRefusal};
use crate::desk::rules::OfficeId;

/// The page on which somebody is put on the roster, or what they do is changed.
const POST: &str = "/staff/people/post";

pub(super) fn routes() -> super::super::Router<Web> {
    super::super::Router::new()
        .route("/staff/people/post", get(show).post(keep))
        .route("/staff/people/end", get(back).post(end))
        .route("/staff/people/factor", get(back).post(drop_factor))
        .route("/staff/away", get(back).post(go_away))
}

/// The address of a form, opened as a page.
async fn back() -> Response {
    super::go("/staff/people")
}

/// What an address says was just done: a closed set, so that a link cannot put words on the page.
const DONE: [(&str, &str, bool); 6] = [
    ("kept", "staff-people-done-kept", true),
    ("ended", "staff-people-done-ended", true),
    ("away", "staff-people-done-away", true),
    ("back", "staff-people-done-back", true),
    ("dropped", "staff-people-done-dropped", true),
    ("repeated", "staff-desk-repeated", false),
];

pub(super) fn told(web: &Web, fields: &Fields) -> Option<Told> {
    let done = fields.get("done");
    let (_, words, is_good) = DONE.iter().find(|(id, ..)| *id == done)?;
    Some(Told {
        is_good: *is_good,
        text: web.app.words(words, Language::Ja),
        at: "",
    })
}

/// What is wrong, and where on the form it is mended.
fn fault(refusal: RosterRefusal) -> (&'static str, &'static str) {
    match refusal {
        RosterRefusal::Name => ("staff-people-fault-name", "#name"),
        RosterRefusal::There => ("staff-people-fault-there", "#name"),
        RosterRefusal::Office => ("staff-desk-no-office", "#offices"),
        RosterRefusal::Dates => ("staff-people-fault-dates", "#last_day"),
        RosterRefusal::LastAdmin => ("staff-people-fault-last-admin", ""),
        RosterRefusal::OfFile => ("staff-people-fault-of-file", ""),
        RosterRefusal::Unknown => ("staff-people-fault-unknown", ""),
        RosterRefusal::NotAllowed => ("staff-people-not-below", ""),
        RosterRefusal::Repeated => ("staff-desk-repeated", ""),
    }
}

// The form for a post.

async fn show(State(web): State<Web>, clerk: Clerk, Query(fields): Query<Fields>) -> Response {
    let name = fields.get("name");
    let draft = if name.is_empty() {
        Draft::default()
    } else {
        let person = clerk.roster.find(name).filter(|person| !person.is_of_file);
        match person.and_then(|person| person.post.as_ref()) {
            Some(post) => Draft::of(name, post),
            None => return StatusCode::NOT_FOUND.into_response(),
        }
    };
    page(&web, &clerk, &draft, None).await
}

/// Puts somebody on the roster, or changes what they do.
async fn keep(State(web): State<Web>, clerk: Clerk, Form(form): Form<Fields>) -> Response {
    let draft = Draft::read(&form);
    let Some(key) = clerk.key_of(&form) else {
        // What was filled in stays, with a key of this session.
        let told = Told::problem(words(&web)("staff-desk-stale"), "");
        return super::forbidden(page(&web, &clerk, &draft, Some(told)).await);
    };
    let wrong = |(id, at)| Told::problem(web.app.words(id, Language::Ja), at);
    let post = match draft.post() {
        Ok(post) => post,
        Err(fault) => return page(&web, &clerk, &draft, Some(wrong(fault))).await,
    };
    let change = if draft.is_change {
        RosterChange::Change(draft.name.clone(), post)
    } else {
        RosterChange::Add(draft.name.clone(), post)
    };
    let by = Some(clerk.name.as_str());
    match web.app.change_roster(Some(key), by, change).await {
        Ok(Ok(())) => super::go("/staff/people?done=kept"),
        Ok(Err(RosterRefusal::Repeated)) => super::go("/staff/people?done=repeated"),
        Ok(Err(refusal)) => page(&web, &clerk, &draft, Some(wrong(fault(refusal)))).await,
        Err(error) => failed(&error),
    }
}

/// A post as the form has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Draft {
    is_change: bool,
    name: String,
    role: Option<Role>,
    organisation: Option<Organisation>,
    offices: Vec<String>,
    first_day: String,
    last_day: String,
}

impl Draft {
    fn of(name: &str, post: &Post) -> Draft {
        let iso = |day: Option<NaiveDate>| day.map(terms::iso).unwrap_or_default();
        Draft {
            is_change: true,
            name: name.to_owned(),
            role: Some(post.role),
            organisation: Some(post.organisation),
            offices: post.offices.iter().map(OfficeId::to_string).collect(),
            first_day: iso(post.first_day),
            last_day: iso(post.last_day),
        }
    }

    fn read(form: &Fields) -> Draft {
        Draft {
            is_change: form.get("what") == "change",
            name: form.get("name").to_owned(),
            role: Role::from_id(form.get("role")),
            organisation: Organisation::from_id(form.get("organisation")),
            offices: form.all("offices").into_iter().map(str::to_owned).collect(),
            first_day: form.get("first_day").to_owned(),
            last_day: form.get("last_day").to_owned(),
        }
    }

    /// The post, or the word for what is wrong and where on the page.
    fn post(&self) -> Result<Post, (&'static str, &'static str)> {
        let day = |text: &str, at| match text {
            "" => Ok(None),
            text => text
                .parse()
                .map(Some)
                .map_err(|_| ("staff-people-fault-day", at)),
        };
        let offices = self.offices.iter().map(|id| OfficeId::read(id));
        let offices: Option<_> = offices.collect();
        Ok(Post {
            role: self.role.ok_or(("staff-people-fault-role", "#role"))?,
            organisation: self
                .organisation
                .ok_or(("staff-people-fault-organisation", "#organisation"))?,
            offices: offices.ok_or(("staff-desk-no-office", "#offices"))?,
            first_day: day(&self.first_day, "#first_day")?,
            last_day: day(&self.last_day, "#last_day")?,
        })
    }
}

async fn page(web: &Web, clerk: &Clerk, draft: &Draft, told: Option<Told>) -> Response {
    let key = match clerk.key(web).await {
        Ok(key) => key,
        Err(error) => return failed(&error),
    };
    let t = words(web);
    let title = t(if draft.is_change {
        "staff-people-change"
    } else {
        "staff-people-add"
    });
    let content = html! {
        p { a href="/staff/people" { (t("staff-door-people-back")) } }
        (form(&t, web, draft, &key))
        @if draft.is_change {
            section aria-labelledby="end" {
                h2 id="end" { (t("staff-people-end")) }
                details {
                    summary { (t("staff-people-end")) }
                    p { (t("staff-people-end-sure")) }
                    form method="post" action="/staff/people/end" {
                        (pages::hidden(&[("key", key.clone()), ("name", draft.name.clone())]))
                        button class="danger" { (t("staff-people-do-end")) }
                    }
                }
            }
        }
    };
    let frame = Frame {
        title: &title,
        here: "/staff/people",
        clerk: Some(clerk),
        told: told.as_ref(),
    };
    super::show(frame.markup(&t, &content))
}

fn form(t: &Words<'_>, web: &Web, draft: &Draft, key: &str) -> Markup {
    let what = if draft.is_change { "change" } else { "add" };
    html! {
        form class="booking" method="post" action=(POST) {
            (pages::hidden(&[("key", key.to_owned()), ("what", what.to_owned())]))
            div class="row" {
                div class="field" {
                    label for="name" { (t("staff-door-name")) }
                    input id="name" name="name" maxlength=(NAME_CHARS_MAX) required autocomplete="off" value=(draft.name)
                        readonly[draft.is_change] aria-describedby="name-hint";
                    p class="hint" id="name-hint" { (t("staff-people-name-hint")) }
                }
                div class="field" {
                    label for="role" { (t("staff-door-role")) }
                    select id="role" name="role" required {
                        option value="" { (t("staff-people-choose")) }
                        @for role in Role::ALL {
                            option value=(role.id()) selected[draft.role == Some(role)] { (t(terms::role_id(role))) }
                        }
                    }
                }
                div class="field" {
                    label for="organisation" { (t("staff-people-organisation")) }
                    select id="organisation" name="organisation" required {
                        option value="" { (t("staff-people-choose")) }
                        @for own in Organisation::ALL {
                            option value=(own.id()) selected[draft.organisation == Some(own)] {
                                (t(terms::organisation_id(own)))
                            }
                        }
                    }
                }
            }
            fieldset id="offices" {
                legend { (t("staff-people-offices")) }
                @for office in &web.app.rules().offices {
                    label {
                        input type="checkbox" name="offices" value=(office.id)
                            checked[draft.offices.iter().any(|id| id == office.id.as_str())];
                        (terms::office(office))
                    }
                }
                p class="hint" { (t("staff-people-offices-hint")) }
            }
            div class="row" {
                div class="field" {
                    label for="first_day" { (t("staff-people-first-day")) }
                    input id="first_day" name="first_day" type="date" value=(draft.first_day);
                }
                div class="field" {
                    label for="last_day" { (t("staff-people-last-day")) }
                    input id="last_day" name="last_day" type="date" value=(draft.last_day);
                }
            }
            button class="solid" { (t("staff-people-keep")) }
        }
    }
}

// What a button does.

/// Changes the roster as a button asks, and shows the list with what came of it.
async fn press(
    web: &Web,
    headers: &HeaderMap,
    form: &Fields,
    done: &str,
    change: impl FnOnce(&Fields) -> RosterChange,
) -> Response {
    let clerk = match super::clerk(web, headers) {
        Ok(clerk) => clerk,
        Err(response) => return *response,
    };
    let Some(key) = clerk.key_of(form) else {
        return stale(web);
    };
    // The forms of one page share a key; each name has its effect of its own.
    let key = format!("{key}:{done}:{}", form.get("name"));
    let by = Some(clerk.name.as_str());
    match web.app.change_roster(Some(key), by, change(form)).await {
        Ok(Ok(())) => super::go(&format!("/staff/people?done={done}")),
        Ok(Err(RosterRefusal::Repeated)) => super::go("/staff/people?done=repeated"),
        Ok(Err(RosterRefusal::NotAllowed)) => refused(web, "staff-people-not-below"),
        Ok(Err(refusal)) => {
            let (id, _) = fault(refusal);
            let told = Told::problem(web.app.words(id, Language::Ja), "");
            people::page(web, &clerk, Some(told)).await
        }
        Err(error) => failed(&error),
    }
}

async fn end(State(web): State<Web>, headers: HeaderMap, Form(form): Form<Fields>) -> Response {
    let change = |form: &Fields| RosterChange::End(form.get("name").to_owned());
    press(&web, &headers, &form, "ended", change).await
}

async fn drop_factor(
    State(web): State<Web>,
    headers: HeaderMap,
    Form(form): Form<Fields>,
) -> Response {
    let change = |form: &Fields| RosterChange::DropFactor(form.get("name").to_owned());
    press(&web, &headers, &form, "dropped", change).await
}

async fn go_away(State(web): State<Web>, headers: HeaderMap, Form(form): Form<Fields>) -> Response {
    let is_away = form.get("away") == "1";
    let done = if is_away { "away" } else { "back" };
    let change = |_: &Fields| RosterChange::Away(is_away);
    press(&web, &headers, &form, done, change).await
}

/// The button by which a supervisor says that they are away, or back.
pub(super) fn away(t: &Words<'_>, clerk: &Clerk, key: &str) -> Markup {
    let is_away = clerk
        .roster
        .find(&clerk.name)
        .is_some_and(|own| own.is_away);
    let (text, button, away) = if is_away {
        ("staff-people-away-now", "staff-people-come-back", "0")
    } else {
        ("staff-people-here-now", "staff-people-go-away", "1")
    };
    html! {
        form class="buttons" method="post" action="/staff/away" {
            (pages::hidden(&[("key", key.to_owned()), ("away", away.to_owned())]))
            p { (t(text)) }
            button class="outline" { (t(button)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_checked_field_by_field() {
        let check = |text: &str, expected: Result<(), &str>| {
            let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
            let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
            let draft = Draft::read(&Fields(pairs.collect()));
            let found = draft.post().map(drop).map_err(|(_, at)| at);
            assert_eq!(found, expected, "{text}");
        };
        check("name=a&role=clerk&organisation=city", Ok(()));
        check("name=a&role=mayor&organisation=city", Err("#role"));
        check("name=a&role=clerk", Err("#organisation"));
        let sound = "name=a&role=clerk&organisation=city";
        check(&format!("{sound}&offices=main&last_day=2026-12-31"), Ok(()));
        check(&format!("{sound}&offices=MAIN"), Err("#offices"));
        check(&format!("{sound}&first_day=soon"), Err("#first_day"));
    }
}
