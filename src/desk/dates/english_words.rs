//! The words of the English grammar.

use chrono::Weekday;

/// Words that may follow a bare number or a bare "5th" when it is a time or a date; before any
/// other word the number is more likely to count something.
pub const FOLLOWERS: [&str; 71] = [
    "please",
    "on",
    "or",
    "and",
    "in",
    "if",
    "is",
    "was",
    "works",
    "work",
    "would",
    "will",
    "ok",
    "okay",
    "fine",
    "good",
    "thanks",
    "thank",
    "sharp",
    "then",
    "but",
    "for",
    "can",
    "could",
    "i",
    "i'd",
    "i'm",
    "i'll",
    "we",
    "today",
    "tomorrow",
    "tmrw",
    "tonight",
    "to",
    "until",
    "till",
    "through",
    "instead",
    "maybe",
    "with",
    "because",
    "so",
    "this",
    "next",
    "that",
    "at",
    "around",
    "about",
    "after",
    "before",
    "between",
    "from",
    "by",
    "morning",
    "afternoon",
    "evening",
    "noon",
    "should",
    "might",
    "also",
    "too",
    "onwards",
    "of",
    "onward",
    "the",
    "doesn't",
    "isn't",
    "won't",
    "not",
    "possible",
    "available",
];

/// Ways of asking for the first free day.
pub const SOONEST: [&[&str]; 12] = [
    &["asap"],
    &["earliest"],
    &["soonest"],
    &["as", "soon", "as", "possible"],
    &["as", "early", "as", "possible"],
    &["first", "available"],
    &["next", "available"],
    &["first", "possible"],
    &["next", "possible"],
    &["first", "free"],
    &["next", "free"],
    &["right", "away"],
];

/// The number that a word from "one" to "twelve" stands for.
pub fn number_word(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let place = WORDS.iter().position(|w| *w == word)?;
    u32::try_from(place + 1).ok()
}

/// The weekday that a word names; short forms only where they are known to be English.
pub fn weekday(word: &str, are_short_known: bool) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Mon,
        "tuesday" => Weekday::Tue,
        "wednesday" => Weekday::Wed,
        "thursday" => Weekday::Thu,
        "friday" => Weekday::Fri,
        "saturday" => Weekday::Sat,
        "sunday" => Weekday::Sun,
        _ if !are_short_known => return None,
        "mon" => Weekday::Mon,
        "tue" | "tues" => Weekday::Tue,
        "wed" | "weds" => Weekday::Wed,
        "thu" | "thur" | "thurs" => Weekday::Thu,
        "fri" => Weekday::Fri,
        "sat" => Weekday::Sat,
        "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// The month that a word names.
pub fn month(word: &str, is_english: bool) -> Option<u32> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" => 3,
        "april" | "apr" => 4,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        "mar" if is_english => 3,
        "may" if is_english => 5,
        _ => return None,
    })
}

/// The number that a word from "first" to "twentieth" stands for.
pub fn ordinal_word(word: &str) -> Option<u32> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let place = WORDS.iter().position(|w| *w == word)?;
    u32::try_from(place + 1).ok()
}
