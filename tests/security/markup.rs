//! Texts that would like to be more than text, in every field that people fill in, and every page that shows them.

use std::collections::BTreeSet;

use madoguchi::app::handovers::SheetOrder;
use madoguchi::channels::web::rights::ROUTES;
use madoguchi::desk::case::handover::{Destination, Subject};
use madoguchi::desk::choice::Choice;
use madoguchi::desk::clerk::{
    Contact, NOTE_CHARS_MAX, Order, PHONE_CHARS_MAX, READING_CHARS_MAX, Wish,
};
use madoguchi::desk::language::Language;
use madoguchi::desk::message::StaffAction;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::FloorAction;
use madoguchi::ids::CaseId;
use reqwest::{Method, StatusCode};

use super::html::{Piece, pieces, sound, unisolated};
use super::offices::{floor, issue, main_office};
use super::{CHAT, DEVICE, Desk, INSIDE, address_of, cookie, drawn, sends};
use crate::server::Answer;

/// Texts that have broken pages elsewhere (OWASP, Cross Site Scripting Prevention; Unicode Technical Report 36).
pub const HOSTILE: [&str; 20] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)><x-probe>",
    "' autofocus onfocus='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
    "</p></td></textarea></title><x-probe>",
    "<!-- --><![CDATA[ <x-probe> ]]>",
    "javascript:alert(1)",
    "https://a.example/\"onclick=\"alert(1)",
    "https://a.example/<x-probe>",
    "data:text/html,<x-probe>",
    "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}",
    "&lt;x-probe&gt; &#60;x-probe&#62;",
    "\u{202e}gnp.exe\u{202c} \u{2066}a\u{2069}",
    "\u{202e}右から左",
    "\u{200b}a\u{200d}b\u{feff}c\u{2060}",
    "a\u{0}b\u{8}c\u{1b}[31md",
    "👩\u{200d}👩\u{200d}👧\u{1f1ef}\u{1f1f5}e\u{301}\u{301}\u{301}",
    "=cmd|' /C calc'!A0",
    "＜script＞ＡＢＣ＜/script＞",
];

/// The one that turns what stands beside it around.
const TURNED: &str = "\u{202e}";

/// A name, a number and a note for each of the texts, as clerks write down what callers say.
async fn reservations(desk: &Desk) {
    let mut times =
        (9..17).flat_map(|hour| ["00", "30"].map(|minute| format!("{hour:02}:{minute}")));
    for (n, text) in HOSTILE.iter().enumerate() {
        // As much of it as each field takes.
        let fitting = |most| text.chars().take(most).collect();
        let contact = Contact {
            reading: fitting(READING_CHARS_MAX),
            phone: fitting(PHONE_CHARS_MAX),
            note: fitting(NOTE_CHARS_MAX),
        };
        // Whichever times the day has.
        let done = loop {
            let Some(start) = times.next() else {
                assert!(n >= 10, "the day holds {n} of the texts");
                return;
            };
            let order = Order::Book {
                wish: Wish {
                    office: main_office(),
                    procedures: vec![Procedure::Pin],
                    people: 1,
                    start: format!("2026-12-01T{start}:00").parse().unwrap(),
                },
                language: Language::Ja,
                contact: contact.clone(),
                beyond: Some((*text).to_owned()),
            };
            let key = format!("book-{n}-{start}");
            let done = desk.hall.app.order(key, "supervisor".into(), order).await;
            if let Ok(done) = done.unwrap() {
                break done;
            }
        };
        assert!(done.id.0 > 0);
    }
}

/// Everything that people can write, written with each of the texts.
async fn written() -> (Desk, Vec<i64>) {
    let mut desk = Desk::open().await;
    let mut cases = Vec::new();
    for (n, text) in HOSTILE.iter().enumerate() {
        // The name stands in the place of a messenger's.
        let name = format!("{n} {text}");
        desk.hall.says(&name, text).await;
        let case = desk.case_of(&name).await;
        cases.push(case);
        desk.hall.says(&name, text).await;
        let id = CaseId(case);
        desk.hall.picks(&name, Choice::CallBack(id)).await;
        let at = "2026-12-01T14:00:00".parse().unwrap();
        desk.hall.picks(&name, Choice::CallAt(id, at)).await;
        desk.hall.says(&name, &format!("{text} 072-958-1111")).await;
        desk.hall.says(&name, "072-958-1111").await;
        let note = StaffAction::Note {
            case: id,
            text: (*text).to_owned(),
        };
        desk.hall.staff_as("counter", note).await;
        let reply = StaffAction::Reply {
            case: id,
            text: (*text).to_owned(),
        };
        desk.hall.staff_as("counter", reply).await;
        let sheet = SheetOrder {
            key: format!("sheet-{n}"),
            clerk: "counter".into(),
            subject: Subject::Case(id),
            to: Destination::Department((*text).to_owned()),
            note: (*text).to_owned(),
        };
        desk.hall.app.hand_over(sheet).await.unwrap().unwrap();
    }
    reservations(&desk).await;
    queue(&desk).await;
    desk.hall.app.refresh_halls().await.unwrap();
    (desk, cases)
}

/// Tickets with a note of a clerk, and with a reason.
async fn queue(desk: &Desk) {
    let one = CounterNumber(1);
    let two = CounterNumber(2);
    for (counter, who) in [(one, "counter"), (two, "supervisor")] {
        let open = FloorAction::Open {
            counter,
            procedures: BTreeSet::new(),
        };
        let key = format!("open-{who}");
        let done = desk
            .hall
            .app
            .floor(key, who.into(), main_office(), open)
            .await;
        done.unwrap().unwrap();
    }
    for (n, text) in HOSTILE.iter().enumerate() {
        let ticket = issue(desk, &format!("issue-{n}"), text).await;
        let reason = FloorAction::Prioritise(ticket, (*text).to_owned());
        floor(desk, &format!("prioritise-{n}"), reason).await;
        floor(desk, &format!("take-{n}"), FloorAction::Take(one, ticket)).await;
        let transfer = FloorAction::Transfer {
            ticket,
            office: main_office(),
            only: Some(two),
            note: (*text).to_owned(),
        };
        floor(desk, &format!("transfer-{n}"), transfer).await;
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Reads a page as browsers do, and fails where a text has become more than text.
fn is_sound(answer: &Answer, what: &str) -> Vec<Piece> {
    let is_page = answer.header("content-type").starts_with("text/html");
    if !is_page {
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
        return Vec::new();
    }
    let policy = answer.header("content-security-policy");
    assert!(
        policy.contains("script-src 'self'") && !policy.contains("unsafe"),
        "{what}"
    );
    sound(&answer.body, what)
}

/// How many of the texts a page shows, as they were written.
fn shown(pieces: &[Piece]) -> usize {
    let words: Vec<&str> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let has = |text: &&&str| words.iter().any(|words| words.contains(**text));
    HOSTILE.iter().filter(has).count()
}

#[tokio::test]
async fn no_page_of_the_staff_makes_more_of_a_text_than_text() {
    let (desk, cases) = written().await;
    let visits: Vec<String> = desk
        .text("SELECT group_concat(id) FROM reservations")
        .split(',')
        .map(str::to_owned)
        .collect();
    let mut paths: BTreeSet<String> = BTreeSet::new();
    for (_, path, _) in ROUTES.iter().filter(|(method, path, _)| {
        *method == "GET" && !path.ends_with("/events") && !path.contains("{language}")
    }) {
        let ids: Vec<String> = match path.contains("/cases/") {
            true => cases.iter().map(i64::to_string).collect(),
            false => visits.clone(),
        };
        paths.extend(ids.iter().map(|id| path.replace("{id}", id)));
    }
    paths.insert("/staff/day?day=2026-12-01".into());
    paths.insert("/staff/day?day=2026-12-01&print=1".into());
    paths.insert("/staff/floor?counter=2".into());
    paths.insert("/staff/cases?show=all".into());
    paths.insert("/staff/book?q=%20072".into());
    let mut turned = Vec::new();
    let mut most = std::collections::BTreeMap::new();
    for who in ["supervisor", "admin"] {
        let browser = desk.inside(who).await;
        for path in &paths {
            let answer = browser.gets(path).await;
            assert!(!answer.status.is_server_error(), "{path}: {answer:?}");
            let pieces = is_sound(&answer, path);
            // What stands before a query or the number of a case or visit.
            let place = path.split('?').next().unwrap();
            let place = place.trim_end_matches(|c: char| c.is_ascii_digit());
            let place = place.to_owned();
            let found: &mut usize = most.entry(place).or_default();
            *found = (*found).max(shown(&pieces));
            turned.extend(
                unisolated(&pieces, TURNED)
                    .into_iter()
                    .map(|at| format!("{path}: {at}")),
            );
        }
    }
    assert_eq!(
        turned, [""; 0],
        "what citizens write turns other words around"
    );
    // The texts are there, so that there was something to look at.
    for (place, least) in [
        ("/staff/day", 10),
        ("/staff/visit/", 1),
        ("/staff/cases/", 1),
        ("/staff/floor", 10),
        ("/review/questions", 10),
    ] {
        let found = most.get(place).copied().unwrap_or_default();
        assert!(found >= least, "{place}: {most:?}");
    }
}

/// Names of the fields that addresses and forms have.
const NAMES: [&str; 44] = [
    "q",
    "who",
    "what",
    "subject",
    "older",
    "from",
    "until",
    "case",
    "days",
    "reason",
    "done",
    "number",
    "counter",
    "count",
    "time",
    "token",
    "name",
    "role",
    "organisation",
    "offices",
    "first_day",
    "last_day",
    "office",
    "day",
    "year",
    "text",
    "on",
    "where",
    "kind",
    "opens",
    "closes",
    "counters",
    "why",
    "show",
    "language",
    "procedure",
    "people",
    "reading",
    "phone",
    "note",
    "to",
    "row",
    "since",
    "print",
];

/// Fields that come back on a page: in its address, and in a form that is refused.
#[tokio::test]
async fn no_field_that_comes_back_is_more_than_a_value() {
    let mut desk = Desk::open().await;
    let (visit, _) = desk.booked("花子").await;
    let case = desk.case_of("花子").await;
    let mut walked = 0;
    for who in ["supervisor", "admin"] {
        let browser = desk.inside(who).await;
        let session = browser.cookie(INSIDE);
        let (key, held) = (drawn(&session), cookie(INSIDE, &session));
        for (method, path, _) in ROUTES {
            let ends = path.ends_with("/events") || path.starts_with("/staff/leave");
            // A password is never set to one of these, nor does anybody end.
            if ends || path.contains("/password") || path.contains("/enter") {
                continue;
            }
            let path = address_of(path, visit, case);
            for text in HOSTILE {
                let mut fields: Vec<(&str, &str)> = NAMES
                    .iter()
                    // What is to be done is named rightly, so that the form is read on.
                    .filter(|name| *method == "GET" || !["what", "office"].contains(*name))
                    .map(|name| (*name, text))
                    .collect();
                fields.push(("key", &key));
                let what = [("/staff/devices", "add"), ("/staff/people/post", "add")];
                let what = what
                    .iter()
                    .find(|(of, _)| *of == path)
                    .map_or("issue", |(_, what)| what);
                let answer = if *method == "GET" {
                    let query: Vec<String> = fields
                        .iter()
                        .map(|(k, v)| format!("{k}={}", escaped(v)))
                        .collect();
                    browser.gets(&format!("{path}?{}", query.join("&"))).await
                } else {
                    fields.extend([("what", what), ("office", "main")]);
                    sends(
                        &desk.base,
                        (Method::POST, &path),
                        &[("cookie", &held)],
                        &fields,
                    )
                    .await
                };
                let what = format!("{method} {path} with {text:?}");
                assert!(!answer.status.is_server_error(), "{what}: {answer:?}");
                is_sound(&answer, &what);
                let to = answer.header("location");
                assert!(
                    to.is_empty() || to.starts_with('/') && !to.starts_with("//"),
                    "{what}: {to}"
                );
                walked += 1;
            }
        }
    }
    assert!(walked > 1000, "{walked}");
}

/// What devices and people are called, on the pages that list them.
#[tokio::test]
async fn names_are_names() {
    let desk = Desk::open().await;
    let supervisor = desk.inside("supervisor").await;
    let admin = desk.inside("admin").await;
    for (n, text) in HOSTILE.iter().enumerate() {
        let key = drawn(&supervisor.cookie(INSIDE));
        let fields = [
            ("what", "add"),
            ("name", text),
            ("kind", "kiosk"),
            ("office", "main"),
            ("key", &key),
        ];
        let answer = supervisor
            .sends(Method::POST, "/staff/devices", &fields)
            .await;
        is_sound(&answer, text);
        let key = super::key(&admin.cookie(INSIDE), &format!("{n:032}"));
        let fields = [
            ("what", "add"),
            ("name", text),
            ("role", "floor"),
            ("organisation", "city"),
            ("key", &key),
        ];
        let answer = admin
            .sends(Method::POST, "/staff/people/post", &fields)
            .await;
        is_sound(&answer, text);
    }
    assert!(desk.hall.count("SELECT count(*) FROM devices") >= 15);
    let clerks = desk.hall.count("SELECT count(*) FROM clerks");
    assert!(clerks >= 1, "{clerks}");
    let mut turned = Vec::new();
    for (browser, path) in [
        (&supervisor, "/staff/devices"),
        (&supervisor, "/staff/people"),
        (&supervisor, "/staff/audit"),
        (&supervisor, "/staff/cases"),
        (&admin, "/staff/devices"),
        (&admin, "/staff/people"),
        (&admin, "/staff/people/post"),
    ] {
        let answer = browser.gets(path).await;
        let pieces = is_sound(&answer, path);
        turned.extend(
            unisolated(&pieces, TURNED)
                .into_iter()
                .map(|at| format!("{path}: {at}")),
        );
    }
    assert_eq!(turned, [""; 0]);
}

/// The pages of the visitors: the conversation, the panel, the copy of what is kept.
#[tokio::test]
async fn no_page_of_the_visitors_makes_more_of_a_text_than_text() {
    let desk = Desk::open().await;
    let kiosk = madoguchi::app::hall::DeviceKind::Kiosk;
    let device = desk
        .hall
        .app
        .add_device("admin".into(), kiosk, main_office(), "panel".into());
    let device = cookie(DEVICE, &device.await.unwrap());
    for (n, text) in HOSTILE.iter().enumerate() {
        let mut visitor = desk.visitor();
        visitor.says("職員と話したい").await;
        visitor.says(text).await;
        let case = CaseId(desk.hall.count("SELECT max(id) FROM cases"));
        let incoming = madoguchi::desk::message::StaffIncoming {
            key: format!("reply-{n}"),
            clerk: "counter".into(),
            action: StaffAction::Reply {
                case,
                text: (*text).to_owned(),
            },
        };
        desk.hall.app.serve(incoming).await.unwrap();
        let sheet = SheetOrder {
            key: format!("sheet-{n}"),
            clerk: "counter".into(),
            subject: Subject::Case(case),
            to: Destination::Department((*text).to_owned()),
            note: String::new(),
        };
        desk.hall.app.hand_over(sheet).await.unwrap().unwrap();
        let held = cookie(CHAT, visitor.token.as_ref().unwrap());
        for path in ["/", "/my-data.json"] {
            let answer = sends(&desk.base, (Method::GET, path), &[("cookie", &held)], &[]).await;
            assert_eq!(answer.status, StatusCode::OK, "{path} {text:?}");
            is_sound(&answer, text);
            if path == "/" {
                let said = pieces(&answer.body);
                let said = said
                    .iter()
                    .filter(|p| matches!(p, Piece::Text(t) if t.contains("alert(1)")));
                assert!(said.count() > 0 || !text.contains("alert(1)"), "{text}");
            } else {
                assert!(
                    answer
                        .header("content-type")
                        .starts_with("application/json")
                );
                answer.json();
            }
        }
        // The draft of who goes too fast, the code that is typed at the panel, and a question that is asked there.
        for (path, name) in [
            ("/kiosk/code", "code"),
            ("/kiosk/check-in", "code"),
            ("/kiosk/menu", "procedure"),
        ] {
            let fields = [("language", "ja"), ("key", text), (name, text)];
            let answer = sends(
                &desk.base,
                (Method::POST, path),
                &[("cookie", &device)],
                &fields,
            )
            .await;
            is_sound(&answer, text);
        }
        let size = format!("{held}; madoguchi-size={}", escaped(text));
        let answer = sends(&desk.base, (Method::GET, "/"), &[("cookie", &size)], &[]).await;
        is_sound(&answer, text);
        for path in [
            "/{}",
            "/here/{}",
            "/t/{}",
            "/r/{}",
            "/device/{}",
            "/api/{}",
            "/assets/{}",
        ] {
            let path = path.replace("{}", &escaped(text));
            let answer = sends(&desk.base, (Method::GET, &path), &[], &[]).await;
            is_sound(&answer, &path);
            assert!(
                !answer.body.contains("alert(1)"),
                "{path} is not repeated: {answer:?}"
            );
        }
    }
}

/// Very long texts are cut or refused, and no page breaks.
#[tokio::test]
async fn long_texts_break_nothing() {
    let mut desk = Desk::open().await;
    let long = "<x-probe>".repeat(3000);
    desk.hall.says("花子", &long).await;
    let case = desk.case_of("花子").await;
    desk.hall.says("花子", &long).await;
    let browser = desk.inside("supervisor").await;
    let session = browser.cookie(INSIDE);
    let key = drawn(&session);
    let path = format!("/staff/cases/{case}");
    for path in ["/review/questions", "/staff/cases", &path] {
        let answer = browser.gets(path).await;
        assert_eq!(answer.status, StatusCode::OK);
        is_sound(&answer, path);
    }
    for end in ["reply", "note"] {
        let fields = [("text", long.as_str()), ("key", &key)];
        let answer = browser
            .sends(Method::POST, &format!("{path}/{end}"), &fields)
            .await;
        assert!(answer.status.is_client_error(), "{end}: {}", answer.status);
        is_sound(&answer, end);
    }
}
