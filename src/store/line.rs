//! The lines of today as one value each, kept between jobs, and what the pages of the hall show beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rusqlite::{Connection, params};

use super::StoreError;
use super::reservations::of_day;
use super::tickets::open_tickets;
use super::tx::{Tx, at};
use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::queue::counter::{Counter, CounterNumber, CounterState};
use crate::desk::queue::lengths::{Lengths, Past, PastService};
use crate::desk::queue::line::{Expected, Line};
use crate::desk::queue::talk::Seen;
use crate::desk::queue::ticket::TicketNumber;
use crate::desk::queue::view::Call;
use crate::desk::reservation::{Reservation, ReservationState};
use crate::desk::rules::{Office, OfficeId, Rules, civil, instant};
use crate::desk::slots::{COUNTERS_MAX, DayPlan};
use crate::ids::{ResidentId, TicketId};

/// The lines of today until something in them changes.
#[derive(Debug, Default)]
pub struct LineCache {
    day: Option<NaiveDate>,
    lines: Vec<Arc<Line>>,
    lengths: BTreeMap<OfficeId, Arc<Lengths>>,
}

impl LineCache {
    /// Something has changed.
    pub fn touch(&mut self) {
        self.lines.clear();
    }

    /// A visit has ended: there is something to learn.
    pub fn forget_lengths(&mut self, office: &OfficeId) {
        self.lengths.remove(office);
    }

    pub fn clear(&mut self) {
        self.touch();
        self.lengths.clear();
    }
}

/// The newest so many visits are learnt from …
const PAST_VISITS: u32 = 400;
/// … and arrivals of so many days.
const PAST_DAYS: i64 = 56;
/// A pause longer than this between two visits was no turnaround.
const TURNAROUND_SECONDS_MAX: i64 = 900;
/// So many calls are kept for a display.
const CALLS_SHOWN: u8 = 12;

impl Tx<'_> {
    /// Today's line of every office.
    ///
    /// # Errors
    /// The database fails.
    pub fn lines(
        &mut self,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<Vec<Arc<Line>>, StoreError> {
        let today = civil(now).date();
        if self.cache.lines.day != Some(today) {
            self.cache.lines.clear();
            self.cache.lines.day = Some(today);
        }
        if self.cache.lines.lines.is_empty() {
            let mut lines = Vec::with_capacity(rules.offices.len());
            for office in &rules.offices {
                let lengths = self.lengths(rules, &office.id, today)?;
                lines.push(Arc::new(read_line(
                    self.sql, rules, office, today, lengths,
                )?));
            }
            self.cache.lines.lines = lines;
        }
        Ok(self.cache.lines.lines.clone())
    }

    /// Today's line of an office.
    ///
    /// # Errors
    /// The database fails.
    pub fn line(
        &mut self,
        rules: &Rules,
        office: &OfficeId,
        now: DateTime<Utc>,
    ) -> Result<Option<Arc<Line>>, StoreError> {
        let lines = self.lines(rules, now)?;
        Ok(lines.into_iter().find(|line| line.office == *office))
    }

    fn lengths(
        &mut self,
        rules: &Rules,
        office: &OfficeId,
        today: NaiveDate,
    ) -> Result<Arc<Lengths>, StoreError> {
        if let Some(lengths) = self.cache.lines.lengths.get(office) {
            return Ok(Arc::clone(lengths));
        }
        let past = past(self.sql, office, today)?;
        let lengths = Arc::new(Lengths::learn(rules, &past));
        let kept = &mut self.cache.lines.lengths;
        kept.insert(office.clone(), Arc::clone(&lengths));
        Ok(lengths)
    }

    /// What a citizen's turn sees of the queue.
    ///
    /// # Errors
    /// The database fails.
    pub fn seen(
        &mut self,
        resident: ResidentId,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<Seen, StoreError> {
        let today = civil(now).date();
        let ticket = self.ticket_of(resident, today)?;
        Ok(Seen {
            ticket,
            today: self.reservations_today(resident, today)?,
            lines: self.lines(rules, now)?,
        })
    }

    /// The resident's reservations of today that nobody has checked in for.
    fn reservations_today(
        &self,
        resident: ResidentId,
        today: NaiveDate,
    ) -> Result<Vec<Reservation>, StoreError> {
        let from = instant(today.and_time(chrono::NaiveTime::MIN));
        let until = from + TimeDelta::days(1);
        let mut statement = self.sql.prepare_cached(
            "SELECT r.id FROM reservations r
             WHERE (r.resident = ?1 OR r.id IN (SELECT reservation FROM shares WHERE resident = ?1))
               AND (r.state IN ('booked', 'missed') OR r.state = 'came' AND EXISTS
                    (SELECT 1 FROM tickets t WHERE t.reservation = r.id AND t.state = 'left'))
               AND r.start_at >= ?2 AND r.start_at < ?3 ORDER BY r.start_at, r.id",
        )?;
        let values = params![
            resident.0,
            from.timestamp_millis(),
            until.timestamp_millis()
        ];
        let rows = statement.query_map(values, |row| row.get(0).map(crate::ids::ReservationId))?;
        let ids: Vec<_> = rows.collect::<Result<_, _>>()?;
        let found = ids.into_iter().map(|id| self.reservation(id));
        found.filter_map(Result::transpose).collect()
    }

    /// The newest calls of an office today, the newest first.
    ///
    /// # Errors
    /// The database fails.
    pub fn calls(&self, office: &OfficeId, today: NaiveDate) -> Result<Vec<Call>, StoreError> {
        let from = instant(today.and_time(chrono::NaiveTime::MIN));
        let mut statement = self.sql.prepare_cached(
            "SELECT e.id, t.id, t.letter, t.n, e.counter, t.language, e.at, t.hearing
             FROM ticket_events e JOIN tickets t ON t.id = e.ticket
             WHERE e.office = ?1 AND e.at >= ?2 AND e.step IN ('call', 'recall', 'take') AND e.step IN ('call', 'recall')
               AND NOT EXISTS (SELECT 1 FROM ticket_events u WHERE u.ticket = e.ticket AND u.id > e.id AND u.step = 'undo')
             ORDER BY e.id DESC LIMIT ?3",
        )?;
        let values = params![office.as_str(), from.timestamp_millis(), CALLS_SHOWN];
        let rows = statement.query_map(values, |row| {
            let letter: String = row.get(2)?;
            let language: String = row.get(5)?;
            Ok(Call {
                id: row.get(0)?,
                ticket: TicketId(row.get(1)?),
                number: TicketNumber {
                    letter: letter.chars().next().unwrap_or('?'),
                    n: row.get(3)?,
                },
                counter: CounterNumber(row.get::<_, Option<u8>>(4)?.unwrap_or(0)),
                language: Language::from_tag(&language).unwrap_or(Language::Ja),
                at: at(row.get(6)?),
                hearing: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many things are ready, by reservation or ticket, among these.
    ///
    /// # Errors
    /// The database fails.
    pub fn ready(&self, visits: &[i64]) -> Result<BTreeMap<i64, BTreeSet<String>>, StoreError> {
        let mut ready: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
        let mut statement = self
            .sql
            .prepare_cached("SELECT item FROM document_checks WHERE reservation = ?1")?;
        for visit in visits {
            let rows = statement.query_map([visit], |row| row.get(0))?;
            let items: BTreeSet<String> = rows.collect::<Result<_, _>>()?;
            if !items.is_empty() {
                ready.insert(*visit, items);
            }
        }
        Ok(ready)
    }
}

/// Reads an office's line.
fn read_line(
    sql: &Connection,
    rules: &Rules,
    office: &Office,
    day: NaiveDate,
    lengths: Arc<Lengths>,
) -> Result<Line, StoreError> {
    let tickets = open_tickets(sql, &office.id, day)?;
    let booked = of_day(sql, &office.id, day)?;
    // Whoever has a ticket is here, whatever a clerk has noted about the reservation since.
    let is_here = |r: &Reservation| tickets.iter().any(|t| t.reservation() == Some(r.id));
    let is_booked = |r: &Reservation| matches!(r.state, ReservationState::Booked { .. });
    let is_expected = |r: &Reservation| is_booked(r) && !is_here(r);
    let expected = booked.into_iter().filter(is_expected).map(|r| Expected {
        reservation: r.id,
        due: instant(r.start()),
        procedures: r.procedures,
        people: r.people,
    });
    let last = |letter: Option<char>| -> Result<u16, StoreError> {
        let Some(letter) = letter else { return Ok(0) };
        let mut statement = sql.prepare_cached(
            "SELECT ifnull(max(n), 0) FROM tickets WHERE day = ?1 AND letter = ?2",
        )?;
        let values = params![day.to_string(), letter.to_string()];
        Ok(statement.query_row(values, |row| row.get(0))?)
    };
    let counters = counters(sql, rules, office, day)?;
    let mut done = sql.prepare_cached(
        "SELECT count(*) FROM tickets WHERE office = ?1 AND day = ?2 AND state = 'done'",
    )?;
    let done = done.query_row(params![office.id.as_str(), day.to_string()], |row| {
        row.get(0)
    })?;
    let expected = expected.collect();
    Ok(Line {
        office: office.id.clone(),
        day,
        tickets,
        counters,
        expected,
        lengths,
        in_a_row: in_a_row(sql, &office.id, day, rules.queue.turn_minutes)?,
        last_booked: last(Some(office.series.booked))?,
        last_walk_in: last(office.series.walk_in)?,
        done,
    })
}

/// Every counter the office has.
fn counters(
    sql: &Connection,
    rules: &Rules,
    office: &Office,
    day: NaiveDate,
) -> Result<Vec<Counter>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT number, state, clerk, since, procedures FROM counters WHERE office = ?1 ORDER BY number",
    )?;
    let rows = statement.query_map([office.id.as_str()], |row| {
        Ok((
            row.get::<_, u8>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, Option<String>>(2)?,
            row.get::<_, i64>(3)?,
            row.get::<_, String>(4)?,
        ))
    })?;
    let mut kept: BTreeMap<u8, Counter> = BTreeMap::new();
    for row in rows {
        let (number, state, clerk, since, procedures) = row?;
        let since = at(since);
        let is_today = civil(since).date() == day;
        let state = match (state.as_str(), clerk) {
            // Whoever forgot to close a counter yesterday does not sit there today.
            (_, Some(_)) if !is_today => CounterState::Closed,
            ("open", Some(clerk)) => CounterState::Open { clerk, since },
            ("paused", Some(clerk)) => CounterState::Paused { clerk, since },
            _ => CounterState::Closed,
        };
        let procedures = procedures.split(' ').filter_map(Procedure::from_id);
        let mut counter = Counter::closed(&office.id, CounterNumber(number));
        counter.state = state;
        counter.procedures = procedures.collect();
        kept.insert(number, counter);
    }
    let most = most_counters(rules, office, day);
    let all = (1..=most.max(kept.keys().copied().max().unwrap_or(0))).map(|n| {
        let kept = kept.remove(&n);
        kept.unwrap_or_else(|| Counter::closed(&office.id, CounterNumber(n)))
    });
    Ok(all.collect())
}

/// How many windows the office has: as many as it ever opens, and one in reserve.
fn most_counters(rules: &Rules, office: &Office, day: NaiveDate) -> u8 {
    let bands = office.weekday.iter().map(|band| band.counters);
    let plan = DayPlan::new(rules, office, day);
    let noon = chrono::NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let most = bands
        .chain([office.sunday_counters, plan.at(noon).counters])
        .max();
    (most.unwrap_or(1) + 1).min(COUNTERS_MAX)
}

/// How many calls have gone to people with reservations in time since the last turn of somebody who had waited long.
fn in_a_row(
    sql: &Connection,
    office: &OfficeId,
    day: NaiveDate,
    turn_minutes: u16,
) -> Result<u8, StoreError> {
    let from = instant(day.and_time(chrono::NaiveTime::MIN));
    let mut statement = sql.prepare_cached(
        "SELECT e.detail FROM ticket_events e
         WHERE e.office = ?1 AND e.at >= ?2 AND e.step IN ('call', 'recall', 'take') AND e.step = 'call' AND NOT EXISTS
            (SELECT 1 FROM ticket_events u WHERE u.ticket = e.ticket AND u.id > e.id AND u.step = 'undo')
         ORDER BY e.at DESC, e.id DESC LIMIT 40",
    )?;
    let values = params![office.as_str(), from.timestamp_millis()];
    let rows = statement.query_map(values, |row| row.get::<_, String>(0))?;
    let mut row = 0u8;
    for called in rows {
        let called = called?;
        match called.parse::<u32>() {
            Ok(waited) if waited >= u32::from(turn_minutes) => break,
            Ok(_) => {}
            Err(_) if called == "booked" => row = row.saturating_add(1),
            // Priority neither counts nor begins anew.
            Err(_) => {}
        }
    }
    Ok(row)
}

/// What the last weeks have shown at an office.
fn past(sql: &Connection, office: &OfficeId, today: NaiveDate) -> Result<Past, StoreError> {
    let mut past = Past::default();
    services(sql, office, &mut past)?;
    let since = today - TimeDelta::days(PAST_DAYS);
    let instant_of = |day: NaiveDate| instant(day.and_time(chrono::NaiveTime::MIN));
    let mut statement = sql.prepare_cached(
        "SELECT count(*), count(*) FILTER (WHERE state = 'came') FROM reservations
         WHERE office = ?1 AND start_at >= ?2 AND start_at < ?3 AND state IN ('came', 'missed')",
    )?;
    let values = params![
        office.as_str(),
        instant_of(since).timestamp_millis(),
        instant_of(today).timestamp_millis()
    ];
    (past.booked, past.came) = statement.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut statement = sql.prepare_cached(
        "SELECT issued_at FROM tickets
         WHERE office = ?1 AND day >= ?2 AND day < ?3 AND reservation IS NULL",
    )?;
    let values = params![office.as_str(), since.to_string(), today.to_string()];
    let rows = statement.query_map(values, |row| row.get::<_, i64>(0))?;
    let mut days = BTreeSet::new();
    for issued in rows {
        let here = civil(at(issued?));
        days.insert(here.date());
        let hour = usize::try_from(chrono::Timelike::hour(&here.time())).unwrap_or(0);
        past.walk_ins[hour] += 1;
    }
    past.days = u32::try_from(days.len()).unwrap_or(0);
    Ok(past)
}

/// The newest finished visits, the pauses between them, and the calls nobody came to.
fn services(sql: &Connection, office: &OfficeId, past: &mut Past) -> Result<(), StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT t.day, t.counter, t.called_at, t.state_at, t.people, t.waiting_since,
                (SELECT group_concat(procedure, ' ') FROM ticket_procedures p WHERE p.ticket = t.id)
         FROM tickets t WHERE t.office = ?1 AND t.state = 'done' AND t.called_at IS NOT NULL
           AND t.state_at - t.called_at < 14400000
         ORDER BY t.state_at DESC LIMIT ?2",
    )?;
    let rows = statement.query_map(params![office.as_str(), PAST_VISITS], |row| {
        let times: [i64; 3] = [row.get(2)?, row.get(3)?, row.get(5)?];
        let place: (String, u8) = (row.get(0)?, row.get(1)?);
        let names: Option<String> = row.get(6)?;
        Ok((
            place,
            times,
            row.get::<_, u8>(4)?,
            names.unwrap_or_default(),
        ))
    })?;
    // Newest first, so the visit that was read before at a counter is the one after.
    let mut after: BTreeMap<(String, u8), (i64, i64)> = BTreeMap::new();
    for row in rows {
        let (place, [called, ended, waiting], people, names) = row?;
        if let Some((next_called, next_waiting)) = after.insert(place, (called, waiting)) {
            let gap = (next_called - ended) / 1000;
            let somebody_waited = next_waiting <= ended;
            if somebody_waited && (0..=TURNAROUND_SECONDS_MAX).contains(&gap) {
                past.turnarounds.push(u32::try_from(gap).unwrap_or(0));
            }
        }
        past.services.push(PastService {
            procedures: names.split(' ').filter_map(Procedure::from_id).collect(),
            people,
            seconds: u32::try_from((ended - called).max(0) / 1000).unwrap_or(u32::MAX),
        });
    }
    let mut statement = sql.prepare_cached(
        "SELECT count(*), count(*) FILTER (WHERE step = 'miss') FROM
            (SELECT step FROM ticket_events WHERE office = ?1 AND step IN ('call', 'miss') ORDER BY id DESC LIMIT ?2)",
    )?;
    let values = params![office.as_str(), PAST_VISITS];
    let (steps, missed): (u32, u32) =
        statement.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    past.calls = steps - missed;
    past.missed_calls = missed;
    Ok(())
}
