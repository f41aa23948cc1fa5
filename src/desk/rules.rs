//! What the city has decided: offices, hours, lengths, limits. Made from the configuration, never changed by it while running.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::language::Language;
use super::procedure::Procedure;

/// The name of an office in files and choices, for example `main`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfficeId(Arc<str>);

impl OfficeId {
    #[must_use]
    pub fn read(text: &str) -> Option<OfficeId> {
        let fits = !text.is_empty()
            && text.len() <= 32
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| OfficeId(Arc::from(text)))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OfficeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text of the configuration in several languages; a missing language falls back to English, then Japanese.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(pub BTreeMap<Language, String>);

impl Wording {
    /// The text for a reader, exactly or by the fallback order.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        let order = match language {
            Language::Easy => [Language::Easy, Language::Ja, Language::En],
            other => [other, Language::En, Language::Ja],
        };
        order
            .into_iter()
            .find_map(|l| self.0.get(&l))
            .map(String::as_str)
    }
}

/// From this time on so many counters are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    pub from: NaiveTime,
    pub counters: u8,
}

/// A place with counters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    pub id: OfficeId,
    pub name: Wording,
    pub place: Wording,
    pub procedures: BTreeSet<Procedure>,
    /// Counters per time band on ordinary days, by start time.
    pub weekday: Vec<Band>,
    /// Counters on designated Sundays; zero when the office does not open then.
    pub sunday_counters: u8,
    /// Words by which people name the office.
    pub words: Vec<String>,
}

/// The rules of reservations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingRules {
    /// The last bookable day is this many days after today.
    pub days_ahead: u16,
    /// A start must lie at least this many minutes ahead.
    pub notice_minutes: u16,
    /// How long a seat is kept while someone decides.
    pub hold_minutes: u16,
    /// How many open reservations one resident may have.
    pub reservations_max: u8,
    /// How many procedures fit in one visit.
    pub procedures_max: u8,
    /// Minutes at the counter per procedure.
    pub minutes: BTreeMap<Procedure, u16>,
}

/// When people are reminded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderRules {
    /// The hour of the reminder on the evening before; unset switches it off.
    pub evening: Option<NaiveTime>,
    /// Minutes before the start of the second reminder; zero switches it off.
    pub lead_minutes: u16,
    /// Nobody is written to from this time on …
    pub quiet_from: NaiveTime,
    /// … until this time.
    pub quiet_until: NaiveTime,
}

/// When and how people take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRules {
    /// After so many misses in a row a person is called.
    pub misses_max: u8,
    /// How soon a person answers in opening hours.
    pub answer_minutes: u16,
    /// The number people can call instead.
    pub phone: String,
    /// A case nobody has closed goes back to the desk after so many hours without a word.
    pub idle_hours: u16,
}

/// Everything the city has decided.
#[derive(Clone, Debug)]
pub struct Rules {
    pub city: Wording,
    pub calendar: Calendar,
    pub offices: Vec<Office>,
    pub booking: BookingRules,
    pub reminders: ReminderRules,
    pub person: PersonRules,
    /// The languages offered, in the order of the picker.
    pub languages: Vec<Language>,
}

impl Rules {
    #[must_use]
    pub fn office(&self, id: &OfficeId) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == *id)
    }

    /// Minutes at the counter for these procedures together.
    #[must_use]
    pub fn minutes(&self, procedures: &[Procedure]) -> u16 {
        procedures
            .iter()
            .map(|p| self.booking.minutes.get(p).copied().unwrap_or(20))
            .sum::<u16>()
            .max(10)
    }

    /// The procedures that at least one office does.
    #[must_use]
    pub fn procedures(&self) -> Vec<Procedure> {
        Procedure::ALL
            .into_iter()
            .filter(|p| {
                self.offices
                    .iter()
                    .any(|office| office.procedures.contains(p))
            })
            .collect()
    }

    /// The offices that do all of these.
    #[must_use]
    pub fn offices_for(&self, procedures: &[Procedure]) -> Vec<&Office> {
        self.offices
            .iter()
            .filter(|office| procedures.iter().all(|p| office.procedures.contains(p)))
            .collect()
    }

    /// The last day that can be reserved today.
    #[must_use]
    pub fn last_day(&self, today: NaiveDate) -> NaiveDate {
        today + TimeDelta::days(i64::from(self.booking.days_ahead))
    }
}

/// Japan Standard Time is nine hours ahead of UTC all year; there has been no daylight saving time since 1951.
const TOKYO_HOURS: i64 = 9;

/// The civil time in the city at an instant.
#[must_use]
pub fn civil(now: DateTime<Utc>) -> NaiveDateTime {
    now.naive_utc() + TimeDelta::hours(TOKYO_HOURS)
}

/// The instant of a civil time in the city.
#[must_use]
pub fn instant(civil: NaiveDateTime) -> DateTime<Utc> {
    (civil - TimeDelta::hours(TOKYO_HOURS)).and_utc()
}
