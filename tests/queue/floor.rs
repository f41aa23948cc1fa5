//! Checking in, counters, transfers, and who may do what at a counter.

use madoguchi::app::hall::CheckedIn;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::Outgoing;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::{AskerKind, Reason};
use madoguchi::desk::queue::arrival::Arrival;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::{FloorAction, FloorRefusal, TicketWish};
use madoguchi::desk::queue::ticket::{Needs, State};
use madoguchi::desk::rules::OfficeId;

use super::races::{act, hall, main_office, open, wish};
use crate::harness::{CityHall, config_with};

/// Somebody reserves 10:00 on 1 December by writing, and gets a code.
async fn booked(hall: &mut CityHall, name: &str) -> String {
    hall.says(name, "市役所で12月1日の10時にカードの受け取りを予約したい")
        .await;
    hall.says(name, "はい").await;
    let said = hall.deliver().await;
    let text = &said.iter().find(|row| row.phrase == "booked").unwrap().text;
    madoguchi::ids::find_code(text).unwrap().0
}

async fn check_in(hall: &CityHall, key: &str, office: &str, code: &str) -> CheckedIn {
    let office = OfficeId::read(office).unwrap();
    let done = hall.app.check_in(
        key.into(),
        office,
        "kiosk-1".into(),
        code.into(),
        Language::Ja,
        Needs::default(),
    );
    done.await.unwrap()
}

fn arrival(done: &CheckedIn) -> &Arrival {
    match done {
        CheckedIn::Arrival { arrival, .. } => arrival,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn each_way_to_arrive_has_its_rule() {
    let mut hall = CityHall::open("2026-11-30T10:00:00");
    let code = booked(&mut hall, "hanako").await;
    assert_eq!(
        arrival(&check_in(&hall, "1", "main", &code).await),
        &Arrival::LaterDay
    );
    hall.jump("2026-12-01T09:29:00");
    let early = check_in(&hall, "2", "main", &code).await;
    assert!(
        matches!(arrival(&early), Arrival::TooEarly { .. }),
        "{early:?}"
    );
    hall.jump("2026-12-01T09:40:00");
    let branch = check_in(&hall, "3", "branch", &code).await;
    assert_eq!(arrival(&branch), &Arrival::OtherOffice);
    assert!(matches!(
        check_in(&hall, "4", "main", "AAAA-AAA9").await,
        CheckedIn::Unknown
    ));
    let CheckedIn::Given(given) = check_in(&hall, "5", "main", &code).await else {
        panic!("in time")
    };
    assert_eq!(given.ticket.number.to_string(), "R001");
    // The same code again shows the same ticket again, whoever asks.
    let CheckedIn::Given(again) = check_in(&hall, "6", "main", &code).await else {
        panic!("again")
    };
    assert_eq!(again.ticket.id, given.ticket.id);
    let said = hall.deliver().await;
    let told: Vec<&Outgoing> = said
        .iter()
        .filter(|r| r.phrase == "ticket-issued")
        .collect();
    assert_eq!(told.len(), 1, "the phone that reserved hears of it once");
    assert_eq!(
        hall.count("SELECT count(*) FROM reservations WHERE state = 'came'"),
        1
    );
}

#[tokio::test]
async fn whoever_is_late_stands_behind_those_who_wait() {
    let mut hall = CityHall::open("2026-11-30T10:00:00");
    let code = booked(&mut hall, "hanako").await;
    hall.jump("2026-12-01T10:01:00");
    act(&hall, "open", 1, open(1)).await.unwrap();
    act(&hall, "w1", 1, FloorAction::Issue(wish(Procedure::Pin)))
        .await
        .unwrap();
    hall.jump("2026-12-01T10:06:00");
    let CheckedIn::Given(given) = check_in(&hall, "late", "main", &code).await else {
        panic!("late is still let in")
    };
    let said = hall.deliver().await;
    let told = said.iter().find(|r| r.phrase == "ticket-issued").unwrap();
    assert!(told.text.contains("過ぎているため"), "{}", told.text);
    let first = act(&hall, "n1", 1, FloorAction::Next(CounterNumber(1))).await;
    let first = first.unwrap().unwrap();
    assert_eq!(first.number.to_string(), "W001", "who waited goes first");
    assert_ne!(first.id, given.ticket.id);
}

#[tokio::test]
async fn wrong_codes_close_the_keypad_for_a_while() {
    let mut hall = CityHall::open("2026-12-01T09:40:00");
    hall.jump("2026-11-30T10:00:00");
    let code = booked(&mut hall, "hanako").await;
    hall.jump("2026-12-01T09:40:00");
    for n in 0..60 {
        let done = check_in(&hall, &format!("wrong-{n}"), "main", "AAAA-AAA9").await;
        assert!(matches!(done, CheckedIn::Unknown), "{done:?}");
    }
    let done = check_in(&hall, "right", "main", &code).await;
    assert!(matches!(done, CheckedIn::TooOften), "{done:?}");
    hall.clock.advance(chrono::Duration::minutes(11));
    let done = check_in(&hall, "right-2", "main", &code).await;
    assert!(matches!(done, CheckedIn::Given(_)), "{done:?}");
}

#[tokio::test]
async fn a_double_tap_gives_one_ticket() {
    let hall = hall(0).await;
    let wish = TicketWish {
        from: AskerKind::Kiosk,
        beyond: None,
        ..wish(Procedure::Pin)
    };
    let tap = || {
        hall.app
            .give_ticket("tap".into(), main_office(), wish.clone())
    };
    let (first, second) = (tap().await.unwrap().unwrap(), tap().await.unwrap().unwrap());
    assert_eq!(first.ticket.id, second.ticket.id);
    assert_eq!(first.token, second.token);
    assert_eq!(hall.count("SELECT count(*) FROM tickets"), 1);
    let page = hall.app.ticket_page(&first.token).unwrap().unwrap();
    assert_eq!(page.ticket.number, first.ticket.number);
    // A token that was changed opens nothing.
    let wrong = first.token.replace(&first.token[..3], "fff");
    assert!(hall.app.ticket_page(&wrong).unwrap().is_none());
}

#[tokio::test]
async fn the_branch_gives_no_tickets_without_a_reservation() {
    let hall = CityHall::open("2026-12-01T10:00:00");
    let branch = OfficeId::read("branch").unwrap();
    let wish = TicketWish {
        beyond: None,
        ..wish(Procedure::Pickup)
    };
    let given = hall
        .app
        .give_ticket("b".into(), branch.clone(), wish.clone())
        .await;
    assert_eq!(given.unwrap().unwrap_err(), Reason::ReservationOnly);
    // Not even staff can, with whatever reason.
    let wish = TicketWish {
        beyond: Some("どうしても".into()),
        ..wish
    };
    let done = hall.app.floor(
        "b2".into(),
        "clerk".into(),
        branch,
        FloorAction::Issue(wish),
    );
    let refusal = done.await.unwrap().unwrap_err();
    assert_eq!(refusal, FloorRefusal::Admission(Reason::ReservationOnly));
    let kept = "SELECT count(*) FROM admissions WHERE result = 'reservation-only'";
    assert_eq!(hall.count(kept), 2);
}

#[tokio::test]
async fn a_counter_is_its_clerks() {
    let hall = hall(3).await;
    let ticket = act(&hall, "n", 1, FloorAction::Next(CounterNumber(1))).await;
    let ticket = ticket.unwrap().unwrap();
    // Another clerk neither calls to it nor ends what happens there.
    let next = act(&hall, "n2", 2, FloorAction::Next(CounterNumber(1))).await;
    assert!(matches!(next, Err(FloorRefusal::NotYours(_))), "{next:?}");
    let serve = act(&hall, "s2", 2, FloorAction::Serve(ticket.id)).await;
    assert!(matches!(serve, Err(FloorRefusal::NotYours(_))), "{serve:?}");
    // Nobody closes it under the clerk who serves, and the clerk calls nobody else meanwhile.
    let close = act(&hall, "c", 1, FloorAction::Close(CounterNumber(1))).await;
    assert_eq!(close, Err(FloorRefusal::CounterBusy(ticket.number)));
    let again = act(&hall, "n3", 1, FloorAction::Next(CounterNumber(1))).await;
    assert_eq!(again, Err(FloorRefusal::CounterBusy(ticket.number)));
}

#[tokio::test]
async fn a_transfer_keeps_the_number_and_carries_a_note() {
    let hall = hall(2).await;
    let ticket = act(&hall, "n", 1, FloorAction::Next(CounterNumber(1))).await;
    let ticket = ticket.unwrap().unwrap();
    act(&hall, "s", 1, FloorAction::Serve(ticket.id))
        .await
        .unwrap();
    let transfer = FloorAction::Transfer {
        ticket: ticket.id,
        office: main_office(),
        only: Some(CounterNumber(4)),
        note: "写真の確認から".into(),
    };
    act(&hall, "t", 1, transfer).await.unwrap();
    // Counter two calls the other one, counter four the one who was sent there, before everybody else.
    let other = act(&hall, "n2", 2, FloorAction::Next(CounterNumber(2))).await;
    assert_ne!(other.unwrap().unwrap().id, ticket.id);
    let sent = act(&hall, "n4", 4, FloorAction::Next(CounterNumber(4))).await;
    let sent = sent.unwrap().unwrap();
    assert_eq!((sent.id, sent.number), (ticket.id, ticket.number));
    assert_eq!(sent.note, "写真の確認から");
}

#[tokio::test]
async fn a_transfer_to_another_office_waits_there() {
    let hall = hall(0).await;
    let issue = FloorAction::Issue(wish(Procedure::Certificate));
    act(&hall, "i", 1, issue).await.unwrap();
    let branch = OfficeId::read("branch").unwrap();
    let ticket = act(&hall, "n", 1, FloorAction::Next(CounterNumber(1))).await;
    let ticket = ticket.unwrap().unwrap();
    let transfer = FloorAction::Transfer {
        ticket: ticket.id,
        office: branch.clone(),
        only: None,
        note: String::new(),
    };
    act(&hall, "t", 1, transfer).await.unwrap();
    let clerk = || "branch-clerk".to_owned();
    let sit = hall.app.floor("o".into(), clerk(), branch.clone(), open(1));
    sit.await.unwrap().unwrap();
    let next = FloorAction::Next(CounterNumber(1));
    let called = hall.app.floor("nb".into(), clerk(), branch, next).await;
    let called = called.unwrap().unwrap().ticket.unwrap();
    assert_eq!(called.number, ticket.number);
}

#[tokio::test]
async fn missed_and_parked_tickets_are_not_called_by_themselves() {
    let hall = hall(2).await;
    let first = act(&hall, "n", 1, FloorAction::Next(CounterNumber(1))).await;
    let first = first.unwrap().unwrap();
    act(&hall, "p", 1, FloorAction::Park(first.id))
        .await
        .unwrap();
    let second = act(&hall, "n2", 1, FloorAction::Next(CounterNumber(1))).await;
    let second = second.unwrap().unwrap();
    for n in 0..2 {
        act(&hall, &format!("r{n}"), 1, FloorAction::Recall(second.id))
            .await
            .unwrap();
    }
    act(&hall, "m", 1, FloorAction::Miss(second.id))
        .await
        .unwrap();
    let nobody = act(&hall, "n3", 1, FloorAction::Next(CounterNumber(1))).await;
    assert_eq!(nobody, Err(FloorRefusal::NobodyWaits));
    // They are asked for one by one.
    let back = act(&hall, "back", 1, FloorAction::Return(second.id))
        .await
        .unwrap();
    assert_eq!(back.unwrap().state, State::Waiting);
    let taken = FloorAction::Take(CounterNumber(1), first.id);
    act(&hall, "take", 1, taken).await.unwrap();
}

#[tokio::test]
async fn counters_that_take_some_procedures_call_only_those() {
    let hall = CityHall::open("2026-12-01T09:00:00");
    let only = FloorAction::Open {
        counter: CounterNumber(1),
        procedures: [Procedure::Certificate].into(),
    };
    act(&hall, "o", 1, only).await.unwrap();
    act(&hall, "o2", 2, open(2)).await.unwrap();
    for (n, procedure) in [Procedure::Pickup, Procedure::Certificate]
        .into_iter()
        .enumerate()
    {
        let issue = FloorAction::Issue(wish(procedure));
        act(&hall, &format!("i{n}"), 2, issue).await.unwrap();
    }
    let called = act(&hall, "n", 1, FloorAction::Next(CounterNumber(1))).await;
    assert_eq!(called.unwrap().unwrap().number.to_string(), "W002");
    let nobody = act(&hall, "x", 1, FloorAction::Next(CounterNumber(1))).await;
    assert!(matches!(nobody, Err(FloorRefusal::CounterBusy(_))));
}

#[tokio::test]
async fn a_reason_must_be_given() {
    let hall = hall(1).await;
    let ticket = hall
        .app
        .store()
        .read(|sql| Ok(sql.query_row("SELECT id FROM tickets", [], |row| row.get(0))?));
    let ticket = madoguchi::ids::TicketId(ticket.unwrap());
    let without = act(&hall, "p", 1, FloorAction::Prioritise(ticket, "  ".into())).await;
    assert_eq!(without, Err(FloorRefusal::ReasonMissing));
    act(
        &hall,
        "p2",
        1,
        FloorAction::Prioritise(ticket, "体調不良".into()),
    )
    .await
    .unwrap();
    let kept = "SELECT count(*) FROM ticket_events WHERE step = 'prioritise' AND detail = '体調不良' AND who = 'clerk:clerk-1'";
    assert_eq!(hall.count(kept), 1);
}

#[test]
fn letters_that_can_be_mistaken_are_refused() {
    let change = (
        "booked = \"R\", walk_in = \"W\"",
        "booked = \"O\", walk_in = \"W\"",
    );
    let fault = std::panic::catch_unwind(|| config_with(&[change])).unwrap_err();
    let text = fault.downcast_ref::<String>().unwrap();
    assert!(text.contains("can be mistaken"), "{text}");
}
