//! Makes the workbook.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};

use super::{Column, Fields, NO_STAMP, READ_ME, SheetError, file_beside, is_broken, offered};
use crate::desk::language::Language;
use crate::library::review::Selection;
use crate::library::{Library, State, TextFile};

/// What a workbook is made of.
#[derive(Clone, Debug)]
pub struct Export<'a> {
    pub library: &'a Library,
    /// The languages that the city offers; sheets are made for no other.
    pub languages: &'a [Language],
    pub only: &'a Selection,
    /// Leave out what is approved as it stands.
    pub waiting: bool,
    /// Goes into the properties of the workbook, so that the same texts make the same file on the same day.
    pub today: NaiveDate,
}

/// The workbook as bytes, and how many texts are in it.
///
/// # Errors A language that is not offered, an entry that is not there, nothing to export, or a text too
/// long for a cell.
pub fn export(export: &Export<'_>) -> Result<(Vec<u8>, usize), SheetError> {
    let languages = offered(&export.only.languages, export.languages)?;
    let originals: BTreeMap<&str, &TextFile> = export
        .library
        .texts
        .iter()
        .filter(|text| text.language == Language::Ja)
        .map(|text| (text.entry.as_str(), text))
        .collect();
    let is_there = |entry: &&String| originals.contains_key(entry.as_str());
    if let Some(stranger) = export.only.entries.iter().find(|entry| !is_there(entry)) {
        return Err(SheetError::NoEntry(stranger.clone()));
    }
    let looks = Looks::new();
    let mut book = Workbook::new();
    let make = |error| SheetError::Unwritable(READ_ME.to_owned(), error);
    book.set_properties(&properties(export.today).map_err(make)?);
    read_me(book.add_worksheet(), &looks).map_err(make)?;
    let mut count = 0;
    for language in languages {
        let rows = rows(export, &originals, language);
        if rows.is_empty() {
            continue;
        }
        let sheet = book.add_worksheet();
        let unwritable = |error| SheetError::Unwritable(language.tag().to_owned(), error);
        head(sheet, language, rows.len(), &looks).map_err(unwritable)?;
        for (n, row) in rows.iter().enumerate() {
            let name = || format!("{} in {language}", row.original.entry);
            body(sheet, n, row, language, &looks)
                .map_err(|error| SheetError::Unwritable(name(), error))?;
        }
        count += rows.len();
    }
    if count == 0 {
        return Err(SheetError::Nothing);
    }
    Ok((book.save_to_buffer().map_err(make)?, count))
}

fn properties(today: NaiveDate) -> Result<DocProperties, XlsxError> {
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(today.year()).unwrap_or(1900);
    let day = ExcelDateTime::from_ymd(year, part(today.month()), part(today.day()))?;
    let properties = DocProperties::new().set_title("窓口の回答 Answers of the counter");
    Ok(properties.set_creation_datetime(&day))
}

/// A text, or the place of one that is missing, with the Japanese it belongs to.
struct Row<'a> {
    original: &'a TextFile,
    text: Option<&'a TextFile>,
}

fn rows<'a>(
    export: &Export<'a>,
    originals: &BTreeMap<&'a str, &'a TextFile>,
    language: Language,
) -> Vec<Row<'a>> {
    let library = export.library;
    let there: BTreeMap<&str, &TextFile> = library
        .texts
        .iter()
        .filter(|text| text.language == language)
        .map(|text| (text.entry.as_str(), text))
        .collect();
    let asked = |entry: &str| {
        export.only.entries.is_empty() || export.only.entries.iter().any(|e| e == entry)
    };
    let mut rows: Vec<Row<'_>> = originals
        .values()
        .filter(|original| asked(&original.entry))
        .map(|original| Row {
            original,
            text: there.get(original.entry.as_str()).copied(),
        })
        // A file that cannot be read must be mended first; an empty row would offer to write over it.
        .filter(|row| {
            row.text.is_some() || !is_broken(library, &file_beside(row.original, language))
        })
        .filter(|row| !export.waiting || row.text.is_none_or(is_waiting))
        .collect();
    rows.sort_by_key(|row| (&row.original.category, &row.original.entry));
    rows
}

fn is_waiting(text: &TextFile) -> bool {
    !matches!(text.state, State::Approved { .. }) || !text.wordings_waiting.is_empty()
}

/// The number of the built-in format “@”, text: it keeps “12/5” from becoming a day.
const TEXT_FORMAT: u8 = 49;

/// The looks of cells.
struct Looks {
    title: Format,
    head: Format,
    locked: Format,
    open: Format,
}

impl Looks {
    fn new() -> Looks {
        let top = || Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let cell = || {
            top()
                .set_num_format_index(TEXT_FORMAT)
                .set_border(FormatBorder::Hair)
        };
        let grey = Color::RGB(0xEE_EE_EE);
        Looks {
            title: top().set_bold(),
            head: cell()
                .set_bold()
                .set_background_color(Color::RGB(0xD9_E2_F3)),
            locked: cell().set_background_color(grey),
            open: cell().set_unlocked(),
        }
    }
}

fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    });
}

const EXPLANATION: [(&str, &str); 10] = [
    ("この表の使い方", "How to use this workbook"),
    (
        "言語ごとにシートが1枚あり、1行が1つの回答です。",
        "There is one sheet for each language, and each row is one answer.",
    ),
    (
        "白いセルだけを書き換えてください。灰色のセルは読むためのものです。",
        "Write in the white cells only. The grey ones are for reading.",
    ),
    (
        "キーワードと言い方は、1行に1つずつ書きます（セル内の改行は Alt+Enter、LibreOffice では Ctrl+Enter）。",
        "Write keywords and wordings one on each line (line break: Alt+Enter, in LibreOffice Ctrl+Enter).",
    ),
    (
        "質問と読み上げは1行で書きます。読み上げは120字までの短い答えです。",
        "Question and spoken answer are one line each. The spoken answer is short: at most 120 characters.",
    ),
    (
        "{city-phone} のような波かっこの部分は、そのまま残してください。日付・金額・電話番号は日本語と同じにします。",
        "Leave parts in braces such as {city-phone} as they are. Dates, fees and telephone numbers are those of the Japanese.",
    ),
    (
        "まだ訳のない行は、照合の列が「-」です。質問と回答を書くと新しい訳になります。空のままなら何も起きません。",
        "Where a translation is missing the hash is “-”. Write question and answer to add it, or leave the row empty.",
    ),
    (
        "差し戻された回答には、審査のコメントがあります。直して返してください。",
        "A text that was returned has the reviewer's comment. Mend it and send it back.",
    ),
    (
        "シートと列の名前は変えないでください。いらないシートは消してもかまいません。",
        "Do not rename sheets or columns. Sheets that you do not need may be deleted.",
    ),
    (
        "取り込み: madoguchi faq import --by 名前 ファイル.xlsx。書き換えた回答は審査を待ちます。",
        "To bring it in: madoguchi faq import --by NAME FILE.xlsx. What was changed then waits for review.",
    ),
];

fn read_me(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(READ_ME)?;
    for (row, (ja, en)) in (0u32..).zip(EXPLANATION) {
        let look = if row == 0 {
            &looks.title
        } else {
            &looks.locked
        };
        sheet.write_string_with_format(row, 0, ja, look)?;
        sheet.write_string_with_format(row, 1, en, look)?;
    }
    sheet.set_column_width(0, 70)?;
    sheet.set_column_width(1, 70)?;
    protect(sheet);
    Ok(())
}

fn head(
    sheet: &mut Worksheet,
    language: Language,
    rows: usize,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(language.tag())?;
    let mut last = 0;
    for (at, column) in (0u16..).zip(Column::of(language)) {
        sheet.write_string_with_format(0, at, column.title(), &looks.head)?;
        sheet.set_column_width(at, column.width())?;
        last = at;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, u32::try_from(rows).unwrap_or(u32::MAX), last)?;
    protect(sheet);
    Ok(())
}

fn body(
    sheet: &mut Worksheet,
    n: usize,
    row: &Row<'_>,
    language: Language,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let line = u32::try_from(n + 1).unwrap_or(u32::MAX);
    let there = row.text.map(Fields::of);
    let stamp = there.as_ref().map_or(NO_STAMP.to_owned(), Fields::stamp);
    let fields = there.unwrap_or_default();
    let original = row.original;
    let comment = match row.text.map(|text| &text.state) {
        Some(State::Returned { comment, .. }) => comment.as_str(),
        _ => "",
    };
    for (at, column) in (0u16..).zip(Column::of(language)) {
        let value = match column {
            Column::Entry => original.entry.clone(),
            Column::Category => original.category.clone(),
            Column::State => state(row.text),
            Column::JaQuestion => original.question.clone(),
            Column::JaSpoken => original.spoken.clone().unwrap_or_default(),
            Column::JaAnswer => original.body.replace("\r\n", "\n"),
            Column::Question => fields.question.clone(),
            Column::Spoken => fields.spoken.clone(),
            Column::Answer => fields.answer.clone(),
            Column::Keywords => fields.keywords.join("\n"),
            Column::Wordings => fields.wordings.join("\n"),
            Column::Comment => comment.to_owned(),
            Column::Stamp => stamp.clone(),
        };
        let look = if column.is_open() {
            &looks.open
        } else {
            &looks.locked
        };
        // Always as a string: what begins with = + - @ must not become a formula.
        sheet.write_string_with_format(line, at, value, look)?;
    }
    Ok(())
}

/// Where a text stands, in both languages.
fn state(text: Option<&TextFile>) -> String {
    let Some(text) = text else {
        return "訳なし missing".to_owned();
    };
    match &text.state {
        State::NotSubmitted => "未提出 not handed in".to_owned(),
        State::Waiting { .. } => "審査待ち waiting".to_owned(),
        State::Returned { .. } => "差し戻し returned".to_owned(),
        State::Stale => "日本語が変更 Japanese changed".to_owned(),
        State::Approved { .. } if !text.wordings_waiting.is_empty() => {
            "言い方が審査待ち wordings wait".to_owned()
        }
        State::Approved { .. } => "承認済み approved".to_owned(),
    }
}
