//! The book of reservations: random operations beside a small model in memory, parallel clients at the waiting list and
//! at the closing of a day, and half a year of a busy city.

mod half_year;
mod model;
mod races;
mod rules;

use madoguchi::config::Config;
use madoguchi::desk::calendar::{Change, Entry, Hours};
use madoguchi::desk::clerk::{Contact, Order, Wish};
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::rules::OfficeId;

use crate::harness::{CityHall, Scratch, config_with};

/// The example without its answers: the book does not need them, and it starts at once.
fn hall(start: &str, config: Config) -> (CityHall, Scratch) {
    let answers = Scratch::new();
    let source = madoguchi::library::Source::Folder(answers.0.clone());
    (CityHall::open_on(start, config, source), answers)
}

fn main_office() -> OfficeId {
    OfficeId::read("main").unwrap()
}

fn wish(office: &OfficeId, procedure: Procedure, people: u8, start: chrono::NaiveDateTime) -> Wish {
    Wish {
        office: office.clone(),
        procedures: vec![procedure],
        people,
        start,
    }
}

fn booking(wish: Wish, beyond: bool) -> Order {
    Order::Book {
        wish,
        language: Language::Ja,
        contact: Contact::default(),
        beyond: beyond.then(|| "試験".to_owned()),
    }
}

fn entry(hall: &CityHall, office: &OfficeId, day: chrono::NaiveDate, change: Change) -> Entry {
    Entry {
        day,
        office: Some(office.clone()),
        change,
        reason: "試験".into(),
        who: "supervisor".into(),
        at: hall.app.now(),
    }
}

fn hours(opens: &str, closes: &str) -> Hours {
    Hours {
        opens: opens.parse().unwrap(),
        closes: closes.parse().unwrap(),
    }
}

/// A city with one small office: two counters, one of them bookable, an hour a day.
fn small() -> Config {
    config_with(&[
        (
            "weekday = { opens = \"09:00\", closes = \"17:30\" }",
            "weekday = { opens = \"09:00\", closes = \"10:00\" }",
        ),
        (
            "counters = 4, bookable = 3 }, { from = \"16:00\", counters = 2 }",
            "counters = 3, bookable = 2 }",
        ),
        ("days_ahead = 30", "days_ahead = 7"),
    ])
}

#[tokio::test]
async fn the_list_of_the_day_reaches_the_staff_once_and_marks_what_has_changed() {
    let config = config_with(&[("# morning = \"", "morning = \"")]);
    let (mut city, _answers) = hall("2026-12-01T07:00:00", config);
    let at = |hour| {
        "2026-12-01"
            .parse::<chrono::NaiveDate>()
            .unwrap()
            .and_hms_opt(hour, 0, 0)
            .unwrap()
    };
    let office = main_office();
    let mut ids = Vec::new();
    for hour in [10, 9] {
        let key = city.next_key();
        let order = booking(wish(&office, Procedure::Pickup, 2, at(hour)), true);
        ids.push(
            city.app
                .order(key, "counter".into(), order)
                .await
                .unwrap()
                .unwrap(),
        );
    }
    // The list was printed on the evening before; since then somebody has moved to another time.
    city.app
        .note_print(office.clone(), at(9).date(), "counter".into())
        .await
        .unwrap();
    city.clock.advance(chrono::Duration::minutes(10));
    let moved = Order::Move {
        id: ids[0].id,
        wish: wish(&office, Procedure::Pickup, 2, at(11)),
        beyond: None,
    };
    let key = city.next_key();
    city.app
        .order(key, "counter".into(), moved)
        .await
        .unwrap()
        .unwrap();
    assert!(
        city.wait(chrono::Duration::minutes(45)).await.is_empty(),
        "not before eight"
    );
    let sent = city.wait(chrono::Duration::minutes(30)).await;
    let lists: Vec<&str> = sent
        .iter()
        .filter(|row| row.phrase == "staff-morning")
        .map(|row| row.text.as_str())
        .collect();
    let [list] = lists[..] else {
        panic!("one list, for the office with visits: {lists:?}")
    };
    let lines: Vec<&str> = list.lines().skip(2).collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].starts_with("09:00 ") && lines[0].ends_with("（2人）"),
        "{list}"
    );
    assert!(
        lines[1].starts_with("11:00 ") && lines[1].ends_with("●変更"),
        "{list}"
    );
    city.restart();
    assert!(
        city.wait(chrono::Duration::hours(2))
            .await
            .iter()
            .all(|row| row.phrase != "staff-morning")
    );
}

/// A program on the database beside the desk; its exit code and what it says.
fn runs(file: &std::path::Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut options = arguments.to_vec();
    options.extend(["--clock", crate::server::TUESDAY]);
    let output = crate::server::command("reservations", file, &options)
        .output()
        .unwrap();
    let said =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (output.status.code(), said.concat())
}

#[test]
fn a_file_of_reservations_is_tried_first_and_taken_over_once() {
    let scratch = Scratch::new();
    let (file, list) = (scratch.file("desk.sqlite"), scratch.file("old.csv"));
    let text = "\u{feff}office,date,time,procedures,people,language,note\n\
                main,2026-12-10,10:00,pickup,2,vi,\"車いす, 1階\"\n\
                moon,2026-12-10,10:00,pickup,1,ja,\n\
                main,2026-12-12,10:00,pickup,1,ja,\n\
                main,2026-12-10,10:00,pickup pickup,1,ja,\n\
                branch,2026-12-10,10:00,pin,1,ja,\n\
                main,2026-12-10,25:00,pin,1,ja,\n\
                main,2026-12-11,10:00,certificate pin,1,,\n\
                main,2026-12-11,10:00,pin,1,ja,a,b\n";
    std::fs::write(&list, text).unwrap();
    let list = list.to_str().unwrap();
    let tried = runs(&file, &["import", list, "--by", "counter"]);
    assert_eq!(tried.0, Some(1), "{}", tried.1);
    for (line, why) in [
        (3, "there is no such office"),
        (4, "closed"),
        (5, "or one twice"),
        (6, "does not do pin"),
        (7, "write it like 10:30"),
        (9, "put a text with a comma"),
    ] {
        let found = tried
            .1
            .lines()
            .find(|told| told.contains(&format!("old.csv:{line}:")));
        assert!(
            found.is_some_and(|told| told.contains(why)),
            "{line}: {}",
            tried.1
        );
    }
    assert!(
        tried.1.contains("2 of 8 rows can be taken over, 6 refused"),
        "{}",
        tried.1
    );
    let empty = runs(&file, &["list", "--office", "main", "--day", "2026-12-10"]);
    assert_eq!(
        empty,
        (Some(0), "no visits\n".to_owned()),
        "nothing was written"
    );
    assert!(
        runs(&file, &["import", list, "--by", "counter", "--apply"])
            .1
            .contains("2 of 8 rows taken over")
    );
    let again = runs(&file, &["import", list, "--by", "counter", "--apply"]);
    assert!(
        again.1.contains("0 of 8 rows taken over") && again.1.contains("done already"),
        "{}",
        again.1
    );
    let there = runs(
        &file,
        &["list", "--office", "main", "--day", "2026-12-10", "--tsv"],
    );
    let row: Vec<&str> = there.1.lines().nth(1).unwrap().split('\t').collect();
    assert_eq!(
        (row[0], row[3], row[4], row[5], row[8]),
        ("10:00", "pickup", "2", "vi", "車いす, 1階")
    );
    let beyond = runs(
        &file,
        &["cancel", row[1], "--by", "counter", "--beyond", "x"],
    );
    assert_eq!(beyond.0, Some(1), "{}", beyond.1);
    assert_eq!(
        runs(&file, &["cancel", row[1], "--by", "nobody"]).0,
        Some(1)
    );
    assert_eq!(
        runs(&file, &["cancel", row[1], "--by", "counter"]).0,
        Some(0)
    );
}
