//! What phones hear while their tickets wait, each notice once: "three before you", "you are next", and an apology when it
//! takes longer than was told.

use chrono::{DateTime, TimeDelta, Utc};

use super::estimate::{Estimates, Question, estimate};
use super::floor::{QueueChange, to_holder};
use super::line::Line;
use super::said::Said;
use super::ticket::Ticket;
use super::view::in_order;
use crate::desk::rules::Rules;
use crate::desk::view::{Change, Outcome};

/// A notice that a ticket gets once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Few are before it.
    Near,
    Next,
    Slower,
}

impl Notice {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Notice::Near => "near",
            Notice::Next => "next",
            Notice::Slower => "slower",
        }
    }
}

/// So many before somebody are few.
const NEAR: usize = 3;
/// It takes longer than was told when so many minutes more are likely.
const SLOWER_MINUTES: i64 = 5;

/// Decides which phones hear something at this moment. `heard` says which notices a ticket has had.
#[must_use]
pub fn notices(
    rules: &Rules,
    line: &Line,
    heard: impl Fn(&Ticket, Notice) -> bool,
    now: DateTime<Utc>,
) -> Outcome {
    let mut outcome = Outcome::default();
    let has_phone = line.waiting().any(|ticket| ticket.resident.is_some());
    if !has_phone {
        return outcome;
    }
    let Some(estimates) = estimate(rules, line, &Question::default(), now) else {
        return outcome;
    };
    for (ahead, ticket) in in_order(line, &estimates).into_iter().enumerate() {
        // Whoever asked for some minutes more is not hurried.
        let is_away = ticket.not_before.is_some_and(|until| until > now);
        let Some(resident) = ticket.resident.filter(|_| !is_away) else {
            continue;
        };
        let due = due(ticket, ahead, &estimates, now);
        let Some((notice, said)) = due.into_iter().find(|(n, _)| !heard(ticket, *n)) else {
            continue;
        };
        // Whoever is next need not hear that few are before them as well.
        if notice == Notice::Next && !heard(ticket, Notice::Near) {
            let near = QueueChange::Noticed(ticket.id, Notice::Near);
            outcome.changes.push(Change::Queue(Box::new(near)));
        }
        let change = QueueChange::Noticed(ticket.id, notice);
        outcome.changes.push(Change::Queue(Box::new(change)));
        outcome.replies.push(to_holder(resident, said, ticket));
    }
    outcome
}

/// What somebody may hear at this moment, the most pressing first.
fn due(
    ticket: &Ticket,
    ahead: usize,
    estimates: &Estimates,
    now: DateTime<Utc>,
) -> Vec<(Notice, Said)> {
    let number = ticket.number;
    let wait = estimates.tickets.get(&ticket.id);
    let told = wait.map(|wait| wait.told());
    let mut due = Vec::new();
    // Somebody with a reservation is next when its time is near, not when nobody else is here.
    let is_soon = wait.is_some_and(|wait| wait.middle <= 15);
    if ahead == 0 && is_soon {
        let office = ticket.office.clone();
        due.push((Notice::Next, Said::Next { number, office }));
        return due;
    }
    let is_near = ahead <= NEAR && ahead > 0 && wait.is_some_and(|wait| wait.middle <= 45);
    let was_told_more = ticket.issued_at + TimeDelta::minutes(2) <= now;
    if is_near && was_told_more {
        let wait = told;
        due.push((
            Notice::Near,
            Said::Near {
                number,
                ahead,
                wait,
            },
        ));
    }
    if let (Some((_, high)), Some(wait)) = (ticket.told, wait) {
        let latest = ticket.issued_at + TimeDelta::minutes(i64::from(high));
        let likely = now + TimeDelta::minutes(i64::from(wait.middle));
        if likely - latest >= TimeDelta::minutes(SLOWER_MINUTES) && ahead > 0 {
            let wait = wait.told();
            due.push((Notice::Slower, Said::Slower { number, wait }));
        }
    }
    due
}
