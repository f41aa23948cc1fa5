//! Residents and their conversations.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::tx::{Actor, Tx};
use crate::desk::language::Language;
use crate::desk::message::{Address, Channel};
use crate::desk::talk::Talk;
use crate::desk::view::{Decision, Resident};
use crate::ids::ResidentId;

impl Tx<'_> {
    /// The resident at an address, created when they are new. Hearing from somebody proves they are reachable.
    ///
    /// # Errors
    /// The database fails.
    pub fn resident(
        &self,
        from: &Address,
        first: Language,
        now: DateTime<Utc>,
    ) -> Result<Resident, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT id, language, language_chosen, talk, messages FROM residents WHERE channel = ?1 AND address = ?2",
        )?;
        let found = statement
            .query_row(params![from.channel.id(), from.id], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, bool>(2)?,
                    row.get::<_, String>(3)?,
                    row.get::<_, bool>(4)?,
                ))
            })
            .optional()?;
        if let Some((id, language, language_chosen, talk, messages)) = found {
            return Ok(Resident {
                id: ResidentId(id),
                channel: from.channel,
                language: Language::from_tag(&language).unwrap_or(first),
                language_chosen,
                reachable: true,
                messages,
                talk: serde_json::from_str(&talk).unwrap_or_default(),
                is_new: false,
            });
        }
        self.run(
            "INSERT INTO residents (channel, address, language, created_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?4)",
            params![from.channel.id(), from.id, first.tag(), now.timestamp_millis()],
        )?;
        Ok(Resident {
            id: ResidentId(self.sql.last_insert_rowid()),
            channel: from.channel,
            language: first,
            language_chosen: false,
            reachable: true,
            messages: true,
            talk: crate::desk::talk::Talk::default(),
            is_new: true,
        })
    }

    /// Keeps where the conversation stands.
    ///
    /// # Errors
    /// The database fails.
    pub fn save_talk(
        &self,
        id: ResidentId,
        decision: &Decision,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let talk = serde_json::to_string(&decision.talk).unwrap_or_else(|_| "{}".to_owned());
        self.run(
            "UPDATE residents SET language = ?2, language_chosen = ?3, reachable = 1, talk = ?4, seen_at = ?5
             WHERE id = ?1",
            params![id.0, decision.language.tag(), decision.language_chosen, talk, now.timestamp_millis()],
        )
    }

    /// Keeps the choices of a message that went out unasked, so that a typed number below it means them.
    ///
    /// # Errors
    /// The database fails.
    pub fn remember_offered(
        &self,
        id: ResidentId,
        offered: Vec<String>,
        labels: Vec<String>,
    ) -> Result<(), StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT talk FROM residents WHERE id = ?1")?;
        let talk: String = statement.query_row([id.0], |row| row.get(0))?;
        let talk = Talk {
            offered,
            labels,
            ..serde_json::from_str(&talk).unwrap_or_default()
        };
        let talk = serde_json::to_string(&talk).unwrap_or_else(|_| "{}".to_owned());
        self.run(
            "UPDATE residents SET talk = ?2 WHERE id = ?1",
            params![id.0, talk],
        )
    }

    /// Where a resident is reached, and in which language.
    ///
    /// # Errors
    /// The database fails.
    pub fn address_of(&self, id: ResidentId) -> Result<(Address, Language), StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT channel, address, language FROM residents WHERE id = ?1")?;
        let (channel, address, language) = statement.query_row([id.0], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
            ))
        })?;
        let channel =
            Channel::from_id(&channel).ok_or(StoreError::Row("a resident on no known channel"))?;
        let language = Language::from_tag(&language)
            .ok_or(StoreError::Row("a resident with no known language"))?;
        Ok((Address::new(channel, address), language))
    }

    /// Whether a message reaches a resident.
    ///
    /// # Errors
    /// The database fails or the resident is gone.
    pub fn is_reachable(&self, id: ResidentId) -> Result<bool, StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT reachable FROM residents WHERE id = ?1")?;
        Ok(statement.query_row([id.0], |row| row.get(0))?)
    }

    /// Forgets somebody for whom nothing was reserved after all.
    ///
    /// # Errors
    /// The database fails.
    pub fn forget_caller(&self, id: ResidentId) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM residents WHERE id = ?1 AND channel = 'desk'",
            [id.0],
        )
    }

    /// Marks somebody who has blocked us or left; their reminders are dropped when they fall due.
    ///
    /// # Errors
    /// The database fails.
    pub fn mark_unreachable(&self, id: ResidentId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.run("UPDATE residents SET reachable = 0 WHERE id = ?1", [id.0])?;
        self.note_gone(id, now)
    }

    fn note_gone(&self, id: ResidentId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let (before, after) = ("reachable", "unreachable");
        self.audit(
            Actor::Desk,
            "unreachable",
            &id.to_string(),
            before,
            after,
            now,
        )
    }

    /// Marks whoever is at an address as gone.
    ///
    /// # Errors
    /// The database fails.
    pub fn mark_gone(&self, address: &Address, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut statement = self.sql.prepare_cached(
            "UPDATE residents SET reachable = 0 WHERE channel = ?1 AND address = ?2 AND reachable RETURNING id",
        )?;
        let values = params![address.channel.id(), address.id];
        let gone: Option<i64> = statement.query_row(values, |row| row.get(0)).optional()?;
        match gone {
            Some(id) => self.note_gone(ResidentId(id), now),
            None => Ok(()),
        }
    }

    /// A chat has moved to another id (Telegram's `migrate_to_chat_id`); everything waiting for it moves along.
    ///
    /// # Errors
    /// The database fails.
    pub fn move_address(
        &self,
        from: &Address,
        to: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let sql = "SELECT CAST(id AS TEXT) FROM residents WHERE channel = ?1 AND address = ?2";
        let id = self.word(sql, params![from.channel.id(), from.id])?;
        if !id.is_empty() {
            self.audit(Actor::Desk, "move-chat", &id, "", "", now)?;
        }
        self.run(
            "UPDATE OR IGNORE residents SET address = ?3 WHERE channel = ?1 AND address = ?2",
            params![from.channel.id(), from.id, to],
        )?;
        self.run(
            "UPDATE outbox SET address = ?3 WHERE channel = ?1 AND address = ?2 AND state = 'pending'",
            params![from.channel.id(), from.id, to],
        )
    }
}

/// A resident's language, as a hint for hearing.
///
/// # Errors
/// The database fails.
pub fn language_of(sql: &Connection, from: &Address) -> Result<Option<Language>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT language FROM residents WHERE channel = ?1 AND address = ?2")?;
    let tag: Option<String> = statement
        .query_row(params![from.channel.id(), from.id], |row| row.get(0))
        .optional()?;
    Ok(tag.and_then(|tag| Language::from_tag(&tag)))
}

/// The language in which a resident is written to.
///
/// # Errors
/// The database fails or the resident is gone.
pub fn language_by_id(sql: &Connection, id: ResidentId) -> Result<Language, StoreError> {
    let mut statement = sql.prepare_cached("SELECT language FROM residents WHERE id = ?1")?;
    let tag: String = statement.query_row([id.0], |row| row.get(0))?;
    Language::from_tag(&tag).ok_or(StoreError::Row("a resident with no known language"))
}

/// Whether a conversation exists at an address.
///
/// # Errors
/// The database fails.
pub fn exists(sql: &Connection, address: &Address) -> Result<bool, StoreError> {
    Ok(language_of(sql, address)?.is_some())
}
