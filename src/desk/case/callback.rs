//! Calling back: where nobody can answer now, or somebody would rather talk, they pick a time and leave a number.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Timelike, Utc};

use crate::desk::rules::{Rules, civil, instant};

/// How long the time is within which somebody is called.
pub const WINDOW_MINUTES: i64 = 60;
/// So many times are offered.
const OFFERED: usize = 4;
/// Nobody is asked to be called within less than this.
const LEAD_MINUTES: i64 = 30;
/// Times are looked for so many days ahead.
const DAYS: i64 = 10;
/// A telephone number of Japan has ten or eleven digits; one from abroad at most fifteen (ITU-T E.164).
const DIGITS_MIN: usize = 9;
const DIGITS_MAX: usize = 15;

/// A time within which the staff call, and the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallBack {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    pub phone: String,
}

/// The next full hours of opening in which fewer than so many calls are promised.
#[must_use]
pub fn windows(
    rules: &Rules,
    taken: &[DateTime<Utc>],
    most: usize,
    now: DateTime<Utc>,
) -> Vec<NaiveDateTime> {
    let first = civil(now) + TimeDelta::minutes(LEAD_MINUTES);
    (0..=DAYS)
        .map(|n| first.date() + TimeDelta::days(n))
        .filter_map(|day| {
            let hours = rules.calendar.hours(day).ok()?;
            let opens = hours.opens.hour() + u32::from(hours.opens.minute() > 0);
            let starts = (opens..24).filter_map(move |hour| day.and_hms_opt(hour, 0, 0));
            let closes = day.and_time(hours.closes);
            Some(starts.filter(move |at| *at + TimeDelta::minutes(WINDOW_MINUTES) <= closes))
        })
        .flatten()
        .filter(|at| *at >= first)
        .filter(|at| taken.iter().filter(|t| **t == instant(*at)).count() < most)
        .take(OFFERED)
        .collect()
}

/// The time from this hour on, if it is still among those that are offered.
#[must_use]
pub fn window(
    rules: &Rules,
    taken: &[DateTime<Utc>],
    most: usize,
    at: NaiveDateTime,
    now: DateTime<Utc>,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    windows(rules, taken, most, now).contains(&at).then(|| {
        (
            instant(at),
            instant(at) + TimeDelta::minutes(WINDOW_MINUTES),
        )
    })
}

/// The telephone number in what somebody typed: its digits and a leading `+`, whatever stands between them.
#[must_use]
pub fn read_phone(text: &str) -> Option<String> {
    let mut phone = String::new();
    for c in text.chars() {
        match c {
            '０'..='９' => phone.extend(char::from_u32(
                u32::from(c) - u32::from('０') + u32::from('0'),
            )),
            '0'..='9' => phone.push(c),
            '+' | '＋' if phone.is_empty() => phone.push('+'),
            _ => {}
        }
    }
    let digits = phone.trim_start_matches('+').len();
    let is_one = phone.starts_with('0') || phone.starts_with('+');
    (is_one && (DIGITS_MIN..=DIGITS_MAX).contains(&digits)).then_some(phone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn numbers_are_read_in_any_writing() {
        for (typed, phone) in [
            ("090-1234-5678", Some("09012345678")),
            ("０７２（９５８）１１１１です", Some("0729581111")),
            ("+84 91 234 56 78", Some("+84912345678")),
            ("my number is 080 1234 5678, thanks", Some("08012345678")),
            ("1234567890", None),
            ("090", None),
            ("", None),
            ("0901234567812345678", None),
        ] {
            assert_eq!(read_phone(typed).as_deref(), phone, "{typed}");
        }
    }

    #[test]
    fn only_free_full_hours_of_opening_are_offered() {
        let rules = Config::load(None, |_| None).unwrap().rules;
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let friday = instant(at("2026-12-04T15:40:00"));
        let open = windows(&rules, &[], 1, friday);
        assert_eq!(
            open[0],
            at("2026-12-07T09:00:00"),
            "the last full hour of Friday is too near"
        );
        let earlier = instant(at("2026-12-04T15:20:00"));
        assert_eq!(
            windows(&rules, &[], 1, earlier)[0],
            at("2026-12-04T16:00:00")
        );
        let taken = [instant(at("2026-12-04T16:00:00"))];
        assert_eq!(
            windows(&rules, &taken, 1, earlier)[0],
            at("2026-12-07T09:00:00")
        );
        assert_eq!(
            windows(&rules, &taken, 2, earlier)[0],
            at("2026-12-04T16:00:00")
        );
        assert!(window(&rules, &taken, 1, at("2026-12-04T16:00:00"), earlier).is_none());
    }
}
