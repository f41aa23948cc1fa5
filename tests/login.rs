//! The door of the staff as those meet it who work at the desk: over HTTP, with a clock that only tests move; and as the
//! operator sees it, in the terminal.

mod audit;
mod blocks;
mod door;
mod factor;
mod floor;
mod incident;
mod own;
mod roster;
mod routes;
mod terminal;
mod voices;
mod walk;

use std::collections::BTreeMap;
use std::sync::Mutex;

use madoguchi::app::password::Password;
use madoguchi::config::Config;
use madoguchi::desk::language::Language;
use reqwest::{Method, StatusCode};
use tokio::sync::watch;

use crate::harness::{CityHall, config_with};
use crate::review_page::value;
use crate::server::{Answer, Visitor};

/// A Tuesday morning at which the counter is open.
const MORNING: &str = "2026-12-01T10:00:00";
/// The token of a start.
const TOKEN: &str = "the-token-of-this-start-0123456789";
const INSIDE: &str = "madoguchi-staff";

/// A desk with its staff's pages.
struct Hall {
    hall: CityHall,
    base: String,
    // The desk serves as long as this end is there.
    _stop: watch::Sender<bool>,
}

/// The example with somebody in the hall.
fn staffed() -> Config {
    let counter = "{ name = \"counter\", role = \"clerk\" },";
    let hall = "{ name = \"counter\", role = \"clerk\" }, { name = \"hall\", role = \"floor\", telegram = 7001 },";
    config_with(&[(counter, hall)])
}

/// The password of a person.
fn password(name: &str) -> String {
    format!("the long password of {name}")
}

async fn serve(hall: &CityHall, token: Option<&str>) -> (String, watch::Sender<bool>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (stop, stopped) = watch::channel(false);
    let router = madoguchi::channels::web::router(hall.app.clone(), stopped, token);
    tokio::spawn(madoguchi::channels::web::serve(
        listener,
        router,
        std::future::pending(),
    ));
    (base, stop)
}

impl Hall {
    async fn open() -> Hall {
        Hall::open_with(staffed(), None).await
    }

    async fn open_with(config: Config, token: Option<&str>) -> Hall {
        let hall = CityHall::open_with(MORNING, config);
        let (base, stop) = serve(&hall, token).await;
        Hall {
            hall,
            base,
            _stop: stop,
        }
    }

    /// The desk starts again on the same database.
    async fn restart(&mut self, token: Option<&str>) {
        self.hall.restart();
        (self.base, self._stop) = serve(&self.hall, token).await;
    }

    fn browser(&self) -> Browser {
        Browser::at(&self.base)
    }

    /// Somebody gets a password.
    async fn gives_password(&self, name: &str) {
        let password = Password::new(&password(name), name).unwrap();
        self.hall.app.set_password(name, &password).await.unwrap();
    }

    /// Somebody who has a password and has come in with it.
    async fn inside(&self, name: &str) -> Browser {
        self.gives_password(name).await;
        let browser = self.browser();
        let answer = browser.enters(name, &password(name), "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        browser
    }

    /// The words of the pages under an id of the locale.
    fn words(&self, id: &str) -> String {
        let words = self.hall.app.words(id, Language::Ja);
        assert_ne!(words, id);
        words
    }

    fn sessions(&self) -> i64 {
        self.hall.count("SELECT count(*) FROM clerk_sessions")
    }
}

/// A browser: it keeps cookies, and sends a form with the key of the page it stands on.
pub struct Browser {
    visitor: Visitor,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Browser {
    pub fn at(base: &str) -> Browser {
        Browser {
            visitor: Visitor::at(base),
            cookies: Mutex::default(),
        }
    }

    pub fn cookie(&self, name: &str) -> String {
        let cookies = self.cookies.lock().unwrap();
        cookies.get(name).cloned().unwrap_or_default()
    }

    pub fn holds(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.lock().unwrap();
        cookies.insert(name.to_owned(), value.to_owned());
    }

    pub async fn sends(&self, method: Method, path: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> = {
            let cookies = self.cookies.lock().unwrap();
            cookies.iter().map(|(k, v)| format!("{k}={v}")).collect()
        };
        let mut request = self.visitor.request(method.clone(), path);
        if !pairs.is_empty() {
            request = request.header("cookie", pairs.join("; "));
        }
        if method == Method::POST {
            request = request.form(fields);
        }
        let answer = Answer::to(request).await;
        for line in answer.headers.get_all("set-cookie") {
            let (pair, flags) = line.to_str().unwrap().split_once("; ").unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            if flags.ends_with("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub async fn gets(&self, path: &str) -> Answer {
        self.sends(Method::GET, path, &[]).await
    }

    /// A page that is there.
    async fn reads(&self, path: &str) -> String {
        let answer = self.gets(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
        answer.body
    }

    /// Sends a form with a key.
    async fn posts(&self, path: &str, key: &str, fields: &[(&str, &str)]) -> Answer {
        let mut fields = fields.to_vec();
        fields.push(("key", key));
        self.sends(Method::POST, path, &fields).await
    }

    /// The key of the last form of a page: those before belong to its frame.
    async fn key(&self, path: &str) -> String {
        let page = self.reads(path).await;
        let (_, form) = page.rsplit_once("name=\"key\"").unwrap();
        value(form, "value=\"")
    }

    /// Comes in at the door, from the page that was asked for.
    pub async fn enters(&self, name: &str, password: &str, to: &str) -> Answer {
        let page = self.gets(&format!("/staff/enter?to={to}")).await;
        assert_eq!(page.status, StatusCode::OK, "{page:?}");
        let key = value(&page.body, "name=\"key\" value=\"");
        let fields = [("name", name), ("password", password), ("to", to)];
        self.posts("/staff/enter", &key, &fields).await
    }

    /// Comes in with a code of the second factor.
    async fn enters_with(&self, name: &str, code: &str) -> Answer {
        let page = self.reads("/staff/enter").await;
        let key = value(&page, "name=\"key\" value=\"");
        let password = password(name);
        let fields = [
            ("name", name),
            ("password", password.as_str()),
            ("code", code),
        ];
        self.posts("/staff/enter", &key, &fields).await
    }

    /// Sets a password on the page for it.
    async fn sets(&self, old: &str, new: &str, again: &str) -> Answer {
        let page = self.reads("/staff/password").await;
        let key = value(&page, "name=\"key\" value=\"");
        let fields = [("old", old), ("new", new), ("again", again)];
        self.posts("/staff/password", &key, &fields).await
    }

    async fn is_in(&self) -> bool {
        let answer = self.gets("/staff/day").await;
        match answer.status {
            StatusCode::OK => true,
            StatusCode::SEE_OTHER => {
                assert_eq!(answer.header("location"), "/staff/enter");
                false
            }
            _ => panic!("{answer:?}"),
        }
    }
}
