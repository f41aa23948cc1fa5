//! The displays and kiosks of the halls. Each opens its page with a link of its own, which is shown once.

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use unicode_normalization::UnicodeNormalization;

use super::pages::{self, Frame, Told, Words};
use super::{Clerk, Fields, Web, terms};
use crate::app::AppError;
use crate::app::hall::{Device, DeviceKind};
use crate::desk::language::Language;
use crate::desk::rights::Right;
use crate::desk::rules::{OfficeId, Rules};

/// The page.
pub(super) const HERE: &str = "/staff/devices";
/// The longest name of a device.
const NAME_CHARS_MAX: usize = 40;

const KINDS: [(DeviceKind, &str); 2] = [
    (DeviceKind::Board, "staff-floor-board"),
    (DeviceKind::Kiosk, "staff-floor-kiosk"),
];

pub(super) async fn show(State(web): State<Web>, clerk: Clerk) -> Response {
    page(&web, &clerk, Said::default()).await
}

/// Adds a device or takes one away.
pub(super) async fn change(
    State(web): State<Web>,
    clerk: Clerk,
    Form(form): Form<Fields>,
) -> Response {
    if clerk.key_of(&form).is_none() {
        let said = problem(&web, "staff-desk-stale", "");
        let mut response = page(&web, &clerk, said).await;
        if response.status() == StatusCode::OK {
            *response.status_mut() = StatusCode::FORBIDDEN;
        }
        return response;
    }
    let said = match form.get("what") {
        "add" => add(&web, &clerk, &form).await,
        "remove" => remove(&web, &clerk, &form).await,
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    match said {
        Ok(said) => page(&web, &clerk, said).await,
        Err(error) => super::failed(&error),
    }
}

/// What the page says at its top.
#[derive(Default)]
struct Said {
    told: Option<Told>,
    /// The name of a new device and the address that opens its page.
    link: Option<(String, String)>,
}

/// Whether a device of that office is theirs to change.
fn theirs(clerk: &Clerk, office: &OfficeId) -> bool {
    clerk.may_at(Right::Devices, office)
}

fn problem(web: &Web, id: &str, at: &'static str) -> Said {
    Said {
        told: Some(Told::problem(web.app.words(id, Language::Ja), at)),
        link: None,
    }
}

async fn add(web: &Web, clerk: &Clerk, form: &Fields) -> Result<Said, AppError> {
    let name = form.get("name").nfkc().filter(|c| !c.is_control());
    let name: String = name.take(NAME_CHARS_MAX).collect();
    if name.is_empty() {
        return Ok(problem(web, "staff-floor-device-name-missing", "#name"));
    }
    let Some(kind) = DeviceKind::from_id(form.get("kind")) else {
        return Ok(problem(web, "staff-floor-device-kind-missing", "#kind"));
    };
    let office = OfficeId::read(form.get("office"));
    let Some(office) = office.filter(|office| web.app.rules().office(office).is_some()) else {
        return Ok(problem(web, "staff-desk-no-office", "#office"));
    };
    if !theirs(clerk, &office) {
        return Ok(problem(web, "staff-door-not-here", "#office"));
    }
    // A page that is sent again must not make a second link.
    if web.app.devices()?.iter().any(|device| device.name == name) {
        return Ok(problem(web, "staff-floor-device-there", "#name"));
    }
    let who = clerk.name.clone();
    let token = web.app.add_device(who, kind, office, name.clone()).await?;
    let base = web
        .app
        .config()
        .web
        .public_url
        .as_deref()
        .unwrap_or_default();
    let link = format!("{}/device/{token}", base.trim_end_matches('/'));
    Ok(Said {
        told: Some(good(web, "staff-floor-device-added")),
        link: Some((name, link)),
    })
}

async fn remove(web: &Web, clerk: &Clerk, form: &Fields) -> Result<Said, AppError> {
    let name = form.get("name").to_owned();
    let devices = web.app.devices()?;
    let mut others = devices
        .iter()
        .filter(|device| !theirs(clerk, &device.office));
    if others.any(|device| device.name == name) {
        return Ok(problem(web, "staff-door-not-here", ""));
    }
    let is_gone = web.app.remove_device(clerk.name.clone(), name).await?;
    Ok(if is_gone {
        Said {
            told: Some(good(web, "staff-floor-device-removed")),
            link: None,
        }
    } else {
        problem(web, "staff-floor-device-unknown", "")
    })
}

fn good(web: &Web, id: &str) -> Told {
    Told {
        is_good: true,
        text: web.app.words(id, Language::Ja),
        at: "",
    }
}

async fn page(web: &Web, clerk: &Clerk, said: Said) -> Response {
    let key = match clerk.key(web).await {
        Ok(key) => key,
        Err(error) => return super::failed(&error),
    };
    let devices = match web.app.devices() {
        Ok(mut devices) => {
            devices.retain(|device| theirs(clerk, &device.office));
            devices
        }
        Err(error) => return super::failed(&error),
    };
    let page = Page {
        rules: web.app.rules(),
        clerk,
        key: &key,
        devices: &devices,
        said: &said,
    };
    super::show(page.markup(&super::words(web)))
}

struct Page<'a> {
    rules: &'a Rules,
    clerk: &'a Clerk,
    key: &'a str,
    devices: &'a [Device],
    said: &'a Said,
}

impl Page<'_> {
    fn markup(&self, t: &Words<'_>) -> Markup {
        let content = html! {
            link rel="stylesheet" href="/assets/console.css";
            p class="hint" { (t("staff-floor-devices-hint")) }
            @if let Some((name, link)) = &self.said.link { (fresh(t, name, link)) }
            (self.list(t))
            (self.form(t))
        };
        let frame = Frame {
            title: &t("staff-floor-devices"),
            here: HERE,
            clerk: Some(self.clerk),
            told: self.said.told.as_ref(),
        };
        frame.markup(t, &content)
    }

    fn list(&self, t: &Words<'_>) -> Markup {
        html! {
            @if self.devices.is_empty() {
                p { (t("staff-floor-no-devices")) }
            } @else {
                table class="cards" {
                    caption { (t("staff-floor-devices")) }
                    thead { tr {
                        th scope="col" { (t("staff-floor-device-name")) }
                        th scope="col" { (t("staff-floor-device-kind")) }
                        th scope="col" { (t("staff-floor-office")) }
                        th scope="col" { (t("staff-floor-do")) }
                    } }
                    tbody { @for device in self.devices { (self.row(t, device)) } }
                }
            }
        }
    }

    fn row(&self, t: &Words<'_>, device: &Device) -> Markup {
        let kind = KINDS.iter().find(|(kind, _)| kind.id() == device.kind.id());
        html! { tr {
            th scope="row" data-label=(t("staff-floor-device-name")) { (device.name) }
            td data-label=(t("staff-floor-device-kind")) { @if let Some((_, words)) = kind { (t(words)) } }
            td data-label=(t("staff-floor-office")) { (terms::office_of(self.rules, &device.office)) }
            td class="act" data-label=(t("staff-floor-do")) {
                details {
                    summary { (t("staff-floor-device-remove")) }
                    p { (t("staff-floor-device-remove-sure")) }
                    form method="post" action=(HERE) {
                        (pages::hidden(&[
                            ("key", self.key.to_owned()),
                            ("what", "remove".to_owned()),
                            ("name", device.name.clone()),
                        ]))
                        button class="danger" aria-label={ (t("staff-floor-device-do-remove")) " " (device.name) } {
                            (t("staff-floor-device-do-remove"))
                        }
                    }
                }
            }
        } }
    }

    fn form(&self, t: &Words<'_>) -> Markup {
        html! {
            section aria-labelledby="add-title" {
                h2 id="add-title" { (t("staff-floor-device-add")) }
                form class="booking" method="post" action=(HERE) {
                    (pages::hidden(&[("key", self.key.to_owned()), ("what", "add".to_owned())]))
                    div class="row" {
                        div class="field" {
                            label for="name" { (t("staff-floor-device-name")) }
                            input id="name" name="name" maxlength=(NAME_CHARS_MAX) required autocomplete="off";
                        }
                        div class="field" {
                            label for="kind" { (t("staff-floor-device-kind")) }
                            select id="kind" name="kind" {
                                @for (kind, words) in &KINDS { option value=(kind.id()) { (t(words)) } }
                            }
                        }
                        div class="field" {
                            label for="office" { (t("staff-floor-office")) }
                            select id="office" name="office" {
                                (pages::office_options(self.rules, self.clerk, Right::Devices, None))
                            }
                        }
                    }
                    button class="solid" { (t("staff-floor-device-do-add")) }
                }
            }
        }
    }
}

/// The link of a new device. It is not kept anywhere, so it is shown this once.
fn fresh(t: &Words<'_>, name: &str, link: &str) -> Markup {
    html! {
        section class="fresh" aria-labelledby="link-title" {
            h2 id="link-title" { (t("staff-floor-device-link")) " " bdi { (name) } }
            p { a class="code" href=(link) rel="noopener" { (link) } }
            p class="hint" { (t("staff-floor-device-link-hint")) }
        }
    }
}
