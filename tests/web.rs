//! The web chat and its API as strangers meet them: the real program, spoken to over HTTP.

mod page;

use std::collections::BTreeSet;

use madoguchi::config::HABIKINO;
use reqwest::{Method, StatusCode};
use rusqlite::Connection;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::task::JoinSet;

use crate::harness::Scratch;
use crate::server::{Answer, Server, TUESDAY, Visitor, choice, phrases};

const BOOKING: &str = "明日10時に市役所本館で電子証明書の更新の予約をしたい";

fn open(scratch: &Scratch) -> Server {
    Server::start(&scratch.file("desk.sqlite"), &["--clock", TUESDAY])
}

#[tokio::test]
async fn a_question_is_answered_in_the_documented_shape() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut visitor = server.visitor();
    let said = visitor.says("暗証番号を忘れました").await;
    let names = |value: &Value| -> BTreeSet<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    let expected = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(
        names(&said),
        expected(&["conversation", "language", "replies"])
    );
    assert_eq!(said["language"], "ja");
    let token = said["conversation"].as_str().unwrap();
    assert!(token.len() >= 32, "unguessable: {token}");
    let reply = &said["replies"][0];
    let fields = [
        "at", "choices", "entries", "id", "language", "phrase", "text",
    ];
    assert_eq!(names(reply), expected(&fields));
    assert_eq!(reply["phrase"], "answer");
    assert_eq!(reply["entries"], json!(["pin-forgot"]));
    assert_eq!(names(&reply["choices"][0]), expected(&["id", "label"]));
    let other = server.visitor().says("暗証番号を忘れました").await;
    assert_ne!(other["conversation"], said["conversation"]);
}

#[tokio::test]
async fn a_repeated_key_gets_the_same_reply_and_changes_nothing() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut visitor = server.visitor();
    visitor.says("こんにちは").await;
    let wish = visitor.next("text", "職員と話したい");
    let first = visitor.sends(wish.clone()).await;
    assert_eq!(phrases(&first), ["case-opened"]);
    assert_eq!(visitor.sends(wish.clone()).await, first);
    // Neither does the staff's summary come to light, nor does a second case open.
    let mut other = wish.clone();
    other["text"] = json!("something else");
    assert_eq!(visitor.sends(other).await, first);
    let sql = Connection::open(&server.database).unwrap();
    let cases: i64 = sql
        .query_row("SELECT count(*) FROM cases", [], |row| row.get(0))
        .unwrap();
    assert_eq!(cases, 1);
    // A key counts inside its conversation alone.
    let mut stranger = server.visitor();
    stranger.says("こんにちは").await;
    let theirs = stranger.next("text", BOOKING);
    assert_eq!(theirs["key"], wish["key"]);
    assert_eq!(phrases(&stranger.sends(theirs).await), ["ask-confirm"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_copies_of_one_message_book_once() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut visitor = server.visitor();
    let said = visitor.says(BOOKING).await;
    let yes = visitor.next("choice", &choice(&said, "y.").unwrap());
    let mut copies = JoinSet::new();
    for _ in 0..20 {
        copies.spawn(Answer::to(visitor.post(&yes)));
    }
    let answers = copies.join_all().await;
    assert_eq!(phrases(&answers[0].json()), ["booked"]);
    for answer in &answers {
        assert_eq!(
            (answer.status, &answer.body),
            (StatusCode::OK, &answers[0].body)
        );
    }
    let sql = Connection::open(&server.database).unwrap();
    let count: i64 = sql
        .query_row("SELECT count(*) FROM reservations", [], |row| row.get(0))
        .unwrap();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn mistakes_are_explained_in_a_sentence() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut visitor = server.visitor();
    visitor.says("こんにちは").await;
    let token = visitor.token.clone();
    let with = |more: Value| {
        let mut body = json!({ "conversation": token, "key": "k" });
        body.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        body.to_string()
    };
    let unknown = json!({ "conversation": "nobody", "key": "k", "text": "a" });
    let huge = json!({ "conversation": null, "key": "k", "text": "あ".repeat(30_000) });
    let cases = [
        (404, unknown.to_string()),
        (400, "{\"conversation\": null, ".to_owned()),
        (400, String::new()),
        (400, "[]".to_owned()),
        (400, "{\"conversation\":null,\"text\":\"a\"}".to_owned()),
        (
            400,
            "{\"conversation\":null,\"key\":\"k\",\"text\":\"\\ud800\"}".to_owned(),
        ),
        (400, with(json!({}))),
        (400, with(json!({ "text": "a", "choice": "b" }))),
        (400, with(json!({ "text": 5 }))),
        (400, with(json!({ "choice": "no such choice" }))),
        (400, with(json!({ "text": "a", "key": "" }))),
        (400, with(json!({ "text": "a", "key": "k".repeat(129) }))),
        (400, with(json!({ "text": "a", "language": "tlh" }))),
        (413, huge.to_string()),
    ];
    for (status, body) in cases {
        let answer = Answer::to(visitor.post(&body)).await;
        assert_eq!(answer.status.as_u16(), status, "{body:.200}");
        assert!(!answer.sentence().is_empty(), "{body:.200}");
    }
    let events = format!("/api/chat/{}/events", token.as_ref().unwrap());
    for (method, path, status) in [
        (Method::GET, "/api/chat", 405),
        (Method::DELETE, "/api/chat", 405),
        (Method::POST, &events, 405),
        (Method::GET, &events.replace("events", "seen"), 405),
        (Method::POST, &events.replace("events", "seen"), 400),
        (Method::GET, "/api/else", 404),
        (Method::GET, "/api/chat/nobody/events", 404),
        (Method::GET, &format!("{events}?after=yesterday"), 400),
    ] {
        let answer = Answer::to(visitor.request(method, path)).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert!(!answer.sentence().is_empty(), "{path}");
    }
}

#[tokio::test]
async fn whoever_writes_too_fast_is_told_when_to_go_on() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut visitor = server.visitor();
    visitor.says("hello").await;
    let mut refused = None;
    for _ in 0..60 {
        let message = visitor.next("text", "hello");
        let answer = Answer::to(visitor.post(&message)).await;
        if answer.status != StatusCode::OK {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("nobody types sixty messages in a moment");
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    assert!(!refused.sentence().is_empty());
    // The others do not have to wait.
    server.visitor().says("hello").await;
}

#[tokio::test]
async fn the_language_follows_the_wish_then_the_browser() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let visitor = server.visitor();
    let begin = |language: Option<&str>| {
        let mut body = json!({ "conversation": null, "key": "k", "text": "" });
        if let Some(language) = language {
            body["language"] = json!(language);
        }
        visitor.post(body).header("accept-language", "ja;q=0.2, en")
    };
    assert_eq!(Answer::to(begin(None)).await.json()["language"], "en");
    let easy = Answer::to(begin(Some("ja-x-yasashii"))).await.json();
    assert_eq!(easy["language"], "ja-x-yasashii");
    assert_eq!(easy["replies"][0]["language"], "ja-x-yasashii");
}

#[tokio::test]
async fn a_reminder_arrives_by_itself_and_nothing_else_does() {
    let scratch = Scratch::new();
    let mut server = open(&scratch);
    let mut visitor = server.visitor();
    let said = visitor.says(BOOKING).await;
    let booked = visitor.picks(&choice(&said, "y.").unwrap()).await;
    assert_eq!(phrases(&booked), ["booked"]);
    server.kill();
    // The evening of the same day: the reminder falls due while the page is open, or just before on a slow machine.
    let evening = [
        "--clock",
        "2026-12-01T17:59:50+09:00",
        "--clock-speed",
        "10",
    ];
    let server = Server::start(&server.database, &evening);
    let mut visitor = server.visitor().with_token(&visitor);
    let mut events = visitor.follows("", None).await;
    assert_eq!(phrases(&visitor.says("こんにちは").await), ["welcome"]);
    let (id, reminder) = events.next().await.unwrap();
    assert_eq!(reminder["phrase"], "reminder-evening");
    assert_eq!(reminder["id"], json!(id));
    assert!(
        reminder["text"]
            .as_str()
            .unwrap()
            .contains("12月2日（水） 10時")
    );
    assert_eq!(reminder["choices"].as_array().unwrap().len(), 4);
    // Whoever lost the connection asks from the last event they have seen.
    let before = (id.parse::<i64>().unwrap() - 1).to_string();
    let mut again = visitor.follows("", Some(&before)).await;
    assert_eq!(again.next().await.unwrap().1, reminder);
    let mut again = visitor.follows(&format!("?after={before}"), None).await;
    assert_eq!(again.next().await.unwrap().1, reminder);
}

#[tokio::test]
async fn a_clerk_answers_from_another_terminal() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut visitor = server.visitor();
    assert_eq!(
        phrases(&visitor.says("職員と話したい").await),
        ["case-opened"]
    );
    let mut events = visitor.follows("", None).await;
    server.clerk_writes("K-1001 <b>お待たせ</b>しました", &["--clock", TUESDAY]);
    let (_, words) = events.next().await.unwrap();
    assert_eq!(words["phrase"], "staff-says");
    assert!(
        words["text"]
            .as_str()
            .unwrap()
            .contains("<b>お待たせ</b>しました")
    );
    server.clerk_writes("K-1001 もう一つ", &["--clock", TUESDAY]);
    let (id, second) = events.next().await.unwrap();
    assert!(second["text"].as_str().unwrap().contains("もう一つ"));
    // The next stream does not begin with what was shown already.
    assert_eq!(visitor.sees(&id).await.status, StatusCode::NO_CONTENT);
    let mut later = visitor.follows("", None).await;
    server.clerk_writes("close K-1001", &["--clock", TUESDAY]);
    let (_, closed) = later.next().await.unwrap();
    assert_eq!(closed["phrase"], "case-closed");
}

/// A telephone that sleeps takes the stream in, and nobody reads it.
#[tokio::test]
async fn what_goes_into_a_stream_has_been_shown_when_the_page_says_so() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let mut visitor = server.visitor();
    visitor.says("職員と話したい").await;
    server.clerk_writes("K-1001 5日です。", &["--clock", TUESDAY]);
    server.clerk_writes("K-1001 6日です。", &["--clock", TUESDAY]);
    let shown = || {
        let sql = Connection::open(&server.database).unwrap();
        let read =
            "SELECT count(*) FROM outbox WHERE phrase = 'staff-says' AND read_at IS NOT NULL";
        let shown: i64 = sql.query_row(read, [], |row| row.get(0)).unwrap();
        shown
    };
    let mut events = visitor.follows("", None).await;
    let (first, words) = events.next().await.unwrap();
    assert!(words["text"].as_str().unwrap().contains("5日です。"));
    let (second, _) = events.next().await.unwrap();
    assert_eq!(shown(), 0);
    // Whoever comes back gets it again.
    drop(events);
    let mut again = visitor.follows("", None).await;
    assert_eq!(again.next().await.unwrap().0, first);
    assert_eq!(visitor.sees(&first).await.status, StatusCode::NO_CONTENT);
    assert_eq!(shown(), 1);
    let mut rest = visitor.follows("", None).await;
    assert_eq!(rest.next().await.unwrap().0, second);
    // Another conversation says nothing about this one.
    let mut other = server.visitor();
    other.says("こんにちは").await;
    other.sees(&second).await;
    assert_eq!(shown(), 1);
    // A page that is made with it shows it, with or without a script.
    let cookie = format!("madoguchi={}", visitor.token.as_ref().unwrap());
    let page = visitor.request(Method::GET, "/").header("cookie", cookie);
    assert!(Answer::to(page).await.body.contains("6日です。"));
    assert_eq!(shown(), 2);
}

/// Writes until the program is gone; returns the turns that were acknowledged.
async fn writes_on(mut visitor: Visitor) -> Vec<(Value, Value)> {
    let mut acknowledged = Vec::new();
    visitor.says("こんにちは").await;
    loop {
        let message = visitor.next("text", "予約したい");
        match Answer::try_to(visitor.post(&message)).await {
            Ok(answer) => {
                assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
                acknowledged.push((message, answer.json()));
            }
            Err(_) => return acknowledged,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_ends_streams_and_loses_nothing() {
    let scratch = Scratch::new();
    // Whoever writes without a pause would be told to wait, and not write when the stop comes.
    let patient = ["burst_messages = 40", "inside_burst_requests = 10000"]
        .into_iter()
        .fold(HABIKINO.to_owned(), |text, limit| {
            assert!(text.contains(limit));
            text.replacen(limit, &format!("{limit}000"), 1)
        });
    let file = scratch.file("habikino.toml");
    std::fs::write(&file, patient).unwrap();
    let options = ["--config", file.to_str().unwrap(), "--clock", TUESDAY];
    let server = Server::start(&scratch.file("desk.sqlite"), &options);
    let mut visitor = server.visitor();
    visitor.says("職員と話したい").await;
    let mut events = visitor.follows("", None).await;
    server.clerk_writes("K-1001 はい", &["--clock", TUESDAY]);
    assert!(events.next().await.is_some(), "the stream is open");
    // One client has begun a request and never ends it.
    let address = server.base.strip_prefix("http://").unwrap();
    let mut slow = tokio::net::TcpStream::connect(address).await.unwrap();
    slow.write_all(b"POST /api/chat HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n{")
        .await
        .unwrap();
    let mut writers = JoinSet::new();
    for _ in 0..8 {
        writers.spawn(writes_on(server.visitor()));
    }
    // The stop comes while they write.
    for _ in 0..20 {
        server.visitor().says("こんにちは").await;
    }
    server.ask_to_stop();
    assert!(events.next().await.is_none(), "the stream has ended");
    let database = server.database.clone();
    let status = tokio::task::spawn_blocking(|| server.ended())
        .await
        .unwrap();
    assert!(status.success(), "{status}");
    drop(slow.read(&mut [0; 64]).await);
    let acknowledged: Vec<(Value, Value)> = writers.join_all().await.concat();
    assert!(!acknowledged.is_empty());
    assert!(
        !database.with_extension("sqlite-wal").exists(),
        "one file is left behind"
    );
    let again = Server::start(&database, &["--clock", TUESDAY]);
    for (message, expected) in acknowledged.iter().step_by(7) {
        let answer = Answer::to(again.visitor().post(message)).await;
        assert_eq!(&answer.json(), expected);
    }
}

/// A sample of a page of metrics, for example `madoguchi_turns_total{channel="web",turn="action"}`.
fn sample(page: &str, name: &str) -> f64 {
    let line = page.lines().find_map(|line| line.strip_prefix(name));
    let value = line.unwrap_or_else(|| panic!("{name} is not in {page}"));
    value.trim().parse().unwrap()
}

#[tokio::test]
async fn operators_measure_turns_times_misses_and_the_outbox() {
    let scratch = Scratch::new();
    let server = open(&scratch);
    let health = server.get("/healthz").await;
    assert_eq!(
        (health.status, health.body.as_str()),
        (StatusCode::OK, "ok\n")
    );
    let mut visitor = server.visitor();
    visitor.says("予約したい").await;
    let mut visitor = server.visitor();
    visitor.says("Where can I buy a purple elephant?").await;
    let page = server.get("/metrics").await;
    assert_eq!(
        page.header("content-type"),
        "text/plain; version=0.0.4; charset=utf-8"
    );
    let page = page.body;
    assert!((sample(&page, "madoguchi_turn_seconds_count ") - 2.0).abs() < 0.1);
    let all = sample(&page, "madoguchi_turn_seconds_bucket{le=\"+Inf\"} ");
    assert!((all - 2.0).abs() < 0.1);
    assert!((sample(&page, "madoguchi_misses_total{language=\"en\"} ") - 1.0).abs() < 0.1);
    for name in ["madoguchi_outbox_depth ", "madoguchi_outbox_age_seconds "] {
        assert!(sample(&page, name) >= 0.0);
    }
    // Each sample of this format belongs to a family that was declared with its very name.
    for line in page.lines().filter(|line| !line.starts_with('#')) {
        let name = line.split(['{', ' ']).next().unwrap();
        let family = ["_bucket", "_sum", "_count"]
            .iter()
            .find_map(|end| name.strip_suffix(end))
            .unwrap_or(name);
        assert!(page.contains(&format!("# TYPE {family} ")), "{line}");
    }
    let wish = "application/openmetrics-text;version=1.0.0,text/plain;q=0.5";
    let request = visitor.request(Method::GET, "/metrics");
    let open = Answer::to(request.header("accept", wish)).await;
    assert!(
        open.header("content-type")
            .starts_with("application/openmetrics-text")
    );
    assert!(open.body.ends_with("# EOF\n"), "{}", open.body);
    assert!(open.body.contains("# TYPE madoguchi_turns counter\n"));
}
