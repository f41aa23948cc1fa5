//! The staff's pages: the visits of a day, booking by telephone and at the counter, the week, the waiting list, the call
//! list of a closed day, and the calendar.
//!
//! They are for the people named in `staff.people`, each with a token of their own from the environment. Without tokens
//! the desk makes one when it starts and tells it on the terminal. Every form carries a key that belongs to the session:
//! it shows that the form comes from these pages, and lets each form have its effect once.

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use maud::Markup;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{Web, session};
use crate::app::AppError;
use crate::config::StaffRole;
use crate::desk::language::Language;
use crate::desk::rules::{Office, Rules, civil};

mod book;
mod calendar;
mod calendar_pages;
mod day;
mod files;
mod lists;
mod pages;
mod terms;
mod visit;
mod visits;
mod week;
mod wish;

use pages::Notice;

/// The cookie of somebody who has come in.
const COOKIE: &str = "madoguchi-staff";

/// The routes of the pages.
pub(super) fn routes() -> super::Router<Web> {
    super::Router::new()
        .route("/staff", get(home))
        .route("/staff/enter", post(enter).get(home))
        .route("/staff/leave", post(leave).get(home))
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
}

async fn home() -> Redirect {
    Redirect::to("/staff/day")
}

/// Somebody who has come in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Clerk {
    name: String,
    role: StaffRole,
    session: String,
}

impl Clerk {
    fn is_supervisor(&self) -> bool {
        self.role == StaffRole::Supervisor
    }

    /// A key for the forms of one page.
    async fn key(&self, web: &Web) -> Result<String, AppError> {
        let random = web.app.new_token().await?;
        Ok(format!("{random}.{}", seal(&self.session, &random)))
    }

    /// The key of a form, if a page of this session carried it.
    fn key_of(&self, form: &Fields) -> Option<String> {
        let (random, given) = form.get("key").split_once('.')?;
        let is_ours =
            !random.is_empty() && random.len() <= 64 && given == seal(&self.session, random);
        is_ours.then(|| random.to_owned())
    }
}

/// What only the server and the browser of a session can make of a random text.
fn seal(session: &str, random: &str) -> String {
    let digest = Sha256::digest(format!("staff-form:{session}:{random}"));
    let bytes = digest.iter().take(16);
    bytes.map(|byte| format!("{byte:02x}")).collect()
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

/// The clerk behind a request, or the page that asks who it is.
fn clerk(web: &Web, headers: &HeaderMap) -> Result<Clerk, Box<Response>> {
    if !web.staff_door.is_open() {
        return Err(Box::new(StatusCode::NOT_FOUND.into_response()));
    }
    let known = session::cookie(headers, COOKIE).and_then(|id| {
        let name = web.staff_door.who(&id, web.app.now())?;
        let role = web.app.config().staff.role(&name)?;
        Some(Clerk {
            name,
            role,
            session: id,
        })
    });
    known.ok_or_else(|| Box::new(login(web, None)))
}

fn login(web: &Web, notice: Option<Notice>) -> Response {
    let people = &web.app.config().staff.people;
    let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
    let page = Html(pages::login(&words(web), &names, notice).into_string());
    if notice == Some(Notice::TooOften) {
        let wait = [(header::RETRY_AFTER, "60")];
        return (StatusCode::TOO_MANY_REQUESTS, wait, page).into_response();
    }
    (StatusCode::UNAUTHORIZED, page).into_response()
}

/// The words of the pages, all Japanese: they are for the staff.
fn words(web: &Web) -> impl Fn(&str) -> String + '_ {
    |id: &str| web.app.words(id, Language::Ja)
}

#[derive(Deserialize)]
struct Enter {
    #[serde(default)]
    name: String,
    #[serde(default)]
    token: String,
}

async fn enter(State(web): State<Web>, Form(form): Form<Enter>) -> Response {
    if !web.staff_door.is_open() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let now = web.app.now();
    if web.staff_door.is_closed_for_now(now) {
        return login(&web, Some(Notice::TooOften));
    }
    let known = web.app.config().staff.role(&form.name).is_some();
    if !known || !web.staff_door.fits(&form.name, form.token.trim()) {
        web.staff_door.note_failure(now);
        tracing::warn!("somebody could not enter the staff's pages");
        return login(&web, Some(Notice::Refused));
    }
    let id = match web.app.new_token().await {
        Ok(id) => id,
        Err(error) => return failed(&error),
    };
    web.staff_door.enter(id.clone(), &form.name, now);
    let cookie = format!("{COOKIE}={id}; Path=/staff; HttpOnly; SameSite=Strict");
    session::with_cookie(Redirect::to("/staff/day").into_response(), &cookie)
}

async fn leave(State(web): State<Web>, headers: HeaderMap) -> Response {
    if let Some(id) = session::cookie(&headers, COOKIE) {
        web.staff_door.leave(&id);
    }
    let cookie = format!("{COOKIE}=; Path=/staff; HttpOnly; SameSite=Strict; Max-Age=0");
    session::with_cookie(Redirect::to("/staff/day").into_response(), &cookie)
}

fn show(page: Markup) -> Response {
    Html(page.into_string()).into_response()
}

fn failed(error: &AppError) -> Response {
    tracing::error!(%error, "a page of the staff could not be made");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
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
        };
        let form = |key: String| Fields(vec![("key".to_owned(), key)]);
        let ours = form(format!("abc.{}", seal("one", "abc")));
        assert_eq!(clerk("one").key_of(&ours), Some("abc".to_owned()));
        assert_eq!(clerk("two").key_of(&ours), None);
        assert_eq!(clerk("one").key_of(&form("abc".to_owned())), None);
        assert_eq!(clerk("one").key_of(&Fields::default()), None);
    }
}
