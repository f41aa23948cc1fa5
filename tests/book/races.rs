//! Parallel clients where a seat comes free, and where a day is closed while people reserve on it.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use madoguchi::app::App;
use madoguchi::desk::calendar::Change;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::clerk::Order;
use madoguchi::desk::closing::ClosingReason;
use madoguchi::desk::message::{Incoming, Outgoing, Said};
use madoguchi::desk::procedure::Procedure;
use tokio::task::JoinSet;

use super::{booking, entry, hall, hours, main_office, small, wish};
use crate::harness::CityHall;

async fn sends(app: &App, name: &str, key: &str, said: Said) -> Vec<Outgoing> {
    let incoming = Incoming {
        key: format!("race:{name}:{key}"),
        from: CityHall::person(name),
        hint: None,
        chosen: None,
        said,
        pressed: None,
        pulled: false,
    };
    app.receive(incoming).await.unwrap()
}

fn button(said: &[Outgoing], prefix: &str) -> Option<Choice> {
    let mut ids = said.iter().rev().flat_map(|row| &row.choices);
    let found = ids.find(|choice| choice.id.starts_with(prefix))?;
    Choice::read(&found.id)
}

fn nine() -> NaiveDateTime {
    "2026-12-03T09:00:00".parse().unwrap()
}

/// A single seat on Thursday that a clerk has given away.
async fn full_thursday() -> (
    CityHall,
    crate::harness::Scratch,
    madoguchi::ids::ReservationId,
) {
    let (mut city, answers) = hall("2026-12-01T10:00:00", small());
    let change = Change::Open {
        hours: Some(hours("09:00:00", "09:20:00")),
        counters: Some(1),
    };
    let entry = entry(&city, &main_office(), nine().date(), change);
    city.app
        .close_day(entry, ClosingReason::Other)
        .await
        .unwrap();
    let order = booking(wish(&main_office(), Procedure::Pickup, 1, nine()), false);
    let key = city.next_key();
    let booked = city
        .app
        .order(key, "counter".into(), order)
        .await
        .unwrap()
        .unwrap();
    (city, answers, booked.id)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_freed_seat_goes_to_the_first_on_the_list_whoever_else_reaches_for_it() {
    let (city, _answers, id) = full_thursday().await;
    let wish = "12月3日の9時に市役所本館でカードの受け取りを予約したい";
    for n in 0..8 {
        let said = sends(
            &city.app,
            &format!("waiting{n}"),
            "1",
            Said::Text(wish.into()),
        )
        .await;
        let wait = button(&said, "wl.").expect("the waiting list is offered");
        sends(&city.app, &format!("waiting{n}"), "2", Said::Choice(wait)).await;
    }
    // Twenty others reach for the time while the clerk cancels.
    let mut clients = JoinSet::new();
    for n in 0..20 {
        let app = city.app.clone();
        clients.spawn(async move {
            let name = format!("other{n}");
            let mut got = false;
            for round in 0..5 {
                let said = sends(&app, &name, &format!("a{round}"), Said::Text(wish.into())).await;
                got |= button(&said, "y.").is_some();
            }
            got
        });
    }
    let app = city.app.clone();
    clients.spawn(async move {
        app.order("race:cancel".into(), "counter".into(), Order::Cancel(id))
            .await
            .unwrap()
            .unwrap();
        false
    });
    let others = clients.join_all().await;
    assert!(
        others.iter().all(|got| !got),
        "the seat is the waiting list's"
    );
    let offered = city.deliver().await;
    let offers: Vec<&Outgoing> = offered
        .iter()
        .filter(|row| row.phrase == "wait-offer")
        .collect();
    assert_eq!(offers.len(), 1, "one seat, one offer");
    assert_eq!(
        offers[0].to,
        CityHall::person("waiting0"),
        "the first on the list"
    );
    // The button is pressed many times at once: one reservation.
    let take = button(&offered, "ot.").unwrap();
    let mut presses = JoinSet::new();
    for n in 0..16 {
        let (app, take) = (city.app.clone(), take.clone());
        presses.spawn(async move {
            sends(&app, "waiting0", &format!("p{n}"), Said::Choice(take)).await
        });
    }
    let said = presses.join_all().await;
    let booked = said
        .iter()
        .flatten()
        .filter(|row| row.phrase == "booked")
        .count();
    assert_eq!(booked, 1);
    assert_eq!(
        city.count("SELECT count(*) FROM reservations WHERE state = 'booked'"),
        1
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_is_closed_while_people_reserve_on_it_and_nobody_is_forgotten() {
    let (city, _answers) = hall("2026-12-01T10:00:00", crate::harness::config());
    let wish = "12月3日の10時に市役所本館で暗証番号の再設定を予約したい";
    let mut clients = JoinSet::new();
    for n in 0..40 {
        let app = city.app.clone();
        clients.spawn(async move {
            let name = format!("p{n}");
            let mut said = sends(&app, &name, "1", Said::Text(wish.into())).await;
            for round in 0..6 {
                let Some(next) = button(&said, "y.").or_else(|| button(&said, "t.")) else {
                    break;
                };
                said = sends(&app, &name, &format!("r{round}"), Said::Choice(next)).await;
            }
        });
    }
    let app = city.app.clone();
    let closing = entry(&city, &main_office(), nine().date(), Change::Closed);
    clients.spawn(async move {
        tokio::task::yield_now().await;
        app.close_day(closing, ClosingReason::Weather)
            .await
            .unwrap();
    });
    clients.join_all().await;
    let on_the_day =
        "SELECT count(*) FROM reservations WHERE state = 'booked' AND start_at / 86400000 = 20790";
    let told = city.deliver().await;
    let news: Vec<&Outgoing> = told
        .iter()
        .filter(|row| row.phrase == "closing-news")
        .collect();
    assert_eq!(
        city.count(on_the_day),
        i64::try_from(news.len()).unwrap(),
        "everybody on the day was told"
    );
    // All of them take their first time at the same moment.
    let mut takers = JoinSet::new();
    for row in news {
        let Some(take) = button(std::slice::from_ref(row), "ot.") else {
            continue;
        };
        let (app, name) = (city.app.clone(), row.to.id.clone());
        takers.spawn(async move { sends(&app, &name, "take", Said::Choice(take)).await });
    }
    let taken = takers.join_all().await;
    assert!(
        taken
            .iter()
            .all(|said| said.iter().any(|row| row.phrase == "moved")),
        "what is kept can be had"
    );
    assert_eq!(city.count(on_the_day), 0);
    let seats = city.app.store().read(|sql| {
        let mut statement = sql.prepare("SELECT office || cell || '/' || seat FROM seats")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<Vec<String>, _>>()?)
    });
    let seats = seats.unwrap();
    assert_eq!(seats.iter().collect::<BTreeSet<_>>().len(), seats.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twelve_change_to_the_same_time_and_nobody_loses_the_old_one() {
    let (city, _answers) = hall("2026-12-01T10:00:00", small());
    for n in 0..12 {
        let name = format!("p{n}");
        let wish = format!(
            "12月2日の9時{}分に市役所本館で暗証番号の再設定を予約したい",
            n / 2 * 10
        );
        sends(&city.app, &name, "1", Said::Text(wish)).await;
        let said = sends(&city.app, &name, "2", Said::Text("はい".into())).await;
        assert_eq!(said[0].phrase, "booked", "{name}");
    }
    let mut clients = JoinSet::new();
    for n in 0..12 {
        let app = city.app.clone();
        clients.spawn(async move {
            let name = format!("p{n}");
            let wish = Said::Text("12月3日の9時に変更したい".into());
            let said = sends(&app, &name, "3", wish).await;
            let Some(yes) = button(&said, "y.") else {
                return false;
            };
            let said = sends(&app, &name, "4", Said::Choice(yes)).await;
            said.iter().any(|row| row.phrase == "moved")
        });
    }
    let moved = clients
        .join_all()
        .await
        .into_iter()
        .filter(|moved| *moved)
        .count();
    assert_eq!(moved, 2, "two counters take reservations");
    let booked = "SELECT count(*) FROM reservations WHERE state = 'booked'";
    assert_eq!(city.count(booked), 12, "nobody is without a place");
    assert_eq!(
        city.count("SELECT count(*) FROM seats WHERE reservation IS NOT NULL"),
        12
    );
    let there = "SELECT count(*) FROM reservations WHERE start_at / 86400000 = 20790";
    assert_eq!(city.count(there), 2);
}
