//! The English grammar of days. It also serves the languages that have no grammar of their own
//! yet; for them short words are not trusted, because "thu", "mar" or "at" mean other things
//! there.

use chrono::{NaiveDate, Weekday};

use super::calendar::{
    Bound, Link, Mention, Part, Spot, full_date, is_near, month_after, next_month, next_month_day,
    next_weekday, of_week, resolve, shift, shift_months,
};
use super::clock::{Side, choose};
use super::english_clock::evening;
use super::english_words::{FOLLOWERS, SOONEST, month, number_word, ordinal_word, weekday};
use super::figures::{Reader, hours};
use super::tokens::{Kind, Tokens};
use super::{TimeWish, When};
use crate::desk::language::Language;

/// A mention with the place after it; no mention when words are only to be passed over.
type Found = (Option<Mention>, usize);

/// An English text being read.
#[derive(Debug)]
pub struct English<'a> {
    pub tokens: Tokens<'a>,
    pub reader: Reader,
    /// Whether the words are really English.
    pub trusts_words: bool,
}

/// Reads what a uniform text says about when.
pub fn read(text: &str, today: NaiveDate, language: Language) -> When {
    let is_english = language == Language::En || language.is_japanese();
    let english = English {
        tokens: Tokens::new(text),
        reader: Reader { today, language },
        trusts_words: is_english,
    };
    let (mut days, mut times) = (Vec::new(), Vec::new());
    let (mut place, mut last_start, mut last_end) = (0, 0, 0);
    while place < english.tokens.len() {
        if let Some((mention, next)) = english.day(place) {
            if let Some(mention) = mention.filter(|_| !english.is_refused(place, next)) {
                let link = match days.last() {
                    Some(Spot {
                        mention: Mention::Part(_),
                        ..
                    }) if last_end == place => Link::Close,
                    _ => english.link(last_start, last_end, place),
                };
                if link == Link::Range && english.is_move() {
                    // "Move it from Monday to Tuesday."
                    days.clear();
                }
                days.push(Spot {
                    mention,
                    link,
                    bound: english.bound(place),
                });
            }
            times.extend(english.time_within_day(place));
            (last_start, last_end, place) = (place, next, next);
        } else if let Some((wish, next)) = english.time(place) {
            if !english.is_refused(place, next) {
                times.push(wish);
            }
            place = next;
        } else {
            place += 1;
        }
    }
    When {
        day: resolve(&days, today),
        time: choose(&times),
    }
}

impl English<'_> {
    /// Whether a sentence can go on here without the number before having counted something.
    pub fn may_end(&self, place: usize) -> bool {
        let token = self.tokens.at(place);
        let is_follower = match token.kind {
            Kind::Word => FOLLOWERS.contains(&token.text) || weekday(token.text, true).is_some(),
            Kind::Number(_) | Kind::Figures => true,
            Kind::Ordinal(_) | Kind::Other => false,
        };
        token.is_after_mark || is_follower
    }

    /// Whether an appointment is to be moved from one day to another.
    fn is_move(&self) -> bool {
        let moves = [
            "move",
            "change",
            "reschedule",
            "switch",
            "shift",
            "postpone",
        ];
        (0..self.tokens.len()).any(|place| moves.contains(&self.tokens.word(place)))
    }

    /// The time that a single token for a day names too: "tonight", `2026-12-05t10:30`.
    fn time_within_day(&self, place: usize) -> Option<TimeWish> {
        let token = self.tokens.at(place);
        match token.kind {
            Kind::Word => (token.text == "tonight").then(evening),
            Kind::Figures => Some(self.reader.figures(token.text)?.clock?.wish(Side::At)),
            _ => None,
        }
    }

    /// Takes a mention of a day that begins at a place.
    fn day(&self, place: usize) -> Option<Found> {
        let found = match self.tokens.at(place).kind {
            Kind::Word => self.day_in_words(place),
            Kind::Number(number) => self.day_then_month(number, place, false),
            Kind::Ordinal(number) => {
                let day = self.day_then_month(number, place, true);
                let is_day = (1..=31).contains(&number) && self.may_end(place + 1);
                day.or_else(|| is_day.then_some((Some(Mention::Day(number)), place + 1)))
            }
            Kind::Figures => self.day_in_figures(place).map(some),
            Kind::Other => None,
        };
        found.or_else(|| self.ahead(place, false).map(some))
    }

    fn day_in_words(&self, place: usize) -> Option<Found> {
        let today = self.reader.today;
        let word = self.tokens.word(place);
        if SOONEST.iter().any(|words| self.tokens.has(place, words)) {
            return Some((Some(Mention::Soonest), place + 1));
        }
        let (mention, next) = match word {
            "today" | "tonight" | "today's" => (Mention::Date(today), place + 1),
            "tomorrow" | "tmrw" | "tmr" | "tomorow" | "tommorow" | "tommorrow" => {
                (Mention::Date(shift(today, 1)), place + 1)
            }
            "day" if self.tokens.word(place + 1) == "after" && self.is_tomorrow(place + 2) => {
                (Mention::Date(shift(today, 2)), place + 3)
            }
            "week" if self.tokens.has(place, &["week", "after", "next"]) => {
                (Mention::Week(2), place + 3)
            }
            "month" if self.tokens.has(place, &["month", "after", "next"]) => {
                (month_after(2, today), place + 3)
            }
            "weekend" => (Mention::Weekend, place + 1),
            "next" | "following" => self.next(place)?,
            "this" | "coming" | "upcoming" => self.this(place)?,
            "last" | "previous" | "past" | "every" | "each" => return self.passed_over(place),
            "early" | "mid" | "late" | "middle" | "end" | "beginning" | "start" => {
                self.part(place)?
            }
            "in" | "within" | "after" => {
                self.ahead(place + 1, true)
                    .map(|(mention, next)| match mention {
                        Mention::Date(day) if word == "within" => (Mention::Span(today, day), next),
                        mention => (mention, next),
                    })?
            }
            _ => match weekday(word, self.trusts_words) {
                Some(weekday) if self.is_weekday(place) => (Mention::Weekday(weekday), place + 1),
                _ => {
                    let (day, next) = match self.ordinal_words(place) {
                        Some(found) if self.tokens.word(found.1) == "of" => found,
                        _ => return self.month_then_day(place),
                    };
                    return self.day_then_month(day, next - 1, true);
                }
            },
        };
        Some((Some(mention), next))
    }

    fn is_tomorrow(&self, place: usize) -> bool {
        matches!(
            self.tokens.word(place),
            "tomorrow" | "tmrw" | "tmr" | "tomorow" | "tommorow" | "tommorrow"
        )
    }

    /// Takes what follows "next".
    fn next(&self, place: usize) -> Option<(Mention, usize)> {
        let today = self.reader.today;
        let mention = match self.tokens.word(place + 1) {
            "week" => Mention::Week(1),
            "month" => month_after(1, today),
            "weekend" => {
                let saturday = of_week(1, Weekday::Sat, today);
                let Mention::Date(saturday) = saturday else {
                    return None;
                };
                Mention::Span(saturday, shift(saturday, 1))
            }
            word => of_week(1, weekday(word, true)?, today),
        };
        Some((mention, place + 2))
    }

    /// Takes what follows "this".
    fn this(&self, place: usize) -> Option<(Mention, usize)> {
        let mention = match self.tokens.word(place + 1) {
            "week" => Mention::Week(0),
            "month" => month_after(0, self.reader.today),
            "weekend" => Mention::Weekend,
            "morning" | "afternoon" | "evening" => {
                return Some((Mention::Date(self.reader.today), place + 1));
            }
            word => Mention::Weekday(weekday(word, true)?),
        };
        Some((mention, place + 2))
    }

    /// Passes over "last Tuesday" and "every Tuesday".
    fn passed_over(&self, place: usize) -> Option<Found> {
        let word = self.tokens.word(place + 1);
        let is_time = matches!(
            word,
            "week" | "month" | "weekend" | "day" | "morning" | "afternoon"
        );
        (is_time || weekday(word, true).is_some() || month(word, true).is_some())
            .then_some((None, place + 2))
    }

    /// Takes "early", "end of the" and the like before a month or a week.
    fn part(&self, place: usize) -> Option<(Mention, usize)> {
        let part = match self.tokens.word(place) {
            "early" => Part::Early,
            "mid" | "middle" => Part::Middle,
            "late" => Part::Late,
            "end" => Part::End,
            _ => Part::Start,
        };
        let mut next = place + 1;
        next += usize::from(self.tokens.word(next) == "of");
        let after = next + usize::from(self.tokens.word(next) == "the");
        let whole = self.tokens.word(after);
        if whole == "month" && next > place + 1 {
            return Some((Mention::Part(part), after + 1));
        }
        let is_named = match whole {
            "next" | "this" => matches!(self.tokens.word(after + 1), "month" | "week"),
            word => month(word, self.trusts_words).is_some(),
        };
        is_named.then_some((Mention::Part(part), next))
    }

    /// Takes "3 days", "two weeks" or "a month" when it lies ahead: after "in", or before "from
    /// now" or "later".
    fn ahead(&self, place: usize, is_after_in: bool) -> Option<(Mention, usize)> {
        let number = match (self.tokens.number(place), self.tokens.word(place)) {
            (Some(number), _) => number,
            (None, "a" | "an") => 1,
            (None, word) => number_word(word)?,
        };
        let today = self.reader.today;
        let origin = self.tokens.word(place + 3);
        let (start, next) = match self.tokens.word(place + 2) {
            "later" => (today, place + 3),
            "from" if matches!(origin, "now" | "today") => (today, place + 4),
            "from" if self.is_tomorrow(place + 3) => (shift(today, 1), place + 4),
            "from" if weekday(origin, true).is_some() => {
                (next_weekday(weekday(origin, true)?, today), place + 4)
            }
            _ if is_after_in => (today, place + 2),
            _ => return None,
        };
        let day = match self.tokens.word(place + 1) {
            "day" | "days" => shift(start, i64::from(number)),
            "week" | "weeks" => shift(start, i64::from(number) * 7),
            "month" | "months" => shift_months(start, number),
            _ => return None,
        };
        Some((Mention::Date(day), next))
    }

    /// Whether a word that names a weekday does so here: "sat" and "sun" and "wed" are other
    /// words too.
    fn is_weekday(&self, place: usize) -> bool {
        if !matches!(self.tokens.word(place), "sat" | "sun" | "wed" | "mon") {
            return true;
        }
        let before = self.tokens.word_before(place, 1);
        let leads = [
            "on", "or", "and", "for", "from", "by", "until", "till", "before", "after", "to",
            "book", "is", "between", "maybe", "not", "except",
        ];
        place == 0 || leads.contains(&before) || weekday(before, true).is_some()
    }

    /// Takes "Dec 5", "December 5th, 2026", "Dec 5-10", "December fifth" or the month alone.
    fn month_then_day(&self, place: usize) -> Option<Found> {
        let word = self.tokens.word(place);
        let month = month(word, self.trusts_words)?;
        let today = self.reader.today;
        let is_plain = !matches!(word, "may" | "march" | "mar");
        let mut at = place + 1;
        at += usize::from(self.tokens.word(at) == "the");
        let token = self.tokens.at(at);
        let (day, next) = match token.kind {
            Kind::Number(year) if year > 99 => {
                let year = self
                    .reader
                    .year(year)
                    .filter(|year| is_near(*year, today))?;
                return Some((Some(Mention::Month(year, month)), at + 1));
            }
            Kind::Number(day)
                if !self.is_time_of_day(at + 1) && (is_plain || self.may_end(at + 1)) =>
            {
                (day, at + 1)
            }
            Kind::Ordinal(day) => (day, at + 1),
            Kind::Figures => {
                let (from, to) = hours(token.text)?;
                let first = next_month_day(month, from.hour, today);
                let Mention::Date(first) = first else {
                    return Some((Some(first), at + 1));
                };
                let last =
                    chrono::Datelike::with_day(&first, to.hour).filter(|last| *last > first)?;
                return Some((Some(Mention::Span(first, last)), at + 1));
            }
            _ => match self.ordinal_words(at) {
                Some(found) => found,
                None => return self.month_alone(month, is_plain, place).map(some),
            },
        };
        Some(self.dated(month, day, next))
    }

    fn month_alone(&self, month: u32, is_plain: bool, place: usize) -> Option<(Mention, usize)> {
        let before = self.tokens.word_before(place, 1);
        let leads = [
            "in", "early", "late", "mid", "next", "of", "during", "until",
        ];
        let stands = is_plain || leads.contains(&before);
        stands.then(|| (next_month(month, self.reader.today), place + 1))
    }

    /// Takes "5 December", "5th of Dec 2026".
    fn day_then_month(&self, day: u32, place: usize, is_ordinal: bool) -> Option<Found> {
        let has_of = self.tokens.word(place + 1) == "of";
        let at = place + 1 + usize::from(has_of);
        let word = self.tokens.word(at);
        let month = month(word, self.trusts_words)
            .filter(|_| day < 100 && !self.tokens.at(at).is_after_mark)?;
        let is_verb =
            word == "may" && matches!(self.tokens.word(at + 1), "i" | "we" | "not" | "also");
        let is_month = match word {
            "may" => (is_ordinal && has_of) || (self.may_end(at + 1) && !is_verb),
            _ => true,
        };
        is_month.then(|| self.dated(month, day, at + 1))
    }

    /// A month and a day, with the year if it follows. The date of a birthday is passed over.
    fn dated(&self, month: u32, day: u32, next: usize) -> Found {
        let today = self.reader.today;
        let number = self.tokens.number(next).filter(|year| *year > 99);
        match number.and_then(|year| self.reader.year(year)) {
            Some(year) => (full_date(year, month, day, today), next + 1),
            None => (Some(next_month_day(month, day, today)), next),
        }
    }

    /// Takes "fifth" or "twenty first" behind a month.
    fn ordinal_words(&self, place: usize) -> Option<(u32, usize)> {
        let tens = match self.tokens.word(place) {
            "twenty" => 20,
            "thirty" => 30,
            "thirtieth" => return Some((30, place + 1)),
            word => return ordinal_word(word).map(|day| (day, place + 1)),
        };
        ordinal_word(self.tokens.word(place + 1))
            .filter(|day| *day < 10)
            .map(|day| (tens + day, place + 2))
    }

    fn day_in_figures(&self, place: usize) -> Option<(Mention, usize)> {
        let text = self.tokens.at(place).text;
        let is_short = text.contains('-') && text.len() <= 5;
        let counts = self.tokens.word(place + 1) == "of" || self.is_time_of_day(place + 1);
        if counts || (self.trusts_words && is_short && !self.may_end(place + 1)) {
            return None;
        }
        Some((self.reader.figures(text)?.day?, place + 1))
    }

    fn is_time_of_day(&self, place: usize) -> bool {
        matches!(self.tokens.word(place), "am" | "pm" | "o'clock" | "oclock")
    }

    /// How a mention hangs together with the one before it.
    fn link(&self, last_start: usize, last_end: usize, place: usize) -> Link {
        let word = |at: usize| self.tokens.word(last_end + at);
        let is_between = self.tokens.word_before(last_start, 1) == "between";
        let article = usize::from(self.tokens.word_before(place, 1) == "the");
        match place - article - last_end.min(place - article) {
            _ if last_end == 0 => Link::Loose,
            0 if self.tokens.at(place).is_after_dash => Link::Range,
            0 => Link::Close,
            1 => match word(0) {
                "to" | "through" | "thru" | "until" | "till" | "til" => Link::Range,
                "and" if is_between => Link::Range,
                "of" | "on" | "in" => Link::Close,
                _ => Link::Loose,
            },
            _ => Link::Loose,
        }
    }

    /// What is said before a day.
    fn bound(&self, place: usize) -> Bound {
        match self.word_leading(place) {
            "by" | "until" | "till" | "til" => Bound::Until,
            "before" => Bound::Before,
            "after" | "from" | "since" | "starting" => Bound::From,
            _ => Bound::Exact,
        }
    }

    /// Whether somebody says that a day or a time does not suit.
    fn is_refused(&self, place: usize, next: usize) -> bool {
        let before = matches!(
            self.word_leading(place),
            "not" | "except" | "besides" | "can't" | "cannot" | "cant" | "born"
        );
        let after = matches!(
            self.tokens.word(next),
            "doesn't" | "doesnt" | "won't" | "wont" | "isn't" | "isnt"
        ) || self.tokens.has(next, &["is", "not"])
            || self.tokens.has(next, &["does", "not"]);
        before || after
    }

    /// The word before a mention, without "the", "on" and the like.
    fn word_leading(&self, place: usize) -> &str {
        let fillers = ["the", "on", "in", "at", "this"];
        let mut back = 1;
        while back < 3 && fillers.contains(&self.tokens.word_before(place, back)) {
            back += 1;
        }
        self.tokens.word_before(place, back)
    }
}

fn some((mention, next): (Mention, usize)) -> Found {
    (Some(mention), next)
}
