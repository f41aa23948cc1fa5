//! Finds what must not be translated, from left to right, the longest reading first.

use std::ops::Range;

use chrono::NaiveDate;

use super::figures::{counted_kanji, fold, is_figure};
use super::names::names;
use super::{Author, Kind, Moment, Value};
use crate::desk::mask::MASK;

mod civil;

/// A longer quotation is a sentence, and only what stands in it is protected.
const TERM_CHARS_MAX: usize = 40;
/// Figures of a telephone number in Japan, and the most with the code of a country.
const PHONE_DIGITS_MIN: usize = 9;
const PHONE_DIGITS_MAX: usize = 11;
const PHONE_DIGITS_ABROAD: usize = 15;

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    Plain(String),
    Value(Value),
}

/// A text while it is looked through.
pub struct Scan {
    /// As it stands …
    raw: Vec<char>,
    /// … and in one spelling, character for character.
    flat: Vec<char>,
    names: Vec<Range<usize>>,
    places: Vec<Vec<char>>,
    /// The day from which dates without a year are read; None where they are not read at all.
    today: Option<NaiveDate>,
}

/// What was found: where it ends, what it is, and what it means.
type Found = (usize, Kind, Option<Moment>);

impl Scan {
    pub fn new(text: &str, places: &[String], author: Author) -> Scan {
        let raw: Vec<char> = text.chars().collect();
        let mut places: Vec<Vec<char>> = places
            .iter()
            .map(|place| place.trim().chars().collect::<Vec<char>>())
            .filter(|place| place.len() > 1)
            .collect();
        places.sort_by_key(|place| std::cmp::Reverse(place.len()));
        Scan {
            flat: raw.iter().map(|c| fold(*c)).collect(),
            names: names(&raw),
            raw,
            places,
            today: match author {
                Author::Staff { today } => Some(today),
                Author::Citizen => None,
            },
        }
    }

    /// The text in its order.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut at = 0;
        while at < self.raw.len() {
            match self.find(at) {
                Some((end, kind, moment)) if end > at => {
                    if !plain.is_empty() {
                        pieces.push(Piece::Plain(std::mem::take(&mut plain)));
                    }
                    let text = self.raw[at..end].iter().collect();
                    pieces.push(Piece::Value(Value { kind, text, moment }));
                    at = end;
                }
                _ => {
                    let end = self.after_word(at);
                    plain.extend(&self.raw[at..end]);
                    at = end;
                }
            }
        }
        if !plain.is_empty() {
            pieces.push(Piece::Plain(plain));
        }
        pieces
    }

    /// Whatever begins here and must stay as it is.
    fn find(&self, at: usize) -> Option<Found> {
        let simple = |end: Option<usize>, kind: Kind| end.map(|end| (end, kind, None));
        simple(self.term(at), Kind::Term)
            .or_else(|| simple(self.mask(at), Kind::Mask))
            .or_else(|| simple(self.place(at), Kind::Place))
            .or_else(|| simple(self.name(at), Kind::Person))
            .or_else(|| simple(self.url(at), Kind::Url))
            .or_else(|| simple(self.email(at), Kind::Email))
            .or_else(|| self.moment(at))
            .or_else(|| simple(self.phone(at), Kind::Phone))
            .or_else(|| simple(self.money(at), Kind::Money))
            .or_else(|| simple(self.code(at), Kind::Code))
            .or_else(|| simple(self.number(at), Kind::Number))
    }

    fn flat(&self, at: usize) -> Option<char> {
        self.flat.get(at).copied()
    }

    fn begins(&self, at: usize, word: &str) -> bool {
        let mut chars = word.chars().enumerate();
        chars.all(|(n, c)| self.flat(at + n) == Some(c))
    }

    /// The end of the run of characters that fit.
    fn run(&self, at: usize, fits: impl Fn(char) -> bool) -> usize {
        let fitting = self.flat.iter().skip(at).take_while(|c| fits(**c));
        at + fitting.count()
    }

    /// Words of letters are passed as a whole, so that nothing is found in the middle of one.
    fn after_word(&self, at: usize) -> usize {
        let end = self.run(at, |c| c.is_ascii_alphabetic());
        end.max(at + 1)
    }

    fn term(&self, at: usize) -> Option<usize> {
        let close = match self.raw.get(at)? {
            '「' => '」',
            '『' => '』',
            _ => return None,
        };
        let inside = self.raw.iter().skip(at + 1).take(TERM_CHARS_MAX + 1);
        let length = inside
            .take_while(|c| **c != '\n')
            .position(|c| *c == close)?;
        (length > 0).then_some(at + length + 2)
    }

    fn mask(&self, at: usize) -> Option<usize> {
        let end = self.run(at, |c| MASK.contains(c));
        (end > at + 1).then_some(end)
    }

    fn place(&self, at: usize) -> Option<usize> {
        let is_here = |place: &&Vec<char>| self.raw[at..].starts_with(place);
        let place = self.places.iter().find(is_here)?;
        // "Main" is no part of "Mainly".
        let cuts = |before: Option<&char>, after: Option<&char>| {
            let is_letter = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
            is_letter(before) && is_letter(after)
        };
        let end = at + place.len();
        let is_cut = cuts(place.last(), self.raw.get(end))
            || cuts(
                at.checked_sub(1).and_then(|at| self.raw.get(at)),
                place.first(),
            );
        (!is_cut).then_some(end)
    }

    fn name(&self, at: usize) -> Option<usize> {
        let name = self.names.iter().find(|range| range.start == at)?;
        Some(name.end)
    }

    fn url(&self, at: usize) -> Option<usize> {
        let starts = ["http://", "https://", "www."];
        if !starts.iter().any(|start| self.begins(at, start)) {
            return None;
        }
        let end = self.run(at, |c| c.is_ascii_graphic() && !"<>\"「」".contains(c));
        let ends_sentence = |c: char| ".,;:!?)]}'".contains(c);
        let mut end = end;
        while end > at && self.flat(end - 1).is_some_and(ends_sentence) {
            end -= 1;
        }
        (end > at + 8).then_some(end)
    }

    fn email(&self, at: usize) -> Option<usize> {
        let is_word = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
        let sign = self.run(at, is_word);
        if sign == at || self.flat(sign) != Some('@') {
            return None;
        }
        let end = self.run(sign + 1, |c| c.is_ascii_alphanumeric() || ".-".contains(c));
        let mut end = end;
        while end > sign && self.flat(end - 1).is_some_and(|c| ".-".contains(c)) {
            end -= 1;
        }
        let has_dot = self.flat[sign..end].contains(&'.');
        has_dot.then_some(end)
    }

    fn phone(&self, at: usize) -> Option<usize> {
        if !matches!(self.flat(at)?, '0' | '+') {
            return None;
        }
        let is_abroad = self.flat(at) == Some('+');
        let most = if is_abroad {
            PHONE_DIGITS_ABROAD
        } else {
            PHONE_DIGITS_MAX
        };
        let (mut end, mut digits) = (at, 0);
        let mut next = at + usize::from(is_abroad);
        // Group by group, so that what stands behind the number is not drawn into it.
        loop {
            let group = self.run(next, |c| c.is_ascii_digit());
            if group == next || digits + group - next > most {
                break;
            }
            digits += group - next;
            end = group;
            next = self.run(group, |c| "-() ー".contains(c));
            if next > group + 2 {
                break;
            }
        }
        (digits >= PHONE_DIGITS_MIN).then_some(end)
    }

    fn money(&self, at: usize) -> Option<usize> {
        let is_signed = matches!(self.flat(at)?, '¥' | '$' | '€');
        let start = if is_signed { at + 1 } else { at };
        let end = self.figures(start).or_else(|| {
            let kanji = counted_kanji(self.raw.get(start..)?)?;
            Some(start + kanji)
        })?;
        if is_signed {
            return Some(end);
        }
        let units = ["万円", "千円", "円"];
        let unit = units.iter().find(|unit| self.begins(end, unit))?;
        Some(end + unit.chars().count())
    }

    /// A word of Latin letters with a figure in it, parts of it joined by hyphens: `K-1001`, `A012`, `H7K3-M9QX`.
    fn code(&self, at: usize) -> Option<usize> {
        let mut end = self.run(at, |c| c.is_ascii_alphanumeric() || "-_/".contains(c));
        while end > at && self.flat(end - 1).is_some_and(|c| "-_/".contains(c)) {
            end -= 1;
        }
        let word = self.flat.get(at..end)?;
        let has = |fits: fn(&char) -> bool| word.iter().any(fits);
        // What starts with a hyphen is no word.
        let starts = word.first().is_some_and(char::is_ascii_alphanumeric);
        (starts && has(char::is_ascii_digit) && has(char::is_ascii_alphabetic)).then_some(end)
    }

    fn number(&self, at: usize) -> Option<usize> {
        if let Some(end) = self.figures(at) {
            return Some(end);
        }
        let before = at.checked_sub(1).and_then(|at| self.raw.get(at));
        if before.is_some_and(|c| super::figures::is_kanji_figure(*c) || *c == '万') {
            return None;
        }
        counted_kanji(&self.raw[at..]).map(|length| at + length)
    }

    /// Figures, with points, commas, hyphens and slashes between them: `1,000`, `4.5`, `583-8585`, `1/2`.
    fn figures(&self, at: usize) -> Option<usize> {
        let mut end = at;
        loop {
            let next = self.run(end, is_figure);
            if next == end {
                return None;
            }
            let is_joint = self.flat(next).is_some_and(|c| ",.-/:~".contains(c));
            let goes_on = is_joint && self.flat(next + 1).is_some_and(is_figure);
            if !goes_on {
                return Some(next);
            }
            end = next + 1;
        }
    }
}
