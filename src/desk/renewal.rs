//! "Tell me when it is time": the one thing that is kept of what somebody found out about their card, a month.
//!
//! A reminder goes out on the first open weekday of its month, from ten o'clock on, once.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::care::{CareChange, Pick, Said};
use super::choice::Choice;
use super::faq::Action;
use super::phrase::Phrase;
use super::procedure::Procedure;
use super::reminder::outside_quiet;
use super::rules::{Rules, civil};
use super::view::{Change, Outcome, Reply, To};
use crate::ids::ResidentId;

/// Nobody is reminded before this hour.
const FROM_HOUR: u32 = 10;
/// A desk that was down for longer does not say any more that it is time now.
const MONTHS_LATE_MAX: i32 = 2;

/// What is renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RenewalKind {
    Card,
    Certificate,
    /// The card of somebody with a period of stay.
    Stay,
}

impl RenewalKind {
    pub const ALL: [RenewalKind; 3] = [
        RenewalKind::Card,
        RenewalKind::Certificate,
        RenewalKind::Stay,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            RenewalKind::Card => "card",
            RenewalKind::Certificate => "certificate",
            RenewalKind::Stay => "stay",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<RenewalKind> {
        RenewalKind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What one comes for then.
    #[must_use]
    pub const fn procedure(self) -> Procedure {
        match self {
            RenewalKind::Card => Procedure::Application,
            RenewalKind::Certificate => Procedure::Certificate,
            RenewalKind::Stay => Procedure::Stay,
        }
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    pub year: i32,
    pub month: u32,
}

impl Month {
    #[must_use]
    pub fn of(day: NaiveDate) -> Month {
        Month {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The first month that begins on this day or later.
    #[must_use]
    pub fn beginning_from(day: NaiveDate) -> Month {
        let month = Month::of(day);
        if day.day() == 1 { month } else { month.after() }
    }

    #[must_use]
    pub const fn after(self) -> Month {
        if self.month == 12 {
            Month {
                year: self.year + 1,
                month: 1,
            }
        } else {
            Month {
                year: self.year,
                month: self.month + 1,
            }
        }
    }

    const fn count(self) -> i32 {
        self.year * 12 + self.month.cast_signed()
    }

    /// Reads what `Display` writes, `2031-06`.
    #[must_use]
    pub fn read(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let is_written = year.len() == 4 && month.len() == 2;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !is_written || !digits(year) || !digits(month) {
            return None;
        }
        let found = Month {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
        };
        (1..=12).contains(&found.month).then_some(found)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A reminder that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewal {
    pub resident: ResidentId,
    pub kind: RenewalKind,
    pub month: Month,
}

/// What to do with a reminder now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    Send,
    Wait,
    Drop(&'static str),
}

/// Judges a reminder at a moment.
#[must_use]
pub fn judge(renewal: &Renewal, reachable: bool, rules: &Rules, now: DateTime<Utc>) -> Timing {
    let here = civil(now);
    let late = Month::of(here.date()).count() - renewal.month.count();
    if late > MONTHS_LATE_MAX {
        Timing::Drop("too-late")
    } else if !reachable {
        Timing::Drop("unreachable")
    } else if late < 0 || !is_time(rules, here) {
        Timing::Wait
    } else {
        Timing::Send
    }
}

/// An open weekday, late enough in the morning and not at night.
#[must_use]
pub fn is_time(rules: &Rules, here: NaiveDateTime) -> bool {
    let day = here.date();
    let is_weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let is_awake = outside_quiet(here, &rules.reminders) == here;
    is_weekday && is_awake && here.hour() >= FROM_HOUR && rules.calendar.hours(day).is_ok()
}

/// The key under which a reminder is written, once.
#[must_use]
pub fn key(renewal: &Renewal) -> String {
    let Renewal {
        resident,
        kind,
        month,
    } = renewal;
    format!("renewal:{resident}:{}:{month}", kind.id())
}

/// The reminder that a key is for; nothing for any other key.
#[must_use]
pub fn read_key(key: &str) -> Option<Renewal> {
    let mut parts = key.strip_prefix("renewal:")?.splitn(3, ':');
    Some(Renewal {
        resident: ResidentId(parts.next()?.parse().ok()?),
        kind: RenewalKind::from_id(parts.next()?)?,
        month: Month::read(parts.next()?)?,
    })
}

/// Decides what is due at this moment, each under a key of its own.
#[must_use]
pub fn tick(
    rules: &Rules,
    due: Vec<(Renewal, bool)>,
    now: DateTime<Utc>,
) -> Vec<(String, Outcome)> {
    let mut all = Vec::new();
    for (renewal, reachable) in due {
        let mut outcome = Outcome::default();
        let key = key(&renewal);
        match judge(&renewal, reachable, rules, now) {
            Timing::Wait => continue,
            Timing::Drop(why) => {
                let change = CareChange::RenewalDropped(renewal, why);
                outcome.changes.push(Change::Care(change));
            }
            Timing::Send => {
                let kind = renewal.kind;
                outcome.replies.push(Reply {
                    to: To::Resident(renewal.resident),
                    phrase: Phrase::Care(Said::RenewalDue { kind }),
                    choices: vec![
                        Choice::Care(Pick::BookFor(vec![kind.procedure()])),
                        Choice::Care(Pick::Expiry),
                        Choice::Action(Action::Staff),
                    ],
                    replaces: false,
                    case: None,
                });
                outcome
                    .changes
                    .push(Change::Care(CareChange::RenewalSent(renewal)));
            }
        }
        all.push((key, outcome));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_written_and_read() {
        let month = Month {
            year: 2031,
            month: 6,
        };
        assert_eq!(Month::read(&month.to_string()), Some(month));
        for other in [
            "", "2031", "2031-13", "2031-00", "31-06", "2031-6", "+031-06",
        ] {
            assert_eq!(Month::read(other), None, "{other}");
        }
    }

    #[test]
    fn the_month_that_begins_after_a_day() {
        let check = |day: &str, expected: &str| {
            let found = Month::beginning_from(day.parse().unwrap());
            assert_eq!(found.to_string(), expected, "{day}");
        };
        check("2026-10-21", "2026-11");
        check("2026-12-02", "2027-01");
        check("2027-03-01", "2027-03");
    }

    #[test]
    fn keys_say_what_they_are_for() {
        for kind in RenewalKind::ALL {
            let renewal = Renewal {
                resident: ResidentId(7),
                kind,
                month: Month {
                    year: 2031,
                    month: 6,
                },
            };
            assert_eq!(read_key(&key(&renewal)), Some(renewal));
        }
        for other in ["", "renewal:", "renewal:7:card", "renewal:7:hat:2031-06"] {
            assert_eq!(read_key(other), None, "{other}");
        }
    }
}
