//! What a machine must not translate: numbers, dates, names and the like are taken out before a text leaves, put back
//! afterwards, and compared.
//!
//! # The placeholder
//! `[X1X]`. Engines of the Argos kind split words into pieces and rewrite what they do not know: braces, `%1$s`, `###T01###`
//! and rare brackets such as `⟦1⟧` come back squeezed, doubled or not at all. A short word of capitals with a figure in it looks
//! like the name of a model, which engines copy; the square brackets keep its neighbours off. Whatever an engine then does
//! to the brackets, the spaces, the case, the width or the script of the figure, the reader still knows it
//! ([`mark::marks`]). One that is lost, doubled or in the wrong place stops the text from being sent.
//!
//! Since every figure of the source is behind a placeholder, any figure in what comes back is news. Numbers in kanji
//! are protected where they surely count something (「三番」, 「二点」); 「一度」 or 「十分」 are words, and any other number
//! in kanji must be there again when the text comes back.
//!
//! # Days in words
//! 「明日」, 「来週の火曜日の午後」 and 「火曜」 are values as well: the reader gets the date, the weekday and the part of
//! the day in the desk's own words. What no calendar settles (「来週」, 「月末」, 「来週の日曜」, of which there are two) is
//! told in [`Protected::faults`], and such a text does not leave.

mod compare;
mod figures;
mod mark;
mod names;
mod scan;
mod surnames;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_words;

use chrono::{NaiveDate, NaiveTime, Weekday};

pub use compare::{Difference, Leg, compare, compare_there};

/// What a protected value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Url,
    Email,
    Phone,
    Money,
    /// A day, perhaps with its time.
    Date,
    Time,
    /// A code of a reservation, a case or a ticket, or another word of letters and figures.
    Code,
    Number,
    /// A name: before さん or 様, after 担当の, or one that is known.
    Person,
    /// An office, a counter or a city.
    Place,
    /// What stands in 「」.
    Term,
    /// What was masked.
    Mask,
}

/// What a date or a time means, where it surely means that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    pub day: Option<Day>,
    pub time: Option<Clock>,
    /// It was told from today (「明日」); who checks the text must see which day that is.
    pub is_relative: bool,
}

/// The days that a text can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    On(NaiveDate),
    /// Every such day, or one of which the reader knows.
    Weekday(Weekday),
    /// 「土日」
    Weekend,
    /// A month from one to twelve, with its year where the text has one.
    Month(Option<i32>, u32),
}

/// The times that a text can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    At(NaiveTime),
    Part(Part),
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Morning,
    Midday,
    Afternoon,
    Dusk,
    Evening,
}

/// Why a text cannot leave: a day in it that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A word that means no certain day.
    Vague(&'static str),
    /// A date that is another day of the week.
    OtherWeekday,
}

/// Something that is not translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub kind: Kind,
    /// As it stands in the source.
    pub text: String,
    /// What a date or a time means, so that it can be written as the reader writes it.
    pub moment: Option<Moment>,
}

/// A text that may leave: its values are placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protected {
    /// What the engine gets.
    pub text: String,
    /// The value of `[X1X]` is the first.
    pub values: Vec<Value>,
    /// Why it must not leave yet.
    pub faults: Vec<Fault>,
    /// Numbers in kanji that were left in the text; they may come back as figures.
    loose: Vec<figures::Loose>,
    /// The day on which staff wrote it.
    today: Option<NaiveDate>,
}

/// What is known by name, in the text's language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Offices, counters and cities.
    pub places: &'a [String],
    /// Who works here.
    pub people: &'a [String],
}

/// Whose text it is, which decides how dates are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// Staff write Japanese dates, which are read from this day on.
    Staff { today: NaiveDate },
    /// A date in another language may be read in two ways; it stays as it is.
    Citizen,
}

/// Takes out of a text what must stay as it is.
#[must_use]
pub fn protect(text: &str, known: Known<'_>, author: Author) -> Protected {
    let scan = scan::Scan::new(text, known, author);
    let mut out = String::with_capacity(text.len());
    let mut values = Vec::new();
    let mut faults = Vec::new();
    let mut loose = Vec::new();
    for piece in scan.pieces() {
        match piece {
            scan::Piece::Plain(text) => {
                loose.extend(figures::loose(&text));
                out.push_str(&text);
            }
            scan::Piece::Value(value, fault) => {
                faults.extend(fault);
                values.push(value);
                out.push_str(&mark::mark(values.len()));
            }
            scan::Piece::Fault(text, fault) => {
                faults.push(fault);
                out.push_str(&text);
            }
        }
    }
    let today = match author {
        Author::Staff { today } => Some(today),
        Author::Citizen => None,
    };
    Protected {
        text: out,
        values,
        faults,
        loose,
        today,
    }
}

impl Protected {
    /// Puts the values back into what an engine made of the text. `write` says how a value is written for the reader;
    /// None leaves it as it stood.
    #[must_use]
    pub fn restore(&self, text: &str, write: impl Fn(&Value) -> Option<String>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut kept = 0;
        for mark in mark::marks(text) {
            let Some(value) = self.value(mark.number) else {
                continue;
            };
            out.push_str(text.get(kept..mark.start).unwrap_or_default());
            out.push_str(&write(value).unwrap_or_else(|| value.text.clone()));
            kept = mark.end;
        }
        out.push_str(text.get(kept..).unwrap_or_default());
        out.trim().to_owned()
    }

    fn value(&self, number: usize) -> Option<&Value> {
        number.checked_sub(1).and_then(|at| self.values.get(at))
    }
}
