//! The page of a case: what it tells, who has it, how it ends, and what must never leave it.

use madoguchi::desk::case::state::CloseReason;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::language::Language;
use madoguchi::ids::CaseId;
use reqwest::StatusCode;

use super::{Inbox, LOST, WISH, done};
use crate::review_page::{plain, value};

#[tokio::test]
async fn a_case_in_another_language_is_told_in_japanese() {
    let mut inbox = Inbox::open().await;
    let texts = ["Tôi quên mật khẩu", "Tôi muốn nói chuyện với nhân viên"];
    let case = inbox.case_in("Lan", Language::Vi, &texts).await;
    let clerk = inbox.clerk("counter").await;
    let page = clerk.sees(case).await;
    assert!(
        page.contains("<bdi lang=\"vi\">Tôi quên mật khẩu</bdi>"),
        "{page}"
    );
    let words = plain(&page);
    assert!(words.contains(&inbox.words("staff-inbox-gloss")), "{words}");
    assert!(words.contains("Tiếng Việt"), "{words}");
    for id in [
        "staff-inbox-why-now",
        "staff-inbox-words",
        "staff-inbox-tried",
        "staff-inbox-known",
        "staff-inbox-asks",
        "staff-inbox-promised",
    ] {
        assert!(words.contains(&inbox.words(id)), "{id}: {words}");
    }
    // The desk's answer is shortened to its Japanese title; all of it can be opened.
    let shortened = format!("{} ", inbox.words("staff-inbox-said-answer"));
    assert!(words.contains(&shortened), "{words}");
    // Nobody is known by name here.
    assert!(!words.contains("Lan"), "{words}");
}

#[tokio::test]
async fn a_note_never_leaves_the_staff() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    inbox.hall.deliver().await;
    let clerk = inbox.clerk("counter").await;
    let before = inbox.written();
    let secret = "怒っていた。家族に電話すること";
    assert_eq!(done(&clerk.notes(case, secret).await), "noted");
    // Whatever else the form carries, a note stays a note.
    let key = clerk.key(case).await;
    let path = format!("/staff/cases/{case}/note");
    let fields = [
        ("text", "二つ目の秘密"),
        ("what", "send"),
        ("entry", "pin-forgot"),
        ("reply", "二つ目の秘密"),
        ("case", "1"),
    ];
    assert_eq!(done(&clerk.posts(&path, &key, &fields).await), "noted");
    assert_eq!(inbox.written(), before, "nothing was written to a resident");
    for text in [secret, "二つ目の秘密"] {
        let kept = format!("SELECT count(*) FROM case_notes WHERE text = '{text}'");
        assert_eq!(inbox.hall.count(&kept), 1);
        for column in ["text", "choices", "key"] {
            let sql = format!("SELECT count(*) FROM outbox WHERE {column} LIKE '%{text}%'");
            assert_eq!(inbox.hall.count(&sql), 0);
        }
        let arrived = inbox.hall.deliver().await;
        assert!(arrived.iter().all(|row| !row.text.contains(text)));
    }
    // Accepted, answered and closed, it still stays here.
    clerk.presses(case, "accept", &[]).await;
    clerk.replies(case, "承りました。").await;
    clerk.presses(case, "close", &[("why", "answered")]).await;
    let arrived = inbox.hall.deliver().await;
    assert!(arrived.len() >= 3);
    assert!(arrived.iter().all(|row| !row.text.contains("秘密")));
    assert!(clerk.sees(case).await.contains(secret));
    assert!(
        !clerk
            .reads("/staff/cases?show=closed")
            .await
            .contains(secret)
    );
}

#[tokio::test]
async fn taking_over_says_from_whom() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let (one, two) = (inbox.clerk("counter").await, inbox.clerk("counter-2").await);
    let ask = format!("/staff/cases/{case}/take-over");
    // Nobody has it: there is nobody to take it from.
    let answer = two.browser.gets(&ask).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(one.presses(case, "accept", &[]).await, "accepted");
    assert_eq!(two.presses(case, "accept", &[]).await, "taken");
    let page = two.reads(&ask).await;
    assert!(page.contains(&format!("K-{case} は counter が")), "{page}");
    let before = inbox.written();
    assert_eq!(two.presses(case, "take-over", &[]).await, "taken-over");
    assert_eq!(inbox.written(), before + 1, "the citizen hears of it");
    let page = one.sees(case).await;
    assert!(page.contains("counter-2 が担当・未返信"), "{page}");
    // Who has lost it keeps what they have typed, and nothing goes out.
    let before = inbox.written();
    let answer = one.replies(case, "途中まで書いた\n大事な返信").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(
        answer
            .body
            .contains("途中まで書いた\n大事な返信</textarea>"),
        "{answer:?}"
    );
    assert!(plain(&answer.body).contains("counter-2 が担当しています"));
    assert_eq!(inbox.written(), before);
    // Who has it gives it back, and the next one takes it.
    assert_eq!(one.presses(case, "release", &[]).await, "taken");
    assert_eq!(two.presses(case, "release", &[]).await, "released");
    assert_eq!(one.presses(case, "accept", &[]).await, "accepted");
    // A page that was open all the time has one key, and each press of it counts.
    let (owner, sql) = ("counter", "SELECT count(*) FROM cases WHERE owner = ");
    assert_eq!(inbox.hall.count(&format!("{sql}'{owner}'")), 1);
}

#[tokio::test]
async fn a_case_ends_for_a_reason_that_clerks_have() {
    let mut inbox = Inbox::open().await;
    let clerk = inbox.clerk("counter").await;
    for (n, why) in CloseReason::OF_CLERKS.into_iter().enumerate() {
        let case = inbox.case_of(&format!("市民{n}"), WISH).await;
        let fields = [("why", why.id())];
        assert_eq!(clerk.presses(case, "close", &fields).await, "closed");
        let sql = format!(
            "SELECT count(*) FROM cases WHERE id = {case} AND close_reason = '{}'",
            why.id()
        );
        assert_eq!(inbox.hall.count(&sql), 1);
        let page = clerk.sees(case).await;
        assert!(!page.contains("id=\"reply-form\""), "{page}");
        assert_eq!(clerk.presses(case, "accept", &[]).await, "over");
    }
    let case = inbox.case_of("花子", WISH).await;
    for why in ["withdrawn", "idle", "nonsense", ""] {
        let fields = [("why", why)];
        assert_eq!(clerk.presses(case, "close", &fields).await, "no-reason");
    }
    assert_eq!(
        clerk.presses(case, "rank", &[("urgency", "soon")]).await,
        "ranked"
    );
    assert_eq!(
        clerk.presses(case, "rank", &[("urgency", "soon")]).await,
        "already"
    );
    let open = "SELECT count(*) FROM cases WHERE state = 'queued' AND urgency = 'soon'";
    assert_eq!(inbox.hall.count(open), 1);
}

#[tokio::test]
async fn what_citizens_and_clerks_write_is_text_and_nothing_else() {
    let mut inbox = Inbox::open().await;
    let evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)> \u{202e}gnp.exe";
    inbox.hall.says("花子", evil).await;
    let case = inbox.case_of("花子", WISH).await;
    inbox.hall.says("花子", evil).await;
    let clerk = inbox.clerk("counter").await;
    clerk.presses(case, "accept", &[]).await;
    inbox.hall.says("花子", evil).await;
    clerk.notes(case, evil).await;
    assert_eq!(done(&clerk.replies(case, evil).await), "replied");
    let other = inbox.clerk("counter-2").await;
    let refused = other.replies(case, &format!("</textarea>{evil}")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let list = clerk.reads("/staff/cases").await;
    for page in [clerk.sees(case).await, refused.body, list] {
        for live in [
            "<script>alert",
            "<img src=x",
            "</textarea>&lt;script></textarea><",
        ] {
            assert!(!page.contains(live), "{live}: {page}");
        }
    }
    let page = clerk.sees(case).await;
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{page}"
    );
    // Letters that turn the direction of writing end with their own words.
    for part in page.split('\u{202e}').skip(1) {
        let (inside, _) = part.split_once("</bdi>").unwrap();
        assert!(!inside.contains("<bdi"), "{inside}");
    }
}

#[tokio::test]
async fn a_form_of_another_session_does_nothing_and_loses_nothing() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let (one, two) = (inbox.clerk("counter").await, inbox.clerk("counter-2").await);
    let theirs = two.key(case).await;
    let before = inbox.written();
    let at = |what| format!("/staff/cases/{case}/{what}");
    for what in ["reply", "note"] {
        let text = format!("大事な{what}");
        let answer = one.posts(&at(what), &theirs, &[("text", &text)]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{answer:?}");
        assert!(
            answer.body.contains(&format!("{text}</textarea>")),
            "{answer:?}"
        );
        assert!(answer.body.contains(&inbox.words("staff-desk-stale")));
    }
    let answer = one.posts(&at("do"), &theirs, &[("what", "accept")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(inbox.written(), before);
    assert_eq!(inbox.hall.count("SELECT count(*) FROM case_notes"), 0);
    // Addresses of no case.
    for path in [
        "/staff/cases/999999",
        "/staff/cases/999999/events",
        "/staff/cases/999999/letter?row=1",
    ] {
        let answer = one.browser.gets(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let answer = one.browser.gets("/staff/cases/K-1001").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_promised_call_shows_its_number_to_those_who_answer() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", LOST).await;
    let offered = inbox
        .hall
        .picks("花子", Choice::CallBack(CaseId(case)))
        .await;
    let time = offered[0].choices[0].id.clone();
    let time = Choice::read(&time).expect("a time is offered");
    inbox.hall.picks("花子", time).await;
    inbox.hall.says("花子", "090-1234-5678").await;
    assert_eq!(inbox.hall.count("SELECT count(*) FROM callbacks"), 1);
    let page = inbox.clerk("counter").await.sees(case).await;
    assert!(page.contains("href=\"tel:09012345678\""), "{page}");
    let floor = inbox.clerk("city").await;
    let page = floor.sees(case).await;
    assert!(!page.contains("09012345678"), "{page}");
    assert!(page.contains(&inbox.words("staff-inbox-call-hidden")));
    let list = floor.reads("/staff/cases").await;
    assert!(list.contains(&inbox.words("staff-inbox-call")) && !list.contains("5678"));
    assert_eq!(value(&list, "data-urgent=\""), format!("K-{case}"));
    // Whoever has called says so, and the number goes.
    let clerk = inbox.clerk("counter").await;
    assert_eq!(clerk.presses(case, "called", &[]).await, "called");
    let page = clerk.sees(case).await;
    assert!(!page.contains("09012345678"), "{page}");
    assert!(page.contains(&inbox.words("staff-inbox-step-called")));
    assert_eq!(inbox.hall.count("SELECT count(*) FROM callbacks"), 0);
    assert_eq!(clerk.presses(case, "called", &[]).await, "already");
}

#[tokio::test]
async fn a_loss_told_later_is_what_the_case_is_about() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", "職員と話したい").await;
    let clerk = inbox.clerk("counter").await;
    assert_eq!(clerk.presses(case, "accept", &[]).await, "accepted");
    inbox.hall.says("花子", "カードを盗まれました").await;
    let page = plain(&clerk.sees(case).await);
    assert!(page.contains("至急 カードを盗まれました"), "{page}");
}
