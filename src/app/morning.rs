//! The list of the day for sorting the cards, sent to the staff at a set time.

use chrono::{DateTime, Utc};

use super::Inner;
use crate::desk::phrase::{MorningLine, Phrase, Visit};
use crate::desk::rules::{Rules, civil};
use crate::desk::view::{Outcome, Reply, To};
use crate::store::StoreError;
use crate::store::tx::Tx;

impl Inner {
    /// Sends the list of today's visits of each office once, and says how many were sent. Whatever has changed since the
    /// list was printed last is marked.
    pub(super) fn send_morning_lists(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let here = civil(now);
        let (today, Some(due)) = (here.date(), self.config.staff.morning()) else {
            return Ok(0);
        };
        if here.time() < due {
            return Ok(0);
        }
        let mut sent = 0;
        for office in &rules.offices {
            let Ok(hours) = rules.calendar.hours_at(&office.id, today) else {
                continue;
            };
            // After a morning on which the desk was down the list is of no use any more.
            let key = format!("morning:{}:{today}", office.id);
            if here.time() >= hours.closes || tx.has_seen(&key)? {
                continue;
            }
            tx.take_in(&key, now)?;
            let printed = tx.printed_at(&office.id, today)?;
            let mut lines = Vec::new();
            for (reservation, changed_at) in tx.booked_with_change(&office.id, today)? {
                lines.push(MorningLine {
                    visit: Visit::of(&reservation),
                    changed: printed.is_some_and(|printed| changed_at > printed),
                });
            }
            if lines.is_empty() {
                continue;
            }
            let phrase = Phrase::StaffMorning {
                office: office.id.clone(),
                day: today,
                lines,
            };
            let reply = Reply {
                to: To::Staff,
                phrase,
                choices: Vec::new(),
                replaces: false,
                case: None,
            };
            let outcome = Outcome {
                replies: vec![reply],
                ..Outcome::default()
            };
            self.put_out(tx, &key, &outcome, None, now)?;
            sent += 1;
        }
        Ok(sent)
    }
}
