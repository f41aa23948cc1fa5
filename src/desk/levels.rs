//! Levelling the crowd: which hours are usually quiet, learnt from the visits of the last weeks.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::rules::{OfficeId, Rules};
use super::slots::{CELL_MINUTES, DayPlan, Grid};

/// So many days back visits are learnt from.
pub const DAYS_LEARNT: i64 = 56;
/// Fewer open days of a weekday than this say nothing about it.
const DAYS_NEEDED: u32 = 3;
/// An hour with less than this part of its seats taken, in thousandths, is quiet.
const QUIET_BELOW: u16 = 500;

/// How full each hour of each weekday usually is at each office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<(OfficeId, u8, u8), u16>);

/// A visit that took place or was booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastVisit {
    pub office: OfficeId,
    pub start: NaiveDateTime,
    pub cells: u8,
}

impl Levels {
    /// Learns from the visits of the days before `today`.
    #[must_use]
    pub fn learn(rules: &Rules, visits: &[PastVisit], today: NaiveDate) -> Levels {
        let first = today - TimeDelta::days(DAYS_LEARNT);
        let mut taken: BTreeMap<(&OfficeId, u8, u8), u32> = BTreeMap::new();
        for visit in visits {
            for n in 0..visit.cells {
                let minutes = i64::from(n) * i64::from(CELL_MINUTES);
                let (weekday, hour) = band(visit.start + TimeDelta::minutes(minutes));
                *taken.entry((&visit.office, weekday, hour)).or_default() += 1;
            }
        }
        let begun = visits.iter().map(|visit| visit.start.date()).min();
        let mut levels = Levels::default();
        for office in &rules.offices {
            // Days before the first visit say nothing: the desk was not there yet.
            let days = begun
                .unwrap_or(today)
                .max(first)
                .iter_days()
                .take_while(|day| *day < today);
            let mut seats: BTreeMap<(u8, u8), (u32, u32)> = BTreeMap::new();
            for day in days {
                let Ok(hours) = rules.calendar.hours_at(&office.id, day) else {
                    continue;
                };
                let plan = DayPlan::new(rules, office, day);
                for hour in hours.opens.hour()..=hours.closes.hour() {
                    let open: u32 = (0..6)
                        .filter_map(|n| NaiveTime::from_hms_opt(hour, n * 10, 0))
                        .filter(|time| hours.opens <= *time && *time < hours.closes)
                        .map(|time| u32::from(plan.at(time).bookable))
                        .sum();
                    let (days, sum) = seats
                        .entry(band(day.and_hms_opt(hour, 0, 0).unwrap_or_default()))
                        .or_default();
                    *days += u32::from(open > 0);
                    *sum += open;
                }
            }
            for ((weekday, hour), (days, sum)) in seats {
                if days >= DAYS_NEEDED && sum > 0 {
                    let full = taken
                        .get(&(&office.id, weekday, hour))
                        .copied()
                        .unwrap_or(0);
                    let level = u16::try_from(full * 1000 / sum).unwrap_or(u16::MAX);
                    levels.0.insert((office.id.clone(), weekday, hour), level);
                }
            }
        }
        levels
    }

    /// Whether a start is usually quiet and not filling up this time either. Unknown hours are not called quiet.
    #[must_use]
    pub fn is_quiet(&self, office: &OfficeId, start: NaiveDateTime, grid: &Grid) -> bool {
        let (weekday, hour) = band(start);
        let usual = self.0.get(&(office.clone(), weekday, hour));
        usual.is_some_and(|usual| *usual < QUIET_BELOW) && grid.fullness(cell(start)) < QUIET_BELOW
    }

    /// How full a start is or usually gets, whichever is more: the lower, the better for everybody.
    #[must_use]
    pub fn level(&self, office: &OfficeId, start: NaiveDateTime, grid: &Grid) -> u16 {
        let (weekday, hour) = band(start);
        let usual = self
            .0
            .get(&(office.clone(), weekday, hour))
            .copied()
            .unwrap_or(0);
        usual.max(grid.fullness(cell(start)))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "weekdays and hours are small"
)]
fn band(at: NaiveDateTime) -> (u8, u8) {
    (at.weekday().num_days_from_monday() as u8, at.hour() as u8)
}

fn cell(at: NaiveDateTime) -> u8 {
    let minutes = at.time().num_seconds_from_midnight() / 60;
    u8::try_from(minutes / u32::from(CELL_MINUTES)).unwrap_or(0)
}
