//! The built-in answers: complete, reviewed, in date, and honest about it when they are not.

use chrono::NaiveDate;
use madoguchi::config::Config;
use madoguchi::desk::faq::{Action, EntryId, SIGNPOST, Withheld};
use madoguchi::desk::language::Language;
use madoguchi::library::check::check;
use madoguchi::library::figures::{Dates, figures};
use madoguchi::library::glossary::Breach;
use madoguchi::library::ledger::{Decision, Refusal};
use madoguchi::library::review::{Done, Say, Selection, decide, save, sound, submit};
use madoguchi::library::{Fault, Library, Person, Role, Rule, Setting, Severity, Source};

use crate::harness::Scratch;

pub fn today() -> NaiveDate {
    "2026-12-01".parse().unwrap()
}

fn library() -> Library {
    let config = Config::load(None, |_| None).unwrap();
    Library::load(&Source::BuiltIn, &config.faq_setting())
}

#[test]
fn every_built_in_answer_may_be_shown_in_every_language() {
    let library = library();
    let faults = check(&library, today());
    assert!(faults.is_empty(), "{faults:#?}");
    let topics = library.corpus.entries().map(|(id, _)| id.to_string());
    let (signposts, topics): (Vec<String>, Vec<String>) =
        topics.partition(|id| id.starts_with(SIGNPOST));
    assert_eq!(topics.len(), 189);
    assert!(signposts.len() >= 20);
    for action in Action::ALL {
        assert!(library.corpus.action(action).is_some(), "{action:?}");
    }
    let config = Config::load(None, |_| None).unwrap();
    for (id, entry) in library.corpus.entries() {
        for language in &config.rules.languages {
            let shown = entry.showable(*language, today()).unwrap();
            assert_eq!(shown.language, *language, "{id}");
            assert!(
                !shown.text.answer.contains(['{', '}']),
                "{id} {language}: a placeholder is left"
            );
        }
    }
}

/// A small library in a folder, with one approved topic in two languages.
pub fn folder() -> Scratch {
    let scratch = Scratch::new();
    let topic = scratch.file("help/parking");
    std::fs::create_dir_all(&topic).unwrap();
    let ja = "+++\nquestion = \"駐車場はありますか\"\nwordings = [\"駐車場\"]\n\
              sources = [{ url = \"https://example.lg.jp/\", read = 2026-11-22 }]\nreview_by = 2027-03-31\n+++\n\
              電話は{city-phone}です。\n";
    let en = "+++\nquestion = \"Is there parking?\"\nwordings = [\"parking\"]\n+++\nCall {city-phone}.\n";
    std::fs::write(topic.join("ja.md"), ja).unwrap();
    std::fs::write(topic.join("en.md"), en).unwrap();
    assert_eq!(submit_all(&scratch), 2);
    assert_eq!(approve(&scratch, &Selection::default()).count, 2);
    scratch
}

/// An author hands everything in.
pub fn submit_all(scratch: &Scratch) -> usize {
    let (ledger, done) = submit(&load(scratch), &Selection::default(), "author", today());
    save(&scratch.0, &ledger).unwrap();
    done.count
}

/// A reviewer says something of texts.
fn say(scratch: &Scratch, only: &Selection, by: &str, say: &Say) -> Result<Done, Refusal> {
    let (ledger, done) = decide(&load(scratch), only, &people(), by, today(), say)?;
    save(&scratch.0, &ledger).unwrap();
    Ok(done)
}

pub fn approve(scratch: &Scratch, only: &Selection) -> Done {
    say(scratch, only, "reviewer", &Say::Approve).unwrap()
}

pub fn people() -> Vec<Person> {
    let person = |name: &str, role| Person {
        name: name.into(),
        role,
    };
    vec![
        person("author", Role::Author),
        person("reviewer", Role::CityReviewer),
        person("colleague", Role::CityReviewer),
    ]
}

pub fn load(scratch: &Scratch) -> Library {
    let config = Config::load(None, |_| None).unwrap();
    let people = people();
    let setting = Setting {
        languages: &[Language::Ja, Language::En],
        people: &people,
        ..config.faq_setting()
    };
    Library::load(&Source::Folder(scratch.0.clone()), &setting)
}

fn standing(library: &Library, language: Language) -> Result<NaiveDate, Withheld> {
    let entry = library
        .corpus
        .entry(&EntryId::read("parking").unwrap())
        .unwrap();
    entry.versions[&language].standing.clone()
}

pub fn edit(scratch: &Scratch, file: &str, from: &str, to: &str) {
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
    // Handing the Japanese in again and approving it does not approve its old translation.
    let ja = Selection::one("parking", Language::Ja);
    let (ledger, _) = submit(&library, &ja, "author", today());
    save(&scratch.0, &ledger).unwrap();
    assert_eq!(approve(&scratch, &ja).count, 1);
    assert_eq!(standing(&load(&scratch), Language::Ja), Ok(today()));
    assert_eq!(
        standing(&load(&scratch), Language::En),
        Err(Withheld::Stale)
    );
    submit_all(&scratch);
    approve(&scratch, &Selection::default());
    assert_eq!(standing(&load(&scratch), Language::En), Ok(today()));
}

#[test]
fn two_pairs_of_eyes_see_every_text() {
    let scratch = folder();
    edit(&scratch, "help/parking/ja.md", "電話は", "お電話は");
    let ja = Selection::one("parking", Language::Ja);
    let refused = |by: &str| say(&scratch, &ja, by, &Say::Approve);
    // Nobody has handed it in yet.
    assert_eq!(
        refused("reviewer").unwrap().refused,
        [Refusal::NotSubmitted("parking".into(), Language::Ja)]
    );
    let (ledger, _) = submit(&load(&scratch), &ja, "reviewer", today());
    save(&scratch.0, &ledger).unwrap();
    assert_eq!(
        refused("reviewer").unwrap().refused,
        [Refusal::OwnText(
            "parking".into(),
            Language::Ja,
            "reviewer".into()
        )]
    );
    assert_eq!(
        refused("author"),
        Err(Refusal::NotReviewer("author".into()))
    );
    assert_eq!(
        refused("passer-by"),
        Err(Refusal::Stranger("passer-by".into()))
    );
    assert_eq!(
        standing(&load(&scratch), Language::Ja),
        Err(Withheld::Unapproved)
    );
    assert_eq!(refused("colleague").unwrap().count, 1);
    assert_eq!(standing(&load(&scratch), Language::Ja), Ok(today()));
}

#[test]
fn who_wrote_a_waiting_text_does_not_approve_it_after_a_colleague_added_to_it() {
    let scratch = folder();
    let ja = Selection::one("parking", Language::Ja);
    let hand_in = |by: &str| {
        let (ledger, done) = submit(&load(&scratch), &ja, by, today());
        save(&scratch.0, &ledger).unwrap();
        assert_eq!(done.count, 1);
    };
    edit(&scratch, "help/parking/ja.md", "電話は", "お電話は");
    hand_in("reviewer");
    edit(
        &scratch,
        "help/parking/ja.md",
        "[\"駐車場\"]",
        "[\"駐車場\", \"車を止める所\"]",
    );
    hand_in("author");
    let own = say(&scratch, &ja, "reviewer", &Say::Approve).unwrap();
    assert!(matches!(own.refused[..], [Refusal::OwnText(..)]));
    let other = say(&scratch, &ja, "colleague", &Say::Approve).unwrap();
    assert_eq!(other.count, 1);
    assert_eq!(standing(&load(&scratch), Language::Ja), Ok(today()));
}

#[test]
fn a_returned_text_says_who_returned_it_and_why() {
    let scratch = folder();
    edit(&scratch, "help/parking/ja.md", "電話は", "お電話は");
    submit_all(&scratch);
    let ja = Selection::one("parking", Language::Ja);
    let comment = Say::Return("番号の前に「代表」を\t入れてください。".into());
    assert_eq!(say(&scratch, &ja, "reviewer", &comment).unwrap().count, 1);
    let library = load(&scratch);
    assert_eq!(standing(&library, Language::Ja), Err(Withheld::Unapproved));
    let fault = library
        .faults
        .iter()
        .find(|f| f.rule == Rule::Returned)
        .unwrap();
    assert_eq!(
        fault.what,
        "returned by reviewer: 番号の前に「代表」を\t入れてください。"
    );
    // The author mends it, and it waits again; the reviewer can see what was approved before.
    edit(&scratch, "help/parking/ja.md", "お電話は", "代表電話は");
    submit_all(&scratch);
    let library = load(&scratch);
    let record = &library.ledger.0[&("parking".to_owned(), Language::Ja)];
    assert_eq!(record.decision, Decision::Waiting);
    assert!(record.last_approved.is_some());
}

/// A new way to ask must not take the answer away, and is not searched before somebody has read it.
#[test]
fn wordings_are_reviewed_one_by_one() {
    let scratch = folder();
    edit(
        &scratch,
        "help/parking/en.md",
        "[\"parking\"]",
        "[\"parking\", \"where to put my car\"]",
    );
    let wordings = |library: &Library| {
        let entry = library.corpus.entry(&EntryId::read("parking").unwrap());
        entry.unwrap().versions[&Language::En].text.wordings.clone()
    };
    let library = load(&scratch);
    assert_eq!(standing(&library, Language::En), Ok(today()));
    assert_eq!(wordings(&library), ["parking"]);
    let fault = library
        .faults
        .iter()
        .find(|f| f.rule == Rule::WordingWaits)
        .unwrap();
    assert_eq!((fault.line, fault.severity), (3, Severity::Warning));
    submit_all(&scratch);
    assert_eq!(
        wordings(&load(&scratch)),
        ["parking"],
        "handed in is not approved"
    );
    let en = Selection::one("parking", Language::En);
    assert_eq!(
        say(&scratch, &en, "colleague", &Say::Approve)
            .unwrap()
            .count,
        1
    );
    let library = load(&scratch);
    assert_eq!(wordings(&library), ["parking", "where to put my car"]);
    // The answer keeps the one who approved it.
    let record = &library.ledger.0[&("parking".to_owned(), Language::En)];
    assert!(matches!(&record.decision, Decision::Approved { by, .. } if by == "reviewer"));
}

#[test]
fn an_answer_without_its_fact_is_withheld() {
    let scratch = folder();
    edit(&scratch, "help/parking/en.md", "{city-phone}", "{parking}");
    submit_all(&scratch);
    approve(&scratch, &Selection::default());
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
    // Thirty days of grace, in which `faq check` says so.
    assert!(entry.showable(Language::Ja, day("2027-04-30")).is_some());
    assert!(entry.showable(Language::Ja, day("2027-05-01")).is_none());
    let flags = |on: &str| {
        let faults = check(&load(&folder()), day(on));
        let flag = faults.into_iter().find(|f| f.rule == Rule::ReviewBy);
        flag.map(|f| (f.line, f.what))
    };
    assert_eq!(flags("2027-03-31"), None);
    let shown = "to be reviewed by 2027-03-31; shown until 2027-04-30, then withheld";
    assert_eq!(flags("2027-04-01"), Some((5, shown.into())));
    let withheld = "to be reviewed by 2027-03-31; withheld since 2027-04-30";
    assert_eq!(flags("2027-05-01"), Some((5, withheld.into())));
}

#[test]
fn faults_name_file_and_line() {
    let find = |from: &str, to: &str, expected: &str| {
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
    find(
        "wordings = [",
        "wordngs = [",
        "help/parking/ja.md:3: error: unknown field `wordngs`",
    );
    find("2027-03-31", "soon", "help/parking/ja.md:5: error:");
    find(
        "+++\n電話",
        "++\n電話",
        "help/parking/ja.md:1: error: the front matter has no second line +++",
    );
    find("https://", "ftp://", "is not an address");
    find("{city-phone}", "{city-phone", "a { without its }");
    find(
        "{city-phone}",
        "{市役所の電話",
        "ja.md:7: error: a { without its }",
    );
    find(
        "{city-phone}",
        "{市役所の電話}",
        "ja.md:7: error: {市役所の電話} is not a placeholder",
    );
}

/// What is wrong in the content, each with its line.
#[test]
fn the_content_of_texts_is_checked() {
    let find = |file: &str, from: &str, to: &str, expected: (usize, Rule, &str)| {
        let scratch = folder();
        edit(&scratch, file, from, to);
        let faults = check(&load(&scratch), today());
        let found = faults
            .iter()
            .any(|f| (f.line, f.rule) == (expected.0, expected.1) && f.what.contains(expected.2));
        assert!(found, "{expected:?} in {faults:#?}");
    };
    let (ja, en) = ("help/parking/ja.md", "help/parking/en.md");
    let en_answer = "Call {city-phone}.";
    let ja_answer = "電話は{city-phone}です。";
    find(
        en,
        en_answer,
        "Call {city-phone}.\nIt costs 200 yen.",
        (6, Rule::Figure, "200 is not in the Japanese"),
    );
    find(
        ja,
        ja_answer,
        "12月2日から、電話は{city-phone}です。",
        (5, Rule::Figure, "12-02 of the Japanese is missing"),
    );
    find(
        en,
        en_answer,
        "Call us.",
        (
            5,
            Rule::Figure,
            "placeholder city-phone of the Japanese is missing",
        ),
    );
    find(
        en,
        en_answer,
        "Call {city-phone}. https://example.com/",
        (5, Rule::Figure, "address https://example.com/ is not"),
    );
    find(
        en,
        en_answer,
        "Call {city-phone}.\u{7}",
        (5, Rule::ControlCharacter, "U+0007"),
    );
    find(
        en,
        en_answer,
        "Cafe\u{301}: {city-phone}.",
        (5, Rule::NormalForm, "normal form C"),
    );
    find(
        en,
        en_answer,
        "Call {city-phone}　１.",
        (5, Rule::NormalForm, "compatibility form"),
    );
    find(
        ja,
        "[\"駐車場\"]",
        "[\"番号は 123456789018 です\"]",
        (3, Rule::Secret, "secret number"),
    );
    find(
        ja,
        "[\"駐車場\"]",
        "[\"駐車場\"]\nspoken = \"とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。とめられます。\"",
        (4, Rule::Length, "spoken has"),
    );
    find(
        ja,
        ja_answer,
        &"電話です。".repeat(130),
        (
            7,
            Rule::Length,
            "the answer has 650 characters; at most 600",
        ),
    );
    find(en, en_answer, "", (1, Rule::Format, "must not be empty"));
}

#[test]
fn one_unreadable_file_takes_only_itself_away() {
    let scratch = folder();
    std::fs::write(
        scratch.file("help/parking/en.md"),
        b"+++\nquestion = \"\xff\"\n+++\n",
    )
    .unwrap();
    let library = load(&scratch);
    let fault = library
        .faults
        .iter()
        .find(|f| f.rule == Rule::Format)
        .unwrap();
    assert_eq!(fault.file, "help/parking/en.md");
    assert_eq!(standing(&library, Language::Ja), Ok(today()));
    // Handing everything in does not forget what could not be read.
    submit_all(&scratch);
    let key = ("parking".to_owned(), Language::En);
    assert!(load(&scratch).ledger.0.contains_key(&key));
}

#[test]
fn nobody_approves_their_own_text_by_editing_the_ledger() {
    let scratch = folder();
    edit(
        &scratch,
        "reviews.toml",
        "approved_by = \"reviewer\"",
        "approved_by = \"author\"",
    );
    let library = load(&scratch);
    assert_eq!(standing(&library, Language::Ja), Err(Withheld::Unapproved));
    let faults: Vec<&Fault> = library
        .faults
        .iter()
        .filter(|f| f.rule == Rule::Review)
        .collect();
    assert_eq!(faults.len(), 2, "{:?}", library.faults);
    assert!(
        faults
            .iter()
            .all(|f| f.severity == Severity::Error && f.line > 1)
    );
    // A name that is not in the configuration is pointed out.
    edit(
        &scratch,
        "reviews.toml",
        "approved_by = \"author\"",
        "approved_by = \"mallory\"",
    );
    assert!(
        load(&scratch)
            .faults
            .iter()
            .any(|f| f.rule == Rule::Review && f.what.contains("mallory"))
    );
    // A line that stands there twice is a fault of the file.
    let text = std::fs::read_to_string(scratch.file("reviews.toml")).unwrap();
    let line = text.lines().find(|line| line.contains("parking")).unwrap();
    std::fs::write(
        scratch.file("reviews.toml"),
        text.replace(line, &format!("{line}\n{line}")),
    )
    .unwrap();
    assert!(sound(&load(&scratch)).is_err());
}

#[test]
fn differences_in_questions_addresses_and_local_digits_are_found() {
    let scratch = folder();
    edit(
        &scratch,
        "help/parking/en.md",
        "Is there parking?",
        "Is there parking for 3 {foo}?",
    );
    edit(
        &scratch,
        "help/parking/en.md",
        "Call",
        "See www.evil.example or mail a@evil.example, ३ times. Call",
    );
    let found = check(&load(&scratch), today());
    let says = |what: &str| {
        found
            .iter()
            .any(|f| f.rule == Rule::Figure && f.what.contains(what))
    };
    for what in [
        "3 is not",
        "placeholder foo is not",
        "address www.evil.example is not",
        "address a@evil.example is not",
    ] {
        assert!(says(what), "{what}: {found:#?}");
    }
    edit(
        &scratch,
        "help/parking/en.md",
        "\"parking\"",
        "\"par\\u0007king\", \"e\\u0323\"",
    );
    let found = check(&load(&scratch), today());
    for rule in [Rule::ControlCharacter, Rule::NormalForm] {
        assert!(found.iter().any(|f| f.rule == rule), "{rule:?}");
    }
}

/// The mistakes that real municipal pages made, each in the sentence of a translation.
#[test]
fn the_traps_of_other_cities_translations_are_caught() {
    let glossary = library().glossary;
    let check = |language: Language, sentence: &str| {
        let breaches = glossary[&language].breaches("", sentence);
        let is_caught = breaches
            .iter()
            .any(|breach| matches!(breach, Breach::Misleading { .. }));
        assert!(is_caught, "{language}: {sentence}");
    };
    for sentence in [
        "An adult ward may be represented.",
        "Bring point A1 and one more document.",
        "until your fifth birthday",
        "Bring your residence certificate.",
        "Register your numeric card in the minor portal.",
        "Come to the service window.",
        "Enter the 4-digit password.",
        "for children up to 15 years",
        "The letter is sent as transfer not required.",
    ] {
        check(Language::En, sentence);
    }
    for sentence in [
        "representante de enfermarias",
        "Traga o ponto A1.",
        "Venha à janela.",
        "Retire a senha de atendimento.",
        "até o quinto aniversário",
        "crianças até 15 anos",
    ] {
        check(Language::PtBr, sentence);
    }
    check(Language::ZhHant, "請帶居留證副本");
    check(Language::ZhHant, "我的號碼卡");
    // An era year read as a year of our own shows in the figures.
    let era = figures("2024年12月2日から", Dates::default());
    let wrong = figures("2007년 12월 2일부터", Dates::default());
    assert_ne!(era, wrong);
}
