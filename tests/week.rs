//! A week of cases: eight clerks and three hundred citizens, Telegram over HTTP and the pages, connections that break, topics
//! that people delete, rights that are missing, a group that moves, a program that ends and dies. Every message is delivered
//! once or fails visibly, no case has two owners, and nobody is lost.
//!
//! `MADOGUCHI_WEEKS=5` plays so many seeds, `MADOGUCHI_WEEK=7` plays one.

mod citizens;
mod clerks;
mod faults;
mod invariants;
mod replay;
mod world;

use chrono::{TimeDelta, Timelike};
use madoguchi::desk::rules::civil;

use crate::fake_telegram::Fault;
use crate::harness::at;
use faults::Fates;
use world::World;

/// When the week is over.
const END: &str = "2026-12-07T08:00:00";
/// The one week that every run of the tests plays.
const SEED: u64 = 2026;

/// Plays a week; what happened in it.
async fn play(seed: u64) -> World {
    let mut world = World::open(seed).await;
    let mut fates = Fates::default();
    while world.now() < at(END) {
        let here = civil(world.now());
        // By night little happens.
        let minutes = if (7..21).contains(&here.hour()) {
            10
        } else {
            60
        };
        world.advance(TimeDelta::minutes(minutes));
        world.app.tick().await.unwrap();
        invariants::alarms_are_on_time(&mut world);
        world.fate(&mut fates).await;
        world.citizens_act().await;
        world.clerks_act().await;
        world.deliver_through(&mut fates).await;
        world.pages_read(0.15).await;
        let now = civil(world.now());
        if now.minute() == 0 {
            invariants::hourly(&mut world);
        }
        if now.minute() == 0 && now.hour() == 18 {
            invariants::the_log_tells_the_same(&world);
        }
    }
    world.settle().await;
    invariants::hourly(&mut world);
    invariants::at_the_end(&mut world);
    world
}

/// The faults that Telegram has shown, by kind.
fn shown(world: &mut World) {
    let struck = world.telegram.look(|telegram| telegram.struck().to_vec());
    for struck in struck {
        world.count(match struck.fault {
            Fault::DropBefore => "connections lost before a message",
            Fault::DropAfter => "connections lost after a message",
            Fault::TooMany { .. } => "429",
            Fault::Server | Fault::BadGateway => "5xx",
            Fault::NotJson => "answers that were no JSON",
            Fault::Refused { .. } => "messages refused for good",
            Fault::MigrateTo(_) => "moves of the group",
            _ => "other faults",
        });
    }
    for (what, sql) in [
        ("cases", "SELECT count(*) FROM cases"),
        (
            "cases closed",
            "SELECT count(*) FROM cases WHERE state = 'closed'",
        ),
        (
            "alarms",
            "SELECT count(*) FROM case_events WHERE step = 'alarm'",
        ),
        (
            "answers",
            "SELECT count(*) FROM case_events WHERE step = 'answer'",
        ),
        ("topics of cases", "SELECT count(*) FROM case_topics"),
        ("rows of the log", "SELECT count(*) FROM audit"),
    ] {
        let count = u64::try_from(world.number(sql)).unwrap();
        world.counts.insert(what, count);
    }
}

/// What a rough week has seen, each at least once.
const ROUGH: [&str; 21] = [
    "429",
    "5xx",
    "a second reader of the file",
    "alarms",
    "answers that failed",
    "answers that were no JSON",
    "calls asked for",
    "cases given back",
    "cases taken over",
    "citizens who blocked the bot",
    "connections lost after a message",
    "connections lost before a message",
    "deaths while delivering",
    "messages refused for good",
    "messages seen twice",
    "moves of the group",
    "races for a case",
    "restarts in order",
    "rights given back",
    "rights taken away",
    "topics deleted",
];

async fn play_and_tell(seed: u64) {
    let mut world = play(seed).await;
    shown(&mut world);
    println!("the week of seed {seed}:");
    for (what, times) in &world.counts {
        println!("{times:>7} {what}");
    }
    for what in ROUGH {
        assert!(world.counts.contains_key(what), "a week without {what}");
        assert!(world.counts[what] > 0, "a week without {what}");
    }
    assert!(world.counts["cases"] >= 300);
    world.close().await;
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[tokio::test]
async fn every_message_of_the_week_arrives_once_or_fails_visibly() {
    if let Some(seed) = number("MADOGUCHI_WEEK") {
        return play_and_tell(seed).await;
    }
    for seed in SEED..SEED + number("MADOGUCHI_WEEKS").unwrap_or(1) {
        play_and_tell(seed).await;
    }
}
