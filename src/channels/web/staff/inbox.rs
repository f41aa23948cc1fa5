//! The inbox of the staff: the cases that wait for people, and the page of each one.
//!
//! Every action is a plain form that leads back to the page, so all of it works without JavaScript. With it,
//! `pages/inbox.js` takes over what the stream of events brings (`inbox_live`), and leaves alone what somebody types.
//! A note has an address and a form of its own; nothing that is sent there can become a reply.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::Markup;

use super::inbox_aids::Shown;
use super::inbox_case::Sheet;
use super::inbox_list::{Board, Filter};
use super::inbox_notices::{Notice, is_refusal};
use super::pages::{self, Frame, Told, Words};
use super::{Clerk, Fields, Web, inbox_aids, inbox_letter, inbox_live, sheets};
use crate::app::AppError;
use crate::app::cases::Done;
use crate::desk::case::state::{Case, CloseReason};
use crate::desk::case::trigger::Urgency;
use crate::desk::faq::EntryId;
use crate::desk::language::Language;
use crate::desk::mask::mask;
use crate::desk::message::{StaffAction, StaffIncoming};
use crate::desk::rights::Right;
use crate::desk::serve::Refusal;
use crate::ids::CaseId;

/// The list.
pub(super) const HERE: &str = "/staff/cases";
/// Where one says that one goes away or is back.
pub(super) const PRESENCE: &str = "/staff/cases/presence";
/// With this header `pages/inbox.js` fetches a page anew where there is no stream.
const BY_ITSELF: &str = "x-by-itself";
/// The longest answer or note in characters; one message of a messenger holds 4096.
pub(super) const TEXT_CHARS_MAX: usize = 3000;

/// The routes of the inbox.
pub(super) fn routes() -> super::super::Router<Web> {
    super::super::Router::new()
        .route(HERE, get(list))
        .route("/staff/cases/events", get(inbox_live::of_list))
        .route(PRESENCE, post(presence).get(to_list))
        .route("/staff/cases/{id}", get(show))
        .route("/staff/cases/{id}/events", get(inbox_live::of_case))
        .route("/staff/cases/{id}/take-over", get(ask_take_over))
        .route("/staff/cases/{id}/letter", get(inbox_letter::show))
        .route("/staff/cases/{id}/do", post(act).get(back))
        .route("/staff/cases/{id}/reply", post(reply).get(back))
        .route("/staff/cases/{id}/note", post(note).get(back))
        .route("/staff/cases/{id}/aid", post(inbox_aids::aid).get(back))
        .route("/staff/cases/{id}/send", post(inbox_aids::send).get(back))
        .route("/staff/cases/{id}/sheet", post(sheets::of_case).get(back))
}

/// Whether somebody may answer citizens and take cases; who guides people in the hall only reads along.
pub(super) fn may_answer(clerk: &Clerk) -> bool {
    clerk.may(Right::AnswerCases)
}

/// What every part of the pages is made with.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) web: &'a Web,
    pub(super) t: &'a Words<'a>,
    pub(super) clerk: &'a Clerk,
    /// The key of the forms. It is empty in what the stream sends: the page puts its own in.
    pub(super) key: &'a str,
}

impl View<'_> {
    pub(super) fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.web.app.words_with(id, Language::Ja, values)
    }

    pub(super) fn say_count(&self, id: &str, count: impl ToString) -> String {
        self.say(id, &[("count", count.to_string().as_str())])
    }

    pub(super) fn may_answer(&self) -> bool {
        may_answer(self.clerk)
    }

    /// Where the page says that somebody is there, for those of whom it counts.
    pub(super) fn presence(&self) -> Option<&'static str> {
        self.may_answer().then_some(PRESENCE)
    }

    /// The hidden fields of a button: with the state of the case it was drawn for, a press has its effect once.
    pub(super) fn hidden(&self, what: &str, case: &Case) -> Markup {
        pages::hidden(&[
            ("key", self.key.to_owned()),
            ("what", what.to_owned()),
            ("seen", case.touched_at.timestamp_millis().to_string()),
        ])
    }

    /// The page around its parts.
    pub(super) fn page(&self, title: &str, told: Option<&Told>, content: &Markup) -> Response {
        let frame = Frame {
            title,
            here: HERE,
            clerk: Some(self.clerk),
            told,
        };
        super::show(frame.markup(self.t, content))
    }
}

/// The address of a case.
pub(super) fn address(id: CaseId) -> String {
    format!("{HERE}/{id}")
}

/// The address of a case, with what was just done there.
pub(super) fn done_at(id: CaseId, done: &str) -> Response {
    super::go(&super::address(&address(id), &[("done", done)]))
}

// The list.

async fn list(
    State(web): State<Web>,
    clerk: Clerk,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    let filter = Filter::read(&web, &fields);
    let made = async {
        opened(&web, &clerk, &headers).await?;
        let key = clerk.key(&web).await?;
        Ok::<_, AppError>((key, Board::read(&web, &clerk, filter)?))
    };
    let (key, board) = match made.await {
        Ok(made) => made,
        Err(error) => return super::failed(&error),
    };
    let t = super::words(&web);
    let view = View {
        web: &web,
        t: &t,
        clerk: &clerk,
        key: &key,
    };
    let told = Notice::read(&fields).map(|notice| notice.told(&view, None));
    view.page(&t("staff-inbox-title"), told.as_ref(), &board.page(&view))
}

/// Who opens a page is there, unless they have said that they are away. What is done leads back to a page and counts by
/// that. A page that fetches itself while nobody is before it says so, and counts for nothing.
async fn opened(web: &Web, clerk: &Clerk, headers: &HeaderMap) -> Result<(), AppError> {
    if may_answer(clerk) && !headers.contains_key(BY_ITSELF) {
        web.app.keep_attending(&clerk.name).await?;
    }
    Ok(())
}

/// The address of a form of the list, opened again.
async fn to_list() -> Response {
    super::go(HERE)
}

/// Going away and coming back; and an open page says that somebody has touched it.
async fn presence(State(web): State<Web>, clerk: Clerk, Form(form): Form<Fields>) -> Response {
    if clerk.key_of(&form).is_none() {
        return super::stale(&web);
    }
    if !may_answer(&clerk) {
        return super::refused(&web, "staff-inbox-forbidden");
    }
    let noted = match form.get("what") {
        "here" => {
            return match web.app.keep_attending(&clerk.name).await {
                Ok(()) => StatusCode::NO_CONTENT.into_response(),
                Err(error) => super::failed(&error),
            };
        }
        "away" => web.app.go_away(&clerk.name).await,
        "back" => web.app.come_back(&clerk.name).await,
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    match noted {
        Ok(()) => super::go(HERE),
        Err(error) => super::failed(&error),
    }
}

// One case.

async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    headers: HeaderMap,
    Path(id): Path<i64>,
    Query(fields): Query<Fields>,
) -> Response {
    if let Err(error) = opened(&web, &clerk, &headers).await {
        return super::failed(&error);
    }
    match Shown::read(&web, &fields) {
        Ok(shown) => page(&web, &clerk, CaseId(id), Notice::read(&fields), &shown).await,
        Err(error) => super::failed(&error),
    }
}

/// The address of a form of a case, opened again: the case itself.
async fn back(Path(id): Path<i64>) -> Response {
    super::go(&address(CaseId(id)))
}

/// The page of a case with what stands on it beside what is stored.
pub(super) async fn page(
    web: &Web,
    clerk: &Clerk,
    id: CaseId,
    notice: Option<Notice>,
    shown: &Shown,
) -> Response {
    let read = async {
        let key = clerk.key(web).await?;
        Ok::<_, AppError>((key, Sheet::read(web, clerk, id)?))
    };
    let (key, sheet) = match read.await {
        Ok((key, Some(sheet))) => (key, sheet),
        Ok((_, None)) => return unknown(web),
        Err(error) => return super::failed(&error),
    };
    let t = super::words(web);
    let view = View {
        web,
        t: &t,
        clerk,
        key: &key,
    };
    let told = notice.map(|notice| notice.told(&view, Some(&sheet.file.handoff.case)));
    let content = sheet.page(&view, shown, notice.and_then(Notice::sent));
    view.page(&sheet.title(&view), told.as_ref(), &content)
}

/// There is no such case, or not any more.
pub(super) fn unknown(web: &Web) -> Response {
    super::missing(web, "staff-inbox-unknown")
}

/// The answer to a form on a case that there is not: neither is its key kept, nor is the staff's group told of it.
fn absent(web: &Web, id: CaseId) -> Option<Response> {
    match web.app.resident_of_case(id) {
        Ok(Some(_)) => None,
        Ok(None) => Some(unknown(web)),
        Err(error) => Some(super::failed(&error)),
    }
}

/// Asks whether it is meant, and says from whom the case is taken.
async fn ask_take_over(State(web): State<Web>, clerk: Clerk, Path(id): Path<i64>) -> Response {
    if !may_answer(&clerk) {
        return super::refused(&web, "staff-inbox-forbidden");
    }
    let id = CaseId(id);
    let read = async {
        let key = clerk.key(&web).await?;
        Ok::<_, AppError>((key, Sheet::read(&web, &clerk, id)?))
    };
    let (key, sheet) = match read.await {
        Ok((key, Some(sheet))) => (key, sheet),
        Ok((_, None)) => return unknown(&web),
        Err(error) => return super::failed(&error),
    };
    let t = super::words(&web);
    let view = View {
        web: &web,
        t: &t,
        clerk: &clerk,
        key: &key,
    };
    match sheet.taking_over(&view) {
        Some(content) => view.page(&t("staff-inbox-take-over"), None, &content),
        // Nobody has it, or they have it themselves: there is nobody to take it from.
        None => super::go(&address(id)),
    }
}

// What is done.

/// Reads what a button asks for.
fn action(form: &Fields, id: CaseId) -> Option<StaffAction> {
    Some(match form.get("what") {
        "accept" => StaffAction::Accept(id),
        "take-over" => StaffAction::TakeOver(id),
        "release" => StaffAction::Release(id),
        "called" => StaffAction::Called(id),
        "rank" => StaffAction::Rank(id, Urgency::from_id(form.get("urgency"))?),
        "close" => {
            let why = CloseReason::from_id(form.get("why"))?;
            let why = Some(why).filter(|why| CloseReason::OF_CLERKS.contains(why));
            StaffAction::CloseAs(id, why?)
        }
        "send" => StaffAction::SendEntry {
            case: id,
            entry: EntryId::read(form.get("entry"))?,
        },
        _ => return None,
    })
}

/// A button of a case: takes it, gives it back, ranks it, closes it, or sends a reviewed answer.
async fn act(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let Some(key) = clerk.key_of(&form) else {
        return super::stale(&web);
    };
    if !may_answer(&clerk) {
        return super::refused(&web, "staff-inbox-forbidden");
    }
    let id = CaseId(id);
    let Some(action) = action(&form, id) else {
        if form.get("what") == "close" {
            return done_at(id, "no-reason");
        }
        return StatusCode::BAD_REQUEST.into_response();
    };
    if let Some(response) = absent(&web, id) {
        return response;
    }
    // A page that stays open has one key; a button pressed again after something has happened is pressed anew.
    let seen: i64 = form.get("seen").parse().unwrap_or(0);
    let object = match &action {
        StaffAction::SendEntry { entry, .. } => entry.to_string(),
        _ => String::new(),
    };
    let what = form.get("what");
    let key = format!("inbox:{key}:{what}:{object}:{id}:{seen}");
    let incoming = StaffIncoming {
        key,
        clerk: clerk.name.clone(),
        action,
    };
    match web.app.serve_case(incoming).await {
        Ok(done) => match refused(&done) {
            None => done_at(id, Notice::done(what)),
            Some(Refusal::Unknown) => unknown(&web),
            Some(refusal) => done_at(id, Notice::of(&refusal).id()),
        },
        Err(error) => super::failed(&error),
    }
}

/// Why nothing has happened. A form that comes again is told what it was told the first time.
pub(super) fn refused(done: &Done) -> Option<Refusal> {
    let was_refused = || done.rows.iter().any(|row| is_refusal(&row.phrase));
    match &done.refusal {
        Some(refusal) => Some(refusal.clone()),
        None if done.is_repeat && was_refused() => Some(Refusal::Empty),
        None => None,
    }
}

/// What was typed, with the line ends of this side. Browsers send CR LF (WHATWG HTML, form submission).
pub(super) fn text(form: &Fields) -> String {
    form.typed("text").replace("\r\n", "\n").trim().to_owned()
}

/// An answer to the citizen: stored with its case in one commit, then sent.
async fn reply(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let (id, text) = (CaseId(id), text(&form));
    let shown = Shown::reply(&text);
    let is_masked = mask(&text).text != text;
    let action = StaffAction::Reply { case: id, text };
    let done = match typed(&web, &clerk, &form, &shown, (id, action)).await {
        Ok(done) => done,
        Err(response) => return *response,
    };
    let notice = match refused(&done) {
        None if is_masked => return done_at(id, Notice::RepliedMasked.id()),
        None => return done_at(id, Notice::Replied.id()),
        Some(_) if done.is_repeat => Notice::Repeated,
        Some(refusal) => Notice::of(&refusal),
    };
    kept(&web, &clerk, id, notice, &shown, StatusCode::CONFLICT).await
}

/// Something for the staff alone. The only action it can become is a note.
async fn note(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let (id, text) = (CaseId(id), text(&form));
    let shown = Shown::note(&text);
    let action = StaffAction::Note { case: id, text };
    let done = match typed(&web, &clerk, &form, &shown, (id, action)).await {
        Ok(done) => done,
        Err(response) => return *response,
    };
    match refused(&done) {
        None => done_at(id, Notice::Noted.id()),
        Some(refusal) => {
            let notice = Notice::of(&refusal);
            kept(&web, &clerk, id, notice, &shown, StatusCode::CONFLICT).await
        }
    }
}

/// What was typed becomes an action, once for each form; otherwise the page comes again with it.
async fn typed(
    web: &Web,
    clerk: &Clerk,
    form: &Fields,
    shown: &Shown,
    (id, action): (CaseId, StaffAction),
) -> Result<Done, Box<Response>> {
    let key = match clerk.key_of(form) {
        None => Err((Notice::Stale, StatusCode::FORBIDDEN)),
        Some(_) if !may_answer(clerk) => Err((Notice::Forbidden, StatusCode::FORBIDDEN)),
        Some(_) if text(form).chars().count() > TEXT_CHARS_MAX => {
            Err((Notice::TooLong, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Some(key) => Ok(key),
    };
    let key = match key {
        Ok(key) => key,
        Err((notice, status)) => {
            let page = kept(web, clerk, id, notice, shown, status).await;
            return Err(Box::new(page));
        }
    };
    if let Some(response) = absent(web, id) {
        return Err(Box::new(response));
    }
    let what = if matches!(action, StaffAction::Note { .. }) {
        "note"
    } else {
        "reply"
    };
    let incoming = StaffIncoming {
        key: format!("inbox:{key}:{what}:{id}"),
        clerk: clerk.name.clone(),
        action,
    };
    let done = web.app.serve_case(incoming).await;
    done.map_err(|error| Box::new(super::failed(&error)))
}

/// The page again with what was typed, which is not lost, and why nothing has happened.
pub(super) async fn kept(
    web: &Web,
    clerk: &Clerk,
    id: CaseId,
    notice: Notice,
    shown: &Shown,
    status: StatusCode,
) -> Response {
    let mut page = page(web, clerk, id, Some(notice), shown).await;
    if page.status() == StatusCode::OK {
        *page.status_mut() = status;
    } else if notice == Notice::Stale && page.status() == StatusCode::NOT_FOUND {
        return super::stale(web);
    }
    page
}
