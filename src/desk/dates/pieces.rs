//! A text taken apart for the grammar of `worded`: words of time, numbers, figures, and anything else in between.

use super::vocabulary::{Mark, Vocabulary, is_devanagari, is_latin};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind<'a> {
    /// A word of time; it may have several uses.
    Marks(&'a [Mark]),
    /// A whole number of at most four digits.
    Number(u32),
    /// Figures with marks between them, such as `12/5` or `10:30`.
    Figures(&'a str),
    /// Something else, with its length in characters.
    Other(usize),
}

/// A piece of a text in its place.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    pub kind: Kind<'a>,
    /// Punctuation stands before it.
    pub is_after_mark: bool,
    /// A dash stands before it.
    pub is_after_dash: bool,
    /// A space stands before it.
    pub is_after_space: bool,
    /// It ends in s.
    pub ends_in_s: bool,
}

/// A text taken apart. Places outside of it read as something else.
#[derive(Debug)]
pub struct Pieces<'a>(Vec<Piece<'a>>);

impl<'a> Pieces<'a> {
    /// Takes a uniform text apart.
    #[must_use]
    pub fn new(text: &'a str, vocabulary: &'a Vocabulary) -> Pieces<'a> {
        let mut found = vocabulary.find(text).into_iter().peekable();
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        let (mut mark, mut dash, mut space) = (false, false, false);
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let word = found.next_if(|standing| standing.from == at);
            let (kind, end) = if let Some(word) = word {
                (Kind::Marks(word.marks), word.to)
            } else if c.is_ascii_digit() {
                figures(text, at)
            } else if c == 'r' && begins_era(&text[at..]) {
                let (kind, end) = figures(text, at + 1);
                match kind {
                    Kind::Figures(_) => (Kind::Figures(&text[at..end]), end),
                    _ => (Kind::Other(end - at), end),
                }
            } else if c.is_alphabetic() || is_devanagari(c) {
                let next = found.peek().map_or(text.len(), |standing| standing.from);
                other(text, at, next)
            } else {
                space |= c.is_whitespace();
                dash |= c == '-' || c == '~';
                mark |= !c.is_whitespace() && c != '-' && c != '~';
                at += c.len_utf8();
                continue;
            };
            pieces.push(Piece {
                kind,
                is_after_mark: mark,
                is_after_dash: dash,
                is_after_space: space,
                ends_in_s: text[at..end].ends_with('s'),
            });
            (mark, dash, space) = (false, false, false);
            at = end;
            while found.next_if(|standing| standing.from < at).is_some() {}
        }
        Pieces(pieces)
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn at(&self, place: usize) -> Option<&Piece<'a>> {
        self.0.get(place)
    }

    /// Whether the word at a place has this use.
    #[must_use]
    pub fn is(&self, place: usize, mark: Mark) -> bool {
        self.find(place, |m| (*m == mark).then_some(())).is_some()
    }

    /// The first use of the word at a place that is looked for.
    #[must_use]
    pub fn find<T>(&self, place: usize, pick: impl Fn(&Mark) -> Option<T>) -> Option<T> {
        match self.at(place)?.kind {
            Kind::Marks(marks) => marks.iter().find_map(pick),
            _ => None,
        }
    }

    /// The number at a place, in figures or in words.
    #[must_use]
    pub fn number(&self, place: usize) -> Option<u32> {
        match self.at(place)?.kind {
            Kind::Number(number) => Some(number),
            Kind::Marks(marks) => marks.iter().find_map(|mark| match mark {
                Mark::Number(number) => Some(*number),
                _ => None,
            }),
            _ => None,
        }
    }

    /// Whether the number at a place is written in figures.
    #[must_use]
    pub fn is_in_figures(&self, place: usize) -> bool {
        matches!(self.at(place), Some(piece) if matches!(piece.kind, Kind::Number(_)))
    }

    /// Whether punctuation or a dash stands before a place, or the text is over there.
    #[must_use]
    pub fn is_cut(&self, place: usize) -> bool {
        self.at(place)
            .is_none_or(|piece| piece.is_after_mark || piece.is_after_dash)
    }

    /// Whether something short stands at a place that may be "of" or "on".
    #[must_use]
    pub fn is_small(&self, place: usize) -> bool {
        matches!(self.at(place), Some(piece) if matches!(piece.kind, Kind::Other(length) if length <= SMALL))
    }
}

/// "Of" and "on" have no more letters in any of the languages.
const SMALL: usize = 3;

/// Whether a text begins like `r8.12.5`, the eighth year of Reiwa.
fn begins_era(rest: &str) -> bool {
    rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

/// A number, or figures with marks between them.
fn figures(text: &str, from: usize) -> (Kind<'_>, usize) {
    let rest = &text[from..];
    let inner = |c: char| c.is_ascii_digit() || matches!(c, ':' | '/' | '.' | '-');
    let length = rest.find(|c| !inner(c)).unwrap_or(rest.len());
    let run = rest[..length].trim_end_matches([':', '/', '.', '-']);
    let end = from + run.len();
    if run.bytes().all(|b| b.is_ascii_digit()) {
        let number = run.parse().ok().filter(|_| run.len() <= 4);
        (number.map_or(Kind::Other(run.len()), Kind::Number), end)
    } else {
        (Kind::Figures(run), end)
    }
}

/// A word of no meaning here; in scripts without words, up to the next word that has one.
fn other(text: &str, from: usize, next: usize) -> (Kind<'_>, usize) {
    let run = &text[from..next.max(from)];
    let is_inner = |c: char| c.is_alphabetic() || is_devanagari(c) || is_sign(c);
    let first = run.chars().next();
    let is_spaced = first.is_some_and(|c| is_latin(c) || is_devanagari(c));
    let length = run
        .find(|c| !is_inner(c) || is_spaced && !(is_latin(c) || is_devanagari(c)))
        .unwrap_or(run.len());
    let length = length.max(first.map_or(1, char::len_utf8));
    (
        Kind::Other(text[from..from + length].chars().count()),
        from + length,
    )
}

/// Vowel signs of Burmese are no letters by themselves.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{102B}'..='\u{103E}' | '\u{1056}'..='\u{109D}')
}
