//! What the bot may do in the staff's group: looked up at the start, after the group has moved, and when somebody
//! changes it; told in the log, and in the group where it can be told.

use teloxide::RequestError;
use teloxide::prelude::Requester;
use teloxide::types::{
    ChatFullInfo, ChatFullInfoKind, ChatFullInfoPublicKind, ChatId, ChatMemberKind,
    ChatPermissions, UserId,
};
use tokio::sync::Mutex;

use super::Bot;
use super::failure::{Refused, explain, is_gone, refused};
use crate::app::App;
use crate::desk::room::Standing;

/// What is known of the group.
#[derive(Default)]
pub(super) struct Room {
    /// One look at a time.
    known: Mutex<Known>,
    /// What is known may not hold any more.
    is_doubtful: std::sync::atomic::AtomicBool,
}

#[derive(Default)]
struct Known {
    now: Option<(ChatId, Standing)>,
}

impl Room {
    /// Has the bot look again before it relies on what it knows.
    pub(super) fn doubt(&self) {
        self.is_doubtful
            .store(true, std::sync::atomic::Ordering::Relaxed);
    }
}

/// Not in the group at all.
const OUTSIDE: Standing = Standing {
    is_in: false,
    may_send: false,
    is_slowed: false,
    has_topics: false,
    may_manage_topics: false,
};

impl Bot {
    /// Looks up what the bot may do in the staff's group, and says what is lacking, without keeping anybody waiting.
    pub fn look_around(&self, app: &App) {
        let Some(chat) = self.staff().map(ChatId) else {
            return;
        };
        let (bot, app) = (self.clone(), app.clone());
        tokio::spawn(async move {
            match bot.standing(&app, chat).await {
                Ok(_) => bot.carrier(&app).close_topics(chat).await,
                Err(error) => {
                    let why = explain(&error);
                    tracing::warn!(why, "the staff's group could not be looked at; it will be");
                }
            }
        });
    }

    /// What the bot may do in the staff's group, looked up if that is not known.
    pub(super) async fn standing(&self, app: &App, chat: ChatId) -> Result<Standing, RequestError> {
        let mut known = self.room.known.lock().await;
        let is_doubtful = self
            .room
            .is_doubtful
            .swap(false, std::sync::atomic::Ordering::Relaxed);
        if let Some((there, standing)) = known.now
            && there == chat
            && !is_doubtful
        {
            return Ok(standing);
        }
        let found = self.look(chat).await;
        if found.is_err() {
            self.room.doubt();
        }
        let standing = found?;
        if known.now != Some((chat, standing)) {
            report(standing);
        }
        known.now = Some((chat, standing));
        if let Err(error) = app.tell_standing(chat.0, standing).await {
            tracing::error!(%error, "the staff's group could not be told what it lacks");
        }
        Ok(standing)
    }

    /// The same for whoever runs the program, without a desk at work: nothing when there is no group.
    ///
    /// # Errors
    /// One line that says why Telegram did not tell.
    pub async fn staff_standing(&self) -> Result<Option<Standing>, &'static str> {
        let Some(chat) = self.staff().map(ChatId) else {
            return Ok(None);
        };
        let found = self.look(chat).await;
        found.map(Some).map_err(|error| explain(&error))
    }

    /// Takes over the id that the staff's group has now.
    pub fn follow_staff(&self, chat: &str) {
        self.staff_moved(chat);
    }

    async fn look(&self, chat: ChatId) -> Result<Standing, RequestError> {
        let info = match self.api.get_chat(chat).await {
            Ok(info) => info,
            Err(error) => return outside(error),
        };
        let me = match self.id {
            Some(id) => UserId(id),
            None => self.api.get_me().await?.id,
        };
        let member = match self.api.get_chat_member(chat, me).await {
            Ok(member) => member,
            Err(error) => return outside(error),
        };
        Ok(standing(&info, &member.kind))
    }
}

/// A refusal means that the bot is not in the group; everything else, that nothing is known.
fn outside(error: RequestError) -> Result<Standing, RequestError> {
    match &error {
        RequestError::Api(refusal) if is_gone(refusal) => Ok(OUTSIDE),
        _ if refused(&error) == Refused::Rights => Ok(OUTSIDE),
        _ => Err(error),
    }
}

fn standing(info: &ChatFullInfo, member: &ChatMemberKind) -> Standing {
    let mut group = (false, false, true);
    if let ChatFullInfoKind::Public(public) = &info.kind {
        let may_send = |permissions: &Option<ChatPermissions>| {
            let given = permissions.as_ref();
            given.is_none_or(|given| given.contains(ChatPermissions::SEND_MESSAGES))
        };
        group = match &public.kind {
            ChatFullInfoPublicKind::Supergroup(group) => (
                group.is_forum,
                group.slow_mode_delay.is_some_and(|wait| wait.seconds() > 0),
                may_send(&group.permissions),
            ),
            ChatFullInfoPublicKind::Group(group) => (false, false, may_send(&group.permissions)),
            ChatFullInfoPublicKind::Channel(_) => (false, false, false),
        };
    }
    let (has_topics, is_slow, members_send) = group;
    let whole = Standing {
        is_in: true,
        may_send: true,
        is_slowed: false,
        has_topics,
        may_manage_topics: true,
    };
    match member {
        ChatMemberKind::Owner(_) => whole,
        ChatMemberKind::Administrator(rights) => Standing {
            may_manage_topics: rights.can_manage_topics,
            ..whole
        },
        ChatMemberKind::Member(_) => Standing {
            may_send: members_send,
            is_slowed: is_slow,
            may_manage_topics: false,
            ..whole
        },
        ChatMemberKind::Restricted(rights) => Standing {
            is_in: rights.is_member,
            may_send: rights.can_send_messages && members_send,
            is_slowed: is_slow,
            may_manage_topics: false,
            ..whole
        },
        ChatMemberKind::Left | ChatMemberKind::Banned(_) => OUTSIDE,
    }
}

/// One line for each right that is missing, or one that says how cases are told.
fn report(standing: Standing) {
    let lacks = standing.lacks();
    for lack in &lacks {
        tracing::warn!(lack = lack.id(), "{}", lack.mend());
    }
    if standing.keeps_topics() {
        tracing::info!("each case gets a topic in the staff's group");
    } else if lacks.is_empty() {
        tracing::info!("the staff's group has no topics; cases share its main chat");
    }
}
