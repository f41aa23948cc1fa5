//! What is said about cases, beside the phrases every case begins and ends with.

use chrono::NaiveDateTime;

use super::handover::Destination;
use super::promise::Promise;
use super::state::Alarm;
use super::trigger::Urgency;
use crate::desk::canned::Canned;
use crate::desk::faq::EntryId;
use crate::ids::{CaseId, SheetCode};

/// Something said about a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    // To the citizen
    /// A reviewed answer that a clerk sends.
    Entry {
        case: CaseId,
        entry: EntryId,
    },
    /// A sentence that is ready in every language.
    Canned {
        case: CaseId,
        canned: Box<Canned>,
    },
    /// Another clerk goes on with it.
    HandedOn {
        case: CaseId,
    },
    /// The clerk who has it will read it when the counter is open again.
    RelayedClosed {
        case: CaseId,
        promise: Promise,
    },
    /// It takes longer than was promised.
    Late {
        case: CaseId,
        promise: Promise,
        phone: String,
    },
    /// When the staff may call.
    AskCallTime {
        case: CaseId,
    },
    /// No time for a call is free.
    NoCallTime {
        case: CaseId,
        phone: String,
    },
    AskCallNumber {
        case: CaseId,
        from: NaiveDateTime,
        until: NaiveDateTime,
    },
    /// What was typed is no telephone number.
    CallNumberUnclear,
    CallNoted {
        case: CaseId,
        from: NaiveDateTime,
        until: NaiveDateTime,
    },
    /// Another counter or department goes on; the code is on the sheet and on its way there.
    SentOn {
        code: SheetCode,
        to: Destination,
    },
    /// The citizen is told without reproach that anger is heard.
    OpenedForAnger {
        case: CaseId,
        promise: Promise,
        phone: String,
    },
    // To the staff
    Taken {
        case: CaseId,
        by: String,
    },
    NotTaken {
        case: CaseId,
    },
    Waits {
        case: CaseId,
        alarm: Alarm,
        minutes: i64,
    },
    Noted {
        case: CaseId,
    },
    Released {
        case: CaseId,
    },
    CallBack {
        case: CaseId,
        from: NaiveDateTime,
        until: NaiveDateTime,
    },
    /// The time in which a call is promised begins.
    CallDue {
        case: CaseId,
        from: NaiveDateTime,
        until: NaiveDateTime,
    },
    Called {
        case: CaseId,
    },
    /// It is more urgent than it was.
    Raised {
        case: CaseId,
        urgency: Urgency,
    },
    /// The citizen has sent something that is no text.
    Unreadable {
        case: CaseId,
    },
    NotNow {
        case: CaseId,
    },
    /// A sheet is on its way to a counter or department.
    SheetMade {
        code: SheetCode,
        to: Destination,
        case: Option<CaseId>,
    },
}

impl Said {
    /// The message in `locales`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Said::Entry { .. } => "case-entry",
            Said::Canned { .. } => "staff-says",
            Said::HandedOn { .. } => "case-handed-on",
            Said::RelayedClosed { .. } => "case-relayed-closed",
            Said::Late { .. } => "case-late",
            Said::AskCallTime { .. } => "call-ask-time",
            Said::NoCallTime { .. } => "call-no-time",
            Said::AskCallNumber { .. } => "call-ask-number",
            Said::CallNumberUnclear => "call-number-unclear",
            Said::CallNoted { .. } => "call-noted",
            Said::SentOn { .. } => "case-sent-on",
            Said::OpenedForAnger { .. } => "case-opened-for-anger",
            Said::Taken { .. } => "staff-case-taken",
            Said::NotTaken { .. } => "staff-case-not-taken",
            Said::Waits { .. } => "staff-case-waits",
            Said::Noted { .. } => "staff-case-noted",
            Said::Released { .. } => "staff-case-released",
            Said::CallBack { .. } => "staff-case-call-back",
            Said::CallDue { .. } => "staff-case-call-due",
            Said::Called { .. } => "staff-case-called",
            Said::Raised { .. } => "staff-case-raised",
            Said::Unreadable { .. } => "staff-case-unreadable",
            Said::NotNow { .. } => "staff-case-not-now",
            Said::SheetMade { .. } => "staff-sheet-made",
        }
    }

    /// The reviewed answer in it.
    #[must_use]
    pub const fn entry(&self) -> Option<&EntryId> {
        match self {
            Said::Entry { entry, .. } => Some(entry),
            _ => None,
        }
    }
}
