//! Replies: stored before they are sent, sent once, and what became of each.

use reqwest::StatusCode;

use super::{Inbox, LOST, WISH, done};
use crate::harness::{CityHall, Fault};
use crate::review_page::{plain, value};

#[tokio::test]
async fn a_reply_is_stored_then_sent_then_seen_to_have_arrived() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    inbox.hall.deliver().await;
    let clerk = inbox.clerk("counter").await;
    let mut stream = clerk.follows(&format!("/staff/cases/{case}/events")).await;
    let answer = clerk.replies(case, "12月8日に\r\nお越しください。").await;
    assert_eq!(done(&answer), "replied");
    let page = clerk.sees(case).await;
    assert!(page.contains("12月8日に\nお越しください。"), "{page}");
    assert!(
        page.contains(&inbox.words("staff-inbox-on-its-way")),
        "{page}"
    );
    assert!(
        page.contains("counter が返信済み・市民の返事待ち"),
        "{page}"
    );
    stream.brings(&inbox.words("staff-inbox-on-its-way")).await;
    let arrived = inbox.hall.deliver().await;
    assert!(arrived.iter().any(|row| row.phrase == "staff-says"));
    let arrived = format!("{} <time>10:00</time>", inbox.words("staff-inbox-arrived"));
    assert!(clerk.sees(case).await.contains(&arrived));
    stream.brings(&arrived).await;
    // The citizen answers: the word is with the clerk again, and open pages hear of it.
    inbox.hall.says("花子", "わかりました、行きます").await;
    stream.brings("わかりました、行きます").await;
    assert!(clerk.sees(case).await.contains("counter が担当・要返信"));
}

#[tokio::test]
async fn a_reply_that_does_not_arrive_says_why_and_what_else_can_be_done() {
    let mut inbox = Inbox::open().await;
    let booking = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";
    inbox.hall.says("花子", booking).await;
    inbox.hall.says("花子", "はい").await;
    let case = inbox.case_of("花子", WISH).await;
    inbox.hall.deliver().await;
    let clerk = inbox.clerk("counter").await;
    let text = "書類をお持ちください。";
    clerk.replies(case, text).await;
    let person = CityHall::person("花子");
    inbox
        .hall
        .recorder
        .fail_next(&person, Fault::Never { gone: true });
    inbox.hall.deliver().await;
    let page = clerk.sees(case).await;
    let words = plain(&page);
    for id in [
        "staff-inbox-not-arrived",
        "staff-inbox-failed-unknown",
        "staff-inbox-second-way",
        "staff-inbox-way-visit",
        "staff-inbox-way-print",
    ] {
        assert!(words.contains(&inbox.words(id)), "{id}: {words}");
    }
    assert!(words.contains("12月8日（火） 10:00"), "{words}");
    assert!(
        words.contains("counter が担当・要返信"),
        "the word is with the clerk: {words}"
    );
    let list = clerk.reads("/staff/cases").await;
    assert!(list.contains(&inbox.words("staff-inbox-failed")), "{list}");
    // On paper, for the counter.
    let link = value(&page, &format!("href=\"/staff/cases/{case}/letter?row="));
    let letter = clerk
        .reads(&format!("/staff/cases/{case}/letter?row={link}"))
        .await;
    assert!(letter.contains(text), "{letter}");
    // Neither what the desk has said nor another case's row is a letter.
    let other = inbox
        .hall
        .count("SELECT id FROM outbox WHERE phrase = 'booked'");
    let answer = clerk
        .browser
        .gets(&format!("/staff/cases/{case}/letter?row={other}"))
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_form_has_one_effect() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let clerk = inbox.clerk("counter").await;
    let (key, path) = (clerk.key(case).await, format!("/staff/cases/{case}/reply"));
    let fields = [("text", "承りました。")];
    let (a, b) = tokio::join!(
        clerk.posts(&path, &key, &fields),
        clerk.posts(&path, &key, &fields)
    );
    assert_eq!([done(&a), done(&b)], ["replied", "replied"]);
    let says = "SELECT count(*) FROM outbox WHERE phrase = 'staff-says'";
    assert_eq!(inbox.hall.count(says), 1);
    // The same words from a new page are meant.
    assert_eq!(done(&clerk.replies(case, "承りました。").await), "replied");
    assert_eq!(inbox.hall.count(says), 2);
    // A refused form that comes again is refused again, with its text.
    let other = inbox.clerk("counter-2").await;
    let key = other.key(case).await;
    for _ in 0..2 {
        let answer = other.posts(&path, &key, &[("text", "私が答えます")]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("私が答えます</textarea>"));
    }
    assert_eq!(inbox.hall.count(says), 2);
}

#[tokio::test]
async fn what_may_not_be_sent_is_not() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let clerk = inbox.clerk("counter").await;
    let before = inbox.written();
    let empty = clerk.replies(case, " \r\n ").await;
    assert_eq!(empty.status, StatusCode::CONFLICT);
    let long = "あ".repeat(3001);
    let answer = clerk.replies(case, &long).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(&long), "what was typed stays");
    assert_eq!(inbox.written(), before);
    assert_eq!(done(&clerk.replies(case, &long[3..]).await), "replied");
    // A number that nobody may send is masked, and the clerk is told.
    let number = "番号は 1234 5678 9018 です";
    assert_eq!(done(&clerk.replies(case, number).await), "replied-masked");
    let kept = "SELECT count(*) FROM outbox WHERE text LIKE '%9018%'";
    assert_eq!(inbox.hall.count(kept), 0);
    let page = clerk.sees(case).await;
    assert!(!page.contains("9018"), "{page}");
}

#[tokio::test]
async fn a_reviewed_answer_goes_out_with_a_button() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", LOST).await;
    let clerk = inbox.clerk("counter").await;
    let send = |entry| [("entry", entry)];
    assert_eq!(
        clerk.presses(case, "send", &send("pin-forgot")).await,
        "sent"
    );
    assert_eq!(
        clerk.presses(case, "send", &send("no-such-entry")).await,
        "withheld"
    );
    let sent = "SELECT count(*) FROM outbox WHERE phrase = 'case-entry' AND resident IS NOT NULL";
    assert_eq!(inbox.hall.count(sent), 1);
    let page = clerk.sees(case).await;
    assert!(page.contains("class=\"clerk\""), "{page}");
    assert!(
        page.contains("counter が返信済み"),
        "who answers has the case: {page}"
    );
}
