//! Free texts in other languages, by an optional service. Nothing depends on it: without the section `[translate]` it does
//! not exist, and people answer with the sentences that are ready, or in Japanese.
//!
//! What goes out was masked and protected before ([`crate::desk::draft`]); what comes back is compared there. Here are only
//! the service, its languages and its time limits.

mod http;

use std::time::Duration;

use futures_util::future::BoxFuture;

use crate::config::{Config, Translate};
use crate::desk::draft::Refusal;
use crate::desk::language::Language;
pub use http::LibreTranslate;

/// Why there is no translation. None of these says what the text was.
#[derive(Debug, thiserror::Error)]
pub enum TranslateError {
    #[error("it cannot be reached ({0})")]
    Unreachable(String),
    #[error("it took longer than {} ms", .0.as_millis())]
    Late(Duration),
    #[error("it refuses with status {0}")]
    Refused(u16),
    #[error("its answer cannot be read")]
    Unreadable,
    #[error("its answer is too long")]
    TooLarge,
    #[error("it does not translate {from} to {to}")]
    Unsupported { from: Language, to: Language },
}

impl TranslateError {
    /// What a clerk is told.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        match self {
            TranslateError::Unreachable(_) => Refusal::Unreachable,
            TranslateError::Late(_) => Refusal::Late,
            TranslateError::Refused(429 | 503) => Refusal::Busy,
            TranslateError::Refused(_) | TranslateError::Unreadable | TranslateError::TooLarge => {
                Refusal::Failed
            }
            TranslateError::Unsupported { from, to } => Refusal::Unsupported {
                language: if *to == Language::Ja { *from } else { *to },
            },
        }
    }
}

/// A service that translates texts.
pub trait Translator: Send + Sync {
    fn translate<'a>(
        &'a self,
        text: &'a str,
        from: Language,
        to: Language,
    ) -> BoxFuture<'a, Result<String, TranslateError>>;

    /// The languages, of those asked for, that it translates from Japanese and back.
    fn languages<'a>(
        &'a self,
        among: &'a [Language],
    ) -> BoxFuture<'a, Result<Vec<Language>, TranslateError>>;
}

/// The configured service with its limits.
pub struct Translations {
    service: Box<dyn Translator>,
    setting: Translate,
}

impl Translations {
    /// The service of the configuration, when there is one.
    ///
    /// # Errors
    /// No connection can be made from this machine at all.
    pub fn from_config(config: &Config) -> Result<Option<Translations>, TranslateError> {
        let Some(setting) = &config.translate else {
            return Ok(None);
        };
        let service = Box::new(LibreTranslate::new(setting, &config.secrets)?);
        Ok(Some(Translations::new(service, setting.clone())))
    }

    #[must_use]
    pub fn new(service: Box<dyn Translator>, setting: Translate) -> Translations {
        Translations { service, setting }
    }

    #[must_use]
    pub fn chars_max(&self) -> usize {
        self.setting.chars_max
    }

    /// Translates a text that may leave.
    ///
    /// # Errors
    /// The service fails, is late, or does not know the language; or the city does not want it translated.
    pub async fn translate(
        &self,
        text: &str,
        from: Language,
        to: Language,
    ) -> Result<String, TranslateError> {
        let foreign = if to == Language::Ja { from } else { to };
        if !self.setting.wants(foreign) || foreign == Language::Easy {
            return Err(TranslateError::Unsupported { from, to });
        }
        self.in_time(self.service.translate(text, from, to)).await
    }

    /// The offered languages that are translated.
    ///
    /// # Errors
    /// The service fails or is late.
    pub async fn languages(&self, offered: &[Language]) -> Result<Vec<Language>, TranslateError> {
        let wanted: Vec<Language> = offered
            .iter()
            .copied()
            .filter(|language| !language.is_japanese() && self.setting.wants(*language))
            .collect();
        self.in_time(self.service.languages(&wanted)).await
    }

    async fn in_time<T>(
        &self,
        work: BoxFuture<'_, Result<T, TranslateError>>,
    ) -> Result<T, TranslateError> {
        let patience = Duration::from_millis(self.setting.timeout_ms);
        let answer = tokio::time::timeout(patience, work).await;
        answer.unwrap_or(Err(TranslateError::Late(patience)))
    }
}
