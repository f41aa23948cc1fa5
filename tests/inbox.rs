//! The inbox of the staff as clerks meet it: over HTTP, with a clock that only tests move.

mod canned;
mod case;
mod list;
mod replies;
mod sheet;
mod translation;

use std::time::Duration;

use madoguchi::app::password::Password;
use madoguchi::config::Config;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::Said;
use reqwest::{Method, StatusCode};
use tokio::sync::watch;

use crate::harness::{CityHall, config_with};
use crate::login::Browser;
use crate::review_page::value;
use crate::server::Answer;

/// A Tuesday morning at which the counter is open.
const MORNING: &str = "2026-12-01T10:00:00";
const WISH: &str = "職員と話したい";
const LOST: &str = "マイナンバーカードをなくした";

/// A desk with two clerks, a supervisor and somebody of the city who looks on.
struct Inbox {
    hall: CityHall,
    base: String,
    // The desk serves as long as this end is there.
    _stop: watch::Sender<bool>,
}

fn staffed() -> Config {
    let counter = "{ name = \"counter\", role = \"clerk\" },";
    let more = "{ name = \"counter-2\", role = \"clerk\" }, { name = \"city\", role = \"reviewer\", organisation = \"city\" },";
    config_with(&[(counter, &format!("{counter} {more}"))])
}

impl Inbox {
    async fn open() -> Inbox {
        Inbox::open_with(staffed()).await
    }

    async fn open_with(config: Config) -> Inbox {
        let hall = CityHall::open_with(MORNING, config);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = watch::channel(false);
        let router = madoguchi::channels::web::router(hall.app.clone(), stopped, None);
        tokio::spawn(madoguchi::channels::web::serve(
            listener,
            router,
            std::future::pending(),
        ));
        Inbox {
            hall,
            base,
            _stop: stop,
        }
    }

    /// Somebody of the staff in a browser of their own.
    async fn clerk(&self, name: &str) -> Clerk {
        let password = format!("the long password of {name}");
        let set = Password::new(&password, name).unwrap();
        self.hall.app.set_password(name, &set).await.unwrap();
        let browser = Browser::at(&self.base);
        let answer = browser.enters(name, &password, "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        Clerk {
            browser,
            base: self.base.clone(),
        }
    }

    /// A citizen says something that opens a case; its number.
    async fn case_of(&mut self, name: &str, text: &str) -> i64 {
        self.hall.says(name, text).await;
        self.newest()
    }

    /// The same in another language, which the citizen has chosen.
    async fn case_in(&mut self, name: &str, language: Language, texts: &[&str]) -> i64 {
        for text in texts {
            let said = Said::Text((*text).to_owned());
            self.hall.receive(name, said, Some(language)).await;
        }
        self.newest()
    }

    fn newest(&self) -> i64 {
        self.hall.count("SELECT max(id) FROM cases")
    }

    fn words(&self, id: &str) -> String {
        let words = self.hall.app.words(id, Language::Ja);
        assert_ne!(words, id);
        words
    }

    /// How much has been written to residents.
    fn written(&self) -> i64 {
        (self.hall).count("SELECT count(*) FROM outbox WHERE resident IS NOT NULL")
    }
}

/// Somebody of the staff who has come in.
struct Clerk {
    browser: Browser,
    base: String,
}

impl Clerk {
    async fn reads(&self, path: &str) -> String {
        let answer = self.browser.gets(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
        answer.body
    }

    async fn sees(&self, case: i64) -> String {
        self.reads(&format!("/staff/cases/{case}")).await
    }

    /// The key of the page of a case.
    async fn key(&self, case: i64) -> String {
        value(&self.sees(case).await, "data-key=\"")
    }

    async fn posts(&self, path: &str, key: &str, fields: &[(&str, &str)]) -> Answer {
        let mut fields = fields.to_vec();
        fields.push(("key", key));
        self.browser.sends(Method::POST, path, &fields).await
    }

    /// Presses a button on the page of a case; what the page says then.
    async fn presses(&self, case: i64, what: &str, more: &[(&str, &str)]) -> String {
        let page = self.sees(case).await;
        let key = value(&page, "data-key=\"");
        let seen = page.split_once("name=\"seen\" value=\"");
        let seen = seen.map_or("0", |(_, rest)| rest.split('"').next().unwrap());
        let mut fields = vec![("what", what), ("seen", seen)];
        fields.extend_from_slice(more);
        let path = format!("/staff/cases/{case}/do");
        done(&self.posts(&path, &key, &fields).await)
    }

    async fn replies(&self, case: i64, text: &str) -> Answer {
        let key = self.key(case).await;
        let path = format!("/staff/cases/{case}/reply");
        self.posts(&path, &key, &[("text", text)]).await
    }

    /// Asks for something that helps to answer, or sends what was shown (`aid` and `send`).
    async fn asks(&self, case: i64, place: &str, fields: &[(&str, &str)]) -> Answer {
        let key = self.key(case).await;
        let path = format!("/staff/cases/{case}/{place}");
        self.posts(&path, &key, fields).await
    }

    async fn notes(&self, case: i64, text: &str) -> Answer {
        let key = self.key(case).await;
        let path = format!("/staff/cases/{case}/note");
        self.posts(&path, &key, &[("text", text)]).await
    }

    /// A stream that this clerk's browser follows.
    async fn follows(&self, path: &str) -> Stream {
        let inside = "madoguchi-staff";
        let cookie = format!("{inside}={}", self.browser.cookie(inside));
        let request = reqwest::Client::new().get(format!("{}{path}", self.base));
        let response = request.header("cookie", cookie).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Stream {
            response,
            read: String::new(),
        }
    }
}

/// The notice that an address carries.
fn done(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    let location = answer.header("location");
    let (_, done) = location.split_once("done=").unwrap();
    done.to_owned()
}

struct Stream {
    response: reqwest::Response,
    read: String,
}

impl Stream {
    /// Reads until these words have come.
    async fn brings(&mut self, words: &str) {
        // The stream tells the time again and again, so each wait by itself would never end.
        let patience = tokio::time::Instant::now() + Duration::from_secs(30);
        while !self.read.contains(words) {
            let chunk = tokio::time::timeout_at(patience, self.response.chunk()).await;
            let chunk = chunk.unwrap_or_else(|_| panic!("{words} has not come: {}", self.read));
            self.read.push_str(
                std::str::from_utf8(&chunk.unwrap().expect("the stream goes on")).unwrap(),
            );
        }
    }
}
