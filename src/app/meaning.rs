//! Candidates by meaning, for questions whose words lead nowhere.

use chrono::NaiveDate;

use super::App;
use crate::clock::Stopwatch;
use crate::desk::faq::EntryId;
use crate::desk::heard::{Heard, HeardKind};
use crate::desk::mask::MASK;
use crate::desk::message::Incoming;
use crate::desk::retrieval::{CHOICES_MAX, Verdict, widen};
use crate::meaning::EmbedError;
use crate::store::inbox;

impl App {
    /// Learns what the answers mean, as far as it is not known yet. Returns how many texts were new.
    ///
    /// # Errors
    /// The service fails; what was known before is still known.
    pub async fn learn(&self) -> Result<usize, EmbedError> {
        let Some(meanings) = &self.inner.meanings else {
            return Ok(0);
        };
        let shelf = self.shelf();
        let languages = &self.rules().languages;
        meanings.learn(&shelf.corpus, languages).await
    }

    /// Learns now and whenever the answers change, and again after a pause when the service fails. Never
    /// ends.
    pub async fn keep_learning(&self) {
        let Some(meanings) = &self.inner.meanings else {
            return std::future::pending().await;
        };
        loop {
            match self.learn().await {
                Ok(count) => {
                    tracing::info!(count, "texts learnt by their meaning");
                    self.inner.reshelved.notified().await;
                }
                Err(_) => tokio::time::sleep(meanings.pause().unwrap_or_default()).await,
            }
        }
    }

    /// Adds what is near in meaning to what was heard, where the words alone say too little. Without a
    /// service, and whenever it does not help in time, nothing is added.
    pub(super) async fn widen(&self, heard: &mut Heard, incoming: &Incoming, today: NaiveDate) {
        let inner = &self.inner;
        let ready = inner.meanings.as_ref().filter(|known| known.is_ready());
        let (Some(meanings), Some(question)) = (ready, open_question(heard)) else {
            return;
        };
        let is_searched = |sql: &_| inbox::is_searched(sql, &incoming.key, &incoming.from);
        if !inner.store.read(is_searched).unwrap_or(false) {
            return;
        }
        let watch = Stopwatch::start();
        let near = meanings.near(&question, heard.language).await;
        let shelf = self.shelf();
        // Only what is shown in the language of the question: that is what was compared with it.
        let is_shown = |id: &EntryId| {
            let entry = shelf.corpus.entry(id);
            let shown = entry.and_then(|entry| entry.showable(heard.language, today));
            shown.is_some_and(|shown| shown.language == heard.language)
        };
        let near = near.map(|all| all.into_iter().filter(is_shown).collect::<Vec<_>>());
        let result = match &near {
            Ok(near) if near.is_empty() => "nothing",
            Ok(_) => "hit",
            Err(_) => "failure",
        };
        inner.metrics.lookup(result, watch.seconds());
        heard.verdict = widen(&heard.verdict, &near.unwrap_or_default());
    }
}

/// The masked words of a question that the search is unsure of and nothing else makes sense of; None where a
/// candidate more would find no place.
fn open_question(heard: &Heard) -> Option<String> {
    let has_room = match heard.understood() {
        Verdict::None => true,
        Verdict::Choose(subjects) => subjects.len() < CHOICES_MAX,
        Verdict::Direct(_) | Verdict::Confirm(_) => false,
    };
    let is_something_else = heard.kind != HeardKind::Text
        || heard.is_only_secret
        || heard.wish.is_some()
        || heard.command.is_some()
        || heard.risk.is_some()
        || heard.number.is_some()
        || heard.code.is_some()
        || heard.language_named.is_some()
        // It may be a birth date, which nobody outside need know.
        || heard.full_date.is_some();
    if !has_room || is_something_else {
        return None;
    }
    let words = heard.text.replace(MASK, " ");
    words.chars().any(char::is_alphabetic).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::faq::{Action, Subject};
    use crate::desk::lexicon::Command;

    fn heard(text: &str) -> Heard {
        Heard {
            text: text.to_owned(),
            ..Heard::default()
        }
    }

    #[test]
    fn only_open_questions_are_asked_and_only_masked() {
        let check = |what: &str, heard: &Heard, expected: Option<&str>| {
            assert_eq!(open_question(heard).as_deref(), expected, "{what}");
        };
        let asked = heard("駐輪場は");
        check("a question", &asked, Some("駐輪場は"));
        check("a secret in it", &heard("●●●●駐輪場"), Some(" 駐輪場"));
        check("signs only", &heard("?? 👍 12"), None);
        let entry = |id: &str| Subject::Entry(EntryId::foreign(id));
        let with = |verdict: Verdict| Heard {
            verdict,
            ..asked.clone()
        };
        let two = Verdict::Choose(vec![entry("a"), entry("b")]);
        check("a choice with room", &with(two), Some("駐輪場は"));
        let three = Verdict::Choose(vec![entry("a"), entry("b"), entry("c")]);
        check("a full choice", &with(three), None);
        check("a confirmation", &with(Verdict::Confirm(entry("a"))), None);
        check("an answer", &with(Verdict::Direct(entry("a"))), None);
        let mut other = asked.clone();
        other.wish = Some(Action::Book);
        check("a wish", &other, None);
        let mut other = asked.clone();
        other.command = Some(Command::Stop);
        check("a command", &other, None);
        let mut other = asked.clone();
        other.risk = Some(EntryId::foreign("card-lost"));
        check("a risk", &other, None);
        let mut other = asked.clone();
        other.number = Some(2);
        check("a number", &other, None);
        let mut other = asked.clone();
        other.is_only_secret = true;
        check("only a secret", &other, None);
        let mut other = asked.clone();
        other.kind = HeardKind::Start;
        check("a start", &other, None);
    }
}
