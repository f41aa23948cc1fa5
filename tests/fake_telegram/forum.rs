//! Groups as people set them up: topics, what the bot may do there, reactions, and the methods that are about them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::reply::{Outcome, Params, Refusal};
use super::state::{Author, BOT_ID, Draft, State};
use super::text::Rows;

/// Telegram takes at most this many characters for the name of a topic.
const LONGEST_NAME: usize = 128;
const ICON_COLOR: i64 = 7_322_096;
/// The reactions that bots may set (Bot API, ReactionTypeEmoji), as far as a desk could want them.
const REACTIONS: [&str; 8] = ["👍", "👎", "👌", "🙏", "✍", "👀", "🤝", "🫡"];

/// What the bot is in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// An administrator with or without the right to manage topics.
    Admin {
        /// `can_manage_topics`.
        topics: bool,
    },
    /// An ordinary member, for whom the group's own permissions hold.
    Member,
    /// Restricted: it may be in the group, but not write.
    Muted,
    /// Thrown out.
    Kicked,
    /// Never there, or gone by itself.
    Left,
}

/// A topic as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its number, which is that of the service message at its top.
    pub thread: i64,
    /// Its name.
    pub name: String,
    /// Only those who manage topics write into it.
    pub closed: bool,
    /// Somebody has deleted it, and all messages in it.
    pub deleted: bool,
}

/// How a group is set up.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) forum: bool,
    pub(super) standing: Standing,
    /// Whether ordinary members may write.
    pub(super) open: bool,
    /// Seconds between two messages of an ordinary member; 0 without slow mode.
    pub(super) slow_seconds: u32,
    /// Whether reactions may be set.
    pub(super) reactions: bool,
    /// Messages for a topic that is gone go to the General topic instead of being refused; some servers do.
    pub(super) lenient: bool,
    pub(super) topics: BTreeMap<i64, Topic>,
}

impl Default for Group {
    fn default() -> Self {
        Self {
            forum: false,
            standing: Standing::Member,
            open: true,
            slow_seconds: 0,
            reactions: true,
            lenient: false,
            topics: BTreeMap::new(),
        }
    }
}

impl Group {
    fn manages_topics(&self) -> bool {
        self.standing == Standing::Admin { topics: true }
    }

    /// Why the bot may not write here.
    fn refusal(&self) -> Option<Refusal> {
        let silent = "not enough rights to send text messages to the chat";
        match self.standing {
            Standing::Kicked | Standing::Left => Some(Refusal::new(
                403,
                "Forbidden: bot was kicked from the supergroup chat",
            )),
            Standing::Muted => Some(Refusal::bad(silent)),
            Standing::Member if !self.open => Some(Refusal::bad(silent)),
            Standing::Member | Standing::Admin { .. } => None,
        }
    }
}

/// Where a message of the bot goes: the topic it asks for, or none; refused where it may not write.
pub(super) fn thread_of(state: &State, chat: i64, params: &Params) -> Result<Option<i64>, Refusal> {
    let wanted = params.integer("message_thread_id");
    let Some(group) = state.groups.get(&chat) else {
        return match wanted {
            Some(_) => Err(Refusal::bad("message thread not found")),
            None => Ok(None),
        };
    };
    if let Some(refusal) = group.refusal() {
        return Err(refusal);
    }
    let Some(wanted) = wanted else {
        return Ok(None);
    };
    match group.topics.get(&wanted).filter(|topic| !topic.deleted) {
        Some(topic) if topic.closed && !group.manages_topics() => Err(Refusal::bad("TOPIC_CLOSED")),
        Some(_) => Ok(Some(wanted)),
        None if group.lenient => Ok(None),
        None => Err(Refusal::bad("message thread not found")),
    }
}

/// The methods about groups and topics; nothing for any other.
pub(super) fn perform(state: &mut State, method: &str, params: &Params) -> Option<Outcome> {
    Some(match method {
        "getchat" => get_chat(state, params),
        "getchatmember" => get_member(state, params),
        "createforumtopic" => create(state, params),
        "closeforumtopic" => set_closed(state, params, true),
        "reopenforumtopic" => set_closed(state, params, false),
        "setmessagereaction" => react(state, params),
        _ => return None,
    })
}

/// A group in which the bot is; the others are not there for it.
fn group<'a>(state: &'a State, params: &Params) -> Result<(i64, &'a Group), Refusal> {
    let chat = super::methods::chat_of(state, params)?;
    let group = state.groups.get(&chat);
    let group = group.ok_or_else(|| Refusal::bad("the chat is not a supergroup"))?;
    match group.standing {
        Standing::Kicked => Err(Refusal::new(
            403,
            "Forbidden: bot was kicked from the supergroup chat",
        )),
        Standing::Left => Err(Refusal::bad("chat not found")),
        _ => Ok((chat, group)),
    }
}

fn get_chat(state: &State, params: &Params) -> Outcome {
    let (chat, group) = group(state, params)?;
    let mut info = state.chat_json(chat);
    info["accepted_gift_types"] = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
        "premium_subscription": false,
    });
    info["max_reaction_count"] = 11.into();
    info["permissions"] = json!({ "can_send_messages": group.open });
    if group.slow_seconds > 0 {
        info["slow_mode_delay"] = group.slow_seconds.into();
    }
    Ok(info)
}

fn get_member(state: &State, params: &Params) -> Outcome {
    let (_, group) = group(state, params)?;
    if params.integer("user_id") != Some(BOT_ID) {
        return Err(Refusal::bad("user not found"));
    }
    Ok(member_json(state, &group.standing))
}

/// The `ChatMember` object of the bot.
pub(super) fn member_json(state: &State, standing: &Standing) -> Value {
    let mut member = json!({ "user": state.author_json(Author::Bot) });
    let rights = |member: &mut Value, names: &[&str], on: bool| {
        for name in names {
            member[*name] = on.into();
        }
    };
    match standing {
        Standing::Admin { topics } => {
            member["status"] = "administrator".into();
            let given = ["can_manage_chat", "can_delete_messages", "can_invite_users"];
            let others = [
                "can_be_edited",
                "is_anonymous",
                "can_manage_video_chats",
                "can_restrict_members",
                "can_promote_members",
                "can_change_info",
                "can_pin_messages",
            ];
            rights(&mut member, &given, true);
            rights(&mut member, &others, false);
            member["can_manage_topics"] = (*topics).into();
        }
        Standing::Member => member["status"] = "member".into(),
        Standing::Muted => {
            member["status"] = "restricted".into();
            member["until_date"] = 0.into();
            member["is_member"] = true.into();
            let refused = [
                "can_send_messages",
                "can_send_audios",
                "can_send_documents",
                "can_send_photos",
                "can_send_videos",
                "can_send_video_notes",
                "can_send_voice_notes",
                "can_send_other_messages",
                "can_add_web_page_previews",
                "can_change_info",
                "can_invite_users",
                "can_pin_messages",
                "can_manage_topics",
                "can_send_polls",
            ];
            rights(&mut member, &refused, false);
        }
        Standing::Kicked => {
            member["status"] = "kicked".into();
            member["until_date"] = 0.into();
        }
        Standing::Left => member["status"] = "left".into(),
    }
    member
}

fn create(state: &mut State, params: &Params) -> Outcome {
    let (chat, group) = group(state, params)?;
    if !group.forum {
        return Err(Refusal::bad("the chat is not a forum"));
    }
    if !group.manages_topics() {
        return Err(Refusal::bad("not enough rights to create a topic"));
    }
    let name = params.text("name").unwrap_or_default().trim().to_owned();
    if name.is_empty() {
        return Err(Refusal::bad("topic name is empty"));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Refusal::bad("topic name is too long"));
    }
    let topic = state.begin_topic(chat, Author::Bot, &name);
    Ok(json!({ "message_thread_id": topic, "name": name, "icon_color": ICON_COLOR }))
}

fn set_closed(state: &mut State, params: &Params, closed: bool) -> Outcome {
    let (chat, group) = group(state, params)?;
    if !group.manages_topics() {
        return Err(Refusal::bad("not enough rights to manage topics"));
    }
    let thread = params.integer("message_thread_id").unwrap_or_default();
    let topic = state
        .groups
        .get_mut(&chat)
        .and_then(|group| group.topics.get_mut(&thread))
        .filter(|topic| !topic.deleted)
        .ok_or_else(|| Refusal::bad("message thread not found"))?;
    if topic.closed == closed {
        return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
    }
    topic.closed = closed;
    Ok(true.into())
}

fn react(state: &mut State, params: &Params) -> Outcome {
    let chat = super::methods::chat_of(state, params)?;
    if state
        .groups
        .get(&chat)
        .is_some_and(|group| !group.reactions)
    {
        return Err(Refusal::bad("REACTION_INVALID"));
    }
    let id = params.integer("message_id").unwrap_or_default();
    if state.message(chat, id).is_none() {
        return Err(Refusal::bad("message to react not found"));
    }
    let wanted = params.json("reaction").unwrap_or_default();
    let emoji = wanted[0]["emoji"].as_str().unwrap_or_default().to_owned();
    if wanted.as_array().map_or(0, Vec::len) > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    if !emoji.is_empty() && !REACTIONS.contains(&emoji.as_str()) {
        return Err(Refusal::bad("REACTION_INVALID"));
    }
    state.reactions.insert((chat, id), emoji);
    Ok(true.into())
}

impl State {
    /// Opens a topic, whose service message has its number.
    pub(super) fn begin_topic(&mut self, chat: i64, author: Author, name: &str) -> i64 {
        let sent = self.post(Draft {
            chat,
            author,
            method: "forum_topic_created",
            text: name.to_owned(),
            buttons: Rows::new(),
            markup: None,
            reply_to: None,
            thread: None,
        });
        let thread = sent.message_id;
        self.put_into_topic(chat, thread);
        let topic = Topic {
            thread,
            name: name.to_owned(),
            closed: false,
            deleted: false,
        };
        let group = self.groups.entry(chat).or_default();
        group.topics.insert(thread, topic);
        thread
    }

    /// The topics of a group, the oldest first, those that are gone included.
    #[must_use]
    pub fn topics(&self, chat: i64) -> Vec<Topic> {
        let group = self.groups.get(&chat);
        group.map_or_else(Vec::new, |group| group.topics.values().cloned().collect())
    }

    /// The reaction of the bot to a message.
    #[must_use]
    pub fn reaction(&self, chat: i64, message: i64) -> Option<&str> {
        self.reactions.get(&(chat, message)).map(String::as_str)
    }
}

/// The part of a service message's JSON that tells what it is about.
pub(super) fn created_json(name: &str) -> Value {
    json!({ "name": name, "icon_color": ICON_COLOR })
}
