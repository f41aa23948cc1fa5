//! A desk at work: whatever table an action of the staff or of the desk itself touches, a row says who did what.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use madoguchi::app::hall::DeviceKind;
use madoguchi::app::password::Password;
use madoguchi::desk::calendar::{Change, Entry};
use madoguchi::desk::choice::Choice;
use madoguchi::desk::clerk::{Contact, Order, Wish};
use madoguchi::desk::closing::ClosingReason;
use madoguchi::desk::faq::Action;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::StaffAction;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::AskerKind;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::{FloorAction, TicketWish};
use madoguchi::desk::queue::ticket::Needs;
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::{CaseId, ReservationId, TicketId};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{Row, file, rows, verified};
use crate::harness::{CityHall, Fault};

/// Tables in which nobody decides anything: what was said and is to be said, marks of the program itself, texts by their
/// hashes, and records of what was told.
const LEFT_OUT: [&str; 8] = [
    "audit",
    "inbox",
    "outbox",
    "meta",
    "texts",
    "queue_marks",
    "ticket_notices",
    "admissions",
];

/// What each table holds. Where a conversation stands is left out, and what somebody holds while they choose.
fn digests(sql: &Connection) -> BTreeMap<String, String> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let mut statement = sql.prepare(tables).unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>(0));
    let names: Vec<String> = names.unwrap().collect::<Result<_, _>>().unwrap();
    let digest = |name: &String| {
        let query = match name.as_str() {
            "residents" => "SELECT id, channel, address, reachable, messages FROM residents".into(),
            // What somebody holds while they choose ends by itself; kept times are an offer's.
            "holds" => "SELECT * FROM holds WHERE offer IS NOT NULL".into(),
            "seats" => "SELECT * FROM seats WHERE hold IS NULL
                           OR hold IN (SELECT id FROM holds WHERE offer IS NOT NULL)"
                .into(),
            _ => format!("SELECT * FROM {name}"),
        };
        let mut statement = sql.prepare(&query).unwrap();
        let count = statement.column_count();
        let rows = statement.query_map([], |row| {
            let values = (0..count).map(|n| format!("{:?}", row.get_ref(n).unwrap()));
            Ok(values.collect::<Vec<_>>().join("|"))
        });
        let mut rows: Vec<String> = rows.unwrap().collect::<Result<_, _>>().unwrap();
        rows.sort();
        format!("{:x}", Sha256::digest(rows.join("\n")))
    };
    let wanted = names
        .iter()
        .filter(|name| !LEFT_OUT.contains(&name.as_str()));
    wanted.map(|name| (name.clone(), digest(name))).collect()
}

/// A desk that is watched from beside it.
struct Watched {
    hall: CityHall,
    sql: Connection,
    tables: BTreeMap<String, String>,
    last: i64,
    actions: BTreeSet<String>,
}

impl Watched {
    fn new(hall: CityHall) -> Watched {
        let sql = file(&hall);
        let mut watched = Watched {
            hall,
            tables: BTreeMap::new(),
            last: 0,
            actions: BTreeSet::new(),
            sql,
        };
        watched.looks_away();
        watched
    }

    /// What has happened until now is not asked about.
    fn looks_away(&mut self) {
        self.tables = digests(&self.sql);
        self.last = rows(&self.sql).last().map_or(0, |row| row.id);
    }

    /// After an action of somebody: some table has changed, and the rows say that it was them.
    fn sees(&mut self, who: &str, what: &str, before: &str, after: &str) -> Row {
        let now = digests(&self.sql);
        let changed: Vec<&String> = now
            .iter()
            .filter(|(name, digest)| self.tables.get(*name) != Some(*digest))
            .map(|(name, _)| name)
            .collect();
        assert!(!changed.is_empty(), "{what} has changed nothing");
        let row = self.finds(who, what, before, after);
        self.tables = now;
        row
    }

    /// The row of an action that is worth one although no table changes.
    fn finds(&mut self, who: &str, what: &str, before: &str, after: &str) -> Row {
        let fresh: Vec<Row> = rows(&self.sql)
            .into_iter()
            .filter(|row| row.id > self.last)
            .collect();
        let row = fresh.iter().find(|row| {
            row.who == who
                && row.what == what
                && row.before.starts_with(before)
                && row.after.starts_with(after)
        });
        let row = row.unwrap_or_else(|| panic!("{who} {what} {before} -> {after}: {fresh:#?}"));
        self.actions
            .extend(fresh.iter().map(|row| row.what.clone()));
        self.last = fresh.last().unwrap().id;
        row.clone()
    }

    /// Lets time pass; whatever a tick or a delivery changes has a row of the desk.
    async fn waits(&mut self, minutes: i64) {
        for _ in 0..minutes / 5 {
            self.hall.wait(Duration::minutes(5)).await;
            let now = digests(&self.sql);
            let fresh = rows(&self.sql);
            let fresh: Vec<&Row> = fresh.iter().filter(|row| row.id > self.last).collect();
            for (name, digest) in &now {
                let is_told = fresh.iter().any(|row| row.who == "desk");
                assert!(
                    self.tables.get(name) == Some(digest) || is_told,
                    "{name}: {fresh:#?}"
                );
            }
            self.actions
                .extend(fresh.iter().map(|row| row.what.clone()));
            self.last = fresh.last().map_or(self.last, |row| row.id);
            self.tables = now;
        }
    }

    fn ends(self) {
        let chain = verified(&self.hall).unwrap();
        assert_eq!(chain.rows, rows(&self.sql).len() as u64);
        let words = &crate::tidy::sources()["src/channels/web/staff/audit_words.rs"];
        for action in self.actions {
            assert!(
                words.contains(&format!("\"{action}\",")),
                "{action} has no words"
            );
        }
    }

    async fn order(&self, key: &str, who: &str, order: Order) -> ReservationId {
        let done = self.hall.app.order(key.into(), who.into(), order).await;
        done.unwrap().unwrap().id
    }

    async fn floor(&self, key: &str, action: FloorAction) -> Option<TicketId> {
        let (key, who) = (key.to_owned(), "counter".to_owned());
        let done = self.hall.app.floor(key, who, office(), action).await;
        done.unwrap().unwrap().ticket.map(|ticket| ticket.id)
    }
}

fn office() -> OfficeId {
    OfficeId::read("main").unwrap()
}

fn wish(start: &str) -> Wish {
    Wish {
        office: office(),
        procedures: vec![Procedure::Pin],
        people: 1,
        start: start.parse().unwrap(),
    }
}

fn booking(start: &str) -> Order {
    let contact = Contact {
        reading: "さくら".into(),
        phone: "072-000-0000".into(),
        note: "車いす".into(),
    };
    Order::Book {
        wish: wish(start),
        language: Language::Ja,
        contact,
        beyond: None,
    }
}

#[tokio::test]
async fn reservations_days_and_lists() {
    let mut desk = Watched::new(CityHall::open("2026-12-01T10:00:00"));
    let (counter, supervisor) = ("clerk:counter", "clerk:supervisor");
    let id = desk
        .order("k1", "counter", booking("2026-12-10T10:00:00"))
        .await;
    let at_ten = "booked office=main start=2026-12-10T10:00:00+09:00 people=1";
    let row = desk.sees(counter, "reserve", "", at_ten);
    assert_eq!(
        (row.subject, row.after),
        (id.to_string(), at_ten.to_owned())
    );
    let beyond = Some("急ぎの事情".to_owned());
    let wish = wish("2026-12-10T11:00:00");
    desk.order("k2", "supervisor", Order::Move { id, wish, beyond })
        .await;
    let at_eleven = "booked office=main start=2026-12-10T11:00:00+09:00";
    let first = desk.last;
    desk.sees(supervisor, "move", at_ten, at_eleven);
    desk.last = first;
    desk.finds(supervisor, "beyond-rules", "", at_eleven);
    // The reason stands with the visit, where it goes with what was noted there.
    let kept = desk
        .hall
        .count("SELECT count(*) FROM contacts WHERE reason = '急ぎの事情'");
    assert_eq!(kept, 1);
    let entry = |change: Change, day: &str, now| Entry {
        day: day.parse().unwrap(),
        office: Some(office()),
        change,
        reason: "台風のため".into(),
        who: "supervisor".into(),
        at: now,
    };
    let now = desk.hall.app.now();
    for (change, before, after) in [
        (Change::Closed, "", "closed"),
        (Change::Rule, "closed", "rule"),
    ] {
        let entry = entry(change, "2026-12-10", now);
        let done = desk.hall.app.close_day(entry, ClosingReason::Weather).await;
        done.unwrap();
        let row = desk.sees(supervisor, "calendar", before, after);
        assert_eq!(row.subject, "2026-12-10/main");
    }
    let day = "2026-12-10".parse().unwrap();
    let app = desk.hall.app.clone();
    app.note_print(office(), day, "counter".into())
        .await
        .unwrap();
    let row = desk.sees(counter, "print", "", "2026-12-01T10:00:00+09:00");
    assert_eq!(row.subject, "main/2026-12-10");
    desk.order("k3", "counter", Order::Cancel(id)).await;
    desk.sees(counter, "cancel", at_eleven, "cancelled by=clerk");
    let id = desk
        .order("k4", "counter", booking("2026-12-02T10:00:00"))
        .await;
    desk.sees(counter, "reserve", "", "booked");
    desk.waits(24 * 60 + 10).await;
    desk.order("k5", "counter", Order::Came(id)).await;
    desk.sees(counter, "mark", "booked", "came");
    desk.order("k6", "counter", Order::Unmark(id)).await;
    desk.sees(counter, "mark", "came", "booked");
    // What was noted for the caller is nowhere in the log.
    let all = format!("{:?}", rows(&desk.sql));
    for word in ["さくら", "072", "車いす", "急ぎ", "台風"] {
        assert!(!all.contains(word), "{word}");
    }
    desk.ends();
}

#[tokio::test]
async fn the_hall() {
    let mut desk = Watched::new(CityHall::open("2026-12-01T10:00:00"));
    let counter = "clerk:counter";
    let one = CounterNumber(1);
    let procedures = BTreeSet::new();
    let open = FloorAction::Open {
        counter: one,
        procedures,
    };
    desk.floor("o", open).await;
    let row = desk.sees(counter, "counter", "", "open clerk=counter");
    assert_eq!(row.subject, "main/1");
    let wish = || TicketWish {
        procedures: vec![Procedure::Pin],
        people: 1,
        language: Language::Vi,
        needs: Needs {
            chair: true,
            ..Needs::default()
        },
        resident: None,
        from: AskerKind::Clerk,
        beyond: None,
    };
    let first = desk.floor("i1", FloorAction::Issue(wish())).await.unwrap();
    let row = desk.sees(
        counter,
        "ticket-issue",
        "",
        "waiting office=main number=W001",
    );
    assert_eq!(row.subject, first.to_string());
    let second = desk.floor("i2", FloorAction::Issue(wish())).await.unwrap();
    desk.sees(counter, "ticket-issue", "", "waiting");
    let reason = "乳児連れ".to_owned();
    desk.floor("p", FloorAction::Prioritise(second, reason))
        .await;
    let row = desk.sees(counter, "ticket-prioritise", "waiting", "waiting");
    assert!(row.after.ends_with(" priority"), "{row:?}");
    let called = "called counter=1 office=main number=W002";
    let serving = "serving counter=1";
    let steps = [
        (FloorAction::Next(one), "ticket-call", "waiting", called),
        (
            FloorAction::Recall(second),
            "ticket-recall",
            "called",
            called,
        ),
        (FloorAction::Serve(second), "ticket-serve", called, serving),
        (
            FloorAction::Park(second),
            "ticket-park",
            serving,
            "parked counter=1",
        ),
        (
            FloorAction::Return(second),
            "ticket-return",
            "parked",
            "waiting",
        ),
        (
            FloorAction::Call(one, first),
            "ticket-call",
            "waiting",
            "called",
        ),
        (FloorAction::Undo(first), "ticket-undo", "called", "waiting"),
        (
            FloorAction::Take(one, first),
            "ticket-take",
            "waiting",
            serving,
        ),
        (
            FloorAction::Finish(first, vec![(Procedure::Pin, 1)]),
            "ticket-finish",
            serving,
            "done",
        ),
        (
            FloorAction::Leave(second),
            "ticket-leave",
            "waiting",
            "left",
        ),
        (
            FloorAction::Pause(one),
            "counter",
            "open",
            "paused clerk=counter",
        ),
        (
            FloorAction::Close(one),
            "counter",
            "paused clerk=counter",
            "closed",
        ),
    ];
    for (n, (action, what, before, after)) in steps.into_iter().enumerate() {
        desk.floor(&format!("s{n}"), action).await;
        desk.sees(counter, what, before, after);
    }
    let open = FloorAction::Open {
        counter: one,
        procedures: BTreeSet::new(),
    };
    desk.floor("o2", open).await;
    desk.looks_away();
    let given = desk.hall.app.give_ticket(
        "kiosk".into(),
        office(),
        TicketWish {
            from: AskerKind::Kiosk,
            ..wish()
        },
    );
    given.await.unwrap().unwrap();
    desk.sees("desk", "ticket-issue", "", "waiting");
    // The next morning the desk ends what the day has left behind.
    desk.waits(15 * 60).await;
    assert!(desk.actions.contains("ticket-leave"), "{:?}", desk.actions);
    let all = format!("{:?}", rows(&desk.sql));
    for word in ["乳児", "chair", "\"vi"] {
        assert!(!all.contains(word), "{word}");
    }
    desk.ends();
}

#[tokio::test]
async fn logins_and_devices() {
    let mut desk = Watched::new(CityHall::open("2026-12-01T10:00:00"));
    let app = desk.hall.app.clone();
    let secret = "the long password of somebody";
    let password = Password::new(secret, "counter").unwrap();
    app.set_password("counter", &password).await.unwrap();
    let row = desk.sees("desk", "set-password", "none", "own sessions-ended=0");
    assert_eq!(row.subject, "counter");
    let opened = app
        .enter("counter", secret, "", false)
        .await
        .unwrap()
        .unwrap();
    let until = "work until=2026-12-01T20:00:00+09:00";
    desk.sees("clerk:counter", "begin-session", "", until);
    let other = app
        .enter("counter", secret, "", false)
        .await
        .unwrap()
        .unwrap();
    desk.sees("clerk:counter", "begin-session", "", "work");
    app.leave(&other.token).await.unwrap();
    desk.sees("clerk:counter", "end-session", "work", "over");
    // Leaving twice is leaving once.
    app.leave(&other.token).await.unwrap();
    assert_eq!(rows(&desk.sql).last().unwrap().id, desk.last);
    let new = Password::new("another long password", "counter").unwrap();
    let changed = app.change_password(&opened.token, secret, &new).await;
    changed.unwrap().unwrap();
    desk.sees(
        "clerk:counter",
        "set-password",
        "own",
        "own sessions-ended=1",
    );
    let given = app
        .give_password("key".into(), "supervisor", "counter")
        .await;
    given.unwrap().unwrap();
    desk.sees(
        "clerk:supervisor",
        "give-password",
        "own",
        "given sessions-ended=1",
    );
    app.lock_out("counter").await.unwrap();
    desk.sees("desk", "lock-login", "given", "locked sessions-ended=0");
    // Who is refused is named only where the name is known; what was typed is written nowhere.
    for (name, subject) in [("counter", "counter"), ("花子", "unknown")] {
        assert!(app.enter(name, secret, "", false).await.unwrap().is_none());
        let row = desk.finds("desk", "login-refused", "", "");
        assert_eq!(row.subject, subject);
    }
    let board = DeviceKind::Board;
    let device = app.add_device("supervisor".into(), board, office(), "hall-1".into());
    device.await.unwrap();
    let row = desk.sees("clerk:supervisor", "add-device", "", "board office=main");
    assert_eq!(row.subject, "hall-1");
    let gone = app.remove_device("supervisor".into(), "hall-1".into());
    assert!(gone.await.unwrap());
    desk.sees(
        "clerk:supervisor",
        "remove-device",
        "board office=main",
        "gone",
    );
    let all = format!("{:?}", rows(&desk.sql));
    for word in ["花子", secret, "argon2", &opened.token] {
        assert!(!all.contains(word), "{word}");
    }
    desk.ends();
}

/// Names that are made up fill the log no faster than some rows a minute; the others are counted.
#[tokio::test]
async fn made_up_names_do_not_fill_the_log() {
    let hall = CityHall::open("2026-12-01T10:00:00");
    let refuse = async |n: i64| {
        for _ in 0..n {
            let now = hall.app.now();
            let work =
                move |tx: &mut madoguchi::store::tx::Tx<'_>| tx.note_refused_login(None, now);
            hall.app.store().write(work).await.unwrap();
        }
    };
    refuse(25).await;
    let count = "SELECT count(*) FROM audit WHERE what = 'login-refused' AND subject = 'unknown'";
    assert_eq!(hall.count(count), 10);
    hall.clock.advance(Duration::minutes(2));
    refuse(2).await;
    assert_eq!(hall.count(count), 12);
    let after: Vec<String> = rows(&file(&hall))
        .into_iter()
        .map(|row| row.after)
        .collect();
    assert_eq!(&after[9..], ["", "more=15", ""]);
}

#[tokio::test]
async fn cases_questions_and_messages() {
    let mut desk = Watched::new(CityHall::open("2026-12-01T10:00:00"));
    desk.hall.picks("花子", Choice::Action(Action::Staff)).await;
    let resident = format!("resident:{}", desk.hall.count("SELECT id FROM residents"));
    let row = desk.sees(&resident, "open-case", "", "queued urgency=normal");
    assert_eq!(row.subject, "1001");
    let case = CaseId(1001);
    desk.hall.staff(StaffAction::Accept(case)).await;
    desk.sees("clerk:test", "save-case", "queued", "accepted owner=test");
    desk.hall.replies(1001, "窓口でお待ちください").await;
    desk.sees("clerk:test", "save-case", "accepted", "answered owner=test");
    desk.hall.staff(StaffAction::Close(case)).await;
    desk.sees(
        "clerk:test",
        "save-case",
        "answered owner=test",
        "closed reason=answered",
    );
    desk.hall.says("花子", "紫色の象はどこで買えますか").await;
    let miss = desk.hall.count("SELECT id FROM misses");
    desk.looks_away();
    desk.hall.app.dismiss("author", vec![miss]).await.unwrap();
    let row = desk.sees("clerk:author", "settle-misses", "open=1", "settled=");
    assert_eq!(
        (row.subject, row.after),
        ("dismissed".into(), format!("settled={miss}"))
    );
    // Somebody who has blocked the desk.
    desk.hall.deliver().await;
    desk.looks_away();
    let gone = Fault::Never { gone: true };
    desk.hall
        .recorder
        .fail_next(&CityHall::person("花子"), gone);
    desk.hall.says("花子", "駐車場はありますか").await;
    desk.looks_away();
    desk.hall.deliver().await;
    let first = desk.last;
    desk.sees("desk", "give-up", "pending", "failed attempts=1");
    desk.last = first;
    let row = desk.finds("desk", "unreachable", "reachable", "unreachable");
    assert_eq!(format!("resident:{}", row.subject), resident);
    let all = format!("{:?}", rows(&desk.sql));
    for word in ["花子", "お待ち", "象", "駐車"] {
        assert!(!all.contains(word), "{word}");
    }
    desk.ends();
}

/// What the desk does by itself: reminders, offers by night, the end of what is kept.
#[tokio::test]
async fn the_passing_of_time() {
    let mut desk = Watched::new(CityHall::open("2026-12-01T10:00:00"));
    desk.hall
        .says(
            "花子",
            "市役所で12月3日の10時にカードの受け取りを予約したい",
        )
        .await;
    desk.hall.says("花子", "はい").await;
    let who = format!("resident:{}", desk.hall.count("SELECT id FROM residents"));
    desk.sees(&who, "reserve", "", "booked office=main");
    // Somebody who leaves a form half-way keeps a seat for minutes.
    desk.hall
        .says(
            "太郎",
            "市役所で12月3日の11時にカードの受け取りを予約したい",
        )
        .await;
    assert_eq!(desk.hall.count("SELECT count(*) FROM holds"), 1);
    // What is typed as a code is kept for a day, so that nobody goes on guessing.
    desk.hall.says("次郎", "H7K3-M9QX 12月9日").await;
    assert_eq!(desk.hall.count("SELECT count(*) FROM code_tries"), 1);
    desk.looks_away();
    desk.waits(2 * 24 * 60).await;
    for table in ["holds", "code_tries"] {
        let left = format!("SELECT count(*) FROM {table}");
        assert_eq!(desk.hall.count(&left), 0, "{table}");
    }
    for action in ["reminder-sent", "prune"] {
        assert!(
            desk.actions.contains(action),
            "{action}: {:?}",
            desk.actions
        );
    }
    desk.hall.jump("2027-03-15T10:00:00");
    desk.looks_away();
    desk.hall.app.tick().await.unwrap();
    let row = desk.finds("desk", "prune", "", "messages=");
    assert_eq!(row.subject, "retention");
    desk.ends();
}
