//! Cutting a normalised text into tokens, as 64-bit keys so that nothing is allocated for each.

use super::normal::{is_han, is_unspaced};

/// A token and its weight: a whole word or bigram counts fully, a part of a word less.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    pub key: u64,
    pub weight: f32,
}

const WORD: u64 = 1 << 62;
const GRAM: u64 = 2 << 62;
const SYNONYM: u64 = 3 << 62;

/// The weight of a character 4-gram inside a word: it forgives typos and endings but proves less than the word.
const GRAM_WEIGHT: f32 = 0.35;
/// The weight of a single Han character beside the bigrams it is in.
const HAN_WEIGHT: f32 = 1.0;
/// The weight of a synonym group that both sides belong to.
const SYNONYM_WEIGHT: f32 = 1.2;

/// The tokens of a normalised text.
#[must_use]
pub fn tokens(normal: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(normal.len());
    let mut previous: Option<char> = None;
    let mut word = String::new();
    for c in normal.chars() {
        if is_unspaced(c) {
            flush(&mut word, &mut out);
            if let Some(before) = previous {
                out.push(Token {
                    key: (u64::from(u32::from(before)) << 21) | u64::from(u32::from(c)),
                    weight: 1.0,
                });
            }
            if is_han(c) {
                out.push(Token {
                    key: u64::from(u32::from(c)),
                    weight: HAN_WEIGHT,
                });
            }
            previous = Some(c);
        } else {
            previous = None;
            if c == ' ' {
                flush(&mut word, &mut out);
            } else {
                word.push(c);
            }
        }
    }
    flush(&mut word, &mut out);
    // A text of one kana or one unspaced letter still needs something to be found by.
    if out.is_empty() {
        out.extend(previous.map(|c| Token {
            key: u64::from(u32::from(c)),
            weight: HAN_WEIGHT,
        }));
    }
    out
}

/// The token of a synonym group.
#[must_use]
pub fn synonym(group: u32) -> Token {
    Token {
        key: SYNONYM | u64::from(group),
        weight: SYNONYM_WEIGHT,
    }
}

fn flush(word: &mut String, out: &mut Vec<Token>) {
    if word.is_empty() {
        return;
    }
    out.push(Token {
        key: WORD | (hash(word.bytes()) >> 2),
        weight: 1.0,
    });
    if word.len() >= 4 {
        let padded: Vec<char> = std::iter::once('^')
            .chain(word.chars())
            .chain(std::iter::once('$'))
            .collect();
        for gram in padded.windows(4) {
            let bytes = gram.iter().flat_map(|c| u32::from(*c).to_le_bytes());
            out.push(Token {
                key: GRAM | (hash(bytes) >> 2),
                weight: GRAM_WEIGHT,
            });
        }
    }
    word.clear();
}

/// FNV-1a, 64 bits: short inputs, no attacker to fear, the same on every machine.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}
