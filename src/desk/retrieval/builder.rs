//! Putting an index together from the documents of one language.

use std::collections::HashMap;

use super::index::{Document, Index, Posting, whole};
use super::normal::normalize;
use super::tokens::Token;
use super::{FLOOR, SMOOTHING};

/// Terms with what they weigh, sorted by term.
type Weights = Vec<(u32, f32)>;

/// A list of weights and the factor that all of them are multiplied with.
type Scaled<'a> = (f32, &'a [(u32, f32)]);

/// Collects documents for an index.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    index: Index,
    subjects: HashMap<crate::desk::faq::Subject, u32>,
    /// The wordings: their subjects and their terms.
    texts: Vec<(u32, Weights)>,
    /// Keywords of subjects: they count for the likelihood and are no wordings.
    keywords: Vec<(u32, Weights)>,
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
            let exact = self.index.exact.entry(whole(&squeezed));
            exact.or_insert(subject);
            let weights = self.terms(normal);
            self.texts.push((subject, weights));
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
    fn terms(&mut self, normal: String) -> Weights {
        let tokens: Vec<Token> = self.index.pieces(normal);
        let known = &mut self.index.terms;
        let mut terms: Weights = tokens
            .into_iter()
            .map(|token| {
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                (*known.entry(token.key).or_insert(next), token.weight)
            })
            .collect();
        // Each once, at its highest weight.
        terms.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        terms.dedup_by_key(|(term, _)| *term);
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
        self.shrink();
        self.index
    }

    /// How often each subject has each term: in its wordings and, once more, in its keywords.
    fn counts(&self) -> Vec<Weights> {
        let lists = self.texts.iter().chain(&self.keywords);
        let lists = lists.map(|(subject, weights)| (*subject, 1.0, &weights[..]));
        self.sums(lists, |_| 1.0)
    }

    /// The sums of weights by subject and term, each list times its factor and each term times its own.
    fn sums<'a>(
        &self,
        lists: impl Iterator<Item = (u32, f32, &'a [(u32, f32)])>,
        of_term: impl Fn(u32) -> f32,
    ) -> Vec<Weights> {
        let mut of_subject: Vec<Vec<Scaled<'_>>> = vec![Vec::new(); self.index.subjects.len()];
        for (subject, factor, list) in lists {
            of_subject[subject as usize].push((factor, list));
        }
        let mut sums = vec![0.0f32; self.index.terms.len()];
        let mut seen = vec![false; self.index.terms.len()];
        let of_lists = |lists: &Vec<Scaled<'_>>| {
            let mut terms: Vec<u32> = Vec::new();
            for (factor, list) in lists {
                for (term, weight) in *list {
                    if !std::mem::replace(&mut seen[*term as usize], true) {
                        terms.push(*term);
                    }
                    sums[*term as usize] += factor * weight * of_term(*term);
                }
            }
            terms.sort_unstable();
            let take = |term: &u32| {
                seen[*term as usize] = false;
                (*term, std::mem::take(&mut sums[*term as usize]))
            };
            terms.iter().map(take).collect()
        };
        of_subject.iter().map(of_lists).collect()
    }

    /// How rare each term is among the subjects.
    fn rarities(&mut self, counts: &[Weights]) {
        let index = &mut self.index;
        for counts in counts {
            index.of_subject.push(counts.iter().map(|(term, _)| *term));
        }
        let count = float(index.subjects.len());
        let rarity = |df: u32| {
            let df = float(df as usize);
            (1.0 + (count - df + 0.5).max(0.0) / (df + 0.5)).ln()
        };
        let mut df = vec![0u32; index.terms.len()];
        for (term, _) in counts.iter().flatten() {
            df[*term as usize] += 1;
        }
        index.idf = df.iter().map(|df| rarity(*df)).collect();
        index.unknown_idf = rarity(1);
    }

    /// The centre of each subject's wordings, every wording of length one, and the centre as well.
    fn cosines(&self) -> Vec<Weights> {
        let idf = &self.index.idf;
        let wordings = self.texts.iter().map(|(subject, weights)| {
            let squares = weights.iter();
            let squares = squares.map(|(term, weight)| (weight * idf[*term as usize]).powi(2));
            let norm = squares.sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
            (*subject, 1.0 / norm, &weights[..])
        });
        let mut centres = self.sums(wordings, |term| idf[term as usize]);
        for centre in &mut centres {
            let squares = centre.iter().map(|(_, v)| v * v);
            let norm = squares.sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
            centre.iter_mut().for_each(|(_, v)| *v /= norm);
        }
        centres
    }

    fn postings(&mut self, counts: &[Weights], cosines: &[Weights]) {
        let index = &mut self.index;
        let terms = index.terms.len();
        let mut totals = vec![0.0f32; terms];
        let mut frequency = vec![0usize; terms];
        for (term, count) in counts.iter().flatten() {
            totals[*term as usize] += count;
            frequency[*term as usize] += 1;
        }
        let all: f32 = totals.iter().sum::<f32>() + FLOOR * float(terms);
        let mut postings: Vec<Vec<Posting>> =
            frequency.into_iter().map(Vec::with_capacity).collect();
        for ((subject, counts), cosines) in (0u32..).zip(counts).zip(cosines) {
            let mut cosines = cosines.iter().peekable();
            for (term, count) in counts {
                let background = (totals[*term as usize] + FLOOR) / all;
                // Every term of a wording is one of the subject; keywords have none of their own.
                let cosine = cosines.next_if(|(own, _)| own == term);
                postings[*term as usize].push(Posting {
                    subject,
                    gain: (count / (SMOOTHING * background)).ln_1p(),
                    cosine: cosine.map_or(0.0, |(_, cosine)| *cosine),
                });
            }
        }
        for list in postings {
            index.postings.push(list);
        }
        let length = |counts: &Weights| counts.iter().map(|(_, count)| count).sum::<f32>();
        index.length_loss = counts
            .iter()
            .map(|counts| (SMOOTHING / (length(counts) + SMOOTHING)).ln())
            .collect();
    }

    /// The wordings in the order of their subjects, each by its terms.
    fn order_texts(&mut self) {
        let index = &mut self.index;
        self.texts.sort_by_key(|(subject, _)| *subject);
        index.first_text = (0u32..)
            .take(index.subjects.len() + 1)
            .map(|subject| self.texts.partition_point(|(of, _)| *of < subject))
            .collect();
        for (_, weights) in std::mem::take(&mut self.texts) {
            let worth = |(term, weight): &(u32, f32)| index.idf[*term as usize] * weight.min(1.0);
            index.masses.push(weights.iter().map(worth).sum());
            index.texts.push(weights.iter().map(|(term, _)| *term));
        }
    }

    /// Gives back what was kept for more to come.
    fn shrink(&mut self) {
        let index = &mut self.index;
        index.texts.shrink();
        index.of_subject.shrink();
        index.postings.shrink();
        index.masses.shrink_to_fit();
        index.exact.shrink_to_fit();
        index.terms.shrink_to_fit();
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a library has far fewer than 2^23 entries"
)]
fn float(n: usize) -> f32 {
    n as f32
}
