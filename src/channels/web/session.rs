//! Conversations of the web: unguessable tokens, of which the database knows only the hash.

use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};

use super::Web;
use crate::desk::language::Language;
use crate::desk::message::{Address, Channel};
use crate::store::StoreError;

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
pub fn is_known(web: &Web, token: &str) -> Result<bool, StoreError> {
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

/// A header that sets a cookie for the browser alone. `Secure` would keep it from plain-HTTP trials on one machine;
/// the reverse proxy in front adds it.
#[must_use]
pub fn set_cookie(name: &str, value: &str) -> String {
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000")
}

/// The language a browser asks for, among those offered.
#[must_use]
pub fn accepted(headers: &HeaderMap, offered: &[Language]) -> Option<Language> {
    let line = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    line.split(',')
        .map(|part| part.split(';').next().unwrap_or_default().trim())
        .filter_map(Language::from_tag)
        .find(|language| offered.contains(language))
}
