//! Working on the ledger: handing in, approving, returning. Pure functions of library, person and day; `save` writes.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;

use super::files::{TEXT_HASH_BYTES, hash, wording_hash};
use super::ledger::{Decision, Key, Ledger, Record, Refusal};
use super::{LEDGER, Library, Person, Role, Rule, TextFile};
use crate::desk::language::Language;

/// Which texts are meant: all of an empty list.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    pub entries: Vec<String>,
    pub languages: Vec<Language>,
}

impl Selection {
    /// One text.
    #[must_use]
    pub fn one(entry: &str, language: Language) -> Selection {
        Selection {
            entries: vec![entry.to_owned()],
            languages: vec![language],
        }
    }

    fn has(&self, text: &TextFile) -> bool {
        (self.entries.is_empty() || self.entries.contains(&text.entry))
            && (self.languages.is_empty() || self.languages.contains(&text.language))
    }
}

/// What was done, and to which texts it could not be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub count: usize,
    pub refused: Vec<Refusal>,
}

/// What a reviewer says of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Say {
    Approve,
    Return(String),
}

/// The role of a person of the configuration.
///
/// # Errors
/// Nobody of that name works on the texts.
pub fn role(people: &[Person], name: &str) -> Result<Role, Refusal> {
    let person = people.iter().find(|person| person.name == name);
    person
        .map(|person| person.role)
        .ok_or_else(|| Refusal::Stranger(name.to_owned()))
}

/// Whether the ledger could be read: on top of one that could not, a new one would forget every approval.
///
/// # Errors
/// The fault with its line.
pub fn sound(library: &Library) -> Result<(), Refusal> {
    let mut faults = library.faults.iter();
    let fault = faults.find(|fault| fault.file == LEDGER && fault.rule == Rule::Format);
    fault.map_or(Ok(()), |fault| {
        Err(Refusal::BrokenLedger(fault.to_string()))
    })
}

/// The texts that wait for a reviewer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// Those that this reviewer may decide, in the order of the library.
    pub texts: Vec<Key>,
    /// How many somebody else must review, because this one wrote them.
    pub own: usize,
    /// How many must be handed in again first, because they or their Japanese have changed.
    pub outdated: usize,
}

/// What waits for a reviewer, whole texts and new wordings.
#[must_use]
pub fn queue(library: &Library, only: &Selection, by: &str) -> Queue {
    let mut queue = Queue::default();
    for text in library.texts.iter().filter(|text| only.has(text)) {
        let key = (text.entry.clone(), text.language);
        let Some(record) = library.ledger.0.get(&key) else {
            continue;
        };
        let waits = match record.decision {
            Decision::Waiting => true,
            Decision::Approved { .. } => !record.wordings_waiting.is_empty(),
            Decision::Returned { .. } => false,
        };
        if !waits {
            continue;
        }
        let source = (text.language != Language::Ja).then_some(&text.source);
        if record.hash != text.hash || record.source.as_ref() != source {
            queue.outdated += 1;
        } else if record.is_of(by) {
            queue.own += 1;
        } else {
            queue.texts.push(key);
        }
    }
    queue
}

/// Whether a wording was handed in and waits for its own approval.
#[must_use]
pub fn is_new_wording(library: &Library, text: &TextFile, wording: &str) -> bool {
    let record = library.ledger.0.get(&(text.entry.clone(), text.language));
    record.is_some_and(|record| record.wordings_waiting.contains(&wording_hash(wording)))
}

/// What a reviewer has before them on the page of a text, as one hash: the text, the Japanese beside it, and the wordings
/// that nobody has approved yet. A decision is about that and nothing newer.
#[must_use]
pub fn sight(text: &TextFile) -> String {
    let mut parts = vec![text.hash.clone(), text.source.clone()];
    parts.extend(text.wordings_waiting.iter().cloned());
    hash(parts.iter().map(String::as_str), TEXT_HASH_BYTES)
}

/// Hands texts in as they stand, with their new wordings.
#[must_use]
pub fn submit(library: &Library, only: &Selection, by: &str, on: NaiveDate) -> (Ledger, Done) {
    let mut ledger = library.ledger.clone();
    let mut done = unknown(library, only);
    forget_gone(library, only, &mut ledger);
    for text in library.texts.iter().filter(|text| only.has(text)) {
        let key = (text.entry.clone(), text.language);
        let wordings: BTreeSet<String> = text.wordings.iter().map(|w| wording_hash(w)).collect();
        let old = ledger.0.get(&key);
        let source = (text.language != Language::Ja).then(|| text.source.clone());
        if let Some(old) = old.filter(|old| old.hash == text.hash && old.source == source) {
            let new: BTreeSet<String> = wordings.difference(&old.wordings).cloned().collect();
            if new != old.wordings_waiting {
                let mut record = old.clone();
                record.wordings_waiting = new;
                record.wordings_by.insert(by.to_owned());
                ledger.0.insert(key, record);
                done.count += 1;
            }
            continue;
        }
        let last_approved = old.and_then(|old| match old.decision {
            Decision::Approved { .. } => Some(old.hash.clone()),
            _ => old.last_approved.clone(),
        });
        // A wording that was approved stays so: it is asked the same way, whatever the answer is now.
        let approved = old.map(|old| &old.wordings & &wordings).unwrap_or_default();
        let record = Record {
            hash: text.hash.clone(),
            source,
            wordings_waiting: &wordings - &approved,
            wordings_by: old.map(|old| old.wordings_by.clone()).unwrap_or_default(),
            wordings: approved,
            written_by: by.to_owned(),
            written_on: on,
            last_approved,
            decision: Decision::Waiting,
        };
        ledger.0.insert(key, record);
        done.count += 1;
    }
    (ledger, done)
}

/// Approves or returns texts as they were handed in. What is approved already stays with its reviewer and date.
///
/// # Errors
/// The person may not review.
pub fn decide(
    library: &Library,
    only: &Selection,
    people: &[Person],
    by: &str,
    on: NaiveDate,
    say: &Say,
) -> Result<(Ledger, Done), Refusal> {
    if role(people, by)? != Role::CityReviewer {
        return Err(Refusal::NotReviewer(by.to_owned()));
    }
    let mut ledger = library.ledger.clone();
    let mut done = unknown(library, only);
    for text in library.texts.iter().filter(|text| only.has(text)) {
        let key = (text.entry.clone(), text.language);
        let source = (text.language != Language::Ja).then(|| text.source.clone());
        let record = ledger
            .0
            .get_mut(&key)
            .filter(|r| r.hash == text.hash && r.source == source);
        let Some(record) = record else {
            done.refused
                .push(Refusal::NotSubmitted(key.0.clone(), key.1));
            continue;
        };
        let is_approved = matches!(record.decision, Decision::Approved { .. });
        if *say == Say::Approve && is_approved && record.wordings_waiting.is_empty() {
            if !text.wordings_waiting.is_empty() {
                // There are new wordings, but nobody says that they are ready.
                done.refused
                    .push(Refusal::NotSubmitted(key.0.clone(), key.1));
            }
            continue;
        }
        if record.is_of(by) {
            let refusal = Refusal::OwnText(key.0.clone(), key.1, by.to_owned());
            done.refused.push(refusal);
            continue;
        }
        match say {
            Say::Approve => {
                let waiting = std::mem::take(&mut record.wordings_waiting);
                record.wordings_by.clear();
                record.wordings.extend(waiting);
                if !is_approved {
                    record.decision = Decision::Approved {
                        by: by.to_owned(),
                        on,
                    };
                }
                record.last_approved = Some(record.hash.clone());
            }
            // An approved text with new wordings: only they go back.
            Say::Return(_) if is_approved && !record.wordings_waiting.is_empty() => {
                record.wordings_waiting.clear();
                record.wordings_by.clear();
            }
            Say::Return(comment) => {
                record.decision = Decision::Returned {
                    by: by.to_owned(),
                    on,
                    comment: comment.trim().to_owned(),
                };
            }
        }
        done.count += 1;
    }
    Ok((ledger, done))
}

/// Named entries that are not there.
fn unknown(library: &Library, only: &Selection) -> Done {
    let is_there = |entry: &&String| library.texts.iter().any(|text| text.entry == **entry);
    let languages = if only.languages.is_empty() {
        &[Language::Ja][..]
    } else {
        &only.languages
    };
    let missing = only.entries.iter().filter(|entry| !is_there(entry));
    Done {
        count: 0,
        refused: missing
            .map(|entry| Refusal::Unknown(entry.clone(), languages[0]))
            .collect(),
    }
}

/// Records of texts that are no longer there are dropped when everything is handed in.
fn forget_gone(library: &Library, only: &Selection, ledger: &mut Ledger) {
    // A file that could not be read is not gone.
    let is_whole = !library.faults.iter().any(|f| f.rule == Rule::Format);
    if !only.entries.is_empty() || !only.languages.is_empty() || !is_whole {
        return;
    }
    let there: BTreeSet<(&str, Language)> = library
        .texts
        .iter()
        .map(|text| (text.entry.as_str(), text.language))
        .collect();
    ledger
        .0
        .retain(|(entry, language), _| there.contains(&(entry.as_str(), *language)));
}

/// Writes the ledger of a folder; a half-written one never takes the place of the old one.
///
/// # Errors
/// The file cannot be written.
pub fn save(folder: &Path, ledger: &Ledger) -> std::io::Result<()> {
    let path = folder.join(LEDGER);
    let fresh = folder.join(format!("{LEDGER}.new"));
    std::fs::write(&fresh, ledger.write())?;
    std::fs::rename(&fresh, &path)
}
