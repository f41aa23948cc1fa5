//! What must be true after every step, and what must be true once everything has come to rest.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use madoguchi::app::App;
use madoguchi::desk::message::Channel;
use madoguchi::desk::rules::{Office, OfficeId, civil};
use madoguchi::store::StoreError;
use rusqlite::types::Value;

use super::world::{CONFIG, Told, World};

/// Every row of every table, in order.
pub type Dump = Vec<(String, Vec<Vec<Value>>)>;

/// Reads the whole database.
pub fn dump(app: &App) -> Result<Dump, String> {
    let read = app.store().read(|sql| {
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        let mut statement = sql.prepare_cached(tables)?;
        let names = statement.query_map([], |row| row.get::<_, String>(0))?;
        let names = names.collect::<Result<Vec<_>, _>>()?;
        let mut all = Vec::new();
        for name in names {
            let mut statement =
                sql.prepare_cached(&format!("SELECT * FROM {name} ORDER BY 1, 2"))?;
            let columns = statement.column_count();
            let rows = statement.query_map([], |row| (0..columns).map(|n| row.get(n)).collect())?;
            all.push((name, rows.collect::<Result<Vec<_>, _>>()?));
        }
        Ok(all)
    });
    read.map_err(|e| format!("dump: {e}"))
}

/// Runs a query that counts something.
pub fn count(app: &App, sql: &str) -> Result<i64, String> {
    let read = app.store().read(|connection| {
        let mut statement = connection.prepare_cached(sql)?;
        Ok(statement.query_row([], |row| row.get(0))?)
    });
    read.map_err(|e| format!("{sql}: {e}"))
}

/// Each of these counts something that must not be there.
const NEVER: [(&str, &str); 9] = [
    (
        "a booked reservation does not hold exactly the seats of its span",
        "SELECT count(*) FROM reservations r WHERE r.state = 'booked' AND r.cells <>
           (SELECT count(*) FROM seats s WHERE s.reservation = r.id AND s.office = r.office AND s.seat = r.seat
             AND s.cell >= r.start_at / 600000 AND s.cell < r.start_at / 600000 + r.cells)",
    ),
    (
        "a reservation holds seats outside its span, or a cancelled one holds any",
        "SELECT (SELECT count(*) FROM seats WHERE reservation IS NOT NULL)
              - (SELECT ifnull(sum(cells), 0) FROM reservations WHERE state = 'booked')",
    ),
    (
        "a held seat has another end than its hold",
        "SELECT count(*) FROM seats s LEFT JOIN holds h ON h.id = s.hold
          WHERE s.hold IS NOT NULL AND h.until IS NOT s.held_until",
    ),
    (
        "a resident has two holds",
        "SELECT count(*) FROM (SELECT 1 FROM holds GROUP BY resident HAVING count(*) > 1)",
    ),
    (
        "a resident has two open cases",
        "SELECT count(*) FROM (SELECT 1 FROM cases WHERE state <> 'closed' GROUP BY resident HAVING count(*) > 1)",
    ),
    (
        "a reservation without procedures",
        "SELECT count(*) FROM reservations r
          WHERE NOT EXISTS (SELECT 1 FROM reservation_procedures p WHERE p.reservation = r.id)",
    ),
    (
        "a reservation without its audit rows",
        "SELECT count(*) FROM reservations r WHERE
           (SELECT count(*) FROM audit a WHERE a.what = 'reserve' AND a.subject = r.id) <> 1 OR
           (SELECT count(*) FROM audit a WHERE a.what = 'cancel' AND a.subject = r.id) <> (r.state = 'cancelled')",
    ),
    (
        "a reminder waits for a cancelled reservation, or after the visit has begun",
        "SELECT count(*) FROM reminders m JOIN reservations r ON r.id = m.reservation
          WHERE m.state = 'waiting' AND (r.state = 'cancelled' OR m.due_at >= r.start_at)",
    ),
    (
        "somebody was told of trouble with the server",
        "SELECT count(*) FROM outbox WHERE phrase = 'server-trouble'",
    ),
];

/// Everything that must hold at any moment.
pub fn always(world: &mut World) -> Result<(), String> {
    let app = world.app.clone();
    for (what, sql) in NEVER {
        let found = count(&app, sql)?;
        if found != 0 {
            return Err(format!("{what} ({found})"));
        }
    }
    within_limit(&app)?;
    seats_exist(&app)?;
    audit_tells_the_same(world)?;
    arrivals(world)
}

fn within_limit(app: &App) -> Result<(), String> {
    let now = app.now().timestamp_millis();
    let most = CONFIG.rules.booking.reservations_max;
    let over = count(
        app,
        &format!(
            "SELECT count(*) FROM (SELECT 1 FROM reservations WHERE state = 'booked' AND start_at > {now}
              GROUP BY resident HAVING count(*) > {most})"
        ),
    )?;
    if over == 0 {
        Ok(())
    } else {
        Err(format!("a resident has more than {most} reservations"))
    }
}

/// No seat is taken at a counter that is not open then.
fn seats_exist(app: &App) -> Result<(), String> {
    let seats = app.store().read(|sql| {
        let mut statement = sql.prepare_cached("SELECT office, cell, seat FROM seats")?;
        let rows = statement.query_map([], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, u8>(2)?,
            ))
        })?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    });
    for (office, cell, seat) in seats.map_err(|e| format!("seats: {e}"))? {
        let office = OfficeId::read(&office).and_then(|id| CONFIG.rules.office(&id));
        let office = office.ok_or("a seat in no office")?;
        let at = civil(DateTime::from_timestamp_millis(cell * 600_000).unwrap());
        let open = counters(office, at);
        if seat >= open {
            return Err(format!(
                "counter {seat} of {} at {at}, where {open} are open",
                office.id
            ));
        }
    }
    Ok(())
}

/// The counters open at a moment, worked out apart from the program's own search.
fn counters(office: &Office, at: NaiveDateTime) -> u8 {
    let rules = &CONFIG.rules;
    match rules.calendar.hours(at.date()) {
        Ok(hours) if hours.opens <= at.time() && at.time() < hours.closes => {}
        _ => return 0,
    }
    if rules.calendar.sundays.contains(&at.date()) {
        return office.sunday_counters;
    }
    let begun = office.weekday.iter().filter(|band| band.from <= at.time());
    begun
        .max_by_key(|band| band.from)
        .map_or(0, |band| band.counters)
}

fn audit_tells_the_same(world: &World) -> Result<(), String> {
    let of = |what: &str| {
        count(
            &world.app,
            &format!("SELECT count(*) FROM audit WHERE what = '{what}'"),
        )
    };
    let audit = Told {
        booked: of("reserve")?,
        moved: of("move")?,
        cancelled: of("cancel")?,
    };
    if audit == world.told {
        Ok(())
    } else {
        Err(format!(
            "people were told {:?}, the audit log says {audit:?}",
            world.told
        ))
    }
}

/// Looks at what has arrived since the last look: order in each chat, and reminders by day only and never in vain.
fn arrivals(world: &mut World) -> Result<(), String> {
    let fresh = world.post.arrived_since(world.looked_at);
    world.looked_at += fresh.len();
    for arrival in fresh {
        let row = &arrival.row;
        let id = row.id.0;
        if row.phrase.starts_with("reminder-") {
            reminder_is_welcome(&world.app, &row.key, arrival.at)?;
        }
        let before = world.newest.insert(row.to.clone(), id).unwrap_or(0);
        if id < before && world.post.repeats_allowed(id) == 0 {
            return Err(format!(
                "row {id} arrived at {} after row {before}",
                row.to.id
            ));
        }
    }
    Ok(())
}

/// A reminder's key names its reservation and the start it speaks of.
fn reminder_is_welcome(app: &App, key: &str, at: DateTime<Utc>) -> Result<(), String> {
    let parts: Vec<&str> = key.split(':').collect();
    let [_, id, _, start] = parts[..] else {
        return Err(format!("a reminder with the key {key}"));
    };
    let start = NaiveDateTime::parse_from_str(start, "%Y%m%d%H%M").map_err(|e| e.to_string())?;
    let here = civil(at);
    let rules = &CONFIG.rules.reminders;
    if here.time() >= rules.quiet_from || here.time() < rules.quiet_until {
        return Err(format!("{key} arrived at night, at {here}"));
    }
    if here >= start {
        return Err(format!(
            "{key} arrived after the visit had begun, at {here}"
        ));
    }
    let millis = madoguchi::desk::rules::instant(start).timestamp_millis();
    let booked = count(
        app,
        &format!(
            "SELECT count(*) FROM reservations WHERE id = {id} AND state = 'booked' AND start_at = {millis}"
        ),
    )?;
    if booked == 1 {
        Ok(())
    } else {
        Err(format!("{key} arrived for a visit that is off"))
    }
}

/// Nothing that somebody kept for themselves is anywhere in the file, however it was spaced.
pub fn no_secrets(world: &World) -> Result<(), String> {
    for (table, rows) in dump(&world.app)? {
        for text in rows.iter().flatten() {
            let Value::Text(text) = text else { continue };
            let bare = squeezed(text);
            if let Some(secret) = world.secrets.iter().find(|s| bare.contains(s.as_str())) {
                return Err(format!("{secret} stands in {table}: {text}"));
            }
        }
    }
    Ok(())
}

/// Letters and digits in one width, nothing between them.
fn squeezed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().filter(char::is_ascii_alphanumeric).collect()
}

/// Once everything has come to rest: nothing waits, nothing is lost, nothing came twice without a reason.
pub fn at_rest(world: &World) -> Result<(), String> {
    let verified = world.app.store().verify_audit(None);
    (verified.map_err(|error| error.to_string())?).map_err(|broken| broken.to_string())?;
    let rows = world.app.store().read(|sql| {
        let mut statement =
            sql.prepare_cached("SELECT id, channel, state, phrase FROM outbox ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            let state: String = row.get(2)?;
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                state,
                row.get::<_, String>(3)?,
            ))
        })?;
        rows.collect::<Result<Vec<_>, _>>()
            .map_err(StoreError::from)
    });
    let mut arrived: HashMap<i64, usize> = HashMap::new();
    for arrival in world.post.arrived() {
        *arrived.entry(arrival.row.id.0).or_default() += 1;
    }
    for (id, channel, state, phrase) in rows.map_err(|e| format!("outbox: {e}"))? {
        let times = arrived.get(&id).copied().unwrap_or(0);
        let spare = world.post.repeats_allowed(id);
        let fits = match state.as_str() {
            "pending" => false,
            "sent" if channel == Channel::Web.id() => times == 0,
            "sent" => times >= 1 && times <= 1 + spare,
            "failed" => times <= spare,
            _ => times == 0,
        };
        if !fits {
            return Err(format!(
                "row {id} ({phrase} to {channel}) is {state} and arrived {times} times, {spare} of them repeats"
            ));
        }
    }
    staff_replies_are_accounted_for(&world.app)?;
    no_secrets(world)
}

/// What a clerk wrote has reached the citizen, or the staff know that it has not.
fn staff_replies_are_accounted_for(app: &App) -> Result<(), String> {
    let lost = count(
        app,
        "SELECT count(*) FROM outbox o WHERE o.phrase = 'staff-says' AND o.state = 'failed'
            AND NOT EXISTS (SELECT 1 FROM outbox u WHERE u.key = 'undelivered:' || o.id)",
    )?;
    if lost == 0 {
        Ok(())
    } else {
        Err(format!(
            "{lost} replies of clerks failed and nobody was told"
        ))
    }
}
