//! The library as a spreadsheet, for translators who know Excel and not git: one sheet a language, one row
//! a text.
//!
//! A row carries a stamp, the hash of what the sheet shows of the text. On the way back a row that still
//! fits its stamp was not touched and is passed over, whatever has become of the text since. A row that was
//! touched is taken only when the text, and the Japanese beside it, are still what the translator had
//! before them.

mod export;
mod import;
mod workbook;

use unicode_normalization::UnicodeNormalization;

use super::files::{TEXT_HASH_BYTES, hash};
use super::{Library, TextFile};
use crate::desk::language::Language;

pub use export::{Export, export};
pub use import::{Plan, Refused, Write, plan, write};

/// The sheet that explains the others.
const READ_ME: &str = "読み方 Read me";
/// The stamp of a translation that is not there yet.
const NO_STAMP: &str = "-";

/// Why a whole workbook cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    #[error("{0}: this language is not offered; use one of {1}")]
    NotOffered(Language, String),
    #[error("{0}: there is no such entry; see the names of the folders in the FAQ")]
    NoEntry(String),
    #[error("there is no text to export; name other entries or languages, or leave out --waiting")]
    Nothing,
    #[error("{0}: the spreadsheet cannot be made: {1}")]
    Unwritable(String, rust_xlsxwriter::XlsxError),
    #[error("{0}: not a workbook that can be read ({1}); save it as .xlsx without a password")]
    Unreadable(String, calamine::XlsxError),
    #[error("{0}: the file is there already; name another, or take it away first")]
    Exists(String),
    #[error("{file}: {error}")]
    File { file: String, error: std::io::Error },
    #[error("the terminal failed: {0}")]
    Terminal(#[from] std::io::Error),
    #[error("{0}: the file has changed in the meantime; import again")]
    Raced(String),
}

/// The columns of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Entry,
    Category,
    State,
    JaQuestion,
    JaSpoken,
    JaAnswer,
    Question,
    Spoken,
    Answer,
    Keywords,
    Wordings,
    Comment,
    Stamp,
}

impl Column {
    const ALL: [Column; 13] = [
        Column::Entry,
        Column::Category,
        Column::State,
        Column::JaQuestion,
        Column::JaSpoken,
        Column::JaAnswer,
        Column::Question,
        Column::Spoken,
        Column::Answer,
        Column::Keywords,
        Column::Wordings,
        Column::Comment,
        Column::Stamp,
    ];

    /// What stands above the column.
    const fn title(self) -> &'static str {
        match self {
            Column::Entry => "項目 entry",
            Column::Category => "分類 category",
            Column::State => "状態 state",
            Column::JaQuestion => "日本語の質問 Japanese question",
            Column::JaSpoken => "日本語の読み上げ Japanese spoken",
            Column::JaAnswer => "日本語の回答 Japanese answer",
            Column::Question => "質問 question",
            Column::Spoken => "読み上げ spoken",
            Column::Answer => "回答 answer",
            Column::Keywords => "キーワード keywords",
            Column::Wordings => "言い方 wordings",
            Column::Comment => "審査のコメント comment",
            Column::Stamp => "照合 hash",
        }
    }

    /// In characters of the sheet's font.
    const fn width(self) -> f64 {
        match self {
            Column::Category | Column::State => 14.0,
            Column::Stamp => 10.0,
            Column::Entry | Column::Keywords => 22.0,
            Column::JaQuestion | Column::JaSpoken | Column::Question | Column::Spoken => 32.0,
            Column::Comment => 32.0,
            Column::Wordings => 44.0,
            Column::JaAnswer | Column::Answer => 60.0,
        }
    }

    /// Whether translators write here; the rest is for reading.
    const fn is_open(self) -> bool {
        matches!(
            self,
            Column::Question
                | Column::Spoken
                | Column::Answer
                | Column::Keywords
                | Column::Wordings
        )
    }

    /// Whether a row makes no sense without the column.
    const fn is_needed(self) -> bool {
        !matches!(self, Column::Category | Column::State | Column::Comment)
    }

    /// The columns of the sheet of a language: the Japanese does not stand beside itself.
    fn of(language: Language) -> impl Iterator<Item = Column> {
        let is_beside = |column: &Column| {
            matches!(
                column,
                Column::JaQuestion | Column::JaSpoken | Column::JaAnswer
            )
        };
        Column::ALL
            .into_iter()
            .filter(move |column| language != Language::Ja || !is_beside(column))
    }
}

/// What translators write of a text, as it is compared: without what spreadsheet programs do to line ends
/// and spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Fields {
    question: String,
    spoken: String,
    answer: String,
    keywords: Vec<String>,
    wordings: Vec<String>,
}

impl Fields {
    fn of(text: &TextFile) -> Fields {
        Fields {
            question: normal(&text.question),
            spoken: normal(text.spoken.as_deref().unwrap_or_default()),
            answer: normal(&text.body),
            keywords: lines(&text.keywords.join("\n")),
            wordings: lines(&text.wordings.join("\n")),
        }
    }

    fn is_empty(&self) -> bool {
        *self == Fields::default()
    }

    /// The hash of everything a sheet shows of the text. The wordings count as well: a sheet that does not
    /// have one which came in later would take it away.
    fn stamp(&self) -> String {
        let mut parts = vec![
            self.question.clone(),
            self.spoken.clone(),
            self.answer.clone(),
        ];
        parts.push(self.keywords.join("\n"));
        parts.push(self.wordings.join("\n"));
        hash(parts.iter().map(String::as_str), TEXT_HASH_BYTES)
    }
}

/// A cell's text without the traces of the program that saved it: its line ends, also where they are
/// spelled out, and spaces at the ends of lines; in Unicode normal form C.
fn normal(text: &str) -> String {
    let text = text
        .replace("_x000D_", "\r")
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.trim_end().nfc().collect())
        .collect();
    lines.join("\n").trim().to_owned()
}

/// The lines of a cell, each an item of a list; an item stands in a list once.
fn lines(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in normal(text).lines().map(str::trim) {
        if !line.is_empty() && !items.iter().any(|item| item == line) {
            items.push(line.to_owned());
        }
    }
    items
}

/// The languages of a selection, each of which must be offered; all of them for an empty one.
fn offered(asked: &[Language], offered: &[Language]) -> Result<Vec<Language>, SheetError> {
    if let Some(stranger) = asked.iter().find(|language| !offered.contains(language)) {
        let tags: Vec<&str> = offered.iter().map(|language| language.tag()).collect();
        return Err(SheetError::NotOffered(*stranger, tags.join(", ")));
    }
    let is_asked = |language: &&Language| asked.is_empty() || asked.contains(language);
    Ok(offered.iter().filter(is_asked).copied().collect())
}

/// The file of an entry in a language, beside its Japanese original.
fn file_beside(original: &TextFile, language: Language) -> String {
    let folder = original
        .file
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    format!("{folder}/{}.md", language.tag())
}

/// Whether a file is there that could not be read.
fn is_broken(library: &Library, file: &str) -> bool {
    library.faults.iter().any(|fault| fault.file == file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &str) {
        assert_eq!(normal(cell), expected, "{cell:?}");
    }

    #[test]
    fn traces_of_spreadsheet_programs_go() {
        check("一\r\n二", "一\n二");
        check("一_x000D_\n二", "一\n二");
        check("一\r二 ", "一\n二");
        check(" 一　\n\n二 \n\n", "一\n\n二");
        check("か\u{3099}", "が");
        check("=1+2", "=1+2");
        assert_eq!(lines("車\r\n\r\n 駐車場 \n車"), ["車", "駐車場"]);
    }
}
