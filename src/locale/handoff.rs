//! The variables of the summary with which a case goes to the staff.

use super::arguments::Args;
use super::names::{case_code, channel_id};
use super::{Scope, number};
use crate::desk::escalation::{Handoff, LanguageKnown};
use crate::desk::faq::EntryId;
use crate::desk::talk::{FormSummary, Step};

impl Scope<'_> {
    pub(super) fn handoff(&self, handoff: &Handoff, args: &mut Args) {
        let none = self.bare("handoff-none");
        let or_none = |text: String| {
            if text.trim().is_empty() {
                none.clone()
            } else {
                text
            }
        };
        let titles = |entries: &[EntryId]| {
            or_none(
                entries
                    .iter()
                    .map(|e| self.title(e))
                    .collect::<Vec<_>>()
                    .join("／"),
            )
        };
        args.set("case", case_code(handoff.case));
        args.set("trigger", handoff.trigger.id());
        args.set("opened", self.date_time(handoff.opened));
        args.set("promise", self.promise(handoff.promise));
        args.set("language", handoff.language.endonym());
        args.set(
            "known",
            if handoff.known == LanguageKnown::Chosen {
                "chosen"
            } else {
                "guessed"
            },
        );
        args.set("channel", self.bare(channel_id(handoff.channel)));
        args.set(
            "topic",
            or_none(
                handoff
                    .topic
                    .as_ref()
                    .map(|e| self.title(e))
                    .unwrap_or_default(),
            ),
        );
        args.set("last", or_none(handoff.last_text.clone()));
        args.set("shown", titles(&handoff.shown));
        args.set("missed", or_none(handoff.missed.join("／")));
        args.set(
            "form",
            handoff
                .form
                .as_ref()
                .map_or_else(|| none.clone(), |form| self.form(form)),
        );
        let visits = handoff.reservations.iter().map(|visit| {
            let code = visit
                .code
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
            format!(
                "{code} {} {}",
                self.date_time(visit.start),
                self.procedures(&visit.procedures)
            )
        });
        args.set(
            "reservations",
            or_none(visits.collect::<Vec<_>>().join("／")),
        );
        args.set("masked", number(handoff.masked));
        args.set("suggestions", titles(&handoff.suggestions));
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
}
