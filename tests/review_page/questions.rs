//! The questions that found no answer: from a miss of somebody who asked to a wording or a draft, and back to an answer.

use madoguchi::desk::language::Language;
use madoguchi::desk::view::MissKind;
use madoguchi::library::{Source, State};
use reqwest::StatusCode;

use super::{Colleague, Office, PARKING_EN, PARKING_JA, plain, staffed, value};
use crate::faq::{edit, submit_all};
use crate::harness::Scratch;
use crate::server::{Answer, Visitor, choice, phrases};

const QUESTIONS: &str = "/review/questions";
const EN: &str = "help/parking/en.md";
/// What nobody answers, near to nothing.
const TRICYCLE: &str = "where does my tricycle go";

impl Office {
    /// Somebody new asks; the phrase says what became of it.
    async fn asked(&self, text: &str) -> (Visitor, String) {
        let mut visitor = self.visitor();
        let said = visitor.says(text).await;
        (visitor, phrases(&said).join(" "))
    }

    /// Somebody asks what nobody answers.
    async fn missed(&self, text: &str) {
        assert_eq!(self.asked(text).await.1, "no-answer", "{text}");
    }

    /// Somebody is answered, and says that it is not what they need.
    async fn answered_in_vain(&self, text: &str) {
        let mut visitor = self.visitor();
        let said = visitor.says(text).await;
        assert_eq!(phrases(&said), ["answer"], "{text}");
        let button = choice(&said, "u.").unwrap();
        assert_eq!(button, "u.parking");
        let said = visitor.picks(&button).await;
        assert_eq!(phrases(&said), ["feedback-noted"]);
    }

    /// The questions that wait, the newest first: why, and in which words.
    fn waiting(&self) -> Vec<(MissKind, String)> {
        let misses = self.hall.app.misses().unwrap().into_iter();
        misses
            .map(|miss| (miss.missed.kind, miss.missed.text))
            .collect()
    }
}

/// The groups on the page of the questions, the largest first.
async fn groups(reviewer: &Colleague) -> Vec<String> {
    let page = reviewer.reads(QUESTIONS).await;
    let groups = page.split("<li><div class=\"facts\">").skip(1);
    groups.map(str::to_owned).collect()
}

/// Presses a button of a group, with a wording as the reviewer leaves it.
async fn settles(reviewer: &Colleague, group: &str, say: &str, wording: &str) -> Answer {
    let misses = value(group, "name=\"misses\" value=\"");
    let language = value(group, "name=\"language\" value=\"");
    let fields = [
        ("misses", misses.as_str()),
        ("language", &language),
        ("entry", "parking"),
        ("wording", wording),
        ("say", say),
    ];
    reviewer.posts(QUESTIONS, &fields).await
}

fn is_done(answer: &Answer, what: &str) {
    let address = format!("{QUESTIONS}?done={what}");
    assert_eq!(answer.header("location"), address, "{answer:?}");
}

/// Two languages, three reasons: what is one need stands together, the largest first.
#[tokio::test]
async fn questions_are_grouped_with_reasons_and_what_was_near() {
    let office = Office::open().await;
    office.missed("象を飼ってもよいでしょうか").await;
    office.hall.clock.advance(chrono::TimeDelta::days(8));
    office.missed(TRICYCLE).await;
    let (mut visitor, _) = office.asked("Where does my tricycle go?").await;
    let said = visitor.picks("n").await;
    assert_eq!(phrases(&said), ["case-opened-after-misses"], "two in a row");
    office.answered_in_vain("駐車場はありますか").await;
    office.answered_in_vain("Is there parking?").await;
    let reviewer = office.colleague("reviewer").await;
    let groups = groups(&reviewer).await;
    let texts: Vec<String> = groups.iter().map(|g| plain(&format!("<>{g}"))).collect();
    assert_eq!(texts.len(), 4, "{texts:#?}");
    let words = |id: &str| office.words(&format!("staff-review-{id}"));
    let (first, last) = (words("first"), words("last"));
    let three = format!(
        "3{} English {first} 2026-12-09 10:00 {last} 2026-12-09 10:00 {} 2 {} 1",
        words("times"),
        words("kind-no-answer"),
        words("kind-none-of-these")
    );
    assert!(texts[0].starts_with(&three), "{}", texts[0]);
    // What was written twice is shown once.
    assert_eq!(texts[0].matches("Where does my tricycle go?").count(), 1);
    assert_eq!(texts[0].matches(TRICYCLE).count(), 1);
    let find = |words: &str| texts.iter().position(|text| text.contains(words)).unwrap();
    let vain = find("Is there parking?");
    let unhelpful = format!(
        "{} 1 Is there parking? 👎 駐車場はありますか",
        words("kind-unhelpful")
    );
    assert!(texts[vain].contains(&unhelpful), "{}", texts[vain]);
    let near = format!(
        "「駐車場はありますか」{} {} 100%",
        words("adopt"),
        words("likeness")
    );
    assert!(texts[vain].contains(&near), "{}", texts[vain]);
    assert!(groups[vain].contains("value=\"adopt:parking\""));
    // Five weeks, the newest last.
    let elephant = find("象を飼ってもよいでしょうか");
    let weeks = |numbers: &str| format!("aria-label=\"{}: {numbers}\"", words("weeks"));
    assert!(groups[elephant].contains(&weeks("0, 0, 0, 1, 0")));
    assert!(groups[0].contains(&weeks("0, 0, 0, 0, 3")));
    assert!(groups[0].contains("lang=\"en\"") && groups[elephant].contains("lang=\"ja\""));
}

/// What counts is the question, whatever was typed or pressed since.
#[tokio::test]
async fn a_miss_keeps_the_question_it_is_about() {
    let office = Office::open().await;
    let mut visitor = office.visitor();
    let answer = visitor.says("駐車場はありますか").await;
    let button = choice(&answer, "u.").unwrap();
    visitor.says("ありがとう").await;
    visitor.picks(&button).await;
    let of_parking = (MissKind::Unhelpful, "駐車場はありますか".to_owned());
    assert_eq!(office.waiting(), std::slice::from_ref(&of_parking));
    // The button of an older answer is not about what was asked after it.
    visitor.says("象を飼ってもよいでしょうか").await;
    visitor.picks(&button).await;
    let no_words = (MissKind::Unhelpful, String::new());
    let of_elephants = (MissKind::NoAnswer, "象を飼ってもよいでしょうか".to_owned());
    assert_eq!(office.waiting(), [no_words, of_elephants, of_parking]);
    let page = office.colleague("reviewer").await.reads(QUESTIONS).await;
    assert!(
        page.contains(&office.words("staff-review-unnamed")),
        "{page}"
    );
    // Typed words answer the question back as well; they are not what was asked.
    let office = Office::open().await;
    let (mut visitor, phrase) = office.asked("駐車場の料金").await;
    assert_eq!(phrase, "did-you-mean");
    let said = visitor.says("いいえ").await;
    assert_eq!(phrases(&said), ["no-answer"]);
    let of_list = (MissKind::NoneOfThese, "駐車場の料金".to_owned());
    assert_eq!(office.waiting(), [of_list]);
}

#[tokio::test]
async fn numbers_are_masked_on_the_page_and_in_what_is_made_of_it() {
    let office = Office::open().await;
    let said = format!("my number is 123456789018, {TRICYCLE}");
    assert_eq!(office.asked(&said).await.1, "secret-masked no-answer");
    let reviewer = office.colleague("reviewer").await;
    let groups = groups(&reviewer).await;
    assert!(
        groups[0].contains("my number is ●●●●, where"),
        "{}",
        groups[0]
    );
    assert!(!groups[0].contains("1234567"), "{}", groups[0]);
    let typed = "my card 123456789018 has a tricycle";
    is_done(
        &settles(&reviewer, &groups[0], "adopt:parking", typed).await,
        "adopted",
    );
    let file = office.file(EN);
    assert!(
        file.contains("has a tricycle") && !file.contains("1234567"),
        "{file}"
    );
}

#[tokio::test]
async fn a_question_becomes_a_wording_and_finds_its_answer() {
    for say in ["adopt:parking", "adopt-other"] {
        let office = Office::open().await;
        office.missed(TRICYCLE).await;
        let reviewer = office.colleague("reviewer").await;
        let group = groups(&reviewer).await.remove(0);
        let answer = settles(&reviewer, &group, say, &format!(" {TRICYCLE} ")).await;
        is_done(&answer, "adopted");
        let page = reviewer.reads(answer.header("location")).await;
        assert!(page.contains(&office.words("staff-review-done-adopt")));
        assert!(
            page.contains(&office.words("staff-review-no-questions")),
            "{page}"
        );
        let wordings = format!("wordings = [\n  \"parking\",\n  \"{TRICYCLE}\",\n]\n");
        assert!(office.file(EN).contains(&wordings), "{}", office.file(EN));
        assert_eq!(
            office.audit(),
            ["clerk:reviewer settle-misses adopted:parking"]
        );
        // It waits for somebody else, and takes the answer from nobody meanwhile.
        let answered = office.asked("Is there parking?").await.1;
        assert_eq!(answered, "answer");
        office.missed(TRICYCLE).await;
        let own = reviewer.reads(PARKING_EN).await;
        assert!(own.contains(&office.words("staff-review-own")), "{own}");
        let colleague = office.colleague("colleague").await;
        let waiting = plain(&colleague.reads("/review").await);
        let row = format!(
            "parking English {} reviewer",
            office.words("staff-review-new-wordings")
        );
        assert!(waiting.contains(&row), "{waiting}");
        colleague.approves(PARKING_EN).await;
        assert_eq!(office.asked(TRICYCLE).await.1, "answer");
    }
}

#[tokio::test]
async fn a_question_becomes_a_draft_that_nobody_is_answered_with() {
    let office = Office::open().await;
    office.missed(TRICYCLE).await;
    office.missed("象を飼ってもよいでしょうか").await;
    let reviewer = office.colleague("reviewer").await;
    for group in groups(&reviewer).await {
        let wording = value(&group, "name=\"wording\" value=\"");
        is_done(
            &settles(&reviewer, &group, "draft", &wording).await,
            "drafted",
        );
    }
    let first = office.file("drafts/draft-20261201-1/ja.md");
    assert!(
        first.contains("question = \"象を飼ってもよいでしょうか\""),
        "{first}"
    );
    let second = office.file("drafts/draft-20261201-2/ja.md");
    assert!(
        second.contains(&format!("question = \"（English）{TRICYCLE}\"")),
        "{second}"
    );
    assert!(
        second.contains(&format!("wordings = [\n  \"{TRICYCLE}\",\n]")),
        "{second}"
    );
    // There is no answer yet: nothing is handed in, and approved by mistake it is still withheld.
    let draft = "/review/text/draft-20261201-1/ja";
    let state = || {
        let library = office.hall.app.library();
        let text = library.text("draft-20261201-1", Language::Ja).unwrap();
        text.state.clone()
    };
    assert_eq!(state(), State::NotSubmitted);
    assert!(reviewer.reads("/review").await.contains(draft));
    submit_all(&office.answers);
    reviewer.approves(draft).await;
    assert!(matches!(state(), State::Approved { .. }));
    let (_, phrase) = office.asked("象を飼ってもよいでしょうか").await;
    assert_eq!(phrase, "answer-withheld");
}

#[tokio::test]
async fn what_is_dismissed_is_gone_and_nothing_else() {
    let office = Office::open().await;
    office.missed(TRICYCLE).await;
    office.missed("象を飼ってもよいでしょうか").await;
    let author = office.colleague("author").await;
    let groups = groups(&author).await;
    is_done(
        &settles(&author, &groups[0], "dismiss", "").await,
        "dismissed",
    );
    let left = (MissKind::NoAnswer, TRICYCLE.to_owned());
    assert_eq!(office.waiting(), [left]);
    assert_eq!(office.audit(), ["clerk:author settle-misses dismissed"]);
}

/// What cannot be done is said, and the question goes on waiting.
#[tokio::test]
async fn what_does_not_fit_changes_nothing() {
    let office = Office::open().await;
    office.missed(TRICYCLE).await;
    let reviewer = office.colleague("reviewer").await;
    let group = groups(&reviewer).await.remove(0);
    let failed = office.words("staff-review-failed");
    let (ledger, file) = (office.file("reviews.toml"), office.file(EN));
    for (say, wording) in [
        ("adopt:nobody-knows", TRICYCLE),
        ("adopt:../../etc", TRICYCLE),
        ("adopt:parking", " "),
        ("draft", ""),
    ] {
        let answer = settles(&reviewer, &group, say, wording).await;
        assert_eq!(answer.status, StatusCode::OK, "{say}");
        assert!(answer.body.contains(&failed), "{say}: {}", answer.body);
    }
    let odd = settles(&reviewer, &group, "burn", TRICYCLE).await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    assert_eq!(office.waiting().len(), 1);
    assert_eq!(
        (office.file("reviews.toml"), office.file(EN)),
        (ledger, file)
    );
    assert!(!office.answers.file("drafts").exists());
    assert_eq!(office.audit(), Vec::<String>::new());
}

/// A ledger that cannot be read holds every approval; nothing is written over it.
#[tokio::test]
async fn a_broken_ledger_is_left_alone() {
    let office = Office::open().await;
    office.missed(TRICYCLE).await;
    let reviewer = office.colleague("reviewer").await;
    let group = groups(&reviewer).await.remove(0);
    let seen = reviewer.reads(PARKING_JA).await;
    edit(&office.answers, "reviews.toml", "texts = [", "texts = [[");
    let broken = office.file("reviews.toml");
    let file = office.file(EN);
    let adopted = settles(&reviewer, &group, "adopt:parking", TRICYCLE).await;
    let approved = reviewer.says_of(&seen, PARKING_JA, "approve", "").await;
    for answer in [adopted, approved] {
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    }
    assert_eq!(
        (office.file("reviews.toml"), office.file(EN)),
        (broken, file)
    );
    assert_eq!(office.waiting().len(), 1);
    assert_eq!(
        office.asked("Is there parking?").await.1,
        "answer",
        "the desk goes on"
    );
}

#[tokio::test]
async fn built_in_answers_are_only_read() {
    let office = Office::open_on(Scratch::new(), Source::BuiltIn, staffed()).await;
    office.missed("Where can I buy a purple elephant?").await;
    let reviewer = office.colleague("reviewer").await;
    let built_in = office.words("staff-review-built-in");
    let path = "/review/text/pin-forgot/ja";
    for page in ["/review", path, QUESTIONS] {
        let text = reviewer.reads(page).await;
        assert!(text.contains(&built_in), "{page}");
        for button in ["\"approve\"", "\"adopt", "\"draft\""] {
            assert!(
                !text.contains(&format!("value={button}")),
                "{page} {button}"
            );
        }
    }
    let group = groups(&reviewer).await.remove(0);
    let fields = [("seen", "h"), ("say", "approve")];
    let mut answers = vec![reviewer.posts(path, &fields).await];
    for say in ["adopt:pin-forgot", "draft"] {
        answers.push(settles(&reviewer, &group, say, "elephant").await);
    }
    for answer in answers {
        assert!(answer.body.contains(&format!("role=\"status\">{built_in}")));
    }
    assert_eq!(office.audit(), Vec::<String>::new());
    is_done(
        &settles(&reviewer, &group, "dismiss", "").await,
        "dismissed",
    );
    assert_eq!(office.waiting(), []);
}
