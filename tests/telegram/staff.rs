//! The staff's group: handoffs, replies, buttons, and what is none of the desk's business.

use std::sync::Arc;

use madoguchi::clock::RehearsalClock;
use madoguchi::desk::rules::OfficeId;
use serde_json::json;

use super::{CLERK, Desk, HANAKO, MORNING, STAFF};
use crate::fake_telegram::{BOT_ID, Fault};
use crate::harness::at;

#[tokio::test]
async fn a_reply_to_the_handoff_reaches_the_citizen() {
    let desk = Desk::open().await;
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    let text = desk.texts(STAFF).pop().unwrap();
    let is_summary = text.starts_with("■ K-1001 ") && text.contains("職員を希望");
    assert!(is_summary, "{text}");
    assert!(
        !text.contains("花子"),
        "the handoff carries no name: {text}"
    );
    desk.telegram
        .replies_in(STAFF, handoff, "12月8日にお越しください。", CLERK);
    desk.told(HANAKO, "職員より（受付番号 K-1001）").await;
    desk.told(HANAKO, "12月8日にお越しください。").await;
    desk.settled().await;
    desk.telegram.says(HANAKO, "わかりました、ありがとう");
    desk.told(STAFF, "わかりました、ありがとう").await;
    let passed_on = desk.telegram.said_by_bot(STAFF).pop().unwrap().message_id;
    desk.settled().await;
    desk.telegram
        .replies_in(STAFF, passed_on, "お待ちしています。", CLERK);
    desk.told(HANAKO, "お待ちしています。").await;
}

/// The number of the newest message that somebody wrote in their own chat.
fn newest_of(desk: &Desk, who: i64) -> i64 {
    let all = desk.telegram.transcript(who);
    all.iter().rfind(|sent| !sent.by_bot()).unwrap().message_id
}

/// On the citizen's screen the first text is gone.
#[tokio::test]
async fn a_citizens_edit_reaches_the_clerk_as_a_correction() {
    let mut desk = Desk::open().await;
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    desk.telegram
        .replies_in(STAFF, handoff, "いつお越しになりますか。", CLERK);
    desk.told(HANAKO, "いつお越しになりますか。").await;
    desk.settled().await;
    desk.telegram.says(HANAKO, "5日に行きます");
    desk.told(STAFF, "5日に行きます").await;
    let own = newest_of(&desk, HANAKO);
    for text in ["6日に行きます", "7日に行きます。番号は123456789018です"] {
        desk.settled().await;
        desk.telegram.edits(HANAKO, own, text);
        let read: String = text.chars().take(7).collect();
        desk.told(STAFF, &format!("訂正：{read}")).await;
    }
    desk.settled().await;
    desk.stop().await;
    let kept = "SELECT count(*) FROM inbox WHERE text LIKE '訂正：%'";
    assert_eq!(desk.count(kept), 2);
    let secret = "SELECT count(*) FROM outbox WHERE text LIKE '%123456789018%'";
    assert_eq!(desk.count(secret), 0);
}

#[tokio::test]
async fn where_nobody_listens_an_edit_is_answered_once() {
    let mut desk = Desk::open().await;
    desk.telegram.says(HANAKO, "予約したい");
    desk.eventually("an answer", |telegram| telegram.delivered_to(HANAKO) > 0)
        .await;
    desk.settled().await;
    let before = desk.texts(HANAKO).len();
    let own = newest_of(&desk, HANAKO);
    for text in ["予約を取り消したい", "やめる"] {
        let edited = desk.telegram.edits(HANAKO, own, text);
        desk.eventually("the edit taken", |telegram| telegram.is_confirmed(edited))
            .await;
        desk.settled().await;
    }
    desk.stop().await;
    let told = desk.texts(HANAKO).split_off(before);
    let [told] = &told[..] else {
        panic!("once for a message: {told:#?}");
    };
    assert!(told.contains("最初の文のまま"), "{told}");
}

#[tokio::test]
async fn the_buttons_below_the_handoff_take_and_end_the_case() {
    let mut desk = Desk::open().await;
    desk.wishes_for_a_person(HANAKO).await;
    desk.press_as(STAFF, "担当する", CLERK).await;
    desk.told(HANAKO, "職員が担当します").await;
    desk.told(STAFF, "K-1001 を担当します").await;
    desk.telegram.presses_as(STAFF, "対応を終える", CLERK);
    desk.told(HANAKO, "職員の対応が終わりました").await;
    desk.told(STAFF, "K-1001 の対応を終えました").await;
    // The buttons are gone with the case; somebody still saw them and pressed.
    let group = json!({ "id": STAFF, "type": "supergroup", "title": "窓口" });
    desk.telegram.raw_update(json!({ "callback_query": {
        "id": "late", "from": { "id": CLERK, "is_bot": false, "first_name": "窓口係" },
        "message": { "message_id": 1, "date": 0, "chat": group, "text": "■" },
        "chat_instance": "1", "data": "sa.1001",
    }}));
    desk.told(STAFF, "K-1001 はすでに終わっています").await;
    desk.eventually("three answers", |telegram| {
        telegram.calls("answerCallbackQuery") == 3
    })
    .await;
    desk.stop().await;
    let closed = "SELECT count(*) FROM cases WHERE state = 'closed' AND close_reason = 'answered'";
    assert_eq!(desk.count(closed), 1);
    // The audit log names the clerk as the roster does, whichever way they came.
    assert_eq!(desk.config.staff.people[0].name, "counter");
    let steps = "SELECT group_concat(substr(after, instr(after, 'step=')), ' ') = 'step=accept step=close'
                 FROM (SELECT after FROM audit WHERE who = 'clerk:counter' AND what = 'save-case' ORDER BY id)";
    assert_eq!(desk.count(steps), 1);
    let clerk = "SELECT count(*) FROM audit WHERE who = 'clerk:counter'";
    assert!(desk.count(clerk) >= 2);
}

/// The group is one for all offices; who works at one of them answers no cases of another.
#[tokio::test]
async fn a_case_of_another_office_is_not_answered() {
    let branch = OfficeId::read("branch").unwrap();
    let clock = Arc::new(RehearsalClock::new(at(MORNING), 1.0));
    let mut desk = Desk::closed_with(clock, |config| {
        config.staff.people[0].offices = vec![branch];
    })
    .await;
    desk.start();
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    let file = rusqlite::Connection::open(desk.file()).unwrap();
    let belongs = "UPDATE cases SET office = ?1";
    file.execute(belongs, ["main"]).unwrap();
    desk.telegram
        .replies_in(STAFF, handoff, "12月8日にお越しください。", CLERK);
    desk.told(STAFF, "担当の方だけができます").await;
    desk.telegram.presses_as(STAFF, "担当する", CLERK);
    desk.eventually("both are refused", |telegram| {
        telegram.delivered_to(STAFF) == 3
    })
    .await;
    desk.settled().await;
    let queued = "SELECT count(*) FROM cases WHERE state = 'queued' AND first_reply_at IS NULL";
    assert_eq!(desk.count(queued), 1);
    file.execute(belongs, ["branch"]).unwrap();
    desk.telegram
        .replies_in(STAFF, handoff, "12月8日にお越しください。", CLERK);
    desk.told(HANAKO, "12月8日にお越しください。").await;
}

#[tokio::test]
async fn a_reply_to_a_message_of_no_case_is_answered() {
    let desk = Desk::open().await;
    desk.wishes_for_a_person(HANAKO).await;
    let told = desk.texts(HANAKO).len();
    let group = json!({ "id": STAFF, "type": "supergroup", "title": "窓口" });
    desk.telegram.raw_update(json!({ "message": {
        "message_id": 900, "date": 0, "chat": group, "text": "お待たせしました",
        "from": { "id": CLERK, "is_bot": false, "first_name": "窓口係" },
        "reply_to_message": {
            "message_id": 899, "date": 0, "chat": group, "text": "?",
            "from": { "id": BOT_ID, "is_bot": true, "first_name": "窓口" },
        },
    }}));
    desk.told(STAFF, "どの受付番号への返信か分かりません").await;
    desk.settled().await;
    let unknown = desk.telegram.said_by_bot(STAFF).pop().unwrap().message_id;
    desk.telegram
        .replies_in(STAFF, unknown, "お待たせしました", CLERK);
    desk.eventually("the second answer", |telegram| {
        telegram.delivered_to(STAFF) == 3
    })
    .await;
    desk.settled().await;
    assert_eq!(
        desk.texts(HANAKO).len(),
        told,
        "nothing reached the citizen"
    );
}

#[tokio::test]
async fn a_reply_without_words_is_answered_with_what_works() {
    let desk = Desk::open().await;
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    let group = json!({ "id": STAFF, "type": "supergroup", "title": "窓口" });
    desk.telegram.raw_update(json!({ "message": {
        "message_id": 901, "date": 0, "chat": group,
        "from": { "id": CLERK, "is_bot": false, "first_name": "窓口係" },
        "voice": {
            "file_id": "v", "file_unique_id": "v", "duration": 1, "file_size": 1,
            "mime_type": "audio/ogg",
        },
        "reply_to_message": {
            "message_id": handoff, "date": 0, "chat": group, "text": "■",
            "from": { "id": BOT_ID, "is_bot": true, "first_name": "窓口" },
        },
    }}));
    desk.told(STAFF, "市民には何も届いていません").await;
}

#[tokio::test]
async fn the_staff_learn_that_their_reply_did_not_arrive() {
    let mut desk = Desk::open().await;
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    desk.telegram.fault(HANAKO, "sendMessage", Fault::Blocked);
    desk.telegram
        .replies_in(STAFF, handoff, "12月8日にお越しください。", CLERK);
    desk.told(STAFF, "✗ K-1001 への返信を市民に届けられませんでした")
        .await;
    desk.stop().await;
    assert_eq!(
        desk.count("SELECT count(*) FROM residents WHERE reachable = 0"),
        1
    );
    let told = "SELECT count(*) FROM outbox WHERE phrase = 'staff-undelivered'";
    assert_eq!(desk.count(told), 1);
    let said = desk.telegram.said_by_bot(STAFF);
    let summary = said.iter().find(|sent| sent.message_id == handoff).unwrap();
    assert_eq!(summary.labels(), ["対応を終える"], "the case goes on");
}

#[tokio::test]
async fn what_people_say_among_themselves_is_none_of_the_desks_business() {
    let mut desk = Desk::open().await;
    let elsewhere = -1_005_555_555_555;
    desk.telegram.supergroup(elsewhere, "自治会");
    let lunch = desk.telegram.says_in(STAFF, "お昼どうする？", CLERK);
    let among = desk
        .telegram
        .look(|telegram| telegram.transcript(STAFF).count());
    assert_eq!(among, 1);
    desk.telegram.replies_in(STAFF, 1, "カレーで。", CLERK);
    desk.telegram.says_in(elsewhere, "/start", HANAKO);
    desk.telegram.says_in(elsewhere, "予約したい", HANAKO);
    let group = json!({ "id": elsewhere, "type": "supergroup", "title": "自治会" });
    let press = desk.telegram.raw_update(json!({ "callback_query": {
        "id": "1", "from": { "id": HANAKO, "is_bot": false, "first_name": "花子" },
        "message": { "message_id": 1, "date": 0, "chat": group, "text": "?" },
        "chat_instance": "1", "data": "a.book",
    }}));
    desk.eventually("all of it taken", |telegram| {
        telegram.is_confirmed(lunch) && telegram.is_confirmed(press)
    })
    .await;
    desk.stop().await;
    assert_eq!(desk.telegram.calls("sendMessage"), 0);
    assert_eq!(desk.count("SELECT count(*) FROM residents"), 0);
    assert_eq!(desk.count("SELECT count(*) FROM outbox"), 0);
}

#[tokio::test]
async fn a_long_reply_arrives_in_parts_in_order() {
    let mut desk = Desk::open().await;
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    let lines: Vec<String> = (1..=420).map(|n| format!("{n}番の𠮷野さん")).collect();
    let text = lines.join("\n");
    assert!(text.chars().count() < 4096 && text.encode_utf16().count() > 4096);
    desk.telegram
        .fault(HANAKO, "sendMessage", Fault::DropBefore);
    desk.telegram.replies_in(STAFF, handoff, &text, CLERK);
    desk.told(HANAKO, "420番の").await;
    desk.stop().await;
    let said = desk.telegram.said_by_bot(HANAKO);
    let parts = &said[1..];
    assert_eq!(parts.len(), 2);
    for part in parts {
        assert!(part.text.encode_utf16().count() <= 4096);
    }
    assert!(parts[0].labels().is_empty() && !parts[1].labels().is_empty());
    let all: Vec<&str> = parts
        .iter()
        .flat_map(|part| part.text.lines())
        .skip(1)
        .collect();
    assert_eq!(all, lines);
}

#[tokio::test]
async fn the_staff_keep_working_when_their_group_gets_another_id() {
    let mut desk = Desk::open().await;
    let grown = -1_009_999_999_999;
    desk.telegram
        .fault(STAFF, "sendMessage", Fault::MigrateTo(grown));
    desk.telegram.says(HANAKO, "/staff");
    desk.told(grown, "■ K-1001").await;
    desk.settled().await;
    let handoff = desk.telegram.said_by_bot(grown).pop().unwrap().message_id;
    desk.telegram
        .replies_in(grown, handoff, "お待たせしました。", CLERK);
    desk.told(HANAKO, "お待たせしました。").await;
    assert!(desk.texts(STAFF).is_empty());
    desk.stop().await;
    // The configuration still names the old group.
    desk.reopen().await;
    desk.telegram
        .replies_in(grown, handoff, "もう少しお待ちください。", CLERK);
    desk.told(HANAKO, "もう少しお待ちください。").await;
    desk.telegram.says(HANAKO, "はい、待っています");
    desk.told(grown, "はい、待っています").await;
}

#[tokio::test]
async fn a_group_that_says_it_has_moved_is_followed() {
    let mut desk = Desk::open().await;
    let grown = -1_009_999_999_999;
    desk.telegram.supergroup(grown, "マイナンバーカード窓口");
    let moved = desk.telegram.raw_update(json!({ "message": {
        "message_id": 902, "date": 0, "migrate_to_chat_id": grown,
        "chat": { "id": STAFF, "type": "group", "title": "窓口" },
        "from": { "id": CLERK, "is_bot": false, "first_name": "窓口係" },
    }}));
    desk.eventually("the move taken", |telegram| telegram.is_confirmed(moved))
        .await;
    desk.telegram.says(HANAKO, "/staff");
    desk.told(grown, "■ K-1001").await;
    desk.stop().await;
    assert!(desk.texts(STAFF).is_empty());
}
