//! What the staff do in a transcript.

use madoguchi::app::handovers::SheetOrder;
use madoguchi::desk::abuse::{BlockReason, BlockWish};
use madoguchi::desk::calendar::{Change, Entry, Hours};
use madoguchi::desk::case::handover::{Destination, Subject};
use madoguchi::desk::clerk::Order;
use madoguchi::desk::closing::ClosingReason;
use madoguchi::desk::incident::{Action, Kind, Raising};
use madoguchi::desk::language::Language;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::queue::admission::AskerKind;
use madoguchi::desk::queue::counter::CounterNumber;
use madoguchi::desk::queue::floor::{FloorAction, TicketWish};
use madoguchi::desk::queue::ticket::Needs;
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::{BlockId, CaseId, ReservationId, ResidentId, TicketId};

use crate::harness::{CityHall, at};

/// `closes main 2026-12-08 weather`, `opens branch 2026-12-08 09:00-09:20`, `resets main 2026-12-08`.
pub async fn line(hall: &mut CityHall, line: &str) -> Result<(), String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [what, office, day, ref rest @ ..] = words[..] else {
        return Err("write what, which office and which day".into());
    };
    let (change, reason) = match (what, rest) {
        ("closes", [reason]) => (Change::Closed, reason.parse()?),
        ("opens", [hours]) => (
            Change::Open {
                hours: Some(hours_of(hours)?),
                counters: None,
            },
            ClosingReason::Other,
        ),
        ("resets", []) => (Change::Rule, ClosingReason::Other),
        _ => return Err("the city closes, opens or resets a day".into()),
    };
    let entry = Entry {
        day: day.parse().map_err(|_| "no day")?,
        office: Some(OfficeId::read(office).ok_or("no office")?),
        change,
        reason: "テスト".into(),
        who: "supervisor".into(),
        at: at(&format!("{}", hall.now().format("%Y-%m-%dT%H:%M:%S"))),
    };
    hall.app
        .close_day(entry, reason)
        .await
        .map_err(|e| e.to_string())?;
    Ok(())
}

fn hours_of(text: &str) -> Result<Hours, String> {
    let (opens, closes) = text
        .split_once('-')
        .ok_or("hours are written 09:00-12:00")?;
    let time = |text: &str| {
        format!("{text}:00")
            .parse()
            .map_err(|_| "no time".to_owned())
    };
    Ok(Hours {
        opens: time(opens)?,
        closes: time(closes)?,
    })
}

/// `Ana came`, `Ana missed`: about the visit nearest to now.
pub async fn note(hall: &mut CityHall, line: &str) -> Result<(), String> {
    let (name, what) = line.split_once(' ').ok_or("write who and what")?;
    let now = hall.app.now().timestamp_millis();
    let id = hall.app.store().read(|sql| {
        let query = "SELECT r.id FROM reservations r JOIN residents p ON p.id = r.resident
                     WHERE p.address = ?1 AND r.state <> 'cancelled' ORDER BY abs(r.start_at - ?2) LIMIT 1";
        Ok(sql.query_row(query, (name, now), |row| row.get(0))?)
    });
    let id = ReservationId(id.map_err(|e| e.to_string())?);
    let order = match what {
        "came" => Order::Came(id),
        "missed" => Order::Missed(id),
        _ => return Err("they came or missed".into()),
    };
    let key = hall.next_key();
    let done = hall.app.order(key, "counter".into(), order).await;
    done.map_err(|e| e.to_string())?
        .map(drop)
        .map_err(|refusal| format!("{refusal:?}"))
}

fn main_office() -> OfficeId {
    OfficeId::read("main").unwrap()
}

async fn floor(hall: &mut CityHall, clerk: &str, action: FloorAction) -> Result<(), String> {
    let key = hall.next_key();
    let done = hall.app.floor(key, clerk.to_owned(), main_office(), action);
    let done = done.await.map_err(|e| e.to_string())?;
    done.map(drop).map_err(|refusal| format!("{refusal:?}"))
}

/// `2 next`, `2 serves`, `2 sends Ana 3`: what the clerk at a window does with whoever is there.
pub async fn counter(hall: &mut CityHall, line: &str) -> Result<(), String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [number, what, ref rest @ ..] = words[..] else {
        return Err("write which window and what".into());
    };
    let n: u8 = number.parse().map_err(|_| "no window")?;
    let counter = CounterNumber(n);
    let here = |state: &str| -> Result<TicketId, String> {
        let found = hall.app.store().read(|sql| {
            let query = format!("SELECT id FROM tickets WHERE counter = ?1 AND state IN ({state})");
            Ok(sql.query_row(&query, [n], |row| row.get(0))?)
        });
        found
            .map(TicketId)
            .map_err(|_| format!("nobody is at window {n}"))
    };
    let now = "'called', 'serving'";
    let action = match (what, rest) {
        ("opens", []) => FloorAction::Open {
            counter,
            procedures: [].into(),
        },
        ("closes", []) => FloorAction::Close(counter),
        ("pauses", []) => FloorAction::Pause(counter),
        ("next", []) => FloorAction::Next(counter),
        ("recalls", []) => FloorAction::Recall(here(now)?),
        ("undoes", []) => FloorAction::Undo(here(now)?),
        ("serves", []) => FloorAction::Serve(here(now)?),
        ("parks", []) => FloorAction::Park(here(now)?),
        ("misses", []) => FloorAction::Miss(here(now)?),
        ("done", []) => FloorAction::Finish(here(now)?, vec![(Procedure::Pin, 1)]),
        ("sends", [to]) => FloorAction::Transfer {
            ticket: here(now)?,
            office: main_office(),
            only: Some(CounterNumber(to.parse().map_err(|_| "no window")?)),
            note: String::new(),
        },
        _ => return Err("a window does not do that".into()),
    };
    floor(hall, &format!("window-{n}"), action).await
}

/// `pin`: somebody takes a printed ticket.
pub async fn printed(hall: &mut CityHall, line: &str) -> Result<(), String> {
    let procedure = Procedure::from_id(line.trim()).ok_or("no procedure")?;
    let wish = TicketWish {
        procedures: vec![procedure],
        people: 1,
        language: Language::Ja,
        needs: Needs::default(),
        resident: None,
        from: AskerKind::Kiosk,
        beyond: Some("transcript".into()),
    };
    floor(hall, "guide", FloorAction::Issue(wish)).await
}

/// `stops messages`, because of an incident, and `releases messages`.
async fn incident(hall: &mut CityHall, order: &str) -> Result<(), String> {
    let key = hall.next_key();
    let by = ("supervisor".to_owned(), "a-token");
    let app = &hall.app;
    if order == "stops messages" {
        let wish = Raising {
            kind: Kind::Outage,
            office: None,
            what: String::new(),
            freeze: Some(true),
            revoke: false,
        };
        let raised = app.raise_incident(key, by, wish).await;
        let raised = raised.map_err(|e| e.to_string())?;
        return raised.map(drop).map_err(|refusal| format!("{refusal:?}"));
    }
    let freeze = app.freeze().map_err(|e| e.to_string())?;
    let id = freeze.ok_or("messages are not stopped")?.incident;
    let done = app.act_on_incident(key, by, id, Action::Thaw).await;
    done.map_err(|e| e.to_string())?
        .map_err(|refusal| format!("{refusal:?}"))
}

/// `blocks Ana for 7 days: flood`, `lifts Ana`, `stops messages`, `releases messages`.
pub async fn supervisor(hall: &mut CityHall, line: &str) -> Result<(), String> {
    if ["stops messages", "releases messages"].contains(&line) {
        return incident(hall, line).await;
    }
    let (order, reason) = line.split_once(": ").unwrap_or((line, ""));
    let words: Vec<&str> = order.split_whitespace().collect();
    let key = hall.next_key();
    let find = |sql: &str, name: &str| -> Result<i64, String> {
        let found = hall
            .app
            .store()
            .read(|connection| Ok(connection.query_row(sql, [name], |row| row.get(0))?));
        found.map_err(|_| format!("nothing is known of {name}"))
    };
    let by = "city-desk".to_owned();
    let done = match words[..] {
        ["blocks", name, "for", days, "days" | "day"] => {
            let id = find("SELECT id FROM residents WHERE address = ?1", name)?;
            let wish = BlockWish {
                resident: ResidentId(id),
                days: days.parse().map_err(|_| "no number of days")?,
                reason: BlockReason::from_id(reason).ok_or("no reason")?,
            };
            hall.app
                .block(key, by, wish)
                .await
                .map(|done| done.map(drop))
        }
        ["lifts", name] => {
            let sql = "SELECT max(b.id) FROM blocks b JOIN residents p ON p.id = b.resident WHERE p.address = ?1";
            let id = BlockId(find(sql, name)?);
            hall.app.lift_block(key, by, id).await
        }
        _ => return Err("write `supervisor blocks Ana for 7 days: flood` or `lifts Ana`".into()),
    };
    done.map_err(|e| e.to_string())?
        .map_err(|refusal| format!("{refusal:?}"))
}

/// `main 3`, `branch`, or the name of a department.
pub async fn sheet(
    hall: &mut CityHall,
    clerk: &str,
    case: CaseId,
    place: &[&str],
) -> Result<(), String> {
    let office = place.first().and_then(|word| OfficeId::read(word));
    let counter = place.get(1).and_then(|n| n.parse().ok()).map(CounterNumber);
    let to = match office {
        Some(office) => Destination::Office { office, counter },
        None => Destination::Department(place.join(" ")),
    };
    let order = SheetOrder {
        key: hall.next_key(),
        clerk: clerk.into(),
        subject: Subject::Case(case),
        to,
        note: String::new(),
    };
    let made = hall.app.hand_over(order).await.map_err(|e| e.to_string())?;
    made.map(drop).map_err(|refusal| format!("{refusal:?}"))
}
