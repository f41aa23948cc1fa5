//! How the pages name what belongs to incidents.

use super::pages::Words;
use crate::app::incidents::Alerts;
use crate::desk::incident::{Act, Field, Freeze, Kind};
use crate::desk::rights::Right;
use crate::ids::IncidentId;
use maud::{Markup, html};

use super::Clerk;

/// Where something is reported.
pub(super) const RAISE: &str = "/staff/incident";
/// Where all of them are listed.
pub(super) const LIST: &str = "/staff/incidents";

/// J-3: the number of an incident (jiko) as staff say it.
pub(super) fn code(id: IncidentId) -> String {
    format!("J-{id}")
}

/// The page of a record.
pub(super) fn address(id: IncidentId) -> String {
    format!("{RAISE}/{id}")
}

pub(super) const fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Leak => "staff-incident-leak",
        Kind::Loss => "staff-incident-loss",
        Kind::Damage => "staff-incident-damage",
        Kind::Threat => "staff-incident-threat",
        Kind::Outage => "staff-incident-outage",
        Kind::Other => "staff-incident-other",
    }
}

pub(super) const fn field_id(field: Field) -> &'static str {
    match field {
        Field::When => "staff-incident-when",
        Field::Where => "staff-incident-where",
        Field::What => "staff-incident-what",
        Field::Who => "staff-incident-who",
        Field::Found => "staff-incident-found",
        Field::Measures => "staff-incident-measures",
        Field::Reported => "staff-incident-reported",
        Field::Cause => "staff-incident-cause",
        Field::Prevention => "staff-incident-prevention",
    }
}

/// What was done with the desk.
pub(super) fn act(t: &Words<'_>, act: Act) -> String {
    match act {
        Act::Freeze { calls_go_on: true } => t("staff-incident-did-freeze-but-calls"),
        Act::Freeze { calls_go_on: false } => t("staff-incident-did-freeze"),
        Act::Thaw => t("staff-incident-did-thaw"),
        Act::Revoke(count) => format!("{} {count}", t("staff-incident-did-revoke")),
        Act::Close => t("staff-incident-did-close"),
    }
}

/// The way to the button, for the frame of every page.
pub(super) fn button(t: &Words<'_>, clerk: &Clerk) -> Markup {
    html! {
        @if clerk.may(Right::RaiseIncident) {
            a class="alarm" href=(RAISE) { (t("staff-incident-button")) }
        }
    }
}

/// What stands at the top of every page until an incident is closed: for those who look after it, and, that messages
/// are stopped, for everybody.
pub(super) fn banner(t: &Words<'_>, clerk: &Clerk) -> Markup {
    let Alerts { open, freeze } = &clerk.alerts;
    let sees = clerk.may(Right::SeeIncidents);
    html! {
        @if sees {
            @for incident in open {
                p class="alert" role="alert" {
                    a href=(address(incident.id)) {
                        (t("staff-incident-is-open")) " " (code(incident.id)) " " (t(kind_id(incident.kind)))
                    }
                    @if is_its_own(freeze.as_ref(), incident.id) { " " strong { (t("staff-incident-is-frozen")) } }
                }
            }
        } @else if freeze.is_some() {
            p class="alert" role="status" { (t("staff-incident-is-frozen-for-all")) }
        }
    }
}

/// Whether it is this incident that has stopped the messages.
pub(super) fn is_its_own(freeze: Option<&Freeze>, id: IncidentId) -> bool {
    freeze.is_some_and(|freeze| freeze.incident == id)
}
