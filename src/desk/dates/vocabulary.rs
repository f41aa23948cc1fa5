//! The words of time of one language, from its `words.toml`: what a spelling says, and where one stands in a text.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use chrono::Weekday;
use unicode_normalization::UnicodeNormalization;

use super::calendar::Part;

/// A part of the day, also said beside a clock as its half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    Morning,
    Noon,
    Lunchtime,
    Afternoon,
    Evening,
    AfterWork,
}

/// Which side of a day or a time a word opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    After,
    Before,
    From,
    Until,
}

/// What a word says of time. Words that stand before or after what they are about come in two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// So many days from today.
    DaysAhead(u32),
    Tonight,
    Weekday(Weekday),
    Weekend,
    WeeksAhead(u32),
    MonthsAhead(u32),
    Month(u32),
    This,
    Next,
    Part(Part),
    Soonest,
    DateDay,
    DateMonth,
    DateYear,
    Era,
    Days,
    Weeks,
    Months,
    Later,
    Within,
    Hour,
    Minute,
    At,
    /// So many minutes past the hour that was said before.
    Past(u32),
    /// So many minutes past the hour that follows.
    PastNext(u32),
    /// So many minutes before the hour that follows.
    ToNext(u32),
    Period(Period),
    Ahead(Edge),
    Behind(Edge),
    To,
    NotAhead,
    NotBehind,
    /// What is over, or comes every week: no wish.
    Passed,
    /// A visit is to be moved: of two days the second is wished.
    Move,
    Number(u32),
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Mark {
    /// The mark that a key of `[dates]` names.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Mark> {
        let weekday = WEEKDAYS.iter().find(|(name, _)| *name == id);
        if let Some((_, weekday)) = weekday {
            return Some(Mark::Weekday(*weekday));
        }
        if let Some(at) = MONTHS.iter().position(|name| *name == id) {
            return u32::try_from(at + 1).ok().map(Mark::Month);
        }
        Mark::of_day(id).or_else(|| Mark::of_time(id))
    }

    fn of_day(id: &str) -> Option<Mark> {
        Some(match id {
            "today" => Mark::DaysAhead(0),
            "tonight" => Mark::Tonight,
            "tomorrow" => Mark::DaysAhead(1),
            "day-after-tomorrow" => Mark::DaysAhead(2),
            "in-three-days" => Mark::DaysAhead(3),
            "weekend" => Mark::Weekend,
            "this-week" => Mark::WeeksAhead(0),
            "next-week" => Mark::WeeksAhead(1),
            "week-after-next" => Mark::WeeksAhead(2),
            "this-month" => Mark::MonthsAhead(0),
            "next-month" => Mark::MonthsAhead(1),
            "this" => Mark::This,
            "next" => Mark::Next,
            "early" => Mark::Part(Part::Early),
            "middle" => Mark::Part(Part::Middle),
            "end" => Mark::Part(Part::End),
            "soonest" => Mark::Soonest,
            "date-day" => Mark::DateDay,
            "date-month" => Mark::DateMonth,
            "date-year" => Mark::DateYear,
            "era" => Mark::Era,
            "days" => Mark::Days,
            "weeks" => Mark::Weeks,
            "months" => Mark::Months,
            "later" => Mark::Later,
            "within" => Mark::Within,
            "passed" => Mark::Passed,
            "move" => Mark::Move,
            _ => return None,
        })
    }

    fn of_time(id: &str) -> Option<Mark> {
        Some(match id {
            "hour" => Mark::Hour,
            "minute" => Mark::Minute,
            "at" => Mark::At,
            "half-after" => Mark::Past(30),
            "half-ahead" => Mark::PastNext(30),
            "half-to" => Mark::ToNext(30),
            "quarter-after" => Mark::Past(15),
            "quarter-ahead" => Mark::PastNext(15),
            "quarter-to" => Mark::ToNext(15),
            "morning" => Mark::Period(Period::Morning),
            "noon" => Mark::Period(Period::Noon),
            "lunchtime" => Mark::Period(Period::Lunchtime),
            "afternoon" => Mark::Period(Period::Afternoon),
            "evening" => Mark::Period(Period::Evening),
            "after-work" => Mark::Period(Period::AfterWork),
            "after-ahead" => Mark::Ahead(Edge::After),
            "after-behind" => Mark::Behind(Edge::After),
            "before-ahead" => Mark::Ahead(Edge::Before),
            "before-behind" => Mark::Behind(Edge::Before),
            "from-ahead" => Mark::Ahead(Edge::From),
            "from-behind" => Mark::Behind(Edge::From),
            "until-ahead" => Mark::Ahead(Edge::Until),
            "until-behind" => Mark::Behind(Edge::Until),
            "to" => Mark::To,
            "not-ahead" => Mark::NotAhead,
            "not-behind" => Mark::NotBehind,
            _ => return None,
        })
    }
}

/// A spelling and what it says.
#[derive(Clone, Debug, Default)]
struct Spelling {
    /// What it says as it is written.
    marks: Vec<Mark>,
    /// What it says as well in a text without accents, where it may be a word that has lost them.
    bare: Vec<Mark>,
}

/// The words of time of one language.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    searcher: Option<AhoCorasick>,
    spellings: Vec<Spelling>,
}

/// Where a spelling stands in a text.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    pub from: usize,
    pub to: usize,
    pub marks: &'a [Mark],
}

impl Vocabulary {
    /// Puts spellings and their marks together; one spelling may have several.
    #[must_use]
    pub fn new<'a>(words: impl Iterator<Item = (Mark, &'a str)>) -> Vocabulary {
        let mut spellings: BTreeMap<String, Spelling> = BTreeMap::new();
        let mut add = |text: String, mark: Mark, is_bare: bool| {
            let spelling = spellings.entry(text).or_default();
            for list in [&mut spelling.bare, &mut spelling.marks]
                .into_iter()
                .take(2 - usize::from(is_bare))
            {
                if !list.contains(&mark) {
                    list.push(mark);
                }
            }
        };
        let words: Vec<(Mark, String)> = words
            .map(|(mark, text)| (mark, super::normal::normal(text.trim())))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        for (mark, text) in &words {
            add(text.clone(), *mark, false);
        }
        for (mark, text) in &words {
            let bare = without_accents(text);
            if bare != *text {
                add(bare, *mark, true);
            }
        }
        let (texts, spellings): (Vec<String>, Vec<Spelling>) = spellings.into_iter().unzip();
        let searcher = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .prefilter(false)
            .build(&texts);
        Vocabulary {
            searcher: searcher.ok().filter(|_| !texts.is_empty()),
            spellings,
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.searcher.is_none()
    }

    /// The spellings in a uniform text: at each place the longest one that stands there as a word, from left to right.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Standing<'_>> {
        let Some(searcher) = &self.searcher else {
            return Vec::new();
        };
        let is_bare = text.chars().all(|c| c.is_ascii() || !c.is_alphabetic());
        let mut found: Vec<Standing<'_>> = searcher
            .find_overlapping_iter(text)
            .filter_map(|hit| {
                let spelling = &self.spellings[hit.pattern().as_usize()];
                let (from, to) = (hit.start(), hit.end());
                let marks = if is_bare {
                    &spelling.bare
                } else {
                    &spelling.marks
                };
                let counts = !marks.is_empty() && is_word(text, from, to);
                counts.then_some(Standing { from, to, marks })
            })
            .collect();
        found.sort_by_key(|standing| (standing.from, std::cmp::Reverse(standing.to)));
        let mut end = 0;
        found.retain(|standing| {
            let is_free = standing.from >= end;
            if is_free {
                end = standing.to;
            }
            is_free
        });
        found
    }
}

/// Endings that a Devanagari word takes without a space.
const DEVANAGARI_ENDINGS: [&str; 13] = [
    "मा",
    "को",
    "का",
    "की",
    "ले",
    "लाई",
    "देखि",
    "सम्म",
    "बाट",
    "पछि",
    "अघि",
    "भित्र",
    "र",
];

/// Whether what stands there is a word of its own, where the script has words.
fn is_word(text: &str, from: usize, to: usize) -> bool {
    let before = text[..from].chars().next_back();
    let after = text[to..].chars().next();
    let first = text[from..to].chars().next();
    let last = text[from..to].chars().next_back();
    let joins = |a: Option<char>, b: Option<char>| match (a, b) {
        (Some(a), Some(b)) => {
            (is_latin(a) && is_latin(b))
                || (is_devanagari(a) && is_devanagari(b))
                || (a.is_ascii_digit() && b.is_ascii_digit())
        }
        _ => false,
    };
    let takes_ending = || {
        last.is_some_and(is_devanagari)
            && DEVANAGARI_ENDINGS
                .iter()
                .filter_map(|ending| text[to..].strip_prefix(ending))
                .any(|rest| !rest.chars().next().is_some_and(is_devanagari))
    };
    // An ending may be a word of its own: बजेपछि is "after … o'clock".
    let is_ending = DEVANAGARI_ENDINGS.contains(&&text[from..to]);
    (!joins(before, first) || is_ending) && (!joins(last, after) || takes_ending())
}

/// A Latin letter, with or without accents.
pub fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' | '\'')
}

/// A letter or vowel sign of Devanagari.
pub fn is_devanagari(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0963}' | '\u{0970}'..='\u{097F}')
}

fn without_accents(text: &str) -> String {
    let latin = |c: char| match c {
        'đ' => 'd',
        c if is_latin(c) => std::iter::once(c).nfd().next().unwrap_or(c),
        c => c,
    };
    text.chars().map(latin).collect()
}
