//! Words with one tap: kept once, asked for once, by day, and only of who wants messages; on the page of a ticket too.

use std::collections::BTreeSet;

use chrono::Duration;
use madoguchi::app::App;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::faq::EntryId;
use madoguchi::desk::feedback::{About, Pick, Reason, Visited, ask_after_visits};
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Outgoing, StaffAction};
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::AskerKind;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::{FloorAction, TicketWish};
use madoguchi::desk::queue::talk;
use madoguchi::desk::queue::ticket::{Needs, TicketNumber};
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::{CaseId, ResidentId, TicketId};
use reqwest::{Client, StatusCode, redirect::Policy};
use tokio::sync::watch;

use crate::harness::{CityHall, at, config_with};

const MORNING: &str = "2026-12-01T10:00:00";
const ONE: CounterNumber = CounterNumber(1);

fn answer() -> About {
    About::Answer(EntryId::read("access-parking").unwrap())
}

fn phrases(rows: &[Outgoing]) -> Vec<&str> {
    rows.iter().map(|row| row.phrase.as_str()).collect()
}

async fn rates(hall: &mut CityHall, name: &str, pick: Pick) -> String {
    let rows = hall.picks(name, Choice::Feedback(pick)).await;
    phrases(&rows).join(" ")
}

/// The rows as they are kept: kind, subject, good or bad, reason.
fn kept(app: &App) -> Vec<String> {
    let read = app.store().read(|sql| {
        let mut rows =
            sql.prepare("SELECT kind, subject, iif(good, 'good', 'bad'), reason, language, ifnull(office, '-') FROM feedback ORDER BY id")?;
        let rows = rows.query_map([], |row| {
            let cells: Result<Vec<String>, _> = (0..6).map(|n| row.get(n)).collect();
            Ok(cells?.join(" "))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    });
    read.unwrap()
}

async fn floor(hall: &mut CityHall, action: FloorAction) -> Option<(TicketId, Option<String>)> {
    let key = hall.next_key();
    let office = OfficeId::read("main").unwrap();
    let done = hall.app.floor(key, "clerk".into(), office, action).await;
    let done = done.unwrap().unwrap();
    done.ticket.map(|ticket| (ticket.id, done.token))
}

/// A window opens.
async fn opens(hall: &mut CityHall) {
    let procedures = BTreeSet::new();
    let counter = ONE;
    floor(
        hall,
        FloorAction::Open {
            counter,
            procedures,
        },
    )
    .await;
}

/// The next one is called, served and done.
async fn is_served(hall: &mut CityHall) -> TicketId {
    let (ticket, _) = floor(hall, FloorAction::Next(ONE)).await.unwrap();
    floor(hall, FloorAction::Serve(ticket)).await;
    let work = vec![(Procedure::Pin, 1)];
    floor(hall, FloorAction::Finish(ticket, work)).await;
    hall.deliver().await;
    ticket
}

/// Somebody takes a ticket on the phone and is served.
async fn visits(hall: &mut CityHall, name: &str) -> TicketId {
    let pin = talk::Pick::For(Procedure::Pin);
    hall.says(name, "番号札を取りたい").await;
    let asked = hall.picks(name, Choice::Queue(pin)).await;
    assert_eq!(phrases(&asked), ["ticket-ask"]);
    let issued = hall.says(name, "はい").await;
    assert_eq!(phrases(&issued), ["ticket-issued"]);
    is_served(hall).await
}

fn asked(rows: &[Outgoing]) -> usize {
    rows.iter()
        .filter(|row| row.phrase == "feedback-visit")
        .count()
}

#[tokio::test]
async fn a_word_is_kept_once_and_can_be_changed() {
    let mut hall = CityHall::open(MORNING);
    let good = rates(&mut hall, "花子", Pick::Good(answer())).await;
    assert_eq!(good, "feedback-thanks");
    assert_eq!(kept(&hall.app), ["answer access-parking good  ja -"]);
    // The older button of answers is the bad word about them, and is a question for the review as before.
    let parking = EntryId::read("access-parking").unwrap();
    let rows = hall.picks("花子", Choice::Unhelpful(parking)).await;
    assert_eq!(phrases(&rows), ["feedback-noted"]);
    let reasons: Vec<&str> = rows[0].choices.iter().map(|b| b.id.as_str()).collect();
    assert!(reasons.ends_with(&[
        "a.staff",
        "h.w-access-parking",
        "h.d-access-parking",
        "h.u-access-parking",
        "h.m-access-parking",
        "h.o-access-parking"
    ]));
    assert_eq!(kept(&hall.app), ["answer access-parking bad  ja -"]);
    assert_eq!(hall.count("SELECT count(*) FROM misses"), 1);
    let because = Pick::Because(answer(), Reason::OutOfDate);
    assert_eq!(rates(&mut hall, "花子", because).await, "feedback-thanks");
    assert_eq!(
        kept(&hall.app),
        ["answer access-parking bad out-of-date ja -"]
    );
    // A bad word said once more leaves the reason.
    rates(&mut hall, "花子", Pick::Bad(answer())).await;
    assert_eq!(
        kept(&hall.app),
        ["answer access-parking bad out-of-date ja -"]
    );
    rates(&mut hall, "花子", Pick::Good(answer())).await;
    assert_eq!(kept(&hall.app), ["answer access-parking good  ja -"]);
    rates(&mut hall, "太郎", Pick::Good(answer())).await;
    assert_eq!(kept(&hall.app).len(), 2, "each resident has a word");
    let page = hall.app.metrics().render(0, 0);
    let counted = |verdict: &str, n: u8| {
        let line = format!("madoguchi_ratings_total{{kind=\"answer\",verdict=\"{verdict}\"}} {n}");
        assert!(page.contains(&line), "{page}");
    };
    counted("good", 3);
    counted("bad", 2);
}

#[tokio::test]
async fn what_is_not_theirs_and_what_is_not_there_is_not_rated() {
    let mut hall = CityHall::open(MORNING);
    opens(&mut hall).await;
    let ticket = visits(&mut hall, "花子").await;
    rates(&mut hall, "太郎", Pick::Bad(About::Visit(ticket))).await;
    rates(&mut hall, "太郎", Pick::Good(About::Visit(TicketId(1)))).await;
    rates(&mut hall, "太郎", Pick::Good(About::Case(CaseId(1001)))).await;
    assert_eq!(kept(&hall.app), [""; 0]);
    let gone = About::Answer(EntryId::read("no-such-entry").unwrap());
    let said = rates(&mut hall, "花子", Pick::Good(gone)).await;
    assert!(said.starts_with("stale-button"), "{said}");
    // While somebody waits there is nothing to rate yet.
    hall.says("太郎", "番号札を取りたい").await;
    let pin = talk::Pick::For(Procedure::Pin);
    hall.picks("太郎", Choice::Queue(pin)).await;
    hall.says("太郎", "はい").await;
    let waiting = hall.count("SELECT id FROM tickets WHERE state = 'waiting'");
    let about = About::Visit(TicketId(waiting));
    rates(&mut hall, "太郎", Pick::Bad(about)).await;
    assert_eq!(kept(&hall.app), [""; 0]);
    rates(&mut hall, "花子", Pick::Good(About::Visit(ticket))).await;
    assert_eq!(kept(&hall.app), [format!("visit {ticket} good  ja main")]);
}

#[tokio::test]
async fn a_closed_case_is_rated_by_whose_it_is() {
    let mut hall = CityHall::open(MORNING);
    let rows = hall.says("花子", "職員と話したい").await;
    assert_eq!(phrases(&rows), ["case-opened"]);
    hall.replies(1001, "こちらで承ります").await;
    hall.staff(StaffAction::Close(CaseId(1001))).await;
    hall.deliver().await;
    let case = About::Case(CaseId(1001));
    let buttons = madoguchi::desk::feedback::after_case(CaseId(1001));
    let codes: Vec<String> = buttons.iter().map(Choice::code).collect();
    assert_eq!(codes, ["h.cy-1001", "h.cn-1001"]);
    let rows = hall.picks("花子", buttons[1].clone()).await;
    assert_eq!(phrases(&rows), ["feedback-why"]);
    let labels: Vec<&str> = rows[0].choices.iter().map(|b| b.label.as_str()).collect();
    let expected = [
        "返事が遅い",
        "解決しなかった",
        "わかりにくい",
        "そのほか",
        "職員に聞く",
    ];
    assert_eq!(labels, expected);
    rates(&mut hall, "花子", Pick::Because(case, Reason::NotSolved)).await;
    assert_eq!(kept(&hall.app), ["case 1001 bad not-solved ja -"]);
}

#[tokio::test]
async fn a_visit_is_asked_about_once_and_after_some_minutes() {
    let mut hall = CityHall::open(MORNING);
    opens(&mut hall).await;
    visits(&mut hall, "花子").await;
    assert_eq!(asked(&hall.wait(Duration::minutes(29)).await), 0);
    hall.restart();
    assert_eq!(asked(&hall.wait(Duration::minutes(1)).await), 1);
    hall.restart();
    assert_eq!(asked(&hall.wait(Duration::hours(30)).await), 0);
    assert_eq!(
        hall.count("SELECT count(*) FROM outbox WHERE phrase = 'feedback-visit'"),
        1
    );
}

#[tokio::test]
async fn who_wants_no_messages_has_rated_or_has_no_phone_is_not_asked() {
    let mut hall = CityHall::open(MORNING);
    opens(&mut hall).await;
    visits(&mut hall, "花子").await;
    hall.picks("花子", Choice::Messages(false)).await;
    let rated = visits(&mut hall, "太郎").await;
    rates(&mut hall, "太郎", Pick::Good(About::Visit(rated))).await;
    let wish = TicketWish {
        procedures: vec![Procedure::Pin],
        people: 1,
        language: Language::Ja,
        needs: Needs::default(),
        resident: None,
        from: AskerKind::Kiosk,
        beyond: Some("test".into()),
    };
    floor(&mut hall, FloorAction::Issue(wish)).await;
    is_served(&mut hall).await;
    assert_eq!(
        hall.count("SELECT count(*) FROM tickets WHERE state = 'done'"),
        3
    );
    assert_eq!(asked(&hall.wait(Duration::hours(3)).await), 0);
}

#[tokio::test]
async fn nobody_is_asked_at_night_and_zero_switches_it_off() {
    // Due at half past ten in the evening: the night is over at eight.
    let late = config_with(&[("visit_after_minutes = 30", "visit_after_minutes = 750")]);
    let mut hall = CityHall::open_with(MORNING, late);
    opens(&mut hall).await;
    visits(&mut hall, "花子").await;
    hall.jump("2026-12-01T22:29:00");
    assert_eq!(asked(&hall.wait(Duration::hours(9)).await), 0);
    assert_eq!(asked(&hall.wait(Duration::hours(1)).await), 1);
    assert_eq!(hall.now().format("%H:%M").to_string(), "08:29");
    let off = config_with(&[("visit_after_minutes = 30", "visit_after_minutes = 0")]);
    let mut hall = CityHall::open_with(MORNING, off);
    opens(&mut hall).await;
    visits(&mut hall, "花子").await;
    assert_eq!(asked(&hall.wait(Duration::hours(6)).await), 0);
}

/// The question that a fault of the network has kept until the night is not asked then, nor later.
#[tokio::test]
async fn a_question_that_waits_into_the_night_is_taken_back() {
    let late = config_with(&[("visit_after_minutes = 30", "visit_after_minutes = 645")]);
    let mut hall = CityHall::open_with(MORNING, late);
    opens(&mut hall).await;
    visits(&mut hall, "花子").await;
    hall.jump("2026-12-01T20:50:00");
    hall.app.tick().await.unwrap();
    let waits = "SELECT count(*) FROM outbox WHERE phrase = 'feedback-visit' AND state = 'pending'";
    assert_eq!(hall.count(waits), 1);
    hall.jump("2026-12-01T21:30:00");
    assert_eq!(asked(&hall.deliver().await), 0);
    assert_eq!(hall.count(waits), 0);
    assert_eq!(asked(&hall.wait(Duration::hours(14)).await), 0);
}

#[test]
fn asking_is_a_function_of_values() {
    let rules = config_with(&[]).rules;
    let visited = || {
        vec![Visited {
            ticket: TicketId(7),
            number: TicketNumber { letter: 'W', n: 12 },
            resident: ResidentId(3),
        }]
    };
    let found = ask_after_visits(&rules, visited(), at(MORNING));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "feedback:7");
    let codes: Vec<String> = found[0].1.replies[0]
        .choices
        .iter()
        .map(Choice::code)
        .collect();
    assert_eq!(codes, ["h.vy-7", "h.vn-7"]);
    for night in ["2026-12-01T21:00:00", "2026-12-02T07:59:00"] {
        assert!(
            ask_after_visits(&rules, visited(), at(night)).is_empty(),
            "{night}"
        );
    }
}

/// The page of a finished ticket asks with plain forms; the same word twice is one, and it can be changed.
#[tokio::test]
async fn the_page_of_a_finished_ticket_asks_too() {
    let mut hall = CityHall::open(MORNING);
    opens(&mut hall).await;
    let wish = TicketWish {
        procedures: vec![Procedure::Pin],
        people: 1,
        language: Language::En,
        needs: Needs::default(),
        resident: None,
        from: AskerKind::Kiosk,
        beyond: Some("test".into()),
    };
    let (ticket, token) = floor(&mut hall, FloorAction::Issue(wish)).await.unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (_stop, stopped) = watch::channel(false);
    let router = madoguchi::channels::web::router(hall.app.clone(), stopped, None);
    let stop = std::future::pending();
    tokio::spawn(madoguchi::channels::web::serve(listener, router, stop));
    let client = Client::builder().redirect(Policy::none()).build().unwrap();
    let page = format!("{base}/t/{}", token.unwrap());
    let reads = async || {
        client
            .get(&page)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    };
    let posts = async |order: &str| {
        let sent = client.post(&page).form(&[("order", order)]).send().await;
        assert_eq!(sent.unwrap().status(), StatusCode::SEE_OTHER, "{order}");
    };
    assert!(!reads().await.contains("value=\"good\""), "not yet over");
    posts("good").await;
    assert_eq!(kept(&hall.app), [""; 0], "nothing to rate yet");
    is_served(&mut hall).await;
    let html = reads().await;
    assert!(
        html.contains("How was your visit with number W001?"),
        "{html}"
    );
    assert!(html.contains("value=\"good\"") && html.contains("value=\"bad\""));
    assert!(!html.contains("value=\"bad-wait\""));
    posts("bad").await;
    let html = reads().await;
    assert!(html.contains("value=\"bad-wait\""), "{html}");
    posts("bad-wait").await;
    posts("bad-wait").await;
    posts("bad-late").await;
    let noted =
        "SELECT count(*) FROM audit WHERE who = 'desk' AND what = 'rate' AND subject = 'visit'";
    assert_eq!(hall.count(noted), 3, "that it was said, and not what");
    let row = |words: &str| [format!("visit {ticket} {words} en main")];
    assert_eq!(kept(&hall.app), row("bad wait"));
    assert!(reads().await.contains("Thank you. This helps us improve."));
    posts("good").await;
    assert_eq!(kept(&hall.app), row("good "));
    assert!(!reads().await.contains("value=\"bad-wait\""));
}
