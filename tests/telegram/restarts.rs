//! The program ends at the worst moments.

use std::time::Duration;

use super::{Desk, HANAKO};
use crate::fake_telegram::Fault;
use crate::harness::Scratch;

#[tokio::test]
async fn a_crash_after_a_send_repeats_that_message_and_nothing_else() {
    let mut desk = Desk::open().await;
    desk.telegram.says(HANAKO, "/language");
    desk.eventually("an answer", |telegram| telegram.delivered_to(HANAKO) == 1)
        .await;
    desk.settled().await;
    let late = Fault::Slow(Duration::from_secs(60));
    desk.telegram.fault(HANAKO, "sendMessage", late);
    desk.telegram.says(HANAKO, "/start");
    desk.eventually("the message before its receipt", |telegram| {
        telegram.delivered_to(HANAKO) == 2
    })
    .await;
    desk.kill().await;
    desk.reopen().await;
    desk.telegram.says(HANAKO, "/reservation");
    desk.told(HANAKO, "予約はありません").await;
    desk.stop().await;
    let texts = desk.texts(HANAKO);
    assert_eq!(texts.len(), 4, "{texts:#?}");
    assert_eq!(texts[1], texts[2], "the one allowed repeat");
    assert_eq!(
        desk.phrases(HANAKO),
        ["language-ask", "welcome", "no-reservations"]
    );
    assert_eq!(
        desk.count("SELECT count(*) FROM outbox WHERE state <> 'sent'"),
        0
    );
}

#[tokio::test]
async fn what_was_fetched_but_not_committed_comes_again() {
    let mut desk = Desk::open().await;
    let (begun, begins) = tokio::sync::oneshot::channel();
    let (release, released) = std::sync::mpsc::channel::<()>();
    let store = desk.app.store().clone();
    let busy = tokio::spawn(async move {
        let hold = store.write(move |_| {
            begun.send(()).unwrap();
            released.recv().unwrap();
            Ok(())
        });
        hold.await
    });
    begins.await.unwrap();
    let said = desk.telegram.says(HANAKO, "/start");
    desk.eventually("the update fetched", |telegram| {
        telegram.pending() == 1 && !telegram.is_polling()
    })
    .await;
    // This is the disk as a kill at this moment would leave it.
    let disk = Scratch::new();
    for name in ["desk.sqlite", "desk.sqlite-wal"] {
        std::fs::copy(desk.scratch.file(name), disk.file(name)).unwrap();
    }
    desk.kill().await;
    release.send(()).unwrap();
    busy.await.unwrap().unwrap();
    desk.app.store().close();
    desk.scratch = disk;
    desk.reopen().await;
    assert_eq!(
        desk.count("SELECT count(*) FROM inbox"),
        0,
        "nothing was taken"
    );
    desk.eventually("the answer", |telegram| {
        telegram.delivered_to(HANAKO) == 1 && telegram.is_confirmed(said)
    })
    .await;
    desk.stop().await;
    assert_eq!(desk.phrases(HANAKO), ["welcome"]);
}

#[tokio::test]
async fn what_was_committed_but_not_acknowledged_has_effect_once() {
    let mut desk = Desk::open().await;
    desk.eventually("the first request", |telegram| telegram.is_polling())
        .await;
    desk.telegram
        .fault_anywhere("getUpdates", 1, Fault::DropBefore);
    let said = desk.telegram.says(HANAKO, "/staff");
    desk.eventually("the answer, and no acknowledgement", |telegram| {
        telegram.delivered_to(HANAKO) == 1 && telegram.faults_left() == 0
    })
    .await;
    desk.settled().await;
    desk.kill().await;
    let confirmed = desk.telegram.look(|telegram| telegram.is_confirmed(said));
    assert!(!confirmed, "Telegram does not know yet that we have it");
    desk.reopen().await;
    desk.eventually("the acknowledgement", |telegram| {
        telegram.is_confirmed(said)
    })
    .await;
    desk.stop().await;
    assert_eq!(desk.count("SELECT count(*) FROM cases"), 1);
    assert_eq!(desk.phrases(HANAKO), ["case-opened"]);
    assert_eq!(desk.texts(HANAKO).len(), 1);
}

#[tokio::test]
async fn an_update_is_not_acknowledged_while_the_database_fails() {
    let mut desk = Desk::open().await;
    desk.eventually("the first request", |telegram| telegram.is_polling())
        .await;
    desk.app.store().close();
    let polls = desk.telegram.calls("getUpdates");
    let said = desk.telegram.says(HANAKO, "/start");
    desk.eventually("asked again", |telegram| {
        telegram.calls("getUpdates") > polls
    })
    .await;
    let confirmed = desk.telegram.look(|telegram| telegram.is_confirmed(said));
    assert!(!confirmed);
    desk.kill().await;
    desk.reopen().await;
    desk.eventually("the answer", |telegram| telegram.delivered_to(HANAKO) == 1)
        .await;
}

#[tokio::test]
async fn what_waits_at_a_stop_is_sent_after_the_next_start() {
    let mut desk = Desk::open().await;
    let slow_down = Fault::TooMany { retry_after: 1 };
    desk.telegram.fault(HANAKO, "sendMessage", slow_down);
    desk.telegram.says(HANAKO, "/start");
    desk.eventually("the refusal", |telegram| telegram.faults_left() == 0)
        .await;
    desk.stop().await;
    assert_eq!(
        desk.count("SELECT count(*) FROM outbox WHERE state = 'pending'"),
        1
    );
    desk.reopen().await;
    desk.eventually("the answer", |telegram| telegram.delivered_to(HANAKO) == 1)
        .await;
}
