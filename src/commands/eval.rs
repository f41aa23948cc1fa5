//! `madoguchi faq eval`: how well questions find their answers.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::faq::{Understood, understand};
use crate::desk::faq::{Corpus, Entry, EntryId, Subject, Text, Version};
use crate::desk::heard::Ears;
use crate::desk::language::Language;

/// A question with what should come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub lang: Language,
    pub query: String,
    /// The ids that are right; empty for out of scope.
    pub expected: Vec<String>,
    pub kind: String,
}

/// Why a file of questions or entries cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum EvalError {
    #[error("{file}: {source}")]
    Read {
        file: String,
        source: std::io::Error,
    },
    #[error("{file}:{line}: {what}")]
    Line {
        file: String,
        line: usize,
        what: String,
    },
}

/// Reads tab-separated questions with the header `lang query expected kind …`; further columns are ignored.
///
/// # Errors
/// The line that does not fit.
pub fn read_questions(path: &Path) -> Result<Vec<Question>, EvalError> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|source| EvalError::Read {
        file: file.clone(),
        source,
    })?;
    let fault = |line: usize, what: String| EvalError::Line {
        file: file.clone(),
        line,
        what,
    };
    let mut lines = text.trim_start_matches('\u{FEFF}').lines().enumerate();
    let header: Vec<&str> = lines
        .next()
        .map(|(_, line)| line.split('\t').map(str::trim).collect())
        .unwrap_or_default();
    if !header.starts_with(&["lang", "query", "expected", "kind"]) {
        return Err(fault(
            1,
            "the header must begin with lang, query, expected, kind, separated by tabs".into(),
        ));
    }
    let mut questions = Vec::new();
    for (n, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        let [lang, query, expected, kind, ..] = columns[..] else {
            return Err(fault(
                n + 1,
                "four columns are needed, separated by tabs".into(),
            ));
        };
        let lang = Language::from_tag(lang)
            .ok_or_else(|| fault(n + 1, format!("“{lang}” is not a language tag")))?;
        let expected = match expected {
            "-" | "" => Vec::new(),
            ids => ids.split('|').map(|id| id.trim().to_owned()).collect(),
        };
        questions.push(Question {
            lang,
            query: query.to_owned(),
            expected,
            kind: kind.to_owned(),
        });
    }
    Ok(questions)
}

/// An entry of somebody else's corpus. The names of the fields vary between data sets.
#[derive(Deserialize)]
struct CorpusLine {
    #[serde(
        alias = "_id",
        alias = "docid",
        alias = "doc_id",
        alias = "qid",
        alias = "aid"
    )]
    id: serde_json::Value,
    #[serde(default, alias = "title", alias = "query", alias = "Q")]
    question: String,
    #[serde(
        default,
        alias = "body",
        alias = "text",
        alias = "A",
        alias = "contents"
    )]
    answer: String,
    #[serde(default, alias = "questions", alias = "phrasings")]
    wordings: Vec<String>,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default = "japanese", alias = "language")]
    lang: String,
}

fn japanese() -> String {
    "ja".to_owned()
}

/// Reads entries, one JSON object a line; they count as approved for the measurement only.
///
/// # Errors
/// The line that does not fit.
pub fn read_corpus(path: &Path, today: NaiveDate) -> Result<Corpus, EvalError> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|source| EvalError::Read {
        file: file.clone(),
        source,
    })?;
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for (n, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let fault = |what: String| EvalError::Line {
            file: file.clone(),
            line: n + 1,
            what,
        };
        let parsed: CorpusLine =
            serde_json::from_str(line).map_err(|error| fault(error.to_string()))?;
        let lang =
            Language::from_tag(&parsed.lang).ok_or_else(|| fault("unknown language".into()))?;
        let id = match parsed.id {
            serde_json::Value::String(id) => id,
            other => other.to_string(),
        };
        let question = if parsed.question.is_empty() {
            parsed.answer.clone()
        } else {
            parsed.question
        };
        let text = Text {
            question,
            wordings: parsed.wordings,
            keywords: parsed.keywords,
            spoken: None,
            answer: parsed.answer,
        };
        let entry = entries.entry(id.clone()).or_insert_with(|| Entry {
            subject: Subject::Entry(EntryId::foreign(&id)),
            category: String::new(),
            links: Vec::new(),
            risk: false,
            review_by: None,
            sources: Vec::new(),
            versions: BTreeMap::new(),
        });
        entry.versions.insert(
            lang,
            Version {
                text,
                standing: Ok(today),
            },
        );
    }
    Ok(Corpus::new(entries.into_values().collect()))
}

/// The figures of one language and kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    pub questions: usize,
    /// A right id is first.
    pub first: usize,
    /// A right id is among the first three.
    pub three: usize,
    /// The desk answered or acted at once.
    pub direct: usize,
    /// It did so, and rightly.
    pub direct_right: usize,
    /// It did so, and wrongly; for out-of-scope questions every direct answer is wrong.
    pub direct_wrong: usize,
    /// It offered nothing.
    pub none: usize,
}

/// A table by language and kind.
pub type Table = BTreeMap<(String, String), Figures>;

/// Runs every question and counts.
#[must_use]
pub fn evaluate(ears: &Ears, questions: &[Question], today: NaiveDate) -> (Table, Vec<Understood>) {
    let mut table = Table::new();
    let mut rows = Vec::with_capacity(questions.len());
    for question in questions {
        let (row, _) = understand(ears, &question.query, question.lang, today);
        let figures = table
            .entry((question.lang.tag().to_owned(), question.kind.clone()))
            .or_default();
        let right = |id: &String| question.expected.contains(id);
        let is_direct = matches!(row.outcome, "answer" | "action");
        let is_first = row.ranked.first().is_some_and(right);
        figures.questions += 1;
        figures.first += usize::from(is_first);
        figures.three += usize::from(row.ranked.iter().take(3).any(right));
        figures.direct += usize::from(is_direct);
        figures.direct_right += usize::from(is_direct && is_first);
        figures.direct_wrong += usize::from(is_direct && !is_first);
        figures.none += usize::from(row.outcome == "none");
        rows.push(row);
    }
    (table, rows)
}

/// Prints the table, or the rows.
///
/// # Errors
/// The terminal fails.
pub fn print(
    table: &Table,
    rows: &[Understood],
    as_json: bool,
    as_rows: bool,
) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if as_rows {
        for row in rows {
            writeln!(out, "{}", serde_json::to_string(row).unwrap_or_default())?;
        }
        return Ok(());
    }
    if as_json {
        let lines: Vec<serde_json::Value> = table
            .iter()
            .map(|((lang, kind), figures)| serde_json::json!({"lang": lang, "kind": kind, "figures": figures}))
            .collect();
        return writeln!(out, "{}", serde_json::Value::from(lines));
    }
    writeln!(
        out,
        "{:<14} {:<7} {:>5} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}",
        "lang", "kind", "n", "first", "three", "direct", "right", "wrong", "none"
    )?;
    for ((lang, kind), f) in table {
        let share = |n: usize| format!("{:.1}%", 100.0 * f64_of(n) / f64_of(f.questions.max(1)));
        let cells = [
            f.first,
            f.three,
            f.direct,
            f.direct_right,
            f.direct_wrong,
            f.none,
        ]
        .map(share);
        write!(out, "{lang:<14} {kind:<7} {:>5}", f.questions)?;
        for cell in cells {
            write!(out, " {cell:>7}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "counts of questions are small")]
fn f64_of(n: usize) -> f64 {
    n as f64
}
