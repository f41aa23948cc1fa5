//! What the review of the answers needs: questions that were not settled, and texts as they were approved.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::faq::EntryId;
use crate::desk::language::Language;
use crate::desk::view::{MissKind, Missed};

/// A question that was not settled, as it is kept: masked, without any name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptMiss {
    pub id: i64,
    pub at: DateTime<Utc>,
    pub language: Language,
    pub missed: Missed,
}

/// A text as it was when somebody approved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptText {
    pub question: String,
    pub spoken: String,
    pub body: String,
}

/// The questions that nobody has settled yet, the newest first.
///
/// # Errors
/// The database fails.
pub fn misses(sql: &Connection, most: u32) -> Result<Vec<KeptMiss>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT id, at, language, text, nearest, kind, about FROM misses
         WHERE settled IS NULL ORDER BY at DESC, id DESC LIMIT ?1",
    )?;
    let mut rows = statement.query([most])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (language, kind): (String, String) = (row.get(2)?, row.get(5)?);
        let (nearest, about): (String, Option<String>) = (row.get(4)?, row.get(6)?);
        let Some(language) = Language::from_tag(&language) else {
            return Err(StoreError::Row("a miss in no known language"));
        };
        let kind = MissKind::from_id(&kind).ok_or(StoreError::Row("a miss for no known reason"))?;
        found.push(KeptMiss {
            id: row.get(0)?,
            at: at(row.get(1)?),
            language,
            missed: Missed {
                kind,
                text: row.get(3)?,
                about: about.as_deref().and_then(EntryId::read),
                // Rows of the first version kept fractions; what cannot be read is only a hint.
                nearest: serde_json::from_str(&nearest).unwrap_or_default(),
            },
        });
    }
    Ok(found)
}

/// A text that was approved under a hash, where this database has seen it.
///
/// # Errors
/// The database fails.
pub fn text(sql: &Connection, hash: &str) -> Result<Option<KeptText>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT question, spoken, body FROM texts WHERE hash = ?1")?;
    let found = statement.query_row([hash], |row| {
        Ok(KeptText {
            question: row.get(0)?,
            spoken: row.get(1)?,
            body: row.get(2)?,
        })
    });
    Ok(found.optional()?)
}

impl Tx<'_> {
    /// Keeps a text under its hash.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_text(
        &self,
        hash: &str,
        text: &KeptText,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT OR IGNORE INTO texts (hash, question, spoken, body, seen_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![hash, text.question, text.spoken, text.body, now.timestamp_millis()],
        )
    }

    /// Settles questions: `what` says what became of them.
    ///
    /// # Errors
    /// The database fails.
    pub fn settle_misses(
        &self,
        ids: &[i64],
        what: &str,
        who: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut settled = Vec::new();
        for id in ids {
            let mut statement = self.sql.prepare_cached(
                "UPDATE misses SET settled = ?2 WHERE id = ?1 AND settled IS NULL",
            )?;
            if statement.execute(params![id, what])? > 0 {
                settled.push(id.to_string());
            }
        }
        let before = format!("open={}", settled.len());
        let after = format!("settled={}", settled.join(","));
        self.audit(
            Actor::Clerk(who),
            "settle-misses",
            what,
            &before,
            &after,
            now,
        )
    }

    /// Notes a decision on a text in the record of who did what; `before` is the hash of what was seen.
    ///
    /// # Errors
    /// The database fails.
    pub fn note_review(
        &self,
        who: &str,
        what: &str,
        text: &str,
        (before, after): (&str, &str),
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.audit(Actor::Clerk(who), what, text, before, after, now)
    }
}
