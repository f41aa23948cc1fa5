//! Tries to come in that were not right. Neither the names that were typed nor the addresses are kept, only digests.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{OptionalExtension, params};

use super::StoreError;
use super::tx::{Tx, at};
use crate::desk::lockout::{FORGET_MINUTES, Tries};

/// Under which name the secret of the digests is kept.
const SECRET: &str = "secret:tries";

impl Tx<'_> {
    /// The secret with which names and places are digested, drawn with the first try. There are few network addresses, and
    /// without a secret whoever has the rows finds them by trying all. Digests from before there was one go.
    ///
    /// # Errors
    /// The database fails.
    pub fn tries_secret(&mut self) -> Result<String, StoreError> {
        if self.meta(SECRET)?.is_none() {
            self.run("DELETE FROM login_tries", ())?;
        }
        self.secret(SECRET)
    }

    /// The tries under a name from a place.
    ///
    /// # Errors
    /// The database fails.
    pub fn tries(&self, name: &str, place: &str) -> Result<Tries, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT failures, failed_at, locked_until, known FROM login_tries WHERE name = ?1 AND place = ?2",
        )?;
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Tries {
                failures: row.get(0)?,
                failed_at: at(row.get(1)?),
                locked_until: at(row.get(2)?),
                is_known: row.get(3)?,
            })
        };
        let found = statement.query_row([name, place], read).optional()?;
        Ok(found.unwrap_or_default())
    }

    /// How many wrong tries there were under a name from other places, within the hour.
    ///
    /// # Errors
    /// The database fails.
    pub fn tries_elsewhere(
        &self,
        name: &str,
        place: &str,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        let since = now - TimeDelta::minutes(FORGET_MINUTES);
        let mut statement = self.sql.prepare_cached(
            "SELECT ifnull(sum(failures), 0) FROM login_tries WHERE name = ?1 AND place <> ?2 AND failed_at > ?3",
        )?;
        let values = params![name, place, since.timestamp_millis()];
        let sum: i64 = statement.query_row(values, |row| row.get(0))?;
        Ok(u32::try_from(sum).unwrap_or(u32::MAX))
    }

    /// Keeps the tries under a name from a place.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_tries(&self, name: &str, place: &str, tries: &Tries) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO login_tries (name, place, failures, failed_at, locked_until, known)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (name, place) DO UPDATE SET failures = excluded.failures, failed_at = excluded.failed_at,
                                                     locked_until = excluded.locked_until, known = excluded.known",
            params![
                name,
                place,
                tries.failures,
                tries.failed_at.timestamp_millis(),
                tries.locked_until.timestamp_millis(),
                tries.is_known
            ],
        )
    }

    /// Deletes tries that are forgotten. Places from which somebody has come in go by their term.
    ///
    /// # Errors
    /// The database fails.
    pub fn prune_tries(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let forgotten = now - TimeDelta::minutes(FORGET_MINUTES);
        self.run(
            "DELETE FROM login_tries WHERE failed_at < ?1 AND locked_until < ?1 AND known = 0",
            [forgotten.timestamp_millis()],
        )
    }
}
