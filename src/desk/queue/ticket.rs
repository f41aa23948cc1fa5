//! A number in today's queue, and everything that may become of it.
//!
//! There is one status, `State`, and one function that changes it, `Ticket::go`: it takes the ticket, and gives back the
//! changed one or refuses. Whoever keeps tickets writes one row for each change with who made it and when.

use std::fmt;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::counter::CounterNumber;
use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::rules::OfficeId;
use crate::ids::{ReservationId, ResidentId, TicketId};

/// The letters a series may have: none is taken for a digit or for another letter, on paper or over a loudspeaker.
pub const SERIES_LETTERS: &str = "ACEFHJKMNPRTWXY";

/// What is called: a letter for the series and a number that begins anew each day, for example `W012`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TicketNumber {
    pub letter: char,
    pub n: u16,
}

impl TicketNumber {
    /// Reads a number as people type it: in any case and width, with or without the zeros.
    #[must_use]
    pub fn read(text: &str) -> Option<TicketNumber> {
        use unicode_normalization::UnicodeNormalization;
        let plain: String = text.nfkc().filter(|c| !" -".contains(*c)).collect();
        let mut chars = plain.chars();
        let letter = chars.next()?.to_ascii_uppercase();
        let digits = chars.as_str();
        let fits = SERIES_LETTERS.contains(letter)
            && (1..=4).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit());
        let n = digits.parse().ok().filter(|n| *n > 0)?;
        fits.then_some(TicketNumber { letter, n })
    }
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:03}", self.letter, self.n)
    }
}

/// What somebody needs at the counter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Needs {
    /// A chair, room for a wheelchair, somebody who helps on the way.
    pub chair: bool,
    /// Hard of hearing: written talk, a sign instead of a call.
    pub hearing: bool,
    pub interpreter: bool,
}

impl Needs {
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Needs::default()
    }
}

/// Why somebody is in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// For a reservation, whose time it is. `late` when the holder came after the grace: they stand behind those who
    /// waited then.
    Booked {
        reservation: ReservationId,
        due: DateTime<Utc>,
        late: bool,
    },
    WalkIn,
}

/// Where a ticket stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Waiting,
    /// Asked to a counter; `recalls` counts the further calls.
    Called {
        counter: CounterNumber,
        at: DateTime<Utc>,
        recalls: u8,
    },
    Serving {
        counter: CounterNumber,
        since: DateTime<Utc>,
    },
    /// Put aside by a clerk, who takes it up again.
    Parked {
        counter: CounterNumber,
        at: DateTime<Utc>,
    },
    /// Did not come to the counter.
    Missed {
        at: DateTime<Utc>,
    },
    /// Went without being served.
    Left {
        at: DateTime<Utc>,
    },
    Done {
        counter: CounterNumber,
        at: DateTime<Utc>,
    },
}

impl State {
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Called { .. } => "called",
            State::Serving { .. } => "serving",
            State::Parked { .. } => "parked",
            State::Missed { .. } => "missed",
            State::Left { .. } => "left",
            State::Done { .. } => "done",
        }
    }
}

/// Why a ticket goes ahead of the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    pub at: DateTime<Utc>,
    pub reason: String,
}

/// How much of what one did: for the counts of the day.
pub type DoneWork = Vec<(Procedure, u16)>;

/// A number in the queue of one office on one day. It carries no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub id: TicketId,
    /// Where it waits now; after a transfer another office than the one that gave the number.
    pub office: OfficeId,
    pub day: NaiveDate,
    pub number: TicketNumber,
    pub origin: Origin,
    /// Whose phone hears of it; nobody's for a printed ticket.
    pub resident: Option<ResidentId>,
    pub language: Language,
    pub needs: Needs,
    pub procedures: Vec<Procedure>,
    pub people: u8,
    pub state: State,
    pub issued_at: DateTime<Utc>,
    /// The moment that orders it in its class: the arrival of a walk-in or of somebody late, the time of a reservation.
    pub order_at: DateTime<Utc>,
    /// Since when it waits, for the state `Waiting`.
    pub waiting_since: DateTime<Utc>,
    pub priority: Option<Priority>,
    /// Not called before this: the holder asked for some minutes more.
    pub not_before: Option<DateTime<Utc>>,
    /// How often the holder asked for that.
    pub delays: u8,
    /// Only this counter may call it, after a transfer.
    pub only: Option<CounterNumber>,
    /// What the last clerk wrote for the next one.
    pub note: String,
    /// The range of minutes that was told when it was given.
    pub told: Option<(u16, u16)>,
}

/// What may happen to a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    Call(CounterNumber),
    Recall,
    /// The call was a mistake; the ticket stands where it stood.
    Undo,
    Serve,
    /// Served without a call: the person stands at the counter already.
    Take(CounterNumber),
    Finish(DoneWork),
    Park,
    /// Parked or missed, and now back in the queue: behind those who wait.
    Return,
    /// Nobody came to the counter.
    Miss,
    /// To another counter of the office, or to another office; the number stays.
    Transfer {
        office: OfficeId,
        only: Option<CounterNumber>,
        note: String,
    },
    Leave,
    Prioritise(String),
    /// Not before this moment.
    Delay(DateTime<Utc>),
    /// Here after all: may be called again.
    Ready,
    /// What the holder needs, and in which language.
    Describe(Needs, Language),
}

impl Move {
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Move::Call(_) => "call",
            Move::Recall => "recall",
            Move::Undo => "undo",
            Move::Serve => "serve",
            Move::Take(_) => "take",
            Move::Finish(_) => "finish",
            Move::Park => "park",
            Move::Return => "return",
            Move::Miss => "miss",
            Move::Transfer { .. } => "transfer",
            Move::Leave => "leave",
            Move::Prioritise(_) => "prioritise",
            Move::Delay(_) => "delay",
            Move::Ready => "ready",
            Move::Describe(..) => "describe",
        }
    }
}

/// Why a ticket does not do what was asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketRefusal {
    /// Somebody else has it already, at this counter.
    Elsewhere(CounterNumber),
    /// It is served, left or missed.
    Over(State),
    /// Its state does not allow that.
    NotNow(State),
    /// It must be called again first: so many times are left.
    RecallFirst(u8),
    /// It was called as often as one may be; note that nobody came.
    RecalledEnough,
    /// The holder asked for more time often enough.
    DelayedEnough,
}

/// After so long a call counts as missed even without the recalls.
const CALL_MINUTES_MAX: i64 = 5;
/// So often one may ask for some minutes more.
pub const DELAYS_MAX: u8 = 2;

impl Ticket {
    /// Whether it waits to be called.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.state == State::Waiting
    }

    /// Whether its day is not over for it: waiting, called, served or put aside.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(
            self.state,
            State::Waiting | State::Called { .. } | State::Serving { .. } | State::Parked { .. }
        )
    }

    /// The counter it is at, called or served.
    #[must_use]
    pub fn counter(&self) -> Option<CounterNumber> {
        match self.state {
            State::Called { counter, .. } | State::Serving { counter, .. } => Some(counter),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_booked(&self) -> bool {
        matches!(self.origin, Origin::Booked { .. })
    }

    /// The reservation it is for.
    #[must_use]
    pub fn reservation(&self) -> Option<ReservationId> {
        match self.origin {
            Origin::Booked { reservation, .. } => Some(reservation),
            Origin::WalkIn => None,
        }
    }

    /// The one way in which a ticket changes.
    ///
    /// # Errors
    /// Says why it stays as it is.
    pub fn go(
        self,
        step: &Move,
        recalls_max: u8,
        now: DateTime<Utc>,
    ) -> Result<Ticket, TicketRefusal> {
        match step {
            Move::Call(counter) => self.call(*counter, now),
            Move::Take(counter) => self.take(*counter, now),
            Move::Recall => self.recall(recalls_max),
            Move::Undo => match self.state {
                State::Called { .. } => Ok(self.with(State::Waiting)),
                _ => Err(self.refuse()),
            },
            Move::Serve => match self.state {
                State::Called { counter, .. } => {
                    let since = now;
                    Ok(self.with(State::Serving { counter, since }))
                }
                _ => Err(self.refuse()),
            },
            Move::Finish(_) => match self.state {
                State::Serving { counter, .. } => Ok(self.with(State::Done { counter, at: now })),
                _ => Err(self.refuse()),
            },
            Move::Park => match self.state {
                State::Called { counter, .. } | State::Serving { counter, .. } => {
                    Ok(self.with(State::Parked { counter, at: now }))
                }
                _ => Err(self.refuse()),
            },
            Move::Return => self.back(now),
            Move::Miss => self.miss(recalls_max, now),
            Move::Transfer { office, only, note } => self.transfer(office, *only, note, now),
            Move::Leave => match self.state {
                State::Waiting
                | State::Called { .. }
                | State::Parked { .. }
                | State::Missed { .. } => Ok(self.with(State::Left { at: now })),
                _ => Err(self.refuse()),
            },
            Move::Prioritise(reason) => match self.state {
                State::Waiting => Ok(Ticket {
                    priority: Some(Priority {
                        at: now,
                        reason: reason.clone(),
                    }),
                    not_before: None,
                    ..self
                }),
                _ => Err(self.refuse()),
            },
            Move::Delay(until) => self.delay(*until),
            Move::Ready => match self.state {
                State::Waiting => Ok(Ticket {
                    not_before: None,
                    ..self
                }),
                _ => Err(self.refuse()),
            },
            Move::Describe(needs, language) if self.is_open() => Ok(Ticket {
                needs: *needs,
                language: *language,
                ..self
            }),
            Move::Describe(..) => Err(self.refuse()),
        }
    }

    fn with(self, state: State) -> Ticket {
        Ticket { state, ..self }
    }

    fn refuse(&self) -> TicketRefusal {
        match &self.state {
            State::Missed { .. } | State::Left { .. } | State::Done { .. } => {
                TicketRefusal::Over(self.state.clone())
            }
            state => TicketRefusal::NotNow(state.clone()),
        }
    }

    fn call(self, counter: CounterNumber, now: DateTime<Utc>) -> Result<Ticket, TicketRefusal> {
        match self.state {
            State::Waiting => Ok(Ticket {
                not_before: None,
                ..self.with(State::Called {
                    counter,
                    at: now,
                    recalls: 0,
                })
            }),
            State::Called { counter: other, .. } | State::Serving { counter: other, .. } => {
                Err(TicketRefusal::Elsewhere(other))
            }
            _ => Err(self.refuse()),
        }
    }

    fn take(self, counter: CounterNumber, now: DateTime<Utc>) -> Result<Ticket, TicketRefusal> {
        match self.state {
            State::Waiting | State::Parked { .. } | State::Missed { .. } => Ok(Ticket {
                not_before: None,
                ..self.with(State::Serving {
                    counter,
                    since: now,
                })
            }),
            State::Called { counter: other, .. } | State::Serving { counter: other, .. } => {
                Err(TicketRefusal::Elsewhere(other))
            }
            _ => Err(self.refuse()),
        }
    }

    fn recall(self, recalls_max: u8) -> Result<Ticket, TicketRefusal> {
        match self.state {
            State::Called { recalls, .. } if recalls >= recalls_max => {
                Err(TicketRefusal::RecalledEnough)
            }
            State::Called {
                counter,
                at,
                recalls,
            } => Ok(self.with(State::Called {
                counter,
                at,
                recalls: recalls + 1,
            })),
            _ => Err(self.refuse()),
        }
    }

    fn miss(self, recalls_max: u8, now: DateTime<Utc>) -> Result<Ticket, TicketRefusal> {
        match self.state {
            State::Called { at, recalls, .. } => {
                let waited = now - at >= TimeDelta::minutes(CALL_MINUTES_MAX);
                if recalls >= recalls_max || waited {
                    Ok(self.with(State::Missed { at: now }))
                } else {
                    Err(TicketRefusal::RecallFirst(recalls_max - recalls))
                }
            }
            _ => Err(self.refuse()),
        }
    }

    /// Behind those who wait now: whoever was put aside or missed the call has had their turn.
    fn back(self, now: DateTime<Utc>) -> Result<Ticket, TicketRefusal> {
        match self.state {
            State::Parked { .. } | State::Missed { .. } => Ok(Ticket {
                order_at: now,
                waiting_since: now,
                not_before: None,
                priority: None,
                only: None,
                told: None,
                origin: self.origin.clone().behind(now),
                ..self.with(State::Waiting)
            }),
            _ => Err(self.refuse()),
        }
    }

    /// Whoever is sent on has waited already: they are the next there, among those who have priority.
    fn transfer(
        self,
        office: &OfficeId,
        only: Option<CounterNumber>,
        note: &str,
        now: DateTime<Utc>,
    ) -> Result<Ticket, TicketRefusal> {
        match self.state {
            State::Called { .. } | State::Serving { .. } | State::Parked { .. } => Ok(Ticket {
                office: office.clone(),
                only,
                note: note.trim().to_owned(),
                waiting_since: now,
                told: None,
                priority: Some(Priority {
                    at: now,
                    reason: TRANSFERRED.to_owned(),
                }),
                ..self.with(State::Waiting)
            }),
            _ => Err(self.refuse()),
        }
    }

    fn delay(self, until: DateTime<Utc>) -> Result<Ticket, TicketRefusal> {
        match self.state {
            _ if self.is_open() && self.delays >= DELAYS_MAX => Err(TicketRefusal::DelayedEnough),
            State::Waiting | State::Called { .. } => Ok(Ticket {
                not_before: Some(until),
                delays: self.delays + 1,
                // What was told does not hold any more, and nobody has to apologise for that.
                told: None,
                ..self.with(State::Waiting)
            }),
            _ => Err(self.refuse()),
        }
    }
}

/// The reason of a priority that a transfer gives.
pub const TRANSFERRED: &str = "transfer";

impl Origin {
    /// Not at the time of the reservation any more, once that has come.
    fn behind(self, now: DateTime<Utc>) -> Origin {
        match self {
            Origin::Booked {
                reservation,
                due,
                late,
            } => Origin::Booked {
                reservation,
                due,
                late: late || due < now,
            },
            Origin::WalkIn => Origin::WalkIn,
        }
    }
}
