//! Coming in, being kept out, going out.

use chrono::TimeDelta;
use madoguchi::config::Config;
use reqwest::{Method, StatusCode};
use sha2::{Digest, Sha256};

use super::{Browser, Hall, INSIDE, TOKEN, password, staffed};
use crate::review_page::value;

#[tokio::test]
async fn everybody_comes_in_with_their_own_password_alone() {
    let hall = Hall::open().await;
    hall.gives_password("counter").await;
    hall.gives_password("supervisor").await;
    let stranger = hall.browser();
    let own = password("counter");
    let refused = hall.words("staff-door-refused");
    for (name, given) in [
        ("counter", password("supervisor").as_str()),
        ("counter", &own[..own.len() - 1]),
        ("counter", ""),
        ("passer-by", &own),
        ("", &own),
        ("hall", ""),
        ("hall", &own),
        ("hall", TOKEN),
    ] {
        let answer = stranger.enters(name, given, "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name} {given}");
        assert!(answer.body.contains(&refused));
        assert_eq!(stranger.cookie(INSIDE), "");
        assert!(!answer.body.contains(&own), "a password is never shown");
    }
    // The width in which somebody types does not matter.
    let wide = "ｔｈｅ　ｌｏｎｇ ｐａｓｓｗｏｒｄ ｏｆ counter";
    let answer = stranger.enters("ｃｏｕｎｔｅｒ", wide, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    assert_eq!(answer.header("location"), "/staff/day");
    assert!(stranger.reads("/staff/day").await.contains(">counter</a>"));
}

/// The door tells nobody who works here.
#[tokio::test]
async fn the_door_names_nobody() {
    let hall = Hall::open().await;
    let page = hall.browser().reads("/staff/enter").await;
    for name in ["counter", "supervisor", "hall", "editors", "city-desk"] {
        assert!(!page.contains(&format!("\"{name}\"")), "{name}");
        assert!(!page.contains(&format!(">{name}<")), "{name}");
    }
}

#[tokio::test]
async fn wrong_tries_lock_their_name_and_nobody_else() {
    let hall = Hall::open().await;
    let inside = hall.inside("counter").await;
    hall.gives_password("supervisor").await;
    let stranger = hall.browser();
    let too_often = hall.words("staff-door-too-often");
    for name in ["counter", "passer-by"] {
        for _ in 0..5 {
            let answer = stranger.enters(name, "a guess of some length", "").await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name}");
        }
        let locked = stranger.enters(name, &password(name), "").await;
        assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS, "{name}");
        assert_eq!(locked.header("retry-after"), "60");
        assert!(locked.body.contains(&too_often));
    }
    // Who is inside goes on, and others come in.
    assert!(inside.is_in().await);
    let other = hall.browser();
    other
        .enters("supervisor", &password("supervisor"), "")
        .await;
    assert!(other.is_in().await);
    hall.hall.clock.advance(TimeDelta::seconds(59));
    let locked = stranger.enters("counter", &password("counter"), "").await;
    assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS);
    hall.hall.clock.advance(TimeDelta::seconds(1));
    let open = stranger.enters("counter", &password("counter"), "").await;
    assert_eq!(open.status, StatusCode::SEE_OTHER);
}

/// Many tries at the same moment are counted like others.
#[tokio::test]
async fn tries_side_by_side_are_counted() {
    let hall = Hall::open().await;
    hall.gives_password("counter").await;
    let guess = async || {
        let browser = hall.browser();
        browser
            .enters("counter", "a guess of some length", "")
            .await
            .status
    };
    let tries = futures_util::future::join_all((0..12).map(|_| guess())).await;
    let looked_at = tries.iter().filter(|s| **s == StatusCode::UNAUTHORIZED);
    assert_eq!(looked_at.count(), 5, "{tries:?}");
}

#[tokio::test]
async fn a_session_survives_a_restart_and_lasts_ten_hours() {
    let mut hall = Hall::open().await;
    let clerk = hall.inside("counter").await;
    let cookie = clerk.cookie(INSIDE);
    hall.restart(None).await;
    let again = hall.browser();
    again.holds(INSIDE, &cookie);
    assert!(again.is_in().await, "the desk knows them still");
    hall.hall.clock.advance(TimeDelta::minutes(599));
    assert!(again.is_in().await);
    hall.hall.clock.advance(TimeDelta::minutes(1));
    assert!(!again.is_in().await, "after ten hours");
    assert_eq!(hall.sessions(), 1);
    hall.hall.app.tick().await.unwrap();
    assert_eq!(hall.sessions(), 0, "what is over is swept");
}

/// Reading the database opens nothing.
#[tokio::test]
async fn neither_passwords_nor_tokens_are_kept() {
    let hall = Hall::open().await;
    let clerk = hall.inside("counter").await;
    let cookie = clerk.cookie(INSIDE);
    assert!(cookie.len() >= 32, "unguessable: {cookie}");
    hall.hall.app.store().close();
    for entry in std::fs::read_dir(&hall.hall.scratch.0).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&cookie));
        assert!(!text.contains(&password("counter")));
    }
    let hash: String = hall
        .hall
        .app
        .store()
        .read(|sql| {
            let hash = "SELECT hash FROM clerk_passwords WHERE name = 'counter'";
            Ok(sql.query_row(hash, [], |row| row.get(0))?)
        })
        .unwrap();
    assert!(
        hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
        "{hash}"
    );
    let guess = hall.browser();
    let of_row = "SELECT token_hash FROM clerk_sessions";
    let row: String = (hall.hall.app.store())
        .read(|sql| Ok(sql.query_row(of_row, [], |row| row.get(0))?))
        .unwrap();
    guess.holds(INSIDE, &row);
    assert!(!guess.is_in().await, "a row of the database is no cookie");
}

#[tokio::test]
async fn who_leaves_is_out_wherever_the_cookie_went() {
    let hall = Hall::open().await;
    let clerk = hall.inside("counter").await;
    let elsewhere = hall.browser();
    elsewhere.enters("counter", &password("counter"), "").await;
    let cookie = clerk.cookie(INSIDE);
    let page = clerk.reads("/staff/day").await;
    let key = value(&page, "name=\"key\" value=\"");
    let left = clerk.posts("/staff/leave", &key, &[]).await;
    assert_eq!(left.header("location"), "/staff/enter");
    assert_eq!(clerk.cookie(INSIDE), "");
    clerk.holds(INSIDE, &cookie);
    assert!(!clerk.is_in().await);
    assert!(elsewhere.is_in().await, "another session of theirs goes on");
}

/// A browser in which somebody else comes in forgets who was in before.
#[tokio::test]
async fn one_browser_holds_one_session() {
    let hall = Hall::open().await;
    let browser = hall.inside("counter").await;
    let before = browser.cookie(INSIDE);
    hall.gives_password("supervisor").await;
    // The page of the door was open beside.
    let beside = hall.browser();
    let page = beside.reads("/staff/enter").await;
    let key = value(&page, "name=\"key\" value=\"");
    browser.holds("madoguchi-door", &beside.cookie("madoguchi-door"));
    let fields = [
        ("name", "supervisor"),
        ("password", &password("supervisor")),
    ];
    browser.posts("/staff/enter", &key, &fields).await;
    assert!(
        browser
            .reads("/staff/day")
            .await
            .contains(">supervisor</a>")
    );
    browser.holds(INSIDE, &before);
    assert!(!browser.is_in().await);
}

/// No other site lets a browser in under a name of its choice.
#[tokio::test]
async fn the_form_of_the_door_belongs_to_its_browser() {
    let hall = Hall::open().await;
    hall.gives_password("counter").await;
    let mine = hall.browser();
    let page = mine.reads("/staff/enter").await;
    let key = value(&page, "name=\"key\" value=\"");
    let own = password("counter");
    let fields = [("name", "counter"), ("password", own.as_str())];
    let other = hall.browser();
    other.reads("/staff/enter").await;
    let none = hall.browser();
    for (browser, key) in [
        (&other, key.as_str()),
        (&none, &key),
        (&mine, ""),
        (&mine, "x.y"),
    ] {
        let answer = browser.posts("/staff/enter", key, &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{key}");
        assert!(answer.body.contains(&hall.words("staff-desk-stale")));
        assert_eq!(browser.cookie(INSIDE), "");
    }
    // The page that says so can be used, and pages side by side as well.
    mine.reads("/staff/enter").await;
    let answer = mine.posts("/staff/enter", &key, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

/// Another page of the same domain may put a cookie there, whose keys it would know.
#[tokio::test]
async fn what_the_desk_did_not_make_is_not_held_in_front_of_the_door() {
    let hall = Hall::open().await;
    hall.gives_password("counter").await;
    let given = "0123456789abcdef0123456789abcdef";
    let made_up = format!("{given}.{given}");
    for given in [given, &made_up] {
        let victim = hall.browser();
        victim.holds("madoguchi-door", given);
        victim.reads("/staff/enter").await;
        let own = victim.cookie("madoguchi-door");
        assert_ne!(own, given);
        victim.reads("/staff/enter").await;
        assert_eq!(victim.cookie("madoguchi-door"), own, "its own is kept");
        // The key that belongs to it opens nothing.
        victim.holds("madoguchi-door", given);
        let seal = Sha256::digest(format!("staff-form:{given}:r").as_bytes());
        let seal: String = seal.iter().take(16).map(|b| format!("{b:02x}")).collect();
        let own = password("counter");
        let fields = [("name", "counter"), ("password", own.as_str())];
        let key = format!("r.{seal}");
        let answer = victim.posts("/staff/enter", &key, &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert_eq!(victim.cookie(INSIDE), "");
    }
}

#[tokio::test]
async fn cookies_are_for_the_staffs_pages_alone() {
    let mut secure = staffed();
    secure.web.public_url = Some("https://madoguchi.example.lg.jp".into());
    for (config, end) in [(staffed(), ""), (secure, "; Secure")] {
        let hall = Hall::open_with(config, None).await;
        hall.gives_password("counter").await;
        let browser = hall.browser();
        let page = browser.gets("/staff/enter").await;
        let flags = format!("; Path=/staff; HttpOnly; SameSite=Strict{end}");
        assert!(page.header("set-cookie").ends_with(&flags), "{page:?}");
        let answer = browser.enters("counter", &password("counter"), "").await;
        let cookies: Vec<&str> = answer
            .headers
            .get_all("set-cookie")
            .iter()
            .map(|line| line.to_str().unwrap())
            .filter(|line| line.starts_with(INSIDE))
            .collect();
        assert_eq!(cookies.len(), 2);
        for (line, path) in cookies.iter().zip(["/staff", "/review"]) {
            let flags = format!("; Path={path}; HttpOnly; SameSite=Strict{end}");
            assert!(line.ends_with(&flags), "{line}");
        }
    }
}

#[tokio::test]
async fn without_people_there_is_no_door() {
    let mut config: Config = staffed();
    config.staff.people.clear();
    config.faq.people.clear();
    let hall = Hall::open_with(config, Some(TOKEN)).await;
    let browser = hall.browser();
    for path in [
        "/staff",
        "/staff/enter",
        "/staff/day",
        "/staff/password",
        "/review",
    ] {
        let answer = browser.gets(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let first: Browser = hall.browser();
    first.holds("madoguchi-door", "0123456789abcdef0123");
    let fields = [("name", "counter"), ("password", TOKEN)];
    let answer = first.sends(Method::POST, "/staff/enter", &fields).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
