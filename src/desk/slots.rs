//! Seats: cells of ten minutes at numbered counters, and which of them are free.
//!
//! A counter's share of a cell is a seat. A visit takes neighbouring cells at one counter, so nobody changes counters
//! in the middle. A hold keeps seats for a few minutes and is as good as gone once its time has passed.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::Change;
use super::rules::{Office, OfficeId, Rules, civil, instant};

/// The grid of the book in minutes.
pub const CELL_MINUTES: u16 = 10;
const CELLS_PER_DAY: usize = 144;
/// The most counters an office can have; a cell's seats are the bits of a `u16`.
pub const COUNTERS_MAX: u8 = 16;

/// Neighbouring cells at one counter on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub office: OfficeId,
    pub day: NaiveDate,
    /// The first cell, counted in ten minutes from midnight.
    pub cell: u8,
    pub cells: u8,
    /// The counter's index, from zero.
    pub seat: u8,
}

impl Span {
    /// The civil start of the visit.
    #[must_use]
    pub fn start(&self) -> NaiveDateTime {
        self.day.and_time(time_of(usize::from(self.cell)))
    }

    #[must_use]
    pub fn minutes(&self) -> u16 {
        u16::from(self.cells) * CELL_MINUTES
    }

    /// The instants at which the cells begin, as the book's rows have them.
    pub fn instants(&self) -> impl Iterator<Item = DateTime<Utc>> + '_ {
        (0..self.cells).map(|n| {
            instant(self.start() + TimeDelta::minutes(i64::from(n) * i64::from(CELL_MINUTES)))
        })
    }

    fn range(&self) -> std::ops::Range<usize> {
        usize::from(self.cell)..usize::from(self.cell) + usize::from(self.cells)
    }
}

/// One seat that is taken, as read from the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    pub at: DateTime<Utc>,
    pub seat: u8,
    /// Unset for a reservation; the end of a hold otherwise.
    pub until: Option<DateTime<Utc>>,
}

/// The taken seats of one office on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayBook {
    reserved: BTreeMap<u8, u16>,
    held: Vec<(u8, u8, DateTime<Utc>)>,
}

impl DayBook {
    #[must_use]
    pub fn new(taken: impl IntoIterator<Item = Taken>) -> DayBook {
        let mut book = DayBook::default();
        for Taken { at, seat, until } in taken {
            let cell = cell_of(civil(at).time());
            match until {
                None => *book.reserved.entry(cell).or_default() |= 1 << seat,
                Some(until) => book.held.push((cell, seat, until)),
            }
        }
        book
    }

    /// Which seats of each cell are taken now; an ended hold takes nothing.
    fn masks(
        &self,
        now: DateTime<Utc>,
        own: &[&Span],
        day: NaiveDate,
        office: &OfficeId,
    ) -> [u16; CELLS_PER_DAY] {
        let mut masks = [0u16; CELLS_PER_DAY];
        for (cell, mask) in &self.reserved {
            masks[usize::from(*cell)] |= mask;
        }
        for (cell, seat, until) in &self.held {
            if *until > now {
                masks[usize::from(*cell)] |= 1 << seat;
            }
        }
        for span in own
            .iter()
            .filter(|span| span.day == day && span.office == *office)
        {
            for cell in span.range() {
                masks[cell] &= !(1 << span.seat);
            }
        }
        masks
    }
}

/// The book of all offices for the bookable days.
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub days: BTreeMap<(OfficeId, NaiveDate), Arc<DayBook>>,
}

/// A question to the book.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    pub rules: &'a Rules,
    pub book: &'a Book,
    pub now: DateTime<Utc>,
    pub office: &'a Office,
    pub minutes: u16,
    /// Spans that are the asker's own and count as free: their hold, the reservation they are moving.
    pub own: &'a [&'a Span],
}

impl Search<'_> {
    /// The free starts of a day, earliest first, each with the lowest free counter.
    #[must_use]
    pub fn free(&self, day: NaiveDate) -> Vec<Span> {
        let Ok(hours) = self.rules.calendar.hours_at(&self.office.id, day) else {
            return Vec::new();
        };
        let here = civil(self.now);
        if day < here.date() || day > self.rules.last_day(here.date()) {
            return Vec::new();
        }
        let empty = DayBook::default();
        let book = self
            .book
            .days
            .get(&(self.office.id.clone(), day))
            .map_or(&empty, |book| book.as_ref());
        let masks = book.masks(self.now, self.own, day, &self.office.id);
        let capacities = self.capacities(day);
        let cells = usize::from(self.minutes.div_ceil(CELL_MINUTES)).max(1);
        let earliest = here + TimeDelta::minutes(i64::from(self.rules.booking.notice_minutes));
        let Some(last) = usize::from(cell_of(hours.closes)).checked_sub(cells) else {
            return Vec::new();
        };
        let mut spans = Vec::new();
        for cell in usize::from(first_cell(hours.opens))..=last {
            if day.and_time(time_of(cell)) < earliest {
                continue;
            }
            if let Some(seat) =
                free_seat(&masks[cell..cell + cells], &capacities[cell..cell + cells])
            {
                #[expect(clippy::cast_possible_truncation, reason = "a day has 144 cells")]
                spans.push(Span {
                    office: self.office.id.clone(),
                    day,
                    cell: cell as u8,
                    cells: cells as u8,
                    seat,
                });
            }
        }
        spans
    }

    /// The days from `from` on that have a free start, with the number of starts, at most `most` days.
    #[must_use]
    pub fn days(&self, from: NaiveDate, most: usize) -> Vec<(NaiveDate, usize)> {
        let today = civil(self.now).date();
        let mut days = Vec::new();
        let mut day = from.max(today);
        while day <= self.rules.last_day(today) && days.len() < most {
            let free = self.free(day).len();
            if free > 0 {
                days.push((day, free));
            }
            day += TimeDelta::days(1);
        }
        days
    }

    /// Open counters per cell of the day.
    fn capacities(&self, day: NaiveDate) -> [u8; CELLS_PER_DAY] {
        let mut capacities = [0u8; CELLS_PER_DAY];
        for (cell, capacity) in capacities.iter_mut().enumerate() {
            *capacity = counters(self.rules, self.office, day, time_of(cell));
        }
        capacities
    }
}

/// How many counters of an office are planned for a moment: what staff have entered for the day, else its band.
#[must_use]
pub fn counters(rules: &Rules, office: &Office, day: NaiveDate, time: NaiveTime) -> u8 {
    let entry = rules.calendar.entry_at(&office.id, day);
    if let Some(Change::Open {
        counters: Some(counters),
        ..
    }) = entry.map(|entry| &entry.change)
    {
        return *counters;
    }
    if rules.calendar.sundays.contains(&day) {
        return office.sunday_counters;
    }
    let mut bands = office.weekday.iter().rev();
    let band = bands.find(|band| band.from <= time);
    // Hours that staff enter may begin before the first band: it holds from then on.
    let opens_early = matches!(
        entry.map(|entry| &entry.change),
        Some(Change::Open { hours: Some(_), .. })
    );
    let first = office.weekday.first().filter(|_| opens_early);
    band.or(first).map_or(0, |band| band.counters)
}

/// Whether a reservation stands outside of what is open by now: on a closed day, outside the hours, or at a counter
/// that is not there. Reducing never deletes; staff see these and call.
#[must_use]
pub fn is_outside(rules: &Rules, span: &Span) -> bool {
    let Some(office) = rules.office(&span.office) else {
        return true;
    };
    let Ok(hours) = rules.calendar.hours_at(&office.id, span.day) else {
        return true;
    };
    let start = span.start();
    let end = start + TimeDelta::minutes(i64::from(span.minutes()));
    let opens = span.day.and_time(hours.opens);
    let closes = span.day.and_time(hours.closes);
    let mut cells = span.range().map(time_of);
    start < opens
        || end > closes
        || cells.any(|time| span.seat >= counters(rules, office, span.day, time))
}

/// The lowest counter that is open and free in all of these cells.
fn free_seat(masks: &[u16], capacities: &[u8]) -> Option<u8> {
    let open = capacities.iter().copied().min()?.min(COUNTERS_MAX);
    let taken = masks.iter().fold(0u16, |all, mask| all | mask);
    (0..open).find(|seat| taken & (1 << seat) == 0)
}

fn cell_of(time: NaiveTime) -> u8 {
    #[expect(clippy::cast_possible_truncation, reason = "a day has 144 cells")]
    let cell = (time.num_seconds_from_midnight() / 60 / u32::from(CELL_MINUTES)) as u8;
    cell
}

/// The first whole cell at or after a time.
fn first_cell(time: NaiveTime) -> u8 {
    let cell = cell_of(time);
    if time_of(usize::from(cell)) < time {
        cell + 1
    } else {
        cell
    }
}

fn time_of(cell: usize) -> NaiveTime {
    let seconds = u32::try_from(cell * usize::from(CELL_MINUTES) * 60).unwrap_or(0);
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
}
