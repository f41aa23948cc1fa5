//! The people whom the configuration does not name, and what belongs to anybody of the roster: away, Telegram, second
//! factor. Every change counts up a number by which a running desk knows that its roster is an old one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::tx::{Actor, Tx};
use crate::desk::rights::{OnTelegram, Organisation, Role};
use crate::desk::roster::Post;
use crate::desk::rules::OfficeId;
use crate::ids::IncidentId;

/// The number in `meta`.
const REVISION: &str = "roster-revision";
/// How the rows of `meta` begin that say whose Telegram waits for their next login; the name follows.
const SUSPENDED: &str = "telegram-suspended:";

/// What belongs to somebody, whoever names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pub is_away: bool,
    pub telegram: Option<i64>,
    pub has_factor: bool,
    pub on_telegram: OnTelegram,
}

/// The second factor of somebody.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct KeptFactor {
    /// The shared secret in base32; empty where there is none.
    pub secret: String,
    /// The last step of time whose code was used.
    pub step: u64,
}

/// By what a desk knows whether its roster is that of the database.
///
/// # Errors
/// The database fails.
pub fn revision(sql: &Connection) -> Result<String, StoreError> {
    Ok(super::meta(sql, REVISION)?.unwrap_or_default())
}

/// The posts that are kept here, by name.
///
/// # Errors
/// The database fails, or a row does not make sense.
pub fn posts(sql: &Connection) -> Result<Vec<(String, Post)>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT name, role, organisation, offices, first_day, last_day FROM clerks ORDER BY made_at, name",
    )?;
    let mut rows = statement.query([])?;
    let mut posts = Vec::new();
    while let Some(row) = rows.next()? {
        let offices: String = row.get(3)?;
        let offices: BTreeSet<OfficeId> = offices.split(' ').filter_map(OfficeId::read).collect();
        let role = Role::from_id(&row.get::<_, String>(1)?);
        let organisation = Organisation::from_id(&row.get::<_, String>(2)?);
        let (Some(role), Some(organisation)) = (role, organisation) else {
            return Err(StoreError::Row("clerks.role or clerks.organisation"));
        };
        let post = Post {
            role,
            organisation,
            offices,
            first_day: day(row.get(4)?)?,
            last_day: day(row.get(5)?)?,
        };
        posts.push((row.get(0)?, post));
    }
    Ok(posts)
}

fn day(text: Option<String>) -> Result<Option<NaiveDate>, StoreError> {
    let read = |text: String| text.parse().map_err(|_| StoreError::Row("a day of clerks"));
    text.map(read).transpose()
}

/// What belongs to each person, by name.
///
/// # Errors
/// The database fails.
pub fn marks(sql: &Connection) -> Result<BTreeMap<String, Marks>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT name, away, telegram, totp <> '' FROM clerk_marks")?;
    let mut rows = statement.query([])?;
    let mut marks = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let own = Marks {
            is_away: row.get(1)?,
            telegram: row.get(2)?,
            has_factor: row.get(3)?,
            on_telegram: OnTelegram::Open,
        };
        marks.insert(row.get(0)?, own);
    }
    let mut mark = |name: String, on: OnTelegram| {
        let own: &mut Marks = marks.entry(name).or_default();
        own.on_telegram = on;
    };
    let mut statement = sql.prepare_cached("SELECT name FROM meta WHERE name GLOB ?1")?;
    let mut rows = statement.query([format!("{SUSPENDED}*")])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let name = name.strip_prefix(SUSPENDED).unwrap_or_default();
        mark(name.to_owned(), OnTelegram::AfterLogin);
    }
    let mut statement = sql.prepare_cached("SELECT name FROM clerk_passwords WHERE hash = ''")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        mark(row.get(0)?, OnTelegram::Locked);
    }
    Ok(marks)
}

/// The second factor of somebody.
///
/// # Errors
/// The database fails.
pub fn factor(sql: &Connection, name: &str) -> Result<KeptFactor, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT totp, totp_step FROM clerk_marks WHERE name = ?1")?;
    let read = |row: &rusqlite::Row<'_>| {
        let step: i64 = row.get(1)?;
        Ok(KeptFactor {
            secret: row.get(0)?,
            step: u64::try_from(step).unwrap_or_default(),
        })
    };
    let found = statement.query_row([name], read).optional()?;
    Ok(found.unwrap_or_default())
}

/// The posts that are kept here, and what belongs to each person.
pub type Kept = (Vec<(String, Post)>, BTreeMap<String, Marks>);

impl Tx<'_> {
    /// The posts that are kept here, and what belongs to each person, with what this job has changed.
    ///
    /// # Errors
    /// The database fails, or a row does not make sense.
    pub fn roster(&self) -> Result<Kept, StoreError> {
        Ok((posts(self.sql)?, marks(self.sql)?))
    }

    /// Keeps what somebody does here, be it new or changed.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_post(
        &self,
        name: &str,
        post: &Post,
        actor: Actor<'_>,
        what: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let offices: Vec<&str> = post.offices.iter().map(OfficeId::as_str).collect();
        let iso = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let before = self.post_word(name)?;
        self.run(
            "INSERT INTO clerks (name, role, organisation, offices, first_day, last_day, made_by, made_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (name) DO UPDATE SET role = excluded.role, organisation = excluded.organisation,
                 offices = excluded.offices, first_day = excluded.first_day, last_day = excluded.last_day",
            params![
                name,
                post.role.id(),
                post.organisation.id(),
                offices.join(" "),
                iso(post.first_day),
                iso(post.last_day),
                actor.name(),
                now.timestamp_millis()
            ],
        )?;
        self.revised()?;
        let after = format!(
            "role={} organisation={} offices={} first-day={} last-day={}",
            post.role.id(),
            post.organisation.id(),
            offices.join(","),
            iso(post.first_day).unwrap_or_default(),
            iso(post.last_day).unwrap_or_default()
        );
        self.audit(actor, what, name, &before, &after, now)
    }

    /// Somebody's place on the roster as the log names it.
    fn post_word(&self, name: &str) -> Result<String, StoreError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT 'role=' || role || ' organisation=' || organisation || ' offices=' || replace(offices, ' ', ',')
                    || ' first-day=' || ifnull(first_day, '') || ' last-day=' || ifnull(last_day, '')
             FROM clerks WHERE name = ?1",
        )?;
        let found: Option<String> = statement.query_row([name], |row| row.get(0)).optional()?;
        Ok(found.unwrap_or_default())
    }

    /// Ends somebody's service with a day. Their sessions end, and their Telegram is theirs no longer.
    ///
    /// # Errors
    /// The database fails.
    pub fn end_post(
        &self,
        name: &str,
        last_day: NaiveDate,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let before = self.post_word(name)?;
        self.run(
            "UPDATE clerks SET last_day = ?2 WHERE name = ?1",
            [name, &last_day.to_string()],
        )?;
        self.end_sessions(name)?;
        self.end_presence(name)?;
        self.run("DELETE FROM link_codes WHERE name = ?1", [name])?;
        self.run(
            "UPDATE clerk_marks SET telegram = NULL WHERE name = ?1",
            [name],
        )?;
        self.revised()?;
        self.audit(
            actor,
            "end-person",
            name,
            &before,
            &format!("last-day={last_day}"),
            now,
        )
    }

    /// Notes that somebody is away, or back.
    ///
    /// # Errors
    /// The database fails.
    pub fn set_away(
        &self,
        name: &str,
        is_away: bool,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO clerk_marks (name, away) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET away = excluded.away",
            params![name, is_away],
        )?;
        self.revised()?;
        let (what, before, after) = if is_away {
            ("go-away", "there", "away")
        } else {
            ("come-back", "away", "there")
        };
        self.audit(actor, what, name, before, after, now)
    }

    /// Ties a number on Telegram to somebody, or unties it. Whose it was before has it no longer.
    ///
    /// # Errors
    /// The database fails.
    pub fn set_telegram(
        &self,
        name: &str,
        telegram: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE clerk_marks SET telegram = NULL WHERE telegram = ?1",
            [telegram],
        )?;
        self.run(
            "INSERT INTO clerk_marks (name, telegram) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET telegram = excluded.telegram",
            params![name, telegram],
        )?;
        self.revised()?;
        let (what, before, after) = match telegram {
            Some(_) => ("link-telegram", "", "linked"),
            None => ("unlink-telegram", "linked", ""),
        };
        self.audit(Actor::Clerk(name), what, name, before, after, now)
    }

    /// Somebody who is locked out does nothing on Telegram either. A number that was tied by a code is theirs no longer;
    /// one of the configuration rests until the lock is lifted.
    pub(super) fn shut_telegram(
        &self,
        name: &str,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run("DELETE FROM link_codes WHERE name = ?1", [name])?;
        let sql = "UPDATE clerk_marks SET telegram = NULL WHERE name = ?1 AND telegram IS NOT NULL";
        let untied = self.sql.prepare_cached(sql)?.execute([name])?;
        self.revised()?;
        if untied == 0 {
            return Ok(());
        }
        self.audit(actor, "unlink-telegram", name, "linked", "", now)
    }

    /// What these people do on Telegram waits until each has come in by the door once more. Codes that would tie other
    /// accounts are over.
    ///
    /// # Errors
    /// The database fails.
    pub fn suspend_telegram(
        &self,
        names: &[&str],
        incident: IncidentId,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run("DELETE FROM link_codes", [])?;
        for name in names {
            self.set_meta(&format!("{SUSPENDED}{name}"), "1")?;
        }
        self.revised()?;
        let subject = format!("incident/{incident}");
        let after = format!("people={}", names.len());
        self.audit(actor, "suspend-telegram", &subject, "", &after, now)
    }

    /// Somebody has come in by the door: what they do on Telegram counts again.
    pub(super) fn resume_telegram(&self, name: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "DELETE FROM meta WHERE name = ?1";
        let found = self
            .sql
            .prepare_cached(sql)?
            .execute([format!("{SUSPENDED}{name}")])?;
        if found == 0 {
            return Ok(());
        }
        self.revised()?;
        let actor = Actor::Clerk(name);
        self.audit(actor, "resume-telegram", name, "suspended", "open", now)
    }

    /// The second factor of somebody.
    ///
    /// # Errors
    /// The database fails.
    pub fn factor(&self, name: &str) -> Result<KeptFactor, StoreError> {
        factor(self.sql, name)
    }

    /// Keeps a second factor, or takes it away with an empty secret. Their sessions end, as after a new password.
    ///
    /// # Errors
    /// The database fails.
    pub fn set_factor(
        &self,
        name: &str,
        kept: &KeptFactor,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.keep_factor(name, kept)?;
        self.end_sessions(name)?;
        self.revised()?;
        let (what, before, after) = if kept.secret.is_empty() {
            ("drop-factor", "set", "")
        } else {
            ("set-factor", "", "set")
        };
        self.audit(actor, what, name, before, after, now)
    }

    /// Notes the step whose code was used.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_factor(&self, name: &str, kept: &KeptFactor) -> Result<(), StoreError> {
        let step = i64::try_from(kept.step).unwrap_or(i64::MAX);
        self.run(
            "INSERT INTO clerk_marks (name, totp, totp_step) VALUES (?1, ?2, ?3)
             ON CONFLICT (name) DO UPDATE SET totp = excluded.totp, totp_step = excluded.totp_step",
            params![name, kept.secret, step],
        )
    }

    /// Keeps the digest of a code by which somebody ties their Telegram; codes of theirs from before are over.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_link_code(
        &self,
        digest: &str,
        name: &str,
        until: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run("DELETE FROM link_codes WHERE name = ?1", [name])?;
        self.run(
            "INSERT INTO link_codes (digest, name, until) VALUES (?1, ?2, ?3)",
            params![digest, name, until.timestamp_millis()],
        )
    }

    /// Whose code this is, while it lasts. It is used up by that.
    ///
    /// # Errors
    /// The database fails.
    pub fn take_link_code(
        &self,
        digest: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        self.run(
            "DELETE FROM link_codes WHERE until <= ?1",
            [now.timestamp_millis()],
        )?;
        let mut statement = self
            .sql
            .prepare_cached("DELETE FROM link_codes WHERE digest = ?1 RETURNING name")?;
        Ok(statement.query_row([digest], |row| row.get(0)).optional()?)
    }

    pub(super) fn revised(&self) -> Result<(), StoreError> {
        let before: u64 = revision(self.sql)?.parse().unwrap_or_default();
        self.set_meta(REVISION, &before.wrapping_add(1).to_string())
    }
}
