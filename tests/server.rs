//! The real program in a process of its own, and visitors who talk to it over HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

/// A Tuesday morning at which the counter is open.
pub const TUESDAY: &str = "2026-12-01T10:00:00+09:00";
/// So long a test waits for what must come; it only passes in full when something is broken.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running `madoguchi serve`; killed when it goes out of scope.
pub struct Server {
    child: Child,
    stdout: BufReader<ChildStdout>,
    pub base: String,
    pub database: PathBuf,
}

impl Server {
    /// Starts on a free port with the options given, and returns when the address is known.
    pub fn start(database: &Path, options: &[&str]) -> Server {
        let mut child = command("serve", database, options)
            .args(["--listen", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        stdout.read_line(&mut first).unwrap();
        let base = first.trim().trim_end_matches('/').to_owned();
        assert!(
            base.starts_with("http://127.0.0.1:"),
            "the first line is the web address, not {first:?}"
        );
        Server {
            child,
            stdout,
            base,
            database: database.to_owned(),
        }
    }

    /// Somebody new with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor::at(&self.base)
    }

    /// What stands on the terminal behind these words.
    pub fn tells(&mut self, words: &str) -> String {
        loop {
            let mut line = String::new();
            let read = self.stdout.read_line(&mut line).unwrap();
            assert!(read > 0, "the program ended without telling {words:?}");
            if let Some(rest) = line.strip_prefix(words) {
                return rest.trim().to_owned();
            }
        }
    }

    /// Waits for the end of the program; what it has said since.
    pub fn says_until_its_end(mut self) -> String {
        let mut said = String::new();
        self.stdout.read_to_string(&mut said).unwrap();
        self.child.wait().unwrap();
        said
    }

    /// A request without a body.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::to(self.visitor().request(Method::GET, path)).await
    }

    /// Asks the program to stop, as a service manager does, without waiting for the end.
    pub fn ask_to_stop(&self) {
        let kill = format!("kill -TERM {}", self.child.id());
        let status = Command::new("sh").args(["-c", &kill]).status().unwrap();
        assert!(status.success());
    }

    /// Waits for the end of the program.
    pub fn ended(mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    /// kill -9: no goodbye, no flush.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// A clerk at another terminal writes one line.
    pub fn clerk_writes(&self, line: &str, options: &[&str]) {
        let mut clerk = command("chat", &self.database, options)
            .args(["--as", "staff", "--name", "clerk-1"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut terminal = clerk.stdin.take().unwrap();
        writeln!(terminal, "{line}").unwrap();
        drop(terminal);
        assert!(clerk.wait().unwrap().success());
    }

    /// Somebody gets a password from the operator.
    pub fn gives_password(&self, name: &str, password: &str, options: &[&str]) {
        let mut operator = command("staff", &self.database, options)
            .args(["password", name])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut terminal = operator.stdin.take().unwrap();
        writeln!(terminal, "{password}").unwrap();
        drop(terminal);
        assert!(operator.wait().unwrap().success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The program with a command, its database and options.
pub fn command(what: &str, database: &Path, options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command
        .arg(what)
        .arg("--db")
        .arg(database)
        .args(options)
        .env_remove("TELOXIDE_TOKEN");
    command
}

/// What the server answered.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub async fn to(request: RequestBuilder) -> Answer {
        Answer::try_to(request).await.unwrap()
    }

    /// An answer, unless the server is gone.
    pub async fn try_to(request: RequestBuilder) -> reqwest::Result<Answer> {
        let response = request.send().await?;
        Ok(Answer {
            status: response.status(),
            headers: response.headers().clone(),
            // Icons are no text, and nobody reads them here.
            body: String::from_utf8_lossy(&response.bytes().await?).into_owned(),
        })
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// The sentence that says why something was refused.
    pub fn sentence(&self) -> String {
        let error = self.json()["error"].as_str().unwrap_or_default().to_owned();
        assert!(error.ends_with('.') || error.ends_with('。'), "{error:?}");
        error
    }
}

/// Somebody who talks to the desk through the JSON API.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    base: String,
    pub token: Option<String>,
    turns: u32,
}

impl Visitor {
    /// Somebody new at an address.
    pub fn at(base: &str) -> Visitor {
        // Refused posts are looked at, not followed.
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .build()
            .unwrap();
        Visitor {
            client,
            base: base.to_owned(),
            token: None,
            turns: 0,
        }
    }

    /// The same person goes on elsewhere, for example after a restart.
    pub fn with_token(mut self, other: &Visitor) -> Visitor {
        self.token.clone_from(&other.token);
        self.turns = other.turns;
        self
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }

    /// A request of the API with this body, whatever it is.
    pub fn post(&self, body: impl ToString) -> RequestBuilder {
        self.request(Method::POST, "/api/chat")
            .header("content-type", "application/json")
            .body(body.to_string())
    }

    /// The next message: the token is filled in, the key is new.
    pub fn next(&mut self, what: &str, value: &str) -> Value {
        self.turns += 1;
        json!({ "conversation": self.token, "key": format!("turn-{}", self.turns), what: value })
    }

    pub async fn says(&mut self, text: &str) -> Value {
        let message = self.next("text", text);
        self.sends(message).await
    }

    pub async fn picks(&mut self, choice: &str) -> Value {
        let message = self.next("choice", choice);
        self.sends(message).await
    }

    /// Sends a message, which must be taken.
    pub async fn sends(&mut self, message: Value) -> Value {
        let answer = Answer::to(self.post(&message)).await;
        assert_eq!(answer.status, StatusCode::OK, "{message}: {answer:?}");
        let said = answer.json();
        self.token = said["conversation"].as_str().map(str::to_owned);
        said
    }

    /// Says that everything up to this reply is before somebody's eyes.
    pub async fn sees(&self, id: &str) -> Answer {
        let path = format!("/api/chat/{}/seen", self.token.as_ref().unwrap());
        let body = serde_json::json!({ "id": id }).to_string();
        let request = self.request(Method::POST, &path);
        Answer::to(
            request
                .header("content-type", "application/json")
                .body(body),
        )
        .await
    }

    /// Follows what arrives later.
    pub async fn follows(&self, query: &str, last_event: Option<&str>) -> Events {
        let path = format!("/api/chat/{}/events{query}", self.token.as_ref().unwrap());
        let mut request = self.request(Method::GET, &path);
        if let Some(id) = last_event {
            request = request.header("last-event-id", id);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Events {
            response,
            unread: String::new(),
        }
    }
}

/// A stream of server-sent events.
pub struct Events {
    response: reqwest::Response,
    unread: String,
}

impl Events {
    /// The next event, as its id and its reply; nothing when the server has closed the stream.
    pub async fn next(&mut self) -> Option<(String, Value)> {
        loop {
            if let Some((event, rest)) = self.unread.split_once("\n\n") {
                let field = |name: &str| {
                    let mut lines = event.lines();
                    lines.find_map(|line| Some(line.strip_prefix(name)?.trim().to_owned()))
                };
                let found = field("id:").zip(field("data:"));
                self.unread = rest.to_owned();
                if let Some((id, data)) = found {
                    return Some((id, serde_json::from_str(&data).unwrap()));
                }
                continue;
            }
            let chunk = tokio::time::timeout(PATIENCE, self.response.chunk()).await;
            let chunk = chunk.expect("nothing arrived in time").unwrap()?;
            self.unread.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}

/// The phrase ids of a reply, in order.
pub fn phrases(said: &Value) -> Vec<String> {
    let replies = said["replies"].as_array().unwrap();
    let ids = replies.iter().map(|reply| reply["phrase"].as_str());
    ids.map(|id| id.unwrap().to_owned()).collect()
}

/// The first choice offered whose id begins so.
pub fn choice(said: &Value, prefix: &str) -> Option<String> {
    let replies = said["replies"].as_array().unwrap();
    replies
        .iter()
        .flat_map(|reply| reply["choices"].as_array().unwrap())
        .filter_map(|choice| choice["id"].as_str())
        .find(|id| id.starts_with(prefix))
        .map(str::to_owned)
}
