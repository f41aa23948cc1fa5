//! Names of people: what stands before さん or 様.

use std::ops::Range;

/// How people are addressed.
const HONORIFICS: [&str; 4] = ["さん", "さま", "様", "殿"];
/// A longer run of characters is no name.
const NAME_CHARS_MAX: usize = 24;

/// Who is addressed without a name.
const NOT_NAMES: [&str; 28] = [
    "客",
    "皆",
    "神",
    "王",
    "奥",
    "子",
    "娘",
    "息子",
    "父",
    "母",
    "兄",
    "姉",
    "弟",
    "妹",
    "嫁",
    "孫",
    "医者",
    "患者",
    "仕",
    "同",
    "模",
    "多",
    "一",
    "異",
    "有",
    "旦那",
    "利用者",
    "職員",
];

/// What follows 様 inside a word: 様子, 様式, 様々.
const INSIDE_WORDS: &str = "子式々態相";

/// The names in a text, without how the people are addressed.
pub fn names(text: &[char]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 1..text.len() {
        let begins = |word: &&&str| {
            let mut chars = word.chars().enumerate();
            chars.all(|(n, c)| text.get(at + n) == Some(&c))
        };
        let Some(honorific) = HONORIFICS.iter().find(begins) else {
            continue;
        };
        let next = text.get(at + honorific.chars().count());
        if *honorific == "様" && next.is_some_and(|c| INSIDE_WORDS.contains(*c)) {
            continue;
        }
        let end = trimmed(text, at);
        let start = start_of_name(text, end);
        let floor = found.last().map_or(0, |range| range.end);
        if start >= end || start < floor || !is_name(text, start..end) {
            continue;
        }
        found.push(start..end);
    }
    found
}

/// A space may stand between a name and how somebody is addressed.
fn trimmed(text: &[char], mut end: usize) -> usize {
    while end > 0 && matches!(text[end - 1], ' ' | '\u{3000}') {
        end -= 1;
    }
    end
}

/// The class of a character, as far as names go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Kanji,
    Katakana,
    Latin,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '\u{4e00}'..='\u{9fff}' | '々' | 'ヶ' => Class::Kanji,
        '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Class::Katakana,
        _ if c.is_alphabetic() && !('\u{3041}'..='\u{30ff}').contains(&c) => Class::Latin,
        _ => Class::Other,
    }
}

/// Back over one run of characters of the same class; the words of a foreign name are joined by spaces or dots.
fn start_of_name(text: &[char], end: usize) -> usize {
    let Some(own) = end.checked_sub(1).map(|at| class(text[at])) else {
        return end;
    };
    if own == Class::Other {
        return end;
    }
    let joins = |at: usize| {
        let is_mark = match own {
            Class::Latin => " .-'’".contains(text[at]),
            Class::Katakana => "・＝ =".contains(text[at]),
            _ => false,
        };
        is_mark && at > 0 && class(text[at - 1]) == own
    };
    let mut start = end;
    while start > 0
        && end - start < NAME_CHARS_MAX
        && (class(text[start - 1]) == own || joins(start - 1))
    {
        start -= 1;
    }
    start
}

fn is_name(text: &[char], range: Range<usize>) -> bool {
    let name: String = text[range.clone()].iter().collect();
    let before = range.start.checked_sub(1).map(|at| text[at]);
    let is_polite = matches!(before, Some('お' | 'ご'));
    !is_polite && !NOT_NAMES.contains(&name.as_str()) && !name.ends_with("の皆")
}
