//! A sheet for the entrance: the code that people read with their phones when they have come.

use axum::extract::{Query, State};
use axum::response::Response;
use maud::{DOCTYPE, html};

use super::{Clerk, Fields, Web};
use crate::channels::web::hall::qr;
use crate::channels::web::page::html_lang;
use crate::desk::language::Language;
use crate::desk::rights::Right;

/// `GET /staff/poster?office=…`
pub(super) async fn show(
    State(web): State<Web>,
    clerk: Clerk,
    Query(fields): Query<Fields>,
) -> Response {
    let Some(office) = super::office(web.app.rules(), &clerk, Right::SeeFloor, &fields) else {
        return super::go("/staff/floor");
    };
    let base = web.app.config().web.public_url.as_deref();
    let link = format!(
        "{}/here/{}",
        base.unwrap_or_default().trim_end_matches('/'),
        office.id
    );
    let name = web.app.office_name(&office.id, Language::Ja);
    let words = super::words(&web);
    super::show(html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (words("staff-floor-poster")) " | " (name) }
                link rel="stylesheet" href="/assets/hall.css";
            }
            body class="poster" {
                main {
                    h1 { (words("staff-floor-poster-title")) }
                    p class="poster-office" { (name) }
                    div class="poster-code" { (qr(&link)) }
                    p class="poster-link" { (link) }
                    ul class="poster-words" {
                        @for language in &web.app.rules().languages {
                            li lang=(html_lang(language.tag())) { (web.app.words("choice-ticket-here", *language)) }
                        }
                    }
                }
            }
        }
    })
}
