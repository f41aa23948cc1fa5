//! The staff's pages: the visits of a day, booking by telephone and at the counter, the week, the waiting list, the call
//! list of a closed day, and the calendar.
//!
//! They are for the people of the roster, who come in with a password of their own (`login`, `password`) and reach what
//! `rights` says. Every form carries a key that belongs to the session: it shows that the form comes from these pages,
//! and lets each form have its effect once. A form without it is refused.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use maud::{Markup, html};
use serde::Deserialize;

use super::Web;
use super::door::{self, Person};
use super::rights::Need;
use crate::app::AppError;
use crate::app::incidents::Alerts;
use crate::app::logins::SessionKind;
use crate::app::password::LoginError;
use crate::desk::language::Language;
use crate::desk::rights::{self as desk_rights, Right, Role};
use crate::desk::roster::Roster;
use crate::desk::rules::{Office, OfficeId, Rules, civil};
use crate::ids::CaseId;

mod account;
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
mod console_sheets;
mod day;
mod devices;
pub(super) mod files;
mod inbox;
mod inbox_aids;
mod inbox_case;
mod inbox_help;
mod inbox_letter;
mod inbox_list;
mod inbox_live;
mod inbox_notices;
mod inbox_talk;
mod incident;
mod incident_record;
mod incident_words;
mod lists;
mod login;
mod pages;
mod password;
mod people;
mod poster;
mod roster;
mod sheet_page;
mod sheets;
mod terms;
mod visit;
mod visits;
mod voices;
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
        .merge(account::routes())
        .merge(roster::routes())
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
        .route(voices::HERE, get(voices::show))
        .route(voices::FILE, get(voices::file))
        .merge(console::routes())
        .merge(inbox::routes())
        .merge(sheets::routes())
        .merge(incident::routes())
}

/// Where somebody's work is.
async fn home(State(web): State<Web>, headers: HeaderMap) -> Response {
    match inside(&web, &headers, Place::Desk) {
        Ok(person) => go(place(&web, &person, Place::Desk)),
        Err(response) => *response,
    }
}

/// Whether a request may go on to an address with this need; else the answer to it.
pub(super) fn admit(
    web: &Web,
    need: Need,
    case: Option<CaseId>,
    request: &Request,
) -> Result<(), Box<Response>> {
    let headers = request.headers();
    if need != Need::Open {
        there_is_somebody(web)?;
    }
    let right = match need {
        Need::Open => return Ok(()),
        Need::Own => {
            return match door::person(web, headers) {
                Ok(Some(_)) => Ok(()),
                Ok(None) => Err(Box::new(go("/staff/enter"))),
                Err(error) => Err(Box::new(failed(&error))),
            };
        }
        Need::Work => return inside(web, headers, Place::Desk).map(drop),
        Need::Right(right) => right,
    };
    let asked = match right {
        Right::Texts => Place::Review,
        _ => Place::Desk,
    };
    let roster = web.app.roster().map_err(|error| Box::new(failed(&error)))?;
    // Where nobody works on the answers there is no page for it.
    if right == Right::Texts && !roster.people.iter().any(|person| person.works_on_texts) {
        return Err(Box::new(StatusCode::NOT_FOUND.into_response()));
    }
    let person = inside(web, headers, asked)?;
    let today = web.app.today();
    // An office that nobody knows is the page's own matter.
    let fields: Fields = Query::try_from_uri(request.uri())
        .map(|Query(fields)| fields)
        .unwrap_or_default();
    let named = fields.all("office").into_iter().filter_map(OfficeId::read);
    let mut named = named.filter(|id| web.app.rules().office(id).is_some());
    // Asked here for every address of a case, so that none is forgotten.
    let of_case = case.map_or(Ok(None), |case| web.app.case_office(case));
    let of_case = of_case.map_err(|error| Box::new(failed(&error)))?;
    let may = roster.may_about(&person.name, right, of_case.as_ref(), today)
        && named.all(|office| roster.may_at(&person.name, right, &office, today));
    if may {
        return Ok(());
    }
    let why = if roster.may(&person.name, right, today) {
        "staff-door-not-here"
    } else if desk_rights::may(Role::Supervisor, right)
        && roster.role(&person.name, today).is_some()
    {
        "staff-door-supervisors"
    } else {
        "staff-door-not-yours"
    };
    Err(Box::new(refused(web, why)))
}

/// Without anybody who could come in there is no door.
fn there_is_somebody(web: &Web) -> Result<(), Box<Response>> {
    match web.app.roster() {
        Ok(roster) if roster.people.is_empty() => {
            Err(Box::new(StatusCode::NOT_FOUND.into_response()))
        }
        Ok(_) => Ok(()),
        Err(error) => Err(Box::new(failed(&error))),
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
}

/// Where the work of those begins who do not work with the visits, by what they may.
const HOMES: [(Right, &str); 4] = [
    (Right::SeeBook, "/staff/day"),
    (Right::SeeFigures, "/staff/week"),
    (Right::SeePeople, "/staff/people"),
    (Right::Texts, "/review"),
];

/// Where somebody goes: to the place they asked for, if it is theirs, else to their work.
fn place(web: &Web, person: &Person, asked: Place) -> &'static str {
    let Ok(roster) = web.app.roster() else {
        return "/staff/account";
    };
    let today = web.app.today();
    let may = |right: Right| roster.may(&person.name, right, today);
    if asked == Place::Review && may(Right::Texts) {
        return "/review";
    }
    let home = HOMES.iter().find(|(right, _)| may(*right));
    home.map_or("/staff/account", |(_, address)| address)
}

/// Whoever is behind a request, at work; else the way to the door.
pub(super) fn inside(
    web: &Web,
    headers: &HeaderMap,
    place: Place,
) -> Result<Person, Box<Response>> {
    there_is_somebody(web)?;
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

/// Somebody of the roster who has come in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Clerk {
    name: String,
    role: Role,
    session: String,
    roster: Arc<Roster>,
    today: NaiveDate,
    /// How many cases nobody had taken when they came to this page; it stands in the navigation.
    unowned: u32,
    /// How many late cases they should look after.
    late: u32,
    /// What has gone wrong and is not settled.
    alerts: Alerts,
}

/// The keys that pages draw are at least so long.
const RANDOM_CHARS: usize = 32;

impl Clerk {
    /// Whether they have a right at some office at least.
    fn may(&self, right: Right) -> bool {
        self.roster.may(&self.name, right, self.today)
    }

    /// Whether they have a right at an office.
    fn may_at(&self, right: Right, office: &OfficeId) -> bool {
        self.roster.may_at(&self.name, right, office, self.today)
    }

    /// Whether they have a right about what belongs to an office, or to none yet.
    fn may_about(&self, right: Right, office: Option<&OfficeId>) -> bool {
        (self.roster).may_about(&self.name, right, office, self.today)
    }

    /// Whether they have a right over what concerns every office.
    fn may_for_all(&self, right: Right) -> bool {
        self.roster.may_for_all(&self.name, right, self.today)
    }

    /// Whether they have a right at an office, or at all of them where none is named.
    fn may_for(&self, right: Right, office: Option<&OfficeId>) -> bool {
        match office {
            Some(office) => self.may_at(right, office),
            None => self.roster.may_everywhere(&self.name, right, self.today),
        }
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

/// The office that is asked for, else the first one at which they have the right.
fn office<'a>(
    rules: &'a Rules,
    clerk: &Clerk,
    right: Right,
    fields: &Fields,
) -> Option<&'a Office> {
    let asked = fields.get("office");
    let theirs = |office: &&Office| clerk.may_at(right, &office.id);
    let mut offices = rules.offices.iter();
    let found = offices.find(|office| office.id.as_str() == asked);
    found
        .filter(theirs)
        .or_else(|| rules.offices.iter().find(theirs))
}

/// The answer where something belongs to an office that is not theirs.
fn not_here(web: &Web) -> Response {
    refused(web, "staff-door-not-here")
}

fn today(now: DateTime<Utc>) -> NaiveDate {
    civil(now).date()
}

/// The clerk behind a request; everybody else is shown the way to the door.
impl FromRequestParts<Web> for Clerk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Clerk, Response> {
        clerk(web, &parts.headers).map_err(|response| *response)
    }
}

fn clerk(web: &Web, headers: &HeaderMap) -> Result<Clerk, Box<Response>> {
    let person = inside(web, headers, Place::Desk)?;
    let roster = web.app.roster().map_err(|error| Box::new(failed(&error)))?;
    let today = web.app.today();
    let unowned = web.app.unowned_cases();
    let unowned = unowned.map_err(|error| Box::new(failed(&error)))?;
    let theirs = |found: &[(Option<OfficeId>, u32)]| {
        let found = found.iter().filter(|(office, _)| {
            let office = office.as_ref();
            roster.may_about(&person.name, Right::SeeCases, office, today)
        });
        found.map(|(_, count)| count).sum()
    };
    let unowned = theirs(&unowned);
    let alerts = web.app.alerts().map_err(|error| Box::new(failed(&error)))?;
    match roster.role(&person.name, today) {
        Some(role) => Ok(Clerk {
            late: (web.app.late_cases(&person.name, role))
                .map(|found| theirs(&found))
                .map_err(|error| Box::new(failed(&error)))?,
            name: person.name,
            role,
            session: person.session,
            roster,
            today,
            unowned,
            alerts,
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

/// The same for what is not there, or not any more.
fn missing(web: &Web, why: &str) -> Response {
    let mut page = refused(web, why);
    *page.status_mut() = StatusCode::NOT_FOUND;
    page
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

/// A page that says that there were too many tries.
fn too_often(page: Response, wait: TimeDelta) -> Response {
    let wait = [(header::RETRY_AFTER, wait.num_seconds().max(1).to_string())];
    (StatusCode::TOO_MANY_REQUESTS, wait, page).into_response()
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
            role: Role::Clerk,
            session: session.to_owned(),
            roster: Arc::default(),
            today: NaiveDate::default(),
            unowned: 0,
            late: 0,
            alerts: Alerts::default(),
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
