//! Somebody erases what is kept about them: not a word of theirs stays anywhere, and what has to stay goes in its time.

use chrono::Duration;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::message::{Address, Channel, Incoming, Outgoing, Said, StaffAction};
use madoguchi::ids::CaseId;

use super::{beside, is_sound, places, settle};
use crate::harness::{CityHall, at};

const START: &str = "2026-12-01T10:00:00";
/// Words that nobody else says, one for each way in which something is said.
const WORDS: [&str; 8] = [
    "ひまわり",
    "たんぽぽ",
    "あじさい",
    "すみれ",
    "りんどう",
    "なでしこ",
    "つゆくさ",
    "090-7431-7432",
];

/// One of two people: on Telegram, or in a browser, whose keys hold its address.
struct Person {
    address: Address,
    said: u32,
}

impl Person {
    fn new(channel: Channel) -> Person {
        let id = match channel {
            Channel::Web => "74317431beefbeef",
            _ => "74317431",
        };
        Person {
            address: Address::new(channel, id),
            said: 0,
        }
    }

    async fn sends(&mut self, hall: &CityHall, said: Said) -> Vec<Outgoing> {
        self.said += 1;
        let pulled = self.address.channel == Channel::Web;
        let key = if pulled {
            format!("web:{}:{}", self.address.id, self.said)
        } else {
            format!("telegram:{}", self.said)
        };
        let incoming = Incoming {
            key,
            from: self.address.clone(),
            hint: None,
            chosen: None,
            said,
            pressed: None,
            pulled,
        };
        hall.app.receive(incoming).await.unwrap()
    }

    async fn says(&mut self, hall: &CityHall, text: &str) -> Vec<Outgoing> {
        self.sends(hall, Said::Text(text.to_owned())).await
    }

    async fn picks(&mut self, hall: &CityHall, choice: Choice) -> Vec<Outgoing> {
        self.sends(hall, Said::Choice(choice)).await
    }

    /// Presses the button whose code begins so.
    async fn presses(
        &mut self,
        hall: &CityHall,
        replies: &[Outgoing],
        code: &str,
    ) -> Vec<Outgoing> {
        let buttons = replies.iter().flat_map(|row| &row.choices);
        let button = buttons.into_iter().find(|b| b.id.starts_with(code));
        let choice = Choice::read(&button.unwrap().id).unwrap();
        self.picks(hall, choice).await
    }

    async fn erases(&mut self, hall: &CityHall) -> Vec<Outgoing> {
        let asked = self.picks(hall, Choice::EraseData).await;
        assert_eq!(asked.last().unwrap().phrase, "ask-erase");
        self.presses(hall, &asked, "y.").await
    }
}

/// Somebody who has used everything, and whose case is open. What only the staff write down is written beside.
async fn busy(hall: &mut CityHall, channel: Channel) -> Person {
    let mut person = Person::new(channel);
    let booking = "明日の10時に市役所本館で電子証明書の更新の予約をしたい";
    person.says(hall, booking).await;
    person.says(hall, "はい").await;
    person.says(hall, "ひまわりは飼えますか").await;
    person.says(hall, "たんぽぽは食べられますか").await;
    person.says(hall, "職員と話したい").await;
    person.says(hall, "あじさいのことです").await;
    hall.staff(StaffAction::Accept(CaseId(1001))).await;
    person.says(hall, "すみれのことです").await;
    hall.replies(1001, "りんどうのことですね").await;
    hall.deliver().await;
    // This one does not arrive before the erasing.
    hall.replies(1001, "りんどうのことでした").await;
    let now = hall.app.now().timestamp_millis();
    beside(hall)
        .execute_batch(&format!(
            r#"UPDATE cases SET brief = '{{"asked":"なでしこ"}}' WHERE id = 1001;
               INSERT INTO case_notes (case_id, at, who, text) VALUES (1001, {now}, 'a', 'つゆくさ');
               INSERT INTO case_events (case_id, at, who, step, state, detail)
                   VALUES (1001, {now}, 'resident:1', 'say', 'accepted', 'なでしこ');
               INSERT INTO callbacks (case_id, from_at, until_at, phone) VALUES (1001, {now}, {now}, '090-7431-7432');
               INSERT INTO handovers (code, case_id, note, made_by, made_at) VALUES ('H-7K3M', 1001, 'つゆくさ', 'a', {now});
               INSERT INTO feedback (at, kind, subject, resident, language, channel, good, reason)
                   SELECT {now}, 'answer', 'parking', id, 'ja', channel, 0, 'other' FROM residents;"#
        ))
        .unwrap();
    person
}

/// The bytes of the database and of the log beside it.
fn bytes(hall: &CityHall) -> Vec<u8> {
    let file = hall.scratch.file("desk.sqlite");
    let mut bytes = std::fs::read(&file).unwrap();
    bytes.extend(std::fs::read(file.with_extension("sqlite-wal")).unwrap_or_default());
    bytes
}

fn stands_in(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|part| part == word.as_bytes())
}

#[tokio::test]
async fn no_word_stays_in_any_table_nor_in_the_file() {
    for channel in [Channel::Telegram, Channel::Web] {
        let mut hall = CityHall::open(START);
        let mut person = busy(&mut hall, channel).await;
        let file = beside(&hall);
        for word in WORDS {
            assert!(!places(&file, &[word]).is_empty(), "{word} is kept");
            assert!(stands_in(&bytes(&hall), word));
        }
        hall.clock.advance(Duration::minutes(1));
        let erased = person.erases(&hall).await;
        assert_eq!(erased.last().unwrap().phrase, "erased");
        assert_eq!(places(&file, &WORDS), [""; 0]);
        assert!(is_sound(&file));
        hall.deliver().await;
        settle(&hall).await;
        assert_eq!(places(&file, &WORDS), [""; 0], "nothing comes back");
        let bytes = bytes(&hall);
        let read: Vec<&str> = WORDS
            .into_iter()
            .filter(|word| stands_in(&bytes, word))
            .collect();
        assert_eq!(read, [""; 0], "read in the file");
    }
}

#[tokio::test]
async fn the_address_goes_when_nothing_needs_it_any_more() {
    for channel in [Channel::Telegram, Channel::Web] {
        let mut hall = CityHall::open(START);
        let mut person = busy(&mut hall, channel).await;
        let file = beside(&hall);
        person.erases(&hall).await;
        hall.deliver().await;
        let address = "74317431";
        assert!(
            !places(&file, &[address]).is_empty(),
            "the answer and the reminder have to arrive"
        );
        // The visit ahead stays and is reminded of.
        let arrived = hall.wait(Duration::hours(12)).await;
        if channel == Channel::Telegram {
            let phrases: Vec<&str> = arrived.iter().map(|row| row.phrase.as_str()).collect();
            assert!(phrases.contains(&"reminder-evening"), "{phrases:?}");
        }
        let booked = "SELECT count(*) FROM reservations WHERE resident IN (SELECT id FROM residents WHERE erased_at > 0)";
        assert_eq!(hall.count(booked), 1);
        // After the visit it is nobody's; what was sent for it goes with the messages.
        hall.jump("2026-12-03T12:00:00");
        settle(&hall).await;
        assert_eq!(hall.count(booked), 0);
        hall.jump("2027-01-03T12:00:00");
        settle(&hall).await;
        hall.clock.advance(Duration::minutes(11));
        settle(&hall).await;
        assert_eq!(places(&file, &[address]), [""; 0]);
        assert_eq!(hall.count("SELECT count(*) FROM reservations"), 1);
        assert_eq!(hall.count("SELECT count(*) FROM feedback"), 1);
        assert!(is_sound(&file));
    }
}

#[tokio::test]
async fn who_has_nothing_ahead_is_forgotten_after_a_day() {
    let hall = CityHall::open(START);
    let mut person = Person::new(Channel::Web);
    person.says(&hall, "ひまわりは飼えますか").await;
    person.erases(&hall).await;
    hall.jump("2026-12-02T09:00:00");
    settle(&hall).await;
    let known = "SELECT count(*) FROM residents WHERE channel = 'web'";
    assert_eq!(hall.count(known), 1, "the page still shows the answer");
    hall.jump("2026-12-02T10:30:00");
    settle(&hall).await;
    assert_eq!(hall.count(known), 0);
    assert_eq!(places(&beside(&hall), &["74317431"]), [""; 0]);
    // Whoever comes back begins anew.
    let replies = person.says(&hall, "こんにちは").await;
    assert!(!replies.is_empty());
}

#[tokio::test]
async fn who_writes_again_after_erasing_is_not_forgotten_in_between() {
    let hall = CityHall::open(START);
    let mut person = Person::new(Channel::Telegram);
    person.erases(&hall).await;
    hall.clock.advance(Duration::minutes(5));
    person.says(&hall, "ひまわりは飼えますか").await;
    hall.deliver().await;
    hall.clock.advance(Duration::days(29));
    settle(&hall).await;
    let file = beside(&hall);
    assert!(!places(&file, &["ひまわり"]).is_empty());
    hall.clock.advance(Duration::days(2));
    settle(&hall).await;
    assert_eq!(places(&file, &["ひまわり", "74317431"]), [""; 0]);
}

#[tokio::test]
async fn an_open_case_is_closed_and_the_staff_are_told() {
    let mut hall = CityHall::open(START);
    let mut person = busy(&mut hall, Channel::Telegram).await;
    let asked = person.picks(&hall, Choice::EraseData).await;
    assert!(asked.last().unwrap().text.contains("K-1001"));
    let erased = person.presses(&hall, &asked, "y.").await;
    assert!(
        erased
            .last()
            .unwrap()
            .text
            .contains("これからの予約1件は残ります")
    );
    let arrived = hall.deliver().await;
    let staff = arrived
        .iter()
        .filter(|row| row.to.channel == Channel::Staff);
    let (mut told, mut read) = (false, false);
    for row in staff {
        told |= row.phrase == "staff-withdrawn";
        read |= WORDS.iter().any(|word| row.text.contains(word));
    }
    assert!(told && !read, "the staff are told, and of nothing else");
    assert!(
        arrived.iter().all(|row| row.phrase != "staff-says"),
        "an answer that was on its way is not sent any more"
    );
    let closed = "SELECT count(*) FROM cases c JOIN residents p ON p.id = c.resident
                   WHERE c.state = 'closed' AND c.close_reason = 'withdrawn' AND p.address = 'erased'";
    assert_eq!(hall.count(closed), 1);
    // Who did what is known by ids alone.
    let logged = "SELECT count(*) FROM audit WHERE what = 'erase'";
    assert_eq!(hall.count(logged), 1);
}

#[tokio::test]
async fn a_ticket_that_waits_and_a_block_stay_and_are_named() {
    let hall = CityHall::open(START);
    let mut person = Person::new(Channel::Telegram);
    person.says(&hall, "こんにちは").await;
    let now = hall.app.now().timestamp_millis();
    let until = at("2026-12-05T09:00:00").timestamp_millis();
    beside(&hall)
        .execute_batch(&format!(
            "INSERT INTO tickets (id, office, day, letter, n, resident, language, people, state, state_at, issued_at,
                                  order_at, waiting_since)
                 VALUES (60, 'main', '2026-12-01', 'W', 1, 1, 'ja', 1, 'waiting', {now}, {now}, {now}, {now});
             INSERT INTO blocks (id, resident, at, by, until, reason) VALUES (80, 1, {now}, 'a', {until}, 'flood');"
        ))
        .unwrap();
    let shown = person.picks(&hall, Choice::MyData).await;
    let text = &shown.last().unwrap().text;
    assert!(text.contains("今日の番号札：1枚"), "{text}");
    assert!(text.contains("12月5日"), "{text}");
    let erased = person.erases(&hall).await;
    let text = &erased.last().unwrap().text;
    assert!(text.contains("お呼びするまで残ります"), "{text}");
    assert!(text.contains("書き込みの停止は残ります"), "{text}");
    assert_eq!(
        hall.count("SELECT count(*) FROM tickets WHERE resident = 1"),
        1
    );
    // The day is over, the ticket with it; the block holds the address until its own term.
    hall.jump("2026-12-03T12:00:00");
    settle(&hall).await;
    hall.clock.advance(Duration::minutes(11));
    settle(&hall).await;
    assert_eq!(
        hall.count("SELECT count(*) FROM tickets WHERE resident = 1"),
        0
    );
    assert_eq!(hall.count("SELECT count(*) FROM residents WHERE id = 1"), 1);
}
