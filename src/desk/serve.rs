//! A clerk's action on a case. Like a citizen's turn it is a function of values.

use chrono::{DateTime, Utc};

use super::choice::Choice;
use super::escalation::{Case, CloseReason};
use super::message::StaffAction;
use super::phrase::Phrase;
use super::view::{Change, Outcome, Reply, StaffView, To, Turn};
use crate::ids::CaseId;

/// Decides what a clerk's action does and who hears of it.
#[must_use]
pub fn serve(view: &StaffView, clerk: &str, action: &StaffAction, now: DateTime<Utc>) -> Outcome {
    let mut outcome = Outcome {
        turn: Turn::Person,
        ..Outcome::default()
    };
    let Some(case) = view.case.clone() else {
        let phrase = match action {
            StaffAction::Help => Phrase::StaffHelp,
            StaffAction::Accept(_) | StaffAction::Reply { .. } | StaffAction::Close(_) => {
                Phrase::StaffCaseUnknown
            }
        };
        outcome.replies.push(to_staff(None, phrase));
        return outcome;
    };
    let id = case.id;
    let done = match action {
        StaffAction::Accept(_) => accept(&mut outcome, case, clerk, now),
        StaffAction::Reply { text, .. } => reply(&mut outcome, case, clerk, text, now),
        StaffAction::Close(_) => close(&mut outcome, case, now),
        StaffAction::Help => {
            outcome.replies.push(to_staff(None, Phrase::StaffHelp));
            Some(())
        }
    };
    if done.is_none() {
        outcome
            .replies
            .push(to_staff(Some(id), Phrase::StaffCaseOver { case: id }));
    }
    outcome
}

fn accept(outcome: &mut Outcome, case: Case, clerk: &str, now: DateTime<Utc>) -> Option<()> {
    let (id, resident, was_accepted) = (case.id, case.resident, case.is_accepted());
    let case = case.accept(clerk, now).ok()?;
    outcome.changes.push(Change::SaveCase(case));
    if !was_accepted {
        let phrase = Phrase::CaseAccepted { case: id };
        outcome.replies.push(to_citizen(
            resident,
            id,
            phrase,
            vec![Choice::WithdrawCase(id)],
        ));
    }
    outcome
        .replies
        .push(to_staff(Some(id), Phrase::StaffAccepted { case: id }));
    Some(())
}

/// A reply takes the case as well: whoever answers owns the conversation.
fn reply(
    outcome: &mut Outcome,
    case: Case,
    clerk: &str,
    text: &str,
    now: DateTime<Utc>,
) -> Option<()> {
    let (id, resident) = (case.id, case.resident);
    let case = case.accept(clerk, now).ok()?;
    outcome.changes.push(Change::SaveCase(case));
    let phrase = Phrase::StaffSays {
        case: id,
        text: text.trim().to_owned(),
    };
    outcome.replies.push(to_citizen(
        resident,
        id,
        phrase,
        vec![Choice::WithdrawCase(id)],
    ));
    Some(())
}

fn close(outcome: &mut Outcome, case: Case, now: DateTime<Utc>) -> Option<()> {
    let (id, resident) = (case.id, case.resident);
    let case = case.close(CloseReason::Clerk, now).ok()?;
    outcome.changes.push(Change::SaveCase(case));
    outcome.replies.push(to_citizen(
        resident,
        id,
        Phrase::CaseClosed { case: id },
        super::tick::after_case(),
    ));
    outcome
        .replies
        .push(to_staff(Some(id), Phrase::StaffClosed { case: id }));
    Some(())
}

fn to_staff(case: Option<CaseId>, phrase: Phrase) -> Reply {
    Reply {
        to: To::Staff,
        phrase,
        choices: Vec::new(),
        replaces: false,
        case,
    }
}

fn to_citizen(
    resident: crate::ids::ResidentId,
    case: CaseId,
    phrase: Phrase,
    choices: Vec<Choice>,
) -> Reply {
    Reply {
        to: To::Resident(resident),
        phrase,
        choices,
        replaces: false,
        case: Some(case),
    }
}
