//! A flood from one chat is dropped before the database, and the others are answered.

use std::sync::Arc;

use madoguchi::clock::ManualClock;
use madoguchi::desk::incident::{Kind, Raising};

use super::{Desk, HANAKO, JIRO, MORNING};
use crate::harness::at;

/// More than the burst of the example.
const MANY: usize = 120;

#[tokio::test]
async fn a_flood_is_dropped_told_once_and_acknowledged() {
    let clock = Arc::new(ManualClock::new(at(MORNING)));
    let mut desk = Desk::closed_with(clock, |config| {
        config.web.burst_messages = 5;
        config.web.messages_per_minute = 1;
    })
    .await;
    desk.telegram.hold();
    let mut updates = Vec::new();
    for _ in 0..MANY {
        updates.push(desk.telegram.says(HANAKO, "/language"));
    }
    let other = desk.telegram.says(JIRO, "/language");
    desk.telegram.release();
    desk.start();
    desk.eventually("everything is acknowledged", |telegram| {
        let confirmed = |update: &i64| telegram.is_confirmed(*update);
        updates.iter().all(confirmed) && confirmed(&other)
    })
    .await;
    // Five answers, and one sentence that it is too fast.
    desk.eventually("what is said to both", |telegram| {
        telegram.delivered_to(HANAKO) == 6 && telegram.delivered_to(JIRO) == 1
    })
    .await;
    desk.settled().await;
    desk.stop().await;
    assert_eq!(
        desk.count("SELECT count(*) FROM inbox"),
        6,
        "the flood is not written down"
    );
    let texts = desk.texts(HANAKO);
    let told: Vec<&String> = texts
        .iter()
        .filter(|text| text.contains("続けて届いています"))
        .collect();
    let [told] = told[..] else {
        panic!("told once, not {}: {texts:#?}", told.len());
    };
    for number in ["0120-95-0178", "0120-0178-27", "119", "110"] {
        assert!(told.contains(number), "{told}");
    }
}

/// The sentence does not pass through the outbox, and must stop with it.
#[tokio::test]
async fn a_flood_is_told_nothing_while_messages_are_stopped() {
    let clock = Arc::new(ManualClock::new(at(MORNING)));
    let mut desk = Desk::closed_with(clock, |config| {
        config.web.burst_messages = 5;
        config.web.messages_per_minute = 1;
    })
    .await;
    let wish = Raising {
        kind: Kind::Outage,
        office: None,
        what: String::new(),
        freeze: Some(false),
        revoke: false,
    };
    let by = ("supervisor".to_owned(), "a-token");
    let raised = desk.app.raise_incident("raised".to_owned(), by, wish).await;
    raised.unwrap().unwrap();
    desk.telegram.hold();
    let mut updates = Vec::new();
    for _ in 0..MANY {
        updates.push(desk.telegram.says(HANAKO, "/language"));
    }
    desk.telegram.release();
    desk.start();
    desk.eventually("everything is acknowledged", |telegram| {
        updates.iter().all(|update| telegram.is_confirmed(*update))
    })
    .await;
    desk.eventually("whom to call", |telegram| {
        telegram.delivered_to(HANAKO) == 5
    })
    .await;
    desk.settled().await;
    desk.stop().await;
    let texts = desk.texts(HANAKO);
    let is_told = |text: &String| text.contains("続けて届いています");
    assert!(!texts.iter().any(is_told), "{texts:#?}");
}
