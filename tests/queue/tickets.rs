//! A ticket's states and what each step does to each of them.

use chrono::{DateTime, TimeDelta, Utc};
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::ticket::{
    DELAYS_MAX, Move, Needs, Origin, State, Ticket, TicketNumber, TicketRefusal,
};
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::TicketId;
use proptest::prelude::*;

use crate::harness::at;

const ONE: CounterNumber = CounterNumber(1);
const TWO: CounterNumber = CounterNumber(2);

fn now() -> DateTime<Utc> {
    at("2026-12-01T10:00:00")
}

fn ticket(state: State) -> Ticket {
    Ticket {
        id: TicketId(1),
        office: OfficeId::read("main").unwrap(),
        day: now().date_naive(),
        number: TicketNumber { letter: 'W', n: 12 },
        origin: Origin::WalkIn,
        resident: None,
        language: Language::Vi,
        needs: Needs::default(),
        procedures: vec![Procedure::Pin],
        people: 1,
        state,
        issued_at: now() - TimeDelta::minutes(20),
        order_at: now() - TimeDelta::minutes(20),
        waiting_since: now() - TimeDelta::minutes(20),
        priority: None,
        not_before: None,
        delays: 0,
        only: None,
        note: String::new(),
        told: None,
    }
}

fn states() -> Vec<State> {
    let at = now() - TimeDelta::minutes(1);
    vec![
        State::Waiting,
        State::Called {
            counter: ONE,
            at,
            recalls: 0,
        },
        State::Serving {
            counter: ONE,
            since: at,
        },
        State::Parked { counter: ONE, at },
        State::Missed { at },
        State::Left { at },
        State::Done { counter: ONE, at },
    ]
}

fn steps() -> Vec<Move> {
    let office = OfficeId::read("main").unwrap();
    vec![
        Move::Call(TWO),
        Move::Recall,
        Move::Undo,
        Move::Serve,
        Move::Take(TWO),
        Move::Finish(vec![(Procedure::Pin, 1)]),
        Move::Park,
        Move::Return,
        Move::Miss,
        Move::Transfer {
            office,
            only: Some(TWO),
            note: " 写真あり ".into(),
        },
        Move::Leave,
        Move::Prioritise("乳児連れ".into()),
        Move::Delay(now() + TimeDelta::minutes(10)),
        Move::Describe(Needs::default(), Language::En),
        Move::Ready,
    ]
}

/// Every step from every state: the state after it, or `-` where it is refused.
#[test]
fn every_step_from_every_state() {
    let expected = [
        (
            "waiting",
            "call called, take serving, leave left, prioritise waiting, delay waiting, describe waiting, ready waiting",
        ),
        (
            "called",
            "recall called, undo waiting, serve serving, park parked, transfer waiting, leave left, delay waiting, describe called",
        ),
        (
            "serving",
            "finish done, park parked, transfer waiting, describe serving",
        ),
        (
            "parked",
            "take serving, return waiting, transfer waiting, leave left, describe parked",
        ),
        ("missed", "take serving, return waiting, leave left"),
        ("left", ""),
        ("done", ""),
    ];
    for (state, (name, expected)) in states().into_iter().zip(expected) {
        assert_eq!(state.id(), name);
        let after = |step: Move| {
            let moved = ticket(state.clone()).go(&step, 2, now()).ok()?;
            Some(format!("{} {}", step.id(), moved.state.id()))
        };
        let allowed: Vec<String> = steps().into_iter().filter_map(after).collect();
        assert_eq!(allowed.join(", "), expected, "from {name}");
    }
}

#[test]
fn a_call_is_missed_after_its_recalls() {
    let called = ticket(State::Waiting)
        .go(&Move::Call(ONE), 2, now())
        .unwrap();
    let refusal = called.clone().go(&Move::Miss, 2, now()).unwrap_err();
    assert_eq!(refusal, TicketRefusal::RecallFirst(2));
    let once = called.clone().go(&Move::Recall, 2, now()).unwrap();
    assert_eq!(
        once.clone().go(&Move::Miss, 2, now()).unwrap_err(),
        TicketRefusal::RecallFirst(1)
    );
    let twice = once.go(&Move::Recall, 2, now()).unwrap();
    assert_eq!(
        twice.clone().go(&Move::Recall, 2, now()).unwrap_err(),
        TicketRefusal::RecalledEnough
    );
    assert!(twice.go(&Move::Miss, 2, now()).is_ok());
    // Whoever has not come for five minutes is missed without them.
    assert!(
        called
            .go(&Move::Miss, 2, now() + TimeDelta::minutes(5))
            .is_ok()
    );
}

#[test]
fn two_counters_never_call_the_same_ticket() {
    let called = ticket(State::Waiting)
        .go(&Move::Call(ONE), 2, now())
        .unwrap();
    for step in [Move::Call(TWO), Move::Take(TWO)] {
        let refusal = called.clone().go(&step, 2, now()).unwrap_err();
        assert_eq!(refusal, TicketRefusal::Elsewhere(ONE));
    }
}

#[test]
fn whoever_comes_back_stands_behind_those_who_wait() {
    let missed = State::Missed { at: now() };
    let back = ticket(missed).go(&Move::Return, 2, now()).unwrap();
    assert_eq!((back.order_at, back.state.id()), (now(), "waiting"));
}

#[test]
fn one_may_ask_for_more_time_twice() {
    let until = now() + TimeDelta::minutes(10);
    let mut waiting = ticket(State::Waiting);
    for _ in 0..DELAYS_MAX {
        waiting = waiting.go(&Move::Delay(until), 2, now()).unwrap();
    }
    let refusal = waiting.go(&Move::Delay(until), 2, now()).unwrap_err();
    assert_eq!(refusal, TicketRefusal::DelayedEnough);
}

#[test]
fn numbers_are_read_as_people_type_them() {
    let number = TicketNumber { letter: 'W', n: 12 };
    for text in ["W012", "w12", "Ｗ０１２", "W 12", "w-012"] {
        assert_eq!(TicketNumber::read(text), Some(number), "{text}");
    }
    // O and I are taken for nought and one; they begin no number.
    for text in ["", "W", "12", "O12", "I1", "W000", "W12345", "W1a", "予約"] {
        assert_eq!(TicketNumber::read(text), None, "{text}");
    }
    assert_eq!(number.to_string(), "W012");
}

proptest! {
    /// Whatever is done to a ticket in whatever order, it is at most at one counter, and what is over stays over.
    #[test]
    fn no_course_of_steps_loses_a_ticket(course in prop::collection::vec(0usize..15, 0..60)) {
        let mut now = now();
        let mut ticket = ticket(State::Waiting);
        for n in course {
            let step = steps()[n].clone();
            let before = ticket.clone();
            now += TimeDelta::seconds(40);
            match ticket.go(&step, 2, now) {
                Ok(after) => {
                    let could = before.is_open() || matches!(before.state, State::Missed { .. });
                    prop_assert!(could);
                    prop_assert_eq!(after.number, before.number);
                    prop_assert_eq!(after.id, before.id);
                    let is_call = matches!(step, Move::Call(_));
                    // Missed and parked tickets are not called by themselves.
                    prop_assert!(!is_call || before.state == State::Waiting);
                    ticket = after;
                }
                Err(_) => ticket = before,
            }
        }
    }
}
