//! Reading what is kept about a resident, for their own copy.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::StoreError;
use super::tx::at;
use crate::desk::message::Address;
use crate::desk::own_copy::{
    CopiedBlock, CopiedCase, CopiedFeedback, CopiedMessage, CopiedRenewal, CopiedReservation,
    CopiedTicket, CopiedWait, OwnCopy,
};
use crate::desk::queue::ticket::TicketNumber;
use crate::desk::retention::{Kind, Retention};
use crate::desk::rules::civil;

/// The time of the city, as RFC 3339.
fn here(millis: i64) -> String {
    format!("{}+09:00", civil(at(millis)).format("%Y-%m-%dT%H:%M:%S"))
}

fn words(list: &str) -> Vec<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

fn code(case: i64) -> String {
    format!("K-{case}")
}

fn all<T>(
    sql: &Connection,
    query: &str,
    resident: i64,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = sql.prepare_cached(query)?;
    let rows = statement.query_map([resident], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The copy for whoever talks to us at an address; nothing where nobody does.
///
/// # Errors
/// The database fails.
pub fn own_copy(
    sql: &Connection,
    address: &Address,
    retention: &Retention,
    now: DateTime<Utc>,
) -> Result<Option<OwnCopy>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT id, language, messages, created_at, seen_at FROM residents WHERE channel = ?1 AND address = ?2",
    )?;
    let found = statement
        .query_row(params![address.channel.id(), address.id], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, bool>(2)?,
                row.get::<_, i64>(3)?,
                row.get::<_, i64>(4)?,
            ))
        })
        .optional()?;
    let Some((id, language, messages_wanted, first, last)) = found else {
        return Ok(None);
    };
    let terms = Kind::ALL.map(|kind| (kind.key(), retention.days(kind)));
    Ok(Some(OwnCopy {
        made_at: here(now.timestamp_millis()),
        language,
        messages_wanted,
        first_seen_at: here(first),
        last_seen_at: here(last),
        retention: terms.into(),
        messages: messages(sql, id)?,
        reservations: reservations(sql, id)?,
        waits: waits(sql, id)?,
        renewals: renewals(sql, id)?,
        tickets: tickets(sql, id)?,
        cases: cases(sql, id)?,
        feedback: feedback(sql, id)?,
        blocks: blocks(sql, id)?,
    }))
}

/// Both sides in the order in which they spoke. What somebody wrote while a case of theirs was open belongs to it.
/// What waits because an incident has stopped the messages is not shown here either.
fn messages(sql: &Connection, resident: i64) -> Result<Vec<CopiedMessage>, StoreError> {
    let query = "SELECT at, 0, text, '',
                        (SELECT c.id FROM cases c WHERE c.resident = i.resident AND i.turn = 'person'
                            AND c.opened_at <= i.at AND ifnull(c.closed_at, i.at) >= i.at ORDER BY c.id DESC LIMIT 1)
                   FROM inbox i WHERE resident = ?1 AND text <> ''
                 UNION ALL
                 SELECT at, id, text, phrase, case_id FROM outbox WHERE resident = ?1 AND text <> ''
                    AND (state <> 'pending' OR NOT EXISTS (SELECT 1 FROM meta WHERE name = 'frozen'))
                  ORDER BY 1, 2";
    all(sql, query, resident, |row| {
        let phrase: String = row.get(3)?;
        let from = match (row.get::<_, i64>(1)?, phrase.as_str()) {
            (0, _) => "you",
            (_, "staff-says") => "staff",
            _ => "desk",
        };
        Ok(CopiedMessage {
            at: here(row.get(0)?),
            from,
            text: row.get(2)?,
            case: row.get::<_, Option<i64>>(4)?.map(code),
        })
    })
}

fn reservations(sql: &Connection, resident: i64) -> Result<Vec<CopiedReservation>, StoreError> {
    let query = "SELECT code, office, start_at, people, state, made_at,
                        (SELECT group_concat(procedure, ' ') FROM
                            (SELECT procedure FROM reservation_procedures WHERE reservation = r.id ORDER BY n))
                   FROM reservations r WHERE resident = ?1 ORDER BY start_at";
    all(sql, query, resident, |row| {
        Ok(CopiedReservation {
            code: row.get(0)?,
            office: row.get(1)?,
            starts_at: here(row.get(2)?),
            people: row.get(3)?,
            state: row.get(4)?,
            made_at: here(row.get(5)?),
            procedures: words(&row.get::<_, Option<String>>(6)?.unwrap_or_default()),
        })
    })
}

fn waits(sql: &Connection, resident: i64) -> Result<Vec<CopiedWait>, StoreError> {
    let query = "SELECT office, procedures, people, first_day, last_day, state FROM waits WHERE resident = ?1 ORDER BY id";
    all(sql, query, resident, |row| {
        Ok(CopiedWait {
            office: row.get(0)?,
            procedures: words(&row.get::<_, String>(1)?),
            people: row.get(2)?,
            first_day: row.get(3)?,
            last_day: row.get(4)?,
            state: row.get(5)?,
        })
    })
}

fn renewals(sql: &Connection, resident: i64) -> Result<Vec<CopiedRenewal>, StoreError> {
    let query =
        "SELECT kind, due_month, state FROM renewal_reminders WHERE resident = ?1 ORDER BY kind";
    all(sql, query, resident, |row| {
        Ok(CopiedRenewal {
            kind: row.get(0)?,
            due_month: row.get(1)?,
            state: row.get(2)?,
        })
    })
}

fn tickets(sql: &Connection, resident: i64) -> Result<Vec<CopiedTicket>, StoreError> {
    let query =
        "SELECT letter, n, office, day, state, issued_at, chair, hearing, interpreter FROM tickets
                  WHERE resident = ?1 ORDER BY id";
    all(sql, query, resident, |row| {
        let letter: String = row.get(0)?;
        let number = TicketNumber {
            letter: letter.chars().next().unwrap_or_default(),
            n: row.get(1)?,
        };
        Ok(CopiedTicket {
            number: number.to_string(),
            office: row.get(2)?,
            day: row.get(3)?,
            state: row.get(4)?,
            issued_at: here(row.get(5)?),
            chair: row.get(6)?,
            hearing: row.get(7)?,
            interpreter: row.get(8)?,
        })
    })
}

fn cases(sql: &Connection, resident: i64) -> Result<Vec<CopiedCase>, StoreError> {
    let query = "SELECT c.id, c.opened_at, c.state, c.closed_at, b.phone FROM cases c
                   LEFT JOIN callbacks b ON b.case_id = c.id WHERE c.resident = ?1 ORDER BY c.id";
    all(sql, query, resident, |row| {
        Ok(CopiedCase {
            case: code(row.get(0)?),
            opened_at: here(row.get(1)?),
            state: row.get(2)?,
            closed_at: row.get::<_, Option<i64>>(3)?.map(here),
            callback_phone: row.get(4)?,
        })
    })
}

fn feedback(sql: &Connection, resident: i64) -> Result<Vec<CopiedFeedback>, StoreError> {
    let query = "SELECT at, kind, good, reason FROM feedback WHERE resident = ?1 ORDER BY id";
    all(sql, query, resident, |row| {
        Ok(CopiedFeedback {
            at: here(row.get(0)?),
            about: row.get(1)?,
            good: row.get(2)?,
            reason: row.get(3)?,
        })
    })
}

fn blocks(sql: &Connection, resident: i64) -> Result<Vec<CopiedBlock>, StoreError> {
    let query = "SELECT at, until, lifted_at FROM blocks WHERE resident = ?1 ORDER BY id";
    all(sql, query, resident, |row| {
        Ok(CopiedBlock {
            at: here(row.get(0)?),
            until: here(row.get(1)?),
            lifted_at: row.get::<_, Option<i64>>(2)?.map(here),
        })
    })
}
