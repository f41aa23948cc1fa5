//! Every address of the staff's pages, for those who have not come in and for forms that do not come from there.

use std::collections::BTreeSet;

use madoguchi::desk::rights::Role;
use reqwest::{Method, StatusCode};

use super::{Hall, INSIDE};
use crate::review_page::value;

/// What stands in the parentheses that have just been opened.
fn inside(text: &str) -> &str {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    panic!("{text} has no end")
}

/// The addresses by their methods, as the sources name them: as they are, or as a constant of the file or of a module.
pub fn named() -> BTreeSet<(&'static str, String)> {
    let flat = |text: String| text.split_whitespace().collect::<String>();
    let files: Vec<(String, String)> = crate::tidy::sources()
        .into_iter()
        .filter(|(path, _)| path.starts_with("src/channels/web/"))
        .map(|(path, text)| (path, flat(text)))
        .collect();
    let constant = |path: &str, name: &str| {
        let (module, name) = match name.rsplit_once("::") {
            Some((module, name)) => (format!("/{module}.rs"), name),
            None => (path.to_owned(), name),
        };
        let (_, text) = files.iter().find(|(path, _)| path.ends_with(&module))?;
        let (_, value) = text.split_once(&format!("const{name}:&str=\""))?;
        value.split('"').next().map(str::to_owned)
    };
    let mut found = BTreeSet::new();
    for (path, text) in &files {
        for part in text.split(".route(").skip(1) {
            let (address, handlers) = inside(part).split_once(',').unwrap();
            let address = match address.strip_prefix('"') {
                Some(address) => address.trim_end_matches('"').to_owned(),
                None => constant(path, address)
                    .unwrap_or_else(|| panic!("{path}: what is the address {address}?")),
            };
            if !address.starts_with("/staff") && !address.starts_with("/review") {
                continue;
            }
            for (name, word) in [("GET", "get("), ("POST", "post(")] {
                if handlers.contains(word) {
                    found.insert((name, address.clone()));
                }
            }
        }
    }
    assert!(found.len() > 30, "the routes are read: {found:?}");
    found
}

/// The same with something in the place of what stands in braces.
fn routes() -> Vec<(Method, String)> {
    let routes = named().into_iter().map(|(method, address)| {
        let address = address
            .replace("{id}", "1")
            .replace("{code}", "H-7K3M")
            .replace("{entry}", "pin-forgot")
            .replace("{language}", "ja");
        (method.parse().unwrap(), address)
    });
    routes.collect()
}

/// Whatever is posted anywhere: every form finds its fields.
const FIELDS: [(&str, &str); 15] = [
    ("what", "came"),
    ("id", "1"),
    ("office", "main"),
    ("day", "2026-12-10"),
    ("procedure", "pickup"),
    ("people", "1"),
    ("start", "2026-12-10T10:00"),
    ("kind", "closed"),
    ("reason", "台風"),
    ("confirm", "1"),
    ("say", "dismiss"),
    ("misses", "1"),
    ("language", "ja"),
    ("new", "a password of some length"),
    ("again", "a password of some length"),
];

/// What must not be seen or changed: a visit with a name, and what there is of everything.
async fn filled() -> Hall {
    let mut hall = Hall::open().await;
    let said = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";
    hall.hall.says("花子", said).await;
    hall.hall.says("花子", "はい").await;
    let booked = "SELECT count(*) FROM reservations WHERE state = 'booked'";
    assert_eq!(hall.hall.count(booked), 1);
    hall
}

fn rows(hall: &Hall) -> Vec<i64> {
    let tables = [
        "reservations WHERE state = 'booked'",
        "calendar_entries",
        "prints",
        "audit",
        "clerk_passwords",
        "clerk_sessions",
        "misses WHERE settled IS NULL",
    ];
    let count = |table| hall.hall.count(&format!("SELECT count(*) FROM {table}"));
    tables.into_iter().map(count).collect()
}

#[tokio::test]
async fn nobody_sees_or_does_anything_without_a_session() {
    let hall = filled().await;
    let before = rows(&hall);
    for cookie in ["", "guessed", "0123456789abcdef0123456789abcdef"] {
        for (method, path) in routes() {
            let stranger = hall.browser();
            if !cookie.is_empty() {
                stranger.holds(INSIDE, cookie);
            }
            let answer = stranger.sends(method.clone(), &path, &FIELDS).await;
            let what = format!("{method} {path}: {answer:?}");
            match answer.status {
                StatusCode::SEE_OTHER => {
                    let to = answer.header("location");
                    // To the door, or to another address of this walk.
                    assert!(to.starts_with("/staff/"), "{what}");
                    assert_eq!(answer.body, "", "{what}");
                }
                // The door itself.
                StatusCode::OK => assert_eq!(path, "/staff/enter", "{what}"),
                StatusCode::FORBIDDEN => assert_eq!(path, "/staff/enter", "{what}"),
                StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND => {}
                _ => panic!("{what}"),
            }
            for secret in ["counter", "12月8日", "電子証明書", "花子", "/staff/day"] {
                assert!(!answer.body.contains(secret), "{secret} at {what}");
            }
        }
    }
    assert_eq!(rows(&hall), before);
}

/// Each form of the staff carries a key of its session; without it nothing happens, and the page says so.
#[tokio::test]
async fn every_form_without_the_key_of_its_session_is_refused() {
    let mut hall = filled().await;
    // One person who may everything but keep the roster, and one who keeps it.
    let mut config = super::staffed();
    config.faq.people[1].name = "supervisor".into();
    let mut admin = config.staff.people[0].clone();
    (admin.name, admin.role) = ("admin".into(), Role::Admin);
    config.staff.people.push(admin);
    let other = Hall::open_with(config.clone(), None).await;
    drop(std::mem::replace(&mut hall, other));
    let said = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";
    hall.hall.says("花子", said).await;
    hall.hall.says("花子", "はい").await;
    let id = hall.hall.count("SELECT id FROM reservations");
    hall.hall.app.refresh_halls().await.unwrap();
    let supervisor = hall.inside("supervisor").await;
    let admin = hall.inside("admin").await;
    let clerk = hall.inside("counter").await;
    let page = clerk.reads("/staff/day").await;
    let of_another = value(&page, "name=\"key\" value=\"");
    let forged = format!("abc.{}", "0".repeat(32));
    let before = rows(&hall);
    let posts = routes()
        .into_iter()
        .filter(|(method, _)| *method == Method::POST);
    let mut count = 0;
    for (_, path) in posts {
        let path = path.replace("/visit/1", &format!("/visit/{id}"));
        let keeps_roster = ["/staff/people/post", "/staff/people/end"].contains(&path.as_str());
        let person = if keeps_roster { &admin } else { &supervisor };
        for key in ["", "x", &forged, &of_another] {
            let answer = person.posts(&path, key, &FIELDS).await;
            let what = format!("POST {path} with {key:?}: {answer:?}");
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}");
            assert!(answer.body.contains("<html lang=\"ja\">"), "{what}");
            assert!(
                answer.body.contains(&hall.words("staff-desk-stale")),
                "{what}"
            );
            count += 1;
        }
    }
    assert!(count >= 40, "{count}");
    assert_eq!(rows(&hall), before);
    assert!(supervisor.is_in().await);
}
