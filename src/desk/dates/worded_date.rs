//! Dates and counts of days in the grammar of `worded`: "5 tháng 12", 12月5日, "7 a 9 de dezembro", "in 3 days".

use chrono::{Datelike, NaiveDate};

use super::calendar::{
    Mention, full_date, is_near, next_month, next_month_day, shift, shift_months, within,
};
use super::pieces::Kind;
use super::vocabulary::Mark;
use super::worded::{Found, Worded};

impl Worded<'_> {
    /// Takes "3 days ahead", "within 2 weeks".
    pub(super) fn count(&self, place: usize) -> Option<(Mention, usize)> {
        let is = |at: usize, mark: Mark| self.pieces.is(at, mark);
        let leads = is(place, Mark::Later) || is(place, Mark::Within);
        let mut at = place + usize::from(leads);
        if leads && self.pieces.is_small(at) {
            at += 1;
        }
        let number = self.pieces.number(at)?;
        if let Some(found) = self.count_of_next(at, number) {
            return Some(found);
        }
        let mut next = at + 2;
        if self.pieces.is_small(next) && (is(next + 1, Mark::Later) || is(next + 1, Mark::Within)) {
            next += 1;
        }
        let follows = is(next, Mark::Later) || is(next, Mark::Within);
        if !leads && !follows {
            return None;
        }
        let is_within = if leads {
            is(place, Mark::Within)
        } else {
            is(next, Mark::Within)
        };
        let today = self.reader.today;
        let days = i64::from(number);
        let unit = at + 1;
        let day = if is(unit, Mark::Weeks) {
            shift(today, days * 7)
        } else if is(unit, Mark::Months) {
            shift_months(today, number)
        } else if is(unit, Mark::Days) || is(unit, Mark::DateDay) {
            shift(today, days)
        } else {
            return None;
        };
        let next = if leads { at + 2 } else { next + 1 };
        let mention = if is_within {
            within_until(today, day)
        } else {
            Mention::Date(day)
        };
        Some((mention, next))
    }

    /// Takes "2 tuần sau", whose last two words alone are "next week".
    fn count_of_next(&self, place: usize, number: u32) -> Option<(Mention, usize)> {
        let today = self.reader.today;
        let is_weeks = self.pieces.find(place + 1, |mark| match mark {
            Mark::WeeksAhead(1) => Some(true),
            Mark::MonthsAhead(1) => Some(false),
            _ => None,
        })?;
        let day = if is_weeks {
            shift(today, i64::from(number) * 7)
        } else {
            shift_months(today, number)
        };
        self.unit_leads.then_some((Mention::Date(day), place + 2))
    }

    /// Takes "7 to 9 December", `5-10 desember`, `7-9/12`.
    pub(super) fn day_range(&self, place: usize) -> Option<(Mention, usize)> {
        let start = place + usize::from(self.pieces.is(place, Mark::DateDay));
        if let Kind::Figures(text) = self.pieces.at(start)?.kind {
            let (first, last) = text.split_once('-')?;
            let first = first.parse().ok()?;
            if last.contains('/') {
                let Mention::Date(last) = self.reader.figures(last)?.day? else {
                    return None;
                };
                let first = last.with_day(first)?;
                return (first < last).then_some((Mention::Span(first, last), start + 1));
            }
            return self.days_of_month(first, last.parse().ok()?, start + 1);
        }
        let (first, last) = (self.pieces.number(start)?, self.pieces.number(start + 2)?);
        let is_range = self.pieces.is(start + 1, Mark::To);
        is_range
            .then(|| self.days_of_month(first, last, start + 3))
            .flatten()
    }

    /// Two days of the month that is named at a place.
    fn days_of_month(&self, first: u32, last: u32, place: usize) -> Option<(Mention, usize)> {
        let mut parts = Parts {
            day: Some(first),
            ..Parts::default()
        };
        let at = place + usize::from(self.pieces.is_small(place));
        let next = self.part(at, &mut parts)?;
        let Mention::Date(first) = next_month_day(parts.month?, first, self.reader.today) else {
            return None;
        };
        let last = first.with_day(last)?;
        (first < last).then_some((Mention::Span(first, last), next))
    }

    /// Takes a date of parts: day, month, year, in any order and marked as the language does it. One that is long over
    /// is somebody's birthday, and passed over.
    pub(super) fn date(&self, place: usize) -> Option<Found> {
        let mut parts = Parts::default();
        let mut at = place;
        loop {
            let start = if at > place && self.pieces.is_small(at) && !self.pieces.is_cut(at) {
                at + 1
            } else {
                at
            };
            let is_apart = at > place
                && self
                    .pieces
                    .at(start)
                    .is_none_or(|piece| piece.is_after_dash);
            let Some(next) = (!is_apart).then(|| self.part(start, &mut parts)).flatten() else {
                break;
            };
            at = next;
        }
        let today = self.reader.today;
        let mention = match (parts.year, parts.month, parts.day) {
            (Some(year), Some(month), Some(day)) => {
                return Some((full_date(year, month, day, today), at));
            }
            (Some(year), Some(month), None) => {
                return Some((
                    is_near(year, today).then_some(Mention::Month(year, month)),
                    at,
                ));
            }
            (None, Some(month), Some(day)) => next_month_day(month, day, today),
            (None, Some(month), None) => next_month(month, today),
            (None, None, Some(day)) if (1..=31).contains(&day) => Mention::Day(day),
            _ => return None,
        };
        Some((Some(mention), at))
    }

    /// Takes one part of a date.
    fn part(&self, place: usize, parts: &mut Parts) -> Option<usize> {
        let is = |at: usize, mark: Mark| self.pieces.is(at, mark);
        let name = self.pieces.find(place, |mark| match mark {
            Mark::Month(month) => Some(*month),
            _ => None,
        });
        if let Some(month) = name.filter(|_| parts.month.is_none()) {
            parts.month = Some(month);
            return Some(place + 1);
        }
        if let Some(number) = self.pieces.number(place + 1)
            && (self.unit_leads || is(place, Mark::Era))
        {
            let end = place + 2;
            if is(place, Mark::DateDay) && parts.day.is_none() {
                parts.day = Some(number);
                return Some(end);
            }
            if is(place, Mark::DateMonth) && parts.month.is_none() {
                parts.month = Some(number);
                return Some(end);
            }
            if is(place, Mark::DateYear) && number > 99 && parts.year.is_none() {
                parts.year = self.reader.year(number);
                return Some(end);
            }
            if is(place, Mark::Era) && parts.year.is_none() {
                parts.year = self.reader.year(number.min(99));
                return Some(end + usize::from(is(end, Mark::DateYear)));
            }
        }
        let number = self.pieces.number(place)?;
        self.numbered(place, number, parts)
    }

    /// Takes a number that is a part of a date by what stands after it, or beside a month.
    fn numbered(&self, place: usize, number: u32, parts: &mut Parts) -> Option<usize> {
        let is = |mark: Mark| self.pieces.is(place + 1, mark);
        let end = place + 2;
        if !self.unit_leads {
            // 5日 is a day of the month unless more is said: 3日後 was read before.
            if is(Mark::DateYear) && number > 99 && parts.year.is_none() {
                parts.year = self.reader.year(number);
                return Some(end);
            }
            if is(Mark::DateMonth) && parts.month.is_none() {
                parts.month = Some(number);
                return Some(end);
            }
            if is(Mark::DateDay) && parts.day.is_none() {
                parts.day = Some(number);
                return Some(end);
            }
        }
        let is_hour = is(Mark::Hour) || is(Mark::Minute);
        let is_period = self
            .pieces
            .find(place + 1, |mark| match mark {
                Mark::Period(_) => Some(()),
                _ => None,
            })
            .is_some();
        if parts.month.is_some() && number > 99 && parts.year.is_none() {
            parts.year = self.reader.year(number);
            return Some(place + 1);
        }
        let beside_month = parts.month.is_some() || self.is_month(place + 1);
        let is_day = beside_month && parts.day.is_none() && number <= 31 && !is_hour && !is_period;
        if is_day {
            parts.day = Some(number);
            return Some(place + 1);
        }
        None
    }

    /// Whether a month is named at a place, or after a small word there.
    pub(super) fn is_month(&self, place: usize) -> bool {
        let at = place + usize::from(self.pieces.is_small(place));
        let is_name = |mark: &Mark| matches!(mark, Mark::Month(_)).then_some(());
        let is_numbered = self.unit_leads
            && self.pieces.is(at, Mark::DateMonth)
            && self.pieces.number(at + 1).is_some();
        !self.pieces.is_cut(at) && (self.pieces.find(at, is_name).is_some() || is_numbered)
    }
}

/// The parts of a date as far as they are known.
#[derive(Debug, Default)]
struct Parts {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

fn within_until(today: NaiveDate, day: NaiveDate) -> Mention {
    within(u32::try_from((day - today).num_days()).unwrap_or(0), today)
}
