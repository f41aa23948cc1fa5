//! How the audit log names what was done and how things stood before and after: short machine words with ids, states,
//! counts and times (RFC 3339). No name of a citizen, note, need or text of anybody ever stands there; the names of
//! those who work at the desk do.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::calendar::Change as DayChange;
use super::case::state::{Case, State as CaseState};
use super::queue::counter::{Counter, CounterState};
use super::queue::ticket::{Move, State, Ticket};
use super::reservation::{Reservation, ReservationState, Who};
use super::rules::civil;
use super::waiting::{Offer, OfferedFor, Wait};

/// A moment as the clocks in the city show it, in RFC 3339.
#[must_use]
pub fn moment(at: DateTime<Utc>) -> String {
    civil_moment(civil(at))
}

/// Japan keeps one offset all year.
fn civil_moment(at: NaiveDateTime) -> String {
    format!("{}+09:00", at.format("%Y-%m-%dT%H:%M:%S"))
}

/// `booked office=main start=2026-12-10T10:00:00+09:00 people=2`
#[must_use]
pub fn reservation(reservation: &Reservation) -> String {
    let state = match reservation.state {
        ReservationState::Booked { coming: None } => "booked",
        ReservationState::Booked { coming: Some(_) } => "booked coming",
        ReservationState::Cancelled {
            by: Who::Resident, ..
        } => "cancelled by=resident",
        ReservationState::Cancelled { by: Who::Clerk, .. } => "cancelled by=clerk",
        ReservationState::Came { .. } => "came",
        ReservationState::Missed { .. } => "missed",
    };
    let (office, start) = (&reservation.span.office, civil_moment(reservation.start()));
    format!(
        "{state} office={office} start={start} people={}",
        reservation.people
    )
}

/// `called counter=2 office=main number=W001`
#[must_use]
pub fn ticket(ticket: &Ticket) -> String {
    let mut words = ticket.state.id().to_owned();
    match &ticket.state {
        State::Called { counter, .. }
        | State::Serving { counter, .. }
        | State::Parked { counter, .. }
        | State::Done { counter, .. } => words.push_str(&format!(" counter={}", counter.0)),
        State::Waiting | State::Missed { .. } | State::Left { .. } => {}
    }
    words.push_str(&format!(
        " office={} number={}",
        ticket.office, ticket.number
    ));
    if let Some(only) = ticket.only {
        words.push_str(&format!(" only={}", only.0));
    }
    if ticket.priority.is_some() {
        words.push_str(" priority");
    }
    if let Some(at) = ticket.not_before {
        words.push_str(&format!(" not-before={}", moment(at)));
    }
    words
}

/// What a step of a ticket is called.
#[must_use]
pub const fn ticket_step(step: &Move) -> &'static str {
    match step {
        Move::Call(_) => "ticket-call",
        Move::Recall => "ticket-recall",
        Move::Undo => "ticket-undo",
        Move::Serve => "ticket-serve",
        Move::Take(_) => "ticket-take",
        Move::Finish(_) => "ticket-finish",
        Move::Park => "ticket-park",
        Move::Return => "ticket-return",
        Move::Miss => "ticket-miss",
        Move::Transfer { .. } => "ticket-transfer",
        Move::Leave => "ticket-leave",
        Move::Prioritise(_) => "ticket-prioritise",
        Move::Delay(_) => "ticket-delay",
        Move::Ready => "ticket-ready",
        Move::Describe(..) => "ticket-describe",
    }
}

/// `open clerk=counter procedures=pin,certificate`
#[must_use]
pub fn counter(counter: &Counter) -> String {
    let mut words = match &counter.state {
        CounterState::Closed => "closed".to_owned(),
        CounterState::Open { clerk, .. } => format!("open clerk={clerk}"),
        CounterState::Paused { clerk, .. } => format!("paused clerk={clerk}"),
    };
    if !counter.procedures.is_empty() {
        let ids: Vec<&str> = counter.procedures.iter().map(|p| p.id()).collect();
        words.push_str(&format!(" procedures={}", ids.join(",")));
    }
    words
}

/// `accepted owner=counter urgency=normal`
#[must_use]
pub fn case(case: &Case) -> String {
    let mut words = case.state.id().to_owned();
    if let CaseState::Closed { why, .. } = &case.state {
        words.push_str(&format!(" reason={}", why.id()));
    }
    if let Some(owner) = case.owner() {
        words.push_str(&format!(" owner={}", owner.name));
    }
    format!("{words} urgency={}", case.urgency.id())
}

/// `waiting office=main days=2026-12-02/2026-12-04 people=2 lapses=0`
#[must_use]
pub fn wait(wait: &Wait) -> String {
    format!(
        "waiting office={} days={}/{} people={} lapses={}",
        wait.office, wait.first_day, wait.last_day, wait.people, wait.lapses
    )
}

/// `open for=wait:20 times=3 until=2026-12-01T10:10:00+09:00`
#[must_use]
pub fn offer(offer: &Offer) -> String {
    let meant = match offer.offered_for {
        OfferedFor::Wait(id) => format!("wait:{id}"),
        OfferedFor::Closing(id) => format!("reservation:{id}"),
    };
    let (times, until) = (offer.holds.len(), moment(offer.until));
    format!("open for={meant} times={times} until={until}")
}

/// `open hours=09:00-12:00 counters=3`
#[must_use]
pub fn day(change: &DayChange) -> String {
    match change {
        DayChange::Closed => "closed".to_owned(),
        DayChange::Rule => "rule".to_owned(),
        DayChange::Open { hours, counters } => {
            let mut words = "open".to_owned();
            if let Some(hours) = hours {
                let time = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
                words.push_str(&format!(
                    " hours={}-{}",
                    time(hours.opens),
                    time(hours.closes)
                ));
            }
            if let Some(counters) = counters {
                words.push_str(&format!(" counters={counters}"));
            }
            words
        }
    }
}
