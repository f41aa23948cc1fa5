//! Hand-over sheets.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::case::handover::{Destination, Sheet};
use crate::desk::queue::counter::CounterNumber;
use crate::desk::rules::OfficeId;
use crate::ids::{CaseId, SheetCode, TicketId};

const COLUMNS: &str = "code, case_id, ticket, office, counter, department, note, made_by, made_at, taken_by, taken_at";

impl Tx<'_> {
    /// A code that no sheet has.
    ///
    /// # Errors
    /// The database fails.
    pub fn new_sheet_code(&mut self) -> Result<SheetCode, StoreError> {
        loop {
            let code = self.ids.sheet_code();
            let mut statement =
                (self.sql).prepare_cached("SELECT 1 FROM handovers WHERE code = ?1")?;
            if !statement.exists([&code.0])? {
                return Ok(code);
            }
        }
    }

    /// Keeps a new sheet.
    ///
    /// # Errors
    /// The database fails.
    pub fn make_sheet(&self, sheet: &Sheet, now: DateTime<Utc>) -> Result<(), StoreError> {
        let (office, counter, department) = match &sheet.to {
            Destination::Office { office, counter } => {
                (Some(office.as_str()), counter.map(|number| number.0), "")
            }
            Destination::Department(name) => (None, None, name.as_str()),
        };
        self.run(
            "INSERT INTO handovers (code, case_id, ticket, office, counter, department, note, made_by, made_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                sheet.code.0,
                sheet.case.map(|id| id.0),
                sheet.ticket.map(|id| id.0),
                office,
                counter,
                department,
                sheet.note,
                sheet.made_by,
                sheet.made_at.timestamp_millis()
            ],
        )?;
        self.audit(
            Actor::Clerk(&sheet.made_by),
            "make-sheet",
            &sheet.code.0,
            "",
            "open",
            now,
        )
    }

    /// A sheet by its code.
    ///
    /// # Errors
    /// The database fails.
    pub fn sheet(&self, code: &SheetCode) -> Result<Option<Sheet>, StoreError> {
        sheet(self.sql, code)
    }

    /// Notes who has taken a sheet over.
    ///
    /// # Errors
    /// The database fails.
    pub fn take_sheet(
        &self,
        code: &SheetCode,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE handovers SET taken_by = ?2, taken_at = ?3 WHERE code = ?1 AND taken_at IS NULL",
            params![code.0, by, now.timestamp_millis()],
        )?;
        self.audit(
            Actor::Clerk(by),
            "take-sheet",
            &code.0,
            "open",
            "taken",
            now,
        )
    }
}

/// A sheet by its code.
///
/// # Errors
/// The database fails.
pub fn sheet(sql: &Connection, code: &SheetCode) -> Result<Option<Sheet>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM handovers WHERE code = ?1");
    let mut statement = sql.prepare_cached(&query)?;
    Ok(statement.query_row([&code.0], read).optional()?)
}

/// The sheets since then that nobody has taken over, the newest first.
///
/// # Errors
/// The database fails.
pub fn open_sheets(sql: &Connection, since: DateTime<Utc>) -> Result<Vec<Sheet>, StoreError> {
    let query = format!(
        "SELECT {COLUMNS} FROM handovers WHERE taken_at IS NULL AND made_at >= ?1 ORDER BY id DESC LIMIT 100"
    );
    let mut statement = sql.prepare_cached(&query)?;
    let rows = statement.query_map([since.timestamp_millis()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The sheets of a case, oldest first.
///
/// # Errors
/// The database fails.
pub fn sheets_of(sql: &Connection, case: CaseId) -> Result<Vec<Sheet>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM handovers WHERE case_id = ?1 ORDER BY id");
    let mut statement = sql.prepare_cached(&query)?;
    let rows = statement.query_map([case.0], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Sheet> {
    let office: Option<String> = row.get(3)?;
    let counter: Option<u8> = row.get(4)?;
    let department: String = row.get(5)?;
    let to = match office.as_deref().and_then(OfficeId::read) {
        Some(office) => Destination::Office {
            office,
            counter: counter.map(CounterNumber),
        },
        None => Destination::Department(department),
    };
    let taken_by: Option<String> = row.get(9)?;
    let taken_at: Option<i64> = row.get(10)?;
    Ok(Sheet {
        code: SheetCode(row.get(0)?),
        case: row.get::<_, Option<i64>>(1)?.map(CaseId),
        ticket: row.get::<_, Option<i64>>(2)?.map(TicketId),
        to,
        note: row.get(6)?,
        made_by: row.get(7)?,
        made_at: at(row.get(8)?),
        taken: taken_by.zip(taken_at.map(at)),
    })
}
