//! What the staff's pages look up: coming visits by what somebody says on the telephone, and the lists.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rusqlite::{Connection, params};
use unicode_normalization::UnicodeNormalization;

use super::calendar::entries;
use super::lists::{self, Line};
use super::waits::waiting_list;
use super::{Store, StoreError};
use crate::desk::calendar::Entry;
use crate::desk::rules::{OfficeId, Rules, civil, instant};
use crate::desk::waiting::Wait;
use crate::ids::ReservationId;

const FOUND_MAX: u8 = 20;

/// The booked visits from today on with this code, or part of the code, the reading or the telephone number, the first
/// one first.
///
/// # Errors
/// The database fails.
pub fn coming(sql: &Connection, text: &str, now: DateTime<Utc>) -> Result<Vec<Line>, StoreError> {
    let Some(patterns) = Patterns::of(text) else {
        return Ok(Vec::new());
    };
    let midnight = instant(civil(now).date().and_time(NaiveTime::MIN));
    let mut statement = sql.prepare_cached(
        "SELECT r.id FROM reservations r LEFT JOIN contacts c ON c.reservation = r.id
         WHERE r.state = 'booked' AND r.start_at >= ?1
           AND (replace(r.code, '-', '') LIKE ?2 ESCAPE '\\'
             OR replace(replace(c.phone, '-', ''), ' ', '') LIKE ?3 ESCAPE '\\'
             OR replace(c.reading, ' ', '') LIKE ?4 ESCAPE '\\'
             OR replace(c.reading, ' ', '') LIKE ?5 ESCAPE '\\')
         ORDER BY r.start_at, r.id LIMIT ?6",
    )?;
    let values = params![
        midnight.timestamp_millis(),
        patterns.code,
        patterns.phone,
        patterns.hiragana,
        patterns.katakana,
        FOUND_MAX
    ];
    let rows = statement.query_map(values, |row| row.get(0))?;
    let ids: Vec<i64> = rows.collect::<Result<_, _>>()?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(lists::one(sql, ReservationId(id))?);
    }
    Ok(found)
}

/// What is looked for in each column; a pattern that is not there finds nothing.
#[derive(Debug, PartialEq, Eq)]
struct Patterns {
    code: Option<String>,
    phone: Option<String>,
    hiragana: String,
    katakana: String,
}

impl Patterns {
    fn of(text: &str) -> Option<Patterns> {
        let flat: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
        if flat.is_empty() {
            return None;
        }
        let is_dash = |c: &char| matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | 'ー');
        let plain: String = flat.chars().filter(|c| !is_dash(c)).collect();
        let all = |fits: fn(&char) -> bool| !plain.is_empty() && plain.chars().all(|c| fits(&c));
        let (is_code, is_phone) = (all(char::is_ascii_alphanumeric), all(char::is_ascii_digit));
        Some(Patterns {
            code: is_code.then(|| part(&plain.to_ascii_uppercase())),
            phone: is_phone.then(|| part(&plain)),
            hiragana: part(&flat.chars().map(hiragana).collect::<String>()),
            katakana: part(&flat.chars().map(katakana).collect::<String>()),
        })
    }
}

/// A pattern for `LIKE` that finds a part as it is written.
fn part(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// The two syllabaries lie so far apart.
const KANA_APART: u32 = 0x60;

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - KANA_APART).unwrap_or(c),
        other => other,
    }
}

fn katakana(c: char) -> char {
    match c {
        'ぁ'..='ゖ' => char::from_u32(u32::from(c) + KANA_APART).unwrap_or(c),
        other => other,
    }
}

impl Store {
    /// The visits of an office on a day, whatever became of them, the first one first.
    ///
    /// # Errors
    /// The database fails.
    pub fn visits_on(&self, office: &OfficeId, day: NaiveDate) -> Result<Vec<Line>, StoreError> {
        self.read(|sql| lists::day(sql, office, day))
    }

    /// One visit, or none.
    ///
    /// # Errors
    /// The database fails.
    pub fn visit(&self, id: ReservationId) -> Result<Vec<Line>, StoreError> {
        self.read(|sql| Ok(lists::one(sql, id)?.into_iter().collect()))
    }

    /// The visit with a code, whatever its state.
    ///
    /// # Errors
    /// The database fails.
    pub fn visit_by_code(
        &self,
        code: &crate::ids::ReservationCode,
    ) -> Result<Option<ReservationId>, StoreError> {
        self.read(|sql| lists::by_code(sql, code))
    }

    /// The booked visits left outside of what is open.
    ///
    /// # Errors
    /// The database fails.
    pub fn visits_outside(
        &self,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<Vec<Line>, StoreError> {
        self.read(|sql| lists::outside(sql, rules, now))
    }

    /// The coming visits that fit what somebody says.
    ///
    /// # Errors
    /// The database fails.
    pub fn visits_like(&self, text: &str, now: DateTime<Utc>) -> Result<Vec<Line>, StoreError> {
        self.read(|sql| coming(sql, text, now))
    }

    /// When the list of a day was printed or sent last.
    ///
    /// # Errors
    /// The database fails.
    pub fn printed_at(
        &self,
        office: &OfficeId,
        day: NaiveDate,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        self.read(|sql| lists::printed_at(sql, office, day))
    }

    /// Everybody on the waiting list, in its order.
    ///
    /// # Errors
    /// The database fails.
    pub fn waiting(&self) -> Result<Vec<Wait>, StoreError> {
        self.read(waiting_list)
    }

    /// What staff have entered into the calendar, the oldest first.
    ///
    /// # Errors
    /// The database fails.
    pub fn entries(&self) -> Result<Vec<Entry>, StoreError> {
        self.read(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_becomes_patterns() {
        let check = |text: &str, code: Option<&str>, phone: Option<&str>, katakana: &str| {
            let found = Patterns::of(text).unwrap();
            assert_eq!(found.code.as_deref(), code, "{text}");
            assert_eq!(found.phone.as_deref(), phone, "{text}");
            assert_eq!(found.katakana, katakana, "{text}");
        };
        check("ｈ7k3-m9qx", Some("%H7K3M9QX%"), None, "%h7k3-m9qx%");
        check("072−958", Some("%072958%"), Some("%072958%"), "%072−958%");
        check("やまだ　たろう", None, None, "%ヤマダタロウ%");
        check("100%_\\", None, None, "%100\\%\\_\\\\%");
        check("ー", None, None, "%ー%");
        assert_eq!(Patterns::of(" 　"), None);
        let found = Patterns::of("ﾔﾏﾀﾞ").unwrap();
        assert_eq!(found.hiragana, "%やまだ%");
    }
}
