//! A morning played on the real database and read back from its rows: what each ticket was told against when it was called.

use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::{FloorAction, TicketWish};
use madoguchi::ids::TicketId;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::races::{act, open, wish};
use crate::harness::CityHall;

/// Visits of true lengths that the configuration does not know: half a minute to half an hour.
fn seconds(rng: &mut StdRng) -> i64 {
    let sum: f64 = (0..4).map(|_| rng.random::<f64>()).sum();
    (60.0 + sum * sum * 130.0) as i64
}

/// Three hours at four counters; returns how many were let in.
async fn morning(hall: &mut CityHall, seed: u64) -> u32 {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut busy: [Option<(TicketId, i64)>; 4] = [None; 4];
    let mut pause = [0i64; 4];
    let mut given = 0;
    for tick in 0..(3 * 3600 / 20) {
        let t = tick * 20;
        hall.clock.advance(chrono::Duration::seconds(20));
        if rng.random::<f64>() < 0.09 {
            let procedures = [Procedure::Pin, Procedure::Certificate, Procedure::Pickup];
            let wish = TicketWish {
                beyond: None,
                ..wish(procedures[rng.random_range(0..3)])
            };
            let key = format!("come-{seed}-{tick}");
            given += u32::from(act(hall, &key, 1, FloorAction::Issue(wish)).await.is_ok());
        }
        for n in 0..4u8 {
            let place = usize::from(n);
            if let Some((ticket, until)) = busy[place].filter(|(_, until)| *until <= t) {
                let key = format!("done-{seed}-{ticket}");
                act(hall, &key, n + 1, FloorAction::Finish(ticket, Vec::new()))
                    .await
                    .unwrap();
                busy[place] = None;
                pause[place] = until + rng.random_range(20..100);
            }
            if busy[place].is_none() && pause[place] <= t {
                let key = format!("next-{seed}-{tick}-{n}");
                let next = FloorAction::Next(CounterNumber(n + 1));
                if let Ok(Some(ticket)) = act(hall, &key, n + 1, next).await {
                    let key = format!("serve-{seed}-{}", ticket.id);
                    act(hall, &key, n + 1, FloorAction::Serve(ticket.id))
                        .await
                        .unwrap();
                    busy[place] = Some((ticket.id, t + seconds(&mut rng)));
                }
            }
        }
    }
    given
}

#[tokio::test]
async fn what_the_rows_of_a_morning_say_is_what_was_told() {
    let (mut told, mut inside, mut given) = (0, 0, 0);
    for seed in 0..3 {
        let mut hall = CityHall::open("2026-12-01T09:00:00");
        for n in 1..=4 {
            act(&hall, &format!("open-{n}"), n, open(n)).await.unwrap();
        }
        given += morning(&mut hall, seed).await;
        told += hall.count(
            "SELECT count(*) FROM tickets WHERE called_at IS NOT NULL AND told_low IS NOT NULL",
        );
        inside += hall.count(
            "SELECT count(*) FROM tickets WHERE called_at IS NOT NULL AND told_low IS NOT NULL
              AND (called_at - issued_at) / 60000.0 BETWEEN told_low - 1 AND told_high + 1",
        );
    }
    println!("{given} let in, {told} called, {inside} within what they were told");
    assert!(told > 60, "{told}");
    assert!(inside * 100 >= told * 75, "{inside} of {told}");
}
