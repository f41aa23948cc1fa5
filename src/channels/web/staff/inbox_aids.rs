//! What helps to answer: sentences that are ready, translations, reviewed answers that are looked for, a citizen's words
//! in Japanese. Asking for any of it changes nothing and is kept nowhere; what is sent has been seen before.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use super::inbox::{done_at, kept, may_answer, page, refused, text, unknown};
use super::inbox_notices::Notice;
use super::sheets;
use super::{Clerk, Fields, Web};
use crate::app::AppError;
use crate::app::cases::{CaseFile, Line};
use crate::desk::canned::{Canned, Fault, Form as Sentence};
use crate::desk::draft::{Draft, Reading, Refusal};
use crate::desk::message::{StaffAction, StaffIncoming};
use crate::ids::CaseId;

/// So many characters of what somebody looks for are read.
pub(super) const FIND_CHARS_MAX: usize = 100;

/// What stands on the page of a case beside what is stored: what somebody has typed, picked or had translated.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) reply: String,
    pub(super) note: String,
    /// What somebody looks for among the reviewed answers.
    pub(super) find: String,
    pub(super) canned: Option<Picked>,
    pub(super) draft: Option<Result<(String, Draft), Refusal>>,
    pub(super) reading: Option<ReadLine>,
    pub(super) sheet: Option<sheets::Wish>,
}

/// A citizen's words as a machine reads them.
#[derive(Debug)]
pub(super) struct ReadLine {
    pub(super) at: DateTime<Utc>,
    pub(super) text: String,
    pub(super) reading: Result<Reading, Refusal>,
}

/// A sentence that is ready, with what is filled in.
#[derive(Debug)]
pub(super) struct Picked {
    pub(super) form: &'static Sentence,
    pub(super) values: BTreeMap<String, String>,
    /// The sentence as it goes out, or what is wrong; nothing before somebody has filled it in.
    pub(super) read: Option<Result<Canned, Vec<Fault>>>,
}

impl Picked {
    /// The sentence that the fields name, filled in; nothing where there is no such sentence.
    fn filled(web: &Web, fields: &Fields) -> Result<Option<Picked>, AppError> {
        let Some(form) = Canned::form(fields.get("canned")) else {
            return Ok(None);
        };
        let value = |name: &str| (name.to_owned(), fields.get(name).to_owned());
        let values = form.blanks.iter().map(|blank| value(blank.id())).collect();
        let read = web.app.read_canned(form.id, &values)?;
        Ok(Some(Picked {
            form,
            values,
            read: Some(read),
        }))
    }
}

impl Shown {
    pub(super) fn reply(text: &str) -> Shown {
        Shown {
            reply: text.to_owned(),
            ..Shown::default()
        }
    }

    pub(super) fn note(text: &str) -> Shown {
        Shown {
            note: text.to_owned(),
            ..Shown::default()
        }
    }

    /// What an address asks for: a sentence that was picked. One without blanks can be read at once.
    pub(super) fn read(web: &Web, fields: &Fields) -> Result<Shown, AppError> {
        let mut canned = Picked::filled(web, fields)?;
        if let Some(picked) = &mut canned
            && !picked.form.blanks.is_empty()
        {
            picked.read = None;
        }
        Ok(Shown {
            canned,
            ..Shown::default()
        })
    }
}

/// Who asks, and about which case.
struct Asked<'a> {
    web: &'a Web,
    clerk: &'a Clerk,
    id: CaseId,
    form: &'a Fields,
    shown: Shown,
}

impl Asked<'_> {
    async fn kept(&self, notice: Notice, status: StatusCode) -> Response {
        kept(self.web, self.clerk, self.id, notice, &self.shown, status).await
    }

    /// The page with what was asked for.
    async fn page(&self, status: StatusCode) -> Response {
        let mut page = page(self.web, self.clerk, self.id, None, &self.shown).await;
        if page.status() == StatusCode::OK {
            *page.status_mut() = status;
        }
        page
    }

    /// The random part of the key of the form, if it may be used; else why not.
    async fn key(&self) -> Result<String, Box<Response>> {
        let Some(key) = self.clerk.key_of(self.form) else {
            return Err(Box::new(
                self.kept(Notice::Stale, StatusCode::FORBIDDEN).await,
            ));
        };
        if !may_answer(self.clerk) {
            let refused = self.kept(Notice::Forbidden, StatusCode::FORBIDDEN);
            return Err(Box::new(refused.await));
        }
        Ok(key)
    }
}

/// `POST /staff/cases/{id}/aid`: shows what is asked for.
pub(super) async fn aid(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let id = CaseId(id);
    let mut asked = Asked {
        web: &web,
        clerk: &clerk,
        id,
        form: &form,
        shown: Shown::reply(&text(&form)),
    };
    if let Err(response) = asked.key().await {
        return *response;
    }
    let file = match web.app.case_file(id) {
        Ok(Some(file)) => file,
        Ok(None) => return unknown(&web),
        Err(error) => return super::failed(&error),
    };
    match form.get("what") {
        "canned" => match Picked::filled(&web, &form) {
            Ok(Some(picked)) => asked.shown.canned = Some(picked),
            Ok(None) => return StatusCode::BAD_REQUEST.into_response(),
            Err(error) => return super::failed(&error),
        },
        "find" => asked.shown.find = form.get("find").chars().take(FIND_CHARS_MAX).collect(),
        "translate" if !file.handoff.case.is_open() => {
            return asked.kept(Notice::Over, StatusCode::CONFLICT).await;
        }
        "translate" => {
            let reply = &asked.shown.reply;
            let draft = web
                .app
                .keep_draft(&clerk.name, reply, file.handoff.language);
            asked.shown.draft = Some(draft.await);
        }
        "read" => match read_line(&web, &file, form.get("line")).await {
            Some(line) => asked.shown.reading = Some(line),
            None => return StatusCode::BAD_REQUEST.into_response(),
        },
        _ => return StatusCode::BAD_REQUEST.into_response(),
    }
    let is_refused = matches!(&asked.shown.draft, Some(Err(_)))
        || matches!(&asked.shown.reading, Some(line) if line.reading.is_err())
        || matches!(&asked.shown.canned, Some(picked) if matches!(picked.read, Some(Err(_))));
    asked
        .page(if is_refused {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        })
        .await
}

/// A line of the citizen's in Japanese. Its words come from what is stored, not from the form.
async fn read_line(web: &Web, file: &CaseFile, line: &str) -> Option<ReadLine> {
    let millis: i64 = line.parse().ok()?;
    let words = file.lines.iter().find_map(|line| match line {
        Line::Citizen { at, text, .. } if at.timestamp_millis() == millis && !text.is_empty() => {
            Some((*at, text.clone()))
        }
        Line::Citizen { .. } | Line::Desk { .. } => None,
    });
    let (at, text) = words?;
    let reading = web.app.read_translation(&text, file.handoff.language).await;
    Some(ReadLine { at, text, reading })
}

/// `POST /staff/cases/{id}/send`: what was shown goes out.
pub(super) async fn send(
    State(web): State<Web>,
    clerk: Clerk,
    Path(id): Path<i64>,
    Form(form): Form<Fields>,
) -> Response {
    let asked = Asked {
        web: &web,
        clerk: &clerk,
        id: CaseId(id),
        form: &form,
        shown: Shown::reply(&text(&form)),
    };
    let key = match asked.key().await {
        Ok(key) => key,
        Err(response) => return *response,
    };
    match form.get("what") {
        "canned" => send_canned(asked, &key).await,
        "draft" => send_draft(asked, &key).await,
        _ => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// What was filled in is read once more: the day may be over by now.
async fn send_canned(mut asked: Asked<'_>, key: &str) -> Response {
    let picked = match Picked::filled(asked.web, asked.form) {
        Ok(Some(picked)) => picked,
        Ok(None) => return StatusCode::BAD_REQUEST.into_response(),
        Err(error) => return super::failed(&error),
    };
    let canned = match &picked.read {
        Some(Ok(canned)) => canned.clone(),
        Some(Err(_)) | None => {
            asked.shown.canned = Some(picked);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return asked.kept(Notice::Fields, status).await;
        }
    };
    let key = format!("inbox:{key}:canned:{}:{}", asked.id, picked.form.id);
    asked.shown.canned = Some(picked);
    let action = StaffAction::SendCanned {
        case: asked.id,
        canned: Box::new(canned),
    };
    serve(&asked, key, action, Notice::Sent).await
}

/// A draft goes out as it was shown, and once.
async fn send_draft(asked: Asked<'_>, key: &str) -> Response {
    let draft = asked.form.get("draft");
    let key = format!("inbox:{key}:draft:{}:{draft}", asked.id);
    let Some(draft) = asked.web.app.take_draft(&asked.clerk.name, draft) else {
        // The same form once more: its first coming has taken the draft.
        return match asked.web.app.served(key).await {
            Ok(Some(done)) if refused(&done).is_none() => done_at(asked.id, Notice::Replied.id()),
            Ok(Some(_)) => asked.kept(Notice::Repeated, StatusCode::CONFLICT).await,
            Ok(None) => asked.kept(Notice::DraftGone, StatusCode::CONFLICT).await,
            Err(error) => super::failed(&error),
        };
    };
    let action = StaffAction::SendDraft {
        case: asked.id,
        draft: Box::new(draft),
    };
    serve(&asked, key, action, Notice::Replied).await
}

async fn serve(asked: &Asked<'_>, key: String, action: StaffAction, good: Notice) -> Response {
    let incoming = StaffIncoming {
        key,
        clerk: asked.clerk.name.clone(),
        action,
    };
    match asked.web.app.serve_case(incoming).await {
        Ok(done) => match refused(&done) {
            None => done_at(asked.id, good.id()),
            Some(_) if done.is_repeat => asked.kept(Notice::Repeated, StatusCode::CONFLICT).await,
            Some(refusal) => asked.kept(Notice::of(&refusal), StatusCode::CONFLICT).await,
        },
        Err(error) => super::failed(&error),
    }
}
