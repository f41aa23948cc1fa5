//! The staff's Telegram group: topics of cases, and which of its messages belong to which case.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::tx::Tx;
use crate::ids::CaseId;

/// When people have deleted so many topics of a case, it goes on in the main chat.
const GONE_MAX: i64 = 2;
/// When Telegram's answer was lost so often, the case goes on in the main chat, so that no more empty topics arise.
const UNANSWERED_MAX: i64 = 2;

/// A topic that Telegram is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedTopic(i64);

/// The topic of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseTopic {
    /// The channel's number of it, which is that of the message at its top.
    pub thread: i64,
    /// It was closed with its case.
    pub is_closed: bool,
    pub is_case_closed: bool,
}

impl Tx<'_> {
    /// Notes that a topic is going to be asked for; nothing when the case stays in the main chat: it began there, or
    /// its topics were deleted or got lost too often.
    ///
    /// # Errors
    /// The database fails.
    pub fn ask_topic(
        &self,
        case: CaseId,
        chat: i64,
        now: DateTime<Utc>,
    ) -> Result<Option<AskedTopic>, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT count(*), ifnull(sum(state = 'gone'), 0), ifnull(sum(state = 'asked'), 0),
                    EXISTS (SELECT 1 FROM outbox WHERE case_id = ?1 AND channel = 'staff' AND sent_id IS NOT NULL)
             FROM case_topics WHERE case_id = ?1 AND chat = ?2",
        )?;
        let (all, gone, asked, has_begun): (i64, i64, i64, bool) = statement
            .query_row(params![case.0, chat], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
        if gone >= GONE_MAX || asked >= UNANSWERED_MAX || (all == 0 && has_begun) {
            return Ok(None);
        }
        self.run(
            "INSERT INTO case_topics (case_id, chat, state, at) VALUES (?1, ?2, 'asked', ?3)",
            params![case.0, chat, now.timestamp_millis()],
        )?;
        Ok(Some(AskedTopic(self.sql.last_insert_rowid())))
    }

    /// The topic that was asked for is there.
    ///
    /// # Errors
    /// The database fails.
    pub fn topic_made(&self, asked: AskedTopic, thread: i64) -> Result<(), StoreError> {
        self.run(
            "UPDATE case_topics SET state = 'open', thread = ?2 WHERE id = ?1",
            [asked.0, thread],
        )
    }

    /// Telegram has surely made no topic.
    ///
    /// # Errors
    /// The database fails.
    pub fn topic_not_made(&self, asked: AskedTopic) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM case_topics WHERE id = ?1 AND state = 'asked'",
            [asked.0],
        )
    }

    /// People have deleted a topic.
    ///
    /// # Errors
    /// The database fails.
    pub fn topic_gone(&self, chat: i64, thread: i64) -> Result<(), StoreError> {
        self.run(
            "UPDATE case_topics SET state = 'gone' WHERE chat = ?1 AND thread = ?2",
            [chat, thread],
        )
    }

    /// A topic was closed or opened again.
    ///
    /// # Errors
    /// The database fails.
    pub fn topic_closed(&self, chat: i64, thread: i64, is_closed: bool) -> Result<(), StoreError> {
        let state = if is_closed { "closed" } else { "open" };
        self.run(
            "UPDATE case_topics SET state = ?3 WHERE chat = ?1 AND thread = ?2 AND state <> 'gone'",
            params![chat, thread, state],
        )
    }

    /// Whether those who talk in a topic are still to be told that nobody else hears them; true once.
    ///
    /// # Errors
    /// The database fails.
    pub fn hint_topic(&self, chat: i64, thread: i64) -> Result<bool, StoreError> {
        let changed = self
            .sql
            .prepare_cached(
                "UPDATE case_topics SET hinted = 1 WHERE chat = ?1 AND thread = ?2 AND hinted = 0",
            )?
            .execute([chat, thread])?;
        Ok(changed > 0)
    }

    /// Notes in which group the staff are. In another one than before the old numbers of messages mean nothing, or
    /// something else: an answer must not go to the wrong citizen, nor a summary be edited into another one.
    ///
    /// # Errors
    /// The database fails.
    pub fn enter_room(&self, chat: &str, is_other: bool) -> Result<(), StoreError> {
        const NAME: &str = "staff-room";
        let before = self.meta(NAME)?;
        if before.as_deref() == Some(chat) {
            return Ok(());
        }
        if is_other || before.is_some() {
            self.run(
                "UPDATE outbox SET sent_id = NULL WHERE channel = 'staff' AND sent_id IS NOT NULL",
                [],
            )?;
            self.run(
                "UPDATE outbox SET replaces = NULL WHERE channel = 'staff' AND state = 'pending'",
                [],
            )?;
        }
        self.set_meta(NAME, chat)
    }
}

/// The topic of a case in a group, when it has one that nobody has deleted.
///
/// # Errors
/// The database fails.
pub fn topic_of(
    sql: &Connection,
    case: CaseId,
    chat: i64,
) -> Result<Option<CaseTopic>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT t.thread, t.state = 'closed', c.state = 'closed'
         FROM case_topics t JOIN cases c ON c.id = t.case_id
         WHERE t.case_id = ?1 AND t.chat = ?2 AND t.state IN ('open', 'closed') ORDER BY t.id DESC LIMIT 1",
    )?;
    let found = statement.query_row(params![case.0, chat], |row| {
        Ok(CaseTopic {
            thread: row.get(0)?,
            is_closed: row.get(1)?,
            is_case_closed: row.get(2)?,
        })
    });
    Ok(found.optional()?)
}

/// The case that a topic belongs to.
///
/// # Errors
/// The database fails.
pub fn case_of_topic(
    sql: &Connection,
    chat: i64,
    thread: i64,
) -> Result<Option<CaseId>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT case_id FROM case_topics WHERE chat = ?1 AND thread = ?2")?;
    let id: Option<i64> = statement
        .query_row([chat, thread], |row| row.get(0))
        .optional()?;
    Ok(id.map(CaseId))
}

/// Open topics whose case is closed and of which nothing more is waiting to be said.
///
/// # Errors
/// The database fails.
pub fn topics_to_close(sql: &Connection, chat: i64, most: u16) -> Result<Vec<i64>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT t.thread FROM case_topics t JOIN cases c ON c.id = t.case_id
         WHERE t.chat = ?1 AND t.state = 'open' AND c.state = 'closed'
           AND NOT EXISTS (SELECT 1 FROM outbox o
                           WHERE o.case_id = c.id AND o.channel = 'staff' AND o.state = 'pending')
         ORDER BY t.id LIMIT ?2",
    )?;
    let rows = statement.query_map(params![chat, most], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a message of a clerk was passed on to the citizen of a case. The key of what we said on it ends in the chat
/// and the number of the message.
///
/// # Errors
/// The database fails.
pub fn was_passed_on(
    sql: &Connection,
    case: CaseId,
    chat: i64,
    message: i64,
) -> Result<bool, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE case_id = ?1 AND channel <> 'staff' AND phrase = 'staff-says'
                        AND state <> 'failed' AND key GLOB ?2)",
    )?;
    let key = format!("tg:*:{chat}:{message}");
    Ok(statement.query_row(params![case.0, key], |row| row.get(0))?)
}

/// Whether all parts of an answer have arrived, when those up to a row have.
///
/// # Errors
/// The database fails.
pub fn is_last_part(sql: &Connection, key: &str, row: i64) -> Result<bool, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM outbox WHERE key = ?1 AND channel <> 'staff'
                            AND phrase IN ('staff-says', 'case-entry')
                            AND (id > ?2 OR state = 'failed'))",
    )?;
    Ok(statement.query_row(params![key, row], |row| row.get(0))?)
}
