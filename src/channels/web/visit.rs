//! A reservation's own page: what, where and when, a file for the calendar, and the code to show at the counter.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use icalendar::{Calendar, Component, Event, EventLike};
use maud::{DOCTYPE, Markup, html};

use super::hall::qr;
use super::page::{html_lang, linkify};
use super::{Router, Web, chat};
use crate::app::links::VisitPage;
use crate::desk::rules::instant;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/r/{token}", get(show))
        .route("/r/{token}/calendar.ics", get(calendar))
}

/// `GET /r/<token>`: the reservation, without any name.
async fn show(State(web): State<Web>, Path(token): Path<String>, headers: HeaderMap) -> Response {
    match web.app.visit_page(&token) {
        Ok(Some(visit)) => Html(page(&web, &visit, &token).into_string()).into_response(),
        Ok(None) => chat::not_found(State(web), headers).await,
        Err(error) => failed(&error),
    }
}

/// `GET /r/<token>/calendar.ics`: the visit as an iCalendar file (RFC 5545).
async fn calendar(State(web): State<Web>, Path(token): Path<String>) -> Response {
    let visit = match web.app.visit_page(&token) {
        Ok(Some(visit)) if !visit.is_over => visit,
        Ok(_) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return failed(&error),
    };
    let kind = "text/calendar; charset=utf-8";
    let name = "attachment; filename=\"reservation.ics\"";
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
    ];
    (headers, file(&web, &visit)).into_response()
}

/// The calendar file. It carries the place, the time, the code and what to bring, and nothing about a person.
fn file(web: &Web, visit: &VisitPage) -> String {
    let reservation = &visit.reservation;
    let starts = instant(reservation.start());
    let ends = starts + chrono::TimeDelta::minutes(i64::from(reservation.span.minutes()));
    let office = web.app.rules().office(&reservation.span.office);
    let place = office.and_then(|office| office.place.get(visit.language));
    let event = Event::new()
        .uid(&format!("{}@madoguchi", reservation.id))
        .timestamp(reservation.made_at)
        .starts(starts)
        .ends(ends)
        .summary(&format!(
            "{} {}",
            web.app.counter(visit.language),
            reservation.code
        ))
        .location(place.unwrap_or_default())
        .description(&visit.text)
        .done();
    Calendar::new().push(event).done().to_string()
}

fn page(web: &Web, visit: &VisitPage, token: &str) -> Markup {
    let words = |id| web.app.words(id, visit.language);
    let code = visit.reservation.code.to_string();
    html! {
        (DOCTYPE)
        html lang=(html_lang(visit.language.tag())) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="format-detection" content="telephone=no";
                meta name="robots" content="noindex";
                title { (words("visit-title")) " | " (web.app.counter(visit.language)) }
                link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/chat.css";
            }
            body class="size-normal" {
                main class="column visit" {
                    p class="office" { (web.app.counter(visit.language)) }
                    h1 { (words("visit-title")) }
                    @if visit.is_over {
                        p class="text" { (words("visit-over")) }
                    } @else {
                        p class="text" { (linkify(&visit.text)) }
                        figure class="code" {
                            (qr(&code))
                            figcaption { (words("visit-qr")) br; strong { (code) } }
                        }
                        p { a class="button solid" href={ "/r/" (token) "/calendar.ics" } { (words("visit-calendar")) } }
                    }
                    p { a class="button" href="/" { (words("visit-chat")) } }
                }
            }
        }
    }
}

fn failed(error: &crate::app::AppError) -> Response {
    tracing::error!(%error, "a reservation's page could not be read");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
