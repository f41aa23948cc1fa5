//! What is done to the file behind the program's back is seen.

use std::path::PathBuf;

use chrono::Duration;
use madoguchi::ids::IdSource;
use madoguchi::store::audit::{BEGINNING, Broken, Chain};
use madoguchi::store::tx::{Actor, Tx};
use madoguchi::store::{Store, StoreError};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{Row, rows, tampering};
use crate::harness::{Scratch, at};

/// A log with so many rows, an hour apart.
pub struct Log {
    _scratch: Scratch,
    pub path: PathBuf,
    pub store: Store,
}

impl Log {
    pub async fn of(count: i64) -> Log {
        let scratch = Scratch::in_memory();
        let path = scratch.file("desk.sqlite");
        let store = Store::open(&path, IdSource::seeded(1)).unwrap();
        let log = Log {
            _scratch: scratch,
            path,
            store,
        };
        let work = move |tx: &mut Tx<'_>| {
            for n in 0..count {
                let now = at("2026-12-01T09:00:00") + Duration::hours(n);
                let subject = format!("{n}");
                let actor = Actor::Clerk("counter");
                tx.audit(actor, "mark", &subject, "booked", "came", now)?;
            }
            Ok(())
        };
        log.store.write(work).await.unwrap();
        log
    }

    pub fn verify(&self) -> Result<Chain, Broken> {
        self.store.verify_audit(None).unwrap()
    }

    fn head(&self) -> String {
        self.verify().unwrap().head
    }

    async fn cut(&self, before: &str, most: u32) -> usize {
        let (before, now) = (at(before), at("2026-12-31T09:00:00"));
        let work = move |tx: &mut Tx<'_>| tx.cut_audit(before, most, now);
        self.store.write(work).await.unwrap()
    }

    /// The program ends and starts again.
    fn restart(&mut self) {
        self.store.close();
        self.store = Store::open(&self.path, IdSource::seeded(2)).unwrap();
    }
}

/// The hash of a row, from the documentation alone.
fn reckoned(previous: &str, row: &Row) -> String {
    let (id, at) = (row.id.to_string(), row.at.to_string());
    let fields = [
        previous,
        &id,
        &at,
        &row.who,
        &row.what,
        &row.subject,
        &row.before,
        &row.after,
    ];
    let netstrings = fields.map(|field| format!("{}:{field},", field.len()));
    format!("{:x}", Sha256::digest(netstrings.concat()))
}

#[tokio::test]
async fn the_hashes_are_those_of_the_documentation() {
    let log = Log::of(5).await;
    let sql = Connection::open(&log.path).unwrap();
    let mut previous = BEGINNING.to_owned();
    for row in rows(&sql) {
        previous = reckoned(&previous, &row);
        assert_eq!(row.hash, previous);
    }
    let chain = log.verify().unwrap();
    assert_eq!((chain.rows, chain.head), (5, previous));
    assert_eq!(chain.first, Some(at("2026-12-01T09:00:00")));
    assert_eq!(chain.last, Some(at("2026-12-01T13:00:00")));
}

#[tokio::test]
async fn the_file_itself_refuses_changes() {
    let log = Log::of(3).await;
    let sql = Connection::open(&log.path).unwrap();
    for change in [
        "UPDATE audit SET after = 'missed' WHERE id = 2",
        "UPDATE audit SET hash = '' WHERE id = 2",
        "DELETE FROM audit WHERE id = 3",
        "DELETE FROM audit",
    ] {
        let refused = sql.execute(change, []).unwrap_err().to_string();
        assert!(refused.contains("the audit log is not"), "{refused}");
    }
    assert!(log.verify().is_ok());
}

#[tokio::test]
async fn a_changed_moved_deleted_or_inserted_row_is_named() {
    for (change, broken) in [
        ("UPDATE audit SET after = 'missed' WHERE id = 3", 3),
        ("UPDATE audit SET at = at + 1 WHERE id = 1", 1),
        ("UPDATE audit SET who = 'clerk:counte', what = 'rmark' WHERE id = 2", 2),
        ("UPDATE audit SET before = '', after = 'bookedcame' WHERE id = 4", 4),
        ("UPDATE audit SET hash = '' WHERE id = 5", 5),
        ("DELETE FROM audit WHERE id = 3", 4),
        ("DELETE FROM audit WHERE id = 1", 2),
        // Two rows change places: with their numbers …
        (
            "UPDATE audit SET id = 100 WHERE id = 2; UPDATE audit SET id = 2 WHERE id = 3;
             UPDATE audit SET id = 3 WHERE id = 100",
            2,
        ),
        // … or with all they say, hashes too.
        (
            "CREATE TEMP TABLE kept AS SELECT * FROM audit WHERE id IN (3, 4);
             DELETE FROM audit WHERE id IN (3, 4);
             INSERT INTO audit SELECT 7 - id, at, who, what, subject, before, after, hash FROM kept",
            3,
        ),
        (
            "INSERT INTO audit (at, who, what, subject) VALUES (1796083200000, 'desk', 'prune', '')",
            7,
        ),
        (
            "INSERT INTO audit (id, at, who, what, subject, hash) VALUES (0, 1, 'desk', 'prune', '', '')",
            0,
        ),
    ] {
        let mut log = Log::of(6).await;
        tampering(&log.path).execute_batch(change).unwrap();
        assert_eq!(log.verify(), Err(Broken::Row(broken)), "{change}");
        // A start mends nothing.
        log.restart();
        assert_eq!(log.verify(), Err(Broken::Row(broken)), "{change}");
    }
}

#[tokio::test]
async fn a_cut_end_is_seen() {
    let log = Log::of(6).await;
    let noted = log.head();
    let sql = tampering(&log.path);
    sql.execute("DELETE FROM audit WHERE id > 4", []).unwrap();
    assert_eq!(log.verify(), Err(Broken::End(6)));
    // Somebody who knows of SQLite's own count is seen by the hash that was noted.
    let count = "UPDATE sqlite_sequence SET seq = 4 WHERE name = 'audit'";
    sql.execute(count, []).unwrap();
    assert_eq!(log.verify().unwrap().rows, 4);
    let verified = log.store.verify_audit(Some(&noted)).unwrap();
    assert_eq!(verified, Err(Broken::Missing(noted)));
}

#[tokio::test]
async fn a_noted_hash_is_found_again_in_a_longer_log() {
    let log = Log::of(3).await;
    let noted = log.head();
    let now = at("2026-12-02T09:00:00");
    let work = move |tx: &mut Tx<'_>| tx.audit(Actor::Desk, "prune", "retention", "", "", now);
    log.store.write(work).await.unwrap();
    for hash in [noted.clone(), noted.to_uppercase(), log.head()] {
        assert_eq!(
            log.store.verify_audit(Some(&hash)).unwrap().unwrap().rows,
            4
        );
    }
    // Who writes all rows anew gets another one.
    let sql = tampering(&log.path);
    let mut previous = BEGINNING.to_owned();
    sql.execute("UPDATE audit SET after = 'missed' WHERE id = 1", [])
        .unwrap();
    for row in rows(&sql) {
        previous = reckoned(&previous, &row);
        let values = (row.id, &previous);
        sql.execute("UPDATE audit SET hash = ?2 WHERE id = ?1", values)
            .unwrap();
    }
    assert!(log.verify().is_ok());
    let verified = log.store.verify_audit(Some(&noted)).unwrap();
    assert_eq!(verified, Err(Broken::Missing(noted)));
}

/// Rows of older versions know no hashes.
#[tokio::test]
async fn old_rows_get_their_places_once() {
    let mut log = Log::of(0).await;
    let sql = Connection::open(&log.path).unwrap();
    for n in 0..4 {
        let row =
            "INSERT INTO audit (at, who, what, subject) VALUES (?1, 'resident:1', 'reserve', ?1)";
        sql.execute(row, [1_796_083_200_000_i64 + n]).unwrap();
    }
    assert_eq!(log.verify(), Err(Broken::Row(1)));
    log.restart();
    let head = log.head();
    assert_eq!(log.verify().unwrap().rows, 4);
    log.restart();
    assert_eq!(log.head(), head, "a second start changes nothing");
    let now = at("2026-12-02T09:00:00");
    let work = move |tx: &mut Tx<'_>| tx.audit(Actor::Desk, "prune", "retention", "", "", now);
    log.store.write(work).await.unwrap();
    assert_eq!(log.verify().unwrap().rows, 5);
}

#[tokio::test]
async fn rows_go_after_their_term_from_the_oldest_on() {
    let mut log = Log::of(6).await;
    assert_eq!(log.cut("2026-12-01T09:00:00", 100).await, 0);
    let noted = log.head();
    assert_eq!(
        log.cut("2026-12-01T12:00:00", 2).await,
        2,
        "at most so many"
    );
    assert_eq!(log.cut("2026-12-01T12:00:00", 100).await, 1);
    assert_eq!(log.cut("2026-12-01T12:00:00", 100).await, 0);
    let chain = log.verify().unwrap();
    assert_eq!(chain.rows, 3 + 2, "the cuts have rows of their own");
    assert_eq!(chain.first, Some(at("2026-12-01T12:00:00")));
    assert!(log.store.verify_audit(Some(&noted)).unwrap().is_ok());
    log.restart();
    assert_eq!(log.verify().unwrap(), chain);
    // Whatever else is taken from the front is missed.
    let sql = tampering(&log.path);
    sql.execute("DELETE FROM audit WHERE id = 4", []).unwrap();
    assert_eq!(log.verify(), Err(Broken::Row(5)));
}

#[tokio::test]
async fn a_term_that_was_over_for_nobody_is_seen() {
    let log = Log::of(6).await;
    let sql = tampering(&log.path);
    sql.execute_batch(
        "INSERT INTO meta (name, value) VALUES ('audit-cut', '3');
         INSERT INTO meta (name, value) SELECT 'audit-cut-hash', hash FROM audit WHERE id = 3;
         DELETE FROM audit WHERE id <= 3",
    )
    .unwrap();
    assert_eq!(log.verify(), Err(Broken::Cut(3)));
}

#[tokio::test]
async fn a_broken_row_is_not_hidden_by_its_age() {
    let log = Log::of(6).await;
    let sql = tampering(&log.path);
    sql.execute("UPDATE audit SET after = 'missed' WHERE id = 3", [])
        .unwrap();
    assert_eq!(log.cut("2026-12-31T00:00:00", 100).await, 2);
    assert_eq!(log.cut("2026-12-31T00:00:00", 100).await, 0);
    assert_eq!(log.verify(), Err(Broken::Row(3)));
}

#[tokio::test]
async fn a_log_that_is_all_over_its_term_goes_on() {
    let log = Log::of(3).await;
    assert_eq!(log.cut("2026-12-31T00:00:00", 100).await, 3);
    let sql = Connection::open(&log.path).unwrap();
    let left = rows(&sql);
    assert_eq!(
        (left.len(), left[0].id, left[0].what.as_str()),
        (1, 4, "cut-audit")
    );
    assert_eq!(log.verify().unwrap().rows, 1);
}

/// What is rolled back leaves neither a row nor a gap.
#[tokio::test]
async fn what_was_not_done_leaves_no_row() {
    let log = Log::of(2).await;
    let now = at("2026-12-02T09:00:00");
    let work = move |tx: &mut Tx<'_>| {
        tx.audit(Actor::Desk, "prune", "retention", "", "", now)?;
        Err::<(), _>(StoreError::Tried)
    };
    assert!(matches!(
        log.store.write(work).await,
        Err(StoreError::Tried)
    ));
    assert_eq!(log.verify().unwrap().rows, 2);
    let work = move |tx: &mut Tx<'_>| tx.audit(Actor::Desk, "prune", "retention", "", "", now);
    log.store.write(work).await.unwrap();
    assert_eq!(log.verify().unwrap().rows, 3);
}

/// The newest hash is found by the tree of the table, not by reading the log.
#[tokio::test]
async fn the_end_of_the_chain_is_one_step_away() {
    let log = Log::of(2).await;
    let sql = Connection::open(&log.path).unwrap();
    let plan: String = sql
        .query_row(
            "EXPLAIN QUERY PLAN SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1",
            [],
            |row| row.get(3),
        )
        .unwrap();
    assert_eq!(plan, "SCAN audit", "in the order of its own key");
    let sorts = sql
        .prepare("EXPLAIN QUERY PLAN SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
        .unwrap()
        .query_map([], |_| Ok(()))
        .unwrap()
        .count();
    assert_eq!(sorts, 1, "nothing is sorted: the first step gives the row");
}
