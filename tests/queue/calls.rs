//! What phones hear: tickets, "three before you", "you are next", calls that overtake everything, and what is answered.

use madoguchi::desk::choice::Choice;
use madoguchi::desk::incident::{Action, Kind, Raising};
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Outgoing, Said};
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::FloorAction;
use madoguchi::desk::queue::talk::Pick;
use madoguchi::ids::{IncidentId, TicketId};

use super::races::{act, hall};
use crate::harness::{CityHall, Fault};

fn phrases(rows: &[Outgoing], name: &str) -> Vec<String> {
    let own = rows.iter().filter(|row| row.to == CityHall::person(name));
    own.map(|row| row.phrase.clone()).collect()
}

async fn ticket_from_the_phone(hall: &mut CityHall, name: &str, hint: Language) -> Vec<Outgoing> {
    let ticket = Choice::Action(madoguchi::desk::faq::Action::Ticket);
    hall.receive(name, Said::Choice(ticket), Some(hint)).await;
    let pin = Choice::Queue(Pick::For(Procedure::Pin));
    hall.picks(name, pin).await;
    let asked = hall.deliver().await;
    let take = asked.iter().rev().flat_map(|row| &row.choices);
    let take = take.into_iter().find(|c| c.id.starts_with("v.y-"));
    let take = take.unwrap_or_else(|| panic!("no ticket was offered: {asked:#?}"));
    hall.picks(name, Choice::read(&take.id).unwrap()).await;
    hall.deliver().await
}

async fn next(hall: &CityHall, n: u8, press: u32) -> TicketId {
    let action = FloorAction::Next(CounterNumber(n));
    let ticket = act(hall, &format!("next-{n}-{press}"), n, action).await;
    ticket.unwrap().unwrap().id
}

async fn done(hall: &CityHall, n: u8, ticket: TicketId) {
    act(
        hall,
        &format!("serve-{ticket}"),
        n,
        FloorAction::Serve(ticket),
    )
    .await
    .unwrap();
    let work = vec![(Procedure::Pin, 1)];
    act(
        hall,
        &format!("done-{ticket}"),
        n,
        FloorAction::Finish(ticket, work),
    )
    .await
    .unwrap();
}

#[tokio::test]
async fn a_phone_hears_its_way_to_the_counter() {
    let mut hall = hall(16).await;
    let issued = ticket_from_the_phone(&mut hall, "ana", Language::En).await;
    assert_eq!(phrases(&issued, "ana"), ["ticket-issued"]);
    assert!(issued[0].text.contains("W017"), "{}", issued[0].text);
    assert!(issued[0].text.contains("/t/"), "{}", issued[0].text);
    let mut heard = Vec::new();
    for press in 0..3 {
        hall.clock.advance(chrono::Duration::minutes(3));
        for n in 1..=8 {
            let waits = "SELECT count(*) FROM tickets WHERE state = 'waiting'";
            if hall.count(waits) == 0 {
                continue;
            }
            let ticket = next(&hall, n, press).await;
            heard.extend(hall.deliver().await);
            hall.clock.advance(chrono::Duration::seconds(30));
            done(&hall, n, ticket).await;
            heard.extend(hall.deliver().await);
        }
    }
    let heard = phrases(&heard, "ana");
    assert_eq!(
        heard,
        ["ticket-near", "ticket-next", "ticket-called", "ticket-done"],
        "each once, in this order"
    );
}

#[tokio::test]
async fn a_call_is_said_in_japanese_and_in_the_tickets_language() {
    let mut hall = hall(0).await;
    ticket_from_the_phone(&mut hall, "linh", Language::Vi).await;
    next(&hall, 3, 0).await;
    let call = hall.deliver().await;
    let call = call
        .iter()
        .find(|row| row.phrase == "ticket-called")
        .unwrap();
    assert!(call.urgent);
    assert!(call.text.contains("W001番の方、3番窓口へ"), "{}", call.text);
    assert!(call.text.contains("quầy"), "{}", call.text);
}

#[tokio::test]
async fn a_call_overtakes_everything_that_waits() {
    let mut hall = hall(0).await;
    ticket_from_the_phone(&mut hall, "ana", Language::En).await;
    // Many others have something coming, and so has the same phone.
    for n in 0..400 {
        hall.says(&format!("other-{n:03}"), "こんにちは").await;
    }
    hall.says("ana", "hello").await;
    next(&hall, 1, 0).await;
    let arrived = hall.deliver().await;
    assert!(arrived.len() > 400);
    assert_eq!(arrived[0].phrase, "ticket-called");
    let own = phrases(&arrived, "ana");
    assert_eq!(own[0], "ticket-called", "{own:?}");
}

async fn raise(hall: &CityHall, calls_go_on: bool) -> IncidentId {
    let wish = Raising {
        kind: Kind::Outage,
        office: None,
        what: String::new(),
        freeze: Some(calls_go_on),
        revoke: false,
    };
    let by = ("supervisor".to_owned(), "a-token");
    let raised = hall.app.raise_incident("raised".to_owned(), by, wish).await;
    raised.unwrap().unwrap()
}

async fn thaw(hall: &CityHall, id: IncidentId) {
    let by = ("supervisor".to_owned(), "a-token");
    let key = "thawed".to_owned();
    let done = hall.app.act_on_incident(key, by, id, Action::Thaw).await;
    assert_eq!(done.unwrap(), Ok(()));
}

#[tokio::test]
async fn people_in_the_hall_are_called_while_messages_are_stopped() {
    let mut hall = hall(0).await;
    ticket_from_the_phone(&mut hall, "ana", Language::En).await;
    hall.says("ana", "hello").await;
    let id = raise(&hall, true).await;
    next(&hall, 1, 0).await;
    let arrived = hall.deliver().await;
    assert_eq!(phrases(&arrived, "ana"), ["ticket-called"]);
    thaw(&hall, id).await;
    let after = hall.deliver().await;
    assert_eq!(phrases(&after, "ana").len(), 1, "the answer: {after:#?}");
}

#[tokio::test]
async fn a_stopped_call_is_sent_afterwards_only_while_it_is_fresh() {
    for (minutes, expected) in [(9, 1), (11, 0)] {
        let mut hall = hall(0).await;
        ticket_from_the_phone(&mut hall, "ana", Language::En).await;
        let id = raise(&hall, false).await;
        next(&hall, 1, 0).await;
        hall.clock.advance(chrono::Duration::minutes(minutes));
        let arrived = hall.deliver().await;
        assert!(phrases(&arrived, "ana").is_empty(), "{arrived:#?}");
        thaw(&hall, id).await;
        let after = phrases(&hall.deliver().await, "ana");
        let calls = after.iter().filter(|phrase| *phrase == "ticket-called");
        assert_eq!(calls.count(), expected, "{minutes} minutes");
    }
}

#[tokio::test]
async fn a_call_that_comes_too_late_is_not_sent() {
    let mut hall = hall(0).await;
    ticket_from_the_phone(&mut hall, "ana", Language::En).await;
    hall.recorder.fail_next(
        &CityHall::person("ana"),
        Fault::Later(Some(std::time::Duration::from_secs(1200))),
    );
    next(&hall, 1, 0).await;
    assert!(hall.deliver().await.is_empty());
    hall.clock.advance(chrono::Duration::minutes(21));
    let arrived = hall.deliver().await;
    assert!(phrases(&arrived, "ana").is_empty(), "{arrived:#?}");
}

#[tokio::test]
async fn late_leave_and_where() {
    let mut hall = hall(0).await;
    ticket_from_the_phone(&mut hall, "ana", Language::En).await;
    for (text, phrase) in [
        ("where do I go", "ticket-where"),
        ("I'll be late", "ticket-delayed"),
        ("I'll be late", "ticket-delayed"),
        ("I'll be late", "ticket-delayed-enough"),
        ("I have to go home", "ticket-ask-leave"),
    ] {
        hall.says("ana", text).await;
        let said = hall.deliver().await;
        assert_eq!(phrases(&said, "ana"), [phrase], "{text}");
    }
    // Whoever asked for ten minutes is not called before.
    let action = FloorAction::Next(CounterNumber(1));
    assert!(act(&hall, "early", 1, action.clone()).await.is_err());
    hall.clock.advance(chrono::Duration::minutes(11));
    act(&hall, "later", 1, action).await.unwrap();
    hall.deliver().await;
    hall.says("ana", "which counter").await;
    let said = hall.deliver().await;
    assert_eq!(phrases(&said, "ana"), ["ticket-where"]);
    assert!(said[0].text.contains("counter 1"), "{}", said[0].text);
    hall.says("ana", "I have to go home").await;
    hall.deliver().await;
    hall.says("ana", "yes").await;
    let said = hall.deliver().await;
    assert_eq!(phrases(&said, "ana"), ["ticket-left"]);
}

#[tokio::test]
async fn a_mistaken_call_is_set_right_with_an_apology() {
    let mut hall = hall(0).await;
    ticket_from_the_phone(&mut hall, "ana", Language::En).await;
    let ticket = next(&hall, 1, 0).await;
    hall.deliver().await;
    act(&hall, "undo", 1, FloorAction::Undo(ticket))
        .await
        .unwrap();
    let said = hall.deliver().await;
    assert_eq!(phrases(&said, "ana")[0], "ticket-undone");
    assert!(said[0].text.contains("sorry"), "{}", said[0].text);
}

#[tokio::test]
async fn the_ticket_follows_the_language_of_its_holder() {
    let mut hall = hall(0).await;
    ticket_from_the_phone(&mut hall, "ana", Language::En).await;
    hall.picks("ana", Choice::Language(Language::PtBr)).await;
    let language = "SELECT count(*) FROM tickets WHERE language = 'pt-BR'";
    assert_eq!(hall.count(language), 1);
}

#[tokio::test]
async fn staff_are_alerted_once_and_told_who_is_left() {
    let mut hall = hall(40).await;
    for n in 3..=8 {
        act(
            &hall,
            &format!("close-{n}"),
            n,
            FloorAction::Close(CounterNumber(n)),
        )
        .await
        .unwrap();
    }
    hall.jump("2026-12-01T15:30:00");
    hall.app.refresh_halls().await.unwrap();
    let arrived = hall.wait(chrono::Duration::minutes(10)).await;
    let alerts = arrived.iter().filter(|row| row.phrase == "staff-shortage");
    assert_eq!(alerts.count(), 1, "{arrived:#?}");
    let arrived = hall.wait(chrono::Duration::hours(2)).await;
    let notes: Vec<_> = arrived
        .iter()
        .filter(|row| row.phrase == "staff-overtime")
        .collect();
    assert_eq!(notes.len(), 1);
    assert!(notes[0].text.contains("W040"), "{}", notes[0].text);
    // The next morning nobody stands in yesterday's queue any more.
    hall.wait(chrono::Duration::hours(15)).await;
    let open = "SELECT count(*) FROM tickets WHERE state NOT IN ('done', 'left')";
    assert_eq!(hall.count(open), 0);
}

#[tokio::test]
async fn a_wish_from_the_phone_that_is_refused_is_kept_with_its_reason() {
    let mut hall = CityHall::open("2026-12-01T17:25:00");
    act(&hall, "open", 1, super::races::open(1)).await.unwrap();
    let ticket = Choice::Action(madoguchi::desk::faq::Action::Ticket);
    hall.picks("ken", ticket).await;
    hall.picks("ken", Choice::Queue(Pick::For(Procedure::Pickup)))
        .await;
    let said = hall.deliver().await;
    let refused = said
        .iter()
        .find(|row| row.phrase == "ticket-refused")
        .unwrap();
    assert!(refused.text.contains("空いている時間"), "{}", refused.text);
    let kept = "SELECT count(*) FROM admissions WHERE asker = 'phone' AND result = 'day-ends'";
    assert_eq!(hall.count(kept), 1);
}
