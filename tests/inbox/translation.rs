//! Machine translation on the page of a case: off, on, stopped by a difference, too old; and a citizen's words for reading.

use madoguchi::config::Config;
use madoguchi::desk::draft::Refusal;
use madoguchi::desk::language::Language;
use reqwest::StatusCode;

use super::{Inbox, WISH, done, staffed};
use crate::review_page::{plain, value};
use crate::translate::fake::{Fake, Manner};

const VI: [&str; 2] = ["Tôi quên mật khẩu", "Tôi muốn nói chuyện với nhân viên"];
const REPLY: &str = "12月8日10時30分に、市役所の3番窓口へ来てください。";
const TRANSLATED: &str = "SELECT count(*) FROM outbox WHERE phrase = 'staff-says-translated'";

async fn open() -> (Inbox, Fake) {
    let fake = Fake::open().await;
    let mut config = Config {
        translate: Some(fake.setting.clone()),
        ..staffed()
    };
    config.secrets.translate_key = Some("key of the service".into());
    (Inbox::open_with(config).await, fake)
}

fn translate(text: &str) -> [(&str, &str); 2] {
    [("what", "translate"), ("text", text)]
}

#[tokio::test]
async fn off_there_is_nothing_of_it() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_in("Lan", Language::Vi, &VI).await;
    let clerk = inbox.clerk("counter").await;
    let page = clerk.sees(case).await;
    for mark in ["id=\"translate\"", "id=\"read-", "value=\"translate\""] {
        assert!(!page.contains(mark), "{mark}: {page}");
    }
    let answer = clerk.asks(case, "aid", &translate(REPLY)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let why = inbox.hall.app.translation_refusal(Refusal::Off);
    assert!(plain(&answer.body).contains(&why));
    assert!(answer.body.contains(&format!("{REPLY}</textarea>")));
}

#[tokio::test]
async fn a_translation_is_seen_there_and_back_and_sent_once() {
    let (mut inbox, fake) = open().await;
    let case = inbox.case_in("Lan", Language::Vi, &VI).await;
    let clerk = inbox.clerk("counter").await;
    assert!(clerk.sees(case).await.contains("id=\"translate\""));
    let before = inbox.written();
    let answer = clerk.asks(case, "aid", &translate(REPLY)).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let draft = answer.body.split("id=\"draft\"").nth(1).unwrap();
    assert!(draft.contains("<bdi lang=\"vi\">Xin mời đến"), "{draft}");
    assert!(draft.contains("来てください"), "the way back: {draft}");
    assert!(plain(draft).contains(REPLY), "the original: {draft}");
    assert!(answer.body.contains(&format!("{REPLY}</textarea>")));
    assert_eq!(inbox.written(), before, "a draft tells nobody");
    assert_eq!(fake.take().len(), 2, "there and back");
    let key = value(&answer.body, "data-key=\"");
    let id = value(draft, "name=\"draft\" value=\"");
    let path = format!("/staff/cases/{case}/send");
    let fields = [("what", "draft"), ("draft", id.as_str()), ("text", REPLY)];
    for _ in 0..2 {
        assert_eq!(done(&clerk.posts(&path, &key, &fields).await), "replied");
    }
    assert_eq!(inbox.hall.count(TRANSLATED), 1);
    // From a new page the same draft is gone, and the text is not.
    let answer = clerk.asks(case, "send", &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(plain(&answer.body).contains(&inbox.words("staff-inbox-draft-gone")));
    assert!(answer.body.contains(&format!("{REPLY}</textarea>")));
    assert_eq!(inbox.hall.count(TRANSLATED), 1);
}

#[tokio::test]
async fn a_difference_stops_it_and_a_draft_is_not_kept_for_ever() {
    let (mut inbox, fake) = open().await;
    let case = inbox.case_in("Lan", Language::Vi, &VI).await;
    let clerk = inbox.clerk("counter").await;
    fake.is_from_now(Manner::Drops);
    let answer = clerk.asks(case, "aid", &translate(REPLY)).await;
    assert_eq!(answer.status, StatusCode::OK);
    let words = plain(&answer.body);
    assert!(
        words.contains(&inbox.words("staff-translate-blocked")),
        "{words}"
    );
    assert!(words.contains("が消えました"), "in words: {words}");
    assert!(!answer.body.contains("id=\"send-draft\""));
    assert!(answer.body.contains(&format!("{REPLY}</textarea>")));
    // A number that nobody may send does not leave.
    fake.take();
    let secret = clerk
        .asks(case, "aid", &translate("暗証番号は1234です"))
        .await;
    assert_eq!(secret.status, StatusCode::UNPROCESSABLE_ENTITY);
    let why = inbox.hall.app.translation_refusal(Refusal::Secret);
    assert!(plain(&secret.body).contains(&why));
    assert!(fake.take().is_empty());
    // An hour later.
    fake.is_from_now(Manner::Sound);
    let answer = clerk.asks(case, "aid", &translate(REPLY)).await;
    let id = value(&answer.body, "name=\"draft\" value=\"");
    inbox.hall.jump("2026-12-01T11:02:00");
    let fields = [("what", "draft"), ("draft", id.as_str()), ("text", REPLY)];
    let late = clerk.asks(case, "send", &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains(&format!("{REPLY}</textarea>")));
    // Nor can another clerk send what they have not seen.
    let answer = clerk.asks(case, "aid", &translate(REPLY)).await;
    let id = value(&answer.body, "name=\"draft\" value=\"");
    let fields = [("what", "draft"), ("draft", id.as_str()), ("text", REPLY)];
    let other = inbox.clerk("counter-2").await;
    let answer = other.asks(case, "send", &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(inbox.hall.count(TRANSLATED), 0);
}

#[tokio::test]
async fn a_citizens_words_are_read_and_not_kept() {
    let (mut inbox, fake) = open().await;
    let case = inbox.case_in("Lan", Language::Vi, &VI).await;
    let clerk = inbox.clerk("counter").await;
    let page = clerk.sees(case).await;
    let line = value(&page, "name=\"line\" value=\"");
    let answer = clerk
        .asks(case, "aid", &[("what", "read"), ("line", &line)])
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    let reading = answer.body.split("id=\"reading\"").nth(1).unwrap();
    let reading = reading.split("</section>").next().unwrap();
    assert!(reading.contains("来てください"), "{reading}");
    assert!(
        reading.contains(&inbox.words("staff-translate-label")),
        "{reading}"
    );
    assert!(reading.contains("<bdi lang=\"vi\">"), "{reading}");
    assert_eq!(fake.take().len(), 1);
    assert!(!clerk.sees(case).await.contains("来てください"));
    for (table, column) in [
        ("outbox", "text"),
        ("inbox", "text"),
        ("case_notes", "text"),
    ] {
        let kept = format!("SELECT count(*) FROM {table} WHERE {column} LIKE '%来てください%'");
        assert_eq!(inbox.hall.count(&kept), 0, "{table}");
    }
    // A line that is not of this conversation is none.
    for line in ["1", "x", ""] {
        let fields = [("what", "read"), ("line", line), ("text", "秘密")];
        let answer = clerk.asks(case, "aid", &fields).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    }
    assert!(fake.take().is_empty());
    // Whoever writes Japanese is read as they are.
    let case = inbox.case_of("花子", WISH).await;
    let page = clerk.sees(case).await;
    for mark in ["id=\"translate\"", "id=\"read-"] {
        assert!(!page.contains(mark), "{mark}");
    }
}
