//! The Japanese grammar of days, for plain Japanese with its spaces and for kanji numerals too.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::within;
use super::calendar::{
    Bound, Link, Mention, Part, Spot, full_date, is_near, month_after, next_month, next_month_day,
    part_of_month, part_of_week, resolve, shift, shift_months, week_of,
};
use super::clock::choose;
use super::cursor::{Cursor, Number};
use super::figures::Reader;
use super::japanese_words::{
    COUNTERS, DAYS, KANA, LETTERS, LONE_PARTS, MONTHS, MOVES, NO_DAYS, NO_MONTHS, NO_WISH,
    OLD_ERAS, PARTS, REFUSALS, SOONEST, WEEKDAYS, WEEKS, YEARS,
};
use super::normal::{is_hiragana, is_kanji, is_kanji_numeral};
use super::{TimeWish, When, japanese_clock};
use crate::desk::language::Language;

/// Whether a mention of a day or a time can begin with this character.
pub fn may_begin_mention(c: char) -> bool {
    is_kanji_numeral(c) || LETTERS.contains(&c) || KANA.iter().any(|(first, _)| *first == c)
}

/// Reads what a uniform text says about when.
pub fn read(text: &str, today: NaiveDate, language: Language) -> When {
    let reader = Reader { today, language };
    let mut heard = Heard {
        is_move: MOVES.iter().any(|word| text.contains(word)),
        ..Heard::default()
    };
    let mut cursor = Cursor::new(text);
    while let Some(c) = cursor.peek() {
        if !(c.is_ascii_alphanumeric() || c == '(' || begins_mention(c, cursor.rest())) {
            cursor.skip();
            continue;
        }
        let start = cursor;
        if reader.pass_no_wish(&mut cursor) {
            continue;
        }
        cursor = start;
        if let Some(mention) = reader.day(&mut cursor) {
            heard.day(mention, start, cursor);
            continue;
        }
        cursor = start;
        if let Some(wish) = japanese_clock::time(&mut cursor, reader) {
            heard.time(wish, start, cursor);
        } else {
            cursor = start;
            cursor.skip();
        }
    }
    heard.when(today)
}

/// A way of taking one mention.
type Attempt = fn(Reader, &mut Cursor<'_>) -> Option<Mention>;

/// What has been heard so far.
#[derive(Debug, Default)]
struct Heard {
    days: Vec<Spot>,
    times: Vec<TimeWish>,
    /// Where the last mention of a day ended.
    day_end: usize,
    /// Whether an appointment is to be moved, so that the first mention may be the old one.
    is_move: bool,
    /// How many days and times belong to the appointment that is to be moved.
    old: (usize, usize),
}

impl Heard {
    fn day(&mut self, mention: Mention, start: Cursor<'_>, end: Cursor<'_>) {
        let link = link(start.since(self.day_end));
        self.day_end = end.position();
        if end.sees_any(&REFUSALS) {
            return;
        }
        if self.is_move && link == Link::Range && end.sees_any(&["に", "へ"]) {
            self.days.clear();
        }
        self.days.push(Spot {
            mention,
            link,
            bound: bound(end),
        });
        if japanese_clock::names_evening(end.since(start.position())) {
            self.times.push(japanese_clock::evening());
        }
        self.note_old(end);
    }

    fn time(&mut self, wish: TimeWish, start: Cursor<'_>, end: Cursor<'_>) {
        if end.sees_any(&REFUSALS) {
            return;
        }
        // "From ten to two" moves to two; "to the afternoon" stays the afternoon.
        let is_from_to = self.is_move && end.since(start.position()).contains("から");
        self.times.push(match wish {
            TimeWish::Between(_, to) if is_from_to && end.sees_any(&["に", "へ"]) => {
                TimeWish::At(to)
            }
            wish => wish,
        });
        self.note_old(end);
    }

    /// 「火曜の予約を水曜に変更」: what stands before 「の予約を」 is the old appointment.
    fn note_old(&mut self, end: Cursor<'_>) {
        if self.is_move && end.sees_any(&["の予約", "のよやく", "を"]) {
            self.old = (self.days.len(), self.times.len());
        }
    }

    fn when(self, today: NaiveDate) -> When {
        // Without any other day the named one counts, whatever it was named for.
        let days = self
            .days
            .get(self.old.0..)
            .filter(|days| !days.is_empty())
            .unwrap_or(&self.days);
        let times = self
            .times
            .get(self.old.1..)
            .filter(|times| !times.is_empty())
            .unwrap_or(&self.times);
        When {
            day: resolve(days, today),
            time: choose(times),
        }
    }
}

/// Whether a mention may begin here, judged by two letters.
fn begins_mention(c: char, rest: &str) -> bool {
    if !is_hiragana(c) {
        return is_kanji_numeral(c) || LETTERS.contains(&c);
    }
    let second = rest.chars().nth(1).unwrap_or(' ');
    let known = KANA.iter().find(|(first, _)| *first == c);
    known.is_some_and(|(_, seconds)| second == ' ' || seconds.contains(second))
}

/// How the text between two mentions ties them together.
fn link(between: &str) -> Link {
    match between.trim() {
        "から" | "~" | "-" | "より" => Link::Range,
        "" | "の" | "、" | "," => Link::Close,
        _ => Link::Loose,
    }
}

fn bound(cursor: Cursor<'_>) -> Bound {
    const BOUNDS: [(&str, Bound); 8] = [
        ("まで", Bound::Until),
        ("以前", Bound::Until),
        ("より前", Bound::Before),
        ("以降", Bound::From),
        ("いこう", Bound::From),
        ("から", Bound::From),
        ("より後", Bound::From),
        ("過ぎ", Bound::From),
    ];
    let mut cursor = cursor;
    cursor.eat_meaning(&BOUNDS).unwrap_or(Bound::Exact)
}

/// Takes the part of a month or of a week that follows its name.
fn part(cursor: &mut Cursor<'_>) -> Option<Part> {
    let mut attempt = *cursor;
    attempt.eat("の");
    let part = attempt.eat_meaning(&PARTS)?;
    let is_first_time = attempt.sees_any(&["て"]);
    (!is_first_time).then(|| {
        *cursor = attempt;
        part
    })
}

/// Whether a word in kana ends here rather than going on as another word.
fn is_word_end(cursor: Cursor<'_>) -> bool {
    cursor
        .peek()
        .is_none_or(|c| !is_hiragana(c) || "はのにでもをがごまじ".contains(c))
}

/// Whether a word in kana can begin here rather than being the rest of another word.
pub fn is_word_start(cursor: Cursor<'_>) -> bool {
    cursor
        .previous()
        .is_none_or(|c| !is_hiragana(c) || "のは".contains(c))
}

impl Reader {
    /// Passes over what is past or repeated, together with the day that belongs to it.
    fn pass_no_wish(self, cursor: &mut Cursor<'_>) -> bool {
        if cursor.eat_any(&OLD_ERAS) {
            cursor.eat("元");
            self.year_month(cursor);
            return true;
        }
        let mut attempt = *cursor;
        if let Some(number) = attempt.number() {
            let is_far = self
                .year(number.value)
                .is_none_or(|year| !is_near(year, self.today));
            let is_over = is_far && attempt.eat("年") && self.day(&mut attempt).is_some();
            if is_over {
                *cursor = attempt;
            }
            return is_over;
        }
        if !cursor.eat_any(&NO_WISH) {
            return false;
        }
        cursor.eat("の");
        let mut attempt = *cursor;
        if self.day(&mut attempt).is_some() {
            *cursor = attempt;
        }
        true
    }

    /// Passes over a year of an old era with its month and day.
    fn year_month(self, cursor: &mut Cursor<'_>) {
        let mut attempt = *cursor;
        if attempt.number().is_some() || cursor.previous() == Some('元') {
            attempt.eat("年");
            *cursor = attempt;
            if self.day(&mut attempt).is_some() {
                *cursor = attempt;
            }
        }
    }

    /// Takes one mention of a day, if one is next.
    fn day(self, cursor: &mut Cursor<'_>) -> Option<Mention> {
        let start = *cursor;
        let tries: [Attempt; 7] = [
            |_, cursor| soonest(cursor),
            Reader::relative,
            |_, cursor| named_weekday(cursor),
            |_, cursor| cursor.eat_meaning(&LONE_PARTS).map(Mention::Part),
            Reader::dated,
            Reader::counted,
            Reader::compound,
        ];
        let found = tries.iter().find_map(|attempt| {
            *cursor = start;
            attempt(self, cursor)
        });
        match found {
            Some(Mention::Date(day)) if !cursor.sees_any(&["の週末", "週末", "週間"]) => {
                let is_week = cursor.eat("の週") || cursor.eat("週");
                Some(if is_week {
                    week_of(day)
                } else {
                    Mention::Date(day)
                })
            }
            found => found,
        }
    }

    /// Takes 「明日」, 「来週」, 「来月」 and the like.
    fn relative(self, cursor: &mut Cursor<'_>) -> Option<Mention> {
        let start = *cursor;
        if let Some(days) = cursor.eat_meaning(&DAYS) {
            let word = cursor.since(start.position());
            let is_short_kana = matches!(word.trim(), "あす" | "きょう");
            let is_word = !is_short_kana || (is_word_start(start) && is_word_end(*cursor));
            let is_in_japan = word.starts_with("本日") && start.previous() == Some('日');
            return (is_word && !is_in_japan).then(|| match word {
                "今すぐ" => Mention::Soonest,
                _ => Mention::Date(shift(self.today, days)),
            });
        }
        if let Some(week) = cursor.eat_meaning(&WEEKS) {
            return Some(self.week(week, cursor));
        }
        if cursor.eat("週末") || cursor.eat("土日") || cursor.eat("しゅうまつ") {
            return Some(Mention::Weekend);
        }
        if cursor.eat("週明け") {
            let monday = i64::from(7 - self.today.weekday().num_days_from_monday());
            return Some(Mention::Date(shift(self.today, monday)));
        }
        let months = cursor.eat_meaning(&MONTHS)?;
        match month_after(months, self.today) {
            Mention::Month(year, month) => self.within_month(year, month, cursor),
            _ => None,
        }
    }

    /// What follows a week without 「曜」: 「来週の火」, 「来週末」.
    fn week(self, week: i64, cursor: &mut Cursor<'_>) -> Mention {
        let monday = self.today.weekday().num_days_from_monday();
        let day = |number: i64| shift(self.today, week * 7 - i64::from(monday) + number);
        if let Some(part) = part(cursor) {
            return part_of_week(week, part, self.today);
        }
        let mut attempt = *cursor;
        attempt.eat("の");
        let letter = attempt.ahead().chars().next();
        let known = WEEKDAYS
            .iter()
            .find(|(c, _, weekday)| Some(*c) == letter && *weekday != Weekday::Sun);
        let Some((c, _, weekday)) = known else {
            return Mention::Week(week);
        };
        attempt.eat(c.encode_utf8(&mut [0; 4]));
        let goes_on = attempt.peek().is_some_and(|c| is_kanji(c) || c == 'よ');
        if goes_on {
            return Mention::Week(week);
        }
        *cursor = attempt;
        Mention::Date(day(i64::from(weekday.num_days_from_monday())))
    }

    /// Takes a date that begins with its year: 「2026年12月5日」, 「令和8年12月5日」, 「来年の1月」.
    fn dated(self, cursor: &mut Cursor<'_>) -> Option<Mention> {
        let year = if let Some(years) = cursor.eat_meaning(&YEARS) {
            self.today.year().checked_add(years)?
        } else if cursor.eat("令和元年") {
            return None;
        } else {
            let has_era = cursor.eat("令和");
            let token = cursor.ahead();
            let number = match token.strip_prefix('r').and_then(|_| short_era(cursor)) {
                Some(year) => year,
                None => cursor.number()?.value,
            };
            let year = self.year(number).filter(|_| !has_era || number < 100)?;
            cursor.eat("年").then_some(year)?
        };
        cursor.eat("の");
        let month = cursor.number()?.value;
        if !cursor.eat_any(&["月", "がつ"]) {
            return None;
        }
        let found = self.within_month(year, month, cursor);
        found.filter(|_| is_near(year, self.today))
    }

    /// Takes a number and what it counts: 「12月5日」, 「5日」, 「3日後」, 「一週間後」.
    fn counted(self, cursor: &mut Cursor<'_>) -> Option<Mention> {
        let before = cursor.previous();
        let number = cursor.number()?;
        if before.is_some_and(|c| "第約計丸".contains(c)) || cursor.sees_any(&["月曜", "日曜"])
        {
            return None;
        }
        if cursor.eat_any(&["か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月", "かげつ"])
        {
            let is_later = cursor.eat_any(&["後", "あと"]);
            return is_later.then(|| Mention::Date(shift_months(self.today, number.value)));
        }
        if cursor.eat_any(&["週間", "週", "しゅうかん"]) {
            return self.in_days(number.value.checked_mul(7)?, cursor);
        }
        if cursor.eat_any(&["月", "がつ"]) {
            return self.month(number.value, cursor);
        }
        if !cursor.eat_any(&["日", "にち"]) {
            return None;
        }
        self.in_days(number.value, cursor)
            .or_else(|| day_of_month(number, *cursor))
    }

    /// What follows a number of days: 「後」 or 「以内」.
    fn in_days(self, days: u32, cursor: &mut Cursor<'_>) -> Option<Mention> {
        if cursor.eat_any(&["後", "あと"]) {
            return Some(Mention::Date(shift(self.today, i64::from(days))));
        }
        cursor.eat("以内").then(|| within(days, self.today))
    }

    /// What follows the name of a month without a year.
    fn month(self, month: u32, cursor: &mut Cursor<'_>) -> Option<Mention> {
        if cursor.sees_any(&NO_MONTHS) {
            return None;
        }
        if let Some(day) = day_number(cursor) {
            return Some(next_month_day(month, day, self.today));
        }
        match next_month(month, self.today) {
            Mention::Month(year, month) => self.within_month(year, month, cursor),
            found => Some(found),
        }
    }

    /// The day or the part of a month that follows its name, or the whole month.
    fn within_month(self, year: i32, month: u32, cursor: &mut Cursor<'_>) -> Option<Mention> {
        if let Some(day) = day_number(cursor) {
            return full_date(year, month, day, self.today);
        }
        match part(cursor) {
            Some(part) => part_of_month(year, month, part),
            None => (1..=12)
                .contains(&month)
                .then_some(Mention::Month(year, month)),
        }
    }

    /// Takes a token of figures that is a date.
    fn compound(self, cursor: &mut Cursor<'_>) -> Option<Mention> {
        let token = cursor.eat_token();
        let rest = cursor.rest();
        let is_many_days =
            rest.starts_with('日') && !rest.starts_with("日曜") && token.contains('-');
        let is_counted = is_many_days || COUNTERS.iter().any(|word| rest.starts_with(word));
        self.figures(token)
            .filter(|_| !is_counted)
            .and_then(|figures| figures.day)
    }
}

fn soonest(cursor: &mut Cursor<'_>) -> Option<Mention> {
    let found = cursor.eat_any(&SOONEST) && !cursor.sees_any(&["何", "どの", "どれ"]);
    found.then_some(Mention::Soonest)
}

/// Takes 「火曜日」, 「火よう」, 「かようび」 or 「(火)」.
fn named_weekday(cursor: &mut Cursor<'_>) -> Option<Mention> {
    if cursor.eat("第") {
        let nth = cursor.number()?.value;
        return weekday(cursor).map(|weekday| Mention::Nth(nth, weekday));
    }
    weekday(cursor).map(Mention::Weekday)
}

fn weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let is_in_brackets = cursor.eat("(");
    let letter = cursor.ahead().chars().next()?;
    let (c, kana, weekday) = WEEKDAYS
        .iter()
        .find(|(c, kana, _)| *c == letter || kana.starts_with(letter))?;
    if cursor.eat(kana) {
        return Some(*weekday);
    }
    if !cursor.eat(c.encode_utf8(&mut [0; 4])) {
        return None;
    }
    let is_named = cursor.eat_any(&["曜日", "曜", "よう日", "ようび"])
        || (cursor.eat("よう") && is_word_end(*cursor));
    let is_closed = is_in_brackets && cursor.eat(")");
    (is_named || is_closed).then_some(*weekday)
}

/// Takes a day of the month that follows its month.
fn day_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut attempt = *cursor;
    attempt.eat("の");
    let number = attempt.number()?.value;
    let is_day = attempt.eat_any(&["日", "にち", "号", "號"]);
    is_day.then(|| {
        *cursor = attempt;
        number
    })
}

/// Takes the year of a token such as `r8` in 「R8年12月5日」.
fn short_era(cursor: &mut Cursor<'_>) -> Option<u32> {
    let year = cursor.eat_token().strip_prefix('r')?;
    year.parse().ok().filter(|_| year.len() <= 2)
}

/// A number and 「日」 as a day of the month, unless it counts days.
fn day_of_month(number: Number, cursor: Cursor<'_>) -> Option<Mention> {
    let is_one_day =
        number.value == 1 && (number.is_kanji || cursor.sees_any(&["中", "で", "に何"]));
    let is_day = (1..=31).contains(&number.value) && !is_one_day;
    (is_day && !cursor.sees_any(&NO_DAYS)).then_some(Mention::Day(number.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::dates::japanese_clock::PERIODS;

    #[test]
    fn every_word_can_begin_a_mention() {
        let mut words: Vec<&str> = SOONEST.to_vec();
        words.extend(NO_WISH.iter().chain(&OLD_ERAS));
        words.extend(DAYS.iter().chain(&WEEKS).map(|(word, _)| *word));
        words.extend(MONTHS.iter().map(|(word, _)| *word));
        words.extend(YEARS.iter().map(|(word, _)| *word));
        words.extend(LONE_PARTS.iter().map(|(word, _)| *word));
        words.extend(WEEKDAYS.iter().map(|(_, kana, _)| *kana));
        words.extend(PERIODS.iter().map(|(word, _)| *word));
        for word in words {
            let first = word.chars().next().unwrap_or(' ');
            assert!(
                may_begin_mention(first) && begins_mention(first, word),
                "{word}"
            );
        }
    }
}
