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
const COUNTERS: [&str; 32] = [
    "番", "人", "名", "枚", "点", "階", "回", "日", "月", "時", "分", "円", "年", "歳", "才", "件",
    "通", "冊", "個", "本", "台", "桁", "つ", "週間", "か月", "ヶ月", "カ月", "ヵ月", "万円",
    "丁目", "種類", "号",
];

/// Words that only look like a number and its counter.
const WORDS: [&str; 12] = [
    "一番",
    "十分",
    "一時",
    "一人ひとり",
    "千円札",
    "一日中",
    "一通り",
    "一本化",
    "万一",
    "一つひとつ",
    "十年一",
    "一年中",
];

/// The length in characters of a number in kanji that surely counts something, at the beginning of a text.
pub fn counted_kanji(text: &[char]) -> Option<usize> {
    let length = text.iter().take_while(|c| is_kanji_figure(**c)).count();
    let begins = |at: usize, word: &str| {
        let mut chars = word.chars().enumerate();
        chars.all(|(n, c)| text.get(at + n) == Some(&c))
    };
    if length == 0 || WORDS.iter().any(|word| begins(0, word)) && !begins(0, "一番窓口") {
        return None;
    }
    let number: String = text[..length].iter().collect();
    kanji_number(&number)?;
    COUNTERS
        .iter()
        .any(|counter| begins(length, counter))
        .then_some(length)
}

/// The numbers that kanji in a text may stand for.
pub fn kanji_numbers(text: &str) -> Vec<u32> {
    text.split(|c| !is_kanji_figure(c))
        .filter_map(kanji_number)
        .collect()
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
