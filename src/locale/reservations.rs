//! The variables of what is said about people, waiting, kept times, closed days and one's own data.

use chrono::NaiveTime;

use super::arguments::Args;
use super::names::case_code;
use super::{Scope, number};
use crate::desk::choice::Choice;
use crate::desk::own_data::{KeptLine, Stays};
use crate::desk::phrase::{MorningLine, Phrase, WaitWish};
use crate::desk::procedure::Procedure;

impl Scope<'_> {
    pub(super) fn about_reservations(&self, phrase: &Phrase, args: &mut Args) {
        match phrase {
            Phrase::AskPeople { most } => args.set("most", number(*most)),
            Phrase::PeopleTooMany { most, phone } | Phrase::PeopleLimit { most, phone } => {
                args.set("most", number(*most));
                args.set("phone", phone.clone());
            }
            Phrase::DayLimit { day, most } => {
                args.set("date", self.date(*day));
                args.set("most", number(*most));
            }
            Phrase::TimeDouble { start } => {
                args.set("date", self.date(start.date()));
                args.set("time", self.time(start.time()));
            }
            Phrase::DayTooSoon { day, first } => {
                args.set("date", self.date(*day));
                args.set("first", self.date(*first));
            }
            Phrase::ChangeTooLate { minutes, phone } => {
                args.set("minutes", number(*minutes));
                args.set("phone", phone.clone());
            }
            Phrase::NoShow { visit } | Phrase::ClosingLifted { visit } => self.visit(visit, args),
            Phrase::StaffMorning { office, day, lines } => {
                args.set("office", self.office(office));
                args.set("date", self.date(*day));
                args.set("count", number(u32::try_from(lines.len()).unwrap_or(0)));
                let lines: Vec<String> = lines.iter().map(|line| self.morning_line(line)).collect();
                args.set("lines", lines.join("\n"));
            }
            Phrase::NoShowLimit { days } => args.set("days", number(*days)),
            Phrase::CodeRefused { phone } | Phrase::CodeLocked { phone } => {
                args.set("phone", phone.clone());
            }
            Phrase::AskErase { stays } | Phrase::Erased { stays } => {
                let lines: Vec<String> = stays.iter().map(|stays| self.stays(stays)).collect();
                args.set("stays", lines.join("\n"));
            }
            _ => self.about_offers(phrase, args),
        }
    }

    fn about_offers(&self, phrase: &Phrase, args: &mut Args) {
        match phrase {
            Phrase::WaitJoined {
                wish,
                minutes,
                replaces,
            } => {
                self.wish(wish, args);
                args.set("minutes", number(*minutes));
                args.set("replaces", yes_no(*replaces));
            }
            Phrase::WaitListed { wish } | Phrase::WaitOver { wish } => self.wish(wish, args),
            Phrase::WaitOffer { visit, until } => {
                self.visit(visit, args);
                args.set("until-date", self.date(until.date()));
                args.set("until", self.time(until.time()));
            }
            Phrase::OfferDeclined { stays } | Phrase::OfferLapsed { stays } => {
                args.set("stays", yes_no(*stays));
            }
            Phrase::ClosingNews {
                visit,
                reason,
                times,
                until,
            } => {
                self.visit(visit, args);
                args.set("reason", reason.id());
                args.set("times", number(u32::try_from(times.len()).unwrap_or(0)));
                args.set("until", self.date_time(*until));
            }
            Phrase::ClosingOffer {
                visit,
                times,
                until,
            } => {
                self.visit(visit, args);
                args.set("times", number(u32::try_from(times.len()).unwrap_or(0)));
                args.set("until", self.date_time(*until));
            }
            Phrase::ClosingLapsed { visit, phone } => {
                self.visit(visit, args);
                args.set("phone", phone.clone());
            }
            Phrase::MyData { lines, messages } => {
                let lines: Vec<String> = lines.iter().map(|line| self.kept_line(line)).collect();
                args.set("lines", lines.join("\n"));
                args.set("messages", yes_no(*messages));
            }
            _ => {}
        }
    }

    pub(super) fn label_about_reservations(&self, choice: &Choice, asked: &Phrase) -> String {
        let mut args = Args::new();
        let id = match choice {
            Choice::CountPeople => "choice-count-people",
            Choice::People(people) => {
                args.set("people", number(*people));
                "choice-people"
            }
            Choice::WaitDay(day) => {
                args.set("date", self.date(*day));
                "choice-wait-day"
            }
            Choice::WaitAny => "choice-wait-any",
            Choice::WaitLeave => "choice-wait-leave",
            Choice::TakeOffer(hold) => match asked {
                Phrase::ClosingNews { times, .. } | Phrase::ClosingOffer { times, .. } => {
                    let time = times.iter().find(|(id, _)| id == hold);
                    return time.map_or_else(String::new, |(_, at)| self.date_time(*at));
                }
                _ => "choice-take-offer",
            },
            Choice::DeclineOffer(_) => "choice-decline-offer",
            Choice::Messages(true) => "choice-messages-on",
            Choice::Messages(false) => "choice-messages-off",
            Choice::EraseData => "choice-erase-data",
            _ => "choice-my-data",
        };
        self.message(id, &args)
    }

    /// A time on a button, with a word where it is usually quiet.
    pub(super) fn time_label(&self, time: NaiveTime, asked: &Phrase) -> String {
        let is_quiet = match asked {
            Phrase::AskTime { quiet, .. } | Phrase::AskTimeAgain { quiet, .. } => {
                quiet.contains(&time)
            }
            _ => false,
        };
        if !is_quiet {
            return self.time(time);
        }
        let mut args = Args::new();
        args.set("time", self.time(time));
        self.message("choice-time-quiet", &args)
    }

    /// The procedures of a visit, with the number of people when there are several.
    pub(super) fn procedures_for(&self, procedures: &[Procedure], people: u8) -> String {
        let procedures = self.procedures(procedures);
        if people < 2 {
            return procedures;
        }
        let mut args = Args::new();
        args.set("procedures", procedures);
        args.set("people", number(people));
        self.message("procedures-people", &args)
    }

    /// One visit of the list of the day, for the staff.
    fn morning_line(&self, line: &MorningLine) -> String {
        let code = line.visit.code.as_ref();
        let mut args = Args::new();
        args.set("time", line.visit.start.format("%H:%M").to_string());
        args.set("code", code.map(ToString::to_string).unwrap_or_default());
        args.set(
            "procedures",
            self.procedures_for(&line.visit.procedures, line.visit.people),
        );
        args.set("changed", yes_no(line.changed));
        self.message("staff-morning-line", &args)
    }

    /// A kind of what is kept: how much of it, and for how long.
    fn kept_line(&self, line: &KeptLine) -> String {
        let mut args = Args::new();
        args.set("what", line.what.id());
        args.set("count", number(line.count));
        args.set("term", self.days_kept(line.days));
        let until = line.until.map(|until| self.date_time(until));
        args.set("until", until.unwrap_or_default());
        self.message("my-data-line", &args)
    }

    /// A sentence on what an erasing leaves.
    fn stays(&self, stays: &Stays) -> String {
        let mut args = Args::new();
        args.set("what", stays.id());
        args.set("count", number(0));
        for name in ["case", "until", "term"] {
            args.set(name, "");
        }
        match stays {
            Stays::Reservations(count) => args.set("count", number(*count)),
            Stays::Ticket => {}
            Stays::Block(until) => args.set("until", self.date_time(*until)),
            Stays::CaseCloses(case) => args.set("case", case_code(*case)),
            Stays::Log(days) => args.set("term", self.days_kept(*days)),
        }
        self.message("erase-line", &args)
    }

    fn days_kept(&self, days: u16) -> String {
        let mut args = Args::new();
        args.set("days", number(days));
        self.message("term-days", &args)
    }

    fn wish(&self, wish: &WaitWish, args: &mut Args) {
        args.set(
            "procedures",
            self.procedures_for(&wish.procedures, wish.people),
        );
        args.set("office", self.office(&wish.office));
        args.set("first", self.date(wish.first_day));
        args.set("last", self.date(wish.last_day));
        args.set("one-day", yes_no(wish.first_day == wish.last_day));
        let (from, to) = wish
            .range
            .map_or((NaiveTime::MIN, NaiveTime::MIN), |range| {
                (range.from, range.to)
            });
        args.set("part", yes_no(wish.range.is_some()));
        args.set("from", self.time(from));
        args.set("to", self.time(to));
    }
}

fn yes_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}
