//! From phrase and language to text and buttons. The only user of Fluent.
//!
//! Every phrase has a message in every language (`tests/locales.rs` renders all samples), so a fallback is for broken
//! hands only: it takes the city's first language and is logged once by its id.

mod abuse;
mod arguments;
mod canned;
mod care;
mod cases;
mod feedback;
mod files;
mod handoff;
mod incident;
mod names;
mod queue;
mod reservations;
mod room;
mod translation;

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::desk::case::brief::Handoff;
use crate::desk::case::handover::Destination;
use crate::desk::choice::Choice;
use crate::desk::faq::{Corpus, EntryId};
use crate::desk::heard::Heard;
use crate::desk::language::Language;
use crate::desk::lexicon::Words;
use crate::desk::phrase::Phrase;
use crate::desk::rules::{Rules, Wording};

pub use feedback::reason_id;
pub use files::{LocaleError, Source};
pub use handoff::Parts;
pub use names::case_code;

/// What is said, ready for a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub text: String,
    pub language: Language,
    pub entries: Vec<EntryId>,
}

/// What the words speak about besides the phrase itself.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub rules: &'a Rules,
    pub counter: &'a Wording,
    pub corpus: &'a Corpus,
}

/// All languages' messages.
pub struct Locale {
    bundles: BTreeMap<Language, FluentBundle<FluentResource>>,
    words: BTreeMap<Language, Words>,
    first: Language,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locale")
            .field("languages", &self.bundles.keys().collect::<Vec<_>>())
            .finish()
    }
}

impl Locale {
    /// Reads the messages of the offered languages.
    ///
    /// # Errors
    /// A language without files, or a file that Fluent or TOML cannot read, with its line.
    pub fn load(source: &Source, offered: &[Language]) -> Result<Locale, LocaleError> {
        let mut bundles = BTreeMap::new();
        let mut words = BTreeMap::new();
        // Staff read Japanese, whatever is offered to citizens.
        let mut languages = offered.to_vec();
        if !languages.contains(&Language::Ja) {
            languages.push(Language::Ja);
        }
        for language in languages {
            bundles.insert(language, files::bundle(source, language)?);
            words.insert(language, files::words(source, language)?);
        }
        Ok(Locale {
            bundles,
            words,
            first: offered.first().copied().unwrap_or(Language::Ja),
        })
    }

    #[must_use]
    pub fn words(&self) -> &BTreeMap<Language, Words> {
        &self.words
    }

    /// Says a phrase in a language.
    #[must_use]
    pub fn render(&self, phrase: &Phrase, language: Language, subject: Subject<'_>) -> Rendered {
        let language = match phrase {
            Phrase::LanguageOffer(offered) => *offered,
            _ => language,
        };
        let scope = Scope {
            locale: self,
            language,
            subject,
        };
        let (id, args) = scope.arguments(phrase);
        let mut text = self.say(id, language, Some(&args));
        if let Phrase::Queue(said) = phrase {
            // What one hears from the loudspeaker and reads on the display is Japanese.
            if said.is_bilingual() && language != Language::Ja {
                let ja = Scope {
                    language: Language::Ja,
                    ..scope
                };
                let (id, args) = ja.arguments(phrase);
                text = format!("{text}\n\n{}", self.say(id, Language::Ja, Some(&args)));
            }
            if let Some(times) = scope.free_times(said) {
                text = format!("{text}\n{times}");
            }
        }
        // Nobody is turned away without knowing whom to call.
        if phrase.is_refusal() {
            text = format!("{text}\n\n{}", scope.emergency_line());
        }
        Rendered {
            text,
            language,
            entries: phrase.entries(),
        }
    }

    /// The words on a button.
    #[must_use]
    pub fn label(
        &self,
        choice: &Choice,
        asked: &Phrase,
        language: Language,
        subject: Subject<'_>,
    ) -> String {
        Scope {
            locale: self,
            language,
            subject,
        }
        .label(choice, asked)
    }

    /// A message without variables, or with the city's name and counter.
    #[must_use]
    pub fn plain(&self, id: &str, language: Language, subject: Subject<'_>) -> String {
        let mut args = FluentArgs::new();
        args.set(
            "city",
            subject
                .rules
                .city
                .get(language)
                .unwrap_or_default()
                .to_owned(),
        );
        args.set(
            "counter",
            subject.counter.get(language).unwrap_or_default().to_owned(),
        );
        self.say(id, language, Some(&args))
    }

    /// What was understood of a citizen's words, in Japanese, for a clerk who does not read them.
    #[must_use]
    pub fn gloss(&self, heard: &Heard, subject: Subject<'_>) -> String {
        Scope {
            locale: self,
            language: Language::Ja,
            subject,
        }
        .gloss(heard)
    }

    /// The one line that says what a case is about, in Japanese.
    #[must_use]
    pub fn situation(&self, handoff: &Handoff, subject: Subject<'_>) -> String {
        Scope {
            locale: self,
            language: Language::Ja,
            subject,
        }
        .situation(handoff)
    }

    /// Where somebody with a hand-over sheet is sent.
    #[must_use]
    pub fn destination(
        &self,
        to: &Destination,
        language: Language,
        subject: Subject<'_>,
    ) -> String {
        Scope {
            locale: self,
            language,
            subject,
        }
        .destination(to)
    }

    /// The line below a reservation that leads to its page.
    #[must_use]
    pub fn visit_page(&self, link: &str, language: Language, subject: Subject<'_>) -> String {
        let mut args = FluentArgs::new();
        args.set("link", link.to_owned());
        let scope = Scope {
            locale: self,
            language,
            subject,
        };
        scope.message("visit-page", &args)
    }

    /// The line below somebody's own data that says where a copy of them is had.
    #[must_use]
    pub fn copy_hint(&self, link: &str, language: Language, subject: Subject<'_>) -> String {
        let mut args = FluentArgs::new();
        args.set("link", link.to_owned());
        let scope = Scope {
            locale: self,
            language,
            subject,
        };
        scope.message("my-data-web", &args)
    }

    fn say(&self, id: &str, language: Language, args: Option<&FluentArgs<'_>>) -> String {
        let (message, attribute) = id.split_once('.').map_or((id, None), |(m, a)| (m, Some(a)));
        for language in [language, self.first, Language::Ja] {
            if let Some(text) = self.try_say(message, attribute, language, args) {
                return text;
            }
            tracing::error!(id, %language, "a message is missing");
        }
        String::new()
    }

    fn try_say(
        &self,
        message: &str,
        attribute: Option<&str>,
        language: Language,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<String> {
        let bundle = self.bundles.get(&language)?;
        let message = bundle.get_message(message)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text: Cow<'_, str> = bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| text.trim_end().to_owned())
    }

    /// Every message id of a language with its attributes, for the checks.
    #[must_use]
    pub fn has(&self, id: &str, language: Language) -> bool {
        self.bundles
            .get(&language)
            .is_some_and(|bundle| bundle.has_message(id))
    }
}

/// One rendering: a language and what is spoken about.
#[derive(Clone, Copy)]
struct Scope<'a> {
    locale: &'a Locale,
    language: Language,
    subject: Subject<'a>,
}

impl Scope<'_> {
    fn message(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.locale.say(id, self.language, Some(args))
    }

    fn bare(&self, id: &str) -> String {
        self.locale.say(id, self.language, None)
    }

    fn joined(&self, parts: impl Iterator<Item = String>) -> String {
        let parts: Vec<String> = parts.collect();
        parts.join(&self.separator())
    }

    fn separator(&self) -> String {
        // `say` trims the end, and the separator may end in a space; Latin scripts need one.
        let separator = self.bare("list-separator");
        if separator == "," {
            ", ".to_owned()
        } else {
            separator
        }
    }
}

/// A number as Fluent selects on it.
fn number(value: impl Into<f64>) -> FluentValue<'static> {
    FluentValue::from(value.into())
}
