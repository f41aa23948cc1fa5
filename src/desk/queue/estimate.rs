//! How long one waits, foreseen by playing the rest of the day many times.
//!
//! Each play takes the counters as they are, ends the visits under way at a likely moment, lets the expected people with
//! reservations come or stay away, and calls everybody by the rule in `order`. What is told is a range from the plays;
//! the same line at the same moment always gives the same range.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::counter::{CounterNumber, Takes};
use super::line::{Line, seconds_between};
use super::order::{Class, Free, Order, Waiter};
use super::rules::QueueRules;
use super::scene::{Coming, Desk, Start, coming, desks, is_expected, plan};
use super::ticket::Origin;
use crate::desk::procedure::Procedure;
use crate::desk::rules::Rules;
use crate::ids::{ReservationId, TicketId};

/// So often the rest of the day is played.
const PLAYS: usize = 72;
/// What is told lies between these parts of all plays: rounded as it is told, three of four real waits lie inside.
const LOW: usize = PLAYS / 7;
const MIDDLE: usize = PLAYS / 2;
const HIGH: usize = PLAYS - 1 - PLAYS / 7;
/// Whether somebody with a reservation is delayed is judged by this part: only three of a hundred plays are worse.
const WORST: usize = PLAYS - 1 - PLAYS / 32;
/// Somebody who does not come to a call occupies the counter for so long.
const MISSED_CALL_SECONDS: f32 = 240.0;
/// People come so long before the time of their reservation at most, and so long after it.
const COMES_EARLY_SECONDS: f32 = 15.0 * 60.0;
const COMES_LATE_SECONDS: f32 = 6.0 * 60.0;
/// Nothing is foreseen beyond this.
const HORIZON_SECONDS: i32 = 14 * 3600;

/// Minutes of waiting: one of seven plays is shorter than `low`, one of seven longer than `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wait {
    pub low: u16,
    pub middle: u16,
    pub high: u16,
}

impl Wait {
    /// The range as it is told: in steps of five minutes once it is longer than ten.
    #[must_use]
    pub fn told(self) -> (u16, u16) {
        let low = if self.low > 10 {
            self.low / 5 * 5
        } else {
            self.low
        };
        let high = if self.high > 10 {
            self.high.div_ceil(5) * 5
        } else {
            self.high
        };
        (low, high.max(1))
    }
}

/// How late a person with a reservation is likely to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    pub reservation: ReservationId,
    pub due: DateTime<Utc>,
    /// Minutes after the later of the time and the arrival, that hardly any play exceeds.
    pub minutes: u16,
    /// The same in seconds.
    pub seconds: i32,
}

/// What the plays have shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Estimates {
    /// By ticket, from now. A ticket that no planned counter can serve any more has none.
    pub tickets: BTreeMap<TicketId, Wait>,
    /// For the one who asks.
    pub asker: Option<Wait>,
    /// People with reservations, here or expected.
    pub booked: Vec<Delay>,
    /// When the last visit ends, in six of seven plays at the latest.
    pub ends: Option<DateTime<Utc>>,
    /// Somebody is left whom no counter serves before the plan ends.
    pub leaves_over: bool,
}

/// Somebody who asks how long it would take without having a ticket.
#[derive(Clone, Debug)]
pub struct Asker {
    pub procedures: Vec<Procedure>,
    pub people: u8,
}

/// What is to be foreseen.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub asker: Option<Asker>,
    /// So many counters more than are open and planned.
    pub more_counters: u8,
    /// Whether people without reservations who are still to come take part.
    pub with_walk_ins: bool,
}

/// Plays the rest of the day. Nothing comes out when no counter is open and none is planned.
#[must_use]
pub fn estimate(
    rules: &Rules,
    line: &Line,
    question: &Question,
    now: DateTime<Utc>,
) -> Option<Estimates> {
    let scene = Scene::new(rules, line, question, now)?;
    Some(scene.play_all(line, now))
}

/// Everything a play needs, once for all of them. Times are seconds from now.
struct Scene {
    desks: Vec<Desk>,
    /// From when on so many counters are planned.
    plan: Vec<(i32, u8)>,
    order: Order,
    /// The expected lengths of those in the order, and how early their wait counts.
    lengths: Vec<f32>,
    /// From when on each one's wait counts as a delay; nought without a reservation.
    from: Vec<i32>,
    coming: Vec<Coming>,
    asker: Option<usize>,
    rules: QueueRules,
    seed: u64,
}

impl Scene {
    fn new(rules: &Rules, line: &Line, question: &Question, now: DateTime<Utc>) -> Option<Scene> {
        let plan = plan(rules, line, question, now)?;
        let desks = desks(rules, line, &plan, question.more_counters, now);
        if desks.is_empty() && plan.steps.iter().all(|(_, n)| *n == 0) {
            return None;
        }
        let mut order = Order::new(line.in_a_row);
        let mut lengths = Vec::new();
        let mut from = Vec::new();
        for ticket in line.waiting() {
            from.push(match ticket.origin {
                Origin::Booked { due, .. } => seconds_between(now, due.max(ticket.issued_at)),
                Origin::WalkIn => 0,
            });
            order.add(line.waiter(ticket, now));
            lengths.push(
                line.lengths
                    .expected(rules, &ticket.procedures, ticket.people),
            );
        }
        let asker = question.asker.as_ref().map(|asker| {
            from.push(0);
            lengths.push(
                line.lengths
                    .expected(rules, &asker.procedures, asker.people),
            );
            order.add(Waiter {
                class: Class::Behind,
                at: 0,
                not_before: i32::MIN,
                wants: Takes::of(&asker.procedures),
                only: None,
            })
        });
        Some(Scene {
            desks,
            plan: plan.steps,
            order,
            lengths,
            from,
            coming: coming(rules, line, question, now),
            asker,
            rules: rules.queue,
            // The same question within the same minute gets the same answer.
            seed: now.timestamp().unsigned_abs() / 60,
        })
    }

    /// Those with a reservation whose delay counts: here in time, or still expected; with their number in a play.
    fn booked(
        &self,
        line: &Line,
        now: DateTime<Utc>,
    ) -> Vec<(usize, ReservationId, DateTime<Utc>)> {
        let here = line.waiting().enumerate();
        let here = here.filter_map(|(n, ticket)| match ticket.origin {
            Origin::Booked {
                reservation,
                due,
                late: false,
            } => Some((n, reservation, due)),
            _ => None,
        });
        let first = self.lengths.len();
        let expected = line.expected.iter().filter(|e| is_expected(e.due, now));
        let expected = expected.enumerate();
        let expected = expected.map(|(n, e)| (first + n, e.reservation, e.due));
        here.chain(expected).collect()
    }

    fn play_all(&self, line: &Line, now: DateTime<Utc>) -> Estimates {
        let people = self.lengths.len() + self.coming.len();
        let mut play = Play::new(people);
        let mut starts = vec![[i32::MAX; PLAYS]; people];
        let booked = self.booked(line, now);
        let mut lates = vec![[0i32; PLAYS]; booked.len()];
        let mut ends = [0i32; PLAYS];
        let mut leftovers = 0usize;
        for n in 0..PLAYS {
            let mut rng = StdRng::seed_from_u64(self.seed ^ ((n as u64) << 32));
            play.run(self, line, &mut rng);
            for (who, start) in play.starts.iter().enumerate() {
                starts[who][n] = *start;
            }
            for (late, (who, ..)) in lates.iter_mut().zip(&booked) {
                late[n] = play.late(*who);
            }
            ends[n] = play.end;
            leftovers += usize::from(play.left > 0);
        }
        let mut estimates = Estimates {
            leaves_over: leftovers > PLAYS / 10,
            ..Estimates::default()
        };
        for (n, ticket) in line.waiting().enumerate() {
            if let Some(wait) = wait(&mut starts[n]) {
                estimates.tickets.insert(ticket.id, wait);
            }
        }
        estimates.asker = self.asker.and_then(|n| wait(&mut starts[n]));
        let delays = booked.into_iter().zip(&mut lates);
        estimates.booked = delays
            .map(|((_, reservation, due), late)| delay(reservation, due, late))
            .collect();
        let end = *ends.select_nth_unstable(HIGH).1;
        // Where nobody is served, waits or comes, nothing ends.
        estimates.ends = (end > 0).then(|| now + TimeDelta::seconds(i64::from(end)));
        estimates
    }
}

/// The range of a ticket's starts over all plays.
fn wait(starts: &mut [i32; PLAYS]) -> Option<Wait> {
    // Three places of the order are needed, not all of it.
    let (left, high, _) = starts.select_nth_unstable(HIGH);
    let high = *high;
    let (left, middle, _) = left.select_nth_unstable(MIDDLE);
    let (middle, low) = (*middle, *left.select_nth_unstable(LOW).1);
    let minutes = |seconds: i32| {
        (seconds < HORIZON_SECONDS)
            .then(|| u16::try_from((seconds.max(0) + 30) / 60).unwrap_or(u16::MAX))
    };
    Some(Wait {
        low: minutes(low)?,
        middle: minutes(middle)?,
        high: minutes(high)?,
    })
}

fn delay(reservation: ReservationId, due: DateTime<Utc>, lates: &mut [i32; PLAYS]) -> Delay {
    let late = *lates.select_nth_unstable(WORST).1;
    let minutes = u16::try_from(late.max(0).div_euclid(60)).unwrap_or(u16::MAX);
    Delay {
        reservation,
        due,
        minutes,
        seconds: late,
    }
}

/// One play of the rest of the day; its memory serves the next one too.
struct Play {
    order: Order,
    /// When each is called; the waiting ones first, then those who come.
    starts: Vec<i32>,
    /// From when on each one's wait counts.
    from: Vec<i32>,
    /// How long each one keeps a counter, with the pause after it.
    keeps: Vec<f32>,
    /// Who is in the order, by the order's number.
    who: Vec<usize>,
    arrivals: Vec<(i32, usize)>,
    free: Vec<(i32, u8, Takes)>,
    /// Counters that have closed and may open again.
    gone: Vec<(u8, Takes)>,
    end: i32,
    left: usize,
}

impl Play {
    fn new(people: usize) -> Play {
        Play {
            order: Order::default(),
            starts: vec![i32::MAX; people],
            from: vec![0; people],
            keeps: vec![0.0; people],
            who: Vec::with_capacity(people),
            arrivals: Vec::new(),
            free: Vec::new(),
            gone: Vec::new(),
            end: 0,
            left: 0,
        }
    }

    /// How many seconds later than it should somebody was called; one who never was counts as very late.
    fn late(&self, who: usize) -> i32 {
        match self.starts[who] {
            i32::MAX if self.from[who] == i32::MAX => 0,
            i32::MAX => HORIZON_SECONDS,
            start => start - self.from[who],
        }
    }

    fn run(&mut self, scene: &Scene, line: &Line, rng: &mut StdRng) {
        self.begin(scene, line, rng);
        let mut next_arrival = 0;
        let mut next_step = 1;
        loop {
            let Some(at) = earliest(&self.free) else {
                // All are closed; a later step of the plan may open one.
                if !self.open_step(scene, &mut next_step) {
                    break;
                }
                continue;
            };
            let t = self.free[at].0;
            if next_step < scene.plan.len() && scene.plan[next_step].0 <= t {
                self.open_step(scene, &mut next_step);
                continue;
            }
            if self.free.len() > usize::from(scene.plan[next_step - 1].1) {
                self.close(at);
                continue;
            }
            while let Some((arrival, who)) = self.arrivals.get(next_arrival).copied() {
                if arrival > t {
                    break;
                }
                self.arrive(scene, arrival, who);
                next_arrival += 1;
            }
            let (_, number, takes) = self.free[at];
            let counter = Free {
                number: CounterNumber(number),
                takes,
            };
            match self.order.call(counter, t, &scene.rules) {
                Some(n) => self.serve(at, n, t),
                None => {
                    let arrival = self.arrivals.get(next_arrival).map(|(a, _)| *a);
                    let returns = self.order.next_return(t);
                    match arrival.into_iter().chain(returns).min() {
                        Some(later) => self.free[at].0 = later.max(t + 1),
                        None => self.close(at),
                    }
                }
            }
        }
        let never = |who: &usize| self.starts[*who] == i32::MAX && self.from[*who] != i32::MAX;
        self.left = (0..self.starts.len()).filter(never).count();
    }

    /// Sets the counters and those who wait, and draws who comes when.
    fn begin(&mut self, scene: &Scene, line: &Line, rng: &mut StdRng) {
        self.order.copy_from(&scene.order);
        self.starts.fill(i32::MAX);
        self.end = 0;
        self.gone.clear();
        let waiting = scene.lengths.len();
        self.who.clear();
        self.who.extend(0..waiting);
        self.free.clear();
        for desk in &scene.desks {
            let at = match desk.start {
                Start::Free(at) => at,
                Start::Busy { expected, elapsed } => {
                    let at = remaining(line, expected, elapsed, rng);
                    self.end = self.end.max(at);
                    at
                }
            };
            self.free.push((at, desk.number, desk.takes));
        }
        self.arrivals.clear();
        for (n, coming) in scene.coming.iter().enumerate() {
            let who = waiting + n;
            self.keeps[who] = keeps(line, coming.expected, rng);
            let shows = rng.random::<f32>() < coming.shows;
            let arrival = arrival(coming, rng);
            if !shows {
                self.from[who] = i32::MAX;
                continue;
            }
            self.from[who] = coming.due.max(arrival);
            self.arrivals.push((arrival, who));
        }
        self.arrivals.sort_unstable();
        // Drawn last, and whoever asks last of all: with and without them everything else is the same.
        for (n, length) in scene.lengths.iter().enumerate() {
            self.keeps[n] = keeps(line, *length, rng);
            self.from[n] = scene.from[n];
        }
    }

    fn arrive(&mut self, scene: &Scene, arrival: i32, who: usize) {
        let coming = &scene.coming[who - scene.lengths.len()];
        let grace = i32::from(scene.rules.grace_minutes) * 60;
        let is_in_time = !coming.is_walk_in && arrival <= coming.due + grace;
        let (class, at) = if is_in_time {
            (Class::Booked, coming.due)
        } else {
            (Class::Behind, arrival)
        };
        self.order.add(Waiter {
            class,
            at,
            not_before: i32::MIN,
            wants: coming.wants,
            only: None,
        });
        self.who.push(who);
    }

    fn serve(&mut self, at: usize, n: usize, t: i32) {
        let who = self.who[n];
        self.starts[who] = t;
        #[expect(clippy::cast_possible_truncation, reason = "seconds of a visit")]
        let done = t + self.keeps[who] as i32;
        self.end = self.end.max(done);
        self.free[at].0 = done;
    }

    /// The next step of the plan opens the counters that it has more. Says whether there was one.
    fn open_step(&mut self, scene: &Scene, next: &mut usize) -> bool {
        let Some((from, count)) = scene.plan.get(*next).copied() else {
            return false;
        };
        *next += 1;
        let open = self.free.len();
        for n in open..usize::from(count) {
            let other = (u8::try_from(200 + n).unwrap_or(u8::MAX), Takes::ALL);
            let (number, takes) = self.gone.pop().unwrap_or(other);
            self.free.push((from, number, takes));
        }
        true
    }

    fn close(&mut self, at: usize) {
        let (_, number, takes) = self.free.swap_remove(at);
        self.gone.push((number, takes));
    }
}

/// How long somebody keeps a counter, from the call to the next one.
fn keeps(line: &Line, expected: f32, rng: &mut StdRng) -> f32 {
    let lengths = &line.lengths;
    let is_missed = rng.random::<f32>() < lengths.missed;
    let visit = expected * lengths.at(rng.random());
    let pause = lengths.pause(rng.random());
    pause
        + if is_missed {
            MISSED_CALL_SECONDS
        } else {
            visit
        }
}

fn earliest(free: &[(i32, u8, Takes)]) -> Option<usize> {
    let times = free.iter().enumerate();
    times
        .min_by_key(|(_, (at, number, _))| (*at, *number))
        .map(|(n, _)| n)
}

/// How much longer a visit lasts that has lasted for so long.
#[expect(clippy::cast_possible_truncation, reason = "seconds of a visit")]
fn remaining(line: &Line, expected: f32, elapsed: f32, rng: &mut StdRng) -> i32 {
    let place = line.lengths.place_of(elapsed / expected);
    let drawn = place + (1.0 - place) * rng.random::<f32>();
    let left = expected * line.lengths.at(drawn) - elapsed;
    // Whoever is longer than anybody before may end at any moment.
    let long = rng.random_range(15.0..300.0);
    let left = if left > 15.0 { left } else { long };
    let pause = line.lengths.pause(rng.random());
    (left + pause) as i32
}

#[expect(clippy::cast_possible_truncation, reason = "seconds of a day")]
fn arrival(coming: &Coming, rng: &mut StdRng) -> i32 {
    let place: f32 = rng.random();
    if coming.is_walk_in {
        return coming.due + (place * 300.0) as i32;
    }
    // Most come some minutes before their time, few after it.
    let offset = if place < 0.85 {
        -COMES_EARLY_SECONDS * rng.random::<f32>()
    } else {
        COMES_LATE_SECONDS * rng.random::<f32>()
    };
    let at = coming.due + offset as i32;
    if at > 0 {
        return at;
    }
    // Not here yet, so it is later than that.
    1 + (rng.random::<f32>() * COMES_LATE_SECONDS) as i32
}
