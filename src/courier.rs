//! From the outbox to the channels: attempts counted first, order kept in each chat, failures are Later or Never.
//!
//! The database is the truth. The courier keeps the waiting rows of each chat in memory, sends the oldest of every
//! chat side by side, and records the results together. A chat that must wait (Telegram's `retry_after`, a failing
//! network) holds up nobody but itself. A crash after a send repeats that one message, which is better than silence.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;

use crate::app::App;
use crate::desk::message::{Address, Channel, Outgoing};
use crate::ids::OutgoingId;
use crate::store::StoreError;
use crate::store::outbox::{Delivered, pending_after};
use crate::store::tx::Tx;

/// How a channel failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryError {
    /// Try again, after the time the channel names if it names one.
    #[error("later: {reason}")]
    Later {
        after: Option<Duration>,
        reason: String,
    },
    /// It will never work. `gone` when the person has blocked us or left.
    #[error("never: {reason}")]
    Never { gone: bool, reason: String },
    /// The chat has another id now; the message goes there.
    #[error("moved")]
    Moved { to: String },
}

/// What a channel gives back for a message that arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The channel's own id of the message.
    pub message: Option<i64>,
}

/// Sends rows of the outbox that belong into one message: the real channels, or a recorder in tests.
pub trait Deliver: Send + Sync {
    fn deliver(
        &self,
        rows: &[Outgoing],
    ) -> impl Future<Output = Result<Receipt, DeliveryError>> + Send;
}

/// The channels the courier serves; pages and terminals fetch for themselves.
const PUSHED: [Channel; 2] = [Channel::Telegram, Channel::Staff];
/// So many rows are read at once.
const LOAD_ROWS: u16 = 500;
/// So many rows are kept in memory; the rest waits in the database.
const WAITING_ROWS_MAX: usize = 5000;
/// So many chats are served side by side.
const IN_FLIGHT_MAX: usize = 128;
/// Rows of one turn become one message up to this size in UTF-16 code units (Telegram's limit).
const MESSAGE_UNITS_MAX: usize = 4096;
/// Waiting times after a failure in seconds; the last one stays.
const BACKOFF_SECONDS: [i64; 8] = [1, 2, 5, 10, 30, 60, 300, 900];

type Flight<'a> =
    Pin<Box<dyn Future<Output = (Vec<Outgoing>, Result<Receipt, DeliveryError>)> + Send + 'a>>;

#[derive(Default)]
struct Chat {
    rows: VecDeque<Outgoing>,
    not_before: Option<DateTime<Utc>>,
    busy: bool,
}

/// Carries the outbox to the channels.
pub struct Courier<'a, D: Deliver> {
    app: App,
    channels: &'a D,
    chats: BTreeMap<Address, Chat>,
    cursors: HashMap<Channel, OutgoingId>,
    waiting: usize,
    in_flight: FuturesUnordered<Flight<'a>>,
}

impl<'a, D: Deliver> Courier<'a, D> {
    #[must_use]
    pub fn new(app: App, channels: &'a D) -> Courier<'a, D> {
        Courier {
            app,
            channels,
            chats: BTreeMap::new(),
            cursors: HashMap::new(),
            waiting: 0,
            in_flight: FuturesUnordered::new(),
        }
    }

    /// Delivers until nothing more can be delivered at this moment.
    ///
    /// # Errors
    /// The database fails.
    pub async fn run_until_idle(mut self) -> Result<(), StoreError> {
        loop {
            self.step().await?;
            match self.in_flight.next().await {
                Some(landed) => self.record(landed).await?,
                None => return Ok(()),
            }
        }
    }

    /// Delivers until `stop` resolves; what is in flight then is still recorded.
    ///
    /// # Errors
    /// The database fails.
    pub async fn run(mut self, stop: impl Future<Output = ()>) -> Result<(), StoreError> {
        tokio::pin!(stop);
        loop {
            self.step().await?;
            let wait = self.until_due();
            let app = self.app.clone();
            tokio::select! {
                biased;
                () = &mut stop => break,
                Some(landed) = self.in_flight.next() => self.record(landed).await?,
                () = app.outbox_filled() => {}
                () = tokio::time::sleep(wait) => {}
            }
        }
        while let Some(landed) = self.in_flight.next().await {
            self.record(landed).await?;
        }
        Ok(())
    }

    /// Loads what is new and starts what can start.
    async fn step(&mut self) -> Result<(), StoreError> {
        self.load()?;
        // A reminder that is taken back frees its chat at once for the next message.
        while self.start().await? {}
        Ok(())
    }

    /// Starts the next message of every free chat; true when one was taken back instead.
    async fn start(&mut self) -> Result<bool, StoreError> {
        let batch = self.ready();
        if batch.is_empty() {
            return Ok(false);
        }
        let (app, now) = (self.app.clone(), self.app.now());
        let work = move |tx: &mut Tx<'_>| {
            let mut judged = Vec::with_capacity(batch.len());
            for mut rows in batch {
                let withdrawn = app.withdraw_late(tx, &rows, now)?;
                if !withdrawn {
                    let ids: Vec<OutgoingId> = rows.iter().map(|row| row.id).collect();
                    tx.count_attempts(&ids)?;
                    rows.iter_mut().for_each(|row| row.attempts += 1);
                }
                judged.push((rows, withdrawn));
            }
            Ok(judged)
        };
        let mut any_withdrawn = false;
        for (rows, withdrawn) in self.app.store().write(work).await? {
            if let (true, Some(first)) = (withdrawn, rows.first()) {
                any_withdrawn = true;
                let address = first.to.clone();
                self.settle(&address, &rows, &Fate::Never { gone: false });
                continue;
            }
            let channels = self.channels;
            self.in_flight.push(Box::pin(async move {
                let result = channels.deliver(&rows).await;
                (rows, result)
            }));
        }
        Ok(any_withdrawn)
    }

    /// Reads the rows written since the last time.
    fn load(&mut self) -> Result<(), StoreError> {
        for channel in PUSHED {
            while self.waiting < WAITING_ROWS_MAX {
                let cursor = *self.cursors.entry(channel).or_insert(OutgoingId(0));
                let rows = self
                    .app
                    .store()
                    .read(|sql| pending_after(sql, channel, cursor, LOAD_ROWS))?;
                let count = rows.len();
                for (row, next_at) in rows {
                    self.cursors.insert(channel, row.id);
                    let chat = self.chats.entry(row.to.clone()).or_default();
                    if chat.rows.is_empty() && !chat.busy {
                        chat.not_before = Some(next_at);
                    }
                    chat.rows.push_back(row);
                    self.waiting += 1;
                }
                if count < usize::from(LOAD_ROWS) {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The oldest message of every chat that is free and due.
    fn ready(&mut self) -> Vec<Vec<Outgoing>> {
        let now = self.app.now();
        let mut room = IN_FLIGHT_MAX.saturating_sub(self.in_flight.len());
        let mut batch = Vec::new();
        for chat in self.chats.values_mut() {
            if room == 0 {
                break;
            }
            if chat.busy || chat.rows.is_empty() || chat.not_before.is_some_and(|at| at > now) {
                continue;
            }
            let rows: Vec<Outgoing> = chat.rows.drain(..message_len(&chat.rows)).collect();
            self.waiting -= rows.len();
            chat.busy = true;
            room -= 1;
            batch.push(rows);
        }
        batch
    }

    /// How long until a waiting chat is due, on the machine's clock.
    fn until_due(&self) -> Duration {
        let now = self.app.now();
        let waiting = self
            .chats
            .values()
            .filter(|chat| !chat.busy && !chat.rows.is_empty());
        let next = waiting.filter_map(|chat| chat.not_before).min();
        let seconds = next.map_or(30.0, |at| {
            (at - now).as_seconds_f64() / self.app.clock().speed().max(0.001)
        });
        Duration::from_secs_f64(seconds.clamp(0.005, 30.0))
    }

    /// Records a landed message together with whatever else has landed.
    async fn record(
        &mut self,
        first: (Vec<Outgoing>, Result<Receipt, DeliveryError>),
    ) -> Result<(), StoreError> {
        let mut landed = vec![first];
        while let Some(more) = std::future::poll_fn(|cx| match self.in_flight.poll_next_unpin(cx) {
            std::task::Poll::Ready(more) => std::task::Poll::Ready(more),
            std::task::Poll::Pending => std::task::Poll::Ready(None),
        })
        .await
        {
            landed.push(more);
        }
        let now = self.app.now();
        let landed: Vec<Landed> = landed
            .into_iter()
            .map(|(rows, result)| self.land(rows, result, now))
            .collect();
        let app = self.app.clone();
        let work = move |tx: &mut Tx<'_>| {
            landed
                .iter()
                .try_for_each(|landed| landed.record(&app, tx, now))
        };
        self.app.store().write(work).await
    }

    /// Frees the chat and decides what becomes of the rows.
    fn land(
        &mut self,
        rows: Vec<Outgoing>,
        result: Result<Receipt, DeliveryError>,
        now: DateTime<Utc>,
    ) -> Landed {
        let Some(first) = rows.first() else {
            return Landed {
                rows,
                fate: Fate::Sent(None),
            };
        };
        let (address, attempts) = (first.to.clone(), first.attempts);
        let fate = match result {
            Ok(receipt) => Fate::Sent(receipt.message),
            Err(DeliveryError::Moved { to }) => Fate::Moved(to),
            Err(DeliveryError::Never { gone, reason }) => {
                tracing::warn!(row = %first.id, phrase = first.phrase, reason, "a message cannot be delivered");
                Fate::Never { gone }
            }
            Err(DeliveryError::Later { after, reason })
                if attempts >= self.app.config().limits.attempts_max =>
            {
                tracing::error!(row = %first.id, phrase = first.phrase, attempts, reason, ?after, "given up");
                Fate::Never { gone: false }
            }
            Err(DeliveryError::Later { after, reason }) => {
                let wait = after.map_or_else(
                    || backoff(attempts),
                    |after| seconds(after, self.app.clock().speed()),
                );
                tracing::info!(row = %first.id, attempts, reason, "a message waits for another attempt");
                Fate::Later(now + wait)
            }
        };
        self.app.metrics().delivery(address.channel, fate.name());
        self.settle(&address, &rows, &fate);
        Landed { rows, fate }
    }

    fn settle(&mut self, address: &Address, rows: &[Outgoing], fate: &Fate) {
        let Some(mut chat) = self.chats.remove(address) else {
            return;
        };
        chat.busy = false;
        chat.not_before = None;
        let mut address = address.clone();
        let keep = match fate {
            Fate::Sent(_) | Fate::Never { .. } => false,
            Fate::Later(at) => {
                chat.not_before = Some(*at);
                true
            }
            Fate::Moved(to) => {
                address.id.clone_from(to);
                true
            }
        };
        if keep {
            for row in rows.iter().rev() {
                chat.rows.push_front(row.clone());
                self.waiting += 1;
            }
            for row in &mut chat.rows {
                row.to = address.clone();
            }
        }
        if !chat.rows.is_empty() {
            let there = self.chats.entry(address).or_default();
            there.rows.extend(chat.rows);
            there.not_before = chat.not_before;
        }
    }
}

/// What becomes of rows after an attempt.
enum Fate {
    Sent(Option<i64>),
    Later(DateTime<Utc>),
    Never { gone: bool },
    Moved(String),
}

impl Fate {
    const fn name(&self) -> &'static str {
        match self {
            Fate::Sent(_) => "sent",
            Fate::Later(_) => "later",
            Fate::Never { .. } => "never",
            Fate::Moved(_) => "moved",
        }
    }
}

struct Landed {
    rows: Vec<Outgoing>,
    fate: Fate,
}

impl Landed {
    fn record(&self, app: &App, tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
        for row in &self.rows {
            match &self.fate {
                Fate::Sent(message) => tx.record(row.id, &Delivered::Sent { message: *message })?,
                Fate::Later(at) => tx.record(row.id, &Delivered::Later { at: *at })?,
                Fate::Moved(to) => tx.move_address(&row.to, to)?,
                Fate::Never { gone } => {
                    tx.record(row.id, &Delivered::Never)?;
                    app.undelivered(tx, row, now)?;
                    if let (true, Some(resident)) = (gone, row.resident) {
                        tx.mark_unreachable(resident)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// How many of a chat's oldest rows go out as one message: those of one turn, while they fit and only the last has
/// buttons.
fn message_len(rows: &VecDeque<Outgoing>) -> usize {
    let Some(first) = rows.front() else { return 0 };
    let mut units = first.text.encode_utf16().count();
    let mut count = 1;
    for (before, row) in rows.iter().zip(rows.iter().skip(1)) {
        units += 2 + row.text.encode_utf16().count();
        let together = row.key == first.key && row.case == first.case && row.replaces.is_none();
        if !together || !before.choices.is_empty() || units > MESSAGE_UNITS_MAX {
            break;
        }
        count += 1;
    }
    count
}

fn backoff(attempts: u32) -> TimeDelta {
    let at = usize::try_from(attempts.saturating_sub(1))
        .unwrap_or(usize::MAX)
        .min(BACKOFF_SECONDS.len() - 1);
    TimeDelta::seconds(BACKOFF_SECONDS[at])
}

/// A waiting time that a channel names is the machine's, not the rehearsal's.
fn seconds(after: Duration, speed: f64) -> TimeDelta {
    #[expect(clippy::cast_possible_truncation, reason = "waiting times are short")]
    let millis = (after.as_secs_f64() * 1000.0 * speed.max(1.0)) as i64;
    TimeDelta::milliseconds(millis.max(1))
}
