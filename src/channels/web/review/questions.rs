//! The questions that the answers did not settle, grouped by likeness: how often, when, and what was near. One touch
//! makes a wording or a draft of a group.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::pages::{Notice, Reviewer, Words, frame};
use crate::app::review::KeptMiss;
use crate::channels::web::page::html_lang;
use crate::desk::faq::{Action, Corpus, EntryId};
use crate::desk::feedback::Reason;
use crate::desk::feedback::tally::OfEntry;
use crate::desk::language::Language;
use crate::desk::likeness::groups;
use crate::desk::rules::civil;
use crate::desk::view::MissKind;

/// So many groups are shown on one page; the largest come first.
const GROUPS_MAX: usize = 60;
/// So many ways to ask of one group are shown.
const EXAMPLES_MAX: usize = 6;
/// The weeks of the small plot.
const WEEKS: usize = 5;

/// The page.
pub(super) struct Page<'a> {
    pub(super) reviewer: &'a Reviewer,
    pub(super) misses: &'a [KeptMiss],
    pub(super) corpus: &'a Corpus,
    /// What was said about the answers, for the reasons.
    pub(super) ratings: &'a [OfEntry],
    pub(super) reason: &'a dyn Fn(Reason) -> String,
    pub(super) now: DateTime<Utc>,
    pub(super) notice: Option<Notice>,
    pub(super) is_open: bool,
}

/// Questions that are one need.
struct Group<'a> {
    misses: Vec<&'a KeptMiss>,
}

impl Group<'_> {
    fn first(&self) -> DateTime<Utc> {
        self.misses
            .iter()
            .map(|miss| miss.at)
            .min()
            .unwrap_or_default()
    }

    fn last(&self) -> DateTime<Utc> {
        self.misses
            .iter()
            .map(|miss| miss.at)
            .max()
            .unwrap_or_default()
    }

    fn ids(&self) -> String {
        let ids: Vec<String> = self.misses.iter().map(|miss| miss.id.to_string()).collect();
        ids.join(",")
    }

    /// How often in each of the last weeks, the newest last.
    fn weeks(&self, now: DateTime<Utc>) -> [usize; WEEKS] {
        let mut weeks = [0; WEEKS];
        for miss in &self.misses {
            let ago = usize::try_from((now - miss.at).num_days() / 7).unwrap_or(0);
            if let Some(week) = WEEKS.checked_sub(ago + 1).and_then(|at| weeks.get_mut(at)) {
                *week += 1;
            }
        }
        weeks
    }

    /// What was near to any of them, the nearest first.
    fn nearest(&self) -> Vec<(&str, u16)> {
        let mut near: Vec<(&str, u16)> = Vec::new();
        for (name, likeness) in self.misses.iter().flat_map(|miss| &miss.missed.nearest) {
            match near.iter_mut().find(|(known, _)| known == name) {
                Some((_, best)) => *best = (*best).max(*likeness),
                None => near.push((name, *likeness)),
            }
        }
        near.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        near.truncate(3);
        near
    }
}

impl Page<'_> {
    pub(super) fn markup(&self, t: &Words<'_>) -> Markup {
        let texts: Vec<(Language, &str)> = self
            .misses
            .iter()
            .map(|miss| (miss.language, miss.missed.text.as_str()))
            .collect();
        let found = groups(&texts).into_iter().take(GROUPS_MAX);
        let found = found.map(|group| Group {
            misses: group.into_iter().map(|at| &self.misses[at]).collect(),
        });
        let content = html! {
            @if !self.is_open { p class="notice" { (t("staff-review-built-in")) } }
            @if self.misses.is_empty() {
                p { (t("staff-review-no-questions")) }
            }
            datalist id="entries" {
                @for (id, entry) in self.corpus.entries() {
                    option value=(id) { (entry.title(Language::Ja)) }
                }
            }
            ol class="groups" {
                @for (number, group) in found.enumerate() { (self.group(t, number, &group)) }
            }
        };
        let title = t("staff-review-questions");
        frame(t, &title, Some(self.reviewer), self.notice, &content)
    }

    fn group(&self, t: &Words<'_>, number: usize, group: &Group<'_>) -> Markup {
        let newest = group.misses[0];
        let language = html_lang(newest.language.tag());
        let mut shown: Vec<&str> = group
            .misses
            .iter()
            .map(|m| m.missed.text.as_str())
            .collect();
        shown.dedup();
        html! { li {
            div class="facts" {
                p class="times" { (group.misses.len()) (t("staff-review-times")) }
                (plot(t, group.weeks(self.now)))
                p { (newest.language.endonym()) }
                p { (t("staff-review-first")) " " (day(group.first())) }
                p { (t("staff-review-last")) " " (day(group.last())) }
                @for kind in [MissKind::NoAnswer, MissKind::NoneOfThese, MissKind::Unhelpful] {
                    @let count = group.misses.iter().filter(|m| m.missed.kind == kind).count();
                    @if count > 0 { p { (t(kind_words(kind))) " " (count) } }
                }
            }
            div class="need" {
                ul class="examples" lang=(language) {
                    @for text in shown.iter().take(EXAMPLES_MAX) {
                        @if text.is_empty() {
                            li class="hint" lang="ja" { (t("staff-review-unnamed")) }
                        } @else { li { (text) } }
                    }
                }
                (self.about(group))
                (self.form(t, number, group, newest))
            }
        } }
    }

    /// The answers that did not help, with the reasons that were picked in the last year.
    fn about(&self, group: &Group<'_>) -> Markup {
        let mut about: Vec<&EntryId> = group
            .misses
            .iter()
            .filter_map(|m| m.missed.about.as_ref())
            .collect();
        about.sort_unstable();
        about.dedup();
        html! { @for entry in about {
            p class="about" {
                "👎 " (self.title(entry.as_str()))
                @let reasons = self.reasons(entry);
                @if !reasons.is_empty() { " " span class="hint" { (reasons) } }
            }
        } }
    }

    fn reasons(&self, entry: &EntryId) -> String {
        let found = self.ratings.iter().find(|of| of.entry == entry.as_str());
        let reasons = found.map(|of| of.all.by_number()).unwrap_or_default();
        let parts = reasons
            .iter()
            .map(|(r, n)| format!("{} {n}", (self.reason)(*r)));
        parts.collect::<Vec<_>>().join("・")
    }

    fn form(&self, t: &Words<'_>, number: usize, group: &Group<'_>, newest: &KeptMiss) -> Markup {
        let wording = format!("wording-{number}");
        let other = format!("other-{number}");
        html! {
            form method="post" action="/review/questions" {
                input type="hidden" name="key" value=(self.reviewer.key);
                input type="hidden" name="misses" value=(group.ids());
                input type="hidden" name="language" value=(newest.language.tag());
                @if self.is_open {
                    label for=(wording) { (t("staff-review-wording")) }
                    input id=(wording) name="wording" value=(newest.missed.text)
                        lang=(html_lang(newest.language.tag()));
                    p class="hint" { (t("staff-review-nearest")) }
                    ul class="near" {
                        @for (name, likeness) in group.nearest() {
                            li {
                                button class="outline" name="say" value={ "adopt:" (name) } {
                                    "「" (self.title(name)) "」" (t("staff-review-adopt"))
                                }
                                span class="hint" { (t("staff-review-likeness")) " " (likeness / 10) "%" }
                            }
                        }
                    }
                    div class="other" {
                        label for=(other) { (t("staff-review-other-entry")) }
                        input id=(other) name="entry" autocomplete="off" list="entries";
                        button class="outline" name="say" value="adopt-other" { (t("staff-review-adopt-other")) }
                    }
                }
                div class="buttons" {
                    @if self.is_open {
                        button class="outline" name="say" value="draft" { (t("staff-review-draft")) }
                    }
                    button class="plain" name="say" value="dismiss" { (t("staff-review-dismiss")) }
                }
            }
        }
    }

    fn title(&self, name: &str) -> String {
        let entry = match name.strip_prefix("action:") {
            Some(action) => Action::from_id(action).and_then(|action| self.corpus.action(action)),
            None => EntryId::read(name).and_then(|id| self.corpus.entry(&id)),
        };
        entry.map_or_else(
            || name.to_owned(),
            |entry| entry.title(Language::Ja).to_owned(),
        )
    }
}

const fn kind_words(kind: MissKind) -> &'static str {
    match kind {
        MissKind::NoAnswer => "staff-review-kind-no-answer",
        MissKind::NoneOfThese => "staff-review-kind-none-of-these",
        MissKind::Unhelpful => "staff-review-kind-unhelpful",
    }
}

fn day(at: DateTime<Utc>) -> String {
    civil(at).format("%Y-%m-%d %H:%M").to_string()
}

/// A bar for each week; the numbers stand in the words that screen readers read.
fn plot(t: &Words<'_>, weeks: [usize; WEEKS]) -> Markup {
    let most = weeks.iter().copied().max().unwrap_or(0).max(1);
    let numbers = weeks.map(|n| n.to_string()).join(", ");
    let label = format!("{}: {numbers}", t("staff-review-weeks"));
    html! {
        svg class="weeks" viewBox="0 0 50 24" role="img" aria-label=(label) {
            @for (at, count) in weeks.iter().enumerate() {
                @let height = 22 * count / most;
                rect x=(at * 10 + 1) y=(23 - height) width="8" height=(height + 1) {}
            }
        }
    }
}
