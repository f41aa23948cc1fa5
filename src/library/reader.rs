//! Turns files into entries, and reports every fault on the way.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;

use super::files::{
    Content, Files, Front, Parsed, exact_tag, find_line, line_of, split, wording_hash,
};
use super::glossary::Glossary;
use super::ledger::{Decision, Ledger, Record};
use super::{
    Fault, GLOSSARY, LEDGER, Person, Role, Rule, SYNONYMS, Setting, Severity, State, TextFile,
    UNWRITTEN,
};
use crate::desk::faq::{Action, Corpus, Entry, EntryId, Link, Subject, Text, Version, Withheld};
use crate::desk::language::Language;

/// A reading of the whole library under way.
pub(super) struct Reader<'a> {
    setting: Setting<'a>,
    pub(super) faults: Vec<Fault>,
    pub(super) texts: Vec<TextFile>,
}

/// What belongs to all languages of an entry.
struct Whole<'a> {
    subject: Subject,
    category: &'a str,
    /// The meaning of the Japanese.
    source: String,
}

impl<'a> Reader<'a> {
    pub(super) fn new(setting: Setting<'a>) -> Reader<'a> {
        Reader {
            setting,
            faults: Vec::new(),
            texts: Vec::new(),
        }
    }

    fn fault(&mut self, file: &str, line: usize, rule: Rule, what: impl Into<String>) {
        // What waits for review is withheld and no more; the rest is wrong.
        let severity = match rule {
            Rule::MissingLanguage
            | Rule::NotSubmitted
            | Rule::Waiting
            | Rule::Returned
            | Rule::Stale
            | Rule::WordingWaits => Severity::Warning,
            _ => Severity::Error,
        };
        self.faults.push(Fault {
            file: file.to_owned(),
            line,
            severity,
            rule,
            what: what.into(),
        });
    }

    fn warn(&mut self, file: &str, line: usize, rule: Rule, what: impl Into<String>) {
        self.fault(file, line, rule, what);
        if let Some(fault) = self.faults.last_mut() {
            fault.severity = Severity::Warning;
        }
    }

    pub(super) fn ledger(&mut self, files: &Files) -> Ledger {
        let Some(text) = files.get(LEDGER) else {
            return Ledger::default();
        };
        let ledger = Ledger::read(text).unwrap_or_else(|(span, what)| {
            self.fault(LEDGER, line_of(text, span), Rule::Format, what);
            Ledger::default()
        });
        self.approvals(text, &ledger);
        ledger
    }

    /// Approvals that no command gives: of one's own text, or by somebody who may not.
    fn approvals(&mut self, text: &str, ledger: &Ledger) {
        for ((entry, language), record) in &ledger.0 {
            let Decision::Approved { by, .. } = &record.decision else {
                continue;
            };
            let line = || {
                let has = |line: &&str| {
                    line.contains(&format!("\"{entry}\""))
                        && line.contains(&format!("\"{language}\""))
                };
                text.lines()
                    .position(|line| has(&line))
                    .map_or(1, |n| n + 1)
            };
            let reviews = |person: &Person| person.name == *by && person.role == Role::CityReviewer;
            if record.is_self_approved() {
                let what = format!(
                    "{entry} in {language}: {by} approved what they wrote themselves; withheld"
                );
                self.fault(LEDGER, line(), Rule::Review, what);
            } else if !self.setting.people.is_empty() && !self.setting.people.iter().any(reviews) {
                let what = format!("{entry} in {language}: {by} is no city-reviewer in faq.people");
                self.warn(LEDGER, line(), Rule::Review, what);
            }
        }
    }

    pub(super) fn glossary(&mut self, files: &Files) -> Glossary {
        let Some(text) = files.get(GLOSSARY) else {
            return Glossary::default();
        };
        toml::from_str(text).unwrap_or_else(|error: toml::de::Error| {
            let line = line_of(text, error.span());
            self.fault(GLOSSARY, line, Rule::Format, error.message());
            Glossary::default()
        })
    }

    pub(super) fn synonyms(&mut self, files: &Files) -> BTreeMap<Language, Vec<Vec<String>>> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Groups {
            groups: Vec<Vec<String>>,
        }
        let Some(text) = files.get(SYNONYMS) else {
            return BTreeMap::new();
        };
        match toml::from_str::<BTreeMap<Language, Groups>>(text) {
            Ok(languages) => languages
                .into_iter()
                .map(|(language, g)| (language, g.groups))
                .collect(),
            Err(error) => {
                let line = line_of(text, error.span());
                self.fault(SYNONYMS, line, Rule::Format, error.message());
                BTreeMap::new()
            }
        }
    }

    /// Groups the files by entry: `<category>/<topic>/<lang>.md`.
    pub(super) fn entries(&mut self, files: Files, ledger: &Ledger) -> Vec<Entry> {
        let mut topics: BTreeMap<(String, String), BTreeMap<Language, Parsed>> = BTreeMap::new();
        let mut texts: Vec<Unread> = Vec::new();
        for (path, text) in files {
            if [LEDGER, SYNONYMS, GLOSSARY].contains(&path.as_str()) {
                continue;
            }
            let parts: Vec<&str> = path.split('/').collect();
            let [category, topic, file] = parts[..] else {
                let what = "put it at <category>/<topic>/<language>.md";
                self.fault(&path, 1, Rule::Format, what);
                continue;
            };
            let Some(language) = file.strip_suffix(".md").and_then(exact_tag) else {
                let what = "name the file after its language, for example en.md";
                self.fault(&path, 1, Rule::Format, what);
                continue;
            };
            texts.push(Unread {
                topic: (category.to_owned(), topic.to_owned()),
                language,
                path,
                text,
            });
        }
        for (topic, language, path, read) in read_all(texts) {
            match read {
                Ok(parsed) => {
                    let versions = topics.entry(topic).or_default();
                    versions.insert(language, parsed);
                }
                Err((line, what)) => self.fault(&path, line, Rule::Format, what),
            }
        }
        let mut seen = BTreeSet::new();
        let mut entries = Vec::new();
        for ((category, topic), versions) in topics {
            if !seen.insert(topic.clone()) {
                let what = "the topic is in two categories; keep one";
                self.fault(&format!("{category}/{topic}"), 1, Rule::Format, what);
                continue;
            }
            entries.extend(self.entry(&category, &topic, versions, ledger));
        }
        entries
    }

    fn entry(
        &mut self,
        category: &str,
        topic: &str,
        versions: BTreeMap<Language, Parsed>,
        ledger: &Ledger,
    ) -> Option<Entry> {
        let folder = format!("{category}/{topic}");
        let Some(original) = versions.get(&Language::Ja) else {
            let what = "the Japanese original ja.md is missing";
            self.fault(&folder, 1, Rule::Format, what);
            return None;
        };
        let whole = Whole {
            subject: self.subject(original, topic)?,
            category,
            source: original.meaning.clone(),
        };
        let front = original.front.clone();
        let links = front.next.iter();
        let links = links.filter_map(|link| self.link(original, link)).collect();
        self.sources(original);
        for language in self.setting.languages {
            if !versions.contains_key(language) {
                let what = format!("{language}.md is missing");
                self.fault(&folder, 1, Rule::MissingLanguage, what);
            }
        }
        let name = whole.subject.to_string();
        let mut texts = BTreeMap::new();
        for (language, parsed) in versions {
            let record = ledger.0.get(&(name.clone(), language));
            if let Some(version) = self.version(&whole, language, parsed, record) {
                texts.insert(language, version);
            }
        }
        let grace = chrono::TimeDelta::days(i64::from(self.setting.grace_days));
        Some(Entry {
            subject: whole.subject,
            category: category.to_owned(),
            links,
            risk: front.risk,
            shown_until: front.review_by.map(|day| day.0 + grace),
            versions: texts,
        })
    }

    /// What is given up when it is wrong: a source that nobody can open.
    fn sources(&mut self, original: &Parsed) {
        for source in &original.front.sources {
            if !source.url.starts_with("https://") && !source.url.starts_with("http://") {
                let line = find_line(&original.raw, &source.url);
                let what = format!("source “{}” is not an address", source.url);
                self.fault(&original.file, line, Rule::Source, what);
            }
        }
        if original.front.sources.is_empty() && original.front.action.is_none() {
            let what = "no source is named";
            self.warn(&original.file, 1, Rule::Source, what);
        }
    }

    fn subject(&mut self, original: &Parsed, topic: &str) -> Option<Subject> {
        if let Some(action) = original.front.action {
            if action.id() == topic {
                return Some(Subject::Action(action));
            }
            let what = format!("action “{}” must be in a folder of that name", action.id());
            self.fault(&original.file, 1, Rule::Format, what);
            return None;
        }
        let id = EntryId::read(topic).map(Subject::Entry);
        if id.is_none() {
            let what = format!("“{topic}”: use lower-case letters, digits and hyphens, at most 60");
            self.fault(&original.file, 1, Rule::Format, what);
        }
        id
    }

    /// Finds out whether one text may be shown, and which of its wordings may be searched.
    fn version(
        &mut self,
        whole: &Whole<'_>,
        language: Language,
        parsed: Parsed,
        record: Option<&Record>,
    ) -> Option<Version> {
        let is_topic = matches!(whole.subject, Subject::Entry(_));
        if parsed.front.question.trim().is_empty() || (is_topic && parsed.body.is_empty()) {
            let what = "question and answer must not be empty";
            self.fault(&parsed.file, 1, Rule::Format, what);
            return None;
        }
        let hash = parsed.text_hash.clone();
        let state = state(language, record.filter(|r| r.hash == hash), &whole.source);
        let mut standing = self.standing(&parsed, &state);
        let approved = record.map(|record| &record.wordings);
        let (mut shown, mut waiting) = (Vec::new(), Vec::new());
        for (wording, hash) in parsed.front.wordings.iter().zip(&parsed.wording_hashes) {
            let is_approved = approved.is_some_and(|set| set.contains(hash));
            let list = if is_approved {
                &mut shown
            } else {
                &mut waiting
            };
            list.push(wording.clone());
        }
        if standing.is_ok() {
            for wording in &waiting {
                let what =
                    format!("the wording “{wording}” is not approved; it is not searched yet");
                let line = find_line(&parsed.raw, wording);
                self.fault(&parsed.file, line, Rule::WordingWaits, what);
            }
        }
        let answer = self.fill(&parsed.body, language, &parsed, &mut standing);
        let spoken = parsed.front.spoken.clone();
        let spoken = spoken.map(|text| self.fill(&text, language, &parsed, &mut standing));
        let text = Text {
            question: parsed.front.question.clone(),
            // A text nobody has approved is withheld with all its wordings.
            wordings: shown,
            keywords: parsed.front.keywords.clone(),
            spoken,
            answer,
        };
        self.texts.push(TextFile {
            entry: whole.subject.to_string(),
            category: whole.category.to_owned(),
            language,
            body_line: parsed.body_line,
            question: parsed.front.question,
            wordings: parsed.front.wordings,
            wordings_waiting: waiting,
            keywords: parsed.front.keywords,
            spoken: parsed.front.spoken,
            review_by: parsed.front.review_by.map(|day| day.0),
            file: parsed.file,
            raw: parsed.raw,
            body: parsed.body,
            hash,
            meaning: parsed.meaning,
            source: whole.source.clone(),
            state,
        });
        Some(Version { text, standing })
    }

    fn standing(&mut self, parsed: &Parsed, state: &State) -> Result<NaiveDate, Withheld> {
        let (rule, what, withheld) = match state {
            State::Approved { on, .. } => return Ok(*on),
            State::NotSubmitted => (
                Rule::NotSubmitted,
                "not handed in as it stands; withheld until `madoguchi faq submit` and a review".to_owned(),
                Withheld::Unapproved,
            ),
            State::Waiting { written_by, .. } => (
                Rule::Waiting,
                format!("waits for review since {written_by} handed it in; withheld until then"),
                Withheld::Unapproved,
            ),
            State::Returned { by, comment, .. } => (
                Rule::Returned,
                format!("returned by {by}: {comment}"),
                Withheld::Unapproved,
            ),
            State::Stale => (
                Rule::Stale,
                "the Japanese has changed since this translation was approved; withheld until it is reviewed".to_owned(),
                Withheld::Stale,
            ),
        };
        self.fault(&parsed.file, 1, rule, what);
        Err(withheld)
    }

    /// Fills `{placeholders}` with the city's facts; one that is not set withholds the text.
    fn fill(
        &mut self,
        text: &str,
        language: Language,
        parsed: &Parsed,
        standing: &mut Result<NaiveDate, Withheld>,
    ) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let after = &rest[open + 1..];
            let Some(close) = after.find('}') else {
                let line = find_line(&parsed.raw, rest[open..].lines().next().unwrap_or("{"));
                self.fault(&parsed.file, line, Rule::Placeholder, "a { without its }");
                out.push_str(&rest[open..]);
                return out;
            };
            let name = &after[..close];
            let fact = self.setting.facts.get(name);
            if let Some(value) = fact.and_then(|fact| fact.get(language)) {
                out.push_str(value);
            } else {
                let line = find_line(&parsed.raw, &format!("{{{name}}}"));
                let what = format!("{{{name}}} is not set in [facts]; the answer is withheld");
                if name == UNWRITTEN {
                    let what = "a draft: its answer is still to be written";
                    self.warn(&parsed.file, line, Rule::Placeholder, what);
                } else if self.setting.known_facts.contains(name) {
                    self.warn(&parsed.file, line, Rule::Placeholder, what);
                } else {
                    let what = format!("{{{name}}} is not a placeholder that the program knows");
                    self.fault(&parsed.file, line, Rule::Placeholder, what);
                }
                if standing.is_ok() {
                    *standing = Err(Withheld::Unset(name.to_owned()));
                }
            }
            rest = &after[close + 1..];
        }
        out.push_str(rest);
        out
    }

    fn link(&mut self, original: &Parsed, link: &str) -> Option<Link> {
        let found = match link.strip_prefix("action:") {
            Some(action) => Action::from_id(action).map(Link::Action),
            None => EntryId::read(link).map(Link::Entry),
        };
        if found.is_none() {
            let what = format!("next: “{link}” is neither a topic nor an action");
            let line = find_line(&original.raw, link);
            self.fault(&original.file, line, Rule::Link, what);
        }
        found
    }

    pub(super) fn check_links(&mut self, corpus: &Corpus) {
        let mut lost = Vec::new();
        for (id, entry) in corpus.entries() {
            for link in &entry.links {
                if let Link::Entry(target) = link
                    && corpus.entry(target).is_none()
                {
                    lost.push((id.to_string(), target.to_string()));
                }
            }
        }
        for (id, target) in lost {
            let text = self
                .texts
                .iter()
                .find(|t| t.entry == id && t.language == Language::Ja);
            let (file, line) =
                text.map_or((id.clone(), 1), |t| (t.file.clone(), t.line_of(&target)));
            let what = format!("next: there is no topic “{target}”");
            self.fault(&file, line, Rule::Link, what);
        }
    }
}

/// Where a text stands, by the record of it as it is.
fn state(language: Language, record: Option<&Record>, source: &str) -> State {
    let Some(record) = record else {
        return State::NotSubmitted;
    };
    let is_stale = language != Language::Ja && record.source.as_deref() != Some(source);
    match &record.decision {
        Decision::Waiting => State::Waiting {
            written_by: record.written_by.clone(),
            written_on: record.written_on,
        },
        Decision::Returned { by, on, comment } => State::Returned {
            by: by.clone(),
            on: *on,
            comment: comment.clone(),
        },
        Decision::Approved { .. } if record.is_self_approved() => State::Waiting {
            written_by: record.written_by.clone(),
            written_on: record.written_on,
        },
        Decision::Approved { .. } if is_stale => State::Stale,
        Decision::Approved { by, on } => State::Approved {
            by: by.clone(),
            on: *on,
        },
    }
}

pub(super) type Read = Result<Parsed, (usize, String)>;

/// A file that is still to be read, and what its path says.
struct Unread {
    /// Category and topic.
    topic: (String, String),
    language: Language,
    path: String,
    text: Content,
}

/// Reads all files, on as many threads as there are processors: the start waits for this.
fn read_all(mut texts: Vec<Unread>) -> Vec<((String, String), Language, String, Read)> {
    let threads = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(8);
    let part = texts.len().div_ceil(threads).max(1);
    let mut parts = Vec::new();
    while !texts.is_empty() {
        parts.push(texts.split_off(texts.len().saturating_sub(part)));
    }
    let read_part = |part: Vec<Unread>| -> Vec<_> {
        let read = |unread: Unread| {
            let read = read_one(&unread.path, unread.text);
            (unread.topic, unread.language, unread.path, read)
        };
        part.into_iter().map(read).collect()
    };
    std::thread::scope(|scope| {
        let parts = parts.into_iter().rev();
        let running: Vec<_> = parts
            .map(|part| scope.spawn(move || read_part(part)))
            .collect();
        let all = running.into_iter();
        all.flat_map(|thread| {
            thread
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
        .collect()
    })
}

pub(super) fn read_one(path: &str, text: Content) -> Read {
    let (front, body, body_line) = split(&text).map_err(|what| (1, what.to_owned()))?;
    let front: Front = toml::from_str(front)
        .map_err(|error| (line_of(front, error.span()) + 1, error.message().to_owned()))?;
    let body = body.trim().to_owned();
    let (text_hash, meaning) = front.hashes(&body);
    Ok(Parsed {
        file: path.to_owned(),
        text_hash,
        meaning,
        wording_hashes: front.wordings.iter().map(|w| wording_hash(w)).collect(),
        front,
        body,
        body_line,
        raw: text,
    })
}
