//! Reads `faq/` and its review ledger into a `Corpus`, and reports every fault with file and line.
//!
//! A file is an answer in one language: TOML front matter between `+++` lines, then the text. What belongs to the
//! whole entry (links, sources, `review_by`, risk) stands in the Japanese file, the one original. The ledger
//! `reviews.toml` says which text has been approved, by its hash: an edit changes the hash and so voids the approval;
//! a translation also remembers the hash of the Japanese it was made from and is withheld when that changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::desk::faq::{Action, Corpus, Entry, EntryId, Link, Subject, Text, Version, Withheld};
use crate::desk::language::Language;
use crate::desk::rules::Wording;
use crate::toml_day::Day;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/faq");

/// The file with the approvals.
pub const LEDGER: &str = "reviews.toml";
/// The file with the synonym groups.
pub const SYNONYMS: &str = "synonyms.toml";
/// The longest spoken answer in characters.
const SPOKEN_CHARS_MAX: usize = 120;
/// The longest answer in characters; Japanese is kept shorter by the writers.
const ANSWER_CHARS_MAX: usize = 2000;

/// Where the FAQ comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// The files that were there when the program was built.
    BuiltIn,
    Folder(PathBuf),
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The text is withheld, nothing else.
    Warning,
    Error,
}

/// Something wrong in the FAQ, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    pub file: String,
    pub line: usize,
    pub severity: Severity,
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = if self.severity == Severity::Error {
            "error"
        } else {
            "warning"
        };
        write!(f, "{}:{}: {word}: {}", self.file, self.line, self.what)
    }
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub corpus: Corpus,
    pub synonyms: BTreeMap<Language, Vec<Vec<String>>>,
    pub faults: Vec<Fault>,
    /// The hash of every text, for approving.
    pub hashes: BTreeMap<(String, Language), String>,
}

impl Library {
    /// Reads everything. Faulty files are left out and reported; the rest is used.
    #[must_use]
    pub fn load(
        source: &Source,
        facts: &BTreeMap<String, Wording>,
        languages: &[Language],
    ) -> Library {
        let mut reader = Reader {
            facts,
            languages,
            faults: Vec::new(),
            hashes: BTreeMap::new(),
        };
        let files = match read_files(source) {
            Ok(files) => files,
            Err(fault) => {
                return Library {
                    faults: vec![fault],
                    ..Library::default()
                };
            }
        };
        let ledger = reader.ledger(&files);
        let synonyms = reader.synonyms(&files);
        let entries = reader.entries(&files, &ledger);
        let corpus = Corpus::new(entries);
        reader.check_links(&corpus);
        reader.check_wordings(&corpus);
        let Reader {
            mut faults, hashes, ..
        } = reader;
        faults.sort();
        Library {
            corpus,
            synonyms,
            faults,
            hashes,
        }
    }

    /// Whether anything is wrong beyond texts that wait for review.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }
}

/// A line of the ledger: this text was approved by this reviewer on this day.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    pub entry: String,
    pub language: Language,
    pub hash: String,
    /// The hash of the Japanese that a translation was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    pub by: String,
    pub on: NaiveDate,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ledger {
    #[serde(default)]
    approval: Vec<Approval>,
}

/// The name of an entry in the ledger: its topic id, or `action:book`.
type Files = BTreeMap<String, String>;

fn read_files(source: &Source) -> Result<Files, Fault> {
    let mut files = Files::new();
    match source {
        Source::BuiltIn => collect_built_in(&BUILT_IN, &mut files),
        Source::Folder(folder) => {
            collect_folder(folder, folder, &mut files).map_err(|error| Fault {
                file: folder.display().to_string(),
                line: 1,
                severity: Severity::Error,
                what: format!("cannot be read: {error}"),
            })?
        }
    }
    Ok(files)
}

fn collect_built_in(dir: &Dir<'_>, files: &mut Files) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            files.insert(
                file.path().to_string_lossy().replace('\\', "/"),
                text.to_owned(),
            );
        }
    }
    for dir in dir.dirs() {
        collect_built_in(dir, files);
    }
}

fn collect_folder(root: &Path, folder: &Path, files: &mut Files) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_folder(root, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            files.insert(
                name.to_string_lossy().replace('\\', "/"),
                std::fs::read_to_string(&path)?,
            );
        }
    }
    Ok(())
}

/// The front matter of a file.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    question: String,
    #[serde(default)]
    wordings: Vec<String>,
    #[serde(default)]
    keywords: Vec<String>,
    spoken: Option<String>,
    action: Option<Action>,
    #[serde(default)]
    next: Vec<String>,
    #[serde(default)]
    risk: bool,
    review_by: Option<Day>,
    #[serde(default)]
    sources: Vec<SourceLine>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceLine {
    url: String,
    read: Day,
}

/// Splits a file into front matter and text, with the line on which the text begins.
///
/// # Errors
/// What is missing.
fn split(text: &str) -> Result<(&str, &str, usize), &'static str> {
    let rest = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let rest = rest
        .strip_prefix("+++")
        .ok_or("the file must begin with a line +++")?;
    let rest = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix('\n'))
        .ok_or("nothing may follow the first +++")?;
    let mut at = 0;
    for (n, line) in rest.split_inclusive('\n').enumerate() {
        if line.trim_end() == "+++" {
            return Ok((&rest[..at], &rest[at + line.len()..], n + 3));
        }
        at += line.len();
    }
    Err("the front matter has no second line +++")
}

struct Reader<'a> {
    facts: &'a BTreeMap<String, Wording>,
    languages: &'a [Language],
    faults: Vec<Fault>,
    hashes: BTreeMap<(String, Language), String>,
}

/// A file that could be read.
struct Parsed {
    file: String,
    front: Front,
    front_text: String,
    body: String,
    body_line: usize,
    hash: String,
}

impl Reader<'_> {
    fn fault(&mut self, file: &str, line: usize, severity: Severity, what: impl Into<String>) {
        self.faults.push(Fault {
            file: file.to_owned(),
            line,
            severity,
            what: what.into(),
        });
    }

    fn ledger(&mut self, files: &Files) -> BTreeMap<(String, Language), Approval> {
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

    fn synonyms(&mut self, files: &Files) -> BTreeMap<Language, Vec<Vec<String>>> {
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
    fn entries(
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

    fn check_links(&mut self, corpus: &Corpus) {
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
    fn check_wordings(&mut self, corpus: &Corpus) {
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

/// Only the canonical tag names a file, so that a language has one file.
fn exact_tag(tag: &str) -> Option<Language> {
    Language::from_tag(tag).filter(|language| language.tag() == tag)
}

fn line_of(text: &str, span: Option<std::ops::Range<usize>>) -> usize {
    let start = span.map_or(0, |span| span.start).min(text.len());
    text.get(..start)
        .map_or(1, |before| before.matches('\n').count() + 1)
}

/// The line of a file on which a word of its front matter stands; the first line of that is the `+++`.
fn find_line(front: &str, what: &str) -> usize {
    front
        .lines()
        .position(|line| line.contains(what))
        .map_or(1, |n| n + 2)
}

/// SHA-256 of a text with its line ends unified, so that a checkout on another system keeps its approvals.
#[must_use]
pub fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.replace("\r\n", "\n").trim_end().as_bytes());
    digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Writes approvals of the named texts (all of them for an empty list) as they stand into the ledger of a folder.
/// Texts that are approved as they stand keep their reviewer and date.
///
/// # Errors
/// The file that cannot be read or written.
pub fn approve(
    folder: &Path,
    library: &Library,
    only: &[String],
    by: &str,
    on: NaiveDate,
) -> Result<usize, std::io::Error> {
    let path = folder.join(LEDGER);
    let old = std::fs::read_to_string(&path).unwrap_or_default();
    let ledger: Ledger =
        toml::from_str(&old).map_err(|error| std::io::Error::other(error.to_string()))?;
    let mut approvals: BTreeMap<(String, Language), Approval> = ledger
        .approval
        .into_iter()
        .map(|a| ((a.entry.clone(), a.language), a))
        .collect();
    approvals.retain(|key, _| library.hashes.contains_key(key));
    let mut count = 0;
    for ((entry, language), hash) in &library.hashes {
        if !only.is_empty() && !only.contains(entry) {
            continue;
        }
        let source = (*language != Language::Ja)
            .then(|| library.hashes.get(&(entry.clone(), Language::Ja)).cloned())
            .flatten();
        let key = (entry.clone(), *language);
        if approvals
            .get(&key)
            .is_some_and(|a| a.hash == *hash && a.source == source)
        {
            continue;
        }
        let approval = Approval {
            entry: entry.clone(),
            language: *language,
            hash: hash.clone(),
            source,
            by: by.to_owned(),
            on,
        };
        approvals.insert(key, approval);
        count += 1;
    }
    let ledger = Ledger {
        approval: approvals.into_values().collect(),
    };
    let text =
        toml::to_string(&ledger).map_err(|error| std::io::Error::other(error.to_string()))?;
    std::fs::write(
        &path,
        format!("# Approvals: written by `madoguchi faq approve`, read by the desk.\n\n{text}"),
    )?;
    Ok(count)
}
