//! What a short question is about when it does not say so: "and the fee?" in the middle of a reservation for the
//! certificates is about their renewal, not about any other fee.
//!
//! The topics of the form, or else of the answer shown last, get a little ahead in the ranking. A question that names
//! its own subject, or is one of the reviewed wordings, is left as it is.

use super::booking;
use super::decide::Desk;
use super::faq::{Corpus, Subject};
use super::heard::Heard;
use super::retrieval::normal::{is_unspaced, normalize};
use super::retrieval::{Verdict, confidence, judge};
use super::talk::{Dialogue, Talk};

/// How far ahead topics of the form get, and those of the answer shown last, in the units of a hit's score.
const FORM_LEAD: f32 = 1.5;
const ANSWER_LEAD: f32 = 0.6;
/// A question with more letters or words than these says itself what it is about.
const SHORT_CHARS_MAX: usize = 14;
const SHORT_WORDS_MAX: usize = 5;

/// Of what is said in a form at least so much must be known for it to be taken for a question.
const KNOWN_COVERAGE: f32 = 0.6;
/// While a clerk is waited for, what is less sure than this is a word to the clerk.
const UNSURE: f32 = 0.6;

/// Something that the search knows little of, said where something else is expected: in the middle of a form, or while
/// a case waits for a clerk.
#[must_use]
pub fn is_hardly_a_question(desk: &Desk<'_>) -> bool {
    let heard = desk.heard;
    let first = heard.hits.first();
    let is_unknown = first.is_none_or(|hit| hit.coverage < KNOWN_COVERAGE);
    let in_form = booking::is_under_way(desk) && !heard.is_question;
    let is_unsure = confidence(&heard.hits) < UNSURE;
    (in_form && is_unknown) || (desk.view.case.is_some() && is_unsure)
}

/// What a message comes to in this conversation.
#[must_use]
pub fn understood(heard: &Heard, talk: &Talk, corpus: &Corpus) -> Verdict {
    let verdict = heard.understood();
    let is_settled = match &verdict {
        Verdict::Direct(Subject::Action(_)) | Verdict::None => true,
        Verdict::Direct(_) | Verdict::Confirm(_) | Verdict::Choose(_) => false,
    };
    let is_exact = heard.hits.first().is_some_and(|hit| hit.exact);
    let says_what = !heard.procedures.is_empty() || heard.risk.is_some();
    if is_settled || is_exact || says_what || !is_short(&heard.text) {
        return verdict;
    }
    let (categories, lead) = about(talk, corpus);
    let mut hits = heard.hits.clone();
    for hit in &mut hits {
        let entry = match &hit.subject {
            Subject::Entry(id) => corpus.entry(id),
            Subject::Action(_) => None,
        };
        if entry.is_some_and(|entry| categories.contains(&entry.category.as_str())) {
            hit.score += lead;
        }
    }
    // A stable sort: equals keep the order of the search.
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    let is_same = match (hits.first(), heard.hits.first()) {
        (Some(now), Some(before)) => now.subject == before.subject,
        _ => true,
    };
    if is_same { verdict } else { judge(&hits) }
}

/// The categories that the conversation is about, and how much that says.
fn about<'a>(talk: &Talk, corpus: &'a Corpus) -> (Vec<&'a str>, f32) {
    if let Dialogue::Booking(form) = &talk.dialogue
        && !form.procedures.is_empty()
    {
        let categories = form.procedures.iter().flat_map(|p| p.categories());
        return (categories.copied().collect(), FORM_LEAD);
    }
    let last = talk.shown.last().and_then(|id| corpus.entry(id));
    let category = last.map(|entry| entry.category.as_str());
    (category.into_iter().collect(), ANSWER_LEAD)
}

fn is_short(text: &str) -> bool {
    let normal = normalize(text);
    if normal.chars().any(is_unspaced) {
        normal.chars().filter(|c| *c != ' ').count() <= SHORT_CHARS_MAX
    } else {
        normal.split(' ').count() <= SHORT_WORDS_MAX
    }
}
