//! Who comes in to the review, and who does not. The door itself is that of all the staff (`tests/login`).

use chrono::TimeDelta;
use madoguchi::config::Config;
use reqwest::{Method, StatusCode};

use super::{Office, PARKING_JA, password, staffed};
use crate::harness::config_with;

/// Every address of the page, and how it is asked for.
const ADDRESSES: [(Method, &str); 7] = [
    (Method::GET, "/review"),
    (Method::GET, "/review?language=ja"),
    (Method::GET, PARKING_JA),
    (Method::POST, PARKING_JA),
    (Method::GET, "/review/text/nobody-knows/ja"),
    (Method::GET, "/review/questions"),
    (Method::POST, "/review/questions"),
];

/// Whatever is posted anywhere: every form finds its fields.
const ALL_FIELDS: [(&str, &str); 4] = [
    ("say", "approve"),
    ("seen", "h"),
    ("misses", "1"),
    ("language", "ja"),
];

fn nobody() -> Config {
    let people = "  { name = \"editors\", role = \"author\" },\n  { name = \"city-desk\", role = \"city-reviewer\" },\n";
    config_with(&[(people, "")])
}

#[tokio::test]
async fn without_people_there_is_no_page() {
    let office = Office::open_with(nobody()).await;
    let stranger = office.stranger();
    for (method, address) in ADDRESSES {
        let answer = stranger.sends(method, address, &ALL_FIELDS).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(answer.body, "", "{address}");
    }
}

#[tokio::test]
async fn strangers_are_shown_to_the_door() {
    let office = Office::open().await;
    let stranger = office.stranger();
    for cookie in ["", "guessed"] {
        stranger.browser.holds("madoguchi-staff", cookie);
        for (method, address) in ADDRESSES {
            let answer = stranger.sends(method, address, &ALL_FIELDS).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}");
            assert_eq!(answer.header("location"), "/staff/enter?to=review");
            assert_eq!(answer.body, "", "{address}");
        }
    }
    assert_eq!(office.audit(), Vec::<String>::new());
}

#[tokio::test]
async fn a_reviewer_comes_in_to_the_review_and_not_to_the_reservations() {
    let office = Office::open().await;
    office.gives_password("reviewer").await;
    let mut reviewer = office.stranger();
    let answer = reviewer.enters("reviewer", &password("reviewer")).await;
    assert_eq!(answer.header("location"), "/review");
    assert!(reviewer.reads("/review").await.contains(">reviewer</a>"));
    let desk = reviewer.gets("/staff").await;
    assert_eq!(
        desk.header("location"),
        "/review",
        "their work is elsewhere"
    );
    let day = reviewer.gets("/staff/day").await;
    assert_eq!(day.status, StatusCode::FORBIDDEN);
    assert!(day.body.contains(&office.words("staff-door-not-yours")));
    // And who works with the reservations alone does not review.
    office.gives_password("counter").await;
    let clerk = office.stranger();
    let answer = clerk
        .browser
        .enters("counter", &password("counter"), "review")
        .await;
    assert_eq!(answer.header("location"), "/staff/day");
    for (method, address) in ADDRESSES {
        let answer = clerk.sends(method, address, &ALL_FIELDS).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
        assert!(!answer.body.contains("駐車場"), "{address}");
    }
}

/// Who works on both has one name and one password.
#[tokio::test]
async fn one_person_works_in_both_places() {
    let mut config = staffed();
    config.staff.people[0].name = "reviewer".into();
    let office = Office::open_with(config).await;
    let reviewer = office.colleague("reviewer").await;
    reviewer.reads("/review").await;
    reviewer.reads("/staff/day").await;
}

#[tokio::test]
async fn a_form_without_its_key_changes_nothing() {
    let office = Office::open().await;
    let reviewer = office.colleague("reviewer").await;
    let other = office.colleague("author").await;
    let stale = office.words("staff-desk-stale");
    for key in [
        "",
        "review.",
        &other.key,
        "review.0123456789abcdef0123456789abcdef",
    ] {
        for address in [PARKING_JA, "/review/questions", "/staff/leave"] {
            let mut fields = ALL_FIELDS.to_vec();
            fields.push(("key", key));
            let answer = reviewer.browser.sends(Method::POST, address, &fields).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address} {key}");
            assert!(answer.body.contains(&stale), "{address}");
        }
    }
    reviewer.reads("/review").await;
    assert_eq!(office.audit(), Vec::<String>::new());
}

#[tokio::test]
async fn a_session_ends_after_ten_hours_and_by_leaving() {
    let office = Office::open().await;
    let mut reviewer = office.colleague("reviewer").await;
    let page = reviewer.gets("/review").await;
    assert_eq!(page.header("cache-control"), "no-store");
    office.hall.clock.advance(TimeDelta::minutes(599));
    reviewer.reads("/review").await;
    office.hall.clock.advance(TimeDelta::minutes(1));
    let late = reviewer.gets("/review").await;
    assert_eq!(late.status, StatusCode::SEE_OTHER, "after ten hours");
    reviewer.enters("reviewer", &password("reviewer")).await;
    // Who leaves is out, even where the browser keeps the cookie.
    let cookie = reviewer.browser.cookie("madoguchi-staff");
    let left = reviewer.posts("/staff/leave", &[]).await;
    assert_eq!(left.header("location"), "/staff/enter");
    assert_eq!(reviewer.browser.cookie("madoguchi-staff"), "");
    reviewer.browser.holds("madoguchi-staff", &cookie);
    let after = reviewer.gets("/review").await;
    assert_eq!(after.status, StatusCode::SEE_OTHER);
}

/// Somebody whom the configuration no longer names is out, whatever they hold.
#[tokio::test]
async fn the_password_of_nobody_opens_nothing() {
    let mut config = staffed();
    config.faq.people.retain(|person| person.name != "reviewer");
    let office = Office::open_with(config).await;
    office.gives_password("reviewer").await;
    let mut reviewer = office.stranger();
    let answer = reviewer.enters("reviewer", &password("reviewer")).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.body.contains(&office.words("staff-door-refused")));
}
