//! What staff do in the book and to whole days.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};

use sha2::{Digest, Sha256};

use super::{App, Inner};
use crate::desk::audit as words;
use crate::desk::calendar::{self, Entry};
use crate::desk::choice::Choice;
use crate::desk::clerk::{self, ClerkView, Order, OrderRefusal, Ordered, Wish};
use crate::desk::closing::{self, ClosingReason};
use crate::desk::phrase::{Phrase, Visit};
use crate::desk::reservation::Reservation;
use crate::desk::rules::{OfficeId, Rules};
use crate::desk::slots::{Book, Span, is_outside};
use crate::desk::view::{Change, Outcome, Reply, To};
use crate::desk::waiting::{Offer, OfferEnd};
use crate::desk::waitlist;
use crate::ids::ReservationId;
use crate::store::StoreError;
use crate::store::tx::{Actor, Tx};

/// What came of closing a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    /// Reservations that stand outside now and whose residents have been told or must be called.
    pub affected: usize,
    /// Those of them for whom other times are kept.
    pub offered: usize,
    /// Those whom no message reaches: they are on the call list.
    pub to_call: usize,
}

impl App {
    /// Carries out a clerk's order, once for a key.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn order(
        &self,
        key: String,
        who: String,
        order: Order,
    ) -> Result<Result<Reservation, OrderRefusal>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| inner.order(tx, &key, &who, &order, now);
        let done = self.inner.store.write(work).await?;
        if done.is_ok() {
            self.announce(true, true);
        }
        Ok(done)
    }

    /// Carries out many orders in one commit, each with what became of it; without `apply` they are only tried, and
    /// nothing is kept.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn take_over(
        &self,
        who: String,
        orders: Vec<(u64, Order)>,
        apply: bool,
    ) -> Result<Vec<(u64, Result<Reservation, OrderRefusal>)>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let done = Arc::new(Mutex::new(Vec::new()));
        let results = Arc::clone(&done);
        let work = move |tx: &mut Tx<'_>| {
            for (line, order) in orders {
                // The same row again, from a file that was mended, has its effect once.
                let row = Sha256::digest(format!("{order:?}"));
                let key = format!("import:{row:x}");
                let result = inner.order(tx, &key, &who, &order, now)?;
                let mut results = results.lock().unwrap_or_else(PoisonError::into_inner);
                results.push((line, result));
            }
            if apply {
                Ok(())
            } else {
                Err(StoreError::Tried)
            }
        };
        match self.inner.store.write(work).await {
            Ok(()) | Err(StoreError::Tried) => {}
            Err(error) => return Err(error),
        }
        if apply {
            self.announce(true, true);
        }
        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(std::mem::take(&mut done))
    }

    /// Enters something into the calendar, and offers other times to everybody whose reservation stands outside of what
    /// is open then. They are told at once, by night too: the day may be today.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn close_day(
        &self,
        entry: Entry,
        reason: ClosingReason,
    ) -> Result<Closed, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| inner.close_day(tx, &entry, reason, now);
        let closed = self.inner.store.write(work).await?;
        self.announce(true, true);
        Ok(closed)
    }

    /// The times at which a clerk can reserve on the day of the wish. `moving` is a reservation that would be moved.
    ///
    /// # Errors
    /// The database fails.
    pub async fn free_times(
        &self,
        wish: Wish,
        moving: Option<ReservationId>,
        beyond: bool,
    ) -> Result<Vec<Span>, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let rules = tx.rules(&inner.config.rules)?;
            let book = tx.book_with(&rules, Some(&wish), now)?;
            let own = match moving {
                Some(id) => tx.own_spans(id)?,
                None => Vec::new(),
            };
            Ok(clerk::free(&rules, &book, &wish, &own, beyond, now))
        };
        self.inner.store.write(work).await
    }

    /// The rules in force with what staff have entered, and the book of all bookable days.
    ///
    /// # Errors
    /// The database fails.
    pub async fn rules_and_book(&self) -> Result<(Arc<Rules>, Arc<Book>), StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let rules = tx.rules(&inner.config.rules)?;
            let book = tx.book(&rules, now)?;
            Ok((rules, book))
        };
        self.inner.store.write(work).await
    }

    /// Notes that the list of a day was printed.
    ///
    /// # Errors
    /// The database fails.
    pub async fn note_print(
        &self,
        office: OfficeId,
        day: NaiveDate,
        who: String,
    ) -> Result<(), StoreError> {
        let now = self.inner.clock.now();
        self.inner
            .store
            .write(move |tx| tx.note_print(&office, day, &who, now))
            .await
    }
}

/// What a clerk noted with an order: the contact of a caller, and why the rules were left aside.
fn keep_words(
    tx: &Tx<'_>,
    who: &str,
    order: &Order,
    reservation: &Reservation,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if let Order::Book {
        contact, beyond, ..
    } = order
    {
        let contact = contact.checked().unwrap_or_default();
        tx.keep_contact(reservation.id, who, &contact, beyond.as_deref())?;
    }
    if let Order::Book {
        beyond: Some(why), ..
    }
    | Order::Move {
        beyond: Some(why), ..
    } = order
    {
        // The reason is somebody's words: it stands with the reservation and goes with what was noted there.
        if matches!(order, Order::Move { .. }) {
            tx.keep_reason(reservation.id, why)?;
        }
        let subject = reservation.id.to_string();
        let after = words::reservation(reservation);
        tx.audit(Actor::Clerk(who), "beyond-rules", &subject, "", &after, now)?;
    }
    Ok(())
}

impl Inner {
    fn order(
        &self,
        tx: &mut Tx<'_>,
        key: &str,
        who: &str,
        order: &Order,
        now: DateTime<Utc>,
    ) -> Result<Result<Reservation, OrderRefusal>, StoreError> {
        if tx.has_seen(key)? {
            return Ok(Err(OrderRefusal::Repeated));
        }
        let rules = tx.rules(&self.config.rules)?;
        self.offer_freed(tx, &rules, now)?;
        let book = tx.book_with(&rules, order.wish(), now)?;
        let reservation = match order.about() {
            Some(id) => tx.reservation(id)?,
            None => None,
        };
        let resident = match order {
            Order::Book { language, .. } => tx.caller(*language, now)?,
            _ => reservation
                .as_ref()
                .map_or(crate::ids::ResidentId(0), |r| r.resident),
        };
        let own = match order.about() {
            Some(id) => tx.own_spans(id)?,
            None => Vec::new(),
        };
        let view = ClerkView {
            book: &book,
            reservation: reservation.as_ref(),
            own: &own,
            resident,
        };
        let done = match clerk::order(&rules, view, order, now, tx.ids) {
            Ok(done) => done,
            Err(refusal) => {
                // The caller was made for nothing; it must not stay behind.
                if matches!(order, Order::Book { .. }) {
                    tx.forget_caller(resident)?;
                }
                return Ok(Err(refusal));
            }
        };
        let Ordered {
            outcome,
            reservation,
        } = done;
        tx.take_in(key, now)?;
        tx.apply(&outcome.changes, Actor::Clerk(who), now)?;
        keep_words(tx, who, order, &reservation, now)?;
        self.put_out(tx, key, &outcome, None, now)?;
        self.offer_freed(tx, &rules, now)?;
        Ok(Ok(reservation))
    }

    fn close_day(
        &self,
        tx: &mut Tx<'_>,
        entry: &Entry,
        reason: ClosingReason,
        now: DateTime<Utc>,
    ) -> Result<Closed, StoreError> {
        let before = tx.rules(&self.config.rules)?;
        let entries = match entry.change {
            calendar::Change::Rule => before.calendar.taken_back(entry),
            _ => vec![entry.clone()],
        };
        entries.iter().try_for_each(|entry| tx.enter(entry))?;
        let rules = tx.rules(&self.config.rules)?;
        self.lift(tx, &rules, entry.day, now)?;
        let mut affected = Vec::new();
        for office in &rules.offices {
            if entry.office.as_ref().is_some_and(|only| *only != office.id) {
                continue;
            }
            for reservation in tx.booked_on(&office.id, entry.day)? {
                let is_ahead = crate::desk::rules::instant(reservation.start()) > now;
                if is_ahead
                    && is_outside(&rules, &reservation.span)
                    && !tx.has_open_offer(reservation.id)?
                {
                    affected.push(reservation);
                }
            }
        }
        affected.sort_by_key(|r| (r.start(), r.id));
        let book = tx.book(&rules, now)?;
        let offers = closing::offers(&rules, &book, &affected, now, tx.ids);
        let mut closed = Closed {
            affected: affected.len(),
            ..Closed::default()
        };
        for (reservation, offer) in affected.iter().zip(offers) {
            closed.offered += usize::from(!offer.holds.is_empty());
            closed.to_call +=
                usize::from(!self.tell_closing(tx, reservation, offer, reason, now)?);
        }
        Ok(closed)
    }

    /// Visits of a day that can take place after all: what was kept in their place is free again, and their residents are
    /// told.
    fn lift(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        day: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        for office in &rules.offices {
            for reservation in tx.booked_on(&office.id, day)? {
                if is_outside(rules, &reservation.span) {
                    continue;
                }
                for offer in tx.open_offers_of(reservation.id)? {
                    tx.apply(
                        &[Change::EndOffer(offer, OfferEnd::Declined)],
                        Actor::Desk,
                        now,
                    )?;
                    let phrase = Phrase::ClosingLifted {
                        visit: Visit::of(&reservation),
                    };
                    let reply = Reply {
                        to: To::Resident(reservation.resident),
                        phrase,
                        choices: vec![
                            Choice::Change(reservation.id),
                            Choice::Cancel(reservation.id),
                        ],
                        replaces: false,
                        case: None,
                    };
                    let outcome = Outcome {
                        replies: vec![reply],
                        ..Outcome::default()
                    };
                    self.put_out(tx, &format!("lifted:{offer}"), &outcome, None, now)?;
                }
            }
        }
        Ok(())
    }

    /// Keeps the times and tells the resident; says whether a message goes out.
    fn tell_closing(
        &self,
        tx: &mut Tx<'_>,
        reservation: &Reservation,
        offer: Offer,
        reason: ClosingReason,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        tx.apply(&[Change::MakeOffer(offer.clone())], Actor::Desk, now)?;
        tx.offer_told(offer.id, now)?;
        let (_, choices) = waitlist::news(&offer, None, Some(reservation));
        let times = offer.holds.iter().map(|hold| (hold.id, hold.span.start()));
        let phrase = Phrase::ClosingNews {
            visit: Visit::of(reservation),
            reason,
            times: times.collect(),
            until: crate::desk::rules::civil(offer.until),
        };
        let reply = Reply {
            to: To::Resident(reservation.resident),
            phrase,
            choices,
            replaces: false,
            case: None,
        };
        let outcome = Outcome {
            replies: vec![reply],
            ..Outcome::default()
        };
        let written = self.put_out(tx, &format!("closing:{}", offer.id), &outcome, None, now)?;
        // Where nothing could be kept there is nothing to wait for: they are on the call list at once.
        if offer.holds.is_empty() {
            let end = Change::EndOffer(offer.id, OfferEnd::Lapsed);
            tx.apply(&[end], Actor::Desk, now)?;
        }
        Ok(!written.is_empty() && tx.is_reachable(reservation.resident)?)
    }
}
