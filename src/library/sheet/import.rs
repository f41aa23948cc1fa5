//! Takes a workbook back. First everything is looked at and nothing written; what is sound becomes a list
//! of files to write, what is not is refused by sheet and row.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::workbook::{self, Cell, Sheet};
use super::{Column, Fields, NO_STAMP, READ_ME, SheetError, file_beside, is_broken, lines, normal};
use crate::desk::language::Language;
use crate::library::check::is_control;
use crate::library::edit::{Edit, create, edit};
use crate::library::files::exact_tag;
use crate::library::{Library, TextFile};

/// A file that a workbook changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    pub entry: String,
    pub language: Language,
    pub file: String,
    /// The file as it was read; nothing for a new translation.
    pub before: Option<String>,
    pub after: String,
}

/// Why a row is not taken; `Display` is the one line an operator reads.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}!{sheet}!{row}: {what}")]
pub struct Refused {
    pub file: String,
    pub sheet: String,
    /// Counted from 1, as the spreadsheet program shows it.
    pub row: u32,
    pub what: String,
}

/// What a workbook comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub writes: Vec<Write>,
    pub refused: Vec<Refused>,
}

/// Compares a workbook with the library. `name` is how the workbook is called in what is refused.
///
/// # Errors
/// It is not a workbook that can be read.
pub fn plan(
    library: &Library,
    languages: &[Language],
    name: &str,
    bytes: &[u8],
) -> Result<Plan, SheetError> {
    let sheets =
        workbook::read(bytes).map_err(|error| SheetError::Unreadable(name.to_owned(), error))?;
    let mut plan = Plan::default();
    for sheet in sheets.iter().filter(|sheet| sheet.name != READ_ME) {
        let mut importer = Importer {
            library,
            name,
            sheet,
            plan: &mut plan,
        };
        match language(&sheet.name, languages) {
            Ok(language) => importer.sheet(language),
            Err(what) => importer.refuse(0, what),
        }
    }
    Ok(plan)
}

fn language(sheet: &str, languages: &[Language]) -> Result<Language, String> {
    let known = exact_tag(sheet).ok_or_else(|| {
        "the sheet is not named after a language; take it out or give it its old name".to_owned()
    })?;
    if languages.contains(&known) {
        return Ok(known);
    }
    Err(format!(
        "{known} is not offered; take the sheet out or offer the language"
    ))
}

struct Importer<'a> {
    library: &'a Library,
    name: &'a str,
    sheet: &'a Sheet,
    plan: &'a mut Plan,
}

type Columns = BTreeMap<Column, u32>;
type Row = BTreeMap<u32, Cell>;

impl Importer<'_> {
    fn refuse(&mut self, row: u32, what: impl Into<String>) {
        self.plan.refused.push(Refused {
            file: self.name.to_owned(),
            sheet: self.sheet.name.clone(),
            row: row + 1,
            what: what.into(),
        });
    }

    fn sheet(&mut self, language: Language) {
        let sheet = self.sheet;
        let columns = match columns(sheet, language) {
            Ok(columns) => columns,
            Err(what) => return self.refuse(0, what),
        };
        let mut seen = BTreeSet::new();
        for (n, row) in sheet.rows.range(1..) {
            match self.row(row, &columns, language, &mut seen) {
                Ok(None) => {}
                Ok(Some(write)) => self.plan.writes.push(write),
                Err(what) => self.refuse(*n, what),
            }
        }
    }

    /// What a row changes, if anything.
    fn row(
        &self,
        row: &Row,
        columns: &Columns,
        language: Language,
        seen: &mut BTreeSet<String>,
    ) -> Result<Option<Write>, String> {
        if let Some(stray) = row
            .keys()
            .find(|at| !columns.values().any(|known| known == *at))
        {
            return Err(format!(
                "column {} has no title; take out what stands there",
                letter(*stray)
            ));
        }
        let cell = |column: Column| text(row, columns, column);
        let entry = cell(Column::Entry)?;
        if entry.is_empty() {
            return Err(
                "the row names no entry; fill in the first column or empty the row".to_owned(),
            );
        }
        if !seen.insert(entry.clone()) {
            return Err(format!("{entry} is in this sheet already; keep one row"));
        }
        let original = self.original(&entry)?;
        let fields = Fields {
            question: cell(Column::Question)?,
            spoken: cell(Column::Spoken)?,
            answer: cell(Column::Answer)?,
            keywords: lines(&cell(Column::Keywords)?),
            wordings: lines(&cell(Column::Wordings)?),
        };
        let stamp = cell(Column::Stamp)?;
        let untouched = if stamp == NO_STAMP {
            fields.is_empty()
        } else {
            fields.stamp() == stamp
        };
        let there = self.library.text(&entry, language);
        let current = there.map(Fields::of);
        if untouched || current.as_ref() == Some(&fields) {
            return Ok(None);
        }
        if current.as_ref().map_or(NO_STAMP.to_owned(), Fields::stamp) != stamp {
            return Err(format!(
                "{entry}: the text has changed since the export; export again"
            ));
        }
        if language != Language::Ja {
            let ja = Fields::of(original);
            let pairs = [
                (Column::JaQuestion, ja.question),
                (Column::JaSpoken, ja.spoken),
                (Column::JaAnswer, ja.answer),
            ];
            for (column, now) in pairs {
                if cell(column)? != now {
                    return Err(format!(
                        "{entry}: the Japanese is no longer what stands beside the translation; export again"
                    ));
                }
            }
        }
        let current = current.unwrap_or_default();
        sound(&fields, &current, original, language).map_err(|what| format!("{entry}: {what}"))?;
        self.change(original, there, language, &current, fields)
            .map(Some)
            .map_err(|what| format!("{entry}: {what}"))
    }

    fn original(&self, entry: &str) -> Result<&TextFile, String> {
        if let Some(original) = self.library.text(entry, Language::Ja) {
            return Ok(original);
        }
        let folder = entry.strip_prefix("action:").unwrap_or(entry);
        let mut files = self.library.faults.iter().map(|fault| fault.file.as_str());
        let is_of = |file: &str| file.split('/').nth(1) == Some(folder);
        let has_others = self.library.texts.iter().any(|text| text.entry == entry);
        Err(if has_others || files.any(is_of) {
            format!(
                "{entry}: its Japanese original is missing or cannot be read; see `madoguchi faq check`"
            )
        } else {
            format!("{entry}: there is no such entry; take the row out or correct the name")
        })
    }

    fn change(
        &self,
        original: &TextFile,
        there: Option<&TextFile>,
        language: Language,
        old: &Fields,
        new: Fields,
    ) -> Result<Write, String> {
        let file = there.map_or_else(|| file_beside(original, language), |text| text.file.clone());
        if there.is_none() && is_broken(self.library, &file) {
            return Err(format!("{file} is there but cannot be read; mend it first"));
        }
        let change = Edit {
            question: (new.question != old.question).then_some(new.question),
            wordings: (new.wordings != old.wordings).then_some(new.wordings),
            keywords: (new.keywords != old.keywords).then_some(new.keywords),
            spoken: (new.spoken != old.spoken).then_some(new.spoken),
            body: (new.answer != old.answer).then_some(new.answer),
        };
        let after = match there {
            Some(text) => edit(&text.raw, &change),
            None => create(&change),
        };
        Ok(Write {
            entry: original.entry.clone(),
            language,
            before: there.map(|text| text.raw.to_string()),
            after: after.map_err(|error| format!("{file}: {error}"))?,
            file,
        })
    }
}

/// Where the columns of a sheet are; translators may move them, but not lose or rename them.
fn columns(sheet: &Sheet, language: Language) -> Result<Columns, String> {
    let empty = Row::new();
    let head = sheet.rows.get(&0).unwrap_or(&empty);
    let mut columns = Columns::new();
    for (at, cell) in head {
        let title = match cell {
            Cell::Text(title) => normal(title),
            Cell::Other(what) => (*what).to_owned(),
        };
        let Some(column) = Column::of(language).find(|column| column.title() == title) else {
            return Err(format!(
                "unknown column “{title}”; take it out or give it its old title"
            ));
        };
        if columns.insert(column, *at).is_some() {
            return Err(format!("the column “{title}” is there twice; keep one"));
        }
    }
    let is_lost = |column: &Column| column.is_needed() && !columns.contains_key(column);
    match Column::of(language).find(is_lost) {
        Some(lost) => Err(format!(
            "the column “{}” is missing; export again",
            lost.title()
        )),
        None => Ok(columns),
    }
}

fn text(row: &Row, columns: &Columns, column: Column) -> Result<String, String> {
    match columns.get(&column).and_then(|at| row.get(at)) {
        None => Ok(String::new()),
        Some(Cell::Text(text)) => Ok(normal(text)),
        Some(Cell::Other(what)) => Err(format!(
            "“{}” holds {what} and not text; format the cell as text and write it again",
            column.title()
        )),
    }
}

/// The letter by which a spreadsheet program calls a column, counted from 0.
fn letter(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

/// What no text may be, whatever its reviewer would say. Fields that stay as they are have been judged
/// before.
fn sound(
    new: &Fields,
    old: &Fields,
    original: &TextFile,
    language: Language,
) -> Result<(), String> {
    if new.question.is_empty() {
        return Err("the question is empty; write it, or leave the row as it was".to_owned());
    }
    if new.answer.is_empty() && !original.is_action() {
        return Err("the answer is empty; write it, or leave the row as it was".to_owned());
    }
    for (column, text) in [
        (Column::Question, &new.question),
        (Column::Spoken, &new.spoken),
    ] {
        if text.contains('\n') {
            return Err(format!(
                "“{}” has a line break; write it on one line",
                column.title()
            ));
        }
    }
    let (new_keywords, old_keywords) = (new.keywords.join("\n"), old.keywords.join("\n"));
    let (new_wordings, old_wordings) = (new.wordings.join("\n"), old.wordings.join("\n"));
    let pairs = [
        (Column::Question, &new.question, &old.question),
        (Column::Spoken, &new.spoken, &old.spoken),
        (Column::Answer, &new.answer, &old.answer),
        (Column::Keywords, &new_keywords, &old_keywords),
        (Column::Wordings, &new_wordings, &old_wordings),
    ];
    for (column, new, old) in pairs {
        let bad = new.chars().find(|c| *c != '\n' && is_control(*c, language));
        if let Some(c) = bad.filter(|_| new != old) {
            return Err(format!(
                "“{}” has a control character U+{:04X}; take it out",
                column.title(),
                u32::from(c)
            ));
        }
    }
    Ok(())
}

/// Writes the files of a plan: all of them beside the old ones first, so that a full disk leaves everything
/// as it was.
///
/// # Errors
/// A file is no longer what it was when the plan was made, or cannot be written.
pub fn write(folder: &Path, writes: &[Write]) -> Result<(), SheetError> {
    for write in writes {
        let now = match std::fs::read_to_string(folder.join(&write.file)) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(&write.file, error)),
        };
        if now != write.before {
            return Err(SheetError::Raced(write.file.clone()));
        }
    }
    let fresh = |write: &Write| -> PathBuf { folder.join(format!("{}.new", write.file)) };
    for write in writes {
        if let Err(error) = std::fs::write(fresh(write), &write.after) {
            for write in writes {
                drop(std::fs::remove_file(fresh(write)));
            }
            return Err(failed(&write.file, error));
        }
    }
    for write in writes {
        std::fs::rename(fresh(write), folder.join(&write.file))
            .map_err(|error| failed(&write.file, error))?;
    }
    Ok(())
}

fn failed(file: &str, error: std::io::Error) -> SheetError {
    SheetError::File {
        file: file.to_owned(),
        error,
    }
}
