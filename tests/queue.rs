//! The queue of the day: the order of calls, tickets, whole days, clerks who race, a restart in the middle of a morning.

mod calls;
mod days;
mod floor;
mod formula;
mod order;
mod races;
mod recorded;
mod replay;
mod tickets;
mod whole_days;

use chrono::{DateTime, Utc};
use madoguchi::desk::queue::estimate::{Estimates, Question, estimate};
use madoguchi::desk::queue::line::Line;
use madoguchi::desk::rules::Rules;

/// What the desk foresees for a line.
pub fn estimates(rules: &Rules, line: &Line, now: DateTime<Utc>) -> Estimates {
    estimate(rules, line, &Question::default(), now).unwrap_or_default()
}
