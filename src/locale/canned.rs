//! The words of the sentences that are ready, and of the forms in which staff fill them in.

use super::arguments::Args;
use super::care::item_id;
use super::{Locale, Scope, Subject, number};
use crate::desk::calendar::Closed;
use crate::desk::canned::{Blank, Canned, Fault, Filled, Group};
use crate::desk::language::Language;

impl Locale {
    /// A sentence in Japanese with the names of its blanks in their places.
    #[must_use]
    pub fn canned_form(&self, example: &Canned) -> String {
        let mut args = Args::new();
        for filled in example.filled() {
            let name = self.canned_blank(filled.blank());
            args.set(filled.blank().id(), format!("［{name}］"));
        }
        self.say(example.id(), Language::Ja, Some(&args))
    }

    /// The name of a group in the picker.
    #[must_use]
    pub fn canned_group(&self, group: Group) -> String {
        let id = match group {
            Group::Visit => "staff-canned-group-visit",
            Group::Card => "staff-canned-group-card",
            Group::Wait => "staff-canned-group-wait",
            Group::Elsewhere => "staff-canned-group-elsewhere",
            Group::Talk => "staff-canned-group-talk",
        };
        self.say(id, Language::Ja, None)
    }

    /// The name of a blank.
    #[must_use]
    pub fn canned_blank(&self, blank: Blank) -> String {
        let id = match blank {
            Blank::Date => "staff-canned-blank-date",
            Blank::Time => "staff-canned-blank-time",
            Blank::Office => "staff-canned-blank-office",
            Blank::Counter => "staff-canned-blank-counter",
            Blank::Document => "staff-canned-blank-document",
            Blank::Phone => "staff-canned-blank-phone",
            Blank::Minutes => "staff-canned-blank-minutes",
            Blank::Procedure => "staff-canned-blank-procedure",
            Blank::Department => "staff-canned-blank-department",
        };
        self.say(id, Language::Ja, None)
    }

    /// What is wrong with what was filled in.
    #[must_use]
    pub fn canned_fault(&self, fault: &Fault, subject: Subject<'_>) -> String {
        let scope = Scope {
            locale: self,
            language: Language::Ja,
            subject,
        };
        let mut args = Args::new();
        let mut of = |blank: Blank| args.set("blank", self.canned_blank(blank));
        let id = match fault {
            Fault::Unknown => "staff-canned-fault-unknown",
            Fault::Missing(blank) => {
                of(*blank);
                "staff-canned-fault-missing"
            }
            Fault::Malformed(blank) => {
                of(*blank);
                "staff-canned-fault-malformed"
            }
            Fault::NotHere(blank) => {
                of(*blank);
                "staff-canned-fault-not-here"
            }
            Fault::Past(blank) => {
                of(*blank);
                "staff-canned-fault-past"
            }
            Fault::Secret(blank) => {
                of(*blank);
                "staff-canned-fault-secret"
            }
            Fault::TooFar { last } => {
                args.set("last", scope.date(*last));
                "staff-canned-fault-too-far"
            }
            Fault::ClosedOn { day, why } => {
                args.set("date", scope.date(*day));
                let (why, holiday) = closed(why);
                args.set("why", why);
                args.set("holiday", holiday);
                "staff-canned-fault-closed"
            }
            Fault::Outside { opens, closes } => {
                args.set("opens", scope.time(*opens));
                args.set("closes", scope.time(*closes));
                "staff-canned-fault-outside"
            }
        };
        scope.message(id, &args)
    }
}

fn closed(why: &Closed) -> (&'static str, &'static str) {
    match why {
        Closed::Saturday => ("saturday", ""),
        Closed::Sunday => ("sunday", ""),
        Closed::Holiday(name) => ("holiday", name),
        Closed::YearEnd => ("year-end", ""),
        Closed::Special => ("special", ""),
    }
}

impl Scope<'_> {
    /// The variables of a sentence.
    pub(super) fn canned(&self, canned: &Canned, args: &mut Args) {
        for filled in canned.filled() {
            let name = filled.blank().id();
            match filled {
                Filled::Date(day) => args.set(name, self.date(day)),
                Filled::Time(time) => args.set(name, self.time(time)),
                Filled::Office(office) => args.set(name, self.office(&office)),
                Filled::Counter(counter) => args.set(name, number(counter.0)),
                Filled::Document(item) => args.set(name, self.bare(item_id(item))),
                Filled::Minutes(minutes) => args.set(name, number(minutes)),
                Filled::Procedure(procedure) => args.set(name, self.procedure(procedure)),
                Filled::Phone(text) | Filled::Department(text) => args.set(name, text),
            }
        }
    }
}
