//! How the page of a case shows what helps to answer: reviewed answers that are looked for, sentences that are ready, and
//! what a machine has translated, always labelled as such and never in the place of the words themselves.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::inbox::{View, address};
use super::inbox_aids::{FIND_CHARS_MAX, Picked, ReadLine, Shown};
use super::inbox_case::Sheet;
use super::inbox_list::{code, when};
use super::{Fields, blocks, pages, terms};
use crate::channels::web::page::html_lang;
use crate::desk::canned::{Blank, Canned, Fault};
use crate::desk::documents::Item;
use crate::desk::draft::{Draft, Refusal};
use crate::desk::language::Language;
use crate::desk::protect::Difference;
use crate::desk::rights::Right;
use crate::desk::slots::COUNTERS_MAX;

/// A sentence tells of no longer wait than this.
const MINUTES_MAX: u16 = 240;

impl Sheet {
    /// Whether the citizen reads no Japanese, so far as is known.
    pub(super) fn is_foreign(&self) -> bool {
        !matches!(self.language(), Language::Ja | Language::Easy)
    }

    fn aid_at(&self, place: &str) -> String {
        format!("{}/aid#{place}", address(self.case().id))
    }

    fn hidden_aid(&self, view: &View<'_>, what: &str) -> Markup {
        pages::hidden(&[("key", view.key.to_owned()), ("what", what.to_owned())])
    }

    // The citizen's words in Japanese.

    /// The small button below a line in another language.
    pub(super) fn read_button(&self, view: &View<'_>, at: DateTime<Utc>) -> Markup {
        html! {
            @if self.is_foreign() && view.web.app.translates() {
                form method="post" action=(self.aid_at("reading")) class="read" {
                    (self.hidden_aid(view, "read"))
                    input type="hidden" name="line" value=(at.timestamp_millis());
                    button class="small" id={ "read-" (at.timestamp_millis()) } {
                        ((view.t)("staff-inbox-read")) span class="hidden" { " " (when(at, self.now)) }
                    }
                }
            }
        }
    }

    /// What a machine makes of a line. It stands beside the conversation and is gone with the page.
    pub(super) fn reading(&self, view: &View<'_>, shown: &Shown) -> Markup {
        html! {
            @if let Some(line) = &shown.reading {
                section id="reading" class="machine" tabindex="-1" aria-labelledby="reading-title" {
                    (self.read_line(view, line))
                }
            }
        }
    }

    fn read_line(&self, view: &View<'_>, line: &ReadLine) -> Markup {
        let app = &view.web.app;
        let labels = app.translation_labels(self.language());
        html! {
            h3 id="reading-title" { span class="machine-mark" { (labels.label) } " " (labels.reading) }
            p class="who" { ((view.t)("staff-inbox-citizen")) " " time { (when(line.at, self.now)) } }
            @match &line.reading {
                Err(refusal) => { p class="notice bad" role="alert" { (app.translation_refusal(*refusal)) } },
                Ok(reading) => {
                    div class="beside" {
                        div {
                            h4 { (labels.original) }
                            p class="text" { bdi lang=(html_lang(self.language().tag())) { (line.text) } }
                        }
                        div { h4 { (labels.label) } p class="text" { bdi { (reading.translated) } } }
                    }
                    @if !reading.differences.is_empty() {
                        div class="notice bad" role="alert" {
                            p { (labels.reading_differs) }
                            (differences(view, &reading.differences))
                        }
                    }
                },
            }
        }
    }

    // A reply with its translation.

    pub(super) fn drafted(&self, view: &View<'_>, shown: &Shown) -> Markup {
        html! {
            @if let Some(draft) = &shown.draft {
                div id="draft" class="machine" tabindex="-1" role="group" aria-labelledby="draft-title" {
                    (self.draft(view, shown, draft))
                }
            }
        }
    }

    fn draft(
        &self,
        view: &View<'_>,
        shown: &Shown,
        draft: &Result<(String, Draft), Refusal>,
    ) -> Markup {
        let app = &view.web.app;
        let labels = app.translation_labels(self.language());
        html! {
            h3 id="draft-title" { span class="machine-mark" { (labels.label) } }
            @match draft {
                Err(refusal) => { p class="notice bad" role="alert" { (app.translation_refusal(*refusal)) } },
                Ok((id, draft)) => {
                    h4 { (labels.original) }
                    p class="text" { (draft.source) }
                    h4 { (labels.to) }
                    p class="text" { bdi lang=(html_lang(draft.to.tag())) { (draft.translated) } }
                    h4 { (labels.back) }
                    p class="text" { (draft.back) }
                    @if draft.may_be_sent() {
                        p class="hint" { (labels.check) }
                        form method="post" action={ (address(self.case().id)) "/send" } {
                            (self.hidden_aid(view, "draft"))
                            (pages::hidden(&[("draft", id.clone()), ("text", shown.reply.clone())]))
                            button class="solid" id="send-draft" { ((view.t)("staff-inbox-draft-send")) }
                        }
                    } @else {
                        div class="notice bad" role="alert" {
                            p { strong { (labels.blocked) } }
                            (differences(view, &draft.differences))
                            p { (labels.blocked_mend) }
                        }
                    }
                },
            }
        }
    }

    // Reviewed answers.

    pub(super) fn finding(&self, view: &View<'_>, shown: &Shown) -> Markup {
        let t = view.t;
        let id = self.case().id;
        let asked = shown.find.trim();
        let found = view.web.app.find_answers(asked);
        let found: Vec<_> = found
            .iter()
            .map(|entry| view.web.app.suggestion(id, entry, self.language()))
            .collect();
        html! {
            form id="find" method="post" action=(self.aid_at("find")) class="place" {
                (self.hidden_aid(view, "find"))
                label for="find-words" { (t("staff-inbox-find")) }
                input id="find-words" name="find" type="search" value=(shown.find) maxlength=(FIND_CHARS_MAX) required;
                button id="find-do" { (t("staff-inbox-find-do")) }
            }
            @if !asked.is_empty() {
                p role="status" {
                    @if found.is_empty() {
                        (t("staff-inbox-find-none"))
                    } @else {
                        (view.say_count("staff-inbox-find-count", found.len()))
                    }
                }
            }
            @for answer in &found { (self.suggestion(view, "found", answer)) }
        }
    }

    // The sentences that are ready.

    pub(super) fn canned(&self, view: &View<'_>, shown: &Shown) -> Markup {
        let labels = view.web.app.canned_labels();
        let picked = shown.canned.as_ref();
        html! {
            details id="canned" open[picked.is_some()] {
                summary { (labels.title) }
                (self.picker(view, picked))
                @if let Some(picked) = picked { (self.picked(view, picked)) }
            }
        }
    }

    /// The sentences by their groups. Picking one is an address: it changes nothing, and can be gone back from.
    fn picker(&self, view: &View<'_>, picked: Option<&Picked>) -> Markup {
        let app = &view.web.app;
        let labels = app.canned_labels();
        let groups = app.canned_forms().unwrap_or_default();
        let is_picked = |id: &str| picked.is_some_and(|picked| picked.form.id == id);
        html! {
            form id="canned-pick" method="get" action={ (address(self.case().id)) "#canned" } class="stack" {
                label for="canned-which" { ((view.t)("staff-inbox-canned-which")) }
                select id="canned-which" name="canned" required {
                    option value="" { (labels.choose) }
                    @for (group, sentences) in &groups {
                        optgroup label=(app.canned_group(*group)) {
                            @for sentence in sentences {
                                option value=(sentence.form.id) selected[is_picked(sentence.form.id)] { (sentence.text) }
                            }
                        }
                    }
                }
                button id="canned-choose" { ((view.t)("staff-inbox-canned-pick")) }
            }
        }
    }

    fn picked(&self, view: &View<'_>, picked: &Picked) -> Markup {
        let app = &view.web.app;
        html! {
            @if !picked.form.blanks.is_empty() {
                form id="canned-form" method="post" action=(self.aid_at("canned-form")) class="booking" tabindex="-1" {
                    (self.hidden_aid(view, "canned"))
                    input type="hidden" name="canned" value=(picked.form.id);
                    div class="row" {
                        @for blank in picked.form.blanks { (blank_field(view, picked, *blank)) }
                    }
                    button id="canned-next" { (app.canned_labels().next) }
                }
            }
            @if let Some(Ok(canned)) = &picked.read { (self.preview(view, picked, canned)) }
        }
    }

    /// The sentence as it goes out, and in Japanese, before anything is sent.
    fn preview(&self, view: &View<'_>, picked: &Picked, canned: &Canned) -> Markup {
        let app = &view.web.app;
        let labels = app.canned_labels();
        let language = self.language();
        html! {
            div id="canned-preview" class="preview" {
                div class="beside" {
                    div {
                        h4 { (labels.shown) " " span lang=(html_lang(language.tag())) { (language.endonym()) } }
                        p class="text" { bdi lang=(html_lang(language.tag())) { (app.canned_text(canned, language)) } }
                    }
                    @if language != Language::Ja {
                        div { h4 { (labels.japanese) } p class="text" { (app.canned_text(canned, Language::Ja)) } }
                    }
                }
                form method="post" action={ (address(self.case().id)) "/send" } {
                    (self.hidden_aid(view, "canned"))
                    input type="hidden" name="canned" value=(picked.form.id);
                    @for (name, value) in &picked.values { input type="hidden" name=(name) value=(value); }
                    button class="solid" id="send-canned" { ((view.t)("staff-inbox-canned-send")) }
                }
            }
        }
    }

    // Keeping somebody from writing.

    /// The form of the page of the blocks, with the case filled in, for those who may.
    pub(super) fn blocking(&self, view: &View<'_>) -> Markup {
        html! {
            @if view.clerk.may_for_all(Right::Block) {
                details id="blocking" {
                    summary { ((view.t)("staff-inbox-block")) }
                    (blocks::form(view.t, view.key, &Fields(vec![("case".to_owned(), code(self.case().id))])))
                }
            }
        }
    }
}

fn differences(view: &View<'_>, differences: &[Difference]) -> Markup {
    html! {
        ul { @for difference in differences { li { (view.web.app.translation_difference(difference)) } } }
    }
}

/// At which field a fault is mended.
fn place(fault: &Fault, blanks: &[Blank]) -> Option<Blank> {
    let blank = match fault {
        Fault::Unknown => return None,
        Fault::Missing(blank)
        | Fault::Malformed(blank)
        | Fault::NotHere(blank)
        | Fault::Past(blank)
        | Fault::Secret(blank) => *blank,
        Fault::TooFar { .. } | Fault::ClosedOn { .. } => Blank::Date,
        Fault::Outside { .. } => Blank::Time,
    };
    // Today may be a closed day for a sentence that has a time alone.
    let is_there = blanks.contains(&blank);
    if is_there {
        Some(blank)
    } else {
        blanks.last().copied()
    }
}

fn blank_field(view: &View<'_>, picked: &Picked, blank: Blank) -> Markup {
    let app = &view.web.app;
    let id = format!("blank-{}", blank.id());
    let faults: Vec<&Fault> = match &picked.read {
        Some(Err(faults)) => faults
            .iter()
            .filter(|fault| place(fault, picked.form.blanks) == Some(blank))
            .collect(),
        Some(Ok(_)) | None => Vec::new(),
    };
    let hint = (!faults.is_empty()).then(|| format!("{id}-fault"));
    let value = picked.values.get(blank.id()).map_or("", String::as_str);
    html! {
        div class="field" {
            label for=(id) { (app.canned_blank(blank)) }
            (input(view, blank, &id, value, hint.as_deref()))
            @if let Some(hint) = &hint {
                div id=(hint) class="fault" role="alert" { @for fault in &faults { p { (app.canned_fault(fault)) } } }
            }
        }
    }
}

fn input(view: &View<'_>, blank: Blank, id: &str, value: &str, hint: Option<&str>) -> Markup {
    let rules = view.web.app.rules();
    let today = view.clerk.today;
    let invalid = hint.map(|_| "true");
    let (kind, low, high) = match blank {
        Blank::Date => ("date", terms::iso(today), terms::iso(rules.last_day(today))),
        Blank::Time => ("time", String::new(), String::new()),
        Blank::Counter => ("number", "1".to_owned(), COUNTERS_MAX.to_string()),
        Blank::Minutes => ("number", "1".to_owned(), MINUTES_MAX.to_string()),
        Blank::Phone => ("tel", String::new(), String::new()),
        Blank::Department => ("text", String::new(), String::new()),
        Blank::Office | Blank::Document | Blank::Procedure => {
            return choice(view, blank, id, value, hint);
        }
    };
    let low = Some(low).filter(|low| !low.is_empty());
    let high = Some(high).filter(|high| !high.is_empty());
    html! {
        input id=(id) name=(blank.id()) type=(kind) value=(value) min=[low] max=[high] required autocomplete="off"
            aria-invalid=[invalid] aria-describedby=[hint];
    }
}

/// A field of a closed list.
fn choice(view: &View<'_>, blank: Blank, id: &str, value: &str, hint: Option<&str>) -> Markup {
    let app = &view.web.app;
    let rules = app.rules();
    let options: Vec<(String, String)> = match blank {
        Blank::Office => (rules.offices.iter())
            .map(|office| (office.id.to_string(), terms::office(office).to_owned()))
            .collect(),
        Blank::Document => (Item::ALL.into_iter())
            .map(|item| (item.id().to_owned(), app.item_name(item)))
            .collect(),
        _ => (rules.procedures().into_iter())
            .map(|one| (one.id().to_owned(), terms::procedure(view.t, one)))
            .collect(),
    };
    html! {
        select id=(id) name=(blank.id()) required aria-invalid=[hint.map(|_| "true")] aria-describedby=[hint] {
            option value="" { (app.canned_labels().choose) }
            @for (id, name) in &options { option value=(id) selected[id == value] { (name) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_stands_at_a_field_that_is_there() {
        let blanks = [Blank::Office, Blank::Time];
        let late = Fault::Past(Blank::Time);
        assert_eq!(place(&late, &blanks), Some(Blank::Time));
        let far = Fault::TooFar {
            last: chrono::NaiveDate::MIN,
        };
        assert_eq!(place(&far, &blanks), Some(Blank::Time));
        assert_eq!(place(&far, &[Blank::Date, Blank::Time]), Some(Blank::Date));
        assert_eq!(place(&Fault::Unknown, &blanks), None);
    }
}
