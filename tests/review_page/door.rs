//! Who comes in, and who does not.

use chrono::TimeDelta;
use madoguchi::config::Config;
use reqwest::{Method, StatusCode};

use super::{Office, PARKING_JA, plain, staffed, token};
use crate::harness::{Scratch, config_with};
use crate::server::{Answer, Server, TUESDAY, command};

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
const ALL_FIELDS: [(&str, &str); 6] = [
    ("name", "reviewer"),
    ("token", "the-long-token-of-reviewer"),
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
async fn without_people_or_tokens_there_is_no_page() {
    for config in [nobody(), config_with(&[])] {
        let office = Office::open_with(config, None).await;
        let stranger = office.stranger();
        let mut addresses = ADDRESSES.to_vec();
        addresses.push((Method::POST, "/review/enter"));
        for (method, address) in addresses {
            let answer = stranger.sends(method, address, &ALL_FIELDS).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            assert_eq!(answer.body, "", "{address}");
        }
    }
}

#[tokio::test]
async fn strangers_see_only_the_door() {
    let office = Office::open().await;
    let mut stranger = office.stranger();
    for cookie in ["", "madoguchi-review=", "madoguchi-review=guessed"] {
        cookie.clone_into(&mut stranger.cookie);
        for (method, address) in ADDRESSES {
            let answer = stranger.sends(method, address, &ALL_FIELDS).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{address}");
            assert!(answer.body.contains(&office.words("staff-review-login")));
            assert!(!answer.body.contains("駐車場"), "{address}");
        }
    }
    assert_eq!(office.audit(), Vec::<String>::new());
}

#[tokio::test]
async fn everybody_comes_in_with_their_own_token_alone() {
    let office = Office::open().await;
    let mut stranger = office.stranger();
    let own = token("reviewer");
    let no_end = &own[..own.len() - 1];
    for (name, given) in [
        ("reviewer", token("author").as_str()),
        ("reviewer", no_end),
        ("reviewer", ""),
        ("passer-by", &own),
        ("", &own),
    ] {
        let answer = stranger.enters(name, given).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{name} {given}");
        assert!(answer.body.contains(&office.words("staff-review-refused")));
        assert_eq!(answer.header("set-cookie"), "");
        assert!(!answer.body.contains(&own), "a token is never shown");
    }
    // A space at the end comes from copying.
    let answer = stranger.enters("reviewer", &format!("{own} ")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/review");
    assert!(
        stranger
            .reads("/review")
            .await
            .contains("<span>reviewer</span>")
    );
}

#[tokio::test]
async fn ten_wrong_tokens_close_the_door_for_a_minute() {
    let office = Office::open().await;
    let inside = office.colleague("colleague").await;
    let mut stranger = office.stranger();
    let too_often = office.words("staff-review-too-often");
    for _ in 0..10 {
        let answer = stranger.enters("reviewer", "a guess of some length").await;
        assert!(!answer.body.contains(&too_often));
    }
    let closed = stranger.enters("reviewer", &token("reviewer")).await;
    assert_eq!(closed.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(closed.body.contains(&too_often));
    // Who is inside goes on.
    inside.reads("/review").await;
    office.hall.clock.advance(TimeDelta::seconds(59));
    let closed = stranger.enters("reviewer", &token("reviewer")).await;
    assert_eq!(closed.status, StatusCode::TOO_MANY_REQUESTS);
    office.hall.clock.advance(TimeDelta::seconds(1));
    let open = stranger.enters("reviewer", &token("reviewer")).await;
    assert_eq!(open.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_cookie_is_for_the_page_alone_and_ends() {
    let office = Office::open().await;
    let mut reviewer = office.stranger();
    let answer = reviewer.enters("reviewer", &token("reviewer")).await;
    let cookie = answer.header("set-cookie");
    let (id, flags) = cookie.split_once("; ").unwrap();
    assert_eq!(flags, "Path=/review; HttpOnly; SameSite=Strict");
    assert!(
        id.len() > "madoguchi-review=".len() + 30,
        "unguessable: {id}"
    );
    let page = reviewer.gets("/review").await;
    assert_eq!(page.header("cache-control"), "no-store");
    office.hall.clock.advance(TimeDelta::minutes(599));
    reviewer.reads("/review").await;
    office.hall.clock.advance(TimeDelta::minutes(1));
    let late = reviewer.gets("/review").await;
    assert_eq!(late.status, StatusCode::UNAUTHORIZED, "after ten hours");
    let again = reviewer.enters("reviewer", &token("reviewer")).await;
    assert!(!again.header("set-cookie").starts_with(id), "a new one");
    // Who leaves is out, even where the browser keeps the cookie.
    let left = reviewer.posts("/review/leave", &[]).await;
    assert!(left.header("set-cookie").ends_with("Max-Age=0"));
    let after = reviewer.gets("/review").await;
    assert_eq!(after.status, StatusCode::UNAUTHORIZED);
}

/// Somebody whom the configuration no longer names is out, whatever they hold.
#[tokio::test]
async fn a_token_of_nobody_opens_nothing() {
    let mut config = staffed();
    config.faq.people.retain(|person| person.name != "reviewer");
    let office = Office::open_with(config, None).await;
    let mut reviewer = office.stranger();
    let answer = reviewer.enters("reviewer", &token("reviewer")).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(!plain(&answer.body).contains("reviewer"));
}

/// Without tokens in the environment the program tells one on the terminal, which opens for every name.
#[tokio::test]
async fn a_start_without_tokens_tells_one_on_the_terminal() {
    let scratch = Scratch::new();
    let answers = crate::faq::folder();
    let faq = answers.0.to_str().unwrap();
    let options = ["--clock", TUESDAY, "--faq", faq];
    let mut server = Server::start(&scratch.file("desk.sqlite"), &options);
    let token = server.tells("review page at /review, token for this start: ");
    assert!(token.len() >= 30, "unguessable: {token}");
    let visitor = server.visitor();
    for name in ["editors", "city-desk"] {
        let enter = |token: &str| {
            let request = visitor.request(Method::POST, "/review/enter");
            Answer::to(request.form(&[("name", name), ("token", token)]))
        };
        let (open, shut) = (enter(&token).await, enter("something else entirely").await);
        assert_eq!(open.status, StatusCode::SEE_OTHER, "{name}");
        assert_eq!(shut.status, StatusCode::UNAUTHORIZED, "{name}");
    }
}

#[test]
fn a_start_with_unfit_tokens_is_refused_in_one_line_without_them() {
    let scratch = Scratch::new();
    let secret = "kept-to-ourselves-0123456789";
    for (tokens, expected) in [
        (
            secret.to_owned(),
            "write name=token, and a comma between people",
        ),
        (
            format!("city-desk={secret},{secret}"),
            "write name=token, and a comma between people",
        ),
        (
            format!("mayor={secret}"),
            "“mayor” is not in faq.people of the configuration",
        ),
        (
            format!("editors={secret},city-desk=kept-to-us"),
            "the token of “city-desk” is shorter than 16 characters",
        ),
        (
            "city-desk=".to_owned(),
            "the token of “city-desk” is shorter than 16 characters",
        ),
    ] {
        let start = command("serve", &scratch.file("desk.sqlite"), &["--clock", TUESDAY])
            .args(["--listen", "127.0.0.1:0"])
            .env("MADOGUCHI_REVIEW_TOKENS", &tokens)
            .output()
            .unwrap();
        assert!(!start.status.success(), "{tokens}");
        assert_eq!(String::from_utf8(start.stdout).unwrap(), "");
        let said = String::from_utf8(start.stderr).unwrap();
        assert_eq!(said.trim_end().lines().count(), 1, "{said}");
        assert!(said.contains("MADOGUCHI_REVIEW_TOKENS"), "{said}");
        assert!(said.contains(expected), "{said}");
        assert!(!said.contains("kept-to"), "{said}");
    }
}
