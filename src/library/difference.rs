//! What is different between two versions of a text, for the eyes of a reviewer.

use similar::{ChangeTag, TextDiff};

use crate::desk::language::Language;

/// What became of a part of the old text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Same,
    Added,
    Removed,
}

/// A run of text that stayed, came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub change: Change,
    pub text: String,
}

/// The difference by words, or by characters as a reader counts them where words are written without spaces
/// between them. The parts that are not `Removed` make up the new text, those that are not `Added` the old
/// one.
#[must_use]
pub fn difference(old: &str, new: &str, language: Language) -> Vec<Part> {
    let config = TextDiff::configure();
    let diff = if language.is_unspaced() {
        config.diff_graphemes(old, new)
    } else {
        config.diff_unicode_words(old, new)
    };
    let mut parts: Vec<Part> = Vec::new();
    for step in diff.iter_all_changes() {
        let change = match step.tag() {
            ChangeTag::Equal => Change::Same,
            ChangeTag::Insert => Change::Added,
            ChangeTag::Delete => Change::Removed,
        };
        match parts.last_mut() {
            Some(last) if last.change == change => last.text.push_str(step.value()),
            _ => parts.push(Part {
                change,
                text: step.value().to_owned(),
            }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, old: &str, new: &str, expected: &str) {
        let parts = difference(old, new, language);
        let shown: String = parts
            .iter()
            .map(|part| match part.change {
                Change::Same => part.text.clone(),
                Change::Added => format!("[+{}]", part.text),
                Change::Removed => format!("[-{}]", part.text),
            })
            .collect();
        assert_eq!(shown, expected);
        let side = |not: Change| -> String {
            let parts = parts.iter().filter(|part| part.change != not);
            parts.map(|part| part.text.as_str()).collect()
        };
        assert_eq!(
            (side(Change::Added), side(Change::Removed)),
            (old.to_owned(), new.to_owned())
        );
    }

    #[test]
    fn differences_are_words_or_characters() {
        check(
            Language::En,
            "It costs 200 yen.",
            "It costs 300 yen.",
            "It costs [-200][+300] yen.",
        );
        check(Language::En, "Call us.", "Call us.", "Call us.");
        check(
            Language::Ja,
            "手数料は無料です",
            "手数料は有料です",
            "手数料は[-無][+有]料です",
        );
        check(Language::Ja, "", "無料", "[+無料]");
        // A letter and its vowel sign belong together.
        check(Language::My, "ကို", "ကာ", "[-ကို][+ကာ]");
    }
}
