//! Whether the open counters can serve what the rest of the day brings, and how many would.

use chrono::{DateTime, TimeDelta, Utc};

use super::estimate::{Estimates, Question, estimate};
use super::line::Line;
use crate::desk::rules::{Rules, instant};

/// More than so many counters cannot be opened anyway.
const MORE_MAX: u8 = 6;
/// A wait that no play has seen the end of.
const NEVER_MINUTES: u16 = 600;

/// The counters will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// From when on people with reservations wait longer than the limit; none when only the day ends late.
    pub from: Option<DateTime<Utc>>,
    /// So many minutes the worst of them waits.
    pub worst_minutes: u16,
    /// So many minutes after closing time the last visit ends.
    pub overtime_minutes: u16,
    /// So many counters more would cure it; none when not even `MORE_MAX` would.
    pub more: Option<u8>,
}

/// Looks ahead with everybody who is here, everybody who has reserved and the others who usually come.
#[must_use]
pub fn shortage(rules: &Rules, line: &Line, now: DateTime<Utc>) -> Option<Shortage> {
    let play = |more: u8| {
        let question = Question {
            more_counters: more,
            with_walk_ins: true,
            ..Question::default()
        };
        estimate(rules, line, &question, now)
    };
    let found = match play(0) {
        Some(estimates) => short(rules, line, &estimates),
        // Nobody serves at all, and somebody is here.
        None => line.waiting().next().map(|_| Shortage {
            from: Some(now),
            worst_minutes: 0,
            overtime_minutes: 0,
            more: None,
        }),
    }?;
    let more = (1..=MORE_MAX)
        .find(|more| play(*more).is_some_and(|estimates| short(rules, line, &estimates).is_none()));
    Some(Shortage { more, ..found })
}

/// What is wrong with a forecast, if anything is.
fn short(rules: &Rules, line: &Line, estimates: &Estimates) -> Option<Shortage> {
    let limit = rules.queue.booked_limit_minutes;
    // Whom no counter can take at all waits for a counter, not for a time.
    let late = estimates.booked.iter();
    let late = late.filter(|d| d.minutes > limit && d.minutes < NEVER_MINUTES);
    let from = late.clone().map(|d| d.due).min();
    let worst = late.map(|d| d.minutes).max().unwrap_or(0);
    let hours = rules.calendar.hours_at(&line.office, line.day).ok()?;
    let last = instant(line.day.and_time(hours.closes))
        + TimeDelta::minutes(i64::from(rules.queue.overtime_minutes));
    let over = estimates.ends.map_or(0, |ends| (ends - last).num_minutes());
    // The last visits of a day end when they end; a quarter of an hour is no shortage.
    let overtime = if over > 15 {
        u16::try_from(over).unwrap_or(u16::MAX)
    } else {
        0
    };
    (from.is_some() || overtime > 0).then_some(Shortage {
        from,
        worst_minutes: worst,
        overtime_minutes: overtime,
        more: None,
    })
}
