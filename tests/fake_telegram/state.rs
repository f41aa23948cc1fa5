//! What Telegram knows: people, chats, messages, button presses and calls.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::faults::{Faults, Struck};
use super::forum::{Group, created_json};
use super::queue::Queue;
use super::text::Rows;

/// The number of the bot's own account, which is also the first part of its token.
pub const BOT_ID: i64 = 4_242_424_242;
/// The moment the world begins; each message is one second later than the one before.
const FIRST_DATE: i64 = 1_767_225_600;
/// Private chats of one bot share a counter, as with Telegram.
const FIRST_PRIVATE_MESSAGE: i64 = 1_001;
/// Each group has its own counter.
const FIRST_GROUP_MESSAGE: i64 = 1;
const FIRST_QUERY: i64 = 700_000_000_000_001;

/// Who wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Author {
    /// The bot under test.
    Bot,
    /// A resident or a member of the staff.
    Person(i64),
}

/// What a message showed before it was edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The text at that time.
    pub text: String,
    /// The buttons at that time.
    pub buttons: Rows,
}

/// A message in a chat, as it is seen now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its place among all messages of all chats, in the order of time.
    pub place: usize,
    /// The chat it is in.
    pub chat: i64,
    /// Its number, unique within the chat only.
    pub message_id: i64,
    /// Who wrote it.
    pub author: Author,
    /// The method that sent it, in lower case, or `update` for a person's message.
    pub method: String,
    /// The text shown now, without markup.
    pub text: String,
    /// The buttons shown now.
    pub buttons: Rows,
    /// The message it answers.
    pub reply_to: Option<i64>,
    /// The topic it is in.
    pub thread: Option<i64>,
    /// What it showed before, oldest first; empty when it was never edited.
    pub edits: Vec<Version>,
    date: i64,
    markup: Option<Value>,
}

impl Sent {
    /// The labels of all buttons, row by row.
    #[must_use]
    pub fn labels(&self) -> Vec<&str> {
        self.buttons
            .iter()
            .flatten()
            .map(|button| button.label.as_str())
            .collect()
    }

    /// Whether the bot wrote it.
    #[must_use]
    pub fn by_bot(&self) -> bool {
        self.author == Author::Bot
    }

    /// Whether Telegram wrote it itself, about a topic.
    #[must_use]
    pub fn is_service(&self) -> bool {
        self.method == "forum_topic_created"
    }

    pub(super) fn markup(&self) -> Option<&Value> {
        self.markup.as_ref()
    }
}

/// The bot's answer to a button press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The press it answers.
    pub query: String,
    /// The chat the button is in.
    pub chat: i64,
    /// The notice shown, if any.
    pub text: Option<String>,
    /// Whether the notice has to be confirmed.
    pub alert: bool,
}

/// A button press waiting for its answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Query {
    pub(super) chat: i64,
    pub(super) expired: bool,
}

/// Where Telegram is told to push updates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    /// The address.
    pub url: String,
    /// What Telegram is to send in `X-Telegram-Bot-Api-Secret-Token`.
    pub secret_token: Option<String>,
}

/// A message before it has a number and a date.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) chat: i64,
    pub(super) author: Author,
    pub(super) method: &'static str,
    pub(super) text: String,
    pub(super) buttons: Rows,
    pub(super) markup: Option<Value>,
    pub(super) reply_to: Option<i64>,
    pub(super) thread: Option<i64>,
}

#[derive(Debug)]
struct Chat {
    json: Value,
    /// Groups count their own messages; private chats use the common counter.
    next_message: Option<i64>,
    delivered: usize,
}

/// Everything Telegram knows. A test sees it in [`wait_for`](super::FakeTelegram::wait_for).
#[derive(Debug)]
pub struct State {
    pub(super) queue: Queue,
    pub(super) faults: Faults,
    pub(super) queries: HashMap<String, Query>,
    pub(super) answers: Vec<Answer>,
    pub(super) webhook: Option<Webhook>,
    pub(super) allowed_updates: Option<Vec<String>>,
    pub(super) files: HashMap<String, Vec<u8>>,
    pub(super) recording: bool,
    pub(super) groups: HashMap<i64, Group>,
    /// The bot's reactions by chat and message.
    pub(super) reactions: HashMap<(i64, i64), String>,
    people: HashMap<i64, Value>,
    chats: HashMap<i64, Chat>,
    messages: Vec<Sent>,
    found: HashMap<(i64, i64), usize>,
    calls: HashMap<String, usize>,
    requests: Vec<(String, Value)>,
    delivered: usize,
    next_private: i64,
    next_query: i64,
    dates: i64,
    /// The faults that were shown, oldest first.
    pub(super) struck: Vec<Struck>,
    /// Residents who do not let the bot write to them.
    pub(super) blockers: HashSet<i64>,
}

impl State {
    pub(super) fn new(recording: bool) -> Self {
        Self {
            queue: Queue::new(recording),
            faults: Faults::default(),
            queries: HashMap::new(),
            answers: Vec::new(),
            webhook: None,
            allowed_updates: None,
            files: HashMap::new(),
            recording,
            groups: HashMap::new(),
            reactions: HashMap::new(),
            people: HashMap::new(),
            chats: HashMap::new(),
            messages: Vec::new(),
            found: HashMap::new(),
            calls: HashMap::new(),
            requests: Vec::new(),
            delivered: 0,
            next_private: FIRST_PRIVATE_MESSAGE,
            next_query: FIRST_QUERY,
            dates: FIRST_DATE,
            struck: Vec::new(),
            blockers: HashSet::new(),
        }
    }

    /// All messages of all chats in the order of time, those that were deleted included.
    #[must_use]
    pub fn messages(&self) -> &[Sent] {
        &self.messages
    }

    /// Whether nobody has deleted a message.
    #[must_use]
    pub fn is_there(&self, chat: i64, message_id: i64) -> bool {
        self.found.contains_key(&(chat, message_id))
    }

    /// The faults that were shown, oldest first.
    #[must_use]
    pub fn struck(&self) -> &[Struck] {
        &self.struck
    }

    /// All messages of a chat in the order of time, those of people included.
    pub fn transcript(&self, chat: i64) -> impl DoubleEndedIterator<Item = &Sent> {
        self.messages
            .iter()
            .filter(move |message| message.chat == chat)
    }

    /// The bot's messages in a chat in the order of time.
    pub fn said_by_bot(&self, chat: i64) -> impl DoubleEndedIterator<Item = &Sent> {
        self.transcript(chat)
            .filter(|message| message.by_bot() && !message.is_service())
    }

    /// The text of the bot's newest message in a chat.
    #[must_use]
    pub fn last_text(&self, chat: i64) -> Option<&str> {
        self.said_by_bot(chat)
            .next_back()
            .map(|message| message.text.as_str())
    }

    /// How often a method was called, failed calls included.
    #[must_use]
    pub fn calls(&self, method: &str) -> usize {
        self.calls
            .get(&method.to_ascii_lowercase())
            .copied()
            .unwrap_or_default()
    }

    /// The parameters of all calls of a method, oldest first.
    #[must_use]
    pub fn requests(&self, method: &str) -> Vec<&Value> {
        let same = self
            .requests
            .iter()
            .filter(|(name, _)| name.eq_ignore_ascii_case(method));
        same.map(|(_, params)| params).collect()
    }

    /// How many messages of the bot counted, in all chats.
    #[must_use]
    pub fn delivered(&self) -> usize {
        self.delivered
    }

    /// How many messages of the bot counted in one chat.
    #[must_use]
    pub fn delivered_to(&self, chat: i64) -> usize {
        self.chats.get(&chat).map_or(0, |chat| chat.delivered)
    }

    /// The answers to button presses, oldest first.
    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// How many updates wait to be fetched or confirmed.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.queue.len()
    }

    /// Whether an update was confirmed by a later offset.
    #[must_use]
    pub fn is_confirmed(&self, update: i64) -> bool {
        self.queue.is_confirmed(update)
    }

    /// Whether the bot waits in a long poll at this moment.
    #[must_use]
    pub fn is_polling(&self) -> bool {
        self.queue.is_polling()
    }

    /// How many scripted faults have not been shown yet.
    #[must_use]
    pub fn faults_left(&self) -> usize {
        self.faults.left()
    }

    pub(super) fn count_call(&mut self, method: &str, params: &Map<String, Value>) {
        match self.calls.get_mut(method) {
            Some(count) => *count += 1,
            None => {
                self.calls.insert(method.to_owned(), 1);
            }
        }
        if self.recording {
            self.requests
                .push((method.to_owned(), Value::Object(params.clone())));
        }
    }

    pub(super) fn all_calls(&self) -> &HashMap<String, usize> {
        &self.calls
    }

    pub(super) fn add_person(&mut self, id: i64, name: &str, language: Option<&str>) {
        let mut person = json!({ "id": id, "is_bot": false, "first_name": name });
        if let Some(language) = language {
            person["language_code"] = language.into();
        }
        let json = json!({ "id": id, "type": "private", "first_name": name });
        self.people.insert(id, person);
        self.chats.entry(id).or_insert(Chat {
            json,
            next_message: None,
            delivered: 0,
        });
    }

    pub(super) fn add_group(&mut self, id: i64, title: &str) {
        let json = json!({ "id": id, "type": "supergroup", "title": title });
        let next_message = Some(FIRST_GROUP_MESSAGE);
        self.groups.entry(id).or_default();
        self.chats.entry(id).or_insert(Chat {
            json,
            next_message,
            delivered: 0,
        });
    }

    pub(super) fn knows_chat(&self, chat: i64) -> bool {
        self.chats.contains_key(&chat)
    }

    pub(super) fn knows_person(&self, id: i64) -> bool {
        self.people.contains_key(&id)
    }

    pub(super) fn message(&self, chat: i64, message_id: i64) -> Option<&Sent> {
        self.found
            .get(&(chat, message_id))
            .map(|&place| &self.messages[place])
    }

    /// Files a message; in throughput mode it is only numbered and counted.
    pub(super) fn post(&mut self, draft: Draft) -> Sent {
        let chat = self
            .chats
            .get_mut(&draft.chat)
            .expect("the chat was looked up before");
        let number = chat.next_message.as_mut().unwrap_or(&mut self.next_private);
        let message_id = *number;
        *number += 1;
        self.dates += 1;
        if draft.author == Author::Bot && draft.method.starts_with("send") {
            chat.delivered += 1;
            self.delivered += 1;
        }
        let sent = Sent {
            place: self.messages.len(),
            chat: draft.chat,
            message_id,
            author: draft.author,
            method: draft.method.to_owned(),
            text: draft.text,
            buttons: draft.buttons,
            reply_to: draft.reply_to,
            thread: draft.thread,
            edits: Vec::new(),
            date: self.dates,
            markup: draft.markup,
        };
        if self.recording {
            self.found.insert((sent.chat, message_id), sent.place);
            self.messages.push(sent.clone());
        }
        sent
    }

    /// Gives a message a new text and keyboard and remembers the old ones.
    pub(super) fn edit(
        &mut self,
        (chat, message_id): (i64, i64),
        text: String,
        buttons: Rows,
        markup: Option<Value>,
    ) -> Option<&Sent> {
        let message = &mut self.messages[*self.found.get(&(chat, message_id))?];
        let old_text = std::mem::replace(&mut message.text, text);
        let old_buttons = std::mem::replace(&mut message.buttons, buttons);
        message.edits.push(Version {
            text: old_text,
            buttons: old_buttons,
        });
        message.markup = markup;
        Some(message)
    }

    /// Puts a message into the topic that begins with it.
    pub(super) fn put_into_topic(&mut self, chat: i64, message_id: i64) {
        if let Some(&place) = self.found.get(&(chat, message_id)) {
            self.messages[place].thread = Some(message_id);
        }
    }

    /// Deletes a message: nothing can be done with it any more, and nobody sees it.
    pub(super) fn forget_message(&mut self, chat: i64, message_id: i64) {
        self.found.remove(&(chat, message_id));
    }

    /// Deletes everything in a topic.
    pub(super) fn forget_thread(&mut self, chat: i64, thread: i64) {
        let there = |message: &&Sent| message.chat == chat && message.thread == Some(thread);
        let ids: Vec<i64> = self
            .messages
            .iter()
            .filter(there)
            .map(|message| message.message_id)
            .collect();
        ids.into_iter().for_each(|id| self.forget_message(chat, id));
    }

    /// The `Chat` object.
    pub(super) fn chat_json(&self, chat: i64) -> Value {
        let found = self.chats.get(&chat);
        found.map_or(Value::Null, |chat| chat.json.clone())
    }

    /// From now on the chat's object says that it has topics.
    pub(super) fn mark_forum(&mut self, chat: i64) {
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.json["is_forum"] = true.into();
        }
    }

    /// Numbers a button press.
    pub(super) fn open_query(&mut self, chat: i64) -> String {
        let id = self.next_query.to_string();
        self.next_query += 1;
        self.queries.insert(
            id.clone(),
            Query {
                chat,
                expired: false,
            },
        );
        id
    }

    /// The `User` object of an author.
    pub(super) fn author_json(&self, author: Author) -> Value {
        match author {
            Author::Bot => json!({
                "id": BOT_ID, "is_bot": true, "first_name": "窓口", "username": "madoguchi_bot",
            }),
            Author::Person(id) => self.people.get(&id).cloned().unwrap_or_default(),
        }
    }

    /// The `Message` object, with the message it answers.
    pub(super) fn message_json(&self, message: &Sent) -> Value {
        let mut json = self.plain_json(message);
        // In a topic what answers nothing else answers the message with which the topic begins.
        let answered = message
            .reply_to
            .or(message.thread.filter(|_| !message.is_service()))
            .and_then(|id| self.message(message.chat, id));
        if let Some(answered) = answered {
            json["reply_to_message"] = self.plain_json(answered);
        }
        json
    }

    fn plain_json(&self, message: &Sent) -> Value {
        let mut json = json!({
            "message_id": message.message_id,
            "date": message.date,
            "chat": self.chats.get(&message.chat).map(|chat| &chat.json),
            "from": self.author_json(message.author),
        });
        let voice = message.method == "sendvoice";
        if voice {
            let id = format!("voice-{}-{}", message.chat, message.message_id);
            json["voice"] = json!({ "file_id": id, "file_unique_id": id, "duration": 1 });
        }
        if let Some(thread) = message.thread {
            json["message_thread_id"] = thread.into();
            json["is_topic_message"] = true.into();
        }
        if message.is_service() {
            json["forum_topic_created"] = created_json(&message.text);
            return json;
        }
        if !voice || !message.text.is_empty() {
            json[if voice { "caption" } else { "text" }] = message.text.as_str().into();
        }
        if let Some(markup) = message
            .markup
            .as_ref()
            .filter(|one| !one["inline_keyboard"].is_null())
        {
            json["reply_markup"] = markup.clone();
        }
        if !message.edits.is_empty() {
            json["edit_date"] = message.date.into();
        }
        if message.text.starts_with('/') && !message.by_bot() {
            let command = message.text.split_whitespace().next().unwrap_or_default();
            let length = command.encode_utf16().count();
            json["entities"] = json!([{ "type": "bot_command", "offset": 0, "length": length }]);
        }
        json
    }
}
