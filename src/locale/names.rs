//! The message ids of closed sets: actions, procedures, channels.

use crate::desk::procedure::Procedure;
use crate::ids::CaseId;

/// The code by which both sides name a case.
#[must_use]
pub fn case_code(case: CaseId) -> String {
    format!("K-{case}")
}

// Ids are written out, never put together at run time, so that a search finds them.

pub(super) fn action_id(action: crate::desk::faq::Action) -> &'static str {
    use crate::desk::faq::Action;
    match action {
        Action::Book => "action-book",
        Action::Change => "action-change",
        Action::Cancel => "action-cancel",
        Action::MyReservation => "action-my-reservation",
        Action::Staff => "action-staff",
        Action::Ticket => "action-ticket",
        Action::CheckIn => "action-check-in",
        Action::Documents => "action-documents",
        Action::Language => "action-language",
        Action::WaitTime => "action-wait-time",
    }
}

pub(super) fn procedure_id(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::Pickup => "procedure-pickup",
        Procedure::Certificate => "procedure-certificate",
        Procedure::Pin => "procedure-pin",
        Procedure::Application => "procedure-application",
        Procedure::Address => "procedure-address",
        Procedure::Stay => "procedure-stay",
        Procedure::Insurance => "procedure-insurance",
    }
}

pub(super) fn documents_id(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::Pickup => "procedure-pickup.documents",
        Procedure::Certificate => "procedure-certificate.documents",
        Procedure::Pin => "procedure-pin.documents",
        Procedure::Application => "procedure-application.documents",
        Procedure::Address => "procedure-address.documents",
        Procedure::Stay => "procedure-stay.documents",
        Procedure::Insurance => "procedure-insurance.documents",
    }
}

pub(super) fn channel_id(channel: crate::desk::message::Channel) -> &'static str {
    use crate::desk::message::Channel;
    match channel {
        Channel::Telegram => "channel-telegram",
        Channel::Web => "channel-web",
        Channel::Console | Channel::Desk | Channel::Staff => "channel-console",
    }
}
