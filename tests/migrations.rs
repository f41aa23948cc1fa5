//! Migrations: every step runs over rows of the version before it, nothing is lost on the way, and a database from the
//! future is refused.

use std::path::PathBuf;

use madoguchi::desk::message::Said;
use madoguchi::ids::IdSource;
use madoguchi::store::{MIGRATIONS, Store, StoreError};
use rusqlite::Connection;
use rusqlite_migration::Migrations;

use crate::harness::{CityHall, Scratch};

/// Rows as a version of the schema kept them: `tests/migrations/0001.sql` for the first, and so on.
fn sample(version: usize) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/migrations");
    let file = folder.join(format!("{version:04}.sql"));
    std::fs::read_to_string(&file).unwrap_or_else(|e| {
        panic!(
            "{}: {e}; each version of the schema needs rows to migrate",
            file.display()
        )
    })
}

/// A database of a version with that version's rows.
fn filled(version: usize) -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    Migrations::from_slice(MIGRATIONS)
        .to_version(&mut connection, version)
        .unwrap();
    connection
        .pragma_update(None, "foreign_keys", true)
        .unwrap();
    connection.execute_batch(&sample(version)).unwrap();
    connection
}

/// As the program migrates: a table that is written anew must not take along the rows that point to it.
fn off(connection: &Connection) {
    connection
        .pragma_update(None, "foreign_keys", false)
        .unwrap();
}

fn schema(connection: &Connection) -> Vec<(String, String, Option<String>)> {
    let sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

/// How many rows each table has.
fn row_counts(connection: &Connection) -> Vec<(String, i64)> {
    let tables = schema(connection)
        .into_iter()
        .filter(|(kind, _, _)| kind == "table");
    let count = |name: &str| {
        let sql = format!("SELECT count(*) FROM {name}");
        connection.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    tables
        .map(|(_, name, _)| (name.clone(), count(&name)))
        .collect()
}

fn is_sound(connection: &Connection) {
    let check: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
    let mut statement = connection.prepare("PRAGMA foreign_key_check").unwrap();
    assert!(!statement.exists([]).unwrap(), "a row points nowhere");
}

#[test]
fn every_table_of_every_version_has_sample_rows() {
    for version in 1..=MIGRATIONS.len() {
        let empty: Vec<String> = row_counts(&filled(version))
            .into_iter()
            .filter_map(|(name, rows)| (rows == 0).then_some(name))
            .collect();
        assert!(empty.is_empty(), "version {version}: no rows in {empty:?}");
    }
}

#[test]
fn every_migration_carries_the_rows_of_the_version_before_it() {
    let migrations = Migrations::from_slice(MIGRATIONS);
    for version in 1..=MIGRATIONS.len() {
        let mut connection = filled(version);
        off(&connection);
        let before = row_counts(&connection);
        for next in version + 1..=MIGRATIONS.len() {
            migrations.to_version(&mut connection, next).unwrap();
            is_sound(&connection);
        }
        is_sound(&connection);
        let after = row_counts(&connection);
        for (table, rows) in before {
            let now = after.iter().find(|(name, _)| *name == table);
            assert!(
                now.is_none_or(|(_, now)| *now >= rows),
                "{table} lost rows on the way from version {version}"
            );
        }
    }
}

#[test]
fn step_by_step_gives_the_schema_of_a_fresh_database() {
    let migrations = Migrations::from_slice(MIGRATIONS);
    let mut fresh = Connection::open_in_memory().unwrap();
    migrations.to_latest(&mut fresh).unwrap();
    for version in 1..=MIGRATIONS.len() {
        let mut stepwise = filled(version);
        off(&stepwise);
        for next in version + 1..=MIGRATIONS.len() {
            migrations.to_version(&mut stepwise, next).unwrap();
        }
        assert_eq!(schema(&stepwise), schema(&fresh), "from version {version}");
    }
}

#[test]
fn the_program_opens_the_sample_of_every_version() {
    for version in 1..=MIGRATIONS.len() {
        let scratch = Scratch::new();
        let path = scratch.file("desk.sqlite");
        filled(version)
            .execute("VACUUM INTO ?1", [path.to_str().unwrap()])
            .unwrap();
        let store = Store::open(&path, IdSource::seeded(42)).unwrap();
        let booked = store.read(|sql| {
            let count = "SELECT count(*) FROM reservations WHERE state = 'booked'";
            Ok(sql.query_row(count, [], |row| row.get::<_, i64>(0))?)
        });
        assert_eq!(booked.unwrap(), 2, "version {version}");
    }
}

#[test]
fn a_newer_database_is_refused_with_a_sentence() {
    let scratch = Scratch::new();
    let path = scratch.file("desk.sqlite");
    let connection = Connection::open(&path).unwrap();
    let newer = i64::try_from(MIGRATIONS.len() + 1).unwrap();
    connection
        .pragma_update(None, "user_version", newer)
        .unwrap();
    drop(connection);
    let error = Store::open(&path, IdSource::seeded(42)).err().unwrap();
    assert!(matches!(error, StoreError::Newer { .. }), "{error:?}");
    let expected = "this database was written by a newer version of the program; run that version";
    assert_eq!(error.to_string(), format!("{}: {expected}", path.display()));
    let after = Connection::open(&path).unwrap();
    let version = after.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
    assert_eq!(version.unwrap(), newer, "the file is left as it was");
    assert!(schema(&after).is_empty());
}

#[test]
fn opening_a_database_again_changes_nothing() {
    let scratch = Scratch::new();
    let path = scratch.file("desk.sqlite");
    Connection::open(&path).unwrap();
    let look = || {
        let connection = Connection::open(&path).unwrap();
        (schema(&connection), row_counts(&connection))
    };
    let first = Store::open(&path, IdSource::seeded(1)).unwrap();
    let seen = look();
    let beside = Store::open(&path, IdSource::seeded(2)).unwrap();
    assert_eq!(look(), seen, "while it is open");
    beside.close();
    first.close();
    Store::open(&path, IdSource::seeded(3)).unwrap().close();
    assert_eq!(look(), seen, "after it was closed");
}

#[tokio::test]
async fn a_talk_that_no_longer_reads_starts_over_politely() {
    let unreadable = [
        "",
        "nonsense",
        "[]",
        "{\"dialogue\":\"a-state-of-the-past\"}",
        "{\"dialogue\":{\"booking\":{\"office\":7}}}",
        "{\"dialogue\":\"idle\",\"misses\":300}",
    ];
    for talk in unreadable {
        let mut hall = CityHall::open("2026-12-01T10:00:00");
        hall.says("花子", "予約したい").await;
        let key = hall.next_key();
        hall.app.store().close();
        let file = Connection::open(hall.scratch.file("desk.sqlite")).unwrap();
        file.execute("UPDATE residents SET talk = ?1", [talk])
            .unwrap();
        drop(file);
        hall.restart();
        let said = Said::Text("戻る".into());
        let replies = hall.receive_keyed("花子", said, None, key).await;
        let phrases: Vec<&str> = replies.iter().map(|row| row.phrase.as_str()).collect();
        assert_eq!(phrases, ["nothing-before"], "{talk}");
        assert!(
            !replies[0].choices.is_empty(),
            "the menu is offered, after {talk}"
        );
    }
}
