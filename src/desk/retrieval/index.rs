//! The ranked search over questions, wordings and answers of one language.

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
    pub answer: String,
}

/// An entry with its score for a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub subject: Subject,
    /// What the ranking is by; comparable within one query only.
    pub score: f32,
    /// How much of query and best wording is common, 0 to 1: comparable between queries.
    pub similarity: f32,
    /// How much of the query the entry's whole text covers, 0 to 1.
    pub coverage: f32,
    /// The query is one of the entry's wordings.
    pub exact: bool,
}

/// Saturation of repeated tokens (BM25).
const K1: f32 = 1.6;
/// How much longer texts are held back (BM25).
const B: f32 = 0.5;
/// What the answer's own words add to the best wording.
const BODY_WEIGHT: f32 = 0.35;
/// How many hits are ranked in full.
pub const HITS_MAX: usize = 10;

/// Keys are spread already; hashing them again would only cost time.
#[derive(Default)]
struct KeyHasher(u64);

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

type Keys<V> = HashMap<u64, V, BuildHasherDefault<KeyHasher>>;

#[derive(Clone, Copy, Debug)]
struct Posting {
    text: u32,
    tf: f32,
}

/// A searched text: a wording, or the body of an entry.
#[derive(Debug)]
struct Indexed {
    subject: u32,
    is_body: bool,
    /// Its terms, sorted.
    terms: Vec<u32>,
    length: f32,
    /// The sum of its terms' weights, for the similarity.
    mass: f32,
}

/// The index of one language.
#[derive(Debug, Default)]
pub struct Index {
    subjects: Vec<Subject>,
    texts: Vec<Indexed>,
    /// The terms of each subject in any of its texts, sorted.
    of_subject: Vec<Vec<u32>>,
    terms: Keys<u32>,
    idf: Vec<f32>,
    postings: Vec<Vec<Posting>>,
    exact: HashMap<String, u32>,
    average: f32,
    unknown_idf: f32,
    tails: Vec<String>,
    synonyms: HashMap<char, Vec<(String, u32)>>,
}

/// Collects documents for an index.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    index: Index,
    counts: Vec<Vec<(u32, f32)>>,
}

impl IndexBuilder {
    /// `tails` are polite endings, `groups` synonyms; both are normalised here.
    #[must_use]
    pub fn new(tails: &[String], groups: &[Vec<String>]) -> IndexBuilder {
        let mut builder = IndexBuilder::default();
        let mut tails: Vec<String> = tails
            .iter()
            .map(|t| normalize(t))
            .filter(|t| !t.is_empty())
            .collect();
        tails.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        tails.dedup();
        builder.index.tails = tails;
        for (group, members) in groups.iter().enumerate() {
            for member in members {
                let member = normalize(member);
                if let (Some(first), Ok(group)) = (member.chars().next(), u32::try_from(group)) {
                    builder
                        .index
                        .synonyms
                        .entry(first)
                        .or_default()
                        .push((member, group));
                }
            }
        }
        for list in builder.index.synonyms.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
        }
        builder
    }

    /// Adds an entry, or more wordings to one that is there.
    pub fn add(&mut self, document: &Document) {
        let index = &mut self.index;
        let at = index
            .subjects
            .iter()
            .position(|s| *s == document.subject)
            .unwrap_or_else(|| {
                index.subjects.push(document.subject.clone());
                index.of_subject.push(Vec::new());
                index.subjects.len() - 1
            });
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a library has far fewer than 2^32 entries"
        )]
        let subject = at as u32;
        for wording in &document.wordings {
            self.index.exact.entry(squeeze(wording)).or_insert(subject);
            let tokens = self.index.cut(wording);
            self.add_text(subject, false, tokens);
        }
        let mut body = Vec::new();
        for part in document
            .wordings
            .first()
            .into_iter()
            .chain(&document.keywords)
            .chain([&document.answer])
        {
            body.extend(self.index.cut(part));
        }
        self.add_text(subject, true, body);
    }

    fn add_text(&mut self, subject: u32, is_body: bool, tokens: Vec<Token>) {
        let mut counts: HashMap<u32, f32> = HashMap::new();
        for token in tokens {
            let next = self.index.terms.len();
            #[expect(clippy::cast_possible_truncation, reason = "far fewer than 2^32 terms")]
            let term = *self.index.terms.entry(token.key).or_insert(next as u32);
            *counts.entry(term).or_default() += token.weight;
        }
        let mut counts: Vec<(u32, f32)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|(term, _)| *term);
        let length = counts.iter().map(|(_, tf)| tf).sum();
        let terms = counts.iter().map(|(term, _)| *term).collect();
        self.index.texts.push(Indexed {
            subject,
            is_body,
            terms,
            length,
            mass: 0.0,
        });
        self.counts.push(counts);
    }

    /// Weighs the terms and closes the index.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    pub fn build(self) -> Index {
        let mut index = self.index;
        let subjects = index.subjects.len().max(1) as f32;
        // A term's rarity counts entries, not texts: ten wordings of one entry do not make its words common.
        let mut carriers: Vec<Vec<u32>> = vec![Vec::new(); index.terms.len()];
        index.postings = vec![Vec::new(); index.terms.len()];
        for (text, counts) in self.counts.iter().enumerate() {
            let subject = index.texts[text].subject;
            for (term, tf) in counts {
                let term = *term as usize;
                #[expect(clippy::cast_possible_truncation, reason = "far fewer than 2^32 texts")]
                index.postings[term].push(Posting {
                    text: text as u32,
                    tf: *tf,
                });
                if carriers[term].last() != Some(&subject) && !carriers[term].contains(&subject) {
                    carriers[term].push(subject);
                }
            }
        }
        let rarity = |df: f32| (1.0 + (subjects - df + 0.5).max(0.0) / (df + 0.5)).ln();
        index.idf = carriers.iter().map(|c| rarity(c.len() as f32)).collect();
        index.unknown_idf = rarity(1.0);
        for (text, counts) in self.counts.iter().enumerate() {
            index.texts[text].mass = counts
                .iter()
                .map(|(term, tf)| index.idf[*term as usize] * tf.min(1.0))
                .sum();
        }
        for text in &index.texts {
            index.of_subject[text.subject as usize].extend_from_slice(&text.terms);
        }
        for terms in &mut index.of_subject {
            terms.sort_unstable();
            terms.dedup();
        }
        let wordings = index.texts.iter().filter(|t| !t.is_body);
        let (count, total) = wordings.fold((0.0, 0.0), |(n, sum), t| (n + 1.0, sum + t.length));
        index.average = if count > 0.0 { total / count } else { 1.0 };
        index
    }
}

impl Index {
    /// Ranks the entries for a query, best first; equal scores keep the order of their names.
    #[must_use]
    pub fn rank(&self, query: &str) -> Vec<Hit> {
        let terms = self.query_terms(query);
        let exact = self.exact.get(&squeeze(query)).copied();
        let mut wording = vec![0.0f32; self.subjects.len()];
        let mut best = vec![u32::MAX; self.subjects.len()];
        let mut body = vec![0.0f32; self.subjects.len()];
        let scores = self.score_texts(&terms);
        for (text, score) in scores.iter().enumerate().filter(|(_, score)| **score > 0.0) {
            let indexed = &self.texts[text];
            let subject = indexed.subject as usize;
            if indexed.is_body {
                body[subject] = *score;
            } else if *score > wording[subject] {
                wording[subject] = *score;
                #[expect(clippy::cast_possible_truncation, reason = "far fewer than 2^32 texts")]
                {
                    best[subject] = text as u32;
                }
            }
        }
        let mut order: Vec<(f32, usize)> = (0..self.subjects.len())
            .filter(|s| wording[*s] > 0.0 || body[*s] > 0.0)
            .map(|s| {
                let bonus = if exact == u32::try_from(s).ok() {
                    1000.0
                } else {
                    0.0
                };
                (BODY_WEIGHT.mul_add(body[s], wording[s]) + bonus, s)
            })
            .collect();
        let better = |a: &(f32, usize), b: &(f32, usize)| {
            b.0.total_cmp(&a.0)
                .then_with(|| self.subjects[a.1].cmp(&self.subjects[b.1]))
        };
        if order.len() > HITS_MAX {
            order.select_nth_unstable_by(HITS_MAX - 1, better);
            order.truncate(HITS_MAX);
        }
        order.sort_unstable_by(better);
        order
            .into_iter()
            .map(|(score, s)| self.hit(s, score, best[s], &terms, exact))
            .collect()
    }

    /// The query's known terms with their weights, and the weight of all of it.
    fn query_terms(&self, query: &str) -> QueryTerms {
        let mut known: Vec<(u32, f32)> = Vec::new();
        let mut mass = 0.0;
        let mut cut = self.cut(query);
        cut.sort_unstable_by_key(|t| t.key);
        cut.dedup_by_key(|t| t.key);
        for token in cut {
            match self.terms.get(&token.key) {
                Some(term) => {
                    mass += self.idf[*term as usize] * token.weight.min(1.0);
                    known.push((*term, token.weight));
                }
                None => mass += self.unknown_idf * token.weight.min(1.0),
            }
        }
        known.sort_unstable_by_key(|(term, _)| *term);
        QueryTerms { known, mass }
    }

    /// BM25 of every text.
    fn score_texts(&self, terms: &QueryTerms) -> Vec<f32> {
        let mut scores = vec![0.0f32; self.texts.len()];
        for (term, weight) in &terms.known {
            let idf = self.idf[*term as usize] * weight;
            for posting in &self.postings[*term as usize] {
                let text = &self.texts[posting.text as usize];
                let length = if text.is_body {
                    1.0
                } else {
                    B.mul_add(text.length / self.average, 1.0 - B)
                };
                let tf = posting.tf;
                scores[posting.text as usize] += idf * tf * (K1 + 1.0) / K1.mul_add(length, tf);
            }
        }
        scores
    }

    fn hit(
        &self,
        subject: usize,
        score: f32,
        best: u32,
        terms: &QueryTerms,
        exact: Option<u32>,
    ) -> Hit {
        let similarity = self.texts.get(best as usize).map_or(0.0, |text| {
            let common = self.common(terms, &text.terms);
            2.0 * common / (terms.mass + text.mass).max(f32::MIN_POSITIVE)
        });
        let mut covered = 0.0;
        for (term, weight) in &terms.known {
            if self.of_subject[subject].binary_search(term).is_ok() {
                covered += self.idf[*term as usize] * weight.min(1.0);
            }
        }
        Hit {
            subject: self.subjects[subject].clone(),
            score,
            similarity: similarity.min(1.0),
            coverage: (covered / terms.mass.max(f32::MIN_POSITIVE)).min(1.0),
            exact: exact == u32::try_from(subject).ok(),
        }
    }

    /// The weight of the query's terms that a text has; both lists are sorted.
    fn common(&self, terms: &QueryTerms, text: &[u32]) -> f32 {
        let mut sum = 0.0;
        let mut rest = text;
        for (term, weight) in &terms.known {
            let at = rest.partition_point(|t| t < term);
            rest = &rest[at..];
            if rest.first() == Some(term) {
                sum += self.idf[*term as usize] * weight.min(1.0);
            }
        }
        sum
    }

    /// Normalises, drops polite endings, cuts, and adds the synonym groups.
    fn cut(&self, text: &str) -> Vec<Token> {
        let normal = self.without_tails(normalize(text));
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

/// A query, cut and weighed.
struct QueryTerms {
    /// Sorted by term.
    known: Vec<(u32, f32)>,
    /// The weight of all terms, known or not.
    mass: f32,
}
