//! The variables of what is said about cases.

use super::arguments::Args;
use super::names::{case_code, urgency_id};
use super::{Locale, Scope, number};
use crate::desk::case::callback::WINDOW_MINUTES;
use crate::desk::case::handover::Destination;
use crate::desk::case::promise::Promise;
use crate::desk::case::said::Said;
use crate::desk::case::state::Alarm;
use crate::desk::language::Language;
use crate::ids::CaseId;
use chrono::{NaiveDateTime, TimeDelta};

/// The code of a case, and one thing more.
fn of_case(args: &mut Args, case: CaseId, name: &'static str, value: String) {
    args.set("case", case_code(case));
    args.set(name, value);
}

impl Locale {
    /// How the staff read a text that was edited.
    #[must_use]
    pub fn correction(&self, text: &str) -> String {
        let mut args = Args::new();
        args.set("text", text.to_owned());
        self.say("staff-correction", Language::Ja, Some(&args))
    }
}

impl Scope<'_> {
    pub(super) fn case_said(&self, said: &Said, args: &mut Args) -> &'static str {
        match said {
            Said::Entry { case, entry } => {
                args.set("case", case_code(*case));
                self.answer(entry, args);
            }
            Said::Canned { case, canned } => {
                args.set("case", case_code(*case));
                let mut blanks = Args::new();
                self.canned(canned, &mut blanks);
                args.set("text", self.message(canned.id(), &blanks));
            }
            Said::Late {
                case,
                promise,
                phone,
            } => self.promise_of(*case, *promise, phone, args),
            Said::RelayedClosed { case, promise } => {
                self.promise_of(*case, *promise, "", args);
            }
            Said::OpenedForAnger {
                case,
                promise,
                phone,
            } => {
                self.promise_of(*case, *promise, phone, args);
                if matches!(promise, Promise::After(_)) {
                    return "case-opened-for-anger-closed";
                }
            }
            Said::NoCallTime { case, phone } => of_case(args, *case, "phone", phone.clone()),
            Said::AskCallNumber { case, from, until }
            | Said::CallNoted { case, from, until }
            | Said::CallBack { case, from, until }
            | Said::CallDue { case, from, until } => self.call(*case, *from, *until, args),
            Said::SentOn { code, to } => {
                args.set("code", code.to_string());
                args.set("place", self.destination(to));
            }
            Said::SheetMade { code, to, case } => {
                args.set("code", code.to_string());
                args.set("place", self.destination(to));
                args.set("case", case.map(case_code).unwrap_or_default());
            }
            Said::CallNumberUnclear => {}
            Said::Raised { case, urgency } => {
                of_case(args, *case, "urgency", self.bare(urgency_id(*urgency)));
            }
            Said::Taken { case, by } => of_case(args, *case, "by", by.clone()),
            Said::Waits {
                case,
                alarm,
                minutes,
            } => waits(*case, *alarm, *minutes, args),
            Said::HandedOn { case }
            | Said::AskCallTime { case }
            | Said::NotTaken { case }
            | Said::Noted { case }
            | Said::Released { case }
            | Said::Called { case }
            | Said::Unreadable { case }
            | Said::NotNow { case } => args.set("case", case_code(*case)),
        }
        said.id()
    }

    /// Where somebody is sent, as they read it.
    pub(super) fn destination(&self, to: &Destination) -> String {
        match to {
            Destination::Department(name) => name.clone(),
            Destination::Office {
                office,
                counter: None,
            } => self.office(office),
            Destination::Office {
                office,
                counter: Some(number),
            } => {
                let mut args = Args::new();
                args.set("office", self.office(office));
                args.set("counter", super::number(number.0));
                self.message("case-counter", &args)
            }
        }
    }

    /// The hour within which somebody is called, on its button.
    pub(super) fn call_label(&self, at: NaiveDateTime) -> String {
        let mut args = Args::new();
        let until = at + TimeDelta::minutes(WINDOW_MINUTES);
        args.set("date", self.date(at.date()));
        args.set("from", self.time(at.time()));
        args.set("until", self.time(until.time()));
        self.message("choice-call-at", &args)
    }

    fn promise_of(&self, case: CaseId, promise: Promise, phone: &str, args: &mut Args) {
        args.set("case", case_code(case));
        args.set("promise", self.promise(promise));
        args.set("phone", phone.to_owned());
    }

    fn call(&self, case: CaseId, from: NaiveDateTime, until: NaiveDateTime, args: &mut Args) {
        args.set("case", case_code(case));
        args.set("date", self.date(from.date()));
        args.set("from", self.time(from.time()));
        args.set("until", self.time(until.time()));
    }
}

fn waits(case: CaseId, alarm: Alarm, minutes: i64, args: &mut Args) {
    args.set("case", case_code(case));
    let alarm = match alarm {
        Alarm::None | Alarm::Staff => "staff",
        Alarm::Supervisor => "supervisor",
        Alarm::Deputy => "deputy",
    };
    args.set("alarm", alarm);
    let minutes = i32::try_from(minutes).unwrap_or(i32::MAX);
    args.set("minutes", number(minutes));
}
