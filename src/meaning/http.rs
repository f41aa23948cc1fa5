//! The service behind an OpenAI-compatible `/v1/embeddings`. The only user of reqwest.
//!
//! `POST {"model": …, "input": [text, …]}` is answered by `{"data": [{"index": 0, "embedding": [number, …]},
//! …]}`.

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};

use super::{Embed, EmbedError, Vector};
use crate::config::{Embeddings, Secrets};

/// A longer answer is no list of vectors for a batch of ours.
const ANSWER_BYTES_MAX: usize = 32 << 20;

#[derive(Serialize)]
struct Question<'a> {
    model: &'a str,
    input: &'a [String],
}

#[derive(Deserialize)]
struct Answer {
    data: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    /// Some services leave it out and answer in order.
    index: Option<usize>,
    embedding: Vector,
}

/// A service at an address.
pub struct HttpEmbed {
    client: reqwest::Client,
    url: String,
    model: String,
    key: Option<String>,
}

impl HttpEmbed {
    /// # Errors
    /// The machine has no TLS to offer.
    pub fn new(setting: &Embeddings, secrets: &Secrets) -> Result<HttpEmbed, EmbedError> {
        // What people ask goes to the configured address and nowhere else.
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(unreachable)?;
        Ok(HttpEmbed {
            client,
            url: setting.url.clone(),
            model: setting.model.clone(),
            key: secrets.embeddings_key.clone(),
        })
    }

    async fn ask(&self, texts: &[String]) -> Result<Vec<Vector>, EmbedError> {
        let question = Question {
            model: &self.model,
            input: texts,
        };
        let mut request = self.client.post(&self.url).json(&question);
        if let Some(key) = &self.key {
            request = request.bearer_auth(key);
        }
        let mut response = request.send().await.map_err(unreachable)?;
        if !response.status().is_success() {
            return Err(EmbedError::Refused(response.status().as_u16()));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
            if bytes.len() + chunk.len() > ANSWER_BYTES_MAX {
                return Err(EmbedError::Unreadable);
            }
            bytes.extend_from_slice(&chunk);
        }
        // The parser's own words could repeat a part of the answer, which the log must not.
        let answer: Answer = serde_json::from_slice(&bytes).map_err(|_| EmbedError::Unreadable)?;
        in_order(answer.data, texts.len())
    }
}

impl Embed for HttpEmbed {
    fn embed<'a>(&'a self, texts: &'a [String]) -> BoxFuture<'a, Result<Vec<Vector>, EmbedError>> {
        self.ask(texts).boxed()
    }
}

/// The vectors in the order of the texts: exactly one for each.
fn in_order(items: Vec<Item>, count: usize) -> Result<Vec<Vector>, EmbedError> {
    let mut places: Vec<Option<Vector>> = vec![None; count];
    for (at, item) in items.into_iter().enumerate() {
        let place = places.get_mut(item.index.unwrap_or(at));
        match place {
            Some(place @ None) => *place = Some(item.embedding),
            _ => return Err(EmbedError::Unreadable),
        }
    }
    let vectors: Option<Vec<Vector>> = places.into_iter().collect();
    vectors.ok_or(EmbedError::Unreadable)
}

/// The innermost reason, without the address: a key may stand in it.
fn unreachable(error: reqwest::Error) -> EmbedError {
    let error = error.without_url();
    let mut reason: &dyn std::error::Error = &error;
    while let Some(source) = reason.source() {
        reason = source;
    }
    EmbedError::Unreachable(reason.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_come_in_the_order_of_the_texts() {
        let check = |answer: &str, expected: Option<&[f32]>| {
            let answer: Answer = serde_json::from_str(answer).unwrap();
            let found = in_order(answer.data, 2).ok();
            let firsts: Option<Vec<f32>> = found.map(|all| all.iter().map(|v| v[0]).collect());
            assert_eq!(firsts.as_deref(), expected);
        };
        let item = |index: usize| format!("{{\"index\":{index},\"embedding\":[{index}]}}");
        let data = |items: &[String]| format!("{{\"data\":[{}],\"usage\":{{}}}}", items.join(","));
        check(&data(&[item(0), item(1)]), Some(&[0.0, 1.0]));
        check(&data(&[item(1), item(0)]), Some(&[0.0, 1.0]));
        let bare = [
            "{\"embedding\":[5]}".to_owned(),
            "{\"embedding\":[6]}".to_owned(),
        ];
        check(&data(&bare), Some(&[5.0, 6.0]));
        check(&data(&[item(0)]), None);
        check(&data(&[item(0), item(0)]), None);
        check(&data(&[item(0), item(1), item(2)]), None);
        check(&data(&[item(0), item(7)]), None);
    }
}
