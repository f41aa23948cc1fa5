//! The waiting list held against the book: whoever is next is offered what has come free, in the commit that sees it.

use chrono::{DateTime, TimeDelta, Utc};

use super::Inner;
use crate::desk::reminder::outside_quiet;
use crate::desk::rules::{Rules, civil, instant};
use crate::desk::view::{Change, Outcome, Reply, To};
use crate::desk::{waiting, waitlist};
use crate::store::StoreError;
use crate::store::tx::{Actor, Tx};

/// So many offers are told in one go.
const TOLD_AT_ONCE: u16 = 100;

impl Inner {
    /// Offers freed seats to those who wait for them, and says whether anybody was told. It costs next to nothing while
    /// nobody waits, or nothing has changed since the last look.
    pub(super) fn offer_freed(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        // While nobody can be told, nothing is kept for anybody.
        if tx.freeze()?.is_some() || !tx.must_match(now)? {
            return Ok(false);
        }
        let waits = tx.waits()?;
        let book = tx.book(rules, now)?;
        // Nobody is woken for ten minutes: by night a seat is kept until the morning, and then they are told.
        let calm = instant(outside_quiet(civil(now), &rules.reminders));
        let until = calm + TimeDelta::minutes(i64::from(rules.booking.offer_minutes));
        let made = waiting::offers(rules, &book, &waits, until, now, tx.ids);
        for offer in made {
            tx.apply(&[Change::MakeOffer(offer)], Actor::Desk, now)?;
        }
        if calm > now {
            return Ok(false);
        }
        self.tell_offers(tx, now)
    }

    /// Tells those who have a seat kept and do not know it yet.
    fn tell_offers(&self, tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let mut told = false;
        for offer in tx.untold_offers(TOLD_AT_ONCE)? {
            let wait = tx.wait_of(offer.resident)?;
            tx.offer_told(offer.id, now)?;
            let (Some(phrase), choices) = waitlist::news(&offer, wait.as_ref(), None) else {
                continue;
            };
            let reply = Reply {
                to: To::Resident(offer.resident),
                phrase,
                choices,
                replaces: false,
                case: None,
            };
            let outcome = Outcome {
                replies: vec![reply],
                ..Outcome::default()
            };
            self.put_out(tx, &format!("offer:{}", offer.id), &outcome, None, now)?;
            told = true;
        }
        Ok(told)
    }
}
