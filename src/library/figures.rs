//! The figures of a text: dates, times, telephone numbers, counts and fees, in a form that is equal in every language.

use std::collections::{BTreeMap, BTreeSet};

/// How a language writes dates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dates<'a> {
    /// The names of the twelve months, where names are written.
    pub months: &'a [String],
    /// 2/12 is the second of December.
    pub is_day_first: bool,
}

/// The figures of a text, each as often as it stands there.
///
/// `12月2日`, `December 2`, `2 tháng 12` and `12/2` are all `12-02`; `1,000円` and `1.000 ienes` are both `1000`.
#[must_use]
pub fn figures(text: &str, dates: Dates<'_>) -> BTreeMap<String, usize> {
    let bare: String = without_names(text).chars().map(ascii_digit).collect();
    let mut pieces = pieces(&bare);
    name_months(&mut pieces, dates.months);
    mark_months(&mut pieces);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        at += take_date(&pieces, at, dates.is_day_first, &mut found);
    }
    let mut counts = BTreeMap::new();
    for figure in found {
        *counts.entry(figure).or_default() += 1;
    }
    counts
}

/// The addresses in a text: of web pages, with or without `https://`, and of mail.
#[must_use]
pub fn addresses(text: &str) -> BTreeSet<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    let runs = text
        .split(|c| !is_part(c))
        .map(|run| run.trim_end_matches(['.', ',', ':', ';', '!', '?']));
    runs.filter(|run| is_address(run))
        .map(str::to_owned)
        .collect()
}

fn is_address(run: &str) -> bool {
    let host = run.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let ends = [
        ".jp", ".com", ".net", ".org", ".info", ".example", ".io", ".gov", ".biz",
    ];
    let is_named = host.len() > 4
        && ends
            .iter()
            .any(|end| host.to_ascii_lowercase().ends_with(end));
    run.starts_with("https://") || run.starts_with("http://") || run.starts_with("www.") || is_named
}

/// The `{placeholders}` of a text.
#[must_use]
pub fn placeholders(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name.to_owned()))
        .collect()
}

/// The digits of Nepali and Burmese writing, and the wide ones, as our own.
fn ascii_digit(c: char) -> char {
    let zeros = [0x0966, 0x1040, 0xFF10];
    let value = zeros
        .iter()
        .find_map(|zero| u32::from(c).checked_sub(*zero).filter(|d| *d < 10));
    value
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

/// A text cut into figures and what stands between them.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Figure(String),
    /// A number that is certainly a month.
    Month(u32),
    Between(String),
}

/// Takes out placeholders and addresses: they are compared by themselves.
fn without_names(text: &str) -> String {
    let mut out = text.to_owned();
    for name in placeholders(text) {
        out = out.replace(&format!("{{{name}}}"), " ");
    }
    for address in addresses(text) {
        out = out.replace(&address, " ");
    }
    out
}

fn pieces(text: &str) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut out = Vec::new();
    let mut between = String::new();
    let mut at = 0;
    while at < chars.len() {
        if !digit(at) {
            between.push(chars[at]);
            at += 1;
            continue;
        }
        if !between.is_empty() {
            out.push(Piece::Between(std::mem::take(&mut between)));
        }
        let mut figure = String::new();
        while digit(at) || is_joint(&chars, at) {
            figure.push(chars[at]);
            at += 1;
        }
        out.push(Piece::Figure(without_thousands(&figure)));
    }
    if !between.is_empty() {
        out.push(Piece::Between(between));
    }
    out
}

/// A sign that holds a figure together: 1,000 · 9:00 · 0120-95-0178 · 12/2.
fn is_joint(chars: &[char], at: usize) -> bool {
    let digits_after = chars[(at + 1).min(chars.len())..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .count();
    match chars.get(at) {
        Some(',' | '.' | '\u{202F}' | '\u{A0}') => digits_after == 3,
        Some(':') => digits_after == 2,
        Some('-' | '/') => digits_after > 0,
        _ => false,
    }
}

fn without_thousands(figure: &str) -> String {
    let joined: String = figure
        .chars()
        .filter(|c| !matches!(c, ',' | '.' | '\u{202F}' | '\u{A0}'))
        .collect();
    if joined.contains(['-', ':', '/']) {
        return joined;
    }
    let bare = joined.trim_start_matches('0');
    if bare.is_empty() { "0" } else { bare }.to_owned()
}

/// Turns names of months that stand beside a figure into months.
fn name_months(pieces: &mut Vec<Piece>, months: &[String]) {
    for at in (0..pieces.len()).rev() {
        let Piece::Between(between) = &pieces[at] else {
            continue;
        };
        // "May" is a month and "may" is not, so the case counts.
        let found = months.iter().enumerate().find_map(|(n, name)| {
            let start = between.find(name)?;
            let (before, after) = (&between[..start], &between[start + name.len()..]);
            // Nepali and Burmese write endings at the name; a short name would be found inside other words.
            let is_short = name.is_ascii() || name.chars().count() <= SHORT_NAME_CHARS_MAX;
            let rest = after.trim_start_matches('လ');
            let goes_on = rest.chars().next().is_some_and(char::is_alphabetic);
            let is_within = before.chars().next_back().is_some_and(char::is_alphabetic);
            let is_word = !(is_within || is_short && goes_on);
            let near_before = at > 0 && before.chars().count() <= NEAR_CHARS;
            let near_after = at + 1 < pieces.len() && after.chars().count() <= NEAR_CHARS;
            (is_word && (near_before || near_after))
                .then(|| (n, before.to_owned(), after.to_owned()))
        });
        if let Some((n, before, after)) = found {
            let month = Piece::Month(u32::try_from(n).unwrap_or(0) + 1);
            pieces.splice(
                at..=at,
                [Piece::Between(before), month, Piece::Between(after)],
            );
        }
    }
}

/// A name so short may be part of another word.
const SHORT_NAME_CHARS_MAX: usize = 3;
/// "December" belongs to a figure this near.
const NEAR_CHARS: usize = 8;

/// Turns figures with a sign of the month at them into months: 12月, 12월, tháng 12.
fn mark_months(pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let Piece::Figure(figure) = &pieces[at] else {
            continue;
        };
        let Some(number) = figure.parse::<u32>().ok().filter(|n| (1..=12).contains(n)) else {
            continue;
        };
        let after = match pieces.get(at + 1) {
            Some(Piece::Between(text)) => text.trim_start(),
            _ => "",
        };
        let before = match at.checked_sub(1).map(|at| &pieces[at]) {
            Some(Piece::Between(text)) => text.trim_end().to_lowercase(),
            _ => String::new(),
        };
        let is_month =
            after.starts_with('月') || after.starts_with('월') || after.starts_with("（がつ）月");
        if is_month || before.ends_with("tháng") {
            pieces[at] = Piece::Month(number);
        }
    }
}

/// Takes the figure, month or date that begins at `at`; returns how many pieces it has.
fn take_date(pieces: &[Piece], at: usize, is_day_first: bool, found: &mut Vec<String>) -> usize {
    let day = |at: Option<usize>| match at.map(|at| &pieces[at.min(pieces.len() - 1)]) {
        Some(Piece::Figure(figure)) => figure.parse::<u32>().ok().filter(|n| (1..=31).contains(n)),
        _ => None,
    };
    let near = |at: usize| match pieces.get(at) {
        Some(Piece::Between(text)) => JOINTS.contains(&text.trim().to_lowercase().as_str()),
        _ => false,
    };
    match &pieces[at] {
        Piece::Between(_) => 1,
        // Day first: 2 December, ngày 2 tháng 12.
        Piece::Figure(_)
            if day(Some(at)).is_some()
                && near(at + 1)
                && matches!(pieces.get(at + 2), Some(Piece::Month(_)))
                && !(near(at + 3) && pieces.len() > at + 4 && day(Some(at + 4)).is_some()) =>
        {
            if let (Some(day), Some(Piece::Month(month))) = (day(Some(at)), pieces.get(at + 2)) {
                found.push(format!("{month}-{day:02}"));
            }
            3
        }
        Piece::Month(month)
            if near(at + 1) && pieces.len() > at + 2 && day(Some(at + 2)).is_some() =>
        {
            if let Some(day) = day(Some(at + 2)) {
                found.push(format!("{month}-{day:02}"));
            }
            3
        }
        Piece::Month(month) => {
            found.push(format!("{month}-"));
            1
        }
        Piece::Figure(figure) => {
            match slashed(figure, is_day_first) {
                Some(date) => found.extend(date),
                None => found.push(figure.clone()),
            }
            1
        }
    }
}

/// What may stand between the month and the day of one date.
const JOINTS: [&str; 14] = [
    "",
    ",",
    "月",
    "月（がつ）",
    "월",
    "de",
    "ng",
    "ng ika-",
    "ika-",
    "tháng",
    "လ",
    "လ၏",
    "लाई",
    "को",
];

/// 12/2, 2/12/2024 and 8/2026 are dates; 24/365 is not.
fn slashed(figure: &str, is_day_first: bool) -> Option<Vec<String>> {
    let parts: Vec<u32> = figure
        .split('/')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let date = |first: u32, second: u32| {
        let (day, month) = if is_day_first {
            (first, second)
        } else {
            (second, first)
        };
        let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
        fits.then(|| format!("{month}-{day:02}"))
    };
    match parts[..] {
        [month @ 1..=12, year @ 1900..=2999] => Some(vec![format!("{month}-"), year.to_string()]),
        [first, second] => Some(vec![date(first, second)?]),
        [first, second, year @ 1900..=2999] => Some(vec![date(first, second)?, year.to_string()]),
        [year @ 1900..=2999, month, day] => {
            Some(vec![format!("{month}-{day:02}"), year.to_string()])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(names: &str) -> Vec<String> {
        names.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_same_figures_in_every_language() {
        let english = months(
            "January February March April May June July August September October November December",
        );
        let portuguese = months(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        );
        let burmese = months("ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ");
        let nepali = months("जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर");
        let check = |text: &str, names: &[String], expected: &[&str]| {
            let expected: BTreeSet<String> = expected.iter().map(|s| (*s).to_owned()).collect();
            let dates = Dates {
                months: names,
                is_day_first: text.contains("ngày"),
            };
            let found: BTreeSet<String> = figures(text, dates).into_keys().collect();
            assert_eq!(found, expected, "{text}");
        };
        check("2024年12月2日から", &[], &["2024", "12-02"]);
        check("12月（がつ） 2日（ふつか）", &[], &["12-02"]);
        check("from December 2, 2024", &english, &["2024", "12-02"]);
        check("from 2 December 2024", &english, &["2024", "12-02"]);
        check(
            "a partir de 2 de dezembro de 2024",
            &portuguese,
            &["2024", "12-02"],
        );
        check("từ ngày 2 tháng 12 năm 2024", &[], &["2024", "12-02"]);
        check("2024년 12월 2일부터", &[], &["2024", "12-02"]);
        check("2024 ခုနှစ် ဒီဇင်ဘာလ 2 ရက်", &burmese, &["2024", "12-02"]);
        check("12/2", &[], &["12-02"]);
        check("ngày 2/12/2024", &[], &["12-02", "2024"]);
        check("आवाज मेनुमा 2 छानेर", &nepali, &["2"]);
        check("hết ngày 30/4, 8/2026", &[], &["4-30", "8-", "2026"]);
        check("until August 2026; you may call", &english, &["2026", "8-"]);
        check("you may bring 2 documents", &english, &["2"]);
        check("29 December – 3 January", &english, &["12-29", "1-03"]);
        check("12月29日〜1月3日", &[], &["12-29", "1-03"]);
        check("1,000円と1.000 ienes、{city-phone}", &[], &["1000"]);
        check(
            "9:00〜17:30 (0120-95-0178) https://a.jp/1.html",
            &[],
            &["9:00", "17:30", "0120-95-0178"],
        );
        check("6〜16文字、3か月", &[], &["6", "16", "3"]);
        check("2022年1月に19歳", &[], &["2022", "1-", "19"]);
        check("in January 2022 at age 19", &english, &["2022", "1-", "19"]);
        check("You may choose 4 digits", &english, &["4"]);
    }
}
