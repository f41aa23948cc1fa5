//! A LibreTranslate-compatible service on loopback. It says one sentence in each language and keeps the placeholders in
//! their order, unless it is told to misbehave.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Json, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use madoguchi::config::Translate;
use serde_json::{Value, json};

/// How the service behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Sound,
    /// It damages brackets, spaces and widths of placeholders as engines do.
    Careless,
    Trouble,
    TooMany,
    Forbidden,
    /// Answers, but later than anybody waits.
    Slow,
    /// Takes the request and never answers.
    Silent,
    /// The connection ends in the middle of the answer.
    BreaksOff,
    NotJson,
    Huge,
    Empty,
    /// A figure stands where the first placeholder was.
    ChangesNumber,
    Drops,
    Doubles,
    Swaps,
    Adds,
    /// The translation is sound, but the way back loses a value.
    DropsOnTheWayBack,
    /// It answers in Japanese whatever is asked for.
    WrongLanguage,
    Rambles,
    /// It says that it has a language and then refuses its code.
    RefusesCode,
    /// Sends the text on to another address.
    Elsewhere,
    /// These words, there and back.
    Says(&'static str, &'static str),
}

/// The service as a test sees it.
pub struct Fake {
    pub setting: Translate,
    inner: Arc<Inner>,
}

struct Inner {
    manner: Mutex<Manner>,
    languages: Mutex<Value>,
    texts: Mutex<Vec<Value>>,
    paths: Mutex<Vec<&'static str>>,
}

/// Chinese and Portuguese under the codes of older services; no Burmese.
const CODES: [&str; 10] = ["ja", "en", "vi", "zh", "zt", "ko", "tl", "ne", "id", "pt"];

impl Fake {
    pub async fn open() -> Fake {
        let offers = CODES.map(|code| json!({ "code": code, "name": code, "targets": CODES }));
        let inner = Arc::new(Inner {
            manner: Mutex::new(Manner::Sound),
            languages: Mutex::new(json!(offers)),
            texts: Mutex::default(),
            paths: Mutex::default(),
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new()
            .route("/languages", get(languages))
            .route("/translate", post(answer))
            .route("/elsewhere", post(elsewhere))
            .with_state(Arc::clone(&inner));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let setting = Translate {
            url: format!("http://{address}/"),
            // So long that a loaded machine fails no test.
            timeout_ms: 60_000,
            chars_max: 300,
            languages: Vec::new(),
        };
        Fake { setting, inner }
    }

    pub fn is_from_now(&self, manner: Manner) {
        *self.inner.manner.lock().unwrap() = manner;
    }

    pub fn has_only(&self, codes: &[&str]) {
        let offers: Vec<Value> = codes.iter().map(|code| json!({ "code": code })).collect();
        *self.inner.languages.lock().unwrap() = json!(offers);
    }

    /// The bodies that have arrived since the last call.
    pub fn take(&self) -> Vec<Value> {
        std::mem::take(&mut self.inner.texts.lock().unwrap())
    }

    /// The paths that were asked for since the last call.
    pub fn paths(&self) -> Vec<&'static str> {
        std::mem::take(&mut self.inner.paths.lock().unwrap())
    }
}

async fn languages(State(inner): State<Arc<Inner>>) -> Response {
    inner.paths.lock().unwrap().push("/languages");
    Json(inner.languages.lock().unwrap().clone()).into_response()
}

async fn elsewhere(State(inner): State<Arc<Inner>>, Json(body): Json<Value>) -> Response {
    inner.paths.lock().unwrap().push("/elsewhere");
    inner.texts.lock().unwrap().push(body);
    Json(json!({ "translatedText": "gone" })).into_response()
}

async fn answer(State(inner): State<Arc<Inner>>, Json(body): Json<Value>) -> Response {
    inner.paths.lock().unwrap().push("/translate");
    inner.texts.lock().unwrap().push(body.clone());
    let manner = *inner.manner.lock().unwrap();
    let target = body["target"].as_str().unwrap();
    let marks = marks(body["q"].as_str().unwrap());
    match manner {
        Manner::Trouble => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Manner::TooMany => return StatusCode::TOO_MANY_REQUESTS.into_response(),
        Manner::Forbidden => return StatusCode::FORBIDDEN.into_response(),
        Manner::RefusesCode => {
            let error = json!({ "error": format!("{target} is not supported") });
            return (StatusCode::BAD_REQUEST, Json(error)).into_response();
        }
        Manner::Slow => tokio::time::sleep(Duration::from_secs(5)).await,
        Manner::Silent => std::future::pending().await,
        Manner::NotJson => return "<html>{\"translatedText\":".into_response(),
        Manner::Huge => {
            let text = "please come ".repeat(100_000);
            return Json(json!({ "translatedText": text })).into_response();
        }
        Manner::BreaksOff => {
            let parts = [
                Ok("{\"translatedText\":"),
                Err(std::io::Error::other("gone")),
            ];
            return Body::from_stream(futures_util::stream::iter(parts)).into_response();
        }
        Manner::Elsewhere => {
            let to = [("location", "/elsewhere")];
            return (StatusCode::TEMPORARY_REDIRECT, to).into_response();
        }
        _ => {}
    }
    let text = translation(manner, target, &marks);
    Json(json!({ "translatedText": text })).into_response()
}

/// What the service makes of a text with these placeholders.
fn translation(manner: Manner, target: &str, marks: &[String]) -> String {
    let mut marks = marks.to_vec();
    let mut target = target;
    let is_back = target == "ja";
    match manner {
        Manner::Careless => {
            let careless =
                |mark: &String| mark.replace('[', "［ ").replace('X', "x").replace(']', "");
            marks = marks.iter().map(careless).collect();
        }
        Manner::Empty => return " \n".into(),
        Manner::ChangesNumber => marks[0] = "4".into(),
        Manner::DropsOnTheWayBack if is_back => drop(marks.pop()),
        Manner::Drops => drop(marks.pop()),
        Manner::Doubles => marks.push(marks[0].clone()),
        Manner::Swaps => marks.swap(0, 1),
        Manner::Adds => marks.push("၂၀".into()),
        Manner::WrongLanguage => target = "ja",
        Manner::Says(_, back) if is_back => return back.into(),
        Manner::Says(there, _) => return there.into(),
        Manner::Rambles => marks.push("please ".repeat(200)),
        _ => {}
    }
    format!("{}: {}.", sentence(target), marks.join(", "))
}

fn sentence(target: &str) -> &'static str {
    match target {
        "ja" => "来てください",
        "zh" | "zt" => "请来",
        "ko" => "오십시오",
        "ne" => "आउनुहोस्",
        "vi" => "Xin mời đến",
        _ => "Please come",
    }
}

/// The placeholders as they came, damaged or not.
fn marks(text: &str) -> Vec<String> {
    let mut marks = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['[', '［']) {
        let part = &rest[start..];
        let end = part.find([']', ',', '.']).unwrap_or(part.len() - 1);
        let number: String = part[..end].chars().filter(char::is_ascii_digit).collect();
        marks.push(format!("[X{number}X]"));
        rest = &part[end..];
    }
    marks
}
