//! The review page as the people who review meet it: over HTTP, on a folder of answers of their own, with a clock that
//! only tests move. Visitors talk to the same desk.

mod door;
mod questions;
mod texts;

use madoguchi::config::Config;
use madoguchi::desk::language::Language;
use madoguchi::library::Source;
use reqwest::{Method, StatusCode};
use tokio::sync::watch;

use crate::faq::{folder, people};
use crate::harness::{CityHall, Scratch, config_with};
use crate::server::{Answer, Visitor};

/// A Tuesday morning on the day on which the tests of the answers write.
const MORNING: &str = "2026-12-01T10:00:00";
const PARKING_JA: &str = "/review/text/parking/ja";
const PARKING_EN: &str = "/review/text/parking/en";

/// A desk that serves the page. One topic is approved in two languages: `parking`.
struct Office {
    hall: CityHall,
    answers: Scratch,
    base: String,
    // The desk serves as long as this end is there.
    _stop: watch::Sender<bool>,
}

/// The example configuration with three people who have a token each.
fn staffed() -> Config {
    let mut config = config_with(&[]);
    config.faq.people = people();
    let tokens = people().into_iter().map(|person| {
        let token = token(&person.name);
        (person.name, token)
    });
    config.secrets.review_tokens = tokens.collect();
    config
}

/// The token of a person.
fn token(name: &str) -> String {
    format!("the-long-token-of-{name}")
}

impl Office {
    async fn open() -> Office {
        let answers = folder();
        let source = Source::Folder(answers.0.clone());
        Office::open_on(answers, source, staffed(), None).await
    }

    /// An office with this configuration; `shared` opens for everybody.
    async fn open_with(config: Config, shared: Option<&str>) -> Office {
        let answers = folder();
        let source = Source::Folder(answers.0.clone());
        Office::open_on(answers, source, config, shared).await
    }

    async fn open_on(
        answers: Scratch,
        source: Source,
        config: Config,
        shared: Option<&str>,
    ) -> Office {
        let hall = CityHall::open_on(MORNING, config, source);
        let kept = madoguchi::app::review::approved(&hall.app.library());
        hall.app.keep_texts(kept).await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = watch::channel(false);
        let router = madoguchi::channels::web::router(hall.app.clone(), stopped, shared, None);
        tokio::spawn(madoguchi::channels::web::serve(
            listener,
            router,
            std::future::pending(),
        ));
        Office {
            hall,
            answers,
            base,
            _stop: stop,
        }
    }

    fn visitor(&self) -> Visitor {
        Visitor::at(&self.base)
    }

    /// Somebody who has not come in.
    fn stranger(&self) -> Colleague {
        Colleague {
            visitor: self.visitor(),
            cookie: String::new(),
        }
    }

    /// Somebody who has come in with their own token.
    async fn colleague(&self, name: &str) -> Colleague {
        let mut colleague = self.stranger();
        let answer = colleague.enters(name, &token(name)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        colleague
    }

    /// The words of the page under an id of the locale.
    fn words(&self, id: &str) -> String {
        let words = self.hall.app.words(id, Language::Ja);
        assert_ne!(words, id);
        words
    }

    /// A file of the answers.
    fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.answers.file(name)).unwrap()
    }

    /// What the record of who did what says, the newest last.
    fn audit(&self) -> Vec<String> {
        let read = self.hall.app.store().read(|sql| {
            let mut rows = sql.prepare("SELECT who, what, subject FROM audit ORDER BY rowid")?;
            let rows = rows.query_map([], |row| {
                let column = |n| row.get::<_, String>(n);
                Ok(format!("{} {} {}", column(0)?, column(1)?, column(2)?))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        });
        read.unwrap()
    }
}

/// A browser of somebody who reviews: it keeps the cookie of the page.
struct Colleague {
    visitor: Visitor,
    cookie: String,
}

impl Colleague {
    async fn sends(&self, method: Method, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.visitor.request(method, path);
        Answer::to(request.header("cookie", &self.cookie).form(fields)).await
    }

    async fn gets(&self, path: &str) -> Answer {
        self.sends(Method::GET, path, &[]).await
    }

    async fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.sends(Method::POST, path, fields).await
    }

    /// A page that is there.
    async fn reads(&self, path: &str) -> String {
        let answer = self.gets(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
        answer.body
    }

    async fn enters(&mut self, name: &str, token: &str) -> Answer {
        let fields = [("name", name), ("token", token)];
        let answer = self.posts("/review/enter", &fields).await;
        if let Some(cookie) = answer.header("set-cookie").split(';').next() {
            cookie.clone_into(&mut self.cookie);
        }
        answer
    }

    /// Decides on a text as its page shows it.
    async fn says(&self, path: &str, say: &str, comment: &str) -> Answer {
        let page = self.reads(path).await;
        self.says_of(&page, path, say, comment).await
    }

    /// Decides on a text as a page has shown it some time ago.
    async fn says_of(&self, page: &str, path: &str, say: &str, comment: &str) -> Answer {
        let seen = value(page, "name=\"seen\" value=\"");
        let fields = [("seen", seen.as_str()), ("say", say), ("comment", comment)];
        self.posts(path, &fields).await
    }

    /// Approves a text, which must be possible.
    async fn approves(&self, path: &str) {
        let answer = self.says(path, "approve", "").await;
        assert_eq!(
            answer.header("location"),
            "/review?done=approved",
            "{answer:?}"
        );
    }
}

/// What stands behind a mark on a page, up to the next quotation mark.
fn value(page: &str, mark: &str) -> String {
    let (_, rest) = page
        .split_once(mark)
        .unwrap_or_else(|| panic!("{mark} is not on the page: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// What somebody reads on a page: its words without its marks, one space between.
fn plain(page: &str) -> String {
    let mut words = String::new();
    for part in page.split('<') {
        words.push_str(part.split_once('>').map_or("", |(_, text)| text));
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
