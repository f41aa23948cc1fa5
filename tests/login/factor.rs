//! The second factor: set up by its owner, asked for at the door, used once, taken away.

use chrono::TimeDelta;
use reqwest::StatusCode;
use totp_rs::{Builder, Secret};

use super::{Browser, Hall, password};
use crate::review_page::{plain, value};

/// What an app on a telephone shows at the moment of the desk's clock, or away from it.
fn code(hall: &Hall, secret: &str, seconds_away: i64) -> String {
    let secret = Secret::try_from_base32(secret).unwrap();
    let totp = Builder::new().with_secret(secret).build().unwrap();
    let now = hall.hall.app.now().timestamp() + seconds_away;
    totp.generate(u64::try_from(now).unwrap()).to_string()
}

/// The secret that the page shows in groups.
async fn secret(browser: &Browser) -> String {
    let page = browser.reads("/staff/account").await;
    let (_, rest) = page.split_once("<code>").unwrap();
    let (secret, _) = rest.split_once("</code>").unwrap();
    secret.replace(' ', "")
}

/// Sends the form of the page that shows a secret.
async fn confirms(
    browser: &Browser,
    code: impl Fn(&str) -> String,
    old: &str,
) -> (String, StatusCode, String) {
    let page = browser.reads("/staff/account").await;
    let key = value(&page, "name=\"key\" value=\"");
    let secret = key.split_once("factor-").unwrap().1;
    let secret = secret.split_once('.').unwrap().0.to_owned();
    let fields = [("what", "set"), ("code", &code(&secret)), ("old", old)];
    let answer = browser.posts("/staff/account/factor", &key, &fields).await;
    (secret, answer.status, answer.body)
}

#[tokio::test]
async fn a_second_factor_counts_once_it_was_confirmed() {
    let hall = Hall::open().await;
    let clerk = hall.inside("counter").await;
    let own = password("counter");
    assert_eq!(secret(&clerk).await.len(), 32, "160 bits");
    let right = |secret: &str| code(&hall, secret, 0);
    let (_, status, page) = confirms(&clerk, right, "not the password").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains(&hall.words("staff-door-wrong-old")));
    let (shown, _, page) = confirms(&clerk, |_| "000000".to_owned(), &own).await;
    assert!(page.contains(&hall.words("staff-account-wrong-code")));
    assert!(page.replace(' ', "").contains(&shown), "the same once more");
    // Nothing has changed yet.
    let other = hall.browser();
    other.enters("counter", &own, "").await;
    assert!(other.is_in().await);
    let (_, status, _) = confirms(&clerk, right, &own).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let page = plain(&clerk.reads("/staff/account?done=set").await);
    assert!(page.contains(&hall.words("staff-account-done-set")));
    let refused = hall.browser().enters("counter", &own, "").await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert!(refused.body.contains(&hall.words("staff-door-refused")));
    let set = "SELECT count(*) FROM audit WHERE what = 'set-factor' AND subject = 'counter'";
    assert_eq!(hall.hall.count(set), 1);
}

/// A secret from elsewhere cannot be put under somebody: the key of the form carries the one that was shown.
#[tokio::test]
async fn only_a_secret_of_the_page_is_taken() {
    let hall = Hall::open().await;
    let clerk = hall.inside("counter").await;
    let foreign = "factor-GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ.0123456789abcdef0123456789abcdef";
    let fields = [
        ("what", "set"),
        ("code", "123456"),
        ("old", &password("counter")),
    ];
    let answer = clerk.posts("/staff/account/factor", foreign, &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(hall.hall.count("SELECT count(*) FROM clerk_marks"), 0);
}

#[tokio::test]
async fn a_code_opens_for_one_step_to_either_side_and_once() {
    let hall = Hall::open().await;
    let clerk = hall.inside("counter").await;
    let own = password("counter");
    let (secret, ..) = confirms(&clerk, |secret| code(&hall, secret, 0), &own).await;
    let enters = async |code: String| {
        let browser = hall.browser();
        browser.enters_with("counter", &code).await.status
    };
    let used = code(&hall, &secret, 0);
    assert_eq!(
        enters(used).await,
        StatusCode::UNAUTHORIZED,
        "at the set-up"
    );
    hall.hall.clock.advance(TimeDelta::minutes(5));
    let early = code(&hall, &secret, -60);
    assert_eq!(enters(early).await, StatusCode::UNAUTHORIZED);
    let now = code(&hall, &secret, 0);
    assert_eq!(enters(now.clone()).await, StatusCode::SEE_OTHER);
    assert_eq!(enters(now).await, StatusCode::UNAUTHORIZED, "used");
    let ahead = code(&hall, &secret, 30);
    assert_eq!(
        enters(ahead).await,
        StatusCode::SEE_OTHER,
        "a clock that goes fast"
    );
    // The clock is set back: a code from before stays used.
    hall.hall.clock.advance(TimeDelta::seconds(-30));
    let again = code(&hall, &secret, 30);
    assert_eq!(enters(again).await, StatusCode::UNAUTHORIZED);
    hall.hall.clock.advance(TimeDelta::minutes(2));
    let spaced = code(&hall, &secret, 0);
    let spaced = format!("{} {}", &spaced[..3], &spaced[3..]);
    assert_eq!(enters(spaced).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_second_factor_is_taken_away_by_its_owner_or_by_whoever_gives_passwords() {
    let hall = Hall::open().await;
    let own = password("counter");
    let set = async || {
        let clerk = hall.inside("counter").await;
        confirms(&clerk, |secret| code(&hall, secret, 0), &own).await;
        clerk
    };
    let clerk = set().await;
    let key = value(
        &clerk.reads("/staff/account").await,
        "name=\"key\" value=\"",
    );
    let fields = [("what", "drop"), ("old", "not the password")];
    let wrong = clerk.posts("/staff/account/factor", &key, &fields).await;
    assert!(wrong.body.contains(&hall.words("staff-door-wrong-old")));
    let fields = [("what", "drop"), ("old", own.as_str())];
    let dropped = clerk.posts("/staff/account/factor", &key, &fields).await;
    assert_eq!(dropped.header("location"), "/staff/account?done=dropped");
    let answer = hall.browser().enters("counter", &own, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);

    set().await;
    let supervisor = hall.inside("supervisor").await;
    let key = supervisor.key("/staff/people").await;
    let answer = supervisor
        .posts("/staff/people/factor", &key, &[("name", "counter")])
        .await;
    assert_eq!(answer.header("location"), "/staff/people?done=dropped");
    // That of the city is not theirs to take.
    let answer = supervisor
        .posts("/staff/people/factor", &key, &[("name", "city-desk")])
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let answer = hall.browser().enters("counter", &own, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}
