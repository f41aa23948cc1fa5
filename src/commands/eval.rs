//! `madoguchi faq eval`: how well questions find their answers.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::EvalArguments;
use super::faq::{Understood, understand};
use crate::desk::faq::{Corpus, Entry, EntryId, SIGNPOST, Subject, Text, Version};
use crate::desk::heard::Ears;
use crate::desk::language::Language;

/// A question with what should come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The tag as the file has it; it may be a language that the desk does not speak.
    pub lang: String,
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
        let is_tag =
            !lang.is_empty() && lang.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !is_tag {
            return Err(fault(n + 1, format!("“{lang}” is not a language tag")));
        }
        let expected = match expected {
            "-" | "" => Vec::new(),
            ids => ids.split('|').map(|id| id.trim().to_owned()).collect(),
        };
        questions.push(Question {
            lang: lang.to_owned(),
            query: query.to_owned(),
            expected,
            kind: kind.to_owned(),
        });
    }
    Ok(questions)
}

/// The expected ids that neither an entry nor an action of the corpus has.
#[must_use]
pub fn unknown_ids(questions: &[Question], corpus: &Corpus) -> BTreeSet<String> {
    let known: BTreeSet<String> = corpus
        .all()
        .map(|entry| entry.subject.to_string())
        .collect();
    let expected = questions.iter().flat_map(|question| &question.expected);
    expected
        .filter(|id| !known.contains(*id))
        .cloned()
        .collect()
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
    // A language that the desk does not speak is searched as its readers are: in English.
    for (n, line) in text
        .trim_start_matches('\u{FEFF}')
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
        let lang = Language::from_tag(&parsed.lang).unwrap_or(Language::En);
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
            shown_until: None,
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
    /// The sum of the reciprocal ranks of the first right id.
    pub reciprocal: f64,
    /// The desk answered or acted at once.
    pub direct: usize,
    /// It did so, and rightly.
    pub direct_right: usize,
    /// It did so, and wrongly. For out-of-scope questions every direct answer is wrong but a signpost's.
    pub direct_wrong: usize,
    /// It showed the way to another office.
    pub signpost: usize,
    /// It offered nothing.
    pub none: usize,
    /// The language was recognised.
    pub language: usize,
}

/// A table by language and kind.
pub type Table = BTreeMap<(String, String), Figures>;

/// A question with how it was understood.
pub struct Row<'a> {
    pub question: &'a Question,
    pub found: Understood,
}

impl Row<'_> {
    fn is_right(&self, id: &str) -> bool {
        self.question.expected.iter().any(|expected| expected == id)
    }

    fn is_direct(&self) -> bool {
        matches!(self.found.outcome, "answer" | "action")
    }

    /// The place of the first right id, from 1.
    fn rank(&self) -> Option<usize> {
        let place = self.found.ranked.iter().position(|id| self.is_right(id));
        place.map(|n| n + 1)
    }

    /// A question for another office that was shown the way there.
    fn is_signpost(&self) -> bool {
        let first = self.found.ranked.first();
        self.question.expected.is_empty() && first.is_some_and(|id| id.starts_with(SIGNPOST))
    }

    /// What was said at once was wrong.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.is_direct() && self.rank() != Some(1) && !self.is_signpost()
    }

    /// Nothing was wrong about it: a right id first, or nothing wrong said to a question for another office.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        if self.question.expected.is_empty() {
            !self.is_wrong()
        } else {
            self.rank() == Some(1)
        }
    }

    /// やさしい日本語 is Japanese, and a language that the desk does not speak is not recognised as one that it does.
    fn is_language_right(&self) -> bool {
        let expected = Language::from_tag(&self.question.lang);
        let found = self.found.detected.as_deref().and_then(Language::from_tag);
        match (expected, found) {
            (Some(expected), Some(found)) => {
                expected == found || expected.is_japanese() && found.is_japanese()
            }
            (None, found) => found.is_none(),
            (Some(_), None) => false,
        }
    }
}

/// Runs every question the way a first message goes.
#[must_use]
pub fn evaluate<'a>(
    ears: &Ears,
    questions: &'a [Question],
    is_given: bool,
    today: NaiveDate,
) -> Vec<Row<'a>> {
    let rows = questions.iter().map(|question| {
        let language = Language::from_tag(&question.lang);
        let given = language.filter(|_| is_given);
        let (mut found, _) = understand(ears, &question.query, given, today);
        found.lang.clone_from(&question.lang);
        Row { question, found }
    });
    rows.collect()
}

/// Counts.
#[must_use]
pub fn count(rows: &[Row<'_>]) -> Table {
    let mut table = Table::new();
    for row in rows {
        let question = row.question;
        let figures = table
            .entry((question.lang.clone(), question.kind.clone()))
            .or_default();
        let rank = row.rank();
        figures.questions += 1;
        figures.first += usize::from(rank == Some(1));
        figures.three += usize::from(rank.is_some_and(|rank| rank <= 3));
        figures.reciprocal += rank.map_or(0.0, |rank| 1.0 / f64_of(rank));
        figures.direct += usize::from(row.is_direct());
        figures.direct_right += usize::from(row.is_direct() && !row.is_wrong());
        figures.direct_wrong += usize::from(row.is_wrong());
        figures.signpost += usize::from(row.is_signpost());
        figures.none += usize::from(row.found.outcome == "none");
        figures.language += usize::from(row.is_language_right());
    }
    table
}

/// Measures and prints what was asked for.
///
/// # Errors
/// The terminal fails.
pub fn run(
    ears: &Ears,
    questions: &[Question],
    arguments: &EvalArguments,
    today: NaiveDate,
) -> std::io::Result<()> {
    let rows = evaluate(ears, questions, arguments.given_language, today);
    let mut out = std::io::stdout().lock();
    if arguments.rows {
        for row in &rows {
            writeln!(
                out,
                "{}",
                serde_json::to_string(&row.found).unwrap_or_default()
            )?;
        }
        return Ok(());
    }
    if arguments.misses {
        return misses(&rows, &mut out);
    }
    let table = count(&rows);
    if arguments.json {
        let lines: Vec<serde_json::Value> = table
            .iter()
            .map(|((lang, kind), figures)| serde_json::json!({"lang": lang, "kind": kind, "figures": figures}))
            .collect();
        return writeln!(out, "{}", serde_json::Value::from(lines));
    }
    print(&table, &mut out)
}

/// The questions that failed.
fn misses(rows: &[Row<'_>], out: &mut impl Write) -> std::io::Result<()> {
    for row in rows.iter().filter(|row| !row.is_sound()) {
        let expected = if row.question.expected.is_empty() {
            "-".to_owned()
        } else {
            row.question.expected.join("|")
        };
        let ranked: Vec<&str> = row
            .found
            .ranked
            .iter()
            .take(3)
            .map(String::as_str)
            .collect();
        writeln!(
            out,
            "{}\t{}\t{}\texpected {expected}\t{} {}",
            row.question.lang,
            row.question.kind,
            row.question.query,
            row.found.outcome,
            ranked.join(" ")
        )?;
    }
    Ok(())
}

const HEADINGS: [&str; 9] = [
    "first", "three", "mrr", "direct", "right", "wrong", "signpost", "none", "language",
];

fn print(table: &Table, out: &mut impl Write) -> std::io::Result<()> {
    write!(out, "{:<14} {:<7} {:>5}", "lang", "kind", "n")?;
    for heading in HEADINGS {
        write!(out, " {heading:>8}")?;
    }
    writeln!(out)?;
    for ((lang, kind), f) in table {
        let share = |n: usize, of: usize| match of {
            0 => "-".to_owned(),
            of => format!("{:.1}%", 100.0 * f64_of(n) / f64_of(of)),
        };
        let of_all = |n: usize| share(n, f.questions);
        let cells = [
            of_all(f.first),
            of_all(f.three),
            format!("{:.3}", f.reciprocal / f64_of(f.questions.max(1))),
            of_all(f.direct),
            share(f.direct_right, f.direct),
            of_all(f.direct_wrong),
            of_all(f.signpost),
            of_all(f.none),
            of_all(f.language),
        ];
        write!(out, "{lang:<14} {kind:<7} {:>5}", f.questions)?;
        for cell in cells {
            write!(out, " {cell:>8}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "counts of questions are small")]
fn f64_of(n: usize) -> f64 {
    n as f64
}
