//! Blocks, for supervisors: who is blocked, why and until when; a new block for whoever has a case; an early end.

use axum::Form;
use axum::extract::{FromRequestParts, Query, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use maud::{Markup, html};

use super::pages::{self, Frame, Told, Words};
use super::{Clerk, Fields, Web, failed, go, stale, terms, words};
use crate::app::blocks::BlockLine;
use crate::desk::abuse::{BlockReason, BlockRefusal, BlockWish, DAYS_MAX};
use crate::desk::language::Language;
use crate::desk::rights::Right;
use crate::ids::{BlockId, CaseId};

/// Where the page is, and where its forms post to.
pub(super) const ADDRESS: &str = "/staff/blocks";

/// What is proposed where nobody has chosen.
const DAYS_PROPOSED: &str = "7";

/// Whoever may block. A block keeps somebody from writing to every office, so it is set and ended by those of all offices.
pub(super) struct Blocker(Clerk);

impl FromRequestParts<Web> for Blocker {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Blocker, Response> {
        let clerk = Clerk::from_request_parts(parts, web).await?;
        if clerk.may_for_all(Right::Block) {
            Ok(Blocker(clerk))
        } else {
            Err(super::not_here(web))
        }
    }
}

/// What an address may say about what was just done: a closed set, so that a link cannot put words on the page.
fn told(t: &Words<'_>, done: &str) -> Option<Told> {
    let good = |id: &str| Told {
        is_good: true,
        text: t(id),
        at: "",
    };
    let bad = |id: &str, at: &'static str| Told::problem(t(id), at);
    Some(match done {
        "set" => good("staff-blocks-done"),
        "lifted" => good("staff-blocks-lift-done"),
        "no-case" => bad("staff-blocks-no-case", "#case"),
        "days" => bad("staff-blocks-bad-days", "#days"),
        "reason" => bad("staff-blocks-bad-reason", "#reason"),
        "already" => bad("staff-blocks-already", ""),
        "over" => bad("staff-blocks-is-over", ""),
        "repeated" => bad("staff-desk-repeated", ""),
        _ => return None,
    })
}

/// `GET /staff/blocks`
pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Query(fields): Query<Fields>,
) -> Response {
    let (key, blocks) = match (clerk.key(&web).await, web.app.blocks()) {
        (Ok(key), Ok(blocks)) => (key, blocks),
        (Err(error), _) | (_, Err(error)) => return failed(&error),
    };
    // Who runs one office reads who is blocked.
    let may_block = clerk.may_for_all(Right::Block);
    let t = words(&web);
    let told = told(&t, fields.get("done"));
    let content = html! {
        p class="hint" { (t("staff-blocks-hint")) }
        @if may_block { (form(&t, &key, &fields)) }
        @if blocks.is_empty() {
            p { (t("staff-blocks-none")) }
        } @else {
            (table(&t, &web, may_block.then_some(&key), &blocks))
        }
    };
    let frame = Frame {
        title: &t("staff-blocks"),
        here: ADDRESS,
        clerk: Some(&clerk),
        told: told.as_ref(),
    };
    super::show(frame.markup(&t, &content))
}

/// The form that blocks whoever has a case; the page of a case can carry it with its number filled in (`case`).
pub(super) fn form(t: &Words<'_>, key: &str, fields: &Fields) -> Markup {
    let days = Some(fields.get("days")).filter(|days| !days.is_empty());
    html! {
        section aria-labelledby="block-title" {
            h2 id="block-title" { (t("staff-blocks-new")) }
            form class="booking" method="post" action=(ADDRESS) {
                (pages::hidden(&[("key", key.to_owned())]))
                div class="row" {
                    div class="field" {
                        label for="case" { (t("staff-blocks-case")) }
                        input id="case" name="case" value=(fields.get("case")) required autocomplete="off";
                    }
                    div class="field" {
                        label for="reason" { (t("staff-blocks-reason")) }
                        select id="reason" name="reason" required {
                            option value="" { (t("staff-blocks-choose")) }
                            @for reason in BlockReason::ALL {
                                option value=(reason.id()) selected[fields.get("reason") == reason.id()] {
                                    (t(words_of(reason)))
                                }
                            }
                        }
                    }
                    div class="field" {
                        label for="days" { (t("staff-blocks-days")) }
                        input id="days" name="days" type="number" min="1" max=(DAYS_MAX) inputmode="numeric"
                            value=(days.unwrap_or(DAYS_PROPOSED)) required;
                    }
                }
                button class="solid" { (t("staff-blocks-set")) }
            }
        }
    }
}

const fn words_of(reason: BlockReason) -> &'static str {
    match reason {
        BlockReason::Flood => "staff-blocks-flood",
        BlockReason::Insults => "staff-blocks-insults",
        BlockReason::Threats => "staff-blocks-threats",
        BlockReason::FalseReservations => "staff-blocks-false-reservations",
        BlockReason::Other => "staff-blocks-other",
    }
}

fn table(t: &Words<'_>, web: &Web, key: Option<&String>, blocks: &[BlockLine]) -> Markup {
    let head = [
        "staff-blocks-who",
        "staff-blocks-reason",
        "staff-blocks-since",
        "staff-blocks-until",
        "staff-blocks-by",
        "staff-blocks-appeal",
        "staff-blocks-state",
    ];
    html! {
        table class="cards" {
            caption { (t("staff-blocks")) }
            thead { tr { @for id in head { th scope="col" { (t(id)) } } } }
            tbody { @for line in blocks { (row(t, web, key, line)) } }
        }
    }
}

fn row(t: &Words<'_>, web: &Web, key: Option<&String>, line: &BlockLine) -> Markup {
    let block = &line.block;
    let who = format!("{} {}", line.channel.id(), block.resident);
    html! { tr {
        th scope="row" data-label=(t("staff-blocks-who")) {
            (who) " " span lang=(crate::channels::web::page::html_lang(line.language.tag())) { (line.language.endonym()) }
        }
        td data-label=(t("staff-blocks-reason")) { (t(words_of(block.reason))) }
        td data-label=(t("staff-blocks-since")) { (terms::instant(block.at)) }
        td data-label=(t("staff-blocks-until")) { (terms::instant(block.until)) }
        td data-label=(t("staff-blocks-by")) { (block.by) }
        td data-label=(t("staff-blocks-appeal")) {
            @if let Some(case) = block.appeal { span class="code" { "K-" (case) } }
        }
        td class="act" data-label=(t("staff-blocks-state")) {
            @if let Some(lifted) = &block.lifted {
                (web.app.words_with("staff-blocks-lifted", Language::Ja, &[("who", &lifted.by)]))
            } @else if block.is_on(web.app.now()) {
                strong { (t("staff-blocks-on")) }
                @if let Some(key) = key {
                    form method="post" action={ (ADDRESS) "/lift" } {
                        (pages::hidden(&[("key", key.clone()), ("block", block.id.to_string())]))
                        button class="small" aria-label={ (t("staff-blocks-lift")) " " (who) } { (t("staff-blocks-lift")) }
                    }
                }
            } @else {
                (t("staff-blocks-over"))
            }
        }
    } }
}

/// The number of a case as staff write it: `K-1001`, `k1001` or `1001`, in any width.
fn read_case(text: &str) -> Option<CaseId> {
    use unicode_normalization::UnicodeNormalization;
    let flat: String = text.nfkc().collect::<String>().to_ascii_uppercase();
    let digits = flat.trim().trim_start_matches('K').trim_start_matches('-');
    digits.parse().ok().map(CaseId)
}

/// `POST /staff/blocks`
pub(super) async fn block(
    State(web): State<Web>,
    Blocker(clerk): Blocker,
    Form(form): Form<Fields>,
) -> Response {
    let Some(key) = clerk.key_of(&form) else {
        return stale(&web);
    };
    let again = |done: &str| {
        let kept = ["case", "reason", "days"].map(|name| (name, form.get(name)));
        let fields = [&[("done", done)][..], &kept].concat();
        go(&super::address(ADDRESS, &fields))
    };
    let case = read_case(form.get("case")).map(|case| web.app.resident_of_case(case));
    let resident = match case.transpose() {
        Ok(Some(Some(resident))) => resident,
        Ok(_) => return again("no-case"),
        Err(error) => return failed(&error),
    };
    let Some(reason) = BlockReason::from_id(form.get("reason")) else {
        return again("reason");
    };
    let Ok(days) = form.get("days").parse() else {
        return again("days");
    };
    let wish = BlockWish {
        resident,
        days,
        reason,
    };
    // The forms of one page share a key; each person has an effect of their own.
    let key = format!("block:{key}:{resident}");
    match web.app.block(key, clerk.name, wish).await {
        Ok(Ok(_)) => go("/staff/blocks?done=set"),
        Ok(Err(refusal)) => match refusal {
            BlockRefusal::Nobody => again("no-case"),
            BlockRefusal::Days => again("days"),
            BlockRefusal::Already => again("already"),
            BlockRefusal::Over => again("over"),
            BlockRefusal::Repeated => again("repeated"),
        },
        Err(error) => failed(&error),
    }
}

/// `POST /staff/blocks/lift`
pub(super) async fn lift(
    State(web): State<Web>,
    Blocker(clerk): Blocker,
    Form(form): Form<Fields>,
) -> Response {
    let Some(key) = clerk.key_of(&form) else {
        return stale(&web);
    };
    let Ok(id) = form.get("block").parse().map(BlockId) else {
        return axum::response::IntoResponse::into_response(StatusCode::BAD_REQUEST);
    };
    let key = format!("lift:{key}:{id}");
    match web.app.lift_block(key, clerk.name, id).await {
        Ok(Ok(())) => go("/staff/blocks?done=lifted"),
        Ok(Err(BlockRefusal::Repeated)) => go("/staff/blocks?done=repeated"),
        Ok(Err(_)) => go("/staff/blocks?done=over"),
        Err(error) => failed(&error),
    }
}

/// `GET` on the address of a form.
pub(super) async fn home() -> Response {
    go(ADDRESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_read_as_staff_write_them() {
        for text in ["K-1001", "k1001", " 1001 ", "Ｋ－１００１", "Ｋ1001"] {
            assert_eq!(read_case(text), Some(CaseId(1001)), "{text}");
        }
        assert_eq!(read_case("K-"), None);
        assert_eq!(read_case("花子"), None);
    }
}
