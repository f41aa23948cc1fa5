//! What a play of the rest of the day begins with: the counters, those who wait, those who may come.

use chrono::{DateTime, NaiveTime, Utc};

use super::counter::{CounterState, Takes};
use super::estimate::Question;
use super::line::{Line, seconds_between};
use super::ticket::State;
use crate::desk::procedure::Procedure;
use crate::desk::rules::{Rules, civil, instant};
use crate::desk::slots::DayPlan;

/// So long after the opening whoever sits at a counter is who serves; before, as many as planned.
const SETTLED_SECONDS: i32 = 10 * 60;
/// From a call to the beginning of the visit.
const WALK_SECONDS: i32 = 45;
/// A clerk who pauses is expected back after so long …
const PAUSE_SECONDS: i32 = 15 * 60;
/// … and no sooner than this.
const PAUSE_LEFT_SECONDS: i32 = 5 * 60;
/// Whoever is not here so long after the time is not expected any more.
const GIVEN_UP_SECONDS: i32 = 25 * 60;

/// A counter at the beginning of a play.
#[derive(Clone, Copy, Debug)]
pub(super) struct Desk {
    pub(super) number: u8,
    pub(super) takes: Takes,
    pub(super) start: Start,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Start {
    /// Free from this second on.
    Free(i32),
    /// A visit of this expected length has lasted for so long.
    Busy { expected: f32, elapsed: f32 },
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Coming {
    pub(super) due: i32,
    pub(super) wants: Takes,
    pub(super) expected: f32,
    /// A person without a reservation who may come.
    pub(super) is_walk_in: bool,
    pub(super) shows: f32,
}

pub(super) fn is_expected(due: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    seconds_between(due, now) <= GIVEN_UP_SECONDS
}

/// The counters of the rest of the day.
pub(super) struct Plan {
    /// From when on so many are planned, beginning with now.
    pub(super) steps: Vec<(i32, u8)>,
    /// When the office opens.
    pub(super) opens: i32,
    /// Whoever sits at a counter now is who serves.
    pub(super) is_settled: bool,
}

/// From when on how many counters are planned, beginning with now; and when the office opens, in seconds from now.
/// Counters that are really open stand for the plan of this moment; what the plan changes later is added to them.
pub(super) fn plan(
    rules: &Rules,
    line: &Line,
    question: &Question,
    now: DateTime<Utc>,
) -> Option<Plan> {
    let office = rules.office(&line.office)?;
    let hours = rules.calendar.hours_at(&line.office, line.day).ok()?;
    let day = DayPlan::new(rules, office, line.day);
    let at = |time: NaiveTime| seconds_between(now, instant(line.day.and_time(time)));
    let (opens, closes) = (at(hours.opens), at(hours.closes));
    let here = civil(now).time();
    let planned_now = if opens > 0 {
        day.at(hours.opens).counters
    } else {
        day.at(here).counters
    };
    let real = line
        .counters
        .iter()
        .filter(|counter| counter.clerk().is_some())
        .count();
    let real = u8::try_from(real).unwrap_or(u8::MAX);
    // In the first minutes of the day some are still on their way to their counters.
    let stands_for_plan = opens <= -SETTLED_SECONDS;
    if stands_for_plan && real == 0 && question.more_counters == 0 {
        return None;
    }
    let count = |planned: u8| {
        let base = match planned.cmp(&planned_now) {
            _ if !stands_for_plan => planned,
            // Who is planned to come will come.
            std::cmp::Ordering::Greater => real + (planned - planned_now),
            // Where fewer are here than planned, nobody need go; whoever sits here beside the plan goes on.
            _ => real.min(planned + real.saturating_sub(planned_now)),
        };
        base + question.more_counters
    };
    let mut steps = vec![(i32::MIN, count(planned_now))];
    let mut changes: Vec<NaiveTime> = office.weekday.iter().map(|band| band.from).collect();
    changes.extend(office.breaks.iter().flat_map(|b| [b.from, b.until]));
    changes.sort_unstable();
    for time in changes {
        let from = at(time);
        if from > opens.max(0) && from < closes {
            steps.push((from, count(day.at(time).counters)));
        }
    }
    // After hours those who are here are still served by whoever is there.
    Some(Plan {
        steps,
        opens: opens.max(0),
        is_settled: stands_for_plan,
    })
}

/// The counters at the beginning: those that are open, else those that are planned.
pub(super) fn desks(
    rules: &Rules,
    line: &Line,
    plan: &Plan,
    more: u8,
    now: DateTime<Utc>,
) -> Vec<Desk> {
    let staffed: Vec<_> = line
        .counters
        .iter()
        .filter(|c| c.clerk().is_some())
        .collect();
    let mut desks = Vec::new();
    for counter in &staffed {
        let start = match (line.at_counter(counter.number), &counter.state) {
            (Some(ticket), _) => {
                let expected = line
                    .lengths
                    .expected(rules, &ticket.procedures, ticket.people);
                let elapsed = match ticket.state {
                    State::Called { at, .. } => seconds_between(at, now),
                    State::Serving { since, .. } => seconds_between(since, now) + WALK_SECONDS,
                    _ => 0,
                };
                #[expect(clippy::cast_precision_loss, reason = "seconds of a visit")]
                let elapsed = elapsed.max(0) as f32;
                Start::Busy { expected, elapsed }
            }
            (None, CounterState::Paused { since, .. }) => {
                let left = PAUSE_SECONDS - seconds_between(*since, now);
                Start::Free(left.max(PAUSE_LEFT_SECONDS))
            }
            (None, _) => Start::Free(plan.opens),
        };
        desks.push(Desk {
            number: counter.number.0,
            takes: counter.takes(),
            start,
        });
    }
    let first = plan.steps.first().map_or(0, |(_, n)| usize::from(*n));
    let missing = if plan.is_settled {
        usize::from(more)
    } else {
        first.saturating_sub(staffed.len())
    };
    for n in 0..missing {
        desks.push(Desk {
            number: u8::try_from(100 + n).unwrap_or(u8::MAX),
            takes: Takes::ALL,
            start: Start::Free(plan.opens),
        });
    }
    desks
}

/// Those who may come: reservations of today, and people without one where they are asked for.
pub(super) fn coming(
    rules: &Rules,
    line: &Line,
    question: &Question,
    now: DateTime<Utc>,
) -> Vec<Coming> {
    let booked = line.expected.iter().filter(|e| is_expected(e.due, now));
    let mut coming: Vec<Coming> = booked
        .map(|e| {
            let due = seconds_between(now, e.due);
            // Whoever is late already comes less and less likely.
            #[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
            let over = (-due).max(0) as f32 / GIVEN_UP_SECONDS as f32;
            Coming {
                due,
                wants: Takes::of(&e.procedures),
                expected: line.lengths.expected(rules, &e.procedures, e.people),
                is_walk_in: false,
                shows: line.lengths.shows * (1.0 - over).clamp(0.05, 1.0),
            }
        })
        .collect();
    if question.with_walk_ins {
        coming.extend(walk_ins(rules, line, now));
    }
    coming
}

/// The people without a reservation who usually come in the rest of the day, evenly over each hour.
fn walk_ins(rules: &Rules, line: &Line, now: DateTime<Utc>) -> Vec<Coming> {
    let Ok(hours) = rules.calendar.hours_at(&line.office, line.day) else {
        return Vec::new();
    };
    let usual = Procedure::ALL
        .iter()
        .map(|p| line.lengths.expected(rules, &[*p], 1))
        .sum::<f32>()
        / 7.0;
    let mut list = Vec::new();
    let mut owed = 0.0;
    for step in 0..24 * 12u32 {
        let seconds = step * 300;
        let Some(time) = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0) else {
            continue;
        };
        let at = instant(line.day.and_time(time));
        if time < hours.opens || time >= hours.closes || at <= now {
            continue;
        }
        owed += line.lengths.walk_ins[(step / 12) as usize] / 12.0;
        while owed >= 1.0 {
            owed -= 1.0;
            list.push(Coming {
                due: seconds_between(now, at),
                wants: Takes(0),
                expected: usual,
                is_walk_in: true,
                shows: 1.0,
            });
        }
    }
    list
}
