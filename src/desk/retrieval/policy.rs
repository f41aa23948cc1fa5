//! What to do with a ranking: answer, ask back, offer a choice, or say honestly that there is no answer.
//!
//! The thresholds were set on `tests/retrieval/questions.tsv`, which was written by people who had not seen the
//! wordings. A score cannot tell questions of another counter from ours with certainty, so a direct answer needs a
//! near-exact match or a clear lead; everything else is a choice of at most three.

use super::index::Hit;
use crate::desk::faq::Subject;

/// What the desk does with a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Verdict {
    /// Clear enough to answer or act at once.
    Direct(Subject),
    /// One strong candidate: "did you mean …?"
    Confirm(Subject),
    /// Up to three candidates and "none of these".
    Choose(Vec<Subject>),
    #[default]
    None,
}

/// At most so many titles are offered.
pub const CHOICES_MAX: usize = 3;

/// So similar that no lead is needed.
const SURE: f32 = 0.70;
/// Similar enough for a direct answer when the lead is clear as well.
const LIKELY: f32 = 0.46;
const LEAD: f32 = 0.10;
/// A direct answer leaves no more of the question unexplained than this coverage says.
const DIRECT_COVERAGE: f32 = 0.66;
/// Similar enough for "did you mean".
const POSSIBLE: f32 = 0.36;
const CLEAR_LEAD: f32 = 0.14;
/// An action asks back anyway, so it needs less.
const ACTION: f32 = 0.30;
const ACTION_LEAD: f32 = 0.02;
/// Below this nothing is offered.
const FAINT: f32 = 0.20;
const COVERED: f32 = 0.42;

/// Decides by similarity, lead and coverage.
#[must_use]
pub fn judge(hits: &[Hit]) -> Verdict {
    let Some(first) = hits.first() else {
        return Verdict::None;
    };
    if first.exact {
        return Verdict::Direct(first.subject.clone());
    }
    let second = hits.get(1).map_or(0.0, |hit| hit.similarity);
    let lead = first.similarity - second;
    let sure = first.similarity >= SURE || (first.similarity >= LIKELY && lead >= LEAD);
    if sure && first.coverage >= DIRECT_COVERAGE {
        return Verdict::Direct(first.subject.clone());
    }
    let is_action = matches!(first.subject, Subject::Action(_));
    if is_action && first.similarity >= ACTION && lead >= ACTION_LEAD && first.coverage >= COVERED {
        return Verdict::Direct(first.subject.clone());
    }
    if first.similarity >= POSSIBLE && lead >= CLEAR_LEAD && first.coverage >= COVERED {
        return Verdict::Confirm(first.subject.clone());
    }
    if first.similarity < FAINT || first.coverage < COVERED {
        return Verdict::None;
    }
    let near = |hit: &&Hit| hit.similarity >= 0.6 * first.similarity;
    Verdict::Choose(
        hits.iter()
            .filter(near)
            .take(CHOICES_MAX)
            .map(|hit| hit.subject.clone())
            .collect(),
    )
}
