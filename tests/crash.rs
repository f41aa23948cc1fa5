//! kill -9 in the middle of the work: whatever was acknowledged is there after the restart.

use std::sync::{Arc, Mutex};

use rusqlite::Connection;
use serde_json::Value;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::harness::Scratch;
use crate::server::{Answer, Server, Visitor, choice, phrases};

const ROUNDS: usize = 4;
const CLIENTS: usize = 16;
/// The program is killed when so many turns of a round have been acknowledged, more in each round, so
/// that it dies in another place each time.
const TURNS: [u32; ROUNDS] = [17, 60, 111, 163];
const DAYS: [&str; 4] = ["来週の月曜", "来週の火曜", "来週の水曜", "来週の木曜"];

/// A turn whose answer reached the client.
struct Acknowledged {
    message: Value,
    answer: Value,
}

/// What the clients know, whatever becomes of the program.
#[derive(Default)]
struct Memory(Mutex<Vec<Acknowledged>>);

impl Memory {
    fn booked(&self) -> usize {
        let all = self.0.lock().unwrap();
        let booked = |turn: &&Acknowledged| phrases(&turn.answer).contains(&"booked".to_owned());
        all.iter().filter(booked).count()
    }

    fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

/// Books one visit after the other, each in a new conversation, until the program is gone.
async fn work(server: Visitor, n: usize, memory: Arc<Memory>, count: Arc<Semaphore>) {
    for visit in 0.. {
        let mut visitor = server.clone();
        let mut message = visitor.next("text", "こんにちは");
        loop {
            let Ok(answer) = Answer::try_to(visitor.post(&message)).await else {
                return;
            };
            assert_eq!(answer.status, reqwest::StatusCode::OK, "{answer:?}");
            let answer = answer.json();
            visitor.token = answer["conversation"].as_str().map(str::to_owned);
            if message["conversation"].is_null() {
                // Without its token a first message cannot be repeated; from here on each can.
                let day = DAYS[(n + visit) % DAYS.len()];
                let wish = format!(
                    "{day}{}時に市役所本館で電子証明書の更新の予約をしたい",
                    9 + n % 8
                );
                message = visitor.next("text", &wish);
                continue;
            }
            let next = choice(&answer, "y.").or_else(|| choice(&answer, "t."));
            let mut all = memory.0.lock().unwrap();
            all.push(Acknowledged { message, answer });
            drop(all);
            count.add_permits(1);
            let Some(next) = next else { break };
            message = visitor.next("choice", &next);
        }
    }
}

/// Every acknowledged turn, asked for again with its key, gets the very same answer.
async fn ask_again(server: &Server, memory: &Memory) {
    let asked: Vec<(Value, Value)> = {
        let all = memory.0.lock().unwrap();
        let pairs = all.iter().map(|t| (t.message.clone(), t.answer.clone()));
        pairs.collect()
    };
    let visitor = server.visitor();
    for (message, expected) in asked {
        let answer = Answer::to(visitor.post(&message)).await;
        assert_eq!(
            answer.status,
            reqwest::StatusCode::OK,
            "{message}: {answer:?}"
        );
        assert_eq!(answer.json(), expected, "{message}");
    }
}

/// What must hold in the file of a program that has died. Each kill may have kept one answer from each
/// client.
fn check_file(path: &std::path::Path, acknowledged: usize, kills: usize) {
    let sql = Connection::open(path).unwrap();
    let verdict: String = sql
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(verdict, "ok");
    let mut statement = sql.prepare("PRAGMA foreign_key_check").unwrap();
    assert!(!statement.exists([]).unwrap(), "no row points nowhere");
    let count = |what: &str| -> usize {
        let found: i64 = sql.query_row(what, [], |row| row.get(0)).unwrap();
        usize::try_from(found).unwrap()
    };
    let reservations = count("SELECT count(*) FROM reservations WHERE state = 'booked'");
    assert!(
        (acknowledged..=acknowledged + kills * CLIENTS).contains(&reservations),
        "{reservations} reservations, {acknowledged} acknowledged"
    );
    let places = "SELECT count(*) FROM (SELECT DISTINCT office, start_at, seat FROM reservations)";
    assert_eq!(count(places), reservations, "no seat is taken twice");
    let seats = "SELECT count(*) FROM seats WHERE reservation IS NOT NULL";
    assert_eq!(count(seats), reservations, "a seat for each reservation");
    let told = "SELECT count(*) FROM outbox WHERE phrase = 'booked'";
    assert_eq!(count(told), reservations, "none of them untold");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_outlives_a_kill() {
    let scratch = Scratch::new();
    let database = scratch.file("desk.sqlite");
    let memory = Arc::new(Memory::default());
    for (round, turns) in TURNS.into_iter().enumerate() {
        let clock = format!("2026-12-01T{:02}:00:00+09:00", 10 + round);
        let mut server = Server::start(&database, &["--clock", &clock]);
        ask_again(&server, &memory).await;
        let before = memory.len();
        let count = Arc::new(Semaphore::new(0));
        let mut clients = JoinSet::new();
        for n in 0..CLIENTS {
            let (memory, count) = (Arc::clone(&memory), Arc::clone(&count));
            clients.spawn(work(server.visitor(), n, memory, count));
        }
        drop(count.acquire_many(turns).await.unwrap());
        server.kill();
        clients.join_all().await;
        assert!(memory.len() >= before + turns as usize);
        check_file(&database, memory.booked(), round + 1);
    }
    assert!(memory.booked() > 0, "bookings were among the turns");
    let server = Server::start(&database, &["--clock", "2026-12-01T15:00:00+09:00"]);
    ask_again(&server, &memory).await;
}
