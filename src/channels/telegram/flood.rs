//! A flood from one chat is dropped before anything is heard or looked up; its updates are acknowledged all the same, so
//! that they do not come again. Once a minute the chat is told, with the line of whom to call when it cannot wait.

use teloxide::prelude::Requester;
use teloxide::types::{ChatId, Update, UpdateKind};

use super::Bot;
use crate::app::App;
use crate::channels::limit::{BUCKETS_MAX, Buckets, Quota};
use crate::config::Web;
use crate::desk::message::{Address, Channel};
use crate::desk::phrase::Phrase;

/// How fast chats write, and which of them were told that it is too fast.
pub(super) struct Flood {
    chats: Buckets<i64>,
    told: Buckets<i64>,
}

impl Flood {
    pub(super) fn new(web: &Web) -> Flood {
        let quota = Quota::per_minute(web.burst_messages, web.messages_per_minute);
        Flood {
            chats: Buckets::new(quota, BUCKETS_MAX),
            told: Buckets::new(Quota::per_minute(1, 1), BUCKETS_MAX),
        }
    }

    /// Counts one more update of a chat.
    pub(super) fn take(&self, chat: i64) -> Result<(), std::time::Duration> {
        self.chats.take(chat)
    }

    pub(super) fn give_back(&self, chat: i64) {
        self.chats.give_back(&chat);
    }
}

/// The chat by which an update is counted: private messages, edits and presses. The staff's group writes as fast as it likes,
/// and who leaves the bot is always noted.
pub(super) fn counted(bot: &Bot, update: &Update) -> Option<i64> {
    let is_counted = matches!(
        update.kind,
        UpdateKind::Message(_) | UpdateKind::EditedMessage(_) | UpdateKind::CallbackQuery(_)
    );
    let chat = update.chat().filter(|_| is_counted)?;
    (chat.is_private() && bot.staff() != Some(chat.id.0)).then_some(chat.id.0)
}

/// Says once a minute that it was too fast, beside the outbox: nothing is written for a flood.
pub(super) fn turn_away(app: &App, bot: &Bot, chat: i64) {
    if bot.flood.told.take(chat).is_err() {
        return;
    }
    let (app, api) = (app.clone(), bot.api.clone());
    tokio::spawn(async move {
        // It does not pass through the outbox, so it stops here with everything else; also where nobody can tell whether
        // messages are stopped.
        if !matches!(app.freeze(), Ok(None)) {
            return;
        }
        let address = Address::new(Channel::Telegram, chat.to_string());
        let text = app.say(&Phrase::TooFast, app.language_at(&address));
        if api.send_message(ChatId(chat), text).await.is_err() {
            tracing::debug!("a chat could not be told that it is too fast");
        }
    });
}
