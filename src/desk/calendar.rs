//! When the counters are open: weekdays, designated Sundays, legal holidays, year-end, special closures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};

use super::holidays::holiday;
use super::rules::OfficeId;

/// From opening to closing, in the city's civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    pub opens: NaiveTime,
    pub closes: NaiveTime,
}

/// What staff have entered for a day, at once in force: a closure, other hours, more or fewer counters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Closed,
    /// Open, also where the rule says closed; what is unset is as the rule has it.
    Open {
        hours: Option<Hours>,
        counters: Option<u8>,
    },
    /// As the rule has it: an earlier entry is taken back.
    Rule,
}

/// An entry of the staff with its reason, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub day: NaiveDate,
    /// None for all offices.
    pub office: Option<OfficeId>,
    pub change: Change,
    pub reason: String,
    /// Who entered it, under a name of their office.
    pub who: String,
    pub at: DateTime<Utc>,
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
    /// A closure by agreement, entered in the configuration or by staff.
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
    /// What staff have entered: for each day the newest for all offices and the newest for each of them.
    pub entries: BTreeMap<NaiveDate, Vec<Entry>>,
}

impl Calendar {
    /// The hours of a day in general, or why it has none: what has been entered for single offices aside.
    ///
    /// # Errors
    /// Says why the day is closed.
    pub fn hours(&self, day: NaiveDate) -> Result<Hours, Closed> {
        self.applied(day, self.entered(day, None))
    }

    /// The hours of a day at an office, or why it has none. What staff enter wins over every rule, and what is entered
    /// for the office over what is entered for all.
    ///
    /// # Errors
    /// Says why the day is closed.
    pub fn hours_at(&self, office: &OfficeId, day: NaiveDate) -> Result<Hours, Closed> {
        self.applied(day, self.entry_at(office, day))
    }

    /// What staff have entered for a day at an office, if it is not taken back.
    #[must_use]
    pub fn entry_at(&self, office: &OfficeId, day: NaiveDate) -> Option<&Entry> {
        let own = self.entered(day, Some(office));
        own.or_else(|| self.entered(day, None))
    }

    /// What an entry that takes back takes back: the entry of the office it names, or everything for the day.
    #[must_use]
    pub fn taken_back(&self, entry: &Entry) -> Vec<Entry> {
        let there = self.entries.get(&entry.day).into_iter().flatten();
        there
            .filter(|old| old.change != Change::Rule)
            .filter(|old| entry.office.is_none() || old.office == entry.office)
            .map(|old| Entry {
                office: old.office.clone(),
                ..entry.clone()
            })
            .collect()
    }

    fn entered(&self, day: NaiveDate, office: Option<&OfficeId>) -> Option<&Entry> {
        let entries = self.entries.get(&day)?;
        entries
            .iter()
            .find(|entry| entry.office.as_ref() == office && entry.change != Change::Rule)
    }

    fn applied(&self, day: NaiveDate, entry: Option<&Entry>) -> Result<Hours, Closed> {
        match entry.map(|entry| &entry.change) {
            Some(Change::Closed) => Err(Closed::Special),
            Some(Change::Open {
                hours: Some(hours), ..
            }) => Ok(*hours),
            Some(Change::Open { hours: None, .. } | Change::Rule) | None => self.rule(day),
        }
    }

    /// The hours of a day by the configuration and the law, whatever staff have entered.
    ///
    /// # Errors
    /// Says why the day is closed.
    pub fn rule(&self, day: NaiveDate) -> Result<Hours, Closed> {
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
            entries: BTreeMap::new(),
        }
    }

    #[test]
    fn what_staff_enter_wins_over_every_rule() {
        let (main, branch) = (
            OfficeId::read("main").unwrap(),
            OfficeId::read("branch").unwrap(),
        );
        let entry = |on: &str, office: Option<&OfficeId>, change: Change| Entry {
            day: day(on),
            office: office.cloned(),
            change,
            reason: "台風".into(),
            who: "supervisor".into(),
            at: DateTime::UNIX_EPOCH,
        };
        let evening = Change::Open {
            hours: Some(hours("09:00:00", "20:00:00")),
            counters: Some(6),
        };
        let mut calendar = habikino();
        let entries = [
            entry("2026-12-01", None, Change::Closed),
            entry("2026-12-02", Some(&branch), Change::Closed),
            entry("2026-12-29", None, evening.clone()),
            entry("2026-12-01", Some(&branch), evening),
            entry("2026-12-16", None, Change::Rule),
        ];
        for entry in entries {
            let list = calendar.entries.entry(entry.day).or_default();
            list.push(entry);
        }
        let closes = |office: &OfficeId, on: &str| {
            let found = calendar.hours_at(office, day(on));
            found.map(|h| h.closes.format("%H:%M").to_string())
        };
        let late = Ok("20:00".to_owned());
        assert_eq!(closes(&main, "2026-12-01"), Err(Closed::Special));
        assert_eq!(closes(&branch, "2026-12-01"), late);
        assert_eq!(closes(&main, "2026-12-02"), Ok("17:30".to_owned()));
        assert_eq!(closes(&branch, "2026-12-02"), Err(Closed::Special));
        assert_eq!(closes(&main, "2026-12-29"), late);
        // Taking an entry back leaves the closure of the configuration.
        assert_eq!(closes(&main, "2026-12-16"), Err(Closed::Special));
        assert_eq!(calendar.hours(day("2026-12-01")), Err(Closed::Special));
        assert_eq!(calendar.rule(day("2026-12-29")), Err(Closed::YearEnd));
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
