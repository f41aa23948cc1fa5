//! The one door to the pages of those who work at the desk: who has come in, the cookies that say so, the keys of their
//! forms, and where somebody who tries comes from.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
use sha2::{Digest, Sha256};

use super::caller::Caller;
use super::{Web, session};
use crate::app::AppError;
use crate::app::logins::SessionKind;

/// The cookie of somebody who has come in.
const INSIDE: &str = "madoguchi-staff";
/// Where it is sent to: the visitors' pages never see it.
const INSIDE_PATHS: [&str; 2] = ["/staff", "/review"];
/// The cookie that shows that the form of the login comes from here, before there is a session.
const OUTSIDE: &str = "madoguchi-door";
const OUTSIDE_PATHS: [&str; 1] = ["/staff"];

/// The door of this start.
#[derive(Debug, Default)]
pub struct Door {
    /// The hash of the token that lets people in to set their first password.
    start: Option<[u8; 32]>,
}

impl Door {
    /// A door with the token of this start, where there is one.
    #[must_use]
    pub fn new(start_token: Option<&str>) -> Door {
        Door {
            start: start_token.map(digest),
        }
    }

    pub(super) fn has_start_token(&self) -> bool {
        self.start.is_some()
    }

    /// Comparing hashes tells nothing by the time it takes.
    pub(super) fn is_start_token(&self, given: &str) -> bool {
        self.start.is_some_and(|own| own == digest(given.trim()))
    }
}

/// Where a request comes from, for counting wrong tries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin(pub(super) String);

impl<S: Sync> FromRequestParts<S> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Origin, Infallible> {
        let caller = parts.extensions.get::<Caller>().copied();
        Ok(Origin(match caller.unwrap_or(Caller::Unknown) {
            Caller::Inside => "inside".to_owned(),
            Caller::Address(address) => address.to_string(),
            Caller::Unknown => "unknown".to_owned(),
        }))
    }
}

/// Somebody who has come in, for whatever they may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) name: String,
    /// The token of the session, which only the browser has beside.
    pub(super) session: String,
    pub(super) kind: SessionKind,
}

/// Who is behind a request.
pub(super) fn person(web: &Web, headers: &HeaderMap) -> Result<Option<Person>, AppError> {
    let Some(token) = session::cookie(headers, INSIDE) else {
        return Ok(None);
    };
    let found = web.app.session(&token)?;
    Ok(found.map(|session| Person {
        name: session.name,
        session: token,
        kind: session.kind,
    }))
}

/// The response that lets somebody in with the token of a session.
pub(super) fn let_in(web: &Web, response: Response, token: &str) -> Response {
    let response = with_cookies(web, response, OUTSIDE, &OUTSIDE_PATHS, None);
    with_cookies(web, response, INSIDE, &INSIDE_PATHS, Some(token))
}

/// The response that takes the cookies of a session back.
pub(super) fn let_out(web: &Web, response: Response) -> Response {
    with_cookies(web, response, INSIDE, &INSIDE_PATHS, None)
}

/// What the browser in front of the door holds, if it was made here. Another page of the same domain can put a value of its
/// own there, and would know the keys that belong to it.
pub(super) fn outside(web: &Web, headers: &HeaderMap) -> Result<Option<String>, AppError> {
    let Some(held) = session::cookie(headers, OUTSIDE) else {
        return Ok(None);
    };
    let secret = web.app.door_secret()?;
    let is_ours = secret.is_some_and(|secret| key_of(&secret, &held).is_some());
    Ok(is_ours.then_some(held))
}

/// Something new to hold in front of the door.
pub(super) async fn made_outside(web: &Web) -> Result<String, AppError> {
    let secret = web.app.drawn_door_secret().await?;
    Ok(key(&secret, &web.app.new_token().await?))
}

/// The response that gives a browser in front of the door something to hold.
pub(super) fn wait_outside(web: &Web, response: Response, token: &str) -> Response {
    with_cookies(web, response, OUTSIDE, &OUTSIDE_PATHS, Some(token))
}

fn with_cookies(
    web: &Web,
    response: Response,
    name: &str,
    paths: &[&str],
    value: Option<&str>,
) -> Response {
    let secure = session::secure(web);
    let (value, end) = match value {
        Some(value) => (value, ""),
        None => ("", "; Max-Age=0"),
    };
    paths.iter().fold(response, |response, path| {
        let flags = format!("Path={path}; HttpOnly; SameSite=Strict{secure}{end}");
        session::with_cookie(response, &format!("{name}={value}; {flags}"))
    })
}

/// A key for the forms of a page, of a text that may be known and a secret that only the browser has beside.
pub(super) fn key(secret: &str, random: &str) -> String {
    format!("{random}.{}", seal(secret, random))
}

/// The text of a key, if it was made with this secret.
pub(super) fn key_of(secret: &str, given: &str) -> Option<String> {
    let (random, seal_given) = given.split_once('.')?;
    let is_ours = !random.is_empty()
        && random.len() <= 64
        && digest(seal_given) == digest(&seal(secret, random));
    is_ours.then(|| random.to_owned())
}

/// What only the server and the browser of a session can make of a random text.
fn seal(secret: &str, random: &str) -> String {
    let digest = digest(&format!("staff-form:{secret}:{random}"));
    let bytes = digest.iter().take(16);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_belongs_to_its_secret() {
        let ours = key("one", "abc");
        assert_eq!(key_of("one", &ours), Some("abc".to_owned()));
        for (secret, given) in [
            ("two", ours.as_str()),
            ("one", "abc"),
            ("one", "abc."),
            ("one", ""),
            ("one", &ours[1..]),
        ] {
            assert_eq!(key_of(secret, given), None, "{secret} {given}");
        }
    }
}
