//! Hours of the day: from what was said to the times that are meant.

use chrono::{NaiveTime, TimeDelta};

use super::TimeWish;

/// Where a range of times without a beginning begins.
pub const START_OF_DAY: NaiveTime = NaiveTime::MIN;

/// Where a range of times without an end ends.
pub const END_OF_DAY: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// A half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    Morning,
    Afternoon,
}

/// A time as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub hour: u32,
    pub minute: u32,
    pub half: Option<Half>,
}

/// Which side of the said time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    At,
    After,
    Before,
    /// Within the hour that begins then.
    Within,
}

impl Clock {
    /// A time without a half of the day.
    pub const fn new(hour: u32, minute: u32) -> Clock {
        Clock {
            hour,
            minute,
            half: None,
        }
    }

    /// The same time with a half of the day, unless it has one already.
    #[must_use]
    pub fn or_half(self, half: Option<Half>) -> Clock {
        Clock {
            half: self.half.or(half),
            ..self
        }
    }

    /// The time of day that is meant, if any clock shows it.
    pub fn time(self) -> Option<NaiveTime> {
        let hour = match self.half {
            None if (1..=6).contains(&self.hour) => self.hour + 12,
            Some(Half::Afternoon) if self.hour < 12 => self.hour + 12,
            _ => self.hour,
        };
        NaiveTime::from_hms_opt(hour, self.minute, 0)
    }

    /// The wish for this time or one side of it.
    pub fn wish(self, side: Side) -> TimeWish {
        let Some(time) = self.time() else {
            return TimeWish::Impossible;
        };
        match side {
            Side::At => TimeWish::At(time),
            Side::After => between(time, END_OF_DAY),
            Side::Before => between(START_OF_DAY, time),
            Side::Within => between(time, later(time, 60)),
        }
    }

    /// The wish for a time from this one to another.
    pub fn until(self, end: Clock) -> TimeWish {
        let (Some(mut from), Some(mut to)) = (self.time(), end.time()) else {
            return TimeWish::Impossible;
        };
        let noon = later(START_OF_DAY, 12 * 60);
        if end.half.is_none() && to <= from && to < noon {
            to = later(to, 12 * 60);
        }
        if self.half.is_none() && end.half == Some(Half::Afternoon) && later(from, 12 * 60) < to {
            from = later(from, 12 * 60);
        }
        if from < to {
            TimeWish::Between(from, to)
        } else {
            TimeWish::At(from)
        }
    }
}

/// A wish for any time between two, given as hours and minutes.
pub fn between_hours(from: (u32, u32), to: (u32, u32)) -> TimeWish {
    let time = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0);
    between(
        time(from).unwrap_or(START_OF_DAY),
        time(to).unwrap_or(END_OF_DAY),
    )
}

/// Makes one wish of everything said about times. The first counts; one that lies within it makes
/// it more exact.
pub fn choose(wishes: &[TimeWish]) -> Option<TimeWish> {
    let mut wishes = wishes.iter();
    let mut chosen = wishes.next()?;
    for wish in wishes {
        let TimeWish::Between(from, to) = chosen else {
            break;
        };
        let is_within = match wish {
            TimeWish::At(time) => from <= time && time < to,
            TimeWish::Between(first, last) => from <= first && last <= to,
            TimeWish::Impossible => false,
        };
        if is_within {
            chosen = wish;
        }
    }
    Some(chosen.clone())
}

fn between(from: NaiveTime, to: NaiveTime) -> TimeWish {
    if from < to {
        TimeWish::Between(from, to)
    } else {
        TimeWish::At(from)
    }
}

/// So many minutes later, but not on the next day.
fn later(time: NaiveTime, minutes: i64) -> NaiveTime {
    let (later, days) = time.overflowing_add_signed(TimeDelta::minutes(minutes));
    if days == 0 { later } else { END_OF_DAY }
}
