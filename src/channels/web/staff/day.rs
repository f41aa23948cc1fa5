//! The visits of a day at an office: who comes, who has come, and what has changed since the list was printed.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use maud::{Markup, html};

use super::pages::{self, Frame, Notice, Told, Words};
use super::visits::{self, Mark, Noting, Seen, Which};
use super::{Clerk, Fields, Web, terms};
use crate::app::AppError;
use crate::desk::reservation::ReservationState;
use crate::desk::rights::Right;
use crate::desk::rules::{Office, OfficeId, Rules};
use crate::ids::ReservationId;

/// The list of a day.
pub(super) struct DayList<'a> {
    pub(super) office: &'a Office,
    pub(super) day: NaiveDate,
    pub(super) visits: Vec<Seen>,
    /// What happened after this moment is marked.
    pub(super) since: Option<DateTime<Utc>>,
}

impl<'a> DayList<'a> {
    /// Reads the list that the fields ask for; nothing where there is no office.
    pub(super) fn read(
        web: &'a Web,
        clerk: &Clerk,
        fields: &Fields,
    ) -> Result<Option<DayList<'a>>, AppError> {
        let Some(office) = super::office(web.app.rules(), clerk, Right::SeeBook, fields) else {
            return Ok(None);
        };
        let day = fields
            .day("day")
            .unwrap_or_else(|| super::today(web.app.now()));
        // The page that is printed compares with the print before it.
        let given = fields.get("since").parse::<i64>().ok();
        let since = match given.and_then(DateTime::from_timestamp_millis) {
            Some(since) => Some(since),
            None if fields.has("since") => None,
            None => web.app.store().printed_at(&office.id, day)?,
        };
        let visits = visits::read(web, Which::Day(&office.id, day))?;
        Ok(Some(DayList {
            office,
            day,
            visits,
            since,
        }))
    }

    pub(super) fn mark(&self, seen: &Seen) -> Option<Mark> {
        Mark::of(seen, self.since)
    }

    fn address(&self, path: &str, day: NaiveDate) -> String {
        super::address(
            path,
            &[
                ("office", self.office.id.as_str()),
                ("day", terms::iso(day).as_str()),
            ],
        )
    }

    fn title(&self) -> String {
        format!("{} {}", terms::day(self.day), terms::office(self.office))
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Query(fields): Query<Fields>,
) -> Response {
    let key = match clerk.key(&web).await {
        Ok(key) => key,
        Err(error) => return super::failed(&error),
    };
    let list = match DayList::read(&web, &clerk, &fields) {
        Ok(Some(list)) => list,
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return super::failed(&error),
    };
    let t = super::words(&web);
    if fields.get("print") == "1" {
        return super::show(paper(&t, &list, web.app.now()));
    }
    let told = Notice::read(fields.get("done")).map(|notice| notice.told(&t));
    let page = Page {
        list: &list,
        clerk: &clerk,
        key: &key,
        rules: web.app.rules(),
        now: web.app.now(),
        told: told.as_ref(),
    };
    super::show(page.markup(&t))
}

/// Notes who came and who did not.
pub(super) async fn mark(
    State(web): State<Web>,
    clerk: Clerk,
    Form(form): Form<Fields>,
) -> Response {
    let Some(key) = clerk.key_of(&form) else {
        return super::stale(&web);
    };
    let noting = Noting::read(form.get("what"));
    let (Some(noting), Ok(id)) = (noting, form.get("id").parse().map(ReservationId)) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if let Err(response) = visits::theirs(&web, &clerk, Right::Book, id) {
        return *response;
    }
    // The forms of one page share a key; each visit and each note has its effect of its own.
    let key = format!("{key}:{id}:{}", noting.id());
    let done = match visits::order(&web, &clerk, &key, noting.order(id)).await {
        Ok(Ok(_)) => match noting {
            Noting::Came => Notice::Came,
            Noting::Missed => Notice::Missed,
            Noting::Unmark => Notice::Unmarked,
        },
        Ok(Err(refusal)) => Notice::of(&refusal),
        Err(error) => return super::failed(&error),
    };
    if form.get("back") == "visit" {
        return super::go(&format!("/staff/visit/{id}?done={}", done.id()));
    }
    let fields = [
        ("office", form.get("office")),
        ("day", form.get("day")),
        ("done", done.id()),
    ];
    super::go(&format!(
        "{}#visit-{id}",
        super::address("/staff/day", &fields)
    ))
}

/// Notes that the list is printed, and shows what goes on the paper.
pub(super) async fn printed(
    State(web): State<Web>,
    clerk: Clerk,
    Form(form): Form<Fields>,
) -> Response {
    if clerk.key_of(&form).is_none() {
        return super::stale(&web);
    }
    let office = OfficeId::read(form.get("office"));
    let office = office.filter(|office| web.app.rules().office(office).is_some());
    let (Some(office), Some(day)) = (office, form.day("day")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if !clerk.may_at(Right::SeeBook, &office) {
        return super::not_here(&web);
    }
    let on = terms::iso(day);
    let before = match web.app.store().printed_at(&office, day) {
        Ok(before) => before
            .map(|at| at.timestamp_millis().to_string())
            .unwrap_or_default(),
        Err(error) => return super::failed(&error),
    };
    if let Err(error) = web
        .app
        .note_print(office.clone(), day, clerk.name.clone())
        .await
    {
        return super::failed(&error);
    }
    let fields = [
        ("office", office.as_str()),
        ("day", on.as_str()),
        ("print", "1"),
        ("since", before.as_str()),
    ];
    super::go(&super::address("/staff/day", &fields))
}

struct Page<'a> {
    list: &'a DayList<'a>,
    clerk: &'a Clerk,
    key: &'a str,
    rules: &'a Rules,
    now: DateTime<Utc>,
    told: Option<&'a Told>,
}

impl Page<'_> {
    fn markup(&self, t: &Words<'_>) -> Markup {
        let list = self.list;
        let content = html! {
            (self.navigation(t))
            (counts(t, &list.visits))
            (self.actions(t))
            @if list.visits.iter().all(Seen::is_cancelled) {
                p { (t("staff-desk-nobody")) }
            } @else {
                table class="cards day" {
                    caption { (list.title()) " " (t("staff-desk-visits")) }
                    thead { tr {
                        th scope="col" { (t("staff-desk-time")) }
                        th scope="col" { (t("staff-desk-code")) }
                        th scope="col" { (t("staff-desk-procedures")) }
                        th scope="col" { (t("staff-desk-people")) }
                        th scope="col" { (t("staff-desk-language")) }
                        th scope="col" { (t("staff-desk-reading")) }
                        th scope="col" { (t("staff-desk-phone")) }
                        th scope="col" { (t("staff-desk-note")) }
                        th scope="col" { (t("staff-desk-state")) }
                        th scope="col" { (t("staff-desk-noting")) }
                    } }
                    tbody {
                        @for seen in list.visits.iter().filter(|seen| !seen.is_cancelled()) { (self.row(t, seen)) }
                    }
                }
            }
            (cancelled(t, list))
        };
        let frame = Frame {
            title: &list.title(),
            here: "/staff/day",
            clerk: Some(self.clerk),
            told: self.told,
        };
        frame.markup(t, &content)
    }

    fn navigation(&self, t: &Words<'_>) -> Markup {
        let list = self.list;
        let (before, after) = (list.day - TimeDelta::days(1), list.day + TimeDelta::days(1));
        html! {
            div class="tools" {
                nav class="days" aria-label=(t("staff-desk-days")) {
                    a href=(list.address("/staff/day", before)) rel="prev" accesskey="p" { (t("staff-desk-day-before")) }
                    a href=(list.address("/staff/day", super::today(self.now))) { (t("staff-desk-today")) }
                    a href=(list.address("/staff/day", after)) rel="next" accesskey="n" { (t("staff-desk-day-after")) }
                }
                (pages::place_form(t, "/staff/day", (self.rules, self.clerk, Right::SeeBook), Some(&list.office.id), list.day))
                form class="place" method="get" action="/staff/book" role="search" {
                    label for="q" { (t("staff-desk-search")) }
                    input id="q" name="q" type="search" accesskey="s" autofocus
                        autocomplete="off" placeholder=(t("staff-desk-search-hint"));
                    button class="outline" { (t("staff-desk-search-go")) }
                }
            }
        }
    }

    fn actions(&self, t: &Words<'_>) -> Markup {
        let list = self.list;
        html! {
            div class="buttons" {
                form method="post" action="/staff/printed" {
                    (self.hidden())
                    button class="outline" { (t("staff-desk-print")) }
                }
                a class="button" href=(list.address("/staff/day.csv", list.day)) download { (t("staff-desk-csv")) }
                a class="button" href=(list.address("/staff/day.xlsx", list.day)) download { (t("staff-desk-xlsx")) }
                a class="button" href=(list.address("/staff/book", list.day)) { (t("staff-desk-book-here")) }
            }
            p class="hint" {
                @match list.since {
                    Some(at) => { (t("staff-desk-last-print")) " " (terms::instant(at)) },
                    None => (t("staff-desk-not-printed")),
                }
            }
        }
    }

    fn hidden(&self) -> Markup {
        pages::hidden(&[
            ("key", self.key.to_owned()),
            ("office", self.list.office.id.to_string()),
            ("day", terms::iso(self.list.day)),
        ])
    }

    fn row(&self, t: &Words<'_>, seen: &Seen) -> Markup {
        let reservation = &seen.reservation;
        let time = terms::time(reservation.start().time());
        html! {
            tr id={ "visit-" (reservation.id) } class=(state_class(&reservation.state)) {
                th scope="row" data-label=(t("staff-desk-time")) {
                    (time) " " (pages::mark(t, self.list.mark(seen)))
                }
                td data-label=(t("staff-desk-code")) {
                    (pages::visit_link(seen))
                    @if let Some(by) = &seen.made_by { span class="id" { (t("staff-desk-made-by")) " " bdi { (by) } } }
                }
                td data-label=(t("staff-desk-procedures")) { (terms::procedures(t, &reservation.procedures)) }
                td data-label=(t("staff-desk-people")) { (terms::people(t, reservation.people)) }
                td data-label=(t("staff-desk-language")) { (pages::language(seen)) }
                td data-label=(t("staff-desk-reading")) { (seen.contact.reading) }
                td data-label=(t("staff-desk-phone")) { (pages::phone(&seen.contact.phone)) }
                td data-label=(t("staff-desk-note")) { (seen.contact.note) }
                td data-label=(t("staff-desk-state")) { span class="state" { (t(terms::state_id(&reservation.state))) } }
                td class="act" data-label=(t("staff-desk-noting")) {
                    @if !seen.marks(self.now).is_empty() {
                        form method="post" action="/staff/mark" {
                            (self.hidden())
                            input type="hidden" name="id" value=(reservation.id);
                            (marks(t, seen, self.now))
                        }
                    }
                }
            }
        }
    }
}

/// The buttons for what may be noted; each says to a screen reader whose visit it is.
pub(super) fn marks(t: &Words<'_>, seen: &Seen, now: DateTime<Utc>) -> Markup {
    let reservation = &seen.reservation;
    let time = terms::time(reservation.start().time());
    html! {
        @for noting in seen.marks(now) {
            @let name = t(terms::noting_id(noting));
            button class="small" name="what" value=(noting.id())
                aria-label={ (name) " " (time) " " (reservation.code) } { (name) }
        }
    }
}

const fn state_class(state: &ReservationState) -> &'static str {
    match state {
        ReservationState::Booked { .. } => "booked",
        ReservationState::Came { .. } => "came",
        ReservationState::Missed { .. } => "missed",
        ReservationState::Cancelled { .. } => "cancelled",
    }
}

/// How many visits there are, by state, and how many people come.
fn counts(t: &Words<'_>, visits: &[Seen]) -> Markup {
    let count = |class: &str| {
        let states = visits
            .iter()
            .map(|seen| state_class(&seen.reservation.state));
        states.filter(|state| *state == class).count()
    };
    let coming = visits.iter().filter(|seen| !seen.is_cancelled());
    let people: u32 = coming.map(|seen| u32::from(seen.reservation.people)).sum();
    let counts = [
        ("staff-desk-state-booked", count("booked")),
        ("staff-desk-state-came", count("came")),
        ("staff-desk-state-missed", count("missed")),
        ("staff-desk-state-cancelled", count("cancelled")),
    ];
    html! {
        dl class="counts" {
            @for (name, count) in counts {
                div { dt { (t(name)) } dd { (count) (t("staff-desk-visits-unit")) } }
            }
            div { dt { (t("staff-desk-people-all")) } dd { (people) (t("staff-desk-people-unit")) } }
        }
    }
}

fn cancelled(t: &Words<'_>, list: &DayList<'_>) -> Markup {
    html! {
        @if list.visits.iter().any(Seen::is_cancelled) {
            table class="cards lesser" {
                caption { (t("staff-desk-cancelled-ones")) }
                thead { tr {
                    th scope="col" { (t("staff-desk-time")) }
                    th scope="col" { (t("staff-desk-code")) }
                    th scope="col" { (t("staff-desk-procedures")) }
                    th scope="col" { (t("staff-desk-people")) }
                    th scope="col" { (t("staff-desk-state")) }
                } }
                tbody {
                    @for seen in list.visits.iter().filter(|seen| seen.is_cancelled()) {
                        @let reservation = &seen.reservation;
                        tr id={ "visit-" (reservation.id) } {
                            th scope="row" data-label=(t("staff-desk-time")) {
                                (terms::time(reservation.start().time())) " " (pages::mark(t, list.mark(seen)))
                            }
                            td data-label=(t("staff-desk-code")) { (pages::visit_link(seen)) }
                            td data-label=(t("staff-desk-procedures")) { (terms::procedures(t, &reservation.procedures)) }
                            td data-label=(t("staff-desk-people")) { (terms::people(t, reservation.people)) }
                            td data-label=(t("staff-desk-state")) {
                                (t(terms::state_id(&reservation.state))) " "
                                (terms::state_since(t, &reservation.state))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The list for the paper.
fn paper(t: &Words<'_>, list: &DayList<'_>, now: DateTime<Utc>) -> Markup {
    let content = html! {
        p class="hint" { (t("staff-desk-as-of")) " " (terms::instant(now)) }
        table class="paper" {
            caption { (list.title()) " " (t("staff-desk-visits")) }
            thead { tr {
                th scope="col" { (t("staff-desk-time")) }
                th scope="col" { (t("staff-desk-mark")) }
                th scope="col" { (t("staff-desk-code")) }
                th scope="col" { (t("staff-desk-procedures")) }
                th scope="col" { (t("staff-desk-people")) }
                th scope="col" { (t("staff-desk-language")) }
                th scope="col" { (t("staff-desk-reading")) }
                th scope="col" { (t("staff-desk-phone")) }
                th scope="col" { (t("staff-desk-note")) }
                th scope="col" { (t("staff-desk-state")) }
            } }
            tbody {
                @for seen in list.visits.iter().filter(|seen| !seen.is_cancelled() || list.mark(seen).is_some()) {
                    @let reservation = &seen.reservation;
                    tr class=(state_class(&reservation.state)) {
                        th scope="row" { (terms::time(reservation.start().time())) }
                        td { (pages::mark(t, list.mark(seen))) }
                        td class="code" { (reservation.code) }
                        td { (terms::procedures(t, &reservation.procedures)) }
                        td { (terms::people(t, reservation.people)) }
                        td { (pages::language(seen)) }
                        td { (seen.contact.reading) }
                        td { (seen.contact.phone) }
                        td { (seen.contact.note) }
                        td { (t(terms::state_id(&reservation.state))) }
                    }
                }
            }
        }
    };
    pages::sheet(
        t,
        &list.title(),
        &list.address("/staff/day", list.day),
        &content,
    )
}
