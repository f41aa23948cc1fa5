//! `madoguchi audit`: whether the audit log is whole, and its rows for those who inspect it.

use std::io::Write;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use clap::{Args, Subcommand, ValueEnum};

use crate::desk::audit::moment;
use crate::desk::rules::instant;
use crate::separated;
use crate::store::StoreError;
use crate::store::audit::{AuditRow, BEGINNING, Chain};

#[derive(Clone, Debug, Subcommand)]
pub enum Audit {
    /// Follow the chain of the rows: the exit code is 0 when it is whole, and 1 with the first broken row when not
    Verify {
        /// A hash that was noted earlier as that of the newest row; its row must still be there
        #[arg(long, value_name = "HASH", value_parser = hash)]
        expect: Option<String>,
    },
    /// Write the rows to standard output, the oldest first
    Export(ExportArguments),
}

/// Which rows are written, and how.
#[derive(Clone, Debug, Args)]
pub struct ExportArguments {
    /// The first day, for example 2026-12-01; from the beginning without it
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,
    /// The last day; until now without it
    #[arg(long, value_name = "DAY")]
    until: Option<NaiveDate>,
    /// csv for spreadsheets, jsonl to reckon the hashes anew
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Csv,
    Jsonl,
}

/// Why an export came to its end.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Output(#[from] std::io::Error),
}

fn hash(text: &str) -> Result<String, String> {
    let is_hash = text.len() == BEGINNING.len() && text.bytes().all(|b| b.is_ascii_hexdigit());
    is_hash
        .then(|| text.to_ascii_lowercase())
        .ok_or_else(|| "a hash has 64 digits, 0 to 9 and a to f".to_owned())
}

impl ExportArguments {
    /// From when until when, in days of the city.
    #[must_use]
    pub fn range(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let midnight = |day: NaiveDate| instant(day.and_time(NaiveTime::MIN));
        let from = self.from.map_or(DateTime::<Utc>::MIN_UTC, midnight);
        let until = self.until.map_or(DateTime::<Utc>::MAX_UTC, |day| {
            midnight(day + TimeDelta::days(1))
        });
        (from, until)
    }

    /// Writes what stands above the rows.
    ///
    /// # Errors
    /// The output fails.
    pub fn head(&self, out: &mut impl Write) -> std::io::Result<()> {
        match self.format {
            Format::Csv => {
                let names = [
                    "id", "at", "who", "what", "subject", "before", "after", "hash",
                ];
                write!(out, "{}{}", separated::MARK, separated::line(&names))
            }
            Format::Jsonl => Ok(()),
        }
    }

    /// Writes a row.
    ///
    /// # Errors
    /// The output fails.
    pub fn row(&self, row: &AuditRow, out: &mut impl Write) -> std::io::Result<()> {
        match self.format {
            Format::Csv => {
                let (id, at) = (row.id.to_string(), moment(row.at));
                let values = [
                    &id,
                    &at,
                    &row.who,
                    &row.what,
                    &row.subject,
                    &row.before,
                    &row.after,
                    &row.hash,
                ];
                write!(out, "{}", separated::line(&values))
            }
            Format::Jsonl => {
                let value = serde_json::json!({
                    "id": row.id,
                    "at": row.at.timestamp_millis(),
                    "time": moment(row.at),
                    "who": row.who,
                    "what": row.what,
                    "subject": row.subject,
                    "before": row.before,
                    "after": row.after,
                    "hash": row.hash,
                });
                writeln!(out, "{value}")
            }
        }
    }
}

/// Says that a chain is whole, with the hash to note.
///
/// # Errors
/// The output fails.
pub fn whole(chain: &Chain, out: &mut impl Write) -> std::io::Result<()> {
    let time = |at: Option<DateTime<Utc>>| at.map_or_else(|| "-".to_owned(), moment);
    writeln!(out, "whole\t{} rows", chain.rows)?;
    writeln!(out, "first\t{}", time(chain.first))?;
    writeln!(out, "last\t{}", time(chain.last))?;
    writeln!(out, "head\t{}", chain.head)
}
