//! The forms of the hall, and the page around the live part.

use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::console::{DO, HERE};
use super::console_notices::Notice;
use super::console_orders::{REASONS, TEXT_CHARS_MAX, Wanted};
use super::console_page::{View, time};
use super::pages::{self, Frame, Told, Words};
use super::{devices, inbox, terms};
use crate::app::hall::AskedTicket;
use crate::channels::web::page::html_lang;
use crate::desk::language::Language;
use crate::desk::queue::admission::Admission;
use crate::desk::queue::line::Expected;
use crate::desk::queue::ticket::{Needs, Ticket, TicketNumber};
use crate::desk::rights::Right;
use crate::desk::rules::civil;

/// The keys of the console and what they press; the letters stand on the buttons as well.
const KEYS: [(&str, &str); 6] = [
    ("N", "staff-floor-key-next"),
    ("R", "staff-floor-key-recall"),
    ("S", "staff-floor-key-serve"),
    ("F", "staff-floor-key-finish"),
    ("P", "staff-floor-key-park"),
    ("M", "staff-floor-key-miss"),
];

impl View<'_> {
    /// What one seldom does to somebody who waits.
    pub(super) fn more(&self, ticket: &Ticket) -> Markup {
        let t = self.t;
        html! {
            details id={ "more-" (ticket.id) } {
                summary { (t("staff-floor-more")) span class="hidden" { " " (ticket.number) } }
                (self.prioritise(ticket))
                (self.describe(ticket))
                (self.leave(ticket))
            }
        }
    }

    fn prioritise(&self, ticket: &Ticket) -> Markup {
        let t = self.t;
        let (why, reason) = (
            format!("why-{}", ticket.id),
            format!("reason-{}", ticket.id),
        );
        html! {
            form method="post" action=(DO) class="stack" {
                (self.hidden("prioritise", None, Some(ticket)))
                div class="field" {
                    label for=(why) { (t("staff-floor-why")) }
                    select id=(why) name="why" required {
                        option value="" { (t("staff-floor-choose")) }
                        @for (id, words) in REASONS { option value=(id) { (t(words)) } }
                    }
                }
                div class="field wide" {
                    label for=(reason) { (t("staff-floor-why-more")) }
                    input id=(reason) name="reason" maxlength=(TEXT_CHARS_MAX) autocomplete="off";
                }
                button id={ "do-prioritise-" (ticket.id) } { (t("staff-floor-prioritise")) }
            }
        }
    }

    fn describe(&self, ticket: &Ticket) -> Markup {
        let prefix = format!("describe-{}", ticket.id);
        html! {
            form method="post" action=(DO) class="stack" {
                (self.hidden("describe", None, Some(ticket)))
                (self.languages(&prefix, ticket.language))
                (needs(self.t, &prefix, ticket.needs))
                button id={ "do-describe-" (ticket.id) } { ((self.t)("staff-floor-describe")) }
            }
        }
    }

    /// The arrival of somebody who has reserved.
    pub(super) fn check_in(&self, one: &Expected) -> Markup {
        let t = self.t;
        let prefix = format!("arrival-{}", one.reservation);
        html! {
            details id=(prefix) {
                summary { (t("staff-floor-check-in")) span class="hidden" { " " (time(one.due)) } }
                form method="post" action=(DO) class="stack" {
                    (self.hidden("check-in", None, None))
                    input type="hidden" name="reservation" value=(one.reservation);
                    (self.languages(&prefix, Language::Ja))
                    (needs(t, &prefix, Needs::default()))
                    button id={ "do-check-in-" (one.reservation) } class="solid" { (t("staff-floor-do-check-in")) }
                }
            }
        }
    }

    fn languages(&self, prefix: &str, chosen: Language) -> Markup {
        let id = format!("{prefix}-language");
        html! {
            div class="field" {
                label for=(id) { ((self.t)("staff-desk-language")) }
                select id=(id) name="language" {
                    @for language in &self.web.app.rules().languages {
                        option value=(language.tag()) lang=(html_lang(language.tag()))
                            selected[*language == chosen] { (language.endonym()) }
                    }
                }
            }
        }
    }
}

fn needs(t: &Words<'_>, prefix: &str, needs: Needs) -> Markup {
    let known = [
        ("chair", needs.chair, "staff-floor-need-chair"),
        ("hearing", needs.hearing, "staff-floor-need-hearing"),
        (
            "interpreter",
            needs.interpreter,
            "staff-floor-need-interpreter",
        ),
    ];
    html! {
        fieldset class="checks" {
            legend { (t("staff-floor-needs")) }
            @for (name, is_needed, words) in known {
                label {
                    input type="checkbox" id={ (prefix) "-" (name) } name=(name) value="1" checked[is_needed];
                    " " (t(words))
                }
            }
        }
    }
}

/// The page around the live part.
pub(super) struct Page<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) wanted: &'a Wanted,
    pub(super) answer: Option<&'a AskedTicket>,
    /// A ticket that was given just now, and the token of its page.
    pub(super) fresh: Option<(TicketNumber, &'a str)>,
    pub(super) told: Option<&'a Told>,
}

impl Page<'_> {
    pub(super) fn markup(&self) -> Markup {
        let view = self.view;
        let t = view.t;
        let title = format!("{} {}", t("staff-floor-title"), terms::office(view.office));
        let hall = view.hall;
        let lost = view.say("staff-floor-lost", &[("time", "%TIME%")]);
        let now = civil(view.web.app.now())
            .format("%Y-%m-%dT%H:%M:%S+09:00")
            .to_string();
        let content = html! {
            link rel="stylesheet" href="/assets/console.css";
            (self.tools())
            p id="lost" class="notice bad" role="alert" hidden {}
            p class="hint" {
                (t("staff-floor-as-of")) " " time id="as-of" { (time(hall.at)) } " "
                span id="status" role="status" aria-live="polite" {}
            }
            div id="outcome" { (self.outcome()) }
            div class="console" {
                div id="live" class="live" data-version=(hall.version) data-now=(now)
                    data-events=(view.place.address("/staff/floor/events", &[])) data-lost=(lost)
                    data-ended=(t("staff-floor-ended")) data-failed=(t("staff-floor-failed"))
                    data-sending=(t("staff-floor-sending")) {
                    (view.live())
                }
                (self.issue())
            }
            (self.help())
            script src="/assets/console.js" defer {}
        };
        let frame = Frame {
            title: &title,
            here: HERE,
            clerk: Some(view.clerk),
            told: self.told,
        };
        frame.markup(t, &content)
    }

    fn tools(&self) -> Markup {
        let view = self.view;
        let t = view.t;
        html! {
            div class="tools" {
                form class="place" method="get" action=(HERE) {
                    label for="office" { (t("staff-floor-office")) }
                    select id="office" name="office" {
                        (pages::office_options(view.web.app.rules(), view.clerk, Right::SeeFloor, Some(&view.office.id)))
                    }
                    button class="outline" { (t("staff-desk-show")) }
                }
                a class="button" href="#issue" { (t("staff-floor-issue")) }
                @if view.clerk.may(Right::SeeCases) {
                    a class="button" href=(inbox::HERE) {
                    (t("staff-inbox-title")) " " (view.say_count("staff-inbox-count-unowned", view.clerk.unowned))
                }
                }
                @if view.clerk.may(Right::Devices) {
                    a class="button" href=(devices::HERE) { (t("staff-floor-devices")) }
                    a class="button" href="/staff/poster" { (t("staff-floor-poster")) }
                }
                noscript { a class="button" href=(view.place.address(HERE, &[])) { (t("staff-floor-refresh")) } }
            }
        }
    }

    /// The new ticket, to be told and printed.
    fn outcome(&self) -> Markup {
        let t = self.view.t;
        html! {
            @if let Some((number, token)) = self.fresh {
                div class="notice good" {
                    p { strong class="huge" { (number) } }
                    p { a class="button" href={ "/t/" (token) } target="_blank" rel="noopener" { (t("staff-floor-print")) } }
                }
            }
        }
    }

    /// A ticket for somebody without a reservation.
    fn issue(&self) -> Markup {
        let view = self.view;
        let t = view.t;
        html! {
            section id="issue" class="issue" tabindex="-1" aria-labelledby="issue-title" {
                h2 id="issue-title" { (t("staff-floor-issue")) }
                @if view.office.series.walk_in.is_none() {
                    p { (t("staff-floor-booked-only")) }
                    p { a class="button" href=(view.place.address("/staff/book", &[])) { (t("staff-floor-to-book")) } }
                } @else {
                    (self.answer())
                    form method="post" action=(DO) class="stack" { (view.hidden("", None, None)) (self.fields()) }
                }
            }
        }
    }

    fn fields(&self) -> Markup {
        let view = self.view;
        let t = view.t;
        let wanted = self.wanted;
        let is_refused = self
            .answer
            .is_some_and(|answer| matches!(answer.admission, Admission::Refused(_)));
        html! {
            fieldset class="checks" {
                legend { (t("staff-desk-procedures")) }
                @for procedure in &view.office.procedures {
                    label {
                        input type="checkbox" id={ "issue-" (procedure.id()) } name="procedure" value=(procedure.id())
                            checked[wanted.procedures.contains(procedure)];
                        " " (terms::procedure(t, *procedure))
                    }
                }
            }
            div class="row" {
                div class="field" {
                    label for="issue-people" { (t("staff-desk-people")) }
                    select id="issue-people" name="people" {
                        @for people in 1..=view.web.app.rules().booking.people_max {
                            option value=(people) selected[people == wanted.people] { (terms::people(t, people)) }
                        }
                    }
                }
                (view.languages("issue", wanted.language))
            }
            (needs(t, "issue", wanted.needs))
            div class="buttons" {
                button id="do-issue" class="solid" name="what" value="issue" { (t("staff-floor-do-issue")) }
                button id="do-ask" name="what" value="ask" { (t("staff-floor-ask")) }
            }
            details id="beyond" open[is_refused] {
                summary { (t("staff-floor-beyond")) }
                div class="field wide" {
                    label for="issue-reason" { (t("staff-floor-beyond-reason")) }
                    input id="issue-reason" name="reason" maxlength=(TEXT_CHARS_MAX) autocomplete="off";
                }
                button id="do-issue-beyond" name="what" value="issue-beyond" { (t("staff-floor-do-beyond")) }
            }
        }
    }

    /// How long it would take, or why not now and when instead.
    fn answer(&self) -> Markup {
        let view = self.view;
        let Some(answer) = self.answer else {
            return html! {};
        };
        let waiting = answer.waiting.to_string();
        html! {
            @match &answer.admission {
                Admission::Admitted(wait) => {
                    p class="notice good" id="answer" {
                        (view.say("staff-floor-answer", &[
                            ("wait", view.range(wait.told()).as_str()),
                            ("count", waiting.as_str()),
                        ]))
                    }
                },
                Admission::Refused(reason) => {
                    div class="notice bad" id="answer" {
                        p { (Notice::refused(*reason).text(view.web)) }
                        (self.free(answer))
                    }
                },
            }
        }
    }

    /// The nearest free reservations, each with the way to reserve it.
    fn free(&self, answer: &AskedTicket) -> Markup {
        let t = self.view.t;
        html! {
            @if !answer.free.is_empty() {
                p { (t("staff-floor-free")) }
                ul {
                    @for start in &answer.free { li { a href=(self.book(*start)) { (terms::moment(*start)) } } }
                }
            }
        }
    }

    /// The page that reserves what is wanted at this time.
    fn book(&self, start: NaiveDateTime) -> String {
        let wanted = self.wanted.fields();
        let (day, time) = (terms::iso(start.date()), terms::time(start.time()));
        let mut fields = vec![
            ("office", self.view.office.id.as_str()),
            ("day", day.as_str()),
            ("start", time.as_str()),
            ("look", "1"),
        ];
        fields.extend(wanted.iter().map(|(name, value)| (*name, value.as_str())));
        super::address("/staff/book", &fields)
    }

    fn help(&self) -> Markup {
        let t = self.view.t;
        html! {
            details id="help" class="help" {
                summary { (t("staff-floor-help")) }
                p { (t("staff-floor-help-text")) }
                p id="keys-switch" hidden {
                    label { input type="checkbox" id="keys-on" checked; " " (t("staff-floor-keys-on")) }
                }
                table class="keys" {
                    caption { (t("staff-floor-keys")) }
                    thead { tr {
                        th scope="col" { (t("staff-floor-key")) }
                        th scope="col" { (t("staff-floor-do")) }
                    } }
                    tbody {
                        @for (key, words) in KEYS { tr { th scope="row" { kbd { (key) } } td { (t(words)) } } }
                    }
                }
            }
        }
    }
}
