//! Random operations on the real store and on a model that fits on a page. Whatever one accepts, refuses and keeps, the
//! other does too.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate, NaiveDateTime, TimeDelta};
use madoguchi::desk::calendar::Change;
use madoguchi::desk::clerk::{Order, OrderRefusal};
use madoguchi::desk::procedure::Procedure;
use madoguchi::ids::ReservationId;
use proptest::prelude::*;

use super::{booking, entry, hall, hours, main_office, small, wish};
use crate::harness::CityHall;

#[derive(Clone, Debug)]
enum Op {
    /// Day, cell of the day, procedure, people, with a supervisor's reason.
    Book(u8, u8, bool, u8, bool),
    Move(usize, u8, u8, u8, bool),
    Cancel(usize),
    Came(usize),
    Missed(usize),
    Unmark(usize),
    Close(u8),
    Shorten(u8),
    Reset(u8),
    Wait(i64),
    Restart,
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let day = 0u8..8;
    let cell = 53u8..61;
    let op = prop_oneof![
        8 => (day.clone(), cell.clone(), any::<bool>(), 1u8..5, any::<bool>())
            .prop_map(|(d, c, p, n, b)| Op::Book(d, c, p, n, b)),
        4 => (any::<usize>(), day.clone(), cell, 1u8..4, any::<bool>())
            .prop_map(|(i, d, c, n, b)| Op::Move(i, d, c, n, b)),
        3 => any::<usize>().prop_map(Op::Cancel),
        1 => any::<usize>().prop_map(Op::Came),
        1 => any::<usize>().prop_map(Op::Missed),
        1 => any::<usize>().prop_map(Op::Unmark),
        1 => day.clone().prop_map(Op::Close),
        1 => day.clone().prop_map(Op::Shorten),
        1 => day.prop_map(Op::Reset),
        2 => (1i64..3000).prop_map(Op::Wait),
        1 => Just(Op::Restart),
    ];
    proptest::collection::vec(op, 1..40)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Booked,
    Came,
    Missed,
    Cancelled,
}

#[derive(Clone, Copy, Debug)]
struct Visit {
    start: NaiveDateTime,
    cells: i64,
    seat: i64,
    state: State,
}

/// The book as a person would keep it on paper.
struct Model {
    now: NaiveDateTime,
    visits: BTreeMap<i64, Visit>,
    /// Days that staff have closed (None) or opened until a time.
    entered: BTreeMap<NaiveDate, Option<NaiveDateTime>>,
}

const FIRST: &str = "2026-12-01";

fn day(n: u8) -> NaiveDate {
    FIRST.parse::<NaiveDate>().unwrap() + TimeDelta::days(i64::from(n))
}

fn start(on: u8, cell: u8) -> NaiveDateTime {
    day(on).and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(i64::from(cell) * 10)
}

impl Model {
    /// Whether the office is open at a moment, by the words of the example: weekdays 9:00–10:00.
    fn is_open(&self, from: NaiveDateTime, minutes: i64) -> bool {
        use chrono::Datelike;
        let date = from.date();
        let opens = date.and_hms_opt(9, 0, 0).unwrap();
        let closes = match self.entered.get(&date) {
            Some(None) => return false,
            Some(Some(until)) => *until,
            None if date.weekday().number_from_monday() > 5 => return false,
            None => date.and_hms_opt(10, 0, 0).unwrap(),
        };
        from >= opens && from + TimeDelta::minutes(minutes) <= closes
    }

    fn is_taken(&self, at: NaiveDateTime, seat: i64, but: Option<i64>) -> bool {
        self.visits.iter().any(|(id, visit)| {
            Some(*id) != but
                && visit.state != State::Cancelled
                && visit.seat == seat
                && visit.start <= at
                && at < visit.start + TimeDelta::minutes(visit.cells * 10)
        })
    }

    /// The counter that a visit gets, if it can be had.
    fn place(
        &self,
        start: NaiveDateTime,
        cells: i64,
        beyond: bool,
        but: Option<i64>,
    ) -> Option<i64> {
        let today = self.now.date();
        if !self.is_open(start, cells * 10) || start.date() > today + TimeDelta::days(7) {
            return None;
        }
        let notice = if beyond { 0 } else { 30 };
        if start < self.now + TimeDelta::minutes(notice) || start.date() < today {
            return None;
        }
        let counters = if beyond { 3 } else { 2 };
        (0..counters).find(|seat| {
            let mut times = (0..cells).map(|n| start + TimeDelta::minutes(n * 10));
            times.all(|at| !self.is_taken(at, *seat, but))
        })
    }

    fn pick(&self, n: usize) -> Option<i64> {
        let ids: Vec<i64> = self.visits.keys().copied().collect();
        (!ids.is_empty()).then(|| ids[n % ids.len()])
    }
}

/// Pickup: 20 minutes and 10 for each further person; a PIN: 10 each.
fn cells(is_pickup: bool, people: u8) -> i64 {
    let people = i64::from(people);
    if is_pickup { 2 + (people - 1) } else { people }
}

async fn order(hall: &mut CityHall, order: Order) -> Result<ReservationId, OrderRefusal> {
    let key = hall.next_key();
    let done = hall.app.order(key, "counter".into(), order).await.unwrap();
    done.map(|reservation| reservation.id)
}

async fn step(hall: &mut CityHall, model: &mut Model, op: &Op) -> Result<(), TestCaseError> {
    let office = main_office();
    match *op {
        Op::Book(on, cell, is_pickup, people, beyond) => {
            let procedure = if is_pickup {
                Procedure::Pickup
            } else {
                Procedure::Pin
            };
            let start = start(on, cell);
            let cells = cells(is_pickup, people);
            let expected = model.place(start, cells, beyond, None);
            let wish = wish(&office, procedure, people, start);
            let found = order(hall, booking(wish, beyond)).await;
            prop_assert_eq!(found.is_ok(), expected.is_some(), "{:?}: {:?}", op, found);
            if let (Ok(id), Some(seat)) = (found, expected) {
                let state = State::Booked;
                model.visits.insert(
                    id.0,
                    Visit {
                        start,
                        cells,
                        seat,
                        state,
                    },
                );
            }
        }
        Op::Move(n, on, cell, people, beyond) => {
            let Some(id) = model.pick(n) else {
                return Ok(());
            };
            let old = model.visits[&id];
            let start = start(on, cell);
            let cells = cells(true, people);
            let is_ahead = old.state == State::Booked && old.start > model.now;
            let place = model.place(start, cells, beyond, Some(id));
            let expected = place.filter(|_| is_ahead);
            let wish = wish(&office, Procedure::Pickup, people, start);
            let beyond = beyond.then(|| "試験".to_owned());
            let moving = Order::Move {
                id: ReservationId(id),
                wish,
                beyond,
            };
            let found = order(hall, moving).await;
            prop_assert_eq!(found.is_ok(), expected.is_some(), "{:?}: {:?}", op, found);
            if let Some(seat) = expected {
                model.visits.insert(
                    id,
                    Visit {
                        start,
                        cells,
                        seat,
                        state: State::Booked,
                    },
                );
            }
        }
        Op::Cancel(n) => {
            let Some(id) = model.pick(n) else {
                return Ok(());
            };
            let visit = model.visits[&id];
            let fits = visit.state == State::Booked && visit.start > model.now;
            let found = order(hall, Order::Cancel(ReservationId(id))).await;
            prop_assert_eq!(found.is_ok(), fits, "{:?}: {:?}", op, found);
            if fits {
                model.visits.get_mut(&id).unwrap().state = State::Cancelled;
            }
        }
        Op::Came(n) => mark(hall, model, n, State::Came).await?,
        Op::Missed(n) => mark(hall, model, n, State::Missed).await?,
        Op::Unmark(n) => mark(hall, model, n, State::Booked).await?,
        Op::Close(on) => {
            enter(hall, on, Change::Closed).await;
            model.entered.insert(day(on), None);
        }
        Op::Shorten(on) => {
            let hours = Some(hours("09:00:00", "09:30:00"));
            enter(
                hall,
                on,
                Change::Open {
                    hours,
                    counters: None,
                },
            )
            .await;
            model.entered.insert(day(on), day(on).and_hms_opt(9, 30, 0));
        }
        Op::Reset(on) => {
            enter(hall, on, Change::Rule).await;
            model.entered.remove(&day(on));
        }
        Op::Wait(minutes) => {
            hall.clock.advance(Duration::minutes(minutes));
            model.now += TimeDelta::minutes(minutes);
        }
        Op::Restart => hall.restart(),
    }
    Ok(())
}

async fn mark(
    hall: &mut CityHall,
    model: &mut Model,
    n: usize,
    to: State,
) -> Result<(), TestCaseError> {
    let Some(id) = model.pick(n) else {
        return Ok(());
    };
    let visit = model.visits[&id];
    let fits = visit.state != State::Cancelled
        && match to {
            State::Came => model.now.date() >= visit.start.date(),
            State::Missed => model.now >= visit.start,
            _ => true,
        };
    let order_of = match to {
        State::Came => Order::Came(ReservationId(id)),
        State::Missed => Order::Missed(ReservationId(id)),
        _ => Order::Unmark(ReservationId(id)),
    };
    let found = order(hall, order_of).await;
    prop_assert_eq!(found.is_ok(), fits, "{:?} to {:?}: {:?}", visit, to, found);
    if fits {
        model.visits.get_mut(&id).unwrap().state = to;
    }
    Ok(())
}

/// An entry alone, without offers: those are the business of the tests of closing.
async fn enter(hall: &CityHall, on: u8, change: Change) {
    let entry = entry(hall, &main_office(), day(on), change);
    let written = hall.app.store().write(move |tx| tx.enter(&entry)).await;
    written.unwrap();
}

/// What the file says must be what the model says.
fn compare(hall: &CityHall, model: &Model) -> Result<(), TestCaseError> {
    let rows = hall.app.store().read(|sql| {
        let mut statement =
            sql.prepare("SELECT id, start_at, cells, seat, state FROM reservations ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            let state: String = row.get(4)?;
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, state))
        })?;
        Ok(rows.collect::<Result<Vec<(i64, i64, i64, i64, String)>, _>>()?)
    });
    let expected: Vec<(i64, i64, i64, i64, String)> = model
        .visits
        .iter()
        .map(|(id, v)| {
            let start = madoguchi::desk::rules::instant(v.start).timestamp_millis();
            (
                *id,
                start,
                v.cells,
                v.seat,
                format!("{:?}", v.state).to_lowercase(),
            )
        })
        .collect();
    prop_assert_eq!(rows.unwrap(), expected);
    let seats: i64 = model
        .visits
        .values()
        .filter(|v| v.state != State::Cancelled)
        .map(|v| v.cells)
        .sum();
    prop_assert_eq!(
        hall.count("SELECT count(*) FROM seats WHERE reservation IS NOT NULL"),
        seats
    );
    prop_assert_eq!(
        hall.count("SELECT count(*) FROM residents"),
        i64::try_from(model.visits.len()).unwrap()
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn the_store_and_a_model_on_paper_agree(ops in ops()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (mut hall, _answers) = hall("2026-12-01T08:00:00", small());
            let mut model = Model {
                now: "2026-12-01T08:00:00".parse().unwrap(),
                visits: BTreeMap::new(),
                entered: BTreeMap::new(),
            };
            for op in &ops {
                step(&mut hall, &mut model, op).await?;
                compare(&hall, &model)?;
            }
            Ok::<(), TestCaseError>(())
        })?;
    }
}
