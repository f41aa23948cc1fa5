//! The stream of a page of the hall: server-sent events (WHATWG HTML, section 9.2).
//!
//! On each new picture of the hall the inner part of the page is rendered here and sent as the event `page`, unless it is
//! the same as before. Everything comes from memory, so that hundreds of open pages cost no more than their rendering.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::{Web, iso};
use crate::channels::web::caller::Caller;
use crate::channels::web::streams::{RETRY_AFTER, StreamPlace};
use crate::desk::language::Language;

/// So often a quiet stream shows the machines in between that it lives.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// So often the page hears the time, by which it knows that it is not cut off. Comments do not reach its script.
const TELL_TIME: Duration = Duration::from_secs(20);
/// A browser that has lost the stream comes back after so long.
const RETRY: Duration = Duration::from_secs(2);

/// What a page shows at a moment.
pub(super) struct Look {
    /// Of the picture it was made from.
    pub(super) version: u64,
    pub(super) html: String,
    /// What is to be said aloud, as JSON.
    pub(super) calls: Vec<String>,
}

/// Something that changes with the hall.
pub(super) trait Scene: Send + 'static {
    /// Whether nobody may look any more. It is asked each time the time is told.
    fn is_over(&self, _web: &Web) -> bool {
        false
    }

    /// What is to be seen now; nothing while there is no picture.
    fn look(&mut self, web: &Web) -> Option<Look>;
}

/// The stream of a page.
///
/// `followed` is what it shows, and `caller` who looks: both have a bound, beyond which the page asks again later.
pub(super) fn stream<S: Scene>(web: Web, scene: S, followed: &str, caller: Caller) -> Response {
    let Some(place) = web.streams.take(followed, caller) else {
        let wait = HeaderValue::from(RETRY_AFTER.as_secs());
        let headers = [(header::RETRY_AFTER, wait)];
        let line = web.app.emergency_line(Language::Ja);
        return (StatusCode::SERVICE_UNAVAILABLE, headers, line).into_response();
    };
    let events = futures_util::stream::unfold(Live::new(web, scene, place), Live::next);
    let alive = KeepAlive::new().interval(KEEP_ALIVE).text("keep-alive");
    // A proxy that gathers bytes would keep the calls back.
    let headers = [("x-accel-buffering", "no")];
    (headers, Sse::new(events).keep_alive(alive)).into_response()
}

struct Live<S> {
    web: Web,
    scene: S,
    halls: watch::Receiver<u64>,
    time: Interval,
    /// The inner part as it was sent last.
    sent: Option<String>,
    events: VecDeque<Event>,
    _place: StreamPlace,
}

impl<S: Scene> Live<S> {
    fn new(web: Web, scene: S, place: StreamPlace) -> Live<S> {
        // Followed before the first look, so that nothing happens unseen in between.
        let halls = web.app.follow_halls();
        let mut time = interval(TELL_TIME);
        time.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut live = Live {
            web,
            scene,
            halls,
            time,
            sent: None,
            events: VecDeque::new(),
            _place: place,
        };
        live.look();
        live
    }

    async fn next(mut self) -> Option<(Result<Event, Infallible>, Live<S>)> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Some((Ok(event), self));
            }
            let is_new = tokio::select! {
                changed = self.halls.changed() => {
                    changed.ok()?;
                    true
                }
                _ = self.time.tick() => false,
                stopped = self.web.stopped.wait_for(|stopped| *stopped) => {
                    drop(stopped);
                    return None;
                }
            };
            if is_new {
                self.look();
            } else if self.scene.is_over(&self.web) {
                return None;
            } else {
                self.tell_time();
            }
        }
    }

    fn look(&mut self) {
        let Some(look) = self.scene.look(&self.web) else {
            return;
        };
        if self.sent.as_ref() != Some(&look.html) {
            let event = Event::default()
                .event("page")
                .id(look.version.to_string())
                .retry(RETRY)
                .data(&look.html);
            self.events.push_back(event);
            self.sent = Some(look.html);
        }
        // After the page, which shows what is called.
        for call in look.calls {
            let event = Event::default().event("call").data(call);
            self.events.push_back(event);
        }
    }

    fn tell_time(&mut self) {
        let event = Event::default().event("time").data(iso(self.web.app.now()));
        self.events.push_back(event);
    }
}
