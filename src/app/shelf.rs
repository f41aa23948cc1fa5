//! The answers as the desk has them at hand: the corpus and the ears that were built from it. They are put in their place
//! together, so that nobody finds an entry that is not there.

use std::sync::{Arc, PoisonError};

use super::Inner;
use crate::config::Config;
use crate::desk::faq::Corpus;
use crate::desk::heard::Ears;
use crate::library::Library;
use crate::locale::Locale;

/// What the desk answers from.
#[derive(Debug)]
pub struct Shelf {
    pub corpus: Corpus,
    pub ears: Ears,
}

impl Shelf {
    pub(super) fn new(config: &Config, locale: &Locale, library: Library) -> Shelf {
        let Library {
            corpus, synonyms, ..
        } = library;
        let ears = Ears::new(&corpus, &config.rules, locale.words(), &synonyms);
        Shelf { corpus, ears }
    }
}

impl Inner {
    /// What is answered from now; whoever holds it keeps it while another takes its place.
    pub(super) fn shelf(&self) -> Arc<Shelf> {
        Arc::clone(&self.shelf.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn put_shelf(&self, shelf: Arc<Shelf>) {
        *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = shelf;
    }
}
