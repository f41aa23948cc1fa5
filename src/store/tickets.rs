//! Tickets: rows in, rows out, one event for each change.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::queue::admission::{Admission, Decided};
use crate::desk::queue::counter::{Counter, CounterNumber, CounterState};
use crate::desk::queue::floor::QueueChange;
use crate::desk::queue::ticket::{Move, Needs, Origin, Priority, State, Ticket, TicketNumber};
use crate::desk::rules::OfficeId;
use crate::ids::{ReservationId, ResidentId, TicketId};

const COLUMNS: &str = "t.id, t.office, t.day, t.letter, t.n, t.resident, t.language, t.chair, t.hearing, t.interpreter, \
    t.people, t.reservation, t.due_at, t.late, t.state, t.counter, t.state_at, t.recalls, t.issued_at, t.order_at, \
    t.waiting_since, t.priority_at, t.priority_reason, t.not_before, t.delays, t.only_counter, t.note, t.told_low, t.told_high";

impl Tx<'_> {
    pub(super) fn apply_queue(
        &mut self,
        change: &QueueChange,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if !matches!(change, QueueChange::Decided(..) | QueueChange::Noticed(..)) {
            self.cache.lines.touch();
        }
        match change {
            QueueChange::Issue(ticket) => {
                self.insert_ticket(ticket)?;
                self.note_step(ticket, "issue", "", actor, now)
            }
            QueueChange::Step(ticket, step) => self.step_ticket(ticket, step, actor, now),
            QueueChange::Counter(counter) => self.save_counter(counter, actor, now),
            QueueChange::Decided(office, decided, ticket) => {
                self.keep_decision(office, decided, *ticket)
            }
            QueueChange::Noticed(ticket, notice) => self.run(
                "INSERT OR IGNORE INTO ticket_notices (ticket, kind, at) VALUES (?1, ?2, ?3)",
                params![ticket.0, notice.id(), now.timestamp_millis()],
            ),
            QueueChange::Alerted(office) => self.set_mark(office, "shortage", now),
        }
    }

    fn insert_ticket(&self, ticket: &Ticket) -> Result<(), StoreError> {
        let (reservation, due, late) = origin(&ticket.origin);
        self.run(
            "INSERT INTO tickets (id, office, day, letter, n, resident, language, chair, hearing, interpreter, people,
                                  reservation, due_at, late, state, state_at, issued_at, order_at, waiting_since,
                                  told_low, told_high)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 'waiting', ?15, ?15, ?16, ?17, ?18, ?19)",
            params![
                ticket.id.0,
                ticket.office.as_str(),
                ticket.day.to_string(),
                ticket.number.letter.to_string(),
                ticket.number.n,
                ticket.resident.map(|id| id.0),
                ticket.language.tag(),
                ticket.needs.chair,
                ticket.needs.hearing,
                ticket.needs.interpreter,
                ticket.people,
                reservation,
                due,
                late,
                ticket.issued_at.timestamp_millis(),
                ticket.order_at.timestamp_millis(),
                ticket.waiting_since.timestamp_millis(),
                ticket.told.map(|told| told.0),
                ticket.told.map(|told| told.1)
            ],
        )?;
        for (n, procedure) in (0i64..).zip(&ticket.procedures) {
            self.run(
                "INSERT INTO ticket_procedures (ticket, n, procedure) VALUES (?1, ?2, ?3)",
                params![ticket.id.0, n, procedure.id()],
            )?;
        }
        Ok(())
    }

    fn step_ticket(
        &mut self,
        ticket: &Ticket,
        step: &Move,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (_, _, late) = origin(&ticket.origin);
        let (counter, state_at, recalls) = state_columns(&ticket.state, now);
        self.run(
            "UPDATE tickets SET office = ?2, language = ?3, chair = ?4, hearing = ?5, interpreter = ?6, late = ?7,
                    state = ?8, counter = ?9, state_at = ?10, recalls = ?11, order_at = ?12, waiting_since = ?13,
                    priority_at = ?14, priority_reason = ?15, not_before = ?16, delays = ?17, only_counter = ?18, note = ?19,
                    told_low = ?20, told_high = ?21
             WHERE id = ?1",
            params![
                ticket.id.0,
                ticket.office.as_str(),
                ticket.language.tag(),
                ticket.needs.chair,
                ticket.needs.hearing,
                ticket.needs.interpreter,
                late,
                ticket.state.id(),
                counter.map(|c| c.0),
                state_at.timestamp_millis(),
                recalls,
                ticket.order_at.timestamp_millis(),
                ticket.waiting_since.timestamp_millis(),
                ticket.priority.as_ref().map(|p| p.at.timestamp_millis()),
                ticket.priority.as_ref().map_or("", |p| p.reason.as_str()),
                ticket.not_before.map(|at| at.timestamp_millis()),
                ticket.delays,
                ticket.only.map(|c| c.0),
                ticket.note,
                ticket.told.map(|told| told.0),
                ticket.told.map(|told| told.1)
            ],
        )?;
        if matches!(step, Move::Call(_) | Move::Take(_)) {
            self.run(
                "UPDATE tickets SET called_at = ?2 WHERE id = ?1",
                params![ticket.id.0, now.timestamp_millis()],
            )?;
        }
        if let Move::Finish(done) = step {
            for (procedure, count) in done.iter().filter(|(_, count)| *count > 0) {
                self.run(
                    "INSERT INTO ticket_work (ticket, procedure, count) VALUES (?1, ?2, ?3)
                     ON CONFLICT (ticket, procedure) DO UPDATE SET count = excluded.count",
                    params![ticket.id.0, procedure.id(), count],
                )?;
            }
            self.cache.lines.forget_lengths(&ticket.office);
        }
        // Whoever stands in the line anew hears anew when their turn is near.
        if matches!(step, Move::Return | Move::Transfer { .. }) {
            self.run(
                "DELETE FROM ticket_notices WHERE ticket = ?1",
                [ticket.id.0],
            )?;
        }
        let detail = detail(ticket, step, now);
        self.note_step(ticket, step.id(), &detail, actor, now)
    }

    fn note_step(
        &self,
        ticket: &Ticket,
        step: &str,
        detail: &str,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (counter, _, _) = state_columns(&ticket.state, now);
        self.run(
            "INSERT INTO ticket_events (ticket, at, who, step, state, office, counter, detail)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                ticket.id.0,
                now.timestamp_millis(),
                actor.name(),
                step,
                ticket.state.id(),
                ticket.office.as_str(),
                counter.map(|c| c.0),
                detail
            ],
        )
    }

    fn save_counter(
        &self,
        counter: &Counter,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (state, clerk, since) = match &counter.state {
            CounterState::Closed => ("closed", None, now),
            CounterState::Open { clerk, since } => ("open", Some(clerk), *since),
            CounterState::Paused { clerk, since } => ("paused", Some(clerk), *since),
        };
        let procedures: Vec<&str> = counter.procedures.iter().map(|p| p.id()).collect();
        self.run(
            "INSERT INTO counters (office, number, state, clerk, since, procedures) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (office, number) DO UPDATE SET state = excluded.state, clerk = excluded.clerk,
                since = excluded.since, procedures = excluded.procedures",
            params![
                counter.office.as_str(),
                counter.number.0,
                state,
                clerk,
                since.timestamp_millis(),
                procedures.join(" ")
            ],
        )?;
        self.run(
            "INSERT INTO counter_events (office, number, at, who, state) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                counter.office.as_str(),
                counter.number.0,
                now.timestamp_millis(),
                actor.name(),
                state
            ],
        )
    }

    fn keep_decision(
        &self,
        office: &OfficeId,
        decided: &Decided,
        ticket: Option<TicketId>,
    ) -> Result<(), StoreError> {
        let told = match &decided.admission {
            Admission::Admitted(wait) => Some(wait.told()),
            Admission::Refused(_) => None,
        };
        self.run(
            "INSERT INTO admissions (office, at, asker, result, low, high, ticket, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                office.as_str(),
                decided.at.timestamp_millis(),
                decided.asker.id(),
                decided.admission.id(),
                told.map(|told| told.0),
                told.map(|told| told.1),
                ticket.map(|id| id.0),
                decided.reason
            ],
        )
    }

    /// Notes that something was told to the staff.
    ///
    /// # Errors
    /// The database fails.
    pub fn set_mark(
        &self,
        office: &OfficeId,
        kind: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO queue_marks (office, kind, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (office, kind) DO UPDATE SET at = excluded.at",
            params![office.as_str(), kind, now.timestamp_millis()],
        )
    }

    /// When something was told to the staff last.
    ///
    /// # Errors
    /// The database fails.
    pub fn mark_of(
        &self,
        office: &OfficeId,
        kind: &str,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT at FROM queue_marks WHERE office = ?1 AND kind = ?2")?;
        let found = statement.query_row(params![office.as_str(), kind], |row| row.get(0));
        Ok(found.optional()?.map(at))
    }

    /// Forgets that something was told to the staff.
    ///
    /// # Errors
    /// The database fails.
    pub fn drop_mark(&self, office: &OfficeId, kind: &str) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM queue_marks WHERE office = ?1 AND kind = ?2",
            params![office.as_str(), kind],
        )
    }

    /// A ticket, whatever its state and day.
    ///
    /// # Errors
    /// The database fails.
    pub fn ticket(&self, id: TicketId) -> Result<Option<Ticket>, StoreError> {
        ticket(self.sql, id)
    }

    /// The resident's newest ticket of a day.
    ///
    /// # Errors
    /// The database fails.
    pub fn ticket_of(
        &self,
        resident: ResidentId,
        day: NaiveDate,
    ) -> Result<Option<Ticket>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM tickets t WHERE t.resident = ?1 AND t.day = ?2
             ORDER BY t.state IN ('done', 'left'), t.id DESC LIMIT 1"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let found = statement
            .query_row(params![resident.0, day.to_string()], raw)
            .optional()?;
        found.map(|raw| raw.ticket(self.sql)).transpose()
    }
}

/// A ticket, whatever its state and day.
///
/// # Errors
/// The database fails.
pub fn ticket(sql: &Connection, id: TicketId) -> Result<Option<Ticket>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM tickets t WHERE t.id = ?1");
    let mut statement = sql.prepare_cached(&query)?;
    let found = statement.query_row([id.0], raw).optional()?;
    found.map(|raw| raw.ticket(sql)).transpose()
}

/// The tickets of an office and day that are not done or left.
///
/// # Errors
/// The database fails.
pub fn open_tickets(
    sql: &Connection,
    office: &OfficeId,
    day: NaiveDate,
) -> Result<Vec<Ticket>, StoreError> {
    let query = format!(
        "SELECT {COLUMNS} FROM tickets t WHERE t.office = ?1 AND t.day = ?2 AND t.state NOT IN ('done', 'left')
         ORDER BY t.id"
    );
    let mut statement = sql.prepare_cached(&query)?;
    let rows = statement.query_map(params![office.as_str(), day.to_string()], raw)?;
    let rows: Vec<Raw> = rows.collect::<Result<_, _>>()?;
    rows.into_iter().map(|raw| raw.ticket(sql)).collect()
}

impl Tx<'_> {
    /// Tickets of days before this one that nobody has ended.
    ///
    /// # Errors
    /// The database fails.
    pub fn open_tickets_before(
        &self,
        day: NaiveDate,
        most: u16,
    ) -> Result<Vec<Ticket>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM tickets t WHERE t.state NOT IN ('done', 'left') AND t.day < ?1 LIMIT ?2"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let rows = statement.query_map(params![day.to_string(), most], raw)?;
        let rows: Vec<Raw> = rows.collect::<Result<_, _>>()?;
        rows.into_iter().map(|raw| raw.ticket(self.sql)).collect()
    }
}

/// What is kept of a step beside its name.
fn detail(ticket: &Ticket, step: &Move, now: DateTime<Utc>) -> String {
    match step {
        Move::Prioritise(reason) => reason.clone(),
        // In which row somebody stood when they were called: later changes of the ticket do not change that.
        Move::Call(_) => called_from(ticket, now),
        Move::Transfer { office, only, .. } => {
            let counter = only.map_or(String::new(), |c| format!(" {c}"));
            format!("{office}{counter}")
        }
        _ => String::new(),
    }
}

/// `priority`, `booked`, or for how many minutes somebody had waited behind them.
fn called_from(ticket: &Ticket, now: DateTime<Utc>) -> String {
    match (&ticket.priority, &ticket.origin) {
        (Some(_), _) => "priority".to_owned(),
        (None, Origin::Booked { late: false, .. }) => "booked".to_owned(),
        (None, _) => (now - ticket.order_at).num_minutes().max(0).to_string(),
    }
}

fn origin(origin: &Origin) -> (Option<i64>, Option<i64>, bool) {
    match origin {
        Origin::Booked {
            reservation,
            due,
            late,
        } => (Some(reservation.0), Some(due.timestamp_millis()), *late),
        Origin::WalkIn => (None, None, false),
    }
}

/// The counter of a state, since when it holds, and its recalls.
fn state_columns(state: &State, now: DateTime<Utc>) -> (Option<CounterNumber>, DateTime<Utc>, u8) {
    match state {
        State::Waiting => (None, now, 0),
        State::Called {
            counter,
            at,
            recalls,
        } => (Some(*counter), *at, *recalls),
        State::Serving { counter, since } => (Some(*counter), *since, 0),
        State::Parked { counter, at } | State::Done { counter, at } => (Some(*counter), *at, 0),
        State::Missed { at } | State::Left { at } => (None, *at, 0),
    }
}

/// A row before it makes sense.
struct Raw {
    id: i64,
    office: String,
    day: String,
    letter: String,
    n: u16,
    resident: Option<i64>,
    language: String,
    needs: Needs,
    people: u8,
    reservation: Option<(i64, i64, bool)>,
    state: String,
    counter: Option<u8>,
    state_at: i64,
    recalls: u8,
    issued_at: i64,
    order_at: i64,
    waiting_since: i64,
    priority: Option<(i64, String)>,
    not_before: Option<i64>,
    delays: u8,
    only: Option<u8>,
    note: String,
    told: Option<(u16, u16)>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let reservation: Option<i64> = row.get(11)?;
    let due: Option<i64> = row.get(12)?;
    let late: bool = row.get(13)?;
    let priority_at: Option<i64> = row.get(21)?;
    let reason: String = row.get(22)?;
    let low: Option<u16> = row.get(27)?;
    Ok(Raw {
        id: row.get(0)?,
        office: row.get(1)?,
        day: row.get(2)?,
        letter: row.get(3)?,
        n: row.get(4)?,
        resident: row.get(5)?,
        language: row.get(6)?,
        needs: Needs {
            chair: row.get(7)?,
            hearing: row.get(8)?,
            interpreter: row.get(9)?,
        },
        people: row.get(10)?,
        reservation: reservation.zip(due).map(|(id, due)| (id, due, late)),
        state: row.get(14)?,
        counter: row.get(15)?,
        state_at: row.get(16)?,
        recalls: row.get(17)?,
        issued_at: row.get(18)?,
        order_at: row.get(19)?,
        waiting_since: row.get(20)?,
        priority: priority_at.map(|at| (at, reason)),
        not_before: row.get(23)?,
        delays: row.get(24)?,
        only: row.get(25)?,
        note: row.get(26)?,
        told: low.zip(row.get(28)?),
    })
}

impl Raw {
    /// Turns groups of columns into one state; what does not fit together is refused.
    fn ticket(self, sql: &Connection) -> Result<Ticket, StoreError> {
        let when = at(self.state_at);
        let counter = self.counter.map(CounterNumber);
        let state = match (self.state.as_str(), counter) {
            ("waiting", _) => State::Waiting,
            ("called", Some(counter)) => State::Called {
                counter,
                at: when,
                recalls: self.recalls,
            },
            ("serving", Some(counter)) => State::Serving {
                counter,
                since: when,
            },
            ("parked", Some(counter)) => State::Parked { counter, at: when },
            ("done", Some(counter)) => State::Done { counter, at: when },
            ("missed", _) => State::Missed { at: when },
            ("left", _) => State::Left { at: when },
            _ => return Err(StoreError::Row("a ticket in no known state")),
        };
        let office = OfficeId::read(&self.office).ok_or(StoreError::Row("an office"))?;
        let letter = self.letter.chars().next();
        Ok(Ticket {
            id: TicketId(self.id),
            office,
            day: self.day.parse().map_err(|_| StoreError::Row("a day"))?,
            number: TicketNumber {
                letter: letter.ok_or(StoreError::Row("a letter"))?,
                n: self.n,
            },
            origin: match self.reservation {
                Some((id, due, late)) => Origin::Booked {
                    reservation: ReservationId(id),
                    due: at(due),
                    late,
                },
                None => Origin::WalkIn,
            },
            resident: self.resident.map(ResidentId),
            language: Language::from_tag(&self.language).unwrap_or(Language::Ja),
            needs: self.needs,
            procedures: procedures(sql, self.id)?,
            people: self.people,
            state,
            issued_at: at(self.issued_at),
            order_at: at(self.order_at),
            waiting_since: at(self.waiting_since),
            priority: self.priority.map(|(when, reason)| Priority {
                at: at(when),
                reason,
            }),
            not_before: self.not_before.map(at),
            delays: self.delays,
            only: self.only.map(CounterNumber),
            note: self.note,
            told: self.told,
        })
    }
}

fn procedures(sql: &Connection, ticket: i64) -> Result<Vec<Procedure>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT procedure FROM ticket_procedures WHERE ticket = ?1 ORDER BY n")?;
    let rows = statement.query_map([ticket], |row| row.get::<_, String>(0))?;
    rows.map(|id| Procedure::from_id(&id?).ok_or(StoreError::Row("a procedure of no known kind")))
        .collect()
}
