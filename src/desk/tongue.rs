//! Which language a message is in.
//!
//! Some scripts leave no doubt. Latin letters, Han characters and kana do: 在留卡更新 may be Chinese or a Japanese
//! note, Nepali and Burmese are typed in Latin letters, and everybody mixes in Japanese words. A naive Bayes model over
//! words and pieces of words decides there. It learns from the reviewed wordings, which were written the way people type
//! (without accents, romanised, mixed), so a new language needs nothing but its files. `whatlang` is asked only whether
//! a longer text is in a language that nobody here speaks.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;

use unicode_normalization::UnicodeNormalization;

use super::language::Language;
use super::retrieval::index::KeyHasher;
use super::retrieval::normal::{is_caseless, is_composed, is_han, is_kana};

/// A guess at the language of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detected {
    /// None also when it is a language that is not spoken here.
    pub language: Option<Language>,
    /// There is hardly a doubt.
    pub strong: bool,
    /// It is plainly a language that is not spoken here.
    pub foreign: bool,
}

/// The language model.
#[derive(Debug, Default)]
pub struct Tongues {
    /// The language of each column, and whether it is its form in Latin letters: Nepali is typed in two scripts, and
    /// each has its own habits.
    languages: Vec<(Language, bool)>,
    /// For each piece the row of its counts in `counts`.
    pieces: HashMap<u64, u32, BuildHasherDefault<KeyHasher>>,
    /// One count for each language and piece.
    counts: Vec<f32>,
    /// The logarithm of what a piece never seen in a language is worth there.
    unseen: Vec<f32>,
    totals: Vec<f32>,
}

/// More languages and forms of them than are ever offered.
const COLUMNS_MAX: usize = 32;
/// Pieces of words have so many characters at most.
const PIECE_CHARS_MAX: usize = 3;
/// What every piece is given in every language, so that none is impossible.
const SMOOTHING: f32 = 0.3;
/// Pieces of one text overlap, so their evidence counts in part.
const OVERLAP: f32 = 0.35;
/// How much the language of the conversation is preferred, in the same units as evidence.
const LOYALTY: f32 = 0.7;
/// A lead this large leaves hardly a doubt.
const STRONG_LEAD: f32 = 3.0;
/// A text of so many letters can be recognised as foreign.
const FOREIGN_LETTERS_MIN: usize = 12;
/// Shares of pieces that no language here has.
const FOREIGN_UNKNOWN_MIN: f32 = 0.34;
/// Shares of unknown pieces or words that suffice where `whatlang` knows better, without and with its own doubt.
const FOREIGN_RELIABLE_MIN: f32 = 0.16;
const FOREIGN_WORDS_RELIABLE_MIN: f32 = 0.34;
const FOREIGN_WORDS_MIN: f32 = 0.5;

/// Fewer Latin letters say nothing about the language.
const LETTERS_MIN: usize = 4;
/// So many kana are a sentence.
const KANA_STRONG_MIN: usize = 6;
/// Of a short text with so large a share of unknown pieces nothing can be said.
const NOTHING_KNOWN_MIN: f32 = 0.9;

/// How much of a text no language here has.
#[derive(Clone, Copy, Debug, Default)]
struct Unknown {
    pieces: f32,
    words: f32,
}

/// Hindi is written like Nepali; these words are only Hindi.
const HINDI_WORDS: [&str; 11] = [
    "है",
    "हैं",
    "में",
    "नहीं",
    "क्या",
    "मुझे",
    "कैसे",
    "मेरा",
    "चाहिए",
    "हूँ",
    "करें",
];

/// Words that are French and nothing else here.
const FRENCH_WORDS: [&str; 18] = [
    "j'ai", "je", "est", "une", "pour", "mon", "les", "des", "où", "comment", "carte", "avec",
    "faut", "suis", "vous", "nous", "dois-je", "puis",
];

impl Tongues {
    /// Learns from texts of each language. Japanese and やさしい日本語 are one here.
    #[must_use]
    pub fn learn<'a>(texts: impl Iterator<Item = (Language, &'a str)>) -> Tongues {
        let mut model = Tongues::default();
        // One row a piece, a count for each column, in one piece of memory.
        let mut rows: Vec<u16> = Vec::new();
        for (language, text) in texts {
            let form = (merged(language), is_romanised(text));
            let at = model.languages.iter().position(|known| *known == form);
            let at = at.unwrap_or_else(|| {
                model.languages.push(form);
                model.totals.push(0.0);
                model.languages.len() - 1
            });
            let column = at.min(COLUMNS_MAX - 1);
            let Tongues { pieces, totals, .. } = &mut model;
            each_piece(text, |piece, _| {
                let next = u32::try_from(rows.len() / COLUMNS_MAX).unwrap_or(u32::MAX);
                let row = *pieces.entry(piece).or_insert(next);
                if row == next {
                    rows.resize(rows.len() + COLUMNS_MAX, 0);
                }
                let count = &mut rows[row as usize * COLUMNS_MAX + column];
                *count = count.saturating_add(1);
                totals[at] += 1.0;
            });
        }
        model.keep(&rows);
        model.finish();
        model
    }

    /// Keeps the pieces that were seen more than once; a single one proves little and takes as much room.
    fn keep(&mut self, rows: &[u16]) {
        let width = self.languages.len();
        let row = |at: u32| &rows[at as usize * COLUMNS_MAX..][..COLUMNS_MAX];
        let is_kept = |at: u32| row(at).iter().map(|n| u32::from(*n)).sum::<u32>() > 1;
        self.pieces.retain(|_, row| is_kept(*row));
        self.pieces.shrink_to_fit();
        self.counts = vec![0.0; self.pieces.len() * width];
        for (at, place) in (0u32..).zip(self.pieces.values_mut()) {
            let counts = &mut self.counts[at as usize * width..][..width];
            for (count, found) in counts.iter_mut().zip(row(*place)) {
                *count = f32::from(*found);
            }
            *place = at;
        }
    }

    /// Turns counts into logarithms of probabilities.
    fn finish(&mut self) {
        let width = self.languages.len().max(1);
        let kinds = float(self.pieces.len());
        let logs: Vec<f32> = self
            .totals
            .iter()
            .map(|total| (total + SMOOTHING * kinds).ln())
            .collect();
        for row in self.counts.chunks_mut(width) {
            for (count, log) in row.iter_mut().zip(&logs) {
                *count = (*count + SMOOTHING).ln() - log;
            }
        }
        self.unseen = logs.iter().map(|log| SMOOTHING.ln() - log).collect();
    }

    /// The language of a message. `hint` is the language of the conversation.
    #[must_use]
    pub fn detect(&self, text: &str, hint: Language) -> Detected {
        if let Some(certain) = by_script(text) {
            return self.offered(certain, hint);
        }
        let (scores, unknown) = self.scores(text, hint);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let is_kana_alone = text.chars().filter(|c| c.is_alphabetic()).all(is_kana);
        if letters > 0 && is_kana_alone {
            // A word or two of Japanese is said in every language.
            let strong = letters >= KANA_STRONG_MIN;
            let japanese = self.offered(Some(Language::Ja), hint);
            return Detected { strong, ..japanese };
        }
        let mut of_language: BTreeMap<Language, f32> = BTreeMap::new();
        for (score, language) in scores {
            let best = of_language.entry(language).or_insert(f32::NEG_INFINITY);
            *best = best.max(score);
        }
        let mut ranked: Vec<(f32, Language)> =
            of_language.into_iter().map(|(l, s)| (s, l)).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        let second = ranked.get(1).map_or(f32::NEG_INFINITY, |(score, _)| *score);
        let best = ranked.first().copied();
        let Some((top, language)) = best.filter(|_| letters > 0) else {
            return Detected::default();
        };
        // "x", "hi" and "no" are of any language.
        let is_scrap = letters < LETTERS_MIN && text.is_ascii();
        if is_scrap || unknown.pieces >= NOTHING_KNOWN_MIN && letters < FOREIGN_LETTERS_MIN {
            return Detected::default();
        }
        let is_french = language == Language::PtBr && has_french(text);
        if is_french || is_foreign(text, letters, unknown) {
            return Detected {
                language: None,
                strong: true,
                foreign: true,
            };
        }
        Detected {
            language: Some(same_form(language, hint)),
            strong: top - second >= STRONG_LEAD && unknown.pieces < FOREIGN_UNKNOWN_MIN,
            foreign: false,
        }
    }

    /// The evidence for each language, and how much of the text none of them has.
    fn scores(&self, text: &str, hint: Language) -> (Vec<(f32, Language)>, Unknown) {
        let width = self.languages.len();
        let mut scores = vec![0.0f32; width];
        // Pieces, then words; all of them, then the unknown ones.
        let mut counts = [[0.0f32; 2]; 2];
        each_piece(text, |piece, is_word| {
            let row = self.pieces.get(&piece);
            let logs = match row {
                Some(row) => &self.counts[*row as usize * width..][..width],
                None => &self.unseen,
            };
            for (score, log) in scores.iter_mut().zip(logs) {
                *score += log;
            }
            let kinds = 1 + usize::from(is_word);
            for count in counts.iter_mut().take(kinds) {
                count[0] += 1.0;
                count[1] += if row.is_none() { 1.0 } else { 0.0 };
            }
        });
        let has_latin = text.chars().any(is_latin);
        let has_other = text.chars().any(|c| is_han(c) || is_kana(c));
        let forms = scores.into_iter().zip(&self.languages);
        let possible = forms.filter(|(_, (language, is_latin))| match (has_latin, has_other) {
            (true, false) => *is_latin,
            (false, _) => language.is_written_in_han(),
            (true, true) => true,
        });
        let scores = possible.map(|(score, (language, _))| {
            let loyalty = if *language == merged(hint) {
                LOYALTY
            } else {
                0.0
            };
            (OVERLAP.mul_add(score, loyalty), *language)
        });
        let unknown = Unknown {
            pieces: counts[0][1] / counts[0][0].max(1.0),
            words: counts[1][1] / counts[1][0].max(1.0),
        };
        (scores.collect(), unknown)
    }

    /// A language that a script gives away, if it is spoken here.
    fn offered(&self, language: Option<Language>, hint: Language) -> Detected {
        let language =
            language.filter(|l| self.languages.iter().any(|(known, _)| *known == merged(*l)));
        Detected {
            language: language.map(|language| same_form(language, hint)),
            strong: true,
            foreign: language.is_none(),
        }
    }
}

/// Whether a text is all in Latin letters.
pub(super) fn is_romanised(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| is_letter(*c)).peekable();
    letters.peek().is_some() && letters.all(is_latin)
}

/// Both forms of Japanese are one language here.
fn merged(language: Language) -> Language {
    if language.is_japanese() {
        Language::Ja
    } else {
        language
    }
}

/// Who reads やさしい日本語 and types Japanese goes on reading it.
fn same_form(language: Language, hint: Language) -> Language {
    if language.is_japanese() && hint.is_japanese() {
        hint
    } else {
        language
    }
}

/// The script says it: `Some(None)` for one that nobody here reads, None when it is open.
fn by_script(text: &str) -> Option<Option<Language>> {
    let mut other = 0;
    let mut open = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            '\u{AC00}'..='\u{D7AF}' | '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' => {
                return Some(Some(Language::Ko));
            }
            '\u{0E00}'..='\u{0E7F}' => return Some(Some(Language::Th)),
            '\u{1000}'..='\u{109F}' => return Some(Some(Language::My)),
            '\u{0900}'..='\u{097F}' => {
                let is_hindi = text
                    .split(|c: char| {
                        !(c.is_alphanumeric() || ('\u{0900}'..='\u{097F}').contains(&c))
                    })
                    .any(|word| HINDI_WORDS.contains(&word));
                return Some(Some(Language::Ne).filter(|_| !is_hindi));
            }
            c if is_han(c) || is_kana(c) || is_latin(c) => open += 1,
            _ => other += 1,
        }
    }
    (other > open).then_some(None)
}

fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{00AA}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' | '\u{FF21}'..='\u{FF5A}')
}

fn is_foreign(text: &str, letters: usize, unknown: Unknown) -> bool {
    if letters < FOREIGN_LETTERS_MIN || text.chars().any(|c| is_han(c) || is_kana(c)) {
        return false;
    }
    if unknown.pieces >= FOREIGN_UNKNOWN_MIN {
        return true;
    }
    let Some(info) = whatlang::detect(text).filter(|info| !is_spoken(info.lang())) else {
        return false;
    };
    // The languages of the same family are near to Portuguese in pieces and words, but not to `whatlang`.
    use whatlang::Lang;
    if info.is_reliable() && matches!(info.lang(), Lang::Spa | Lang::Fra | Lang::Ita) {
        return true;
    }
    let is_sure = info.is_reliable()
        && (unknown.pieces >= FOREIGN_RELIABLE_MIN || unknown.words >= FOREIGN_WORDS_RELIABLE_MIN);
    is_sure || unknown.words >= FOREIGN_WORDS_MIN
}

/// The languages of `whatlang` that are spoken here in Latin letters.
fn is_spoken(lang: whatlang::Lang) -> bool {
    use whatlang::Lang;
    matches!(
        lang,
        Lang::Eng | Lang::Vie | Lang::Tgl | Lang::Ind | Lang::Por
    )
}

/// Calls back for every piece of a text, words and runs of a few characters in them, and tells which it is.
fn each_piece(text: &str, mut call: impl FnMut(u64, bool)) {
    let mut word: Vec<char> = Vec::with_capacity(24);
    let mut flush = |word: &mut Vec<char>| {
        if word.len() > 1 {
            word.push(' ');
            let is_plain = word.iter().any(|c| is_han(*c) || is_kana(*c));
            if !is_plain {
                call(hash(0, word), true);
            }
            for n in 1..=PIECE_CHARS_MAX {
                for run in word.windows(n).filter(|run| *run != [' ']) {
                    call(hash(n, run), false);
                }
            }
        }
        word.clear();
        word.push(' ');
    };
    word.push(' ');
    let mut take = |c: char, word: &mut Vec<char>| {
        if is_mark(c) || is_letter(c) || c == '\'' {
            word.push(c);
        } else {
            flush(word);
        }
    };
    if text.is_ascii() {
        text.chars()
            .for_each(|c| take(c.to_ascii_lowercase(), &mut word));
    } else if text.chars().all(is_composed) {
        for c in text.chars() {
            match c {
                c if is_caseless(c) => take(c, &mut word),
                c => c.to_lowercase().for_each(|c| take(c, &mut word)),
            }
        }
    } else {
        text.nfc()
            .flat_map(char::to_lowercase)
            .for_each(|c| take(c, &mut word));
    }
    take(' ', &mut word);
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_caseless(c) || (!c.is_ascii() && c.is_alphabetic())
}

/// Two of these words make a short text French, which is near to Portuguese in its pieces.
fn has_french(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    let words = lower.split(|c: char| !(c.is_alphabetic() || c == '\''));
    words.filter(|word| FRENCH_WORDS.contains(word)).count() >= 2
}

/// Marks belong to their letters in Indic and South-East Asian scripts.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0D7F}' | '\u{0E00}'..='\u{0E7F}' | '\u{1000}'..='\u{109F}' | '\u{0300}'..='\u{036F}')
}

/// FNV-1a over the characters; the order keeps runs of different lengths apart.
fn hash(order: usize, run: &[char]) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325u64 ^ (order as u64);
    run.iter().fold(start, |hash, c| {
        (hash ^ u64::from(u32::from(*c))).wrapping_mul(0x100_0000_01b3)
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "there are far fewer than 2^23 pieces"
)]
fn float(n: usize) -> f32 {
    n as f32
}
