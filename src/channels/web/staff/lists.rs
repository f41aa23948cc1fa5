//! The waiting list, the call list of closed days, and the list by which the cards are sorted in the morning.

use axum::extract::{Query, State};
use axum::response::Response;
use chrono::NaiveDate;
use maud::{Markup, html};

use super::day::DayList;
use super::pages::{self, Frame, Words};
use super::visits::{self, Seen, Which};
use super::{Clerk, Fields, Web, terms};
use crate::desk::rights::Right;
use crate::desk::rules::{Office, Rules};
use crate::desk::waiting::Wait;

pub(super) async fn waiting(State(web): State<Web>, clerk: Clerk) -> Response {
    match web.app.store().waiting() {
        Ok(mut waits) => {
            waits.retain(|wait| clerk.may_at(Right::SeeBook, &wait.office));
            super::show(waiting_page(
                &super::words(&web),
                &clerk,
                web.app.rules(),
                &waits,
            ))
        }
        Err(error) => super::failed(&error),
    }
}

fn waiting_page(t: &Words<'_>, clerk: &Clerk, rules: &Rules, waits: &[Wait]) -> Markup {
    let content = html! {
        p class="hint" { (t("staff-desk-waiting-hint")) }
        @if waits.is_empty() {
            p { (t("staff-desk-nobody-waits")) }
        } @else {
            table class="cards" {
                caption { (t("staff-desk-waiting")) " " (waits.len()) (t("staff-desk-visits-unit")) }
                thead { tr {
                    th scope="col" { (t("staff-desk-place")) }
                    th scope="col" { (t("staff-desk-office")) }
                    th scope="col" { (t("staff-desk-procedures")) }
                    th scope="col" { (t("staff-desk-people")) }
                    th scope="col" { (t("staff-desk-days")) }
                    th scope="col" { (t("staff-desk-part")) }
                    th scope="col" { (t("staff-desk-since")) }
                    th scope="col" { (t("staff-desk-lapses")) }
                } }
                tbody { @for (n, wait) in waits.iter().enumerate() { (waiting_row(t, rules, n + 1, wait)) } }
            }
        }
    };
    let frame = Frame {
        title: &t("staff-desk-waiting"),
        here: "/staff/waiting",
        clerk: Some(clerk),
        told: None,
    };
    frame.markup(t, &content)
}

fn waiting_row(t: &Words<'_>, rules: &Rules, place: usize, wait: &Wait) -> Markup {
    html! { tr {
        th scope="row" data-label=(t("staff-desk-place")) { (place) }
        td data-label=(t("staff-desk-office")) { (terms::office_of(rules, &wait.office)) }
        td data-label=(t("staff-desk-procedures")) { (terms::procedures(t, &wait.procedures)) }
        td data-label=(t("staff-desk-people")) { (terms::people(t, wait.people)) }
        td data-label=(t("staff-desk-days")) {
            (terms::day(wait.first_day))
            @if wait.last_day > wait.first_day { "–" (terms::day(wait.last_day)) }
        }
        td data-label=(t("staff-desk-part")) {
            @match wait.range {
                Some(range) => { (terms::time(range.from)) "–" (terms::time(range.to)) },
                None => (t("staff-desk-any-time")),
            }
        }
        td data-label=(t("staff-desk-since")) { (terms::instant(wait.made_at)) }
        td data-label=(t("staff-desk-lapses")) { (wait.lapses) }
    } }
}

pub(super) async fn conflicts(State(web): State<Web>, clerk: Clerk) -> Response {
    let rules = match web.app.rules_and_book().await {
        Ok((rules, _)) => rules,
        Err(error) => return super::failed(&error),
    };
    match visits::read(&web, Which::Outside(&rules)) {
        Ok(mut found) => {
            found.retain(|seen| seen.is_at(&clerk, Right::SeeBook));
            super::show(conflicts_page(&super::words(&web), &clerk, &rules, found))
        }
        Err(error) => super::failed(&error),
    }
}

/// Who has not heard of it, has not answered in time, or has left a number is called.
fn is_to_call(seen: &Seen) -> bool {
    let has_ended = matches!(seen.offer.as_deref(), Some("lapsed" | "declined"));
    !seen.reachable || has_ended || !seen.contact.phone.is_empty()
}

fn conflicts_page(t: &Words<'_>, clerk: &Clerk, rules: &Rules, found: Vec<Seen>) -> Markup {
    let (call, wait): (Vec<Seen>, Vec<Seen>) = found.into_iter().partition(is_to_call);
    let content = html! {
        p class="hint" { (t("staff-desk-conflicts-hint")) }
        @if call.is_empty() && wait.is_empty() { p { (t("staff-desk-no-conflicts")) } }
        @if !call.is_empty() { (conflicts_table(t, rules, &t("staff-desk-to-call"), &call)) }
        @if !wait.is_empty() { (conflicts_table(t, rules, &t("staff-desk-to-wait"), &wait)) }
    };
    let frame = Frame {
        title: &t("staff-desk-conflicts"),
        here: "/staff/conflicts",
        clerk: Some(clerk),
        told: None,
    };
    frame.markup(t, &content)
}

fn conflicts_table(t: &Words<'_>, rules: &Rules, title: &str, found: &[Seen]) -> Markup {
    html! {
        table class="cards" {
            caption { (title) " " (found.len()) (t("staff-desk-visits-unit")) }
            thead { tr {
                th scope="col" { (t("staff-desk-when")) }
                th scope="col" { (t("staff-desk-code")) }
                th scope="col" { (t("staff-desk-office")) }
                th scope="col" { (t("staff-desk-procedures")) }
                th scope="col" { (t("staff-desk-people")) }
                th scope="col" { (t("staff-desk-language")) }
                th scope="col" { (t("staff-desk-reading")) }
                th scope="col" { (t("staff-desk-phone")) }
                th scope="col" { (t("staff-desk-offer")) }
            } }
            tbody { @for seen in found { (conflict_row(t, rules, seen)) } }
        }
    }
}

fn conflict_row(t: &Words<'_>, rules: &Rules, seen: &Seen) -> Markup {
    let reservation = &seen.reservation;
    html! { tr {
        th scope="row" data-label=(t("staff-desk-when")) { (terms::moment(reservation.start())) }
        td data-label=(t("staff-desk-code")) { (pages::visit_link(seen)) }
        td data-label=(t("staff-desk-office")) { (terms::office_of(rules, &reservation.span.office)) }
        td data-label=(t("staff-desk-procedures")) { (terms::procedures(t, &reservation.procedures)) }
        td data-label=(t("staff-desk-people")) { (terms::people(t, reservation.people)) }
        td data-label=(t("staff-desk-language")) { (pages::language(seen)) }
        td data-label=(t("staff-desk-reading")) { (seen.contact.reading) }
        td data-label=(t("staff-desk-phone")) { (pages::phone(&seen.contact.phone)) }
        td data-label=(t("staff-desk-offer")) {
            (terms::offer(t, seen))
            @if !seen.reachable { " " strong class="mark" { (t("staff-desk-unreachable")) } }
        }
    } }
}

pub(super) async fn morning(
    State(web): State<Web>,
    clerk: Clerk,
    Query(fields): Query<Fields>,
) -> Response {
    let day = fields
        .day("day")
        .unwrap_or_else(|| super::today(web.app.now()));
    let mut lists = Vec::new();
    let theirs = |office: &&Office| clerk.may_at(Right::SeeBook, &office.id);
    for office in web.app.rules().offices.iter().filter(theirs) {
        let here = Fields(vec![
            ("office".to_owned(), office.id.to_string()),
            ("day".to_owned(), terms::iso(day)),
        ]);
        match DayList::read(&web, &clerk, &here) {
            Ok(list) => lists.extend(list),
            Err(error) => return super::failed(&error),
        }
    }
    super::show(morning_page(&super::words(&web), &web, &clerk, day, &lists))
}

fn morning_page(
    t: &Words<'_>,
    web: &Web,
    clerk: &Clerk,
    day: NaiveDate,
    lists: &[DayList<'_>],
) -> Markup {
    let title = format!("{} {}", t("staff-desk-morning"), terms::day(day));
    let content = html! {
        (pages::place_form(t, "/staff/morning", (web.app.rules(), clerk, Right::SeeBook), None, day))
        p class="hint" { (t("staff-desk-as-of")) " " (terms::instant(web.app.now())) }
        @for list in lists { (morning_table(t, list)) }
    };
    pages::sheet(t, &title, "/staff/day", &content)
}

fn morning_table(t: &Words<'_>, list: &DayList<'_>) -> Markup {
    let booked: Vec<&Seen> = list.visits.iter().filter(|seen| seen.is_booked()).collect();
    html! {
        @if booked.is_empty() {
            h2 { (terms::office(list.office)) }
            p { (t("staff-desk-nobody")) }
        } @else {
            table class="paper" {
                caption { (terms::office(list.office)) " " (booked.len()) (t("staff-desk-visits-unit")) }
                thead { tr {
                    th scope="col" { (t("staff-desk-done")) }
                    th scope="col" { (t("staff-desk-time")) }
                    th scope="col" { (t("staff-desk-code")) }
                    th scope="col" { (t("staff-desk-procedures")) }
                    th scope="col" { (t("staff-desk-people")) }
                    th scope="col" { (t("staff-desk-mark")) }
                } }
                tbody {
                    @for seen in booked {
                        @let reservation = &seen.reservation;
                        tr {
                            td { span class="box" aria-hidden="true" {} }
                            th scope="row" { (terms::time(reservation.start().time())) }
                            td class="code" { (reservation.code) }
                            td { (terms::procedures(t, &reservation.procedures)) }
                            td { (terms::people(t, reservation.people)) }
                            td { (pages::mark(t, list.mark(seen))) }
                        }
                    }
                }
            }
        }
    }
}
