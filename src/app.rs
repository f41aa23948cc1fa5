//! The whole running program is one `App` with four verbs: `receive`, `serve`, `tick`, `deliver`. Loops call them in
//! production, tests call them directly.

use std::sync::{Arc, Mutex, RwLock};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;

use crate::clock::{Clock, Stopwatch};
use crate::config::Config;
use crate::courier::{Courier, Deliver};
use crate::desk::case::overdue::FORGOTTEN_DAYS;
use crate::desk::feedback as rating;
use crate::desk::heard::Heard;
use crate::desk::language::Language;
use crate::desk::message::{Incoming, Outgoing};
use crate::desk::phrase::Phrase;
use crate::desk::queue::ticket::State as TicketState;
use crate::desk::reminder::{self, Verdict, judge};
use crate::desk::renewal;
use crate::desk::rules::civil;
use crate::desk::tick::tick;
use crate::desk::view::{Outcome, TickView, To, Turn};
use crate::library::Source;
use crate::locale::Locale;
use crate::meaning::Meanings;
use crate::metrics::Metrics;
use crate::store::tx::{Actor, Tx};
use crate::store::{Store, StoreError};
use crate::translate::Translations;

mod ask;
pub mod audit;
pub mod blocks;
pub mod cases;
pub mod clerks;
pub mod factor;
pub mod feedback;
pub mod floor;
pub mod hall;
pub mod handovers;
pub mod inbox;
pub mod incidents;
mod line_tick;
pub mod link_codes;
pub mod links;
pub mod logins;
mod meaning;
mod morning;
mod offers;
pub mod orders;
pub mod password;
pub mod review;
pub mod room;
pub mod roster;
pub mod shelf;
pub mod translation;
mod turn;

pub use shelf::Shelf;
pub use turn::split_text;
use turn::{Asker, said_before};

/// What a channel is told when a turn could not be committed.
pub use crate::store::StoreError as AppError;
/// What somebody said, for showing the conversation to them again.
pub use crate::store::inbox::SaidLine;

/// A desk at work. Cloning gives another handle on the same one.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    config: Config,
    shelf: RwLock<Arc<Shelf>>,
    /// Who works here, as it was read last.
    roster: RwLock<roster::Cached>,
    /// Where the answers lie.
    source: Source,
    /// One change of the library at a time.
    at_the_library: Mutex<()>,
    locale: Arc<Locale>,
    store: Store,
    clock: Arc<dyn Clock>,
    metrics: Metrics,
    /// What the answers mean beyond their words, where a service tells.
    meanings: Option<Meanings>,
    /// Free texts in other languages, where a service translates.
    translations: Option<Translations>,
    /// Drafts that a clerk has before their eyes.
    drafts: translation::Drafts,
    /// The answers have changed.
    reshelved: Notify,
    /// Something new waits for the courier.
    outbox_filled: Notify,
    /// The queue of the day as its pages show it.
    halls: hall::Halls,
    /// Something new waits for pages and terminals that follow a conversation.
    shown: tokio::sync::watch::Sender<u64>,
}

/// A turn after its commit.
struct Done {
    replies: Vec<Outgoing>,
    turn: Option<(Turn, Language)>,
    /// Whether the courier has something to carry.
    pushed: bool,
    /// Whether somebody else may have something to see.
    news: bool,
    /// Whether the queue of the day looks different now.
    hall: bool,
    /// What was rated, and how.
    rated: Vec<(rating::Kind, rating::Verdict)>,
}

/// Messages that are of no use after some minutes.
const NEWS_OF_NOW: [&str; 5] = [
    "ticket-called",
    "ticket-recalled",
    "ticket-near",
    "ticket-next",
    "ticket-slower",
];
const CALL_MINUTES_MAX: i64 = 10;

/// Whether a message about a ticket still says how it stands.
fn is_still_so(tx: &Tx<'_>, row: &Outgoing, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let Some(resident) = row.resident else {
        return Ok(true);
    };
    let Some(ticket) = tx.ticket_of(resident, civil(now).date())? else {
        return Ok(true);
    };
    // Somebody may follow two tickets; what is said of the other one is not judged by this one.
    if !row.text.contains(&ticket.number.to_string()) {
        return Ok(true);
    }
    let is_call = matches!(row.phrase.as_str(), "ticket-called" | "ticket-recalled");
    Ok(match ticket.state {
        TicketState::Called { .. } | TicketState::Serving { .. } => is_call,
        TicketState::Waiting => !is_call,
        _ => false,
    })
}

impl App {
    #[must_use]
    pub fn new(
        config: Config,
        shelf: Arc<Shelf>,
        locale: Arc<Locale>,
        store: Store,
        clock: Arc<dyn Clock>,
    ) -> App {
        let meanings = Meanings::from_config(&config).unwrap_or_else(|error| {
            tracing::error!(%error, "the embeddings stay off");
            None
        });
        let translations = Translations::from_config(&config).unwrap_or_else(|error| {
            tracing::error!(%error, "the translations stay off");
            None
        });
        let inner = Inner {
            config,
            source: shelf.source.clone(),
            shelf: RwLock::new(shelf),
            roster: RwLock::default(),
            at_the_library: Mutex::new(()),
            locale,
            store,
            clock,
            metrics: Metrics::default(),
            meanings,
            translations,
            drafts: translation::Drafts::default(),
            reshelved: Notify::new(),
            outbox_filled: Notify::new(),
            halls: hall::Halls::default(),
            shown: tokio::sync::watch::Sender::new(0),
        };
        App {
            inner: Arc::new(inner),
        }
    }

    // The four verbs.

    /// A citizen's event: heard, decided, committed. A repeated key gets the replies it got before.
    ///
    /// # Errors
    /// The database fails; nothing has happened then, and the event may be sent again.
    pub async fn receive(&self, incoming: Incoming) -> Result<Vec<Outgoing>, StoreError> {
        let watch = Stopwatch::start();
        let inner = &self.inner;
        let channel = incoming.from.channel;
        let (hint, is_first) = inner.hint(&incoming)?;
        let today = civil(inner.clock.now()).date();
        let shelf = inner.shelf();
        let mut heard = shelf.ears.hear(&incoming.said, hint, is_first, today);
        self.widen(&mut heard, &incoming, today).await;
        // That may have taken a while, in which a hold can have ended.
        let now = inner.clock.now();
        let incoming = Arc::new(incoming);
        let heard = Arc::new(heard);
        let mut done = self.try_receive(&incoming, &heard, hint, now).await;
        if matches!(done, Err(StoreError::Panic)) {
            inner.metrics.failure();
            // The key holds the number of a chat, or what a client has chosen.
            let digest = logins::token_hash(&incoming.key);
            let turn = digest.get(..8).unwrap_or_default();
            tracing::error!(turn, "a turn panicked and was rolled back");
            done = self.apologise(&incoming, hint, now).await;
        }
        let done = done.inspect_err(|_| inner.metrics.failure())?;
        match done.turn {
            Some((turn, language)) => inner.metrics.turn(channel, turn, language, watch.seconds()),
            None => inner.metrics.repeat(),
        }
        for (kind, verdict) in &done.rated {
            inner.metrics.rating(*kind, *verdict);
        }
        if done.hall {
            inner.halls.touch();
        }
        self.announce(done.pushed, done.news);
        Ok(done.replies)
    }

    /// The passing of time: due reminders, forgotten cases, old messages. Returns how much was done.
    ///
    /// # Errors
    /// The database fails; what was due stays due.
    pub async fn tick(&self) -> Result<usize, StoreError> {
        let inner = Arc::clone(&self.inner);
        let now = inner.clock.now();
        let work = move |tx: &mut Tx<'_>| {
            let rules = &*tx.rules(&inner.config.rules)?;
            let most = inner.config.limits.reminders_per_tick;
            let idle_since = now - TimeDelta::hours(i64::from(rules.person.idle_hours));
            let forgotten_since = now - TimeDelta::days(FORGOTTEN_DAYS);
            let due = tx.due_reminders(now, most)?;
            let view = TickView {
                due,
                idle: tx.idle_cases(idle_since, forgotten_since, most)?,
                overdue: tx.overdue_cases(now, most)?,
                is_attended: tx.is_attended(now)?,
                lapsed: tx.lapsed_offers(now, most)?,
                past_waits: tx.past_waits(civil(now).date(), most)?,
                missed: inner.missed(tx, rules, now, most)?,
                renewals: tx.due_renewals(now, most)?,
            };
            let mut count = 0;
            for (key, outcome) in tick(rules, view, now) {
                let key = tx.free_key(key)?;
                tx.apply(&outcome.changes, Actor::Desk, now)?;
                count += inner.put_out(tx, &key, &outcome, None, now)?.len().max(1);
                inner.tell_leads(tx, &key, &outcome, now)?;
            }
            count += usize::from(inner.offer_freed(tx, rules, now)?);
            count += inner.send_morning_lists(tx, rules, now)?;
            count += inner.tick_lines(tx, rules, now)?;
            count += inner.ask_after_visits(tx, rules, now)?;
            tx.end_holds(now)?;
            tx.prune_sessions(now)?;
            tx.prune_tries(now)?;
            let gone = tx.prune(&rules.retention, now)?;
            Ok((count, tx.is_log_due(&gone, now)?))
        };
        let (count, is_log_due) = self.inner.store.write(work).await?;
        if is_log_due && !self.inner.store.empty_log()? {
            tracing::debug!("the log of the database is being read and is emptied another time");
        }
        if count > 0 {
            self.announce(true, true);
            self.inner.halls.touch();
        }
        Ok(count)
    }

    /// Delivers everything that can be delivered now, and returns when nothing more can.
    ///
    /// # Errors
    /// The database fails.
    pub async fn deliver<D: Deliver>(&self, channels: &D) -> Result<(), StoreError> {
        Courier::new(self.clone(), channels).run_until_idle().await
    }

    /// A clerk's answer did not arrive.
    pub(crate) fn undelivered(
        &self,
        tx: &mut Tx<'_>,
        row: &Outgoing,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.inner.undelivered(tx, row, now)
    }

    /// Takes a reminder back when its delivery has waited into the night, past the start, or until the visit was off;
    /// says whether it did.
    pub(crate) fn withdraw_late(
        &self,
        tx: &Tx<'_>,
        rows: &[Outgoing],
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let first = rows.first();
        // Nobody is called to a counter where somebody else sits by now.
        let is_about_now = |row: &Outgoing| NEWS_OF_NOW.contains(&row.phrase.as_str());
        let is_stale = |row: &&Outgoing| now - row.at > TimeDelta::minutes(CALL_MINUTES_MAX);
        let about_now = first.filter(|row| is_about_now(row));
        if let Some(row) = about_now
            && (is_stale(&row) || !is_still_so(tx, row, now)?)
        {
            for row in rows {
                tx.take_back(row.id, now)?;
            }
            return Ok(true);
        }
        // What nobody could be asked by day is not asked at night.
        let is_question = first.is_some_and(|row| row.phrase == rating::ASK_VISIT);
        if is_question && !rating::is_time(self.rules(), now) {
            for row in rows {
                tx.take_back(row.id, now)?;
            }
            return Ok(true);
        }
        // A reminder of a renewal has all month; only the night it must not go into.
        let renewal = first.and_then(|row| renewal::read_key(&row.key));
        if let Some(renewal) = renewal.filter(|_| !renewal::is_time(self.rules(), civil(now))) {
            tx.wait_again(&renewal, now)?;
            for row in rows {
                tx.take_back(row.id, now)?;
            }
            return Ok(true);
        }
        let key = first.and_then(|row| reminder::read_key(&row.key));
        let Some((id, kind, start)) = key else {
            return Ok(false);
        };
        let Some(reservation) = tx.reservation(id)? else {
            return Ok(false);
        };
        // After a move the reminder of the new time is another one; this one has nothing left to say.
        if reservation.start() == start {
            let verdict = judge(kind, &reservation, true, &self.rules().reminders, now);
            if verdict == Verdict::Send {
                return Ok(false);
            }
            tx.take_back_reminder(id, kind, &verdict, now)?;
        }
        for row in rows {
            tx.take_back(row.id, now)?;
        }
        Ok(true)
    }

    /// Wakes the courier and those who follow a conversation, but not for turns that concern nobody else: each open page
    /// would look into the database at every turn of everybody.
    fn announce(&self, pushed: bool, news: bool) {
        if pushed {
            self.inner.outbox_filled.notify_one();
        }
        if news {
            self.inner.shown.send_modify(|n| *n = n.wrapping_add(1));
        }
    }

    async fn try_receive(
        &self,
        incoming: &Arc<Incoming>,
        heard: &Arc<Heard>,
        hint: Language,
        now: DateTime<Utc>,
    ) -> Result<Done, StoreError> {
        let (inner, incoming, heard) = (
            Arc::clone(&self.inner),
            Arc::clone(incoming),
            Arc::clone(heard),
        );
        self.inner
            .store
            .write(move |tx| inner.turn(tx, &incoming, &heard, hint, now))
            .await
    }

    /// A turn that panics must not be tried for ever: its key is taken in and the person gets an apology.
    async fn apologise(
        &self,
        incoming: &Arc<Incoming>,
        hint: Language,
        now: DateTime<Utc>,
    ) -> Result<Done, StoreError> {
        let (inner, incoming) = (Arc::clone(&self.inner), Arc::clone(incoming));
        let work = move |tx: &mut Tx<'_>| {
            if !tx.take_in(&incoming.key, now)? {
                return said_before(tx, &incoming);
            }
            let resident = tx.resident(&incoming.from, hint, now)?;
            let phrase = Phrase::ServerTrouble {
                phone: inner.config.rules.person.phone.clone(),
            };
            let to = To::Resident(resident.id);
            let reply = crate::desk::view::Reply {
                to,
                phrase,
                choices: Vec::new(),
                replaces: false,
                case: None,
            };
            let outcome = Outcome {
                replies: vec![reply],
                ..Outcome::default()
            };
            let asker = Asker {
                incoming: &incoming,
                id: resident.id,
                language: resident.language,
                beside: None,
            };
            let replies = inner.put_out(tx, &incoming.key, &outcome, Some(asker), now)?;
            Ok(Done {
                replies,
                turn: Some((Turn::Other, hint)),
                pushed: !incoming.pulled,
                hall: false,
                news: false,
                rated: Vec::new(),
            })
        };
        self.inner.store.write(work).await
    }
}
