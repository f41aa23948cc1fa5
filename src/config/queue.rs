//! The section `[queue]` and the letters of the offices' tickets, checked.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::at_least;
use crate::desk::queue::rules::{QueueRules, Series};
use crate::desk::queue::ticket::SERIES_LETTERS;
use crate::desk::rules::Office;

/// Everything has a usual value, so that a file without the section runs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct QueueFile {
    early_minutes: u16,
    grace_minutes: u16,
    booked_limit_minutes: u16,
    turn_minutes: u16,
    booked_in_a_row: u8,
    recalls: u8,
    delay_minutes: u16,
    phone_tickets_max: u16,
    overtime_minutes: u16,
}

impl Default for QueueFile {
    fn default() -> QueueFile {
        let usual = QueueRules::default();
        QueueFile {
            early_minutes: usual.early_minutes,
            grace_minutes: usual.grace_minutes,
            booked_limit_minutes: usual.booked_limit_minutes,
            turn_minutes: usual.turn_minutes,
            booked_in_a_row: usual.booked_in_a_row,
            recalls: usual.recalls,
            delay_minutes: usual.delay_minutes,
            phone_tickets_max: usual.phone_tickets_max,
            overtime_minutes: usual.overtime_minutes,
        }
    }
}

impl QueueFile {
    pub(super) fn check(self) -> Result<QueueRules, String> {
        at_least("queue.booked_in_a_row", self.booked_in_a_row, 1)?;
        at_least("queue.delay_minutes", self.delay_minutes, 1)?;
        Ok(QueueRules {
            early_minutes: self.early_minutes,
            grace_minutes: self.grace_minutes,
            booked_limit_minutes: self.booked_limit_minutes,
            turn_minutes: self.turn_minutes,
            booked_in_a_row: self.booked_in_a_row,
            recalls: self.recalls,
            delay_minutes: self.delay_minutes,
            phone_tickets_max: self.phone_tickets_max,
            overtime_minutes: self.overtime_minutes,
        })
    }
}

/// The letters of an office's tickets; without `walk_in` it serves people with reservations only.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeriesFile {
    pub(super) booked: char,
    pub(super) walk_in: Option<char>,
}

impl From<&SeriesFile> for Series {
    fn from(file: &SeriesFile) -> Series {
        Series {
            booked: file.booked,
            walk_in: file.walk_in,
        }
    }
}

/// A number goes with its holder from office to office, so each letter stands for one series in all of them.
pub(super) fn check_letters(offices: &[Office]) -> Result<(), String> {
    let mut used = BTreeSet::new();
    for office in offices {
        let letters = [Some(office.series.booked), office.series.walk_in];
        for letter in letters.into_iter().flatten() {
            let id = &office.id;
            if !Series::is_clear(letter) {
                return Err(format!(
                    "office “{id}”: series: “{letter}” can be mistaken; take one of {SERIES_LETTERS}"
                ));
            }
            if !used.insert(letter) {
                return Err(format!(
                    "office “{id}”: series: “{letter}” is used twice; give each series its own letter"
                ));
            }
        }
    }
    Ok(())
}
