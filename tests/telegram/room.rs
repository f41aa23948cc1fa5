//! The staff's group with topics: one for each case, notes that stay inside, marks on answers, and every way in which
//! people and Telegram get in between.

use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Address, Outgoing};
use madoguchi::ids::{CaseId, OutgoingId};
use madoguchi::store::outbox::Start;
use serde_json::json;

use super::{CLERK, Desk, HANAKO, JIRO, STAFF};
use crate::fake_telegram::{Fault, Standing};

const MANAGER: Standing = Standing::Admin { topics: true };
const NO_MANAGER: Standing = Standing::Admin { topics: false };

/// A desk whose staff have a group with topics, before its loops start.
async fn closed(manages: bool) -> Desk {
    let desk = Desk::closed().await;
    desk.telegram
        .forum(STAFF, "マイナンバーカード窓口", manages);
    desk.bot.recall(&desk.app).await.unwrap();
    desk
}

/// The same at work.
async fn open() -> Desk {
    let mut desk = closed(true).await;
    desk.start();
    desk
}

/// A resident asks for a person; the topic and the number of the summary in it.
async fn case_in_topic(desk: &Desk, who: i64) -> (i64, i64) {
    let handoff = desk.wishes_for_a_person(who).await;
    let thread = desk.telegram.said_by_bot(STAFF).last().unwrap().thread;
    (thread.expect("the summary is in a topic"), handoff)
}

/// The number of the newest message that a person wrote in the staff's group.
fn newest_of_people(desk: &Desk) -> i64 {
    let all = desk.telegram.transcript(STAFF);
    all.iter().rfind(|sent| !sent.by_bot()).unwrap().message_id
}

/// Everything that a citizen was told, as one text.
fn told_to(desk: &Desk, who: i64) -> String {
    desk.texts(who).join("\n")
}

fn names(desk: &Desk) -> Vec<String> {
    let topics = desk.telegram.topics(STAFF);
    topics.into_iter().map(|topic| topic.name).collect()
}

/// Waits until the desk has taken an update and everything it gave rise to was sent.
async fn taken(desk: &Desk, update: i64) {
    desk.eventually("the update taken", |telegram| telegram.is_confirmed(update))
        .await;
    desk.settled().await;
}

const UNSETTLED: &str = "SELECT count(*) FROM outbox WHERE state <> 'sent'";

#[tokio::test]
async fn each_case_has_a_topic_which_is_closed_with_it() {
    let mut desk = open().await;
    let (first, handoff) = case_in_topic(&desk, HANAKO).await;
    let (second, _) = case_in_topic(&desk, JIRO).await;
    assert_ne!(first, second);
    assert_eq!(names(&desk), ["K-1001 職員を希望", "K-1002 職員を希望"]);
    desk.telegram.says(HANAKO, "まだでしょうか");
    desk.told(STAFF, "まだでしょうか").await;
    desk.settled().await;
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
async fn a_server_that_quietly_sends_elsewhere_is_noticed() {
    let mut desk = open().await;
    desk.telegram.sends_lost_messages_to_general(STAFF);
    let (first, _) = case_in_topic(&desk, HANAKO).await;
    desk.telegram.deletes_topic(STAFF, first);
    desk.telegram.says(HANAKO, "一つめ");
    desk.told(STAFF, "一つめ").await;
    desk.settled().await;
    assert_eq!(
        desk.telegram.texts_in(STAFF, None).len(),
        1,
        "delivered, and once"
    );
    desk.telegram.says(HANAKO, "二つめ");
    desk.told(STAFF, "二つめ").await;
    desk.settled().await;
    let second = desk.telegram.topics(STAFF)[1].thread;
    assert_eq!(desk.telegram.texts_in(STAFF, Some(second)).len(), 1);
    desk.stop().await;
}

#[tokio::test]
async fn a_topic_that_people_close_is_opened_again_while_its_case_goes_on() {
    let mut desk = open().await;
    let (thread, _) = case_in_topic(&desk, HANAKO).await;
    desk.telegram.closes_topic(STAFF, thread, true);
    let taken_away = desk.telegram.makes_the_bot(STAFF, NO_MANAGER, CLERK);
    taken(&desk, taken_away).await;
    desk.told(STAFF, "「トピックの管理」の権限がない").await;
    desk.settled().await;
    // Without the right it can neither write there nor open it: the main chat has to do.
    desk.telegram.says(HANAKO, "一つめ");
    desk.told(STAFF, "一つめ").await;
    desk.settled().await;
    assert!(
        desk.telegram
            .texts_in(STAFF, None)
            .join("\n")
            .contains("一つめ")
    );
    let given = desk.telegram.makes_the_bot(STAFF, MANAGER, CLERK);
    taken(&desk, given).await;
    desk.telegram.says(HANAKO, "二つめ");
    desk.told(STAFF, "二つめ").await;
    desk.settled().await;
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
        desk.telegram.says(HANAKO, "もしもし");
        desk.told(STAFF, "もしもし").await;
        desk.settled().await;
        desk.stop().await;
        assert_eq!(desk.telegram.topics(STAFF).len(), topics, "{fault:?}");
        let there = desk.telegram.topics(STAFF).last().map(|topic| topic.thread);
        let there = there.filter(|_| is_inside);
        assert_eq!(desk.telegram.texts_in(STAFF, there).len(), 2, "{fault:?}");
        assert_eq!(desk.texts(STAFF).len(), 2, "{fault:?}: nothing twice");
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
async fn what_is_for_the_staff_waits_until_the_bot_may_write_again() {
    let mut desk = open().await;
    case_in_topic(&desk, HANAKO).await;
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
async fn talk_in_a_topic_reaches_nobody_and_is_explained_once() {
    let mut desk = open().await;
    let (thread, handoff) = case_in_topic(&desk, HANAKO).await;
    let before = told_to(&desk, HANAKO);
    for text in ["これ誰が見る？", "私が見ます", "お願いします"] {
        let said = desk.telegram.says_in_topic(STAFF, thread, text, CLERK);
        taken(&desk, said).await;
    }
    let talk = newest_of_people(&desk);
    let among = desk.telegram.replies_in(STAFF, talk, "了解です", CLERK);
    taken(&desk, among).await;
    let elsewhere = desk.telegram.says_in(STAFF, "お昼どうする？", CLERK);
    taken(&desk, elsewhere).await;
    let hints = |text: &&String| text.contains("市民に届きません");
    assert_eq!(desk.texts(STAFF).iter().filter(hints).count(), 1);
    assert_eq!(
        told_to(&desk, HANAKO),
        before,
        "the citizen heard nothing of it"
    );
    // Somebody else's bot says something, and a clerk answers that bot.
    let group = json!({ "id": STAFF, "type": "supergroup", "title": "窓口", "is_forum": true });
    let foreign = desk.telegram.raw_update(json!({ "message": {
        "message_id": 950, "date": 0, "chat": group, "text": "了解", "message_thread_id": thread,
        "is_topic_message": true,
        "from": { "id": CLERK, "is_bot": false, "first_name": "窓口係" },
        "reply_to_message": {
            "message_id": 949, "date": 0, "chat": group, "text": "当番表", "message_thread_id": thread,
            "is_topic_message": true,
            "from": { "id": 555, "is_bot": true, "first_name": "当番" },
        },
    }}));
    taken(&desk, foreign).await;
    assert_eq!(told_to(&desk, HANAKO), before);
    let reply = desk
        .telegram
        .replies_in(STAFF, handoff, "お待たせしました。", CLERK);
    taken(&desk, reply).await;
    desk.told(HANAKO, "お待たせしました。").await;
    desk.stop().await;
}

#[tokio::test]
async fn notes_never_reach_the_citizen() {
    let mut desk = open().await;
    let (thread, handoff) = case_in_topic(&desk, HANAKO).await;
    let before = told_to(&desk, HANAKO);
    let written = desk.telegram.says_in_topic(
        STAFF,
        thread,
        "/note 折り返しは午後。番号 1234-5678-9018",
        CLERK,
    );
    taken(&desk, written).await;
    desk.told(STAFF, "K-1001 にメモを残しました").await;
    desk.telegram.redeliver(written);
    let replied = desk
        .telegram
        .replies_in(STAFF, handoff, "／ｎｏｔｅ　代理の方です", CLERK);
    taken(&desk, replied).await;
    for slip in [
        "/notes 代理の方です",
        "/メモ 代理の方です",
        "／ note 代理の方です",
        "/note",
    ] {
        let slipped = desk.telegram.replies_in(STAFF, handoff, slip, CLERK);
        taken(&desk, slipped).await;
    }
    let outside = desk
        .telegram
        .says_in(STAFF, "/note どこにも属さない", CLERK);
    taken(&desk, outside).await;
    desk.told(STAFF, "何も記録していません").await;
    desk.stop().await;
    assert_eq!(told_to(&desk, HANAKO), before);
    let notes = "SELECT count(*) FROM case_notes WHERE case_id = 1001";
    assert_eq!(
        desk.count(&format!("{notes} AND who = 'telegram:{CLERK}'")),
        2
    );
    assert_eq!(desk.count(&format!("{notes} AND text = '代理の方です'")), 1);
    assert_eq!(
        desk.count("SELECT count(*) FROM case_notes WHERE text LIKE '%5678%'"),
        0,
        "a note keeps no personal number"
    );
    assert_eq!(
        desk.count("SELECT count(*) FROM audit WHERE what = 'note-case'"),
        2
    );
    let leaked = "SELECT count(*) FROM outbox WHERE channel <> 'staff' AND text LIKE '%代理の方%'";
    assert_eq!(desk.count(leaked), 0);
}

#[tokio::test]
async fn commands_in_the_topic_take_and_end_the_case() {
    let mut desk = open().await;
    let (thread, _) = case_in_topic(&desk, HANAKO).await;
    desk.telegram
        .says_in_topic(STAFF, thread, "/accept@madoguchi_bot", CLERK);
    desk.told(HANAKO, "職員が担当します").await;
    desk.settled().await;
    let nowhere = desk.telegram.says_in(STAFF, "/close", CLERK);
    taken(&desk, nowhere).await;
    assert_eq!(
        desk.count("SELECT count(*) FROM cases WHERE state = 'closed'"),
        0
    );
    desk.telegram.says_in_topic(STAFF, thread, "/close", CLERK);
    desk.told(HANAKO, "職員の対応が終わりました").await;
    desk.stop().await;
}

#[tokio::test]
async fn pictures_are_not_passed_on_and_edits_do_not_change_what_was_said() {
    let mut desk = open().await;
    let (_, handoff) = case_in_topic(&desk, HANAKO).await;
    let before = told_to(&desk, HANAKO);
    let shown = desk
        .telegram
        .shows_photo(STAFF, handoff, Some("この書類です"), CLERK);
    taken(&desk, shown).await;
    desk.told(STAFF, "市民には何も届いていません").await;
    assert_eq!(told_to(&desk, HANAKO), before);
    let reply = desk.telegram.replies_in(STAFF, handoff, "8日です。", CLERK);
    let answer = newest_of_people(&desk);
    taken(&desk, reply).await;
    desk.told(HANAKO, "8日です。").await;
    for text in ["9日です。", "10日です。"] {
        let edited = desk.telegram.edits(STAFF, answer, text);
        taken(&desk, edited).await;
    }
    let hints = |text: &&String| text.contains("編集する前の文");
    assert_eq!(desk.texts(STAFF).iter().filter(hints).count(), 1);
    let heard = told_to(&desk, HANAKO);
    assert!(
        !heard.contains("9日です。") && !heard.contains("10日です。"),
        "{heard}"
    );
    // An edit among themselves is nobody's business.
    let talk = desk.telegram.says_in(STAFF, "お昼は？", CLERK);
    taken(&desk, talk).await;
    let told = desk.texts(STAFF).len();
    let edited = desk
        .telegram
        .edits(STAFF, newest_of_people(&desk), "夕方は？");
    taken(&desk, edited).await;
    assert_eq!(desk.texts(STAFF).len(), told);
    desk.stop().await;
}

#[tokio::test]
async fn an_answer_that_has_arrived_is_marked_and_one_that_has_not_is_told() {
    let mut desk = open().await;
    let (_, handoff) = case_in_topic(&desk, HANAKO).await;
    let lines: Vec<String> = (1..=420).map(|n| format!("{n}番の𠮷野さん")).collect();
    desk.telegram
        .replies_in(STAFF, handoff, &lines.join("\n"), CLERK);
    let answer = newest_of_people(&desk);
    desk.told(HANAKO, "420番の").await;
    desk.eventually("the mark", |telegram| {
        telegram.reaction(STAFF, answer) == Some("👌")
    })
    .await;
    assert_eq!(
        desk.telegram.calls("setMessageReaction"),
        1,
        "one for both parts"
    );
    desk.telegram.forbids_reactions(STAFF);
    desk.telegram.replies_in(STAFF, handoff, "二つめ。", CLERK);
    desk.told(HANAKO, "二つめ。").await;
    desk.eventually("the refusal", |telegram| {
        telegram.calls("setMessageReaction") == 2
    })
    .await;
    desk.telegram.fault(HANAKO, "sendMessage", Fault::Blocked);
    desk.telegram.replies_in(STAFF, handoff, "三つめ。", CLERK);
    let failed = newest_of_people(&desk);
    desk.told(STAFF, "市民に届けられませんでした").await;
    desk.stop().await;
    assert_eq!(
        desk.telegram
            .look(|telegram| telegram.reaction(STAFF, failed).map(str::to_owned)),
        None
    );
    assert_eq!(desk.telegram.calls("setMessageReaction"), 2);
}

/// A new summary of a case, in place of an earlier one.
async fn summary(desk: &Desk, n: u8, text: &str, replaces: i64) {
    let mut row = Outgoing {
        id: OutgoingId(0),
        key: format!("summary:{n}"),
        to: Address::staff(),
        resident: None,
        phrase: "handoff".into(),
        text: text.into(),
        language: Language::Ja,
        choices: Vec::new(),
        entries: Vec::new(),
        case: Some(CaseId(1001)),
        replaces: Some(replaces),
        urgent: false,
        attempts: 0,
        at: desk.app.now(),
    };
    let write = desk
        .app
        .store()
        .write(move |tx| tx.put_out(&mut row, 0, Start::Pending));
    write.await.unwrap();
    desk.deliver().await.unwrap();
}

#[tokio::test]
async fn a_summary_is_edited_and_where_it_cannot_be_a_new_one_stands_in_the_topic() {
    let mut desk = open().await;
    let (thread, handoff) = case_in_topic(&desk, HANAKO).await;
    desk.stop().await;
    summary(&desk, 1, "■ K-1001 担当あり", handoff).await;
    assert_eq!(desk.texts(STAFF), ["■ K-1001 担当あり"]);
    desk.telegram
        .fault(STAFF, "editMessageText", Fault::DropAfter);
    summary(&desk, 2, "■ K-1001 返答済み", handoff).await;
    desk.start();
    desk.settled().await;
    desk.stop().await;
    assert_eq!(
        desk.texts(STAFF),
        ["■ K-1001 返答済み"],
        "the repeat changed nothing"
    );
    desk.telegram.deletes(STAFF, handoff);
    summary(&desk, 3, "■ K-1001 完了", handoff).await;
    let old = Fault::Refused {
        code: 400,
        description: "Bad Request: message can't be edited",
    };
    let newest = desk.telegram.said_by_bot(STAFF).pop().unwrap();
    assert_eq!(
        (newest.text.as_str(), newest.thread),
        ("■ K-1001 完了", Some(thread))
    );
    desk.telegram.fault(STAFF, "editMessageText", old);
    summary(&desk, 4, "■ K-1001 終了", newest.message_id).await;
    assert_eq!(desk.telegram.texts_in(STAFF, Some(thread)).len(), 3);
    assert_eq!(desk.count(UNSETTLED), 0);
}

#[tokio::test]
async fn numbers_of_another_group_lead_to_no_citizen() {
    let mut desk = open().await;
    let (_, handoff) = case_in_topic(&desk, HANAKO).await;
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
