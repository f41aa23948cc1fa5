//! How fast one conversation may write.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::config::Web;

/// After so many checks the memory of quiet conversations is given back.
const TIDY_EVERY: u32 = 4096;

/// A bucket for each conversation.
pub struct Limit {
    limiter: DefaultKeyedRateLimiter<String>,
    clock: DefaultClock,
    checks: std::sync::atomic::AtomicU32,
}

impl Limit {
    #[must_use]
    pub fn new(web: &Web) -> Limit {
        let at_least_one = |n: u32| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::per_minute(at_least_one(web.messages_per_minute))
            .allow_burst(at_least_one(web.burst_messages));
        let limiter = DefaultKeyedRateLimiter::keyed(quota);
        Limit {
            limiter,
            clock: DefaultClock::default(),
            checks: std::sync::atomic::AtomicU32::new(0),
        }
    }

    /// Takes one from the conversation's bucket.
    ///
    /// # Errors
    /// How long to wait when it is empty.
    pub fn check(&self, conversation: &str) -> Result<(), Duration> {
        if self
            .checks
            .fetch_add(1, std::sync::atomic::Ordering::Relaxed)
            % TIDY_EVERY
            == TIDY_EVERY - 1
        {
            self.limiter.retain_recent();
        }
        self.limiter
            .check_key(&conversation.to_owned())
            .map_err(|until| {
                until
                    .wait_time_from(self.clock.now())
                    .max(Duration::from_secs(1))
            })
    }
}
