//! The ranked search over the reviewed wordings of one language.
//!
//! An entry is scored by how much likelier its wordings make the query's tokens than the whole library does
//! (a query likelihood with Dirichlet smoothing), by the cosine to the centre of its wordings, and, among the best
//! candidates, by its nearest single wording. What each part brings stands in the crate doc of `retrieval`.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::normal::{is_unspaced, normalize, squeeze};
use super::tokens::{Token, synonym, tokens};
use crate::desk::faq::Subject;

/// One entry in one language, as the index reads it.
#[derive(Clone, Debug)]
pub struct Document {
    pub subject: Subject,
    /// The question first, then the reviewed wordings; each is searched by itself.
    pub wordings: Vec<String>,
    pub keywords: Vec<String>,
}

/// An entry with its score for a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub subject: Subject,
    /// What the ranking is by; a difference of one is a clear lead in every query.
    pub score: f32,
    /// How much of query and best wording is common, 0 to 1: comparable between queries.
    pub similarity: f32,
    /// How much of the query the entry's wordings and keywords cover, 0 to 1.
    pub coverage: f32,
    /// The query is one of the entry's wordings.
    pub exact: bool,
}

/// What the cosine and the nearest wording add to the likelihood.
const COSINE_WEIGHT: f32 = 1.0;
const NEAREST_WEIGHT: f32 = 0.6;
/// How many candidates are compared with their single wordings.
const CANDIDATES_MAX: usize = 24;
/// How many hits are ranked in full.
pub const HITS_MAX: usize = 10;

/// Keys are spread already; hashing them again would only cost time.
#[derive(Default)]
pub(in crate::desk) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0 ^ n)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29);
    }
}

pub(super) type Keys<V> = HashMap<u64, V, BuildHasherDefault<KeyHasher>>;

/// What a token says for an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) subject: u32,
    /// The logarithm of how much likelier the entry makes it than the library.
    pub(super) gain: f32,
    /// Its share in the direction of the entry's centre.
    pub(super) cosine: f32,
}

/// Lists of different lengths in one piece of memory.
#[derive(Clone, Debug)]
pub(super) struct Lists<T> {
    all: Vec<T>,
    /// Where each list ends.
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Lists<T> {
        Lists {
            all: Vec::new(),
            ends: Vec::new(),
        }
    }
}

impl<T> Lists<T> {
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.all.extend(list);
        self.ends
            .push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
    }

    pub(super) fn get(&self, at: usize) -> &[T] {
        let from = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.all[from as usize..self.ends[at] as usize]
    }

    pub(super) fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// The index of one language.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) subjects: Vec<Subject>,
    /// The terms of each wording, sorted, in the order of the subjects.
    pub(super) texts: Lists<u32>,
    /// The sum of the weights of each wording's terms.
    pub(super) masses: Vec<f32>,
    /// Where the wordings of each subject begin in `texts`; one more than there are subjects.
    pub(super) first_text: Vec<usize>,
    /// The terms of each subject in any of its texts, sorted.
    pub(super) of_subject: Lists<u32>,
    /// What each subject loses for every token, because it has much text.
    pub(super) length_loss: Vec<f32>,
    pub(super) terms: Keys<u32>,
    /// How rare a term is among the subjects.
    pub(super) idf: Vec<f32>,
    pub(super) postings: Lists<Posting>,
    /// The subject of each wording, by a hash of its letters.
    pub(super) exact: Keys<u32>,
    pub(super) unknown_idf: f32,
    pub(super) tails: Vec<String>,
    pub(super) synonyms: HashMap<char, Vec<(String, u32)>>,
}

/// A query, cut and weighed.
struct QueryTerms {
    /// Sorted by term.
    known: Vec<(u32, f32)>,
    /// What each term of the library is worth in this query; most are worth nothing.
    worth: Vec<f32>,
    /// The weight of all terms, known or not.
    mass: f32,
}

impl Index {
    /// Whether a squeezed text is one of the wordings.
    #[must_use]
    pub fn has(&self, squeezed: &str) -> bool {
        self.exact.contains_key(&whole(squeezed))
    }

    /// Ranks the entries for a query, best first; equal scores keep the order of their names.
    #[must_use]
    pub fn rank(&self, query: &str) -> Vec<Hit> {
        let terms = self.query_terms(query);
        let exact = self.exact.get(&whole(&squeeze(query))).copied();
        let mut order = self.candidates(&terms, exact);
        order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut hits: Vec<Hit> = Vec::with_capacity(order.len());
        for (score, subject) in order {
            // The nearest wording adds so much at most: who is too far behind for that needs no comparing.
            let is_behind = |hit: &Hit| hit.score >= score + NEAREST_WEIGHT;
            if hits.iter().filter(|hit| is_behind(hit)).count() >= HITS_MAX {
                break;
            }
            hits.push(self.hit(subject, score, &terms, exact));
        }
        hits.sort_by(|a, b| {
            let by_score = b.score.total_cmp(&a.score);
            by_score.then_with(|| a.subject.cmp(&b.subject))
        });
        hits.truncate(HITS_MAX);
        hits
    }

    /// The best entries by likelihood and cosine, not sorted.
    fn candidates(&self, terms: &QueryTerms, exact: Option<u32>) -> Vec<(f32, u32)> {
        let length: f32 = terms.known.iter().map(|(_, weight)| weight).sum();
        let norm: f32 = terms
            .known
            .iter()
            .map(|(term, weight)| (weight * self.idf[*term as usize]).powi(2))
            .sum();
        if length <= 0.0 {
            return Vec::new();
        }
        let norm = norm.sqrt().max(f32::MIN_POSITIVE);
        let mut scores = vec![0.0f32; self.subjects.len()];
        for (term, weight) in &terms.known {
            let by_likelihood = weight / length;
            let by_cosine = COSINE_WEIGHT * weight * self.idf[*term as usize] / norm;
            for posting in self.postings.get(*term as usize) {
                scores[posting.subject as usize] +=
                    by_likelihood * posting.gain + by_cosine * posting.cosine;
            }
        }
        let mut order: Vec<(f32, u32)> = (0u32..)
            .zip(&scores)
            .filter(|(_, score)| **score > 0.0)
            .map(|(subject, score)| {
                let sure = if exact == Some(subject) { EXACT } else { 0.0 };
                (score + self.length_loss[subject as usize] + sure, subject)
            })
            .collect();
        if order.len() > CANDIDATES_MAX {
            order.select_nth_unstable_by(CANDIDATES_MAX - 1, |a, b| {
                b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
            });
            order.truncate(CANDIDATES_MAX);
        }
        order
    }

    /// The query's known terms with their weights, and the weight of all of it.
    fn query_terms(&self, query: &str) -> QueryTerms {
        let mut known: Vec<(u32, f32)> = Vec::new();
        let mut mass = 0.0;
        for token in self.cut(normalize(query)) {
            match self.terms.get(&token.key) {
                Some(term) => {
                    mass += self.idf[*term as usize] * token.weight.min(1.0);
                    known.push((*term, token.weight));
                }
                None => mass += self.unknown_idf * token.weight.min(1.0),
            }
        }
        known.sort_unstable_by_key(|(term, _)| *term);
        let mut worth = vec![0.0; self.idf.len()];
        for (term, weight) in &known {
            worth[*term as usize] = self.idf[*term as usize] * weight.min(1.0);
        }
        QueryTerms { known, worth, mass }
    }

    fn hit(&self, subject: u32, score: f32, terms: &QueryTerms, exact: Option<u32>) -> Hit {
        let at = subject as usize;
        let similarity = (self.first_text[at]..self.first_text[at + 1])
            .map(|text| {
                let common: f32 = self
                    .texts
                    .get(text)
                    .iter()
                    .map(|term| terms.worth[*term as usize])
                    .sum();
                2.0 * common / (terms.mass + self.masses[text]).max(f32::MIN_POSITIVE)
            })
            .fold(0.0f32, f32::max);
        let covered = common(terms, self.of_subject.get(at));
        Hit {
            subject: self.subjects[at].clone(),
            score: NEAREST_WEIGHT.mul_add(similarity, score),
            similarity: similarity.min(1.0),
            coverage: (covered / terms.mass.max(f32::MIN_POSITIVE)).min(1.0),
            exact: exact == Some(subject),
        }
    }

    /// Drops polite endings of a normalised text, cuts, and adds the synonym groups; each token once, at its highest weight.
    pub(super) fn cut(&self, normal: String) -> Vec<Token> {
        let mut out = self.pieces(normal);
        out.sort_unstable_by(|a, b| a.key.cmp(&b.key).then(b.weight.total_cmp(&a.weight)));
        out.dedup_by_key(|token| token.key);
        out
    }

    /// The same, in the order of the text and with what stands there twice.
    pub(super) fn pieces(&self, normal: String) -> Vec<Token> {
        let normal = self.without_tails(normal);
        let mut out = tokens(&normal);
        if !self.synonyms.is_empty() {
            self.add_synonyms(&normal, &mut out);
        }
        out
    }

    fn without_tails(&self, mut normal: String) -> String {
        let enough = |rest: &str| rest.chars().count() >= 2;
        while let Some(tail) = self.tails.iter().find(|t| normal.ends_with(t.as_str())) {
            let kept = normal.len() - tail.len();
            if !enough(&normal[..kept]) {
                break;
            }
            normal.truncate(kept);
            while normal.ends_with(' ') {
                normal.pop();
            }
        }
        normal
    }

    fn add_synonyms(&self, normal: &str, out: &mut Vec<Token>) {
        let mut before = ' ';
        let mut covered = 0;
        for (at, c) in normal.char_indices() {
            let starts = at >= covered && (is_unspaced(c) || before == ' ' || is_unspaced(before));
            before = c;
            if !starts {
                continue;
            }
            let rest = &normal[at..];
            let found = self.synonyms.get(&c).and_then(|list| {
                list.iter().find(|(member, _)| {
                    rest.strip_prefix(member.as_str()).is_some_and(|after| {
                        is_unspaced(c)
                            || after.is_empty()
                            || after.starts_with([' ', 's'])
                            || after.starts_with(is_unspaced)
                    })
                })
            });
            if let Some((member, group)) = found {
                out.push(synonym(*group));
                covered = at + member.len();
            }
        }
    }
}

/// The weight of the query's terms that a long list has; both are sorted.
fn common(terms: &QueryTerms, list: &[u32]) -> f32 {
    let mut sum = 0.0;
    let mut rest = list;
    for (term, _) in &terms.known {
        let at = rest.partition_point(|t| t < term);
        rest = &rest[at..];
        if rest.first() == Some(term) {
            sum += terms.worth[*term as usize];
        }
    }
    sum
}

/// A hash of a whole text, 64 bits: what has the same one is reviewed text all the same.
pub(super) fn whole(text: &str) -> u64 {
    let mut hasher = KeyHasher::default();
    for chunk in text.as_bytes().chunks(8) {
        let mut bytes = [0u8; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        hasher.write_u64(u64::from_le_bytes(bytes));
    }
    hasher.finish()
}

/// A query that is one of an entry's wordings is that entry.
const EXACT: f32 = 1000.0;
