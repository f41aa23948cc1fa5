//! Building the ears: one part for each language, so that they can be built at the same time. Who has threads shares the
//! jobs out; nothing here knows of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::faq::{Corpus, Withheld};
use super::heard::Ears;
use super::language::Language;
use super::lexicon::{Lexicon, Words};
use super::retrieval::normal::{normalize, squeeze};
use super::retrieval::readings::Readings;
use super::retrieval::{Document, Index, IndexBuilder};
use super::rules::{OfficeId, Rules};
use super::tongue::Tongues;

/// What ears are built from. A text that waits for review is not searched: its wordings are as unreviewed as its answer.
#[derive(Debug)]
pub struct Plan<'a> {
    corpus: &'a Corpus,
    rules: &'a Rules,
    words: &'a BTreeMap<Language, Words>,
    synonyms: &'a BTreeMap<Language, Vec<Vec<String>>>,
    readings: Readings,
}

/// A part of the work that needs no other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    Tongues,
    Lexicon,
    Index(Language),
}

/// What a job comes to.
#[derive(Debug)]
pub enum Part {
    Tongues(Box<Tongues>),
    Lexicon(Box<Lexicon>),
    Index(Language, Box<Index>),
}

impl<'a> Plan<'a> {
    #[must_use]
    pub fn new(
        corpus: &'a Corpus,
        rules: &'a Rules,
        words: &'a BTreeMap<Language, Words>,
        synonyms: &'a BTreeMap<Language, Vec<Vec<String>>>,
    ) -> Plan<'a> {
        let easy = corpus
            .all()
            .filter_map(|entry| entry.versions.get(&Language::Easy))
            .map(|v| &v.text);
        let easy = easy.flat_map(|t| {
            t.wordings
                .iter()
                .chain([&t.question, &t.answer])
                .map(String::as_str)
        });
        Plan {
            corpus,
            rules,
            words,
            synonyms,
            readings: Readings::learn(easy),
        }
    }

    /// Everything there is to do, the longest first.
    #[must_use]
    pub fn jobs(&self) -> Vec<Job> {
        let mut jobs = vec![Job::Tongues];
        for language in &self.rules.languages {
            let job = Job::Index(form(*language));
            if !jobs.contains(&job) {
                jobs.push(job);
            }
        }
        jobs.push(Job::Lexicon);
        jobs
    }

    #[must_use]
    pub fn work(&self, job: Job) -> Part {
        match job {
            Job::Tongues => {
                let learnt = tongues(self.corpus, self.words, &self.rules.languages);
                Part::Tongues(Box::new(learnt))
            }
            Job::Lexicon => Part::Lexicon(Box::new(Lexicon::new(self.words))),
            Job::Index(language) => {
                let index = index(
                    language,
                    self.corpus,
                    self.words,
                    self.synonyms,
                    &self.readings,
                );
                Part::Index(language, Box::new(index))
            }
        }
    }

    /// Puts the parts together.
    #[must_use]
    pub fn ears(&self, parts: Vec<Part>) -> Ears {
        let mut built: BTreeMap<Language, Arc<Index>> = BTreeMap::new();
        let (mut tongues, mut lexicon) = (Tongues::default(), Lexicon::default());
        for part in parts {
            match part {
                Part::Tongues(part) => tongues = *part,
                Part::Lexicon(part) => lexicon = *part,
                Part::Index(language, index) => drop(built.insert(language, Arc::from(index))),
            }
        }
        let languages = self.rules.languages.iter();
        let indexes = languages.filter_map(|l| Some((*l, Arc::clone(built.get(&form(*l))?))));
        Ears {
            lexicon,
            indexes: indexes.collect(),
            tongues,
            languages: self.rules.languages.clone(),
            offices: offices(self.rules),
            risks: self
                .corpus
                .entries()
                .filter(|(_, entry)| entry.risk)
                .map(|(id, _)| id.clone())
                .collect(),
        }
    }
}

/// Readers of both forms of Japanese share an index.
fn form(language: Language) -> Language {
    if language.is_japanese() {
        Language::Ja
    } else {
        language
    }
}

/// The names of the offices, the longest first.
fn offices(rules: &Rules) -> Vec<(String, OfficeId)> {
    let offices = rules.offices.iter().flat_map(|office| {
        let names = office.name.0.values().chain(&office.words);
        names.map(|name| (squeeze(name), office.id.clone()))
    });
    let mut offices: Vec<(String, OfficeId)> =
        offices.filter(|(name, _)| !name.is_empty()).collect();
    offices.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
    offices
}

/// Learns the languages that are offered from everything written in them.
fn tongues(corpus: &Corpus, words: &BTreeMap<Language, Words>, offered: &[Language]) -> Tongues {
    let wordings = corpus.all().flat_map(|entry| &entry.versions);
    let wordings = wordings.flat_map(|(language, version)| {
        let text = &version.text;
        let lines = text.wordings.iter().chain([&text.question]);
        lines.map(|line| (*language, line.as_str()))
    });
    // Small words stand in for the sentences nobody writes a wording for: greetings, yes and no, days.
    let small = words.iter().flat_map(|(language, words)| {
        let commands = words.commands.values().flatten();
        let lines = commands.chain(&words.evidence).chain(&words.question);
        lines.map(|line| (*language, line.as_str()))
    });
    let lines = wordings.chain(small);
    let lines: Vec<(Language, &str)> = lines
        .filter(|(language, _)| offered.contains(language))
        .collect();
    // Accents are the first thing that goes on a telephone.
    let bare = |(language, line): &(Language, &str)| {
        let drops_accents = matches!(language, Language::Vi | Language::PtBr | Language::Es);
        (drops_accents && !line.is_ascii()).then(|| (*language, normalize(line)))
    };
    let bare: Vec<(Language, String)> = lines.iter().filter_map(bare).collect();
    let bare = bare
        .iter()
        .map(|(language, line)| (*language, line.as_str()));
    Tongues::learn(lines.iter().copied().chain(bare))
}

/// The index of one language, over everything in it that may be shown.
fn index(
    language: Language,
    corpus: &Corpus,
    words: &BTreeMap<Language, Words>,
    synonyms: &BTreeMap<Language, Vec<Vec<String>>>,
    readings: &Readings,
) -> Index {
    let sources = sources(language);
    let tails: Vec<String> = sources
        .iter()
        .filter_map(|l| words.get(l))
        .flat_map(|w| w.tails.clone())
        .collect();
    let groups: Vec<Vec<String>> = sources
        .iter()
        .filter_map(|l| synonyms.get(l))
        .flatten()
        .cloned()
        .collect();
    let mut builder = IndexBuilder::new(&tails, &groups);
    for entry in corpus.all() {
        for source in sources {
            let Some(version) = entry.versions.get(source) else {
                continue;
            };
            if matches!(
                version.standing,
                Err(Withheld::Unapproved | Withheld::Stale)
            ) {
                continue;
            }
            let text = &version.text;
            let mut wordings = vec![text.question.clone()];
            wordings.extend(text.wordings.iter().cloned());
            if language.is_japanese() {
                let kana: Vec<String> = wordings
                    .iter()
                    .filter_map(|w| readings.in_kana(w))
                    .collect();
                wordings.extend(kana);
            }
            builder.add(&Document {
                subject: entry.subject.clone(),
                wordings,
                keywords: text.keywords.clone(),
            });
        }
    }
    builder.build()
}

/// Which languages' texts the index of a language holds: やさしい日本語 readers also type ordinary Japanese.
fn sources(language: Language) -> &'static [Language] {
    match language {
        Language::Ja | Language::Easy => &[Language::Ja, Language::Easy],
        Language::En => &[Language::En],
        Language::Vi => &[Language::Vi],
        Language::ZhHans => &[Language::ZhHans],
        Language::ZhHant => &[Language::ZhHant],
        Language::Ko => &[Language::Ko],
        Language::Fil => &[Language::Fil],
        Language::Ne => &[Language::Ne],
        Language::Id => &[Language::Id],
        Language::My => &[Language::My],
        Language::PtBr => &[Language::PtBr],
        Language::Es => &[Language::Es],
        Language::Th => &[Language::Th],
    }
}
