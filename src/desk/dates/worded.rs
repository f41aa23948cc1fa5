//! The grammar of days for the languages whose words of time stand in their `words.toml`.
//!
//! The languages differ in their words and in the order of number and unit (tháng 12, 12月), hardly in what can be said:
//! one grammar serves them all. Times are read in `worded_clock`.

use chrono::{NaiveDate, Weekday};

use super::calendar::{Bound, Link, Mention, Spot, month_after, of_week, resolve, shift};
use super::clock::choose;
use super::figures::Reader;
use super::pieces::{Kind, Pieces};
use super::vocabulary::{Edge, Mark, Period, Vocabulary};
use super::worded_clock;
use super::{TimeWish, When};
use crate::desk::language::Language;

/// A text being read.
#[derive(Debug)]
pub struct Worded<'a> {
    pub pieces: Pieces<'a>,
    pub reader: Reader,
    /// A unit's number follows it: "tháng 12". Otherwise it stands before: 12月.
    pub unit_leads: bool,
}

/// What was found, and whether days and times were spoken of at all, also such as nobody wishes.
#[derive(Debug, Default)]
pub struct Heard {
    pub when: When,
    pub speaks_of_day: bool,
    pub speaks_of_time: bool,
}

/// A mention with the place after it; no mention when words are only to be passed over.
pub type Found = (Option<Mention>, usize);

/// Reads what a uniform text says about when.
#[must_use]
pub fn read(text: &str, today: NaiveDate, language: Language, vocabulary: &Vocabulary) -> Heard {
    let worded = Worded {
        pieces: Pieces::new(text, vocabulary),
        reader: Reader { today, language },
        unit_leads: matches!(
            language,
            Language::Vi | Language::Id | Language::Fil | Language::PtBr | Language::Es
        ),
    };
    let (mut days, mut times): (Vec<Spot>, Vec<TimeWish>) = (Vec::new(), Vec::new());
    let mut heard = Heard::default();
    let (mut place, mut last_end) = (0, 0);
    while place < worded.pieces.len() {
        if let Some((mention, next)) = worded.day(place) {
            heard.speaks_of_day = true;
            let mention = mention.filter(|_| !worded.is_refused(place, next));
            if let Some(mention) = mention {
                let link = worded.link(last_end, place, days.is_empty());
                let is_moved = worded.is_moved_to(place, link) && !days.is_empty();
                let bound = if is_moved {
                    Bound::Exact
                } else {
                    worded.bound(place, next)
                };
                if is_moved {
                    days.clear();
                    times.clear();
                }
                days.push(Spot {
                    mention,
                    link,
                    bound,
                });
                times.extend((place..next).find_map(|at| worded.period_within_day(at)));
            }
            (last_end, place) = (next, next);
        } else if let Some((wish, next)) = worded.time(place) {
            heard.speaks_of_time = true;
            // "2-4 o'clock" is no date, whoever else reads it.
            heard.speaks_of_day |= (place..next).any(|at| worded.is_dashed(at));
            if !worded.is_refused(place, next) {
                times.push(wish);
                if let Some(day) = (place..next).find_map(|at| worded.days_ahead(at)) {
                    heard.speaks_of_day = true;
                    days.push(Spot {
                        mention: day,
                        link: Link::Loose,
                        bound: Bound::Exact,
                    });
                }
            }
            place = next;
        } else {
            place += 1;
        }
    }
    heard.when = When {
        day: resolve(&days, today),
        time: choose(&times),
    };
    heard
}

impl Worded<'_> {
    /// Takes a mention of a day that begins at a place.
    fn day(&self, place: usize) -> Option<Found> {
        if let Some(found) = self.passed(place) {
            return Some(found);
        }
        let found = self.count(place).or_else(|| self.day_range(place));
        if let Some((mention, next)) = found {
            return Some((Some(mention), next));
        }
        if let Some(found) = self.date(place) {
            return Some(found);
        }
        let found = self.weekday(place).or_else(|| self.span(place));
        if let Some((mention, next)) = found {
            return Some((Some(mention), next));
        }
        if let Some(day) = self.days_ahead(place) {
            return Some((Some(day), place + 1));
        }
        let is_this = |at: usize| self.pieces.is(at, Mark::This);
        let is_period = |at: usize| self.period_at(at).is_some();
        if (is_this(place) && is_period(place + 1)) || (is_period(place) && is_this(place + 1)) {
            return Some((Some(Mention::Date(self.reader.today)), place + 2));
        }
        if self.pieces.is(place, Mark::Soonest) {
            return Some((Some(Mention::Soonest), place + 1));
        }
        self.in_figures(place)
            .map(|(mention, next)| (Some(mention), next))
    }

    /// The day that a word names by its distance from today.
    fn days_ahead(&self, place: usize) -> Option<Mention> {
        let days = self.pieces.find(place, |mark| match mark {
            Mark::DaysAhead(days) => Some(*days),
            Mark::Tonight => Some(0),
            _ => None,
        })?;
        Some(Mention::Date(shift(self.reader.today, i64::from(days))))
    }

    /// The part of the day that a word for a day names too: "this evening".
    fn period_within_day(&self, place: usize) -> Option<TimeWish> {
        if self.pieces.is(place, Mark::Tonight) {
            return Some(worded_clock::period(Period::Evening));
        }
        self.period_at(place).map(worded_clock::period)
    }

    fn is_dashed(&self, place: usize) -> bool {
        matches!(self.pieces.at(place), Some(piece) if matches!(piece.kind, Kind::Figures(text) if text.contains('-')))
    }

    /// Whether a visit is moved to the day at a place, from one that was named before.
    fn is_moved_to(&self, place: usize, link: Link) -> bool {
        let is_move = |at: usize| self.pieces.is(at, Mark::Move);
        let leads = place.checked_sub(1).is_some_and(|at| {
            is_move(at) || self.pieces.is(at, Mark::At) || self.pieces.is(at, Mark::To)
        });
        // Where the verb stands last, the new day is the one named last.
        let is_last = !self.unit_leads && link == Link::Loose;
        (link == Link::Range || leads || is_last) && (0..self.pieces.len()).any(is_move)
    }

    /// Passes over what is over or comes every week, with the weekday beside it.
    fn passed(&self, place: usize) -> Option<Found> {
        let is_passed = |at: usize| self.pieces.is(at, Mark::Passed);
        let is_weekday = |at: usize| self.weekday_at(at).is_some();
        if is_passed(place) {
            return Some((None, place + 1 + usize::from(is_weekday(place + 1))));
        }
        (is_weekday(place) && is_passed(place + 1)).then_some((None, place + 2))
    }

    fn weekday_at(&self, place: usize) -> Option<Weekday> {
        self.pieces.find(place, |mark| match mark {
            Mark::Weekday(weekday) => Some(*weekday),
            _ => None,
        })
    }

    /// Takes a weekday, with "this" or "next" beside it or the week before it.
    fn weekday(&self, place: usize) -> Option<(Mention, usize)> {
        let today = self.reader.today;
        let next_one = |at: usize| self.pieces.is(at, Mark::Next);
        let this_one = |at: usize| self.pieces.is(at, Mark::This);
        if let Some(found) = self.day_of_week(place) {
            return Some(found);
        }
        if next_one(place) || this_one(place) {
            let at = place + 1 + usize::from(self.pieces.is_small(place + 1));
            let weekday = self.weekday_at(at)?;
            let mention = if next_one(place) {
                of_week(1, weekday, today)
            } else {
                Mention::Weekday(weekday)
            };
            return Some((mention, at + 1));
        }
        let weekday = self.weekday_at(place)?;
        // In some languages Sunday and week are one word: "2 minggu" are two weeks.
        let counted = place
            .checked_sub(1)
            .is_some_and(|at| self.pieces.number(at).is_some());
        if counted && self.pieces.is(place, Mark::Weeks) {
            return None;
        }
        // "Next week" after the weekday is a mention of its own.
        let is_week = |at: usize| self.pieces.is(at, Mark::Weeks);
        let after = place + 1;
        // "Wednesday after 3" has the word for "next" in some languages, too.
        let is_edge =
            self.pieces.is(after, Mark::Ahead(Edge::After)) && self.time(after + 1).is_some();
        if next_one(after) && !is_week(after + 1) && !is_edge {
            return Some((of_week(1, weekday, today), after + 1));
        }
        let next = after + usize::from(this_one(after) && !is_week(after + 1));
        Some((Mention::Weekday(weekday), next))
    }

    /// Takes 下周二, where a number follows the week at once.
    fn day_of_week(&self, place: usize) -> Option<(Mention, usize)> {
        let week = self.weeks_ahead(place)?;
        let piece = self.pieces.at(place + 1)?;
        if self.unit_leads || piece.is_after_space || self.pieces.is_cut(place + 1) {
            return None;
        }
        let days = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
        ];
        let number = self.pieces.number(place + 1);
        let weekday = match number {
            Some(number) => *days.get(usize::try_from(number).ok()?.checked_sub(1)?)?,
            None if self.pieces.is(place + 1, Mark::DateDay)
                || self.pieces.is(place + 1, Mark::Days) =>
            {
                Weekday::Sun
            }
            None => return None,
        };
        // 下周3点 is a time of the week after.
        (!self.pieces.is(place + 2, Mark::Hour))
            .then(|| (of_week(week, weekday, self.reader.today), place + 2))
    }

    fn weeks_ahead(&self, place: usize) -> Option<i64> {
        self.pieces.find(place, |mark| match mark {
            Mark::WeeksAhead(weeks) => Some(i64::from(*weeks)),
            _ => None,
        })
    }

    /// Takes a week, a month, a weekend, or a part of one that is named beside it.
    fn span(&self, place: usize) -> Option<(Mention, usize)> {
        let today = self.reader.today;
        if let Some(weeks) = self.weeks_ahead(place) {
            return Some((Mention::Week(weeks), place + 1));
        }
        let months = |at: usize| {
            self.pieces.find(at, |mark| match mark {
                Mark::MonthsAhead(months) => Some(*months),
                _ => None,
            })
        };
        if let Some(months) = months(place) {
            return Some((month_after(months, today), place + 1));
        }
        if self.pieces.is(place, Mark::Weekend) {
            let is_next = self.pieces.is(place + 1, Mark::Next);
            let mention = if is_next {
                next_weekend(today)
            } else {
                Mention::Weekend
            };
            return Some((mention, place + 1 + usize::from(is_next)));
        }
        let part = self.pieces.find(place, |mark| match mark {
            Mark::Part(part) => Some(*part),
            _ => None,
        });
        if let Some(part) = part {
            let is_named = |at: usize| {
                self.weeks_ahead(at).is_some() || months(at).is_some() || self.is_month(at)
            };
            let before = place
                .checked_sub(1)
                .is_some_and(|at| is_named(at) || self.pieces.is(at, Mark::DateMonth));
            let after = is_named(place + 1)
                || (self.pieces.is_small(place + 1) && is_named(place + 2))
                || self.pieces.is(place + 1, Mark::DateMonth);
            return (before || after).then_some((Mention::Part(part), place + 1));
        }
        self.this_or_next(place)
    }

    /// Takes "next week", "this month" where the language puts them together of two words.
    fn this_or_next(&self, place: usize) -> Option<(Mention, usize)> {
        let is = |at: usize, mark: Mark| self.pieces.is(at, mark);
        let is_next = |at: usize| is(at, Mark::Next);
        let is_this = |at: usize| is(at, Mark::This);
        let (unit, ahead) = if is_next(place) || is_this(place) {
            let small = usize::from(self.pieces.is_small(place + 1));
            (place + 1 + small, u32::from(is_next(place)))
        } else if is_next(place + 1) || is_this(place + 1) {
            (place, u32::from(is_next(place + 1)))
        } else {
            return None;
        };
        let next = unit.max(place + 1) + 1;
        if is(unit, Mark::Weekend) && ahead == 1 {
            return Some((next_weekend(self.reader.today), next));
        }
        if is(unit, Mark::Weekend) {
            return Some((Mention::Weekend, next));
        }
        if is(unit, Mark::Weeks) {
            return Some((Mention::Week(i64::from(ahead)), next));
        }
        let is_month = is(unit, Mark::Months) || is(unit, Mark::DateMonth);
        is_month.then(|| (month_after(ahead, self.reader.today), next))
    }

    fn in_figures(&self, place: usize) -> Option<(Mention, usize)> {
        let at = place + usize::from(self.pieces.is(place, Mark::DateDay));
        let Kind::Figures(text) = self.pieces.at(at)?.kind else {
            return None;
        };
        // "14.30 giờ", "10-12 giờ" and "jam 10-12" are times.
        let is_led = place
            .checked_sub(1)
            .is_some_and(|before| self.pieces.is(before, Mark::At));
        if self.pieces.is(at + 1, Mark::Hour) || (is_led && text.contains('-')) {
            return None;
        }
        // 3丁目2-5 is an address, and 7-11 is a shop.
        let is_short = text.contains('-') && text.len() <= 5;
        if is_short && (self.is_glued(at) || self.is_glued(at + 1)) {
            return None;
        }
        Some((self.reader.figures(text)?.day?, at + 1))
    }

    /// Whether a place and the word of no meaning at its side are written together.
    fn is_glued(&self, place: usize) -> bool {
        let is_other = |at: usize| matches!(self.pieces.at(at), Some(piece) if matches!(piece.kind, Kind::Other(_)));
        let is_together = self
            .pieces
            .at(place)
            .is_some_and(|piece| !piece.is_after_space && !piece.is_after_mark);
        let before = place.checked_sub(1).is_some_and(is_other);
        is_together && (before || is_other(place))
    }

    /// How a mention hangs together with the one that ended there.
    fn link(&self, last_end: usize, place: usize, is_first: bool) -> Link {
        if is_first {
            return Link::Loose;
        }
        let is_to = |at: usize| {
            self.pieces.is(at, Mark::To) || self.pieces.is(at, Mark::Ahead(Edge::Until))
        };
        let after_dash = self
            .pieces
            .at(place)
            .is_some_and(|piece| piece.is_after_dash);
        match place - last_end.min(place) {
            0 if after_dash => Link::Range,
            0 => Link::Close,
            1 if is_to(last_end) => Link::Range,
            // 从周一起到周三 and "from Monday until Wednesday" have two words between.
            2 if is_to(last_end) || is_to(last_end + 1) => Link::Range,
            1 if self.pieces.is(last_end, Mark::Behind(Edge::From)) => Link::Range,
            1 if self.pieces.is_small(last_end) && !self.pieces.is_cut(last_end) => Link::Close,
            _ => Link::Loose,
        }
    }

    /// What is said before or after a day.
    fn bound(&self, place: usize, next: usize) -> Bound {
        let edge = self.edge_around(place, next);
        match edge {
            Some(Edge::Until) => Bound::Until,
            Some(Edge::Before) => Bound::Before,
            Some(Edge::After | Edge::From) => Bound::From,
            None => Bound::Exact,
        }
    }

    /// The word before or after a mention that says which side of it is meant.
    pub fn edge_around(&self, place: usize, next: usize) -> Option<Edge> {
        let ahead = |at: usize| {
            // The beginning of a month is no "from" that month on.
            let is_part = matches!(self.span(at), Some((Mention::Part(_), _)));
            let edge = self.pieces.find(at, |mark| match mark {
                Mark::Ahead(edge) => Some(*edge),
                _ => None,
            });
            edge.filter(|_| !is_part)
        };
        let behind = |at: usize| {
            self.pieces.find(at, |mark| match mark {
                Mark::Behind(edge) => Some(*edge),
                _ => None,
            })
        };
        let back = |steps: usize| place.checked_sub(steps);
        let led = back(1).and_then(ahead).or_else(|| {
            let small = back(1).is_some_and(|at| self.pieces.is_small(at));
            back(2).filter(|_| small).and_then(ahead)
        });
        led.or_else(|| behind(next))
    }

    /// Whether somebody says that a day or a time does not suit.
    fn is_refused(&self, place: usize, next: usize) -> bool {
        let not = |at: usize| self.pieces.is(at, Mark::NotAhead);
        let back = |steps: usize| place.checked_sub(steps);
        let is_led = back(1).is_some_and(not)
            || back(1).is_some_and(|at| self.pieces.is_small(at) && at > 0 && not(at - 1));
        // "Wednesday afternoon does not suit" refuses the day with its part.
        let after = next + usize::from(self.period_at(next).is_some());
        is_led || self.pieces.is(after, Mark::NotBehind)
    }
}

fn next_weekend(today: NaiveDate) -> Mention {
    match of_week(1, Weekday::Sat, today) {
        Mention::Date(saturday) => Mention::Span(saturday, shift(saturday, 1)),
        other => other,
    }
}
