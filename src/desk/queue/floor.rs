//! What staff do at the counters and in the hall. Like a citizen's turn it is a function of values: what is there, what
//! is asked, what comes of it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::admission::{AskerKind, Decided, Reason};
use super::arrival::Arrival;
use super::counter::{Counter, CounterNumber, CounterState, Takes};
use super::issue::Here;
use super::line::Line;
use super::notices;
use super::said::Said;
use super::ticket::{DoneWork, Move, Needs, State, Ticket, TicketNumber, TicketRefusal};
use crate::desk::language::Language;
use crate::desk::phrase::Phrase;
use crate::desk::procedure::Procedure;
use crate::desk::reservation::Reservation;
use crate::desk::rules::{OfficeId, Rules};
use crate::desk::view::{Change, Outcome, Reply, To};
use crate::ids::{IdSource, ReservationId, ResidentId, TicketId};

/// What somebody of the staff asks for. Actions on a ticket name it, so that a page that is a moment old does nothing to
/// another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FloorAction {
    /// Sits down at a counter, which does these procedures (empty: everything the office does).
    Open {
        counter: CounterNumber,
        procedures: BTreeSet<Procedure>,
    },
    /// Gets up; nobody may be called to or served at the counter.
    Close(CounterNumber),
    Pause(CounterNumber),
    Resume(CounterNumber),
    /// Calls whoever is next by the rule in `order`.
    Next(CounterNumber),
    /// Calls somebody in particular.
    Call(CounterNumber, TicketId),
    /// Serves somebody in particular without a call.
    Take(CounterNumber, TicketId),
    Recall(TicketId),
    Undo(TicketId),
    Serve(TicketId),
    Finish(TicketId, DoneWork),
    Park(TicketId),
    Return(TicketId),
    Miss(TicketId),
    Leave(TicketId),
    Transfer {
        ticket: TicketId,
        office: OfficeId,
        only: Option<CounterNumber>,
        note: String,
    },
    Prioritise(TicketId, String),
    Describe(TicketId, Needs, Language),
    /// The holder of a reservation stands here.
    CheckIn {
        reservation: ReservationId,
        language: Language,
        needs: Needs,
    },
    /// A ticket for somebody without a reservation.
    Issue(TicketWish),
}

impl FloorAction {
    /// The ticket it names.
    #[must_use]
    pub fn ticket(&self) -> Option<TicketId> {
        match self {
            FloorAction::Call(_, id)
            | FloorAction::Take(_, id)
            | FloorAction::Recall(id)
            | FloorAction::Undo(id)
            | FloorAction::Serve(id)
            | FloorAction::Finish(id, _)
            | FloorAction::Park(id)
            | FloorAction::Return(id)
            | FloorAction::Miss(id)
            | FloorAction::Leave(id)
            | FloorAction::Prioritise(id, _)
            | FloorAction::Describe(id, ..) => Some(*id),
            FloorAction::Transfer { ticket, .. } => Some(*ticket),
            _ => None,
        }
    }

    /// The step it asks of a ticket.
    fn step(&self) -> Option<Move> {
        Some(match self {
            FloorAction::Call(counter, _) => Move::Call(*counter),
            FloorAction::Take(counter, _) => Move::Take(*counter),
            FloorAction::Recall(_) => Move::Recall,
            FloorAction::Undo(_) => Move::Undo,
            FloorAction::Serve(_) => Move::Serve,
            FloorAction::Finish(_, done) => Move::Finish(done.clone()),
            FloorAction::Park(_) => Move::Park,
            FloorAction::Return(_) => Move::Return,
            FloorAction::Miss(_) => Move::Miss,
            FloorAction::Leave(_) => Move::Leave,
            FloorAction::Transfer {
                office, only, note, ..
            } => Move::Transfer {
                office: office.clone(),
                only: *only,
                note: note.clone(),
            },
            FloorAction::Prioritise(_, reason) => Move::Prioritise(reason.trim().to_owned()),
            FloorAction::Describe(_, needs, language) => Move::Describe(*needs, *language),
            _ => return None,
        })
    }
}

/// Who wants a ticket without a reservation, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketWish {
    pub procedures: Vec<Procedure>,
    pub people: u8,
    pub language: Language,
    pub needs: Needs,
    /// Whose phone hears of it.
    pub resident: Option<ResidentId>,
    pub from: AskerKind,
    /// Staff let somebody in although the rule says no, with a reason.
    pub beyond: Option<String>,
}

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FloorRefusal {
    /// There is no such ticket in the line of this office today.
    NoTicket,
    Ticket(TicketRefusal),
    /// There is no such counter here.
    NoCounter,
    /// This counter is closed; open it first.
    CounterClosed,
    /// Another clerk sits there.
    CounterTaken(String),
    /// The clerk sits at another counter already.
    SitsElsewhere(CounterNumber),
    /// Another clerk serves there: only who sits at a counter calls to it.
    NotYours(String),
    /// Somebody is called to or served at the counter.
    CounterBusy(TicketNumber),
    /// Nobody waits whom this counter can serve.
    NobodyWaits,
    NoReservation,
    Arrival(Arrival),
    Admission(Reason),
    /// A reason is missing.
    ReasonMissing,
    /// The office does not do that, or there is no such office.
    OfficeCannot,
    /// The role does not allow it.
    Forbidden,
}

/// What staff see when they do something.
#[derive(Clone, Debug)]
pub struct FloorView<'a> {
    pub line: &'a Line,
    /// The ticket that is named, also when it waits elsewhere or is over.
    pub ticket: Option<Ticket>,
    pub reservation: Option<Reservation>,
    /// Where the action was taken.
    pub office: &'a OfficeId,
    /// The newest ticket of the reservation that is named.
    pub before: Option<Ticket>,
    /// A supervisor ends what a clerk who had to go has left behind.
    pub may_all: bool,
    /// The counter of another office at which the clerk sits.
    pub seat_elsewhere: Option<CounterNumber>,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct FloorDone {
    pub outcome: Outcome,
    pub ticket: Option<Ticket>,
}

/// A change of the queue, for the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueueChange {
    /// A new ticket.
    Issue(Ticket),
    /// A ticket after a step.
    Step(Ticket, Move),
    Counter(Counter),
    /// Whether somebody was let in without a reservation, and why.
    Decided(OfficeId, Decided, Option<TicketId>),
    /// A notice that is written once.
    Noticed(TicketId, notices::Notice),
    /// Staff have been alerted of a shortage at this office.
    Alerted(OfficeId),
}

/// Decides what an action of the staff does and who hears of it.
///
/// # Errors
/// Says why nothing is done.
pub fn floor(
    rules: &Rules,
    view: &FloorView<'_>,
    clerk: &str,
    action: &FloorAction,
    now: DateTime<Utc>,
    ids: &mut IdSource,
) -> Result<FloorDone, FloorRefusal> {
    let mut floor = Floor {
        rules,
        view,
        clerk,
        now,
        outcome: Outcome::default(),
    };
    let ticket = match action {
        FloorAction::Open {
            counter,
            procedures,
        } => floor.open(*counter, procedures).map(|()| None),
        FloorAction::Close(counter) => floor.close(*counter).map(|()| None),
        FloorAction::Pause(counter) => floor.pause(*counter, true).map(|()| None),
        FloorAction::Resume(counter) => floor.pause(*counter, false).map(|()| None),
        FloorAction::Next(counter) => floor.next(*counter).map(Some),
        FloorAction::CheckIn {
            reservation: _,
            language,
            needs,
        } => floor.check_in(*language, *needs, ids).map(Some),
        FloorAction::Issue(wish) => floor.issue(wish, ids).map(Some),
        action => floor.step(action).map(Some),
    }?;
    Ok(FloorDone {
        outcome: floor.outcome,
        ticket,
    })
}

struct Floor<'a> {
    rules: &'a Rules,
    view: &'a FloorView<'a>,
    clerk: &'a str,
    now: DateTime<Utc>,
    outcome: Outcome,
}

impl Floor<'_> {
    fn change(&mut self, change: QueueChange) {
        self.outcome.changes.push(Change::Queue(Box::new(change)));
    }

    // Counters.

    fn counter(&self, number: CounterNumber) -> Result<&Counter, FloorRefusal> {
        self.view
            .line
            .counter(number)
            .ok_or(FloorRefusal::NoCounter)
    }

    /// The counter, if this clerk sits there and nobody is called to it.
    fn own_free(&self, number: CounterNumber) -> Result<&Counter, FloorRefusal> {
        let counter = self.own(number)?;
        match self.view.line.at_counter(number) {
            Some(ticket) => Err(FloorRefusal::CounterBusy(ticket.number)),
            None => Ok(counter),
        }
    }

    fn own(&self, number: CounterNumber) -> Result<&Counter, FloorRefusal> {
        let counter = self.counter(number)?;
        match counter.clerk() {
            None => Err(FloorRefusal::CounterClosed),
            Some(other) if other != self.clerk => Err(FloorRefusal::NotYours(other.to_owned())),
            Some(_) => Ok(counter),
        }
    }

    fn open(
        &mut self,
        number: CounterNumber,
        procedures: &BTreeSet<Procedure>,
    ) -> Result<(), FloorRefusal> {
        let counter = self.counter(number)?.clone();
        match counter.clerk() {
            Some(other) if other != self.clerk => {
                return Err(FloorRefusal::CounterTaken(other.to_owned()));
            }
            _ => {}
        }
        let sits = self.view.line.counter_of(self.clerk).map(|c| c.number);
        let sits = sits.filter(|other| *other != number);
        if let Some(other) = sits.or(self.view.seat_elsewhere) {
            return Err(FloorRefusal::SitsElsewhere(other));
        }
        let office = self.rules.office(self.view.office);
        if office.is_none_or(|office| !procedures.is_subset(&office.procedures)) {
            return Err(FloorRefusal::OfficeCannot);
        }
        let since = match counter.state {
            CounterState::Open { since, .. } => since,
            _ => self.now,
        };
        let clerk = self.clerk.to_owned();
        self.change(QueueChange::Counter(Counter {
            state: CounterState::Open { clerk, since },
            procedures: procedures.clone(),
            ..counter
        }));
        Ok(())
    }

    /// A counter that somebody has left is closed by whoever finds it, so that the forecast stays true.
    fn close(&mut self, number: CounterNumber) -> Result<(), FloorRefusal> {
        let counter = self.counter(number)?.clone();
        if let Some(ticket) = self.view.line.at_counter(number) {
            return Err(FloorRefusal::CounterBusy(ticket.number));
        }
        if counter.clerk().is_some() {
            self.change(QueueChange::Counter(Counter {
                state: CounterState::Closed,
                ..counter
            }));
        }
        Ok(())
    }

    fn pause(&mut self, number: CounterNumber, pause: bool) -> Result<(), FloorRefusal> {
        let counter = self.own(number)?.clone();
        let clerk = self.clerk.to_owned();
        let since = self.now;
        let state = match (&counter.state, pause) {
            (CounterState::Open { .. }, true) => CounterState::Paused { clerk, since },
            (CounterState::Paused { .. }, false) => CounterState::Open { clerk, since },
            _ => return Ok(()),
        };
        self.change(QueueChange::Counter(Counter { state, ..counter }));
        Ok(())
    }

    // Tickets.

    fn next(&mut self, number: CounterNumber) -> Result<Ticket, FloorRefusal> {
        let counter = self.own_free(number)?;
        let next = self.view.line.next(counter, &self.rules.queue, self.now);
        let ticket = next.ok_or(FloorRefusal::NobodyWaits)?.clone();
        self.wake(number)?;
        self.go(ticket, Move::Call(number))
    }

    /// Whoever calls somebody does not pause any more.
    fn wake(&mut self, number: CounterNumber) -> Result<(), FloorRefusal> {
        self.pause(number, false)
    }

    fn step(&mut self, action: &FloorAction) -> Result<Ticket, FloorRefusal> {
        let ticket = self.view.ticket.clone().ok_or(FloorRefusal::NoTicket)?;
        let step = action.step().ok_or(FloorRefusal::NoTicket)?;
        if ticket.office != *self.view.office || ticket.day != self.view.line.day {
            return Err(FloorRefusal::NoTicket);
        }
        match &step {
            Move::Call(counter) | Move::Take(counter) => {
                // Called by somebody else meanwhile: that says more than "your counter is busy".
                if let Some(other) = ticket.counter() {
                    return Err(FloorRefusal::Ticket(TicketRefusal::Elsewhere(other)));
                }
                self.own_free(*counter)?;
                self.wake(*counter)?;
            }
            Move::Prioritise(reason) if reason.is_empty() => {
                return Err(FloorRefusal::ReasonMissing);
            }
            Move::Transfer { office, only, .. } => {
                self.may_end(&ticket)?;
                self.may_transfer(&ticket, office, *only)?;
            }
            // What happens at a counter is done by who sits there.
            Move::Recall
            | Move::Undo
            | Move::Serve
            | Move::Finish(_)
            | Move::Park
            | Move::Miss
            | Move::Leave => self.may_end(&ticket)?,
            _ => {}
        }
        self.go(ticket, step)
    }

    /// What happens at a counter is ended by who sits there, or by a supervisor.
    fn may_end(&self, ticket: &Ticket) -> Result<(), FloorRefusal> {
        match ticket.counter() {
            Some(counter) if !self.view.may_all => self.own(counter).map(drop),
            _ => Ok(()),
        }
    }

    /// Nobody is sent where nobody serves them.
    fn may_transfer(
        &self,
        ticket: &Ticket,
        office: &OfficeId,
        only: Option<CounterNumber>,
    ) -> Result<(), FloorRefusal> {
        let there = self.rules.office(office);
        let does = |p: &Procedure| there.is_some_and(|office| office.procedures.contains(p));
        if !ticket.procedures.iter().all(does) {
            return Err(FloorRefusal::OfficeCannot);
        }
        let is_here = office == self.view.office;
        match only {
            Some(counter) if is_here => {
                let counter = self.counter(counter)?;
                let is_open = counter.clerk().is_some();
                let covers = counter.takes().covers(Takes::of(&ticket.procedures));
                match (is_open, covers) {
                    (false, _) => Err(FloorRefusal::CounterClosed),
                    (true, false) => Err(FloorRefusal::OfficeCannot),
                    (true, true) => Ok(()),
                }
            }
            Some(_) => Err(FloorRefusal::NoCounter),
            None if is_here => Err(FloorRefusal::NoCounter),
            None => Ok(()),
        }
    }

    fn go(&mut self, ticket: Ticket, step: Move) -> Result<Ticket, FloorRefusal> {
        let was = ticket.state.clone();
        let ticket = ticket
            .go(&step, self.rules.queue.recalls, self.now)
            .map_err(FloorRefusal::Ticket)?;
        self.tell(&ticket, &step, &was);
        self.change(QueueChange::Step(ticket.clone(), step));
        Ok(ticket)
    }

    /// What the holder's phone hears of a step.
    fn tell(&mut self, ticket: &Ticket, step: &Move, was: &State) {
        if let Some(said) = told(ticket, step, was)
            && let Some(resident) = ticket.resident
        {
            self.outcome.replies.push(to_holder(resident, said, ticket));
        }
    }

    // New tickets.

    fn check_in(
        &mut self,
        language: Language,
        needs: Needs,
        ids: &mut IdSource,
    ) -> Result<Ticket, FloorRefusal> {
        let reservation = self.view.reservation.as_ref();
        let reservation = reservation.ok_or(FloorRefusal::NoReservation)?;
        let here = Here {
            rules: self.rules,
            line: self.view.line,
            now: self.now,
        };
        let arrived = here
            .check_in(
                reservation,
                self.view.before.as_ref(),
                Some(self.view.office),
                (language, needs),
                ids,
            )
            .map_err(FloorRefusal::Arrival)?;
        self.outcome.changes.extend(arrived.changes);
        self.tell_issued(&arrived.ticket, arrived.said);
        Ok(arrived.ticket)
    }

    fn issue(&mut self, wish: &TicketWish, ids: &mut IdSource) -> Result<Ticket, FloorRefusal> {
        if wish.beyond.as_ref().is_some_and(|r| r.trim().is_empty()) {
            return Err(FloorRefusal::ReasonMissing);
        }
        let here = Here {
            rules: self.rules,
            line: self.view.line,
            now: self.now,
        };
        let (changes, given) = here.issue(wish, ids);
        self.outcome.changes.extend(changes);
        let ticket = given.map_err(FloorRefusal::Admission)?;
        if ticket.resident.is_some() {
            let said = Said::issued(self.rules, self.view.line, &ticket, self.now);
            self.tell_issued(&ticket, said);
        }
        Ok(ticket)
    }

    fn tell_issued(&mut self, ticket: &Ticket, said: Said) {
        if let Some(resident) = ticket.resident {
            self.outcome.replies.push(to_holder(resident, said, ticket));
        }
    }
}

/// What the holder of a ticket hears of a step.
#[must_use]
pub fn told(ticket: &Ticket, step: &Move, was: &State) -> Option<Said> {
    let number = ticket.number;
    let office = ticket.office.clone();
    Some(match step {
        Move::Call(counter) => Said::Called {
            number,
            counter: *counter,
            office,
        },
        Move::Recall => Said::Recalled {
            number,
            counter: ticket.counter()?,
            office,
        },
        Move::Undo => Said::Undone { number },
        Move::Miss => Said::Missed { number },
        Move::Park => Said::Parked { number },
        Move::Transfer { only, .. } => Said::Transferred {
            number,
            office,
            counter: *only,
        },
        Move::Finish(_) => Said::Done { number },
        Move::Leave => Said::Left { number },
        Move::Return if matches!(was, State::Missed { .. } | State::Parked { .. }) => {
            Said::Returned { number }
        }
        _ => return None,
    })
}

/// A message to whoever's phone follows a ticket.
#[must_use]
pub fn to_holder(resident: ResidentId, said: Said, ticket: &Ticket) -> Reply {
    Reply {
        to: To::Resident(resident),
        choices: said.choices(ticket),
        phrase: Phrase::Queue(Box::new(said)),
        replaces: false,
        case: None,
    }
}
