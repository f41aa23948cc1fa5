//! How long visits really last, learnt from finished tickets.

use crate::desk::procedure::Procedure;
use crate::desk::rules::Rules;

/// A finished ticket: seconds from the call to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastService {
    pub procedures: Vec<Procedure>,
    pub people: u8,
    pub seconds: u32,
}

/// What the last weeks have shown, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    pub services: Vec<PastService>,
    /// Seconds from the end of a visit to the next call at the same counter, while somebody waited.
    pub turnarounds: Vec<u32>,
    /// Calls, and those of them that nobody came to.
    pub calls: u32,
    pub missed_calls: u32,
    /// Reservations of past days, and those of them that were kept.
    pub booked: u32,
    pub came: u32,
    /// Tickets without a reservation given in each hour of the day, and the days they were counted on.
    pub walk_ins: [u32; 24],
    pub days: u32,
}

/// A median is believed from so many visits on …
const VISITS_MIN: usize = 5;
/// … and taken from the newest so many.
const VISITS_MAX: usize = 40;
/// The scatter is believed from so many visits on.
const SCATTER_MIN: usize = 30;
/// No visit is reckoned with less.
const FLOOR_SECONDS: f32 = 120.0;
/// Until something is learnt: between two visits at a counter; one call in thirty is missed; nine of ten reservations
/// are kept.
const TURNAROUND_SECONDS: f32 = 60.0;
const CALLS_PRIOR: f32 = 60.0;
const MISSED_PRIOR: f32 = 2.0;
const BOOKED_PRIOR: f32 = 50.0;
const CAME_PRIOR: f32 = 45.0;

/// How many steps the scatter has.
const STEPS: usize = 16;
/// The standard normal distribution at the middles of sixteen equal parts.
const NORMAL: [f32; STEPS] = [
    -1.863, -1.318, -1.010, -0.776, -0.579, -0.402, -0.237, -0.078, 0.078, 0.237, 0.402, 0.579,
    0.776, 1.010, 1.318, 1.863,
];
/// The scatter of the logarithm of lengths until it is learnt.
const SIGMA: f32 = 0.4;
/// The same of pauses.
const PAUSE_SIGMA: f32 = 0.8;

/// How long visits last.
#[derive(Clone, Debug, PartialEq)]
pub struct Lengths {
    /// Seconds for one person, by procedure; what is not learnt is as configured.
    medians: [Option<f32>; Procedure::ALL.len()],
    /// Real length over expected length, from the shortest to the longest.
    scatter: [f32; STEPS],
    /// Seconds between two visits at a counter, from the shortest to the longest: some clerks are away for a while.
    pauses: [f32; STEPS],
    /// Of a thousand calls so many are missed.
    pub missed: f32,
    /// The share of reservations that are kept.
    pub shows: f32,
    /// Expected people without a reservation in each hour of the day.
    pub walk_ins: [f32; 24],
}

impl Default for Lengths {
    fn default() -> Lengths {
        Lengths {
            medians: [None; Procedure::ALL.len()],
            scatter: NORMAL.map(|z| (z * SIGMA).exp()),
            pauses: NORMAL.map(|z| TURNAROUND_SECONDS * (z * PAUSE_SIGMA).exp()),
            missed: MISSED_PRIOR / CALLS_PRIOR,
            shows: CAME_PRIOR / BOOKED_PRIOR,
            walk_ins: [0.0; 24],
        }
    }
}

impl Lengths {
    /// Learns from the past; where it says too little, what is configured holds.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of some weeks")]
    pub fn learn(rules: &Rules, past: &Past) -> Lengths {
        let mut lengths = Lengths::default();
        for (n, procedure) in Procedure::ALL.iter().enumerate() {
            lengths.medians[n] = median_of(rules, past, *procedure);
        }
        lengths.learn_scatter(rules, past);
        let gaps: Vec<f32> = past.turnarounds.iter().map(|s| *s as f32).collect();
        if gaps.len() >= SCATTER_MIN {
            lengths.pauses = steps(gaps);
        }
        lengths.missed =
            (past.missed_calls as f32 + MISSED_PRIOR) / (past.calls as f32 + CALLS_PRIOR);
        lengths.shows = (past.came as f32 + CAME_PRIOR) / (past.booked as f32 + BOOKED_PRIOR);
        if past.days > 0 {
            lengths.walk_ins = past.walk_ins.map(|n| n as f32 / past.days as f32);
        }
        lengths
    }

    #[expect(clippy::cast_precision_loss, reason = "seconds of a visit")]
    fn learn_scatter(&mut self, rules: &Rules, past: &Past) {
        let ratios: Vec<f32> = past
            .services
            .iter()
            .map(|s| s.seconds as f32 / self.expected(rules, &s.procedures, s.people))
            .collect();
        if ratios.len() < SCATTER_MIN {
            return;
        }
        self.scatter = steps(ratios);
    }

    /// The seconds a visit lasts in the middle of all cases.
    #[must_use]
    pub fn expected(&self, rules: &Rules, procedures: &[Procedure], people: u8) -> f32 {
        let further = f32::from(people.saturating_sub(1));
        let each = procedures.iter().map(|procedure| {
            let set = rules.procedure(*procedure);
            let configured = f32::from(set.minutes.max(1)) * 60.0;
            let n = Procedure::ALL.iter().position(|p| p == procedure);
            let one = n.and_then(|n| self.medians[n]).unwrap_or(configured);
            one * (1.0 + further * f32::from(set.further_minutes) * 60.0 / configured)
        });
        each.sum::<f32>().max(FLOOR_SECONDS)
    }

    /// The length at a place between the shortest (0) and the longest (1) of all cases, over the expected one.
    #[must_use]
    pub fn at(&self, place: f32) -> f32 {
        between(&self.scatter, place)
    }

    /// Seconds until the next call, at a place between the shortest (0) and the longest (1) pause.
    #[must_use]
    pub fn pause(&self, place: f32) -> f32 {
        between(&self.pauses, place)
    }

    /// The place at which a length stands: the opposite of `at`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "an index into sixteen steps")]
    pub fn place_of(&self, ratio: f32) -> f32 {
        let n = self.scatter.partition_point(|step| *step <= ratio);
        if n == 0 {
            return 0.0;
        }
        if n == STEPS {
            return 1.0;
        }
        let (a, b) = (self.scatter[n - 1], self.scatter[n]);
        let within = if b > a { (ratio - a) / (b - a) } else { 0.0 };
        (n as f32 - 0.5 + within) / STEPS as f32
    }
}

/// The middles of sixteen equal parts of what was seen, in order.
fn steps(mut seen: Vec<f32>) -> [f32; STEPS] {
    seen.sort_by(f32::total_cmp);
    std::array::from_fn(|n| seen[(2 * n + 1) * seen.len() / (2 * STEPS)])
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "an index into sixteen steps"
)]
fn between(table: &[f32; STEPS], place: f32) -> f32 {
    let x = (place * STEPS as f32 - 0.5).clamp(0.0, (STEPS - 1) as f32);
    let low = (x as usize).min(STEPS - 2);
    let (a, b) = (table[low], table[low + 1]);
    a + (b - a) * (x - low as f32)
}

/// The median of the newest visits for this procedure alone, for one person.
#[expect(clippy::cast_precision_loss, reason = "seconds of a visit")]
fn median_of(rules: &Rules, past: &Past, procedure: Procedure) -> Option<f32> {
    let alone = past.services.iter().filter(|s| s.procedures == [procedure]);
    let for_one = |s: &PastService| {
        let one = f32::from(rules.minutes(&s.procedures, 1));
        s.seconds as f32 * one / f32::from(rules.minutes(&s.procedures, s.people))
    };
    let mut seconds: Vec<f32> = alone.take(VISITS_MAX).map(for_one).collect();
    (seconds.len() >= VISITS_MIN).then(|| middle(&mut seconds).max(FLOOR_SECONDS))
}

fn middle(values: &mut [f32]) -> f32 {
    let at = values.len() / 2;
    *values.select_nth_unstable_by(at, f32::total_cmp).1
}
