//! The nearest free reservations, for whoever is not let in without one.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::admission::Reason;
use crate::desk::procedure::Procedure;
use crate::desk::rules::{Rules, civil};
use crate::desk::slots::{Book, Search, Share};

/// The earliest free starts at all offices that do these, at most `most` of them, the first one first.
#[must_use]
pub fn nearest(
    rules: &Rules,
    book: &Book,
    procedures: &[Procedure],
    people: u8,
    now: DateTime<Utc>,
    reason: Reason,
    most: usize,
) -> Vec<NaiveDateTime> {
    // Whoever cannot be served today any more is not sent past those who wait.
    let today = civil(now).date();
    let first = match reason {
        Reason::DayEnds | Reason::Over | Reason::Closed => today + TimeDelta::days(1),
        _ => today,
    };
    let mut starts = Vec::new();
    for office in rules.offices_for(procedures) {
        let search = Search {
            rules,
            book,
            now,
            office,
            minutes: rules.minutes(procedures, people),
            window: rules.window(Some(office), procedures),
            share: Share::Bookable,
            own: &[],
        };
        for (day, _) in search.days(first, most) {
            let free = search.free(day).into_iter().map(|span| span.start());
            starts.extend(free.take(most));
        }
    }
    starts.sort_unstable();
    starts.dedup();
    starts.truncate(most);
    starts
}
