//! Incidents: the button, the record, and the two things that are done with the desk in one step.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::logins::token_hash;
use super::roster::compose;
use super::{App, Inner};
use crate::desk::incident::{
    self, Action, By, Freeze, Incident, IncidentChange, Raising, Record, Refusal,
};
use crate::desk::message::{Address, Channel};
use crate::desk::phrase::Phrase;
use crate::desk::rights::{OnTelegram, Role};
use crate::desk::rules::civil;
use crate::desk::view::{Change, Outcome, To};
use crate::ids::IncidentId;
use crate::store::tx::{Actor, Tx};
use crate::store::{StoreError, incidents};

/// The list shows so many incidents.
const LISTED_MAX: u16 = 200;
/// Who is told on their own telephone: those who run the desk, and the city.
const TOLD: [Role; 3] = [Role::Supervisor, Role::Deputy, Role::Reviewer];

/// What every page of the staff says at its top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alerts {
    /// The incidents that are open, the newest first.
    pub open: Vec<Incident>,
    pub freeze: Option<Freeze>,
}

impl App {
    /// Somebody says that something has gone wrong, once for a key. `token` is that of their session.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn raise_incident(
        &self,
        key: String,
        (by, token): (String, &str),
        mut wish: Raising,
    ) -> Result<Result<IncidentId, Refusal>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let session = token_hash(token);
        wish.what = crate::desk::mask::mask(&wish.what).text;
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&key, now)? {
                return Ok(Err(Refusal::Repeated));
            }
            let (id, frozen) = (tx.next_incident()?, tx.freeze()?);
            let who = By {
                name: &by,
                session: &session,
            };
            let url = inner.config.web.public_url.as_deref();
            let raised = incident::raise(&wish, frozen.as_ref(), who, id, url, now);
            let outcome = match raised {
                Ok(outcome) => outcome,
                Err(refusal) => return Ok(Err(refusal)),
            };
            tx.apply(&outcome.changes, Actor::Clerk(&by), now)?;
            inner.suspend_telegram(tx, &by, &outcome, now)?;
            inner.put_out(tx, &key, &outcome, None, now)?;
            inner.call_together(tx, &key, &by, &outcome, now)?;
            Ok(Ok(id))
        };
        let done = self.inner.store.write(work).await?;
        if done.is_ok() {
            self.announce(true, true);
        }
        Ok(done)
    }

    /// Somebody who runs the desk does something with the record of an incident, once for a key.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn act_on_incident(
        &self,
        key: String,
        (by, token): (String, &str),
        id: IncidentId,
        mut action: Action,
    ) -> Result<Result<(), Refusal>, StoreError> {
        let app = self.clone();
        let now = self.now();
        let session = token_hash(token);
        if let Action::Note(_, text) = &mut action {
            *text = crate::desk::mask::mask(text).text;
        }
        let work = move |tx: &mut Tx<'_>| {
            let Some(record) = tx.incident(id)? else {
                return Ok(Err(Refusal::Unknown));
            };
            let frozen = tx.freeze()?;
            let who = By {
                name: &by,
                session: &session,
            };
            let outcome = match incident::act(&record, frozen.as_ref(), &action, who, now) {
                Ok(outcome) => outcome,
                Err(refusal) => return Ok(Err(refusal)),
            };
            if !tx.take_in(&key, now)? {
                return Ok(Err(Refusal::Repeated));
            }
            tx.apply(&outcome.changes, Actor::Clerk(&by), now)?;
            app.inner.suspend_telegram(tx, &by, &outcome, now)?;
            app.inner.put_out(tx, &key, &outcome, None, now)?;
            if action == Action::Thaw {
                app.release_pages(tx, now)?;
            }
            Ok(Ok(()))
        };
        let done = self.inner.store.write(work).await?;
        if done.is_ok() {
            self.announce(true, true);
        }
        Ok(done)
    }

    /// What waited for pages comes behind what they were shown meanwhile, save what has nothing to say any more.
    fn release_pages(&self, tx: &Tx<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
        for row in tx.waiting_for_pages()? {
            let id = row.id;
            if !self.withdraw_late(tx, &[row], now)? {
                tx.put_last(id)?;
            }
        }
        Ok(())
    }

    /// What every page of the staff says at its top.
    ///
    /// # Errors
    /// The database fails.
    pub fn alerts(&self) -> Result<Alerts, StoreError> {
        self.inner.store.read(|sql| {
            Ok(Alerts {
                open: incidents::open_incidents(sql)?,
                freeze: incidents::freeze(sql)?,
            })
        })
    }

    /// Whether messages to residents are stopped.
    ///
    /// # Errors
    /// The database fails.
    pub fn freeze(&self) -> Result<Option<Freeze>, StoreError> {
        self.inner.store.read(incidents::freeze)
    }

    /// The incidents, the open ones first and then the newest.
    ///
    /// # Errors
    /// The database fails.
    pub fn incidents(&self) -> Result<Vec<Incident>, StoreError> {
        (self.inner.store).read(|sql| incidents::incidents(sql, LISTED_MAX))
    }

    /// An incident with its record.
    ///
    /// # Errors
    /// The database fails.
    pub fn incident(&self, id: IncidentId) -> Result<Option<Record>, StoreError> {
        self.inner.store.read(|sql| incidents::record(sql, id))
    }
}

impl Inner {
    /// With the sessions of the others ends what they do on Telegram: a stolen telephone has no session, and would go on
    /// answering citizens.
    fn suspend_telegram(
        &self,
        tx: &Tx<'_>,
        by: &str,
        outcome: &Outcome,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let revoked = outcome.changes.iter().find_map(|change| match change {
            Change::Incident(change) => match **change {
                IncidentChange::Revoke { incident, .. } => Some(incident),
                _ => None,
            },
            _ => None,
        });
        let Some(incident) = revoked else {
            return Ok(());
        };
        // What another job of this commit has changed is seen here as well.
        let (kept, marks) = tx.roster()?;
        let roster = compose(&self.config, kept, &marks);
        let others = roster.people.iter().filter(|person| person.name != by);
        let others = others.filter(|person| person.telegram.is_some());
        let names: Vec<&str> = others.map(|person| person.name.as_str()).collect();
        tx.suspend_telegram(&names, incident, Actor::Clerk(by), now)
    }

    /// Tells those who run the desk, and the city, on their own telephones what the staff's group is told.
    fn call_together(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        by: &str,
        outcome: &Outcome,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (roster, today) = (self.roster()?, civil(now).date());
        let phrases = outcome.replies.iter().filter(|reply| reply.to == To::Staff);
        let phrases: Vec<&Phrase> = phrases.map(|reply| &reply.phrase).collect();
        for person in roster.people.iter().filter(|person| person.name != by) {
            // A telephone that may be in other hands is told nothing.
            let is_told = person.role().is_some_and(|role| TOLD.contains(&role))
                && person.on_telegram != OnTelegram::Locked;
            let Some(telegram) = person
                .telegram
                .filter(|_| is_told && person.is_in_service(today))
            else {
                continue;
            };
            for (n, phrase) in phrases.iter().enumerate() {
                let key = format!("{key}:{telegram}:{n}");
                let address = Address::new(Channel::Telegram, telegram.to_string());
                self.tell_clerk(tx, &key, phrase, address, now)?;
            }
        }
        Ok(())
    }
}
