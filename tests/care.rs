//! The helpers around a visit, from outside: what is kept of them, and when somebody is written to.

use chrono::{Datelike, Duration, NaiveDate, Timelike, Weekday};
use madoguchi::desk::care::{Have, Order, Permit, Pick, Said};
use madoguchi::desk::choice::Choice;
use madoguchi::desk::dates::FullDate;
use madoguchi::desk::documents::{self, Item, Visitor};
use madoguchi::desk::expiring::Line;
use madoguchi::desk::expiry::{self, Standing, Term};
use madoguchi::desk::faq::Corpus;
use madoguchi::desk::finder::{self, Answer, Next, Place, Question};
use madoguchi::desk::language::Language;
use madoguchi::desk::lexicon::Lexicon;
use madoguchi::desk::message::Outgoing;
use madoguchi::desk::phrase::Phrase;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::renewal::{Month, RenewalKind};
use madoguchi::ids::ReservationId;
use madoguchi::locale::{Locale, Source as LocaleSource, Subject};
use madoguchi::store::documents::checked;

use crate::harness::{CityHall, Fault, config};

/// Every text in the database.
fn everything(hall: &CityHall) -> String {
    let tables = [
        "SELECT talk FROM residents",
        "SELECT text || key FROM inbox",
        "SELECT text || choices || key FROM outbox",
        "SELECT text || nearest FROM misses",
        "SELECT who || what || subject || before || after FROM audit",
        "SELECT kind || due_month FROM renewal_reminders",
    ];
    let read = |sql: &&str| {
        let rows = hall.app.store().read(|connection| {
            let mut statement = connection.prepare(sql)?;
            let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?)
        });
        rows.unwrap().join("\n")
    };
    tables.iter().map(read).collect::<Vec<_>>().join("\n")
}

fn phrases(replies: &[Outgoing]) -> Vec<&str> {
    replies.iter().map(|row| row.phrase.as_str()).collect()
}

async fn pick(hall: &mut CityHall, pick: Pick) -> Vec<Outgoing> {
    hall.picks("花子", Choice::Care(pick)).await
}

/// As far as the question for the birth date.
async fn up_to_birth(hall: &mut CityHall) {
    pick(hall, Pick::Have(Have::BirthAndIssue)).await;
    hall.says("花子", "2022年2月1日").await;
    let replies = pick(hall, Pick::Renewed(false)).await;
    assert_eq!(phrases(&replies), ["expiry-ask-birth"]);
}

#[tokio::test]
async fn a_birth_date_is_kept_nowhere() {
    for text in [
        "1987-08-14",
        "昭和62年8月14日",
        "S62.8.14",
        "14 August 1987",
        "19870814",
    ] {
        let mut hall = CityHall::open("2026-12-01T10:00:00");
        up_to_birth(&mut hall).await;
        let replies = hall.says("花子", text).await;
        assert_eq!(replies.last().unwrap().phrase, "expiry-result", "{text}");
        let kept = everything(&hall);
        for part in ["1987", "昭和62", "S62", text] {
            assert!(!kept.contains(part), "{text}: {part} is kept");
        }
    }
}

#[tokio::test]
async fn a_birth_date_in_an_unclear_order_is_forgotten_with_the_answer() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    up_to_birth(&mut hall).await;
    let replies = hall.says("花子", "10/6/1987").await;
    assert_eq!(phrases(&replies), ["expiry-ask-birth-order"]);
    assert!(!replies[0].text.contains("1987"));
    assert!(
        replies[0]
            .choices
            .iter()
            .all(|b| !b.label.contains("1987") && !b.id.contains("1987"))
    );
    let replies = pick(&mut hall, Pick::Order(Order::DayFirst)).await;
    assert_eq!(phrases(&replies), ["expiry-result"]);
    assert!(!everything(&hall).contains("1987"));
}

#[tokio::test]
async fn what_cannot_be_read_is_not_kept_either() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    up_to_birth(&mut hall).await;
    let replies = hall.says("花子", "うさぎ年の真夏、1987").await;
    assert_eq!(
        phrases(&replies),
        ["expiry-date-unclear", "expiry-ask-birth"]
    );
    let kept = everything(&hall);
    assert!(!kept.contains("1987") && !kept.contains("うさぎ"), "{kept}");
    assert_eq!(hall.count("SELECT count(*) FROM misses"), 0);
    // Outside of the helper words are kept as ever.
    hall.says("花子", "やめる").await;
    hall.says("花子", "うさぎは飼えますか").await;
    assert!(everything(&hall).contains("うさぎ"));
}

#[tokio::test]
async fn dates_leave_the_conversation_with_the_answer() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    up_to_birth(&mut hall).await;
    hall.says("花子", "1987-08-14").await;
    let talk = hall.count("SELECT count(*) FROM residents WHERE talk LIKE '%2022-02-01%'");
    assert_eq!(talk, 0);
}

/// Somebody who is to be written to in a month.
async fn waiting_for(hall: &mut CityHall, month: Month) {
    hall.says("花子", "こんにちは").await;
    let replies = pick(hall, Pick::Remind(RenewalKind::Card, month)).await;
    assert_eq!(phrases(&replies), ["renewal-kept"]);
    hall.deliver().await;
}

fn january() -> Month {
    Month {
        year: 2027,
        month: 1,
    }
}

#[tokio::test]
async fn one_message_on_the_first_open_weekday_at_ten() {
    let mut hall = CityHall::open("2026-12-31T18:00:00");
    waiting_for(&mut hall, january()).await;
    let mut arrived = Vec::new();
    for _ in 0..24 * 6 {
        for row in hall.wait(Duration::hours(1)).await {
            arrived.push((hall.now(), row.phrase));
        }
        if arrived.len() == 1 {
            let at = arrived[0].0;
            // New Year, a Saturday and a Sunday come first.
            assert_eq!(at.date(), NaiveDate::from_ymd_opt(2027, 1, 4).unwrap());
            assert_eq!(at.weekday(), Weekday::Mon);
            assert!((10..12).contains(&at.hour()), "{at}");
        }
    }
    assert_eq!(arrived.len(), 1, "{arrived:?}");
    assert_eq!(arrived[0].1, "renewal-due");
    let sent = "SELECT count(*) FROM renewal_reminders WHERE state = 'sent'";
    assert_eq!(hall.count(sent), 1);
}

#[tokio::test]
async fn a_message_that_waits_into_the_night_goes_out_by_day() {
    let mut hall = CityHall::open("2027-01-04T09:50:00");
    // Asked for in December, in the time before this test.
    hall.says("花子", "こんにちは").await;
    hall.deliver().await;
    let month = Month {
        year: 2027,
        month: 2,
    };
    waiting_for(&mut hall, month).await;
    let address = CityHall::person("花子");
    // The first of February is a Monday; Telegram does not answer until the evening.
    hall.wait(Duration::days(27) + Duration::hours(23)).await;
    let night = std::time::Duration::from_secs(12 * 3600);
    hall.recorder.fail_next(&address, Fault::Later(Some(night)));
    assert!(hall.wait(Duration::hours(13)).await.is_empty());
    let arrived = hall.wait(Duration::hours(13)).await;
    assert_eq!(phrases(&arrived), ["renewal-due"]);
    let at = hall.now();
    assert!((9..13).contains(&at.hour()), "{at}");
    assert!(hall.wait(Duration::days(2)).await.is_empty(), "once");
}

#[tokio::test]
async fn a_reminder_is_taken_back_and_never_sent_to_who_has_left() {
    let mut hall = CityHall::open("2026-12-31T18:00:00");
    waiting_for(&mut hall, january()).await;
    let replies = pick(&mut hall, Pick::Unremind(RenewalKind::Card)).await;
    assert_eq!(phrases(&replies), ["renewal-dropped"]);
    hall.deliver().await;
    assert_eq!(hall.count("SELECT count(*) FROM renewal_reminders"), 0);
    waiting_for(&mut hall, january()).await;
    let address = CityHall::person("花子");
    hall.recorder
        .fail_next(&address, Fault::Never { gone: true });
    hall.says("花子", "こんにちは").await;
    hall.deliver().await;
    assert!(hall.wait(Duration::days(6)).await.is_empty());
    let dropped = "SELECT count(*) FROM renewal_reminders WHERE reason = 'unreachable'";
    assert_eq!(hall.count(dropped), 1);
}

#[tokio::test]
async fn a_month_that_has_begun_is_no_reminder() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    hall.says("花子", "こんにちは").await;
    for (year, month) in [(2026, 12), (2020, 1), (2090, 1)] {
        let month = Month { year, month };
        let replies = pick(&mut hall, Pick::Remind(RenewalKind::Card, month)).await;
        assert_eq!(replies[0].phrase, "stale-button", "{month}");
    }
    assert_eq!(hall.count("SELECT count(*) FROM renewal_reminders"), 0);
}

async fn booked(hall: &mut CityHall) -> ReservationId {
    hall.says("花子", "12月8日の10時に本館でカードの受け取り")
        .await;
    let replies = hall.says("花子", "はい").await;
    assert_eq!(phrases(&replies), ["booked"]);
    ReservationId(hall.count("SELECT max(id) FROM reservations"))
}

#[tokio::test]
async fn staff_see_what_is_ready_and_nobody_else_ticks_it() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    let id = booked(&mut hall).await;
    pick(&mut hall, Pick::Papers(id)).await;
    pick(&mut hall, Pick::Visitor(id, Visitor::Myself)).await;
    for item in [Item::IdB, Item::NoticePostcard, Item::IdA, Item::IdB] {
        pick(&mut hall, Pick::Tick(id, item)).await;
    }
    let read = |hall: &CityHall| {
        let list = hall.app.store().read(|sql| checked(sql, id)).unwrap();
        list.into_iter().map(|(item, _)| item).collect::<Vec<_>>()
    };
    assert!(read(&hall).is_empty(), "nothing is kept before the end");
    let replies = pick(&mut hall, Pick::Ticked(id)).await;
    assert_eq!(phrases(&replies), ["papers-complete"]);
    assert_eq!(read(&hall), [Item::NoticePostcard, Item::IdA]);
    // Somebody else who knows the number of the reservation learns nothing and changes nothing.
    for stranger in [
        Pick::Papers(id),
        Pick::Visitor(id, Visitor::Myself),
        Pick::Tick(id, Item::IdA),
        Pick::Ticked(id),
    ] {
        let replies = hall.picks("他人", Choice::Care(stranger)).await;
        assert_eq!(replies[0].phrase, "reservation-over");
    }
    assert_eq!(read(&hall), [Item::NoticePostcard, Item::IdA]);
}

#[tokio::test]
async fn a_form_that_was_under_way_goes_on_afterwards() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    let replies = hall
        .says("花子", "12月8日の10時に本館でカードの受け取り")
        .await;
    assert_eq!(phrases(&replies), ["ask-confirm"]);
    hall.says("花子", "有効期限を調べる").await;
    pick(&mut hall, Pick::Have(Have::Printed)).await;
    let replies = hall.says("花子", "2031-05-10").await;
    assert_eq!(
        phrases(&replies),
        ["expiry-result", "form-resume", "ask-confirm"]
    );
    let replies = hall.says("花子", "はい").await;
    assert_eq!(phrases(&replies), ["booked"]);
    assert_eq!(hall.count("SELECT count(*) FROM holds"), 0);
}

/// The whole tree: every path ends, after at most five questions, at procedures that an office does or at a place.
#[test]
fn every_path_of_the_finder_ends_where_something_can_be_done() {
    let rules = config().rules;
    let mut open: Vec<Vec<Answer>> = vec![Vec::new()];
    let (mut ends, mut questions) = (0, std::collections::BTreeSet::new());
    while let Some(path) = open.pop() {
        match finder::next(&path).unwrap() {
            Next::Ask(question) => {
                questions.insert(question);
                assert!(path.len() < 5, "{path:?}");
                for answer in question.answers() {
                    open.push(path.iter().copied().chain([*answer]).collect());
                }
            }
            Next::Found(finding) => {
                ends += 1;
                let offices = rules.offices_for(&finding.procedures);
                assert!(!offices.is_empty(), "{path:?}: no office does it");
                let most = usize::from(rules.booking.procedures_max);
                assert!(finding.procedures.len() <= most, "{path:?}");
            }
            Next::Elsewhere(_) => ends += 1,
        }
    }
    assert!(ends > 50);
    assert!(questions.contains(&Question::Letter) && questions.len() == 15);
}

#[tokio::test]
async fn what_the_finder_found_is_reserved() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    for answer in [Answer::Moved, Answer::IntoCity, Answer::WithSignature] {
        pick(&mut hall, Pick::Answer(answer)).await;
    }
    let both = vec![Procedure::Address, Procedure::Certificate];
    let replies = pick(&mut hall, Pick::BookFor(both)).await;
    assert_eq!(phrases(&replies), ["ask-day"]);
    hall.says("花子", "12月8日の10時").await;
    let replies = hall.says("花子", "はい").await;
    assert_eq!(phrases(&replies), ["booked"]);
    assert_eq!(hall.count("SELECT count(*) FROM reservation_procedures"), 2);
}

#[tokio::test]
async fn an_old_button_of_the_finder_takes_up_from_its_question() {
    let mut hall = CityHall::open("2026-12-01T10:00:00");
    for answer in [Answer::Notice, Answer::CertificateDate] {
        pick(&mut hall, Pick::Answer(answer)).await;
    }
    let replies = pick(&mut hall, Pick::Answer(Answer::CardDate)).await;
    assert_eq!(phrases(&replies), ["find-ask-who-applies"]);
    let replies = pick(&mut hall, Pick::Answer(Answer::Busy)).await;
    assert_eq!(replies[0].phrase, "stale-button");
}

#[test]
fn the_month_of_a_reminder_leaves_two_months_at_least() {
    let mut day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    while day.year() < 2031 {
        let month = Month::beginning_from(expiry::renewable_from(day));
        let first = NaiveDate::from_ymd_opt(month.year, month.month, 1).unwrap();
        assert!(first + Duration::days(55) < day, "{day}: {month}");
        assert!(expiry::renewable_from(day) <= first);
        day += Duration::days(1);
    }
}

/// Everything the helpers can say, by the parts it is made of.
fn samples() -> Vec<Said> {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let (end, until) = (day("2031-05-10"), day("2031-07-10"));
    let term = Term::to(end);
    let month = january();
    let mut all = vec![
        Said::Resume,
        Said::ExpiryAsk,
        Said::AskPrinted,
        Said::AskIssued,
        Said::AskRenewed,
        Said::AskBirth,
        Said::AskStay,
        Said::AskPermit { end },
        Said::AskOrder {
            day_first: end,
            month_first: until,
        },
        Said::AskBirthOrder,
        Said::DateUnclear,
        Said::DateImplausible,
        Said::Expires(vec![
            Line::CertificateWithCard,
            Line::SignatureFrom(end),
            Line::InsuranceUntil(end),
            Line::NearAgeLimit,
            Line::LeapDay,
            Line::StayGranted(end),
            Line::StayPending { end, until },
            Line::StayNotYet(end),
            Line::StayOver(end),
            Line::Guide,
        ]),
        Said::AskVisitor {
            procedures: vec![Procedure::Pin],
        },
        Said::Papers {
            procedures: vec![Procedure::Pin],
            visitor: Visitor::Guardian,
            list: Item::ALL.map(|item| (item, true)).to_vec(),
        },
        Said::PapersComplete {
            perhaps: vec![Item::OldCard],
        },
        Said::PapersComplete { perhaps: vec![] },
    ];
    for standing in [Standing::Later, Standing::Now, Standing::Over] {
        all.push(Said::Expires(vec![
            Line::Card(term, standing),
            Line::Certificate(term, standing),
            Line::CertificateByPrint(term, standing),
        ]));
    }
    for kind in RenewalKind::ALL {
        all.push(Said::RemindKept { kind, month });
        all.push(Said::RemindDropped { kind });
        all.push(Said::RenewalDue { kind });
    }
    for procedure in Procedure::ALL {
        for visitor in documents::visitors(procedure) {
            let needs = documents::needs(procedure, *visitor);
            let phone = "072".to_owned();
            all.push(Said::PapersMissing { needs, phone });
        }
    }
    let mut open: Vec<Vec<Answer>> = vec![Vec::new()];
    while let Some(path) = open.pop() {
        let phone = "072".to_owned();
        match finder::next(&path).unwrap() {
            Next::Ask(question) => {
                all.push(Said::Find(question));
                for answer in question.answers() {
                    open.push(path.iter().copied().chain([*answer]).collect());
                }
            }
            Next::Found(finding) => all.push(Said::Found {
                finding,
                minutes: 20,
            }),
            Next::Elsewhere(place) => all.push(Said::Elsewhere { place, phone }),
        }
    }
    let place = Place::Staff;
    let phone = "072".to_owned();
    all.push(Said::Elsewhere { place, phone });
    all
}

fn buttons() -> Vec<Pick> {
    let id = ReservationId(1);
    let mut all = vec![
        Pick::Expiry,
        Pick::Have(Have::Printed),
        Pick::Have(Have::BirthAndIssue),
        Pick::Have(Have::PeriodOfStay),
        Pick::Renewed(true),
        Pick::Renewed(false),
        Pick::Permit(Permit::Granted),
        Pick::Permit(Permit::Pending),
        Pick::Permit(Permit::NotYet),
        Pick::Order(Order::DayFirst),
        Pick::Order(Order::MonthFirst),
        Pick::Finder,
        Pick::BookFor(vec![Procedure::Stay]),
        Pick::Papers(id),
        Pick::Ticked(id),
    ];
    all.extend(RenewalKind::ALL.map(|kind| Pick::Remind(kind, january())));
    all.extend(RenewalKind::ALL.map(Pick::Unremind));
    all.extend(Answer::ALL.map(Pick::Answer));
    all.extend(Visitor::ALL.map(|visitor| Pick::Visitor(id, visitor)));
    all.extend(Item::ALL.map(|item| Pick::Tick(id, item)));
    all
}

/// A message that cannot be said in a language is said in Japanese; none of these is.
#[test]
fn every_part_of_every_phrase_is_in_the_language() {
    let config = config();
    let languages = &config.rules.languages;
    let locale = Locale::load(&LocaleSource::BuiltIn, languages).unwrap();
    let corpus = Corpus::default();
    let subject = Subject {
        rules: &config.rules,
        counter: &config.counter,
        corpus: &corpus,
    };
    // Names in katakana alone are the same in both forms of Japanese.
    let is_katakana = |c: char| ('\u{30a1}'..='\u{30fc}').contains(&c);
    let has_kana = |text: &str| {
        let is_kana = |c: char| ('\u{3041}'..='\u{3096}').contains(&c) || is_katakana(c);
        text.chars().any(is_kana) && !text.chars().all(is_katakana)
    };
    let mut faults = std::collections::BTreeSet::new();
    let mut compare = |language: Language, there: &str, ja: &str| {
        let bare = |line: &str| {
            line.trim_start_matches(['・', '-', '☐', '☑', ' ', '•'])
                .to_owned()
        };
        let ja: Vec<String> = ja.lines().map(bare).filter(|line| has_kana(line)).collect();
        for line in there.lines().map(bare) {
            if ja.contains(&line) || line.is_empty() && there.is_empty() {
                faults.insert(format!("{language}: {line}"));
            }
        }
    };
    for language in languages.iter().copied().filter(|l| *l != Language::Ja) {
        for said in samples() {
            let phrase = Phrase::Care(said);
            let text = |language| locale.render(&phrase, language, subject).text;
            compare(language, &text(language), &text(Language::Ja));
        }
        for pick in buttons() {
            let choice = Choice::Care(pick);
            let label = |language| locale.label(&choice, &Phrase::Help, language, subject);
            compare(language, &label(language), &label(Language::Ja));
            let length = label(language).chars().count();
            assert!(length <= 160, "{language}: {}", label(language));
        }
    }
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whoever copies a date of ours, from a button or from an example, is understood.
#[test]
fn dates_are_read_in_every_language_as_the_desk_writes_them() {
    let config = config();
    let languages = &config.rules.languages;
    let locale = Locale::load(&LocaleSource::BuiltIn, languages).unwrap();
    let lexicon = Lexicon::new(locale.words());
    let corpus = Corpus::default();
    let subject = Subject {
        rules: &config.rules,
        counter: &config.counter,
        corpus: &corpus,
    };
    let mut faults = Vec::new();
    for language in languages.iter().copied() {
        let mut check = |text: &str, day: NaiveDate| {
            let found = lexicon.full_date(text, language);
            if found != Some(FullDate::On(day)) {
                faults.push(format!("{language}: {text}: {found:?}"));
            }
        };
        for month in 1..=12 {
            for n in [3, 14, 28] {
                let day = NaiveDate::from_ymd_opt(2031, month, n).unwrap();
                let asked = Phrase::Care(Said::AskOrder {
                    day_first: day,
                    month_first: day,
                });
                let button = Choice::Care(Pick::Order(Order::DayFirst));
                check(&locale.label(&button, &asked, language, subject), day);
            }
        }
        for (said, day) in [
            (Said::AskPrinted, "2031-05-10"),
            (Said::AskIssued, "2024-05-01"),
            (Said::AskBirth, "1985-03-03"),
            (Said::AskStay, "2027-04-30"),
        ] {
            let text = locale.render(&Phrase::Care(said), language, subject).text;
            let (_, examples) = text
                .lines()
                .last()
                .unwrap()
                .split_once([':', '：'])
                .unwrap();
            let spoken = examples.replace(day, " ");
            for example in spoken.split('、').filter(|text| text.trim().len() > 1) {
                check(example, day.parse().unwrap());
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
