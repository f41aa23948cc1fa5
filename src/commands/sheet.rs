//! `madoguchi faq export` and `faq import`: the texts as a spreadsheet, and back.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::Path;

use chrono::NaiveDate;

use crate::desk::language::Language;
use crate::library::check::check;
use crate::library::review::{self, Selection};
use crate::library::sheet::{self, Export, SheetError};
use crate::library::{LEDGER, Library, Rule, Severity};

/// Writes the workbook, and never over one: that may be the work of a translator.
///
/// # Errors
/// Nothing can be exported, or the file is there already or cannot be written.
pub fn export(export: &Export<'_>, file: &Path, out: &mut impl Write) -> Result<(), SheetError> {
    let (bytes, count) = sheet::export(export)?;
    let name = file.display().to_string();
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => SheetError::Exists(name.clone()),
        _ => SheetError::File {
            file: name.clone(),
            error,
        },
    };
    let mut to = std::fs::File::create_new(file).map_err(failed)?;
    to.write_all(&bytes).map_err(failed)?;
    writeln!(out, "{name}: {count} texts")?;
    Ok(())
}

/// What an import needs to know.
pub struct Import<'a> {
    /// Reads the library again, with what was written.
    pub load: &'a dyn Fn() -> Library,
    pub folder: &'a Path,
    /// The languages that the city offers.
    pub languages: &'a [Language],
    /// The name under which the texts are handed in.
    pub by: &'a str,
    pub today: NaiveDate,
    /// Take what is sound even when something is refused.
    pub partial: bool,
}

/// Brings a workbook in, hands in what it changed, and tells what is wrong in it; true when nothing was
/// refused.
///
/// # Errors
/// The workbook cannot be read, or a file cannot be written.
pub fn import(
    import: &Import<'_>,
    library: &Library,
    file: &Path,
    out: &mut impl Write,
) -> Result<bool, SheetError> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| SheetError::File {
        file: name.clone(),
        error,
    })?;
    let plan = sheet::plan(library, import.languages, &name, &bytes)?;
    for refused in &plan.refused {
        writeln!(out, "{refused}")?;
    }
    if !plan.refused.is_empty() && !import.partial {
        writeln!(
            out,
            "{} rows refused; nothing was written (--partial takes the other {})",
            plan.refused.len(),
            plan.writes.len()
        )?;
        return Ok(false);
    }
    if !plan.writes.is_empty() {
        sheet::write(import.folder, &plan.writes)?;
        let library = hand_in(import, &plan.writes)?;
        for fault in check(&library, import.today) {
            let is_news = fault.severity == Severity::Error
                || !matches!(fault.rule, Rule::Waiting | Rule::WordingWaits);
            if is_news && plan.writes.iter().any(|write| write.file == fault.file) {
                writeln!(out, "{fault}")?;
            }
        }
    }
    for write in &plan.writes {
        let verb = if write.before.is_some() {
            "changed"
        } else {
            "new"
        };
        writeln!(out, "{verb}: {}", write.file)?;
    }
    writeln!(
        out,
        "{} texts written and handed in, {} rows refused",
        plan.writes.len(),
        plan.refused.len()
    )?;
    Ok(plan.refused.is_empty())
}

/// Hands in exactly the texts that were written.
fn hand_in(import: &Import<'_>, writes: &[sheet::Write]) -> Result<Library, SheetError> {
    let mut entries: BTreeMap<Language, Vec<String>> = BTreeMap::new();
    for write in writes {
        entries
            .entry(write.language)
            .or_default()
            .push(write.entry.clone());
    }
    let mut library = (import.load)();
    for (language, entries) in entries {
        let only = Selection {
            entries,
            languages: vec![language],
        };
        let (ledger, _) = review::submit(&library, &only, import.by, import.today);
        library.ledger = ledger;
    }
    review::save(import.folder, &library.ledger).map_err(|error| SheetError::File {
        file: LEDGER.to_owned(),
        error,
    })?;
    Ok((import.load)())
}
