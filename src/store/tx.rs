//! One job's view of the open transaction.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::StoreError;
use super::seats::BookCache;
use crate::desk::view::Change;
use crate::ids::{IdSource, ResidentId};

/// The open transaction. The table groups add their methods in their own files.
pub struct Tx<'a> {
    pub(super) sql: &'a Connection,
    pub(super) cache: &'a mut BookCache,
    pub ids: &'a mut IdSource,
}

/// Who is written into the audit log.
#[derive(Clone, Copy, Debug)]
pub enum Actor<'a> {
    Resident(ResidentId),
    Clerk(&'a str),
    Desk,
}

impl Actor<'_> {
    /// The name alone, for what staff read of each other.
    pub(super) fn person(self) -> String {
        match self {
            Actor::Clerk(clerk) => clerk.to_owned(),
            other => other.name(),
        }
    }

    /// As it is written into logs.
    pub(super) fn name(self) -> String {
        match self {
            Actor::Resident(id) => format!("resident:{id}"),
            Actor::Clerk(clerk) => format!("clerk:{clerk}"),
            Actor::Desk => "desk".to_owned(),
        }
    }
}

impl Tx<'_> {
    /// Applies an outcome's changes. Any error leaves the job's savepoint to be rolled back.
    ///
    /// # Errors
    /// A seat is taken after all, or the database fails.
    pub fn apply(
        &mut self,
        changes: &[Change],
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for change in changes {
            // What happens to tickets and counters is judged in `apply_queue`.
            if matches!(
                change,
                Change::Reserve(_) | Change::Move(_) | Change::Cancel(_) | Change::Mark(_)
            ) {
                self.cache.lines.touch();
            }
            // How things stood before is read before they change.
            let deed = self.deed(change, actor)?;
            self.apply_one(change, actor, now)?;
            if let Some(deed) = deed {
                self.note_deed(&deed, actor, now)?;
            }
        }
        Ok(())
    }

    fn apply_one(
        &mut self,
        change: &Change,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match change {
            Change::Hold(hold) => match actor {
                Actor::Resident(resident) => self.hold(resident, hold, now),
                Actor::Clerk(_) | Actor::Desk => {
                    Err(StoreError::Row("only a resident holds a seat"))
                }
            },
            Change::Release(hold) => self.release(*hold),
            Change::Reserve(reservation) => {
                self.reserve(reservation, now)?;
                match actor {
                    Actor::Resident(resident) => self.release_of(resident),
                    Actor::Clerk(_) | Actor::Desk => Ok(()),
                }
            }
            Change::Move(reservation) => {
                // The mover's hold keeps the very seats that the reservation takes now.
                if let Actor::Resident(resident) = actor {
                    self.release_of(resident)?;
                }
                self.move_reservation(reservation, now)
            }
            Change::Cancel(reservation) => self.cancel_reservation(reservation, now),
            Change::Coming(reservation) => self.note_coming(reservation.id, now),
            Change::Remind(reminder) => self.plan_reminder(reminder),
            Change::Forget(reservation) => self.forget_reminders(*reservation),
            Change::ReminderSent(id, kind) => self.close_reminder(*id, *kind, "sent", None),
            Change::ReminderPostponed(id, kind, until) => {
                self.postpone_reminder(*id, *kind, *until)
            }
            Change::ReminderDropped(id, kind, why) => {
                self.close_reminder(*id, *kind, "dropped", Some(why))
            }
            Change::Mark(reservation) => self.mark(reservation, now),
            Change::JoinWait(_)
            | Change::SaveWait(_)
            | Change::EndWait(..)
            | Change::MakeOffer(_)
            | Change::EndOffer(..)
            | Change::Messages(_)
            | Change::Erase
            | Change::Share(_)
            | Change::Try(_) => self.apply_other(change, actor, now),
            Change::Block(change) => self.apply_block(change),
            Change::Case(change) => self.apply_case(change, actor, now),
            Change::Care(change) => self.apply_care(change, now),
            Change::Queue(change) => self.apply_queue(change, actor, now),
            Change::Feedback(change) => self.apply_feedback(change, actor, now),
            Change::Incident(change) => self.apply_incident(change, actor, now),
        }
    }

    /// The waiting list, kept times, and a resident's own data.
    fn apply_other(
        &mut self,
        change: &Change,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match change {
            Change::JoinWait(wait) => return self.join_wait(wait),
            Change::SaveWait(wait) => return self.save_wait(wait),
            Change::EndWait(id, end) => return self.end_wait(*id, *end),
            Change::MakeOffer(offer) => return self.make_offer(offer, now),
            Change::EndOffer(id, end) => return self.end_offer(*id, *end),
            _ => {}
        }
        let Actor::Resident(resident) = actor else {
            return Err(StoreError::Row("only a resident changes what is theirs"));
        };
        match change {
            Change::Messages(on) => self.set_messages(resident, *on),
            Change::Erase => self.erase(resident, now),
            Change::Share(id) => self.share(resident, *id, now),
            Change::Try(code) => self.note_try(resident, code, now),
            _ => Ok(()),
        }
    }

    /// Runs a cached statement.
    pub(super) fn run(&self, sql: &str, values: impl rusqlite::Params) -> Result<(), StoreError> {
        self.sql.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Ends the holds whose minutes are over. Kept times end with their offer, whose holder is told.
    ///
    /// # Errors
    /// The database fails.
    pub fn end_holds(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM holds WHERE until <= ?1 AND offer IS NULL",
            [now.timestamp_millis()],
        )
    }

    /// A value of the `meta` table.
    ///
    /// # Errors
    /// The database fails.
    pub fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        super::meta(self.sql, name)
    }

    /// A secret of this desk, drawn when it is first asked for.
    ///
    /// # Errors
    /// The database fails.
    pub fn secret(&mut self, name: &str) -> Result<String, StoreError> {
        if let Some(secret) = self.meta(name)? {
            return Ok(secret);
        }
        let secret = self.ids.token();
        self.set_meta(name, &secret)?;
        Ok(secret)
    }

    /// Sets a value of the `meta` table.
    ///
    /// # Errors
    /// The database fails.
    pub fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [name, value],
        )
    }
}

/// Milliseconds as stored, as an instant.
pub(super) fn at(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}
