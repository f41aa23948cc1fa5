//! A copy of what is kept about a resident, for themself: a file for people and programs. Times are those of the city, as
//! RFC 3339. Notes of the staff are not in it, nor anything of somebody else.

use std::collections::BTreeMap;

use serde::Serialize;

/// Everything that is kept about one address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnCopy {
    pub made_at: String,
    pub language: String,
    /// Whether reminders and news are wanted.
    pub messages_wanted: bool,
    pub first_seen_at: String,
    pub last_seen_at: String,
    /// For how many days each kind is kept, by the keys of the configuration.
    pub retention: BTreeMap<String, u16>,
    pub messages: Vec<CopiedMessage>,
    pub reservations: Vec<CopiedReservation>,
    pub waits: Vec<CopiedWait>,
    pub renewals: Vec<CopiedRenewal>,
    pub tickets: Vec<CopiedTicket>,
    pub cases: Vec<CopiedCase>,
    pub feedback: Vec<CopiedFeedback>,
    pub blocks: Vec<CopiedBlock>,
}

/// Something that was said, masked as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedMessage {
    pub at: String,
    /// `you`, `desk` or `staff`.
    pub from: &'static str,
    pub text: String,
    /// The case it belongs to.
    pub case: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedReservation {
    pub code: String,
    pub office: String,
    pub starts_at: String,
    pub people: u8,
    pub procedures: Vec<String>,
    /// `booked`, `came`, `missed` or `cancelled`.
    pub state: String,
    pub made_at: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedWait {
    pub office: String,
    pub procedures: Vec<String>,
    pub people: u8,
    pub first_day: String,
    pub last_day: String,
    pub state: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedRenewal {
    pub kind: String,
    pub due_month: String,
    pub state: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedTicket {
    pub number: String,
    pub office: String,
    pub day: String,
    pub state: String,
    pub issued_at: String,
    pub chair: bool,
    pub hearing: bool,
    pub interpreter: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedCase {
    pub case: String,
    pub opened_at: String,
    pub state: String,
    pub closed_at: Option<String>,
    /// The number under which you want to be called.
    pub callback_phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedFeedback {
    pub at: String,
    /// `answer`, `case` or `visit`.
    pub about: String,
    pub good: bool,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopiedBlock {
    pub at: String,
    pub until: String,
    pub lifted_at: Option<String>,
}
