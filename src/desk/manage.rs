//! Showing, changing and cancelling what is reserved. Only the owner's reservations are in the view.

use chrono::TimeDelta;

use super::booking;
use super::care::Pick;
use super::choice::Choice;
use super::dates::DayWish;
use super::decide::Desk;
use super::faq::Action;
use super::phrase::{Phrase, Visit};
use super::reservation::{Refusal, Reservation, Who};
use super::slots::is_outside;
use super::talk::{Dialogue, Purpose};
use super::view::{Change, Turn};
use crate::ids::ReservationId;

/// Hears an answer to one of this file's questions; false when the text is something else.
pub fn hear(desk: &mut Desk<'_>) -> bool {
    if let Some(code) = &desk.heard.code {
        desk.note(Turn::Action);
        match find_by_code(desk, &code.clone()) {
            Some(reservation) => show_reservation(desk, &reservation),
            None => prove(desk, &code.clone()),
        }
        return true;
    }
    if let Dialogue::Proving { code } = desk.talk.dialogue.clone()
        && desk.heard.when.day.is_some()
    {
        desk.note(Turn::Action);
        desk.talk.dialogue = Dialogue::Idle;
        prove(desk, &code);
        return true;
    }
    if let (Dialogue::Documents, [procedure]) = (&desk.talk.dialogue, &desk.heard.procedures[..]) {
        super::asking::documents(desk, *procedure);
        return true;
    }
    false
}

/// Tries of one resident, and of one code by anybody, within a day.
const TRIES_MAX: u16 = 5;
const TRIES_OF_CODE_MAX: u16 = 10;

/// Somebody names a reservation that was made elsewhere. Its day is the second fact; the answer to a wrong code and to a
/// wrong day is the same, and so is the way to it.
fn prove(desk: &mut Desk<'_>, code: &crate::ids::ReservationCode) {
    if let Dialogue::Booking(form) = std::mem::take(&mut desk.talk.dialogue) {
        desk.release(&form);
    }
    let staff = vec![Choice::Action(Action::Staff)];
    let phone = desk.phone();
    let named = &desk.view.named;
    if named.tries >= TRIES_MAX || named.tries_of_code >= TRIES_OF_CODE_MAX {
        desk.say(Phrase::CodeLocked { phone }, staff);
        return;
    }
    let Some(day) = &desk.heard.when.day else {
        desk.talk.dialogue = Dialogue::Proving { code: code.clone() };
        desk.say(Phrase::CodeAskDay, Vec::new());
        return;
    };
    let found = named.reservation.clone().filter(|reservation| {
        *day == DayWish::On(reservation.span.day) && reservation.is_open(desk.now)
    });
    desk.change(Change::Try(code.clone()));
    match found {
        Some(reservation) => {
            desk.change(Change::Share(reservation.id));
            desk.say(Phrase::CodeShared, Vec::new());
            show_reservation(desk, &reservation);
        }
        None => desk.say(Phrase::CodeRefused { phone }, staff),
    }
}

fn find_by_code(desk: &Desk<'_>, code: &crate::ids::ReservationCode) -> Option<Reservation> {
    desk.view
        .reservations
        .iter()
        .find(|r| r.code == *code)
        .cloned()
}

/// Lists the open reservations.
pub fn show(desk: &mut Desk<'_>) {
    let reservations = desk.view.reservations.clone();
    let waits = super::waitlist::show(desk);
    if reservations.is_empty() {
        if !waits {
            none(desk);
        }
        return;
    }
    for reservation in &reservations {
        show_reservation(desk, reservation);
    }
    booking::offer_resume(desk);
}

/// Shows one reservation from a button.
pub fn show_one(desk: &mut Desk<'_>, id: ReservationId) {
    desk.note(Turn::Action);
    if let Some(reservation) = find(desk, id) {
        show_reservation(desk, &reservation);
    }
}

/// Moves a reservation: the only one, or the one picked.
pub fn change(desk: &mut Desk<'_>) {
    match &desk.view.reservations[..] {
        [] => none(desk),
        [only] => change_one(desk, only.id),
        _ => pick(desk, false),
    }
}

/// Starts the change of a reservation.
pub fn change_one(desk: &mut Desk<'_>, id: ReservationId) {
    desk.note(Turn::Action);
    let Some(reservation) = find(desk, id) else {
        return;
    };
    if !is_too_late(desk, &reservation) {
        booking::begin(desk, Purpose::Change(id));
    }
}

/// Whether it is too near to the start to change or cancel here; says so. A closed day is never too near.
pub fn is_too_late(desk: &mut Desk<'_>, reservation: &Reservation) -> bool {
    let minutes = desk.rules.booking.change_notice_minutes;
    let latest = reservation.start() - TimeDelta::minutes(i64::from(minutes));
    if desk.here() <= latest || is_outside(desk.rules, &reservation.span) {
        return false;
    }
    let phone = desk.phone();
    desk.say(
        Phrase::ChangeTooLate { minutes, phone },
        vec![Choice::Action(Action::Staff)],
    );
    booking::ask_again(desk);
    true
}

/// Cancels a reservation: the only one, or the one picked.
pub fn cancel(desk: &mut Desk<'_>) {
    match &desk.view.reservations[..] {
        [] => none(desk),
        [only] => ask_cancel(desk, only.id),
        _ => pick(desk, true),
    }
}

/// Asks before cancelling; a form under way is left, since it may be about the same reservation.
pub fn ask_cancel(desk: &mut Desk<'_>, id: ReservationId) {
    desk.note(Turn::Action);
    let Some(reservation) = find(desk, id) else {
        return;
    };
    if is_too_late(desk, &reservation) {
        return;
    }
    if let Dialogue::Booking(form) = std::mem::take(&mut desk.talk.dialogue) {
        desk.release(&form);
    }
    let serial = desk.talk.next_serial();
    desk.talk.dialogue = Dialogue::Cancelling {
        reservation: id,
        serial,
    };
    let choices = vec![Choice::Confirm(serial), Choice::Change(id), Choice::Keep];
    desk.say(
        Phrase::AskCancel {
            visit: Visit::of(&reservation),
        },
        choices,
    );
}

/// Cancels after "yes".
pub fn confirm_cancel(desk: &mut Desk<'_>, serial: u32) {
    desk.note(Turn::Action);
    let Dialogue::Cancelling {
        reservation,
        serial: asked,
    } = desk.talk.dialogue
    else {
        desk.stale();
        return;
    };
    if asked != serial {
        desk.stale();
        return;
    }
    desk.talk.dialogue = Dialogue::Idle;
    let Some(found) = find(desk, reservation) else {
        return;
    };
    // The question may have waited until it was too late.
    if found.is_open(desk.now) && is_too_late(desk, &found) {
        return;
    }
    match found.cancel(Who::Resident, desk.now) {
        Ok(cancelled) => {
            let visit = Visit::of(&cancelled);
            let phrase = Phrase::Cancelled { visit };
            desk.say_to_owner(&cancelled, &phrase);
            desk.change(Change::Forget(cancelled.id));
            desk.change(Change::Cancel(cancelled));
            desk.say(phrase, vec![Choice::Action(Action::Book)]);
        }
        Err(refusal) => refuse(desk, refusal),
    }
}

/// The resident would rather keep it.
pub fn keep(desk: &mut Desk<'_>, id: ReservationId) {
    desk.talk.dialogue = Dialogue::Idle;
    if let Some(reservation) = find(desk, id) {
        desk.say(
            Phrase::CancelKept {
                visit: Visit::of(&reservation),
            },
            buttons(id),
        );
    }
}

/// "I will come."
pub fn coming(desk: &mut Desk<'_>, id: ReservationId) {
    desk.note(Turn::Action);
    let Some(reservation) = find(desk, id) else {
        return;
    };
    match reservation.coming(desk.now) {
        Ok(reservation) => {
            let visit = Visit::of(&reservation);
            desk.change(Change::Coming(reservation));
            desk.say(Phrase::ComingNoted { visit }, Vec::new());
            booking::offer_resume(desk);
        }
        Err(refusal) => refuse(desk, refusal),
    }
}

/// The resident's reservation, or a word on why there is none any more.
pub fn find(desk: &mut Desk<'_>, id: ReservationId) -> Option<Reservation> {
    let found = desk.view.reservations.iter().find(|r| r.id == id).cloned();
    if found.is_some() {
        return found;
    }
    let past = desk.view.past.as_ref().filter(|r| r.id == id);
    let refusal = past.map(|r| {
        if r.is_open(desk.now) {
            Refusal::Over
        } else {
            over_or_past(r)
        }
    });
    refuse(desk, refusal.unwrap_or(Refusal::Over));
    None
}

fn over_or_past(reservation: &Reservation) -> Refusal {
    match reservation.state {
        super::reservation::ReservationState::Cancelled { .. } => Refusal::Over,
        _ => Refusal::Past,
    }
}

fn refuse(desk: &mut Desk<'_>, refusal: Refusal) {
    let phrase = match refusal {
        Refusal::Over => Phrase::ReservationOver,
        Refusal::Past | Refusal::Ahead => Phrase::ReservationPast {
            phone: desk.phone(),
        },
    };
    let choices = if booking::is_under_way(desk) {
        Vec::new()
    } else {
        vec![Choice::Action(Action::Book)]
    };
    desk.say(phrase, choices);
    booking::ask_again(desk);
}

fn none(desk: &mut Desk<'_>) {
    let choices = if booking::is_under_way(desk) {
        Vec::new()
    } else {
        vec![Choice::Action(Action::Book)]
    };
    desk.say(Phrase::NoReservations, choices);
    booking::offer_resume(desk);
}

fn pick(desk: &mut Desk<'_>, cancel: bool) {
    if let Dialogue::Booking(form) =
        std::mem::replace(&mut desk.talk.dialogue, Dialogue::Picking { cancel })
    {
        desk.release(&form);
    }
    let reservations = &desk.view.reservations;
    let list = reservations.iter().map(|r| (r.id, r.start())).collect();
    let choice = |r: &Reservation| {
        if cancel {
            Choice::Cancel(r.id)
        } else {
            Choice::Change(r.id)
        }
    };
    let mut choices: Vec<Choice> = reservations.iter().map(choice).collect();
    choices.push(Choice::Stop);
    let phrase = if cancel {
        Phrase::AskWhichToCancel { list }
    } else {
        Phrase::AskWhichToChange { list }
    };
    desk.say(phrase, choices);
}

fn show_reservation(desk: &mut Desk<'_>, reservation: &Reservation) {
    // A visit on a closed day is never shown as if nothing were the matter.
    let has_offer = |o: &super::view::Offered| {
        o.reservation
            .as_ref()
            .is_some_and(|r| r.id == reservation.id)
    };
    let is_told = desk.view.offers.iter().any(has_offer);
    if is_outside(desk.rules, &reservation.span) && !is_told {
        let phone = desk.phone();
        let visit = Visit::of(reservation);
        desk.say(Phrase::ClosingLapsed { visit, phone }, Vec::new());
    }
    let coming = is_coming(reservation);
    desk.say(
        Phrase::Reservation {
            visit: Visit::of(reservation),
            coming,
        },
        [
            vec![Choice::Care(Pick::Papers(reservation.id))],
            buttons(reservation.id),
        ]
        .concat(),
    );
}

fn is_coming(reservation: &Reservation) -> bool {
    matches!(
        reservation.state,
        super::reservation::ReservationState::Booked { coming: Some(_) }
    )
}

fn buttons(id: ReservationId) -> Vec<Choice> {
    vec![Choice::Change(id), Choice::Cancel(id)]
}
