//! Words about answers, visits and cases: asking after a visit, the page of a ticket, and what they add up to.

use chrono::{DateTime, TimeDelta, Utc};

use super::{App, Inner};
use crate::desk::feedback::{ASK_HOURS_MAX, Kind, Reason, Verdict, ask_after_visits, is_time};
use crate::desk::language::Language;
use crate::desk::rules::Rules;
use crate::locale::reason_id;
use crate::store::StoreError;
use crate::store::feedback;
use crate::store::tx::{Actor, Tx};

pub use crate::desk::feedback::tally::Tally;

/// So far back words are added up.
const TALLIED_DAYS: i64 = 371;

impl Inner {
    /// Asks those whose visit ended some minutes ago, and says how many.
    pub(super) fn ask_after_visits(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        if !is_time(rules, now) {
            return Ok(0);
        }
        let minutes = i64::from(rules.feedback.visit_after_minutes);
        let until = now - TimeDelta::minutes(minutes);
        let span = (until - TimeDelta::hours(ASK_HOURS_MAX), until);
        let visits = tx.visits_to_ask(span, self.config.limits.reminders_per_tick)?;
        let mut count = 0;
        for (key, outcome) in ask_after_visits(rules, visits, now) {
            tx.apply(&outcome.changes, Actor::Desk, now)?;
            count += self.put_out(tx, &key, &outcome, None, now)?.len();
        }
        Ok(count)
    }
}

impl App {
    /// What was said about answers, visits and cases in the last year.
    ///
    /// # Errors
    /// The database fails.
    pub fn tallies(&self) -> Result<Vec<Tally>, StoreError> {
        let since = self.inner.clock.now() - TimeDelta::days(TALLIED_DAYS);
        self.inner.store.read(|sql| feedback::tallies(sql, since))
    }

    /// A reason in words.
    #[must_use]
    pub fn reason_words(&self, reason: Reason, language: Language) -> String {
        self.words(reason_id(reason), language)
    }

    /// Keeps what the holder of a ticket says about the visit on its page; false while it is not over. Saying the same
    /// twice is the same as once, so it needs no key.
    ///
    /// # Errors
    /// The database fails; nothing has happened then.
    pub async fn rate_visit(&self, token: &str, verdict: Verdict) -> Result<bool, StoreError> {
        let unknown = StoreError::Row("a ticket's page without its ticket");
        let id = self.ticket_of_token(token)?.ok_or(unknown)?;
        let now = self.inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let ticket = tx.ticket(id)?.ok_or(StoreError::Row("no such ticket"))?;
            if !tx.rate_visit(&ticket, verdict, now)? {
                return Ok(false);
            }
            // Who holds the paper of a ticket is nobody whom the desk knows.
            let actor = ticket.resident.map_or(Actor::Desk, Actor::Resident);
            tx.audit(actor, "rate", Kind::Visit.id(), "", "rated", now)?;
            Ok(true)
        };
        let done = self.inner.store.write(work).await?;
        if done && verdict.reason().is_none() {
            self.inner.metrics.rating(Kind::Visit, verdict);
        }
        Ok(done)
    }
}
