//! The message ids of closed sets: actions, procedures, channels.

use crate::desk::case::brief::Ask;
use crate::desk::case::trigger::{TriggerKind, Urgency};
use crate::desk::procedure::Procedure;
use crate::desk::queue::ticket::Needs;
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

pub(super) fn trigger_id(trigger: TriggerKind) -> &'static str {
    match trigger {
        TriggerKind::Wish => "staff-trigger-wish",
        TriggerKind::Misses => "staff-trigger-misses",
        TriggerKind::NoneOfThese => "staff-trigger-none-of-these",
        TriggerKind::Unhelpful => "staff-trigger-unhelpful",
        TriggerKind::Risk => "staff-trigger-risk",
        TriggerKind::FormTrouble => "staff-trigger-form-trouble",
        TriggerKind::StaffOnly => "staff-trigger-staff-only",
        TriggerKind::Anger => "staff-trigger-anger",
        TriggerKind::Appeal => "staff-trigger-appeal",
    }
}

pub(super) fn urgency_id(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Normal => "staff-urgency-normal",
        Urgency::Soon => "staff-urgency-soon",
        Urgency::Urgent => "staff-urgency-urgent",
    }
}

pub(super) fn ask_id(ask: Ask) -> &'static str {
    match ask {
        Ask::Suspended => "staff-ask-suspended",
        Ask::Police => "staff-ask-police",
        Ask::Procedure => "staff-ask-procedure",
        Ask::ForWhom => "staff-ask-for-whom",
        Ask::Reservation => "staff-ask-reservation",
        Ask::WhatFailed => "staff-ask-what-failed",
        Ask::When => "staff-ask-when",
    }
}

pub(super) fn need_ids(needs: Needs) -> Vec<&'static str> {
    let all = [
        (needs.chair, "staff-floor-need-chair"),
        (needs.hearing, "staff-floor-need-hearing"),
        (needs.interpreter, "staff-floor-need-interpreter"),
    ];
    all.into_iter()
        .filter_map(|(is_needed, id)| is_needed.then_some(id))
        .collect()
}
