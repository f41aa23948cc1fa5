//! Writing a reservation down and saying so, whichever way it came about: by the form, or by a kept time.

use chrono::NaiveDateTime;

use super::care::Pick;
use super::choice::Choice;
use super::decide::Desk;
use super::phrase::{Phrase, Visit};
use super::procedure::Procedure;
use super::reminder;
use super::reservation::Reservation;
use super::view::Change;
use crate::ids::ReservationId;

/// Writes a new reservation down and says so.
pub fn settle(desk: &mut Desk<'_>, reservation: Reservation) {
    let visit = Visit::of(&reservation);
    let choices = after_booking(reservation.id, &reservation.procedures);
    desk.change(Change::Reserve(reservation.clone()));
    let reminders = plan_reminders(desk, &reservation);
    desk.say(Phrase::Booked { visit, reminders }, choices);
}

/// Writes the new time of a reservation down and says so, also to whoever made it elsewhere.
pub fn settle_move(desk: &mut Desk<'_>, old: NaiveDateTime, moved: Reservation) {
    let visit = Visit::of(&moved);
    let choices = after_booking(moved.id, &moved.procedures);
    desk.change(Change::Forget(moved.id));
    desk.change(Change::Move(moved.clone()));
    plan_reminders(desk, &moved);
    let phrase = Phrase::Moved { old, visit };
    desk.say_to_owner(&moved, &phrase);
    desk.say(phrase, choices);
}

/// Plans what will be sent before the visit, and says how much that is.
fn plan_reminders(desk: &mut Desk<'_>, reservation: &Reservation) -> usize {
    // They are planned all the same: who wants messages again later gets them.
    let wanted = desk.view.resident.messages;
    let reminders = reminder::plan(reservation, &desk.rules.reminders, desk.now);
    let count = reminders.len();
    for reminder in reminders {
        desk.change(Change::Remind(reminder));
    }
    if wanted { count } else { 0 }
}

fn after_booking(id: ReservationId, procedures: &[Procedure]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = procedures.iter().map(|p| Choice::Documents(*p)).collect();
    choices.extend([
        Choice::Care(Pick::Papers(id)),
        Choice::Change(id),
        Choice::Cancel(id),
    ]);
    choices
}
