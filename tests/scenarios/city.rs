//! What the staff do in a transcript.

use madoguchi::desk::calendar::{Change, Entry, Hours};
use madoguchi::desk::clerk::Order;
use madoguchi::desk::closing::ClosingReason;
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::ReservationId;

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
