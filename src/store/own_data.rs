//! What is kept about a resident, and reservations that are reached from another telephone.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;

use super::StoreError;
use super::tx::Tx;
use crate::desk::view::{Kept, Named};
use crate::ids::{ReservationCode, ReservationId, ResidentId};

impl Tx<'_> {
    /// What is kept about a resident.
    ///
    /// # Errors
    /// The database fails.
    pub fn kept(&self, resident: ResidentId, now: DateTime<Utc>) -> Result<Kept, StoreError> {
        let count = |sql: &str| {
            let mut statement = self.sql.prepare_cached(sql)?;
            statement.query_row([resident.0], |row| row.get::<_, u32>(0))
        };
        let now = now.timestamp_millis();
        let ahead = format!(
            "SELECT count(*) FROM reservations WHERE resident = ?1 AND state = 'booked' AND start_at > {now}"
        );
        let all = count("SELECT count(*) FROM reservations WHERE resident = ?1")?;
        let upcoming = count(&ahead)?;
        Ok(Kept {
            messages: count("SELECT count(*) FROM inbox WHERE resident = ?1 AND text <> ''")?
                + count("SELECT count(*) FROM outbox WHERE resident = ?1 AND text <> ''")?,
            upcoming,
            past: all.saturating_sub(upcoming),
            renewals: count(
                "SELECT count(*) FROM renewal_reminders WHERE resident = ?1 AND state = 'waiting'",
            )?,
            waits: count(
                "SELECT count(*) FROM waits WHERE resident = ?1 AND state IN ('waiting', 'offered')",
            )?,
            cases: count("SELECT count(*) FROM cases WHERE resident = ?1")?,
        })
    }

    pub(super) fn set_messages(&self, resident: ResidentId, on: bool) -> Result<(), StoreError> {
        self.run(
            "UPDATE residents SET messages = ?2 WHERE id = ?1",
            params![resident.0, on],
        )
    }

    /// Erases what was said, the wishes on the waiting list, access to others' reservations, and the tie between this
    /// address and visits that are over: those stay in the city's counts, as nobody's.
    pub(super) fn erase(
        &mut self,
        resident: ResidentId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.end_offers_of_wait(resident)?;
        let id = resident.0;
        self.run(
            "UPDATE waits SET state = 'left' WHERE resident = ?1 AND state IN ('waiting', 'offered')",
            [id],
        )?;
        self.run("UPDATE inbox SET text = '' WHERE resident = ?1", [id])?;
        self.run(
            "UPDATE outbox SET text = '', choices = '[]', entries = '[]' WHERE resident = ?1 AND state <> 'pending'",
            [id],
        )?;
        self.run("DELETE FROM renewal_reminders WHERE resident = ?1", [id])?;
        self.run(
            "DELETE FROM document_checks WHERE reservation IN (SELECT id FROM reservations WHERE resident = ?1)",
            [id],
        )?;
        self.run("DELETE FROM shares WHERE resident = ?1", [id])?;
        self.run("DELETE FROM code_tries WHERE resident = ?1", [id])?;
        self.run(
            "DELETE FROM document_checks WHERE reservation IN (SELECT id FROM tickets WHERE resident = ?1)",
            [id],
        )?;
        // A ticket that waits is still called, as a reservation ahead stays; what is over is nobody's.
        self.run(
            "UPDATE ticket_events SET who = 'resident' WHERE who = ?2 AND ticket IN
                (SELECT id FROM tickets WHERE resident = ?1)",
            params![id, format!("resident:{id}")],
        )?;
        self.run(
            "UPDATE tickets SET resident = NULL, note = '' WHERE resident = ?1 AND state IN ('done', 'left', 'missed')",
            [id],
        )?;
        let nobody = self.nobody(now)?;
        self.run(
            "DELETE FROM contacts WHERE reservation IN
                (SELECT id FROM reservations WHERE resident = ?1 AND (state <> 'booked' OR start_at <= ?2))",
            params![id, now.timestamp_millis()],
        )?;
        self.run(
            "UPDATE reservations SET resident = ?3 WHERE resident = ?1 AND (state <> 'booked' OR start_at <= ?2)",
            params![id, now.timestamp_millis(), nobody.0],
        )
    }

    /// The resident to whom the visits of those belong who asked to be forgotten.
    fn nobody(&self, now: DateTime<Utc>) -> Result<ResidentId, StoreError> {
        self.run(
            "INSERT OR IGNORE INTO residents (channel, address, language, reachable, messages, created_at, seen_at)
             VALUES ('desk', 'erased', 'ja', 0, 0, ?1, ?1)",
            [now.timestamp_millis()],
        )?;
        let mut statement = self.sql.prepare_cached(
            "SELECT id FROM residents WHERE channel = 'desk' AND address = 'erased'",
        )?;
        Ok(ResidentId(statement.query_row([], |row| row.get(0))?))
    }

    /// How many visits a resident has missed since then.
    ///
    /// # Errors
    /// The database fails.
    pub fn missed_since(
        &self,
        resident: ResidentId,
        since: DateTime<Utc>,
    ) -> Result<u16, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT count(*) FROM reservations WHERE resident = ?1 AND start_at > ?2 AND state = 'missed'",
        )?;
        Ok(
            statement.query_row(params![resident.0, since.timestamp_millis()], |row| {
                row.get(0)
            })?,
        )
    }

    /// What a typed code comes to. A code that does not exist costs the same questions as one that does.
    ///
    /// # Errors
    /// The database fails.
    pub fn named(
        &self,
        resident: ResidentId,
        code: &ReservationCode,
        now: DateTime<Utc>,
    ) -> Result<Named, StoreError> {
        let since = (now - TimeDelta::days(1)).timestamp_millis();
        let tries = |sql: &str, values: &dyn rusqlite::ToSql| {
            let mut statement = self.sql.prepare_cached(sql)?;
            statement.query_row(params![values, since], |row| row.get::<_, u16>(0))
        };
        Ok(Named {
            reservation: super::reservations::by_code(self.sql, code)?,
            tries: tries(
                "SELECT count(*) FROM code_tries WHERE resident = ?1 AND at > ?2",
                &resident.0,
            )?,
            tries_of_code: tries(
                "SELECT count(*) FROM code_tries WHERE code = ?1 AND at > ?2",
                &code.0,
            )?,
        })
    }

    pub(super) fn note_try(
        &self,
        resident: ResidentId,
        code: &ReservationCode,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO code_tries (resident, code, at) VALUES (?1, ?2, ?3)",
            params![resident.0, code.0, now.timestamp_millis()],
        )
    }

    pub(super) fn share(
        &self,
        resident: ResidentId,
        id: ReservationId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT OR IGNORE INTO shares (reservation, resident, at) VALUES (?1, ?2, ?3)",
            params![id.0, resident.0, now.timestamp_millis()],
        )
    }
}
