//! The display of the hall: who is called to which counter, large enough for eight metres; how many wait and how long.
//! Everything is in Japanese and English, and each call in the language of its ticket as well.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, TimeDelta, Utc};
use maud::{Markup, html};
use serde::Serialize;

use super::live::{Look, Scene, stream};
use super::{
    DEVICE, Router, Sheet, Web, clock, device, html_lang, iso, known_device, lost_banner, not_yet,
    range, session,
};
use crate::app::hall::DeviceKind;
use crate::channels::web::caller::Caller;
use crate::desk::language::Language;
use crate::desk::queue::counter::CounterNumber;
use crate::desk::queue::estimate::Wait;
use crate::desk::queue::ticket::{State as TicketState, TicketNumber};
use crate::desk::queue::view::{Call, Hall};
use crate::desk::rules::OfficeId;
use crate::ids::TicketId;

/// So many calls are shown at once in large type.
const CALLING_MAX: usize = 6;
/// So many earlier calls stay on the display.
const RECENT_MAX: usize = 6;
/// A display that was away says nothing that is older.
const NEWS_SECONDS: i64 = 60;
/// The languages of the display.
const BOTH: [Language; 2] = [Language::Ja, Language::En];

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/board", get(show))
        .route("/board/events", get(events))
}

/// `GET /board`.
async fn show(State(web): State<Web>, headers: HeaderMap) -> Response {
    let device = match device(&web, &headers, DeviceKind::Board) {
        Ok(device) => device,
        Err(response) => return *response,
    };
    match web.app.hall(&device.office) {
        Some(hall) => page(&web, &device.office, &hall).into_response(),
        // The desk has just started, and looks at its halls for the first time.
        None => not_yet(&web, Language::Ja, "/board"),
    }
}

/// `GET /board/events`: the inner part of the page as it changes, and what is to be said.
async fn events(State(web): State<Web>, caller: Caller, headers: HeaderMap) -> Response {
    match device(&web, &headers, DeviceKind::Board) {
        Ok(device) => stream(
            web,
            Board {
                office: device.office,
                token: session::cookie(&headers, DEVICE).unwrap_or_default(),
                last: i64::MIN,
            },
            &format!("board:{}", device.name),
            caller,
        ),
        Err(response) => *response,
    }
}

/// The display as its stream sees it.
struct Board {
    office: OfficeId,
    /// A display that was taken away hears nothing more.
    token: String,
    /// The last call that was said.
    last: i64,
}

impl Scene for Board {
    fn is_over(&self, web: &Web) -> bool {
        matches!(known_device(web, &self.token), Ok(None))
    }

    fn look(&mut self, web: &Web) -> Option<Look> {
        let hall = web.app.hall(&self.office)?;
        let calls = news(&hall, self.last, web.app.now());
        self.last = hall
            .calls
            .iter()
            .map(|call| call.id)
            .fold(self.last, i64::max);
        Some(Look {
            version: hall.version,
            html: fragment(web, &self.office, &hall).into_string(),
            calls: calls.iter().map(|call| announcement(web, call)).collect(),
        })
    }
}

/// The calls after one that are still of use, the oldest first; of a ticket only the newest.
fn news(hall: &Hall, last: i64, now: DateTime<Utc>) -> Vec<&Call> {
    let mut tickets = BTreeSet::new();
    let mut calls: Vec<&Call> = hall
        .calls
        .iter()
        .filter(|call| tickets.insert(call.ticket))
        .filter(|call| call.id > last && now - call.at < TimeDelta::seconds(NEWS_SECONDS))
        .filter(|call| {
            let ticket = hall.line.ticket(call.ticket);
            ticket.is_some_and(|ticket| matches!(ticket.state, TicketState::Called { .. }))
        })
        .collect();
    calls.reverse();
    calls
}

/// A call as the script of the display reads it.
#[derive(Serialize)]
struct Announcement {
    /// As text: scripts cannot keep so long a number.
    id: String,
    number: String,
    counter: u8,
    hearing: bool,
    say: Vec<Saying>,
}

#[derive(Serialize)]
struct Saying {
    lang: &'static str,
    text: String,
}

fn announcement(web: &Web, call: &Call) -> String {
    let say = spoken(call.language).map(|language| Saying {
        lang: html_lang(language.tag()),
        text: web.app.call_text(call.number, call.counter, language),
    });
    let announcement = Announcement {
        id: call.id.to_string(),
        number: call.number.to_string(),
        counter: call.counter.0,
        hearing: call.hearing,
        say: say.collect(),
    };
    serde_json::to_string(&announcement).unwrap_or_default()
}

/// Japanese, and then the language of the ticket where that is another one.
fn spoken(language: Language) -> impl Iterator<Item = Language> {
    let other = (!language.is_japanese()).then_some(language);
    std::iter::once(Language::Ja).chain(other)
}

fn page(web: &Web, office: &OfficeId, hall: &Hall) -> Html<String> {
    let now = web.app.now();
    let words = |id: &str| web.app.words(id, Language::Ja);
    let body = html! {
        header class="board-top" {
            div {
                p class="office" {
                    (web.app.counter(Language::Ja)) " " (web.app.office_name(office, Language::Ja)) " "
                    span lang="en" { (web.app.office_name(office, Language::En)) }
                }
                h1 { (both(web, "board-title")) }
            }
            p class="board-sound" {
                button class="button solid" id="sound" type="button" hidden { (both(web, "board-sound")) }
            }
            p class="clock" { time data-clock datetime=(iso(now)) { (clock(now)) } }
        }
        (lost_banner(web, &BOTH))
        main id="main" class="board-main" data-live="/board/events" data-now=(iso(now)) {
            (fragment(web, office, hall))
        }
    };
    let sheet = Sheet {
        title: &format!(
            "{} | {}",
            words("board-title"),
            web.app.counter(Language::Ja)
        ),
        language: Language::Ja,
        class: "board",
        scripts: &["live.js", "board.js"],
        refresh: (10, "/board"),
    };
    sheet.html(&body)
}

/// The words in Japanese, and in English beside them.
fn both(web: &Web, id: &str) -> Markup {
    both_with(web, id, &[])
}

fn both_with(web: &Web, id: &str, values: &[(&str, &str)]) -> Markup {
    html! {
        span class="ja" { (web.app.words_with(id, Language::Ja, values)) }
        " "
        span class="en" lang="en" { (web.app.words_with(id, Language::En, values)) }
    }
}

/// The inner part of the page: what changes.
fn fragment(web: &Web, office: &OfficeId, hall: &Hall) -> Markup {
    let calling = calling(hall);
    let shown = calling.len().clamp(1, CALLING_MAX);
    html! {
        section class={ "calling of-" (shown) } aria-labelledby="board-now" {
            h2 id="board-now" { (both(web, "board-now")) }
            @if calling.is_empty() {
                p class="nobody" { (both(web, "board-nobody")) }
            } @else {
                ol role="list" {
                    @for call in calling.iter().take(CALLING_MAX) { (called(web, call)) }
                }
            }
        }
        div class="board-side" {
            (recent(web, hall, &calling))
            (waiting(web, office, hall))
            (notices(web, office, hall))
        }
    }
}

/// Somebody who is asked to a counter now.
struct Calling {
    id: Option<i64>,
    ticket: TicketId,
    number: TicketNumber,
    counter: CounterNumber,
    language: Language,
    at: DateTime<Utc>,
    hearing: bool,
}

/// Those who are called and not yet at their counter, the newest call first.
fn calling(hall: &Hall) -> Vec<Calling> {
    let mut calling: Vec<Calling> = hall
        .line
        .tickets
        .iter()
        .filter_map(|ticket| {
            let TicketState::Called { counter, at, .. } = ticket.state else {
                return None;
            };
            let call = hall.calls.iter().find(|call| call.ticket == ticket.id);
            Some(Calling {
                id: call.map(|call| call.id),
                ticket: ticket.id,
                number: ticket.number,
                counter,
                language: ticket.language,
                at: call.map_or(at, |call| call.at),
                hearing: ticket.needs.hearing,
            })
        })
        .collect();
    calling.sort_by_key(|call| std::cmp::Reverse((call.at, call.id)));
    calling
}

fn called(web: &Web, call: &Calling) -> Markup {
    let counter = call.counter.to_string();
    html! {
        li class=(if call.hearing { "call sign" } else { "call" }) data-call=[call.id] {
            p class="to" {
                strong class="number" { (call.number) }
                span class="arrow" aria-hidden="true" {}
                span class="counter" { (both_with(web, "board-counter", &[("counter", counter.as_str())])) }
            }
            p class="said" {
                @for language in spoken(call.language) {
                    span lang=(html_lang(language.tag())) { (web.app.call_text(call.number, call.counter, language)) }
                    " "
                }
            }
        }
    }
}

/// The last calls that are answered or missed. A call that was taken back is none.
fn recent(web: &Web, hall: &Hall, calling: &[Calling]) -> Markup {
    let mut seen: BTreeSet<TicketId> = calling.iter().map(|call| call.ticket).collect();
    let still_waits = |id: TicketId| {
        let ticket = hall.line.ticket(id);
        ticket.is_some_and(|ticket| ticket.is_waiting())
    };
    let calls: Vec<&Call> = hall
        .calls
        .iter()
        .filter(|call| seen.insert(call.ticket) && !still_waits(call.ticket))
        .take(RECENT_MAX)
        .collect();
    html! {
        section class="recent" aria-labelledby="board-recent" {
            h2 id="board-recent" { (both(web, "board-recent")) }
            @if calls.is_empty() {
                p { (both(web, "board-none-yet")) }
            }
            ol role="list" {
                @for call in calls {
                    li {
                        strong class="number" { (call.number) }
                        span class="arrow" aria-hidden="true" {}
                        span class="counter" {
                            (both_with(web, "board-counter", &[("counter", &*call.counter.to_string())]))
                        }
                    }
                }
            }
        }
    }
}

/// How many wait, and how long, with and without a reservation.
fn waiting(web: &Web, office: &OfficeId, hall: &Hall) -> Markup {
    let mut kinds = vec![("board-booked", hall.waiting(true), booked_wait(hall))];
    if gives_tickets(web, office) {
        let wait = hall.walk_in.map(Wait::told);
        kinds.push(("board-walk-in", hall.waiting(false), wait));
    }
    html! {
        section class="waiting" aria-labelledby="board-waiting" {
            h2 id="board-waiting" { (both(web, "board-waiting")) }
            dl {
                @for (id, people, wait) in kinds {
                    div {
                        dt { (both(web, id)) }
                        dd class="people" {
                            (both_with(web, "board-people", &[("people", &*people.to_string())]))
                        }
                        @if let Some(wait) = wait.filter(|_| hall.is_foreseen) {
                            dd class="range" {
                                span class="ja" { (range(web, wait, Language::Ja)) } " "
                                span class="en" lang="en" { (range(web, wait, Language::En)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// From the shortest to the longest wait of those who are here for a reservation.
fn booked_wait(hall: &Hall) -> Option<(u16, u16)> {
    let booked = hall.line.waiting().filter(|ticket| ticket.is_booked());
    let waits: Vec<&Wait> = booked
        .filter_map(|ticket| hall.estimates.tickets.get(&ticket.id))
        .collect();
    let low = waits.iter().map(|wait| wait.low).min()?;
    let high = waits.iter().map(|wait| wait.high).max()?;
    let wait = Wait {
        low,
        middle: high,
        high,
    };
    Some(wait.told())
}

/// Whether people without a reservation are served here.
fn gives_tickets(web: &Web, office: &OfficeId) -> bool {
    let office = web.app.rules().office(office);
    office.is_some_and(|office| office.series.walk_in.is_some())
}

fn notices(web: &Web, office: &OfficeId, hall: &Hall) -> Markup {
    let is_open = hall.line.counters.iter().any(|counter| counter.is_open());
    let notice = if !hall.is_foreseen && !is_open {
        "board-closed"
    } else if gives_tickets(web, office) {
        "board-order"
    } else {
        "board-reservation-only"
    };
    html! { p class="board-notice" { (both(web, notice)) } }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::desk::queue::estimate::Estimates;
    use crate::desk::queue::line::Line;

    fn hall(calls: Vec<Call>) -> Hall {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let office = OfficeId::read("main").unwrap();
        Hall {
            line: Arc::new(Line::empty(office, day)),
            estimates: Estimates::default(),
            is_foreseen: true,
            walk_in: None,
            calls,
            papers: BTreeMap::new(),
            shortage: None,
            at: DateTime::from_timestamp(1_795_500_000, 0).unwrap(),
            version: 1,
        }
    }

    #[test]
    fn japanese_is_said_first_and_once() {
        let said = |language| spoken(language).collect::<Vec<_>>();
        assert_eq!(said(Language::Ja), [Language::Ja]);
        assert_eq!(said(Language::Easy), [Language::Ja]);
        assert_eq!(said(Language::Vi), [Language::Ja, Language::Vi]);
    }

    #[test]
    fn a_call_whose_ticket_is_gone_is_not_said() {
        let at = DateTime::from_timestamp(1_795_500_000, 0).unwrap();
        let call = Call {
            id: 5,
            ticket: TicketId(1),
            number: TicketNumber { letter: 'R', n: 12 },
            counter: CounterNumber(3),
            language: Language::En,
            at,
            hearing: false,
        };
        assert!(news(&hall(vec![call]), 0, at).is_empty());
        assert_eq!(booked_wait(&hall(Vec::new())), None);
        assert!(calling(&hall(Vec::new())).is_empty());
    }
}
