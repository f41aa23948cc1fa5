//! Turns: whatever people press and write in whatever order, the desk answers.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use madoguchi::desk::care::{Have, Known, Order, Permit, Pick};
use madoguchi::desk::case::state::Case;
use madoguchi::desk::choice::{CODE_BYTES_MAX, Choice};
use madoguchi::desk::decide;
use madoguchi::desk::documents::{Item, Visitor};
use madoguchi::desk::faq::{Action, Corpus, EntryId};
use madoguchi::desk::finder::Answer;
use madoguchi::desk::heard::Ears;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Channel, Said};
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::renewal::{Month, RenewalKind};
use madoguchi::desk::reservation::Reservation;
use madoguchi::desk::rules::{OfficeId, Rules, civil};
use madoguchi::desk::slots::Book;
use madoguchi::desk::talk::Talk;
use madoguchi::desk::view::CaseChange;
use madoguchi::desk::view::{Change, Decision, Named, Resident, To, View};
use madoguchi::ids::{CaseId, IdSource, ReservationId, ResidentId};
use madoguchi::library::{Library, Source};
use madoguchi::locale::{Locale, Source as LocaleSource};
use proptest::prelude::*;

use crate::harness::{at, config};

static DESK: LazyLock<(Rules, Corpus, Ears)> = LazyLock::new(|| {
    let config = config();
    let languages = &config.rules.languages;
    let library = Library::load(&Source::BuiltIn, &config.faq_setting());
    let locale = Locale::load(&LocaleSource::BuiltIn, languages).unwrap();
    let ears = Ears::new(
        &library.corpus,
        &config.rules,
        locale.words(),
        &library.synonyms,
    );
    (config.rules, library.corpus, ears)
});

/// One thing that happens.
#[derive(Clone, Debug)]
enum Event {
    Said(Said),
    /// The button with this number among those shown last.
    Press(usize),
    Wait(i64),
}

/// The buttons of the helpers around a visit.
fn picks() -> impl Strategy<Value = Pick> {
    let plain = vec![
        Pick::Expiry,
        Pick::Finder,
        Pick::Have(Have::Printed),
        Pick::Have(Have::BirthAndIssue),
        Pick::Have(Have::PeriodOfStay),
        Pick::Renewed(false),
        Pick::Permit(Permit::Pending),
        Pick::Order(Order::DayFirst),
        Pick::BookFor(vec![Procedure::Address, Procedure::Certificate]),
    ];
    let answer = prop::sample::select(Answer::ALL.to_vec());
    let item = prop::sample::select(Item::ALL.to_vec());
    let visitor = prop::sample::select(Visitor::ALL.to_vec());
    let kind = prop::sample::select(RenewalKind::ALL.to_vec());
    prop_oneof![
        prop::sample::select(plain),
        answer.prop_map(Pick::Answer),
        kind.clone().prop_map(Pick::Unremind),
        (kind, 2026i32..2040, 1u32..13)
            .prop_map(|(kind, year, month)| Pick::Remind(kind, Month { year, month })),
        any::<i64>().prop_map(|id| Pick::Papers(ReservationId(id))),
        (any::<i64>(), visitor).prop_map(|(id, v)| Pick::Visitor(ReservationId(id), v)),
        (any::<i64>(), item).prop_map(|(id, item)| Pick::Tick(ReservationId(id), item)),
        any::<i64>().prop_map(|id| Pick::Ticked(ReservationId(id))),
    ]
}

fn choices() -> impl Strategy<Value = Choice> {
    let day = (0i64..60)
        .prop_map(|n| NaiveDate::from_ymd_opt(2026, 11, 25).unwrap() + TimeDelta::days(n));
    let time = (0u32..144)
        .prop_map(|n| NaiveTime::from_num_seconds_from_midnight_opt(n * 600, 0).unwrap());
    let office = prop::sample::select(vec!["main", "branch", "nowhere"]);
    let office = office.prop_map(|id| OfficeId::read(id).unwrap());
    let action = prop::sample::select(Action::ALL.to_vec());
    let procedure = prop::sample::select(Procedure::ALL.to_vec());
    let entry = prop::sample::select(vec!["pin-forgot", "card-lost-stop", "no-such-entry"]);
    let plain = [
        Choice::NoneOfThese,
        Choice::AddProcedure,
        Choice::Back,
        Choice::StartOver,
        Choice::Stop,
        Choice::Resume,
    ];
    prop_oneof![
        1 => action.prop_map(Choice::Action),
        1 => entry.prop_map(|id| Choice::Entry(EntryId::read(id).unwrap())),
        1 => prop::sample::select(plain.to_vec()),
        1 => procedure.clone().prop_map(Choice::Procedure),
        1 => procedure.prop_map(Choice::Documents),
        1 => office.prop_map(Choice::Office),
        1 => day.clone().prop_map(Choice::Day),
        1 => day.prop_map(Choice::DaysFrom),
        1 => time.clone().prop_map(Choice::Time),
        1 => time.prop_map(Choice::TimesFrom),
        1 => (0u32..4).prop_map(Choice::Confirm),
        1 => any::<i64>().prop_map(|id| Choice::Show(ReservationId(id))),
        1 => any::<i64>().prop_map(|id| Choice::Change(ReservationId(id))),
        1 => any::<i64>().prop_map(|id| Choice::Cancel(ReservationId(id))),
        1 => any::<i64>().prop_map(|id| Choice::Coming(ReservationId(id))),
        1 => (1000i64..1003).prop_map(|id| Choice::WithdrawCase(CaseId(id))),
        1 => any::<i64>().prop_map(|id| Choice::AcceptCase(CaseId(id))),
        1 => any::<i64>().prop_map(|id| Choice::CloseCase(CaseId(id))),
        1 => prop::sample::select(Language::ALL.to_vec()).prop_map(Choice::Language),
        3 => picks().prop_map(Choice::Care),
    ]
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let known = vec![
        "予約したい",
        "明日の10時に暗証番号の再設定",
        "はい",
        "戻る",
        "やめる",
        "最初から",
        "もっと",
        "どれでも",
        "職員と話したい",
        "予約を取り消したい",
        "change my reservation",
        "next Tue 2pm",
        "1",
        "3",
        "有効期限を調べる",
        "どの手続きか分からない",
        "2022年2月1日",
        "10/6/1990",
        "カードをなくした",
        "私のマイナンバーは123456789018です",
    ];
    let event = prop_oneof![
        2 => choices().prop_map(|choice| Event::Said(Said::Choice(choice))),
        2 => prop::sample::select(known).prop_map(|text| Event::Said(Said::Text(text.into()))),
        1 => ".{0,40}".prop_map(|text| Event::Said(Said::Text(text))),
        1 => prop::sample::select(vec![Said::Start, Said::Unintelligible]).prop_map(Event::Said),
        4 => (0usize..10).prop_map(Event::Press),
        1 => (1i64..3000).prop_map(Event::Wait),
    ];
    prop::collection::vec(event, 1..30)
}

/// A resident and what they have, kept the way the store would.
struct Story {
    resident: Resident,
    reservations: BTreeMap<ReservationId, Reservation>,
    case: Option<Case>,
    next_case: i64,
    shown: Vec<Choice>,
    now: DateTime<Utc>,
    ids: IdSource,
}

impl Story {
    fn new() -> Story {
        Story {
            resident: Resident {
                id: ResidentId(1),
                channel: Channel::Telegram,
                language: Language::Ja,
                language_chosen: false,
                reachable: true,
                messages: true,
                talk: Talk::default(),
                is_new: true,
            },
            reservations: BTreeMap::new(),
            case: None,
            next_case: 1001,
            shown: Vec::new(),
            now: at("2026-12-01T09:00:00"),
            ids: IdSource::seeded(42),
        }
    }

    fn hear(&mut self, said: &Said) -> Decision {
        let (rules, corpus, ears) = &*DESK;
        let resident = &self.resident;
        let heard = ears.hear(
            said,
            resident.language,
            resident.is_new,
            civil(self.now).date(),
        );
        let mut open: Vec<Reservation> = self.reservations.values().cloned().collect();
        open.retain(|reservation| reservation.is_open(self.now));
        let view = View {
            resident: self.resident.clone(),
            reservations: open,
            past: None,
            block: None,
            freeze: None,
            case: self.case.clone(),
            next_case: CaseId(self.next_case),
            is_attended: true,
            calls: Vec::new(),
            wait: None,
            offers: Vec::new(),
            missed: 0,
            named: Named::default(),
            kept: None,
            book: &Book::default(),
            corpus,
            care: Known::default(),
            queue: madoguchi::desk::queue::talk::Seen::default(),
        };
        decide(rules, &view, &heard, None, self.now, &mut self.ids)
    }

    fn apply(&mut self, decision: Decision) {
        self.resident.talk = decision.talk;
        self.resident.language = decision.language;
        self.resident.language_chosen = decision.language_chosen;
        self.resident.is_new = false;
        for change in decision.outcome.changes {
            match change {
                Change::Reserve(r) | Change::Move(r) | Change::Cancel(r) | Change::Coming(r) => {
                    self.reservations.insert(r.id, r);
                }
                Change::Case(CaseChange::Open { case, .. }) => {
                    self.next_case += 1;
                    self.case = Some(*case);
                }
                Change::Case(CaseChange::Step { case, .. }) => {
                    self.case = Some(*case).filter(Case::is_open);
                }
                _ => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_turn_is_answered_with_buttons_that_travel_and_come_back(events in events()) {
        let mut story = Story::new();
        for event in events {
            let said = match event {
                Event::Wait(minutes) => {
                    story.now += TimeDelta::minutes(minutes);
                    continue;
                }
                Event::Press(n) => match story.shown.get(n) {
                    Some(choice) => Said::Choice(choice.clone()),
                    None => continue,
                },
                Event::Said(said) => said,
            };
            let decision = story.hear(&said);
            let own = To::Resident(story.resident.id);
            let own: Vec<_> = decision.outcome.replies.iter().filter(|r| r.to == own).collect();
            prop_assert!(!own.is_empty(), "nothing is said to {:?}", said);
            for choice in decision.outcome.replies.iter().flat_map(|reply| &reply.choices) {
                let code = choice.code();
                prop_assert!(code.len() <= CODE_BYTES_MAX, "{}", code);
                prop_assert_eq!(Choice::read(&code), Some(choice.clone()));
            }
            if let Some(reply) = own.iter().rev().find(|reply| !reply.choices.is_empty()) {
                story.shown.clone_from(&reply.choices);
            }
            let talk = serde_json::to_string(&decision.talk).unwrap();
            prop_assert_eq!(serde_json::from_str::<Talk>(&talk).unwrap(), decision.talk.clone());
            prop_assert!(!talk.contains("123456789018"), "a secret is remembered");
            story.apply(decision);
            let open = story.reservations.values().filter(|r| r.is_open(story.now)).count();
            prop_assert!(open <= usize::from(DESK.0.booking.reservations_max));
        }
    }
}
