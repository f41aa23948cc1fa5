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
        .note_print(office.clone(), at(9).date())
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
