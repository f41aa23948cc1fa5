//! What is done in the hall: by staff at the counters, by people at the kiosk and on the page of their ticket.

use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::hall::{papers_state, visit_of};
use super::links::ticket_token;
use super::{App, Inner};
use crate::config::StaffRole;
use crate::desk::feedback::Verdict;
use crate::desk::language::Language;
use crate::desk::phrase::Visit;
use crate::desk::queue::admission::{Admission, AskerKind, Decided, Reason, admit};
use crate::desk::queue::arrival::Arrival;
use crate::desk::queue::estimate::Asker;
use crate::desk::queue::floor::{
    FloorAction, FloorRefusal, FloorView, QueueChange, TicketWish, floor, to_holder,
};
use crate::desk::queue::issue::Here;
use crate::desk::queue::line::Line;
use crate::desk::queue::nearest::nearest;
use crate::desk::queue::notices::notices;
use crate::desk::queue::said::is_live;
use crate::desk::queue::ticket::{Move, Needs, State, Ticket, TicketRefusal};
use crate::desk::queue::view::PapersState;
use crate::desk::reservation::Reservation;
use crate::desk::rules::{OfficeId, Rules, civil};
use crate::desk::view::{Change, Outcome};
use crate::ids::find_code;
use crate::store::feedback as store_feedback;
use crate::store::hall as store_hall;
use crate::store::tx::{Actor, Tx};
use crate::store::{StoreError, tickets};

/// So many wrong codes close a kiosk's keypad for the rest of ten minutes.
const KIOSK_TRIES_MAX: u32 = 60;
const KIOSK_TRIES_MINUTES: i64 = 10;
/// So many free times are named to whoever is not let in.
const FREE_TIMES: usize = 3;

/// What came of a staff action.
#[derive(Clone, Debug)]
pub struct Floored {
    pub ticket: Option<Ticket>,
    /// The page of a new ticket.
    pub token: Option<String>,
}

/// What somebody without a reservation is told before they take a ticket.
#[derive(Clone, Debug)]
pub struct AskedTicket {
    pub admission: Admission,
    pub waiting: usize,
    /// The nearest free reservations, for whoever is not let in.
    pub free: Vec<NaiveDateTime>,
}

/// A new ticket and its page.
#[derive(Clone, Debug)]
pub struct Given {
    pub ticket: Ticket,
    pub token: String,
}

/// What came of a code at the kiosk.
#[derive(Clone, Debug)]
pub enum CheckedIn {
    Given(Box<Given>),
    Arrival {
        arrival: Arrival,
        visit: Visit,
    },
    /// No reservation has this code.
    Unknown,
    /// Too many wrong codes here; ask the staff.
    TooOften,
}

/// A ticket as its own page shows it.
#[derive(Clone, Debug)]
pub struct TicketPage {
    pub ticket: Ticket,
    pub papers: PapersState,
    /// The page of the reservation it is for.
    pub visit_token: Option<String>,
    /// How its holder has found the visit.
    pub verdict: Option<Verdict>,
}

/// What the holder of a ticket does on its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketOrder {
    Late,
    Leave,
    Back,
    Describe(Needs, Language),
}

impl App {
    // What staff do.

    /// Carries out an action of the staff, once for a key.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn floor(
        &self,
        key: String,
        clerk: String,
        office: OfficeId,
        action: FloorAction,
    ) -> Result<Result<Floored, FloorRefusal>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| inner.floor(tx, &key, &clerk, &office, &action, now);
        let done = self.inner.store.write(work).await?;
        if done.is_ok() {
            self.announce(true, true);
            self.inner.halls.touch();
        }
        Ok(done)
    }

    // What happens at the kiosk.

    /// What somebody without a reservation would be told: the range first, or why not and the nearest free times.
    ///
    /// # Errors
    /// The database fails.
    pub async fn ask_ticket(
        &self,
        office: OfficeId,
        asker: Asker,
        from: AskerKind,
    ) -> Result<AskedTicket, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let rules = tx.rules(&inner.config.rules)?;
            let book = tx.book(&rules, now)?;
            let Some(line) = tx.line(&rules, &office, now)? else {
                return Ok(AskedTicket {
                    admission: Admission::Refused(Reason::Closed),
                    waiting: 0,
                    free: Vec::new(),
                });
            };
            let admission = admit(&rules, &line, &asker, now);
            let free = match admission {
                Admission::Admitted(_) => Vec::new(),
                Admission::Refused(reason) => {
                    // Most people at a kiosk go away here, so this is where the decision is kept.
                    if from == AskerKind::Kiosk {
                        let decided = Decided {
                            at: now,
                            admission: admission.clone(),
                            asker: from,
                            reason: String::new(),
                        };
                        let change = QueueChange::Decided(office.clone(), decided, None);
                        tx.apply(&[Change::Queue(Box::new(change))], Actor::Desk, now)?;
                    }
                    let (procedures, people) = (&asker.procedures, asker.people);
                    nearest(&rules, &book, procedures, people, now, reason, FREE_TIMES)
                }
            };
            Ok(AskedTicket {
                admission,
                waiting: line.waiting().count(),
                free,
            })
        };
        self.inner.store.write(work).await
    }

    /// Gives a ticket to somebody without a reservation, once for a key, or says why not.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn give_ticket(
        &self,
        key: String,
        office: OfficeId,
        wish: TicketWish,
    ) -> Result<Result<Given, Reason>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            if let Some(ticket) = inner.given_before(tx, &key)? {
                return inner.given(tx, ticket).map(Ok);
            }
            let rules = tx.rules(&inner.config.rules)?;
            let Some(line) = tx.line(&rules, &office, now)? else {
                return Ok(Err(Reason::Closed));
            };
            let here = Here {
                rules: &rules,
                line: &line,
                now,
            };
            let (changes, given) = here.issue(&wish, tx.ids);
            tx.apply(&changes, Actor::Desk, now)?;
            match given {
                Ok(ticket) => {
                    inner.take_in_for(tx, &key, &ticket, now)?;
                    inner.given(tx, ticket).map(Ok)
                }
                Err(reason) => Ok(Err(reason)),
            }
        };
        let given = self.inner.store.write(work).await?;
        self.inner.halls.touch();
        self.announce(false, given.is_ok());
        Ok(given)
    }

    /// Checks somebody in at the kiosk by the code of their reservation, once for a key.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn check_in(
        &self,
        key: String,
        office: OfficeId,
        device: String,
        code: String,
        language: Language,
        needs: Needs,
    ) -> Result<CheckedIn, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            if let Some(ticket) = inner.given_before(tx, &key)? {
                let given = inner.given(tx, ticket)?;
                return Ok(CheckedIn::Given(Box::new(given)));
            }
            let since = now - TimeDelta::minutes(KIOSK_TRIES_MINUTES);
            if tx.kiosk_tries(&device, since)? >= KIOSK_TRIES_MAX {
                return Ok(CheckedIn::TooOften);
            }
            // What is no code at all is a slip of the finger and tells nobody anything.
            let Some(code) = find_code(&code) else {
                return Ok(CheckedIn::Unknown);
            };
            let found = tx.reservation_with_code(&code)?;
            let Some(reservation) = found else {
                tx.note_kiosk_try(&device, now)?;
                return Ok(CheckedIn::Unknown);
            };
            inner.arrive(tx, &key, &reservation, &office, (language, needs), now)
        };
        let done = self.inner.store.write(work).await?;
        if matches!(done, CheckedIn::Given(_)) {
            self.inner.halls.touch();
            self.announce(true, true);
        }
        Ok(done)
    }

    // A ticket's own page.

    /// The ticket that a page's token names, today and until the end of the next day; nothing for any other token.
    ///
    /// # Errors
    /// The database fails.
    pub fn ticket_page(&self, token: &str) -> Result<Option<TicketPage>, StoreError> {
        let now = self.inner.clock.now();
        let Some(id) = self.ticket_of_token(token)? else {
            return Ok(None);
        };
        let found = self.inner.store.read(|sql| {
            let Some(ticket) = tickets::ticket(sql, id)? else {
                return Ok(None);
            };
            let ready = store_hall::ready(sql, visit_of(&ticket))?;
            let verdict = store_feedback::of_visit(sql, &ticket)?;
            Ok(Some((ticket, ready, verdict)))
        })?;
        let is_recent = |ticket: &Ticket| civil(now).date() - ticket.day <= TimeDelta::days(1);
        let Some((ticket, ready, verdict)) = found.filter(|(ticket, ..)| is_recent(ticket)) else {
            return Ok(None);
        };
        let papers = papers_state(&ticket.procedures, ready.len());
        let visit_token = match ticket.reservation() {
            Some(id) => self.visit_token(id)?,
            None => None,
        };
        Ok(Some(TicketPage {
            ticket,
            papers,
            visit_token,
            verdict,
        }))
    }

    /// Does what the holder of a ticket asks for on its page, once for a key.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn ticket_order(
        &self,
        key: String,
        token: String,
        order: TicketOrder,
    ) -> Result<Result<Ticket, TicketRefusal>, StoreError> {
        let unknown = StoreError::Row("a ticket's page without its ticket");
        let id = self.ticket_of_token(&token)?.ok_or(unknown)?;
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let rules = tx.rules(&inner.config.rules)?;
            let ticket = tx.ticket(id)?.ok_or(StoreError::Row("no such ticket"))?;
            if tx.has_seen(&key)? {
                return Ok(Ok(ticket));
            }
            let step = match order {
                TicketOrder::Late => {
                    let minutes = i64::from(rules.queue.delay_minutes);
                    Move::Delay(now + TimeDelta::minutes(minutes))
                }
                TicketOrder::Leave => Move::Leave,
                TicketOrder::Back => Move::Return,
                TicketOrder::Describe(needs, language) => Move::Describe(needs, language),
            };
            match ticket.go(&step, rules.queue.recalls, now) {
                Ok(ticket) => {
                    tx.take_in(&key, now)?;
                    let office = ticket.office.clone();
                    let change = QueueChange::Step(ticket.clone(), step);
                    tx.apply(&[Change::Queue(Box::new(change))], Actor::Desk, now)?;
                    inner.tell_line(tx, &rules, &office, now)?;
                    Ok(Ok(ticket))
                }
                Err(refusal) => Ok(Err(refusal)),
            }
        };
        let done = self.inner.store.write(work).await?;
        if done.is_ok() {
            self.announce(true, true);
            self.inner.halls.touch();
        }
        Ok(done)
    }
}

impl Inner {
    pub(super) fn floor(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        clerk: &str,
        office: &OfficeId,
        action: &FloorAction,
        now: DateTime<Utc>,
    ) -> Result<Result<Floored, FloorRefusal>, StoreError> {
        // The same key for something else is another action: a form that was changed and sent again.
        let what = Sha256::digest(format!("{clerk}:{office}:{action:?}"));
        let what: String = what[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        let key = &format!("{key}:{what}");
        let is_new = matches!(action, FloorAction::CheckIn { .. } | FloorAction::Issue(_));
        if tx.has_seen(key)? {
            let ticket = match (self.given_before(tx, key)?, action.ticket()) {
                (Some(ticket), _) => Some(ticket),
                (None, Some(id)) => tx.ticket(id)?,
                (None, None) => None,
            };
            let token = match &ticket {
                Some(ticket) if is_new => Some(ticket_token(tx, ticket.id)?),
                _ => None,
            };
            return Ok(Ok(Floored { ticket, token }));
        }
        let rules = tx.rules(&self.config.rules)?;
        let Some(line) = tx.line(&rules, office, now)? else {
            return Ok(Err(FloorRefusal::OfficeCannot));
        };
        let view = self.floor_view(tx, &rules, &line, clerk, action, now)?;
        let done = match floor(&rules, &view, clerk, action, now, tx.ids) {
            Ok(done) => done,
            Err(refusal) => {
                self.keep_refused(tx, office, &refusal, now)?;
                return Ok(Err(refusal));
            }
        };
        tx.apply(&done.outcome.changes, Actor::Clerk(clerk), now)?;
        match &done.ticket {
            Some(ticket) => self.take_in_for(tx, key, ticket, now)?,
            None => drop(tx.take_in(key, now)?),
        }
        self.put_out(tx, key, &done.outcome, None, now)?;
        self.tell_line(tx, &rules, office, now)?;
        let token = match (&done.ticket, is_new) {
            (Some(ticket), true) => Some(ticket_token(tx, ticket.id)?),
            _ => None,
        };
        Ok(Ok(Floored {
            ticket: done.ticket,
            token,
        }))
    }

    /// What an action of the staff looks at.
    fn floor_view<'a>(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        line: &'a Line,
        clerk: &str,
        action: &FloorAction,
        now: DateTime<Utc>,
    ) -> Result<FloorView<'a>, StoreError> {
        let ticket = match action.ticket() {
            Some(id) => tx.ticket(id)?,
            None => None,
        };
        let (reservation, before) = match action {
            FloorAction::CheckIn { reservation, .. } => (
                tx.reservation(*reservation)?,
                tx.ticket_of_reservation(*reservation)?,
            ),
            _ => (None, None),
        };
        let lines = tx.lines(rules, now)?;
        let others = lines.iter().filter(|other| other.office != line.office);
        let seat = others.filter_map(|other| other.counter_of(clerk)).next();
        Ok(FloorView {
            line,
            ticket,
            reservation,
            office: &line.office,
            before,
            may_all: self.config.staff.role(clerk) == Some(StaffRole::Supervisor),
            seat_elsewhere: seat.map(|counter| counter.number),
        })
    }

    fn arrive(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        reservation: &Reservation,
        office: &OfficeId,
        who: (Language, Needs),
        now: DateTime<Utc>,
    ) -> Result<CheckedIn, StoreError> {
        let rules = tx.rules(&self.config.rules)?;
        let visit = Visit::of(reservation);
        let Some(line) = tx.line(&rules, office, now)? else {
            let arrival = Arrival::OtherOffice;
            return Ok(CheckedIn::Arrival { arrival, visit });
        };
        let here = Here {
            rules: &rules,
            line: &line,
            now,
        };
        let before = tx.ticket_of_reservation(reservation.id)?;
        match here.check_in(reservation, before.as_ref(), Some(office), who, tx.ids) {
            Ok(arrived) => {
                tx.apply(&arrived.changes, Actor::Desk, now)?;
                self.take_in_for(tx, key, &arrived.ticket, now)?;
                let mut outcome = Outcome::default();
                if let Some(resident) = arrived.ticket.resident {
                    let reply = to_holder(resident, arrived.said, &arrived.ticket);
                    outcome.replies.push(reply);
                }
                self.put_out(tx, key, &outcome, None, now)?;
                let given = self.given(tx, arrived.ticket)?;
                Ok(CheckedIn::Given(Box::new(given)))
            }
            // Whoever has checked in and asks again gets the same ticket again.
            Err(Arrival::AlreadyHere) => match before {
                Some(ticket) if is_live(&ticket) => {
                    let ticket = self.back_in_line(tx, &rules, ticket, now)?;
                    Ok(CheckedIn::Given(Box::new(self.given(tx, ticket)?)))
                }
                _ => Ok(CheckedIn::Arrival {
                    arrival: Arrival::AlreadyHere,
                    visit,
                }),
            },
            Err(arrival) => Ok(CheckedIn::Arrival { arrival, visit }),
        }
    }

    /// Whoever missed their call and is here now stands in the line again.
    fn back_in_line(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        ticket: Ticket,
        now: DateTime<Utc>,
    ) -> Result<Ticket, StoreError> {
        if !matches!(ticket.state, State::Missed { .. }) {
            return Ok(ticket);
        }
        let office = ticket.office.clone();
        let Ok(back) = ticket.go(&Move::Return, rules.queue.recalls, now) else {
            return Err(StoreError::Row("a missed ticket that does not come back"));
        };
        let change = QueueChange::Step(back.clone(), Move::Return);
        tx.apply(&[Change::Queue(Box::new(change))], Actor::Desk, now)?;
        self.tell_line(tx, rules, &office, now)?;
        Ok(back)
    }

    fn given(&self, tx: &mut Tx<'_>, ticket: Ticket) -> Result<Given, StoreError> {
        let token = ticket_token(tx, ticket.id)?;
        Ok(Given { ticket, token })
    }

    /// Whoever was not let in counts in the report, also when staff asked for them.
    fn keep_refused(
        &self,
        tx: &mut Tx<'_>,
        office: &OfficeId,
        refusal: &FloorRefusal,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let FloorRefusal::Admission(reason) = refusal else {
            return Ok(());
        };
        let decided = Decided {
            at: now,
            admission: Admission::Refused(*reason),
            asker: AskerKind::Clerk,
            reason: String::new(),
        };
        let change = QueueChange::Decided(office.clone(), decided, None);
        tx.apply(&[Change::Queue(Box::new(change))], Actor::Desk, now)
    }

    /// The ticket that a key has led to before.
    fn given_before(&self, tx: &Tx<'_>, key: &str) -> Result<Option<Ticket>, StoreError> {
        match tx.given_for(key)? {
            Some(id) => tx.ticket(id),
            None => Ok(None),
        }
    }

    /// A key is kept with the ticket it led to, so that the same key leads to the same ticket.
    fn take_in_for(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        ticket: &Ticket,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        tx.take_in(key, now)?;
        tx.keep_given(key, ticket.id)
    }

    /// Tells those in the line who hear something now: few before them, next, longer than was told.
    pub(super) fn tell_line(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        office: &OfficeId,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let Some(line) = tx.line(rules, office, now)? else {
            return Ok(0);
        };
        let heard = tx.notices_of(office, line.day)?;
        let outcome = notices(
            rules,
            &line,
            |ticket, notice| heard.contains(&(ticket.id, notice.id().to_owned())),
            now,
        );
        if outcome.replies.is_empty() {
            return Ok(0);
        }
        tx.apply(&outcome.changes, Actor::Desk, now)?;
        let key = format!("line:{office}:{}", tx.ids.next(now));
        Ok(self.put_out(tx, &key, &outcome, None, now)?.len())
    }
}
