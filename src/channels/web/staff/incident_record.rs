//! The record of an incident as it grows, what is done with the desk because of it, and the report that it becomes.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::incident::{office, state, tick};
use super::incident_words::{self as named, LIST, address, code, field_id, is_its_own, kind_id};
use super::pages::{self, Frame, Told, Words};
use super::{Clerk, Fields, Web, failed, go, stale, terms, words};
use crate::desk::incident::{Action, Entry, Field, Line, Record, Refusal, TEXT_CHARS_MAX};
use crate::desk::rights::Right;
use crate::desk::rules::civil;
use crate::ids::IncidentId;

/// What an address may say about what was just done: a closed set, so that a link cannot put words on the page.
fn told(t: &Words<'_>, done: &str) -> Option<Told> {
    let good = |id: &str| Told {
        is_good: true,
        text: t(id),
        at: "",
    };
    let bad = |id: &str, at: &'static str| Told::problem(t(id), at);
    Some(match done {
        "raised" => good("staff-incident-done-raised"),
        "noted" => good("staff-incident-done-noted"),
        "freeze" => good("staff-incident-did-freeze"),
        "thaw" => good("staff-incident-did-thaw"),
        "revoke" => good("staff-incident-done-revoked"),
        "close" => good("staff-incident-did-close"),
        "empty" => bad("staff-incident-empty", "#fields"),
        "too-long" => bad("staff-incident-too-long", "#fields"),
        "missing" => bad("staff-incident-is-missing", "#missing"),
        "frozen" => bad("staff-incident-still-frozen", "#steps"),
        "already" => bad("staff-incident-already-frozen", ""),
        "not-frozen" => bad("staff-incident-not-frozen", ""),
        "closed" => bad("staff-incident-is-closed", ""),
        "repeated" => bad("staff-desk-repeated", ""),
        _ => return None,
    })
}

const fn refusal_id(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Empty => "empty",
        Refusal::TooLong => "too-long",
        Refusal::Missing(_) => "missing",
        Refusal::Frozen => "frozen",
        Refusal::AlreadyFrozen => "already",
        Refusal::NotFrozen => "not-frozen",
        Refusal::Closed | Refusal::Unknown => "closed",
        Refusal::Repeated => "repeated",
    }
}

/// The record that an address names, for somebody with the right.
struct Opened {
    clerk: Clerk,
    record: Record,
}

fn open(web: &Web, headers: &HeaderMap, id: i64) -> Result<Opened, Box<Response>> {
    let clerk = super::clerk(web, headers)?;
    match web.app.incident(IncidentId(id)) {
        Ok(Some(record)) => Ok(Opened { clerk, record }),
        Ok(None) => Err(Box::new(unknown(web, &clerk))),
        Err(error) => Err(Box::new(failed(&error))),
    }
}

fn unknown(web: &Web, clerk: &Clerk) -> Response {
    let t = words(web);
    let content = html! {
        p class="notice bad" role="alert" { (t("staff-incident-unknown")) }
        p { a href=(LIST) { (t("staff-incident-list")) } }
    };
    let frame = Frame {
        title: &t("staff-incident-list"),
        here: LIST,
        clerk: Some(clerk),
        told: None,
    };
    (
        StatusCode::NOT_FOUND,
        super::show(frame.markup(&t, &content)),
    )
        .into_response()
}

/// `GET /staff/incident/{id}`
pub(super) async fn show(
    State(web): State<Web>,
    headers: HeaderMap,
    Path(id): Path<i64>,
    Query(fields): Query<Fields>,
) -> Response {
    let Opened { clerk, record } = match open(&web, &headers, id) {
        Ok(opened) => opened,
        Err(response) => return *response,
    };
    let key = match clerk.key(&web).await {
        Ok(key) => key,
        Err(error) => return failed(&error),
    };
    let t = words(&web);
    let incident = &record.incident;
    let told = told(&t, fields.get("done"));
    let office = incident.office.as_ref();
    let runs = incident.is_open() && clerk.may_about(Right::RunIncident, office);
    let rules_all = incident.is_open() && clerk.may_for_all(Right::RunIncident);
    let content = html! {
        (head(&t, &web, &record))
        p class="off-paper" {
            a href={ (address(incident.id)) "/report" } { (t("staff-incident-report")) }
            @if clerk.may(Right::SeeAudit) { " " a href=(audit_address(&web, &record)) { (t("staff-incident-audit")) } }
            " " a href=(LIST) { (t("staff-incident-list")) }
        }
        @if rules_all { (steps(&t, &clerk, &record, &key)) }
        @if incident.is_open() { (missing(&t, &record, runs.then_some(key.as_str()))) }
        (timeline(&t, &record.entries))
        @if runs { (forms(&t, &record, &key)) }
    };
    let title = format!("{} {}", code(incident.id), t(kind_id(incident.kind)));
    let frame = Frame {
        title: &title,
        here: LIST,
        clerk: Some(&clerk),
        told: told.as_ref(),
    };
    super::show(frame.markup(&t, &content))
}

/// The rows of the log that tell of it.
fn audit_address(web: &Web, record: &Record) -> String {
    let id = record.incident.id;
    let first = terms::iso(civil(record.incident.raised_at).date());
    let until = terms::iso(super::today(web.app.now()));
    let subject = format!("incident/{id}");
    let fields = [
        ("from", first.as_str()),
        ("until", until.as_str()),
        ("subject", subject.as_str()),
    ];
    super::address("/staff/audit", &fields)
}

fn head(t: &Words<'_>, web: &Web, record: &Record) -> Markup {
    let incident = &record.incident;
    html! {
        dl class="counts" {
            div { dt { (t("staff-incident-state")) } dd { (state(t, incident)) } }
            div { dt { (t("staff-incident-kind")) } dd { (t(kind_id(incident.kind))) } }
            div { dt { (t("staff-incident-office")) } dd { (office(t, web, incident)) } }
            div {
                dt { (t("staff-incident-told-by")) }
                dd { (terms::instant(incident.raised_at)) " " (incident.raised_by) }
            }
        }
    }
}

/// What is done with the desk itself.
fn steps(t: &Words<'_>, clerk: &Clerk, record: &Record, key: &str) -> Markup {
    let id = record.incident.id;
    let freeze = clerk.alerts.freeze.as_ref();
    html! {
        section id="steps" aria-labelledby="steps-title" {
            h2 id="steps-title" { (t("staff-incident-steps")) }
            @match freeze {
                None => (act_form(id, key, "freeze", &t("staff-incident-freeze"), "danger",
                    &tick("calls", &t("staff-incident-calls"), true))),
                Some(freeze) if is_its_own(Some(freeze), id) => {
                    p { strong { (t("staff-incident-is-frozen")) } " " (terms::instant(freeze.since)) }
                    p { (t(if freeze.calls_go_on { "staff-incident-calls-go-on" } else { "staff-incident-calls-stopped" })) }
                    (act_form(id, key, "thaw", &t("staff-incident-thaw"), "solid", &html! {}))
                }
                Some(freeze) => p {
                    (t("staff-incident-frozen-by")) " "
                    a href=(address(freeze.incident)) { (code(freeze.incident)) }
                },
            }
            (act_form(id, key, "revoke", &t("staff-incident-revoke"), "danger", &html! {}))
        }
    }
}

fn act_form(
    id: IncidentId,
    key: &str,
    what: &str,
    label: &str,
    class: &str,
    inside: &Markup,
) -> Markup {
    html! {
        form method="post" action={ (address(id)) "/do" } {
            (pages::hidden(&[("key", key.to_owned()), ("what", what.to_owned())]))
            (inside)
            button class=(class) { (label) }
        }
    }
}

/// What is still to be written down, or the end of it.
fn missing(t: &Words<'_>, record: &Record, key: Option<&str>) -> Markup {
    let missing = record.missing();
    html! {
        section id="missing" aria-labelledby="missing-title" {
            h2 id="missing-title" { (t("staff-incident-before-closing")) }
            @if missing.is_empty() {
                p { (t("staff-incident-whole")) }
            } @else {
                p { (t("staff-incident-is-missing")) }
                ul { @for field in &missing { li { a href={ "#" (field.id()) } { (t(field_id(*field))) } } } }
            }
            @if let Some(key) = key.filter(|_| missing.is_empty()) {
                (act_form(record.incident.id, key, "close", &t("staff-incident-close"), "solid", &html! {}))
            }
        }
    }
}

/// Everything that was done and written, the oldest first.
fn timeline(t: &Words<'_>, entries: &[Entry]) -> Markup {
    html! {
        section aria-labelledby="timeline-title" {
            h2 id="timeline-title" { (t("staff-incident-timeline")) }
            @if entries.is_empty() { p { (t("staff-incident-nothing-written")) } }
            ol class="timeline" { @for entry in entries { li { (line(t, entry)) } } }
        }
    }
}

fn line(t: &Words<'_>, entry: &Entry) -> Markup {
    html! {
        span class="hint" { (terms::instant(entry.at)) " " (entry.who) } " "
        @match &entry.line {
            Line::Text(field, text) => { strong { (t(field_id(*field))) } p class="words" { (text) } }
            Line::Act(done) => strong { (named::act(t, *done)) },
        }
    }
}

/// A form for each field. A correction is written like a first entry.
fn forms(t: &Words<'_>, record: &Record, key: &str) -> Markup {
    let id = record.incident.id;
    let count = |field: Field| {
        let entries = record.entries.iter();
        entries.filter(|entry| entry.field() == Some(field)).count()
    };
    html! {
        section id="fields" aria-labelledby="fields-title" {
            h2 id="fields-title" { (t("staff-incident-write")) }
            p class="hint" { (t("staff-incident-only-grows")) " " (t("staff-incident-no-names")) }
            @for field in Field::ALL {
                form class="booking" method="post" action={ (address(id)) "/note" } {
                    (pages::hidden(&[("key", key.to_owned()), ("field", field.id().to_owned())]))
                    div class="field" {
                        label for=(field.id()) { (t(field_id(field))) " (" (count(field)) ")" }
                        textarea id=(field.id()) name="text" rows="2" maxlength=(TEXT_CHARS_MAX) required {}
                    }
                    button class="small" aria-label={ (t(field_id(field))) " " (t("staff-incident-add")) } {
                        (t("staff-incident-add"))
                    }
                }
            }
        }
    }
}

/// `GET /staff/incident/{id}/report`: the report, for the printer.
pub(super) async fn report(
    State(web): State<Web>,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Response {
    let Opened { record, .. } = match open(&web, &headers, id) {
        Ok(opened) => opened,
        Err(response) => return *response,
    };
    let t = words(&web);
    let incident = &record.incident;
    let sections: [(&str, &[Field]); 6] = [
        ("staff-incident-report-when", &[Field::When, Field::Where]),
        ("staff-incident-report-what", &[Field::What]),
        ("staff-incident-report-who", &[Field::Who]),
        (
            "staff-incident-report-measures",
            &[Field::Found, Field::Measures, Field::Reported],
        ),
        ("staff-incident-report-cause", &[Field::Cause]),
        ("staff-incident-report-prevention", &[Field::Prevention]),
    ];
    let content = html! {
        p { (code(incident.id)) " " (t(kind_id(incident.kind))) }
        (head(&t, &web, &record))
        @for (title, fields) in sections {
            h2 { (t(title)) }
            (told_of(&t, &record, fields))
        }
    };
    let back = address(incident.id);
    super::show(pages::sheet(
        &t,
        &t("staff-incident-report"),
        &back,
        &content,
    ))
}

/// The entries of some fields in their order; what was done with the desk is among the measures.
fn told_of(t: &Words<'_>, record: &Record, fields: &[Field]) -> Markup {
    let belongs = |entry: &&Entry| match &entry.line {
        Line::Text(field, _) => fields.contains(field),
        Line::Act(_) => fields.contains(&Field::Measures),
    };
    let entries: Vec<&Entry> = record.entries.iter().filter(belongs).collect();
    html! {
        @if entries.is_empty() {
            p { (t("staff-incident-nothing-written")) }
        } @else {
            ol class="timeline" { @for entry in entries { li { (line(t, entry)) } } }
        }
    }
}

/// `POST /staff/incident/{id}/note`
pub(super) async fn note(
    web: State<Web>,
    headers: HeaderMap,
    id: Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let Some(field) = Field::from_id(form.get("field")) else {
        return answer_to(&web, &headers, id.0, &form, None).await;
    };
    let text = form.get("text").replace("\r\n", "\n");
    let action = Action::Note(field, text);
    answer_to(
        &web,
        &headers,
        id.0,
        &form,
        Some((action, field.id(), "noted")),
    )
    .await
}

/// `POST /staff/incident/{id}/do`
pub(super) async fn act(
    web: State<Web>,
    headers: HeaderMap,
    id: Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let calls_go_on = form.has("calls");
    let wanted = match form.get("what") {
        "freeze" => Some((Action::Freeze { calls_go_on }, "freeze", "freeze")),
        "thaw" => Some((Action::Thaw, "thaw", "thaw")),
        "revoke" => Some((Action::Revoke, "revoke", "revoke")),
        "close" => Some((Action::Close, "close", "close")),
        _ => None,
    };
    answer_to(&web, &headers, id.0, &form, wanted).await
}

/// Whether somebody may do this with a record: at the office that it is about, and at all of them what stops or ends
/// something everywhere.
fn is_theirs(clerk: &Clerk, record: &Record, action: &Action) -> bool {
    match action {
        Action::Freeze { .. } | Action::Thaw | Action::Revoke => {
            clerk.may_for_all(Right::RunIncident)
        }
        Action::Note(..) | Action::Close => {
            clerk.may_about(Right::RunIncident, record.incident.office.as_ref())
        }
    }
}

/// Does what a form wants: the action, what tells it from the other forms of the page, and what is said afterwards.
async fn answer_to(
    web: &Web,
    headers: &HeaderMap,
    id: i64,
    form: &Fields,
    wanted: Option<(Action, &str, &str)>,
) -> Response {
    // Whether the form is one of ours comes before whether there is such a record.
    match super::clerk(web, headers).map(|clerk| clerk.key_of(form).is_some()) {
        Ok(true) => {}
        Ok(false) => return stale(web),
        Err(response) => return *response,
    }
    let Opened { clerk, record } = match open(web, headers, id) {
        Ok(opened) => opened,
        Err(response) => return *response,
    };
    let Some(key) = clerk.key_of(form) else {
        return stale(web);
    };
    let Some((action, which, done)) = wanted else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if !is_theirs(&clerk, &record, &action) {
        return super::not_here(web);
    }
    let id = record.incident.id;
    let key = format!("incident:{key}:{id}:{which}");
    let by = (clerk.name, clerk.session.as_str());
    let done = match web.app.act_on_incident(key, by, id, action).await {
        Ok(Ok(())) => done,
        Ok(Err(refusal)) => refusal_id(&refusal),
        Err(error) => return failed(&error),
    };
    go(&format!("{}?done={done}", address(id)))
}

/// `GET` on the address of a form.
pub(super) async fn home(Path(id): Path<i64>) -> Response {
    go(&address(IncidentId(id)))
}
