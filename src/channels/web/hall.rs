//! The public pages of the hall: the display with the calls, the touch panel that gives tickets, and the page on which
//! somebody follows their ticket on the phone.
//!
//! All of it is rendered on the server and complete without JavaScript, where the pages come anew by themselves; with it
//! they live by the events of `live`. The display and the panel are devices: a link with a token, opened once, leaves a
//! cookie that opens their pages. No page shows a name.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::{DateTime, Datelike, NaiveDateTime, Utc};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use qrcode::QrCode;
use qrcode::render::svg;

use super::page::{html_lang, linkify};
use super::{Router, Web, session};
use crate::app::AppError;
use crate::app::hall::{Device, DeviceKind};
use crate::desk::language::Language;
use crate::desk::queue::said::range_kind;
use crate::desk::queue::ticket::Needs;
use crate::desk::rules::{OfficeId, civil};

mod board;
mod kiosk;
mod live;
mod ticket;
mod visit;

/// The cookie of a display or a panel. It is sent to its own pages only, so one browser can be both.
const DEVICE: &str = "madoguchi-device";
/// Browsers keep no cookie longer than 400 days.
const DEVICE_SECONDS: u32 = 400 * 24 * 3600;
/// The longest device token that is looked at.
const TOKEN_CHARS_MAX: usize = 128;
/// A page that only says that something does not work tries again after so long.
const PLAIN_SECONDS: u16 = 20;
/// The longest key of a form that is looked at.
const KEY_CHARS_MAX: usize = 100;

/// The routes of the pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/device/{token}", get(enter))
        .merge(board::routes())
        .merge(kiosk::routes())
        .merge(ticket::routes())
}

/// `GET /device/<token>`: the browser is this display or panel from now on. The token does not stay in the address bar.
async fn enter(State(web): State<Web>, Path(token): Path<String>, headers: HeaderMap) -> Response {
    let device = match known_device(&web, &token) {
        Ok(Some(device)) => device,
        Ok(None) => return no_device(&web, &headers, "/board"),
        Err(error) => return trouble(&web, reader(&web, &headers), &error, "/board"),
    };
    let home = home_of(device.kind);
    let secure = session::secure(&web);
    let cookie = format!(
        "{DEVICE}={token}; Path={home}; HttpOnly; SameSite=Strict; Max-Age={DEVICE_SECONDS}{secure}"
    );
    session::with_cookie(Redirect::to(home).into_response(), &cookie)
}

/// Where a device begins.
fn home_of(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Board => "/board",
        DeviceKind::Kiosk => "/kiosk",
    }
}

fn known_device(web: &Web, token: &str) -> Result<Option<Device>, AppError> {
    if token.is_empty() || token.len() > TOKEN_CHARS_MAX {
        return Ok(None);
    }
    web.app.device(token)
}

/// The device behind a request, or the page that says who can help.
fn device(web: &Web, headers: &HeaderMap, kind: DeviceKind) -> Result<Device, Box<Response>> {
    let home = home_of(kind);
    let token = session::cookie(headers, DEVICE).unwrap_or_default();
    match known_device(web, &token) {
        Ok(Some(device)) if device.kind.id() == kind.id() => Ok(device),
        Ok(_) => Err(Box::new(no_device(web, headers, home))),
        Err(error) => {
            let language = reader(web, headers);
            Err(Box::new(trouble(web, language, &error, home)))
        }
    }
}

/// A screen that is none of ours. A link that was opened from another page leaves a cookie which only the next request
/// carries, so the page offers to try again.
fn no_device(web: &Web, headers: &HeaderMap, home: &str) -> Response {
    let language = reader(web, headers);
    let phone = web.app.rules().person.phone.clone();
    let text = web
        .app
        .words_with("hall-device-text", language, &[("phone", phone.as_str())]);
    let page = Plain {
        title: &web.app.words("hall-device-title", language),
        text: &text,
        link: (home, &web.app.words("hall-try-again", language)),
        language,
        retries: false,
    };
    (StatusCode::UNAUTHORIZED, page.html()).into_response()
}

/// The database does not answer. The page tries again by itself.
fn trouble(web: &Web, language: Language, error: &AppError, home: &str) -> Response {
    tracing::error!(%error, "a page of the hall failed");
    not_yet(web, language, home)
}

/// Nothing can be shown at this moment.
fn not_yet(web: &Web, language: Language, home: &str) -> Response {
    let page = Plain {
        title: &web.app.words("web-trouble-title", language),
        text: &web.app.trouble(language),
        link: (home, &web.app.words("hall-try-again", language)),
        language,
        retries: true,
    };
    (StatusCode::SERVICE_UNAVAILABLE, page.html()).into_response()
}

/// The language of somebody of whom only the browser is known.
fn reader(web: &Web, headers: &HeaderMap) -> Language {
    let offered = &web.app.rules().languages;
    session::accepted(headers, offered)
        .or_else(|| offered.first().copied())
        .unwrap_or(Language::Ja)
}

/// The language of a form, if it is offered.
fn offered(web: &Web, tag: &str) -> Option<Language> {
    let language = Language::from_tag(tag)?;
    let languages = &web.app.rules().languages;
    languages.contains(&language).then_some(language)
}

/// A page in its frame.
struct Sheet<'a> {
    title: &'a str,
    language: Language,
    /// A class of the body, for the style.
    class: &'a str,
    scripts: &'a [&'a str],
    /// Without JavaScript this address takes the page's place after so many seconds; nought: never.
    refresh: (u16, &'a str),
}

impl Sheet<'_> {
    fn html(&self, body: &Markup) -> Html<String> {
        Html(self.markup(body).into_string())
    }

    fn markup(&self, body: &Markup) -> Markup {
        let (seconds, address) = self.refresh;
        html! {
            (DOCTYPE)
            html lang=(html_lang(self.language.tag())) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="format-detection" content="telephone=no";
                    meta name="robots" content="noindex";
                    title { (self.title) }
                    link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                    link rel="stylesheet" href="/assets/chat.css";
                    link rel="stylesheet" href="/assets/hall.css";
                    @if seconds > 0 {
                        noscript { meta http-equiv="refresh" content={ (seconds) "; url=" (address) }; }
                    }
                    @for script in self.scripts { script src={ "/assets/" (script) } defer {} }
                }
                body class={ "size-normal " (self.class) } { (body) }
            }
        }
    }
}

/// A page with one thing to say and one way to go on.
struct Plain<'a> {
    title: &'a str,
    text: &'a str,
    link: (&'a str, &'a str),
    language: Language,
    /// Something does not work at this moment: the page tries again by itself.
    retries: bool,
}

impl Plain<'_> {
    fn html(&self) -> Html<String> {
        let (address, label) = self.link;
        let body = html! {
            main class="column error" {
                img src="/assets/icon.svg" alt="" width="56" height="56";
                h1 { (self.title) }
                p class="text" { (linkify(self.text)) }
                p { a class="button solid" href=(address) data-again[self.retries] { (label) } }
            }
        };
        let sheet = Sheet {
            title: self.title,
            language: self.language,
            class: "plain-page",
            scripts: if self.retries { &["again.js"] } else { &[] },
            refresh: (if self.retries { PLAIN_SECONDS } else { 0 }, address),
        };
        sheet.html(&body)
    }
}

/// The banner that says that the connection is lost. The script puts the time of the last news into it.
fn lost_banner(web: &Web, languages: &[Language]) -> Markup {
    let text = |language| {
        web.app
            .words_with("hall-lost", language, &[("time", "{time}")])
    };
    html! {
        div class="lost" id="lost" role="alert" hidden {
            @for language in languages {
                p lang=(html_lang(language.tag())) data-lost=(text(*language)) {}
            }
        }
    }
}

/// The boxes for what somebody needs at the counter.
fn needs_boxes(web: &Web, language: Language, needs: Needs) -> Markup {
    let boxes = [
        ("chair", "need-chair", needs.chair),
        ("hearing", "need-hearing", needs.hearing),
        ("interpreter", "need-interpreter", needs.interpreter),
    ];
    html! {
        fieldset class="needs" {
            legend { (web.app.words("choice-ticket-needs", language)) }
            @for (name, id, is_on) in boxes {
                label {
                    input type="checkbox" id=(name) name=(name) value="1" checked[is_on];
                    span { (web.app.words(id, language)) }
                }
            }
        }
    }
}

/// A range of minutes in words.
fn range(web: &Web, told: (u16, u16), language: Language) -> String {
    let (low, high) = told;
    let same = range_kind(told);
    let values = [
        ("low", &*low.to_string()),
        ("high", &*high.to_string()),
        ("same", same),
    ];
    web.app.words_with("wait-range", language, &values)
}

/// A day and a time in words.
fn day_and_time(web: &Web, at: NaiveDateTime, language: Language) -> String {
    let values = [
        ("year", &*at.year().to_string()),
        ("month", &*at.month().to_string()),
        ("day", &*at.day().to_string()),
        ("weekday", &*at.weekday().number_from_monday().to_string()),
    ];
    let day = web.app.words_with("date", language, &values);
    format!("{day} {}", at.format("%H:%M"))
}

/// The name of an office and where it is, in two lines.
fn place(web: &Web, office: &OfficeId, language: Language) -> Markup {
    let found = web.app.rules().office(office);
    let place = found.and_then(|office| office.place.get(language));
    html! {
        span { (web.app.office_name(office, language)) }
        @if let Some(place) = place { br; span class="place" { (place) } }
    }
}

/// The address of a page as a phone reaches it, where the configuration says so.
fn public_address(web: &Web, path: &str) -> Option<String> {
    let url = web.app.config().web.public_url.as_ref()?;
    Some(format!("{}{path}", url.trim_end_matches('/')))
}

/// A text as a picture for the cameras of phones; a screen reader hears what stands beside it instead.
pub(super) fn qr(text: &str) -> Markup {
    let Ok(qr) = QrCode::new(text) else {
        return html! {};
    };
    let picture = qr
        .render::<svg::Color<'_>>()
        .min_dimensions(200, 200)
        .build();
    let svg = picture.find("<svg").map_or("", |at| &picture[at..]);
    PreEscaped(svg.replacen("<svg", "<svg aria-hidden=\"true\" focusable=\"false\"", 1))
}

/// The time of day on the city's clocks.
fn clock(at: DateTime<Utc>) -> String {
    civil(at).format("%H:%M").to_string()
}

/// A moment for scripts.
fn iso(at: DateTime<Utc>) -> String {
    format!("{}+09:00", civil(at).format("%Y-%m-%dT%H:%M:%S"))
}

/// The key of a form inside its page's own space, so that no other page's key is taken for it.
fn form_key(space: &str, key: &str) -> Option<String> {
    let key: String = key.trim().chars().take(KEY_CHARS_MAX).collect();
    (!key.is_empty()).then(|| format!("{space}:{key}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stays_in_its_space() {
        assert_eq!(form_key("kiosk", " a "), Some("kiosk:a".to_owned()));
        assert_eq!(form_key("kiosk", "  "), None);
        let long = form_key("kiosk", &"x".repeat(500)).unwrap();
        assert_eq!(long.len(), "kiosk:".len() + KEY_CHARS_MAX);
    }

    #[test]
    fn a_picture_is_left_out_by_screen_readers() {
        let picture = qr("https://madoguchi.example.lg.jp/t/abc").into_string();
        assert!(
            picture.starts_with("<svg aria-hidden=\"true\""),
            "{picture}"
        );
        assert_eq!(qr(&"x".repeat(5000)).into_string(), "");
    }

    #[test]
    fn times_are_those_of_the_city() {
        let at = DateTime::from_timestamp(1_795_500_000, 0).unwrap();
        assert_eq!(clock(at).len(), 5);
        assert!(iso(at).ends_with("+09:00"));
        assert_eq!(iso(at)[11..16], clock(at));
    }
}
