//! What fails in the week, drawn by the seed: Telegram in all its ways, topics that people delete, rights that are taken away,
//! a group that moves, a program that ends, and somebody else who reads the file.

use chrono::TimeDelta;
use madoguchi::desk::rules::civil;
use rand::Rng;
use rand::seq::IndexedRandom;
use rusqlite::Connection;

use super::world::{GROUP, NEXT_GROUP, World};
use crate::fake_telegram::{FakeTelegram, Fault, Standing};
use crate::harness::at;

const SEND: &str = "sendMessage";
const EDIT: &str = "editMessageText";
const MAKE_TOPIC: &str = "createForumTopic";

/// What happens once, at its hour.
const PLAN: [(&str, Event); 11] = [
    ("2026-11-30T11:30:00", Event::Restart),
    ("2026-11-30T14:00:00", Event::RightsTaken),
    ("2026-11-30T15:10:00", Event::Die),
    ("2026-12-01T10:20:00", Event::RightsGiven),
    ("2026-12-01T11:00:00", Event::ReaderComes),
    ("2026-12-01T14:40:00", Event::Outage),
    ("2026-12-01T16:20:00", Event::ReaderGoes),
    ("2026-12-02T10:40:00", Event::GroupMoves),
    ("2026-12-03T13:30:00", Event::RightsTakenQuietly),
    ("2026-12-03T16:00:00", Event::RightsGiven),
    ("2026-12-04T11:10:00", Event::Die),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    Restart,
    /// The program dies at the next delivery.
    Die,
    RightsTaken,
    /// … and the update about it is lost.
    RightsTakenQuietly,
    RightsGiven,
    GroupMoves,
    /// Telegram fails inside for many chats at once.
    Outage,
    ReaderComes,
    ReaderGoes,
}

/// What hangs over the week beyond one step.
#[derive(Default)]
pub struct Fates {
    done: usize,
    is_dying: bool,
    is_out: bool,
    /// Another program that reads the file, and how many rows it saw at the beginning.
    reader: Option<(Connection, i64)>,
}

/// Whether the group has another id by now.
pub fn has_moved(telegram: &FakeTelegram) -> bool {
    telegram.look(|telegram| {
        let moves = Fault::MigrateTo(NEXT_GROUP);
        telegram.struck().iter().any(|struck| struck.fault == moves)
    })
}

impl World {
    /// The events of the plan whose hour has come.
    pub async fn fate(&mut self, fates: &mut Fates) {
        while let Some((when, event)) = PLAN.get(fates.done)
            && at(when) <= self.now()
        {
            fates.done += 1;
            match event {
                Event::Restart => self.restart().await,
                Event::Die => fates.is_dying = true,
                Event::RightsTaken | Event::RightsTakenQuietly => {
                    let standing = Standing::Admin { topics: false };
                    if *event == Event::RightsTaken {
                        let update = self.telegram.makes_the_bot(
                            self.group,
                            standing,
                            super::world::phone(1),
                        );
                        self.updates.push(update);
                    } else {
                        self.telegram.quietly_makes_the_bot(self.group, standing);
                    }
                    self.count("rights taken away");
                }
                Event::RightsGiven => {
                    let standing = Standing::Admin { topics: true };
                    let update =
                        self.telegram
                            .makes_the_bot(self.group, standing, super::world::phone(1));
                    self.updates.push(update);
                    self.count("rights given back");
                }
                Event::GroupMoves => self
                    .telegram
                    .fault(GROUP, SEND, Fault::MigrateTo(NEXT_GROUP)),
                Event::Outage => fates.is_out = true,
                Event::ReaderComes => self.reader_comes(fates),
                Event::ReaderGoes => self.reader_goes(fates),
            }
        }
        self.taken().await;
    }

    fn reader_comes(&mut self, fates: &mut Fates) {
        let reader = Connection::open(self.file()).unwrap();
        reader.execute_batch("BEGIN").unwrap();
        let sql = "SELECT count(*) FROM outbox";
        let rows = reader.query_row(sql, [], |row| row.get(0)).unwrap();
        fates.reader = Some((reader, rows));
        self.count("a second reader of the file");
    }

    /// For hours the other program has seen the file as it was, and has kept nobody from writing.
    fn reader_goes(&mut self, fates: &mut Fates) {
        let (reader, rows) = fates.reader.take().unwrap();
        let sql = "SELECT count(*) FROM outbox";
        let seen: i64 = reader.query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(seen, rows, "a reader sees one moment");
        reader.execute_batch("COMMIT").unwrap();
        let now: i64 = reader.query_row(sql, [], |row| row.get(0)).unwrap();
        assert!(now > rows, "nothing was written while somebody read");
    }

    /// Delivers what waits, with whatever goes wrong with it.
    pub async fn deliver_through(&mut self, fates: &mut Fates) {
        let waiting = self.waiting_chats();
        if fates.is_out && waiting.len() >= 3 {
            fates.is_out = false;
            for (n, chat) in waiting.iter().enumerate() {
                let fault = if n % 2 == 0 {
                    Fault::Server
                } else {
                    Fault::BadGateway
                };
                self.telegram.fault(*chat, SEND, fault);
            }
            return self.deliver().await;
        }
        for chat in waiting {
            if self.chance(0.22) {
                let kind = self.rng.random_range(0..8);
                let fault = self.draw(kind);
                self.telegram.fault(chat, SEND, fault);
            }
        }
        if self.chance(0.06) {
            let method = *[SEND, SEND, EDIT, MAKE_TOPIC]
                .choose(&mut self.rng)
                .unwrap();
            // What Telegram refuses for good is only for citizens: the staff would lose their own message.
            let kind = self.rng.random_range(0..7);
            let fault = self.draw(kind);
            self.telegram.fault(self.group, method, fault);
        }
        if self.chance(0.03) {
            self.delete_a_topic();
        }
        if fates.is_dying && self.has_much_to_say() {
            fates.is_dying = false;
            return self.die_while_delivering().await;
        }
        self.deliver().await;
    }

    fn has_much_to_say(&self) -> bool {
        let sql = "SELECT count(*) FROM outbox WHERE state = 'pending' AND channel <> 'web'";
        self.number(sql) >= 5
    }

    /// The private chats for which something waits.
    fn waiting_chats(&self) -> Vec<i64> {
        let now = self.now().timestamp_millis();
        self.column(&format!(
            "SELECT DISTINCT CAST(address AS INTEGER) FROM outbox
             WHERE state = 'pending' AND channel = 'telegram' AND ifnull(next_at, 0) <= {now} ORDER BY 1"
        ))
    }

    fn draw(&mut self, kind: u8) -> Fault {
        match kind {
            0..2 => Fault::DropBefore,
            2..4 => Fault::DropAfter,
            4..6 => Fault::TooMany {
                retry_after: self.rng.random_range(1..1500),
            },
            6 => Fault::NotJson,
            _ => Fault::Refused {
                code: 400,
                description: "Bad Request: message text is odd",
            },
        }
    }

    /// Somebody tidies up in the group.
    fn delete_a_topic(&mut self) {
        let topics = self.telegram.topics(self.group);
        let there: Vec<i64> = topics
            .iter()
            .filter(|topic| !topic.deleted)
            .map(|topic| topic.thread)
            .collect();
        let Some(thread) = there.choose(&mut self.rng).copied() else {
            return;
        };
        let group = self.group;
        let sql =
            format!("SELECT case_id FROM case_topics WHERE chat = {group} AND thread = {thread}");
        for case in self.column(&sql) {
            *self.deleted.entry(case).or_default() += 1;
        }
        self.telegram.deletes_topic(group, thread);
        self.count("topics deleted");
    }

    /// From here on nothing fails: what waits must arrive.
    pub async fn settle(&mut self) {
        let end = civil(self.now());
        for _ in 0..30 {
            self.advance(TimeDelta::minutes(20));
            self.app.tick().await.unwrap();
            self.deliver().await;
        }
        self.pages_read(1.0).await;
        let left = "SELECT count(*) FROM outbox WHERE state = 'pending' AND channel <> 'web'";
        assert_eq!(
            self.number(left),
            0,
            "something still waits after the end at {end}"
        );
    }
}
