//! What has passed its term goes: one function for each kind of data, a few hundred rows at a time.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Params, params};

use super::StoreError;
use super::tx::{Actor, Tx, at};
use crate::desk::retention::{Kind, Retention};
use crate::desk::rules::civil;
use crate::desk::talk::Talk;
use crate::ids::ResidentId;

/// At most so many rows of a kind at once, so that a turn never waits long behind the cleaning. Statements name it as well.
const ROWS_MAX: u32 = 500;

/// So often it is looked for what has passed its term. A full batch is followed by the next one at once.
const EVERY_MINUTES: i64 = 10;

/// When it was last looked, in `meta`: milliseconds.
const LOOKED_AT: &str = "retention-looked-at";
/// Up to which last word conversations have been forgotten, in `meta`: milliseconds.
const TALKS_UNTIL: &str = "retention-talks-until";
/// The day on which the log of the database was last emptied, in `meta`.
const LOG_EMPTIED: &str = "retention-log-emptied";

/// Of a resident nothing else is kept: no row of any table points to them, messages left aside.
const NOTHING_LEFT: &str = "NOT EXISTS (SELECT 1 FROM reservations WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM tickets WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM waits WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM offers WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM holds WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM shares WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM code_tries WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM renewal_reminders WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM cases WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM feedback WHERE resident = p.id)
    AND NOT EXISTS (SELECT 1 FROM blocks WHERE resident = p.id)";

/// The statement of a kind that goes with one; what is older than `?1` goes.
const fn statement(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Misses => {
            "DELETE FROM misses WHERE id IN (SELECT id FROM misses WHERE at < ?1 ORDER BY at LIMIT 500)"
        }
        Kind::Callbacks => {
            "DELETE FROM callbacks WHERE case_id IN
                (SELECT b.case_id FROM callbacks b JOIN cases c ON c.id = b.case_id
                  WHERE c.state = 'closed' AND c.closed_at < ?1 LIMIT 500)"
        }
        // The newest row stays, so that no number is given twice.
        Kind::Cases => {
            "DELETE FROM cases WHERE id IN
                (SELECT id FROM cases WHERE state = 'closed' AND closed_at < ?1
                    AND id < (SELECT max(id) FROM cases) LIMIT 500)"
        }
        Kind::Admissions => {
            "DELETE FROM admissions WHERE id IN
                (SELECT id FROM (SELECT id, at FROM admissions ORDER BY id LIMIT 500) WHERE at < ?1)"
        }
        Kind::Contacts => {
            "DELETE FROM contacts WHERE reservation IN
                (SELECT c.reservation FROM contacts c JOIN reservations r ON r.id = c.reservation
                  WHERE r.start_at < ?1 OR r.state = 'cancelled' AND r.cancelled_at < ?1 LIMIT 500)"
        }
        Kind::FeedbackTies => {
            "UPDATE feedback SET resident = NULL WHERE id IN
                (SELECT id FROM feedback WHERE resident IS NOT NULL AND at < ?1 LIMIT 500)"
        }
        Kind::Feedback => {
            "DELETE FROM feedback WHERE id IN (SELECT id FROM feedback WHERE at < ?1 ORDER BY at LIMIT 500)"
        }
        Kind::Blocks => {
            "DELETE FROM blocks WHERE id IN
                (SELECT id FROM blocks WHERE min(until, ifnull(lifted_at, until)) < ?1 LIMIT 500)"
        }
        _ => return None,
    })
}

/// How many rows of each kind have gone.
pub type Gone = BTreeMap<Kind, usize>;

impl Tx<'_> {
    /// Lets go of what has passed its term: a batch of each kind. Says how much of what has gone; nothing while it is not
    /// yet time to look again. One row of the audit log says how much of what.
    ///
    /// # Errors
    /// The database fails.
    pub fn prune(&mut self, retention: &Retention, now: DateTime<Utc>) -> Result<Gone, StoreError> {
        let mut gone = Gone::new();
        let looked = self.meta_instant(LOOKED_AT)?;
        let is_soon = looked.is_some_and(|looked| {
            (TimeDelta::zero()..TimeDelta::minutes(EVERY_MINUTES)).contains(&(now - looked))
        });
        if is_soon {
            return Ok(gone);
        }
        let mut is_full = false;
        for kind in Kind::ALL {
            let rows = self.prune_kind(kind, retention.before(kind, now), now)?;
            is_full |= rows >= ROWS_MAX as usize;
            if rows > 0 {
                gone.insert(kind, rows);
            }
        }
        if !is_full {
            self.set_meta(LOOKED_AT, &now.timestamp_millis().to_string())?;
        }
        if !gone.is_empty() {
            let counts: Vec<String> = gone
                .iter()
                .map(|(kind, rows)| format!("{}={rows}", kind.id()))
                .collect();
            self.audit(
                Actor::Desk,
                "prune",
                "retention",
                "",
                &counts.join(" "),
                now,
            )?;
        }
        Ok(gone)
    }

    fn prune_kind(
        &mut self,
        kind: Kind,
        before: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let millis = before.timestamp_millis();
        if let Some(sql) = statement(kind) {
            return self.rows(sql, [millis]);
        }
        match kind {
            Kind::Messages => self.prune_messages(before),
            Kind::CaseTexts => self.prune_case_texts(millis, now),
            Kind::DocumentChecks => self.prune_document_checks(millis),
            Kind::TicketTies => self.prune_ticket_ties(millis),
            Kind::Tickets => self.prune_tickets(millis),
            Kind::Tries => Ok(self.rows("DELETE FROM code_tries WHERE at < ?1", [millis])?
                + self.rows("DELETE FROM kiosk_tries WHERE at < ?1", [millis])?),
            Kind::Waits => self.prune_waits(before),
            Kind::VisitTies => self.prune_visit_ties(millis, now),
            Kind::Visits => self.prune_visits(before),
            Kind::Renewals => self.rows(
                "DELETE FROM renewal_reminders WHERE state <> 'waiting' AND due_month || '-01' < ?1",
                [civil(before).date().to_string()],
            ),
            // From the oldest on, so that the chain stays whole.
            Kind::Audit => self.cut_audit(before, ROWS_MAX, now),
            Kind::Incidents => self.prune_incidents(millis),
            Kind::Logins => self.prune_logins(millis),
            Kind::Erased => self.prune_erased(millis, now),
            Kind::Residents => self.prune_residents(millis),
            Kind::Handovers => self.prune_handovers(millis),
            Kind::Misses
            | Kind::Callbacks
            | Kind::Cases
            | Kind::Admissions
            | Kind::Contacts
            | Kind::FeedbackTies
            | Kind::Feedback
            | Kind::Blocks => Ok(0),
        }
    }

    /// Runs a statement and counts its rows.
    fn rows(&self, sql: &str, values: impl Params) -> Result<usize, StoreError> {
        Ok(self.sql.prepare_cached(sql)?.execute(values)?)
    }

    /// The first column of every row.
    pub(super) fn ids(&self, sql: &str, values: impl Params) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let rows = statement.query_map(values, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn meta_instant(&self, name: &str) -> Result<Option<DateTime<Utc>>, StoreError> {
        let value = self.meta(name)?;
        Ok(value.and_then(|text| text.parse().ok()).map(at))
    }

    fn prune_messages(&self, before: DateTime<Utc>) -> Result<usize, StoreError> {
        let millis = before.timestamp_millis();
        let inbox = self.rows(
            "DELETE FROM inbox WHERE key IN (SELECT key FROM inbox WHERE at < ?1 ORDER BY at LIMIT 500)",
            [millis],
        )?;
        // Also what waits yet: a page that nobody has opened for so long is not going to show it.
        let outbox = self.rows(
            "DELETE FROM outbox WHERE id IN
                (SELECT id FROM (SELECT id, at FROM outbox ORDER BY id LIMIT 500) WHERE at < ?1)",
            [millis],
        )?;
        Ok(inbox + outbox + self.forget_talks(before)?)
    }

    /// What a conversation remembers of what was said. Only the number of its last question stays, so that old buttons
    /// stay old.
    fn forget_talks(&self, before: DateTime<Utc>) -> Result<usize, StoreError> {
        let from = self.meta_instant(TALKS_UNTIL)?.unwrap_or_default();
        let mut statement = self.sql.prepare_cached(
            "SELECT id, talk, seen_at FROM residents WHERE seen_at >= ?1 AND seen_at < ?2 ORDER BY seen_at LIMIT 500",
        )?;
        let range = params![from.timestamp_millis(), before.timestamp_millis()];
        let rows = statement.query_map(range, |row| {
            Ok((
                ResidentId(row.get(0)?),
                row.get::<_, String>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })?;
        let rows: Vec<_> = rows.collect::<Result<_, _>>()?;
        drop(statement);
        let mut count = 0;
        for (id, talk, _) in &rows {
            count += usize::from(self.forget_talk(*id, talk)?);
        }
        let until = match rows.last() {
            Some((_, _, seen)) if rows.len() == ROWS_MAX as usize => *seen,
            _ => before.timestamp_millis(),
        };
        self.set_meta(TALKS_UNTIL, &until.to_string())?;
        Ok(count)
    }

    /// Says whether there was something to forget.
    fn forget_talk(&self, id: ResidentId, talk: &str) -> Result<bool, StoreError> {
        let empty = Talk {
            serial: serde_json::from_str::<Talk>(talk)
                .unwrap_or_default()
                .serial,
            ..Talk::default()
        };
        let empty = serde_json::to_string(&empty).unwrap_or_else(|_| "{}".to_owned());
        if talk == empty || talk == "{}" {
            return Ok(false);
        }
        self.run(
            "UPDATE residents SET talk = ?2 WHERE id = ?1",
            params![id.0, empty],
        )?;
        Ok(true)
    }

    fn prune_case_texts(&self, before: i64, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let ids = self.ids(
            "SELECT id FROM cases WHERE state = 'closed' AND closed_at < ?1 AND resident IS NOT
                (SELECT id FROM residents WHERE channel = 'desk' AND address = 'erased') LIMIT 500",
            [before],
        )?;
        if ids.is_empty() {
            return Ok(0);
        }
        let nobody = self.nobody(now)?;
        for id in &ids {
            self.empty_case(*id, nobody)?;
        }
        Ok(ids.len())
    }

    /// Takes the texts of a closed case away, and whose it was.
    pub(super) fn empty_case(&self, id: i64, nobody: ResidentId) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM case_notes WHERE case_id = ?1",
            "DELETE FROM callbacks WHERE case_id = ?1",
            "DELETE FROM handovers WHERE case_id = ?1",
            "UPDATE case_events SET detail = '' WHERE case_id = ?1 AND detail <> ''",
            "UPDATE case_events SET who = 'resident' WHERE case_id = ?1 AND who GLOB 'resident:*'",
        ] {
            self.run(sql, [id])?;
        }
        self.run(
            "UPDATE cases SET brief = '{}', resident = ?2 WHERE id = ?1",
            params![id, nobody.0],
        )
    }

    /// Papers are kept under the id of a reservation, or of a ticket without one.
    fn prune_document_checks(&self, before: i64) -> Result<usize, StoreError> {
        let visits = self.rows(
            "DELETE FROM document_checks WHERE reservation IN
                (SELECT id FROM reservations WHERE start_at < ?1 AND id IN (SELECT reservation FROM document_checks) LIMIT 500)",
            [before],
        )?;
        let tickets = self.rows(
            "DELETE FROM document_checks WHERE reservation IN
                (SELECT id FROM tickets WHERE issued_at < ?1 AND id IN (SELECT reservation FROM document_checks) LIMIT 500)",
            [before],
        )?;
        Ok(visits + tickets)
    }

    fn prune_ticket_ties(&self, before: i64) -> Result<usize, StoreError> {
        let tickets = self.rows(
            "UPDATE tickets SET resident = NULL, note = '', priority_reason = '' WHERE id IN
                (SELECT id FROM tickets WHERE issued_at < ?1 AND (resident IS NOT NULL OR note <> '' OR priority_reason <> '')
                 LIMIT 500)",
            [before],
        )?;
        let events = self.rows(
            "UPDATE ticket_events SET who = 'resident' WHERE id IN
                (SELECT id FROM ticket_events WHERE at < ?1 AND who GLOB 'resident:*' LIMIT 500)",
            [before],
        )?;
        let reasons = self.rows(
            "UPDATE ticket_events SET detail = '' WHERE id IN
                (SELECT id FROM ticket_events WHERE at < ?1 AND step = 'prioritise' AND detail <> '' LIMIT 500)",
            [before],
        )?;
        // Why staff let somebody in beyond the rule may speak of them.
        let beyond = self.rows(
            "UPDATE admissions SET reason = '' WHERE id IN
                (SELECT id FROM admissions WHERE at < ?1 AND reason <> '' LIMIT 500)",
            [before],
        )?;
        Ok(tickets + events + reasons + beyond)
    }

    /// Tickets with their procedures, events, work, notices and admissions.
    fn prune_tickets(&self, before: i64) -> Result<usize, StoreError> {
        let ids = self.ids(
            "SELECT id FROM tickets WHERE issued_at < ?1 ORDER BY issued_at LIMIT 500",
            [before],
        )?;
        for id in &ids {
            self.run("DELETE FROM document_checks WHERE reservation = ?1", [id])?;
            self.run("DELETE FROM tickets WHERE id = ?1", [id])?;
        }
        let counters = self.rows(
            "DELETE FROM counter_events WHERE id IN
                (SELECT id FROM (SELECT id, at FROM counter_events ORDER BY id LIMIT 500) WHERE at < ?1)",
            [before],
        )?;
        Ok(ids.len().max(counters))
    }

    fn prune_waits(&self, before: DateTime<Utc>) -> Result<usize, StoreError> {
        let offers = self.rows(
            "DELETE FROM offers WHERE id IN
                (SELECT id FROM offers o WHERE state <> 'open' AND until < ?1
                    AND NOT EXISTS (SELECT 1 FROM holds WHERE offer = o.id) LIMIT 500)",
            [before.timestamp_millis()],
        )?;
        let waits = self.rows(
            "DELETE FROM waits WHERE id IN
                (SELECT id FROM waits w WHERE state NOT IN ('waiting', 'offered') AND last_day < ?1
                    AND NOT EXISTS (SELECT 1 FROM offers WHERE wait = w.id) LIMIT 500)",
            [civil(before).date().to_string()],
        )?;
        Ok(offers + waits)
    }

    fn prune_visit_ties(&self, before: i64, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let ids = self.ids(
            "SELECT id FROM reservations WHERE start_at < ?1 AND code NOT GLOB 'gone-*' LIMIT 500",
            [before],
        )?;
        if ids.is_empty() {
            return Ok(0);
        }
        let nobody = self.nobody(now)?;
        for id in &ids {
            self.untie_visit(*id, nobody)?;
        }
        Ok(ids.len())
    }

    /// A visit that is over becomes nobody's: it stays in the city's counts without its code and whatever was noted.
    pub(super) fn untie_visit(&self, id: i64, nobody: ResidentId) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM contacts WHERE reservation = ?1",
            "DELETE FROM shares WHERE reservation = ?1",
            "DELETE FROM document_checks WHERE reservation = ?1",
        ] {
            self.run(sql, [id])?;
        }
        self.run(
            "UPDATE offers SET resident = ?2 WHERE reservation = ?1 AND state <> 'open'",
            params![id, nobody.0],
        )?;
        self.run(
            "UPDATE reservations SET resident = ?2, code = 'gone-' || id WHERE id = ?1",
            params![id, nobody.0],
        )
    }

    /// Visits with all that hangs on them. One that a ticket was for goes after the ticket.
    fn prune_visits(&self, before: DateTime<Utc>) -> Result<usize, StoreError> {
        let ids = self.ids(
            "SELECT id FROM reservations r WHERE start_at < ?1 AND code GLOB 'gone-*'
                AND NOT EXISTS (SELECT 1 FROM tickets WHERE reservation = r.id)
                AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.reservation = r.id AND o.state = 'open') LIMIT 500",
            [before.timestamp_millis()],
        )?;
        for id in &ids {
            for sql in [
                "DELETE FROM offers WHERE reservation = ?1",
                "DELETE FROM seats WHERE reservation = ?1",
                "DELETE FROM reminders WHERE reservation = ?1",
                "DELETE FROM reservations WHERE id = ?1",
            ] {
                self.run(sql, [id])?;
            }
        }
        // When the list of a day was printed is of no use without the day.
        self.run(
            "DELETE FROM prints WHERE day < ?1",
            [civil(before).date().to_string()],
        )?;
        Ok(ids.len())
    }

    /// The newest row stays, so that no number is given twice.
    fn prune_incidents(&self, before: i64) -> Result<usize, StoreError> {
        let ids = self.ids(
            "SELECT id FROM incidents WHERE state = 'closed' AND closed_at < ?1
                AND id < (SELECT max(id) FROM incidents) LIMIT 500",
            [before],
        )?;
        for id in &ids {
            self.run("DELETE FROM incident_entries WHERE incident = ?1", [id])?;
            self.run("DELETE FROM incidents WHERE id = ?1", [id])?;
        }
        Ok(ids.len())
    }

    fn prune_handovers(&self, before: i64) -> Result<usize, StoreError> {
        let sheets = self.rows(
            "DELETE FROM handovers WHERE id IN
                (SELECT id FROM (SELECT id, made_at FROM handovers ORDER BY id LIMIT 500) WHERE made_at < ?1)",
            [before],
        )?;
        // Which form has made a sheet is of no use without it, whatever the sheet has gone with.
        self.run(
            "DELETE FROM meta WHERE name GLOB 'sheet:*' AND value NOT IN (SELECT code FROM handovers)",
            (),
        )?;
        Ok(sheets)
    }

    fn prune_logins(&self, before: i64) -> Result<usize, StoreError> {
        let links = self.rows("DELETE FROM link_codes WHERE until < ?1", [before])?;
        let there = self.rows("DELETE FROM presence WHERE until < ?1", [before])?;
        // Wrong tries are forgotten sooner. What is left are the places from which somebody has come in.
        let places = self.rows(
            "DELETE FROM login_tries WHERE max(failed_at, locked_until) < ?1",
            [before],
        )?;
        Ok(links + there + places)
    }

    /// What stayed at an erasing because it was needed, and then the address itself.
    fn prune_erased(&mut self, before: i64, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let erased = self.ids(
            "SELECT id FROM residents WHERE erased_at < ?1 LIMIT 500",
            [before],
        )?;
        if erased.is_empty() {
            return Ok(0);
        }
        let nobody = self.nobody(now)?;
        let mut count = 0;
        for id in erased {
            count += self.untie_over(ResidentId(id), nobody, now)?;
            let sql = format!(
                "SELECT p.id FROM residents p WHERE p.id = ?1 AND {NOTHING_LEFT}
                    AND NOT EXISTS (SELECT 1 FROM inbox WHERE resident = p.id AND at > p.erased_at)
                    AND NOT EXISTS (SELECT 1 FROM outbox WHERE resident = p.id AND (at > p.erased_at OR state = 'pending'))"
            );
            if !self.ids(&sql, [id])?.is_empty() {
                self.delete_resident(id)?;
                count += 1;
            }
        }
        Ok(count)
    }

    /// What stayed at the erasing and is over now. What was made afterwards has its own term.
    fn untie_over(
        &self,
        resident: ResidentId,
        nobody: ResidentId,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let visits = self.ids(
            "SELECT r.id FROM reservations r JOIN residents p ON p.id = r.resident
              WHERE r.resident = ?1 AND r.made_at <= p.erased_at AND (r.state <> 'booked' OR r.start_at <= ?2)",
            params![resident.0, now.timestamp_millis()],
        )?;
        for id in &visits {
            self.untie_visit(*id, nobody)?;
        }
        let tickets = self.ids(
            "SELECT t.id FROM tickets t JOIN residents p ON p.id = t.resident
              WHERE t.resident = ?1 AND t.issued_at <= p.erased_at AND t.state IN ('done', 'left', 'missed')",
            [resident.0],
        )?;
        for id in &tickets {
            self.untie_ticket(*id)?;
        }
        Ok(visits.len() + tickets.len())
    }

    /// A ticket that is over becomes nobody's.
    pub(super) fn untie_ticket(&self, id: i64) -> Result<(), StoreError> {
        for sql in [
            "UPDATE ticket_events SET who = 'resident' WHERE ticket = ?1 AND who GLOB 'resident:*'",
            "UPDATE ticket_events SET detail = '' WHERE ticket = ?1 AND step = 'prioritise'",
            "DELETE FROM handovers WHERE ticket = ?1",
            "DELETE FROM document_checks WHERE reservation = ?1",
            "UPDATE tickets SET resident = NULL, note = '', priority_reason = '' WHERE id = ?1",
        ] {
            self.run(sql, [id])?;
        }
        Ok(())
    }

    fn prune_residents(&mut self, before: i64) -> Result<usize, StoreError> {
        let sql = format!(
            "SELECT p.id FROM residents p WHERE p.seen_at < ?1 AND NOT (p.channel = 'desk' AND p.address = 'erased')
                AND NOT EXISTS (SELECT 1 FROM inbox WHERE resident = p.id)
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE resident = p.id)
                AND {NOTHING_LEFT} LIMIT 500"
        );
        let ids = self.ids(&sql, [before])?;
        for id in &ids {
            self.delete_resident(*id)?;
        }
        Ok(ids.len())
    }

    /// Deletes a resident of whom nothing else is kept, with what is left of the messages. Keys of the web hold its
    /// address, also on rows for the staff.
    fn delete_resident(&self, id: i64) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM outbox WHERE key IN (SELECT key FROM inbox WHERE resident = ?1)",
            "DELETE FROM outbox WHERE resident = ?1",
            "DELETE FROM inbox WHERE resident = ?1",
            "DELETE FROM residents WHERE id = ?1",
        ] {
            self.run(sql, [id])?;
        }
        Ok(())
    }

    /// Whether the log beside the database is to be emptied into it, which then keeps no page as it was before: after an
    /// erasing, and once a day after something has gone. Asking notes the day.
    ///
    /// # Errors
    /// The database fails.
    pub fn is_log_due(&self, gone: &Gone, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let today = civil(now).date().to_string();
        let emptied = self.meta(LOG_EMPTIED)?;
        let is_due = match emptied.as_deref() {
            Some("") => true,
            Some(day) => !gone.is_empty() && day != today,
            None => !gone.is_empty(),
        };
        if is_due {
            self.set_meta(LOG_EMPTIED, &today)?;
        }
        Ok(is_due)
    }

    /// Asks for the log to be emptied with the next tick.
    pub(super) fn ask_for_empty_log(&self) -> Result<(), StoreError> {
        self.set_meta(LOG_EMPTIED, "")
    }
}
