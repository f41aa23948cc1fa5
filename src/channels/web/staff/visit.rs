//! One visit: everything that is known of it, and what may be done with it.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{Redirect, Response};
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::pages::{self, Frame, Notice, Told, Words};
use super::visits::{self, Seen};
use super::wish::{self, Asked, WishPage};
use super::{Clerk, Fields, Web, day, terms};
use crate::app::AppError;
use crate::desk::clerk::Order;
use crate::desk::language::Language;
use crate::desk::rights::Right;
use crate::desk::rules::Rules;
use crate::desk::slots::{Span, is_outside};
use crate::ids::ReservationId;

pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Query(fields): Query<Fields>,
) -> Response {
    let told = Notice::read(fields.get("done")).map(|notice| notice.told(&super::words(&web)));
    page(&web, &clerk, ReservationId(id), &fields, told).await
}

/// The address of a form, opened as a page.
pub(super) async fn back(Path(id): Path<i64>) -> Redirect {
    Redirect::to(&format!("/staff/visit/{id}"))
}

pub(super) async fn move_to(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let id = ReservationId(id);
    let Some(key) = clerk.key_of(&form) else {
        // What was filled in stays, with a key of this session.
        let told = Notice::Stale.told(&super::words(&web));
        return super::forbidden(page(&web, &clerk, id, &form, Some(told)).await);
    };
    if let Err(response) = visits::theirs(&web, &clerk, Right::Book, id) {
        return *response;
    }
    let told = match moved(&web, &clerk, id, &form, &key).await {
        Ok(Ok(())) => {
            let done = Notice::Moved.id();
            return super::go(&format!("/staff/visit/{id}?done={done}"));
        }
        Ok(Err(told)) => told,
        Err(error) => return super::failed(&error),
    };
    page(&web, &clerk, id, &form, Some(told)).await
}

/// Moves a reservation, or says what is wrong with the form.
async fn moved(
    web: &Web,
    clerk: &Clerk,
    id: ReservationId,
    form: &Fields,
    key: &str,
) -> Result<Result<(), Told>, AppError> {
    let today = super::today(web.app.now());
    let asked = Asked::read(form, web.app.rules(), clerk, today);
    let (Some(asked), Some(start)) = (asked, wish::start(form)) else {
        let text = web.app.words("staff-desk-no-time", Language::Ja);
        return Ok(Err(Told::problem(text, "#times")));
    };
    if let Some(fault) = asked.fault(&super::words(web), web.app.rules(), clerk)
        && fault.at != "#day"
    {
        return Ok(Err(fault));
    }
    let order = Order::Move {
        id,
        wish: asked.wish(start),
        beyond: asked.reason(),
    };
    let done = visits::order(web, clerk, key, order).await?;
    Ok(match done {
        Ok(_) => Ok(()),
        Err(refusal) => Err(terms::refusal(&super::words(web), &refusal)),
    })
}

/// Asks whether it is meant.
pub(super) async fn ask_cancel(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
) -> Response {
    let key = match clerk.key(&web).await {
        Ok(key) => key,
        Err(error) => return super::failed(&error),
    };
    let seen = match visits::theirs(&web, &clerk, Right::Book, ReservationId(id)) {
        Ok(seen) => seen,
        Err(response) => return *response,
    };
    super::show(cancelling(
        &super::words(&web),
        &clerk,
        web.app.rules(),
        &seen,
        &key,
    ))
}

pub(super) async fn cancel(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let id = ReservationId(id);
    let Some(key) = clerk.key_of(&form) else {
        return super::stale(&web);
    };
    if let Err(response) = visits::theirs(&web, &clerk, Right::Book, id) {
        return *response;
    }
    let done = match visits::order(&web, &clerk, &key, Order::Cancel(id)).await {
        Ok(Ok(_)) => Notice::Cancelled,
        Ok(Err(refusal)) => Notice::of(&refusal),
        Err(error) => return super::failed(&error),
    };
    super::go(&format!("/staff/visit/{id}?done={}", done.id()))
}

/// What the page shows, as the database has it.
struct Read {
    seen: Seen,
    rules: Arc<Rules>,
    asked: Asked,
    is_asked: bool,
    times: Option<Vec<Span>>,
    key: String,
}

async fn read(web: &Web, clerk: &Clerk, seen: Seen, fields: &Fields) -> Result<Read, AppError> {
    let id = seen.reservation.id;
    let (rules, _) = web.app.rules_and_book().await?;
    let is_asked = fields.has("look") || fields.has("key");
    let now = Asked::of(&seen.reservation, seen.language);
    let given = Asked::read(fields, &rules, clerk, now.day).filter(|_| is_asked);
    let asked = given.unwrap_or(now);
    let is_sound = asked.fault(&super::words(web), &rules, clerk).is_none();
    let times = if is_asked && is_sound && seen.reservation.is_open(web.app.now()) {
        Some(wish::times(web, &asked, Some(id)).await?)
    } else {
        None
    };
    Ok(Read {
        seen,
        rules,
        asked,
        is_asked,
        times,
        key: clerk.key(web).await?,
    })
}

async fn page(
    web: &Web,
    clerk: &Clerk,
    id: ReservationId,
    fields: &Fields,
    told: Option<Told>,
) -> Response {
    let seen = match visits::theirs(web, clerk, Right::SeeBook, id) {
        Ok(seen) => seen,
        Err(response) => return *response,
    };
    let read = match read(web, clerk, seen, fields).await {
        Ok(read) => read,
        Err(error) => return super::failed(&error),
    };
    let t = super::words(web);
    let fault = read
        .asked
        .fault(&t, &read.rules, clerk)
        .filter(|_| read.is_asked);
    let told = told.or(fault);
    let now = web.app.now();
    let action = format!("/staff/visit/{id}");
    let page = Page {
        clerk,
        seen: &read.seen,
        wish: WishPage {
            action: &action,
            asked: &read.asked,
            rules: &read.rules,
            clerk,
            today: super::today(now),
            times: read.times.as_deref(),
            chosen: wish::start(fields),
        },
        key: &read.key,
        now,
        told: told.as_ref(),
    };
    super::show(page.markup(&t))
}

struct Page<'a> {
    clerk: &'a Clerk,
    seen: &'a Seen,
    wish: WishPage<'a>,
    key: &'a str,
    now: DateTime<Utc>,
    told: Option<&'a Told>,
}

impl Page<'_> {
    fn markup(&self, t: &Words<'_>) -> Markup {
        let reservation = &self.seen.reservation;
        let title = format!("{} {}", t("staff-desk-visit"), reservation.code);
        let on = terms::iso(reservation.span.day);
        let list = [
            ("office", reservation.span.office.as_str()),
            ("day", on.as_str()),
        ];
        let content = html! {
            p { a href=(super::address("/staff/day", &list)) {
                (terms::day(reservation.span.day)) (t("staff-desk-to-day"))
            } }
            @if self.seen.is_booked() && is_outside(self.wish.rules, &reservation.span) {
                p class="notice" { (t("staff-desk-is-outside")) }
            }
            (facts(t, self.wish.rules, self.seen))
            (self.noting(t))
            @if reservation.is_open(self.now) {
                (self.moving(t))
                section aria-labelledby="cancel" {
                    h2 id="cancel" { (t("staff-desk-cancel")) }
                    p { a class="button" href={ "/staff/visit/" (reservation.id) "/cancel" } {
                        (t("staff-desk-to-cancel"))
                    } }
                }
            }
        };
        let frame = Frame {
            title: &title,
            here: "",
            clerk: Some(self.clerk),
            told: self.told,
        };
        frame.markup(t, &content)
    }

    fn noting(&self, t: &Words<'_>) -> Markup {
        html! {
            @if !self.seen.marks(self.now).is_empty() {
                section aria-labelledby="noting" {
                    h2 id="noting" { (t("staff-desk-noting")) }
                    form class="buttons" method="post" action="/staff/mark" {
                        input type="hidden" name="key" value=(self.key);
                        input type="hidden" name="id" value=(self.seen.reservation.id);
                        input type="hidden" name="back" value="visit";
                        (day::marks(t, self.seen, self.now))
                    }
                }
            }
        }
    }

    fn moving(&self, t: &Words<'_>) -> Markup {
        html! {
            section aria-labelledby="move" {
                h2 id="move" { (t("staff-desk-move")) }
                (self.wish.form(t, false))
                @match self.wish.times {
                    None => {},
                    Some([]) => { (self.wish.none_free(t)) (self.wish.days_around(t)) },
                    Some(spans) => {
                        (self.wish.days_around(t))
                        form class="booking" method="post" action={ "/staff/visit/" (self.seen.reservation.id) "/move" } {
                            (pages::hidden(&self.wish.asked.fields()))
                            input type="hidden" name="key" value=(self.key);
                            (self.wish.times(t, spans))
                            p class="hint" { (t(reach_id(self.seen))) }
                            button class="solid" accesskey="b" { (t("staff-desk-do-move")) }
                        }
                    },
                }
            }
        }
    }
}

/// Whether the resident is told, or must be.
const fn reach_id(seen: &Seen) -> &'static str {
    if seen.reachable {
        "staff-desk-will-be-told"
    } else {
        "staff-desk-tell-them"
    }
}

/// Everything about a visit.
fn facts(t: &Words<'_>, rules: &Rules, seen: &Seen) -> Markup {
    let reservation = &seen.reservation;
    let contact = &seen.contact;
    let since = terms::state_since(t, &reservation.state);
    html! {
        dl class="facts" {
            div { dt { (t("staff-desk-when")) } dd {
                (terms::moment(reservation.start())) "（" (reservation.span.minutes()) (t("staff-desk-minutes-unit")) "）"
            } }
            div { dt { (t("staff-desk-office")) } dd { (terms::office_of(rules, &reservation.span.office)) } }
            div { dt { (t("staff-desk-code")) } dd class="code" { (reservation.code) } }
            div { dt { (t("staff-desk-procedures")) } dd { (terms::procedures(t, &reservation.procedures)) } }
            div { dt { (t("staff-desk-people")) } dd { (terms::people(t, reservation.people)) } }
            div { dt { (t("staff-desk-language")) } dd { (pages::language(seen)) } }
            div { dt { (t("staff-desk-state")) } dd { (t(terms::state_id(&reservation.state))) " " (since) } }
            div { dt { (t("staff-desk-reach")) } dd { (t(reach_id(seen))) } }
            (fact(t, "staff-desk-reading", &contact.reading))
            @if !contact.phone.is_empty() {
                div { dt { (t("staff-desk-phone")) } dd { (pages::phone(&contact.phone)) } }
            }
            (fact(t, "staff-desk-note", &contact.note))
            (fact(t, "staff-desk-beyond-reason", &seen.beyond))
            @if seen.offer.is_some() { (fact(t, "staff-desk-offer", &terms::offer(t, seen))) }
            div { dt { (t("staff-desk-made-at")) } dd {
                (terms::instant(reservation.made_at))
                @if let Some(by) = &seen.made_by { " " (t("staff-desk-made-by")) " " bdi { (by) } }
            } }
            (fact(t, "staff-desk-changed-at", &terms::instant(seen.changed_at)))
        }
    }
}

/// A fact, where there is one.
fn fact(t: &Words<'_>, name: &str, value: &str) -> Markup {
    html! { @if !value.is_empty() { div { dt { (t(name)) } dd { (value) } } } }
}

fn cancelling(t: &Words<'_>, clerk: &Clerk, rules: &Rules, seen: &Seen, key: &str) -> Markup {
    let reservation = &seen.reservation;
    let content = html! {
        p { (t("staff-desk-cancel-sure")) }
        (facts(t, rules, seen))
        p class="notice" { (t(reach_id(seen))) }
        form class="buttons" method="post" action={ "/staff/visit/" (reservation.id) "/cancel" } {
            input type="hidden" name="key" value=(key);
            a class="button" href={ "/staff/visit/" (reservation.id) } { (t("staff-desk-keep")) }
            button class="danger" { (t("staff-desk-do-cancel")) }
        }
    };
    let frame = Frame {
        title: &format!("{} {}", t("staff-desk-cancel"), reservation.code),
        here: "",
        clerk: Some(clerk),
        told: None,
    };
    frame.markup(t, &content)
}
