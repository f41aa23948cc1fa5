//! Work on the answers while the desk serves: reviewers decide, new wordings and drafts come from what people asked,
//! and the desk answers with the new texts at once.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{App, Shelf};
use crate::desk::language::Language;
use crate::desk::retrieval::normal::squeeze;
use crate::desk::rules::civil;
use crate::library::edit::{self, Edit, Unfit};
use crate::library::ledger::Refusal;
use crate::library::review::{Done, Say, Selection, decide, save, sight, sound, submit};
use crate::library::{DRAFTS, Library, Source, State, TextFile, UNWRITTEN};
use crate::store::StoreError;
use crate::store::review;

pub use crate::store::review::{KeptMiss, KeptText};

/// The most questions that are shown for review at once.
const MISSES_MAX: u32 = 2000;

/// Why the work on a text could not be done.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    #[error("the answers are built in; start with --faq FOLDER to work on them")]
    BuiltIn,
    #[error("the text has changed since it was shown")]
    Changed,
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("{file}: {source}")]
    File {
        file: String,
        source: std::io::Error,
    },
    #[error("{file}: {source}")]
    Unfit { file: String, source: Unfit },
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the work was interrupted")]
    Interrupted,
}

/// A new way to ask, or a question nobody has answered yet.
#[derive(Clone, Debug)]
pub struct Adoption {
    /// The entry that gets the wording; None begins a draft.
    pub entry: Option<String>,
    pub language: Language,
    pub wording: String,
    /// The questions that are settled by it.
    pub misses: Vec<i64>,
}

impl App {
    /// The library as it lies in its folder now, with everything reviewers need. It reads files: not for a turn.
    #[must_use]
    pub fn library(&self) -> Library {
        Library::load(&self.inner.source, &self.inner.config.faq_setting())
    }

    /// Whether texts can be worked on: built-in ones cannot.
    #[must_use]
    pub fn is_library_open(&self) -> bool {
        matches!(self.inner.source, Source::Folder(_))
    }

    fn folder(&self) -> Result<PathBuf, ReviewError> {
        match &self.inner.source {
            Source::Folder(folder) => Ok(folder.clone()),
            Source::BuiltIn => Err(ReviewError::BuiltIn),
        }
    }

    /// The questions nobody has settled, the newest first.
    ///
    /// # Errors
    /// The database fails.
    pub fn misses(&self) -> Result<Vec<KeptMiss>, StoreError> {
        let misses = |sql: &_| review::misses(sql, MISSES_MAX);
        self.inner.store.read(misses)
    }

    /// A text that was approved under a hash, where the desk has seen it.
    ///
    /// # Errors
    /// The database fails.
    pub fn approved_text(&self, hash: &str) -> Result<Option<KeptText>, StoreError> {
        self.inner.store.read(|sql| review::text(sql, hash))
    }

    /// A reviewer approves or returns a text as it was shown to them, by the hash of what they saw (`sight`).
    ///
    /// # Errors
    /// The text has changed since, the person may not, or a file or the database fails; nothing has changed then.
    pub async fn review(
        &self,
        by: &str,
        entry: &str,
        language: Language,
        seen: &str,
        say: Say,
    ) -> Result<Done, ReviewError> {
        let app = self.clone();
        let (by, entry, seen) = (by.to_owned(), entry.to_owned(), seen.to_owned());
        let what = match &say {
            Say::Approve => "approve-text",
            Say::Return(_) => "return-text",
        };
        let (who, name) = (by.clone(), format!("{entry}/{language}"));
        let hash = seen.clone();
        let done = run_blocking(move || app.review_now(&by, &entry, language, &seen, &say)).await?;
        self.keep_approved(who, what, name, hash).await?;
        Ok(done)
    }

    fn review_now(
        &self,
        by: &str,
        entry: &str,
        language: Language,
        seen: &str,
        say: &Say,
    ) -> Result<Done, ReviewError> {
        let folder = self.folder()?;
        let _alone = self.inner.at_the_library.lock();
        let library = self.library();
        let is_same = library
            .text(entry, language)
            .is_some_and(|text| sight(text) == seen);
        if !is_same {
            return Err(ReviewError::Changed);
        }
        let only = Selection::one(entry, language);
        let people = &self.inner.config.faq.people;
        let today = civil(self.now()).date();
        let (ledger, done) = decide(&library, &only, people, by, today, say)?;
        if let Some(refusal) = done.refused.first() {
            return Err(refusal.clone().into());
        }
        save(&folder, &ledger).map_err(|source| at_file(&folder, source))?;
        self.reload();
        Ok(done)
    }

    /// Makes a question of somebody a wording of an entry, or the beginning of a new one; either is handed in for
    /// review. Returns the entry.
    ///
    /// # Errors
    /// As of `review`.
    pub async fn adopt(&self, by: &str, adoption: Adoption) -> Result<String, ReviewError> {
        let app = self.clone();
        let (who, misses) = (by.to_owned(), adoption.misses.clone());
        let entry = run_blocking(move || app.adopt_now(&who, &adoption)).await?;
        let what = format!("adopted:{entry}");
        self.settle(by, misses, what).await?;
        Ok(entry)
    }

    /// Lays questions aside that need no answer.
    ///
    /// # Errors
    /// The database fails.
    pub async fn dismiss(&self, by: &str, misses: Vec<i64>) -> Result<(), ReviewError> {
        Ok(self.settle(by, misses, "dismissed".to_owned()).await?)
    }

    async fn settle(&self, by: &str, misses: Vec<i64>, what: String) -> Result<(), StoreError> {
        let (by, now) = (by.to_owned(), self.now());
        let work =
            move |tx: &mut crate::store::tx::Tx<'_>| tx.settle_misses(&misses, &what, &by, now);
        self.inner.store.write(work).await
    }

    fn adopt_now(&self, by: &str, adoption: &Adoption) -> Result<String, ReviewError> {
        let folder = self.folder()?;
        let _alone = self.inner.at_the_library.lock();
        let people = &self.inner.config.faq.people;
        crate::library::review::role(people, by)?;
        let library = self.library();
        sound(&library)?;
        let adoption = &Adoption {
            wording: adoption
                .wording
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            ..adoption.clone()
        };
        not_asked_elsewhere(&library, adoption)?;
        let (entry, file, text) = match &adoption.entry {
            Some(entry) => {
                let text = library
                    .text(entry, adoption.language)
                    .ok_or_else(|| Refusal::Unknown(entry.clone(), adoption.language))?;
                let fresh = edit::add_wording(&text.raw, &adoption.wording).map_err(|source| {
                    ReviewError::Unfit {
                        file: text.file.clone(),
                        source,
                    }
                })?;
                (entry.clone(), text.file.clone(), fresh)
            }
            None => draft(&library, &folder, adoption, self.now())?,
        };
        let path = folder.join(&file);
        write(&path, &text).map_err(|source| at_file(&path, source))?;
        let library = self.library();
        // A draft has no answer yet, so there is nothing to hand in.
        if adoption.entry.is_some() {
            let only = Selection::one(&entry, adoption.language);
            let today = civil(self.now()).date();
            let (ledger, _) = submit(&library, &only, by, today);
            save(&folder, &ledger).map_err(|source| at_file(&folder, source))?;
        }
        self.reload();
        Ok(entry)
    }

    /// Answers with what lies in the folder from now on.
    pub fn reload(&self) {
        let library = self.library();
        // Old answers are better than none.
        if library.corpus.all().next().is_none() {
            let why = library.faults.first().map(ToString::to_string);
            tracing::error!(
                why,
                "the answers could not be read; the desk goes on with those it has"
            );
            return;
        }
        let shelf = Shelf::new(&self.inner.config, &self.inner.locale, library);
        self.inner.put_shelf(Arc::new(shelf));
        self.inner.reshelved.notify_one();
    }

    /// Keeps every approved text, so that the next review shows what is different, and notes who decided.
    async fn keep_approved(
        &self,
        who: String,
        what: &'static str,
        name: String,
        seen: String,
    ) -> Result<(), ReviewError> {
        let now = self.now();
        let after = match what {
            "approve-text" => "approved",
            _ => "returned",
        };
        let app = self.clone();
        let texts = run_blocking(move || Ok(approved(&app.library()))).await?;
        let work = move |tx: &mut crate::store::tx::Tx<'_>| {
            for (hash, text) in &texts {
                tx.keep_text(hash, text, now)?;
            }
            let before = format!("submitted seen={seen}");
            tx.note_review(&who, what, &name, (&before, after), now)
        };
        Ok(self.inner.store.write(work).await?)
    }

    /// Keeps the approved texts that this database has not seen yet; called when the desk starts.
    ///
    /// # Errors
    /// The database fails.
    pub async fn keep_texts(&self, texts: Vec<(String, KeptText)>) -> Result<(), StoreError> {
        let now = self.now();
        let work = move |tx: &mut crate::store::tx::Tx<'_>| {
            for (hash, text) in &texts {
                tx.keep_text(hash, text, now)?;
            }
            Ok(())
        };
        self.inner.store.write(work).await
    }
}

/// The approved texts by their hashes.
#[must_use]
pub fn approved(library: &Library) -> Vec<(String, KeptText)> {
    let texts = library.texts.iter();
    texts
        .filter(|text| matches!(text.state, State::Approved { .. } | State::Stale))
        .map(|text| (text.hash.clone(), kept(text)))
        .collect()
}

fn kept(text: &TextFile) -> KeptText {
    KeptText {
        question: text.question.clone(),
        spoken: text.spoken.clone().unwrap_or_default(),
        body: text.body.clone(),
    }
}

/// The same wording in two entries would make one of them unreachable.
fn not_asked_elsewhere(library: &Library, adoption: &Adoption) -> Result<(), Refusal> {
    let Some(entry) = &adoption.entry else {
        return Ok(());
    };
    let asked = squeeze(&adoption.wording);
    let mut texts = library
        .texts
        .iter()
        .filter(|text| text.language == adoption.language);
    let other = texts.find(|text| {
        let mut wordings = text.wordings.iter().chain([&text.question]);
        text.entry != *entry && wordings.any(|wording| squeeze(wording) == asked)
    });
    other.map_or(Ok(()), |text| {
        let (wording, entry) = (adoption.wording.clone(), entry.clone());
        Err(Refusal::Double(
            wording,
            entry,
            adoption.language,
            text.entry.clone(),
        ))
    })
}

/// A new entry with the question in it. Its answer is a placeholder that no configuration fills, so that it is withheld
/// until somebody has written one.
fn draft(
    library: &Library,
    folder: &std::path::Path,
    adoption: &Adoption,
    now: DateTime<Utc>,
) -> Result<(String, String, String), ReviewError> {
    let day = civil(now).date().format("%Y%m%d");
    // What lies there unread is somebody's work as well.
    let taken = |id: &String| {
        let is_read = library.texts.iter().any(|text| text.entry == *id);
        is_read || folder.join(DRAFTS).join(id).exists()
    };
    let id = (1..)
        .map(|n| format!("draft-{day}-{n}"))
        .find(|id| !taken(id))
        .unwrap_or_default();
    let question = match adoption.language {
        Language::Ja => adoption.wording.clone(),
        other => format!("（{}）{}", other.endonym(), adoption.wording),
    };
    let fields = Edit {
        question: Some(question),
        wordings: Some(vec![adoption.wording.clone()]),
        body: Some(format!("{{{UNWRITTEN}}}")),
        ..Edit::default()
    };
    let file = format!("{DRAFTS}/{id}/ja.md");
    let text = edit::create(&fields).map_err(|source| ReviewError::Unfit {
        file: file.clone(),
        source,
    })?;
    Ok((id, file, text))
}

/// A half-written file never takes the place of a whole one.
fn write(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension("md.new");
    std::fs::write(&fresh, text)?;
    std::fs::rename(&fresh, path)
}

fn at_file(path: &std::path::Path, source: std::io::Error) -> ReviewError {
    ReviewError::File {
        file: path.display().to_string(),
        source,
    }
}

async fn run_blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ReviewError> + Send + 'static,
) -> Result<T, ReviewError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or(Err(ReviewError::Interrupted))
}
