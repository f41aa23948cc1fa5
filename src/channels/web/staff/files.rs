//! The list of a day as a file for spreadsheets.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

use super::day::DayList;
use super::pages::Words;
use super::visits::Seen;
use super::{Fields, Web, terms};
use crate::separated;

/// The columns: the word for the head, and the width in characters.
const COLUMNS: [(&str, u8); 13] = [
    ("staff-desk-time", 8),
    ("staff-desk-mark", 10),
    ("staff-desk-code", 13),
    ("staff-desk-procedures", 34),
    ("staff-desk-people", 6),
    ("staff-desk-minutes", 8),
    ("staff-desk-language", 16),
    ("staff-desk-reading", 20),
    ("staff-desk-phone", 16),
    ("staff-desk-note", 30),
    ("staff-desk-made-by", 14),
    ("staff-desk-beyond-reason", 20),
    ("staff-desk-state", 12),
];

/// The rows of the file, the head first.
fn rows(t: &Words<'_>, list: &DayList<'_>) -> Vec<Vec<String>> {
    let head = COLUMNS.iter().map(|(name, _)| t(name)).collect();
    let visits = list.visits.iter().map(|seen| row(t, list, seen));
    std::iter::once(head).chain(visits).collect()
}

fn row(t: &Words<'_>, list: &DayList<'_>, seen: &Seen) -> Vec<String> {
    let reservation = &seen.reservation;
    let mark = list.mark(seen).map(|mark| t(terms::mark_id(mark)));
    let contact = &seen.contact;
    vec![
        terms::time(reservation.start().time()),
        mark.unwrap_or_default(),
        reservation.code.to_string(),
        terms::procedures(t, &reservation.procedures),
        reservation.people.to_string(),
        reservation.span.minutes().to_string(),
        seen.language.endonym().to_owned(),
        contact.reading.clone(),
        contact.phone.clone(),
        contact.note.clone(),
        seen.made_by.clone().unwrap_or_default(),
        seen.beyond.clone(),
        t(terms::state_id(&reservation.state)),
    ]
}

/// The rows as comma-separated values.
pub(in crate::channels::web) fn separated(rows: &[Vec<String>]) -> String {
    let lines = rows.iter().map(|row| separated::line(row));
    std::iter::once(separated::MARK.to_owned())
        .chain(lines)
        .collect()
}

/// The workbook. Every value is written as text, so none becomes a formula.
fn workbook(name: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let body = Format::new()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border(FormatBorder::Hair);
    let head = body
        .clone()
        .set_bold()
        .set_background_color(Color::RGB(0xD9_E2_F3));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    for (line, row) in (0u32..).zip(rows) {
        let look = if line == 0 { &head } else { &body };
        for (column, value) in (0u16..).zip(row) {
            sheet.write_string_with_format(line, column, value.as_str(), look)?;
        }
    }
    for (column, (_, width)) in (0u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    // A4, lying, one page wide.
    sheet.set_paper_size(9);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    book.save_to_buffer()
}

pub(super) async fn csv(
    State(web): State<Web>,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    file(&web, &headers, &fields, Kind::Csv)
}

pub(super) async fn xlsx(
    State(web): State<Web>,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    file(&web, &headers, &fields, Kind::Xlsx)
}

#[derive(Clone, Copy)]
enum Kind {
    Csv,
    Xlsx,
}

fn file(web: &Web, headers: &HeaderMap, fields: &Fields, kind: Kind) -> Response {
    if let Err(response) = super::clerk(web, headers) {
        return *response;
    }
    let list = match DayList::read(web, fields) {
        Ok(Some(list)) => list,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return super::failed(&error),
    };
    let rows = rows(&super::words(web), &list);
    let day = terms::iso(list.day);
    let (media, end, body) = match kind {
        Kind::Csv => (
            "text/csv; charset=utf-8",
            "csv",
            separated(&rows).into_bytes(),
        ),
        Kind::Xlsx => match workbook(&day, &rows) {
            Ok(book) => {
                let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                (media, "xlsx", book)
            }
            Err(error) => {
                tracing::error!(%error, "the workbook of a day could not be made");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        },
    };
    let name = format!("attachment; filename=\"{}-{day}.{end}\"", list.office.id);
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    (headers, body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_begin_with_their_marks() {
        let rows = vec![
            vec!["時刻".to_owned(), "番号".to_owned()],
            vec!["10:00".to_owned(), "=A1".to_owned()],
        ];
        assert_eq!(separated(&rows), "\u{feff}時刻,番号\r\n10:00,'=A1\r\n");
        let book = workbook("2026-12-01", &rows).unwrap();
        assert!(book.starts_with(b"PK"));
    }
}
