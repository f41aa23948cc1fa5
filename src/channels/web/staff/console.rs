//! The console of the queue: what happens at the counters of an office, live, and everything staff do there.
//!
//! Every action is a plain form, so the console works without JavaScript. With it, `pages/console.js` sends the same
//! forms without leaving the page and takes over what the stream of events brings. All forms of one rendering share a
//! key; together with the action and what it is done to, it lets each press have its effect once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::Markup;
use tokio::sync::watch;

use super::console_forms::Page;
use super::console_notices::{self, Notice};
use super::console_orders::{self, Fault, Order, Wanted};
use super::console_page::View;
use super::pages::Told;
use super::{Clerk, Fields, Web, devices, terms};
use crate::app::AppError;
use crate::app::hall::AskedTicket;
use crate::desk::queue::admission::AskerKind;
use crate::desk::queue::counter::CounterNumber;
use crate::desk::queue::estimate::Asker;
use crate::desk::queue::floor::FloorRefusal;
use crate::desk::queue::ticket::TicketNumber;
use crate::desk::queue::view::Hall;
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, Rules, civil};

/// The console.
pub(super) const HERE: &str = "/staff/floor";
/// Where its forms lead.
pub(super) const DO: &str = "/staff/floor/do";
/// A proxy between the desk and the counter closes a stream that says nothing for long.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// So long somebody who has done something waits for the picture that shows it.
const PICTURE_WAIT: Duration = Duration::from_millis(400);
/// Stands for the key of the forms until it is known that a rendering is sent; a private character, so that no word of
/// the page is taken for it.
const KEY_TO_COME: &str = "\u{f8ff}key\u{f8ff}";
/// The longest token of a ticket's page that is looked up.
const TOKEN_CHARS_MAX: usize = 64;

/// The routes of the console and of the devices in the hall.
pub(super) fn routes() -> super::super::Router<Web> {
    super::super::Router::new()
        .route(HERE, get(show))
        .route("/staff/floor/events", get(events))
        .route(DO, post(act).get(back))
        .route(devices::HERE, get(devices::show).post(devices::change))
}

/// What a console is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) office: OfficeId,
    /// The counter of this workplace. Who sits somewhere sees the counter they sit at instead.
    pub(super) counter: Option<CounterNumber>,
}

impl Place {
    /// The place that the fields name, else the first office of the clerk; nothing where there is none.
    fn read(rules: &Rules, clerk: &Clerk, fields: &Fields) -> Option<Place> {
        Some(Place {
            office: super::office(rules, clerk, Right::SeeFloor, fields)?
                .id
                .clone(),
            counter: fields.get("counter").parse().ok().map(CounterNumber),
        })
    }

    pub(super) fn address(&self, path: &str, more: &[(&str, &str)]) -> String {
        let counter = self.counter.map(|counter| counter.to_string());
        let mut fields = vec![("office", self.office.as_str())];
        if let Some(counter) = &counter {
            fields.push(("counter", counter));
        }
        fields.extend_from_slice(more);
        super::address(path, &fields)
    }
}

// The page.

async fn show(State(web): State<Web>, clerk: Clerk, Query(fields): Query<Fields>) -> Response {
    let told = Notice::read(&web, &fields).map(|notice| notice.told(&web));
    page(&web, &clerk, &fields, told).await
}

/// The address of the forms, as when a refused one is opened again: the page itself.
async fn back() -> Response {
    super::go(HERE)
}

async fn page(web: &Web, clerk: &Clerk, fields: &Fields, told: Option<Told>) -> Response {
    let Some(place) = Place::read(web.app.rules(), clerk, fields) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match read(web, clerk, fields, &place).await {
        Ok(Some(read)) => rendered(web, clerk, &place, &read, told.as_ref()),
        // The desk has just begun and has made no picture yet.
        Ok(None) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(error) => super::failed(&error),
    }
}

/// What the page shows beside the picture of the hall.
struct Read {
    hall: Arc<Hall>,
    key: String,
    wanted: Wanted,
    /// What somebody without a reservation is told, where that was asked for.
    answer: Option<AskedTicket>,
    /// A ticket that was given just now, and the token of its page.
    fresh: Option<(TicketNumber, String)>,
}

async fn read(
    web: &Web,
    clerk: &Clerk,
    fields: &Fields,
    place: &Place,
) -> Result<Option<Read>, AppError> {
    let wanted = Wanted::read(fields, web.app.rules());
    let answer = if fields.has("ask") && !wanted.procedures.is_empty() {
        let asker = Asker {
            procedures: wanted.procedures.clone(),
            people: wanted.people,
        };
        Some(
            web.app
                .ask_ticket(place.office.clone(), asker, AskerKind::Clerk)
                .await?,
        )
    } else {
        None
    };
    let token = fields.get("token");
    let fresh = if token.is_empty() || token.len() > TOKEN_CHARS_MAX {
        None
    } else {
        // The number comes from the ticket itself, so that an address cannot tell a wrong one.
        let page = web.app.ticket_page(token)?;
        page.map(|page| (page.ticket.number, token.to_owned()))
    };
    let key = clerk.key(web).await?;
    Ok(web.app.hall(&place.office).map(|hall| Read {
        hall,
        key,
        wanted,
        answer,
        fresh,
    }))
}

fn rendered(web: &Web, clerk: &Clerk, place: &Place, read: &Read, told: Option<&Told>) -> Response {
    let words = remembered(super::words(web));
    let Some(office) = web.app.rules().office(&place.office) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let view = View {
        web,
        t: &words,
        clerk,
        place,
        office,
        hall: &read.hall,
        key: &read.key,
    };
    let page = Page {
        view: &view,
        wanted: &read.wanted,
        answer: read.answer.as_ref(),
        fresh: read.fresh.as_ref().map(|(n, token)| (*n, token.as_str())),
        told,
    };
    super::show(page.markup())
}

/// The part of the page that changes with the picture of the hall.
fn live(web: &Web, clerk: &Clerk, place: &Place, hall: &Hall, key: &str) -> Option<Markup> {
    let words = remembered(super::words(web));
    let view = View {
        web,
        t: &words,
        clerk,
        place,
        office: web.app.rules().office(&place.office)?,
        hall,
        key,
    };
    Some(view.live())
}

/// The words of one rendering, each looked up once: in a long queue every row says the same ones.
fn remembered<'a>(words: impl Fn(&str) -> String + 'a) -> impl Fn(&str) -> String + 'a {
    let known = RefCell::new(HashMap::<String, String>::new());
    move |id: &str| {
        if let Some(text) = known.borrow().get(id) {
            return text.clone();
        }
        let text = words(id);
        known.borrow_mut().insert(id.to_owned(), text.clone());
        text
    }
}

// The stream.

/// `GET /staff/floor/events`: the live part of the page at each new picture of the hall, for as long as the session
/// lasts.
async fn events(
    State(web): State<Web>,
    clerk: Clerk,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    let Some(place) = Place::read(web.app.rules(), &clerk, &fields) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let follow = Follow {
        halls: web.app.follow_halls(),
        web,
        headers,
        place,
        state: Stage::Begins,
        version: None,
        sent: String::new(),
    };
    let stream = futures_util::stream::unfold(follow, Follow::next);
    let keep_alive = KeepAlive::new().interval(KEEP_ALIVE);
    Sse::new(stream).keep_alive(keep_alive).into_response()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// A page that connects again has missed something: the newest picture comes at once.
    Begins,
    Follows,
    Ends,
}

/// One console that is open in a browser.
struct Follow {
    web: Web,
    headers: HeaderMap,
    place: Place,
    halls: watch::Receiver<u64>,
    state: Stage,
    /// The picture that was rendered last …
    version: Option<u64>,
    /// … and what was sent for it, without its key.
    sent: String,
}

impl Follow {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Follow)> {
        loop {
            match self.state {
                Stage::Ends => return None,
                Stage::Begins => self.state = Stage::Follows,
                Stage::Follows => tokio::select! {
                    changed = self.halls.changed() => changed.ok()?,
                    stopped = self.web.stopped.wait_for(|stopped| *stopped) => {
                        drop(stopped);
                        return None;
                    }
                },
            }
            // Whoever has left, or was locked out, sees nothing more.
            let clerk = super::clerk(&self.web, &self.headers);
            let here = &self.place.office;
            let theirs = |clerk: &Clerk| clerk.may_at(Right::SeeFloor, here);
            let Some(clerk) = clerk.ok().filter(theirs) else {
                self.state = Stage::Ends;
                let end = Event::default().event("end").data("end");
                return Some((Ok(end), self));
            };
            if let Some(event) = self.event(&clerk).await {
                return Some((Ok(event), self));
            }
        }
    }

    /// The news of a picture, at most once for each.
    async fn event(&mut self, clerk: &Clerk) -> Option<Event> {
        let hall = self.web.app.hall(&self.place.office)?;
        if self.version == Some(hall.version) {
            return None;
        }
        let page = live(&self.web, clerk, &self.place, &hall, KEY_TO_COME)?.into_string();
        let event = Event::default().id(hall.version.to_string());
        if page == self.sent {
            // Nothing to see, but the page knows that it is still true.
            self.version = Some(hall.version);
            let at = terms::time(civil(hall.at).time());
            return Some(event.event("still").data(at));
        }
        let key = match clerk.key(&self.web).await {
            Ok(key) => key,
            Err(error) => {
                tracing::error!(%error, "a console could not be kept up to date");
                return None;
            }
        };
        self.version = Some(hall.version);
        let event = event.event("page").data(page.replace(KEY_TO_COME, &key));
        self.sent = page;
        Some(event)
    }
}

// What is done.

/// Does what a form of the console asks, and shows the console again with what came of it.
async fn act(State(web): State<Web>, clerk: Clerk, Form(form): Form<Fields>) -> Response {
    let Some(key) = clerk.key_of(&form) else {
        return forbidden(&web, &clerk, &form, "stale").await;
    };
    let asked = OfficeId::read(form.get("office"));
    let asked = asked.filter(|office| web.app.rules().office(office).is_some());
    if asked.is_some_and(|office| !clerk.may_at(Right::Guide, &office)) {
        return super::not_here(&web);
    }
    let place = Place::read(web.app.rules(), &clerk, &form);
    // An office that nobody knows must not become another one when something is done there.
    let Some(place) = place.filter(|place| place.office.as_str() == form.get("office")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let what = form.get("what");
    let order = match Order::read(&web, what, &form, &place) {
        Ok(order) => order,
        Err(Fault::Unreadable) => return StatusCode::BAD_REQUEST.into_response(),
        Err(Fault::Missing(name)) => return told(&web, &place, &form, &Notice::named(name)),
    };
    let action = match order {
        Order::Ask => return ask(&web, &place, &form, None),
        Order::Act(action) => *action,
    };
    let is_of_hall = console_orders::is_done_in_the_hall(&action);
    if !is_of_hall && !clerk.may_at(Right::Serve, &place.office) {
        return forbidden(&web, &clerk, &form, "forbidden").await;
    }
    let number = TicketNumber::read(form.get("number"));
    let key = format!("floor:{key}:{what}:{}", console_orders::object(&action));
    let (who, office) = (clerk.name.clone(), place.office.clone());
    let mut halls = web.app.follow_halls();
    match web.app.floor(key, who, office, action).await {
        Ok(Ok(floored)) => {
            // The page that comes next shows what was done, unless the picture takes too long.
            drop(tokio::time::timeout(PICTURE_WAIT, halls.changed()).await);
            let ticket = floored.ticket.as_ref();
            let notice = Notice {
                number: ticket.map(|ticket| ticket.number).or(number),
                counter: ticket.and_then(|ticket| ticket.counter()).or(place.counter),
                ..Notice::named(console_notices::done(what))
            };
            let mut fields = notice.fields();
            fields.extend(floored.token.map(|token| ("token", token)));
            super::go(&place.address(HERE, &borrowed(&fields)))
        }
        Ok(Err(FloorRefusal::Forbidden)) => forbidden(&web, &clerk, &form, "forbidden").await,
        Ok(Err(refusal)) => {
            let notice = Notice::of(&refusal, number);
            told(&web, &place, &form, &notice)
        }
        Err(error) => super::failed(&error),
    }
}

/// The page again with the reason why something is not done. What was filled in for a new ticket stays.
fn told(web: &Web, place: &Place, form: &Fields, notice: &Notice) -> Response {
    if form.get("what").starts_with("issue") || form.get("what") == "ask" {
        return ask(web, place, form, Some(notice));
    }
    super::go(&place.address(HERE, &borrowed(&notice.fields())))
}

/// The page with the answer to "how long would it take without a reservation".
fn ask(web: &Web, place: &Place, form: &Fields, notice: Option<&Notice>) -> Response {
    let mut fields = Wanted::read(form, web.app.rules()).fields();
    fields.push(("ask", "1".to_owned()));
    fields.extend(notice.map(Notice::fields).unwrap_or_default());
    let address = place.address(HERE, &borrowed(&fields));
    super::go(&format!("{address}#issue"))
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    let fields = fields.iter();
    fields
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

async fn forbidden(web: &Web, clerk: &Clerk, form: &Fields, notice: &'static str) -> Response {
    let told = Notice::named(notice).told(web);
    let mut response = page(web, clerk, form, Some(told)).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::FORBIDDEN;
    }
    response
}
