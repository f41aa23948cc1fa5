//! Whether everything that was protected came back, and nothing else that counts.

use super::figures::{Loose, loose, numbers};
use super::mark::{Mark, marks};
use super::{Kind, Protected, scan};
use crate::desk::language::Language;

/// Which of the two translations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leg {
    /// Into the reader's language.
    There,
    /// Back again.
    Back,
}

/// Something that a translation changed and must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Nothing came back.
    Empty { leg: Leg },
    /// A value is not there any more.
    Lost { leg: Leg, value: String },
    /// A value is there more often than in the source.
    Doubled { leg: Leg, value: String },
    /// A value stands where another one stood.
    Moved { leg: Leg, value: String },
    /// A number that nobody wrote.
    Added { leg: Leg, number: String },
    /// A day in words that nobody wrote.
    Day { leg: Leg, word: String },
    /// It is not, or not wholly, in the language that was asked for.
    Language { leg: Leg },
    /// Many times longer than the source: engines repeat themselves when they lose the thread.
    Length { leg: Leg },
}

impl Difference {
    #[must_use]
    pub const fn leg(&self) -> Leg {
        match self {
            Difference::Empty { leg }
            | Difference::Lost { leg, .. }
            | Difference::Doubled { leg, .. }
            | Difference::Moved { leg, .. }
            | Difference::Added { leg, .. }
            | Difference::Day { leg, .. }
            | Difference::Language { leg }
            | Difference::Length { leg } => *leg,
        }
    }
}

/// A translation may be so many times as long as its source, and a little more.
const TIMES_LONGER: usize = 8;
const CHARS_LONGER: usize = 80;

/// What differs between a source and its two translations, both with their placeholders.
///
/// In the translation, values of the same kind keep their order: two dates in the other order are another message.
/// Values of different kinds may change places, as grammars want it; in the back-translation, which is in the source's
/// own language, none may.
#[must_use]
pub fn compare(
    source: &Protected,
    translated: &str,
    back: &str,
    from: Language,
    to: Language,
) -> Vec<Difference> {
    let mut found = leg(source, translated, to, Leg::There);
    found.extend(leg(source, back, from, Leg::Back));
    found
}

/// The same for one translation alone.
#[must_use]
pub fn compare_there(source: &Protected, translated: &str, to: Language) -> Vec<Difference> {
    leg(source, translated, to, Leg::There)
}

fn leg(source: &Protected, text: &str, language: Language, leg: Leg) -> Vec<Difference> {
    if text.trim().is_empty() {
        return vec![Difference::Empty { leg }];
    }
    let marks = marks(text);
    let known: Vec<Mark> = marks
        .into_iter()
        .filter(|mark| source.value(mark.number).is_some())
        .collect();
    let mut found = Vec::new();
    for (at, value) in source.values.iter().enumerate() {
        let value = value.text.clone();
        match known.iter().filter(|mark| mark.number == at + 1).count() {
            0 => found.push(Difference::Lost { leg, value }),
            1 => {}
            _ => found.push(Difference::Doubled { leg, value }),
        }
    }
    found.extend(moved(source, &known, leg));
    let rest = without(text, &known);
    let (new, mut left) = added(source, &rest, leg);
    found.extend(new);
    if leg == Leg::Back {
        found.extend(numbers_in_words(&mut left, &rest));
        found.extend(days_in_words(source, &rest));
    }
    if !is_in(language, &rest) && source.text_letters() {
        found.push(Difference::Language { leg });
    }
    if text.chars().count() > source.text.chars().count() * TIMES_LONGER + CHARS_LONGER {
        found.push(Difference::Length { leg });
    }
    found
}

/// The values that stand before one that stood before them.
fn moved(source: &Protected, known: &[Mark], leg: Leg) -> Vec<Difference> {
    let kind = |mark: &Mark| source.value(mark.number).map(|value| value.kind);
    let may_swap = |a: Option<Kind>, b: Option<Kind>| leg == Leg::There && a != b;
    let mut found = Vec::new();
    for (at, mark) in known.iter().enumerate() {
        let is_late =
            |earlier: &Mark| earlier.number > mark.number && !may_swap(kind(earlier), kind(mark));
        if known[..at].iter().any(is_late)
            && let Some(value) = source.value(mark.number)
        {
            let value = value.text.clone();
            found.push(Difference::Moved { leg, value });
        }
    }
    found
}

/// The text between the placeholders.
fn without(text: &str, known: &[Mark]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    for mark in known {
        out.push_str(text.get(kept..mark.start).unwrap_or_default());
        out.push(' ');
        kept = mark.end;
    }
    out.push_str(text.get(kept..).unwrap_or_default());
    out
}

/// Numbers that are nowhere in the source; a number in kanji may have become a figure, once. Also the numbers in kanji
/// that have become none.
fn added(source: &Protected, rest: &str, leg: Leg) -> (Vec<Difference>, Vec<Loose>) {
    let mut loose = source.loose.clone();
    let mut found = Vec::new();
    for (number, value) in numbers(rest) {
        let was_kanji = value.and_then(|value| loose.iter().position(|n| n.value == value));
        match was_kanji {
            Some(at) => drop(loose.remove(at)),
            None => found.push(Difference::Added { leg, number }),
        }
    }
    (found, loose)
}

/// Numbers in kanji that are gone from the back-translation, and those that only it has. In the translation itself they
/// are words of its language, which nobody here reads; what it loses cannot come back.
fn numbers_in_words(left: &mut Vec<Loose>, rest: &str) -> Vec<Difference> {
    let leg = Leg::Back;
    let mut found = Vec::new();
    for there in loose(rest) {
        match left.iter().position(|n| n.value == there.value) {
            Some(at) => drop(left.remove(at)),
            None if there.counts && there.must_return => {
                let number = there.text;
                found.push(Difference::Added { leg, number });
            }
            None => {}
        }
    }
    let gone = left.drain(..).filter(|number| number.must_return);
    found.extend(gone.map(|number| Difference::Lost {
        leg,
        value: number.text,
    }));
    found
}

/// Days in the words of a back-translation. All that the source had are behind placeholders.
fn days_in_words(source: &Protected, rest: &str) -> Vec<Difference> {
    let Some(today) = source.today else {
        return Vec::new();
    };
    let leg = Leg::Back;
    let words = scan::days(rest, today).into_iter();
    words.map(|word| Difference::Day { leg, word }).collect()
}

impl Protected {
    /// Whether there is anything to translate beside the values.
    #[must_use]
    pub fn text_letters(&self) -> bool {
        without(&self.text, &marks(&self.text))
            .chars()
            .any(char::is_alphabetic)
    }
}

/// Whether a text can be in a language, by its script: nothing of another language's own script in it, and something
/// of its own.
fn is_in(language: Language, text: &str) -> bool {
    let kana =
        |c: char| ('\u{3041}'..='\u{30fa}').contains(&c) || ('\u{31f0}'..='\u{31ff}').contains(&c);
    let han =
        |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || ('\u{3400}'..='\u{4dbf}').contains(&c);
    let has = |fits: &dyn Fn(char) -> bool| text.chars().any(fits);
    let is_own = |c: char| match language {
        Language::Ja | Language::Easy => kana(c) || han(c),
        Language::ZhHans | Language::ZhHant => han(c),
        Language::Ko => ('\u{ac00}'..='\u{d7a3}').contains(&c),
        Language::Ne => ('\u{0900}'..='\u{097f}').contains(&c),
        Language::My => ('\u{1000}'..='\u{109f}').contains(&c),
        Language::Th => ('\u{0e00}'..='\u{0e7f}').contains(&c),
        Language::En
        | Language::Vi
        | Language::Fil
        | Language::Id
        | Language::PtBr
        | Language::Es => {
            c.is_alphabetic() && u32::from(c) < 0x0250 || ('\u{1e00}'..='\u{1eff}').contains(&c)
        }
    };
    has(&is_own)
        && (language.is_japanese() || !has(&kana))
        && (language.is_written_in_han() || !has(&han))
}
