//! Full dates with their year, past or far ahead: what is printed on a card, a birth date. Nothing here is a wish to
//! come; `read_when` leaves such dates alone.
//!
//! A date is a year, a month and a day and nothing more: a text with a fourth number is not read. The year is written
//! in four figures or in an era of Japan; cards printed before an era ended count on in it (平成40年).

use chrono::NaiveDate;

use super::normal::{is_kanji_numeral, kanji_number, normal};
use super::vocabulary::is_devanagari;
use super::{Mark, Vocabulary};
use crate::desk::language::Language;

/// A date as somebody wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FullDate {
    On(NaiveDate),
    /// Two numbers before a year: it depends on where somebody learned to write dates.
    Either {
        day_first: NaiveDate,
        month_first: NaiveDate,
    },
    /// No calendar has it.
    Impossible,
}

/// The first year in which anybody could write a date of ours: the first of Meiji.
const YEAR_MIN: u32 = 1868;

/// The years before the first of each era.
const ERAS: [(&str, u32); 14] = [
    ("大正", 1911),
    ("昭和", 1925),
    ("平成", 1988),
    ("令和", 2018),
    ("다이쇼", 1911),
    ("쇼와", 1925),
    ("헤이세이", 1988),
    ("레이와", 2018),
    ("taisho", 1911),
    ("showa", 1925),
    ("heisei", 1988),
    ("reiwa", 2018),
    ("昭", 1925),
    ("平", 1988),
];

/// The letters that stand for them on forms.
const ERA_LETTERS: [(char, u32); 4] = [('t', 1911), ('s', 1925), ('h', 1988), ('r', 2018)];

const UNITS: [(&str, Unit); 8] = [
    ("年", Unit::Year),
    ("月", Unit::Month),
    ("日", Unit::Day),
    ("号", Unit::Day),
    ("號", Unit::Day),
    ("년", Unit::Year),
    ("월", Unit::Month),
    ("일", Unit::Day),
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

/// Months that are words of their own only beside a day and a year; in a wish to come they would be taken for others.
const SHORT_MONTHS: [(&str, u32); 5] = [("मे", 5), ("जुन", 6), ("မတ်", 3), ("မေ", 5), ("ဇွန်", 6)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Day,
}

/// What a date is made of; everything else in the text is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Number {
        value: u32,
        figures: usize,
    },
    Month(u32),
    /// The year before the first one of the era.
    Era(u32),
    /// 年, 月, 日 behind their number, "tháng" or "ngày" ahead of it.
    Behind(Unit),
    Ahead(Unit),
}

/// Reads the one full date of a text.
#[must_use]
pub fn read_full(text: &str, language: Language, vocabulary: &Vocabulary) -> Option<FullDate> {
    let text = normal(text);
    let pieces = pieces(&text, language, vocabulary);
    let numbers: Vec<usize> = (0..pieces.len())
        .filter(|at| matches!(pieces[*at], Piece::Number { .. }))
        .collect();
    if let [only] = numbers[..]
        && let Piece::Number { value, figures: 8 } = pieces[only]
    {
        return Some(date(value / 10_000, value / 100 % 100, value % 100));
    }
    let (year, at) = year(&pieces)?;
    let rest: Vec<usize> = numbers.into_iter().filter(|n| *n != at).collect();
    let mut named = pieces.iter().filter_map(|piece| match piece {
        Piece::Month(month) => Some(*month),
        _ => None,
    });
    let value = |at: usize| match pieces[at] {
        Piece::Number { value, .. } => value,
        _ => 0,
    };
    match (named.next(), named.next(), &rest[..]) {
        (Some(month), None, [day]) => Some(date(year, month, value(*day))),
        (None, None, [first, second]) => {
            let (a, b) = (value(*first), value(*second));
            let is = |at: usize, unit: Unit| has_unit(&pieces, at, unit);
            if is(*first, Unit::Month) || is(*second, Unit::Day) {
                Some(date(year, a, b))
            } else if is(*second, Unit::Month) || is(*first, Unit::Day) {
                Some(date(year, b, a))
            } else if at < *first {
                Some(date(year, a, b))
            } else if *second < at {
                Some(either(year, a, b))
            } else {
                None
            }
        }
        _ => None,
    }
}

fn date(year: u32, month: u32, day: u32) -> FullDate {
    let year = i32::try_from(year).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, month, day).map_or(FullDate::Impossible, FullDate::On)
}

/// Two numbers before the year: the day and the month, in one order or the other.
fn either(year: u32, a: u32, b: u32) -> FullDate {
    match (date(year, b, a), date(year, a, b)) {
        (FullDate::On(day_first), FullDate::On(month_first)) if day_first != month_first => {
            FullDate::Either {
                day_first,
                month_first,
            }
        }
        (FullDate::Impossible, other) | (other, _) => other,
    }
}

/// The year and which number says it.
fn year(pieces: &[Piece]) -> Option<(u32, usize)> {
    for (at, piece) in pieces.iter().enumerate() {
        match (piece, pieces.get(at + 1)) {
            (Piece::Era(before), Some(Piece::Number { value, figures })) => {
                return (*figures <= 2 && *value > 0).then_some((before + value, at + 1));
            }
            (Piece::Number { value, figures: 4 }, _) if *value >= YEAR_MIN => {
                return Some((*value, at));
            }
            _ => {}
        }
    }
    None
}

fn has_unit(pieces: &[Piece], at: usize, unit: Unit) -> bool {
    let before = at.checked_sub(1).and_then(|at| pieces.get(at));
    pieces.get(at + 1) == Some(&Piece::Behind(unit)) || before == Some(&Piece::Ahead(unit))
}

/// Takes a uniform text apart.
fn pieces(text: &str, language: Language, vocabulary: &Vocabulary) -> Vec<Piece> {
    let words = vocabulary.find(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let word = words.iter().find(|word| word.from == at);
        let named = word.and_then(|word| Some((piece_of(word.marks, language)?, word.to - at)));
        let taken = named.or_else(|| take(text, at));
        match taken {
            Some((piece, length)) => {
                found.push(piece);
                at += length;
            }
            // Letters are passed over as whole words: the "s" of "is" is no era.
            None if c.is_ascii_alphabetic() => {
                let run = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
                at += run;
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// The piece that a word of the language's own is.
fn piece_of(marks: &[Mark], language: Language) -> Option<Piece> {
    // Where the unit is said first: "ngày 10 tháng 5 năm 2031".
    let is_ahead = matches!(
        language,
        Language::Vi | Language::Id | Language::Fil | Language::PtBr | Language::Es
    );
    let unit = if is_ahead {
        Piece::Ahead
    } else {
        Piece::Behind
    };
    marks.iter().find_map(|mark| match mark {
        Mark::Month(month) => Some(Piece::Month(*month)),
        Mark::Era => Some(Piece::Era(2018)),
        Mark::DateYear => Some(unit(Unit::Year)),
        Mark::DateMonth => Some(unit(Unit::Month)),
        Mark::DateDay => Some(unit(Unit::Day)),
        _ => None,
    })
}

/// The piece that stands at a place, and how many bytes it takes.
fn take(text: &str, at: usize) -> Option<(Piece, usize)> {
    let rest = &text[at..];
    let c = rest.chars().next()?;
    if c.is_ascii_digit() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = rest[..length].parse().ok()?;
        return Some((
            Piece::Number {
                value,
                figures: length,
            },
            length,
        ));
    }
    if is_kanji_numeral(c) {
        let run: String = rest.chars().take_while(|c| is_kanji_numeral(*c)).collect();
        let value = kanji_number(&run)?;
        let figures = value.to_string().len();
        return Some((Piece::Number { value, figures }, run.len()));
    }
    if rest.starts_with("元年") || rest.starts_with("元/") || rest.starts_with("元.") {
        let first = Piece::Number {
            value: 1,
            figures: 1,
        };
        return Some((first, '元'.len_utf8()));
    }
    if c.is_ascii_alphabetic() {
        return take_latin(rest);
    }
    let era = ERAS.iter().find(|(name, _)| rest.starts_with(name));
    if let Some((name, before)) = era {
        return Some((Piece::Era(*before), name.len()));
    }
    let month = SHORT_MONTHS.iter().find(|(name, _)| {
        let after = rest.strip_prefix(name);
        after.is_some_and(|after| !after.starts_with(goes_on))
    });
    if let Some((name, month)) = month {
        return Some((Piece::Month(*month), name.len()));
    }
    let unit = UNITS.iter().find(|(name, _)| rest.starts_with(name));
    unit.map(|(name, unit)| (Piece::Behind(*unit), name.len()))
}

/// Whether a letter or sign makes another word of the one before it.
fn goes_on(c: char) -> bool {
    is_devanagari(c) || matches!(c, '\u{102b}'..='\u{103e}')
}

/// A month or an era in Latin letters; `rest` begins a word.
fn take_latin(rest: &str) -> Option<(Piece, usize)> {
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &rest[..length];
    let is_month =
        |name: &str| name == word || ((3..=4).contains(&length) && name.starts_with(word));
    if let Some(at) = MONTHS.iter().position(|name| is_month(name)) {
        return u32::try_from(at + 1)
            .ok()
            .map(|n| (Piece::Month(n), length));
    }
    let era = ERAS.iter().find(|(name, _)| *name == word);
    if let Some((_, before)) = era {
        return Some((Piece::Era(*before), length));
    }
    let is_figure_next = rest[length..].starts_with(|c: char| c.is_ascii_digit());
    let letter = ERA_LETTERS
        .iter()
        .find(|(letter, _)| length == 1 && word.starts_with(*letter) && is_figure_next);
    letter.map(|(_, before)| (Piece::Era(*before), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, language: Language) -> String {
        let locales = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let file = locales.join(language.tag()).join("words.toml");
        let parsed: toml::Table = std::fs::read_to_string(file).unwrap().parse().unwrap();
        let mut words = Vec::new();
        for (id, list) in parsed
            .get("dates")
            .and_then(|d| d.as_table())
            .into_iter()
            .flatten()
        {
            let mark = Mark::from_id(id).unwrap();
            let list = list.as_array().unwrap();
            words.extend(list.iter().map(|w| (mark, w.as_str().unwrap().to_owned())));
        }
        let vocabulary = Vocabulary::new(words.iter().map(|(mark, text)| (*mark, text.as_str())));
        match read_full(text, language, &vocabulary) {
            None => "-".to_owned(),
            Some(FullDate::Impossible) => "!".to_owned(),
            Some(FullDate::On(day)) => day.to_string(),
            Some(FullDate::Either {
                day_first,
                month_first,
            }) => format!("{day_first} or {month_first}"),
        }
    }

    #[test]
    fn japanese_and_figures() {
        for (text, expected) in [
            ("2031-05-10", "2031-05-10"),
            ("2031/5/10", "2031-05-10"),
            ("2031.5.10", "2031-05-10"),
            ("２０３１年５月１０日", "2031-05-10"),
            ("2031年5月10日まで有効です", "2031-05-10"),
            ("20310510", "2031-05-10"),
            ("令和13年5月10日", "2031-05-10"),
            ("昭和60年3月3日", "1985-03-03"),
            ("S60.3.3", "1985-03-03"),
            ("s60/3/3", "1985-03-03"),
            ("H2.12.31", "1990-12-31"),
            ("R13.5.10", "2031-05-10"),
            ("平成元年1月8日", "1989-01-08"),
            ("平成40年6月1日", "2028-06-01"),
            ("大正12年9月1日生まれ", "1923-09-01"),
            ("昭和六十年三月三日", "1985-03-03"),
            ("二〇三一年五月十日", "2031-05-10"),
            ("令和13年5月10日（土）", "2031-05-10"),
            ("10/5/2031", "2031-05-10 or 2031-10-05"),
            ("25/5/2031", "2031-05-25"),
            ("5/25/2031", "2031-05-25"),
            ("5/5/2031", "2031-05-05"),
            ("2031年2月30日", "!"),
            ("45/45/2031", "!"),
            ("2031年5月", "-"),
            ("5月10日", "-"),
            ("来週の火曜", "-"),
            ("1234", "-"),
            ("2021年5月10日から2031年5月10日", "-"),
            ("駐車場はありますか", "-"),
            ("", "-"),
        ] {
            assert_eq!(read(text, Language::Ja), expected, "{text}");
        }
    }

    #[test]
    fn other_languages() {
        for (language, text, expected) in [
            (Language::En, "10 May 2031", "2031-05-10"),
            (Language::En, "May 10th, 2031", "2031-05-10"),
            (Language::En, "it is Sept 3rd 1985", "1985-09-03"),
            (Language::En, "Showa 60, March 3", "1985-03-03"),
            (Language::En, "10-5-2031", "2031-05-10 or 2031-10-05"),
            (Language::Vi, "ngày 10 tháng 5 năm 2031", "2031-05-10"),
            (Language::Vi, "ngay 10 thang 5 nam 2031", "2031-05-10"),
            (Language::Vi, "10/5/2031", "2031-05-10 or 2031-10-05"),
            (Language::ZhHans, "2031年5月10号", "2031-05-10"),
            (Language::ZhHans, "二〇三一年五月十日", "2031-05-10"),
            (Language::ZhHant, "2031年5月10號", "2031-05-10"),
            (Language::Ko, "2031년 5월 10일", "2031-05-10"),
            (Language::Ko, "쇼와 60년 3월 3일", "1985-03-03"),
            (Language::Id, "10 Mei 2031", "2031-05-10"),
            (Language::Id, "tanggal 10 bulan 5 tahun 2031", "2031-05-10"),
            (Language::Fil, "Mayo 10, 2031", "2031-05-10"),
            (Language::Fil, "ika-10 ng Hunyo 2031", "2031-06-10"),
            (Language::PtBr, "10 de maio de 2031", "2031-05-10"),
            (Language::PtBr, "10 de março de 1985", "1985-03-10"),
            (Language::Ne, "२०३१ मार्च १०", "2031-03-10"),
            (Language::Ne, "2031 मे 10", "2031-05-10"),
            (Language::Ne, "मेरो जन्म 1985 मार्च 3", "1985-03-03"),
            (Language::My, "2031 ခုနှစ် မေ 10 ရက်", "2031-05-10"),
            (Language::My, "1985 ခုနှစ် မတ် 3 ရက်", "1985-03-03"),
            (Language::My, "2031 ခုနှစ် မေလ 10 ရက်", "2031-05-10"),
            (Language::My, "၂၀၃၁ ခုနှစ် ဇွန်လ ၁၀ ရက်", "2031-06-10"),
        ] {
            assert_eq!(read(text, language), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in ".{0,60}") {
            let found = read_full(&text, Language::Ja, &Vocabulary::default());
            if let Some(FullDate::On(day)) = found {
                proptest::prop_assert!(chrono::Datelike::year(&day) >= 1868);
            }
        }

        #[test]
        fn what_is_written_is_read(n in 0i32..73_000) {
            let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(n.unsigned_abs().into());
            let none = Vocabulary::default();
            for form in ["%Y-%m-%d", "%Y年%-m月%-d日", "%-d %B %Y", "%B %-d, %Y", "%Y%m%d"] {
                let text = day.format(form).to_string();
                proptest::prop_assert_eq!(read_full(&text, Language::En, &none), Some(FullDate::On(day)));
            }
        }
    }
}
