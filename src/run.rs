//! Starts the loops and stops them in order.
//!
//! Order of a stop (SIGTERM, Ctrl-C): Telegram and web take nothing new, turns under way are committed and answered,
//! the ticker ends, the courier records what is in flight, the writer commits and closes. What still waits in the
//! outbox is delivered after the next start.

mod audit;
mod calendar;
mod reservations;
mod staff;

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use tokio::sync::watch;

use crate::app::{self, App};
use crate::channels::{console, telegram, web};
use crate::clock::{Clock, RehearsalClock, SystemClock};
use crate::commands::{
    Arguments, Command, Common, EvalArguments, Faq, Side, Texts, doctor, eval, faq,
    review as terminal_review, sheet,
};
use crate::config::{Config, default_database};
use crate::courier::Courier;
use crate::desk::language::Language;
use crate::desk::rules::civil;
use crate::ids::IdSource;
use crate::library::ledger::Ledger;
use crate::library::review::{self, Say};
use crate::library::{self, Library};
use crate::locale::{self, Locale};
use crate::store::{self, Store};

/// How often the ticker looks for what is due, on the desk's clock.
const TICK_SECONDS: f64 = 15.0;
/// Waiting times look different after so long, even where nothing happens.
const HALL_SECONDS: f64 = 20.0;
/// What is under way at a stop gets so long.
const STOP_SECONDS: u64 = 10;

/// Does what the command line asks.
///
/// # Errors
/// Whatever keeps the program from doing it, in one line.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let Arguments { common, command } = arguments;
    match command.unwrap_or(Command::Serve { listen: None }) {
        Command::Serve { listen } => runtime()?
            .block_on(serve(&common, listen))
            .map(|()| ExitCode::SUCCESS),
        Command::Chat { side, name, lang } => runtime()?
            .block_on(chat(&common, side, &name, lang))
            .map(|()| ExitCode::SUCCESS),
        Command::Doctor { online } => {
            let config = Config::load(common.config.as_deref(), |name| std::env::var(name).ok());
            let (db, faq, locales) = (
                database(&common),
                faq_source(&common),
                locale_source(&common),
            );
            let sound = runtime()?.block_on(doctor::doctor(config, &db, &faq, &locales, online))?;
            Ok(if sound {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        }
        Command::Calendar(arguments) => calendar::command(&common, arguments),
        Command::Reservations(command) => reservations::command(&common, command),
        Command::Faq(command) => audit::faq(&common, command),
        Command::Audit(command) => audit::command(&common, command),
        Command::Staff(command) => staff::command(&common, command),
    }
}

fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the runtime did not start")
}

fn config(common: &Common) -> anyhow::Result<Config> {
    Ok(Config::load(common.config.as_deref(), |name| {
        std::env::var(name).ok()
    })?)
}

fn database(common: &Common) -> PathBuf {
    common
        .db
        .clone()
        .unwrap_or_else(|| default_database(common.is_rehearsal()))
}

fn faq_source(common: &Common) -> library::Source {
    common
        .faq
        .clone()
        .map_or(library::Source::BuiltIn, library::Source::Folder)
}

fn locale_source(common: &Common) -> locale::Source {
    common
        .locales
        .clone()
        .map_or(locale::Source::BuiltIn, locale::Source::Folder)
}

fn clock(common: &Common) -> anyhow::Result<Arc<dyn Clock>> {
    let speed = common.clock_speed.unwrap_or(1.0);
    if !(0.0..=86_400.0).contains(&speed) {
        bail!("--clock-speed is {speed}; use 0 to 86400");
    }
    Ok(match common.clock {
        Some(start) => Arc::new(RehearsalClock::new(start.to_utc(), speed)),
        None if common.is_rehearsal() => Arc::new(RehearsalClock::from_now(speed)),
        None => Arc::new(SystemClock),
    })
}

/// Everything an `App` needs, opened and checked.
async fn open(common: &Common, config: Config) -> anyhow::Result<App> {
    let locale = Locale::load(&locale_source(common), &config.rules.languages)?;
    let library = Library::load(&faq_source(common), &config.faq_setting());
    let errors = library
        .faults
        .iter()
        .filter(|f| f.severity == library::Severity::Error)
        .count();
    if errors > 0 {
        tracing::warn!(
            errors,
            "the FAQ has errors and the files concerned are left out; see `madoguchi faq check`"
        );
    }
    let path = database(common);
    let store = Store::open(&path, IdSource::from_os())?;
    mark(&store, common.is_rehearsal(), &path).await?;
    let kept = app::review::approved(&library);
    let shelf = app::Shelf::new(&config, &locale, library);
    let app = App::new(
        config,
        Arc::new(shelf),
        Arc::new(locale),
        store,
        clock(common)?,
    );
    app.keep_texts(kept).await?;
    Ok(app)
}

/// While nobody has a password, tells on the terminal how to set the first one.
async fn start_token(app: &App) -> anyhow::Result<Option<String>> {
    let token = app.start_token().await?;
    if let Some(token) = &token {
        let mut out = std::io::stdout().lock();
        writeln!(out, "staff pages at /staff, token for this start: {token}")?;
        out.flush()?;
    }
    Ok(token)
}

/// A rehearsal's database and the real one must not be mistaken for each other: reminders would go to real people.
async fn mark(store: &Store, rehearsal: bool, path: &std::path::Path) -> anyhow::Result<()> {
    let kind = if rehearsal { "rehearsal" } else { "real" };
    let found = store
        .write(move |tx| {
            let found = tx.meta("clock")?;
            if found.is_none() {
                tx.set_meta("clock", kind)?;
            }
            Ok(found)
        })
        .await?;
    match found.as_deref() {
        Some("rehearsal") if !rehearsal => bail!(
            "{}: this database belongs to a rehearsal; name another --db or give --clock again",
            path.display()
        ),
        Some("real") if rehearsal => bail!(
            "{}: this database is in real use; a rehearsal needs one of its own (--db)",
            path.display()
        ),
        _ => Ok(()),
    }
}

async fn serve(common: &Common, listen: Option<SocketAddr>) -> anyhow::Result<()> {
    let config = config(common)?;
    let telegram_config = config.clone();
    let listen = listen.unwrap_or(config.web.listen);
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .with_context(|| {
            format!(
                "{listen} cannot be listened on; stop the other program or give another --listen"
            )
        })?;
    let address = listener.local_addr().context("the web address")?;
    let app = open(common, config).await?;
    let bot = telegram::Bot::from_config(&telegram_config)?;
    if let Some(bot) = &bot {
        bot.recall(&app).await?;
        bot.look_around(&app);
    }
    announce(address, bot.is_some(), common)?;
    let (stop, stopped) = watch::channel(false);
    let mut loops = tokio::task::JoinSet::new();
    let start_token = start_token(&app).await?;
    let mut web_router = web::router(app.clone(), stopped.clone(), start_token.as_deref());
    if let Some(bot) = &bot {
        if bot.is_pushed() {
            bot.set_webhook().await?;
            web_router = web_router.merge(web::telegram_route(app.clone(), bot.clone()));
        } else {
            loops.spawn(telegram::poll(app.clone(), bot.clone(), stopped.clone()));
        }
    }
    let (web_app, web_stop) = (app.clone(), stopped.clone());
    loops.spawn(async move {
        web::serve_desk(listener, &web_app, web_router, until(web_stop)).await;
    });
    loops.spawn(tick(app.clone(), stopped.clone()));
    loops.spawn(learn(app.clone(), stopped.clone()));
    loops.spawn(keep_halls(app.clone(), stopped.clone()));
    let courier = tokio::spawn(carry(app.clone(), bot, stopped));
    wait_for_stop(&mut loops).await;
    tracing::info!("stopping");
    stop.send_replace(true);
    let all = async {
        while loops.join_next().await.is_some() {}
        drop(courier.await);
    };
    if tokio::time::timeout(Duration::from_secs(STOP_SECONDS), all)
        .await
        .is_err()
    {
        tracing::warn!(
            "some loops did not end in time; what they held is done after the next start"
        );
    }
    app.store().close();
    Ok(())
}

/// The first line on standard output is the web address.
fn announce(address: SocketAddr, telegram: bool, common: &Common) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "http://{address}/")?;
    writeln!(out, "database {}", database(common).display())?;
    writeln!(
        out,
        "telegram {}",
        if telegram {
            "on"
        } else {
            "off (set TELOXIDE_TOKEN to turn it on)"
        }
    )?;
    if common.is_rehearsal() {
        writeln!(out, "rehearsal: this is not the real clock")?;
    }
    out.flush()?;
    Ok(())
}

async fn tick(app: App, stopped: watch::Receiver<bool>) {
    let wait = Duration::from_secs_f64(
        (TICK_SECONDS / app.clock().speed().max(0.001)).clamp(0.05, TICK_SECONDS),
    );
    let mut every = tokio::time::interval(wait);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let stop = until(stopped);
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => return,
            _ = every.tick() => {
                if let Err(error) = app.tick().await {
                    tracing::error!(%error, "the ticker failed; it will try again");
                }
            }
        }
    }
}

/// Keeps what the answers mean up to date, for as long as there is a service that tells.
async fn learn(app: App, stopped: watch::Receiver<bool>) {
    tokio::select! {
        () = until(stopped) => {}
        () = app.keep_learning() => {}
    }
}

/// Keeps the pictures of the halls new: after every change, and as time passes.
async fn keep_halls(app: App, stopped: watch::Receiver<bool>) {
    let stop = until(stopped);
    tokio::pin!(stop);
    let every = Duration::from_secs_f64(
        (HALL_SECONDS / app.clock().speed().max(0.001)).clamp(0.05, HALL_SECONDS),
    );
    loop {
        if let Err(error) = app.refresh_halls().await {
            tracing::error!(%error, "the pictures of the halls could not be made; the old ones stay");
        }
        tokio::select! {
            () = &mut stop => return,
            () = app.hall_is_stale() => {}
            () = tokio::time::sleep(every) => {}
        }
    }
}

/// Carries the outbox until the stop; a database fault is tried again.
async fn carry(app: App, bot: Option<telegram::Bot>, stopped: watch::Receiver<bool>) {
    let Some(bot) = bot else { return };
    let carrier = bot.carrier(&app);
    while !*stopped.borrow() {
        match Courier::new(app.clone(), &carrier)
            .run(until(stopped.clone()))
            .await
        {
            Ok(()) => return,
            Err(error) => {
                tracing::error!(%error, "the courier failed; it will try again");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    drop(stopped.wait_for(|stopped| *stopped).await);
}

/// SIGTERM, Ctrl-C, or a loop that ended by itself.
async fn wait_for_stop(loops: &mut tokio::task::JoinSet<()>) {
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
        _ = loops.join_next() => {}
    }
}

async fn chat(
    common: &Common,
    side: Side,
    name: &str,
    lang: Option<Language>,
) -> anyhow::Result<()> {
    let app = open(common, config(common)?).await?;
    let (stop, stopped) = watch::channel(false);
    // Reminders fall due while somebody talks, so the terminal ticks as well.
    let ticker = tokio::spawn(tick(app.clone(), stopped.clone()));
    let result = match side {
        Side::Citizen => {
            tokio::spawn(learn(app.clone(), stopped));
            console::citizen(&app, name, lang).await
        }
        Side::Staff => console::staff(&app, name).await,
    };
    stop.send_replace(true);
    drop(ticker.await);
    app.store().close();
    Ok(result?)
}

fn faq_command(common: &Common, command: Faq) -> anyhow::Result<ExitCode> {
    let config = config(common)?;
    let today = civil(clock(common)?.now()).date();
    let is_writing = command.by().is_some();
    // What is written needs a folder; what is only read may be the built-in one.
    let source = if is_writing {
        library::Source::Folder(faq_folder(common))
    } else {
        faq_source(common)
    };
    let library = Library::load(&source, &config.faq_setting());
    if is_writing {
        review::sound(&library)?;
    }
    let words = || Locale::load(&locale_source(common), &config.rules.languages);
    let desk = FaqDesk {
        config: &config,
        folder: faq_folder(common),
        today,
        database: database(common),
        now: clock(common)?.now(),
    };
    match command {
        Faq::Check { json, strict } => Ok(verdict(faq::check(&library, today, json, strict)?)),
        Faq::Submit { by, texts } => {
            review::role(&config.faq.people, &by.by)?;
            let (ledger, done) = review::submit(&library, &texts.into(), &by.by, today);
            written(&desk.folder, &ledger, &done)
        }
        Faq::Approve { by, texts } => desk.decide(&library, &by.by, texts, &Say::Approve),
        Faq::Return { by, comment, texts } => {
            desk.decide(&library, &by.by, texts, &Say::Return(comment))
        }
        Faq::Review { by, texts } => desk.review(&source, &by.by, &texts.into()),
        Faq::Export(arguments) => {
            let waiting = arguments.waiting;
            let (texts, file) = arguments.split().map_err(anyhow::Error::msg)?;
            let export = library::sheet::Export {
                library: &library,
                languages: &config.rules.languages,
                only: &texts.into(),
                waiting,
                today,
            };
            sheet::export(&export, &file, &mut std::io::stdout().lock())?;
            Ok(ExitCode::SUCCESS)
        }
        Faq::Import { by, partial, file } => desk.import(&source, &library, &by.by, &file, partial),
        Faq::Search { query, lang, json } => {
            let ears = faq::ears(&library, &config.rules, &words()?);
            faq::search(&ears, &library.corpus, &query, lang, today, json)?;
            Ok(ExitCode::SUCCESS)
        }
        Faq::Eval(arguments) => {
            let ears = |library: &Library| Ok(faq::ears(library, &config.rules, &words()?));
            evaluate(library, ears, &arguments, today)
        }
    }
}

fn evaluate(
    mut library: Library,
    ears: impl Fn(&Library) -> anyhow::Result<crate::desk::heard::Ears>,
    arguments: &EvalArguments,
    today: chrono::NaiveDate,
) -> anyhow::Result<ExitCode> {
    let questions = eval::read_questions(&arguments.file)?;
    if let Some(path) = &arguments.corpus {
        library.corpus = eval::read_corpus(path, today)?;
    }
    // A slip of the pen in an expected id would only make the figures worse.
    let unknown = eval::unknown_ids(&questions, &library.corpus);
    if !unknown.is_empty() {
        let ids = unknown.into_iter().collect::<Vec<_>>().join(", ");
        tracing::warn!(ids, "no entry has these expected ids");
    }
    eval::run(&ears(&library)?, &questions, arguments, today)?;
    Ok(ExitCode::SUCCESS)
}

/// What every change of the FAQ needs to know.
struct FaqDesk<'a> {
    config: &'a Config,
    folder: PathBuf,
    today: chrono::NaiveDate,
    database: PathBuf,
    now: chrono::DateTime<chrono::Utc>,
}

impl FaqDesk<'_> {
    /// Keeps the texts that are approved now, so that the next review shows what is different.
    fn keep(&self, store: &Store, library: &Library) -> anyhow::Result<()> {
        let (texts, now) = (app::review::approved(library), self.now);
        let work = move |tx: &mut store::tx::Tx<'_>| {
            for (hash, text) in &texts {
                tx.keep_text(hash, text, now)?;
            }
            Ok(())
        };
        Ok(runtime()?.block_on(store.write(work))?)
    }

    fn decide(
        &self,
        library: &Library,
        by: &str,
        texts: Texts,
        say: &Say,
    ) -> anyhow::Result<ExitCode> {
        let people = &self.config.faq.people;
        let (ledger, done) = review::decide(library, &texts.into(), people, by, self.today, say)?;
        written(&self.folder, &ledger, &done)
    }

    fn review(
        &self,
        source: &library::Source,
        by: &str,
        only: &review::Selection,
    ) -> anyhow::Result<ExitCode> {
        let setting = self.config.faq_setting();
        // What is approved now is what the next texts are compared with.
        let store = Store::open(&self.database, IdSource::from_os())?;
        let library = Library::load(source, &setting);
        self.keep(&store, &library)?;
        let ledger = &library.ledger;
        let session = terminal_review::Session {
            load: &|| Library::load(source, &setting),
            save: &|ledger| review::save(&self.folder, ledger),
            old_text: &|text| {
                let key = (text.entry.clone(), text.language);
                let hash = ledger.0.get(&key)?.last_approved.clone()?;
                store.read(|sql| store::review::text(sql, &hash)).ok()?
            },
            people: &self.config.faq.people,
            by,
            only,
            today: self.today,
        };
        let mut input = std::io::stdin().lock();
        terminal_review::review(&session, &mut input, &mut std::io::stdout().lock())?;
        self.keep(&store, &Library::load(source, &setting))?;
        Ok(ExitCode::SUCCESS)
    }

    fn import(
        &self,
        source: &library::Source,
        library: &Library,
        by: &str,
        file: &std::path::Path,
        partial: bool,
    ) -> anyhow::Result<ExitCode> {
        review::role(&self.config.faq.people, by)?;
        let setting = self.config.faq_setting();
        let import = sheet::Import {
            load: &|| Library::load(source, &setting),
            folder: &self.folder,
            languages: &self.config.rules.languages,
            by,
            today: self.today,
            partial,
        };
        let sound = sheet::import(&import, library, file, &mut std::io::stdout().lock())?;
        Ok(verdict(sound))
    }
}

fn faq_folder(common: &Common) -> PathBuf {
    common.faq.clone().unwrap_or_else(|| PathBuf::from("faq"))
}

fn verdict(sound: bool) -> ExitCode {
    if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Writes the ledger and says what was done; what was refused makes the exit code 1.
fn written(
    folder: &std::path::Path,
    ledger: &Ledger,
    done: &review::Done,
) -> anyhow::Result<ExitCode> {
    if done.count > 0 {
        review::save(folder, ledger)
            .with_context(|| format!("{}", folder.join(library::LEDGER).display()))?;
    }
    faq::tell(done)?;
    Ok(verdict(done.refused.is_empty()))
}
