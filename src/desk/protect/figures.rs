//! Figures in every width and script, and numbers in kanji that surely are numbers.

use crate::desk::dates::kanji_number;

/// The noughts of the scripts that people write in here: Arabic, Devanagari, Bengali, Thai, Burmese, Shan.
const ZEROS: [u32; 7] = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x1040, 0x1090];

/// One spelling of a character: half the width, figures of one script, one dash. One character stays one.
pub fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '―' => '-',
        '￥' => '¥',
        _ => digit(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c),
    }
}

/// The value of a figure in any width and script.
pub fn digit(c: char) -> Option<u32> {
    if let Some(value) = c.to_digit(10) {
        return Some(value);
    }
    let code = u32::from(c);
    let wide = code.checked_sub(0xff10).filter(|d| *d < 10);
    let other = || {
        let mut zeros = ZEROS.iter();
        zeros.find_map(|zero| code.checked_sub(*zero).filter(|d| *d < 10))
    };
    wide.or_else(other)
}

/// Whether a character counts: a figure, or a number in one sign such as ① or ½. Kanji do not.
pub fn is_figure(c: char) -> bool {
    digit(c).is_some() || (c.is_numeric() && !is_kanji_figure(c))
}

/// Whether a character can stand in a number in kanji.
pub fn is_kanji_figure(c: char) -> bool {
    "〇零一二三四五六七八九十百千".contains(c)
}

/// What a number in kanji is followed by when it surely is one.
const COUNTERS: [&str; 63] = [
    "番",
    "人",
    "名",
    "枚",
    "点",
    "階",
    "回",
    "日",
    "月",
    "時",
    "分",
    "円",
    "年",
    "歳",
    "才",
    "件",
    "通",
    "冊",
    "個",
    "本",
    "台",
    "桁",
    "つ",
    "週",
    "か月",
    "ヶ月",
    "ケ月",
    "カ月",
    "ヵ月",
    "箇月",
    "か所",
    "ヶ所",
    "ケ所",
    "カ所",
    "ヵ所",
    "箇所",
    "か国",
    "ヶ国",
    "カ国",
    "ヵ国",
    "万円",
    "丁目",
    "種類",
    "号",
    "世帯",
    "親等",
    "秒",
    "倍",
    "割",
    "部",
    "組",
    "棟",
    "泊",
    "キロ",
    "メートル",
    "ページ",
    "パーセント",
    "頁",
    "枠",
    "列",
    "択",
    "段階",
    "営業日",
];

/// Words that only look like a number and its counter.
const WORDS: [&str; 14] = [
    "一番",
    "一時",
    "一人ひとり",
    "千円札",
    "一日中",
    "一通り",
    "一本化",
    "一部",
    "一戸建",
    "万一",
    "一つひとつ",
    "十年一",
    "一年中",
    "二つ返事",
];

/// What follows 「十分」 when it is a time and not "enough".
const TEN_MINUTES: [&str; 16] = [
    "間",
    "ほど",
    "前",
    "後",
    "以内",
    "以上",
    "くらい",
    "ぐらい",
    "程度",
    "おき",
    "ごと",
    "刻み",
    "かか",
    "お待",
    "待",
    "遅",
];

/// Words with a number of which nothing is counted; they may well come back without it.
const IDIOMS: [&str; 20] = [
    "十分",
    "二重",
    "再三",
    "四捨五入",
    "二度と",
    "二の次",
    "八百屋",
    "百貨店",
    "百科",
    "二輪",
    "三輪",
    "四輪",
    "四季",
    "三角",
    "四角",
    "七夕",
    "十字",
    "二次",
    "千差",
    "八つ当",
];

fn begins(text: &[char], at: usize, word: &str) -> bool {
    let mut chars = word.chars().enumerate();
    chars.all(|(n, c)| text.get(at + n) == Some(&c))
}

/// The length of a number in kanji, also of ten thousands: 「二万五千」.
fn kanji_length(text: &[char]) -> usize {
    let is_part =
        |(at, c): &(usize, &char)| is_kanji_figure(**c) || *at > 0 && "万億".contains(**c);
    text.iter().enumerate().take_while(is_part).count()
}

/// The length in characters of a number in kanji that surely counts something, at the beginning of a text.
pub fn counted_kanji(text: &[char]) -> Option<usize> {
    let whole = kanji_length(text);
    let figures = text.iter().take_while(|c| is_kanji_figure(**c)).count();
    let is_minutes = || TEN_MINUTES.iter().any(|word| begins(text, 2, word));
    let is_word = match begins(text, 0, "十分") {
        true => !is_minutes(),
        false => WORDS.iter().any(|word| begins(text, 0, word)) && !begins(text, 0, "一番窓口"),
    };
    if whole == 0 || is_word {
        return None;
    }
    // 「三万円」 has its counter with the ten thousand.
    [whole, figures].into_iter().find(|length| {
        let number: String = text[..*length].iter().collect();
        let is_number = number
            .split(['万', '億'])
            .all(|part| part.is_empty() || kanji_number(part).is_some());
        is_number
            && COUNTERS
                .iter()
                .any(|counter| begins(text, *length, counter))
    })
}

/// A number in kanji that was left in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    pub value: u32,
    /// With what stands behind it, for whoever has to look for it.
    pub text: String,
    /// Whether it must be there again: one may be a word for "a" or "some", and idioms are translated as a whole.
    pub must_return: bool,
    /// Whether it surely counts something.
    pub counts: bool,
}

/// So many characters behind a number are shown with it.
const SHOWN_BEHIND: usize = 2;

/// The numbers that kanji in a text may stand for.
pub fn loose(text: &str) -> Vec<Loose> {
    let text: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let length = rest.iter().take_while(|c| is_kanji_figure(**c)).count();
        let number: String = rest[..length].iter().collect();
        if let Some(value) = kanji_number(&number) {
            let is_letter = |c: &&char| c.is_alphabetic() && !('ぁ'..='ん').contains(*c);
            let behind = rest[length..].iter().take_while(is_letter);
            let text: String = rest[..length]
                .iter()
                .chain(behind.take(SHOWN_BEHIND))
                .collect();
            found.push(Loose {
                value,
                text,
                must_return: value > 1 && !IDIOMS.iter().any(|idiom| begins(rest, 0, idiom)),
                counts: counted_kanji(rest).is_some(),
            });
        }
        at += length.max(1);
    }
    found
}

/// The numbers written with figures in a text, each with its value where it is whole and not too long.
pub fn numbers(text: &str) -> Vec<(String, Option<u32>)> {
    let mut found: Vec<(String, Option<u32>)> = Vec::new();
    let mut current = String::new();
    for c in text.chars().chain([' ']) {
        if is_figure(c) {
            current.push(fold(c));
        } else if !current.is_empty() {
            let value = current.parse().ok();
            found.push((std::mem::take(&mut current), value));
        }
    }
    found
}
