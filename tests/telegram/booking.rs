//! What a resident sees on Telegram when all goes well: buttons, edits in place, answered presses.

use madoguchi::desk::choice::{CODE_BYTES_MAX, Choice};
use serde_json::Value;

use super::{Desk, HANAKO, JIRO};
use crate::fake_telegram::Fault;

/// Goes to where the days are offered.
async fn comes_to_the_days(desk: &Desk, chat: i64) {
    desk.telegram.says(chat, "/start");
    desk.press(chat, "予約する").await;
    desk.press(chat, "電子証明書").await;
    desk.press(chat, "市役所本館").await;
    desk.told(chat, "いつがよろしいですか").await;
}

/// The days that the newest message of the bot offers.
fn days(desk: &Desk, chat: i64) -> Vec<String> {
    let newest = desk.telegram.said_by_bot(chat).pop().unwrap();
    let labels = newest.labels().into_iter();
    let days = labels.filter(|label| label.starts_with("12月"));
    days.map(str::to_owned).collect()
}

#[tokio::test]
async fn a_citizen_books_entirely_by_buttons() {
    let mut desk = Desk::open().await;
    comes_to_the_days(&desk, HANAKO).await;
    desk.press(HANAKO, "12月8日").await;
    desk.press(HANAKO, "10時30分").await;
    desk.told(HANAKO, "この内容でよろしいですか").await;
    desk.press(HANAKO, "この内容で予約する").await;
    desk.told(HANAKO, "予約ができました").await;
    desk.stop().await;
    let text = desk.texts(HANAKO).pop().unwrap();
    assert!(text.contains("12月8日（火） 10時30分"), "{text}");
    let booked = "SELECT count(*) FROM reservations WHERE state = 'booked'";
    assert_eq!(desk.count(booked), 1);
    assert_eq!(desk.count("SELECT count(*) FROM reminders"), 2);
}

#[tokio::test]
async fn other_days_appear_in_the_place_of_the_first_ones() {
    let desk = Desk::open().await;
    comes_to_the_days(&desk, HANAKO).await;
    desk.settled().await;
    let (messages, first) = (desk.texts(HANAKO).len(), days(&desk, HANAKO));
    let edits = desk.telegram.said_by_bot(HANAKO).pop().unwrap().edits.len();
    desk.press(HANAKO, "からの日").await;
    desk.told(HANAKO, "空いている日はこちらです").await;
    let message = desk.telegram.said_by_bot(HANAKO).pop().unwrap();
    assert_eq!(desk.texts(HANAKO).len(), messages, "no new message");
    assert_eq!(message.edits.len(), edits + 1);
    assert!(!days(&desk, HANAKO).is_empty());
    assert_ne!(days(&desk, HANAKO), first);
}

#[tokio::test]
async fn days_come_in_a_fresh_message_when_the_old_one_cannot_be_edited() {
    let desk = Desk::open().await;
    comes_to_the_days(&desk, HANAKO).await;
    desk.settled().await;
    let (messages, first) = (desk.texts(HANAKO).len(), days(&desk, HANAKO));
    let description = "Bad Request: message can't be edited";
    let refusal = Fault::Refused {
        code: 400,
        description,
    };
    desk.telegram.fault(HANAKO, "editMessageText", refusal);
    desk.press(HANAKO, "からの日").await;
    desk.told(HANAKO, "空いている日はこちらです").await;
    assert_eq!(desk.texts(HANAKO).len(), messages + 1);
    assert_ne!(days(&desk, HANAKO), first);
}

#[tokio::test]
async fn an_edit_whose_answer_was_lost_is_not_seen_twice() {
    let mut desk = Desk::open().await;
    comes_to_the_days(&desk, HANAKO).await;
    desk.settled().await;
    let messages = desk.texts(HANAKO).len();
    let edits = desk.telegram.calls("editMessageText");
    desk.telegram
        .fault(HANAKO, "editMessageText", Fault::DropAfter);
    desk.press(HANAKO, "からの日").await;
    desk.eventually("the second try", |telegram| {
        telegram.calls("editMessageText") == edits + 2
    })
    .await;
    desk.stop().await;
    assert_eq!(desk.texts(HANAKO).len(), messages, "nothing was said twice");
    assert_eq!(
        desk.count("SELECT count(*) FROM outbox WHERE state <> 'sent'"),
        0
    );
}

#[tokio::test]
async fn every_press_is_answered_so_that_no_button_seems_stuck() {
    let desk = Desk::open().await;
    comes_to_the_days(&desk, HANAKO).await;
    comes_to_the_days(&desk, JIRO).await;
    let answered = |chat| move |answer: &&crate::fake_telegram::Answer| answer.chat == chat;
    desk.eventually("six answers", |telegram| telegram.answers().len() == 6)
        .await;
    for chat in [HANAKO, JIRO] {
        let answers = desk.telegram.answers();
        assert_eq!(answers.iter().filter(answered(chat)).count(), 3);
    }
}

#[tokio::test]
async fn a_press_too_old_to_be_answered_counts_all_the_same() {
    let desk = Desk::open().await;
    desk.telegram.says(HANAKO, "/start");
    desk.told(HANAKO, "").await;
    desk.telegram.hold();
    desk.press(HANAKO, "予約する").await;
    desk.telegram.expire_presses();
    desk.telegram.release();
    desk.told(HANAKO, "どの手続きですか").await;
    assert!(desk.telegram.answers().is_empty());
}

#[tokio::test]
async fn a_button_of_an_older_program_leads_back_to_the_conversation() {
    let desk = Desk::open().await;
    comes_to_the_days(&desk, HANAKO).await;
    desk.settled().await;
    let message = desk.telegram.said_by_bot(HANAKO).pop().unwrap();
    desk.telegram
        .raw_update(serde_json::json!({ "callback_query": {
            "id": "1", "from": { "id": HANAKO, "is_bot": false, "first_name": "花子" },
            "message": {
                "message_id": message.message_id, "date": 0, "text": "?",
                "chat": { "id": HANAKO, "type": "private", "first_name": "花子" },
            },
            "chat_instance": "1", "data": "no-longer-known",
        }}));
    let before = desk.phrases(HANAKO).len();
    let more = async {
        while desk.phrases(HANAKO).len() == before {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(super::PATIENCE, more).await.unwrap();
    assert_eq!(desk.phrases(HANAKO).last().unwrap(), "ask-day");
}

/// The codes of all buttons that were ever sent.
fn codes(desk: &Desk) -> Vec<String> {
    let mut codes = Vec::new();
    for method in ["sendMessage", "editMessageText"] {
        for request in desk.telegram.requests(method) {
            let rows = request["reply_markup"]["inline_keyboard"].clone();
            let rows = rows.as_array().cloned().unwrap_or_default();
            let buttons = rows.iter().filter_map(Value::as_array).flatten();
            codes.extend(
                buttons.filter_map(|button| button["callback_data"].as_str().map(str::to_owned)),
            );
        }
    }
    codes
}

#[tokio::test]
async fn every_button_fits_into_what_telegram_carries_and_is_understood() {
    let mut desk = Desk::open().await;
    comes_to_the_days(&desk, HANAKO).await;
    desk.press(HANAKO, "12月8日").await;
    desk.press(HANAKO, "10時30分").await;
    desk.press(HANAKO, "この内容で予約する").await;
    desk.told(HANAKO, "予約ができました").await;
    for text in [
        "/reservation",
        "/language",
        "/help",
        "代理人の受け取りに何が要りますか",
        "カードをなくした",
        "/staff",
    ] {
        let (before, chat) = (desk.phrases(HANAKO).len(), HANAKO);
        let update = desk.telegram.says(chat, text);
        desk.eventually(text, |telegram| telegram.is_confirmed(update))
            .await;
        desk.settled().await;
        assert!(desk.phrases(HANAKO).len() > before, "{text} is answered");
    }
    desk.stop().await;
    let codes = codes(&desk);
    assert!(codes.len() > 30, "{} buttons", codes.len());
    for code in codes {
        assert!((1..=CODE_BYTES_MAX).contains(&code.len()), "{code}");
        assert!(Choice::read(&code).is_some(), "{code}");
    }
}
