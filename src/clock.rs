//! The only place that asks the machine for the time.

use std::sync::Mutex;
use std::time::Instant;

use chrono::{DateTime, Duration, Utc};

/// Where the program gets the time from. Rules never see a clock: they take `now` as a value.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;
    /// How many seconds of this clock pass in one second of the machine; loops divide their waits by it.
    fn speed(&self) -> f64 {
        1.0
    }
}

/// The machine's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock for rehearsals: starts where it is told and runs as fast as it is told.
#[derive(Debug)]
pub struct RehearsalClock {
    start: DateTime<Utc>,
    began: Instant,
    speed: f64,
}

impl RehearsalClock {
    /// `speed` is the number of rehearsal seconds in one real second; it is kept between 0 and 86,400.
    #[must_use]
    pub fn new(start: DateTime<Utc>, speed: f64) -> RehearsalClock {
        let speed = if speed.is_finite() {
            speed.clamp(0.0, 86_400.0)
        } else {
            1.0
        };
        RehearsalClock {
            start,
            began: Instant::now(),
            speed,
        }
    }

    /// A rehearsal that starts now.
    #[must_use]
    pub fn from_now(speed: f64) -> RehearsalClock {
        RehearsalClock::new(Utc::now(), speed)
    }
}

impl Clock for RehearsalClock {
    fn now(&self) -> DateTime<Utc> {
        let millis = self.began.elapsed().as_secs_f64() * self.speed * 1000.0;
        self.start + Duration::milliseconds(millis as i64)
    }

    fn speed(&self) -> f64 {
        self.speed
    }
}

/// A clock that only moves when it is told to; tests and simulations turn its hands.
#[derive(Debug)]
pub struct ManualClock(Mutex<DateTime<Utc>>);

impl ManualClock {
    #[must_use]
    pub fn new(start: DateTime<Utc>) -> ManualClock {
        ManualClock(Mutex::new(start))
    }

    /// Moves the hands; a negative duration turns them back.
    pub fn advance(&self, by: Duration) {
        let mut now = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        *now += by;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// A stopwatch for metrics and limits, which measure the machine and not the city's clock.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    #[must_use]
    pub fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    #[must_use]
    pub fn seconds(self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}
