//! How long a card and its certificates last, and from when they can be renewed: the arithmetic alone.
//!
//! - The Nth birthday is the Nth one after the day of issue; what ends on a birthday is valid on that day.
//! - A card lasts to the 10th birthday, or to the 5th where the holder was under age when it was applied for; one birthday
//!   more where it was applied for as a renewal with less than three months left, so that nobody loses by being early.
//! - Certificates last to the 5th birthday, or to the 6th by the same rule, and never beyond the card. The one for
//!   signatures never lasts beyond the one for logging in, and there is none for those under 15.
//! - Renewal opens on the day after the date three months before the end.
//! - With a period of stay the card ends with the stay; nothing extends it by itself.

use chrono::{Datelike, Days, Months, NaiveDate};

/// Cards applied for from this day on are those of adults from 18 on; before it, from 20 on.
const ADULT_AT_18_FROM: (i32, u32, u32) = (2022, 4, 1);
/// No certificate for signatures below this age.
const SIGNATURE_AGE: i32 = 15;
/// A card is made so long after it was applied for, as a rule.
const MAKING_MONTHS: u32 = 2;

/// Whether there was a valid card or certificate before, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// None, or one that was over or had long to go.
    Nothing,
    /// One that was renewed while less than three months were left.
    Renewed,
}

impl Before {
    /// What a renewal counts as, by the end of what it replaces.
    #[must_use]
    pub fn of(end: NaiveDate, renewed: NaiveDate) -> Before {
        if renewable_from(end) <= renewed && renewed <= end {
            Before::Renewed
        } else {
            Before::Nothing
        }
    }

    const fn birthdays_more(self) -> i32 {
        match self {
            Before::Nothing => 0,
            Before::Renewed => 1,
        }
    }
}

/// The birthday in a year. Who was born on 29 February is counted as born on the 28th.
fn birthday(birth: NaiveDate, year: i32) -> Option<NaiveDate> {
    let day = if is_leap_day(birth) { 28 } else { birth.day() };
    NaiveDate::from_ymd_opt(year, birth.month(), day)
}

/// Whether somebody was born on a day that most years do not have; the counter has the last word on those.
#[must_use]
pub fn is_leap_day(birth: NaiveDate) -> bool {
    (birth.month(), birth.day()) == (2, 29)
}

/// The Nth birthday after a day; a birthday on the day itself does not count.
#[must_use]
pub fn nth_birthday(birth: NaiveDate, after: NaiveDate, n: i32) -> Option<NaiveDate> {
    let this_year = birthday(birth, after.year())?;
    let first = after.year() + i32::from(this_year <= after);
    birthday(birth, first + n - 1)
}

/// How old somebody is on a day.
#[must_use]
pub fn age(birth: NaiveDate, on: NaiveDate) -> i32 {
    let had_birthday = birthday(birth, on.year()).is_some_and(|birthday| birthday <= on);
    on.year() - birth.year() - i32::from(!had_birthday)
}

/// Whether a card applied for on a day is that of an adult.
#[must_use]
pub fn is_adult(birth: NaiveDate, applied: NaiveDate) -> bool {
    let (year, month, day) = ADULT_AT_18_FROM;
    let of_age = match NaiveDate::from_ymd_opt(year, month, day) {
        Some(from) if applied < from => 20,
        _ => 18,
    };
    age(birth, applied) >= of_age
}

/// The last day of a card.
#[must_use]
pub fn card_end(
    birth: NaiveDate,
    applied: NaiveDate,
    issued: NaiveDate,
    before: Before,
) -> Option<NaiveDate> {
    let birthdays = if is_adult(birth, applied) { 10 } else { 5 };
    nth_birthday(birth, issued, birthdays + before.birthdays_more())
}

/// The last day of the certificates that are put on a card that lasts to a day.
#[must_use]
pub fn certificate_end(
    birth: NaiveDate,
    issued: NaiveDate,
    before: Before,
    card: NaiveDate,
) -> Option<NaiveDate> {
    let own = nth_birthday(birth, issued, 5 + before.birthdays_more())?;
    Some(own.min(card))
}

/// The last day of a certificate for signatures that is made anew beside a certificate for logging in.
#[must_use]
pub fn signature_end(
    birth: NaiveDate,
    issued: NaiveDate,
    login: NaiveDate,
    card: NaiveDate,
) -> Option<NaiveDate> {
    certificate_end(birth, issued, Before::Nothing, card).map(|end| end.min(login))
}

/// From when somebody may have a certificate for signatures, when that is after a day.
#[must_use]
pub fn signature_from(birth: NaiveDate, after: NaiveDate) -> Option<NaiveDate> {
    birthday(birth, birth.year() + SIGNATURE_AGE).filter(|day| *day > after)
}

/// The first day of the last three months.
#[must_use]
pub fn renewable_from(end: NaiveDate) -> NaiveDate {
    let before = end.checked_sub_months(Months::new(3));
    let from = before.and_then(|day| day.checked_add_days(Days::new(1)));
    from.unwrap_or(end)
}

/// The last day of the card of somebody with a period of stay, who made it on a day.
#[must_use]
pub fn stay_end(birth: NaiveDate, made: NaiveDate, stay: NaiveDate) -> Option<NaiveDate> {
    let most = card_end(birth, made, made, Before::Nothing)?;
    Some(stay.min(most))
}

/// How far a card is extended, once, while the permit to stay on is still being decided.
#[must_use]
pub fn special_extension(stay: NaiveDate) -> NaiveDate {
    stay.checked_add_months(Months::new(2)).unwrap_or(stay)
}

/// Until when a card serves as health insurance card after its certificate has ended: three months from the end of that
/// month.
#[must_use]
pub fn insurance_until(certificate: NaiveDate) -> Option<NaiveDate> {
    let first = certificate.with_day(1)?;
    first.checked_add_months(Months::new(4))?.pred_opt()
}

/// Where a date stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be renewed later on.
    Later,
    /// It can be renewed today.
    Now,
    /// It is over.
    Over,
}

/// The end of something and from when it can be renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub end: NaiveDate,
    pub from: NaiveDate,
}

impl Term {
    #[must_use]
    pub fn to(end: NaiveDate) -> Term {
        Term {
            end,
            from: renewable_from(end),
        }
    }

    #[must_use]
    pub fn standing(&self, today: NaiveDate) -> Standing {
        if today > self.end {
            Standing::Over
        } else if today >= self.from {
            Standing::Now
        } else {
            Standing::Later
        }
    }
}

/// What follows from a birth date and the day a card was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    pub card: Term,
    pub certificate: Term,
    /// No certificate for signatures before this day.
    pub signature_from: Option<NaiveDate>,
    /// It may be one term or the other: it depends on the day of the application, which nobody said.
    pub is_near_age_limit: bool,
    pub is_leap_day: bool,
}

/// Reckons with the day of issue in the place of the day of application, and says when that could make a difference.
#[must_use]
pub fn lifetime(birth: NaiveDate, issued: NaiveDate, before: Before) -> Option<Lifetime> {
    let card = card_end(birth, issued, issued, before)?;
    let applied = issued.checked_sub_months(Months::new(MAKING_MONTHS))?;
    Some(Lifetime {
        card: Term::to(card),
        certificate: Term::to(certificate_end(birth, issued, before, card)?),
        signature_from: signature_from(birth, issued),
        is_near_age_limit: is_adult(birth, applied) != is_adult(birth, issued),
        is_leap_day: is_leap_day(birth),
    })
}

/// The end of the certificates that came with an adult's card, by the date printed on it: five birthdays before. On a
/// card with a shorter term they end with the card.
#[must_use]
pub fn certificate_by_print(printed: NaiveDate) -> Option<NaiveDate> {
    printed.checked_sub_months(Months::new(60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn life(birth: &str, issued: &str, before: Before) -> Lifetime {
        lifetime(day(birth), day(issued), before).unwrap()
    }

    #[test]
    fn an_adult_has_ten_years_and_five() {
        let found = life("1990-06-10", "2026-11-22", Before::Nothing);
        assert_eq!(found.card.end, day("2036-06-10"));
        assert_eq!(found.certificate.end, day("2031-06-10"));
        assert_eq!(found.signature_from, None);
        assert!(!found.is_near_age_limit);
    }

    #[test]
    fn a_child_of_fourteen_has_five_years_and_signs_from_fifteen_on() {
        let found = life("2012-03-05", "2026-12-01", Before::Nothing);
        assert_eq!(found.card.end, day("2031-03-05"));
        assert_eq!(found.certificate.end, day("2031-03-05"));
        assert_eq!(found.signature_from, Some(day("2027-03-05")));
        let birth = day("2012-03-05");
        let end = day("2031-03-05");
        assert_eq!(signature_end(birth, day("2027-03-06"), end, end), Some(end));
    }

    #[test]
    fn a_renewal_in_the_last_three_months_gains_what_a_late_one_has() {
        let end = day("2027-01-20");
        assert_eq!(renewable_from(end), day("2026-10-21"));
        let birth = day("1985-01-20");
        let check = |issued: &str, before: Before| {
            assert_eq!(Before::of(end, day(issued)), before);
            let card = card_end(birth, day(issued), day(issued), before);
            assert_eq!(card, Some(day("2037-01-20")), "{issued}");
        };
        check("2026-12-15", Before::Renewed);
        check("2027-02-10", Before::Nothing);
        assert_eq!(Before::of(end, day("2026-10-20")), Before::Nothing);
    }

    #[test]
    fn certificates_renewed_in_time_end_with_the_card() {
        let birth = day("1980-12-25");
        let found = lifetime(birth, day("2022-02-01"), Before::Nothing).unwrap();
        assert_eq!(found.card.end, day("2031-12-25"));
        assert_eq!(found.certificate.end, day("2026-12-25"));
        assert_eq!(found.certificate.from, day("2026-09-26"));
        let renew = |on: &str| {
            let before = Before::of(found.certificate.end, day(on));
            certificate_end(birth, day(on), before, found.card.end)
        };
        assert_eq!(renew("2026-11-22"), Some(day("2031-12-25")));
        assert_eq!(renew("2027-02-10"), Some(day("2031-12-25")));
    }

    #[test]
    fn a_new_certificate_for_signatures_ends_with_the_one_for_logging_in() {
        let birth = day("1990-06-10");
        let found = lifetime(birth, day("2024-05-01"), Before::Nothing).unwrap();
        assert_eq!(found.certificate.end, day("2028-06-10"));
        let moved = day("2026-11-25");
        let own = nth_birthday(birth, moved, 5);
        assert_eq!(own, Some(day("2031-06-10")));
        let end = signature_end(birth, moved, found.certificate.end, found.card.end);
        assert_eq!(end, Some(day("2028-06-10")));
    }

    #[test]
    fn a_baby_has_five_birthdays() {
        let found = life("2026-09-01", "2026-11-25", Before::Nothing);
        assert_eq!(found.card.end, day("2031-09-01"));
        assert_eq!(found.certificate.end, day("2031-09-01"));
    }

    #[test]
    fn before_april_2022_nineteen_was_under_age() {
        let (birth, applied) = (day("2002-04-02"), day("2022-01-15"));
        assert_eq!(age(birth, applied), 19);
        let end = card_end(birth, applied, day("2022-02-10"), Before::Nothing);
        assert_eq!(end, Some(day("2026-04-02")));
        assert!(is_adult(birth, day("2022-04-01")));
        // Made in April, applied for in February or in April: nobody can tell from the day of issue.
        assert!(life("2002-04-02", "2022-04-20", Before::Nothing).is_near_age_limit);
    }

    #[test]
    fn a_card_ends_with_the_stay_and_is_extended_with_it() {
        let (birth, made) = (day("1995-08-15"), day("2026-12-01"));
        let end = |stay: &str| stay_end(birth, made, day(stay));
        assert_eq!(end("2027-04-30"), Some(day("2027-04-30")));
        assert_eq!(end("2030-04-30"), Some(day("2030-04-30")));
        assert_eq!(end("2040-01-01"), Some(day("2036-08-15")));
        assert_eq!(special_extension(day("2027-04-30")), day("2027-06-30"));
        assert_eq!(special_extension(day("2026-12-31")), day("2027-02-28"));
    }

    #[test]
    fn insurance_goes_on_for_three_months_from_the_end_of_the_month() {
        assert_eq!(insurance_until(day("2026-11-10")), Some(day("2027-02-28")));
        assert_eq!(insurance_until(day("2026-12-25")), Some(day("2027-03-31")));
    }

    #[test]
    fn the_window_of_an_osaka_city() {
        assert_eq!(renewable_from(day("2023-11-20")), day("2023-08-21"));
        assert_eq!(renewable_from(day("2027-05-31")), day("2027-03-01"));
    }

    #[test]
    fn born_on_a_leap_day() {
        let found = life("2000-02-29", "2026-11-22", Before::Nothing);
        assert_eq!(found.card.end, day("2036-02-28"));
        assert!(found.is_leap_day);
        assert_eq!(age(day("2000-02-29"), day("2026-02-28")), 26);
    }

    #[test]
    fn the_printed_date_tells_of_the_certificates() {
        assert_eq!(
            certificate_by_print(day("2031-12-25")),
            Some(day("2026-12-25"))
        );
    }

    #[test]
    fn a_term_stands_somewhere() {
        let term = Term::to(day("2027-01-20"));
        assert_eq!(term.standing(day("2026-10-20")), Standing::Later);
        assert_eq!(term.standing(day("2026-10-21")), Standing::Now);
        assert_eq!(term.standing(day("2027-01-20")), Standing::Now);
        assert_eq!(term.standing(day("2027-01-21")), Standing::Over);
    }

    fn days() -> impl Strategy<Value = NaiveDate> {
        (0u64..60_000).prop_map(|n| day("1900-01-01") + Days::new(n))
    }

    proptest! {
        #[test]
        fn nothing_outlives_the_card_and_all_ends_on_a_birthday(
            birth in days(), after in 0u64..36_000, renewed: bool,
        ) {
            let issued = birth + Days::new(after);
            let before = if renewed { Before::Renewed } else { Before::Nothing };
            let found = lifetime(birth, issued, before).unwrap();
            prop_assert!(issued < found.certificate.end && found.certificate.end <= found.card.end);
            for term in [found.card, found.certificate] {
                prop_assert_eq!(Some(term.end), birthday(birth, term.end.year()));
                prop_assert!(term.from < term.end);
            }
            let years = found.card.end.year() - issued.year();
            prop_assert!((4..=11).contains(&years));
        }

        #[test]
        fn being_early_never_costs_a_day(birth in days(), after in 6600u64..30_000, early in 0u64..95) {
            let first = lifetime(birth, birth + Days::new(after), Before::Nothing).unwrap().card.end;
            let issued = first - Days::new(early);
            let on_time = card_end(birth, issued, issued, Before::of(first, issued)).unwrap();
            let late = first + Days::new(1);
            let too_late = card_end(birth, late, late, Before::of(first, late)).unwrap();
            // On the birthday itself the next one is a year away.
            prop_assert!(issued < renewable_from(first) || on_time >= too_late);
        }
    }
}
