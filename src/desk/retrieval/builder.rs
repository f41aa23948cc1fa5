//! Putting an index together from the documents of one language.

use std::collections::HashMap;

use super::index::{Document, Index, Indexed, Posting};
use super::normal::normalize;
use super::tokens::Token;
use super::{FLOOR, SMOOTHING};

/// Collects documents for an index.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    index: Index,
    subjects: HashMap<crate::desk::faq::Subject, u32>,
    texts: Vec<Indexed>,
    /// The weights of the tokens of each text, beside its terms.
    weights: Vec<Vec<(u32, f32)>>,
    /// Keywords of subjects: they count for the likelihood and are no wordings.
    keywords: Vec<(u32, Vec<(u32, f32)>)>,
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
        for (group, members) in (0u32..).zip(groups) {
            for member in members {
                let member = normalize(member);
                if let Some(first) = member.chars().next() {
                    let list = builder.index.synonyms.entry(first).or_default();
                    list.push((member, group));
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
        let subject = self.subject(document);
        for wording in &document.wordings {
            let normal = normalize(wording);
            let mut squeezed = normal.clone();
            squeezed.retain(|c| c != ' ');
            self.index.exact.entry(squeezed).or_insert(subject);
            let weights = self.terms(normal);
            let terms = weights.iter().map(|(term, _)| *term).collect();
            self.weights.push(weights);
            self.texts.push(Indexed {
                subject,
                terms,
                mass: 0.0,
            });
        }
        let keywords = self.terms(normalize(&document.keywords.join(" ")));
        self.keywords.push((subject, keywords));
    }

    fn subject(&mut self, document: &Document) -> u32 {
        let index = &mut self.index;
        let next = u32::try_from(index.subjects.len()).unwrap_or(u32::MAX);
        *self
            .subjects
            .entry(document.subject.clone())
            .or_insert_with(|| {
                index.subjects.push(document.subject.clone());
                next
            })
    }

    /// The terms of a normalised text with their weights, sorted by term.
    fn terms(&mut self, normal: String) -> Vec<(u32, f32)> {
        let tokens: Vec<Token> = self.index.cut(normal);
        let known = &mut self.index.terms;
        let mut terms: Vec<(u32, f32)> = tokens
            .into_iter()
            .map(|token| {
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                (*known.entry(token.key).or_insert(next), token.weight)
            })
            .collect();
        terms.sort_unstable_by_key(|(term, _)| *term);
        terms
    }

    /// The finished index.
    #[must_use]
    pub fn build(mut self) -> Index {
        let counts = self.counts();
        self.rarities(&counts);
        let cosines = self.cosines();
        self.postings(&counts, &cosines);
        self.order_texts();
        self.index
    }

    /// How often each subject has each term: in its wordings and, once more, in its keywords.
    fn counts(&self) -> Vec<HashMap<u32, f32>> {
        let mut counts = vec![HashMap::new(); self.index.subjects.len()];
        let wordings = self.texts.iter().zip(&self.weights);
        let wordings = wordings.map(|(text, weights)| (text.subject, weights));
        let keywords = self.keywords.iter().map(|(subject, w)| (*subject, w));
        for (subject, weights) in wordings.chain(keywords) {
            let counts: &mut HashMap<u32, f32> = &mut counts[subject as usize];
            for (term, weight) in weights {
                *counts.entry(*term).or_default() += weight;
            }
        }
        counts
    }

    /// How rare each term is among the subjects.
    fn rarities(&mut self, counts: &[HashMap<u32, f32>]) {
        let index = &mut self.index;
        index.of_subject = counts
            .iter()
            .map(|counts| {
                let mut terms: Vec<u32> = counts.keys().copied().collect();
                terms.sort_unstable();
                terms.into_boxed_slice()
            })
            .collect();
        let count = float(index.subjects.len());
        let rarity = |df: u32| {
            let df = float(df as usize);
            (1.0 + (count - df + 0.5).max(0.0) / (df + 0.5)).ln()
        };
        let mut df = vec![0u32; index.terms.len()];
        for term in index.of_subject.iter().flat_map(|terms| terms.iter()) {
            df[*term as usize] += 1;
        }
        index.idf = df.iter().map(|df| rarity(*df)).collect();
        index.unknown_idf = rarity(1);
        for (text, weights) in self.texts.iter_mut().zip(&self.weights) {
            text.mass = weights
                .iter()
                .map(|(term, weight)| index.idf[*term as usize] * weight.min(1.0))
                .sum();
        }
    }

    /// The centre of each subject's wordings, every wording of length one, and the centre as well.
    fn cosines(&self) -> Vec<HashMap<u32, f32>> {
        let idf = &self.index.idf;
        let mut centres: Vec<HashMap<u32, f32>> = vec![HashMap::new(); self.index.subjects.len()];
        for (text, weights) in self.texts.iter().zip(&self.weights) {
            let norm: f32 = weights
                .iter()
                .map(|(term, weight)| (weight * idf[*term as usize]).powi(2))
                .sum();
            let norm = norm.sqrt().max(f32::MIN_POSITIVE);
            let centre = &mut centres[text.subject as usize];
            for (term, weight) in weights {
                *centre.entry(*term).or_default() += weight * idf[*term as usize] / norm;
            }
        }
        for centre in &mut centres {
            // A sum in the order of a hash map would differ from run to run.
            let mut squares: Vec<f32> = centre.values().map(|v| v * v).collect();
            squares.sort_unstable_by(f32::total_cmp);
            let norm = squares.iter().sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
            centre.values_mut().for_each(|v| *v /= norm);
        }
        centres
    }

    fn postings(&mut self, counts: &[HashMap<u32, f32>], cosines: &[HashMap<u32, f32>]) {
        let index = &mut self.index;
        let terms = index.terms.len();
        let mut totals = vec![0.0f32; terms];
        let mut lengths = Vec::with_capacity(counts.len());
        let mut sorted: Vec<Vec<(u32, f32)>> = Vec::with_capacity(counts.len());
        for counts in counts {
            let mut counts: Vec<(u32, f32)> = counts.iter().map(|(t, c)| (*t, *c)).collect();
            counts.sort_unstable_by_key(|(term, _)| *term);
            for (term, count) in &counts {
                totals[*term as usize] += count;
            }
            lengths.push(counts.iter().map(|(_, count)| count).sum::<f32>());
            sorted.push(counts);
        }
        let all: f32 = totals.iter().sum::<f32>() + FLOOR * float(terms);
        let mut postings: Vec<Vec<Posting>> = vec![Vec::new(); terms];
        for (subject, counts) in (0u32..).zip(&sorted) {
            for (term, count) in counts {
                let background = (totals[*term as usize] + FLOOR) / all;
                let cosine = cosines[subject as usize].get(term).copied();
                postings[*term as usize].push(Posting {
                    subject,
                    gain: (count / (SMOOTHING * background)).ln_1p(),
                    cosine: cosine.unwrap_or_default(),
                });
            }
        }
        index.postings = postings.into_iter().map(Vec::into_boxed_slice).collect();
        index.length_loss = lengths
            .iter()
            .map(|length| (SMOOTHING / (length + SMOOTHING)).ln())
            .collect();
    }

    fn order_texts(&mut self) {
        let index = &mut self.index;
        self.texts.sort_by_key(|text| text.subject);
        index.first_text = (0u32..)
            .take(index.subjects.len() + 1)
            .map(|subject| self.texts.partition_point(|text| text.subject < subject))
            .collect();
        index.texts = std::mem::take(&mut self.texts);
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a library has far fewer than 2^23 entries"
)]
fn float(n: usize) -> f32 {
    n as f32
}
