//! What a short question is about when it does not say so: "and the fee?" in the middle of a reservation for the
//! certificates is about their renewal, not about any other fee.
//!
//! The topics of the form, or else of the answer shown last, get a little ahead in the ranking. A question that names
//! its own subject, or is one of the reviewed wordings, is left as it is.

use chrono::NaiveDate;

use super::booking;
use super::dates::DayWish;
use super::decide::Desk;
use super::faq::{Corpus, Subject};
use super::heard::Heard;
use super::retrieval::normal::is_within;
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

/// How the entries begin that say when the counter is open.
const OPENING: &str = "counter-";

/// The one day whose opening is asked for: the calendar knows it better than any answer about days in general.
#[must_use]
pub fn asks_whether_open(heard: &Heard, verdict: &Verdict) -> Option<NaiveDate> {
    let Some(DayWish::On(day)) = heard.when.day else {
        return None;
    };
    let first = match verdict {
        Verdict::Direct(subject) | Verdict::Confirm(subject) => Some(subject),
        Verdict::Choose(subjects) => subjects.first(),
        Verdict::None => None,
    };
    let is_opening = matches!(first, Some(Subject::Entry(id))
        if id.as_str().starts_with(OPENING) && id.as_str() != "counter-location-floor");
    (is_opening && heard.when.time.is_none() && heard.procedures.is_empty()).then_some(day)
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
    if is_settled
        || is_exact
        || says_what
        || !is_within(&heard.text, SHORT_CHARS_MAX, SHORT_WORDS_MAX)
    {
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
