//! The page of a case: what it is about in ten seconds, who has it and what may be done, and what the staff note.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::inbox::{TEXT_CHARS_MAX, View, address};
use super::inbox_aids::Shown;
use super::inbox_list::{self, bar, code, is_overdue, is_theirs, urgency, when};
use super::inbox_notices::{alarm_id, close_id, step_id};
use super::{Clerk, Web, terms};
use crate::app::AppError;
use crate::app::cases::{CaseEvent, CaseFile, CaseLine};
use crate::app::inbox::Parts;
use crate::channels::web::page::html_lang;
use crate::desk::abuse::Block;
use crate::desk::case::brief::LanguageKnown;
use crate::desk::case::handover;
use crate::desk::case::state::{Alarm, Case, CloseReason, State};
use crate::desk::case::trigger::Urgency;
use crate::desk::feedback::Verdict;
use crate::desk::language::Language;
use crate::desk::rights::Right;
use crate::desk::rules::civil;
use crate::ids::CaseId;

/// A case as its page shows it.
pub(super) struct Sheet {
    pub(super) file: CaseFile,
    pub(super) parts: Parts,
    /// The numbers that staff noted with the citizen's visits.
    pub(super) phones: Vec<String>,
    /// How the citizen has found the work on it.
    verdict: Option<Verdict>,
    /// The block against which they appeal in it.
    block: Option<Block>,
    /// The sheets with which somebody was sent on.
    pub(super) sheets: Vec<handover::Sheet>,
    /// The cases nobody has taken, this one or others.
    unowned: Vec<CaseLine>,
    pub(super) now: DateTime<Utc>,
}

impl Sheet {
    /// Reads a case, with what else waits for the clerk; nothing where there is none.
    pub(super) fn read(web: &Web, clerk: &Clerk, id: CaseId) -> Result<Option<Sheet>, AppError> {
        let Some(file) = web.app.case_file(id)? else {
            return Ok(None);
        };
        let waiting = web.app.inbox()?.into_iter();
        Ok(Some(Sheet {
            parts: web.app.handoff_parts(&file.handoff),
            phones: web.app.contact_phones(file.handoff.case.resident)?,
            verdict: web.app.case_verdict(&file.handoff.case)?,
            block: web.app.block_of_case(id)?,
            sheets: web.app.sheets_of(id)?,
            unowned: waiting
                .filter(|line| line.handoff.case.state == State::Queued && is_theirs(clerk, line))
                .collect(),
            now: web.app.now(),
            file,
        }))
    }

    pub(super) const fn case(&self) -> &Case {
        &self.file.handoff.case
    }

    /// The language of the citizen.
    pub(super) const fn language(&self) -> Language {
        self.file.handoff.language
    }

    pub(super) fn title(&self, view: &View<'_>) -> String {
        format!("{} {}", code(self.case().id), (view.t)("staff-inbox-case"))
    }

    /// The page without its frame. What somebody types in stands outside of the parts that change by themselves.
    pub(super) fn page(&self, view: &View<'_>, shown: &Shown, sent: Option<&str>) -> Markup {
        let t = view.t;
        let id = self.case().id;
        html! {
            link rel="stylesheet" href="/assets/inbox.css";
            (bar(view))
            div id="inbox" class="case" data-events={ (address(id)) "/events" } data-key=(view.key) data-here=[view.presence()]
                data-lost=(t("staff-inbox-lost")) data-ended=(t("staff-floor-ended"))
                data-draft={ "case-" (id) } data-sent=[sent] data-wrote=(t("staff-inbox-wrote")) {
                div id="part-box" data-part { (self.part_box(view)) }
                div id="part-head" class="head" data-part { (self.head(view)) }
                div id="part-summary" class="summary" data-part { (self.summary(view)) }
                section class="talk" aria-labelledby="talk-title" {
                    h2 id="talk-title" { (t("staff-inbox-talk")) }
                    (self.reading(view, shown))
                    div id="part-talk" data-part { (self.talk(view)) }
                }
                (self.answering(view, shown))
                (self.noting(view, shown))
                div class="history" {
                    (self.handing_over(view, shown))
                    (self.blocking(view))
                    div id="part-history" data-part { (self.history(view)) }
                }
            }
            script src="/assets/inbox.js" defer {}
        }
    }

    /// What changes by itself: each part takes the place of the one with its id.
    pub(super) fn live(&self, view: &View<'_>) -> Markup {
        html! {
            div id="part-box" { (self.part_box(view)) }
            div id="part-head" { (self.head(view)) }
            div id="part-summary" { (self.summary(view)) }
            div id="part-talk" { (self.talk(view)) }
            div id="part-reply" { (self.reply_state(view)) }
            div id="part-notes" { (self.notes(view)) }
            div id="part-sheets" { (self.sheets_made(view)) }
            div id="part-history" { (self.history(view)) }
        }
    }

    fn part_box(&self, view: &View<'_>) -> Markup {
        html! {
            p class="to-list" {
                a href="/staff/cases" { "← " ((view.t)("staff-inbox-to-list")) }
                " " (view.say_count("staff-inbox-count-unowned", self.unowned.len()))
            }
            (inbox_list::news(view, self.unowned.iter()))
        }
    }

    // The head: the situation, who has it, and the buttons.

    fn head(&self, view: &View<'_>) -> Markup {
        let case = self.case();
        let is_late = is_overdue(case, self.now);
        html! {
            p class="situation" { (urgency(case.urgency, &self.parts)) " " bdi { (self.parts.situation) } }
            p class="standing" {
                strong { (self.standing(view)) }
                @if case.is_open() && case.waits_since.is_some() {
                    " ／ " ((view.t)("staff-inbox-waits")) " " (self.parts.waiting)
                    " ／ " ((view.t)("staff-inbox-due")) " " (when(case.answer_by, self.now))
                    @if is_late { " " strong class="mark late" { "⚠ " ((view.t)(alarm_id(case.alarm))) } }
                }
            }
            (self.appeal(view))
            (self.found(view))
            @if view.may_answer() && case.is_open() { (self.deeds(view)) }
        }
    }

    /// What is looked at in an appeal: whoever closes the case decides on it.
    fn appeal(&self, view: &View<'_>) -> Markup {
        let block = self.block.as_ref().filter(|block| block.is_on(self.now));
        html! {
            @if let Some(block) = block {
                @let code = code(self.case().id);
                @let until = terms::instant(block.until);
                @let values = [("case", code.as_str()), ("until", until.as_str()), ("by", block.by.as_str()),
                    ("reason", block.reason.id())];
                p class="notice appeal" { (view.say("staff-appeal", &values)) }
                @if view.clerk.may_for_all(Right::Block) {
                    p { a href="/staff/blocks" { ((view.t)("staff-blocks")) } }
                }
            }
        }
    }

    /// How the citizen has found it, in one line.
    fn found(&self, view: &View<'_>) -> Markup {
        let t = view.t;
        html! {
            @if let Some(verdict) = self.verdict {
                p class="found" {
                    (t("staff-inbox-found")) " "
                    strong {
                        @if verdict.is_good() { (t("staff-review-feedback-good")) } @else { (t("staff-review-feedback-bad")) }
                    }
                    @if let Some(reason) = verdict.reason() { "（" (view.web.app.reason_words(reason, Language::Ja)) "）" }
                }
            }
        }
    }

    /// Who has it and whose turn it is, in words.
    pub(super) fn standing(&self, view: &View<'_>) -> String {
        let case = self.case();
        let somebody = || (view.t)("staff-inbox-somebody");
        let owner = case
            .owner()
            .map_or_else(somebody, |owner| owner.name.clone());
        let owner = [("owner", owner.as_str())];
        match &case.state {
            State::Queued => (view.t)("staff-inbox-state-queued"),
            State::Accepted(_) => view.say("staff-inbox-state-accepted", &owner),
            State::Answered(_) => view.say("staff-inbox-state-answered", &owner),
            State::Waiting(_) => view.say("staff-inbox-state-waiting", &owner),
            State::Closed { at, why, .. } => {
                let why = (view.t)(close_id(*why));
                let at = when(*at, self.now);
                let values = [("why", why.as_str()), ("time", at.as_str())];
                view.say("staff-inbox-state-closed", &values)
            }
        }
    }

    fn is_mine(&self, view: &View<'_>) -> bool {
        let owner = self.case().owner();
        owner.is_some_and(|owner| owner.name == view.clerk.name)
    }

    /// Whether a colleague has it: who ends or hands over what they are at has to take it over first.
    pub(super) fn is_of_another(&self, view: &View<'_>) -> bool {
        self.case().is_accepted() && !self.is_mine(view)
    }

    fn deeds(&self, view: &View<'_>) -> Markup {
        let (t, case) = (view.t, self.case());
        let at = format!("{}/do", address(case.id));
        html! {
            div class="buttons" {
                @if case.state == State::Queued {
                    form method="post" action=(at) {
                        (view.hidden("accept", case))
                        button id="accept" class="solid" { (t("staff-inbox-accept")) }
                    }
                } @else if self.is_mine(view) {
                    form method="post" action=(at) {
                        (view.hidden("release", case))
                        button id="release" { (t("staff-inbox-release")) }
                    }
                } @else {
                    a class="button" id="take-over" href={ (address(case.id)) "/take-over" } {
                        (t("staff-inbox-take-over"))
                    }
                }
                (self.ranking(view, &at))
                @if self.is_of_another(view) {
                    p class="hint" { (t("staff-inbox-others")) }
                } @else {
                    (self.closing(view, &at))
                }
            }
        }
    }

    fn ranking(&self, view: &View<'_>, at: &str) -> Markup {
        let (t, case) = (view.t, self.case());
        let words = [
            (Urgency::Urgent, "staff-inbox-urgent"),
            (Urgency::Soon, "staff-inbox-soon"),
            (Urgency::Normal, "staff-inbox-normal"),
        ];
        html! {
            details id="ranking" {
                summary { (t("staff-inbox-rank")) }
                form method="post" action=(at) class="deed" {
                    (view.hidden("rank", case))
                    fieldset {
                        legend { (t("staff-inbox-rank")) }
                        @for (urgency, word) in words {
                            label {
                                input type="radio" id={ "rank-" (urgency.id()) } name="urgency" value=(urgency.id())
                                    checked[case.urgency == urgency];
                                " " (t(word))
                            }
                        }
                    }
                    button { (t("staff-inbox-rank-do")) }
                }
            }
        }
    }

    fn closing(&self, view: &View<'_>, at: &str) -> Markup {
        let (t, case) = (view.t, self.case());
        html! {
            details id="close" {
                summary { (t("staff-inbox-close")) }
                form method="post" action=(at) class="deed" {
                    (view.hidden("close", case))
                    p class="hint" { (t("staff-inbox-close-hint")) }
                    fieldset {
                        legend { (t("staff-inbox-close-why")) }
                        @for why in CloseReason::OF_CLERKS {
                            label {
                                input type="radio" id={ "why-" (why.id()) } name="why" value=(why.id()) required;
                                " " (t(close_id(why)))
                            }
                        }
                    }
                    button class="danger" { (t("staff-inbox-close-do")) }
                }
            }
        }
    }

    /// The page that asks whether it is meant; nothing where nobody else has the case.
    pub(super) fn taking_over(&self, view: &View<'_>) -> Option<Markup> {
        let (t, case) = (view.t, self.case());
        let owner = case
            .owner()
            .filter(|_| case.is_open() && !self.is_mine(view))?;
        let since = when(owner.since, self.now);
        let (code, from) = (code(case.id), owner.name.as_str());
        let values = [
            ("case", code.as_str()),
            ("owner", from),
            ("time", since.as_str()),
        ];
        Some(html! {
            p class="notice" { (view.say("staff-inbox-take-over-from", &values)) }
            p { bdi { (self.parts.situation) } }
            p { (t("staff-inbox-take-over-hint")) }
            div class="buttons" {
                form method="post" action={ (address(case.id)) "/do" } {
                    (view.hidden("take-over", case))
                    button class="solid" { (t("staff-inbox-take-over")) }
                }
                a class="button" href=(address(case.id)) { (t("staff-inbox-back-to-case")) }
            }
        })
    }

    // The summary.

    fn summary(&self, view: &View<'_>) -> Markup {
        let t = view.t;
        html! {
            section aria-labelledby="summary-title" {
                h2 id="summary-title" { (t("staff-inbox-summary")) }
                dl class="groups" {
                    (self.why_now(view))
                    (self.words(view))
                    (self.tried(view))
                    (self.known(view))
                    @if !self.parts.asks.is_empty() {
                        div { dt { (t("staff-inbox-asks")) } dd { ol { @for ask in &self.parts.asks { li { (ask) } } } } }
                    }
                    (self.promised(view))
                }
            }
        }
    }

    fn why_now(&self, view: &View<'_>) -> Markup {
        let brief = &self.file.handoff.brief;
        let is_other = brief.last_question != brief.last_text;
        html! {
            div {
                dt { ((view.t)("staff-inbox-why-now")) }
                dd {
                    p { strong { (self.parts.trigger) } }
                    @if is_other { (self.quoted(view, &brief.last_question)) }
                    (self.quoted(view, &brief.last_text))
                }
            }
        }
    }

    /// The citizen's own words, with what was understood of them where they are not Japanese.
    fn quoted(&self, view: &View<'_>, text: &str) -> Markup {
        html! {
            @if !text.trim().is_empty() {
                p class="words" { bdi lang=(html_lang(self.language().tag())) { "「" (text) "」" } }
                (self.gloss(view, text))
            }
        }
    }

    pub(super) fn gloss(&self, view: &View<'_>, text: &str) -> Markup {
        let language = self.language();
        let is_foreign = !matches!(language, Language::Ja | Language::Easy);
        let gloss = if is_foreign {
            view.web.app.gloss(text, language)
        } else {
            String::new()
        };
        html! {
            @if is_foreign && gloss.is_empty() {
                p class="gloss" { ((view.t)("staff-inbox-no-gloss")) }
            } @else if is_foreign {
                p class="gloss" { ((view.t)("staff-inbox-gloss")) " " (gloss) }
            }
        }
    }

    fn words(&self, view: &View<'_>) -> Markup {
        let t = view.t;
        let known = match self.file.handoff.brief.known {
            LanguageKnown::Chosen => "staff-inbox-language-chosen",
            LanguageKnown::Guessed => "staff-inbox-language-guessed",
        };
        html! {
            div {
                dt { (t("staff-inbox-words")) }
                dd {
                    strong lang=(html_lang(self.language().tag())) { (self.language().endonym()) }
                    (t(known)) " ／ " (self.parts.channel)
                    @if !self.file.is_reachable {
                        " " strong class="mark" { "✗ " (t("staff-inbox-unreachable")) }
                    }
                }
            }
        }
    }

    fn tried(&self, view: &View<'_>) -> Markup {
        let (t, parts, brief) = (view.t, &self.parts, &self.file.handoff.brief);
        let nothing = parts.shown.is_empty() && brief.missed.is_empty() && parts.form.is_empty();
        html! {
            div {
                dt { (t("staff-inbox-tried")) }
                dd {
                    @if nothing { (t("staff-inbox-tried-nothing")) }
                    @for title in &parts.shown {
                        p {
                            (t("staff-inbox-tried-shown")) " " (title)
                            @if parts.unhelpful.contains(title) { " " strong { (t("staff-inbox-tried-unhelpful")) } }
                        }
                    }
                    @for text in &brief.missed {
                        p {
                            (t("staff-inbox-tried-missed")) " "
                            bdi lang=(html_lang(self.language().tag())) { "「" (text) "」" }
                        }
                    }
                    @if !parts.form.is_empty() { p { (t("staff-inbox-tried-form")) " " (parts.form) } }
                }
            }
        }
    }

    fn known(&self, view: &View<'_>) -> Markup {
        let (t, parts) = (view.t, &self.parts);
        let masked = self.file.handoff.brief.masked;
        html! {
            div {
                dt { (t("staff-inbox-known")) }
                dd {
                    @if !parts.procedures.is_empty() { p { (t("staff-desk-procedures")) " " (parts.procedures) } }
                    @for booked in &parts.booked { p { (t("staff-inbox-booked")) " " (booked) } }
                    @if !parts.ticket.is_empty() { p { (t("staff-inbox-ticket")) " " (parts.ticket) } }
                    @if parts.booked.is_empty() && parts.ticket.is_empty() { p { (t("staff-inbox-no-visit")) } }
                    p class="hint" {
                        (t("staff-inbox-not-identified"))
                        @if masked > 0 { " " (view.say_count("staff-inbox-masked", masked)) }
                    }
                }
            }
        }
    }

    fn promised(&self, view: &View<'_>) -> Markup {
        let (t, case) = (view.t, self.case());
        let call = self.file.handoff.call_back.as_ref();
        html! {
            div {
                dt { (t("staff-inbox-promised")) }
                dd {
                    p {
                        (t("staff-inbox-due")) " " (when(case.answer_by, self.now))
                        @if case.first_reply_at.is_some() { " " (t("staff-inbox-first-answered")) }
                        @if case.alarm != Alarm::None { " " strong { (t(alarm_id(case.alarm))) } }
                    }
                    @if let Some(call) = call {
                        p class="call" {
                            strong { "☎ " (t("staff-inbox-call")) " " (terms::instant(call.from)) "～"
                                (terms::time(civil(call.until).time())) }
                            " "
                            @if view.may_answer() {
                                (super::pages::phone(&call.phone))
                                @if !self.is_of_another(view) {
                                    form method="post" action={ (address(case.id)) "/do" } {
                                        (view.hidden("called", case))
                                        button id="called" { (t("staff-inbox-called")) }
                                    }
                                }
                            } @else { (t("staff-inbox-call-hidden")) }
                        }
                    }
                }
            }
        }
    }

    // What the staff note for each other.

    fn noting(&self, view: &View<'_>, shown: &Shown) -> Markup {
        let t = view.t;
        html! {
            section class="notes" aria-labelledby="notes-title" {
                h2 id="notes-title" { (t("staff-inbox-notes")) }
                p class="hint" { (t("staff-inbox-notes-hint")) }
                div id="part-notes" data-part { (self.notes(view)) }
                @if view.may_answer() {
                    form method="post" action={ (address(self.case().id)) "/note" } class="note" {
                        input type="hidden" name="key" value=(view.key);
                        label for="note" { (t("staff-inbox-note")) }
                        textarea id="note" name="text" rows="3" maxlength=(TEXT_CHARS_MAX) required { (shown.note) }
                        button { (t("staff-inbox-note-do")) }
                    }
                }
            }
        }
    }

    fn notes(&self, view: &View<'_>) -> Markup {
        html! {
            @if self.file.notes.is_empty() { p { ((view.t)("staff-inbox-no-notes")) } }
            ul role="list" {
                @for note in &self.file.notes {
                    li {
                        span class="who" { bdi { (note.who) } " " time { (when(note.at, self.now)) } }
                        p class="text" { bdi { (note.text) } }
                    }
                }
            }
        }
    }

    fn history(&self, view: &View<'_>) -> Markup {
        html! {
            details id="events" {
                summary { ((view.t)("staff-inbox-history")) }
                ol { @for event in &self.file.events { li { (self.event(view, event)) } } }
            }
        }
    }

    fn event(&self, view: &View<'_>, event: &CaseEvent) -> Markup {
        let t = view.t;
        let detail = match (event.step.as_str(), event.detail.as_str()) {
            ("close", why) => CloseReason::from_id(why).map(|why| t(close_id(why))),
            ("rank", urgency) => Urgency::from_id(urgency).map(|urgency| {
                t(match urgency {
                    Urgency::Urgent => "staff-inbox-urgent",
                    Urgency::Soon => "staff-inbox-soon",
                    Urgency::Normal => "staff-inbox-normal",
                })
            }),
            ("alarm", "supervisor") => Some(t(alarm_id(Alarm::Supervisor))),
            ("alarm", "deputy") => Some(t(alarm_id(Alarm::Deputy))),
            ("alarm", _) => Some(t(alarm_id(Alarm::Staff))),
            _ => None,
        };
        html! {
            time { (when(event.at, self.now)) } " " bdi { (self.who(view, &event.who)) } " " (t(step_id(&event.step)))
            @if let Some(detail) = detail { "（" (detail) "）" }
        }
    }

    /// Who did something: a clerk by name, else the citizen or the desk.
    fn who(&self, view: &View<'_>, who: &str) -> String {
        if who == "desk" {
            (view.t)("staff-inbox-desk")
        } else if who.starts_with("resident:") {
            (view.t)("staff-inbox-citizen")
        } else {
            who.trim_start_matches("clerk:").to_owned()
        }
    }
}
