//! The streams of the inbox: server-sent events (WHATWG HTML, section 9.2) with the parts of a page that have changed.
//!
//! News of the desk come at once. Beside that each stream looks every second whether anything differs, by one cheap
//! question to the database: a page that was shown, an answer that arrived and a clerk at a terminal tell nobody.
//!
//! A stream says nothing of whether anybody sits before the page: browsers keep it open over lunch and over night.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::inbox::{View, unknown};
use super::inbox_case::Sheet;
use super::inbox_list::{Board, Filter};
use super::{Clerk, Fields, Web, terms};
use crate::app::AppError;
use crate::app::inbox::Pulse;
use crate::desk::rights::Right;
use crate::desk::rules::civil;
use crate::ids::CaseId;

const LOOK_EVERY: Duration = Duration::from_secs(1);
/// After so many looks the page hears the time, by which it knows that it is not cut off; and whoever has been locked
/// out meanwhile sees nothing more.
const LOOKS_PER_TIME: u32 = 15;
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// What a stream is about.
enum Scene {
    List(Filter),
    Case(CaseId),
}

impl Scene {
    const fn case(&self) -> Option<CaseId> {
        match self {
            Scene::List(_) => None,
            Scene::Case(id) => Some(*id),
        }
    }

    /// The parts as they are now; nothing for a case that is gone.
    fn parts(&self, web: &Web, clerk: &Clerk) -> Result<Option<String>, AppError> {
        let t = super::words(web);
        let view = View {
            web,
            t: &t,
            clerk,
            key: "",
        };
        Ok(match self {
            Scene::List(filter) => {
                let board = Board::read(web, clerk, filter.clone())?;
                Some(board.live(&view).into_string())
            }
            Scene::Case(id) => {
                Sheet::read(web, clerk, *id)?.map(|sheet| sheet.live(&view).into_string())
            }
        })
    }
}

/// `GET /staff/cases/events`
pub(super) async fn of_list(
    State(web): State<Web>,
    _: Clerk,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    let scene = Scene::List(Filter::read(&web, &fields));
    stream(web, headers, scene)
}

/// `GET /staff/cases/{id}/events`
pub(super) async fn of_case(
    State(web): State<Web>,
    _: Clerk,
    headers: HeaderMap,
    Path(id): Path<i64>,
) -> Response {
    stream(web, headers, Scene::Case(CaseId(id)))
}

fn stream(web: Web, headers: HeaderMap, scene: Scene) -> Response {
    match web.app.case_pulse(scene.case()) {
        Ok(Some(_)) => {}
        Ok(None) => return unknown(&web),
        Err(error) => return super::failed(&error),
    }
    let mut looks = interval(LOOK_EVERY);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let follow = Follow {
        news: web.app.follow(),
        web,
        headers,
        scene,
        looks,
        count: 0,
        seen: None,
        sent: String::new(),
        is_over: false,
    };
    let events = futures_util::stream::unfold(follow, Follow::next);
    // A proxy that gathers bytes would keep the news back.
    let no_buffer = [("x-accel-buffering", "no")];
    let alive = KeepAlive::new().interval(KEEP_ALIVE);
    (no_buffer, Sse::new(events).keep_alive(alive)).into_response()
}

/// One page that is open in a browser.
struct Follow {
    web: Web,
    headers: HeaderMap,
    scene: Scene,
    news: watch::Receiver<u64>,
    looks: Interval,
    count: u32,
    /// The pulse at which the parts were made last, and the minute: how long somebody waits changes by itself.
    seen: Option<(Pulse, i64)>,
    sent: String,
    is_over: bool,
}

impl Follow {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Follow)> {
        loop {
            if self.is_over {
                return None;
            }
            tokio::select! {
                changed = self.news.changed() => changed.ok()?,
                _ = self.looks.tick() => {}
                stopped = self.web.stopped.wait_for(|stopped| *stopped) => {
                    drop(stopped);
                    return None;
                }
            }
            match self.look() {
                Ok(Some(event)) => return Some((Ok(event), self)),
                Ok(None) => {}
                // The browser asks again in a moment.
                Err(error) => {
                    tracing::error!(%error, "a page of the inbox could not be kept up to date");
                    return None;
                }
            }
        }
    }

    /// What there is to tell, if there is anything.
    fn look(&mut self) -> Result<Option<Event>, AppError> {
        self.count += 1;
        let is_time = self.count % LOOKS_PER_TIME == 1;
        let now = self.web.app.now();
        let pulse = self.web.app.case_pulse(self.scene.case())?;
        let pulse = pulse.map(|pulse| (pulse, now.timestamp() / 60));
        if pulse == self.seen && !is_time {
            return Ok(None);
        }
        // A session may outlast the right with which it came here.
        let clerk = super::clerk(&self.web, &self.headers).ok();
        let office = match self.scene.case() {
            Some(case) => self.web.app.case_office(case)?,
            None => None,
        };
        let clerk = clerk.filter(|clerk| clerk.may_about(Right::SeeCases, office.as_ref()));
        let (Some(pulse), Some(clerk)) = (pulse, clerk) else {
            self.is_over = true;
            return Ok(Some(Event::default().event("end").data("end")));
        };
        if self.seen != Some(pulse) {
            self.seen = Some(pulse);
            let parts = self.scene.parts(&self.web, &clerk)?.unwrap_or_default();
            if parts != self.sent {
                self.sent.clone_from(&parts);
                return Ok(Some(Event::default().event("page").data(parts)));
            }
        }
        let time = terms::time(civil(now).time());
        Ok(is_time.then(|| Event::default().event("time").data(time)))
    }
}
