//! A message laid out for the rules: its glyphs, the words in it, and how near the two are.

use std::ops::Range;

use super::Secret;
use super::glyph::Glyph;
use super::lexicon::{Hit, Word};
use super::unit::separator;

/// The longest way, in glyphs, from a word to its digits when only linking words stand between.
const LINKED: usize = 32;

/// The longest way from a word to its digits over other words.
const LOOSE: usize = 18;

/// The longest word in the lexicon, in glyphs, with room to spare.
const LONGEST_WORD: usize = 32;

/// How closely a word and some digits belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// Other words stand between, or a mask does.
    Loose,
    /// Only linking words stand between.
    Linked,
}

/// A message with what has been found in it so far.
pub(super) struct Scene {
    pub glyphs: Vec<Glyph>,
    pub hits: Vec<Hit>,
    /// What is to be masked, by glyphs.
    pub found: Vec<(Range<usize>, Secret)>,
}

impl Scene {
    /// Notes a secret, unless a part of it is noted already.
    pub fn note(&mut self, span: Range<usize>, secret: Secret) {
        if !self.is_noted(&span) {
            self.found.push((span, secret));
        }
    }

    /// Whether a part of the span is noted as a secret.
    pub fn is_noted(&self, span: &Range<usize>) -> bool {
        self.found
            .iter()
            .any(|(other, _)| other.start < span.end && span.start < other.end)
    }

    /// The character at a glyph, or NUL beyond the ends.
    pub fn sign(&self, at: usize) -> char {
        self.glyphs.get(at).map_or('\0', |g| g.c)
    }

    /// The words that begin within so many glyphs of a place.
    fn around(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = &Hit> {
        let first = self.hits.partition_point(|hit| hit.from < from);
        let last = self.hits.partition_point(|hit| hit.from <= to);
        self.hits[first..last.max(first)].iter()
    }

    /// Whether one of the words ends at most `before` glyphs before the span or begins `after` behind it.
    pub fn is_near(
        &self,
        words: &[Word],
        span: &Range<usize>,
        before: usize,
        after: usize,
    ) -> bool {
        self.around(
            span.start.saturating_sub(before + LONGEST_WORD),
            span.end + after,
        )
        .any(|hit| {
            let is_before = hit.to <= span.start && span.start - hit.to <= before;
            let is_after = hit.from >= span.end;
            words.contains(&hit.word) && (is_before || is_after)
        })
    }

    /// How closely one of the words in front of a place is bound to it, by the closest of them.
    pub fn bond_before(&self, word: Word, place: usize) -> Option<Bond> {
        self.around(place.saturating_sub(LINKED + LONGEST_WORD), place)
            .rev()
            .filter(|hit| hit.word == word && hit.to <= place)
            .filter_map(|hit| self.bond(hit.to..place))
            .max()
    }

    fn bond(&self, between: Range<usize>) -> Option<Bond> {
        let is_masked = self.glyphs[between.clone()].iter().any(|g| g.c == '●');
        if between.len() <= LINKED && self.is_linking(&between, is_masked) {
            return Some(if is_masked { Bond::Loose } else { Bond::Linked });
        }
        let is_elsewhere = || {
            self.around(between.start, between.end)
                .any(|hit| hit.word == Word::Other)
        };
        (between.len() <= LOOSE && !is_masked && !is_elsewhere()).then_some(Bond::Loose)
    }

    /// Whether only linking words and signs stand between a word and its digits.
    ///
    /// Behind a mask only particles link: "my PIN is ●●●● or 5678", but not a new sentence.
    fn is_linking(&self, between: &Range<usize>, is_masked: bool) -> bool {
        let mut at = between.start;
        let mut is_behind_mask = false;
        while at < between.end {
            let c = self.sign(at);
            is_behind_mask |= c == '●';
            let word = self
                .hit_at(at)
                .filter(|hit| hit.to <= between.end && links(hit.word, is_behind_mask));
            at = match word {
                Some(hit) => hit.to,
                None if is_sign(c) && !(is_masked && matches!(c, '。' | '!' | '?' | '\n')) => {
                    at + 1
                }
                None if c.is_ascii_digit() && self.is_count(at) => at + 1,
                None => return false,
            };
        }
        true
    }

    /// Whether a word behind some digits claims them: 「1234が暗証番号」, "1234 is my PIN".
    pub fn bond_behind(&self, word: Word, place: usize) -> Option<Bond> {
        let mut at = place;
        let mut bond = Bond::Loose;
        while at <= place + LOOSE {
            match self.hit_at(at) {
                Some(hit) if hit.word == word => return Some(bond),
                Some(hit) if hit.word == Word::Is => (at, bond) = (hit.to, Bond::Linked),
                Some(hit) if is_possessive(self, hit) => at = hit.to,
                _ if matches!(
                    self.sign(at),
                    ' ' | '(' | '=' | '"' | '\'' | '「' | '」' | '『' | '』' | '→' | '←'
                ) =>
                {
                    at += 1;
                }
                _ => return None,
            }
        }
        None
    }

    /// The longest word that begins at a glyph.
    pub fn hit_at(&self, at: usize) -> Option<&Hit> {
        self.around(at, at).next()
    }

    /// Whether a digit counts digits, as in 「(6〜16桁)」.
    fn is_count(&self, at: usize) -> bool {
        let behind = (at..at + 6).find(|i| !matches!(self.sign(*i), '0'..='9' | '〜' | '-' | ' '));
        behind.is_some_and(|i| matches!(self.sign(i), '桁' | 'け' | '文'))
    }
}

fn is_possessive(scene: &Scene, hit: &Hit) -> bool {
    match hit.word {
        Word::Particle => matches!(scene.sign(hit.from), 'の' | 'm' | 't' | 'd'),
        Word::Link => matches!(
            scene.sign(hit.from),
            '私' | 'わ' | '僕' | '今' | '現' | '新' | '旧' | '前' | 'o' | 'n' | 'c'
        ),
        Word::MyNumber => true,
        _ => false,
    }
}

const fn links(word: Word, is_behind_mask: bool) -> bool {
    match word {
        Word::Particle => true,
        Word::Link | Word::Is | Word::Number | Word::Pin | Word::MyNumber => !is_behind_mask,
        _ => false,
    }
}

fn is_sign(c: char) -> bool {
    separator(c).is_some()
        || matches!(
            c,
            ':' | '='
                | '「'
                | '」'
                | '『'
                | '』'
                | '"'
                | '\''
                | '['
                | ']'
                | '【'
                | '】'
                | '<'
                | '>'
        )
        || matches!(
            c,
            '→' | '⇒'
                | '!'
                | '?'
                | '*'
                | '#'
                | '“'
                | '”'
                | '‘'
                | '’'
                | '《'
                | '》'
                | '('
                | ')'
                | '●'
        )
}
