//! Days and times as people say them, in every language whose words of time stand in `locales/<tag>/words.toml`.
//!
//! `dates/<tag>.tsv` has a text and its meaning on each line, said on Tuesday, 1 December 2026: `12-08 15:00`,
//! `12-07..12-13 -`, `soon ..12:00`, `! -` for what no calendar has, `- -` for no wish. Japanese and English have tables
//! of their own beside their grammars.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use madoguchi::desk::language::Language;
use madoguchi::desk::lexicon::Lexicon;
use madoguchi::locale::{Locale, Source};

/// Every table has at least so many expressions.
const EXPRESSIONS_MIN: usize = 60;

#[test]
fn every_language_says_when_in_its_own_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tags = [
        "vi", "zh-Hans", "zh-Hant", "ko", "fil", "ne", "id", "my", "pt-BR",
    ];
    let languages: Vec<Language> = tags
        .into_iter()
        .map(|tag| Language::from_tag(tag).unwrap())
        .collect();
    let locale = Locale::load(&Source::Folder(root.join("locales")), &languages).unwrap();
    let words: BTreeMap<_, _> = locale.words().clone();
    let lexicon = Lexicon::new(&words);
    let today = "2026-12-01".parse().unwrap();
    let mut wrong = String::new();
    for language in languages {
        let file = format!("tests/dates/{language}.tsv");
        let table = std::fs::read_to_string(root.join(&file)).unwrap();
        let mut count = 0;
        for (n, line) in table.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (text, meaning) = line
                .split_once('\t')
                .expect("a text, a tab and its meaning");
            let found = lexicon.when(text, today, language).short(2026);
            if found != meaning.trim() {
                writeln!(
                    wrong,
                    "{file}:{}: {text}: {found} instead of {meaning}",
                    n + 1
                )
                .unwrap();
            }
            count += 1;
        }
        assert!(count >= EXPRESSIONS_MIN, "{file} has {count} expressions");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
