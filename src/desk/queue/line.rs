//! The queue of one office on one day, as one value.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::counter::{Counter, CounterNumber, Takes};
use super::lengths::Lengths;
use super::order::{Class, Free, Order, Waiter};
use super::rules::QueueRules;
use super::ticket::{Origin, Ticket};
use crate::desk::procedure::Procedure;
use crate::desk::rules::OfficeId;
use crate::ids::{ReservationId, TicketId};

/// A reservation of today whose holder is not here yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub reservation: ReservationId,
    pub due: DateTime<Utc>,
    pub procedures: Vec<Procedure>,
    pub people: u8,
}

/// Everything that happens at the counters of an office today.
#[derive(Clone, Debug)]
pub struct Line {
    pub office: OfficeId,
    pub day: NaiveDate,
    /// Today's tickets that are not done or left, by their id.
    pub tickets: Vec<Ticket>,
    pub counters: Vec<Counter>,
    /// Reservations that nobody has checked in for, by their time.
    pub expected: Vec<Expected>,
    pub lengths: Arc<Lengths>,
    /// Calls to people with reservations since the last turn of somebody who had waited long without one.
    pub in_a_row: u8,
    /// The last number of each series.
    pub last_booked: u16,
    pub last_walk_in: u16,
    /// Tickets done today.
    pub done: u32,
}

impl Line {
    /// A day on which nothing has happened yet.
    #[must_use]
    pub fn empty(office: OfficeId, day: NaiveDate) -> Line {
        Line {
            office,
            day,
            tickets: Vec::new(),
            counters: Vec::new(),
            expected: Vec::new(),
            lengths: Arc::default(),
            in_a_row: 0,
            last_booked: 0,
            last_walk_in: 0,
            done: 0,
        }
    }

    #[must_use]
    pub fn ticket(&self, id: TicketId) -> Option<&Ticket> {
        self.tickets.iter().find(|ticket| ticket.id == id)
    }

    #[must_use]
    pub fn counter(&self, number: CounterNumber) -> Option<&Counter> {
        self.counters.iter().find(|c| c.number == number)
    }

    /// The counter at which a clerk sits.
    #[must_use]
    pub fn counter_of(&self, clerk: &str) -> Option<&Counter> {
        self.counters.iter().find(|c| c.clerk() == Some(clerk))
    }

    /// The ticket that is called to or served at a counter.
    #[must_use]
    pub fn at_counter(&self, number: CounterNumber) -> Option<&Ticket> {
        self.tickets.iter().find(|t| t.counter() == Some(number))
    }

    pub fn waiting(&self) -> impl Iterator<Item = &Ticket> {
        self.tickets.iter().filter(|ticket| ticket.is_waiting())
    }

    /// The ticket that a counter calls now, by the rule in `order`.
    #[must_use]
    pub fn next(
        &self,
        counter: &Counter,
        rules: &QueueRules,
        now: DateTime<Utc>,
    ) -> Option<&Ticket> {
        let mut order = Order::new(self.in_a_row);
        let waiting: Vec<&Ticket> = self.waiting().collect();
        for ticket in &waiting {
            order.add(self.waiter(ticket, now));
        }
        let free = Free {
            number: counter.number,
            takes: counter.takes(),
        };
        order.call(free, 0, rules).map(|n| waiting[n])
    }
}

impl Line {
    /// A ticket as the order sees it; times are seconds from `now`. Whoever was sent to a counter that has closed since is
    /// called by any other.
    #[must_use]
    pub fn waiter(&self, ticket: &Ticket, now: DateTime<Utc>) -> Waiter {
        let is_there = |n: &CounterNumber| self.counter(*n).is_some_and(|c| c.clerk().is_some());
        Waiter {
            only: ticket.only.filter(is_there),
            ..waiter(ticket, now)
        }
    }
}

fn waiter(ticket: &Ticket, now: DateTime<Utc>) -> Waiter {
    let seconds = |at: DateTime<Utc>| seconds_between(now, at);
    let (class, at) = match (&ticket.priority, &ticket.origin) {
        (Some(priority), _) => (Class::Priority, priority.at),
        (
            None,
            Origin::Booked {
                late: false, due, ..
            },
        ) => (Class::Booked, *due),
        (None, _) => (Class::Behind, ticket.order_at),
    };
    Waiter {
        class,
        at: seconds(at),
        not_before: ticket.not_before.map_or(i32::MIN, seconds),
        wants: Takes::of(&ticket.procedures),
        only: ticket.only,
    }
}

/// Seconds from one moment to another, as far as a day goes.
#[must_use]
pub fn seconds_between(from: DateTime<Utc>, to: DateTime<Utc>) -> i32 {
    let day = TimeDelta::days(2);
    let span = (to - from).clamp(-day, day);
    i32::try_from(span.num_seconds()).unwrap_or(0)
}
