//! The files of the FAQ: where they are read from, and how one is put together.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{Fault, Rule, Severity, Source};
use crate::desk::faq::Action;
use crate::desk::language::Language;
use crate::toml_day::Day;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/faq");

/// What files contain, by their path below the FAQ; what is built in is not copied.
pub(super) type Files = BTreeMap<String, Content>;
pub(super) type Content = Cow<'static, str>;

/// Reads every file; one that cannot be read is left out and reported.
///
/// # Errors
/// The folder itself cannot be read.
pub(super) fn read_files(source: &Source, faults: &mut Vec<Fault>) -> Result<Files, Fault> {
    let mut files = Files::new();
    match source {
        Source::BuiltIn => collect_built_in(&BUILT_IN, &mut files),
        Source::Folder(folder) => {
            collect_folder(folder, folder, &mut files, faults).map_err(|error| Fault {
                file: folder.display().to_string(),
                line: 1,
                severity: Severity::Error,
                rule: Rule::Format,
                what: format!("cannot be read: {error}"),
            })?
        }
    }
    Ok(files)
}

pub(super) fn collect_built_in(dir: &'static Dir<'_>, files: &mut Files) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            files.insert(
                file.path().to_string_lossy().replace('\\', "/"),
                Cow::Borrowed(text),
            );
        }
    }
    for dir in dir.dirs() {
        collect_built_in(dir, files);
    }
}

fn collect_folder(
    root: &Path,
    folder: &Path,
    files: &mut Files,
    faults: &mut Vec<Fault>,
) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_folder(root, &path, files, faults)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            let name = name.to_string_lossy().replace('\\', "/");
            match std::fs::read_to_string(&path) {
                Ok(text) => drop(files.insert(name, Cow::Owned(text))),
                Err(error) => faults.push(Fault {
                    file: name,
                    line: 1,
                    severity: Severity::Error,
                    rule: Rule::Format,
                    what: format!("cannot be read: {error}"),
                }),
            }
        }
    }
    Ok(())
}

/// The front matter of a file.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Front {
    pub(super) question: String,
    #[serde(default)]
    pub(super) wordings: Vec<String>,
    #[serde(default)]
    pub(super) keywords: Vec<String>,
    pub(super) spoken: Option<String>,
    pub(super) action: Option<Action>,
    #[serde(default)]
    pub(super) next: Vec<String>,
    #[serde(default)]
    pub(super) risk: bool,
    pub(super) review_by: Option<Day>,
    #[serde(default)]
    pub(super) sources: Vec<SourceLine>,
}

#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceLine {
    pub(super) url: String,
    pub(super) read: Day,
}

/// Splits a file into front matter and text, with the line on which the text begins.
///
/// # Errors
/// What is missing.
pub(super) fn split(text: &str) -> Result<(&str, &str, usize), &'static str> {
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
/// A file that could be read.
pub(super) struct Parsed {
    pub(super) file: String,
    pub(super) front: Front,
    pub(super) body: String,
    pub(super) body_line: usize,
    pub(super) raw: Content,
    /// What the reviewer signs: everything a citizen reads or is led to, but not the wordings, which are signed one by
    /// one.
    pub(super) text_hash: String,
    /// What a translation was made from: a new source or link leaves it as good as it was.
    pub(super) meaning: String,
    /// The hashes of the wordings, in their order.
    pub(super) wording_hashes: Vec<String>,
}
/// Only the canonical tag names a file, so that a language has one file.
pub(super) fn exact_tag(tag: &str) -> Option<Language> {
    Language::from_tag(tag).filter(|language| language.tag() == tag)
}

pub(super) fn line_of(text: &str, span: Option<std::ops::Range<usize>>) -> usize {
    let start = span.map_or(0, |span| span.start).min(text.len());
    text.get(..start)
        .map_or(1, |before| before.matches('\n').count() + 1)
}

/// The line of a file on which something stands, else the first.
pub(super) fn find_line(raw: &str, what: &str) -> usize {
    let line = raw.lines().position(|line| line.contains(what));
    line.map_or(1, |n| n + 1)
}

impl Front {
    /// The hashes of the whole text and of its meaning.
    pub(super) fn hashes(&self, body: &str) -> (String, String) {
        let spoken = self.spoken.as_deref().unwrap_or_default();
        let meaning = [self.question.as_str(), spoken, body];
        let next = self.next.iter().map(|link| format!("next {link}"));
        let sources = self
            .sources
            .iter()
            .map(|s| format!("{} {}", s.url, s.read.0));
        let review_by = self.review_by.iter().map(|day| day.0.to_string());
        let rest: Vec<String> = next.chain(sources).chain(review_by).collect();
        let keywords = self.keywords.iter().map(String::as_str);
        let rest = keywords.chain(rest.iter().map(String::as_str));
        let risk = self.risk.then_some("risk");
        let text = meaning.into_iter().chain(rest).chain(risk);
        (hash(text, TEXT_HASH_BYTES), hash(meaning, TEXT_HASH_BYTES))
    }
}

/// The hash by which a wording is signed.
pub(super) fn wording_hash(wording: &str) -> String {
    hash([wording.trim()], WORDING_HASH_BYTES)
}

pub(super) const TEXT_HASH_BYTES: usize = 16;
const WORDING_HASH_BYTES: usize = 5;

/// SHA-256 over parts with their line ends unified, so that a checkout on another system keeps its approvals.
pub(super) fn hash<'a>(parts: impl IntoIterator<Item = &'a str>, bytes: usize) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        if part.contains('\r') {
            digest.update(part.replace("\r\n", "\n").trim_end().as_bytes());
        } else {
            digest.update(part.trim_end().as_bytes());
        }
        digest.update([0x1F]);
    }
    let digest = digest.finalize();
    let hex = |byte: &u8| {
        [byte >> 4, byte & 15].map(|n| char::from_digit(u32::from(n), 16).unwrap_or('0'))
    };
    digest.iter().take(bytes).flat_map(hex).collect()
}
