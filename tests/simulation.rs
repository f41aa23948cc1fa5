//! A simulation with seeds: residents, clerks, a clock that jumps, a post that fails, and a program that dies at any
//! moment. Each seed plays a random course of actions against the real program on a real file and checks after every
//! step what must always hold.
//!
//! `MADOGUCHI_SEEDS=2000` plays so many seeds, `MADOGUCHI_SEED=7` plays one and prints what happened.

mod actions;
mod invariants;
mod post;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use rand::Rng;

use invariants::Dump;
use world::World;

/// How many seeds a plain `cargo test` plays.
const QUICK_SEEDS: u64 = 50;
/// How many of the last actions a failure shows.
const ACTIONS_SHOWN: usize = 25;

/// Plays one seed to the end and returns the database as it then stands.
fn play(seed: u64) -> Result<(Dump, World), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let mut world = World::new(seed);
    let played = catch_unwind(AssertUnwindSafe(|| runtime.block_on(course(&mut world))));
    let fault = match played {
        Ok(Ok(())) => return invariants::dump(&world.app).map(|dump| (dump, world)),
        Ok(Err(fault)) => fault,
        Err(_) => "the simulation panicked".to_owned(),
    };
    let shown = world.log.len().saturating_sub(ACTIONS_SHOWN);
    Err(format!(
        "seed {seed}: {fault}\n  the last actions:\n    {}\n  replay with MADOGUCHI_SEED={seed}",
        world.log[shown..].join("\n    ")
    ))
}

async fn course(world: &mut World) -> Result<(), String> {
    let steps = world.rng.random_range(60..120);
    for n in 0..steps {
        actions::step(world).await?;
        invariants::always(world)?;
        if n % 20 == 19 {
            invariants::no_secrets(world)?;
        }
    }
    world.note("settle".into());
    world.settle().await?;
    invariants::always(world)?;
    invariants::at_rest(world)
}

/// Plays seeds side by side and returns what failed, the lowest seed first.
fn play_all(seeds: std::ops::Range<u64>) -> Vec<String> {
    let next = AtomicU64::new(seeds.start);
    let faults = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end || faults.lock().unwrap().len() >= 5 {
                        return;
                    }
                    if let Err(fault) = play(seed) {
                        faults.lock().unwrap().push((seed, fault));
                    }
                }
            });
        }
    });
    let mut faults = faults.into_inner().unwrap();
    faults.sort();
    faults.into_iter().map(|(_, fault)| fault).collect()
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn every_seed_keeps_the_invariants() {
    if let Some(seed) = number("MADOGUCHI_SEED") {
        let (_, world) = play(seed).unwrap_or_else(|fault| panic!("\n{fault}\n"));
        panic!("seed {seed} passes; it went so:\n{}", world.log.join("\n"));
    }
    let faults = play_all(0..number("MADOGUCHI_SEEDS").unwrap_or(QUICK_SEEDS));
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n\n"));
}

#[test]
fn the_same_seed_gives_the_same_database() {
    for seed in [3, 17, 2026] {
        let [first, second] = [play(seed), play(seed)].map(|played| match played {
            Ok((dump, world)) => (dump, world.log),
            Err(fault) => panic!("\n{fault}\n"),
        });
        for (one, other) in first.1.iter().zip(&second.1) {
            assert_eq!(one, other, "seed {seed} went another way");
        }
        for ((table, rows), (_, others)) in first.0.iter().zip(&second.0) {
            for (one, other) in rows.iter().zip(others) {
                assert_eq!(one, other, "seed {seed} wrote another row in {table}");
            }
        }
        assert!(first == second, "seed {seed} wrote more or fewer rows");
    }
}

/// A simulation in which nothing happens proves nothing.
#[test]
fn the_simulated_people_do_what_people_do() {
    let mut told = world::Told::default();
    let (mut reminders, mut clerks, mut repeats, mut collisions) = (0, 0, 0, 0);
    for seed in 100..112 {
        let (_, world) = play(seed).unwrap_or_else(|fault| panic!("\n{fault}\n"));
        told.booked += world.told.booked;
        told.moved += world.told.moved;
        told.cancelled += world.told.cancelled;
        let count = |sql: &str| invariants::count(&world.app, sql).unwrap();
        reminders += count("SELECT count(*) FROM outbox WHERE phrase LIKE 'reminder-%'");
        clerks += count("SELECT count(*) FROM outbox WHERE phrase = 'staff-says'");
        collisions += count(
            "SELECT count(*) FROM outbox WHERE phrase IN ('time-full', 'day-full', 'hold-ended', 'slot-taken')",
        );
        let arrived = world.post.arrived();
        let ids: std::collections::BTreeSet<i64> = arrived.iter().map(|a| a.row.id.0).collect();
        repeats += arrived.len() - ids.len();
    }
    let all = format!("{told:?}, {reminders} {clerks} {repeats} {collisions}");
    assert!(
        told.booked >= 12 && told.moved >= 2 && told.cancelled >= 3,
        "{all}"
    );
    assert!(
        reminders >= 3 && clerks >= 3 && repeats >= 3 && collisions >= 1,
        "{all}"
    );
}
