//! Closing a day on which people have reserved: each of them is offered other times, kept for them for a while.

use std::str::FromStr;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::reservation::Reservation;
use super::rules::{Rules, Window, civil};
use super::slots::{Book, Grids, Search, Share, Span};
use super::talk::Hold;
use super::waiting::{Offer, OfferedFor};
use crate::ids::{HoldId, IdSource, OfferId};

/// How many other times each is offered.
pub const TIMES_OFFERED: usize = 3;

/// Why a day is closed, as people are told in their language; what staff write beside it stays with the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingReason {
    /// The national system stands still.
    Outage,
    /// Typhoon, snow, flood.
    Weather,
    Other,
}

impl ClosingReason {
    pub const ALL: [ClosingReason; 3] = [
        ClosingReason::Outage,
        ClosingReason::Weather,
        ClosingReason::Other,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            ClosingReason::Outage => "outage",
            ClosingReason::Weather => "weather",
            ClosingReason::Other => "other",
        }
    }
}

impl FromStr for ClosingReason {
    type Err = String;

    fn from_str(text: &str) -> Result<ClosingReason, String> {
        let found = ClosingReason::ALL.into_iter().find(|r| r.id() == text);
        found.ok_or_else(|| format!("“{text}” is no reason; write outage, weather or other"))
    }
}

/// The times kept for each of those affected, in their order: everybody gets a first one before anybody gets a second.
/// Each time is on another day, and as near to the hour of the lost reservation as there is one. The calendar in
/// `rules` already says that the day is closed.
#[must_use]
pub fn offers(
    rules: &Rules,
    book: &Book,
    affected: &[Reservation],
    now: DateTime<Utc>,
    ids: &mut IdSource,
) -> Vec<Offer> {
    let until = now + TimeDelta::hours(i64::from(rules.booking.closing_offer_hours));
    let mut grids = Grids::default();
    let mut found: Vec<Vec<Span>> = vec![Vec::new(); affected.len()];
    for _ in 0..TIMES_OFFERED {
        for (reservation, spans) in affected.iter().zip(&mut found) {
            spans.extend(next_time(rules, book, reservation, spans, now, &mut grids));
        }
    }
    let made = affected.iter().zip(found).map(|(reservation, spans)| {
        let hold = |span| Hold {
            id: HoldId(ids.next(now)),
            span,
            until,
        };
        let holds = spans.into_iter().map(hold).collect();
        Offer {
            id: OfferId(ids.next(now)),
            resident: reservation.resident,
            offered_for: OfferedFor::Closing(reservation.id),
            holds,
            until,
        }
    });
    made.collect()
}

/// A free time on a day after those found already, nearest to the reservation's own hour.
fn next_time(
    rules: &Rules,
    book: &Book,
    reservation: &Reservation,
    before: &[Span],
    now: DateTime<Utc>,
    grids: &mut Grids,
) -> Option<Span> {
    let office = rules.office(&reservation.span.office)?;
    let search = Search {
        rules,
        book,
        now,
        office,
        minutes: reservation.span.minutes(),
        // Who has lost a place may take one at short notice too, and the reserve is there for such days.
        window: Window {
            notice_minutes: rules.booking.notice_minutes,
            ..Window::OPEN
        },
        share: Share::All,
        own: &[],
    };
    let wished = reservation.start().time();
    let after = before.last().map(|span| span.day);
    let first = after
        .unwrap_or(reservation.span.day.max(civil(now).date()))
        .succ_opt()?;
    // The day itself may only be closed for some hours.
    let first = if after.is_none() && reservation.span.day >= civil(now).date() {
        reservation.span.day
    } else {
        first
    };
    let last = rules.last_day(civil(now).date());
    let mut days = first.iter_days().take_while(|day| *day <= last);
    days.find_map(|day| {
        let grid = grids.of(&search, day)?;
        let (cell, seat) = grid.starts(search.cells()).min_by_key(|(cell, _)| {
            minutes_apart(search.span(day, *cell, 0).start().time(), wished)
        })?;
        let span = search.span(day, cell, seat);
        grid.take(&span);
        Some(span)
    })
}

fn minutes_apart(one: NaiveTime, other: NaiveTime) -> i64 {
    (one - other).num_minutes().abs()
}
