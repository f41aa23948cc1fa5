//! What must hold at every hour of the week, and at its end.

use std::collections::{HashMap, HashSet};

use madoguchi::app::cases::ANSWERS;
use madoguchi::desk::rules::civil;

use super::citizens::Way;
use super::clerks::Outcome;
use super::replay::{Stand, replay};
use super::world::{GROUP, NEXT_GROUP, World};
use crate::fake_telegram::{Fault, Sent};

/// A row of the outbox.
pub struct Said {
    pub id: i64,
    pub key: String,
    pub channel: String,
    pub address: String,
    pub phrase: String,
    pub text: String,
    pub state: String,
    pub failure: String,
    pub case: Option<i64>,
    pub resident: Option<i64>,
    pub settled_at: i64,
}

/// The rows of the outbox for which this holds.
pub fn said(world: &World, which: &str) -> Vec<Said> {
    let sql = format!(
        "SELECT id, key, channel, address, phrase, text, state, failure, case_id, resident, ifnull(settled_at, 0)
         FROM outbox WHERE {which} ORDER BY id"
    );
    let read = world.app.store().read(|connection| {
        let mut statement = connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Said {
                id: row.get(0)?,
                key: row.get(1)?,
                channel: row.get(2)?,
                address: row.get(3)?,
                phrase: row.get(4)?,
                text: row.get(5)?,
                state: row.get(6)?,
                failure: row.get(7)?,
                case: row.get(8)?,
                resident: row.get(9)?,
                settled_at: row.get(10)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    });
    read.unwrap()
}

/// What a message said when it was sent.
fn first_text(sent: &Sent) -> &str {
    sent.edits.first().map_or(&sent.text, |first| &first.text)
}

/// What the bot has sent into each private chat and each group, by its first text, and how often.
type Seen = HashMap<(i64, String), usize>;

fn seen(world: &World) -> Seen {
    let mut seen = Seen::new();
    world.telegram.look(|telegram| {
        let sent = telegram
            .messages()
            .iter()
            .filter(|m| m.by_bot() && !m.is_service());
        for message in sent {
            let key = (message.chat, first_text(message).to_owned());
            *seen.entry(key).or_default() += 1;
        }
    });
    seen
}

/// How often Telegram took a text for a chat and lost its answer.
fn lost_answers(world: &World) -> Seen {
    let mut lost = Seen::new();
    world.telegram.look(|telegram| {
        let after = telegram
            .struck()
            .iter()
            .filter(|s| s.fault == Fault::DropAfter);
        for struck in after {
            let key = (
                struck.chat.unwrap_or_default(),
                struck.text.trim().to_owned(),
            );
            *lost.entry(key).or_default() += 1;
        }
    });
    lost
}

/// Right after a tick: who waits beyond the promise has had the alarms that are due, and no others.
pub fn alarms_are_on_time(world: &mut World) {
    let rules = world.app.rules().clone();
    let now = world.now();
    let is_open = rules.calendar.is_open(civil(now));
    let step = i64::from(rules.person.escalate_minutes) * 60_000;
    let rows = world.texts(
        "SELECT id || ' ' || alarm || ' ' || iif(waits_since IS NULL, 9000000000000000, answer_by)
                || ' ' || ifnull(from_at, 9000000000000000) || ' ' || ifnull(until_at, 9000000000000000), urgency
         FROM cases LEFT JOIN callbacks ON case_id = id WHERE state <> 'closed'",
    );
    let mut alarms = HashMap::new();
    for (numbers, urgency) in rows {
        let numbers: Vec<i64> = numbers.split(' ').map(|n| n.parse().unwrap()).collect();
        let [case, alarm, answer_by, from, until] = numbers[..] else {
            panic!("{numbers:?}");
        };
        let late = now.timestamp_millis() - answer_by;
        let of_answer = if late < 0 {
            0
        } else {
            (1 + late / step).min(3)
        };
        let after = now.timestamp_millis() - until;
        let of_call = if after >= 0 {
            (2 + after / step).min(3)
        } else {
            i64::from(from <= now.timestamp_millis())
        };
        let due = of_answer.max(of_call);
        let before = world.alarms.get(&case).copied().unwrap_or(0).min(alarm);
        if is_open || urgency == "urgent" {
            let expected = due.max(before);
            assert_eq!(
                alarm,
                expected,
                "case {case} ({urgency}) is {late} ms late at {}",
                civil(now)
            );
        }
        alarms.insert(case, alarm);
    }
    world.alarms = alarms;
}

/// Everything that holds at any hour.
pub fn hourly(world: &mut World) -> HashMap<i64, Stand> {
    let stands = replay(world);
    answers_arrive_once_or_fail_visibly(world, &stands);
    tries_have_their_effect_once(world);
    notes_stay_inside(world);
    alarms_are_told_once(world, &stands);
    summaries_are_one_message(world);
    summaries_have_their_buttons(world);
    stands
}

fn answers_arrive_once_or_fail_visibly(world: &mut World, stands: &HashMap<i64, Stand>) {
    let phrases = ANSWERS.map(|phrase| format!("'{phrase}'")).join(", ");
    let rows = said(
        world,
        &format!("phrase IN ({phrases}) AND resident IS NOT NULL"),
    );
    let (seen, lost) = (seen(world), lost_answers(world));
    let mut keys = HashSet::new();
    let mut sent: HashMap<(i64, String), (usize, usize)> = HashMap::new();
    for row in &rows {
        assert!(
            keys.insert(&row.key),
            "the answer {} stands in the outbox twice",
            row.key
        );
        if row.state == "failed" {
            failed_visibly(world, row, stands);
        }
        if row.channel == "telegram" {
            let chat = row.address.parse().unwrap();
            let counted = sent.entry((chat, row.text.trim().to_owned())).or_default();
            counted.0 += usize::from(row.state == "sent");
            counted.1 += world.under_way.get(&row.id).copied().unwrap_or(0);
        }
    }
    for (place, (sent, under_way)) in sent {
        let times = seen.get(&place).copied().unwrap_or(0);
        let most = sent + under_way + lost.get(&place).copied().unwrap_or(0);
        assert!(
            (sent..=most).contains(&times),
            "an answer was delivered {sent} times and seen {times} times, {most} at most: {place:?}"
        );
    }
}

/// An answer that did not arrive has a reason, the staff know, and the case does not sleep.
fn failed_visibly(world: &mut World, row: &Said, stands: &HashMap<i64, Stand>) {
    assert!(
        !row.failure.is_empty(),
        "row {} failed for no reason",
        row.id
    );
    let case = row.case.expect("an answer belongs to a case");
    let stand = &stands[&case];
    // Somebody may answer anew in the very moment in which the failure was noted.
    let is_new = stand.answered_at > row.settled_at
        || (stand.answered_at == row.settled_at && stand.woken_at.contains(&row.settled_at));
    let sleeps = stand.state == "answered" && !is_new;
    assert!(
        !sleeps,
        "case {case} sleeps although its answer {} failed",
        row.id
    );
    if world.failed.insert(row.id) {
        let told = format!(
            "SELECT count(*) FROM outbox WHERE key = 'undelivered:{}' AND phrase = 'staff-undelivered'",
            row.id
        );
        assert_eq!(
            world.number(&told),
            1,
            "the staff do not know that row {} failed",
            row.id
        );
        world.count("answers that failed");
    }
}

/// What a clerk tried to say stands in the outbox once, or the clerk was told why not.
fn tries_have_their_effect_once(world: &World) {
    let rows = said(world, "phrase GLOB 'staff-says*' AND resident IS NOT NULL");
    let mut times: HashMap<&str, usize> = HashMap::new();
    for row in &rows {
        let marks = row
            .text
            .split('（')
            .filter_map(|rest| rest.split_once('）'));
        for (token, _) in marks.filter(|(token, _)| token.len() == 5) {
            *times.entry(token).or_default() += 1;
        }
    }
    let keys: HashSet<String> = said(world, "key GLOB 'tg:*'")
        .into_iter()
        .filter_map(|row| row.key.split(':').nth(1).map(str::to_owned))
        .collect();
    for tried in &world.tries {
        let found = times.get(tried.token.as_str()).copied().unwrap_or(0);
        let (token, case, clerk) = (&tried.token, tried.case, &tried.clerk);
        match tried.outcome {
            Outcome::Page(said) => assert_eq!(
                found,
                usize::from(said),
                "the page told {clerk} {said} of {token} in case {case}"
            ),
            Outcome::Update(update) => assert!(
                found == 1 || (found == 0 && keys.contains(&update.to_string())),
                "{clerk} heard nothing of {token} in case {case}, which stands there {found} times"
            ),
        }
    }
}

/// No note and no word of a sheet has left the staff.
fn notes_stay_inside(world: &mut World) {
    let fresh = said(
        world,
        &format!("resident IS NOT NULL AND id > {}", world.searched),
    );
    let leaked = |text: &str| {
        text.contains("内緒")
            || world
                .secrets
                .iter()
                .any(|secret| text.contains(secret.as_str()))
    };
    for row in &fresh {
        assert!(
            !leaked(&row.text),
            "a note stands in row {} to a resident",
            row.id
        );
    }
    world.telegram.look(|telegram| {
        let groups = [GROUP, NEXT_GROUP];
        let sent = telegram.messages().iter().rev().take(2000);
        for message in sent.filter(|m| m.by_bot() && !groups.contains(&m.chat)) {
            let versions = message.edits.iter().map(|version| &version.text);
            for text in versions.chain([&message.text]) {
                assert!(!text.contains("内緒"), "a citizen has seen a note: {text}");
            }
        }
    });
    if let Some(last) = fresh.last() {
        world.searched = last.id;
    }
}

/// Each alarm was told the staff once, and the citizen heard once for each wait that it takes longer.
fn alarms_are_told_once(world: &World, stands: &HashMap<i64, Stand>) {
    let told = |which: &str| -> HashMap<i64, i64> {
        let sql = format!(
            "SELECT case_id || '', count(*) || '' FROM outbox WHERE {which} AND case_id IS NOT NULL GROUP BY case_id"
        );
        let rows = world.texts(&sql).into_iter();
        rows.map(|(case, n)| (case.parse().unwrap(), n.parse().unwrap()))
            .collect()
    };
    let waits = told("phrase IN ('staff-case-waits', 'staff-case-call-due') AND channel = 'staff'");
    let late = told("phrase = 'case-late'");
    let passed_on = told("phrase = 'staff-citizen-said' AND channel = 'staff'");
    for (case, stand) in stands {
        let of = |told: &HashMap<i64, i64>| told.get(case).copied().unwrap_or(0);
        assert_eq!(
            of(&waits),
            stand.alarms,
            "alarms of case {case} as the staff heard them"
        );
        // When the time of a call begins, the staff alone are told.
        let is_right = if stand.has_call {
            of(&late) <= stand.alarms
        } else {
            of(&late) == stand.first_alarms
        };
        assert!(
            is_right,
            "the citizen of case {case} heard of it {} times, of {} alarms",
            of(&late),
            stand.alarms
        );
        assert_eq!(
            of(&passed_on),
            stand.passed_on,
            "words of the citizen of case {case}"
        );
    }
    let leads =
        "SELECT count(*) FROM outbox WHERE phrase = 'staff-case-waits' AND channel = 'telegram'";
    let expected: i64 = stands.values().map(|stand| stand.for_leads).sum();
    assert_eq!(
        world.number(leads),
        expected,
        "alarms on the telephones of those who lead"
    );
}

/// The case that a message in the group sums up.
fn summed_up(sent: &Sent) -> Option<i64> {
    let rest = first_text(sent).strip_prefix("■ K-")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Each case has one summary in the group, which is edited; another one only after a deletion, a lost answer, a death or the
/// group's move.
fn summaries_are_one_message(world: &mut World) {
    let mut allowed: HashMap<i64, usize> = HashMap::new();
    world.telegram.look(|telegram| {
        let lost = telegram
            .struck()
            .iter()
            .filter(|s| s.fault == Fault::DropAfter);
        for struck in lost.filter(|s| s.method == "sendmessage") {
            let case = struck.text.strip_prefix("■ K-").map(|rest| {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                digits.parse().unwrap()
            });
            if let Some(case) = case {
                *allowed.entry(case).or_default() += 1;
            }
        }
    });
    for (case, times) in &world.summaries_under_way {
        *allowed.entry(*case).or_default() += times;
    }
    for (case, times) in &world.deleted {
        *allowed.entry(*case).or_default() += times;
    }
    let (mut sends, mut edits) = (HashMap::<(i64, i64), usize>::new(), 0);
    world.telegram.look(|telegram| {
        for message in telegram
            .messages()
            .iter()
            .filter(|m| m.method == "sendmessage")
        {
            if let Some(case) = summed_up(message).filter(|_| message.by_bot()) {
                *sends.entry((message.chat, case)).or_default() += 1;
                edits += u64::try_from(message.edits.len()).unwrap();
            }
        }
    });
    let sent: usize = sends.values().sum();
    for ((group, case), times) in sends {
        let most = 1 + allowed.get(&case).copied().unwrap_or(0);
        assert!(
            times <= most,
            "case {case} has {times} summaries in {group}, {most} at most"
        );
    }
    world
        .counts
        .insert("summaries sent", u64::try_from(sent).unwrap());
    world.counts.insert("summaries edited", edits);
}

/// Below the newest summary of a case stands what can be done with it then, and nothing below that of a closed one.
fn summaries_have_their_buttons(world: &World) {
    let rows = world.texts(
        "SELECT c.id || ' ' || c.state, o.choices FROM cases c JOIN outbox o ON o.id =
           (SELECT max(id) FROM outbox WHERE case_id = c.id AND phrase = 'handoff')",
    );
    for (case, buttons) in rows {
        let (id, state) = case.split_once(' ').unwrap();
        let has = |kind: &str| buttons.contains(&format!("\"{kind}.{id}\""));
        assert_eq!(has("sc"), state != "closed", "closing {case}: {buttons}");
        assert_eq!(has("sa"), state == "queued", "taking {case}: {buttons}");
    }
}

/// The log is whole, and each step and each note of a case stands in it with who did it, in the same order.
pub fn the_log_tells_the_same(world: &World) {
    let verified = world.app.store().verify_audit(None).unwrap();
    verified.unwrap_or_else(|broken| panic!("the chain of the log is broken: {broken}"));
    let steps = "SELECT case_id || '', who || ' ' || step FROM case_events WHERE step <> 'open' ORDER BY case_id, id";
    let log = "SELECT subject, who || ' ' || substr(after, instr(after, 'step=') + 5) FROM audit
               WHERE what = 'save-case' ORDER BY CAST(subject AS INTEGER), id";
    let (steps, log) = (world.texts(steps), world.texts(log));
    assert_eq!(
        steps.len(),
        log.len(),
        "steps of cases and their rows in the log"
    );
    for (step, row) in steps.iter().zip(&log) {
        assert_eq!(step, row, "a step of a case and its row in the log");
    }
    for (what, table) in [("open-case", "cases"), ("note-case", "case_notes")] {
        let in_log = world.number(&format!("SELECT count(*) FROM audit WHERE what = '{what}'"));
        let there = world.number(&format!("SELECT count(*) FROM {table}"));
        assert_eq!(in_log, there, "{what} in the log");
    }
}

/// At the end, once nothing fails any more.
pub fn at_the_end(world: &mut World) {
    nobody_is_lost(world);
    nothing_sent_is_unseen(world);
    pages_saw_everything_once(world);
    let doubles = doubles(world);
    world.counts.insert("messages seen twice", doubles);
    the_log_tells_the_same(world);
}

/// Whoever wrote has a case that is open or was closed afterwards, or was answered by the desk itself.
fn nobody_is_lost(world: &World) {
    for (n, citizen) in world.citizens.iter().enumerate() {
        let (at, token) = citizen.words.as_ref().expect("everybody has written");
        let resident = citizen.resident.expect("whoever wrote is known");
        let at = at.timestamp_millis();
        let cases = world.number(&format!(
            "SELECT count(*) FROM cases WHERE resident = {resident} AND (state <> 'closed' OR closed_at >= {at})"
        ));
        let told = world.number(&format!(
            "SELECT count(*) FROM outbox WHERE resident = {resident} AND at >= {at} AND case_id IS NULL"
        ));
        assert!(cases + told > 0, "the words of citizen {n} are lost");
        // What was passed on stands before the staff with its own words.
        let written = world.number(&format!(
            "SELECT count(*) FROM case_events e JOIN cases c ON c.id = e.case_id
             WHERE c.resident = {resident} AND e.step = 'write' AND e.at = {at}"
        ));
        let passed_on = world.number(&format!(
            "SELECT count(*) FROM outbox WHERE channel = 'staff' AND phrase = 'staff-citizen-said'
               AND text LIKE '%{token}%' AND '{token}' <> ''"
        ));
        assert!(
            written == 0 || token.is_empty() || passed_on == 1,
            "{token} of citizen {n} was passed on {passed_on} times"
        );
    }
    let unknown = "SELECT count(*) FROM cases WHERE state NOT IN ('queued', 'closed') AND ifnull(owner, '') = ''";
    assert_eq!(world.number(unknown), 0, "a case without anybody");
    let cases = "SELECT count(DISTINCT resident) FROM cases";
    let everybody = i64::try_from(world.citizens.len()).unwrap();
    assert_eq!(
        world.number(cases),
        everybody,
        "everybody who asked for a person has a case"
    );
}

/// Each row that counts as sent was seen where it was to go, and what failed says why.
fn nothing_sent_is_unseen(world: &mut World) {
    let rows = said(
        world,
        "channel IN ('telegram', 'staff') AND state <> 'pulled'",
    );
    let seen = seen(world);
    let mut by_chat: HashMap<i64, Vec<&str>> = HashMap::new();
    for (chat, text) in seen.keys() {
        by_chat.entry(*chat).or_default().push(text);
    }
    // Summaries and answers to a press stand in the place of an older message.
    let edited: Vec<String> = world
        .telegram
        .requests("editMessageText")
        .iter()
        .map(|request| {
            request["text"]
                .as_str()
                .unwrap_or_default()
                .trim()
                .to_owned()
        })
        .collect();
    let edited: HashSet<&str> = edited.iter().map(String::as_str).collect();
    let (mut sent, mut failed, mut staff) = (0, 0, 0);
    for row in &rows {
        let text = row.text.trim();
        let chats = match row.channel.as_str() {
            "staff" => vec![GROUP, NEXT_GROUP],
            _ => vec![row.address.parse().unwrap()],
        };
        match row.state.as_str() {
            "sent" => {
                sent += 1;
                let there = |chat: &i64| {
                    seen.contains_key(&(*chat, text.to_owned()))
                        || by_chat
                            .get(chat)
                            .is_some_and(|all| all.iter().any(|one| one.contains(text)))
                };
                let is_seen = edited.contains(text) || chats.iter().any(there);
                assert!(
                    is_seen,
                    "row {} ({}) counts as sent and was never seen",
                    row.id, row.phrase
                );
            }
            "failed" => {
                failed += 1;
                staff += u64::from(row.channel == "staff");
                assert!(
                    !row.failure.is_empty(),
                    "row {} failed for no reason",
                    row.id
                );
            }
            state => panic!("row {} is {state} after the end", row.id),
        }
    }
    assert_eq!(staff, 0, "the staff have lost messages of their own");
    world.counts.insert("messages sent on Telegram", sent);
    world.counts.insert("messages that failed", failed);
}

/// Who reads on a page has seen each row that came later once, in spite of lost connections.
fn pages_saw_everything_once(world: &World) {
    let rows = said(world, "channel = 'web' AND state <> 'pulled'");
    let pages = world
        .citizens
        .iter()
        .filter(|c| matches!(c.way, Way::Web(_)));
    let shown: HashMap<(i64, i64), usize> = pages
        .flat_map(|c| {
            c.shown
                .iter()
                .map(move |(row, n)| ((c.resident.unwrap(), *row), *n))
        })
        .collect();
    for row in &rows {
        let times = shown
            .get(&(row.resident.unwrap(), row.id))
            .copied()
            .unwrap_or(0);
        assert_eq!(times, 1, "row {} ({}) on its page", row.id, row.phrase);
    }
}

/// How many answers somebody saw twice.
fn doubles(world: &World) -> u64 {
    let rows = said(world, "channel = 'telegram' AND phrase GLOB 'staff-says*'");
    let seen = seen(world);
    let twice = rows.iter().filter(|row| {
        let place = (row.address.parse().unwrap(), row.text.trim().to_owned());
        seen.get(&place).is_some_and(|times| *times > 1)
    });
    u64::try_from(twice.count()).unwrap()
}
