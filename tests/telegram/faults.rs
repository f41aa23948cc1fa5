//! Telegram fails in every way it knows. Nothing is lost, and only what may have been lost is said twice.

use std::sync::Arc;
use std::time::Duration;

use madoguchi::clock::{ManualClock, Stopwatch};

use super::{Desk, HANAKO, JIRO, MORNING};
use crate::fake_telegram::Fault;
use crate::harness::at;

const SEND: &str = "sendMessage";

#[tokio::test]
async fn a_chat_that_is_told_to_wait_holds_up_nobody_else() {
    let desk = Desk::open().await;
    let slow_down = Fault::TooMany { retry_after: 2 };
    desk.telegram.fault(HANAKO, SEND, slow_down);
    let waiting = Stopwatch::start();
    desk.telegram.says(HANAKO, "/start");
    desk.eventually("the refusal", |telegram| telegram.faults_left() == 0)
        .await;
    desk.telegram.says(JIRO, "/start");
    desk.eventually("an answer to Jiro", |telegram| {
        telegram.delivered_to(JIRO) == 1
    })
    .await;
    let hanako = desk.telegram.look(|telegram| telegram.delivered_to(HANAKO));
    assert_eq!(hanako, 0, "Jiro does not wait for Hanako");
    desk.eventually("an answer to Hanako", |telegram| {
        telegram.delivered_to(HANAKO) == 1
    })
    .await;
    assert!(waiting.seconds() >= 2.0, "Telegram's wish is respected");
    assert_eq!(desk.telegram.calls(SEND), 3, "asked again once");
    assert_eq!(desk.texts(HANAKO), desk.texts(JIRO));
}

#[tokio::test]
async fn who_blocks_the_bot_is_not_reminded() {
    for fault in [Fault::Blocked, Fault::Deactivated] {
        let clock = Arc::new(ManualClock::new(at(MORNING)));
        let mut desk = Desk::closed_with(clock.clone(), |_| {}).await;
        desk.start();
        desk.telegram.says(HANAKO, "/start");
        for label in [
            "予約する",
            "電子証明書",
            "市役所本館",
            "12月8日",
            "10時30分",
        ] {
            desk.press(HANAKO, label).await;
        }
        desk.press(HANAKO, "この内容で予約する").await;
        desk.told(HANAKO, "予約ができました").await;
        desk.telegram.fault(HANAKO, SEND, fault);
        desk.telegram.says(HANAKO, "/language");
        desk.eventually("the refusal", |telegram| telegram.faults_left() == 0)
            .await;
        desk.stop().await;
        let unreachable = "SELECT count(*) FROM residents WHERE reachable = 0";
        assert_eq!(desk.count(unreachable), 1);
        let sent = desk.telegram.calls(SEND);
        let before = desk.telegram.look(|telegram| telegram.delivered_to(HANAKO));
        clock.advance(chrono::TimeDelta::days(6) + chrono::TimeDelta::hours(8));
        desk.app.tick().await.unwrap();
        desk.deliver().await.unwrap();
        let dropped =
            "SELECT count(*) FROM reminders WHERE state = 'dropped' AND reason = 'unreachable'";
        assert_eq!(desk.count(dropped), 1, "the evening's reminder");
        assert_eq!(desk.telegram.calls(SEND), sent, "nobody writes to her");
        desk.start();
        desk.telegram.says(HANAKO, "/start");
        desk.eventually("an answer", |telegram| {
            telegram.delivered_to(HANAKO) > before
        })
        .await;
        desk.stop().await;
        assert_eq!(
            desk.count(unreachable),
            0,
            "who writes again can be reached"
        );
    }
}

#[tokio::test]
async fn who_leaves_the_bot_is_marked_at_once() {
    let mut desk = Desk::open().await;
    desk.telegram.says(HANAKO, "/start");
    desk.eventually("an answer", |telegram| telegram.delivered_to(HANAKO) == 1)
        .await;
    let user = serde_json::json!({ "id": HANAKO, "is_bot": false, "first_name": "花子" });
    let bot = serde_json::json!({ "id": 4_242_424_242_i64, "is_bot": true, "first_name": "窓口" });
    let left = desk.telegram.raw_update(serde_json::json!({ "my_chat_member": {
        "chat": { "id": HANAKO, "type": "private", "first_name": "花子" }, "from": user, "date": 0,
        "old_chat_member": { "user": bot, "status": "member" },
        "new_chat_member": { "user": bot, "status": "kicked", "until_date": 0 },
    }}));
    desk.eventually("the update taken", |telegram| telegram.is_confirmed(left))
        .await;
    desk.stop().await;
    assert_eq!(
        desk.count("SELECT count(*) FROM residents WHERE reachable = 0"),
        1
    );
}

#[tokio::test]
async fn nothing_is_lost_while_telegram_fails_and_one_repeat_is_the_most() {
    let mut desk = Desk::open().await;
    let description = "Internal Server Error";
    let faults = [
        Fault::Server,
        Fault::BadGateway,
        Fault::Refused {
            code: 500,
            description,
        },
        Fault::NotJson,
        Fault::DropBefore,
        Fault::Slow(Duration::from_secs(3)),
        Fault::DropAfter,
    ];
    let chats = 101..101 + i64::try_from(faults.len()).unwrap();
    for (chat, fault) in chats.clone().zip(faults) {
        desk.telegram.user(chat, "市民", "ja");
        desk.telegram.fault(chat, SEND, fault);
        desk.telegram.says(chat, "/start");
    }
    let everybody = chats.clone();
    desk.eventually(
        "an answer to everybody, twice where one was lost",
        |telegram| {
            let told = |chat| telegram.delivered_to(chat) > 0;
            telegram.faults_left() == 0
                && everybody.clone().all(told)
                && telegram.delivered_to(107) == 2
        },
    )
    .await;
    desk.stop().await;
    let delivered: Vec<usize> = chats
        .map(|chat| desk.telegram.look(|telegram| telegram.delivered_to(chat)))
        .collect();
    assert_eq!(delivered, [1, 1, 1, 1, 1, 1, 2]);
    assert_eq!(
        desk.texts(107)[0],
        desk.texts(107)[1],
        "the very same message"
    );
    assert_eq!(
        desk.count("SELECT count(*) FROM outbox WHERE state <> 'sent'"),
        0
    );
}

#[tokio::test]
async fn a_slow_answer_to_one_keeps_nobody_else_waiting() {
    let desk = Desk::open().await;
    desk.telegram
        .fault(HANAKO, SEND, Fault::Slow(Duration::from_secs(5)));
    let waiting = Stopwatch::start();
    desk.telegram.says(HANAKO, "/start");
    desk.eventually("the slow call", |telegram| telegram.faults_left() == 0)
        .await;
    desk.telegram.says(JIRO, "/start");
    desk.eventually("an answer to Jiro", |telegram| {
        telegram.delivered_to(JIRO) == 1
    })
    .await;
    assert!(waiting.seconds() < 5.0, "Jiro does not wait for Hanako");
}

#[tokio::test]
async fn the_order_in_a_chat_holds_whatever_fails() {
    let mut desk = Desk::open().await;
    for fault in [
        Fault::DropBefore,
        Fault::TooMany { retry_after: 1 },
        Fault::NotJson,
    ] {
        desk.telegram.fault(HANAKO, SEND, fault);
    }
    let said = ["/start", "/reservation", "/language", "/stop"];
    for text in said {
        desk.telegram.says(HANAKO, text);
        desk.telegram.says(JIRO, text);
    }
    desk.eventually("everything said to Hanako", |telegram| {
        let told = |chat| telegram.delivered_to(chat) == said.len();
        telegram.faults_left() == 0 && told(HANAKO) && told(JIRO)
    })
    .await;
    desk.stop().await;
    assert_eq!(desk.texts(HANAKO), desk.texts(JIRO), "Jiro had no faults");
}

#[tokio::test]
async fn an_update_that_comes_again_has_effect_once() {
    let mut desk = Desk::open().await;
    let wish = desk.telegram.says(HANAKO, "/staff");
    desk.told(HANAKO, "職員におつなぎします").await;
    desk.eventually("the wish taken", |telegram| telegram.is_confirmed(wish))
        .await;
    for _ in 0..3 {
        let polls = desk.telegram.calls("getUpdates");
        desk.telegram.redeliver(wish);
        desk.eventually("the update taken again", |telegram| {
            telegram.is_confirmed(wish) && telegram.calls("getUpdates") > polls
        })
        .await;
    }
    desk.settled().await;
    let pressed = desk.press(HANAKO, "職員への連絡を取りやめる").await;
    desk.told(HANAKO, "取りやめました").await;
    desk.telegram.redeliver(pressed);
    desk.eventually("the press taken again", |telegram| {
        telegram.is_confirmed(pressed)
    })
    .await;
    desk.stop().await;
    assert_eq!(desk.count("SELECT count(*) FROM cases"), 1);
    assert_eq!(desk.phrases(HANAKO), ["case-opened", "case-withdrawn"]);
    assert_eq!(desk.texts(HANAKO).len(), 2);
}

#[tokio::test]
async fn updates_out_of_order_are_taken_in_the_order_of_their_writing() {
    let mut desk = Desk::open().await;
    let said = ["/reservation", "/language", "/start", "/staff"];
    let both: Vec<(i64, &str)> = said
        .into_iter()
        .flat_map(|text| [(HANAKO, text), (JIRO, text)])
        .collect();
    desk.telegram.hold();
    let updates = desk.telegram.out_of_order(&both);
    desk.telegram.release();
    desk.eventually("all updates taken", |telegram| {
        updates.iter().all(|update| telegram.is_confirmed(*update))
    })
    .await;
    desk.settled().await;
    desk.stop().await;
    for chat in [HANAKO, JIRO] {
        let expected = ["no-reservations", "language-ask", "welcome", "case-opened"];
        assert_eq!(desk.phrases(chat), expected);
        let sent = desk.texts(chat);
        assert_eq!(sent.len(), said.len());
        assert!(sent[3].starts_with("職員におつなぎします"), "{sent:?}");
    }
    assert_eq!(desk.count("SELECT count(*) FROM inbox"), 8);
}

#[tokio::test]
async fn a_chat_with_another_id_takes_its_resident_and_their_messages_along() {
    let mut desk = Desk::open().await;
    let elsewhere = -1_007_100_000_071;
    desk.telegram
        .fault(HANAKO, SEND, Fault::MigrateTo(elsewhere));
    desk.telegram.hold();
    desk.telegram.says(HANAKO, "/start");
    desk.telegram.says(HANAKO, "/language");
    desk.telegram.release();
    desk.eventually("both answers elsewhere", |telegram| {
        telegram.delivered_to(elsewhere) == 2
    })
    .await;
    desk.stop().await;
    assert_eq!(desk.phrases(elsewhere), ["welcome", "language-ask"]);
    assert!(desk.texts(HANAKO).is_empty());
    let moved = format!("SELECT count(*) FROM residents WHERE address = '{elsewhere}'");
    assert_eq!(desk.count(&moved), 1);
    assert_eq!(desk.count("SELECT count(*) FROM residents"), 1);
}
