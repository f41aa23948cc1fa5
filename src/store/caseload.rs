//! How the cases stand as a whole: the load, who is at the inbox, and whether anything has changed since a page was made.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use crate::desk::case::state::Alarm;
use crate::desk::rules::OfficeId;
use crate::ids::{CaseId, ResidentId};

/// Something that differs whenever a page of the inbox would look different, time apart. Moments are counted as well as
/// compared: two things may happen within one, and a clock that was set back makes no newer ones.
pub type Pulse = [i64; 12];

/// Whether somebody is at the inbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Nobody has said anything, or not for long.
    Unknown,
    Here,
    /// They have said that they are away.
    Away,
}

/// What the staff have answered on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    pub cases: usize,
    /// How long the first answers took, the middle one of them.
    pub median_minutes: Option<i64>,
}

/// The pulse of all open cases, of those closed lately, and of who is there.
///
/// # Errors
/// The database fails.
pub fn pulse(sql: &Connection, now: DateTime<Utc>) -> Result<Pulse, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT (SELECT coalesce(max(id), 0) FROM case_events), (SELECT count(*) FROM callbacks),
                coalesce(max(o.id), 0), coalesce(max(o.settled_at), 0) + count(o.settled_at),
                coalesce(max(o.read_at), 0) + count(o.read_at),
                coalesce(sum(o.state = 'failed'), 0), (SELECT coalesce(max(id), 0) FROM cases),
                (SELECT count(*) FROM cases WHERE state <> 'closed'),
                (SELECT count(*) FROM presence WHERE until > ?1),
                (SELECT coalesce(sum(from_at + length(phone)), 0) FROM callbacks),
                (SELECT coalesce(max(id), 0) FROM handovers), (SELECT count(taken_at) FROM handovers)
         FROM cases c JOIN outbox o ON o.case_id = c.id WHERE c.state <> 'closed'",
    )?;
    Ok(statement.query_row([now.timestamp_millis()], read)?)
}

/// The pulse of one case and of the conversation it stands in.
///
/// # Errors
/// The database fails.
pub fn case_pulse(
    sql: &Connection,
    id: CaseId,
    now: DateTime<Utc>,
) -> Result<Option<Pulse>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT (SELECT coalesce(max(id), 0) FROM case_events), (SELECT coalesce(max(id), 0) FROM case_notes),
                (SELECT coalesce(max(id), 0) FROM outbox WHERE resident = c.resident),
                (SELECT coalesce(max(settled_at), 0) + count(settled_at) FROM outbox WHERE case_id = c.id),
                (SELECT coalesce(max(read_at), 0) + count(read_at) FROM outbox WHERE case_id = c.id),
                (SELECT coalesce(sum(state = 'failed'), 0) FROM outbox WHERE case_id = c.id),
                (SELECT coalesce(max(at), 0) + count(*) FROM inbox WHERE resident = c.resident),
                (SELECT count(*) FROM cases WHERE state = 'queued' AND state <> 'closed'),
                (SELECT count(*) FROM presence WHERE until > ?2),
                (SELECT coalesce(sum(from_at + length(phone)), 0) FROM callbacks WHERE case_id = c.id),
                (SELECT count(*) + count(taken_at) FROM handovers WHERE case_id = c.id),
                (SELECT coalesce(max(at), 0) FROM feedback
                  WHERE kind = 'case' AND subject = CAST(c.id AS TEXT) AND resident = c.resident)
         FROM cases c WHERE c.id = ?1",
    )?;
    let found = statement.query_row(params![id.0, now.timestamp_millis()], read);
    Ok(found.optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Pulse> {
    let mut pulse = Pulse::default();
    for (n, value) in pulse.iter_mut().enumerate() {
        *value = row.get(n)?;
    }
    Ok(pulse)
}

/// How many open cases nobody has taken, by the office to which they belong.
///
/// # Errors
/// The database fails.
pub fn unowned(sql: &Connection) -> Result<Vec<(Option<OfficeId>, u32)>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT office, count(*) FROM cases WHERE state <> 'closed' AND state = 'queued' GROUP BY office",
    )?;
    let rows = statement.query_map([], by_office)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn by_office(row: &Row<'_>) -> rusqlite::Result<(Option<OfficeId>, u32)> {
    let office: Option<String> = row.get(0)?;
    Ok((office.and_then(|id| OfficeId::read(&id)), row.get(1)?))
}

/// How many open cases of each office are late of which somebody should know: their own, and those that have been told up
/// to a level.
///
/// # Errors
/// The database fails.
pub fn late(
    sql: &Connection,
    name: &str,
    told_to: Alarm,
    now: DateTime<Utc>,
) -> Result<Vec<(Option<OfficeId>, u32)>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT office, count(*) FROM cases
         WHERE state <> 'closed' AND (owner = ?1 OR alarm >= ?2)
           AND (waits_since IS NOT NULL AND answer_by <= ?3
                OR EXISTS (SELECT 1 FROM callbacks WHERE case_id = cases.id AND until_at <= ?3))
         GROUP BY office",
    )?;
    let found = params![name, told_to.level(), now.timestamp_millis()];
    let rows = statement.query_map(found, by_office)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The first answers since an instant.
///
/// # Errors
/// The database fails.
pub fn answered(sql: &Connection, since: DateTime<Utc>) -> Result<Answered, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT first_reply_at - opened_at FROM cases WHERE first_reply_at >= ?1 ORDER BY 1",
    )?;
    let rows = statement.query_map([since.timestamp_millis()], |row| row.get::<_, i64>(0))?;
    let took = rows.collect::<Result<Vec<_>, _>>()?;
    let median = took.get(took.len() / 2).copied();
    Ok(Answered {
        cases: took.len(),
        median_minutes: median.map(|millis| TimeDelta::milliseconds(millis).num_minutes()),
    })
}

/// Whether somebody has said that they are at the inbox, at least until then.
///
/// # Errors
/// The database fails.
pub fn presence(
    sql: &Connection,
    name: &str,
    until: DateTime<Utc>,
) -> Result<Presence, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT until = 0, until > ?2 FROM presence WHERE name = ?1")?;
    let found = statement.query_row(params![name, until.timestamp_millis()], |row| {
        Ok((row.get::<_, bool>(0)?, row.get::<_, bool>(1)?))
    });
    Ok(match found.optional()? {
        Some((true, _)) => Presence::Away,
        Some((_, true)) => Presence::Here,
        Some((false, false)) | None => Presence::Unknown,
    })
}

/// The telephone numbers that staff noted with visits of somebody that are still ahead.
///
/// # Errors
/// The database fails.
pub fn contact_phones(sql: &Connection, resident: ResidentId) -> Result<Vec<String>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT DISTINCT c.phone FROM contacts c JOIN reservations r ON r.id = c.reservation
         WHERE r.resident = ?1 AND r.state = 'booked' AND c.phone <> ''",
    )?;
    let rows = statement.query_map([resident.0], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
