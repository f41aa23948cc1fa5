//! What clerks read about machine translations, in Japanese, and days and times as other readers write them.

use chrono::Weekday;

use super::arguments::Args;
use super::{Locale, Scope, Subject, number};
use crate::desk::draft::Refusal;
use crate::desk::language::Language;
use crate::desk::protect::{Clock, Day, Difference, Leg, Moment, Part};

impl Locale {
    /// A day, a time, or both.
    #[must_use]
    pub fn moment(&self, moment: Moment, language: Language, subject: Subject<'_>) -> String {
        let scope = Scope {
            locale: self,
            language,
            subject,
        };
        let day = moment.day.map(|day| scope.day_named(day));
        match (day, moment.time) {
            (Some(day), Some(Clock::At(time))) => format!("{day} {}", scope.time(time)),
            (Some(day), Some(Clock::Part(part))) => {
                let mut args = Args::new();
                args.set("day", day);
                args.set("part", scope.part(part));
                scope.message("day-and-part", &args)
            }
            (Some(day), None) => day,
            (None, Some(Clock::At(time))) => scope.time(time),
            (None, Some(Clock::Part(part))) => scope.part(part),
            (None, None) => String::new(),
        }
    }

    /// Why there is no translation, and what to do instead.
    #[must_use]
    pub fn refusal(&self, refusal: Refusal) -> String {
        let mut args = Args::new();
        let id = match refusal {
            Refusal::Off => "staff-translate-off",
            Refusal::Empty => "staff-translate-empty",
            Refusal::TooLong { most } => {
                args.set("most", number(u32::try_from(most).unwrap_or(u32::MAX)));
                "staff-translate-too-long"
            }
            Refusal::Secret => "staff-translate-secret",
            Refusal::Vague { word } => {
                args.set("word", word);
                "staff-translate-vague"
            }
            Refusal::OtherWeekday => "staff-translate-other-weekday",
            Refusal::SameLanguage => "staff-translate-same-language",
            Refusal::Easy => "staff-translate-easy",
            Refusal::Unsupported { language } => {
                args.set("language", language.endonym());
                "staff-translate-unsupported"
            }
            Refusal::Unreachable => "staff-translate-unreachable",
            Refusal::Late => "staff-translate-late",
            Refusal::Busy => "staff-translate-busy",
            Refusal::Failed => "staff-translate-failed",
        };
        self.say(id, Language::Ja, Some(&args))
    }

    /// What a translation changed.
    #[must_use]
    pub fn difference(&self, difference: &Difference) -> String {
        let mut args = Args::new();
        let leg = match difference.leg() {
            Leg::There => "there",
            Leg::Back => "back",
        };
        args.set("leg", leg);
        let id = match difference {
            Difference::Empty { .. } => "staff-translate-differs-empty",
            Difference::Lost { value, .. } => {
                args.set("value", value.clone());
                "staff-translate-differs-lost"
            }
            Difference::Doubled { value, .. } => {
                args.set("value", value.clone());
                "staff-translate-differs-doubled"
            }
            Difference::Moved { value, .. } => {
                args.set("value", value.clone());
                "staff-translate-differs-moved"
            }
            Difference::Added { number, .. } => {
                args.set("value", number.clone());
                "staff-translate-differs-added"
            }
            Difference::Day { word, .. } => {
                args.set("value", word.clone());
                "staff-translate-differs-day"
            }
            Difference::Language { .. } => "staff-translate-differs-language",
            Difference::Length { .. } => "staff-translate-differs-length",
        };
        self.say(id, Language::Ja, Some(&args))
    }
}

impl Scope<'_> {
    /// A day, a weekday or a month as a text names it.
    fn day_named(&self, day: Day) -> String {
        match day {
            Day::On(day) => self.date(day),
            Day::Weekday(weekday) => self.weekday(weekday),
            Day::Weekend => {
                let days = [Weekday::Sat, Weekday::Sun].map(|day| self.weekday(day));
                self.joined(days.into_iter())
            }
            Day::Month(year, month) => {
                let mut args = Args::new();
                args.set("month", number(month));
                let name = self.message("month-name", &args);
                let Some(year) = year else {
                    return name;
                };
                let mut args = Args::new();
                args.set("month", name);
                args.set("year", year.to_string());
                self.message("month-of-year", &args)
            }
        }
    }

    fn weekday(&self, weekday: Weekday) -> String {
        let mut args = Args::new();
        args.set("weekday", number(weekday.number_from_monday()));
        self.message("weekday-name", &args)
    }

    fn part(&self, part: Part) -> String {
        let name = match part {
            Part::Morning => "morning",
            Part::Midday => "midday",
            Part::Afternoon => "afternoon",
            Part::Dusk => "dusk",
            Part::Evening => "evening",
        };
        let mut args = Args::new();
        args.set("part", name);
        self.message("part-of-day", &args)
    }
}
