//! The list of the cases: what is urgent first, then what is due first; with the load above it.

use chrono::{DateTime, TimeDelta, Utc};
use maud::{Markup, html};

use super::inbox::{HERE, PRESENCE, View, address};
use super::inbox_notices::{alarm_id, close_id};
use super::{Clerk, Fields, Web, pages, sheets, terms};
use crate::app::AppError;
use crate::app::cases::CaseLine;
use crate::app::inbox::{Answered, Parts, Presence};
use crate::channels::web::page::html_lang;
use crate::desk::case::state::{Case, State};
use crate::desk::case::trigger::Urgency;
use crate::desk::case::{handover, overdue};
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, civil};
use crate::ids::CaseId;

/// Closed cases are listed for so long, and so many of them.
const CLOSED_DAYS: i64 = 7;
const CLOSED_MAX: u16 = 200;

/// Which cases the list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show {
    All,
    Unowned,
    Mine,
    Overdue,
    Closed,
}

impl Show {
    const ALL: [Show; 5] = [
        Show::All,
        Show::Unowned,
        Show::Mine,
        Show::Overdue,
        Show::Closed,
    ];

    const fn id(self) -> &'static str {
        match self {
            Show::All => "all",
            Show::Unowned => "unowned",
            Show::Mine => "mine",
            Show::Overdue => "overdue",
            Show::Closed => "closed",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Show::All => "staff-inbox-show-all",
            Show::Unowned => "staff-inbox-show-unowned",
            Show::Mine => "staff-inbox-show-mine",
            Show::Overdue => "staff-inbox-show-overdue",
            Show::Closed => "staff-inbox-show-closed",
        }
    }
}

/// What the list is narrowed down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filter {
    show: Show,
    /// Cases of this office, and those of which nobody knows where they belong.
    office: Option<OfficeId>,
}

impl Filter {
    pub(super) fn read(web: &Web, fields: &Fields) -> Filter {
        let show = fields.get("show");
        let office = OfficeId::read(fields.get("office"));
        Filter {
            show: (Show::ALL.into_iter().find(|known| known.id() == show)).unwrap_or(Show::All),
            office: office.filter(|office| web.app.rules().office(office).is_some()),
        }
    }

    pub(super) fn address(&self, path: &str, show: Show) -> String {
        let mut fields = vec![("show", show.id())];
        if let Some(office) = &self.office {
            fields.push(("office", office.as_str()));
        }
        super::address(path, &fields)
    }

    fn is_here(&self, line: &CaseLine) -> bool {
        let asked = self.office.as_ref();
        asked.is_none_or(|asked| line.handoff.office().is_none_or(|office| office == asked))
    }
}

/// Whether a case is one that somebody may see: of an office of theirs, or of none.
pub(super) fn is_theirs(clerk: &Clerk, line: &CaseLine) -> bool {
    clerk.may_about(Right::SeeCases, line.handoff.case.office.as_ref())
}

/// Whether an answer is later than was promised.
pub(super) fn is_overdue(case: &Case, now: DateTime<Utc>) -> bool {
    case.is_open() && overdue::is_late(case, now)
}

/// The name of an urgency as a picture of signs; the word stands beside it.
pub(super) const fn sign(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Urgent => "‼",
        Urgency::Soon => "！",
        Urgency::Normal => "・",
    }
}

/// The inbox as it is now.
pub(super) struct Board {
    filter: Filter,
    me: String,
    open: Vec<CaseLine>,
    closed: Vec<CaseLine>,
    /// The sheets on their way to the clerk's offices.
    sheets: Vec<handover::Sheet>,
    attending: Vec<String>,
    presence: Presence,
    answered: Answered,
    now: DateTime<Utc>,
}

impl Board {
    pub(super) fn read(web: &Web, clerk: &Clerk, filter: Filter) -> Result<Board, AppError> {
        let now = web.app.now();
        let since = now - TimeDelta::days(CLOSED_DAYS);
        let is_here = |line: &CaseLine| filter.is_here(line) && is_theirs(clerk, line);
        Ok(Board {
            open: web.app.inbox()?.into_iter().filter(is_here).collect(),
            closed: (web.app.closed_lines(since, CLOSED_MAX)?.into_iter())
                .filter(is_here)
                .collect(),
            sheets: (web.app.open_sheets()?.into_iter())
                .filter(|sheet| sheets::is_theirs(clerk, sheet))
                .collect(),
            attending: web.app.attending()?,
            presence: web.app.presence(&clerk.name)?,
            answered: web.app.answered_today()?,
            me: clerk.name.clone(),
            now,
            filter,
        })
    }

    fn is_shown(&self, show: Show, line: &CaseLine) -> bool {
        let case = &line.handoff.case;
        match show {
            Show::All => case.is_open(),
            Show::Unowned => case.state == State::Queued,
            Show::Mine => case.is_open() && case.owner().is_some_and(|owner| owner.name == self.me),
            Show::Overdue => is_overdue(case, self.now),
            Show::Closed => !case.is_open(),
        }
    }

    fn lines(&self, show: Show) -> impl Iterator<Item = &CaseLine> {
        let all = self.open.iter().chain(&self.closed);
        all.filter(move |line| self.is_shown(show, line))
    }

    /// The page without its frame.
    pub(super) fn page(&self, view: &View<'_>) -> Markup {
        let events = (self.filter).address("/staff/cases/events", self.filter.show);
        html! {
            link rel="stylesheet" href="/assets/inbox.css";
            (bar(view))
            div id="inbox" class="inbox" data-events=(events) data-key=(view.key) data-here=[view.presence()]
                data-lost=((view.t)("staff-inbox-lost")) data-ended=((view.t)("staff-floor-ended")) {
                (self.live(view))
                (sheets::by_code(view.t))
            }
            script src="/assets/inbox.js" defer {}
        }
    }

    /// What changes by itself: each part takes the place of the one with its id.
    pub(super) fn live(&self, view: &View<'_>) -> Markup {
        html! {
            div id="part-arriving" data-part { (sheets::arriving(view.web, view.t, &self.sheets)) }
            div id="part-load" data-part { (self.load(view)) (self.presence(view)) }
            div id="part-filters" data-part { (self.filters(view)) }
            div id="part-rows" data-part { (self.rows(view)) }
            div id="part-box" data-part { (self.news(view)) }
        }
    }

    /// What the page itself is told, to count in its title and to speak of what is new.
    fn news(&self, view: &View<'_>) -> Markup {
        let unowned = self
            .open
            .iter()
            .filter(|line| line.handoff.case.state == State::Queued);
        news(view, unowned)
    }

    fn load(&self, view: &View<'_>) -> Markup {
        let t = view.t;
        let oldest = self
            .open
            .iter()
            .filter_map(|line| line.handoff.case.waits_since)
            .min();
        let oldest = oldest.map(|since| view.web.app.duration((self.now - since).num_minutes()));
        let median = self
            .answered
            .median_minutes
            .map(|minutes| view.web.app.duration(minutes));
        let none = || t("staff-inbox-none");
        let cells = [
            (
                "staff-inbox-load-open",
                self.lines(Show::All).count().to_string(),
            ),
            (
                "staff-inbox-load-unowned",
                self.lines(Show::Unowned).count().to_string(),
            ),
            ("staff-inbox-load-oldest", oldest.unwrap_or_else(none)),
            ("staff-inbox-load-answered", self.answered.cases.to_string()),
            ("staff-inbox-load-median", median.unwrap_or_else(none)),
        ];
        html! {
            dl class="counts load-line" {
                @for (words, value) in cells { div { dt { (t(words)) } dd { (value) } } }
                div {
                    dt { (t("staff-inbox-load-here")) }
                    dd class="names" {
                        @if self.attending.is_empty() { (t("staff-inbox-nobody")) }
                        @for (n, name) in self.attending.iter().enumerate() {
                            @if n > 0 { "、" }
                            bdi { (name) }
                        }
                    }
                }
            }
        }
    }

    /// Going away and coming back; citizens are promised an answer by who is there.
    fn presence(&self, view: &View<'_>) -> Markup {
        let t = view.t;
        let is_away = self.presence == Presence::Away;
        let (what, words) = if is_away {
            ("back", "staff-inbox-back")
        } else {
            ("away", "staff-inbox-away")
        };
        html! {
            @if view.may_answer() {
                form method="post" action=(PRESENCE) class="presence" {
                    (pages::hidden(&[("key", view.key.to_owned()), ("what", what.to_owned())]))
                    span class=(if is_away { "is-there away" } else { "is-there" }) {
                        @if is_away { (t("staff-inbox-is-away")) } @else { (t("staff-inbox-is-here")) }
                    }
                    button id="presence" class="small" { (t(words)) }
                }
            }
        }
    }

    fn filters(&self, view: &View<'_>) -> Markup {
        let t = view.t;
        html! {
            nav class="days filters" aria-label=(t("staff-inbox-filters")) {
                @for show in Show::ALL {
                    a id={ "show-" (show.id()) } href=(self.filter.address(HERE, show))
                        aria-current=[(show == self.filter.show).then_some("true")] {
                        (t(show.words())) " " strong { (self.lines(show).count()) }
                    }
                }
            }
            form class="place" method="get" action=(HERE) {
                input type="hidden" name="show" value=(self.filter.show.id());
                label for="office" { (t("staff-desk-office")) }
                select id="office" name="office" {
                    option value="" { (t("staff-inbox-all-offices")) }
                    (pages::office_options(view.web.app.rules(), view.clerk, Right::SeeCases, self.filter.office.as_ref()))
                }
                button class="small" { (t("staff-desk-show")) }
            }
        }
    }

    fn rows(&self, view: &View<'_>) -> Markup {
        let t = view.t;
        let shown: Vec<&CaseLine> = self.lines(self.filter.show).collect();
        html! {
            @if shown.is_empty() {
                p class="nothing" { (t("staff-inbox-nothing")) }
            } @else {
                table class="cards cases" {
                    caption class="hidden" { (t(self.filter.show.words())) }
                    thead { tr {
                        th scope="col" { (t("staff-inbox-case")) }
                        th scope="col" { (t("staff-inbox-about")) }
                        th scope="col" { (t("staff-desk-language")) }
                        th scope="col" { (t("staff-inbox-waits")) }
                        th scope="col" { (t("staff-inbox-owner")) }
                        th scope="col" { (t("staff-inbox-act")) }
                    } }
                    tbody { @for line in shown { (self.row(view, line)) } }
                }
            }
        }
    }

    fn row(&self, view: &View<'_>, line: &CaseLine) -> Markup {
        let t = view.t;
        let (handoff, case) = (&line.handoff, &line.handoff.case);
        let parts = view.web.app.handoff_parts(handoff);
        let is_late = is_overdue(case, self.now);
        let is_urgent = case.is_open() && case.urgency == Urgency::Urgent;
        html! {
            tr id={ "case-" (case.id) } class=[is_urgent.then_some("urgent")] {
                th scope="row" data-label=(t("staff-inbox-case")) {
                    a class="code" href=(address(case.id)) { "K-" (case.id) }
                    (urgency(case.urgency, &parts))
                }
                td data-label=(t("staff-inbox-about")) {
                    div class="about" {
                        a href=(address(case.id)) tabindex="-1" { bdi { (parts.situation) } }
                        @if line.has_failed { " " strong class="mark" { "✗ " (t("staff-inbox-failed")) } }
                        @if let Some(call) = handoff.call_back.as_ref().filter(|_| case.is_open()) {
                            div class="call" {
                                "☎ " (t("staff-inbox-call")) " " (terms::instant(call.from)) "～"
                                (terms::time(civil(call.until).time()))
                            }
                        }
                    }
                }
                td data-label=(t("staff-desk-language")) {
                    span lang=(html_lang(handoff.language.tag())) { (handoff.language.endonym()) }
                }
                td data-label=(t("staff-inbox-waits")) {
                    div { (waits(view, case, &parts, is_late, self.now)) }
                }
                td data-label=(t("staff-inbox-owner")) { (owner(view, case)) }
                td class="act" data-label=(t("staff-inbox-act")) { (accept(view, case)) }
            }
        }
    }
}

/// The urgency in words, with a sign before it.
pub(super) fn urgency(urgency: Urgency, parts: &Parts) -> Markup {
    html! {
        span class={ "urgency " (urgency.id()) } { span aria-hidden="true" { (sign(urgency)) } (parts.urgency) }
    }
}

/// How long a case has waited, by when an answer is promised, and who has been told that it is late.
pub(super) fn waits(
    view: &View<'_>,
    case: &Case,
    parts: &Parts,
    is_late: bool,
    now: DateTime<Utc>,
) -> Markup {
    let t = view.t;
    html! {
        @match &case.state {
            State::Closed { at, why, .. } => { (terms::instant(*at)) " " (t(close_id(*why))) },
            _ if case.waits_since.is_none() => { (t("staff-inbox-their-turn")) },
            _ => {
                strong { (parts.waiting) }
                div class="due" { (t("staff-inbox-due")) " " (when(case.answer_by, now)) }
                @if is_late { div class="mark late" { "⚠ " (t(alarm_id(case.alarm))) } }
            },
        }
    }
}

/// A time of today, or a time with its day.
pub(super) fn when(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    if civil(at).date() == civil(now).date() {
        terms::time(civil(at).time())
    } else {
        terms::instant(at)
    }
}

fn owner(view: &View<'_>, case: &Case) -> Markup {
    html! {
        @match case.owner() {
            Some(owner) if owner.name == view.clerk.name => { bdi { (owner.name) } ((view.t)("staff-inbox-me")) },
            Some(owner) => { bdi { (owner.name) } },
            None => { strong class="unowned" { ((view.t)("staff-inbox-unowned")) } },
        }
    }
}

fn accept(view: &View<'_>, case: &Case) -> Markup {
    let t = view.t;
    html! {
        @if case.state == State::Queued && view.may_answer() {
            form method="post" action={ (address(case.id)) "/do" } {
                (view.hidden("accept", case))
                button class="solid small" id={ "accept-" (case.id) } {
                    (t("staff-inbox-accept")) span class="hidden" { " K-" (case.id) }
                }
            }
        } @else {
            a href=(address(case.id)) { (t("staff-inbox-open")) span class="hidden" { " K-" (case.id) } }
        }
    }
}

/// What stands above both pages and never changes: the state of the line, and what is said aloud.
pub(super) fn bar(view: &View<'_>) -> Markup {
    html! {
        p id="lost" class="notice bad" role="alert" hidden {}
        p id="said" class="hidden" role="status" aria-live="polite" {}
        p id="urgent-said" class="hidden" role="alert" {}
        p id="sound-switch" hidden {
            label { input type="checkbox" id="sound"; " " ((view.t)("staff-inbox-sound")) }
        }
    }
}

/// The cases that nobody has taken, for the title and the voice of the page.
pub(super) fn news<'a>(view: &View<'_>, unowned: impl Iterator<Item = &'a CaseLine>) -> Markup {
    let unowned: Vec<&CaseLine> = unowned.collect();
    let ids = |urgent: bool| {
        let of = unowned.iter().map(|line| &line.handoff.case);
        let of = of.filter(|case| !urgent || case.urgency == Urgency::Urgent);
        let codes: Vec<String> = of.map(|case| code(case.id)).collect();
        codes.join(" ")
    };
    html! {
        span id="news" hidden data-unowned=(unowned.len()) data-cases=(ids(false)) data-urgent=(ids(true))
            data-say=((view.t)("staff-inbox-new")) data-say-urgent=((view.t)("staff-inbox-new-urgent")) {}
    }
}

/// The code by which both sides name a case.
pub(super) fn code(id: CaseId) -> String {
    format!("K-{id}")
}
