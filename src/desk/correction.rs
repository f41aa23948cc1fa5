//! A text that somebody edits after sending it. Messengers change it on the screen of its writer, while here it stays what it
//! was: a booking is not made anew. Where a clerk listens, they hear of it; everybody else is told that the first one stands.

use chrono::{DateTime, Utc};

use super::abuse::Block;
use super::case::promise::{answer_by, promise};
use super::case::state::{By, Case, Step};
use super::choice::Choice;
use super::language::Language;
use super::person::staff_buttons;
use super::phrase::Phrase;
use super::rules::Rules;
use super::view::{CaseChange, Change, Outcome, Reply, To, Turn};
use crate::ids::ResidentId;

/// What somebody stands in when they edit a text.
#[derive(Clone, Debug)]
pub struct Standing {
    pub resident: ResidentId,
    pub language: Language,
    pub case: Option<Case>,
    pub block: Option<Block>,
    pub is_frozen: bool,
    pub is_attended: bool,
}

/// What comes of an edited text.
#[derive(Clone, Debug)]
pub enum Fate {
    /// The clerk who has the case hears of it.
    PassOn(Box<Outcome>),
    /// Its writer is told that the first text stands.
    FirstStands(Box<Outcome>),
    /// Whoever is blocked may send nothing anew either.
    Nothing,
}

/// Judges an edited text; `text` is what the staff are to read.
#[must_use]
pub fn judge(rules: &Rules, standing: Standing, text: String, now: DateTime<Utc>) -> Fate {
    let block = standing.block.as_ref().filter(|block| block.is_on(now));
    let is_heard = |case: &Case| block.is_none_or(|block| block.appeal == Some(case.id));
    let case = standing.case.clone().filter(Case::is_accepted);
    let case = case.filter(|case| is_heard(case) && !standing.is_frozen);
    if let Some(case) = case
        && let Some(outcome) = pass_on(rules, &standing, case, text, now)
    {
        return Fate::PassOn(Box::new(outcome));
    }
    if block.is_some() {
        return Fate::Nothing;
    }
    Fate::FirstStands(Box::new(Outcome {
        replies: vec![Reply {
            to: To::Resident(standing.resident),
            phrase: Phrase::FirstTextStands,
            choices: Vec::new(),
            replaces: false,
            case: None,
        }],
        turn: Turn::Other,
        ..Outcome::default()
    }))
}

fn pass_on(
    rules: &Rules,
    standing: &Standing,
    case: Case,
    text: String,
    now: DateTime<Utc>,
) -> Option<Outcome> {
    let id = case.id;
    let promise = promise(rules, case.urgency, standing.is_attended, now);
    let answer_by = answer_by(promise, rules, case.urgency, now);
    let step = Step::Write { answer_by };
    let case = case.go(&step, By::Citizen, now).ok()?;
    let buttons = staff_buttons(&case);
    let reply = |to, phrase, choices| Reply {
        to,
        phrase,
        choices,
        replaces: false,
        case: Some(id),
    };
    let said = Phrase::StaffCitizenSaid {
        case: id,
        text,
        language: standing.language,
    };
    let withdraw = vec![Choice::WithdrawCase(id)];
    Some(Outcome {
        replies: vec![
            reply(To::Staff, said, buttons.clone()),
            reply(To::Staff, Phrase::Summary { case: id }, buttons),
            reply(
                To::Resident(standing.resident),
                Phrase::CaseRelayed { case: id },
                withdraw,
            ),
        ],
        changes: vec![Change::Case(CaseChange::Step {
            case: Box::new(case),
            step,
        })],
        turn: Turn::Person,
        ..Outcome::default()
    })
}
