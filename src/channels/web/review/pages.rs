//! The pages for reviewing texts: values in, markup out.

use maud::{DOCTYPE, Markup, html};

use crate::app::review::KeptText;
use crate::channels::web::page::html_lang;
use crate::desk::language::Language;
use crate::library::difference::{Change, difference};
use crate::library::ledger::Record;
use crate::library::review::sight;
use crate::library::{Fault, Library, Role, Severity, State, TextFile};

/// The words of the page by their ids.
pub(super) type Words<'a> = dyn Fn(&str) -> String + 'a;

/// Somebody who has come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    pub name: String,
    pub role: Role,
    /// Whether they are at work, so that they can say that something has gone wrong.
    pub(super) may_raise: bool,
    /// The token of their session, and the key that their forms carry.
    pub(super) session: String,
    pub(super) key: String,
}

/// What a page says about what was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    Approved,
    Returned,
    Adopted,
    Drafted,
    Dismissed,
    CommentNeeded,
    Own,
    Author,
    Changed,
    Double,
    NotSubmitted,
    BuiltIn,
    Failed,
}

impl Notice {
    /// How an address names it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Notice::Approved => "approved",
            Notice::Returned => "returned",
            Notice::Adopted => "adopted",
            Notice::Drafted => "drafted",
            Notice::Dismissed => "dismissed",
            _ => "",
        }
    }

    /// Reads the name in an address; only what went well is told that way.
    #[must_use]
    pub fn read(id: &str) -> Option<Notice> {
        let good = [
            Notice::Approved,
            Notice::Returned,
            Notice::Adopted,
            Notice::Drafted,
            Notice::Dismissed,
        ];
        good.into_iter().find(|notice| notice.id() == id)
    }

    const fn words(self) -> &'static str {
        match self {
            Notice::Approved => "staff-review-done-approve",
            Notice::Returned => "staff-review-done-return",
            Notice::Adopted => "staff-review-done-adopt",
            Notice::Drafted => "staff-review-done-draft",
            Notice::Dismissed => "staff-review-done-dismiss",
            Notice::CommentNeeded => "staff-review-comment-needed",
            Notice::Own => "staff-review-own",
            Notice::Author => "staff-review-author",
            Notice::Changed => "staff-review-changed",
            Notice::Double => "staff-review-double",
            Notice::NotSubmitted => "staff-review-hand-in",
            Notice::BuiltIn => "staff-review-built-in",
            Notice::Failed => "staff-review-failed",
        }
    }

    fn markup(self, t: &Words<'_>) -> Markup {
        let kind = if self.id().is_empty() {
            "notice bad"
        } else {
            "notice good"
        };
        html! { p class=(kind) role="status" { (t(self.words())) } }
    }
}

/// The frame of every page.
pub(super) fn frame(
    t: &Words<'_>,
    title: &str,
    reviewer: Option<&Reviewer>,
    notice: Option<Notice>,
    content: &Markup,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) " | " (t("staff-review-title")) }
                link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/base.css";
                link rel="stylesheet" href="/assets/review.css";
            }
            body {
                a class="skip" href="#main" { (t("staff-review-skip")) }
                header {
                    div class="column" {
                        p class="title" { (t("staff-review-title")) }
                        @if let Some(reviewer) = reviewer {
                            nav aria-label=(t("staff-review-title")) {
                                a href="/review" { (t("staff-review-texts")) }
                                a href="/review/questions" { (t("staff-review-questions")) }
                                a href="/review/feedback" { (t("staff-review-feedback")) }
                            }
                            form method="post" action="/staff/leave" {
                                input type="hidden" name="key" value=(reviewer.key);
                                a href="/staff/password" title=(t("staff-door-password-title")) { (reviewer.name) }
                                button class="plain" { (t("staff-desk-leave")) }
                            }
                            @if reviewer.may_raise {
                                a class="alarm" href="/staff/incident" { (t("staff-incident-button")) }
                            }
                        }
                    }
                }
                main id="main" tabindex="-1" class="column" {
                    h1 { (title) }
                    @if let Some(notice) = notice { (notice.markup(t)) }
                    (content)
                }
            }
        }
    }
}

/// What waits.
pub(super) struct List<'a> {
    pub(super) reviewer: &'a Reviewer,
    pub(super) library: &'a Library,
    pub(super) languages: &'a [Language],
    pub(super) language: Option<Language>,
    pub(super) notice: Option<Notice>,
    pub(super) is_open: bool,
}

impl List<'_> {
    pub(super) fn markup(&self, t: &Words<'_>) -> Markup {
        let waiting: Vec<&TextFile> = self
            .library
            .texts
            .iter()
            .filter(|text| waits(text))
            .collect();
        let count = |language: Option<Language>| {
            waiting
                .iter()
                .filter(|text| language.is_none_or(|l| l == text.language))
                .count()
        };
        let shown: Vec<&&TextFile> = waiting
            .iter()
            .filter(|text| {
                self.language
                    .is_none_or(|language| language == text.language)
            })
            .collect();
        let content = html! {
            @if !self.is_open { p class="notice" { (t("staff-review-built-in")) } }
            ul class="filters" {
                (filter("", &t("staff-review-all-languages"), count(None), self.language.is_none()))
                @for language in self.languages {
                    @let is_here = self.language == Some(*language);
                    (filter(language.tag(), language.endonym(), count(Some(*language)), is_here))
                }
            }
            @if shown.is_empty() {
                p { (t("staff-review-none")) }
            } @else {
                table {
                    thead { tr {
                        th scope="col" { (t("staff-review-entry")) }
                        th scope="col" { (t("staff-review-language")) }
                        th scope="col" { (t("staff-review-state")) }
                        th scope="col" { (t("staff-review-written-by")) }
                    } }
                    tbody {
                        @for text in shown { (self.row(t, text)) }
                    }
                }
            }
        };
        frame(
            t,
            &t("staff-review-texts"),
            Some(self.reviewer),
            self.notice,
            &content,
        )
    }

    fn row(&self, t: &Words<'_>, text: &TextFile) -> Markup {
        let japanese = self.library.text(&text.entry, Language::Ja);
        let record = self
            .library
            .ledger
            .0
            .get(&(text.entry.clone(), text.language));
        let address = format!("/review/text/{}/{}", text.entry, text.language);
        html! { tr {
            td {
                a href=(address) { (japanese.map_or(text.question.as_str(), |ja| ja.question.as_str())) }
                span class="id" { (text.entry) }
            }
            td lang=(html_lang(text.language.tag())) { (text.language.endonym()) }
            td { (state_words(t, text)) }
            td { (record.map(Record::waits_from).unwrap_or_default()) }
        } }
    }
}

/// Whether there is something to decide.
fn waits(text: &TextFile) -> bool {
    !matches!(text.state, State::Approved { .. }) || !text.wordings_waiting.is_empty()
}

fn filter(tag: &str, name: &str, count: usize, is_here: bool) -> Markup {
    let address = if tag.is_empty() {
        "/review".to_owned()
    } else {
        format!("/review?language={tag}")
    };
    html! { li {
        a href=(address) lang=[(!tag.is_empty()).then(|| html_lang(tag))]
            aria-current=[is_here.then_some("page")] { (name) " " span class="count" { (count) } }
    } }
}

fn state_words(t: &Words<'_>, text: &TextFile) -> String {
    t(match &text.state {
        State::Waiting { .. } => "staff-review-waiting",
        State::Returned { .. } => "staff-review-returned",
        State::Stale => "staff-review-stale",
        State::NotSubmitted => "staff-review-not-submitted",
        State::Approved { .. } if text.wordings_waiting.is_empty() => "staff-review-approved",
        State::Approved { .. } => "staff-review-new-wordings",
    })
}

/// One text, beside the Japanese it was made from.
pub(super) struct TextPage<'a> {
    pub(super) reviewer: &'a Reviewer,
    pub(super) text: &'a TextFile,
    pub(super) original: Option<&'a TextFile>,
    pub(super) record: Option<&'a Record>,
    pub(super) old: Option<&'a KeptText>,
    pub(super) faults: Vec<Fault>,
    pub(super) notice: Option<Notice>,
    pub(super) is_open: bool,
}

impl TextPage<'_> {
    pub(super) fn markup(&self, t: &Words<'_>) -> Markup {
        let text = self.text;
        let original = self.original.filter(|_| text.language != Language::Ja);
        let content = html! {
            p class="state" {
                (state_words(t, text)) " · "
                span lang=(html_lang(text.language.tag())) { (text.language.endonym()) } " · "
                span class="id" { (text.entry) }
                @if let Some(record) = self.record {
                    " · " (t("staff-review-written-by")) " " (record.waits_from()) " " (record.written_on)
                }
            }
            @if let State::Returned { by, on, comment } = &text.state {
                p class="notice" { (by) " " (on) "：" (comment) }
            }
            div class={ "sides" @if original.is_some() { " two" } } {
                @if let Some(original) = original { (side(t, &t("staff-review-japanese"), original)) }
                (side(t, &t(if original.is_some() { "staff-review-translation" } else { "staff-review-japanese" }), text))
            }
            @if self.is_translation_as_it_was() {
                p class="notice" { (t("staff-review-japanese-changed")) }
            }
            (self.difference(t))
            (self.checks(t))
            (self.decision(t))
        };
        let title = self
            .original
            .map_or(text.question.as_str(), |ja| ja.question.as_str());
        frame(t, title, Some(self.reviewer), self.notice, &content)
    }

    /// Whether the text waits only because its Japanese has changed since it was approved.
    fn is_translation_as_it_was(&self) -> bool {
        let last = self.record.and_then(|record| record.last_approved.as_ref());
        let waits = matches!(self.text.state, State::Waiting { .. } | State::Stale);
        waits && last == Some(&self.text.hash) && self.text.language != Language::Ja
    }

    /// What is different from what was approved last.
    fn difference(&self, t: &Words<'_>) -> Markup {
        let text = self.text;
        let was_approved = self
            .record
            .is_some_and(|record| record.last_approved.is_some());
        html! {
            section aria-labelledby="difference" {
                h2 id="difference" { (t("staff-review-difference")) }
                @match self.old {
                    Some(old) => {
                        p class="hint" { (t("staff-review-added")) }
                        (parts(t, "staff-review-question", &old.question, &text.question, text.language))
                        (parts(t, "staff-review-answer", &old.body, &text.body, text.language))
                        (parts(t, "staff-review-spoken", &old.spoken, text.spoken.as_deref().unwrap_or(""), text.language))
                    }
                    None if was_approved => p { (t("staff-review-no-difference")) },
                    None => p { (t("staff-review-first-time")) },
                }
            }
        }
    }

    fn checks(&self, t: &Words<'_>) -> Markup {
        html! {
            section aria-labelledby="faults" {
                h2 id="faults" { (t("staff-review-faults")) }
                @if self.faults.is_empty() {
                    p { (t("staff-review-no-faults")) }
                } @else {
                    ul class="faults" {
                        @for fault in &self.faults {
                            li class=[(fault.severity == Severity::Error).then_some("bad")] lang="en" {
                                (fault.line) ": " (fault.what)
                            }
                        }
                    }
                }
            }
        }
    }

    fn decision(&self, t: &Words<'_>) -> Markup {
        let is_own = self
            .record
            .is_some_and(|record| record.is_of(&self.reviewer.name));
        html! {
            @if !self.is_open {
                p class="notice" { (t("staff-review-built-in")) }
            } @else if self.reviewer.role != Role::CityReviewer {
                p class="notice" { (t("staff-review-author")) }
            } @else if is_own {
                p class="notice" { (t("staff-review-own")) }
            } @else {
                form class="decision" method="post" {
                    input type="hidden" name="key" value=(self.reviewer.key);
                    input type="hidden" name="seen" value=(sight(self.text));
                    div {
                        label for="comment" { (t("staff-review-comment")) }
                        textarea id="comment" name="comment" rows="3" {}
                    }
                    div class="buttons" {
                        button class="solid" name="say" value="approve" { (t("staff-review-approve")) }
                        button class="outline" name="say" value="return" { (t("staff-review-return")) }
                    }
                }
            }
        }
    }
}

/// A text as it will be read.
fn side(t: &Words<'_>, title: &str, text: &TextFile) -> Markup {
    let language = html_lang(text.language.tag());
    html! {
        section class="side" {
            h2 { (title) }
            div lang=(language) {
                p class="question" { (text.question) }
                @if !text.body.is_empty() { p class="answer" { (text.body) } }
            }
            @if let Some(spoken) = &text.spoken {
                h3 { (t("staff-review-spoken")) }
                p lang=(language) { (spoken) }
            }
            h3 { (t("staff-review-rest")) }
            pre class="front" lang="en" { (text.rest_of_front()) }
            h3 { (t("staff-review-wordings")) }
            ul class="wordings" lang=(language) {
                @for wording in &text.wordings {
                    @let is_new = text.wordings_waiting.contains(wording);
                    li class=[is_new.then_some("new")] {
                        (wording)
                        @if is_new { " " span class="tag" lang="ja" { (t("staff-review-new-wordings")) } }
                    }
                }
            }
        }
    }
}

/// The differences in one field; nothing where there are none.
fn parts(t: &Words<'_>, name: &str, old: &str, new: &str, language: Language) -> Markup {
    html! {
        @if old.trim() != new.trim() {
            h3 { (t(name)) }
            p class="difference" lang=(html_lang(language.tag())) {
                @for part in difference(old, new, language) {
                    @match part.change {
                        Change::Same => (part.text),
                        Change::Added => ins { (part.text) },
                        Change::Removed => del { (part.text) },
                    }
                }
            }
        }
    }
}
