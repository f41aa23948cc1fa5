//! The hand-over sheet as it is read and printed: one page of A4, for eyes that have ten seconds. It carries no name, no
//! telephone number and no message but the last question, and says that nobody has looked at any papers.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::pages::Words;
use super::sheets::sheet_at;
use super::{Web, terms};
use crate::app::cases::Line;
use crate::app::handovers::SheetFile;
use crate::app::inbox::Parts;
use crate::channels::web::hall::qr;
use crate::channels::web::page::html_lang;
use crate::desk::language::Language;
use crate::desk::mask::{mask, mask_telephones};
use crate::desk::queue::ticket::Needs;

/// A sheet with everything that it tells, in Japanese.
pub(super) struct Paper<'a> {
    web: &'a Web,
    t: &'a Words<'a>,
    file: &'a SheetFile,
    parts: Parts,
    language: Language,
    needs: Needs,
}

impl<'a> Paper<'a> {
    pub(super) fn new(web: &'a Web, t: &'a Words<'a>, file: &'a SheetFile) -> Paper<'a> {
        let handoff = file.case.as_ref().map(|case| &case.handoff);
        let held = handoff.and_then(|handoff| handoff.ticket.as_ref());
        let ticket = file.ticket.as_ref();
        Paper {
            parts: handoff.map_or_else(Parts::default, |handoff| web.app.handoff_parts(handoff)),
            language: (handoff.map(|handoff| handoff.language))
                .or_else(|| ticket.map(|ticket| ticket.language))
                .unwrap_or(Language::Ja),
            needs: (ticket.map(|ticket| ticket.needs))
                .or_else(|| held.map(|ticket| ticket.needs))
                .unwrap_or_default(),
            web,
            t,
            file,
        }
    }

    pub(super) fn markup(&self) -> Markup {
        let t = self.t;
        html! {
            article class="paper" {
                (self.head())
                p class="paper-situation" { (self.situation()) }
                (self.speech())
                dl class="paper-facts" {
                    (self.row("staff-sheet-needs", &self.needs()))
                    (self.row("staff-sheet-visit", &self.visit()))
                    (self.row("staff-sheet-answered", &list(&self.answered())))
                    (self.row("staff-sheet-papers", &self.papers()))
                    (self.row("staff-sheet-question", &self.question()))
                    (self.row("staff-sheet-asks", &list(&self.parts.asks)))
                    (self.row("staff-sheet-note", &self.note()))
                }
                p class="paper-identity" { strong { (t("staff-inbox-not-identified")) } }
                (self.receipt())
            }
        }
    }

    /// A row, also where there is nothing: an empty one would look forgotten.
    fn row(&self, name: &str, content: &Markup) -> Markup {
        html! {
            div {
                dt { ((self.t)(name)) }
                dd { @if content.0.is_empty() { ((self.t)("staff-inbox-none")) } @else { (content) } }
            }
        }
    }

    fn head(&self) -> Markup {
        let (t, sheet) = (self.t, &self.file.sheet);
        let base = self.web.app.config().web.public_url.as_deref();
        let link =
            base.map(|base| format!("{}{}", base.trim_end_matches('/'), sheet_at(&sheet.code)));
        html! {
            div class="paper-head" {
                p class="paper-code" { (sheet.code) }
                dl {
                    div { dt { (t("staff-sheet-goes-to")) } dd { strong { (self.web.app.destination(&sheet.to)) } } }
                    div { dt { (t("staff-sheet-from")) } dd { bdi { (sheet.made_by) } " " (terms::instant(sheet.made_at)) } }
                    @if let Some(case) = sheet.case {
                        div { dt { (t("staff-inbox-case")) } dd { "K-" (case) } }
                    }
                    @if let Some((by, at)) = &sheet.taken {
                        div { dt { (t("staff-sheet-is-taken")) } dd { bdi { (by) } " " (terms::instant(*at)) } }
                    }
                }
                @if let Some(link) = link { div class="paper-qr" { (qr(&link)) } }
            }
        }
    }

    fn situation(&self) -> String {
        match &self.file.ticket {
            _ if !self.parts.situation.is_empty() => self.parts.situation.clone(),
            Some(ticket) => terms::procedures(self.t, &ticket.procedures),
            None => (self.t)("staff-sheet-no-situation"),
        }
    }

    /// The language in big letters, in its own name and in Japanese, and how to speak.
    fn speech(&self) -> Markup {
        let t = self.t;
        let language = self.language;
        let hint = match language {
            Language::Ja if !self.needs.interpreter => None,
            Language::Easy => Some("staff-sheet-speak-easy"),
            _ => Some("staff-sheet-speak-interpreter"),
        };
        html! {
            p class="paper-language" {
                span lang=(html_lang(language.tag())) { (language.endonym()) }
                @if !matches!(language, Language::Ja | Language::Easy) { "（" (t(language_id(language))) "）" }
            }
            @if let Some(hint) = hint { p class="paper-hint" { (t(hint)) } }
        }
    }

    fn needs(&self) -> Markup {
        let known = [
            (self.needs.chair, "staff-floor-need-chair"),
            (self.needs.hearing, "staff-floor-need-hearing"),
            (self.needs.interpreter, "staff-floor-need-interpreter"),
        ];
        let there = known.into_iter().filter(|(is_needed, _)| *is_needed);
        list(&there.map(|(_, words)| (self.t)(words)).collect::<Vec<_>>())
    }

    /// The ticket and the reservations.
    fn visit(&self) -> Markup {
        let ticket = self.file.ticket.as_ref();
        let own = ticket.map(|ticket| {
            let people = terms::people(self.t, ticket.people);
            let procedures = terms::procedures(self.t, &ticket.procedures);
            format!("{} {procedures} {people}", ticket.number)
        });
        let held = Some(self.parts.ticket.clone()).filter(|held| !held.is_empty());
        let ticket = own
            .or(held)
            .map(|text| format!("{} {text}", (self.t)("staff-inbox-ticket")));
        let booked = self.parts.booked.iter();
        let booked = booked.map(|one| format!("{} {one}", (self.t)("staff-inbox-booked")));
        list(&ticket.into_iter().chain(booked).collect::<Vec<_>>())
    }

    /// The titles of what has been answered, by the desk and by the staff.
    fn answered(&self) -> Vec<String> {
        let of_case = self.file.sheet.case;
        let lines = self.file.case.iter().flat_map(|case| &case.lines);
        let entries = lines.filter_map(|line| match line {
            Line::Desk { entries, case, .. } if of_case.is_some() && *case == of_case => {
                Some(entries)
            }
            Line::Desk { .. } | Line::Citizen { .. } => None,
        });
        let sent = entries
            .flatten()
            .map(|entry| self.web.app.entry_title(entry));
        let mut seen = BTreeSet::new();
        let all = self.parts.shown.iter().cloned().chain(sent);
        all.filter(|title| !title.is_empty() && seen.insert(title.clone()))
            .collect()
    }

    /// How many of the papers are there, and which.
    fn papers(&self) -> Markup {
        let papers = &self.file.papers;
        let ready = papers.iter().filter(|(_, is_ready)| *is_ready).count();
        let (count, of) = (ready.to_string(), papers.len().to_string());
        let values = [("ready", count.as_str()), ("of", of.as_str())];
        html! {
            @if papers.is_empty() {
                ((self.t)("staff-floor-papers-unchecked"))
            } @else {
                p { (self.web.app.words_with("staff-floor-papers-checked", Language::Ja, &values)) }
                ul class="ticks" {
                    @for (item, is_ready) in papers {
                        li { @if *is_ready { "☑ " } @else { "☐ " } (self.web.app.item_name(*item)) }
                    }
                }
            }
        }
    }

    /// The last question in the citizen's own words, without any number.
    fn question(&self) -> Markup {
        let brief = self.file.case.as_ref().map(|case| &case.handoff.brief);
        let question = brief.map(|brief| match brief.last_question.trim() {
            "" => brief.last_text.as_str(),
            question => question,
        });
        let question = mask_telephones(&mask(question.unwrap_or_default()).text);
        html! {
            @if !question.trim().is_empty() {
                bdi lang=(html_lang(self.language.tag())) { "「" (question.trim()) "」" }
            }
        }
    }

    fn note(&self) -> Markup {
        let own = &self.file.sheet.note;
        let of_ticket = self.file.ticket.as_ref().map(|ticket| ticket.note.as_str());
        let notes: Vec<String> = [Some(own.as_str()), of_ticket]
            .into_iter()
            .flatten()
            .filter(|note| !note.is_empty())
            .map(mask_telephones)
            .collect();
        html! { @for note in &notes { p class="text" { bdi { (note) } } } }
    }

    /// What the receiving counter fills in by hand.
    fn receipt(&self) -> Markup {
        let t = self.t;
        html! {
            div class="paper-receipt" {
                p { span class="box" {} " " (t("staff-sheet-box-identity")) }
                p { span class="box" {} " " (t("staff-sheet-box-taken")) }
                p class="paper-sign" {
                    (t("staff-sheet-signature")) span class="paper-line" {}
                    (t("staff-sheet-time")) span class="paper-line short" {}
                }
            }
        }
    }
}

fn list(lines: &[String]) -> Markup {
    html! { @if !lines.is_empty() { ul { @for line in lines { li { (line) } } } } }
}

/// The Japanese name of a language, for those who do not read its own.
const fn language_id(language: Language) -> &'static str {
    match language {
        Language::Ja | Language::Easy => "staff-sheet-language-ja",
        Language::En => "staff-sheet-language-en",
        Language::ZhHans => "staff-sheet-language-zh-hans",
        Language::ZhHant => "staff-sheet-language-zh-hant",
        Language::Ko => "staff-sheet-language-ko",
        Language::Vi => "staff-sheet-language-vi",
        Language::Fil => "staff-sheet-language-fil",
        Language::PtBr => "staff-sheet-language-pt",
        Language::Ne => "staff-sheet-language-ne",
        Language::Id => "staff-sheet-language-id",
        Language::My => "staff-sheet-language-my",
        Language::Es => "staff-sheet-language-es",
        Language::Th => "staff-sheet-language-th",
    }
}
