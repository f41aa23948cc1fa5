//! Every phrase has its words in every language, and no message is there for nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The ids and attributes of a language's messages with the variables each uses.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(language);
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "ftl") {
            continue;
        }
        let mut id = String::new();
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let head = line.split_once(" =").map(|(head, _)| head);
            if let Some(head) = head.filter(|h| {
                !h.is_empty() && h.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            }) {
                id = head.to_owned();
                assert!(
                    found.insert(id.clone(), BTreeSet::new()).is_none(),
                    "{language}: {id} is there twice"
                );
            } else if let Some(name) = head.and_then(|h| h.trim().strip_prefix('.')) {
                let base = id.split('.').next().unwrap().to_owned();
                id = format!("{base}.{name}");
                found.insert(id.clone(), BTreeSet::new());
            }
            for part in line.split('$').skip(1) {
                let name: String = part
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                    .collect();
                found.get_mut(&id).unwrap().insert(name);
            }
        }
    }
    found
}

/// Every language of the example but Japanese.
const TRANSLATIONS: [&str; 11] = [
    "ja-x-yasashii",
    "en",
    "vi",
    "zh-Hans",
    "zh-Hant",
    "ko",
    "fil",
    "ne",
    "id",
    "my",
    "pt-BR",
];

/// Messages that only staff read; they are Japanese.
fn is_for_staff(id: &str) -> bool {
    id.starts_with("staff-") && !id.starts_with("staff-says")
        || id.starts_with("handoff")
        || id.starts_with("channel-")
}

#[test]
fn every_language_has_every_message() {
    let ja = messages("ja");
    assert!(ja.len() > 150, "the Japanese messages are read");
    for language in TRANSLATIONS {
        let there = messages(language);
        let missing: Vec<&String> = ja
            .keys()
            .filter(|id| !is_for_staff(id) && !there.contains_key(*id))
            .collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        let surplus: Vec<&String> = there.keys().filter(|id| !ja.contains_key(*id)).collect();
        assert!(
            surplus.is_empty(),
            "{language} has {surplus:?} that Japanese lacks"
        );
    }
}

/// A variable that Japanese does not use would be empty or a typo; formats of dates and times may differ.
#[test]
fn translations_use_the_same_variables() {
    let ja = messages("ja");
    for language in TRANSLATIONS {
        for (id, variables) in messages(language) {
            if id == "date" || id == "time" {
                continue;
            }
            let unknown: Vec<&String> = variables.difference(&ja[&id]).collect();
            assert!(unknown.is_empty(), "{language}: {id} uses {unknown:?}");
        }
    }
}

/// Message ids are never put together at run time, so each must stand in the source.
#[test]
fn every_message_is_used() {
    let source = crate::tidy::sources().into_values().collect::<String>();
    let unused: Vec<String> = messages("ja")
        .into_keys()
        .filter(|id| !source.contains(&format!("\"{id}\"")))
        .filter(|id| !id.contains('.'))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}
