//! How often somebody may try to come in. Wrong tries are counted by name and place, so that a stranger elsewhere does
//! not keep the owner of a name out; each further one locks that name at that place for twice as long.

use chrono::{DateTime, TimeDelta, Utc};

/// So many wrong tries are free of a wait …
const FREE: u32 = 4;
/// … and each further one doubles it, up to this.
const LOCK_MINUTES_MAX: i64 = 30;
/// Tries are forgotten after so long without a wrong one.
pub const FORGET_MINUTES: i64 = 60;
/// So many wrong tries at other places within the hour look like one stranger with many addresses: the name is closed
/// to places from which nobody has come in under it.
pub const ELSEWHERE_MAX: u32 = 100;

/// What is known of the tries under a name from a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    pub failures: u32,
    pub failed_at: DateTime<Utc>,
    pub locked_until: DateTime<Utc>,
    /// Somebody has come in under that name from there.
    pub is_known: bool,
}

impl Tries {
    /// Counts a try before it is known how it ends, so that tries at the same moment count as well. A right one is taken
    /// back with `right`.
    ///
    /// # Errors
    /// How long to wait before the next try is looked at.
    pub fn begin(self, elsewhere: u32, now: DateTime<Utc>) -> Result<Tries, TimeDelta> {
        if self.locked_until > now {
            return Err(self.locked_until - now);
        }
        if elsewhere >= ELSEWHERE_MAX && !self.is_known {
            return Err(TimeDelta::minutes(LOCK_MINUTES_MAX));
        }
        let quiet = now - self.failed_at.max(self.locked_until);
        let before = if quiet >= TimeDelta::minutes(FORGET_MINUTES) {
            0
        } else {
            self.failures
        };
        let failures = before.saturating_add(1);
        let minutes = failures.checked_sub(FREE + 1).map(|more| {
            1_i64
                .checked_shl(more)
                .filter(|minutes| (1..=LOCK_MINUTES_MAX).contains(minutes))
                .unwrap_or(LOCK_MINUTES_MAX)
        });
        Ok(Tries {
            failures,
            failed_at: now,
            // This try is still looked at; when it is right, all is forgotten. Without a wait nothing is locked, not even
            // until a clock that was set back is here again.
            locked_until: minutes.map_or(self.locked_until, |minutes| {
                now + TimeDelta::minutes(minutes)
            }),
            ..self
        })
    }

    /// Somebody has come in.
    #[must_use]
    pub fn right(now: DateTime<Utc>) -> Tries {
        Tries {
            failures: 0,
            failed_at: now,
            locked_until: DateTime::default(),
            is_known: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_796_083_200 + minutes * 60, 0).unwrap()
    }

    #[test]
    fn each_wrong_try_after_the_fourth_locks_for_twice_as_long() {
        let mut tries = Tries::default();
        for _ in 0..5 {
            tries = tries.begin(0, at(0)).unwrap();
        }
        let mut now = 0;
        for minutes in [1, 2, 4, 8, 16, 30, 30, 30] {
            let wait = tries.begin(0, at(now)).unwrap_err();
            assert_eq!(wait, TimeDelta::minutes(minutes));
            now += minutes;
            tries = tries.begin(0, at(now)).unwrap();
        }
    }

    #[test]
    fn tries_are_forgotten_with_an_hour_and_with_a_right_one() {
        let mut tries = Tries::default();
        for hour in 0..20 {
            tries = tries.begin(0, at(hour * 60)).unwrap();
        }
        for _ in 0..3 {
            tries = tries.begin(0, at(20 * 60)).unwrap();
        }
        for _ in 0..20 {
            tries = Tries::right(at(0)).begin(0, at(0)).unwrap();
        }
        assert_eq!(tries.failures, 1);
    }

    #[test]
    fn many_places_close_a_name_to_strangers_alone() {
        let stranger = Tries::default();
        assert!(stranger.begin(ELSEWHERE_MAX - 1, at(0)).is_ok());
        assert!(stranger.begin(ELSEWHERE_MAX, at(0)).is_err());
        assert!(Tries::right(at(0)).begin(ELSEWHERE_MAX, at(1)).is_ok());
    }

    #[test]
    fn a_clock_that_is_set_back_keeps_nobody_out() {
        let right = Tries::right(at(10));
        assert!(right.begin(0, at(9)).is_ok());
        let first = Tries::default().begin(0, at(10)).unwrap();
        assert!(first.begin(0, at(9)).is_ok());
    }

    #[test]
    fn no_number_of_tries_overflows() {
        let many = Tries {
            failures: u32::MAX,
            failed_at: at(0),
            locked_until: at(0),
            is_known: false,
        };
        let next = many.begin(0, at(1)).unwrap();
        assert_eq!(next.locked_until, at(1 + LOCK_MINUTES_MAX));
    }
}
