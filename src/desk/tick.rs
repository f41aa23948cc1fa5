//! What the passing of time does: reminders fall due, forgotten cases go back to the desk.

use chrono::{DateTime, Utc};

use super::care::Pick;
use super::case::overdue::cases;
use super::choice::Choice;
use super::faq::Action;
use super::phrase::{Phrase, Visit, WaitWish};
use super::reminder::{self, DropReason, Reminder, ReminderKind, Verdict, judge};
use super::renewal;
use super::reservation::Reservation;
use super::rules::Rules;
use super::slots::is_outside;
use super::view::{Change, Lapsed, Outcome, Reply, TickView, To};
use super::waiting::{OfferEnd, Wait, WaitEnd};
use super::waitlist::after_lapse;
use crate::ids::ResidentId;

/// Decides what is due at this moment, each under a key of its own. Late reminders are judged, not blindly sent.
#[must_use]
pub fn tick(rules: &Rules, view: TickView, now: DateTime<Utc>) -> Vec<(String, Outcome)> {
    let due = view
        .due
        .into_iter()
        .map(|(reminder, reservation, reachable)| {
            let (id, kind) = (reservation.id, reminder.kind);
            let key = reminder::key(kind, &reservation);
            let mut outcome = Outcome::default();
            let verdict = match judge(kind, &reservation, reachable, &rules.reminders, now) {
                Verdict::Send if is_outside(rules, &reservation.span) => {
                    Verdict::Drop(DropReason::Closed)
                }
                verdict => verdict,
            };
            match verdict {
                Verdict::Send => send(&mut outcome, &reminder, &reservation),
                Verdict::Postpone(until) => outcome
                    .changes
                    .push(Change::ReminderPostponed(id, kind, until)),
                Verdict::Drop(why) => {
                    outcome
                        .changes
                        .push(Change::ReminderDropped(id, kind, why.id()))
                }
            }
            (key, outcome)
        });
    let cases = cases(rules, view.idle, view.overdue, view.is_attended, now);
    let others = lapsed(rules, view.lapsed, now)
        .into_iter()
        .chain(view.past_waits.into_iter().map(end_wait))
        .chain(
            view.missed
                .into_iter()
                .filter_map(|(r, wants)| miss(r, wants, now)),
        );
    let renewals = renewal::tick(rules, view.renewals, now);
    due.chain(cases).chain(others).chain(renewals).collect()
}

/// Kept times that nobody took are free again, and their holder is told what follows.
fn lapsed(rules: &Rules, offers: Vec<Lapsed>, now: DateTime<Utc>) -> Vec<(String, Outcome)> {
    let end = |lapsed: Lapsed| {
        let Lapsed {
            offer,
            wait,
            reservation,
        } = lapsed;
        let key = format!("offer-over:{}", offer.id);
        let mut outcome = Outcome::default();
        let end = Change::EndOffer(offer.id, OfferEnd::Lapsed);
        outcome.changes.push(end);
        if let Some(wait) = wait {
            let (change, stays) = after_lapse(wait, now);
            outcome.changes.push(change);
            let choices = if stays {
                vec![Choice::WaitLeave, Choice::Action(Action::Book)]
            } else {
                vec![Choice::Action(Action::Book)]
            };
            let phrase = Phrase::OfferLapsed { stays };
            outcome
                .replies
                .push(to_resident(offer.resident, phrase, choices));
        }
        // Who still stands on a closed day is told that nothing is kept any more; staff have them on the call list.
        let stands = |r: &Reservation| r.is_open(now) && is_outside(rules, &r.span);
        if let Some(reservation) = reservation.filter(stands) {
            let choices = vec![
                Choice::Change(reservation.id),
                Choice::Cancel(reservation.id),
            ];
            let phrase = Phrase::ClosingLapsed {
                visit: Visit::of(&reservation),
                phone: rules.person.phone.clone(),
            };
            outcome
                .replies
                .push(to_resident(offer.resident, phrase, choices));
        }
        (key, outcome)
    };
    offers.into_iter().map(end).collect()
}

/// The days of a wish have passed.
fn end_wait(wait: Wait) -> (String, Outcome) {
    let mut outcome = Outcome::default();
    outcome
        .changes
        .push(Change::EndWait(wait.id, WaitEnd::Over));
    let phrase = Phrase::WaitOver {
        wish: WaitWish::of(&wait),
    };
    let choices = vec![Choice::Action(Action::Book)];
    outcome
        .replies
        .push(to_resident(wait.resident, phrase, choices));
    (format!("wait-over:{}", wait.id), outcome)
}

/// Nobody came: it is noted, and told without reproach to whoever wants messages.
fn miss(reservation: Reservation, wants: bool, now: DateTime<Utc>) -> Option<(String, Outcome)> {
    let mut outcome = Outcome::default();
    let missed = reservation.missed(now).ok()?;
    let visit = Visit::of(&missed);
    let (id, resident) = (missed.id, missed.resident);
    outcome.changes.push(Change::Mark(missed));
    if wants {
        let choices = vec![Choice::Action(Action::Book), Choice::Action(Action::Staff)];
        let phrase = Phrase::NoShow { visit };
        outcome.replies.push(to_resident(resident, phrase, choices));
    }
    Some((format!("no-show:{id}"), outcome))
}

fn to_resident(resident: ResidentId, phrase: Phrase, choices: Vec<Choice>) -> Reply {
    Reply {
        to: To::Resident(resident),
        phrase,
        choices,
        replaces: false,
        case: None,
    }
}

/// What a citizen may want once the desk speaks again.
#[must_use]
pub fn after_case() -> Vec<Choice> {
    [Action::Book, Action::Staff].map(Choice::Action).to_vec()
}

fn send(outcome: &mut Outcome, reminder: &Reminder, reservation: &Reservation) {
    let visit = Visit::of(reservation);
    let phrase = match reminder.kind {
        ReminderKind::Evening => Phrase::ReminderEvening { visit },
        ReminderKind::Soon => Phrase::ReminderSoon { visit },
    };
    let id = reservation.id;
    let choices = vec![
        Choice::Coming(id),
        Choice::Care(Pick::Papers(id)),
        Choice::Change(id),
        Choice::Cancel(id),
    ];
    let to = To::Resident(reservation.resident);
    outcome.replies.push(Reply {
        to,
        phrase,
        choices,
        replaces: false,
        case: None,
    });
    outcome
        .changes
        .push(Change::ReminderSent(id, reminder.kind));
}
