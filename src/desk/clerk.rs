//! What staff do in the book: reserve, move and cancel for somebody, and note who came. The rules are those of the
//! residents; a supervisor may leave limits and windows aside and take the reserve, with a reason. Nobody books a closed
//! door or a seat that is taken.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::calendar::Closed;
use super::choice::Choice;
use super::faq::Action;
use super::language::Language;
use super::mask::mask;
use super::phrase::{Phrase, Visit};
use super::procedure::Procedure;
use super::reminder;
use super::reservation::{Refusal, Reservation, ReservationState, Who};
use super::rules::{OfficeId, Rules, Window, civil};
use super::slots::{Book, Search, Share, Span};
use super::view::{Change, Outcome, Reply, To, Turn};
use crate::ids::{IdSource, ReservationId, ResidentId};

/// What staff note for somebody they reserve for. All of it is optional and deleted after the visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The name as it is read.
    pub reading: String,
    pub phone: String,
    pub note: String,
}

/// The longest parts of a contact in characters.
pub const READING_CHARS_MAX: usize = 40;
pub const PHONE_CHARS_MAX: usize = 20;
pub const NOTE_CHARS_MAX: usize = 200;

impl Contact {
    /// Without spaces at the ends and without what nobody may keep, or nothing when a part is too long.
    #[must_use]
    pub fn checked(&self) -> Option<Contact> {
        let plain = |text: &str| -> String {
            let words = text.chars().map(|c| if c.is_control() { ' ' } else { c });
            words.collect::<String>().trim().to_owned()
        };
        let fits = |text: &str, most| text.trim().chars().count() <= most;
        let fits = fits(&self.reading, READING_CHARS_MAX)
            && fits(&self.phone, PHONE_CHARS_MAX)
            && fits(&self.note, NOTE_CHARS_MAX);
        // A telephone number is what the field is for; a My Number has twelve digits and is masked all the same.
        let digits = self.phone.chars().filter(char::is_ascii_digit).count();
        let phone = if digits > 11 {
            mask(&plain(&self.phone)).text
        } else {
            plain(&self.phone)
        };
        fits.then(|| Contact {
            reading: mask(&plain(&self.reading)).text,
            phone,
            note: mask(&plain(&self.note)).text,
        })
    }
}

/// What a clerk wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    Book {
        wish: Wish,
        language: Language,
        contact: Contact,
        /// Why the rules are left aside.
        beyond: Option<String>,
    },
    Move {
        id: ReservationId,
        wish: Wish,
        beyond: Option<String>,
    },
    Cancel(ReservationId),
    Came(ReservationId),
    Missed(ReservationId),
    Unmark(ReservationId),
}

/// What, for how many, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub office: OfficeId,
    pub procedures: Vec<Procedure>,
    pub people: u8,
    pub start: NaiveDateTime,
}

impl Order {
    /// What it asks the book for.
    #[must_use]
    pub fn wish(&self) -> Option<&Wish> {
        match self {
            Order::Book { wish, .. } | Order::Move { wish, .. } => Some(wish),
            _ => None,
        }
    }

    /// The reservation it is about.
    #[must_use]
    pub fn about(&self) -> Option<ReservationId> {
        match self {
            Order::Book { .. } => None,
            Order::Move { id, .. }
            | Order::Cancel(id)
            | Order::Came(id)
            | Order::Missed(id)
            | Order::Unmark(id) => Some(*id),
        }
    }
}

/// Why an order is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderRefusal {
    UnknownOffice,
    NoProcedures,
    /// The office does not do these.
    NotThere(Vec<Procedure>),
    People {
        most: u8,
    },
    ContactTooLong,
    Closed(Closed),
    /// Before the first or after the last day, or too soon; a supervisor may with a reason.
    OutsideWindow,
    /// The time is taken, or not one at which visits begin.
    Taken,
    NoSuchReservation,
    Over,
    Past,
    Ahead,
    /// Only a supervisor may leave the rules aside.
    NotAllowed,
    /// The very same form was sent before, and has had its effect.
    Repeated,
}

impl From<Refusal> for OrderRefusal {
    fn from(refusal: Refusal) -> OrderRefusal {
        match refusal {
            Refusal::Over => OrderRefusal::Over,
            Refusal::Past => OrderRefusal::Past,
            Refusal::Ahead => OrderRefusal::Ahead,
        }
    }
}

/// What a clerk's order may look at.
#[derive(Clone, Copy, Debug)]
pub struct ClerkView<'a> {
    pub book: &'a Book,
    pub reservation: Option<&'a Reservation>,
    /// What counts as free for it: its own place, and the times that are kept for its resident in its stead.
    pub own: &'a [Span],
    /// For whom a new reservation is.
    pub resident: ResidentId,
}

/// A carried out order.
#[derive(Clone, Debug)]
pub struct Ordered {
    pub outcome: Outcome,
    pub reservation: Reservation,
}

/// Carries an order out.
///
/// # Errors
/// Says why not; nothing changes then.
pub fn order(
    rules: &Rules,
    view: ClerkView<'_>,
    order: &Order,
    now: DateTime<Utc>,
    ids: &mut IdSource,
) -> Result<Ordered, OrderRefusal> {
    let known = || {
        view.reservation
            .cloned()
            .ok_or(OrderRefusal::NoSuchReservation)
    };
    match order {
        Order::Book {
            wish,
            contact,
            beyond,
            ..
        } => {
            contact.checked().ok_or(OrderRefusal::ContactTooLong)?;
            let span = place(rules, view.book, wish, &[], beyond.is_some(), now)?;
            let reservation = Reservation {
                id: ReservationId(ids.next(now)),
                code: ids.reservation_code(),
                resident: view.resident,
                procedures: wish.procedures.clone(),
                people: wish.people,
                span,
                state: ReservationState::Booked { coming: None },
                made_at: now,
            };
            let mut outcome = staff_outcome();
            outcome.changes.push(Change::Reserve(reservation.clone()));
            remind(&mut outcome, rules, &reservation, now);
            Ok(Ordered {
                outcome,
                reservation,
            })
        }
        Order::Move { wish, beyond, .. } => {
            relocate(rules, view, known()?, wish, beyond.is_some(), now)
        }
        Order::Cancel(_) => cancel(known()?, now),
        Order::Came(_) => mark(known()?.came(now)?),
        Order::Missed(_) => mark(known()?.missed(now)?),
        Order::Unmark(_) => mark(known()?.unmarked()?),
    }
}

/// Moves a reservation and tells its resident.
fn relocate(
    rules: &Rules,
    view: ClerkView<'_>,
    old: Reservation,
    wish: &Wish,
    beyond: bool,
    now: DateTime<Utc>,
) -> Result<Ordered, OrderRefusal> {
    let before = old.start();
    let span = place(rules, view.book, wish, view.own, beyond, now)?;
    let moved = old.change(wish.procedures.clone(), wish.people, span, now)?;
    let mut outcome = staff_outcome();
    outcome.changes.push(Change::Forget(moved.id));
    outcome.changes.push(Change::Move(moved.clone()));
    remind(&mut outcome, rules, &moved, now);
    let visit = Visit::of(&moved);
    let phrase = Phrase::Moved { old: before, visit };
    let choices = vec![Choice::Change(moved.id), Choice::Cancel(moved.id)];
    tell(&mut outcome, &moved, phrase, choices);
    Ok(Ordered {
        outcome,
        reservation: moved,
    })
}

/// Cancels a reservation and tells its resident.
fn cancel(old: Reservation, now: DateTime<Utc>) -> Result<Ordered, OrderRefusal> {
    let cancelled = old.cancel(Who::Clerk, now)?;
    let mut outcome = staff_outcome();
    outcome.changes.push(Change::Forget(cancelled.id));
    outcome.changes.push(Change::Cancel(cancelled.clone()));
    let phrase = Phrase::Cancelled {
        visit: Visit::of(&cancelled),
    };
    tell(
        &mut outcome,
        &cancelled,
        phrase,
        vec![Choice::Action(Action::Book)],
    );
    Ok(Ordered {
        outcome,
        reservation: cancelled,
    })
}

fn mark(marked: Reservation) -> Result<Ordered, OrderRefusal> {
    let mut outcome = staff_outcome();
    outcome.changes.push(Change::Mark(marked.clone()));
    Ok(Ordered {
        outcome,
        reservation: marked,
    })
}

/// The times at which staff may reserve, as the book stands.
#[must_use]
pub fn free(
    rules: &Rules,
    book: &Book,
    wish: &Wish,
    own: &[Span],
    beyond: bool,
    now: DateTime<Utc>,
) -> Vec<Span> {
    let Some(office) = rules.office(&wish.office) else {
        return Vec::new();
    };
    let own: Vec<&Span> = own.iter().collect();
    let (window, share) = if beyond {
        (Window::OPEN, Share::All)
    } else {
        (
            rules.window(Some(office), &wish.procedures),
            Share::Bookable,
        )
    };
    let search = Search {
        rules,
        book,
        now,
        office,
        minutes: rules.minutes(&wish.procedures, wish.people),
        window,
        share,
        own: &own,
    };
    search.free(wish.start.date())
}

fn place(
    rules: &Rules,
    book: &Book,
    wish: &Wish,
    own: &[Span],
    beyond: bool,
    now: DateTime<Utc>,
) -> Result<Span, OrderRefusal> {
    let office = rules
        .office(&wish.office)
        .ok_or(OrderRefusal::UnknownOffice)?;
    let named: BTreeSet<Procedure> = wish.procedures.iter().copied().collect();
    if wish.procedures.is_empty() || named.len() < wish.procedures.len() {
        return Err(OrderRefusal::NoProcedures);
    }
    let not_there = wish
        .procedures
        .iter()
        .filter(|p| !office.procedures.contains(p));
    let not_there: Vec<Procedure> = not_there.copied().collect();
    if !not_there.is_empty() {
        return Err(OrderRefusal::NotThere(not_there));
    }
    let most = rules.booking.people_max;
    if wish.people == 0 || wish.people > most {
        return Err(OrderRefusal::People { most });
    }
    let day = wish.start.date();
    rules
        .calendar
        .hours_at(&office.id, day)
        .map_err(OrderRefusal::Closed)?;
    let free = free(rules, book, wish, own, beyond, now);
    let found = free.into_iter().find(|span| span.start() == wish.start);
    found.ok_or_else(|| {
        let today = civil(now).date();
        let window = rules.window(Some(office), &wish.procedures);
        let is_inside = window.first_day(today) <= day && day <= window.last_day(today);
        if is_inside {
            OrderRefusal::Taken
        } else {
            OrderRefusal::OutsideWindow
        }
    })
}

fn staff_outcome() -> Outcome {
    Outcome {
        turn: Turn::Person,
        ..Outcome::default()
    }
}

fn remind(outcome: &mut Outcome, rules: &Rules, reservation: &Reservation, now: DateTime<Utc>) {
    let reminders = reminder::plan(reservation, &rules.reminders, now);
    outcome
        .changes
        .extend(reminders.into_iter().map(Change::Remind));
}

fn tell(outcome: &mut Outcome, reservation: &Reservation, phrase: Phrase, choices: Vec<Choice>) {
    outcome.replies.push(Reply {
        to: To::Resident(reservation.resident),
        phrase,
        choices,
        replaces: false,
        case: None,
    });
}
