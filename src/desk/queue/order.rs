//! Who is called next. The rule is the same for the clerk who presses and for the simulation that foresees it.
//!
//! # The rule
//! When a counter is free, it calls the first of these that it can serve:
//! 1. whoever a clerk has given priority, with a reason; among them in the order in which it was given;
//! 2. after `booked_in_a_row` calls in a row to people with reservations: whoever has waited without one for
//!    `turn_minutes`. So nobody waits for ever, and at most every fourth call passes people whose time has come;
//! 3. people with a reservation whose time has come, by that time;
//! 4. people without one, and those who came after the grace, by their arrival;
//! 5. people with a reservation who are here before their time: nobody waits before an idle counter.
//!
//! Whoever asked for some minutes more is passed over until then and keeps their place. Missed and parked tickets are
//! not in the order at all.

use super::counter::{CounterNumber, Takes};
use super::rules::QueueRules;

/// In which row somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Priority,
    /// By the time of the reservation.
    Booked,
    /// By arrival: without a reservation, or late.
    Behind,
}

/// Somebody who waits, as the order sees them. Times are seconds on one clock, whichever that is.
#[derive(Clone, Copy, Debug)]
pub struct Waiter {
    pub class: Class,
    /// What orders them in their class.
    pub at: i32,
    pub not_before: i32,
    pub wants: Takes,
    pub only: Option<CounterNumber>,
}

/// A counter that is free.
#[derive(Clone, Copy, Debug)]
pub struct Free {
    pub number: CounterNumber,
    pub takes: Takes,
}

impl Free {
    fn can(self, waiter: &Waiter, t: i32) -> bool {
        waiter.not_before <= t
            && self.takes.covers(waiter.wants)
            && waiter.only.is_none_or(|only| only == self.number)
    }
}

/// One row, in its order; those who were called are skipped.
#[derive(Clone, Debug, Default)]
struct Row {
    /// What orders somebody, and their number in the list of all.
    waiting: Vec<(i32, u32)>,
    head: usize,
}

impl Row {
    fn insert(&mut self, at: i32, who: u32) {
        let place = self.waiting[self.head..].partition_point(|(other, _)| *other <= at);
        self.waiting.insert(self.head + place, (at, who));
    }

    fn clear(&mut self) {
        self.waiting.clear();
        self.head = 0;
    }
}

/// Everybody who waits, in the order in which they will be called.
#[derive(Clone, Debug, Default)]
pub struct Order {
    all: Vec<Waiter>,
    called: Vec<bool>,
    priority: Row,
    booked: Row,
    behind: Row,
    /// Calls to people with reservations since the last turn of somebody without one.
    in_a_row: u8,
}

impl Order {
    /// An empty order; so many calls have gone to people with reservations since the last turn of somebody without one.
    #[must_use]
    pub fn new(in_a_row: u8) -> Order {
        Order {
            in_a_row,
            ..Order::default()
        }
    }

    /// The same as another one, without asking for memory again.
    pub fn copy_from(&mut self, other: &Order) {
        self.all.clone_from(&other.all);
        self.called.clone_from(&other.called);
        for (own, other) in [
            (&mut self.priority, &other.priority),
            (&mut self.booked, &other.booked),
            (&mut self.behind, &other.behind),
        ] {
            own.waiting.clone_from(&other.waiting);
            own.head = other.head;
        }
        self.in_a_row = other.in_a_row;
    }

    pub fn clear(&mut self, in_a_row: u8) {
        self.all.clear();
        self.called.clear();
        self.priority.clear();
        self.booked.clear();
        self.behind.clear();
        self.in_a_row = in_a_row;
    }

    /// Adds somebody and gives their number.
    pub fn add(&mut self, waiter: Waiter) -> usize {
        let n = self.all.len();
        #[expect(clippy::cast_possible_truncation, reason = "a day has few tickets")]
        let who = n as u32;
        let row = match waiter.class {
            Class::Priority => &mut self.priority,
            Class::Booked => &mut self.booked,
            Class::Behind => &mut self.behind,
        };
        row.insert(waiter.at, who);
        self.all.push(waiter);
        self.called.push(false);
        n
    }

    /// The number of the one whom this counter calls at this moment. They are taken out of the order.
    pub fn call(&mut self, counter: Free, t: i32, rules: &QueueRules) -> Option<usize> {
        let who = self.next(counter, t, rules)?;
        self.called[who] = true;
        match self.all[who].class {
            Class::Priority => {}
            Class::Booked => self.in_a_row = self.in_a_row.saturating_add(1),
            // Only the turn of somebody who has waited long is a turn: others come when nobody else is due.
            Class::Behind if self.has_waited(who, t, rules) => self.in_a_row = 0,
            Class::Behind => {}
        }
        for row in [&mut self.priority, &mut self.booked, &mut self.behind] {
            while row
                .waiting
                .get(row.head)
                .is_some_and(|(_, n)| self.called[*n as usize])
            {
                row.head += 1;
            }
        }
        Some(who)
    }

    fn next(&self, counter: Free, t: i32, rules: &QueueRules) -> Option<usize> {
        if let Some(who) = self.first(&self.priority, counter, t) {
            return Some(who);
        }
        let behind = self.first(&self.behind, counter, t);
        let booked = self.first(&self.booked, counter, t);
        let their_turn = |who: &usize| self.has_waited(*who, t, rules);
        if self.in_a_row >= rules.booked_in_a_row
            && let Some(who) = behind.filter(their_turn)
        {
            return Some(who);
        }
        booked
            .filter(|who| self.all[*who].at <= t)
            .or(behind)
            .or(booked)
    }

    /// Whether somebody has waited so long that their turn has come.
    fn has_waited(&self, who: usize, t: i32, rules: &QueueRules) -> bool {
        let turn = i32::from(rules.turn_minutes) * 60;
        self.all[who].at.saturating_add(turn) <= t
    }

    /// The first of a row whom the counter can serve now.
    fn first(&self, row: &Row, counter: Free, t: i32) -> Option<usize> {
        row.waiting[row.head..]
            .iter()
            .map(|(_, who)| *who as usize)
            .find(|who| !self.called[*who] && counter.can(&self.all[*who], t))
    }

    /// The earliest moment after `t` at which somebody who asked for more time may be called.
    #[must_use]
    pub fn next_return(&self, t: i32) -> Option<i32> {
        let rows = [&self.priority, &self.booked, &self.behind];
        let waiting = rows.iter().flat_map(|row| &row.waiting[row.head..]);
        waiting
            .map(|(_, who)| *who as usize)
            .filter(|who| !self.called[*who])
            .map(|who| self.all[who].not_before)
            .filter(|at| *at > t)
            .min()
    }
}
