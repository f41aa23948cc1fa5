//! The post of the simulated world: Telegram and the staff's group, with everything that can go wrong on the way.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use madoguchi::clock::{Clock, ManualClock};
use madoguchi::courier::{Deliver, DeliveryError, Receipt};
use madoguchi::desk::message::{Address, Outgoing};
use tokio::sync::Notify;

/// What goes wrong with the next message to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Nothing arrives; the channel names a waiting time or does not.
    Later(Option<u64>),
    /// Nothing arrives, ever; `gone` when the person has blocked us.
    Never { gone: bool },
    /// The message arrives, the answer does not.
    AnswerLost,
    /// The message arrives and the program dies before it can write that down.
    Death,
}

/// A message that arrived, row by row.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub row: Outgoing,
    pub at: DateTime<Utc>,
}

#[derive(Default)]
struct Inner {
    arrived: Vec<Arrival>,
    mishaps: BTreeMap<Address, Vec<Mishap>>,
    /// Rows that may arrive so many times more than once.
    repeats_allowed: HashMap<i64, usize>,
}

/// Keeps what arrives and fails as it is told.
pub struct Post {
    inner: Mutex<Inner>,
    clock: Arc<ManualClock>,
    pub died: Notify,
}

impl Post {
    pub fn new(clock: Arc<ManualClock>) -> Post {
        Post {
            inner: Mutex::default(),
            clock,
            died: Notify::new(),
        }
    }

    pub fn plan(&self, address: &Address, mishap: Mishap) {
        let mut inner = self.inner.lock().unwrap();
        inner
            .mishaps
            .entry(address.clone())
            .or_default()
            .push(mishap);
    }

    pub fn calm_down(&self) {
        self.inner.lock().unwrap().mishaps.clear();
    }

    pub fn arrived(&self) -> Vec<Arrival> {
        self.inner.lock().unwrap().arrived.clone()
    }

    pub fn arrived_since(&self, n: usize) -> Vec<Arrival> {
        self.inner.lock().unwrap().arrived[n..].to_vec()
    }

    pub fn repeats_allowed(&self, row: i64) -> usize {
        let inner = self.inner.lock().unwrap();
        inner.repeats_allowed.get(&row).copied().unwrap_or(0)
    }

    pub fn allow_repeat(&self, row: i64) {
        let mut inner = self.inner.lock().unwrap();
        *inner.repeats_allowed.entry(row).or_default() += 1;
    }

    fn arrive(&self, rows: &[Outgoing], may_repeat: bool) {
        let at = self.clock.now();
        let mut inner = self.inner.lock().unwrap();
        for row in rows {
            let row = row.clone();
            if may_repeat {
                *inner.repeats_allowed.entry(row.id.0).or_default() += 1;
            }
            inner.arrived.push(Arrival { row, at });
        }
    }

    fn next_mishap(&self, address: &Address) -> Option<Mishap> {
        let mut inner = self.inner.lock().unwrap();
        let planned = inner.mishaps.get_mut(address)?;
        (!planned.is_empty()).then(|| planned.remove(0))
    }
}

impl Deliver for Post {
    async fn deliver(&self, rows: &[Outgoing]) -> Result<Receipt, DeliveryError> {
        let reason = String::from("told to fail");
        match self.next_mishap(&rows[0].to) {
            None => {
                self.arrive(rows, false);
                Ok(Receipt {
                    message: Some(rows[0].id.0),
                })
            }
            Some(Mishap::Later(seconds)) => Err(DeliveryError::Later {
                after: seconds.map(std::time::Duration::from_secs),
                reason,
            }),
            Some(Mishap::Never { gone }) => Err(DeliveryError::Never { gone, reason }),
            Some(Mishap::AnswerLost) => {
                self.arrive(rows, true);
                Err(DeliveryError::Later {
                    after: None,
                    reason,
                })
            }
            Some(Mishap::Death) => {
                self.arrive(rows, false);
                self.died.notify_one();
                std::future::pending().await
            }
        }
    }
}
