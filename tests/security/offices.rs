//! What belongs to one office, asked for by those who work at another: by its number, and by numbers that are nobody's.

use std::collections::BTreeSet;

use madoguchi::app::hall::DeviceKind;
use madoguchi::app::handovers::SheetOrder;
use madoguchi::channels::web::rights::{Need, ROUTES};
use madoguchi::desk::case::handover::{Destination, Subject};
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::AskerKind;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::{FloorAction, TicketWish};
use madoguchi::desk::queue::ticket::Needs;
use madoguchi::desk::rights::{Right, Role, may};
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::{CaseId, TicketId};
use reqwest::{Method, StatusCode};

use super::{Desk, INSIDE, cookie, drawn, sends};
use crate::server::Answer;

/// Who looks at a page of the inbox is there.
const LOOKED: [&str; 1] = ["presence"];

pub(super) fn main_office() -> OfficeId {
    OfficeId::read("main").unwrap()
}

pub(super) async fn floor(desk: &Desk, key: &str, action: FloorAction) -> Option<TicketId> {
    let (key, who) = (key.to_owned(), "counter".to_owned());
    let done = desk.hall.app.floor(key, who, main_office(), action).await;
    done.unwrap().unwrap().ticket.map(|ticket| ticket.id)
}

/// A ticket that a clerk issues out of turn, for a reason.
pub(super) async fn issue(desk: &Desk, key: &str, why: &str) -> TicketId {
    let wish = TicketWish {
        procedures: vec![Procedure::Pin],
        people: 1,
        language: Language::Ja,
        needs: Needs::default(),
        resident: None,
        from: AskerKind::Clerk,
        beyond: Some(why.to_owned()),
    };
    floor(desk, key, FloorAction::Issue(wish)).await.unwrap()
}

/// A request of somebody inside, with a key of their session.
async fn asks(desk: &Desk, session: &str, at: (Method, &str), fields: &[(&str, &str)]) -> Answer {
    let key = drawn(session);
    let held = cookie(INSIDE, session);
    let mut fields = fields.to_vec();
    fields.push(("key", &key));
    sends(&desk.base, at, &[("cookie", &held)], &fields).await
}

/// What is at the main office, by its numbers.
const VISIT: [(&str, &str); 6] = [
    ("day", "2026-12-10"),
    ("procedure", "pickup"),
    ("people", "1"),
    ("start", "10:00"),
    ("look", "1"),
    ("office", "branch"),
];

#[tokio::test]
async fn a_visit_is_seen_and_changed_at_its_office_alone() {
    let mut desk = Desk::open().await;
    let (visit, code) = desk.booked("花子").await;
    let number = visit.to_string();
    let not_here = desk.words("staff-door-not-here");
    let mut sessions = Vec::new();
    for name in ["branch", "branch-chief"] {
        sessions.push(desk.inside(name).await.cookie(INSIDE));
    }
    let before = desk.everything();
    let mut walked = 0;
    for session in &sessions {
        for (method, path, _) in ROUTES.iter().filter(|row| row.1.contains("/visit/{id}")) {
            let path = path.replace("{id}", &number);
            let at = (method.parse().unwrap(), path.as_str());
            let answer = asks(&desk, session, at, &VISIT).await;
            let what = format!("{method} {path}: {answer:?}");
            // The address of a form, opened as a page, leads to the visit.
            if answer.status == StatusCode::SEE_OTHER {
                assert_eq!(answer.header("location"), format!("/staff/visit/{visit}"));
                continue;
            }
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}");
            assert!(answer.body.contains(&not_here), "{what}");
            for secret in [code.as_str(), "12月8日", "電子証明書", "10:00"] {
                assert!(!answer.body.contains(secret), "{secret}: {what}");
            }
            walked += 1;
        }
        let fields = [
            ("what", "came"),
            ("id", number.as_str()),
            ("office", "branch"),
            ("back", "visit"),
        ];
        let answer = asks(&desk, session, (Method::POST, "/staff/mark"), &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{answer:?}");
        // A search, whatever is asked for.
        for q in [
            &code,
            &number,
            &code.replace('-', ""),
            "%",
            "_",
            "' OR 1=1 --",
            "",
        ] {
            let path = format!("/staff/book?q={}", escaped(q));
            let answer = asks(&desk, session, (Method::GET, &path), &[]).await;
            assert!(
                !answer.body.contains(&format!("/staff/visit/{visit}")),
                "{q}"
            );
        }
    }
    assert!(walked >= 8, "{walked}");
    desk.everything()
        .are_those(&before, &LOOKED, "another office");
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Numbers that are nobody's, and texts that are no numbers, are not found in any address.
#[tokio::test]
async fn a_number_of_nothing_opens_nothing() {
    let mut desk = Desk::open().await;
    let (_, code) = desk.booked("花子").await;
    desk.case_of("花子").await;
    let mut sessions = Vec::new();
    for (name, role) in [("supervisor", Role::Supervisor), ("admin", Role::Admin)] {
        sessions.push((role, desk.inside(name).await.cookie(INSIDE)));
    }
    let before = desk.everything();
    let mut walked = 0;
    for (method, path, need) in ROUTES.iter().filter(|row| row.1.contains("{id}")) {
        let has = |role: &Role| !matches!(need, Need::Right(right) if !may(*role, *right));
        let (_, session) = sessions.iter().find(|(role, _)| has(role)).unwrap();
        for id in [
            "0",
            "-1",
            "1",
            "9223372036854775807",
            "9223372036854775808",
            "abc",
            "1%20OR%201=1",
            "1;DROP%20TABLE%20cases",
            "%EF%BC%91",
            "0x1",
            "1e3",
            "%00",
            "..%2f..",
        ] {
            let path = path.replace("{id}", id);
            let at = (method.parse().unwrap(), path.as_str());
            let fields = [&VISIT[..], &[("what", "accept"), ("text", "台風")]].concat();
            let answer = asks(&desk, session, at, &fields).await;
            let what = format!("{method} {path}: {answer:?}");
            let to = answer.header("location");
            let leads_on = answer.status == StatusCode::SEE_OTHER && to.starts_with("/staff/");
            let is_refused =
                [StatusCode::NOT_FOUND, StatusCode::BAD_REQUEST].contains(&answer.status);
            assert!(leads_on || is_refused, "{what}");
            assert!(!to.contains("done=") || !to.contains("accept"), "{what}");
            for secret in [code.as_str(), "花子", "K-1001"] {
                assert!(!answer.body.contains(secret), "{secret}: {what}");
            }
            walked += 1;
        }
    }
    assert!(walked > 100, "{walked}");
    desk.everything().are_those(&before, &LOOKED, "a number");
}

/// Every address that an office can stand in, asked for by those who work elsewhere.
#[tokio::test]
async fn every_address_of_an_office_is_closed_to_the_other_one() {
    let mut desk = Desk::open().await;
    let (_, code) = desk.booked("花子").await;
    let not_here = desk.words("staff-door-not-here");
    let mut people = Vec::new();
    for (name, role) in [("branch", Role::Clerk), ("branch-chief", Role::Supervisor)] {
        people.push((role, desk.inside(name).await.cookie(INSIDE)));
    }
    let before = desk.everything();
    let mut walked = 0;
    for (role, session) in &people {
        let theirs = ROUTES.iter().filter(|(_, path, need)| {
            let has = matches!(need, Need::Right(right) if may(*role, *right));
            has && !path.contains("{id}") && !path.starts_with("/review")
        });
        for (method, path, _) in theirs {
            for query in [
                "office=main",
                "office=branch&office=main",
                "office=main&office=branch",
            ] {
                let path = format!("{path}?{query}&day=2026-12-08");
                let at = (method.parse().unwrap(), path.as_str());
                let answer = asks(&desk, session, at, &[("office", "main")]).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{method} {path}");
                assert!(answer.body.contains(&not_here), "{method} {path}");
                assert!(!answer.body.contains(&code));
                walked += 1;
            }
        }
    }
    assert!(walked > 60, "{walked}");
    desk.everything()
        .are_those(&before, &LOOKED, "another office");
}

/// A ticket of the main office, named in a form of the branch.
#[tokio::test]
async fn a_ticket_is_not_moved_from_another_office() {
    let mut desk = Desk::open().await;
    let (visit, _) = desk.booked("花子").await;
    let open = FloorAction::Open {
        counter: CounterNumber(1),
        procedures: BTreeSet::new(),
    };
    floor(&desk, "open", open).await;
    let called = issue(&desk, "first", "test").await.0;
    let waiting = issue(&desk, "second", "test").await.0;
    floor(&desk, "next", FloorAction::Next(CounterNumber(1))).await;
    let branch = desk.inside("branch").await.cookie(INSIDE);
    let counter = ("counter", "1");
    let fields = [
        ("what", "open"),
        ("office", "branch"),
        counter,
        ("procedure", "pickup"),
    ];
    let opened = asks(&desk, &branch, (Method::POST, "/staff/floor/do"), &fields).await;
    assert!(opened.header("location").contains("done="), "{opened:?}");
    let before = desk.everything();
    let visit = visit.to_string();
    let mut walked = 0;
    for ticket in [called, waiting, 0, -1, i64::MAX] {
        let ticket = ticket.to_string();
        for what in [
            "call",
            "take",
            "recall",
            "undo",
            "serve",
            "finish",
            "park",
            "return",
            "miss",
            "leave",
            "transfer",
            "prioritise",
            "describe",
            "check-in",
        ] {
            for to in ["counter-1", "office-branch", "office-main"] {
                let fields = [
                    ("what", what),
                    ("office", "branch"),
                    counter,
                    ("ticket", ticket.as_str()),
                    ("reservation", visit.as_str()),
                    ("to", to),
                    ("why", "infant"),
                    ("reason", "乳児連れ"),
                    ("note", "署名から"),
                    ("chair", "1"),
                    ("language", "vi"),
                    ("done-pin", "1"),
                ];
                let answer = asks(&desk, &branch, (Method::POST, "/staff/floor/do"), &fields).await;
                let what = format!("{what} of {ticket} to {to}: {answer:?}");
                assert!(!answer.status.is_server_error(), "{what}");
                assert!(!answer.body.contains("W00"), "{what}");
                walked += 1;
            }
        }
        desk.everything().are_those(&before, &LOOKED, &ticket);
    }
    assert_eq!(walked, 210);
}

/// Who runs one office has no power over the people and the devices of another one.
#[tokio::test]
async fn a_supervisor_rules_their_own_office() {
    let desk = Desk::open().await;
    let chief = desk.inside("branch-chief").await.cookie(INSIDE);
    desk.inside("counter").await;
    let board = (desk.hall.app).add_device(
        "admin".into(),
        DeviceKind::Board,
        main_office(),
        "hall-1".into(),
    );
    board.await.unwrap();
    let before = desk.everything();
    for (path, fields) in [
        ("/staff/people", vec![("name", "counter")]),
        ("/staff/people", vec![("name", "supervisor")]),
        ("/staff/people", vec![("name", "admin")]),
        ("/staff/people", vec![("name", "nobody")]),
        ("/staff/people/factor", vec![("name", "counter")]),
        ("/staff/people/end", vec![("name", "counter")]),
        (
            "/staff/people/post",
            vec![("what", "change"), ("name", "counter"), ("role", "admin")],
        ),
        (
            "/staff/devices",
            vec![("what", "remove"), ("name", "hall-1")],
        ),
        (
            "/staff/devices",
            vec![
                ("what", "add"),
                ("name", "x"),
                ("kind", "kiosk"),
                ("office", "main"),
            ],
        ),
    ] {
        let answer = asks(&desk, &chief, (Method::POST, path), &fields).await;
        assert!(!answer.status.is_server_error(), "{path} {fields:?}");
        desk.everything()
            .are_those(&before, &LOOKED, &format!("{path} {fields:?}"));
    }
    let page = asks(&desk, &chief, (Method::GET, "/staff/devices"), &[]).await;
    assert!(!page.body.contains("hall-1"), "{page:?}");
    assert!(may(Role::Supervisor, Right::GivePasswords));
}

/// A case of the main office, asked for by its number in whatever spelling a browser may send.
#[tokio::test]
async fn a_case_is_seen_and_answered_at_its_office_alone() {
    let mut desk = Desk::open().await;
    desk.booked("花子").await;
    let case = desk.case_of("花子").await;
    let free = desk.case_of("太郎").await;
    let office = |case: i64| format!("SELECT ifnull(office, '') FROM cases WHERE id = {case}");
    assert_eq!(desk.text(&office(case)), "main");
    assert_eq!(desk.text(&office(free)), "");
    let not_here = desk.words("staff-door-not-here");
    let mut sessions = Vec::new();
    for name in ["branch", "branch-chief"] {
        sessions.push(desk.inside(name).await.cookie(INSIDE));
    }
    let fields = [
        ("what", "accept"),
        ("why", "answered"),
        ("text", "窓口でお待ちください"),
        ("to", "branch"),
    ];
    let before = desk.everything();
    let mut walked = 0;
    for session in &sessions {
        let of_case = ROUTES.iter().filter(|row| row.1.contains("/cases/{id}"));
        for (method, path, _) in of_case.filter(|row| matches!(row.2, Need::Right(_))) {
            for id in [case.to_string(), escaped(&case.to_string())] {
                let path = path.replace("{id}", &id);
                let at = (method.parse().unwrap(), path.as_str());
                let answer = asks(&desk, session, at, &fields).await;
                let what = format!("{method} {path}: {answer:?}");
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}");
                assert!(answer.body.contains(&not_here), "{what}");
                assert!(!answer.body.contains("電子証明書"), "{what}");
                walked += 1;
            }
        }
        let list = asks(&desk, session, (Method::GET, "/staff/cases"), &[]).await;
        assert!(!list.body.contains(&format!("K-{case}")), "{list:?}");
        assert!(list.body.contains(&format!("K-{free}")), "{list:?}");
        assert!(list.body.contains("<span data-count>1</span>"), "{list:?}");
        let path = format!("/staff/cases/{free}");
        let page = asks(&desk, session, (Method::GET, &path), &[]).await;
        assert_eq!(page.status, StatusCode::OK, "it belongs to no office yet");
        assert!(!page.body.contains(&format!("K-{case}")), "{page:?}");
    }
    assert!(walked >= 30, "{walked}");
    desk.everything()
        .are_those(&before, &LOOKED, "another office");
    let counter = desk.inside("counter").await.cookie(INSIDE);
    let path = format!("/staff/cases/{case}");
    let page = asks(&desk, &counter, (Method::GET, &path), &[]).await;
    assert_eq!(page.status, StatusCode::OK, "{page:?}");
}

/// A sheet is read where somebody comes from and where they are sent.
#[tokio::test]
async fn a_sheet_is_read_at_both_ends_of_the_way() {
    let mut desk = Desk::open().await;
    desk.booked("花子").await;
    let case = CaseId(desk.case_of("花子").await);
    let branch = desk.inside("branch").await.cookie(INSIDE);
    let elsewhere = Destination::Department("税務課".into());
    let here = Destination::Office {
        office: OfficeId::read("branch").unwrap(),
        counter: None,
    };
    for (key, to, status) in [
        ("a", elsewhere, StatusCode::FORBIDDEN),
        ("b", here, StatusCode::OK),
    ] {
        let order = SheetOrder {
            key: key.into(),
            clerk: "counter".into(),
            subject: Subject::Case(case),
            to,
            note: "車いすです".into(),
        };
        let code = desk.hall.app.hand_over(order).await.unwrap().unwrap();
        let path = format!("/staff/sheets/{code}");
        let answer = asks(&desk, &branch, (Method::GET, &path), &[]).await;
        assert_eq!(answer.status, status, "{answer:?}");
        assert_eq!(answer.body.contains("車いす"), status == StatusCode::OK);
    }
}

/// What reaches every office is for those of all offices; saying that something has gone wrong is for everybody.
#[tokio::test]
async fn who_runs_one_office_stops_nothing_at_the_others() {
    let mut desk = Desk::open().await;
    let case = desk.case_of("太郎").await.to_string();
    let chief = desk.inside("branch-chief").await.cookie(INSIDE);
    let posts = async |path: &str, fields: &[(&str, &str)]| {
        asks(&desk, &chief, (Method::POST, path), fields).await
    };
    let raised = posts("/staff/incident", &[("kind", "leak")]).await;
    assert_eq!(raised.status, StatusCode::SEE_OTHER, "{raised:?}");
    let before = desk.everything();
    let not_here = desk.words("staff-door-not-here");
    for (path, fields) in [
        (
            "/staff/blocks",
            vec![("case", case.as_str()), ("reason", "flood"), ("days", "7")],
        ),
        ("/staff/blocks/lift", vec![("block", "1")]),
        ("/staff/incident", vec![("kind", "leak"), ("freeze", "on")]),
        ("/staff/incident", vec![("kind", "leak"), ("revoke", "on")]),
        ("/staff/incident/1/do", vec![("what", "freeze")]),
        ("/staff/incident/1/do", vec![("what", "revoke")]),
    ] {
        let answer = posts(path, &fields).await;
        let what = format!("{path} {fields:?}: {answer:?}");
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}");
        assert!(answer.body.contains(&not_here), "{what}");
    }
    desk.everything().are_those(&before, &LOOKED, "one office");
}
