//! One form for what is written in many: width, case, kana, long marks, diacritics, punctuation.

use unicode_normalization::UnicodeNormalization;

/// Brings a text to the form in which it is compared: compatibility characters resolved (NFKC), lower case, katakana
/// as hiragana, small kana as large, long marks dropped, 々 written out, Latin accents dropped, and everything that is
/// neither letter nor digit turned into single spaces. Spaces between Japanese characters vanish.
#[must_use]
pub fn normalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut last = ' ';
    let mut push = |out: &mut String, c: char, gap: &mut bool| {
        if *gap && !out.is_empty() && !(is_unspaced(last) && is_unspaced(c)) {
            out.push(' ');
        }
        *gap = false;
        let c = if c == '々' { last } else { c };
        out.push(c);
        last = c;
    };
    if text.is_ascii() {
        for c in text.chars() {
            match c {
                c if c.is_ascii_alphanumeric() => push(&mut out, c.to_ascii_lowercase(), &mut gap),
                '\'' => {}
                _ => gap = true,
            }
        }
        return out;
    }
    let mut take = |c: char| match fold(c) {
        Fold::Keep(c) => {
            for part in without_accent(c) {
                push(&mut out, part, &mut gap);
            }
        }
        Fold::Drop => {}
        Fold::Gap => gap = true,
    };
    if text.chars().all(is_composed) {
        for c in text.chars().map(half_width) {
            match c {
                c if c.is_ascii() => take(c.to_ascii_lowercase()),
                c if is_caseless(c) => take(c),
                c => c.to_lowercase().for_each(&mut take),
            }
        }
    } else {
        text.nfkc().flat_map(char::to_lowercase).for_each(take);
    }
    out
}

/// Whether NFKC leaves a character as it is among others of this kind, or makes ASCII of it as `half_width` does. Most
/// texts are nothing else, and need not be taken apart and put together again.
#[must_use]
pub fn is_composed(c: char) -> bool {
    matches!(c,
        '\u{00}'..='\u{7F}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FC}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'
        | '、' | '。' | '「' | '」' | '々' | '〜' | '’'
        | 'À'..='ÿ' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        | '\u{1EA0}'..='\u{1EF9}' | '\u{FF01}'..='\u{FF5E}')
        || is_plain_devanagari(c)
        || is_plain_burmese(c)
}

/// Devanagari without the letters that are put together with a dot below, and without the accents that change places.
fn is_plain_devanagari(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0950}' | '\u{0955}'..='\u{0957}')
        && !matches!(c, '\u{0929}' | '\u{0931}' | '\u{0934}' | '\u{093C}')
}

/// Burmese without the one letter that is put together of two, and without the dot that changes places.
fn is_plain_burmese(c: char) -> bool {
    matches!(c, '\u{1000}'..='\u{104F}') && !matches!(c, '\u{1025}' | '\u{1037}')
}

/// The full-width forms of ASCII lie 0xFEE0 above it.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

/// Whether a letter is of a script that has no capitals, and plainly a letter.
#[must_use]
pub fn is_caseless(c: char) -> bool {
    matches!(c,
        '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// The normalised text without its spaces: equal for everything that differs only in spacing and punctuation.
#[must_use]
pub fn squeeze(text: &str) -> String {
    let mut text = normalize(text);
    text.retain(|c| c != ' ');
    text
}

/// Whether a text is no longer than so many characters, or so many words where there are spaces between them.
#[must_use]
pub fn is_within(text: &str, chars_max: usize, words_max: usize) -> bool {
    if text.chars().any(is_unspaced) {
        text.chars().filter(|c| !c.is_whitespace()).count() <= chars_max
    } else {
        text.split_whitespace().count() <= words_max
    }
}

/// Whether the script is written without spaces between words, or may be as Korean is.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    is_han(c)
        || is_kana(c)
        || is_hangul(c)
        || matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

#[must_use]
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

#[must_use]
pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}' | '\u{30A0}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}')
}

enum Fold {
    Keep(char),
    Drop,
    Gap,
}

fn fold(c: char) -> Fold {
    match c {
        // Katakana lie 0x60 above hiragana.
        '\u{30A1}'..='\u{30F6}' => {
            let hiragana = char::from_u32(u32::from(c) - 0x60).unwrap_or(c);
            Fold::Keep(large_kana(hiragana))
        }
        '\u{3041}'..='\u{3096}' => Fold::Keep(large_kana(c)),
        'ー' | '～' | '〜' | '\'' | '’' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => Fold::Drop,
        '々' => Fold::Keep(c),
        c if c.is_ascii_alphanumeric() || is_caseless(c) => Fold::Keep(c),
        // Vowel signs and other marks belong to their letters in Indic and South-East Asian scripts.
        '\u{0900}'..='\u{0DFF}'
        | '\u{0E00}'..='\u{0E7F}'
        | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}' => {
            if c.is_ascii_punctuation()
                || matches!(c, '\u{0964}' | '\u{0965}' | '\u{104A}' | '\u{104B}')
            {
                Fold::Gap
            } else {
                Fold::Keep(c)
            }
        }
        c if !c.is_ascii() && c.is_alphanumeric() => Fold::Keep(c),
        _ => Fold::Gap,
    }
}

fn large_kana(c: char) -> char {
    match c {
        'ぁ' => 'あ',
        'ぃ' => 'い',
        'ぅ' => 'う',
        'ぇ' => 'え',
        'ぉ' => 'お',
        'っ' => 'つ',
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'ゎ' => 'わ',
        'ヵ' | 'ゕ' => 'か',
        'ヶ' | 'ゖ' => 'け',
        'ぢ' => 'じ',
        'づ' => 'ず',
        'を' => 'お',
        other => other,
    }
}

/// A Latin letter without its accents (and Vietnamese đ as d); other letters as they are.
fn without_accent(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        c if c.is_ascii() => Some(c),
        'đ' => Some('d'),
        '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => std::iter::once(c).nfd().next(),
        other => Some(other),
    };
    plain.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn different_spellings_meet() {
        let check = |text: &str, expected: &str| assert_eq!(normalize(text), expected, "{text}");
        check("マイナンバー　カード！", "まいなんばかど");
        check("ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ", "まいなんばかど");
        check("ＰＩＮ を わすれた", "pin おわすれた");
        check("thẻ cư trú", "the cu tru");
        check("I can't  log-in.", "i cant log in");
        check("時々", "時時");
        check("आवासीय कार्ड", "आवासीय कार्ड");
    }

    /// What is left out for speed changes nothing.
    #[test]
    fn composed_characters_are_their_own_normal_form() {
        let all = (0..=0x1_FFFFu32).filter_map(char::from_u32);
        let composed: Vec<char> = all.filter(|c| is_composed(*c)).collect();
        assert!(composed.len() > 30_000);
        for c in &composed {
            assert!(std::iter::once(*c).nfkc().eq([half_width(*c)]), "{c:?}");
            assert!(
                !is_caseless(*c) || c.is_alphabetic() && c.to_lowercase().eq([*c]),
                "{c:?}"
            );
        }
        // Marks that could join the letter before them.
        let marks: Vec<char> = composed
            .iter()
            .copied()
            .filter(|c| !c.is_ascii() && !c.is_alphanumeric())
            .collect();
        let vowels = ('\u{0900}'..='\u{0957}')
            .chain('\u{1000}'..='\u{104F}')
            .filter(|c| is_composed(*c));
        for mark in marks.into_iter().chain(vowels) {
            for c in composed
                .iter()
                .filter(|c| !is_caseless(**c))
                .chain(&['か', 'カ', '漢', '가'])
            {
                assert!(
                    [*c, mark]
                        .into_iter()
                        .nfkc()
                        .eq([half_width(*c), half_width(mark)]),
                    "{c:?} {mark:?}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn normal_form_is_stable(text in ".{0,60}") {
            let once = normalize(&text);
            prop_assert_eq!(normalize(&once), once.clone());
            prop_assert!(!squeeze(&text).contains(' '));
        }
    }
}
