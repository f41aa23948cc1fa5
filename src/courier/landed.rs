//! What becomes of rows after an attempt.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::App;
use crate::desk::message::Outgoing;
use crate::store::StoreError;
use crate::store::outbox::Delivered;
use crate::store::tx::{Actor, Tx};

/// Waiting times after a failure in seconds; the last one stays.
const BACKOFF_SECONDS: [i64; 8] = [1, 2, 5, 10, 30, 60, 300, 900];

/// What becomes of rows after an attempt.
#[derive(Clone)]
pub(super) enum Fate {
    Sent(Option<i64>),
    Later(DateTime<Utc>, bool),
    Never { gone: bool, reason: String },
    Moved(String),
}

impl Fate {
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Fate::Sent(_) => "sent",
            Fate::Later(..) => "later",
            Fate::Never { .. } => "never",
            Fate::Moved(_) => "moved",
        }
    }
}

#[derive(Clone)]
pub(super) struct Landed {
    pub(super) rows: Vec<Outgoing>,
    pub(super) fate: Fate,
}

impl Landed {
    pub(super) fn record(
        &self,
        app: &App,
        tx: &mut Tx<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for row in &self.rows {
            match &self.fate {
                Fate::Sent(message) => {
                    tx.record(row.id, &Delivered::Sent { message: *message }, now)?;
                }
                Fate::Later(at, _) => tx.record(row.id, &Delivered::Later { at: *at }, now)?,
                Fate::Moved(to) => app.move_address(tx, &row.to, to, now)?,
                Fate::Never { gone, reason } => {
                    let reason = reason.clone();
                    tx.record(row.id, &Delivered::Never { reason }, now)?;
                    let after = format!("failed attempts={}", row.attempts);
                    let id = row.id.to_string();
                    tx.audit(Actor::Desk, "give-up", &id, "pending", &after, now)?;
                    app.undelivered(tx, row, now)?;
                    if let (true, Some(resident)) = (gone, row.resident) {
                        tx.mark_unreachable(resident, now)?;
                    }
                }
            }
        }
        Ok(())
    }
}

pub(super) fn backoff(attempts: u32) -> TimeDelta {
    let at = usize::try_from(attempts.saturating_sub(1))
        .unwrap_or(usize::MAX)
        .min(BACKOFF_SECONDS.len() - 1);
    TimeDelta::seconds(BACKOFF_SECONDS[at])
}

/// A waiting time that a channel names is the machine's, not the rehearsal's.
pub(super) fn seconds(after: Duration, speed: f64) -> TimeDelta {
    #[expect(clippy::cast_possible_truncation, reason = "waiting times are short")]
    let millis = (after.as_secs_f64() * 1000.0 * speed.max(1.0)) as i64;
    TimeDelta::milliseconds(millis.max(1))
}
