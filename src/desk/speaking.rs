//! Which language is spoken: picked, guessed, offered.

use super::booking;
use super::care;
use super::choice::Choice;
use super::decide::Desk;
use super::language::Language;
use super::phrase::Phrase;
use super::queue;
use super::talk::Dialogue;
use super::view::{Reply, To, Turn};

impl Desk<'_> {
    /// Keeps the resident's language unless they pick one or the evidence is strong; never switches inside a form.
    pub(super) fn settle_language(&mut self, chosen: Option<Language>) {
        let offered = |language: &Language| self.rules.languages.contains(language);
        if let Some(language) = chosen.filter(offered) {
            self.language = language;
            self.language_chosen = true;
            return;
        }
        let detected = self.heard.detected;
        // Who writes in a language that is not spoken here is met in English, with やさしい日本語 beside it.
        let bridge = Some(Language::En).filter(|_| detected.foreign);
        let Some(language) = detected.language.or(bridge).filter(offered) else {
            return;
        };
        let idle = matches!(self.talk.dialogue, Dialogue::Idle);
        let first = self.view.resident.is_new;
        if language != self.language && idle && !self.language_chosen && (detected.strong || first)
        {
            self.language = language;
        }
    }

    pub(super) fn ask_language(&mut self) {
        self.note(Turn::Action);
        let languages = self
            .rules
            .languages
            .iter()
            .map(|l| Choice::Language(*l))
            .collect();
        if !booking::is_under_way(self) && !care::is_under_way(self) {
            self.talk.dialogue = Dialogue::Language;
        }
        self.say(Phrase::LanguageAsk, languages);
    }

    pub(super) fn choose_language(&mut self, language: Language) {
        self.note(Turn::Command);
        if !self.rules.languages.contains(&language) {
            self.ask_language();
            return;
        }
        self.language = language;
        self.language_chosen = true;
        if matches!(self.talk.dialogue, Dialogue::Language) {
            self.talk.dialogue = Dialogue::Idle;
        }
        self.say(Phrase::LanguageChanged, Vec::new());
        if !booking::ask_again(self) && !queue::walk_in::resume(self) {
            let menu = self.menu();
            self.say(Phrase::Welcome, menu);
        }
    }

    /// Offers to go on in the language of the message when it is plainly another one.
    pub(super) fn offer_language(&mut self) {
        let heard = self.heard;
        // "OK" and "10:30" are said in every language.
        let is_word =
            heard.command.is_some() || heard.language_named.is_some() || heard.full_date.is_some();
        let Some(language) = heard
            .detected
            .language
            .filter(|_| heard.detected.strong && !is_word)
        else {
            return;
        };
        let both_japanese = language.is_japanese() && self.language.is_japanese();
        if language == self.language || both_japanese || !self.rules.languages.contains(&language) {
            return;
        }
        let choices = vec![Choice::Language(language)];
        let to = To::Resident(self.view.resident.id);
        let offer = Reply {
            to,
            phrase: Phrase::LanguageOffer(language),
            choices,
            replaces: false,
            case: None,
        };
        let at = self.outcome.replies.len().saturating_sub(1);
        self.outcome.replies.insert(at, offer);
    }
}
