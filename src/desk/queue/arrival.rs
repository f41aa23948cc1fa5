//! "I am here": what becomes of a reservation whose holder arrives.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use crate::desk::reservation::{Reservation, ReservationState};
use crate::desk::rules::{OfficeId, Rules, civil, instant};

/// How somebody arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    InTime,
    /// After the grace: behind those who wait now.
    Late {
        minutes: u16,
    },
    /// Check-in begins at this time.
    TooEarly {
        from: NaiveDateTime,
    },
    /// The reservation is for a later day …
    LaterDay,
    /// … or was for an earlier one.
    PastDay,
    /// The reservation is for another office than the one they are at.
    OtherOffice,
    /// They have checked in already.
    AlreadyHere,
    Cancelled,
    /// The office has closed for today.
    Closed,
}

/// Judges an arrival. `at` is the office somebody stands in, where that is known.
#[must_use]
pub fn judge(
    rules: &Rules,
    reservation: &Reservation,
    at: Option<&OfficeId>,
    now: DateTime<Utc>,
) -> Arrival {
    let (start, here) = (reservation.start(), civil(now));
    match reservation.state {
        ReservationState::Cancelled { .. } => return Arrival::Cancelled,
        ReservationState::Came { .. } => return Arrival::AlreadyHere,
        // Somebody counted as missed who comes the same day after all is simply late.
        ReservationState::Booked { .. } | ReservationState::Missed { .. } => {}
    }
    match start.date().cmp(&here.date()) {
        std::cmp::Ordering::Greater => return Arrival::LaterDay,
        std::cmp::Ordering::Less => return Arrival::PastDay,
        std::cmp::Ordering::Equal => {}
    }
    if at.is_some_and(|at| *at != reservation.span.office) {
        return Arrival::OtherOffice;
    }
    let hours = rules
        .calendar
        .hours_at(&reservation.span.office, start.date());
    let closed = hours.map_or(true, |hours| here.time() >= hours.closes);
    if closed {
        return Arrival::Closed;
    }
    let from = start - TimeDelta::minutes(i64::from(rules.queue.early_minutes));
    if here < from {
        return Arrival::TooEarly { from };
    }
    let over = now - instant(start);
    if over > TimeDelta::minutes(i64::from(rules.queue.grace_minutes)) {
        return Arrival::Late {
            minutes: u16::try_from(over.num_minutes()).unwrap_or(u16::MAX),
        };
    }
    Arrival::InTime
}
