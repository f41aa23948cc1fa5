//! Where a case stands. There is one function that changes it, `Case::go`, and one row in `case_events` for each change.

use chrono::{DateTime, Utc};

use super::trigger::{TriggerKind, Urgency};
use crate::desk::faq::EntryId;
use crate::desk::rules::OfficeId;
use crate::ids::{CaseId, ResidentId};

/// The clerk who has a case, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    pub name: String,
    pub since: DateTime<Utc>,
}

/// Where a case stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has taken it; the desk goes on answering.
    Queued,
    /// A clerk has it and has said nothing yet.
    Accepted(Owner),
    /// The word is with the citizen.
    Answered(Owner),
    /// The citizen has written after an answer, or the answer did not arrive: the word is with the clerk.
    Waiting(Owner),
    Closed {
        at: DateTime<Utc>,
        why: CloseReason,
        owner: Option<Owner>,
    },
}

impl State {
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Accepted(_) => "accepted",
            State::Answered(_) => "answered",
            State::Waiting(_) => "waiting",
            State::Closed { .. } => "closed",
        }
    }
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseReason {
    /// The question is answered.
    Answered,
    /// Settled by telephone.
    Called,
    /// The citizen comes to the counter with it.
    Visit,
    /// Another department has taken it over.
    Elsewhere,
    /// The clerk gives the conversation back to the desk.
    Returned,
    /// No way to reach the citizen worked.
    Failed,
    /// Insults, threats, floods.
    Abuse,
    /// The citizen needs no person any more.
    Withdrawn,
    /// Nobody said anything for a long time.
    Idle,
}

impl CloseReason {
    pub const ALL: [CloseReason; 9] = [
        CloseReason::Answered,
        CloseReason::Called,
        CloseReason::Visit,
        CloseReason::Elsewhere,
        CloseReason::Returned,
        CloseReason::Failed,
        CloseReason::Abuse,
        CloseReason::Withdrawn,
        CloseReason::Idle,
    ];

    /// Those a clerk picks from; the others come from the citizen and from time.
    pub const OF_CLERKS: [CloseReason; 7] = [
        CloseReason::Answered,
        CloseReason::Called,
        CloseReason::Visit,
        CloseReason::Elsewhere,
        CloseReason::Returned,
        CloseReason::Failed,
        CloseReason::Abuse,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            CloseReason::Answered => "answered",
            CloseReason::Called => "called",
            CloseReason::Visit => "visit",
            CloseReason::Elsewhere => "elsewhere",
            CloseReason::Returned => "returned",
            CloseReason::Failed => "failed",
            CloseReason::Abuse => "abuse",
            CloseReason::Withdrawn => "withdrawn",
            CloseReason::Idle => "idle",
        }
    }

    /// Reads an id; older databases wrote `clerk` where a clerk had closed the case.
    #[must_use]
    pub fn from_id(id: &str) -> Option<CloseReason> {
        if id == "clerk" {
            return Some(CloseReason::Answered);
        }
        CloseReason::ALL.into_iter().find(|why| why.id() == id)
    }
}

/// Who has been told that a case waits too long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alarm {
    #[default]
    None,
    /// The staff once more, and the citizen that it takes longer.
    Staff,
    Supervisor,
    Deputy,
}

impl Alarm {
    #[must_use]
    pub const fn level(self) -> u8 {
        match self {
            Alarm::None => 0,
            Alarm::Staff => 1,
            Alarm::Supervisor => 2,
            Alarm::Deputy => 3,
        }
    }

    #[must_use]
    pub const fn from_level(level: u8) -> Option<Alarm> {
        Some(match level {
            0 => Alarm::None,
            1 => Alarm::Staff,
            2 => Alarm::Supervisor,
            3 => Alarm::Deputy,
            _ => return None,
        })
    }

    /// Who is told next; nobody after the deputy.
    #[must_use]
    pub const fn next(self) -> Option<Alarm> {
        Alarm::from_level(self.level() + 1)
    }
}

/// A call that is promised: within this time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// An escalation to people. People on both sides call it by its code, for example `K-1001`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub id: CaseId,
    pub resident: ResidentId,
    pub trigger: TriggerKind,
    /// The entry it is about, where that is known.
    pub topic: Option<EntryId>,
    pub office: Option<OfficeId>,
    pub urgency: Urgency,
    pub opened_at: DateTime<Utc>,
    /// By when an answer is promised.
    pub answer_by: DateTime<Utc>,
    pub touched_at: DateTime<Utc>,
    pub first_reply_at: Option<DateTime<Utc>>,
    /// Since when the word is with the staff.
    pub waits_since: Option<DateTime<Utc>>,
    /// What is owed beside an answer in the chat; it stays owed when one is given.
    pub call: Option<Call>,
    pub alarm: Alarm,
    pub state: State,
}

/// What happens to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Accept,
    /// Another clerk takes it from its owner, or from the queue.
    TakeOver,
    /// Its owner gives it back to the others, who answer by then what nobody waited for yet.
    Release {
        answer_by: DateTime<Utc>,
    },
    Answer,
    /// The owner says that the answer comes by then: the word stays with the staff.
    Announce {
        answer_by: DateTime<Utc>,
    },
    /// The citizen writes; the answer to it is promised by then.
    Write {
        answer_by: DateTime<Utc>,
    },
    /// An answer did not arrive.
    Undelivered,
    /// It waits too long, and somebody is told.
    Alarm(Alarm),
    /// The citizen picks a time to be called: the answer is promised by its end.
    CallBack(Call),
    /// The call was made.
    Called,
    /// A sheet goes to another counter or department.
    HandOver,
    /// It is more or less urgent than it seemed. What is more urgent is answered by then at the latest.
    Rank {
        urgency: Urgency,
        answer_by: DateTime<Utc>,
    },
    Close(CloseReason),
}

impl Step {
    /// How the rows of `case_events` name it.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Step::Accept => "accept",
            Step::TakeOver => "take-over",
            Step::Release { .. } => "release",
            Step::Answer => "answer",
            Step::Announce { .. } => "announce",
            Step::Write { .. } => "write",
            Step::Undelivered => "undelivered",
            Step::Alarm(_) => "alarm",
            Step::CallBack(_) => "call-back",
            Step::Called => "called",
            Step::HandOver => "hand-over",
            Step::Rank { .. } => "rank",
            Step::Close(_) => "close",
        }
    }

    /// What a row says beside the step.
    #[must_use]
    pub const fn detail(&self) -> &'static str {
        match self {
            Step::Close(why) => why.id(),
            Step::Rank { urgency, .. } => urgency.id(),
            Step::Alarm(Alarm::Supervisor) => "supervisor",
            Step::Alarm(Alarm::Deputy) => "deputy",
            Step::Alarm(_) => "staff",
            _ => "",
        }
    }
}

/// Why a step on a case does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseRefusal {
    /// It has ended.
    Over(CloseReason),
    /// Somebody else has it.
    Taken { by: String },
    /// Nobody has it.
    NotTaken,
    /// It stands so already.
    Already,
}

/// Who acts on a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By<'a> {
    Clerk(&'a str),
    Citizen,
    Desk,
}

impl By<'_> {
    const fn clerk(&self) -> Option<&str> {
        match self {
            By::Clerk(name) => Some(name),
            By::Citizen | By::Desk => None,
        }
    }
}

impl Case {
    #[must_use]
    pub const fn is_open(&self) -> bool {
        !matches!(self.state, State::Closed { .. })
    }

    /// Whether a clerk owns the conversation, so that the desk is silent but for reminders and calls.
    #[must_use]
    pub const fn is_accepted(&self) -> bool {
        matches!(
            self.state,
            State::Accepted(_) | State::Answered(_) | State::Waiting(_)
        )
    }

    /// The clerk who has it, or had it last.
    #[must_use]
    pub const fn owner(&self) -> Option<&Owner> {
        match &self.state {
            State::Queued => None,
            State::Accepted(owner) | State::Answered(owner) | State::Waiting(owner) => Some(owner),
            State::Closed { owner, .. } => owner.as_ref(),
        }
    }

    /// From when on something is owed to the citizen: an answer from the time by which it was promised, a call from the
    /// beginning of its time.
    #[must_use]
    pub fn owed_at(&self) -> Option<DateTime<Utc>> {
        let answer = self.waits_since.map(|_| self.answer_by);
        let call = self.call.map(|call| call.from);
        answer.into_iter().chain(call).min()
    }

    /// The one way in which a case changes.
    ///
    /// # Errors
    /// Why nothing happens: it is over, somebody else has it, or it stands so already.
    pub fn go(self, step: &Step, by: By<'_>, now: DateTime<Utc>) -> Result<Case, CaseRefusal> {
        if let State::Closed { why, .. } = self.state {
            return match (step, by) {
                // It was closed before it was known that the answer did not arrive.
                (Step::Undelivered, By::Desk) => self.reopened(now).ok_or(CaseRefusal::Over(why)),
                _ => Err(CaseRefusal::Over(why)),
            };
        }
        let touched = Case {
            touched_at: now,
            ..self
        };
        match step {
            Step::Accept => touched.accept(by, now),
            Step::TakeOver => touched.take_over(by, now),
            Step::Release { answer_by } => touched.release(*answer_by, by, now),
            Step::Answer => touched.answer(by, now),
            Step::Announce { answer_by } => touched.announce(*answer_by, by, now),
            Step::Write { answer_by } => Ok(touched.write(*answer_by, now)),
            Step::Undelivered => touched.undelivered(now),
            Step::Alarm(alarm) => touched.raise(*alarm, self.touched_at),
            Step::HandOver => touched.not_of_another(by),
            Step::CallBack(call) => Ok(Case {
                answer_by: call.until,
                waits_since: touched.waits_since.or(Some(now)),
                call: Some(*call),
                alarm: Alarm::None,
                ..touched
            }),
            Step::Called => touched.called(by, now),
            Step::Rank { urgency, .. } if touched.urgency == *urgency => Err(CaseRefusal::Already),
            Step::Rank { urgency, answer_by } => Ok(touched.ranked(*urgency, *answer_by)),
            Step::Close(why) => Ok(touched.not_of_another(by)?.close(*why, by, now)),
        }
    }

    fn accept(self, by: By<'_>, now: DateTime<Utc>) -> Result<Case, CaseRefusal> {
        let name = by.clerk().unwrap_or_default();
        match self.owner() {
            Some(owner) if owner.name == name => Err(CaseRefusal::Already),
            Some(owner) => Err(CaseRefusal::Taken {
                by: owner.name.clone(),
            }),
            None => Ok(Case {
                state: State::Accepted(Owner {
                    name: name.to_owned(),
                    since: now,
                }),
                ..self
            }),
        }
    }

    /// The word stays where it was: who takes over an answered case owes no answer.
    fn take_over(self, by: By<'_>, now: DateTime<Utc>) -> Result<Case, CaseRefusal> {
        let name = by.clerk().unwrap_or_default().to_owned();
        if self.owner().is_some_and(|owner| owner.name == name) {
            return Err(CaseRefusal::Already);
        }
        let owner = Owner { name, since: now };
        let state = match &self.state {
            State::Answered(_) => State::Answered(owner),
            State::Waiting(_) => State::Waiting(owner),
            _ => State::Accepted(owner),
        };
        Ok(Case { state, ..self })
    }

    /// A clerk ends no conversation of another and sends nobody elsewhere over their head; they take it over first.
    fn not_of_another(self, by: By<'_>) -> Result<Case, CaseRefusal> {
        match (self.owner(), by.clerk()) {
            (Some(owner), Some(name)) if owner.name != name => Err(CaseRefusal::Taken {
                by: owner.name.clone(),
            }),
            _ => Ok(self),
        }
    }

    fn release(
        self,
        answer_by: DateTime<Utc>,
        by: By<'_>,
        now: DateTime<Utc>,
    ) -> Result<Case, CaseRefusal> {
        if self.owner().is_none() {
            return Err(CaseRefusal::NotTaken);
        }
        let case = self.not_of_another(by)?;
        // Whoever waits already was promised something before; that promise, and who has heard that it is late, stay.
        Ok(match case.waits_since {
            Some(_) => Case {
                state: State::Queued,
                ..case
            },
            None => Case {
                state: State::Queued,
                waits_since: Some(now),
                answer_by,
                alarm: Alarm::None,
                ..case
            },
        })
    }

    /// What was promised before stays promised, unless it is more urgent now.
    fn ranked(self, urgency: Urgency, answer_by: DateTime<Utc>) -> Case {
        let is_sooner =
            urgency > self.urgency && self.waits_since.is_some() && answer_by < self.answer_by;
        let (answer_by, alarm) = if is_sooner {
            (answer_by, Alarm::None)
        } else {
            (self.answer_by, self.alarm)
        };
        Case {
            urgency,
            answer_by,
            alarm,
            ..self
        }
    }

    /// Whoever answers first takes the case as well; nobody answers in another's.
    fn answer(self, by: By<'_>, now: DateTime<Utc>) -> Result<Case, CaseRefusal> {
        let name = by.clerk().unwrap_or_default();
        let owner = match self.owner() {
            Some(owner) if owner.name != name => {
                return Err(CaseRefusal::Taken {
                    by: owner.name.clone(),
                });
            }
            Some(owner) => owner.clone(),
            None => Owner {
                name: name.to_owned(),
                since: now,
            },
        };
        // Who has heard that a call is due need not hear it again.
        let alarm = self.call.map_or(Alarm::None, |_| self.alarm);
        Ok(Case {
            state: State::Answered(owner),
            first_reply_at: self.first_reply_at.or(Some(now)),
            waits_since: None,
            alarm,
            ..self
        })
    }

    fn announce(
        self,
        answer_by: DateTime<Utc>,
        by: By<'_>,
        now: DateTime<Utc>,
    ) -> Result<Case, CaseRefusal> {
        let case = self.answer(by, now)?;
        let state = match case.state {
            State::Answered(owner) => State::Waiting(owner),
            state => state,
        };
        Ok(Case {
            state,
            waits_since: Some(now),
            answer_by,
            ..case
        })
    }

    /// Whoever has called has answered, and has the case.
    fn called(self, by: By<'_>, now: DateTime<Utc>) -> Result<Case, CaseRefusal> {
        if self.call.is_none() {
            return Err(CaseRefusal::Already);
        }
        let case = self.answer(by, now)?;
        Ok(Case {
            call: None,
            alarm: Alarm::None,
            ..case
        })
    }

    /// The answer did not arrive and the case is over: whoever had it has it again. What the desk itself has closed had
    /// no answer that could be lost.
    fn reopened(self, now: DateTime<Utc>) -> Option<Case> {
        let State::Closed {
            owner: Some(owner), ..
        } = self.state
        else {
            return None;
        };
        Some(Case {
            state: State::Waiting(owner),
            touched_at: now,
            waits_since: Some(now),
            answer_by: now,
            alarm: Alarm::None,
            ..self
        })
    }

    /// What was promised for the first words stays promised when more words follow.
    fn write(self, answer_by: DateTime<Utc>, now: DateTime<Utc>) -> Case {
        let (answer_by, waits_since) = match self.waits_since {
            Some(since) => (self.answer_by, Some(since)),
            None => (answer_by, Some(now)),
        };
        let state = match self.state {
            State::Answered(owner) => State::Waiting(owner),
            state => state,
        };
        Case {
            state,
            answer_by,
            waits_since,
            ..self
        }
    }

    fn undelivered(self, now: DateTime<Utc>) -> Result<Case, CaseRefusal> {
        match self.state {
            State::Answered(owner) => Ok(Case {
                state: State::Waiting(owner),
                waits_since: Some(now),
                answer_by: now,
                ..self
            }),
            State::Queued | State::Accepted(_) | State::Waiting(_) | State::Closed { .. } => {
                Err(CaseRefusal::Already)
            }
        }
    }

    /// An alarm is no touch: a case that nobody answers must still end some day.
    fn raise(self, alarm: Alarm, touched_at: DateTime<Utc>) -> Result<Case, CaseRefusal> {
        if alarm <= self.alarm {
            return Err(CaseRefusal::Already);
        }
        Ok(Case {
            alarm,
            touched_at,
            ..self
        })
    }

    fn close(self, why: CloseReason, by: By<'_>, now: DateTime<Utc>) -> Case {
        let of_clerk = by.clerk().map(|name| Owner {
            name: name.to_owned(),
            since: now,
        });
        let owner = self.owner().cloned().or(of_clerk);
        Case {
            state: State::Closed {
                at: now,
                why,
                owner,
            },
            waits_since: None,
            call: None,
            ..self
        }
    }
}
