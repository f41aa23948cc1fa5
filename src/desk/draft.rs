//! A free text of the staff in another language, before it is sent; and a citizen's words in Japanese, for reading.
//!
//! A machine translation is a proposal. A clerk sees it with its back-translation before it goes, the citizen sees that it
//! is one, with the original below; a difference in what was protected stops it. What a citizen's words become in
//! Japanese is shown to the staff and kept nowhere.

use super::language::Language;
use super::mask;
use super::protect::{Author, Difference, Fault, Known, Protected, protect};

/// A reply of the staff with its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the clerk wrote, in `from`.
    pub source: String,
    /// The same in `to`, by machine.
    pub translated: String,
    /// The translation translated back, for the clerk.
    pub back: String,
    /// What stops it.
    pub differences: Vec<Difference>,
    pub from: Language,
    pub to: Language,
}

impl Draft {
    #[must_use]
    pub fn may_be_sent(&self) -> bool {
        self.differences.is_empty()
    }
}

/// A citizen's words as the staff may read them. It is not a fact, and nothing is decided by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub source: String,
    /// In Japanese, by machine.
    pub translated: String,
    /// Where it is surely wrong.
    pub differences: Vec<Difference>,
    pub from: Language,
}

/// Why there is no translation. None of these says what the text was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No service is configured.
    Off,
    /// There is nothing to translate.
    Empty,
    /// It has more than so many characters.
    TooLong { most: usize },
    /// It holds a number that nobody may send.
    Secret,
    /// It has a word that means no certain day.
    Vague { word: &'static str },
    /// It has a date with the weekday of another one.
    OtherWeekday,
    /// It is in that language already.
    SameLanguage,
    /// やさしい日本語 is written by people.
    Easy,
    /// The service does not know the language, or the city does not use it for that.
    Unsupported { language: Language },
    /// The service cannot be reached.
    Unreachable,
    /// The service takes too long.
    Late,
    /// The service has too much to do.
    Busy,
    /// The service fails in another way.
    Failed,
}

/// A text that may leave, or why it may not. What is masked already is protected like everything else.
///
/// # Errors
/// It is empty, too long, holds a secret or a day that is none, or needs no machine.
pub fn prepare(
    text: &str,
    known: Known<'_>,
    author: Author,
    from: Language,
    to: Language,
    chars_max: usize,
) -> Result<Protected, Refusal> {
    let text = text.trim();
    if from == to {
        return Err(Refusal::SameLanguage);
    }
    if to == Language::Easy || from == Language::Easy {
        return Err(Refusal::Easy);
    }
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    if text.chars().count() > chars_max {
        return Err(Refusal::TooLong { most: chars_max });
    }
    if mask::mask(text).count > 0 {
        return Err(Refusal::Secret);
    }
    let protected = protect(text, known, author);
    match protected.faults.first() {
        Some(Fault::Vague(word)) => return Err(Refusal::Vague { word }),
        Some(Fault::OtherWeekday) => return Err(Refusal::OtherWeekday),
        None => {}
    }
    if !protected.text_letters() {
        return Err(Refusal::Empty);
    }
    Ok(protected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn refused(text: &str, from: Language, to: Language) -> Option<Refusal> {
        let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        prepare(
            text,
            Known::default(),
            Author::Staff { today },
            from,
            to,
            40,
        )
        .err()
    }

    #[test]
    fn only_a_harmless_text_leaves() {
        let ja = |text: &str| refused(text, Language::Ja, Language::Vi);
        assert_eq!(ja("12月5日に窓口へお越しください。"), None);
        assert_eq!(ja(" \n"), Some(Refusal::Empty));
        assert_eq!(
            ja("090-1234-5678"),
            Some(Refusal::Empty),
            "nothing but a number"
        );
        assert_eq!(ja(&"あ".repeat(41)), Some(Refusal::TooLong { most: 40 }));
        assert_eq!(ja("暗証番号は1234です"), Some(Refusal::Secret));
        assert_eq!(ja("番号は●●●●ですか"), None, "masked before");
        assert_eq!(ja("明日の午前中にお越しください"), None);
        let vague = Some(Refusal::Vague { word: "来週" });
        assert_eq!(ja("来週お越しください"), vague);
        let weekday = Some(Refusal::OtherWeekday);
        assert_eq!(ja("12月5日（月）にお越しください"), weekday);
        let easy = refused("窓口へ 来て ください", Language::Ja, Language::Easy);
        assert_eq!(easy, Some(Refusal::Easy));
        let same = refused("こんにちは", Language::Ja, Language::Ja);
        assert_eq!(same, Some(Refusal::SameLanguage));
    }
}
