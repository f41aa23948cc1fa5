//! Texts: what waits, what is shown, what is decided, and what the desk answers afterwards.

use std::process::Output;

use madoguchi::desk::language::Language;
use madoguchi::library::TextFile;
use madoguchi::library::ledger::{Decision, Record};
use madoguchi::library::review::{Selection, sight, submit};
use reqwest::StatusCode;
use serde_json::Value;

use super::{Colleague, Office, PARKING_EN, PARKING_JA, plain};
use crate::faq::{edit, submit_all, today};
use crate::harness::Scratch;
use crate::server::{Visitor, command, phrases};

const JA: &str = "help/parking/ja.md";
const EN: &str = "help/parking/en.md";

/// An office in which the Japanese answer was changed and handed in, with its translation.
async fn waiting() -> Office {
    let office = Office::open().await;
    edit(&office.answers, JA, "電話は", "お電話は");
    edit(&office.answers, EN, "Call", "Please call");
    edit(
        &office.answers,
        EN,
        "[\"parking\"]",
        "[\"parking\", \"my car\"]",
    );
    submit_all(&office.answers);
    office
}

impl Office {
    fn text(&self, language: Language) -> TextFile {
        let library = self.hall.app.library();
        library.text("parking", language).unwrap().clone()
    }

    fn record(&self, language: Language) -> Record {
        let library = self.hall.app.library();
        library.ledger.0[&("parking".to_owned(), language)].clone()
    }

    /// Somebody hands the translation in as it stands.
    fn hands_in(&self, by: &str) {
        let only = Selection::one("parking", Language::En);
        let (ledger, _) = submit(&self.hall.app.library(), &only, by, today());
        madoguchi::library::review::save(&self.answers.0, &ledger).unwrap();
    }
}

/// What the desk says to somebody who asks for the first time: the phrase and its words.
async fn asks(visitor: &mut Visitor, text: &str) -> (String, String) {
    let said = visitor.says(text).await;
    let words = |reply: &Value| reply["text"].as_str().unwrap().to_owned();
    (phrases(&said).join(" "), words(&said["replies"][0]))
}

#[tokio::test]
async fn the_list_shows_what_waits_by_language() {
    let office = Office::open().await;
    let author = office.colleague("author").await;
    let page = author.reads("/review").await;
    assert!(page.contains(&office.words("staff-review-none")), "{page}");
    edit(&office.answers, JA, "電話は", "お電話は");
    edit(&office.answers, EN, "Call", "Please call");
    let page = plain(&author.reads("/review").await);
    let state = |page: &str, language: &str| {
        let row = format!("駐車場はありますか parking {language} ");
        let rest = page.split(&row).nth(1).unwrap_or_default().to_owned();
        rest.split(' ').next().unwrap_or_default().to_owned()
    };
    assert_eq!(
        state(&page, "日本語"),
        office.words("staff-review-not-submitted")
    );
    submit_all(&office.answers);
    let all = office.words("staff-review-all-languages");
    let page = plain(&author.reads("/review").await);
    assert!(page.contains(&format!("{all} 2 日本語 1 ")), "{page}");
    assert!(page.contains(" English 1 "), "{page}");
    assert!(page.contains("Tiếng Việt 0 "), "{page}");
    let waits = office.words("staff-review-waiting");
    for language in ["日本語", "English"] {
        let row = format!("駐車場はありますか parking {language} {waits} author");
        assert!(page.contains(&row), "{page}");
    }
    let english = author.reads("/review?language=en").await;
    assert!(english.contains(&format!("href=\"{PARKING_EN}\"")));
    assert!(!english.contains(PARKING_JA), "{english}");
    assert!(
        plain(&english).contains(&format!("{all} 2 ")),
        "the counts stay"
    );
}

#[tokio::test]
async fn a_translation_stands_beside_its_japanese_with_all_that_is_new() {
    let office = waiting().await;
    let page = office.colleague("reviewer").await.reads(PARKING_EN).await;
    let text = plain(&page);
    let words = |id: &str| office.words(id);
    for shown in [
        "Is there parking? Please call {city-phone}.",
        "駐車場はありますか お電話は{city-phone}です。",
        &format!("{} author 2026-12-01", words("staff-review-written-by")),
        &format!("my car {}", words("staff-review-new-wordings")),
        &format!("{} ", words("staff-review-translation")),
        "3: there are 2 wordings",
    ] {
        assert!(text.contains(shown), "{shown} in {text}");
    }
    // Only the answer is different; what was taken out and put in is marked.
    let (_, difference) = page.split_once("id=\"difference\"").unwrap();
    let difference = difference.split("</section>").next().unwrap();
    assert!(difference.contains(&format!("<h3>{}</h3>", words("staff-review-answer"))));
    assert!(!difference.contains(&words("staff-review-question")));
    let marked = |tag: &str| -> String {
        let mark = format!("<{tag}>");
        let marks = difference.split(&mark).skip(1);
        marks.map(|rest| rest.split('<').next().unwrap()).collect()
    };
    assert!(marked("ins").contains("Please"), "{difference}");
    assert!(marked("del").contains("Call"), "{difference}");
    assert!(!marked("ins").contains("city-phone"), "{difference}");
    assert!(!text.contains(&words("staff-review-no-faults")));
    assert!(page.contains("<div class=\"sides two\">") && page.contains("<div lang=\"en\">"));
}

#[tokio::test]
async fn a_text_that_nobody_has_approved_is_shown_as_the_first() {
    let office = Office::open().await;
    let topic = office.answers.file("help/bicycles");
    std::fs::create_dir_all(&topic).unwrap();
    let text = "+++\nquestion = \"駐輪場はありますか\"\n+++\nあります。\n";
    std::fs::write(topic.join("ja.md"), text).unwrap();
    submit_all(&office.answers);
    let reviewer = office.colleague("reviewer").await;
    let page = reviewer.reads("/review/text/bicycles/ja").await;
    assert!(
        page.contains(&office.words("staff-review-first-time")),
        "{page}"
    );
    assert!(!page.contains("<ins>") && page.contains("no source is named"));
    assert!(
        page.contains("<div class=\"sides\">"),
        "there is nothing beside it"
    );
}

#[tokio::test]
async fn an_approval_is_answered_at_once_and_kept() {
    let office = waiting().await;
    let question = "駐車場はありますか";
    let (phrase, old) = asks(&mut office.visitor(), question).await;
    assert_eq!(phrase, "answer");
    assert!(old.contains("】\n電話は072-958-1111です。"), "{old}");
    let reviewer = office.colleague("reviewer").await;
    reviewer.approves(PARKING_JA).await;
    let (phrase, new) = asks(&mut office.visitor(), question).await;
    assert_eq!(phrase, "answer");
    assert!(new.contains("】\nお電話は072-958-1111です。"), "{new}");
    let approved = Decision::Approved {
        by: "reviewer".into(),
        on: today(),
    };
    let record = office.record(Language::Ja);
    assert_eq!(record.decision, approved);
    assert_eq!(record.last_approved, Some(record.hash));
    assert_eq!(office.record(Language::En).decision, Decision::Waiting);
    assert_eq!(office.audit(), ["clerk:reviewer approve-text parking/ja"]);
    let page = reviewer.reads("/review?done=approved").await;
    assert!(page.contains(&office.words("staff-review-done-approve")));
    assert!(!page.contains(PARKING_JA) && page.contains(PARKING_EN));
    // The next difference begins at what was approved now, not at what was there when the desk began.
    edit(&office.answers, JA, "お電話は", "代表のお電話は");
    submit_all(&office.answers);
    let page = reviewer.reads(PARKING_JA).await;
    assert!(page.contains("<ins>代表の</ins>"), "{page}");
    assert!(!page.contains("<del>"), "{page}");
}

#[tokio::test]
async fn a_new_wording_finds_the_answer_once_it_is_approved() {
    let office = Office::open().await;
    edit(
        &office.answers,
        EN,
        "[\"parking\"]",
        "[\"parking\", \"where does my tricycle go\"]",
    );
    office.hands_in("author");
    let question = "where does my tricycle go?";
    assert_eq!(asks(&mut office.visitor(), question).await.0, "no-answer");
    office
        .colleague("reviewer")
        .await
        .approves(PARKING_EN)
        .await;
    let (phrase, answer) = asks(&mut office.visitor(), question).await;
    assert_eq!(phrase, "answer");
    assert!(answer.contains("Call 072-958-1111."), "{answer}");
}

/// `faq check` of the program, as the author runs it.
fn check(answers: &Scratch) -> Output {
    let scratch = Scratch::new();
    let faq = answers.0.to_str().unwrap();
    command("faq", &scratch.file("desk.sqlite"), &["--faq", faq])
        .arg("check")
        .output()
        .unwrap()
}

#[tokio::test]
async fn a_return_needs_a_reason_which_the_author_reads() {
    let office = waiting().await;
    let reviewer = office.colleague("reviewer").await;
    let before = office.file("reviews.toml");
    for comment in ["", " \n　"] {
        let answer = reviewer.says(PARKING_JA, "return", comment).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(
            answer
                .body
                .contains(&office.words("staff-review-comment-needed"))
        );
    }
    assert_eq!(office.file("reviews.toml"), before);
    let reason = "番号の前に「代表」を入れてください。";
    let answer = reviewer.says(PARKING_JA, "return", reason).await;
    assert_eq!(answer.header("location"), "/review?done=returned");
    let said = String::from_utf8(check(&office.answers).stdout).unwrap();
    let line = format!("{JA}:1: warning: returned by reviewer: {reason}");
    assert!(said.contains(&line), "{said}");
    let page = office.colleague("author").await.reads(PARKING_JA).await;
    assert!(
        page.contains(&format!("reviewer 2026-12-01：{reason}")),
        "{page}"
    );
    let list = plain(&reviewer.reads("/review?done=returned").await);
    assert!(list.contains(&office.words("staff-review-done-return")));
    assert!(list.contains(&format!(
        "日本語 {} ",
        office.words("staff-review-returned")
    )));
    assert_eq!(office.audit(), ["clerk:reviewer return-text parking/ja"]);
    // What is returned is not answered with any more.
    let (phrase, _) = asks(&mut office.visitor(), "駐車場はありますか").await;
    assert_eq!(phrase, "no-answer");
}

/// Neither the page nor a post that goes round it lets somebody approve what they may not.
#[tokio::test]
async fn authors_and_those_who_wrote_a_text_cannot_approve_it() {
    let office = waiting().await;
    edit(&office.answers, EN, "Please call", "Do call");
    office.hands_in("colleague");
    let before = office.file("reviews.toml");
    for (name, path, language, reason) in [
        ("author", PARKING_JA, Language::Ja, "staff-review-author"),
        ("author", PARKING_EN, Language::En, "staff-review-author"),
        ("colleague", PARKING_EN, Language::En, "staff-review-own"),
    ] {
        let somebody = office.colleague(name).await;
        let page = somebody.reads(path).await;
        assert!(page.contains(&office.words(reason)), "{name} {path}");
        assert!(!page.contains("value=\"approve\""), "{name} {path}");
        let seen = sight(&office.text(language));
        for say in ["approve", "return"] {
            let fields = [("seen", seen.as_str()), ("say", say), ("comment", "x")];
            let answer = somebody.posts(path, &fields).await;
            assert_eq!(answer.status, StatusCode::OK, "{name} {path}");
            let notice = format!("role=\"status\">{}", office.words(reason));
            assert!(answer.body.contains(&notice), "{answer:?}");
        }
    }
    assert_eq!(office.file("reviews.toml"), before);
    assert_eq!(office.audit(), Vec::<String>::new());
    office
        .colleague("reviewer")
        .await
        .approves(PARKING_EN)
        .await;
}

/// A decision is about what somebody saw: not a newer text, not another Japanese, not one more wording.
#[tokio::test]
async fn what_has_changed_since_it_was_shown_is_not_approved() {
    for (file, from, to) in [
        (EN, "Please call", "Never call"),
        (EN, "\"my car\"", "\"my car\", \"a wording nobody saw\""),
        (JA, "お電話は", "お電話とファックスは"),
    ] {
        let office = waiting().await;
        let reviewer = office.colleague("reviewer").await;
        let page = reviewer.reads(PARKING_EN).await;
        edit(&office.answers, file, from, to);
        submit_all(&office.answers);
        let before = office.file("reviews.toml");
        let answer = reviewer.says_of(&page, PARKING_EN, "approve", "").await;
        assert_eq!(answer.status, StatusCode::OK, "{to}");
        assert!(
            answer.body.contains(&office.words("staff-review-changed")),
            "{to}"
        );
        assert_eq!(office.file("reviews.toml"), before, "{to}");
        // The page that says so shows the new state, which can be approved.
        let answer = reviewer
            .says_of(&answer.body, PARKING_EN, "approve", "")
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{to}");
    }
}

#[tokio::test]
async fn what_nobody_has_handed_in_is_not_approved() {
    let office = Office::open().await;
    let reviewer = office.colleague("reviewer").await;
    let before = office.file("reviews.toml");
    for (from, to) in [
        ("[\"parking\"]", "[\"parking\", \"my car\"]"),
        ("Call", "Please call"),
    ] {
        edit(&office.answers, EN, from, to);
        let answer = reviewer.says(PARKING_EN, "approve", "").await;
        assert_eq!(answer.status, StatusCode::OK, "{to}");
        assert!(
            answer.body.contains(&office.words("staff-review-hand-in")),
            "{to}"
        );
        assert_eq!(office.file("reviews.toml"), before);
    }
}

#[tokio::test]
async fn unknown_texts_and_decisions_are_refused() {
    let office = waiting().await;
    let reviewer: Colleague = office.colleague("reviewer").await;
    let fields = [("seen", "h"), ("say", "approve"), ("comment", "")];
    for path in [
        "/review/text/nobody-knows/ja",
        "/review/text/parking/vi",
        "/review/text/parking/xx",
        "/review/text/..%2F..%2Fparking/ja",
    ] {
        assert_eq!(
            reviewer.gets(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
        let posted = reviewer.posts(path, &fields).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND, "{path}");
    }
    let odd = reviewer.says(PARKING_JA, "burn", "").await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    assert_eq!(office.audit(), Vec::<String>::new());
}

/// Whatever stands in a file or was typed by somebody is shown as words.
#[tokio::test]
async fn words_never_become_marks() {
    let office = Office::open().await;
    let script = "<script>alert(1)</script>";
    let shown = "&lt;script&gt;alert(1)&lt;/script&gt;";
    let quoted = format!("\\\"><i>{script}");
    edit(
        &office.answers,
        JA,
        "\"駐車場はありますか\"",
        &format!("\"駐車場{quoted}\""),
    );
    edit(
        &office.answers,
        JA,
        "[\"駐車場\"]",
        &format!("[\"駐車場\", \"車{quoted}\"]"),
    );
    edit(&office.answers, JA, "電話は", &format!("{script}お電話は"));
    submit_all(&office.answers);
    let reviewer = office.colleague("reviewer").await;
    reviewer
        .says(PARKING_JA, "return", &format!("なぜ{script}"))
        .await;
    let page = reviewer.reads(PARKING_JA).await;
    for words in ["駐車場", "車", "なぜ", ""] {
        let shown = page.contains(&format!("{words}{shown}"))
            || page.contains(&format!("{words}&quot;&gt;&lt;i&gt;{shown}"));
        assert!(shown, "{words} on {page}");
    }
    for path in ["/review", PARKING_JA, PARKING_EN, "/review/questions"] {
        let page = reviewer.reads(path).await;
        assert!(
            !page.contains("<script") && !page.contains("<i>"),
            "{path}: {page}"
        );
    }
}
