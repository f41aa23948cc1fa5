//! The Japanese grammar of times.

use super::TimeWish;
use super::clock::{Clock, Half, Side, between_hours};
use super::cursor::Cursor;
use super::figures::{Reader, hours};
use super::japanese::is_word_start;
use super::normal::{is_hiragana, is_kanji};

/// A named part of the day.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    half: Option<Half>,
    from: (u32, u32),
    to: (u32, u32),
}

const END: (u32, u32) = (24, 0);
const MORNING: Period = period(Some(Half::Morning), (0, 0), (12, 0));
const EARLY: Period = period(Some(Half::Morning), (0, 0), (10, 0));
const DAYBREAK: Period = period(Some(Half::Morning), (0, 0), (11, 0));
const LUNCH: Period = period(None, (11, 0), (14, 0));
const EARLY_AFTERNOON: Period = period(Some(Half::Afternoon), (13, 0), (14, 0));
const AFTERNOON: Period = period(Some(Half::Afternoon), (12, 0), END);
const DUSK: Period = period(Some(Half::Afternoon), (16, 0), (18, 0));
const NIGHT: Period = period(Some(Half::Afternoon), (18, 0), END);

/// The parts of the day. Where one begins like another, the longer one comes first.
pub const PERIODS: [(&str, Period); 28] = [
    ("午前中", MORNING),
    ("ごぜんちゅう", MORNING),
    ("午前", MORNING),
    ("ごぜん", MORNING),
    ("上午", MORNING),
    ("午後一", EARLY_AFTERNOON),
    ("午後いち", EARLY_AFTERNOON),
    ("午後イチ", EARLY_AFTERNOON),
    ("午後", AFTERNOON),
    ("ごご", AFTERNOON),
    ("下午", AFTERNOON),
    ("夕方", DUSK),
    ("ゆうがた", DUSK),
    ("夕刻", DUSK),
    ("夜", NIGHT),
    ("晩", NIGHT),
    ("よる", NIGHT),
    ("朝一番", EARLY),
    ("朝一", EARLY),
    ("朝いち", EARLY),
    ("朝イチ", EARLY),
    ("あさいち", EARLY),
    ("朝", DAYBREAK),
    ("あさ", DAYBREAK),
    ("お昼", LUNCH),
    ("おひる", LUNCH),
    ("昼", LUNCH),
    ("ひる", LUNCH),
];

/// What stands between the two ends of a range.
const JOINTS: [&str; 4] = ["から", "~", "-", "より"];

/// Whether a word for a day names the evening too.
pub fn names_evening(word: &str) -> bool {
    word.contains("今夜") || word.contains("今晩")
}

/// The wish for an evening.
pub fn evening() -> TimeWish {
    between_hours(NIGHT.from, NIGHT.to)
}

/// Takes one mention of a time of day, if one is next.
pub fn time(cursor: &mut Cursor<'_>, reader: Reader) -> Option<TimeWish> {
    let start = *cursor;
    if let Some(period) = named_period(cursor) {
        let mut attempt = *cursor;
        attempt.eat_any(&["の", "、", ","]);
        if let Some(wish) = from_clock(&mut attempt, reader, period.half) {
            *cursor = attempt;
            return Some(wish);
        }
        return Some(around(period, cursor));
    }
    *cursor = start;
    from_clock(cursor, reader, None)
}

const fn period(half: Option<Half>, from: (u32, u32), to: (u32, u32)) -> Period {
    Period { half, from, to }
}

/// Takes a named part of the day that is not the middle of another word.
fn named_period(cursor: &mut Cursor<'_>) -> Option<Period> {
    let start = *cursor;
    let period = cursor.eat_meaning(&PERIODS)?;
    let word = cursor.since(start.position());
    let before = start.previous();
    let next = cursor.peek();
    let is_kana = word.chars().all(is_hiragana);
    let is_kana_word = is_word_start(start)
        && next.is_none_or(|c| !is_hiragana(c) || "のにでかはがなもまちご".contains(c))
        && !(word == "よる" && before.is_some_and(is_kanji));
    let is_repeated = before.is_some_and(|c| "毎今昨徹深終早昼".contains(c));
    let is_other_word = next.is_some_and(|c| "鮮日食刊顔霞夜".contains(c));
    let stands = if is_kana {
        is_kana_word
    } else {
        !is_repeated && !is_other_word
    };
    stands.then_some(period)
}

/// What is said around a part of the day: 「昼から」, 「昼まで」, 「夕方以降」.
fn around(period: Period, cursor: &mut Cursor<'_>) -> TimeWish {
    let is_morning = period.half == Some(Half::Morning);
    let start = if period.half.is_none() {
        (12, 0)
    } else {
        period.from
    };
    if !is_morning && cursor.eat_any(&["から", "以降", "いこう", "過ぎ", "すぎ"]) {
        return between_hours(start, END);
    }
    if period.half.is_none() && cursor.eat_any(&["まで", "前", "まえ"]) {
        return between_hours((0, 0), (12, 0));
    }
    if cursor.eat("まで") {
        return between_hours((0, 0), period.to);
    }
    between_hours(period.from, period.to)
}

/// Takes a time and what is said around it.
fn from_clock(cursor: &mut Cursor<'_>, reader: Reader, half: Option<Half>) -> Option<TimeWish> {
    let (clock, until) = clock(cursor, reader)?;
    let clock = clock.or_half(half);
    if let Some(end) = until {
        return Some(clock.until(end));
    }
    if cursor.eat("台") || cursor.eat("だい") {
        return Some(clock.wish(Side::Within));
    }
    let mut attempt = *cursor;
    attempt.eat_any(&["頃", "ごろ", "ころ"]);
    if attempt.eat_any(&JOINTS) {
        let period = attempt.eat_meaning(&PERIODS);
        attempt.eat("の");
        if let Some((end, None)) = self::clock(&mut attempt, reader) {
            *cursor = attempt;
            cursor.eat("まで");
            cursor.eat("の間");
            return Some(clock.until(end.or_half(period.and_then(|period| period.half))));
        }
    }
    Some(clock.wish(side(cursor)))
}

fn side(cursor: &mut Cursor<'_>) -> Side {
    const SIDES: [(&str, Side); 17] = [
        ("以降", Side::After),
        ("いこう", Side::After),
        ("以後", Side::After),
        ("より後", Side::After),
        ("よりあと", Side::After),
        ("より遅", Side::After),
        ("の後", Side::After),
        ("過ぎ", Side::After),
        ("すぎ", Side::After),
        ("をすぎ", Side::After),
        ("を過ぎ", Side::After),
        ("まで", Side::Before),
        ("以前", Side::Before),
        ("より前", Side::Before),
        ("よりまえ", Side::Before),
        ("より早", Side::Before),
        ("前", Side::Before),
    ];
    cursor.eat_any(&["頃", "ごろ", "ころ", "くらい", "ぐらい", "ちょうど"]);
    cursor.eat_meaning(&SIDES).unwrap_or(Side::At)
}

/// Takes a time such as 「10時半」, 「10:30」 or 「正午」, or two with a hyphen.
fn clock(cursor: &mut Cursor<'_>, reader: Reader) -> Option<(Clock, Option<Clock>)> {
    let start = *cursor;
    if cursor.eat("正午") || cursor.eat("しょうご") {
        return Some((
            Clock {
                hour: 12,
                minute: 0,
                half: Some(Half::Afternoon),
            },
            None,
        ));
    }
    if let Some(clock) = spoken(cursor) {
        return Some((clock, None));
    }
    *cursor = start;
    if let Some(clock) = hour_before_joint(cursor) {
        return Some((clock, None));
    }
    *cursor = start;
    let token = cursor.eat_token();
    if let Some((from, to)) = hours(token).filter(|_| eat_hour_word(cursor)) {
        return Some((from, Some(minutes(to, cursor))));
    }
    let figures = reader.figures(token)?;
    figures.clock.map(|clock| (clock, figures.until))
}

/// Takes 「10時」, 「十時半」, 「10じ30ぷん」.
fn spoken(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let before = cursor.previous();
    let number = cursor.number()?;
    if before == Some('第') || !eat_hour_word(cursor) {
        return None;
    }
    // In kanji 「一時」 is also "for a while": 「一時帰国」, 「一時的」.
    let is_for_a_while = number.is_kanji
        && number.value == 1
        && cursor
            .peek()
            .is_some_and(|c| is_kanji(c) && !"半頃台以過前十二三四五".contains(c));
    (!is_for_a_while && number.value < 100).then(|| minutes(Clock::new(number.value, 0), cursor))
}

/// Takes the 「時」 behind an hour, unless it is part of a duration or of another word.
fn eat_hour_word(cursor: &mut Cursor<'_>) -> bool {
    if cursor.eat("時") {
        return !cursor.sees_any(&["間", "給", "点", "代", "刻"]);
    }
    let next_letters = ["か", "ゅ", "ゃ", "ょ", "っ", "ん", "ど"];
    cursor.eat("じ") && (!cursor.sees_any(&next_letters) || cursor.sees_any(&["から"]))
}

/// Adds the minutes that follow an hour.
fn minutes(clock: Clock, cursor: &mut Cursor<'_>) -> Clock {
    if cursor.eat("半") || cursor.eat("はん") {
        return Clock {
            minute: 30,
            ..clock
        };
    }
    let mut attempt = *cursor;
    let Some(number) = attempt.number() else {
        return clock;
    };
    if !attempt.eat_any(&["分", "ふん", "ぷん"]) {
        return clock;
    }
    *cursor = attempt;
    let is_before = cursor.eat("前") || cursor.eat("まえ");
    match (
        is_before,
        clock.hour.checked_sub(1),
        60_u32.checked_sub(number.value),
    ) {
        (true, Some(hour), Some(minute)) if minute < 60 => {
            let half = clock.half.or((clock.hour <= 6).then_some(Half::Afternoon));
            Clock { hour, minute, half }
        }
        _ => Clock {
            minute: number.value,
            ..clock
        },
    }
}

/// Takes the first hour of 「10~12時」, where 「時」 is said only once.
fn hour_before_joint(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let hour = cursor.number()?.value;
    let mut attempt = *cursor;
    let is_range = attempt.eat_any(&["~", "から"]) && spoken(&mut attempt).is_some();
    (is_range && hour < 25).then(|| Clock::new(hour, 0))
}
