//! Placeholders: writing them, and finding them again in what an engine made of them.

use super::figures::{digit, fold};

/// A placeholder in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// From one.
    pub number: usize,
    /// In bytes.
    pub start: usize,
    pub end: usize,
}

/// The placeholder of a value.
pub fn mark(number: usize) -> String {
    format!("[X{number}X]")
}

/// The placeholders of a text in their order: with or without brackets, with spaces inside, in any case, width and
/// script of figures, also with the letters of other alphabets that look the same.
pub fn marks(text: &str) -> Vec<Mark> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match read(&chars, at, text.len()) {
            Some((mark, next)) => {
                found.push(mark);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// A placeholder that begins at a character, and the character after it.
fn read(chars: &[(usize, char)], start: usize, length: usize) -> Option<(Mark, usize)> {
    let get = |at: usize| chars.get(at).map(|(_, c)| *c);
    let skip = |mut at: usize| {
        while get(at).is_some_and(|c| c == ' ' || c == '\u{a0}' || c == '\u{3000}') {
            at += 1;
        }
        at
    };
    let opens = get(start).is_some_and(is_open);
    let letter = if opens { skip(start + 1) } else { start };
    if !get(letter).is_some_and(is_x) || (!opens && is_inside_word(chars, start)) {
        return None;
    }
    let mut at = skip(letter + 1);
    let mut number = 0_usize;
    let first = at;
    while let Some(value) = get(at).and_then(digit) {
        number = number.checked_mul(10)?.checked_add(value as usize)?;
        at += 1;
    }
    let last = skip(at);
    if at == first || at - first > 3 || !get(last).is_some_and(is_x) {
        return None;
    }
    let mut end = last + 1;
    let closing = skip(end);
    if get(closing).is_some_and(is_close) {
        end = closing + 1;
    } else if get(end).is_some_and(|c| fold(c).is_ascii_alphanumeric()) {
        // A longer word that only begins like one.
        return None;
    }
    let byte = |at: usize| chars.get(at).map_or(length, |(byte, _)| *byte);
    let mark = Mark {
        number,
        start: byte(start),
        end: byte(end),
    };
    Some((mark, end))
}

fn is_inside_word(chars: &[(usize, char)], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| chars.get(at));
    before.is_some_and(|(_, c)| fold(*c).is_ascii_alphanumeric())
}

/// The letter itself, Cyrillic kha, Greek chi and the sign of multiplication.
fn is_x(c: char) -> bool {
    matches!(fold(c), 'x' | 'X' | 'х' | 'Х' | 'χ' | 'Χ' | '×')
}

fn is_open(c: char) -> bool {
    matches!(c, '[' | '［' | '【' | '〔' | '(' | '（' | '「')
}

fn is_close(c: char) -> bool {
    matches!(c, ']' | '］' | '】' | '〕' | ')' | '）' | '」')
}
