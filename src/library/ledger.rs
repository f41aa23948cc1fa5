//! The ledger of reviews, `reviews.toml`: for each text who wrote it, who approved or returned it, when, and its hash.
//!
//! Two pairs of eyes: the one who wrote a text cannot approve it. A hash stands for the text as it was; an edit changes
//! it, and what was said about the old text is void. Wordings are approved line by line, so that a new way to ask does
//! not take the answer away until it has been read.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::desk::language::Language;

/// A text of the library: the entry (`pin-forgot`, `action:book`) and its language.
pub type Key = (String, Language);

/// What has become of a text that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    Waiting,
    Approved {
        by: String,
        on: NaiveDate,
    },
    Returned {
        by: String,
        on: NaiveDate,
        comment: String,
    },
}

/// What the ledger knows of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The hash of the text that was handed in.
    pub hash: String,
    /// The hash of what the Japanese said when the translation was made.
    pub source: Option<String>,
    /// The hashes of the wordings that were handed in and the ones among them that were approved.
    pub wordings: BTreeSet<String>,
    /// Wordings handed in later than the text, which wait for their own approval.
    pub wordings_waiting: BTreeSet<String>,
    /// Who handed those in: they do not approve them.
    pub wordings_by: BTreeSet<String>,
    pub written_by: String,
    pub written_on: NaiveDate,
    /// The hash of the text that was last approved, for showing what is different.
    pub last_approved: Option<String>,
    pub decision: Decision,
}

impl Record {
    /// Whether somebody wrote what waits here: they do not decide about it.
    #[must_use]
    pub fn is_of(&self, name: &str) -> bool {
        let wrote_wordings = self.wordings_by.contains(name);
        match self.decision {
            Decision::Approved { .. } => wrote_wordings,
            Decision::Waiting | Decision::Returned { .. } => {
                self.written_by == name || wrote_wordings
            }
        }
    }

    /// Who handed in what waits here.
    #[must_use]
    pub fn waits_from(&self) -> String {
        match self.decision {
            Decision::Approved { .. } if !self.wordings_by.is_empty() => {
                let names: Vec<&str> = self.wordings_by.iter().map(String::as_str).collect();
                names.join("、")
            }
            _ => self.written_by.clone(),
        }
    }

    /// Whether the one who wrote it has approved it, which no command lets anybody do.
    #[must_use]
    pub fn is_self_approved(&self) -> bool {
        matches!(&self.decision, Decision::Approved { by, .. } if *by == self.written_by)
    }
}

/// Why something cannot be done to a text; `Display` is the one line an operator reads.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{0} in {1}: there is no such text")]
    Unknown(String, Language),
    #[error(
        "{0} in {1}: nobody has handed it in as it stands; run `madoguchi faq submit --by NAME {0}` first"
    )]
    NotSubmitted(String, Language),
    #[error("{0} in {1}: {2} wrote it, so somebody else must review it")]
    OwnText(String, Language, String),
    #[error("{0} is not in faq.people of the configuration; add them with their role")]
    Stranger(String),
    #[error("{1} in {2}: “{0}” is asked already for {3}")]
    Double(String, String, Language, String),
    #[error("{0} is an author; only a city-reviewer approves or returns texts")]
    NotReviewer(String),
    #[error("{0}; mend the ledger first, or the approvals in it are lost")]
    BrokenLedger(String),
}

/// The whole ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger(pub BTreeMap<Key, Record>);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    entry: String,
    language: Language,
    hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wordings: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wordings_waiting: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wordings_by: Vec<String>,
    written_by: String,
    written_on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_approved: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    approved_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    approved_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    returned_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    returned_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    texts: Vec<Line>,
}

impl Ledger {
    /// Reads the ledger.
    ///
    /// # Errors
    /// The position in the text and what does not fit there.
    pub fn read(text: &str) -> Result<Ledger, (Option<std::ops::Range<usize>>, String)> {
        let file: File =
            toml::from_str(text).map_err(|error| (error.span(), error.message().to_owned()))?;
        let mut records = BTreeMap::new();
        for line in file.texts {
            let key = (line.entry.clone(), line.language);
            let what = format!("{} in {} stands there twice; keep one line", key.0, key.1);
            if records.insert(key, line.record()).is_some() {
                return Err((None, what));
            }
        }
        Ok(Ledger(records))
    }

    /// The ledger as a file: one line a text, so that a change is a change of one line.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from(
            "# Who wrote and who approved each text: written by `madoguchi faq submit|approve|return` and by the review\n\
             # page, read by the desk. Do not edit by hand: a hash stands for the text as it was read.\n\ntexts = [\n",
        );
        for ((entry, language), record) in &self.0 {
            let value = toml::Value::try_from(Line::of(entry, *language, record));
            // `Display` of a table value is its inline form.
            if let Ok(value) = value {
                out.push_str("  ");
                out.push_str(&value.to_string());
                out.push_str(",\n");
            }
        }
        out.push_str("]\n");
        out
    }
}

impl Line {
    fn of(entry: &str, language: Language, record: &Record) -> Line {
        let mut line = Line {
            entry: entry.to_owned(),
            language,
            hash: record.hash.clone(),
            source: record.source.clone(),
            wordings: record.wordings.iter().cloned().collect(),
            wordings_waiting: record.wordings_waiting.iter().cloned().collect(),
            wordings_by: record.wordings_by.iter().cloned().collect(),
            written_by: record.written_by.clone(),
            written_on: record.written_on,
            last_approved: record.last_approved.clone(),
            approved_by: None,
            approved_on: None,
            returned_by: None,
            returned_on: None,
            comment: None,
        };
        match &record.decision {
            Decision::Waiting => {}
            Decision::Approved { by, on } => {
                line.approved_by = Some(by.clone());
                line.approved_on = Some(*on);
            }
            Decision::Returned { by, on, comment } => {
                line.returned_by = Some(by.clone());
                line.returned_on = Some(*on);
                line.comment = Some(comment.clone());
            }
        }
        line
    }

    fn record(self) -> Record {
        let decision = match (
            self.approved_by,
            self.approved_on,
            self.returned_by,
            self.returned_on,
        ) {
            (Some(by), Some(on), ..) => Decision::Approved { by, on },
            (_, _, Some(by), Some(on)) => Decision::Returned {
                by,
                on,
                comment: self.comment.unwrap_or_default(),
            },
            _ => Decision::Waiting,
        };
        Record {
            hash: self.hash,
            source: self.source,
            wordings: self.wordings.into_iter().collect(),
            wordings_waiting: self.wordings_waiting.into_iter().collect(),
            wordings_by: self.wordings_by.into_iter().collect(),
            written_by: self.written_by,
            written_on: self.written_on,
            last_approved: self.last_approved,
            decision,
        }
    }
}
