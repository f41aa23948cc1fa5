//! One-tap words about answers, visits and cases.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::tx::{Actor, Tx};
use crate::desk::feedback::tally::Tally;
use crate::desk::feedback::{About, FeedbackChange, Kind, Rating, Reason, Verdict, Visited};
use crate::desk::language::Language;
use crate::desk::message::Channel;
use crate::desk::queue::ticket::{Ticket, TicketNumber};
use crate::desk::rules::OfficeId;
use crate::ids::{CaseId, ResidentId, TicketId};

const NO_REASON: StoreError = StoreError::Row("a rating for no known reason");

impl Tx<'_> {
    pub(super) fn apply_feedback(
        &self,
        change: &FeedbackChange,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match change {
            FeedbackChange::Rate(rating) => {
                let Actor::Resident(resident) = actor else {
                    return Err(StoreError::Row("only a resident rates"));
                };
                let mut statement = self
                    .sql
                    .prepare_cached("SELECT channel FROM residents WHERE id = ?1")?;
                let channel: String = statement.query_row([resident.0], |row| row.get(0))?;
                self.rate(Some(resident), &channel, rating, now).map(drop)
            }
            FeedbackChange::Asked(ticket) => self.run(
                "UPDATE tickets SET asked_at = ?2 WHERE id = ?1",
                params![ticket.0, now.timestamp_millis()],
            ),
        }
    }

    /// Keeps what the holder of a ticket says on its page; false while the visit is not over.
    ///
    /// # Errors
    /// The database fails.
    pub fn rate_visit(
        &self,
        ticket: &Ticket,
        verdict: Verdict,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let rating = Rating {
            about: About::Visit(ticket.id),
            verdict,
            language: ticket.language,
        };
        self.rate(ticket.resident, Channel::Web.id(), &rating, now)
    }

    /// Keeps a word in the place of an earlier one; false about what is not theirs.
    fn rate(
        &self,
        resident: Option<ResidentId>,
        channel: &str,
        rating: &Rating,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let Some(office) = self.office_of(resident, &rating.about)? else {
            return Ok(false);
        };
        let (kind, subject) = (rating.about.kind().id(), rating.about.subject());
        let resident = resident.map(|id| id.0);
        let reason = rating.verdict.reason().map_or("", Reason::id);
        let values = params![
            kind,
            subject,
            resident,
            now.timestamp_millis(),
            rating.language.tag(),
            channel,
            office,
            rating.verdict.is_good(),
            reason
        ];
        // A bad word said once more leaves the reason that was given.
        let changed = self
            .sql
            .prepare_cached(
                "UPDATE feedback SET at = ?4, language = ?5, channel = ?6, office = ?7, good = ?8,
                        reason = CASE WHEN ?8 = 0 AND good = 0 AND ?9 = '' THEN reason ELSE ?9 END
                 WHERE kind = ?1 AND subject = ?2 AND resident IS ?3",
            )?
            .execute(values)?;
        if changed == 0 {
            self.run(
                "INSERT INTO feedback (kind, subject, resident, at, language, channel, office, good, reason)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                values,
            )?;
        }
        Ok(true)
    }

    /// Whether a word of somebody would be kept.
    pub(super) fn may_rate(&self, actor: Actor<'_>, rating: &Rating) -> Result<bool, StoreError> {
        let Actor::Resident(resident) = actor else {
            return Ok(false);
        };
        Ok(self.office_of(Some(resident), &rating.about)?.is_some())
    }

    /// The office at which something was done, if any; nothing at all when it is not theirs to rate.
    fn office_of(
        &self,
        resident: Option<ResidentId>,
        about: &About,
    ) -> Result<Option<Option<String>>, StoreError> {
        let (sql, id) = match about {
            About::Answer(_) => return Ok(Some(None)),
            About::Visit(ticket) => (
                "SELECT office FROM tickets WHERE id = ?1 AND resident IS ?2 AND state = 'done'",
                ticket.0,
            ),
            About::Case(case) => (
                "SELECT office FROM cases WHERE id = ?1 AND resident IS ?2",
                case.0,
            ),
        };
        let mut statement = self.sql.prepare_cached(sql)?;
        let found = statement.query_row(params![id, resident.map(|id| id.0)], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// Visits that ended in this time, whose holders want messages and were neither asked nor have rated.
    ///
    /// # Errors
    /// The database fails.
    pub fn visits_to_ask(
        &self,
        (from, until): (DateTime<Utc>, DateTime<Utc>),
        most: u16,
    ) -> Result<Vec<Visited>, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT t.id, t.letter, t.n, t.resident FROM tickets t JOIN residents p ON p.id = t.resident
             WHERE t.state = 'done' AND t.asked_at IS NULL AND t.resident IS NOT NULL
               AND t.state_at > ?1 AND t.state_at <= ?2
               AND p.reachable AND p.messages AND p.channel <> 'desk'
               AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.kind = 'visit'
                               AND f.subject = CAST(t.id AS TEXT) AND f.resident = t.resident)
             ORDER BY t.state_at, t.id LIMIT ?3",
        )?;
        let span = params![from.timestamp_millis(), until.timestamp_millis(), most];
        let rows = statement.query_map(span, |row| {
            let letter: String = row.get(1)?;
            Ok(Visited {
                ticket: TicketId(row.get(0)?),
                number: TicketNumber {
                    letter: letter.chars().next().unwrap_or_default(),
                    n: row.get(2)?,
                },
                resident: ResidentId(row.get(3)?),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// How the holder of a ticket has found the visit.
///
/// # Errors
/// The database fails.
pub fn of_visit(sql: &Connection, ticket: &Ticket) -> Result<Option<Verdict>, StoreError> {
    said(sql, &About::Visit(ticket.id), ticket.resident)
}

/// How somebody has found the work on their case.
///
/// # Errors
/// The database fails.
pub fn of_case(
    sql: &Connection,
    case: CaseId,
    resident: ResidentId,
) -> Result<Option<Verdict>, StoreError> {
    said(sql, &About::Case(case), Some(resident))
}

/// What somebody has said about a thing.
fn said(
    sql: &Connection,
    about: &About,
    resident: Option<ResidentId>,
) -> Result<Option<Verdict>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT good, reason FROM feedback WHERE kind = ?1 AND subject = ?2 AND resident IS ?3",
    )?;
    let values = params![about.kind().id(), about.subject(), resident.map(|id| id.0)];
    let found = statement
        .query_row(values, |row| {
            Ok((row.get::<_, bool>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    found
        .map(|(good, reason)| verdict(good, &reason))
        .transpose()
}

fn verdict(good: bool, reason: &str) -> Result<Verdict, StoreError> {
    Ok(match (good, reason) {
        (true, _) => Verdict::Good,
        (false, "") => Verdict::Bad(None),
        (false, reason) => Verdict::Bad(Some(Reason::from_id(reason).ok_or(NO_REASON)?)),
    })
}

/// The words since then, equal ones counted together.
///
/// # Errors
/// The database fails, or holds a word of no known kind.
pub fn tallies(sql: &Connection, since: DateTime<Utc>) -> Result<Vec<Tally>, StoreError> {
    // Weeks of the city's calendar: 1970-01-01 was a Thursday, three days after a Monday.
    let mut statement = sql.prepare_cached(
        "SELECT kind, iif(kind = 'answer', subject, '') AS entry, office, language,
                ((at + 9 * 3600000) / 86400000 + 3) / 7 AS week, good, reason, count(*)
         FROM feedback WHERE at >= ?1
         GROUP BY kind, entry, office, language, week, good, reason
         ORDER BY week, kind, entry, office, language, good, reason",
    )?;
    let mut rows = statement.query([since.timestamp_millis()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, office): (String, Option<String>) = (row.get(0)?, row.get(2)?);
        let (language, reason): (String, String) = (row.get(3)?, row.get(6)?);
        let unknown = StoreError::Row("a rating of no known kind or language");
        let known = Kind::from_id(&kind).zip(Language::from_tag(&language));
        let (kind, language) = known.ok_or(unknown)?;
        let weeks: i64 = row.get(4)?;
        found.push(Tally {
            kind,
            entry: row.get(1)?,
            office: office.as_deref().and_then(OfficeId::read),
            language,
            week: NaiveDate::default() + TimeDelta::days(weeks * 7 - 3),
            verdict: verdict(row.get(5)?, &reason)?,
            count: row.get(7)?,
        });
    }
    Ok(found)
}
