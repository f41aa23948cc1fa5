//! What the city has decided: offices, hours, lengths, limits. Made from the configuration, never changed by it while running.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::documents::Visitor;
use super::feedback::FeedbackRules;
use super::language::Language;
use super::procedure::Procedure;
use super::queue::rules::{QueueRules, Series};

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
    /// So many of them take reservations; the rest takes people without one, and visits that last longer.
    pub bookable: u8,
}

/// So many counters fewer for a while, for example over lunch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    pub from: NaiveTime,
    /// The first minute after it.
    pub until: NaiveTime,
    pub counters: u8,
}

/// When one may reserve: from which day to which, and how long before. Where several windows hold, the narrowest does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first bookable day is this many days after today.
    pub first_days: u16,
    /// The last bookable day is this many days after today.
    pub last_days: u16,
    /// A start must lie at least this many minutes ahead.
    pub notice_minutes: u16,
}

impl Window {
    /// A window that narrows nothing.
    pub const OPEN: Window = Window {
        first_days: 0,
        last_days: u16::MAX,
        notice_minutes: 0,
    };

    /// What both windows allow.
    #[must_use]
    pub fn and(self, other: Window) -> Window {
        Window {
            first_days: self.first_days.max(other.first_days),
            last_days: self.last_days.min(other.last_days),
            notice_minutes: self.notice_minutes.max(other.notice_minutes),
        }
    }

    #[must_use]
    pub fn first_day(self, today: NaiveDate) -> NaiveDate {
        today + TimeDelta::days(i64::from(self.first_days))
    }

    #[must_use]
    pub fn last_day(self, today: NaiveDate) -> NaiveDate {
        today + TimeDelta::days(i64::from(self.last_days.min(366)))
    }
}

/// What the city has decided about a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureRules {
    /// Minutes at the counter for one person …
    pub minutes: u16,
    /// … and for each further person of the same visit.
    pub further_minutes: u16,
    /// Who may come for it.
    pub who: BTreeSet<Visitor>,
    pub window: Window,
}

impl Default for ProcedureRules {
    fn default() -> ProcedureRules {
        ProcedureRules {
            minutes: 20,
            further_minutes: 20,
            who: Visitor::ALL.into(),
            window: Window::OPEN,
        }
    }
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
    /// So many of those take reservations.
    pub sunday_bookable: u8,
    /// Counters that pause, every day.
    pub breaks: Vec<Break>,
    /// When one may reserve here, beside what holds everywhere.
    pub window: Window,
    /// The letters of its tickets.
    pub series: Series,
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
    /// How many people come in one visit.
    pub people_max: u8,
    /// For how many people one resident may have open reservations. People are counted, not addresses.
    pub people_open_max: u8,
    /// How many open reservations one resident may have on one day.
    pub day_reservations_max: u8,
    /// A reservation is changed or cancelled at least this many minutes before its start; later, staff do it.
    pub change_notice_minutes: u16,
    /// How long a freed seat is offered to somebody on the waiting list.
    pub offer_minutes: u16,
    /// How long the times offered for a closed day are kept.
    pub closing_offer_hours: u16,
    pub no_show: NoShowRules,
    /// What is decided for each procedure.
    pub procedures: BTreeMap<Procedure, ProcedureRules>,
}

/// What becomes of those who do not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoShowRules {
    /// So many minutes after the start a visit counts as missed, on days on which arrivals are noted; zero switches it
    /// off.
    pub after_minutes: u16,
    /// After so many missed visits in a year one may reserve only a few days ahead; zero switches it off.
    pub limit_after: u8,
    /// So many days ahead then.
    pub limit_days: u16,
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
    /// The national line that suspends a card, day and night, and the one in other languages.
    pub hotline: String,
    pub hotline_foreign: String,
    /// A case that waits longer than was promised is told to the supervisor after so many minutes more, and to the deputy
    /// after as many again.
    pub escalate_minutes: u16,
    /// So many calls are promised within one hour.
    pub calls_per_hour: u8,
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
    pub queue: QueueRules,
    pub person: PersonRules,
    pub feedback: FeedbackRules,
    /// So many days what was said is kept.
    pub messages_kept_days: u16,
    /// The languages offered, in the order of the picker.
    pub languages: Vec<Language>,
}

impl Rules {
    #[must_use]
    pub fn office(&self, id: &OfficeId) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == *id)
    }

    /// What is decided for a procedure.
    #[must_use]
    pub fn procedure(&self, procedure: Procedure) -> ProcedureRules {
        let found = self.booking.procedures.get(&procedure);
        found.cloned().unwrap_or_default()
    }

    /// Minutes at the counter for these procedures together: each one's minutes for the first person, and its minutes
    /// for each further one.
    #[must_use]
    pub fn minutes(&self, procedures: &[Procedure], people: u8) -> u16 {
        let further = u16::from(people.saturating_sub(1));
        let each = procedures.iter().map(|procedure| {
            let rules = self.procedure(*procedure);
            rules.minutes + rules.further_minutes * further
        });
        each.sum::<u16>().clamp(10, VISIT_MINUTES_MAX)
    }

    /// When one may reserve these procedures at an office, or at any office while none is chosen.
    #[must_use]
    pub fn window(&self, office: Option<&Office>, procedures: &[Procedure]) -> Window {
        let whole = Window {
            first_days: 0,
            last_days: self.booking.days_ahead,
            notice_minutes: self.booking.notice_minutes,
        };
        let own = office.map_or(Window::OPEN, |office| office.window);
        let windows = procedures.iter().map(|p| self.procedure(*p).window);
        windows.fold(whole.and(own), Window::and)
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

    /// The last day that can be reserved today anywhere.
    #[must_use]
    pub fn last_day(&self, today: NaiveDate) -> NaiveDate {
        today + TimeDelta::days(i64::from(self.booking.days_ahead))
    }
}

/// The longest visit: half a working day.
const VISIT_MINUTES_MAX: u16 = 240;

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
