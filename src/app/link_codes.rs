//! Somebody ties their Telegram to their name: a page of theirs shows a code, and the account that sends it to the bot
//! is theirs from then on.

use std::sync::Arc;

use chrono::TimeDelta;

use super::App;
use super::logins::token_hash;
use crate::desk::audit::moment;
use crate::desk::message::{Address, Outgoing};
use crate::desk::queue::said::Said;
use crate::store::StoreError;
use crate::store::tx::{Actor, Tx};

/// A code is good for so long.
pub const LINK_MINUTES: i64 = 10;

impl App {
    /// A new code for somebody; those from before are over.
    ///
    /// # Errors
    /// The database fails.
    pub async fn new_link_code(&self, name: &str) -> Result<String, StoreError> {
        let name = name.to_owned();
        let now = self.now();
        let until = now + TimeDelta::minutes(LINK_MINUTES);
        let work = move |tx: &mut Tx<'_>| {
            let code = tx.ids.link_code();
            tx.keep_link_code(&token_hash(&code), &name, until)?;
            let (actor, after) = (Actor::Clerk(&name), format!("until={}", moment(until)));
            tx.audit(actor, "make-link-code", &name, "", &after, now)?;
            Ok(code)
        };
        self.inner.store.write(work).await
    }

    /// An account on Telegram sends a code, once for a key. The answer says whether it is tied now.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn link_telegram(
        &self,
        key: String,
        telegram: i64,
        address: Address,
        code: &str,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = self.now();
        let today = self.today();
        let digest = token_hash(&code.trim().to_lowercase());
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&key, now)? {
                return tx.said_to(&key);
            }
            let roster = inner.roster()?;
            let name = tx.take_link_code(&digest, now)?;
            let owner = name.and_then(|name| roster.find(&name));
            // The configuration's word on whose number this is, or on this person's number, is not changed here.
            let of_file = |id| {
                let mut people = roster.people.iter();
                people.any(|person| person.telegram_is_of_file && person.telegram == Some(id))
            };
            let owner = owner.filter(|person| {
                person.is_in_service(today) && !person.telegram_is_of_file && !of_file(telegram)
            });
            let said = match owner {
                Some(person) => {
                    tx.set_telegram(&person.name, Some(telegram), now)?;
                    Said::StaffLinked {
                        name: person.name.clone(),
                    }
                }
                None => Said::StaffRefused {
                    reason: "no-link",
                    number: None,
                    counter: None,
                },
            };
            inner.answer(tx, &key, &said, address, now)
        };
        let written = self.inner.store.write(work).await?;
        self.announce(true, true);
        Ok(written)
    }

    /// Somebody without the right has pressed or sent something that is the staff's; they are told, once for a key.
    ///
    /// # Errors
    /// The database fails.
    pub async fn refuse_staff(
        &self,
        key: String,
        address: Address,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = self.now();
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&key, now)? {
                return tx.said_to(&key);
            }
            let said = Said::StaffRefused {
                reason: "not-yours",
                number: None,
                counter: None,
            };
            inner.answer(tx, &key, &said, address, now)
        };
        let written = self.inner.store.write(work).await?;
        self.announce(true, true);
        Ok(written)
    }
}
