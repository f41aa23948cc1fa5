//! A restart in the middle of a morning, and the rows of events that tell a day again.

use std::collections::BTreeMap;

use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::FloorAction;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::races::{act, hall, main_office, open, wish};
use crate::harness::CityHall;

/// A random morning: tickets are given, called, served, put aside, undone, sent on, missed. Returns how much happened.
async fn morning(hall: &mut CityHall, seed: u64, steps: u32, restarts: bool) -> u32 {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut done = 0;
    for n in 0..steps {
        hall.clock
            .advance(chrono::Duration::seconds(rng.random_range(5..60)));
        if restarts && n % 40 == 39 {
            hall.restart();
        }
        let counter = rng.random_range(1..=4u8);
        let key = format!("step-{seed}-{n}");
        let action = pick(hall, &mut rng, counter);
        let Some(action) = action else { continue };
        done += u32::from(act(hall, &key, counter, action).await.is_ok());
    }
    done
}

fn pick(hall: &CityHall, rng: &mut StdRng, counter: u8) -> Option<FloorAction> {
    let some = |sql: &str| -> Option<madoguchi::ids::TicketId> {
        let found = hall.app.store().read(|connection| {
            let sql = format!(
                "SELECT ifnull((SELECT id FROM tickets WHERE {sql} ORDER BY id LIMIT 1), 0)"
            );
            Ok(connection.query_row(&sql, [], |row| row.get::<_, i64>(0))?)
        });
        Some(found.unwrap())
            .filter(|id| *id > 0)
            .map(madoguchi::ids::TicketId)
    };
    let here = some(&format!(
        "counter = {counter} AND state IN ('called', 'serving')"
    ));
    let number = CounterNumber(counter);
    Some(match rng.random_range(0..14) {
        0..=2 => FloorAction::Issue(wish(Procedure::Pin)),
        3..=5 => FloorAction::Next(number),
        6 => FloorAction::Recall(here?),
        7 => FloorAction::Undo(here?),
        8 => FloorAction::Serve(here?),
        9 => FloorAction::Finish(here?, vec![(Procedure::Pin, 1)]),
        10 => FloorAction::Park(here?),
        11 => FloorAction::Miss(here?),
        12 => FloorAction::Return(some("state IN ('parked', 'missed')")?),
        _ => FloorAction::Leave(some("state = 'waiting'")?),
    })
}

#[tokio::test]
async fn a_restart_in_the_morning_loses_nothing() {
    let mut hall = hall(12).await;
    morning(&mut hall, 7, 60, false).await;
    hall.app.refresh_halls().await.unwrap();
    let before = hall.app.hall(&main_office()).unwrap();
    hall.restart();
    hall.app.refresh_halls().await.unwrap();
    let after = hall.app.hall(&main_office()).unwrap();
    assert_eq!(before.line.tickets, after.line.tickets);
    assert_eq!(before.line.counters, after.line.counters);
    assert_eq!(before.calls, after.calls);
    assert_eq!(before.line.in_a_row, after.line.in_a_row);
    // What was learnt since the last finished visit may move a range by a minute, and nobody in it.
    for (id, wait) in &before.estimates.tickets {
        let other = after.estimates.tickets[id];
        assert!(
            wait.middle.abs_diff(other.middle) <= 2,
            "{wait:?} {other:?}"
        );
    }
    // A press whose answer was lost in the restart is pressed again and calls nobody twice.
    let action = FloorAction::Next(CounterNumber(1));
    act(&hall, "close", 1, FloorAction::Pause(CounterNumber(1)))
        .await
        .ok();
    let first = act(&hall, "press", 1, action.clone()).await;
    hall.restart();
    let again = act(&hall, "press", 1, action).await;
    if let Ok(first) = first {
        assert_eq!(first.map(|t| t.id), again.unwrap().map(|t| t.id));
    }
}

#[tokio::test]
async fn the_events_tell_the_day_again() {
    for seed in 0..4 {
        let mut hall = CityHall::open("2026-12-01T09:00:00");
        for n in 1..=4 {
            act(&hall, &format!("open-{n}"), n, open(n)).await.unwrap();
        }
        let done = morning(&mut hall, seed, 240, true).await;
        assert!(done > 80, "a morning in which much happens: {done}");
        let (events, tickets) = hall
            .app
            .store()
            .read(|sql| {
                let mut statement = sql.prepare(
                    "SELECT ticket, step, state, counter FROM ticket_events ORDER BY id",
                )?;
                let rows = statement.query_map([], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })?;
                let events: Vec<(i64, String, String, Option<u8>)> =
                    rows.collect::<Result<_, _>>()?;
                let mut statement = sql.prepare("SELECT id, state FROM tickets")?;
                let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
                let tickets: BTreeMap<i64, String> = rows.collect::<Result<_, _>>()?;
                Ok((events, tickets))
            })
            .unwrap();
        assert_eq!(
            events.len(),
            usize::try_from(done).unwrap(),
            "one row for each change"
        );
        let mut told: BTreeMap<i64, String> = BTreeMap::new();
        let mut at_counter: BTreeMap<u8, i64> = BTreeMap::new();
        for (ticket, step, state, counter) in events {
            assert_eq!(told.contains_key(&ticket), step != "issue", "{step}");
            at_counter.retain(|_, other| *other != ticket);
            if let (Some(counter), "called" | "serving") = (counter, state.as_str()) {
                let other = at_counter.insert(counter, ticket);
                assert_eq!(other, None, "two at counter {counter}");
            }
            told.insert(ticket, state);
        }
        assert_eq!(told, tickets, "the last event of each ticket is its state");
    }
}
