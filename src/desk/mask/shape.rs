//! The shapes of harmless numbers: dates, telephone numbers, postal codes and the desk's own codes.

use std::ops::Range;

use super::glyph::Glyph;
use super::unit::{BRACKET, DOT, HYPHEN, SLASH, SPACE, SPOKEN, Script, Unit, separator};

/// Splits a run of digits where separators stand or the script changes.
pub(super) fn groups(run: &[Unit]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (i, unit) in run.iter().enumerate() {
        let joins = i > 0 && unit.gap == 0 && run[i - 1].script == unit.script;
        match groups.last_mut().filter(|_| joins) {
            Some(last) => last.end = i + 1,
            None => groups.push(i..i + 1),
        }
    }
    groups
}

/// The parts of a run that are left when dates, telephone numbers and postal codes are taken out.
pub(super) fn segments(run: &[Unit], glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let groups = groups(run);
    let has_plus = run[0].from > 0 && glyphs[run[0].from - 1].c == '+';
    let mut parts = Vec::new();
    let mut begun: Option<usize> = None;
    let mut at = 0;
    while at < groups.len() {
        let taken = (1..=5).rev().find(|n| {
            let Some(window) = groups.get(at..at + n) else {
                return false;
            };
            let is_abroad = has_plus && at == 0 && is_international(run, window);
            is_abroad || is_harmless(run, window) && is_parted(run, &groups, at..at + n)
        });
        if let Some(n) = taken {
            parts.extend(begun.take().map(|from| from..groups[at].start));
            at += n;
        } else {
            begun.get_or_insert(groups[at].start);
            at += 1;
        }
    }
    parts.extend(begun.map(|from| from..run.len()));
    parts
}

/// Whether the groups are set apart from their neighbours by other separators than they have inside.
pub(super) fn is_parted(run: &[Unit], groups: &[Range<usize>], window: Range<usize>) -> bool {
    let gap = |i: usize| run[groups[i].start].gap;
    let inner = window.start + 1..window.end;
    let differs = |i: usize| gap(i) != 0 && inner.clone().all(|within| gap(within) != gap(i));
    let is_decimal = is_written(
        Script::Decimal,
        groups[window.clone()].iter().flat_map(|g| &run[g.clone()]),
    );
    let (before, after) = (&groups[..window.start], &groups[window.end..]);
    (before.is_empty() || differs(window.start) || is_decimal && is_particle(run, before))
        && (after.is_empty() || differs(window.end) || is_decimal && is_particle(run, after))
}

/// Whether the groups at an end of a run are a few kana, which are particles rather than digits.
fn is_particle(run: &[Unit], groups: &[Range<usize>]) -> bool {
    let units = || groups.iter().flat_map(|g| &run[g.clone()]);
    units().nth(3).is_none() && is_written(Script::Kana, units())
}

fn is_written<'a>(script: Script, mut units: impl Iterator<Item = &'a Unit>) -> bool {
    units.all(|u| u.script == script)
}

fn is_harmless(run: &[Unit], window: &[Range<usize>]) -> bool {
    let gaps: Vec<u16> = window.iter().skip(1).map(|g| run[g.start].gap).collect();
    let lengths: Vec<usize> = window.iter().map(Range::len).collect();
    let is_decimal = is_written(Script::Decimal, window.iter().flat_map(|g| &run[g.clone()]));
    let is_postal = is_decimal && lengths == [3, 4] && gaps == [HYPHEN];
    is_postal
        || is_telephone(run, window, &gaps)
        || is_decimal && is_date(run, window, &lengths, &gaps)
}

/// A Japanese telephone number: ten digits from 0, or eleven for mobile, IP and toll-free numbers.
fn is_telephone(run: &[Unit], window: &[Range<usize>], gaps: &[u16]) -> bool {
    let digits = &run[window[0].start..window[window.len() - 1].end];
    let value = |i: usize| digits.get(i).map(|u| u.value);
    let has_long_prefix = matches!((value(1), value(2)), (Some(2 | 5..=9), Some(0)));
    let is_long_enough = digits.len() == 10 || digits.len() == 11 && has_long_prefix;
    let is_grouped = window.len() == 1 || window.len() <= 3 && window.iter().all(|g| g.len() >= 2);
    let allowed = HYPHEN | SPACE | DOT | BRACKET | SPOKEN;
    is_long_enough
        && is_grouped
        && value(0) == Some(0)
        && value(1) != Some(0)
        && gaps.iter().all(|gap| *gap != 0 && gap & !allowed == 0)
}

/// A number with a country code, after a plus sign.
fn is_international(run: &[Unit], window: &[Range<usize>]) -> bool {
    let digits = &run[window[0].start..window[window.len() - 1].end];
    let allowed = HYPHEN | SPACE | DOT | BRACKET;
    (10..=14).contains(&digits.len()) && digits.iter().all(|u| u.gap & !allowed == 0)
}

fn is_date(run: &[Unit], window: &[Range<usize>], lengths: &[usize], gaps: &[u16]) -> bool {
    let number = |i: usize| value(&run[window[i].clone()]);
    let (Some(gap), true) = (gaps.first(), gaps.windows(2).all(|pair| pair[0] == pair[1])) else {
        return false;
    };
    match (lengths, *gap) {
        ([4, 1..=2, 1..=2], SLASH | DOT | HYPHEN) => {
            is_year(number(0)) && is_day(number(1), number(2))
        }
        ([1..=2, 1..=2, 4], SLASH | DOT | HYPHEN) => {
            is_year(number(2)) && (is_day(number(0), number(1)) || is_day(number(1), number(0)))
        }
        ([1..=2, 1..=2, 1..=2], SLASH | DOT | HYPHEN) => {
            is_day(number(1), number(2)) || is_day(number(1), number(0))
        }
        ([4, 1..=2], SLASH | HYPHEN) => is_year(number(0)) && is_day(number(1), 1),
        ([1..=2, 1..=2], SLASH) => is_day(number(0), number(1)) || is_day(number(1), number(0)),
        _ => false,
    }
}

/// Whether digits without separators inside a day read as a day and a time: 202612051030, 20261205 1030.
pub(super) fn is_date_and_time(digits: &[Unit]) -> bool {
    let part = |range: Range<usize>| digits.get(range).map_or(0, value);
    digits.len() == 12
        && is_year(part(0..4))
        && is_day(part(4..6), part(6..8))
        && part(8..10) < 24
        && part(10..12) < 60
}

/// Whether four digits read as a year, a day or an opening time rather than as a PIN.
pub(super) fn is_calendar(digits: &[Unit]) -> bool {
    let whole = value(digits);
    let (high, low) = (whole / 100, whole % 100);
    let is_time = (6..=22).contains(&high) && low < 60 && low % 5 == 0;
    digits.len() == 4 && (is_year(whole) || is_day(high, low) || is_time)
}

/// The number that digits write; long ones are of no use and come out as the greatest number.
pub(super) fn value(digits: &[Unit]) -> u32 {
    digits.iter().fold(0, |sum: u32, u| {
        sum.saturating_mul(10).saturating_add(u32::from(u.value))
    })
}

fn is_year(year: u32) -> bool {
    (1900..2100).contains(&year)
}

fn is_day(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// The desk's own codes, by their glyphs: case codes (K-4827) and reservation codes (H7K3-M9QX).
///
/// A code that goes on with digits is none, and neither are spoken digits ("four-2six").
pub(super) fn codes(glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let sign = |i: usize| glyphs.get(i).map_or('\0', |g| g.c);
    let mut codes: Vec<Range<usize>> = Vec::new();
    for (at, glyph) in glyphs.iter().enumerate() {
        let is_begun =
            glyph.c.is_ascii_lowercase() && (at == 0 || !sign(at - 1).is_ascii_alphanumeric());
        if !is_begun {
            continue;
        }
        let is_case = is_hyphen(sign(at + 1)) && (2..6).all(|i| sign(at + i).is_ascii_digit());
        let is_code_sign = |c: char| matches!(c, 'a'..='z' | '2'..='9');
        let has_digit = (at..at + 9).any(|i| sign(i).is_ascii_digit());
        let first: String = (at..at + 4).map(sign).collect();
        let is_spoken = matches!(first.as_str(), "zero" | "four" | "five" | "nine");
        let is_reservation = has_digit
            && !is_spoken
            && is_hyphen(sign(at + 4))
            && (0..9).all(|i| i == 4 || is_code_sign(sign(at + i)));
        let to = match (is_case, is_reservation) {
            (true, _) => at + 6,
            (_, true) => at + 9,
            _ => continue,
        };
        if !sign(to).is_ascii_alphanumeric() && !goes_on(glyphs, to) {
            codes.push(at..to);
        }
    }
    codes
}

/// The times of day written with a colon, by their glyphs: 9:30, 10:30:00.
pub(super) fn times(glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let sign = |i: usize| glyphs.get(i).map_or('\0', |g| g.c);
    let digits = |from: usize| {
        (from..from + 3)
            .take_while(|i| sign(*i).is_ascii_digit())
            .count()
    };
    let mut times: Vec<Range<usize>> = Vec::new();
    for colon in (1..glyphs.len()).filter(|i| sign(*i) == ':') {
        let hour = (1..4)
            .take_while(|n| *n <= colon && sign(colon - n).is_ascii_digit())
            .count();
        let is_minute = digits(colon + 1) == 2 && sign(colon + 1) < '6';
        if (1..=2).contains(&hour) && is_minute {
            times.push(colon - hour..colon + 3);
        }
    }
    times
}

/// Whether more digits follow in the manner of a longer number: by a hyphen, or eight in groups of four.
fn goes_on(glyphs: &[Glyph], from: usize) -> bool {
    let sign = |i: usize| glyphs.get(i).map_or('\0', |g| g.c);
    let is_group =
        |at: usize| separator(sign(at)).is_some() && (1..5).all(|i| sign(at + i).is_ascii_digit());
    is_hyphen(sign(from)) && sign(from + 1).is_ascii_digit() || is_group(from) && is_group(from + 5)
}

fn is_hyphen(c: char) -> bool {
    separator(c) == Some(HYPHEN)
}
