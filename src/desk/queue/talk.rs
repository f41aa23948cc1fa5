//! The queue in a conversation: "I am here", a ticket for today, how long it takes, "I am late", "I must leave", "where do
//! I go".

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::admission::{Admission, AskerKind, admit};
use super::arrival::Arrival;
use super::estimate::{Asker, Question, estimate};
use super::floor::{Here, QueueChange, TicketWish};
use super::line::Line;
use super::nearest::nearest;
use super::said::{OfficeNow, Said, is_live};
use super::ticket::{Move, Needs, Origin, State, Ticket, TicketRefusal};
use super::view::ahead;
use crate::desk::booking;
use crate::desk::care;
use crate::desk::choice::Choice;
use crate::desk::decide::Desk;
use crate::desk::faq::{Action, EntryId};
use crate::desk::lexicon::{Command, Headcount};
use crate::desk::phrase::{Phrase, Visit};
use crate::desk::procedure::Procedure;
use crate::desk::reservation::Reservation;
use crate::desk::rules::{OfficeId, civil};
use crate::desk::talk::Dialogue;
use crate::desk::view::{Change, Turn};
use crate::ids::ReservationId;

/// What a citizen's turn sees of the queue.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The resident's newest ticket of today.
    pub ticket: Option<Ticket>,
    /// The reservation it is for.
    pub visit: Option<Reservation>,
    /// Their reservations of today that are not checked in, also those counted as missed.
    pub today: Vec<Reservation>,
    /// Today's lines, one for each office.
    pub lines: Vec<Arc<Line>>,
}

impl Seen {
    fn line(&self, office: &OfficeId) -> Option<&Arc<Line>> {
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
    CheckIn(ReservationId),
    /// A ticket for this procedure.
    For(Procedure),
    People(u8),
    /// Yes to the ticket with this serial number.
    Take(u32),
    Show,
    Late,
    Leave,
    LeaveYes,
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
            Pick::CheckIn(id) => format!("v.in-{id}"),
            Pick::For(procedure) => format!("v.for-{}", procedure.id()),
            Pick::People(n) => format!("v.n-{n}"),
            Pick::Take(serial) => format!("v.y-{serial}"),
            Pick::Need(need) => format!("v.need-{}", need.id()),
            Pick::Show => "v.show".into(),
            Pick::Late => "v.late".into(),
            Pick::Leave => "v.leave".into(),
            Pick::LeaveYes => "v.left".into(),
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
            ("in", id) => Pick::CheckIn(ReservationId(id.parse().ok()?)),
            ("for", id) => Pick::For(Procedure::from_id(id)?),
            ("n", n) => Pick::People(n.parse().ok()?),
            ("y", serial) => Pick::Take(serial.parse().ok()?),
            ("need", id) => Pick::Need(Need::ALL.into_iter().find(|need| need.id() == id)?),
            ("show", "") => Pick::Show,
            ("late", "") => Pick::Late,
            ("leave", "") => Pick::Leave,
            ("left", "") => Pick::LeaveYes,
            ("where", "") => Pick::Where,
            ("while", "") => Pick::Meanwhile,
            ("needs", "") => Pick::Needs,
            ("back", "") => Pick::Back,
            _ => return None,
        })
    }
}

fn say(desk: &mut Desk<'_>, said: Said, choices: Vec<Choice>) {
    desk.say(Phrase::Queue(Box::new(said)), choices);
}

fn say_instead(desk: &mut Desk<'_>, said: Said, choices: Vec<Choice>) {
    desk.say_instead(Phrase::Queue(Box::new(said)), choices);
}

fn change(desk: &mut Desk<'_>, change: QueueChange) {
    desk.change(Change::Queue(Box::new(change)));
}

/// The resident's ticket, if it is still of use.
fn live(desk: &Desk<'_>) -> Option<Ticket> {
    desk.view.queue.ticket.clone().filter(is_live)
}

/// Does what a button stands for.
pub fn choose(desk: &mut Desk<'_>, pick: &Pick) {
    desk.note(Turn::Action);
    match pick {
        Pick::CheckIn(id) => check_in_one(desk, *id),
        Pick::For(procedure) => for_procedure(desk, *procedure),
        Pick::People(n) => for_people(desk, *n),
        Pick::Take(serial) => take(desk, *serial),
        Pick::Show => show(desk),
        Pick::Late => with_ticket(desk, late),
        Pick::Leave => with_ticket(desk, ask_leave),
        Pick::LeaveYes => with_ticket(desk, leave),
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

fn after() -> Vec<Choice> {
    vec![Choice::Action(Action::Book)]
}

fn without_ticket(desk: &Desk<'_>) -> Vec<Choice> {
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
        State::Missed { .. } => {
            let said = Said::Missed {
                number: ticket.number,
            };
            let choices = said.choices(&ticket);
            say(desk, said, choices);
        }
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
    let choices = [Pick::LeaveYes, Pick::Show].map(Choice::Queue).to_vec();
    say(desk, Said::AskLeave { number }, choices);
}

fn leave(desk: &mut Desk<'_>, ticket: Ticket) {
    let said = Said::Left {
        number: ticket.number,
    };
    step(desk, ticket, Move::Leave, said);
}

fn back(desk: &mut Desk<'_>, ticket: Ticket) {
    let said = Said::Returned {
        number: ticket.number,
    };
    match ticket.state {
        State::Missed { .. } => step(desk, ticket, Move::Return, said),
        _ => show(desk),
    }
}

fn where_to(desk: &mut Desk<'_>, ticket: Ticket) {
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

// Checking in.

/// "I am here."
pub fn check_in(desk: &mut Desk<'_>) {
    if live(desk).is_some() {
        return show(desk);
    }
    // One of today, else the next one: whoever comes on the wrong day hears when theirs is.
    let today = &desk.view.queue.today;
    match &today[..] {
        [] => match desk.view.reservations.first().map(|r| r.id) {
            Some(next) => check_in_one(desk, next),
            None => say(desk, Said::NoVisitToday, without_ticket(desk)),
        },
        [only] => check_in_one(desk, only.id),
        several => {
            let picks = several.iter().map(|r| Choice::Queue(Pick::CheckIn(r.id)));
            let picks = picks.collect();
            let list = several.iter().map(|r| (r.id, r.start().time())).collect();
            say(desk, Said::AskWhichVisit { list }, picks);
        }
    }
}

fn check_in_one(desk: &mut Desk<'_>, id: ReservationId) {
    if let Some(ticket) = live(desk).filter(|t| t.reservation() == Some(id)) {
        return if matches!(ticket.state, State::Missed { .. }) {
            back(desk, ticket)
        } else {
            show(desk)
        };
    }
    let all = desk.view.queue.today.iter().chain(&desk.view.reservations);
    let Some(reservation) = all.into_iter().find(|r| r.id == id).cloned() else {
        return say(desk, Said::NoVisitToday, without_ticket(desk));
    };
    let Some(line) = desk.view.queue.line(&reservation.span.office).cloned() else {
        return say(desk, Said::NoVisitToday, without_ticket(desk));
    };
    let here = Here {
        rules: desk.rules,
        line: &line,
        now: desk.now,
    };
    let resident = desk.view.resident.id;
    // Where somebody stands who writes from a telephone is not known; they name the office when they say it.
    let at = desk.heard.office.clone();
    let language = desk.language;
    match here.check_in(
        &reservation,
        at.as_ref(),
        language,
        Needs::default(),
        desk.ids,
    ) {
        Ok(mut arrived) => {
            // Whoever checks in hears of it, also when somebody else in the family reserved.
            arrived.ticket.resident = Some(resident);
            for change in &mut arrived.changes {
                if let Change::Queue(change) = change
                    && let QueueChange::Issue(ticket) = change.as_mut()
                {
                    ticket.resident = Some(resident);
                }
            }
            desk.talk.dialogue = Dialogue::Idle;
            let said = Said::issued(desk.rules, &line, &arrived.ticket, desk.now);
            let choices = said.choices(&arrived.ticket);
            for change in arrived.changes {
                desk.change(change);
            }
            say(desk, said, choices);
        }
        Err(arrival) => arrived_otherwise(desk, &reservation, arrival),
    }
}

fn arrived_otherwise(desk: &mut Desk<'_>, reservation: &Reservation, arrival: Arrival) {
    let id = reservation.id;
    let phone = desk.phone();
    let mut choices = vec![Choice::Change(id), Choice::Action(Action::Ticket)];
    match said_of(reservation, arrival, phone) {
        Some(said) => {
            if matches!(
                said,
                Said::OtherDay { past: true, .. } | Said::CheckInClosed { .. }
            ) {
                choices = vec![Choice::Action(Action::Book)];
            }
            say(desk, said, choices);
        }
        None => show(desk),
    }
}

/// The sentence for somebody who cannot check in now; none for whom that is no news.
#[must_use]
pub fn said_of(reservation: &Reservation, arrival: Arrival, phone: String) -> Option<Said> {
    let visit = Visit::of(reservation);
    Some(match arrival {
        Arrival::TooEarly { from } => Said::TooEarly { visit, from },
        Arrival::LaterDay => Said::OtherDay { visit, past: false },
        Arrival::PastDay | Arrival::Cancelled => Said::OtherDay { visit, past: true },
        Arrival::OtherOffice => Said::OtherOffice { visit },
        Arrival::Closed => Said::CheckInClosed { visit, phone },
        Arrival::AlreadyHere | Arrival::InTime | Arrival::Late { .. } => return None,
    })
}

// A ticket without a reservation.

/// "I want a ticket."
pub fn ticket(desk: &mut Desk<'_>) {
    if live(desk).is_some() {
        return show(desk);
    }
    // Whoever has reserved for today checks in.
    if !desk.view.queue.today.is_empty() {
        return check_in(desk);
    }
    if let Dialogue::Booking(form) = std::mem::take(&mut desk.talk.dialogue) {
        desk.release(&form);
    }
    let named = desk.heard.office.clone();
    let gives = |line: &&Arc<Line>| {
        let office = desk.rules.office(&line.office);
        office.is_some_and(|office| office.series.walk_in.is_some())
    };
    let first = desk
        .view
        .queue
        .lines
        .iter()
        .find(gives)
        .map(|l| l.office.clone());
    let Some(office) = named.or(first) else {
        return say(desk, Said::NoTicket, after());
    };
    let people = match desk.heard.people {
        Headcount::Said(n) => n.clamp(1, desk.rules.booking.people_max),
        _ => 1,
    };
    desk.talk.dialogue = Dialogue::Ticket(Box::new(Asking {
        office,
        procedure: None,
        people,
        serial: 0,
    }));
    match desk.heard.procedures[..] {
        [procedure] => for_procedure(desk, procedure),
        _ => ask_procedure(desk),
    }
}

fn asking(desk: &Desk<'_>) -> Option<Asking> {
    match &desk.talk.dialogue {
        Dialogue::Ticket(asking) => Some(Asking::clone(asking)),
        _ => None,
    }
}

fn ask_procedure(desk: &mut Desk<'_>) {
    let Some(asking) = asking(desk) else {
        return ticket(desk);
    };
    let line = desk.view.queue.line(&asking.office).cloned();
    // Whoever would be sent away for any procedure hears it at once.
    let office = desk.rules.office(&asking.office);
    let procedures: Vec<Procedure> =
        office.map_or_else(Vec::new, |o| o.procedures.iter().copied().collect());
    if let (Some(line), Some(first)) = (line, procedures.first().copied())
        && let Admission::Refused(reason) = judge(desk, &line, first, 1)
        && !matches!(
            reason,
            super::admission::Reason::BookedDelayed | super::admission::Reason::DayEnds
        )
    {
        return refuse(desk, &asking.office, reason, &[]);
    }
    let choices = procedures
        .into_iter()
        .map(|p| Choice::Queue(Pick::For(p)))
        .chain([Choice::Stop])
        .collect();
    let office = asking.office;
    say(desk, Said::AskProcedure { office }, choices);
}

fn judge(desk: &Desk<'_>, line: &Line, procedure: Procedure, people: u8) -> Admission {
    let asker = Asker {
        procedures: vec![procedure],
        people,
    };
    admit(desk.rules, line, &asker, desk.now)
}

fn for_procedure(desk: &mut Desk<'_>, procedure: Procedure) {
    let Some(mut asking) = asking(desk) else {
        return ticket(desk);
    };
    asking.procedure = Some(procedure);
    offer(desk, asking);
}

fn for_people(desk: &mut Desk<'_>, n: u8) {
    let Some(mut asking) = asking(desk) else {
        return ticket(desk);
    };
    asking.people = n.clamp(1, desk.rules.booking.people_max);
    if asking.procedure.is_some() {
        offer(desk, asking);
    } else {
        desk.talk.dialogue = Dialogue::Ticket(Box::new(asking));
        ask_procedure(desk);
    }
}

/// Tells the range before anybody takes a ticket, or why there is none.
fn offer(desk: &mut Desk<'_>, mut asking: Asking) {
    let (Some(procedure), Some(line)) = (
        asking.procedure,
        desk.view.queue.line(&asking.office).cloned(),
    ) else {
        return ask_procedure(desk);
    };
    match judge(desk, &line, procedure, asking.people) {
        Admission::Admitted(wait) => {
            asking.serial = desk.talk.next_serial();
            let said = Said::AskTicket {
                office: asking.office.clone(),
                procedure,
                people: asking.people,
                waiting: line.waiting().count(),
                wait: wait.told(),
            };
            let mut choices = vec![Choice::Queue(Pick::Take(asking.serial))];
            let more = (1..=desk.rules.booking.people_max).filter(|n| *n != asking.people);
            choices.extend(more.map(|n| Choice::Queue(Pick::People(n))));
            choices.push(Choice::Care(care::Pick::BookFor(vec![procedure])));
            choices.push(Choice::Stop);
            desk.talk.dialogue = Dialogue::Ticket(Box::new(asking));
            say(desk, said, choices);
        }
        Admission::Refused(reason) => refuse(desk, &asking.office, reason, &[procedure]),
    }
}

fn refuse(
    desk: &mut Desk<'_>,
    office: &OfficeId,
    reason: super::admission::Reason,
    procedures: &[Procedure],
) {
    desk.talk.dialogue = Dialogue::Idle;
    // What was refused is kept for the report, as what was given is.
    let decided = super::admission::Decided {
        at: desk.now,
        admission: Admission::Refused(reason),
        asker: AskerKind::Phone,
    };
    change(desk, QueueChange::Decided(office.clone(), decided, None));
    let free = if procedures.is_empty() {
        Vec::new()
    } else {
        nearest(desk.rules, desk.view.book, procedures, 1, desk.now, 3)
    };
    let said = Said::Refused {
        office: office.clone(),
        reason,
        phone: desk.phone(),
        free,
    };
    let book = if procedures.is_empty() {
        Choice::Action(Action::Book)
    } else {
        Choice::Care(care::Pick::BookFor(procedures.to_vec()))
    };
    say(
        desk,
        said,
        vec![book, Choice::WaitAny, Choice::Action(Action::Staff)],
    );
}

/// Gives the ticket that was offered; an old button's number no longer fits.
fn take(desk: &mut Desk<'_>, serial: u32) {
    let asked = asking(desk).filter(|asking| asking.serial == serial);
    let Some(Asking {
        office,
        procedure: Some(procedure),
        people,
        ..
    }) = asked
    else {
        return if live(desk).is_some() {
            show(desk)
        } else {
            desk.stale()
        };
    };
    let Some(line) = desk.view.queue.line(&office).cloned() else {
        return desk.stale();
    };
    let wish = TicketWish {
        procedures: vec![procedure],
        people,
        language: desk.language,
        needs: Needs::default(),
        resident: Some(desk.view.resident.id),
        from: AskerKind::Phone,
        beyond: None,
    };
    let here = Here {
        rules: desk.rules,
        line: &line,
        now: desk.now,
    };
    let (changes, given) = here.issue(&wish, desk.ids);
    match given {
        Ok(ticket) => {
            desk.talk.dialogue = Dialogue::Idle;
            let said = Said::issued(desk.rules, &line, &ticket, desk.now);
            let choices = said.choices(&ticket);
            changes.into_iter().for_each(|change| desk.change(change));
            say(desk, said, choices);
        }
        Err(reason) => refuse(desk, &office, reason, &[procedure]),
    }
}

// How long it takes.

/// "How long is the wait?" For somebody with a ticket it is theirs.
pub fn wait_time(desk: &mut Desk<'_>) {
    if live(desk).is_some() {
        return show(desk);
    }
    let lines = desk.view.queue.lines.clone();
    let now = |line: &Arc<Line>| office_now(desk, line);
    let offices: Vec<OfficeNow> = lines.iter().filter_map(now).collect();
    let mut choices = without_ticket(desk);
    let gives = offices.iter().any(|office| office.walk_in.is_ok());
    choices.retain(|c| gives || *c != Choice::Action(Action::Ticket));
    let phone = desk.phone();
    say(desk, Said::Now { offices, phone }, choices);
    booking::offer_resume(desk);
}

fn office_now(desk: &Desk<'_>, line: &Line) -> Option<OfficeNow> {
    let office = desk.rules.office(&line.office)?;
    let first = *office.procedures.iter().next()?;
    let walk_in = match judge(desk, line, first, 1) {
        Admission::Admitted(wait) => Ok(wait.told()),
        Admission::Refused(reason) => Err(reason),
    };
    Some(OfficeNow {
        office: line.office.clone(),
        waiting: line.waiting().count(),
        walk_in,
    })
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

/// The office's moment for pages: since when a ticket that is over was.
#[must_use]
pub fn is_today(ticket: &Ticket, now: DateTime<Utc>) -> bool {
    ticket.day == civil(now).date()
}

/// Whether a ticket is for a reservation whose holder came late.
#[must_use]
pub fn is_late(ticket: &Ticket) -> bool {
    matches!(ticket.origin, Origin::Booked { late: true, .. })
}
