//! `madoguchi faq check` and `search`, and what came of changes of the ledger.

use std::collections::BTreeMap;
use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::Texts;
use crate::desk::ears::Plan;
use crate::desk::faq::{Corpus, Subject};
use crate::desk::heard::{Ears, Heard};
use crate::desk::language::Language;
use crate::desk::message::Said;
use crate::desk::retrieval::{Verdict, confidence, evidence};
use crate::desk::rules::Rules;
use crate::library::review::{Done, Selection};
use crate::library::{self, Library, Severity};
use crate::locale::Locale;

/// Prints every fault; true when there is no error, or with `strict` nothing at all.
///
/// # Errors
/// The terminal fails.
pub fn check(
    library: &Library,
    today: NaiveDate,
    json: bool,
    strict: bool,
) -> std::io::Result<bool> {
    let mut out = std::io::stdout().lock();
    let faults = library::check::check(library, today);
    let errors = faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
        .count();
    for fault in &faults {
        if json {
            writeln!(out, "{}", serde_json::to_string(fault).unwrap_or_default())?;
        } else {
            writeln!(out, "{fault}")?;
        }
    }
    if !json {
        let languages = count_languages(&library.corpus);
        let texts: Vec<String> = languages
            .iter()
            .map(|(l, (all, shown))| format!("{l} {shown}/{all}"))
            .collect();
        writeln!(
            out,
            "{} topics and actions, {errors} errors, {} warnings; texts that may be shown: {}",
            library.corpus.all().count(),
            faults.len() - errors,
            texts.join(", ")
        )?;
    }
    Ok(errors == 0 && (!strict || faults.is_empty()))
}

/// Says what a change of the ledger came to.
///
/// # Errors
/// The terminal fails.
pub fn tell(done: &Done) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for refusal in &done.refused {
        writeln!(out, "{refusal}")?;
    }
    writeln!(
        out,
        "{} texts done, {} refused",
        done.count,
        done.refused.len()
    )
}

impl From<Texts> for Selection {
    fn from(texts: Texts) -> Selection {
        Selection {
            entries: texts.entries,
            languages: texts.languages,
        }
    }
}

fn count_languages(corpus: &Corpus) -> BTreeMap<Language, (usize, usize)> {
    let mut counts: BTreeMap<Language, (usize, usize)> = BTreeMap::new();
    for (language, version) in corpus.all().flat_map(|entry| &entry.versions) {
        let count = counts.entry(*language).or_default();
        count.0 += 1;
        count.1 += usize::from(version.standing.is_ok());
    }
    counts
}

/// How a question was understood.
#[derive(Debug, Serialize)]
pub struct Understood {
    pub lang: String,
    pub query: String,
    pub detected: Option<String>,
    /// answer, confirm, choose, none or action.
    pub outcome: &'static str,
    /// The probability that the first is right, as the desk sees it.
    pub confidence: f32,
    /// What that rests on: lead over the second and third, similarity, coverage.
    pub evidence: [f32; 4],
    pub ranked: Vec<String>,
}

/// Understands a question the way the first message of a conversation is: the language is detected, unless `given` says
/// it, and nothing else is known of the person.
#[must_use]
pub fn understand(
    ears: &Ears,
    query: &str,
    given: Option<Language>,
    today: NaiveDate,
) -> (Understood, Heard) {
    let said = Said::Text(query.to_owned());
    let heard = match given {
        Some(language) => ears.hear_in(&said, language, today),
        None => ears.hear(&said, ears.first_language(), true, today),
    };
    let named = named_action(&heard);
    let mut ranked: Vec<String> = heard
        .hits
        .iter()
        .map(|hit| hit.subject.to_string())
        .collect();
    let understood = heard.understood();
    let acted = match &understood {
        Verdict::Direct(Subject::Action(action)) | Verdict::Confirm(Subject::Action(action)) => {
            Some(*action)
        }
        _ => None,
    };
    let outcome = match (named.or(acted), &understood) {
        (Some(action), _) => {
            let first = Subject::Action(action).to_string();
            ranked.retain(|id| *id != first);
            ranked.insert(0, first);
            "action"
        }
        (None, Verdict::Direct(_)) => "answer",
        (None, Verdict::Confirm(_)) => "confirm",
        (None, Verdict::Choose(_)) => "choose",
        (None, Verdict::None) => "none",
    };
    ranked.truncate(10);
    let understood = Understood {
        lang: heard.language.tag().to_owned(),
        query: query.to_owned(),
        detected: heard.detected.language.map(|l| l.tag().to_owned()),
        outcome,
        confidence: confidence(&heard.hits),
        evidence: evidence(&heard.hits),
        ranked,
    };
    (understood, heard)
}

/// Whole messages that name an action without going through the search.
fn named_action(heard: &Heard) -> Option<crate::desk::faq::Action> {
    use crate::desk::faq::Action;
    use crate::desk::lexicon::Command;
    match heard.command {
        Some(Command::Staff) => Some(Action::Staff),
        Some(Command::Language) => Some(Action::Language),
        _ if heard.language_named.is_some() => Some(Action::Language),
        _ if heard.code.is_some() => Some(Action::MyReservation),
        _ => None,
    }
}

/// Shows how one question is understood.
///
/// # Errors
/// The terminal fails.
pub fn search(
    ears: &Ears,
    corpus: &Corpus,
    query: &str,
    lang: Option<Language>,
    today: NaiveDate,
    json: bool,
) -> std::io::Result<()> {
    let (understood, heard) = understand(ears, query, lang, today);
    let language = heard.language;
    let mut out = std::io::stdout().lock();
    if json {
        return writeln!(
            out,
            "{}",
            serde_json::to_string(&understood).unwrap_or_default()
        );
    }
    writeln!(out, "language {language}, outcome {}", understood.outcome)?;
    if !heard.secrets.is_empty() {
        writeln!(out, "masked: {:?}", heard.secrets)?;
    }
    if heard.when != crate::desk::dates::When::default() {
        writeln!(out, "when: {:?}", heard.when)?;
    }
    for hit in &heard.hits {
        let title = match &hit.subject {
            Subject::Entry(id) => corpus.entry(id).map(|e| e.title(language).to_owned()),
            Subject::Action(action) => corpus.action(*action).map(|e| e.title(language).to_owned()),
        };
        let exact = if hit.exact { " exact" } else { "" };
        writeln!(
            out,
            "{:6.2}  similarity {:.2}  coverage {:.2}{exact}  {}  {}",
            hit.score,
            hit.similarity,
            hit.coverage,
            hit.subject,
            title.unwrap_or_default()
        )?;
    }
    Ok(())
}

/// The ears for commands that need no database.
#[must_use]
pub fn ears(library: &Library, rules: &Rules, locale: &Locale) -> Ears {
    let plan = Plan::new(&library.corpus, rules, locale.words(), &library.synonyms);
    crate::app::shelf::ears(&plan)
}
