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
    for c in text.nfkc().flat_map(char::to_lowercase) {
        match fold(c) {
            Fold::Keep(c) => {
                for part in without_accent(c) {
                    push(&mut out, part, &mut gap);
                }
            }
            Fold::Drop => {}
            Fold::Gap => gap = true,
        }
    }
    out
}

/// The normalised text without its spaces: equal for everything that differs only in spacing and punctuation.
#[must_use]
pub fn squeeze(text: &str) -> String {
    let mut text = normalize(text);
    text.retain(|c| c != ' ');
    text
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
        c if c.is_alphanumeric() => Fold::Keep(c),
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

    proptest! {
        #[test]
        fn normal_form_is_stable(text in ".{0,60}") {
            let once = normalize(&text);
            prop_assert_eq!(normalize(&once), once.clone());
            prop_assert!(!squeeze(&text).contains(' '));
        }
    }
}
