//! Everybody at every address: what the table of rights says is what happens, and no address is outside of it.

use std::collections::BTreeSet;

use madoguchi::channels::web::rights::{Need, ROUTES};
use madoguchi::config::Config;
use madoguchi::desk::rights::{Right, Role, may};
use reqwest::{Client, StatusCode, redirect};

use super::routes::named;
use super::{Browser, Hall, INSIDE};
use crate::harness::config_with;

/// One of each role, under the name of the role.
fn everybody() -> Config {
    let people = Role::ALL.map(|role| format!("{{ name = \"{0}\", role = \"{0}\" }}", role.id()));
    let before = "{ name = \"counter\", role = \"clerk\" },\n  { name = \"supervisor\", role = \"supervisor\" },";
    config_with(&[(before, &(people.join(", ") + ","))])
}

/// A desk with a visit at the main office, and the number of the visit.
async fn desk() -> (Hall, i64) {
    let mut hall = Hall::open_with(everybody(), None).await;
    let said = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";
    hall.hall.says("花子", said).await;
    hall.hall.says("花子", "はい").await;
    let id = hall.hall.count("SELECT id FROM reservations");
    hall.hall.app.refresh_halls().await.unwrap();
    (hall, id)
}

/// The status and the page; of a stream only the status.
async fn asks(
    hall: &Hall,
    browser: &Browser,
    method: &str,
    path: &str,
) -> (StatusCode, String, String) {
    let client = Client::builder()
        .redirect(redirect::Policy::none())
        .build()
        .unwrap();
    let mut request = client.request(method.parse().unwrap(), format!("{}{path}", hall.base));
    let cookie = browser.cookie(INSIDE);
    if !cookie.is_empty() {
        request = request.header("cookie", format!("{INSIDE}={cookie}"));
    }
    if method == "POST" {
        request = request.form(&[("office", "main"), ("what", "came"), ("id", "1")]);
    }
    let answer = request.send().await.unwrap();
    let status = answer.status();
    let to = answer.headers().get("location");
    let to = to.map_or("", |to| to.to_str().unwrap()).to_owned();
    let is_stream = path.ends_with("/events") && status == StatusCode::OK;
    let body = match is_stream {
        true => String::new(),
        false => answer.text().await.unwrap(),
    };
    (status, to, body)
}

#[test]
fn the_table_names_every_address_and_no_other() {
    let table: BTreeSet<(&str, String)> = ROUTES
        .iter()
        .map(|(method, path, _)| (*method, (*path).to_owned()))
        .collect();
    assert_eq!(table, named());
}

#[tokio::test]
async fn everybody_reaches_what_the_table_gives_them_and_nothing_else() {
    let (hall, id) = desk().await;
    let refusals = ["staff-door-supervisors", "staff-door-not-yours"].map(|id| hall.words(id));
    let nobody = hall.browser();
    let mut people = Vec::new();
    for role in Role::ALL {
        people.push((role, hall.inside(role.id()).await));
    }
    let mut walked = 0;
    for (method, path, need) in ROUTES {
        let path = path
            .replace("{id}", &id.to_string())
            .replace("{entry}", "parking")
            .replace("{language}", "ja");
        // Leaving would end the session; the test of the door does that.
        if (*method, path.as_str()) == ("POST", "/staff/leave") {
            continue;
        }
        let (status, to, _) = asks(&hall, &nobody, method, &path).await;
        let is_shown_out = status == StatusCode::SEE_OTHER && to.starts_with("/staff/enter");
        assert_eq!(
            is_shown_out,
            *need != Need::Open,
            "nobody: {method} {path} {status}"
        );
        for (role, browser) in &people {
            let (status, to, body) = asks(&hall, browser, method, &path).await;
            let expected = match need {
                Need::Open | Need::Own | Need::Work => true,
                Need::Right(right) => may(*role, *right),
            };
            let what = format!("{role:?}: {method} {path} {status} {to}");
            let is_refused = refusals.iter().any(|words| body.contains(words));
            assert_eq!(is_refused, !expected, "{what}");
            if !expected {
                assert_eq!(status, StatusCode::FORBIDDEN, "{what}");
                assert!(!body.contains("花子"), "{what}");
            }
            assert!(!to.starts_with("/staff/enter"), "{what}");
            assert!(!status.is_server_error(), "{what}");
            walked += 1;
        }
    }
    assert!(walked > 300, "{walked}");
}

/// The table once more in words of its own, so that a slip in it is seen.
#[tokio::test]
async fn pages_are_those_of_the_work() {
    let (hall, id) = desk().await;
    let visit = format!("/staff/visit/{id}");
    let of_the_book = [
        "/staff/day",
        "/staff/book",
        "/staff/waiting",
        visit.as_str(),
    ];
    let figures = ["/staff/week", "/staff/calendar"];
    let running = ["/staff/people", "/staff/devices"];
    let roster = ["/staff/people/post"];
    let texts = ["/review", "/review/questions"];
    let all = [
        &of_the_book[..],
        &figures[..],
        &running[..],
        &roster[..],
        &texts[..],
    ]
    .concat();
    for (role, open) in [
        (Role::Clerk, [&of_the_book[..], &figures[..]].concat()),
        (Role::Floor, [&of_the_book[..], &figures[..]].concat()),
        (Role::Deputy, [&of_the_book[..], &figures[..]].concat()),
        (
            Role::Supervisor,
            [&of_the_book[..], &figures[..], &running[..]].concat(),
        ),
        (Role::Reviewer, [&figures[..], &texts[..]].concat()),
        (Role::Admin, [&running[..], &roster[..]].concat()),
    ] {
        let browser = hall.inside(role.id()).await;
        for path in &all {
            let (status, ..) = asks(&hall, &browser, "GET", path).await;
            let expected = if open.contains(path) {
                StatusCode::OK
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(status, expected, "{role:?} {path}");
        }
        let (status, ..) = asks(&hall, &browser, "GET", "/staff/account").await;
        assert_eq!(status, StatusCode::OK, "{role:?}");
        // Nobody is led to a page that is not theirs, and no menu names one.
        let (_, home, _) = asks(&hall, &browser, "GET", "/staff").await;
        let (status, _, page) = asks(&hall, &browser, "GET", &home).await;
        assert_eq!(status, StatusCode::OK, "{role:?} {home}");
        for path in all.iter().filter(|path| !open.contains(path)) {
            assert!(
                !page.contains(&format!("href=\"{path}\"")),
                "{role:?} {path}"
            );
        }
    }
}

/// What is not a row of the table cannot be reached, whatever the router would do with it.
#[tokio::test]
async fn methods_that_are_not_named_are_refused() {
    let (hall, _) = desk().await;
    let browser = hall.inside("supervisor").await;
    for (method, path) in [
        ("DELETE", "/staff/day"),
        ("PUT", "/review"),
        ("POST", "/staff/day"),
    ] {
        let (status, ..) = asks(&hall, &browser, method, path).await;
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
    }
    let right = Need::Right(Right::SeeBook);
    assert!(ROUTES.contains(&("GET", "/staff/day", right)));
}
