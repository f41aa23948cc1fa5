//! The queue: foreseeing waiting times, letting somebody in, and the way of a call from the press to the messenger while
//! everything else is busy.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use madoguchi::app::{App, Shelf};
use madoguchi::clock::{Clock, ManualClock};
use madoguchi::config::{Config, HABIKINO};
use madoguchi::courier::{Courier, Deliver, DeliveryError, Receipt};
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Address, Channel, Incoming, Outgoing, Said};
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::{AskerKind, admit};
use madoguchi::desk::queue::counter::{Counter, CounterNumber, CounterState};
use madoguchi::desk::queue::estimate::{Asker, Question, estimate};
use madoguchi::desk::queue::floor::{FloorAction, TicketWish};
use madoguchi::desk::queue::line::{Expected, Line};
use madoguchi::desk::queue::ticket::{Needs, Origin, State, Ticket, TicketNumber};
use madoguchi::desk::rules::{Rules, civil, instant};
use madoguchi::ids::{IdSource, ReservationId, ResidentId, TicketId};
use madoguchi::library::{Library, Source};
use madoguchi::locale::Locale;
use madoguchi::store::Store;

const WAITING: u16 = 200;
const ROUNDS: usize = 200;
const CALLS: usize = 300;

/// Prints the figures.
pub fn measure() {
    let rules = Config::parse(HABIKINO).expect("the example").rules;
    let now = instant("2026-12-01T10:00:00".parse().expect("a time"));
    let line = line(&rules, now);
    let asker = Asker {
        procedures: vec![Procedure::Pin],
        people: 1,
    };
    let foresee = median(|| estimate(&rules, &line, &Question::default(), now).is_some());
    let short = Line {
        tickets: line.tickets[..20].to_vec(),
        ..line.clone()
    };
    let decide = median(|| admit(&rules, &short, &asker, now).id().is_empty());
    let decide_full = median(|| admit(&rules, &line, &asker, now).id().is_empty());
    println!(
        "queue          {:8.2} ms to foresee {WAITING} waiting tickets and 60 reservations, 4 counters (median of {ROUNDS})",
        foresee.as_secs_f64() * 1e3
    );
    println!(
        "queue          {:8.2} ms to decide whether somebody is let in with 20 waiting, {:.2} ms with {WAITING}",
        decide.as_secs_f64() * 1e3,
        decide_full.as_secs_f64() * 1e3
    );
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (mut times, depth) = runtime.block_on(calls());
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!(
        "queue          {:8.1} ms from the press to the messenger at the 99th percentile, {:.1} at the median, while \
         {depth} other messages wait on average and 64 people write ({CALLS} calls)",
        at(99).as_secs_f64() * 1e3,
        at(50).as_secs_f64() * 1e3
    );
}

fn median(mut work: impl FnMut() -> bool) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

fn line(rules: &Rules, now: DateTime<Utc>) -> Line {
    let office = rules.offices[0].id.clone();
    let mut line = Line::empty(office.clone(), civil(now).date());
    for n in 1..=4 {
        let mut counter = Counter::closed(&office, CounterNumber(n));
        counter.state = CounterState::Open {
            clerk: format!("clerk-{n}"),
            since: now,
        };
        line.counters.push(counter);
    }
    for n in 0..60 {
        line.expected.push(Expected {
            reservation: ReservationId(n),
            due: now + TimeDelta::minutes(n * 7),
            procedures: vec![Procedure::Pickup],
            people: 1,
        });
    }
    for n in 1..=WAITING {
        let issued = now - TimeDelta::seconds(i64::from(WAITING - n) * 10);
        line.tickets.push(ticket(&line, n, issued));
    }
    line
}

fn ticket(line: &Line, n: u16, issued: DateTime<Utc>) -> Ticket {
    Ticket {
        id: TicketId(i64::from(n)),
        office: line.office.clone(),
        day: line.day,
        number: TicketNumber { letter: 'W', n },
        origin: Origin::WalkIn,
        resident: None,
        language: Language::Ja,
        needs: Needs::default(),
        procedures: vec![Procedure::ALL[usize::from(n) % 7]],
        people: 1,
        state: State::Waiting,
        issued_at: issued,
        order_at: issued,
        waiting_since: issued,
        priority: None,
        not_before: None,
        delays: 0,
        only: None,
        note: String::new(),
        told: None,
    }
}

/// A messenger that takes twenty milliseconds for everything and notes when calls reach it.
struct Slow {
    called: tokio::sync::mpsc::UnboundedSender<Instant>,
}

impl Deliver for Slow {
    async fn deliver(&self, rows: &[Outgoing]) -> Result<Receipt, DeliveryError> {
        if rows.iter().any(|row| row.phrase == "ticket-called") {
            let _ = self.called.send(Instant::now());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        Ok(Receipt::default())
    }
}

fn app(folder: &std::path::Path, clock: Arc<dyn Clock>) -> App {
    let config = Config::parse(HABIKINO).expect("the example");
    let locale = Locale::load(&madoguchi::locale::Source::BuiltIn, &config.rules.languages)
        .expect("the locales");
    let library = Library::load(&Source::BuiltIn, &config.faq_setting());
    let store = Store::open(&folder.join("desk.sqlite"), IdSource::seeded(7));
    let shelf = Shelf::new(&config, &locale, library);
    App::new(
        config,
        Arc::new(shelf),
        Arc::new(locale),
        store.expect("a database"),
        clock,
    )
}

fn incoming(name: &str, key: String, said: Said) -> Incoming {
    Incoming {
        key,
        from: Address::new(Channel::Telegram, name.to_owned()),
        hint: Some(Language::Ja),
        chosen: None,
        said,
        pressed: None,
        pulled: false,
    }
}

/// The times from the press to the messenger, and how many messages waited meanwhile.
async fn calls() -> (Vec<Duration>, i64) {
    let folder = super::server::folder();
    let ten = instant("2026-12-01T10:00:00".parse().expect("a time"));
    let app = app(&folder, Arc::new(ManualClock::new(ten)));
    let office = app.rules().offices[0].id.clone();
    let open = FloorAction::Open {
        counter: CounterNumber(1),
        procedures: BTreeSet::new(),
    };
    let act = |key: String, action: FloorAction| {
        let app = app.clone();
        let office = office.clone();
        async move {
            let done = app.floor(key, "clerk".into(), office, action).await;
            done.expect("the database").expect("no refusal").ticket
        }
    };
    act("open".into(), open).await;
    let (called, mut calls) = tokio::sync::mpsc::unbounded_channel();
    let stop = Arc::new(tokio::sync::Notify::new());
    let courier = {
        let (app, stop) = (app.clone(), Arc::clone(&stop));
        tokio::spawn(async move {
            let slow = Slow { called };
            Courier::new(app, &slow)
                .run(stop.notified())
                .await
                .expect("the courier");
        })
    };
    let writing = Arc::new(AtomicBool::new(true));
    let mut people = tokio::task::JoinSet::new();
    for n in 0..64 {
        let (app, writing) = (app.clone(), Arc::clone(&writing));
        people.spawn(async move {
            let mut round = 0;
            while writing.load(Ordering::Relaxed) {
                round += 1;
                let text = super::TEXTS[round % super::TEXTS.len()];
                let name = format!("writer-{n}-{}", round % 50);
                let said = incoming(&name, format!("w-{n}-{round}"), Said::Text(text.into()));
                app.receive(said).await.expect("a turn");
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        });
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut times = Vec::with_capacity(CALLS);
    let mut waiting = 0;
    for n in 0..CALLS {
        let name = format!("holder-{n}");
        app.receive(incoming(&name, format!("start-{n}"), Said::Start))
            .await
            .expect("a turn");
        let resident = app.store().read(|sql| {
            let query = "SELECT id FROM residents WHERE address = ?1";
            Ok(sql.query_row(query, [&name], |row| row.get(0))?)
        });
        let resident = Some(ResidentId(resident.expect("somebody who wrote")));
        let wish = TicketWish {
            procedures: vec![Procedure::Pin],
            people: 1,
            language: Language::Ja,
            needs: Needs::default(),
            resident,
            from: AskerKind::Clerk,
            beyond: Some("bench".into()),
        };
        act(format!("issue-{n}"), FloorAction::Issue(wish)).await;
        waiting += app.outbox_depth().expect("read").0;
        let pressed = Instant::now();
        let next = act(format!("next-{n}"), FloorAction::Next(CounterNumber(1))).await;
        let ticket = next.expect("a ticket").id;
        let heard = calls.recv().await.expect("a call");
        times.push(heard - pressed);
        act(format!("serve-{n}"), FloorAction::Serve(ticket)).await;
        act(format!("done-{n}"), FloorAction::Finish(ticket, Vec::new())).await;
    }
    writing.store(false, Ordering::Relaxed);
    while people.join_next().await.is_some() {}
    stop.notify_one();
    drop(courier.await);
    app.store().close();
    drop(std::fs::remove_dir_all(folder));
    (times, waiting / i64::try_from(CALLS).unwrap_or(1))
}
