//! The waiting list: who would come if a seat came free, and times that are kept for somebody.
//!
//! A freed seat is offered to the first on the list whom it suits, in the commit that frees it or before the next turn
//! looks at the book: nobody else sees it before. Offers are not traded: one that is not taken goes to the next.

use chrono::{DateTime, NaiveDate, Utc};

use super::procedure::Procedure;
use super::rules::{OfficeId, Rules, civil};
use super::slots::{Book, Grids, Search, Share, Span};
use super::talk::{Hold, Range};
use crate::ids::{HoldId, IdSource, OfferId, ReservationId, ResidentId, WaitId};

/// A wish for a seat on days that are full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    pub id: WaitId,
    pub resident: ResidentId,
    pub office: OfficeId,
    pub procedures: Vec<Procedure>,
    pub people: u8,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// A part of the day; unset for any time.
    pub range: Option<Range>,
    /// Offers that were not taken.
    pub lapses: u8,
    pub made_at: DateTime<Utc>,
    /// Its place in the list: the time of the wish, or of the last offer that was not taken.
    pub wished_at: DateTime<Utc>,
}

/// After so many offers that were not taken somebody leaves the list.
pub const LAPSES_MAX: u8 = 2;

/// What an offer is in place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferedFor {
    /// A seat that came free, for somebody on the waiting list.
    Wait(WaitId),
    /// Other times for a reservation on a day that was closed.
    Closing(ReservationId),
}

/// Times that are kept for somebody until a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub id: OfferId,
    pub resident: ResidentId,
    pub offered_for: OfferedFor,
    /// The kept seats, earliest first; each is taken by its own button.
    pub holds: Vec<Hold>,
    pub until: DateTime<Utc>,
}

/// How an offer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferEnd {
    Taken,
    Declined,
    Lapsed,
}

impl OfferEnd {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            OfferEnd::Taken => "taken",
            OfferEnd::Declined => "declined",
            OfferEnd::Lapsed => "lapsed",
        }
    }
}

/// What becomes of a place on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitEnd {
    /// A seat was taken.
    Taken,
    /// The resident has left the list.
    Left,
    /// Its days have passed, or too many offers were not taken.
    Over,
}

impl WaitEnd {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            WaitEnd::Taken => "taken",
            WaitEnd::Left => "left",
            WaitEnd::Over => "over",
        }
    }
}

impl Wait {
    /// The first seat that suits, far enough ahead to be offered and still be reached; it is taken in the grids.
    fn suits(
        &self,
        rules: &Rules,
        book: &Book,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
        grids: &mut Grids,
    ) -> Option<Span> {
        let office = rules.office(&self.office)?;
        let mut window = rules.window(Some(office), &self.procedures);
        let minutes = u16::try_from((until - now).num_minutes()).unwrap_or(u16::MAX);
        window.notice_minutes = window.notice_minutes.max(minutes);
        let search = Search {
            rules,
            book,
            now,
            office,
            minutes: rules.minutes(&self.procedures, self.people),
            window,
            share: Share::Bookable,
            own: &[],
        };
        let days = self.first_day.max(civil(now).date());
        let mut days = days.iter_days().take_while(|day| *day <= self.last_day);
        days.find_map(|day| {
            let grid = grids.of(&search, day)?;
            let places = grid.starts(search.cells());
            let mut spans = places.map(|(cell, seat)| search.span(day, cell, seat));
            let span = spans.find(|span| self.wants(span))?;
            drop(spans);
            grid.take(&span);
            Some(span)
        })
    }

    fn wants(&self, span: &Span) -> bool {
        let start = span.start().time();
        self.range
            .is_none_or(|range| range.from <= start && start < range.to)
    }
}

/// The offers that can be made now, in the order of the list, each kept until then. `waits` is in that order.
#[must_use]
pub fn offers(
    rules: &Rules,
    book: &Book,
    waits: &[Wait],
    until: DateTime<Utc>,
    now: DateTime<Utc>,
    ids: &mut IdSource,
) -> Vec<Offer> {
    let mut grids = Grids::default();
    let mut made = Vec::new();
    for wait in waits {
        let Some(span) = wait.suits(rules, book, until, now, &mut grids) else {
            continue;
        };
        made.push(Offer {
            id: OfferId(ids.next(now)),
            resident: wait.resident,
            offered_for: OfferedFor::Wait(wait.id),
            holds: vec![Hold {
                id: HoldId(ids.next(now)),
                span,
                until,
            }],
            until,
        });
    }
    made
}
