//! The queue in a conversation: "I am here", a ticket for today, how long it takes, "I am late", "I must leave", "where do
//! I go".

use std::sync::Arc;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::check_in::{check_in_at, check_in_one};
use super::estimate::{Question, estimate};
use super::floor::QueueChange;
use super::line::Line;
use super::said::{Said, is_live};
use super::ticket::{Move, Needs, State, Ticket, TicketRefusal};
use super::view::ahead;
use super::walk_in::{for_people, for_procedure, take};
use crate::desk::choice::Choice;
use crate::desk::decide::Desk;
use crate::desk::faq::{Action, EntryId};
use crate::desk::lexicon::{Command, Headcount};
use crate::desk::phrase::Phrase;
use crate::desk::procedure::Procedure;
use crate::desk::reservation::Reservation;
use crate::desk::rules::OfficeId;
use crate::desk::talk::{Aside, Dialogue};
use crate::desk::view::{Change, Turn};
use crate::ids::{ReservationId, TicketId};

/// What a citizen's turn sees of the queue.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The resident's newest ticket of today.
    pub ticket: Option<Ticket>,
    /// Their reservations of today that are not checked in, also those counted as missed.
    pub today: Vec<Reservation>,
    /// Today's lines, one for each office.
    pub lines: Vec<Arc<Line>>,
}

impl Seen {
    pub(super) fn line(&self, office: &OfficeId) -> Option<&Arc<Line>> {
        self.lines.iter().find(|line| line.office == *office)
    }
}

/// Somebody is asking for a ticket without a reservation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    pub office: OfficeId,
    pub procedure: Option<Procedure>,
    pub people: u8,
    pub serial: u32,
}

/// The buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// "I am here", from the code at the entrance of this office.
    HereAt(OfficeId),
    CheckIn(ReservationId),
    /// A ticket for this procedure.
    For(Procedure),
    People(u8),
    /// Yes to the ticket with this serial number.
    Take(u32),
    Show,
    Late,
    Leave,
    /// Yes to giving up this ticket.
    LeaveYes(TicketId),
    Where,
    Meanwhile,
    Needs,
    Need(Need),
    Back,
}

/// One of the things somebody may need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Chair,
    Hearing,
    Interpreter,
}

impl Need {
    pub const ALL: [Need; 3] = [Need::Chair, Need::Hearing, Need::Interpreter];

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Need::Chair => "chair",
            Need::Hearing => "hearing",
            Need::Interpreter => "interpreter",
        }
    }

    #[must_use]
    pub const fn is_in(self, needs: Needs) -> bool {
        match self {
            Need::Chair => needs.chair,
            Need::Hearing => needs.hearing,
            Need::Interpreter => needs.interpreter,
        }
    }

    const fn toggled(self, mut needs: Needs) -> Needs {
        match self {
            Need::Chair => needs.chair = !needs.chair,
            Need::Hearing => needs.hearing = !needs.hearing,
            Need::Interpreter => needs.interpreter = !needs.interpreter,
        }
        needs
    }
}

/// How the codes of these buttons begin.
const KIND: &str = "v";

impl Pick {
    /// The code that travels.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Pick::HereAt(office) => format!("v.at-{office}"),
            Pick::CheckIn(id) => format!("v.in-{id}"),
            Pick::For(procedure) => format!("v.for-{}", procedure.id()),
            Pick::People(n) => format!("v.n-{n}"),
            Pick::Take(serial) => format!("v.y-{serial}"),
            Pick::Need(need) => format!("v.need-{}", need.id()),
            Pick::Show => "v.show".into(),
            Pick::Late => "v.late".into(),
            Pick::Leave => "v.leave".into(),
            Pick::LeaveYes(id) => format!("v.left-{id}"),
            Pick::Where => "v.where".into(),
            Pick::Meanwhile => "v.while".into(),
            Pick::Needs => "v.needs".into(),
            Pick::Back => "v.back".into(),
        }
    }

    /// Reads a code that begins like one of these.
    #[must_use]
    pub fn read(kind: &str, value: &str) -> Option<Pick> {
        if kind != KIND {
            return None;
        }
        Some(match value.split_once('-').unwrap_or((value, "")) {
            ("at", office) => Pick::HereAt(OfficeId::read(office)?),
            ("in", id) => Pick::CheckIn(ReservationId(id.parse().ok()?)),
            ("for", id) => Pick::For(Procedure::from_id(id)?),
            ("n", n) => Pick::People(n.parse().ok()?),
            ("y", serial) => Pick::Take(serial.parse().ok()?),
            ("need", id) => Pick::Need(Need::ALL.into_iter().find(|need| need.id() == id)?),
            ("show", "") => Pick::Show,
            ("late", "") => Pick::Late,
            ("leave", "") => Pick::Leave,
            ("left", id) => Pick::LeaveYes(TicketId(id.parse().ok()?)),
            ("where", "") => Pick::Where,
            ("while", "") => Pick::Meanwhile,
            ("needs", "") => Pick::Needs,
            ("back", "") => Pick::Back,
            _ => return None,
        })
    }
}

pub(super) fn say(desk: &mut Desk<'_>, said: Said, choices: Vec<Choice>) {
    desk.say(Phrase::Queue(Box::new(said)), choices);
}

fn say_instead(desk: &mut Desk<'_>, said: Said, choices: Vec<Choice>) {
    desk.say_instead(Phrase::Queue(Box::new(said)), choices);
}

pub(super) fn change(desk: &mut Desk<'_>, change: QueueChange) {
    desk.change(Change::Queue(Box::new(change)));
}

/// The resident's ticket, if it is still of use.
pub(super) fn live(desk: &Desk<'_>) -> Option<Ticket> {
    desk.view.queue.ticket.clone().filter(is_live)
}

/// Does what a button stands for.
pub fn choose(desk: &mut Desk<'_>, pick: &Pick) {
    desk.note(Turn::Action);
    match pick {
        Pick::HereAt(office) => check_in_at(desk, Some(office.clone())),
        Pick::CheckIn(id) => check_in_one(desk, *id, None),
        Pick::For(procedure) => for_procedure(desk, *procedure),
        Pick::People(n) => for_people(desk, *n),
        Pick::Take(serial) => take(desk, *serial),
        Pick::Show => show(desk),
        Pick::Late => with_ticket(desk, late),
        Pick::Leave => with_ticket(desk, ask_leave),
        Pick::LeaveYes(id) => leave(desk, *id),
        Pick::Where => with_ticket(desk, where_to),
        Pick::Meanwhile => with_ticket(desk, meanwhile),
        Pick::Needs => with_ticket(desk, ask_needs),
        Pick::Need(need) => need_of(desk, *need),
        Pick::Back => with_ticket(desk, back),
    }
}

/// Hears the procedure somebody wants a ticket for, and how many come; false when the text is something else.
pub fn hear(desk: &mut Desk<'_>) -> bool {
    let Dialogue::Ticket(asking) = desk.talk.dialogue.clone() else {
        return false;
    };
    if let ([procedure], false) = (&desk.heard.procedures[..], desk.heard.is_question) {
        let procedure = *procedure;
        desk.note(Turn::Form);
        for_procedure(desk, procedure);
        return true;
    }
    if let (Headcount::Said(n), Some(_)) = (desk.heard.people, asking.procedure) {
        desk.note(Turn::Form);
        for_people(desk, n);
        return true;
    }
    false
}

/// Whether a command means something only to somebody with a ticket.
#[must_use]
pub const fn is_command(command: Command) -> bool {
    matches!(
        command,
        Command::Late | Command::LeaveQueue | Command::WhereTo
    )
}

/// A command that only means something to somebody with a ticket; false without one.
pub fn command(desk: &mut Desk<'_>, command: Command) -> bool {
    if live(desk).is_none() {
        return false;
    }
    match command {
        Command::Late => with_ticket(desk, late),
        Command::LeaveQueue => with_ticket(desk, ask_leave),
        Command::WhereTo => with_ticket(desk, where_to),
        _ => return false,
    }
    true
}

/// "Yes" while a ticket is offered.
pub fn yes(desk: &mut Desk<'_>) {
    match desk.talk.dialogue.clone() {
        Dialogue::Ticket(asking) if asking.procedure.is_some() => take(desk, asking.serial),
        _ => desk.offer_menu(),
    }
}

/// The ticket speaks the language of its holder.
pub fn follow_language(desk: &mut Desk<'_>) {
    let Some(ticket) = live(desk).filter(Ticket::is_open) else {
        return;
    };
    let is_stepped = desk
        .outcome
        .changes
        .iter()
        .any(|change| matches!(change, Change::Queue(_) | Change::Erase));
    if ticket.language == desk.language || !desk.language_chosen || is_stepped {
        return;
    }
    let step = Move::Describe(ticket.needs, desk.language);
    if let Ok(ticket) = ticket.go(&step, 0, desk.now) {
        change(desk, QueueChange::Step(ticket, step));
    }
}

fn with_ticket(desk: &mut Desk<'_>, act: fn(&mut Desk<'_>, Ticket)) {
    match (live(desk), &desk.view.queue.ticket) {
        (Some(ticket), _) => act(desk, ticket),
        (None, Some(over)) => {
            let number = over.number;
            say(desk, Said::TicketOver { number }, after());
        }
        (None, None) => say(desk, Said::NoTicket, without_ticket(desk)),
    }
}

pub(super) fn after() -> Vec<Choice> {
    vec![Choice::Action(Action::Book)]
}

pub(super) fn without_ticket(desk: &Desk<'_>) -> Vec<Choice> {
    let here = desk
        .view
        .queue
        .today
        .iter()
        .map(|r| Choice::Queue(Pick::CheckIn(r.id)));
    let mut choices: Vec<Choice> = here.take(2).collect();
    choices.extend([Action::Ticket, Action::Book].map(Choice::Action));
    choices
}

// The ticket.

/// Where the own ticket stands.
pub fn show(desk: &mut Desk<'_>) {
    with_ticket(desk, |desk, ticket| match ticket.state {
        State::Called { .. } | State::Serving { .. } => where_to(desk, ticket),
        State::Missed { .. } | State::Parked { .. } => stands_aside(desk, &ticket),
        _ => {
            let (ahead, wait) = place(desk, &ticket);
            let said = Said::Waiting {
                ticket: ticket.id,
                number: ticket.number,
                office: ticket.office.clone(),
                ahead,
                wait,
            };
            let choices = said.choices(&ticket);
            say(desk, said, choices);
        }
    });
}

/// Somebody who is not in the line: they missed their call, or a clerk has put them aside.
fn stands_aside(desk: &mut Desk<'_>, ticket: &Ticket) {
    let number = ticket.number;
    let said = match ticket.state {
        State::Missed { .. } => Said::Missed { number },
        _ => Said::Parked { number },
    };
    let choices = said.choices(ticket);
    say(desk, said, choices);
}

/// "I am here" from somebody with a ticket: whoever missed the call or asked for more time can be called again.
pub(super) fn is_here(desk: &mut Desk<'_>, ticket: Ticket) {
    let is_away = ticket.not_before.is_some_and(|until| until > desk.now);
    match ticket.state {
        State::Missed { .. } => back(desk, ticket),
        State::Waiting if is_away => {
            let now = Ticket {
                not_before: None,
                ..ticket.clone()
            };
            let (ahead, wait) = place(desk, &now);
            let said = Said::Ready {
                number: ticket.number,
                ahead,
                wait,
            };
            step(desk, ticket, Move::Ready, said);
        }
        _ => show(desk),
    }
}

fn place(desk: &Desk<'_>, ticket: &Ticket) -> (usize, Option<(u16, u16)>) {
    let Some(line) = desk.view.queue.line(&ticket.office) else {
        return (0, None);
    };
    let estimates = estimate(desk.rules, line, &Question::default(), desk.now).unwrap_or_default();
    let wait = estimates.tickets.get(&ticket.id).map(|wait| wait.told());
    (ahead(line, &estimates, ticket), wait)
}

/// Takes a step with the own ticket and says what came of it.
fn step(desk: &mut Desk<'_>, ticket: Ticket, step: Move, said: Said) {
    let number = ticket.number;
    match ticket.go(&step, desk.rules.queue.recalls, desk.now) {
        Ok(ticket) => {
            let choices = said.choices(&ticket);
            change(desk, QueueChange::Step(ticket, step));
            say(desk, said, choices);
        }
        Err(TicketRefusal::DelayedEnough) => {
            let choices = vec![Choice::Queue(Pick::Show), Choice::Queue(Pick::Leave)];
            say(desk, Said::DelayedEnough { number }, choices);
        }
        Err(_) => show(desk),
    }
}

fn late(desk: &mut Desk<'_>, ticket: Ticket) {
    let minutes = desk.rules.queue.delay_minutes;
    let until = desk.now + TimeDelta::minutes(i64::from(minutes));
    let said = Said::Delayed {
        number: ticket.number,
        minutes,
    };
    step(desk, ticket, Move::Delay(until), said);
}

fn ask_leave(desk: &mut Desk<'_>, ticket: Ticket) {
    let number = ticket.number;
    // Nobody gives up a place by getting up from the counter: the clerk ends the visit.
    if matches!(ticket.state, State::Serving { .. }) {
        return where_to(desk, ticket);
    }
    let picks = [Pick::LeaveYes(ticket.id), Pick::Show];
    desk.talk.aside = Some(Aside::LeaveTicket(ticket.id));
    say(
        desk,
        Said::AskLeave { number },
        picks.map(Choice::Queue).to_vec(),
    );
}

/// Offers to give up the ticket, if there is one.
pub fn offer_to_leave(desk: &mut Desk<'_>) -> bool {
    let ticket = live(desk);
    if let Some(ticket) = ticket.clone() {
        ask_leave(desk, ticket);
    }
    ticket.is_some()
}

/// Gives up the ticket that was asked about; an old button asks anew about the one of now.
pub fn leave(desk: &mut Desk<'_>, id: TicketId) {
    match live(desk) {
        Some(ticket) if ticket.id == id => leave_this(desk, ticket),
        _ => with_ticket(desk, ask_leave),
    }
}

fn leave_this(desk: &mut Desk<'_>, ticket: Ticket) {
    let said = Said::Left {
        number: ticket.number,
    };
    step(desk, ticket, Move::Leave, said);
}

pub(super) fn back(desk: &mut Desk<'_>, ticket: Ticket) {
    let said = Said::Returned {
        number: ticket.number,
    };
    match ticket.state {
        State::Missed { .. } => step(desk, ticket, Move::Return, said),
        _ => show(desk),
    }
}

fn where_to(desk: &mut Desk<'_>, ticket: Ticket) {
    if matches!(ticket.state, State::Missed { .. } | State::Parked { .. }) {
        return stands_aside(desk, &ticket);
    }
    let said = Said::Where {
        number: ticket.number,
        office: ticket.office.clone(),
        counter: ticket.counter(),
    };
    let choices = [Pick::Show, Pick::Late].map(Choice::Queue).to_vec();
    say(desk, said, choices);
}

fn meanwhile(desk: &mut Desk<'_>, ticket: Ticket) {
    let said = Said::Meanwhile {
        number: ticket.number,
        procedures: ticket.procedures.clone(),
    };
    let choices = said.choices(&ticket);
    say(desk, said, choices);
}

fn ask_needs(desk: &mut Desk<'_>, ticket: Ticket) {
    let said = Said::AskNeeds {
        number: ticket.number,
        needs: ticket.needs,
    };
    say(desk, said, needs_choices());
}

fn needs_choices() -> Vec<Choice> {
    let picks = Need::ALL.map(Pick::Need).into_iter().chain([Pick::Show]);
    picks.map(Choice::Queue).collect()
}

fn need_of(desk: &mut Desk<'_>, need: Need) {
    let Some(ticket) = live(desk).filter(Ticket::is_open) else {
        return with_ticket(desk, ask_needs);
    };
    let needs = need.toggled(ticket.needs);
    let described = Move::Describe(needs, ticket.language);
    if let Ok(ticket) = ticket.go(&described, 0, desk.now) {
        let number = ticket.number;
        change(desk, QueueChange::Step(ticket, described));
        say_instead(desk, Said::NeedsNoted { number, needs }, needs_choices());
    }
}

/// Reviewed answers worth reading while waiting for this.
pub fn reading(procedure: Procedure) -> impl Iterator<Item = EntryId> {
    let ids: &[&str] = match procedure {
        Procedure::Pickup => &["pickup-pin-prepare", "pickup-photo-certificate"],
        Procedure::Certificate => &["pin-kinds", "cert-usable-after-issue"],
        Procedure::Pin => &["pin-choose-rules", "pin-kinds"],
        Procedure::Application => &["apply-photo-rules", "apply-how-long"],
        Procedure::Address => &["pin-kinds", "move-family-cards-bring"],
        Procedure::Stay => &[
            "foreign-cert-after-extension",
            "foreign-residence-extension",
        ],
        Procedure::Insurance => &["hoken-registered-check", "account-register-how"],
    };
    ids.iter().filter_map(|id| EntryId::read(id))
}
