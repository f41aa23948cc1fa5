//! Days in words: weekdays, days told from today, and parts of a day.
//!
//! They are read only where staff write, since only of them it is known that they mean the day on which they write. Whatever
//! two readers could take for two days is left to [`super::vague`].

use chrono::{Datelike, Months, NaiveDate, NaiveTime, TimeDelta, Weekday};

use super::Scan;
use crate::desk::dates::japanese_words::{DAYS, WEEKS};
use crate::desk::protect::{Clock, Day, Part};

/// Days counted from today that nobody reserves, beside those which dates know.
const PAST_DAYS: [(&str, i64); 5] = [
    ("一昨々日", -3),
    ("一昨日", -2),
    ("おととい", -2),
    ("昨日", -1),
    ("きのう", -1),
];
const PAST_WEEKS: [(&str, i64); 2] = [("先々週", -2), ("先週", -1)];

/// What dates know and what is counted from another day than today, or is none.
const NOT_TOLD: [&str; 5] = ["翌日", "今すぐ", "翌週", "次の週", "つぎの週"];

/// Words in kana that may as well be a part of another word.
const SHORT: [&str; 4] = ["きのう", "きょう", "あした", "あす"];
/// What follows such a word when it is a day.
const PARTICLES: [&str; 11] = [
    "は", "の", "も", "に", "から", "まで", "以降", "、", " ", "午", "朝",
];

/// What a day in words goes on with when it is none: the village 明日香, a plant.
const NO_DAYS: [(&str, &str); 4] = [
    ("明日", "香"),
    ("明日", "葉"),
    ("本日", "本"),
    ("今日", "子"),
];

/// Months counted from this one.
const MONTHS: [(&str, i32); 6] = [
    ("再来月", 2),
    ("来月", 1),
    ("今月", 0),
    ("本月", 0),
    ("先々月", -2),
    ("先月", -1),
];

/// Years counted from this one.
const YEARS: [(&str, i32); 7] = [
    ("再来年", 2),
    ("来年", 1),
    ("今年", 0),
    ("本年", 0),
    ("一昨年", -2),
    ("昨年", -1),
    ("去年", -1),
];

/// Weekdays in their letters, from Monday, and in kana.
const LETTERS: &str = "月火水木金土日";
const KANA: [&str; 7] = [
    "げつようび",
    "かようび",
    "すいようび",
    "もくようび",
    "きんようび",
    "どようび",
    "にちようび",
];

/// What stands between weekdays of one letter: 「月・水・金」, 「月〜金」.
const BETWEEN: [&str; 9] = ["・", "〜", "~", "-", "/", "ー", "と", "から", "、"];

/// Parts of a day that mean nothing else …
const PARTS: [(&str, Part); 4] = [
    ("午前中", Part::Morning),
    ("午前", Part::Morning),
    ("午後", Part::Afternoon),
    ("夕方", Part::Dusk),
];
/// … and those that do so only behind a day: 「朝」 also begins 「朝鮮」.
const PARTS_BEHIND: [(&str, Part); 5] = [
    ("朝", Part::Morning),
    ("お昼", Part::Midday),
    ("昼", Part::Midday),
    ("夜", Part::Evening),
    ("晩", Part::Evening),
];

impl Scan {
    /// A day told from today: its end, and the day.
    pub(super) fn told(&self, at: usize) -> Option<(usize, Day)> {
        let today = self.today?;
        self.day_from(at, today)
            .or_else(|| self.day_of_week_from(at, today))
            .or_else(|| self.day_of_month_from(at, today))
            .or_else(|| self.day_of_year_from(at, today))
    }

    /// The end of the word of a list that begins here, and what it means.
    fn word<T: Copy>(
        &self,
        at: usize,
        words: &[(&'static str, T)],
    ) -> Option<(usize, &'static str, T)> {
        let mut words = words.iter().filter(|(word, _)| !NOT_TOLD.contains(word));
        let (word, meaning) = words.find(|(word, _)| self.begins(at, word))?;
        Some((at + word.chars().count(), word, *meaning))
    }

    /// 「明日」, 「明日（水）」, 「今夜」 up to 「今」.
    fn day_from(&self, at: usize, today: NaiveDate) -> Option<(usize, Day)> {
        // 「今夜」 is today, and the night stands behind it.
        if ["今朝", "今夜", "今晩"]
            .iter()
            .any(|word| self.begins(at, word))
        {
            return Some((at + 1, Day::On(today)));
        }
        let known = self.word(at, &DAYS);
        let (end, word, days) = known.or_else(|| self.word(at, &PAST_DAYS))?;
        let goes_on = |(day, more): &(&str, &str)| word == *day && self.begins(end, more);
        if NO_DAYS.iter().any(goes_on) || SHORT.contains(&word) && !self.stands_alone(at, end) {
            return None;
        }
        if word == "本日" && at > 0 && self.flat(at - 1) == Some('日') {
            return None;
        }
        let day = today.checked_add_signed(TimeDelta::days(days))?;
        let joint = self.run(end, |c| c == 'の');
        let (weekday_end, weekday) = self.weekday(joint);
        match weekday {
            None => Some((end, Day::On(day))),
            Some(n) if day.weekday().num_days_from_monday() == n => {
                Some((weekday_end, Day::On(day)))
            }
            // Tomorrow is no Monday: somebody has to look.
            Some(_) => None,
        }
    }

    /// Whether a short word in kana is a word of its own.
    fn stands_alone(&self, at: usize, end: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.flat(at));
        let is_inside = before.is_some_and(|c| is_kana(c) && !"はがをにもで".contains(c));
        let is_over = self.flat(end).is_none() || self.is_kanji_at(Some(end));
        !is_inside && (is_over || PARTICLES.iter().any(|word| self.begins(end, word)))
    }

    /// 「来週の火曜日」. Some weeks begin on Sunday, others on Monday: where that makes two days of it, it is none.
    fn day_of_week_from(&self, at: usize, today: NaiveDate) -> Option<(usize, Day)> {
        let known = self.word(at, &WEEKS);
        let (end, _, weeks) = known.or_else(|| self.word(at, &PAST_WEEKS))?;
        let joint = self.run(end, |c| "の、 ".contains(c));
        let (end, weekday) = self.weekday(joint);
        let n = weekday?;
        if today.weekday() == Weekday::Sun || n == Weekday::Sun.num_days_from_monday() {
            return None;
        }
        let monday = today.week(Weekday::Mon).first_day();
        let days = TimeDelta::days(7 * weeks + i64::from(n));
        Some((end, Day::On(monday.checked_add_signed(days)?)))
    }

    /// 「来月」, 「来月の5日（火）」; 「来月末」 is no certain day.
    fn day_of_month_from(&self, at: usize, today: NaiveDate) -> Option<(usize, Day)> {
        let (end, _, months) = self.word(at, &MONTHS)?;
        if self.flat(end).is_some_and(|c| "末初半".contains(c)) {
            return None;
        }
        let first = today.with_day(1)?;
        let shift = Months::new(months.unsigned_abs());
        let month = match months < 0 {
            true => first.checked_sub_months(shift)?,
            false => first.checked_add_months(shift)?,
        };
        let joint = self.run(end, |c| c == 'の');
        let day = self.whole(joint).and_then(|(end, day)| {
            let end = self.after(end, '日')?;
            (self.flat(end) != Some('間')).then_some((end, day))
        });
        let Some((end, day)) = day else {
            return Some((end, Day::Month(Some(month.year()), month.month())));
        };
        let day = month.with_day(day)?;
        let (end, weekday) = self.weekday(end);
        let fits = weekday.is_none_or(|n| day.weekday().num_days_from_monday() == n);
        fits.then_some((end, Day::On(day)))
    }

    /// 「来年1月8日」, 「今年の3月」.
    fn day_of_year_from(&self, at: usize, today: NaiveDate) -> Option<(usize, Day)> {
        let (end, _, years) = self.word(at, &YEARS)?;
        let joint = self.run(end, |c| c == 'の');
        let mut read = self
            .japanese_day(joint)
            .filter(|read| read.year.is_none())?;
        read.year = Some(today.year() + years);
        let (end, weekday) = self.weekday(read.end);
        Some((end, self.written(&read, weekday)?))
    }

    /// A weekday without a date: 「火曜日」, 「火曜」, 「（火）」, 「月〜金」, 「土日」.
    pub(super) fn weekday_alone(&self, at: usize) -> Option<(usize, Day)> {
        self.today?;
        if let Some(n) = KANA.iter().position(|word| self.begins(at, word)) {
            return Some((at + KANA[n].chars().count(), Day::Weekday(weekday(n)?)));
        }
        if self.begins(at, "土日") && !self.is_kanji_at(at.checked_sub(1)) {
            return Some((at + 2, Day::Weekend));
        }
        let n = self.letter(at)?;
        let is_carpenter = self.begins(at, "日曜大工");
        let end = match self.after(at + 1, '曜') {
            Some(end) if !is_carpenter => self.after(end, '日').unwrap_or(end),
            None if self.is_bracketed(at) || self.is_listed(at) => at + 1,
            _ => return None,
        };
        Some((end, Day::Weekday(weekday(n)?)))
    }

    /// The days since Monday of a weekday's letter.
    fn letter(&self, at: usize) -> Option<usize> {
        let c = self.flat(at)?;
        LETTERS.chars().position(|letter| letter == c)
    }

    fn is_kanji_at(&self, at: Option<usize>) -> bool {
        let c = at.and_then(|at| self.flat(at));
        c.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || c.is_ascii_digit())
    }

    fn is_bracketed(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.flat(at));
        before == Some('(') && self.flat(at + 1) == Some(')')
    }

    /// Whether a letter is one of several weekdays: a letter alone, with another one beside it.
    fn is_listed(&self, at: usize) -> bool {
        let is_free = |at: usize| {
            let is_letter = self.letter(at).is_some();
            is_letter && !self.is_kanji_at(at.checked_sub(1)) && !self.is_kanji_at(Some(at + 1))
        };
        let behind = |mark: &str| {
            let next = at + 1 + mark.chars().count();
            self.begins(at + 1, mark)
                && self.letter(next).is_some()
                && !self.is_kanji_at(Some(next + 1))
        };
        let before = |mark: &str| {
            let start = at.checked_sub(mark.chars().count());
            let is_mark = start.is_some_and(|start| self.begins(start, mark));
            is_mark && start.and_then(|at| at.checked_sub(1)).is_some_and(is_free)
        };
        // 「年・月・日」 are no weekdays.
        let is_of_date = at >= 2 && self.flat(at - 2) == Some('年')
            || at >= 4 && self.flat(at - 4) == Some('年');
        is_free(at) && !is_of_date && (BETWEEN.iter().any(|mark| behind(mark) || before(mark)))
    }

    /// 「午後」, 「正午」: a part of the day that means no other thing.
    pub(super) fn part_alone(&self, at: usize) -> Option<(usize, Clock)> {
        self.today?;
        if self.begins(at, "正午") {
            return Some((at + 2, Clock::At(NaiveTime::from_hms_opt(12, 0, 0)?)));
        }
        let (end, _, part) = self.word(at, &PARTS)?;
        Some((end, Clock::Part(part)))
    }

    /// 「朝」 behind a day.
    pub(super) fn part_of_day(&self, at: usize) -> Option<(usize, Option<Clock>)> {
        self.today?;
        let (end, _, part) = self.word(at, &PARTS_BEHIND)?;
        // 「明日の昼休み」, 「昼食」
        let goes_on = self.flat(end).is_some_and(|c| "休食会間勤市".contains(c));
        (!goes_on).then_some((end, Some(Clock::Part(part))))
    }
}

fn is_kana(c: char) -> bool {
    ('\u{3041}'..='\u{30ff}').contains(&c)
}

fn weekday(days_since_monday: usize) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(days_since_monday).ok()?).ok()
}
