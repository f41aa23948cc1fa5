//! Asking until an answer tells something: what is there and what is not are told apart by nobody, and what opens
//! something is too long to be guessed.

use std::collections::BTreeSet;

use madoguchi::app::hall::DeviceKind;
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::{IdSource, SheetCode, find_code};
use reqwest::{Method, StatusCode};

use super::{CHAT, DEVICE, Desk, cookie, password, sends};
use crate::server::Answer;

/// What is always different: the keys of forms, and what was typed.
fn bare(answer: &Answer, typed: &[&str]) -> String {
    let mut body = answer.body.clone();
    for typed in typed {
        body = body.replace(typed, "");
    }
    let mut parts = body.split("name=\"key\" value=\"");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        bare.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    format!("{} {bare}", answer.status)
}

/// A name that is known, one that is not, one without a password, one that is locked out: the door says the same.
#[tokio::test]
async fn the_door_says_the_same_to_everybody() {
    let desk = Desk::open().await;
    desk.inside("counter").await;
    desk.inside("supervisor").await;
    desk.hall.app.lock_out("supervisor").await.unwrap();
    let mut said = BTreeSet::new();
    for name in [
        "counter",
        "supervisor",
        "branch",
        "nobody",
        "' OR 1=1",
        "author",
        "",
    ] {
        let browser = desk.browser();
        let answer = browser.enters(name, "a guess of some length", "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name}");
        assert!(!answer.headers.contains_key("retry-after"), "{name}");
        said.insert(bare(&answer, &[]));
    }
    assert_eq!(said.len(), 1, "{said:#?}");
    // And once there were too many tries.
    let mut said = BTreeSet::new();
    for name in ["counter", "nobody-else"] {
        let browser = desk.browser();
        for _ in 0..5 {
            browser.enters(name, "a guess of some length", "").await;
        }
        let answer = browser.enters(name, &password(name), "").await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{name}");
        said.insert(bare(&answer, &[]));
    }
    assert_eq!(said.len(), 1, "{said:#?}");
}

/// A code of a reservation without its day is no more than a code that nobody has.
#[tokio::test]
async fn a_code_tells_nothing_without_its_day() {
    let mut desk = Desk::open().await;
    let (_, code) = desk.booked("花子").await;
    desk.hall.says("次郎", "こんにちは").await;
    let before = desk.everything();
    let mut said = BTreeSet::new();
    let other = "ACDE-FG34";
    assert!(find_code(other).is_some() && other != code);
    for (n, code) in [code.as_str(), other].into_iter().enumerate() {
        let who = format!("somebody {n}");
        let mut told = String::new();
        for text in [
            code.to_owned(),
            format!("予約番号は{code}です"),
            format!("{code} 12月9日"),
            format!("{code} 1月1日"),
        ] {
            let rows = desk.hall.says(&who, &text).await;
            let rows: Vec<String> = rows
                .iter()
                .map(|row| format!("{} {} {:?}", row.phrase, row.text, row.choices))
                .collect();
            told.push_str(&rows.join("\n").replace(code, "CODE"));
        }
        said.insert(told);
    }
    assert_eq!(said.len(), 1, "{said:#?}");
    let but = [
        "inbox",
        "outbox",
        "residents",
        "code_tries",
        "misses",
        "audit",
    ];
    desk.everything().are_those(&before, &but, "a code");
}

/// At the panel a code of a cancelled, a past or an unknown visit is not tried on and on.
#[tokio::test]
async fn a_panel_says_the_same_to_every_wrong_code() {
    let desk = Desk::open().await;
    let office = OfficeId::read("main").unwrap();
    let added = desk
        .hall
        .app
        .add_device("admin".into(), DeviceKind::Kiosk, office, "panel".into());
    let device = cookie(DEVICE, &added.await.unwrap());
    let mut said = BTreeSet::new();
    let wrong = ["ACDE-FG34", "AAAA-AAA9", "' OR 1=1", "K-1001", "H-7K3M"];
    for (n, code) in wrong.into_iter().enumerate() {
        let key = format!("k{n}");
        let fields = [("language", "ja"), ("key", key.as_str()), ("code", code)];
        let at = (Method::POST, "/kiosk/check-in");
        let answer = sends(&desk.base, at, &[("cookie", &device)], &fields).await;
        let escaped = code.replace('\'', "&#39;");
        said.insert(bare(&answer, &[code, &escaped]));
    }
    assert_eq!(said.len(), 1, "{said:#?}");
}

/// Links and conversations: what was one and what never was say the same.
#[tokio::test]
async fn a_link_that_is_wrong_says_nothing_about_the_right_one() {
    let mut desk = Desk::open().await;
    let (visit, _) = desk.booked("花子").await;
    let known = format!("{visit:x}-{}", "0".repeat(32));
    let unknown = format!("{:x}-{}", 1, "0".repeat(32));
    for path in [
        "/t/{}",
        "/r/{}",
        "/r/{}/calendar.ics",
        "/t/{}/events",
        "/device/{}",
        "/api/chat/{}/events",
    ] {
        let mut said = BTreeSet::new();
        for token in [known.as_str(), unknown.as_str(), "nothing-like-it"] {
            let path = path.replace("{}", token);
            let answer = sends(&desk.base, (Method::GET, &path), &[], &[]).await;
            said.insert(bare(&answer, &[token]));
        }
        assert_eq!(said.len(), 1, "{path}: {said:#?}");
    }
    let mut said = BTreeSet::new();
    for token in ["x".repeat(32), "y".repeat(8)] {
        let held = cookie(CHAT, &token);
        let answer = sends(
            &desk.base,
            (Method::GET, "/my-data.json"),
            &[("cookie", &held)],
            &[],
        )
        .await;
        said.insert(bare(&answer, &[]));
    }
    assert_eq!(said.len(), 1, "{said:#?}");
}

/// A hand-over sheet is found by its whole code, by staff alone.
#[tokio::test]
async fn a_sheet_is_not_found_by_half_a_code() {
    let desk = Desk::open().await;
    for text in [
        "H-", "H-7K3", "H-7K3MM", "7K3M", "H-%%%%", "H-____", "H-0OIL", "' OR 1=1", "H-7K3M'",
    ] {
        assert_eq!(SheetCode::read(text), None, "{text}");
    }
    let code = SheetCode::read(" h-7k3m ").unwrap();
    assert!(desk.hall.app.sheet_file(&code).unwrap().is_none());
}

/// Bits that nobody can guess: of a token what NIST SP 800-63B asks of a session (64 bits at least) many times over, of
/// what people type as much as the tries at it are bounded.
#[test]
fn what_opens_something_is_long_and_even() {
    let mut ids = IdSource::seeded(7);
    let letters: BTreeSet<char> = (0..400)
        .flat_map(|_| ids.token().chars().collect::<Vec<_>>())
        .collect();
    assert_eq!(letters.len(), 64);
    let safe = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
    assert!(letters.iter().all(safe), "{letters:?}");
    // Length and characters: bits.
    for (made, length, kinds) in [
        (many(|ids| ids.token(), &mut ids), 32, 64),
        (many(|ids| ids.password(), &mut ids), 20, 23),
        (many(|ids| ids.link_code(), &mut ids), 12, 23),
    ] {
        assert!(made.iter().all(|text| text.len() == length));
        assert_eq!(
            made.iter().collect::<BTreeSet<_>>().len(),
            made.len(),
            "none comes twice"
        );
        // Each character comes at each place about equally often: within half of and twice its share.
        for place in 0..length {
            let mut counts = std::collections::BTreeMap::new();
            for text in &made {
                *counts.entry(text.as_bytes()[place]).or_insert(0_usize) += 1;
            }
            let share = made.len() / kinds;
            assert_eq!(counts.len(), kinds, "place {place}");
            assert!(
                counts.values().all(|n| (share / 2..share * 2).contains(n)),
                "{counts:?}"
            );
        }
    }
    let codes: BTreeSet<String> = (0..5000).map(|_| ids.reservation_code().0).collect();
    assert_eq!(codes.len(), 5000);
    let (one, other) = (IdSource::from_os().token(), IdSource::from_os().token());
    assert_ne!(one, other, "the start of a program gives nothing away");
}

fn many(make: impl Fn(&mut IdSource) -> String, ids: &mut IdSource) -> Vec<String> {
    (0..20_000).map(|_| make(ids)).collect()
}
