//! The variables of every message: one exhaustive match, so that a new phrase does not compile without its words.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use fluent_bundle::FluentArgs;

use super::feedback::{feedback_args, feedback_label};
use super::names::{action_id, case_code, documents_id, procedure_id};
use super::{Scope, number};
use crate::desk::calendar::Closed;
use crate::desk::choice::Choice;
use crate::desk::faq::EntryId;
use crate::desk::phrase::{Phrase, Promise, Visit};
use crate::desk::procedure::Procedure;
use crate::desk::rules::OfficeId;
use crate::ids::CaseId;

pub(super) type Args = FluentArgs<'static>;

impl Scope<'_> {
    /// The message id and variables of a phrase.
    #[allow(clippy::too_many_lines, reason = "one arm for each phrase")]
    pub(super) fn arguments(&self, phrase: &Phrase) -> (&'static str, Args) {
        let mut id = phrase.id();
        let mut args = Args::new();
        match phrase {
            Phrase::Welcome => {
                args.set(
                    "city",
                    self.subject
                        .rules
                        .city
                        .get(self.language)
                        .unwrap_or_default()
                        .to_owned(),
                );
                args.set(
                    "counter",
                    self.subject
                        .counter
                        .get(self.language)
                        .unwrap_or_default()
                        .to_owned(),
                );
            }
            Phrase::Help
            | Phrase::Thanks
            | Phrase::SecretMasked
            | Phrase::Unintelligible
            | Phrase::FirstTextStands
            | Phrase::Stopped
            | Phrase::NothingToStop
            | Phrase::StartedOver
            | Phrase::NothingBefore
            | Phrase::StaleButton
            | Phrase::LanguageAsk
            | Phrase::LanguageChanged
            | Phrase::LanguageOffer(_)
            | Phrase::TooFast
            | Phrase::ChooseOne
            | Phrase::FeedbackNoted
            | Phrase::DocumentsAsk
            | Phrase::AskProcedure
            | Phrase::FormResume
            | Phrase::Unclear
            | Phrase::DayImpossible
            | Phrase::TimeImpossible
            | Phrase::SlotTaken
            | Phrase::HoldEnded
            | Phrase::NoReservations
            | Phrase::AskWhichToChange { .. }
            | Phrase::AskWhichToCancel { .. }
            | Phrase::ReservationOver
            | Phrase::StaffCaseUnknown
            | Phrase::StaffHelp => {}
            Phrase::ServerTrouble { phone }
            | Phrase::TooMany { phone }
            | Phrase::NoAnswer { phone }
            | Phrase::ReservationPast { phone } => args.set("phone", phone.clone()),
            Phrase::Answer { entry } | Phrase::AnswerElsewhere { entry } => {
                self.answer(entry, &mut args)
            }
            Phrase::AnswerWithheld { entry, phone } => {
                args.set("question", self.title(entry));
                args.set("phone", phone.clone());
            }
            Phrase::DidYouMean { entry } => args.set("question", self.title(entry)),
            Phrase::Documents { procedure } => {
                args.set("procedure", self.procedure(*procedure));
                args.set("documents", self.documents(&[*procedure]));
            }
            Phrase::AskProcedureMore { procedures } => {
                args.set("procedures", self.procedures(procedures));
            }
            Phrase::AskOffice { procedures, people } => {
                args.set("procedures", self.procedures_for(procedures, *people));
            }
            Phrase::AskDay {
                procedures,
                people,
                office,
                minutes,
                last,
            } => {
                args.set("procedures", self.procedures_for(procedures, *people));
                args.set("office", self.office(office));
                args.set("minutes", number(*minutes));
                args.set("last", self.date(*last));
            }
            Phrase::AskDayAgain { last } => args.set("last", self.date(*last)),
            Phrase::AskDayChange { old, last } => {
                self.visit(old, &mut args);
                args.set("last", self.date(*last));
            }
            Phrase::TimeSteps { minutes } => args.set("minutes", number(*minutes)),
            Phrase::Booked { visit, reminders } => {
                self.visit(visit, &mut args);
                args.set(
                    "reminders",
                    match reminders {
                        0 => "none",
                        1 => "one",
                        _ => "both",
                    },
                );
            }
            Phrase::AskTime { office, day, .. } => {
                args.set("office", self.office(office));
                args.set("date", self.date(*day));
            }
            Phrase::AskTimeAgain { day, .. }
            | Phrase::DayOver { day }
            | Phrase::DayFull { day }
            | Phrase::DayPast { day } => {
                args.set("date", self.date(*day));
            }
            Phrase::AskConfirm {
                visit,
                hold_minutes,
            } => {
                self.visit(visit, &mut args);
                args.set("hold", number(*hold_minutes));
            }
            Phrase::AskConfirmChange {
                old,
                new,
                hold_minutes,
            } => {
                self.visit(new, &mut args);
                args.set("hold", number(*hold_minutes));
                args.set("old-date", self.date(old.start.date()));
                args.set("old-time", self.time(old.start.time()));
                args.set("old-office", self.office(&old.office));
            }
            Phrase::DayClosed { day, why } => {
                args.set("date", self.date(*day));
                let (why, holiday) = match why {
                    Closed::Saturday => ("saturday", ""),
                    Closed::Sunday => ("sunday", ""),
                    Closed::Holiday(name) => ("holiday", *name),
                    Closed::YearEnd => ("year-end", ""),
                    Closed::Special => ("special", ""),
                };
                args.set("why", why);
                args.set("holiday", holiday);
            }
            Phrase::DayOpen { day, hours } => {
                args.set("date", self.date(*day));
                args.set("opens", self.time(hours.opens));
                args.set("closes", self.time(hours.closes));
            }
            Phrase::DayTooFar { day, last } => {
                args.set("date", self.date(*day));
                args.set("last", self.date(*last));
            }
            Phrase::TimeOutside { opens, closes } => {
                args.set("opens", self.time(*opens));
                args.set("closes", self.time(*closes));
            }
            Phrase::TimeFull { time } => args.set("time", self.time(*time)),
            Phrase::NoTimeInRange { from, to } => {
                args.set("from", self.time(*from));
                args.set("to", self.time(*to));
            }
            Phrase::NoneFree { last, phone } => {
                args.set("last", self.date(*last));
                args.set("phone", phone.clone());
            }
            Phrase::LimitReached { most } | Phrase::ProceduresTooMany { most } => {
                args.set("most", number(*most))
            }
            Phrase::OfficeCannot { office, procedures } => {
                args.set("office", self.office(office));
                args.set("procedures", self.procedures(procedures));
            }
            Phrase::Moved { old, visit } => {
                self.visit(visit, &mut args);
                args.set("old-date", self.date(old.date()));
                args.set("old-time", self.time(old.time()));
            }
            Phrase::Reservation { visit, coming } => {
                self.visit(visit, &mut args);
                args.set("coming", if *coming { "yes" } else { "no" });
            }
            Phrase::AskCancel { visit }
            | Phrase::Cancelled { visit }
            | Phrase::CancelKept { visit }
            | Phrase::ComingNoted { visit }
            | Phrase::ReminderEvening { visit }
            | Phrase::ReminderSoon { visit } => self.visit(visit, &mut args),
            Phrase::CaseOpened {
                case,
                promise,
                phone,
            } => {
                id = self.promised(
                    *case,
                    *promise,
                    phone,
                    "case-opened",
                    "case-opened-closed",
                    &mut args,
                );
            }
            Phrase::CaseOpenedAfterMisses {
                case,
                promise,
                phone,
            } => {
                let ids = (
                    "case-opened-after-misses",
                    "case-opened-after-misses-closed",
                );
                id = self.promised(*case, *promise, phone, ids.0, ids.1, &mut args);
            }
            Phrase::CaseOpenedForRisk {
                case,
                promise,
                phone,
            } => {
                let ids = ("case-opened-for-risk", "case-opened-for-risk-closed");
                id = self.promised(*case, *promise, phone, ids.0, ids.1, &mut args);
            }
            Phrase::CaseWaits {
                case,
                promise,
                phone,
            } => {
                id = self.promised(
                    *case,
                    *promise,
                    phone,
                    "case-waits",
                    "case-waits-closed",
                    &mut args,
                );
            }
            Phrase::CaseIdle { case, phone } => {
                args.set("case", case_code(*case));
                args.set("phone", phone.clone());
            }
            Phrase::CaseAccepted { case }
            | Phrase::CaseRelayed { case }
            | Phrase::CaseNoted { case }
            | Phrase::CaseClosed { case }
            | Phrase::CaseWithdrawn { case }
            | Phrase::StaffWithdrawn { case }
            | Phrase::StaffAccepted { case }
            | Phrase::StaffClosed { case }
            | Phrase::StaffCaseOver { case }
            | Phrase::StaffUndelivered { case } => args.set("case", case_code(*case)),
            Phrase::StaffSays { case, text } | Phrase::StaffSaysUntranslated { case, text } => {
                args.set("case", case_code(*case));
                args.set("text", text.clone());
            }
            Phrase::StaffSaysTranslated {
                case,
                text,
                translated,
            } => {
                args.set("case", case_code(*case));
                args.set("text", text.clone());
                args.set("translated", translated.clone());
            }
            Phrase::Canned(canned) => self.canned(canned, &mut args),
            Phrase::StaffCitizenSaid {
                case,
                text,
                language,
                is_edited,
            } => {
                args.set("case", case_code(*case));
                let text = match is_edited {
                    true => self.locale.correction(text),
                    false => text.clone(),
                };
                args.set("text", text);
                args.set("language", language.endonym());
            }
            Phrase::Handoff(handoff) => self.handoff(handoff, &mut args),
            Phrase::Summary { case } => args.set("case", case_code(*case)),
            Phrase::Case(said) => id = self.case_said(said, &mut args),
            Phrase::StaffMorning { .. }
            | Phrase::AskPeople { .. }
            | Phrase::PeopleTooMany { .. }
            | Phrase::PeopleLimit { .. }
            | Phrase::DayLimit { .. }
            | Phrase::TimeDouble { .. }
            | Phrase::DayTooSoon { .. }
            | Phrase::ChangeTooLate { .. }
            | Phrase::WaitJoined { .. }
            | Phrase::WaitListed { .. }
            | Phrase::WaitNone
            | Phrase::WaitLeft
            | Phrase::WaitOver { .. }
            | Phrase::WaitOffer { .. }
            | Phrase::OfferGone
            | Phrase::OfferDeclined { .. }
            | Phrase::OfferLapsed { .. }
            | Phrase::ClosingNews { .. }
            | Phrase::ClosingOffer { .. }
            | Phrase::ClosingLapsed { .. }
            | Phrase::ClosingLifted { .. }
            | Phrase::NoShow { .. }
            | Phrase::NoShowLimit { .. }
            | Phrase::CodeAskDay
            | Phrase::CodeRefused { .. }
            | Phrase::CodeLocked { .. }
            | Phrase::CodeShared
            | Phrase::MessagesOff
            | Phrase::MessagesOn
            | Phrase::MyData { .. }
            | Phrase::AskErase { .. }
            | Phrase::Erased { .. } => self.about_reservations(phrase, &mut args),
            Phrase::Emergency => self.emergency(&mut args),
            Phrase::Block(said) => self.block(said, &mut args),
            Phrase::Room(said) => self.room(said, &mut args),
            Phrase::Care(said) => self.care(said, &mut args),
            Phrase::Queue(said) => self.queue(said, &mut args),
            Phrase::Feedback(said) => feedback_args(said, &mut args),
            Phrase::Incident(said) => self.incident(said, &mut args),
        }
        (id, args)
    }

    /// The words on a button; `asked` is the question above it.
    pub(super) fn label(&self, choice: &Choice, asked: &Phrase) -> String {
        let mut args = Args::new();
        let id = match choice {
            Choice::Action(action) => return self.bare(action_id(*action)),
            Choice::Queue(pick) => return self.queue_label(pick, asked),
            Choice::Entry(_) if matches!(asked, Phrase::DidYouMean { .. }) => "choice-yes",
            Choice::Entry(entry) => return self.title(entry),
            Choice::NoneOfThese => "choice-none-of-these",
            Choice::Unhelpful(_) => "choice-unhelpful",
            Choice::Procedure(procedure) => return self.procedure(*procedure),
            Choice::AddProcedure => "choice-add-procedure",
            Choice::Office(office) => return self.office(office),
            Choice::Day(day) => return self.date(*day),
            Choice::DaysFrom(day) => {
                args.set("date", self.date(*day));
                "choice-days-from"
            }
            Choice::Time(time) => return self.time_label(*time, asked),
            Choice::TimesFrom(time) => {
                args.set("time", self.time(*time));
                "choice-times-from"
            }
            Choice::Confirm(_) => match asked {
                Phrase::AskCancel { .. } => "choice-confirm-cancel",
                Phrase::AskErase { .. } => "choice-confirm-erase",
                Phrase::AskConfirm { .. } => "choice-confirm-booking",
                _ => "choice-confirm",
            },
            Choice::Back => "choice-back",
            Choice::StartOver => "choice-start-over",
            Choice::Stop => "choice-stop",
            Choice::Resume => "choice-resume",
            Choice::Show(_) => "choice-show",
            Choice::Change(_) | Choice::Cancel(_) => return self.manage_label(choice, asked),
            Choice::Coming(_) => "choice-coming",
            Choice::Keep if matches!(asked, Phrase::AskErase { .. }) => "choice-keep-data",
            Choice::Keep => "choice-keep",
            Choice::Documents(procedure) => match asked {
                Phrase::DocumentsAsk => return self.procedure(*procedure),
                Phrase::Booked { visit, .. } | Phrase::Moved { visit, .. }
                    if visit.procedures.len() > 1 =>
                {
                    args.set("procedure", self.procedure(*procedure));
                    "choice-documents-of"
                }
                _ => "choice-documents",
            },
            Choice::Language(language) => return language.endonym().to_owned(),
            Choice::WithdrawCase(_) => "choice-withdraw-case",
            Choice::CallBack(_) => "choice-call-back",
            Choice::CallAt(_, at) => return self.call_label(*at),
            Choice::AcceptCase(_) => "choice-accept-case",
            Choice::CloseCase(_) => "choice-close-case",
            Choice::Appeal => "choice-appeal",
            Choice::CountPeople
            | Choice::People(_)
            | Choice::WaitDay(_)
            | Choice::WaitAny
            | Choice::WaitLeave
            | Choice::TakeOffer(_)
            | Choice::DeclineOffer(_)
            | Choice::MyData
            | Choice::Messages(_)
            | Choice::EraseData => return self.label_about_reservations(choice, asked),
            Choice::Care(pick) => return self.care_label(pick, asked),
            Choice::Feedback(pick) => feedback_label(pick),
        };
        self.message(id, &args)
    }

    /// The words on a button that changes or cancels; in a list they name the visit.
    fn manage_label(&self, choice: &Choice, asked: &Phrase) -> String {
        let mut args = Args::new();
        let (Choice::Change(id) | Choice::Cancel(id)) = choice else {
            return String::new();
        };
        let is_change = matches!(choice, Choice::Change(_));
        let listed = match asked {
            Phrase::AskWhichToChange { list } | Phrase::AskWhichToCancel { list } => Some(list),
            _ => None,
        };
        if let Some((_, start)) = listed.and_then(|list| list.iter().find(|(one, _)| one == id)) {
            args.set("date", self.date(start.date()));
            args.set("time", self.time(start.time()));
        }
        let id = match (listed.is_some(), is_change) {
            (true, true) => "choice-change-one",
            (true, false) => "choice-cancel-one",
            (false, true) => "choice-change",
            (false, false) => "choice-cancel",
        };
        self.message(id, &args)
    }

    pub(super) fn answer(&self, entry: &EntryId, args: &mut Args) {
        let today = chrono::NaiveDate::MIN;
        let shown = self
            .subject
            .corpus
            .entry(entry)
            .and_then(|found| found.showable(self.language, today));
        if let Some(shown) = shown {
            args.set("question", shown.text.question.clone());
            args.set("answer", shown.text.answer.clone());
            args.set("reviewed", self.date_year(shown.approved_on));
        }
    }

    pub(super) fn title(&self, entry: &EntryId) -> String {
        self.subject
            .corpus
            .entry(entry)
            .map(|found| found.title(self.language).to_owned())
            .unwrap_or_default()
    }

    /// A date with its year and without its weekday.
    pub(super) fn date_year(&self, day: NaiveDate) -> String {
        let mut args = Args::new();
        args.set("year", number(day.year()));
        args.set("month", number(day.month()));
        args.set("day", number(day.day()));
        self.message("date-year", &args)
    }

    pub(super) fn date(&self, day: NaiveDate) -> String {
        let mut args = Args::new();
        args.set("year", number(day.year()));
        args.set("month", number(day.month()));
        args.set("day", number(day.day()));
        args.set("weekday", number(day.weekday().number_from_monday()));
        self.message("date", &args)
    }

    pub(super) fn time(&self, time: NaiveTime) -> String {
        let mut args = Args::new();
        args.set("hour", number(time.hour()));
        args.set("minute", number(time.minute()));
        args.set("minute2", format!("{:02}", time.minute()));
        self.message("time", &args)
    }

    pub(super) fn date_time(&self, at: NaiveDateTime) -> String {
        format!("{} {}", self.date(at.date()), self.time(at.time()))
    }

    pub(super) fn procedure(&self, procedure: Procedure) -> String {
        self.bare(procedure_id(procedure))
    }

    pub(super) fn procedures(&self, procedures: &[Procedure]) -> String {
        self.joined(
            procedures
                .iter()
                .map(|procedure| self.procedure(*procedure)),
        )
    }

    fn documents(&self, procedures: &[Procedure]) -> String {
        let lists: Vec<String> = procedures
            .iter()
            .map(|p| self.bare(documents_id(*p)))
            .collect();
        lists.join("\n")
    }

    pub(super) fn office(&self, id: &OfficeId) -> String {
        let name = self
            .subject
            .rules
            .office(id)
            .and_then(|office| office.name.get(self.language));
        name.unwrap_or(id.as_str()).to_owned()
    }

    pub(super) fn visit(&self, visit: &Visit, args: &mut Args) {
        let place = self
            .subject
            .rules
            .office(&visit.office)
            .and_then(|office| office.place.get(self.language));
        args.set(
            "procedures",
            self.procedures_for(&visit.procedures, visit.people),
        );
        args.set("office", self.office(&visit.office));
        args.set("place", place.unwrap_or_default().to_owned());
        args.set("date", self.date(visit.start.date()));
        args.set("time", self.time(visit.start.time()));
        args.set("minutes", number(visit.minutes));
        args.set("documents", self.documents(&visit.procedures));
        if let Some(code) = &visit.code {
            args.set("code", code.to_string());
        }
    }

    fn promised(
        &self,
        case: CaseId,
        promise: Promise,
        phone: &str,
        open: &'static str,
        closed: &'static str,
        args: &mut Args,
    ) -> &'static str {
        args.set("case", case_code(case));
        args.set("phone", phone.to_owned());
        args.set("promise", self.promise(promise));
        match promise {
            Promise::Within(_) | Promise::By(_) => open,
            Promise::After(_) => closed,
        }
    }

    pub(super) fn promise(&self, promise: Promise) -> String {
        let mut args = Args::new();
        match promise {
            Promise::Within(minutes) => {
                args.set("minutes", number(minutes));
                self.message("promise-within", &args)
            }
            Promise::By(at) => {
                args.set("date", self.date(at.date()));
                args.set("time", self.time(at.time()));
                self.message("promise-by", &args)
            }
            Promise::After(at) => {
                args.set("date", self.date(at.date()));
                args.set("time", self.time(at.time()));
                self.message("promise-after", &args)
            }
        }
    }
}
