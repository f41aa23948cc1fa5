//! The variables of the summary with which a case goes to the staff: one line of situation first, then only the lines
//! that say something.

use super::arguments::Args;
use super::names::{ask_id, case_code, channel_id, need_ids, trigger_id, urgency_id};
use super::{Locale, Scope, number};
use crate::desk::case::brief::{Booked, Handoff, HeldTicket, LanguageKnown};
use crate::desk::case::state::State;
use crate::desk::dates::{DayWish, TimeWish};
use crate::desk::faq::{EntryId, Subject};
use crate::desk::heard::Heard;
use crate::desk::language::Language;
use crate::desk::rules::civil;
use crate::desk::talk::{FormSummary, Step};

/// So much of a text is quoted, so that a summary is read at a glance and fits into one message.
const QUOTED_CHARS_MAX: usize = 200;
/// What a gloss names of the entries that come close.
const GLOSS_SIMILARITY: f32 = 0.45;

/// The parts of a summary, in Japanese, for pages that lay them out themselves. What says nothing is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The one line that says what it is about.
    pub situation: String,
    /// Why a person is needed.
    pub trigger: String,
    pub urgency: String,
    pub channel: String,
    /// How long the word has been with the staff.
    pub waiting: String,
    pub procedures: String,
    pub shown: Vec<String>,
    pub unhelpful: Vec<String>,
    pub form: String,
    pub booked: Vec<String>,
    pub ticket: String,
    pub asks: Vec<String>,
}

impl Locale {
    /// The parts of a summary.
    #[must_use]
    pub fn handoff_parts(&self, handoff: &Handoff, subject: super::Subject<'_>) -> Parts {
        let scope = Scope {
            locale: self,
            language: Language::Ja,
            subject,
        };
        let (case, brief) = (&handoff.case, &handoff.brief);
        let titles = |entries: &[EntryId]| {
            let titles = entries.iter().map(|entry| scope.title(entry));
            titles.filter(|title| !title.is_empty()).collect()
        };
        let since = case.waits_since.map(|since| handoff.now - since);
        let asks = handoff.to_ask().into_iter();
        let booked = handoff.booked.iter();
        Parts {
            situation: scope.situation(handoff),
            trigger: scope.bare(trigger_id(case.trigger)),
            urgency: scope.bare(urgency_id(case.urgency)),
            channel: scope.bare(channel_id(handoff.channel)),
            waiting: since.map_or_else(String::new, |since| scope.duration(since.num_minutes())),
            procedures: scope.procedures(&handoff.procedures()),
            shown: titles(&brief.shown),
            unhelpful: titles(&brief.unhelpful),
            form: brief
                .form
                .as_ref()
                .map_or_else(String::new, |form| scope.form(form)),
            booked: booked.map(|booked| scope.booked_line(booked)).collect(),
            ticket: (handoff.ticket.as_ref())
                .map_or_else(String::new, |one| scope.ticket_line(one)),
            asks: asks.map(|ask| scope.bare(ask_id(ask))).collect(),
        }
    }

    /// Minutes as a clerk says them: hours or days once there are many.
    #[must_use]
    pub fn duration(&self, minutes: i64, subject: super::Subject<'_>) -> String {
        Scope {
            locale: self,
            language: Language::Ja,
            subject,
        }
        .duration(minutes)
    }
}

/// The beginning of a text; all of it stands in the transcript.
fn clip(text: &str) -> String {
    let mut clipped: String = text.chars().take(QUOTED_CHARS_MAX).collect();
    if clipped.len() < text.len() {
        clipped.push('…');
    }
    clipped
}

impl Scope<'_> {
    pub(super) fn handoff(&self, handoff: &Handoff, args: &mut Args) {
        args.set("case", case_code(handoff.case.id));
        args.set("urgency", handoff.case.urgency.id());
        args.set("situation", self.situation(handoff));
        args.set("lines", self.handoff_lines(handoff).join("\n"));
        args.set("open", if handoff.case.is_open() { "yes" } else { "no" });
    }

    /// The one line that says it all: what about, why a person, in which language.
    pub(super) fn situation(&self, handoff: &Handoff) -> String {
        let procedures = handoff.procedures();
        let what = Some(self.procedures(&procedures)).filter(|_| !procedures.is_empty());
        let topic = handoff.case.topic.as_ref().map(|entry| self.title(entry));
        let known: Vec<String> = [what, topic].into_iter().flatten().collect();
        let mut args = Args::new();
        args.set(
            "what",
            if known.is_empty() {
                self.bare("handoff-unknown")
            } else {
                known.join(" – ")
            },
        );
        args.set("trigger", self.bare(trigger_id(handoff.case.trigger)));
        args.set("language", handoff.language.endonym());
        self.message("handoff-situation", &args)
    }

    fn handoff_lines(&self, handoff: &Handoff) -> Vec<String> {
        let brief = &handoff.brief;
        let mut lines = vec![self.standing(handoff)];
        let mut line = |id: &str, text: String| {
            if !text.trim().is_empty() {
                let mut args = Args::new();
                args.set("text", text);
                lines.push(self.message(id, &args));
            }
        };
        line("handoff-last", clip(&brief.last_text));
        if brief.last_question != brief.last_text {
            line("handoff-question", clip(&brief.last_question));
        }
        line("handoff-shown", self.titles(&brief.shown));
        line("handoff-unhelpful", self.titles(&brief.unhelpful));
        let missed: Vec<String> = brief.missed.iter().map(|text| clip(text)).collect();
        line("handoff-missed", missed.join("／"));
        let form = brief.form.as_ref().map(|form| self.form(form));
        line("handoff-form-line", form.unwrap_or_default());
        let booked = handoff.booked.iter().map(|booked| self.booked_line(booked));
        line("handoff-booked", booked.collect::<Vec<_>>().join("／"));
        let ticket = handoff
            .ticket
            .as_ref()
            .map(|ticket| self.ticket_line(ticket));
        line("handoff-ticket", ticket.unwrap_or_default());
        let call = handoff.call_back.as_ref().map(|call| {
            let (from, until) = (civil(call.from), civil(call.until));
            format!("{}～{}", self.date_time(from), self.time(until.time()))
        });
        line("handoff-call", call.unwrap_or_default());
        let asks = handoff
            .to_ask()
            .into_iter()
            .map(|ask| self.bare(ask_id(ask)));
        line("handoff-ask", asks.collect::<Vec<_>>().join("／"));
        line("handoff-suggestions", self.titles(&brief.suggestions));
        let mut args = Args::new();
        args.set("masked", number(brief.masked));
        lines.push(self.message("handoff-safety", &args));
        lines
    }

    /// Where the case stands: who has it, since when it waits, what was promised, from where and in which language.
    fn standing(&self, handoff: &Handoff) -> String {
        let case = &handoff.case;
        let mut args = Args::new();
        args.set("state", case.state.id());
        args.set(
            "owner",
            case.owner()
                .map_or("", |owner| owner.name.as_str())
                .to_owned(),
        );
        let since = case
            .waits_since
            .map_or(0, |since| (handoff.now - since).num_minutes());
        args.set(
            "waiting",
            if case.waits_since.is_some() {
                "yes"
            } else {
                "no"
            },
        );
        args.set("minutes", self.duration(since));
        args.set("opened", self.date_time(civil(case.opened_at)));
        args.set("due", self.date_time(civil(case.answer_by)));
        args.set("language", handoff.language.endonym());
        args.set(
            "known",
            if handoff.brief.known == LanguageKnown::Chosen {
                "chosen"
            } else {
                "guessed"
            },
        );
        args.set("channel", self.bare(channel_id(handoff.channel)));
        args.set("urgency", self.bare(urgency_id(case.urgency)));
        if let State::Closed { why, .. } = case.state {
            args.set("why", why.id());
        } else {
            args.set("why", "");
        }
        self.message("handoff-standing", &args)
    }

    /// Minutes as a clerk says them: days and hours once there are many.
    fn duration(&self, minutes: i64) -> String {
        let mut args = Args::new();
        let (id, n) = match minutes {
            // Less than nothing is after a clock was set back.
            ..120 => ("staff-duration-minutes", minutes.max(0)),
            120..2880 => ("staff-duration-hours", minutes / 60),
            _ => ("staff-duration-days", minutes / 1440),
        };
        args.set("n", number(i32::try_from(n).unwrap_or(i32::MAX)));
        self.message(id, &args)
    }

    fn titles(&self, entries: &[EntryId]) -> String {
        let titles = entries.iter().map(|entry| self.title(entry));
        titles
            .filter(|title| !title.is_empty())
            .collect::<Vec<_>>()
            .join("／")
    }

    fn booked_line(&self, booked: &Booked) -> String {
        let visit = &booked.visit;
        let mut args = Args::new();
        args.set(
            "code",
            visit
                .code
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        );
        args.set("when", self.date_time(visit.start));
        args.set("office", self.office(&visit.office));
        args.set("procedures", self.procedures(&visit.procedures));
        args.set("people", number(visit.people));
        args.set(
            "changed",
            if booked.changed.is_some() {
                "yes"
            } else {
                "no"
            },
        );
        args.set(
            "changed-at",
            booked
                .changed
                .map(|at| self.date_time(at))
                .unwrap_or_default(),
        );
        args.set(
            "checked",
            if booked.papers.is_some() { "yes" } else { "no" },
        );
        let (ready, of) = booked.papers.unwrap_or_default();
        args.set("ready", number(u32::try_from(ready).unwrap_or(u32::MAX)));
        args.set("of", number(u32::try_from(of).unwrap_or(u32::MAX)));
        self.message("handoff-booked-one", &args)
    }

    fn ticket_line(&self, ticket: &HeldTicket) -> String {
        let mut args = Args::new();
        args.set("number", ticket.number.to_string());
        args.set("state", ticket.state);
        let needs = need_ids(ticket.needs).into_iter().map(|id| self.bare(id));
        args.set("needs", needs.collect::<Vec<_>>().join("・"));
        args.set(
            "has-needs",
            if ticket.needs.is_none() { "no" } else { "yes" },
        );
        self.message("handoff-ticket-one", &args)
    }

    fn form(&self, form: &FormSummary) -> String {
        let mut args = Args::new();
        args.set("kind", if form.change { "change" } else { "new" });
        let step = match form.step {
            Step::Procedure => "procedure",
            Step::People => "people",
            Step::Office => "office",
            Step::Day => "day",
            Step::Time => "time",
            Step::Confirm => "confirm",
        };
        args.set("step", step);
        let parts = [
            Some(self.procedures(&form.procedures)).filter(|text| !text.is_empty()),
            form.office.as_ref().map(|office| self.office(office)),
            form.day.map(|day| self.date(day)),
            form.time.map(|time| self.time(time)),
        ];
        args.set(
            "details",
            parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
        );
        self.message("handoff-form", &args)
    }

    /// What was understood of somebody's words, for a clerk who does not read them: the title of the nearest entry, days,
    /// times, procedures, places. Empty where nothing was.
    pub(super) fn gloss(&self, heard: &Heard) -> String {
        let nearest = heard
            .hits
            .iter()
            .find(|hit| hit.similarity >= GLOSS_SIMILARITY);
        let title = nearest.map(|hit| match &hit.subject {
            Subject::Entry(entry) => self.title(entry),
            Subject::Action(action) => self.bare(super::names::action_id(*action)),
        });
        let title = title.map(|title| {
            let mut args = Args::new();
            args.set("title", title);
            self.message("handoff-near", &args)
        });
        let day = match &heard.when.day {
            Some(DayWish::On(day)) => Some(self.date(*day)),
            Some(DayWish::Between(first, last)) => {
                Some(format!("{}～{}", self.date(*first), self.date(*last)))
            }
            Some(DayWish::Soonest) => Some(self.bare("handoff-soonest")),
            Some(DayWish::Impossible) | None => None,
        };
        let time = match &heard.when.time {
            Some(TimeWish::At(time)) => Some(self.time(*time)),
            Some(TimeWish::Between(from, to)) => {
                Some(format!("{}～{}", self.time(*from), self.time(*to)))
            }
            Some(TimeWish::Impossible) | None => None,
        };
        let procedures = Some(self.procedures(&heard.procedures)).filter(|text| !text.is_empty());
        let office = heard.office.as_ref().map(|office| self.office(office));
        let code = heard.code.as_ref().map(ToString::to_string);
        [title, procedures, day, time, office, code]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("／")
    }
}
