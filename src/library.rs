//! Reads `faq/` and its review ledger into a `Corpus`, and reports every fault with file and line.
//!
//! A file is an answer in one language: TOML front matter between `+++` lines, then the text. What belongs to the
//! whole entry (links, sources, `review_by`, risk) stands in the Japanese file, the one original. The ledger
//! `reviews.toml` says which text has been approved, by its hash: an edit changes the hash and so voids the approval;
//! a translation also remembers the hash of the Japanese it was made from and is withheld when that changes.

mod files;
mod reader;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::desk::faq::Corpus;
use crate::desk::language::Language;
use crate::desk::rules::Wording;

pub use files::hash;
use files::read_files;
use reader::Reader;

/// The file with the approvals.
pub const LEDGER: &str = "reviews.toml";
/// The file with the synonym groups.
pub const SYNONYMS: &str = "synonyms.toml";
/// Where the FAQ comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// The files that were there when the program was built.
    BuiltIn,
    Folder(PathBuf),
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The text is withheld, nothing else.
    Warning,
    Error,
}

/// Something wrong in the FAQ, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    pub file: String,
    pub line: usize,
    pub severity: Severity,
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

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub corpus: Corpus,
    pub synonyms: BTreeMap<Language, Vec<Vec<String>>>,
    pub faults: Vec<Fault>,
    /// The hash of every text, for approving.
    pub hashes: BTreeMap<(String, Language), String>,
}

impl Library {
    /// Reads everything. Faulty files are left out and reported; the rest is used.
    #[must_use]
    pub fn load(
        source: &Source,
        facts: &BTreeMap<String, Wording>,
        languages: &[Language],
    ) -> Library {
        let mut reader = Reader {
            facts,
            languages,
            faults: Vec::new(),
            hashes: BTreeMap::new(),
        };
        let files = match read_files(source) {
            Ok(files) => files,
            Err(fault) => {
                return Library {
                    faults: vec![fault],
                    ..Library::default()
                };
            }
        };
        let ledger = reader.ledger(&files);
        let synonyms = reader.synonyms(&files);
        let entries = reader.entries(&files, &ledger);
        let corpus = Corpus::new(entries);
        reader.check_links(&corpus);
        reader.check_wordings(&corpus);
        let Reader {
            mut faults, hashes, ..
        } = reader;
        faults.sort();
        Library {
            corpus,
            synonyms,
            faults,
            hashes,
        }
    }

    /// Whether anything is wrong beyond texts that wait for review.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }
}
/// A line of the ledger: this text was approved by this reviewer on this day.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    pub entry: String,
    pub language: Language,
    pub hash: String,
    /// The hash of the Japanese that a translation was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    pub by: String,
    pub on: NaiveDate,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ledger {
    #[serde(default)]
    approval: Vec<Approval>,
}

/// Writes approvals of the named texts (all of them for an empty list) as they stand into the ledger of a folder.
/// Texts that are approved as they stand keep their reviewer and date.
///
/// # Errors
/// The file that cannot be read or written.
pub fn approve(
    folder: &Path,
    library: &Library,
    only: &[String],
    by: &str,
    on: NaiveDate,
) -> Result<usize, std::io::Error> {
    let path = folder.join(LEDGER);
    let old = std::fs::read_to_string(&path).unwrap_or_default();
    let ledger: Ledger =
        toml::from_str(&old).map_err(|error| std::io::Error::other(error.to_string()))?;
    let mut approvals: BTreeMap<(String, Language), Approval> = ledger
        .approval
        .into_iter()
        .map(|a| ((a.entry.clone(), a.language), a))
        .collect();
    approvals.retain(|key, _| library.hashes.contains_key(key));
    let mut count = 0;
    for ((entry, language), hash) in &library.hashes {
        if !only.is_empty() && !only.contains(entry) {
            continue;
        }
        let source = (*language != Language::Ja)
            .then(|| library.hashes.get(&(entry.clone(), Language::Ja)).cloned())
            .flatten();
        let key = (entry.clone(), *language);
        if approvals
            .get(&key)
            .is_some_and(|a| a.hash == *hash && a.source == source)
        {
            continue;
        }
        let approval = Approval {
            entry: entry.clone(),
            language: *language,
            hash: hash.clone(),
            source,
            by: by.to_owned(),
            on,
        };
        approvals.insert(key, approval);
        count += 1;
    }
    let ledger = Ledger {
        approval: approvals.into_values().collect(),
    };
    let text =
        toml::to_string(&ledger).map_err(|error| std::io::Error::other(error.to_string()))?;
    std::fs::write(
        &path,
        format!("# Approvals: written by `madoguchi faq approve`, read by the desk.\n\n{text}"),
    )?;
    Ok(count)
}
