//! A city hall for tests: the real program on a real SQLite file, a clock that only tests move, seeded ids, and a
//! recorder in the place of Telegram. No background loop runs; the verbs are called by hand.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

use chrono::{Duration, NaiveDateTime};
use madoguchi::app::{App, Shelf};
use madoguchi::clock::{Clock, ManualClock};
use madoguchi::config::{Config, HABIKINO};
use madoguchi::courier::{Deliver, DeliveryError, Receipt};
use madoguchi::desk::choice::Choice;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{
    Address, Channel, Incoming, Outgoing, Said, StaffAction, StaffIncoming,
};
use madoguchi::desk::rules::{civil, instant};
use madoguchi::ids::{CaseId, IdSource};
use madoguchi::library::{Library, Source};
use madoguchi::locale::{Locale, Source as LocaleSource};
use madoguchi::store::Store;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A folder of its own for one test, removed at the end.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new() -> Scratch {
        Scratch::under(&std::env::temp_dir())
    }

    /// In memory where the system has such a folder, so that thousands of databases do not wait for a disk.
    pub fn in_memory() -> Scratch {
        let shm = std::path::Path::new("/dev/shm");
        if shm.is_dir() {
            Scratch::under(shm)
        } else {
            Scratch::new()
        }
    }

    fn under(folder: &std::path::Path) -> Scratch {
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("madoguchi-test-{}-{n}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Scratch(path)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// What the recorder does with the next delivery to an address.
#[derive(Clone, Debug)]
pub enum Fault {
    Later(Option<std::time::Duration>),
    Never {
        gone: bool,
    },
    /// The message arrives, but the answer does not.
    SentButLater,
}

/// Stands where Telegram stands: keeps what arrives, fails when told to.
#[derive(Default)]
pub struct Recorder {
    arrived: Mutex<Vec<Outgoing>>,
    faults: Mutex<BTreeMap<Address, VecDeque<Fault>>>,
}

impl Recorder {
    pub fn fail_next(&self, address: &Address, fault: Fault) {
        self.faults
            .lock()
            .unwrap()
            .entry(address.clone())
            .or_default()
            .push_back(fault);
    }

    /// Everything that has arrived since the last call.
    pub fn take(&self) -> Vec<Outgoing> {
        std::mem::take(&mut self.arrived.lock().unwrap())
    }
}

impl Deliver for Recorder {
    async fn deliver(&self, rows: &[Outgoing]) -> Result<Receipt, DeliveryError> {
        let fault = self
            .faults
            .lock()
            .unwrap()
            .get_mut(&rows[0].to)
            .and_then(VecDeque::pop_front);
        let keep = || self.arrived.lock().unwrap().extend_from_slice(rows);
        let reason = String::from("told to fail");
        match fault {
            None => {
                keep();
                Ok(Receipt {
                    message: Some(rows[0].id.0),
                })
            }
            Some(Fault::Later(after)) => Err(DeliveryError::Later { after, reason }),
            Some(Fault::Never { gone }) => Err(DeliveryError::Never { gone, reason }),
            Some(Fault::SentButLater) => {
                keep();
                Err(DeliveryError::Later {
                    after: None,
                    reason,
                })
            }
        }
    }
}

/// The desk under test.
pub struct CityHall {
    pub app: App,
    pub clock: Arc<ManualClock>,
    pub recorder: Recorder,
    pub scratch: Scratch,
    config: Config,
    source: Source,
    starts: u64,
    keys: u64,
}

/// The example configuration with the staff's Telegram group, so that what staff are told is delivered as well.
pub fn config() -> Config {
    config_with(&[])
}

/// The example configuration with some of its text replaced.
pub fn config_with(changes: &[(&str, &str)]) -> Config {
    let mut text = HABIKINO.replace("# staff_chat = ", "staff_chat = ");
    // The list of the day has tests of its own; elsewhere it would only interrupt.
    text = text.replace("morning = \"", "# morning = \"");
    for (from, to) in changes {
        assert!(text.contains(from), "the example has no {from}");
        text = text.replace(from, to);
    }
    Config::parse(&text).unwrap()
}

/// A civil time in the city, such as `2026-12-01T09:00:00`.
pub fn at(text: &str) -> chrono::DateTime<chrono::Utc> {
    instant(text.parse::<NaiveDateTime>().unwrap())
}

impl CityHall {
    pub fn open(start: &str) -> CityHall {
        CityHall::open_with(start, config())
    }

    pub fn open_with(start: &str, config: Config) -> CityHall {
        CityHall::open_on(start, config, Source::BuiltIn)
    }

    /// A city hall with answers of its own.
    pub fn open_on(start: &str, config: Config, source: Source) -> CityHall {
        let scratch = Scratch::new();
        let clock = Arc::new(ManualClock::new(at(start)));
        let hands = Arc::clone(&clock) as Arc<dyn Clock>;
        let app = app_from(&config, &source, &scratch.file("desk.sqlite"), hands, 42);
        let hall = CityHall {
            app,
            clock,
            recorder: Recorder::default(),
            scratch,
            config,
            source,
            starts: 0,
            keys: 0,
        };
        hall.is_attended(true);
        hall
    }

    /// Whether somebody sits at the inbox of the cases; at the opening somebody does.
    pub fn is_attended(&self, yes: bool) {
        let file = rusqlite::Connection::open(self.scratch.file("desk.sqlite")).unwrap();
        let until = if yes { i64::MAX } else { 0 };
        let sql = "INSERT OR REPLACE INTO presence (name, until) VALUES ('counter', ?1)";
        file.execute(sql, [until]).unwrap();
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// A person's address on Telegram.
    pub fn person(name: &str) -> Address {
        Address::new(Channel::Telegram, name)
    }

    pub fn next_key(&mut self) -> String {
        self.keys += 1;
        format!("test:{}", self.keys)
    }

    pub fn now(&self) -> NaiveDateTime {
        civil(self.app.now())
    }

    /// One event from a person; the replies wait in the outbox.
    pub async fn receive(
        &mut self,
        name: &str,
        said: Said,
        hint: Option<Language>,
    ) -> Vec<Outgoing> {
        let key = self.next_key();
        self.receive_keyed(name, said, hint, key).await
    }

    pub async fn receive_keyed(
        &mut self,
        name: &str,
        said: Said,
        hint: Option<Language>,
        key: String,
    ) -> Vec<Outgoing> {
        let from = CityHall::person(name);
        let incoming = Incoming {
            key,
            from,
            hint,
            chosen: None,
            said,
            pressed: None,
            pulled: false,
        };
        self.app.receive(incoming).await.unwrap()
    }

    pub async fn says(&mut self, name: &str, text: &str) -> Vec<Outgoing> {
        self.receive(name, Said::Text(text.to_owned()), None).await
    }

    pub async fn picks(&mut self, name: &str, choice: Choice) -> Vec<Outgoing> {
        self.receive(name, Said::Choice(choice), None).await
    }

    /// A clerk answers, takes or closes a case.
    pub async fn staff(&mut self, action: StaffAction) -> Vec<Outgoing> {
        self.staff_as("test", action).await
    }

    /// The same by a clerk of this name.
    pub async fn staff_as(&mut self, clerk: &str, action: StaffAction) -> Vec<Outgoing> {
        let key = self.next_key();
        self.app
            .serve(StaffIncoming {
                key,
                clerk: clerk.into(),
                action,
            })
            .await
            .unwrap()
    }

    pub async fn replies(&mut self, case: i64, text: &str) -> Vec<Outgoing> {
        self.staff(StaffAction::Reply {
            case: CaseId(case),
            text: text.to_owned(),
        })
        .await
    }

    /// Turns the clock to a civil time; nothing ticks meanwhile.
    pub fn jump(&self, to: &str) {
        self.clock.advance(at(to) - self.app.now());
    }

    /// Delivers what waits and returns what has arrived.
    pub async fn deliver(&self) -> Vec<Outgoing> {
        self.app.deliver(&self.recorder).await.unwrap();
        self.recorder.take()
    }

    /// Lets time pass in steps, ticking and delivering as the loops would, and returns what has arrived.
    pub async fn wait(&mut self, time: Duration) -> Vec<Outgoing> {
        // Over weeks it is the days that matter.
        let step = if time > Duration::days(14) {
            Duration::minutes(30)
        } else {
            Duration::minutes(5)
        };
        let mut left = time;
        let mut arrived = Vec::new();
        while left > Duration::zero() {
            let now = left.min(step);
            self.clock.advance(now);
            left -= now;
            self.app.tick().await.unwrap();
            arrived.extend(self.deliver().await);
        }
        arrived
    }

    /// The process ends and starts again on the same file.
    pub fn restart(&mut self) {
        self.app.store().close();
        self.starts += 1;
        let path = self.scratch.file("desk.sqlite");
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        self.app = app_from(&self.config, &self.source, &path, clock, 42 + self.starts);
    }

    /// Runs a query that counts something.
    pub fn count(&self, sql: &str) -> i64 {
        self.app
            .store()
            .read(|connection| Ok(connection.query_row(sql, [], |row| row.get(0))?))
            .unwrap()
    }
}

/// An app on a file, with any clock.
pub fn app_on(config: &Config, path: &std::path::Path, clock: Arc<dyn Clock>, seed: u64) -> App {
    app_from(config, &Source::BuiltIn, path, clock, seed)
}

fn app_from(
    config: &Config,
    source: &Source,
    path: &std::path::Path,
    clock: Arc<dyn Clock>,
    seed: u64,
) -> App {
    let store = Store::open(path, IdSource::seeded(seed)).unwrap();
    let (shelf, locale) = answers(config, source);
    App::new(config.clone(), shelf, locale, store, clock)
}

type Answers = (Arc<Shelf>, Arc<Locale>);

/// What a desk answers from and in which words. Reading the built-in ones takes longer than most tests, so desks of the
/// same city share them.
fn answers(config: &Config, source: &Source) -> Answers {
    static BUILT_IN: LazyLock<Mutex<HashMap<String, Answers>>> = LazyLock::new(Mutex::default);
    let read = || {
        let locale = Locale::load(&LocaleSource::BuiltIn, &config.rules.languages).unwrap();
        let library = Library::load(source, &config.faq_setting());
        let shelf = Shelf::new(config, &locale, library);
        (Arc::new(shelf), Arc::new(locale))
    };
    if !matches!(source, Source::BuiltIn) {
        return read();
    }
    let setting = format!("{:?} {:?}", config.rules, config.faq_setting());
    let mut known = BUILT_IN.lock().unwrap();
    known.entry(setting).or_insert_with(read).clone()
}
