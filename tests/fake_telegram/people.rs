//! What people do in a group that has topics, and how they set it up.

use serde_json::{Value, json};

use super::FakeTelegram;
use super::forum::{Standing, Topic, member_json};
use super::state::{Author, Sent, State};
use super::text::Action;

/// Setting up.
impl FakeTelegram {
    /// Makes a supergroup with topics known, in which the bot is an administrator with or without the right to
    /// manage them.
    pub fn forum(&self, id: i64, title: &str, manages: bool) {
        self.supergroup(id, title);
        self.turns_topics_on(id);
        let standing = Standing::Admin { topics: manages };
        self.lock().group(id).standing = standing;
    }

    /// Somebody turns topics on in a group.
    pub fn turns_topics_on(&self, group: i64) {
        let mut state = self.lock();
        state.group(group).forum = true;
        state.mark_forum(group);
    }

    /// Somebody makes the bot something else in a group, which it hears of. Returns the number of the update.
    pub fn makes_the_bot(&self, group: i64, standing: Standing, by: i64) -> i64 {
        let mut state = self.lock();
        let before = std::mem::replace(&mut state.group(group).standing, standing.clone());
        let update = json!({ "my_chat_member": {
            "chat": state.chat_json(group), "from": state.author_json(Author::Person(by)), "date": 0,
            "old_chat_member": member_json(&state, &before),
            "new_chat_member": member_json(&state, &standing),
        }});
        let update = state.queue.put(update);
        drop(state);
        self.tell();
        update
    }

    /// The same without a word to the bot, as when the update was lost in an outage.
    pub fn quietly_makes_the_bot(&self, group: i64, standing: Standing) {
        self.lock().group(group).standing = standing;
    }

    /// Whether members may write, and how many seconds they wait between two messages.
    pub fn lets_members_write(&self, group: i64, open: bool, slow_seconds: u32) {
        let mut state = self.lock();
        let group = state.group(group);
        (group.open, group.slow_seconds) = (open, slow_seconds);
    }

    /// Nobody may react to messages in a group.
    pub fn forbids_reactions(&self, group: i64) {
        self.lock().group(group).reactions = false;
    }

    /// From now on messages for a topic that is gone go to the General topic.
    pub fn sends_lost_messages_to_general(&self, group: i64) {
        self.lock().group(group).lenient = true;
    }
}

/// What people do there.
impl FakeTelegram {
    /// Somebody deletes a topic and everything in it.
    #[track_caller]
    pub fn deletes_topic(&self, group: i64, thread: i64) {
        let mut state = self.lock();
        let topic = state.group(group).topics.get_mut(&thread);
        topic.expect("there is such a topic").deleted = true;
        state.forget_thread(group, thread);
    }

    /// Somebody presses the newest button with this data that is still to be seen in a chat; nothing where there is none.
    pub fn presses_data(&self, chat: i64, data: &str, from: i64) -> Option<i64> {
        let mut state = self.lock();
        let wanted = Action::Callback(data.to_owned());
        let has = |sent: &&Sent| sent.buttons.iter().flatten().any(|b| b.action == wanted);
        let there = |sent: &&Sent| state.is_there(chat, sent.message_id);
        let sent = state
            .transcript(chat)
            .rev()
            .filter(there)
            .find(has)?
            .clone();
        let query = state.open_query(chat);
        let update = json!({ "callback_query": {
            "id": query, "from": state.author_json(Author::Person(from)),
            "message": state.message_json(&sent), "chat_instance": chat.to_string(), "data": data,
        }});
        let update = state.queue.put(update);
        drop(state);
        self.tell();
        Some(update)
    }

    /// A resident lets the bot write no more, which it hears of, or lets it write again.
    pub fn blocks_the_bot(&self, who: i64, blocks: bool) -> i64 {
        let mut state = self.lock();
        if blocks {
            state.blockers.insert(who);
        } else {
            state.blockers.remove(&who);
        }
        let (before, after) = if blocks {
            (Standing::Member, Standing::Kicked)
        } else {
            (Standing::Kicked, Standing::Member)
        };
        let update = json!({ "my_chat_member": {
            "chat": state.chat_json(who), "from": state.author_json(Author::Person(who)), "date": 0,
            "old_chat_member": member_json(&state, &before),
            "new_chat_member": member_json(&state, &after),
        }});
        let update = state.queue.put(update);
        drop(state);
        self.tell();
        update
    }

    /// The same without a word to the bot: it learns it when it writes next.
    pub fn quietly_blocks_the_bot(&self, who: i64) {
        self.lock().blockers.insert(who);
    }

    /// Somebody closes or opens a topic by hand.
    #[track_caller]
    pub fn closes_topic(&self, group: i64, thread: i64, closed: bool) {
        let mut state = self.lock();
        let topic = state.group(group).topics.get_mut(&thread);
        topic.expect("there is such a topic").closed = closed;
    }

    /// Somebody writes in a topic without answering any message.
    #[track_caller]
    pub fn says_in_topic(&self, group: i64, thread: i64, text: &str, from: i64) -> i64 {
        self.put_message(group, from, None, Some(thread), text, |_| {})
    }

    /// Somebody sends a photo, with or without words below it, in answer to a message.
    #[track_caller]
    pub fn shows_photo(&self, group: i64, reply_to: i64, caption: Option<&str>, from: i64) -> i64 {
        let thread = self.lock().message(group, reply_to).and_then(|m| m.thread);
        self.put_message(group, from, Some(reply_to), thread, "", |message| {
            message.as_object_mut().map(|m| m.remove("text"));
            message["photo"] = json!([
                { "file_id": "p", "file_unique_id": "p", "width": 1, "height": 1, "file_size": 1 }
            ]);
            if let Some(caption) = caption {
                message["caption"] = caption.into();
            }
        })
    }

    /// Somebody edits a message of their own.
    #[track_caller]
    pub fn edits(&self, chat: i64, message: i64, text: &str) -> i64 {
        let mut state = self.lock();
        let buttons = super::Rows::new();
        let edited = state.edit((chat, message), text.to_owned(), buttons, None);
        let edited = edited.expect("there is such a message").clone();
        assert!(!edited.by_bot(), "people edit only their own messages");
        let json = state.message_json(&edited);
        let update = state.queue.put(json!({ "edited_message": json }));
        drop(state);
        self.tell();
        update
    }

    /// Somebody deletes a message; the bot does not hear of it.
    pub fn deletes(&self, chat: i64, message: i64) {
        self.lock().forget_message(chat, message);
    }

    /// The topics of a group, the oldest first, those that are gone included.
    #[must_use]
    pub fn topics(&self, group: i64) -> Vec<Topic> {
        self.look(|state| state.topics(group))
    }

    /// The texts of the bot in a topic, or outside of all topics.
    #[must_use]
    pub fn texts_in(&self, group: i64, thread: Option<i64>) -> Vec<String> {
        let said = self.said_by_bot(group);
        let there = said.into_iter().filter(|sent| sent.thread == thread);
        there.map(|sent| sent.text).collect()
    }

    #[track_caller]
    fn put_message(
        &self,
        chat: i64,
        from: i64,
        reply_to: Option<i64>,
        thread: Option<i64>,
        text: &str,
        change: impl FnOnce(&mut Value),
    ) -> i64 {
        let mut state = self.lock();
        let (_, mut message) = Self::written(&mut state, chat, from, reply_to, thread, text);
        change(&mut message);
        let update = state.queue.put(json!({ "message": message }));
        drop(state);
        self.tell();
        update
    }
}

impl State {
    /// How a group is set up, to be changed.
    pub(super) fn group(&mut self, id: i64) -> &mut super::forum::Group {
        self.groups.entry(id).or_default()
    }
}
