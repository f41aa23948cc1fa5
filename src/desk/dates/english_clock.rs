//! The English grammar of times.

use super::TimeWish;
use super::clock::{Clock, Half, Side, between_hours};
use super::english::English;
use super::english_words::number_word;
use super::figures::hours;
use super::tokens::Kind;

const END: (u32, u32) = (24, 0);

/// How a time is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    None,
    At,
    From,
    Between,
    Side(Side),
}

/// The wish for an evening.
pub fn evening() -> TimeWish {
    between_hours((16, 0), END)
}

impl English<'_> {
    /// Takes a mention of a time that begins at a place.
    pub fn time(&self, place: usize) -> Option<(TimeWish, usize)> {
        if let Some(found) = self.period(place) {
            return Some(found);
        }
        let lead = if self.trusts_words {
            self.lead(place)
        } else {
            Lead::None
        };
        let mut start = place + usize::from(lead != Lead::None);
        while lead != Lead::None && is_filler(self.tokens.word(start)) {
            start += 1;
        }
        if lead == Lead::None
            && let Some(found) = self.range_with_one_half(place)
        {
            return Some(found);
        }
        let (clock, until, next) = self.clock(start, lead != Lead::None)?;
        if let Some(end) = until {
            return Some((clock.until(end), next));
        }
        if let Some((end, next)) = self.range_end(next, lead) {
            return Some((clock.until(end), next));
        }
        let (side, next) = self.side_after(next);
        let side = match lead {
            Lead::Side(side) => side,
            Lead::From => Side::After,
            _ => side,
        };
        Some((clock.wish(side), next))
    }

    /// How the word at a place introduces a time.
    fn lead(&self, place: usize) -> Lead {
        let before = self.tokens.word_before(place, 1);
        let is_denied = matches!(self.tokens.word_before(place, 2), "no" | "not");
        match (self.tokens.word(place), before, is_denied) {
            ("than", "later", false) | ("than", "earlier", true) => Lead::Side(Side::After),
            ("than", "earlier", false) | ("than", "later", true) => Lead::Side(Side::Before),
            (word, ..) => lead(word),
        }
    }

    /// Takes "morning", "late afternoon", "first thing", "lunchtime".
    fn period(&self, place: usize) -> Option<(TimeWish, usize)> {
        if !self.trusts_words {
            return None;
        }
        let before = self.tokens.word_before(place, 1);
        let is_first_thing = self.tokens.has(place, &["first", "thing"]);
        let (from, to) = match (before, self.tokens.word(place)) {
            ("good", _) => return None,
            (_, "first") if is_first_thing => ((0, 0), (10, 0)),
            ("early", "morning" | "mornings") => ((0, 0), (10, 0)),
            ("late", "morning" | "mornings") => ((10, 0), (12, 0)),
            (_, "morning" | "mornings") => ((0, 0), (12, 0)),
            ("early", "afternoon") => ((12, 0), (15, 0)),
            ("late", "afternoon") => ((15, 0), END),
            (_, "afternoon" | "afternoons") => ((12, 0), END),
            (_, "evening" | "evenings") => ((16, 0), END),
            ("after", "lunch" | "work") => ((12, 0), END),
            ("before", "lunch" | "lunchtime") => ((0, 0), (12, 0)),
            (_, "lunchtime") | ("at", "lunch") => ((11, 0), (14, 0)),
            _ => return None,
        };
        let mut next = place + 1 + usize::from(is_first_thing);
        if is_first_thing && self.tokens.has(next, &["in", "the", "morning"]) {
            next += 3;
        }
        Some((between_hours(from, to), next))
    }

    /// Takes "10 to 11am", where only the end shows that a time is meant.
    fn range_with_one_half(&self, place: usize) -> Option<(TimeWish, usize)> {
        let number = self.tokens.number(place);
        let hour = number
            .or_else(|| number_word(self.tokens.word(place)))
            .filter(|hour| *hour <= 12)?;
        let (end, next) = self.range_end(place + 1, Lead::From)?;
        end.half.map(|_| (Clock::new(hour, 0).until(end), next))
    }

    /// Takes the end of a range: "to 12", "- 12pm", "and 12" after "between".
    fn range_end(&self, place: usize, lead: Lead) -> Option<(Clock, usize)> {
        let start = match self.tokens.word(place) {
            "to" | "until" | "till" | "til" | "through" => place + 1,
            "and" if lead == Lead::Between => place + 1,
            _ if self.tokens.at(place).is_after_dash => place,
            _ => return None,
        };
        let (end, until, next) = self.clock(start, true)?;
        until.is_none().then_some((end, next))
    }

    /// Takes "or later" and the like.
    fn side_after(&self, place: usize) -> (Side, usize) {
        let tokens = &self.tokens;
        let is_or = matches!(tokens.word(place), "or" | "and");
        match tokens.word(place + usize::from(is_or)) {
            "later" | "after" if is_or => (Side::After, place + 2),
            "earlier" | "before" if is_or => (Side::Before, place + 2),
            "onwards" | "onward" => (Side::After, place + 1),
            _ => (Side::At, place),
        }
    }

    /// Takes a time and perhaps the end of a range. A bare hour is one only when it was introduced.
    fn clock(&self, place: usize, is_led: bool) -> Option<(Clock, Option<Clock>, usize)> {
        let one = |(clock, next)| (clock, None, next);
        match self.tokens.at(place).kind {
            Kind::Figures => self.clock_in_figures(place, is_led),
            Kind::Number(number) => self.hour(number, place, is_led).map(one),
            Kind::Word => self.clock_in_words(place, is_led).map(one),
            Kind::Other if !self.trusts_words => {
                let (hour, minute) = self.tokens.at(place).text.split_once('h')?;
                let minute = if minute.is_empty() { "0" } else { minute };
                let is_short = hour.len() <= 2 && minute.len() <= 2;
                let clock = Clock::new(hour.parse().ok()?, minute.parse().ok()?);
                is_short.then_some((clock, None, place + 1))
            }
            _ => None,
        }
    }

    fn clock_in_figures(
        &self,
        place: usize,
        is_led: bool,
    ) -> Option<(Clock, Option<Clock>, usize)> {
        let text = self.tokens.at(place).text;
        let (half, next) = self.half(place + 1);
        let is_sure = half.is_some() || (is_led && self.may_end(place + 1));
        if let Some(figures) = self.reader.figures(text)
            && let Some(clock) = figures.clock
        {
            let until = figures.until.map(|end| with_half(end, half));
            let clock = if until.is_some() {
                clock
            } else {
                with_half(clock, half)
            };
            return Some((clock, until, next));
        }
        if !is_sure {
            return None;
        }
        if let Some((from, to)) = hours(text) {
            return Some((from, Some(with_half(to, half)), next));
        }
        let (hour, minute) = text
            .split_once('.')
            .filter(|(_, minute)| minute.len() == 2)?;
        let clock = Clock::new(
            hour.parse().ok().filter(|_| hour.len() <= 2)?,
            minute.parse().ok()?,
        );
        Some((with_half(clock, half), None, next))
    }

    fn clock_in_words(&self, place: usize, is_led: bool) -> Option<(Clock, usize)> {
        let quarter = match self.tokens.word(place) {
            "noon" | "midday" if self.trusts_words => {
                return Some((
                    Clock {
                        hour: 12,
                        minute: 0,
                        half: Some(Half::Afternoon),
                    },
                    place + 1,
                ));
            }
            "half" if self.tokens.word(place + 1) == "past" => Some(30),
            "quarter" if matches!(self.tokens.word(place + 1), "past" | "after") => Some(15),
            "quarter" if matches!(self.tokens.word(place + 1), "to" | "till") => Some(45),
            _ => None,
        };
        let Some(minute) = quarter else {
            let number = number_word(self.tokens.word(place))?;
            return self.hour(number, place, is_led);
        };
        let number = self.tokens.number(place + 2);
        let hour = number.or_else(|| number_word(self.tokens.word(place + 2)))?;
        let (half, next) = self.half(place + 3);
        if minute < 45 {
            return Some((with_half(Clock::new(hour, minute), half), next));
        }
        // A quarter to three is the afternoon as three is.
        let half = half.or((hour <= 6).then_some(Half::Afternoon));
        Some((
            Clock {
                hour: hour.checked_sub(1)?,
                minute,
                half,
            },
            next,
        ))
    }

    /// Takes what follows the number of an hour.
    fn hour(&self, hour: u32, place: usize, is_led: bool) -> Option<(Clock, usize)> {
        let tokens = &self.tokens;
        let (minute, after) = match self.spoken_minute(place + 1) {
            Some(minute) => (Some(minute), place + 2),
            None => (None, place + 1),
        };
        let clock = Clock::new(hour, minute.unwrap_or(0));
        if hour > 99 {
            return None;
        }
        if let (Some(half), next) = self.half(after) {
            return Some((with_half(clock, Some(half)), next));
        }
        if matches!(tokens.word(place + 1), "o'clock" | "oclock" | "o’clock") {
            let (half, next) = self.half(place + 2);
            return Some((with_half(clock, half), next));
        }
        let is_dashed = tokens.at(after).is_after_dash;
        let is_hour = is_led && (1..=23).contains(&hour) && (self.may_end(after) || is_dashed);
        is_hour.then_some((clock, after))
    }

    /// The minutes in "ten thirty" or "10 30".
    fn spoken_minute(&self, place: usize) -> Option<u32> {
        match self.tokens.word(place) {
            "fifteen" => Some(15),
            "thirty" => Some(30),
            "forty-five" => Some(45),
            _ => {
                let token = self.tokens.at(place);
                let is_minute =
                    token.text.len() == 2 && !token.is_after_mark && !token.is_after_dash;
                self.tokens
                    .number(place)
                    .filter(|minute| is_minute && *minute < 60)
            }
        }
    }

    /// Takes "am", "pm" or "in the afternoon", and says where it ends.
    fn half(&self, place: usize) -> (Option<Half>, usize) {
        let tokens = &self.tokens;
        match tokens.word(place) {
            "am" => (Some(Half::Morning), place + 1),
            "pm" | "noon" => (Some(Half::Afternoon), place + 1),
            "in" if tokens.has(place, &["in", "the", "morning"]) => {
                (Some(Half::Morning), place + 3)
            }
            "in" if tokens.has(place, &["in", "the", "afternoon"]) => {
                (Some(Half::Afternoon), place + 3)
            }
            "in" if tokens.has(place, &["in", "the", "evening"]) => {
                (Some(Half::Afternoon), place + 3)
            }
            _ => (None, place),
        }
    }
}

fn lead(word: &str) -> Lead {
    match word {
        "at" | "around" | "about" | "approximately" => Lead::At,
        "from" => Lead::From,
        "between" => Lead::Between,
        "after" | "past" => Lead::Side(Side::After),
        "before" | "by" | "until" | "till" => Lead::Side(Side::Before),
        _ => Lead::None,
    }
}

fn is_filler(word: &str) -> bool {
    matches!(word, "around" | "about" | "like" | "say" | "maybe")
}

/// A clock with its half of the day; twelve at night is the hour zero.
fn with_half(clock: Clock, half: Option<Half>) -> Clock {
    let hour = if half == Some(Half::Morning) && clock.hour == 12 {
        0
    } else {
        clock.hour
    };
    Clock { hour, ..clock }.or_half(half)
}
