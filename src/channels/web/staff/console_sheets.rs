//! Hand-over sheets on the console: those that lead to this counter, and the form for whoever stands at it.

use maud::{Markup, html};

use super::console_page::View;
use super::pages;
use super::sheets::{self, FROM_FLOOR, Wish};
use crate::desk::queue::ticket::Ticket;
use crate::desk::rights::Right;

impl View<'_> {
    /// The sheets of people who are on their way to the clerk's counter, or to any counter of the office.
    pub(super) fn arriving(&self) -> Markup {
        if !self.clerk.may_at(Right::SeeCases, &self.office.id) {
            return html! {};
        }
        let sheets = match self.web.app.open_sheets() {
            Ok(sheets) => sheets,
            Err(error) => {
                tracing::error!(%error, "the hand-over sheets could not be read");
                return html! {};
            }
        };
        let seat = self.seat().map(|seat| seat.number);
        let here = sheets::for_counter(&sheets, &self.office.id, seat);
        html! {
            @if !here.is_empty() {
                div id="arriving" class="notice" {
                    p { strong { ((self.t)("staff-sheet-arriving")) } }
                    ul role="list" class="sheets" {
                        @for sheet in here { li { (sheets::line(self.web, self.t, sheet)) } }
                    }
                }
            }
        }
    }

    /// The form of a sheet for the ticket at the clerk's counter.
    pub(super) fn hand_over(&self, ticket: &Ticket) -> Markup {
        let prefix = format!("sheet-{}", ticket.id);
        html! {
            details id=(prefix) {
                summary { ((self.t)("staff-sheet-new")) }
                form method="post" action=(FROM_FLOOR) class="stack" {
                    (pages::hidden(&[
                        ("key", self.key.to_owned()),
                        ("office", self.place.office.to_string()),
                        ("ticket", ticket.id.to_string()),
                    ]))
                    (sheets::fields(self.web, self.t, &prefix, &Wish::default()))
                }
            }
        }
    }
}
