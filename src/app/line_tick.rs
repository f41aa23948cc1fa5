//! What the passing of time does to the queue: apologies for longer waits, an alert when the counters will not do, a note
//! at closing time, and the end of tickets that a day has left behind.

use chrono::{DateTime, TimeDelta, Utc};

use super::Inner;
use crate::desk::phrase::Phrase;
use crate::desk::queue::floor::QueueChange;
use crate::desk::queue::line::Line;
use crate::desk::queue::said::Said;
use crate::desk::queue::ticket::{Move, State, TicketNumber};
use crate::desk::rules::{OfficeId, Rules, civil, instant};
use crate::desk::view::{Change, Outcome, Reply, To};
use crate::store::StoreError;
use crate::store::tx::{Actor, Tx};

/// A shortage is told when it has held for so long.
const HOLDS_MINUTES: i64 = 5;
/// An alert is not repeated sooner than this.
const ALERT_MINUTES: i64 = 30;
/// So many tickets of past days are ended at once.
const ENDED_AT_ONCE: u16 = 200;

impl Inner {
    /// Does what is due in the lines of today, and says how much it was.
    pub(super) fn tick_lines(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let mut count = self.end_past_tickets(tx, rules, now)?;
        for line in tx.lines(rules, now)? {
            count += self.tell_line(tx, rules, &line.office, now)?;
            count += self.alert(tx, &line.office, now)?;
            count += self.note_closing(tx, rules, &line, now)?;
        }
        Ok(count)
    }

    /// Tells the others in a line that a turn has changed.
    pub(super) fn tell_lines_of(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        changes: &[Change],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for change in changes {
            let Change::Queue(change) = change else {
                continue;
            };
            if let QueueChange::Step(ticket, _) = change.as_ref() {
                self.tell_line(tx, rules, &ticket.office, now)?;
            }
        }
        Ok(())
    }

    /// One alert for a shortage, until it is over.
    fn alert(
        &self,
        tx: &mut Tx<'_>,
        office: &OfficeId,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let picture = self.halls.picture(office);
        let shortage = picture.and_then(|hall| hall.shortage.clone());
        let today = |at: &DateTime<Utc>| civil(*at).date() == civil(now).date();
        let told = tx.mark_of(office, "shortage")?.filter(today);
        let seen = tx.mark_of(office, "shortage-seen")?.filter(today);
        match (shortage, told) {
            // One look may be wrong: it counts when it still holds some minutes later.
            (Some(_), None) if seen.is_none() => {
                tx.set_mark(office, "shortage-seen", now)?;
                Ok(0)
            }
            (Some(_), None)
                if seen.is_some_and(|at| now - at < TimeDelta::minutes(HOLDS_MINUTES)) =>
            {
                Ok(0)
            }
            (Some(shortage), None) => {
                let said = Said::Shortage {
                    office: office.clone(),
                    shortage,
                };
                let change = QueueChange::Alerted(office.clone());
                tx.apply(&[Change::Queue(Box::new(change))], Actor::Desk, now)?;
                let key = format!("shortage:{office}:{}", now.timestamp_millis());
                self.tell_staff(tx, &key, said, now)
            }
            (None, Some(at)) if now - at >= TimeDelta::minutes(ALERT_MINUTES) => {
                tx.drop_mark(office, "shortage")?;
                tx.drop_mark(office, "shortage-seen")?;
                Ok(0)
            }
            (None, None) if seen.is_some() => {
                tx.drop_mark(office, "shortage-seen")?;
                Ok(0)
            }
            _ => Ok(0),
        }
    }

    /// Who is still here at closing time, once a day.
    fn note_closing(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        line: &Line,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let Ok(hours) = rules.calendar.hours_at(&line.office, line.day) else {
            return Ok(0);
        };
        let key = format!("closing:{}:{}", line.office, line.day);
        if now < instant(line.day.and_time(hours.closes)) || tx.has_seen(&key)? {
            return Ok(0);
        }
        tx.take_in(&key, now)?;
        let numbers = |is: fn(&State) -> bool| -> Vec<TicketNumber> {
            let tickets = line.tickets.iter().filter(|ticket| is(&ticket.state));
            tickets.map(|ticket| ticket.number).collect()
        };
        let waiting = numbers(|s| matches!(s, State::Waiting | State::Parked { .. }));
        let serving = numbers(|s| matches!(s, State::Called { .. } | State::Serving { .. }));
        if waiting.is_empty() && serving.is_empty() {
            return Ok(0);
        }
        let said = Said::Overtime {
            office: line.office.clone(),
            waiting,
            serving,
        };
        self.tell_staff(tx, &format!("{key}:note"), said, now)
    }

    /// Tickets of earlier days are over: who waited has left, who was served is done.
    fn end_past_tickets(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let past = tx.open_tickets_before(civil(now).date(), ENDED_AT_ONCE)?;
        let count = past.len();
        for ticket in past {
            let step = match ticket.state {
                State::Serving { .. } => Move::Finish(Vec::new()),
                _ => Move::Leave,
            };
            if let Ok(ticket) = ticket.go(&step, rules.queue.recalls, now) {
                let change = QueueChange::Step(ticket, step);
                tx.apply(&[Change::Queue(Box::new(change))], Actor::Desk, now)?;
            }
        }
        Ok(count)
    }

    fn tell_staff(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        said: Said,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let reply = Reply {
            to: To::Staff,
            phrase: Phrase::Queue(Box::new(said)),
            choices: Vec::new(),
            replaces: false,
            case: None,
        };
        let outcome = Outcome {
            replies: vec![reply],
            ..Outcome::default()
        };
        Ok(self.put_out(tx, key, &outcome, None, now)?.len())
    }
}
