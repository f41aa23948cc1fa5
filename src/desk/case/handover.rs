//! Hand-over sheets (引継ぎシート): what another counter or department should know of somebody who is sent there, so that
//! nobody tells their story twice (the city's specification, section 6(2)⑦).

use chrono::{DateTime, Utc};

use crate::desk::queue::counter::CounterNumber;
use crate::desk::rules::{OfficeId, Rules};
use crate::desk::slots::COUNTERS_MAX;
use crate::ids::{CaseId, SheetCode, TicketId};

/// The longest name of a department and the longest note, in characters.
pub const DEPARTMENT_CHARS_MAX: usize = 60;
pub const NOTE_CHARS_MAX: usize = 400;

/// Where somebody is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A counter of an office of ours, or any of its counters.
    Office {
        office: OfficeId,
        counter: Option<CounterNumber>,
    },
    /// Another department of the city hall, by its name.
    Department(String),
}

/// Whom a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Case(CaseId),
    Ticket(TicketId),
}

/// A sheet as it is kept. What it tells of the person is read when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub code: SheetCode,
    pub case: Option<CaseId>,
    pub ticket: Option<TicketId>,
    pub to: Destination,
    pub note: String,
    pub made_by: String,
    pub made_at: DateTime<Utc>,
    /// Who has taken it over at the other end, and when.
    pub taken: Option<(String, DateTime<Utc>)>,
}

/// Why there is no sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetRefusal {
    /// Neither an office nor a department is named.
    NoPlace,
    /// The office has no such counter.
    NoCounter,
    /// There is no such case or ticket, or it is over.
    NoSubject,
    /// Somebody has taken it already.
    Taken,
    /// A colleague has the case: they hand it over, or it is taken over from them first.
    OfAnother,
    /// There is no such sheet.
    Unknown,
}

impl Destination {
    /// The place, if it is one.
    ///
    /// # Errors
    /// No name, an office that does not exist, or a counter it does not have.
    pub fn check(self, rules: &Rules) -> Result<Destination, SheetRefusal> {
        match self {
            Destination::Office { office, counter } => {
                rules.office(&office).ok_or(SheetRefusal::NoPlace)?;
                match counter {
                    Some(number) if !(1..=COUNTERS_MAX).contains(&number.0) => {
                        Err(SheetRefusal::NoCounter)
                    }
                    _ => Ok(Destination::Office { office, counter }),
                }
            }
            Destination::Department(name) => {
                let name: String = name.trim().chars().take(DEPARTMENT_CHARS_MAX).collect();
                if name.is_empty() {
                    return Err(SheetRefusal::NoPlace);
                }
                Ok(Destination::Department(name))
            }
        }
    }
}
