//! What is kept about people, for how long, and what becomes of it when they erase it.

mod copy;
mod erasing;
mod terms;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::harness::CityHall;

/// A connection beside the desk's own.
pub fn beside(hall: &CityHall) -> Connection {
    let connection = Connection::open(hall.scratch.file("desk.sqlite")).unwrap();
    connection
        .pragma_update(None, "foreign_keys", true)
        .unwrap();
    // As the desk's own does: what a test overwrites is not to be read in the file either.
    connection
        .execute_batch("PRAGMA secure_delete = ON")
        .unwrap();
    connection
}

/// Every place in every table where one of these words stands, as `table.column`.
pub fn places(connection: &Connection, words: &[&str]) -> Vec<String> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    let mut statement = connection.prepare(tables).unwrap();
    let tables = statement.query_map([], |row| row.get::<_, String>(0));
    let tables: Vec<String> = tables.unwrap().collect::<Result<_, _>>().unwrap();
    assert!(tables.len() > 30, "all tables are read: {tables:?}");
    let mut found = Vec::new();
    for table in tables {
        let mut statement = connection
            .prepare(&format!("SELECT * FROM {table}"))
            .unwrap();
        let columns: Vec<String> = statement
            .column_names()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for (n, column) in columns.iter().enumerate() {
                let text = match row.get_ref(n).unwrap() {
                    ValueRef::Text(text) | ValueRef::Blob(text) => {
                        String::from_utf8_lossy(text).into_owned()
                    }
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Null | ValueRef::Real(_) => continue,
                };
                for word in words.iter().filter(|word| text.contains(**word)) {
                    found.push(format!("{table}.{column}: {word}"));
                }
            }
        }
    }
    found
}

/// Whether no row points to one that is gone.
pub fn is_sound(connection: &Connection) -> bool {
    let mut statement = connection.prepare("PRAGMA foreign_key_check").unwrap();
    !statement.exists([]).unwrap()
}

/// Ticks until nothing more goes.
pub async fn settle(hall: &CityHall) {
    for _ in 0..3 {
        hall.app.tick().await.unwrap();
    }
}
