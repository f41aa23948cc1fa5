//! Links in the desk's answers: web addresses and Japanese telephone numbers, and nothing else.
//!
//! A number becomes a link only when its groups and its length are those of a Japanese telephone number, so
//! that dates, amounts and application numbers stay text. `pages/chat.js` follows the same rules.

use maud::{Markup, html};

/// Escapes a text and turns its web addresses and Japanese telephone numbers into links.
#[must_use]
pub fn linkify(text: &str) -> Markup {
    let mut parts = Vec::new();
    let (mut start, mut at, mut before) = (0, 0, None);
    while let Some(next) = text[at..].chars().next() {
        let rest = &text[at..];
        let found = url_at(rest, before).or_else(|| phone_at(rest, before));
        if let Some((length, href)) = found {
            let words = &rest[..length];
            parts.push(html! { (text[start..at]) a href=(href) { (words) } });
            at += length;
            start = at;
            before = words.chars().next_back();
        } else {
            at += next.len_utf8();
            before = Some(next);
        }
    }
    html! { @for part in &parts { (part) } (text[start..]) }
}

/// A web address at the start of `rest`: its length in bytes and its target.
fn url_at(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if before.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| rest.starts_with(scheme))?;
    let is_address = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    let end = rest.find(|c| !is_address(c)).unwrap_or(rest.len());
    let url = trim_address(&rest[..end]);
    let authority = url.get(scheme.len()..)?.split(['/', '?', '#']).next()?;
    // A name before an @ could disguise where the link leads, so such an address stays plain text.
    let honest =
        authority.starts_with(|c: char| c.is_ascii_alphanumeric()) && !authority.contains('@');
    honest.then(|| (url.len(), url.to_owned()))
}

/// Takes off the sentence's own punctuation, and a bracket that was opened outside the address.
fn trim_address(mut url: &str) -> &str {
    loop {
        let opened = url.matches(['(', '[']).count();
        let closed = url.matches([')', ']']).count();
        let shorter = url.strip_suffix(['.', ',', ':', ';', '!', '?', '\'']);
        let unbalanced = if closed > opened {
            url.strip_suffix([')', ']'])
        } else {
            None
        };
        match shorter.or(unbalanced) {
            Some(rest) => url = rest,
            None => return url,
        }
    }
}

/// A Japanese telephone number at the start of `rest`: its length in bytes and its `tel:` target.
fn phone_at(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if before.is_some_and(|c| digit(c).is_some() || is_hyphen(c) || "./+_=#".contains(c)) {
        return None;
    }
    let abroad = rest.starts_with("+81");
    let mut at = if abroad { 3 } else { 0 };
    if abroad && rest[at..].starts_with(|c| is_hyphen(c) || c == ' ') {
        at += rest[at..].chars().next().map_or(0, char::len_utf8);
    }
    let area = take_digits(rest, &mut at);
    let area = if abroad { format!("0{area}") } else { area };
    let mark = take_mark(rest, &mut at)?;
    let middle = take_digits(rest, &mut at);
    let mut longer = at;
    let second_mark = take_mark(rest, &mut longer);
    let last = take_digits(rest, &mut longer);
    let fits = if let Some(second_mark) = second_mark.filter(|_| !last.is_empty()) {
        at = longer;
        let pairs = matches!((mark, second_mark), ('-', '-') | ('(', ')'));
        let shortest = if is_special(&area) { 2 } else { 3 };
        pairs && (1..=4).contains(&middle.len()) && (shortest..=4).contains(&last.len())
    } else {
        mark == '-' && is_special(&area) && last.is_empty()
    };
    let number = format!("{area}{middle}{last}");
    (fits && has_phone_length(&area, &number) && ends_there(&rest[at..])).then(|| {
        let target = if abroad {
            format!("tel:+81{}", &number[1..])
        } else {
            format!("tel:{number}")
        };
        (at, target)
    })
}

/// Toll-free and navigation numbers, which are also written as `0120-0178-27` or `0570-783578`.
fn is_special(area: &str) -> bool {
    matches!(area, "0120" | "0570" | "0800")
}

fn has_phone_length(area: &str, number: &str) -> bool {
    let is_mobile_like = area == "0800" || (area.len() == 3 && area.ends_with('0'));
    let length = if is_mobile_like { 11 } else { 10 };
    area.starts_with('0') && (2..=5).contains(&area.len()) && number.len() == length
}

fn ends_there(rest: &str) -> bool {
    let mut next = rest.chars();
    match next.next() {
        Some(c) if is_hyphen(c) => next.next().is_none_or(|c| digit(c).is_none()),
        Some(c) => digit(c).is_none(),
        None => true,
    }
}

fn take_digits(rest: &str, at: &mut usize) -> String {
    let mut digits = String::new();
    for c in rest[*at..].chars() {
        let Some(ascii) = digit(c) else { break };
        digits.push(ascii);
        *at += c.len_utf8();
    }
    digits
}

/// Reads what stands between two groups of digits, in its ASCII form.
fn take_mark(rest: &str, at: &mut usize) -> Option<char> {
    let c = rest[*at..].chars().next()?;
    let mark = match c {
        '(' | '\u{ff08}' => '(',
        ')' | '\u{ff09}' => ')',
        c if is_hyphen(c) => '-',
        _ => return None,
    };
    *at += c.len_utf8();
    Some(mark)
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - u32::from('\u{ff10}'), 10),
        _ => None,
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{ff0d}' | 'ー'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each case is a text and the markup expected of it, where `{words|target}` stands for a link.
    fn check(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            let link = |part: &str| {
                let (words, target) = part.split_once('|').unwrap_or((part, part));
                format!("<a href=\"{target}\">{words}</a>")
            };
            let mut wanted = String::new();
            for (index, piece) in expected.split(['{', '}']).enumerate() {
                wanted += &if index % 2 == 1 {
                    link(piece)
                } else {
                    piece.to_owned()
                };
            }
            assert_eq!(linkify(text).into_string(), wanted, "for {text:?}");
        }
    }

    #[test]
    fn everything_is_escaped() {
        check(&[
            (
                "<b>太字</b> & \"引用\"",
                "&lt;b&gt;太字&lt;/b&gt; &amp; &quot;引用&quot;",
            ),
            (
                "<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
            ),
            ("https://a.jp/?a=1&b=2", "{https://a.jp/?a=1&amp;b=2}"),
            (
                "https://a.jp/\"onclick=\"x",
                "{https://a.jp/}&quot;onclick=&quot;x",
            ),
            (
                "javascript:alert(1) data:text/html,x",
                "javascript:alert(1) data:text/html,x",
            ),
            ("", ""),
        ]);
    }

    #[test]
    fn web_addresses_end_where_the_sentence_goes_on() {
        check(&[
            (
                "https://www.kojinbango-card.go.jp/をご覧ください。",
                "{https://www.kojinbango-card.go.jp/}をご覧ください。",
            ),
            (
                "See https://example.jp/a_(b).",
                "See {https://example.jp/a_(b)}.",
            ),
            ("(https://example.jp/a)", "({https://example.jp/a})"),
            (
                "http://a.jp、https://b.jp!",
                "{http://a.jp}、{https://b.jp}!",
            ),
            (
                "https:// だけ, xhttps://a.jp",
                "https:// だけ, xhttps://a.jp",
            ),
            (
                "https://city.lg.jp@evil.example/",
                "https://city.lg.jp@evil.example/",
            ),
            ("https://a.jp/072-958-1111", "{https://a.jp/072-958-1111}"),
        ]);
    }

    #[test]
    fn telephone_numbers_are_dialled_however_they_are_written() {
        check(&[
            (
                "電話 072-958-1111(代表)",
                "電話 {072-958-1111|tel:0729581111}(代表)",
            ),
            ("TEL:06(6941)2297", "TEL:{06(6941)2297|tel:0669412297}"),
            ("0120-95-0178", "{0120-95-0178|tel:0120950178}"),
            ("0120-0178-27.", "{0120-0178-27|tel:0120017827}."),
            ("0570-783578(有料)", "{0570-783578|tel:0570783578}(有料)"),
            (
                "050-3816-9405 / 090-1234-5678",
                "{050-3816-9405|tel:05038169405} / {090-1234-5678|tel:09012345678}",
            ),
            ("+81-72-958-1111", "{+81-72-958-1111|tel:+81729581111}"),
            ("+81 72-958-1111", "{+81 72-958-1111|tel:+81729581111}"),
            (
                "072\u{2212}958\u{ff0d}1111",
                "{072\u{2212}958\u{ff0d}1111|tel:0729581111}",
            ),
            (
                "\u{ff10}\u{ff16}\u{ff08}6941\u{ff09}2297",
                "{\u{ff10}\u{ff16}\u{ff08}6941\u{ff09}2297|tel:0669412297}",
            ),
        ]);
    }

    #[test]
    fn other_numbers_stay_text() {
        check(&[
            ("2026-12-05 10:30", "2026-12-05 10:30"),
            ("02-12-05、1,000円", "02-12-05、1,000円"),
            ("1234-5678-9012", "1234-5678-9012"),
            ("0721-0178-27", "0721-0178-27"),
            ("012-345-6789-01", "012-345-6789-01"),
            ("5072-958-1111", "5072-958-1111"),
            ("0729581111", "0729581111"),
            ("072-958(1111", "072-958(1111"),
            ("090-123-4567", "090-123-4567"),
        ]);
    }
}
