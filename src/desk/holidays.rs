//! The legal holidays of Japan, computed from the holiday law (国民の祝日に関する法律, Act 178 of 1948).
//!
//! The counter is closed on them, and reservations are offered months ahead, so a yearly table that
//! someone must remember to extend is not enough. The law and its amendments are written out here by
//! the date from which each rule holds. The equinox days follow the usual astronomical approximation,
//! which agrees with every official day so far; the official ones are announced in the February before.
//! Results hold from 20 July 1948, when the law came into force, to 2150 as far as the law stays as it is.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The government's name for days that are holidays only through the rules of Article 3.
const DAY_OFF: &str = "休日";

/// The government's name for the days of the accession of 2019, which were treated as national holidays.
const TREATED_AS_HOLIDAY: &str = "休日（祝日扱い）";

/// The name of the holiday on this day as the government lists it, or `None` on an ordinary day.
///
/// Substitute holidays and days between two holidays are called 「休日」, as in the official list.
#[must_use]
pub fn holiday(day: NaiveDate) -> Option<&'static str> {
    national(day)
        .or_else(|| ceremony(day))
        .or_else(|| (is_substitute(day) || is_between_holidays(day)).then_some(DAY_OFF))
}

/// The national holidays (国民の祝日) in the sense of Article 2, on which Article 3 builds.
fn national(day: NaiveDate) -> Option<&'static str> {
    let (year, date) = (day.year(), (day.month(), day.day()));
    if date_key(day) < (1948, 7, 20) {
        return None;
    }
    match (year, day.month()) {
        (2020 | 2021, 7 | 8 | 10) => moved_for_the_games(year, date),
        (_, 1..=6) => first_half(day, year, date),
        _ => second_half(day, year, date),
    }
}

/// January to June.
fn first_half(day: NaiveDate, year: i32, date: (u32, u32)) -> Option<&'static str> {
    match date {
        (1, 1) => Some("元日"),
        (1, 15) if year < 2000 => Some("成人の日"),
        (1, _) if year >= 2000 && is_monday(day, 2) => Some("成人の日"),
        (2, 11) if year >= 1967 => Some("建国記念の日"),
        (2, 23) if year >= 2020 => Some("天皇誕生日"),
        (3, d) if d == spring_equinox(year) => Some("春分の日"),
        (4, 29) if year < 1989 => Some("天皇誕生日"),
        (4, 29) if year < 2007 => Some("みどりの日"),
        (4, 29) => Some("昭和の日"),
        (5, 1) if year == 2019 => Some(TREATED_AS_HOLIDAY),
        (5, 3) => Some("憲法記念日"),
        (5, 4) if year >= 2007 => Some("みどりの日"),
        (5, 5) => Some("こどもの日"),
        _ => None,
    }
}

/// July to December.
fn second_half(day: NaiveDate, year: i32, date: (u32, u32)) -> Option<&'static str> {
    match date {
        (7, 20) if (1996..2003).contains(&year) => Some("海の日"),
        (7, _) if year >= 2003 && is_monday(day, 3) => Some("海の日"),
        (8, 11) if year >= 2016 => Some("山の日"),
        (9, 15) if (1966..2003).contains(&year) => Some("敬老の日"),
        (9, _) if year >= 2003 && is_monday(day, 3) => Some("敬老の日"),
        (9, d) if d == autumn_equinox(year) => Some("秋分の日"),
        (10, 10) if (1966..2000).contains(&year) => Some("体育の日"),
        (10, _) if year >= 2000 && is_monday(day, 2) => Some(sports_day(year)),
        (10, 22) if year == 2019 => Some(TREATED_AS_HOLIDAY),
        (11, 3) => Some("文化の日"),
        (11, 23) => Some("勤労感謝の日"),
        (12, 23) if (1989..2019).contains(&year) => Some("天皇誕生日"),
        _ => None,
    }
}

/// The name of the second Monday of October, which the official list of 2019 already gives in both forms.
const fn sports_day(year: i32) -> &'static str {
    match year {
        ..2019 => "体育の日",
        2019 => "体育の日（スポーツの日）",
        _ => "スポーツの日",
    }
}

/// The holidays of July, August and October of 2020 and 2021, which the Olympics laws moved.
fn moved_for_the_games(year: i32, date: (u32, u32)) -> Option<&'static str> {
    match (year, date) {
        (2020, (7, 23)) | (2021, (7, 22)) => Some("海の日"),
        (2020, (7, 24)) | (2021, (7, 23)) => Some("スポーツの日"),
        (2020, (8, 10)) | (2021, (8, 8)) => Some("山の日"),
        _ => None,
    }
}

/// The holidays that single laws made for one event of the imperial house.
fn ceremony(day: NaiveDate) -> Option<&'static str> {
    match date_key(day) {
        (1959, 4, 10) | (1993, 6, 9) => Some("結婚の儀"),
        (1989, 2, 24) => Some("大喪の礼"),
        (1990, 11, 12) => Some("即位礼正殿の儀"),
        _ => None,
    }
}

/// Whether the day stands in for a national holiday that fell on a Sunday (振替休日).
///
/// From 12 April 1973 it was the Monday after; since 2007 it is the next day that is no national holiday.
fn is_substitute(day: NaiveDate) -> bool {
    if date_key(day) < (1973, 4, 12) || national(day).is_some() {
        return false;
    }
    let farthest = if day.year() < 2007 { 1 } else { 7 };
    (1..=farthest)
        .map_while(|back| day.checked_sub_days(Days::new(back)))
        .take_while(|earlier| national(*earlier).is_some())
        .any(|earlier| earlier.weekday() == Weekday::Sun)
}

/// Whether the day is a holiday because the days before and after it are national holidays (国民の休日).
///
/// The rule holds from 27 December 1985. Until 2006 it left Sundays out.
fn is_between_holidays(day: NaiveDate) -> bool {
    let in_force = date_key(day) >= (1985, 12, 27);
    let is_free_sunday = day.year() < 2007 && day.weekday() == Weekday::Sun;
    let is_national = |other: Option<NaiveDate>| other.and_then(national).is_some();
    in_force
        && !is_free_sunday
        && national(day).is_none()
        && is_national(day.pred_opt())
        && is_national(day.succ_opt())
}

/// Whether the day is the `nth` Monday of its month.
fn is_monday(day: NaiveDate, nth: u32) -> bool {
    day.weekday() == Weekday::Mon && day.day0() / 7 + 1 == nth
}

/// The day of March on which the sun crosses the equator northwards, in Japanese time.
fn spring_equinox(year: i32) -> u32 {
    equinox(year, [20_835_700, 20_843_100, 21_851_000])
}

/// The day of September on which the sun crosses the equator southwards, in Japanese time.
fn autumn_equinox(year: i32) -> u32 {
    equinox(year, [23_258_800, 23_248_800, 24_248_800])
}

/// The day of the month of an equinox. Each base is the moment in 1980, in millionths of a day of its
/// month, fitted for the years to 1979, 1980 to 2099, and from 2100, when a leap day has been left out.
fn equinox(year: i32, bases: [i64; 3]) -> u32 {
    let (base, leap_days) = match year {
        ..1980 => (bases[0], (year - 1983) / 4),
        1980..2100 => (bases[1], (year - 1980) / 4),
        2100.. => (bases[2], (year - 1980) / 4),
    };
    let drift = 242_194 * i64::from(year - 1980);
    let day = (base + drift).div_euclid(1_000_000) - i64::from(leap_days);
    u32::try_from(day).unwrap_or(0)
}

/// A day as numbers that compare in the order of time.
fn date_key(day: NaiveDate) -> (i32, u32, u32) {
    (day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const OFFICIAL: &str = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/holidays.tsv"
    ));

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(day: &str, name: Option<&str>) {
        assert_eq!(holiday(date(day)), name, "{day}");
    }

    #[test]
    fn every_day_from_1955_to_2023_agrees_with_the_government() {
        let official: BTreeMap<NaiveDate, &str> = OFFICIAL
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once('\t'))
            .map(|(day, name)| (date(day), name.trim()))
            .collect();
        assert!(official.len() > 900, "the official list was read");
        for day in date("1955-01-01")
            .iter_days()
            .take_while(|d| d.year() <= 2023)
        {
            assert_eq!(holiday(day), official.get(&day).copied(), "{day}");
        }
    }

    #[test]
    fn coming_years_follow_the_law_in_force() {
        for (day, name) in [
            ("2026-01-01", Some("元日")),
            ("2026-01-12", Some("成人の日")),
            ("2026-03-20", Some("春分の日")),
            ("2026-05-04", Some("みどりの日")),
            ("2026-05-06", Some("休日")),
            ("2026-05-07", None),
            ("2026-07-20", Some("海の日")),
            ("2026-08-11", Some("山の日")),
            ("2026-09-21", Some("敬老の日")),
            ("2026-09-22", Some("休日")),
            ("2026-09-23", Some("秋分の日")),
            ("2026-10-12", Some("スポーツの日")),
            ("2026-12-23", None),
            ("2027-02-23", Some("天皇誕生日")),
            ("2027-03-21", Some("春分の日")),
            ("2027-03-22", Some("休日")),
            ("2032-09-21", Some("休日")),
            ("2044-03-20", Some("春分の日")),
            ("2096-09-22", Some("秋分の日")),
        ] {
            check(day, name);
        }
    }

    #[test]
    fn the_law_begins_in_july_1948() {
        for (day, name) in [
            ("1948-05-05", None),
            ("1948-07-19", None),
            ("1948-09-23", Some("秋分の日")),
            ("1948-11-03", Some("文化の日")),
            ("1949-01-15", Some("成人の日")),
        ] {
            check(day, name);
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_answered() {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            let _ = holiday(day);
        }
    }

    #[test]
    fn every_year_to_2099_has_its_sixteen_holidays() {
        for year in 2022..=2099 {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let days = first.iter_days().take_while(|d| d.year() == year);
            assert_eq!(days.filter_map(national).count(), 16, "{year}");
        }
    }
}
