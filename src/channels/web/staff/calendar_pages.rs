//! The pages of the calendar: what was entered, the form to enter more, and the question before it counts.

use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

use super::calendar::{Draft, Kind, REASON_CHARS_MAX};
use super::pages::{self, Frame, Told, Words};
use super::{Clerk, terms};
use crate::desk::calendar::{Change, Entry};
use crate::desk::closing::ClosingReason;
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, Rules};
use crate::desk::slots::COUNTERS_MAX;

/// What came of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) affected: u32,
    pub(super) offered: u32,
    pub(super) to_call: u32,
}

/// What was entered, and the form.
pub(super) struct Log<'a> {
    pub(super) clerk: &'a Clerk,
    pub(super) rules: &'a Rules,
    /// The oldest first.
    pub(super) entries: &'a [Entry],
    pub(super) year: i32,
    pub(super) office: Option<&'a OfficeId>,
    pub(super) draft: &'a Draft,
    pub(super) today: NaiveDate,
    pub(super) outcome: Option<Outcome>,
    pub(super) key: &'a str,
    pub(super) told: Option<&'a Told>,
}

impl Log<'_> {
    pub(super) fn markup(&self, t: &Words<'_>) -> Markup {
        let content = html! {
            @if let Some(outcome) = self.outcome { (outcome.markup(t)) }
            @if self.clerk.may(Right::Calendar) { (self.form(t)) } @else {
                p class="notice" { (t("staff-desk-entry-supervisor")) }
            }
            (self.entries(t))
        };
        let frame = Frame {
            title: &t("staff-desk-calendar"),
            here: "/staff/calendar",
            clerk: Some(self.clerk),
            told: self.told,
        };
        frame.markup(t, &content)
    }

    fn form(&self, t: &Words<'_>) -> Markup {
        let draft = self.draft;
        let day = draft.day.map(terms::iso).unwrap_or_default();
        html! {
            section aria-labelledby="enter" {
                h2 id="enter" { (t("staff-desk-entry")) }
                form class="wish" method="post" action="/staff/calendar" {
                    input type="hidden" name="key" value=(self.key);
                    div class="row" {
                        div class="field" {
                            label for="on" { (t("staff-desk-day")) }
                            input id="on" name="on" type="date" required autofocus min=(terms::iso(self.today)) value=(day);
                        }
                        div class="field" {
                            label for="where" { (t("staff-desk-office")) }
                            select id="where" name="where" {
                                option value="" { (t("staff-desk-all-offices")) }
                                @for office in &self.rules.offices {
                                    option value=(office.id) selected[draft.office == office.id.as_str()] {
                                        (terms::office(office))
                                    }
                                }
                            }
                        }
                    }
                    (self.kinds(t))
                    (self.reasons(t))
                    button class="solid" accesskey="b" { (t("staff-desk-entry-next")) }
                }
            }
        }
    }

    fn kinds(&self, t: &Words<'_>) -> Markup {
        let draft = self.draft;
        html! {
            fieldset id="kind" class="checks" tabindex="-1" {
                legend { (t("staff-desk-entry-what")) }
                @for kind in Kind::ALL {
                    label {
                        input type="radio" name="kind" value=(kind.id()) required checked[draft.kind == Some(kind)];
                        " " (t(kind_id(kind)))
                    }
                }
            }
            div class="row" {
                div class="field" {
                    label for="opens" { (t("staff-desk-opens")) }
                    input id="opens" name="opens" type="time" step="600" value=(draft.opens);
                }
                div class="field" {
                    label for="closes" { (t("staff-desk-closes")) }
                    input id="closes" name="closes" type="time" step="600" value=(draft.closes);
                }
                div class="field" {
                    label for="counters" { (t("staff-desk-counters")) }
                    input id="counters" name="counters" type="number" min="1" max=(COUNTERS_MAX) value=(draft.counters);
                }
            }
        }
    }

    fn reasons(&self, t: &Words<'_>) -> Markup {
        html! {
            div class="row" {
                div class="field wide" {
                    label for="text" { (t("staff-desk-entry-text")) }
                    input id="text" name="text" required maxlength=(REASON_CHARS_MAX) autocomplete="off"
                        value=(self.draft.reason);
                }
                div class="field" {
                    label for="why" { (t("staff-desk-why")) }
                    select id="why" name="why" aria-describedby="why-hint" {
                        @for why in ClosingReason::ALL {
                            option value=(why.id()) selected[why == self.draft.why] { (t(terms::closing_id(why))) }
                        }
                    }
                    p class="hint" id="why-hint" { (t("staff-desk-why-hint")) }
                }
            }
        }
    }

    fn entries(&self, t: &Words<'_>) -> Markup {
        let is_shown = |entry: &&Entry| {
            let is_here = self.office.is_none()
                || entry.office.is_none()
                || entry.office.as_ref() == self.office;
            entry.day.year() == self.year && is_here
        };
        let mut shown: Vec<&Entry> = self.entries.iter().filter(is_shown).collect();
        // The newest entry of a day counts; it stands first.
        shown.reverse();
        html! {
            h2 { (t("staff-desk-entries")) " " (self.year) (t("staff-desk-year-unit")) }
            form class="place" method="get" action="/staff/calendar" {
                label for="year" { (t("staff-desk-year")) }
                input id="year" name="year" type="number" min="2020" max="2100" value=(self.year);
                label for="office" { (t("staff-desk-office")) }
                select id="office" name="office" {
                    option value="" { (t("staff-desk-all-offices")) }
                    (pages::office_options(self.rules, self.clerk, Right::SeeFigures, self.office))
                }
                button class="outline" { (t("staff-desk-show")) }
            }
            @if shown.is_empty() { p { (t("staff-desk-no-entries")) } } @else {
                table class="cards" {
                    caption { (t("staff-desk-entries-caption")) }
                    thead { tr {
                        th scope="col" { (t("staff-desk-day")) }
                        th scope="col" { (t("staff-desk-office")) }
                        th scope="col" { (t("staff-desk-entry-what")) }
                        th scope="col" { (t("staff-desk-entry-reason-head")) }
                        th scope="col" { (t("staff-desk-entered-by")) }
                        th scope="col" { (t("staff-desk-entered-at")) }
                    } }
                    tbody { @for entry in shown { (self.row(t, entry)) } }
                }
            }
        }
    }

    fn row(&self, t: &Words<'_>, entry: &Entry) -> Markup {
        html! { tr {
            th scope="row" data-label=(t("staff-desk-day")) { (terms::day(entry.day)) }
            td data-label=(t("staff-desk-office")) { (office(t, self.rules, entry)) }
            td data-label=(t("staff-desk-entry-what")) { (terms::change(t, entry)) }
            td data-label=(t("staff-desk-entry-reason-head")) { (entry.reason) }
            td data-label=(t("staff-desk-entered-by")) { (entry.who) }
            td data-label=(t("staff-desk-entered-at")) { (terms::instant(entry.at)) }
        } }
    }
}

const fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Closed => "staff-desk-kind-closed",
        Kind::Hours => "staff-desk-kind-hours",
        Kind::Counters => "staff-desk-kind-counters",
        Kind::Rule => "staff-desk-kind-rule",
    }
}

/// Where an entry counts.
fn office(t: &Words<'_>, rules: &Rules, entry: &Entry) -> String {
    match &entry.office {
        Some(id) => terms::office_of(rules, id).to_owned(),
        None => t("staff-desk-all-offices"),
    }
}

impl Outcome {
    fn markup(self, t: &Words<'_>) -> Markup {
        let unit = t("staff-desk-visits-unit");
        html! {
            section aria-labelledby="outcome" {
                h2 id="outcome" { (t("staff-desk-outcome")) }
                dl class="counts" {
                    div { dt { (t("staff-desk-affected")) } dd { (self.affected) (unit) } }
                    div { dt { (t("staff-desk-offered")) } dd { (self.offered) (unit) } }
                    div { dt { (t("staff-desk-must-call")) } dd { (self.to_call) (unit) } }
                }
                p { a class="button" href="/staff/conflicts" { (t("staff-desk-to-conflicts")) } }
            }
        }
    }
}

/// The question before an entry counts.
pub(super) struct Confirm<'a> {
    pub(super) clerk: &'a Clerk,
    pub(super) rules: &'a Rules,
    pub(super) draft: &'a Draft,
    pub(super) entry: &'a Entry,
    pub(super) key: &'a str,
}

impl Confirm<'_> {
    pub(super) fn markup(&self, t: &Words<'_>) -> Markup {
        let entry = self.entry;
        let fields = self.draft.fields();
        let back: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let tells_people = entry.change != Change::Rule;
        let content = html! {
            dl class="facts" {
                div { dt { (t("staff-desk-day")) } dd { (terms::day(entry.day)) } }
                div { dt { (t("staff-desk-office")) } dd { (office(t, self.rules, entry)) } }
                div { dt { (t("staff-desk-entry-what")) } dd { (terms::change(t, entry)) } }
                div { dt { (t("staff-desk-entry-text")) } dd { (entry.reason) } }
                @if tells_people { div { dt { (t("staff-desk-why")) } dd { (t(terms::closing_id(self.draft.why))) } } }
            }
            p class="notice" {
                @if tells_people { (t("staff-desk-entry-tells")) } @else { (t("staff-desk-entry-quiet")) }
            }
            form class="buttons" method="post" action="/staff/calendar" {
                (pages::hidden(&fields))
                input type="hidden" name="key" value=(self.key);
                input type="hidden" name="confirm" value="1";
                a class="button" href=(super::address("/staff/calendar", &back)) { (t("staff-desk-entry-back")) }
                button class="danger" { (t("staff-desk-entry-do")) }
            }
        };
        let frame = Frame {
            title: &t("staff-desk-entry-sure"),
            here: "/staff/calendar",
            clerk: Some(self.clerk),
            told: None,
        };
        frame.markup(t, &content)
    }
}
