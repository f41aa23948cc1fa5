//! When the counters are open: weekdays, designated Sundays, legal holidays, year-end, special closures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use super::holidays::holiday;

/// From opening to closing, in the city's civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    pub opens: NaiveTime,
    pub closes: NaiveTime,
}

/// Why a day is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    Saturday,
    Sunday,
    /// A holiday by the Act on National Holidays (Act 178 of 1948), by its Japanese name.
    Holiday(&'static str),
    /// 29 December to 3 January.
    YearEnd,
    /// A closure by agreement, entered in the configuration.
    Special,
}

/// The days and hours of the counters.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub weekday: Hours,
    pub sunday: Hours,
    /// The Sundays on which the counters open, named by the city.
    pub sundays: BTreeSet<NaiveDate>,
    /// Closures by agreement.
    pub closures: BTreeSet<NaiveDate>,
    /// Hours of single days that differ from the rule.
    pub special: BTreeMap<NaiveDate, Hours>,
}

impl Calendar {
    /// The hours of a day, or why it has none. What the city enters for a day wins over every rule.
    ///
    /// # Errors
    /// Says why the day is closed.
    pub fn hours(&self, day: NaiveDate) -> Result<Hours, Closed> {
        if self.closures.contains(&day) {
            return Err(Closed::Special);
        }
        if let Some(hours) = self.special.get(&day) {
            return Ok(*hours);
        }
        if is_year_end(day) {
            return Err(Closed::YearEnd);
        }
        if day.weekday() == Weekday::Sun && self.sundays.contains(&day) {
            return Ok(self.sunday);
        }
        if let Some(name) = holiday(day) {
            return Err(Closed::Holiday(name));
        }
        match day.weekday() {
            Weekday::Sat => Err(Closed::Saturday),
            Weekday::Sun => Err(Closed::Sunday),
            _ => Ok(self.weekday),
        }
    }

    /// Whether the counters are open at this moment.
    #[must_use]
    pub fn is_open(&self, at: NaiveDateTime) -> bool {
        self.hours(at.date())
            .is_ok_and(|hours| hours.opens <= at.time() && at.time() < hours.closes)
    }

    /// The next opening at or after this moment: the moment itself while open. Looks a year ahead.
    #[must_use]
    pub fn next_open(&self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        if self.is_open(at) {
            return Some(at);
        }
        (0..366)
            .map(|n| at.date() + TimeDelta::days(n))
            .find_map(|day| {
                let opens = day.and_time(self.hours(day).ok()?.opens);
                (opens >= at).then_some(opens)
            })
    }
}

/// 29 December to 3 January, when the city hall is closed (specification, section 5).
fn is_year_end(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (12, 29..=31) | (1, 1..=3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn hours(opens: &str, closes: &str) -> Hours {
        Hours {
            opens: opens.parse().unwrap(),
            closes: closes.parse().unwrap(),
        }
    }

    fn habikino() -> Calendar {
        Calendar {
            weekday: hours("09:00:00", "17:30:00"),
            sunday: hours("09:00:00", "12:00:00"),
            sundays: [day("2026-12-13")].into(),
            closures: [day("2026-12-16")].into(),
            special: [(day("2026-12-12"), hours("10:00:00", "15:00:00"))].into(),
        }
    }

    #[test]
    fn days_open_and_close_as_the_city_says() {
        let check = |on: &str, expected: Result<&str, Closed>| {
            let found = habikino()
                .hours(day(on))
                .map(|h| h.closes.format("%H:%M").to_string());
            assert_eq!(found, expected.map(String::from), "{on}");
        };
        check("2026-12-01", Ok("17:30"));
        check("2026-12-05", Err(Closed::Saturday));
        check("2026-12-06", Err(Closed::Sunday));
        check("2026-12-13", Ok("12:00"));
        check("2026-12-12", Ok("15:00"));
        check("2026-12-16", Err(Closed::Special));
        check("2026-11-23", Err(Closed::Holiday("勤労感謝の日")));
        check("2026-12-28", Ok("17:30"));
        check("2026-12-29", Err(Closed::YearEnd));
        check("2027-01-03", Err(Closed::YearEnd));
        check("2027-01-04", Ok("17:30"));
    }

    #[test]
    fn the_next_opening_skips_closed_days() {
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let next = |text: &str| habikino().next_open(at(text));
        assert_eq!(next("2026-12-01T10:00:00"), Some(at("2026-12-01T10:00:00")));
        assert_eq!(next("2026-12-01T17:30:00"), Some(at("2026-12-02T09:00:00")));
        assert_eq!(next("2026-12-28T18:00:00"), Some(at("2027-01-04T09:00:00")));
    }
}
