//! A ticket on its holder's phone: the number, how many come before it, where to go, and what one can say about it. The
//! link is the key, so the page asks for nothing else and shows nothing about a person.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use super::live::{Look, Scene, stream};
use super::visit;
use super::{
    Plain, Router, Sheet, Web, clock, form_key, html_lang, iso, lost_banner, needs_boxes, offered,
    place, range, reader, trouble,
};
use crate::app::hall::{TicketOrder, TicketPage};
use crate::channels::web::caller::Caller;
use crate::channels::web::session;
use crate::desk::language::Language;
use crate::desk::queue::said::Said;
use crate::desk::queue::ticket::{
    DELAYS_MAX, Needs, Origin, State as TicketState, Ticket, TicketRefusal,
};
use crate::desk::queue::view::Hall;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/t/{token}", get(show).post(act))
        .route("/t/{token}/leave", get(ask_leave))
        .route("/t/{token}/events", get(events))
}

/// What a form of the page posts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Post {
    key: String,
    order: String,
    language: String,
    chair: String,
    hearing: String,
    interpreter: String,
}

impl Post {
    fn needs(&self) -> Needs {
        Needs {
            chair: !self.chair.is_empty(),
            hearing: !self.hearing.is_empty(),
            interpreter: !self.interpreter.is_empty(),
        }
    }

    /// What is asked of the ticket; nothing for a form that no page of ours sends.
    fn order(&self, web: &Web, ticket: &Ticket) -> Option<TicketOrder> {
        Some(match self.order.as_str() {
            "late" => TicketOrder::Late,
            "leave" => TicketOrder::Leave,
            "back" => TicketOrder::Back,
            "needs" => TicketOrder::Describe(self.needs(), ticket.language),
            "language" => TicketOrder::Describe(ticket.needs, offered(web, &self.language)?),
            _ => return None,
        })
    }
}

/// `GET /t/<token>`.
async fn show(State(web): State<Web>, Path(token): Path<String>, headers: HeaderMap) -> Response {
    match find(&web, &token, &headers) {
        Ok(found) => render(&web, &token, &found, None).await,
        Err(response) => *response,
    }
}

/// `POST /t/<token>`: what its holder says about the ticket or the visit, then back to the page.
async fn act(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
    form: Result<Form<Post>, FormRejection>,
) -> Response {
    let found = match find(&web, &token, &headers) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let page = format!("/t/{token}");
    let post = form.map(|Form(post)| post).unwrap_or_default();
    if let Some(verdict) = visit::read(&post.order) {
        return match web.app.rate_visit(&token, verdict).await {
            Ok(_) => Redirect::to(&page).into_response(),
            Err(error) => trouble(&web, found.ticket.language, &error, &page),
        };
    }
    let key = form_key(&format!("ticket:{}", found.ticket.id), &post.key);
    let (Some(key), Some(order)) = (key, post.order(&web, &found.ticket)) else {
        return Redirect::to(&page).into_response();
    };
    match web.app.ticket_order(key, token.clone(), order).await {
        Ok(Ok(_)) => Redirect::to(&page).into_response(),
        Ok(Err(refusal)) => {
            let notice = refused(&web, &found.ticket, &refusal);
            let mut response = render(&web, &token, &found, Some(&notice)).await;
            *response.status_mut() = StatusCode::CONFLICT;
            response
        }
        Err(error) => trouble(&web, found.ticket.language, &error, &page),
    }
}

/// Why nothing came of it.
fn refused(web: &Web, ticket: &Ticket, refusal: &TicketRefusal) -> String {
    let (number, language) = (ticket.number, ticket.language);
    match refusal {
        TicketRefusal::DelayedEnough => web.app.sentence(&Said::DelayedEnough { number }, language),
        TicketRefusal::Over(_) => web.app.sentence(&Said::TicketOver { number }, language),
        _ => web.app.words("follow-refused", language),
    }
}

/// `GET /t/<token>/leave`: asks once more, because the place cannot be had back.
async fn ask_leave(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let found = match find(&web, &token, &headers) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let (number, language) = (found.ticket.number, found.ticket.language);
    let words = |id: &str| web.app.words(id, language);
    let page = format!("/t/{token}");
    let body = html! {
        main id="main" class="column follow" {
            h1 { (number) }
            p class="line" { (web.app.sentence(&Said::AskLeave { number }, language)) }
            form class="acts" method="post" action=(page) {
                input type="hidden" name="key" value={ "leave-" (found.ticket.waiting_since.timestamp_millis()) };
                button class="button solid" name="order" value="leave" { (words("choice-ticket-leave-yes")) }
                a class="button outline" href=(page) { (words("choice-ticket-stay")) }
            }
        }
    };
    let sheet = Sheet {
        title: &format!("{number} | {}", words("choice-ticket-leave")),
        language,
        class: "follow-page",
        scripts: &[],
        refresh: (0, page.as_str()),
    };
    sheet.html(&body).into_response()
}

/// `GET /t/<token>/events`: the inner part of the page as it changes.
async fn events(
    State(web): State<Web>,
    Path(token): Path<String>,
    caller: Caller,
    headers: HeaderMap,
) -> Response {
    let followed = format!("ticket:{}", session::address(&token).id);
    match find(&web, &token, &headers) {
        Ok(page) => stream(
            web,
            Follower {
                token,
                page,
                is_read: true,
                is_gone: false,
            },
            &followed,
            caller,
        ),
        Err(response) => *response,
    }
}

/// The ticket of a link, or the page that says that there is none any more.
fn find(web: &Web, token: &str, headers: &HeaderMap) -> Result<TicketPage, Box<Response>> {
    match web.app.ticket_page(token) {
        Ok(Some(page)) => Ok(page),
        Ok(None) => {
            let language = reader(web, headers);
            let words = |id: &str| web.app.words(id, language);
            let page = Plain {
                title: &words("follow-gone-title"),
                text: &words("follow-gone-text"),
                link: ("/", &words("web-home")),
                language,
                retries: false,
            };
            let response = (StatusCode::NOT_FOUND, page.html()).into_response();
            Err(Box::new(response))
        }
        Err(error) => {
            let home = format!("/t/{token}");
            let language = reader(web, headers);
            Err(Box::new(trouble(web, language, &error, &home)))
        }
    }
}

/// A ticket as the stream of its page sees it.
struct Follower {
    token: String,
    page: TicketPage,
    /// The ticket is as it was read and was not shown yet.
    is_read: bool,
    /// The link has died since.
    is_gone: bool,
}

impl Scene for Follower {
    fn look(&mut self, web: &Web) -> Option<Look> {
        let mut hall = web.app.hall(&self.page.ticket.office)?;
        // What was just read is newer than a picture that was there before.
        if self.is_read {
            self.is_read = false;
        } else {
            self.renew(web, &hall);
            hall = web.app.hall(&self.page.ticket.office)?;
        }
        let html = if self.is_gone {
            let text = web.app.words("follow-gone-text", self.page.ticket.language);
            html! { p class="line" data-line { (text) } }
        } else {
            fragment(web, &self.token, &self.page, Some(&hall))
        };
        Some(Look {
            version: hall.version,
            html: html.into_string(),
            calls: Vec::new(),
        })
    }
}

impl Follower {
    /// Takes the ticket from the picture. When it is there no more it is done, or waits at another office: that is the
    /// one time that the database is asked.
    fn renew(&mut self, web: &Web, hall: &Hall) {
        if let Some(ticket) = hall.line.ticket(self.page.ticket.id) {
            self.page.ticket = ticket.clone();
            return;
        }
        if self.is_gone || is_over(&self.page.ticket) {
            return;
        }
        match web.app.ticket_page(&self.token) {
            Ok(Some(page)) => self.page = page,
            Ok(None) => self.is_gone = true,
            Err(error) => tracing::warn!(%error, "a ticket could not be read"),
        }
    }
}

/// Whether nothing can become of it any more.
fn is_over(ticket: &Ticket) -> bool {
    matches!(
        ticket.state,
        TicketState::Done { .. } | TicketState::Left { .. }
    )
}

async fn render(web: &Web, token: &str, found: &TicketPage, notice: Option<&str>) -> Response {
    let key = match web.app.new_token().await {
        Ok(key) => key,
        Err(error) => return trouble(web, found.ticket.language, &error, &format!("/t/{token}")),
    };
    page(web, token, found, notice, &key).into_response()
}

fn page(
    web: &Web,
    token: &str,
    found: &TicketPage,
    notice: Option<&str>,
    key: &str,
) -> Html<String> {
    let hall = web.app.hall(&found.ticket.office);
    let hall = hall.as_deref();
    let ticket = &found.ticket;
    let language = ticket.language;
    let words = |id: &str| web.app.words(id, language);
    let address = format!("/t/{token}");
    let body = html! {
        main id="main" class="column follow" {
            p class="office" { (web.app.counter(language)) }
            h1 { (words("follow-title")) }
            (lost_banner(web, &[language]))
            @if let Some(notice) = notice { p class="notice" role="alert" { (notice) } }
            p class="hidden" role="status" id="said" {}
            div data-live={ (address) "/events" } data-now=(iso(web.app.now())) {
                (fragment(web, token, found, hall))
            }
            @if !is_over(ticket) {
                (meanwhile(web, ticket, found.visit_token.as_deref()))
                form class="describe" method="post" action=(address) {
                    input type="hidden" name="key" value=(key);
                    (needs_boxes(web, language, ticket.needs))
                    button class="button outline" name="order" value="needs" { (words("follow-save-needs")) }
                }
                (languages(web, &address, language, key))
                p class="hint" { (words("follow-keep-open")) }
            }
        }
    };
    let sheet = Sheet {
        title: &title(web, ticket),
        language,
        class: "follow-page",
        scripts: &["live.js"],
        refresh: (30, address.as_str()),
    };
    sheet.html(&body)
}

/// The title of the page, which shows where to go even in a list of tabs.
fn title(web: &Web, ticket: &Ticket) -> String {
    let name = web.app.counter(ticket.language);
    match ticket.counter() {
        Some(counter) => format!("{} → {counter} | {name}", ticket.number),
        None => format!("{} | {name}", ticket.number),
    }
}

/// The inner part of the page: what changes.
fn fragment(web: &Web, token: &str, found: &TicketPage, hall: Option<&Hall>) -> Markup {
    let ticket = &found.ticket;
    let language = ticket.language;
    let alert = match ticket.state {
        TicketState::Called { at, recalls, .. } => Some(format!("{}-{recalls}", at.timestamp())),
        _ => None,
    };
    html! {
        div class={ "stage " (ticket.state.id()) } data-title=(title(web, ticket)) data-alert=[alert] {
            p class="ticket" {
                span { (web.app.words("hall-number", language)) } " "
                strong class="number" { (ticket.number) }
            }
            (standing(web, ticket, hall))
            @if !is_over(ticket) {
                dl class="facts" {
                    @if let Origin::Booked { due, .. } = &ticket.origin {
                        div { dt { (web.app.words("hall-due", language)) } dd { (clock(*due)) } }
                    }
                    div {
                        dt { (web.app.words("follow-where", language)) }
                        dd { (place(web, &ticket.office, language)) }
                    }
                }
                (acts(web, token, ticket))
            } @else {
                @if matches!(ticket.state, TicketState::Done { .. }) {
                    (visit::question(web, token, found))
                }
                p { a class="button solid" href="/" { (web.app.words("follow-chat", language)) } }
            }
        }
    }
}

/// Where the ticket stands, in words.
fn standing(web: &Web, ticket: &Ticket, hall: Option<&Hall>) -> Markup {
    let (number, language) = (ticket.number, ticket.language);
    let sentence =
        |said: &Said| html! { p class="line" data-line { (web.app.sentence(said, language)) } };
    match ticket.state {
        TicketState::Waiting => waiting(web, ticket, hall),
        TicketState::Called { counter, .. } => {
            let words = web.app.words_with(
                "board-counter",
                language,
                &[("counter", &*counter.to_string())],
            );
            html! {
                p class="go" { (words) }
                p class="line" data-line { (web.app.call_text(number, counter, language)) }
                @if !language.is_japanese() {
                    p class="line" lang="ja" { (web.app.call_text(number, counter, Language::Ja)) }
                }
            }
        }
        TicketState::Serving { counter, .. } => {
            let values = [("counter", &*counter.to_string())];
            html! { p class="line" data-line { (web.app.words_with("follow-serving", language, &values)) } }
        }
        TicketState::Parked { .. } => sentence(&Said::Parked { number }),
        TicketState::Missed { .. } => sentence(&Said::Missed { number }),
        TicketState::Left { .. } => sentence(&Said::Left { number }),
        TicketState::Done { .. } => sentence(&Said::Done { number }),
    }
}

fn waiting(web: &Web, ticket: &Ticket, hall: Option<&Hall>) -> Markup {
    let language = ticket.language;
    let later = ticket.not_before.filter(|until| *until > web.app.now());
    // A picture from before the ticket was given knows nothing of it.
    let hall = hall.filter(|hall| {
        let known = hall.line.ticket(ticket.id);
        known.is_some_and(Ticket::is_waiting)
    });
    let ahead = hall.map(|hall| hall.ahead(ticket));
    let wait = match hall {
        Some(hall) => hall.wait(ticket.id),
        None => ticket.told,
    };
    html! {
        @if let Some(until) = later {
            p class="line" data-line {
                (web.app.words_with("follow-later", language, &[("time", &*clock(until))]))
            }
        } @else if let Some(ahead) = ahead {
            p class="line" data-line {
                (web.app.words_with("follow-ahead", language, &[("ahead", &*ahead.to_string())]))
            }
        }
        @if let Some(wait) = wait {
            p class="wait" {
                span { (web.app.words("hall-wait", language)) } " "
                strong { (range(web, wait, language)) }
            }
        } @else {
            p class="hint" { (web.app.words("hall-unforeseen", language)) }
        }
        @if matches!(ticket.origin, Origin::Booked { late: true, .. }) {
            p class="hint" { (web.app.words("hall-late", language)) }
        }
    }
}

/// What its holder can say. The keys tell the state in which a button was offered, so that pressing it twice is the same
/// as once, and no key need be made while hundreds of pages follow.
fn acts(web: &Web, token: &str, ticket: &Ticket) -> Markup {
    let words = |id: &str| web.app.words(id, ticket.language);
    let is_late = matches!(
        ticket.state,
        TicketState::Waiting | TicketState::Called { .. }
    ) && ticket.delays < DELAYS_MAX;
    let missed = match ticket.state {
        TicketState::Missed { at } => Some(at),
        _ => None,
    };
    let can_leave = !matches!(ticket.state, TicketState::Serving { .. });
    html! {
        div class="acts" {
            @if let Some(at) = missed {
                form method="post" action={ "/t/" (token) } {
                    input type="hidden" name="key" value={ "back-" (at.timestamp_millis()) };
                    button id="back" class="button solid" name="order" value="back" { (words("choice-ticket-back")) }
                }
            }
            @if is_late {
                form method="post" action={ "/t/" (token) } {
                    input type="hidden" name="key" value={ "late-" (ticket.delays) };
                    button id="late" class="button outline" name="order" value="late" {
                        (late_words(web, ticket.language))
                    }
                }
            }
            @if can_leave {
                a id="leave" class="button outline" href={ "/t/" (token) "/leave" } { (words("choice-ticket-leave")) }
            }
        }
    }
}

fn late_words(web: &Web, language: Language) -> String {
    let minutes = web.app.rules().queue.delay_minutes.to_string();
    web.app
        .words_with("follow-late", language, &[("minutes", minutes.as_str())])
}

/// What one can do while waiting.
fn meanwhile(web: &Web, ticket: &Ticket, visit: Option<&str>) -> Markup {
    let words = |id: &str| web.app.words(id, ticket.language);
    let said = Said::Meanwhile {
        number: ticket.number,
        procedures: ticket.procedures.clone(),
    };
    html! {
        section class="meanwhile" aria-labelledby="meanwhile" {
            h2 id="meanwhile" { (words("choice-ticket-meanwhile")) }
            p class="text" { (web.app.sentence(&said, ticket.language)) }
            @if let Some(visit) = visit {
                p { a class="button outline" href={ "/r/" (visit) } { (words("follow-papers")) } }
            }
            p { a class="button outline" href="/" { (words("follow-chat")) } }
        }
    }
}

/// The languages, for this page and this ticket only.
fn languages(web: &Web, address: &str, language: Language, key: &str) -> Markup {
    html! {
        form class="tongues" method="post" action=(address) {
            input type="hidden" name="key" value={ (key) "-language" };
            input type="hidden" name="order" value="language";
            fieldset {
                legend { (web.app.words("web-language-label", language)) }
                @for other in &web.app.rules().languages {
                    button class="button plain" name="language" value=(other.tag()) lang=(html_lang(other.tag()))
                        aria-current=[(*other == language).then_some("true")] { (other.endonym()) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_needs() {
        let post = Post {
            chair: "1".to_owned(),
            ..Post::default()
        };
        let needs = Needs {
            chair: true,
            ..Needs::default()
        };
        assert_eq!(post.needs(), needs);
        assert!(Post::default().needs().is_none());
    }
}
