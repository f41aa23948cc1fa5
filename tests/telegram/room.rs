//! The staff's group: the rights it needs, notes that stay inside, marks on answers, and what people say there among
//! themselves.

use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Address, Outgoing};
use madoguchi::ids::{CaseId, OutgoingId};
use madoguchi::store::outbox::Start;
use serde_json::json;

use super::{CLERK, Desk, HANAKO, JIRO, Log, STAFF};
use crate::fake_telegram::{Fault, Standing};

pub(super) const MANAGER: Standing = Standing::Admin { topics: true };

/// A desk whose staff have a group with topics, before its loops start.
pub(super) async fn closed(manages: bool) -> Desk {
    let desk = Desk::closed().await;
    desk.telegram
        .forum(STAFF, "マイナンバーカード窓口", manages);
    desk.bot.recall(&desk.app).await.unwrap();
    desk
}

/// The same at work.
pub(super) async fn open() -> Desk {
    let mut desk = closed(true).await;
    desk.start();
    desk
}

/// A resident asks for a person; the topic and the number of the summary in it.
pub(super) async fn case_in_topic(desk: &Desk, who: i64) -> (i64, i64) {
    let handoff = desk.wishes_for_a_person(who).await;
    let thread = desk.telegram.said_by_bot(STAFF).last().unwrap().thread;
    (thread.expect("the summary is in a topic"), handoff)
}

/// A clerk takes the case whose summary is the newest message in the group. While nobody has it the bot goes on
/// answering; from here everything that the citizen writes is for the staff.
pub(super) async fn clerk_takes_case(desk: &Desk, who: i64) {
    desk.press_as(STAFF, "担当する", CLERK).await;
    desk.told(who, "職員が担当します").await;
    desk.told(STAFF, "を担当します").await;
    desk.settled().await;
}

/// Waits until the program has logged a line so many times.
async fn logged(log: &Log, line: &str, times: usize) {
    let seen = async {
        while log.lines_with(line) < times {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(super::PATIENCE, seen).await.unwrap();
}

/// The number of the newest message that a person wrote in the staff's group.
fn newest_of_people(desk: &Desk) -> i64 {
    let all = desk.telegram.transcript(STAFF);
    all.iter().rfind(|sent| !sent.by_bot()).unwrap().message_id
}

/// Everything that a citizen was told, as one text.
pub(super) fn told_to(desk: &Desk, who: i64) -> String {
    desk.texts(who).join("\n")
}

pub(super) fn names(desk: &Desk) -> Vec<String> {
    let topics = desk.telegram.topics(STAFF);
    topics.into_iter().map(|topic| topic.name).collect()
}

/// Waits until the desk has taken an update and everything it gave rise to was sent.
pub(super) async fn taken(desk: &Desk, update: i64) {
    desk.eventually("the update taken", |telegram| telegram.is_confirmed(update))
        .await;
    desk.settled().await;
}

pub(super) const UNSETTLED: &str = "SELECT count(*) FROM outbox WHERE state <> 'sent'";

#[tokio::test]
async fn a_missing_right_is_told_once_and_everything_goes_to_the_main_chat() {
    const MEND: &str = "make it an administrator with the right “Manage Topics”";
    let (log, _listening) = Log::listen();
    let mut desk = closed(false).await;
    desk.start();
    desk.told(STAFF, "「トピックの管理」の権限がない").await;
    desk.settled().await;
    let handoff = desk.wishes_for_a_person(HANAKO).await;
    assert!(desk.telegram.topics(STAFF).is_empty());
    desk.telegram
        .replies_in(STAFF, handoff, "はい、伺います。", CLERK);
    desk.told(HANAKO, "はい、伺います。").await;
    desk.stop().await;
    desk.reopen().await;
    // The group knows it already; whoever has started the program anew reads it again.
    logged(&log, MEND, 2).await;
    // Somebody gives the right; the desk hears of it.
    let given = desk.telegram.makes_the_bot(STAFF, MANAGER, CLERK);
    taken(&desk, given).await;
    desk.told(STAFF, "権限がそろいました").await;
    let lacks = |text: &&String| text.contains("権限が足りません");
    assert_eq!(desk.texts(STAFF).iter().filter(lacks).count(), 1);
    desk.telegram.says(HANAKO, "待っています");
    desk.told(STAFF, "待っています").await;
    desk.settled().await;
    assert!(
        desk.telegram.topics(STAFF).is_empty(),
        "it began in the main chat"
    );
    let (_, _) = case_in_topic(&desk, JIRO).await;
    assert_eq!(names(&desk), ["K-1002 職員を希望"]);
    desk.stop().await;
    assert_eq!(log.lines_with(MEND), 2);
}

#[tokio::test]
async fn a_bot_that_is_not_there_or_is_held_up_says_so() {
    for (standing, line) in [
        (Standing::Kicked, "the bot is not in the staff's group"),
        (Standing::Left, "the bot is not in the staff's group"),
        (
            Standing::Muted,
            "the bot may not write in the staff's group",
        ),
    ] {
        let (log, _listening) = Log::listen();
        let mut desk = closed(true).await;
        desk.telegram.quietly_makes_the_bot(STAFF, standing);
        let found = desk.bot.staff_standing().await.unwrap().unwrap();
        assert_eq!(found.lacks().len(), 1);
        desk.bot.look_around(&desk.app);
        desk.eventually("a look", |telegram| telegram.calls("getChat") > 1)
            .await;
        logged(&log, line, 1).await;
        desk.start();
        desk.stop().await;
        assert_eq!(desk.telegram.calls("sendMessage"), 0);
    }
    let mut desk = closed(true).await;
    desk.telegram.quietly_makes_the_bot(STAFF, Standing::Member);
    desk.telegram.lets_members_write(STAFF, true, 30);
    desk.start();
    desk.told(STAFF, "「低速モード」").await;
    desk.stop().await;
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
    // By the name that the roster has for the clerk's account.
    assert_eq!(desk.config.staff.people[0].name, "counter");
    assert_eq!(desk.count(&format!("{notes} AND who = 'counter'")), 2);
    assert_eq!(desk.count(&format!("{notes} AND text = '代理の方です'")), 1);
    assert_eq!(
        desk.count("SELECT count(*) FROM case_notes WHERE text LIKE '%5678%'"),
        0,
        "a note keeps no personal number"
    );
    assert_eq!(
        desk.count("SELECT count(*) FROM audit WHERE what = 'note-case' AND who = 'clerk:counter'"),
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
