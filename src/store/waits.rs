//! The waiting list and the times that are kept for somebody.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::procedure::Procedure;
use crate::desk::rules::{OfficeId, civil};
use crate::desk::slots::{CELL_MINUTES, Span};
use crate::desk::talk::{Hold, Range};
use crate::desk::view::{Lapsed, Offered};
use crate::desk::waiting::{Offer, OfferEnd, OfferedFor, Wait, WaitEnd};
use crate::ids::{HoldId, OfferId, ReservationId, ResidentId, WaitId};

const DAY: &str = "%Y-%m-%d";
const TIME: &str = "%H:%M";
const WAIT: &str = "id, resident, office, procedures, people, first_day, last_day, from_time, until_time, lapses, \
                    made_at, wished_at";
const OFFER: &str = "id, resident, wait, reservation, until";

impl Tx<'_> {
    /// The resident's place on the waiting list.
    ///
    /// # Errors
    /// The database fails.
    pub fn wait_of(&self, resident: ResidentId) -> Result<Option<Wait>, StoreError> {
        let sql = format!(
            "SELECT {WAIT} FROM waits WHERE resident = ?1 AND state IN ('waiting', 'offered')"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let found = statement.query_row([resident.0], raw_wait).optional()?;
        found.map(RawWait::wait).transpose()
    }

    /// Whether anybody waits for a seat and has none kept, or has one kept and does not know it yet.
    ///
    /// # Errors
    /// The database fails.
    pub fn has_waits(&self) -> Result<bool, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT 1 FROM waits WHERE state = 'waiting'
                 UNION ALL SELECT 1 FROM offers WHERE state = 'open' AND told_at IS NULL LIMIT 1",
        )?;
        Ok(statement.exists([])?)
    }

    /// Those who wait and have no seat kept, in the order of the list.
    ///
    /// # Errors
    /// The database fails.
    pub fn waits(&self) -> Result<Vec<Wait>, StoreError> {
        waits(self.sql, "state = 'waiting'")
    }

    /// Places on the list whose days have passed.
    ///
    /// # Errors
    /// The database fails.
    pub fn past_waits(&self, today: NaiveDate, most: u16) -> Result<Vec<Wait>, StoreError> {
        let sql =
            format!("SELECT {WAIT} FROM waits WHERE state = 'waiting' AND last_day < ?1 LIMIT ?2");
        let mut statement = self.sql.prepare_cached(&sql)?;
        let day = today.format(DAY).to_string();
        let rows = statement.query_map(params![day, most], raw_wait)?;
        rows.map(|raw| raw?.wait()).collect()
    }

    /// The times that are kept for a resident, with the reservations they are in place of.
    ///
    /// # Errors
    /// The database fails.
    pub fn offers_of(
        &self,
        resident: ResidentId,
        now: DateTime<Utc>,
    ) -> Result<Vec<Offered>, StoreError> {
        let query = format!(
            "SELECT {OFFER} FROM offers WHERE resident = ?1 AND state = 'open' AND until > ?2 ORDER BY id"
        );
        let mut statement = self.sql.prepare_cached(&query)?;
        let rows = statement.query_map(params![resident.0, now.timestamp_millis()], raw_offer)?;
        let rows: Vec<RawOffer> = rows.collect::<Result<_, _>>()?;
        let offered = |raw: RawOffer| {
            let offer = raw.offer(self.sql)?;
            let reservation = match offer.offered_for {
                OfferedFor::Closing(id) => self.reservation(id)?,
                OfferedFor::Wait(_) => None,
            };
            Ok(Offered { offer, reservation })
        };
        rows.into_iter().map(offered).collect()
    }

    /// Offers whose time is over, with what each was for.
    ///
    /// # Errors
    /// The database fails.
    pub fn lapsed_offers(&self, now: DateTime<Utc>, most: u16) -> Result<Vec<Lapsed>, StoreError> {
        let query = format!(
            "SELECT {OFFER} FROM offers WHERE state = 'open' AND until <= ?1 ORDER BY until LIMIT ?2"
        );
        let mut statement = self.sql.prepare_cached(&query)?;
        let rows = statement.query_map(params![now.timestamp_millis(), most], raw_offer)?;
        let rows: Vec<RawOffer> = rows.collect::<Result<_, _>>()?;
        let lapsed = |raw: RawOffer| {
            let offer = raw.offer(self.sql)?;
            let (wait, reservation) = match offer.offered_for {
                OfferedFor::Wait(_) => (self.wait_of(offer.resident)?, None),
                OfferedFor::Closing(id) => (None, self.reservation(id)?),
            };
            Ok(Lapsed {
                offer,
                wait,
                reservation,
            })
        };
        rows.into_iter().map(lapsed).collect()
    }

    /// Offers of which nobody has been told yet, because it was night.
    ///
    /// # Errors
    /// The database fails.
    pub fn untold_offers(&self, most: u16) -> Result<Vec<Offer>, StoreError> {
        let query = format!(
            "SELECT {OFFER} FROM offers WHERE state = 'open' AND told_at IS NULL ORDER BY id LIMIT ?1"
        );
        let mut statement = self.sql.prepare_cached(&query)?;
        let rows = statement.query_map([most], raw_offer)?;
        let rows: Vec<RawOffer> = rows.collect::<Result<_, _>>()?;
        rows.into_iter().map(|raw| raw.offer(self.sql)).collect()
    }

    /// Notes that the resident has been told.
    ///
    /// # Errors
    /// The database fails.
    pub fn offer_told(&self, id: OfferId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.run(
            "UPDATE offers SET told_at = ?2 WHERE id = ?1",
            params![id.0, now.timestamp_millis()],
        )?;
        self.audit(
            Actor::Desk,
            "offer-told",
            &id.to_string(),
            "open",
            "open told",
            now,
        )
    }

    /// What counts as free for a reservation that is moved: its own place and the times kept in its stead.
    ///
    /// # Errors
    /// The database fails.
    pub fn own_spans(&self, id: ReservationId) -> Result<Vec<Span>, StoreError> {
        let own = self.reservation(id)?;
        let mut spans: Vec<Span> = own
            .into_iter()
            .map(|reservation| reservation.span)
            .collect();
        for offer in self.open_offers_of(id)? {
            spans.extend(holds(self.sql, offer.0)?.into_iter().map(|hold| hold.span));
        }
        Ok(spans)
    }

    pub(super) fn join_wait(&mut self, wait: &Wait) -> Result<(), StoreError> {
        self.end_offers_of_wait(wait.resident)?;
        self.run(
            "UPDATE waits SET state = 'left' WHERE resident = ?1 AND state IN ('waiting', 'offered')",
            [wait.resident.0],
        )?;
        let ids: Vec<&str> = wait.procedures.iter().map(|p| p.id()).collect();
        let time = |time: NaiveTime| time.format(TIME).to_string();
        self.run(
            "INSERT INTO waits (id, resident, office, procedures, people, first_day, last_day, from_time, until_time,
                                state, lapses, made_at, wished_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'waiting', 0, ?10, ?10)",
            params![
                wait.id.0,
                wait.resident.0,
                wait.office.as_str(),
                ids.join(" "),
                wait.people,
                wait.first_day.format(DAY).to_string(),
                wait.last_day.format(DAY).to_string(),
                wait.range.map(|range| time(range.from)),
                wait.range.map(|range| time(range.to)),
                wait.made_at.timestamp_millis(),
            ],
        )
    }

    /// A new wish ends what was kept for the old one.
    pub(super) fn end_offers_of_wait(&mut self, resident: ResidentId) -> Result<(), StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT id FROM offers WHERE resident = ?1 AND state = 'open' AND wait IS NOT NULL",
        )?;
        let rows = statement.query_map([resident.0], |row| row.get(0))?;
        let ids: Vec<i64> = rows.collect::<Result<_, _>>()?;
        drop(statement);
        ids.into_iter()
            .try_for_each(|id| self.end_offer(OfferId(id), OfferEnd::Declined))
    }

    pub(super) fn save_wait(&self, wait: &Wait) -> Result<(), StoreError> {
        self.run(
            "UPDATE waits SET state = 'waiting', lapses = ?2, wished_at = ?3 WHERE id = ?1",
            params![wait.id.0, wait.lapses, wait.wished_at.timestamp_millis()],
        )
    }

    pub(super) fn end_wait(&self, id: WaitId, end: WaitEnd) -> Result<(), StoreError> {
        self.run(
            "UPDATE waits SET state = ?2 WHERE id = ?1",
            params![id.0, end.id()],
        )
    }

    pub(super) fn make_offer(
        &mut self,
        offer: &Offer,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (wait, reservation) = match offer.offered_for {
            OfferedFor::Wait(id) => (Some(id.0), None),
            OfferedFor::Closing(id) => (None, Some(id.0)),
        };
        self.run(
            "INSERT INTO offers (id, resident, wait, reservation, made_at, until, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open')",
            params![
                offer.id.0,
                offer.resident.0,
                wait,
                reservation,
                now.timestamp_millis(),
                offer.until.timestamp_millis()
            ],
        )?;
        if let Some(id) = wait {
            self.run("UPDATE waits SET state = 'offered' WHERE id = ?1", [id])?;
        }
        for hold in &offer.holds {
            self.hold_for_offer(offer.resident, hold, offer.id, now)?;
        }
        Ok(())
    }

    pub(super) fn end_offer(&mut self, id: OfferId, end: OfferEnd) -> Result<(), StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT id FROM holds WHERE offer = ?1")?;
        let rows = statement.query_map([id.0], |row| row.get(0))?;
        let holds: Vec<i64> = rows.collect::<Result<_, _>>()?;
        drop(statement);
        for hold in holds {
            self.release(HoldId(hold))?;
        }
        self.run(
            "UPDATE offers SET state = ?2 WHERE id = ?1",
            params![id.0, end.id()],
        )
    }
}

/// Everybody on the waiting list, in its order, for the staff.
///
/// # Errors
/// The database fails.
pub fn waiting_list(sql: &Connection) -> Result<Vec<Wait>, StoreError> {
    waits(sql, "state IN ('waiting', 'offered')")
}

fn waits(sql: &Connection, which: &str) -> Result<Vec<Wait>, StoreError> {
    let query = format!("SELECT {WAIT} FROM waits WHERE {which} ORDER BY wished_at, id");
    let mut statement = sql.prepare_cached(&query)?;
    let rows = statement.query_map([], raw_wait)?;
    rows.map(|raw| raw?.wait()).collect()
}

struct RawWait {
    id: i64,
    resident: i64,
    office: String,
    procedures: String,
    people: u8,
    days: (String, String),
    times: Option<(String, String)>,
    lapses: u8,
    made_at: i64,
    wished_at: i64,
}

fn raw_wait(row: &Row<'_>) -> rusqlite::Result<RawWait> {
    let times: (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
    Ok(RawWait {
        id: row.get(0)?,
        resident: row.get(1)?,
        office: row.get(2)?,
        procedures: row.get(3)?,
        people: row.get(4)?,
        days: (row.get(5)?, row.get(6)?),
        times: times.0.zip(times.1),
        lapses: row.get(9)?,
        made_at: row.get(10)?,
        wished_at: row.get(11)?,
    })
}

impl RawWait {
    fn wait(self) -> Result<Wait, StoreError> {
        let senseless = || StoreError::Row("a place on the waiting list that does not make sense");
        let day = |text: &str| NaiveDate::parse_from_str(text, DAY).map_err(|_| senseless());
        let time = |text: &str| NaiveTime::parse_from_str(text, TIME).map_err(|_| senseless());
        let range = match &self.times {
            Some((from, to)) => Some(Range {
                from: time(from)?,
                to: time(to)?,
            }),
            None => None,
        };
        let procedures = self.procedures.split_whitespace().map(Procedure::from_id);
        Ok(Wait {
            id: WaitId(self.id),
            resident: ResidentId(self.resident),
            office: OfficeId::read(&self.office).ok_or_else(senseless)?,
            procedures: procedures.collect::<Option<_>>().ok_or_else(senseless)?,
            people: self.people,
            first_day: day(&self.days.0)?,
            last_day: day(&self.days.1)?,
            range,
            lapses: self.lapses,
            made_at: at(self.made_at),
            wished_at: at(self.wished_at),
        })
    }
}

struct RawOffer {
    id: i64,
    resident: i64,
    wait: Option<i64>,
    reservation: Option<i64>,
    until: i64,
}

fn raw_offer(row: &Row<'_>) -> rusqlite::Result<RawOffer> {
    Ok(RawOffer {
        id: row.get(0)?,
        resident: row.get(1)?,
        wait: row.get(2)?,
        reservation: row.get(3)?,
        until: row.get(4)?,
    })
}

impl RawOffer {
    fn offer(self, sql: &Connection) -> Result<Offer, StoreError> {
        let offered_for = match (self.wait, self.reservation) {
            (Some(id), None) => OfferedFor::Wait(WaitId(id)),
            (None, Some(id)) => OfferedFor::Closing(ReservationId(id)),
            _ => return Err(StoreError::Row("an offer of no known kind")),
        };
        Ok(Offer {
            id: OfferId(self.id),
            resident: ResidentId(self.resident),
            offered_for,
            holds: holds(sql, self.id)?,
            until: at(self.until),
        })
    }
}

/// The kept seats of an offer, the earliest first.
fn holds(sql: &Connection, offer: i64) -> Result<Vec<Hold>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT h.id, h.until, s.office, min(s.cell), count(*), s.seat FROM holds h JOIN seats s ON s.hold = h.id
         WHERE h.offer = ?1 GROUP BY h.id ORDER BY min(s.cell), h.id",
    )?;
    let rows = statement.query_map([offer], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, i64>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, i64>(3)?,
            row.get::<_, u8>(4)?,
            row.get::<_, u8>(5)?,
        ))
    })?;
    let hold = |(id, until, office, cell, cells, seat): (i64, i64, String, i64, u8, u8)| {
        let minutes = i64::from(CELL_MINUTES);
        let start = civil(at(cell * minutes * 60_000));
        let of_day = (start - start.date().and_time(NaiveTime::MIN)).num_minutes() / minutes;
        let senseless = StoreError::Row("a kept seat that does not make sense");
        let (Some(office), Ok(cell)) = (OfficeId::read(&office), u8::try_from(of_day)) else {
            return Err(senseless);
        };
        Ok(Hold {
            id: HoldId(id),
            span: Span {
                office,
                day: start.date(),
                cell,
                cells,
                seat,
            },
            until: at(until),
        })
    };
    rows.map(|row| hold(row?)).collect()
}
