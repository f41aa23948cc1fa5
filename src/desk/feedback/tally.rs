//! Ratings added up for those who review the answers and run the counters: by entry, and by office and week.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{Kind, Reason, Verdict};
use crate::desk::language::Language;
use crate::desk::rules::OfficeId;

/// So many equal words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub kind: Kind,
    /// The entry; empty for visits and cases, which are not looked at one by one.
    pub entry: String,
    pub office: Option<OfficeId>,
    pub language: Language,
    /// The Monday of the week in which they were said.
    pub week: NaiveDate,
    pub verdict: Verdict,
    pub count: u32,
}

/// Words added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub good: u32,
    pub bad: u32,
    /// The most frequent reasons are read with `by_number`.
    pub reasons: BTreeMap<Reason, u32>,
}

/// From so many words on a share is told; below, one word more or less would change it too much.
pub const SHARE_FROM: u32 = 20;

impl Sum {
    fn add(&mut self, tally: &Tally) {
        match tally.verdict {
            Verdict::Good => self.good += tally.count,
            Verdict::Bad(reason) => {
                self.bad += tally.count;
                if let Some(reason) = reason {
                    *self.reasons.entry(reason).or_default() += tally.count;
                }
            }
        }
    }

    #[must_use]
    pub const fn all(&self) -> u32 {
        self.good + self.bad
    }

    /// The good ones among a hundred, where there are enough words for it.
    #[must_use]
    pub fn good_percent(&self) -> Option<u32> {
        (self.all() >= SHARE_FROM).then(|| self.good * 100 / self.all())
    }

    /// The reasons, the most frequent first.
    #[must_use]
    pub fn by_number(&self) -> Vec<(Reason, u32)> {
        let mut reasons: Vec<(Reason, u32)> = self.reasons.iter().map(|(r, n)| (*r, *n)).collect();
        reasons.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        reasons
    }
}

/// The words about an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfEntry {
    pub entry: String,
    pub all: Sum,
    pub languages: BTreeMap<Language, Sum>,
    /// This week and the three before it …
    pub recent: Sum,
    /// … and the four weeks before those.
    pub before: Sum,
}

/// The weeks that are compared with as many before them.
const WEEKS: i64 = 4;

/// The words about each entry, the one with the most bad ones first.
#[must_use]
pub fn of_entries(tallies: &[Tally], today: NaiveDate) -> Vec<OfEntry> {
    let mut found: BTreeMap<&str, OfEntry> = BTreeMap::new();
    let recent_from = monday(today) - TimeDelta::weeks(WEEKS - 1);
    let before_from = recent_from - TimeDelta::weeks(WEEKS);
    for tally in tallies.iter().filter(|tally| tally.kind == Kind::Answer) {
        let of = found.entry(&tally.entry).or_insert_with(|| OfEntry {
            entry: tally.entry.clone(),
            all: Sum::default(),
            languages: BTreeMap::new(),
            recent: Sum::default(),
            before: Sum::default(),
        });
        of.all.add(tally);
        of.languages.entry(tally.language).or_default().add(tally);
        if tally.week >= recent_from {
            of.recent.add(tally);
        } else if tally.week >= before_from {
            of.before.add(tally);
        }
    }
    let mut found: Vec<OfEntry> = found.into_values().collect();
    found.sort_by(|a, b| {
        let bad = b.all.bad.cmp(&a.all.bad);
        bad.then(a.all.good.cmp(&b.all.good))
            .then(a.entry.cmp(&b.entry))
    });
    found
}

/// The words of a week about visits to an office, or about its cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfWeek {
    pub week: NaiveDate,
    pub office: Option<OfficeId>,
    pub sum: Sum,
}

/// The words of each week and office, the newest week first.
#[must_use]
pub fn of_weeks(tallies: &[Tally], kind: Kind) -> Vec<OfWeek> {
    let mut found: BTreeMap<(NaiveDate, Option<&OfficeId>), Sum> = BTreeMap::new();
    for tally in tallies.iter().filter(|tally| tally.kind == kind) {
        let key = (tally.week, tally.office.as_ref());
        found.entry(key).or_default().add(tally);
    }
    let mut found: Vec<OfWeek> = found
        .into_iter()
        .map(|((week, office), sum)| OfWeek {
            week,
            office: office.cloned(),
            sum,
        })
        .collect();
    found.sort_by(|a, b| b.week.cmp(&a.week).then(a.office.cmp(&b.office)));
    found
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(day: NaiveDate) -> NaiveDate {
    day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn answer(entry: &str, week: &str, verdict: Verdict, count: u32) -> Tally {
        Tally {
            kind: Kind::Answer,
            entry: entry.to_owned(),
            office: None,
            language: Language::Vi,
            week: day(week),
            verdict,
            count,
        }
    }

    #[test]
    fn the_entry_with_the_most_bad_words_comes_first() {
        let wrong = Verdict::Bad(Some(Reason::WrongTopic));
        let tallies = [
            answer("parking", "2026-11-30", Verdict::Good, 9),
            answer("parking", "2026-11-30", wrong, 1),
            answer("fees", "2026-11-09", wrong, 2),
            answer("fees", "2026-11-02", Verdict::Bad(None), 3),
            answer("fees", "2026-09-28", Verdict::Good, 4),
        ];
        let found = of_entries(&tallies, day("2026-12-01"));
        let names: Vec<&str> = found.iter().map(|of| of.entry.as_str()).collect();
        assert_eq!(names, ["fees", "parking"]);
        let fees = &found[0];
        assert_eq!((fees.all.good, fees.all.bad), (4, 5));
        assert_eq!((fees.recent.good, fees.recent.bad), (0, 2));
        assert_eq!((fees.before.good, fees.before.bad), (0, 3));
        assert_eq!(fees.all.by_number(), [(Reason::WrongTopic, 2)]);
        assert_eq!(fees.languages[&Language::Vi], fees.all);
    }

    #[test]
    fn few_words_have_no_share() {
        let sum = |good, bad| Sum {
            good,
            bad,
            ..Sum::default()
        };
        assert_eq!(sum(0, 0).good_percent(), None);
        assert_eq!(sum(18, 1).good_percent(), None);
        assert_eq!(sum(18, 2).good_percent(), Some(90));
    }

    #[test]
    fn visits_stand_by_week_and_office() {
        let office = |id: &str| OfficeId::read(id).unwrap();
        let visit = |week: &str, at: &str, verdict, count| Tally {
            kind: Kind::Visit,
            entry: String::new(),
            office: Some(office(at)),
            ..answer("", week, verdict, count)
        };
        let tallies = [
            visit("2026-11-23", "main", Verdict::Good, 2),
            visit("2026-11-30", "main", Verdict::Good, 1),
            visit("2026-11-30", "branch", Verdict::Bad(Some(Reason::Wait)), 1),
            visit("2026-11-30", "main", Verdict::Bad(None), 5),
        ];
        let found = of_weeks(&tallies, Kind::Visit);
        let rows: Vec<(NaiveDate, &str, u32, u32)> = found
            .iter()
            .map(|of| {
                let office = of.office.as_ref().map_or("", OfficeId::as_str);
                (of.week, office, of.sum.good, of.sum.bad)
            })
            .collect();
        let (new, old) = (day("2026-11-30"), day("2026-11-23"));
        assert_eq!(
            rows,
            [
                (new, "branch", 0, 1),
                (new, "main", 1, 5),
                (old, "main", 2, 0)
            ]
        );
        assert!(of_weeks(&tallies, Kind::Case).is_empty());
    }

    #[test]
    fn weeks_begin_on_mondays() {
        assert_eq!(monday(day("2026-12-01")), day("2026-11-30"));
        assert_eq!(monday(day("2026-11-30")), day("2026-11-30"));
        assert_eq!(monday(day("2026-11-29")), day("2026-11-23"));
    }
}
