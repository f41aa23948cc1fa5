//! Many residents at once want the same few seats, over HTTP, from the real program.

use madoguchi::config::HABIKINO;
use reqwest::StatusCode;
use rusqlite::Connection;
use serde_json::Value;
use tokio::task::JoinSet;

use crate::harness::Scratch;
use crate::server::{Answer, Server, TUESDAY, Visitor, choice, phrases};

const RESIDENTS: usize = 64;
const SEATS: usize = 3;
const WISH: &str = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";
/// Tuesday, 8 December 2026, 10:00 in Tokyo, in seconds since 1970.
const WISHED: i64 = 1_796_691_600;

/// An office with three counters all day.
fn small_office(scratch: &Scratch) -> Server {
    let counters =
        "[{ from = \"09:00\", counters = 4, bookable = 3 }, { from = \"16:00\", counters = 2 }]";
    let fewer = format!("[{{ from = \"09:00\", counters = {SEATS} }}]");
    assert!(HABIKINO.contains(counters));
    let file = scratch.file("small.toml");
    // Who loses again and again writes more than people do.
    let patient = "burst_messages = 400";
    let config = HABIKINO.replacen(counters, &fewer, 1);
    let config = config.replacen("burst_messages = 40", patient, 1);
    assert!(config.contains(patient));
    let config = config.replacen(
        "inside_burst_requests = 10000",
        "inside_burst_requests = 100000",
        1,
    );
    std::fs::write(&file, config).unwrap();
    let options = ["--config", file.to_str().unwrap(), "--clock", TUESDAY];
    Server::start(&scratch.file("desk.sqlite"), &options)
}

/// How a resident sends: once, or twice at the same moment as nervous browsers do.
#[derive(Clone, Copy)]
enum Manner {
    Once,
    Twice,
}

/// One message in the manner given; both answers to a doubled message must be the same.
async fn send(visitor: &mut Visitor, message: Value, manner: Manner) -> Value {
    // A first message has no conversation yet in which its key could count.
    if matches!(manner, Manner::Once) || message["conversation"].is_null() {
        return visitor.sends(message).await;
    }
    let (one, other) = tokio::join!(
        Answer::to(visitor.post(&message)),
        Answer::to(visitor.post(&message))
    );
    assert_eq!((one.status, other.status), (StatusCode::OK, StatusCode::OK));
    assert_eq!(one.json(), other.json(), "one key, one reply");
    one.json()
}

/// What became of a resident.
#[derive(Debug)]
struct Story {
    /// Whether the very first wish could be kept.
    got_the_wish: bool,
    booked: bool,
}

/// A resident who wishes for one time, takes another when that is full, and goes on until a seat is theirs.
async fn come(mut visitor: Visitor, manner: Manner) -> Story {
    visitor.says("こんにちは").await;
    let message = visitor.next("text", WISH);
    let mut said = send(&mut visitor, message, manner).await;
    let got_the_wish = choice(&said, "y.").is_some();
    if !got_the_wish {
        assert!(phrases(&said).contains(&"time-full".to_owned()), "{said}");
        let other = choice(&said, "t.").expect("another time is offered");
        assert_ne!(other, "t.1000", "the full time is not offered again");
    }
    for _ in 0..RESIDENTS {
        let next = choice(&said, "y.").or_else(|| choice(&said, "t."));
        let next = next.unwrap_or_else(|| panic!("neither a seat nor another time: {said}"));
        let message = visitor.next("choice", &next);
        said = send(&mut visitor, message, manner).await;
        if phrases(&said).contains(&"booked".to_owned()) {
            return Story {
                got_the_wish,
                booked: true,
            };
        }
    }
    Story {
        got_the_wish,
        booked: false,
    }
}

async fn race(manner: Manner) {
    let scratch = Scratch::new();
    let server = small_office(&scratch);
    let mut residents = JoinSet::new();
    for _ in 0..RESIDENTS {
        residents.spawn(come(server.visitor(), manner));
    }
    let stories = residents.join_all().await;
    let happy = stories.iter().filter(|story| story.got_the_wish).count();
    assert_eq!(happy, SEATS, "as many wishes as seats");
    assert!(stories.iter().all(|story| story.booked), "{stories:?}");
    check_seats(&server);
}

/// What the database says afterwards.
fn check_seats(server: &Server) {
    let sql = Connection::open(&server.database).unwrap();
    let count = |what: &str| -> i64 { sql.query_row(what, [], |row| row.get(0)).unwrap() };
    let seats = i64::try_from(SEATS).unwrap();
    let residents = i64::try_from(RESIDENTS).unwrap();
    let at = format!(
        "SELECT count(*) FROM reservations WHERE start_at = {}",
        WISHED * 1000
    );
    assert_eq!(
        count(&at),
        seats,
        "the wished time is full and no more than full"
    );
    assert_eq!(
        count("SELECT count(*) FROM reservations WHERE state = 'booked'"),
        residents
    );
    assert_eq!(
        count("SELECT count(DISTINCT resident) FROM reservations"),
        residents
    );
    assert_eq!(
        count("SELECT count(*) FROM seats WHERE reservation IS NOT NULL"),
        residents
    );
    let places = "SELECT count(*) FROM (SELECT DISTINCT office, start_at, seat FROM reservations)";
    assert_eq!(count(places), residents, "no seat is taken twice");
    let fullest = "SELECT max(n) FROM (SELECT count(*) AS n FROM seats GROUP BY office, cell)";
    assert_eq!(count(fullest), seats, "no more seats than counters");
    let twice = sql.execute("INSERT INTO seats SELECT * FROM seats LIMIT 1", []);
    assert!(
        twice.is_err(),
        "the table itself refuses a seat taken twice"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_residents_race_for_three_seats() {
    race(Manner::Once).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_gains_by_sending_everything_twice() {
    race(Manner::Twice).await;
}
