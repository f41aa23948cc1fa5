//! Cutting a normalised text into tokens, as 64-bit keys so that nothing is allocated for each.
//!
//! Scripts without spaces between words, and Korean, where people leave them out, are cut into pairs of neighbours
//! beside the single characters; Burmese into pairs of syllables. Words of the other scripts count whole, in parts of
//! four characters against typos and endings, by their consonants against free spelling (Nepali is typed in two
//! scripts: हरायो and "haraayo" are both h-r-y), and in pairs.

use super::normal::{is_han, is_hangul, is_unspaced};

/// A token and its weight: a whole word or pair counts fully, a part of a word less.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    pub key: u64,
    pub weight: f32,
}

const WORD: u64 = 1 << 61;
const GRAM: u64 = 2 << 61;
const SYNONYM: u64 = 3 << 61;
const CONSONANTS: u64 = 4 << 61;
const WORD_PAIR: u64 = 5 << 61;
const SYLLABLE: u64 = 6 << 61;

/// The weight of a character 4-gram inside a word: it forgives typos and endings but proves less than the word.
const GRAM_WEIGHT: f32 = 0.35;
/// The weight of a single Han character beside the pairs it is in.
const HAN_WEIGHT: f32 = 1.0;
/// The weight of a single Hangul syllable beside the pairs it is in.
const HANGUL_WEIGHT: f32 = 0.4;
/// The weight of a single Burmese syllable.
const SYLLABLE_WEIGHT: f32 = 0.7;
/// The weight of a word's consonants.
const CONSONANTS_WEIGHT: f32 = 0.4;
/// The weight of two words side by side.
const WORD_PAIR_WEIGHT: f32 = 0.3;
/// The weight of a synonym group that both sides belong to.
const SYNONYM_WEIGHT: f32 = 1.2;

/// The tokens of a normalised text.
#[must_use]
pub fn tokens(normal: &str) -> Vec<Token> {
    let mut cutter = Cutter {
        out: Vec::with_capacity(normal.len()),
        ..Cutter::default()
    };
    for c in normal.chars() {
        cutter.take(c);
    }
    cutter.end_word();
    cutter.end_syllables();
    // A text of one kana or one unspaced letter still needs something to be found by.
    if cutter.out.is_empty() {
        let single = cutter
            .previous
            .map(|c| (u64::from(u32::from(c)), HAN_WEIGHT));
        cutter
            .out
            .extend(single.map(|(key, weight)| Token { key, weight }));
    }
    cutter.out
}

/// The token of a synonym group.
#[must_use]
pub fn synonym(group: u32) -> Token {
    Token {
        key: SYNONYM | u64::from(group),
        weight: SYNONYM_WEIGHT,
    }
}

/// A text on its way into tokens.
#[derive(Default)]
struct Cutter {
    out: Vec<Token>,
    /// The unspaced character before.
    previous: Option<char>,
    word: Vec<char>,
    previous_word: Option<u64>,
    /// A run of Burmese letters.
    burmese: Vec<char>,
}

impl Cutter {
    fn push(&mut self, key: u64, weight: f32) {
        self.out.push(Token { key, weight });
    }

    fn take(&mut self, c: char) {
        if is_burmese(c) {
            self.end_word();
            self.previous = None;
            self.burmese.push(c);
            return;
        }
        self.end_syllables();
        if is_unspaced(c) {
            self.end_word();
            if let Some(before) = self.previous {
                let key = (u64::from(u32::from(before)) << 21) | u64::from(u32::from(c));
                self.push(key, 1.0);
            }
            let single = match c {
                c if is_han(c) => HAN_WEIGHT,
                c if is_hangul(c) => HANGUL_WEIGHT,
                _ => 0.0,
            };
            if single > 0.0 {
                self.push(u64::from(u32::from(c)), single);
            }
            self.previous = Some(c);
            self.previous_word = None;
        } else {
            self.previous = None;
            if c == ' ' {
                self.end_word();
            } else {
                self.word.push(c);
            }
        }
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let word = std::mem::take(&mut self.word);
        let whole = hash(&word) >> 3;
        self.push(WORD | whole, 1.0);
        if word.len() >= 4 {
            let mut padded = Vec::with_capacity(word.len() + 2);
            padded.push('^');
            padded.extend(&word);
            padded.push('$');
            for gram in padded.windows(4) {
                self.push(GRAM | (hash(gram) >> 3), GRAM_WEIGHT);
            }
        }
        if let Some(bones) = consonants(&word) {
            self.push(CONSONANTS | (hash(&bones) >> 3), CONSONANTS_WEIGHT);
        }
        if let Some(before) = self.previous_word {
            let pair = (before.rotate_left(17) ^ whole) >> 3;
            self.push(WORD_PAIR | pair, WORD_PAIR_WEIGHT);
        }
        self.previous_word = Some(whole);
        self.word = word;
        self.word.clear();
    }

    fn end_syllables(&mut self) {
        if self.burmese.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.burmese);
        let mut before: Option<u64> = None;
        let mut from = 0;
        for at in 1..=run.len() {
            if at < run.len() && !begins_syllable(&run, at) {
                continue;
            }
            let syllable = hash(&run[from..at]) >> 3;
            self.push(SYLLABLE | syllable, SYLLABLE_WEIGHT);
            if let Some(before) = before {
                let pair = (before.rotate_left(17) ^ syllable) >> 3;
                self.push(SYLLABLE | pair, 1.0);
            }
            before = Some(syllable);
            from = at;
        }
        self.burmese = run;
        self.burmese.clear();
    }
}

fn is_burmese(c: char) -> bool {
    matches!(c, '\u{1000}'..='\u{109F}')
}

/// A Burmese syllable begins at a consonant or free vowel that is neither closed by an asat nor stacked.
fn begins_syllable(run: &[char], at: usize) -> bool {
    let is_letter =
        matches!(run[at], '\u{1000}'..='\u{102A}' | '\u{103F}' | '\u{104C}'..='\u{104F}');
    let is_closed = matches!(run.get(at + 1), Some('\u{1039}' | '\u{103A}'));
    let is_stacked = run[at - 1] == '\u{1039}';
    is_letter && !is_closed && !is_stacked
}

/// The consonants of a word in Latin letters or Devanagari, spelled one way; None for less than two or other scripts.
fn consonants(word: &[char]) -> Option<Vec<char>> {
    let mut bones: Vec<char> = Vec::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let (bone, length) = match word[at] {
            'a' | 'e' | 'i' | 'o' | 'u' => (None, 1),
            c if c.is_ascii_lowercase() => latin_consonant(word, at),
            c if ('\u{0900}'..='\u{097F}').contains(&c) => (devanagari_consonant(c), 1),
            _ => return None,
        };
        if let Some(bone) = bone.filter(|bone| bones.last() != Some(bone)) {
            bones.push(bone);
        }
        at += length;
    }
    (bones.len() >= 2).then_some(bones)
}

/// Aspiration and the kinds of t, s and n are heard and not spelled: th is t, chh is c, ng is n.
fn latin_consonant(word: &[char], at: usize) -> (Option<char>, usize) {
    let next = word.get(at + 1).copied().unwrap_or(' ');
    match (word[at], next) {
        ('c', 'h') if word.get(at + 2) == Some(&'h') => (Some('c'), 3),
        ('p', 'h') => (Some('f'), 2),
        ('c' | 's' | 'k' | 'g' | 't' | 'd' | 'b' | 'j', 'h') => (Some(word[at]), 2),
        ('n', 'g') => (Some('n'), 2),
        ('q', _) => (Some('k'), 1),
        ('w' | 'v', _) => (Some('b'), 1),
        ('z', _) => (Some('j'), 1),
        (c, _) => (Some(c), 1),
    }
}

fn devanagari_consonant(c: char) -> Option<char> {
    Some(match c {
        'क' | 'ख' => 'k',
        'ग' | 'घ' => 'g',
        'च' | 'छ' => 'c',
        'ज' | 'झ' => 'j',
        'ट' | 'ठ' | 'त' | 'थ' => 't',
        'ड' | 'ढ' | 'द' | 'ध' => 'd',
        'ङ' | 'ञ' | 'ण' | 'न' | 'ं' | 'ँ' => 'n',
        'प' => 'p',
        'फ' => 'f',
        'ब' | 'भ' | 'व' => 'b',
        'म' => 'm',
        'य' => 'y',
        'र' => 'r',
        'ल' => 'l',
        'श' | 'ष' | 'स' => 's',
        'ह' => 'h',
        _ => return None,
    })
}

/// FNV-1a, 64 bits: short inputs, no attacker to fear, the same on every machine.
fn hash(chars: &[char]) -> u64 {
    chars.iter().fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        (hash ^ u64::from(u32::from(*c))).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::retrieval::normal::normalize;

    /// Whether two texts have a token of a kind in common.
    fn share(a: &str, b: &str, kind: u64) -> bool {
        let keys = |text: &str| -> Vec<u64> {
            let all = tokens(&normalize(text)).into_iter().map(|t| t.key);
            all.filter(|key| key >> 61 == kind >> 61).collect()
        };
        let (a, b) = (keys(a), keys(b));
        a.iter().any(|key| b.contains(key))
    }

    #[test]
    fn spellings_of_one_word_meet() {
        let check = |a: &str, b: &str, kind: u64, expected: bool| {
            assert_eq!(share(a, b, kind), expected, "{a} / {b}");
        };
        check("हरायो", "haraayo", CONSONANTS, true);
        check("छोरी", "chhori", CONSONANTS, true);
        check("renewal", "renwal", CONSONANTS, true);
        check("kart", "कार्ड", CONSONANTS, false);
        check("certificate", "certificat", GRAM, true);
        check("ကတ်ပျောက်သွားတယ်", "ကတ် ပျောက်", SYLLABLE, true);
        check("마이넘버카드 갱신", "마이넘버카드갱신", 0, true);
        check("预约", "预定", 0, true);
    }
}
