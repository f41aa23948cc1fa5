//! The waiting list in a conversation: joining, leaving, and the times that are offered.

use chrono::NaiveDate;

use super::booking;
use super::choice::Choice;
use super::decide::Desk;
use super::faq::Action;
use super::phrase::{Phrase, Visit, WaitWish};
use super::reservation::{Reservation, ReservationState};
use super::settle;
use super::talk::{Dialogue, Purpose};
use super::view::{Change, Offered, Turn};
use super::waiting::{Offer, OfferEnd, OfferedFor, Wait, WaitEnd};
use crate::ids::{HoldId, OfferId, ReservationId, WaitId};

/// Puts the resident on the list with what the form says: for one full day, or for every day that can be reserved.
pub fn join(desk: &mut Desk<'_>, day: Option<NaiveDate>) {
    desk.note(Turn::Form);
    let Dialogue::Booking(form) = &desk.talk.dialogue else {
        desk.stale();
        return;
    };
    let form = form.as_ref().clone();
    let Some(office) = form.office.clone().filter(|_| form.purpose == Purpose::New) else {
        desk.stale();
        return;
    };
    let window = desk.window(&form);
    let days = match day {
        Some(day) => (day, day),
        None => (
            window.first_day(desk.today()),
            window.last_day(desk.today()),
        ),
    };
    if days.1 < desk.today() {
        desk.stale();
        return;
    }
    desk.release(&form);
    desk.talk.dialogue = Dialogue::Idle;
    let wait = Wait {
        id: WaitId(desk.ids.next(desk.now)),
        resident: desk.view.resident.id,
        office,
        procedures: form.procedures.clone(),
        people: form.people,
        first_day: days.0,
        last_day: days.1,
        range: form.range,
        lapses: 0,
        made_at: desk.now,
        wished_at: desk.now,
    };
    let replaces = desk.view.wait.is_some();
    let minutes = desk.rules.booking.offer_minutes;
    let wish = WaitWish::of(&wait);
    desk.change(Change::JoinWait(wait));
    desk.say(
        Phrase::WaitJoined {
            wish,
            minutes,
            replaces,
        },
        vec![Choice::WaitLeave, Choice::Action(Action::Book)],
    );
}

/// Shows the place on the list and whatever is kept for the resident now; false when there is nothing.
pub fn show(desk: &mut Desk<'_>) -> bool {
    let offers = desk.view.offers.clone();
    for Offered { offer, reservation } in &offers {
        tell_again(desk, offer, reservation.as_ref());
    }
    if let Some(wait) = desk.view.wait.clone() {
        desk.say(
            Phrase::WaitListed {
                wish: WaitWish::of(&wait),
            },
            vec![Choice::WaitLeave],
        );
        return true;
    }
    !offers.is_empty()
}

/// Answers whatever names the list: the place on it, or how one gets there. In a form it stays with the form.
pub fn look(desk: &mut Desk<'_>) {
    desk.note(Turn::Action);
    if !show(desk) {
        desk.say(Phrase::WaitNone, vec![Choice::Action(Action::Book)]);
    }
    booking::offer_resume(desk);
}

fn tell_again(desk: &mut Desk<'_>, offer: &Offer, reservation: Option<&Reservation>) {
    let (phrase, choices) = news(offer, desk.view.wait.as_ref(), reservation);
    if let Some(phrase) = phrase {
        desk.say(phrase, choices);
    }
}

/// What is said of an offer, and the buttons that take it.
#[must_use]
pub fn news(
    offer: &Offer,
    wait: Option<&Wait>,
    reservation: Option<&Reservation>,
) -> (Option<Phrase>, Vec<Choice>) {
    let times = offer.holds.iter().map(|hold| Choice::TakeOffer(hold.id));
    let mut choices: Vec<Choice> = times.collect();
    match (offer.offered_for, offer.holds.first()) {
        (OfferedFor::Wait(_), Some(hold)) => {
            let Some(wait) = wait else {
                return (None, Vec::new());
            };
            let visit = Visit {
                id: None,
                procedures: wait.procedures.clone(),
                people: wait.people,
                office: hold.span.office.clone(),
                start: hold.span.start(),
                minutes: hold.span.minutes(),
                code: None,
            };
            choices.extend([Choice::DeclineOffer(offer.id), Choice::WaitLeave]);
            let until = super::rules::civil(offer.until);
            (Some(Phrase::WaitOffer { visit, until }), choices)
        }
        (OfferedFor::Closing(id), _) => {
            let Some(reservation) = reservation else {
                return (None, Vec::new());
            };
            choices.extend([Choice::Change(id), Choice::Cancel(id)]);
            let times = offer
                .holds
                .iter()
                .map(|hold| (hold.id, hold.span.start()))
                .collect();
            let phrase = Phrase::ClosingOffer {
                visit: Visit::of(reservation),
                times,
                until: super::rules::civil(offer.until),
            };
            (Some(phrase), choices)
        }
        (OfferedFor::Wait(_), None) => (None, Vec::new()),
    }
}

/// Takes an offered time: it becomes a reservation, or the new time of one, in this commit.
pub fn take(desk: &mut Desk<'_>, hold: HoldId) {
    desk.note(Turn::Form);
    let found = desk.view.offers.iter().find_map(|offered| {
        let kept = offered.offer.holds.iter().find(|kept| kept.id == hold)?;
        Some((offered.clone(), kept.span.clone()))
    });
    let Some((offered, span)) = found.filter(|(offered, _)| offered.offer.until > desk.now) else {
        gone(desk);
        return;
    };
    // The day may have been closed since.
    if super::slots::is_outside(desk.rules, &span) {
        gone(desk);
        return;
    }
    match offered.offer.offered_for {
        OfferedFor::Wait(id) => {
            let Some(wait) = desk.view.wait.clone().filter(|wait| wait.id == id) else {
                gone(desk);
                return;
            };
            desk.change(Change::EndOffer(offered.offer.id, OfferEnd::Taken));
            desk.change(Change::EndWait(id, WaitEnd::Taken));
            let reservation = Reservation {
                id: ReservationId(desk.ids.next(desk.now)),
                code: desk.ids.reservation_code(),
                resident: desk.view.resident.id,
                procedures: wait.procedures,
                people: wait.people,
                span,
                state: ReservationState::Booked { coming: None },
                made_at: desk.now,
            };
            settle::settle(desk, reservation);
        }
        OfferedFor::Closing(_) => {
            let Some(old) = offered.reservation else {
                gone(desk);
                return;
            };
            match old.clone().replaced(span) {
                Ok(moved) => {
                    desk.change(Change::EndOffer(offered.offer.id, OfferEnd::Taken));
                    settle::settle_move(desk, old.start(), moved);
                }
                Err(_) => gone(desk),
            }
        }
    }
}

/// The resident would rather not have it; the next on the list is asked.
pub fn decline(desk: &mut Desk<'_>, id: OfferId) {
    desk.note(Turn::Form);
    let offered = desk.view.offers.iter().find(|o| o.offer.id == id).cloned();
    let Some(offered) = offered else {
        gone(desk);
        return;
    };
    desk.change(Change::EndOffer(id, OfferEnd::Declined));
    let wait = desk.view.wait.clone();
    let stays = match (offered.offer.offered_for, wait) {
        (OfferedFor::Wait(_), Some(wait)) => {
            let (change, stays) = after_lapse(wait, desk.now);
            desk.change(change);
            stays
        }
        _ => false,
    };
    let mut choices = vec![Choice::Action(Action::Book)];
    if stays {
        choices.push(Choice::WaitLeave);
    }
    desk.say(Phrase::OfferDeclined { stays }, choices);
}

/// Where a place on the list goes after an offer that was not taken: to the end, or off the list after several. Also
/// tells whether it stays.
#[must_use]
pub fn after_lapse(wait: Wait, now: chrono::DateTime<chrono::Utc>) -> (Change, bool) {
    let lapses = wait.lapses.saturating_add(1);
    if lapses >= super::waiting::LAPSES_MAX {
        return (Change::EndWait(wait.id, WaitEnd::Over), false);
    }
    let wait = Wait {
        lapses,
        wished_at: now,
        ..wait
    };
    (Change::SaveWait(wait), true)
}

/// Leaves the list; a time that is kept goes to the next.
pub fn leave(desk: &mut Desk<'_>) {
    desk.note(Turn::Form);
    let Some(wait) = desk.view.wait.clone() else {
        desk.say(Phrase::WaitNone, vec![Choice::Action(Action::Book)]);
        return;
    };
    for Offered { offer, .. } in &desk.view.offers {
        if offer.offered_for == OfferedFor::Wait(wait.id) {
            desk.change(Change::EndOffer(offer.id, OfferEnd::Declined));
        }
    }
    desk.change(Change::EndWait(wait.id, WaitEnd::Left));
    desk.say(Phrase::WaitLeft, vec![Choice::Action(Action::Book)]);
    booking::ask_again(desk);
}

fn gone(desk: &mut Desk<'_>) {
    desk.say(
        Phrase::OfferGone,
        vec![
            Choice::Action(Action::Book),
            Choice::Action(Action::MyReservation),
        ],
    );
    booking::ask_again(desk);
}
