//! Putting together what a text says about days: mentions become one wish.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::DayWish;

/// How many days an open end ("from Monday on") reaches, the first included.
const OPEN_DAYS: i64 = 28;
/// How many years ahead a date without a year is looked for: 29 February can be eight years away.
const YEARS_AHEAD: i32 = 8;
/// How many years ahead a written year is still believed.
const YEARS_BELIEVED: i32 = 10;

/// One thing said about a day, before it is known what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mention {
    Date(NaiveDate),
    Span(NaiveDate, NaiveDate),
    /// The week so many weeks after this one.
    Week(i64),
    Weekend,
    Weekday(Weekday),
    /// A whole month of a year.
    Month(i32, u32),
    /// A part of a month or of a week still to be named.
    Part(Part),
    /// For example the second Tuesday of a month.
    Nth(u32, Weekday),
    /// A day of a month still to be named.
    Day(u32),
    NoSuchDay,
    Soonest,
}

/// A part of a month, or of a week where that makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Early,
    Middle,
    Late,
    FirstHalf,
    SecondHalf,
    Start,
    End,
}

/// How a mention hangs together with the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Other words lie between.
    Loose,
    /// Nothing but "of" or the like lies between.
    Close,
    /// "To" or the like lies between.
    Range,
}

/// Which side of the mentioned day is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    Exact,
    Until,
    Before,
    From,
}

/// A mention in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub mention: Mention,
    pub link: Link,
    pub bound: Bound,
}

/// Makes one wish of everything said about days. The first mention counts; later ones can only
/// make it more exact.
pub fn resolve(spots: &[Spot], today: NaiveDate) -> Option<DayWish> {
    let mut named = spots.iter().filter(|spot| spot.mention != Mention::Soonest);
    let Some(first) = named.next() else {
        return (!spots.is_empty()).then_some(DayWish::Soonest);
    };
    let (mut mention, mut bound) = (first.mention, first.bound);
    for spot in named {
        if spot.link == Link::Range {
            return Some(range(mention, spot.mention, today));
        }
        let Some(exact) = narrow(mention, spot, today) else {
            break;
        };
        (mention, bound) = (exact, spot.bound);
    }
    Some(bounded(wish(mention, today), bound, today))
}

/// Any day from today to the one so many days ahead.
pub fn within(days: u32, today: NaiveDate) -> Mention {
    Mention::Span(today, shift(today, i64::from(days)))
}

/// The week of a day, from Monday to Sunday.
pub fn week_of(day: NaiveDate) -> Mention {
    Mention::Span(monday(0, day), shift(monday(0, day), 6))
}

/// The day so many days after another, or the same day where the calendar ends.
pub fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    let later = TimeDelta::try_days(days).and_then(|delta| day.checked_add_signed(delta));
    later.unwrap_or(day)
}

/// The same day so many months later, or the last day of that month.
pub fn shift_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(chrono::Months::new(months))
        .unwrap_or(day)
}

/// A month and a day without a year: the next such day that is not before today.
pub fn next_month_day(month: u32, day: u32, today: NaiveDate) -> Mention {
    let years = today.year()..=today.year().saturating_add(YEARS_AHEAD);
    let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.find(|date| *date >= today)
        .map_or(Mention::NoSuchDay, Mention::Date)
}

/// A date with its year. Nothing when the year is that of a birthday or cannot be a year at all.
pub fn full_date(year: i32, month: u32, day: u32, today: NaiveDate) -> Option<Mention> {
    is_near(year, today).then(|| {
        NaiveDate::from_ymd_opt(year, month, day).map_or(Mention::NoSuchDay, Mention::Date)
    })
}

/// Whether people would make plans for a year, or may just have mistaken it for this one.
pub fn is_near(year: i32, today: NaiveDate) -> bool {
    let ahead = i64::from(year) - i64::from(today.year());
    (-1..=i64::from(YEARS_BELIEVED)).contains(&ahead)
}

/// A month without a year: this one or the next such one.
pub fn next_month(month: u32, today: NaiveDate) -> Mention {
    if !(1..=12).contains(&month) {
        return Mention::NoSuchDay;
    }
    let year = today.year();
    Mention::Month(
        if month < today.month() {
            year.saturating_add(1)
        } else {
            year
        },
        month,
    )
}

/// The month so many months after this one.
pub fn month_after(months: u32, today: NaiveDate) -> Mention {
    let start = today.with_day(1).unwrap_or(today);
    let day = shift_months(start, months);
    Mention::Month(day.year(), day.month())
}

fn range(from: Mention, to: Mention, today: NaiveDate) -> DayWish {
    let start = wish(from, today);
    let (DayWish::On(first) | DayWish::Between(first, _)) = start else {
        return start;
    };
    let last = match (from, to) {
        (_, Mention::Day(day)) => wish(next_day(day, first), first),
        (_, Mention::Weekday(weekday)) => DayWish::On(next_weekday(weekday, first)),
        _ => wish(to, today),
    };
    match last {
        DayWish::On(last) | DayWish::Between(_, last) if last > first => {
            DayWish::Between(first, last)
        }
        DayWish::Impossible => DayWish::Impossible,
        _ => start,
    }
}

/// What two mentions mean together, when the second makes the first more exact.
fn narrow(whole: Mention, spot: &Spot, today: NaiveDate) -> Option<Mention> {
    let is_close = spot.link == Link::Close;
    match (whole, spot.mention) {
        (Mention::Week(week), Mention::Weekday(weekday)) => Some(of_week(week, weekday, today)),
        (Mention::Week(week), Mention::Weekend) => {
            let saturday = shift(monday(week, today), 5);
            Some(Mention::Span(saturday, shift(saturday, 1)))
        }
        (Mention::Week(week), Mention::Part(part)) if is_close => {
            Some(part_of_week(week, part, today))
        }
        (Mention::Weekday(_) | Mention::Weekend | Mention::Part(_), Mention::Week(_))
            if is_close =>
        {
            narrow(
                spot.mention,
                &Spot {
                    mention: whole,
                    ..*spot
                },
                today,
            )
        }
        (Mention::Date(_), Mention::Weekday(_)) if is_close => Some(whole),
        (Mention::Weekday(_), Mention::Date(_) | Mention::Day(_)) if is_close => Some(spot.mention),
        (Mention::Month(year, month), Mention::Day(day)) => Some(
            NaiveDate::from_ymd_opt(year, month, day).map_or(Mention::NoSuchDay, Mention::Date),
        ),
        (Mention::Month(year, month), Mention::Part(part)) => part_of_month(year, month, part),
        (Mention::Month(year, month), Mention::Weekday(weekday)) if is_close => {
            let (first, _) = whole_month(year, month)?;
            Some(Mention::Date(next_weekday(
                weekday,
                shift(first, -1).max(today),
            )))
        }
        (Mention::Month(year, month), Mention::Nth(nth, weekday)) => {
            Some(nth_of_month(year, month, nth, weekday))
        }
        (Mention::Day(_) | Mention::Part(_) | Mention::Nth(..), Mention::Month(..)) if is_close => {
            narrow(
                spot.mention,
                &Spot {
                    mention: whole,
                    ..*spot
                },
                today,
            )
        }
        _ => None,
    }
}

fn wish(mention: Mention, today: NaiveDate) -> DayWish {
    match mention {
        Mention::Date(day) => DayWish::On(day),
        Mention::Span(first, last) => from_today(first, last, today),
        Mention::Week(week) => {
            let start = monday(week, today);
            from_today(start, shift(start, 6), today)
        }
        Mention::Weekend => {
            let saturday = shift(monday(0, today), 5);
            from_today(saturday, shift(saturday, 1), today)
        }
        Mention::Weekday(weekday) => DayWish::On(next_weekday(weekday, today)),
        Mention::Month(year, month) => match whole_month(year, month) {
            Some((first, last)) => from_today(first, last, today),
            None => DayWish::Impossible,
        },
        Mention::Part(part) => this_or_next(today, |year, month| part_of_month(year, month, part)),
        Mention::Nth(nth, weekday) => this_or_next(today, |year, month| {
            Some(nth_of_month(year, month, nth, weekday))
        }),
        Mention::Day(day) => match next_day(day, today) {
            Mention::Date(day) => DayWish::On(day),
            _ => DayWish::Impossible,
        },
        Mention::NoSuchDay => DayWish::Impossible,
        Mention::Soonest => DayWish::Soonest,
    }
}

/// Something within this month, or within the next one when it is over.
fn this_or_next(today: NaiveDate, within: impl Fn(i32, u32) -> Option<Mention>) -> DayWish {
    let months = (0..2).filter_map(|months| match month_after(months, today) {
        Mention::Month(year, month) => within(year, month),
        _ => None,
    });
    let mut wishes = months.map(|mention| (mention, wish(mention, today)));
    let open = wishes.find_map(|(mention, wish)| match mention {
        Mention::Span(_, last) | Mention::Date(last) => (last >= today).then_some(wish),
        _ => None,
    });
    open.unwrap_or(DayWish::Impossible)
}

/// Nobody can come on days that are over, so a span that has begun starts today.
fn from_today(first: NaiveDate, last: NaiveDate, today: NaiveDate) -> DayWish {
    let first = if last >= today {
        first.max(today)
    } else {
        first
    };
    DayWish::Between(first, last)
}

fn bounded(wish: DayWish, bound: Bound, today: NaiveDate) -> DayWish {
    let (DayWish::On(first) | DayWish::Between(first, _)) = wish else {
        return wish;
    };
    let (DayWish::On(last) | DayWish::Between(_, last)) = wish else {
        return wish;
    };
    match bound {
        Bound::Until if last > today => DayWish::Between(today, last),
        Bound::Before if first > today => DayWish::Between(today, shift(first, -1)),
        Bound::From => DayWish::Between(first, shift(first, OPEN_DAYS - 1)),
        _ => wish,
    }
}

fn monday(week: i64, today: NaiveDate) -> NaiveDate {
    shift(
        today,
        week * 7 - i64::from(today.weekday().num_days_from_monday()),
    )
}

/// A weekday of the week so many weeks after this one.
pub fn of_week(week: i64, weekday: Weekday, today: NaiveDate) -> Mention {
    Mention::Date(shift(
        monday(week, today),
        i64::from(weekday.num_days_from_monday()),
    ))
}

/// The next such weekday strictly after a day.
pub fn next_weekday(weekday: Weekday, day: NaiveDate) -> NaiveDate {
    let ahead = weekday.days_since(day.weekday());
    shift(day, if ahead == 0 { 7 } else { i64::from(ahead) })
}

/// The next day with this number that is not before `from`.
fn next_day(day: u32, from: NaiveDate) -> Mention {
    let months = (0..3).filter_map(|months| match month_after(months, from) {
        Mention::Month(year, month) => NaiveDate::from_ymd_opt(year, month, day),
        _ => None,
    });
    months
        .into_iter()
        .find(|date| *date >= from)
        .map_or(Mention::NoSuchDay, Mention::Date)
}

fn whole_month(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = (28..=31).rev().find_map(|day| first.with_day(day))?;
    Some((first, last))
}

/// The days of a part of a month.
pub fn part_of_month(year: i32, month: u32, part: Part) -> Option<Mention> {
    let (first, last) = whole_month(year, month)?;
    let day = |number: i64| shift(first, number - 1);
    Some(match part {
        Part::Early => Mention::Span(first, day(10)),
        Part::Middle => Mention::Span(day(11), day(20)),
        Part::Late => Mention::Span(day(21), last),
        Part::FirstHalf => Mention::Span(first, day(15)),
        Part::SecondHalf => Mention::Span(day(16), last),
        Part::Start => Mention::Span(first, day(7)),
        Part::End => Mention::Span(shift(last, -6), last),
    })
}

/// The days of a part of the week so many weeks after this one.
pub fn part_of_week(week: i64, part: Part, today: NaiveDate) -> Mention {
    let day = |number: i64| shift(monday(week, today), number);
    match part {
        Part::Early | Part::Start | Part::FirstHalf => Mention::Span(day(0), day(2)),
        Part::Middle => Mention::Span(day(1), day(3)),
        Part::Late | Part::SecondHalf => Mention::Span(day(3), day(6)),
        Part::End => Mention::Span(day(5), day(6)),
    }
}

fn nth_of_month(year: i32, month: u32, nth: u32, weekday: Weekday) -> Mention {
    let nth = u8::try_from(nth).unwrap_or(0);
    let day = NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth);
    day.map_or(Mention::NoSuchDay, Mention::Date)
}
