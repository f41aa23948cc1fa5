//! Events by their keys, and the questions nobody could answer.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::StoreError;
use super::tx::{Tx, at};
use crate::desk::language::Language;
use crate::desk::message::Address;
use crate::desk::view::Missed;
use crate::desk::view::Turn;
use crate::ids::ResidentId;

impl Tx<'_> {
    /// Takes an event in; false when its key was seen before.
    ///
    /// # Errors
    /// The database fails.
    pub fn take_in(&self, key: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "INSERT OR IGNORE INTO inbox (key, at) VALUES (?1, ?2)";
        Ok(self
            .sql
            .prepare_cached(sql)?
            .execute(params![key, now.timestamp_millis()])?
            == 1)
    }

    /// Whether an event has been taken in before.
    ///
    /// # Errors
    /// The database fails.
    pub fn has_seen(&self, key: &str) -> Result<bool, StoreError> {
        Ok(self
            .sql
            .prepare_cached("SELECT 1 FROM inbox WHERE key = ?1")?
            .exists([key])?)
    }

    /// Takes a citizen's event in: whose it was, how the turn went, and the masked words.
    ///
    /// # Errors
    /// The database fails, or the key was seen before.
    pub fn take_in_turn(
        &self,
        key: &str,
        resident: ResidentId,
        turn: Turn,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO inbox (key, resident, at, turn, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![key, resident.0, now.timestamp_millis(), turn.id(), text],
        )
    }

    /// Keeps a question without a reviewed answer, masked, for the review of the FAQ.
    ///
    /// # Errors
    /// The database fails.
    pub fn note_miss(
        &self,
        language: Language,
        missed: &Missed,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let nearest = serde_json::to_string(&missed.nearest).unwrap_or_else(|_| "[]".to_owned());
        let about = missed.about.as_ref().map(ToString::to_string);
        self.run(
            "INSERT INTO misses (at, language, text, nearest, kind, about) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                now.timestamp_millis(),
                language.tag(),
                missed.text,
                nearest,
                missed.kind.id(),
                about
            ],
        )
    }
}

/// Whether the desk itself will look for an answer to an event: it is not one that comes again, what somebody tells a
/// clerk is no question to the desk, and what somebody tells the expiry helper is hardly one and may be a birth date.
///
/// # Errors
/// The database fails.
pub fn is_searched(sql: &Connection, key: &str, from: &Address) -> Result<bool, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT 1 FROM inbox WHERE key = ?1
         UNION ALL
         SELECT 1 FROM cases c JOIN residents p ON p.id = c.resident
         WHERE p.channel = ?2 AND p.address = ?3 AND c.state NOT IN ('queued', 'closed')
         UNION ALL
         SELECT 1 FROM residents
         WHERE channel = ?2 AND address = ?3 AND (talk ->> '$.dialogue.care.step.expiry' IS NOT NULL
                OR talk ->> '$.dialogue.call-back' IS NOT NULL)",
    )?;
    Ok(!statement.exists(params![key, from.channel.id(), from.id])?)
}

/// What a resident said, for showing the conversation to them again.
#[derive(Clone, Debug)]
pub struct SaidLine {
    pub key: String,
    pub at: DateTime<Utc>,
    pub text: String,
}

/// The newest things said at an address, oldest first.
///
/// # Errors
/// The database fails.
pub fn said_at(
    sql: &Connection,
    address: &Address,
    most: u16,
) -> Result<Vec<SaidLine>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT key, at, text FROM (
             SELECT i.key, i.at, i.text FROM inbox i JOIN residents p ON p.id = i.resident
             WHERE p.channel = ?1 AND p.address = ?2 AND i.text <> '' ORDER BY i.at DESC LIMIT ?3
         ) ORDER BY at",
    )?;
    let rows = statement.query_map(params![address.channel.id(), address.id, most], |row| {
        Ok(SaidLine {
            key: row.get(0)?,
            at: at(row.get(1)?),
            text: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
