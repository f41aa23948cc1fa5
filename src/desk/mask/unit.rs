//! Digits however they are written or spoken, and the runs that they form.

use super::glyph::{Glyph, is_ringed};

/// How a digit is written. A change of script is where a particle such as 「に」 may have been read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Decimal,
    Ringed,
    Kanji,
    Kana,
    English,
}

/// One digit: its value, how it is written, the glyphs it takes, and what separates it from the one before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub value: u8,
    pub script: Script,
    /// The first glyph and the glyph after the last.
    pub from: usize,
    pub to: usize,
    /// The kinds of separator before the digit, as bits; 0 when it follows directly or begins the run.
    pub gap: u16,
}

pub(super) const SPACE: u16 = 1;
pub(super) const LINE: u16 = 2;
pub(super) const HYPHEN: u16 = 4;
pub(super) const DOT: u16 = 8;
pub(super) const COMMA: u16 = 16;
pub(super) const SLASH: u16 = 32;
pub(super) const MIDDLE: u16 = 64;
pub(super) const BRACKET: u16 = 128;
pub(super) const STOP: u16 = 256;
pub(super) const SPOKEN: u16 = 512;
const WAVE: u16 = 1024;

/// More separators than this between two digits part them.
const MOST_SEPARATORS: usize = 8;

/// The fewest digits that any secret has; shorter runs are not kept.
const SHORTEST: usize = 4;

/// Every run of at least four digits with nothing but separators between them.
///
/// `skipped` says which glyphs belong to something that is known to be harmless.
pub(super) fn runs(glyphs: &[Glyph], skipped: impl Fn(usize) -> bool) -> Vec<Vec<Unit>> {
    let mut runs = Vec::new();
    let mut run: Vec<Unit> = Vec::new();
    let (mut at, mut gap, mut waited) = (0, 0, 0);
    while at < glyphs.len() {
        let before = run.len();
        if !skipped(at) {
            read(glyphs, at, gap, &mut run);
        }
        if let Some(last) = run.last().filter(|_| run.len() > before) {
            (at, gap, waited) = (last.to.max(at + 1), 0, 0);
            continue;
        }
        match separator(glyphs[at].c) {
            Some(kind) if !run.is_empty() && waited < MOST_SEPARATORS && !skipped(at) => {
                gap |= kind;
                waited += 1;
            }
            _ => {
                close(&mut run, &mut runs);
                (gap, waited) = (0, 0);
            }
        }
        at += 1;
    }
    close(&mut run, &mut runs);
    runs
}

/// The kind of separator a character is between digits. 「の」 is how a hyphen is spoken.
pub(super) const fn separator(c: char) -> Option<u16> {
    Some(match c {
        ' ' | '\t' => SPACE,
        '\n' => LINE,
        '-' | 'ー' => HYPHEN,
        '.' => DOT,
        ',' | '、' => COMMA,
        '/' => SLASH,
        '・' => MIDDLE,
        '(' | ')' => BRACKET,
        '。' => STOP,
        'の' => SPOKEN,
        '〜' => WAVE,
        _ => return None,
    })
}

fn close(run: &mut Vec<Unit>, runs: &mut Vec<Vec<Unit>>) {
    if run.len() >= SHORTEST {
        runs.push(std::mem::take(run));
    } else {
        run.clear();
    }
}

/// Adds the digit or the digits that begin at a glyph, if any do.
fn read(glyphs: &[Glyph], at: usize, gap: u16, run: &mut Vec<Unit>) {
    let Glyph { c, raw, .. } = glyphs[at];
    let one = |value: u8, script, length| Unit {
        value,
        script,
        from: at,
        to: at + length,
        gap,
    };
    if let Some(value) = c.to_digit(10).and_then(|value| u8::try_from(value).ok()) {
        let script = if is_ringed(raw) {
            Script::Ringed
        } else {
            Script::Decimal
        };
        run.push(one(value, script, 1));
    } else if c.is_ascii_lowercase() {
        english(glyphs, at, gap, run);
    } else if let Some(value) = kanji(c) {
        run.push(one(value, Script::Kanji, 1));
    } else if ('ぁ'..='ん').contains(&c)
        && let Some((value, length)) = kana(glyphs, at)
    {
        run.push(one(value, Script::Kana, length));
    }
}

/// The value of a kanji digit, with the circles people write for zero and the forms used in deeds.
const fn kanji(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' | '◯' => 0,
        '一' | '壱' | '壹' => 1,
        '二' | '弐' | '贰' => 2,
        '三' | '参' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陸' => 6,
        '七' | '漆' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// A spoken digit in kana and its length. They may be drawn out (にい, ごー), as on the telephone.
fn kana(glyphs: &[Glyph], at: usize) -> Option<(u8, usize)> {
    let next = |ahead: usize| glyphs.get(at + ahead).map_or('\0', |g| g.c);
    let drawn = |signs: [char; 2]| signs.contains(&next(1)) && next(2) != 'ち';
    let (value, length) = match (glyphs[at].c, next(1)) {
        ('い', 'ち') => (1, 2),
        ('に', _) if drawn(['い', 'ぃ']) => (2, 2),
        ('に', _) => (2, 1),
        ('さ', 'ん') => (3, 2),
        ('し', 'ち') | ('な', 'な') => (7, 2),
        ('し', _) => (4, 1),
        ('よ', 'ん') => (4, 2),
        ('ご', _) if drawn(['お', 'う']) => (5, 2),
        ('ご', _) => (5, 1),
        ('ろ', 'く') => (6, 2),
        ('は', 'ち') => (8, 2),
        ('き', 'ゅ') if next(2) == 'う' => (9, 3),
        ('き', 'ゅ') => (9, 2),
        ('く', _) => (9, 1),
        ('ぜ', 'ろ') | ('れ', 'い') | ('ま', 'る') => (0, 2),
        _ => return None,
    };
    let drawn_out = (length..length + 3)
        .take_while(|i| next(*i) == 'ー')
        .count();
    Some((value, length + drawn_out))
}

const ENGLISH: [(&str, u8); 12] = [
    ("zero", 0),
    ("oh", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("o", 0),
];

/// Adds the digits of an English word that consists of digit words only; "phone" holds no "one".
fn english(glyphs: &[Glyph], at: usize, gap: u16, run: &mut Vec<Unit>) {
    let is_letter = |i: usize| glyphs.get(i).is_some_and(|g| g.c.is_ascii_lowercase());
    if at > 0 && is_letter(at - 1) {
        return;
    }
    let first = run.len();
    let mut from = at;
    while is_letter(from) {
        let spelled = |word: &str| {
            word.bytes()
                .enumerate()
                .all(|(i, b)| glyphs.get(from + i).is_some_and(|g| g.c == char::from(b)))
        };
        let Some((word, value)) = ENGLISH.iter().find(|(word, _)| spelled(word)) else {
            run.truncate(first);
            return;
        };
        let to = from + word.len();
        let gap = if from == at { gap } else { 0 };
        run.push(Unit {
            value: *value,
            script: Script::English,
            from,
            to,
            gap,
        });
        from = to;
    }
}
