//! What questions mean beyond their words: an optional service turns texts into vectors, and entries whose
//! vectors are near to a question's are candidates where the words lead nowhere.
//!
//! Nothing depends on it. Without the section `[embeddings]` it does not exist; while the vectors are not all
//! there, or the service fails or is late, the desk answers as if it did not. The vectors of the entries are
//! kept by the hashes of their texts, so that a change of the library asks only for what is new.

mod http;
mod rest;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use futures_util::future::BoxFuture;
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::desk::faq::{Corpus, EntryId, Subject};
use crate::desk::language::Language;
pub use http::HttpEmbed;
use rest::Rest;

/// What a service makes of a text.
pub type Vector = Vec<f32>;
/// The same with the length one, shared.
type Direction = Arc<[f32]>;
type Hash = [u8; 32];

/// So many texts go into one request.
const BATCH_TEXTS: usize = 64;
/// A batch may take so long: nobody waits for it.
const BATCH_PATIENCE: Duration = Duration::from_secs(60);
/// So many keywords stand beside the question of an entry; more would blur it.
const KEYWORDS_MAX: usize = 6;

/// Why there are no vectors. None of these says what the texts were.
#[derive(Debug, thiserror::Error)]
pub enum EmbedError {
    #[error("it cannot be reached ({0})")]
    Unreachable(String),
    #[error("it took longer than {} ms", .0.as_millis())]
    Late(Duration),
    #[error("it refuses with status {0}")]
    Refused(u16),
    #[error("its answer is not one vector for each text")]
    Unreadable,
    #[error("its vectors have {found} dimensions where others have {expected}")]
    Dimensions { expected: usize, found: usize },
}

/// A service that turns texts into vectors, one for each, all of as many dimensions.
pub trait Embed: Send + Sync {
    fn embed<'a>(&'a self, texts: &'a [String]) -> BoxFuture<'a, Result<Vec<Vector>, EmbedError>>;
}

/// An entry's text in one language, as it is compared with questions.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Gist {
    language: Language,
    entry: EntryId,
    text: String,
}

/// The directions of all entries, by language.
#[derive(Debug, Default)]
struct Known {
    dimensions: usize,
    entries: BTreeMap<Language, Vec<(EntryId, Direction)>>,
}

/// The meanings of the entries, and the service that knows them.
pub struct Meanings {
    service: Box<dyn Embed>,
    timeout: Duration,
    similarity_min: f32,
    /// Every vector that is still of use, by the hash of its text.
    kept: tokio::sync::Mutex<BTreeMap<Hash, Direction>>,
    /// What questions are compared with; None until all of it is there.
    known: RwLock<Option<Arc<Known>>>,
    rest: Mutex<Rest>,
}

impl Meanings {
    /// The service of the configuration, when there is one.
    ///
    /// # Errors
    /// No connection can be made from this machine at all.
    pub fn from_config(config: &Config) -> Result<Option<Meanings>, EmbedError> {
        let Some(setting) = &config.embeddings else {
            return Ok(None);
        };
        let service = Box::new(HttpEmbed::new(setting, &config.secrets)?);
        let timeout = Duration::from_millis(setting.timeout_ms);
        Ok(Some(Meanings::new(
            service,
            timeout,
            setting.similarity_min,
        )))
    }

    #[must_use]
    pub fn new(service: Box<dyn Embed>, timeout: Duration, similarity_min: f32) -> Meanings {
        Meanings {
            service,
            timeout,
            similarity_min,
            kept: tokio::sync::Mutex::default(),
            known: RwLock::default(),
            rest: Mutex::default(),
        }
    }

    /// Whether a question may be asked now: everything is learnt, and the service has not failed a moment
    /// ago.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.known().is_some() && self.rest().left().is_none()
    }

    /// How long the service is left alone after its last failure.
    #[must_use]
    pub fn pause(&self) -> Option<Duration> {
        self.rest().left()
    }

    /// Learns what of the library is new, and forgets what is gone. Returns how many texts were asked for.
    ///
    /// # Errors
    /// The service fails. What was known before is still known, and what was learnt until then is not asked
    /// for again.
    pub async fn learn(
        &self,
        corpus: &Corpus,
        languages: &[Language],
    ) -> Result<usize, EmbedError> {
        let learnt = self.learn_gists(gists(corpus, languages)).await;
        self.note(learnt.as_ref().err());
        learnt
    }

    /// The entries near to a question in a language, the nearest first.
    ///
    /// # Errors
    /// The service fails or is late.
    pub async fn near(
        &self,
        question: &str,
        language: Language,
    ) -> Result<Vec<EntryId>, EmbedError> {
        let Some(known) = self.known() else {
            return Ok(Vec::new());
        };
        let near = self.near_among(&known, question, language).await;
        self.note(near.as_ref().err());
        near
    }

    /// How many dimensions the service's vectors have, for somebody who wants to know whether it works.
    ///
    /// # Errors
    /// The service fails.
    pub async fn dimensions(&self) -> Result<usize, EmbedError> {
        let vectors = self.ask(&["窓口".to_owned()], BATCH_PATIENCE, None).await?;
        Ok(vectors.first().map_or(0, |vector| vector.len()))
    }

    async fn learn_gists(&self, gists: Vec<Gist>) -> Result<usize, EmbedError> {
        let mut kept = self.kept.lock().await;
        let mut fresh: BTreeMap<Hash, &str> = BTreeMap::new();
        let mut wanted: BTreeSet<Hash> = BTreeSet::new();
        for gist in &gists {
            let hash = hash(&gist.text);
            wanted.insert(hash);
            if !kept.contains_key(&hash) {
                fresh.insert(hash, &gist.text);
            }
        }
        let fresh: Vec<(Hash, &str)> = fresh.into_iter().collect();
        let asked = fresh.len();
        for batch in fresh.chunks(BATCH_TEXTS) {
            let texts: Vec<String> = batch.iter().map(|(_, text)| (*text).to_owned()).collect();
            let dimensions = kept.values().next().map(|vector| vector.len());
            let vectors = match self.ask(&texts, BATCH_PATIENCE, dimensions).await {
                Ok(vectors) => vectors,
                Err(error) => {
                    // The service has another model now: nothing of the old one can be compared with it.
                    if matches!(error, EmbedError::Dimensions { .. }) {
                        kept.clear();
                    }
                    return Err(error);
                }
            };
            kept.extend(batch.iter().map(|(hash, _)| *hash).zip(vectors));
        }
        kept.retain(|hash, _| wanted.contains(hash));
        let mut known = Known {
            dimensions: kept.values().next().map_or(0, |vector| vector.len()),
            entries: BTreeMap::new(),
        };
        for gist in gists {
            if let Some(vector) = kept.get(&hash(&gist.text)) {
                let entries = known.entries.entry(gist.language).or_default();
                entries.push((gist.entry, Arc::clone(vector)));
            }
        }
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(known));
        Ok(asked)
    }

    async fn near_among(
        &self,
        known: &Known,
        question: &str,
        language: Language,
    ) -> Result<Vec<EntryId>, EmbedError> {
        let Some(entries) = known.entries.get(&language) else {
            return Ok(Vec::new());
        };
        let texts = [question.to_owned()];
        let vectors = self
            .ask(&texts, self.timeout, Some(known.dimensions))
            .await?;
        let Some(asked) = vectors.first() else {
            return Ok(Vec::new());
        };
        let mut near: Vec<(f32, &EntryId)> = entries
            .iter()
            .map(|(entry, vector)| (cosine(asked, vector), entry))
            .filter(|(similarity, _)| *similarity >= self.similarity_min)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        Ok(near.into_iter().map(|(_, entry)| entry.clone()).collect())
    }

    /// Asks the service; its vectors come back with the length one, and all of as many dimensions.
    async fn ask(
        &self,
        texts: &[String],
        patience: Duration,
        dimensions: Option<usize>,
    ) -> Result<Vec<Direction>, EmbedError> {
        let answer = tokio::time::timeout(patience, self.service.embed(texts)).await;
        let vectors = answer.unwrap_or(Err(EmbedError::Late(patience)))?;
        if vectors.len() != texts.len() {
            return Err(EmbedError::Unreadable);
        }
        let expected = dimensions.or(vectors.first().map(Vec::len)).unwrap_or(0);
        let mut units = Vec::with_capacity(vectors.len());
        for vector in vectors {
            let found = vector.len();
            if found != expected {
                return Err(EmbedError::Dimensions { expected, found });
            }
            units.push(unit(&vector).ok_or(EmbedError::Unreadable)?);
        }
        Ok(units)
    }

    /// An outage is told once, and its end; how the texts read is told never.
    fn note(&self, failure: Option<&EmbedError>) {
        let mut rest = self.rest();
        match failure {
            Some(error) if rest.fail() => {
                tracing::warn!(%error, "the embeddings service fails; the desk goes on without it");
            }
            None if rest.recover() => tracing::info!("the embeddings service works again"),
            _ => {}
        }
    }

    fn known(&self) -> Option<Arc<Known>> {
        self.known
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn rest(&self) -> std::sync::MutexGuard<'_, Rest> {
        self.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The texts of all entries that may be shown. Actions are left out: likeness alone never does anything.
fn gists(corpus: &Corpus, languages: &[Language]) -> Vec<Gist> {
    let entries = corpus.all().flat_map(|entry| {
        let versions = entry.versions.iter();
        versions.map(move |(language, version)| (&entry.subject, *language, version))
    });
    entries
        .filter(|(_, language, version)| version.standing.is_ok() && languages.contains(language))
        .filter_map(|(subject, language, version)| {
            let Subject::Entry(entry) = subject else {
                return None;
            };
            let text = &version.text;
            let keywords = &text.keywords[..text.keywords.len().min(KEYWORDS_MAX)];
            Some(Gist {
                language,
                entry: entry.clone(),
                text: format!("{}\n{}", text.question, keywords.join(", ")),
            })
        })
        .collect()
}

fn hash(text: &str) -> Hash {
    Sha256::digest(text.as_bytes()).into()
}

/// The vector with the length one; None when it has no direction.
fn unit(vector: &[f32]) -> Option<Direction> {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    let is_sound = length.is_finite() && length > 0.0;
    is_sound.then(|| vector.iter().map(|x| x / length).collect())
}

/// The cosine of two vectors of the length one.
fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
