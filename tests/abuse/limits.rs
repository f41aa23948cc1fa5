//! Limits by conversation and by address, and what those are told who meet them.

use chrono::{DateTime, Utc};
use madoguchi::desk::abuse::{BlockReason, Said};
use madoguchi::desk::language::Language;
use madoguchi::desk::phrase::Phrase;
use madoguchi::ids::CaseId;
use reqwest::{Method, RequestBuilder, StatusCode};
use rusqlite::Connection;
use serde_json::json;
use tokio::sync::watch;

use super::{names_the_hotlines, server};
use crate::harness::{CityHall, Scratch, config};
use crate::server::{Answer, Server, Visitor};
use crate::telegram::Log;

#[tokio::test]
async fn no_refusal_in_any_language_lacks_the_hotlines() {
    let hall = CityHall::open("2026-12-01T10:00:00");
    let phone = || "072-958-1111".to_owned();
    let until: DateTime<Utc> = hall.app.now();
    let mut refusals = vec![Phrase::TooFast, Phrase::TooMany { phone: phone() }];
    for reason in BlockReason::ALL {
        for appeal in [None, Some(CaseId(1001))] {
            refusals.push(Phrase::Block(Said::Blocked {
                until,
                reason,
                phone: phone(),
                appeal,
            }));
        }
    }
    for language in Language::ALL {
        for refusal in &refusals {
            assert!(refusal.is_refusal());
            names_the_hotlines(&hall.app.say(refusal, language));
        }
    }
}

#[tokio::test]
async fn a_flood_of_one_writes_nothing_and_leaves_the_others_their_answers() {
    let scratch = Scratch::new();
    let server = server(&scratch, &[]);
    let mut flood = server.visitor();
    let mut other = server.visitor();
    flood.says("hello").await;
    other.says("hello").await;
    let (mut taken, mut refused) = (0, 0);
    for n in 0..120 {
        let message = flood.next("text", "hello");
        let answer = Answer::to(flood.post(&message)).await;
        match answer.status {
            StatusCode::OK => taken += 1,
            StatusCode::TOO_MANY_REQUESTS => {
                refused += 1;
                names_the_hotlines(&answer.sentence());
            }
            _ => panic!("{answer:?}"),
        }
        if n % 10 == 0 {
            let said = other.says("what are your opening hours?").await;
            assert_eq!(said["replies"][0]["phrase"], "answer");
        }
    }
    assert!(refused > 40, "{taken} were taken and {refused} refused");
    let sql = Connection::open(&server.database).unwrap();
    let written: i64 = sql
        .query_row(
            "SELECT count(*) FROM inbox WHERE text = 'hello'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(written, taken + 2, "a refused message leaves no trace");
}

/// A request that the proxy on this machine passes on.
fn from(server: &Server, address: &str, path: &str) -> RequestBuilder {
    let request = server.visitor().request(Method::GET, path);
    request.header("x-forwarded-for", address)
}

#[tokio::test]
async fn an_address_has_its_limit_and_the_others_theirs() {
    let scratch = Scratch::new();
    let changes = [
        ("address_burst_requests = 300", "address_burst_requests = 5"),
        (
            "address_requests_per_minute = 900",
            "address_requests_per_minute = 1",
        ),
    ];
    let server = server(&scratch, &changes);
    let statuses = async |address: &str, path: &str, n: usize| {
        let mut statuses = Vec::new();
        for _ in 0..n {
            statuses.push(Answer::to(from(&server, address, path)).await.status);
        }
        statuses
    };
    let seen = statuses("198.51.100.1", "/api/else", 8).await;
    let expected = [
        [StatusCode::NOT_FOUND; 5].as_slice(),
        &[StatusCode::TOO_MANY_REQUESTS; 3],
    ];
    assert_eq!(seen, expected.concat());
    // What somebody writes into the header does not make them another.
    let forged = Answer::to(from(&server, "192.0.2.77, 198.51.100.1", "/")).await;
    assert_eq!(forged.status, StatusCode::TOO_MANY_REQUESTS);
    names_the_hotlines(&forged.body);
    assert!(forged.header("retry-after").parse::<u64>().unwrap() > 0);
    let api = Answer::to(from(&server, "198.51.100.1", "/api/else")).await;
    names_the_hotlines(&api.sentence());
    // A page that is turned away has its style all the same.
    let style = Answer::to(from(&server, "198.51.100.1", "/assets/base.css")).await;
    assert_eq!(style.status, StatusCode::OK);
    let seen = statuses("198.51.100.2", "/api/else", 1).await;
    assert_eq!(seen, [StatusCode::NOT_FOUND]);
    // One network of IPv6 is one address.
    for n in 1..=5 {
        let seen = statuses(&format!("2001:db8::{n}"), "/api/else", 1).await;
        assert_eq!(seen, [StatusCode::NOT_FOUND]);
    }
    let seen = statuses("2001:db8::ffff:1", "/api/else", 1).await;
    assert_eq!(seen, [StatusCode::TOO_MANY_REQUESTS]);
    let seen = statuses("nonsense", "/api/else", 6).await;
    assert_eq!(
        seen.last(),
        Some(&StatusCode::TOO_MANY_REQUESTS),
        "fails closed"
    );
    // The machine itself goes on.
    assert_eq!(server.get("/healthz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn new_conversations_of_an_address_are_bounded_and_the_old_ones_go_on() {
    let scratch = Scratch::new();
    let few = ("conversations_per_hour = 60", "conversations_per_hour = 2");
    let server = server(&scratch, &[few]);
    let begin = |n: u32| {
        let body = json!({ "conversation": null, "key": format!("k{n}"), "text": "hello" });
        let post = server.visitor().post(body);
        Answer::to(post.header("x-forwarded-for", "203.0.113.9"))
    };
    let first = begin(1).await;
    assert_eq!(first.status, StatusCode::OK);
    assert_eq!(begin(2).await.status, StatusCode::OK);
    let third = begin(3).await;
    assert_eq!(third.status, StatusCode::TOO_MANY_REQUESTS);
    names_the_hotlines(&third.sentence());
    let page = Answer::to(from(&server, "203.0.113.9", "/")).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    names_the_hotlines(&page.body);
    let token = first.json()["conversation"].clone();
    let body = json!({ "conversation": token, "key": "k4", "text": "hello" });
    let post = server.visitor().post(body);
    let again = Answer::to(post.header("x-forwarded-for", "203.0.113.9")).await;
    assert_eq!(again.status, StatusCode::OK);
    let other = Answer::to(from(&server, "203.0.113.10", "/")).await;
    assert_eq!(other.status, StatusCode::OK);
}

/// A proxy that forwards no address would leave everybody without any limit.
#[tokio::test]
async fn whoever_is_not_named_shares_one_limit() {
    let scratch = Scratch::new();
    let changes = [
        (
            "inside_burst_requests = 10000",
            "inside_burst_requests = 20",
        ),
        (
            "inside_requests_per_minute = 20000",
            "inside_requests_per_minute = 1",
        ),
        (
            "inside_conversations_per_hour = 5000",
            "inside_conversations_per_hour = 2",
        ),
    ];
    let server = server(&scratch, &changes);
    let begin = |n: u32| {
        let body = json!({ "conversation": null, "key": format!("k{n}"), "text": "hello" });
        Answer::to(server.visitor().post(body))
    };
    for n in 1..=2 {
        assert_eq!(begin(n).await.status, StatusCode::OK);
    }
    let third = begin(3).await;
    assert_eq!(third.status, StatusCode::TOO_MANY_REQUESTS);
    names_the_hotlines(&third.sentence());
    let mut answer = server.get("/api/else").await;
    for _ in 0..20 {
        answer = server.get("/api/else").await;
    }
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    // Somebody who is named has their own, and the machine sees that the desk is well.
    let named = Answer::to(from(&server, "198.51.100.1", "/api/else")).await;
    assert_eq!(named.status, StatusCode::NOT_FOUND);
    for probe in ["/healthz", "/metrics"] {
        assert_eq!(server.get(probe).await.status, StatusCode::OK, "{probe}");
    }
}

#[tokio::test]
async fn a_proxy_that_names_nobody_is_told_of_once() {
    let (log, _listening) = Log::listen();
    for (url, expected) in [
        ("http://127.0.0.1:8080", 0),
        ("https://madoguchi.example.lg.jp", 1),
    ] {
        let mut config = config();
        config.web.public_url = Some(url.to_owned());
        let hall = CityHall::open_with("2026-12-01T10:00:00", config);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let visitor = Visitor::at(&format!("http://{}", listener.local_addr().unwrap()));
        let (_stop, stopped) = watch::channel(false);
        let router = madoguchi::channels::web::router(hall.app.clone(), stopped, None);
        let serving = madoguchi::channels::web::serve(listener, router, std::future::pending());
        tokio::spawn(serving);
        let told = || log.lines_with("without X-Forwarded-For");
        Answer::to(visitor.request(Method::GET, "/healthz")).await;
        let named = visitor.request(Method::GET, "/");
        Answer::to(named.header("x-forwarded-for", "203.0.113.9")).await;
        assert_eq!(told(), 0, "{url}");
        for _ in 0..3 {
            Answer::to(visitor.request(Method::GET, "/")).await;
        }
        assert_eq!(told(), expected, "{url}");
    }
}

#[tokio::test]
async fn streams_have_a_bound_and_the_chat_goes_on_without_one() {
    let scratch = Scratch::new();
    let one = (
        "conversation_streams_max = 6",
        "conversation_streams_max = 1",
    );
    let server = server(&scratch, &[one]);
    let mut visitor = server.visitor();
    visitor.says("hello").await;
    let held = visitor.follows("", None).await;
    let path = format!("/api/chat/{}/events", visitor.token.as_ref().unwrap());
    let second = Answer::to(visitor.request(Method::GET, &path)).await;
    assert_eq!(second.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(second.header("retry-after").parse::<u64>().unwrap() > 0);
    names_the_hotlines(&second.sentence());
    let said = visitor.says("what are your opening hours?").await;
    assert_eq!(said["replies"][0]["phrase"], "answer");
    let mut other = server.visitor();
    other.says("hello").await;
    drop(other.follows("", None).await);
    // Whoever closes the page gives the place back.
    drop(held);
    let again = async {
        while Answer::to(visitor.request(Method::HEAD, &path))
            .await
            .status
            != StatusCode::OK
        {
            tokio::task::yield_now().await;
        }
    };
    let patience = std::time::Duration::from_secs(60);
    tokio::time::timeout(patience, again).await.unwrap();
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_with_a_sentence() {
    let scratch = Scratch::new();
    let server = server(&scratch, &[]);
    let huge = json!({ "conversation": null, "key": "k", "text": "あ".repeat(30_000) });
    let answer = Answer::to(server.visitor().post(huge)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    names_the_hotlines(&answer.sentence());
    let form = server.visitor().request(Method::POST, "/chat");
    let form = form.header("content-type", "application/x-www-form-urlencoded");
    let page = Answer::to(form.body(format!("key=k&text={}", "a".repeat(70_000)))).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    names_the_hotlines(&page.body);
}
