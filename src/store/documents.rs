//! What people have ready for a visit, by the names of the things alone.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::StoreError;
use super::tx::{Tx, at};
use crate::desk::care::{CareChange, Known};
use crate::desk::documents::Item;
use crate::ids::{ReservationId, ResidentId};

impl Tx<'_> {
    /// What is known of a resident beside their reservations.
    ///
    /// # Errors
    /// The database fails.
    pub fn care(&self, resident: ResidentId) -> Result<Known, StoreError> {
        Ok(Known {
            renewals: self.renewals_of(resident)?,
            checks: self.checks_of(resident)?,
        })
    }

    /// The ticks of a resident's booked reservations. A name that this version does not know any more is left out.
    fn checks_of(&self, resident: ResidentId) -> Result<Vec<(ReservationId, Item)>, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT c.reservation, c.item FROM reservations r JOIN document_checks c ON c.reservation = r.id
              WHERE r.resident = ?1 AND r.state IN ('booked', 'came')
             UNION ALL
             SELECT c.reservation, c.item FROM tickets t JOIN document_checks c ON c.reservation = t.id
              WHERE t.resident = ?1",
        )?;
        let rows = statement.query_map([resident.0], |row| {
            let item: String = row.get(1)?;
            Ok(Item::from_id(&item).map(|item| (ReservationId(row.get_unwrap(0)), item)))
        })?;
        rows.filter_map(|row| row.map_err(StoreError::from).transpose())
            .collect()
    }

    pub(super) fn apply_care(
        &self,
        change: &CareChange,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match change {
            CareChange::KeepRenewal(renewal) => self.keep_renewal(renewal),
            CareChange::DropRenewal(resident, kind) => self.drop_renewal(*resident, *kind),
            CareChange::RenewalSent(renewal) => self.close_renewal(renewal, "sent", None),
            CareChange::RenewalDropped(renewal, why) => {
                self.close_renewal(renewal, "dropped", Some(why))
            }
            CareChange::KeepChecks(reservation, items) => {
                self.keep_checks(*reservation, items, now)
            }
        }
    }

    /// The newest check takes the place of the one before.
    fn keep_checks(
        &self,
        reservation: ReservationId,
        items: &BTreeSet<Item>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM document_checks WHERE reservation = ?1",
            [reservation.0],
        )?;
        for item in items {
            self.run(
                "INSERT INTO document_checks (reservation, item, at) VALUES (?1, ?2, ?3)",
                params![reservation.0, item.id(), now.timestamp_millis()],
            )?;
        }
        Ok(())
    }
}

/// What is ready for a reservation and since when, for the staff; empty where nobody has checked.
///
/// # Errors
/// The database fails.
pub fn checked(
    sql: &Connection,
    reservation: ReservationId,
) -> Result<Vec<(Item, DateTime<Utc>)>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT item, at FROM document_checks WHERE reservation = ?1")?;
    let rows = statement.query_map([reservation.0], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
    })?;
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let known = rows
        .into_iter()
        .filter_map(|(item, since)| Some((Item::from_id(&item)?, at(since))));
    let mut list: Vec<_> = known.collect();
    list.sort_by_key(|(item, _)| Item::ALL.iter().position(|other| other == item));
    Ok(list)
}
