//! A taken place in the book and what may become of it.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::procedure::Procedure;
use super::rules::{civil, instant};
use super::slots::Span;
use crate::ids::{ReservationCode, ReservationId, ResidentId};

/// Who ended a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Resident,
    Clerk,
}

/// Where a reservation stands. Only a booked one can be changed or cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReservationState {
    /// `coming` is when the resident said "I will come" to a reminder.
    Booked {
        coming: Option<DateTime<Utc>>,
    },
    Cancelled {
        at: DateTime<Utc>,
        by: Who,
    },
    /// The visit took place; `at` is when that was noted.
    Came {
        at: DateTime<Utc>,
    },
    /// Nobody came; `at` is when that was noted.
    Missed {
        at: DateTime<Utc>,
    },
}

/// Why a reservation does not do what was asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is cancelled already.
    Over,
    /// Its time has begun.
    Past,
    /// Its time has not begun: nobody can have come or stayed away yet.
    Ahead,
}

/// A taken place in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    pub id: ReservationId,
    pub code: ReservationCode,
    pub resident: ResidentId,
    pub procedures: Vec<Procedure>,
    /// How many people come; each has a card of their own.
    pub people: u8,
    pub span: Span,
    pub state: ReservationState,
    pub made_at: DateTime<Utc>,
}

impl Reservation {
    #[must_use]
    pub fn start(&self) -> NaiveDateTime {
        self.span.start()
    }

    /// Whether it is booked and its time has not come.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.refusal(now).is_none()
    }

    fn refusal(&self, now: DateTime<Utc>) -> Option<Refusal> {
        match self.state {
            ReservationState::Cancelled { .. } => Some(Refusal::Over),
            ReservationState::Came { .. } | ReservationState::Missed { .. } => Some(Refusal::Past),
            ReservationState::Booked { .. } if instant(self.start()) <= now => Some(Refusal::Past),
            ReservationState::Booked { .. } => None,
        }
    }

    /// Gives the place back.
    ///
    /// # Errors
    /// A reservation that is over or whose time has begun stays as it is.
    pub fn cancel(self, by: Who, now: DateTime<Utc>) -> Result<Reservation, Refusal> {
        match self.refusal(now) {
            Some(refusal) => Err(refusal),
            None => Ok(Reservation {
                state: ReservationState::Cancelled { at: now, by },
                ..self
            }),
        }
    }

    /// Moves to another place; the code stays. A promise to come was for the old time and is dropped.
    ///
    /// # Errors
    /// A reservation that is over or whose time has begun stays as it is.
    pub fn change(
        self,
        procedures: Vec<Procedure>,
        people: u8,
        span: Span,
        now: DateTime<Utc>,
    ) -> Result<Reservation, Refusal> {
        match self.refusal(now) {
            Some(refusal) => Err(refusal),
            None => {
                let state = ReservationState::Booked { coming: None };
                Ok(Reservation {
                    procedures,
                    people,
                    span,
                    state,
                    ..self
                })
            }
        }
    }

    /// Notes that they came. A clerk may note it from the morning of the day on, and take it back.
    ///
    /// # Errors
    /// A cancelled reservation, or one for a later day, stays as it is.
    pub fn came(self, now: DateTime<Utc>) -> Result<Reservation, Refusal> {
        match self.state {
            ReservationState::Cancelled { .. } => Err(Refusal::Over),
            _ if civil(now).date() < self.span.day => Err(Refusal::Ahead),
            _ => Ok(Reservation {
                state: ReservationState::Came { at: now },
                ..self
            }),
        }
    }

    /// Notes that nobody came.
    ///
    /// # Errors
    /// A cancelled reservation, or one whose time has not begun, stays as it is.
    pub fn missed(self, now: DateTime<Utc>) -> Result<Reservation, Refusal> {
        match self.state {
            ReservationState::Cancelled { .. } => Err(Refusal::Over),
            _ if now < instant(self.start()) => Err(Refusal::Ahead),
            _ => Ok(Reservation {
                state: ReservationState::Missed { at: now },
                ..self
            }),
        }
    }

    /// Takes back that they came or stayed away.
    ///
    /// # Errors
    /// A cancelled reservation stays as it is.
    pub fn unmarked(self) -> Result<Reservation, Refusal> {
        match self.state {
            ReservationState::Cancelled { .. } => Err(Refusal::Over),
            _ => Ok(Reservation {
                state: ReservationState::Booked { coming: None },
                ..self
            }),
        }
    }

    /// Another place in the stead of one that cannot be kept, also when its time has passed meanwhile.
    ///
    /// # Errors
    /// A reservation that is over stays as it is.
    pub fn replaced(self, span: Span) -> Result<Reservation, Refusal> {
        match self.state {
            ReservationState::Booked { .. } => Ok(Reservation {
                span,
                state: ReservationState::Booked { coming: None },
                ..self
            }),
            _ => Err(Refusal::Over),
        }
    }

    /// Notes that the resident will come.
    ///
    /// # Errors
    /// A reservation that is over or whose time has begun stays as it is.
    pub fn coming(self, now: DateTime<Utc>) -> Result<Reservation, Refusal> {
        match self.refusal(now) {
            Some(refusal) => Err(refusal),
            None => Ok(Reservation {
                state: ReservationState::Booked { coming: Some(now) },
                ..self
            }),
        }
    }
}

/// Sorts reservations by their start, the next one first.
pub fn by_start(reservations: &mut [Reservation]) {
    reservations.sort_by_key(|r| (r.start(), r.id));
}
