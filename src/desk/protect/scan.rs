//! Finds what must not be translated, from left to right, the longest reading first.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::figures::{counted_kanji, fold, is_figure};
use super::names::{names, names_at_work};
use super::{Author, Clock, Day, Fault, Kind, Known, Moment, Value};
use crate::desk::mask::MASK;

mod civil;
mod told;
mod vague;

/// A longer quotation is a sentence, and only what stands in it is protected.
const TERM_CHARS_MAX: usize = 40;
/// Figures of a telephone number in Japan, and the most with the code of a country.
const PHONE_DIGITS_MIN: usize = 9;
const PHONE_DIGITS_MAX: usize = 11;
const PHONE_DIGITS_ABROAD: usize = 15;

/// What stands between two times of the same half of a day.
const JOINTS: [&str; 10] = [
    "から",
    "〜",
    "~",
    "-",
    "ー",
    "と",
    "、",
    "か",
    "または",
    "・",
];
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// A time that was found: where it ends, and whether the text says that it is in the afternoon.
#[derive(Clone, Copy)]
struct Spoken {
    end: usize,
    is_afternoon: bool,
}

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    Plain(String),
    /// A value, and what is wrong with it.
    Value(Value, Option<Fault>),
    /// A word that may not leave.
    Fault(String, Fault),
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

/// Days in the words of a text: weekdays and days told from today. "Today" is no news; it also greets.
pub fn days(text: &str, today: NaiveDate) -> Vec<String> {
    let scan = Scan::new(text, Known::default(), Author::Staff { today });
    let mut found = Vec::new();
    for piece in scan.pieces() {
        match piece {
            Piece::Fault(text, Fault::Vague(_)) => found.push(text),
            Piece::Value(Value { text, moment, .. }, _) => {
                let is_word = |moment: Moment| {
                    let is_today = moment.day == Some(Day::On(today));
                    let is_weekday = matches!(moment.day, Some(Day::Weekday(_) | Day::Weekend));
                    is_weekday || (moment.is_relative && !is_today)
                };
                if moment.is_some_and(is_word) {
                    found.push(text);
                }
            }
            Piece::Plain(_) | Piece::Fault(..) => {}
        }
    }
    found
}

impl Scan {
    pub fn new(text: &str, known: Known<'_>, author: Author) -> Scan {
        let raw: Vec<char> = text.chars().collect();
        let mut places: Vec<Vec<char>> = known
            .places
            .iter()
            .map(|place| place.trim().chars().collect::<Vec<char>>())
            .filter(|place| place.len() > 1)
            .collect();
        places.sort_by_key(|place| std::cmp::Reverse(place.len()));
        let today = match author {
            Author::Staff { today } => Some(today),
            Author::Citizen => None,
        };
        let mut named = names(&raw);
        if today.is_some() {
            named.extend(names_at_work(&raw, known.people));
            // The longer one of two that begin together.
            named.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        }
        Scan {
            flat: raw.iter().map(|c| fold(*c)).collect(),
            names: named,
            raw,
            places,
            today,
        }
    }

    /// The text in its order.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut at = 0;
        let mut last: Option<Spoken> = None;
        while at < self.raw.len() {
            let (end, piece) = match self.find(at) {
                Some((end, kind, moment)) if end > at => {
                    let moment = moment.map(|moment| self.in_same_half(last, at, moment));
                    last = moment.and_then(|moment| self.spoken(at, end, moment, last));
                    let text = self.text(at, end);
                    let fault = self
                        .is_other_weekday(at, kind)
                        .then_some(Fault::OtherWeekday);
                    (end, Piece::Value(Value { kind, text, moment }, fault))
                }
                _ => match self.vague(at) {
                    Some((end, word)) => {
                        (end, Piece::Fault(self.text(at, end), Fault::Vague(word)))
                    }
                    None => {
                        let end = self.after_word(at);
                        plain.extend(&self.raw[at..end]);
                        at = end;
                        continue;
                    }
                },
            };
            if !plain.is_empty() {
                pieces.push(Piece::Plain(std::mem::take(&mut plain)));
            }
            pieces.push(piece);
            at = end;
        }
        if !plain.is_empty() {
            pieces.push(Piece::Plain(plain));
        }
        pieces
    }

    fn text(&self, at: usize, end: usize) -> String {
        self.raw[at..end].iter().collect()
    }

    /// In 「午後2時から4時まで」 the second hour is one of the afternoon too.
    fn in_same_half(&self, last: Option<Spoken>, at: usize, moment: Moment) -> Moment {
        let (None, Some(Clock::At(time)), Some(last)) = (moment.day, moment.time, last) else {
            return moment;
        };
        let between: String = self.flat[last.end..at].iter().collect();
        let goes_on = JOINTS.contains(&between.trim());
        let is_own = self.begins(at, "午") || self.begins(at, "正午");
        if !goes_on || is_own || !last.is_afternoon || time >= NOON {
            return moment;
        }
        let later = time.overflowing_add_signed(TimeDelta::hours(12)).0;
        Moment {
            time: Some(Clock::At(later)),
            ..moment
        }
    }

    /// What the next time may go on from.
    fn spoken(
        &self,
        at: usize,
        end: usize,
        moment: Moment,
        last: Option<Spoken>,
    ) -> Option<Spoken> {
        let Some(Clock::At(time)) = moment.time else {
            return None;
        };
        let says_afternoon = (at..end).any(|at| self.begins(at, "午後"));
        let goes_on = last.is_some_and(|last| last.is_afternoon && moment.day.is_none());
        Some(Spoken {
            end,
            is_afternoon: time >= NOON && (says_afternoon || goes_on),
        })
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
