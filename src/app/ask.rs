//! What channels, loops and commands may ask of the desk besides its verbs.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{App, Shelf};
use crate::clock::Clock;
use crate::config::Config;
use crate::desk::case::state::Case;
use crate::desk::language::Language;
use crate::desk::message::{Address, Channel, Outgoing};
use crate::desk::phrase::Phrase;
use crate::desk::rules::Rules;
use crate::ids::{CaseId, OutgoingId};
use crate::metrics::Metrics;
use crate::store::tx::{Actor, Tx};
use crate::store::{Store, StoreError, cases, inbox, outbox, residents};

impl App {
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.inner.config.rules
    }

    /// The answers that are given now.
    #[must_use]
    pub fn shelf(&self) -> Arc<Shelf> {
        self.inner.shelf()
    }

    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.inner.clock
    }

    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.inner.clock.now()
    }

    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.inner.metrics
    }

    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// What the city calls its counter.
    #[must_use]
    pub fn counter(&self, language: Language) -> String {
        self.inner
            .config
            .counter
            .get(language)
            .unwrap_or_default()
            .to_owned()
    }

    /// A message of the locale that is not a phrase: page titles and the like.
    #[must_use]
    pub fn words(&self, id: &str, language: Language) -> String {
        let shelf = self.inner.shelf();
        let subject = self.inner.subject(&shelf);
        self.inner.locale.plain(id, language, subject)
    }

    /// A phrase outside a turn, for example when the database does not answer.
    #[must_use]
    pub fn say(&self, phrase: &Phrase, language: Language) -> String {
        self.inner
            .locale
            .render(phrase, language, self.inner.subject(&self.inner.shelf()))
            .text
    }

    /// The sentence for when nothing else works.
    #[must_use]
    pub fn trouble(&self, language: Language) -> String {
        self.say(
            &Phrase::ServerTrouble {
                phone: self.rules().person.phone.clone(),
            },
            language,
        )
    }

    /// The language of the conversation at an address, or the city's first.
    #[must_use]
    pub fn language_at(&self, address: &Address) -> Language {
        let known = self
            .inner
            .store
            .read(|sql| residents::language_of(sql, address))
            .ok()
            .flatten();
        known.unwrap_or(self.inner.first_language())
    }

    /// Whether a conversation exists at an address.
    ///
    /// # Errors
    /// The database fails.
    pub fn knows(&self, address: &Address) -> Result<bool, StoreError> {
        self.inner.store.read(|sql| residents::exists(sql, address))
    }

    /// What was said to an address after a row.
    ///
    /// # Errors
    /// The database fails.
    pub fn said_after(
        &self,
        address: &Address,
        after: OutgoingId,
    ) -> Result<Vec<Outgoing>, StoreError> {
        self.inner
            .store
            .read(|sql| outbox::at_address(sql, address, after, 100))
    }

    /// What has arrived at an address after a row without being the answer to a request: reminders, words of the staff.
    ///
    /// # Errors
    /// The database fails.
    pub fn arrived_after(
        &self,
        address: &Address,
        after: OutgoingId,
    ) -> Result<Vec<Outgoing>, StoreError> {
        self.inner
            .store
            .read(|sql| outbox::arrived_at(sql, address, after, 100))
    }

    /// What the resident said themselves, masked, newest last.
    ///
    /// # Errors
    /// The database fails.
    pub fn heard_at(&self, address: &Address) -> Result<Vec<inbox::SaidLine>, StoreError> {
        self.inner
            .store
            .read(|sql| inbox::said_at(sql, address, 100))
    }

    /// Marks what a page or terminal has shown.
    ///
    /// # Errors
    /// The database fails.
    pub async fn mark_shown(&self, address: Address, up_to: OutgoingId) -> Result<(), StoreError> {
        let now = self.now();
        self.inner
            .store
            .write(move |tx| tx.mark_shown(&address, up_to, now))
            .await
    }

    /// The person at an address has blocked us or left.
    ///
    /// # Errors
    /// The database fails.
    pub async fn mark_gone(&self, address: Address) -> Result<(), StoreError> {
        let now = self.now();
        self.inner
            .store
            .write(move |tx| tx.mark_gone(&address, now))
            .await
    }

    /// A chat has another id from now on.
    ///
    /// # Errors
    /// The database fails.
    pub async fn mark_moved(&self, from: Address, to: String) -> Result<(), StoreError> {
        let now = self.now();
        self.inner
            .store
            .write({
                let app = self.clone();
                move |tx| app.move_address(tx, &from, &to, now)
            })
            .await
    }

    /// The id the staff's group has now, when it is another than the configured one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn staff_chat_moved(&self) -> Result<Option<String>, StoreError> {
        let Some(name) = self.staff_chat_name() else {
            return Ok(None);
        };
        self.inner.store.write(move |tx| tx.meta(&name)).await
    }

    /// The staff have one address whatever the id of their group is; for them only the id is kept.
    pub(crate) fn move_address(
        &self,
        tx: &mut Tx<'_>,
        from: &Address,
        to: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        match self.staff_chat_name() {
            Some(name) if from.channel == Channel::Staff => {
                tx.set_meta(&name, to)?;
                tx.audit(Actor::Desk, "move-chat", "staff", "", "", now)
            }
            _ => tx.move_address(from, to, now),
        }
    }

    /// Named after the configured id, so that a new configuration is not overruled by an old move.
    fn staff_chat_name(&self) -> Option<String> {
        let configured = self.config().telegram.staff_chat?;
        Some(format!("staff-chat:{configured}"))
    }

    /// A receiver that changes whenever something new may wait at an address.
    #[must_use]
    pub fn follow(&self) -> tokio::sync::watch::Receiver<u64> {
        self.inner.shown.subscribe()
    }

    /// Resolves when something new waits for the courier.
    pub async fn outbox_filled(&self) {
        self.inner.outbox_filled.notified().await;
    }

    /// A fresh conversation token.
    ///
    /// # Errors
    /// The database is closed.
    pub async fn new_token(&self) -> Result<String, StoreError> {
        self.inner.store.write(|tx| Ok(tx.ids.token())).await
    }

    /// The open cases, the oldest first.
    ///
    /// # Errors
    /// The database fails.
    pub fn open_cases(&self) -> Result<Vec<Case>, StoreError> {
        self.inner.store.read(cases::open_cases)
    }

    /// What the staff were told after a row.
    ///
    /// # Errors
    /// The database fails.
    pub fn told_staff_after(
        &self,
        after: OutgoingId,
        most: u16,
    ) -> Result<Vec<Outgoing>, StoreError> {
        self.inner
            .store
            .read(|sql| outbox::staff_after(sql, after, most))
    }

    /// The case that a message in the staff's group speaks of, by the channel's id of the message.
    ///
    /// # Errors
    /// The database fails.
    pub fn case_of_staff_message(&self, message: i64) -> Result<Option<CaseId>, StoreError> {
        self.inner
            .store
            .read(|sql| outbox::case_of_staff_message(sql, message))
    }

    /// The row before the first that waits at an address; the newest row when none waits.
    ///
    /// # Errors
    /// The database fails.
    pub fn before_first_pending(&self, address: &Address) -> Result<OutgoingId, StoreError> {
        self.inner
            .store
            .read(|sql| outbox::before_first_pending(sql, address))
    }

    /// How many messages wait for the courier, and since when the oldest does. Also shows that the database answers.
    ///
    /// # Errors
    /// The database fails.
    pub fn outbox_depth(&self) -> Result<(i64, Option<DateTime<Utc>>), StoreError> {
        self.inner.store.read(outbox::depth)
    }
}
