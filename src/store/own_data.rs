//! What is kept about a resident, and reservations that are reached from another telephone.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;

use super::StoreError;
use super::tx::{Tx, at};
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
        let blocked = "SELECT max(until) FROM blocks WHERE resident = ?1 AND lifted_at IS NULL AND until > ?2";
        let blocked: Option<i64> = self
            .sql
            .prepare_cached(blocked)?
            .query_row(params![resident.0, now], |row| row.get(0))?;
        Ok(Kept {
            messages: count("SELECT count(*) FROM inbox WHERE resident = ?1 AND text <> ''")?
                + count("SELECT count(*) FROM outbox WHERE resident = ?1 AND text <> ''")?,
            upcoming,
            past: all.saturating_sub(upcoming),
            renewals: count("SELECT count(*) FROM renewal_reminders WHERE resident = ?1")?,
            waits: count("SELECT count(*) FROM waits WHERE resident = ?1")?,
            tickets_open: count(
                "SELECT count(*) FROM tickets WHERE resident = ?1 AND state NOT IN ('done', 'left', 'missed')",
            )?,
            tickets_over: count(
                "SELECT count(*) FROM tickets WHERE resident = ?1 AND state IN ('done', 'left', 'missed')",
            )?,
            cases: count("SELECT count(*) FROM cases WHERE resident = ?1")?,
            callbacks: count(
                "SELECT count(*) FROM callbacks WHERE case_id IN (SELECT id FROM cases WHERE resident = ?1)",
            )?,
            feedback: count("SELECT count(*) FROM feedback WHERE resident = ?1")?,
            blocked_until: blocked.map(at),
        })
    }

    pub(super) fn set_messages(&self, resident: ResidentId, on: bool) -> Result<(), StoreError> {
        self.run(
            "UPDATE residents SET messages = ?2 WHERE id = ?1",
            params![resident.0, on],
        )
    }

    /// Erases whatever is not needed any more: what was said, also where the staff were told of it, wishes, access to
    /// others' reservations, and the tie between this address and visits, tickets, cases and ratings that are over; those
    /// stay in the city's counts, as nobody's. What is needed yet goes by itself once it is over (`Kind::Erased`).
    pub(super) fn erase(
        &mut self,
        resident: ResidentId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let nobody = self.nobody(now)?;
        self.erase_words(resident)?;
        self.erase_cases(resident, nobody)?;
        self.erase_wishes(resident)?;
        let id = resident.0;
        let millis = now.timestamp_millis();
        let over = "SELECT id FROM reservations WHERE resident = ?1 AND (state <> 'booked' OR start_at <= ?2)";
        for visit in self.ids(over, params![id, millis])? {
            self.untie_visit(visit, nobody)?;
        }
        // What is ticked for a visit ahead can be ticked again.
        self.run(
            "DELETE FROM document_checks WHERE reservation IN (SELECT id FROM reservations WHERE resident = ?1)",
            [id],
        )?;
        self.run(
            "DELETE FROM document_checks WHERE reservation IN (SELECT id FROM tickets WHERE resident = ?1)",
            [id],
        )?;
        // A ticket that waits is still called, as a reservation ahead stays; what is over is nobody's.
        let over =
            "SELECT id FROM tickets WHERE resident = ?1 AND state IN ('done', 'left', 'missed')";
        for ticket in self.ids(over, [id])? {
            self.untie_ticket(ticket)?;
        }
        self.run(
            "UPDATE feedback SET resident = NULL WHERE resident = ?1",
            [id],
        )?;
        self.run(
            "UPDATE residents SET erased_at = ?2 WHERE id = ?1",
            params![id, millis],
        )?;
        self.ask_for_empty_log()
    }

    /// What was said by either side, the questions without an answer, and what the staff were told of both.
    fn erase_words(&self, resident: ResidentId) -> Result<(), StoreError> {
        let id = resident.0;
        // A miss was noted in the very turn of its question; it has no other tie to whoever asked.
        self.run(
            "DELETE FROM misses WHERE at IN (SELECT at FROM inbox WHERE resident = ?1)",
            [id],
        )?;
        // What has not reached the staff, or comes from them, does not go out any more.
        let mine = "key IN (SELECT key FROM inbox WHERE resident = ?1)
                    OR case_id IN (SELECT id FROM cases WHERE resident = ?1)";
        self.run(
            &format!("DELETE FROM outbox WHERE state = 'pending' AND (resident IS NULL OR case_id IS NOT NULL) AND ({mine})"),
            [id],
        )?;
        self.run(
            &format!(
                "UPDATE outbox SET text = '', choices = '[]', entries = '[]'
                  WHERE state <> 'pending' AND text <> '' AND (resident = ?1 OR {mine})"
            ),
            [id],
        )?;
        self.run("UPDATE inbox SET text = '' WHERE resident = ?1", [id])
    }

    /// Cases that are closed are nobody's. An open one has been closed in the same turn.
    fn erase_cases(&self, resident: ResidentId, nobody: ResidentId) -> Result<(), StoreError> {
        let closed = "SELECT id FROM cases WHERE resident = ?1 AND state = 'closed'";
        for case in self.ids(closed, [resident.0])? {
            self.empty_case(case, nobody)?;
        }
        Ok(())
    }

    /// The waiting list, renewals, and codes of others' reservations.
    fn erase_wishes(&mut self, resident: ResidentId) -> Result<(), StoreError> {
        self.end_offers_of_wait(resident)?;
        let id = resident.0;
        for sql in [
            "DELETE FROM offers WHERE resident = ?1 AND state <> 'open'
                AND NOT EXISTS (SELECT 1 FROM holds WHERE offer = offers.id)",
            "DELETE FROM waits WHERE resident = ?1 AND NOT EXISTS (SELECT 1 FROM offers WHERE wait = waits.id)",
            "DELETE FROM renewal_reminders WHERE resident = ?1",
            "DELETE FROM shares WHERE resident = ?1",
            "DELETE FROM code_tries WHERE resident = ?1",
        ] {
            self.run(sql, [id])?;
        }
        Ok(())
    }

    /// The resident to whom the visits of those belong who asked to be forgotten.
    pub(super) fn nobody(&self, now: DateTime<Utc>) -> Result<ResidentId, StoreError> {
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
