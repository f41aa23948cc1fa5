//! Reservations and their reminders.

use chrono::{DateTime, Timelike, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::seats::Holder;
use super::tx::{Actor, Tx, at};
use crate::desk::audit::moment;
use crate::desk::levels::{DAYS_LEARNT, PastVisit};
use crate::desk::procedure::Procedure;
use crate::desk::reminder::{Reminder, ReminderKind, Verdict};
use crate::desk::reservation::{Reservation, ReservationState, Who};
use crate::desk::rules::{OfficeId, Rules, civil, instant};
use crate::desk::slots::{CELL_MINUTES, Span};
use crate::desk::waiting::OfferEnd;
use crate::ids::{OfferId, ReservationCode, ReservationId, ResidentId};

const COLUMNS: &str = "r.id, r.code, r.resident, r.office, r.start_at, r.cells, r.seat, r.state, r.coming_at, \
                       r.cancelled_at, r.cancelled_by, r.made_at, r.people, r.marked_at";

impl Tx<'_> {
    /// The resident's booked reservations that are not over, the next one first.
    ///
    /// # Errors
    /// The database fails.
    pub fn open_reservations(
        &self,
        resident: ResidentId,
        now: DateTime<Utc>,
    ) -> Result<Vec<Reservation>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM reservations r
             WHERE (r.resident = ?1 OR r.id IN (SELECT reservation FROM shares WHERE resident = ?1))
               AND r.state = 'booked' AND r.start_at + r.cells * 600000 > ?2 ORDER BY r.start_at, r.id LIMIT 20"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let rows = statement.query_map(params![resident.0, now.timestamp_millis()], raw)?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        rows.into_iter()
            .map(|raw| raw.reservation(self.sql))
            .collect()
    }

    /// A reservation of this resident, whatever its state.
    ///
    /// # Errors
    /// The database fails.
    pub fn own_reservation(
        &self,
        resident: ResidentId,
        id: ReservationId,
    ) -> Result<Option<Reservation>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM reservations r WHERE r.id = ?1 AND (r.resident = ?2 OR EXISTS
                      (SELECT 1 FROM shares s WHERE s.reservation = r.id AND s.resident = ?2))"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let found = statement
            .query_row(params![id.0, resident.0], raw)
            .optional()?;
        found.map(|raw| raw.reservation(self.sql)).transpose()
    }

    pub(super) fn reserve(
        &mut self,
        reservation: &Reservation,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.release_of(reservation.resident)?;
        self.run(
            "INSERT INTO reservations
                (id, code, resident, office, start_at, cells, seat, state, made_at, changed_at, people)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'booked', ?8, ?8, ?9)",
            params![
                reservation.id.0,
                reservation.code.0,
                reservation.resident.0,
                reservation.span.office.as_str(),
                instant(reservation.start()).timestamp_millis(),
                reservation.span.cells,
                reservation.span.seat,
                now.timestamp_millis(),
                reservation.people
            ],
        )?;
        self.write_procedures(reservation)?;
        self.take(&reservation.span, Holder::Reservation(reservation.id), now)
    }

    pub(super) fn move_reservation(
        &mut self,
        moved: &Reservation,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        // Times that were kept in its place are free again.
        self.end_offers_of(moved.id)?;
        self.free(moved.id)?;
        self.run(
            "UPDATE reservations SET office = ?2, start_at = ?3, cells = ?4, seat = ?5, coming_at = NULL, people = ?6,
                    changed_at = ?7
             WHERE id = ?1 AND state = 'booked'",
            params![
                moved.id.0,
                moved.span.office.as_str(),
                instant(moved.start()).timestamp_millis(),
                moved.span.cells,
                moved.span.seat,
                moved.people,
                now.timestamp_millis()
            ],
        )?;
        self.write_procedures(moved)?;
        self.take(&moved.span, Holder::Reservation(moved.id), now)
    }

    pub(super) fn cancel_reservation(
        &mut self,
        cancelled: &Reservation,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let ReservationState::Cancelled { at, by } = cancelled.state else {
            return Err(StoreError::Row("a cancellation without its moment"));
        };
        let by = match by {
            Who::Resident => "resident",
            Who::Clerk => "clerk",
        };
        self.free(cancelled.id)?;
        // Times that were kept in its place are free again.
        self.end_offers_of(cancelled.id)?;
        self.run(
            "UPDATE reservations SET state = 'cancelled', cancelled_at = ?2, cancelled_by = ?3, changed_at = ?4
             WHERE id = ?1",
            params![cancelled.id.0, at.timestamp_millis(), by, now.timestamp_millis()],
        )
    }

    fn end_offers_of(&mut self, reservation: ReservationId) -> Result<(), StoreError> {
        let ids = self.open_offers_of(reservation)?;
        ids.into_iter()
            .try_for_each(|id| self.end_offer(id, OfferEnd::Declined))
    }

    /// The offers that are open in place of a reservation.
    ///
    /// # Errors
    /// The database fails.
    pub fn open_offers_of(&self, reservation: ReservationId) -> Result<Vec<OfferId>, StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT id FROM offers WHERE reservation = ?1 AND state = 'open'")?;
        let rows = statement.query_map([reservation.0], |row| row.get(0).map(OfferId))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Notes that they came, stayed away, or neither.
    pub(super) fn mark(&self, marked: &Reservation, now: DateTime<Utc>) -> Result<(), StoreError> {
        let (state, marked_at) = match marked.state {
            ReservationState::Came { at } => ("came", Some(at)),
            ReservationState::Missed { at } => ("missed", Some(at)),
            ReservationState::Booked { .. } => ("booked", None),
            ReservationState::Cancelled { .. } => {
                return Err(StoreError::Row("a cancelled visit cannot be marked"));
            }
        };
        self.run(
            "UPDATE reservations SET state = ?2, marked_at = ?3, changed_at = ?4 WHERE id = ?1 AND state <> 'cancelled'",
            params![
                marked.id.0,
                state,
                marked_at.map(|at| at.timestamp_millis()),
                now.timestamp_millis()
            ],
        )
    }

    /// Booked visits that nobody came to although arrivals were noted at that office on that day, the oldest first, with
    /// whether the resident is to be told.
    ///
    /// # Errors
    /// The database fails.
    pub fn missed_visits(
        &self,
        after_minutes: u16,
        now: DateTime<Utc>,
        most: u16,
    ) -> Result<Vec<(Reservation, bool)>, StoreError> {
        if after_minutes == 0 {
            return Ok(Vec::new());
        }
        let before = now - chrono::TimeDelta::minutes(i64::from(after_minutes));
        // Two days back, no more: what was not judged then is left alone.
        let since = before - chrono::TimeDelta::days(2);
        let sql = format!(
            "SELECT {COLUMNS}, p.reachable AND p.messages FROM reservations r JOIN residents p ON p.id = r.resident
             WHERE r.state = 'booked' AND r.start_at > ?1 AND r.start_at <= ?2 AND EXISTS
                (SELECT 1 FROM reservations c WHERE c.state = 'came' AND c.office = r.office
                    AND (c.start_at + {TOKYO_MILLIS}) / 86400000 = (r.start_at + {TOKYO_MILLIS}) / 86400000)
               AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.reservation = r.id AND t.state <> 'left')
             ORDER BY r.start_at LIMIT ?3"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let values = params![since.timestamp_millis(), before.timestamp_millis(), most];
        let rows = statement.query_map(values, |row| Ok((raw(row)?, row.get(14)?)))?;
        let rows: Vec<(Raw, bool)> = rows.collect::<Result<_, _>>()?;
        let visit = |(raw, wants): (Raw, bool)| Ok((raw.reservation(self.sql)?, wants));
        rows.into_iter().map(visit).collect()
    }

    pub(super) fn note_coming(
        &self,
        id: ReservationId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE reservations SET coming_at = ?2 WHERE id = ?1",
            params![id.0, now.timestamp_millis()],
        )
    }

    fn write_procedures(&self, reservation: &Reservation) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM reservation_procedures WHERE reservation = ?1",
            [reservation.id.0],
        )?;
        for (n, procedure) in (0i64..).zip(&reservation.procedures) {
            self.run(
                "INSERT INTO reservation_procedures (reservation, n, procedure) VALUES (?1, ?2, ?3)",
                params![reservation.id.0, n, procedure.id()],
            )?;
        }
        Ok(())
    }

    /// A moved reservation is reminded anew, so a sent reminder of the same kind starts over.
    pub(super) fn plan_reminder(&self, reminder: &Reminder) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO reminders (reservation, kind, due_at, state) VALUES (?1, ?2, ?3, 'waiting')
             ON CONFLICT (reservation, kind) DO UPDATE SET due_at = excluded.due_at, state = 'waiting', reason = NULL",
            params![reminder.reservation.0, reminder.kind.id(), reminder.due.timestamp_millis()],
        )
    }

    pub(super) fn forget_reminders(&self, id: ReservationId) -> Result<(), StoreError> {
        self.run(
            "UPDATE reminders SET state = 'dropped', reason = 'forgotten' WHERE reservation = ?1 AND state = 'waiting'",
            [id.0],
        )
    }

    pub(super) fn close_reminder(
        &self,
        id: ReservationId,
        kind: ReminderKind,
        state: &str,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE reminders SET state = ?3, reason = ?4 WHERE reservation = ?1 AND kind = ?2",
            params![id.0, kind.id(), state, reason],
        )
    }

    pub(super) fn postpone_reminder(
        &self,
        id: ReservationId,
        kind: ReminderKind,
        until: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE reminders SET due_at = ?3 WHERE reservation = ?1 AND kind = ?2",
            params![id.0, kind.id(), until.timestamp_millis()],
        )
    }

    /// A reservation, whoever's it is and whatever its state.
    ///
    /// # Errors
    /// The database fails.
    pub fn reservation(&self, id: ReservationId) -> Result<Option<Reservation>, StoreError> {
        by_id(self.sql, id)
    }

    /// Takes back a reminder that was written but waited too long for its delivery. One that may still be sent in the
    /// morning waits again and is then written anew.
    ///
    /// # Errors
    /// The database fails.
    pub fn take_back_reminder(
        &self,
        id: ReservationId,
        kind: ReminderKind,
        verdict: &Verdict,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (what, after) = match verdict {
            Verdict::Send => return Ok(()),
            Verdict::Drop(why) => {
                self.close_reminder(id, kind, "dropped", Some(why.id()))?;
                let after = format!("dropped kind={} reason={}", kind.id(), why.id());
                ("reminder-dropped", after)
            }
            Verdict::Postpone(until) => {
                self.close_reminder(id, kind, "waiting", None)?;
                self.postpone_reminder(id, kind, *until)?;
                let after = format!("waiting kind={} due={}", kind.id(), moment(*until));
                ("reminder-postponed", after)
            }
        };
        self.audit(Actor::Desk, what, &id.to_string(), "sent", &after, now)
    }

    /// The reminders that are due, the oldest first, with their reservations and whether the resident is reachable.
    ///
    /// # Errors
    /// The database fails.
    pub fn due_reminders(
        &self,
        now: DateTime<Utc>,
        most: u16,
    ) -> Result<Vec<(Reminder, Reservation, bool)>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, m.kind, m.due_at, p.reachable AND p.messages FROM reminders m
             JOIN reservations r ON r.id = m.reservation JOIN residents p ON p.id = r.resident
             WHERE m.state = 'waiting' AND m.due_at <= ?1 ORDER BY m.due_at LIMIT ?2"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let rows = statement.query_map(params![now.timestamp_millis(), most], |row| {
            let kind: String = row.get(14)?;
            Ok((
                raw(row)?,
                kind,
                row.get::<_, i64>(15)?,
                row.get::<_, bool>(16)?,
            ))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let mut due = Vec::with_capacity(rows.len());
        for (raw, kind, due_at, reachable) in rows {
            let reservation = raw.reservation(self.sql)?;
            let kind = ReminderKind::from_id(&kind)
                .ok_or(StoreError::Row("a reminder of no known kind"))?;
            due.push((
                Reminder {
                    reservation: reservation.id,
                    kind,
                    due: at(due_at),
                },
                reservation,
                reachable,
            ));
        }
        Ok(due)
    }
}

/// A reservation, whoever's it is and whatever its state.
///
/// # Errors
/// The database fails.
pub fn by_id(sql: &Connection, id: ReservationId) -> Result<Option<Reservation>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM reservations r WHERE r.id = ?1");
    let mut statement = sql.prepare_cached(&query)?;
    let found = statement.query_row([id.0], raw).optional()?;
    found.map(|raw| raw.reservation(sql)).transpose()
}

/// The booked reservation with a code, whoever's it is.
///
/// # Errors
/// The database fails.
pub fn by_code(
    sql: &Connection,
    code: &ReservationCode,
) -> Result<Option<Reservation>, StoreError> {
    let query =
        format!("SELECT {COLUMNS} FROM reservations r WHERE r.code = ?1 AND r.state = 'booked'");
    let mut statement = sql.prepare_cached(&query)?;
    let found = statement.query_row([&code.0], raw).optional()?;
    found.map(|raw| raw.reservation(sql)).transpose()
}

/// The reservations of an office that begin on a day, whatever their state, the first one first.
///
/// # Errors
/// The database fails.
pub fn of_day(
    sql: &Connection,
    office: &OfficeId,
    day: chrono::NaiveDate,
) -> Result<Vec<Reservation>, StoreError> {
    let midnight = |day: chrono::NaiveDate| instant(day.and_time(chrono::NaiveTime::MIN));
    let until = midnight(day + chrono::TimeDelta::days(1));
    let query = format!(
        "SELECT {COLUMNS} FROM reservations r WHERE r.office = ?1 AND r.start_at >= ?2 AND r.start_at < ?3
         ORDER BY r.start_at, r.id"
    );
    let mut statement = sql.prepare_cached(&query)?;
    let values = params![
        office.as_str(),
        midnight(day).timestamp_millis(),
        until.timestamp_millis()
    ];
    let rows = statement.query_map(values, raw)?;
    let rows: Vec<Raw> = rows.collect::<Result<_, _>>()?;
    rows.into_iter().map(|raw| raw.reservation(sql)).collect()
}

/// The visits of the last weeks, for learning how full the hours usually are.
pub(super) fn past_visits(
    sql: &Connection,
    rules: &Rules,
    now: DateTime<Utc>,
) -> Result<Vec<PastVisit>, StoreError> {
    let today = civil(now).date().and_time(chrono::NaiveTime::MIN);
    let first = today - chrono::TimeDelta::days(DAYS_LEARNT);
    let mut statement = sql.prepare_cached(
        "SELECT start_at, cells FROM reservations
         WHERE office = ?1 AND start_at >= ?2 AND start_at < ?3 AND state <> 'cancelled'",
    )?;
    let mut visits = Vec::new();
    for office in &rules.offices {
        let values = params![
            office.id.as_str(),
            instant(first).timestamp_millis(),
            instant(today).timestamp_millis()
        ];
        let rows = statement.query_map(values, |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
        for row in rows {
            let (start, cells) = row?;
            visits.push(PastVisit {
                office: office.id.clone(),
                start: civil(at(start)),
                cells,
            });
        }
    }
    Ok(visits)
}

/// Japan Standard Time, for days counted in SQL.
const TOKYO_MILLIS: i64 = 9 * 3_600_000;

/// A row before it makes sense.
struct Raw {
    id: i64,
    code: String,
    resident: i64,
    office: String,
    start_at: i64,
    cells: u8,
    seat: u8,
    state: String,
    coming_at: Option<i64>,
    cancelled: Option<(i64, String)>,
    made_at: i64,
    people: u8,
    marked_at: Option<i64>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let cancelled_at: Option<i64> = row.get(9)?;
    let cancelled_by: Option<String> = row.get(10)?;
    Ok(Raw {
        id: row.get(0)?,
        code: row.get(1)?,
        resident: row.get(2)?,
        office: row.get(3)?,
        start_at: row.get(4)?,
        cells: row.get(5)?,
        seat: row.get(6)?,
        state: row.get(7)?,
        coming_at: row.get(8)?,
        cancelled: cancelled_at.zip(cancelled_by),
        made_at: row.get(11)?,
        people: row.get(12)?,
        marked_at: row.get(13)?,
    })
}

impl Raw {
    /// Turns groups of columns into one state; what does not fit together is refused.
    fn reservation(self, sql: &Connection) -> Result<Reservation, StoreError> {
        let state = match (self.state.as_str(), self.cancelled) {
            ("came", None) => ReservationState::Came {
                at: self.marked_at.map(at).unwrap_or_default(),
            },
            ("missed", None) => ReservationState::Missed {
                at: self.marked_at.map(at).unwrap_or_default(),
            },
            ("booked", None) => ReservationState::Booked {
                coming: self.coming_at.map(at),
            },
            ("cancelled", Some((when, by))) => {
                let by = if by == "clerk" {
                    Who::Clerk
                } else {
                    Who::Resident
                };
                ReservationState::Cancelled { at: at(when), by }
            }
            _ => return Err(StoreError::Row("a reservation in no known state")),
        };
        let start = civil(at(self.start_at));
        let minutes = start.time().num_seconds_from_midnight() / 60;
        let cell = u8::try_from(minutes / u32::from(CELL_MINUTES))
            .map_err(|_| StoreError::Row("a cell"))?;
        let office =
            OfficeId::read(&self.office).ok_or(StoreError::Row("an office without a name"))?;
        Ok(Reservation {
            id: ReservationId(self.id),
            code: ReservationCode(self.code),
            resident: ResidentId(self.resident),
            procedures: procedures(sql, self.id)?,
            people: self.people,
            span: Span {
                office,
                day: start.date(),
                cell,
                cells: self.cells,
                seat: self.seat,
            },
            state,
            made_at: at(self.made_at),
        })
    }
}

fn procedures(sql: &Connection, reservation: i64) -> Result<Vec<Procedure>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT procedure FROM reservation_procedures WHERE reservation = ?1 ORDER BY n",
    )?;
    let rows = statement.query_map([reservation], |row| row.get::<_, String>(0))?;
    rows.map(|id| Procedure::from_id(&id?).ok_or(StoreError::Row("a procedure of no known kind")))
        .collect()
}
