//! Seats: cells of ten minutes at numbered counters, and which of them are free.
//!
//! A counter's share of a cell is a seat. A visit takes neighbouring cells at one counter, so nobody changes counters
//! in the middle. A hold keeps seats for a few minutes and is as good as gone once its time has passed.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::{Change, Hours};
use super::levels::Levels;
use super::rules::{Break, Office, OfficeId, Rules, Window, civil, instant};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayBook {
    reserved: [u16; CELLS_PER_DAY],
    held: Vec<(u8, u8, DateTime<Utc>)>,
}

impl Default for DayBook {
    fn default() -> DayBook {
        DayBook {
            reserved: [0; CELLS_PER_DAY],
            held: Vec::new(),
        }
    }
}

impl DayBook {
    #[must_use]
    pub fn new(taken: impl IntoIterator<Item = Taken>) -> DayBook {
        let mut book = DayBook::default();
        for Taken { at, seat, until } in taken {
            let cell = cell_of(civil(at).time());
            match until {
                None => book.reserved[usize::from(cell)] |= 1 << seat,
                Some(until) => book.held.push((cell, seat, until)),
            }
        }
        book
    }

    /// Which seats of each cell are taken now; an ended hold takes nothing.
    fn masks(&self, now: DateTime<Utc>) -> [u16; CELLS_PER_DAY] {
        let mut masks = self.reserved;
        for (cell, seat, until) in &self.held {
            if *until > now {
                masks[usize::from(*cell)] |= 1 << seat;
            }
        }
        masks
    }
}

/// The book of all offices for the bookable days.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// How full the hours usually are.
    pub levels: Arc<Levels>,
    pub days: BTreeMap<(OfficeId, NaiveDate), Arc<DayBook>>,
}

/// Which counters may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Those that take reservations.
    Bookable,
    /// All that are planned: staff may use the reserve.
    All,
}

/// A question to the book.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    pub rules: &'a Rules,
    pub book: &'a Book,
    pub now: DateTime<Utc>,
    pub office: &'a Office,
    pub minutes: u16,
    pub window: Window,
    /// Whose seats are asked for.
    pub share: Share,
    /// Spans that are the asker's own and count as free: their hold, the reservation they are moving.
    pub own: &'a [&'a Span],
}

impl Search<'_> {
    /// The free starts of a day, earliest first, each with the lowest free counter.
    #[must_use]
    pub fn free(&self, day: NaiveDate) -> Vec<Span> {
        let Some(grid) = self.grid(day) else {
            return Vec::new();
        };
        let cells = self.cells();
        let place = |(cell, seat)| self.span(day, cell, seat);
        grid.starts(cells).map(place).collect()
    }

    /// The days from `from` on that have a free start, with the number of starts, at most `most` days.
    #[must_use]
    pub fn days(&self, from: NaiveDate, most: usize) -> Vec<(NaiveDate, usize)> {
        let (first, last) = self.days_open();
        let mut days = Vec::new();
        let mut day = from.max(first);
        while day <= last && days.len() < most {
            let free = self
                .grid(day)
                .map_or(0, |grid| grid.starts(self.cells()).count());
            if free > 0 {
                days.push((day, free));
            }
            day += TimeDelta::days(1);
        }
        days
    }

    /// A day of the book as it stands for the asker; nothing when it cannot be reserved at all.
    #[must_use]
    pub fn grid(&self, day: NaiveDate) -> Option<Grid> {
        let hours = self.rules.calendar.hours_at(&self.office.id, day).ok()?;
        let (first, last) = self.days_open();
        if day < first || day > last {
            return None;
        }
        let book = self.book.days.get(&(self.office.id.clone(), day));
        let mut masks = book.map_or([0; CELLS_PER_DAY], |book| book.masks(self.now));
        let is_here = |span: &&&Span| span.day == day && span.office == self.office.id;
        for span in self.own.iter().filter(is_here) {
            for cell in span.range() {
                masks[cell] &= !(1 << span.seat);
            }
        }
        let earliest = civil(self.now) + TimeDelta::minutes(i64::from(self.window.notice_minutes));
        let opens = match day.cmp(&earliest.date()) {
            std::cmp::Ordering::Less => return None,
            std::cmp::Ordering::Equal => hours.opens.max(earliest.time()),
            std::cmp::Ordering::Greater => hours.opens,
        };
        Some(Grid {
            masks,
            open: self.capacities(day, hours),
            first: usize::from(first_cell(opens)),
            end: usize::from(cell_of(hours.closes)),
        })
    }

    /// How many cells the visit takes.
    #[must_use]
    pub fn cells(&self) -> u8 {
        u8::try_from(self.minutes.div_ceil(CELL_MINUTES))
            .unwrap_or(u8::MAX)
            .max(1)
    }

    /// The visit at a start and a counter.
    #[must_use]
    pub fn span(&self, day: NaiveDate, cell: u8, seat: u8) -> Span {
        Span {
            office: self.office.id.clone(),
            day,
            cell,
            cells: self.cells(),
            seat,
        }
    }

    /// The first and the last day of the window.
    fn days_open(&self) -> (NaiveDate, NaiveDate) {
        let today = civil(self.now).date();
        let last = self.window.last_day(today);
        // Staff look beyond what anybody else may reserve.
        let last = match self.share {
            Share::Bookable => last.min(self.rules.last_day(today)),
            Share::All => last,
        };
        (self.window.first_day(today), last)
    }

    /// Counters that may be taken per cell between opening and closing.
    fn capacities(&self, day: NaiveDate, hours: Hours) -> [u8; CELLS_PER_DAY] {
        let plan = DayPlan::new(self.rules, self.office, day);
        let mut capacities = [0u8; CELLS_PER_DAY];
        let open = usize::from(cell_of(hours.opens))..usize::from(cell_of(hours.closes));
        for (capacity, cell) in capacities[open.clone()].iter_mut().zip(open) {
            let staffed = plan.at(time_of(cell));
            let open = match self.share {
                Share::Bookable => staffed.bookable,
                Share::All => staffed.counters,
            };
            *capacity = open.min(COUNTERS_MAX);
        }
        capacities
    }
}

/// A day of the book at one office: what is taken, and how many counters may be.
#[derive(Clone, Debug)]
pub struct Grid {
    masks: [u16; CELLS_PER_DAY],
    open: [u8; CELLS_PER_DAY],
    first: usize,
    /// The cell in which the office closes.
    end: usize,
}

impl Grid {
    /// The free starts of a visit of so many cells, earliest first, each with the lowest counter that is free throughout.
    pub fn starts(&self, cells: u8) -> impl Iterator<Item = (u8, u8)> + '_ {
        let length = usize::from(cells);
        let end = (self.end + 1).saturating_sub(length);
        (self.first..end).filter_map(move |cell| {
            let range = cell..cell + length;
            let open = self.open[range.clone()].iter().copied().min()?;
            let taken = self.masks[range].iter().fold(0u16, |all, mask| all | mask);
            let seat = (0..open).find(|seat| taken & (1 << seat) == 0)?;
            Some((u8::try_from(cell).ok()?, seat))
        })
    }

    /// Takes a visit's seats.
    pub fn take(&mut self, span: &Span) {
        for cell in span.range() {
            self.masks[cell] |= 1 << span.seat;
        }
    }

    /// How full the hour of a cell is: taken seats in a thousand of those that may be.
    #[must_use]
    pub fn fullness(&self, cell: u8) -> u16 {
        let hour = usize::from(cell) / 6 * 6;
        let cells = hour.max(self.first)..(hour + 6).min(self.end);
        let open: u32 = cells.clone().map(|c| u32::from(self.open[c])).sum();
        let taken: u32 = cells
            .map(|c| self.masks[c].count_ones().min(u32::from(self.open[c])))
            .sum();
        u16::try_from(taken * 1000 / open.max(1)).unwrap_or(1000)
    }
}

/// Days of the book that are being filled, so that what is given to one is not given to the next.
#[derive(Debug, Default)]
pub struct Grids(BTreeMap<(OfficeId, NaiveDate), Option<Grid>>);

impl Grids {
    /// The day as it stands, with everything that was taken in it before. Whoever asks must ask with the same window and
    /// share each time.
    pub fn of(&mut self, search: &Search<'_>, day: NaiveDate) -> Option<&mut Grid> {
        let key = (search.office.id.clone(), day);
        self.0
            .entry(key)
            .or_insert_with(|| search.grid(day))
            .as_mut()
    }
}

/// The counters of an office at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Staffed {
    /// All that are planned.
    pub counters: u8,
    /// Those of them that take reservations.
    pub bookable: u8,
}

/// An office's counters over one day: what staff have entered for it, else the bands of the rule; breaks aside.
#[derive(Clone, Copy, Debug)]
pub struct DayPlan<'a> {
    office: &'a Office,
    is_sunday: bool,
    /// Counters that staff have entered for the whole day.
    entered: Option<u8>,
    /// Hours that staff enter may begin before the first band: it holds from then on.
    opens_early: bool,
}

impl<'a> DayPlan<'a> {
    #[must_use]
    pub fn new(rules: &Rules, office: &'a Office, day: NaiveDate) -> DayPlan<'a> {
        let entry = rules.calendar.entry_at(&office.id, day);
        let (entered, opens_early) = match entry.map(|entry| &entry.change) {
            Some(Change::Open { hours, counters }) => (*counters, hours.is_some()),
            _ => (None, false),
        };
        DayPlan {
            office,
            is_sunday: rules.calendar.sundays.contains(&day),
            entered,
            opens_early,
        }
    }

    #[must_use]
    pub fn at(&self, time: NaiveTime) -> Staffed {
        let planned = self.planned(time);
        // More or fewer counters for a day leave the share for people without a reservation as it is.
        let reserve = planned.counters.saturating_sub(planned.bookable);
        let counters = self.entered.unwrap_or(planned.counters);
        let paused = |pause: &&Break| pause.from <= time && time < pause.until;
        let breaks = self.office.breaks.iter().filter(paused);
        let counters = breaks.fold(counters, |left, pause| left.saturating_sub(pause.counters));
        let mut bookable = counters.saturating_sub(reserve);
        // Where staff open a single counter, it is there to be reserved.
        if self.entered.is_some() {
            bookable = bookable.max(counters.min(1));
        }
        Staffed { counters, bookable }
    }

    /// What the rule has at this time.
    fn planned(&self, time: NaiveTime) -> Staffed {
        if self.is_sunday {
            return Staffed {
                counters: self.office.sunday_counters,
                bookable: self.office.sunday_bookable,
            };
        }
        let band = self
            .office
            .weekday
            .iter()
            .rev()
            .find(|band| band.from <= time);
        let first = self.office.weekday.first().filter(|_| self.opens_early);
        band.or(first).map_or(Staffed::default(), |band| Staffed {
            counters: band.counters,
            bookable: band.bookable,
        })
    }
}

/// How many counters of an office are planned for a moment.
#[must_use]
pub fn counters(rules: &Rules, office: &Office, day: NaiveDate, time: NaiveTime) -> u8 {
    DayPlan::new(rules, office, day).at(time).counters
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
    let plan = DayPlan::new(rules, office, span.day);
    let mut cells = span.range().map(time_of);
    start < opens || end > closes || cells.any(|time| span.seat >= plan.at(time).counters)
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
