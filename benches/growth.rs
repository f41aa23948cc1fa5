//! What a turn costs when the file is full: a million reservations and conversations beside a thousand.

use std::path::Path;
use std::time::Instant;

use madoguchi::ids::IdSource;
use madoguchi::store::Store;

use super::http::Client;
use super::server::{Server, folder};

pub fn measure() {
    let few = turn_micros(1_000);
    let many = turn_micros(1_000_000);
    println!(
        "growth         {few:8.0} µs a turn with 1,000 reservations and conversations in the file"
    );
    println!(
        "growth         {many:8.0} µs a turn with 1,000,000: {:.2} of it",
        many / few
    );
}

/// The mean time of a turn, one after the other, in a file with so many rows.
fn turn_micros(rows: u32) -> f64 {
    let folder = folder();
    fill(&folder.join("bench.sqlite"), rows);
    let server = Server::start_in(folder, &[], &[]);
    let mut client = Client::new(&server.address, "growth".into());
    for _ in 0..200 {
        client.turn();
    }
    let rounds = 3000;
    let began = Instant::now();
    for _ in 0..rounds {
        client.turn();
    }
    began.elapsed().as_secs_f64() * 1e6 / f64::from(rounds)
}

/// Residents with a talk, an event, a reply, a past reservation with its seats and reminders.
fn fill(path: &Path, rows: u32) {
    Store::open(path, IdSource::seeded(1))
        .expect("a database")
        .close();
    let sql = rusqlite::Connection::open(path).expect("the database");
    sql.execute_batch(&format!(
        "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN;
         CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < {rows})
             SELECT i FROM c;
         INSERT INTO residents (id, channel, address, language, talk, created_at, seen_at)
             SELECT i, 'telegram', 1000000 + i, 'ja', '{{\"dialogue\":\"idle\",\"serial\":3}}', 1700000000000, 1700000000000 FROM n;
         INSERT INTO inbox (key, resident, at, turn, text)
             SELECT 'tg:' || i || ':' || (1000000 + i), i, 4000000000000 + i, 'answer', '電子証明書の更新' FROM n;
         INSERT INTO outbox (key, n, resident, channel, address, language, phrase, text, state, at)
             SELECT 'tg:' || i || ':' || (1000000 + i), 0, i, 'telegram', 1000000 + i, 'ja', 'answer', '回答', 'sent',
                    4000000000000 + i FROM n;
         INSERT INTO reservations (id, code, resident, office, start_at, cells, seat, state, made_at)
             SELECT i, 'A' || i, i, 'main', (1000000 + i / 4) * 600000, 1, i % 4, 'booked', 0 FROM n;
         INSERT INTO reservation_procedures (reservation, n, procedure) SELECT i, 0, 'pin' FROM n;
         INSERT INTO seats (office, cell, seat, reservation) SELECT 'main', 1000000 + i / 4, i % 4, i FROM n;
         INSERT INTO reminders (reservation, kind, due_at, state) SELECT i, 'soon', 0, 'sent' FROM n;
         COMMIT;"
    ))
    .expect("the rows");
}
