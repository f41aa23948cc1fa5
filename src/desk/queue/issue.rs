//! New tickets: for a reservation whose holder is here, and for somebody without one.

use chrono::{DateTime, Utc};

use super::admission::{Admission, AskerKind, Decided, Reason, admit, admit_from_afar};
use super::arrival::{self, Arrival};
use super::estimate::Asker;
use super::floor::{QueueChange, TicketWish};
use super::line::Line;
use super::said::Said;
use super::ticket::{Needs, Origin, State, Ticket, TicketNumber};
use crate::desk::language::Language;
use crate::desk::reservation::Reservation;
use crate::desk::rules::{OfficeId, Rules, civil, instant};
use crate::desk::view::Change;
use crate::ids::{IdSource, TicketId};

/// Where new tickets are given: for staff, at the kiosk, in a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    pub rules: &'a Rules,
    pub line: &'a Line,
    pub now: DateTime<Utc>,
}

/// Somebody with a reservation who is here now.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub ticket: Ticket,
    /// What is said with it.
    pub said: Said,
    pub changes: Vec<Change>,
}

impl Here<'_> {
    /// Gives a reservation its ticket. `before` is the newest one it had: whoever went and comes again gets another one,
    /// behind those who wait.
    ///
    /// # Errors
    /// Says how else somebody arrives.
    pub fn check_in(
        &self,
        reservation: &Reservation,
        before: Option<&Ticket>,
        at: Option<&OfficeId>,
        (language, needs): (Language, Needs),
        ids: &mut IdSource,
    ) -> Result<Arrived, Arrival> {
        let (again, here) = match before.map(|ticket| &ticket.state) {
            None => (false, reservation.clone()),
            Some(State::Left { .. }) => {
                let back = reservation.clone().unmarked();
                (true, back.map_err(|_| Arrival::Cancelled)?)
            }
            Some(_) => return Err(Arrival::AlreadyHere),
        };
        let late = match arrival::judge(self.rules, &here, at, self.now) {
            Arrival::InTime if again => here.start() < civil(self.now),
            Arrival::InTime => false,
            Arrival::Late { .. } => true,
            other => return Err(other),
        };
        let office = self
            .rules
            .office(&self.line.office)
            .ok_or(Arrival::Closed)?;
        let came = reservation
            .clone()
            .came(self.now)
            .map_err(|_| Arrival::Cancelled)?;
        let due = instant(reservation.start());
        let number = TicketNumber {
            letter: office.series.booked,
            n: self.line.last_booked + 1,
        };
        let origin = Origin::Booked {
            reservation: reservation.id,
            due,
            late,
        };
        let order_at = if late { self.now } else { due };
        let mut ticket = self.ticket(number, origin, ids);
        ticket.order_at = order_at;
        ticket.resident = Some(reservation.resident);
        ticket.language = language;
        ticket.needs = needs;
        ticket.procedures.clone_from(&reservation.procedures);
        ticket.people = reservation.people;
        let said = Said::issued(self.rules, self.line, &ticket, self.now);
        ticket.told = said.wait();
        let changes = vec![
            Change::Mark(came),
            Change::Queue(Box::new(QueueChange::Issue(ticket.clone()))),
        ];
        Ok(Arrived {
            ticket,
            said,
            changes,
        })
    }

    /// Gives a ticket to somebody without a reservation, or the reason why not; the decision is kept either way.
    pub fn issue(
        &self,
        wish: &TicketWish,
        ids: &mut IdSource,
    ) -> (Vec<Change>, Result<Ticket, Reason>) {
        let asker = Asker {
            procedures: wish.procedures.clone(),
            people: wish.people,
        };
        let admission = match wish.from {
            AskerKind::Phone => admit_from_afar(self.rules, self.line, &asker, self.now),
            AskerKind::Kiosk | AskerKind::Clerk => admit(self.rules, self.line, &asker, self.now),
        };
        let office = self.rules.office(&self.line.office);
        let letter = office.and_then(|office| office.series.walk_in);
        let given = match (&admission, letter, &wish.beyond) {
            (Admission::Admitted(wait), Some(letter), _) => Ok((letter, Some(wait.told()))),
            // Staff may let in whom the simulation would send away, not whom the office cannot serve at all.
            (
                Admission::Refused(
                    Reason::BookedDelayed | Reason::DayEnds | Reason::NoCounter | Reason::Over,
                ),
                Some(letter),
                Some(_),
            ) => Ok((letter, None)),
            (Admission::Refused(reason), ..) => Err(*reason),
            (Admission::Admitted(_), None, _) => Err(Reason::ReservationOnly),
        };
        let decided = Decided {
            at: self.now,
            admission,
            asker: wish.from,
            reason: wish.beyond.clone().unwrap_or_default(),
        };
        let office = self.line.office.clone();
        let given = given.map(|(letter, told)| {
            let n = self.line.last_walk_in + 1;
            let mut ticket = self.ticket(TicketNumber { letter, n }, Origin::WalkIn, ids);
            ticket.resident = wish.resident;
            ticket.language = wish.language;
            ticket.needs = wish.needs;
            ticket.procedures.clone_from(&wish.procedures);
            ticket.people = wish.people;
            ticket.told = told;
            ticket
        });
        let id = given.as_ref().ok().map(|ticket| ticket.id);
        let mut changes: Vec<QueueChange> = Vec::new();
        changes.extend(given.iter().cloned().map(QueueChange::Issue));
        changes.push(QueueChange::Decided(office, decided, id));
        let changes = changes.into_iter().map(|c| Change::Queue(Box::new(c)));
        (changes.collect(), given)
    }

    fn ticket(&self, number: TicketNumber, origin: Origin, ids: &mut IdSource) -> Ticket {
        Ticket {
            id: TicketId(ids.next(self.now)),
            office: self.line.office.clone(),
            day: self.line.day,
            number,
            origin,
            resident: None,
            language: Language::Ja,
            needs: Needs::default(),
            procedures: Vec::new(),
            people: 1,
            state: State::Waiting,
            issued_at: self.now,
            order_at: self.now,
            waiting_since: self.now,
            priority: None,
            not_before: None,
            delays: 0,
            only: None,
            note: String::new(),
            told: None,
        }
    }
}
