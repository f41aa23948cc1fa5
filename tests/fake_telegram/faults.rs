//! The faults Telegram can be told to show, and the table that decides whose turn it is.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use serde_json::json;

use super::reply::{Refusal, Reply};

/// One way in which a call can go wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Telegram asks the bot to slow down: 429 with `parameters.retry_after` in seconds.
    TooMany {
        /// How many seconds the bot is asked to wait.
        retry_after: u32,
    },
    /// The resident has blocked the bot: 403.
    Blocked,
    /// The resident's account is gone: 403.
    Deactivated,
    /// Telegram fails inside: 500 with an HTML page instead of JSON.
    Server,
    /// A proxy before Telegram fails: 502 with an HTML page.
    BadGateway,
    /// The call counts at once, but its answer comes only after this long.
    Slow(Duration),
    /// The connection is closed before the call counts.
    DropBefore,
    /// The call counts, then the connection is closed without an answer, so that the bot
    /// cannot know whether its message was sent.
    DropAfter,
    /// The group has become a supergroup: 400 with `parameters.migrate_to_chat_id`. The new
    /// chat exists from then on.
    MigrateTo(i64),
    /// The answer is 200 but is no JSON.
    NotJson,
    /// Any other refusal, with Telegram's own code and wording.
    Refused {
        /// The HTTP status and `error_code`.
        code: u16,
        /// The `description`, such as `Bad Request: not enough rights`.
        description: &'static str,
    },
}

impl Fault {
    /// The answer that takes the place of the call, or `None` for the faults under which the
    /// call is carried out or the connection is closed.
    pub(super) fn instead(&self) -> Option<Reply> {
        let refuse = |code, text: &str| Some(Reply::refused(&Refusal::new(code, text)));
        match self {
            Self::TooMany { retry_after } => {
                let text = format!("Too Many Requests: retry after {retry_after}");
                let refusal = Refusal::new(429, &text).with(json!({ "retry_after": retry_after }));
                Some(Reply::refused(&refusal))
            }
            Self::MigrateTo(chat) => {
                let text = "Bad Request: group chat was upgraded to a supergroup chat";
                let refusal = Refusal::new(400, text).with(json!({ "migrate_to_chat_id": chat }));
                Some(Reply::refused(&refusal))
            }
            Self::Blocked => refuse(403, "Forbidden: bot was blocked by the user"),
            Self::Deactivated => refuse(403, "Forbidden: user is deactivated"),
            Self::Refused { code, description } => refuse(*code, description),
            Self::Server => Some(Reply::page(500, "500 Internal Server Error")),
            Self::BadGateway => Some(Reply::page(502, "502 Bad Gateway")),
            Self::NotJson => Some(Reply::page(
                200,
                "Web server is returning an unknown answer",
            )),
            Self::Slow(_) | Self::DropBefore | Self::DropAfter => None,
        }
    }
}

/// A fault that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struck {
    /// The chat the call was about, if it was about one.
    pub chat: Option<i64>,
    /// The method in lower case.
    pub method: String,
    /// What went wrong.
    pub fault: Fault,
    /// The text that was to be sent; empty where there was none.
    pub text: String,
}

/// Where a fault strikes: a chat, or any, and a method in lower case.
type Place = (Option<i64>, String);

/// The faults still to come, in the order in which they were scripted.
#[derive(Debug, Default)]
pub(super) struct Faults {
    waiting: HashMap<Place, VecDeque<(Fault, usize)>>,
}

impl Faults {
    /// Scripts a fault for the next `times` calls of the method, in one chat or, without a
    /// chat, in any.
    pub(super) fn script(&mut self, chat: Option<i64>, method: &str, times: usize, fault: Fault) {
        if times > 0 {
            let key = (chat, method.to_ascii_lowercase());
            self.waiting
                .entry(key)
                .or_default()
                .push_back((fault, times));
        }
    }

    /// Takes the fault whose turn it is; one for this very chat goes first.
    pub(super) fn take(&mut self, chat: Option<i64>, method: &str) -> Option<Fault> {
        if self.waiting.is_empty() {
            return None;
        }
        let own = chat.and_then(|_| self.take_one(&(chat, method.to_owned())));
        own.or_else(|| self.take_one(&(None, method.to_owned())))
    }

    /// How many faulty calls are still to come.
    pub(super) fn left(&self) -> usize {
        self.waiting
            .values()
            .flatten()
            .map(|(_, times)| times)
            .sum()
    }

    fn take_one(&mut self, place: &Place) -> Option<Fault> {
        let line = self.waiting.get_mut(place)?;
        let (fault, times) = line.front_mut()?;
        let fault = fault.clone();
        *times -= 1;
        if *times == 0 {
            line.pop_front();
        }
        if line.is_empty() {
            self.waiting.remove(place);
        }
        Some(fault)
    }
}
