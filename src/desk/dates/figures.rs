//! Dates and times made of figures and marks: `12/5`, `2026-12-05`, `R8.12.5`, `10:30`.

use chrono::{Datelike, NaiveDate};

use super::calendar::{Mention, full_date, is_near, next_month_day};
use super::clock::Clock;
use crate::desk::language::Language;

/// The year before the first one of the Reiwa era.
const BEFORE_REIWA: i32 = 2018;
/// How far the Thai calendar is ahead.
const BUDDHIST_YEARS: i32 = 543;

/// What a token of figures says. A time may be a range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub day: Option<Mention>,
    pub clock: Option<Clock>,
    pub until: Option<Clock>,
}

/// Who reads: everything that decides how figures are meant.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub today: NaiveDate,
    pub language: Language,
}

impl Reader {
    /// Reads a token such as `12/5` or `10:30-12`. Codes, phone numbers and fractions give nothing.
    pub fn figures(self, token: &str) -> Option<Figures> {
        if let Some((day, time)) = token.split_once('t') {
            let day = self.date(day)?;
            let (clock, _) = clocks(time.get(..5).filter(|_| time.is_ascii())?)?;
            return Some(Figures {
                day: Some(day),
                clock: Some(clock),
                until: None,
            });
        }
        if token.contains(':') {
            let (clock, until) = clocks(token)?;
            return Some(Figures {
                day: None,
                clock: Some(clock),
                until,
            });
        }
        let day = self.date(token).or_else(|| self.dates(token))?;
        Some(Figures {
            day: Some(day),
            ..Figures::default()
        })
    }

    /// The year that somebody means by a number of two or four digits, if it can be one.
    pub fn year(self, year: u32) -> Option<i32> {
        let year = i32::try_from(year).ok()?;
        match year {
            // Two digits: the era goes without saying.
            1..=99 => Some(BEFORE_REIWA + year),
            2443..=2700 if self.language == Language::Th => Some(year - BUDDHIST_YEARS),
            1900..=2200 => Some(year),
            _ => None,
        }
    }

    /// Two dates with a dash between, such as `12/5-12/10` or `12/5-10`.
    fn dates(self, token: &str) -> Option<Mention> {
        let (from, to) = token
            .split_once('-')
            .filter(|(from, _)| from.contains('/'))?;
        let Mention::Date(first) = self.date(from)? else {
            return None;
        };
        let last = match to.parse::<u32>() {
            Ok(day) if to.len() <= 2 => first.with_day(day)?,
            _ => match self.date(to)? {
                Mention::Date(last) => last,
                _ => return None,
            },
        };
        (first < last).then_some(Mention::Span(first, last))
    }

    fn date(self, token: &str) -> Option<Mention> {
        let (token, is_reiwa) = match token.strip_prefix('r') {
            Some(rest) => (rest, true),
            None => (token, false),
        };
        let mark = token.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
        let mut parts = token.split(mark);
        let parts = (parts.next()?, parts.next()?, parts.next(), parts.next());
        let number = |part: &str| {
            let is_number = part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
            part.parse::<u32>().ok().filter(|_| is_number)
        };
        let (a, b) = (number(parts.0)?, number(parts.1)?);
        let are_short = parts.0.len() <= 2 && parts.1.len() <= 2;
        match parts {
            (first, _, Some(third), None) => {
                let c = number(third)?;
                if first.len() == 4 || is_reiwa {
                    return full_date(self.year(a)?, b, c, self.today);
                }
                let (month, day) = self.order(a, b);
                let is_date = are_short && (third.len() == 4 || (third.len() == 2 && mark == '/'));
                let year = self.last_year(c, third.len()).filter(|_| is_date)?;
                full_date(year, month, day, self.today)
            }
            (first, second, None, None) if first.len() == 4 && second.len() <= 2 && mark != '.' => {
                let year = self.year(a).filter(|year| is_near(*year, self.today))?;
                (1..=12).contains(&b).then_some(Mention::Month(year, b))
            }
            (_, _, None, None) if are_short && mark != '.' && !is_reiwa => {
                self.month_day(a, b, mark)
            }
            _ => None,
        }
    }

    /// A year at the end of a date: four digits, or the last two of a year near today.
    fn last_year(self, year: u32, digits: usize) -> Option<i32> {
        if digits == 4 {
            return self.year(year);
        }
        let year = i32::try_from(year).ok()? + self.today.year().div_euclid(100) * 100;
        (0..=2)
            .contains(&(year - self.today.year()))
            .then_some(year)
    }

    fn month_day(self, a: u32, b: u32, mark: char) -> Option<Mention> {
        if (a, b, mark) == (24, 7, '/') && !self.language.day_before_month() {
            // "24/7" is no date.
            return None;
        }
        let (month, day) = self.order(a, b);
        let found = next_month_day(month, day, self.today);
        // Numbers with a hyphen are more often parts of an address than dates that do not exist.
        (found != Mention::NoSuchDay || mark == '/').then_some(found)
    }

    /// Which of two numbers is the month and which the day.
    fn order(self, a: u32, b: u32) -> (u32, u32) {
        let (month, day) = if self.language.day_before_month() {
            (b, a)
        } else {
            (a, b)
        };
        if month > 12 && day <= 12 {
            (day, month)
        } else {
            (month, day)
        }
    }
}

/// Two whole hours with a hyphen between, as in `10-12` before a word for "o'clock".
pub fn hours(token: &str) -> Option<(Clock, Clock)> {
    let (from, to) = token.split_once('-')?;
    Some((clock(from)?, clock(to)?))
}

fn clocks(token: &str) -> Option<(Clock, Option<Clock>)> {
    match token.split_once('-') {
        Some((from, to)) => Some((clock(from)?, Some(clock(to)?))),
        None => token
            .contains(':')
            .then(|| clock(token))?
            .map(|clock| (clock, None)),
    }
}

/// A time of day such as `10:30`, or an hour alone.
fn clock(text: &str) -> Option<Clock> {
    let (hour, minute) = text.split_once(':').unwrap_or((text, "00"));
    let is_clock = (1..=2).contains(&hour.len()) && minute.len() == 2;
    let digits = hour
        .bytes()
        .chain(minute.bytes())
        .all(|b| b.is_ascii_digit());
    (is_clock && digits).then(|| Some(Clock::new(hour.parse().ok()?, minute.parse().ok()?)))?
}
