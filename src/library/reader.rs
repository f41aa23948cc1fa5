//! Turns files into entries, and reports every fault on the way.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;

use super::files::{Files, Front, Parsed, exact_tag, find_line, hash, line_of, split};
use super::{Approval, Fault, LEDGER, Ledger, SYNONYMS, Severity};
use crate::desk::faq::{Action, Corpus, Entry, EntryId, Link, Subject, Text, Version, Withheld};
use crate::desk::language::Language;
use crate::desk::rules::Wording;

/// The longest spoken answer in characters.
const SPOKEN_CHARS_MAX: usize = 120;
/// The longest answer in characters; Japanese is kept shorter by the writers.
const ANSWER_CHARS_MAX: usize = 2000;

/// A reading of the whole library under way.
pub(super) struct Reader<'a> {
    pub(super) facts: &'a BTreeMap<String, Wording>,
    pub(super) languages: &'a [Language],
    pub(super) faults: Vec<Fault>,
    pub(super) hashes: BTreeMap<(String, Language), String>,
}

impl Reader<'_> {
    pub(super) fn fault(
        &mut self,
        file: &str,
        line: usize,
        severity: Severity,
        what: impl Into<String>,
    ) {
        self.faults.push(Fault {
            file: file.to_owned(),
            line,
            severity,
            what: what.into(),
        });
    }

    pub(super) fn ledger(&mut self, files: &Files) -> BTreeMap<(String, Language), Approval> {
        let Some(text) = files.get(LEDGER) else {
            return BTreeMap::new();
        };
        match toml::from_str::<Ledger>(text) {
            Ok(ledger) => ledger
                .approval
                .into_iter()
                .map(|a| ((a.entry.clone(), a.language), a))
                .collect(),
            Err(error) => {
                self.fault(
                    LEDGER,
                    line_of(text, error.span()),
                    Severity::Error,
                    error.message(),
                );
                BTreeMap::new()
            }
        }
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
                self.fault(
                    SYNONYMS,
                    line_of(text, error.span()),
                    Severity::Error,
                    error.message(),
                );
                BTreeMap::new()
            }
        }
    }

    /// Groups the files by entry: `<category>/<topic>/<lang>.md`.
    pub(super) fn entries(
        &mut self,
        files: &Files,
        ledger: &BTreeMap<(String, Language), Approval>,
    ) -> Vec<Entry> {
        let mut topics: BTreeMap<(String, String), BTreeMap<Language, Parsed>> = BTreeMap::new();
        for (path, text) in files
            .iter()
            .filter(|(path, _)| *path != LEDGER && *path != SYNONYMS)
        {
            let parts: Vec<&str> = path.split('/').collect();
            let [category, topic, file] = parts[..] else {
                self.fault(
                    path,
                    1,
                    Severity::Error,
                    "put it at <category>/<topic>/<language>.md",
                );
                continue;
            };
            let Some(language) = file.strip_suffix(".md").and_then(exact_tag) else {
                self.fault(
                    path,
                    1,
                    Severity::Error,
                    "name the file after its language, for example en.md",
                );
                continue;
            };
            if let Some(parsed) = self.parse(path, text) {
                topics
                    .entry((category.into(), topic.into()))
                    .or_default()
                    .insert(language, parsed);
            }
        }
        let mut seen = BTreeSet::new();
        let mut entries = Vec::new();
        for ((category, topic), versions) in topics {
            let folder = format!("{category}/{topic}");
            if !seen.insert(topic.clone()) {
                self.fault(
                    &folder,
                    1,
                    Severity::Error,
                    "the topic is in two categories; keep one",
                );
                continue;
            }
            entries.extend(self.entry(category, &topic, versions, ledger));
        }
        entries
    }

    fn parse(&mut self, path: &str, text: &str) -> Option<Parsed> {
        let (front, body, body_line) = match split(text) {
            Ok(parts) => parts,
            Err(what) => {
                self.fault(path, 1, Severity::Error, what);
                return None;
            }
        };
        let hash = hash(text);
        match toml::from_str::<Front>(front) {
            Ok(parsed) => {
                let (front_text, body) = (front.to_owned(), body.trim().to_owned());
                Some(Parsed {
                    file: path.to_owned(),
                    front: parsed,
                    front_text,
                    body,
                    body_line,
                    hash,
                })
            }
            Err(error) => {
                self.fault(
                    path,
                    line_of(front, error.span()) + 1,
                    Severity::Error,
                    error.message(),
                );
                None
            }
        }
    }

    fn entry(
        &mut self,
        category: String,
        topic: &str,
        versions: BTreeMap<Language, Parsed>,
        ledger: &BTreeMap<(String, Language), Approval>,
    ) -> Option<Entry> {
        let folder = format!("{category}/{topic}");
        let Some(original) = versions.get(&Language::Ja) else {
            self.fault(
                &folder,
                1,
                Severity::Error,
                "the Japanese original ja.md is missing",
            );
            return None;
        };
        let front = original.front.clone();
        let subject = self.subject(original, topic)?;
        let source_hash = original.hash.clone();
        let name = subject.to_string();
        let mut texts = BTreeMap::new();
        for (language, parsed) in &versions {
            self.hashes
                .insert((name.clone(), *language), parsed.hash.clone());
            let approval = ledger.get(&(name.clone(), *language));
            if let Some(version) = self.version(&subject, *language, parsed, &source_hash, approval)
            {
                texts.insert(*language, version);
            }
        }
        for language in self.languages {
            if !versions.contains_key(language) {
                self.fault(
                    &folder,
                    1,
                    Severity::Warning,
                    format!("{language}.md is missing"),
                );
            }
        }
        let links = front
            .next
            .iter()
            .filter_map(|link| self.link(original, link))
            .collect();
        for source in &front.sources {
            if !source.url.starts_with("https://") && !source.url.starts_with("http://") {
                self.fault(
                    &original.file,
                    1,
                    Severity::Error,
                    format!("source “{}” is not an address", source.url),
                );
            }
        }
        Some(Entry {
            subject,
            category,
            links,
            risk: front.risk,
            review_by: front.review_by.map(|day| day.0),
            sources: front
                .sources
                .iter()
                .map(|s| format!("{} ({})", s.url, s.read.0))
                .collect(),
            versions: texts,
        })
    }

    fn subject(&mut self, original: &Parsed, topic: &str) -> Option<Subject> {
        if let Some(action) = original.front.action {
            if action.id() == topic {
                return Some(Subject::Action(action));
            }
            let what = format!("action “{}” must be in a folder of that name", action.id());
            self.fault(&original.file, 1, Severity::Error, what);
            return None;
        }
        let id = EntryId::read(topic).map(Subject::Entry);
        if id.is_none() {
            let what = format!("“{topic}”: use lower-case letters, digits and hyphens, at most 60");
            self.fault(&original.file, 1, Severity::Error, what);
        }
        id
    }

    /// Checks one text and finds out whether it may be shown.
    fn version(
        &mut self,
        subject: &Subject,
        language: Language,
        parsed: &Parsed,
        source_hash: &str,
        approval: Option<&Approval>,
    ) -> Option<Version> {
        let front = &parsed.front;
        let is_topic = matches!(subject, Subject::Entry(_));
        if front.question.trim().is_empty() || (is_topic && parsed.body.is_empty()) {
            self.fault(
                &parsed.file,
                1,
                Severity::Error,
                "question and answer must not be empty",
            );
            return None;
        }
        if front
            .spoken
            .as_ref()
            .is_some_and(|s| s.chars().count() > SPOKEN_CHARS_MAX)
        {
            let what = format!("spoken is longer than {SPOKEN_CHARS_MAX} characters");
            self.fault(
                &parsed.file,
                find_line(&parsed.front_text, "spoken"),
                Severity::Error,
                what,
            );
        }
        if parsed.body.chars().count() > ANSWER_CHARS_MAX {
            let what = format!("the answer is longer than {ANSWER_CHARS_MAX} characters");
            self.fault(&parsed.file, parsed.body_line, Severity::Error, what);
        }
        if parsed
            .body
            .chars()
            .chain(front.question.chars())
            .any(|c| c.is_control() && c != '\n')
        {
            self.fault(
                &parsed.file,
                parsed.body_line,
                Severity::Error,
                "there is a control character in it",
            );
        }
        let mut standing = self.standing(language, parsed, source_hash, approval);
        let answer = self.fill(&parsed.body, language, parsed, &mut standing);
        let spoken = front
            .spoken
            .as_ref()
            .map(|text| self.fill(text, language, parsed, &mut standing));
        Some(Version {
            text: Text {
                question: front.question.clone(),
                wordings: front.wordings.clone(),
                keywords: front.keywords.clone(),
                spoken,
                answer,
            },
            standing,
        })
    }

    fn standing(
        &mut self,
        language: Language,
        parsed: &Parsed,
        source_hash: &str,
        approval: Option<&Approval>,
    ) -> Result<NaiveDate, Withheld> {
        match approval.filter(|approval| approval.hash == parsed.hash) {
            None => {
                let what = "not approved as it stands; withheld until `madoguchi faq approve`";
                self.fault(&parsed.file, 1, Severity::Warning, what);
                Err(Withheld::Unapproved)
            }
            Some(approval)
                if language != Language::Ja && approval.source.as_deref() != Some(source_hash) =>
            {
                let what = "the Japanese has changed since this translation was approved; withheld until it is reviewed";
                self.fault(&parsed.file, 1, Severity::Warning, what);
                Err(Withheld::Stale)
            }
            Some(approval) => Ok(approval.on),
        }
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
                let line = parsed.body_line + out.matches('\n').count();
                self.fault(&parsed.file, line, Severity::Error, "a { without its }");
                out.push_str(&rest[open..]);
                return out;
            };
            let name = &after[..close];
            match self.facts.get(name).and_then(|fact| fact.get(language)) {
                Some(value) => out.push_str(value),
                None => {
                    let line = parsed.body_line + out.matches('\n').count();
                    let what = format!("{{{name}}} is not set in [facts]; the answer is withheld");
                    self.fault(&parsed.file, line, Severity::Warning, what);
                    if standing.is_ok() {
                        *standing = Err(Withheld::Unset(name.to_owned()));
                    }
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
            self.fault(
                &original.file,
                find_line(&original.front_text, link),
                Severity::Error,
                what,
            );
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
                    lost.push((format!("{}/{id}/ja.md", entry.category), target.to_string()));
                }
            }
        }
        for (file, target) in lost {
            self.fault(
                &file,
                1,
                Severity::Error,
                format!("next: there is no topic “{target}”"),
            );
        }
    }

    /// The same wording in two entries would make one of them unreachable.
    pub(super) fn check_wordings(&mut self, corpus: &Corpus) {
        use crate::desk::retrieval::normal::squeeze;
        let mut owners: BTreeMap<(Language, String), Subject> = BTreeMap::new();
        let mut doubles = Vec::new();
        for entry in corpus.all() {
            for (language, version) in &entry.versions {
                for wording in std::iter::once(&version.text.question).chain(&version.text.wordings)
                {
                    let key = (*language, squeeze(wording));
                    match owners.get(&key) {
                        Some(owner) if *owner != entry.subject => {
                            let topic = match &entry.subject {
                                Subject::Entry(id) => id.to_string(),
                                Subject::Action(action) => action.id().to_owned(),
                            };
                            let file = format!("{}/{topic}/{language}.md", entry.category);
                            doubles.push((
                                file,
                                format!("the wording “{wording}” is also one of {owner}"),
                            ));
                        }
                        Some(_) => {}
                        None => drop(owners.insert(key, entry.subject.clone())),
                    }
                }
            }
        }
        for (file, what) in doubles {
            self.fault(&file, 1, Severity::Warning, what);
        }
    }
}
