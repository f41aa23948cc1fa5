//! Dates and times of day, as Japanese clerks write them and as figures have them everywhere.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

use super::{Found, Scan};
use crate::desk::dates::kanji_number;
use crate::desk::protect::figures::is_kanji_figure;
use crate::desk::protect::{Clock, Day, Kind, Moment};

/// Eras and the year before the first of each.
const ERAS: [(&str, i32); 3] = [("令和", 2018), ("平成", 1988), ("昭和", 1925)];
/// A date without a year is the nearest one, and this many years are looked through: 29 February comes again.
const YEARS_AROUND: i32 = 8;
/// Where the weekday says which year is meant, it is no further away than this.
const DAYS_AROUND: i64 = 300;

/// A date as it was read.
pub(super) struct Written {
    pub(super) end: usize,
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: Option<u32>,
}

impl Scan {
    /// A day, a time, or a day with its time.
    pub(super) fn moment(&self, at: usize) -> Option<Found> {
        let Some((day_end, day, is_relative)) = self.any_day(at) else {
            let (end, time) = self.clock(at)?;
            let moment = time.filter(|_| self.today.is_some()).map(|time| Moment {
                time: Some(time),
                ..Moment::default()
            });
            return Some((end, Kind::Time, moment));
        };
        let moment = |time: Option<Clock>| {
            day.map(|day| Moment {
                day: Some(day),
                time,
                is_relative,
            })
        };
        let gap = self.run(day_end, |c| " の、".contains(c));
        let near = gap - day_end <= 2;
        let time = self.clock(gap).or_else(|| self.part_of_day(gap));
        Some(match time.filter(|_| near) {
            Some((end, Some(time))) => (end, Kind::Date, moment(Some(time))),
            Some((end, None)) => (end, Kind::Date, None),
            None => (day_end, Kind::Date, moment(None)),
        })
    }

    /// A day in figures or in words: its end, what it means, and whether it was told from today.
    fn any_day(&self, at: usize) -> Option<(usize, Option<Day>, bool)> {
        if let Some((end, day)) = self.told(at) {
            return Some((end, Some(day), true));
        }
        if let Some(read) = self.day(at) {
            let (end, weekday) = self.weekday(read.end);
            return Some((end, self.written(&read, weekday), false));
        }
        let (end, day) = self.weekday_alone(at)?;
        Some((end, Some(day), false))
    }

    /// Whether a date that begins here is another day of the week than it says.
    pub(super) fn is_other_weekday(&self, at: usize, kind: Kind) -> bool {
        let Some(read) = self.day(at).filter(|_| kind == Kind::Date) else {
            return false;
        };
        let (_, weekday) = self.weekday(read.end);
        weekday.is_some() && self.date(&read, None).is_some() && self.date(&read, weekday).is_none()
    }

    /// What a date in figures means.
    pub(super) fn written(&self, read: &Written, weekday: Option<u32>) -> Option<Day> {
        self.today?;
        match read.day {
            Some(_) => self.date(read, weekday).map(Day::On),
            None => ((1..=12).contains(&read.month)).then_some(Day::Month(read.year, read.month)),
        }
    }

    /// The day of the calendar; None where the text is not sure about it.
    fn date(&self, read: &Written, weekday: Option<u32>) -> Option<NaiveDate> {
        let today = self.today?;
        let of = |year: i32| NaiveDate::from_ymd_opt(year, read.month, read.day?);
        let fits =
            |day: &NaiveDate| weekday.is_none_or(|n| day.weekday().num_days_from_monday() == n);
        if let Some(year) = read.year {
            return of(year).filter(fits);
        }
        // What happened last week has a date as well as what happens next week.
        let distance = |day: &NaiveDate| (*day - today).abs();
        let years = today.year() - YEARS_AROUND..today.year() + YEARS_AROUND;
        let mut days: Vec<NaiveDate> = years.filter_map(of).collect();
        days.sort_by_key(distance);
        let nearest = days.first().copied()?;
        let is_near =
            |day: &NaiveDate| *day == nearest || distance(day) <= TimeDelta::days(DAYS_AROUND);
        days.into_iter().filter(is_near).find(fits)
    }

    fn day(&self, at: usize) -> Option<Written> {
        self.japanese_day(at).or_else(|| self.figures_day(at))
    }

    /// `令和8年12月5日`, `2026年12月5日`, `12月5日`, `12月`.
    pub(super) fn japanese_day(&self, at: usize) -> Option<Written> {
        let era = ERAS.iter().find(|(name, _)| self.begins(at, name));
        let (mut from, mut year) = (at, None);
        if let Some((name, before)) = era {
            let start = at + name.chars().count();
            let (end, n) = match self.flat(start) {
                Some('元') => (start + 1, 1),
                _ => self.whole(start)?,
            };
            year = Some(before + i32::try_from(n).ok()?);
            from = self.after(end, '年')?;
        } else if let Some((end, n)) = self.whole(at)
            && let Some(end) = self.after(end, '年')
            && (1900..=2200).contains(&n)
        {
            year = Some(i32::try_from(n).ok()?);
            from = end;
        }
        let month = self.whole(from).and_then(|(end, month)| {
            let end = self.after(end, '月')?;
            // 「3月分」 is a month; 「第2月曜」 has none, and 「3月末」 is no certain day.
            let is_other = self.flat(end).is_some_and(|c| "曜末初半".contains(c));
            ((1..=12).contains(&month) && !is_other).then_some((end, month))
        });
        let Some((end, month)) = month else {
            // An era and its year alone is a date that nobody may restate.
            return era.map(|_| Written {
                end: from,
                year,
                month: 0,
                day: None,
            });
        };
        let gap = self.run(end, |c| c == ' ');
        let day = self.whole(gap).and_then(|(end, day)| {
            let end = self.after(end, '日')?;
            (1..=31).contains(&day).then_some((end, day))
        });
        match day {
            Some((end, day)) => Some(Written {
                end,
                year,
                month,
                day: Some(day),
            }),
            None => Some(Written {
                end,
                year,
                month,
                day: None,
            }),
        }
    }

    /// `2026-12-05`, `2026/12/5`, `12/5`.
    fn figures_day(&self, at: usize) -> Option<Written> {
        let (end, first) = self.digits(at)?;
        let mark = self.flat(end).filter(|c| matches!(c, '/' | '-' | '.'))?;
        let (second_end, second) = self.digits(end + 1)?;
        let third = self.after(second_end, mark).and_then(|at| self.digits(at));
        let read = |end: usize, year: Option<i32>, month: u32, day: u32| {
            let is_over = !self.flat(end).is_some_and(|c| c.is_ascii_alphanumeric());
            let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && is_over;
            fits.then_some(Written {
                end,
                year,
                month,
                day: Some(day),
            })
        };
        match third {
            Some((third_end, third)) if end - at == 4 => {
                let year = i32::try_from(first).ok();
                let year = year.filter(|year| (1900..=2200).contains(year))?;
                read(third_end, Some(year), second, third)
            }
            // Two figures and a slash: a fraction and an address have no such use at a counter.
            None if mark == '/' && end - at <= 2 && second_end - end <= 3 => {
                let goes_on = self.flat(second_end).is_some_and(|c| "/-.".contains(c));
                let goes_on = goes_on && self.digits(second_end + 1).is_some();
                (!goes_on).then(|| read(second_end, None, first, second))?
            }
            _ => None,
        }
    }

    /// `（土）`, `(土曜日)`, `土曜日`: the end and the days since Monday.
    pub(super) fn weekday(&self, at: usize) -> (usize, Option<u32>) {
        let start = self.run(at, |c| c == ' ');
        let is_bracketed = self.flat(start) == Some('(');
        let letter = if is_bracketed { start + 1 } else { start };
        let named = self
            .flat(letter)
            .and_then(|c| "月火水木金土日".chars().position(|w| w == c));
        let Some(n) = named.and_then(|n| u32::try_from(n).ok()) else {
            return (at, None);
        };
        let mut end = letter + 1;
        let mut is_long = false;
        for part in ['曜', '日'] {
            if let Some(next) = self.after(end, part) {
                end = next;
                is_long = true;
            } else {
                break;
            }
        }
        match (is_bracketed, self.after(end, ')')) {
            (true, Some(end)) => (end, Some(n)),
            (false, _) if is_long => (end, Some(n)),
            _ => (at, None),
        }
    }

    /// A time of the clock, or a part of the day that means no other thing.
    fn clock(&self, at: usize) -> Option<(usize, Option<Clock>)> {
        if let Some((end, time)) = self.time(at) {
            return Some((end, time.map(Clock::At)));
        }
        let (end, part) = self.part_alone(at)?;
        Some((end, Some(part)))
    }

    /// `10時`, `10時30分`, `10時半`, `午後2時`, `10:30`: the end, and the time where a clock shows it.
    fn time(&self, at: usize) -> Option<(usize, Option<NaiveTime>)> {
        let halves = [("午前", 0), ("午後", 12)];
        let half = halves.iter().find(|(word, _)| self.begins(at, word));
        let start = half.map_or(at, |(word, _)| at + word.chars().count());
        let (end, hour) = self.whole(start)?;
        // 「一時停止」 is no time, and 「一時」 alone may be none.
        if half.is_none() && self.begins(start, "一時") {
            return None;
        }
        let of = |hour: u32, minute: u32| {
            let hour = match half {
                Some((_, more)) if hour <= 12 => (hour % 12) + more,
                Some(_) => return None,
                None => hour,
            };
            NaiveTime::from_hms_opt(hour, minute, 0)
        };
        if self.flat(end) == Some(':') {
            let (minute_end, minute) = self.digits(end + 1)?;
            let goes_on = self
                .flat(minute_end)
                .is_some_and(|c| c == ':' || c.is_ascii_alphanumeric());
            let fits = minute_end - end == 3 && hour <= 24 && !goes_on;
            return fits.then(|| (minute_end, of(hour, minute)));
        }
        let end = self.after(end, '時')?;
        // 「3時間」 is a length, and 「一時的」 no time at all.
        if matches!(self.flat(end), Some('間' | '的' | '期' | '代')) || hour > 24 {
            return None;
        }
        if let Some(end) = self.after(end, '半') {
            return Some((end, of(hour, 30)));
        }
        let minutes = self.whole(end).and_then(|(end, minute)| {
            let end = self.after(end, '分')?;
            (minute < 60).then_some((end, minute))
        });
        Some(match minutes {
            Some((end, minute)) => (end, of(hour, minute)),
            None => (end, of(hour, 0)),
        })
    }

    pub(super) fn after(&self, at: usize, c: char) -> Option<usize> {
        (self.flat(at) == Some(c)).then_some(at + 1)
    }

    /// Up to four figures.
    fn digits(&self, at: usize) -> Option<(usize, u32)> {
        let end = self.run(at, |c| c.is_ascii_digit());
        let digits: String = self.flat.get(at..end)?.iter().collect();
        let fits = (1..=4).contains(&digits.len());
        digits.parse().ok().filter(|_| fits).map(|n| (end, n))
    }

    /// The same, or a number in kanji.
    pub(super) fn whole(&self, at: usize) -> Option<(usize, u32)> {
        if let Some(found) = self.digits(at) {
            return Some(found);
        }
        let end = self.run(at, is_kanji_figure);
        let kanji: String = self.flat.get(at..end)?.iter().collect();
        kanji_number(&kanji).map(|n| (end, n))
    }
}
