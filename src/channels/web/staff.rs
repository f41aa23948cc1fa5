//! The staff's pages: the visits of a day, booking by telephone and at the counter, the week, the waiting list, the call
//! list of a closed day, and the calendar.
//!
//! They are for the people named in `staff.people`, who come in with a password of their own (`login`, `password`). Every
//! form carries a key that belongs to the session: it shows that the form comes from these pages, and lets each form have
//! its effect once. A form without it is refused.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use maud::{Markup, html};
use serde::Deserialize;

use super::door::{self, Person};
use super::{Web, review};
use crate::app::AppError;
use crate::app::logins::SessionKind;
use crate::app::password::LoginError;
use crate::config::StaffRole;
use crate::desk::language::Language;
use crate::desk::rules::{Office, Rules, civil};

mod audit;
mod audit_words;
mod blocks;
mod book;
mod calendar;
mod calendar_pages;
mod console;
mod console_counter;
mod console_forms;
mod console_notices;
mod console_orders;
mod console_page;
mod day;
mod devices;
pub(super) mod files;
mod inbox;
mod inbox_case;
mod inbox_letter;
mod inbox_list;
mod inbox_live;
mod inbox_notices;
mod inbox_talk;
mod lists;
mod login;
mod pages;
mod password;
mod people;
mod poster;
mod terms;
mod visit;
mod visits;
mod week;
mod wish;

use pages::Frame;

/// The routes of the pages.
pub(super) fn routes() -> super::Router<Web> {
    super::Router::new()
        .route("/staff", get(home))
        .route("/staff/enter", get(login::show).post(login::enter))
        .route("/staff/leave", post(login::leave).get(home))
        .route("/staff/password", get(password::show).post(password::set))
        .route("/staff/people", get(people::show).post(people::give))
        .route("/staff/blocks", get(blocks::show).post(blocks::block))
        .route("/staff/blocks/lift", post(blocks::lift).get(blocks::home))
        .route("/staff/day", get(day::show))
        .route("/staff/day.csv", get(files::csv))
        .route("/staff/day.xlsx", get(files::xlsx))
        .route("/staff/mark", post(day::mark).get(home))
        .route("/staff/printed", post(day::printed).get(home))
        .route("/staff/week", get(week::show))
        .route("/staff/book", get(book::show).post(book::book))
        .route("/staff/visit/{id}", get(visit::show))
        .route(
            "/staff/visit/{id}/move",
            post(visit::move_to).get(visit::back),
        )
        .route(
            "/staff/visit/{id}/cancel",
            get(visit::ask_cancel).post(visit::cancel),
        )
        .route("/staff/waiting", get(lists::waiting))
        .route("/staff/conflicts", get(lists::conflicts))
        .route("/staff/morning", get(lists::morning))
        .route("/staff/calendar", get(calendar::show).post(calendar::enter))
        .route("/staff/poster", get(poster::show))
        .route("/staff/audit", get(audit::show).post(audit::verify))
        .route("/staff/audit.csv", get(audit::csv))
        .merge(console::routes())
        .merge(inbox::routes())
}

/// Where somebody's work is.
async fn home(State(web): State<Web>, headers: HeaderMap) -> Response {
    match inside(&web, &headers, Place::Desk) {
        Ok(person) => Redirect::to(place(&web, &person, Place::Desk).address()).into_response(),
        Err(response) => *response,
    }
}

/// The two places behind the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Desk,
    Review,
}

impl Place {
    /// The place that an address names: a closed set, so that a link leads nowhere else.
    fn read(fields: &Fields) -> Place {
        match fields.get("to") {
            "review" => Place::Review,
            _ => Place::Desk,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Place::Desk => "desk",
            Place::Review => "review",
        }
    }

    const fn address(self) -> &'static str {
        match self {
            Place::Desk => "/staff/day",
            Place::Review => "/review",
        }
    }
}

/// Where somebody goes: to the place they asked for, if it is theirs, else to the other one.
fn place(web: &Web, person: &Person, asked: Place) -> Place {
    let is_clerk = web.app.config().staff.role(&person.name).is_some();
    let is_reviewer = review::role_of(web, &person.name).is_some();
    match asked {
        Place::Desk if is_clerk => Place::Desk,
        Place::Review if is_reviewer => Place::Review,
        _ if is_clerk => Place::Desk,
        _ => Place::Review,
    }
}

/// Whoever is behind a request, at work; else the way to the door.
pub(super) fn inside(
    web: &Web,
    headers: &HeaderMap,
    place: Place,
) -> Result<Person, Box<Response>> {
    if web.app.config().people().is_empty() {
        return Err(Box::new(StatusCode::NOT_FOUND.into_response()));
    }
    match door::person(web, headers) {
        Ok(Some(person)) if person.kind == SessionKind::Work => Ok(person),
        Ok(Some(_)) => Err(Box::new(go("/staff/password"))),
        Ok(None) => Err(Box::new(go(match place {
            Place::Desk => "/staff/enter",
            Place::Review => "/staff/enter?to=review",
        }))),
        Err(error) => Err(Box::new(failed(&error))),
    }
}

/// Somebody who has come in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Clerk {
    name: String,
    role: StaffRole,
    session: String,
    /// How many cases nobody had taken when they came to this page; it stands in the navigation.
    unowned: u32,
}

/// The keys that pages draw are at least so long.
const RANDOM_CHARS: usize = 32;

impl Clerk {
    fn is_supervisor(&self) -> bool {
        self.role.is_supervisor()
    }

    /// A key for the forms of one page.
    async fn key(&self, web: &Web) -> Result<String, AppError> {
        let random = web.app.new_token().await?;
        Ok(door::key(&self.session, &random))
    }

    /// The key of a form, if a page of this session carried it.
    fn key_of(&self, form: &Fields) -> Option<String> {
        // The key of a fixed form, as that for leaving, opens no other.
        door::key_of(&self.session, form.get("key")).filter(|random| random.len() >= RANDOM_CHARS)
    }
}

/// The fields of an address or a form, in their order; a name may come several times.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first value of a name without the spaces around it; empty where there is none.
    fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// The first value of a name as it was typed, for passwords.
    fn typed(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// Every value of a name.
    fn all(&self, name: &str) -> Vec<&str> {
        let found = self.0.iter().filter(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).collect()
    }

    /// The day of a field, in years in which calendars can be reckoned with.
    fn day(&self, name: &str) -> Option<NaiveDate> {
        let day: NaiveDate = self.get(name).parse().ok()?;
        (2020..=2100).contains(&day.year()).then_some(day)
    }
}

/// The office that is asked for, else the first one.
fn office<'a>(rules: &'a Rules, fields: &Fields) -> Option<&'a Office> {
    let asked = fields.get("office");
    let found = rules
        .offices
        .iter()
        .find(|office| office.id.as_str() == asked);
    found.or_else(|| rules.offices.first())
}

fn today(now: DateTime<Utc>) -> NaiveDate {
    civil(now).date()
}

/// The clerk behind a request, or the way to the door.
fn clerk(web: &Web, headers: &HeaderMap) -> Result<Clerk, Box<Response>> {
    if web.app.config().staff.people.is_empty() {
        return Err(Box::new(StatusCode::NOT_FOUND.into_response()));
    }
    let person = inside(web, headers, Place::Desk)?;
    let unowned = web.app.unowned_cases();
    let unowned = unowned.map_err(|error| Box::new(failed(&error)))?;
    match web.app.config().staff.role(&person.name) {
        Some(role) => Ok(Clerk {
            name: person.name,
            role,
            session: person.session,
            unowned,
        }),
        None => Err(Box::new(refused(web, "staff-door-not-yours"))),
    }
}

/// The page that says why something may not be done, with a way back to work.
pub(super) fn refused(web: &Web, why: &str) -> Response {
    let t = words(web);
    let content = html! {
        p class="notice bad" role="alert" { (t(why)) }
        p { a class="button" href="/staff" { (t("staff-door-back")) } }
    };
    let frame = Frame {
        title: &t("staff-door-refused-title"),
        here: "",
        clerk: None,
        told: None,
    };
    (StatusCode::FORBIDDEN, show(frame.markup(&t, &content))).into_response()
}

/// The answer to a form whose key is not of this session.
pub(super) fn stale(web: &Web) -> Response {
    refused(web, "staff-desk-stale")
}

/// The words of the pages, all Japanese: they are for the staff.
fn words(web: &Web) -> impl Fn(&str) -> String + '_ {
    |id: &str| web.app.words(id, Language::Ja)
}

fn show(page: Markup) -> Response {
    Html(page.into_string()).into_response()
}

fn failed(error: &AppError) -> Response {
    tracing::error!(%error, "a page of the staff could not be made");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

fn login_failed(error: &LoginError) -> Response {
    tracing::error!(%error, "a login could not be looked at");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

/// A page that is shown again because its form was refused.
fn forbidden(mut page: Response) -> Response {
    if page.status() == StatusCode::OK {
        *page.status_mut() = StatusCode::FORBIDDEN;
    }
    page
}

fn go(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// An address with its fields. Values are percent-encoded (RFC 3986, section 2.1).
fn address(path: &str, fields: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (n, (name, value)) in fields.iter().enumerate() {
        address.push(if n == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                address.push(char::from(byte));
            } else {
                address.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_any_value() {
        let fields = [("office", "main"), ("reason", "台風 & =")];
        let expected = "/staff/book?office=main&reason=%E5%8F%B0%E9%A2%A8%20%26%20%3D";
        assert_eq!(address("/staff/book", &fields), expected);
        assert_eq!(address("/staff/day", &[]), "/staff/day");
    }

    #[test]
    fn a_key_belongs_to_its_session() {
        let clerk = |session: &str| Clerk {
            name: "窓口".to_owned(),
            role: StaffRole::Clerk,
            session: session.to_owned(),
            unowned: 0,
        };
        let form = |key: String| Fields(vec![("key".to_owned(), key)]);
        let random = "r".repeat(RANDOM_CHARS);
        let ours = form(door::key("one", &random));
        assert_eq!(clerk("one").key_of(&ours), Some(random));
        // The key of the form for leaving opens no other form.
        assert_eq!(clerk("one").key_of(&form(door::key("one", "leave"))), None);
        assert_eq!(clerk("two").key_of(&ours), None);
        assert_eq!(clerk("one").key_of(&form("abc".to_owned())), None);
        assert_eq!(clerk("one").key_of(&Fields::default()), None);
    }
}
