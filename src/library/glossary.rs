//! The glossary, `glossary.toml`: how the terms of the counter are said in each language, and what misleads.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::desk::language::Language;

/// The terms of one language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The names of the months, where dates are written with names.
    #[serde(default)]
    pub months: Vec<String>,
    /// The Japanese term, then the words that stand for it.
    #[serde(default)]
    pub terms: Vec<Vec<String>>,
    /// A word that misleads, and why.
    #[serde(default)]
    pub avoid: Vec<[String; 2]>,
}

/// The terms of every language.
pub type Glossary = BTreeMap<Language, Terms>;

/// A place where a translation leaves the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breach {
    /// The Japanese term has none of its words in the translation.
    Left { term: String, preferred: String },
    /// A word is used that misleads.
    Misleading { word: String, why: String },
}

impl Terms {
    /// Compares a translation with the Japanese it was made from.
    #[must_use]
    pub fn breaches(&self, japanese: &str, translation: &str) -> Vec<Breach> {
        let lower = translation.to_lowercase();
        let mut rest = japanese.to_owned();
        let mut out = Vec::new();
        // The longer term first: 署名用電子証明書 is not also 電子証明書.
        let mut terms: Vec<&Vec<String>> = self.terms.iter().filter(|t| t.len() > 1).collect();
        terms.sort_by_key(|t| std::cmp::Reverse(t[0].len()));
        for term in terms {
            if !rest.contains(&term[0]) {
                continue;
            }
            rest = rest.replace(&term[0], "\n");
            if !term.iter().any(|word| lower.contains(&word.to_lowercase())) {
                out.push(Breach::Left {
                    term: term[0].clone(),
                    preferred: term[1].clone(),
                });
            }
        }
        for [word, why] in &self.avoid {
            if lower.contains(&word.to_lowercase()) {
                out.push(Breach::Misleading {
                    word: word.clone(),
                    why: why.clone(),
                });
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_that_were_left_and_words_that_mislead_are_found() {
        let terms = Terms {
            months: Vec::new(),
            terms: vec![
                vec![
                    "署名用電子証明書".into(),
                    "certificado de assinatura".into(),
                ],
                vec!["電子証明書".into(), "certificado eletrônico".into()],
                vec!["窓口".into(), "balcão".into()],
            ],
            avoid: vec![["janela".into(), "a window of a house".into()]],
        };
        let check = |japanese: &str, translation: &str, expected: &[&str]| {
            let found: Vec<String> = terms
                .breaches(japanese, translation)
                .into_iter()
                .map(|b| match b {
                    Breach::Left { term, .. } => term,
                    Breach::Misleading { word, .. } => word,
                })
                .collect();
            assert_eq!(found, expected, "{japanese} → {translation}");
        };
        check("窓口へ", "Venha ao balcão", &[]);
        check("窓口へ", "Venha à janela", &["窓口", "janela"]);
        check("窓口へ", "Venha (窓口)", &[]);
        check("署名用電子証明書", "O certificado de assinatura", &[]);
        check(
            "署名用電子証明書と電子証明書",
            "O certificado de assinatura",
            &["電子証明書"],
        );
    }
}
