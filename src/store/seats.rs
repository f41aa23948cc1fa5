//! Seats and holds, and the writer's copy of the bookable days.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use rusqlite::{Connection, params};

use super::StoreError;
use super::calendar::RulesCache;
use super::line::LineCache;
use super::tx::{Tx, at};
use crate::desk::clerk::Wish;
use crate::desk::levels::Levels;
use crate::desk::rules::{OfficeId, Rules, civil, instant};
use crate::desk::slots::{Book, CELL_MINUTES, DayBook, Span, Taken};
use crate::desk::talk::Hold;
use crate::ids::{HoldId, OfferId, ReservationId, ResidentId};

/// The taken seats of the bookable days, kept between jobs: the writer is the only one who changes them. Should
/// another process write to the file, SQLite's data version tells and everything is read anew.
#[derive(Debug, Default)]
pub struct BookCache {
    book: Arc<Book>,
    data_version: i64,
    /// The last day up to which nothing is missing.
    complete: Option<(NaiveDate, NaiveDate)>,
    /// The day on which it was last learnt how full the hours usually are.
    levels_of: Option<NaiveDate>,
    /// How often the book has changed, for those who need not look at it again.
    version: u64,
    /// The version and the minute at which the waiting list was last held against the book.
    pub(super) matched: Option<(u64, i64)>,
    /// The rules with what staff have entered into the calendar.
    pub(super) rules: RulesCache,
    /// The lines of today.
    pub(super) lines: LineCache,
}

impl BookCache {
    /// Forgets everything when another connection has committed since the last batch.
    pub fn check(&mut self, sql: &Connection) {
        let version = sql
            .prepare_cached("PRAGMA data_version")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .unwrap_or(-1);
        if version != self.data_version || version < 0 {
            self.clear();
            self.data_version = version;
        }
    }

    pub fn clear(&mut self) {
        Arc::make_mut(&mut self.book).days.clear();
        self.complete = None;
        self.version += 1;
        self.rules.clear();
        self.lines.clear();
    }

    fn touch(&mut self, office: &OfficeId, day: NaiveDate) {
        Arc::make_mut(&mut self.book)
            .days
            .remove(&(office.clone(), day));
        self.complete = None;
        self.version += 1;
    }

    /// The book of all bookable days.
    pub fn book(
        &mut self,
        sql: &Connection,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<Arc<Book>, StoreError> {
        let today = civil(now).date();
        let window = (today, rules.last_day(today));
        if self.complete != Some(window) {
            let book = Arc::make_mut(&mut self.book);
            book.days
                .retain(|(_, day), _| *day >= window.0 && *day <= window.1);
            for office in &rules.offices {
                let mut day = window.0;
                while day <= window.1 {
                    let key = (office.id.clone(), day);
                    if let Entry::Vacant(missing) = book.days.entry(key) {
                        missing.insert(Arc::new(read_day(sql, &office.id, day)?));
                    }
                    day += TimeDelta::days(1);
                }
            }
            self.complete = Some(window);
        }
        if self.levels_of != Some(today) {
            let visits = super::reservations::past_visits(sql, rules, now)?;
            let levels = Levels::learn(rules, &visits, today);
            Arc::make_mut(&mut self.book).levels = Arc::new(levels);
            self.levels_of = Some(today);
        }
        Ok(Arc::clone(&self.book))
    }
}

fn read_day(sql: &Connection, office: &OfficeId, day: NaiveDate) -> Result<DayBook, StoreError> {
    let from = cell(instant(day.and_time(NaiveTime::MIN)));
    let mut statement = sql.prepare_cached(
        "SELECT cell, seat, held_until FROM seats WHERE office = ?1 AND cell >= ?2 AND cell < ?3",
    )?;
    let rows = statement.query_map(params![office.as_str(), from, from + 144], |row| {
        let cell: i64 = row.get(0)?;
        let until: Option<i64> = row.get(2)?;
        Ok(Taken {
            at: at(cell * CELL_MILLIS),
            seat: row.get(1)?,
            until: until.map(at),
        })
    })?;
    Ok(DayBook::new(rows.collect::<Result<Vec<_>, _>>()?))
}

/// For whom a seat is taken.
#[derive(Clone, Copy)]
pub(super) enum Holder<'a> {
    Reservation(ReservationId),
    Hold(ResidentId, &'a Hold),
    Offer(&'a Hold),
}

const CELL_MILLIS: i64 = CELL_MINUTES as i64 * 60_000;

fn cell(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis().div_euclid(CELL_MILLIS)
}

impl Tx<'_> {
    /// Whether the waiting list has to be held against the book: something has changed, or a minute has passed.
    ///
    /// # Errors
    /// The database fails.
    pub fn must_match(&mut self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let mark = (self.cache.version, now.timestamp().div_euclid(60));
        if self.cache.matched == Some(mark) {
            return Ok(false);
        }
        self.cache.matched = Some(mark);
        self.has_waits()
    }

    /// The book of all bookable days, for a view.
    ///
    /// # Errors
    /// The database fails.
    pub fn book(&mut self, rules: &Rules, now: DateTime<Utc>) -> Result<Arc<Book>, StoreError> {
        self.cache.book(self.sql, rules, now)
    }

    /// The same with the day of a wish, which may lie beyond what can be reserved.
    ///
    /// # Errors
    /// The database fails.
    pub fn book_with(
        &mut self,
        rules: &Rules,
        wish: Option<&Wish>,
        now: DateTime<Utc>,
    ) -> Result<Arc<Book>, StoreError> {
        let book = self.book(rules, now)?;
        let Some(wish) = wish else {
            return Ok(book);
        };
        let key = (wish.office.clone(), wish.start.date());
        if book.days.contains_key(&key) {
            return Ok(book);
        }
        let mut wider = Book::clone(&book);
        let day = read_day(self.sql, &wish.office, wish.start.date())?;
        wider.days.insert(key, Arc::new(day));
        Ok(Arc::new(wider))
    }

    pub(super) fn hold(
        &mut self,
        resident: ResidentId,
        hold: &Hold,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.release_of(resident)?;
        self.run(
            "INSERT INTO holds (id, resident, until) VALUES (?1, ?2, ?3)",
            params![hold.id.0, resident.0, hold.until.timestamp_millis()],
        )?;
        self.take(&hold.span, Holder::Hold(resident, hold), now)
    }

    /// Keeps a seat for an offer, beside whatever the resident is deciding on.
    pub(super) fn hold_for_offer(
        &mut self,
        resident: ResidentId,
        hold: &Hold,
        offer: OfferId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO holds (id, resident, until, offer) VALUES (?1, ?2, ?3, ?4)",
            params![
                hold.id.0,
                resident.0,
                hold.until.timestamp_millis(),
                offer.0
            ],
        )?;
        self.take(&hold.span, Holder::Offer(hold), now)
    }

    pub(super) fn release(&mut self, hold: HoldId) -> Result<(), StoreError> {
        self.touch_hold(hold)?;
        self.run("DELETE FROM seats WHERE hold = ?1", [hold.0])?;
        self.run("DELETE FROM holds WHERE id = ?1", [hold.0])
    }

    /// Ends the resident's hold, if there is one.
    pub(super) fn release_of(&mut self, resident: ResidentId) -> Result<(), StoreError> {
        use rusqlite::OptionalExtension;
        let mut statement = self
            .sql
            .prepare_cached("SELECT id FROM holds WHERE resident = ?1 AND offer IS NULL")?;
        let hold: Option<i64> = statement
            .query_row([resident.0], |row| row.get(0))
            .optional()?;
        drop(statement);
        hold.map_or(Ok(()), |id| self.release(HoldId(id)))
    }

    /// Takes every cell of a span; an ended hold of somebody else gives way. Someone who moves a reservation by a few
    /// minutes holds only the cells that it does not have: the others are theirs already.
    pub(super) fn take(
        &mut self,
        span: &Span,
        holder: Holder<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.cache.touch(&span.office, span.day);
        let (reservation, hold, until, moving) = match holder {
            Holder::Reservation(id) => (Some(id.0), None, None, None),
            Holder::Hold(resident, hold) => {
                let until = hold.until.timestamp_millis();
                (None, Some(hold.id.0), Some(until), Some(resident.0))
            }
            Holder::Offer(hold) => {
                let until = hold.until.timestamp_millis();
                (None, Some(hold.id.0), Some(until), None)
            }
        };
        for at in span.instants() {
            self.run(
                "DELETE FROM seats WHERE office = ?1 AND cell = ?2 AND seat = ?3 AND held_until <= ?4",
                params![span.office.as_str(), cell(at), span.seat, now.timestamp_millis()],
            )?;
            self.run(
                "INSERT INTO seats (office, cell, seat, reservation, hold, held_until)
                 SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS
                    (SELECT 1 FROM seats s JOIN reservations r ON r.id = s.reservation
                      WHERE s.office = ?1 AND s.cell = ?2 AND s.seat = ?3
                        AND (r.resident = ?7 OR EXISTS
                             (SELECT 1 FROM shares h WHERE h.reservation = r.id AND h.resident = ?7)))",
                params![
                    span.office.as_str(),
                    cell(at),
                    span.seat,
                    reservation,
                    hold,
                    until,
                    moving
                ],
            )?;
        }
        Ok(())
    }

    /// Frees the seats of a reservation.
    pub(super) fn free(&mut self, reservation: ReservationId) -> Result<(), StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT DISTINCT office, cell FROM seats WHERE reservation = ?1")?;
        let rows = statement.query_map([reservation.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let rows: Vec<(String, i64)> = rows.collect::<Result<_, _>>()?;
        drop(statement);
        self.touch_rows(&rows);
        self.run("DELETE FROM seats WHERE reservation = ?1", [reservation.0])
    }

    fn touch_hold(&mut self, hold: HoldId) -> Result<(), StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT office, cell FROM seats WHERE hold = ?1")?;
        let rows = statement.query_map([hold.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let rows: Vec<(String, i64)> = rows.collect::<Result<_, _>>()?;
        drop(statement);
        self.touch_rows(&rows);
        Ok(())
    }

    fn touch_rows(&mut self, rows: &[(String, i64)]) {
        let days: BTreeMap<(&str, NaiveDate), ()> = rows
            .iter()
            .map(|(office, cell)| ((office.as_str(), civil(at(cell * CELL_MILLIS)).date()), ()))
            .collect();
        for (office, day) in days.into_keys() {
            if let Some(office) = OfficeId::read(office) {
                self.cache.touch(&office, day);
            }
        }
    }
}
