//! The updates that wait for the bot, with Telegram's offsets.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde_json::Value;

/// The number of the first update.
pub const FIRST_UPDATE: i64 = 500_001;
/// Telegram gives out at most this many updates at once.
const LARGEST_BATCH: usize = 100;

#[derive(Debug)]
struct Waiting {
    json: Arc<str>,
    /// A redelivered update is shown once even though the offset is beyond it already.
    guarded: bool,
}

/// The queue of updates.
#[derive(Debug)]
pub(super) struct Queue {
    waiting: BTreeMap<i64, Waiting>,
    history: Option<HashMap<i64, Arc<str>>>,
    next: i64,
    /// The poll that is answered next; an older one has to give way.
    newest_poll: u64,
    polling: bool,
    reverse: bool,
    held: bool,
}

impl Queue {
    pub(super) fn new(recording: bool) -> Self {
        Self {
            waiting: BTreeMap::new(),
            history: recording.then(HashMap::new),
            next: FIRST_UPDATE,
            newest_poll: 0,
            polling: false,
            reverse: false,
            held: false,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    pub(super) fn is_confirmed(&self, update: i64) -> bool {
        (FIRST_UPDATE..self.next).contains(&update) && !self.waiting.contains_key(&update)
    }

    pub(super) fn is_polling(&self) -> bool {
        self.polling
    }

    /// Queues an update; one that carries no number of its own is given the next one.
    pub(super) fn put(&mut self, mut update: Value) -> i64 {
        let own = update.get("update_id").and_then(Value::as_i64);
        let id = own.unwrap_or(self.next);
        self.next = self.next.max(id + 1);
        if own.is_none() {
            update["update_id"] = id.into();
        }
        let json: Arc<str> = update.to_string().into();
        if let Some(history) = &mut self.history {
            history.insert(id, Arc::clone(&json));
        }
        self.waiting.insert(
            id,
            Waiting {
                json,
                guarded: own.is_some(),
            },
        );
        id
    }

    /// Queues an earlier update once more; false when there never was one.
    pub(super) fn put_again(&mut self, update: i64) -> bool {
        let json = self
            .history
            .as_ref()
            .and_then(|history| history.get(&update));
        let Some(json) = json.map(Arc::clone) else {
            return false;
        };
        self.waiting.insert(
            update,
            Waiting {
                json,
                guarded: true,
            },
        );
        true
    }

    /// Queues updates that are written out already, one after the other.
    pub(super) fn put_written(&mut self, updates: impl Iterator<Item = Arc<str>>) {
        for json in updates {
            self.waiting.insert(
                self.next,
                Waiting {
                    json,
                    guarded: false,
                },
            );
            self.next += 1;
        }
    }

    /// The number the next update will have.
    pub(super) fn next(&self) -> i64 {
        self.next
    }

    /// Confirms everything below the offset. A negative offset keeps only that many of the
    /// newest updates.
    pub(super) fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let keep = usize::try_from(-offset).unwrap_or(usize::MAX);
            while self.waiting.len() > keep {
                self.waiting.pop_first();
            }
            return;
        }
        let mut spared = Vec::new();
        while let Some(first) = self
            .waiting
            .first_entry()
            .filter(|first| *first.key() < offset)
        {
            if first.get().guarded {
                spared.push(first.remove_entry());
            } else {
                first.remove();
            }
        }
        self.waiting.extend(spared);
    }

    /// Forgets everything that waits.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Takes everything that waits, as JSON.
    pub(super) fn take_all(&mut self) -> Vec<Value> {
        let waiting = std::mem::take(&mut self.waiting).into_values();
        waiting
            .map(|one| serde_json::from_str(&one.json).expect("queued as JSON"))
            .collect()
    }

    /// The next updates, lowest first unless the test asked for the reverse.
    pub(super) fn batch(&mut self, limit: Option<i64>) -> Vec<Arc<str>> {
        if self.held {
            return Vec::new();
        }
        let limit = limit
            .and_then(|limit| usize::try_from(limit).ok())
            .unwrap_or(LARGEST_BATCH);
        let limit = limit.clamp(1, LARGEST_BATCH);
        let take = |one: &mut Waiting| {
            one.guarded = false;
            Arc::clone(&one.json)
        };
        let mut batch: Vec<_> = self.waiting.values_mut().take(limit).map(take).collect();
        if self.reverse && batch.len() > 1 {
            self.reverse = false;
            batch.reverse();
        }
        batch
    }

    /// Asks for the next batch of at least two updates in reverse order.
    pub(super) fn reverse_next(&mut self) {
        self.reverse = true;
    }

    /// Keeps all updates back, or lets them go again.
    pub(super) fn hold(&mut self, held: bool) {
        self.held = held;
    }

    /// Begins a poll and returns its ticket.
    pub(super) fn begin_poll(&mut self) -> u64 {
        self.newest_poll += 1;
        self.polling = true;
        self.newest_poll
    }

    /// Whether no other poll has begun since.
    pub(super) fn is_newest(&self, ticket: u64) -> bool {
        self.newest_poll == ticket
    }

    /// Ends a poll, unless another one has taken its place.
    pub(super) fn end_poll(&mut self, ticket: u64) {
        if self.is_newest(ticket) {
            self.polling = false;
        }
    }
}
