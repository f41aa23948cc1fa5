//! Hand-over sheets: made once, read on one page without anything that names the citizen, taken over once at the place
//! to which they lead.

use std::collections::BTreeSet;

use madoguchi::desk::choice::Choice;
use madoguchi::desk::feedback::{About, Pick};
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::AskerKind;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::{FloorAction, TicketWish};
use madoguchi::desk::queue::ticket::Needs;
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::{CaseId, TicketId};
use reqwest::StatusCode;

use super::{Clerk, Inbox, WISH, done, staffed};
use crate::harness::config_with;
use crate::review_page::{plain, value};
use crate::server::Answer;

const SHEETS: &str = "SELECT count(*) FROM handovers";

/// The address of the sheet to which an answer leads.
fn sheet(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    let location = answer.header("location");
    let address = location.strip_suffix("?done=made").unwrap();
    assert!(address.starts_with("/staff/sheets/H-"), "{address}");
    address.to_owned()
}

impl Clerk {
    async fn hands_over(&self, case: i64, to: &str, department: &str, note: &str) -> Answer {
        let fields = [("to", to), ("department", department), ("note", note)];
        self.asks(case, "sheet", &fields).await
    }

    async fn takes(&self, sheet: &str) -> String {
        let page = self.reads(sheet).await;
        let key = value(&page, "name=\"key\" value=\"");
        done(&self.posts(&format!("{sheet}/take"), &key, &[]).await)
    }
}

#[tokio::test]
async fn a_sheet_tells_the_next_counter_what_it_must_know_and_no_more() {
    let mut inbox = Inbox::open().await;
    let texts = [
        "Tôi quên mật khẩu",
        "Số điện thoại của tôi là 090-1234-5678, tôi quên mật khẩu",
        "Tôi muốn nói chuyện với nhân viên",
    ];
    let case = inbox.case_in("Lan", Language::Vi, &texts).await;
    let clerk = inbox.clerk("counter").await;
    let note = "暗証番号の再設定をご希望です。電話 090-1234-5678";
    let key = clerk.key(case).await;
    let fields = [("to", "main:2"), ("note", note)];
    let path = format!("/staff/cases/{case}/sheet");
    // The same form once more is the same sheet.
    let address = sheet(&clerk.posts(&path, &key, &fields).await);
    assert_eq!(sheet(&clerk.posts(&path, &key, &fields).await), address);
    assert_eq!(inbox.hall.count(SHEETS), 1);
    let page = clerk.reads(&address).await;
    let words = plain(&page);
    let code = address.rsplit('/').next().unwrap();
    for text in [
        code,
        "Tiếng Việt",
        "ベトナム語",
        "2番窓口",
        "counter",
        "暗証番号の再設定をご希望です。",
        &format!("K-{case}"),
    ] {
        assert!(words.contains(text), "{text}: {words}");
    }
    for id in [
        "staff-sheet-title",
        "staff-sheet-answered",
        "staff-sheet-asks",
        "staff-sheet-speak-interpreter",
        "staff-inbox-not-identified",
        "staff-sheet-signature",
    ] {
        assert!(words.contains(&inbox.words(id)), "{id}: {words}");
    }
    assert!(page.contains("<svg aria-hidden=\"true\""), "{page}");
    for secret in ["5678", "Lan"] {
        assert!(!words.contains(secret), "{secret}: {words}");
    }
    assert!(words.contains("「"), "the last question: {words}");
    // The citizen hears where to go, and the case knows of it.
    let told = "SELECT count(*) FROM outbox WHERE phrase = 'case-sent-on' AND resident IS NOT NULL";
    assert_eq!(inbox.hall.count(told), 1);
    let page = plain(&clerk.sees(case).await);
    assert!(page.contains(code), "{page}");
    let made = "SELECT count(*) FROM case_events WHERE step = 'hand-over'";
    assert_eq!(inbox.hall.count(made), 1);
}

#[tokio::test]
async fn a_sheet_is_taken_over_once() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let (one, two) = (inbox.clerk("counter").await, inbox.clerk("counter-2").await);
    let mut stream = two.follows("/staff/cases/events").await;
    let address = sheet(&one.hands_over(case, "main", "", "").await);
    let code = address.rsplit('/').next().unwrap();
    stream.brings(code).await;
    let list = two.reads("/staff/cases").await;
    assert!(
        list.contains(&inbox.words("staff-sheet-arriving")),
        "{list}"
    );
    assert!(list.contains(&address), "{list}");
    // By what stands on the paper.
    let typed = format!("/staff/sheets?code={}", code.to_lowercase());
    let found = two.browser.gets(&typed).await;
    assert_eq!(found.header("location"), address);
    assert_eq!(two.takes(&address).await, "taken");
    let page = two.reads(&address).await;
    assert!(!page.contains("id=\"take\""), "{page}");
    assert!(plain(&page).contains(&inbox.words("staff-sheet-is-taken")));
    // Whoever pressed at the same time is told.
    let key = one.key(case).await;
    let late = one.posts(&format!("{address}/take"), &key, &[]).await;
    assert_eq!(done(&late), "already");
    let by = "SELECT count(*) FROM handovers WHERE taken_by = 'counter-2'";
    assert_eq!(inbox.hall.count(by), 1);
    assert!(!two.reads("/staff/cases").await.contains(&address));
    assert!(plain(&one.sees(case).await).contains(&inbox.words("staff-sheet-is-taken")));
    for path in [
        "/staff/sheets/H-0000",
        "/staff/sheets/x",
        "/staff/sheets?code=",
    ] {
        let answer = one.browser.gets(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_sheet_is_told_and_the_note_stays() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let clerk = inbox.clerk("counter").await;
    let note = "二行の\n申し送り";
    for (to, department, words) in [
        ("", "", "staff-sheet-no-place"),
        ("main", "税務課", "staff-sheet-no-place"),
        ("nowhere", "", "staff-sheet-no-place"),
        ("main:17", "", "staff-sheet-no-counter"),
        ("main:0", "", "staff-sheet-no-counter"),
    ] {
        let answer = clerk.hands_over(case, to, department, note).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
        assert!(
            answer.body.contains(&inbox.words(words)),
            "{to}: {answer:?}"
        );
        assert!(answer.body.contains(&format!("{note}</textarea>")), "{to}");
    }
    let long = "あ".repeat(401);
    let answer = clerk.hands_over(case, "main", "", &long).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(&long), "what was typed stays");
    assert_eq!(inbox.hall.count(SHEETS), 0);
    // Another department has no button here; its paper is signed by hand.
    let address = sheet(&clerk.hands_over(case, "", "税務課", note).await);
    let page = clerk.reads(&address).await;
    assert!(plain(&page).contains("税務課"), "{page}");
    assert!(!page.contains("id=\"take\""), "{page}");
    assert!(!clerk.reads("/staff/cases").await.contains(&address));
    // A case that is over has no form, and the citizen's word on it stands on its page.
    clerk.presses(case, "close", &[("why", "answered")]).await;
    inbox
        .hall
        .picks(
            "花子",
            Choice::Feedback(Pick::Good(About::Case(CaseId(case)))),
        )
        .await;
    let page = clerk.sees(case).await;
    assert!(!page.contains("id=\"sheet-form\""), "{page}");
    let words = plain(&page);
    let found = inbox.words("staff-review-feedback-good");
    assert!(words.contains(&found), "{words}");
}

#[tokio::test]
async fn without_an_address_of_its_own_a_sheet_has_no_picture() {
    let counter = "{ name = \"counter\", role = \"clerk\" },";
    let config = config_with(&[(counter, counter), ("public_url = \"", "# public_url = \"")]);
    let mut inbox = Inbox::open_with(config).await;
    let case = inbox.case_of("花子", WISH).await;
    let clerk = inbox.clerk("counter").await;
    let address = sheet(&clerk.hands_over(case, "branch", "", "").await);
    assert!(!clerk.reads(&address).await.contains("<svg"));
}

/// Somebody who reads Nepali stands at the counter of this clerk; their ticket.
async fn at_counter(inbox: &Inbox) -> TicketId {
    let office = || OfficeId::read("main").unwrap();
    let open = |counter| FloorAction::Open {
        counter: CounterNumber(counter),
        procedures: BTreeSet::new(),
    };
    let wish = TicketWish {
        procedures: vec![Procedure::Pin],
        people: 1,
        language: Language::Ne,
        needs: Needs {
            chair: true,
            interpreter: true,
            ..Needs::default()
        },
        resident: None,
        from: AskerKind::Clerk,
        beyond: Some("test".into()),
    };
    let app = &inbox.hall.app;
    let mut ticket = None;
    for (key, clerk, action) in [
        ("a", "counter", open(1)),
        ("b", "counter-2", open(2)),
        ("c", "counter", FloorAction::Issue(wish)),
        ("d", "counter", FloorAction::Next(CounterNumber(1))),
    ] {
        let done = app.floor(key.into(), clerk.into(), office(), action).await;
        ticket = done.unwrap().unwrap().ticket.or(ticket);
    }
    app.refresh_halls().await.unwrap();
    ticket.unwrap().id
}

#[tokio::test]
async fn whoever_stands_at_a_counter_is_sent_on_with_a_sheet() {
    let inbox = Inbox::open_with(staffed()).await;
    let ticket = at_counter(&inbox).await;
    let (one, two) = (inbox.clerk("counter").await, inbox.clerk("counter-2").await);
    let page = one.reads("/staff/floor?office=main").await;
    assert!(page.contains("action=\"/staff/floor/sheet\""), "{page}");
    let form = page.split("action=\"/staff/floor/sheet\"").nth(1).unwrap();
    let key = value(form, "name=\"key\" value=\"");
    // Another counter's key opens no sheet of ours, and a wrong form comes back with its words.
    let id = ticket.to_string();
    let fields = [
        ("office", "main"),
        ("ticket", id.as_str()),
        ("note", "急ぎです"),
    ];
    let answer = one.posts("/staff/floor/sheet", &key, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("急ぎです</textarea>"), "{answer:?}");
    let fields = [fields.as_slice(), &[("to", "main:2")]].concat();
    let other = two.reads("/staff/floor?office=main").await;
    let form = other.split("action=\"/staff/floor/do\"").nth(1).unwrap();
    let other = value(form, "name=\"key\" value=\"");
    let answer = two.posts("/staff/floor/sheet", &other, &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(inbox.hall.count(SHEETS), 0);
    let address = sheet(&one.posts("/staff/floor/sheet", &key, &fields).await);
    let file = rusqlite::Connection::open(inbox.hall.scratch.file("desk.sqlite")).unwrap();
    let ready = "INSERT INTO document_checks (reservation, item, at) VALUES (?1, 'card', 1)";
    file.execute(ready, [ticket.0]).unwrap();
    let words = plain(&one.reads(&address).await);
    for text in ["नेपाली", "ネパール語", "急ぎです", "☑ "] {
        assert!(words.contains(text), "{text}: {words}");
    }
    for id in ["staff-floor-need-chair", "staff-floor-need-interpreter"] {
        assert!(words.contains(&inbox.words(id)), "{id}: {words}");
    }
    // The counter to which they go is told; ours is not.
    inbox.hall.app.refresh_halls().await.unwrap();
    let notice = inbox.words("staff-sheet-arriving");
    let console = two.reads("/staff/floor?office=main").await;
    assert!(console.contains(&notice) && console.contains(&address));
    let own = one.reads("/staff/floor?office=main").await;
    assert!(!own.contains(&address), "{own}");
    assert_eq!(two.takes(&address).await, "taken");
    let console = two.reads("/staff/floor?office=main").await;
    assert!(!console.contains(&notice), "{console}");
}
