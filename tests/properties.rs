//! What holds for every input, in the desk's words: free places, opening hours, reminders, turns, and the readers of
//! text from outside.

mod turns;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use madoguchi::channels::telegram::{Bot, take_pushed};
use madoguchi::config::{Config, HABIKINO};
use madoguchi::desk::calendar::Hours;
use madoguchi::desk::faq::Text;
use madoguchi::desk::reminder::{ReminderKind, Verdict, judge, plan};
use madoguchi::desk::reservation::{Reservation, ReservationState};
use madoguchi::desk::rules::{Band, ReminderRules, Rules, civil, instant};
use madoguchi::desk::slots::{Book, DayBook, Search, Share, Span, Taken};
use madoguchi::ids::{IdSource, ReservationId, ResidentId};
use madoguchi::library::{Library, Source};
use proptest::prelude::*;

use crate::harness::{CityHall, Scratch, config};

/// An ordinary Tuesday.
fn tuesday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
}

fn time_at(minute: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap()
}

// Free places.

/// A day at one office: hours, counters over the day, what is taken, what is one's own, and the length of the visit.
#[derive(Clone, Debug)]
struct Day {
    opens: u32,
    closes: u32,
    bands: Vec<(u32, u8)>,
    /// Cell, counter, and for a hold its end in minutes from now.
    taken: Vec<(u8, u8, Option<i64>)>,
    own: Option<(u8, u8, u8)>,
    minutes: u16,
    /// In minutes from the midnight at which the day begins.
    now: i64,
}

fn days() -> impl Strategy<Value = Day> {
    let hours = (prop_oneof![1 => Just(0), 4 => 0u32..1439], 0u32..1439)
        .prop_map(|(a, b)| (a.min(b), a.max(b) + 1));
    let hours = hours.prop_filter("a day ends before midnight", |(_, closes)| *closes < 1440);
    let bands = prop::collection::vec((prop_oneof![Just(0), 0u32..1440], 0u8..5), 1..4);
    let until = prop::option::of(-30i64..30);
    let taken = prop::collection::vec((0u8..144, 0u8..5, until), 0..120);
    let own = prop::option::of((0u8..130, 1u8..6, 0u8..4));
    (hours, bands, taken, own, 1u16..400, -1000i64..1440).prop_map(
        |((opens, closes), bands, taken, own, minutes, now)| Day {
            opens,
            closes,
            bands,
            taken,
            own,
            minutes,
            now,
        },
    )
}

impl Day {
    fn rules(&self) -> Rules {
        let mut rules = config().rules;
        rules.calendar.weekday = Hours {
            opens: time_at(self.opens),
            closes: time_at(self.closes),
        };
        let mut bands = self.bands.clone();
        bands.sort_unstable();
        rules.offices.truncate(1);
        rules.offices[0].weekday = bands
            .into_iter()
            .map(|(from, counters)| Band {
                from: time_at(from),
                counters,
                bookable: counters,
            })
            .collect();
        rules
    }

    fn now(&self) -> DateTime<Utc> {
        instant(tuesday().and_time(NaiveTime::MIN)) + TimeDelta::minutes(self.now)
    }

    fn own(&self, rules: &Rules) -> Option<Span> {
        self.own.map(|(cell, cells, seat)| Span {
            office: rules.offices[0].id.clone(),
            day: tuesday(),
            cell,
            cells,
            seat,
        })
    }

    fn book(&self, rules: &Rules) -> Book {
        let start = instant(tuesday().and_time(NaiveTime::MIN));
        let seen = &mut BTreeSet::new();
        let taken = self
            .taken
            .iter()
            .filter(|(cell, seat, _)| seen.insert((*cell, *seat)));
        let taken = taken.map(|(cell, seat, until)| Taken {
            at: start + TimeDelta::minutes(i64::from(*cell) * 10),
            seat: *seat,
            until: until.map(|minutes| self.now() + TimeDelta::minutes(minutes)),
        });
        let key = (rules.offices[0].id.clone(), tuesday());
        let mut book = Book::default();
        book.days.insert(key, DayBook::new(taken).into());
        book
    }

    /// Whether a counter is free for ten minutes, by the words of the rules and nothing else.
    fn is_free(&self, rules: &Rules, cell: u8, seat: u8) -> bool {
        let minute = u32::from(cell) * 10;
        let mut bands = rules.offices[0].weekday.iter();
        let open = bands.rfind(|band| band.from <= time_at(minute));
        if seat >= open.map_or(0, |band| band.counters) {
            return false;
        }
        let first = self.taken.iter().find(|(c, s, _)| (*c, *s) == (cell, seat));
        let is_taken = match first {
            None => false,
            Some((_, _, None)) => true,
            Some((_, _, Some(minutes))) => *minutes > 0,
        };
        let is_own = self.own.is_some_and(|(from, cells, own_seat)| {
            own_seat == seat && (from..from + cells).contains(&cell)
        });
        is_own || !is_taken
    }

    /// The starts that must be offered, with their counters, found the slow way.
    fn expected(&self, rules: &Rules) -> Vec<(u8, u8)> {
        let cells = self.minutes.div_ceil(10);
        let earliest = self.now + i64::from(rules.booking.notice_minutes);
        let mut found = Vec::new();
        for cell in 0u8..144 {
            let begins = u32::from(cell) * 10;
            let ends = begins + u32::from(cells) * 10;
            if begins < self.opens || ends > self.closes || i64::from(begins) < earliest {
                continue;
            }
            let Ok(end) = u8::try_from(u16::from(cell) + cells) else {
                continue;
            };
            let seat = (0..16).find(|seat| (cell..end).all(|c| self.is_free(rules, c, *seat)));
            found.extend(seat.map(|seat| (cell, seat)));
        }
        found
    }
}

proptest! {
    #[test]
    fn exactly_the_free_places_at_open_counters_are_offered(day in days()) {
        let rules = day.rules();
        let (book, own) = (day.book(&rules), day.own(&rules));
        let own: Vec<&Span> = own.iter().collect();
        let search = Search {
            rules: &rules,
            book: &book,
            now: day.now(),
            office: &rules.offices[0],
            minutes: day.minutes,
            window: rules.window(None, &[]),
            share: Share::Bookable,
            own: &own,
        };
        let free = search.free(tuesday());
        let found: Vec<(u8, u8)> = free.iter().map(|span| (span.cell, span.seat)).collect();
        prop_assert_eq!(found, day.expected(&rules));
        for span in free {
            prop_assert_eq!(span.minutes(), day.minutes.div_ceil(10) * 10);
        }
    }
}

// Opening hours.

fn moments() -> impl Strategy<Value = NaiveDateTime> {
    (0i64..365 * 12, 0u32..1440).prop_map(|(day, minute)| {
        let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        (first + TimeDelta::days(day)).and_time(time_at(minute))
    })
}

proptest! {
    #[test]
    fn the_next_opening_is_the_first_one(at in moments()) {
        let calendar = config().rules.calendar;
        let next = calendar.next_open(at).unwrap();
        prop_assert!(next >= at);
        prop_assert!(calendar.is_open(next));
        let mut between = at;
        while between < next {
            prop_assert!(!calendar.is_open(between), "{} is open", between);
            between += TimeDelta::minutes(30);
        }
    }

    #[test]
    fn weekends_and_the_turn_of_the_year_are_closed_unless_the_city_says_so(at in moments()) {
        use chrono::Datelike;
        let calendar = config().rules.calendar;
        let day = at.date();
        let is_turn = matches!((day.month(), day.day()), (12, 29..) | (1, ..=3));
        let is_weekend = matches!(day.weekday(), chrono::Weekday::Sat | chrono::Weekday::Sun);
        if is_turn || is_weekend && !calendar.sundays.contains(&day) {
            prop_assert!(calendar.hours(day).is_err(), "{}", day);
            prop_assert!(!calendar.is_open(at));
        }
    }
}

// Reminders.

fn reminder_rules() -> impl Strategy<Value = ReminderRules> {
    (
        prop::option::of(0u32..1440),
        0u16..600,
        0u32..1440,
        0u32..1440,
    )
        .prop_map(|(evening, lead_minutes, from, until)| ReminderRules {
            evening: evening.map(time_at),
            lead_minutes,
            quiet_from: time_at(from),
            quiet_until: time_at(until),
        })
}

fn is_quiet(rules: &ReminderRules, at: DateTime<Utc>) -> bool {
    let (time, from, until) = (civil(at).time(), rules.quiet_from, rules.quiet_until);
    if from <= until {
        from <= time && time < until
    } else {
        time >= from || time < until
    }
}

fn visit(cell: u8) -> Reservation {
    let config = config();
    Reservation {
        id: ReservationId(1),
        code: IdSource::seeded(42).reservation_code(),
        resident: ResidentId(1),
        procedures: Vec::new(),
        people: 1,
        span: Span {
            office: config.rules.offices[0].id.clone(),
            day: tuesday(),
            cell,
            cells: 1,
            seat: 0,
        },
        state: ReservationState::Booked { coming: None },
        made_at: instant(tuesday().and_time(NaiveTime::MIN)),
    }
}

proptest! {
    #[test]
    fn reminders_fall_due_between_now_and_the_visit_and_never_at_night(
        rules in reminder_rules(),
        cell in 0u8..143,
        before in 1i64..6000,
    ) {
        let visit = visit(cell);
        let start = instant(visit.start());
        let now = start - TimeDelta::minutes(before);
        let planned = plan(&visit, &rules, now);
        let kinds: BTreeSet<ReminderKind> = planned.iter().map(|r| r.kind).collect();
        prop_assert_eq!(kinds.len(), planned.len(), "one of each kind");
        for reminder in planned {
            prop_assert!(now < reminder.due && reminder.due < start);
            prop_assert!(!is_quiet(&rules, reminder.due), "{:?}", reminder);
        }
    }

    #[test]
    fn a_due_reminder_is_never_sent_at_night_nor_after_the_start(
        rules in reminder_rules(),
        cell in 0u8..143,
        before in -300i64..3000,
        reachable: bool,
        evening: bool,
    ) {
        let visit = visit(cell);
        let start = instant(visit.start());
        let now = start - TimeDelta::minutes(before);
        let kind = if evening { ReminderKind::Evening } else { ReminderKind::Soon };
        match judge(kind, &visit, reachable, &rules, now) {
            Verdict::Send => {
                prop_assert!(reachable && now < start && !is_quiet(&rules, now));
            }
            Verdict::Postpone(until) => {
                prop_assert!(now < until && until < start && !is_quiet(&rules, until));
            }
            Verdict::Drop(_) => {
                let lost = !reachable || now >= start || evening;
                prop_assert!(lost || is_quiet(&rules, now));
            }
        }
    }
}

// Text from outside.

/// A text with a piece of it replaced by something else.
fn spoilt(text: &'static str) -> impl Strategy<Value = String> {
    let characters = text.chars().count();
    (0..characters, 0usize..60, "[ -~あ-ん\n\"=+\\[\\]]{0,20}").prop_map(move |(at, cut, put)| {
        let before = text.chars().take(at);
        let after = text.chars().skip(at + cut);
        before.chain(put.chars()).chain(after).collect()
    })
}

const ANSWER: &str = include_str!("../faq/pin/pin-forgot/ja.md");
const LEDGER: &str = include_str!("../faq/reviews.toml");

/// Reads a small folder: one answer and a ledger.
fn read_faq(answer: &str, ledger: &str) -> Library {
    let scratch = Scratch::in_memory();
    let topic = scratch.file("pin").join("pin-forgot");
    std::fs::create_dir_all(&topic).unwrap();
    std::fs::write(topic.join("ja.md"), answer).unwrap();
    std::fs::write(scratch.file("reviews.toml"), ledger).unwrap();
    let config = config();
    let source = Source::Folder(scratch.0.clone());
    Library::load(&source, &config.faq_setting())
}

/// The one answer of the folder, if it may be shown.
fn shown(library: &Library) -> Option<Text> {
    let language = madoguchi::desk::language::Language::Ja;
    let mut all = library.corpus.all();
    all.find_map(|entry| Some(entry.showable(language, tuesday())?.text.clone()))
}

fn shown_of_the_original() -> Text {
    shown(&read_faq(ANSWER, LEDGER)).expect("the answer is approved as it stands")
}

#[test]
fn an_approved_answer_is_shown() {
    assert!(shown_of_the_original().wordings.len() >= 8);
}

/// An update as Telegram pushes it.
const UPDATE: &str = r#"{"update_id": 7, "message": {"message_id": 3, "date": 1796083200,
    "chat": {"id": 100, "type": "private", "first_name": "花子"},
    "from": {"id": 100, "is_bot": false, "first_name": "花子", "language_code": "ja"},
    "text": "予約したい", "entities": [{"type": "bot_command", "offset": 0, "length": 2}]}}"#;

#[test]
fn no_pushed_update_stops_the_desk() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut config = config();
    config.secrets.telegram_token = Some("1:token".into());
    config.telegram.api_url = "http://127.0.0.1:9".into();
    let bot = Bot::from_config(&config).unwrap().unwrap();
    let hall = CityHall::open_with("2026-12-01T10:00:00", config);
    let push = |body: &str| runtime.block_on(take_pushed(&hall.app, &bot, body.as_bytes()));
    let bodies = prop_oneof![4 => spoilt(UPDATE), 1 => ".{0,200}"];
    proptest!(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() }, |(body in bodies)| {
        prop_assert!(push(&body).is_ok(), "{}", body);
    });
    let before = hall.count("SELECT count(*) FROM inbox");
    push(&UPDATE.replace("\"update_id\": 7", "\"update_id\": 777777")).unwrap();
    assert_eq!(hall.count("SELECT count(*) FROM inbox"), before + 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_as_configuration_is_read_or_refused_with_a_sentence(text in ".{0,200}") {
        let refused = Config::parse(&text).err();
        prop_assert!(refused.is_some_and(|why| !why.is_empty()));
    }

    #[test]
    fn a_spoilt_configuration_is_read_or_refused_with_a_sentence(text in spoilt(HABIKINO)) {
        match Config::parse(&text) {
            Ok(config) => prop_assert!(!config.rules.offices.is_empty()),
            Err(why) => prop_assert!(!why.is_empty()),
        }
    }

    #[test]
    fn a_spoilt_answer_is_never_shown_under_its_old_approval(text in spoilt(ANSWER)) {
        let library = read_faq(&text, LEDGER);
        if let Some(shown) = shown(&library) {
            // Wordings are approved one by one: without the spoilt one, the rest of the text stands as approved.
            let original = shown_of_the_original();
            prop_assert_eq!(&shown.question, &original.question);
            prop_assert_eq!(&shown.answer, &original.answer);
            prop_assert_eq!(&shown.spoken, &original.spoken);
            prop_assert!(shown.wordings.iter().all(|w| original.wordings.contains(w)), "{}", text);
        }
    }

    #[test]
    fn any_text_as_answer_or_ledger_only_makes_faults(answer in ".{0,200}", ledger in spoilt(LEDGER)) {
        let library = read_faq(&answer, &ledger);
        prop_assert_eq!(library.corpus.all().count(), 0);
        prop_assert!(!library.faults.is_empty());
    }
}
