//! From the outbox to the channels: attempts counted first, order kept in each chat, failures are Later or Never.
//!
//! The database is the truth. The courier keeps the waiting rows of each chat in memory, sends the oldest of every
//! chat side by side, and records the results together. A chat that must wait (Telegram's `retry_after`, a failing
//! network) holds up nobody but itself. A crash after a send repeats that one message, which is better than silence.
//!
//! While an incident has stopped the messages to residents (`desk::incident`), their rows stay where they are. The
//! database says so in the very transaction in which an attempt is counted, so that nothing slips through.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;

use crate::app::{App, Shelf};
use crate::desk::incident::Freeze;
use crate::desk::message::{Address, Channel, Outgoing};
use crate::ids::OutgoingId;
use crate::store::StoreError;
use crate::store::outbox::pending_after;
use crate::store::tx::Tx;

mod attempt;
mod landed;

use attempt::{Judged, SUMMARY, count};
use landed::{Fate, Landed, backoff, seconds};

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

    /// It is in the database now what became of rows: whatever follows from that can be done.
    fn recorded(&self, _rows: &[Outgoing]) {}
}

/// The channels the courier serves; pages and terminals fetch for themselves.
const PUSHED: [Channel; 2] = [Channel::Telegram, Channel::Staff];
/// So many rows are read at once.
const LOAD_ROWS: u16 = 500;
/// So many rows are kept in memory; the rest waits in the database.
const WAITING_ROWS_MAX: usize = 5000;
/// So many chats are served side by side.
const IN_FLIGHT_MAX: usize = 128;
/// So many more, for calls to a counter only.
const IN_FLIGHT_URGENT: usize = 32;
/// Rows of one turn become one message up to this size in UTF-16 code units (Telegram's limit).
const MESSAGE_UNITS_MAX: usize = 4096;

/// How long the courier rests at most: another process may write to the same file without telling.
const REST_SECONDS: f64 = 2.0;

/// Something under way has come to its end.
enum Event {
    /// The attempts are counted and committed: now they may be made.
    Counted(Vec<(Vec<Outgoing>, Judged)>),
    Landed(Vec<Outgoing>, Result<Receipt, DeliveryError>),
    /// What became of these rows is committed: their chats may go on.
    Recorded(Vec<Landed>),
}

type Work<'a> = Pin<Box<dyn Future<Output = Result<Event, StoreError>> + Send + 'a>>;

#[derive(Default)]
struct Chat {
    rows: VecDeque<Outgoing>,
    not_before: Option<DateTime<Utc>>,
    /// The channel itself has named that moment; else it is only our own caution.
    is_told: bool,
    busy: bool,
}

/// Carries the outbox to the channels. Counting, sending and recording overlap: while one batch is being committed the
/// next is on its way.
pub struct Courier<'a, D: Deliver> {
    app: App,
    channels: &'a D,
    chats: BTreeMap<Address, Chat>,
    /// How far the rows of each channel are loaded, the urgent ones apart from the others.
    cursors: HashMap<(Channel, bool), OutgoingId>,
    waiting: usize,
    sending: usize,
    /// What stops the messages to residents, as it was read last.
    freeze: Option<Freeze>,
    /// Where the rows begin that were left in the database because messages are stopped …
    skipped: HashMap<(Channel, bool), OutgoingId>,
    /// … and the rows behind that place that were not.
    passed: HashSet<OutgoingId>,
    /// There may be rows that are not loaded yet.
    news: bool,
    landed: Vec<Landed>,
    recording: bool,
    /// One round after the other, so that what happens depends on what waits and not on how fast a commit is.
    in_rounds: bool,
    work: FuturesUnordered<Work<'a>>,
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
            sending: 0,
            freeze: None,
            skipped: HashMap::new(),
            passed: HashSet::new(),
            news: true,
            landed: Vec::new(),
            recording: false,
            in_rounds: false,
            work: FuturesUnordered::new(),
        }
    }

    /// Delivers until nothing more can be delivered at this moment.
    ///
    /// # Errors
    /// The database fails.
    pub async fn run_until_idle(mut self) -> Result<(), StoreError> {
        self.in_rounds = true;
        loop {
            self.step()?;
            match self.work.next().await {
                Some(event) => self.take(event?),
                None => return Ok(()),
            }
        }
    }

    /// Delivers until `stop` resolves; what is under way then is still finished.
    ///
    /// # Errors
    /// The database fails.
    pub async fn run(mut self, stop: impl Future<Output = ()>) -> Result<(), StoreError> {
        tokio::pin!(stop);
        loop {
            self.step()?;
            let rest = self.until_due();
            let app = self.app.clone();
            tokio::select! {
                biased;
                () = &mut stop => break,
                Some(event) = self.work.next() => self.take(event?),
                () = app.outbox_filled() => self.news = true,
                () = tokio::time::sleep(rest) => self.news = true,
            }
        }
        while let Some(event) = self.work.next().await {
            match event? {
                // A stop is no reason to begin: these go out after the next start.
                Event::Counted(_) => {}
                event => self.take(event),
            }
            self.record();
        }
        Ok(())
    }

    /// Loads what is new, starts what can start, records what has landed.
    fn step(&mut self) -> Result<(), StoreError> {
        self.look_for_freeze()?;
        if self.news {
            self.news = false;
            self.load()?;
        }
        let round_ends = self.sending > 0 || self.recording || !self.landed.is_empty();
        let batch = if self.in_rounds && round_ends {
            Vec::new()
        } else {
            self.ready()
        };
        if !batch.is_empty() {
            let (app, now) = (self.app.clone(), self.app.now());
            self.work.push(Box::pin(async move {
                let writer = app.clone();
                let job = move |tx: &mut Tx<'_>| count(&writer, tx, batch, now);
                Ok(Event::Counted(app.store().write(job).await?))
            }));
        }
        self.record();
        Ok(())
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Counted(batch) => {
                for (rows, judged) in batch {
                    let fate = match judged {
                        Judged::Counted => None,
                        Judged::Withdrawn => Some(Fate::Never {
                            gone: false,
                            reason: String::new(),
                        }),
                        Judged::Held => Some(Fate::Later(self.app.now(), false)),
                    };
                    if let Some(fate) = fate {
                        self.sending -= 1;
                        self.settle(&rows, &fate);
                        continue;
                    }
                    let channels = self.channels;
                    self.work.push(Box::pin(async move {
                        let result = channels.deliver(&rows).await;
                        Ok(Event::Landed(rows, result))
                    }));
                }
            }
            Event::Landed(rows, result) => {
                self.sending -= 1;
                let landed = self.land(rows, result);
                self.landed.push(landed);
            }
            Event::Recorded(landed) => {
                self.recording = false;
                self.news = true;
                for landed in landed {
                    self.settle(&landed.rows, &landed.fate);
                    self.channels.recorded(&landed.rows);
                }
            }
        }
    }

    /// Commits everything that has landed, one commit after the other.
    fn record(&mut self) {
        if self.recording || self.landed.is_empty() || (self.in_rounds && self.sending > 0) {
            return;
        }
        self.recording = true;
        let landed = Arc::new(std::mem::take(&mut self.landed));
        let app = self.app.clone();
        let now = self.app.now();
        self.work.push(Box::pin(async move {
            let rows = Arc::clone(&landed);
            let writer = app.clone();
            let job = move |tx: &mut Tx<'_>| {
                rows.iter()
                    .try_for_each(|landed| landed.record(&writer, tx, now))
            };
            app.store().write(job).await?;
            Ok(Event::Recorded(Arc::unwrap_or_clone(landed)))
        }));
    }

    /// Looks whether messages are stopped. After a change what was left in the database is read once more.
    fn look_for_freeze(&mut self) -> Result<(), StoreError> {
        let freeze = self.app.freeze()?;
        if freeze != self.freeze {
            match &freeze {
                Some(freeze) => {
                    tracing::warn!(incident = %freeze.incident, "messages to residents are stopped");
                }
                None => tracing::info!("messages to residents go out again"),
            }
            self.freeze = freeze;
            self.cursors.extend(self.skipped.drain());
            self.news = true;
        }
        Ok(())
    }

    /// Reads the rows written since the last time.
    fn load(&mut self) -> Result<(), StoreError> {
        let shelf = self.app.shelf();
        let is_frozen = self.freeze.is_some();
        for (channel, urgent) in PUSHED.iter().flat_map(|c| [(*c, true), (*c, false)]) {
            // Calls are few and are loaded however much waits; and while messages are stopped only what goes out is.
            while urgent || is_frozen || self.waiting < WAITING_ROWS_MAX {
                let cursor = self.cursors.get(&(channel, urgent)).copied();
                let cursor = cursor.unwrap_or(OutgoingId(0));
                let read = |sql: &_| pending_after(sql, channel, urgent, cursor, LOAD_ROWS);
                let rows = self.app.store().read(read)?;
                let count = rows.len();
                for (row, next_at) in rows {
                    let before = self.cursors.insert((channel, urgent), row.id);
                    self.take_row(row, next_at, before.unwrap_or(OutgoingId(0)), &shelf);
                }
                if count < usize::from(LOAD_ROWS) {
                    break;
                }
            }
            self.news |= !is_frozen && self.waiting >= WAITING_ROWS_MAX;
        }
        if !is_frozen && !self.news {
            self.passed.clear();
        }
        Ok(())
    }

    /// Queues a row that was read, or leaves it in the database while messages are stopped.
    fn take_row(
        &mut self,
        row: Outgoing,
        next_at: DateTime<Utc>,
        before: OutgoingId,
        shelf: &Shelf,
    ) {
        // It is on its way already.
        if self.passed.contains(&row.id) {
            return;
        }
        let kind = (row.to.channel, row.urgent);
        let is_held = |freeze: &Freeze| freeze.holds(&row, &shelf.corpus);
        if self.freeze.as_ref().is_some_and(is_held) {
            self.skipped.entry(kind).or_insert(before);
            return;
        }
        if self.skipped.contains_key(&kind) {
            self.passed.insert(row.id);
        }
        self.queue_up(row, next_at);
    }

    /// Puts a row behind those of its chat; an urgent one before all that are not.
    fn queue_up(&mut self, row: Outgoing, next_at: DateTime<Utc>) {
        let chat = self.chats.entry(row.to.clone()).or_default();
        if chat.rows.is_empty() && !chat.busy {
            chat.not_before = Some(next_at);
        }
        // A call does not wait until an older message is tried again, unless the channel has said so.
        if row.urgent && !chat.is_told {
            chat.not_before = None;
        }
        let place = if row.urgent {
            chat.rows.partition_point(|other| other.urgent)
        } else {
            chat.rows.len()
        };
        chat.rows.insert(place, row);
        self.waiting += 1;
    }

    /// The first message of every chat that is free and due, the urgent ones first. Some places are kept for them, so
    /// that a call never waits until a thousand reminders have been sent.
    fn ready(&mut self) -> Vec<Vec<Outgoing>> {
        let now = self.app.now();
        let (freeze, shelf) = (self.freeze.clone(), self.app.shelf());
        let mut batch = Vec::new();
        for (urgent, most) in [
            (true, IN_FLIGHT_MAX + IN_FLIGHT_URGENT),
            (false, IN_FLIGHT_MAX),
        ] {
            let mut room = most.saturating_sub(self.sending);
            for chat in self.chats.values_mut() {
                if room == 0 {
                    break;
                }
                let is_due = chat.not_before.is_none_or(|at| at <= now);
                if chat.busy || !is_due {
                    continue;
                }
                let Some(place) = next_place(chat, freeze.as_ref(), &shelf) else {
                    continue;
                };
                if chat.rows[place].urgent != urgent {
                    continue;
                }
                let len = match (&freeze, chat.rows[place].resident) {
                    (Some(_), Some(_)) => 1,
                    _ => message_len(&chat.rows),
                };
                let rows: Vec<Outgoing> = chat.rows.drain(place..place + len).collect();
                self.waiting -= rows.len();
                chat.busy = true;
                self.sending += 1;
                room -= 1;
                batch.push(rows);
            }
        }
        batch
    }

    /// How long until a waiting chat is due, on the machine's clock.
    fn until_due(&self) -> Duration {
        let now = self.app.now();
        let shelf = self.app.shelf();
        let freeze = self.freeze.as_ref();
        let waiting = self
            .chats
            .values()
            .filter(|chat| !chat.busy && next_place(chat, freeze, &shelf).is_some());
        let next = waiting.filter_map(|chat| chat.not_before).min();
        let seconds = next.map_or(REST_SECONDS, |at| {
            (at - now).as_seconds_f64() / self.app.clock().speed().max(0.001)
        });
        Duration::from_secs_f64(seconds.clamp(0.005, REST_SECONDS))
    }

    /// Decides what becomes of rows after an attempt.
    fn land(&self, rows: Vec<Outgoing>, result: Result<Receipt, DeliveryError>) -> Landed {
        let now = self.app.now();
        let Some(first) = rows.first() else {
            return Landed {
                rows,
                fate: Fate::Sent(None),
            };
        };
        let (address, attempts) = (first.to.clone(), first.attempts);
        let fate = match result {
            Ok(receipt) => Fate::Sent(receipt.message),
            // Two chats that name each other would never end.
            Err(DeliveryError::Moved { to })
                if attempts < self.app.config().limits.attempts_max =>
            {
                Fate::Moved(to)
            }
            Err(DeliveryError::Moved { .. }) => {
                tracing::error!(row = %first.id, phrase = first.phrase, attempts, "its chat moves on and on; given up");
                let reason = "its chat moves on and on".to_owned();
                Fate::Never {
                    gone: false,
                    reason,
                }
            }
            Err(DeliveryError::Never { gone, reason }) => {
                tracing::warn!(row = %first.id, phrase = first.phrase, reason, "a message cannot be delivered");
                Fate::Never { gone, reason }
            }
            Err(DeliveryError::Later { after, reason })
                if attempts >= self.app.config().limits.attempts_max =>
            {
                tracing::error!(row = %first.id, phrase = first.phrase, attempts, reason, ?after, "given up");
                Fate::Never {
                    gone: false,
                    reason,
                }
            }
            Err(DeliveryError::Later { after, reason }) => {
                let is_told = after.is_some();
                let wait = after.map_or_else(
                    || backoff(attempts),
                    |after| seconds(after, self.app.clock().speed()),
                );
                tracing::info!(row = %first.id, attempts, reason, "a message waits for another attempt");
                Fate::Later(now + wait, is_told)
            }
        };
        self.app.metrics().delivery(address.channel, fate.name());
        Landed { rows, fate }
    }

    /// Frees the chat, and puts back what must be tried again.
    fn settle(&mut self, rows: &[Outgoing], fate: &Fate) {
        let Some(address) = rows.first().map(|row| &row.to) else {
            return;
        };
        let Some(mut chat) = self.chats.remove(address) else {
            return;
        };
        chat.busy = false;
        chat.not_before = None;
        chat.is_told = false;
        let mut address = address.clone();
        let keep = match fate {
            Fate::Sent(_) | Fate::Never { .. } => false,
            Fate::Later(at, is_told) => {
                let calls = chat.rows.front().is_some_and(|row| row.urgent);
                chat.not_before = Some(*at).filter(|_| *is_told || !calls);
                chat.is_told = *is_told;
                true
            }
            // The staff keep their address; the channel knows their group's new id.
            Fate::Moved(_) if address.channel == Channel::Staff => true,
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
            // Rows that were loaded for the new address already must not overtake older ones.
            there
                .rows
                .make_contiguous()
                .sort_by_key(|row| (!row.urgent, row.id));
            there.not_before = chat.not_before;
            there.is_told = chat.is_told;
        }
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
        let together = row.key == first.key
            && row.urgent == first.urgent
            && row.case == first.case
            && row.replaces.is_none()
            && row.phrase != SUMMARY
            && first.phrase != SUMMARY;
        if !together || !before.choices.is_empty() || units > MESSAGE_UNITS_MAX {
            break;
        }
        count += 1;
    }
    count
}

/// Where the first row of a chat stands that may go out.
fn next_place(chat: &Chat, freeze: Option<&Freeze>, shelf: &Shelf) -> Option<usize> {
    let may_go = |row: &Outgoing| freeze.is_none_or(|freeze| !freeze.holds(row, &shelf.corpus));
    chat.rows.iter().position(may_go)
}
