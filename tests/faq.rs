//! The built-in answers: complete, reviewed, in date, and honest about it when they are not.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use madoguchi::config::Config;
use madoguchi::desk::faq::{Action, EntryId, Withheld};
use madoguchi::desk::language::Language;
use madoguchi::library::{Library, Source, approve};

use crate::harness::Scratch;

fn today() -> NaiveDate {
    "2026-12-01".parse().unwrap()
}

fn library() -> Library {
    let config = Config::load(None, |_| None).unwrap();
    Library::load(&Source::BuiltIn, &config.faq_setting())
}

#[test]
fn every_built_in_answer_may_be_shown_in_every_language() {
    let library = library();
    assert_eq!(library.faults, [], "faq check is silent");
    assert_eq!(library.corpus.entries().count(), 45);
    for action in Action::ALL {
        assert!(library.corpus.action(action).is_some(), "{action:?}");
    }
    for (id, entry) in library.corpus.entries() {
        assert!(!entry.sources.is_empty(), "{id} names its sources");
        assert!(
            entry.review_by.is_some_and(|day| day > today()),
            "{id} is in date"
        );
        for language in [Language::Ja, Language::Easy, Language::En] {
            let shown = entry.showable(language, today()).unwrap();
            assert_eq!(shown.language, language, "{id}");
            assert!(
                !shown.text.answer.contains(['{', '}']),
                "{id} {language}: a placeholder is left"
            );
            let wordings = shown.text.wordings.len();
            assert!(
                wordings >= if language == Language::Ja { 8 } else { 5 },
                "{id} {language}: {wordings} wordings"
            );
        }
    }
}

/// Digits carry fees, dates, counts and telephone numbers; a translation must not change them.
#[test]
fn translations_keep_every_digit() {
    let library = library();
    for (id, entry) in library.corpus.entries() {
        let digits = |language: Language| {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            let text = &entry.versions[&language].text.answer;
            let numbers = text
                .split(|c: char| !c.is_ascii_digit())
                .filter(|n| !n.is_empty());
            for number in numbers.filter(|n| n.len() > 1) {
                *counts.entry(number.to_owned()).or_default() += 1;
            }
            // English writes the month as a word.
            if text.contains("December") {
                *counts.entry("12".to_owned()).or_default() += 1;
            }
            counts.into_keys().collect::<Vec<_>>()
        };
        assert_eq!(digits(Language::Ja), digits(Language::En), "{id} en");
    }
}

/// A small library in a folder, with one approved topic in two languages.
fn folder() -> Scratch {
    let scratch = Scratch::new();
    let topic = scratch.file("help/parking");
    std::fs::create_dir_all(&topic).unwrap();
    let ja = "+++\nquestion = \"駐車場はありますか\"\nwordings = [\"駐車場\"]\n\
              sources = [{ url = \"https://example.lg.jp/\", read = 2026-11-22 }]\nreview_by = 2027-03-31\n+++\n\
              電話は{city-phone}です。\n";
    let en = "+++\nquestion = \"Is there parking?\"\nwordings = [\"parking\"]\n+++\nCall {city-phone}.\n";
    std::fs::write(topic.join("ja.md"), ja).unwrap();
    std::fs::write(topic.join("en.md"), en).unwrap();
    let library = load(&scratch);
    assert_eq!(
        approve(&scratch.0, &library, &[], "tests", today()).unwrap(),
        2
    );
    scratch
}

fn load(scratch: &Scratch) -> Library {
    let config = Config::load(None, |_| None).unwrap();
    Library::load(
        &Source::Folder(scratch.0.clone()),
        &config.facts,
        &[Language::Ja, Language::En],
    )
}

fn standing(library: &Library, language: Language) -> Result<NaiveDate, Withheld> {
    let entry = library
        .corpus
        .entry(&EntryId::read("parking").unwrap())
        .unwrap();
    entry.versions[&language].standing.clone()
}

fn edit(scratch: &Scratch, file: &str, from: &str, to: &str) {
    let path = scratch.file(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    std::fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn an_edit_voids_the_approval_and_withholds_the_translation() {
    let scratch = folder();
    assert_eq!(standing(&load(&scratch), Language::Ja), Ok(today()));
    assert_eq!(standing(&load(&scratch), Language::En), Ok(today()));
    edit(&scratch, "help/parking/ja.md", "電話は", "お電話は");
    let library = load(&scratch);
    assert_eq!(standing(&library, Language::Ja), Err(Withheld::Unapproved));
    assert_eq!(standing(&library, Language::En), Err(Withheld::Stale));
    // Approving the Japanese again does not approve its old translation.
    assert_eq!(
        approve(&scratch.0, &library, &["parking".into()], "tests", today()).unwrap(),
        2
    );
    assert_eq!(standing(&load(&scratch), Language::En), Ok(today()));
}

#[test]
fn an_answer_without_its_fact_is_withheld() {
    let scratch = folder();
    edit(&scratch, "help/parking/en.md", "{city-phone}", "{parking}");
    let library = load(&scratch);
    approve(&scratch.0, &library, &[], "tests", today()).unwrap();
    let library = load(&scratch);
    assert_eq!(
        standing(&library, Language::En),
        Err(Withheld::Unset("parking".into()))
    );
    let fault = library
        .faults
        .iter()
        .find(|f| f.what.contains("{parking}"))
        .unwrap();
    assert_eq!((fault.file.as_str(), fault.line), ("help/parking/en.md", 5));
}

#[test]
fn an_answer_past_its_date_is_not_shown() {
    let library = load(&folder());
    let entry = library
        .corpus
        .entry(&EntryId::read("parking").unwrap())
        .unwrap();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(entry.showable(Language::Ja, day("2027-03-31")).is_some());
    assert!(entry.showable(Language::Ja, day("2027-04-01")).is_none());
}

#[test]
fn faults_name_file_and_line() {
    let check = |from: &str, to: &str, expected: &str| {
        let scratch = folder();
        edit(&scratch, "help/parking/ja.md", from, to);
        let faults: Vec<String> = load(&scratch)
            .faults
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(
            faults.iter().any(|fault| fault.contains(expected)),
            "{faults:?} should name {expected}"
        );
    };
    check(
        "wordings = [",
        "wordngs = [",
        "help/parking/ja.md:3: error: unknown field `wordngs`",
    );
    check("2027-03-31", "soon", "help/parking/ja.md:5: error:");
    check(
        "+++\n電話",
        "++\n電話",
        "help/parking/ja.md:1: error: the front matter has no second line +++",
    );
    check("https://", "ftp://", "is not an address");
    check("{city-phone}", "{city-phone", "a { without its }");
}
