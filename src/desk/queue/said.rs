//! What is said about tickets and the queue. The words are in `locales/<lang>/queue.ftl`.

use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};

use super::admission::Reason;
use super::counter::CounterNumber;
use super::estimate::{Question, estimate};
use super::forecast::Shortage;
use super::line::Line;
use super::talk::Pick;
use super::ticket::{Needs, State, Ticket, TicketNumber};
use super::view::ahead;
use crate::desk::care;
use crate::desk::choice::Choice;
use crate::desk::faq::Action;
use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::rules::{OfficeId, Rules};
use crate::desk::visit::Visit;
use crate::ids::{ReservationId, TicketId};

/// A range of minutes, as it is told.
pub type Told = (u16, u16);

/// How a range is worded: one figure, "up to" it, or from one to the other.
#[must_use]
pub const fn range_kind((low, high): Told) -> &'static str {
    if low == 0 {
        "within"
    } else if low >= high {
        "yes"
    } else {
        "no"
    }
}

/// How it looks at an office right now, for whoever asks how long it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeNow {
    pub office: OfficeId,
    pub waiting: usize,
    /// How long somebody without a reservation would wait, or why they would not be let in.
    pub walk_in: Result<Told, Reason>,
}

/// A line in the list of the queue that staff read on their phones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueLine {
    pub number: TicketNumber,
    pub procedures: Vec<Procedure>,
    pub people: u8,
    pub language: Language,
    pub needs: Needs,
    pub waited_minutes: u16,
    pub due: Option<NaiveTime>,
}

/// Something about the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    // To the holder of a ticket
    Issued {
        ticket: TicketId,
        number: TicketNumber,
        office: OfficeId,
        ahead: usize,
        wait: Option<Told>,
        /// The time of the reservation …
        due: Option<NaiveTime>,
        /// … after which they came.
        late: bool,
    },
    Waiting {
        ticket: TicketId,
        number: TicketNumber,
        office: OfficeId,
        ahead: usize,
        wait: Option<Told>,
    },
    Called {
        number: TicketNumber,
        counter: CounterNumber,
        office: OfficeId,
    },
    Recalled {
        number: TicketNumber,
        counter: CounterNumber,
        office: OfficeId,
    },
    /// So many before you.
    Near {
        number: TicketNumber,
        ahead: usize,
        wait: Option<Told>,
    },
    /// You are next.
    Next {
        number: TicketNumber,
        office: OfficeId,
    },
    /// It takes longer than was told.
    Slower {
        number: TicketNumber,
        wait: Told,
    },
    Undone {
        number: TicketNumber,
    },
    Missed {
        number: TicketNumber,
    },
    Parked {
        number: TicketNumber,
    },
    Returned {
        number: TicketNumber,
    },
    Transferred {
        number: TicketNumber,
        office: OfficeId,
        counter: Option<CounterNumber>,
    },
    Done {
        number: TicketNumber,
    },
    Left {
        number: TicketNumber,
    },
    AskLeave {
        number: TicketNumber,
    },
    Delayed {
        number: TicketNumber,
        minutes: u16,
    },
    DelayedEnough {
        number: TicketNumber,
    },
    /// May be called again after having asked for more time.
    Ready {
        number: TicketNumber,
        ahead: usize,
        wait: Option<Told>,
    },
    /// Where to go: the counter, or the hall while one waits.
    Where {
        number: TicketNumber,
        office: OfficeId,
        counter: Option<CounterNumber>,
    },
    NeedsNoted {
        number: TicketNumber,
        needs: Needs,
    },
    AskNeeds {
        number: TicketNumber,
        needs: Needs,
    },
    /// What one can do while waiting.
    Meanwhile {
        number: TicketNumber,
        procedures: Vec<Procedure>,
    },
    /// No ticket today.
    NoTicket,
    /// The ticket's day is over: done, left or missed for good.
    TicketOver {
        number: TicketNumber,
    },
    // A ticket without a reservation
    AskProcedure {
        office: OfficeId,
    },
    AskTicket {
        office: OfficeId,
        procedure: Procedure,
        people: u8,
        waiting: usize,
        wait: Told,
    },
    Refused {
        office: OfficeId,
        reason: Reason,
        phone: String,
        /// The nearest free reservations.
        free: Vec<NaiveDateTime>,
    },
    // Checking in
    TooEarly {
        visit: Visit,
        from: NaiveDateTime,
    },
    OtherDay {
        visit: Visit,
        past: bool,
    },
    OtherOffice {
        visit: Visit,
    },
    CheckInClosed {
        visit: Visit,
        phone: String,
    },
    /// No reservation of theirs is for today.
    NoVisitToday,
    AskWhichVisit {
        list: Vec<(ReservationId, NaiveTime)>,
    },
    // Waiting times for whoever asks
    Now {
        offices: Vec<OfficeNow>,
        phone: String,
    },
    // To the staff
    Shortage {
        office: OfficeId,
        shortage: Shortage,
    },
    Overtime {
        office: OfficeId,
        waiting: Vec<TicketNumber>,
        serving: Vec<TicketNumber>,
    },
    StaffCalled {
        number: TicketNumber,
        counter: CounterNumber,
        line: QueueLine,
    },
    StaffServing {
        number: TicketNumber,
    },
    StaffDone {
        number: TicketNumber,
        waiting: usize,
    },
    StaffQueue {
        office: OfficeId,
        lines: Vec<QueueLine>,
        wait: Option<Told>,
    },
    StaffToday {
        office: OfficeId,
        done: u32,
        waiting: usize,
        expected: usize,
        missed: usize,
    },
    /// Why nothing was done, by the id of its sentence.
    StaffRefused {
        reason: &'static str,
        number: Option<TicketNumber>,
        counter: Option<CounterNumber>,
    },
    StaffNoCounter,
    StaffQueueHelp,
    /// An account on Telegram is somebody's of the roster now.
    StaffLinked {
        name: String,
    },
}

impl Said {
    /// What is said with a new ticket.
    #[must_use]
    pub fn issued(rules: &Rules, line: &Line, ticket: &Ticket, now: DateTime<Utc>) -> Said {
        let mut line = line.clone();
        let reservation = ticket.reservation();
        line.expected.retain(|e| Some(e.reservation) != reservation);
        line.tickets.retain(|other| other.id != ticket.id);
        line.tickets.push(ticket.clone());
        let estimates = estimate(rules, &line, &Question::default(), now).unwrap_or_default();
        let (due, late) = match &ticket.origin {
            super::ticket::Origin::Booked { due, late, .. } => {
                (Some(crate::desk::rules::civil(*due).time()), *late)
            }
            super::ticket::Origin::WalkIn => (None, false),
        };
        Said::Issued {
            ticket: ticket.id,
            number: ticket.number,
            office: ticket.office.clone(),
            ahead: ahead(&line, &estimates, ticket),
            wait: estimates.tickets.get(&ticket.id).map(|w| w.told()),
            due,
            late,
        }
    }

    /// The range that is told with a new ticket.
    #[must_use]
    pub const fn wait(&self) -> Option<Told> {
        match self {
            Said::Issued { wait, .. } => *wait,
            _ => None,
        }
    }

    /// The message id in the locale files.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Said::Issued { .. } => "ticket-issued",
            Said::Waiting { .. } => "ticket-waiting",
            Said::Called { .. } => "ticket-called",
            Said::Recalled { .. } => "ticket-recalled",
            Said::Near { .. } => "ticket-near",
            Said::Next { .. } => "ticket-next",
            Said::Slower { .. } => "ticket-slower",
            Said::Undone { .. } => "ticket-undone",
            Said::Missed { .. } => "ticket-missed",
            Said::Parked { .. } => "ticket-parked",
            Said::Returned { .. } => "ticket-returned",
            Said::Transferred { .. } => "ticket-transferred",
            Said::Done { .. } => "ticket-done",
            Said::Left { .. } => "ticket-left",
            Said::AskLeave { .. } => "ticket-ask-leave",
            Said::Delayed { .. } => "ticket-delayed",
            Said::DelayedEnough { .. } => "ticket-delayed-enough",
            Said::Ready { .. } => "ticket-ready",
            Said::Where { .. } => "ticket-where",
            Said::NeedsNoted { .. } => "ticket-needs-noted",
            Said::AskNeeds { .. } => "ticket-ask-needs",
            Said::Meanwhile { .. } => "ticket-meanwhile",
            Said::NoTicket => "ticket-none",
            Said::TicketOver { .. } => "ticket-over",
            Said::AskProcedure { .. } => "ticket-ask-procedure",
            Said::AskTicket { .. } => "ticket-ask",
            Said::Refused { .. } => "ticket-refused",
            Said::TooEarly { .. } => "check-in-early",
            Said::OtherDay { .. } => "check-in-other-day",
            Said::OtherOffice { .. } => "check-in-other-office",
            Said::CheckInClosed { .. } => "check-in-closed",
            Said::NoVisitToday => "check-in-none",
            Said::AskWhichVisit { .. } => "check-in-which",
            Said::Now { .. } => "waiting-now",
            Said::Shortage { .. } => "staff-shortage",
            Said::Overtime { .. } => "staff-overtime",
            Said::StaffCalled { .. } => "staff-called",
            Said::StaffServing { .. } => "staff-serving",
            Said::StaffDone { .. } => "staff-ticket-done",
            Said::StaffQueue { .. } => "staff-queue",
            Said::StaffToday { .. } => "staff-queue-today",
            Said::StaffRefused { .. } => "staff-queue-refused",
            Said::StaffNoCounter => "staff-queue-no-counter",
            Said::StaffQueueHelp => "staff-queue-help",
            Said::StaffLinked { .. } => "staff-linked",
        }
    }

    /// The ticket's number that it speaks of.
    #[must_use]
    pub const fn number(&self) -> Option<TicketNumber> {
        match self {
            Said::Issued { number, .. }
            | Said::Waiting { number, .. }
            | Said::Called { number, .. }
            | Said::Recalled { number, .. }
            | Said::Near { number, .. }
            | Said::Next { number, .. }
            | Said::Slower { number, .. }
            | Said::Undone { number }
            | Said::Missed { number }
            | Said::Parked { number }
            | Said::Returned { number }
            | Said::Transferred { number, .. }
            | Said::Done { number }
            | Said::Left { number }
            | Said::AskLeave { number }
            | Said::Delayed { number, .. }
            | Said::DelayedEnough { number }
            | Said::Ready { number, .. }
            | Said::Where { number, .. }
            | Said::NeedsNoted { number, .. }
            | Said::AskNeeds { number, .. }
            | Said::Meanwhile { number, .. }
            | Said::TicketOver { number }
            | Said::StaffCalled { number, .. }
            | Said::StaffServing { number }
            | Said::StaffDone { number, .. } => Some(*number),
            _ => None,
        }
    }

    /// A call and what sets it right overtake everything else that waits to be sent.
    #[must_use]
    pub const fn is_urgent(&self) -> bool {
        matches!(
            self,
            Said::Called { .. }
                | Said::Recalled { .. }
                | Said::Undone { .. }
                | Said::Transferred { .. }
                | Said::Returned { .. }
                | Said::Ready { .. }
                | Said::Next { .. }
        )
    }

    /// The ticket whose page belongs below.
    #[must_use]
    pub fn shows_ticket(&self) -> Option<TicketId> {
        match self {
            Said::Issued { ticket, .. } | Said::Waiting { ticket, .. } => Some(*ticket),
            _ => None,
        }
    }

    /// Calls are said in Japanese as well: the display and the loudspeaker say them so.
    #[must_use]
    pub const fn is_bilingual(&self) -> bool {
        matches!(self, Said::Called { .. } | Said::Recalled { .. })
    }

    /// What the holder may want to do then.
    #[must_use]
    pub fn choices(&self, ticket: &Ticket) -> Vec<Choice> {
        let pick = |pick: Pick| Choice::Queue(pick);
        match self {
            Said::Issued { .. } | Said::Waiting { .. } | Said::Returned { .. } => {
                let mut choices = vec![pick(Pick::Meanwhile), pick(Pick::Needs)];
                choices.extend([pick(Pick::Late), pick(Pick::Leave)]);
                choices
            }
            Said::Called { .. } | Said::Recalled { .. } => {
                vec![pick(Pick::Where), pick(Pick::Late), pick(Pick::Leave)]
            }
            Said::Ready { .. }
            | Said::Near { .. }
            | Said::Next { .. }
            | Said::Slower { .. }
            | Said::Undone { .. } => {
                vec![pick(Pick::Show), pick(Pick::Late), pick(Pick::Leave)]
            }
            Said::Missed { .. } => vec![pick(Pick::Back), Choice::Action(Action::Book)],
            Said::Delayed { .. } | Said::Transferred { .. } | Said::Parked { .. } => {
                vec![pick(Pick::Show), pick(Pick::Leave)]
            }
            Said::Meanwhile { procedures, .. } => meanwhile(ticket, procedures),
            _ => Vec::new(),
        }
    }
}

/// What one can do while waiting: the papers, then what stands in the reviewed answers.
fn meanwhile(ticket: &Ticket, procedures: &[Procedure]) -> Vec<Choice> {
    let mut choices = Vec::new();
    // Ids come from one sequence: the papers of somebody without a reservation are kept under the id of their ticket.
    let visit = ticket.reservation().unwrap_or(ReservationId(ticket.id.0));
    choices.push(Choice::Care(care::Pick::Papers(visit)));
    for procedure in procedures {
        choices.extend(super::talk::reading(*procedure).map(Choice::Entry));
    }
    choices.push(Choice::Queue(Pick::Show));
    choices
}

/// Whether somebody's ticket is still of use to them.
#[must_use]
pub fn is_live(ticket: &Ticket) -> bool {
    ticket.is_open() || matches!(ticket.state, State::Missed { .. })
}
