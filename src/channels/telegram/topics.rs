//! What the staff are told: each case in its topic where the group has topics and the bot may manage them, else all in
//! the main chat.
//!
//! What can go wrong: if the program ends, or the connection breaks, between Telegram's making a topic and our noting
//! its number, an empty topic stays that nobody uses; messages are sent only once the number is noted, so none is lost
//! or doubled by it. The case gets another topic, and after a second such mishap it goes on in the main chat.

use teloxide::prelude::Requester;
use teloxide::types::{ChatId, MessageId, ThreadId};
use teloxide::{ApiError, RequestError};

use super::carry::{Carrier, Posted};
use super::failure::{Refused, failure, name, refused};
use crate::app::AppError;
use crate::courier::DeliveryError;
use crate::desk::message::Outgoing;
use crate::ids::CaseId;

/// So many places are tried for a message: a topic, another one when that was deleted, the main chat.
const PLACES_MAX: usize = 4;

impl Carrier {
    /// Sends rows to the staff's group.
    pub(super) async fn tell_staff(
        &self,
        chat: ChatId,
        rows: &[Outgoing],
    ) -> Result<Posted, DeliveryError> {
        let case = rows.first().and_then(|row| row.case);
        let mut is_reopened = false;
        let mut is_homeless = case.is_none();
        for _ in 0..PLACES_MAX {
            let thread = match case {
                Some(case) if !is_homeless => self.topic_for(chat, case).await?,
                _ => None,
            };
            let error = match self.bot.post(chat, thread, rows).await {
                Ok(posted) => {
                    self.arrived(chat, thread, posted).await;
                    return Ok(posted);
                }
                Err(error) => error,
            };
            match (thread, refused(&error)) {
                (Some(thread), Refused::TopicGone) => {
                    tracing::info!(thread, "a topic was deleted; its case goes on elsewhere");
                    let gone = self.app.topic_gone(chat.0, thread).await;
                    gone.map_err(|error| later(&error))?;
                }
                // Somebody has closed it by hand while the case goes on.
                (Some(thread), Refused::TopicClosed) if !is_reopened => {
                    is_reopened = true;
                    is_homeless = !self.reopen(chat, thread).await?;
                }
                (Some(_), Refused::TopicClosed) => is_homeless = true,
                _ => return Err(self.put_off(&error)),
            }
        }
        Err(DeliveryError::Later {
            after: None,
            reason: "its topics vanish as fast as they are made".into(),
        })
    }

    /// Rights can be given back and a bot can be let in again, so what is for the staff waits, until its attempts are
    /// used up.
    fn put_off(&self, error: &RequestError) -> DeliveryError {
        match failure(error) {
            DeliveryError::Moved { to } => {
                self.bot.staff_moved(&to);
                DeliveryError::Moved { to }
            }
            DeliveryError::Never { gone, .. } if gone || refused(error) == Refused::Rights => {
                self.bot.room.doubt();
                self.bot.look_around(&self.app);
                DeliveryError::Later {
                    after: None,
                    reason: "the bot may not write in the staff's group".into(),
                }
            }
            other => other,
        }
    }

    /// The topic of a case, made if there is none yet; nothing where the case belongs into the main chat.
    async fn topic_for(&self, chat: ChatId, case: CaseId) -> Result<Option<i64>, DeliveryError> {
        let standing = self.bot.standing(&self.app, chat).await;
        let standing = standing.map_err(|error| self.put_off(&error))?;
        if !standing.has_topics {
            return Ok(None);
        }
        let topic = self.app.topic_of(case, chat.0);
        if let Some(topic) = topic.map_err(|error| later(&error))? {
            if topic.is_closed && !topic.is_case_closed {
                self.reopen(chat, topic.thread).await?;
            }
            return Ok(Some(topic.thread));
        }
        if !standing.keeps_topics() {
            return Ok(None);
        }
        self.make_topic(chat, case).await
    }

    async fn make_topic(&self, chat: ChatId, case: CaseId) -> Result<Option<i64>, DeliveryError> {
        let asked = self.app.ask_topic(case, chat.0).await;
        let Some(asked) = asked.map_err(|error| later(&error))? else {
            return Ok(None);
        };
        let name = self.app.topic_name(case).map_err(|error| later(&error))?;
        let (thread, error) = match self.bot.api.create_forum_topic(chat, name).await {
            Ok(topic) => (Some(i64::from(topic.thread_id.0.0)), None),
            // There may be a topic now: the row that we have asked stays.
            Err(error) if !is_surely_undone(&error) => return Err(failure(&error)),
            Err(error) => (None, Some(error)),
        };
        let noted = self.app.asked_topic(asked, thread).await;
        noted.map_err(|error| later(&error))?;
        match error {
            None => Ok(thread),
            Some(RequestError::Api(error)) => {
                // Perhaps a right was taken away, or the topics were turned off: cases share the main chat from here.
                let reason = super::failure::name(&RequestError::Api(error));
                tracing::warn!(%case, reason, "no topic could be made; the case goes to the main chat");
                self.bot.room.doubt();
                self.bot.look_around(&self.app);
                Ok(None)
            }
            Some(error) => Err(self.put_off(&error)),
        }
    }

    /// Opens a topic again; whether it is open now.
    async fn reopen(&self, chat: ChatId, thread: i64) -> Result<bool, DeliveryError> {
        let Some(id) = thread_id(thread) else {
            return Ok(false);
        };
        let is_open = match self.bot.api.reopen_forum_topic(chat, id).await {
            Ok(_) => true,
            Err(error) => match refused(&error) {
                Refused::Unchanged => true,
                Refused::Other if !matches!(error, RequestError::Api(_)) => {
                    return Err(failure(&error));
                }
                _ => false,
            },
        };
        if is_open {
            let noted = self.app.topic_closed(chat.0, thread, false).await;
            noted.map_err(|error| later(&error))?;
        }
        Ok(is_open)
    }

    /// After a message: some servers quietly put what belongs into a deleted topic into the main chat.
    async fn arrived(&self, chat: ChatId, wanted: Option<i64>, posted: Posted) {
        if let (Some(wanted), Some(found)) = (wanted, posted.thread)
            && found != Some(wanted)
            && let Err(error) = self.app.topic_gone(chat.0, wanted).await
        {
            tracing::warn!(%error, "a deleted topic could not be noted");
        }
    }

    /// A case that is over leaves a topic to be closed. That its last message has gone out must be in the database by
    /// then, since a topic stays open for whatever waits.
    pub(super) fn end_topics(&self) {
        let Some(chat) = self.bot.staff().map(ChatId) else {
            return;
        };
        let carrier = self.clone();
        tokio::spawn(async move { carrier.close_topics(chat).await });
    }

    /// Closes the topics of closed cases. What fails is left for the next time.
    pub(super) async fn close_topics(&self, chat: ChatId) {
        let Ok(threads) = self.app.topics_to_close(chat.0) else {
            return;
        };
        for thread in threads {
            let Some(id) = thread_id(thread) else {
                continue;
            };
            let done = match self.bot.api.close_forum_topic(chat, id).await {
                Ok(_) => self.app.topic_closed(chat.0, thread, true).await,
                Err(error) => match refused(&error) {
                    Refused::Unchanged => self.app.topic_closed(chat.0, thread, true).await,
                    Refused::TopicGone => self.app.topic_gone(chat.0, thread).await,
                    _ => {
                        tracing::info!(thread, error = name(&error), "a topic was not closed");
                        return;
                    }
                },
            };
            if let Err(error) = done {
                tracing::warn!(%error, "a closed topic could not be noted");
                return;
            }
        }
    }
}

/// Whether Telegram has surely not done what was asked.
fn is_surely_undone(error: &RequestError) -> bool {
    match error {
        RequestError::RetryAfter(_) | RequestError::MigrateToChatId(_) => true,
        RequestError::Api(ApiError::Unknown(text)) => super::failure::is_final(text),
        RequestError::Api(_) => true,
        RequestError::Network(error) => error.is_connect(),
        RequestError::Io(_) | RequestError::InvalidJson { .. } => false,
    }
}

fn thread_id(thread: i64) -> Option<ThreadId> {
    Some(ThreadId(MessageId(i32::try_from(thread).ok()?)))
}

/// The database fails; the courier comes again.
fn later(error: &AppError) -> DeliveryError {
    tracing::error!(%error, "the topics of cases cannot be looked up");
    DeliveryError::Later {
        after: None,
        reason: "the database".into(),
    }
}
