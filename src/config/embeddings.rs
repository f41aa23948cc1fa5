//! The section of the optional service that compares meanings.

use serde::Deserialize;

/// A service with an OpenAI-compatible `/v1/embeddings`; without the section there is none.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Embeddings {
    /// The full address of the endpoint.
    pub url: String,
    pub model: String,
    /// A question waits no longer than this for the service.
    #[serde(default = "timeout_ms")]
    pub timeout_ms: u64,
    /// So near to a question must an entry be to be offered, as the cosine of their vectors.
    #[serde(default = "similarity_min")]
    pub similarity_min: f32,
}

const fn timeout_ms() -> u64 {
    800
}

const fn similarity_min() -> f32 {
    0.55
}

/// Nobody waits longer than this for a reply.
const TIMEOUT_MS_MAX: u64 = 60_000;

impl Embeddings {
    /// Refuses what cannot work, and a key in the address: it would stand in a file.
    pub(super) fn check(&self) -> Result<(), String> {
        let rest = ["http://", "https://"]
            .into_iter()
            .find_map(|scheme| self.url.strip_prefix(scheme));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
        let is_spaced = self.url.contains(char::is_whitespace);
        match host.filter(|host| !host.is_empty() && !is_spaced) {
            None => {
                return Err(
                    "embeddings.url: write it like http://127.0.0.1:11434/v1/embeddings".into(),
                );
            }
            Some(host) if host.contains('@') => {
                return Err(
                    "embeddings.url: no key here; put it into MADOGUCHI_EMBEDDINGS_KEY".into(),
                );
            }
            Some(_) => {}
        }
        if self.model.trim().is_empty() {
            return Err("embeddings.model is empty; name the model of the service".into());
        }
        if !(1..=TIMEOUT_MS_MAX).contains(&self.timeout_ms) {
            return Err(format!(
                "embeddings.timeout_ms is {}; write 1 to {TIMEOUT_MS_MAX}",
                self.timeout_ms
            ));
        }
        // Written so that "not a number" is refused as well.
        if !(self.similarity_min > 0.0 && self.similarity_min <= 1.0) {
            return Err(format!(
                "embeddings.similarity_min is {}; write more than 0 and at most 1",
                self.similarity_min
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_section;
    use crate::config::{Config, HABIKINO};

    /// The example with its commented-out section.
    fn example() -> String {
        with_section("embeddings").unwrap()
    }

    #[test]
    fn the_section_is_off_unless_it_stands_there() {
        assert!(Config::parse(HABIKINO).unwrap().embeddings.is_none());
        let set = Config::parse(&example()).unwrap().embeddings.unwrap();
        assert_eq!(set.url, "http://127.0.0.1:11434/v1/embeddings");
        assert_eq!(set.timeout_ms, 800);
        assert!((set.similarity_min - 0.55).abs() < f32::EPSILON);
        let short = "[embeddings]\nurl = \"https://e.example/v1/embeddings\"\nmodel = \"m\"\n";
        let defaults = Config::parse(&format!("{HABIKINO}\n{short}")).unwrap();
        let defaults = defaults.embeddings.unwrap();
        assert_eq!(defaults.timeout_ms, set.timeout_ms);
        assert!((defaults.similarity_min - set.similarity_min).abs() < f32::EPSILON);
    }

    #[test]
    fn what_cannot_work_is_refused_with_the_mend() {
        let check = |from: &str, to: &str, expected: &str| {
            let text = example().replacen(from, to, 1);
            assert_ne!(text, example(), "{from}");
            let error = Config::parse(&text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        };
        let url = "http://127.0.0.1:11434/v1";
        check(url, "127.0.0.1:11434/v1", "embeddings.url: write it like");
        check(url, "http:///v1", "embeddings.url: write it like");
        check(url, "http://me:key@host/v1", "MADOGUCHI_EMBEDDINGS_KEY");
        check("model = \"bge-m3\"", "model = \" \"", "embeddings.model");
        check("timeout_ms = 800", "timeout_ms = 0", "write 1 to 60000");
        check(
            "similarity_min = 0.55",
            "similarity_min = nan",
            "more than 0",
        );
        check("similarity_min = 0.55", "similarity_min = 1.5", "at most 1");
    }
}
