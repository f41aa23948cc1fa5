//! What staff enter into the calendar is in force with the next turn, and nobody's reservation is lost by it.

use chrono::Duration;
use madoguchi::commands::calendar::year;
use madoguchi::desk::calendar::{Change, Entry, Hours};
use madoguchi::desk::choice::Choice;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Outgoing, Said};
use madoguchi::desk::rules::OfficeId;
use madoguchi::store::calendar::{Conflict, conflicts, entries, rules};

use crate::harness::{CityHall, at};

fn entry(day: &str, office: Option<&str>, change: Change) -> Entry {
    Entry {
        day: day.parse().unwrap(),
        office: office.map(|id| OfficeId::read(id).unwrap()),
        change,
        reason: "全国システムの停止".into(),
        who: "supervisor".into(),
        at: at("2026-12-01T10:00:00"),
    }
}

async fn enter(hall: &CityHall, entry: Entry) {
    let work = move |tx: &mut madoguchi::store::tx::Tx<'_>| tx.enter(&entry);
    hall.app.store().write(work).await.unwrap();
}

/// Hanako books this; the last reply is what she is told.
async fn books(hall: &mut CityHall, text: &str) -> Vec<Outgoing> {
    hall.receive("花子", Said::Text(text.to_owned()), Some(Language::Ja))
        .await
}

fn left_outside(hall: &CityHall) -> Vec<Conflict> {
    let base = hall.config().rules.clone();
    let now = hall.app.now();
    hall.app
        .store()
        .read(|sql| conflicts(sql, &rules(sql, &base)?, now))
        .unwrap()
}

const WISH: &str = "12月8日の10時に暗証番号の再設定で予約したい";

#[tokio::test]
async fn a_closure_is_in_force_with_the_next_turn_and_keeps_every_reservation() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    assert_eq!(books(&mut hall, WISH).await[0].phrase, "ask-confirm");
    assert_eq!(books(&mut hall, "はい").await[0].phrase, "booked");
    assert!(left_outside(&hall).is_empty());
    enter(&hall, entry("2026-12-08", None, Change::Closed)).await;
    let outside = left_outside(&hall);
    assert_eq!(outside.len(), 1);
    assert!(outside[0].reachable);
    assert_eq!(
        hall.count("SELECT count(*) FROM reservations WHERE state = 'booked'"),
        1
    );
    // Nobody else gets that day, and nobody is called to a closed door.
    let told = hall
        .receive("太郎", Said::Text(WISH.to_owned()), Some(Language::Ja))
        .await;
    let phrases: Vec<&str> = told.iter().map(|row| row.phrase.as_str()).collect();
    assert_eq!(phrases, ["day-closed", "ask-day-again"]);
    let arrived = hall.wait(Duration::days(7)).await;
    assert!(
        arrived
            .iter()
            .all(|row| !row.phrase.starts_with("reminder")),
        "{arrived:?}"
    );
    let closed = "SELECT count(*) FROM reminders WHERE state = 'dropped' AND reason = 'closed'";
    assert!(hall.count(closed) > 0);
    // Who changed what is kept, and in the audit log as well.
    assert_eq!(
        hall.count("SELECT count(*) FROM audit WHERE what = 'calendar'"),
        1
    );
}

#[tokio::test]
async fn an_entry_can_be_taken_back_and_the_day_is_free_again() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    enter(&hall, entry("2026-12-08", None, Change::Closed)).await;
    assert_eq!(books(&mut hall, WISH).await[0].phrase, "day-closed");
    hall.restart();
    enter(&hall, entry("2026-12-08", None, Change::Rule)).await;
    assert_eq!(
        books(&mut hall, "12月8日の10時").await[0].phrase,
        "ask-confirm"
    );
    let kept = hall.app.store().read(entries).unwrap();
    assert_eq!(kept.len(), 2, "what was entered before is still told");
}

#[tokio::test]
async fn an_office_opens_on_a_sunday_with_the_counters_it_says() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    let hours = Hours {
        opens: "09:00:00".parse().unwrap(),
        closes: "10:00:00".parse().unwrap(),
    };
    let open = Change::Open {
        hours: Some(hours),
        counters: Some(1),
    };
    enter(&hall, entry("2026-12-06", Some("main"), open)).await;
    books(&mut hall, "暗証番号の再設定で予約したい").await;
    let day = Choice::Day("2026-12-06".parse().unwrap());
    let told = hall.picks("花子", day.clone()).await;
    assert_eq!(told[0].phrase, "ask-time");
    let taken = books(&mut hall, "9時").await;
    assert_eq!(taken[0].phrase, "ask-confirm");
    books(&mut hall, "はい").await;
    // The one counter is taken: the same time is full for somebody else.
    let wish = "12月6日の9時に暗証番号の再設定で予約したい".to_owned();
    let told = hall
        .receive("太郎", Said::Text(wish), Some(Language::Ja))
        .await;
    assert_eq!(told[0].phrase, "time-full");
    // Fewer counters than are reserved: the reservation stays and is listed.
    let hours = Hours {
        opens: "09:30:00".parse().unwrap(),
        ..hours
    };
    let later = Change::Open {
        hours: Some(hours),
        counters: None,
    };
    enter(&hall, entry("2026-12-06", Some("main"), later)).await;
    assert_eq!(left_outside(&hall).len(), 1);
}

#[tokio::test]
async fn a_year_is_printed_with_its_holidays_and_what_staff_entered() {
    let hall = CityHall::open("2026-12-01T10:00:00");
    enter(&hall, entry("2027-02-02", None, Change::Closed)).await;
    let base = hall.config().rules.clone();
    let in_force = hall.app.store().read(|sql| rules(sql, &base)).unwrap();
    let mut out = Vec::new();
    let main = OfficeId::read("main").unwrap();
    year(&in_force, 2027, Some(&main), true, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.lines().count(), 366);
    for line in [
        "2027-01-01\tmain\tclosed\t\t\t\t年末年始",
        "2027-01-11\tmain\tclosed\t\t\t\t成人の日",
        "2027-02-02\tmain\tclosed\t\t\t\t全国システムの停止",
        "2027-03-22\tmain\tclosed\t\t\t\t休日",
        "2027-02-03\tmain\topen\t09:00\t17:30\t4→2\t",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}");
    }
}

#[tokio::test]
async fn a_seat_that_is_held_is_not_reserved_on_a_day_closed_meanwhile() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    assert_eq!(books(&mut hall, WISH).await[0].phrase, "ask-confirm");
    enter(&hall, entry("2026-12-08", None, Change::Closed)).await;
    let told = books(&mut hall, "はい").await;
    assert_eq!(told[0].phrase, "day-closed");
    assert_eq!(hall.count("SELECT count(*) FROM reservations"), 0);
    assert_eq!(hall.count("SELECT count(*) FROM seats"), 0);
}

#[tokio::test]
async fn whether_a_day_is_open_is_answered_from_the_calendar() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    enter(&hall, entry("2026-12-10", None, Change::Closed)).await;
    for (question, phrase) in [
        ("12月9日は開いていますか", "day-open"),
        ("12月10日は開いていますか", "day-closed"),
        ("12月30日は開いていますか", "day-closed"),
    ] {
        assert_eq!(
            books(&mut hall, question).await[0].phrase,
            phrase,
            "{question}"
        );
    }
    let told = hall
        .receive(
            "Ana",
            Said::Text("Is the counter open on 23 December?".into()),
            Some(Language::En),
        )
        .await;
    assert_eq!(told[0].phrase, "day-open");
    assert!(told[0].text.contains("9:00"), "{}", told[0].text);
}
