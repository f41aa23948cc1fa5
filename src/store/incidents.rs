//! Incidents and their records; whether messages to residents are stopped, which stands in `meta`.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::incident::{Act, Entry, Field, Freeze, Incident, IncidentChange, Kind, Line};
use crate::desk::incident::{Record, State};
use crate::desk::message::Outgoing;
use crate::desk::rules::OfficeId;
use crate::ids::{IncidentId, OutgoingId};

/// The row of `meta` that is there while messages are stopped: the incident, since when in milliseconds, and whether
/// calls go on.
const FROZEN: &str = "frozen";
/// What stands in the place of a field where something was done with the desk.
const ACT: &str = "act";

const COLUMNS: &str = "id, kind, state, office, raised_by, raised_at, closed_by, closed_at";

impl Tx<'_> {
    /// Whether messages are stopped.
    ///
    /// # Errors
    /// The database fails.
    pub fn freeze(&self) -> Result<Option<Freeze>, StoreError> {
        freeze(self.sql)
    }

    /// The number of the next incident. The newest one is always kept, so no number comes twice.
    ///
    /// # Errors
    /// The database fails.
    pub fn next_incident(&self) -> Result<IncidentId, StoreError> {
        let sql = "SELECT ifnull(max(id), 0) + 1 FROM incidents";
        let mut statement = self.sql.prepare_cached(sql)?;
        Ok(IncidentId(statement.query_row([], |row| row.get(0))?))
    }

    /// An incident with its record.
    ///
    /// # Errors
    /// The database fails.
    pub fn incident(&self, id: IncidentId) -> Result<Option<Record>, StoreError> {
        record(self.sql, id)
    }

    /// How many entries a record has, for the log.
    pub(super) fn incident_entries(&self, id: IncidentId) -> Result<i64, StoreError> {
        let sql = "SELECT count(*) FROM incident_entries WHERE incident = ?1";
        let mut statement = self.sql.prepare_cached(sql)?;
        Ok(statement.query_row([id.0], |row| row.get(0))?)
    }

    /// How many sessions there are beside one, which is named by the hash of its token.
    pub(super) fn other_sessions(&self, keep: &str) -> Result<i64, StoreError> {
        let sql = "SELECT count(*) FROM clerk_sessions WHERE token_hash <> ?1";
        let mut statement = self.sql.prepare_cached(sql)?;
        Ok(statement.query_row([keep], |row| row.get(0))?)
    }

    pub(super) fn apply_incident(
        &self,
        change: &IncidentChange,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let done = |id, act: Act| self.write_entry(id, actor, ACT, &act.word(), now);
        match change {
            IncidentChange::Raise(incident) => self.run(
                "INSERT INTO incidents (id, kind, state, office, raised_by, raised_at)
                 VALUES (?1, ?2, 'open', ?3, ?4, ?5)",
                params![
                    incident.id.0,
                    incident.kind.id(),
                    incident.office.as_ref().map(OfficeId::as_str),
                    incident.raised_by,
                    incident.raised_at.timestamp_millis()
                ],
            ),
            IncidentChange::Note {
                incident,
                field,
                text,
            } => self.write_entry(*incident, actor, field.id(), text, now),
            IncidentChange::Freeze(freeze) => {
                let calls = if freeze.calls_go_on { "calls" } else { "none" };
                let since = freeze.since.timestamp_millis();
                let value = format!("{} {since} {calls}", freeze.incident);
                self.set_meta(FROZEN, &value)?;
                let calls_go_on = freeze.calls_go_on;
                done(freeze.incident, Act::Freeze { calls_go_on })
            }
            IncidentChange::Thaw(freeze) => {
                self.run("DELETE FROM meta WHERE name = ?1", [FROZEN])?;
                done(freeze.incident, Act::Thaw)
            }
            IncidentChange::Revoke { incident, keep } => {
                let sql = "DELETE FROM clerk_sessions WHERE token_hash <> ?1";
                let ended = self.sql.prepare_cached(sql)?.execute([keep])?;
                self.run(
                    "DELETE FROM presence WHERE name NOT IN (SELECT name FROM clerk_sessions)",
                    [],
                )?;
                done(
                    *incident,
                    Act::Revoke(u32::try_from(ended).unwrap_or(u32::MAX)),
                )
            }
            IncidentChange::Close(incident) => {
                let State::Closed { by, at } = &incident.state else {
                    return Err(StoreError::Row("an incident closed by nobody"));
                };
                self.run(
                    "UPDATE incidents SET state = 'closed', closed_by = ?2, closed_at = ?3 WHERE id = ?1",
                    params![incident.id.0, by, at.timestamp_millis()],
                )?;
                done(incident.id, Act::Close)
            }
        }
    }

    fn write_entry(
        &self,
        incident: IncidentId,
        actor: Actor<'_>,
        field: &str,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO incident_entries (incident, at, who, field, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                incident.0,
                now.timestamp_millis(),
                actor.person(),
                field,
                text
            ],
        )
    }

    /// What waits for the pages and terminals of residents, the oldest first: they fetch for themselves.
    ///
    /// # Errors
    /// The database fails.
    pub fn waiting_for_pages(&self) -> Result<Vec<Outgoing>, StoreError> {
        super::outbox::pending_on_pages(self.sql)
    }

    /// Puts a row behind all others, so that a page which has been shown newer ones meanwhile gets it as well.
    ///
    /// # Errors
    /// The database fails.
    pub fn put_last(&self, id: OutgoingId) -> Result<(), StoreError> {
        self.run(
            "UPDATE outbox SET id = (SELECT max(id) + 1 FROM outbox) WHERE id = ?1",
            [id.0],
        )
    }
}

/// Whether messages are stopped.
///
/// # Errors
/// The database fails.
pub fn freeze(sql: &Connection) -> Result<Option<Freeze>, StoreError> {
    let Some(value) = super::meta(sql, FROZEN)? else {
        return Ok(None);
    };
    let mut parts = value.split(' ');
    let mut number = || parts.next().and_then(|part| part.parse::<i64>().ok());
    let unknown = StoreError::Row("messages stopped by no known incident");
    let (id, since) = number().zip(number()).ok_or(unknown)?;
    Ok(Some(Freeze {
        incident: IncidentId(id),
        since: at(since),
        calls_go_on: parts.next() == Some("calls"),
    }))
}

/// The incidents that are open, the newest first.
///
/// # Errors
/// The database fails.
pub fn open_incidents(sql: &Connection) -> Result<Vec<Incident>, StoreError> {
    list(sql, "WHERE state = 'open' ORDER BY id DESC LIMIT ?1", 100)
}

/// The incidents, the open ones first and then the newest.
///
/// # Errors
/// The database fails.
pub fn incidents(sql: &Connection, most: u16) -> Result<Vec<Incident>, StoreError> {
    list(
        sql,
        "ORDER BY (state = 'open') DESC, id DESC LIMIT ?1",
        most,
    )
}

fn list(sql: &Connection, which: &str, most: u16) -> Result<Vec<Incident>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM incidents {which}");
    let mut statement = sql.prepare_cached(&query)?;
    let rows = statement.query_map([most], raw)?;
    rows.map(|row| row?.incident()).collect()
}

/// An incident with its record.
///
/// # Errors
/// The database fails.
pub fn record(sql: &Connection, id: IncidentId) -> Result<Option<Record>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM incidents WHERE id = ?1");
    let mut statement = sql.prepare_cached(&query)?;
    let Some(found) = statement.query_row([id.0], raw).optional()? else {
        return Ok(None);
    };
    let mut statement = sql.prepare_cached(
        "SELECT at, who, field, text FROM incident_entries WHERE incident = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map([id.0], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, String>(3)?,
        ))
    })?;
    let entries = rows.map(|row| {
        let (when, who, field, text) = row?;
        let line = match field.as_str() {
            ACT => Act::read(&text).map(Line::Act),
            field => Field::from_id(field).map(|field| Line::Text(field, text)),
        };
        let unknown = StoreError::Row("an entry of no known field");
        Ok::<_, StoreError>(Entry {
            at: at(when),
            who,
            line: line.ok_or(unknown)?,
        })
    });
    Ok(Some(Record {
        entries: entries.collect::<Result<_, _>>()?,
        incident: found.incident()?,
    }))
}

struct Raw {
    id: i64,
    kind: String,
    state: String,
    office: Option<String>,
    raised: (String, i64),
    closed: Option<(String, i64)>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let (closed_by, closed_at): (Option<String>, Option<i64>) = (row.get(6)?, row.get(7)?);
    Ok(Raw {
        id: row.get(0)?,
        kind: row.get(1)?,
        state: row.get(2)?,
        office: row.get(3)?,
        raised: (row.get(4)?, row.get(5)?),
        closed: closed_by.zip(closed_at),
    })
}

impl Raw {
    fn incident(self) -> Result<Incident, StoreError> {
        let state = match (self.state.as_str(), self.closed) {
            ("open", None) => State::Open,
            ("closed", Some((by, when))) => State::Closed { by, at: at(when) },
            _ => return Err(StoreError::Row("an incident of no known state")),
        };
        let unknown = StoreError::Row("an incident of no known kind");
        Ok(Incident {
            id: IncidentId(self.id),
            kind: Kind::from_id(&self.kind).ok_or(unknown)?,
            office: self.office.as_deref().and_then(OfficeId::read),
            raised_by: self.raised.0,
            raised_at: at(self.raised.1),
            state,
        })
    }
}
