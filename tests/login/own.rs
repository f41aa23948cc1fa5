//! Passwords of one's own: the first, a changed one, one that a supervisor gave.

use chrono::TimeDelta;
use reqwest::{Method, StatusCode};

use super::{Hall, INSIDE, TOKEN, password, staffed};
use crate::review_page::{plain, value};

const NEW: &str = "quite another password";

#[tokio::test]
async fn the_token_of_a_start_leads_to_a_password_of_ones_own() {
    let hall = Hall::open_with(staffed(), Some(TOKEN)).await;
    let browser = hall.browser();
    let door = browser.reads("/staff/enter").await;
    assert!(door.contains(&hall.words("staff-door-first-time")));
    let wrong = browser
        .enters("supervisor", "not-the-token-of-this-start", "")
        .await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    // A space at the end comes from copying.
    let answer = browser.enters("supervisor", &format!("{TOKEN} "), "").await;
    assert_eq!(answer.header("location"), "/staff/password");
    // With that session nothing else can be done.
    for path in ["/staff", "/staff/day", "/staff/people", "/review"] {
        let answer = browser.gets(path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(answer.header("location"), "/staff/password", "{path}");
    }
    let setting_up = browser.cookie(INSIDE);
    for (new, again, why) in [
        ("123456789", "123456789", "staff-door-short"),
        ("supervisor", "supervisor", "staff-door-is-name"),
        (
            "ＳＵＰＥＲＶＩＳＯＲ",
            "ＳＵＰＥＲＶＩＳＯＲ",
            "staff-door-is-name",
        ),
        (NEW, "quite another passw0rd", "staff-door-not-again"),
        (&"a".repeat(300), &"a".repeat(300), "staff-door-long"),
    ] {
        let answer = browser.sets("", new, again).await;
        assert!(answer.body.contains(&hall.words(why)), "{new}: {answer:?}");
        assert!(!answer.body.contains(NEW), "a password is never shown");
    }
    let answer = browser.sets("", NEW, NEW).await;
    assert_eq!(answer.header("location"), "/staff/day");
    assert!(browser.is_in().await);
    assert_ne!(browser.cookie(INSIDE), setting_up, "a session of its own");
    // With the first password the token has done its work: it opens for no other name, known or not.
    let late = hall.browser();
    let door = late.reads("/staff/enter").await;
    assert!(!door.contains(&hall.words("staff-door-first-time")));
    for name in ["supervisor", "city-desk", "counter", "mayor"] {
        let again = late.enters(name, TOKEN, "").await;
        assert_eq!(again.status, StatusCode::UNAUTHORIZED, "{name}");
    }
}

#[tokio::test]
async fn the_first_password_leads_to_where_ones_work_is() {
    let hall = Hall::open_with(staffed(), Some(TOKEN)).await;
    let browser = hall.browser();
    let answer = browser.enters("city-desk", TOKEN, "").await;
    assert_eq!(answer.header("location"), "/staff/password");
    let answer = browser.sets("", NEW, NEW).await;
    assert_eq!(answer.header("location"), "/review");
}

#[tokio::test]
async fn a_start_makes_a_token_only_while_nobody_has_a_password() {
    let hall = Hall::open().await;
    assert!(hall.hall.app.start_token().await.unwrap().is_some());
    hall.gives_password("editors").await;
    assert_eq!(hall.hall.app.start_token().await.unwrap(), None);
    hall.hall.app.lock_out("editors").await.unwrap();
    assert!(hall.hall.app.start_token().await.unwrap().is_some());
    // Whoever has left the roster does not count.
    hall.gives_password("gone").await;
    assert!(hall.hall.app.start_token().await.unwrap().is_some());
}

/// Who is locked out does not come back with the token of the start, also who never had a password.
#[tokio::test]
async fn the_token_does_not_open_for_those_who_are_locked_out() {
    let hall = Hall::open_with(staffed(), Some(TOKEN)).await;
    let browser = hall.browser();
    let beside = hall.browser();
    for (browser, name) in [(&browser, "counter"), (&beside, "hall")] {
        browser.enters(name, TOKEN, "").await;
    }
    browser.sets("", NEW, NEW).await;
    for name in ["counter", "hall"] {
        hall.hall.app.lock_out(name).await.unwrap();
    }
    assert!(!browser.is_in().await);
    let answer = beside.gets("/staff/password").await;
    assert_eq!(answer.header("location"), "/staff/enter");
    for (name, secret) in [
        ("counter", NEW),
        ("counter", TOKEN),
        ("hall", TOKEN),
        ("hall", ""),
    ] {
        let answer = browser.enters(name, secret, "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name} {secret}");
    }
    let supervisor = hall.inside("supervisor").await;
    let people = plain(&supervisor.reads("/staff/people").await);
    assert!(
        people.contains(&hall.words("staff-door-locked")),
        "{people}"
    );
    hall.gives_password("counter").await;
    let answer = browser.enters("counter", &password("counter"), "").await;
    assert_eq!(answer.header("location"), "/staff/day");
}

/// Two people hold the token; the second does not take over what the first has set.
#[tokio::test]
async fn whoever_sets_the_first_password_is_the_only_one() {
    let hall = Hall::open_with(staffed(), Some(TOKEN)).await;
    let (first, second) = (hall.browser(), hall.browser());
    for browser in [&first, &second] {
        browser.enters("counter", TOKEN, "").await;
    }
    let page = second.reads("/staff/password").await;
    let key = value(&page, "name=\"key\" value=\"");
    first.sets("", NEW, NEW).await;
    let fields = [
        ("new", "a password that comes late"),
        ("again", "a password that comes late"),
    ];
    let late = second.posts("/staff/password", &key, &fields).await;
    assert_eq!(late.header("location"), "/staff/enter");
    assert!(first.is_in().await);
    let answer = hall.browser().enters("counter", NEW, "").await;
    assert_eq!(answer.header("location"), "/staff/day");
}

#[tokio::test]
async fn setting_up_ends_after_a_quarter_of_an_hour() {
    let hall = Hall::open_with(staffed(), Some(TOKEN)).await;
    let browser = hall.browser();
    browser.enters("counter", TOKEN, "").await;
    hall.hall.clock.advance(TimeDelta::minutes(15));
    let answer = browser.gets("/staff/password").await;
    assert_eq!(answer.header("location"), "/staff/enter");
}

#[tokio::test]
async fn a_changed_password_ends_every_other_session() {
    let hall = Hall::open().await;
    let clerk = hall.inside("counter").await;
    let elsewhere = hall.browser();
    let old = password("counter");
    elsewhere.enters("counter", &old, "").await;
    let other = hall.inside("supervisor").await;
    let cookie = clerk.cookie(INSIDE);
    for (given, new, why) in [
        ("not the old one", NEW, "staff-door-wrong-old"),
        (old.as_str(), old.as_str(), "staff-door-same"),
        (&old, "short", "staff-door-short"),
    ] {
        let answer = clerk.sets(given, new, new).await;
        assert!(answer.body.contains(&hall.words(why)), "{answer:?}");
    }
    assert!(elsewhere.is_in().await, "nothing has changed yet");
    let answer = clerk.sets(&old, NEW, NEW).await;
    assert_eq!(answer.header("location"), "/staff/password?done=password");
    let page = clerk.reads("/staff/password?done=password").await;
    assert!(page.contains(&hall.words("staff-door-done-password")));
    assert!(clerk.is_in().await, "whoever changed it goes on");
    assert!(!elsewhere.is_in().await);
    assert!(other.is_in().await, "other people go on");
    clerk.holds(INSIDE, &cookie);
    assert!(!clerk.is_in().await, "with a new cookie");
    let refused = hall.browser().enters("counter", &old, "").await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    let answer = hall.browser().enters("counter", NEW, "").await;
    assert_eq!(answer.header("location"), "/staff/day");
}

/// Whoever finds a screen open does not find the password out there.
#[tokio::test]
async fn old_passwords_are_tried_as_seldom_as_others() {
    let hall = Hall::open().await;
    let clerk = hall.inside("counter").await;
    for _ in 0..5 {
        let answer = clerk.sets("a guess of some length", NEW, NEW).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    let answer = clerk.sets(&password("counter"), NEW, NEW).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    hall.hall.clock.advance(TimeDelta::minutes(5));
    let answer = clerk.sets(&password("counter"), NEW, NEW).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_supervisor_gives_a_password_that_must_be_changed() {
    let hall = Hall::open().await;
    let supervisor = hall.inside("supervisor").await;
    let clerk = hall.inside("counter").await;
    let people = supervisor.reads("/staff/people").await;
    for name in ["counter", "hall", "supervisor", "editors", "city-desk"] {
        assert!(people.contains(name), "{name}");
    }
    let key = supervisor.key("/staff/people").await;
    let answer = supervisor
        .posts("/staff/people", &key, &[("name", "counter")])
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    let given = value(&answer.body.replace("</code>", "\""), "<code>");
    assert_eq!(given.len(), 20, "{given}");
    assert!(!clerk.is_in().await, "the old sessions are over");
    // Shown once: neither the same form again nor the list tells it.
    let again = supervisor
        .posts("/staff/people", &key, &[("name", "counter")])
        .await;
    assert_eq!(again.header("location"), "/staff/people?done=repeated");
    let people = supervisor.reads("/staff/people").await;
    assert!(!people.contains(&given));
    assert!(plain(&people).contains(&hall.words("staff-door-given")));
    let old = clerk.enters("counter", &password("counter"), "").await;
    assert_eq!(old.status, StatusCode::UNAUTHORIZED);
    let answer = clerk.enters("counter", &given, "").await;
    assert_eq!(answer.header("location"), "/staff/password");
    let day = clerk.gets("/staff/day").await;
    assert_eq!(day.header("location"), "/staff/password");
    let kept = clerk.sets("", &given, &given).await;
    assert!(kept.body.contains(&hall.words("staff-door-same")));
    let set = clerk.sets("", NEW, NEW).await;
    assert_eq!(set.header("location"), "/staff/day");
    assert!(clerk.is_in().await);
    let once = hall.browser().enters("counter", &given, "").await;
    assert_eq!(once.status, StatusCode::UNAUTHORIZED);
    let audit =
        "SELECT count(*) FROM audit WHERE who = 'clerk:supervisor' AND what = 'give-password'
                    AND subject = 'counter'";
    assert_eq!(hall.hall.count(audit), 1);
}

#[tokio::test]
async fn only_supervisors_give_passwords_and_not_to_themselves() {
    let hall = Hall::open().await;
    for name in ["counter", "hall"] {
        let clerk = hall.inside(name).await;
        let page = clerk.reads("/staff/day").await;
        assert!(!page.contains("/staff/people"), "{name}");
        let key = value(&page, "name=\"key\" value=\"");
        for method in [Method::GET, Method::POST] {
            let fields = [("key", key.as_str()), ("name", "supervisor")];
            let answer = clerk.sends(method, "/staff/people", &fields).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
            assert!(answer.body.contains(&hall.words("staff-door-supervisors")));
        }
    }
    let supervisor = hall.inside("supervisor").await;
    let key = supervisor.key("/staff/people").await;
    for name in ["supervisor", "mayor", ""] {
        let answer = supervisor
            .posts("/staff/people", &key, &[("name", name)])
            .await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{name}");
    }
    assert!(supervisor.is_in().await);
}
