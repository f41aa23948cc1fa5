//! The live part of the console: the counters, the queue, those put aside, those expected, and how it stands.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::console::{DO, Place};
use super::pages::{self, Words};
use super::{Clerk, Web, terms};
use crate::channels::web::page::html_lang;
use crate::desk::language::Language;
use crate::desk::queue::counter::{Counter, CounterNumber, CounterState};
use crate::desk::queue::line::Expected;
use crate::desk::queue::ticket::{Move, Needs, Origin, State, TRANSFERRED, Ticket};
use crate::desk::queue::view::{Hall, PapersState};
use crate::desk::rights::Right;
use crate::desk::rules::{Office, civil};

// Pictures of what somebody needs, as strokes: not every computer at a counter has pictographs in its fonts.
const CHAIR: &str = "M7 3v10h9l2 8M7 13v8M7 8h6";
const EAR: &str = "M7 10a5 5 0 1 1 10 0c0 4-4 4-4 8a3 3 0 0 1-5 2M10 10a2 2 0 1 1 4 0";
const TALK: &str = "M2 4h12v8H8l-3 3v-3H2zM17 9h5v8h-2v3l-4-3h-5v-2";

/// What the live part is made of.
pub(super) struct View<'a> {
    pub(super) web: &'a Web,
    pub(super) t: &'a Words<'a>,
    pub(super) clerk: &'a Clerk,
    pub(super) place: &'a Place,
    pub(super) office: &'a Office,
    pub(super) hall: &'a Hall,
    /// The key of all its forms.
    pub(super) key: &'a str,
}

/// A form that is one button.
#[derive(Clone, Default)]
pub(super) struct Deed<'a> {
    pub(super) what: &'static str,
    pub(super) label: String,
    pub(super) class: &'static str,
    /// The key that presses it.
    pub(super) letter: Option<&'static str>,
    pub(super) counter: Option<CounterNumber>,
    pub(super) ticket: Option<&'a Ticket>,
    pub(super) is_off: bool,
    /// The id of the text that says why it is off.
    pub(super) why: Option<&'static str>,
}

impl<'a> View<'a> {
    pub(super) fn live(&self) -> Markup {
        html! {
            (self.counters())
            @if !self.is_floor() { (self.mine()) }
            (self.numbers())
            (self.queue())
            (self.aside())
            (self.expected())
        }
    }

    // Pieces.

    pub(super) fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.web.app.words_with(id, Language::Ja, values)
    }

    pub(super) fn say_count(&self, id: &str, count: impl ToString) -> String {
        self.say(id, &[("count", count.to_string().as_str())])
    }

    pub(super) fn counter_name(&self, number: CounterNumber) -> String {
        self.say(
            "staff-floor-counter",
            &[("number", number.to_string().as_str())],
        )
    }

    fn since(&self, at: DateTime<Utc>) -> String {
        self.say("staff-floor-since", &[("time", time(at).as_str())])
    }

    /// Whether they guide people in the hall and serve at no counter here.
    pub(super) fn is_floor(&self) -> bool {
        !self.clerk.may_at(Right::Serve, &self.office.id)
    }

    /// Where the clerk sits.
    pub(super) fn seat(&self) -> Option<&'a Counter> {
        let hall: &'a Hall = self.hall;
        hall.line
            .counter_of(&self.clerk.name)
            .filter(|_| !self.is_floor())
    }

    /// The clerk's counter while nobody is called to it.
    pub(super) fn free_seat(&self) -> Option<&'a Counter> {
        let seat = self.seat()?;
        let is_free = self.hall.line.at_counter(seat.number).is_none();
        is_free.then_some(seat)
    }

    /// Whether a step is one that the ticket would take now.
    pub(super) fn may(&self, ticket: &Ticket, step: &Move) -> bool {
        let recalls = self.web.app.rules().queue.recalls;
        ticket.clone().go(step, recalls, self.hall.at).is_ok()
    }

    /// The hidden fields of a form. What has no counter of its own belongs to the clerk's.
    pub(super) fn hidden(
        &self,
        what: &str,
        counter: Option<CounterNumber>,
        ticket: Option<&Ticket>,
    ) -> Markup {
        let own = self.seat().map(|seat| seat.number).or(self.place.counter);
        let mut fields = vec![
            ("key", self.key.to_owned()),
            ("office", self.place.office.to_string()),
        ];
        if !what.is_empty() {
            fields.push(("what", what.to_owned()));
        }
        if let Some(counter) = counter.or(own) {
            fields.push(("counter", counter.to_string()));
        }
        if let Some(ticket) = ticket {
            fields.push(("ticket", ticket.id.to_string()));
            fields.push(("number", ticket.number.to_string()));
        }
        pages::hidden(&fields)
    }

    pub(super) fn deed(&self, deed: &Deed<'_>) -> Markup {
        let whose = match (deed.ticket, deed.counter) {
            (Some(ticket), _) => ticket.id.to_string(),
            (None, Some(counter)) => format!("c{counter}"),
            (None, None) => String::new(),
        };
        html! {
            form method="post" action=(DO) {
                (self.hidden(deed.what, deed.counter, deed.ticket))
                button id={ "do-" (deed.what) "-" (whose) } class=(deed.class) disabled[deed.is_off]
                    aria-describedby=[deed.why]
                    aria-keyshortcuts=[deed.letter] data-letter=[deed.letter] {
                    (deed.label)
                    @if let Some(letter) = deed.letter { " " kbd { (letter.to_uppercase()) } }
                    // Whoever goes from button to button with a screen reader hears whose it is.
                    @if let Some(ticket) = deed.ticket { span class="hidden" { " " (ticket.number) } }
                }
            }
        }
    }

    /// What somebody needs, each as a picture and a word.
    pub(super) fn needs(&self, needs: Needs) -> Markup {
        let known = [
            (needs.chair, CHAIR, "staff-floor-need-chair"),
            (needs.hearing, EAR, "staff-floor-need-hearing"),
            (needs.interpreter, TALK, "staff-floor-need-interpreter"),
        ];
        html! {
            @for (_, strokes, words) in known.into_iter().filter(|(is_needed, ..)| *is_needed) {
                span class="need" {
                    svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(strokes) {} }
                    " " ((self.t)(words))
                }
            }
        }
    }

    pub(super) fn papers(&self, ticket: &Ticket) -> String {
        match self.hall.papers.get(&ticket.id) {
            Some(PapersState::Checked { ready, of }) => {
                let (ready, of) = (ready.to_string(), of.to_string());
                let values = [("ready", ready.as_str()), ("of", of.as_str())];
                self.say("staff-floor-papers-checked", &values)
            }
            Some(PapersState::Unchecked) | None => (self.t)("staff-floor-papers-unchecked"),
        }
    }

    pub(super) fn kind(&self, ticket: &Ticket) -> String {
        match &ticket.origin {
            Origin::WalkIn => (self.t)("staff-floor-walk-in"),
            Origin::Booked { due, late, .. } => {
                let id = if *late {
                    "staff-floor-late"
                } else {
                    "staff-floor-booked"
                };
                self.say(id, &[("time", time(*due).as_str())])
            }
        }
    }

    /// How long somebody has waited, or had waited when they were called.
    pub(super) fn waited(&self, ticket: &Ticket) -> String {
        let until = match ticket.state {
            State::Called { at, .. } => at,
            State::Serving { since, .. } => since,
            _ => self.hall.at,
        };
        let minutes = (until - ticket.waiting_since).num_minutes().max(0);
        self.say_count("staff-floor-minutes", minutes)
    }

    pub(super) fn range(&self, (low, high): (u16, u16)) -> String {
        if low == high {
            return self.say_count("staff-floor-about", high);
        }
        let (low, high) = (low.to_string(), high.to_string());
        self.say(
            "staff-floor-range",
            &[("low", low.as_str()), ("high", high.as_str())],
        )
    }

    pub(super) fn priority(&self, ticket: &Ticket) -> Markup {
        html! {
            @if let Some(priority) = &ticket.priority {
                strong class="badge" { ((self.t)("staff-floor-priority")) } " "
                span class="hint" {
                    @if priority.reason == TRANSFERRED {
                        ((self.t)("staff-floor-transferred"))
                    } @else {
                        bdi { (priority.reason) }
                    }
                }
            }
        }
    }

    /// What happens with a ticket that is at a counter.
    pub(super) fn standing(&self, ticket: &Ticket) -> String {
        let (id, at) = match ticket.state {
            State::Called { at, .. } => ("staff-floor-is-called", at),
            State::Serving { since, .. } => ("staff-floor-is-serving", since),
            State::Parked { at, .. } => ("staff-floor-is-parked", at),
            State::Missed { at } => ("staff-floor-is-missed", at),
            _ => return String::new(),
        };
        self.say(id, &[("time", time(at).as_str())])
    }

    // The counters.

    fn counters(&self) -> Markup {
        html! {
            section id="counters" class="counters" aria-labelledby="counters-title" {
                h2 id="counters-title" { ((self.t)("staff-floor-counters")) }
                ul class="tiles" role="list" {
                    @for counter in &self.hall.line.counters { (self.tile(counter)) }
                }
            }
        }
    }

    fn tile(&self, counter: &Counter) -> Markup {
        let t = self.t;
        let (class, sign, state, since) = match counter.state {
            CounterState::Closed => ("closed", "×", "staff-floor-closed", None),
            CounterState::Open { since, .. } => ("open", "●", "staff-floor-open", Some(since)),
            CounterState::Paused { since, .. } => {
                ("paused", "‖", "staff-floor-paused", Some(since))
            }
        };
        let ticket = self.hall.line.at_counter(counter.number);
        let seat = self.seat();
        let is_own = seat.is_some_and(|seat| seat.number == counter.number);
        let is_left = counter.clerk().is_some() && !is_own && ticket.is_none();
        html! {
            li class={ "tile " (class) } aria-current=[is_own.then_some("true")] {
                h3 {
                    (self.counter_name(counter.number))
                    @if is_own { " " span class="badge" { (t("staff-floor-you")) } }
                }
                p class="state" { span aria-hidden="true" { (sign) } " " (t(state)) }
                @if let Some(clerk) = counter.clerk() {
                    p { (clerk) " " @if let Some(since) = since { span class="hint" { (self.since(since)) } } }
                }
                @if let Some(ticket) = ticket {
                    p class="there" { strong { (ticket.number) } " " (self.standing(ticket)) }
                }
                @if !counter.procedures.is_empty() {
                    p class="hint" { (t("staff-floor-only")) (self.takes(counter)) }
                }
                @if counter.clerk().is_none() && seat.is_none() && !self.is_floor() {
                    (self.sit_down(counter, "staff-floor-sit-down"))
                }
                @if is_left && !self.is_floor() { (self.close_left(counter)) }
            }
        }
    }

    fn takes(&self, counter: &Counter) -> String {
        let procedures: Vec<_> = counter.procedures.iter().copied().collect();
        terms::procedures(self.t, &procedures)
    }

    /// For a counter that somebody has left: behind one more press, because it is another one's.
    fn close_left(&self, counter: &Counter) -> Markup {
        html! {
            details id={ "left-" (counter.number) } {
                summary { ((self.t)("staff-floor-left-open")) }
                (self.deed(&Deed {
                    what: "close",
                    label: (self.t)("staff-floor-close"),
                    counter: Some(counter.number),
                    ..Deed::default()
                }))
            }
        }
    }

    // Those who wait.

    fn queue(&self) -> Markup {
        let t = self.t;
        let waiting = self.hall.in_order();
        html! {
            section id="queue" class="queue" aria-labelledby="queue-title" {
                h2 id="queue-title" { (t("staff-floor-queue")) " " (self.say_count("staff-floor-people", waiting.len())) }
                @if waiting.is_empty() {
                    p { (t("staff-floor-nobody")) }
                } @else {
                    table class="cards" {
                        caption { (t("staff-floor-queue-hint")) }
                        thead { tr {
                            th scope="col" { (t("staff-floor-number")) }
                            th scope="col" { (t("staff-floor-kind")) }
                            th scope="col" { (t("staff-desk-procedures")) }
                            th scope="col" { (t("staff-floor-who")) }
                            th scope="col" { (t("staff-floor-papers")) }
                            th scope="col" { (t("staff-floor-waited")) }
                            th scope="col" { (t("staff-floor-expected-wait")) }
                            th scope="col" { (t("staff-floor-do")) }
                        } }
                        tbody { @for ticket in waiting { (self.row(ticket)) } }
                    }
                }
            }
        }
    }

    fn row(&self, ticket: &Ticket) -> Markup {
        let t = self.t;
        html! {
            tr id={ "ticket-" (ticket.id) } class=[ticket.priority.as_ref().map(|_| "ahead")] {
                th scope="row" data-label=(t("staff-floor-number")) { span class="code" { (ticket.number) } }
                td data-label=(t("staff-floor-kind")) { div {
                    p { (self.kind(ticket)) }
                    (self.priority(ticket))
                    (self.conditions(ticket))
                } }
                td data-label=(t("staff-desk-procedures")) { (terms::procedures(t, &ticket.procedures)) }
                td data-label=(t("staff-floor-who")) { div {
                    (terms::people(t, ticket.people)) " " (language(ticket.language)) " " (self.needs(ticket.needs))
                } }
                td data-label=(t("staff-floor-papers")) { (self.papers(ticket)) }
                td data-label=(t("staff-floor-waited")) { (self.waited(ticket)) }
                td data-label=(t("staff-floor-expected-wait")) {
                    @match self.hall.wait(ticket.id) {
                        Some(wait) => (self.range(wait)),
                        None => (t("staff-floor-unknown")),
                    }
                }
                td class="act" data-label=(t("staff-floor-do")) { div class="deeds" {
                    (self.invite(ticket))
                    (self.more(ticket))
                } }
            }
        }
    }

    /// What keeps a ticket from the next counter, and what was written about it.
    fn conditions(&self, ticket: &Ticket) -> Markup {
        let later = ticket.not_before.filter(|at| *at > self.hall.at);
        html! {
            @if let Some(counter) = ticket.only {
                p class="hint" { (self.say("staff-floor-only-counter", &[("counter", self.counter_name(counter).as_str())])) }
            }
            @if let Some(at) = later {
                p class="hint" { (self.say("staff-floor-not-before", &[("time", time(at).as_str())])) }
            }
            @if !ticket.note.is_empty() { p class="hint" { ((self.t)("staff-floor-note-short")) bdi { (ticket.note) } } }
        }
    }

    /// To the clerk's counter, called or at once, while nobody is there.
    fn invite(&self, ticket: &Ticket) -> Markup {
        let deed = |what, words: &str, counter| Deed {
            what,
            label: (self.t)(words),
            counter: Some(counter),
            ticket: Some(ticket),
            ..Deed::default()
        };
        html! {
            @if let Some(seat) = self.free_seat() {
                @if ticket.is_waiting() { (self.deed(&deed("call", "staff-floor-call", seat.number))) }
                (self.deed(&deed("take", "staff-floor-take", seat.number)))
            }
        }
    }

    // Those put aside, and those who did not come.

    fn aside(&self) -> Markup {
        let t = self.t;
        let is_aside =
            |ticket: &&Ticket| matches!(ticket.state, State::Parked { .. } | State::Missed { .. });
        let tickets: Vec<&Ticket> = self.hall.line.tickets.iter().filter(is_aside).collect();
        html! {
            section id="aside" class="aside" aria-labelledby="aside-title" {
                h2 id="aside-title" { (t("staff-floor-aside")) " " (self.say_count("staff-floor-people", tickets.len())) }
                @if tickets.is_empty() { p { (t("staff-floor-nobody-aside")) } }
                ul class="list" role="list" {
                    @for ticket in tickets {
                        li id={ "ticket-" (ticket.id) } {
                            p { strong class="code" { (ticket.number) } " " (self.standing(ticket)) }
                            p class="hint" {
                                (self.kind(ticket)) " " (terms::procedures(t, &ticket.procedures)) " "
                                (language(ticket.language)) " " (self.needs(ticket.needs))
                            }
                            (self.conditions(ticket))
                            div class="deeds" {
                                (self.return_to_queue(ticket))
                                (self.invite(ticket))
                                (self.leave(ticket))
                            }
                        }
                    }
                }
            }
        }
    }

    fn return_to_queue(&self, ticket: &Ticket) -> Markup {
        self.deed(&Deed {
            what: "return",
            label: (self.t)("staff-floor-return"),
            ticket: Some(ticket),
            ..Deed::default()
        })
    }

    pub(super) fn leave(&self, ticket: &Ticket) -> Markup {
        self.deed(&Deed {
            what: "leave",
            label: (self.t)("staff-floor-leave"),
            ticket: Some(ticket),
            ..Deed::default()
        })
    }

    // How it stands.

    fn numbers(&self) -> Markup {
        let t = self.t;
        let hall = self.hall;
        let counts = [
            ("staff-floor-waiting-booked", hall.waiting(true)),
            ("staff-floor-waiting-walk-in", hall.waiting(false)),
        ];
        html! {
            section id="numbers" class="numbers" aria-labelledby="numbers-title" {
                h2 id="numbers-title" { (t("staff-floor-numbers")) }
                (self.shortage())
                @if !hall.is_foreseen { p class="notice" { (t("staff-floor-not-foreseen")) } }
                @if hall.estimates.leaves_over { p class="notice" { (t("staff-floor-leaves-over")) } }
                dl class="counts" {
                    @for (words, count) in counts {
                        div { dt { (t(words)) } dd { (self.say_count("staff-floor-people", count)) } }
                    }
                    div { dt { (t("staff-floor-walk-in-wait")) } dd { (self.walk_in()) } }
                    div { dt { (t("staff-floor-done-today")) } dd { (self.say_count("staff-floor-visits", hall.line.done)) } }
                    @if let Some(ends) = hall.estimates.ends.filter(|ends| *ends > hall.at) {
                        div { dt { (t("staff-floor-ends")) } dd { (time(ends)) } }
                    }
                }
            }
        }
    }

    fn walk_in(&self) -> String {
        match self.hall.walk_in {
            _ if self.office.series.walk_in.is_none() => (self.t)("staff-floor-booked-only"),
            Some(wait) => self.range(wait.told()),
            None => (self.t)("staff-floor-unknown"),
        }
    }

    /// The counters will not do: from when on, by how much, and how many would.
    fn shortage(&self) -> Markup {
        let Some(short) = self.web.app.shortage(&self.place.office) else {
            return html! {};
        };
        let over = short.overtime_minutes;
        html! {
            div class="notice bad" id="shortage" {
                p {
                    strong { ((self.t)("staff-floor-shortage")) } " "
                    @if let Some(from) = short.from {
                        @let (from, worst) = (time(from), short.worst_minutes.to_string());
                        (self.say("staff-floor-short-late", &[("time", from.as_str()), ("count", worst.as_str())]))
                    }
                    @if over > 0 { (self.say_count("staff-floor-short-over", over)) }
                    @match short.more {
                        Some(more) => (self.say_count("staff-floor-short-more", more)),
                        None => ((self.t)("staff-floor-short-no-cure")),
                    }
                }
            }
        }
    }

    // Those who have reserved and are not here.

    fn expected(&self) -> Markup {
        let t = self.t;
        let expected = &self.hall.line.expected;
        html! {
            section id="expected" class="expected" aria-labelledby="expected-title" {
                h2 id="expected-title" {
                    (t("staff-floor-expected")) " " (self.say_count("staff-floor-visits", expected.len()))
                }
                @if expected.is_empty() { p { (t("staff-floor-nobody-expected")) } }
                ul class="list" role="list" { @for one in expected { (self.coming(one)) } }
            }
        }
    }

    fn coming(&self, one: &Expected) -> Markup {
        let t = self.t;
        let over = (self.hall.at - one.due).num_minutes();
        html! {
            li id={ "expected-" (one.reservation) } {
                p {
                    strong class="code" { (time(one.due)) } " " (terms::procedures(t, &one.procedures)) " "
                    (terms::people(t, one.people))
                    @if over > 0 { " " span class="overdue" { (self.say_count("staff-floor-overdue", over)) } }
                }
                (self.check_in(one))
            }
        }
    }
}

/// The time of an instant, as the clock in the hall shows it.
pub(super) fn time(at: DateTime<Utc>) -> String {
    terms::time(civil(at).time())
}

/// A language in its own name.
pub(super) fn language(language: Language) -> Markup {
    html! { span lang=(html_lang(language.tag())) { (language.endonym()) } }
}
