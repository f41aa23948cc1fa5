//! Every change there is, with the decision whether it leaves a row. A new change does not compile here without one.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use madoguchi::app::password::Password;
use madoguchi::desk::abuse::{Block, BlockChange, BlockReason, Lifted};
use madoguchi::desk::care::CareChange;
use madoguchi::desk::case::brief::Brief;
use madoguchi::desk::case::callback::CallBack;
use madoguchi::desk::case::state::{Alarm, Case, CloseReason, Owner, State as CaseState, Step};
use madoguchi::desk::case::trigger::{TriggerKind, Urgency};
use madoguchi::desk::documents::Item;
use madoguchi::desk::feedback::{About, FeedbackChange, Rating, Verdict};
use madoguchi::desk::incident::{
    Field, Freeze, Incident, IncidentChange, Kind, State as IncidentState,
};
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::{Admission, AskerKind, Decided, Reason};
use madoguchi::desk::queue::counter::{Counter, CounterNumber, CounterState};
use madoguchi::desk::queue::floor::QueueChange;
use madoguchi::desk::queue::notices::Notice;
use madoguchi::desk::queue::ticket::{Move, Needs, Origin, State, Ticket, TicketNumber};
use madoguchi::desk::reminder::{Reminder, ReminderKind};
use madoguchi::desk::renewal::{Month, Renewal, RenewalKind};
use madoguchi::desk::reservation::{Reservation, ReservationState, Who};
use madoguchi::desk::rules::OfficeId;
use madoguchi::desk::slots::Span;
use madoguchi::desk::talk::Hold;
use madoguchi::desk::view::{CaseChange, Change};
use madoguchi::desk::waiting::{Offer, OfferEnd, OfferedFor, Wait, WaitEnd};
use madoguchi::ids::{
    BlockId, CaseId, HoldId, IncidentId, OfferId, ReservationCode, ReservationId, ResidentId,
    TicketId, WaitId,
};
use madoguchi::store::tx::{Actor, Tx};
use totp_rs::{Builder, Secret};

use super::{file, rows, verified};
use crate::harness::CityHall;

/// The variants by name, and whether each leaves a row.
macro_rules! decisions {
    ($all:ident, $of:ident, $type:ty, $($name:literal: $pattern:pat => $row:literal,)+) => {
        const $all: &[&str] = &[$($name),+];
        fn $of(change: &$type) -> (&'static str, bool) {
            match change { $($pattern => ($name, $row),)+ }
        }
    };
}

decisions! { CHANGES, of_change, Change,
    // A seat kept while somebody chooses, and what follows from the row of a reservation.
    "hold": Change::Hold(_) => false,
    "release": Change::Release(_) => false,
    "remind": Change::Remind(_) => false,
    "forget": Change::Forget(_) => false,
    "reserve": Change::Reserve(_) => true,
    "move": Change::Move(_) => true,
    "cancel": Change::Cancel(_) => true,
    "coming": Change::Coming(_) => true,
    "mark": Change::Mark(_) => true,
    "join": Change::JoinWait(_) => true,
    "save wait": Change::SaveWait(_) => true,
    "end wait": Change::EndWait(..) => true,
    "offer": Change::MakeOffer(_) => true,
    "end offer": Change::EndOffer(..) => true,
    "messages": Change::Messages(_) => true,
    "erase": Change::Erase => true,
    "share": Change::Share(_) => true,
    "try": Change::Try(_) => true,
    "sent": Change::ReminderSent(..) => true,
    "postponed": Change::ReminderPostponed(..) => true,
    "dropped": Change::ReminderDropped(..) => true,
    // By what they carry, below.
    "care": Change::Care(_) => true,
    "queue": Change::Queue(_) => true,
    "case": Change::Case(_) => true,
    "block": Change::Block(_) => true,
    "feedback": Change::Feedback(_) => true,
    "incident": Change::Incident(_) => true,
}

decisions! { INCIDENTS, of_incident, IncidentChange,
    "raised": IncidentChange::Raise(_) => true,
    "written": IncidentChange::Note { .. } => true,
    "messages stopped": IncidentChange::Freeze(_) => true,
    "messages released": IncidentChange::Thaw(_) => true,
    "sessions ended": IncidentChange::Revoke { .. } => true,
    "incident closed": IncidentChange::Close(_) => true,
}

decisions! { CASES, of_case, CaseChange,
    "open case": CaseChange::Open { .. } => true,
    "step of a case": CaseChange::Step { .. } => true,
    "note": CaseChange::Note { .. } => true,
    "call back": CaseChange::CallBack { .. } => true,
}

decisions! { BLOCKS, of_block, BlockChange,
    "block set": BlockChange::Set(_) => true,
    "block lifted": BlockChange::Lift(_) => true,
    "appeal": BlockChange::Appeal(..) => true,
}

decisions! { RATINGS, of_rating, FeedbackChange,
    "rating": FeedbackChange::Rate(_) => true,
    "asked": FeedbackChange::Asked(_) => true,
}

decisions! { CARE, of_care, CareChange,
    "keep renewal": CareChange::KeepRenewal(_) => true,
    "drop renewal": CareChange::DropRenewal(..) => true,
    "renewal sent": CareChange::RenewalSent(_) => true,
    "renewal dropped": CareChange::RenewalDropped(..) => true,
    "checks": CareChange::KeepChecks(..) => true,
}

decisions! { QUEUE, of_queue, QueueChange,
    "issue": QueueChange::Issue(_) => true,
    "step": QueueChange::Step(..) => true,
    "counter": QueueChange::Counter(_) => true,
    "alerted": QueueChange::Alerted(_) => true,
    // `admissions` is a record of its own of who asked and what was said, and a notice is a message.
    "decided": QueueChange::Decided(..) => false,
    "noticed": QueueChange::Noticed(..) => false,
}

fn decision(change: &Change) -> (&'static str, bool) {
    match change {
        Change::Care(change) => of_care(change),
        Change::Queue(change) => of_queue(change),
        Change::Case(change) => of_case(change),
        Change::Block(change) => of_block(change),
        Change::Feedback(change) => of_rating(change),
        Change::Incident(change) => of_incident(change),
        change => of_change(change),
    }
}

fn office() -> OfficeId {
    OfficeId::read("main").unwrap()
}

fn span(cell: u8) -> Span {
    Span {
        office: office(),
        day: "2026-12-10".parse().unwrap(),
        cell,
        cells: 1,
        seat: 0,
    }
}

fn reservation(resident: ResidentId, cell: u8, state: ReservationState) -> Reservation {
    Reservation {
        id: ReservationId(501),
        code: ReservationCode("H7K3-M9QX".into()),
        resident,
        procedures: vec![Procedure::Pin],
        people: 1,
        span: span(cell),
        state,
        made_at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

fn case(resident: ResidentId, now: DateTime<Utc>, state: CaseState) -> Case {
    Case {
        id: CaseId(1001),
        resident,
        trigger: TriggerKind::Wish,
        topic: None,
        office: None,
        urgency: Urgency::Normal,
        opened_at: now,
        answer_by: now + Duration::hours(1),
        touched_at: now,
        first_reply_at: None,
        waits_since: Some(now),
        call: None,
        alarm: Alarm::None,
        state,
    }
}

fn of_reservations(resident: ResidentId, now: DateTime<Utc>) -> Vec<Change> {
    let booked = ReservationState::Booked { coming: None };
    let kept = Hold {
        id: HoldId(601),
        span: span(60),
        until: now + Duration::minutes(10),
    };
    let (id, kind) = (ReservationId(501), ReminderKind::Evening);
    let reminder = Reminder {
        reservation: id,
        kind,
        due: now,
    };
    let by = Who::Clerk;
    vec![
        Change::Hold(kept.clone()),
        Change::Release(kept.id),
        Change::Reserve(reservation(resident, 60, booked.clone())),
        Change::Move(reservation(resident, 66, booked.clone())),
        Change::Remind(reminder),
        Change::Coming(reservation(resident, 66, booked.clone())),
        Change::ReminderPostponed(id, kind, now + Duration::hours(1)),
        Change::ReminderSent(id, kind),
        Change::ReminderDropped(id, kind, "past"),
        Change::Forget(id),
        Change::Care(CareChange::KeepChecks(id, BTreeSet::from([Item::ALL[0]]))),
        Change::Share(id),
        Change::Try(ReservationCode("A4C9-DEFG".into())),
        Change::Mark(reservation(
            resident,
            66,
            ReservationState::Came { at: now },
        )),
        Change::Mark(reservation(resident, 66, booked.clone())),
        Change::Cancel(reservation(
            resident,
            66,
            ReservationState::Cancelled { at: now, by },
        )),
    ]
}

fn of_waits(resident: ResidentId, now: DateTime<Utc>) -> Vec<Change> {
    let wait = Wait {
        id: WaitId(701),
        resident,
        office: office(),
        procedures: vec![Procedure::Pin],
        people: 2,
        first_day: "2026-12-10".parse().unwrap(),
        last_day: "2026-12-11".parse().unwrap(),
        range: None,
        lapses: 0,
        made_at: now,
        wished_at: now,
    };
    let offer = Offer {
        id: OfferId(801),
        resident,
        offered_for: OfferedFor::Wait(wait.id),
        holds: Vec::new(),
        until: now + Duration::minutes(10),
    };
    let lapsed = Wait {
        lapses: 1,
        ..wait.clone()
    };
    vec![
        Change::JoinWait(wait),
        Change::MakeOffer(offer.clone()),
        Change::EndOffer(offer.id, OfferEnd::Lapsed),
        Change::SaveWait(lapsed),
        Change::EndWait(WaitId(701), WaitEnd::Left),
    ]
}

fn of_persons(resident: ResidentId, now: DateTime<Utc>) -> Vec<Change> {
    let (kind, month) = (RenewalKind::Card, Month::read("2036-04").unwrap());
    let renewal = Renewal {
        resident,
        kind,
        month,
    };
    let owner = Owner {
        name: "counter".into(),
        since: now,
    };
    let closed = CaseState::Closed {
        at: now,
        why: CloseReason::Answered,
        owner: Some(owner.clone()),
    };
    let step = |state, step| {
        Change::Case(CaseChange::Step {
            case: Box::new(case(resident, now, state)),
            step,
        })
    };
    let id = CaseId(1001);
    let call = CallBack {
        from: now,
        until: now + Duration::hours(1),
        phone: "0729581111".into(),
    };
    let block = Block {
        id: BlockId(801),
        resident,
        at: now,
        by: "counter".into(),
        until: now + Duration::days(7),
        reason: BlockReason::Flood,
        lifted: None,
        appeal: None,
    };
    let lifted = Block {
        lifted: Some(Lifted {
            at: now,
            by: "counter".into(),
        }),
        ..block.clone()
    };
    vec![
        Change::Case(CaseChange::Open {
            case: Box::new(case(resident, now, CaseState::Queued)),
            brief: Box::new(Brief::default()),
        }),
        step(CaseState::Accepted(owner), Step::Accept),
        Change::Case(CaseChange::Note {
            case: id,
            text: "代理の可能性".into(),
        }),
        Change::Case(CaseChange::CallBack { case: id, call }),
        step(closed, Step::Close(CloseReason::Answered)),
        Change::Block(Box::new(BlockChange::Set(block.clone()))),
        Change::Block(Box::new(BlockChange::Appeal(block.id, id))),
        Change::Block(Box::new(BlockChange::Lift(lifted))),
        Change::Feedback(FeedbackChange::Rate(Rating {
            about: About::Case(id),
            verdict: Verdict::Good,
            language: Language::Ja,
        })),
        Change::Care(CareChange::KeepRenewal(renewal.clone())),
        Change::Care(CareChange::RenewalSent(renewal.clone())),
        Change::Care(CareChange::RenewalDropped(renewal, "unreachable")),
        Change::Care(CareChange::DropRenewal(resident, kind)),
        Change::Messages(false),
        Change::Erase,
    ]
}

fn of_incidents(now: DateTime<Utc>) -> Vec<Change> {
    let id = IncidentId(1);
    let raised = Incident {
        id,
        kind: Kind::Leak,
        office: Some(office()),
        raised_by: "counter".into(),
        raised_at: now,
        state: IncidentState::Open,
    };
    let state = IncidentState::Closed {
        by: "counter".into(),
        at: now,
    };
    let closed = Incident {
        state,
        ..raised.clone()
    };
    let freeze = Freeze {
        incident: id,
        since: now,
        calls_go_on: true,
    };
    let changes = [
        IncidentChange::Raise(raised),
        IncidentChange::Note {
            incident: id,
            field: Field::What,
            text: "2036年の名簿".into(),
        },
        IncidentChange::Freeze(freeze.clone()),
        IncidentChange::Thaw(freeze),
        IncidentChange::Revoke {
            incident: id,
            keep: "a-digest".into(),
        },
        IncidentChange::Close(closed),
    ];
    let changes = changes.map(|change| Change::Incident(Box::new(change)));
    changes.into()
}

fn of_tickets(now: DateTime<Utc>) -> Vec<Change> {
    let counter = CounterNumber(1);
    let waiting = Ticket {
        id: TicketId(901),
        office: office(),
        day: "2026-12-01".parse().unwrap(),
        number: TicketNumber { letter: 'W', n: 1 },
        origin: Origin::WalkIn,
        resident: None,
        language: Language::Ja,
        needs: Needs::default(),
        procedures: vec![Procedure::Pin],
        people: 1,
        state: State::Waiting,
        issued_at: now,
        order_at: now,
        waiting_since: now,
        priority: None,
        not_before: None,
        delays: 0,
        only: None,
        note: String::new(),
        told: None,
    };
    let called = Ticket {
        state: State::Called {
            counter,
            at: now,
            recalls: 0,
        },
        ..waiting.clone()
    };
    let opened = Counter {
        state: CounterState::Open {
            clerk: "counter".into(),
            since: now,
        },
        ..Counter::closed(&office(), counter)
    };
    let decided = Decided {
        at: now,
        admission: Admission::Refused(Reason::Closed),
        asker: AskerKind::Kiosk,
        reason: String::new(),
    };
    let changes = [
        QueueChange::Counter(opened),
        QueueChange::Issue(waiting),
        QueueChange::Step(called, Move::Call(counter)),
        QueueChange::Noticed(TicketId(901), Notice::Next),
        QueueChange::Decided(office(), decided, None),
        QueueChange::Alerted(office()),
    ];
    let mut changes: Vec<Change> = changes.map(|change| Change::Queue(Box::new(change))).into();
    changes.push(Change::Feedback(FeedbackChange::Asked(TicketId(901))));
    changes
}

#[tokio::test]
async fn every_change_leaves_its_row() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    hall.says("花子", "こんにちは").await;
    let resident = ResidentId(hall.count("SELECT id FROM residents"));
    let now = hall.app.now();
    let mut changes = of_reservations(resident, now);
    changes.extend(of_waits(resident, now));
    changes.extend(of_tickets(now));
    changes.extend(of_persons(resident, now));
    changes.extend(of_incidents(now));
    let sql = file(&hall);
    let mut seen: BTreeSet<&str> =
        ["care", "queue", "case", "block", "feedback", "incident"].into();
    for change in changes {
        let (name, leaves) = decision(&change);
        seen.insert(name);
        let before = rows(&sql).len();
        let work = move |tx: &mut Tx<'_>| tx.apply(&[change], Actor::Resident(resident), now);
        hall.app.store().write(work).await.unwrap();
        let rows = rows(&sql);
        assert_eq!(rows.len() - before, usize::from(leaves), "{name}");
        let Some(row) = rows.last().filter(|_| leaves) else {
            continue;
        };
        assert_eq!(row.who, format!("resident:{resident}"), "{name}");
        assert!(!row.subject.is_empty(), "{name}");
        assert!(
            row.before != row.after || row.what == "try-code" || row.what == "shortage",
            "{row:?}"
        );
        // Neither codes nor months of somebody's papers.
        for word in ["H7K3", "A4C9", "2036"] {
            assert!(!format!("{row:?}").contains(word), "{row:?}");
        }
    }
    let all: BTreeSet<&str> = [CHANGES, CARE, QUEUE, CASES, BLOCKS, RATINGS, INCIDENTS]
        .concat()
        .into_iter()
        .collect();
    assert_eq!(seen, all, "every change is tried");
    assert!(verified(&hall).is_ok());
}

/// What is written beside the changes: who is there, what opens an account, and whoever could not show who they are.
#[tokio::test]
async fn what_is_no_change_of_the_desk_leaves_its_row() {
    let hall = CityHall::open("2026-12-01T10:00:00");
    let (app, sql) = (hall.app.clone(), file(&hall));
    let secret = "the long password of somebody";
    let password = Password::new(secret, "counter").unwrap();
    app.set_password("counter", &password).await.unwrap();
    let opened = app.enter("counter", secret, "", false).await;
    let token = opened.unwrap().unwrap().token;
    let fresh = app.new_factor("counter").await.unwrap().secret;
    let last = |who: &str, what: &str, after: &str| {
        let row = rows(&sql).pop().unwrap();
        let found = (row.who.as_str(), row.what.as_str(), row.subject.as_str());
        assert_eq!(found, (who, what, "counter"), "{row:?}");
        assert!(row.after.starts_with(after), "{row:?}");
    };
    let clerk = "clerk:counter";
    app.go_away("counter").await.unwrap();
    last(clerk, "leave-inbox", "away");
    app.come_back("counter").await.unwrap();
    last(clerk, "return-to-inbox", "there");
    let code = app.new_link_code("counter").await.unwrap();
    last(clerk, "make-link-code", "until=2026-12-01T10:10:00+09:00");
    let new = Password::new("another long password", "counter").unwrap();
    let kept = app.change_password(&token, "wrong", &new).await.unwrap();
    assert!(kept.is_err());
    last(clerk, "proof-refused", "old-password");
    let sets = async |typed: &str, code: &str| {
        let done = app.set_own_factor(&token, typed, Some((&fresh, code)));
        done.await.unwrap().is_ok()
    };
    assert!(!sets("wrong", "").await);
    last(clerk, "proof-refused", "password");
    assert!(!sets(secret, "").await);
    last(clerk, "proof-refused", "second-factor");
    let secret_of = Secret::try_from_base32(&fresh).unwrap();
    let totp = Builder::new().with_secret(secret_of).build().unwrap();
    let seconds = u64::try_from(app.now().timestamp()).unwrap();
    assert!(sets(secret, &totp.generate(seconds).to_string()).await);
    // The password alone is known to somebody.
    assert!(
        app.enter("counter", secret, "", false)
            .await
            .unwrap()
            .is_none()
    );
    last("desk", "login-refused", "second-factor");
    let all = format!("{:?}", rows(&sql));
    for word in [secret, &code, &fresh] {
        assert!(!all.contains(word), "{word}");
    }
    assert!(verified(&hall).is_ok());
}

/// What code writes under a name of its own has words on the page.
#[test]
fn every_action_has_its_words() {
    let sources = crate::tidy::sources();
    let words = &sources["src/channels/web/staff/audit_words.rs"];
    let mut found = 0;
    for (path, text) in &sources {
        let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut names: Vec<&str> = Vec::new();
        for call in flat.split(".audit(").skip(1) {
            // The second argument, where it is written there; the others are tried by the walk.
            let second = call
                .split_once(',')
                .map_or("", |(_, rest)| rest.trim_start());
            names.extend(
                second
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next()),
            );
        }
        for part in flat.split("Deed::new(\"").skip(1) {
            names.extend(part.split('"').next());
        }
        for name in names {
            assert!(
                words.contains(&format!("\"{name}\"")),
                "{path}: {name} has no words"
            );
            found += 1;
        }
    }
    assert!(found > 30, "the sources are read: {found}");
}
