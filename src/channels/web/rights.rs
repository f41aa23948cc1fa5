//! What each address behind the door needs. An address without a row here cannot be reached: the guard stands in front
//! of all of them and refuses what the table does not name.
//!
//! Where an address carries an office (`?office=`), or the number of a case that belongs to one, the right must be one at
//! that office. Offices that stand in a form or belong to what a form names are judged where the form is read.

use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{MatchedPath, RawPathParams, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Web;
use super::staff;
use crate::desk::rights::Right;
use crate::ids::CaseId;

/// How the addresses of a case begin.
const OF_CASE: &str = "/staff/cases/{id}";

/// What somebody needs to reach an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing: the door itself.
    Open,
    /// A session, be it only for setting a password.
    Own,
    /// To be at work, whatever they do.
    Work,
    /// To be at work and have a right, at some office at least.
    Right(Right),
}

/// Every address behind the door, by method and path as the routes name it.
pub const ROUTES: &[(&str, &str, Need)] = &[
    ("GET", "/staff", Need::Work),
    ("GET", "/staff/enter", Need::Open),
    ("POST", "/staff/enter", Need::Open),
    ("GET", "/staff/leave", Need::Work),
    ("POST", "/staff/leave", Need::Open),
    ("GET", "/staff/password", Need::Own),
    ("POST", "/staff/password", Need::Own),
    ("GET", "/staff/account", Need::Right(Right::OwnAccount)),
    (
        "POST",
        "/staff/account/factor",
        Need::Right(Right::OwnAccount),
    ),
    ("GET", "/staff/account/factor", Need::Work),
    (
        "POST",
        "/staff/account/telegram",
        Need::Right(Right::OwnAccount),
    ),
    ("GET", "/staff/account/telegram", Need::Work),
    ("GET", "/staff/people", Need::Right(Right::SeePeople)),
    ("POST", "/staff/people", Need::Right(Right::GivePasswords)),
    (
        "POST",
        "/staff/people/factor",
        Need::Right(Right::GivePasswords),
    ),
    ("GET", "/staff/people/factor", Need::Work),
    ("POST", "/staff/people/post", Need::Right(Right::Roster)),
    ("GET", "/staff/people/post", Need::Right(Right::Roster)),
    ("POST", "/staff/people/end", Need::Right(Right::Roster)),
    ("GET", "/staff/people/end", Need::Work),
    ("POST", "/staff/away", Need::Right(Right::GoAway)),
    ("GET", "/staff/away", Need::Work),
    ("GET", "/staff/day", Need::Right(Right::SeeBook)),
    ("GET", "/staff/day.csv", Need::Right(Right::SeeBook)),
    ("GET", "/staff/day.xlsx", Need::Right(Right::SeeBook)),
    ("POST", "/staff/mark", Need::Right(Right::Book)),
    ("GET", "/staff/mark", Need::Work),
    ("POST", "/staff/printed", Need::Right(Right::SeeBook)),
    ("GET", "/staff/printed", Need::Work),
    ("GET", "/staff/week", Need::Right(Right::SeeFigures)),
    ("GET", "/staff/book", Need::Right(Right::Book)),
    ("POST", "/staff/book", Need::Right(Right::Book)),
    ("GET", "/staff/visit/{id}", Need::Right(Right::SeeBook)),
    ("GET", "/staff/visit/{id}/move", Need::Right(Right::SeeBook)),
    ("POST", "/staff/visit/{id}/move", Need::Right(Right::Book)),
    ("GET", "/staff/visit/{id}/cancel", Need::Right(Right::Book)),
    ("POST", "/staff/visit/{id}/cancel", Need::Right(Right::Book)),
    ("GET", "/staff/waiting", Need::Right(Right::SeeBook)),
    ("GET", "/staff/conflicts", Need::Right(Right::SeeBook)),
    ("GET", "/staff/morning", Need::Right(Right::SeeBook)),
    ("GET", "/staff/calendar", Need::Right(Right::SeeFigures)),
    ("POST", "/staff/calendar", Need::Right(Right::Calendar)),
    ("GET", "/staff/poster", Need::Right(Right::SeeFloor)),
    ("GET", "/staff/floor", Need::Right(Right::SeeFloor)),
    ("GET", "/staff/floor/events", Need::Right(Right::SeeFloor)),
    // What is done at a counter needs `Serve` beside.
    ("POST", "/staff/floor/do", Need::Right(Right::Guide)),
    ("GET", "/staff/floor/do", Need::Right(Right::SeeFloor)),
    ("GET", "/staff/devices", Need::Right(Right::Devices)),
    ("POST", "/staff/devices", Need::Right(Right::Devices)),
    ("GET", "/staff/cases", Need::Right(Right::SeeCases)),
    ("GET", "/staff/cases/events", Need::Right(Right::SeeCases)),
    (
        "POST",
        "/staff/cases/presence",
        Need::Right(Right::AnswerCases),
    ),
    ("GET", "/staff/cases/presence", Need::Work),
    ("GET", "/staff/cases/{id}", Need::Right(Right::SeeCases)),
    (
        "GET",
        "/staff/cases/{id}/events",
        Need::Right(Right::SeeCases),
    ),
    (
        "GET",
        "/staff/cases/{id}/take-over",
        Need::Right(Right::AnswerCases),
    ),
    (
        "GET",
        "/staff/cases/{id}/letter",
        Need::Right(Right::AnswerCases),
    ),
    (
        "POST",
        "/staff/cases/{id}/do",
        Need::Right(Right::AnswerCases),
    ),
    ("GET", "/staff/cases/{id}/do", Need::Work),
    (
        "POST",
        "/staff/cases/{id}/reply",
        Need::Right(Right::AnswerCases),
    ),
    ("GET", "/staff/cases/{id}/reply", Need::Work),
    (
        "POST",
        "/staff/cases/{id}/note",
        Need::Right(Right::AnswerCases),
    ),
    ("GET", "/staff/cases/{id}/note", Need::Work),
    (
        "POST",
        "/staff/cases/{id}/aid",
        Need::Right(Right::AnswerCases),
    ),
    ("GET", "/staff/cases/{id}/aid", Need::Work),
    (
        "POST",
        "/staff/cases/{id}/send",
        Need::Right(Right::AnswerCases),
    ),
    ("GET", "/staff/cases/{id}/send", Need::Work),
    (
        "POST",
        "/staff/cases/{id}/sheet",
        Need::Right(Right::AnswerCases),
    ),
    ("GET", "/staff/cases/{id}/sheet", Need::Work),
    ("POST", "/staff/floor/sheet", Need::Right(Right::Serve)),
    ("GET", "/staff/floor/sheet", Need::Right(Right::SeeFloor)),
    ("GET", "/staff/sheets", Need::Right(Right::SeeCases)),
    ("GET", "/staff/sheets/{code}", Need::Right(Right::SeeCases)),
    (
        "POST",
        "/staff/sheets/{code}/take",
        Need::Right(Right::SeeCases),
    ),
    ("GET", "/staff/sheets/{code}/take", Need::Work),
    ("GET", "/staff/blocks", Need::Right(Right::Block)),
    ("POST", "/staff/blocks", Need::Right(Right::Block)),
    ("POST", "/staff/blocks/lift", Need::Right(Right::Block)),
    ("GET", "/staff/blocks/lift", Need::Work),
    ("GET", "/staff/audit", Need::Right(Right::SeeAudit)),
    ("POST", "/staff/audit", Need::Right(Right::SeeAudit)),
    ("GET", "/staff/audit.csv", Need::Right(Right::SeeAudit)),
    ("GET", "/staff/incident", Need::Right(Right::RaiseIncident)),
    // What is done beside with the desk needs `RunIncident`.
    ("POST", "/staff/incident", Need::Right(Right::RaiseIncident)),
    ("GET", "/staff/incidents", Need::Right(Right::SeeIncidents)),
    (
        "GET",
        "/staff/incident/{id}",
        Need::Right(Right::SeeIncidents),
    ),
    (
        "GET",
        "/staff/incident/{id}/report",
        Need::Right(Right::SeeIncidents),
    ),
    (
        "POST",
        "/staff/incident/{id}/note",
        Need::Right(Right::RunIncident),
    ),
    ("GET", "/staff/incident/{id}/note", Need::Work),
    (
        "POST",
        "/staff/incident/{id}/do",
        Need::Right(Right::RunIncident),
    ),
    ("GET", "/staff/incident/{id}/do", Need::Work),
    ("GET", "/staff/feedback", Need::Right(Right::SeeFeedback)),
    (
        "GET",
        "/staff/feedback.csv",
        Need::Right(Right::SeeFeedback),
    ),
    ("GET", "/review/feedback", Need::Right(Right::Texts)),
    ("GET", "/review/feedback.csv", Need::Right(Right::Texts)),
    ("GET", "/review", Need::Right(Right::Texts)),
    (
        "GET",
        "/review/text/{entry}/{language}",
        Need::Right(Right::Texts),
    ),
    (
        "POST",
        "/review/text/{entry}/{language}",
        Need::Right(Right::Texts),
    ),
    ("GET", "/review/questions", Need::Right(Right::Texts)),
    ("POST", "/review/questions", Need::Right(Right::Texts)),
];

/// What an address needs; nothing where the table does not name it.
fn need(method: &Method, path: &str) -> Option<Need> {
    // Whoever may read a page may ask for its head.
    let method = if *method == Method::HEAD {
        "GET"
    } else {
        method.as_str()
    };
    let mut rows = ROUTES.iter();
    let row = rows.find(|(of, named, _)| *of == method && *named == path);
    row.map(|(_, _, need)| *need)
}

/// The case that an address is about, as its page reads it.
fn case_of(path: &str, params: &RawPathParams) -> Option<CaseId> {
    let mut params = params.iter().filter(|_| path.starts_with(OF_CASE));
    let (_, id) = params.find(|(name, _)| *name == "id")?;
    id.parse().ok().map(CaseId)
}

/// Stands in front of every address behind the door.
pub(super) async fn guard(
    State(web): State<Web>,
    path: MatchedPath,
    params: Result<RawPathParams, RawPathParamsRejection>,
    request: Request,
    next: Next,
) -> Response {
    let path = path.as_str();
    let Some(need) = need(request.method(), path) else {
        let is_there = ROUTES.iter().any(|(_, named, _)| *named == path);
        return if is_there {
            StatusCode::METHOD_NOT_ALLOWED.into_response()
        } else {
            tracing::error!(
                path,
                "an address of the staff has no row in the table of rights"
            );
            staff::refused(&web, "staff-door-not-yours")
        };
    };
    // What cannot be read names no case; the page itself refuses it.
    let case = params.ok().and_then(|params| case_of(path, &params));
    match staff::admit(&web, need, case, &request) {
        Ok(()) => next.run(request).await,
        Err(response) => *response,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::rights::TABLE;

    #[test]
    fn each_address_stands_once_in_the_table() {
        for (n, (method, path, _)) in ROUTES.iter().enumerate() {
            let before = ROUTES[..n].iter();
            assert_eq!(
                before
                    .filter(|row| (row.0, row.1) == (*method, *path))
                    .count(),
                0,
                "{method} {path}"
            );
        }
        let rights = ROUTES.iter().filter_map(|(_, _, need)| match need {
            Need::Right(right) => Some(right),
            _ => None,
        });
        for right in rights {
            assert!(TABLE.iter().any(|(named, _)| named == right), "{right:?}");
        }
    }

    #[test]
    fn only_the_door_is_open() {
        let open = ROUTES.iter().filter(|(_, _, need)| *need == Need::Open);
        let paths: Vec<&str> = open.map(|(_, path, _)| *path).collect();
        assert_eq!(paths, ["/staff/enter", "/staff/enter", "/staff/leave"]);
    }

    #[test]
    fn what_is_not_named_is_nobodys() {
        assert_eq!(need(&Method::GET, "/staff/secret"), None);
        assert_eq!(need(&Method::DELETE, "/staff/day"), None);
        assert_eq!(
            need(&Method::HEAD, "/staff/day"),
            Some(Need::Right(Right::SeeBook))
        );
    }
}
