//! The headers of every kind of answer, what is kept by whom, and files for spreadsheets.

use std::io::Cursor;

use madoguchi::app::hall::DeviceKind;
use madoguchi::channels::web::rights::ROUTES;
use madoguchi::desk::clerk::{Contact, Order, Wish};
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::rules::OfficeId;
use reqwest::header::HeaderMap;
use reqwest::{Method, StatusCode};

use super::{CHAT, DEVICE, Desk, INSIDE, address_of, cookie, sends};

/// Fails unless an answer carries what every answer carries.
fn are_sound(headers: &HeaderMap, is_public: bool, what: &str) {
    let one = |name: &str| {
        let all: Vec<&str> = headers
            .get_all(name)
            .iter()
            .map(|v| v.to_str().unwrap())
            .collect();
        assert_eq!(all.len(), 1, "{name} at {what}: {all:?}");
        all[0].to_owned()
    };
    let policy = one("content-security-policy");
    for part in [
        "default-src 'self'",
        "script-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.contains(part), "{part} at {what}");
    }
    assert!(!policy.contains("unsafe"), "{what}");
    assert_eq!(one("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(one("referrer-policy"), "no-referrer", "{what}");
    assert_eq!(one("x-frame-options"), "DENY", "{what}");
    let kept = one("cache-control");
    let expected = if is_public {
        "public, max-age=300"
    } else {
        "no-store"
    };
    // The library that sends streams says `no-cache`; a stream is nothing that could be kept.
    let is_stream = headers
        .get("content-type")
        .is_some_and(|kind| kind == "text/event-stream");
    assert!(
        kept == expected || is_stream && kept == "no-cache",
        "{what}: {kept}"
    );
    assert!(
        headers.get("server").is_none() && headers.get("x-powered-by").is_none(),
        "{what}"
    );
    assert!(
        headers.get("access-control-allow-origin").is_none(),
        "{what}"
    );
}

async fn status(
    desk: &Desk,
    (method, path): (&str, &str),
    headers: &[(&str, &str)],
    fields: &[(&str, &str)],
) -> (StatusCode, HeaderMap) {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let mut request = client.request(method.parse().unwrap(), format!("{}{path}", desk.base));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    if !fields.is_empty() {
        request = request.form(fields);
    }
    // Streams have no end, so only the head is read.
    let answer = request.send().await.unwrap();
    (answer.status(), answer.headers().clone())
}

async fn filled() -> (Desk, i64, i64) {
    let mut desk = Desk::open().await;
    let (visit, _) = desk.booked("花子").await;
    let case = desk.case_of("花子").await;
    (desk, visit, case)
}

#[tokio::test]
async fn every_answer_of_the_staffs_pages_is_kept_by_nobody() {
    let (desk, visit, case) = filled().await;
    let mut held = vec![String::new()];
    for who in ["supervisor"] {
        held.push(cookie(INSIDE, &desk.inside(who).await.cookie(INSIDE)));
    }
    let mut kinds = std::collections::BTreeSet::new();
    for (_, path, _) in ROUTES {
        let path = address_of(path, visit, case);
        for held in &held {
            let own = [("cookie", held.as_str())];
            for method in ["GET", "HEAD", "POST", "PUT", "OPTIONS"] {
                // Without a key nothing is done.
                let (status, headers) = status(&desk, (method, &path), &own, &[("key", "x")]).await;
                let what = format!("{method} {path}: {status}");
                assert!(!status.is_server_error(), "{what}");
                are_sound(&headers, false, &what);
                kinds.insert(status.as_u16());
            }
        }
    }
    for kind in [200, 303, 403, 405] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
}

#[tokio::test]
async fn every_answer_to_visitors_carries_the_same() {
    let desk = Desk::open().await;
    let mut visitor = desk.visitor();
    visitor.says("職員と話したい").await;
    let token = visitor.token.clone().unwrap();
    let chat = cookie(CHAT, &token);
    let office = || OfficeId::read("main").unwrap();
    let mut devices = Vec::new();
    for kind in [DeviceKind::Board, DeviceKind::Kiosk] {
        let name = format!("device-{}", kind.id());
        devices.push(
            desk.hall
                .app
                .add_device("admin".into(), kind, office(), name)
                .await
                .unwrap(),
        );
    }
    let (board, kiosk) = (cookie(DEVICE, &devices[0]), cookie(DEVICE, &devices[1]));
    let events = format!("/api/chat/{token}/events");
    let device = format!("/device/{}", devices[0]);
    let form = [("key", "k"), ("text", "こんにちは")];
    let large = "あ".repeat(40_000);
    let too_large = [("key", "k"), ("text", large.as_str())];
    for ((method, path), held, fields, expected) in [
        (("GET", "/"), chat.as_str(), &[][..], 200),
        (("HEAD", "/"), "", &[], 200),
        (("DELETE", "/"), "", &[], 405),
        (("GET", "/nowhere"), "", &[], 404),
        (("POST", "/nowhere"), "", &[], 404),
        (("POST", "/chat"), &chat, &form, 303),
        (("POST", "/chat"), &chat, &too_large, 413),
        (("POST", "/language"), &chat, &form, 400),
        (("GET", "/chat"), "", &[], 303),
        (("GET", "/my-data.json"), &chat, &[], 200),
        (("GET", "/my-data.json"), "", &[], 404),
        (("GET", "/manifest.webmanifest"), "", &[], 200),
        (("GET", "/healthz"), "", &[], 200),
        (("GET", "/metrics"), "", &[], 200),
        (("GET", "/here/main"), "", &[], 200),
        (("GET", "/here/nowhere"), "", &[], 404),
        (("GET", &events), "", &[], 200),
        (("GET", "/api/chat/nobody/events"), "", &[], 404),
        (("GET", "/api/nowhere"), "", &[], 404),
        (("POST", "/api/chat"), "", &[], 400),
        (("GET", "/api/chat"), "", &[], 405),
        (("GET", "/t/nothing"), "", &[], 404),
        (("GET", "/t/nothing/events"), "", &[], 404),
        (("GET", "/r/nothing"), "", &[], 404),
        (("GET", "/r/nothing/calendar.ics"), "", &[], 404),
        (("GET", "/device/nothing"), "", &[], 401),
        (("GET", &device), "", &[], 303),
        (("GET", "/board"), &board, &[], 200),
        (("GET", "/board"), "", &[], 401),
        (("GET", "/board/events"), &board, &[], 200),
        (("GET", "/kiosk"), &kiosk, &[], 200),
        (("GET", "/kiosk/alive"), "", &[], 204),
        (("POST", "/kiosk/menu"), &kiosk, &[("language", "ja")], 200),
        (("GET", "/kiosk/menu"), "", &[], 303),
        (("GET", "/assets/nothing"), "", &[], 404),
    ] {
        let (status, headers) = status(&desk, (method, path), &[("cookie", held)], fields).await;
        let what = format!("{method} {path}: {status}");
        assert_eq!(status.as_u16(), expected, "{what}");
        are_sound(&headers, false, &what);
    }
    // What the pages bring along is nobody's own.
    for name in [
        "chat.css",
        "chat.js",
        "icon.svg",
        "icon-512.png",
        "inbox.js",
        "staff.css",
    ] {
        let path = format!("/assets/{name}");
        let (status, headers) = status(&desk, ("GET", &path), &[], &[]).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        are_sound(&headers, true, &path);
    }
    // The copy of one's own data is read by no other site.
    let other = [("cookie", chat.as_str()), ("sec-fetch-site", "cross-site")];
    let (status, headers) = status(&desk, ("GET", "/my-data.json"), &other, &[]).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    are_sound(&headers, false, "another site");
}

/// What a spreadsheet would reckon with, as callers are noted down.
const FORMULAS: [&str; 10] = [
    "=1+1",
    "=HYPERLINK(\"https://a.example\",\"x\")",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "＝１＋１",
    "＋１",
    "－１",
    "＠SUM(1)",
];

#[tokio::test]
async fn files_hold_words_and_have_fixed_names() {
    let desk = Desk::open().await;
    let office = OfficeId::read("main").unwrap();
    for (n, text) in FORMULAS.iter().enumerate() {
        let order = Order::Book {
            wish: Wish {
                office: office.clone(),
                procedures: vec![Procedure::Pin],
                people: 1,
                start: format!("2026-12-10T{:02}:{}:00", 9 + n / 2, ["00", "30"][n % 2])
                    .parse()
                    .unwrap(),
            },
            language: Language::Ja,
            contact: Contact {
                reading: (*text).to_owned(),
                phone: text.chars().take(20).collect(),
                note: (*text).to_owned(),
            },
            beyond: Some((*text).to_owned()),
        };
        let done = desk
            .hall
            .app
            .order(format!("k{n}"), "supervisor".into(), order)
            .await;
        done.unwrap().unwrap();
    }
    let browser = desk.inside("supervisor").await;
    let hostile = "day=2026-12-10&name=x%0d%0aset-cookie:a=b&office=main";
    let csv = browser.gets(&format!("/staff/day.csv?{hostile}")).await;
    let name = |end: &str| format!("attachment; filename=\"main-2026-12-10.{end}\"");
    assert_eq!(csv.header("content-disposition"), name("csv"));
    assert!(csv.header("content-type").starts_with("text/csv"));
    let body = csv.body.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(body.as_bytes());
    let mut cells = 0;
    for record in reader.records() {
        for cell in &record.unwrap() {
            let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
            assert!(!cell.starts_with(begins), "{cell:?}");
            cells += usize::from(cell.starts_with('\''));
        }
    }
    assert!(cells >= FORMULAS.len() * 3, "{cells}");
    // In the workbook they are strings, without a mark.
    let held = cookie(INSIDE, &browser.cookie(INSIDE));
    let request = reqwest::Client::new().get(format!("{}/staff/day.xlsx?{hostile}", desk.base));
    let answer = request.header("cookie", held).send().await.unwrap();
    assert_eq!(
        answer.headers()["content-disposition"],
        name("xlsx").as_str()
    );
    let bytes = answer.bytes().await.unwrap().to_vec();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let formulas = calamine::Reader::worksheet_formula(&mut book, "2026-12-10").unwrap();
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
    let sheet = calamine::Reader::worksheet_range(&mut book, "2026-12-10").unwrap();
    let strings = sheet.cells().filter_map(|(_, _, cell)| match cell {
        calamine::Data::String(text) => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(strings.filter(|text| *text == "=1+1").count(), 4);
    for (path, name) in [
        (
            "/staff/audit.csv?from=2026-12-01&until=2026-12-01",
            "audit-2026-12-01-2026-12-01.csv",
        ),
        (
            "/staff/audit.csv?from=%22%0d%0a&until=x&until=2026-12-01",
            "audit-",
        ),
        ("/review/feedback.csv?day=x", "feedback-2026-12-01.csv"),
    ] {
        let answer = browser.gets(path).await;
        let given = answer.header("content-disposition").to_owned();
        assert!(
            given.starts_with(&format!("attachment; filename=\"{name}")),
            "{path}: {given}"
        );
        let name = given
            .strip_prefix("attachment; filename=\"")
            .unwrap()
            .strip_suffix('"')
            .unwrap();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-.".contains(c);
        assert!(name.chars().all(is_plain), "{given}");
    }
}

/// A value that would end a header and begin another one.
#[tokio::test]
async fn no_value_ends_a_header() {
    let (desk, visit, _) = filled().await;
    let browser = desk.inside("supervisor").await;
    let session = browser.cookie(INSIDE);
    let split = "x\r\nset-cookie: a=b\r\n\r\n<x-probe>";
    let key = super::drawn(&session);
    let visit = visit.to_string();
    for (path, fields) in [
        (
            "/staff/mark",
            vec![
                ("what", "came"),
                ("id", visit.as_str()),
                ("office", split),
                ("day", split),
            ],
        ),
        (
            "/staff/blocks",
            vec![("case", split), ("reason", split), ("days", split)],
        ),
        (
            "/staff/floor/do",
            vec![
                ("what", "ask"),
                ("office", "main"),
                ("procedure", "pin"),
                ("people", "1"),
                ("language", split),
                ("counter", split),
            ],
        ),
        ("/staff/enter", vec![("name", split), ("to", split)]),
    ] {
        let mut fields = fields;
        fields.push(("key", &key));
        let held = cookie(INSIDE, &session);
        let answer = sends(
            &desk.base,
            (Method::POST, path),
            &[("cookie", &held)],
            &fields,
        )
        .await;
        assert!(
            super::set_cookies(&answer)
                .iter()
                .all(|line| !line.starts_with("a=")),
            "{answer:?}"
        );
        assert!(!answer.body.contains("<x-probe>"), "{answer:?}");
        assert!(
            !answer.header("location").contains(['\r', '\n', '<']),
            "{answer:?}"
        );
    }
}
