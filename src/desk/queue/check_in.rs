//! "I am here", said in a conversation.

use super::arrival::Arrival;
use super::floor::QueueChange;
use super::issue::Here;
use super::said::Said;
use super::talk::{Pick, is_here, live, say, show, without_ticket};
use super::ticket::Needs;
use crate::desk::asking;
use crate::desk::choice::Choice;
use crate::desk::decide::Desk;
use crate::desk::faq::{Action, Subject};
use crate::desk::phrase::{Phrase, Visit};
use crate::desk::reservation::Reservation;
use crate::desk::retrieval::Verdict;
use crate::desk::rules::OfficeId;
use crate::desk::talk::Dialogue;
use crate::desk::view::Change;
use crate::ids::ReservationId;

/// Something that sounds like "I am here" and is not said in so many words: the reservation is shown with the button for it,
/// and nobody is checked in from home. To whom it cannot apply it is a question like any other.
pub fn ask(desk: &mut Desk<'_>) {
    if live(desk).is_some() {
        return show(desk);
    }
    let seen = &desk.view.queue;
    let next = seen.today.first().or(desk.view.reservations.first());
    let Some(reservation) = next.cloned() else {
        return match desk.heard.verdict.clone() {
            Verdict::Direct(Subject::Entry(entry)) => asking::show(desk, &entry),
            Verdict::Confirm(Subject::Entry(entry)) => asking::confirm(desk, &entry),
            Verdict::Choose(subjects) => asking::choose(desk, &subjects),
            _ => say(desk, Said::NoVisitToday, without_ticket(desk)),
        };
    };
    let id = reservation.id;
    let phrase = Phrase::Reservation {
        visit: Visit::of(&reservation),
        coming: false,
    };
    let here = Choice::Queue(Pick::CheckIn(id));
    desk.say(phrase, vec![here, Choice::Change(id), Choice::Cancel(id)]);
}

/// "I am here."
pub fn check_in(desk: &mut Desk<'_>) {
    // Where somebody stands who writes from a telephone is not known; they name the office when they say it.
    let at = desk.heard.office.clone();
    check_in_at(desk, at);
}

/// The same where it is known at which office somebody stands.
pub(super) fn check_in_at(desk: &mut Desk<'_>, at: Option<OfficeId>) {
    if let Some(ticket) = live(desk) {
        // The reservation of somebody else in the family is checked in beside it.
        let other = desk.view.queue.today.first().map(|r| r.id);
        return match other {
            Some(other) => check_in_one(desk, other, at),
            None => is_here(desk, ticket),
        };
    }
    // One of today, else the next one: whoever comes on the wrong day hears when theirs is.
    let today = &desk.view.queue.today;
    match &today[..] {
        [] => match desk.view.reservations.first().map(|r| r.id) {
            Some(next) => check_in_one(desk, next, at),
            None => say(desk, Said::NoVisitToday, without_ticket(desk)),
        },
        [only] => check_in_one(desk, only.id, at),
        several => {
            let picks = several.iter().map(|r| Choice::Queue(Pick::CheckIn(r.id)));
            let picks = picks.collect();
            let list = several.iter().map(|r| (r.id, r.start().time())).collect();
            say(desk, Said::AskWhichVisit { list }, picks);
        }
    }
}

pub(super) fn check_in_one(desk: &mut Desk<'_>, id: ReservationId, at: Option<OfficeId>) {
    if let Some(ticket) = live(desk).filter(|t| t.reservation() == Some(id)) {
        return is_here(desk, ticket);
    }
    let all = desk.view.queue.today.iter().chain(&desk.view.reservations);
    let Some(reservation) = all.into_iter().find(|r| r.id == id).cloned() else {
        return say(desk, Said::NoVisitToday, without_ticket(desk));
    };
    let Some(line) = desk.view.queue.line(&reservation.span.office).cloned() else {
        return say(desk, Said::NoVisitToday, without_ticket(desk));
    };
    let here = Here {
        rules: desk.rules,
        line: &line,
        now: desk.now,
    };
    let resident = desk.view.resident.id;
    let language = desk.language;
    let mine = desk.view.queue.ticket.as_ref();
    let before = mine.filter(|ticket| ticket.reservation() == Some(id));
    let who = (language, Needs::default());
    match here.check_in(&reservation, before, at.as_ref(), who, desk.ids) {
        Ok(mut arrived) => {
            // Whoever checks in hears of it, also when somebody else in the family reserved.
            arrived.ticket.resident = Some(resident);
            for change in &mut arrived.changes {
                if let Change::Queue(change) = change
                    && let QueueChange::Issue(ticket) = change.as_mut()
                {
                    ticket.resident = Some(resident);
                }
            }
            desk.talk.dialogue = Dialogue::Idle;
            let said = arrived.said;
            let choices = said.choices(&arrived.ticket);
            for change in arrived.changes {
                desk.change(change);
            }
            say(desk, said, choices);
        }
        Err(arrival) => arrived_otherwise(desk, &reservation, arrival),
    }
}

fn arrived_otherwise(desk: &mut Desk<'_>, reservation: &Reservation, arrival: Arrival) {
    let id = reservation.id;
    let phone = desk.phone();
    let mut choices = vec![Choice::Change(id)];
    match said_of(reservation, arrival, phone) {
        Some(said) => {
            if matches!(
                said,
                Said::OtherDay { past: true, .. } | Said::CheckInClosed { .. }
            ) {
                choices = vec![Choice::Action(Action::Book)];
            }
            say(desk, said, choices);
        }
        None => show(desk),
    }
}

/// The sentence for somebody who cannot check in now; none for whom that is no news.
#[must_use]
pub fn said_of(reservation: &Reservation, arrival: Arrival, phone: String) -> Option<Said> {
    let visit = Visit::of(reservation);
    Some(match arrival {
        Arrival::TooEarly { from } => Said::TooEarly { visit, from },
        Arrival::LaterDay => Said::OtherDay { visit, past: false },
        Arrival::PastDay | Arrival::Cancelled => Said::OtherDay { visit, past: true },
        Arrival::OtherOffice => Said::OtherOffice { visit },
        Arrival::Closed => Said::CheckInClosed { visit, phone },
        Arrival::AlreadyHere | Arrival::InTime | Arrival::Late { .. } => return None,
    })
}
