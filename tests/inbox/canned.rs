//! Sentences that are ready and reviewed answers that are looked for: seen in both languages first, then sent.

use madoguchi::desk::canned::{Canned, Group};
use madoguchi::desk::language::Language;
use reqwest::StatusCode;

use super::{Inbox, WISH, done};
use crate::review_page::{plain, value};

const VI: [&str; 2] = ["Tôi quên mật khẩu", "Tôi muốn nói chuyện với nhân viên"];
const SAYS: &str = "SELECT count(*) FROM outbox WHERE phrase = 'staff-says'";

/// Come to the main office on a day at half past ten.
fn come_on<'a>(day: &'a str, time: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("what", "canned"),
        ("canned", "canned-come-on"),
        ("office", "main"),
        ("date", day),
        ("time", time),
    ]
}

#[tokio::test]
async fn a_sentence_is_seen_in_both_languages_before_it_is_sent() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_in("Lan", Language::Vi, &VI).await;
    let clerk = inbox.clerk("counter").await;
    let page = clerk.sees(case).await;
    for group in Group::ALL {
        let label = inbox.hall.app.canned_group(group);
        assert!(page.contains(&format!("<optgroup label=\"{label}\">")));
    }
    for form in Canned::ALL {
        assert!(page.contains(&format!("<option value=\"{}\"", form.id)));
    }
    let page = clerk
        .reads(&format!("/staff/cases/{case}?canned=canned-come-on"))
        .await;
    for field in ["blank-office", "blank-date", "blank-time"] {
        assert!(page.contains(&format!("id=\"{field}\"")), "{field}: {page}");
    }
    assert!(!page.contains("id=\"send-canned\""), "nothing is filled in");
    let before = inbox.written();
    let answer = clerk
        .asks(case, "aid", &come_on("2026-12-08", "10:30"))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    let preview = answer.body.split("id=\"canned-preview\"").nth(1).unwrap();
    let theirs = value(preview, "<bdi lang=\"");
    assert_eq!(theirs, "vi");
    assert!(preview.contains("8 tháng 12"), "{preview}");
    assert!(
        plain(preview).contains("12月8日（火）の10時30分に、"),
        "{preview}"
    );
    assert_eq!(inbox.written(), before, "a preview tells nobody");
    // A form that comes twice is one answer.
    let key = value(&answer.body, "data-key=\"");
    let path = format!("/staff/cases/{case}/send");
    let fields = come_on("2026-12-08", "10:30");
    for _ in 0..2 {
        assert_eq!(done(&clerk.posts(&path, &key, &fields).await), "sent");
    }
    assert_eq!(inbox.hall.count(SAYS), 1);
    let vi = "SELECT count(*) FROM outbox WHERE phrase = 'staff-says' AND language = 'vi'";
    assert_eq!(inbox.hall.count(vi), 1);
    assert!(clerk.sees(case).await.contains("counter が返信済み"));
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_field_and_nothing_is_lost() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let clerk = inbox.clerk("counter").await;
    let before = inbox.written();
    for (day, time, field) in [
        ("2026-12-05", "10:30", "blank-date"),
        ("2026-11-30", "10:30", "blank-date"),
        ("", "10:30", "blank-date"),
        ("2026-12-08", "23:15", "blank-time"),
    ] {
        for place in ["aid", "send"] {
            let answer = clerk.asks(case, place, &come_on(day, time)).await;
            let what = format!("{day} {time} {place}");
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
            let fault = format!("aria-describedby=\"{field}-fault\"");
            assert!(answer.body.contains(&fault), "{what}: {answer:?}");
            assert!(answer.body.contains("aria-invalid=\"true\""), "{what}");
            assert!(answer.body.contains(&format!("value=\"{time}\"")), "{what}");
            assert!(answer.body.contains("value=\"main\" selected"), "{what}");
            assert!(!answer.body.contains("id=\"send-canned\""), "{what}");
        }
    }
    // What was true when it was seen need not be when it is sent.
    let today = come_on("2026-12-01", "10:30");
    assert_eq!(clerk.asks(case, "aid", &today).await.status, StatusCode::OK);
    inbox.hall.jump("2026-12-01T10:31:00");
    let late = clerk.asks(case, "send", &today).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(inbox.written(), before);
    let nonsense = [("what", "canned"), ("canned", "canned-nonsense")];
    let answer = clerk.asks(case, "send", &nonsense).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_sentence_for_a_case_of_another_clerk_is_kept() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let (one, two) = (inbox.clerk("counter").await, inbox.clerk("counter-2").await);
    assert_eq!(one.presses(case, "accept", &[]).await, "accepted");
    // One without blanks is read at once.
    let page = two
        .reads(&format!("/staff/cases/{case}?canned=canned-checking"))
        .await;
    assert!(page.contains("id=\"send-canned\""), "{page}");
    let before = inbox.written();
    let fields = [("what", "canned"), ("canned", "canned-checking")];
    let answer = two.asks(case, "send", &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(plain(&answer.body).contains("counter が担当しています"));
    assert!(answer.body.contains("id=\"send-canned\""), "it stays");
    assert_eq!(inbox.written(), before);
    // A form without the key of the session has no effect.
    let path = format!("/staff/cases/{case}/send");
    let answer = one.posts(&path, "guessed", &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(inbox.written(), before);
}

#[tokio::test]
async fn a_reviewed_answer_is_looked_for_and_sent() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_in("Lan", Language::Vi, &VI).await;
    let clerk = inbox.clerk("counter").await;
    let find = |words| [("what", "find"), ("find", words)];
    let answer = clerk.asks(case, "aid", &find("暗証番号")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(
        answer.body.contains("id=\"found-pin-forgot\""),
        "{}",
        plain(&answer.body)
    );
    let found = answer.body.split("id=\"found-pin-forgot\"").nth(1).unwrap();
    assert!(found.contains("lang=\"vi\""), "{found}");
    let none = clerk.asks(case, "aid", &find("ゑゐゑゐ")).await;
    assert!(plain(&none.body).contains(&inbox.words("staff-inbox-find-none")));
    assert_eq!(
        clerk
            .presses(case, "send", &[("entry", "pin-forgot")])
            .await,
        "sent"
    );
    let sent = "SELECT count(*) FROM outbox WHERE phrase = 'case-entry' AND language = 'vi'";
    assert_eq!(inbox.hall.count(sent), 1);
}
