//! The one door to the pages of those who work at the desk: who has come in, the cookies that say so, the keys of their
//! forms, and how often somebody may try.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

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

/// So many wrong tries in the minutes below lock a name for as long.
const TRIES_MAX: usize = 5;
pub(super) const LOCK_MINUTES: i64 = 5;
/// So many names are kept in mind; nobody fills the memory by making names up.
const NAMES_MAX: usize = 4096;

/// The door of this start.
#[derive(Debug, Default)]
pub struct Door {
    /// The hash of the token that lets people in to set their first password.
    start: Option<[u8; 32]>,
    tries: Tries,
}

impl Door {
    /// A door with the token of this start, where there is one.
    #[must_use]
    pub fn new(start_token: Option<&str>) -> Door {
        Door {
            start: start_token.map(digest),
            tries: Tries::default(),
        }
    }

    pub(super) fn has_start_token(&self) -> bool {
        self.start.is_some()
    }

    /// Comparing hashes tells nothing by the time it takes.
    pub(super) fn is_start_token(&self, given: &str) -> bool {
        self.start.is_some_and(|own| own == digest(given.trim()))
    }

    /// Notes a try before it is known how it ends, so that tries at the same moment count as well; says whether the name
    /// may try at all.
    pub(super) fn may_try(&self, web: &Web, name: &str) -> bool {
        let config = web.app.config();
        let known = config.person(name);
        self.tries
            .begin(known.unwrap_or(name), known.is_some(), web.app.now())
    }

    /// The try was right.
    pub(super) fn was_right(&self, web: &Web, name: &str) {
        let known = web.app.config().person(name);
        self.tries.forget(known.unwrap_or(name));
    }
}

/// Wrong tries by name. Only that name is locked, and only for new logins: who is inside goes on.
#[derive(Debug, Default)]
struct Tries(Mutex<HashMap<String, Tried>>);

#[derive(Debug, Default)]
struct Tried {
    is_known: bool,
    at: Vec<DateTime<Utc>>,
    locked_until: Option<DateTime<Utc>>,
}

impl Tries {
    fn begin(&self, name: &str, is_known: bool, now: DateTime<Utc>) -> bool {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ago = now - TimeDelta::minutes(LOCK_MINUTES);
        if names.len() >= NAMES_MAX {
            names.retain(|_, tried| tried.is_known);
        }
        let tried = names.entry(shortened(name)).or_default();
        tried.is_known = is_known;
        if tried.locked_until.is_some_and(|until| until > now) {
            return false;
        }
        tried.locked_until = None;
        tried.at.retain(|at| *at > ago);
        tried.at.push(now);
        if tried.at.len() >= TRIES_MAX {
            // This one is still looked at; when it is right, all is forgotten.
            tried.locked_until = Some(now + TimeDelta::minutes(LOCK_MINUTES));
            tried.at.clear();
        }
        true
    }

    fn forget(&self, name: &str) {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        names.remove(&shortened(name));
    }
}

fn shortened(name: &str) -> String {
    name.trim().nfkc().take(64).collect()
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

/// What the browser in front of the door holds, if anything.
pub(super) fn outside(headers: &HeaderMap) -> Option<String> {
    session::cookie(headers, OUTSIDE).filter(|token| (16..=64).contains(&token.len()))
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
    let url = web.app.config().web.public_url.as_deref();
    let secure = match url {
        Some(url) if url.starts_with("https://") => "; Secure",
        _ => "",
    };
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

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_796_083_200 + seconds, 0).unwrap()
    }

    #[test]
    fn five_wrong_tries_lock_one_name_for_five_minutes() {
        let tries = Tries::default();
        for n in 0..5 {
            assert!(tries.begin("counter", true, at(n)));
        }
        assert!(!tries.begin("counter", true, at(5)));
        assert!(!tries.begin(" ｃｏｕｎｔｅｒ", true, at(5)), "in any width");
        assert!(
            tries.begin("supervisor", true, at(5)),
            "nobody else is locked"
        );
        assert!(!tries.begin("counter", true, at(4 + 299)));
        assert!(tries.begin("counter", true, at(4 + 300)));
    }

    #[test]
    fn tries_are_forgotten_with_time_and_with_a_right_one() {
        let tries = Tries::default();
        for minute in 0..20 {
            assert!(tries.begin("slow", true, at(minute * 120)));
        }
        for _ in 0..20 {
            assert!(tries.begin("sure", true, at(0)));
            tries.forget("sure");
        }
    }

    #[test]
    fn names_made_up_do_not_fill_the_memory_and_free_nobody() {
        let tries = Tries::default();
        for _ in 0..5 {
            tries.begin("counter", true, at(0));
        }
        for n in 0..NAMES_MAX * 2 {
            tries.begin(&format!("nobody-{n}"), false, at(1));
        }
        assert!(tries.0.lock().unwrap().len() <= NAMES_MAX);
        assert!(!tries.begin("counter", true, at(2)));
    }

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
