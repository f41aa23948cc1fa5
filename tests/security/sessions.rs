//! Cookies: nobody gets one of their own choice, each is new where somebody becomes somebody else, an old one is dead at
//! once, and none is seen anywhere but in the browser.

use madoguchi::app::hall::DeviceKind;
use madoguchi::config::Config;
use madoguchi::desk::rules::OfficeId;
use reqwest::{Method, StatusCode};
use totp_rs::{Builder, Secret};

use super::{
    CHAT, DEVICE, Desk, INSIDE, OUTSIDE, cookie, key, password, sends, set_cookies, staffed,
};
use crate::login::Browser;
use crate::review_page::value;
use crate::server::Answer;
use crate::telegram::Log;

/// The cookie of a conversation at a panel.
const PANEL: &str = "madoguchi-kiosk-chat";
const GIVEN: &str = "a-token-that-somebody-else-has-made-up";

/// The value that an answer sets for a cookie.
fn set(answer: &Answer, name: &str) -> Option<String> {
    let lines = set_cookies(answer);
    let mut pairs = lines.iter().filter_map(|line| line.split_once('='));
    let (_, rest) = pairs.find(|(of, _)| *of == name)?;
    rest.split(';').next().map(str::to_owned)
}

async fn panel(desk: &Desk) -> String {
    let office = OfficeId::read("main").unwrap();
    let added =
        (desk.hall.app).add_device("admin".into(), DeviceKind::Kiosk, office, "panel".into());
    added.await.unwrap()
}

#[tokio::test]
async fn a_cookie_that_was_given_is_never_adopted() {
    let desk = Desk::open().await;
    desk.inside("counter").await;
    let browser = desk.browser();
    browser.holds(INSIDE, GIVEN);
    assert_eq!(
        browser.gets("/staff/day").await.header("location"),
        "/staff/enter"
    );
    let answer = browser.enters("counter", &password("counter"), "").await;
    let own = set(&answer, INSIDE).unwrap();
    assert_ne!(own, GIVEN);
    for other in [GIVEN, &browser.cookie(OUTSIDE)] {
        let stranger = desk.browser();
        stranger.holds(INSIDE, other);
        let answer = stranger.gets("/staff/day").await;
        assert_eq!(answer.header("location"), "/staff/enter", "{other}");
    }
    // What is held in front of the door becomes no session, whoever has made it up.
    let held = "0123456789abcdef-of-an-attacker";
    let victim = desk.browser();
    victim.holds(OUTSIDE, held);
    let answer = victim.enters("counter", &password("counter"), "").await;
    assert_ne!(set(&answer, INSIDE).unwrap(), held);
    assert_eq!(set(&answer, OUTSIDE).unwrap(), "", "it is over inside");
    // A visitor's.
    for path in ["/", "/chat"] {
        let (method, fields) = match path {
            "/" => (Method::GET, vec![]),
            _ => (Method::POST, vec![("key", "k"), ("text", "こんにちは")]),
        };
        let given = cookie(CHAT, GIVEN);
        let answer = sends(&desk.base, (method, path), &[("cookie", &given)], &fields).await;
        let own = set(&answer, CHAT).unwrap();
        assert!(own != GIVEN && own.len() >= 32, "{own}");
        assert!(!answer.body.contains(GIVEN));
    }
    let body = serde_json::json!({ "conversation": GIVEN, "key": "k", "text": "こんにちは" });
    let answer = Answer::to(desk.visitor().post(body)).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    // A panel's, and the conversation that is had there.
    let given = cookie(DEVICE, GIVEN);
    let answer = sends(
        &desk.base,
        (Method::GET, "/kiosk"),
        &[("cookie", &given)],
        &[],
    )
    .await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    let both = format!(
        "{}; {}",
        cookie(DEVICE, &panel(&desk).await),
        cookie(PANEL, GIVEN)
    );
    let fields = [("language", "ja"), ("key", "k"), ("text", "こんにちは")];
    let at = (Method::POST, "/kiosk/ask");
    let answer = sends(&desk.base, at, &[("cookie", &both)], &fields).await;
    assert_ne!(set(&answer, PANEL).unwrap(), GIVEN);
}

/// The code of a second factor at the moment of the desk's clock.
fn code(desk: &Desk, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret).unwrap();
    let totp = Builder::new().with_secret(secret).build().unwrap();
    let now = u64::try_from(desk.hall.app.now().timestamp()).unwrap();
    totp.generate(now).to_string()
}

/// Sends a form of one's own account with its key.
async fn posts(browser: &Browser, path: &str, random: &str, fields: &[(&str, &str)]) -> Answer {
    let key = key(&browser.cookie(INSIDE), random);
    let mut fields = fields.to_vec();
    fields.push(("key", &key));
    browser.sends(Method::POST, path, &fields).await
}

async fn is_in(desk: &Desk, token: &str) -> bool {
    let browser = desk.browser();
    browser.holds(INSIDE, token);
    browser.gets("/staff/day").await.status == StatusCode::OK
}

#[tokio::test]
async fn whoever_changes_how_they_come_in_gets_a_new_session_and_ends_all_others() {
    let desk = Desk::open().await;
    let browser = desk.inside("counter").await;
    let mut old = vec![browser.cookie(INSIDE)];
    let beside =
        async |old: &mut Vec<String>| old.push(desk.enters("counter").await.cookie(INSIDE));
    beside(&mut old).await;
    // Coming in once more in the same browser ends what was there before, and nothing else.
    browser
        .sends(
            Method::POST,
            "/staff/leave",
            &[("key", &key(&old[0], "leave"))],
        )
        .await;
    assert!(!is_in(&desk, &old[0]).await);
    assert!(is_in(&desk, &old[1]).await);
    browser.enters("counter", &password("counter"), "").await;
    old.push(browser.cookie(INSIDE));
    // A second factor.
    let page = browser.gets("/staff/account").await.body;
    let secret = value(&page, "value=\"factor-");
    let secret = secret.split('.').next().unwrap();
    let (shown, typed) = (format!("factor-{secret}"), code(&desk, secret));
    let own = password("counter");
    let fields = [
        ("what", "set"),
        ("code", typed.as_str()),
        ("old", own.as_str()),
    ];
    let answer = posts(&browser, "/staff/account/factor", &shown, &fields).await;
    assert_eq!(
        answer.header("location"),
        "/staff/account?done=set",
        "{answer:?}"
    );
    for token in &old {
        assert!(!is_in(&desk, token).await, "{token}");
    }
    old.push(browser.cookie(INSIDE));
    assert!(is_in(&desk, &old[3]).await);
    // Taken away again.
    let fields = [("what", "drop"), ("old", own.as_str())];
    let answer = posts(&browser, "/staff/account/factor", "factor", &fields).await;
    assert_eq!(
        answer.header("location"),
        "/staff/account?done=dropped",
        "{answer:?}"
    );
    assert!(!is_in(&desk, &old[3]).await);
    beside(&mut old).await;
    old.push(browser.cookie(INSIDE));
    // Another password.
    let fields = [
        ("old", own.as_str()),
        ("new", "quite another password"),
        ("again", "quite another password"),
    ];
    let answer = posts(&browser, "/staff/password", "password", &fields).await;
    assert_eq!(answer.header("location"), "/staff/password?done=password");
    for token in &old {
        assert!(!is_in(&desk, token).await, "{token}");
    }
    let last = browser.cookie(INSIDE);
    assert!(is_in(&desk, &last).await);
    assert!(!old.contains(&last));
    // No two were alike, and the database has one left.
    let mut all = old.clone();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), old.len());
    assert_eq!(desk.hall.count("SELECT count(*) FROM clerk_sessions"), 1);
    let left = posts(&browser, "/staff/leave", "leave", &[]).await;
    assert_eq!(left.header("location"), "/staff/enter");
    assert!(!is_in(&desk, &last).await);
    assert_eq!(desk.hall.count("SELECT count(*) FROM clerk_sessions"), 0);
}

/// The paths and flags of every cookie the desk sets, by its name.
#[tokio::test]
async fn cookies_are_kept_from_scripts_other_sites_and_open_connections() {
    let mut secure: Config = staffed();
    secure.web.public_url = Some("https://madoguchi.example.lg.jp".into());
    for (config, end) in [(staffed(), ""), (secure, "; Secure")] {
        let desk = Desk::open_with(config).await;
        let device = panel(&desk).await;
        let mut answers = Vec::new();
        let get = async |path: &str, held: &str| {
            sends(&desk.base, (Method::GET, path), &[("cookie", held)], &[]).await
        };
        let post = async |path: &str, held: &str, fields: &[(&str, &str)]| {
            sends(
                &desk.base,
                (Method::POST, path),
                &[("cookie", held)],
                fields,
            )
            .await
        };
        answers.push(get("/", "").await);
        answers.push(post("/chat", "", &[("key", "k"), ("text", "こんにちは")]).await);
        answers.push(post("/language", "", &[("language", "vi")]).await);
        answers.push(post("/text-size", "", &[("size", "huge")]).await);
        answers.push(post("/here/main", "", &[]).await);
        answers.push(get(&format!("/device/{device}"), "").await);
        let held = cookie(DEVICE, &device);
        answers.push(post("/kiosk/ask", &held, &[("begin", "1"), ("language", "ja")]).await);
        answers.push(get("/staff/enter", "").await);
        desk.inside("supervisor").await;
        let browser = desk.browser();
        answers.push(
            browser
                .enters("supervisor", &password("supervisor"), "review")
                .await,
        );
        let mut seen = std::collections::BTreeSet::new();
        for line in answers.iter().flat_map(set_cookies) {
            let (name, rest) = line.split_once('=').unwrap();
            let (value, flags) = rest.split_once("; ").unwrap();
            let expected = match name {
                CHAT | "madoguchi-size" => {
                    vec![format!(
                        "Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000{end}"
                    )]
                }
                DEVICE => {
                    vec![format!(
                        "Path=/kiosk; HttpOnly; SameSite=Strict; Max-Age=34560000{end}"
                    )]
                }
                PANEL => vec![format!("Path=/kiosk; HttpOnly; SameSite=Strict{end}")],
                OUTSIDE if value.is_empty() => {
                    vec![format!(
                        "Path=/staff; HttpOnly; SameSite=Strict{end}; Max-Age=0"
                    )]
                }
                OUTSIDE => vec![format!("Path=/staff; HttpOnly; SameSite=Strict{end}")],
                INSIDE => ["/staff", "/review"]
                    .map(|path| format!("Path={path}; HttpOnly; SameSite=Strict{end}"))
                    .to_vec(),
                other => panic!("{other} is new: {line}"),
            };
            assert!(expected.contains(&flags.to_owned()), "{line}");
            seen.insert(name.to_owned());
        }
        assert_eq!(seen.len(), 6, "{seen:?}");
    }
}

/// A token stands in its cookie and nowhere else: on no page, in no address, in no line of the log.
#[tokio::test]
async fn a_session_is_told_to_nobody() {
    let (log, _listening) = Log::listen();
    let mut desk = Desk::open().await;
    let (visit, _) = desk.booked("花子").await;
    let case = desk.case_of("花子").await;
    let device = panel(&desk).await;
    for who in ["supervisor", "admin"] {
        let browser = desk.inside(who).await;
        let session = browser.cookie(INSIDE);
        for (method, path, _) in madoguchi::channels::web::rights::ROUTES {
            if *method != "GET" || path.ends_with("/events") {
                continue;
            }
            let id = if path.contains("/cases/") {
                case
            } else {
                visit
            };
            let path = path.replace("{id}", &id.to_string());
            let path = path
                .replace("{entry}", "access-parking")
                .replace("{language}", "ja");
            let answer = browser.gets(&path).await;
            assert!(!answer.body.contains(&session), "{path}");
            assert!(!answer.header("location").contains(&session), "{path}");
            assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        }
        assert!(!log.text().contains(&session));
    }
    // The same of a panel. The link that makes a browser one leads on at once.
    let answer = sends(
        &desk.base,
        (Method::GET, &format!("/device/{device}")),
        &[],
        &[],
    )
    .await;
    assert_eq!(answer.header("location"), "/kiosk");
    let held = cookie(DEVICE, &device);
    let answer = sends(
        &desk.base,
        (Method::GET, "/kiosk"),
        &[("cookie", &held)],
        &[],
    )
    .await;
    assert!(answer.status == StatusCode::OK && !answer.body.contains(&device));
    // What a visitor has written, and the token of their conversation, are in no line either.
    let mut visitor = desk.visitor();
    visitor.says("紫色の象はどこで買えますか").await;
    let lines = log.text();
    assert!(!lines.is_empty(), "the desk logs something");
    for secret in [
        device.as_str(),
        visitor.token.as_ref().unwrap(),
        "紫色の象",
        "花子",
        &password("supervisor"),
    ] {
        assert!(!lines.contains(secret), "{secret}");
    }
}
