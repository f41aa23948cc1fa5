//! Reserving for somebody who calls or stands at the counter, and finding a reservation that is there.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use unicode_normalization::UnicodeNormalization;

use super::pages::{self, Frame, Notice, Told, Words};
use super::visits::{self, Seen, Which};
use super::wish::{self, Asked, WishPage};
use super::{Clerk, Fields, Web, terms};
use crate::app::AppError;
use crate::desk::clerk::{
    Contact, NOTE_CHARS_MAX, Order, OrderRefusal, PHONE_CHARS_MAX, READING_CHARS_MAX,
};
use crate::desk::language::Language;
use crate::desk::rights::Right;
use crate::desk::rules::Rules;
use crate::desk::slots::Span;

pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Query(fields): Query<Fields>,
) -> Response {
    let told = Notice::read(fields.get("done")).map(|notice| notice.told(&super::words(&web)));
    page(&web, &clerk, &fields, told).await
}

/// Books, or shows the form again with what is wrong.
pub(super) async fn book(
    State(web): State<Web>,
    clerk: Clerk,
    Form(form): Form<Fields>,
) -> Response {
    let today = super::today(web.app.now());
    let Some(asked) = Asked::read(&form, web.app.rules(), &clerk, today) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(key) = clerk.key_of(&form) else {
        // What was filled in stays, with a key of this session.
        let told = Notice::Stale.told(&super::words(&web));
        return super::forbidden(page(&web, &clerk, &form, Some(told)).await);
    };
    let told = match booked(&web, &clerk, &form, &asked, &key).await {
        Ok(Ok(address)) => return super::go(&address),
        Ok(Err(told)) => told,
        Err(error) => return super::failed(&error),
    };
    page(&web, &clerk, &form, Some(told)).await
}

/// The address to go on at, or what is wrong with the form.
async fn booked(
    web: &Web,
    clerk: &Clerk,
    form: &Fields,
    asked: &Asked,
    key: &str,
) -> Result<Result<String, Told>, AppError> {
    if let Some(fault) = asked.fault(&super::words(web), web.app.rules(), clerk)
        && fault.at != "#day"
    {
        return Ok(Err(fault));
    }
    let Some(start) = wish::start(form) else {
        let text = web.app.words("staff-desk-no-time", Language::Ja);
        return Ok(Err(Told::problem(text, "#times")));
    };
    let order = Order::Book {
        wish: asked.wish(start),
        language: asked.language,
        contact: contact(form),
        beyond: asked.reason(),
    };
    match visits::order(web, clerk, key, order).await? {
        Ok(reservation) => {
            let done = Notice::Booked.id();
            Ok(Ok(format!("/staff/visit/{}?done={done}", reservation.id)))
        }
        // A finger was nervous: the reservation stands in the list of its day.
        Err(OrderRefusal::Repeated) => {
            let day = terms::iso(asked.day);
            let done = Notice::Repeated.id();
            let fields = [
                ("office", asked.office.as_str()),
                ("day", day.as_str()),
                ("done", done),
            ];
            Ok(Ok(super::address("/staff/day", &fields)))
        }
        Err(refusal) => Ok(Err(terms::refusal(&super::words(web), &refusal))),
    }
}

/// What was noted about the person, in one width, so that it is found again.
fn contact(form: &Fields) -> Contact {
    let flat = |name: &str| form.get(name).nfkc().collect::<String>();
    Contact {
        reading: flat("reading"),
        phone: flat("phone"),
        note: form.get("note").to_owned(),
    }
}

/// The page with the form as far as it is filled in.
async fn page(web: &Web, clerk: &Clerk, fields: &Fields, told: Option<Told>) -> Response {
    let today = super::today(web.app.now());
    let Some(asked) = Asked::read(fields, web.app.rules(), clerk, today) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match read(web, clerk, fields, &asked).await {
        Ok(read) => {
            let t = super::words(web);
            let rules = &*read.rules;
            let fault = asked.fault(&t, rules, clerk).filter(|_| read.is_asked);
            let told = told.or(fault);
            let page = Page {
                clerk,
                wish: WishPage {
                    action: "/staff/book",
                    asked: &asked,
                    rules,
                    clerk,
                    today,
                    times: read.times.as_deref(),
                    chosen: wish::start(fields),
                },
                contact: &contact(fields),
                key: &read.key,
                text: fields.get("q"),
                found: &read.found,
                told: told.as_ref(),
            };
            super::show(page.markup(&t))
        }
        Err(error) => super::failed(&error),
    }
}

/// What the page shows, as the database has it.
struct Read {
    rules: Arc<Rules>,
    is_asked: bool,
    times: Option<Vec<Span>>,
    found: Vec<Seen>,
    key: String,
}

async fn read(web: &Web, clerk: &Clerk, fields: &Fields, asked: &Asked) -> Result<Read, AppError> {
    let (rules, _) = web.app.rules_and_book().await?;
    let is_asked = fields.has("look") || fields.has("key");
    let is_sound = asked.fault(&super::words(web), &rules, clerk).is_none();
    let times = if is_asked && is_sound {
        Some(wish::times(web, asked, None).await?)
    } else {
        None
    };
    let text = fields.get("q");
    let found = if text.is_empty() {
        Vec::new()
    } else {
        let mut found = visits::read(web, Which::Like(text))?;
        found.retain(|seen| seen.is_at(clerk, Right::SeeBook));
        found
    };
    Ok(Read {
        rules,
        is_asked,
        times,
        found,
        key: clerk.key(web).await?,
    })
}

struct Page<'a> {
    clerk: &'a Clerk,
    wish: WishPage<'a>,
    contact: &'a Contact,
    key: &'a str,
    text: &'a str,
    found: &'a [Seen],
    told: Option<&'a Told>,
}

impl Page<'_> {
    fn markup(&self, t: &Words<'_>) -> Markup {
        let content = html! {
            form class="place" method="get" action="/staff/book" role="search" {
                label for="q" { (t("staff-desk-search")) }
                input id="q" name="q" type="search" value=(self.text) accesskey="s" autocomplete="off"
                    placeholder=(t("staff-desk-search-hint"));
                button class="outline" { (t("staff-desk-search-go")) }
            }
            @if !self.text.is_empty() { (self.found(t)) }
            h2 { (t("staff-desk-book")) }
            (self.wish.form(t, true))
            @match self.wish.times {
                None => {},
                Some([]) => { (self.wish.none_free(t)) (self.wish.days_around(t)) },
                Some(spans) => (self.booking(t, spans)),
            }
        };
        let frame = Frame {
            title: &t("staff-desk-book"),
            here: "/staff/book",
            clerk: Some(self.clerk),
            told: self.told,
        };
        frame.markup(t, &content)
    }

    fn found(&self, t: &Words<'_>) -> Markup {
        html! {
            @if self.found.is_empty() {
                p role="status" { (t("staff-desk-none-found")) }
            } @else {
                table class="cards" {
                    caption { (t("staff-desk-found")) " " (self.found.len()) (t("staff-desk-visits-unit")) }
                    thead { tr {
                        th scope="col" { (t("staff-desk-when")) }
                        th scope="col" { (t("staff-desk-code")) }
                        th scope="col" { (t("staff-desk-office")) }
                        th scope="col" { (t("staff-desk-procedures")) }
                        th scope="col" { (t("staff-desk-reading")) }
                        th scope="col" { (t("staff-desk-phone")) }
                    } }
                    tbody { @for seen in self.found { (self.row(t, seen)) } }
                }
            }
        }
    }

    fn row(&self, t: &Words<'_>, seen: &Seen) -> Markup {
        let reservation = &seen.reservation;
        html! { tr {
            th scope="row" data-label=(t("staff-desk-when")) { (terms::moment(reservation.start())) }
            td data-label=(t("staff-desk-code")) { (pages::visit_link(seen)) }
            td data-label=(t("staff-desk-office")) { (terms::office_of(self.wish.rules, &reservation.span.office)) }
            td data-label=(t("staff-desk-procedures")) { (terms::procedures(t, &reservation.procedures)) }
            td data-label=(t("staff-desk-reading")) { (seen.contact.reading) }
            td data-label=(t("staff-desk-phone")) { (pages::phone(&seen.contact.phone)) }
        } }
    }

    /// The second half of the form: the time, and what is noted about the person.
    fn booking(&self, t: &Words<'_>, spans: &[Span]) -> Markup {
        let contact = self.contact;
        html! {
            (self.wish.days_around(t))
            form class="booking" method="post" action="/staff/book" {
                (pages::hidden(&self.wish.asked.fields()))
                input type="hidden" name="key" value=(self.key);
                (self.wish.times(t, spans))
                div class="row" {
                    div class="field" {
                        label for="reading" { (t("staff-desk-reading-label")) }
                        input id="reading" name="reading" maxlength=(READING_CHARS_MAX) autocomplete="off"
                            value=(contact.reading);
                    }
                    div class="field" {
                        label for="phone" { (t("staff-desk-phone-label")) }
                        input id="phone" name="phone" type="tel" maxlength=(PHONE_CHARS_MAX) autocomplete="off"
                            value=(contact.phone);
                    }
                    div class="field wide" {
                        label for="note" { (t("staff-desk-note-label")) }
                        input id="note" name="note" maxlength=(NOTE_CHARS_MAX) autocomplete="off" value=(contact.note)
                            aria-describedby="note-hint";
                        p class="hint" id="note-hint" { (t("staff-desk-note-hint")) }
                    }
                }
                button class="solid" accesskey="b" { (t("staff-desk-do-book")) }
            }
        }
    }
}
