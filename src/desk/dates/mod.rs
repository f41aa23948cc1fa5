//! When people want to come: the day and the time that a message speaks of.
//!
//! A text is first made uniform (`normal`), then read by a grammar (`japanese`, `english`, and
//! `worded` for all other languages, by the words in their `words.toml`) into mentions of days and
//! times, and the mentions are put together into one wish (`calendar`, `clock`). The grammars share
//! the forms made of figures (`figures`) and may read the same text: people mix languages.
//!
//! How the open questions of everyday speech are settled:
//! - A date without a year is the next one that is not before today; 29 February may be years away.
//! - A weekday alone is the next such day after today (「今日」 is there for today), also with "this"
//!   or 「今度の」. With a week (「来週の火曜」, "next Tue") it is the day of that week; weeks begin on
//!   Monday. On a Sunday "next Tue" is thus two days away. 「今週の月曜」 may lie in the past: the
//!   caller says so.
//! - A date whose written year is long over is somebody's birthday or the like, and no wish.
//! - Hours from 1 to 6 without a half of the day are in the afternoon; nobody comes at night.
//! - 「10時から」 is a beginning (at ten); 「10時以降」 and "after ten" are open to the end of the day.
//! - An open end is [`END_OF_DAY`] or four weeks. What the office hours make of it is for the
//!   caller.

mod calendar;
mod clock;
mod cursor;
mod english;
mod english_clock;
mod english_words;
mod figures;
mod full;
mod japanese;
mod japanese_clock;
pub(in crate::desk) mod japanese_words;
mod normal;
mod pieces;
mod tokens;
mod vocabulary;
mod worded;
mod worded_clock;
mod worded_date;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_english;

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::language::Language;

pub use clock::{END_OF_DAY, START_OF_DAY};
pub use full::{FullDate, read_full};
pub use normal::kanji_number;
pub use vocabulary::{Mark, Vocabulary};

/// What a text says about when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    pub day: Option<DayWish>,
    pub time: Option<TimeWish>,
}

impl When {
    /// The short way in which operators and tests read it: `12-05 10:00`, `12-07..12-13 -`, `soon ..12:00`, `! -`. The
    /// year is written where it is not `year`.
    #[must_use]
    pub fn short(&self, year: i32) -> String {
        let date = |day: &NaiveDate| {
            let is_same = day.year() == year;
            let form = if is_same { "%m-%d" } else { "%Y-%m-%d" };
            day.format(form).to_string()
        };
        let open = |time: NaiveTime, end: NaiveTime| match time {
            time if time == end => String::new(),
            time => time.format("%H:%M").to_string(),
        };
        let day = match &self.day {
            Some(DayWish::On(day)) => date(day),
            Some(DayWish::Between(first, last)) => format!("{}..{}", date(first), date(last)),
            Some(DayWish::Soonest) => "soon".to_owned(),
            Some(DayWish::Impossible) => "!".to_owned(),
            None => "-".to_owned(),
        };
        let time = match self.time {
            Some(TimeWish::At(time)) => time.format("%H:%M").to_string(),
            Some(TimeWish::Between(from, to)) => {
                format!("{}..{}", open(from, START_OF_DAY), open(to, END_OF_DAY))
            }
            Some(TimeWish::Impossible) => "!".to_owned(),
            None => "-".to_owned(),
        };
        format!("{day} {time}")
    }
}

/// The day somebody would like to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayWish {
    /// Exactly this day. It may be over: then the person has to be told so.
    On(NaiveDate),
    /// Any day from the first to the second, both included.
    Between(NaiveDate, NaiveDate),
    /// The first day that is free.
    Soonest,
    /// A date was named that no calendar has, such as 30 February.
    Impossible,
}

/// The time of day somebody would like to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeWish {
    /// Exactly this time.
    At(NaiveTime),
    /// Any time from the first (included) to the second (excluded).
    Between(NaiveTime, NaiveTime),
    /// A time was named that no clock shows, such as 25 o'clock.
    Impossible,
}

/// Reads the wished day and time out of raw words, as typed or as heard by a voice recogniser.
///
/// The Japanese grammar goes first wherever Japanese words of time occur, the English one fills
/// what is still missing. `language` decides the order of `5/12` and how far English short forms
/// can be trusted.
#[must_use]
pub fn read_when(
    text: &str,
    today: NaiveDate,
    language: Language,
    vocabulary: &Vocabulary,
) -> When {
    if vocabulary.is_empty() {
        return read_built_in(text, today, language);
    }
    let uniform = normal::normal(text);
    let heard = worded::read(&uniform, today, language, vocabulary);
    if heard.speaks_of_day && heard.speaks_of_time {
        return heard.when;
    }
    // What the words of the language do not speak of at all may be said in English or Japanese ones. Chinese has the
    // characters of the Japanese grammar, but not its words.
    let is_chinese = matches!(language, Language::ZhHans | Language::ZhHant);
    let has_kana = text.chars().any(normal::is_hiragana);
    let mixed = if !is_chinese || has_kana {
        read_built_in(text, today, language)
    } else if text.bytes().any(|b| b.is_ascii_alphabetic()) {
        english::read(&uniform, today, language)
    } else {
        When::default()
    };
    let When { day, time } = heard.when;
    When {
        day: day.or(mixed.day.filter(|_| !heard.speaks_of_day)),
        time: time.or(mixed.time.filter(|_| !heard.speaks_of_time)),
    }
}

fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap_or(START_OF_DAY)
}

/// Reads with the grammars that are part of the program.
fn read_built_in(text: &str, today: NaiveDate, language: Language) -> When {
    if !normal::may_tell_time(text) {
        return When::default();
    }
    let text = normal::normal(text);
    let mut when = When::default();
    let is_japanese = language.is_japanese();
    if is_japanese || text.contains(normal::is_japanese_letter) {
        when = japanese::read(&text, today, language);
    }
    let has_latin = text.bytes().any(|b| b.is_ascii_alphabetic());
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    let is_complete = when.day.is_some() && when.time.is_some();
    if !is_complete && (has_latin || (has_digit && !is_japanese)) {
        let found = english::read(&text, today, language);
        when.day = when.day.or(found.day);
        when.time = when.time.or(found.time);
    }
    when
}
