//! What we are waiting to hear, and the little we remember of a conversation.
//!
//! A `Talk` is stored as JSON with its resident and is disposable: one that no longer reads after an upgrade starts
//! over politely. Nothing in it is a fact about a reservation.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::care::Care;
use super::faq::EntryId;
use super::procedure::Procedure;
use super::queue::talk::Asking;
use super::rules::OfficeId;
use super::slots::Span;
use super::view::Near;
use crate::ids::{CaseId, HoldId, ReservationCode, ReservationId, TicketId};

/// What a booking form is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    #[default]
    New,
    Change(ReservationId),
}

/// A seat kept while someone decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    pub id: HoldId,
    pub span: Span,
    pub until: DateTime<Utc>,
}

/// A wish for a part of the day, kept until a time is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    pub from: NaiveTime,
    /// The first minute after it.
    pub to: NaiveTime,
}

/// The booking form: what has been said stays until the person takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    pub purpose: Purpose,
    pub procedures: Vec<Procedure>,
    /// The person is naming one more procedure.
    #[serde(default)]
    pub adding: bool,
    /// How many people come; one until somebody says so.
    #[serde(default = "one")]
    pub people: u8,
    /// The person is saying how many come.
    #[serde(default)]
    pub counting: bool,
    pub office: Option<OfficeId>,
    /// Days are offered from here on.
    pub days_from: Option<NaiveDate>,
    pub day: Option<NaiveDate>,
    /// A wished day that turned out to be full: one may wait for a seat on it.
    #[serde(default)]
    pub full_day: Option<NaiveDate>,
    /// The first free day is wished, whichever that is.
    #[serde(default)]
    pub soonest: bool,
    pub range: Option<Range>,
    /// Times are offered from here on.
    pub times_from: Option<NaiveTime>,
    pub time: Option<NaiveTime>,
    pub hold: Option<Hold>,
    /// The number on the confirm button.
    #[serde(default)]
    pub serial: u32,
}

impl Default for Form {
    fn default() -> Form {
        Form {
            purpose: Purpose::New,
            procedures: Vec::new(),
            adding: false,
            people: 1,
            counting: false,
            office: None,
            days_from: None,
            day: None,
            full_day: None,
            soonest: false,
            range: None,
            times_from: None,
            time: None,
            hold: None,
            serial: 0,
        }
    }
}

fn one() -> u8 {
    1
}

/// The question a form asks next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    Procedure,
    People,
    Office,
    Day,
    Time,
    Confirm,
}

impl Form {
    /// The first thing that is missing.
    #[must_use]
    pub fn step(&self) -> Step {
        if self.procedures.is_empty() || self.adding {
            Step::Procedure
        } else if self.counting {
            Step::People
        } else if self.office.is_none() {
            Step::Office
        } else if self.day.is_none() {
            Step::Day
        } else if self.time.is_none() {
            Step::Time
        } else {
            Step::Confirm
        }
    }

    /// What staff are told of a form that was under way.
    #[must_use]
    pub fn summary(&self) -> FormSummary {
        FormSummary {
            change: matches!(self.purpose, Purpose::Change(_)),
            step: self.step(),
            procedures: self.procedures.clone(),
            office: self.office.clone(),
            day: self.day,
            time: self.time,
        }
    }
}

/// A form in a handoff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormSummary {
    pub change: bool,
    pub step: Step,
    pub procedures: Vec<Procedure>,
    pub office: Option<OfficeId>,
    pub day: Option<NaiveDate>,
    pub time: Option<NaiveTime>,
}

/// What we are waiting to hear.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dialogue {
    /// Anything.
    #[default]
    Idle,
    /// The next answer for a form.
    Booking(Box<Form>),
    /// Yes or no to a cancellation.
    Cancelling {
        reservation: ReservationId,
        serial: u32,
    },
    /// Which of several reservations is meant.
    Picking { cancel: bool },
    /// Yes or no to "did you mean".
    Confirming { entry: EntryId },
    /// Which language to go on in.
    Language,
    /// Which procedure the documents are for.
    Documents,
    /// The day of the reservation with this code, which was made elsewhere.
    Proving { code: ReservationCode },
    /// Yes or no to erasing what is kept.
    Erasing { serial: u32 },
    /// A step of one of the helpers around a visit.
    Care(Box<Care>),
    /// What a ticket is for, and whether it is taken.
    Ticket(Box<Asking>),
    /// The telephone number at which staff call within the hour from this time on.
    CallBack { case: CaseId, at: NaiveDateTime },
}

/// A question back, asked while something else was under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aside {
    DidYouMean(EntryId),
    WhichOne,
    /// Whether this ticket is given up.
    LeaveTicket(TicketId),
}

/// A conversation between two turns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    pub dialogue: Dialogue,
    /// The codes of the choices shown last, so that a typed number picks one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<String>,
    /// The words on those choices, squeezed, so that a typed label picks one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// A question back that stands in front of everything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aside: Option<Aside>,
    /// The last text, masked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last_text: String,
    /// The last question, masked: what a list or an answer was about, whatever was typed since.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last_question: String,
    /// What that question came closest to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub last_nearest: Vec<Near>,
    /// Misses in a row.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub misses: u8,
    /// Answers shown, newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<EntryId>,
    /// Questions without an answer, masked, newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missed: Vec<String>,
    /// Answers that did not help, newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unhelpful: Vec<EntryId>,
    /// The phrase said last.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last_said: String,
    /// Secrets masked so far.
    #[serde(default, skip_serializing_if = "is_none_masked")]
    pub masked: u32,
    /// The last confirm button's number.
    #[serde(default)]
    pub serial: u32,
}

/// How many answers and questions a talk remembers.
pub const REMEMBERED_MAX: usize = 5;

impl Talk {
    pub fn remember_shown(&mut self, entry: EntryId) {
        self.shown.retain(|e| *e != entry);
        self.shown.push(entry);
        keep_newest(&mut self.shown);
    }

    pub fn remember_unhelpful(&mut self, entry: EntryId) {
        self.unhelpful.retain(|e| *e != entry);
        self.unhelpful.push(entry);
        keep_newest(&mut self.unhelpful);
    }

    pub fn remember_missed(&mut self, text: String) {
        self.missed.push(text);
        keep_newest(&mut self.missed);
    }

    /// A number for the next confirm button.
    pub fn next_serial(&mut self) -> u32 {
        self.serial = self.serial.wrapping_add(1);
        self.serial
    }
}

fn keep_newest<T>(list: &mut Vec<T>) {
    let surplus = list.len().saturating_sub(REMEMBERED_MAX);
    list.drain(..surplus);
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_zero(n: &u8) -> bool {
    *n == 0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_none_masked(n: &u32) -> bool {
    *n == 0
}
