//! One TOML file, checked as a whole. Secrets come from the environment only.

mod booking;
mod bounds;
mod embeddings;
mod feedback;
mod queue;
#[cfg(test)]
mod sample;
mod secrets;
mod staff;
mod texts;
mod translate;

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::desk::calendar::{Calendar, Hours};
pub use bounds::Bounds;
pub use embeddings::Embeddings;
pub use secrets::Secrets;
pub use staff::{Colleague, Staff};
pub use translate::Translate;

use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::retention::{Kind, Retention};
use crate::desk::rules::{BookingRules, PersonRules, ReminderRules, Rules, Wording};
use crate::library::{Person, Setting};
use crate::toml_day::Day;
use booking::{BookingFile, OfficeFile, ProcedureFile};
use queue::QueueFile;

/// The example configuration that runs when no file is named.
pub const HABIKINO: &str = include_str!("habikino.toml");

/// Why a configuration cannot be used: one line that names the file and the mend.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {what}")]
pub struct ConfigError {
    pub file: String,
    pub what: String,
}

/// Everything the program is told from outside.
#[derive(Clone, Debug)]
pub struct Config {
    pub rules: Rules,
    pub counter: Wording,
    /// The values of `{placeholders}` in answers.
    pub facts: BTreeMap<String, Wording>,
    pub web: Web,
    pub telegram: Telegram,
    pub limits: Limits,
    pub faq: Faq,
    pub staff: Staff,
    /// The service that compares meanings, when there is one.
    pub embeddings: Option<Embeddings>,
    /// The service that translates free texts, when there is one.
    pub translate: Option<Translate>,
    /// The names of the facts that the built-in example knows: another one in an answer is a slip of the pen.
    pub known_facts: BTreeSet<String>,
    pub secrets: Secrets,
}

/// Work on the reviewed answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// So many days an answer is still shown after its `review_by` date.
    pub grace_days: u16,
    /// Who writes and who reviews, under names of their offices.
    #[serde(default)]
    pub people: Vec<Person>,
}

impl Default for Faq {
    fn default() -> Faq {
        Faq {
            grace_days: 30,
            people: Vec::new(),
        }
    }
}

/// The web chat and its API.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Web {
    pub listen: SocketAddr,
    /// The address under which residents reach the desk, for the links to their reservations.
    pub public_url: Option<String>,
    pub burst_messages: u32,
    pub messages_per_minute: u32,
    pub body_bytes_max: usize,
    #[serde(default)]
    pub bounds: Bounds,
}

impl Web {
    fn check(&self) -> Result<(), String> {
        at_least("web.burst_messages", self.burst_messages, 1)?;
        at_least("web.messages_per_minute", self.messages_per_minute, 1)?;
        self.bounds.check()?;
        let is_address = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
        match self.public_url.as_ref().filter(|url| !is_address(url)) {
            Some(url) => Err(format!(
                "web.public_url is “{url}”; write it like https://madoguchi.example.lg.jp"
            )),
            None => Ok(()),
        }
    }
}

/// The Telegram bot.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telegram {
    pub api_url: String,
    pub staff_chat: Option<i64>,
    pub webhook_url: Option<String>,
}

/// What is bounded, each with its unit in the name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// A message is given up after so many attempts.
    pub attempts_max: u32,
    pub reminders_per_tick: u16,
    /// Where the term of messages stood before `[retention]` did; only to say so.
    messages_kept_days: Option<u16>,
}

impl Limits {
    fn check(&self) -> Result<(), String> {
        at_least("limits.attempts_max", self.attempts_max, 1)?;
        match self.messages_kept_days {
            Some(days) => Err(format!(
                "limits.messages_kept_days has moved; write messages_days = {days} under [retention] instead"
            )),
            None => Ok(()),
        }
    }
}

impl Config {
    /// Reads a file, or the built-in example without one, and the environment's secrets.
    ///
    /// # Errors
    /// One line that names the file, the key and the mend.
    pub fn load(
        path: Option<&Path>,
        env: impl Fn(&str) -> Option<String>,
    ) -> Result<Config, ConfigError> {
        let (file, text) = match path {
            None => ("built-in example".to_owned(), HABIKINO.to_owned()),
            Some(path) => {
                let file = path.display().to_string();
                let text = std::fs::read_to_string(path).map_err(|error| ConfigError {
                    file: file.clone(),
                    what: format!("cannot be read: {error}"),
                })?;
                (file, text)
            }
        };
        let mut config = Config::parse(&text).map_err(|what| ConfigError { file, what })?;
        let set = |name: &str| env(name).filter(|value| !value.trim().is_empty());
        config.secrets.telegram_token = set("TELOXIDE_TOKEN");
        config.secrets.webhook_secret = set("MADOGUCHI_WEBHOOK_SECRET");
        config.secrets.embeddings_key = set("MADOGUCHI_EMBEDDINGS_KEY");
        config.secrets.translate_key = set("MADOGUCHI_TRANSLATE_KEY");
        Ok(config)
    }

    /// Reads and checks the text of a configuration.
    ///
    /// # Errors
    /// What is wrong, with the line where the parser knows it.
    pub fn parse(text: &str) -> Result<Config, String> {
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| {
                text[..span.start.min(text.len())].lines().count().max(1)
            });
            format!("line {line}: {}", error.message())
        })?;
        let mut config = file.check()?;
        config.known_facts = config.facts.keys().cloned().collect();
        if text != HABIKINO
            && let Ok(example) = Config::parse(HABIKINO)
        {
            config.known_facts.extend(example.known_facts);
        }
        Ok(config)
    }

    /// What the library of answers needs to know of the configuration.
    #[must_use]
    pub fn faq_setting(&self) -> Setting<'_> {
        Setting {
            facts: &self.facts,
            known_facts: &self.known_facts,
            languages: &self.rules.languages,
            grace_days: self.faq.grace_days,
            people: &self.faq.people,
        }
    }
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    city: City,
    #[serde(default)]
    facts: BTreeMap<String, Texts>,
    calendar: CalendarFile,
    booking: BookingFile,
    procedure: BTreeMap<Procedure, ProcedureFile>,
    office: Vec<OfficeFile>,
    reminders: RemindersFile,
    #[serde(default)]
    queue: QueueFile,
    person: PersonFile,
    #[serde(default)]
    feedback: feedback::FeedbackFile,
    web: Web,
    telegram: Telegram,
    limits: Limits,
    #[serde(default)]
    retention: BTreeMap<String, u16>,
    #[serde(default)]
    faq: Faq,
    #[serde(default)]
    staff: Staff,
    embeddings: Option<Embeddings>,
    translate: Option<Translate>,
    #[serde(default)]
    texts: texts::Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct City {
    name: Texts,
    counter: Texts,
    phone: String,
    languages: Vec<Language>,
}

/// One text for all languages, or one for each.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum Texts {
    One(String),
    Each(BTreeMap<Language, String>),
}

impl Texts {
    fn wording(self) -> Wording {
        Wording(match self {
            Texts::One(text) => Language::ALL
                .into_iter()
                .map(|l| (l, text.clone()))
                .collect(),
            Texts::Each(texts) => texts,
        })
    }
}

/// A time of day such as `09:00`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
struct Clock(NaiveTime);

impl TryFrom<String> for Clock {
    type Error = String;

    fn try_from(text: String) -> Result<Clock, String> {
        NaiveTime::parse_from_str(&text, "%H:%M")
            .map(Clock)
            .map_err(|_| format!("“{text}” is not a time of day; write it like 09:00"))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoursFile {
    opens: Clock,
    closes: Clock,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpecialFile {
    day: Day,
    opens: Clock,
    closes: Clock,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    weekday: HoursFile,
    sunday: HoursFile,
    #[serde(default)]
    designated_sundays: BTreeSet<Day>,
    #[serde(default)]
    closures: BTreeSet<Day>,
    #[serde(default)]
    special: Vec<SpecialFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemindersFile {
    evening: Option<Clock>,
    lead_minutes: u16,
    quiet_from: Clock,
    quiet_until: Clock,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonFile {
    misses_max: u8,
    answer_minutes: u16,
    #[serde(default = "usual_escalate_minutes")]
    escalate_minutes: u16,
    #[serde(default = "usual_calls_per_hour")]
    calls_per_hour: u8,
    idle_hours: u16,
}

const fn usual_escalate_minutes() -> u16 {
    15
}

const fn usual_calls_per_hour() -> u8 {
    4
}

impl RemindersFile {
    fn rules(&self) -> ReminderRules {
        ReminderRules {
            evening: self.evening.map(|clock| clock.0),
            lead_minutes: self.lead_minutes,
            quiet_from: self.quiet_from.0,
            quiet_until: self.quiet_until.0,
        }
    }
}

impl File {
    /// The parts that are checked by themselves.
    fn check_parts(&self) -> Result<(), String> {
        self.web.check()?;
        self.limits.check()?;
        self.embeddings.as_ref().map_or(Ok(()), Embeddings::check)?;
        if let Some(translate) = &self.translate {
            translate.check(&self.city.languages)?;
        }
        Ok(())
    }

    fn check(self) -> Result<Config, String> {
        self.check_parts()?;
        if self.city.languages.is_empty() {
            return Err("city.languages is empty; name at least \"ja\"".into());
        }
        let mut counter = self.city.counter.wording();
        let mut name = self.city.name.wording();
        let mut offices = booking::offices(self.office)?;
        let mut facts: BTreeMap<String, Wording> = self
            .facts
            .into_iter()
            .map(|(name, texts)| (name, texts.wording()))
            .collect();
        let mut target = texts::Target {
            city: &mut name,
            counter: &mut counter,
            facts: &mut facts,
            offices: &mut offices,
        };
        texts::merge(self.texts, &mut target)?;
        // Facts that stand elsewhere in the file need not be written twice.
        facts.insert("city".into(), name.clone());
        facts.insert("counter".into(), counter.clone());
        facts.insert(
            "city-phone".into(),
            Texts::One(self.city.phone.clone()).wording(),
        );
        facts.insert(
            "booking-days".into(),
            Texts::One(self.booking.days_ahead.to_string()).wording(),
        );
        let person = self.person.check(self.city.phone, &facts)?;
        self.staff.check(&offices)?;
        let mut faq = self.faq;
        self.staff.join(&mut faq.people);
        let booking = self.booking.check(booking::procedures(self.procedure)?)?;
        let retention = retention(&self.retention, &booking)?;
        let rules = Rules {
            city: name,
            calendar: self.calendar.check()?,
            offices,
            booking,
            reminders: self.reminders.rules(),
            queue: self.queue.check()?,
            person,
            retention,
            feedback: self.feedback.rules(),
            languages: self.city.languages,
        };
        let (web, telegram, limits) = (self.web, self.telegram, self.limits);
        Ok(Config {
            rules,
            counter,
            facts,
            web,
            telegram,
            limits,
            faq,
            staff: self.staff,
            embeddings: self.embeddings,
            translate: self.translate,
            known_facts: BTreeSet::new(),
            secrets: Secrets::default(),
        })
    }
}

/// The table of terms. Missed visits are counted over a year.
fn retention(table: &BTreeMap<String, u16>, booking: &BookingRules) -> Result<Retention, String> {
    let retention = Retention::read(table)?;
    if booking.no_show.limit_after > 0 {
        let days = retention.days(Kind::VisitTies);
        at_least("retention.visit_ties_days", days, 365)?;
    }
    Ok(retention)
}

/// The suspension line of the My Number Card, day and night: the same for every city (Digital Agency,
/// マイナンバー総合フリーダイヤル), and the one in foreign languages. They hold where the facts do not name them, so that no
/// refusal is without them.
const NATIONAL_PHONE: &str = "0120-95-0178";
const FOREIGN_PHONE: &str = "0120-0178-27";

impl PersonFile {
    fn check(
        &self,
        phone: String,
        facts: &BTreeMap<String, Wording>,
    ) -> Result<PersonRules, String> {
        Ok(PersonRules {
            misses_max: at_least("person.misses_max", self.misses_max, 1)?,
            answer_minutes: self.answer_minutes,
            phone,
            hotline: fact(facts, "national-phone", NATIONAL_PHONE),
            hotline_foreign: fact(facts, "foreign-phone", FOREIGN_PHONE),
            escalate_minutes: at_least("person.escalate_minutes", self.escalate_minutes, 1)?,
            calls_per_hour: self.calls_per_hour,
            idle_hours: at_least("person.idle_hours", self.idle_hours, 1)?,
        })
    }
}

fn fact(facts: &BTreeMap<String, Wording>, name: &str, otherwise: &str) -> String {
    let found = facts.get(name).and_then(|text| text.get(Language::Ja));
    let found = found.map(str::trim).filter(|text| !text.is_empty());
    found.unwrap_or(otherwise).to_owned()
}

impl HoursFile {
    fn check(&self, key: &str) -> Result<Hours, String> {
        hours(key, self.opens, self.closes)
    }
}

fn hours(key: &str, opens: Clock, closes: Clock) -> Result<Hours, String> {
    if opens.0 >= closes.0 {
        return Err(format!("{key}: opens must be earlier than closes"));
    }
    Ok(Hours {
        opens: opens.0,
        closes: closes.0,
    })
}

impl CalendarFile {
    fn check(self) -> Result<Calendar, String> {
        use chrono::Datelike;
        let sundays: BTreeSet<NaiveDate> = self
            .designated_sundays
            .into_iter()
            .map(|day| day.0)
            .collect();
        if let Some(day) = sundays
            .iter()
            .find(|day| day.weekday() != chrono::Weekday::Sun)
        {
            return Err(format!(
                "calendar.designated_sundays: {day} is not a Sunday; write the date of one"
            ));
        }
        let mut special = BTreeMap::new();
        for entry in &self.special {
            special.insert(
                entry.day.0,
                hours("calendar.special", entry.opens, entry.closes)?,
            );
        }
        Ok(Calendar {
            weekday: self.weekday.check("calendar.weekday")?,
            sunday: self.sunday.check("calendar.sunday")?,
            sundays,
            closures: self.closures.into_iter().map(|day| day.0).collect(),
            special,
            entries: BTreeMap::new(),
        })
    }
}

fn at_least<T: PartialOrd + std::fmt::Display>(key: &str, value: T, least: T) -> Result<T, String> {
    if value < least {
        Err(format!("{key} is {value}; write at least {least}"))
    } else {
        Ok(value)
    }
}

/// Where the database lies when nobody says so: a rehearsal never touches the real one.
#[must_use]
pub fn default_database(rehearsal: bool) -> PathBuf {
    PathBuf::from(if rehearsal {
        "madoguchi-rehearsal.sqlite"
    } else {
        "madoguchi.sqlite"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_sound() {
        let config = Config::load(None, |_| None).unwrap();
        assert_eq!(config.rules.offices.len(), 2);
        assert_eq!(
            config.facts["city-phone"].get(Language::En),
            Some("072-958-1111")
        );
    }

    #[test]
    fn faults_name_the_line_and_the_mend() {
        let check = |from: &str, to: &str, expected: &str| {
            let text = HABIKINO.replacen(from, to, 1);
            assert_ne!(text, HABIKINO, "{from}");
            let error = Config::parse(&text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        };
        check("hold_minutes = 5", "hold_minuts = 5", "hold_minuts");
        check(
            "opens = \"09:00\"",
            "opens = \"9 Uhr\"",
            "write it like 09:00",
        );
        check(
            "opens = \"09:00\", closes = \"17:30\"",
            "opens = \"19:00\", closes = \"17:30\"",
            "earlier",
        );
        check("\"2026-11-29\"", "\"2026-11-30\"", "is not a Sunday");
        check("id = \"branch\"", "id = \"main\"", "twice");
        check("bookable = 3", "bookable = 5", "at most 4");
        check("people_open_max = 8", "people_open_max = 2", "at least 4");
        check("misses_max = 2", "misses_max = 0", "at least 1");
        check("messages_days = 30", "message_days = 30", "messages_days");
        check(
            "attempts_max = 12",
            "attempts_max = 12\nmessages_kept_days = 14",
            "messages_days = 14",
        );
        let text = HABIKINO.replacen("visit_ties_days = 365", "visit_ties_days = 90", 1);
        assert!(Config::parse(&text).is_ok(), "nobody counts missed visits");
        let text = text.replacen("limit_after = 0", "limit_after = 2", 1);
        let error = Config::parse(&text).unwrap_err();
        assert!(error.contains("retention.visit_ties_days is 90"), "{error}");
    }
}
