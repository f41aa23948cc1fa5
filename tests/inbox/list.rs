//! The list: what comes first, what each filter shows, and who may do what.

use madoguchi::desk::language::Language;
use madoguchi::desk::rights::{Organisation, Role};
use madoguchi::desk::roster::{Post, RosterChange};
use reqwest::StatusCode;

use super::{Inbox, LOST, WISH, done};
use crate::review_page::value;

/// The cases of a page in their order.
fn order(page: &str) -> Vec<i64> {
    let rows = page.split("id=\"case-").skip(1);
    rows.map(|row| row.split('"').next().unwrap().parse().unwrap())
        .collect()
}

#[tokio::test]
async fn what_is_urgent_comes_first_and_then_what_is_due_first() {
    let mut inbox = Inbox::open().await;
    let first = inbox.case_of("花子", WISH).await;
    inbox.hall.jump("2026-12-01T10:05:00");
    let lost = inbox.case_of("太郎", LOST).await;
    inbox.hall.jump("2026-12-01T10:10:00");
    let last = inbox.case_of("次郎", WISH).await;
    let clerk = inbox.clerk("counter").await;
    let page = clerk.reads("/staff/cases").await;
    assert_eq!(order(&page), [lost, first, last]);
    let urgent = "class=\"urgency urgent\"><span aria-hidden=\"true\">‼</span>至急";
    assert!(page.contains(urgent), "{page}");
    assert!(
        page.contains("10分"),
        "how long the first one waits: {page}"
    );
    assert_eq!(value(&page, "data-unowned=\""), "3");
    // Everywhere else the navigation shows how many wait.
    inbox.hall.app.refresh_halls().await.unwrap();
    let day = clerk.reads("/staff/day").await;
    assert!(day.contains("<span data-count>3</span>"), "{day}");
    assert!(clerk.reads("/staff/floor").await.contains("（未対応 3件）"));
}

#[tokio::test]
async fn each_filter_shows_its_own() {
    let mut inbox = Inbox::open().await;
    let mine = inbox.case_of("花子", WISH).await;
    let free = inbox.case_of("太郎", LOST).await;
    let over = inbox.case_of("次郎", WISH).await;
    let clerk = inbox.clerk("counter").await;
    assert_eq!(clerk.presses(mine, "accept", &[]).await, "accepted");
    let why = [("why", "answered")];
    assert_eq!(clerk.presses(over, "close", &why).await, "closed");
    for (show, expected) in [
        ("all", vec![free, mine]),
        ("mine", vec![mine]),
        ("unowned", vec![free]),
        ("overdue", vec![]),
        ("closed", vec![over]),
        ("nonsense", vec![free, mine]),
    ] {
        let page = clerk.reads(&format!("/staff/cases?show={show}")).await;
        assert_eq!(order(&page), expected, "{show}");
    }
    inbox.hall.jump("2026-12-01T12:00:00");
    let page = clerk.reads("/staff/cases?show=overdue").await;
    assert_eq!(order(&page), [free, mine]);
    assert!(page.contains(&inbox.words("staff-inbox-alarm-none")));
    // The levels of the alarm are told in words.
    inbox.hall.app.tick().await.unwrap();
    let page = clerk.reads("/staff/cases?show=overdue").await;
    assert!(
        page.contains(&inbox.words("staff-inbox-alarm-deputy")),
        "{page}"
    );
    // An office that a case may belong to shows it; one that nobody knows narrows nothing.
    for office in ["main", "nowhere"] {
        let page = clerk.reads(&format!("/staff/cases?office={office}")).await;
        assert_eq!(order(&page), [free, mine], "{office}");
    }
}

#[tokio::test]
async fn the_load_stands_above_the_list() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    inbox.case_of("太郎", WISH).await;
    inbox.hall.jump("2026-12-01T10:12:00");
    let clerk = inbox.clerk("counter").await;
    assert_eq!(done(&clerk.replies(case, "承りました。").await), "replied");
    let page = clerk.reads("/staff/cases").await;
    for (words, number) in [
        ("staff-inbox-load-open", "2"),
        ("staff-inbox-load-unowned", "1"),
        ("staff-inbox-load-oldest", "12分"),
        ("staff-inbox-load-answered", "1"),
        ("staff-inbox-load-median", "12分"),
    ] {
        let cell = format!("<dt>{}</dt><dd>{number}</dd>", inbox.words(words));
        assert!(page.contains(&cell), "{cell}: {page}");
    }
}

#[tokio::test]
async fn two_clerks_cannot_take_the_same_case() {
    let mut inbox = Inbox::open().await;
    let (one, two) = (inbox.clerk("counter").await, inbox.clerk("counter-2").await);
    for n in 0..5 {
        let case = inbox.case_of(&format!("市民{n}"), WISH).await;
        let path = format!("/staff/cases/{case}/do");
        let (first, second) = (one.key(case).await, two.key(case).await);
        let fields = [("what", "accept")];
        let (a, b) = tokio::join!(
            one.posts(&path, &first, &fields),
            two.posts(&path, &second, &fields)
        );
        let mut told = [done(&a), done(&b)];
        told.sort();
        assert_eq!(told, ["accepted", "taken"]);
        let sql =
            format!("SELECT count(*) FROM case_events WHERE case_id = {case} AND step = 'accept'");
        assert_eq!(inbox.hall.count(&sql), 1);
        let told = "SELECT count(*) FROM outbox WHERE phrase = 'case-accepted'";
        assert_eq!(inbox.hall.count(told), n + 1, "the citizen hears once");
    }
}

#[tokio::test]
async fn who_looks_on_reads_along_and_does_nothing() {
    let mut inbox = Inbox::open().await;
    let case = inbox.case_of("花子", WISH).await;
    let floor = inbox.clerk("city").await;
    let list = floor.reads("/staff/cases").await;
    assert_eq!(order(&list), [case]);
    assert!(!list.contains("id=\"accept-"), "{list}");
    let page = floor.sees(case).await;
    for form in ["/do\"", "/reply\"", "/note\""] {
        assert!(!page.contains(form), "{form}: {page}");
    }
    let key = floor.key(case).await;
    let before = inbox.written();
    let at = |what| format!("/staff/cases/{case}/{what}");
    for (what, fields) in [
        ("do", [("what", "accept")]),
        ("do", [("what", "release")]),
        ("reply", [("text", "こんにちは")]),
        ("note", [("text", "こんにちは")]),
        ("aid", [("what", "find")]),
        ("send", [("what", "draft")]),
        ("sheet", [("to", "main")]),
    ] {
        let answer = floor.posts(&at(what), &key, &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}: {answer:?}");
    }
    let answer = floor.browser.gets(&at("take-over")).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(inbox.written(), before);
    assert_eq!(inbox.hall.count("SELECT count(*) FROM case_notes"), 0);
    let there = "SELECT count(*) FROM presence WHERE name = 'city'";
    assert_eq!(
        inbox.hall.count(there),
        0,
        "nobody is promised an answer by them"
    );
}

#[tokio::test]
async fn an_open_page_says_that_somebody_is_there_until_they_go() {
    let inbox = Inbox::open().await;
    inbox.hall.is_attended(false);
    let clerk = inbox.clerk("counter-2").await;
    let here = "SELECT until FROM presence WHERE name = 'counter-2'";
    clerk.reads("/staff/cases").await;
    let first = inbox.hall.count(here);
    inbox.hall.clock.advance(chrono::Duration::seconds(30));
    clerk.reads("/staff/cases").await;
    assert_eq!(inbox.hall.count(here), first, "once a minute is enough");
    inbox.hall.clock.advance(chrono::Duration::seconds(40));
    let page = clerk.reads("/staff/cases").await;
    assert!(inbox.hall.count(here) > first);
    assert!(page.contains("<bdi>counter-2</bdi>"), "{page}");
    let key = value(&page, "data-key=\"");
    let path = "/staff/cases/presence";
    let answer = clerk.posts(path, &key, &[("what", "away")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    let page = clerk.reads("/staff/cases").await;
    assert!(page.contains(&inbox.words("staff-inbox-is-away")));
    assert!(page.contains(&inbox.words("staff-inbox-nobody")));
    assert_eq!(inbox.hall.app.attending().unwrap(), Vec::<String>::new());
    clerk.posts(path, &key, &[("what", "back")]).await;
    assert_eq!(inbox.hall.app.attending().unwrap(), ["counter-2"]);
}

/// A page that is left open over lunch promises nobody a quick answer.
#[tokio::test]
async fn only_who_touches_a_page_is_there() {
    let inbox = Inbox::open().await;
    inbox.hall.is_attended(false);
    let clerk = inbox.clerk("counter-2").await;
    let page = clerk.reads("/staff/cases").await;
    let key = value(&page, "data-key=\"");
    let path = value(&page, "data-here=\"");
    let there = || inbox.hall.app.attending().unwrap();
    assert_eq!(there(), ["counter-2"]);
    inbox.hall.clock.advance(chrono::Duration::minutes(6));
    let mut stream = clerk.follows("/staff/cases/events").await;
    stream.brings(&inbox.words("staff-inbox-nothing")).await;
    assert!(there().is_empty(), "the stream goes on by itself");
    let inside = format!(
        "madoguchi-staff={}",
        clerk.browser.cookie("madoguchi-staff")
    );
    let fetched = reqwest::Client::new()
        .get(format!("{}/staff/cases", inbox.base))
        .header("cookie", inside)
        .header("x-by-itself", "1");
    assert_eq!(fetched.send().await.unwrap().status(), StatusCode::OK);
    assert!(there().is_empty(), "the page fetches itself");
    let answer = clerk.posts(&path, &key, &[("what", "here")]).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{answer:?}");
    assert_eq!(there(), ["counter-2"]);
    clerk.posts(&path, &key, &[("what", "away")]).await;
    clerk.posts(&path, &key, &[("what", "here")]).await;
    assert!(there().is_empty(), "who has said that they are away");
}

#[tokio::test]
async fn nobody_is_there_whose_session_is_over() {
    let inbox = Inbox::open().await;
    inbox.hall.is_attended(false);
    let there = || inbox.hall.app.attending().unwrap();
    let comes = async || {
        let clerk = inbox.clerk("counter-2").await;
        clerk.reads("/staff/cases").await;
        assert_eq!(there(), ["counter-2"]);
        clerk
    };
    let clerk = comes().await;
    let key = value(&clerk.reads("/staff/day").await, "name=\"key\" value=\"");
    clerk.posts("/staff/leave", &key, &[]).await;
    assert!(there().is_empty(), "who has left");
    comes().await;
    inbox.hall.app.lock_out("counter-2").await.unwrap();
    assert!(there().is_empty(), "who is locked out");
    comes().await;
    let given = inbox
        .hall
        .app
        .give_password("k".into(), "supervisor", "counter-2");
    given.await.unwrap().unwrap();
    assert!(there().is_empty(), "whose sessions were ended");
}

/// A page that was opened with a right shows nothing more once the right is gone, although its session goes on.
#[tokio::test]
async fn an_open_list_ends_with_the_right_to_it() {
    let mut inbox = Inbox::open().await;
    let post = |role| Post {
        role,
        organisation: Organisation::Contractor,
        offices: [].into(),
        first_day: None,
        last_day: None,
    };
    let add = RosterChange::Add("temp".into(), post(Role::Clerk));
    let app = inbox.hall.app.clone();
    app.change_roster(None, None, add).await.unwrap().unwrap();
    let clerk = inbox.clerk("temp").await;
    let mut stream = clerk.follows("/staff/cases/events").await;
    stream.brings(&inbox.words("staff-inbox-nothing")).await;
    let change = RosterChange::Change("temp".into(), post(Role::Floor));
    let changed = app.change_roster(None, None, change).await;
    changed.unwrap().unwrap();
    let case = inbox.case_of("花子", WISH).await;
    stream.brings("event: end").await;
    assert!(!stream.read.contains(&format!("K-{case}")));
    let floor = clerk.browser.gets("/staff/floor").await;
    assert_ne!(floor.status, StatusCode::SEE_OTHER, "they are still in");
}

#[tokio::test]
async fn an_open_list_hears_of_a_new_case() {
    let mut inbox = Inbox::open().await;
    let clerk = inbox.clerk("counter").await;
    let mut stream = clerk.follows("/staff/cases/events").await;
    stream.brings(&inbox.words("staff-inbox-nothing")).await;
    let wish = ["Tôi muốn nói chuyện với nhân viên"];
    let case = inbox.case_in("Lan", Language::Vi, &wish).await;
    stream.brings(&format!("id=\"case-{case}\"")).await;
    assert!(stream.read.contains("Tiếng Việt"), "{}", stream.read);
    // A clerk at a terminal, or another process, tells nobody; it is seen all the same.
    let file = rusqlite::Connection::open(inbox.hall.scratch.file("desk.sqlite")).unwrap();
    file.execute("UPDATE cases SET urgency = 'urgent'", [])
        .unwrap();
    let event = "INSERT INTO case_events (case_id, at, who, step, state) VALUES (?1, 0, 'x', 'rank', 'queued')";
    file.execute(event, [case]).unwrap();
    stream.brings("class=\"urgency urgent\"").await;
}
