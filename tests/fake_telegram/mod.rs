//! A Telegram for tests: the Bot API over real HTTP on this machine, in this process.
//!
//! [`FakeTelegram`] plays three parts. To the bot it is Telegram: it keeps chats, message
//! numbers and the queue of updates, and refuses what Telegram refuses. To the test it plays
//! the residents and the staff, who write and press buttons. And it fails where the test has
//! scripted a [`Fault`]. All numbers count up from fixed bases, so that a run can be repeated.
//!
//! ```ignore
//! let server = FakeTelegram::start().await;
//! server.user(71, "花子", "ja");
//! let update = server.says(71, "/start");
//! server.wait_for(|telegram| telegram.is_confirmed(update)).await;
//! assert_eq!(server.transcript(71)[1].labels(), ["予約する", "持ち物"]);
//! ```
//!
//! The fake does not check whether updates are among the `allowed_updates`; it only remembers
//! them. It reads HTML as parse mode and refuses the others.

#![allow(
    dead_code,
    unused_imports,
    reason = "each test uses its own part of this module"
)]
#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test fails by a panic"
)]

pub mod echo;
mod faults;
mod forum;
mod methods;
mod people;
mod queue;
mod reply;
mod state;
mod text;
mod wire;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

pub use faults::{Fault, Struck};
pub use forum::{Standing, Topic};
pub use queue::FIRST_UPDATE;
pub use state::{Answer, Author, BOT_ID, Sent, State, Version, Webhook};
pub use text::{Action, Button, LONGEST_DATA, LONGEST_TEXT, Rows};

use state::Draft;
use wire::Shared;

/// The bot's token. It has the shape of a real one, so that tests can look for it in logs.
pub const TOKEN: &str = "4242424242:AAF-fake-telegram-token-for-the-tests-x";
/// The first of the residents that [`FakeTelegram::flood`] makes up.
pub const FIRST_OF_FLOOD: i64 = 1_000_000;
/// How long [`FakeTelegram::wait_for`] waits before the test fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// A Telegram of one's own, which ends when it is dropped.
#[derive(Debug)]
pub struct FakeTelegram {
    shared: Arc<Shared>,
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Drop for FakeTelegram {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starting, and what the bot has to be told.
impl FakeTelegram {
    /// Starts a Telegram that remembers every message and call.
    pub async fn start() -> Self {
        Self::start_with(true).await
    }

    /// Starts a Telegram for benchmarks: messages are only numbered and counted, so that there
    /// is no transcript, and nothing can be edited, pressed or redelivered.
    pub async fn start_for_throughput() -> Self {
        Self::start_with(false).await
    }

    async fn start_with(recording: bool) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .expect("a free port");
        let address = listener.local_addr().expect("the port just bound");
        let shared = Arc::new(Shared {
            token: TOKEN.to_owned(),
            state: Mutex::new(State::new(recording)),
            updates: Notify::new(),
            changed: Notify::new(),
        });
        let task = tokio::spawn(wire::serve(listener, Arc::clone(&shared)));
        Self {
            shared,
            address,
            task,
        }
    }

    /// The address for `Bot::set_api_url`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The token for `Bot::new`.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.shared.token
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.lock()
    }

    fn tell(&self) {
        self.shared.updates.notify_waiters();
        self.shared.changed.notify_waiters();
    }
}

/// Playing the residents and the staff.
impl FakeTelegram {
    /// Makes a resident known, together with the private chat of the same number.
    pub fn user<'a>(&self, id: i64, name: &str, language_code: impl Into<Option<&'a str>>) {
        self.lock().add_person(id, name, language_code.into());
    }

    /// Makes a supergroup known, such as the one of the staff.
    pub fn supergroup(&self, id: i64, title: &str) {
        self.lock().add_group(id, title);
    }

    /// A resident writes in the private chat. Returns the number of the update.
    #[track_caller]
    pub fn says(&self, chat: i64, text: &str) -> i64 {
        self.writes(chat, chat, None, text)
    }

    /// Somebody writes in a group without answering any message.
    #[track_caller]
    pub fn says_in(&self, group: i64, text: &str, from: i64) -> i64 {
        self.writes(group, from, None, text)
    }

    /// A member of the staff answers a message in the group.
    #[track_caller]
    pub fn replies_in(&self, group: i64, to_message: i64, text: &str, from: i64) -> i64 {
        let known = self.lock().message(group, to_message).is_some();
        assert!(
            known,
            "chat {group} has no message {to_message} to reply to"
        );
        self.writes(group, from, Some(to_message), text)
    }

    /// A resident sends a voice message, whose content the bot can fetch.
    #[track_caller]
    pub fn says_by_voice(&self, chat: i64, seconds: u32, content: &[u8]) -> i64 {
        let mut state = self.lock();
        let (sent, mut message) = Self::written(&mut state, chat, chat, None, None, "");
        let id = format!("voice{}", sent.message_id);
        message["voice"] = json!({
            "file_id": id, "file_unique_id": id, "duration": seconds,
            "mime_type": "audio/ogg", "file_size": content.len(),
        });
        message
            .as_object_mut()
            .expect("a message is an object")
            .remove("text");
        state.files.insert(id, content.to_vec());
        let update = state.queue.put(json!({ "message": message }));
        drop(state);
        self.tell();
        update
    }

    /// A resident presses the newest button of this label in the private chat.
    #[track_caller]
    pub fn presses(&self, chat: i64, label: &str) -> i64 {
        self.presses_as(chat, label, chat)
    }

    /// Somebody presses the newest button of this label in a chat. A button of a reply
    /// keyboard sends its label as a message.
    #[track_caller]
    pub fn presses_as(&self, chat: i64, label: &str, from: i64) -> i64 {
        let mut state = self.lock();
        assert!(state.knows_person(from), "nobody has the number {from}");
        let labelled = |sent: &Sent| {
            let button = sent
                .buttons
                .iter()
                .flatten()
                .find(|button| button.label == label);
            button.map(|button| (sent.clone(), button.action.clone()))
        };
        let found = state.transcript(chat).rev().find_map(labelled);
        let Some((sent, action)) = found else {
            let newest = state.said_by_bot(chat).next_back().map(Sent::labels);
            panic!("no button {label:?} in chat {chat}; the newest message has {newest:?}");
        };
        let data = match action {
            Action::Callback(data) => data,
            Action::Say => {
                drop(state);
                return self.writes(chat, from, None, label);
            }
            Action::Link(_) | Action::Other => panic!("the button {label:?} sends no update"),
        };
        let query = state.open_query(chat);
        let update = json!({ "callback_query": {
            "id": query, "from": state.author_json(Author::Person(from)),
            "message": state.message_json(&sent), "chat_instance": chat.to_string(),
            "data": data,
        }});
        let update = state.queue.put(update);
        drop(state);
        self.tell();
        update
    }

    /// Lets all button presses so far grow too old to be answered.
    pub fn expire_presses(&self) {
        self.lock()
            .queries
            .values_mut()
            .for_each(|query| query.expired = true);
    }

    #[track_caller]
    fn writes(&self, chat: i64, from: i64, reply_to: Option<i64>, text: &str) -> i64 {
        let mut state = self.lock();
        // An answer stays in the topic of what it answers.
        let thread = reply_to.and_then(|id| state.message(chat, id)?.thread);
        let (_, message) = Self::written(&mut state, chat, from, reply_to, thread, text);
        let update = state.queue.put(json!({ "message": message }));
        drop(state);
        self.tell();
        update
    }

    #[track_caller]
    fn written(
        state: &mut State,
        chat: i64,
        from: i64,
        reply_to: Option<i64>,
        thread: Option<i64>,
        text: &str,
    ) -> (Sent, Value) {
        assert!(
            state.knows_chat(chat),
            "there is no chat {chat}: call user() or supergroup()"
        );
        assert!(
            state.knows_person(from),
            "nobody has the number {from}: call user()"
        );
        let sent = state.post(Draft {
            chat,
            author: Author::Person(from),
            method: "update",
            text: text.to_owned(),
            buttons: Rows::new(),
            markup: None,
            reply_to,
            thread,
        });
        let message = state.message_json(&sent);
        (sent, message)
    }
}

/// The queue of updates.
impl FakeTelegram {
    /// Queues any update. Without an `update_id` it is given the next one.
    #[track_caller]
    pub fn raw_update(&self, update: Value) -> i64 {
        assert!(update.is_object(), "an update is an object");
        let id = self.lock().queue.put(update);
        self.tell();
        id
    }

    /// Queues an earlier update once more, under its old number, although it may have been
    /// confirmed. It comes with the next poll whatever the offset is.
    #[track_caller]
    pub fn redeliver(&self, update: i64) {
        let known = self.lock().queue.put_again(update);
        assert!(known, "there never was an update {update}");
        self.tell();
    }

    /// Residents write these texts in this order, but the bot gets them as one batch in the
    /// reverse order. A client that goes by the last update of a batch then asks for the
    /// others again, and gets them in the right order.
    #[track_caller]
    pub fn out_of_order(&self, said: &[(i64, &str)]) -> Vec<i64> {
        let mut state = self.lock();
        let mut say = |&(chat, text): &(i64, &str)| {
            let (_, message) = Self::written(&mut state, chat, chat, None, None, text);
            state.queue.put(json!({ "message": message }))
        };
        let updates = said.iter().map(&mut say).collect();
        state.queue.reverse_next();
        drop(state);
        self.tell();
        updates
    }

    /// Keeps updates back until [`release`](Self::release), so that they make one batch.
    pub fn hold(&self) {
        self.lock().queue.hold(true);
    }

    /// Lets the updates go that were kept back.
    pub fn release(&self) {
        self.lock().queue.hold(false);
        self.tell();
    }

    /// Takes all waiting updates off the queue, to be posted to a webhook.
    #[must_use]
    pub fn take_pending(&self) -> Vec<Value> {
        let updates = self.lock().queue.take_all();
        self.shared.changed.notify_waiters();
        updates
    }

    /// Posts updates to a webhook one after the other, as Telegram does, and returns the HTTP
    /// status of each. Without a secret token the header is left out.
    pub async fn post_updates_to(
        &self,
        url: &str,
        secret_token: Option<&str>,
        updates: &[Value],
    ) -> Vec<u16> {
        let client = reqwest::Client::new();
        let mut statuses = Vec::with_capacity(updates.len());
        for update in updates {
            let mut post = client.post(url).json(update);
            if let Some(token) = secret_token {
                post = post.header("X-Telegram-Bot-Api-Secret-Token", token);
            }
            let answer = post.send().await.expect("the webhook can be reached");
            statuses.push(answer.status().as_u16());
        }
        statuses
    }

    /// Fills the queue: `n_chats` made-up residents take turns in writing, and each goes
    /// through the texts in order. The residents' numbers begin at [`FIRST_OF_FLOOD`].
    pub fn flood(&self, n_updates: usize, n_chats: usize, texts: &[&str]) {
        assert!(
            n_chats > 0 && !texts.is_empty(),
            "a flood needs residents and texts"
        );
        let resident =
            |place: usize| FIRST_OF_FLOOD + i64::try_from(place).expect("a sensible number");
        let first = {
            let mut state = self.lock();
            (0..n_chats).for_each(|place| state.add_person(resident(place), "市民", Some("ja")));
            state.queue.next()
        };
        let update = |(place, id): (usize, i64)| -> Arc<str> {
            let who = resident(place % n_chats);
            let text = texts[(place / n_chats) % texts.len()];
            let update = json!({ "update_id": id, "message": {
                "message_id": id, "date": 1_767_225_600, "text": text,
                "chat": { "id": who, "type": "private", "first_name": "市民" },
                "from": {
                    "id": who, "is_bot": false, "first_name": "市民", "language_code": "ja",
                },
            }});
            update.to_string().into()
        };
        let written: Vec<_> = (0..n_updates).zip(first..).map(update).collect();
        {
            let mut state = self.lock();
            assert_eq!(
                state.queue.next(),
                first,
                "nobody else may write during a flood"
            );
            state.queue.put_written(written.into_iter());
        }
        self.tell();
    }
}

/// Scripting faults.
impl FakeTelegram {
    /// The next call of this method for this chat goes wrong. Faults come in the order in
    /// which they were scripted.
    pub fn fault(&self, chat: i64, method: &str, fault: Fault) {
        self.fault_times(chat, method, 1, fault);
    }

    /// The next `times` calls of this method for this chat go wrong.
    pub fn fault_times(&self, chat: i64, method: &str, times: usize, fault: Fault) {
        self.lock().faults.script(Some(chat), method, times, fault);
    }

    /// The next `times` calls of this method go wrong whatever the chat is, also for methods
    /// such as `GetUpdates` that are about no chat.
    pub fn fault_anywhere(&self, method: &str, times: usize, fault: Fault) {
        self.lock().faults.script(None, method, times, fault);
    }
}

/// Seeing what happened.
impl FakeTelegram {
    /// All messages of a chat in the order of time, those of people included.
    #[must_use]
    pub fn transcript(&self, chat: i64) -> Vec<Sent> {
        self.lock().transcript(chat).cloned().collect()
    }

    /// The bot's messages in a chat in the order of time.
    #[must_use]
    pub fn said_by_bot(&self, chat: i64) -> Vec<Sent> {
        self.lock().said_by_bot(chat).cloned().collect()
    }

    /// How often a method was called, failed calls included. Case does not matter.
    #[must_use]
    pub fn calls(&self, method: &str) -> usize {
        self.lock().calls(method)
    }

    /// The parameters of all calls of a method, oldest first.
    #[must_use]
    pub fn requests(&self, method: &str) -> Vec<Value> {
        self.lock().requests(method).into_iter().cloned().collect()
    }

    /// The answers to button presses, oldest first.
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        self.lock().answers().to_vec()
    }

    /// The webhook in force.
    #[must_use]
    pub fn webhook(&self) -> Option<Webhook> {
        self.lock().webhook.clone()
    }

    /// The kinds of updates the bot asked for last.
    #[must_use]
    pub fn allowed_updates(&self) -> Option<Vec<String>> {
        self.lock().allowed_updates.clone()
    }

    /// Looks at the state as it is now, all at once.
    pub fn look<T>(&self, see: impl FnOnce(&State) -> T) -> T {
        see(&self.lock())
    }

    /// Waits until the state is as the test expects, and fails the test when that does not
    /// happen in ten seconds.
    pub async fn wait_for(&self, as_expected: impl Fn(&State) -> bool) {
        if !self.wait_within(PATIENCE, as_expected).await {
            let calls = format!("{:?}", self.lock().all_calls());
            panic!("what the test waits for did not happen in {PATIENCE:?}; calls: {calls}");
        }
    }

    /// Waits until the state is as the test expects; false when that takes too long. The
    /// question is asked again after every call, and under the lock, so it has to be quick.
    pub async fn wait_within(
        &self,
        patience: Duration,
        as_expected: impl Fn(&State) -> bool,
    ) -> bool {
        let wait = async {
            loop {
                let mut news = std::pin::pin!(self.shared.changed.notified());
                news.as_mut().enable();
                if as_expected(&self.lock()) {
                    return;
                }
                news.await;
            }
        };
        tokio::time::timeout(patience, wait).await.is_ok()
    }
}
