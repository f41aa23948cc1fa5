//! What a clerk should know within ten seconds, built by rules and never written by a machine: why now, what was asked,
//! what was tried, what is known and what is not, what was promised, what to ask next.
//!
//! The brief is what was known when the case was opened; it is kept with the case. What may change since (reservation,
//! ticket, papers, the state of the case) is read when the summary is shown.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use super::callback::CallBack;
use super::promise::Promise;
use super::state::Case;
use super::trigger::TriggerKind;
use crate::desk::faq::EntryId;
use crate::desk::language::Language;
use crate::desk::message::Channel;
use crate::desk::phrase::Visit;
use crate::desk::procedure::Procedure;
use crate::desk::queue::ticket::{Needs, TicketNumber};
use crate::desk::rules::OfficeId;
use crate::desk::talk::FormSummary;

/// How we know the citizen's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LanguageKnown {
    Chosen,
    #[default]
    Guessed,
}

/// What was known when a case was opened. Texts are masked. It is disposable: one that no longer reads after an upgrade
/// leaves the case as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Brief {
    pub known: LanguageKnown,
    /// The last message in the citizen's own words.
    pub last_text: String,
    /// What it was about, where the last message is no question itself.
    pub last_question: String,
    /// Answers already shown, and those that did not help.
    pub shown: Vec<EntryId>,
    pub unhelpful: Vec<EntryId>,
    /// Questions without an answer.
    pub missed: Vec<String>,
    pub form: Option<FormSummary>,
    /// Procedures that were named.
    pub procedures: Vec<Procedure>,
    /// How many secrets were masked in this conversation.
    pub masked: u32,
    /// Reviewed answers that may help.
    pub suggestions: Vec<EntryId>,
}

/// What the staff still have to ask, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Whether the card has been suspended by telephone (0120-95-0178, round the clock).
    Suspended,
    /// Whether the police have been told, for a theft or a loss outside.
    Police,
    /// Which procedure it is about.
    Procedure,
    /// Whether they come themselves or somebody comes for them.
    ForWhom,
    /// Whether there is a reservation, and its code.
    Reservation,
    /// What exactly did not work.
    WhatFailed,
    /// When it suits them.
    When,
}

impl Ask {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Ask::Suspended => "suspended",
            Ask::Police => "police",
            Ask::Procedure => "procedure",
            Ask::ForWhom => "for-whom",
            Ask::Reservation => "reservation",
            Ask::WhatFailed => "what-failed",
            Ask::When => "when",
        }
    }
}

/// The ticket somebody holds today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldTicket {
    pub number: TicketNumber,
    pub state: &'static str,
    pub needs: Needs,
    pub procedures: Vec<Procedure>,
}

/// A reservation of the citizen's, with what was changed on it in the last day and how many papers are ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    pub visit: Visit,
    pub changed: Option<NaiveDateTime>,
    /// How many of how many papers the citizen has ticked.
    pub papers: Option<(usize, usize)>,
}

/// Everything a clerk is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handoff {
    pub case: Case,
    pub channel: Channel,
    pub language: Language,
    pub brief: Brief,
    pub promise: Promise,
    pub booked: Vec<Booked>,
    pub ticket: Option<HeldTicket>,
    pub call_back: Option<CallBack>,
    pub now: DateTime<Utc>,
}

impl Handoff {
    /// The procedure the case is about, as far as anything says so: what was named, the form, the reservation, the ticket.
    #[must_use]
    pub fn procedures(&self) -> Vec<Procedure> {
        let form = self.brief.form.as_ref().map(|form| &form.procedures);
        let ticket = self.ticket.as_ref().map(|ticket| &ticket.procedures);
        let booked = self.booked.first().map(|booked| &booked.visit.procedures);
        [Some(&self.brief.procedures), form, ticket, booked]
            .into_iter()
            .flatten()
            .find(|procedures| !procedures.is_empty())
            .cloned()
            .unwrap_or_default()
    }

    /// What is not known yet, in the order in which to ask.
    #[must_use]
    pub fn to_ask(&self) -> Vec<Ask> {
        let mut asks = Vec::new();
        if self.case.trigger == TriggerKind::Risk {
            asks.extend([Ask::Suspended, Ask::Police]);
        }
        if self.procedures().is_empty() && self.case.topic.is_none() {
            asks.push(Ask::Procedure);
        }
        if self.case.trigger == TriggerKind::FormTrouble {
            asks.push(Ask::WhatFailed);
        }
        let wants_visit = self.brief.form.is_some() || !self.procedures().is_empty();
        if wants_visit && self.ticket.is_none() {
            asks.push(Ask::ForWhom);
        }
        if self.booked.is_empty() && self.ticket.is_none() {
            asks.push(Ask::Reservation);
        }
        let no_day = self
            .brief
            .form
            .as_ref()
            .is_some_and(|form| form.day.is_none());
        if no_day && self.booked.is_empty() {
            asks.push(Ask::When);
        }
        asks
    }

    /// Where it belongs, as far as that is known.
    #[must_use]
    pub fn office(&self) -> Option<&OfficeId> {
        let form = self
            .brief
            .form
            .as_ref()
            .and_then(|form| form.office.as_ref());
        let booked = self.booked.first().map(|booked| &booked.visit.office);
        self.case.office.as_ref().or(form).or(booked)
    }
}
