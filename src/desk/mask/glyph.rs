//! Text as the finder reads it: one folded character a glyph, each knowing the bytes it came from.
//!
//! Folding joins what people see as the same: full and half width, capital and small, hiragana and
//! katakana, decimal digits of every script, ringed digits, and the many hyphens and spaces. Characters
//! that have no width are left out, so that they cannot hide a number.

/// One folded character and the bytes of the message it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// The folded character.
    pub c: char,
    /// The character as it was written.
    pub raw: char,
    /// The first byte.
    pub start: usize,
    /// The byte after the last, with any characters without width that follow.
    pub end: usize,
}

/// Where the decimal digits of each script begin (Unicode category Nd), ASCII first.
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66,
    0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// Ringed, bracketed and raised digits: the first character, how many follow on, and the first's value.
const RINGED: [(u32, u32, u32); 18] = [
    (0x2070, 1, 0),
    (0x00b9, 1, 1),
    (0x00b2, 2, 2),
    (0x2074, 6, 4),
    (0x2080, 10, 0),
    (0x2460, 20, 1),
    (0x2474, 20, 1),
    (0x2488, 20, 1),
    (0x24ea, 1, 0),
    (0x24eb, 10, 11),
    (0x24f5, 10, 1),
    (0x24ff, 1, 0),
    (0x2776, 10, 1),
    (0x2780, 10, 1),
    (0x278a, 10, 1),
    (0x3220, 9, 1),
    (0x3280, 9, 1),
    (0x1f101, 10, 0),
];

/// The half-width katakana from U+FF66 on, as hiragana.
const HALF_WIDTH: [char; 56] = [
    'を', 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'ゃ', 'ゅ', 'ょ', 'っ', 'ー', 'あ', 'い', 'う', 'え', 'お',
    'か', 'き', 'く', 'け', 'こ', 'さ', 'し', 'す', 'せ', 'そ', 'た', 'ち', 'つ', 'て', 'と', 'な',
    'に', 'ぬ', 'ね', 'の', 'は', 'ひ', 'ふ', 'へ', 'ほ', 'ま', 'み', 'む', 'め', 'も', 'や', 'ゆ',
    'よ', 'ら', 'り', 'る', 'れ', 'ろ', 'わ', 'ん',
];

/// Folds a text into glyphs.
pub(super) fn fold(text: &str) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(text.len() / 2 + 4);
    for (start, raw) in text.char_indices() {
        let end = start + raw.len_utf8();
        if has_no_width(raw) {
            if let Some(last) = glyphs.last_mut() {
                last.end = end;
            }
        } else if let Some(last) = glyphs.last_mut().filter(|_| is_voicing(raw)) {
            last.c = voiced(last.c, matches!(raw, '\u{309a}' | '\u{309c}' | '\u{ff9f}'));
            last.end = end;
        } else if let Some(value) = ringed(raw) {
            if let Some(tens) = char::from_digit(value / 10, 10).filter(|_| value > 9) {
                glyphs.push(Glyph {
                    c: tens,
                    raw,
                    start,
                    end,
                });
            }
            let c = char::from_digit(value % 10, 10).unwrap_or(raw);
            glyphs.push(Glyph { c, raw, start, end });
        } else {
            glyphs.push(Glyph {
                c: folded(raw),
                raw,
                start,
                end,
            });
        }
    }
    glyphs
}

/// Whether the character is written as a katakana sign, which marks where a loan word ends.
pub(super) const fn is_katakana(raw: char) -> bool {
    matches!(raw, '\u{30a1}'..='\u{30fc}' | '\u{ff66}'..='\u{ff9f}')
}

/// Whether the character is a ringed, bracketed or raised digit.
pub(super) fn is_ringed(raw: char) -> bool {
    ringed(raw).is_some()
}

fn has_no_width(c: char) -> bool {
    matches!(u32::from(c),
        0xad | 0x300..=0x36f | 0x61c | 0x180b..=0x180f | 0x200b..=0x200f | 0x202a..=0x202e
        | 0x2060..=0x206f | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0xfeff | 0xe0000..=0xe0fff)
}

const fn is_voicing(c: char) -> bool {
    matches!(c, '\u{3099}'..='\u{309c}' | '\u{ff9e}' | '\u{ff9f}')
}

/// The kana with a voicing mark; signs that take none stay as they are.
fn voiced(c: char, half: bool) -> char {
    const PLAIN: &str = "かきくけこさしすせそたちつてとはひふへほ";
    let steps = if half { 2 } else { 1 };
    if PLAIN.contains(c) && (!half || "はひふへほ".contains(c)) {
        char::from_u32(u32::from(c) + steps).unwrap_or(c)
    } else {
        c
    }
}

fn ringed(c: char) -> Option<u32> {
    let code = u32::from(c);
    if code < 0xb2 || (0x3300..0x1f100).contains(&code) {
        return None;
    }
    let (first, _, value) = RINGED
        .iter()
        .find(|(first, n, _)| (*first..*first + *n).contains(&code))?;
    Some(value + (code - first))
}

fn folded(c: char) -> char {
    let code = u32::from(c);
    match code {
        0x20..=0x7e => plain(c),
        0x3040..=0x309f | 0x3400..=0x9fff => c,
        0x30a1..=0x30f6 => char::from_u32(code - 0x60).unwrap_or(c),
        0xff01..=0xff5e => char::from_u32(code - 0xfee0).map_or(c, plain),
        0xff66..=0xff9d => usize::try_from(code - 0xff66).map_or(c, |i| HALF_WIDTH[i]),
        _ => decimal(code).unwrap_or_else(|| sign(c)),
    }
}

fn plain(c: char) -> char {
    match c {
        '_' => '-',
        '\\' | '|' => '/',
        '~' => '〜',
        _ => c.to_ascii_lowercase(),
    }
}

fn decimal(code: u32) -> Option<char> {
    let script = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    char::from_digit(code.checked_sub(ZEROS[script])?, 10)
}

fn sign(c: char) -> char {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2500}'
        | '\u{2501}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{30a0}'
        | '\u{207b}'
        | '\u{208b}'
        | '\u{2796}' => '-',
        '\u{301c}' | '\u{3030}' | '\u{223c}' => '〜',
        '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{30fb}' | '\u{ff65}' => {
            '・'
        }
        '\u{2024}' | '\u{2025}' | '\u{2026}' => '.',
        '\u{ff61}' | '\u{0964}' => '。',
        '\u{ff64}' | '\u{060c}' => '、',
        '\u{2044}' | '\u{2215}' | '\u{29f8}' => '/',
        '\u{ffe5}' => '¥',
        _ if c.is_whitespace() => ' ',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}
