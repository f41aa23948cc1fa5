//! A place in a Japanese text, from which words and numbers can be taken.

use super::normal::{is_kanji_numeral, kanji_number};

/// The longest number that can belong to a date or a time.
const DIGITS_MAX: usize = 4;

/// A place in a text. It is copied to try something, and the copy is kept when that succeeds.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

/// A whole number and whether it was written in kanji.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    pub value: u32,
    pub is_kanji: bool,
}

impl<'a> Cursor<'a> {
    /// Stands at the beginning of a text.
    pub const fn new(text: &'a str) -> Cursor<'a> {
        Cursor { text, at: 0 }
    }

    /// How many bytes lie before.
    pub const fn position(&self) -> usize {
        self.at
    }

    /// What lies between an earlier position and this one.
    pub fn since(&self, position: usize) -> &'a str {
        self.text.get(position..self.at).unwrap_or_default()
    }

    /// What lies ahead.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What lies ahead without leading spaces.
    pub fn ahead(&self) -> &'a str {
        self.rest().trim_start_matches(' ')
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before.
    pub fn previous(&self) -> Option<char> {
        self.text.get(..self.at)?.chars().next_back()
    }

    /// Passes over the spaces ahead.
    pub fn skip_spaces(&mut self) {
        self.at = self.text.len() - self.ahead().len();
    }

    /// Passes over one character, or over a whole run of figures and letters, or over a whole
    /// kanji number.
    pub fn skip(&mut self) {
        let run = self.token().len();
        let kanji = self.kanji_run().len();
        let one = self.peek().map_or(0, char::len_utf8);
        self.at += one.max(run).max(kanji);
    }

    /// Takes a word if it is next. Spaces before it or within it do not matter.
    pub fn eat(&mut self, word: &str) -> bool {
        let ahead = self.ahead();
        if let Some(rest) = ahead.strip_prefix(word) {
            self.at = self.text.len() - rest.len();
            return true;
        }
        let mut rest = ahead;
        if ahead.as_bytes().get(..3) != word.as_bytes().get(..3) {
            return false;
        }
        for (index, c) in word.chars().enumerate() {
            if index > 0 {
                rest = rest.trim_start_matches(' ');
            }
            match rest.strip_prefix(c) {
                Some(after) => rest = after,
                None => return false,
            }
        }
        self.at = self.text.len() - rest.len();
        true
    }

    /// Takes the first of several words that is next.
    pub fn eat_any(&mut self, words: &[&str]) -> bool {
        let head = self.ahead().as_bytes();
        words
            .iter()
            .any(|word| begins_alike(head, word) && self.eat(word))
    }

    /// Finds and takes the first of several words and gives what it stands for.
    pub fn eat_meaning<T: Copy>(&mut self, words: &[(&str, T)]) -> Option<T> {
        let head = self.ahead().as_bytes();
        let found = words
            .iter()
            .find(|(word, _)| begins_alike(head, word) && self.eat(word));
        found.map(|(_, meaning)| *meaning)
    }

    /// Whether one of several words is next.
    pub fn sees_any(&self, words: &[&str]) -> bool {
        let mut copy = *self;
        copy.eat_any(words)
    }

    /// The run of figures, Latin letters and the marks between them that is next, for example
    /// `12/5` or `k-4827`.
    pub fn token(&self) -> &'a str {
        let rest = self.rest();
        if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return "";
        }
        let joins = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'.' | b':');
        let length = rest.bytes().take_while(joins).count();
        rest[..length].trim_end_matches(['/', '-', '.', ':'])
    }

    /// Takes the whole token that is next.
    pub fn eat_token(&mut self) -> &'a str {
        self.skip_spaces();
        let token = self.token();
        self.at += token.len();
        token
    }

    /// Takes a whole number of at most four digits, in figures or in kanji.
    pub fn number(&mut self) -> Option<Number> {
        self.skip_spaces();
        let token = self.token();
        let is_number = token.len() <= DIGITS_MAX && token.bytes().all(|b| b.is_ascii_digit());
        if !token.is_empty() {
            let value = token.parse().ok().filter(|_| is_number)?;
            self.at += token.len();
            return Some(Number {
                value,
                is_kanji: false,
            });
        }
        let run = self.kanji_run();
        let value = kanji_number(run).filter(|value| *value <= 9999 && !run.is_empty())?;
        self.at += run.len();
        Some(Number {
            value,
            is_kanji: true,
        })
    }

    fn kanji_run(&self) -> &'a str {
        let rest = self.rest();
        let length = rest
            .chars()
            .take_while(|c| is_kanji_numeral(*c))
            .map(char::len_utf8)
            .sum();
        &rest[..length]
    }
}

/// Whether a word and what lies ahead have the first letter in common: a quick test before the
/// exact one.
fn begins_alike(head: &[u8], word: &str) -> bool {
    match (head.first_chunk::<3>(), word.as_bytes().first_chunk::<3>()) {
        (Some(ahead), Some(first)) => ahead == first,
        _ => true,
    }
}
