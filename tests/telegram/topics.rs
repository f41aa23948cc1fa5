//! The topics of the staff's group: one for each case, and every way in which people and Telegram get in between.

use std::time::Duration;

use serde_json::json;

use super::room::{
    MANAGER, UNSETTLED, case_in_topic, clerk_takes_case, closed, names, open, taken, told_to,
};
use super::{CLERK, Desk, HANAKO, JIRO, STAFF};
use crate::fake_telegram::{Fault, Standing};

const NO_MANAGER: Standing = Standing::Admin { topics: false };

/// Hanako writes, and the staff have it.
async fn carries(desk: &Desk, text: &str) {
    desk.telegram.says(HANAKO, text);
    desk.told(STAFF, text).await;
    desk.settled().await;
}

#[tokio::test]
async fn each_case_has_a_topic_which_is_closed_with_it() {
    let mut desk = open().await;
    let (first, handoff) = case_in_topic(&desk, HANAKO).await;
    let (second, _) = case_in_topic(&desk, JIRO).await;
    assert_ne!(first, second);
    assert_eq!(names(&desk), ["K-1001 職員を希望", "K-1002 職員を希望"]);
    carries(&desk, "まだでしょうか").await;
    let here = desk.telegram.texts_in(STAFF, Some(first)).join("\n");
    assert!(
        here.contains("まだでしょうか") && !here.contains("K-1002"),
        "{here}"
    );
    assert!(desk.telegram.texts_in(STAFF, None).is_empty());
    desk.telegram
        .replies_in(STAFF, handoff, "12月8日にお越しください。", CLERK);
    desk.told(HANAKO, "12月8日にお越しください。").await;
    desk.telegram.says_in_topic(STAFF, first, "/close", CLERK);
    desk.told(HANAKO, "職員の対応が終わりました").await;
    desk.eventually("the topic closed, the other one not", |telegram| {
        let closed: Vec<bool> = telegram.topics(STAFF).iter().map(|t| t.closed).collect();
        closed == [true, false]
    })
    .await;
    desk.stop().await;
    assert_eq!(desk.count(UNSETTLED), 0);
    assert!(told_to(&desk, JIRO).lines().count() > 0);
}

#[tokio::test]
async fn a_deleted_topic_is_made_anew_once_and_then_the_main_chat_is_used() {
    let mut desk = open().await;
    let (first, _) = case_in_topic(&desk, HANAKO).await;
    clerk_takes_case(&desk, HANAKO).await;
    desk.telegram.deletes_topic(STAFF, first);
    carries(&desk, "一つめ").await;
    let topics = desk.telegram.topics(STAFF);
    assert_eq!(topics.len(), 2);
    let second = topics[1].thread;
    let again = desk.telegram.texts_in(STAFF, Some(second)).join("\n");
    assert_eq!(again.matches("一つめ").count(), 1, "{again}");
    desk.telegram.deletes_topic(STAFF, second);
    for text in ["二つめ", "三つめ"] {
        carries(&desk, text).await;
    }
    assert_eq!(desk.telegram.topics(STAFF).len(), 2);
    let main = desk.telegram.texts_in(STAFF, None).join("\n");
    assert!(main.contains("二つめ") && main.contains("三つめ"), "{main}");
    // An answer there still finds its citizen.
    let last = desk.telegram.said_by_bot(STAFF).pop().unwrap().message_id;
    desk.telegram
        .replies_in(STAFF, last, "届いています。", CLERK);
    desk.told(HANAKO, "届いています。").await;
    desk.stop().await;
    assert_eq!(desk.count(UNSETTLED), 0);
}

#[tokio::test]
async fn a_server_that_quietly_sends_elsewhere_is_noticed() {
    let mut desk = open().await;
    desk.telegram.sends_lost_messages_to_general(STAFF);
    let (first, _) = case_in_topic(&desk, HANAKO).await;
    clerk_takes_case(&desk, HANAKO).await;
    desk.telegram.deletes_topic(STAFF, first);
    carries(&desk, "一つめ").await;
    assert_eq!(
        desk.telegram.texts_in(STAFF, None).len(),
        1,
        "delivered, and once"
    );
    carries(&desk, "二つめ").await;
    let second = desk.telegram.topics(STAFF)[1].thread;
    // The summary went with the topic: it stands anew where the case goes on.
    let inside = desk.telegram.texts_in(STAFF, Some(second));
    assert_eq!(inside.len(), 2, "{inside:?}");
    assert!(inside[0].starts_with("■ K-1001 "), "{inside:?}");
    assert!(inside[1].contains("二つめ"), "{inside:?}");
    let all = desk.texts(STAFF).join("\n");
    for text in ["一つめ", "二つめ"] {
        assert_eq!(all.matches(text).count(), 1, "{text}: {all}");
    }
    desk.stop().await;
}

#[tokio::test]
async fn a_topic_that_people_close_is_opened_again_while_its_case_goes_on() {
    let mut desk = open().await;
    let (thread, _) = case_in_topic(&desk, HANAKO).await;
    clerk_takes_case(&desk, HANAKO).await;
    desk.telegram.closes_topic(STAFF, thread, true);
    let taken_away = desk.telegram.makes_the_bot(STAFF, NO_MANAGER, CLERK);
    taken(&desk, taken_away).await;
    desk.told(STAFF, "「トピックの管理」の権限がない").await;
    desk.settled().await;
    // Without the right it can neither write there nor open it: the main chat has to do.
    carries(&desk, "一つめ").await;
    assert!(
        desk.telegram
            .texts_in(STAFF, None)
            .join("\n")
            .contains("一つめ")
    );
    let given = desk.telegram.makes_the_bot(STAFF, MANAGER, CLERK);
    taken(&desk, given).await;
    carries(&desk, "二つめ").await;
    assert!(
        desk.telegram
            .texts_in(STAFF, Some(thread))
            .join("\n")
            .contains("二つめ")
    );
    assert_eq!(desk.telegram.topics(STAFF).len(), 1);
    desk.stop().await;
    assert_eq!(desk.count(UNSETTLED), 0);
}

#[tokio::test]
async fn what_goes_wrong_while_a_topic_is_made_loses_and_doubles_nothing() {
    let limited = Fault::TooMany { retry_after: 1 };
    let refused = Fault::Refused {
        code: 400,
        description: "Bad Request: not enough rights to create a topic",
    };
    // The fault, the topics there are in the end, and whether the summary is in the last one.
    let cases = [
        (limited, 1, true),
        (Fault::DropBefore, 1, true),
        (Fault::Server, 1, true),
        (Fault::DropAfter, 2, true),
        (refused, 0, false),
    ];
    for (fault, topics, is_inside) in cases {
        let mut desk = closed(true).await;
        desk.telegram
            .fault(STAFF, "createForumTopic", fault.clone());
        desk.start();
        desk.wishes_for_a_person(HANAKO).await;
        clerk_takes_case(&desk, HANAKO).await;
        carries(&desk, "もしもし").await;
        desk.stop().await;
        assert_eq!(desk.telegram.topics(STAFF).len(), topics, "{fault:?}");
        let there = desk.telegram.topics(STAFF).last().map(|topic| topic.thread);
        let there = there.filter(|_| is_inside);
        // The summary, that somebody has it, and what the citizen said then.
        assert_eq!(desk.telegram.texts_in(STAFF, there).len(), 3, "{fault:?}");
        assert_eq!(desk.texts(STAFF).len(), 3, "{fault:?}: nothing twice");
        assert_eq!(desk.count(UNSETTLED), 0, "{fault:?}");
    }
}

#[tokio::test]
async fn lost_answers_leave_two_empty_topics_at_most() {
    let mut desk = closed(true).await;
    desk.telegram
        .fault_times(STAFF, "createForumTopic", 5, Fault::DropAfter);
    desk.start();
    desk.wishes_for_a_person(HANAKO).await;
    desk.stop().await;
    assert_eq!(desk.telegram.topics(STAFF).len(), 2);
    assert_eq!(desk.telegram.texts_in(STAFF, None).len(), 1);
}

#[tokio::test]
async fn a_crash_before_a_topic_is_remembered_leaves_one_empty_topic() {
    let mut desk = closed(true).await;
    let late = Fault::Slow(Duration::from_secs(60));
    desk.telegram.fault(STAFF, "createForumTopic", late);
    desk.start();
    desk.telegram.says(HANAKO, "/staff");
    desk.eventually("a topic nobody knows of", |telegram| {
        telegram.topics(STAFF).len() == 1
    })
    .await;
    desk.kill().await;
    desk.reopen().await;
    desk.told(STAFF, "■ K-1001").await;
    desk.settled().await;
    desk.stop().await;
    let topics = desk.telegram.topics(STAFF);
    assert_eq!(topics.len(), 2);
    assert!(
        desk.telegram
            .texts_in(STAFF, Some(topics[0].thread))
            .is_empty()
    );
    assert_eq!(desk.texts(STAFF).len(), 1);
    desk.reopen().await;
    clerk_takes_case(&desk, HANAKO).await;
    desk.telegram.says(HANAKO, "もしもし");
    desk.told(STAFF, "もしもし").await;
    desk.stop().await;
    assert_eq!(
        desk.telegram.texts_in(STAFF, Some(topics[1].thread)).len(),
        3
    );
    assert_eq!(desk.texts(STAFF).len(), 3, "nothing twice");
}

#[tokio::test]
async fn what_is_for_the_staff_waits_until_the_bot_may_write_again() {
    let mut desk = open().await;
    case_in_topic(&desk, HANAKO).await;
    clerk_takes_case(&desk, HANAKO).await;
    for standing in [Standing::Muted, Standing::Kicked] {
        let told = desk.texts(STAFF).len();
        let lost = desk.telegram.makes_the_bot(STAFF, standing, CLERK);
        desk.eventually("the update taken", |telegram| telegram.is_confirmed(lost))
            .await;
        let calls = desk.telegram.calls("sendMessage");
        desk.telegram.says(HANAKO, "聞こえますか");
        desk.eventually("a refusal", |telegram| {
            telegram.calls("sendMessage") > calls + 1
        })
        .await;
        desk.telegram.quietly_makes_the_bot(STAFF, MANAGER);
        desk.eventually("the message", |telegram| {
            telegram.delivered_to(STAFF) == told + 1
        })
        .await;
        desk.settled().await;
    }
    desk.stop().await;
    assert_eq!(desk.count(UNSETTLED), 0);
}

#[tokio::test]
async fn numbers_of_another_group_lead_to_no_citizen() {
    let mut desk = open().await;
    let (_, handoff) = case_in_topic(&desk, HANAKO).await;
    clerk_takes_case(&desk, HANAKO).await;
    let before = told_to(&desk, HANAKO);
    desk.stop().await;
    let other = -1_008_888_888_888;
    desk.telegram.forum(other, "新しいグループ", true);
    desk.config.telegram.staff_chat = Some(other);
    desk.reopen().await;
    let group = json!({ "id": other, "type": "supergroup", "title": "新しいグループ" });
    let bot = json!({ "id": crate::fake_telegram::BOT_ID, "is_bot": true, "first_name": "窓口" });
    let update = desk.telegram.raw_update(json!({ "message": {
        "message_id": 903, "date": 0, "chat": group, "text": "別の方への返事",
        "from": { "id": CLERK, "is_bot": false, "first_name": "窓口係" },
        "reply_to_message": { "message_id": handoff, "date": 0, "chat": group, "text": "?", "from": bot },
    }}));
    taken(&desk, update).await;
    desk.told(other, "どの受付番号への返信か分かりません").await;
    assert_eq!(told_to(&desk, HANAKO), before);
    // The case goes on in the new group, in a topic of its own there.
    desk.telegram.says(HANAKO, "もしもし");
    desk.told(other, "もしもし").await;
    desk.stop().await;
    assert_eq!(desk.telegram.topics(other).len(), 1);
    assert!(told_to(&desk, HANAKO).matches("別の方").count() == 0);
}
