//! What staff have entered into the calendar, and the rules with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rusqlite::{Connection, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::audit as words;
use crate::desk::calendar::{Change, Entry, Hours};
use crate::desk::rules::{OfficeId, Rules};

/// The rules with the entries, kept between jobs until somebody writes to the file.
#[derive(Debug, Default)]
pub struct RulesCache(Option<Arc<Rules>>);

impl RulesCache {
    pub fn clear(&mut self) {
        self.0 = None;
    }
}

const DAY: &str = "%Y-%m-%d";
const TIME: &str = "%H:%M";

/// Every entry, the oldest first: who changed what and when.
///
/// # Errors
/// The database fails or holds something that is no entry.
pub fn entries(sql: &Connection) -> Result<Vec<Entry>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT day, office, kind, opens, closes, counters, reason, who, at FROM calendar_entries ORDER BY id",
    )?;
    let rows = statement.query_map([], |row| {
        let raw = Raw {
            day: row.get(0)?,
            office: row.get(1)?,
            kind: row.get(2)?,
            opens: row.get(3)?,
            closes: row.get(4)?,
            counters: row.get(5)?,
        };
        let (reason, who, millis): (String, String, i64) = (row.get(6)?, row.get(7)?, row.get(8)?);
        Ok((raw, reason, who, at(millis)))
    })?;
    let entry = |(raw, reason, who, at): (Raw, String, String, DateTime<Utc>)| {
        let (day, office, change) = raw
            .read()
            .ok_or(StoreError::Row("an entry of the calendar of no known kind"))?;
        Ok(Entry {
            day,
            office,
            change,
            reason,
            who,
            at,
        })
    };
    rows.map(|row| entry(row?)).collect()
}

struct Raw {
    day: String,
    office: Option<String>,
    kind: String,
    opens: Option<String>,
    closes: Option<String>,
    counters: Option<u8>,
}

impl Raw {
    fn read(&self) -> Option<(NaiveDate, Option<OfficeId>, Change)> {
        let day = NaiveDate::parse_from_str(&self.day, DAY).ok()?;
        let office = match &self.office {
            Some(id) => Some(OfficeId::read(id)?),
            None => None,
        };
        let time = |text: &String| NaiveTime::parse_from_str(text, TIME).ok();
        let hours = match (&self.opens, &self.closes) {
            (Some(opens), Some(closes)) => Some(Hours {
                opens: time(opens)?,
                closes: time(closes)?,
            }),
            _ => None,
        };
        let change = match self.kind.as_str() {
            "closed" => Change::Closed,
            "open" => Change::Open {
                hours,
                counters: self.counters,
            },
            "rule" => Change::Rule,
            _ => return None,
        };
        Some((day, office, change))
    }
}

/// The newest entry for each day and office, as the calendar wants them.
#[must_use]
pub fn in_force(entries: Vec<Entry>) -> BTreeMap<NaiveDate, Vec<Entry>> {
    let mut days: BTreeMap<NaiveDate, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        let list = days.entry(entry.day).or_default();
        list.retain(|older| older.office != entry.office);
        list.push(entry);
    }
    days
}

/// The rules of the configuration with what staff have entered.
///
/// # Errors
/// The database fails.
pub fn rules(sql: &Connection, base: &Rules) -> Result<Rules, StoreError> {
    let mut rules = base.clone();
    rules.calendar.entries = in_force(entries(sql)?);
    Ok(rules)
}

/// A reservation that stands outside of what is open by now, for the staff to call or write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub code: String,
    pub office: OfficeId,
    pub start: chrono::NaiveDateTime,
    pub minutes: u16,
    pub language: String,
    /// Whether a message reaches the resident.
    pub reachable: bool,
}

/// The booked reservations from `now` on that stand outside of what is open, the first one first.
///
/// # Errors
/// The database fails.
pub fn conflicts(
    sql: &Connection,
    rules: &Rules,
    now: DateTime<Utc>,
) -> Result<Vec<Conflict>, StoreError> {
    let lines = super::lists::outside(sql, rules, now)?;
    let conflict = |line: super::lists::Line| Conflict {
        code: line.reservation.code.to_string(),
        start: line.reservation.start(),
        minutes: line.reservation.span.minutes(),
        office: line.reservation.span.office,
        language: line.language.tag().to_owned(),
        reachable: line.reachable,
    };
    Ok(lines.into_iter().map(conflict).collect())
}

impl Tx<'_> {
    /// The rules as they are in force now: the configuration's with what staff have entered.
    ///
    /// # Errors
    /// The database fails.
    pub fn rules(&mut self, base: &Rules) -> Result<Arc<Rules>, StoreError> {
        if let Some(rules) = &self.cache.rules.0 {
            return Ok(Arc::clone(rules));
        }
        let rules = Arc::new(rules(self.sql, base)?);
        self.cache.rules.0 = Some(Arc::clone(&rules));
        Ok(rules)
    }

    /// Keeps an entry; it is in force with the commit.
    ///
    /// # Errors
    /// The database fails.
    pub fn enter(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let (kind, hours, counters) = match &entry.change {
            Change::Closed => ("closed", None, None),
            Change::Open { hours, counters } => ("open", *hours, *counters),
            Change::Rule => ("rule", None, None),
        };
        let time = |time: NaiveTime| time.format(TIME).to_string();
        let mut before = in_force(entries(self.sql)?);
        let before = before.remove(&entry.day).unwrap_or_default();
        let before = before.iter().find(|older| older.office == entry.office);
        self.run(
            "INSERT INTO calendar_entries (day, office, kind, opens, closes, counters, reason, who, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                entry.day.format(DAY).to_string(),
                entry.office.as_ref().map(OfficeId::as_str),
                kind,
                hours.map(|hours| time(hours.opens)),
                hours.map(|hours| time(hours.closes)),
                counters,
                entry.reason,
                entry.who,
                entry.at.timestamp_millis(),
            ],
        )?;
        self.cache.rules.clear();
        let mut subject = entry.day.format(DAY).to_string();
        if let Some(office) = &entry.office {
            subject.push_str(&format!("/{office}"));
        }
        self.audit(
            Actor::Clerk(&entry.who),
            "calendar",
            &subject,
            &before.map_or_else(String::new, |older| words::day(&older.change)),
            &words::day(&entry.change),
            entry.at,
        )
    }
}
