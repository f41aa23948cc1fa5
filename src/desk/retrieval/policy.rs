//! What to do with a ranking: answer, ask back, offer a choice, or say honestly that there is no answer.
//!
//! The decision is by a calibrated probability that the first hit is right: a logistic model of the lead over the
//! second and third hit, of the likeness to the nearest wording, and of how much of the question is explained. It was
//! fitted on `tests/retrieval/questions.tsv`, written by people who had not seen the wordings, with the questions for
//! other offices as wrong ones; `tests/retrieval.rs` holds what it promises.

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

/// So probable that it is answered at once.
const DIRECT: f32 = 0.88;
/// An action asks back anyway, so it needs less.
const DIRECT_ACTION: f32 = 0.45;
/// So probable that one candidate is enough to ask back with.
const CONFIRM: f32 = 0.74;
/// Below this nothing is offered.
const FAINT: f32 = 0.16;
/// A direct answer leaves no more of the question unexplained than this coverage says.
const DIRECT_COVERAGE: f32 = 0.55;
/// A question this unlike everything is for somebody else.
const COVERED: f32 = 0.36;

/// The logistic model: the weights of the evidence and the constant.
const MODEL: [f32; 4] = [1.51, 0.57, 1.97, 0.73];
const CONSTANT: f32 = -1.42;

/// What a decision rests on: the lead over the second and third hit, similarity, coverage.
#[must_use]
pub fn evidence(hits: &[Hit]) -> [f32; 4] {
    let Some(first) = hits.first() else {
        return [0.0; 4];
    };
    let behind = |n: usize| hits.get(n).map_or(LEAD_MAX, |hit| first.score - hit.score);
    [
        behind(1).min(LEAD_MAX),
        behind(2).min(LEAD_MAX),
        first.similarity,
        first.coverage,
    ]
}

/// The probability that the first hit is right.
#[must_use]
pub fn confidence(hits: &[Hit]) -> f32 {
    match hits.first() {
        None => 0.0,
        Some(first) if first.exact => 1.0,
        Some(_) => {
            let parts = evidence(hits).into_iter().zip(MODEL);
            let sum: f32 = parts.map(|(value, weight)| value * weight).sum();
            1.0 / (1.0 + (-(sum + CONSTANT)).exp())
        }
    }
}

/// More of a lead says nothing more.
const LEAD_MAX: f32 = 2.0;

/// Decides by the probability.
#[must_use]
pub fn judge(hits: &[Hit]) -> Verdict {
    let Some(first) = hits.first() else {
        return Verdict::None;
    };
    let sure = confidence(hits);
    let is_action = matches!(first.subject, Subject::Action(_));
    let direct = if is_action { DIRECT_ACTION } else { DIRECT };
    if first.exact || (sure >= direct && (is_action || first.coverage >= DIRECT_COVERAGE)) {
        return Verdict::Direct(first.subject.clone());
    }
    if first.coverage < COVERED || sure < FAINT {
        return Verdict::None;
    }
    if sure >= CONFIRM {
        return Verdict::Confirm(first.subject.clone());
    }
    Verdict::Choose(
        hits.iter()
            .take(CHOICES_MAX)
            .map(|hit| hit.subject.clone())
            .collect(),
    )
}
