//! A workbook on somebody's desk, and what it does to a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use madoguchi::commands::sheet::{Import, export, import};
use madoguchi::desk::language::Language;
use madoguchi::library::Library;
use madoguchi::library::review::Selection;
use madoguchi::library::sheet::Export;
use rust_xlsxwriter::{Formula, Workbook};

use super::BOTH;
use crate::faq::{load, today};
use crate::harness::Scratch;

/// Every file of a folder with its bytes.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    files
}

/// The names of the files that are different, from the folder on.
pub fn changed(folder: &Path, before: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let after = files(folder);
    let names = before.keys().chain(after.keys());
    let mut changed: Vec<String> = names
        .filter(|path| before.get(*path) != after.get(*path))
        .map(|path| {
            path.strip_prefix(folder)
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    changed.sort();
    changed.dedup();
    changed
}

/// A cell as a spreadsheet program may leave it.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    Text(String),
    Number(f64),
    Formula(&'static str),
}

impl From<&str> for Typed {
    fn from(text: &str) -> Typed {
        Typed::Text(text.to_owned())
    }
}

/// A workbook on somebody's desk.
pub struct Book {
    pub at: Scratch,
    pub sheets: Vec<(String, Vec<Vec<Typed>>)>,
}

impl Book {
    /// Exports the library and opens what came out.
    pub fn export(
        library: &Library,
        languages: &[Language],
        only: &Selection,
        waiting: bool,
    ) -> Book {
        let at = Scratch::new();
        let file = at.file("texts.xlsx");
        let ask = Export {
            library,
            languages,
            only,
            waiting,
            today: today(),
        };
        export(&ask, &file, &mut Vec::new()).unwrap();
        let mut book: Xlsx<_> = open_workbook(&file).unwrap();
        let sheets = book.worksheets().into_iter().map(|(name, range)| {
            let text = |cell: &Data| match cell {
                Data::Empty => "".into(),
                Data::String(text) => text.as_str().into(),
                other => panic!("{other:?} should be text"),
            };
            let rows = range.rows().map(|row| row.iter().map(text).collect());
            (name, rows.collect())
        });
        Book {
            sheets: sheets.collect(),
            at,
        }
    }

    pub fn small(scratch: &Scratch) -> Book {
        Book::export(&load(scratch), &BOTH, &Selection::default(), false)
    }

    pub fn names(&self) -> Vec<&str> {
        self.sheets.iter().map(|(name, _)| name.as_str()).collect()
    }

    pub fn rows(&mut self, sheet: &str) -> &mut Vec<Vec<Typed>> {
        let found = self.sheets.iter_mut().find(|(name, _)| name == sheet);
        &mut found.unwrap().1
    }

    /// Types into a cell; the first row is the titles.
    pub fn set(&mut self, sheet: &str, row: usize, column: usize, text: impl Into<Typed>) {
        self.rows(sheet)[row][column] = text.into();
    }

    pub fn get(&mut self, sheet: &str, row: usize, column: usize) -> String {
        match &self.rows(sheet)[row][column] {
            Typed::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    /// Saves the workbook the way another program does, without looks and protection.
    pub fn save(&self) -> PathBuf {
        let mut book = Workbook::new();
        for (name, rows) in &self.sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (r, row) in (0..).zip(rows) {
                for (c, cell) in (0..).zip(row) {
                    let written = match cell {
                        Typed::Text(text) if text.is_empty() => continue,
                        Typed::Text(text) => sheet.write_string(r, c, text),
                        Typed::Number(n) => sheet.write_number(r, c, *n),
                        Typed::Formula(f) => {
                            sheet.write_formula(r, c, Formula::new(*f).set_result("2"))
                        }
                    };
                    written.unwrap();
                }
            }
        }
        let file = self.at.file("back.xlsx");
        book.save(&file).unwrap();
        file
    }

    pub fn import(&self, scratch: &Scratch) -> (bool, String) {
        bring(scratch, &self.save(), &BOTH, &|| load(scratch), false)
    }

    /// The one line by which it was refused; nothing is written then.
    pub fn refused(&self, scratch: &Scratch) -> String {
        let before = files(&scratch.0);
        let (sound, said) = self.import(scratch);
        assert!(!sound, "{said}");
        assert_eq!(changed(&scratch.0, &before), [""; 0], "{said}");
        let line = said.lines().next().unwrap();
        line.split_once("back.xlsx!").unwrap().1.to_owned()
    }
}

pub fn bring(
    scratch: &Scratch,
    file: &Path,
    languages: &[Language],
    load: &dyn Fn() -> Library,
    partial: bool,
) -> (bool, String) {
    let ask = Import {
        load,
        folder: &scratch.0,
        languages,
        by: "author",
        today: today(),
        partial,
    };
    let mut said = Vec::new();
    let sound = import(&ask, &load(), file, &mut said).unwrap();
    (sound, String::from_utf8(said).unwrap())
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}
