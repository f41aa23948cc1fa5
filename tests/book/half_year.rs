//! Half a year of the counter: people and clerks reserve, move and cancel, the national system stands still, days are
//! closed, people wait for seats and take what is offered. `MADOGUCHI_VISITS_PER_DAY=320` plays it at twice the city's
//! 3,400 procedures a month; a plain test plays a small city with the same share of everything.

use chrono::{Datelike, Duration, NaiveDate, TimeDelta};
use madoguchi::desk::calendar::Change;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::clerk::Order;
use madoguchi::desk::closing::ClosingReason;
use madoguchi::desk::message::Outgoing;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::rules::civil;
use madoguchi::ids::ReservationId;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::{booking, entry, hall, main_office, wish};
use crate::harness::{CityHall, config_with};

const DAYS: i64 = 182;
const PROCEDURES: [(Procedure, &str); 3] = [
    (Procedure::Pickup, "カードの受け取り"),
    (Procedure::Certificate, "電子証明書の更新"),
    (Procedure::Pin, "暗証番号の再設定"),
];

#[derive(Default, Debug)]
struct Tally {
    booked: u32,
    full: u32,
    moved: u32,
    cancelled: u32,
    closings: u32,
    affected: usize,
    taken: u32,
    waits: u32,
    offers: u32,
    missed: u32,
}

struct City {
    hall: CityHall,
    rng: StdRng,
    people: u32,
    tally: Tally,
}

impl City {
    fn day_ahead(&mut self) -> NaiveDate {
        let days = self.rng.random_range(1..20);
        self.hall.now().date() + TimeDelta::days(days)
    }

    /// Somebody writes for a time; what is full they may wait for.
    async fn citizen(&mut self) {
        self.people += 1;
        let name = format!("p{}", self.people);
        let day = self.day_ahead();
        let hour = self.rng.random_range(9..17);
        let (_, words) = PROCEDURES[self.rng.random_range(0..PROCEDURES.len())];
        let text = format!(
            "{}月{}日の{hour}時に市役所本館で{words}を予約したい",
            day.month(),
            day.day()
        );
        let said = self.hall.says(&name, &text).await;
        let said = match button(&said, "y.") {
            Some(yes) => self.hall.picks(&name, yes).await,
            None => match button(&said, "t.") {
                Some(other) => {
                    let said = self.hall.picks(&name, other).await;
                    match button(&said, "y.") {
                        Some(yes) => self.hall.picks(&name, yes).await,
                        None => said,
                    }
                }
                None => said,
            },
        };
        if said.iter().any(|row| row.phrase == "booked") {
            self.tally.booked += 1;
        } else if let Some(wait) = button(&said, "wl.") {
            self.hall.picks(&name, wait).await;
            self.tally.waits += 1;
        } else {
            self.tally.full += 1;
        }
    }

    /// A clerk reserves for somebody on the telephone.
    async fn caller(&mut self) {
        let (procedure, _) = PROCEDURES[self.rng.random_range(0..PROCEDURES.len())];
        let people = if self.rng.random_bool(0.2) { 2 } else { 1 };
        let day = self.day_ahead();
        let minutes = self.rng.random_range(0..48) * 10;
        let start = day.and_hms_opt(9, 0, 0).unwrap() + TimeDelta::minutes(minutes);
        let order = booking(
            wish(&main_office(), procedure, people, start),
            self.rng.random_bool(0.1),
        );
        let key = self.hall.next_key();
        match self
            .hall
            .app
            .order(key, "counter".into(), order)
            .await
            .unwrap()
        {
            Ok(_) => self.tally.booked += 1,
            Err(_) => self.tally.full += 1,
        }
    }

    /// A clerk moves or cancels one of the visits ahead.
    async fn change(&mut self) {
        let now = self.hall.app.now().timestamp_millis();
        let ahead = self.hall.app.store().read(|sql| {
            let mut statement = sql.prepare(
                "SELECT id FROM reservations WHERE state = 'booked' AND start_at > ?1 ORDER BY id",
            )?;
            let rows = statement.query_map([now], |row| row.get(0))?;
            Ok(rows.collect::<Result<Vec<i64>, _>>()?)
        });
        let ahead = ahead.unwrap();
        if ahead.is_empty() {
            return;
        }
        let id = ReservationId(ahead[self.rng.random_range(0..ahead.len())]);
        let key = self.hall.next_key();
        if self.rng.random_bool(0.5) {
            let done = self
                .hall
                .app
                .order(key, "counter".into(), Order::Cancel(id))
                .await
                .unwrap();
            self.tally.cancelled += u32::from(done.is_ok());
            return;
        }
        let start = self
            .day_ahead()
            .and_hms_opt(self.rng.random_range(9..17), 0, 0)
            .unwrap();
        let order = Order::Move {
            id,
            wish: wish(&main_office(), Procedure::Certificate, 1, start),
            beyond: None,
        };
        let done = self
            .hall
            .app
            .order(key, "counter".into(), order)
            .await
            .unwrap();
        self.tally.moved += u32::from(done.is_ok());
    }

    /// The day of somebody's visit comes: most come.
    async fn arrivals(&mut self) {
        let now = self.hall.app.now().timestamp_millis();
        let today = self.hall.app.store().read(|sql| {
            let mut statement = sql.prepare(
                "SELECT id FROM reservations WHERE state = 'booked' AND start_at BETWEEN ?1 - 3600000 AND ?1 ORDER BY id",
            )?;
            let rows = statement.query_map([now], |row| row.get(0))?;
            Ok(rows.collect::<Result<Vec<i64>, _>>()?)
        });
        for id in today.unwrap() {
            if self.rng.random_bool(0.9) {
                let key = self.hall.next_key();
                let done = self
                    .hall
                    .app
                    .order(key, "counter".into(), Order::Came(ReservationId(id)))
                    .await;
                done.unwrap().unwrap();
            }
        }
    }

    /// The system stands still on a day soon: half of those told take what is offered.
    async fn outage(&mut self) {
        let day = self.hall.now().date() + TimeDelta::days(self.rng.random_range(0..3));
        if self.hall.app.rules().calendar.hours(day).is_err() {
            return;
        }
        let entry = entry(&self.hall, &main_office(), day, Change::Closed);
        let closed = self
            .hall
            .app
            .close_day(entry, ClosingReason::Outage)
            .await
            .unwrap();
        self.tally.closings += 1;
        self.tally.affected += closed.affected;
    }

    /// People press what they are sent, or do not.
    async fn read_mail(&mut self) {
        for message in self.hall.deliver().await {
            let is_offer = matches!(message.phrase.as_str(), "closing-news" | "wait-offer");
            self.tally.offers += u32::from(message.phrase == "wait-offer");
            self.tally.missed += u32::from(message.phrase == "no-show");
            if is_offer && self.rng.random_bool(0.6) {
                let name = message.to.id.clone();
                let rows = [message];
                if let Some(take) = button(&rows, "ot.") {
                    let said = self.hall.picks(&name, take).await;
                    let is_taken = said
                        .iter()
                        .any(|row| matches!(row.phrase.as_str(), "moved" | "booked"));
                    self.tally.taken += u32::from(is_taken);
                }
            }
        }
    }

    fn check(&self) {
        let count = |sql: &str| self.hall.count(sql);
        let held = "SELECT count(*) FROM seats WHERE reservation IS NOT NULL";
        let due = "SELECT ifnull(sum(cells), 0) FROM reservations WHERE state <> 'cancelled'";
        assert_eq!(
            count(held),
            count(due),
            "every visit has its seats and no more"
        );
        let doubled = "SELECT count(*) FROM (SELECT reservation, kind FROM reminders GROUP BY 1, 2 HAVING count(*) > 1)";
        assert_eq!(count(doubled), 0);
        // Nobody on a closed day was left without word.
        let rules = self.hall.app.store().read(|sql| {
            let rules = madoguchi::store::calendar::rules(sql, self.hall.app.rules())?;
            madoguchi::store::lists::outside(sql, &rules, self.hall.app.now())
        });
        for line in rules.unwrap() {
            assert!(
                line.offer.is_some(),
                "{:?} stands outside without an offer",
                line.reservation.id
            );
        }
        let silent = "SELECT count(*) FROM offers o JOIN residents p ON p.id = o.resident
             WHERE p.channel <> 'desk' AND NOT EXISTS
                (SELECT 1 FROM outbox m WHERE m.key IN ('closing:' || o.id, 'offer:' || o.id)) AND o.told_at IS NOT NULL
                AND o.made_at > (SELECT min(at) FROM outbox)";
        assert_eq!(count(silent), 0, "an offer was made and nobody told");
        let ended =
            "SELECT count(*) FROM holds h JOIN offers o ON o.id = h.offer WHERE o.state <> 'open'";
        assert_eq!(count(ended), 0, "kept times end with their offer");
        let listed = "SELECT count(*) FROM waits WHERE state = 'offered' AND id NOT IN
             (SELECT wait FROM offers WHERE state = 'open' AND wait IS NOT NULL)";
        assert_eq!(
            count(listed),
            0,
            "a place on the list marked as offered has its offer"
        );
    }
}

fn button(said: &[Outgoing], prefix: &str) -> Option<Choice> {
    let mut ids = said.iter().rev().flat_map(|row| &row.choices);
    let found = ids.find(|choice| choice.id.starts_with(prefix))?;
    Choice::read(&found.id)
}

#[tokio::test]
async fn half_a_year_with_outages_keeps_every_promise() {
    let per_day = std::env::var("MADOGUCHI_VISITS_PER_DAY");
    let per_day: u32 = per_day.ok().and_then(|n| n.parse().ok()).unwrap_or(8);
    // A small city for a small number: the share of full days is what matters.
    let config = if per_day < 100 {
        config_with(&[(
            "counters = 4, bookable = 3 }, { from = \"16:00\", counters = 2 }",
            "counters = 1, bookable = 1 }, { from = \"11:00\", counters = 0 }",
        )])
    } else {
        config_with(&[])
    };
    let (hall, _answers) = hall("2026-12-01T08:00:00", config);
    let rng = StdRng::seed_from_u64(2026);
    let mut city = City {
        hall,
        rng,
        people: 0,
        tally: Tally::default(),
    };
    for day in 0..DAYS {
        let is_open = city
            .hall
            .app
            .rules()
            .calendar
            .hours(city.hall.now().date())
            .is_ok();
        if is_open && city.rng.random_bool(0.05) {
            city.outage().await;
        }
        for hour in 0..12 {
            let visits = if is_open {
                per_day.div_ceil(12)
            } else {
                per_day.div_ceil(48)
            };
            for _ in 0..visits {
                match city.rng.random_range(0..10) {
                    0..5 => city.citizen().await,
                    5..8 => city.caller().await,
                    _ => city.change().await,
                }
            }
            city.hall.app.tick().await.unwrap();
            city.arrivals().await;
            city.read_mail().await;
            if hour % 4 == 3 && city.rng.random_bool(0.02) {
                city.hall.restart();
            }
            city.hall.clock.advance(Duration::hours(1));
        }
        city.hall.clock.advance(Duration::hours(12));
        if day % 7 == 6 {
            city.check();
        }
    }
    city.check();
    let tally = &city.tally;
    println!("{tally:?} until {}", civil(city.hall.app.now()));
    assert!(
        tally.booked > per_day * 50 && tally.moved > 10 && tally.cancelled > 10,
        "{tally:?}"
    );
    assert!(
        tally.closings >= 3 && tally.affected > 5 && tally.taken > 3,
        "{tally:?}"
    );
    assert!(
        tally.waits > 5 && tally.offers >= 1 && tally.missed > 5,
        "{tally:?}"
    );
}
