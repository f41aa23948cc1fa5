//! The audit log: nothing that changes state skips it, and nothing in it can be changed unseen.

mod chain;
mod coverage;
mod properties;
mod terminal;
mod walk;

use std::path::Path;

use madoguchi::store::audit::{Broken, Chain};
use rusqlite::Connection;

use crate::harness::CityHall;

/// A row of the log as it lies in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: i64,
    pub at: i64,
    pub who: String,
    pub what: String,
    pub subject: String,
    pub before: String,
    pub after: String,
    pub hash: String,
}

pub fn rows(sql: &Connection) -> Vec<Row> {
    let query = "SELECT id, at, who, what, subject, before, after, hash FROM audit ORDER BY id";
    let mut statement = sql.prepare(query).unwrap();
    let rows = statement.query_map([], |row| {
        Ok(Row {
            id: row.get(0)?,
            at: row.get(1)?,
            who: row.get(2)?,
            what: row.get(3)?,
            subject: row.get(4)?,
            before: row.get(5)?,
            after: row.get(6)?,
            hash: row.get(7)?,
        })
    });
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

/// The file of a city hall, opened beside the program.
pub fn file(hall: &CityHall) -> Connection {
    Connection::open(hall.scratch.file("desk.sqlite")).unwrap()
}

pub fn verified(hall: &CityHall) -> Result<Chain, Broken> {
    hall.app.store().verify_audit(None).unwrap()
}

/// A connection of somebody who changes the file with a tool of their own.
pub fn tampering(path: &Path) -> Connection {
    let sql = Connection::open(path).unwrap();
    let triggers = "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_cut;";
    sql.execute_batch(triggers).unwrap();
    sql
}
