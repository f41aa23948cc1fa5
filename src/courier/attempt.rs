//! The commit before an attempt: it is counted, or the rows stay behind.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::desk::message::Outgoing;
use crate::ids::OutgoingId;
use crate::store::StoreError;
use crate::store::tx::Tx;

/// The phrase of the summaries of cases.
pub(super) const SUMMARY: &str = "handoff";

/// What the commit before an attempt says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judged {
    Counted,
    /// It came too late and is taken back.
    Withdrawn,
    /// Messages have just been stopped.
    Held,
}

/// Counts the attempts of a batch before they are made, and takes back what has become too late to say.
pub(super) fn count(
    app: &App,
    tx: &mut Tx<'_>,
    batch: Vec<Vec<Outgoing>>,
    now: DateTime<Utc>,
) -> Result<Vec<(Vec<Outgoing>, Judged)>, StoreError> {
    let freeze = tx.freeze()?;
    let shelf = app.shelf();
    let is_held = |row: &Outgoing| {
        let freeze = freeze.as_ref();
        freeze.is_some_and(|freeze| freeze.holds(row, &shelf.corpus))
    };
    let mut judged = Vec::with_capacity(batch.len());
    for mut rows in batch {
        let fate = if rows.iter().any(is_held) {
            Judged::Held
        } else if app.withdraw_late(tx, &rows, now)? || is_outdated(tx, &mut rows, now)? {
            Judged::Withdrawn
        } else {
            let ids: Vec<OutgoingId> = rows.iter().map(|row| row.id).collect();
            tx.count_attempts(&ids)?;
            rows.iter_mut().for_each(|row| row.attempts += 1);
            Judged::Counted
        };
        judged.push((rows, fate));
    }
    Ok(judged)
}

/// A summary of a case is one message that is edited; of several that wait only the newest is sent.
fn is_outdated(tx: &Tx<'_>, rows: &mut [Outgoing], now: DateTime<Utc>) -> Result<bool, StoreError> {
    let Some(row) = rows.first_mut().filter(|row| row.phrase == SUMMARY) else {
        return Ok(false);
    };
    let is_wanted = tx.freshen_summary(row)?;
    if !is_wanted {
        tx.take_back(row.id, now)?;
    }
    Ok(!is_wanted)
}
