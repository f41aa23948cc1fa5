//! What clerks ask for on their phones: `/next`, `/recall`, `/done`, `/queue`, `/today`.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{App, Inner};
use crate::desk::language::Language;
use crate::desk::message::{Address, Outgoing};
use crate::desk::phrase::Phrase;
use crate::desk::queue::counter::CounterNumber;
use crate::desk::queue::estimate::{Question, estimate};
use crate::desk::queue::floor::{FloorAction, FloorRefusal};
use crate::desk::queue::line::Line;
use crate::desk::queue::said::{QueueLine, Said};
use crate::desk::queue::ticket::{Origin, State, Ticket, TicketRefusal};
use crate::desk::queue::view::in_order;
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, Rules, civil};
use crate::ids::OutgoingId;
use crate::store::StoreError;
use crate::store::outbox::Start;
use crate::store::tx::Tx;

/// A clerk's command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClerkCommand {
    Next,
    Recall,
    Done,
    Queue,
    Today,
    Help,
}

/// What each command needs, and what the buttons and replies in the staff's group do.
pub const COMMANDS: &[(ClerkCommand, Right)] = &[
    (ClerkCommand::Next, Right::Serve),
    (ClerkCommand::Recall, Right::Serve),
    (ClerkCommand::Done, Right::Serve),
    (ClerkCommand::Queue, Right::SeeFloor),
    (ClerkCommand::Today, Right::SeeFloor),
    (ClerkCommand::Help, Right::SeeFloor),
];
/// … and the right for the buttons under a case and the replies to it in the staff's group.
pub const CASES_IN_GROUP: Right = Right::AnswerCases;

impl ClerkCommand {
    /// The right it needs; a command without a row is nobody's.
    #[must_use]
    pub fn right(self) -> Option<Right> {
        let row = COMMANDS.iter().find(|(command, _)| *command == self);
        row.map(|(_, right)| *right)
    }

    /// Reads a command as it is typed; Telegram adds the bot's name in groups.
    #[must_use]
    pub fn read(text: &str) -> Option<ClerkCommand> {
        let word = text.split_whitespace().next()?;
        Some(match word.split('@').next()? {
            "/next" => ClerkCommand::Next,
            "/recall" => ClerkCommand::Recall,
            "/done" => ClerkCommand::Done,
            "/queue" => ClerkCommand::Queue,
            "/today" => ClerkCommand::Today,
            "/counter" => ClerkCommand::Help,
            _ => return None,
        })
    }
}

impl App {
    /// Does what a clerk of the roster asks for, once for a key, and answers at their address.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn clerk_command(
        &self,
        key: String,
        clerk: String,
        address: Address,
        command: ClerkCommand,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&key, now)? {
                return tx.said_to(&key);
            }
            let rules = tx.rules(&inner.config.rules)?;
            let said = inner.command(tx, &rules, &key, &clerk, command, now)?;
            inner.answer(tx, &key, &said, address, now)
        };
        let written = self.inner.store.write(work).await?;
        self.announce(true, true);
        self.inner.halls.touch();
        Ok(written)
    }
}

impl Inner {
    fn command(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        key: &str,
        clerk: &str,
        command: ClerkCommand,
        now: DateTime<Utc>,
    ) -> Result<Said, StoreError> {
        let (roster, day) = (self.roster()?, civil(now).date());
        let may_at = |office: &OfficeId| {
            let right = command.right();
            right.is_some_and(|right| roster.may_at(clerk, right, office, day))
        };
        let lines = tx.lines(rules, now)?;
        let mut lines = lines.iter().filter(|line| may_at(&line.office)).peekable();
        if lines.peek().is_none() {
            return Ok(not_yours());
        }
        let lines: Vec<&Arc<Line>> = lines.collect();
        let seat = lines
            .iter()
            .find_map(|line| Some((Arc::clone(line), line.counter_of(clerk)?.number)));
        let line = match (&seat, lines.first().copied()) {
            (Some((line, _)), _) | (None, Some(line)) => Arc::clone(line),
            (None, None) => return Ok(Said::StaffNoCounter),
        };
        let said = match (command, seat) {
            (ClerkCommand::Help, _) => Said::StaffQueueHelp,
            (ClerkCommand::Queue, _) => queue(rules, &line, now),
            (ClerkCommand::Today, _) => today(&line),
            (_, None) => Said::StaffNoCounter,
            (ClerkCommand::Next, Some((line, counter))) => {
                self.next(tx, key, clerk, &line.office, counter, now)?
            }
            (ClerkCommand::Recall, Some((line, counter))) => match line.at_counter(counter) {
                Some(ticket) => {
                    let action = FloorAction::Recall(ticket.id);
                    let key = format!("{key}:recall");
                    match self.floor(tx, &key, clerk, &line.office, &action, now)? {
                        Ok(_) => Said::StaffCalled {
                            number: ticket.number,
                            counter,
                            line: queue_line(ticket, now),
                        },
                        Err(refusal) => refused(&refusal, Some(ticket)),
                    }
                }
                None => refused(&FloorRefusal::NoTicket, None),
            },
            (ClerkCommand::Done, Some((line, counter))) => {
                self.done(tx, key, clerk, &line, counter, now)?
            }
        };
        Ok(said)
    }

    fn next(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        clerk: &str,
        office: &OfficeId,
        counter: CounterNumber,
        now: DateTime<Utc>,
    ) -> Result<Said, StoreError> {
        let action = FloorAction::Next(counter);
        let done = self.floor(tx, &format!("{key}:next"), clerk, office, &action, now)?;
        Ok(match done.map(|done| done.ticket) {
            Ok(Some(ticket)) => Said::StaffCalled {
                number: ticket.number,
                counter,
                line: queue_line(&ticket, now),
            },
            Ok(None) => refused(&FloorRefusal::NobodyWaits, None),
            Err(refusal) => refused(&refusal, None),
        })
    }

    /// Ends the visit at a counter; somebody who was only called is served first, so that every step leaves its row.
    fn done(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        clerk: &str,
        line: &Line,
        counter: CounterNumber,
        now: DateTime<Utc>,
    ) -> Result<Said, StoreError> {
        let Some(ticket) = line.at_counter(counter) else {
            return Ok(refused(&FloorRefusal::NoTicket, None));
        };
        if matches!(ticket.state, State::Called { .. }) {
            let action = FloorAction::Serve(ticket.id);
            let key = format!("{key}:serve");
            if let Err(refusal) = self.floor(tx, &key, clerk, &line.office, &action, now)? {
                return Ok(refused(&refusal, Some(ticket)));
            }
        }
        let people = u16::from(ticket.people);
        let work = ticket.procedures.iter().map(|p| (*p, people)).collect();
        let action = FloorAction::Finish(ticket.id, work);
        let key = format!("{key}:done");
        let done = self.floor(tx, &key, clerk, &line.office, &action, now)?;
        Ok(match done {
            Ok(_) => Said::StaffDone {
                number: ticket.number,
                waiting: line.waiting().count(),
            },
            Err(refusal) => refused(&refusal, Some(ticket)),
        })
    }

    /// An answer to a clerk, in Japanese, at the address from which they asked.
    pub(super) fn answer(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        said: &Said,
        address: Address,
        now: DateTime<Utc>,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let phrase = Phrase::Queue(Box::new(said.clone()));
        self.tell_clerk(tx, key, &phrase, address, now)
    }

    /// Something for a clerk alone, in Japanese, at an address of theirs, before everything else.
    pub(super) fn tell_clerk(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        phrase: &Phrase,
        address: Address,
        now: DateTime<Utc>,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let shelf = self.shelf();
        let subject = self.subject(&shelf);
        let rendered = self.locale.render(phrase, Language::Ja, subject);
        let mut row = Outgoing {
            id: OutgoingId(0),
            key: key.to_owned(),
            to: address,
            resident: None,
            phrase: phrase.id().to_owned(),
            text: rendered.text,
            language: Language::Ja,
            choices: Vec::new(),
            entries: Vec::new(),
            case: None,
            replaces: None,
            urgent: true,
            attempts: 0,
            at: now,
        };
        tx.put_out(&mut row, 0, Start::Pending)?;
        Ok(vec![row])
    }
}

fn queue(rules: &Rules, line: &Line, now: DateTime<Utc>) -> Said {
    let estimates = estimate(rules, line, &Question::default(), now).unwrap_or_default();
    let order = in_order(line, &estimates);
    let last = order.last().and_then(|t| estimates.tickets.get(&t.id));
    Said::StaffQueue {
        office: line.office.clone(),
        wait: last.map(|wait| wait.told()),
        lines: order.into_iter().map(|t| queue_line(t, now)).collect(),
    }
}

fn today(line: &Line) -> Said {
    let is_missed = |ticket: &&Ticket| matches!(ticket.state, State::Missed { .. });
    Said::StaffToday {
        office: line.office.clone(),
        done: line.done,
        waiting: line.waiting().count(),
        expected: line.expected.len(),
        missed: line.tickets.iter().filter(is_missed).count(),
    }
}

fn queue_line(ticket: &Ticket, now: DateTime<Utc>) -> QueueLine {
    let due = match ticket.origin {
        Origin::Booked { due, .. } => Some(civil(due).time()),
        Origin::WalkIn => None,
    };
    let waited = (now - ticket.issued_at).num_minutes().max(0);
    QueueLine {
        number: ticket.number,
        procedures: ticket.procedures.clone(),
        people: ticket.people,
        language: ticket.language,
        needs: ticket.needs,
        waited_minutes: u16::try_from(waited).unwrap_or(u16::MAX),
        due,
    }
}

/// The command is not theirs to give.
fn not_yours() -> Said {
    Said::StaffRefused {
        reason: "not-yours",
        number: None,
        counter: None,
    }
}

/// Why nothing was done, in the words a phone has room for.
fn refused(refusal: &FloorRefusal, ticket: Option<&Ticket>) -> Said {
    let mut counter = None;
    let mut number = ticket.map(|ticket| ticket.number);
    let reason = match refusal {
        FloorRefusal::NoTicket => "no-ticket",
        FloorRefusal::NobodyWaits => "nobody-waits",
        FloorRefusal::CounterBusy(busy) => {
            number = Some(*busy);
            "counter-busy"
        }
        FloorRefusal::Ticket(TicketRefusal::Elsewhere(other)) => {
            counter = Some(*other);
            "elsewhere"
        }
        FloorRefusal::Ticket(TicketRefusal::Over(_)) => "over",
        FloorRefusal::Ticket(TicketRefusal::NotNow(_)) => "not-now",
        FloorRefusal::Ticket(TicketRefusal::RecallFirst(_)) => "recall-first",
        FloorRefusal::Ticket(TicketRefusal::RecalledEnough) => "recalled-enough",
        _ => "other",
    };
    Said::StaffRefused {
        reason,
        number,
        counter,
    }
}
