//! Cases: escalations to people, with their steps, notes, and the calls that were promised.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::case::brief::Brief;
use crate::desk::case::callback::CallBack;
use crate::desk::case::state::{Alarm, Call, Case, CloseReason, Owner, State};
use crate::desk::case::trigger::{TriggerKind, Urgency};
use crate::desk::faq::EntryId;
use crate::desk::rules::OfficeId;
use crate::desk::view::CaseChange;
use crate::ids::{CaseId, ResidentId};

const COLUMNS: &str = "id, resident, trigger, topic, office, urgency, opened_at, answer_by, touched_at, first_reply_at, \
                       waits_since, alarm, state, owner, owner_at, closed_at, close_reason, \
                       (SELECT from_at FROM callbacks WHERE case_id = cases.id), \
                       (SELECT until_at FROM callbacks WHERE case_id = cases.id)";

/// The number before the first case's.
const FIRST_CASE: i64 = 1000;

/// A row of a case's history: who did what, and the state after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseEvent {
    pub at: DateTime<Utc>,
    pub who: String,
    pub step: String,
    pub state: String,
    pub detail: String,
}

/// What somebody of the staff noted for the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseNote {
    pub at: DateTime<Utc>,
    pub who: String,
    pub text: String,
}

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

    /// Open cases that wait for the citizen and that nobody has touched since then, and those that wait for the staff whose
    /// answers were due before the other time. Nobody's question is closed while its answer or a call is promised.
    ///
    /// # Errors
    /// The database fails.
    pub fn idle_cases(
        &self,
        since: DateTime<Utc>,
        forgotten_since: DateTime<Utc>,
        most: u16,
    ) -> Result<Vec<Case>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM cases
             WHERE state <> 'closed' AND touched_at <= ?1 AND (waits_since IS NULL OR answer_by <= ?2)
               AND NOT EXISTS (SELECT 1 FROM callbacks WHERE case_id = cases.id AND until_at > ?2)
             ORDER BY touched_at LIMIT ?3"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let (since, forgotten) = (since.timestamp_millis(), forgotten_since.timestamp_millis());
        let rows = statement.query_map(params![since, forgotten, most], raw)?;
        rows.map(|raw| raw?.case()).collect()
    }

    /// Cases that wait for the staff longer than was promised or for a call whose time has begun, and whose last alarm has
    /// not been given: the urgent ones first, which are told at night as well, then those of which least was told.
    ///
    /// # Errors
    /// The database fails.
    pub fn overdue_cases(&self, now: DateTime<Utc>, most: u16) -> Result<Vec<Case>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM cases
             WHERE state <> 'closed' AND alarm < 3
               AND (waits_since IS NOT NULL AND answer_by <= ?1
                    OR EXISTS (SELECT 1 FROM callbacks WHERE case_id = cases.id AND from_at <= ?1))
             ORDER BY urgency = 'urgent' DESC, alarm, answer_by LIMIT ?2"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let rows = statement.query_map(params![now.timestamp_millis(), most], raw)?;
        rows.map(|raw| raw?.case()).collect()
    }

    /// The times from which calls are promised from now on, but for this case.
    ///
    /// # Errors
    /// The database fails.
    pub fn calls_promised(
        &self,
        now: DateTime<Utc>,
        but: Option<CaseId>,
    ) -> Result<Vec<DateTime<Utc>>, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT from_at FROM callbacks WHERE until_at > ?1 AND case_id IS NOT ?2 ORDER BY from_at",
        )?;
        let but = but.map(|id| id.0);
        let rows = statement.query_map(params![now.timestamp_millis(), but], |row| row.get(0))?;
        rows.map(|millis| Ok(at(millis?))).collect()
    }

    /// Whether the staff have a summary of a case.
    ///
    /// # Errors
    /// The database fails.
    pub fn has_summary(&self, id: CaseId) -> Result<bool, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT 1 FROM outbox WHERE case_id = ?1 AND phrase = 'handoff' LIMIT 1",
        )?;
        Ok(statement.exists([id.0])?)
    }

    /// Whether somebody of the staff is there to answer.
    ///
    /// # Errors
    /// The database fails.
    pub fn is_attended(&self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let mut statement = (self.sql).prepare_cached("SELECT 1 FROM presence WHERE until > ?1")?;
        Ok(statement.exists([now.timestamp_millis()])?)
    }

    /// Notes that somebody is there to answer until then; in the past: that they have gone.
    ///
    /// # Errors
    /// The database fails.
    pub fn note_presence(&self, name: &str, until: DateTime<Utc>) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO presence (name, until) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET until = excluded.until",
            params![name, until.timestamp_millis()],
        )
    }

    /// Somebody is not there any more, whatever they have said of it.
    pub(super) fn end_presence(&self, name: &str) -> Result<(), StoreError> {
        self.run("DELETE FROM presence WHERE name = ?1", [name])
    }

    pub(super) fn apply_case(
        &mut self,
        change: &CaseChange,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match change {
            CaseChange::Open { case, brief } => {
                self.open_case(case, brief)?;
                self.note_event(case, "open", case.trigger.id(), actor, now)
            }
            CaseChange::Step { case, step } => {
                self.save_case(case)?;
                if case.call.is_none() {
                    self.run("DELETE FROM callbacks WHERE case_id = ?1", [case.id.0])?;
                }
                if !case.is_open() {
                    self.free_appeal(case, now)?;
                }
                self.note_event(case, step.id(), step.detail(), actor, now)
            }
            CaseChange::Note { case, text } => {
                self.run(
                    "INSERT INTO case_notes (case_id, at, who, text) VALUES (?1, ?2, ?3, ?4)",
                    params![case.0, now.timestamp_millis(), actor.person(), text],
                )
            }
            CaseChange::CallBack { case, call } => self.run(
                "INSERT INTO callbacks (case_id, from_at, until_at, phone) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (case_id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at,
                                                     phone = excluded.phone",
                params![
                    case.0,
                    call.from.timestamp_millis(),
                    call.until.timestamp_millis(),
                    call.phone
                ],
            ),
        }
    }

    fn open_case(&self, case: &Case, brief: &Brief) -> Result<(), StoreError> {
        let brief = serde_json::to_string(brief).unwrap_or_else(|_| "{}".to_owned());
        self.run(
            "INSERT INTO cases (id, resident, trigger, topic, office, urgency, opened_at, answer_by, touched_at,
                                waits_since, state, brief)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'queued', ?11)",
            params![
                case.id.0,
                case.resident.0,
                case.trigger.id(),
                case.topic.as_ref().map_or("", EntryId::as_str),
                case.office.as_ref().map(OfficeId::as_str),
                case.urgency.id(),
                case.opened_at.timestamp_millis(),
                case.answer_by.timestamp_millis(),
                case.touched_at.timestamp_millis(),
                millis(case.waits_since),
                brief
            ],
        )
    }

    fn save_case(&self, case: &Case) -> Result<(), StoreError> {
        let (closed_at, why) = match &case.state {
            State::Closed { at, why, .. } => (Some(at.timestamp_millis()), Some(why.id())),
            _ => (None, None),
        };
        let owner = case.owner();
        self.run(
            "UPDATE cases SET urgency = ?2, answer_by = ?3, touched_at = ?4, first_reply_at = ?5, waits_since = ?6,
                              alarm = ?7, state = ?8, owner = ?9, owner_at = ?10, closed_at = ?11, close_reason = ?12,
                              office = ?13, topic = ?14
             WHERE id = ?1",
            params![
                case.id.0,
                case.urgency.id(),
                case.answer_by.timestamp_millis(),
                case.touched_at.timestamp_millis(),
                millis(case.first_reply_at),
                millis(case.waits_since),
                case.alarm.level(),
                case.state.id(),
                owner.map(|owner| &owner.name),
                owner.map(|owner| owner.since.timestamp_millis()),
                closed_at,
                why,
                case.office.as_ref().map(OfficeId::as_str),
                case.topic.as_ref().map_or("", EntryId::as_str)
            ],
        )
    }

    fn note_event(
        &self,
        case: &Case,
        step: &str,
        detail: &str,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO case_events (case_id, at, who, step, state, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                case.id.0,
                now.timestamp_millis(),
                actor.name(),
                step,
                case.state.id(),
                detail
            ],
        )
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

/// The open cases: what is urgent first, then what waits longest.
///
/// # Errors
/// The database fails.
pub fn open_cases(sql: &Connection) -> Result<Vec<Case>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM cases WHERE state <> 'closed' ORDER BY id"
    ))?;
    let rows = statement.query_map([], raw)?;
    let mut cases = rows.map(|raw| raw?.case()).collect::<Result<Vec<_>, _>>()?;
    cases.sort_by_key(|case| {
        let waits = case.waits_since;
        (
            std::cmp::Reverse(case.urgency),
            waits.is_none(),
            case.answer_by,
            case.id,
        )
    });
    Ok(cases)
}

/// The cases closed last, the newest first.
///
/// # Errors
/// The database fails.
pub fn closed_cases(
    sql: &Connection,
    since: DateTime<Utc>,
    most: u16,
) -> Result<Vec<Case>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM cases WHERE state = 'closed' AND closed_at >= ?1 ORDER BY closed_at DESC, id DESC LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![since.timestamp_millis(), most], raw)?;
    rows.map(|raw| raw?.case()).collect()
}

/// What was known when a case was opened.
///
/// # Errors
/// The database fails.
pub fn brief(sql: &Connection, id: CaseId) -> Result<Brief, StoreError> {
    let mut statement = sql.prepare_cached("SELECT brief FROM cases WHERE id = ?1")?;
    let text: Option<String> = statement.query_row([id.0], |row| row.get(0)).optional()?;
    Ok(text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

/// The history of a case, oldest first.
///
/// # Errors
/// The database fails.
pub fn events(sql: &Connection, id: CaseId) -> Result<Vec<CaseEvent>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT at, who, step, state, detail FROM case_events WHERE case_id = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map([id.0], |row| {
        Ok(CaseEvent {
            at: at(row.get(0)?),
            who: row.get(1)?,
            step: row.get(2)?,
            state: row.get(3)?,
            detail: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What the staff noted for each other about a case, oldest first.
///
/// # Errors
/// The database fails.
pub fn notes(sql: &Connection, id: CaseId) -> Result<Vec<CaseNote>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT at, who, text FROM case_notes WHERE case_id = ?1 ORDER BY id")?;
    let rows = statement.query_map([id.0], |row| {
        Ok(CaseNote {
            at: at(row.get(0)?),
            who: row.get(1)?,
            text: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The call that was promised in a case.
///
/// # Errors
/// The database fails.
pub fn call_back(sql: &Connection, id: CaseId) -> Result<Option<CallBack>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT from_at, until_at, phone FROM callbacks WHERE case_id = ?1")?;
    let found = statement.query_row([id.0], |row| {
        Ok(CallBack {
            from: at(row.get(0)?),
            until: at(row.get(1)?),
            phone: row.get(2)?,
        })
    });
    Ok(found.optional()?)
}

/// Whether the newest answer of a clerk in a case did not arrive.
///
/// # Errors
/// The database fails.
pub fn has_failed(sql: &Connection, id: CaseId) -> Result<bool, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT state = 'failed' FROM outbox
         WHERE case_id = ?1 AND resident IS NOT NULL AND (phrase GLOB 'staff-says*' OR phrase = 'case-entry')
         ORDER BY id DESC LIMIT 1",
    )?;
    let found: Option<bool> = statement.query_row([id.0], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or(false))
}

/// Who is there to answer now.
///
/// # Errors
/// The database fails.
pub fn present(sql: &Connection, now: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT name FROM presence WHERE until > ?1 ORDER BY name")?;
    let rows = statement.query_map([now.timestamp_millis()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn millis(time: Option<DateTime<Utc>>) -> Option<i64> {
    time.map(|time| time.timestamp_millis())
}

struct Raw {
    id: i64,
    resident: i64,
    trigger: String,
    topic: String,
    office: Option<String>,
    urgency: String,
    times: [i64; 3],
    first_reply_at: Option<i64>,
    waits_since: Option<i64>,
    alarm: u8,
    state: String,
    owner: Option<(String, i64)>,
    closed: Option<(i64, String)>,
    call: Option<(i64, i64)>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let owner: Option<String> = row.get(13)?;
    let owner_at: Option<i64> = row.get(14)?;
    let closed_at: Option<i64> = row.get(15)?;
    let close_reason: Option<String> = row.get(16)?;
    let call_from: Option<i64> = row.get(17)?;
    let call_until: Option<i64> = row.get(18)?;
    Ok(Raw {
        id: row.get(0)?,
        resident: row.get(1)?,
        trigger: row.get(2)?,
        topic: row.get(3)?,
        office: row.get(4)?,
        urgency: row.get(5)?,
        times: [row.get(6)?, row.get(7)?, row.get(8)?],
        first_reply_at: row.get(9)?,
        waits_since: row.get(10)?,
        alarm: row.get(11)?,
        state: row.get(12)?,
        owner: owner.zip(owner_at),
        closed: closed_at.zip(close_reason),
        call: call_from.zip(call_until),
    })
}

impl Raw {
    fn case(self) -> Result<Case, StoreError> {
        let owner = self.owner.map(|(name, since)| Owner {
            name,
            since: at(since),
        });
        let state = match (self.state.as_str(), owner, self.closed) {
            ("queued", _, None) => State::Queued,
            ("accepted", Some(owner), None) => State::Accepted(owner),
            ("answered", Some(owner), None) => State::Answered(owner),
            ("waiting", Some(owner), None) => State::Waiting(owner),
            ("closed", owner, Some((when, why))) => State::Closed {
                at: at(when),
                why: CloseReason::from_id(&why)
                    .ok_or(StoreError::Row("a case closed for no known reason"))?,
                owner,
            },
            _ => return Err(StoreError::Row("a case in no known state")),
        };
        let [opened_at, answer_by, touched_at] = self.times.map(at);
        Ok(Case {
            id: CaseId(self.id),
            resident: ResidentId(self.resident),
            trigger: TriggerKind::from_id(&self.trigger)
                .ok_or(StoreError::Row("a case opened for no known reason"))?,
            topic: EntryId::read(&self.topic),
            office: self.office.as_deref().and_then(OfficeId::read),
            urgency: Urgency::from_id(&self.urgency)
                .ok_or(StoreError::Row("a case of no known urgency"))?,
            opened_at,
            answer_by,
            touched_at,
            first_reply_at: self.first_reply_at.map(at),
            waits_since: self.waits_since.map(at),
            call: self.call.map(|(from, until)| Call {
                from: at(from),
                until: at(until),
            }),
            alarm: Alarm::from_level(self.alarm)
                .ok_or(StoreError::Row("a case with no known alarm"))?,
            state,
        })
    }
}
