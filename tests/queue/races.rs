//! Clerks who press at the same moment, on one real database.

use std::collections::BTreeSet;

use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::AskerKind;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::{FloorAction, FloorRefusal, TicketWish};
use madoguchi::desk::queue::ticket::{Needs, Ticket, TicketRefusal};
use madoguchi::desk::rules::OfficeId;

use crate::harness::{CityHall, config_with};

pub fn main_office() -> OfficeId {
    OfficeId::read("main").unwrap()
}

pub fn wish(procedure: Procedure) -> TicketWish {
    TicketWish {
        procedures: vec![procedure],
        people: 1,
        language: Language::Ja,
        needs: Needs::default(),
        resident: None,
        from: AskerKind::Clerk,
        beyond: Some("race".into()),
    }
}

pub fn open(counter: u8) -> FloorAction {
    FloorAction::Open {
        counter: CounterNumber(counter),
        procedures: BTreeSet::new(),
    }
}

/// A hall with five counters, a clerk at each, and so many people.
pub async fn hall(people: u32) -> CityHall {
    let more = ("counters = 4, bookable = 3", "counters = 8, bookable = 3");
    let hall = CityHall::open_with("2026-12-01T09:00:00", config_with(&[more]));
    for n in 1..=8u8 {
        act(&hall, &format!("open-{n}"), n, open(n)).await.unwrap();
    }
    for n in 0..people {
        let action = FloorAction::Issue(wish(Procedure::Pin));
        act(&hall, &format!("issue-{n}"), 1, action).await.unwrap();
    }
    hall
}

pub async fn act(
    hall: &CityHall,
    key: &str,
    clerk: u8,
    action: FloorAction,
) -> Result<Option<Ticket>, FloorRefusal> {
    let done = hall
        .app
        .floor(key.into(), format!("clerk-{clerk}"), main_office(), action);
    done.await.unwrap().map(|done| done.ticket)
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_clerks_press_next_until_nobody_waits() {
    let hall = hall(60).await;
    let mut clerks = tokio::task::JoinSet::new();
    for n in 1..=8u8 {
        let app = hall.app.clone();
        clerks.spawn(async move {
            let clerk = format!("clerk-{n}");
            let mut called = Vec::new();
            for press in 0.. {
                let key = format!("next-{n}-{press}");
                let next = FloorAction::Next(CounterNumber(n));
                let done = app.floor(key, clerk.clone(), main_office(), next).await;
                let ticket = match done.unwrap() {
                    Ok(done) => done.ticket.unwrap(),
                    Err(FloorRefusal::NobodyWaits) => return called,
                    Err(other) => panic!("{other:?}"),
                };
                for (step, action) in [
                    ("serve", FloorAction::Serve(ticket.id)),
                    (
                        "done",
                        FloorAction::Finish(ticket.id, vec![(Procedure::Pin, 1)]),
                    ),
                ] {
                    let key = format!("{step}-{n}-{press}");
                    let done = app.floor(key, clerk.clone(), main_office(), action).await;
                    done.unwrap().unwrap();
                }
                called.push(ticket.number);
            }
            unreachable!()
        });
    }
    let mut called = Vec::new();
    while let Some(numbers) = clerks.join_next().await {
        called.extend(numbers.unwrap());
    }
    assert_eq!(called.len(), 60);
    let different: BTreeSet<_> = called.into_iter().collect();
    assert_eq!(different.len(), 60, "somebody was called twice");
    let calls = "SELECT count(*) FROM ticket_events WHERE step = 'call'";
    assert_eq!(hall.count(calls), 60);
    assert_eq!(
        hall.count("SELECT count(*) FROM tickets WHERE state = 'done'"),
        60
    );
    assert_eq!(hall.count("SELECT sum(count) FROM ticket_work"), 60);
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_clerks_reach_for_the_same_person() {
    for round in 0..6 {
        let hall = hall(1).await;
        let ticket = hall
            .app
            .store()
            .read(|sql| Ok(sql.query_row("SELECT id FROM tickets", [], |row| row.get(0))?));
        let ticket = madoguchi::ids::TicketId(ticket.unwrap());
        let mut clerks = tokio::task::JoinSet::new();
        for n in 1..=8u8 {
            let app = hall.app.clone();
            clerks.spawn(async move {
                let action = if (n + round) % 2 == 0 {
                    FloorAction::Call(CounterNumber(n), ticket)
                } else {
                    FloorAction::Take(CounterNumber(n), ticket)
                };
                let key = format!("reach-{n}");
                app.floor(key, format!("clerk-{n}"), main_office(), action)
                    .await
                    .unwrap()
            });
        }
        let (mut got, mut refused) = (0, 0);
        while let Some(done) = clerks.join_next().await {
            match done.unwrap() {
                Ok(_) => got += 1,
                Err(FloorRefusal::Ticket(TicketRefusal::Elsewhere(_))) => refused += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((got, refused), (1, 7));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_pressed_twice_calls_once() {
    let hall = hall(10).await;
    let mut presses = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let app = hall.app.clone();
        presses.spawn(async move {
            let next = FloorAction::Next(CounterNumber(1));
            let done = app.floor("one-key".into(), "clerk-1".into(), main_office(), next);
            done.await.unwrap().unwrap().ticket.unwrap().number
        });
    }
    let mut numbers = BTreeSet::new();
    while let Some(number) = presses.join_next().await {
        numbers.insert(number.unwrap());
    }
    assert_eq!(numbers.len(), 1, "the same key gives the same ticket");
    let calls = "SELECT count(*) FROM ticket_events WHERE step = 'call'";
    assert_eq!(hall.count(calls), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_have_no_gaps_and_none_is_given_twice() {
    let hall = hall(0).await;
    let mut askers = tokio::task::JoinSet::new();
    for n in 0..50 {
        let app = hall.app.clone();
        askers.spawn(async move {
            let action = FloorAction::Issue(wish(Procedure::Pin));
            let done = app.floor(
                format!("issue-{n}"),
                "clerk-1".into(),
                main_office(),
                action,
            );
            done.await.unwrap().unwrap().ticket.unwrap().number.n
        });
    }
    let mut numbers = Vec::new();
    while let Some(number) = askers.join_next().await {
        numbers.push(number.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=50).collect::<Vec<u16>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_clerk_sits_at_one_counter_and_one_counter_has_one_clerk() {
    let hall = CityHall::open("2026-12-01T09:00:00");
    let mut clerks = tokio::task::JoinSet::new();
    for n in 0..8u8 {
        let app = hall.app.clone();
        clerks.spawn(async move {
            let key = format!("sit-{n}");
            let done = app.floor(
                key,
                format!("clerk-{}", n / 2),
                main_office(),
                open(n % 2 + 1),
            );
            done.await.unwrap().is_ok()
        });
    }
    let mut seated = 0;
    while let Some(done) = clerks.join_next().await {
        seated += usize::from(done.unwrap());
    }
    assert_eq!(seated, 2);
    let sql = "SELECT count(DISTINCT clerk) FROM counters WHERE state = 'open'";
    assert_eq!(hall.count(sql), 2);
}
