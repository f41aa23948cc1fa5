//! Sentences that staff of this counter need again and again, with blanks to fill in, ready in every language.
//!
//! They are no translations by machine: each stands in `locales/<lang>/canned.ftl` as a clerk there would say it. What is
//! filled in has a type and is checked, so that nobody is sent to a counter that does not exist or on a day that is over.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::calendar::Closed;
use super::case::callback::WINDOW_MINUTES;
use super::documents::Item;
use super::mask;
use super::procedure::Procedure;
use super::queue::counter::CounterNumber;
use super::rules::{Office, OfficeId, Rules, instant};
use super::slots::COUNTERS_MAX;

/// What kind of thing is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Blank {
    Date,
    Time,
    Office,
    Counter,
    Document,
    Phone,
    Minutes,
    Procedure,
    /// Another department of the city by its Japanese name, as the signs in the building have it.
    Department,
}

impl Blank {
    pub const ALL: [Blank; 9] = [
        Blank::Date,
        Blank::Time,
        Blank::Office,
        Blank::Counter,
        Blank::Document,
        Blank::Phone,
        Blank::Minutes,
        Blank::Procedure,
        Blank::Department,
    ];

    /// The name of its field in forms, and of its variable in the messages.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Blank::Date => "date",
            Blank::Time => "time",
            Blank::Office => "office",
            Blank::Counter => "counter",
            Blank::Document => "document",
            Blank::Phone => "phone",
            Blank::Minutes => "minutes",
            Blank::Procedure => "procedure",
            Blank::Department => "department",
        }
    }
}

/// What was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filled {
    Date(NaiveDate),
    Time(NaiveTime),
    Office(OfficeId),
    Counter(CounterNumber),
    Document(Item),
    Phone(String),
    Minutes(u16),
    Procedure(Procedure),
    Department(String),
}

impl Filled {
    #[must_use]
    pub const fn blank(&self) -> Blank {
        match self {
            Filled::Date(_) => Blank::Date,
            Filled::Time(_) => Blank::Time,
            Filled::Office(_) => Blank::Office,
            Filled::Counter(_) => Blank::Counter,
            Filled::Document(_) => Blank::Document,
            Filled::Phone(_) => Blank::Phone,
            Filled::Minutes(_) => Blank::Minutes,
            Filled::Procedure(_) => Blank::Procedure,
            Filled::Department(_) => Blank::Department,
        }
    }

    /// As a form has it; reading it again gives the same.
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            Filled::Date(day) => day.format("%Y-%m-%d").to_string(),
            Filled::Time(time) => time.format("%H:%M").to_string(),
            Filled::Office(office) => office.to_string(),
            Filled::Counter(counter) => counter.to_string(),
            Filled::Document(item) => item.id().to_owned(),
            Filled::Phone(text) | Filled::Department(text) => text.clone(),
            Filled::Minutes(minutes) => minutes.to_string(),
            Filled::Procedure(procedure) => procedure.id().to_owned(),
        }
    }
}

/// Where a sentence stands in the list to pick from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Coming to the counter.
    Visit,
    /// Cards and reservations.
    Card,
    /// Waiting and outages.
    Wait,
    /// Other places and telephones.
    Elsewhere,
    /// How we talk with each other.
    Talk,
}

impl Group {
    pub const ALL: [Group; 5] = [
        Group::Visit,
        Group::Card,
        Group::Wait,
        Group::Elsewhere,
        Group::Talk,
    ];
}

/// A sentence as it can be picked: its message and its blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The message in the locale files; it never changes its meaning.
    pub id: &'static str,
    pub group: Group,
    pub blanks: &'static [Blank],
}

/// Why a sentence cannot be said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such sentence.
    Unknown,
    Missing(Blank),
    /// It cannot be read as what it should be.
    Malformed(Blank),
    /// There is no such office, counter, paper or procedure here.
    NotHere(Blank),
    /// The day, or the time today, is over.
    Past(Blank),
    /// Later than anybody can reserve today.
    TooFar {
        last: NaiveDate,
    },
    /// Nobody is there on that day.
    ClosedOn {
        day: NaiveDate,
        why: Closed,
    },
    /// Not while the office is open.
    Outside {
        opens: NaiveTime,
        closes: NaiveTime,
    },
    /// It holds a number that nobody may send.
    Secret(Blank),
}

/// What blanks are checked against.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    pub rules: &'a Rules,
    /// The civil time.
    pub now: NaiveDateTime,
}

/// Makes the sentences from one list, so that none is left out of a match: variant, message, group, blanks.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident $id:literal $group:ident { $($field:ident : $blank:ident ( $kind:ty )),* };)+) => {
        /// A sentence with its blanks filled in.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Canned {
            $($(#[$doc])* $name { $($field: $kind),* },)+
        }

        impl Canned {
            /// Every sentence in the order in which a picker shows them.
            pub const ALL: &'static [Form] = &[
                $(Form { id: $id, group: Group::$group, blanks: &[$(Blank::$blank),*] },)+
            ];

            /// The message id in the locale files.
            #[must_use]
            pub const fn id(&self) -> &'static str {
                match self {
                    $(Canned::$name { .. } => $id,)+
                }
            }

            /// What is filled in, in the order of the form.
            #[must_use]
            pub fn filled(&self) -> Vec<Filled> {
                match self {
                    $(Canned::$name { $($field),* } => vec![$(Filled::$blank($field.clone())),*],)+
                }
            }

            /// The sentence of a form with all of its blanks.
            fn of(id: &str, read: &Read) -> Option<Canned> {
                Some(match id {
                    $($id => Canned::$name { $($field: read.$field.clone()?),* },)+
                    _ => return None,
                })
            }
        }
    };
}

sentences! {
    ComeToCounter "canned-come-to-counter" Visit { office: Office(OfficeId), counter: Counter(CounterNumber) };
    ComeOn "canned-come-on" Visit { office: Office(OfficeId), date: Date(NaiveDate), time: Time(NaiveTime) };
    Bring "canned-bring" Visit { document: Document(Item) };
    /// Nothing about a person is told to somebody who has shown no papers.
    InPerson "canned-in-person" Visit {};
    ShowSheet "canned-show-sheet" Visit { office: Office(OfficeId), counter: Counter(CounterNumber) };
    NoReservationNeeded "canned-no-reservation-needed" Visit { procedure: Procedure(Procedure) };
    ReservationNeeded "canned-reservation-needed" Visit { procedure: Procedure(Procedure) };
    CardReady "canned-card-ready" Card {};
    CardNotReady "canned-card-not-ready" Card {};
    ReservationUnknown "canned-reservation-unknown" Card {};
    ReservationMoved "canned-reservation-moved" Card { office: Office(OfficeId), date: Date(NaiveDate), time: Time(NaiveTime) };
    ReservationCancelled "canned-reservation-cancelled" Card { date: Date(NaiveDate), time: Time(NaiveTime) };
    Checking "canned-checking" Wait {};
    CheckingMinutes "canned-checking-minutes" Wait { minutes: Minutes(u16) };
    WeCall "canned-we-call" Wait { date: Date(NaiveDate), time: Time(NaiveTime) };
    SorryForWait "canned-sorry-for-wait" Wait {};
    Outage "canned-outage" Wait { time: Time(NaiveTime) };
    OutageOver "canned-outage-over" Wait {};
    OtherOffice "canned-other-office" Elsewhere { procedure: Procedure(Procedure), office: Office(OfficeId) };
    OtherDepartment "canned-other-department" Elsewhere { department: Department(String) };
    Call "canned-call" Elsewhere { phone: Phone(String) };
    Interpreter "canned-interpreter" Elsewhere { phone: Phone(String) };
    /// Sums are told by the reviewed answers alone.
    Fee "canned-fee" Elsewhere {};
    MoreDetail "canned-more-detail" Talk {};
    OneQuestion "canned-one-question" Talk {};
    NoNumbers "canned-no-numbers" Talk {};
    AnythingElse "canned-anything-else" Talk {};
}

/// What could be read of the fields.
#[derive(Debug, Default)]
struct Read {
    date: Option<NaiveDate>,
    time: Option<NaiveTime>,
    office: Option<OfficeId>,
    counter: Option<CounterNumber>,
    document: Option<Item>,
    phone: Option<String>,
    minutes: Option<u16>,
    procedure: Option<Procedure>,
    department: Option<String>,
}

/// Nobody waits longer for a word.
const MINUTES_MAX: u16 = 240;
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 9..=15;
const DEPARTMENT_CHARS_MAX: usize = 30;

impl Canned {
    /// The form of a sentence.
    #[must_use]
    pub fn form(id: &str) -> Option<&'static Form> {
        Canned::ALL.iter().find(|form| form.id == id)
    }

    /// By when a sentence promises that more follows: while somebody is still looking, as soon as any question is answered.
    #[must_use]
    pub fn promises(
        &self,
        now: DateTime<Utc>,
        answered_by: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        match self {
            Canned::Checking {} => Some(answered_by),
            Canned::CheckingMinutes { minutes } => {
                Some(now + TimeDelta::minutes(i64::from(*minutes)))
            }
            Canned::WeCall { date, time } => {
                Some(instant(date.and_time(*time)) + TimeDelta::minutes(WINDOW_MINUTES))
            }
            _ => None,
        }
    }

    /// What a form sends back, by the ids of the blanks.
    #[must_use]
    pub fn fields(&self) -> BTreeMap<&'static str, String> {
        let filled = self.filled();
        let pair = |filled: &Filled| (filled.blank().id(), filled.field());
        filled.iter().map(pair).collect()
    }

    /// Reads a sentence from the fields of a form; fields of other sentences are passed over.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn read(
        id: &str,
        fields: &BTreeMap<String, String>,
        desk: Desk<'_>,
    ) -> Result<Canned, Vec<Fault>> {
        let Some(form) = Canned::form(id) else {
            return Err(vec![Fault::Unknown]);
        };
        let mut read = Read::default();
        let mut faults = Vec::new();
        for blank in form.blanks {
            let text = fields.get(blank.id()).map_or("", |text| text.trim());
            let found = if text.is_empty() {
                Err(Fault::Missing(*blank))
            } else {
                read.fill(*blank, text, desk)
            };
            faults.extend(found.err());
        }
        if faults.is_empty() {
            faults.extend(together(id, &read, desk));
        }
        match Canned::of(id, &read) {
            Some(canned) if faults.is_empty() => Ok(canned),
            _ => Err(faults),
        }
    }
}

impl Read {
    fn fill(&mut self, blank: Blank, text: &str, desk: Desk<'_>) -> Result<(), Fault> {
        use unicode_normalization::UnicodeNormalization;
        let plain: String = text.nfkc().collect();
        let malformed = Fault::Malformed(blank);
        let rules = desk.rules;
        match blank {
            Blank::Date => self.date = Some(date(&plain, desk)?),
            Blank::Time => self.time = Some(time(&plain).ok_or(malformed)?),
            Blank::Office => {
                let office = OfficeId::read(&plain).ok_or(malformed)?;
                let found = rules.office(&office).map(|office| office.id.clone());
                self.office = Some(found.ok_or(Fault::NotHere(blank))?);
            }
            Blank::Counter => {
                let number = plain.parse().ok().ok_or(malformed)?;
                self.counter = Some(CounterNumber(number));
            }
            Blank::Document => {
                self.document = Some(Item::from_id(&plain).ok_or(Fault::NotHere(blank))?);
            }
            Blank::Phone => self.phone = Some(phone(&plain)?),
            Blank::Minutes => {
                let minutes = plain.parse().ok();
                let minutes = minutes.filter(|n| (1..=MINUTES_MAX).contains(n));
                self.minutes = Some(minutes.ok_or(malformed)?);
            }
            Blank::Procedure => {
                let known = Procedure::from_id(&plain).filter(|p| rules.procedures().contains(p));
                self.procedure = Some(known.ok_or(Fault::NotHere(blank))?);
            }
            Blank::Department => self.department = Some(department(text)?),
        }
        Ok(())
    }
}

/// A day from today to the last one that can be reserved, on which the city is open.
fn date(text: &str, desk: Desk<'_>) -> Result<NaiveDate, Fault> {
    let forms = ["%Y-%m-%d", "%Y/%m/%d"];
    let read = |form: &&str| NaiveDate::parse_from_str(text, form).ok();
    let day = forms
        .iter()
        .find_map(read)
        .ok_or(Fault::Malformed(Blank::Date))?;
    let today = desk.now.date();
    let last = desk.rules.last_day(today);
    if day < today {
        return Err(Fault::Past(Blank::Date));
    }
    if day > last {
        return Err(Fault::TooFar { last });
    }
    Ok(day)
}

/// `9:05`, also with the colon of a Japanese keyboard.
fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let fits = hour.len() <= 2 && minute.len() == 2 && is_number(hour) && is_number(minute);
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    NaiveTime::from_hms_opt(hour, minute, 0).filter(|_| fits)
}

fn phone(text: &str) -> Result<String, Fault> {
    let fits = |c: char| c.is_ascii_digit() || "-+() ".contains(c);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_dialled = text.starts_with(['0', '+', '(']);
    if !text.chars().all(fits) || !PHONE_DIGITS.contains(&digits) || !is_dialled {
        return Err(Fault::Malformed(Blank::Phone));
    }
    if mask::mask(text).count > 0 {
        return Err(Fault::Secret(Blank::Phone));
    }
    Ok(text.to_owned())
}

fn department(text: &str) -> Result<String, Fault> {
    let is_name = |c: char| c.is_alphanumeric() || " ・ー（）()".contains(c);
    let has_letter = text.chars().any(char::is_alphabetic);
    let fits = text.chars().count() <= DEPARTMENT_CHARS_MAX;
    if !fits || !has_letter || !text.chars().all(is_name) {
        return Err(Fault::Malformed(Blank::Department));
    }
    if mask::mask(text).count > 0 {
        return Err(Fault::Secret(Blank::Department));
    }
    Ok(text.to_owned())
}

/// What only several blanks together tell.
fn together(id: &str, read: &Read, desk: Desk<'_>) -> Vec<Fault> {
    let rules = desk.rules;
    let office = read.office.as_ref().and_then(|id| rules.office(id));
    let mut faults = Vec::new();
    if let (Some(office), Some(counter)) = (office, read.counter)
        && !(1..=counters(office)).contains(&counter.0)
    {
        faults.push(Fault::NotHere(Blank::Counter));
    }
    if let (Some(office), Some(procedure)) = (office, read.procedure)
        && !office.procedures.contains(&procedure)
    {
        faults.push(Fault::NotHere(Blank::Procedure));
    }
    let Some(time) = read.time else {
        return faults;
    };
    let day = read.date.unwrap_or(desk.now.date());
    if day.and_time(time) <= desk.now {
        faults.push(Fault::Past(Blank::Time));
        return faults;
    }
    // A reservation that was cancelled may well have been on a day that is closed now, and an outage ends when it ends.
    if matches!(id, "canned-reservation-cancelled" | "canned-outage") {
        return faults;
    }
    let hours = match office {
        Some(office) => rules.calendar.hours_at(&office.id, day),
        None => rules.calendar.hours(day),
    };
    match hours {
        Err(why) => faults.push(Fault::ClosedOn { day, why }),
        Ok(hours) if time < hours.opens || time > hours.closes => faults.push(Fault::Outside {
            opens: hours.opens,
            closes: hours.closes,
        }),
        Ok(_) => {}
    }
    faults
}

/// How many windows an office has: as many as it ever opens, and one in reserve.
fn counters(office: &Office) -> u8 {
    let bands = office.weekday.iter().map(|band| band.counters);
    let most = bands.chain([office.sunday_counters]).max();
    most.unwrap_or(0).saturating_add(1).min(COUNTERS_MAX)
}

impl Form {
    /// Something that fits every blank, to show the sentence before it is filled in.
    #[must_use]
    pub fn example(&self, desk: Desk<'_>) -> Option<Canned> {
        let rules = desk.rules;
        let office = rules.offices.first()?;
        let tomorrow = desk.now.date() + TimeDelta::days(1);
        let open = rules
            .calendar
            .next_open(tomorrow.and_time(NaiveTime::MIN))?;
        let read = Read {
            date: Some(open.date()),
            time: Some(open.time()),
            office: Some(office.id.clone()),
            counter: Some(CounterNumber(1)),
            document: Some(Item::Card),
            phone: Some(rules.person.phone.clone()),
            minutes: Some(10),
            procedure: office.procedures.first().copied(),
            department: Some("市民課".to_owned()),
        };
        Canned::of(self.id, &read)
    }
}
