//! The inbox of the staff as a whole: what its pages show around the cases, who is there, and whether anything is new.

use chrono::{DateTime, TimeDelta, Utc};

use super::App;
use super::cases::{CaseLine, handoff};
use crate::desk::case::brief::Handoff;
use crate::desk::case::said::Said;
use crate::desk::case::state::{Alarm, Case};
use crate::desk::faq::{Entry, EntryId, Subject};
use crate::desk::feedback::Verdict;
use crate::desk::language::Language;
use crate::desk::message::Said as Words;
use crate::desk::phrase::Phrase;
use crate::desk::retrieval::normal::squeeze;
use crate::desk::rights::Role;
use crate::desk::rules::{OfficeId, civil, instant};
use crate::ids::{CaseId, ResidentId};
use crate::store::tx::{Actor, Tx};
use crate::store::{StoreError, caseload, cases, feedback, transcript};

pub use crate::locale::Parts;
pub use crate::store::caseload::{Answered, Presence, Pulse};

/// It is noted at most this often that somebody is there.
const ATTEND_EVERY_MINUTES: i64 = 1;
/// So long it counts, as `App::attend` notes it.
const ATTEND_MINUTES: i64 = 5;

/// So many answers are found at most …
const FOUND_MAX: usize = 8;
/// … of those that are at least so near to the words.
const NEAR: f32 = 0.2;

/// A reviewed answer as a clerk sees it before sending it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub entry: EntryId,
    /// Its title in Japanese.
    pub title: String,
    /// What the clerk reads.
    pub japanese: String,
    /// What the citizen gets, and in which language it is approved; nothing where it may not be sent now.
    pub theirs: Option<(String, Language)>,
}

impl App {
    /// How many open cases nobody has taken, by the office to which they belong.
    ///
    /// # Errors
    /// The database fails.
    pub fn unowned_cases(&self) -> Result<Vec<(Option<OfficeId>, u32)>, StoreError> {
        self.inner.store.read(caseload::unowned)
    }

    /// How many late cases somebody should look after, by office: a clerk their own, and everybody's for whom they are told
    /// to those who lead.
    ///
    /// # Errors
    /// The database fails.
    pub fn late_cases(
        &self,
        name: &str,
        role: Role,
    ) -> Result<Vec<(Option<OfficeId>, u32)>, StoreError> {
        let told_to = match role {
            Role::Supervisor | Role::Deputy => Alarm::Supervisor,
            _ => Alarm::Deputy,
        };
        let now = self.now();
        (self.inner.store).read(|sql| caseload::late(sql, name, told_to, now))
    }

    /// The office to which a case belongs; nothing where nobody knows it yet, or where there is no such case.
    ///
    /// # Errors
    /// The database fails.
    pub fn case_office(&self, id: CaseId) -> Result<Option<OfficeId>, StoreError> {
        let found = self.inner.store.read(|sql| cases::case(sql, id))?;
        Ok(found.and_then(|case| case.office))
    }

    /// Something that differs whenever the list of the cases, or the page of one, would look different, time apart.
    /// Nothing for a case that is not there.
    ///
    /// # Errors
    /// The database fails.
    pub fn case_pulse(&self, case: Option<CaseId>) -> Result<Option<Pulse>, StoreError> {
        let now = self.now();
        self.inner.store.read(|sql| match case {
            Some(id) => caseload::case_pulse(sql, id, now),
            None => caseload::pulse(sql, now).map(Some),
        })
    }

    /// What was answered today.
    ///
    /// # Errors
    /// The database fails.
    pub fn answered_today(&self) -> Result<Answered, StoreError> {
        let midnight = civil(self.now()).date().and_time(chrono::NaiveTime::MIN);
        (self.inner.store).read(|sql| caseload::answered(sql, instant(midnight)))
    }

    /// The lines of the cases closed since then, the newest first.
    ///
    /// # Errors
    /// The database fails.
    pub fn closed_lines(
        &self,
        since: DateTime<Utc>,
        most: u16,
    ) -> Result<Vec<CaseLine>, StoreError> {
        let now = self.now();
        let read = |sql: &_| {
            let closed = cases::closed_cases(sql, since, most)?.into_iter();
            let lines = closed.map(|case| {
                let has_failed = cases::has_failed(sql, case.id)?;
                let facts = transcript::facts(sql, &case, now)?;
                Ok(CaseLine {
                    handoff: handoff(self.rules(), case, facts, now),
                    has_failed,
                })
            });
            lines.collect()
        };
        self.inner.store.read(read)
    }

    /// Whether somebody is at the inbox.
    ///
    /// # Errors
    /// The database fails.
    pub fn presence(&self, name: &str) -> Result<Presence, StoreError> {
        let now = self.now();
        (self.inner.store).read(|sql| caseload::presence(sql, name, now))
    }

    /// Notes that somebody is at a page, as often as need be, unless they have said that they are away.
    ///
    /// # Errors
    /// The database fails.
    pub async fn keep_attending(&self, name: &str) -> Result<(), StoreError> {
        let enough = self.now() + TimeDelta::minutes(ATTEND_MINUTES - ATTEND_EVERY_MINUTES);
        let noted = (self.inner.store).read(|sql| caseload::presence(sql, name, enough))?;
        match noted {
            Presence::Unknown => self.attend(name).await,
            Presence::Here | Presence::Away => Ok(()),
        }
    }

    /// Somebody goes away from the inbox, until they say that they are back.
    ///
    /// # Errors
    /// The database fails.
    pub async fn go_away(&self, name: &str) -> Result<(), StoreError> {
        let (name, now) = (name.to_owned(), self.now());
        let work = move |tx: &mut Tx<'_>| {
            tx.note_presence(&name, DateTime::UNIX_EPOCH)?;
            tx.audit(Actor::Clerk(&name), "leave-inbox", &name, "", "away", now)
        };
        self.inner.store.write(work).await
    }

    /// Somebody who has gone away is back at the inbox.
    ///
    /// # Errors
    /// The database fails.
    pub async fn come_back(&self, name: &str) -> Result<(), StoreError> {
        let (name, now) = (name.to_owned(), self.now());
        let work = move |tx: &mut Tx<'_>| {
            tx.note_presence(&name, now + TimeDelta::minutes(ATTEND_MINUTES))?;
            let actor = Actor::Clerk(&name);
            tx.audit(actor, "return-to-inbox", &name, "away", "there", now)
        };
        self.inner.store.write(work).await
    }

    /// The telephone numbers that staff noted with visits of somebody that are still ahead.
    ///
    /// # Errors
    /// The database fails.
    pub fn contact_phones(&self, resident: ResidentId) -> Result<Vec<String>, StoreError> {
        (self.inner.store).read(|sql| caseload::contact_phones(sql, resident))
    }

    /// The parts of a summary, in Japanese.
    #[must_use]
    pub fn handoff_parts(&self, handoff: &Handoff) -> Parts {
        let shelf = self.shelf();
        let subject = self.inner.subject(&shelf);
        self.inner.locale.handoff_parts(handoff, subject)
    }

    /// Minutes as a clerk says them.
    #[must_use]
    pub fn duration(&self, minutes: i64) -> String {
        let shelf = self.shelf();
        let subject = self.inner.subject(&shelf);
        self.inner.locale.duration(minutes, subject)
    }

    /// The Japanese title of a reviewed answer; empty where there is none any more.
    #[must_use]
    pub fn entry_title(&self, entry: &EntryId) -> String {
        let shelf = self.shelf();
        let found = shelf.corpus.entry(entry);
        found.map_or_else(String::new, |found| found.title(Language::Ja).to_owned())
    }

    /// The reviewed answers that are meant by a clerk's Japanese words: those with the words in their title, then those
    /// that the search finds, the nearest first.
    #[must_use]
    pub fn find_answers(&self, words: &str) -> Vec<EntryId> {
        let shelf = self.shelf();
        let today = civil(self.now()).date();
        let asked = squeeze(words);
        if asked.is_empty() {
            return Vec::new();
        }
        let is_in_title = |entry: &Entry| squeeze(entry.title(Language::Ja)).contains(&asked);
        let named = shelf
            .corpus
            .entries()
            .filter(|(_, entry)| is_in_title(entry));
        let mut found: Vec<EntryId> = named.map(|(id, _)| id.clone()).collect();
        let said = Words::Text(words.to_owned());
        let heard = shelf.ears.hear_in(&said, Language::Ja, today);
        let near = heard.hits.iter().filter(|hit| hit.similarity >= NEAR);
        for hit in near {
            if let Subject::Entry(entry) = &hit.subject
                && !found.contains(entry)
            {
                found.push(entry.clone());
            }
        }
        let is_approved = |id: &EntryId| {
            let entry = shelf.corpus.entry(id);
            entry.is_some_and(|entry| entry.showable(Language::Ja, today).is_some())
        };
        found.retain(is_approved);
        found.truncate(FOUND_MAX);
        found
    }

    /// How the citizen has found the work on a case, if they have said so.
    ///
    /// # Errors
    /// The database fails.
    pub fn case_verdict(&self, case: &Case) -> Result<Option<Verdict>, StoreError> {
        (self.inner.store).read(|sql| feedback::of_case(sql, case.id, case.resident))
    }

    /// A reviewed answer as it would be sent in a case, in Japanese and in the citizen's language.
    #[must_use]
    pub fn suggestion(&self, case: CaseId, entry: &EntryId, language: Language) -> Suggestion {
        let shelf = self.shelf();
        let today = civil(self.now()).date();
        let found = shelf.corpus.entry(entry);
        let phrase = Phrase::Case(Box::new(Said::Entry {
            case,
            entry: entry.clone(),
        }));
        let shown_in = |language| Some(found?.showable(language, today)?.language);
        let theirs = shown_in(language).map(|shown| (self.say(&phrase, language), shown));
        let japanese = shown_in(Language::Ja).map(|_| self.say(&phrase, Language::Ja));
        Suggestion {
            entry: entry.clone(),
            title: self.entry_title(entry),
            japanese: japanese.unwrap_or_default(),
            theirs,
        }
    }
}
