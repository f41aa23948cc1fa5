//! The words of the queue: tickets, calls, waiting times.

use chrono::NaiveTime;
use fluent_bundle::FluentArgs;

use super::arguments::Args;
use super::{Scope, Subject, number};
use crate::desk::language::Language;
use crate::desk::phrase::Phrase;
use crate::desk::procedure::Procedure;
use crate::desk::queue::admission::Reason;
use crate::desk::queue::counter::CounterNumber;
use crate::desk::queue::forecast::Shortage;
use crate::desk::queue::said::{OfficeNow, QueueLine, Said, Told, range_kind};
use crate::desk::queue::talk::{Need, Pick};
use crate::desk::queue::ticket::{Needs, TicketNumber};
use crate::desk::rules::{OfficeId, civil};

impl super::Locale {
    /// What the display shows and the loudspeaker says for a call.
    #[must_use]
    pub fn call_text(
        &self,
        number: TicketNumber,
        counter: CounterNumber,
        language: Language,
        subject: Subject<'_>,
    ) -> String {
        let scope = Scope {
            locale: self,
            language,
            subject,
        };
        let mut args = Args::new();
        args.set("number", number.to_string());
        args.set("counter", super::number(counter.0));
        scope.message("call-text", &args)
    }

    /// A message with values; whole numbers are set as numbers, so that they select plural forms.
    #[must_use]
    pub fn with_values(&self, id: &str, language: Language, values: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value.parse::<u32>() {
                Ok(n) => args.set((*name).to_owned(), number(n)),
                Err(_) => args.set((*name).to_owned(), (*value).to_owned()),
            }
        }
        self.say(id, language, Some(&args))
    }

    /// The name of a procedure.
    #[must_use]
    pub fn procedure(
        &self,
        procedure: Procedure,
        language: Language,
        subject: Subject<'_>,
    ) -> String {
        let scope = Scope {
            locale: self,
            language,
            subject,
        };
        scope.procedure(procedure)
    }

    /// The line below a ticket that leads to its page.
    #[must_use]
    pub fn ticket_page(&self, link: &str, language: Language, subject: Subject<'_>) -> String {
        let mut args = Args::new();
        args.set("link", link.to_owned());
        let scope = Scope {
            locale: self,
            language,
            subject,
        };
        scope.message("ticket-page", &args)
    }
}

fn yes_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

fn count(n: usize) -> fluent_bundle::FluentValue<'static> {
    number(u32::try_from(n).unwrap_or(u32::MAX))
}

impl Scope<'_> {
    /// The variables of these phrases.
    pub(super) fn queue(&self, said: &Said, args: &mut Args) {
        if let Some(number) = said.number() {
            args.set("number", number.to_string());
        }
        match said {
            Said::Issued {
                office,
                ahead,
                wait,
                due,
                late,
                ..
            } => {
                let kind = match (due, late) {
                    (Some(_), true) => "late",
                    (Some(_), false) => "booked",
                    (None, _) => "walk-in",
                };
                args.set("kind", kind);
                args.set("near", yes_no(*ahead == 0));
                args.set("due", due.map(|due| self.time(due)).unwrap_or_default());
                self.place(office, *ahead, *wait, args);
            }
            Said::Waiting {
                office,
                ahead,
                wait,
                ..
            } => self.place(office, *ahead, *wait, args),
            Said::Called {
                counter, office, ..
            }
            | Said::Recalled {
                counter, office, ..
            } => {
                args.set("counter", number(counter.0));
                args.set("office", self.office(office));
            }
            Said::Ready { ahead, wait, .. } | Said::Near { ahead, wait, .. } => {
                args.set("ahead", count(*ahead));
                self.wait(*wait, args);
            }
            Said::Next { office, .. } => args.set("office", self.office(office)),
            Said::Slower { wait, .. } => args.set("wait", self.range(*wait)),
            Said::Transferred {
                office, counter, ..
            }
            | Said::Where {
                office, counter, ..
            } => {
                args.set("office", self.office(office));
                args.set("has-counter", yes_no(counter.is_some()));
                args.set("counter", number(counter.map_or(0, |c| c.0)));
            }
            Said::Delayed { minutes, .. } => args.set("minutes", number(*minutes)),
            Said::NeedsNoted { needs, .. } => args.set("needs", self.needs_list(*needs)),
            Said::Meanwhile { procedures, .. } => {
                args.set("procedures", self.procedures(procedures));
            }
            said => self.admission(said, args),
        }
    }

    fn place(&self, office: &OfficeId, ahead: usize, wait: Option<Told>, args: &mut Args) {
        args.set("office", self.office(office));
        args.set("ahead", count(ahead));
        self.wait(wait, args);
    }

    fn wait(&self, wait: Option<Told>, args: &mut Args) {
        args.set("has-wait", yes_no(wait.is_some()));
        args.set(
            "wait",
            wait.map(|wait| self.range(wait)).unwrap_or_default(),
        );
    }

    fn range(&self, (low, high): Told) -> String {
        let mut args = Args::new();
        args.set("low", number(low));
        args.set("high", number(high));
        args.set("same", range_kind((low, high)));
        self.message("wait-range", &args)
    }

    fn admission(&self, said: &Said, args: &mut Args) {
        match said {
            Said::AskProcedure { office } => args.set("office", self.office(office)),
            Said::AskTicket {
                office,
                procedure,
                people,
                waiting,
                wait,
            } => {
                args.set("office", self.office(office));
                args.set("procedure", self.procedure(*procedure));
                args.set("people", number(*people));
                args.set("waiting", count(*waiting));
                args.set("wait", self.range(*wait));
            }
            Said::Refused {
                office,
                reason,
                phone,
                ..
            } => {
                args.set("office", self.office(office));
                args.set("phone", phone.clone());
                self.reason(*reason, args);
            }
            Said::TooEarly { visit, from } => {
                self.visit(visit, args);
                args.set("from", self.time(from.time()));
            }
            Said::OtherDay { visit, past } => {
                self.visit(visit, args);
                args.set("past", yes_no(*past));
            }
            Said::OtherOffice { visit } => self.visit(visit, args),
            Said::CheckInClosed { visit, phone } => {
                self.visit(visit, args);
                args.set("phone", phone.clone());
            }
            Said::Now { offices, .. } => {
                let lines: Vec<String> = offices.iter().map(|now| self.office_now(now)).collect();
                args.set("lines", lines.join("\n"));
            }
            said => self.for_staff(said, args),
        }
    }

    /// Why nobody is let in, and from when on where that is known.
    fn reason(&self, reason: Reason, args: &mut Args) {
        args.set("reason", reason.id());
        let time = match reason {
            Reason::NotYet(time) => self.time(time),
            _ => String::new(),
        };
        args.set("time", time);
    }

    fn office_now(&self, now: &OfficeNow) -> String {
        let mut args = Args::new();
        args.set("office", self.office(&now.office));
        args.set("waiting", count(now.waiting));
        let (state, wait, time) = match now.walk_in {
            Ok(wait) => ("admitted", self.range(wait), None),
            Err(Reason::NotYet(time)) => ("not-yet", String::new(), Some(time)),
            Err(reason) => (reason.id(), String::new(), None),
        };
        args.set("state", state);
        args.set("wait", wait);
        args.set("time", time.map(|time| self.time(time)).unwrap_or_default());
        self.message("waiting-now-line", &args)
    }

    fn needs_list(&self, needs: Needs) -> String {
        if needs.is_none() {
            return self.bare("needs-none");
        }
        let needed = Need::ALL.into_iter().filter(|need| need.is_in(needs));
        self.joined(needed.map(|need| self.bare(need_id(need))))
    }

    fn for_staff(&self, said: &Said, args: &mut Args) {
        match said {
            Said::Shortage { office, shortage } => {
                args.set("office", self.office(office));
                self.shortage(shortage, args);
            }
            Said::Overtime {
                office,
                waiting,
                serving,
            } => {
                args.set("office", self.office(office));
                args.set("waiting", self.numbers(waiting));
                args.set("serving", self.numbers(serving));
            }
            Said::StaffCalled { counter, line, .. } => {
                args.set("counter", number(counter.0));
                args.set("line", self.queue_line(line));
            }
            Said::StaffDone { waiting, .. } => args.set("waiting", count(*waiting)),
            Said::StaffQueue {
                office,
                lines,
                wait,
            } => {
                args.set("office", self.office(office));
                args.set("count", count(lines.len()));
                self.wait(*wait, args);
                let lines: Vec<String> = lines.iter().map(|line| self.queue_line(line)).collect();
                args.set("lines", lines.join("\n"));
            }
            Said::StaffToday {
                office,
                done,
                waiting,
                expected,
                missed,
            } => {
                args.set("office", self.office(office));
                args.set("done", number(*done));
                args.set("waiting", count(*waiting));
                args.set("expected", count(*expected));
                args.set("missed", count(*missed));
            }
            Said::StaffRefused {
                reason,
                number: ticket,
                counter,
            } => {
                args.set("reason", *reason);
                args.set("number", ticket.map(|n| n.to_string()).unwrap_or_default());
                args.set("counter", number(counter.map_or(0, |c| c.0)));
            }
            Said::StaffLinked { name } => args.set("name", name.clone()),
            _ => {}
        }
    }

    fn shortage(&self, shortage: &Shortage, args: &mut Args) {
        let from = shortage.from.map(|from| self.time(civil(from).time()));
        args.set("has-from", yes_no(from.is_some()));
        args.set("from", from.unwrap_or_default());
        args.set("worst", number(shortage.worst_minutes));
        args.set("has-overtime", yes_no(shortage.overtime_minutes > 0));
        args.set("overtime", number(shortage.overtime_minutes));
        args.set("has-more", yes_no(shortage.more.is_some()));
        args.set("more", number(shortage.more.unwrap_or(0)));
    }

    fn numbers(&self, numbers: &[TicketNumber]) -> String {
        if numbers.is_empty() {
            return self.bare("needs-none");
        }
        self.joined(numbers.iter().map(ToString::to_string))
    }

    fn queue_line(&self, line: &QueueLine) -> String {
        let mut args = Args::new();
        let due = |due: NaiveTime| due.format("%H:%M").to_string();
        args.set("number", line.number.to_string());
        args.set("due", line.due.map_or_else(|| "none".to_owned(), due));
        args.set("procedures", self.procedures(&line.procedures));
        args.set("people", number(line.people));
        args.set("language", line.language.endonym().to_owned());
        args.set("needs", self.needs_list(line.needs));
        args.set("waited", number(line.waited_minutes));
        self.message("staff-queue-line", &args)
    }

    /// The words on a button of the queue; `asked` is the message above it.
    pub(super) fn queue_label(&self, pick: &Pick, asked: &Phrase) -> String {
        let mut args = Args::new();
        let asked = match asked {
            Phrase::Queue(said) => Some(said.as_ref()),
            _ => None,
        };
        let id = match pick {
            Pick::HereAt(_) => "choice-ticket-here",
            Pick::CheckIn(id) => match asked {
                Some(Said::AskWhichVisit { list }) => {
                    let time = list.iter().find(|(own, _)| own == id);
                    args.set("time", time.map(|(_, t)| self.time(*t)).unwrap_or_default());
                    "choice-ticket-here-at"
                }
                _ => "choice-ticket-here",
            },
            Pick::For(procedure) => return self.procedure(*procedure),
            Pick::People(n) => {
                args.set("people", number(*n));
                "choice-ticket-people"
            }
            Pick::Take(_) => "choice-ticket-take",
            Pick::Show if matches!(asked, Some(Said::AskLeave { .. })) => "choice-ticket-stay",
            Pick::Show => "choice-ticket-show",
            Pick::Late => "choice-ticket-late",
            Pick::Leave => "choice-ticket-leave",
            Pick::LeaveYes(_) => "choice-ticket-leave-yes",
            Pick::Where => "choice-ticket-where",
            Pick::Meanwhile => "choice-ticket-meanwhile",
            Pick::Needs => "choice-ticket-needs",
            Pick::Back => "choice-ticket-back",
            Pick::Need(need) => {
                let needs = match asked {
                    Some(Said::AskNeeds { needs, .. } | Said::NeedsNoted { needs, .. }) => *needs,
                    _ => Needs::default(),
                };
                args.set("need", self.bare(need_id(*need)));
                args.set("on", yes_no(need.is_in(needs)));
                "choice-need"
            }
        };
        self.message(id, &args)
    }

    /// The nearest free times below a refusal; empty where there are none.
    pub(super) fn free_times(&self, said: &Said) -> Option<String> {
        let Said::Refused { free, .. } = said else {
            return None;
        };
        if free.is_empty() {
            return None;
        }
        let mut args = Args::new();
        args.set(
            "times",
            self.joined(free.iter().map(|at| self.date_time(*at))),
        );
        Some(self.message("ticket-free", &args))
    }
}

fn need_id(need: Need) -> &'static str {
    match need {
        Need::Chair => "need-chair",
        Need::Hearing => "need-hearing",
        Need::Interpreter => "need-interpreter",
    }
}
