//! What people said with one tap: about each answer, and about visits and cases by week and office. Values in, markup out.

use maud::{Markup, html};

use super::pages::Words;
use crate::desk::faq::{Corpus, EntryId};
use crate::desk::feedback::tally::{OfEntry, OfWeek, Sum, Tally};
use crate::desk::feedback::{Kind, Reason};
use crate::desk::language::Language;
use crate::desk::rules::OfficeId;

/// So many weeks and offices are shown; the file holds all of them.
const WEEKS_MAX: usize = 24;

/// Names that the desk knows.
pub(super) struct Names<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) office: &'a dyn Fn(&OfficeId) -> String,
    pub(super) reason: &'a dyn Fn(Reason) -> String,
}

impl Names<'_> {
    fn entry(&self, id: &str) -> String {
        let entry = EntryId::read(id).and_then(|id| self.corpus.entry(&id));
        entry.map_or_else(|| id.to_owned(), |e| e.title(Language::Ja).to_owned())
    }

    fn office(&self, id: Option<&OfficeId>) -> String {
        id.map(|id| (self.office)(id)).unwrap_or_default()
    }

    /// "Out of date 2・Something else 1".
    pub(super) fn reasons(&self, sum: &Sum) -> String {
        let reasons = sum.by_number().into_iter();
        let parts: Vec<String> = reasons
            .map(|(reason, n)| format!("{} {n}", (self.reason)(reason)))
            .collect();
        parts.join("・")
    }
}

/// The page.
pub(super) struct Page<'a> {
    /// Where the same can be had for spreadsheets.
    pub(super) file: &'a str,
    /// Whether whoever looks may open the texts as well.
    pub(super) may_read: bool,
    pub(super) names: &'a Names<'a>,
    pub(super) entries: &'a [OfEntry],
    pub(super) visits: &'a [OfWeek],
    pub(super) cases: &'a [OfWeek],
}

impl Page<'_> {
    /// The page without its frame.
    pub(super) fn markup(&self, t: &Words<'_>) -> Markup {
        html! {
            p { (t("staff-review-feedback-note")) }
            p { a href=(self.file) download="" { (t("staff-review-feedback-csv")) } }
            h2 id="answers" { (t("staff-review-feedback-answers")) }
            @if self.entries.is_empty() {
                p { (t("staff-review-feedback-none")) }
            } @else {
                (self.answers(t))
            }
            h2 id="visits" { (t("staff-review-feedback-visits")) }
            (self.weeks(t, "visits", self.visits))
            h2 id="cases" { (t("staff-review-feedback-cases")) }
            (self.weeks(t, "cases", self.cases))
        }
    }

    fn answers(&self, t: &Words<'_>) -> Markup {
        html! {
            div class="wide" role="region" tabindex="0" aria-labelledby="answers" {
                table class="voices" {
                    thead { tr {
                        th scope="col" { (t("staff-review-entry")) }
                        (counts(t))
                        th scope="col" { (t("staff-review-feedback-share")) }
                        th scope="col" { (t("staff-review-feedback-reasons")) }
                        th scope="col" { (t("staff-review-language")) }
                        th scope="col" { (t("staff-review-feedback-recent")) }
                        th scope="col" { (t("staff-review-feedback-before")) }
                    } }
                    tbody { @for of in self.entries { (self.answer(of)) } }
                }
            }
        }
    }

    fn answer(&self, of: &OfEntry) -> Markup {
        html! { tr {
            th scope="row" {
                @if self.may_read {
                    a href={ "/review/text/" (of.entry) "/ja" } { (self.names.entry(&of.entry)) }
                } @else {
                    (self.names.entry(&of.entry))
                }
            }
            td { (of.all.good) }
            td { (of.all.bad) }
            td { @if let Some(percent) = of.all.good_percent() { (percent) "%" } }
            td { (self.names.reasons(&of.all)) }
            td { ul {
                @for (language, sum) in &of.languages { li { (language.endonym()) " " (both(sum)) } }
            } }
            td { (both(&of.recent)) }
            td { (both(&of.before)) }
        } }
    }

    fn weeks(&self, t: &Words<'_>, id: &str, weeks: &[OfWeek]) -> Markup {
        html! {
            @if weeks.is_empty() {
                p { (t("staff-review-feedback-none")) }
            } @else {
                div class="wide" role="region" tabindex="0" aria-labelledby=(id) {
                    table class="voices" {
                        thead { tr {
                            th scope="col" { (t("staff-review-feedback-week")) }
                            th scope="col" { (t("staff-review-feedback-office")) }
                            (counts(t))
                            th scope="col" { (t("staff-review-feedback-share")) }
                            th scope="col" { (t("staff-review-feedback-reasons")) }
                        } }
                        tbody { @for of in weeks.iter().take(WEEKS_MAX) { tr {
                            th scope="row" { (of.week) }
                            td { (self.names.office(of.office.as_ref())) }
                            td { (of.sum.good) }
                            td { (of.sum.bad) }
                            td { @if let Some(percent) = of.sum.good_percent() { (percent) "%" } }
                            td { (self.names.reasons(&of.sum)) }
                        } } }
                    }
                }
            }
        }
    }
}

fn counts(t: &Words<'_>) -> Markup {
    html! {
        th scope="col" { (t("staff-review-feedback-good")) }
        th scope="col" { (t("staff-review-feedback-bad")) }
    }
}

/// Both numbers.
fn both(sum: &Sum) -> String {
    format!("👍 {} 👎 {}", sum.good, sum.bad)
}

/// The rows of the file, the head first: one for each kind of word in each week.
pub(super) fn rows(t: &Words<'_>, names: &Names<'_>, tallies: &[Tally]) -> Vec<Vec<String>> {
    let head = [
        "staff-review-feedback-week",
        "staff-review-feedback-kind",
        "staff-review-entry",
        "staff-review-question",
        "staff-review-feedback-office",
        "staff-review-language",
        "staff-review-feedback-verdict",
        "staff-review-feedback-reasons",
        "staff-review-feedback-count",
    ];
    let head = head.iter().map(|id| t(id)).collect();
    let row = |tally: &Tally| {
        let title = match tally.kind {
            Kind::Answer => names.entry(&tally.entry),
            Kind::Visit | Kind::Case => String::new(),
        };
        let reason = tally.verdict.reason().map(|reason| (names.reason)(reason));
        let verdict = if tally.verdict.is_good() {
            "staff-review-feedback-good"
        } else {
            "staff-review-feedback-bad"
        };
        vec![
            tally.week.to_string(),
            t(kind_words(tally.kind)),
            tally.entry.clone(),
            title,
            names.office(tally.office.as_ref()),
            tally.language.endonym().to_owned(),
            t(verdict),
            reason.unwrap_or_default(),
            tally.count.to_string(),
        ]
    };
    std::iter::once(head)
        .chain(tallies.iter().map(row))
        .collect()
}

const fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Answer => "staff-review-feedback-kind-answer",
        Kind::Visit => "staff-review-feedback-kind-visit",
        Kind::Case => "staff-review-feedback-kind-case",
    }
}
