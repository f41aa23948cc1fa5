//! Hearing: from what was typed to what it may mean. Secrets are masked here, before anything else sees the text.
//!
//! Hearing knows no conversation: it runs in memory, in parallel, without the book. What an answer means in the
//! middle of a form is decided later, from everything heard.

use chrono::NaiveDate;

use super::choice::Choice;
use super::dates::{DayWish, FullDate, TimeWish, When};
use super::ears::{Part, Plan};
use super::faq::{Action, Corpus, EntryId, Subject};
use super::language::Language;
use super::lexicon::{Command, Headcount, Lexicon, Words};
use super::mask::{Secret, mask};
use super::message::Said;
use super::procedure::Procedure;
use super::queue::talk::is_command;
use super::retrieval::normal::{is_within, normalize, squeeze};
use super::retrieval::{Hit, Index, Verdict, confidence, judge};
use super::rules::{OfficeId, Rules};
pub use super::tongue::Detected;
use super::tongue::{Tongues, is_romanised};
use crate::ids::{ReservationCode, find_code};

use std::collections::BTreeMap;
use std::sync::Arc;

/// The longest message that is understood, in characters; the rest is not read.
pub const TEXT_CHARS_MAX: usize = 1000;

/// A message as far as it can be understood without knowing the conversation.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    pub kind: HeardKind,
    /// The words with all secrets masked.
    pub text: String,
    pub secrets: Vec<Secret>,
    pub secrets_count: u32,
    pub detected: Detected,
    /// The language in which it was searched.
    pub language: Language,
    pub when: When,
    pub command: Option<Command>,
    pub language_named: Option<Language>,
    pub procedures: Vec<Procedure>,
    pub office: Option<OfficeId>,
    /// How many people come.
    pub people: Headcount,
    /// The list of those who wait for a seat is named: whatever is given up, it is no reservation.
    pub names_waiting_list: bool,
    /// Somebody is angry, or wants whoever is responsible.
    pub is_angry: bool,
    /// A bare number: the choice with that number.
    pub number: Option<usize>,
    pub code: Option<ReservationCode>,
    pub is_question: bool,
    pub hits: Vec<Hit>,
    pub verdict: Verdict,
    /// The action that the words add up to, beside the search.
    pub wish: Option<Action>,
    /// A loss, theft or misuse: the entry that says what to do first.
    pub risk: Option<EntryId>,
    /// Nothing but masked secrets was said.
    pub is_only_secret: bool,
    /// A date with its year, however far away; it may be a birth date.
    pub full_date: Option<FullDate>,
}

impl Heard {
    /// "My number is ●●●●" asks nothing and is no miss.
    fn with_only_secret(mut self) -> Heard {
        let says_nothing = self.wish.is_none()
            && self.command.is_none()
            && self.when == When::default()
            && !self.is_question;
        self.is_only_secret = !self.secrets.is_empty() && says_nothing;
        self
    }
}

impl Heard {
    /// What the search and the signs come to together: an exact answer first, then the wish, then the search.
    #[must_use]
    pub fn understood(&self) -> Verdict {
        let exact = self.hits.first().is_some_and(|hit| hit.exact);
        let known = self
            .hits
            .first()
            .is_none_or(|hit| hit.coverage >= BARE_TIME_COVERAGE);
        let is_short = self.text.chars().count() <= BARE_TIME_CHARS_MAX;
        let is_figures = !self.text.chars().any(char::is_alphabetic);
        let bare_time = self.when.day.is_some() && (is_figures || (is_short && known));
        // A day and what for: that is all a reservation needs. In a longer text the hour must be said, too: "my
        // certificate ends next month" is a question.
        let is_timed = matches!(self.when.time, Some(TimeWish::At(_)));
        let visit = self.when.day.is_some()
            && !self.procedures.is_empty()
            && (is_timed || is_within(&self.text, BRIEF_CHARS_MAX, BRIEF_WORDS_MAX));
        if let Some(entry) = self.risk.clone().filter(|_| !exact) {
            return Verdict::Direct(Subject::Entry(entry));
        }
        match (self.wish, &self.verdict) {
            // A time and "reservation" stand in every wish about one; the search may know which it is.
            (Some(Action::Book), _) if let Some(other) = self.other_action() => {
                Verdict::Direct(Subject::Action(other))
            }
            (Some(action), _) if !exact && !self.is_rather_a_question(action) => {
                Verdict::Direct(Subject::Action(action))
            }
            (None, verdict)
                if bare_time
                    && !exact
                    && !self.is_question
                    && !matches!(verdict, Verdict::Direct(Subject::Entry(_))) =>
            {
                Verdict::Direct(Subject::Action(Action::Book))
            }
            (None, _) if visit && !exact && !self.is_question => {
                Verdict::Direct(Subject::Action(Action::Book))
            }
            (_, verdict) => verdict.clone(),
        }
    }
}

impl Heard {
    /// The action other than booking that the search puts first.
    fn other_action(&self) -> Option<Action> {
        let first = self.hits.first()?;
        match first.subject {
            Subject::Action(action)
                if action != Action::Book && confidence(&self.hits) >= ACTION_CONFIDENCE =>
            {
                Some(action)
            }
            _ => None,
        }
    }

    /// Signs of a wish stand in questions about it as well; then the search knows better.
    fn is_rather_a_question(&self, wish: Action) -> bool {
        let first = self.hits.first().map(|hit| &hit.subject);
        let is_entry = matches!(first, Some(Subject::Entry(_)));
        let is_elsewhere = matches!(first, Some(Subject::Entry(id)) if id.is_signpost());
        if is_elsewhere && wish != Action::Staff && confidence(&self.hits) >= SIGNPOST_CONFIDENCE {
            return true;
        }
        // "Can I come tomorrow at 3:30 to reset my PIN?" says all that a reservation needs.
        let says_all = matches!(self.when.day, Some(DayWish::On(_)))
            && matches!(self.when.time, Some(TimeWish::At(_)))
            && !self.procedures.is_empty();
        if wish == Action::Book && says_all {
            return false;
        }
        let is_asked = self.is_question && wish != Action::Staff;
        is_entry && is_asked && confidence(&self.hits) >= QUESTION_CONFIDENCE
    }
}

/// So sure must the search be of another action to overrule a mere time and "reservation".
const ACTION_CONFIDENCE: f32 = 0.85;
/// A text with no more characters or words than these says only what is wished.
const BRIEF_CHARS_MAX: usize = 24;
const BRIEF_WORDS_MAX: usize = 8;
/// So sure must the search be of an answer to overrule the signs of a wish.
const QUESTION_CONFIDENCE: f32 = 0.6;
/// … and so sure that it is for another office.
const SIGNPOST_CONFIDENCE: f32 = 0.6;

/// A message this short that names a day is a wish to come: there is hardly room for anything else.
const BARE_TIME_CHARS_MAX: usize = 12;
/// … unless most of it is something we never heard of, such as the weather.
const BARE_TIME_COVERAGE: f32 = 0.75;

/// What sort of event it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum HeardKind {
    Start,
    #[default]
    Text,
    Edited,
    Choice(Choice),
    Unintelligible,
}

/// Everything hearing needs, built once.
#[derive(Debug)]
pub struct Ears {
    pub lexicon: Lexicon,
    /// Readers of both forms of Japanese share one.
    pub(super) indexes: BTreeMap<Language, Arc<Index>>,
    pub(super) tongues: Tongues,
    pub(super) languages: Vec<Language>,
    pub(super) offices: Vec<(String, OfficeId)>,
    /// Entries about loss, theft and misuse, by name.
    pub(super) risks: Vec<EntryId>,
}

impl Ears {
    /// Builds everything, one part after the other; see `Plan` for doing it at the same time.
    #[must_use]
    pub fn new(
        corpus: &Corpus,
        rules: &Rules,
        words: &BTreeMap<Language, Words>,
        synonyms: &BTreeMap<Language, Vec<Vec<String>>>,
    ) -> Ears {
        let plan = Plan::new(corpus, rules, words, synonyms);
        let parts: Vec<Part> = plan.jobs().into_iter().map(|job| plan.work(job)).collect();
        plan.ears(parts)
    }

    /// Hears a message. `hint` is the language the conversation is in, or the client's guess for the first one.
    #[must_use]
    pub fn hear(&self, said: &Said, hint: Language, is_first: bool, today: NaiveDate) -> Heard {
        match said {
            Said::Start => Heard {
                kind: HeardKind::Start,
                ..Heard::default()
            },
            Said::Unintelligible => Heard {
                kind: HeardKind::Unintelligible,
                ..Heard::default()
            },
            Said::Choice(choice) => Heard {
                kind: HeardKind::Choice(choice.clone()),
                ..Heard::default()
            },
            Said::Text(text) => self.hear_text(text, hint, is_first, today),
            Said::Edited(text) => Heard {
                kind: HeardKind::Edited,
                ..self.hear_text(text, hint, is_first, today)
            },
        }
    }

    /// Hears a message in a language that is known, as the measurements of the ranking alone do.
    #[must_use]
    pub fn hear_in(&self, said: &Said, language: Language, today: NaiveDate) -> Heard {
        let Said::Text(text) = said else {
            return self.hear(said, language, false, today);
        };
        let detected = Detected {
            language: Some(language),
            strong: true,
            foreign: false,
        };
        self.hear_words(text, detected, language, today)
    }

    fn hear_text(&self, text: &str, hint: Language, is_first: bool, today: NaiveDate) -> Heard {
        let bare = mask(text).text.replace(super::mask::MASK, " ");
        // The code of a reservation is of no language.
        let words = bare
            .split_whitespace()
            .filter(|word| find_code(word).is_none());
        let words: Vec<&str> = words.collect();
        let detected = self.detect(&words.join(" "), hint);
        // A first message is searched in the language it will be answered in.
        let bridge = Some(Language::En).filter(|l| detected.foreign && self.languages.contains(l));
        let language = detected.language.or(bridge);
        let language = language.filter(|_| detected.strong || is_first);
        let language = language.unwrap_or(hint);
        self.hear_words(text, detected, language, today)
    }

    /// The language of a message. A reviewed wording of one language alone is of that language, however it looks:
    /// "lay so thu tu" has nothing Vietnamese in its letters.
    fn detect(&self, text: &str, hint: Language) -> Detected {
        let detected = self.tongues.detect(text, hint);
        // Japanese words stand among the wordings of every language.
        if !is_romanised(text) {
            return detected;
        }
        let squeezed = squeeze(text);
        let index = |language: Language| self.indexes.get(&language);
        let has = |language: Language| index(language).is_some_and(|i| i.has(&squeezed));
        if detected.language.is_some_and(has) || has(hint) {
            return detected;
        }
        let mut having = self.indexes.keys().copied().filter(|l| has(*l));
        match (having.next(), having.next()) {
            (Some(language), None) => Detected {
                language: Some(language),
                strong: true,
                foreign: false,
            },
            _ => detected,
        }
    }

    fn hear_words(
        &self,
        text: &str,
        detected: Detected,
        language: Language,
        today: NaiveDate,
    ) -> Heard {
        let text: String = text.trim().chars().take(TEXT_CHARS_MAX).collect();
        let masked = mask(&text);
        let bare = masked.text.replace(super::mask::MASK, " ");
        let squeezed = squeeze(&bare);
        let number = read_number(&squeezed);
        let command = self.lexicon.command(&squeezed, language);
        let normal = normalize(&bare);
        let when = if number.is_some() {
            When::default()
        } else {
            self.lexicon.when(&bare, today, language)
        };
        let is_question = self.lexicon.is_question(&bare, language);
        let has_time = when.day.is_some() || when.time.is_some();
        let wish = self.lexicon.wish(&normal, has_time, is_question, language);
        let hits = match (number, command) {
            (None, None) if says_something(&squeezed) => self.rank(&bare, language),
            // Without a ticket these are questions like any others.
            (None, Some(command)) if is_command(command) => self.rank(&bare, language),
            _ => Vec::new(),
        };
        let risk = self.risk(&normal, &hits, language);
        Heard {
            kind: HeardKind::Text,
            secrets_count: u32::try_from(masked.count).unwrap_or(u32::MAX),
            is_only_secret: false,
            risk,
            secrets: masked.found,
            detected,
            language,
            when,
            command,
            language_named: self.lexicon.language(&squeezed),
            procedures: self.lexicon.procedures(&normal, language),
            people: self.lexicon.people(&normal, language),
            names_waiting_list: self.lexicon.names_waiting_list(&normal, language),
            is_angry: self.lexicon.is_angry(&normal, language),
            wish,
            office: self
                .offices
                .iter()
                .find(|(name, _)| squeezed.contains(name.as_str()))
                .map(|(_, id)| id.clone()),
            number,
            code: find_code(&bare),
            full_date: self.lexicon.full_date(&bare, language),
            is_question,
            verdict: judge(&hits),
            hits,
            text: masked.text,
        }
        .with_only_secret()
    }

    /// The entry for a loss, theft or misuse: the nearest of those marked as such, else the first.
    fn risk(&self, normal: &str, hits: &[Hit], language: Language) -> Option<EntryId> {
        if !self.lexicon.is_risk(normal, language) {
            return None;
        }
        let nearest = hits.iter().find_map(|hit| match &hit.subject {
            Subject::Entry(entry) if self.risks.contains(entry) => Some(entry.clone()),
            _ => None,
        });
        nearest.or_else(|| self.risks.first().cloned())
    }

    /// The language of somebody about whom nothing is known.
    #[must_use]
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Ja)
    }

    /// Ranks the entries for a question in a language.
    #[must_use]
    pub fn rank(&self, text: &str, language: Language) -> Vec<Hit> {
        self.indexes
            .get(&language)
            .map(|index| index.rank(text))
            .unwrap_or_default()
    }
}

/// A single letter asks nothing; a single Han character or syllable may.
fn says_something(squeezed: &str) -> bool {
    squeezed.len() > 1
}

/// A bare number from 1 to 99, also with 番 or a full stop.
fn read_number(squeezed: &str) -> Option<usize> {
    let digits = squeezed
        .trim_end_matches("番目")
        .trim_end_matches('番')
        .trim_end_matches("です");
    let digits = digits.trim_end_matches('番');
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|n| *n > 0)
}
