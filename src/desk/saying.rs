//! What every part of a turn does: say, change, note, and look at the time.

use chrono::{NaiveDate, NaiveDateTime};

use super::care::Pick;
use super::choice::Choice;
use super::decide::Desk;
use super::faq::Action;
use super::heard::HeardKind;
use super::phrase::Phrase;
use super::reservation::Reservation;
use super::rules::{Window, civil};
use super::talk::{Form, Purpose};
use super::view::{Change, Reply, To, Turn};
use crate::ids::CaseId;

impl Desk<'_> {
    /// Says a phrase with buttons below it.
    pub fn say(&mut self, phrase: Phrase, choices: Vec<Choice>) {
        let to = To::Resident(self.view.resident.id);
        self.outcome.replies.push(Reply {
            to,
            phrase,
            choices,
            replaces: false,
            case: None,
        });
    }

    /// Says a phrase in the place of the message whose button was pressed.
    pub fn say_instead(&mut self, phrase: Phrase, choices: Vec<Choice>) {
        self.say(phrase, choices);
        if let Some(reply) = self.outcome.replies.last_mut() {
            reply.replaces = matches!(self.heard.kind, HeardKind::Choice(_));
        }
    }

    pub fn say_to_citizen_of(&mut self, case: CaseId, phrase: Phrase, choices: Vec<Choice>) {
        self.say(phrase, choices);
        if let Some(reply) = self.outcome.replies.last_mut() {
            reply.case = Some(case);
        }
    }

    pub fn say_to_staff(&mut self, case: CaseId, phrase: Phrase, choices: Vec<Choice>) {
        self.outcome.replies.push(Reply {
            to: To::Staff,
            phrase,
            choices,
            replaces: false,
            case: Some(case),
        });
    }

    /// Tells whoever made a reservation what somebody else with its code has done to it.
    pub fn say_to_owner(&mut self, reservation: &Reservation, phrase: &Phrase) {
        if reservation.resident != self.view.resident.id {
            self.outcome.replies.push(Reply {
                to: To::Resident(reservation.resident),
                phrase: phrase.clone(),
                choices: Vec::new(),
                replaces: false,
                case: None,
            });
        }
    }

    /// When this resident may reserve what the form asks for.
    #[must_use]
    pub fn window(&self, form: &Form) -> Window {
        let office = form.office.as_ref().and_then(|id| self.rules.office(id));
        let window = self.rules.window(office, &form.procedures);
        match (form.purpose, self.limited_days()) {
            (Purpose::New, Some(days)) => Window {
                last_days: window.last_days.min(days),
                ..window
            },
            _ => window,
        }
    }

    /// So many days ahead somebody may reserve who has missed several visits.
    #[must_use]
    pub fn limited_days(&self) -> Option<u16> {
        let rules = self.rules.booking.no_show;
        let is_limited = rules.limit_after > 0 && self.view.missed >= u16::from(rules.limit_after);
        is_limited.then_some(rules.limit_days)
    }

    pub fn change(&mut self, change: Change) {
        self.outcome.changes.push(change);
    }

    pub fn phone(&self) -> String {
        self.rules.person.phone.clone()
    }

    pub fn here(&self) -> NaiveDateTime {
        civil(self.now)
    }

    pub fn today(&self) -> NaiveDate {
        self.here().date()
    }

    /// Notes how the turn went; the first note stands.
    pub fn note(&mut self, turn: Turn) {
        if self.outcome.turn == Turn::Other {
            self.outcome.turn = turn;
        }
    }

    /// The buttons of the main menu.
    pub fn menu(&self) -> Vec<Choice> {
        let mut menu = vec![Choice::Action(Action::Book)];
        if !self.view.reservations.is_empty() {
            menu.push(Choice::Action(Action::MyReservation));
        }
        menu.push(Choice::Action(Action::Documents));
        menu.extend([Pick::Finder, Pick::Expiry].map(Choice::Care));
        menu.extend([Action::Staff, Action::Language].map(Choice::Action));
        menu
    }
}
