//! What people said with one tap, for those who run the desk.

use axum::extract::State;
use axum::response::Response;
use maud::html;

use super::pages::Frame;
use super::{Clerk, Web, failed, show as shown, words};
use crate::channels::web::review::{role_of, voices_csv, voices_of};

/// The page, and the same as a file.
pub(super) const HERE: &str = "/staff/feedback";
pub(super) const FILE: &str = "/staff/feedback.csv";

/// `GET /staff/feedback`
pub(super) async fn show(State(web): State<Web>, clerk: Clerk) -> Response {
    let may_read = role_of(&web, &clerk.name).is_some();
    let voices = match voices_of(&web, FILE, may_read) {
        Ok(voices) => voices,
        Err(error) => return failed(&error),
    };
    let t = words(&web);
    let frame = Frame {
        title: &t("staff-review-feedback"),
        here: HERE,
        clerk: Some(&clerk),
        told: None,
    };
    let content = html! { link rel="stylesheet" href="/assets/review.css"; (voices) };
    shown(frame.markup(&t, &content))
}

/// `GET /staff/feedback.csv`
pub(super) async fn file(State(web): State<Web>, _: Clerk) -> Response {
    voices_csv(&web).unwrap_or_else(|error| failed(&error))
}
