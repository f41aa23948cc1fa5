//! The buttons: what a person can pick instead of typing.
//!
//! A choice travels as a short code (at most 64 bytes, Telegram's limit for `callback_data`, Bot API) and is read back
//! without any table. Codes are not secrets: whatever a choice asks for is checked again when it is made.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::care::Pick;
use super::faq::{Action, EntryId};
use super::feedback;
use super::language::Language;
use super::procedure::Procedure;
use super::queue::talk;
use super::rules::OfficeId;
use crate::ids::{CaseId, HoldId, OfferId, ReservationId};

/// The longest code in bytes.
pub const CODE_BYTES_MAX: usize = 64;

/// What a button stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    Action(Action),
    Entry(EntryId),
    NoneOfThese,
    /// This answer did not help.
    Unhelpful(EntryId),
    Procedure(Procedure),
    /// Another procedure in the same visit.
    AddProcedure,
    /// More people come; how many is asked.
    CountPeople,
    /// So many people come.
    People(u8),
    Office(OfficeId),
    Day(NaiveDate),
    /// Days from this one on.
    DaysFrom(NaiveDate),
    Time(NaiveTime),
    /// Times from this one on.
    TimesFrom(NaiveTime),
    /// Yes to the question with this serial number; an old button's number no longer fits.
    Confirm(u32),
    Back,
    StartOver,
    Stop,
    /// Leave the reservation as it is.
    Keep,
    /// Go on with the form that was interrupted.
    Resume,
    Show(ReservationId),
    Change(ReservationId),
    Cancel(ReservationId),
    /// "I will come", the answer to a reminder.
    Coming(ReservationId),
    Documents(Procedure),
    Language(Language),
    /// The citizen needs no person any more.
    WithdrawCase(CaseId),
    /// The citizen would rather be called …
    CallBack(CaseId),
    /// … within the hour from this time on.
    CallAt(CaseId, NaiveDateTime),
    /// A clerk takes the case.
    AcceptCase(CaseId),
    /// A clerk ends the case.
    CloseCase(CaseId),
    /// Wait for a seat on a full day …
    WaitDay(NaiveDate),
    /// … or on any day.
    WaitAny,
    /// Leave the waiting list.
    WaitLeave,
    /// Take this kept time.
    TakeOffer(HoldId),
    /// Rather not.
    DeclineOffer(OfferId),
    /// Ask a person to look at a block.
    Appeal,
    /// What is kept about me.
    MyData,
    /// Reminders and news on or off.
    Messages(bool),
    /// Erase what may be erased.
    EraseData,
    /// The helpers around a visit.
    Care(Pick),
    /// Tickets and the queue.
    Queue(talk::Pick),
    /// A word about an answer, a case or a visit.
    Feedback(feedback::Pick),
}

impl Choice {
    /// The good button of a rating, which has its bad one beside it.
    #[must_use]
    pub const fn is_good(&self) -> bool {
        matches!(self, Choice::Feedback(feedback::Pick::Good(_)))
    }

    /// The bad button of a rating.
    #[must_use]
    pub const fn is_bad(&self) -> bool {
        matches!(
            self,
            Choice::Unhelpful(_) | Choice::Feedback(feedback::Pick::Bad(_))
        )
    }

    /// The code that travels.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Choice::Action(action) => format!("a.{}", action.id()),
            Choice::Entry(entry) => format!("f.{entry}"),
            Choice::NoneOfThese => "n".into(),
            Choice::Unhelpful(entry) => format!("u.{entry}"),
            Choice::Procedure(procedure) => format!("p.{}", procedure.id()),
            Choice::AddProcedure => "pp".into(),
            Choice::Office(office) => format!("o.{office}"),
            Choice::Day(day) => format!("d.{}", day.format("%Y%m%d")),
            Choice::DaysFrom(day) => format!("D.{}", day.format("%Y%m%d")),
            Choice::Time(time) => format!("t.{}", time.format("%H%M")),
            Choice::TimesFrom(time) => format!("T.{}", time.format("%H%M")),
            Choice::Confirm(serial) => format!("y.{serial}"),
            Choice::Back => "b".into(),
            Choice::StartOver => "0".into(),
            Choice::Stop => "x".into(),
            Choice::Keep => "q".into(),
            Choice::Resume => "k".into(),
            Choice::Show(id) => format!("r.{id}"),
            Choice::Change(id) => format!("rc.{id}"),
            Choice::Cancel(id) => format!("rx.{id}"),
            Choice::Coming(id) => format!("ri.{id}"),
            Choice::Documents(procedure) => format!("pd.{}", procedure.id()),
            Choice::Language(language) => format!("l.{language}"),
            Choice::WithdrawCase(id) => format!("cw.{id}"),
            Choice::CallBack(id) => format!("cb.{id}"),
            Choice::CallAt(id, at) => format!("ca.{id}.{}", at.format("%Y%m%d%H%M")),
            Choice::AcceptCase(id) => format!("sa.{id}"),
            Choice::CloseCase(id) => format!("sc.{id}"),
            Choice::CountPeople => "pc".into(),
            Choice::People(n) => format!("pn.{n}"),
            Choice::WaitDay(day) => format!("wl.{}", day.format("%Y%m%d")),
            Choice::WaitAny => "wa".into(),
            Choice::WaitLeave => "wx".into(),
            Choice::TakeOffer(id) => format!("ot.{id}"),
            Choice::DeclineOffer(id) => format!("ox.{id}"),
            Choice::Appeal => "ap".into(),
            Choice::MyData => "md".into(),
            Choice::Messages(true) => "mm.on".into(),
            Choice::Messages(false) => "mm.off".into(),
            Choice::EraseData => "me".into(),
            Choice::Care(pick) => pick.code(),
            Choice::Queue(pick) => pick.code(),
            Choice::Feedback(pick) => pick.code(),
        }
    }

    /// Reads a code; anything else than what `code` writes is refused.
    #[must_use]
    pub fn read(code: &str) -> Option<Choice> {
        if code.len() > CODE_BYTES_MAX {
            return None;
        }
        let (kind, value) = code.split_once('.').unwrap_or((code, ""));
        let choice = match kind {
            "a" => Choice::Action(Action::from_id(value)?),
            "f" => Choice::Entry(EntryId::read(value)?),
            "n" => Choice::NoneOfThese,
            "u" => Choice::Unhelpful(EntryId::read(value)?),
            "p" => Choice::Procedure(Procedure::from_id(value)?),
            "pp" => Choice::AddProcedure,
            "o" => Choice::Office(OfficeId::read(value)?),
            "d" => Choice::Day(NaiveDate::parse_from_str(value, "%Y%m%d").ok()?),
            "D" => Choice::DaysFrom(NaiveDate::parse_from_str(value, "%Y%m%d").ok()?),
            "t" => Choice::Time(NaiveTime::parse_from_str(value, "%H%M").ok()?),
            "T" => Choice::TimesFrom(NaiveTime::parse_from_str(value, "%H%M").ok()?),
            "y" => Choice::Confirm(value.parse().ok()?),
            "b" => Choice::Back,
            "0" => Choice::StartOver,
            "x" => Choice::Stop,
            "q" => Choice::Keep,
            "k" => Choice::Resume,
            "r" => Choice::Show(ReservationId(value.parse().ok()?)),
            "rc" => Choice::Change(ReservationId(value.parse().ok()?)),
            "rx" => Choice::Cancel(ReservationId(value.parse().ok()?)),
            "ri" => Choice::Coming(ReservationId(value.parse().ok()?)),
            "pd" => Choice::Documents(Procedure::from_id(value)?),
            "l" => Choice::Language(Language::from_tag(value)?),
            "cw" => Choice::WithdrawCase(CaseId(value.parse().ok()?)),
            "cb" => Choice::CallBack(CaseId(value.parse().ok()?)),
            "ca" => {
                let (id, at) = value.split_once('.')?;
                let at = NaiveDateTime::parse_from_str(at, "%Y%m%d%H%M").ok()?;
                Choice::CallAt(CaseId(id.parse().ok()?), at)
            }
            "sa" => Choice::AcceptCase(CaseId(value.parse().ok()?)),
            "sc" => Choice::CloseCase(CaseId(value.parse().ok()?)),
            "pc" => Choice::CountPeople,
            "pn" => Choice::People(value.parse().ok()?),
            "wl" => Choice::WaitDay(NaiveDate::parse_from_str(value, "%Y%m%d").ok()?),
            "wa" => Choice::WaitAny,
            "wx" => Choice::WaitLeave,
            "ot" => Choice::TakeOffer(HoldId(value.parse().ok()?)),
            "ox" => Choice::DeclineOffer(OfferId(value.parse().ok()?)),
            "ap" => Choice::Appeal,
            "md" => Choice::MyData,
            "mm" => Choice::Messages(value == "on"),
            "me" => Choice::EraseData,
            "h" => Choice::Feedback(feedback::Pick::read(kind, value)?),
            _ => match talk::Pick::read(kind, value) {
                Some(pick) => Choice::Queue(pick),
                None => Choice::Care(Pick::read(kind, value)?),
            },
        };
        // Only the canonical spelling counts, so that one choice has one code.
        (choice.code() == code).then_some(choice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn samples() -> Vec<Choice> {
        let day = NaiveDate::from_ymd_opt(2026, 12, 5).unwrap();
        let time = NaiveTime::from_hms_opt(10, 30, 0).unwrap();
        vec![
            Choice::Action(Action::Book),
            Choice::Entry(EntryId::read("pickup-proxy-allowed-reasons").unwrap()),
            Choice::Procedure(Procedure::Pickup),
            Choice::Office(OfficeId::read("main").unwrap()),
            Choice::Day(day),
            Choice::DaysFrom(day),
            Choice::Time(time),
            Choice::TimesFrom(time),
            Choice::Confirm(7),
            Choice::CallAt(CaseId(i64::MAX), day.and_time(time)),
            Choice::Cancel(ReservationId(i64::MAX)),
            Choice::People(3),
            Choice::WaitDay(day),
            Choice::TakeOffer(HoldId(i64::MAX)),
            Choice::Messages(false),
            Choice::Appeal,
            Choice::Language(Language::Easy),
            Choice::Queue(talk::Pick::CheckIn(ReservationId(i64::MAX))),
            Choice::Queue(talk::Pick::Take(7)),
            Choice::Queue(talk::Pick::Need(talk::Need::Interpreter)),
        ]
    }

    #[test]
    fn every_choice_comes_back_from_its_code() {
        for choice in samples() {
            let code = choice.code();
            assert!(code.len() <= CODE_BYTES_MAX, "{code}");
            assert_eq!(Choice::read(&code), Some(choice), "{code}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in ".{0,80}") {
            if let Some(choice) = Choice::read(&text) {
                prop_assert_eq!(choice.code(), text);
            }
        }

        #[test]
        fn no_code_like_text_breaks_the_reader(text in "[a-zD0-9]{1,2}\\.[a-z0-9-]{0,70}") {
            if let Some(choice) = Choice::read(&text) {
                prop_assert_eq!(choice.code(), text);
            }
        }
    }
}
