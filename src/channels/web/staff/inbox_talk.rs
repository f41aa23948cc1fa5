//! The conversation of a case: what was said on both sides, what became of each answer, and the form for the next one.

use chrono::{DateTime, TimeDelta, Utc};
use maud::{Markup, html};

use super::inbox::{TEXT_CHARS_MAX, View, address};
use super::inbox_aids::Shown;
use super::inbox_case::Sheet;
use super::inbox_list::when;
use super::inbox_notices::{failure_id, said_id};
use super::{pages, terms};
use crate::app::cases::{ANSWERS, Delivery, Line};
use crate::app::inbox::Suggestion;
use crate::channels::web::page::html_lang;
use crate::desk::case::state::State;
use crate::desk::faq::EntryId;
use crate::desk::language::Language;
use crate::desk::message::Channel;
use crate::ids::OutgoingId;

/// What was said earlier than this before a case opened belongs to another conversation and is folded.
const EARLIER_MINUTES: i64 = 60;

/// Something the desk or a clerk has said.
pub(super) struct Utterance<'a> {
    pub(super) id: OutgoingId,
    at: DateTime<Utc>,
    phrase: &'a str,
    pub(super) text: &'a str,
    pub(super) language: Language,
    entries: &'a [EntryId],
    pub(super) delivery: &'a Delivery,
    is_of_case: bool,
}

impl Utterance<'_> {
    /// Whether a clerk says it: that it arrives is what the case waits for.
    pub(super) fn is_answer(&self) -> bool {
        self.is_of_case && ANSWERS.contains(&self.phrase)
    }
}

impl Sheet {
    /// A line of the desk's, or of a clerk's.
    pub(super) fn told<'a>(&self, line: &'a Line) -> Option<Utterance<'a>> {
        match line {
            Line::Citizen { .. } => None,
            Line::Desk {
                id,
                at,
                phrase,
                text,
                language,
                entries,
                case,
                delivery,
            } => Some(Utterance {
                id: *id,
                at: *at,
                phrase,
                text,
                language: *language,
                entries,
                delivery,
                is_of_case: *case == Some(self.case().id),
            }),
        }
    }

    pub(super) fn talk(&self, view: &View<'_>) -> Markup {
        let begins = self.case().opened_at - TimeDelta::minutes(EARLIER_MINUTES);
        let (earlier, own): (Vec<&Line>, Vec<&Line>) =
            self.file.lines.iter().partition(|line| line.at() < begins);
        html! {
            @if !earlier.is_empty() {
                details id="earlier" {
                    summary { (view.say_count("staff-inbox-earlier", earlier.len())) }
                    ol class="lines" role="list" { @for line in earlier { (self.line(view, line)) } }
                }
            }
            ol class="lines" role="list" { @for line in own { (self.line(view, line)) } }
        }
    }

    fn line(&self, view: &View<'_>, line: &Line) -> Markup {
        match (line, self.told(line)) {
            (_, Some(told)) if told.is_answer() => self.answer(view, &told),
            (_, Some(told)) => self.said(view, &told),
            (Line::Citizen { at, text, .. }, None) => self.citizen(view, *at, text),
            (Line::Desk { .. }, None) => html! {},
        }
    }

    fn citizen(&self, view: &View<'_>, at: DateTime<Utc>, text: &str) -> Markup {
        let t = view.t;
        html! {
            li class="citizen" data-citizen=(at.timestamp_millis()) {
                p class="who" { (t("staff-inbox-citizen")) " " time { (when(at, self.now)) } }
                @if text.is_empty() {
                    p class="hint" { (t("staff-inbox-pressed")) }
                } @else {
                    p class="text" { bdi lang=(html_lang(self.language().tag())) { (text) } }
                    (self.gloss(view, text))
                    @if view.may_answer() { (self.read_button(view, at)) }
                }
            }
        }
    }

    /// What the desk has said by itself, shortened to what it was about.
    fn said(&self, view: &View<'_>, told: &Utterance<'_>) -> Markup {
        let t = view.t;
        let titles = told
            .entries
            .iter()
            .map(|entry| view.web.app.entry_title(entry));
        let titles: Vec<String> = titles.filter(|title| !title.is_empty()).collect();
        let about = if titles.is_empty() {
            t(said_id(told.phrase))
        } else {
            format!("{} {}", t("staff-inbox-said-answer"), titles.join("／"))
        };
        html! {
            li class="desk" {
                p class="who" { (t("staff-inbox-desk")) " " time { (when(told.at, self.now)) } }
                details id={ "line-" (told.id) } {
                    summary { (about) }
                    p class="text" { bdi lang=(html_lang(told.language.tag())) { (told.text) } }
                }
                @if let Delivery::Failed(reason) = told.delivery { (self.failed(view, told, reason)) }
            }
        }
    }

    /// What a clerk has answered, and what became of it.
    fn answer(&self, view: &View<'_>, told: &Utterance<'_>) -> Markup {
        let t = view.t;
        let mut answers = self
            .file
            .events
            .iter()
            .filter(|event| event.step == "answer");
        let who = answers
            .find(|event| event.at == told.at)
            .map(|event| event.who.trim_start_matches("clerk:"));
        html! {
            li class="clerk" id={ "answer-" (told.id) } {
                p class="who" {
                    (t("staff-inbox-clerk")) " "
                    @if let Some(who) = who { bdi { (who) } " " }
                    time { (when(told.at, self.now)) }
                }
                @if let Some(entry) = told.entries.first() {
                    p class="hint" { (t("staff-inbox-said-answer")) " " (view.web.app.entry_title(entry)) }
                }
                p class="text" { bdi lang=(html_lang(told.language.tag())) { (told.text) } }
                (self.delivery(view, told))
            }
        }
    }

    fn delivery(&self, view: &View<'_>, told: &Utterance<'_>) -> Markup {
        let t = view.t;
        let is_web = self.file.handoff.channel == Channel::Web;
        html! {
            @match told.delivery {
                Delivery::OnItsWay if is_web => { p class="delivery waits" { "… " (t("staff-inbox-waits-for-page")) } },
                Delivery::OnItsWay => { p class="delivery waits" { "… " (t("staff-inbox-on-its-way")) } },
                Delivery::Answered => { p class="delivery good" { "✓ " (t("staff-inbox-arrived")) } },
                Delivery::Arrived(at) => {
                    p class="delivery good" {
                        "✓ " (t("staff-inbox-arrived"))
                        @if let Some(at) = at { " " time { (when(*at, self.now)) } }
                    }
                },
                Delivery::Shown(at) => {
                    p class="delivery good" { "✓ " (t("staff-inbox-shown")) " " time { (when(*at, self.now)) } }
                },
                Delivery::Failed(reason) => { (self.failed(view, told, reason)) },
            }
        }
    }

    /// Why it did not arrive, and what else can be done.
    fn failed(&self, view: &View<'_>, told: &Utterance<'_>, reason: &str) -> Markup {
        let t = view.t;
        let handoff = &self.file.handoff;
        let may = view.may_answer();
        html! {
            div class="delivery bad" {
                p { strong { "✗ " (t("staff-inbox-not-arrived")) } "（" (t(failure_id(reason))) "）" }
                @if told.is_answer() {
                    p { (t("staff-inbox-second-way")) }
                    ul {
                        @if let Some(call) = handoff.call_back.as_ref().filter(|_| may) {
                            li { "☎ " (t("staff-inbox-way-call")) " " (pages::phone(&call.phone)) }
                        }
                        @for phone in self.phones.iter().filter(|_| may) {
                            li { "☎ " (t("staff-inbox-way-contact")) " " (pages::phone(phone)) }
                        }
                        @if let Some(booked) = handoff.booked.first() {
                            li { (t("staff-inbox-way-visit")) " " (terms::moment(booked.visit.start)) }
                        }
                        @if handoff.ticket.is_some() { li { (t("staff-inbox-way-hall")) } }
                        li {
                            a href={ (address(self.case().id)) "/letter?row=" (told.id) } { (t("staff-inbox-way-print")) }
                        }
                    }
                }
            }
        }
    }

    // The next answer.

    /// Everything that helps to answer, section by section, and then the form. A section may carry forms of its own, or
    /// buttons that belong to the form below by `form="reply-form"`.
    pub(super) fn answering(&self, view: &View<'_>, shown: &Shown) -> Markup {
        let t = view.t;
        let aids = [
            self.suggestions(view),
            Some(self.finding(view, shown)),
            Some(self.canned(view, shown)),
        ];
        html! {
            section id="answering" class="answering" aria-labelledby="reply-title" {
                h2 id="reply-title" { (t("staff-inbox-reply")) }
                div id="part-reply" data-part { (self.reply_state(view)) }
                @if view.may_answer() && self.case().is_open() {
                    @for aid in aids.into_iter().flatten() { div class="aid" { (aid) } }
                    (self.reply_form(view, shown))
                    (self.drafted(view, shown))
                } @else if !shown.reply.is_empty() {
                    // It is over: what was typed can still be copied.
                    p { (t("staff-inbox-typed")) }
                    p class="text typed" { (shown.reply) }
                }
            }
        }
    }

    /// To whom an answer would go, and whether somebody else has the case by now.
    pub(super) fn reply_state(&self, view: &View<'_>) -> Markup {
        let (t, case) = (view.t, self.case());
        let other = case.owner().filter(|owner| owner.name != view.clerk.name);
        html! {
            @if !case.is_open() {
                p class="notice" { (t("staff-inbox-reply-over")) }
            } @else if !view.may_answer() {
                p class="notice" { (t("staff-inbox-reply-not-yours")) }
            } @else if let Some(owner) = other {
                p class="notice bad" { (view.say("staff-inbox-reply-taken", &[("owner", owner.name.as_str())])) }
            } @else if case.state == State::Queued {
                p class="hint" { (t("staff-inbox-reply-takes")) }
            }
        }
    }

    fn suggestions(&self, view: &View<'_>) -> Option<Markup> {
        let case = self.case();
        let entries = &self.file.handoff.brief.suggestions;
        let suggestions = entries
            .iter()
            .map(|e| view.web.app.suggestion(case.id, e, self.language()));
        let suggestions: Vec<Suggestion> = suggestions.collect();
        (!suggestions.is_empty()).then(|| {
            html! {
                h3 { ((view.t)("staff-inbox-suggestions")) }
                @for suggestion in &suggestions { (self.suggestion(view, "suggestion", suggestion)) }
            }
        })
    }

    /// A reviewed answer, folded up, with the button that sends it.
    pub(super) fn suggestion(
        &self,
        view: &View<'_>,
        list: &str,
        suggestion: &Suggestion,
    ) -> Markup {
        let (t, case) = (view.t, self.case());
        html! {
            details class="suggestion" id={ (list) "-" (suggestion.entry) } {
                summary { (suggestion.title) }
                @match &suggestion.theirs {
                    None => { p { (t("staff-inbox-suggestion-withheld")) } },
                    Some((text, shown)) => {
                        div class="beside" {
                            div {
                                h4 { (t("staff-inbox-goes-out")) " " span lang=(html_lang(shown.tag())) { (shown.endonym()) } }
                                p class="text" lang=(html_lang(shown.tag())) { (text) }
                            }
                            @if *shown != Language::Ja && !suggestion.japanese.is_empty() {
                                div { h4 { (t("staff-inbox-in-japanese")) } p class="text" { (suggestion.japanese) } }
                            }
                        }
                        form method="post" action={ (address(case.id)) "/do" } {
                            (view.hidden("send", case))
                            input type="hidden" name="entry" value=(suggestion.entry);
                            button { (t("staff-inbox-send-entry")) span class="hidden" { " " (suggestion.title) } }
                        }
                    },
                }
            }
        }
    }

    fn reply_form(&self, view: &View<'_>, shown: &Shown) -> Markup {
        let t = view.t;
        let language = self.language().endonym();
        let is_foreign = self.is_foreign();
        let hint = if is_foreign {
            "staff-inbox-reply-foreign"
        } else {
            "staff-inbox-reply-japanese"
        };
        html! {
            form id="reply-form" method="post" action={ (address(self.case().id)) "/reply" } class="reply" {
                input type="hidden" name="key" value=(view.key);
                label for="reply" { (t("staff-inbox-reply-text")) }
                p id="reply-hint" class="hint" { (view.say(hint, &[("language", language)])) }
                textarea id="reply" name="text" rows="6" maxlength=(TEXT_CHARS_MAX) required
                    aria-describedby="reply-hint reply-count reply-number" { (shown.reply) }
                p id="reply-count" class="hint" data-most=(TEXT_CHARS_MAX) {
                    (view.say_count("staff-inbox-most", TEXT_CHARS_MAX))
                }
                p id="reply-number" class="notice bad" role="status" data-warning=(t("staff-inbox-number-warning")) hidden {}
                div class="buttons" {
                    button class="solid" id="send" { (t("staff-inbox-send")) }
                    @if is_foreign && view.web.app.translates() {
                        button id="translate" name="what" value="translate"
                            formaction={ (address(self.case().id)) "/aid#draft" } { (t("staff-inbox-translate")) }
                    }
                }
            }
        }
    }
}
