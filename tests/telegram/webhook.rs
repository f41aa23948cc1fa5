//! Telegram pushes: only Telegram may, and it is told 200 only when the update is in the database.

use std::sync::Arc;

use madoguchi::channels::web;
use madoguchi::clock::RehearsalClock;
use tokio::net::TcpListener;

use super::{Desk, HANAKO, MORNING};
use crate::fake_telegram::{Fault, Webhook};
use crate::harness::{app_on, at};

const SECRET: &str = "a-secret_of-the-webhook";

/// A desk to which Telegram pushes. Only its courier runs, once told to deliver.
async fn pushed_desk() -> Desk {
    let clock = Arc::new(RehearsalClock::new(at(MORNING), 1.0));
    let change = |config: &mut madoguchi::config::Config| {
        config.telegram.webhook_url = Some("https://madoguchi.example.lg.jp/".into());
        config.secrets.webhook_secret = Some(SECRET.into());
    };
    Desk::closed_with(clock, change).await
}

/// Serves the route as the program does. Returns where.
async fn serve(desk: &Desk) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/telegram", listener.local_addr().unwrap());
    let route = web::telegram_route(desk.app.clone(), desk.bot.clone());
    tokio::spawn(web::serve(listener, route, std::future::pending()));
    url
}

#[tokio::test]
async fn telegram_is_told_the_secret_and_the_kinds_of_updates() {
    let desk = pushed_desk().await;
    assert!(desk.bot.is_pushed());
    desk.bot.set_webhook().await.unwrap();
    let expected = Webhook {
        url: "https://madoguchi.example.lg.jp/telegram".into(),
        secret_token: Some(SECRET.into()),
    };
    assert_eq!(desk.telegram.webhook(), Some(expected));
    let kinds = desk.telegram.allowed_updates().unwrap();
    assert_eq!(
        kinds,
        [
            "message",
            "edited_message",
            "callback_query",
            "my_chat_member"
        ]
    );
    let description = "Bad Request: bad webhook: Failed to resolve host";
    let refusal = Fault::Refused {
        code: 400,
        description,
    };
    desk.telegram.fault_anywhere("setWebhook", 1, refusal);
    let error = desk.bot.set_webhook().await.unwrap_err().to_string();
    assert!(error.starts_with("telegram.webhook_url: "), "{error}");
}

#[tokio::test]
async fn who_does_not_know_the_secret_changes_nothing() {
    let desk = pushed_desk().await;
    let url = serve(&desk).await;
    desk.telegram.says(HANAKO, "/staff");
    let updates = desk.telegram.take_pending();
    let longer = format!("{SECRET}x");
    for secret in [
        None,
        Some(""),
        Some("wrong"),
        Some(&SECRET[1..]),
        Some(&longer),
    ] {
        let status = desk.telegram.post_updates_to(&url, secret, &updates).await;
        assert_eq!(status, [401], "{secret:?}");
    }
    for table in ["inbox", "outbox", "residents", "cases"] {
        assert_eq!(
            desk.count(&format!("SELECT count(*) FROM {table}")),
            0,
            "{table}"
        );
    }
}

#[tokio::test]
async fn a_pushed_update_is_acknowledged_only_when_it_is_in_the_database() {
    let mut desk = pushed_desk().await;
    let url = serve(&desk).await;
    desk.telegram.says(HANAKO, "/start");
    let updates = desk.telegram.take_pending();
    desk.app.store().close();
    let status = desk
        .telegram
        .post_updates_to(&url, Some(SECRET), &updates)
        .await;
    assert_eq!(status, [503], "Telegram will push it again");
    assert_eq!(desk.count("SELECT count(*) FROM inbox"), 0);
    desk.app = app_on(&desk.config, &desk.file(), Arc::clone(&desk.clock), 43);
    let url = serve(&desk).await;
    let status = desk
        .telegram
        .post_updates_to(&url, Some(SECRET), &updates)
        .await;
    assert_eq!(status, [200]);
    assert_eq!(
        desk.count("SELECT count(*) FROM inbox"),
        1,
        "already committed"
    );
    assert_eq!(desk.phrases(HANAKO), ["welcome"]);
    desk.deliver().await.unwrap();
    assert_eq!(desk.texts(HANAKO).len(), 1);
}

#[tokio::test]
async fn a_pushed_update_that_comes_again_has_effect_once() {
    let desk = pushed_desk().await;
    let url = serve(&desk).await;
    desk.telegram.says(HANAKO, "/staff");
    desk.telegram.says(HANAKO, "/language");
    let updates = desk.telegram.take_pending();
    let twice = [updates.clone(), updates].concat();
    let status = desk
        .telegram
        .post_updates_to(&url, Some(SECRET), &twice)
        .await;
    assert_eq!(status, [200; 4]);
    desk.deliver().await.unwrap();
    assert_eq!(desk.count("SELECT count(*) FROM cases"), 1);
    assert_eq!(desk.phrases(HANAKO), ["case-opened", "language-ask"]);
    assert_eq!(desk.texts(HANAKO).len(), 2);
}

#[tokio::test]
async fn what_is_no_update_is_not_pushed_for_ever() {
    let desk = pushed_desk().await;
    let url = serve(&desk).await;
    let odd = [
        serde_json::json!({ "hello": "world" }),
        serde_json::json!([1, 2, 3]),
        serde_json::json!({ "update_id": 7, "message": "?" }),
        serde_json::json!({ "update_id": 8, "something_new": {} }),
    ];
    let status = desk
        .telegram
        .post_updates_to(&url, Some(SECRET), &odd)
        .await;
    assert_eq!(status, [200; 4]);
    assert_eq!(desk.count("SELECT count(*) FROM inbox"), 0);
}
