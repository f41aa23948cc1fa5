//! The desk on Telegram: the product's own channel and courier over real HTTP, against the Telegram of
//! `fake_telegram`, which fails where a test tells it to.

mod booking;
mod clerks;
mod faults;
mod flood;
mod polling;
mod privacy;
mod restarts;
mod room;
mod staff;
mod topics;
mod webhook;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use madoguchi::app::App;
use madoguchi::channels::telegram::{self, Bot};
use madoguchi::clock::{Clock, RehearsalClock};
use madoguchi::config::Config;
use madoguchi::courier::Courier;
use madoguchi::store::StoreError;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing::subscriber::DefaultGuard;

use crate::fake_telegram::{FakeTelegram, Sent, State, TOKEN};
use crate::harness::{Scratch, app_on, at, config_with};

/// Two residents and somebody at the counter, by their Telegram numbers.
const HANAKO: i64 = 7_100_000_071;
const JIRO: i64 = 7_200_000_072;
const CLERK: i64 = 9_000_000_901;
/// The staff's group of the example configuration.
const STAFF: i64 = -1_001_234_567_890;
/// A Tuesday on which the counter is open.
const MORNING: &str = "2026-12-01T10:00:00";
/// Long enough for teloxide's own pause of ten seconds after a failing server, and a loaded machine.
const PATIENCE: Duration = Duration::from_secs(45);

/// A desk and its Telegram. The loops run only between `start` and `stop` or `kill`.
struct Desk {
    telegram: FakeTelegram,
    app: App,
    bot: Bot,
    config: Config,
    clock: Arc<dyn Clock>,
    scratch: Scratch,
    loops: Option<Loops>,
    starts: u64,
}

struct Loops {
    stop: watch::Sender<bool>,
    poll: JoinHandle<()>,
    courier: JoinHandle<Result<(), StoreError>>,
}

impl Desk {
    /// A desk at work on a Tuesday morning, and two residents and a clerk who know its bot.
    async fn open() -> Desk {
        let mut desk = Desk::closed().await;
        desk.start();
        desk
    }

    /// The same before its loops start.
    async fn closed() -> Desk {
        Desk::closed_with(Arc::new(RehearsalClock::new(at(MORNING), 1.0)), |_| {}).await
    }

    async fn closed_with(clock: Arc<dyn Clock>, change: impl FnOnce(&mut Config)) -> Desk {
        let telegram = FakeTelegram::start().await;
        telegram.user(HANAKO, "花子", "ja");
        telegram.user(JIRO, "次郎", "ja");
        telegram.user(CLERK, "窓口係", "ja");
        telegram.supergroup(STAFF, "マイナンバーカード窓口");
        let mut config = config_with(&[("https://api.telegram.org", &telegram.url())]);
        config.secrets.telegram_token = Some(TOKEN.to_owned());
        config.staff.people[0].telegram = Some(CLERK);
        change(&mut config);
        let scratch = Scratch::new();
        let app = app_on(
            &config,
            &scratch.file("desk.sqlite"),
            Arc::clone(&clock),
            42,
        );
        let bot = Bot::from_config(&config).unwrap().unwrap();
        Desk {
            telegram,
            app,
            bot,
            config,
            clock,
            scratch,
            loops: None,
            starts: 0,
        }
    }

    fn file(&self) -> PathBuf {
        self.scratch.file("desk.sqlite")
    }

    fn start(&mut self) {
        self.bot.look_around(&self.app);
        let (stop, stopped) = watch::channel(false);
        let poll = telegram::poll(self.app.clone(), self.bot.clone(), stopped.clone());
        let (app, bot, mut stopped) = (self.app.clone(), self.bot.clone(), stopped);
        let carry = async move {
            let until = async { drop(stopped.wait_for(|stopped| *stopped).await) };
            let carrier = bot.carrier(&app);
            Courier::new(app, &carrier).run(until).await
        };
        self.loops = Some(Loops {
            stop,
            poll: tokio::spawn(poll),
            courier: tokio::spawn(carry),
        });
    }

    /// Delivers what waits, without loops.
    async fn deliver(&self) -> Result<(), StoreError> {
        self.app.deliver(&self.bot.carrier(&self.app)).await
    }

    /// Ends as on SIGTERM: what is under way is finished and recorded.
    async fn stop(&mut self) {
        let loops = self.loops.take().unwrap();
        loops.stop.send_replace(true);
        loops.poll.await.unwrap();
        loops.courier.await.unwrap().unwrap();
    }

    /// Ends as on SIGKILL: nothing is finished.
    async fn kill(&mut self) {
        let loops = self.loops.take().unwrap();
        loops.poll.abort();
        loops.courier.abort();
        drop((loops.poll.await, loops.courier.await));
    }

    /// Opens the desk's file again, as after a start of the program.
    async fn reopen(&mut self) {
        self.app.store().close();
        self.starts += 1;
        let clock = Arc::clone(&self.clock);
        self.app = app_on(&self.config, &self.file(), clock, 42 + self.starts);
        self.bot = Bot::from_config(&self.config).unwrap().unwrap();
        self.bot.recall(&self.app).await.unwrap();
        self.start();
    }

    /// Waits for something that everybody could see on Telegram.
    async fn eventually(&self, what: &str, is_so: impl Fn(&State) -> bool) {
        if !self.telegram.wait_within(PATIENCE, is_so).await {
            let shown = [HANAKO, JIRO, STAFF].map(|chat| self.texts(chat));
            panic!("never seen: {what}; the chats show {shown:#?}");
        }
    }

    /// Waits until the bot's newest message in a chat says this.
    async fn told(&self, chat: i64, part: &str) {
        self.eventually(part, |telegram| {
            telegram
                .last_text(chat)
                .is_some_and(|text| text.contains(part))
        })
        .await;
    }

    /// Waits until everything written has been sent and recorded.
    async fn settled(&self) {
        let settle = async {
            while self.count("SELECT count(*) FROM outbox WHERE state = 'pending'") > 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, settle).await.unwrap();
    }

    /// Presses the newest button whose label begins like this, as soon as the bot's newest message has one.
    async fn press(&self, chat: i64, label: &str) -> i64 {
        self.press_as(chat, label, chat).await
    }

    async fn press_as(&self, chat: i64, label: &str, from: i64) -> i64 {
        let full = |sent: &Sent| {
            let labels = sent.labels();
            let found = labels.iter().find(|found| found.contains(label));
            found.map(|found| (*found).to_owned())
        };
        self.eventually(label, |telegram| {
            telegram
                .said_by_bot(chat)
                .next_back()
                .and_then(full)
                .is_some()
        })
        .await;
        let full = self.telegram.said_by_bot(chat).last().and_then(full);
        self.telegram.presses_as(chat, &full.unwrap(), from)
    }

    /// A resident asks for a person. Returns the number of the handoff in the staff's group.
    async fn wishes_for_a_person(&self, chat: i64) -> i64 {
        self.telegram.says(chat, "/staff");
        self.told(chat, "職員におつなぎします").await;
        self.eventually("the handoff", |telegram| telegram.delivered_to(STAFF) > 0)
            .await;
        self.settled().await;
        self.telegram.said_by_bot(STAFF).last().unwrap().message_id
    }

    /// The bot's messages in a chat as they are seen now.
    fn texts(&self, chat: i64) -> Vec<String> {
        let said = self.telegram.said_by_bot(chat);
        said.into_iter().map(|sent| sent.text).collect()
    }

    /// The ids of everything said to a resident, in the order in which it was written.
    fn phrases(&self, chat: i64) -> Vec<String> {
        let sql =
            "SELECT phrase FROM outbox WHERE channel = 'telegram' AND address = ?1 ORDER BY id";
        let read = self.app.store().read(|connection| {
            let mut statement = connection.prepare(sql)?;
            let rows = statement.query_map([chat.to_string()], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        });
        read.unwrap()
    }

    fn count(&self, sql: &str) -> i64 {
        let read = self
            .app
            .store()
            .read(|connection| Ok(connection.query_row(sql, [], |row| row.get(0))?));
        read.unwrap()
    }
}

/// What the program logs on this thread, at the finest level.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Listens until the guard is dropped.
    pub fn listen() -> (Log, DefaultGuard) {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    pub fn lines_with(&self, part: &str) -> usize {
        self.text()
            .lines()
            .filter(|line| line.contains(part))
            .count()
    }
}

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
