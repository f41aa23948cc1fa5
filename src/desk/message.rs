//! What comes in and what goes out, before and after anybody understands it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::canned::Canned;
use super::case::state::CloseReason;
use super::case::trigger::Urgency;
use super::choice::Choice;
use super::draft::Draft;
use super::faq::EntryId;
use super::language::Language;
use crate::ids::{CaseId, OutgoingId, ResidentId};

/// The way somebody talks to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    Telegram,
    Web,
    Console,
    /// Somebody for whom staff have reserved, by telephone or at the counter: no message reaches them.
    Desk,
    /// The staff's own surface: their Telegram group when there is one, the terminal otherwise.
    Staff,
}

impl Channel {
    pub const ALL: [Channel; 5] = [
        Channel::Telegram,
        Channel::Web,
        Channel::Console,
        Channel::Desk,
        Channel::Staff,
    ];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Channel::Telegram => "telegram",
            Channel::Web => "web",
            Channel::Console => "console",
            Channel::Desk => "desk",
            Channel::Staff => "staff",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|c| c.id() == id)
    }
}

/// Where a conversation takes place. The id is the channel's own: a chat id, the hash of a web token, a terminal's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    pub channel: Channel,
    pub id: String,
}

impl Address {
    #[must_use]
    pub fn new(channel: Channel, id: impl Into<String>) -> Address {
        Address {
            channel,
            id: id.into(),
        }
    }

    /// The staff as a whole.
    #[must_use]
    pub fn staff() -> Address {
        Address::new(Channel::Staff, "desk")
    }
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Opened the conversation, for example with Telegram's `/start`.
    Start,
    Text(String),
    /// A text as it reads after its writer has edited it.
    Edited(String),
    Choice(Choice),
    /// A sticker, a photo, a voice message we cannot hear: something that has no words for us.
    Unintelligible,
}

/// One event from a channel. The key makes it have effect once.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub key: String,
    pub from: Address,
    /// What the client believes the person's language to be, for example Telegram's `language_code`.
    pub hint: Option<Language>,
    /// The language the person picked with this very message.
    pub chosen: Option<Language>,
    pub said: Said,
    /// The channel's id of the message whose button was pressed; a reply may replace it.
    pub pressed: Option<i64>,
    /// Whether the replies are fetched with the answer (web, terminal) instead of being sent by the courier.
    pub pulled: bool,
}

/// What a clerk did with a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaffAction {
    Accept(CaseId),
    /// Takes it from whoever has it.
    TakeOver(CaseId),
    /// Gives it back to the others.
    Release(CaseId),
    Reply {
        case: CaseId,
        text: String,
    },
    /// Sends a reviewed answer in the citizen's language.
    SendEntry {
        case: CaseId,
        entry: EntryId,
    },
    /// Sends a sentence that is ready in every language.
    SendCanned {
        case: CaseId,
        canned: Box<Canned>,
    },
    /// Sends a text with its machine translation, which the clerk has seen.
    SendDraft {
        case: CaseId,
        draft: Box<Draft>,
    },
    /// Something for the staff alone.
    Note {
        case: CaseId,
        text: String,
    },
    /// The promised call was made.
    Called(CaseId),
    Rank(CaseId, Urgency),
    Close(CaseId),
    CloseAs(CaseId, CloseReason),
    /// Something in the staff's group that is none of the above but was meant for the desk.
    Help,
}

impl StaffAction {
    /// The case it is about.
    #[must_use]
    pub const fn case(&self) -> Option<CaseId> {
        match self {
            StaffAction::Accept(case)
            | StaffAction::TakeOver(case)
            | StaffAction::Release(case)
            | StaffAction::Called(case)
            | StaffAction::Rank(case, _)
            | StaffAction::Close(case)
            | StaffAction::CloseAs(case, _)
            | StaffAction::Reply { case, .. }
            | StaffAction::SendEntry { case, .. }
            | StaffAction::SendCanned { case, .. }
            | StaffAction::SendDraft { case, .. }
            | StaffAction::Note { case, .. } => Some(*case),
            StaffAction::Help => None,
        }
    }
}

/// An event from the staff's surface.
#[derive(Clone, Debug)]
pub struct StaffIncoming {
    pub key: String,
    /// Who acts, as the channel names them: an opaque id, never a name.
    pub clerk: String,
    pub action: StaffAction,
}

/// A row of the outbox: rendered, committed, on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    pub id: OutgoingId,
    pub key: String,
    pub to: Address,
    pub resident: Option<ResidentId>,
    pub phrase: String,
    pub text: String,
    pub language: Language,
    pub choices: Vec<Button>,
    pub entries: Vec<EntryId>,
    pub case: Option<CaseId>,
    /// The channel's id of an earlier message this one takes the place of.
    pub replaces: Option<i64>,
    /// It overtakes everything that is not: somebody is called to a counter now.
    pub urgent: bool,
    pub attempts: u32,
    pub at: DateTime<Utc>,
}

/// A choice with the words on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    pub id: String,
    pub label: String,
}
