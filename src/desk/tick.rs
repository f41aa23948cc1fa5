//! What the passing of time does: reminders fall due, forgotten cases go back to the desk.

use chrono::{DateTime, Utc};

use super::care::Pick;
use super::choice::Choice;
use super::escalation::{Case, CloseReason};
use super::faq::Action;
use super::phrase::{Phrase, Visit};
use super::reminder::{self, DropReason, Reminder, ReminderKind, Verdict, judge};
use super::renewal;
use super::reservation::Reservation;
use super::rules::Rules;
use super::slots::is_outside;
use super::view::{Change, Outcome, Reply, TickView, To};

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
    let idle = view
        .idle
        .into_iter()
        .map(|case| (format!("idle:{}", case.id), give_back(rules, case, now)));
    let renewals = renewal::tick(rules, view.renewals, now);
    due.chain(idle).chain(renewals).collect()
}

/// A case nobody has touched for a long time goes back to the desk, and both sides are told.
fn give_back(rules: &Rules, case: Case, now: DateTime<Utc>) -> Outcome {
    let mut outcome = Outcome::default();
    let (id, resident) = (case.id, case.resident);
    if let Ok(case) = case.close(CloseReason::Idle, now) {
        outcome.changes.push(Change::SaveCase(case));
        let phrase = Phrase::CaseIdle {
            case: id,
            phone: rules.person.phone.clone(),
        };
        let to = To::Resident(resident);
        outcome.replies.push(Reply {
            to,
            phrase,
            choices: after_case(),
            replaces: false,
            case: Some(id),
        });
        let phrase = Phrase::StaffClosed { case: id };
        outcome.replies.push(Reply {
            to: To::Staff,
            phrase,
            choices: Vec::new(),
            replaces: false,
            case: Some(id),
        });
    }
    outcome
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
