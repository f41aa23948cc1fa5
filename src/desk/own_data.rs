//! What the desk keeps about a resident: shown, and erased as far as it may be. Messages beside the answers are theirs to
//! switch off.

use chrono::NaiveDateTime;

use super::booking;
use super::choice::Choice;
use super::decide::Desk;
use super::faq::Action;
use super::person;
use super::phrase::Phrase;
use super::retention::{Kind, Retention};
use super::rules::civil;
use super::talk::{Dialogue, Talk};
use super::view::{Change, Kept, Turn};
use crate::ids::CaseId;

/// What is kept, as residents know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Messages,
    Upcoming,
    Past,
    Waits,
    Renewals,
    Ticket,
    Tickets,
    Cases,
    Callback,
    Feedback,
    Block,
    /// None of these.
    Nothing,
}

impl What {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            What::Messages => "messages",
            What::Upcoming => "upcoming",
            What::Past => "past",
            What::Waits => "waits",
            What::Renewals => "renewals",
            What::Ticket => "ticket",
            What::Tickets => "tickets",
            What::Cases => "cases",
            What::Callback => "callback",
            What::Feedback => "feedback",
            What::Block => "block",
            What::Nothing => "nothing",
        }
    }
}

/// How much of a kind is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptLine {
    pub what: What,
    pub count: u32,
    /// For how long, in days; from when is said with it.
    pub days: u16,
    /// Until when a block lasts.
    pub until: Option<NaiveDateTime>,
}

/// What an erasing leaves, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// Somebody is expected.
    Reservations(u32),
    /// Somebody waits.
    Ticket,
    /// Nobody erases a block by asking.
    Block(NaiveDateTime),
    /// An open case is closed first.
    CaseCloses(CaseId),
    /// Who did what, without words, for so many days.
    Log(u16),
}

impl Stays {
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Stays::Reservations(_) => "upcoming",
            Stays::Ticket => "ticket",
            Stays::Block(_) => "block",
            Stays::CaseCloses(_) => "case",
            Stays::Log(_) => "log",
        }
    }
}

/// Shows what is kept.
pub fn show(desk: &mut Desk<'_>) {
    desk.note(Turn::Command);
    let messages = desk.view.resident.messages;
    let kept = desk.view.kept.unwrap_or_default();
    let phrase = Phrase::MyData {
        lines: lines(&kept, &desk.rules.retention),
        messages,
    };
    let choices = vec![
        Choice::Messages(!messages),
        Choice::EraseData,
        Choice::Action(Action::MyReservation),
    ];
    desk.say(phrase, choices);
    booking::offer_resume(desk);
}

/// A line for each kind of which there is something, or one that says that there is nothing.
fn lines(kept: &Kept, retention: &Retention) -> Vec<KeptLine> {
    let all = [
        (What::Messages, kept.messages, Kind::Messages),
        (What::Upcoming, kept.upcoming, Kind::VisitTies),
        (What::Past, kept.past, Kind::VisitTies),
        (What::Waits, kept.waits, Kind::Waits),
        (What::Renewals, kept.renewals, Kind::Renewals),
        (What::Ticket, kept.tickets_open, Kind::TicketTies),
        (What::Tickets, kept.tickets_over, Kind::TicketTies),
        (What::Cases, kept.cases, Kind::CaseTexts),
        (What::Callback, kept.callbacks, Kind::Callbacks),
        (What::Feedback, kept.feedback, Kind::FeedbackTies),
    ];
    let block = kept.blocked_until.map(|until| KeptLine {
        what: What::Block,
        count: 1,
        days: retention.days(Kind::Blocks),
        until: Some(civil(until)),
    });
    let some = all.into_iter().filter(|(_, count, _)| *count > 0);
    let mut lines: Vec<KeptLine> = some
        .map(|(what, count, kind)| KeptLine {
            what,
            count,
            days: retention.days(kind),
            until: None,
        })
        .chain(block)
        .collect();
    if lines.is_empty() {
        lines.push(KeptLine {
            what: What::Nothing,
            count: 0,
            days: 0,
            until: None,
        });
    }
    lines
}

/// Switches reminders and news on or off. What the resident asks is answered all the same.
pub fn messages(desk: &mut Desk<'_>, on: bool) {
    desk.note(Turn::Command);
    desk.change(Change::Messages(on));
    let phrase = if on {
        Phrase::MessagesOn
    } else {
        Phrase::MessagesOff
    };
    desk.say(phrase, vec![Choice::Messages(!on)]);
    booking::ask_again(desk);
}

/// Asks before erasing.
pub fn ask_erase(desk: &mut Desk<'_>) {
    desk.note(Turn::Command);
    if let Dialogue::Booking(form) = std::mem::take(&mut desk.talk.dialogue) {
        desk.release(&form);
    }
    let serial = desk.talk.next_serial();
    desk.talk.dialogue = Dialogue::Erasing { serial };
    let mut said = stays(desk);
    said.extend(desk.view.case.as_ref().map(|c| Stays::CaseCloses(c.id)));
    said.push(Stays::Log(desk.rules.retention.days(Kind::Audit)));
    desk.say(
        Phrase::AskErase { stays: said },
        vec![Choice::Confirm(serial), Choice::Keep],
    );
}

/// Erases after "yes". Reservations ahead stay until they are cancelled or over: somebody is expected then. A ticket that
/// waits is still called. An open case is closed, and the staff are told.
pub fn confirm_erase(desk: &mut Desk<'_>, serial: u32) {
    desk.note(Turn::Command);
    if desk.talk.dialogue != (Dialogue::Erasing { serial }) {
        desk.stale();
        return;
    }
    let stays = stays(desk);
    person::end_by_erasing(desk);
    desk.change(Change::Erase);
    // Nothing of the conversation is remembered but the number of the last question, so that old buttons stay old.
    desk.talk = Talk {
        serial: desk.talk.serial,
        ..Talk::default()
    };
    let is_expected = matches!(stays.first(), Some(Stays::Reservations(_)));
    let choices = if is_expected {
        vec![Choice::Action(Action::MyReservation)]
    } else {
        Vec::new()
    };
    desk.say(Phrase::Erased { stays }, choices);
}

/// What may not be erased yet.
fn stays(desk: &Desk<'_>) -> Vec<Stays> {
    let own = desk.view.resident.id;
    let own = desk.view.reservations.iter().filter(|r| r.resident == own);
    let kept = desk.view.kept.unwrap_or_default();
    let upcoming = u32::try_from(own.count()).unwrap_or(u32::MAX);
    let upcoming = (upcoming > 0).then_some(Stays::Reservations(upcoming));
    let ticket = (kept.tickets_open > 0).then_some(Stays::Ticket);
    let block = kept.blocked_until.map(|until| Stays::Block(civil(until)));
    [upcoming, ticket, block].into_iter().flatten().collect()
}
