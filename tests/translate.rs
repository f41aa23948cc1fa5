//! Free texts in other languages, by a service on loopback: what counts stays as it is or nothing is sent, and no secret
//! leaves.

pub mod fake;
mod words;

use std::path::{Path, PathBuf};
use std::process::Command;

use madoguchi::config::{Config, Translate};
use madoguchi::desk::draft::Refusal;
use madoguchi::desk::language::Language;
use madoguchi::desk::phrase::Phrase;
use madoguchi::desk::protect::{Difference, Leg};
use madoguchi::ids::CaseId;

use crate::harness::{CityHall, Scratch, config};
use crate::telegram::Log;
use fake::{Fake, Manner};

const MORNING: &str = "2026-12-01T10:00:00";
/// Everything that must stay as it is.
const TEXT: &str = "山田様、12月5日（土）10時30分に市役所の3番窓口へ、「通知カード」を持って来てください。手数料は800円、電話は072-958-1111です。";
/// Two values of the same kind.
const HOURS: &str = "9時から17時まで開いています。";

/// The languages of the example that a machine may write.
const FOREIGN: [Language; 10] = [
    Language::En,
    Language::Vi,
    Language::ZhHans,
    Language::ZhHant,
    Language::Ko,
    Language::Fil,
    Language::Ne,
    Language::Id,
    Language::My,
    Language::PtBr,
];

fn with(setting: &Translate) -> Config {
    let mut config = Config {
        translate: Some(setting.clone()),
        ..config()
    };
    config.secrets.translate_key = Some("key of the service".into());
    config
}

fn open(setting: &Translate) -> CityHall {
    CityHall::open_with(MORNING, with(setting))
}

#[tokio::test]
async fn off_unless_configured() {
    let hall = CityHall::open_with(MORNING, config());
    assert!(!hall.app.translates());
    let refusal = hall.app.draft_translation(HOURS, Language::En).await;
    assert_eq!(refusal, Err(Refusal::Off));
    let told = hall.app.translation_refusal(Refusal::Off);
    assert!(told.contains("定型文"), "{told}");
}

#[tokio::test]
async fn what_counts_stays_and_never_leaves() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    for manner in [Manner::Sound, Manner::Careless] {
        fake.is_from_now(manner);
        let draft = hall
            .app
            .draft_translation(TEXT, Language::En)
            .await
            .unwrap();
        assert_eq!(draft.differences, [], "{manner:?}: {draft:?}");
        assert!(draft.may_be_sent());
        let date = hall.app.say(
            &Phrase::DayFull {
                day: "2026-12-05".parse().unwrap(),
            },
            Language::En,
        );
        let date = date.split(" is ").next().unwrap();
        for value in [
            "山田",
            "10:30",
            "3",
            "「通知カード」",
            "800円",
            "072-958-1111",
        ] {
            assert!(
                draft.translated.contains(value),
                "{value}: {}",
                draft.translated
            );
        }
        assert!(
            date.contains('5') && draft.translated.contains("Dec"),
            "{}",
            draft.translated
        );
        assert!(
            !draft.translated.contains("12月5日"),
            "the reader's way of writing a date"
        );
        for value in ["山田", "12月5日（土）10時30分", "072-958-1111"] {
            assert!(draft.back.contains(value), "{value}: {}", draft.back);
        }
        let sent = fake.take();
        assert_eq!(sent.len(), 2, "there and back");
        assert_eq!(
            (&sent[0]["source"], &sent[0]["target"]),
            (&"ja".into(), &"en".into())
        );
        assert_eq!(
            (&sent[1]["source"], &sent[1]["target"]),
            (&"en".into(), &"ja".into())
        );
        for body in &sent {
            assert_eq!(body["format"], "text");
            assert_eq!(body["api_key"], "key of the service");
            let q = body["q"].as_str().unwrap();
            for secret in ["山田", "958", "800", "通知", "10"] {
                assert!(!q.contains(secret), "{secret} left in {q}");
            }
        }
        assert!(
            sent[0]["q"]
                .as_str()
                .unwrap()
                .starts_with("[X1X]様、[X2X]に"),
            "{}",
            sent[0]
        );
    }
    assert_eq!(
        fake.paths()
            .iter()
            .filter(|path| **path == "/languages")
            .count(),
        1
    );
    let page = hall.app.metrics().render(0, 0);
    assert!(
        page.contains("translation_drafts_total{result=\"sound\"} 2"),
        "{page}"
    );
}

#[tokio::test]
async fn a_service_that_fails_is_told_in_one_sentence() {
    let fake = Fake::open().await;
    let patient = open(&fake.setting);
    let mut setting = fake.setting.clone();
    setting.timeout_ms = 400;
    let hasty = open(&setting);
    for (manner, expected) in [
        (Manner::Trouble, Refusal::Failed),
        (Manner::TooMany, Refusal::Busy),
        (Manner::Forbidden, Refusal::Failed),
        (Manner::RefusesCode, Refusal::Failed),
        (Manner::Slow, Refusal::Late),
        (Manner::Silent, Refusal::Late),
        (Manner::BreaksOff, Refusal::Unreachable),
        (Manner::NotJson, Refusal::Failed),
        (Manner::Huge, Refusal::Failed),
        (Manner::Elsewhere, Refusal::Failed),
    ] {
        let is_slow = matches!(manner, Manner::Slow | Manner::Silent);
        let hall = if is_slow { &hasty } else { &patient };
        let (log, _listening) = Log::listen();
        fake.is_from_now(manner);
        let refusal = hall
            .app
            .keep_draft("sato", TEXT, Language::Vi)
            .await
            .unwrap_err();
        assert_eq!(refusal, expected, "{manner:?}");
        let told = hall.app.translation_refusal(refusal);
        assert!(told.ends_with('。') && told.chars().count() > 12, "{told}");
        assert_eq!(fake.take().len(), 1, "{manner:?}: asked once");
        assert!(
            !fake.paths().contains(&"/elsewhere"),
            "it goes nowhere else"
        );
        assert_eq!(
            log.lines_with("the translation service fails"),
            1,
            "{}",
            log.text()
        );
        for word in ["山田", "窓口", "[X1X]", "key of"] {
            assert!(!log.text().contains(word), "{manner:?}: {}", log.text());
        }
    }
}

#[tokio::test]
async fn whatever_differs_is_not_sent() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    use Leg::{Back, There};
    let value = || "17時".to_owned();
    let number = |text: &str| text.to_owned();
    for (manner, expected) in [
        (Manner::Empty, Difference::Empty { leg: There }),
        (
            Manner::ChangesNumber,
            Difference::Added {
                leg: There,
                number: number("4"),
            },
        ),
        (
            Manner::Drops,
            Difference::Lost {
                leg: There,
                value: value(),
            },
        ),
        (
            Manner::Doubles,
            Difference::Doubled {
                leg: There,
                value: number("9時"),
            },
        ),
        (
            Manner::Swaps,
            Difference::Moved {
                leg: There,
                value: number("9時"),
            },
        ),
        (
            Manner::Adds,
            Difference::Added {
                leg: There,
                number: number("20"),
            },
        ),
        (
            Manner::DropsOnTheWayBack,
            Difference::Lost {
                leg: Back,
                value: value(),
            },
        ),
        (Manner::WrongLanguage, Difference::Language { leg: There }),
        (Manner::Rambles, Difference::Length { leg: There }),
    ] {
        fake.is_from_now(manner);
        let (id, draft) = hall
            .app
            .keep_draft("sato", HOURS, Language::Ne)
            .await
            .unwrap();
        assert!(
            draft.differences.contains(&expected),
            "{manner:?}: {draft:?}"
        );
        assert!(!draft.may_be_sent());
        assert_eq!(hall.app.take_draft("sato", &id), None, "{manner:?}");
        let told = hall.app.translation_difference(&expected);
        assert!(told.ends_with('。'), "{told}");
        if let Difference::Lost { value, .. } | Difference::Moved { value, .. } = &expected {
            assert!(told.contains(value.as_str()), "{told}");
        }
    }
}

#[tokio::test]
async fn a_sound_draft_is_sent_as_it_was_compared() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    let (id, draft) = hall
        .app
        .keep_draft("sato", HOURS, Language::ZhHans)
        .await
        .unwrap();
    assert_eq!(
        fake.take()[0]["target"],
        "zh",
        "the code that the service has"
    );
    assert_eq!(hall.app.take_draft("suzuki", &id), None, "another clerk's");
    assert_eq!(hall.app.take_draft("sato", &id), Some(draft));
    assert_eq!(hall.app.take_draft("sato", &id), None, "once");
}

#[tokio::test]
async fn no_secret_and_nothing_that_people_write_themselves_leaves() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    let to = Language::En;
    for (text, to, expected) in [
        ("マイナンバーは 1234 5678 9018 です", to, Refusal::Secret),
        ("暗証番号は 4821 です", to, Refusal::Secret),
        ("窓口へお越しください", Language::Easy, Refusal::Easy),
        ("窓口へお越しください", Language::Ja, Refusal::SameLanguage),
        (
            "窓口へお越しください",
            Language::My,
            Refusal::Unsupported {
                language: Language::My,
            },
        ),
        ("  ", to, Refusal::Empty),
        ("072-958-1111", to, Refusal::Empty),
        (&"あ".repeat(301), to, Refusal::TooLong { most: 300 }),
    ] {
        let refusal = hall.app.draft_translation(text, to).await.unwrap_err();
        assert_eq!(refusal, expected, "{text}");
        assert!(hall.app.translation_refusal(refusal).ends_with('。'));
    }
    let secret = hall
        .app
        .read_translation("My PIN is 4821", Language::En)
        .await;
    assert_eq!(secret, Err(Refusal::Secret));
    assert!(fake.take().is_empty(), "not one of them was sent");
    let mut few = fake.setting.clone();
    few.languages = vec![Language::Vi];
    let hall = open(&few);
    let refusal = hall.app.draft_translation(HOURS, Language::En).await;
    assert_eq!(
        refusal,
        Err(Refusal::Unsupported {
            language: Language::En
        })
    );
    assert!(
        hall.app
            .draft_translation(HOURS, Language::Vi)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn languages_are_asked_for_again_after_a_refusal() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    hall.app
        .draft_translation(HOURS, Language::Ko)
        .await
        .unwrap();
    fake.is_from_now(Manner::RefusesCode);
    hall.app
        .draft_translation(HOURS, Language::Ko)
        .await
        .unwrap_err();
    fake.has_only(&["ja", "en"]);
    fake.is_from_now(Manner::Sound);
    let refusal = hall.app.draft_translation(HOURS, Language::Ko).await;
    assert_eq!(
        refusal,
        Err(Refusal::Unsupported {
            language: Language::Ko
        })
    );
    assert!(
        hall.app
            .draft_translation(HOURS, Language::En)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn words_of_citizens_are_read_and_kept_nowhere() {
    let fake = Fake::open().await;
    let hall = open(&fake.setting);
    let said = "म ५ डिसेम्बर १०:३० मा आउँछु, मेरो नम्बर ●●●● हो। 090-1234-5678";
    let reading = hall.app.read_translation(said, Language::Ne).await.unwrap();
    assert_eq!(reading.differences, []);
    assert_eq!(reading.source, said);
    for value in ["५", "१०:३०", "●●●●", "090-1234-5678", "来てください"] {
        assert!(
            reading.translated.contains(value),
            "{value}: {}",
            reading.translated
        );
    }
    let sent = fake.take();
    assert_eq!(sent.len(), 1);
    assert!(!sent[0].to_string().contains("1234"), "{}", sent[0]);
    fake.is_from_now(Manner::Drops);
    let reading = hall.app.read_translation(said, Language::Ne).await.unwrap();
    assert_eq!(
        reading.differences.len(),
        1,
        "the staff are told that it is wrong"
    );
    let kept = hall.count("SELECT COUNT(*) FROM inbox") + hall.count("SELECT COUNT(*) FROM outbox");
    assert_eq!(kept, 0);
}

#[test]
fn citizens_see_both_texts_and_that_a_machine_translated() {
    let hall = CityHall::open_with(MORNING, config());
    let case = CaseId(1001);
    let text = "原文です".to_owned();
    let translated = "Translated".to_owned();
    for language in FOREIGN.into_iter().chain([Language::Ja, Language::Easy]) {
        let plain = Phrase::StaffSays {
            case,
            text: text.clone(),
        };
        let own = Phrase::StaffSaysUntranslated {
            case,
            text: text.clone(),
        };
        let machine = Phrase::StaffSaysTranslated {
            case,
            text: text.clone(),
            translated: translated.clone(),
        };
        let said = hall.app.say(&machine, language);
        let (above, below) = said.split_once("Translated").unwrap();
        assert!(
            above.contains("K-1001") && below.ends_with("原文です"),
            "{said}"
        );
        assert!(
            below.trim().lines().count() >= 2,
            "the original has a label: {said}"
        );
        let labels =
            [plain, own].map(|phrase| hall.app.say(&phrase, language).replace("原文です", ""));
        assert_ne!(labels[0], labels[1], "{language}");
        assert_ne!(above.trim(), labels[0].trim(), "{language}: {said}");
    }
}

/// A configuration file that names the service.
fn file(scratch: &Scratch, setting: &Translate) -> PathBuf {
    let path = scratch.file("city.toml");
    let section = format!(
        "\n[translate]\nurl = \"{}\"\ntimeout_ms = 3000\n",
        setting.url
    );
    std::fs::write(&path, format!("{}{section}", madoguchi::config::HABIKINO)).unwrap();
    path
}

/// What `doctor` prints; the desk can serve whatever it says of the service.
async fn doctor(database: &Path, config: Option<PathBuf>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command.arg("doctor").arg("--db").arg(database);
    if let Some(config) = config {
        command.arg("--config").arg(config);
    }
    command.env_remove("MADOGUCHI_TRANSLATE_KEY");
    // The service answers on this thread while the program runs.
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.unwrap().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn doctor_tells_which_languages_are_translated() {
    let fake = Fake::open().await;
    let scratch = Scratch::new();
    let database = scratch.file("desk.sqlite");
    let told = doctor(&database, None).await;
    assert!(told.contains("ok       translate: off\n"), "{told}");
    let told = doctor(&database, Some(file(&scratch, &fake.setting))).await;
    assert!(
        told.contains("warning  translate: http://127.0.0.1"),
        "{told}"
    );
    assert!(
        told.contains("translates en, vi, zh-Hans, zh-Hant, ko, fil, ne, id, pt-BR"),
        "{told}"
    );
    assert!(told.contains("not my: "), "{told}");
    let gone = Translate {
        url: "http://127.0.0.1:1".into(),
        ..fake.setting.clone()
    };
    let told = doctor(&database, Some(file(&scratch, &gone))).await;
    assert!(
        told.contains("does not answer; it cannot be reached"),
        "{told}"
    );
    assert!(told.contains("mend translate.url"), "{told}");
}
