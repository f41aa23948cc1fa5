//! The answers as the desk has them at hand: the corpus and the ears that were built from it. They are put in their place
//! together, so that nobody finds an entry that is not there.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError};

use super::Inner;
use crate::config::Config;
use crate::desk::ears::{Part, Plan};
use crate::desk::faq::Corpus;
use crate::desk::heard::Ears;
use crate::library::{Library, Source};
use crate::locale::Locale;

/// What the desk answers from.
#[derive(Debug)]
pub struct Shelf {
    pub corpus: Corpus,
    pub ears: Ears,
    /// Where the answers lie.
    pub source: Source,
}

impl Shelf {
    /// Builds what the desk answers from; that takes a while, and any number of desks may share it.
    #[must_use]
    pub fn new(config: &Config, locale: &Locale, library: Library) -> Shelf {
        let Library {
            source,
            corpus,
            synonyms,
            texts,
            ..
        } = library;
        // What only reviewers need makes room before the ears are built.
        drop(texts);
        let ears = ears(&Plan::new(
            &corpus,
            &config.rules,
            locale.words(),
            &synonyms,
        ));
        // The ears have learnt them; nobody reads them again.
        let corpus = corpus.without_wordings();
        Shelf {
            corpus,
            ears,
            source,
        }
    }
}

/// Builds the ears on as many threads as there are processors: nobody is served before.
#[must_use]
pub fn ears(plan: &Plan<'_>) -> Ears {
    let jobs = plan.jobs();
    let threads = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(jobs.len());
    let next = AtomicUsize::new(0);
    let work = || {
        let mut parts = Vec::new();
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            parts.push(plan.work(*job));
        }
        parts
    };
    let parts: Vec<Part> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let done = running
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_default());
        done.collect()
    });
    plan.ears(parts)
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
