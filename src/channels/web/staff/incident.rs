//! The button for incidents: one page on which anybody at work says that something has gone wrong, in two clicks; and
//! the list of all incidents.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};

use super::incident_words::{LIST, RAISE, address, code, kind_id};
use super::pages::{self, Frame, Told, Words};
use super::{Clerk, Fields, Web, failed, go, incident_record, refused, stale, terms, words};
use crate::desk::incident::TEXT_CHARS_MAX;
use crate::desk::incident::{Incident, Kind, Raising, Refusal, State as IncidentState};
use crate::desk::rights::Right;
use crate::desk::rules::{Office, OfficeId};

/// The routes around incidents.
pub(super) fn routes() -> super::super::Router<Web> {
    super::super::Router::new()
        .route("/staff/incident", get(show).post(raise))
        .route("/staff/incidents", get(list))
        .route("/staff/incident/{id}", get(incident_record::show))
        .route("/staff/incident/{id}/report", get(incident_record::report))
        .route(
            "/staff/incident/{id}/note",
            post(incident_record::note).get(incident_record::home),
        )
        .route(
            "/staff/incident/{id}/do",
            post(incident_record::act).get(incident_record::home),
        )
}

/// What an address may say about what was just done: a closed set, so that a link cannot put words on the page.
fn told(t: &Words<'_>, done: &str) -> Option<Told> {
    Some(match done {
        "raised" => Told {
            is_good: true,
            text: t("staff-incident-done-raised"),
            at: "",
        },
        "kind" => Told::problem(t("staff-incident-no-kind"), "#kinds"),
        "too-long" => Told::problem(t("staff-incident-too-long"), "#what"),
        "repeated" => Told::problem(t("staff-desk-repeated"), ""),
        _ => return None,
    })
}

/// `GET /staff/incident`
async fn show(State(web): State<Web>, clerk: Clerk, Query(fields): Query<Fields>) -> Response {
    let key = match clerk.key(&web).await {
        Ok(key) => key,
        Err(error) => return failed(&error),
    };
    let t = words(&web);
    let told = told(&t, fields.get("done"));
    let content = html! {
        p { (t("staff-incident-lead")) }
        (form(&t, &web, &clerk, &key))
        @if clerk.may(Right::SeeIncidents) { p { a href=(LIST) { (t("staff-incident-list")) } } }
    };
    let frame = Frame {
        title: &t("staff-incident-title"),
        here: RAISE,
        clerk: Some(&clerk),
        told: told.as_ref(),
    };
    super::show(frame.markup(&t, &content))
}

/// The kind is the button that sends the form, so that nothing has to be filled in before.
fn form(t: &Words<'_>, web: &Web, clerk: &Clerk, key: &str) -> Markup {
    let theirs = |office: &&Office| clerk.may_at(Right::RaiseIncident, &office.id);
    html! {
        form class="booking" method="post" action=(RAISE) {
            (pages::hidden(&[("key", key.to_owned())]))
            div class="field" {
                label for="what" { (t("staff-incident-happened")) }
                p class="hint" id="what-hint" { (t("staff-incident-no-names")) }
                textarea id="what" name="what" rows="3" maxlength=(TEXT_CHARS_MAX) aria-describedby="what-hint" {}
            }
            div class="field" {
                label for="office" { (t("staff-incident-office")) }
                select id="office" name="office" {
                    option value="" { (t("staff-incident-no-office")) }
                    @for office in web.app.rules().offices.iter().filter(theirs) {
                        option value=(office.id) { (terms::office(office)) }
                    }
                }
            }
            @if clerk.may_for_all(Right::RunIncident) {
                fieldset {
                    legend { (t("staff-incident-at-once")) }
                    (tick("freeze", &t("staff-incident-freeze"), false))
                    (tick("calls", &t("staff-incident-calls"), true))
                    (tick("revoke", &t("staff-incident-revoke"), false))
                }
            } @else {
                p class="hint" { (t("staff-incident-ask-for-it")) }
            }
            fieldset id="kinds" {
                legend { (t("staff-incident-kind")) }
                p class="hint" { (t("staff-incident-kind-hint")) }
                div class="days" {
                    @for kind in Kind::ALL {
                        button class="danger" name="kind" value=(kind.id()) { (t(kind_id(kind))) }
                    }
                }
            }
        }
    }
}

/// A box to tick.
pub(super) fn tick(name: &str, label: &str, is_on: bool) -> Markup {
    html! {
        p class="tick" {
            input id=(name) type="checkbox" name=(name) value="on" checked[is_on];
            " " label for=(name) { (label) }
        }
    }
}

/// `POST /staff/incident`
async fn raise(State(web): State<Web>, clerk: Clerk, Form(form): Form<Fields>) -> Response {
    let Some(key) = clerk.key_of(&form) else {
        return stale(&web);
    };
    let Some(kind) = Kind::from_id(form.get("kind")) else {
        return go("/staff/incident?done=kind");
    };
    let (freeze, revoke) = (form.has("freeze"), form.has("revoke"));
    // The page of those who may not has no such boxes.
    if (freeze || revoke) && !clerk.may(Right::RunIncident) {
        return refused(&web, "staff-door-supervisors");
    }
    // They stop and end something at every office. Saying what has gone wrong stays everybody's.
    if (freeze || revoke) && !clerk.may_for_all(Right::RunIncident) {
        return super::not_here(&web);
    }
    let office = OfficeId::read(form.get("office"));
    let office = office.filter(|id| web.app.rules().office(id).is_some());
    let wish = Raising {
        kind,
        office,
        what: form.get("what").replace("\r\n", "\n"),
        freeze: freeze.then(|| form.has("calls")),
        revoke,
    };
    let sees = clerk.may(Right::SeeIncidents);
    let by = (clerk.name, clerk.session.as_str());
    let raised = web.app.raise_incident(format!("incident:{key}"), by, wish);
    match raised.await {
        Ok(Ok(id)) if sees => go(&format!("{}?done=raised", address(id))),
        Ok(Ok(_)) => go("/staff/incident?done=raised"),
        Ok(Err(Refusal::TooLong)) => go("/staff/incident?done=too-long"),
        Ok(Err(_)) => go("/staff/incident?done=repeated"),
        Err(error) => failed(&error),
    }
}

/// `GET /staff/incidents`
async fn list(State(web): State<Web>, clerk: Clerk) -> Response {
    let incidents = match web.app.incidents() {
        Ok(incidents) => incidents,
        Err(error) => return failed(&error),
    };
    let t = words(&web);
    let content = html! {
        @if incidents.is_empty() {
            p { (t("staff-incident-none")) }
        } @else {
            (table(&t, &web, &incidents))
        }
    };
    let frame = Frame {
        title: &t("staff-incident-list"),
        here: LIST,
        clerk: Some(&clerk),
        told: None,
    };
    super::show(frame.markup(&t, &content))
}

fn table(t: &Words<'_>, web: &Web, incidents: &[Incident]) -> Markup {
    let head = [
        "staff-incident-number",
        "staff-incident-kind",
        "staff-incident-office",
        "staff-incident-told-by",
        "staff-incident-state",
    ];
    html! {
        table class="cards" {
            caption { (t("staff-incident-list")) }
            thead { tr { @for id in head { th scope="col" { (t(id)) } } } }
            tbody { @for incident in incidents { tr {
                th scope="row" data-label=(t("staff-incident-number")) {
                    a class="code" href=(address(incident.id)) { (code(incident.id)) }
                }
                td data-label=(t("staff-incident-kind")) { (t(kind_id(incident.kind))) }
                td data-label=(t("staff-incident-office")) { (office(t, web, incident)) }
                td data-label=(t("staff-incident-told-by")) {
                    (terms::instant(incident.raised_at)) " " (incident.raised_by)
                }
                td data-label=(t("staff-incident-state")) { (state(t, incident)) }
            } } }
        }
    }
}

/// Where it is about, in words.
pub(super) fn office(t: &Words<'_>, web: &Web, incident: &Incident) -> String {
    match &incident.office {
        Some(id) => terms::office_of(web.app.rules(), id).to_owned(),
        None => t("staff-incident-no-office"),
    }
}

/// Whether it is being dealt with.
pub(super) fn state(t: &Words<'_>, incident: &Incident) -> Markup {
    html! {
        @match &incident.state {
            IncidentState::Open => strong { (t("staff-incident-open")) },
            IncidentState::Closed { by, at } => {
                (t("staff-incident-closed")) " " (terms::instant(*at)) " " (by)
            }
        }
    }
}
