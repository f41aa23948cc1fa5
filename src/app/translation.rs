//! What staff say in other languages: the sentences that are ready, free texts with their drafts, and a citizen's words in
//! Japanese for reading.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::App;
use crate::clock::Stopwatch;
use crate::desk::canned::{Blank, Canned, Desk, Fault, Form, Group};
use crate::desk::draft::{Draft, Reading, Refusal, prepare};
use crate::desk::language::Language;
use crate::desk::phrase::Phrase;
use crate::desk::protect::{Author, Difference, Known, Protected, Value, compare, compare_there};
use crate::desk::rules::{Rules, civil};
use crate::store::StoreError;
use crate::translate::{TranslateError, Translations};

/// So many drafts are kept for sending, the youngest ones …
const DRAFTS_MAX: usize = 200;
/// … and so long.
const DRAFT_MINUTES: i64 = 60;

/// Drafts between their making and their sending. They are kept here and not in the page, so that what is sent is what
/// was compared; a restart forgets them, and the clerk translates again.
#[derive(Debug, Default)]
pub struct Drafts {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    made: u64,
    drafts: VecDeque<(String, DateTime<Utc>, String, Draft)>,
}

impl Drafts {
    fn keep(&self, clerk: &str, draft: Draft, now: DateTime<Utc>) -> String {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.made += 1;
        let seed = format!(
            "{}\n{}\n{clerk}\n{}\n{}",
            kept.made,
            now.timestamp_millis(),
            draft.source,
            draft.translated
        );
        let digest = Sha256::digest(seed.as_bytes());
        let id: String = digest[..12]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        kept.drafts
            .push_back((id.clone(), now, clerk.to_owned(), draft));
        while kept.drafts.len() > DRAFTS_MAX {
            kept.drafts.pop_front();
        }
        id
    }

    fn take(&self, clerk: &str, id: &str, now: DateTime<Utc>) -> Option<Draft> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let oldest = now - TimeDelta::minutes(DRAFT_MINUTES);
        kept.drafts.retain(|(_, at, _, _)| *at >= oldest);
        let is_it =
            |(known, _, by, _): &(String, DateTime<Utc>, String, Draft)| known == id && by == clerk;
        let at = kept.drafts.iter().position(is_it)?;
        kept.drafts.remove(at).map(|(_, _, _, draft)| draft)
    }
}

/// The words around a draft and a reading on the pages of the staff, in Japanese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranslationLabels {
    pub label: String,
    pub original: String,
    /// Above the translation, with the language.
    pub to: String,
    pub back: String,
    /// What to look at before sending.
    pub check: String,
    /// Above the differences, and what to do about them.
    pub blocked: String,
    pub blocked_mend: String,
    /// Above a citizen's words in Japanese, and where they are surely wrong.
    pub reading: String,
    pub reading_differs: String,
}

/// The words around the sentences that are ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CannedLabels {
    pub title: String,
    pub choose: String,
    pub next: String,
    /// Above what the citizen gets, and above the same in Japanese.
    pub shown: String,
    pub japanese: String,
}

/// A sentence to pick, with the words around it in Japanese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub form: &'static Form,
    /// The sentence in Japanese with the names of its blanks in their places.
    pub text: String,
}

impl App {
    /// Whether free texts can be translated at all.
    #[must_use]
    pub fn translates(&self) -> bool {
        self.inner.translations.is_some()
    }

    /// A clerk's Japanese in another language, with what it says when translated back. Nothing is sent or kept.
    ///
    /// # Errors
    /// Why there is none, for the clerk ([`App::translation_refusal`]).
    pub async fn draft_translation(&self, text: &str, to: Language) -> Result<Draft, Refusal> {
        let watch = Stopwatch::start();
        let draft = self.try_draft(text, to).await;
        let result = match &draft {
            Ok(draft) if draft.may_be_sent() => "sound",
            Ok(_) => "differs",
            Err(_) => "refused",
        };
        self.inner.metrics.translation(result, watch.seconds());
        draft
    }

    /// The same, kept for sending: the id stands in the form instead of the text.
    ///
    /// # Errors
    /// As for [`App::draft_translation`].
    pub async fn keep_draft(
        &self,
        clerk: &str,
        text: &str,
        to: Language,
    ) -> Result<(String, Draft), Refusal> {
        let draft = self.draft_translation(text, to).await?;
        let id = self.inner.drafts.keep(clerk, draft.clone(), self.now());
        Ok((id, draft))
    }

    /// Takes a clerk's own draft for sending, once; None when it is unknown, too old, or differs from its source.
    #[must_use]
    pub fn take_draft(&self, clerk: &str, id: &str) -> Option<Draft> {
        let draft = self.inner.drafts.take(clerk, id, self.now());
        draft.filter(Draft::may_be_sent)
    }

    /// What a citizen wrote, in Japanese, for the staff to read. It is not kept.
    ///
    /// # Errors
    /// Why there is none, for the clerk.
    pub async fn read_translation(&self, text: &str, from: Language) -> Result<Reading, Refusal> {
        let translations = self.translations()?;
        let most = translations.chars_max();
        let places = self.places(from);
        let known = Known {
            places: &places,
            people: &[],
        };
        let source = prepare(text, known, Author::Citizen, from, Language::Ja, most)?;
        let translated = ask(translations, &source.text, from, Language::Ja).await?;
        Ok(Reading {
            source: text.trim().to_owned(),
            differences: compare_there(&source, &translated, Language::Ja),
            translated: source.restore(&translated, |_| None),
            from,
        })
    }

    async fn try_draft(&self, text: &str, to: Language) -> Result<Draft, Refusal> {
        let translations = self.translations()?;
        let from = Language::Ja;
        let today = civil(self.now()).date();
        let most = translations.chars_max();
        let author = Author::Staff { today };
        let (places, people) = (self.places(from), self.people_at_work());
        let known = Known {
            places: &places,
            people: &people,
        };
        let source = prepare(text, known, author, from, to, most)?;
        let translated = ask(translations, &source.text, from, to).await?;
        // An empty answer has no way back.
        let back = match translated.trim().is_empty() {
            true => String::new(),
            false => ask(translations, &translated, to, from).await?,
        };
        Ok(Draft {
            source: text.trim().to_owned(),
            translated: self.written(&source, &translated, to),
            back: self.read_back(&source, &back),
            differences: compare(&source, &translated, &back, from, to),
            from,
            to,
        })
    }

    fn translations(&self) -> Result<&Translations, Refusal> {
        self.inner.translations.as_ref().ok_or(Refusal::Off)
    }

    /// The text with its values, days and times as its reader writes them.
    fn written(&self, source: &Protected, text: &str, to: Language) -> String {
        let shelf = self.inner.shelf();
        let subject = self.inner.subject(&shelf);
        let write = |value: &Value| {
            let moment = value.moment?;
            Some(self.inner.locale.moment(moment, to, subject))
        };
        source.restore(text, write)
    }

    /// The back-translation with its values as the clerk wrote them; a day told from today is the day that the reader gets,
    /// so that whoever checks it sees which one.
    fn read_back(&self, source: &Protected, text: &str) -> String {
        let shelf = self.inner.shelf();
        let subject = self.inner.subject(&shelf);
        let write = |value: &Value| {
            let moment = value.moment.filter(|moment| moment.is_relative)?;
            let moment = self.inner.locale.moment(moment, Language::Ja, subject);
            Some(format!("{}［{moment}］", value.text))
        };
        source.restore(text, write)
    }

    /// Who works here. Where the roster cannot be read, names are found by what stands around them.
    fn people_at_work(&self) -> Vec<String> {
        let roster = self.roster();
        let people = roster.iter().flat_map(|roster| &roster.people);
        people.map(|person| person.name.clone()).collect()
    }

    /// The names of the city, its counter and its offices in a language.
    fn places(&self, language: Language) -> Vec<String> {
        let rules = self.rules();
        let offices = rules.offices.iter().map(|office| &office.name);
        let all = offices.chain([&rules.city, &self.inner.config.counter]);
        all.filter_map(|name| name.get(language))
            .map(str::to_owned)
            .collect()
    }

    // What clerks read about it, in Japanese.

    /// The words around a translation from or into a language.
    #[must_use]
    pub fn translation_labels(&self, language: Language) -> TranslationLabels {
        let with = [("language", language.endonym())];
        let t = |id: &str| self.words_with(id, Language::Ja, &with);
        TranslationLabels {
            label: t("staff-translate-label"),
            original: t("staff-translate-original"),
            to: t("staff-translate-to"),
            back: t("staff-translate-back"),
            check: t("staff-translate-check"),
            blocked: t("staff-translate-blocked"),
            blocked_mend: t("staff-translate-blocked-mend"),
            reading: t("staff-translate-reading"),
            reading_differs: t("staff-translate-reading-differs"),
        }
    }

    /// Why there is no translation, and what to do instead.
    #[must_use]
    pub fn translation_refusal(&self, refusal: Refusal) -> String {
        self.inner.locale.refusal(refusal)
    }

    /// What a translation changed.
    #[must_use]
    pub fn translation_difference(&self, difference: &Difference) -> String {
        self.inner.locale.difference(difference)
    }

    // The sentences that are ready.

    /// The sentences to pick from, by their groups.
    ///
    /// # Errors
    /// The database fails.
    pub fn canned_forms(&self) -> Result<Vec<(Group, Vec<Offered>)>, StoreError> {
        let rules = self.rules_of_today()?;
        let desk = self.canned_desk(&rules);
        let offered = |form: &'static Form| {
            let example = form.example(desk)?;
            let text = self.inner.locale.canned_form(&example);
            Some(Offered { form, text })
        };
        let in_group = |group: Group| {
            let forms = Canned::ALL.iter().filter(|form| form.group == group);
            (group, forms.filter_map(offered).collect())
        };
        Ok(Group::ALL.into_iter().map(in_group).collect())
    }

    /// Reads a sentence from a form, by today's rules and calendar.
    ///
    /// # Errors
    /// The database fails.
    pub fn read_canned(
        &self,
        id: &str,
        fields: &BTreeMap<String, String>,
    ) -> Result<Result<Canned, Vec<Fault>>, StoreError> {
        let rules = self.rules_of_today()?;
        Ok(Canned::read(id, fields, self.canned_desk(&rules)))
    }

    /// A sentence in a language; what the clerk sees beside it is the same in Japanese.
    #[must_use]
    pub fn canned_text(&self, canned: &Canned, language: Language) -> String {
        self.say(&Phrase::Canned(Box::new(canned.clone())), language)
    }

    /// The words around the picker.
    #[must_use]
    pub fn canned_labels(&self) -> CannedLabels {
        let t = |id: &str| self.words(id, Language::Ja);
        CannedLabels {
            title: t("staff-canned-title"),
            choose: t("staff-canned-choose"),
            next: t("staff-canned-next"),
            shown: t("staff-canned-shown"),
            japanese: t("staff-canned-japanese"),
        }
    }

    /// The name of a group in the picker.
    #[must_use]
    pub fn canned_group(&self, group: Group) -> String {
        self.inner.locale.canned_group(group)
    }

    /// The name of a blank beside its field.
    #[must_use]
    pub fn canned_blank(&self, blank: Blank) -> String {
        self.inner.locale.canned_blank(blank)
    }

    /// What is wrong with what was filled in.
    #[must_use]
    pub fn canned_fault(&self, fault: &Fault) -> String {
        let shelf = self.inner.shelf();
        self.inner
            .locale
            .canned_fault(fault, self.inner.subject(&shelf))
    }

    fn rules_of_today(&self) -> Result<Rules, StoreError> {
        let base = self.rules();
        self.store()
            .read(|sql| crate::store::calendar::rules(sql, base))
    }

    fn canned_desk<'a>(&self, rules: &'a Rules) -> Desk<'a> {
        Desk {
            rules,
            now: civil(self.now()),
        }
    }
}

/// Asks the service; how the texts read is told to nobody.
async fn ask(
    translations: &Translations,
    text: &str,
    from: Language,
    to: Language,
) -> Result<String, Refusal> {
    let answer = translations.translate(text, from, to).await;
    answer.map_err(|error| {
        if !matches!(error, TranslateError::Unsupported { .. }) {
            tracing::warn!(%error, "the translation service fails");
        }
        error.refusal()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(source: &str) -> Draft {
        Draft {
            source: source.to_owned(),
            translated: "x".to_owned(),
            back: "x".to_owned(),
            differences: Vec::new(),
            from: Language::Ja,
            to: Language::En,
        }
    }

    #[test]
    fn a_draft_is_taken_once_by_its_clerk_and_not_for_ever() {
        let drafts = Drafts::default();
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let id = drafts.keep("sato", draft("a"), now);
        assert_eq!(drafts.take("suzuki", &id, now), None);
        assert_eq!(drafts.take("sato", &id, now), Some(draft("a")));
        assert_eq!(drafts.take("sato", &id, now), None);
        let id = drafts.keep("sato", draft("a"), now);
        assert_eq!(drafts.take("sato", &id, now + TimeDelta::minutes(61)), None);
        let first = drafts.keep("sato", draft("b"), now);
        for _ in 0..DRAFTS_MAX {
            drafts.keep("sato", draft("c"), now);
        }
        assert_eq!(drafts.take("sato", &first, now), None);
    }
}
