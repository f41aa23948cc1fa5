//! Visits and wishes as people are told of them.

use chrono::{NaiveDate, NaiveDateTime};

use super::procedure::Procedure;
use super::reservation::Reservation;
use super::rules::OfficeId;
use super::talk::Range;
use super::waiting::Wait;
use crate::ids::{ReservationCode, ReservationId};

/// A visit as a person is told of it: what, where, when. It carries no name, number or birth date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Unset while it is only a wish.
    pub id: Option<ReservationId>,
    pub procedures: Vec<Procedure>,
    pub people: u8,
    pub office: OfficeId,
    pub start: NaiveDateTime,
    pub minutes: u16,
    pub code: Option<ReservationCode>,
}

impl Visit {
    #[must_use]
    pub fn of(reservation: &Reservation) -> Visit {
        Visit {
            id: Some(reservation.id),
            procedures: reservation.procedures.clone(),
            people: reservation.people,
            office: reservation.span.office.clone(),
            start: reservation.start(),
            minutes: reservation.span.minutes(),
            code: Some(reservation.code.clone()),
        }
    }
}

/// What somebody on the waiting list would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitWish {
    pub procedures: Vec<Procedure>,
    pub people: u8,
    pub office: OfficeId,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub range: Option<Range>,
}

impl WaitWish {
    #[must_use]
    pub fn of(wait: &Wait) -> WaitWish {
        WaitWish {
            procedures: wait.procedures.clone(),
            people: wait.people,
            office: wait.office.clone(),
            first_day: wait.first_day,
            last_day: wait.last_day,
            range: wait.range,
        }
    }
}
