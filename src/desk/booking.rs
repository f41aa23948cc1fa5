//! The booking form: procedure, office, day, time, confirmation — in any order, by button or in free words.
//!
//! Whatever has been said stays until the person takes it back; what is impossible is said, and the nearest possible
//! is offered. A seat is held as soon as a time is chosen, so the confirmation cannot fail while it is being read.

use chrono::{NaiveDate, NaiveTime};

use super::care::{self, Pick};
use super::choice::Choice;
use super::decide::Desk;
use super::faq::{Action, Subject};
use super::lexicon::{Command, Headcount};
use super::offer;
use super::people::{ask_people, is_at_limit, set_people};
use super::phrase::{Phrase, Visit};
use super::procedure::Procedure;
use super::queue;
use super::reservation::{Reservation, ReservationState};
use super::retrieval::Verdict;
use super::settle::{settle, settle_move};
use super::slots::is_outside;
use super::talk::{Dialogue, Form, Hold, Purpose, Step};
use super::view::{Change, Turn};
use crate::ids::{HoldId, ReservationId};

/// Whether a booking form is being filled in.
#[must_use]
pub fn is_under_way(desk: &Desk<'_>) -> bool {
    matches!(desk.talk.dialogue, Dialogue::Booking(_))
}

/// Whether it is for a new reservation.
#[must_use]
pub fn is_new(desk: &Desk<'_>) -> bool {
    matches!(&desk.talk.dialogue, Dialogue::Booking(form) if form.purpose == Purpose::New)
}

/// Starts a form with everything this message already says. A form under way goes on instead.
pub fn begin(desk: &mut Desk<'_>, purpose: Purpose) {
    desk.note(Turn::Action);
    let mut form = match std::mem::take(&mut desk.talk.dialogue) {
        Dialogue::Booking(form) if form.purpose == purpose => *form,
        Dialogue::Booking(form) => {
            desk.release(&form);
            Form {
                purpose,
                ..Form::default()
            }
        }
        _ => Form {
            purpose,
            ..Form::default()
        },
    };
    if let Purpose::Change(id) = purpose
        && let Some(old) = own(desk, id)
        && form.procedures.is_empty()
    {
        form.procedures.clone_from(&old.procedures);
        form.people = old.people;
        form.office = Some(old.span.office.clone());
    }
    if purpose == Purpose::New && is_at_limit(desk) {
        return;
    }
    if purpose == Purpose::New && desk.limited_days().is_some() {
        let days = desk.rules.booking.no_show.limit_days;
        desk.say(Phrase::NoShowLimit { days }, Vec::new());
    }
    fill(desk, &mut form);
    advance(desk, form);
}

/// Starts a form for what a helper has found, or puts it into the form that waited for it.
pub fn begin_with(desk: &mut Desk<'_>, procedures: &[Procedure]) {
    desk.note(Turn::Form);
    care::leave(desk);
    if !is_new(desk) {
        if is_at_limit(desk) {
            return;
        }
        if let Dialogue::Booking(form) = std::mem::take(&mut desk.talk.dialogue) {
            desk.release(&form);
        }
        desk.talk.dialogue = Dialogue::Booking(Box::default());
    }
    let mut form = take(desk);
    if !form.adding {
        form.procedures.clear();
        drop_hold(desk, &mut form);
    }
    add_procedures(desk, &mut form, procedures);
    advance(desk, form);
}

/// Hears an answer to the form's question; false when the text is something else, for example a question.
pub fn hear(desk: &mut Desk<'_>) -> bool {
    let Dialogue::Booking(form) = &desk.talk.dialogue else {
        return false;
    };
    let heard = desk.heard;
    let says_when = heard.when.day.is_some() || heard.when.time.is_some();
    let says_what = !heard.procedures.is_empty() || heard.office.is_some();
    let is_sure = matches!(heard.verdict, Verdict::Direct(Subject::Entry(_)));
    let wants_other = matches!(
        heard.understood(),
        Verdict::Direct(Subject::Action(action)) if !matches!(action, Action::Book | Action::Change)
    );
    let names_procedure = form.step() == Step::Procedure && !heard.is_question && says_what;
    let is_exact = heard.hits.first().is_some_and(|hit| hit.exact);
    // "The branch", asked where, is an answer, also where there is a topic of that name.
    let names_office =
        heard.office.is_some() && !heard.is_question && (form.step() == Step::Office || !is_exact);
    let names_people = heard.people != Headcount::Unsaid && !heard.is_question && !is_exact;
    let answers = match form.step() {
        _ if wants_other || heard.risk.is_some() => false,
        _ if names_people => true,
        _ if names_procedure || names_office => true,
        _ if is_exact && is_sure && !says_when => false,
        Step::Procedure => says_what && !(heard.is_question && is_sure) || says_when && !is_sure,
        Step::People => false,
        Step::Office => heard.office.is_some() || says_when && !is_sure,
        Step::Day | Step::Time | Step::Confirm => says_when,
    };
    if !answers {
        return false;
    }
    desk.note(Turn::Form);
    desk.talk.misses = 0;
    let mut form = take(desk);
    fill(desk, &mut form);
    advance(desk, form);
    true
}

/// A button of the form.
pub fn choose(desk: &mut Desk<'_>, choice: &Choice) {
    desk.note(Turn::Form);
    let Dialogue::Booking(_) = desk.talk.dialogue else {
        // A procedure button from an old message may well begin a new form; a bare time cannot.
        if let Choice::Procedure(_) = choice {
            if is_at_limit(desk) {
                return;
            }
            desk.talk.dialogue = Dialogue::Booking(Box::default());
            choose(desk, choice);
        } else {
            desk.stale();
        }
        return;
    };
    let mut form = take(desk);
    desk.talk.misses = 0;
    match choice {
        Choice::Procedure(procedure) => add_procedures(desk, &mut form, &[*procedure]),
        Choice::AddProcedure => form.adding = true,
        Choice::CountPeople => form.counting = true,
        Choice::People(people) => set_people(desk, &mut form, *people),
        Choice::Office(office) => {
            form.office = Some(office.clone());
            drop_hold(desk, &mut form);
        }
        Choice::Day(day) => set_day(&mut form, *day),
        Choice::DaysFrom(day) => {
            form.days_from = Some(*day);
            form.day = None;
            unset_time(desk, &mut form);
        }
        Choice::Time(time) => {
            form.time = Some(*time);
            form.range = None;
        }
        Choice::TimesFrom(time) => {
            form.times_from = Some(*time);
            form.range = None;
            unset_time(desk, &mut form);
        }
        _ => {}
    }
    advance(desk, form);
}

/// "More" and "any" inside the form.
pub fn command(desk: &mut Desk<'_>, command: Command) {
    let mut form = take(desk);
    match (command, form.step()) {
        (Command::More, Step::Day) => form.days_from = offer::days(desk, &form).next,
        (Command::More, Step::Time) => form.times_from = offer::times(desk, &form).next,
        (Command::Any, Step::Office) => {
            form.office = desk
                .rules
                .offices_for(&form.procedures)
                .first()
                .map(|office| office.id.clone());
        }
        (Command::Any, Step::Day) => form.day = offer::days(desk, &form).list.first().copied(),
        (Command::Any, Step::Time) => form.time = offer::quietest(desk, &form),
        _ => {}
    }
    advance(desk, form);
}

/// One step back: the last thing said is taken back, nothing else.
pub fn back(desk: &mut Desk<'_>) {
    desk.note(Turn::Command);
    match desk.talk.dialogue {
        Dialogue::Booking(_) => {}
        Dialogue::Idle => {
            let menu = desk.menu();
            desk.say(Phrase::NothingBefore, menu);
            return;
        }
        _ => {
            desk.talk.dialogue = Dialogue::Idle;
            desk.offer_menu();
            return;
        }
    }
    let mut form = take(desk);
    let had = form.clone();
    unset_time(desk, &mut form);
    match had.step() {
        Step::Confirm => {}
        Step::Time => form.day = None,
        Step::Day if had.days_from.is_some() => form.days_from = None,
        Step::Day => {
            form.office = None;
            if desk.rules.offices_for(&form.procedures).len() < 2 && form.purpose == Purpose::New {
                form.procedures.clear();
            }
        }
        Step::Office => form.procedures.clear(),
        Step::Procedure if had.adding => form.adding = false,
        Step::People => form.counting = false,
        Step::Procedure => {
            let menu = desk.menu();
            desk.say(Phrase::Stopped, menu);
            return;
        }
    }
    form.range = None;
    form.times_from = None;
    advance(desk, form);
}

/// Takes the reservation after "yes" to the question with this serial number.
pub fn confirm(desk: &mut Desk<'_>, serial: u32) {
    desk.note(Turn::Form);
    let fits = matches!(&desk.talk.dialogue, Dialogue::Booking(form) if form.serial == serial && form.hold.is_some());
    if !fits {
        desk.stale();
        return;
    }
    let mut form = take(desk);
    let Some(hold) = form.hold.clone() else {
        return;
    };
    // The day may have been closed while the question was being read.
    if is_outside(desk.rules, &hold.span) {
        drop_hold(desk, &mut form);
        advance(desk, form);
        return;
    }
    // An ended hold is no promise any more, but the same place may still be free.
    if hold.until <= desk.now && !offer::is_free(desk, &form, &hold.span) {
        desk.say(Phrase::HoldEnded, Vec::new());
        form.hold = None;
        form.time = None;
        desk.change(Change::Release(hold.id));
        advance(desk, form);
        return;
    }
    match form.purpose {
        Purpose::New => reserve(desk, &form, hold),
        Purpose::Change(id) => move_to(desk, &form, hold, id),
    }
}

fn reserve(desk: &mut Desk<'_>, form: &Form, hold: Hold) {
    let reservation = Reservation {
        id: ReservationId(desk.ids.next(desk.now)),
        code: desk.ids.reservation_code(),
        resident: desk.view.resident.id,
        procedures: form.procedures.clone(),
        people: form.people,
        span: hold.span,
        state: ReservationState::Booked { coming: None },
        made_at: desk.now,
    };
    settle(desk, reservation);
}

fn move_to(desk: &mut Desk<'_>, form: &Form, hold: Hold, id: ReservationId) {
    let Some(old) = own(desk, id).cloned() else {
        desk.say(Phrase::ReservationOver, vec![Choice::Action(Action::Book)]);
        return;
    };
    if super::manage::is_too_late(desk, &old) {
        return;
    }
    let before = old.start();
    match old.change(form.procedures.clone(), form.people, hold.span, desk.now) {
        Ok(moved) => settle_move(desk, before, moved),
        Err(_) => {
            let phone = desk.phone();
            desk.say(
                Phrase::ReservationPast { phone },
                vec![Choice::Action(Action::Book)],
            );
        }
    }
}

/// Asks the form's question again; false when there is no form.
pub fn ask_again(desk: &mut Desk<'_>) -> bool {
    if !is_under_way(desk) {
        return matches!(desk.talk.dialogue, Dialogue::Care(_)) && care::ask_again(desk);
    }
    let form = take(desk);
    advance(desk, form);
    true
}

/// After something else was answered: the form goes on, unless it was just asked.
pub fn offer_resume(desk: &mut Desk<'_>) {
    if is_under_way(desk) {
        desk.say(Phrase::FormResume, Vec::new());
        ask_again(desk);
    } else if !queue::walk_in::resume(desk) {
        care::resume(desk);
    }
}

// Filling in.

fn take(desk: &mut Desk<'_>) -> Form {
    match std::mem::take(&mut desk.talk.dialogue) {
        Dialogue::Booking(form) => *form,
        _ => Form::default(),
    }
}

/// Everything the message says about what, where and when.
fn fill(desk: &mut Desk<'_>, form: &mut Form) {
    let heard = desk.heard;
    let is_change = matches!(form.purpose, Purpose::Change(_));
    // "Change the reservation for the PIN" names the visit, it does not add to it.
    if !heard.procedures.is_empty() && (form.procedures.is_empty() || form.adding) && !is_change {
        add_procedures(desk, form, &heard.procedures);
    }
    if let Some(office) = &heard.office
        && form.office.as_ref() != Some(office)
    {
        form.office = Some(office.clone());
        drop_hold(desk, form);
    }
    match heard.people {
        _ if heard.is_question => {}
        Headcount::Said(people) => set_people(desk, form, people),
        // Asked again, it is answered with a number.
        Headcount::Unclear => form.counting = true,
        Headcount::Unsaid => {}
    }
    offer::fill_when(desk, form);
}

fn add_procedures(desk: &mut Desk<'_>, form: &mut Form, named: &[Procedure]) {
    let most = desk.rules.booking.procedures_max;
    let offered = desk.rules.procedures();
    for procedure in named.iter().filter(|p| offered.contains(p)) {
        if form.procedures.contains(procedure) {
            continue;
        }
        if form.procedures.len() >= usize::from(most) {
            desk.say(Phrase::ProceduresTooMany { most }, Vec::new());
            break;
        }
        form.procedures.push(*procedure);
        drop_hold(desk, form);
    }
    form.adding = false;
}

/// A new day keeps a wish for the part of the day but not the old time.
pub fn set_day(form: &mut Form, day: NaiveDate) {
    form.day = Some(day);
    form.full_day = None;
    form.times_from = None;
}

fn unset_time(desk: &mut Desk<'_>, form: &mut Form) {
    form.time = None;
    drop_hold(desk, form);
}

/// Gives the held seat back; the wish for its time stays.
pub fn drop_hold(desk: &mut Desk<'_>, form: &mut Form) {
    if let Some(hold) = form.hold.take() {
        desk.change(Change::Release(hold.id));
    }
}

fn own<'a>(desk: &'a Desk<'_>, id: ReservationId) -> Option<&'a Reservation> {
    desk.view.reservations.iter().find(|r| r.id == id)
}

// Asking.

/// Asks for the first thing that is missing, after saying what of the wishes cannot be.
fn advance(desk: &mut Desk<'_>, mut form: Form) {
    desk.note(Turn::Form);
    settle_office(desk, &mut form);
    offer::settle_day(desk, &mut form);
    offer::settle_time(desk, &mut form);
    match form.step() {
        Step::Procedure => ask_procedure(desk, &form),
        Step::People => ask_people(desk),
        Step::Office => ask_office(desk, &form),
        Step::Day => offer::ask_day(desk, &form),
        Step::Time => offer::ask_time(desk, &form),
        Step::Confirm => {
            ask_confirm(desk, form);
            return;
        }
    }
    desk.talk.dialogue = Dialogue::Booking(Box::new(form));
}

/// An office that cannot do the work is said and forgotten; the only one that can is taken.
fn settle_office(desk: &mut Desk<'_>, form: &mut Form) {
    if form.procedures.is_empty() {
        return;
    }
    let able: Vec<_> = desk
        .rules
        .offices_for(&form.procedures)
        .iter()
        .map(|office| office.id.clone())
        .collect();
    if let Some(office) = form.office.clone().filter(|office| !able.contains(office)) {
        let does = desk
            .rules
            .office(&office)
            .map(|office| office.procedures.clone())
            .unwrap_or_default();
        let procedures = form
            .procedures
            .iter()
            .filter(|p| !does.contains(p))
            .copied()
            .collect();
        desk.say(Phrase::OfficeCannot { office, procedures }, Vec::new());
        form.office = None;
        drop_hold(desk, form);
    }
    if let ([only], None) = (&able[..], &form.office) {
        form.office = Some(only.clone());
    }
}

fn ask_procedure(desk: &mut Desk<'_>, form: &Form) {
    let left = desk
        .rules
        .procedures()
        .into_iter()
        .filter(|p| !form.procedures.contains(p));
    let mut choices: Vec<Choice> = left.map(Choice::Procedure).collect();
    let phrase = if form.adding {
        choices.push(Choice::Back);
        Phrase::AskProcedureMore {
            procedures: form.procedures.clone(),
        }
    } else {
        choices.extend([Choice::Care(Pick::Finder), Choice::Stop]);
        Phrase::AskProcedure
    };
    desk.say_instead(phrase, choices);
}

fn ask_office(desk: &mut Desk<'_>, form: &Form) {
    let offices = desk.rules.offices_for(&form.procedures);
    let mut choices: Vec<Choice> = offices
        .iter()
        .map(|office| Choice::Office(office.id.clone()))
        .collect();
    if form.procedures.len() < usize::from(desk.rules.booking.procedures_max) {
        choices.push(Choice::AddProcedure);
    }
    choices.push(Choice::CountPeople);
    choices.extend([Choice::Back, Choice::Stop]);
    desk.say_instead(
        Phrase::AskOffice {
            procedures: form.procedures.clone(),
            people: form.people,
        },
        choices,
    );
}

/// Holds the seat and asks for the last yes.
fn ask_confirm(desk: &mut Desk<'_>, mut form: Form) {
    let (Some(day), Some(time)) = (form.day, form.time) else {
        return;
    };
    let kept = form.hold.as_ref().is_some_and(|hold| {
        hold.until > desk.now
            && hold.span.start() == day.and_time(time)
            && Some(&hold.span.office) == form.office.as_ref()
    });
    if !kept && !hold_seat(desk, &mut form, day, time) {
        desk.say(Phrase::SlotTaken, Vec::new());
        form.time = None;
        offer::ask_time(desk, &form);
        desk.talk.dialogue = Dialogue::Booking(Box::new(form));
        return;
    }
    form.serial = desk.talk.next_serial();
    let Some(hold) = &form.hold else { return };
    let new = Visit {
        id: None,
        procedures: form.procedures.clone(),
        people: form.people,
        office: hold.span.office.clone(),
        start: hold.span.start(),
        minutes: hold.span.minutes(),
        code: None,
    };
    let hold_minutes = desk.rules.booking.hold_minutes;
    let old = match form.purpose {
        Purpose::New => None,
        Purpose::Change(id) => own(desk, id).map(Visit::of),
    };
    let phrase = match old {
        Some(old) => Phrase::AskConfirmChange {
            old,
            new,
            hold_minutes,
        },
        None => Phrase::AskConfirm {
            visit: new,
            hold_minutes,
        },
    };
    let choices = vec![Choice::Confirm(form.serial), Choice::Back, Choice::Stop];
    desk.say_instead(phrase, choices);
    desk.talk.dialogue = Dialogue::Booking(Box::new(form));
}

fn hold_seat(desk: &mut Desk<'_>, form: &mut Form, day: NaiveDate, time: NaiveTime) -> bool {
    let Some(span) = offer::span_at(desk, form, day, time) else {
        return false;
    };
    let minutes = i64::from(desk.rules.booking.hold_minutes);
    let hold = Hold {
        id: HoldId(desk.ids.next(desk.now)),
        span,
        until: desk.now + chrono::TimeDelta::minutes(minutes),
    };
    if let Some(old) = form.hold.take() {
        desk.change(Change::Release(old.id));
    }
    desk.change(Change::Hold(hold.clone()));
    form.hold = Some(hold);
    true
}
