//! Whole days at the counters, played by a world that knows nothing of the estimates: people who come early, late or not
//! at all, visits that last as they last, clerks who pause. The desk's own functions decide who is let in and who is
//! called; what it told people is held against what happened to them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::AskerKind;
use madoguchi::desk::queue::counter::{Counter, CounterNumber, CounterState};
use madoguchi::desk::queue::floor::{QueueChange, TicketWish};
use madoguchi::desk::queue::issue::Here;
use madoguchi::desk::queue::lengths::{Lengths, Past, PastService};
use madoguchi::desk::queue::line::{Expected, Line};
use madoguchi::desk::queue::ticket::{Move, Needs, State, Ticket};
use madoguchi::desk::reservation::{Reservation, ReservationState};
use madoguchi::desk::rules::{Rules, instant};
use madoguchi::desk::slots::Span;
use madoguchi::desk::view::Change;
use madoguchi::ids::{IdSource, ReservationCode, ReservationId, ResidentId, TicketId};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::formula;

/// A kind of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    Quiet,
    Normal,
    /// Twice as many people without a reservation, and a full book.
    Double,
    /// The national system stands still for three quarters of an hour.
    Outage,
    /// Half of the clerks are ill.
    HalfIll,
}

impl Day {
    pub const ALL: [Day; 5] = [
        Day::Quiet,
        Day::Normal,
        Day::Double,
        Day::Outage,
        Day::HalfIll,
    ];

    /// How much of the book is taken, and people without a reservation in an hour.
    fn crowd(self) -> (f64, f64) {
        match self {
            Day::Quiet => (0.45, 3.0),
            Day::Normal | Day::Outage | Day::HalfIll => (0.75, 6.0),
            Day::Double => (0.95, 13.0),
        }
    }
}

/// What a ticket was told, and what came.
#[derive(Clone, Copy, Debug)]
pub struct Waited {
    /// Minutes.
    pub low: f64,
    pub middle: f64,
    pub high: f64,
    /// The formula of configured minutes.
    pub formula: f64,
    pub real: f64,
}

/// What a day came to.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub waited: Vec<Waited>,
    /// Minutes that people with reservations waited beyond the later of their time and their arrival.
    pub booked_late: Vec<f64>,
    pub walk_ins: u32,
    pub admitted: u32,
    pub served: u32,
    /// Minutes after closing time at which the last visit ended.
    pub overtime: f64,
    /// Calls of the same ticket by two counters, tickets that were never called: there must be none.
    pub lost: u32,
}

/// True lengths: minutes in the middle of all cases. The configuration knows others.
fn true_minutes(procedure: Procedure) -> f64 {
    match procedure {
        Procedure::Pickup => 14.0,
        Procedure::Certificate => 11.0,
        Procedure::Pin => 6.0,
        Procedure::Application => 15.0,
        Procedure::Address => 16.0,
        Procedure::Stay => 17.0,
        Procedure::Insurance => 8.0,
    }
}

const MIX: [(Procedure, f64); 7] = [
    (Procedure::Pickup, 0.35),
    (Procedure::Certificate, 0.25),
    (Procedure::Pin, 0.12),
    (Procedure::Application, 0.10),
    (Procedure::Address, 0.10),
    (Procedure::Stay, 0.05),
    (Procedure::Insurance, 0.03),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Arrive(usize),
    WalkIn,
    Finish(u8),
    /// A called person does not come: the counter is free again.
    NoShow(u8),
    Ready(u8),
    Pause(u8),
}

pub struct World<'a> {
    rules: &'a Rules,
    day: Day,
    rng: StdRng,
    ids: IdSource,
    pub line: Line,
    past: Past,
    events: BTreeMap<(DateTime<Utc>, u32), Event>,
    serial: u32,
    now: DateTime<Utc>,
    reservations: Vec<Reservation>,
    told: BTreeMap<TicketId, (f64, f64, f64, f64)>,
    since: BTreeMap<TicketId, DateTime<Utc>>,
    called: BTreeMap<u8, DateTime<Utc>>,
    /// When the last visit at a counter ended.
    ended: BTreeMap<u8, DateTime<Utc>>,
    pub report: Report,
    /// Everybody without a reservation is sent away, to see what the book alone does.
    pub only_booked: bool,
}

impl<'a> World<'a> {
    /// A day that begins with what the days before have shown.
    pub fn new(rules: &'a Rules, day: Day, date: NaiveDate, past: Past, seed: u64) -> World<'a> {
        let office = &rules.offices[0];
        let opens = rules.calendar.hours_at(&office.id, date).unwrap().opens;
        let mut line = Line::empty(office.id.clone(), date);
        line.lengths = Lengths::learn(rules, &past).into();
        let now = instant(date.and_time(opens)) - TimeDelta::minutes(40);
        let mut world = World {
            rules,
            day,
            rng: StdRng::seed_from_u64(seed),
            ids: IdSource::seeded(seed),
            line,
            past,
            events: BTreeMap::new(),
            serial: 0,
            now,
            reservations: Vec::new(),
            told: BTreeMap::new(),
            since: BTreeMap::new(),
            called: BTreeMap::new(),
            ended: BTreeMap::new(),
            report: Report::default(),
            only_booked: false,
        };
        world.book();
        world.open_counters();
        world.walk_ins();
        world
    }

    fn at(&self, h: u32, m: u32) -> DateTime<Utc> {
        instant(
            self.line
                .day
                .and_time(NaiveTime::from_hms_opt(h, m, 0).unwrap()),
        )
    }

    fn plan(&mut self, at: DateTime<Utc>, event: Event) {
        self.serial += 1;
        self.events.insert((at, self.serial), event);
    }

    fn normal(&mut self) -> f64 {
        let (u, v): (f64, f64) = (self.rng.random::<f64>().max(1e-12), self.rng.random());
        (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
    }

    fn procedure(&mut self) -> Procedure {
        let mut left: f64 = self.rng.random();
        for (procedure, share) in MIX {
            left -= share;
            if left <= 0.0 {
                return procedure;
            }
        }
        Procedure::Certificate
    }

    /// Fills the bookable counters as the book would.
    fn book(&mut self) {
        let (share, _) = self.day.crowd();
        for seat in 0..3u8 {
            let closes = if seat < 2 { 17 * 60 + 30 } else { 16 * 60 };
            let mut minute = 9 * 60u16;
            while minute < closes {
                let procedure = self.procedure();
                let minutes = self.rules.minutes(&[procedure], 1);
                if self.rng.random::<f64>() > share || minute + minutes > closes {
                    minute += 10;
                    continue;
                }
                let cells = u8::try_from(minutes / 10).unwrap();
                let cell = u8::try_from(minute / 10).unwrap();
                self.reserve(procedure, cell, cells, seat);
                minute += minutes;
            }
        }
    }

    fn reserve(&mut self, procedure: Procedure, cell: u8, cells: u8, seat: u8) {
        let id = ReservationId(self.ids.next(self.now));
        let reservation = Reservation {
            id,
            code: ReservationCode(format!("A{id}")),
            resident: ResidentId(1),
            procedures: vec![procedure],
            people: 1,
            span: Span {
                office: self.line.office.clone(),
                day: self.line.day,
                cell,
                cells,
                seat,
            },
            state: ReservationState::Booked { coming: None },
            made_at: self.now,
        };
        let due = instant(reservation.start());
        self.line.expected.push(Expected {
            reservation: id,
            due,
            procedures: vec![procedure],
            people: 1,
        });
        self.past.booked += 1;
        if self.rng.random::<f64>() < 0.91 {
            let offset = -8.0 + 6.0 * self.normal();
            let late = if self.rng.random::<f64>() < 0.05 {
                14.0
            } else {
                0.0
            };
            let seconds = ((offset + late).max(-29.0) * 60.0) as i64;
            let n = self.reservations.len();
            self.past.came += 1;
            self.plan(due + TimeDelta::seconds(seconds), Event::Arrive(n));
        }
        self.reservations.push(reservation);
        self.line.expected.sort_by_key(|e| e.due);
    }

    fn open_counters(&mut self) {
        let open = if self.day == Day::HalfIll { 2 } else { 4 };
        let opens = self.at(9, 0);
        for n in 1..=5u8 {
            let mut counter = Counter::closed(&self.line.office, CounterNumber(n));
            if n <= open {
                counter.state = CounterState::Open {
                    clerk: format!("clerk-{n}"),
                    since: opens,
                };
                self.plan(opens, Event::Ready(n));
                for _ in 0..2 {
                    let minute = self.rng.random_range(9 * 60 + 30..16 * 60);
                    let at = self.at(minute / 60, minute % 60);
                    self.plan(at, Event::Pause(n));
                }
            }
            self.line.counters.push(counter);
        }
    }

    fn walk_ins(&mut self) {
        let (_, per_hour) = self.day.crowd();
        for minute in 8 * 60 + 50..17 * 60 + 20u32 {
            // More in the late morning.
            let peak = if (10 * 60..12 * 60).contains(&minute) {
                1.5
            } else {
                0.85
            };
            if self.rng.random::<f64>() < per_hour * peak / 60.0 {
                let at = self.at(minute / 60, minute % 60);
                let at = at + TimeDelta::seconds(self.rng.random_range(0..60));
                self.plan(at, Event::WalkIn);
            }
        }
    }

    /// Plays the day to its end.
    pub fn run(mut self) -> (Report, Past) {
        while let Some(((at, _), event)) = self.events.pop_first() {
            self.now = at;
            self.happen(event);
        }
        let closes = self.at(17, 30);
        self.report.overtime = ((self.now - closes).num_seconds() as f64 / 60.0).max(0.0);
        let waiting = self.line.waiting().count();
        self.report.lost += u32::try_from(waiting).unwrap();
        (self.report, self.past)
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Arrive(n) => self.arrive(n),
            Event::WalkIn => self.walk_in(),
            Event::Finish(n) => self.finish(n),
            Event::NoShow(n) => self.no_show(n),
            Event::Ready(n) => self.ready(n),
            Event::Pause(n) => self.pause(n),
        }
        // Somebody may wait whom an idle counter can take.
        for n in 1..=5 {
            if self.called.get(&n).is_none_or(|free| *free <= self.now) {
                self.call(n);
            }
        }
    }

    fn arrive(&mut self, n: usize) {
        let reservation = self.reservations[n].clone();
        let here = Here {
            rules: self.rules,
            line: &self.line,
            now: self.now,
        };
        let office = self.line.office.clone();
        let arrived = here.check_in(
            &reservation,
            None,
            Some(&office),
            (Language::Ja, Needs::default()),
            &mut self.ids,
        );
        let Ok(arrived) = arrived else { return };
        self.line
            .expected
            .retain(|e| e.reservation != reservation.id);
        self.line.last_booked += 1;
        self.enter(arrived.ticket);
    }

    fn walk_in(&mut self) {
        self.report.walk_ins += 1;
        let procedure = self.procedure();
        if self.only_booked {
            return;
        }
        let wish = TicketWish {
            procedures: vec![procedure],
            people: 1,
            language: Language::Ja,
            needs: Needs::default(),
            resident: None,
            from: AskerKind::Kiosk,
            beyond: None,
        };
        let here = Here {
            rules: self.rules,
            line: &self.line,
            now: self.now,
        };
        let (changes, given) = here.issue(&wish, &mut self.ids);
        assert!(!changes.is_empty(), "every decision is kept");
        let issued = changes.iter().filter(
            |c| matches!(c, Change::Queue(q) if matches!(q.as_ref(), QueueChange::Issue(_))),
        );
        assert_eq!(issued.count(), usize::from(given.is_ok()));
        let Ok(ticket) = given else { return };
        self.report.admitted += 1;
        self.line.last_walk_in += 1;
        self.enter(ticket);
    }

    /// Takes a new ticket in, with what it is told.
    fn enter(&mut self, ticket: Ticket) {
        let id = ticket.id;
        let formula = formula::wait(self.rules, &self.line, &ticket, self.now);
        self.line.tickets.push(ticket);
        let estimates = super::estimates(self.rules, &self.line, self.now);
        if let Some(wait) = estimates.tickets.get(&id) {
            let (low, high) = wait.told();
            self.told.insert(
                id,
                (
                    f64::from(low),
                    f64::from(wait.middle),
                    f64::from(high),
                    formula,
                ),
            );
        }
        self.since.insert(id, self.now);
    }

    /// Whether the counter's clerk may go: two are planned after four o'clock.
    fn goes_home(&self, n: u8) -> bool {
        let late = self.now >= self.at(16, 0);
        let open = self.line.counters.iter().filter(|c| c.is_open()).count();
        let is_highest = self
            .line
            .counters
            .iter()
            .filter(|c| c.is_open())
            .map(|c| c.number.0)
            .max()
            == Some(n);
        late && open > 2 && is_highest
    }

    fn is_down(&self, at: DateTime<Utc>) -> bool {
        self.day == Day::Outage && at >= self.at(10, 30) && at < self.at(11, 15)
    }

    fn call(&mut self, n: u8) {
        let counter = self.line.counter(CounterNumber(n)).unwrap().clone();
        if !counter.is_open() || self.line.at_counter(counter.number).is_some() {
            return;
        }
        if self.goes_home(n) {
            self.counter(n).state = CounterState::Closed;
            return;
        }
        if self.now < self.at(9, 0) || self.is_down(self.now) {
            return;
        }
        let next = self.line.next(&counter, &self.rules.queue, self.now);
        let Some(ticket) = next.cloned() else { return };
        self.serve(n, ticket);
    }

    fn serve(&mut self, n: u8, ticket: Ticket) {
        let counter = CounterNumber(n);
        let id = ticket.id;
        self.line.in_a_row = match (&ticket.priority, ticket.is_booked()) {
            (Some(_), _) => self.line.in_a_row,
            (None, true) => self.line.in_a_row.saturating_add(1),
            (None, false) if self.now - ticket.order_at >= TimeDelta::minutes(60) => 0,
            (None, false) => self.line.in_a_row,
        };
        if let Some(ended) = self.ended.remove(&n)
            && ticket.waiting_since <= ended
        {
            let gap = (self.now - ended).num_seconds().min(900);
            self.past.turnarounds.insert(0, u32::try_from(gap).unwrap());
            self.past.turnarounds.truncate(400);
        }
        let called = self.step(ticket, &Move::Call(counter));
        self.note_wait(&called);
        self.past.calls += 1;
        if self.rng.random::<f64>() < 0.03 {
            self.past.missed_calls += 1;
            self.plan(self.now + TimeDelta::seconds(200), Event::NoShow(n));
            return;
        }
        let serving = self.step(called, &Move::Serve);
        let middle = true_minutes(serving.procedures[0]);
        let minutes = middle * (0.45 * self.normal()).exp();
        let mut seconds = 40 + (minutes * 60.0) as i64;
        let end = self.now + TimeDelta::seconds(seconds);
        // Nothing ends while the system stands still.
        if self.day == Day::Outage && end > self.at(10, 30) && self.now < self.at(11, 15) {
            seconds += 45 * 60;
        }
        self.plan(self.now + TimeDelta::seconds(seconds), Event::Finish(n));
        self.since.insert(id, self.now);
    }

    fn note_wait(&mut self, ticket: &Ticket) {
        let Some((low, middle, high, formula)) = self.told.remove(&ticket.id) else {
            return;
        };
        let real = (self.now - ticket.issued_at).num_seconds() as f64 / 60.0;
        self.report.waited.push(Waited {
            low,
            middle,
            high,
            formula,
            real,
        });
        if let madoguchi::desk::queue::ticket::Origin::Booked {
            due, late: false, ..
        } = ticket.origin
        {
            let from = due.max(ticket.issued_at);
            let late = (self.now - from).num_seconds() as f64 / 60.0;
            self.report.booked_late.push(late.max(0.0));
        }
    }

    fn step(&mut self, ticket: Ticket, step: &Move) -> Ticket {
        let id = ticket.id;
        let moved = ticket.go(step, 0, self.now).unwrap();
        let place = self.line.tickets.iter().position(|t| t.id == id).unwrap();
        if matches!(moved.state, State::Done { .. } | State::Missed { .. }) {
            self.line.tickets.remove(place);
        } else {
            self.line.tickets[place] = moved.clone();
        }
        moved
    }

    fn counter(&mut self, n: u8) -> &mut Counter {
        let counters = self.line.counters.iter_mut();
        counters.into_iter().find(|c| c.number.0 == n).unwrap()
    }

    fn finish(&mut self, n: u8) {
        let ticket = self.line.at_counter(CounterNumber(n)).unwrap().clone();
        let State::Serving { since, .. } = ticket.state else {
            panic!("{ticket:?}")
        };
        let seconds = u32::try_from((self.now - since).num_seconds()).unwrap();
        self.past.services.insert(
            0,
            PastService {
                procedures: ticket.procedures.clone(),
                people: ticket.people,
                seconds,
            },
        );
        self.past.services.truncate(400);
        self.step(ticket, &Move::Finish(Vec::new()));
        self.report.served += 1;
        self.line.lengths = Lengths::learn(self.rules, &self.past).into();
        let pause = 20 + self.rng.random_range(0..120);
        self.ended.insert(n, self.now);
        let free = self.now + TimeDelta::seconds(i64::from(pause));
        self.called.insert(n, free);
        self.plan(free, Event::Ready(n));
    }

    fn no_show(&mut self, n: u8) {
        let ticket = self.line.at_counter(CounterNumber(n)).unwrap().clone();
        self.step(ticket, &Move::Miss);
        self.called.remove(&n);
    }

    fn ready(&mut self, n: u8) {
        if let CounterState::Paused { clerk, .. } = self.counter(n).state.clone() {
            let since = self.now;
            self.counter(n).state = CounterState::Open { clerk, since };
        }
        self.called.remove(&n);
    }

    /// A clerk is away for some minutes, if nobody sits in front of them.
    fn pause(&mut self, n: u8) {
        let busy = self.line.at_counter(CounterNumber(n)).is_some();
        if let (CounterState::Open { clerk, .. }, false) = (self.counter(n).state.clone(), busy) {
            let since = self.now;
            self.counter(n).state = CounterState::Paused { clerk, since };
            let back = self.now + TimeDelta::minutes(self.rng.random_range(4..12));
            self.called.insert(n, back);
            self.plan(back, Event::Ready(n));
        }
    }
}

/// Figures over many tickets.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    pub tickets: usize,
    /// The share of real waits inside the range that was told.
    pub inside: f64,
    /// The share that was not longer than was told.
    pub not_longer: f64,
    /// The mean error of the middle, and of the formula, in minutes.
    pub error: f64,
    pub formula_error: f64,
}

#[expect(clippy::cast_precision_loss, reason = "counts of some days")]
pub fn figures<'a>(waited: impl IntoIterator<Item = &'a Waited>) -> Figures {
    let mut sum = Figures::default();
    for w in waited {
        sum.tickets += 1;
        // A minute is the grain in which people are told.
        let is_inside = w.real >= w.low - 1.0 && w.real <= w.high + 1.0;
        sum.inside += f64::from(u8::from(is_inside));
        sum.not_longer += f64::from(u8::from(w.real <= w.high + 1.0));
        sum.error += (w.middle - w.real).abs();
        sum.formula_error += (w.formula - w.real).abs();
    }
    let n = (sum.tickets as f64).max(1.0);
    Figures {
        inside: sum.inside / n,
        not_longer: sum.not_longer / n,
        error: sum.error / n,
        formula_error: sum.formula_error / n,
        ..sum
    }
}
