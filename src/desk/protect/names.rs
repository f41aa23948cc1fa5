//! Names of people: what stands before さん or 様, who is in charge (「担当の佐藤」), and who is known.

use std::ops::Range;

use super::surnames::surname;

/// How people are addressed.
const HONORIFICS: [&str; 4] = ["さん", "さま", "様", "殿"];
/// A longer run of characters is no name.
const NAME_CHARS_MAX: usize = 24;

/// Who is addressed without a name.
const NOT_NAMES: [&str; 28] = [
    "客",
    "皆",
    "神",
    "王",
    "奥",
    "子",
    "娘",
    "息子",
    "父",
    "母",
    "兄",
    "姉",
    "弟",
    "妹",
    "嫁",
    "孫",
    "医者",
    "患者",
    "仕",
    "同",
    "模",
    "多",
    "一",
    "異",
    "有",
    "旦那",
    "利用者",
    "職員",
];

/// What follows 様 inside a word: 様子, 様式, 様々.
const INSIDE_WORDS: &str = "子式々態相";

/// The names in a text, without how the people are addressed.
pub fn names(text: &[char]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 1..text.len() {
        let begins = |word: &&&str| {
            let mut chars = word.chars().enumerate();
            chars.all(|(n, c)| text.get(at + n) == Some(&c))
        };
        let Some(honorific) = HONORIFICS.iter().find(begins) else {
            continue;
        };
        let next = text.get(at + honorific.chars().count());
        if *honorific == "様" && next.is_some_and(|c| INSIDE_WORDS.contains(*c)) {
            continue;
        }
        let end = trimmed(text, at);
        let start = start_of_name(text, end);
        let floor = found.last().map_or(0, |range| range.end);
        if start >= end || start < floor || !is_name(text, start..end) {
            continue;
        }
        found.push(start..end);
    }
    found
}

/// A space may stand between a name and how somebody is addressed.
fn trimmed(text: &[char], mut end: usize) -> usize {
    while end > 0 && matches!(text[end - 1], ' ' | '\u{3000}') {
        end -= 1;
    }
    end
}

/// The class of a character, as far as names go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Kanji,
    Katakana,
    Latin,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '\u{4e00}'..='\u{9fff}' | '々' | 'ヶ' => Class::Kanji,
        '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Class::Katakana,
        _ if c.is_alphabetic() && !('\u{3041}'..='\u{30ff}').contains(&c) => Class::Latin,
        _ => Class::Other,
    }
}

/// Back over one run of characters of the same class; the words of a foreign name are joined by spaces or dots.
fn start_of_name(text: &[char], end: usize) -> usize {
    let Some(own) = end.checked_sub(1).map(|at| class(text[at])) else {
        return end;
    };
    if own == Class::Other {
        return end;
    }
    let joins = |at: usize| {
        let is_mark = match own {
            Class::Latin => " .-'’".contains(text[at]),
            Class::Katakana => "・＝ =".contains(text[at]),
            _ => false,
        };
        is_mark && at > 0 && class(text[at - 1]) == own
    };
    let mut start = end;
    while start > 0
        && end - start < NAME_CHARS_MAX
        && (class(text[start - 1]) == own || joins(start - 1))
    {
        start -= 1;
    }
    start
}

fn is_name(text: &[char], range: Range<usize>) -> bool {
    let name: String = text[range.clone()].iter().collect();
    let before = range.start.checked_sub(1).map(|at| text[at]);
    let is_polite = matches!(before, Some('お' | 'ご'));
    !is_polite && !NOT_NAMES.contains(&name.as_str()) && !name.ends_with("の皆")
}

// Names without さん: staff do not call each other so in front of citizens.

/// What stands before the name of somebody who is in charge.
const IN_CHARGE: [&str; 12] = [
    "担当者の",
    "担当者は",
    "担当者:",
    "担当者：",
    "担当の",
    "担当は",
    "担当:",
    "担当：",
    "係員の",
    "係の",
    "職員の",
    "窓口の",
];

/// What stands behind the name of somebody who works here.
const POSTS: [&str; 15] = [
    "課長補佐",
    "係長",
    "課長",
    "主任",
    "主査",
    "主事",
    "主幹",
    "部長",
    "次長",
    "室長",
    "所長",
    "支所長",
    "参事",
    "補佐",
    "相談員",
];

/// What follows a name in a sentence.
const BEHIND_NAME: [&str; 14] = [
    "が", "は", "に", "へ", "まで", "と", "を", "も", "です", "で", "より", "から", "、", "。",
];

/// Who or what may be in charge without a name.
const NO_PERSON: [&str; 34] = [
    "職員",
    "部署",
    "窓口",
    "番号",
    "電話",
    "受付",
    "予約",
    "時間",
    "場所",
    "案内",
    "業務",
    "仕事",
    "手続",
    "地域",
    "地区",
    "本人",
    "全員",
    "不在",
    "別途",
    "別室",
    "本館",
    "支所",
    "市民",
    "上司",
    "責任",
    "混雑",
    "対応",
    "営業",
    "混み具合",
    "スタッフ",
    "センター",
    "グループ",
    "チーム",
    "カウンター",
];
/// What the names of offices, callings and parts of a house end in.
const NO_PERSONS_END: &str = "課係部室者員士師所局窓口先庁班方館階会官舎";

/// What follows the name of a place that is called like a person.
const PLACES_END: &str = "市町村区県府駅川山通丁店館";

/// The names of people without さん: known family names that stand alone or before a post, whatever is named as the one in
/// charge, and who is on the roster.
pub fn names_at_work(text: &[char], people: &[String]) -> Vec<Range<usize>> {
    let roster: Vec<Vec<char>> = people.iter().flat_map(|name| spellings(name)).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..text.len() {
        let end = (of_roster(text, at, &roster))
            .or_else(|| in_charge(text, at))
            .or_else(|| alone(text, at));
        if let Some(end) = end {
            found.push(at..end);
        }
    }
    found
}

fn begins(text: &[char], at: usize, word: &str) -> bool {
    let mut chars = word.chars().enumerate();
    chars.all(|(n, c)| text.get(at + n) == Some(&c))
}

/// The end of the run of characters of one class.
fn run(text: &[char], at: usize, of: Class) -> usize {
    let same = text.iter().skip(at).take_while(|c| class(**c) == of);
    at + same.count()
}

fn is_kanji(text: &[char], at: Option<usize>) -> bool {
    at.and_then(|at| text.get(at))
        .is_some_and(|c| class(*c) == Class::Kanji)
}

/// A name as it stands in the roster, without its spaces, and its parts. Accounts are often named after a place of work,
/// and such a word is no name.
fn spellings(name: &str) -> Vec<Vec<char>> {
    let is_place = NO_PERSON
        .iter()
        .chain(&POSTS)
        .any(|word| name.contains(word));
    let ends = name.chars().next_back();
    if is_place || ends.is_none_or(|c| NO_PERSONS_END.contains(c) || c.is_ascii_digit()) {
        return Vec::new();
    }
    let parts: Vec<&str> = name.split_whitespace().collect();
    let all = [name.to_owned(), parts.concat()];
    let all = all.into_iter().chain(parts.into_iter().map(str::to_owned));
    let all = all.map(|name| name.chars().collect::<Vec<char>>());
    all.filter(|name| !name.is_empty()).collect()
}

/// Somebody of the roster. A short name of kanji or letters is one only where it stands alone.
fn of_roster(text: &[char], at: usize, roster: &[Vec<char>]) -> Option<usize> {
    let here = roster.iter().filter(|name| text[at..].starts_with(name));
    let name = here.max_by_key(|name| name.len())?;
    let end = at + name.len();
    let own = class(*name.first()?);
    let is_same = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(|c| class(*c) == own)
    };
    let stands_alone =
        !is_same(at.checked_sub(1)) && (!is_same(Some(end)) || post(text, end).is_some());
    let is_long = own == Class::Kanji && name.len() > 1;
    let is_place = text.get(end).is_some_and(|c| PLACES_END.contains(*c));
    (stands_alone || is_long && !is_place).then_some(end)
}

/// The post that begins here, up to where it ends.
fn post(text: &[char], at: usize) -> Option<usize> {
    let post = POSTS.iter().find(|post| begins(text, at, post))?;
    Some(at + post.chars().count())
}

/// A family name that is no part of a longer word.
fn alone(text: &[char], at: usize) -> Option<usize> {
    if is_kanji(text, at.checked_sub(1)) {
        return None;
    }
    let end = at + surname(text.get(at..)?)?;
    (!is_kanji(text, Some(end)) || post(text, end).is_some()).then_some(end)
}

/// The name of who is in charge, directly behind the word that says so.
fn in_charge(text: &[char], at: usize) -> Option<usize> {
    let behind = |word: &&str| {
        let start = at.checked_sub(word.chars().count());
        start.is_some_and(|start| begins(text, start, word))
    };
    let marker = IN_CHARGE.iter().find(|word| behind(word));
    let is_marked = marker.is_some() || behind(&"担当");
    let own = class(*text.get(at)?);
    if !is_marked || !matches!(own, Class::Kanji | Class::Katakana) {
        return None;
    }
    let whole = run(text, at, own);
    let with_post = (at + 1..whole).find(|at| post(text, *at) == Some(whole));
    let end = with_post.unwrap_or(whole);
    // A family name with the given name behind it.
    if surname(&text[at..end]).is_some() {
        return Some(end);
    }
    // At a counter there is much that is nobody: 「窓口の混雑」.
    if marker.is_none_or(|marker| ["窓口の", "職員の"].contains(marker)) {
        return None;
    }
    let name: String = text[at..end].iter().collect();
    let last = name.chars().next_back();
    let is_somebody = (2..=6).contains(&(end - at))
        && !NO_PERSON.iter().any(|word| name.contains(word))
        && last.is_none_or(|c| !NO_PERSONS_END.contains(c));
    let is_over = with_post.is_some()
        || end == text.len()
        || BEHIND_NAME.iter().any(|word| begins(text, end, word));
    (is_somebody && is_over).then_some(end)
}
