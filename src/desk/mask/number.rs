//! The rules for My Numbers, account and card numbers, and residence card numbers.

use std::ops::Range;

use super::Secret;
use super::lexicon::Word;
use super::scene::{Bond, Scene};
use super::shape::{groups, is_date_and_time, is_parted};
use super::unit::{Script, Unit, separator};

const MY_NUMBER_LENGTH: usize = 12;

/// How far before and behind 12 digits a word makes them a My Number, in glyphs.
const NEAR: (usize, usize) = (24, 16);

/// How far before and behind its digits a word for a bank or a card counts, in glyphs.
const NEAR_BANK: (usize, usize) = (24, 12);

/// Most kana at an end of a run that may be particles instead of digits.
const MOST_PARTICLES: usize = 3;

/// Whether twelve digits end in the check digit that Article 5 of the ministerial ordinance prescribes.
pub(super) fn has_check_digit(digits: &[Unit]) -> bool {
    let [body @ .., check] = digits else {
        return false;
    };
    if digits.len() != MY_NUMBER_LENGTH {
        return false;
    }
    let sum: u32 = body
        .iter()
        .rev()
        .zip([2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6])
        .map(|(unit, weight)| u32::from(unit.value) * weight)
        .sum();
    let expected = match sum % 11 {
        0 | 1 => 0,
        remainder => 11 - remainder,
    };
    u32::from(check.value) == expected
}

/// Notes the My Number or the account number in a segment of digits, if it holds one.
pub(super) fn find(scene: &mut Scene, segment: &[Unit]) {
    if let Some(window) = my_number(scene, segment) {
        let digits = &segment[window];
        scene.note(span(digits), Secret::MyNumber);
    } else if is_bank_number(scene, segment) {
        scene.note(span(segment), Secret::BankAccount);
    } else if let Some(group) = groups(segment)
        .into_iter()
        .find(|g| is_account(scene, &segment[g.clone()]))
    {
        scene.note(span(&segment[group]), Secret::BankAccount);
    }
}

/// The glyphs that digits take.
pub(super) fn span(digits: &[Unit]) -> Range<usize> {
    match (digits.first(), digits.last()) {
        (Some(first), Some(last)) => first.from..last.to,
        _ => 0..0,
    }
}

/// The digits of the segment that are a My Number.
fn my_number(scene: &Scene, segment: &[Unit]) -> Option<Range<usize>> {
    let is_named = |words: &[Word], w: &Range<usize>| {
        scene.is_near(words, &span(&segment[w.clone()]), NEAR.0, NEAR.1)
    };
    let any_number = [Word::MyNumber, Word::Number];
    let whole: Vec<_> = trimmed(segment)
        .into_iter()
        .filter(|w| w.len() == MY_NUMBER_LENGTH)
        .collect();
    let valid = whole
        .iter()
        .find(|w| has_check_digit(&segment[(*w).clone()]));
    let named = || {
        let is_plain = |w: &&Range<usize>| !is_date_and_time(&segment[(**w).clone()]);
        whole
            .iter()
            .filter(is_plain)
            .find(|w| is_named(&any_number, w))
    };
    if let Some(window) = valid.or_else(named) {
        return Some(widened(segment, window));
    }
    let is_mistyped = (10..=23).contains(&segment.len())
        && segment.len() != MY_NUMBER_LENGTH
        && scene.bond_before(Word::MyNumber, segment[0].from) == Some(Bond::Linked);
    let is_application = segment.len() == 23 && is_named(&[Word::MyNumber], &(0..23));
    if is_mistyped || is_application {
        return Some(0..segment.len());
    }
    lone_windows(segment)
        .into_iter()
        .find(|w| has_check_digit(&segment[w.clone()]) || is_named(&[Word::MyNumber], w))
}

/// The segment, and what remains of it without words at its ends that may not be digits at all.
///
/// 「に」 and 「さん」 are digits or particles and titles; a list marker is ringed.
pub(super) fn trimmed(segment: &[Unit]) -> Vec<Range<usize>> {
    let is_word = |unit: &Unit| unit.script != Script::Decimal;
    let can_end = |i: usize| {
        let (last, next) = (segment[i - 1].script, segment[i].script);
        last != next || last == Script::Kana
    };
    let mut windows = Vec::new();
    for cut in 0..=2 * MOST_PARTICLES {
        for lead in 0..=cut.min(MOST_PARTICLES) {
            let trail = cut - lead;
            if trail > MOST_PARTICLES || lead + trail >= segment.len() {
                continue;
            }
            let to = segment.len() - trail;
            let front = lead == 0 || segment[..lead].iter().all(is_word) && can_end(lead);
            let back = trail == 0 || segment[to..].iter().all(is_word) && can_end(to);
            if front && back {
                windows.push(lead..to);
            }
        }
    }
    windows
}

/// The window with the kana cut off at its ends, where kana digits stand beside them: better too much.
pub(super) fn widened(segment: &[Unit], window: &Range<usize>) -> Range<usize> {
    let mut wide = window.clone();
    if wide.start > 0 && segment[wide.start].script == segment[wide.start - 1].script {
        wide.start = 0;
    }
    if wide.end < segment.len() && segment[wide.end].script == segment[wide.end - 1].script {
        wide.end = segment.len();
    }
    wide
}

/// Twelve digits within more that are set apart by other separators or by the size of their groups.
fn lone_windows(segment: &[Unit]) -> Vec<Range<usize>> {
    let groups = groups(segment);
    let mut windows = Vec::new();
    for from in 0..groups.len() {
        let mut to = from;
        while to < groups.len() && groups[to].end - groups[from].start < MY_NUMBER_LENGTH {
            to += 1;
        }
        let is_whole = to < groups.len() && groups[to].end - groups[from].start == MY_NUMBER_LENGTH;
        if is_whole
            && (is_parted(segment, &groups, from..to + 1) || is_odd(segment, &groups, from..to + 1))
        {
            windows.push(groups[from].start..groups[to].end);
        }
    }
    windows
}

/// Whether the groups of a window are of one size and the groups around it are of others.
fn is_odd(segment: &[Unit], groups: &[Range<usize>], window: Range<usize>) -> bool {
    let size = groups[window.start].len();
    let has_edge_behind = groups
        .get(window.end)
        .is_none_or(|g| segment[g.start].gap != 0 && g.len() != size);
    let has_edge_before = window.start == 0
        || segment[groups[window.start].start].gap != 0 && groups[window.start - 1].len() != size;
    groups[window].iter().all(|g| g.len() == size) && has_edge_before && has_edge_behind
}

/// Whether a whole segment is an account number in several groups, or a payment card.
fn is_bank_number(scene: &Scene, segment: &[Unit]) -> bool {
    let place = span(segment);
    let near = |words: &[Word]| scene.is_near(words, &place, NEAR_BANK.0, NEAR_BANK.1);
    let sizes: Vec<usize> = groups(segment).iter().map(Range::len).collect();
    match segment.len() {
        13..=19 => near(&[Word::Bank, Word::Card, Word::Deposit]),
        11..=12 => matches!(sizes[..], [5, 6..=8]) && near(&[Word::Deposit]),
        7 => near(&[Word::Bank, Word::Deposit]) && !is_price(scene, &place),
        _ => false,
    }
}

/// Whether digits that stand together are an account number by the words around them.
fn is_account(scene: &Scene, digits: &[Unit]) -> bool {
    let place = span(digits);
    let near = |words: &[Word]| scene.is_near(words, &place, NEAR_BANK.0, NEAR_BANK.1);
    let is_named = match digits.len() {
        5 => scene.bond_before(Word::Deposit, place.start) == Some(Bond::Linked),
        7 => near(&[Word::Bank, Word::Deposit]),
        6 | 8 => near(&[Word::Deposit]),
        _ => false,
    };
    is_named && !is_price(scene, &place)
}

/// Whether a sum of money or a year is written, by the sign before or behind the digits.
pub(super) fn is_price(scene: &Scene, place: &Range<usize>) -> bool {
    let before = place.start.checked_sub(1).map_or(' ', |i| scene.sign(i));
    matches!(scene.sign(place.end), '円' | '年' | '桁' | '回') || matches!(before, '¥' | '$')
}

/// English and Romance words of two letters, which are no part of a card number unless it is announced.
const SHORT_WORDS: &str =
    "is in at to my me on no so or of if it we by as am an be do go he up us ok id tel";

/// Notes every residence card number: two letters, eight digits, two letters.
pub(super) fn residence_cards(scene: &mut Scene) {
    let mut at = 0;
    while at < scene.glyphs.len() {
        match residence_card(scene, at) {
            Some(to) => {
                scene.note(at..to, Secret::ResidenceCard);
                at = to;
            }
            None => at += 1,
        }
    }
}

fn residence_card(scene: &Scene, from: usize) -> Option<usize> {
    if from > 0 && scene.sign(from - 1).is_ascii_alphanumeric() {
        return None;
    }
    let mut at = from;
    let mut letters = String::new();
    let mut is_spaced = false;
    for i in 0..12 {
        let is_letter = !(2..10).contains(&i);
        let gap = (at..at + 3)
            .take_while(|p| i > 0 && is_card_gap(scene.sign(*p)))
            .count();
        is_spaced |= (at..at + gap).any(|p| matches!(scene.sign(p), ' ' | '\n'));
        at += gap;
        let c = scene.sign(at);
        if is_letter && c.is_ascii_lowercase() {
            letters.push(c);
        } else if is_letter || !c.is_ascii_digit() {
            return None;
        }
        at += 1;
    }
    let is_word = |part: &str| SHORT_WORDS.split(' ').any(|word| word == part);
    let is_speech = is_spaced && (is_word(&letters[..2]) || is_word(&letters[2..]));
    let is_named = || scene.is_near(&[Word::Residence], &(from..at), NEAR.0, NEAR.1);
    (!scene.sign(at).is_ascii_alphanumeric() && (!is_speech || is_named())).then_some(at)
}

fn is_card_gap(c: char) -> bool {
    separator(c).is_some() && c != 'の'
}
