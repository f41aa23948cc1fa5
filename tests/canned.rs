//! The sentences that are ready: said in every language, and only with blanks that are true here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use madoguchi::desk::calendar::Closed;
use madoguchi::desk::canned::{Blank, Canned, Desk, Fault, Filled, Group};
use madoguchi::desk::language::Language;
use madoguchi::desk::phrase::Phrase;
use madoguchi::desk::rules::Rules;

use crate::harness::{CityHall, config};

/// An ordinary Tuesday.
const MORNING: &str = "2026-12-01T10:00:00";

fn desk(rules: &Rules) -> Desk<'_> {
    let now: NaiveDateTime = MORNING.parse().unwrap();
    Desk { rules, now }
}

fn fields(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

#[test]
fn every_sentence_is_said_in_every_language() {
    let hall = CityHall::open(MORNING);
    let rules = &config().rules;
    let languages = rules.languages.clone();
    assert_eq!(languages.len(), 12);
    let ids: BTreeSet<&str> = Canned::ALL.iter().map(|form| form.id).collect();
    assert_eq!(ids.len(), Canned::ALL.len());
    assert!(ids.len() >= 24);
    for form in Canned::ALL {
        let canned = form.example(desk(rules)).unwrap();
        let phrase = Phrase::Canned(Box::new(canned.clone()));
        assert_eq!(phrase.id(), form.id);
        let blanks: Vec<Blank> = canned.filled().iter().map(Filled::blank).collect();
        assert_eq!(blanks, form.blanks);
        let mut said = BTreeSet::new();
        for language in &languages {
            let text = hall.app.canned_text(&canned, *language);
            assert!(
                !text.is_empty() && !text.contains(['{', '$']),
                "{language}: {text}"
            );
            for filled in canned.filled() {
                let shown = match &filled {
                    Filled::Counter(counter) => counter.to_string(),
                    Filled::Minutes(minutes) => minutes.to_string(),
                    Filled::Phone(text) | Filled::Department(text) => text.clone(),
                    Filled::Date(_) => "2".to_owned(),
                    Filled::Time(_) => "9".to_owned(),
                    Filled::Procedure(procedure) => hall.app.procedure_name(*procedure, *language),
                    Filled::Office(id) => {
                        let office = rules.office(id).unwrap();
                        office.name.get(*language).unwrap().to_owned()
                    }
                    Filled::Document(_) => {
                        "My Number|マイナンバー|个人编号|個人編號|마이넘버|माइ".to_owned()
                    }
                };
                let is_there = shown.split('|').any(|part| text.contains(part));
                assert!(is_there, "{language}: {text} has no {shown}");
            }
            said.insert(text);
        }
        assert_eq!(said.len(), 12, "{}: two languages say the same", form.id);
    }
}

#[test]
fn forms_are_read_back_as_they_were_written() {
    let rules = &config().rules;
    // Before the counters open, so that an example's time of today lies ahead.
    let now = "2026-12-01T08:00:00".parse().unwrap();
    let desk = |rules| Desk { rules, now };
    for form in Canned::ALL {
        let canned = form.example(desk(rules)).unwrap();
        let sent = canned.fields();
        let sent: Vec<(&str, &str)> = sent.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let read = Canned::read(form.id, &fields(&sent), desk(rules));
        assert_eq!(read, Ok(canned));
        let missing: Vec<Fault> = form
            .blanks
            .iter()
            .map(|blank| Fault::Missing(*blank))
            .collect();
        let empty = Canned::read(form.id, &fields(&[]), desk(rules));
        assert_eq!(empty.err().unwrap_or_default(), missing);
    }
}

#[test]
fn what_is_not_true_here_is_not_said() {
    let hall = CityHall::open(MORNING);
    let rules = &config().rules;
    let check = |id: &str, pairs: &[(&str, &str)], expected: &[Fault]| {
        let read = Canned::read(id, &fields(pairs), desk(rules));
        assert_eq!(read.err().unwrap_or_default(), expected, "{pairs:?}");
        for fault in expected {
            let told = hall.app.canned_fault(fault);
            assert!(told.ends_with('。'), "{told}");
        }
    };
    check("canned-nothing", &[], &[Fault::Unknown]);
    let counter = |office: &str, number: &str, expected: &[Fault]| {
        check(
            "canned-come-to-counter",
            &[("office", office), ("counter", number)],
            expected,
        );
    };
    counter("main", "３", &[]);
    counter("main", "0", &[Fault::NotHere(Blank::Counter)]);
    counter("main", "16", &[Fault::NotHere(Blank::Counter)]);
    counter("main", "窓口", &[Fault::Malformed(Blank::Counter)]);
    counter("annex", "1", &[Fault::NotHere(Blank::Office)]);
    let come = |date: &str, time: &str, expected: &[Fault]| {
        check(
            "canned-come-on",
            &[("office", "main"), ("date", date), ("time", time)],
            expected,
        );
    };
    come("2026-12-01", "10:30", &[]);
    come("2026/12/02", "９：００", &[]);
    come("2026-12-01", "09:30", &[Fault::Past(Blank::Time)]);
    come("2026-11-30", "10:30", &[Fault::Past(Blank::Date)]);
    let last = "2026-12-31".parse().unwrap();
    come("2027-01-04", "10:30", &[Fault::TooFar { last }]);
    let day = "2026-12-05".parse().unwrap();
    come(
        "2026-12-05",
        "10:30",
        &[Fault::ClosedOn {
            day,
            why: Closed::Saturday,
        }],
    );
    let (opens, closes) = ("09:00:00".parse().unwrap(), "17:30:00".parse().unwrap());
    come("2026-12-02", "20:00", &[Fault::Outside { opens, closes }]);
    let malformed = [Fault::Malformed(Blank::Date), Fault::Malformed(Blank::Time)];
    come("tomorrow", "25:00", &malformed);
    come("2026-02-30", "9:5", &malformed);
    check(
        "canned-bring",
        &[("document", "passport-of-mars")],
        &[Fault::NotHere(Blank::Document)],
    );
    check("canned-call", &[("phone", "072-958-1111")], &[]);
    check(
        "canned-call",
        &[("phone", "call me")],
        &[Fault::Malformed(Blank::Phone)],
    );
    check(
        "canned-checking-minutes",
        &[("minutes", "0")],
        &[Fault::Malformed(Blank::Minutes)],
    );
    check("canned-checking-minutes", &[("minutes", "15")], &[]);
    check(
        "canned-outage",
        &[("time", "9:00")],
        &[Fault::Past(Blank::Time)],
    );
    check("canned-outage", &[("time", "18:30")], &[]);
    check(
        "canned-other-department",
        &[("department", "保険年金課")],
        &[],
    );
    let odd = [Fault::Malformed(Blank::Department)];
    check(
        "canned-other-department",
        &[("department", "https://x.example/a")],
        &odd,
    );
    check("canned-other-department", &[("department", "1234")], &odd);
}

#[test]
fn clerks_pick_from_groups_and_see_the_blanks_by_name() {
    let hall = CityHall::open(MORNING);
    let groups = hall.app.canned_forms().unwrap();
    assert_eq!(groups.len(), Group::ALL.len());
    let count: usize = groups.iter().map(|(_, forms)| forms.len()).sum();
    assert_eq!(count, Canned::ALL.len());
    for (group, forms) in &groups {
        assert!(!hall.app.canned_group(*group).is_empty());
        for offered in forms {
            for blank in offered.form.blanks {
                let name = format!("［{}］", hall.app.canned_blank(*blank));
                assert!(offered.text.contains(&name), "{}", offered.text);
            }
        }
    }
    let read = hall
        .app
        .read_canned("canned-checking", &fields(&[]))
        .unwrap();
    assert_eq!(read, Ok(Canned::Checking {}));
    let said = hall.app.canned_text(&Canned::Checking {}, Language::Ja);
    assert_eq!(said, "お調べしています。このまましばらくお待ちください。");
}
