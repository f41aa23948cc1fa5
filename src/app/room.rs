//! What the staff's Telegram group needs of the desk: the topics of cases, and words about the group itself.

use std::sync::Arc;

use super::{App, Inner};
use crate::desk::message::Outgoing;
use crate::desk::phrase::Phrase;
use crate::desk::room::{RoomSaid, Standing, topic_name};
use crate::desk::view::{Outcome, Reply, To};
use crate::ids::CaseId;
use crate::store::room::{self, AskedTopic, CaseTopic};
use crate::store::tx::Tx;
use crate::store::{StoreError, cases, outbox};

/// So many topics are closed at once.
const CLOSE_MOST: u16 = 20;

impl App {
    /// Notes in which group the staff are, since the configuration may name another one than before.
    ///
    /// # Errors
    /// The database fails.
    pub async fn enter_staff_room(&self, chat: i64) -> Result<(), StoreError> {
        let chat = chat.to_string();
        let work = move |tx: &mut Tx<'_>| tx.enter_room(&chat, false);
        self.inner.store.write(work).await
    }

    /// The topic of a case, when it has one.
    ///
    /// # Errors
    /// The database fails.
    pub fn topic_of(&self, case: CaseId, chat: i64) -> Result<Option<CaseTopic>, StoreError> {
        self.inner.store.read(|sql| room::topic_of(sql, case, chat))
    }

    /// The case that a topic belongs to.
    ///
    /// # Errors
    /// The database fails.
    pub fn case_of_topic(&self, chat: i64, thread: i64) -> Result<Option<CaseId>, StoreError> {
        self.inner
            .store
            .read(|sql| room::case_of_topic(sql, chat, thread))
    }

    /// The name of a case's topic.
    ///
    /// # Errors
    /// The database fails.
    pub fn topic_name(&self, case: CaseId) -> Result<String, StoreError> {
        let found = self.inner.store.read(|sql| cases::case(sql, case))?;
        let shelf = self.inner.shelf();
        let subject = self.inner.subject(&shelf);
        let about = found.map(|case| self.inner.locale.case_about(&case, subject));
        Ok(topic_name(case, &about.unwrap_or_default()))
    }

    /// Notes that a topic is going to be asked for; nothing when the case stays in the main chat.
    ///
    /// # Errors
    /// The database fails.
    pub async fn ask_topic(
        &self,
        case: CaseId,
        chat: i64,
    ) -> Result<Option<AskedTopic>, StoreError> {
        let now = self.now();
        let work = move |tx: &mut Tx<'_>| tx.ask_topic(case, chat, now);
        self.inner.store.write(work).await
    }

    /// What came of asking for a topic: its number, or surely none.
    ///
    /// # Errors
    /// The database fails.
    pub async fn asked_topic(
        &self,
        asked: AskedTopic,
        thread: Option<i64>,
    ) -> Result<(), StoreError> {
        let work = move |tx: &mut Tx<'_>| match thread {
            Some(thread) => tx.topic_made(asked, thread),
            None => tx.topic_not_made(asked),
        };
        self.inner.store.write(work).await
    }

    /// People have deleted a topic.
    ///
    /// # Errors
    /// The database fails.
    pub async fn topic_gone(&self, chat: i64, thread: i64) -> Result<(), StoreError> {
        let work = move |tx: &mut Tx<'_>| tx.topic_gone(chat, thread);
        self.inner.store.write(work).await
    }

    /// A topic was closed or opened again.
    ///
    /// # Errors
    /// The database fails.
    pub async fn topic_closed(
        &self,
        chat: i64,
        thread: i64,
        is_closed: bool,
    ) -> Result<(), StoreError> {
        let work = move |tx: &mut Tx<'_>| tx.topic_closed(chat, thread, is_closed);
        self.inner.store.write(work).await
    }

    /// Topics that are of no use any more.
    ///
    /// # Errors
    /// The database fails.
    pub fn topics_to_close(&self, chat: i64) -> Result<Vec<i64>, StoreError> {
        self.inner
            .store
            .read(|sql| room::topics_to_close(sql, chat, CLOSE_MOST))
    }

    /// Whether a clerk's message was passed on to the citizen of a case.
    ///
    /// # Errors
    /// The database fails.
    pub fn was_passed_on(&self, case: CaseId, chat: i64, message: i64) -> Result<bool, StoreError> {
        self.inner
            .store
            .read(|sql| room::was_passed_on(sql, case, chat, message))
    }

    /// Whether a row completes the answer it is part of.
    ///
    /// # Errors
    /// The database fails.
    pub fn completes_answer(&self, row: &Outgoing) -> Result<bool, StoreError> {
        self.inner
            .store
            .read(|sql| room::is_last_part(sql, &row.key, row.id.0))
    }

    /// Tells the group what it lacks, once for each change.
    ///
    /// # Errors
    /// The database fails.
    pub async fn tell_standing(&self, chat: i64, standing: Standing) -> Result<(), StoreError> {
        if !standing.can_be_told() {
            return Ok(());
        }
        let (inner, now) = (Arc::clone(&self.inner), self.now());
        let work = move |tx: &mut Tx<'_>| {
            let name = format!("staff-lacks:{chat}");
            let lacks = standing.lacks();
            let ids: Vec<&str> = lacks.iter().map(|lack| lack.id()).collect();
            let (before, found) = (tx.meta(&name)?.unwrap_or_default(), ids.join(" "));
            if before == found {
                return Ok(false);
            }
            tx.set_meta(&name, &found)?;
            let said = if lacks.is_empty() {
                RoomSaid::Complete
            } else {
                RoomSaid::Lacks(lacks)
            };
            let key = format!("room:{chat}:{}", now.timestamp_millis());
            inner.tell_room(tx, &key, None, said, now)?;
            Ok(true)
        };
        if self.inner.store.write(work).await? {
            self.announce(true, true);
        }
        Ok(())
    }

    /// Tells those in the group something about using it, once for a key; in the topic of a case, when it has one.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn hint_staff(
        &self,
        key: String,
        case: Option<CaseId>,
        said: RoomSaid,
    ) -> Result<(), StoreError> {
        let (inner, now) = (Arc::clone(&self.inner), self.now());
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&key, now)? {
                return Ok(());
            }
            inner.tell_room(tx, &key, case, said, now)
        };
        self.inner.store.write(work).await?;
        self.announce(true, true);
        Ok(())
    }

    /// Those who talk in the topic of a case learn that the citizen does not hear them, once for each topic.
    ///
    /// # Errors
    /// The database fails.
    pub async fn hint_talkers(
        &self,
        key: String,
        case: CaseId,
        (chat, thread): (i64, i64),
    ) -> Result<(), StoreError> {
        let (inner, now) = (Arc::clone(&self.inner), self.now());
        let work = move |tx: &mut Tx<'_>| {
            let is_first = tx.hint_topic(chat, thread)?;
            if is_first {
                inner.tell_room(tx, &key, Some(case), RoomSaid::TalkStays, now)?;
            }
            Ok(is_first)
        };
        if self.inner.store.write(work).await? {
            self.announce(true, true);
        }
        Ok(())
    }

    /// The case that a message of ours in the group belongs to: by its topic, else by its own number.
    ///
    /// # Errors
    /// The database fails.
    pub fn case_of_room_message(
        &self,
        chat: i64,
        thread: Option<i64>,
        message: i64,
    ) -> Result<Option<CaseId>, StoreError> {
        self.inner.store.read(|sql| {
            let topic = thread.map(|thread| room::case_of_topic(sql, chat, thread));
            match topic.transpose()?.flatten() {
                Some(case) => Ok(Some(case)),
                None => outbox::case_of_staff_message(sql, message),
            }
        })
    }
}

impl Inner {
    fn tell_room(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        case: Option<CaseId>,
        said: RoomSaid,
        now: chrono::DateTime<chrono::Utc>,
    ) -> Result<(), StoreError> {
        let reply = Reply {
            to: To::Staff,
            phrase: Phrase::Room(said),
            choices: Vec::new(),
            replaces: false,
            case,
        };
        let outcome = Outcome {
            replies: vec![reply],
            ..Outcome::default()
        };
        self.put_out(tx, key, &outcome, None, now).map(drop)
    }
}
