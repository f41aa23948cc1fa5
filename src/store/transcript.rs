//! What a clerk reads of a case: what was said on both sides and what became of it, and the facts around it.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::tx::{Tx, at};
use super::{StoreError, cases, hall, reservations, tickets};
use crate::desk::case::brief::Brief;
use crate::desk::case::callback::CallBack;
use crate::desk::case::state::Case;
use crate::desk::faq::EntryId;
use crate::desk::language::Language;
use crate::desk::message::Channel;
use crate::desk::queue::ticket::Ticket;
use crate::desk::reservation::Reservation;
use crate::desk::rules::civil;
use crate::ids::{CaseId, OutgoingId, ReservationId, ResidentId, TicketId};

/// A change of a reservation this young is told.
const CHANGED_HOURS: i64 = 24;

/// What became of something we said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was the answer to a request, which has carried it.
    Answered,
    /// It waits: for the courier, or for the page to be looked at.
    OnItsWay,
    /// The channel has taken it.
    Arrived(Option<DateTime<Utc>>),
    /// The citizen's page has shown it.
    Shown(DateTime<Utc>),
    /// It did not arrive, and why.
    Failed(String),
}

/// One thing said in a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// By the citizen, masked; empty for a button.
    Citizen {
        at: DateTime<Utc>,
        turn: String,
        text: String,
    },
    /// By the desk, or by a clerk through it.
    Desk {
        id: OutgoingId,
        at: DateTime<Utc>,
        phrase: String,
        text: String,
        language: Language,
        entries: Vec<EntryId>,
        case: Option<CaseId>,
        delivery: Delivery,
    },
}

impl Line {
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        match self {
            Line::Citizen { at, .. } | Line::Desk { at, .. } => *at,
        }
    }
}

/// What is known around a case.
#[derive(Clone, Debug)]
pub struct Facts {
    pub channel: Channel,
    pub language: Language,
    pub is_reachable: bool,
    pub brief: Brief,
    /// Booked visits ahead, with when they were changed within the last day, and how many papers are ready.
    pub booked: Vec<(Reservation, Option<DateTime<Utc>>, usize)>,
    pub ticket: Option<Ticket>,
    pub call_back: Option<CallBack>,
}

impl Tx<'_> {
    /// What is known around a case.
    ///
    /// # Errors
    /// The database fails.
    pub fn case_facts(&self, case: &Case, now: DateTime<Utc>) -> Result<Facts, StoreError> {
        facts(self.sql, case, now)
    }
}

/// What is known around a case.
///
/// # Errors
/// The database fails.
pub fn facts(sql: &Connection, case: &Case, now: DateTime<Utc>) -> Result<Facts, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT channel, language, reachable FROM residents WHERE id = ?1")?;
    let (channel, language, is_reachable) = statement.query_row([case.resident.0], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, bool>(2)?,
        ))
    })?;
    Ok(Facts {
        channel: Channel::from_id(&channel).unwrap_or(Channel::Console),
        language: Language::from_tag(&language).unwrap_or(Language::Ja),
        is_reachable,
        brief: cases::brief(sql, case.id)?,
        booked: booked(sql, case.resident, now)?,
        ticket: ticket(sql, case.resident, now)?,
        call_back: cases::call_back(sql, case.id)?,
    })
}

type Booked = Vec<(Reservation, Option<DateTime<Utc>>, usize)>;

fn booked(
    sql: &Connection,
    resident: ResidentId,
    now: DateTime<Utc>,
) -> Result<Booked, StoreError> {
    let today = civil(now).date().and_time(chrono::NaiveTime::MIN);
    let mut statement = sql.prepare_cached(
        "SELECT id, made_at, changed_at FROM reservations
         WHERE resident = ?1 AND state = 'booked' AND start_at >= ?2 ORDER BY start_at LIMIT 5",
    )?;
    let from = crate::desk::rules::instant(today).timestamp_millis();
    let rows = statement.query_map(params![resident.0, from], |row| {
        Ok((ReservationId(row.get(0)?), at(row.get(1)?), at(row.get(2)?)))
    })?;
    let mut booked = Vec::new();
    for row in rows {
        let (id, made, changed) = row?;
        let Some(reservation) = reservations::by_id(sql, id)? else {
            continue;
        };
        let is_new = changed > now - TimeDelta::hours(CHANGED_HOURS) && changed > made;
        let ready = hall::ready(sql, id.0)?.len();
        booked.push((reservation, Some(changed).filter(|_| is_new), ready));
    }
    Ok(booked)
}

fn ticket(
    sql: &Connection,
    resident: ResidentId,
    now: DateTime<Utc>,
) -> Result<Option<Ticket>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT id FROM tickets WHERE resident = ?1 AND day = ?2 ORDER BY id DESC LIMIT 1",
    )?;
    let day = civil(now).date().format("%Y-%m-%d").to_string();
    let id: Option<i64> = statement
        .query_row(params![resident.0, day], |row| row.get(0))
        .optional()?;
    match id {
        Some(id) => tickets::ticket(sql, TicketId(id)),
        None => Ok(None),
    }
}

/// The newest things said in somebody's conversation, oldest first.
///
/// # Errors
/// The database fails.
pub fn transcript(
    sql: &Connection,
    resident: ResidentId,
    most: u16,
) -> Result<Vec<Line>, StoreError> {
    let mut said = sql.prepare_cached(
        "SELECT at, turn, text FROM inbox WHERE resident = ?1 ORDER BY at DESC LIMIT ?2",
    )?;
    let citizen = said.query_map(params![resident.0, most], |row| {
        Ok(Line::Citizen {
            at: at(row.get(0)?),
            turn: row.get(1)?,
            text: row.get(2)?,
        })
    })?;
    let mut lines = citizen.collect::<Result<Vec<_>, _>>()?;
    let mut told = sql.prepare_cached(
        "SELECT id, at, phrase, text, language, entries, case_id, state, failure, settled_at, read_at
         FROM outbox WHERE resident = ?1 AND text <> '' ORDER BY id DESC LIMIT ?2",
    )?;
    let desk = told.query_map(params![resident.0, most], desk_line)?;
    for line in desk {
        lines.push(line?);
    }
    // What was said comes before what was answered at the same moment.
    lines.sort_by_key(|line| {
        let (is_desk, id) = match line {
            Line::Citizen { .. } => (false, OutgoingId(0)),
            Line::Desk { id, .. } => (true, *id),
        };
        (line.at(), is_desk, id)
    });
    let surplus = lines.len().saturating_sub(usize::from(most));
    lines.drain(..surplus);
    Ok(lines)
}

fn desk_line(row: &rusqlite::Row<'_>) -> rusqlite::Result<Line> {
    let language: String = row.get(4)?;
    let entries: String = row.get(5)?;
    let state: String = row.get(7)?;
    let settled: Option<i64> = row.get(9)?;
    let read: Option<i64> = row.get(10)?;
    let delivery = match state.as_str() {
        "pulled" => Delivery::Answered,
        "sent" => read.map_or(Delivery::Arrived(settled.map(at)), |read| {
            Delivery::Shown(at(read))
        }),
        "failed" => Delivery::Failed(row.get(8)?),
        _ => Delivery::OnItsWay,
    };
    Ok(Line::Desk {
        id: OutgoingId(row.get(0)?),
        at: at(row.get(1)?),
        phrase: row.get(2)?,
        text: row.get(3)?,
        language: Language::from_tag(&language).unwrap_or(Language::Ja),
        entries: serde_json::from_str(&entries).unwrap_or_default(),
        case: row.get::<_, Option<i64>>(6)?.map(CaseId),
        delivery,
    })
}
