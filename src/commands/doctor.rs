//! `madoguchi doctor`: one line for each part, and a verdict.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use crate::app::roster;
use crate::channels::telegram::Bot;
use crate::clock::Stopwatch;
use crate::config::{Config, ConfigError};
use crate::desk::language::Language;
use crate::desk::rules::civil;
use crate::ids::IdSource;
use crate::library::{Library, Severity, Source};
use crate::locale::{self, Locale};
use crate::meaning::{EmbedError, Meanings};
use crate::store::Store;
use crate::translate::{TranslateError, Translations};

/// A part that was looked at.
struct Line {
    part: &'static str,
    result: Result<String, String>,
    /// It works, but somebody should look.
    warning: Option<String>,
}

/// Looks at everything and prints what it finds; true when the desk can serve.
///
/// # Errors
/// The terminal fails.
pub async fn doctor(
    config: Result<Config, ConfigError>,
    db: &Path,
    faq: &Source,
    locales: &locale::Source,
    online: bool,
) -> std::io::Result<bool> {
    let mut lines = vec![configuration(&config), database(db)];
    lines.extend(messages(db));
    if let Ok(config) = &config {
        lines.extend(staff(config, db));
        lines.push(words(config, locales));
        lines.push(library(config, faq));
        lines.push(ok(
            "web",
            format!("would listen on http://{}/", config.web.listen),
        ));
        lines.push(telegram(config));
        if online {
            lines.extend(staff_room(config, db).await);
        }
        lines.push(embeddings(config).await);
        lines.push(translate(config).await);
    }
    let mut out = std::io::stdout().lock();
    for line in &lines {
        match (&line.result, &line.warning) {
            (Ok(text), None) => writeln!(out, "ok       {}: {text}", line.part)?,
            (Ok(text), Some(warning)) => {
                writeln!(out, "warning  {}: {text}; {warning}", line.part)?
            }
            (Err(text), _) => writeln!(out, "error    {}: {text}", line.part)?,
        }
    }
    let sound = lines.iter().all(|line| line.result.is_ok());
    writeln!(
        out,
        "{}",
        if sound {
            "ready to serve"
        } else {
            "not ready: mend the errors above"
        }
    )?;
    Ok(sound)
}

fn configuration(config: &Result<Config, ConfigError>) -> Line {
    match config {
        Ok(config) => {
            let offices = config.rules.offices.len();
            let languages = config.rules.languages.len();
            let text = format!("{offices} offices, {languages} languages");
            ok("configuration", text)
        }
        Err(error) => fault("configuration", error.to_string()),
    }
}

fn words(config: &Config, locales: &locale::Source) -> Line {
    match Locale::load(locales, &config.rules.languages) {
        Ok(_) => {
            let tags: Vec<&str> = config.rules.languages.iter().map(|l| l.tag()).collect();
            ok("locales", tags.join(", "))
        }
        Err(error) => fault("locales", error.to_string()),
    }
}

fn fault(part: &'static str, text: String) -> Line {
    Line {
        part,
        result: Err(text),
        warning: None,
    }
}

fn ok(part: &'static str, text: String) -> Line {
    Line {
        part,
        result: Ok(text),
        warning: None,
    }
}

/// Opens an existing database for real; one that does not exist yet is only promised, not made.
fn database(db: &Path) -> Line {
    if !db.exists() {
        let folder = db
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let result = if folder.is_dir() {
            Ok(format!("{} will be created", db.display()))
        } else {
            Err(format!(
                "{}: the folder does not exist; make it or name another --db",
                db.display()
            ))
        };
        return Line {
            part: "database",
            result,
            warning: None,
        };
    }
    let result = Store::open(db, IdSource::from_os()).and_then(|store| {
        let check: String =
            store.read(|sql| Ok(sql.query_row("PRAGMA quick_check", [], |row| row.get(0))?))?;
        let depth = store.read(crate::store::outbox::depth)?.0;
        store.close();
        Ok((check, depth))
    });
    let result = match result {
        Ok((check, depth)) if check == "ok" => {
            Ok(format!("{}, {depth} messages waiting", db.display()))
        }
        Ok((check, _)) => Err(format!(
            "{}: damaged ({check}); restore a backup",
            db.display()
        )),
        Err(error) => Err(error.to_string()),
    };
    Line {
        part: "database",
        result,
        warning: None,
    }
}

/// That nobody is written to, which a desk that serves does not show by itself.
fn messages(db: &Path) -> Option<Line> {
    if !db.exists() {
        return None;
    }
    // A database that cannot be opened has a line of its own.
    let store = Store::open(db, IdSource::from_os()).ok()?;
    let found = store.read(crate::store::incidents::freeze);
    store.close();
    let freeze = found.ok()??;
    let since = civil(freeze.since).format("%Y-%m-%d %H:%M");
    let warning = "release them on the page of the incident once it is over";
    Some(Line {
        warning: Some(warning.to_owned()),
        ..ok(
            "messages",
            format!("stopped since {since} (J-{})", freeze.incident),
        )
    })
}

/// Who may come in, and whether anybody can.
fn staff(config: &Config, db: &Path) -> Option<Line> {
    // A database that is not there yet, or cannot be opened, has a line of its own.
    let (roster, found) = match db.exists() {
        false => (
            roster::compose(config, Vec::new(), &BTreeMap::new()),
            BTreeMap::new(),
        ),
        true => {
            let store = Store::open(db, IdSource::from_os()).ok()?;
            let roster = roster::read(config, &store);
            let found =
                store.read(|sql| crate::store::logins::logins(sql, chrono::DateTime::UNIX_EPOCH));
            store.close();
            (roster.ok()?, found.ok()?)
        }
    };
    let people: Vec<&str> = roster.people.iter().map(|p| p.name.as_str()).collect();
    let has_password = |name: &&&str| found.get(**name).is_some_and(|login| login.has_password);
    let count = people.iter().filter(has_password).count();
    let is_gone = |name: &&str| !people.contains(name) && !found[*name].is_locked;
    let gone: Vec<&str> = found.keys().map(String::as_str).filter(is_gone).collect();
    let warning = if people.is_empty() {
        Some("name people in staff.people, or nobody works with the reservations".to_owned())
    } else if count == 0 {
        let mend = "set the first one with the token that `serve` prints, or with `madoguchi staff password NAME`";
        Some(format!("nobody can come in; {mend}"))
    } else if !gone.is_empty() {
        let gone = gone.join(", ");
        Some(format!(
            "no longer named, but not locked out: {gone}; see `madoguchi staff lock`"
        ))
    } else {
        None
    };
    Some(Line {
        warning,
        ..ok(
            "staff",
            format!("{} people, {count} with a password", people.len()),
        )
    })
}

fn library(config: &Config, faq: &Source) -> Line {
    let library = Library::load(faq, &config.faq_setting());
    let entries = library.corpus.entries().count();
    let errors = library
        .faults
        .iter()
        .filter(|f| f.severity == Severity::Error)
        .count();
    let unset: Vec<&str> = library
        .faults
        .iter()
        .filter(|fault| fault.rule == crate::library::Rule::Placeholder)
        .filter_map(|fault| fault.what.split(['{', '}']).nth(1))
        .collect();
    let others = library.faults.len() - errors;
    let result = if errors == 0 && entries > 0 {
        Ok(format!("{entries} topics"))
    } else {
        Err(format!(
            "{entries} topics, {errors} errors; `madoguchi faq check` lists them"
        ))
    };
    let warning = match (unset.is_empty(), others) {
        (_, 0) => None,
        (true, n) => Some(format!("{n} warnings; `madoguchi faq check` lists them")),
        (false, n) => Some(format!("{n} warnings; facts not set: {}", unset.join(", "))),
    };
    Line {
        part: "faq",
        result,
        warning,
    }
}

fn telegram(config: &Config) -> Line {
    let mut line = match (&config.secrets.telegram_token, &config.telegram.webhook_url) {
        (None, _) => ok("telegram", "off (TELOXIDE_TOKEN is not set)".into()),
        (Some(_), None) => ok("telegram", "asks for updates".into()),
        (Some(_), Some(url)) if config.secrets.webhook_secret.is_some() => {
            ok("telegram", format!("is pushed updates at {url}/telegram"))
        }
        (Some(_), Some(_)) => fault(
            "telegram",
            "webhook_url is set, but MADOGUCHI_WEBHOOK_SECRET is not; set it".into(),
        ),
    };
    if config.secrets.telegram_token.is_some() && config.telegram.staff_chat.is_none() {
        line.warning =
            Some("telegram.staff_chat is not set, so staff use `madoguchi chat --as staff`".into());
    }
    line
}

/// Asks Telegram what the bot may do in the staff's group. The desk serves without the group as well, so whatever is
/// lacking is only a warning.
async fn staff_room(config: &Config, db: &Path) -> Option<Line> {
    let bot = Bot::from_config(config).ok()??;
    let configured = config.telegram.staff_chat?;
    // The group may have another id by now.
    if db.exists()
        && let Ok(store) = Store::open(db, IdSource::from_os())
    {
        let name = format!("staff-chat:{configured}");
        let moved = store.read(|sql| crate::store::meta(sql, &name));
        store.close();
        if let Ok(Some(chat)) = moved {
            bot.follow_staff(&chat);
        }
    }
    let line = |text: &str| ok("staff's group", text.to_owned());
    Some(match bot.staff_standing().await {
        Ok(standing) => {
            let standing = standing?;
            let lacks: Vec<&str> = standing.lacks().iter().map(|lack| lack.mend()).collect();
            let text = if standing.keeps_topics() {
                "a topic for each case"
            } else if standing.can_be_told() {
                "cases share the main chat"
            } else {
                "cannot be told anything"
            };
            Line {
                warning: Some(lacks.join("; ")).filter(|text| !text.is_empty()),
                ..line(text)
            }
        }
        Err(why) => Line {
            warning: Some(why.to_owned()),
            ..line("Telegram did not tell")
        },
    })
}

/// Asks the service for one vector. The desk serves without it as well, so whatever is wrong is only a
/// warning.
async fn embeddings(config: &Config) -> Line {
    let Some(setting) = &config.embeddings else {
        return ok("embeddings", "off".into());
    };
    // Some services take a key in the query, which is nobody's business here.
    let url = setting.url.split('?').next().unwrap_or_default();
    let watch = Stopwatch::start();
    let found = match Meanings::from_config(config) {
        Ok(Some(meanings)) => meanings.dimensions().await,
        Ok(None) => Ok(0),
        Err(error) => Err(error),
    };
    let waited_ms = (watch.seconds() * 1000.0).round();
    match found {
        Ok(dimensions) => {
            let is_late = watch.seconds() * 1000.0 > setting.timeout_ms as f64;
            let text = format!("{url} answers with {dimensions} dimensions in {waited_ms} ms");
            let late = format!(
                "questions wait only {} ms; run doctor again, or raise embeddings.timeout_ms",
                setting.timeout_ms
            );
            Line {
                warning: is_late.then_some(late),
                ..ok("embeddings", text)
            }
        }
        Err(error) => Line {
            warning: Some(format!("{error}; {}", mend(&error))),
            ..ok("embeddings", format!("{url} does not answer"))
        },
    }
}

/// What to do about a service that fails.
fn mend(error: &EmbedError) -> &'static str {
    match error {
        EmbedError::Unreachable(_) | EmbedError::Late(_) => {
            "start the service, or mend embeddings.url"
        }
        EmbedError::Refused(401 | 403) => "set MADOGUCHI_EMBEDDINGS_KEY",
        EmbedError::Refused(_) => "mend embeddings.url or embeddings.model",
        EmbedError::Unreadable | EmbedError::Dimensions { .. } => {
            "embeddings.url must be an OpenAI-compatible /v1/embeddings"
        }
    }
}

/// Asks the service for its languages. The desk serves without it as well, so whatever is wrong is only a warning.
async fn translate(config: &Config) -> Line {
    let Some(setting) = &config.translate else {
        return ok("translate", "off".into());
    };
    let offered = &config.rules.languages;
    let watch = Stopwatch::start();
    let found = match Translations::from_config(config) {
        Ok(Some(translations)) => translations.languages(offered).await,
        Ok(None) => Ok(Vec::new()),
        Err(error) => Err(error),
    };
    let waited_ms = (watch.seconds() * 1000.0).round();
    let url = &setting.url;
    match found {
        Ok(known) => {
            let tags = |languages: &[Language]| {
                let tags: Vec<&str> = languages.iter().map(|l| l.tag()).collect();
                tags.join(", ")
            };
            let is_missing =
                |l: &Language| !l.is_japanese() && setting.wants(*l) && !known.contains(l);
            let missing: Vec<Language> = offered.iter().copied().filter(is_missing).collect();
            let text = format!(
                "{url} answers in {waited_ms} ms; translates {}",
                tags(&known)
            );
            let warning = format!(
                "not {}: install them there, or staff use the sentences that are ready",
                tags(&missing)
            );
            Line {
                warning: (!missing.is_empty()).then_some(warning),
                ..ok("translate", text)
            }
        }
        Err(error) => Line {
            warning: Some(format!("{error}; {}", mend_translate(&error))),
            ..ok("translate", format!("{url} does not answer"))
        },
    }
}

/// What to do about a translation service that fails.
fn mend_translate(error: &TranslateError) -> &'static str {
    match error {
        TranslateError::Unreachable(_) | TranslateError::Late(_) => {
            "start the service, or mend translate.url"
        }
        TranslateError::Refused(401 | 403) => "set MADOGUCHI_TRANSLATE_KEY",
        TranslateError::Refused(_)
        | TranslateError::Unreadable
        | TranslateError::TooLarge
        | TranslateError::Unsupported { .. } => {
            "translate.url must be the address of a LibreTranslate-compatible service, without /translate"
        }
    }
}
