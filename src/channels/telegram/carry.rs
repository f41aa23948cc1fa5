//! The way of the outbox into Telegram: one message for the rows of a turn, in place of an older one where it says so.

use teloxide::payloads::{EditMessageTextSetters, SendMessageSetters, SetMessageReactionSetters};
use teloxide::prelude::Requester;
use teloxide::types::{ChatId, MessageId, ReactionType, ThreadId};
use teloxide::{ApiError, RequestError};

use super::Bot;
use super::failure::{failure, is_uneditable};
use super::keyboard::keyboard;
use crate::app::App;
use crate::app::cases::ANSWERS;
use crate::courier::{Deliver, DeliveryError, Receipt};
use crate::desk::message::{Channel, Outgoing};

/// How an answer that has arrived is marked; bots may set standard reactions only (Bot API, ReactionTypeEmoji).
const ARRIVED: &str = "👌";

/// The bot as the courier uses it, with the desk that knows the topics of cases.
#[derive(Clone)]
pub struct Carrier {
    pub(super) bot: Bot,
    pub(super) app: App,
}

/// A message that Telegram has taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posted {
    pub(super) message: i64,
    /// The topic it is in, which may be another than was asked for; nothing is known of an edited one.
    pub(super) thread: Option<Option<i64>>,
}

impl Bot {
    /// The bot in the hands of the courier.
    #[must_use]
    pub fn carrier(&self, app: &App) -> Carrier {
        Carrier {
            bot: self.clone(),
            app: app.clone(),
        }
    }

    /// Sends rows as one message, or puts them in the place of the message they replace.
    pub(super) async fn post(
        &self,
        chat: ChatId,
        thread: Option<i64>,
        rows: &[Outgoing],
    ) -> Result<Posted, RequestError> {
        let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
        let text = texts.join("\n\n");
        let keyboard = rows.last().and_then(|row| keyboard(&row.choices));
        let replaces = rows.first().and_then(|row| row.replaces);
        if let Some(message) = replaces.and_then(|id| i32::try_from(id).ok()) {
            let mut edit = self
                .api
                .edit_message_text(chat, MessageId(message), text.clone());
            if let Some(keyboard) = keyboard.clone() {
                edit = edit.reply_markup(keyboard);
            }
            let edited = Posted {
                message: i64::from(message),
                thread: None,
            };
            match edit.await {
                Ok(_) | Err(RequestError::Api(ApiError::MessageNotModified)) => return Ok(edited),
                // The message is gone or too old: a new one says the same.
                Err(RequestError::Api(error)) if is_uneditable(&error) => {}
                Err(error) => return Err(error),
            }
        }
        let mut send = self.api.send_message(chat, text);
        if let Some(keyboard) = keyboard {
            send = send.reply_markup(keyboard);
        }
        if let Some(thread) = thread.and_then(|id| i32::try_from(id).ok()) {
            send = send.message_thread_id(ThreadId(MessageId(thread)));
        }
        let message = send.await?;
        let thread = message.thread_id.filter(|_| message.is_topic_message);
        Ok(Posted {
            message: i64::from(message.id.0),
            thread: Some(thread.map(|thread| i64::from(thread.0.0))),
        })
    }
}

impl Deliver for Carrier {
    async fn deliver(&self, rows: &[Outgoing]) -> Result<Receipt, DeliveryError> {
        let Some(first) = rows.first() else {
            return Ok(Receipt::default());
        };
        let Some(chat) = self.bot.chat_of(&first.to) else {
            return Err(DeliveryError::Never {
                gone: false,
                reason: "there is no chat for it".into(),
            });
        };
        let receipt = |posted: Posted| Receipt {
            message: Some(posted.message),
        };
        if first.to.channel == Channel::Staff {
            return self.tell_staff(chat, rows).await.map(receipt);
        }
        let posted = self.bot.post(chat, None, rows).await;
        let posted = posted.map_err(|error| failure(&error))?;
        self.mark_answer(rows);
        Ok(receipt(posted))
    }

    fn recorded(&self, rows: &[Outgoing]) {
        let first = rows.first();
        if first.is_some_and(|row| row.to.channel == Channel::Staff) {
            self.end_topics();
        }
    }
}

impl Carrier {
    /// Shows the clerk on their own message that it has arrived. A mark that Telegram refuses, or that a crash
    /// prevents, is not made up for: what failed is told in words.
    fn mark_answer(&self, rows: &[Outgoing]) {
        let Some(row) = rows
            .last()
            .filter(|row| ANSWERS.contains(&row.phrase.as_str()))
        else {
            return;
        };
        let Some(message) = self.message_of(&row.key) else {
            return;
        };
        if !self.app.completes_answer(row).unwrap_or_default() {
            return;
        }
        let Some(chat) = self.bot.staff().map(ChatId) else {
            return;
        };
        let api = self.bot.api.clone();
        tokio::spawn(async move {
            let reaction = ReactionType::Emoji {
                emoji: ARRIVED.to_owned(),
            };
            let mark = api.set_message_reaction(chat, message).reaction([reaction]);
            drop(mark.await);
        });
    }

    /// The message in the staff's group that an event came from: its key names both.
    fn message_of(&self, key: &str) -> Option<MessageId> {
        let mut parts = key.strip_prefix("tg:")?.split(':').skip(1);
        let (chat, message) = (parts.next()?, parts.next()?);
        let is_ours = chat.parse().ok() == self.bot.staff();
        message.parse().ok().filter(|_| is_ours).map(MessageId)
    }
}
