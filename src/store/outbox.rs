//! Everything we say, from the commit to the channel.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::incident::Freeze;
use crate::desk::language::Language;
use crate::desk::message::{Address, Button, Channel, Outgoing};
use crate::ids::{CaseId, OutgoingId, ResidentId};

const COLUMNS: &str = "id, key, channel, address, resident, phrase, text, language, choices, entries, \
                       case_id, replaces, attempts, at, urgent";

/// How a row of the outbox begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The courier sends it.
    Pending,
    /// It is handed over with the answer to the request.
    Pulled,
}

/// What became of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivered {
    Sent {
        message: Option<i64>,
    },
    Later {
        at: DateTime<Utc>,
    },
    /// With the reason, for the staff.
    Never {
        reason: String,
    },
}

impl Tx<'_> {
    /// A key for messages that time brings, which no others have: the same may become due twice in one moment, and one
    /// of them must not keep everything else of that moment from happening.
    ///
    /// # Errors
    /// The database fails.
    pub fn free_key(&self, key: String) -> Result<String, StoreError> {
        let mut statement = (self.sql).prepare_cached("SELECT 1 FROM outbox WHERE key = ?1")?;
        let mut free = key.clone();
        let mut n = 1;
        while statement.exists([&free])? {
            n += 1;
            free = format!("{key}:{n}");
        }
        Ok(free)
    }

    /// Writes a row and gives it its number.
    ///
    /// # Errors
    /// The database fails.
    pub fn put_out(
        &self,
        outgoing: &mut Outgoing,
        n: usize,
        start: Start,
    ) -> Result<(), StoreError> {
        let state = match start {
            Start::Pending => "pending",
            Start::Pulled => "pulled",
        };
        let choices = to_json(&outgoing.choices);
        let entries = to_json(&outgoing.entries);
        self.run(
            "INSERT INTO outbox (key, n, resident, channel, address, language, phrase, text, choices, entries,
                                 case_id, replaces, state, at, urgent)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            params![
                outgoing.key,
                i64::try_from(n).unwrap_or(i64::MAX),
                outgoing.resident.map(|id| id.0),
                outgoing.to.channel.id(),
                outgoing.to.id,
                outgoing.language.tag(),
                outgoing.phrase,
                outgoing.text,
                choices,
                entries,
                outgoing.case.map(|id| id.0),
                outgoing.replaces,
                state,
                outgoing.at.timestamp_millis(),
                outgoing.urgent
            ],
        )?;
        outgoing.id = OutgoingId(self.sql.last_insert_rowid());
        Ok(())
    }

    /// What was said to an event that comes again.
    ///
    /// # Errors
    /// The database fails.
    pub fn said_to(&self, key: &str) -> Result<Vec<Outgoing>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM outbox WHERE key = ?1 ORDER BY n");
        let mut statement = self.sql.prepare_cached(&sql)?;
        let rows = statement.query_map([key], outgoing)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Counts an attempt before it is made; a crash in between costs one attempt, never a lost count.
    ///
    /// # Errors
    /// The database fails.
    pub fn count_attempts(&self, rows: &[OutgoingId]) -> Result<(), StoreError> {
        for id in rows {
            self.run(
                "UPDATE outbox SET attempts = attempts + 1 WHERE id = ?1",
                [id.0],
            )?;
        }
        Ok(())
    }

    /// Takes back a row that was not delivered and must not be any more.
    ///
    /// # Errors
    /// The database fails.
    pub fn take_back(&self, id: OutgoingId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM outbox WHERE id = ?1 AND state = 'pending'",
            [id.0],
        )?;
        let (before, after) = ("pending", "gone");
        self.audit(
            Actor::Desk,
            "take-back",
            &id.to_string(),
            before,
            after,
            now,
        )
    }

    /// Prepares the summary of a case for sending: it takes the place of the one the staff have, and falls away where a
    /// newer one waits behind it. Says whether it is still wanted.
    ///
    /// # Errors
    /// The database fails.
    pub fn freshen_summary(&self, row: &mut Outgoing) -> Result<bool, StoreError> {
        let Some(case) = row.case else {
            return Ok(true);
        };
        let newer = "SELECT 1 FROM outbox WHERE case_id = ?1 AND phrase = 'handoff' AND id > ?2";
        let mut statement = self.sql.prepare_cached(newer)?;
        if statement.exists(params![case.0, row.id.0])? {
            return Ok(false);
        }
        let mut statement = self.sql.prepare_cached(
            "SELECT sent_id FROM outbox
             WHERE case_id = ?1 AND phrase = 'handoff' AND id < ?2 AND sent_id IS NOT NULL ORDER BY id DESC LIMIT 1",
        )?;
        let earlier = statement.query_row(params![case.0, row.id.0], |found| found.get(0));
        row.replaces = earlier.optional()?;
        Ok(true)
    }

    /// Records what became of a row.
    ///
    /// # Errors
    /// The database fails.
    pub fn record(
        &self,
        id: OutgoingId,
        delivered: &Delivered,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let now = now.timestamp_millis();
        match delivered {
            Delivered::Sent { message } => self.run(
                "UPDATE outbox SET state = 'sent', sent_id = ?2, settled_at = ?3 WHERE id = ?1",
                params![id.0, message, now],
            ),
            Delivered::Later { at } => self.run(
                "UPDATE outbox SET next_at = ?2 WHERE id = ?1",
                params![id.0, at.timestamp_millis()],
            ),
            Delivered::Never { reason } => self.run(
                "UPDATE outbox SET state = 'failed', failure = ?2, settled_at = ?3 WHERE id = ?1",
                params![id.0, reason, now],
            ),
        }
    }

    /// Marks what the browser or terminal has been shown.
    ///
    /// # Errors
    /// The database fails.
    pub fn mark_shown(
        &self,
        address: &Address,
        up_to: OutgoingId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let goes = Goes::out(self.freeze()?.as_ref());
        self.run(
            "UPDATE outbox SET state = 'sent', settled_at = ?4, read_at = ?4
             WHERE channel = ?1 AND address = ?2 AND id <= ?3 AND state = 'pending'
               AND ((urgent = 0 AND ?5) OR (urgent = 1 AND ?6))",
            params![
                address.channel.id(),
                address.id,
                up_to.0,
                now.timestamp_millis(),
                goes.others,
                goes.calls
            ],
        )
    }
}

/// The pending rows of a channel after a row, either the urgent ones or the others, in the order in which they were
/// written. The writer commits in that
/// order, so nothing can appear before `after` later.
///
/// # Errors
/// The database fails.
pub fn pending_after(
    sql: &Connection,
    channel: Channel,
    urgent: bool,
    after: OutgoingId,
    most: u16,
) -> Result<Vec<(Outgoing, DateTime<Utc>)>, StoreError> {
    let which = if urgent { "= 1" } else { "= 0" };
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS}, next_at FROM outbox
         WHERE state = 'pending' AND urgent {which} AND channel = ?1 AND id > ?2 ORDER BY id LIMIT ?3"
    ))?;
    let rows = statement.query_map(params![channel.id(), after.0, most], |row| {
        Ok((outgoing(row)?, at(row.get(15)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Which of the rows that wait may be shown on pages, in the queries below.
const SHOWN: &str = "(state <> 'pending' OR (urgent = 0 AND ?5) OR (urgent = 1 AND ?6))";

/// What goes out to pages and terminals: all, unless messages are stopped.
#[derive(Clone, Copy)]
struct Goes {
    calls: bool,
    others: bool,
}

impl Goes {
    fn out(freeze: Option<&Freeze>) -> Goes {
        Goes {
            calls: freeze.is_none_or(|freeze| freeze.calls_go_on),
            others: freeze.is_none(),
        }
    }
}

/// What waits for pages and terminals of residents, the oldest first.
///
/// # Errors
/// The database fails.
pub fn pending_on_pages(sql: &Connection) -> Result<Vec<Outgoing>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM outbox WHERE state = 'pending' AND channel IN ('web', 'console') ORDER BY id"
    ))?;
    let rows = statement.query_map([], outgoing)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Rows at an address after a row, whatever their state: for pages, event streams and terminals.
///
/// # Errors
/// The database fails.
pub fn at_address(
    sql: &Connection,
    address: &Address,
    after: OutgoingId,
    most: u16,
) -> Result<Vec<Outgoing>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM outbox
         WHERE resident = (SELECT id FROM residents WHERE channel = ?1 AND address = ?2) AND channel = ?1
           AND id > ?3 AND text <> '' AND {SHOWN} ORDER BY id DESC LIMIT ?4"
    ))?;
    let goes = Goes::out(super::incidents::freeze(sql)?.as_ref());
    let (channel, id) = (address.channel.id(), &address.id);
    let rows = statement.query_map(
        params![channel, id, after.0, most, goes.others, goes.calls],
        outgoing,
    )?;
    let mut rows = rows.collect::<Result<Vec<_>, _>>()?;
    rows.reverse();
    Ok(rows)
}

/// Rows at an address after a row that no request has fetched, oldest first: for event streams.
///
/// # Errors
/// The database fails.
pub fn arrived_at(
    sql: &Connection,
    address: &Address,
    after: OutgoingId,
    most: u16,
) -> Result<Vec<Outgoing>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM outbox
         WHERE resident = (SELECT id FROM residents WHERE channel = ?1 AND address = ?2) AND channel = ?1
           AND id > ?3 AND state <> 'pulled' AND {SHOWN} ORDER BY id LIMIT ?4"
    ))?;
    let goes = Goes::out(super::incidents::freeze(sql)?.as_ref());
    let (channel, id) = (address.channel.id(), &address.id);
    let rows = statement.query_map(
        params![channel, id, after.0, most, goes.others, goes.calls],
        outgoing,
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The row before the first that waits at an address; the newest row when none waits.
///
/// # Errors
/// The database fails.
pub fn before_first_pending(sql: &Connection, address: &Address) -> Result<OutgoingId, StoreError> {
    let resident = "(SELECT id FROM residents WHERE channel = ?1 AND address = ?2)";
    let mut statement = sql.prepare_cached(&format!(
        "SELECT ifnull((SELECT min(id) - 1 FROM outbox WHERE resident = {resident} AND state = 'pending'),
                       ifnull((SELECT max(id) FROM outbox WHERE resident = {resident}), 0))"
    ))?;
    Ok(OutgoingId(statement.query_row(
        params![address.channel.id(), address.id],
        |row| row.get(0),
    )?))
}

/// What the staff were told after a row.
///
/// # Errors
/// The database fails.
pub fn staff_after(
    sql: &Connection,
    after: OutgoingId,
    most: u16,
) -> Result<Vec<Outgoing>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM outbox WHERE channel = 'staff' AND id > ?1 ORDER BY id LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![after.0, most], outgoing)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The case that a message in the staff's group speaks of.
///
/// # Errors
/// The database fails.
pub fn case_of_staff_message(sql: &Connection, message: i64) -> Result<Option<CaseId>, StoreError> {
    let mut statement = sql.prepare_cached(
        // An older message of the same number, from another group, must not lend its case to a newer one that has none.
        "SELECT case_id FROM outbox WHERE channel = 'staff' AND sent_id = ?1 ORDER BY id DESC LIMIT 1",
    )?;
    let id: Option<Option<i64>> = statement
        .query_row([message], |row| row.get(0))
        .optional()?;
    Ok(id.flatten().map(CaseId))
}

/// How many rows wait for the courier, and since when the oldest does.
///
/// # Errors
/// The database fails.
pub fn depth(sql: &Connection) -> Result<(i64, Option<DateTime<Utc>>), StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT count(*), min(at) FROM outbox WHERE state = 'pending' AND channel <> 'web'",
    )?;
    Ok(statement.query_row([], |row| {
        Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(at)))
    })?)
}

fn outgoing(row: &Row<'_>) -> rusqlite::Result<Outgoing> {
    let channel: String = row.get(2)?;
    let language: String = row.get(7)?;
    Ok(Outgoing {
        id: OutgoingId(row.get(0)?),
        key: row.get(1)?,
        to: Address::new(
            Channel::from_id(&channel).unwrap_or(Channel::Console),
            row.get::<_, String>(3)?,
        ),
        resident: row.get::<_, Option<i64>>(4)?.map(ResidentId),
        phrase: row.get(5)?,
        text: row.get(6)?,
        language: Language::from_tag(&language).unwrap_or(Language::Ja),
        choices: from_json::<Button>(&row.get::<_, String>(8)?),
        entries: from_json(&row.get::<_, String>(9)?),
        case: row.get::<_, Option<i64>>(10)?.map(CaseId),
        replaces: row.get(11)?,
        attempts: row.get(12)?,
        at: at(row.get(13)?),
        urgent: row.get(14)?,
    })
}

fn to_json<T: serde::Serialize>(list: &[T]) -> String {
    if list.is_empty() {
        "[]".to_owned()
    } else {
        serde_json::to_string(list).unwrap_or_else(|_| "[]".to_owned())
    }
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Vec<T> {
    if text == "[]" {
        Vec::new()
    } else {
        serde_json::from_str(text).unwrap_or_default()
    }
}
