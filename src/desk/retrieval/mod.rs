//! Finding the reviewed answer to a citizen's words, without a model.
//!
//! `normal` brings both sides to one form, `tokens` cuts them by script, `builder` counts, `index` ranks, `policy` decides
//! what to do with the ranking.
//!
//! What was tried, on the FAQ questions of `tests/retrieval/questions.tsv` as they grew (right first / among three, in
//! percent; all 189 topics):
//!
//! | step | ja | en | other languages |
//! | --- | --- | --- | --- |
//! | BM25, an entry scores its best wording and its answer | 68 / 84 | 68 / 87 | |
//! | query likelihood over all wordings of an entry, cosine to their centre, nearest wording | 87 / 95 | 86 / 97 | |
//! | Hangul in pairs of syllables instead of words | | | ko 76 / 83 → 88 / 97 |
//! | Burmese in syllables | | | my 76 / 89 → 79 / 92 |
//! | consonants of words against free spelling | | | vi, fil + 1 first |
//! | synonym groups | | | ne 67 / 87 → 73 / 87, my 73 / 92 → 76 / 95, id 93 → 96 |
//! | five plain wordings more for each topic | 90 / 97 | 88 / 97 | ne 87 / 97, my 81 / 95 |
//!
//! On `tests/retrieval/unseen.tsv`, written when all that stood, it comes to ja 98 / 100, en 88 / 95, over all languages
//! 90 / 97. Some fifteen wordings more for each action, and signs for them, took the actions there from 91 to 95.
//! A direct answer must also be like a wording (`policy::NEAR`): none of those that were not was right.
//!
//! Tried and left out: softmax regression on the wordings (no better than the cosine, and slow to train), trigrams of
//! characters, the answers' own words (they cost half the time and room and brought nothing).

mod builder;
pub mod index;
pub mod normal;
pub mod policy;
pub mod readings;
pub mod tokens;

pub use builder::IndexBuilder;
pub use index::{Document, Hit, Index};
pub use policy::{CHOICES_MAX, Verdict, confidence, evidence, judge, widen};

/// How much of the library's own distribution is mixed into an entry's, in tokens.
const SMOOTHING: f32 = 16.0;
/// What is added to every token's count in the library, so that none is impossible.
const FLOOR: f32 = 0.05;
