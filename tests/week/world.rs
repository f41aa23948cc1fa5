//! The simulated week's world: the real program on a real file with its own loops and its own web server, a Telegram over
//! HTTP, three hundred citizens, eight clerks, and a clock that only the week turns. The seed decides what people do and what
//! fails; how requests interleave is left to the network of this machine.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use madoguchi::app::App;
use madoguchi::channels::telegram::{self, Bot};
use madoguchi::channels::web;
use madoguchi::clock::{Clock, ManualClock};
use madoguchi::config::Config;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::citizens::Citizen;
use super::clerks::{Clerk, Try};
use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::{Scratch, app_on, at, config_with};
use crate::server::Visitor;

/// The staff's group of the example configuration, and the one it becomes during the week.
pub const GROUP: i64 = -1_001_234_567_890;
pub const NEXT_GROUP: i64 = -1_007_777_777_777;
/// Who leads hears of what waits on a telephone of their own.
pub const SUPERVISOR: i64 = 9_000_000_990;
pub const DEPUTY: i64 = 9_000_000_991;
/// A Monday; the week goes to the next one.
pub const START: &str = "2026-11-30T08:00:00";
pub const CITIZENS: usize = 300;
/// On a loaded machine; it only passes in full when something is broken.
const PATIENCE: Duration = Duration::from_secs(60);
/// In tokens there are no vowels and no digits: they are neither words nor numbers that anybody masks.
const LETTERS: &[u8; 20] = b"bcdfghjklmnpqrstvwxz";

struct Loops {
    stop: watch::Sender<bool>,
    poll: JoinHandle<()>,
    web: JoinHandle<()>,
}

/// An open case as those who decide what to do see it.
#[derive(Clone, Debug)]
pub struct OpenCase {
    pub id: i64,
    pub resident: i64,
    pub state: String,
    pub owner: Option<String>,
    pub touched_at: i64,
}

pub struct World {
    pub rng: StdRng,
    pub telegram: FakeTelegram,
    pub clock: Arc<ManualClock>,
    pub app: App,
    pub bot: Bot,
    /// Where the web server listens since the last start.
    pub base: String,
    /// The staff's group as it is now.
    pub group: i64,
    pub citizens: Vec<Citizen>,
    pub clerks: Vec<Clerk>,
    /// Every answer that a clerk has tried to give.
    pub tries: Vec<Try>,
    /// What clerks have noted for each other.
    pub secrets: Vec<String>,
    /// Updates that the program has not acknowledged yet.
    pub updates: Vec<i64>,
    /// What happened, by its name.
    pub counts: BTreeMap<&'static str, u64>,
    /// Rows that were under way when the program died: they may come once more.
    pub under_way: HashMap<i64, usize>,
    /// The same for the summaries of a case.
    pub summaries_under_way: HashMap<i64, usize>,
    /// So many messages of a case people have deleted with its topics.
    pub deleted: HashMap<i64, usize>,
    /// Rows in which no note has been found.
    pub searched: i64,
    pub alarms: HashMap<i64, i64>,
    pub failed: HashSet<i64>,
    config: Config,
    scratch: Scratch,
    loops: Option<Loops>,
    seed: u64,
    starts: u64,
    tokens: usize,
}

/// Four clerks in the group, four on the pages, of whom one is the deputy, and the supervisor.
fn staffed(url: &str) -> Config {
    let phones = (1..=4).map(|n| {
        let number = phone(n);
        format!("{{ name = \"phone-{n}\", role = \"clerk\", telegram = {number} }}")
    });
    let pages = (1..=3).map(|n| format!("{{ name = \"page-{n}\", role = \"clerk\" }}"));
    let deputy = format!("{{ name = \"page-4\", role = \"deputy\", telegram = {DEPUTY} }}");
    let people: Vec<String> = phones.chain(pages).chain([deputy]).collect();
    let people = format!("{},", people.join(", "));
    let supervisor =
        format!("{{ name = \"supervisor\", role = \"supervisor\", telegram = {SUPERVISOR} }},");
    let mut config = config_with(&[
        ("https://api.telegram.org", url),
        ("{ name = \"counter\", role = \"clerk\" },", &people),
        (
            "{ name = \"supervisor\", role = \"supervisor\" },",
            &supervisor,
        ),
    ]);
    config.secrets.telegram_token = Some(TOKEN.to_owned());
    config
}

/// The number of a clerk on Telegram.
pub fn phone(n: i64) -> i64 {
    9_000_000_900 + n
}

impl World {
    pub async fn open(seed: u64) -> World {
        let telegram = FakeTelegram::start().await;
        for group in [GROUP, NEXT_GROUP] {
            telegram.forum(group, "マイナンバーカード窓口", true);
        }
        for n in 1..=4 {
            telegram.user(phone(n), "窓口係", "ja");
        }
        for lead in [SUPERVISOR, DEPUTY] {
            telegram.user(lead, "責任者", "ja");
        }
        let config = staffed(&telegram.url());
        let clock = Arc::new(ManualClock::new(at(START)));
        let scratch = Scratch::in_memory();
        let hands = Arc::clone(&clock) as Arc<dyn Clock>;
        let app = app_on(&config, &scratch.file("desk.sqlite"), hands, seed);
        let bot = Bot::from_config(&config).unwrap().unwrap();
        let mut world = World {
            rng: StdRng::seed_from_u64(seed),
            telegram,
            clock,
            app,
            bot,
            base: String::new(),
            group: GROUP,
            citizens: Vec::new(),
            clerks: Vec::new(),
            tries: Vec::new(),
            secrets: Vec::new(),
            updates: Vec::new(),
            counts: BTreeMap::new(),
            under_way: HashMap::new(),
            summaries_under_way: HashMap::new(),
            deleted: HashMap::new(),
            searched: 0,
            alarms: HashMap::new(),
            failed: HashSet::new(),
            config,
            scratch,
            loops: None,
            seed,
            starts: 0,
            tokens: 0,
        };
        world.start().await;
        world.hire().await;
        world.settle_in();
        world
    }

    async fn start(&mut self) {
        self.bot.recall(&self.app).await.unwrap();
        self.bot.look_around(&self.app);
        let (stop, stopped) = watch::channel(false);
        let poll = telegram::poll(self.app.clone(), self.bot.clone(), stopped.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        self.base = format!("http://{}", listener.local_addr().unwrap());
        let router = web::router(self.app.clone(), stopped, None);
        let serve = web::serve(listener, router, std::future::pending());
        self.loops = Some(Loops {
            stop,
            poll: tokio::spawn(poll),
            web: tokio::spawn(serve),
        });
        // One client for all of them: each of their own would read the certificates of the world anew.
        let there = Visitor::at(&self.base);
        for citizen in &mut self.citizens {
            citizen.moves_to(&there);
        }
        for clerk in &mut self.clerks {
            clerk.moves_to(&self.base);
        }
    }

    /// The program ends in order and starts again on the same file.
    pub async fn restart(&mut self) {
        let loops = self.loops.take().unwrap();
        loops.stop.send_replace(true);
        loops.poll.await.unwrap();
        loops.web.abort();
        self.reopen().await;
        self.count("restarts in order");
    }

    /// The program dies while it delivers, and with updates that it has not acknowledged.
    pub async fn die_while_delivering(&mut self) {
        let after =
            self.telegram.look(|telegram| telegram.delivered()) + self.rng.random_range(1..4);
        let carrier = self.bot.carrier(&self.app);
        tokio::select! {
            biased;
            _ = self.telegram.wait_within(PATIENCE, |telegram| telegram.delivered() >= after) => {}
            done = self.app.deliver(&carrier) => done.unwrap(),
        }
        let loops = self.loops.take().unwrap();
        loops.poll.abort();
        loops.web.abort();
        // What the writer has begun it ends first; the commits that nobody asked for any more never come.
        self.app.store().write(|_| Ok(())).await.unwrap();
        let under_way = "FROM outbox WHERE state = 'pending' AND attempts > 0 AND channel <> 'web'";
        for row in self.column(&format!("SELECT id {under_way}")) {
            *self.under_way.entry(row).or_default() += 1;
        }
        // A newer summary may take the row's place before it is sent again, so the case is noted now.
        let summaries = format!("SELECT case_id {under_way} AND phrase = 'handoff'");
        for case in self.column(&summaries) {
            *self.summaries_under_way.entry(case).or_default() += 1;
        }
        self.reopen().await;
        self.count("deaths while delivering");
    }

    async fn reopen(&mut self) {
        self.app.store().close();
        self.starts += 1;
        let hands = Arc::clone(&self.clock) as Arc<dyn Clock>;
        let seed = self.seed.wrapping_mul(1000).wrapping_add(self.starts);
        self.app = app_on(&self.config, &self.file(), hands, seed);
        self.bot = Bot::from_config(&self.config).unwrap().unwrap();
        self.start().await;
    }

    pub async fn close(&mut self) {
        let loops = self.loops.take().unwrap();
        loops.stop.send_replace(true);
        loops.poll.await.unwrap();
        loops.web.abort();
        self.app.store().close();
    }

    pub fn file(&self) -> std::path::PathBuf {
        self.scratch.file("desk.sqlite")
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.app.now()
    }

    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    pub fn chance(&mut self, of: f64) -> bool {
        self.rng.random_bool(of)
    }

    pub fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }

    /// A mark that stands in one message only.
    pub fn token(&mut self) -> String {
        let mut n = self.tokens;
        self.tokens += 1;
        let mut token = String::from("q");
        for _ in 0..4 {
            token.push(char::from(LETTERS[n % LETTERS.len()]));
            n /= LETTERS.len();
        }
        token
    }

    /// Waits until the program has taken what people have written.
    pub async fn taken(&mut self) {
        let updates = std::mem::take(&mut self.updates);
        let all = |telegram: &crate::fake_telegram::State| {
            updates.iter().all(|update| telegram.is_confirmed(*update))
        };
        assert!(
            self.telegram.wait_within(PATIENCE, all).await,
            "updates were not taken"
        );
    }

    pub async fn deliver(&mut self) {
        let carrier = self.bot.carrier(&self.app);
        self.app.deliver(&carrier).await.unwrap();
        let moved = self.group == GROUP && super::faults::has_moved(&self.telegram);
        if moved {
            self.group = NEXT_GROUP;
        }
    }

    /// The first column of a query.
    pub fn column(&self, sql: &str) -> Vec<i64> {
        let read = self.app.store().read(|connection| {
            let mut statement = connection.prepare(sql)?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        });
        read.unwrap()
    }

    pub fn number(&self, sql: &str) -> i64 {
        self.column(sql)[0]
    }

    /// The first two columns of a query as texts.
    pub fn texts(&self, sql: &str) -> Vec<(String, String)> {
        let read = self.app.store().read(|connection| {
            let mut statement = connection.prepare(sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        });
        read.unwrap()
    }

    pub fn open_cases(&self) -> Vec<OpenCase> {
        let sql = "SELECT id, resident, state, owner, touched_at FROM cases WHERE state <> 'closed' ORDER BY id";
        let read = self.app.store().read(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([], |row| {
                let state: String = row.get(2)?;
                // A case that was given back keeps nobody.
                let owner: Option<String> = row.get(3)?;
                Ok(OpenCase {
                    id: row.get(0)?,
                    resident: row.get(1)?,
                    owner: owner.filter(|_| state != "queued"),
                    state,
                    touched_at: row.get(4)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        });
        read.unwrap()
    }
}
