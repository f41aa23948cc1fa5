//! What to do with a ranking: answer, ask back, offer a choice, or say honestly that there is no answer.
//!
//! The decision is by a calibrated probability that the first hit is right: a logistic model of the lead over the
//! second and third hit, of the likeness to the nearest wording, and of how much of the question is explained. It was
//! fitted on `tests/retrieval/questions.tsv`, written by people who had not seen the wordings, with the questions for
//! other offices as wrong ones; `tests/retrieval.rs` holds what it promises.

use super::index::Hit;
use crate::desk::faq::{EntryId, Subject};

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
/// … and is at least so like a wording that somebody asked it with.
const NEAR: f32 = 0.2;
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
    let is_near = first.similarity >= NEAR && first.coverage >= DIRECT_COVERAGE;
    if first.exact || (sure >= direct && (is_action || is_near)) {
        return Verdict::Direct(first.subject.clone());
    }
    if first.coverage < COVERED || sure < FAINT {
        return Verdict::None;
    }
    if sure >= CONFIRM && first.similarity >= NEAR {
        return Verdict::Confirm(first.subject.clone());
    }
    Verdict::Choose(
        hits.iter()
            .take(CHOICES_MAX)
            .map(|hit| hit.subject.clone())
            .collect(),
    )
}

/// Offers entries that were found in another way beside what the ranking came to: after its own, as far as
/// there is room, and never as an answer. What the ranking is sure of stays as it is.
#[must_use]
pub fn widen(verdict: &Verdict, more: &[EntryId]) -> Verdict {
    let mut subjects = match verdict {
        Verdict::Direct(_) | Verdict::Confirm(_) => return verdict.clone(),
        Verdict::Choose(subjects) => subjects.clone(),
        Verdict::None => Vec::new(),
    };
    for entry in more {
        let subject = Subject::Entry(entry.clone());
        if subjects.len() < CHOICES_MAX && !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    match (verdict, &subjects[..]) {
        (_, []) => verdict.clone(),
        (Verdict::None, [only]) => Verdict::Confirm(only.clone()),
        _ => Verdict::Choose(subjects),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::faq::Action;

    fn entry(id: &str) -> EntryId {
        EntryId::read(id).unwrap()
    }

    fn subject(id: &str) -> Subject {
        Action::from_id(id).map_or_else(|| Subject::Entry(entry(id)), Subject::Action)
    }

    fn choose(ids: &[&str]) -> Verdict {
        Verdict::Choose(ids.iter().map(|id| subject(id)).collect())
    }

    #[test]
    fn more_candidates_stand_after_the_rankings_own_and_are_never_an_answer() {
        let check = |verdict: Verdict, more: &[&str], expected: Verdict| {
            let more: Vec<EntryId> = more.iter().map(|id| entry(id)).collect();
            assert_eq!(widen(&verdict, &more), expected, "{verdict:?} and {more:?}");
        };
        check(Verdict::None, &[], Verdict::None);
        let parking = Verdict::Confirm(subject("parking"));
        check(Verdict::None, &["parking"], parking.clone());
        check(Verdict::None, &["parking", "parking"], parking.clone());
        check(Verdict::None, &["b", "a"], choose(&["b", "a"]));
        check(
            Verdict::None,
            &["a", "b", "c", "d"],
            choose(&["a", "b", "c"]),
        );
        check(choose(&["z", "y"]), &[], choose(&["z", "y"]));
        check(choose(&["z", "y"]), &["a", "b"], choose(&["z", "y", "a"]));
        check(choose(&["z", "y"]), &["y", "a"], choose(&["z", "y", "a"]));
        check(choose(&["z"]), &["z"], choose(&["z"]));
        check(choose(&["book"]), &["a"], choose(&["book", "a"]));
        check(choose(&["x", "y", "z"]), &["a"], choose(&["x", "y", "z"]));
        check(parking.clone(), &["a"], parking);
        let direct = Verdict::Direct(subject("book"));
        check(direct.clone(), &["a"], direct);
    }
}
