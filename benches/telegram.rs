//! Updates through the Telegram channel, beside a plain echo bot on the same library, in one run.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::TEXTS;
use super::fake_telegram::FakeTelegram;
use super::fake_telegram::echo::echo_bot;
use super::server::Server;

const UPDATES: usize = 20_000;
const CHATS: usize = 200;

/// The echo bot as a process of its own, as the desk is one.
pub fn echo(token: &str, url: &str) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (_keep, stop) = tokio::sync::oneshot::channel();
    runtime.block_on(echo_bot(token, url, stop));
}

pub fn measure() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut ratios = Vec::new();
    for _ in 0..3 {
        let echo = runtime.block_on(run(start_echo));
        let desk = runtime.block_on(run(start_desk));
        println!(
            "telegram       {desk:8.0} updates/s by the desk, {echo:.0} by the echo bot: {:.2}",
            desk / echo
        );
        ratios.push(desk / echo);
    }
    ratios.sort_by(f64::total_cmp);
    println!(
        "telegram       {:8.2} of the echo bot's speed (median of 3)",
        ratios[1]
    );
}

enum Bot {
    Desk(#[expect(dead_code, reason = "held so that it runs")] Server),
    Echo(Child),
}

impl Drop for Bot {
    fn drop(&mut self) {
        if let Bot::Echo(child) = self {
            drop(child.kill());
            drop(child.wait());
        }
    }
}

fn start_echo(url: &str, token: &str) -> Bot {
    let program = std::env::current_exe().expect("this program");
    let mut command = Command::new(program);
    command
        .args(["echo-bot", token, url])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    Bot::Echo(command.spawn().expect("the echo bot starts"))
}

fn start_desk(url: &str, token: &str) -> Bot {
    let changes = [("https://api.telegram.org", url)];
    Bot::Desk(Server::start(&changes, &[("TELOXIDE_TOKEN", token)]))
}

/// Updates answered per second, from the first to the last.
async fn run(start: impl FnOnce(&str, &str) -> Bot) -> f64 {
    let telegram = FakeTelegram::start_for_throughput().await;
    let bot = start(&telegram.url(), telegram.token());
    telegram.wait_for(|state| state.is_polling()).await;
    let began = Instant::now();
    telegram.flood(UPDATES, CHATS, &TEXTS);
    // Every update gets one message from the echo bot and at least one from the desk.
    let all = telegram
        .wait_within(Duration::from_secs(60), |state| {
            state.delivered() >= UPDATES
        })
        .await;
    let seconds = began.elapsed().as_secs_f64();
    assert!(all, "every update is answered");
    drop(bot);
    UPDATES as f64 / seconds
}
