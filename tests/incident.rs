//! Incidents: what is stopped, what is not, and what goes out afterwards.

use chrono::Duration;
use madoguchi::config::Config;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::faq::Action as Wish;
use madoguchi::desk::incident::{Action, Field, Kind, Line, Raising, Refusal};
use madoguchi::desk::message::{Address, Channel, Incoming, Outgoing, Said, StaffAction};
use madoguchi::ids::{CaseId, IncidentId, OutgoingId};

use crate::harness::{CityHall, config_with};

const MORNING: &str = "2026-12-01T10:00:00";
const BOOKING: &str = "明日の10時に市役所本館で電子証明書の更新の予約をしたい";
/// The hotlines of the example, and the numbers that are the same everywhere.
const EMERGENCY: [&str; 4] = ["0120-95-0178", "0120-0178-27", "119", "110"];

/// The example with people who have tied their telephones.
fn staffed() -> Config {
    let supervisor = "{ name = \"supervisor\", role = \"supervisor\" },";
    let more = "{ name = \"supervisor\", role = \"supervisor\", telegram = 7001 }, \
                { name = \"deputy\", role = \"deputy\", telegram = 7002 }, \
                { name = \"hall\", role = \"floor\", telegram = 7003 }, \
                { name = \"city\", role = \"reviewer\", telegram = 7004 }, \
                { name = \"old\", role = \"deputy\", telegram = 7005, last_day = \"2026-11-30\" },";
    config_with(&[(supervisor, more)])
}

fn of_residents(rows: &[Outgoing]) -> Vec<(String, String)> {
    let own = rows.iter().filter(|row| row.resident.is_some());
    own.map(|row| (row.to.id.clone(), row.phrase.clone()))
        .collect()
}

fn phrases(rows: &[Outgoing]) -> Vec<&str> {
    rows.iter().map(|row| row.phrase.as_str()).collect()
}

fn raising(freeze: Option<bool>) -> Raising {
    Raising {
        kind: Kind::Leak,
        office: None,
        what: "別の人の予約が送られた。マイナンバーは123456789018".to_owned(),
        freeze,
        revoke: false,
    }
}

async fn raise(hall: &mut CityHall, freeze: Option<bool>) -> IncidentId {
    let key = hall.next_key();
    let by = ("counter".to_owned(), "a-token");
    let raised = hall.app.raise_incident(key, by, raising(freeze)).await;
    raised.unwrap().unwrap()
}

async fn act(hall: &mut CityHall, id: IncidentId, action: Action) -> Result<(), Refusal> {
    let key = hall.next_key();
    let by = ("supervisor".to_owned(), "a-token");
    let done = hall.app.act_on_incident(key, by, id, action).await;
    done.unwrap()
}

#[tokio::test]
async fn those_who_run_the_desk_and_the_city_hear_of_it_at_once() {
    let mut hall = CityHall::open_with(MORNING, staffed());
    let id = raise(&mut hall, None).await;
    let arrived = hall.deliver().await;
    let mut told: Vec<&str> = arrived.iter().map(|row| row.to.id.as_str()).collect();
    told.sort_unstable();
    let staff = Address::staff();
    assert_eq!(told, ["7001", "7002", "7004", staff.id.as_str()]);
    for row in &arrived {
        assert_eq!(row.phrase, "staff-incident-raised");
        assert!(row.text.contains(&format!("J-{id}")), "{}", row.text);
        assert!(!row.text.contains("別の人"), "what happened stays inside");
        assert_eq!(row.resident, None);
    }
    let record = hall.app.incident(id).unwrap().unwrap();
    let [entry] = &record.entries[..] else {
        panic!("{record:?}")
    };
    let Line::Text(Field::What, text) = &entry.line else {
        panic!("{entry:?}")
    };
    assert!(text.starts_with("別の人の予約が送られた"), "{text}");
    assert!(!text.contains("123456789018"), "{text}");
    // Nothing is stopped by it.
    hall.says("花子", "こんにちは").await;
    assert_eq!(of_residents(&hall.deliver().await).len(), 1);
}

#[tokio::test]
async fn residents_get_nothing_but_whom_to_call_until_messages_go_out_again() {
    let mut hall = CityHall::open_with(MORNING, staffed());
    hall.says("花子", BOOKING).await;
    hall.says("花子", "はい").await;
    hall.deliver().await;
    hall.says("花子", "予約を見たい").await;
    hall.says("次郎", "こんにちは").await;
    let id = raise(&mut hall, Some(true)).await;
    let arrived = hall.deliver().await;
    assert_eq!(of_residents(&arrived), []);
    assert_eq!(arrived.len(), 4, "the staff hear of it: {arrived:#?}");
    for text in [
        "予約を取り消したい",
        "はい",
        "職員と話したい",
        "駐車場はありますか",
    ] {
        let said = hall.says("花子", text).await;
        assert_eq!(phrases(&said), ["desk-paused"], "{text}");
        for number in EMERGENCY {
            assert!(said[0].text.contains(number), "{}", said[0].text);
        }
        assert!(said[0].text.contains("072-958-1111"), "{}", said[0].text);
    }
    let pressed = hall.picks("次郎", Choice::Action(Wish::Staff)).await;
    assert_eq!(phrases(&pressed), ["desk-paused"]);
    let lost = hall.says("花子", "マイナンバーカードをなくした").await;
    assert_eq!(phrases(&lost), ["answer"]);
    let english = hall.says("mary", "I want to book a visit").await;
    assert_eq!(phrases(&english), ["desk-paused"]);
    assert!(
        english[0].text.contains("paused this chat"),
        "{}",
        english[0].text
    );
    let arrived = of_residents(&hall.deliver().await);
    let paused = arrived.iter().filter(|(_, phrase)| phrase == "desk-paused");
    assert_eq!(paused.count(), 6);
    assert_eq!(
        arrived.iter().filter(|(_, p)| p == "answer").count(),
        1,
        "what cannot wait is answered"
    );
    assert_eq!(arrived.len(), 7, "{arrived:?}");
    assert_eq!(hall.count("SELECT count(*) FROM cases"), 0);
    let booked = "SELECT count(*) FROM reservations WHERE state = 'booked'";
    assert_eq!(hall.count(booked), 1);
    let kept = "SELECT count(*) FROM inbox WHERE text = '予約を取り消したい'";
    assert_eq!(hall.count(kept), 1, "their words are kept");
    hall.restart();
    assert_eq!(of_residents(&hall.deliver().await), []);
    assert_eq!(
        phrases(&hall.says("花子", "予約を見たい").await),
        ["desk-paused"]
    );
    hall.deliver().await;
    assert_eq!(act(&mut hall, id, Action::Thaw).await, Ok(()));
    let mut after = of_residents(&hall.deliver().await);
    // Chats are served side by side; only within one of them is there an order.
    after.sort();
    let (hanako, jiro) = ("花子".to_owned(), "次郎".to_owned());
    assert_eq!(
        after,
        [
            (jiro, "welcome".to_owned()),
            (hanako, "reservation".to_owned())
        ]
    );
    assert_eq!(
        phrases(&hall.says("花子", "予約を見たい").await),
        ["reservation"]
    );
    assert_eq!(
        act(&mut hall, id, Action::Thaw).await,
        Err(Refusal::NotFrozen)
    );
}

#[tokio::test]
async fn a_reminder_does_not_come_after_the_visit() {
    let mut hall = CityHall::open_with(MORNING, staffed());
    hall.says("花子", BOOKING).await;
    hall.says("花子", "はい").await;
    hall.deliver().await;
    let id = raise(&mut hall, Some(false)).await;
    let arrived = hall.wait(Duration::hours(26)).await;
    assert_eq!(of_residents(&arrived), []);
    let written =
        "SELECT count(*) FROM outbox WHERE phrase = 'reminder-evening' AND state = 'pending'";
    assert_eq!(hall.count(written), 1, "it was due meanwhile");
    assert_eq!(act(&mut hall, id, Action::Thaw).await, Ok(()));
    let after = of_residents(&hall.deliver().await);
    let reminders = after.iter().filter(|(_, p)| p.starts_with("reminder"));
    assert_eq!(reminders.count(), 0, "{after:?}");
    let dropped = "SELECT count(*) FROM reminders WHERE state = 'dropped'";
    assert!(hall.count(dropped) > 0);
}

#[tokio::test]
async fn a_page_gets_what_waited_after_what_it_was_shown() {
    let mut hall = CityHall::open_with(MORNING, staffed());
    let page = Address::new(Channel::Web, "a-hash");
    let says = |key: &str, text: &str| Incoming {
        key: key.to_owned(),
        from: page.clone(),
        hint: None,
        chosen: None,
        said: Said::Text(text.to_owned()),
        pressed: None,
        pulled: true,
    };
    let wish = says("w1", "職員と話したい");
    hall.app.receive(wish).await.unwrap();
    hall.staff(StaffAction::Accept(CaseId(1001))).await;
    let seen = hall.app.said_after(&page, OutgoingId(0)).unwrap();
    let seen = seen.last().unwrap().id;
    hall.app.mark_shown(page.clone(), seen).await.unwrap();
    hall.replies(1001, "窓口でお待ちください").await;
    let id = raise(&mut hall, Some(true)).await;
    assert!(hall.app.arrived_after(&page, seen).unwrap().is_empty());
    let asked = says("w2", "まだですか");
    let paused = hall.app.receive(asked).await.unwrap();
    assert_eq!(phrases(&paused), ["desk-paused"]);
    let shown = hall.app.said_after(&page, seen).unwrap();
    assert_eq!(phrases(&shown), ["desk-paused"], "the page as a whole");
    let newest = paused[0].id;
    hall.app.mark_shown(page.clone(), newest).await.unwrap();
    assert_eq!(act(&mut hall, id, Action::Thaw).await, Ok(()));
    let arrived = hall.app.arrived_after(&page, newest).unwrap();
    assert_eq!(phrases(&arrived), ["staff-says"]);
    let relayed = says("w3", "まだですか");
    let relayed = hall.app.receive(relayed).await.unwrap();
    assert_eq!(phrases(&relayed), ["case-relayed"]);
    assert!(relayed[0].id > arrived[0].id);
}

#[tokio::test]
async fn the_record_becomes_the_report() {
    let mut hall = CityHall::open_with(MORNING, staffed());
    let first = raise(&mut hall, Some(true)).await;
    let second = raise(&mut hall, Some(true)).await;
    assert_eq!((first, second), (IncidentId(1), IncidentId(2)));
    let missing = vec![Field::When, Field::Measures, Field::Prevention];
    let closing = act(&mut hall, second, Action::Close).await;
    assert_eq!(closing, Err(Refusal::Missing(missing.clone())));
    for field in missing {
        let note = Action::Note(field, "記録".to_owned());
        for id in [first, second] {
            assert_eq!(act(&mut hall, id, note.clone()).await, Ok(()));
        }
    }
    // The second found messages stopped already; only the first lets them go.
    assert_eq!(
        act(&mut hall, first, Action::Close).await,
        Err(Refusal::Frozen)
    );
    assert_eq!(act(&mut hall, second, Action::Close).await, Ok(()));
    assert_eq!(
        act(&mut hall, second, Action::Close).await,
        Err(Refusal::Closed)
    );
    assert_eq!(hall.app.alerts().unwrap().open.len(), 1);
    assert!(hall.app.freeze().unwrap().is_some());
    assert_eq!(act(&mut hall, first, Action::Thaw).await, Ok(()));
    assert_eq!(act(&mut hall, first, Action::Close).await, Ok(()));
    let key = hall.next_key();
    let by = || ("supervisor".to_owned(), "a-token");
    let third = hall
        .app
        .raise_incident(key.clone(), by(), raising(None))
        .await;
    assert_eq!(third.unwrap(), Ok(IncidentId(3)));
    let again = hall.app.raise_incident(key, by(), raising(None)).await;
    assert_eq!(again.unwrap(), Err(Refusal::Repeated));
    let nobody = act(&mut hall, IncidentId(9), Action::Close).await;
    assert_eq!(nobody, Err(Refusal::Unknown));
    for (what, n) in [
        ("raise-incident", 3),
        ("note-incident", 9),
        ("stop-messages", 1),
        ("release-messages", 1),
        ("close-incident", 2),
    ] {
        let rows = format!("SELECT count(*) FROM audit WHERE what = '{what}'");
        assert_eq!(hall.count(&rows), n, "{what}");
    }
    let words = "SELECT count(*) FROM audit WHERE after LIKE '%記録%' OR after LIKE '%別の人%'";
    assert_eq!(hall.count(words), 0);
}
