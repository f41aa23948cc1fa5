//! A service with `/v1/embeddings` on loopback. It knows a few concepts, each a dimension: texts that speak
//! of the same ones are alike, whatever their words and their language.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Json, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use madoguchi::config::Embeddings;
use serde_json::{Value, json};

/// The words by which a concept is recognised.
const CONCEPTS: [&[&str]; 3] = [
    &["parking", "park?", "automobile", "駐車場"],
    &["smartphone", "gizmo"],
    &["bereavement"],
];

/// How the service behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Sound,
    /// Takes the request and never answers.
    Silent,
    Trouble,
    /// The connection ends in the middle of the answer.
    BreaksOff,
    /// One number too many in each vector.
    Wider,
    /// Two vectors for each text.
    TooMany,
    /// Vectors without a direction.
    Zero,
    NotJson,
    /// Sends the question on to another address.
    Elsewhere,
}

/// The service as a test sees it.
pub struct Fake {
    pub setting: Embeddings,
    inner: Arc<Inner>,
}

struct Inner {
    manner: Mutex<Manner>,
    requests: Mutex<Vec<Request>>,
}

/// What arrived.
#[derive(Clone, Debug)]
pub struct Request {
    pub authorization: Option<String>,
    pub body: Value,
}

impl Request {
    pub fn texts(&self) -> Vec<String> {
        let texts = self.body["input"].as_array().unwrap().iter();
        texts
            .map(|text| text.as_str().unwrap().to_owned())
            .collect()
    }
}

impl Fake {
    pub async fn open() -> Fake {
        let inner = Arc::new(Inner {
            manner: Mutex::new(Manner::Sound),
            requests: Mutex::default(),
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new()
            .route("/v1/embeddings", post(answer))
            .with_state(Arc::clone(&inner));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let setting = Embeddings {
            url: format!("http://{address}/v1/embeddings"),
            model: "concepts".into(),
            // So long that a loaded machine fails no test; what is slow is slow for ever.
            timeout_ms: 60_000,
            similarity_min: 0.55,
        };
        Fake { setting, inner }
    }

    pub fn is_from_now(&self, manner: Manner) {
        *self.inner.manner.lock().unwrap() = manner;
    }

    /// What has arrived since the last call.
    pub fn take(&self) -> Vec<Request> {
        std::mem::take(&mut self.inner.requests.lock().unwrap())
    }
}

async fn answer(
    State(inner): State<Arc<Inner>>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> Response {
    let authorization = headers.get("authorization");
    let request = Request {
        authorization: authorization.map(|value| value.to_str().unwrap().to_owned()),
        body,
    };
    inner.requests.lock().unwrap().push(request.clone());
    let manner = *inner.manner.lock().unwrap();
    let mut vectors: Vec<Vec<f32>> = request.texts().iter().map(|text| vector(text)).collect();
    match manner {
        Manner::Sound => {}
        Manner::Silent => std::future::pending().await,
        Manner::Trouble => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Manner::BreaksOff => {
            let parts = [Ok("{\"data\":"), Err(std::io::Error::other("gone"))];
            return Body::from_stream(futures_util::stream::iter(parts)).into_response();
        }
        Manner::Wider => vectors.iter_mut().for_each(|vector| vector.push(1.0)),
        Manner::TooMany => vectors.extend(vectors.clone()),
        Manner::Zero => vectors.iter_mut().for_each(|vector| vector.fill(0.0)),
        Manner::NotJson => return "<html>{\"data\":".into_response(),
        Manner::Elsewhere => {
            let to = [("location", "/v1/embeddings?again")];
            return (StatusCode::TEMPORARY_REDIRECT, to).into_response();
        }
    }
    // Backwards, since only the index says which is whose.
    let items = vectors.iter().enumerate().rev();
    let data: Vec<Value> = items
        .map(|(index, embedding)| json!({ "object": "embedding", "index": index, "embedding": embedding }))
        .collect();
    Json(json!({ "object": "list", "data": data, "model": "concepts" })).into_response()
}

/// The concepts of a text. An entry without any is like other such entries and like no question.
fn vector(text: &str) -> Vec<f32> {
    let text = text.to_lowercase();
    let has = |words: &&[&str]| words.iter().any(|word| text.contains(word));
    let mut vector: Vec<f32> = CONCEPTS
        .iter()
        .map(|words| f32::from(u8::from(has(words))))
        .collect();
    let is_nothing = vector.iter().all(|x| *x == 0.0);
    let is_entry = text.contains('\n');
    vector.push(f32::from(u8::from(is_nothing && is_entry)));
    vector.push(f32::from(u8::from(is_nothing && !is_entry)));
    vector
}
