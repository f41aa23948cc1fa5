//! The hall of an office as its pages show it: a picture of one moment, made once for all who look.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::counter::CounterNumber;
use super::estimate::{Estimates, Wait};
use super::forecast::Shortage;
use super::line::Line;
use super::ticket::{Ticket, TicketNumber};
use crate::desk::language::Language;
use crate::ids::TicketId;

/// A ticket that was asked to a counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Grows with every call, repeated ones too: a display that knows the last one rings only for what is new.
    pub id: i64,
    pub ticket: TicketId,
    pub number: TicketNumber,
    pub counter: CounterNumber,
    pub language: Language,
    pub at: DateTime<Utc>,
    /// The holder asked for a sign instead of a voice as well.
    pub hearing: bool,
}

/// Whether somebody's papers are complete, as far as they have said themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PapersState {
    /// Nobody has checked.
    Unchecked,
    /// So many things of the list are there, out of so many.
    Checked { ready: u8, of: u8 },
}

/// The picture of an office's hall at one moment.
#[derive(Clone, Debug)]
pub struct Hall {
    pub line: Arc<Line>,
    pub estimates: Estimates,
    /// Whether anything could be foreseen: some counter is open or planned.
    pub is_foreseen: bool,
    /// How long somebody without a reservation would wait who came now.
    pub walk_in: Option<Wait>,
    /// The calls of today, the newest first, repeated ones as well; at most a dozen.
    pub calls: Vec<Call>,
    pub papers: BTreeMap<TicketId, PapersState>,
    /// The open counters will not do for the rest of the day.
    pub shortage: Option<Shortage>,
    pub at: DateTime<Utc>,
    /// Grows with every new picture.
    pub version: u64,
}

impl Hall {
    /// How many of those who wait are likely to be called before this ticket.
    #[must_use]
    pub fn ahead(&self, ticket: &Ticket) -> usize {
        ahead(&self.line, &self.estimates, ticket)
    }

    /// The range of minutes until the ticket is called, as it is told.
    #[must_use]
    pub fn wait(&self, ticket: TicketId) -> Option<(u16, u16)> {
        self.estimates.tickets.get(&ticket).map(|wait| wait.told())
    }

    /// Those who wait, in the order in which they are likely to be called.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Ticket> {
        in_order(&self.line, &self.estimates)
    }

    /// Those who wait with or without a reservation.
    #[must_use]
    pub fn waiting(&self, booked: bool) -> usize {
        let waiting = self.line.waiting();
        waiting.filter(|t| t.is_booked() == booked).count()
    }
}

/// Those who wait, in the order in which they are likely to be called; who cannot be foreseen comes last.
#[must_use]
pub fn in_order<'a>(line: &'a Line, estimates: &Estimates) -> Vec<&'a Ticket> {
    let mut waiting: Vec<&Ticket> = line.waiting().collect();
    waiting.sort_by_key(|ticket| {
        let wait = estimates.tickets.get(&ticket.id);
        let minutes = wait.map_or(u16::MAX, |wait| wait.middle);
        (
            ticket.priority.is_none(),
            minutes,
            ticket.order_at,
            ticket.id,
        )
    });
    waiting
}

/// How many of those who wait are likely to be called before a ticket.
#[must_use]
pub fn ahead(line: &Line, estimates: &Estimates, ticket: &Ticket) -> usize {
    let order = in_order(line, estimates);
    let place = order.iter().position(|other| other.id == ticket.id);
    place.unwrap_or(0)
}
