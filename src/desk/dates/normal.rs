//! One way of writing: half-width lower-case letters, ASCII digits, single spaces, no readings in
//! brackets.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The number that a text written in kanji numerals means: 「十二」, 「二十四」, 「二〇二六」, 「百五」.
///
/// Returns nothing for anything else, so that a caller can try it on any word.
#[must_use]
pub fn kanji_number(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut is_positional) = (0_u32, None::<u32>, false);
    for c in text.chars() {
        if let Some(value) = kanji_digit(c) {
            is_positional |= digit.is_some();
            digit = Some(match digit {
                Some(before) => before.checked_mul(10)?.checked_add(value)?,
                None => value,
            });
        } else {
            let unit = kanji_unit(c)?;
            if is_positional {
                return None;
            }
            total = total.checked_add(digit.take().unwrap_or(1).checked_mul(unit)?)?;
        }
    }
    match digit {
        _ if total == 0 => digit,
        Some(_) if is_positional => None,
        _ => total.checked_add(digit.unwrap_or(0)),
    }
}

/// Whether a character can be part of a number in kanji.
pub fn is_kanji_numeral(c: char) -> bool {
    kanji_digit(c).is_some() || kanji_unit(c).is_some()
}

/// Whether anything in a raw text could speak of time: the cheap test before all others.
pub fn may_tell_time(text: &str) -> bool {
    text.chars().any(|c| match c {
        '0'..='9' | 'Ａ'..='ｚ' => true,
        _ => !c.is_ascii() && (c.is_numeric() || super::japanese::may_begin_mention(c)),
    }) || super::tokens::has_time_word(text)
}

/// Makes a text uniform, so that the grammars know only one spelling of everything.
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() || is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        push_uniform(&mut out, text.chars());
    } else {
        push_uniform(&mut out, text.nfkc());
    }
    if out.contains('(') {
        without_readings(&out)
    } else {
        out
    }
}

fn kanji_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn kanji_unit(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

fn push_uniform(out: &mut String, chars: impl Iterator<Item = char>) {
    let mut last = ' ';
    for c in chars {
        let next = match c {
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => continue,
            '\n' | '\r' => '\n',
            _ if c.is_whitespace() => ' ',
            '‐' | '‑' | '‒' | '–' | '—' | '−' | '―' => '-',
            'ー' if last.is_ascii_digit() => '-',
            '〜' | '∼' | '～' => '~',
            '’' | '‘' => '\'',
            _ => digit_of_any_script(c),
        };
        if next == ' ' && matches!(last, ' ' | '\n') {
            continue;
        }
        if next.is_ascii() {
            out.push(next.to_ascii_lowercase());
        } else {
            out.extend(next.to_lowercase());
        }
        last = next;
    }
}

/// The digits of Nepali, Thai, Burmese and Arabic writing count like our own.
fn digit_of_any_script(c: char) -> char {
    const ZEROS: [u32; 5] = [0x0660, 0x06f0, 0x0966, 0x0e50, 0x1040];
    if !('\u{0660}'..='\u{1049}').contains(&c) {
        return c;
    }
    let code = u32::from(c);
    let digit = ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|d| *d < 10));
    digit.and_then(|d| char::from_digit(d, 10)).unwrap_or(c)
}

/// Takes out the readings that plain Japanese puts behind words: 「5日(いつか)」.
fn without_readings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let (before, bracket) = rest.split_at(open);
        out.push_str(before);
        let inside = &bracket[1..];
        let length = reading_length(inside);
        let follows_kanji = out.trim_end().chars().next_back().is_some_and(is_kanji);
        match length {
            Some(length) if follows_kanji => rest = &inside[length + 1..],
            _ => {
                out.push('(');
                rest = inside;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The length in bytes of a short run of hiragana up to a closing bracket.
fn reading_length(inside: &str) -> Option<usize> {
    for (at, c) in inside.char_indices().take(24) {
        if c == ')' {
            return (at > 0).then_some(at);
        }
        if !is_hiragana(c) && c != ' ' && c != 'ー' {
            return None;
        }
    }
    None
}

/// Whether a character is a kana letter or a kanji.
pub fn is_japanese_letter(c: char) -> bool {
    ('\u{3041}'..='\u{30ff}').contains(&c) || is_kanji(c)
}

/// Whether a character is a hiragana letter.
pub fn is_hiragana(c: char) -> bool {
    ('\u{3041}'..='\u{309f}').contains(&c)
}

/// Whether a character is a kanji.
pub fn is_kanji(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '々'
}
