//! An answer on paper: for somebody whom no message reaches, to be handed over at the counter or sent by post.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use maud::html;

use super::inbox::{View, address, unknown};
use super::inbox_case::Sheet;
use super::inbox_list::code;
use super::{Clerk, Fields, Web, pages, terms};
use crate::channels::web::page::html_lang;
use crate::ids::{CaseId, OutgoingId};

/// The sheet with one answer of a clerk's, as it was to be sent.
pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Query(fields): Query<Fields>,
) -> Response {
    let id = CaseId(id);
    let sheet = match Sheet::read(&web, &clerk, id) {
        Ok(Some(sheet)) => sheet,
        Ok(None) => return unknown(&web),
        Err(error) => return super::failed(&error),
    };
    let row = fields.get("row").parse().map(OutgoingId);
    let lines = sheet.file.lines.iter().filter_map(|line| sheet.told(line));
    let mut answers = lines.filter(|told| told.is_answer() && row == Ok(told.id));
    let Some(told) = answers.next() else {
        return unknown(&web);
    };
    let t = super::words(&web);
    let view = View {
        web: &web,
        t: &t,
        clerk: &clerk,
        key: "",
    };
    let title = view.say("staff-inbox-letter", &[("case", code(id).as_str())]);
    let content = html! {
        link rel="stylesheet" href="/assets/inbox.css";
        p { (terms::instant(sheet.now)) }
        div class="letter" lang=(html_lang(told.language.tag())) { bdi { (told.text) } }
    };
    super::show(pages::sheet(&t, &title, &address(id), &content))
}
