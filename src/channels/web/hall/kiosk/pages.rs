//! The pages of the touch panel: values in, markup out. Everything is large, one thing is asked at a time, and every
//! page has a way back to the start.

use axum::response::Html;
use chrono::NaiveDateTime;
use maud::{Markup, html};

use super::{Errand, HOME, Panel};
use crate::app::hall::{Device, Given};
use crate::channels::web::Web;
use crate::channels::web::hall::{
    Sheet, clock, day_and_time, html_lang, iso, lost_banner, needs_boxes, public_address, qr, range,
};
use crate::channels::web::page::{LONGEST_TEXT, PageMessage};
use crate::desk::choice::Choice;
use crate::desk::faq::Action;
use crate::desk::language::Language;
use crate::desk::procedure::Procedure;
use crate::desk::queue::said::Said;
use crate::desk::queue::ticket::{Needs, Origin, Ticket};
use crate::desk::rules::civil;

/// The keys on the screen: the characters that codes are made of.
pub(super) const KEYPAD: &str = "ACDEFGHJKMNPQRTWXY34679";
/// A page without a touch is forgotten after so many seconds …
const IDLE_SECONDS: u16 = 60;
/// … and says so for so long before: people get twenty seconds to say that they are still here (WCAG 2.2, 2.2.1).
const WARN_SECONDS: u16 = 20;
/// A ticket stays on the screen for so long.
const TICKET_SECONDS: u16 = 20;

/// `GET /kiosk`: the languages, each in its own name.
pub(super) fn start(web: &Web, device: &Device) -> Html<String> {
    let languages = &web.app.rules().languages;
    let first = languages.first().copied().unwrap_or(Language::Ja);
    let title = web.app.words("kiosk-language-title", first);
    let body = html! {
        header class="panel-top" {
            p class="office" { (web.app.counter(first)) " " (web.app.office_name(&device.office, first)) }
        }
        (lost_banner(web, &[first, Language::En]))
        main id="main" class="panel start" data-alive="/kiosk/alive" data-now=(iso(web.app.now())) data-start {
            h1 {
                span { (title) }
                @if first != Language::En {
                    " " span lang="en" { (web.app.words("kiosk-language-title", Language::En)) }
                }
            }
            form method="post" action="/kiosk/menu" {
                ul class="tiles" role="list" {
                    @for language in languages {
                        li {
                            button class="tile" name="language" value=(language.tag()) lang=(html_lang(language.tag())) {
                                (language.endonym())
                            }
                        }
                    }
                }
            }
        }
    };
    let sheet = Sheet {
        title: &title,
        language: first,
        class: "kiosk",
        scripts: &["kiosk.js"],
        refresh: (0, HOME),
    };
    sheet.html(&body)
}

/// A page after the start, which is forgotten when nobody touches it.
struct Step<'a> {
    title: &'a str,
    /// A class of its own, for the style.
    class: &'a str,
    idle: u16,
}

impl<'a> Step<'a> {
    fn new(title: &'a str, class: &'a str) -> Step<'a> {
        Step {
            title,
            class,
            idle: IDLE_SECONDS,
        }
    }

    fn page(&self, panel: &Panel, content: &Markup) -> Html<String> {
        let words = |id: &str| panel.words(id);
        let left =
            panel
                .web
                .app
                .words_with("kiosk-forgets", panel.language, &[("seconds", "{seconds}")]);
        let body = html! {
            header class="panel-top" {
                p class="office" { (panel.web.app.counter(panel.language)) }
                a class="button outline" href=(HOME) data-home { (words("kiosk-start")) }
            }
            (lost_banner(&panel.web, &[panel.language]))
            main id="main" class={ "panel " (self.class) } data-alive="/kiosk/alive"
                data-now=(iso(panel.web.app.now())) data-idle=(self.idle) data-warn=(WARN_SECONDS) {
                h1 { (self.title) }
                (content)
            }
            div class="forgets" id="forgets" hidden {
                p aria-hidden="true" data-left=(left) {}
                p class="hidden" role="status" data-left-said {}
                button class="button solid" type="button" id="go-on" { (words("kiosk-go-on")) }
            }
        };
        let sheet = Sheet {
            title: self.title,
            language: panel.language,
            class: "kiosk",
            scripts: &["kiosk.js"],
            refresh: (IDLE_SECONDS, HOME),
        };
        sheet.html(&body)
    }
}

fn language_field(panel: &Panel) -> Markup {
    html! { input type="hidden" name="language" value=(panel.language.tag()); }
}

/// The three things one can come for.
pub(super) fn menu(panel: &Panel) -> Html<String> {
    let title = panel.words("kiosk-menu-title");
    let content = html! { (errands(panel, true)) (staff(panel)) };
    Step::new(&title, "menu").page(panel, &content)
}

/// The three buttons, or the two without the one that has just failed.
fn errands(panel: &Panel, with_booked: bool) -> Markup {
    let booked = ("/kiosk/code", "kiosk-booked", "kiosk-booked-hint");
    let rest = [
        ("/kiosk/procedure", "kiosk-ticket", "kiosk-ticket-hint"),
        ("/kiosk/ask", "kiosk-question", "kiosk-question-hint"),
    ];
    let shown = with_booked.then_some(booked).into_iter().chain(rest);
    html! {
        form method="post" action="/kiosk/menu" {
            (language_field(panel))
            ul class="tiles wide" role="list" {
                @for (action, name, hint) in shown {
                    li {
                        // The conversation begins anew with each person; the other two pay no heed to the value.
                        button class="tile" formaction=(action) name="begin" value="1" {
                            strong { (panel.words(name)) }
                            span { (panel.words(hint)) }
                        }
                    }
                }
            }
        }
    }
}

fn staff(panel: &Panel) -> Markup {
    html! { p class="help" { (panel.words("kiosk-staff")) } }
}

/// The code of a reservation: typed, read by a scanner that types, or seen by the camera.
pub(super) fn code(
    panel: &Panel,
    code: &str,
    needs: Needs,
    key: &str,
    problem: Option<&str>,
) -> Html<String> {
    let title = panel.words("kiosk-code-title");
    let words = |id: &str| panel.words(id);
    let content = html! {
        @if let Some(problem) = problem { p class="notice" role="alert" id="problem" { (problem) } }
        form method="post" action="/kiosk/check-in" data-code {
            (language_field(panel))
            input type="hidden" name="key" value=(key);
            label for="code" { (words("kiosk-code-label")) }
            p class="hint" id="code-hint" { (words("kiosk-code-hint")) }
            // The first button is the one that Enter presses, which scanners send at the end.
            div class="entry" {
                input id="code" name="code" type="text" value=(code) required autofocus maxlength="200"
                    autocomplete="off" autocapitalize="characters" spellcheck="false" lang="en"
                    aria-describedby="code-hint" aria-invalid=[problem.map(|_| "true")];
                button class="button solid" { (words("kiosk-check-in")) }
            }
            (keypad(panel))
            p class="scan" {
                button class="button outline" type="button" id="camera" hidden
                    data-stop=(words("kiosk-camera-stop")) data-failed=(words("kiosk-camera-failed")) {
                    (words("kiosk-camera"))
                }
            }
            video id="view" hidden muted playsinline aria-hidden="true" {}
            p role="status" id="camera-said" {}
            (needs_boxes(&panel.web, panel.language, needs))
        }
        (staff(panel))
    };
    Step::new(&title, "code").page(panel, &content)
}

/// A keyboard of the characters that occur. Without a script each key posts the form and comes back with one more.
fn keypad(panel: &Panel) -> Markup {
    html! {
        div class="keypad" role="group" aria-label=(panel.words("kiosk-code-label")) {
            @for key in KEYPAD.chars() {
                button class="key" name="add" value=(key) formaction="/kiosk/code" formnovalidate lang="en" { (key) }
            }
            button class="key erase" name="erase" value="1" formaction="/kiosk/code" formnovalidate {
                (panel.words("kiosk-erase"))
            }
        }
    }
}

/// A reservation that gives no ticket here and now, with the ways on.
pub(super) fn not_now(panel: &Panel, sentence: &str) -> Html<String> {
    let title = panel.words("kiosk-not-now-title");
    let content = html! {
        p class="tell" { (sentence) }
        (errands(panel, false))
        (staff(panel))
    };
    Step::new(&title, "menu").page(panel, &content)
}

/// What somebody without a reservation has come for.
pub(super) fn procedures(panel: &Panel) -> Html<String> {
    let title = panel.words("kiosk-procedure-title");
    let app = &panel.web.app;
    let office = app.rules().office(&panel.device.office);
    let is_reserved = office.is_some_and(|office| office.series.walk_in.is_none());
    let procedures = office
        .map(|office| office.procedures.clone())
        .unwrap_or_default();
    let content = html! {
        @if is_reserved { p class="tell" { (panel.words("kiosk-reservation-only")) } }
        form method="post" action="/kiosk/people" {
            (language_field(panel))
            ul class="tiles" role="list" {
                @for procedure in procedures {
                    li {
                        button class="tile" name="procedure" value=(procedure.id()) {
                            (app.procedure_name(procedure, panel.language))
                        }
                    }
                }
            }
        }
        (staff(panel))
    };
    Step::new(&title, "procedures").page(panel, &content)
}

/// How many people have come for it.
pub(super) fn people(panel: &Panel, procedure: Procedure) -> Html<String> {
    let title = panel.words("kiosk-people-title");
    let app = &panel.web.app;
    let content = html! {
        p class="tell" { (app.procedure_name(procedure, panel.language)) }
        p class="hint" { (panel.words("kiosk-people-hint")) }
        form method="post" action="/kiosk/wait" {
            (language_field(panel))
            input type="hidden" name="procedure" value=(procedure.id());
            ul class="tiles" role="list" {
                @for people in 1..=app.rules().booking.people_max {
                    li {
                        button class="tile number" name="people" value=(people) {
                            (app.words_with("choice-people", panel.language, &[("people", &*people.to_string())]))
                        }
                    }
                }
            }
        }
        (staff(panel))
    };
    Step::new(&title, "people").page(panel, &content)
}

/// The range first, then the choice to take a ticket.
pub(super) fn wait(panel: &Panel, errand: &Errand, sentence: &str, key: &str) -> Html<String> {
    let title = panel.words("kiosk-wait-title");
    let content = html! {
        p class="tell" { (sentence) }
        form method="post" action="/kiosk/take" {
            (language_field(panel))
            input type="hidden" name="key" value=(key);
            input type="hidden" name="procedure" value=(errand.procedure.id());
            input type="hidden" name="people" value=(errand.people);
            (needs_boxes(&panel.web, panel.language, Needs::default()))
            div class="acts" {
                button class="button solid" { (panel.words("choice-ticket-take")) }
                a class="button outline" href=(HOME) data-home { (panel.words("kiosk-not-now")) }
            }
        }
        (staff(panel))
    };
    Step::new(&title, "wait").page(panel, &content)
}

/// No ticket now: why, the nearest free times, and how to reserve one.
pub(super) fn refused(panel: &Panel, sentence: &str, free: &[NaiveDateTime]) -> Html<String> {
    let title = panel.words("kiosk-refused-title");
    let address = public_address(&panel.web, "/");
    let content = html! {
        p class="tell" { (sentence) }
        @if !free.is_empty() {
            h2 { (panel.words("kiosk-free-title")) }
            ul class="free" role="list" {
                @for at in free { li { (day_and_time(&panel.web, *at, panel.language)) } }
            }
        }
        @if let Some(address) = address {
            figure class="qr" {
                (qr(&address))
                figcaption { (panel.words("kiosk-book-phone")) br; span lang="en" { (address) } }
            }
        }
        (errands(panel, true))
        (staff(panel))
    };
    Step::new(&title, "refused").page(panel, &content)
}

/// The ticket: on the screen for a moment, on paper, and behind the QR code on the phone.
pub(super) fn ticket(panel: &Panel, given: &Given) -> Html<String> {
    let ticket = &given.ticket;
    let title = panel.words("kiosk-ticket-title");
    let follow = public_address(&panel.web, &format!("/t/{}", given.token));
    let content = html! {
        div class="slip" data-print=(ticket.id) {
            p class="office" {
                (panel.web.app.counter(panel.language)) " "
                (panel.web.app.office_name(&ticket.office, panel.language))
            }
            p class="ticket" {
                span { (panel.words("hall-number")) } " "
                strong class="number" { (ticket.number) }
            }
            (facts(panel, ticket))
            @if let Some(follow) = &follow {
                figure class="qr" {
                    (qr(follow))
                    figcaption { (panel.words("kiosk-follow")) }
                }
            }
            p class="hint" { (panel.words("kiosk-called-how")) }
            p class="issued" { (civil(ticket.issued_at).format("%Y-%m-%d %H:%M").to_string()) }
        }
        div class="acts" {
            button class="button solid" type="button" id="print" hidden { (panel.words("kiosk-print")) }
            a class="button outline" href=(HOME) data-home { (panel.words("kiosk-done")) }
        }
    };
    let step = Step {
        idle: TICKET_SECONDS,
        ..Step::new(&title, "given")
    };
    step.page(panel, &content)
}

/// What is told with a new ticket. The picture of the hall may be a moment older than it, so this is reckoned anew.
fn facts(panel: &Panel, ticket: &Ticket) -> Markup {
    let app = &panel.web.app;
    let hall = app.hall(&ticket.office).filter(|_| ticket.is_waiting());
    let said = hall.map(|hall| Said::issued(app.rules(), &hall.line, ticket, app.now()));
    let (ahead, wait) = match said {
        Some(Said::Issued { ahead, wait, .. }) => (Some(ahead), wait.or(ticket.told)),
        _ => (None, ticket.told.filter(|_| ticket.is_waiting())),
    };
    html! {
        @if wait.is_some() || ticket.is_booked() {
            dl class="facts" {
                @if let Origin::Booked { due, .. } = &ticket.origin {
                    div { dt { (panel.words("hall-due")) } dd { (clock(*due)) } }
                }
                @if let Some(wait) = wait {
                    div { dt { (panel.words("hall-wait")) } dd { (range(&panel.web, wait, panel.language)) } }
                }
            }
        }
        @if let Some(ahead) = ahead {
            p { (app.words_with("follow-ahead", panel.language, &[("ahead", &*ahead.to_string())])) }
        }
        @if wait.is_none() && ticket.is_waiting() { p { (panel.words("hall-unforeseen")) } }
        @if ticket.is_waiting() && matches!(ticket.origin, Origin::Booked { late: true, .. }) {
            p { (panel.words("hall-late")) }
        }
    }
}

/// The conversation in large type.
pub(super) fn talk(
    panel: &Panel,
    messages: &[PageMessage],
    key: &str,
    notice: Option<&str>,
    draft: &str,
) -> Html<String> {
    let title = panel.words("kiosk-question");
    let words = |id: &str| panel.words(id);
    let asked = messages.iter().rposition(|message| message.from_resident);
    let latest = asked.map_or(0, |asked| (asked + 1).min(messages.len().saturating_sub(1)));
    let content = html! {
        p class="hint" id="privacy" { (words("web-privacy")) }
        div role="log" aria-label=(words("web-log-label")) {
            ol class="messages" role="list" {
                @for (n, message) in messages.iter().enumerate() { (spoken(panel, message, n == latest)) }
            }
        }
        (choices(panel, messages, key))
        @if let Some(notice) = notice { p class="notice" role="alert" { (notice) } }
        form class="write" method="post" action="/kiosk/ask" {
            input type="hidden" name="key" value=(key);
            label for="text" { (words("web-input-label")) }
            textarea id="text" name="text" rows="2" required maxlength=(LONGEST_TEXT) autocomplete="off"
                aria-describedby="privacy" placeholder=(words("web-placeholder")) {
                // The parser drops one line break at the start, so one is given away.
                "\n" (draft)
            }
            button class="button solid" { (words("web-send")) }
        }
        (staff(panel))
    };
    Step::new(&title, "talk").page(panel, &content)
}

/// A message. Links lead nowhere on the panel, so what they lead to is offered to the phone.
fn spoken(panel: &Panel, message: &PageMessage, is_latest: bool) -> Markup {
    let (class, author) = if message.from_resident {
        ("resident", "web-you")
    } else {
        ("desk", "web-desk")
    };
    let link = link_in(&message.text).filter(|_| !message.from_resident);
    html! {
        li class={ "message " (class) } id=[is_latest.then_some("latest")] {
            span class="hidden" { (panel.words(author)) }
            p class="text" lang=(html_lang(&message.language)) { (message.text) }
            @if let Some(link) = link {
                figure class="qr" { (qr(link)) figcaption { (panel.words("kiosk-link")) } }
            }
        }
    }
}

/// The first web address in a text.
fn link_in(text: &str) -> Option<&str> {
    let rest = &text[text.find("https://").or_else(|| text.find("http://"))?..];
    let is_address = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    let end = rest.find(|c| !is_address(c)).unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches(['.', ',', ':', ';', '!', '?', '\'']))
}

/// The buttons under the newest question of the desk, until it is answered. The panel gives tickets itself.
fn choices(panel: &Panel, messages: &[PageMessage], key: &str) -> Markup {
    let newest = messages
        .iter()
        .rfind(|message| message.from_resident || !message.choices.is_empty());
    let open = newest.filter(|message| !message.from_resident);
    let is_here = |code: &str| {
        let choice = Choice::read(code);
        !matches!(
            choice,
            Some(Choice::Action(Action::Ticket | Action::CheckIn))
        )
    };
    html! {
        @if let Some(message) = open {
            form class="offered" method="post" action="/kiosk/ask" {
                input type="hidden" name="key" value=(key);
                (language_field(panel))
                ul class="tiles" role="list" lang=(html_lang(&message.language)) {
                    @for (code, label) in message.choices.iter().filter(|(code, _)| is_here(code)) {
                        li { button class="tile" name="choice" value=(code) { (label) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::find_code;

    #[test]
    fn every_key_is_a_character_of_codes() {
        for key in KEYPAD.chars() {
            let code = format!("A3{key}{key}{key}{key}{key}7");
            assert!(find_code(&code).is_some(), "{code}");
        }
        let all = ('A'..='Z').chain('0'..='9');
        for key in all.filter(|key| !KEYPAD.contains(*key)) {
            let code = format!("A3{key}{key}{key}{key}{key}7");
            assert!(find_code(&code).is_none(), "{code} can be typed nowhere");
        }
    }

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        let cases = [
            (
                "予約：https://a.example/r/x-1。",
                Some("https://a.example/r/x-1"),
            ),
            ("See http://a.example/b.", Some("http://a.example/b")),
            ("何もありません", None),
        ];
        for (text, link) in cases {
            assert_eq!(link_in(text), link, "{text}");
        }
    }
}
