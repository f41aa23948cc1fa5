//! The audit log, for supervisors: searching it, taking the found rows along, and proving that it is whole.

use axum::Form;
use axum::extract::{FromRequestParts, Query, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use maud::{Markup, html};

use super::audit_words::{ACTIONS, action, actor, page};
use super::pages::{self, Frame, Told, Words};
use super::{Clerk, Fields, Web, address, failed, files, refused, stale, terms, words};
use crate::app::audit::{AuditRow, Broken, Chain, Search};
use crate::desk::audit::moment;
use crate::desk::rights::Right;
use crate::desk::rules::{civil, instant};
use crate::ids::find_code;

/// The page.
const HERE: &str = "/staff/audit";
/// So many rows stand on a page.
const ROWS: usize = 100;
/// So many rows are in a file; `madoguchi audit export` writes all of them.
const FILE_ROWS: u32 = 50_000;
/// The days that are shown at first, with today.
const DAYS: i64 = 7;

/// Whoever may read the log, behind a request.
pub(super) struct Inspector(Clerk);

impl FromRequestParts<Web> for Inspector {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Inspector, Response> {
        let clerk = Clerk::from_request_parts(parts, web).await?;
        if clerk.may(Right::SeeAudit) {
            Ok(Inspector(clerk))
        } else {
            Err(refused(web, "staff-door-not-yours"))
        }
    }
}

/// What is looked for, as the fields have it.
struct Asked {
    from: NaiveDate,
    until: NaiveDate,
    who: String,
    what: String,
    subject: String,
    older: Option<i64>,
}

impl Asked {
    fn read(web: &Web, fields: &Fields) -> Asked {
        let today = super::today(web.app.now());
        let until = fields.day("until").unwrap_or(today);
        let first = until - TimeDelta::days(DAYS - 1);
        Asked {
            from: fields.day("from").unwrap_or(first),
            until,
            who: fields.get("who").to_owned(),
            what: fields.get("what").to_owned(),
            subject: fields.get("subject").to_owned(),
            older: fields.get("older").parse().ok(),
        }
    }

    fn search(&self, web: &Web, most: u32) -> Result<Search, crate::app::AppError> {
        let midnight = |day: NaiveDate| instant(day.and_time(NaiveTime::MIN));
        let is_whole = self.who.is_empty()
            || self.who == "desk"
            || self.who == "resident"
            || self.who.starts_with("resident:");
        Ok(Search {
            from: midnight(self.from),
            until: midnight(self.until + TimeDelta::days(1)),
            who: if is_whole {
                self.who.clone()
            } else {
                format!("clerk:{}", self.who)
            },
            what: self.what.clone(),
            subject: self.object(web)?,
            older_than: self.older,
            most,
        })
    }

    /// The object as it stands in the log: staff know reservations and cases by their codes.
    fn object(&self, web: &Web) -> Result<String, crate::app::AppError> {
        if let Some(code) = find_code(&self.subject)
            && let Some(id) = web.app.store().visit_by_code(&code)?
        {
            return Ok(id.to_string());
        }
        let case = self.subject.strip_prefix("K-");
        let case = case.filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        Ok(case.unwrap_or(&self.subject).to_owned())
    }

    /// The address of these rows in a page or file.
    fn address(&self, path: &str, older: Option<i64>) -> String {
        let (from, until) = (terms::iso(self.from), terms::iso(self.until));
        let older = older.map(|id| id.to_string()).unwrap_or_default();
        let fields = [
            ("from", from.as_str()),
            ("until", until.as_str()),
            ("who", &self.who),
            ("what", &self.what),
            ("subject", &self.subject),
            ("older", &older),
        ];
        let set: Vec<_> = fields.into_iter().filter(|(_, v)| !v.is_empty()).collect();
        address(path, &set)
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    Inspector(clerk): Inspector,
    Query(fields): Query<Fields>,
) -> Response {
    show_rows(&web, &clerk, &Asked::read(&web, &fields), None).await
}

/// Proves that the log is whole, or says where it is not.
pub(super) async fn verify(
    State(web): State<Web>,
    Inspector(clerk): Inspector,
    Form(form): Form<Fields>,
) -> Response {
    if clerk.key_of(&form).is_none() {
        return stale(&web);
    }
    match web.app.verify_audit().await {
        Ok(verified) => show_rows(&web, &clerk, &Asked::read(&web, &form), Some(verified)).await,
        Err(error) => failed(&error),
    }
}

async fn show_rows(
    web: &Web,
    clerk: &Clerk,
    asked: &Asked,
    verified: Option<Result<Chain, Broken>>,
) -> Response {
    // One more than is shown tells whether there are older ones.
    let most = u32::try_from(ROWS + 1).unwrap_or(u32::MAX);
    let found = (asked.search(web, most)).and_then(|search| web.app.audit_rows(&search));
    let (mut rows, key) = match (found, clerk.key(web).await) {
        (Ok(rows), Ok(key)) => (rows, key),
        (Err(error), _) | (_, Err(error)) => return failed(&error),
    };
    let has_older = rows.len() > ROWS;
    rows.truncate(ROWS);
    let older = rows.last().map(|row| row.id).filter(|_| has_older);
    let t = words(web);
    let told = verified.as_ref().map(|verified| match verified {
        Ok(_) => Told {
            is_good: true,
            text: t("staff-audit-whole"),
            at: "",
        },
        Err(_) => Told::problem(t("staff-audit-broken"), ""),
    });
    let content = html! {
        @if let Some(verified) = &verified { (verdict(&t, verified)) }
        p class="hint" { (t("staff-audit-hint")) }
        (search_form(&t, web, asked))
        (table(&t, asked, &rows))
        p class="off-paper" {
            @if asked.older.is_some() { a href=(asked.address(HERE, None)) { (t("staff-audit-newest")) } " " }
            @if older.is_some() { a rel="next" href=(asked.address(HERE, older)) { (t("staff-audit-older")) } " " }
            @if !rows.is_empty() { a href=(asked.address("/staff/audit.csv", None)) { (t("staff-audit-csv")) } }
        }
        h2 { (t("staff-audit-chain")) }
        p class="hint" { (t("staff-audit-chain-hint")) }
        form method="post" action=(HERE) {
            (pages::hidden(&[("key", key)]))
            button class="outline" { (t("staff-audit-verify")) }
        }
    };
    let frame = Frame {
        title: &t("staff-audit-title"),
        here: HERE,
        clerk: Some(clerk),
        told: told.as_ref(),
    };
    super::show(frame.markup(&t, &content))
}

fn verdict(t: &Words<'_>, verified: &Result<Chain, Broken>) -> Markup {
    let chain = match verified {
        Ok(chain) => chain,
        Err(broken) => {
            return html! { dl class="counts" {
                div { dt { (t("staff-audit-broken-at")) } dd { (place(broken)) } }
            } };
        }
    };
    let time = |at: Option<DateTime<Utc>>| at.map_or_else(String::new, clock);
    html! {
        dl class="counts" {
            div { dt { (t("staff-audit-count")) } dd { (chain.rows) } }
            div { dt { (t("staff-audit-first")) } dd { (time(chain.first)) } }
            div { dt { (t("staff-audit-last")) } dd { (time(chain.last)) } }
        }
        p { (t("staff-audit-head")) br; code class="long" { (chain.head) } }
    }
}

/// 2026-12-01 10:00:00: a record is read years later as well.
fn clock(at: DateTime<Utc>) -> String {
    civil(at).format("%Y-%m-%d %H:%M:%S").to_string()
}

fn place(broken: &Broken) -> String {
    match broken {
        Broken::Row(id) | Broken::Cut(id) | Broken::End(id) => id.to_string(),
        Broken::Missing(hash) => hash.clone(),
    }
}

fn search_form(t: &Words<'_>, web: &Web, asked: &Asked) -> Markup {
    html! {
        form class="place off-paper" method="get" action=(HERE) {
            label for="from" { (t("staff-audit-from")) }
            input id="from" name="from" type="date" value=(terms::iso(asked.from)) required;
            label for="until" { (t("staff-audit-until")) }
            input id="until" name="until" type="date" value=(terms::iso(asked.until)) required;
            label for="who" { (t("staff-audit-who")) }
            input id="who" name="who" list="people" value=(asked.who) maxlength="64" autocapitalize="none"
                spellcheck="false" autocomplete="off" aria-describedby="who-hint";
            datalist id="people" {
                option value="desk" {}
                option value="resident" {}
                @for name in names(web) { option value=(name) {} }
            }
            p id="who-hint" class="hint" { (t("staff-audit-who-hint")) }
            label for="what" { (t("staff-audit-what")) }
            select id="what" name="what" {
                option value="" { (t("staff-audit-any")) }
                @for (id, name, _) in ACTIONS {
                    option value=(id) selected[asked.what == id] { (t(name)) }
                }
            }
            label for="subject" { (t("staff-audit-subject")) }
            input id="subject" name="subject" value=(asked.subject) maxlength="80" autocapitalize="none"
                spellcheck="false" autocomplete="off" aria-describedby="subject-hint";
            p id="subject-hint" class="hint" { (t("staff-audit-subject-hint")) }
            button class="solid" { (t("staff-audit-search")) }
        }
    }
}

fn table(t: &Words<'_>, asked: &Asked, rows: &[AuditRow]) -> Markup {
    html! {
        @if rows.is_empty() {
            p { (t("staff-audit-none")) }
        } @else {
            table class="cards" {
                caption { (t("staff-audit-rows")) }
                thead { tr {
                    th scope="col" { (t("staff-audit-number")) }
                    th scope="col" { (t("staff-audit-when")) }
                    th scope="col" { (t("staff-audit-who")) }
                    th scope="col" { (t("staff-audit-what")) }
                    th scope="col" { (t("staff-audit-subject")) }
                    th scope="col" { (t("staff-audit-before")) }
                    th scope="col" { (t("staff-audit-after")) }
                } }
                tbody { @for row in rows { (table_row(t, asked, row)) } }
            }
        }
    }
}

fn table_row(t: &Words<'_>, asked: &Asked, row: &AuditRow) -> Markup {
    // Where an object has no page, the other rows about it are the next best thing.
    let all = address(
        HERE,
        &[
            ("from", "2020-01-01"),
            ("until", terms::iso(asked.until).as_str()),
            ("subject", &row.subject),
        ],
    );
    let to = page(&row.what, &row.subject).unwrap_or(all);
    html! { tr {
        th scope="row" data-label=(t("staff-audit-number")) { (row.id) }
        td data-label=(t("staff-audit-when")) {
            time datetime=(moment(row.at)) { (clock(row.at)) }
        }
        td data-label=(t("staff-audit-who")) { (actor(t, &row.who)) }
        td data-label=(t("staff-audit-what")) { (action(t, &row.what)) }
        td data-label=(t("staff-audit-subject")) {
            @if !row.subject.is_empty() { a href=(to) { (row.subject) } }
        }
        td data-label=(t("staff-audit-before")) { code class="long" { (row.before) } }
        td data-label=(t("staff-audit-after")) { code class="long" { (row.after) } }
    } }
}

/// The found rows as a file.
pub(super) async fn csv(
    State(web): State<Web>,
    _: Inspector,
    Query(fields): Query<Fields>,
) -> Response {
    let asked = Asked::read(&web, &fields);
    let found = (asked.search(&web, FILE_ROWS)).and_then(|search| web.app.audit_rows(&search));
    let found = match found {
        Ok(found) => found,
        Err(error) => return failed(&error),
    };
    let t = words(&web);
    let head = [
        "staff-audit-number",
        "staff-audit-when",
        "staff-audit-who",
        "staff-audit-what",
        "staff-audit-subject",
        "staff-audit-before",
        "staff-audit-after",
    ];
    let mut rows: Vec<Vec<String>> = vec![head.map(&t).to_vec()];
    rows.extend(found.into_iter().map(|row| {
        let (who, what) = (actor(&t, &row.who), action(&t, &row.what));
        let id = row.id.to_string();
        vec![
            id,
            moment(row.at),
            who,
            what,
            row.subject,
            row.before,
            row.after,
        ]
    }));
    let (from, until) = (terms::iso(asked.from), terms::iso(asked.until));
    let name = format!("attachment; filename=\"audit-{from}-{until}.csv\"");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    (StatusCode::OK, headers, files::separated(&rows)).into_response()
}

/// Who works here, to pick from.
fn names(web: &Web) -> Vec<String> {
    let roster = web.app.roster();
    let people = roster.map(|roster| roster.people.iter().map(|p| p.name.clone()).collect());
    people.unwrap_or_default()
}
