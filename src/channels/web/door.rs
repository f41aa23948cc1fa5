//! Who may come in to the staff's pages: people named in the configuration, each with a token of their own from the
//! environment, or with the token of this start where nobody has one.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

/// After so long somebody must come in again.
const SESSION_HOURS: i64 = 10;
/// So many wrong tokens in a minute close the door for the rest of it.
const FAILURES_PER_MINUTE: usize = 10;

/// Who may come in, and who has.
pub struct Door {
    /// Hashes of the tokens by name.
    tokens: HashMap<String, [u8; 32]>,
    /// The token that opens for every name, where nobody has one of their own.
    shared: Option<[u8; 32]>,
    state: Mutex<DoorState>,
}

#[derive(Default)]
struct DoorState {
    sessions: HashMap<String, (String, DateTime<Utc>)>,
    failures: Vec<DateTime<Utc>>,
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Door for {} people", self.tokens.len())
    }
}

impl Door {
    /// A door for those with a token; `shared` is the token of this start, where nobody has one of their own.
    #[must_use]
    pub fn new(tokens: &BTreeMap<String, String>, shared: Option<&str>) -> Door {
        Door {
            tokens: tokens
                .iter()
                .map(|(name, token)| (name.clone(), digest(token)))
                .collect(),
            shared: shared.map(digest),
            state: Mutex::default(),
        }
    }

    pub(super) fn is_open(&self) -> bool {
        !self.tokens.is_empty() || self.shared.is_some()
    }

    /// Comparing hashes takes the same time wherever they differ first.
    pub(super) fn fits(&self, name: &str, token: &str) -> bool {
        let given = digest(token);
        let own = self.tokens.get(name).is_some_and(|own| *own == given);
        own || self.shared.is_some_and(|shared| shared == given)
    }

    pub(super) fn is_closed_for_now(&self, now: DateTime<Utc>) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state
            .failures
            .retain(|at| now - *at < TimeDelta::minutes(1));
        state.failures.len() >= FAILURES_PER_MINUTE
    }

    pub(super) fn note_failure(&self, now: DateTime<Utc>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.failures.push(now);
    }

    pub(super) fn enter(&self, id: String, name: &str, now: DateTime<Utc>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.sessions.retain(|_, (_, until)| *until > now);
        let until = now + TimeDelta::hours(SESSION_HOURS);
        state.sessions.insert(id, (name.to_owned(), until));
    }

    pub(super) fn leave(&self, id: &str) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.sessions.remove(id);
    }

    pub(super) fn who(&self, id: &str, now: DateTime<Utc>) -> Option<String> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (name, until) = state.sessions.get(id)?;
        (*until > now).then(|| name.clone())
    }
}

fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
