//! The city's own decisions: windows, who reserves for how many, missed visits, quiet hours.

use chrono::{NaiveDate, TimeDelta};
use madoguchi::desk::choice::Choice;
use madoguchi::desk::clerk::{Order, OrderRefusal};
use madoguchi::desk::faq::Action;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::Said;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::rules::instant;

use super::{booking, hall, main_office, wish};
use crate::harness::{CityHall, config_with};

async fn order(city: &mut CityHall, order: Order) -> Result<(), OrderRefusal> {
    let key = city.next_key();
    city.app
        .order(key, "counter".into(), order)
        .await
        .unwrap()
        .map(drop)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_procedure_and_an_office_may_narrow_the_window_and_a_supervisor_may_not_mind() {
    let config = config_with(&[(
        "[procedure.stay]\n",
        "[procedure.stay]\nwindow = { first_days = 2, last_days = 10, notice_minutes = 600 }\n",
    )]);
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config);
    for (on, beyond, expected) in [
        ("2026-12-02", false, Err(OrderRefusal::OutsideWindow)),
        ("2026-12-02", true, Ok(())),
        ("2026-12-03", false, Ok(())),
        ("2026-12-11", false, Ok(())),
        ("2026-12-14", false, Err(OrderRefusal::OutsideWindow)),
        ("2026-12-14", true, Ok(())),
        (
            "2026-12-12",
            true,
            Err(OrderRefusal::Closed(
                madoguchi::desk::calendar::Closed::Saturday,
            )),
        ),
    ] {
        let start = day(on).and_hms_opt(10, 0, 0).unwrap();
        let wish = wish(&main_office(), Procedure::Stay, 1, start);
        let found = order(&mut city, booking(wish, beyond)).await;
        assert_eq!(found, expected, "{on} {beyond}");
    }
    let said = city
        .says(
            "花子",
            "明日の10時に市役所本館で在留期間の手続きを予約したい",
        )
        .await;
    assert_eq!(said[0].phrase, "day-too-soon");
    assert!(said[0].text.contains("12月3日（木）"), "{}", said[0].text);
}

#[tokio::test]
async fn the_reserve_is_for_the_staff_and_breaks_are_kept_free() {
    let config = config_with(&[(
        "sunday_counters = 4\n",
        "sunday_counters = 4\nbreaks = [{ from = \"12:00\", until = \"13:00\", counters = 3 }]\n",
    )]);
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config);
    let at = |hour| day("2026-12-03").and_hms_opt(hour, 0, 0).unwrap();
    let pin = |hour| wish(&main_office(), Procedure::Pin, 1, at(hour));
    for _ in 0..3 {
        assert_eq!(order(&mut city, booking(pin(10), false)).await, Ok(()));
    }
    assert_eq!(
        order(&mut city, booking(pin(10), false)).await,
        Err(OrderRefusal::Taken)
    );
    assert_eq!(order(&mut city, booking(pin(10), true)).await, Ok(()));
    assert_eq!(
        order(&mut city, booking(pin(10), true)).await,
        Err(OrderRefusal::Taken)
    );
    // Over lunch one of four is there, and it is the reserve.
    assert_eq!(
        order(&mut city, booking(pin(12), false)).await,
        Err(OrderRefusal::Taken)
    );
    assert_eq!(order(&mut city, booking(pin(12), true)).await, Ok(()));
    assert_eq!(
        order(&mut city, booking(pin(12), true)).await,
        Err(OrderRefusal::Taken)
    );
}

#[tokio::test]
async fn people_count_and_not_addresses() {
    let config = config_with(&[("people_open_max = 8", "people_open_max = 4")]);
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config);
    city.says(
        "花子",
        "明日の10時に市役所本館でカードの受け取りを予約したい、3人です",
    )
    .await;
    let said = city.says("花子", "はい").await;
    assert_eq!(said[0].phrase, "booked");
    let said = city
        .says(
            "花子",
            "明後日の10時に市役所本館でカードの受け取りを予約したい、2人です",
        )
        .await;
    assert_eq!(
        said[0].phrase, "people-limit",
        "three and two are more than four"
    );
    city.says("花子", "やめる").await;
    city.says(
        "花子",
        "明後日の10時に市役所本館でカードの受け取りを予約したい",
    )
    .await;
    assert_eq!(
        city.says("花子", "はい").await[0].phrase,
        "booked",
        "three and one are four"
    );
    let said = city.says("花子", "予約したい").await;
    assert_eq!(said[0].phrase, "people-limit");
}

#[tokio::test]
async fn who_missed_visits_may_be_limited_where_the_city_says_so() {
    let config = config_with(&[("limit_after = 0", "limit_after = 1")]);
    let (mut city, _answers) = hall("2026-12-01T08:30:00", config);
    city.says(
        "花子",
        "今日の10時に市役所本館で暗証番号の再設定を予約したい",
    )
    .await;
    city.says("花子", "はい").await;
    let key = city.next_key();
    let other = wish(
        &main_office(),
        Procedure::Pin,
        1,
        day("2026-12-01").and_hms_opt(10, 0, 0).unwrap(),
    );
    let other = city
        .app
        .order(key, "counter".into(), booking(other, false))
        .await
        .unwrap()
        .unwrap();
    city.wait(chrono::Duration::minutes(160)).await;
    assert_eq!(
        city.count("SELECT count(*) FROM reservations WHERE state = 'missed'"),
        0,
        "no arrival was noted"
    );
    order(&mut city, Order::Came(other.id)).await.unwrap();
    let sent = city.wait(chrono::Duration::minutes(10)).await;
    assert!(sent.iter().any(|row| row.phrase == "no-show"));
    let said = city
        .says(
            "花子",
            "12月10日の10時に市役所本館で暗証番号の再設定を予約したい",
        )
        .await;
    let phrases: Vec<&str> = said.iter().map(|row| row.phrase.as_str()).collect();
    assert_eq!(phrases[..2], ["no-show-limit", "day-too-far"]);
}

#[tokio::test]
async fn open_wishes_are_led_to_the_hours_that_are_usually_quiet() {
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config_with(&[]));
    // Eight weeks in which the mornings were full: three counters from nine to twelve.
    let write = city.app.store().write(|tx| {
        drop(tx.meta("none")?);
        Ok(())
    });
    write.await.unwrap();
    let file = rusqlite::Connection::open(city.scratch.file("desk.sqlite")).unwrap();
    file.execute("INSERT INTO residents (id, channel, address, language, created_at, seen_at) VALUES (900, 'desk', 'past', 'ja', 0, 0)", []).unwrap();
    let mut id = 1;
    for back in 1..56 {
        let date = day("2026-12-01") - TimeDelta::days(back);
        if city.app.rules().calendar.hours(date).is_err() {
            continue;
        }
        for n in 0..18 {
            for seat in 0..3 {
                let start =
                    instant(date.and_hms_opt(9, 0, 0).unwrap() + TimeDelta::minutes(n * 10))
                        .timestamp_millis();
                file.execute(
                    "INSERT INTO reservations (id, code, resident, office, start_at, cells, seat, state, marked_at, made_at, changed_at)
                     VALUES (?1, ?2, 900, 'main', ?3, 1, ?4, 'came', ?3, 0, 0)",
                    rusqlite::params![id, format!("PAST-{id}"), start, seat],
                )
                .unwrap();
                id += 1;
            }
        }
    }
    drop(file);
    city.restart();
    let said = city
        .says("花子", "12月8日に市役所本館で暗証番号の再設定を予約したい")
        .await;
    let asked = said.last().unwrap();
    assert_eq!(asked.phrase, "ask-time");
    let labels: Vec<&str> = asked.choices.iter().map(|b| b.label.as_str()).collect();
    assert!(
        !labels[0].starts_with("9時"),
        "the full morning is not offered first: {labels:?}"
    );
    assert!(
        labels.contains(&"9時からの時間"),
        "but it can be had: {labels:?}"
    );
    let said = city.says("花子", "おまかせ").await;
    assert_eq!(said[0].phrase, "ask-confirm");
    assert!(
        said[0].text.contains("12時"),
        "any will do: the first quiet hour: {}",
        said[0].text
    );
    let said = city
        .says(
            "太郎",
            "12月8日の10時から14時のあいだに市役所本館で暗証番号の再設定を予約したい",
        )
        .await;
    let labels: Vec<&str> = said
        .last()
        .unwrap()
        .choices
        .iter()
        .map(|b| b.label.as_str())
        .collect();
    assert!(
        labels
            .iter()
            .any(|label| label.contains("例年すいています")),
        "{labels:?}"
    );
    assert!(labels.contains(&"10時"), "{labels:?}");
}

#[tokio::test]
async fn another_telephone_needs_the_code_and_the_day_and_the_owner_hears_of_it() {
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config_with(&[]));
    city.says(
        "花子",
        "12月8日の10時に市役所本館で暗証番号の再設定を予約したい",
    )
    .await;
    let booked = city.says("花子", "はい").await;
    let code = madoguchi::ids::find_code(&booked[0].text)
        .unwrap()
        .to_string();
    city.deliver().await;
    let phrases = |said: &[madoguchi::desk::message::Outgoing]| -> Vec<String> {
        said.iter().map(|row| row.phrase.clone()).collect()
    };
    assert_eq!(phrases(&city.says("太郎", &code).await), ["code-ask-day"]);
    assert_eq!(
        phrases(&city.says("太郎", "12月9日").await),
        ["code-refused"]
    );
    let look = Choice::Action(Action::MyReservation);
    assert_eq!(
        phrases(&city.picks("太郎", look).await),
        ["no-reservations"]
    );
    assert_eq!(
        phrases(&city.says("太郎", &format!("{code} 12月8日")).await),
        ["code-shared", "reservation"]
    );
    city.deliver().await;
    assert_eq!(
        phrases(&city.says("太郎", "12月9日の10時に変更したい").await),
        ["ask-confirm-change"]
    );
    city.says("太郎", "はい").await;
    let told = city.deliver().await;
    let to = |name: &str| {
        told.iter()
            .filter(|row| row.to == CityHall::person(name) && row.phrase == "moved")
            .count()
    };
    assert_eq!(
        (to("太郎"), to("花子")),
        (1, 1),
        "whoever made it hears of the change"
    );
    city.says("太郎", "予約をキャンセルしたい").await;
    city.says("太郎", "はい").await;
    let told = city.deliver().await;
    assert!(
        told.iter()
            .any(|row| row.to == CityHall::person("花子") && row.phrase == "cancelled")
    );
    assert_eq!(city.count("SELECT count(*) FROM seats"), 0);
}

/// The one kept time of a closing, and the phrases that went out.
async fn close_thursday(city: &mut CityHall) -> Vec<String> {
    let change = madoguchi::desk::calendar::Change::Closed;
    let entry = super::entry(city, &main_office(), day("2026-12-03"), change);
    let reason = madoguchi::desk::closing::ClosingReason::Outage;
    city.app.close_day(entry, reason).await.unwrap();
    city.deliver()
        .await
        .into_iter()
        .map(|row| row.phrase)
        .collect()
}

#[tokio::test]
async fn a_move_ends_what_was_kept_and_the_next_closing_is_told_again() {
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config_with(&[]));
    city.says(
        "花子",
        "12月3日の10時に市役所本館で暗証番号の再設定を予約したい",
    )
    .await;
    city.says("花子", "はい").await;
    city.deliver().await;
    assert_eq!(close_thursday(&mut city).await, ["closing-news"]);
    assert_eq!(city.count("SELECT count(*) FROM holds"), 3);
    city.says("花子", "12月8日の15時に変更したい").await;
    assert_eq!(city.says("花子", "はい").await[0].phrase, "moved");
    assert_eq!(city.count("SELECT count(*) FROM holds"), 0);
    city.deliver().await;
    let change = madoguchi::desk::calendar::Change::Closed;
    let entry = super::entry(&city, &main_office(), day("2026-12-08"), change);
    let reason = madoguchi::desk::closing::ClosingReason::Weather;
    let closed = city.app.close_day(entry, reason).await.unwrap();
    assert_eq!((closed.affected, closed.offered), (1, 1));
}

#[tokio::test]
async fn a_day_that_opens_after_all_frees_what_was_kept_and_is_told() {
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config_with(&[]));
    city.says(
        "花子",
        "12月3日の10時に市役所本館で暗証番号の再設定を予約したい",
    )
    .await;
    city.says("花子", "はい").await;
    city.deliver().await;
    close_thursday(&mut city).await;
    let entry = madoguchi::desk::calendar::Entry {
        office: None,
        ..super::entry(
            &city,
            &main_office(),
            day("2026-12-03"),
            madoguchi::desk::calendar::Change::Rule,
        )
    };
    let reason = madoguchi::desk::closing::ClosingReason::Other;
    city.app.close_day(entry, reason).await.unwrap();
    let told: Vec<String> = city
        .deliver()
        .await
        .into_iter()
        .map(|row| row.phrase)
        .collect();
    assert_eq!(told, ["closing-lifted"]);
    assert_eq!(city.count("SELECT count(*) FROM holds"), 0);
}

#[tokio::test]
async fn a_kept_time_can_be_given_to_somebody_on_the_telephone() {
    let (mut city, _answers) = hall("2026-12-01T10:00:00", super::small());
    let start = day("2026-12-03").and_hms_opt(9, 0, 0).unwrap();
    let key = city.next_key();
    let order = booking(wish(&main_office(), Procedure::Pin, 1, start), false);
    let booked = city
        .app
        .order(key, "counter".into(), order)
        .await
        .unwrap()
        .unwrap();
    close_thursday(&mut city).await;
    let kept = day("2026-12-04").and_hms_opt(9, 0, 0).unwrap();
    let moving = Order::Move {
        id: booked.id,
        wish: wish(&main_office(), Procedure::Pin, 1, kept),
        beyond: None,
    };
    let key = city.next_key();
    let moved = city
        .app
        .order(key, "counter".into(), moving)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(moved.start(), kept);
    assert_eq!(city.count("SELECT count(*) FROM holds"), 0);
}

#[tokio::test]
async fn a_question_that_waited_too_long_cancels_nothing() {
    let (mut city, _answers) = hall("2026-12-01T09:00:00", config_with(&[]));
    city.says(
        "花子",
        "今日の10時に市役所本館で暗証番号の再設定を予約したい",
    )
    .await;
    city.says("花子", "はい").await;
    assert_eq!(
        city.says("花子", "予約をキャンセルしたい").await[0].phrase,
        "ask-cancel"
    );
    city.clock.advance(chrono::Duration::minutes(40));
    assert_eq!(city.says("花子", "はい").await[0].phrase, "change-too-late");
    assert_eq!(
        city.count("SELECT count(*) FROM reservations WHERE state = 'booked'"),
        1
    );
    // While it is running it can still be seen.
    city.clock.advance(chrono::Duration::minutes(25));
    let look = Choice::Action(Action::MyReservation);
    assert_eq!(city.picks("花子", look).await[0].phrase, "reservation");
}

#[tokio::test]
async fn staff_reserve_beyond_what_anybody_may() {
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config_with(&[]));
    let start = day("2027-02-03").and_hms_opt(10, 0, 0).unwrap();
    let far = wish(&main_office(), Procedure::Pin, 1, start);
    assert_eq!(
        order(&mut city, booking(far.clone(), false)).await,
        Err(OrderRefusal::OutsideWindow)
    );
    for expected in [
        Ok(()),
        Ok(()),
        Ok(()),
        Ok(()),
        Err(OrderRefusal::OutsideWindow),
    ] {
        assert_eq!(
            order(&mut city, booking(far.clone(), true)).await,
            expected,
            "four counters"
        );
    }
}

#[tokio::test]
async fn a_year_of_birth_is_kept_nowhere_whatever_it_stands_in() {
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config_with(&[]));
    for text in [
        "1985年3月7日生まれ、2024年5月1日発行です",
        "いいえ、昭和60年3月7日生まれです",
        "and my wife, born 4 April 1990, card from 1 May 2023?",
    ] {
        city.says("花子", text).await;
    }
    for table in [
        "inbox WHERE text",
        "residents WHERE talk",
        "misses WHERE text",
        "outbox WHERE text",
    ] {
        for part in ["1985", "昭和60", "1990"] {
            let count = city.count(&format!("SELECT count(*) FROM {table} LIKE '%{part}%'"));
            assert_eq!(count, 0, "{table} {part}");
        }
    }
}

#[tokio::test]
async fn adults_and_children_are_asked_for_their_number() {
    for (text, expected) in [
        (
            "12月3日の10時に市役所本館でカードの受け取りを予約したい、大人2人と子ども1人です",
            "ask-people",
        ),
        (
            "12月3日の10時に市役所本館で子どものカードの受け取りを予約したい",
            "ask-confirm",
        ),
        (
            "book card pickup on 3 December 10:00 main building for me and 2 children",
            "ask-people",
        ),
        (
            "book card pickup on 3 December 10:00 main building for two people",
            "ask-confirm",
        ),
        ("12月3日10点在市政府预约领卡，2个大人1个孩子", "ask-people"),
    ] {
        let (mut city, _answers) = hall("2026-12-01T10:00:00", config_with(&[]));
        let hint = if text.contains("预约") {
            Language::ZhHans
        } else if text.is_ascii() {
            Language::En
        } else {
            Language::Ja
        };
        let said = city
            .receive("花子", Said::Text(text.to_owned()), Some(hint))
            .await;
        assert_eq!(
            said.last().unwrap().phrase,
            expected,
            "{text}: {}",
            said[0].text
        );
        if expected == "ask-people" {
            let said = city.says("花子", "3").await;
            assert_eq!(said.last().unwrap().phrase, "ask-confirm", "{text}");
            assert!(said.last().unwrap().text.contains('3'), "{}", said[0].text);
        }
    }
}

#[tokio::test]
async fn nobody_is_at_two_counters_at_once() {
    let (mut city, _answers) = hall("2026-12-01T10:00:00", config_with(&[]));
    city.says(
        "花子",
        "12月3日の10時に市役所本館でカードの受け取りを予約したい",
    )
    .await;
    city.says("花子", "はい").await;
    let said = city
        .says(
            "花子",
            "12月3日の10時10分に市役所本館で暗証番号の再設定を予約したい",
        )
        .await;
    assert_eq!(said[0].phrase, "time-double");
    assert_eq!(said[1].phrase, "ask-time");
    let said = city.says("花子", "10時20分").await;
    assert_eq!(said[0].phrase, "ask-confirm");
}
