//! Who may ask for updates: one desk for one bot.

use madoguchi::channels::telegram::Bot;
use serde_json::json;

use super::{Desk, HANAKO, Log};
use crate::fake_telegram::{Fault, TOKEN};

/// Somebody else uses the bot's token.
async fn rival_calls(desk: &Desk, method: &str, parameters: serde_json::Value) {
    let url = format!("{}/bot{TOKEN}/{method}", desk.telegram.url());
    let call = reqwest::Client::new().post(url).json(&parameters);
    let answer = call.send().await.unwrap();
    assert!(answer.status().is_success());
}

#[tokio::test]
async fn a_second_program_is_explained_in_one_line_and_the_desk_goes_on() {
    let (log, _listening) = Log::listen();
    let desk = Desk::open().await;
    desk.eventually("the first request", |telegram| telegram.is_polling())
        .await;
    rival_calls(&desk, "getUpdates", json!({ "timeout": 0 })).await;
    desk.telegram.says(HANAKO, "/start");
    desk.eventually("an answer", |telegram| telegram.delivered_to(HANAKO) == 1)
        .await;
    assert_eq!(log.lines_with("(409)"), 1, "{}", log.text());
    assert_eq!(
        log.lines_with("another program asks for updates with the same token"),
        1
    );
    assert!(!log.text().contains(TOKEN));
}

#[tokio::test]
async fn a_webhook_in_the_way_is_removed_also_when_the_first_try_fails() {
    let (log, _listening) = Log::listen();
    let mut desk = Desk::closed().await;
    rival_calls(
        &desk,
        "setWebhook",
        json!({ "url": "https://old.example.lg.jp/" }),
    )
    .await;
    desk.telegram
        .fault_anywhere("deleteWebhook", 1, Fault::DropBefore);
    desk.start();
    desk.telegram.says(HANAKO, "/start");
    desk.eventually("an answer", |telegram| telegram.delivered_to(HANAKO) == 1)
        .await;
    assert_eq!(desk.telegram.webhook(), None);
    assert_eq!(log.lines_with("(409)"), 1, "{}", log.text());
}

#[tokio::test]
async fn only_the_kinds_of_updates_that_the_desk_understands_are_asked_for() {
    let desk = Desk::open().await;
    desk.eventually("the first request", |telegram| telegram.is_polling())
        .await;
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
}

#[tokio::test]
async fn polling_goes_on_whatever_the_requests_for_updates_meet() {
    let (log, _listening) = Log::listen();
    let desk = Desk::open().await;
    for fault in [Fault::DropBefore, Fault::NotJson] {
        desk.eventually("a request", |telegram| telegram.is_polling())
            .await;
        desk.telegram.fault_anywhere("getUpdates", 1, fault);
        let said = desk.telegram.says(HANAKO, "/start");
        desk.eventually("the update taken", |telegram| {
            telegram.is_confirmed(said) && telegram.faults_left() == 0
        })
        .await;
    }
    desk.eventually("both answers", |telegram| {
        telegram.delivered_to(HANAKO) == 2
    })
    .await;
    assert_eq!(
        log.lines_with("no updates from Telegram"),
        2,
        "{}",
        log.text()
    );
}

#[test]
fn an_address_that_is_none_and_a_webhook_without_a_secret_are_refused_with_the_mend() {
    let check = |url: &str, webhook: Option<&str>, secret: Option<&str>, expected: &str| {
        let mut config = crate::harness::config();
        config.secrets.telegram_token = Some(TOKEN.to_owned());
        config.telegram.api_url = url.to_owned();
        config.telegram.webhook_url = webhook.map(str::to_owned);
        config.secrets.webhook_secret = secret.map(str::to_owned);
        let found = match Bot::from_config(&config) {
            Ok(bot) => format!("{:?}", bot.map(|bot| bot.is_pushed())),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{found}");
        assert!(!found.contains(TOKEN), "{found}");
    };
    let api = "https://api.telegram.org";
    check(api, None, None, "Some(false)");
    check(
        api,
        Some("https://desk.example"),
        Some("secret"),
        "Some(true)",
    );
    check(
        api,
        Some("https://desk.example"),
        None,
        "MADOGUCHI_WEBHOOK_SECRET",
    );
    check("telegram", None, None, "telegram.api_url");
    let config = crate::harness::config();
    assert!(
        Bot::from_config(&config).unwrap().is_none(),
        "no token, no bot"
    );
}
