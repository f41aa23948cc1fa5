//! What the console says about what was done, and why something was not.

use chrono::NaiveTime;

use super::pages::Told;
use super::{Fields, Web, terms};
use crate::desk::language::Language;
use crate::desk::queue::admission::Reason;
use crate::desk::queue::arrival::Arrival;
use crate::desk::queue::counter::CounterNumber;
use crate::desk::queue::floor::FloorRefusal;
use crate::desk::queue::ticket::{State, TicketNumber, TicketRefusal};

/// What an address may say about what was just done: a name of a closed list, and values that are read strictly, so
/// that a link cannot put words on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Notice {
    pub(super) name: &'static str,
    pub(super) number: Option<TicketNumber>,
    pub(super) counter: Option<CounterNumber>,
    pub(super) count: Option<u8>,
    pub(super) who: Option<String>,
    pub(super) time: Option<NaiveTime>,
}

/// The name of a notice, its words, and whether it is good news.
const NOTICES: [(&str, &str, bool); 57] = [
    ("opened", "staff-floor-done-opened", true),
    ("closed", "staff-floor-done-closed", true),
    ("paused", "staff-floor-done-paused", true),
    ("resumed", "staff-floor-done-resumed", true),
    ("called", "staff-floor-done-called", true),
    ("recalled", "staff-floor-done-recalled", true),
    ("undone", "staff-floor-done-undone", true),
    ("serving", "staff-floor-done-serving", true),
    ("finished", "staff-floor-done-finished", true),
    ("parked", "staff-floor-done-parked", true),
    ("returned", "staff-floor-done-returned", true),
    ("missed", "staff-floor-done-missed", true),
    ("left", "staff-floor-done-left", true),
    ("transferred", "staff-floor-done-transferred", true),
    ("prioritised", "staff-floor-done-prioritised", true),
    ("described", "staff-floor-done-described", true),
    ("arrived", "staff-floor-done-arrived", true),
    ("issued", "staff-floor-done-issued", true),
    ("stale", "staff-desk-stale", false),
    ("forbidden", "staff-floor-forbidden", false),
    ("no-procedures", "staff-floor-no-procedures", false),
    ("no-target", "staff-floor-no-target", false),
    ("no-ticket", "staff-floor-no-ticket", false),
    ("no-counter", "staff-floor-no-counter", false),
    ("counter-closed", "staff-floor-counter-closed", false),
    ("counter-taken", "staff-floor-counter-taken", false),
    ("sits-elsewhere", "staff-floor-sits-elsewhere", false),
    ("not-yours", "staff-floor-not-yours", false),
    ("counter-busy", "staff-floor-counter-busy", false),
    ("nobody-waits", "staff-floor-nobody-waits", false),
    ("no-reservation", "staff-floor-no-reservation", false),
    ("reason-missing", "staff-floor-reason-missing", false),
    ("office-cannot", "staff-floor-office-cannot", false),
    ("elsewhere", "staff-floor-elsewhere", false),
    ("now-waiting", "staff-floor-now-waiting", false),
    ("now-called", "staff-floor-now-called", false),
    ("now-serving", "staff-floor-now-serving", false),
    ("now-parked", "staff-floor-now-parked", false),
    ("now-missed", "staff-floor-now-missed", false),
    ("now-left", "staff-floor-now-left", false),
    ("now-done", "staff-floor-now-done", false),
    ("recall-first", "staff-floor-recall-first", false),
    ("recalled-enough", "staff-floor-recalled-enough", false),
    ("delayed-enough", "staff-floor-delayed-enough", false),
    ("too-early", "staff-floor-too-early", false),
    ("later-day", "staff-floor-later-day", false),
    ("past-day", "staff-floor-past-day", false),
    ("other-office", "staff-floor-other-office", false),
    ("already-here", "staff-floor-already-here", false),
    ("cancelled", "staff-floor-cancelled", false),
    ("closed-now", "staff-floor-closed-now", false),
    ("reservation-only", "staff-floor-reservation-only", false),
    ("closed-today", "staff-floor-closed-today", false),
    ("not-yet", "staff-floor-not-yet", false),
    ("no-open-counter", "staff-floor-no-open-counter", false),
    ("booked-delayed", "staff-floor-booked-delayed", false),
    ("day-ends", "staff-floor-day-ends", false),
];

/// The name of the notice that something was done.
pub(super) fn done(what: &str) -> &'static str {
    match what {
        "open" => "opened",
        "close" => "closed",
        "pause" => "paused",
        "resume" => "resumed",
        "next" | "call" => "called",
        "recall" => "recalled",
        "undo" => "undone",
        "serve" | "take" => "serving",
        "finish" => "finished",
        "park" => "parked",
        "return" => "returned",
        "miss" => "missed",
        "leave" => "left",
        "transfer" => "transferred",
        "prioritise" => "prioritised",
        "describe" => "described",
        "check-in" => "arrived",
        _ => "issued",
    }
}

impl Notice {
    pub(super) fn named(name: &'static str) -> Notice {
        Notice {
            name,
            ..Notice::default()
        }
    }

    /// Why nothing was done to the ticket of this number.
    pub(super) fn of(refusal: &FloorRefusal, number: Option<TicketNumber>) -> Notice {
        let mut notice = Notice {
            number,
            ..Notice::default()
        };
        notice.name = match refusal {
            FloorRefusal::NoTicket => "no-ticket",
            FloorRefusal::Ticket(refusal) => notice.ticket(refusal),
            FloorRefusal::NoCounter => "no-counter",
            FloorRefusal::CounterClosed => "counter-closed",
            FloorRefusal::CounterTaken(who) => {
                notice.who = Some(who.clone());
                "counter-taken"
            }
            FloorRefusal::SitsElsewhere(counter) => {
                notice.counter = Some(*counter);
                "sits-elsewhere"
            }
            FloorRefusal::NotYours(who) => {
                notice.who = Some(who.clone());
                "not-yours"
            }
            FloorRefusal::CounterBusy(number) => {
                notice.number = Some(*number);
                "counter-busy"
            }
            FloorRefusal::NobodyWaits => "nobody-waits",
            FloorRefusal::NoReservation => "no-reservation",
            FloorRefusal::Arrival(arrival) => notice.arrival(arrival),
            FloorRefusal::Admission(reason) => notice.admission(*reason),
            FloorRefusal::ReasonMissing => "reason-missing",
            FloorRefusal::OfficeCannot => "office-cannot",
            FloorRefusal::Forbidden => "forbidden",
        };
        notice
    }

    fn ticket(&mut self, refusal: &TicketRefusal) -> &'static str {
        match refusal {
            TicketRefusal::Elsewhere(counter) => {
                self.counter = Some(*counter);
                "elsewhere"
            }
            TicketRefusal::Over(state) | TicketRefusal::NotNow(state) => match state {
                State::Waiting => "now-waiting",
                State::Called { counter, .. } => {
                    self.counter = Some(*counter);
                    "now-called"
                }
                State::Serving { counter, .. } => {
                    self.counter = Some(*counter);
                    "now-serving"
                }
                State::Parked { .. } => "now-parked",
                State::Missed { .. } => "now-missed",
                State::Left { .. } => "now-left",
                State::Done { .. } => "now-done",
            },
            TicketRefusal::RecallFirst(left) => {
                self.count = Some(*left);
                "recall-first"
            }
            TicketRefusal::RecalledEnough => "recalled-enough",
            TicketRefusal::DelayedEnough => "delayed-enough",
        }
    }

    fn arrival(&mut self, arrival: &Arrival) -> &'static str {
        match arrival {
            Arrival::TooEarly { from } => {
                self.time = Some(from.time());
                "too-early"
            }
            Arrival::LaterDay => "later-day",
            Arrival::PastDay => "past-day",
            Arrival::OtherOffice => "other-office",
            Arrival::AlreadyHere => "already-here",
            Arrival::Cancelled => "cancelled",
            Arrival::Closed => "closed-now",
            // Nobody is refused who is in time or late; the page shows how it really is.
            Arrival::InTime | Arrival::Late { .. } => "no-reservation",
        }
    }

    fn admission(&mut self, reason: Reason) -> &'static str {
        match reason {
            Reason::ReservationOnly => "reservation-only",
            Reason::OfficeCannot => "office-cannot",
            Reason::Closed => "closed-today",
            Reason::NotYet(from) => {
                self.time = Some(from);
                "not-yet"
            }
            Reason::Over => "closed-now",
            Reason::NoCounter => "no-open-counter",
            Reason::BookedDelayed => "booked-delayed",
            Reason::DayEnds | Reason::PhoneFull => "day-ends",
        }
    }

    /// Why somebody without a reservation gets no ticket.
    pub(super) fn refused(reason: Reason) -> Notice {
        Notice::of(&FloorRefusal::Admission(reason), None)
    }

    /// The fields as an address carries them.
    pub(super) fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![("done", self.name.to_owned())];
        fields.extend(self.number.map(|number| ("number", number.to_string())));
        fields.extend(self.counter.map(|counter| ("at", counter.to_string())));
        fields.extend(self.count.map(|count| ("count", count.to_string())));
        fields.extend(self.who.clone().map(|who| ("who", who)));
        fields.extend(self.time.map(|time| ("time", terms::time(time))));
        fields
    }

    /// What an address says, if it is one of ours.
    pub(super) fn read(web: &Web, fields: &Fields) -> Option<Notice> {
        let name = fields.get("done");
        let &(name, ..) = NOTICES.iter().find(|(known, ..)| *known == name)?;
        let who = Some(fields.get("who"));
        let roster = web.app.roster().ok();
        let is_named = |who: &str| roster.as_ref().is_some_and(|r| r.find(who).is_some());
        let who = who.filter(|who| is_named(who));
        Some(Notice {
            name,
            number: TicketNumber::read(fields.get("number")),
            counter: fields.get("at").parse().ok().map(CounterNumber),
            count: fields.get("count").parse().ok(),
            who: who.map(str::to_owned),
            time: NaiveTime::parse_from_str(fields.get("time"), "%H:%M").ok(),
        })
    }

    pub(super) fn told(&self, web: &Web) -> Told {
        let is_good = NOTICES
            .iter()
            .any(|(name, _, is_good)| *name == self.name && *is_good);
        Told {
            is_good,
            text: self.text(web),
            at: "",
        }
    }

    /// The sentence, with a word where a value is not known.
    pub(super) fn text(&self, web: &Web) -> String {
        let words = |id: &str| web.app.words(id, Language::Ja);
        let Some((_, id, _)) = NOTICES.iter().find(|(name, ..)| *name == self.name) else {
            return String::new();
        };
        let ticket = self.number.map_or_else(
            || words("staff-floor-this-ticket"),
            |number| {
                let number = number.to_string();
                let values = [("number", number.as_str())];
                web.app
                    .words_with("staff-floor-ticket", Language::Ja, &values)
            },
        );
        let counter = self.counter.map_or_else(
            || words("staff-floor-a-counter"),
            |counter| {
                let number = counter.to_string();
                let values = [("number", number.as_str())];
                web.app
                    .words_with("staff-floor-counter", Language::Ja, &values)
            },
        );
        let who = self
            .who
            .clone()
            .unwrap_or_else(|| words("staff-floor-somebody"));
        let count = self.count.unwrap_or(1).to_string();
        let time = self
            .time
            .map_or_else(|| words("staff-floor-unknown"), terms::time);
        let values = [
            ("ticket", ticket.as_str()),
            ("counter", counter.as_str()),
            ("who", who.as_str()),
            ("count", count.as_str()),
            ("time", time.as_str()),
        ];
        web.app.words_with(id, Language::Ja, &values)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_notice_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = NOTICES.iter().map(|(name, ..)| *name).collect();
        assert_eq!(names.len(), NOTICES.len());
        for what in ["open", "next", "take", "check-in", "issue", "issue-beyond"] {
            assert!(names.contains(done(what)), "{what}");
        }
        for refusal in [
            FloorRefusal::NoTicket,
            FloorRefusal::NobodyWaits,
            FloorRefusal::Ticket(TicketRefusal::RecallFirst(2)),
            FloorRefusal::Ticket(TicketRefusal::NotNow(State::Waiting)),
            FloorRefusal::Arrival(Arrival::LaterDay),
            FloorRefusal::Admission(Reason::DayEnds),
        ] {
            assert!(
                names.contains(Notice::of(&refusal, None).name),
                "{refusal:?}"
            );
        }
    }
}
