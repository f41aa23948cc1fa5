//! The numbered windows: which are open, who sits there, and what they take.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::desk::procedure::Procedure;
use crate::desk::rules::OfficeId;

/// The number of a window, from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CounterNumber(pub u8);

impl fmt::Display for CounterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A set of procedures as one byte, for the simulation: seven procedures fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Takes(pub u8);

impl Takes {
    pub const ALL: Takes = Takes(u8::MAX);

    #[must_use]
    pub fn of<'a>(procedures: impl IntoIterator<Item = &'a Procedure>) -> Takes {
        let bit = |p: &Procedure| {
            let at = Procedure::ALL.iter().position(|other| other == p);
            at.map_or(0, |at| 1u8 << at)
        };
        Takes(
            procedures
                .into_iter()
                .map(bit)
                .fold(0, |all, bit| all | bit),
        )
    }

    /// Whether everything somebody came for is done here.
    #[must_use]
    pub fn covers(self, wanted: Takes) -> bool {
        wanted.0 & !self.0 == 0
    }
}

/// Whether somebody sits at a counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CounterState {
    Closed,
    Open {
        clerk: String,
        since: DateTime<Utc>,
    },
    /// The clerk is away for a while and calls nobody.
    Paused {
        clerk: String,
        since: DateTime<Utc>,
    },
}

/// A numbered window of an office today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counter {
    pub office: OfficeId,
    pub number: CounterNumber,
    pub state: CounterState,
    /// What is done here; empty: everything the office does.
    pub procedures: BTreeSet<Procedure>,
}

impl Counter {
    #[must_use]
    pub fn closed(office: &OfficeId, number: CounterNumber) -> Counter {
        Counter {
            office: office.clone(),
            number,
            state: CounterState::Closed,
            procedures: BTreeSet::new(),
        }
    }

    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, CounterState::Open { .. })
    }

    /// Who sits there, paused or not.
    #[must_use]
    pub fn clerk(&self) -> Option<&str> {
        match &self.state {
            CounterState::Closed => None,
            CounterState::Open { clerk, .. } | CounterState::Paused { clerk, .. } => Some(clerk),
        }
    }

    #[must_use]
    pub fn takes(&self) -> Takes {
        if self.procedures.is_empty() {
            Takes::ALL
        } else {
            Takes::of(&self.procedures)
        }
    }
}
