//! Reaching a person, from the citizen's side.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::abuse;
use super::booking;
use super::case::brief::{Brief, LanguageKnown};
use super::case::callback::{self, CallBack};
use super::case::promise::{self, Promise};
use super::case::said::Said;
use super::case::state::{Alarm, By, Call, Case, CloseReason, State, Step};
use super::case::trigger::{Trigger, Urgency};
use super::choice::Choice;
use super::decide::Desk;
use super::faq::{EntryId, Subject};
use super::heard::HeardKind;
use super::phrase::Phrase;
use super::queue::ticket::Ticket;
use super::rules::{OfficeId, civil};
use super::talk::Dialogue;
use super::view::{CaseChange, Change, Turn};
use crate::ids::CaseId;

/// Staff are only shown answers that come this close.
const SUGGESTED_SIMILARITY: f32 = 0.25;

/// What was said last before somebody wished for a person, where that tells why.
const AFTER_UNHELPFUL: [&str; 1] = ["feedback-noted"];
const AFTER_STAFF_ONLY: [&str; 6] = [
    "answer-withheld",
    "reservation-past",
    "code-locked",
    "no-show-limit",
    "change-too-late",
    "none-free",
];

/// The citizen wants a person.
pub fn wish(desk: &mut Desk<'_>) {
    desk.note(Turn::Person);
    if !already_open(desk) {
        let last = desk.talk.last_said.as_str();
        let trigger = if AFTER_UNHELPFUL.contains(&last) {
            desk.talk.unhelpful.last().cloned().map(Trigger::Unhelpful)
        } else if AFTER_STAFF_ONLY.contains(&last) {
            Some(Trigger::StaffOnly)
        } else {
            None
        };
        open(desk, trigger.unwrap_or(Trigger::Wish));
    }
    booking::offer_resume(desk);
}

/// Anger goes to a person at once, and nothing is answered to it by rote. Who has a case already has it added there.
pub fn angry(desk: &mut Desk<'_>) {
    desk.note(Turn::Person);
    match desk.view.case.clone() {
        None => open(desk, Trigger::Anger),
        Some(case) => {
            let urgency = case.urgency.max(Urgency::Soon);
            let ranked = raise(desk, &case, urgency, None);
            note_in(desk, ranked.unwrap_or(case));
        }
    }
    booking::offer_resume(desk);
}

/// The desk could not help several times in a row.
pub fn after_misses(desk: &mut Desk<'_>, trigger: Trigger) {
    desk.talk.misses = 0;
    if !already_open(desk) {
        open(desk, trigger);
    }
}

/// A person is asked to look at a block. Returns the case: an open one takes the appeal in.
pub(super) fn appeal(desk: &mut Desk<'_>) -> CaseId {
    desk.note(Turn::Person);
    if let Some(case) = &desk.view.case {
        let id = case.id;
        already_open(desk);
        return id;
    }
    open(desk, Trigger::Appeal);
    desk.view.next_case
}

/// A loss, theft or misuse: the answer has been shown, now people are told as well. A case that is open already becomes
/// urgent.
pub fn risk(desk: &mut Desk<'_>, entry: &EntryId) {
    if opened_now(desk) {
        return;
    }
    match desk.view.case.clone() {
        None => open(desk, Trigger::Risk(entry.clone())),
        Some(case) => {
            if raise(desk, &case, Urgency::Urgent, Some(entry)).is_some() {
                summarise(desk, case.id);
            }
        }
    }
}

/// Makes a case as urgent as this, and says so to the staff anew: a summary that is edited rings nowhere. What makes it
/// urgent is what it is about from now on.
fn raise(
    desk: &mut Desk<'_>,
    case: &Case,
    urgency: Urgency,
    about: Option<&EntryId>,
) -> Option<Case> {
    let (_, answer_by) = promised(desk, urgency);
    let rank = Step::Rank { urgency, answer_by };
    let case = Case {
        topic: about.cloned().or_else(|| case.topic.clone()),
        ..case.clone()
    };
    let ranked = step(desk, case.clone(), &rank, By::Desk)?;
    let said = Said::Raised {
        case: case.id,
        urgency,
    };
    desk.say_to_staff(case.id, Phrase::Case(Box::new(said)), Vec::new());
    Some(ranked)
}

/// While a clerk owns the conversation the desk only carries messages. A loss or theft cannot wait for the clerk: its
/// answer is shown as well, and the case becomes urgent.
pub fn relay(desk: &mut Desk<'_>) {
    desk.note(Turn::Person);
    let Some(mut case) = desk.view.case.clone() else {
        return;
    };
    if let Some(entry) = desk.heard.risk.clone() {
        abuse::tell_emergency(desk, &entry);
        case = raise(desk, &case, Urgency::Urgent, Some(&entry)).unwrap_or(case);
    }
    let id = case.id;
    let (promise, _) = promised(desk, case.urgency);
    pass_on(desk, case);
    let phrase = match promise {
        Promise::After(_) => Phrase::Case(Box::new(Said::RelayedClosed { case: id, promise })),
        Promise::Within(_) | Promise::By(_) => Phrase::CaseRelayed { case: id },
    };
    desk.say_to_citizen_of(id, phrase, vec![Choice::WithdrawCase(id)]);
}

/// What cannot be read is not carried, but the clerk hears that it was sent.
pub fn relay_unreadable(desk: &mut Desk<'_>) {
    desk.note(Turn::Person);
    let Some(case) = desk.view.case.clone() else {
        return;
    };
    let id = case.id;
    let (_, answer_by) = promised(desk, case.urgency);
    if step(desk, case, &Step::Write { answer_by }, By::Citizen).is_some() {
        let said = Said::Unreadable { case: id };
        desk.say_to_staff(id, Phrase::Case(Box::new(said)), Vec::new());
        summarise(desk, id);
    }
    let choices = vec![Choice::WithdrawCase(id)];
    desk.say_to_citizen_of(id, Phrase::Unintelligible, choices);
}

/// Says that a clerk has the conversation.
pub fn tell_owned(desk: &mut Desk<'_>) {
    already_open(desk);
}

/// A question without an answer while a case waits: it is added to the case.
pub fn note_waiting(desk: &mut Desk<'_>) {
    if let Some(case) = desk.view.case.clone() {
        note_in(desk, case);
    }
}

fn note_in(desk: &mut Desk<'_>, case: Case) {
    let id = case.id;
    pass_on(desk, case);
    desk.say_to_citizen_of(
        id,
        Phrase::CaseNoted { case: id },
        vec![Choice::WithdrawCase(id)],
    );
}

/// The citizen needs no person any more, and the desk speaks again.
pub fn withdraw(desk: &mut Desk<'_>, id: CaseId) {
    desk.note(Turn::Person);
    let own = desk.view.case.clone().filter(|case| case.id == id);
    let ended = own.and_then(|case| {
        let close = Step::Close(CloseReason::Withdrawn);
        step(desk, case, &close, By::Citizen)
    });
    if ended.is_none() {
        return desk.stale();
    }
    desk.say_to_staff(id, Phrase::StaffWithdrawn { case: id }, Vec::new());
    summarise(desk, id);
    let menu = if booking::is_under_way(desk) {
        Vec::new()
    } else {
        desk.menu()
    };
    desk.say(Phrase::CaseWithdrawn { case: id }, menu);
    booking::ask_again(desk);
}

/// Closes an open case of somebody who erases what is kept about them. The staff's summary is written anew afterwards, when
/// there is nothing in it any more.
pub fn end_by_erasing(desk: &mut Desk<'_>) {
    let Some(case) = desk.view.case.clone() else {
        return;
    };
    let id = case.id;
    let close = Step::Close(CloseReason::Withdrawn);
    if step(desk, case, &close, By::Citizen).is_some() {
        desk.say_to_staff(id, Phrase::StaffWithdrawn { case: id }, Vec::new());
        summarise(desk, id);
    }
}

/// Takes one step with a case, if it may be taken.
fn step(desk: &mut Desk<'_>, case: Case, step: &Step, by: By<'_>) -> Option<Case> {
    let case = case.go(step, by, desk.now).ok()?;
    desk.change(Change::Case(CaseChange::Step {
        case: Box::new(case.clone()),
        step: step.clone(),
    }));
    Some(case)
}

/// The staff's summary of a case, as it stands now, in the place of the one they have.
fn summarise(desk: &mut Desk<'_>, id: CaseId) {
    let case = desk.outcome.changes.iter().rev().find_map(Change::case);
    let buttons = case
        .or(desk.view.case.as_ref())
        .map_or_else(Vec::new, staff_buttons);
    desk.say_to_staff(id, Phrase::Summary { case: id }, buttons);
}

/// When an answer to what is said now is promised.
fn promised(desk: &Desk<'_>, urgency: Urgency) -> (Promise, DateTime<Utc>) {
    promise::promised(desk.rules, urgency, desk.view.is_attended, desk.now)
}

fn pass_on(desk: &mut Desk<'_>, case: Case) {
    let id = case.id;
    let text = desk.heard.text.clone();
    let language = desk.language;
    let (_, answer_by) = promised(desk, case.urgency);
    let Some(case) = step(desk, case, &Step::Write { answer_by }, By::Citizen) else {
        return;
    };
    desk.say_to_staff(
        id,
        Phrase::StaffCitizenSaid {
            case: id,
            text,
            language,
            is_edited: desk.heard.kind == HeardKind::Edited,
        },
        staff_buttons(&case),
    );
    summarise(desk, id);
}

/// The buttons below a summary in the staff's group.
#[must_use]
pub fn staff_buttons(case: &Case) -> Vec<Choice> {
    match case.state {
        State::Queued => vec![Choice::AcceptCase(case.id), Choice::CloseCase(case.id)],
        State::Accepted(_) | State::Answered(_) | State::Waiting(_) => {
            vec![Choice::CloseCase(case.id)]
        }
        State::Closed { .. } => Vec::new(),
    }
}

fn opened_now(desk: &Desk<'_>) -> bool {
    let is_opening = |change: &Change| matches!(change, Change::Case(CaseChange::Open { .. }));
    desk.outcome.changes.iter().any(is_opening)
}

/// Says where an open case stands; there is never a second one.
fn already_open(desk: &mut Desk<'_>) -> bool {
    let Some(case) = &desk.view.case else {
        return opened_now(desk);
    };
    let id = case.id;
    let is_accepted = case.is_accepted();
    let (promise, _) = promised(desk, case.urgency);
    let phone = desk.phone();
    let (phrase, choices) = if is_accepted {
        (
            Phrase::CaseAccepted { case: id },
            vec![Choice::WithdrawCase(id)],
        )
    } else {
        let phrase = Phrase::CaseWaits {
            case: id,
            promise,
            phone,
        };
        (phrase, citizen_buttons(id))
    };
    desk.say_to_citizen_of(id, phrase, choices);
    true
}

/// What a citizen may do while nobody has taken the case.
fn citizen_buttons(id: CaseId) -> Vec<Choice> {
    vec![Choice::CallBack(id), Choice::WithdrawCase(id)]
}

/// Opens a case; there must be none.
pub fn open(desk: &mut Desk<'_>, trigger: Trigger) {
    desk.note(Turn::Person);
    let id = desk.view.next_case;
    let is_in_hall = desk.view.queue.ticket.as_ref().is_some_and(Ticket::is_open);
    let urgency = Urgency::of(trigger.kind(), is_in_hall);
    let (promise, answer_by) = promised(desk, urgency);
    let topic = trigger
        .entry()
        .cloned()
        .or_else(|| desk.talk.shown.last().cloned());
    let case = Case {
        id,
        resident: desk.view.resident.id,
        trigger: trigger.kind(),
        topic,
        office: office(desk),
        urgency,
        opened_at: desk.now,
        answer_by,
        touched_at: desk.now,
        first_reply_at: None,
        waits_since: Some(desk.now),
        call: None,
        alarm: Alarm::None,
        state: State::Queued,
    };
    let buttons = staff_buttons(&case);
    desk.change(Change::Case(CaseChange::Open {
        case: Box::new(case),
        brief: Box::new(brief(desk)),
    }));
    desk.say_to_staff(id, Phrase::Summary { case: id }, buttons);
    let phone = desk.phone();
    let phrase = match trigger {
        Trigger::Misses | Trigger::NoneOfThese | Trigger::FormTrouble => {
            Phrase::CaseOpenedAfterMisses {
                case: id,
                promise,
                phone,
            }
        }
        Trigger::Risk(_) => Phrase::CaseOpenedForRisk {
            case: id,
            promise,
            phone,
        },
        Trigger::Anger => Phrase::Case(Box::new(Said::OpenedForAnger {
            case: id,
            promise,
            phone,
        })),
        Trigger::Wish | Trigger::Unhelpful(_) | Trigger::StaffOnly | Trigger::Appeal => {
            Phrase::CaseOpened {
                case: id,
                promise,
                phone,
            }
        }
    };
    desk.say_to_citizen_of(id, phrase, citizen_buttons(id));
}

/// The office a case belongs to, as far as anything says so.
fn office(desk: &Desk<'_>) -> Option<OfficeId> {
    let ticket = desk.view.queue.ticket.as_ref().map(|t| t.office.clone());
    let form = match &desk.talk.dialogue {
        Dialogue::Booking(form) => form.office.clone(),
        _ => None,
    };
    let booked = desk
        .view
        .reservations
        .first()
        .map(|r| r.span.office.clone());
    ticket.or(form).or(booked)
}

fn brief(desk: &Desk<'_>) -> Brief {
    let close = desk
        .heard
        .hits
        .iter()
        .filter(|hit| hit.similarity >= SUGGESTED_SIMILARITY);
    let nearest = close.filter_map(|hit| match &hit.subject {
        Subject::Entry(entry) => Some(entry.clone()),
        Subject::Action(_) => None,
    });
    // Whoever presses a button has asked before: what that came close to may help as well.
    let earlier = desk
        .talk
        .last_nearest
        .iter()
        .filter_map(|(name, _)| EntryId::read(name));
    let mut suggestions: Vec<EntryId> = Vec::new();
    for entry in nearest.chain(earlier) {
        let is_new = !desk.talk.shown.contains(&entry) && !suggestions.contains(&entry);
        if is_new && desk.view.corpus.entry(&entry).is_some() {
            suggestions.push(entry);
        }
    }
    suggestions.truncate(3);
    let form = match &desk.talk.dialogue {
        Dialogue::Booking(form) => Some(form.summary()),
        _ => None,
    };
    Brief {
        known: if desk.language_chosen {
            LanguageKnown::Chosen
        } else {
            LanguageKnown::Guessed
        },
        last_text: desk.talk.last_text.clone(),
        last_question: desk.talk.last_question.clone(),
        shown: desk.talk.shown.clone(),
        unhelpful: desk.talk.unhelpful.clone(),
        missed: desk.talk.missed.clone(),
        form,
        procedures: desk.heard.procedures.clone(),
        masked: desk.talk.masked,
        suggestions,
    }
}

// Calling back.

/// "Call me": which time.
pub fn ask_call_time(desk: &mut Desk<'_>, id: CaseId) {
    desk.note(Turn::Person);
    let Some(case) = own(desk, id) else {
        return desk.stale();
    };
    let times = callback::windows(
        desk.rules,
        &desk.view.calls,
        usize::from(desk.rules.person.calls_per_hour),
        desk.now,
    );
    if times.is_empty() {
        let phone = desk.phone();
        let said = Said::NoCallTime {
            case: case.id,
            phone,
        };
        return desk.say_to_citizen_of(id, Phrase::Case(Box::new(said)), Vec::new());
    }
    let choices = times.into_iter().map(|at| Choice::CallAt(id, at)).collect();
    let said = Said::AskCallTime { case: case.id };
    desk.say_to_citizen_of(id, Phrase::Case(Box::new(said)), choices);
}

/// This time: which number.
pub fn ask_call_number(desk: &mut Desk<'_>, id: CaseId, at: NaiveDateTime) {
    desk.note(Turn::Person);
    let (Some(_), Some((from, until))) = (own(desk, id), window(desk, at)) else {
        return ask_call_time(desk, id);
    };
    if let Dialogue::Booking(form) = std::mem::take(&mut desk.talk.dialogue) {
        desk.release(&form);
    }
    desk.talk.dialogue = Dialogue::CallBack { case: id, at };
    let said = Said::AskCallNumber {
        case: id,
        from: civil(from),
        until: civil(until),
    };
    desk.say_to_citizen_of(id, Phrase::Case(Box::new(said)), vec![Choice::Stop]);
}

/// What was typed is the number, if it reads as one. A command such as "stop" is still one, a loss is still heard, and
/// what is said to a clerk who has taken the case meanwhile is for the clerk.
pub fn hear_call_number(desk: &mut Desk<'_>) -> bool {
    let Dialogue::CallBack { case, at } = desk.talk.dialogue else {
        return false;
    };
    let Some(open) = own(desk, case) else {
        // The case is over, and with it the call.
        desk.talk.dialogue = Dialogue::Idle;
        return false;
    };
    let phone = callback::read_phone(desk.typed());
    if phone.is_none() && (open.is_accepted() || desk.heard.risk.is_some()) {
        return false;
    }
    desk.note(Turn::Person);
    let Some(phone) = phone else {
        let said = Said::CallNumberUnclear;
        desk.say_to_citizen_of(case, Phrase::Case(Box::new(said)), vec![Choice::Stop]);
        return true;
    };
    desk.talk.dialogue = Dialogue::Idle;
    let Some((from, until)) = window(desk, at) else {
        ask_call_time(desk, case);
        return true;
    };
    let call = Step::CallBack(Call { from, until });
    step(desk, open, &call, By::Citizen);
    desk.change(Change::Case(CaseChange::CallBack {
        case,
        call: CallBack { from, until, phone },
    }));
    let (from, until) = (civil(from), civil(until));
    let told = Said::CallBack { case, from, until };
    desk.say_to_staff(case, Phrase::Case(Box::new(told)), Vec::new());
    summarise(desk, case);
    let said = Said::CallNoted { case, from, until };
    desk.say_to_citizen_of(
        case,
        Phrase::Case(Box::new(said)),
        vec![Choice::WithdrawCase(case)],
    );
    true
}

fn window(desk: &Desk<'_>, at: NaiveDateTime) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let most = usize::from(desk.rules.person.calls_per_hour);
    callback::window(desk.rules, &desk.view.calls, most, at, desk.now)
}

fn own(desk: &Desk<'_>, id: CaseId) -> Option<Case> {
    desk.view.case.clone().filter(|case| case.id == id)
}
