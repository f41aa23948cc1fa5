//! The copy of one's own data, as a browser gets it.

use reqwest::{Method, StatusCode};
use rusqlite::Connection;

use crate::harness::Scratch;
use crate::server::{Answer, Server, TUESDAY, Visitor};

async fn fetch(visitor: &Visitor, token: &str, site: Option<&str>) -> Answer {
    let mut request = visitor
        .request(Method::GET, "/my-data.json")
        .header("cookie", format!("madoguchi={token}"));
    if let Some(site) = site {
        request = request.header("sec-fetch-site", site);
    }
    Answer::to(request).await
}

#[tokio::test]
async fn the_copy_holds_ones_own_words_and_none_of_the_staffs_notes() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch.file("desk.sqlite"), &["--clock", TUESDAY]);
    let mut visitor = server.visitor();
    let booking = "明日10時に市役所本館で電子証明書の更新の予約をしたい";
    visitor.says(booking).await;
    visitor.says("はい").await;
    visitor.says("職員と話したい").await;
    visitor.says("ひまわりのことです").await;
    let token = visitor.token.clone().unwrap();
    let mut other = server.visitor();
    other.says("たんぽぽは食べられますか").await;
    let other_token = other.token.clone().unwrap();
    let sql = Connection::open(&server.database).unwrap();
    sql.execute(
        "INSERT INTO case_notes (case_id, at, who, text) VALUES (1001, 1, 'a', 'つゆくさ')",
        [],
    )
    .unwrap();

    let answer = fetch(&visitor, &token, Some("same-origin")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(
        answer.header("content-type"),
        "application/json; charset=utf-8"
    );
    assert!(answer.header("content-disposition").contains("attachment"));
    let copy = answer.json();
    assert_eq!(copy["language"], "ja");
    assert_eq!(copy["retention"]["messages_days"], 30);
    assert_eq!(copy["reservations"][0]["state"], "booked");
    assert_eq!(copy["reservations"][0]["procedures"][0], "certificate");
    assert_eq!(copy["cases"][0]["case"], "K-1001");
    let messages = copy["messages"].as_array().unwrap();
    let own = messages.iter().filter(|m| m["from"] == "you");
    let own: Vec<&str> = own.map(|m| m["text"].as_str().unwrap()).collect();
    assert_eq!(
        own,
        [booking, "はい", "職員と話したい", "ひまわりのことです"]
    );
    let whole = copy.to_string();
    assert!(!whole.contains("つゆくさ"), "a note of the staff");
    assert!(!whole.contains("たんぽぽ"), "somebody else's words");

    let theirs = fetch(&other, &other_token, None).await.json().to_string();
    assert!(theirs.contains("たんぽぽ") && !theirs.contains("ひまわり"));
    for site in ["cross-site", "same-site"] {
        let answer = fetch(&visitor, &token, Some(site)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{site}");
    }
    let stranger = fetch(&visitor, "nobody", None).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);

    // The page offers it below what is kept.
    visitor.says("私のデータ").await;
    let page = visitor
        .request(Method::GET, "/")
        .header("cookie", format!("madoguchi={token}"));
    let page = Answer::to(page).await;
    let text = page.body;
    assert!(text.contains("href=\"/my-data.json\" download"), "{text}");
}
