//! Reads the cells of a workbook, as text or as what they are instead of text.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError, open_workbook_from_rs};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    /// A number, a day, a formula: something that the spreadsheet program has made of what was typed.
    Other(&'static str),
}

/// The cells of a sheet that are not empty, by row and column from 0.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
}

/// Reads all sheets in their order. The cells are read one by one: a stray cell in the last row of a sheet
/// must not make a table of a million rows.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, XlsxError> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let names = book.sheet_names();
    let mut sheets = Vec::with_capacity(names.len());
    for name in names {
        let mut rows: BTreeMap<u32, BTreeMap<u32, Cell>> = BTreeMap::new();
        let mut cells = book.worksheet_cells_reader(&name)?;
        while let Some(cell) = cells.next_cell()? {
            let (row, column) = cell.get_position();
            if let Some(value) = value(cell.get_value()) {
                rows.entry(row).or_default().insert(column, value);
            }
        }
        drop(cells);
        let mut formulas = book.worksheet_cells_reader(&name)?;
        while let Some(cell) = formulas.next_formula()? {
            let (row, column) = cell.get_position();
            if !cell.get_value().is_empty() {
                rows.entry(row)
                    .or_default()
                    .insert(column, Cell::Other("a formula"));
            }
        }
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

fn value(data: &DataRef<'_>) -> Option<Cell> {
    let text = match data {
        DataRef::Empty => return None,
        DataRef::String(text) => text.as_str(),
        DataRef::SharedString(text) => text,
        DataRef::Int(_) | DataRef::Float(_) => return Some(Cell::Other("a number")),
        DataRef::Bool(_) => return Some(Cell::Other("a truth value")),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
            return Some(Cell::Other("a day or time"));
        }
        DataRef::Error(_) => return Some(Cell::Other("an error value")),
    };
    (!text.trim().is_empty()).then(|| Cell::Text(text.to_owned()))
}
