//! The simulated world: the real program on a real file, a clock, a post, residents and clerks, all from one seed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use chrono::Duration;
use madoguchi::app::{App, Shelf};
use madoguchi::clock::ManualClock;
use madoguchi::config::Config;
use madoguchi::desk::faq::{Corpus, Entry};
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Address, Channel, Incoming, Outgoing, StaffIncoming};
use madoguchi::desk::rules::civil;
use madoguchi::ids::{IdSource, OutgoingId};
use madoguchi::library::{Library, Source};
use madoguchi::locale::{Locale, Source as LocaleSource};
use madoguchi::store::Store;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use super::post::{Mishap, Post};
use crate::harness::{Scratch, at, config_with};

/// Days around which something changes: a holiday, a designated Sunday, the end of the year, an ordinary night.
const STARTS: [&str; 7] = [
    "2026-12-01T09:20:00",
    "2026-12-03T17:10:00",
    "2026-11-20T10:00:00",
    "2026-12-18T20:30:00",
    "2026-12-25T09:50:00",
    "2026-12-28T08:00:00",
    "2027-01-02T23:40:00",
];

/// A small book, so that people collide: one or two counters, an hour a day, few days.
pub static CONFIG: LazyLock<Config> = LazyLock::new(|| {
    config_with(&[
        (
            "weekday = { opens = \"09:00\", closes = \"17:30\" }",
            "weekday = { opens = \"09:00\", closes = \"10:00\" }",
        ),
        (
            "weekday_counters = [{ from = \"09:00\", counters = 4, bookable = 3 }, { from = \"16:00\", counters = 2 }]",
            "weekday_counters = [{ from = \"09:00\", counters = 2 }, { from = \"09:30\", counters = 1 }]",
        ),
        ("sunday_counters = 4", "sunday_counters = 1"),
        ("days_ahead = 30", "days_ahead = 7"),
        ("reservations_max = 4", "reservations_max = 2"),
        ("attempts_max = 12", "attempts_max = 4"),
    ])
});

/// So many of the ways to ask for a topic are enough here.
const WORDINGS_MAX: usize = 5;
const TOPIC_FOLDERS: [&str; 8] = [
    "actions/book",
    "actions/cancel",
    "actions/change",
    "actions/documents",
    "actions/my-reservation",
    "actions/staff",
    "lost/card-lost-first-steps",
    "pin/pin-forgot",
];

/// A few topics suffice, and building what is answered from them stays cheap.
static ANSWERS: LazyLock<(Arc<Shelf>, Arc<Locale>)> = LazyLock::new(|| {
    let locale = Locale::load(&LocaleSource::BuiltIn, &CONFIG.rules.languages).unwrap();
    let scratch = Scratch::new();
    let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("faq");
    for topic in TOPIC_FOLDERS {
        let to = scratch.file(topic);
        std::fs::create_dir_all(&to).unwrap();
        for file in std::fs::read_dir(from.join(topic)).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    }
    std::fs::copy(from.join("reviews.toml"), scratch.file("reviews.toml")).unwrap();
    let source = Source::Folder(scratch.0.clone());
    let library = Library::load(&source, &CONFIG.faq_setting());
    let short = library.corpus.all().map(|entry| {
        let mut entry = Entry::clone(entry);
        for version in entry.versions.values_mut() {
            version.text.wordings.truncate(WORDINGS_MAX);
        }
        entry
    });
    let corpus = Corpus::new(short.collect());
    let shelf = Shelf::new(&CONFIG, &locale, Library { corpus, ..library });
    (Arc::new(shelf), Arc::new(locale))
});

/// Somebody who talks to the desk.
pub struct Person {
    pub address: Address,
    pub pulled: bool,
    pub hint: Option<Language>,
    /// Every button ever shown to them, the newest last.
    pub buttons: Vec<String>,
    /// The buttons of the newest message with any.
    pub newest: Vec<String>,
    /// The last row a web page has seen.
    pub seen: OutgoingId,
}

/// An event that may come again.
#[derive(Clone)]
pub enum Event {
    Citizen(Incoming),
    Staff(StaffIncoming),
}

/// An event, when it was, and what was answered.
pub struct Past {
    pub event: Event,
    pub at: chrono::DateTime<chrono::Utc>,
    pub replies: Vec<Outgoing>,
}

/// What the desk has told people of their reservations; the audit log must say the same.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Told {
    pub booked: i64,
    pub moved: i64,
    pub cancelled: i64,
}

pub struct World {
    pub rng: StdRng,
    pub app: App,
    pub clock: Arc<ManualClock>,
    pub post: Post,
    pub people: Vec<Person>,
    pub past: Vec<Past>,
    pub told: Told,
    /// Secrets that people have sent, as their bare characters.
    pub secrets: Vec<String>,
    pub log: Vec<String>,
    /// How many arrivals have been looked at.
    pub looked_at: usize,
    /// The newest row that arrived in each chat.
    pub newest: BTreeMap<Address, i64>,
    /// Who acts just now; people finish what they are at more often than not.
    focus: usize,
    scratch: Scratch,
    seed: u64,
    lives: u64,
    keys: u64,
}

impl World {
    pub fn new(seed: u64) -> World {
        let mut rng = StdRng::seed_from_u64(seed);
        let start = *STARTS.choose(&mut rng).unwrap();
        let clock = Arc::new(ManualClock::new(at(start)));
        clock.advance(Duration::minutes(rng.random_range(0..120)));
        let scratch = Scratch::in_memory();
        let app = open(&scratch.file("life-0.sqlite"), &clock, seed);
        let people = (0..rng.random_range(2..8)).map(person).collect();
        World {
            rng,
            app,
            post: Post::new(Arc::clone(&clock)),
            clock,
            people,
            past: Vec::new(),
            told: Told::default(),
            secrets: Vec::new(),
            log: Vec::new(),
            looked_at: 0,
            newest: BTreeMap::new(),
            focus: 0,
            scratch,
            seed,
            lives: 0,
            keys: 0,
        }
    }

    /// Who acts next.
    pub fn someone(&mut self) -> usize {
        if self.rng.random_bool(0.25) {
            self.focus = self.rng.random_range(0..self.people.len());
        }
        self.focus
    }

    pub fn next_key(&mut self) -> String {
        self.keys += 1;
        format!("sim:{}", self.keys)
    }

    pub fn note(&mut self, what: String) {
        let when = civil(self.app.now()).format("%m-%d %H:%M");
        self.log.push(format!("{when} {what}"));
    }

    /// The program ends in order and starts again.
    pub fn restart(&mut self) {
        self.app.store().close();
        let path = self.app.store().path().to_owned();
        self.lives += 1;
        self.app = open(&path, &self.clock, self.seed_of_life());
    }

    /// The program dies as it stands. What is in the files at this moment is all that the next one finds.
    pub fn die(&mut self) {
        self.lives += 1;
        let from = self.app.store().path().to_owned();
        let to = self.scratch.file(&format!("life-{}.sqlite", self.lives));
        for tail in ["", "-wal"] {
            let with = |path: &std::path::Path| {
                let mut name = path.as_os_str().to_owned();
                name.push(tail);
                PathBuf::from(name)
            };
            if with(&from).exists() {
                std::fs::copy(with(&from), with(&to)).unwrap();
            }
        }
        self.app.store().close();
        self.app = open(&to, &self.clock, self.seed_of_life());
    }

    fn seed_of_life(&self) -> u64 {
        self.seed.wrapping_mul(1000).wrapping_add(self.lives)
    }

    /// Sends what waits; the program may die over it.
    pub async fn deliver(&mut self) -> Result<(), String> {
        let died = {
            let app = self.app.clone();
            tokio::select! {
                biased;
                () = self.post.died.notified() => true,
                done = app.deliver(&self.post) => { done.map_err(|e| format!("deliver: {e}"))?; false }
            }
        };
        if died {
            self.note("… and the program dies while sending".into());
            // What the writer has begun it ends first, so that the same seed always leaves the same file.
            let ended = self.app.store().write(|_| Ok(())).await;
            ended.map_err(|e| format!("the last write: {e}"))?;
            self.die();
            self.allow_repeats()?;
        }
        for arrival in self.post.arrived_since(self.looked_at) {
            self.shown(&arrival.row);
        }
        Ok(())
    }

    /// Everything that was under way when the program died may come once more, in whatever chat.
    fn allow_repeats(&self) -> Result<(), String> {
        for arrival in self.post.arrived_since(self.looked_at) {
            let row = arrival.row.id.0;
            let sql = format!("SELECT count(*) FROM outbox WHERE id = {row} AND state = 'pending'");
            if super::invariants::count(&self.app, &sql)? == 1 {
                self.post.allow_repeat(row);
            }
        }
        Ok(())
    }

    /// Remembers the buttons under a message.
    pub fn shown(&mut self, row: &Outgoing) {
        let person = self.people.iter_mut().find(|p| p.address == row.to);
        let Some(person) = person.filter(|_| !row.choices.is_empty()) else {
            return;
        };
        person.newest = row.choices.iter().map(|b| b.id.clone()).collect();
        person.buttons.extend(person.newest.iter().cloned());
    }

    /// The pages of the web people fetch what has come for them.
    pub async fn fetch(&mut self) -> Result<(), String> {
        for n in 0..self.people.len() {
            let (address, seen) = (self.people[n].address.clone(), self.people[n].seen);
            if !self.people[n].pulled {
                continue;
            }
            let rows = self.app.said_after(&address, seen);
            let rows = rows.map_err(|e| format!("said_after: {e}"))?;
            let Some(last) = rows.last().map(|row| row.id) else {
                continue;
            };
            for row in &rows {
                self.shown(row);
            }
            let marked = self.app.mark_shown(address, last).await;
            marked.map_err(|e| format!("mark_shown: {e}"))?;
            self.people[n].seen = last;
        }
        Ok(())
    }

    /// From now on nothing fails: everything that waits must arrive.
    pub async fn settle(&mut self) -> Result<(), String> {
        self.post.calm_down();
        for _ in 0..8 {
            self.clock.advance(Duration::minutes(20));
            let ticked = self.app.tick().await;
            ticked.map_err(|e| format!("tick while settling: {e}"))?;
            self.deliver().await?;
            self.fetch().await?;
        }
        Ok(())
    }

    pub fn plan_mishap(&mut self) {
        let mut addresses: Vec<Address> = self.people.iter().map(|p| p.address.clone()).collect();
        addresses.push(Address::new(Channel::Staff, "desk"));
        let address = addresses.choose(&mut self.rng).unwrap().clone();
        let mishap = match self.rng.random_range(0..10) {
            0..3 => Mishap::Later(None),
            3..5 => Mishap::Later(Some(self.rng.random_range(1..1200))),
            5 => Mishap::Never { gone: true },
            6 => Mishap::Never { gone: false },
            7 => Mishap::Death,
            _ => Mishap::AnswerLost,
        };
        self.note(format!("mishap for {}: {mishap:?}", address.id));
        self.post.plan(&address, mishap);
    }
}

fn person(n: usize) -> Person {
    let pulled = n % 3 == 2;
    let channel = if pulled {
        Channel::Web
    } else {
        Channel::Telegram
    };
    Person {
        address: Address::new(channel, format!("person-{n}")),
        pulled,
        hint: [
            None,
            Some(Language::Ja),
            Some(Language::En),
            Some(Language::Easy),
        ][n % 4],
        buttons: Vec::new(),
        newest: Vec::new(),
        seen: OutgoingId(0),
    }
}

fn open(path: &std::path::Path, clock: &Arc<ManualClock>, seed: u64) -> App {
    let (shelf, locale) = ANSWERS.clone();
    let store = Store::open(path, IdSource::seeded(seed)).unwrap();
    let clock = Arc::clone(clock) as Arc<dyn madoguchi::clock::Clock>;
    App::new(CONFIG.clone(), shelf, locale, store, clock)
}
