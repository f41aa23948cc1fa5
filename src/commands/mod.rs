//! The command line: what can be asked of the program, and the commands that do not serve anybody.

pub mod audit;
pub mod calendar;
pub mod doctor;
pub mod eval;
pub mod faq;
pub mod reservations;
pub mod review;
pub mod sheet;
pub mod staff;

use std::net::SocketAddr;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::desk::language::Language;

/// madoguchi (窓口): the front-desk helper of a city's My Number Card counter.
///
/// Without a sub-command it serves: web chat and API on 127.0.0.1:8080, and Telegram when TELOXIDE_TOKEN is set.
#[derive(Debug, Parser)]
#[command(
    version,
    about,
    long_about,
    after_help = "Examples:
  madoguchi                                  serve the built-in Habikino example
  madoguchi chat                             talk to the desk in the terminal
  madoguchi chat --as staff                  read and answer what people are asked
  madoguchi doctor                           check configuration, database, texts and channels
  madoguchi faq search \"暗証番号を忘れた\"      see how a question is understood
  madoguchi --clock 2026-12-01T08:55:00+09:00 --clock-speed 60 serve   rehearse a day in minutes"
)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that every command understands, before or after its name.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// The configuration file; without it the built-in Habikino example is used
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The SQLite file; it is created when it does not exist
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Rehearse: start the clock at this moment, on a database of its own
    #[arg(long, global = true, value_name = "TIME")]
    pub clock: Option<DateTime<FixedOffset>>,
    /// Rehearse: so many seconds pass in one
    #[arg(long, global = true, value_name = "FACTOR")]
    pub clock_speed: Option<f64>,
    /// Read the FAQ from this folder instead of the built-in one
    #[arg(long, global = true, value_name = "FOLDER")]
    pub faq: Option<PathBuf>,
    /// Read the messages from this folder instead of the built-in ones
    #[arg(long, global = true, value_name = "FOLDER")]
    pub locales: Option<PathBuf>,
}

impl Common {
    /// Whether the clock is a rehearsal's.
    #[must_use]
    pub fn is_rehearsal(&self) -> bool {
        self.clock.is_some() || self.clock_speed.is_some()
    }
}

#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Serve web chat, API and Telegram (the default)
    Serve {
        /// The web address to listen on; port 0 picks a free one. The first line of output is the address
        #[arg(long, value_name = "ADDR")]
        listen: Option<SocketAddr>,
    },
    /// Talk to the desk in the terminal; choices are picked by their numbers
    Chat {
        /// Which side of the counter to be on
        #[arg(long = "as", value_enum, default_value_t = Side::Citizen)]
        side: Side,
        /// The name of this conversation; the same name goes on where it stopped
        #[arg(long, default_value = "terminal")]
        name: String,
        /// The language to begin in, for example en
        #[arg(long, value_name = "TAG", value_parser = language)]
        lang: Option<Language>,
    },
    /// Check configuration, database, locales, FAQ and channels: one line each; the exit code is the verdict
    Doctor,
    /// Print the days of a year; enter closures, other hours or counters; list reservations left outside
    Calendar(calendar::CalendarArguments),
    /// Reserve, move and cancel for people, note who came, list a day, take reservations over from a file
    #[command(subcommand)]
    Reservations(reservations::Reservations),
    /// Work on the reviewed answers
    #[command(subcommand)]
    Faq(Faq),
    /// Who may come in to the staff's pages: list them, set a password, lock somebody out
    #[command(subcommand)]
    Staff(staff::Staff),
    /// The audit log: prove that it is whole, write it out for inspectors
    #[command(subcommand)]
    Audit(audit::Audit),
}

/// A side of the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Side {
    Citizen,
    Staff,
}

/// Which texts of the library a command is about.
#[derive(Clone, Debug, Args)]
pub struct Texts {
    /// Entries, for example pin-forgot or action:book; all without any
    pub entries: Vec<String>,
    /// Only this language; may be given several times
    #[arg(long = "lang", value_name = "TAG", value_parser = language)]
    pub languages: Vec<Language>,
}

/// A name in faq.people of the configuration.
#[derive(Clone, Debug, Args)]
pub struct By {
    /// Who does it: a name in faq.people of the configuration
    #[arg(long, value_name = "NAME")]
    pub by: String,
}

#[derive(Clone, Debug, Subcommand)]
pub enum Faq {
    /// Report every fault with file and line; exit code 1 when there is an error
    Check {
        /// One JSON object for each fault
        #[arg(long)]
        json: bool,
        /// Exit code 1 for warnings as well
        #[arg(long)]
        strict: bool,
    },
    /// Show how a question is understood and what would be said
    Search {
        query: String,
        /// The language of the question; guessed without it
        #[arg(long, value_name = "TAG", value_parser = language)]
        lang: Option<Language>,
        /// One JSON object instead of a table
        #[arg(long)]
        json: bool,
    },
    /// Measure the search on a file of questions with the expected answers
    Eval(EvalArguments),
    /// Hand in texts as they stand in the folder given by --faq (default: faq), for review
    Submit {
        #[command(flatten)]
        by: By,
        #[command(flatten)]
        texts: Texts,
    },
    /// Approve texts that somebody else has handed in
    Approve {
        #[command(flatten)]
        by: By,
        #[command(flatten)]
        texts: Texts,
    },
    /// Give texts back to their author with a comment
    Return {
        #[command(flatten)]
        by: By,
        /// What is to be changed
        #[arg(long)]
        comment: String,
        #[command(flatten)]
        texts: Texts,
    },
    /// Review in the terminal what others have handed in, text by text: approve, return, skip
    Review {
        #[command(flatten)]
        by: By,
        #[command(flatten)]
        texts: Texts,
    },
    /// Write texts to a spreadsheet for translators, one sheet for each language
    Export(ExportArguments),
    /// Take a spreadsheet back: write what was changed in it to the folder given by --faq (default: faq), and hand it in
    Import {
        #[command(flatten)]
        by: By,
        /// Take the rows that are sound even when others are refused
        #[arg(long)]
        partial: bool,
        #[arg(value_name = "FILE.xlsx")]
        file: PathBuf,
    },
}

impl Faq {
    /// Who changes the texts, where the command does.
    #[must_use]
    pub fn by(&self) -> Option<&str> {
        match self {
            Faq::Submit { by, .. }
            | Faq::Approve { by, .. }
            | Faq::Return { by, .. }
            | Faq::Review { by, .. }
            | Faq::Import { by, .. } => Some(&by.by),
            Faq::Check { .. } | Faq::Search { .. } | Faq::Eval(_) | Faq::Export(_) => None,
        }
    }
}

/// What `faq export` writes, and where.
#[derive(Clone, Debug, Args)]
#[command(override_usage = "madoguchi faq export [OPTIONS] [ENTRIES]... <FILE.xlsx>")]
pub struct ExportArguments {
    /// Entries, for example pin-forgot or action:book, all without any; last the workbook to write, which must not be
    /// there yet
    // One list, since options may stand anywhere between the names and only the last of all is the workbook.
    #[arg(required = true, value_name = "ENTRY|FILE.xlsx")]
    names: Vec<String>,
    /// Only this language; may be given several times
    #[arg(long = "lang", value_name = "TAG", value_parser = language)]
    languages: Vec<Language>,
    /// Leave out what is approved as it stands
    #[arg(long)]
    pub waiting: bool,
}

impl ExportArguments {
    /// The texts that are meant, and the workbook.
    ///
    /// # Errors
    /// The last name is not that of a workbook, so that no entry is taken for one.
    pub fn split(self) -> Result<(Texts, PathBuf), String> {
        let mut names = self.names;
        let file = names.pop().map(PathBuf::from).unwrap_or_default();
        let is_workbook = |end: &std::ffi::OsStr| end.eq_ignore_ascii_case("xlsx");
        if !file.extension().is_some_and(is_workbook) {
            return Err(format!(
                "{}: name the workbook to write last, with the ending .xlsx",
                file.display()
            ));
        }
        let texts = Texts {
            entries: names,
            languages: self.languages,
        };
        Ok((texts, file))
    }
}

/// What `faq eval` measures and how it tells.
#[derive(Clone, Debug, Args)]
pub struct EvalArguments {
    /// Tab-separated lines with the header `lang query expected kind …`
    pub file: PathBuf,
    /// Search these entries instead of the FAQ: one JSON object {id, lang, question, answer, wordings} a line
    #[arg(long, value_name = "FILE.jsonl")]
    pub corpus: Option<PathBuf>,
    /// Take the language from the file instead of detecting it
    #[arg(long)]
    pub given_language: bool,
    /// The table as JSON
    #[arg(long)]
    pub json: bool,
    /// One JSON object for each question instead of the table
    #[arg(long)]
    pub rows: bool,
    /// The questions that failed, with what was found instead
    #[arg(long)]
    pub misses: bool,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| {
        let known: Vec<&str> = Language::ALL.iter().map(|l| l.tag()).collect();
        format!("use one of {}", known.join(", "))
    })
}
