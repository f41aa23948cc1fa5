//! Each kind of data stays for its term and is gone after it, and with it goes nothing else.

use chrono::Duration;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::message::StaffAction;
use madoguchi::desk::retention::Kind;
use madoguchi::ids::CaseId;

use super::{beside, is_sound, places, settle};
use crate::harness::{CityHall, at, config_with};

const START: &str = "2026-12-01T10:00:00";

/// One thing of each kind, all from the same moment, which stands as `T` here. Resident 1 is somebody who came once,
/// resident 2 has erased their data. The newest case and the newest incident stay, so there are two of each.
const ROWS: &str = r#"
INSERT INTO residents (id, channel, address, language, talk, created_at, seen_at, erased_at) VALUES
    (1, 'telegram', '700100', 'ja', '{"dialogue":"idle","last_text":"ひまわり","serial":3}', T, T, NULL),
    (2, 'telegram', '700200', 'ja', '{}', T, T, T);
INSERT INTO inbox (key, resident, at, turn, text) VALUES ('k1', 1, T, 'miss', 'ひまわり'), ('k2', 2, T, 'command', '');
INSERT INTO outbox (key, n, resident, channel, address, language, phrase, text, state, at) VALUES
    ('k1', 0, 1, 'telegram', '700100', 'ja', 'no-answer', 'お答えできません', 'sent', T),
    ('k2', 0, 2, 'telegram', '700200', 'ja', 'erased', '消しました', 'sent', T);
INSERT INTO misses (at, language, text) VALUES (T, 'ja', 'ひまわり');
INSERT INTO cases (id, resident, trigger, opened_at, answer_by, touched_at, state, closed_at, close_reason, brief) VALUES
    (1001, 1, 'wish', T, T, T, 'closed', T, 'clerk', '{"text":"ひまわり"}'),
    (1002, 1, 'wish', T, T, T, 'closed', T, 'clerk', '{}');
INSERT INTO case_events (case_id, at, who, step, state, detail) VALUES
    (1001, T, 'resident:1', 'open', 'queued', ''), (1001, T, 'clerk:a', 'pass', 'queued', 'ひまわり');
INSERT INTO case_notes (case_id, at, who, text) VALUES (1001, T, 'a', 'ひまわり');
INSERT INTO callbacks (case_id, from_at, until_at, phone) VALUES (1001, T, T, '072-000-0000');
INSERT INTO reservations (id, code, resident, office, start_at, cells, seat, state, marked_at, made_at, changed_at) VALUES
    (50, 'H7K3-M9QX', 1, 'main', T, 2, 0, 'came', T, T, T);
INSERT INTO reservation_procedures (reservation, n, procedure) VALUES (50, 0, 'pickup');
INSERT INTO seats (office, cell, seat, reservation) VALUES ('main', T / 600000, 0, 50);
INSERT INTO reminders (reservation, kind, due_at, state) VALUES (50, 'soon', T, 'sent');
INSERT INTO contacts (reservation, made_by, reading, phone) VALUES (50, 'a', 'ひまわり', '072-000-0000');
INSERT INTO document_checks (reservation, item, at) VALUES (50, 'card', T), (60, 'card', T);
INSERT INTO shares (reservation, resident, at) VALUES (50, 1, T);
INSERT INTO code_tries (resident, code, at) VALUES (1, 'H7K3-M9QX', T);
INSERT INTO kiosk_tries (device, at) VALUES ('hall', T);
INSERT INTO waits (id, resident, office, procedures, people, first_day, last_day, state, made_at, wished_at) VALUES
    (70, 1, 'main', 'pin', 1, '2026-12-01', '2026-12-01', 'over', T, T);
INSERT INTO offers (id, resident, wait, made_at, until, state) VALUES (71, 1, 70, T, T, 'lapsed');
INSERT INTO renewal_reminders (resident, kind, due_month, state) VALUES (1, 'card', '2026-12', 'sent');
INSERT INTO tickets (id, office, day, letter, n, resident, language, people, reservation, due_at, state, counter, state_at,
                     issued_at, order_at, waiting_since, note) VALUES
    (60, 'main', '2026-12-01', 'R', 1, 1, 'ja', 1, 50, T, 'done', 1, T, T, T, T, 'ひまわり');
INSERT INTO ticket_procedures (ticket, n, procedure) VALUES (60, 0, 'pickup');
INSERT INTO ticket_events (ticket, at, who, step, state, office, detail) VALUES
    (60, T, 'resident:1', 'issue', 'waiting', 'main', ''), (60, T, 'clerk:a', 'prioritise', 'waiting', 'main', 'ひまわり');
INSERT INTO counter_events (office, number, at, who, state) VALUES ('main', 1, T, 'clerk:a', 'open');
INSERT INTO admissions (office, at, asker, result, ticket, reason) VALUES
    ('main', T, 'clerk', 'admitted', 60, 'ひまわり'), ('main', T, 'phone', 'day-ends', NULL, '');
INSERT INTO handovers (code, case_id, ticket, note, made_by, made_at) VALUES
    ('H-7K3M', 1001, NULL, 'ひまわり', 'a', T), ('H-2Q8X', NULL, 60, 'ひまわり', 'a', T);
INSERT INTO feedback (at, kind, subject, resident, language, channel, good, reason) VALUES
    (T, 'answer', 'parking', 1, 'ja', 'telegram', 0, 'other');
INSERT INTO blocks (id, resident, at, by, until, reason) VALUES (80, 1, T - 1, 'a', T, 'flood');
INSERT INTO incidents (id, kind, state, raised_by, raised_at, closed_by, closed_at) VALUES
    (1, 'loss', 'closed', 'a', T, 'b', T), (2, 'loss', 'closed', 'a', T, 'b', T);
INSERT INTO incident_entries (incident, at, who, field, text) VALUES (1, T, 'a', 'what', '所在不明');
INSERT INTO link_codes (digest, name, until) VALUES ('d', 'a', T);
INSERT INTO login_tries (name, place, failures, failed_at, locked_until, known) VALUES ('n', 'p', 0, T, 0, 1);
INSERT INTO meta (name, value) VALUES ('sheet:a', 'H-7K3M');
INSERT INTO presence (name, until) VALUES ('a', T);
"#;

/// How many things of a kind there are in `ROWS`, and how they are counted.
fn counted(kind: Kind) -> Option<(i64, &'static str)> {
    Some(match kind {
        Kind::Messages => (
            3,
            "(SELECT count(*) FROM inbox WHERE key = 'k1') + (SELECT count(*) FROM outbox WHERE key = 'k1')
             + (SELECT count(*) FROM residents WHERE talk LIKE '%ひまわり%')",
        ),
        Kind::Misses => (1, "(SELECT count(*) FROM misses)"),
        Kind::CaseTexts => (
            4,
            "(SELECT count(*) FROM cases WHERE resident = 1 AND brief <> '{}') + (SELECT count(*) FROM case_notes)
             + (SELECT count(*) FROM case_events WHERE detail <> '' OR who = 'resident:1')",
        ),
        Kind::Cases => (
            3,
            "(SELECT count(*) FROM cases WHERE id = 1001) + (SELECT count(*) FROM case_events)",
        ),
        Kind::Callbacks => (1, "(SELECT count(*) FROM callbacks)"),
        Kind::Contacts => (1, "(SELECT count(*) FROM contacts)"),
        Kind::VisitTies => (
            2,
            "(SELECT count(*) FROM reservations WHERE resident = 1 AND code = 'H7K3-M9QX') + (SELECT count(*) FROM shares)",
        ),
        Kind::Visits => (
            4,
            "(SELECT count(*) FROM reservations) + (SELECT count(*) FROM reservation_procedures)
             + (SELECT count(*) FROM seats) + (SELECT count(*) FROM reminders)",
        ),
        Kind::Waits => (
            2,
            "(SELECT count(*) FROM waits) + (SELECT count(*) FROM offers)",
        ),
        Kind::Renewals => (1, "(SELECT count(*) FROM renewal_reminders)"),
        Kind::DocumentChecks => (2, "(SELECT count(*) FROM document_checks)"),
        Kind::TicketTies => (
            4,
            "(SELECT count(*) FROM tickets WHERE resident = 1 AND note <> '')
             + (SELECT count(*) FROM ticket_events WHERE who = 'resident:1' OR detail <> '')
             + (SELECT count(*) FROM admissions WHERE reason <> '')",
        ),
        Kind::Tickets => (
            5,
            "(SELECT count(*) FROM tickets) + (SELECT count(*) FROM ticket_procedures)
             + (SELECT count(*) FROM ticket_events) + (SELECT count(*) FROM counter_events)",
        ),
        Kind::Admissions => (2, "(SELECT count(*) FROM admissions)"),
        Kind::Tries => (
            2,
            "(SELECT count(*) FROM code_tries) + (SELECT count(*) FROM kiosk_tries)",
        ),
        Kind::Handovers => (
            3,
            "(SELECT count(*) FROM handovers) + (SELECT count(*) FROM meta WHERE name GLOB 'sheet:*')",
        ),
        Kind::FeedbackTies => (1, "(SELECT count(*) FROM feedback WHERE resident = 1)"),
        Kind::Feedback => (1, "(SELECT count(*) FROM feedback WHERE reason = 'other')"),
        Kind::Blocks => (1, "(SELECT count(*) FROM blocks)"),
        Kind::Incidents => (
            2,
            "(SELECT count(*) FROM incidents WHERE id = 1) + (SELECT count(*) FROM incident_entries)",
        ),
        Kind::Logins => (
            3,
            "(SELECT count(*) FROM link_codes) + (SELECT count(*) FROM presence WHERE name = 'a')
             + (SELECT count(*) FROM login_tries)",
        ),
        Kind::Erased => (1, "(SELECT count(*) FROM residents WHERE id = 2)"),
        Kind::Residents => (1, "(SELECT count(*) FROM residents WHERE id = 1)"),
        // The log of who did what cuts itself, with its chain.
        Kind::Audit => return None,
    })
}

#[tokio::test]
async fn each_kind_stays_for_its_term_and_nothing_else_goes_with_it() {
    let hall = CityHall::open(START);
    let retention = hall.config().rules.retention.clone();
    let file = beside(&hall);
    let millis = at(START).timestamp_millis().to_string();
    file.execute_batch(
        &ROWS
            .replace("(T ", &format!("({millis} "))
            .replace(" T ", &format!(" {millis} "))
            .replace("(T,", &format!("({millis},"))
            .replace(" T,", &format!(" {millis},"))
            .replace(" T,", &format!(" {millis},"))
            .replace(" T)", &format!(" {millis})")),
    )
    .unwrap();
    let count = |sql: &str| -> i64 {
        file.query_row(&format!("SELECT {sql}"), [], |row| row.get(0))
            .unwrap()
    };
    for kind in Kind::ALL {
        if let Some((all, sql)) = counted(kind) {
            assert_eq!(count(sql), all, "{kind:?} at the beginning");
        }
    }
    let days = Kind::ALL.map(|kind| i64::from(retention.days(kind)));
    let mut steps: Vec<i64> = days.iter().flat_map(|days| [days - 1, days + 1]).collect();
    steps.sort_unstable();
    steps.dedup();
    for day in steps {
        hall.clock
            .advance(at(START) + Duration::days(day) - hall.app.now());
        settle(&hall).await;
        for kind in Kind::ALL {
            let Some((all, sql)) = counted(kind) else {
                continue;
            };
            let term = i64::from(retention.days(kind));
            let expected = match kind {
                _ if day == term => continue,
                _ if day < term => all,
                _ => 0,
            };
            assert_eq!(count(sql), expected, "{kind:?} after {day} days");
        }
        assert!(is_sound(&file), "after {day} days a row points nowhere");
        if day > 30 {
            assert_eq!(places(&file, &["ひまわり"]), [""; 0], "after {day} days");
        }
    }
}

#[tokio::test]
async fn terms_of_the_configuration_count() {
    let config = config_with(&[
        ("messages_days = 30", "messages_days = 5"),
        ("misses_days = 30", "misses_days = 3"),
    ]);
    let mut hall = CityHall::open_with(START, config);
    hall.says("花子", "うさぎは飼えますか").await;
    let said = "SELECT count(*) FROM inbox WHERE text <> ''";
    let missed = "SELECT count(*) FROM misses";
    for (days, expected) in [(2, (1, 1)), (4, (1, 0)), (6, (0, 0))] {
        hall.clock
            .advance(at(START) + Duration::days(days) - hall.app.now());
        settle(&hall).await;
        assert_eq!(
            (hall.count(said), hall.count(missed)),
            expected,
            "after {days} days"
        );
    }
}

#[tokio::test]
async fn more_than_one_batch_goes_with_the_ticks_that_follow() {
    let hall = CityHall::open(START);
    let file = beside(&hall);
    let old = (at(START) - Duration::days(31)).timestamp_millis();
    file.execute(
        "INSERT INTO misses (at, language, text)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) SELECT ?1, 'ja', i FROM n",
        [old],
    )
    .unwrap();
    let left = || hall.count("SELECT count(*) FROM misses");
    for expected in [700, 200, 0] {
        hall.app.tick().await.unwrap();
        assert_eq!(left(), expected);
    }
    // Then it is looked for again after ten minutes, not with every tick.
    file.execute(
        "INSERT INTO misses (at, language, text) VALUES (?1, 'ja', '')",
        [old],
    )
    .unwrap();
    hall.app.tick().await.unwrap();
    assert_eq!(left(), 1);
    hall.clock.advance(Duration::minutes(11));
    hall.app.tick().await.unwrap();
    assert_eq!(left(), 0);
}

/// People come, ask, reserve, talk to staff; then four hundred days go by.
#[tokio::test]
async fn after_four_hundred_days_only_counts_are_left() {
    let mut hall = CityHall::open(START);
    let words = ["ひまわり", "たんぽぽ", "あじさい", "花子", "太郎", "次郎"];
    hall.says(
        "花子",
        "明日の10時に市役所本館で電子証明書の更新の予約をしたい",
    )
    .await;
    hall.says("花子", "はい").await;
    hall.says("太郎", "ひまわりは飼えますか").await;
    hall.says("太郎", "職員と話したい").await;
    hall.staff(StaffAction::Accept(CaseId(1001))).await;
    hall.says("太郎", "たんぽぽのことです").await;
    hall.replies(1001, "あじさいのことですね").await;
    hall.staff(StaffAction::Close(CaseId(1001))).await;
    hall.picks("次郎", Choice::MyData).await;
    hall.deliver().await;
    let file = beside(&hall);
    assert!(
        places(&file, &words).len() > 6,
        "there is something to lose"
    );
    assert_eq!(hall.count("SELECT count(*) FROM reservations"), 1);
    for _ in 0..400 {
        hall.clock.advance(Duration::days(1));
        hall.app.tick().await.unwrap();
        hall.deliver().await;
    }
    settle(&hall).await;
    assert_eq!(places(&file, &words), [""; 0]);
    for gone in ["inbox", "outbox", "misses", "case_notes", "holds", "waits"] {
        let sql = format!("SELECT count(*) FROM {gone}");
        assert_eq!(hall.count(&sql), 0, "{gone}");
    }
    let nobody = "SELECT count(*) FROM residents WHERE address <> 'erased'";
    assert_eq!(hall.count(nobody), 0, "no address is left");
    let counts = "SELECT (SELECT count(*) FROM reservations) + (SELECT count(*) FROM cases)";
    assert_eq!(hall.count(counts), 2, "the counts are kept");
    assert!(hall.count("SELECT count(*) FROM audit") > 0);
    assert!(is_sound(&file));
}
