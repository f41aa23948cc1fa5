//! A service that fails is left alone for a while, and longer each time it fails again.

use std::time::Duration;

use crate::clock::Stopwatch;

/// The pause after the first failure; each further one is twice as long.
const PAUSE_SECONDS: f64 = 10.0;
const PAUSE_SECONDS_MAX: f64 = 300.0;

/// How a service has done lately.
#[derive(Debug, Default)]
pub struct Rest {
    /// How often it failed in a row, and since when it rests.
    failing: Option<(i32, Stopwatch)>,
}

impl Rest {
    /// How long it is still left alone.
    #[must_use]
    pub fn left(&self) -> Option<Duration> {
        let (failures, since) = self.failing?;
        let left = pause(failures) - since.seconds();
        (left > 0.0).then(|| Duration::from_secs_f64(left))
    }

    /// Notes a failure; true for the first of an outage. Those that were under way at the same time count as
    /// one.
    pub fn fail(&mut self) -> bool {
        let is_first = self.failing.is_none();
        if self.left().is_none() {
            let failures = self.failing.map_or(0, |(failures, _)| failures);
            self.failing = Some((failures.saturating_add(1), Stopwatch::start()));
        }
        is_first
    }

    /// Notes that it works; true at the end of an outage.
    pub fn recover(&mut self) -> bool {
        self.failing.take().is_some()
    }
}

/// The pause after so many failures in a row.
fn pause(failures: i32) -> f64 {
    (PAUSE_SECONDS * 2f64.powi(failures.saturating_sub(1))).min(PAUSE_SECONDS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_a_limit() {
        let check = |failures: i32, expected: f64| {
            assert!(
                (pause(failures) - expected).abs() < f64::EPSILON,
                "{failures}"
            );
        };
        check(1, 10.0);
        check(2, 20.0);
        check(5, 160.0);
        check(9, 300.0);
        check(i32::MAX, 300.0);
    }

    #[test]
    fn an_outage_is_one_however_many_met_it() {
        let mut rest = Rest::default();
        assert!(rest.left().is_none());
        assert!(rest.fail(), "the first failure is news");
        assert!(!rest.fail(), "another of the same moment is not");
        let left = rest.left().unwrap().as_secs_f64();
        assert!(left <= PAUSE_SECONDS, "{left}");
        assert!(rest.recover(), "the end is news");
        assert!(!rest.recover());
        assert!(rest.left().is_none());
    }
}
