//! Who is called next, case by case, and what holds in every case.

use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::counter::{CounterNumber, Takes};
use madoguchi::desk::queue::order::{Class, Free, Order, Waiter};
use madoguchi::desk::queue::rules::QueueRules;
use proptest::prelude::*;

const ANY: Free = Free {
    number: CounterNumber(1),
    takes: Takes::ALL,
};

fn waiter(class: Class, at_minute: i32) -> Waiter {
    Waiter {
        class,
        at: at_minute * 60,
        not_before: i32::MIN,
        wants: Takes::of(&[Procedure::Pickup]),
        only: None,
    }
}

/// People who wait, written as `name:class:minute`, with `B` booked at that minute, `W` arrived then, `P` given priority
/// then; `!20` not before that minute, `@2` only at that counter, `*pin` for that procedure.
fn line(text: &str) -> (Vec<String>, Vec<Waiter>) {
    let person = |word: &str| {
        let mut parts = word.split(['!', '@', '*']);
        let mut first = parts.next().unwrap().split(':');
        let name = first.next().unwrap().to_owned();
        let class = match first.next().unwrap() {
            "B" => Class::Booked,
            "W" => Class::Behind,
            "P" => Class::Priority,
            other => panic!("{other}"),
        };
        let mut waiter = waiter(class, first.next().unwrap().parse().unwrap());
        if let Some((_, rest)) = word.split_once('!') {
            waiter.not_before = rest.parse::<i32>().unwrap() * 60;
        }
        if let Some((_, rest)) = word.split_once('@') {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            waiter.only = Some(CounterNumber(digits.parse().unwrap()));
        }
        if let Some((_, rest)) = word.split_once('*') {
            waiter.wants = Takes::of(&[Procedure::from_id(rest).unwrap()]);
        }
        (name, waiter)
    };
    text.split_whitespace().map(person).unzip()
}

/// The names in the order in which one counter calls them, one each `step` minutes from minute 0 on.
fn called(text: &str, counter: Free, step: i32, in_a_row: u8) -> String {
    let (names, waiters) = line(text);
    let mut order = Order::new(in_a_row);
    for waiter in waiters {
        order.add(waiter);
    }
    let rules = QueueRules::default();
    let mut names_called = Vec::new();
    for n in 0..100 {
        if let Some(who) = order.call(counter, n * step * 60, &rules) {
            names_called.push(names[who].clone());
        }
    }
    names_called.join(" ")
}

#[test]
fn the_order_case_by_case() {
    for (what, people, expected) in [
        ("by arrival", "b:W:-5 a:W:-9 c:W:-1", "a b c"),
        (
            "a reservation whose time has come goes first",
            "w:W:-30 b:B:0",
            "b w",
        ),
        (
            "among reservations the time decides, not the arrival",
            "late:B:0 early:B:-10",
            "early late",
        ),
        (
            "a reservation ahead of its time lets others go first",
            "b:B:25 w:W:-1 x:W:0",
            "w x b",
        ),
        ("nobody waits before an idle counter", "b:B:45", "b"),
        (
            "priority goes before everybody, in the order in which it was given",
            "b:B:-10 q:P:-1 p:P:-3 w:W:-50",
            "p q b w",
        ),
        (
            "after three reservations somebody who has waited an hour is called",
            "w:W:-70 v:W:-65 b1:B:-30 b2:B:-20 b3:B:-10 b4:B:-9 b5:B:-8 b6:B:-7 b7:B:-6",
            "b1 b2 b3 w b4 b5 b6 v b7",
        ),
        (
            "who has waited less than an hour waits behind them",
            "w:W:-10 b1:B:-30 b2:B:-20 b3:B:-10 b4:B:0",
            "b1 b2 b3 b4 w",
        ),
        (
            "who asked for some minutes keeps their place afterwards",
            "a:W:-9!12 b:W:-5 c:W:-1 d:W:0",
            "b c a d",
        ),
    ] {
        assert_eq!(called(people, ANY, 10, 0), expected, "{what}");
    }
}

#[test]
fn counters_call_whom_they_can_serve() {
    let pin_only = Free {
        number: CounterNumber(2),
        takes: Takes::of(&[Procedure::Pin]),
    };
    let people = "a:W:-9 p:W:-5*pin t:W:-7@2*pin b:B:0";
    assert_eq!(called(people, pin_only, 10, 0), "t p");
    // Counter one calls everybody but the one who was sent to counter two.
    assert_eq!(called(people, ANY, 10, 0), "b a p");
}

#[test]
fn the_calls_before_count() {
    let people = "w:W:-70 b1:B:-30 b2:B:-20";
    assert_eq!(called(people, ANY, 10, 0), "b1 b2 w");
    assert_eq!(called(people, ANY, 10, 2), "b1 w b2");
    assert_eq!(called(people, ANY, 10, 3), "w b1 b2");
}

#[derive(Clone, Debug)]
struct Case {
    waiters: Vec<Waiter>,
    counters: Vec<Free>,
    in_a_row: u8,
}

fn cases() -> impl Strategy<Value = Case> {
    let class = prop_oneof![
        1 => Just(Class::Priority),
        4 => Just(Class::Booked),
        5 => Just(Class::Behind)
    ];
    let person = (class, -120i32..120, prop::option::of(0i32..60), 0usize..3);
    let waiter = person.prop_map(|(class, minute, not_before, procedure)| Waiter {
        class,
        at: minute * 60,
        not_before: not_before.map_or(i32::MIN, |m| m * 60),
        wants: Takes::of(&[Procedure::ALL[procedure]]),
        only: None,
    });
    let counter = prop_oneof![
        Just(Takes::ALL),
        Just(Takes::of(&[Procedure::ALL[0], Procedure::ALL[1]])),
        Just(Takes::of(&[Procedure::ALL[2]]))
    ];
    let waiters = prop::collection::vec(waiter, 0..40);
    let counters = prop::collection::vec(counter, 0..4);
    (waiters, counters, 0u8..5).prop_map(|(waiters, takes, in_a_row)| {
        let mut counters: Vec<Free> = vec![ANY];
        for (n, takes) in takes.into_iter().enumerate() {
            counters.push(Free {
                number: CounterNumber(u8::try_from(n).unwrap() + 2),
                takes,
            });
        }
        Case {
            waiters,
            counters,
            in_a_row,
        }
    })
}

/// Calls everybody, the counters in turn, a call every three minutes.
fn play(case: &Case) -> Vec<(usize, i32)> {
    let mut order = Order::new(case.in_a_row);
    for waiter in &case.waiters {
        order.add(*waiter);
    }
    let rules = QueueRules::default();
    let mut calls = Vec::new();
    for n in 0..400usize {
        let t = i32::try_from(n).unwrap() * 180;
        let counter = case.counters[n % case.counters.len()];
        calls.extend(order.call(counter, t, &rules).map(|who| (who, t)));
    }
    calls
}

proptest! {
    #[test]
    fn nobody_is_lost_and_nobody_is_called_twice(case in cases()) {
        let calls = play(&case);
        let mut who: Vec<usize> = calls.iter().map(|(who, _)| *who).collect();
        who.sort_unstable();
        prop_assert_eq!(who, (0..case.waiters.len()).collect::<Vec<_>>());
    }

    #[test]
    fn in_a_class_the_earlier_goes_first(case in cases()) {
        let calls = play(&case);
        for (n, (earlier, _)) in calls.iter().enumerate() {
            for (later, t) in &calls[..n] {
                let (a, b) = (&case.waiters[*earlier], &case.waiters[*later]);
                // Whoever asked for time could not be called yet; a counter may not take what the first came for.
                let could = a.not_before <= *t && a.wants == b.wants;
                let same = a.class == b.class;
                prop_assert!(!(same && could && a.at < b.at), "{a:?} after {b:?}");
            }
        }
    }

    #[test]
    fn at_most_every_fourth_call_passes_those_whose_time_has_come(case in cases()) {
        let counters = vec![ANY];
        let case = Case { counters, ..case };
        let calls = play(&case);
        let mut booked = case.in_a_row;
        for (n, (who, t)) in calls.iter().enumerate() {
            let called = case.waiters[*who];
            let due = |w: &Waiter| w.class == Class::Booked && w.at <= *t && w.not_before <= *t;
            let passed = calls[n..].iter().any(|(other, _)| due(&case.waiters[*other]));
            match called.class {
                Class::Behind => {
                    let has_waited = called.at + 3600 <= *t;
                    prop_assert!(!passed || (has_waited && booked >= 3), "call {n}");
                    if has_waited {
                        booked = 0;
                    }
                }
                Class::Booked => booked += 1,
                Class::Priority => {}
            }
        }
    }
}
