//! Cases: when people take over, which promise is made, and what they are told.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::faq::EntryId;
use super::language::Language;
use super::message::Channel;
use super::phrase::{Promise, Visit};
use super::rules::{Rules, civil, instant};
use super::talk::FormSummary;
use crate::ids::{CaseId, ResidentId};

/// Why a person is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The citizen asked for one.
    Wish,
    /// The desk had no answer several times in a row.
    Misses,
    /// The question is about loss, theft or misuse.
    Risk(EntryId),
    /// Somebody who is blocked disagrees.
    Appeal,
}

impl Trigger {
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Trigger::Wish => "wish",
            Trigger::Misses => "misses",
            Trigger::Risk(_) => "risk",
            Trigger::Appeal => "appeal",
        }
    }
}

/// Where a case stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseState {
    /// Nobody has taken it; the desk goes on answering.
    Waiting,
    /// A clerk owns the conversation; the desk is silent but for reminders.
    Accepted {
        by: String,
        at: DateTime<Utc>,
    },
    Closed {
        at: DateTime<Utc>,
        why: CloseReason,
    },
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseReason {
    Clerk,
    /// The citizen needs no person any more.
    Withdrawn,
    /// Nobody said anything for a long time.
    Idle,
}

impl CloseReason {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            CloseReason::Clerk => "clerk",
            CloseReason::Withdrawn => "withdrawn",
            CloseReason::Idle => "idle",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<CloseReason> {
        [
            CloseReason::Clerk,
            CloseReason::Withdrawn,
            CloseReason::Idle,
        ]
        .into_iter()
        .find(|r| r.id() == id)
    }
}

/// An escalation to people. People on both sides call it by its code, for example `K-1001`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub id: CaseId,
    pub resident: ResidentId,
    pub trigger: &'static str,
    pub opened_at: DateTime<Utc>,
    /// By when an answer was promised.
    pub answer_by: DateTime<Utc>,
    pub touched_at: DateTime<Utc>,
    pub state: CaseState,
}

/// Why a clerk's action on a case does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlreadyClosed;

impl Case {
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.state, CaseState::Closed { .. })
    }

    /// Whether a clerk owns the conversation.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        matches!(self.state, CaseState::Accepted { .. })
    }

    /// A clerk takes the case; taking it again keeps the first clerk.
    ///
    /// # Errors
    /// A closed case stays closed.
    pub fn accept(self, by: &str, now: DateTime<Utc>) -> Result<Case, AlreadyClosed> {
        let state = match self.state {
            CaseState::Waiting => CaseState::Accepted {
                by: by.to_owned(),
                at: now,
            },
            accepted @ CaseState::Accepted { .. } => accepted,
            CaseState::Closed { .. } => return Err(AlreadyClosed),
        };
        Ok(Case {
            state,
            touched_at: now,
            ..self
        })
    }

    /// The case ends and the desk speaks again.
    ///
    /// # Errors
    /// A closed case stays as it was closed.
    pub fn close(self, why: CloseReason, now: DateTime<Utc>) -> Result<Case, AlreadyClosed> {
        match self.state {
            CaseState::Closed { .. } => Err(AlreadyClosed),
            CaseState::Waiting | CaseState::Accepted { .. } => Ok(Case {
                state: CaseState::Closed { at: now, why },
                touched_at: now,
                ..self
            }),
        }
    }
}

/// When a person will answer, by the opening hours of the counter.
#[must_use]
pub fn promise(rules: &Rules, now: DateTime<Utc>) -> Promise {
    let here = civil(now);
    if rules.calendar.is_open(here) {
        return Promise::Within(rules.person.answer_minutes);
    }
    Promise::After(
        rules
            .calendar
            .next_open(here)
            .unwrap_or(here + TimeDelta::days(1)),
    )
}

/// The instant up to which the promise holds.
#[must_use]
pub fn answer_by(promise: Promise, rules: &Rules, now: DateTime<Utc>) -> DateTime<Utc> {
    let minutes = TimeDelta::minutes(i64::from(rules.person.answer_minutes));
    match promise {
        Promise::Within(_) => now + minutes,
        Promise::After(opening) => instant(opening) + minutes,
    }
}

/// How we know the citizen's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageKnown {
    Chosen,
    Guessed,
}

/// What the staff are told: why now, what was asked, what was tried, what is known, what is promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handoff {
    pub case: CaseId,
    pub trigger: Trigger,
    pub channel: Channel,
    pub opened: NaiveDateTime,
    pub promise: Promise,
    pub language: Language,
    pub known: LanguageKnown,
    /// The last message in the citizen's own words, masked.
    pub last_text: String,
    /// The topic the words come closest to.
    pub topic: Option<EntryId>,
    /// Answers already shown.
    pub shown: Vec<EntryId>,
    /// Questions without an answer, masked.
    pub missed: Vec<String>,
    pub form: Option<FormSummary>,
    pub reservations: Vec<Visit>,
    /// How many secrets were masked in this conversation.
    pub masked: u32,
    /// Reviewed answers that may help.
    pub suggestions: Vec<EntryId>,
}
