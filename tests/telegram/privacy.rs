//! Nothing that people write gets into the log, whatever goes wrong.

use std::time::Duration;

use serde_json::json;

use super::{CLERK, Desk, HANAKO, Log, STAFF};
use crate::fake_telegram::{Fault, TOKEN};

/// Words that stand in no text of ours.
const OWN_WORDS: &str = "ひみつの花園のはなし";
const REPLY: &str = "返事のなかのないしょごと";

/// Every fault there is, each in a chat of its own.
fn every_fault() -> Vec<Fault> {
    let refused = |code, description| Fault::Refused { code, description };
    vec![
        Fault::TooMany { retry_after: 1 },
        Fault::Blocked,
        Fault::Deactivated,
        Fault::Server,
        Fault::BadGateway,
        Fault::Slow(Duration::from_secs(1)),
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::MigrateTo(-1_003_333_333_333),
        Fault::NotJson,
        refused(400, "Bad Request: not enough rights"),
        refused(403, "Forbidden: the group is closed"),
        refused(500, "Internal Server Error"),
    ]
}

/// Updates that cannot be read or make no sense, all with somebody's own words in them.
fn odd_updates(desk: &Desk) {
    let chat = json!({ "id": HANAKO, "type": "private", "first_name": "花子" });
    desk.telegram
        .raw_update(json!({ "message": { "text": OWN_WORDS } }));
    desk.telegram
        .raw_update(json!({ "something_new": { "text": OWN_WORDS } }));
    desk.telegram.raw_update(json!({ "message": {
        "message_id": 5, "date": 0, "chat": chat, "caption": OWN_WORDS,
        "voice": {
            "file_id": OWN_WORDS, "file_unique_id": "v", "duration": 1, "file_size": 1,
            "mime_type": "audio/ogg",
        },
    }}));
    desk.telegram.raw_update(json!({ "callback_query": {
        "id": OWN_WORDS, "from": { "id": HANAKO, "is_bot": false, "first_name": "花子" },
        "message": { "message_id": 6, "date": 0, "chat": chat, "text": OWN_WORDS },
        "chat_instance": "1", "data": OWN_WORDS,
    }}));
}

#[tokio::test]
async fn nothing_that_people_write_is_logged_whatever_fails() {
    let (log, _listening) = Log::listen();
    let mut desk = Desk::open().await;
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    desk.telegram.says(HANAKO, OWN_WORDS);
    desk.told(STAFF, OWN_WORDS).await;
    desk.telegram.fault(HANAKO, "sendMessage", Fault::Blocked);
    desk.telegram.replies_in(STAFF, handoff, REPLY, CLERK);
    desk.told(STAFF, "届けられませんでした").await;
    desk.settled().await;
    odd_updates(&desk);
    desk.telegram
        .fault_anywhere("getUpdates", 1, Fault::NotJson);
    desk.telegram
        .fault_anywhere("answerCallbackQuery", 1, Fault::NotJson);
    let chats = 7_300_000_001_i64..;
    for (chat, fault) in chats.zip(every_fault()) {
        desk.telegram.user(chat, "ほのか", "ja");
        desk.telegram.fault(chat, "sendMessage", fault);
        desk.telegram.says(chat, OWN_WORDS);
    }
    desk.eventually("every fault", |telegram| {
        telegram.faults_left() == 0 && telegram.pending() == 0
    })
    .await;
    desk.settled().await;
    desk.stop().await;
    let text = log.text();
    for expected in [
        "a message waits for another attempt",
        "a message cannot be delivered",
        "no updates from Telegram",
        "an update of an unknown shape was left out",
    ] {
        assert!(text.contains(expected), "{expected} is in the log:\n{text}");
    }
    let chat = HANAKO.to_string();
    for personal in [
        OWN_WORDS,
        REPLY,
        "花子",
        "ほのか",
        "窓口係",
        TOKEN,
        &chat,
        "73000000",
    ] {
        let line = text.lines().find(|line| line.contains(personal));
        assert_eq!(line, None, "{personal} is in the log");
    }
}
