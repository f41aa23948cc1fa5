//! The book: looking for free times over two months at six offices, and closing a day on which two hundred have reserved.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, TimeDelta};
use madoguchi::app::{App, Shelf};
use madoguchi::clock::{Clock, ManualClock};
use madoguchi::config::{Config, HABIKINO};
use madoguchi::desk::calendar::{Change, Entry};
use madoguchi::desk::clerk::{Contact, Order, Wish};
use madoguchi::desk::closing::ClosingReason;
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::rules::{Office, OfficeId, Rules, instant};
use madoguchi::desk::slots::{Book, DayBook, Search, Share, Taken};
use madoguchi::ids::IdSource;
use madoguchi::library::{Library, Source};
use madoguchi::locale::Locale;
use madoguchi::store::Store;

const DAYS: i64 = 60;
const OFFICES: usize = 6;
const RESERVATIONS: usize = 20_000;
const ROUNDS: u32 = 200;

/// Prints both figures.
pub fn measure() {
    let (median, starts) = search();
    println!(
        "free times over {DAYS} days at {OFFICES} offices with {RESERVATIONS} reservations: {:.0} µs, {starts} starts found",
        median.as_secs_f64() * 1e6
    );
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut times: Vec<(Duration, usize, usize)> =
        (0..5).map(|n| runtime.block_on(close(n))).collect();
    times.sort_unstable();
    let (median, affected, offered) = times[2];
    println!(
        "closing a day of {affected} reservations, {offered} offered other times, everybody told: {:.1} ms (5 runs, median)",
        median.as_secs_f64() * 1e3
    );
}

fn rules() -> Rules {
    let text = HABIKINO.replace("days_ahead = 30", "days_ahead = 60");
    let mut rules = Config::parse(&text).expect("the example").rules;
    let main = rules.offices[0].clone();
    rules.offices = (0..OFFICES)
        .map(|n| Office {
            id: OfficeId::read(&format!("office-{n}")).expect("a name"),
            ..main.clone()
        })
        .collect();
    rules
}

fn first() -> NaiveDate {
    "2026-12-01".parse().expect("a day")
}

/// Every office and day of the window is asked for its free starts, as a search for "any day, anywhere" does.
fn search() -> (Duration, usize) {
    let rules = rules();
    let now = instant(first().and_hms_opt(8, 0, 0).expect("a time"));
    let mut book = Book::default();
    let open: Vec<NaiveDate> = (0..=DAYS)
        .map(|n| first() + TimeDelta::days(n))
        .filter(|day| rules.calendar.hours(*day).is_ok())
        .collect();
    let per_day = RESERVATIONS / (open.len() * OFFICES);
    for office in &rules.offices {
        for day in &open {
            let midnight = instant(day.and_hms_opt(0, 0, 0).expect("midnight"));
            let taken = (0..per_day * 2).map(|n| {
                let cell = 54 + i64::try_from(n * 7 % 51).expect("small");
                Taken {
                    at: midnight + TimeDelta::minutes(cell * 10),
                    seat: u8::try_from(n / 51 % 3).expect("small"),
                    until: None,
                }
            });
            book.days
                .insert((office.id.clone(), *day), Arc::new(DayBook::new(taken)));
        }
    }
    let ask = || {
        let searches = rules.offices.iter().map(|office| Search {
            rules: &rules,
            book: &book,
            now,
            office,
            minutes: 20,
            window: rules.window(Some(office), &[Procedure::Pickup]),
            share: Share::Bookable,
            own: &[],
        });
        searches
            .flat_map(|search| search.days(first(), usize::MAX))
            .map(|(_, starts)| starts)
            .sum::<usize>()
    };
    let starts = ask();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let began = Instant::now();
            std::hint::black_box(ask());
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    (times[times.len() / 2], starts)
}

/// The whole of it: entry, offers, holds, messages in each language, one durable commit.
async fn close(n: u32) -> (Duration, usize, usize) {
    let folder =
        std::env::temp_dir().join(format!("madoguchi-bench-book-{}-{n}", std::process::id()));
    std::fs::create_dir_all(folder.join("faq")).expect("a folder");
    let counters = "{ from = \"16:00\", counters = 2 }";
    let text = HABIKINO.replace(counters, "{ from = \"16:00\", counters = 4 }");
    let config = Config::parse(&text).expect("the example");
    let locale = Locale::load(&madoguchi::locale::Source::BuiltIn, &config.rules.languages)
        .expect("the messages");
    let library = Library::load(&Source::Folder(folder.join("faq")), &config.faq_setting());
    let store = Store::open(&folder.join("desk.sqlite"), IdSource::seeded(42)).expect("a database");
    let now = instant(first().and_hms_opt(10, 0, 0).expect("a time"));
    let clock = Arc::new(ManualClock::new(now)) as Arc<dyn Clock>;
    let shelf = Shelf::new(&config, &locale, library);
    let app = App::new(config, Arc::new(shelf), Arc::new(locale), store, clock);
    let day = first() + TimeDelta::days(7);
    let office = OfficeId::read("main").expect("a name");
    let orders = (0u32..200).map(|n| {
        let start =
            day.and_hms_opt(9, 0, 0).expect("nine") + TimeDelta::minutes(i64::from(n / 4) * 10);
        let order = Order::Book {
            wish: Wish {
                office: office.clone(),
                procedures: vec![Procedure::Pin],
                people: 1,
                start,
            },
            language: Language::ALL[n as usize % 12],
            contact: Contact::default(),
            beyond: Some("bench".into()),
        };
        (u64::from(n), order)
    });
    let taken = app
        .take_over("supervisor".into(), orders.collect(), true)
        .await
        .expect("the database");
    let booked = taken.iter().filter(|(_, result)| result.is_ok()).count();
    // They write from their telephones, so that each is written to in their language.
    let to_telegram =
        "UPDATE residents SET channel = 'telegram', reachable = 1 WHERE channel = 'desk'";
    let file = rusqlite::Connection::open(folder.join("desk.sqlite")).expect("the file");
    file.execute(to_telegram, []).expect("an update");
    drop(file);
    let entry = Entry {
        day,
        office: None,
        change: Change::Closed,
        reason: "bench".into(),
        who: "supervisor".into(),
        at: now,
    };
    let began = Instant::now();
    let closed = app
        .close_day(entry, ClosingReason::Weather)
        .await
        .expect("the database");
    let took = began.elapsed();
    assert_eq!(closed.affected, booked);
    app.store().close();
    drop(std::fs::remove_dir_all(folder));
    (took, closed.affected, closed.offered)
}
