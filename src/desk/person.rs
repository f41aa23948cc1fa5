//! Reaching a person, from the citizen's side.

use super::booking;
use super::choice::Choice;
use super::decide::Desk;
use super::escalation::{
    Case, CaseState, CloseReason, Handoff, LanguageKnown, Trigger, answer_by, promise,
};
use super::faq::{EntryId, Subject};
use super::phrase::{Phrase, Promise, Visit};
use super::talk::Dialogue;
use super::view::{Change, Turn};
use crate::ids::CaseId;

/// Staff are only shown answers that come this close.
const SUGGESTED_SIMILARITY: f32 = 0.25;

/// The citizen wants a person.
pub fn wish(desk: &mut Desk<'_>) {
    desk.note(Turn::Person);
    if !already_open(desk) {
        open(desk, Trigger::Wish);
    }
    booking::offer_resume(desk);
}

/// The desk could not help several times in a row.
pub fn after_misses(desk: &mut Desk<'_>) {
    desk.talk.misses = 0;
    if !already_open(desk) {
        open(desk, Trigger::Misses);
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

/// A loss, theft or misuse: the answer has been shown, now people are told as well.
pub fn risk(desk: &mut Desk<'_>, entry: &EntryId) {
    if desk.view.case.is_none() && !opened_now(desk) {
        open(desk, Trigger::Risk(entry.clone()));
    }
}

/// While a clerk owns the conversation the desk only carries messages.
pub fn relay(desk: &mut Desk<'_>) {
    desk.note(Turn::Person);
    let Some(case) = desk.view.case.clone() else {
        return;
    };
    let id = case.id;
    pass_on(desk, case);
    desk.say_to_citizen_of(
        id,
        Phrase::CaseRelayed { case: id },
        vec![Choice::WithdrawCase(id)],
    );
}

/// A question without an answer while a case waits: it is added to the case.
pub fn note_waiting(desk: &mut Desk<'_>) {
    let Some(case) = desk.view.case.clone() else {
        return;
    };
    let id = case.id;
    pass_on(desk, case);
    desk.say_to_citizen_of(
        id,
        Phrase::CaseNoted { case: id },
        vec![Choice::WithdrawCase(id)],
    );
}

/// The citizen needs no person any more.
pub fn withdraw(desk: &mut Desk<'_>, id: CaseId) {
    desk.note(Turn::Person);
    let own = desk.view.case.clone().filter(|case| case.id == id);
    match own.map(|case| case.close(CloseReason::Withdrawn, desk.now)) {
        Some(Ok(case)) => {
            desk.change(Change::SaveCase(case));
            desk.say_to_staff(id, Phrase::StaffWithdrawn { case: id }, Vec::new());
            let menu = if booking::is_under_way(desk) {
                Vec::new()
            } else {
                desk.menu()
            };
            desk.say(Phrase::CaseWithdrawn { case: id }, menu);
            booking::ask_again(desk);
        }
        _ => desk.stale(),
    }
}

fn pass_on(desk: &mut Desk<'_>, case: Case) {
    let id = case.id;
    let text = desk.heard.text.clone();
    let language = desk.language;
    let buttons = if case.is_accepted() {
        vec![Choice::CloseCase(id)]
    } else {
        staff_buttons(id)
    };
    desk.change(Change::SaveCase(Case {
        touched_at: desk.now,
        ..case
    }));
    desk.say_to_staff(
        id,
        Phrase::StaffCitizenSaid {
            case: id,
            text,
            language,
        },
        buttons,
    );
}

fn staff_buttons(id: CaseId) -> Vec<Choice> {
    vec![Choice::AcceptCase(id), Choice::CloseCase(id)]
}

fn opened_now(desk: &Desk<'_>) -> bool {
    desk.outcome
        .changes
        .iter()
        .any(|change| matches!(change, Change::OpenCase(_)))
}

/// Says where an open case stands; there is never a second one.
fn already_open(desk: &mut Desk<'_>) -> bool {
    let Some(case) = &desk.view.case else {
        return opened_now(desk);
    };
    let id = case.id;
    let phone = desk.phone();
    let phrase = if case.is_accepted() {
        Phrase::CaseAccepted { case: id }
    } else {
        Phrase::CaseWaits {
            case: id,
            promise: promise(desk.rules, desk.now),
            phone,
        }
    };
    desk.say_to_citizen_of(id, phrase, vec![Choice::WithdrawCase(id)]);
    true
}

fn open(desk: &mut Desk<'_>, trigger: Trigger) {
    desk.note(Turn::Person);
    let id = desk.view.next_case;
    let promise = promise(desk.rules, desk.now);
    let case = Case {
        id,
        resident: desk.view.resident.id,
        trigger: trigger.id(),
        opened_at: desk.now,
        answer_by: answer_by(promise, desk.rules, desk.now),
        touched_at: desk.now,
        state: CaseState::Waiting,
    };
    desk.change(Change::OpenCase(case));
    let handoff = handoff(desk, id, trigger.clone(), promise);
    desk.say_to_staff(id, Phrase::Handoff(Box::new(handoff)), staff_buttons(id));
    let phone = desk.phone();
    let phrase = match trigger {
        Trigger::Wish | Trigger::Appeal => Phrase::CaseOpened {
            case: id,
            promise,
            phone,
        },
        Trigger::Misses => Phrase::CaseOpenedAfterMisses {
            case: id,
            promise,
            phone,
        },
        Trigger::Risk(_) => Phrase::CaseOpenedForRisk {
            case: id,
            promise,
            phone,
        },
    };
    desk.say_to_citizen_of(id, phrase, vec![Choice::WithdrawCase(id)]);
}

fn handoff(desk: &Desk<'_>, id: CaseId, trigger: Trigger, promise: Promise) -> Handoff {
    let close = desk
        .heard
        .hits
        .iter()
        .filter(|hit| hit.similarity >= SUGGESTED_SIMILARITY);
    let nearest = close.filter_map(|hit| match &hit.subject {
        Subject::Entry(entry) => Some(entry.clone()),
        Subject::Action(_) => None,
    });
    let topic = match &trigger {
        Trigger::Risk(entry) => Some(entry.clone()),
        Trigger::Wish | Trigger::Misses | Trigger::Appeal => desk.talk.shown.last().cloned(),
    };
    let form = match &desk.talk.dialogue {
        Dialogue::Booking(form) => Some(form.summary()),
        _ => None,
    };
    let suggestions: Vec<EntryId> = nearest
        .filter(|e| !desk.talk.shown.contains(e))
        .take(3)
        .collect();
    Handoff {
        case: id,
        trigger,
        channel: desk.view.resident.channel,
        opened: desk.here(),
        promise,
        language: desk.language,
        known: if desk.language_chosen {
            LanguageKnown::Chosen
        } else {
            LanguageKnown::Guessed
        },
        last_text: desk.talk.last_text.clone(),
        topic,
        shown: desk.talk.shown.clone(),
        missed: desk.talk.missed.clone(),
        form,
        reservations: desk.view.reservations.iter().map(Visit::of).collect(),
        masked: desk.talk.masked,
        suggestions,
    }
}
