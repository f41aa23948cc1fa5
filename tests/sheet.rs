//! The texts as a spreadsheet and back: nothing is lost on the way, and nothing is overwritten by what is
//! old.

mod book;

use std::path::Path;

use clap::{CommandFactory, Parser};
use madoguchi::commands::sheet::{Import, export, import};
use madoguchi::commands::{Arguments, Command, Faq};
use madoguchi::config::Config;
use madoguchi::desk::language::Language;
use madoguchi::library::ledger::Decision;
use madoguchi::library::review::Selection;
use madoguchi::library::sheet::{Export, SheetError};
use madoguchi::library::{Library, Source};

use crate::faq::{edit, folder, load, today};
use crate::harness::Scratch;
use book::{Book, Typed, bring, changed, copy, files};

const BOTH: [Language; 2] = [Language::Ja, Language::En];
/// The columns of a translation's sheet.
const ENTRY: usize = 0;
const JA_ANSWER: usize = 5;
const QUESTION: usize = 6;
const SPOKEN: usize = 7;
const ANSWER: usize = 8;
const KEYWORDS: usize = 9;
const WORDINGS: usize = 10;
const HASH: usize = 12;

fn record(scratch: &Scratch, language: Language) -> (String, Decision) {
    let library = load(scratch);
    let record = &library.ledger.0[&("parking".to_owned(), language)];
    (record.written_by.clone(), record.decision.clone())
}

/// The whole library, as exported and as another program saves it again, comes back without a trace.
#[test]
fn a_round_trip_without_edits_changes_no_byte() {
    let scratch = Scratch::new();
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("faq"),
        &scratch.0,
    );
    let config = Config::load(None, |_| None).unwrap();
    // Translations that are not offered yet go out and come back as well.
    let languages = &Language::ALL[..];
    let all = || Library::load(&Source::Folder(scratch.0.clone()), &config.faq_setting());
    let library = all();
    assert!(library.texts.len() > 1000);
    let before = files(&scratch.0);
    let mut book = Book::export(&library, languages, &Selection::default(), false);
    let shown = languages
        .iter()
        .map(|language| book.rows(language.tag()).len() - 1);
    assert!(shown.sum::<usize>() >= library.texts.len());
    for file in [book.at.file("texts.xlsx"), book.save()] {
        let (sound, said) = bring(&scratch, &file, languages, &all, false);
        assert!(sound, "{said}");
        assert!(
            said.ends_with("0 texts written and handed in, 0 rows refused\n"),
            "{said}"
        );
        assert_eq!(changed(&scratch.0, &before), [""; 0]);
    }
}

#[test]
fn an_edit_changes_one_file_and_hands_it_in() {
    let scratch = folder();
    let mut book = Book::small(&scratch);
    assert_eq!(book.names(), ["読み方 Read me", "ja", "en"]);
    book.set("en", 1, WORDINGS, "parking\nwhere to put my car");
    book.set("en", 1, SPOKEN, "There is parking.");
    let before = files(&scratch.0);
    let (sound, said) = book.import(&scratch);
    assert!(sound, "{said}");
    assert!(
        said.contains("changed: help/parking/en.md\n1 texts written"),
        "{said}"
    );
    assert_eq!(
        changed(&scratch.0, &before),
        ["help/parking/en.md", "reviews.toml"]
    );
    let expected = "+++\nquestion = \"Is there parking?\"\nwordings = [\n  \"parking\",\n  \"where to put my car\",\n]\n\
                    spoken = \"There is parking.\"\n+++\nCall {city-phone}.\n";
    let text = std::fs::read_to_string(scratch.file("help/parking/en.md")).unwrap();
    assert_eq!(text, expected);
    assert_eq!(
        record(&scratch, Language::En),
        ("author".into(), Decision::Waiting)
    );
    // The same workbook a second time has nothing more to say.
    let before = files(&scratch.0);
    assert!(book.import(&scratch).0);
    assert_eq!(changed(&scratch.0, &before), [""; 0]);
}

#[test]
fn what_spreadsheet_programs_do_to_line_ends_is_no_edit() {
    let scratch = folder();
    edit(
        &scratch,
        "help/parking/en.md",
        "Call {city-phone}.",
        "Cafe caf\u{e9}\n\nCall {city-phone}.",
    );
    edit(
        &scratch,
        "help/parking/en.md",
        "[\"parking\"]",
        "[\"parking\", \"car\"]",
    );
    let mut book = Book::small(&scratch);
    book.set(
        "en",
        1,
        ANSWER,
        "Cafe cafe\u{301}  _x000D_\n\r\nCall {city-phone}.\n\n",
    );
    book.set("en", 1, WORDINGS, "parking\r\n\r\ncar \r\n");
    book.set("en", 1, QUESTION, " Is there parking?\r\n");
    let before = files(&scratch.0);
    assert!(book.import(&scratch).0);
    assert_eq!(changed(&scratch.0, &before), [""; 0]);
}

#[test]
fn days_and_formulas_stay_what_was_written() {
    let scratch = folder();
    let mut book = Book::small(&scratch);
    let wordings = ["12/5", "=1+2", "+81", "-3", "@home", "=HYPERLINK(\"x\")"];
    book.set("en", 1, WORDINGS, wordings.join("\n").as_str());
    book.set("en", 1, KEYWORDS, "=SUM(A1)");
    book.set("en", 1, SPOKEN, "12/5");
    assert!(book.import(&scratch).0);
    let library = load(&scratch);
    let text = library.text("parking", Language::En).unwrap();
    assert_eq!(text.wordings, wordings);
    assert_eq!(
        (text.keywords[0].as_str(), text.spoken.as_deref()),
        ("=SUM(A1)", Some("12/5"))
    );
    let before = files(&scratch.0);
    assert!(Book::small(&scratch).import(&scratch).0);
    assert_eq!(changed(&scratch.0, &before), [""; 0]);
}

#[test]
fn an_old_workbook_is_refused_where_it_was_edited() {
    let scratch = folder();
    let stale = "en!2: parking: the text has changed since the export; export again";
    let mut book = Book::small(&scratch);
    book.set("en", 1, QUESTION, "Where can I park?");
    // A wording that came in later would be lost.
    edit(
        &scratch,
        "help/parking/en.md",
        "[\"parking\"]",
        "[\"parking\", \"my car\"]",
    );
    assert_eq!(book.refused(&scratch), stale);
    edit(
        &scratch,
        "help/parking/en.md",
        "[\"parking\", \"my car\"]",
        "[\"parking\"]",
    );
    edit(&scratch, "help/parking/en.md", "Call", "Please call");
    assert_eq!(book.refused(&scratch), stale);
    // A row that nobody touched does not stand in the way of the others.
    let mut untouched = Book::small(&scratch);
    edit(&scratch, "help/parking/en.md", "Please call", "Do call");
    untouched.set("ja", 1, QUESTION - 3, "駐車場はどこですか");
    assert!(untouched.import(&scratch).0);
    // A translation of the old Japanese does not pass for one of the new.
    let mut book = Book::small(&scratch);
    book.set("en", 1, QUESTION, "Where can I park?");
    edit(&scratch, "help/parking/ja.md", "電話は", "お電話は");
    assert_eq!(
        book.refused(&scratch),
        "en!2: parking: the Japanese is no longer what stands beside the translation; export again"
    );
}

#[test]
fn a_wrong_hash_is_refused() {
    let scratch = folder();
    let mut book = Book::small(&scratch);
    book.set("en", 1, QUESTION, "Where can I park?");
    book.set("en", 1, HASH, "0123456789abcdef0123456789abcdef");
    assert!(
        book.refused(&scratch)
            .ends_with("has changed since the export; export again")
    );
    book.set("en", 1, HASH, "-");
    assert!(
        book.refused(&scratch)
            .ends_with("has changed since the export; export again")
    );
}

#[test]
fn a_new_translation_comes_in() {
    let scratch = folder();
    std::fs::remove_file(scratch.file("help/parking/en.md")).unwrap();
    let mut book = Book::small(&scratch);
    assert_eq!(
        (book.get("en", 1, HASH), book.get("en", 1, QUESTION)),
        ("-".into(), String::new())
    );
    let before = files(&scratch.0);
    assert!(book.import(&scratch).0, "an empty row says nothing");
    assert_eq!(changed(&scratch.0, &before), [""; 0]);
    book.set("en", 1, QUESTION, "Is there parking?");
    assert!(book.refused(&scratch).contains("the answer is empty"));
    book.set("en", 1, ANSWER, "Please call {city-phone}.");
    book.set("en", 1, WORDINGS, "parking\ncar");
    let (sound, said) = book.import(&scratch);
    assert!(sound && said.contains("new: help/parking/en.md"), "{said}");
    let expected = "+++\nquestion = \"Is there parking?\"\nwordings = [\n  \"parking\",\n  \"car\",\n]\n+++\n\
                    Please call {city-phone}.\n";
    assert_eq!(
        std::fs::read_to_string(scratch.file("help/parking/en.md")).unwrap(),
        expected
    );
    assert_eq!(
        record(&scratch, Language::En),
        ("author".into(), Decision::Waiting)
    );
}

/// A file that is there but broken would be written over by a new translation.
#[test]
fn a_broken_file_is_not_taken_for_a_missing_one() {
    let scratch = folder();
    let text = std::fs::read_to_string(scratch.file("help/parking/en.md")).unwrap();
    std::fs::remove_file(scratch.file("help/parking/en.md")).unwrap();
    let mut book = Book::small(&scratch);
    book.set("en", 1, QUESTION, "Is there parking?");
    book.set("en", 1, ANSWER, "Call {city-phone}.");
    std::fs::write(
        scratch.file("help/parking/en.md"),
        text.replace("wordings", "wrdngs"),
    )
    .unwrap();
    assert!(
        book.refused(&scratch)
            .contains("is there but cannot be read; mend it first")
    );
    assert_eq!(Book::small(&scratch).names(), ["読み方 Read me", "ja"]);
}

#[test]
fn what_does_not_fit_is_refused_by_sheet_and_row() {
    let scratch = folder();
    let find = |change: &dyn Fn(&mut Book), expected: &str| {
        let mut book = Book::small(&scratch);
        change(&mut book);
        let refused = book.refused(&scratch);
        assert!(
            refused.starts_with(expected),
            "{refused} should be {expected}"
        );
    };
    let cell = |row: usize, column: usize, typed: Typed, expected: &str| {
        find(
            &|book: &mut Book| book.set("en", row, column, typed.clone()),
            expected,
        );
    };
    cell(
        1,
        ENTRY,
        "parkng".into(),
        "en!2: parkng: there is no such entry",
    );
    cell(1, ENTRY, "".into(), "en!2: the row names no entry");
    cell(
        1,
        QUESTION,
        "".into(),
        "en!2: parking: the question is empty",
    );
    cell(1, ANSWER, "".into(), "en!2: parking: the answer is empty");
    cell(
        1,
        QUESTION,
        "Is there\nparking?".into(),
        "en!2: parking: “質問 question” has a line break",
    );
    cell(
        1,
        ANSWER,
        "Call\u{7}.".into(),
        "en!2: parking: “回答 answer” has a control character U+0007",
    );
    cell(
        1,
        WORDINGS,
        "par\u{200B}king".into(),
        "en!2: parking: “言い方 wordings” has a control character U+200B",
    );
    cell(
        1,
        WORDINGS,
        Typed::Number(46361.0),
        "en!2: “言い方 wordings” holds a number and not text",
    );
    cell(
        1,
        ANSWER,
        Typed::Formula("=1+1"),
        "en!2: “回答 answer” holds a formula and not text",
    );
    cell(0, SPOKEN, "speech".into(), "en!1: unknown column “speech”");
    cell(
        0,
        SPOKEN,
        "回答 answer".into(),
        "en!1: the column “回答 answer” is there twice",
    );
    cell(
        0,
        KEYWORDS,
        "".into(),
        "en!1: the column “キーワード keywords” is missing",
    );
    let tampered = "en!2: parking: the Japanese is no longer what stands";
    let both = |book: &mut Book| {
        book.set("en", 1, QUESTION, "Parking?");
        book.set("en", 1, JA_ANSWER, "電話");
    };
    find(&both, tampered);
    find(
        &|book| book.rows("en")[1].push("stray".into()),
        "en!2: column N has no title",
    );
    let twice = |book: &mut Book| {
        let row = book.rows("en")[1].clone();
        book.rows("en").push(row);
    };
    find(&twice, "en!3: parking is in this sheet already");
    find(
        &|book| book.sheets[2].0 = "th".into(),
        "th!1: th is not offered",
    );
    find(
        &|book| book.sheets[2].0 = "Sheet1".into(),
        "Sheet1!1: the sheet is not named after a language",
    );
}

#[test]
fn an_entry_without_its_japanese_is_refused() {
    let scratch = folder();
    let book = Book::small(&scratch);
    std::fs::remove_file(scratch.file("help/parking/ja.md")).unwrap();
    assert!(
        book.refused(&scratch)
            .contains("its Japanese original is missing or cannot be read")
    );
}

/// Two entries, of which one row is refused: nothing, or with --partial the other.
#[test]
fn partial_takes_what_is_sound() {
    let scratch = folder();
    copy(
        &scratch.file("help/parking"),
        &scratch.file("help/bicycles"),
    );
    let mut book = Book::small(&scratch);
    assert_eq!(book.get("en", 1, ENTRY), "bicycles");
    book.set("en", 1, QUESTION, "Where do bicycles go?");
    book.set("en", 2, QUESTION, "");
    assert!(book.refused(&scratch).starts_with("en!3: parking"));
    let before = files(&scratch.0);
    let (sound, said) = bring(&scratch, &book.save(), &BOTH, &|| load(&scratch), true);
    assert!(
        !sound && said.contains("1 texts written and handed in, 1 rows refused"),
        "{said}"
    );
    assert_eq!(
        changed(&scratch.0, &before),
        ["help/bicycles/en.md", "reviews.toml"]
    );
}

#[test]
fn an_export_is_what_was_asked_for() {
    let scratch = folder();
    let library = load(&scratch);
    let ask = |only: &Selection, waiting: bool| {
        let at = Scratch::new();
        let ask = Export {
            library: &library,
            languages: &BOTH,
            only,
            waiting,
            today: today(),
        };
        let first = export(&ask, &at.file("texts.xlsx"), &mut Vec::new());
        // What is there may be a translator's work.
        let again = export(&ask, &at.file("texts.xlsx"), &mut Vec::new());
        assert!(matches!(again, Err(SheetError::Exists(_))) || first.is_err());
        first.map_err(|error| error.to_string())
    };
    assert_eq!(ask(&Selection::default(), false), Ok(()));
    assert!(
        ask(&Selection::default(), true)
            .unwrap_err()
            .starts_with("there is no text to export")
    );
    let error = ask(&Selection::one("parking", Language::Th), false).unwrap_err();
    assert_eq!(error, "th: this language is not offered; use one of ja, en");
    assert!(
        ask(&Selection::one("parkng", Language::En), false)
            .unwrap_err()
            .starts_with("parkng: ")
    );
    edit(&scratch, "help/parking/en.md", "Call", "Please call");
    let library = load(&scratch);
    let mut waiting = Book::export(&library, &BOTH, &Selection::default(), true);
    assert_eq!(waiting.names(), ["読み方 Read me", "en"]);
    assert_eq!(waiting.get("en", 1, 2), "未提出 not handed in");
}

#[test]
fn what_is_no_workbook_is_said_to_be_none() {
    let scratch = folder();
    let file = scratch.file("texts.xlsx");
    std::fs::write(&file, "question,answer\n").unwrap();
    let library = load(&folder());
    let ask = Import {
        load: &|| load(&scratch),
        folder: &scratch.0,
        languages: &BOTH,
        by: "author",
        today: today(),
        partial: false,
    };
    let error = import(&ask, &library, &file, &mut Vec::new())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("texts.xlsx: not a workbook that can be read"),
        "{error}"
    );
}

/// The workbook is the last name on the command line; what stands before it are entries.
#[test]
fn the_workbook_is_named_last() {
    Arguments::command().debug_assert();
    let parse = |line: &str| {
        let words = ["madoguchi", "faq", "export"]
            .into_iter()
            .chain(line.split(' '));
        match Arguments::try_parse_from(words).unwrap().command {
            Some(Command::Faq(Faq::Export(arguments))) => arguments
                .split()
                .map(|(texts, file)| (texts.entries, texts.languages, file)),
            other => panic!("{other:?}"),
        }
    };
    let none = Vec::new;
    assert_eq!(parse("all.xlsx"), Ok((none(), vec![], "all.xlsx".into())));
    let entries = vec!["pin-forgot".to_owned(), "action:book".to_owned()];
    let expected = Ok((entries, BOTH.to_vec(), "two.xlsx".into()));
    assert_eq!(
        parse("--lang ja pin-forgot action:book --lang en two.xlsx"),
        expected
    );
    assert!(
        parse("pin-forgot")
            .unwrap_err()
            .starts_with("pin-forgot: name the workbook")
    );
}
