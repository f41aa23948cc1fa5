//! Blocks of those who abuse the desk.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::{Tx, at};
use crate::desk::abuse::{Block, BlockChange, BlockReason, Lifted, is_appeal_heard};
use crate::desk::case::state::Case;
use crate::desk::language::Language;
use crate::desk::message::Channel;
use crate::ids::{BlockId, CaseId, ResidentId};

const COLUMNS: &str =
    "b.id, b.resident, b.at, b.by, b.until, b.reason, b.lifted_at, b.lifted_by, b.appeal";

/// A block as the staff's list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockLine {
    pub block: Block,
    pub channel: Channel,
    pub language: Language,
}

impl Tx<'_> {
    /// The block that is in force against somebody.
    ///
    /// # Errors
    /// The database fails.
    pub fn block_of(
        &self,
        resident: ResidentId,
        now: DateTime<Utc>,
    ) -> Result<Option<Block>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM blocks b
             WHERE b.resident = ?1 AND b.until > ?2 AND b.lifted_at IS NULL ORDER BY b.until DESC LIMIT 1"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let values = params![resident.0, now.timestamp_millis()];
        let found = statement.query_row(values, raw).optional()?;
        found.map(Raw::block).transpose()
    }

    /// A block by its number.
    ///
    /// # Errors
    /// The database fails.
    pub fn block(&self, id: BlockId) -> Result<Option<Block>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM blocks b WHERE b.id = ?1");
        let mut statement = self.sql.prepare_cached(&sql)?;
        let found = statement.query_row([id.0], raw).optional()?;
        found.map(Raw::block).transpose()
    }

    /// Whether somebody of that number talks to the desk by themselves.
    ///
    /// # Errors
    /// The database fails.
    pub fn can_be_blocked(&self, resident: ResidentId) -> Result<bool, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM residents WHERE id = ?1 AND channel <> 'desk')",
        )?;
        Ok(statement.query_row([resident.0], |row| row.get(0))?)
    }

    /// A case ends: whoever appealed in it may appeal again while the block stands, unless their appeal was heard.
    pub(super) fn free_appeal(&self, case: &Case, now: DateTime<Utc>) -> Result<(), StoreError> {
        if is_appeal_heard(case) {
            return Ok(());
        }
        self.run(
            "UPDATE blocks SET appeal = NULL WHERE appeal = ?1 AND lifted_at IS NULL AND until > ?2",
            params![case.id.0, now.timestamp_millis()],
        )
    }

    pub(super) fn apply_block(&self, change: &BlockChange) -> Result<(), StoreError> {
        match change {
            BlockChange::Set(block) => {
                self.run(
                    "INSERT INTO blocks (id, resident, at, by, until, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![
                        block.id.0,
                        block.resident.0,
                        block.at.timestamp_millis(),
                        block.by,
                        block.until.timestamp_millis(),
                        block.reason.id()
                    ],
                )
            }
            BlockChange::Lift(block) => {
                let Some(lifted) = &block.lifted else {
                    return Err(StoreError::Row("a block lifted by nobody"));
                };
                self.run(
                    "UPDATE blocks SET lifted_at = ?2, lifted_by = ?3 WHERE id = ?1",
                    params![block.id.0, lifted.at.timestamp_millis(), lifted.by],
                )
            }
            BlockChange::Appeal(id, case) => {
                self.run(
                    "UPDATE blocks SET appeal = ?2 WHERE id = ?1",
                    params![id.0, case.0],
                )
            }
        }
    }
}

/// The block against which somebody appeals in a case.
///
/// # Errors
/// The database fails.
pub fn block_of_case(sql: &Connection, case: CaseId) -> Result<Option<Block>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM blocks b WHERE b.appeal = ?1 ORDER BY b.at DESC LIMIT 1"
    ))?;
    let found = statement.query_row([case.0], raw).optional()?;
    found.map(Raw::block).transpose()
}

/// The blocks, those in force first and then the newest.
///
/// # Errors
/// The database fails.
pub fn blocks(
    sql: &Connection,
    now: DateTime<Utc>,
    most: u16,
) -> Result<Vec<BlockLine>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS}, p.channel, p.language FROM blocks b JOIN residents p ON p.id = b.resident
         ORDER BY (b.until > ?1 AND b.lifted_at IS NULL) DESC, b.at DESC LIMIT ?2"
    ))?;
    let values = params![now.timestamp_millis(), most];
    let rows = statement.query_map(values, |row| {
        let (channel, language): (String, String) = (row.get(9)?, row.get(10)?);
        Ok((raw(row)?, channel, language))
    })?;
    rows.map(|row| {
        let (raw, channel, language) = row?;
        let unknown = StoreError::Row("a resident of no known channel or language");
        let known = Channel::from_id(&channel).zip(Language::from_tag(&language));
        let (channel, language) = known.ok_or(unknown)?;
        Ok(BlockLine {
            block: raw.block()?,
            channel,
            language,
        })
    })
    .collect()
}

struct Raw {
    id: i64,
    resident: i64,
    at: i64,
    by: String,
    until: i64,
    reason: String,
    lifted: Option<(i64, String)>,
    appeal: Option<i64>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let lifted_at: Option<i64> = row.get(6)?;
    let lifted_by: Option<String> = row.get(7)?;
    Ok(Raw {
        id: row.get(0)?,
        resident: row.get(1)?,
        at: row.get(2)?,
        by: row.get(3)?,
        until: row.get(4)?,
        reason: row.get(5)?,
        lifted: lifted_at.zip(lifted_by),
        appeal: row.get(8)?,
    })
}

impl Raw {
    fn block(self) -> Result<Block, StoreError> {
        let unknown = StoreError::Row("a block for no known reason");
        Ok(Block {
            id: BlockId(self.id),
            resident: ResidentId(self.resident),
            at: at(self.at),
            by: self.by,
            until: at(self.until),
            reason: BlockReason::from_id(&self.reason).ok_or(unknown)?,
            lifted: self.lifted.map(|(when, by)| Lifted { by, at: at(when) }),
            appeal: self.appeal.map(CaseId),
        })
    }
}
