//! The reviewed answers: what may be shown, to whom, in which language.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::language::Language;

/// The name of a FAQ topic, for example `pin-forgot`: lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(Arc<str>);

impl EntryId {
    /// The longest name in bytes, so that a button for it fits Telegram's 64.
    pub const BYTES_MAX: usize = 60;

    #[must_use]
    pub fn read(text: &str) -> Option<EntryId> {
        let fits = !text.is_empty()
            && text.len() <= EntryId::BYTES_MAX
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| EntryId(Arc::from(text)))
    }

    /// An id of a corpus that is not ours, taken as it is; only evaluation uses it.
    #[must_use]
    pub fn foreign(text: &str) -> EntryId {
        EntryId(Arc::from(text))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it shows the way to another office.
    #[must_use]
    pub fn is_signpost(&self) -> bool {
        self.0.starts_with(SIGNPOST)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How the ids of entries begin that show the way to another office: this counter does not do it.
pub const SIGNPOST: &str = "signpost-";

/// Something the desk does instead of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    Book,
    Change,
    Cancel,
    MyReservation,
    Staff,
    Ticket,
    CheckIn,
    Documents,
    Language,
    WaitTime,
}

impl Action {
    pub const ALL: [Action; 10] = [
        Action::Book,
        Action::Change,
        Action::Cancel,
        Action::MyReservation,
        Action::Staff,
        Action::Ticket,
        Action::CheckIn,
        Action::Documents,
        Action::Language,
        Action::WaitTime,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Action::Book => "book",
            Action::Change => "change",
            Action::Cancel => "cancel",
            Action::MyReservation => "my-reservation",
            Action::Staff => "staff",
            Action::Ticket => "ticket",
            Action::CheckIn => "check-in",
            Action::Documents => "documents",
            Action::Language => "language",
            Action::WaitTime => "wait-time",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|a| a.id() == id)
    }
}

/// What a line of the index leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    Entry(EntryId),
    Action(Action),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Entry(id) => write!(f, "{id}"),
            Subject::Action(action) => write!(f, "action:{}", action.id()),
        }
    }
}

/// Where a citizen may go from an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    Entry(EntryId),
    Action(Action),
}

/// One answer in one language as its file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub question: String,
    pub wordings: Vec<String>,
    pub keywords: Vec<String>,
    /// A short form for reading aloud.
    pub spoken: Option<String>,
    /// The answer with its placeholders filled; empty for actions.
    pub answer: String,
}

/// Why a text is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// Nobody has approved the text as it stands.
    Unapproved,
    /// The Japanese changed after the translation was made.
    Stale,
    /// The configuration leaves a placeholder of it unset.
    Unset(String),
    /// Its `review_by` date has passed.
    Overdue(NaiveDate),
}

/// A text and whether it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub text: Text,
    /// The day of its approval, or the reason why it is withheld.
    pub standing: Result<NaiveDate, Withheld>,
}

/// A FAQ topic with its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub subject: Subject,
    pub category: String,
    pub links: Vec<Link>,
    /// A loss, theft or misuse: people are told as well.
    pub risk: bool,
    /// The last day on which it is shown: its `review_by` date and the days of grace.
    pub shown_until: Option<NaiveDate>,
    pub versions: BTreeMap<Language, Version>,
}

/// An answer that may be sent: approved, current, in date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Showable<'a> {
    pub text: &'a Text,
    pub language: Language,
    pub approved_on: NaiveDate,
}

impl Entry {
    /// The text to show a reader of `language`: their own, else やさしい日本語 for them and Japanese for やさしい日本語
    /// readers, else English, else Japanese. A withheld text is never shown, nor one past its date.
    #[must_use]
    pub fn showable(&self, language: Language, today: NaiveDate) -> Option<Showable<'_>> {
        if self.shown_until.is_some_and(|day| day < today) {
            return None;
        }
        let order = match language {
            Language::Ja => [Language::Ja, Language::Easy, Language::Ja, Language::Ja],
            Language::Easy => [Language::Easy, Language::Ja, Language::Ja, Language::Ja],
            other => [other, Language::Easy, Language::En, Language::Ja],
        };
        order.into_iter().find_map(|language| {
            let version = self.versions.get(&language)?;
            let approved_on = *version.standing.as_ref().ok()?;
            Some(Showable {
                text: &version.text,
                language,
                approved_on,
            })
        })
    }

    /// The title in the reader's language, for buttons.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        [language, Language::En, Language::Ja]
            .into_iter()
            .find_map(|l| self.versions.get(&l))
            .map_or("", |version| version.text.question.as_str())
    }
}

/// Every entry of the library.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    entries: BTreeMap<EntryId, Arc<Entry>>,
    actions: BTreeMap<Action, Arc<Entry>>,
}

impl Corpus {
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Corpus {
        let mut corpus = Corpus::default();
        for entry in entries {
            let subject = entry.subject.clone();
            let entry = Arc::new(entry);
            match subject {
                Subject::Entry(id) => drop(corpus.entries.insert(id, entry)),
                Subject::Action(action) => drop(corpus.actions.insert(action, entry)),
            }
        }
        corpus
    }

    /// The corpus as it is read to people, without the ways in which they ask.
    #[must_use]
    pub fn without_wordings(mut self) -> Corpus {
        let entries = self.entries.values_mut();
        for entry in entries.chain(self.actions.values_mut()) {
            for version in Arc::make_mut(entry).versions.values_mut() {
                version.text.wordings = Vec::new();
            }
        }
        self
    }

    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<&Arc<Entry>> {
        self.entries.get(id)
    }

    #[must_use]
    pub fn action(&self, action: Action) -> Option<&Arc<Entry>> {
        self.actions.get(&action)
    }

    /// Topics and actions, in a stable order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.values().chain(self.actions.values())
    }

    pub fn entries(&self) -> impl Iterator<Item = (&EntryId, &Arc<Entry>)> {
        self.entries.iter()
    }
}
