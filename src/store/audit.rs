//! Who did what to which thing, how it stood before and after, in a chain that shows an altered, missing or inserted row.
//!
//! Rows are only ever added. Each carries the SHA-256 (FIPS 180-4, in lower-case hex) of the netstrings of these fields in
//! this order: the hash of the row before, `id`, `at` (milliseconds since 1970), `who`, `what`, `subject`, `before`,
//! `after`. A netstring is the length in bytes as a decimal number, `:`, the bytes, `,`; so no two rows have one encoding.
//! The first row follows 64 zeros. Numbers are written in decimal. Whoever rewrites all rows can make the chain fit again:
//! against that, the hash of the newest row is noted outside of this machine now and then, and looked for later.

use chrono::{DateTime, Utc};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use super::tx::{Actor, Tx, at};
use super::{Store, StoreError, connect, meta};

mod changes;

/// What the first row of all follows.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The last row whose term was over, and its hash, as they stand in `meta`.
const CUT: &str = "audit-cut";
const CUT_HASH: &str = "audit-cut-hash";
/// Refused logins under unknown names that have no row of their own yet.
const REFUSED: &str = "logins-refused";

const COLUMNS: &str = "id, at, who, what, subject, before, after, hash";

/// More refused logins under unknown names than these in a minute are only counted: names are made up for nothing.
const REFUSED_A_MINUTE: i64 = 10;

/// A row as it is shown and exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    pub id: i64,
    pub at: DateTime<Utc>,
    pub who: String,
    pub what: String,
    pub subject: String,
    pub before: String,
    pub after: String,
    pub hash: String,
}

/// Which rows are looked for; an empty text means any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    pub from: DateTime<Utc>,
    /// The first moment after the range.
    pub until: DateTime<Utc>,
    /// As it is written into the log, or `resident` for all of them.
    pub who: String,
    pub what: String,
    pub subject: String,
    /// Only rows older than this one.
    pub older_than: Option<i64>,
    pub most: u32,
}

/// A chain that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    pub rows: u64,
    pub first: Option<DateTime<Utc>>,
    pub last: Option<DateTime<Utc>>,
    /// The hash of the newest row.
    pub head: String,
}

/// Where a chain breaks first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("row {0} was changed, or does not follow the row before it")]
    Row(i64),
    #[error("row {0} and those before it are gone, but no row says that their term was over")]
    Cut(i64),
    #[error("row {0} was written, but is gone from the end")]
    End(i64),
    #[error(
        "no row has the hash {0}: the end is gone, its term was over, or all rows were written anew"
    )]
    Missing(String),
}

/// The fields of a row as they lie in the file, so that bytes which are no text are seen as well.
struct Raw<'a> {
    id: i64,
    at: i64,
    /// `who`, `what`, `subject`, `before`, `after`.
    texts: [&'a [u8]; 5],
    hash: &'a [u8],
}

impl<'a> Raw<'a> {
    fn read(row: &'a Row<'_>) -> rusqlite::Result<Raw<'a>> {
        let bytes = |n: usize| {
            Ok::<_, rusqlite::Error>(match row.get_ref(n)? {
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
                ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => &[],
            })
        };
        Ok(Raw {
            id: row.get(0)?,
            at: row.get(1)?,
            texts: [bytes(2)?, bytes(3)?, bytes(4)?, bytes(5)?, bytes(6)?],
            hash: bytes(7)?,
        })
    }

    /// The hash that the row must have after another one.
    fn after(&self, previous: &str) -> String {
        let mut sha = Sha256::new();
        let mut netstring = |bytes: &[u8]| {
            sha.update(format!("{}:", bytes.len()));
            sha.update(bytes);
            sha.update(b",");
        };
        netstring(previous.as_bytes());
        netstring(self.id.to_string().as_bytes());
        netstring(self.at.to_string().as_bytes());
        self.texts.into_iter().for_each(netstring);
        format!("{:x}", sha.finalize())
    }
}

/// The last row that was taken out after its term, and its hash.
fn cut(sql: &Connection) -> Result<(i64, String), StoreError> {
    let id = meta(sql, CUT)?.and_then(|id| id.parse().ok()).unwrap_or(0);
    let hash = meta(sql, CUT_HASH)?.unwrap_or_else(|| BEGINNING.to_owned());
    Ok((id, hash))
}

/// The newest row and its hash: one step into the tree of the table, however long it is.
fn end(sql: &Connection) -> Result<(i64, String), StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")?;
    let found = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)));
    match found.optional()? {
        Some(end) => Ok(end),
        None => cut(sql),
    }
}

impl Tx<'_> {
    /// Writes what somebody has done, in the transaction in which it is done. The words are those of `desk::audit`: no
    /// names, notes or texts of citizens.
    ///
    /// # Errors
    /// The database fails.
    pub fn audit(
        &self,
        actor: Actor<'_>,
        what: &str,
        subject: &str,
        before: &str,
        after: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let who = actor.name();
        let (last, previous) = end(self.sql)?;
        let texts = [&who, what, subject, before, after];
        let (id, at) = (last + 1, now.timestamp_millis());
        let row = Raw {
            id,
            at,
            texts: texts.map(str::as_bytes),
            hash: &[],
        };
        let hash = row.after(&previous);
        self.run(
            "INSERT INTO audit (id, at, who, what, subject, before, after, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![id, at, who, what, subject, before, after, hash],
        )
    }

    /// Notes that somebody was not let in, under their name where it is known and never with what was typed. Of unknown
    /// names so many are noted in a minute and the others counted, so that nobody fills the log from outside.
    ///
    /// # Errors
    /// The database fails.
    pub fn note_refused_login(
        &self,
        name: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let note = |subject, after: &str| {
            self.audit(Actor::Desk, "login-refused", subject, "", after, now)
        };
        let Some(unknown) = name.is_none().then_some("unknown") else {
            return note(name.unwrap_or_default(), "");
        };
        let mut statement = self.sql.prepare_cached(
            "SELECT count(*) FROM audit WHERE at > ?1 AND what = 'login-refused' AND +subject = ?2",
        )?;
        let since = now.timestamp_millis() - 60_000;
        let noted: i64 = statement.query_row(params![since, unknown], |row| row.get(0))?;
        let more = self.meta(REFUSED)?.and_then(|n| n.parse().ok());
        let more: u64 = more.unwrap_or(0);
        if noted >= REFUSED_A_MINUTE {
            return self.set_meta(REFUSED, &(more + 1).to_string());
        }
        if more > 0 {
            self.set_meta(REFUSED, "0")?;
            return note(unknown, &format!("more={more}"));
        }
        note(unknown, "")
    }

    /// Takes out the oldest rows, at most so many, from before a moment, and says how many there were. Verification starts
    /// after them from then on. What does not fit into the chain stays, and all after it: nothing is hidden by its age.
    ///
    /// # Errors
    /// The database fails.
    pub fn cut_audit(
        &mut self,
        before: DateTime<Utc>,
        most: u32,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let (mut last, mut hash) = cut(self.sql)?;
        let mut rows = 0;
        {
            let query = format!("SELECT {COLUMNS} FROM audit ORDER BY id LIMIT ?1");
            let mut statement = self.sql.prepare_cached(&query)?;
            let mut found = statement.query([most])?;
            while let Some(row) = found.next()? {
                let row = Raw::read(row)?;
                if row.at >= before.timestamp_millis() {
                    break;
                }
                let expected = row.after(&hash);
                if row.hash != expected.as_bytes() {
                    tracing::error!(
                        row = row.id,
                        "the audit log is broken here; see `madoguchi audit verify`"
                    );
                    break;
                }
                (last, hash, rows) = (row.id, expected, rows + 1);
            }
        }
        if rows == 0 {
            return Ok(0);
        }
        self.set_meta(CUT, &last.to_string())?;
        self.set_meta(CUT_HASH, &hash)?;
        self.run("DELETE FROM audit WHERE id <= ?1", [last])?;
        let (count, after) = (format!("rows={rows}"), format!("hash={hash}"));
        let subject = last.to_string();
        self.audit(Actor::Desk, "cut-audit", &subject, &count, &after, now)?;
        Ok(rows)
    }

    /// One word of a row, for what stood there before; empty where there is no such row.
    pub(super) fn word(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<String, StoreError> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let found: Option<Option<String>> =
            statement.query_row(values, |row| row.get(0)).optional()?;
        Ok(found.flatten().unwrap_or_default())
    }
}

/// Gives the rows of older versions, which knew no hashes, their places in the chain. A row without a hash beside rows
/// that have one was not written by this program and stays as it is, for the verification to find.
pub(super) fn seal(connection: &mut Connection) -> Result<(), rusqlite::Error> {
    let first = "SELECT hash = '' FROM audit ORDER BY id LIMIT 1";
    let is_old = |sql: &Connection| {
        let found = sql.query_row(first, [], |row| row.get::<_, bool>(0));
        found.optional().map(|found| found == Some(true))
    };
    if !is_old(connection)? {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    {
        let is_begun = "SELECT EXISTS (SELECT 1 FROM audit WHERE hash <> '')";
        if transaction.query_row(is_begun, [], |row| row.get(0))? {
            return Ok(());
        }
        let query = format!("SELECT {COLUMNS} FROM audit WHERE id > ?1 ORDER BY id LIMIT 1");
        let mut next = transaction.prepare(&query)?;
        let mut write = transaction.prepare("UPDATE audit SET hash = ?2 WHERE id = ?1")?;
        let (mut last, mut hash) = (i64::MIN, BEGINNING.to_owned());
        loop {
            let sealed = next.query_row([last], |row| {
                let row = Raw::read(row)?;
                Ok((row.id, row.after(&hash)))
            });
            let Some(sealed) = sealed.optional()? else {
                break;
            };
            (last, hash) = sealed;
            write.execute(params![last, hash])?;
        }
    }
    transaction.commit()
}

/// Follows the chain from its beginning, or from the end of what was taken out after its term. With a hash that somebody
/// has noted, that row must still be in it.
///
/// # Errors
/// The database fails.
pub fn verify(
    sql: &Connection,
    expected: Option<&str>,
) -> Result<Result<Chain, Broken>, StoreError> {
    let (cut_id, cut_hash) = cut(sql)?;
    let mut chain = Chain {
        rows: 0,
        first: None,
        last: None,
        head: cut_hash.clone(),
    };
    let (mut last, mut has_expected) = (cut_id, expected.is_none());
    let said = (cut_id.to_string(), format!("hash={cut_hash}"));
    let mut is_said = cut_id == 0 && cut_hash == BEGINNING;
    let is_noted = |hash: &str| expected.is_some_and(|noted| noted.eq_ignore_ascii_case(hash));
    has_expected |= is_noted(&cut_hash);
    let mut statement = sql.prepare(&format!("SELECT {COLUMNS} FROM audit ORDER BY id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let row = Raw::read(row)?;
        let hash = row.after(&chain.head);
        if row.id <= last || row.hash != hash.as_bytes() {
            return Ok(Err(Broken::Row(row.id)));
        }
        let [who, what, subject, _, after] = row.texts;
        is_said |= (who, what) == (b"desk", b"cut-audit")
            && (subject, after) == (said.0.as_bytes(), said.1.as_bytes());
        last = row.id;
        has_expected |= is_noted(&hash);
        chain.rows += 1;
        chain.first = chain.first.or(Some(at(row.at)));
        chain.last = Some(at(row.at));
        chain.head = hash;
    }
    if !is_said {
        return Ok(Err(Broken::Cut(cut_id)));
    }
    // SQLite itself remembers the highest number that it has given (`AUTOINCREMENT`).
    let given = "SELECT ifnull(max(seq), 0) FROM sqlite_sequence WHERE name = 'audit'";
    let given: i64 = sql.query_row(given, [], |row| row.get(0))?;
    if given > last {
        return Ok(Err(Broken::End(given)));
    }
    match expected.filter(|_| !has_expected) {
        Some(noted) => Ok(Err(Broken::Missing(noted.to_owned()))),
        None => Ok(Ok(chain)),
    }
}

/// The rows that are looked for, the newest first.
///
/// # Errors
/// The database fails.
pub fn search(sql: &Connection, search: &Search) -> Result<Vec<AuditRow>, StoreError> {
    let mut statement = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM audit
         WHERE at >= ?1 AND at < ?2 AND id < ?3
           AND (?4 = '' OR who = ?4 OR ?4 = 'resident' AND who GLOB 'resident:*')
           AND (?5 = '' OR what = ?5) AND (?6 = '' OR subject = ?6)
         ORDER BY id DESC LIMIT ?7"
    ))?;
    let values = params![
        search.from.timestamp_millis(),
        search.until.timestamp_millis(),
        search.older_than.unwrap_or(i64::MAX),
        search.who,
        search.what,
        search.subject,
        search.most
    ];
    let rows = statement.query_map(values, shown)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn shown(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    let raw = Raw::read(row)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let [who, what, subject, before, after] = raw.texts.map(text);
    Ok(AuditRow {
        id: raw.id,
        at: at(raw.at),
        who,
        what,
        subject,
        before,
        after,
        hash: text(raw.hash),
    })
}

impl Store {
    /// Follows the whole chain as it is at this moment, on a connection of its own, so that no page waits for it.
    ///
    /// # Errors
    /// The database fails.
    pub fn verify_audit(
        &self,
        expected: Option<&str>,
    ) -> Result<Result<Chain, Broken>, StoreError> {
        let mut connection = connect(self.path(), true)?;
        let snapshot = connection.transaction()?;
        verify(&snapshot, expected)
    }

    /// Hands over every row of a range, the oldest first.
    ///
    /// # Errors
    /// The database fails, or whoever takes the rows.
    pub fn each_audit_row<E: From<StoreError>>(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        mut take: impl FnMut(&AuditRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let connection = connect(self.path(), true)?;
        let query = format!("SELECT {COLUMNS} FROM audit WHERE at >= ?1 AND at < ?2 ORDER BY id");
        let mut statement = connection.prepare(&query).map_err(StoreError::from)?;
        let values = params![from.timestamp_millis(), until.timestamp_millis()];
        let rows = statement
            .query_map(values, shown)
            .map_err(StoreError::from)?;
        for row in rows {
            take(&row.map_err(StoreError::from)?)?;
        }
        Ok(())
    }
}
