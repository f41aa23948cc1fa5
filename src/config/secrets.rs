//! What comes from the environment and never stands in a file.

/// What must not stand in a file.
#[derive(Clone, Default)]
pub struct Secrets {
    pub telegram_token: Option<String>,
    pub webhook_secret: Option<String>,
    /// What the embeddings service asks for, if it asks for anything.
    pub embeddings_key: Option<String>,
    /// What the translation service asks for, if it asks for anything.
    pub translate_key: Option<String>,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = |secret: &Option<String>| if secret.is_some() { "set" } else { "not set" };
        write!(
            f,
            "Secrets {{ telegram: {}, webhook: {}, embeddings: {}, translate: {} }}",
            told(&self.telegram_token),
            told(&self.webhook_secret),
            told(&self.embeddings_key),
            told(&self.translate_key)
        )
    }
}
