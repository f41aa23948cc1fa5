//! Reads `faq/` and its review ledger into a `Corpus`, and reports every fault with file and line.
//!
//! A file is an answer in one language: TOML front matter between `+++` lines, then the text. What belongs to the
//! whole entry (links, sources, `review_by`, risk) stands in the Japanese file, the one original. The ledger
//! `reviews.toml` says who wrote and who approved which text, by its hash: an edit changes the hash and so voids the
//! approval; a translation also remembers the hash of the Japanese it was made from and is withheld when that changes.
//! Wordings are approved one by one: a new one waits without taking the answer away.

pub mod check;
pub mod difference;
pub mod edit;
pub mod figures;
mod files;
pub mod glossary;
pub mod ledger;
mod reader;
pub mod review;
pub mod sheet;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::desk::faq::Corpus;
use crate::desk::language::Language;
use crate::desk::rules::Wording;

use files::read_files;
use glossary::Glossary;
use ledger::Ledger;
use reader::Reader;

/// The file with the reviews.
pub const LEDGER: &str = "reviews.toml";
/// The file with the synonym groups.
pub const SYNONYMS: &str = "synonyms.toml";
/// The file with the terms of each language.
pub const GLOSSARY: &str = "glossary.toml";

/// The placeholder that stands for the answer of a draft: no configuration fills it, so nobody is answered with it.
pub const UNWRITTEN: &str = "answer-to-be-written";
/// The category of drafts.
pub const DRAFTS: &str = "drafts";

/// Where the FAQ comes from.
#[derive(Clone, Debug, Default)]
pub enum Source {
    /// The files that were there when the program was built.
    #[default]
    BuiltIn,
    Folder(PathBuf),
}

/// What the configuration says about the library.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The values of `{placeholders}`.
    pub facts: &'a BTreeMap<String, Wording>,
    /// Names of placeholders that make sense even where the city has not set them.
    pub known_facts: &'a BTreeSet<String>,
    pub languages: &'a [Language],
    /// How long a text is still shown after its `review_by` date.
    pub grace_days: u16,
    /// Who works on the texts; nobody's name is checked where nobody is named.
    pub people: &'a [Person],
}

/// What somebody who works on the texts may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Writes and hands in.
    Author,
    /// Reads, approves and returns what others wrote; may write as well.
    CityReviewer,
}

/// Somebody who works on the texts, under a name of their office and not their own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub role: Role,
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A text is withheld or could be better, nothing else.
    Warning,
    Error,
}

/// Which rule a text breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    Format,
    MissingLanguage,
    NotSubmitted,
    Waiting,
    Returned,
    Stale,
    WordingWaits,
    Placeholder,
    Link,
    Source,
    Figure,
    Length,
    Wordings,
    Double,
    Glossary,
    ControlCharacter,
    NormalForm,
    ReviewBy,
    Secret,
    /// Somebody has approved what they wrote themselves, or is nobody who may.
    Review,
}

/// Something wrong in the FAQ, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    pub file: String,
    pub line: usize,
    pub severity: Severity,
    pub rule: Rule,
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = if self.severity == Severity::Error {
            "error"
        } else {
            "warning"
        };
        write!(f, "{}:{}: {word}: {}", self.file, self.line, self.what)
    }
}

/// Where a text stands on its way to the citizens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has handed it in as it stands.
    NotSubmitted,
    Waiting {
        written_by: String,
        written_on: NaiveDate,
    },
    Returned {
        by: String,
        on: NaiveDate,
        comment: String,
    },
    /// The Japanese has changed since this translation was approved.
    Stale,
    Approved {
        by: String,
        on: NaiveDate,
    },
}

/// A text as its file has it, for checks, reviewers and translators.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// `pin-forgot` or `action:book`.
    pub entry: String,
    pub category: String,
    pub language: Language,
    pub file: String,
    pub raw: Cow<'static, str>,
    /// The line on which the answer begins.
    pub body_line: usize,
    pub question: String,
    pub wordings: Vec<String>,
    /// Those of the wordings that nobody has approved yet.
    pub wordings_waiting: Vec<String>,
    pub keywords: Vec<String>,
    pub spoken: Option<String>,
    /// The answer with its `{placeholders}` as they stand.
    pub body: String,
    pub review_by: Option<NaiveDate>,
    /// What a reviewer signs.
    pub hash: String,
    /// What a translation depends on.
    pub meaning: String,
    /// The meaning of the Japanese as it is now.
    pub source: String,
    pub state: State,
}

impl TextFile {
    #[must_use]
    pub fn is_action(&self) -> bool {
        self.entry.starts_with("action:")
    }

    /// What else a reviewer signs, as the file has it: keywords, links, sources, dates.
    #[must_use]
    pub fn rest_of_front(&self) -> String {
        let front = files::split(&self.raw).map_or("", |(front, ..)| front);
        let mut table: toml::Table = toml::from_str(front).unwrap_or_default();
        for shown in ["question", "wordings", "spoken"] {
            table.remove(shown);
        }
        table.to_string()
    }

    /// The line of the file on which something stands, else the first.
    #[must_use]
    pub fn line_of(&self, what: &str) -> usize {
        let line = self.raw.lines().position(|line| line.contains(what));
        line.map_or(1, |n| n + 1)
    }
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub source: Source,
    pub corpus: Corpus,
    pub synonyms: BTreeMap<Language, Vec<Vec<String>>>,
    pub glossary: Glossary,
    pub faults: Vec<Fault>,
    pub texts: Vec<TextFile>,
    pub ledger: Ledger,
    pub grace_days: u16,
}

impl Library {
    /// Reads everything. Faulty files are left out and reported; the rest is used.
    #[must_use]
    pub fn load(source: &Source, setting: &Setting<'_>) -> Library {
        let mut unread = Vec::new();
        let files = match read_files(source, &mut unread) {
            Ok(files) => files,
            Err(fault) => {
                return Library {
                    source: source.clone(),
                    faults: vec![fault],
                    ..Library::default()
                };
            }
        };
        let mut reader = Reader::new(*setting);
        let ledger = reader.ledger(&files);
        let synonyms = reader.synonyms(&files);
        let glossary = reader.glossary(&files);
        let entries = reader.entries(files, &ledger);
        let corpus = Corpus::new(entries);
        reader.check_links(&corpus);
        let Reader {
            mut faults, texts, ..
        } = reader;
        faults.extend(unread);
        faults.sort();
        Library {
            source: source.clone(),
            corpus,
            synonyms,
            glossary,
            faults,
            texts,
            ledger,
            grace_days: setting.grace_days,
        }
    }

    /// Whether anything is wrong beyond texts that wait for review.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }

    /// The text of an entry in a language.
    #[must_use]
    pub fn text(&self, entry: &str, language: Language) -> Option<&TextFile> {
        self.texts
            .iter()
            .find(|t| t.entry == entry && t.language == language)
    }
}
