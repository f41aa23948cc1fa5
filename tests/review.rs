//! Reviewing in the terminal: what is shown, what is asked, and what stands in the ledger afterwards.

use std::cell::Cell;

use madoguchi::app::review::KeptText;
use madoguchi::commands::review::{Count, Session, SessionError, review};
use madoguchi::desk::language::Language;
use madoguchi::library::ledger::{Decision, Record, Refusal};
use madoguchi::library::review::{Selection, save};
use madoguchi::library::{Library, TextFile};

use crate::faq::{approve, edit, folder, load, people, submit_all, today};
use crate::harness::Scratch;

/// A session with everything that was typed, and what stood on the screen.
fn session_of(scratch: &Scratch, by: &str, typed: &str) -> Result<(Count, String), SessionError> {
    session_with(scratch, by, typed, &|| load(scratch), &|_| None)
}

fn session_with(
    scratch: &Scratch,
    by: &str,
    typed: &str,
    load: &dyn Fn() -> Library,
    old_text: &dyn Fn(&TextFile) -> Option<KeptText>,
) -> Result<(Count, String), SessionError> {
    let people = people();
    let session = Session {
        load,
        save: &|ledger| save(&scratch.0, ledger),
        old_text,
        people: &people,
        by,
        only: &Selection::default(),
        today: today(),
    };
    let mut screen = Vec::new();
    let count = review(&session, &mut typed.as_bytes(), &mut screen)?;
    Ok((count, String::from_utf8(screen).unwrap()))
}

/// Both texts changed and handed in.
fn waiting() -> Scratch {
    let scratch = folder();
    edit(&scratch, "help/parking/ja.md", "電話は", "お電話は");
    edit(&scratch, "help/parking/en.md", "Call", "Please call");
    submit_all(&scratch);
    scratch
}

fn record(scratch: &Scratch, language: Language) -> Record {
    load(scratch).ledger.0[&("parking".to_owned(), language)].clone()
}

fn count(approved: usize, returned: usize, skipped: usize) -> Count {
    Count {
        approved,
        returned,
        skipped,
    }
}

#[test]
fn a_session_approves_and_returns() {
    let scratch = waiting();
    let typed = "x\na\nr\n\nr\nSay whose number it is.\n";
    let (done, screen) = session_of(&scratch, "reviewer", typed).unwrap();
    assert_eq!(done, count(1, 1, 0));
    let decision = |language| record(&scratch, language).decision;
    assert!(matches!(decision(Language::Ja), Decision::Approved { by, .. } if by == "reviewer"));
    let returned = Decision::Returned {
        by: "reviewer".into(),
        on: today(),
        comment: "Say whose number it is.".into(),
    };
    assert_eq!(decision(Language::En), returned);
    for shown in [
        "texts that wait: 2",
        "ja                1",
        "en                1",
        "a 承認 approve",
        "type one of a, r, s, q",
        "a comment is needed",
        "parking en (help) Is there parking?",
        "handed in: author, 2026-12-01",
        "[日本語 Japanese]",
        "お電話は{city-phone}です。",
        "Please call {city-phone}.",
        "wordings (+ 新しい new):\n    parking\n",
        "[指摘 faults]",
        "help/parking/en.md:3: warning: there are 1 wordings; at least 5",
        "approved 1, 差し戻し returned 1",
    ] {
        assert!(screen.contains(shown), "{shown} in\n{screen}");
    }
    let (_, screen) = session_of(&scratch, "reviewer", "").unwrap();
    assert!(screen.contains("texts that wait: 0"), "{screen}");
}

#[test]
fn skipping_quitting_and_the_end_of_the_input_decide_nothing() {
    for (typed, skipped) in [
        ("s\ns\n", 2),
        ("s\nq\n", 1),
        ("q\n", 0),
        ("", 0),
        ("s\nr\n", 1),
    ] {
        let scratch = waiting();
        let before = std::fs::read(scratch.file("reviews.toml")).unwrap();
        let (done, _) = session_of(&scratch, "reviewer", typed).unwrap();
        assert_eq!(done, count(0, 0, skipped), "{typed:?}");
        assert_eq!(std::fs::read(scratch.file("reviews.toml")).unwrap(), before);
    }
}

/// What was decided before the line broke off stays decided.
#[test]
fn each_decision_is_written_at_once() {
    let scratch = waiting();
    assert_eq!(
        session_of(&scratch, "reviewer", "a\n").unwrap().0,
        count(1, 0, 0)
    );
    assert!(matches!(
        record(&scratch, Language::Ja).decision,
        Decision::Approved { .. }
    ));
    assert_eq!(record(&scratch, Language::En).decision, Decision::Waiting);
}

#[test]
fn only_reviewers_review_and_not_what_they_wrote() {
    let scratch = waiting();
    let refused = |by: &str| match session_of(&scratch, by, "a\na\n") {
        Err(SessionError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused("author"), Refusal::NotReviewer("author".into()));
    assert_eq!(refused("passer-by"), Refusal::Stranger("passer-by".into()));
    edit(&scratch, "help/parking/en.md", "Please call", "Do call");
    let en = Selection::one("parking", Language::En);
    let (ledger, _) = madoguchi::library::review::submit(&load(&scratch), &en, "reviewer", today());
    save(&scratch.0, &ledger).unwrap();
    let (done, screen) = session_of(&scratch, "reviewer", "a\na\n").unwrap();
    assert_eq!(done, count(1, 0, 0));
    assert!(
        screen.contains("somebody else must review what you wrote: 1"),
        "{screen}"
    );
}

#[test]
fn a_text_that_changes_while_it_is_read_is_skipped() {
    let scratch = waiting();
    let loads = Cell::new(0);
    let changing = || {
        loads.set(loads.get() + 1);
        if loads.get() == 2 {
            edit(&scratch, "help/parking/ja.md", "お電話は", "代表電話は");
            submit_all(&scratch);
        }
        load(&scratch)
    };
    let (done, screen) =
        session_with(&scratch, "reviewer", "a\nq\n", &changing, &|_| None).unwrap();
    assert_eq!(done, count(0, 0, 1));
    assert!(screen.contains("has changed in the meantime"), "{screen}");
    assert_eq!(record(&scratch, Language::Ja).decision, Decision::Waiting);
}

#[test]
fn new_wordings_and_changes_are_marked() {
    let scratch = folder();
    let library = load(&scratch);
    let kept = library.text("parking", Language::En).unwrap();
    let old = KeptText {
        question: kept.question.clone(),
        spoken: String::new(),
        body: kept.body.clone(),
    };
    edit(
        &scratch,
        "help/parking/en.md",
        "[\"parking\"]",
        "[\"parking\", \"my car\"]",
    );
    edit(&scratch, "help/parking/en.md", "Call", "Please call");
    submit_all(&scratch);
    let (done, screen) = session_with(&scratch, "reviewer", "a\n", &|| load(&scratch), &|_| {
        Some(old.clone())
    })
    .unwrap();
    assert_eq!(done, count(1, 0, 0));
    assert!(screen.contains("    parking\n  + my car\n"), "{screen}");
    assert!(screen.contains("[-Call-]{+Please call+}"), "{screen}");
    assert!(record(&scratch, Language::En).wordings_waiting.is_empty());
    assert_eq!(approve(&scratch, &Selection::default()).count, 0);
}

/// A text could hold characters that steer a terminal; the reviewer sees that something is there instead.
#[test]
fn what_is_shown_does_not_steer_the_terminal() {
    let scratch = folder();
    edit(&scratch, "help/parking/en.md", "Call", "\u{1b}[2JCall");
    submit_all(&scratch);
    let (_, screen) = session_of(&scratch, "reviewer", "").unwrap();
    assert!(screen.contains("\u{FFFD}[2JCall"), "{screen}");
    assert!(!screen.contains('\u{1b}'));
}

#[test]
fn a_ledger_that_cannot_be_read_stops_everything() {
    let scratch = waiting();
    edit(&scratch, "reviews.toml", "texts = [", "texts = [[");
    let stopped = session_of(&scratch, "reviewer", "a\n");
    let error = stopped.unwrap_err().to_string();
    assert!(
        error.starts_with("reviews.toml:") && error.contains("mend the ledger"),
        "{error}"
    );
}
