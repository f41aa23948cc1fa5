//! Cases: escalations to people.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::{Tx, at};
use crate::desk::escalation::{Case, CaseState, CloseReason};
use crate::ids::{CaseId, ResidentId};

const COLUMNS: &str = "id, resident, trigger, opened_at, answer_by, touched_at, state, owner, owner_at, \
                       closed_at, close_reason";

/// The number before the first case's.
const FIRST_CASE: i64 = 1000;

impl Tx<'_> {
    /// The resident's open case.
    ///
    /// # Errors
    /// The database fails.
    pub fn open_case_of(&self, resident: ResidentId) -> Result<Option<Case>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM cases WHERE resident = ?1 AND state <> 'closed'");
        let mut statement = self.sql.prepare_cached(&sql)?;
        let found = statement.query_row([resident.0], raw).optional()?;
        found.map(Raw::case).transpose()
    }

    /// A case by its number.
    ///
    /// # Errors
    /// The database fails.
    pub fn case(&self, id: CaseId) -> Result<Option<Case>, StoreError> {
        case(self.sql, id)
    }

    /// The number of the next case.
    ///
    /// # Errors
    /// The database fails.
    pub fn next_case(&self) -> Result<CaseId, StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT ifnull(max(id), ?1) + 1 FROM cases")?;
        Ok(CaseId(statement.query_row([FIRST_CASE], |row| row.get(0))?))
    }

    /// Open cases nobody has touched since then.
    ///
    /// # Errors
    /// The database fails.
    pub fn idle_cases(&self, since: DateTime<Utc>, most: u16) -> Result<Vec<Case>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM cases WHERE state <> 'closed' AND touched_at <= ?1 ORDER BY touched_at LIMIT ?2"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let rows = statement.query_map(params![since.timestamp_millis(), most], raw)?;
        rows.map(|raw| raw?.case()).collect()
    }

    pub(super) fn open_case(&self, case: &Case) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO cases (id, resident, trigger, opened_at, answer_by, touched_at, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'queued')",
            params![
                case.id.0,
                case.resident.0,
                case.trigger,
                case.opened_at.timestamp_millis(),
                case.answer_by.timestamp_millis(),
                case.touched_at.timestamp_millis()
            ],
        )
    }

    pub(super) fn save_case(&self, case: &Case) -> Result<(), StoreError> {
        let touched = case.touched_at.timestamp_millis();
        match &case.state {
            CaseState::Waiting => {
                self.run("UPDATE cases SET touched_at = ?2 WHERE id = ?1", params![case.id.0, touched])
            }
            CaseState::Accepted { by, at } => self.run(
                "UPDATE cases SET state = 'accepted', owner = ?2, owner_at = ?3, touched_at = ?4 WHERE id = ?1",
                params![case.id.0, by, at.timestamp_millis(), touched],
            ),
            CaseState::Closed { at, why } => self.run(
                "UPDATE cases SET state = 'closed', closed_at = ?2, close_reason = ?3, touched_at = ?4 WHERE id = ?1",
                params![case.id.0, at.timestamp_millis(), why.id(), touched],
            ),
        }
    }
}

/// A case by its number, on any connection.
///
/// # Errors
/// The database fails.
pub fn case(sql: &Connection, id: CaseId) -> Result<Option<Case>, StoreError> {
    let mut statement =
        sql.prepare_cached(&format!("SELECT {COLUMNS} FROM cases WHERE id = ?1"))?;
    let found = statement.query_row([id.0], raw).optional()?;
    found.map(Raw::case).transpose()
}

/// The open cases, the oldest first.
///
/// # Errors
/// The database fails.
pub fn open_cases(sql: &Connection) -> Result<Vec<Case>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM cases WHERE state <> 'closed' ORDER BY id"
    ))?;
    let rows = statement.query_map([], raw)?;
    rows.map(|raw| raw?.case()).collect()
}

struct Raw {
    id: i64,
    resident: i64,
    trigger: String,
    opened_at: i64,
    answer_by: i64,
    touched_at: i64,
    state: String,
    accepted: Option<(String, i64)>,
    closed: Option<(i64, String)>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let accepted_by: Option<String> = row.get(7)?;
    let accepted_at: Option<i64> = row.get(8)?;
    let closed_at: Option<i64> = row.get(9)?;
    let close_reason: Option<String> = row.get(10)?;
    Ok(Raw {
        id: row.get(0)?,
        resident: row.get(1)?,
        trigger: row.get(2)?,
        opened_at: row.get(3)?,
        answer_by: row.get(4)?,
        touched_at: row.get(5)?,
        state: row.get(6)?,
        accepted: accepted_by.zip(accepted_at),
        closed: closed_at.zip(close_reason),
    })
}

impl Raw {
    fn case(self) -> Result<Case, StoreError> {
        let state = match (self.state.as_str(), self.accepted, self.closed) {
            ("queued", None, None) => CaseState::Waiting,
            ("accepted", Some((by, when)), None) => CaseState::Accepted { by, at: at(when) },
            ("closed", _, Some((when, why))) => CaseState::Closed {
                at: at(when),
                why: CloseReason::from_id(&why)
                    .ok_or(StoreError::Row("a case closed for no known reason"))?,
            },
            _ => return Err(StoreError::Row("a case in no known state")),
        };
        let trigger = match self.trigger.as_str() {
            "wish" => "wish",
            "misses" => "misses",
            "risk" => "risk",
            "appeal" => "appeal",
            _ => return Err(StoreError::Row("a case opened for no known reason")),
        };
        Ok(Case {
            id: CaseId(self.id),
            resident: ResidentId(self.resident),
            trigger,
            opened_at: at(self.opened_at),
            answer_by: at(self.answer_by),
            touched_at: at(self.touched_at),
            state,
        })
    }
}
