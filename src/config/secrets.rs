//! What comes from the environment and never stands in a file.

use std::collections::BTreeMap;

/// What must not stand in a file.
#[derive(Clone, Default)]
pub struct Secrets {
    pub telegram_token: Option<String>,
    pub webhook_secret: Option<String>,
    /// What the embeddings service asks for, if it asks for anything.
    pub embeddings_key: Option<String>,
    /// The tokens of those who review, by their names in `faq.people`.
    pub review_tokens: BTreeMap<String, String>,
    /// The tokens of those who work with reservations, by their names in `staff.people`.
    pub staff_tokens: BTreeMap<String, String>,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = |secret: &Option<String>| if secret.is_some() { "set" } else { "not set" };
        write!(
            f,
            "Secrets {{ telegram: {}, webhook: {}, embeddings: {} }}",
            told(&self.telegram_token),
            told(&self.webhook_secret),
            told(&self.embeddings_key)
        )
    }
}

/// The shortest token that opens a page of the staff.
const TOKEN_CHARS_MIN: usize = 16;

/// Reads `name=token,name=token`; the error tells no token.
pub(super) fn tokens<'a>(
    text: &str,
    section: &str,
    people: impl Iterator<Item = &'a str> + Clone,
) -> Result<BTreeMap<String, String>, String> {
    let mut tokens = BTreeMap::new();
    for pair in text
        .split(',')
        .map(str::trim)
        .filter(|pair| !pair.is_empty())
    {
        let Some((name, token)) = pair.split_once('=') else {
            return Err("write name=token, and a comma between people".to_owned());
        };
        if !people.clone().any(|person| person == name) {
            return Err(format!("“{name}” is not in {section} of the configuration"));
        }
        if token.chars().count() < TOKEN_CHARS_MIN {
            return Err(format!(
                "the token of “{name}” is shorter than {TOKEN_CHARS_MIN} characters"
            ));
        }
        tokens.insert(name.to_owned(), token.to_owned());
    }
    Ok(tokens)
}
