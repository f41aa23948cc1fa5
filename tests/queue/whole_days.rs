//! Whole days, and the figures that are held.

use chrono::NaiveDate;
use madoguchi::desk::queue::lengths::Past;
use madoguchi::desk::rules::Rules;

use super::days::{Day, Figures, Report, World, figures};
use crate::harness::config;

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
}

/// What three normal days have shown.
fn learnt(rules: &Rules) -> Past {
    let mut past = Past::default();
    for seed in 0..3 {
        (_, past) = World::new(rules, Day::Normal, date(), past, 1000 + seed).run();
    }
    past
}

fn play(rules: &Rules, past: &Past, day: Day, days: u64, only_booked: bool) -> Report {
    let mut all = Report::default();
    for seed in 0..days {
        let mut world = World::new(rules, day, date(), past.clone(), seed * 17 + 3);
        world.only_booked = only_booked;
        let (report, _) = world.run();
        all.waited.extend(report.waited);
        all.booked_late.extend(report.booked_late);
        all.walk_ins += report.walk_ins;
        all.admitted += report.admitted;
        all.served += report.served;
        all.lost += report.lost;
        all.overtime = all.overtime.max(report.overtime);
    }
    all
}

fn late(report: &Report) -> usize {
    report
        .booked_late
        .iter()
        .filter(|late| **late > 10.0)
        .count()
}

fn show(name: &str, report: &Report, figures: &Figures, alone: &Report) {
    println!(
        "{name}: {} tickets, inside the range {:.0} %, not longer than told {:.0} %, error of the middle {:.1} min (formula {:.1}); \
         without a reservation {} of {} let in; with one {} of {} waited over 10 min ({} with the book alone); overtime {:.0} min",
        figures.tickets,
        figures.inside * 100.0,
        figures.not_longer * 100.0,
        figures.error,
        figures.formula_error,
        report.admitted,
        report.walk_ins,
        late(report),
        report.booked_late.len(),
        late(alone),
        report.overtime,
    );
}

/// How many days of each kind are played; the figures in the README come from more.
fn days() -> u64 {
    let asked = std::env::var("MADOGUCHI_QUEUE_DAYS").ok();
    asked.and_then(|days| days.parse().ok()).unwrap_or(4)
}

#[test]
fn what_is_told_is_what_comes() {
    let rules = config().rules;
    let past = learnt(&rules);
    let mut waited = Vec::new();
    for day in Day::ALL {
        let report = play(&rules, &past, day, days(), false);
        let alone = play(&rules, &past, day, days(), true);
        let own = figures(&report.waited);
        show(&format!("{day:?}"), &report, &own, &alone);
        assert_eq!(report.lost, 0, "{day:?}: somebody was never called");
        // Before it is seen who is ill, nobody can know it.
        let least = if day == Day::HalfIll { 0.6 } else { 0.75 };
        assert!(own.inside >= least, "{day:?}: {own:?}");
        assert!(own.error <= own.formula_error * 0.9, "{day:?}: {own:?}");
        if matches!(day, Day::Quiet | Day::Normal | Day::Double) {
            // People without a reservation hardly ever delay those who have one.
            let share = late(&report) as f64 / report.booked_late.len() as f64;
            assert!(share <= 0.05, "{day:?}: {share}");
            assert!(report.overtime <= 30.0, "{day:?}: {}", report.overtime);
        }
        if day == Day::Normal {
            assert!(
                report.admitted * 2 > report.walk_ins,
                "{day:?}: hardly anybody is let in"
            );
        }
        waited.extend(report.waited);
    }
    let all = figures(&waited);
    println!(
        "all: inside {:.1} %, error {:.2} min, formula {:.2} min, {:.0} % less",
        all.inside * 100.0,
        all.error,
        all.formula_error,
        (1.0 - all.error / all.formula_error) * 100.0
    );
    assert!((0.75..=0.90).contains(&all.inside), "{all:?}");
    assert!(all.error <= all.formula_error * 0.7, "{all:?}");
}

#[test]
fn the_same_line_gives_the_same_range() {
    let rules = config().rules;
    let world = World::new(&rules, Day::Normal, date(), Past::default(), 7);
    let now = crate::harness::at("2026-12-01T09:30:00");
    let first = super::estimates(&rules, &world.line, now);
    assert!(!first.booked.is_empty());
    assert_eq!(first, super::estimates(&rules, &world.line, now));
}
