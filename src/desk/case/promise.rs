//! When a person will answer: by the opening hours of the counter, and by whether somebody is there.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::trigger::Urgency;
use crate::desk::rules::{Rules, civil, instant};

/// When a person will answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Somebody is there: within so many minutes.
    Within(u16),
    /// The counters are open, but nobody is at the inbox: by this time.
    By(NaiveDateTime),
    /// The counters are closed: after this opening.
    After(NaiveDateTime),
}

/// When a person will answer what is written now. It is never “soon” while nobody is there.
#[must_use]
pub fn promise(rules: &Rules, urgency: Urgency, is_attended: bool, now: DateTime<Utc>) -> Promise {
    let here = civil(now);
    let minutes = minutes(rules, urgency);
    if !rules.calendar.is_open(here) {
        return Promise::After(
            (rules.calendar.next_open(here)).unwrap_or(here + TimeDelta::days(1)),
        );
    }
    // Where nobody is at the inbox, somebody looks into it between two visits, so it may take twice as long; what today's
    // closing cuts off goes on with the next opening.
    let times = if is_attended { 1 } else { 2 };
    let by = here + TimeDelta::minutes(times * i64::from(minutes));
    let last = here.max(by - TimeDelta::minutes(1));
    if rules.calendar.is_open(last) {
        return if is_attended {
            Promise::Within(minutes)
        } else {
            Promise::By(by)
        };
    }
    let next = rules
        .calendar
        .next_open(last)
        .unwrap_or(last + TimeDelta::days(1));
    Promise::By(next + TimeDelta::minutes(i64::from(minutes)))
}

/// The same, and the instant up to which it holds.
#[must_use]
pub fn promised(
    rules: &Rules,
    urgency: Urgency,
    is_attended: bool,
    now: DateTime<Utc>,
) -> (Promise, DateTime<Utc>) {
    let promise = promise(rules, urgency, is_attended, now);
    let minutes = TimeDelta::minutes(i64::from(minutes(rules, urgency)));
    let until = match promise {
        Promise::Within(_) => now + minutes,
        Promise::By(by) => instant(by),
        Promise::After(opening) => instant(opening) + minutes,
    };
    (promise, until)
}

/// What is urgent is answered in a third of the time.
fn minutes(rules: &Rules, urgency: Urgency) -> u16 {
    let minutes = rules.person.answer_minutes;
    match urgency {
        Urgency::Normal => minutes,
        Urgency::Soon => minutes.div_ceil(2),
        Urgency::Urgent => minutes.div_ceil(3),
    }
}
