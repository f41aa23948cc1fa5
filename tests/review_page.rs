//! The review page as the people who review meet it: over HTTP, on a folder of answers of their own, with a clock that
//! only tests move. Visitors talk to the same desk.

mod door;
mod feedback;
mod questions;
mod texts;

use madoguchi::config::Config;
use madoguchi::desk::language::Language;
use madoguchi::library::Source;
use reqwest::{Method, StatusCode};
use tokio::sync::watch;

use madoguchi::app::password::Password;

use crate::faq::{folder, people};
use crate::harness::{CityHall, Scratch, config_with};
use crate::login::Browser;
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

/// The example configuration with three people.
fn staffed() -> Config {
    let mut config = config_with(&[]);
    config.faq.people = people();
    config
}

/// The password of a person.
fn password(name: &str) -> String {
    format!("the long password of {name}")
}

impl Office {
    async fn open() -> Office {
        let answers = folder();
        let source = Source::Folder(answers.0.clone());
        Office::open_on(answers, source, staffed()).await
    }

    /// An office with this configuration.
    async fn open_with(config: Config) -> Office {
        let answers = folder();
        let source = Source::Folder(answers.0.clone());
        Office::open_on(answers, source, config).await
    }

    async fn open_on(answers: Scratch, source: Source, config: Config) -> Office {
        let hall = CityHall::open_on(MORNING, config, source);
        let kept = madoguchi::app::review::approved(&hall.app.library());
        hall.app.keep_texts(kept).await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = watch::channel(false);
        let router = madoguchi::channels::web::router(hall.app.clone(), stopped, None);
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
            browser: Browser::at(&self.base),
            key: String::new(),
        }
    }

    /// Somebody gets a password.
    async fn gives_password(&self, name: &str) {
        let password = Password::new(&password(name), name).unwrap();
        self.hall.app.set_password(name, &password).await.unwrap();
    }

    /// Somebody who has come in with their own password.
    async fn colleague(&self, name: &str) -> Colleague {
        self.gives_password(name).await;
        let mut colleague = self.stranger();
        let answer = colleague.enters(name, &password(name)).await;
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
            let mut rows = sql.prepare(
                "SELECT who, what, subject FROM audit WHERE what LIKE '%-text' OR what = 'settle-misses' ORDER BY id",
            )?;
            let rows = rows.query_map([], |row| {
                let column = |n| row.get::<_, String>(n);
                Ok(format!("{} {} {}", column(0)?, column(1)?, column(2)?))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        });
        read.unwrap()
    }
}

/// A browser of somebody who reviews; what it posts carries the key that the pages have for it.
struct Colleague {
    browser: Browser,
    key: String,
}

impl Colleague {
    async fn sends(&self, method: Method, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut fields = fields.to_vec();
        if method == Method::POST {
            fields.push(("key", &self.key));
        }
        self.browser.sends(method, path, &fields).await
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

    async fn enters(&mut self, name: &str, password: &str) -> Answer {
        let answer = self.browser.enters(name, password, "review").await;
        if answer.status == StatusCode::SEE_OTHER {
            self.key = value(&self.reads("/review").await, "name=\"key\" value=\"");
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
pub fn value(page: &str, mark: &str) -> String {
    let (_, rest) = page
        .split_once(mark)
        .unwrap_or_else(|| panic!("{mark} is not on the page: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// What somebody reads on a page: its words without its marks, one space between.
pub fn plain(page: &str) -> String {
    let mut words = String::new();
    for part in page.split('<') {
        words.push_str(part.split_once('>').map_or("", |(_, text)| text));
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
