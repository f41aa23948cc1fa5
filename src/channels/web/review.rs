//! The page on which reviewers work without git: what waits, Japanese and translation side by side, what is different,
//! approve or return; and the questions that found no answer, as new wordings or drafts.
//!
//! It is for the people named in `faq.people`, who come in by the same door as the rest of the staff.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::Markup;
use serde::Deserialize;

use super::staff::files::separated;
use super::staff::{Place, inside, refused, stale};
use super::{Web, door};
use crate::app::AppError;
use crate::app::review::{Adoption, ReviewError};
use crate::desk::feedback::tally::{of_entries, of_weeks};
use crate::desk::feedback::{Kind, Reason};
use crate::desk::language::Language;
use crate::desk::mask::mask_telephones;
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, civil};
use crate::library::review::{Say, role};
use crate::library::{Library, Role};

mod feedback;
mod pages;
mod questions;

pub use pages::{Notice, Reviewer};

/// What the keys of the forms here are made of.
const FORMS: &str = "review";

/// The routes of the page.
pub fn routes() -> super::Router<Web> {
    super::Router::new()
        .route("/review", get(list))
        .route("/review/text/{entry}/{language}", get(text).post(decide))
        .route("/review/questions", get(asked).post(settle))
        .route("/review/feedback", get(voices))
        .route("/review/feedback.csv", get(voices_file))
}

/// What somebody may do with the answers, if anything.
pub(super) fn role_of(web: &Web, name: &str) -> Option<Role> {
    role(&web.app.config().faq.people, name).ok()
}

/// The reviewer behind a request, or the way to the door.
fn reviewer(web: &Web, headers: &HeaderMap) -> Result<Reviewer, Box<Response>> {
    if web.app.config().faq.people.is_empty() {
        return Err(Box::new(StatusCode::NOT_FOUND.into_response()));
    }
    let person = inside(web, headers, Place::Review)?;
    let roster = web.app.roster().map_err(|error| {
        tracing::error!(%error, "the roster cannot be read");
        Box::new(StatusCode::SERVICE_UNAVAILABLE.into_response())
    })?;
    match role_of(web, &person.name) {
        Some(role) => Ok(Reviewer {
            may_raise: roster.may(&person.name, Right::RaiseIncident, web.app.today()),
            key: door::key(&person.session, FORMS),
            name: person.name,
            role,
            session: person.session,
        }),
        None => Err(Box::new(refused(web, "staff-door-not-yours"))),
    }
}

/// The reviewer who has sent a form, if it comes from a page of theirs.
fn sender(web: &Web, headers: &HeaderMap, key: &str) -> Result<Reviewer, Box<Response>> {
    let reviewer = reviewer(web, headers)?;
    // The key of another fixed form, as that for leaving, opens none here.
    match door::key_of(&reviewer.session, key).as_deref() {
        Some(FORMS) => Ok(reviewer),
        _ => Err(Box::new(stale(web))),
    }
}

/// The words of the page, all Japanese: it is for the staff.
fn words(web: &Web) -> impl Fn(&str) -> String + '_ {
    |id: &str| web.app.words(id, Language::Ja)
}

fn show(page: Markup) -> Response {
    Html(page.into_string()).into_response()
}

/// Reading the library reads files, which a request must not wait for on the threads that serve.
async fn library(web: &Web) -> Arc<Library> {
    let app = web.app.clone();
    let read = tokio::task::spawn_blocking(move || app.library()).await;
    Arc::new(read.unwrap_or_default())
}

#[derive(Default, Deserialize)]
struct ListQuery {
    #[serde(default)]
    language: String,
    #[serde(default)]
    done: String,
}

async fn list(
    State(web): State<Web>,
    headers: HeaderMap,
    Query(query): Query<ListQuery>,
) -> Response {
    let reviewer = match reviewer(&web, &headers) {
        Ok(reviewer) => reviewer,
        Err(response) => return *response,
    };
    let library = library(&web).await;
    let page = pages::List {
        reviewer: &reviewer,
        library: &library,
        languages: &web.app.rules().languages,
        language: Language::from_tag(&query.language),
        notice: Notice::read(&query.done),
        is_open: web.app.is_library_open(),
    };
    show(page.markup(&words(&web)))
}

async fn text(
    State(web): State<Web>,
    headers: HeaderMap,
    Path((entry, tag)): Path<(String, String)>,
) -> Response {
    match reviewer(&web, &headers) {
        Ok(reviewer) => text_page(&web, &reviewer, &entry, &tag, None).await,
        Err(response) => *response,
    }
}

async fn text_page(
    web: &Web,
    reviewer: &Reviewer,
    entry: &str,
    tag: &str,
    notice: Option<Notice>,
) -> Response {
    let library = library(web).await;
    let language = Language::from_tag(tag);
    let Some(text) = language.and_then(|language| library.text(entry, language)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let record = library.ledger.0.get(&(text.entry.clone(), text.language));
    let last = record.and_then(|record| record.last_approved.as_deref());
    let old = last.and_then(|hash| web.app.approved_text(hash).ok().flatten());
    let today = civil(web.app.now()).date();
    let page = pages::TextPage {
        reviewer,
        text,
        original: library.text(entry, Language::Ja),
        record,
        old: old.as_ref(),
        faults: crate::library::check::of_file(&library, &text.file, today),
        notice,
        is_open: web.app.is_library_open(),
    };
    show(page.markup(&words(web)))
}

#[derive(Deserialize)]
struct Decide {
    #[serde(default)]
    key: String,
    #[serde(default)]
    say: String,
    #[serde(default)]
    comment: String,
    /// What the page showed.
    #[serde(default)]
    seen: String,
}

async fn decide(
    State(web): State<Web>,
    headers: HeaderMap,
    Path((entry, tag)): Path<(String, String)>,
    Form(form): Form<Decide>,
) -> Response {
    let reviewer = match sender(&web, &headers, &form.key) {
        Ok(reviewer) => reviewer,
        Err(response) => return *response,
    };
    let Some(language) = Language::from_tag(&tag) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let comment = form.comment.trim();
    let say = match form.say.as_str() {
        "approve" => Say::Approve,
        "return" if comment.is_empty() => {
            return text_page(&web, &reviewer, &entry, &tag, Some(Notice::CommentNeeded)).await;
        }
        "return" => Say::Return(comment.to_owned()),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    let (done, is_approval) = match &say {
        Say::Approve => (Notice::Approved, true),
        Say::Return(_) => (Notice::Returned, false),
    };
    let result = web
        .app
        .review(&reviewer.name, &entry, language, &form.seen, say)
        .await;
    match result {
        Ok(_) => {
            tracing::info!(entry, %language, is_approval, "a text was reviewed");
            Redirect::to(&format!("/review?done={}", done.id())).into_response()
        }
        Err(error) => {
            let notice = notice_of(&error);
            text_page(&web, &reviewer, &entry, &tag, Some(notice)).await
        }
    }
}

fn notice_of(error: &ReviewError) -> Notice {
    use crate::library::ledger::Refusal;
    match error {
        ReviewError::Changed => Notice::Changed,
        ReviewError::BuiltIn => Notice::BuiltIn,
        ReviewError::Refused(Refusal::NotSubmitted(..)) => Notice::NotSubmitted,
        ReviewError::Refused(Refusal::OwnText(..)) => Notice::Own,
        ReviewError::Refused(Refusal::Double(..)) => Notice::Double,
        ReviewError::Refused(Refusal::NotReviewer(_) | Refusal::Stranger(_)) => Notice::Author,
        error => {
            tracing::warn!(%error, "a review failed");
            Notice::Failed
        }
    }
}

async fn asked(
    State(web): State<Web>,
    headers: HeaderMap,
    Query(query): Query<ListQuery>,
) -> Response {
    match reviewer(&web, &headers) {
        Ok(reviewer) => questions_page(&web, &reviewer, Notice::read(&query.done)).await,
        Err(response) => *response,
    }
}

async fn questions_page(web: &Web, reviewer: &Reviewer, notice: Option<Notice>) -> Response {
    let (Ok(misses), Ok(tallies)) = (web.app.misses(), web.app.tallies()) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let shelf = web.app.shelf();
    let now = web.app.now();
    let named = Named(web);
    let page = questions::Page {
        reviewer,
        misses: &misses,
        corpus: &shelf.corpus,
        ratings: &of_entries(&tallies, civil(now).date()),
        reason: &|reason| named.reason(reason),
        now,
        notice,
        is_open: web.app.is_library_open(),
    };
    show(page.markup(&words(web)))
}

/// Names in the words of the staff.
struct Named<'a>(&'a Web);

impl Named<'_> {
    fn reason(&self, reason: Reason) -> String {
        self.0.app.reason_words(reason, Language::Ja)
    }

    fn office(&self, office: &OfficeId) -> String {
        self.0.app.office_name(office, Language::Ja)
    }

    fn with<T>(&self, made: impl FnOnce(&feedback::Names<'_>) -> T) -> T {
        let shelf = self.0.app.shelf();
        made(&feedback::Names {
            corpus: &shelf.corpus,
            office: &|office| self.office(office),
            reason: &|reason| self.reason(reason),
        })
    }
}

/// `GET /review/feedback`: what people said with one tap.
async fn voices(State(web): State<Web>, headers: HeaderMap) -> Response {
    let reviewer = match reviewer(&web, &headers) {
        Ok(reviewer) => reviewer,
        Err(response) => return *response,
    };
    let Ok(content) = voices_of(&web, "/review/feedback.csv", true) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let t = words(&web);
    let title = t("staff-review-feedback");
    show(pages::frame(&t, &title, Some(&reviewer), None, &content))
}

/// `GET /review/feedback.csv`: the same for spreadsheets.
async fn voices_file(State(web): State<Web>, headers: HeaderMap) -> Response {
    if let Err(response) = reviewer(&web, &headers) {
        return *response;
    }
    voices_csv(&web).unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// What people said with one tap, for a page of the review or of the staff.
pub(super) fn voices_of(web: &Web, file: &str, may_read: bool) -> Result<Markup, AppError> {
    let tallies = web.app.tallies()?;
    let page = |names: &feedback::Names<'_>| {
        let page = feedback::Page {
            file,
            may_read,
            names,
            entries: &of_entries(&tallies, civil(web.app.now()).date()),
            visits: &of_weeks(&tallies, Kind::Visit),
            cases: &of_weeks(&tallies, Kind::Case),
        };
        page.markup(&words(web))
    };
    Ok(Named(web).with(page))
}

/// The same as a file.
pub(super) fn voices_csv(web: &Web) -> Result<Response, AppError> {
    let tallies = web.app.tallies()?;
    let rows = Named(web).with(|names| feedback::rows(&words(web), names, &tallies));
    let day = civil(web.app.now()).date();
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"feedback-{day}.csv\""),
        ),
    ];
    Ok((headers, separated(&rows)).into_response())
}

#[derive(Deserialize)]
struct Settle {
    #[serde(default)]
    key: String,
    #[serde(default)]
    say: String,
    /// The numbers of the questions, joined by commas.
    #[serde(default)]
    misses: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    wording: String,
    #[serde(default)]
    entry: String,
}

async fn settle(State(web): State<Web>, headers: HeaderMap, Form(form): Form<Settle>) -> Response {
    let reviewer = match sender(&web, &headers, &form.key) {
        Ok(reviewer) => reviewer,
        Err(response) => return *response,
    };
    let misses: Vec<i64> = form
        .misses
        .split(',')
        .filter_map(|id| id.parse().ok())
        .collect();
    let Some(language) = Language::from_tag(&form.language) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    // What a reviewer types may hold a secret as well as what a citizen did.
    let wording = mask_telephones(&crate::desk::mask::mask(form.wording.trim()).text);
    let adopt = |entry: Option<String>| Adoption {
        entry,
        language,
        wording: wording.clone(),
        misses: misses.clone(),
    };
    let named = match form.say.split_once(':') {
        Some(("adopt", entry)) => Some(entry.to_owned()),
        _ if form.say == "adopt-other" => Some(form.entry.trim().to_owned()),
        _ => None,
    };
    let result = match (form.say.as_str(), named) {
        ("dismiss", _) => web
            .app
            .dismiss(&reviewer.name, misses.clone())
            .await
            .map(|()| Notice::Dismissed),
        _ if wording.is_empty() => {
            return questions_page(&web, &reviewer, Some(Notice::Failed)).await;
        }
        ("draft", _) => web
            .app
            .adopt(&reviewer.name, adopt(None))
            .await
            .map(|_| Notice::Drafted),
        (_, Some(entry)) => web
            .app
            .adopt(&reviewer.name, adopt(Some(entry)))
            .await
            .map(|_| Notice::Adopted),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    match result {
        Ok(done) => Redirect::to(&format!("/review/questions?done={}", done.id())).into_response(),
        Err(error) => questions_page(&web, &reviewer, Some(notice_of(&error))).await,
    }
}
