//! The service behind the HTTP interface of LibreTranslate.
//!
//! `POST /translate {"q": …, "source": "ja", "target": "vi", "format": "text", "api_key": …}` is answered by
//! `{"translatedText": …}`, `GET /languages` by `[{"code": "ja", "targets": ["en", …]}, …]`.

use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{TranslateError, Translator};
use crate::config::{Secrets, Translate};
use crate::desk::language::Language;

/// A longer answer is no translation of a text of ours.
const ANSWER_BYTES_MAX: usize = 64 << 10;
/// All languages with all their targets are longer than a translation.
const LANGUAGES_BYTES_MAX: usize = 1 << 20;

#[derive(Serialize)]
struct Question<'a> {
    q: &'a str,
    source: &'a str,
    target: &'a str,
    format: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_key: Option<&'a str>,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "translatedText")]
    translated: String,
}

/// A language as the service names it.
#[derive(Debug, Deserialize)]
struct Offer {
    code: String,
    /// Older services leave it out: then every pair is there.
    #[serde(default)]
    targets: Vec<String>,
}

/// A service at an address.
pub struct LibreTranslate {
    client: reqwest::Client,
    url: String,
    key: Option<String>,
    /// What it said it can; asked for once, and again after it refused something.
    offers: Mutex<Option<Arc<Vec<Offer>>>>,
}

impl LibreTranslate {
    /// # Errors
    /// The machine has no TLS to offer.
    pub fn new(setting: &Translate, secrets: &Secrets) -> Result<LibreTranslate, TranslateError> {
        // What people write goes to the configured address and nowhere else.
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(unreachable)?;
        Ok(LibreTranslate {
            client,
            url: setting.url.trim_end_matches('/').to_owned(),
            key: secrets.translate_key.clone(),
            offers: Mutex::default(),
        })
    }

    async fn ask(
        &self,
        text: &str,
        from: Language,
        to: Language,
    ) -> Result<String, TranslateError> {
        let offers = self.offers().await?;
        let (source, target) =
            pair(&offers, from, to).ok_or(TranslateError::Unsupported { from, to })?;
        let question = Question {
            q: text,
            source,
            target,
            format: "text",
            api_key: self.key.as_deref(),
        };
        let request = self.client.post(format!("{}/translate", self.url));
        let answer = read::<Answer>(request.json(&question), ANSWER_BYTES_MAX).await;
        if matches!(answer, Err(TranslateError::Refused(400 | 404))) {
            // It may have other languages than it had.
            *self.kept() = None;
        }
        Ok(answer?.translated)
    }

    async fn offers(&self) -> Result<Arc<Vec<Offer>>, TranslateError> {
        if let Some(offers) = self.kept().clone() {
            return Ok(offers);
        }
        let request = self.client.get(format!("{}/languages", self.url));
        let offers = Arc::new(read::<Vec<Offer>>(request, LANGUAGES_BYTES_MAX).await?);
        *self.kept() = Some(Arc::clone(&offers));
        Ok(offers)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Option<Arc<Vec<Offer>>>> {
        self.offers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Translator for LibreTranslate {
    fn translate<'a>(
        &'a self,
        text: &'a str,
        from: Language,
        to: Language,
    ) -> BoxFuture<'a, Result<String, TranslateError>> {
        self.ask(text, from, to).boxed()
    }

    fn languages<'a>(
        &'a self,
        among: &'a [Language],
    ) -> BoxFuture<'a, Result<Vec<Language>, TranslateError>> {
        async move {
            // Whoever asks wants to know how it is now.
            *self.kept() = None;
            let offers = self.offers().await?;
            let is_there = |language: &Language| {
                pair(&offers, Language::Ja, *language).is_some()
                    && pair(&offers, *language, Language::Ja).is_some()
            };
            Ok(among.iter().copied().filter(is_there).collect())
        }
        .boxed()
    }
}

/// The codes by which services of several ages name a language, the most exact first. Plain Japanese has none.
const fn codes(language: Language) -> &'static [&'static str] {
    match language {
        Language::Easy => &[],
        Language::ZhHans => &["zh-Hans", "zh"],
        Language::ZhHant => &["zh-Hant", "zt"],
        Language::PtBr => &["pt-BR", "pb", "pt"],
        Language::Fil => &["fil", "tl"],
        Language::Ja => &["ja"],
        Language::En => &["en"],
        Language::Vi => &["vi"],
        Language::Ko => &["ko"],
        Language::Ne => &["ne"],
        Language::Id => &["id"],
        Language::My => &["my"],
        Language::Es => &["es"],
        Language::Th => &["th"],
    }
}

/// The service's own codes for a pair that it translates.
fn pair(offers: &[Offer], from: Language, to: Language) -> Option<(&str, &str)> {
    for source in codes(from) {
        let Some(offer) = offers.iter().find(|o| o.code.eq_ignore_ascii_case(source)) else {
            continue;
        };
        for target in codes(to) {
            let is_it = |code: &&str| code.eq_ignore_ascii_case(target);
            let found = if offer.targets.is_empty() {
                offers.iter().map(|o| o.code.as_str()).find(is_it)
            } else {
                offer.targets.iter().map(String::as_str).find(is_it)
            };
            if let Some(target) = found {
                return Some((&offer.code, target));
            }
        }
    }
    None
}

async fn read<T: DeserializeOwned>(
    request: reqwest::RequestBuilder,
    bytes_max: usize,
) -> Result<T, TranslateError> {
    let mut response = request.send().await.map_err(unreachable)?;
    if !response.status().is_success() {
        return Err(TranslateError::Refused(response.status().as_u16()));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
        if bytes.len() + chunk.len() > bytes_max {
            return Err(TranslateError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    // The parser's own words could repeat a part of the answer, which the log must not.
    serde_json::from_slice(&bytes).map_err(|_| TranslateError::Unreadable)
}

/// The innermost reason, without the address.
fn unreachable(error: reqwest::Error) -> TranslateError {
    let error = error.without_url();
    let mut reason: &dyn std::error::Error = &error;
    while let Some(source) = reason.source() {
        reason = source;
    }
    TranslateError::Unreachable(reason.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(code: &str, targets: &[&str]) -> Offer {
        Offer {
            code: code.to_owned(),
            targets: targets.iter().map(|t| (*t).to_owned()).collect(),
        }
    }

    #[test]
    fn the_codes_are_those_of_the_service() {
        let old = ["ja", "en", "zh", "zt", "pt", "tl"].map(|code| offer(code, &[]));
        let new = [
            offer("ja", &["en", "zh-Hans", "zh-Hant", "pt-BR", "tl"]),
            offer("zh-Hans", &["en"]),
        ];
        let check = |offers: &[Offer], to: Language, expected: Option<&str>| {
            let found = pair(offers, Language::Ja, to).map(|(_, target)| target);
            assert_eq!(found, expected, "{to}");
        };
        check(&old, Language::ZhHans, Some("zh"));
        check(&old, Language::ZhHant, Some("zt"));
        check(&old, Language::PtBr, Some("pt"));
        check(&old, Language::Fil, Some("tl"));
        check(&old, Language::My, None);
        check(&old, Language::Easy, None);
        check(&new, Language::ZhHans, Some("zh-Hans"));
        check(&new, Language::ZhHant, Some("zh-Hant"));
        check(&new, Language::PtBr, Some("pt-BR"));
        assert_eq!(
            pair(&new, Language::ZhHans, Language::Ja),
            None,
            "not that way"
        );
    }
}
