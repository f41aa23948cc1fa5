//! The figures of the README: `cargo bench`, or `cargo bench -- http telegram` for some of them.
//!
//! Everything is measured from outside on the release program: real HTTP on loopback, a real SQLite file, a
//! Telegram-shaped server. What depends on the machine is given as a ratio measured in the same run: the Telegram
//! channel beside a plain echo bot on the same library, a full file beside a small one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement that cannot be taken should stop, and prints what it found"
)]

mod book;
#[path = "../tests/fake_telegram/mod.rs"]
mod fake_telegram;
mod growth;
mod http;
mod queue;
mod server;
mod telegram;

use std::time::{Duration, Instant};

/// What citizens ask while the figures are taken: answers, choices, misses, the beginning of a reservation.
pub const TEXTS: [&str; 8] = [
    "暗証番号を忘れました",
    "電子証明書の更新に必要なものは？",
    "予約したい",
    "やめる",
    "カードをなくしたかもしれないんだけどどうしたらいいですか",
    "粗大ごみの日はいつですか",
    "やめる",
    "窓口は何時から何時まで開いていますか",
];

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .collect();
    if let [first, token, url] = &arguments[..]
        && first == "echo-bot"
    {
        telegram::echo(token, url);
        return;
    }
    let wanted = |name: &str| arguments.is_empty() || arguments.iter().any(|a| a == name);
    if wanted("ranking") {
        ranking();
    }
    if wanted("start") {
        start();
    }
    if wanted("book") {
        book::measure();
    }
    if wanted("queue") {
        queue::measure();
    }
    if wanted("http") {
        http::measure();
    }
    if wanted("telegram") {
        telegram::measure();
    }
    if wanted("growth") {
        growth::measure();
    }
}

/// Reading the library and building the indexes; understanding one message; ranking among far more entries.
fn ranking() {
    use madoguchi::config::Config;
    use madoguchi::desk::language::Language;
    use madoguchi::desk::message::Said;
    let config = Config::load(None, |_| None).expect("the example");
    let locale = madoguchi::locale::Locale::load(
        &madoguchi::locale::Source::BuiltIn,
        &config.rules.languages,
    );
    let locale = locale.expect("the messages");
    let source = madoguchi::library::Source::BuiltIn;
    let load = || {
        let library = madoguchi::library::Library::load(&source, &config.faq_setting());
        let texts = library.texts.len();
        (
            madoguchi::commands::faq::ears(&library, &config.rules, &locale),
            library,
            texts,
        )
    };
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..5 {
        let began = Instant::now();
        let loaded = load();
        times.push(began.elapsed());
        drop(loaded);
    }
    times.sort();
    let (ears, library, texts) = load();
    println!(
        "library        {:8.0} ms to read and index {texts} texts (median of 5)",
        times[2].as_secs_f64() * 1e3
    );
    let today = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
    let rounds = 2000;
    let rank = time(rounds, || {
        TEXTS
            .iter()
            .map(|text| ears.rank(text, Language::Ja).len())
            .sum()
    });
    let hear = time(rounds, || {
        let heard = TEXTS
            .iter()
            .map(|text| ears.hear(&Said::Text((*text).to_owned()), Language::Ja, false, today));
        heard.map(|heard| heard.hits.len()).sum()
    });
    let each = |total: Duration, rounds: u32| {
        total.as_secs_f64() * 1e6 / f64::from(rounds) / TEXTS.len() as f64
    };
    println!("ranking        {:8.1} µs per query", each(rank, rounds));
    println!(
        "hearing        {:8.1} µs per message (masking, language, dates, ranking)",
        each(hear, rounds)
    );
    let large = many(&library, 20_000);
    let rounds = 200;
    let rank = time(rounds, || {
        TEXTS.iter().map(|text| large.rank(text).len()).sum()
    });
    println!(
        "ranking        {:8.1} µs per query among 20,000 entries",
        each(rank, rounds)
    );
}

/// So many entries: the Japanese ones of the library over and over, each time with words of their own mixed in.
fn many(library: &madoguchi::library::Library, count: usize) -> madoguchi::desk::retrieval::Index {
    use madoguchi::desk::faq::{EntryId, Subject};
    use madoguchi::desk::language::Language;
    use madoguchi::desk::retrieval::{Document, IndexBuilder};
    let texts: Vec<_> = library
        .texts
        .iter()
        .filter(|t| t.language == Language::Ja)
        .collect();
    let mut builder = IndexBuilder::new(&[], &[]);
    for n in 0..count {
        let text = texts[n % texts.len()];
        let own = texts[(n / texts.len() * 7 + n) % texts.len()];
        let mixed = |wording: &String| format!("{wording} {}", own.keywords.join(" "));
        builder.add(&Document {
            subject: Subject::Entry(EntryId::foreign(&format!("entry-{n}"))),
            wordings: text.wordings.iter().map(mixed).collect(),
            keywords: own.keywords.clone(),
        });
    }
    builder.build()
}

fn time(rounds: u32, mut work: impl FnMut() -> usize) -> Duration {
    let mut sum = work();
    let began = Instant::now();
    for _ in 0..rounds {
        sum = sum.wrapping_add(work());
    }
    assert!(sum > 0, "the work is done");
    began.elapsed()
}

/// From the start of the process to its address on standard output, and its memory then.
fn start() {
    let mut times: Vec<Duration> = Vec::new();
    let mut memory = 0.0;
    for _ in 0..5 {
        let server = server::Server::start(&[], &[]);
        times.push(server.started_in);
        memory = server.memory_mb();
    }
    times.sort();
    println!(
        "start          {:8.0} ms until the address is printed (median of 5)",
        times[2].as_secs_f64() * 1e3
    );
    println!("memory         {memory:8.1} MB resident at rest");
}
