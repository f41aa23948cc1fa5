//! The clerk's own counter: who is there, and everything one does with them.

use maud::{Markup, html};

use super::console::DO;
use super::console_orders::{DONE_MAX, TEXT_CHARS_MAX};
use super::console_page::{Deed, View, language};
use super::terms;
use crate::desk::procedure::Procedure;
use crate::desk::queue::counter::Counter;
use crate::desk::queue::ticket::{Move, State, Ticket};

impl View<'_> {
    pub(super) fn mine(&self) -> Markup {
        let t = self.t;
        let Some(seat) = self.seat() else {
            return html! {
                section id="mine" class="mine" aria-labelledby="mine-title" {
                    h2 id="mine-title" { (t("staff-floor-mine")) }
                    p { (t("staff-floor-no-seat")) }
                    (self.arriving())
                }
            };
        };
        html! {
            section id="mine" class="mine" aria-labelledby="mine-title" {
                h2 id="mine-title" { (self.counter_name(seat.number)) " " span class="badge" { (t("staff-floor-you")) } }
                (self.arriving())
                @match self.hall.line.at_counter(seat.number) {
                    Some(ticket) => (self.at_hand(seat, ticket)),
                    None => (self.idle(seat)),
                }
                (self.seat_buttons(seat))
            }
        }
    }

    fn idle(&self, seat: &Counter) -> Markup {
        let t = self.t;
        let rules = &self.web.app.rules().queue;
        let next = self.hall.line.next(seat, rules, self.hall.at);
        html! {
            p id="mine-state" {
                @match next {
                    Some(next) => { (t("staff-floor-is-next")) " " strong { (next.number) } " " (self.kind(next)) },
                    None => (t("staff-floor-nobody-for-you")),
                }
            }
            @if !seat.is_open() { p class="hint" { (t("staff-floor-pause-hint")) } }
            (self.deed(&Deed {
                what: "next",
                label: t("staff-floor-next"),
                class: "solid big",
                letter: Some("n"),
                counter: Some(seat.number),
                ..Deed::default()
            }))
        }
    }

    /// What a clerk does with a seat that is theirs.
    fn seat_buttons(&self, seat: &Counter) -> Markup {
        let t = self.t;
        let button = |what, words: &str| Deed {
            what,
            label: t(words),
            counter: Some(seat.number),
            ..Deed::default()
        };
        html! {
            div class="buttons seat" {
                @if seat.is_open() {
                    (self.deed(&button("pause", "staff-floor-pause")))
                } @else {
                    (self.deed(&button("resume", "staff-floor-resume")))
                }
                @if self.free_seat().is_some() { (self.deed(&button("close", "staff-floor-close"))) }
            }
            details id="my-procedures" {
                summary { (t("staff-floor-change-procedures")) }
                (self.sit_down(seat, "staff-floor-save"))
            }
        }
    }

    fn at_hand(&self, seat: &Counter, ticket: &Ticket) -> Markup {
        html! {
            p id="mine-state" class="at-hand" {
                strong class="huge" { (ticket.number) } " " span class="state" { (self.standing(ticket)) }
            }
            (self.facts(ticket))
            @match ticket.state {
                State::Called { recalls, .. } => (self.called(ticket, recalls)),
                _ => (self.finish(ticket)),
            }
            (self.set_aside(ticket))
            (self.transfer(seat, ticket))
            (self.hand_over(ticket))
        }
    }

    fn facts(&self, ticket: &Ticket) -> Markup {
        let t = self.t;
        html! {
            dl class="facts" {
                div { dt { (t("staff-floor-kind")) } dd { (self.kind(ticket)) } }
                div { dt { (t("staff-desk-procedures")) } dd { (terms::procedures(t, &ticket.procedures)) } }
                div { dt { (t("staff-desk-people")) } dd { (terms::people(t, ticket.people)) } }
                div { dt { (t("staff-desk-language")) } dd { (language(ticket.language)) } }
                div {
                    dt { (t("staff-floor-needs")) }
                    dd { @if ticket.needs.is_none() { (t("staff-floor-needs-none")) } @else { (self.needs(ticket.needs)) } }
                }
                div { dt { (t("staff-floor-papers")) } dd { (self.papers(ticket)) } }
                div { dt { (t("staff-floor-waited")) } dd { (self.waited(ticket)) } }
                @if ticket.priority.is_some() {
                    div { dt { (t("staff-floor-priority-head")) } dd { (self.priority(ticket)) } }
                }
                @if !ticket.note.is_empty() {
                    div { dt { (t("staff-floor-note-before")) } dd { (ticket.note) } }
                }
            }
        }
    }

    fn called(&self, ticket: &Ticket, recalls: u8) -> Markup {
        let t = self.t;
        let left = self.web.app.rules().queue.recalls.saturating_sub(recalls);
        let may_miss = self.may(ticket, &Move::Miss);
        let deed = |what, label, class, letter| Deed {
            what,
            label,
            class,
            letter: Some(letter),
            ticket: Some(ticket),
            ..Deed::default()
        };
        html! {
            div class="buttons" {
                (self.deed(&deed("serve", t("staff-floor-serve"), "solid", "s")))
                (self.deed(&Deed {
                    is_off: left == 0,
                    ..deed("recall", self.say_count("staff-floor-recall", left), "", "r")
                }))
                (self.deed(&Deed {
                    is_off: !may_miss,
                    why: (!may_miss).then_some("miss-hint"),
                    ..deed("miss", t("staff-floor-miss"), "", "m")
                }))
            }
            @if !may_miss { p id="miss-hint" class="hint" { (self.say_count("staff-floor-miss-hint", left)) } }
        }
    }

    /// What ends neither well nor badly: put aside, called by mistake, gone.
    fn set_aside(&self, ticket: &Ticket) -> Markup {
        let t = self.t;
        let deed = |what, words: &str, letter| Deed {
            what,
            label: t(words),
            letter,
            ticket: Some(ticket),
            ..Deed::default()
        };
        html! {
            div class="buttons" {
                (self.deed(&deed("park", "staff-floor-park", Some("p"))))
                @if self.may(ticket, &Move::Undo) { (self.deed(&deed("undo", "staff-floor-undo", None))) }
                @if self.may(ticket, &Move::Leave) { (self.deed(&deed("leave", "staff-floor-leave", None))) }
            }
        }
    }

    // Forms.

    /// To sit down at a counter, or to change what one does there.
    pub(super) fn sit_down(&self, counter: &Counter, words: &str) -> Markup {
        let t = self.t;
        let takes = |procedure: &Procedure| {
            counter.procedures.is_empty() || counter.procedures.contains(procedure)
        };
        let number = counter.number;
        html! {
            form method="post" action=(DO) class="sit" {
                (self.hidden("open", Some(number), None))
                details id={ "takes-" (number) } {
                    summary { (t("staff-floor-which-procedures")) }
                    fieldset class="checks" {
                        legend { (t("staff-desk-procedures")) }
                        @for procedure in &self.office.procedures {
                            label {
                                input type="checkbox" id={ "takes-" (number) "-" (procedure.id()) }
                                    name="procedure" value=(procedure.id()) checked[takes(procedure)];
                                " " (terms::procedure(t, *procedure))
                            }
                        }
                    }
                }
                button id={ "do-open-c" (number) } class="solid" {
                    (t(words)) span class="hidden" { " " (self.counter_name(number)) }
                }
            }
        }
    }

    /// The end of a visit with what was done: as one came for it, for each person once.
    fn finish(&self, ticket: &Ticket) -> Markup {
        let t = self.t;
        let others = self
            .office
            .procedures
            .iter()
            .filter(|p| !ticket.procedures.contains(p));
        let others: Vec<Procedure> = others.copied().collect();
        html! {
            form method="post" action=(DO) class="finish" {
                (self.hidden("finish", None, Some(ticket)))
                fieldset {
                    legend { (t("staff-floor-what-was-done")) }
                    div class="row" {
                        @for procedure in &ticket.procedures { (self.count(ticket, *procedure, ticket.people)) }
                    }
                    @if !others.is_empty() {
                        details id={ "finish-others-" (ticket.id) } {
                            summary { (t("staff-floor-other-procedures")) }
                            div class="row" {
                                @for procedure in others { (self.count(ticket, procedure, 0)) }
                            }
                        }
                    }
                }
                button id={ "do-finish-" (ticket.id) } class="solid big"
                    aria-keyshortcuts="f" data-letter="f" {
                    (t("staff-floor-finish")) " " kbd { "F" }
                }
            }
        }
    }

    fn count(&self, ticket: &Ticket, procedure: Procedure, count: u8) -> Markup {
        let id = format!("done-{}-{}", procedure.id(), ticket.id);
        html! {
            div class="field count" {
                label for=(id) { (terms::procedure(self.t, procedure)) }
                input id=(id) name={ "done-" (procedure.id()) } type="number" inputmode="numeric"
                    min="0" max=(DONE_MAX) value=(count);
            }
        }
    }

    /// To another counter or office, with a note for whoever goes on.
    fn transfer(&self, seat: &Counter, ticket: &Ticket) -> Markup {
        let t = self.t;
        let rules = self.web.app.rules();
        let others = self
            .hall
            .line
            .counters
            .iter()
            .filter(|other| other.number != seat.number);
        let offices = rules
            .offices
            .iter()
            .filter(|office| office.id != self.office.id);
        let (to, note) = (format!("to-{}", ticket.id), format!("note-{}", ticket.id));
        let hint = format!("note-hint-{}", ticket.id);
        html! {
            details id={ "transfer-" (ticket.id) } {
                summary { (t("staff-floor-transfer")) }
                form method="post" action=(DO) class="stack" {
                    (self.hidden("transfer", None, Some(ticket)))
                    div class="field" {
                        label for=(to) { (t("staff-floor-transfer-to")) }
                        select id=(to) name="to" required {
                            option value="" { (t("staff-floor-choose")) }
                            optgroup label=(terms::office(self.office)) {
                                @for other in others {
                                    option value={ "counter-" (other.number) } {
                                        (self.counter_name(other.number)) " " (self.who_is_there(other))
                                    }
                                }
                            }
                            @if rules.offices.len() > 1 {
                                optgroup label=(t("staff-floor-other-offices")) {
                                    @for office in offices {
                                        option value={ "office-" (office.id) } { (terms::office(office)) }
                                    }
                                }
                            }
                        }
                    }
                    div class="field wide" {
                        label for=(note) { (t("staff-floor-note-label")) }
                        input id=(note) name="note" maxlength=(TEXT_CHARS_MAX) autocomplete="off"
                            aria-describedby=(hint);
                        p class="hint" id=(hint) { (t("staff-floor-note-hint")) }
                    }
                    button id={ "do-transfer-" (ticket.id) } { (t("staff-floor-do-transfer")) }
                }
            }
        }
    }

    fn who_is_there(&self, counter: &Counter) -> String {
        match counter.clerk() {
            Some(clerk) => clerk.to_owned(),
            None => (self.t)("staff-floor-closed"),
        }
    }
}
