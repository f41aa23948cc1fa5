//! Readings of kanji, learnt from the やさしい日本語 texts, where every kanji word is followed by its reading:
//! 暗証番号（あんしょうばんごう）. People type in kana alone; a wording written out in kana is found then as well.

use std::collections::BTreeMap;

use super::normal::{is_han, is_kana, normalize};

/// Kanji words and their readings, both normalised.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    /// By first character, the longest word first.
    words: BTreeMap<char, Vec<(String, String)>>,
}

impl Readings {
    /// Collects the pairs from texts; the reading that comes first for a word is kept.
    #[must_use]
    pub fn learn<'a>(texts: impl Iterator<Item = &'a str>) -> Readings {
        let mut pairs: BTreeMap<String, String> = BTreeMap::new();
        for text in texts {
            let mut rest = text;
            while let Some(open) = rest.find('（') {
                let (before, after) = (&rest[..open], &rest[open + '（'.len_utf8()..]);
                let Some(close) = after.find('）') else {
                    break;
                };
                let kanji: Vec<char> = before
                    .chars()
                    .rev()
                    .take_while(|c| is_han(*c) || *c == '々')
                    .collect();
                let kanji: String = kanji.into_iter().rev().collect();
                let reading = after[..close].trim();
                if !kanji.is_empty() && !reading.is_empty() && reading.chars().all(is_kana) {
                    pairs
                        .entry(normalize(&kanji))
                        .or_insert_with(|| normalize(reading));
                }
                rest = &after[close + '）'.len_utf8()..];
            }
        }
        let mut words: BTreeMap<char, Vec<(String, String)>> = BTreeMap::new();
        for (kanji, reading) in pairs {
            if let Some(first) = kanji.chars().next() {
                words.entry(first).or_default().push((kanji, reading));
            }
        }
        for list in words.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
        }
        Readings { words }
    }

    /// The text in kana alone, when it has kanji and all of them are known.
    #[must_use]
    pub fn in_kana(&self, text: &str) -> Option<String> {
        let normal = normalize(text);
        if !normal.chars().any(is_han) {
            return None;
        }
        let mut out = String::with_capacity(normal.len());
        let mut rest = normal.as_str();
        while let Some(c) = rest.chars().next() {
            if is_han(c) {
                let (kanji, reading) = self
                    .words
                    .get(&c)?
                    .iter()
                    .find(|(kanji, _)| rest.starts_with(kanji.as_str()))?;
                out.push_str(reading);
                rest = &rest[kanji.len()..];
            } else {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_are_written_out_in_kana() {
        let texts = ["電子証明書（でんししょうめいしょ）の 更新（こうしん）。変（か）える"];
        let readings = Readings::learn(texts.into_iter());
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(readings.in_kana(text).as_deref(), expected, "{text}");
        };
        check("電子証明書の更新", Some("でんししようめいしよのこうしん"));
        check("電子証明書を変える", Some("でんししようめいしよおかえる"));
        check("電子証明書の期限", None);
        check("カード", None);
    }
}
