//! How many streams of events are open: for a conversation, for an address, and in all.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::caller::Caller;
use crate::config::Bounds;

/// Whoever gets no stream asks again after so long; the page itself goes on without one.
pub const RETRY_AFTER: Duration = Duration::from_secs(30);

/// The open streams.
#[derive(Debug)]
pub struct Streams {
    bounds: Bounds,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    all: u32,
    followed: HashMap<String, u32>,
    callers: HashMap<Caller, u32>,
}

/// A place for one stream, given back when it ends.
#[derive(Debug)]
pub struct StreamPlace {
    streams: Arc<Streams>,
    followed: String,
    caller: Caller,
}

impl Streams {
    #[must_use]
    pub fn new(bounds: Bounds) -> Streams {
        Streams {
            bounds,
            open: Mutex::new(Open::default()),
        }
    }

    /// A place for a stream that follows something; nothing when there is none, or when that cannot be known.
    #[must_use]
    pub fn take(self: &Arc<Self>, followed: &str, caller: Caller) -> Option<StreamPlace> {
        let mut open = self.open.lock().ok()?;
        let of_followed = open.followed.get(followed).copied().unwrap_or(0);
        let of_caller = open.callers.get(&caller).copied().unwrap_or(0);
        let has_room = open.all < self.bounds.streams_max
            && of_followed < self.bounds.conversation_streams_max
            && (caller == Caller::Inside || of_caller < self.bounds.address_streams_max);
        if !has_room {
            return None;
        }
        open.all += 1;
        open.followed.insert(followed.to_owned(), of_followed + 1);
        open.callers.insert(caller, of_caller + 1);
        Some(StreamPlace {
            streams: Arc::clone(self),
            followed: followed.to_owned(),
            caller,
        })
    }
}

impl Drop for StreamPlace {
    fn drop(&mut self) {
        // A lock that a panic has poisoned gives nothing back: no new stream is let in then.
        let Ok(mut open) = self.streams.open.lock() else {
            return;
        };
        open.all = open.all.saturating_sub(1);
        one_less(&mut open.followed, &self.followed);
        one_less(&mut open.callers, &self.caller);
    }
}

fn one_less<K: Hash + Eq>(counts: &mut HashMap<K, u32>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bounded_and_come_back() {
        let streams = Arc::new(Streams::new(Bounds {
            streams_max: 4,
            address_streams_max: 2,
            conversation_streams_max: 1,
            ..Bounds::default()
        }));
        let caller = |n: u8| Caller::Address([192, 0, 2, n].into());
        let first = streams.take("a", caller(1));
        assert!(first.is_some());
        assert!(streams.take("a", caller(2)).is_none(), "one a conversation");
        let second = streams.take("b", caller(1));
        assert!(second.is_some());
        assert!(streams.take("c", caller(1)).is_none(), "two an address");
        let inside: Vec<_> = ["d", "e"]
            .map(|who| streams.take(who, Caller::Inside))
            .into();
        assert!(inside.iter().all(Option::is_some));
        assert!(streams.take("f", Caller::Inside).is_none(), "four in all");
        drop(first);
        assert!(streams.take("a", caller(2)).is_some());
        drop((second, inside));
        let open = streams.open.lock().unwrap();
        assert_eq!(open.all, 0);
        assert!(open.followed.is_empty() && open.callers.is_empty());
    }
}
