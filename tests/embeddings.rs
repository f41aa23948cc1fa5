//! Candidates by meaning, from a service on loopback: offered where words lead nowhere, and never missed when
//! it fails.

mod fake;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use madoguchi::config::{Config, Embeddings};
use madoguchi::desk::choice::Choice;
use madoguchi::desk::faq::{Action, EntryId};
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Outgoing, Said, StaffAction};
use madoguchi::ids::CaseId;
use madoguchi::library::Source;
use madoguchi::library::review::Selection;
use madoguchi::meaning::EmbedError;

use crate::faq::{approve, edit, folder, submit_all};
use crate::harness::{CityHall, Scratch, config};
use crate::server::{Server, TUESDAY, choice, phrases};
use crate::telegram::Log;
use fake::{Fake, Manner};

const MORNING: &str = "2026-12-01T10:00:00";
/// No wording has these words, and one entry speaks of the same.
const WEAK: &str = "Where may I leave my automobile?";
/// … and many entries do.
const WEAK_MANY: &str = "What about gizmos?";
/// Neither words nor meaning lead anywhere.
const STRANGE: &str = "Who sells purple elephants?";
/// The entries about smartphones, one more than is ever offered.
const PHONES: [&str; 4] = ["phone-apply", "phone-lost", "phone-old", "phone-pay"];

fn with(setting: &Embeddings) -> Config {
    Config {
        embeddings: Some(setting.clone()),
        ..config()
    }
}

/// One approved topic about parking and four about smartphones, in Japanese and English.
fn library() -> Scratch {
    let faq = folder();
    for topic in PHONES {
        let folder = faq.file(&format!("help/{topic}"));
        std::fs::create_dir_all(&folder).unwrap();
        for (language, device) in [("ja", "スマートフォン"), ("en", "My smartphone")] {
            let parking = faq.file(&format!("help/parking/{language}.md"));
            let text = std::fs::read_to_string(parking).unwrap();
            let lines = text.lines().map(|line| match line.split(" = ").next() {
                Some("question") => format!("question = \"{device}: {topic}\"\n"),
                Some("wordings") => format!("wordings = [\"{topic}\"]\n"),
                _ => format!("{line}\n"),
            });
            std::fs::write(
                folder.join(format!("{language}.md")),
                lines.collect::<String>(),
            )
            .unwrap();
        }
    }
    assert_eq!(submit_all(&faq), 2 * PHONES.len());
    approve(&faq, &Selection::default());
    faq
}

fn open(faq: &Scratch, config: Config) -> CityHall {
    CityHall::open_on(MORNING, config, Source::Folder(faq.0.clone()))
}

/// A desk that has learnt its library from a sound service, which has forgotten that it was asked.
async fn learnt(faq: &Scratch, fake: &Fake, config: Config) -> CityHall {
    let hall = open(faq, config);
    assert_eq!(hall.app.learn().await.unwrap(), 2 + 2 * PHONES.len());
    fake.take();
    hall
}

async fn asks(hall: &mut CityHall, name: &str, text: &str) -> Vec<Outgoing> {
    let said = Said::Text(text.to_owned());
    hall.receive(name, said, Some(Language::En)).await
}

fn last_phrase(replies: &[Outgoing]) -> &str {
    &replies.last().unwrap().phrase
}

/// The entries on the buttons of the last reply.
fn offered(replies: &[Outgoing]) -> Vec<EntryId> {
    let buttons = replies.last().unwrap().choices.iter();
    buttons
        .filter_map(|button| match Choice::read(&button.id) {
            Some(Choice::Entry(entry)) => Some(entry),
            _ => None,
        })
        .collect()
}

fn parking() -> EntryId {
    EntryId::read("parking").unwrap()
}

#[tokio::test]
async fn off_unless_configured() {
    assert!(config().embeddings.is_none());
    let mut hall = open(&library(), config());
    assert_eq!(hall.app.learn().await.unwrap(), 0);
    assert_eq!(
        last_phrase(&asks(&mut hall, "ana", WEAK).await),
        "no-answer"
    );
    let page = hall.app.metrics().render(0, 0);
    assert!(!page.contains("embedding_lookups_total{"), "{page}");
}

#[tokio::test]
async fn a_weak_question_is_offered_what_is_near_in_meaning() {
    let fake = Fake::open().await;
    let mut config = with(&fake.setting);
    config.secrets.embeddings_key = Some("a-key-of-the-city".into());
    assert!(!format!("{config:?}").contains("a-key-of-the-city"));
    let mut hall = learnt(&library(), &fake, config).await;
    let replies = asks(&mut hall, "ana", WEAK).await;
    assert_eq!(last_phrase(&replies), "did-you-mean");
    assert_eq!(offered(&replies), [parking()]);
    let [request] = &fake.take()[..] else {
        panic!("one question, one request");
    };
    assert_eq!(request.texts(), [WEAK]);
    assert_eq!(request.body["model"], "concepts");
    assert_eq!(
        request.authorization.as_deref(),
        Some("Bearer a-key-of-the-city")
    );
    let replies = hall.picks("ana", Choice::Entry(parking())).await;
    assert_eq!(last_phrase(&replies), "answer");
    // More than one is a choice of three at most.
    let replies = asks(&mut hall, "jiro", WEAK_MANY).await;
    assert_eq!(last_phrase(&replies), "choose-one");
    let first_three = PHONES[..3].iter().map(|id| EntryId::read(id).unwrap());
    assert_eq!(offered(&replies), first_three.collect::<Vec<_>>());
    assert_eq!(
        last_phrase(&asks(&mut hall, "ken", STRANGE).await),
        "no-answer"
    );
    let page = hall.app.metrics().render(0, 0);
    for line in [
        "madoguchi_embedding_lookups_total{result=\"hit\"} 2\n",
        "madoguchi_embedding_lookups_total{result=\"nothing\"} 1\n",
        "madoguchi_embedding_lookup_seconds_count 3\n",
    ] {
        assert!(page.contains(line), "{line} in {page}");
    }
}

#[tokio::test]
async fn what_must_not_be_sent_is_not_sent_on() {
    let fake = Fake::open().await;
    let mut hall = learnt(&library(), &fake, with(&fake.setting)).await;
    for (name, text) in [
        ("ana", "123456789018 where may I leave my automobile?"),
        ("jiro", "My PIN is 4711. Where may I leave my automobile?"),
    ] {
        asks(&mut hall, name, text).await;
        let [request] = &fake.take()[..] else {
            panic!("one request for {text}");
        };
        let sent = request.body.to_string();
        assert!(sent.contains("where may I leave") || sent.contains("Where may I leave"));
        assert!(
            !sent.contains("123456789018") && !sent.contains("4711"),
            "{sent}"
        );
    }
    asks(&mut hall, "ken", "123456789018").await;
    assert!(fake.take().is_empty(), "only a secret is no question");
}

#[tokio::test]
async fn what_is_understood_is_not_asked_elsewhere() {
    let fake = Fake::open().await;
    let mut hall = CityHall::open_with(MORNING, with(&fake.setting));
    assert!(hall.app.learn().await.unwrap() > 500);
    fake.take();
    for (n, text) in [
        "How do I get to city hall, and is there parking?",
        "I want to book",
        "I lost my card",
        "cancel",
        "thank you",
        "2",
        "日本語",
        "👍",
        "K7QP-3M4X",
    ]
    .into_iter()
    .enumerate()
    {
        asks(&mut hall, &format!("person-{n}"), text).await;
        assert!(fake.take().is_empty(), "{text}");
    }
    hall.receive("ana", Said::Start, None).await;
    hall.picks("ana", Choice::Action(Action::Book)).await;
    hall.receive("ana", Said::Unintelligible, None).await;
    assert!(fake.take().is_empty());
}

#[tokio::test]
async fn words_to_a_clerk_and_repeated_events_are_not_asked_elsewhere() {
    let fake = Fake::open().await;
    let mut hall = learnt(&library(), &fake, with(&fake.setting)).await;
    let said = || Said::Text(WEAK.to_owned());
    let key = || "update:1".to_owned();
    let first = hall
        .receive_keyed("ana", said(), Some(Language::En), key())
        .await;
    assert_eq!(fake.take().len(), 1);
    let again = hall
        .receive_keyed("ana", said(), Some(Language::En), key())
        .await;
    assert_eq!(offered(&first), offered(&again));
    assert!(fake.take().is_empty(), "the same event again");
    hall.picks("ana", Choice::Action(Action::Staff)).await;
    hall.staff(StaffAction::Accept(CaseId(1001))).await;
    hall.says("ana", STRANGE).await;
    assert!(fake.take().is_empty(), "a clerk has taken the case");
    hall.staff(StaffAction::Close(CaseId(1001))).await;
    hall.says("ana", STRANGE).await;
    assert_eq!(fake.take().len(), 1);
}

/// The replies to a few questions of several people, as they stand in the outbox.
async fn conversation(hall: &mut CityHall) -> Vec<Outgoing> {
    let mut replies = Vec::new();
    for (name, text) in [
        ("ana", WEAK),
        ("ana", STRANGE),
        ("jiro", "Is there parking?"),
        ("jiro", WEAK_MANY),
        ("ken", "I want to book"),
        ("ken", WEAK),
    ] {
        replies.extend(asks(hall, name, text).await);
    }
    replies
}

#[tokio::test]
async fn whatever_the_service_does_the_desk_answers_as_without_it() {
    let faq = library();
    let plain = conversation(&mut open(&faq, config())).await;
    assert_eq!(plain[0].phrase, "no-answer");
    for manner in [
        Manner::Silent,
        Manner::Trouble,
        Manner::BreaksOff,
        Manner::Wider,
        Manner::TooMany,
        Manner::Zero,
        Manner::NotJson,
        Manner::Elsewhere,
    ] {
        let fake = Fake::open().await;
        let mut setting = fake.setting.clone();
        if manner == Manner::Silent {
            setting.timeout_ms = 20;
        }
        let (log, _listening) = Log::listen();
        let mut hall = learnt(&faq, &fake, with(&setting)).await;
        fake.is_from_now(manner);
        assert_eq!(conversation(&mut hall).await, plain, "{manner:?}");
        assert_eq!(fake.take().len(), 1, "{manner:?}: then it is left alone");
        let page = hall.app.metrics().render(0, 0);
        assert!(
            page.contains("embedding_lookups_total{result=\"failure\"} 1\n"),
            "{page}"
        );
        let told = log.lines_with("the embeddings service fails");
        assert_eq!(told, 1, "{manner:?}: {}", log.text());
        assert!(!log.text().contains("automobile"), "{}", log.text());
    }
}

#[tokio::test]
async fn a_service_that_is_down_or_has_not_answered_yet_is_not_missed() {
    let faq = library();
    let plain = conversation(&mut open(&faq, config())).await;
    let fake = Fake::open().await;
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let setting = Embeddings {
        url: format!("http://{}/v1/embeddings", closed.local_addr().unwrap()),
        ..fake.setting.clone()
    };
    drop(closed);
    let mut hall = open(&faq, with(&setting));
    let error = hall.app.learn().await.unwrap_err();
    assert!(matches!(error, EmbedError::Unreachable(_)), "{error}");
    assert!(!error.to_string().contains("/v1/"), "{error}");
    assert_eq!(conversation(&mut hall).await, plain);
    let mut hall = open(&faq, with(&fake.setting));
    assert_eq!(conversation(&mut hall).await, plain);
    assert!(fake.take().is_empty(), "nothing is learnt yet");
}

#[tokio::test]
async fn the_library_is_learnt_in_batches_and_an_outage_costs_only_what_is_missing() {
    let fake = Fake::open().await;
    let hall = CityHall::open_with(MORNING, with(&fake.setting));
    fake.is_from_now(Manner::Trouble);
    let error = hall.app.learn().await.unwrap_err();
    assert!(matches!(error, EmbedError::Refused(500)), "{error}");
    assert_eq!(
        fake.take().len(),
        1,
        "nothing more is asked of a service that fails"
    );
    fake.is_from_now(Manner::Sound);
    let count = hall.app.learn().await.unwrap();
    let requests = fake.take();
    assert_eq!(requests.len(), count.div_ceil(64));
    assert!(requests.iter().all(|request| request.texts().len() <= 64));
    let mut texts: Vec<String> = requests.iter().flat_map(fake::Request::texts).collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), count, "no text is sent twice");
    assert_eq!(hall.app.learn().await.unwrap(), 0);
    assert!(fake.take().is_empty());
}

#[tokio::test]
async fn a_change_of_the_library_asks_only_for_what_is_new() {
    let fake = Fake::open().await;
    let faq = folder();
    let mut hall = open(&faq, with(&fake.setting));
    assert_eq!(hall.app.learn().await.unwrap(), 2, "Japanese and English");
    fake.take();
    let replies = asks(&mut hall, "ana", WEAK).await;
    assert_eq!(last_phrase(&replies), "did-you-mean");
    fake.take();
    hall.app.reload();
    assert_eq!(hall.app.learn().await.unwrap(), 0, "nothing has changed");
    edit(
        &faq,
        "help/parking/en.md",
        "Is there parking?",
        "Can I park?",
    );
    hall.app.reload();
    // What waits for review is no candidate, even while its old meaning is still known.
    assert_eq!(
        last_phrase(&asks(&mut hall, "jiro", WEAK).await),
        "no-answer"
    );
    assert_eq!(hall.app.learn().await.unwrap(), 0);
    fake.take();
    assert_eq!(
        last_phrase(&asks(&mut hall, "ken", WEAK).await),
        "no-answer"
    );
    assert!(fake.take().is_empty(), "nothing in English to compare with");
    assert_eq!(submit_all(&faq), 1);
    approve(&faq, &Selection::default());
    hall.app.reload();
    assert_eq!(hall.app.learn().await.unwrap(), 1);
    assert_eq!(fake.take()[0].texts(), ["Can I park?\n"]);
    let replies = asks(&mut hall, "mia", WEAK).await;
    assert_eq!(last_phrase(&replies), "did-you-mean");
    assert!(replies.last().unwrap().text.contains("Can I park?"));
}

#[tokio::test]
async fn another_model_of_the_service_is_learnt_anew() {
    let fake = Fake::open().await;
    let faq = folder();
    let mut hall = open(&faq, with(&fake.setting));
    hall.app.learn().await.unwrap();
    edit(
        &faq,
        "help/parking/en.md",
        "Is there parking?",
        "Can I park?",
    );
    submit_all(&faq);
    approve(&faq, &Selection::default());
    hall.app.reload();
    fake.is_from_now(Manner::Wider);
    let error = hall.app.learn().await.unwrap_err();
    assert!(
        matches!(
            error,
            EmbedError::Dimensions {
                expected: 5,
                found: 6
            }
        ),
        "{error}"
    );
    assert_eq!(
        hall.app.learn().await.unwrap(),
        2,
        "both texts in the new dimensions"
    );
    assert_eq!(
        last_phrase(&asks(&mut hall, "ana", WEAK).await),
        "did-you-mean"
    );
}

/// A configuration file that names the service.
fn file(scratch: &Scratch, setting: &Embeddings) -> PathBuf {
    let path = scratch.file("city.toml");
    let section = format!(
        "\n[embeddings]\nurl = \"{}\"\nmodel = \"{}\"\ntimeout_ms = {}\n",
        setting.url, setting.model, setting.timeout_ms
    );
    let text = format!("{}{section}", madoguchi::config::HABIKINO);
    std::fs::write(&path, text).unwrap();
    path
}

#[tokio::test]
async fn a_serving_desk_learns_beside_its_work() {
    let fake = Fake::open().await;
    let scratch = Scratch::new();
    let config = file(&scratch, &fake.setting);
    let options = ["--config", config.to_str().unwrap(), "--clock", TUESDAY];
    let server = Server::start(&scratch.file("desk.sqlite"), &options);
    let ask = async {
        loop {
            let said = server.visitor().says(WEAK).await;
            if phrases(&said).contains(&"did-you-mean".to_owned()) {
                return said;
            }
        }
    };
    let said = tokio::time::timeout(Duration::from_secs(60), ask)
        .await
        .unwrap();
    assert_eq!(choice(&said, "f.").unwrap(), "f.access-parking");
}

/// What `doctor` prints; the desk can serve whatever it says of the service.
async fn doctor(database: &Path, config: Option<PathBuf>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command.arg("doctor").arg("--db").arg(database);
    if let Some(config) = config {
        command.arg("--config").arg(config);
    }
    command.env_remove("MADOGUCHI_EMBEDDINGS_KEY");
    // The service answers on this thread while the program runs.
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.unwrap().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn doctor_tells_whether_the_service_answers() {
    let fake = Fake::open().await;
    let scratch = Scratch::new();
    let database = scratch.file("desk.sqlite");
    let told = doctor(&database, None).await;
    assert!(told.contains("ok       embeddings: off\n"), "{told}");
    let told = doctor(&database, Some(file(&scratch, &fake.setting))).await;
    assert!(
        told.contains("ok       embeddings: http://127.0.0.1"),
        "{told}"
    );
    assert!(told.contains("answers with 5 dimensions in "), "{told}");
    fake.is_from_now(Manner::Trouble);
    let told = doctor(&database, Some(file(&scratch, &fake.setting))).await;
    assert!(
        told.contains("warning  embeddings: http://127.0.0.1"),
        "{told}"
    );
    let mend = "it refuses with status 500; mend embeddings.url or embeddings.model";
    assert!(told.contains(mend), "{told}");
}
