//! What clerks read about machine translations, in Japanese, and days and times as other readers write them.

use super::arguments::Args;
use super::{Locale, Scope, Subject, number};
use crate::desk::draft::Refusal;
use crate::desk::language::Language;
use crate::desk::protect::{Difference, Leg, Moment};

impl Locale {
    /// A day, a time, or both.
    #[must_use]
    pub fn moment(&self, moment: Moment, language: Language, subject: Subject<'_>) -> String {
        let scope = Scope {
            locale: self,
            language,
            subject,
        };
        match (moment.day, moment.time) {
            (Some(day), Some(time)) => scope.date_time(day.and_time(time)),
            (Some(day), None) => scope.date(day),
            (None, Some(time)) => scope.time(time),
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
            Difference::Language { .. } => "staff-translate-differs-language",
            Difference::Length { .. } => "staff-translate-differs-length",
        };
        self.say(id, Language::Ja, Some(&args))
    }
}
