//! Conversations of the web: unguessable tokens, of which the database knows only the hash.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use sha2::{Digest, Sha256};

use super::Web;
use crate::app::AppError;
use crate::desk::language::Language;
use crate::desk::message::{Address, Channel};

/// The cookie with the conversation's token.
pub const CONVERSATION: &str = "madoguchi";
/// The cookie with the size of the type.
pub const TEXT_SIZE: &str = "madoguchi-size";

/// The longest token or key that is looked at.
const TOKEN_CHARS_MAX: usize = 128;

/// The address of a token: its hash, so that reading the database does not open conversations.
#[must_use]
pub fn address(token: &str) -> Address {
    let digest = Sha256::digest(token.as_bytes());
    let hex: String = digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Address::new(Channel::Web, hex)
}

/// Whether the server has issued this token.
///
/// # Errors
/// The database fails.
pub fn is_known(web: &Web, token: &str) -> Result<bool, AppError> {
    if token.is_empty() || token.len() > TOKEN_CHARS_MAX {
        return Ok(false);
    }
    web.app.knows(&address(token))
}

/// A cookie's value.
#[must_use]
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// A header that sets a cookie for the browser alone. It comes along when a link on another site is followed, so that
/// whoever comes from a message or a page of the city finds their conversation again, and with nothing else from there.
#[must_use]
pub fn set_cookie(web: &Web, name: &str, value: &str) -> String {
    let secure = secure(web);
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000{secure}")
}

/// The flag that keeps a cookie off unprotected connections, where the desk is reached over HTTPS. Elsewhere it would keep
/// people from trying the desk on one machine.
#[must_use]
pub fn secure(web: &Web) -> &'static str {
    match web.app.config().web.public_url.as_deref() {
        Some(url) if url.starts_with("https://") => "; Secure",
        _ => "",
    }
}

/// The language a browser asks for, among those offered: the heaviest first, as RFC 9110 weighs them.
#[must_use]
pub fn accepted(headers: &HeaderMap, offered: &[Language]) -> Option<Language> {
    let line = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut asked: Vec<(f32, Language)> = line.split(',').filter_map(weighed).collect();
    asked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut languages = asked.into_iter().map(|(_, language)| language);
    languages.find(|language| offered.contains(language))
}

/// One member of `Accept-Language`, such as `en-US;q=0.8`; a weight of nought says "not this one".
fn weighed(part: &str) -> Option<(f32, Language)> {
    let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
    let weight = match rest.trim().strip_prefix("q=") {
        Some(weight) => weight.trim().parse().unwrap_or(0.0),
        None => 1.0,
    };
    let language = Language::from_tag(tag.trim())?;
    (weight > 0.0).then_some((weight, language))
}

/// The response with a cookie set.
pub(super) fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_heaviest_offered_language_is_taken() {
        let offered = [Language::Ja, Language::Easy, Language::En];
        for (line, expected) in [
            ("en-US,en;q=0.9,ja;q=0.1", Some(Language::En)),
            ("en;q=0.1, ja", Some(Language::Ja)),
            ("en;q=0.1, ja;q=0.9", Some(Language::Ja)),
            ("vi, en;q=0.4", Some(Language::En)),
            ("en;q=0", None),
            ("*", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(line));
            assert_eq!(accepted(&headers, &offered), expected, "{line}");
        }
    }
}
