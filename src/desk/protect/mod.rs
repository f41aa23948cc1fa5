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
//! are protected where they surely count something (「三番」, 「二点」); 「一度」 or 「十分」 are words.

mod compare;
mod figures;
mod mark;
mod names;
mod scan;

#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveTime};

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
    /// A name before さん or 様.
    Person,
    /// An office, a counter or a city.
    Place,
    /// What stands in 「」.
    Term,
    /// What was masked.
    Mask,
}

/// A day and a time of the calendar, where a date surely means them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    pub day: Option<NaiveDate>,
    pub time: Option<NaiveTime>,
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
    /// Numbers in kanji that were left in the text; they may come back as figures.
    loose: Vec<u32>,
}

/// Whose text it is, which decides how dates are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// Staff write Japanese dates, which are read from this day on.
    Staff { today: NaiveDate },
    /// A date in another language may be read in two ways; it stays as it is.
    Citizen,
}

/// Takes out of a text what must stay as it is. `places` are the names of offices, counters and cities in the text's
/// language.
#[must_use]
pub fn protect(text: &str, places: &[String], author: Author) -> Protected {
    let scan = scan::Scan::new(text, places, author);
    let mut out = String::with_capacity(text.len());
    let mut values = Vec::new();
    let mut loose = Vec::new();
    for piece in scan.pieces() {
        match piece {
            scan::Piece::Plain(text) => {
                loose.extend(figures::kanji_numbers(&text));
                out.push_str(&text);
            }
            scan::Piece::Value(value) => {
                values.push(value);
                out.push_str(&mark::mark(values.len()));
            }
        }
    }
    Protected {
        text: out,
        values,
        loose,
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
