//! How fast somebody may go: one token bucket for each conversation and each network address.
//!
//! What cannot be checked is refused. The table has a bound, and room is made by forgetting full buckets alone, which
//! start full again anyway: nobody gets a new bucket by filling the table. While it is full, newcomers share one bucket.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Mutex;
use std::time::Duration;

use crate::clock::Stopwatch;

/// So many buckets are kept: a few megabytes.
pub const BUCKETS_MAX: usize = 50_000;
/// A full table is looked through for full buckets at most this often.
const SWEEP_SECONDS: f64 = 1.0;
/// The wait after a check that could not be made.
const UNKNOWN_WAIT: Duration = Duration::from_secs(60);

/// How much at once, and how much in the long run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quota {
    pub burst: f64,
    pub per_second: f64,
}

impl Quota {
    #[must_use]
    pub fn per_minute(burst: u32, per_minute: u32) -> Quota {
        Quota {
            burst: f64::from(burst.max(1)),
            per_second: f64::from(per_minute.max(1)) / 60.0,
        }
    }

    #[must_use]
    pub fn per_hour(most: u32) -> Quota {
        Quota {
            burst: f64::from(most.max(1)),
            per_second: f64::from(most.max(1)) / 3600.0,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    tokens: f64,
    /// Seconds on the stopwatch.
    at: f64,
}

impl Bucket {
    fn full(quota: Quota, now: f64) -> Bucket {
        Bucket {
            tokens: quota.burst,
            at: now,
        }
    }

    /// What is in it now; nothing is known of a clock that went back.
    fn level(&self, quota: Quota, now: f64) -> Option<f64> {
        let passed = now - self.at;
        (passed >= 0.0).then(|| (self.tokens + passed * quota.per_second).min(quota.burst))
    }

    fn take(&mut self, quota: Quota, now: f64) -> Result<(), Duration> {
        let level = self.level(quota, now).ok_or(UNKNOWN_WAIT)?;
        if level < 1.0 {
            return Err(wait(quota, level));
        }
        *self = Bucket {
            tokens: level - 1.0,
            at: now,
        };
        Ok(())
    }
}

/// Until there is one again.
fn wait(quota: Quota, level: f64) -> Duration {
    let seconds = (1.0 - level) / quota.per_second;
    Duration::try_from_secs_f64(seconds)
        .unwrap_or(UNKNOWN_WAIT)
        .max(Duration::from_secs(1))
}

/// The buckets of one kind of key.
pub struct Buckets<K> {
    quota: Quota,
    most: usize,
    began: Stopwatch,
    table: Mutex<Table<K>>,
}

struct Table<K> {
    own: HashMap<K, Bucket>,
    /// For those who come while the table is full.
    common: Bucket,
    swept: f64,
}

impl<K: Hash + Eq> Buckets<K> {
    #[must_use]
    pub fn new(quota: Quota, most: usize) -> Buckets<K> {
        Buckets {
            quota,
            most,
            began: Stopwatch::start(),
            table: Mutex::new(Table {
                own: HashMap::new(),
                common: Bucket::full(quota, 0.0),
                swept: 0.0,
            }),
        }
    }

    /// Takes one from the key's bucket.
    ///
    /// # Errors
    /// How long to wait: it is empty, or the check could not be made.
    pub fn take(&self, key: K) -> Result<(), Duration> {
        self.take_when(key, || self.began.seconds())
    }

    /// Whether the key's bucket is known to be empty; nothing is taken and no bucket is made.
    ///
    /// # Errors
    /// How long to wait.
    pub fn look(&self, key: &K) -> Result<(), Duration> {
        let table = self.table.lock().map_err(|_| UNKNOWN_WAIT)?;
        let now = self.began.seconds();
        let Some(bucket) = table.own.get(key) else {
            return Ok(());
        };
        match bucket.level(self.quota, now) {
            Some(level) if level >= 1.0 => Ok(()),
            Some(level) => Err(wait(self.quota, level)),
            None => Err(UNKNOWN_WAIT),
        }
    }

    /// Puts one back that was taken for nothing.
    pub fn give_back(&self, key: &K) {
        if let Ok(mut table) = self.table.lock()
            && let Some(bucket) = table.own.get_mut(key)
        {
            bucket.tokens = (bucket.tokens + 1.0).min(self.quota.burst);
        }
    }

    /// The time is asked for while the table is held: of two who come at once, the one who was let in later would else
    /// carry the earlier time, and be refused as if the clock had gone back.
    fn take_when(&self, key: K, clock: impl FnOnce() -> f64) -> Result<(), Duration> {
        let quota = self.quota;
        let mut table = self.table.lock().map_err(|_| UNKNOWN_WAIT)?;
        let now = clock();
        if let Some(bucket) = table.own.get_mut(&key) {
            return bucket.take(quota, now);
        }
        if table.own.len() >= self.most && now - table.swept >= SWEEP_SECONDS {
            table.swept = now;
            table.own.retain(|_, bucket| {
                bucket
                    .level(quota, now)
                    .is_none_or(|level| level < quota.burst)
            });
        }
        if table.own.len() >= self.most {
            return table.common.take(quota, now);
        }
        let mut bucket = Bucket::full(quota, now);
        let taken = bucket.take(quota, now);
        table.own.insert(key, bucket);
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Buckets<u32> {
        fn take_at(&self, key: u32, now: f64) -> Result<(), Duration> {
            self.take_when(key, || now)
        }
    }

    #[test]
    fn who_come_at_once_from_one_address_are_not_refused_for_it() {
        let buckets = Buckets::new(Quota::per_minute(1_000_000, 60), 10);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20_000 {
                        assert_eq!(buckets.take(1), Ok(()));
                        assert_eq!(buckets.look(&1), Ok(()));
                    }
                });
            }
        });
    }

    /// Two at once, one a second.
    fn buckets(most: usize) -> Buckets<u32> {
        Buckets::new(Quota::per_minute(2, 60), most)
    }

    #[test]
    fn a_bucket_empties_and_fills() {
        let buckets = buckets(10);
        assert!(buckets.take_at(1, 0.0).is_ok());
        assert!(buckets.take_at(1, 0.0).is_ok());
        assert_eq!(buckets.take_at(1, 0.0), Err(Duration::from_secs(1)));
        assert!(buckets.take_at(2, 0.0).is_ok(), "the others do not wait");
        assert!(buckets.take_at(1, 1.5).is_ok());
        assert!(buckets.take_at(1, 1.5).is_err());
        buckets.give_back(&1);
        assert!(buckets.take_at(1, 1.5).is_ok());
    }

    #[test]
    fn nobody_gets_a_new_bucket_by_filling_the_table() {
        let buckets = buckets(3);
        for key in [1, 1, 2, 3] {
            assert!(buckets.take_at(key, 0.0).is_ok());
        }
        // The table is full: newcomers share one bucket of two.
        let passed = (100..200).filter(|key| buckets.take_at(*key, 0.0).is_ok());
        assert_eq!(passed.count(), 2);
        assert!(buckets.take_at(1, 0.0).is_err(), "and 1 is still known");
        assert!(buckets.take_at(2, 0.0).is_ok());
        // Later the full buckets are forgotten, and only they.
        assert!(buckets.take_at(1, 1.2).is_ok());
        assert!(buckets.take_at(4, 1.2).is_ok());
        assert!(buckets.table.lock().unwrap().own.contains_key(&1));
        assert!(buckets.take_at(1, 1.2).is_err());
    }

    #[test]
    fn what_cannot_be_checked_is_refused() {
        let buckets = buckets(3);
        assert!(buckets.take_at(1, 5.0).is_ok());
        assert_eq!(
            buckets.take_at(1, 4.0),
            Err(UNKNOWN_WAIT),
            "the clock went back"
        );
        assert_eq!(buckets.take_at(1, f64::NAN), Err(UNKNOWN_WAIT));
        let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _table = buckets.table.lock().unwrap();
            panic!("the lock is poisoned");
        }));
        assert!(broken.is_err());
        assert_eq!(buckets.take_at(2, 6.0), Err(UNKNOWN_WAIT));
        assert_eq!(buckets.look(&2), Err(UNKNOWN_WAIT));
    }

    proptest! {
        #[test]
        fn never_more_than_the_quota(
            moves in prop::collection::vec((0u32..8, 0.0f64..3.0), 1..200),
            most in 1usize..6,
        ) {
            let buckets = buckets(most);
            let (mut now, mut passed) = (0.0, HashMap::<u32, f64>::new());
            for (key, step) in moves {
                now += step;
                if buckets.take_at(key, now).is_ok() {
                    *passed.entry(key).or_default() += 1.0;
                }
                prop_assert!(buckets.table.lock().unwrap().own.len() <= most);
            }
            // A key may have had its own bucket and its part of the common one.
            for count in passed.into_values() {
                prop_assert!(count <= 2.0 * (2.0 + now), "{count} in {now} s");
            }
        }
    }
}
