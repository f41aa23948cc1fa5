//! Who works at the desk comes in with a name of the roster, a password, and a code where they have a second factor.
//! Sessions are kept in the database, so that a restart puts nobody out.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::App;
use super::factor;
use super::password::{self, LoginError, Password};
use crate::desk::lockout::Tries;
use crate::desk::roster::flat;
use crate::store::StoreError;
use crate::store::logins::{self, KeptPassword};
use crate::store::tx::{Actor, Tx};

pub use crate::store::logins::{Login, Session, SessionKind};

/// After so long somebody must come in again.
pub const SESSION_HOURS: i64 = 10;
/// So long somebody may take over a password of their own.
const SETUP_MINUTES: i64 = 15;
/// Under which name the secret of the door is kept.
const DOOR_SECRET: &str = "secret:door";
/// The longest name that is looked at.
const NAME_CHARS_MAX: usize = 64;
/// The longest token that is looked at.
const TOKEN_CHARS_MAX: usize = 128;

/// A session that has begun, with the token that only its browser gets.
#[derive(Clone, PartialEq, Eq)]
pub struct Opened {
    pub token: String,
    pub kind: SessionKind,
}

/// Why a password stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchanged {
    /// The old one is not right.
    Wrong,
    /// The new one is the old one.
    Same,
    /// The code of the second factor is not right.
    Code,
    /// The session is over, or the password was changed meanwhile.
    Over,
}

impl App {
    /// Whose session a token is, while it lasts and they are in service.
    ///
    /// # Errors
    /// The database fails.
    pub fn session(&self, token: &str) -> Result<Option<Session>, StoreError> {
        if token.is_empty() || token.len() > TOKEN_CHARS_MAX {
            return Ok(None);
        }
        let now = self.now();
        let hash = token_hash(token);
        let found = (self.inner.store).read(|sql| logins::session(sql, &hash, now))?;
        let Some(session) = found else {
            return Ok(None);
        };
        let roster = self.roster()?;
        let person = roster.find(&session.name);
        let is_here = person.is_some_and(|person| person.is_in_service(self.today()));
        Ok(is_here.then_some(session))
    }

    /// Notes a try to come in under a name from a place, before it is known how it ends; says how long to wait where
    /// there were too many. Names that nobody has are counted like others.
    ///
    /// # Errors
    /// The database fails.
    pub async fn begin_try(
        &self,
        typed_name: &str,
        place: &str,
    ) -> Result<Result<(), TimeDelta>, StoreError> {
        let (name, place) = (self.tried(typed_name)?, place.to_owned());
        let now = self.now();
        let work = move |tx: &mut Tx<'_>| {
            let (name, place) = digests(tx, &name, &place)?;
            let elsewhere = tx.tries_elsewhere(&name, &place, now)?;
            match tx.tries(&name, &place)?.begin(elsewhere, now) {
                Ok(tries) => tx.keep_tries(&name, &place, &tries).map(Ok),
                Err(wait) => Ok(Err(wait)),
            }
        };
        self.inner.store.write(work).await
    }

    /// The try was right: it and those before it are forgotten.
    ///
    /// # Errors
    /// The database fails.
    pub async fn end_try(&self, typed_name: &str, place: &str) -> Result<(), StoreError> {
        let (name, place) = (self.tried(typed_name)?, place.to_owned());
        let now = self.now();
        let work = move |tx: &mut Tx<'_>| {
            let (name, place) = digests(tx, &name, &place)?;
            tx.keep_tries(&name, &place, &Tries::right(now))
        };
        self.inner.store.write(work).await
    }

    /// A name as it counts for tries.
    fn tried(&self, typed: &str) -> Result<String, StoreError> {
        let roster = self.roster()?;
        let known = roster.person(typed).map(|person| person.name.clone());
        Ok(known.unwrap_or_else(|| flat(typed).chars().take(NAME_CHARS_MAX).collect()))
    }

    /// The secret that marks what this desk gives to browsers in front of its door, if there is one yet.
    ///
    /// # Errors
    /// The database fails.
    pub fn door_secret(&self) -> Result<Option<String>, StoreError> {
        (self.inner.store).read(|sql| crate::store::meta(sql, DOOR_SECRET))
    }

    /// The same, drawn if there is none yet.
    ///
    /// # Errors
    /// The database fails.
    pub async fn drawn_door_secret(&self) -> Result<String, StoreError> {
        self.inner.store.write(|tx| tx.secret(DOOR_SECRET)).await
    }

    /// Begins a session for somebody whose password this is, and whose code, where they have a second factor. While nobody
    /// has a password, somebody may come in with the token of this start, and then only to set one: it stands in the log
    /// of the start for as long as that is kept, and must not open for the next newcomer's name. Nobody learns from the time it
    /// takes, or from the answer, whether a name is known or which part was wrong.
    ///
    /// # Errors
    /// The database fails, or too many come in at once.
    pub async fn enter(
        &self,
        typed_name: &str,
        secret: &str,
        code: &str,
        is_start_token: bool,
    ) -> Result<Option<Opened>, LoginError> {
        let (roster, today) = (self.roster()?, self.today());
        let person = roster.person(typed_name);
        let person = person.filter(|person| person.is_in_service(today));
        let name = person.map(|person| person.name.clone());
        let kept = match &name {
            Some(name) => self.kept_password(name)?,
            None => None,
        };
        let fits = password::fits(secret, hash_of(kept.as_ref())).await?;
        let fits = fits || is_start_token && kept.is_none() && self.is_first_start()?;
        let Some(name) = name.clone().filter(|_| fits) else {
            self.note_refused(name).await?;
            return Ok(None);
        };
        let kind = match &kept {
            Some(kept) if !kept.is_given => SessionKind::Work,
            _ => SessionKind::Setup,
        };
        let (now, code) = (self.now(), code.to_owned());
        let work = move |tx: &mut Tx<'_>| {
            // What was compared may have been changed or taken away meanwhile.
            if tx.password(&name)? != kept {
                tx.note_refused_login(Some(&name), now)?;
                return Ok(None);
            }
            let before = tx.factor(&name)?;
            let Some(after) = factor::used(&before, &code, now) else {
                // Whoever reads it learns that somebody knows the password.
                tx.audit(
                    Actor::Desk,
                    "login-refused",
                    &name,
                    "",
                    "second-factor",
                    now,
                )?;
                return Ok(None);
            };
            if after != before {
                tx.keep_factor(&name, &after)?;
            }
            begin(tx, name, kind, now).map(Some)
        };
        Ok(self.inner.store.write(work).await?)
    }

    async fn note_refused(&self, name: Option<String>) -> Result<(), StoreError> {
        let now = self.now();
        let work = move |tx: &mut Tx<'_>| tx.note_refused_login(name.as_deref(), now);
        self.inner.store.write(work).await
    }

    /// Somebody inside could not show that a session is theirs, as with the old password for a new one.
    pub(super) async fn note_unproven(
        &self,
        name: &str,
        wrong: &'static str,
    ) -> Result<(), StoreError> {
        let (name, now) = (name.to_owned(), self.now());
        let work = move |tx: &mut Tx<'_>| {
            let actor = Actor::Clerk(&name);
            tx.audit(actor, "proof-refused", &name, "", wrong, now)
        };
        self.inner.store.write(work).await
    }

    /// Ends the session of a token.
    ///
    /// # Errors
    /// The database fails.
    pub async fn leave(&self, token: &str) -> Result<(), StoreError> {
        let (hash, now) = (token_hash(token), self.now());
        (self.inner.store)
            .write(move |tx| tx.end_session(&hash, now))
            .await
    }

    /// Somebody sets a password of their own: with the old one, or in a session that is for nothing else. All their
    /// sessions end; a new one begins.
    ///
    /// # Errors
    /// The database fails, or too many come in at once.
    pub async fn change_password(
        &self,
        token: &str,
        old: &str,
        new: &Password,
    ) -> Result<Result<Opened, Unchanged>, LoginError> {
        let Some(session) = self.session(token)? else {
            return Ok(Err(Unchanged::Over));
        };
        let kept = self.kept_password(&session.name)?;
        let hash = hash_of(kept.as_ref());
        if session.kind == SessionKind::Work && !password::fits(old, hash).await? {
            self.note_unproven(&session.name, "old-password").await?;
            return Ok(Err(Unchanged::Wrong));
        }
        if let Some(hash) = hash
            && new.fits(hash).await?
        {
            return Ok(Err(Unchanged::Same));
        }
        let made = KeptPassword {
            hash: new.hash(self.new_salt().await?).await?,
            is_given: false,
        };
        let (now, hash) = (self.now(), token_hash(token));
        let work = move |tx: &mut Tx<'_>| {
            let is_same = tx.session(&hash, now)?.as_ref() == Some(&session);
            if !is_same || tx.password(&session.name)? != kept {
                return Ok(Err(Unchanged::Over));
            }
            let name = session.name;
            tx.keep_password(&name, &made, Actor::Clerk(&name), now)?;
            begin(tx, name, SessionKind::Work, now).map(Ok)
        };
        Ok(self.inner.store.write(work).await?)
    }

    /// Gives somebody a password that they must change at the next login, once for a key; nothing where the key has had
    /// its effect.
    ///
    /// # Errors
    /// The database fails, or too many come in at once.
    pub async fn give_password(
        &self,
        key: String,
        by: &str,
        name: &str,
    ) -> Result<Option<String>, LoginError> {
        let (text, made) = self.made_up(true).await?;
        let (by, name) = (by.to_owned(), name.to_owned());
        let now = self.now();
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&format!("password:{key}"), now)? {
                return Ok(false);
            }
            tx.keep_password(&name, &made, Actor::Clerk(&by), now)?;
            Ok(true)
        };
        let is_done = self.inner.store.write(work).await?;
        Ok(is_done.then_some(text))
    }

    /// Sets somebody's password at the terminal.
    ///
    /// # Errors
    /// The database fails.
    pub async fn set_password(&self, name: &str, new: &Password) -> Result<(), LoginError> {
        let made = KeptPassword {
            hash: new.hash(self.new_salt().await?).await?,
            is_given: false,
        };
        self.keep(name, made).await
    }

    /// Makes up a password for somebody at the terminal.
    ///
    /// # Errors
    /// The database fails.
    pub async fn generate_password(&self, name: &str) -> Result<String, LoginError> {
        let (text, made) = self.made_up(false).await?;
        self.keep(name, made).await?;
        Ok(text)
    }

    /// Takes somebody's password and sessions away, until they are given another password.
    ///
    /// # Errors
    /// The database fails.
    pub async fn lock_out(&self, name: &str) -> Result<(), StoreError> {
        let (name, now) = (name.to_owned(), self.now());
        let work = move |tx: &mut Tx<'_>| tx.lock_out(&name, Actor::Desk, now);
        self.inner.store.write(work).await
    }

    /// How things stand with everybody who has a password or a session, or is locked out.
    ///
    /// # Errors
    /// The database fails.
    pub fn logins(&self) -> Result<BTreeMap<String, Login>, StoreError> {
        let now = self.now();
        self.inner.store.read(|sql| logins::logins(sql, now))
    }

    /// A token that lets people in to set their first password, while nobody of the roster has one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn start_token(&self) -> Result<Option<String>, StoreError> {
        if !self.is_first_start()? {
            return Ok(None);
        }
        self.new_token().await.map(Some)
    }

    /// Whether there are people, none of whom has a password.
    ///
    /// # Errors
    /// The database fails.
    pub fn is_first_start(&self) -> Result<bool, StoreError> {
        let roster = self.roster()?;
        let logins = self.logins()?;
        let has_password = |name: &str| logins.get(name).is_some_and(|l| l.has_password);
        let mut people = roster.people.iter();
        Ok(!roster.people.is_empty() && !people.any(|person| has_password(&person.name)))
    }

    pub(super) fn kept_password(&self, name: &str) -> Result<Option<KeptPassword>, StoreError> {
        self.inner.store.read(|sql| logins::password(sql, name))
    }

    async fn keep(&self, name: &str, made: KeptPassword) -> Result<(), LoginError> {
        let (name, now) = (name.to_owned(), self.now());
        let work = move |tx: &mut Tx<'_>| tx.keep_password(&name, &made, Actor::Desk, now);
        Ok(self.inner.store.write(work).await?)
    }

    async fn made_up(&self, is_given: bool) -> Result<(String, KeptPassword), LoginError> {
        let text = (self.inner.store).write(|tx| Ok(tx.ids.password())).await?;
        let new = Password::new(&text, "").map_err(|unfit| LoginError::Hash(unfit.to_string()))?;
        let hash = new.hash(self.new_salt().await?).await?;
        Ok((text, KeptPassword { hash, is_given }))
    }

    async fn new_salt(&self) -> Result<[u8; 16], StoreError> {
        self.inner.store.write(|tx| Ok(tx.ids.salt())).await
    }
}

/// What is kept of a name and a place: people type passwords into the wrong field, and addresses are personal.
fn digests(tx: &mut Tx<'_>, name: &str, place: &str) -> Result<(String, String), StoreError> {
    let secret = tx.tries_secret()?;
    let digest = |kind, text| token_hash(&format!("{secret}:{kind}:{text}"));
    Ok((digest("name", name), digest("place", place)))
}

/// Begins a session.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    name: String,
    kind: SessionKind,
    now: DateTime<Utc>,
) -> Result<Opened, StoreError> {
    let lasts = match kind {
        SessionKind::Work => TimeDelta::hours(SESSION_HOURS),
        SessionKind::Setup => TimeDelta::minutes(SETUP_MINUTES),
    };
    let until = now + lasts;
    let token = tx.ids.token();
    let session = Session { name, kind, until };
    tx.begin_session(&token_hash(&token), &session, now)?;
    Ok(Opened { token, kind })
}

/// What a password is compared with; nothing where there is none, or somebody is locked out.
pub(super) fn hash_of(kept: Option<&KeptPassword>) -> Option<&str> {
    kept.map(|kept| kept.hash.as_str())
        .filter(|hash| !hash.is_empty())
}

pub(super) fn token_hash(token: &str) -> String {
    let digest = Sha256::digest(token.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
