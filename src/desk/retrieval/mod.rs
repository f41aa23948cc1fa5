//! Finding the reviewed answer to a citizen's words, without a model.
//!
//! `normal` brings both sides to one form, `tokens` cuts them, `index` ranks, `policy` decides what to do with the
//! ranking. Measured choices: character bigrams and single Han characters for unspaced scripts, words and character
//! 4-grams for spaced ones; every reviewed wording is a document of its own and an entry scores its best one.

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
