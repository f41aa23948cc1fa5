//! What the bot sends in a call and what Telegram answers to it.

use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use serde_json::{Map, Value, json};

/// A refusal in Telegram's words.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    code: u16,
    description: String,
    parameters: Option<Value>,
}

impl Refusal {
    /// A refusal with its code and its whole description.
    pub(super) fn new(code: u16, description: &str) -> Self {
        Self {
            code,
            description: description.to_owned(),
            parameters: None,
        }
    }

    /// A `Bad Request` about the given matter.
    pub(super) fn bad(matter: &str) -> Self {
        Self::new(400, &format!("Bad Request: {matter}"))
    }

    /// Adds the machine-readable part of the refusal.
    pub(super) fn with(mut self, parameters: Value) -> Self {
        self.parameters = Some(parameters);
        self
    }
}

/// The result of a method: what is put under `result`, or a refusal.
pub(super) type Outcome = Result<Value, Refusal>;

/// An answer ready for the wire.
#[derive(Debug)]
pub(super) struct Reply {
    status: u16,
    content_type: &'static str,
    body: Vec<u8>,
}

impl Reply {
    /// The answer to a method's outcome.
    pub(super) fn of(outcome: Outcome) -> Self {
        match outcome {
            Ok(result) => Self::json(200, &json!({ "ok": true, "result": result })),
            Err(refusal) => Self::refused(&refusal),
        }
    }

    /// An answer that refuses the call.
    pub(super) fn refused(refusal: &Refusal) -> Self {
        let mut answer = json!({
            "ok": false, "error_code": refusal.code, "description": refusal.description,
        });
        if let Some(parameters) = &refusal.parameters {
            answer["parameters"] = parameters.clone();
        }
        Self::json(refusal.code, &answer)
    }

    /// A batch of updates, each of which is JSON already.
    pub(super) fn batch<T: AsRef<str>>(updates: &[T]) -> Self {
        let size = updates
            .iter()
            .map(|one| one.as_ref().len() + 1)
            .sum::<usize>()
            + 32;
        let mut body = String::with_capacity(size);
        body.push_str(r#"{"ok":true,"result":["#);
        for (place, update) in updates.iter().enumerate() {
            if place > 0 {
                body.push(',');
            }
            body.push_str(update.as_ref());
        }
        body.push_str("]}");
        Self {
            status: 200,
            content_type: "application/json",
            body: body.into_bytes(),
        }
    }

    /// An HTML page, as a failing front server shows it.
    pub(super) fn page(status: u16, title: &str) -> Self {
        let body = format!("<html><head><title>{title}</title></head><body>{title}</body></html>");
        Self {
            status,
            content_type: "text/html",
            body: body.into_bytes(),
        }
    }

    /// The content of a file.
    pub(super) fn file(body: Vec<u8>) -> Self {
        Self {
            status: 200,
            content_type: "application/octet-stream",
            body,
        }
    }

    /// The answer as axum sends it.
    pub(super) fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).expect("a status known to HTTP");
        let kind = header::HeaderValue::from_static(self.content_type);
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }

    fn json(status: u16, value: &Value) -> Self {
        let body = serde_json::to_vec(value).expect("a JSON value can always be written");
        Self {
            status,
            content_type: "application/json",
            body,
        }
    }
}

/// The parameters of a call. As with Telegram, a form may carry numbers and objects as text.
#[derive(Clone, Debug, Default)]
pub(super) struct Params(pub(super) Map<String, Value>);

impl Params {
    /// Reads a JSON or multipart body; `None` when it is neither.
    pub(super) fn read(content_type: &str, body: &[u8]) -> Option<Self> {
        if let Some((_, boundary)) = content_type.split_once("boundary=") {
            let boundary = boundary
                .split(';')
                .next()
                .unwrap_or(boundary)
                .trim_matches('"');
            return Some(Self(form_fields(boundary, body)));
        }
        if body.is_empty() {
            return Some(Self::default());
        }
        serde_json::from_slice(body).ok().map(Self)
    }

    /// A parameter as text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// A parameter as a whole number.
    pub(super) fn integer(&self, name: &str) -> Option<i64> {
        let value = self.0.get(name)?;
        value.as_i64().or_else(|| value.as_str()?.parse().ok())
    }

    /// A parameter as a truth value; a missing one is false.
    pub(super) fn flag(&self, name: &str) -> bool {
        match self.0.get(name) {
            Some(Value::Bool(set)) => *set,
            Some(Value::String(text)) => text.eq_ignore_ascii_case("true"),
            _ => false,
        }
    }

    /// A parameter as an object or array.
    pub(super) fn json(&self, name: &str) -> Option<Value> {
        match self.0.get(name)? {
            Value::Null => None,
            Value::String(text) => serde_json::from_str(text).ok(),
            other => Some(other.clone()),
        }
    }
}

/// The fields of a multipart form. Files are kept as lossy text: the tests only ask whether
/// they came.
fn form_fields(boundary: &str, body: &[u8]) -> Map<String, Value> {
    let body = String::from_utf8_lossy(body);
    let line = format!("--{boundary}");
    body.split(&line)
        .skip(1)
        .filter_map(|part| {
            let (head, content) = part.split_once("\r\n\r\n")?;
            let (_, name) = head.split_once("name=\"")?;
            let (name, _) = name.split_once('"')?;
            let content = content.strip_suffix("\r\n").unwrap_or(content);
            Some((name.to_owned(), Value::from(content)))
        })
        .collect()
}
