//! Reminders of renewals: a resident, a kind, a month.

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::StoreError;
use super::tx::{Actor, Tx};
use crate::desk::renewal::{Month, Renewal, RenewalKind};
use crate::desk::rules::civil;
use crate::ids::ResidentId;

const UNKNOWN: StoreError = StoreError::Row("a renewal of no known kind or month");

fn read(kind: &str, month: &str) -> Result<(RenewalKind, Month), StoreError> {
    let kind = RenewalKind::from_id(kind);
    kind.zip(Month::read(month)).ok_or(UNKNOWN)
}

impl Tx<'_> {
    /// The reminders a resident waits for.
    pub(super) fn renewals_of(
        &self,
        resident: ResidentId,
    ) -> Result<Vec<(RenewalKind, Month)>, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT kind, due_month FROM renewal_reminders WHERE resident = ?1 AND state = 'waiting' ORDER BY kind",
        )?;
        let rows = statement.query_map([resident.0], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        rows.map(|row| {
            let (kind, month) = row?;
            read(&kind, &month)
        })
        .collect()
    }

    /// The reminders whose month has begun, the oldest first, and whether the resident is reachable.
    ///
    /// # Errors
    /// The database fails.
    pub fn due_renewals(
        &self,
        now: DateTime<Utc>,
        most: u16,
    ) -> Result<Vec<(Renewal, bool)>, StoreError> {
        let month = Month::of(civil(now).date()).to_string();
        let mut statement = self.sql.prepare_cached(
            "SELECT m.resident, m.kind, m.due_month, p.reachable AND p.messages FROM renewal_reminders m
             JOIN residents p ON p.id = m.resident
             WHERE m.state = 'waiting' AND m.due_month <= ?1 ORDER BY m.due_month, m.resident LIMIT ?2",
        )?;
        let rows = statement.query_map(params![month, most], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, bool>(3)?,
            ))
        })?;
        rows.map(|row| {
            let (resident, kind, month, reachable) = row?;
            let (kind, month) = read(&kind, &month)?;
            let resident = ResidentId(resident);
            let renewal = Renewal {
                resident,
                kind,
                month,
            };
            Ok((renewal, reachable))
        })
        .collect()
    }

    /// A reminder asked for anew takes the place of the one before.
    pub(super) fn keep_renewal(&self, renewal: &Renewal) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO renewal_reminders (resident, kind, due_month, state) VALUES (?1, ?2, ?3, 'waiting')
             ON CONFLICT (resident, kind)
             DO UPDATE SET due_month = excluded.due_month, state = 'waiting', reason = NULL",
            params![renewal.resident.0, renewal.kind.id(), renewal.month.to_string()],
        )
    }

    pub(super) fn drop_renewal(
        &self,
        resident: ResidentId,
        kind: RenewalKind,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM renewal_reminders WHERE resident = ?1 AND kind = ?2",
            params![resident.0, kind.id()],
        )
    }

    pub(super) fn close_renewal(
        &self,
        renewal: &Renewal,
        state: &str,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE renewal_reminders SET state = ?4, reason = ?5
             WHERE resident = ?1 AND kind = ?2 AND due_month = ?3",
            params![
                renewal.resident.0,
                renewal.kind.id(),
                renewal.month.to_string(),
                state,
                reason
            ],
        )
    }

    /// A reminder that was written but could not be delivered by day is written anew on another one.
    ///
    /// # Errors
    /// The database fails.
    pub fn wait_again(&self, renewal: &Renewal, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.close_renewal(renewal, "waiting", None)?;
        let after = format!("waiting kind={}", renewal.kind.id());
        let subject = renewal.resident.to_string();
        self.audit(
            Actor::Desk,
            "renewal-postponed",
            &subject,
            "sent",
            &after,
            now,
        )
    }
}
