//! Somebody else's numbers: in every button that carries one, and in every address.

use std::collections::BTreeSet;

use madoguchi::desk::calendar::{Change, Entry};
use madoguchi::desk::care;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::closing::ClosingReason;
use madoguchi::desk::documents::{Item, Visitor};
use madoguchi::desk::feedback::{self, About, Reason};
use madoguchi::desk::language::Language;
use madoguchi::desk::message::Said;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::FloorAction;
use madoguchi::desk::queue::talk;
use madoguchi::ids::{CaseId, HoldId, OfferId, ReservationId, TicketId};
use reqwest::{Method, StatusCode};

use super::offices::main_office;
use super::{CHAT, Desk, cookie, sends};
use crate::harness::CityHall;
use crate::server::Answer;

/// What Hanako has: everything that has a number.
struct Hers {
    visit: i64,
    code: String,
    case: i64,
    ticket: i64,
    offer: i64,
    hold: i64,
}

/// Hanako has a visit on a day that was closed, so that times are kept for her; a case; and a ticket.
async fn hers(desk: &mut Desk) -> Hers {
    let (visit, code) = desk.booked("花子").await;
    let entry = Entry {
        day: "2026-12-08".parse().unwrap(),
        office: Some(main_office()),
        change: Change::Closed,
        reason: "台風のため".into(),
        who: "supervisor".into(),
        at: desk.hall.app.now(),
    };
    let closed = desk.hall.app.close_day(entry, ClosingReason::Weather).await;
    assert_eq!(closed.unwrap().offered, 1);
    let case = desk.case_of("花子").await;
    let open = FloorAction::Open {
        counter: CounterNumber(1),
        procedures: BTreeSet::new(),
    };
    let opened = desk
        .hall
        .app
        .floor("open".into(), "counter".into(), main_office(), open);
    opened.await.unwrap().unwrap();
    desk.hall.says("花子", "番号札を取りたい").await;
    let pin = talk::Pick::For(Procedure::Pin);
    desk.hall.picks("花子", Choice::Queue(pin)).await;
    desk.hall.says("花子", "はい").await;
    desk.hall.deliver().await;
    let count = |sql: &str| desk.hall.count(sql);
    Hers {
        visit,
        code,
        case,
        ticket: count("SELECT id FROM tickets"),
        offer: count("SELECT id FROM offers"),
        hold: count("SELECT id FROM holds LIMIT 1"),
    }
}

/// The numbers a button can carry.
#[derive(Clone, Copy)]
struct Numbers {
    visit: i64,
    case: i64,
    ticket: i64,
    offer: i64,
    hold: i64,
}

/// Whether a button carries the number of a thing. A new kind of button does not compile until it is answered here, and
/// then it belongs into `buttons` as well.
fn carries(choice: &Choice) -> bool {
    match choice {
        Choice::Show(_)
        | Choice::Change(_)
        | Choice::Cancel(_)
        | Choice::Coming(_)
        | Choice::WithdrawCase(_)
        | Choice::CallBack(_)
        | Choice::CallAt(..)
        | Choice::AcceptCase(_)
        | Choice::CloseCase(_)
        | Choice::TakeOffer(_)
        | Choice::DeclineOffer(_) => true,
        Choice::Care(pick) => match pick {
            care::Pick::Papers(_)
            | care::Pick::Visitor(..)
            | care::Pick::Tick(..)
            | care::Pick::Ticked(_) => true,
            care::Pick::Expiry
            | care::Pick::Have(_)
            | care::Pick::Renewed(_)
            | care::Pick::Permit(_)
            | care::Pick::Order(_)
            | care::Pick::Remind(..)
            | care::Pick::Unremind(_)
            | care::Pick::Finder
            | care::Pick::Answer(_)
            | care::Pick::BookFor(_) => false,
        },
        Choice::Queue(pick) => match pick {
            talk::Pick::CheckIn(_) | talk::Pick::LeaveYes(_) => true,
            talk::Pick::HereAt(_)
            | talk::Pick::For(_)
            | talk::Pick::People(_)
            | talk::Pick::Take(_)
            | talk::Pick::Show
            | talk::Pick::Late
            | talk::Pick::Leave
            | talk::Pick::Where
            | talk::Pick::Meanwhile
            | talk::Pick::Needs
            | talk::Pick::Need(_)
            | talk::Pick::Back => false,
        },
        Choice::Feedback(pick) => match pick {
            feedback::Pick::Good(about)
            | feedback::Pick::Bad(about)
            | feedback::Pick::Because(about, _) => !matches!(about, About::Answer(_)),
        },
        Choice::Action(_)
        | Choice::Entry(_)
        | Choice::NoneOfThese
        | Choice::Unhelpful(_)
        | Choice::Procedure(_)
        | Choice::AddProcedure
        | Choice::CountPeople
        | Choice::People(_)
        | Choice::Office(_)
        | Choice::Day(_)
        | Choice::DaysFrom(_)
        | Choice::Time(_)
        | Choice::TimesFrom(_)
        | Choice::Confirm(_)
        | Choice::Back
        | Choice::StartOver
        | Choice::Stop
        | Choice::Keep
        | Choice::Resume
        | Choice::Documents(_)
        | Choice::Language(_)
        | Choice::WaitDay(_)
        | Choice::WaitAny
        | Choice::WaitLeave
        | Choice::Appeal
        | Choice::MyData
        | Choice::Messages(_)
        | Choice::EraseData => false,
    }
}

/// Every button that carries a number.
fn buttons(of: Numbers) -> Vec<Choice> {
    let (visit, case, ticket) = (
        ReservationId(of.visit),
        CaseId(of.case),
        TicketId(of.ticket),
    );
    let mut buttons = vec![
        Choice::Show(visit),
        Choice::Change(visit),
        Choice::Cancel(visit),
        Choice::Coming(visit),
        Choice::WithdrawCase(case),
        Choice::CallBack(case),
        Choice::CallAt(case, "2026-12-01T14:00:00".parse().unwrap()),
        Choice::AcceptCase(case),
        Choice::CloseCase(case),
        Choice::TakeOffer(HoldId(of.hold)),
        Choice::DeclineOffer(OfferId(of.offer)),
        Choice::Queue(talk::Pick::CheckIn(visit)),
        Choice::Queue(talk::Pick::LeaveYes(ticket)),
    ];
    for about in [About::Visit(ticket), About::Case(case)] {
        let reasons = about.kind().reasons().iter();
        let because: Vec<Reason> = reasons.copied().collect();
        buttons.push(Choice::Feedback(feedback::Pick::Good(about.clone())));
        buttons.push(Choice::Feedback(feedback::Pick::Bad(about.clone())));
        buttons.extend(
            because
                .into_iter()
                .map(|reason| Choice::Feedback(feedback::Pick::Because(about.clone(), reason))),
        );
    }
    // The papers of a visit: who comes, what is ready, all of it.
    let papers = [care::Pick::Papers(visit), care::Pick::Ticked(visit)].into_iter();
    let visitors = Visitor::ALL.map(|visitor| care::Pick::Visitor(visit, visitor));
    let items = Item::ALL.map(|item| care::Pick::Tick(visit, item));
    buttons.extend(papers.chain(visitors).chain(items).map(Choice::Care));
    buttons
}

/// What Jiro may leave behind: what he has said and was told, and that he is there.
const HIS: [&str; 4] = ["inbox", "outbox", "residents", "meta"];

fn hanako(desk: &Desk) -> String {
    desk.text(
        "SELECT id || talk || language || reachable FROM residents WHERE channel = 'telegram' AND address = '花子'",
    )
}

/// Nothing of hers is shown.
fn is_silent(desk: &Desk, hers: &Hers, said: &str, what: &str) {
    let link = format!("{:x}-", hers.visit);
    let mut secrets = vec![
        hers.code.clone(),
        link,
        "花子".into(),
        format!("K-{}", hers.case),
    ];
    // Her day, in any language, would tell that she comes; only she has something on it.
    let day = desk.hall.app.say(
        &madoguchi::desk::phrase::Phrase::DayFull {
            day: "2026-12-08".parse().unwrap(),
        },
        Language::Ja,
    );
    let day = day.split('（').next().unwrap().to_owned();
    assert!(day.ends_with('日'), "{day}");
    secrets.push(day);
    for secret in secrets {
        assert!(!said.contains(&secret), "{secret} after {what}: {said}");
    }
}

#[tokio::test]
async fn no_button_opens_or_changes_what_is_somebody_elses() {
    let mut desk = Desk::open().await;
    let hers = hers(&mut desk).await;
    let own = Numbers {
        visit: hers.visit,
        case: hers.case,
        ticket: hers.ticket,
        offer: hers.offer,
        hold: hers.hold,
    };
    let all = |n: i64| Numbers {
        visit: n,
        case: n,
        ticket: n,
        offer: n,
        hold: n,
    };
    desk.hall.says("次郎", "こんにちは").await;
    let (before, herself) = (desk.everything(), hanako(&desk));
    let mut pressed = 0;
    for of in [own, all(0), all(-1), all(i64::MAX), all(hers.visit + 1)] {
        for choice in buttons(of) {
            assert!(carries(&choice), "{choice:?}");
            let code = choice.code();
            for who in ["次郎", "somebody new"] {
                let rows = desk.hall.picks(who, choice.clone()).await;
                let own = CityHall::person(who);
                for row in &rows {
                    assert!(row.to == own, "{code} told others: {row:?}");
                    is_silent(&desk, &hers, &row.text, &code);
                    let buttons = format!("{:?}", row.choices);
                    is_silent(&desk, &hers, &buttons, &code);
                }
                // Nothing is asked that could be said yes to.
                let offered = rows.iter().flat_map(|row| &row.choices);
                let mut offered = offered.filter_map(|button| Choice::read(&button.id));
                // Somebody else's visit may be rated to no effect; the reasons that follow tell nothing.
                let asked = offered.find(|choice| match choice {
                    Choice::Feedback(_) => false,
                    Choice::Confirm(_) => true,
                    choice => carries(choice),
                });
                assert_eq!(asked, None, "{code}");
            }
            assert_eq!(hanako(&desk), herself, "{code}");
            pressed += 1;
        }
        desk.everything().are_those(&before, &HIS, "a button");
    }
    assert!(pressed > 150, "{pressed}");
    // She hears nothing of it, and all of it is still hers.
    let arrived = desk.hall.deliver().await;
    assert!(arrived.iter().all(|row| row.to != CityHall::person("花子")));
    let shown = desk
        .hall
        .picks("花子", Choice::Show(ReservationId(hers.visit)))
        .await;
    assert!(
        shown.iter().any(|row| row.text.contains(&hers.code)),
        "{shown:?}"
    );
}

/// A number that is none is refused before anything is asked of the database.
#[tokio::test]
async fn a_code_that_no_button_has_is_refused() {
    let mut desk = Desk::open().await;
    let hers = hers(&mut desk).await;
    let before = desk.everything();
    let kinds = [
        "r.", "rc.", "rx.", "ri.", "cw.", "cb.", "ca.", "sa.", "sc.", "ot.", "ox.", "g.", "v.in-",
        "v.left-", "h.vy-", "h.cn-",
    ];
    let mut visitor = desk.visitor();
    let mut refused = 0;
    for kind in kinds {
        for id in [
            "",
            "abc",
            "1 OR 1=1",
            "1;--",
            "+1",
            "01",
            "0x10",
            "9223372036854775808",
            "-9223372036854775809",
            "1.0",
            "１",
            "\u{0}1",
            "1\n",
        ] {
            let code = format!("{kind}{id}");
            assert_eq!(Choice::read(&code), None, "{code:?}");
            let message = visitor.next("choice", &code);
            let answer = Answer::to(visitor.post(message)).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{code:?}");
            is_silent(&desk, &hers, &answer.body, &code);
            refused += 1;
        }
    }
    assert!(refused > 200);
    desk.everything().are_those(&before, &[], "a code");
}

/// The link of a ticket or a visit is its key: no other token opens it, and the one of a visit opens no ticket.
#[tokio::test]
async fn links_open_what_they_were_made_for() {
    let mut desk = Desk::open().await;
    let hers = hers(&mut desk).await;
    let told = desk.text("SELECT group_concat(text, ' ') FROM outbox");
    let after = |mark: &str| {
        let (_, rest) = told
            .split_once(mark)
            .unwrap_or_else(|| panic!("{mark}: {told}"));
        let token = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let end = rest.find(|c| !token(c)).unwrap_or(rest.len());
        rest[..end].to_owned()
    };
    let (visit, ticket) = (after("/r/"), after("/t/"));
    for (path, token) in [("/r/", &visit), ("/t/", &ticket)] {
        let answer = gets(&desk, &format!("{path}{token}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}{token}");
    }
    let before = desk.everything();
    let number = |id: i64| format!("{id:x}");
    let mut wrong = vec![
        visit.to_uppercase(),
        format!("{visit}0"),
        format!("+{visit}"),
        format!("0{visit}"),
        visit[..visit.len() - 1].to_owned(),
        visit.split('-').next().unwrap().to_owned(),
        number(hers.visit),
        hers.visit.to_string(),
        hers.code.clone(),
        "0".into(),
        "-1".into(),
        i64::MAX.to_string(),
        "7fffffffffffffff-00000000000000000000000000000000".into(),
        format!("{}-{}", number(hers.visit), "0".repeat(32)),
        format!("{}-", number(hers.visit)),
        "abc".into(),
        "'%20OR%201=1--".into(),
    ];
    // The mark of one number with another one, and the other kind of link.
    let mark = |token: &str| token.split_once('-').unwrap().1.to_owned();
    wrong.push(format!("{}-{}", number(hers.visit + 1), mark(&visit)));
    wrong.push(format!("{}-{}", number(hers.visit), mark(&ticket)));
    for token in &wrong {
        for path in [
            "/r/{}",
            "/r/{}/calendar.ics",
            "/t/{}",
            "/t/{}/leave",
            "/t/{}/events",
        ] {
            let path = path.replace("{}", token);
            let answer = gets(&desk, &path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            is_silent(&desk, &hers, &answer.body.replace(token, ""), &path);
        }
    }
    for path in [format!("/t/{visit}"), format!("/r/{ticket}")] {
        assert_eq!(
            gets(&desk, &path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    wrong.push(visit);
    for token in &wrong {
        for order in ["leave", "late", "back", "needs", "language", "good", "bad"] {
            let path = format!("/t/{token}");
            let fields = [
                ("key", "k"),
                ("order", order),
                ("language", "vi"),
                ("chair", "1"),
            ];
            let answer = sends(&desk.base, (Method::POST, &path), &[], &fields).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} {order}");
        }
    }
    desk.everything().are_those(&before, &[], "a link");
}

async fn gets(desk: &Desk, path: &str) -> Answer {
    sends(&desk.base, (Method::GET, path), &[], &[]).await
}

/// A conversation is its token's: its stream, its page and its copy are nobody else's.
#[tokio::test]
async fn a_conversation_is_whose_token_it_is() {
    let desk = Desk::open().await;
    let mut hers = desk.visitor();
    hers.says("職員と話したい").await;
    hers.says("紫色の象の予約です").await;
    let token = hers.token.clone().unwrap();
    let resident = desk.hall.count("SELECT id FROM residents");
    let address = desk.text("SELECT address FROM residents");
    let before = desk.everything();
    for other in [
        resident.to_string(),
        address.clone(),
        token.to_lowercase(),
        token[1..].to_owned(),
        format!("{token}x"),
        "0".into(),
        "-1".into(),
        i64::MAX.to_string(),
        "'%20OR%20''='".into(),
        "..".into(),
        "x".repeat(2000),
    ] {
        let path = format!("/api/chat/{other}/events?after=0");
        let answer = gets(&desk, &path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {answer:?}");
        let held = cookie(CHAT, &other);
        let copy = sends(
            &desk.base,
            (Method::GET, "/my-data.json"),
            &[("cookie", &held)],
            &[],
        )
        .await;
        assert_eq!(copy.status, StatusCode::NOT_FOUND, "{other}: {copy:?}");
        let body = serde_json::json!({ "conversation": other, "key": "k", "choice": "md" });
        let said = Answer::to(desk.visitor().post(body)).await;
        assert_eq!(said.status, StatusCode::NOT_FOUND, "{other}: {said:?}");
        for answer in [answer, copy, said] {
            assert!(!answer.body.contains("象"), "{other}");
        }
    }
    desk.everything().are_those(&before, &[], "another token");
    // Jiro sees his own conversation, whichever event he says he has seen.
    let mut his = desk.visitor();
    his.says("こんにちは").await;
    let mine = his.token.clone().unwrap();
    for after in ["0", "-1", "9223372036854775807"] {
        let path = format!("/api/chat/{mine}/events?after={after}");
        let answer = desk
            .visitor()
            .request(Method::GET, &path)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let read = first(answer).await;
        assert!(!read.contains("象") && !read.contains("K-1001"), "{read}");
    }
    let path = format!("/api/chat/{mine}/events?after=1%20OR%201");
    assert_eq!(gets(&desk, &path).await.status, StatusCode::BAD_REQUEST);
}

/// What a stream brings at first, or nothing within the time in which it would have.
async fn first(mut stream: reqwest::Response) -> String {
    let patience = std::time::Duration::from_millis(300);
    let mut read = String::new();
    while let Ok(Ok(Some(chunk))) = tokio::time::timeout(patience, stream.chunk()).await {
        read.push_str(&String::from_utf8_lossy(&chunk));
    }
    read
}

/// The key that somebody chooses for a message counts in their own conversation alone.
#[tokio::test]
async fn a_key_reads_no_reply_of_somebody_else() {
    let mut desk = Desk::open().await;
    let mut hers = desk.visitor();
    hers.says(super::BOOKING).await;
    let address = desk.text("SELECT address FROM residents");
    let key = desk.text("SELECT key FROM inbox WHERE text <> '' LIMIT 1");
    for key in [
        key.as_str(),
        "turn-1",
        &format!("web:{address}:turn-1"),
        "begin",
    ] {
        let body = serde_json::json!({ "conversation": null, "key": key, "text": "こんにちは" });
        let answer = Answer::to(desk.visitor().post(body)).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.body.contains("12月8日"), "{key}: {answer:?}");
    }
    // By the desk's own verbs the same key from elsewhere is a repeated one, and tells nothing.
    let said = Said::Text("こんにちは".into());
    let rows = desk.hall.receive_keyed("次郎", said, None, key).await;
    assert!(
        rows.iter().all(|row| !row.text.contains("12月8日")),
        "{rows:?}"
    );
}
