//! Passwords and sessions of those who work at the desk. Neither a password nor a token of a session is kept, only what
//! shows that somebody knows them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::StoreError;
use super::tx::{Actor, Tx};
use crate::desk::audit::moment;

/// The word of the log for somebody who is locked out.
const LOCKED: &str = "locked";

/// A password as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptPassword {
    /// A PHC string; empty where somebody is locked out.
    pub hash: String,
    /// Somebody else gave it, so it has to be changed at the next login.
    pub is_given: bool,
}

/// What a session is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
    Work,
    /// Only for setting a password of one's own.
    Setup,
}

impl SessionKind {
    const fn id(self) -> &'static str {
        match self {
            SessionKind::Work => "work",
            SessionKind::Setup => "setup",
        }
    }
}

/// Somebody who has come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub name: String,
    pub kind: SessionKind,
    pub until: DateTime<Utc>,
}

/// How things stand with somebody's login.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Login {
    pub has_password: bool,
    pub is_given: bool,
    pub is_locked: bool,
    /// Sessions that are open now.
    pub sessions: u32,
}

/// The password of somebody, as it is kept.
///
/// # Errors
/// The database fails.
pub fn password(sql: &Connection, name: &str) -> Result<Option<KeptPassword>, StoreError> {
    let mut statement =
        sql.prepare_cached("SELECT hash, given FROM clerk_passwords WHERE name = ?1")?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(KeptPassword {
            hash: row.get(0)?,
            is_given: row.get(1)?,
        })
    };
    Ok(statement.query_row([name], read).optional()?)
}

/// The session of a token, while it lasts.
///
/// # Errors
/// The database fails.
pub fn session(
    sql: &Connection,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<Session>, StoreError> {
    let mut statement = sql.prepare_cached(
        "SELECT name, kind = 'setup', until FROM clerk_sessions WHERE token_hash = ?1 AND until > ?2",
    )?;
    let values = params![token_hash, now.timestamp_millis()];
    let read = |row: &rusqlite::Row<'_>| {
        let is_setup: bool = row.get(1)?;
        Ok(Session {
            name: row.get(0)?,
            kind: if is_setup {
                SessionKind::Setup
            } else {
                SessionKind::Work
            },
            until: super::tx::at(row.get(2)?),
        })
    };
    Ok(statement.query_row(values, read).optional()?)
}

/// Everybody who has a password or an open session, or is locked out.
///
/// # Errors
/// The database fails.
pub fn logins(sql: &Connection, now: DateTime<Utc>) -> Result<BTreeMap<String, Login>, StoreError> {
    let mut found: BTreeMap<String, Login> = BTreeMap::new();
    let mut passwords = sql.prepare_cached("SELECT name, given, hash = '' FROM clerk_passwords")?;
    let mut rows = passwords.query([])?;
    while let Some(row) = rows.next()? {
        let login = found.entry(row.get(0)?).or_default();
        login.is_given = row.get(1)?;
        login.is_locked = row.get(2)?;
        login.has_password = !login.is_locked;
    }
    let mut sessions = sql.prepare_cached(
        "SELECT name, count(*) FROM clerk_sessions WHERE until > ?1 AND kind = 'work' GROUP BY name",
    )?;
    let mut rows = sessions.query([now.timestamp_millis()])?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().sessions = row.get(1)?;
    }
    Ok(found)
}

impl Tx<'_> {
    /// The password of somebody, as it is kept.
    ///
    /// # Errors
    /// The database fails.
    pub fn password(&self, name: &str) -> Result<Option<KeptPassword>, StoreError> {
        password(self.sql, name)
    }

    /// The session of a token, while it lasts.
    ///
    /// # Errors
    /// The database fails.
    pub fn session(
        &self,
        token_hash: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Session>, StoreError> {
        session(self.sql, token_hash, now)
    }

    /// Keeps a new password, which ends every session of that name.
    ///
    /// # Errors
    /// The database fails.
    pub fn keep_password(
        &self,
        name: &str,
        kept: &KeptPassword,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let before = self.password_word(name)?;
        self.run(
            "INSERT INTO clerk_passwords (name, hash, given, changed_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, given = excluded.given,
                                              changed_at = excluded.changed_at",
            params![name, kept.hash, kept.is_given, now.timestamp_millis()],
        )?;
        let ended = self.end_sessions(name)?;
        // A new password lifts a lock, on Telegram as well.
        if before == LOCKED {
            self.revised()?;
        }
        let (what, after) = if kept.is_given {
            ("give-password", "given")
        } else {
            ("set-password", "own")
        };
        let after = format!("{after} sessions-ended={ended}");
        self.audit(actor, what, name, &before, &after, now)
    }

    /// Takes password, sessions and Telegram away. Somebody who never had a password is locked out as well.
    ///
    /// # Errors
    /// The database fails.
    pub fn lock_out(
        &self,
        name: &str,
        actor: Actor<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let before = self.password_word(name)?;
        self.run(
            "INSERT INTO clerk_passwords (name, hash, given, changed_at) VALUES (?1, '', 0, ?2)
             ON CONFLICT (name) DO UPDATE SET hash = '', given = 0, changed_at = excluded.changed_at",
            params![name, now.timestamp_millis()],
        )?;
        let after = format!("locked sessions-ended={}", self.end_sessions(name)?);
        self.end_presence(name)?;
        self.audit(actor, "lock-login", name, &before, &after, now)?;
        self.shut_telegram(name, actor, now)
    }

    /// Notes a session that has begun.
    ///
    /// # Errors
    /// The database fails.
    pub fn begin_session(
        &self,
        token_hash: &str,
        session: &Session,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO clerk_sessions (token_hash, name, kind, made_at, until) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                token_hash,
                session.name,
                session.kind.id(),
                now.timestamp_millis(),
                session.until.timestamp_millis()
            ],
        )?;
        let (actor, kind) = (Actor::Clerk(&session.name), session.kind.id());
        let after = format!("{kind} until={}", moment(session.until));
        self.audit(actor, "begin-session", &session.name, "", &after, now)?;
        match session.kind {
            SessionKind::Work => self.resume_telegram(&session.name, now),
            SessionKind::Setup => Ok(()),
        }
    }

    /// How things stand with somebody's password.
    fn password_word(&self, name: &str) -> Result<String, StoreError> {
        let found = self.password(name)?;
        let word = match found {
            None => "none",
            Some(kept) if kept.hash.is_empty() => LOCKED,
            Some(kept) if kept.is_given => "given",
            Some(_) => "own",
        };
        Ok(word.to_owned())
    }

    /// Ends one session.
    ///
    /// # Errors
    /// The database fails.
    pub fn end_session(&self, token_hash: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut statement = self.sql.prepare_cached(
            "DELETE FROM clerk_sessions WHERE token_hash = ?1 RETURNING name, kind",
        )?;
        let ended = statement.query_row([token_hash], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        });
        match ended.optional()? {
            Some((name, kind)) => {
                // At another screen they may be there still.
                let mut others = self.sql.prepare_cached(
                    "SELECT 1 FROM clerk_sessions WHERE name = ?1 AND until > ?2",
                )?;
                if !others.exists(params![name, now.timestamp_millis()])? {
                    self.end_presence(&name)?;
                }
                let actor = Actor::Clerk(&name);
                self.audit(actor, "end-session", &name, &kind, "over", now)
            }
            None => Ok(()),
        }
    }

    /// Ends every session of a name. Who was at the inbox by one of them is not there any more.
    pub(super) fn end_sessions(&self, name: &str) -> Result<usize, StoreError> {
        let sql = "DELETE FROM clerk_sessions WHERE name = ?1";
        let ended = self.sql.prepare_cached(sql)?.execute([name])?;
        if ended > 0 {
            self.end_presence(name)?;
        }
        Ok(ended)
    }

    /// Deletes the sessions that are over.
    ///
    /// # Errors
    /// The database fails.
    pub fn prune_sessions(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "DELETE FROM clerk_sessions WHERE until <= ?1";
        let rows = (self.sql.prepare_cached(sql)?).execute([now.timestamp_millis()])?;
        if rows == 0 {
            return Ok(());
        }
        let after = format!("sessions={rows}");
        self.audit(Actor::Desk, "prune", "sessions", "", &after, now)
    }
}
