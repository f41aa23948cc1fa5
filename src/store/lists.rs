//! What staff look at: the visits of a day, who has been told of a closed day, and how full the weeks are.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::reservations::of_day;
use super::tx::{Actor, Tx, at};
use crate::desk::audit::moment;
use crate::desk::clerk::Contact;
use crate::desk::language::Language;
use crate::desk::reservation::Reservation;
use crate::desk::rules::OfficeId;
use crate::ids::{ReservationId, ResidentId};

const DAY: &str = "%Y-%m-%d";

/// A visit as staff see it.
#[derive(Clone, Debug)]
pub struct Line {
    pub reservation: Reservation,
    pub language: Language,
    /// Whether a message reaches the resident.
    pub reachable: bool,
    /// Who reserved for them, where staff did.
    pub made_by: Option<String>,
    pub contact: Contact,
    /// Why the rules were left aside.
    pub beyond: String,
    pub changed_at: DateTime<Utc>,
    /// What became of the times offered in its place, when its day was closed: `open`, `taken`, `declined`, `lapsed`.
    pub offer: Option<String>,
}

/// The visits of an office on a day, whatever became of them, the first one first.
///
/// # Errors
/// The database fails.
pub fn day(sql: &Connection, office: &OfficeId, day: NaiveDate) -> Result<Vec<Line>, StoreError> {
    let reservations = of_day(sql, office, day)?;
    reservations.into_iter().map(|r| line(sql, r)).collect()
}

/// One visit.
///
/// # Errors
/// The database fails.
pub fn one(sql: &Connection, id: ReservationId) -> Result<Option<Line>, StoreError> {
    let found = super::reservations::by_id(sql, id)?;
    found.map(|reservation| line(sql, reservation)).transpose()
}

/// The booked visits from `now` on whose day, hours or counter are not open any more, the first one first.
///
/// # Errors
/// The database fails.
pub fn outside(
    sql: &Connection,
    rules: &crate::desk::rules::Rules,
    now: DateTime<Utc>,
) -> Result<Vec<Line>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT id FROM reservations WHERE state = 'booked' AND start_at > ?1 ORDER BY start_at, id",
    )?;
    let rows = statement.query_map([now.timestamp_millis()], |row| row.get(0))?;
    let ids: Vec<i64> = rows.collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for id in ids {
        let reservation = super::reservations::by_id(sql, ReservationId(id))?;
        if let Some(reservation) =
            reservation.filter(|r| crate::desk::slots::is_outside(rules, &r.span))
        {
            found.push(line(sql, reservation)?);
        }
    }
    Ok(found)
}

fn line(sql: &Connection, reservation: Reservation) -> Result<Line, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT p.language, p.reachable, r.changed_at, nullif(c.made_by, ''), c.reading, c.phone, c.note, c.reason,
                (SELECT state FROM offers WHERE reservation = r.id ORDER BY id DESC LIMIT 1)
         FROM reservations r JOIN residents p ON p.id = r.resident LEFT JOIN contacts c ON c.reservation = r.id
         WHERE r.id = ?1",
    )?;
    let (language, line) = statement.query_row([reservation.id.0], |row| {
        let language: String = row.get(0)?;
        let text = |n| {
            row.get::<_, Option<String>>(n)
                .map(Option::unwrap_or_default)
        };
        Ok((
            language,
            Line {
                reservation: reservation.clone(),
                language: Language::Ja,
                reachable: row.get(1)?,
                changed_at: at(row.get(2)?),
                made_by: row.get(3)?,
                contact: Contact {
                    reading: text(4)?,
                    phone: text(5)?,
                    note: text(6)?,
                },
                beyond: text(7)?,
                offer: row.get(8)?,
            },
        ))
    })?;
    Ok(Line {
        language: Language::from_tag(&language).unwrap_or(Language::Ja),
        ..line
    })
}

/// When the list of a day was printed or sent last.
///
/// # Errors
/// The database fails.
pub fn printed_at(
    sql: &Connection,
    office: &OfficeId,
    day: NaiveDate,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT at FROM prints WHERE office = ?1 AND day = ?2")?;
    let values = params![office.as_str(), day.format(DAY).to_string()];
    let millis: Option<i64> = statement.query_row(values, |row| row.get(0)).optional()?;
    Ok(millis.map(at))
}

/// The reservation with a code, whatever its state.
///
/// # Errors
/// The database fails.
pub fn by_code(
    sql: &Connection,
    code: &crate::ids::ReservationCode,
) -> Result<Option<ReservationId>, StoreError> {
    let mut statement = sql.prepare_cached("SELECT id FROM reservations WHERE code = ?1")?;
    let id: Option<i64> = statement
        .query_row([&code.0], |row| row.get(0))
        .optional()?;
    Ok(id.map(ReservationId))
}

impl Tx<'_> {
    /// Notes that the list of a day was printed or sent; the next one marks what has changed since.
    ///
    /// # Errors
    /// The database fails.
    pub fn note_print(
        &self,
        office: &OfficeId,
        day: NaiveDate,
        who: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let before = self.printed_at(office, day)?.map(moment);
        self.run(
            "INSERT INTO prints (office, day, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (office, day) DO UPDATE SET at = excluded.at",
            params![
                office.as_str(),
                day.format(DAY).to_string(),
                now.timestamp_millis()
            ],
        )?;
        let subject = format!("{office}/{}", day.format(DAY));
        let before = before.unwrap_or_default();
        let actor = Actor::Clerk(who);
        self.audit(actor, "print", &subject, &before, &moment(now), now)
    }

    /// Somebody new for whom staff reserve; no message reaches them.
    ///
    /// # Errors
    /// The database fails.
    pub fn caller(
        &mut self,
        language: Language,
        now: DateTime<Utc>,
    ) -> Result<ResidentId, StoreError> {
        let address = self.ids.next(now);
        self.run(
            "INSERT INTO residents (channel, address, language, language_chosen, reachable, created_at, seen_at)
             VALUES ('desk', ?1, ?2, 1, 0, ?3, ?3)",
            params![address.to_string(), language.tag(), now.timestamp_millis()],
        )?;
        Ok(ResidentId(self.sql.last_insert_rowid()))
    }

    /// Keeps what staff noted with a reservation.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_contact(
        &self,
        id: ReservationId,
        made_by: &str,
        contact: &Contact,
        beyond: Option<&str>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO contacts (reservation, made_by, reading, phone, note, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                id.0,
                made_by,
                contact.reading,
                contact.phone,
                contact.note,
                beyond.unwrap_or_default()
            ],
        )
    }

    /// Keeps why the rules were left aside for a reservation that was moved, beside what was noted for it before.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_reason(&self, id: ReservationId, reason: &str) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO contacts (reservation, made_by, reading, phone, note, reason) VALUES (?1, '', '', '', '', ?2)
             ON CONFLICT (reservation) DO UPDATE SET reason = excluded.reason",
            params![id.0, reason],
        )
    }

    /// The booked visits of a day at an office, the first one first.
    ///
    /// # Errors
    /// The database fails.
    pub fn booked_on(
        &self,
        office: &OfficeId,
        day: NaiveDate,
    ) -> Result<Vec<Reservation>, StoreError> {
        let mut visits = of_day(self.sql, office, day)?;
        visits.retain(|r| {
            matches!(
                r.state,
                crate::desk::reservation::ReservationState::Booked { .. }
            )
        });
        Ok(visits)
    }

    /// The booked visits of a day at an office with their last change, the first one first.
    ///
    /// # Errors
    /// The database fails.
    pub fn booked_with_change(
        &self,
        office: &OfficeId,
        day: NaiveDate,
    ) -> Result<Vec<(Reservation, DateTime<Utc>)>, StoreError> {
        let mut visits = Vec::new();
        for reservation in self.booked_on(office, day)? {
            let line = line(self.sql, reservation)?;
            visits.push((line.reservation, line.changed_at));
        }
        Ok(visits)
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
        printed_at(self.sql, office, day)
    }

    /// Whether other times are kept for a reservation already.
    ///
    /// # Errors
    /// The database fails.
    pub fn has_open_offer(&self, id: ReservationId) -> Result<bool, StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT 1 FROM offers WHERE reservation = ?1 AND state = 'open'")?;
        Ok(statement.exists([id.0])?)
    }
}
