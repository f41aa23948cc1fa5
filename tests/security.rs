//! What somebody can do who means harm: from another site, with somebody else's numbers and cookies, with texts that are
//! no texts, and by asking until an answer tells something. Roles have their walk in `login/walk.rs`, slow and large
//! requests theirs in `abuse/sockets.rs`.

mod csrf;
mod headers;
mod html;
mod idor;
mod injection;
mod markup;
mod offices;
mod paths;
mod sessions;
mod unknown;

use std::collections::{BTreeMap, BTreeSet};

use madoguchi::app::password::Password;
use madoguchi::config::Config;
use madoguchi::desk::language::Language;
use madoguchi::desk::rights::{Right, Role, may};
use reqwest::{Client, Method, StatusCode, redirect};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use tokio::sync::watch;

use crate::harness::{CityHall, config_with};
use crate::login::Browser;
use crate::server::{Answer, Visitor};

/// A Tuesday morning at which the counter is open.
const MORNING: &str = "2026-12-01T10:00:00";
/// The cookies: of the staff, of somebody in front of the door, of a conversation, of a device.
const INSIDE: &str = "madoguchi-staff";
const OUTSIDE: &str = "madoguchi-door";
const CHAT: &str = "madoguchi";
const DEVICE: &str = "madoguchi-device";
/// A visit at the main office.
const BOOKING: &str = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";

/// A desk that serves all its pages.
struct Desk {
    hall: CityHall,
    base: String,
    // The desk serves as long as this end is there.
    _stop: watch::Sender<bool>,
}

/// The example with somebody for every right, and with people who work at one office alone.
fn staffed() -> Config {
    let counter = "{ name = \"counter\", role = \"clerk\" },";
    let more = "{ name = \"counter\", role = \"clerk\", offices = [\"main\"] },
        { name = \"branch\", role = \"clerk\", offices = [\"branch\"] },
        { name = \"branch-chief\", role = \"supervisor\", offices = [\"branch\"] },
        { name = \"admin\", role = \"admin\" },";
    let mut config = config_with(&[(counter, more)]);
    // Who runs the desk reviews its answers as well.
    config.faq.people[1].name = "supervisor".into();
    config
}

impl Desk {
    async fn open() -> Desk {
        Desk::open_with(staffed()).await
    }

    async fn open_with(config: Config) -> Desk {
        let hall = CityHall::open_with(MORNING, config);
        hall.app.refresh_halls().await.unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = watch::channel(false);
        let router = madoguchi::channels::web::router(hall.app.clone(), stopped, None);
        let serving = madoguchi::channels::web::serve(listener, router, std::future::pending());
        tokio::spawn(serving);
        Desk {
            hall,
            base,
            _stop: stop,
        }
    }

    fn browser(&self) -> Browser {
        Browser::at(&self.base)
    }

    fn visitor(&self) -> Visitor {
        Visitor::at(&self.base)
    }

    /// Somebody of the staff who has come in.
    async fn inside(&self, name: &str) -> Browser {
        let typed = password(name);
        let set = Password::new(&typed, name).unwrap();
        self.hall.app.set_password(name, &set).await.unwrap();
        self.enters(name).await
    }

    /// The same in another browser, with the password they have.
    async fn enters(&self, name: &str) -> Browser {
        let browser = self.browser();
        let answer = browser.enters(name, &password(name), "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        browser
    }

    fn words(&self, id: &str) -> String {
        let words = self.hall.app.words(id, Language::Ja);
        assert_ne!(words, id);
        words
    }

    /// Somebody reserves by writing; the number and the code.
    async fn booked(&mut self, name: &str) -> (i64, String) {
        self.hall.says(name, BOOKING).await;
        self.hall.says(name, "はい").await;
        let id = self.hall.count("SELECT max(id) FROM reservations");
        let code = self.text(&format!("SELECT code FROM reservations WHERE id = {id}"));
        (id, code)
    }

    /// Somebody asks for a person; the number of the case.
    async fn case_of(&mut self, name: &str) -> i64 {
        self.hall.says(name, "職員と話したい").await;
        self.hall.count("SELECT max(id) FROM cases")
    }

    fn text(&self, sql: &str) -> String {
        let read = self.hall.app.store().read(|connection| {
            let text = connection.query_row(sql, [], |row| row.get(0))?;
            Ok(text)
        });
        read.unwrap()
    }

    /// What the whole database holds.
    fn everything(&self) -> Tables {
        let file = Connection::open(self.hall.scratch.file("desk.sqlite")).unwrap();
        let tables =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let mut statement = file.prepare(tables).unwrap();
        let names = statement.query_map([], |row| row.get::<_, String>(0));
        let names: Vec<String> = names.unwrap().collect::<Result<_, _>>().unwrap();
        let tables = names.into_iter().map(|name| {
            let rows = rows_of(&file, &name);
            (name, rows)
        });
        Tables(tables.collect())
    }
}

fn rows_of(file: &Connection, table: &str) -> BTreeSet<String> {
    let mut statement = file.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let count = statement.column_count();
    let rows = statement.query_map([], |row| {
        let values = (0..count).map(|n| format!("{:?}", row.get_ref(n).unwrap()));
        Ok(values.collect::<Vec<_>>().join("|"))
    });
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

/// Every row of every table.
struct Tables(BTreeMap<String, BTreeSet<String>>);

impl Tables {
    /// Fails unless these are the rows from before, but for the tables named.
    fn are_those(&self, before: &Tables, but: &[&str], what: &str) {
        assert_eq!(
            self.0.keys().collect::<Vec<_>>(),
            before.0.keys().collect::<Vec<_>>()
        );
        for (name, rows) in &self.0 {
            if but.contains(&name.as_str()) {
                continue;
            }
            let old = &before.0[name];
            let new: Vec<_> = rows.difference(old).collect();
            let gone: Vec<_> = old.difference(rows).collect();
            assert!(
                new.is_empty() && gone.is_empty(),
                "{what} changed {name}: {new:#?} in the place of {gone:#?}"
            );
        }
    }
}

/// The address of a route with what is there in its places.
fn address_of(path: &str, visit: i64, case: i64) -> String {
    let id = if path.contains("/cases/") {
        case
    } else {
        visit
    };
    path.replace("{id}", &id.to_string())
        .replace("{code}", "H-7K3M")
        .replace("{entry}", "access-parking")
        .replace("{language}", "ja")
}

fn password(name: &str) -> String {
    format!("the long password of {name}")
}

/// What the server makes of a text for a form of a session: whoever has the cookie can make it as well.
fn key(session: &str, random: &str) -> String {
    let digest = Sha256::digest(format!("staff-form:{session}:{random}"));
    let seal: String = digest.iter().take(16).map(|b| format!("{b:02x}")).collect();
    format!("{random}.{seal}")
}

/// A key of the length that pages draw.
fn drawn(session: &str) -> String {
    key(session, &"r".repeat(32))
}

/// Somebody who has a right at every office.
fn holder(right: Right) -> &'static str {
    match right {
        Right::Texts => "supervisor",
        right if may(Role::Supervisor, right) => "supervisor",
        _ => "admin",
    }
}

/// A request as an attacker words it: with whatever headers, and without following where it leads.
async fn sends(
    base: &str,
    (method, path): (Method, &str),
    headers: &[(&str, &str)],
    fields: &[(&str, &str)],
) -> Answer {
    let client = Client::builder()
        .redirect(redirect::Policy::none())
        .build()
        .unwrap();
    let mut request = client.request(method.clone(), format!("{base}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    if method == Method::POST {
        request = request.form(fields);
    }
    Answer::to(request).await
}

/// A cookie as a header.
fn cookie(name: &str, value: &str) -> String {
    format!("{name}={value}")
}

/// Every line that sets a cookie.
fn set_cookies(answer: &Answer) -> Vec<String> {
    let lines = answer.headers.get_all("set-cookie").iter();
    lines
        .map(|line| line.to_str().unwrap().to_owned())
        .collect()
}
