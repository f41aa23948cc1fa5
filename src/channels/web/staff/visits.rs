//! Visits as the staff's pages show them, and what a clerk orders.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, Utc};

use super::{Clerk, Web};
use crate::app::AppError;
use crate::desk::clerk::{Contact, Order, OrderRefusal};
use crate::desk::language::Language;
use crate::desk::reservation::{Reservation, ReservationState};
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, Rules, civil, instant};
use crate::ids::ReservationId;

/// A visit with what staff know of it.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) reservation: Reservation,
    pub(super) language: Language,
    /// Whether a message reaches the resident.
    pub(super) reachable: bool,
    /// Who reserved for them, where staff did.
    pub(super) made_by: Option<String>,
    pub(super) contact: Contact,
    /// Why the rules were left aside.
    pub(super) beyond: String,
    pub(super) changed_at: DateTime<Utc>,
    /// What became of the times offered in its place: `open`, `taken`, `declined`, `lapsed`.
    pub(super) offer: Option<String>,
}

/// Which visits are looked at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Which<'a> {
    Day(&'a OfficeId, NaiveDate),
    One(ReservationId),
    /// Those left outside of what is open.
    Outside(&'a Rules),
    /// Coming ones by what somebody says on the telephone.
    Like(&'a str),
}

/// Reads visits, the first one first.
pub(super) fn read(web: &Web, which: Which<'_>) -> Result<Vec<Seen>, AppError> {
    let store = web.app.store();
    let now = web.app.now();
    let lines = match which {
        Which::Day(office, day) => store.visits_on(office, day)?,
        Which::One(id) => store.visit(id)?,
        Which::Outside(rules) => store.visits_outside(rules, now)?,
        Which::Like(text) => store.visits_like(text, now)?,
    };
    let seen = lines.into_iter().map(|line| Seen {
        reservation: line.reservation,
        language: line.language,
        reachable: line.reachable,
        made_by: line.made_by,
        contact: line.contact,
        beyond: line.beyond,
        changed_at: line.changed_at,
        offer: line.offer,
    });
    Ok(seen.collect())
}

/// One visit, where it is at an office at which the clerk has the right; else the answer to the request.
pub(super) fn theirs(
    web: &Web,
    clerk: &Clerk,
    right: Right,
    id: ReservationId,
) -> Result<Seen, Box<Response>> {
    let found = read(web, Which::One(id)).map_err(|error| Box::new(super::failed(&error)))?;
    match found.into_iter().next() {
        None => Err(Box::new(StatusCode::NOT_FOUND.into_response())),
        Some(seen) if !seen.is_at(clerk, right) => Err(Box::new(super::not_here(web))),
        Some(seen) => Ok(seen),
    }
}

impl Seen {
    /// Whether it is at an office at which the clerk has a right.
    pub(super) fn is_at(&self, clerk: &Clerk, right: Right) -> bool {
        clerk.may_at(right, &self.reservation.span.office)
    }

    pub(super) fn is_booked(&self) -> bool {
        matches!(self.reservation.state, ReservationState::Booked { .. })
    }

    pub(super) fn is_cancelled(&self) -> bool {
        matches!(self.reservation.state, ReservationState::Cancelled { .. })
    }

    /// What may be noted now.
    pub(super) fn marks(&self, now: DateTime<Utc>) -> Vec<Noting> {
        let is_day = self.reservation.span.day <= civil(now).date();
        let has_begun = instant(self.reservation.start()) <= now;
        match self.reservation.state {
            ReservationState::Cancelled { .. } => Vec::new(),
            ReservationState::Came { .. } => vec![Noting::Unmark],
            ReservationState::Missed { .. } => vec![Noting::Came, Noting::Unmark],
            ReservationState::Booked { .. } if has_begun => vec![Noting::Came, Noting::Missed],
            ReservationState::Booked { .. } if is_day => vec![Noting::Came],
            ReservationState::Booked { .. } => Vec::new(),
        }
    }
}

/// What a clerk notes about a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noting {
    Came,
    Missed,
    Unmark,
}

impl Noting {
    const ALL: [Noting; 3] = [Noting::Came, Noting::Missed, Noting::Unmark];

    pub(super) const fn id(self) -> &'static str {
        match self {
            Noting::Came => "came",
            Noting::Missed => "missed",
            Noting::Unmark => "unmark",
        }
    }

    pub(super) fn read(id: &str) -> Option<Noting> {
        Noting::ALL.into_iter().find(|noting| noting.id() == id)
    }

    pub(super) fn order(self, id: ReservationId) -> Order {
        match self {
            Noting::Came => Order::Came(id),
            Noting::Missed => Order::Missed(id),
            Noting::Unmark => Order::Unmark(id),
        }
    }
}

/// What has become of a visit since the list was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    New,
    Changed,
    Cancelled,
}

impl Mark {
    /// Nothing is marked before the first print.
    pub(super) fn of(seen: &Seen, printed: Option<DateTime<Utc>>) -> Option<Mark> {
        let printed = printed?;
        let is_new = seen.reservation.made_at > printed;
        let is_changed = seen.changed_at > printed;
        match seen.reservation.state {
            // Who was never on the paper need not be struck out on it.
            ReservationState::Cancelled { .. } => {
                (is_changed && !is_new).then_some(Mark::Cancelled)
            }
            _ if is_new => Some(Mark::New),
            ReservationState::Booked { .. } => is_changed.then_some(Mark::Changed),
            // The note that somebody came is a change too, but none of the paper's.
            ReservationState::Came { .. } | ReservationState::Missed { .. } => None,
        }
    }
}

/// Carries out an order under the key of its form.
pub(super) async fn order(
    web: &Web,
    clerk: &Clerk,
    key: &str,
    order: Order,
) -> Result<Result<Reservation, OrderRefusal>, AppError> {
    web.app
        .order(format!("staff:{key}"), clerk.name.clone(), order)
        .await
}
