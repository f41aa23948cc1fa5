//! Displays and kiosks, keys that led to a ticket, and small questions of the hall's pages.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::StoreError;
use super::tx::{Actor, Tx};
use crate::desk::reservation::Reservation;
use crate::desk::rules::OfficeId;
use crate::ids::{ReservationCode, ReservationId, TicketId};

/// What a device of the hall is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceKind {
    /// A display that shows and says the calls.
    Board,
    /// A touch panel that gives tickets.
    Kiosk,
}

impl DeviceKind {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            DeviceKind::Board => "board",
            DeviceKind::Kiosk => "kiosk",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<DeviceKind> {
        let all = [DeviceKind::Board, DeviceKind::Kiosk];
        all.into_iter().find(|kind| kind.id() == id)
    }
}

/// A display or kiosk in the hall of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub name: String,
    pub kind: DeviceKind,
    pub office: OfficeId,
}

fn digest(token: &str) -> String {
    let digest = Sha256::digest(format!("device:{token}"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<(String, String, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn made(row: (String, String, String)) -> Result<Device, StoreError> {
    let (name, kind, office) = row;
    let kind = DeviceKind::from_id(&kind).ok_or(StoreError::Row("a device of no known kind"))?;
    let office = OfficeId::read(&office).ok_or(StoreError::Row("an office without a name"))?;
    Ok(Device { name, kind, office })
}

/// The device that a token opens.
///
/// # Errors
/// The database fails.
pub fn device(sql: &Connection, token: &str) -> Result<Option<Device>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT name, kind, office FROM devices WHERE digest = ?1")?;
    let found = statement.query_row([digest(token)], read).optional()?;
    found.map(made).transpose()
}

/// Every device.
///
/// # Errors
/// The database fails.
pub fn devices(sql: &Connection) -> Result<Vec<Device>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT name, kind, office FROM devices ORDER BY office, name")?;
    let rows = statement.query_map([], read)?;
    rows.map(|row| made(row?)).collect()
}

/// The names of the things that are ready for a visit.
///
/// # Errors
/// The database fails.
pub fn ready(sql: &Connection, visit: i64) -> Result<BTreeSet<String>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT item FROM document_checks WHERE reservation = ?1")?;
    let rows = statement.query_map([visit], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Tx<'_> {
    /// Adds a device, or gives one of that name a new token.
    ///
    /// # Errors
    /// The database fails.
    pub fn add_device(
        &self,
        device: &Device,
        token: &str,
        who: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let before = self.device_word(&device.name)?;
        self.run(
            "INSERT INTO devices (name, kind, office, digest, made_at, made_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, office = excluded.office,
                digest = excluded.digest, made_at = excluded.made_at, made_by = excluded.made_by",
            params![
                device.name,
                device.kind.id(),
                device.office.as_str(),
                digest(token),
                now.timestamp_millis(),
                who
            ],
        )?;
        let after = format!("{} office={}", device.kind.id(), device.office);
        self.audit(
            Actor::Clerk(who),
            "add-device",
            &device.name,
            &before,
            &after,
            now,
        )
    }

    fn device_word(&self, name: &str) -> Result<String, StoreError> {
        let sql = "SELECT kind || ' office=' || office FROM devices WHERE name = ?1";
        self.word(sql, [name])
    }

    /// Takes a device away; says whether there was one.
    ///
    /// # Errors
    /// The database fails.
    pub fn remove_device(
        &self,
        name: &str,
        who: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let before = self.device_word(name)?;
        let mut statement = self
            .sql
            .prepare_cached("DELETE FROM devices WHERE name = ?1")?;
        let is_there = statement.execute([name])? > 0;
        drop(statement);
        if is_there {
            self.audit(
                Actor::Clerk(who),
                "remove-device",
                name,
                &before,
                "gone",
                now,
            )?;
        }
        Ok(is_there)
    }

    /// Wrong codes at a kiosk since then.
    ///
    /// # Errors
    /// The database fails.
    pub fn kiosk_tries(&self, device: &str, since: DateTime<Utc>) -> Result<u32, StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT count(*) FROM kiosk_tries WHERE device = ?1 AND at > ?2")?;
        let values = params![device, since.timestamp_millis()];
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    /// Notes a wrong code.
    ///
    /// # Errors
    /// The database fails.
    pub fn note_kiosk_try(&self, device: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO kiosk_tries (device, at) VALUES (?1, ?2)",
            params![device, now.timestamp_millis()],
        )?;
        self.audit(
            Actor::Desk,
            "try-code",
            &format!("device:{device}"),
            "",
            "",
            now,
        )
    }

    /// The reservation with a code, whatever its state.
    ///
    /// # Errors
    /// The database fails.
    pub fn reservation_with_code(
        &self,
        code: &ReservationCode,
    ) -> Result<Option<Reservation>, StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT id FROM reservations WHERE code = ?1")?;
        let found: Option<i64> = statement
            .query_row([&code.0], |row| row.get(0))
            .optional()?;
        match found {
            Some(id) => self.reservation(ReservationId(id)),
            None => Ok(None),
        }
    }

    /// The newest ticket for a reservation.
    ///
    /// # Errors
    /// The database fails.
    pub fn ticket_of_reservation(
        &self,
        id: ReservationId,
    ) -> Result<Option<crate::desk::queue::ticket::Ticket>, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT id FROM tickets WHERE reservation = ?1 ORDER BY id DESC LIMIT 1",
        )?;
        let found: Option<i64> = statement.query_row([id.0], |row| row.get(0)).optional()?;
        match found {
            Some(id) => self.ticket(TicketId(id)),
            None => Ok(None),
        }
    }

    /// Keeps the ticket that a key led to.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_given(&self, key: &str, ticket: TicketId) -> Result<(), StoreError> {
        self.run(
            "UPDATE inbox SET turn = ?2 WHERE key = ?1",
            params![key, format!("ticket:{ticket}")],
        )
    }

    /// The ticket that a key led to.
    ///
    /// # Errors
    /// The database fails.
    pub fn given_for(&self, key: &str) -> Result<Option<TicketId>, StoreError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT turn FROM inbox WHERE key = ?1")?;
        let turn: Option<String> = statement.query_row([key], |row| row.get(0)).optional()?;
        let id = turn
            .as_deref()
            .and_then(|turn| turn.strip_prefix("ticket:"));
        Ok(id.and_then(|id| id.parse().ok()).map(TicketId))
    }

    /// The notices that the tickets of an office have had on a day.
    ///
    /// # Errors
    /// The database fails.
    pub fn notices_of(
        &self,
        office: &OfficeId,
        day: NaiveDate,
    ) -> Result<BTreeSet<(TicketId, String)>, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT n.ticket, n.kind FROM tickets t JOIN ticket_notices n ON n.ticket = t.id
             WHERE t.office = ?1 AND t.day = ?2 AND t.state = 'waiting'",
        )?;
        let values = params![office.as_str(), day.to_string()];
        let rows = statement.query_map(values, |row| Ok((TicketId(row.get(0)?), row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
