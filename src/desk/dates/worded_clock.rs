//! The grammar of times for the languages whose words of time stand in their `words.toml`.

use super::TimeWish;
use super::clock::{Clock, Half, Side, between_hours};
use super::figures::hours;
use super::pieces::Kind;
use super::vocabulary::{Edge, Mark, Period};
use super::worded::Worded;
use crate::desk::language::Language;

const END: (u32, u32) = (24, 0);

/// The wish for a part of the day.
#[must_use]
pub fn period(period: Period) -> TimeWish {
    match period {
        Period::Morning => between_hours((0, 0), (12, 0)),
        Period::Noon => TimeWish::At(super::noon()),
        Period::Lunchtime => between_hours((11, 0), (14, 0)),
        Period::Afternoon => between_hours((12, 0), END),
        Period::Evening => between_hours((16, 0), END),
        Period::AfterWork => between_hours((17, 0), END),
    }
}

impl Worded<'_> {
    /// Takes a mention of a time that begins at a place.
    pub fn time(&self, place: usize) -> Option<(TimeWish, usize)> {
        if let Some((clock, end, next)) = self.clock_or_range(place) {
            // "In 3 hours" is no time of day; "after 3" may have the same word.
            let is_after = self.pieces.is(next, Mark::Behind(Edge::After));
            if self.pieces.is(next, Mark::Later) && !is_after {
                return None;
            }
            if let Some(end) = end {
                return Some((clock.until(end), next));
            }
            if let Some((end, next)) = self.range_end(place, next) {
                return Some((clock.until(end), next));
            }
            let (side, next) = self.side(place, next);
            return Some((clock.wish(side), next));
        }
        let said = self.period_at(place)?;
        if said != Period::Noon {
            return Some((period(said), place + 1));
        }
        let (minute, next) = match self.past(place + 1) {
            Some(minutes) => (minutes, place + 2),
            None => (0, place + 1),
        };
        let noon = Clock {
            hour: 12,
            minute,
            half: Some(Half::Afternoon),
        };
        let (side, next) = self.side(place, next);
        Some((noon.wish(side), next))
    }

    /// The minutes of "half past" where it stands after the hour.
    fn past(&self, place: usize) -> Option<u32> {
        let minutes = self.pieces.find(place, |mark| match mark {
            Mark::Past(minutes) => Some(*minutes),
            _ => None,
        });
        minutes.filter(|_| !self.pieces.is_cut(place))
    }

    /// The part of the day that a word names.
    pub fn period_at(&self, place: usize) -> Option<Period> {
        self.pieces.find(place, |mark| match mark {
            Mark::Period(period) => Some(*period),
            _ => None,
        })
    }

    /// The part of the day that a word beside a clock says; it need not be a half of the day.
    fn half_at(&self, place: usize) -> Option<Period> {
        self.period_at(place)
            .filter(|period| *period != Period::AfterWork)
    }

    /// Takes a time, with the part of the day before or after it, or two hours with a dash between.
    fn clock_or_range(&self, place: usize) -> Option<(Clock, Option<Clock>, usize)> {
        let before = self.half_at(place);
        let start = place + usize::from(before.is_some());
        if before.is_some() && self.pieces.is_cut(start) {
            return None;
        }
        let led = usize::from(self.pieces.is(start, Mark::At));
        let start = start + led;
        let is_led = led > 0 || before.is_some() || self.is_opened(place);
        let (clock, end, next) = self.clock(start, is_led)?;
        // "3 in the afternoon" has a small word between.
        let small = usize::from(self.pieces.is_small(next) && self.half_at(next + 1).is_some());
        let after = self
            .half_at(next + small)
            .filter(|_| before.is_none() && !self.pieces.is_cut(next));
        let next = if after.is_some() {
            next + small + 1
        } else {
            next
        };
        let half = before.or(after);
        let clock = with_half(clock, half);
        Some((clock, end.map(|end| with_half(end, half)), next))
    }

    /// Whether "after", "from" and the like stand before a place.
    fn is_opened(&self, place: usize) -> bool {
        place.checked_sub(1).is_some_and(|at| {
            self.pieces
                .find(at, |mark| matches!(mark, Mark::Ahead(_)).then_some(()))
                .is_some()
        })
    }

    /// Takes the number of an hour with its minutes.
    fn clock(&self, place: usize, is_led: bool) -> Option<(Clock, Option<Clock>, usize)> {
        if let Kind::Figures(text) = self.pieces.at(place)?.kind {
            return self.in_figures_of_time(text, place, is_led);
        }
        let shift = self.pieces.find(place, |mark| match mark {
            Mark::PastNext(minutes) => Some((*minutes, 0)),
            Mark::ToNext(minutes) => Some((0, *minutes)),
            _ => None,
        });
        if let Some((past, to)) = shift {
            let hour = self
                .pieces
                .number(place + 1)
                .filter(|n| (1..=12).contains(n))?;
            let next = place + 2 + usize::from(self.pieces.is(place + 2, Mark::Hour));
            let clock = if to > 0 {
                before_hour(hour, to)?
            } else {
                Clock::new(hour, past)
            };
            return Some((clock, None, next));
        }
        let hour = self.pieces.number(place)?;
        if !self.pieces.is(place + 1, Mark::Hour) {
            return self.bare_hour(hour, place, is_led);
        }
        let (minute, next) = self.minutes(place + 2);
        (hour < 100).then_some((Clock::new(hour, minute), None, next))
    }

    /// The minutes after the word for the hour, and where they end.
    fn minutes(&self, place: usize) -> (u32, usize) {
        if let Some(minutes) = self.past(place) {
            return (minutes, place + 1);
        }
        // "10 past 15 minutes": any one word, where minutes are named.
        let is_named =
            self.pieces.number(place).is_none() && self.pieces.is(place + 2, Mark::Minute);
        let small = usize::from(self.pieces.is_small(place) || is_named);
        let Some(number) = self
            .pieces
            .number(place + small)
            .filter(|n| *n < 60 && !self.pieces.is_cut(place))
        else {
            return (0, place);
        };
        let at = place + small + 1;
        if self.pieces.is(at, Mark::Minute) {
            return (number, at + 1);
        }
        let is_exact = self.pieces.is_in_figures(at - 1) && small == 0 && number >= 5;
        let counts = self.pieces.is(at, Mark::DateDay)
            || self.pieces.is(at, Mark::DateMonth)
            || self.pieces.is(at, Mark::Hour);
        if is_exact && !counts {
            (number, at)
        } else {
            (0, place)
        }
    }

    /// A number without a word for the hour, where something else shows that it is one.
    fn bare_hour(
        &self,
        hour: u32,
        place: usize,
        is_led: bool,
    ) -> Option<(Clock, Option<Clock>, usize)> {
        let next = place + 1;
        let is_at = place
            .checked_sub(1)
            .is_some_and(|at| self.pieces.is(at, Mark::At));
        // "2 jam 30 menit" is how long something takes.
        if self.pieces.is(next, Mark::Minute) {
            return None;
        }
        let most = if is_at { 99 } else { 24 };
        if !(1..=most).contains(&hour) {
            return None;
        }
        let has_past = hour <= 12 && self.past(next).is_some();
        let half = self
            .half_at(next)
            .filter(|_| hour <= 12 && !self.pieces.is_cut(next));
        let (minute, end) = if is_at || half.is_some() || has_past {
            self.minutes(next)
        } else {
            (0, next)
        };
        let counts = self
            .pieces
            .find(next, |mark| {
                let is_unit = matches!(
                    mark,
                    Mark::Days
                        | Mark::Weeks
                        | Mark::Months
                        | Mark::DateDay
                        | Mark::DateMonth
                        | Mark::DateYear
                );
                is_unit.then_some(())
            })
            .is_some();
        let range = self.range_end(place, next);
        let ends = self.pieces.is_cut(next) || range.is_some();
        // "De 9 a 11h": the end shows what the beginning is.
        let is_range = range.is_some_and(|(_, end)| {
            self.pieces.is(end - 1, Mark::Hour) || self.half_at(end - 1).is_some()
        });
        let is_hour =
            is_at || half.is_some() || has_past || is_range || (is_led && self.unit_leads && ends);
        (is_hour && !counts && !self.is_plural(next)).then_some((
            Clock::new(hour, minute),
            None,
            end,
        ))
    }

    /// Whether a Portuguese plural follows: "as 2 fotos" are two photographs, not two o'clock.
    fn is_plural(&self, place: usize) -> bool {
        let piece = self.pieces.at(place).filter(|piece| !piece.is_after_mark);
        let is_plural = piece.is_some_and(
            |piece| matches!(piece.kind, Kind::Other(length) if length >= 4 && piece.ends_in_s),
        );
        self.reader.language == Language::PtBr && is_plural
    }

    fn in_figures_of_time(
        &self,
        text: &str,
        place: usize,
        is_led: bool,
    ) -> Option<(Clock, Option<Clock>, usize)> {
        let next = place + 1 + usize::from(self.pieces.is(place + 1, Mark::Hour));
        if let Some(figures) = self.reader.figures(text)
            && let Some(clock) = figures.clock
        {
            return Some((clock, figures.until, next));
        }
        let is_sure = is_led || next > place + 1 || self.half_at(place + 1).is_some();
        if !is_sure {
            return None;
        }
        if let Some((from, to)) = hours(text) {
            return Some((from, Some(to), next));
        }
        let (hour, minute) = text.split_once('.')?;
        let is_clock = hour.len() <= 2 && minute.len() == 2;
        let clock = Clock::new(hour.parse().ok()?, minute.parse().ok()?);
        is_clock.then_some((clock, None, next))
    }

    /// Takes the end of a range.
    fn range_end(&self, place: usize, next: usize) -> Option<(Clock, usize)> {
        let is_to =
            self.pieces.is(next, Mark::To) || self.pieces.is(next, Mark::Ahead(Edge::Until));
        let is_from = self.pieces.is(next, Mark::Behind(Edge::From));
        let is_dashed = self
            .pieces
            .at(next)
            .is_some_and(|piece| piece.is_after_dash);
        let start = match (is_to || is_from, is_dashed) {
            (true, _) => next + 1 + usize::from(is_from && self.pieces.is(next + 1, Mark::To)),
            (false, true) => next,
            (false, false) => return None,
        };
        let led = usize::from(self.pieces.is(start, Mark::At));
        let before = self.half_at(start + led);
        let start = start + led + usize::from(before.is_some());
        let number_alone = || {
            let hour = self.pieces.number(start).filter(|n| (1..=24).contains(n))?;
            let is_opened = self.is_opened(place) || place > 0 && self.pieces.is(place, Mark::At);
            (is_opened || self.pieces.is(place + 1, Mark::Hour)).then_some((
                Clock::new(hour, 0),
                None,
                start + 1,
            ))
        };
        let (end, until, mut next) = self.clock(start, true).or_else(number_alone)?;
        let after = self
            .half_at(next)
            .filter(|_| before.is_none() && !self.pieces.is_cut(next));
        next += usize::from(after.is_some());
        next += usize::from(self.pieces.is(next, Mark::Behind(Edge::Until)));
        until
            .is_none()
            .then_some((with_half(end, before.or(after)), next))
    }

    /// Which side of a time is meant, by the word before or after it.
    fn side(&self, place: usize, next: usize) -> (Side, usize) {
        let edge = self.edge_around(place, next);
        let is_behind = self
            .pieces
            .find(next, |mark| matches!(mark, Mark::Behind(_)).then_some(()))
            .is_some();
        let next = next + usize::from(is_behind);
        match edge {
            Some(Edge::After | Edge::From) => (Side::After, next),
            Some(Edge::Before | Edge::Until) => (Side::Before, next),
            None => (Side::At, next),
        }
    }
}

/// So many minutes before an hour, which is in the afternoon as that hour is.
fn before_hour(hour: u32, minutes: u32) -> Option<Clock> {
    let half = (hour <= 6).then_some(Half::Afternoon);
    let hour = if hour == 1 { 12 } else { hour.checked_sub(1)? };
    Some(Clock {
        hour,
        minute: 60 - minutes,
        half,
    })
}

/// A clock with the part of the day said beside it; twelve at night is the hour zero, and eleven at noon is no night.
fn with_half(clock: Clock, period: Option<Period>) -> Clock {
    let half = match period {
        Some(Period::Morning) => Some(Half::Morning),
        Some(Period::Noon | Period::Lunchtime) if (10..12).contains(&clock.hour) => {
            Some(Half::Morning)
        }
        Some(Period::Noon | Period::Lunchtime | Period::Afternoon | Period::Evening) => {
            Some(Half::Afternoon)
        }
        Some(Period::AfterWork) | None => None,
    };
    let is_midnight = half == Some(Half::Morning) && clock.hour == 12;
    let hour = if is_midnight { 0 } else { clock.hour };
    Clock { hour, ..clock }.or_half(half)
}
