//! What those may do who guide people in the hall.

use std::process::Command;

use madoguchi::config::HABIKINO;
use madoguchi::desk::rights::Role;
use reqwest::StatusCode;

use super::Hall;
use crate::harness::Scratch;
use crate::review_page::value;
use crate::server::TUESDAY;

const WISH: [(&str, &str); 7] = [
    ("office", "main"),
    ("day", "2026-12-10"),
    ("procedure", "pickup"),
    ("people", "1"),
    ("look", "1"),
    ("reading", "はびきの"),
    ("language", "ja"),
];

fn query() -> String {
    let pairs = WISH.iter().take(5).map(|(k, v)| format!("{k}={v}"));
    format!("/staff/book?{}", pairs.collect::<Vec<_>>().join("&"))
}

#[tokio::test]
async fn the_floor_books_and_notes_who_came() {
    let mut hall = Hall::open().await;
    let roster = hall.hall.app.roster().unwrap();
    let person = roster.by_telegram(7001, hall.hall.app.today()).unwrap();
    assert_eq!(
        (person.name.as_str(), person.role()),
        ("hall", Some(Role::Floor))
    );
    let floor = hall.inside("hall").await;
    let page = floor.reads(&query()).await;
    let start = value(&page, "name=\"start\" value=\"");
    let key = floor.key(&query()).await;
    let mut fields = WISH.to_vec();
    fields.push(("start", &start));
    let answer = floor.posts("/staff/book", &key, &fields).await;
    let visit = answer.header("location").to_owned();
    assert!(visit.starts_with("/staff/visit/"), "{answer:?}");
    let id = hall
        .hall
        .count("SELECT id FROM reservations WHERE state = 'booked'");
    // On the day itself.
    hall.hall.wait(chrono::Duration::days(9)).await;
    let floor = hall.inside("hall").await;
    let page = floor.reads(&format!("/staff/visit/{id}")).await;
    assert!(page.contains("value=\"came\""), "{page}");
    let key = floor.key(&format!("/staff/visit/{id}")).await;
    let fields = [("what", "came"), ("id", &id.to_string()), ("back", "visit")];
    let answer = floor.posts("/staff/mark", &key, &fields).await;
    assert!(
        answer.header("location").ends_with("done=came"),
        "{answer:?}"
    );
}

#[tokio::test]
async fn the_floor_neither_leaves_rules_aside_nor_closes_days() {
    let hall = Hall::open().await;
    for name in ["hall", "counter"] {
        let floor = hall.inside(name).await;
        let page = floor.reads(&query()).await;
        assert!(!page.contains("name=\"beyond\""), "{name}");
        let start = value(&page, "name=\"start\" value=\"");
        let key = floor.key(&query()).await;
        let mut fields = WISH.to_vec();
        fields.extend([
            ("start", start.as_str()),
            ("beyond", "1"),
            ("reason", "急ぎ"),
        ]);
        let answer = floor.posts("/staff/book", &key, &fields).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}: {answer:?}");
        let calendar = floor.reads("/staff/calendar").await;
        assert!(!calendar.contains("name=\"confirm\""), "{name}");
        let closing = [
            ("day", "2026-12-16"),
            ("kind", "closed"),
            ("reason", "台風"),
            ("confirm", "1"),
        ];
        let answer = floor.posts("/staff/calendar", &key, &closing).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
        assert!(answer.body.contains(&hall.words("staff-door-supervisors")));
    }
    assert_eq!(hall.hall.count("SELECT count(*) FROM reservations"), 0);
    assert_eq!(hall.hall.count("SELECT count(*) FROM calendar_entries"), 0);
}

/// In the terminal the same limits hold.
#[test]
fn the_floor_has_the_same_limits_in_the_terminal() {
    let scratch = Scratch::new();
    let file = scratch.file("city.toml");
    let clerk = "{ name = \"counter\", role = \"clerk\" },";
    let both = format!("{clerk} {{ name = \"hall\", role = \"floor\" }},");
    std::fs::write(&file, HABIKINO.replace(clerk, &both)).unwrap();
    let database = scratch.file("desk.sqlite");
    let book = "reservations book 2026-12-10T10:00 --office main --procedure pickup --by hall";
    for (line, refusal) in [
        (book.to_owned(), None),
        (
            format!("{book} --beyond storm"),
            Some("only a supervisor may leave the rules aside"),
        ),
        (
            "calendar close 2026-12-16 --by hall --reason storm".to_owned(),
            Some("“hall” may not close days there"),
        ),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
            .args(line.split(' '))
            .args(["--clock", TUESDAY, "--config"])
            .arg(&file)
            .arg("--db")
            .arg(&database)
            .output()
            .unwrap();
        assert_eq!(output.status.success(), refusal.is_none(), "{output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(refusal.unwrap_or_default()), "{said}");
    }
}
