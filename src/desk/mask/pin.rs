//! The rules for PINs and passwords, which only their words betray.

use std::ops::Range;

use super::Secret;
use super::lexicon::Word;
use super::number::{is_price, span, trimmed, widened};
use super::scene::{Bond, Scene};
use super::shape::{groups, is_calendar, is_parted};
use super::unit::{Script, Unit};

const PIN_LENGTH: usize = 4;

/// The lengths of the signature password.
const PASSWORD_LENGTHS: std::ops::RangeInclusive<usize> = 6..=16;

/// Notes the PIN in a segment of digits, if a word near it makes it one.
pub(super) fn find(scene: &mut Scene, segment: &[Unit]) {
    if is_placeholder(segment) || scene.is_noted(&span(segment)) {
        return;
    }
    let windows = trimmed(segment);
    let four = windows
        .iter()
        .find(|w| w.len() == PIN_LENGTH && is_pin(scene, &segment[(*w).clone()]));
    let pin = four
        .map(|w| widened(segment, w))
        .or_else(|| first_four(scene, segment));
    if let Some(window) = pin.or_else(|| long_pin(scene, segment)) {
        scene.note(span(&segment[window]), Secret::Pin);
    }
}

/// Four digits that are set apart from others before and behind them: 「1234、5678」.
fn first_four(scene: &Scene, segment: &[Unit]) -> Option<Range<usize>> {
    let groups = groups(segment);
    (0..groups.len()).find_map(|from| {
        let to =
            (from..groups.len()).find(|to| groups[*to].end - groups[from].start >= PIN_LENGTH)?;
        let window = groups[from].start..groups[to].end;
        let is_alone = window.len() == PIN_LENGTH && is_parted(segment, &groups, from..to + 1);
        (is_alone && is_pin(scene, &segment[window.clone()])).then_some(window)
    })
}

/// Digits of another length that are given out as a PIN without doubt; too much is better than too little.
fn long_pin(scene: &Scene, segment: &[Unit]) -> Option<Range<usize>> {
    trimmed(segment).into_iter().find(|window| {
        let digits = &segment[window.clone()];
        let place = span(digits);
        let is_linked = scene.bond_before(Word::Pin, place.start) == Some(Bond::Linked);
        (PIN_LENGTH + 1..=16).contains(&digits.len()) && is_linked && !is_price(scene, &place)
    })
}

fn is_pin(scene: &Scene, digits: &[Unit]) -> bool {
    let place = span(digits);
    if is_price(scene, &place) || is_own_count(scene, digits) {
        return false;
    }
    let is_doubtful = is_calendar(digits);
    let is_bound = |bond: Option<Bond>| bond.is_some_and(|b| b == Bond::Linked || !is_doubtful);
    is_bound(scene.bond_before(Word::Pin, place.start))
        || is_bound(scene.bond_behind(Word::Pin, place.end))
            && !has_other_before(scene, place.start)
}

/// Whether the last digit belongs to a word such as 「4桁」 instead.
fn is_own_count(scene: &Scene, digits: &[Unit]) -> bool {
    let last = digits.last().and_then(|u| scene.hit_at(u.from));
    last.is_some_and(|hit| hit.word == Word::Pin)
}

fn has_other_before(scene: &Scene, place: usize) -> bool {
    scene.is_near(&[Word::Other], &(place..place), 8, 0)
}

/// Whether only circles are written, as forms show where digits belong.
fn is_placeholder(segment: &[Unit]) -> bool {
    segment
        .iter()
        .all(|u| u.value == 0 && u.script == Script::Kanji)
}

/// Notes every password of letters and digits near a word for it.
pub(super) fn passwords(scene: &mut Scene, codes: &[Range<usize>]) {
    let mut at = 0;
    while at < scene.glyphs.len() {
        let to = token_end(scene, at);
        if to == at {
            at += 1;
            continue;
        }
        let joined = at..joined_end(scene, at, to);
        let is_code = codes.iter().any(|code| code.start < to && at < code.end);
        let (whole, parts) = (at..to, joined.len() > to - at);
        at = to;
        if is_code {
            continue;
        }
        if is_password(scene, &whole) && is_given(scene, &whole, Bond::Loose) {
            scene.note(whole, Secret::Pin);
        } else if parts && is_password(scene, &joined) && is_given(scene, &joined, Bond::Linked) {
            at = joined.end;
            scene.note(joined, Secret::Pin);
        }
    }
}

fn is_given(scene: &Scene, place: &Range<usize>, least: Bond) -> bool {
    let enough = |bond: Option<Bond>| bond.is_some_and(|b| b >= least);
    enough(scene.bond_before(Word::Pin, place.start))
        || scene.bond_behind(Word::Pin, place.end) == Some(Bond::Linked)
}

/// Whether the letters and digits at a place have the length and the mixture of a password.
fn is_password(scene: &Scene, place: &Range<usize>) -> bool {
    let signs = || {
        scene.glyphs[place.clone()]
            .iter()
            .map(|g| g.c)
            .filter(|c| !matches!(c, ' ' | '-'))
    };
    PASSWORD_LENGTHS.contains(&signs().count())
        && signs().any(|c| c.is_ascii_digit())
        && signs().any(|c| c.is_ascii_lowercase())
}

/// Where the letters, digits and password signs that begin at a glyph end.
fn token_end(scene: &Scene, from: usize) -> usize {
    let is_inner = |c: char| matches!(c, '!' | '@' | '#' | '$' | '%' | '&' | '*' | '+');
    let signs = || scene.glyphs.iter().skip(from).map(|g| g.c);
    if !signs().next().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return from;
    }
    from + signs()
        .take_while(|c| c.is_ascii_alphanumeric() || is_inner(*c))
        .count()
}

/// Where a password ends that is spelled in parts: 「ABC 12345」, 「A B C 1 2 3 4 5」.
fn joined_end(scene: &Scene, from: usize, first_end: usize) -> usize {
    let mut end = first_end;
    if !is_part(scene, from..end) {
        return end;
    }
    while matches!(scene.sign(end), ' ' | '-') {
        let next = token_end(scene, end + 1);
        if next == end + 1 || next - from > 32 || !is_part(scene, end + 1..next) {
            break;
        }
        end = next;
    }
    end
}

/// Digits, or a few capital letters, or one letter.
fn is_part(scene: &Scene, part: Range<usize>) -> bool {
    let signs = &scene.glyphs[part];
    let is_digits = signs.iter().all(|g| g.c.is_ascii_digit());
    let is_capital = |raw: char| raw.is_uppercase() || raw.is_ascii_digit();
    is_digits || signs.len() == 1 || signs.len() <= 5 && signs.iter().all(|g| is_capital(g.raw))
}
