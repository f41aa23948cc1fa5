//! Texts that would like to be commands: to the database, and to the files of messages.

use madoguchi::desk::clerk::{Contact, Order, Wish};
use madoguchi::desk::language::Language;
use madoguchi::desk::message::StaffAction;
use madoguchi::desk::procedure::Procedure;
use madoguchi::desk::rules::OfficeId;
use madoguchi::ids::CaseId;
use reqwest::StatusCode;
use rusqlite::Connection;

use super::Desk;
use crate::server::Answer;

/// What has opened databases elsewhere (OWASP, SQL Injection), and the signs of SQLite's own searches.
const SQL: [&str; 16] = [
    "' OR '1'='1",
    "' OR 1=1 --",
    "\" OR \"\"=\"",
    "'; DROP TABLE reservations; --",
    "1); DELETE FROM cases; --",
    "' UNION SELECT name, sql, 1, 1, 1 FROM sqlite_master --",
    "' AND (SELECT load_extension('x')) --",
    "%",
    "_",
    "%%%%",
    "\\",
    "' || (SELECT hash FROM clerk_passwords) || '",
    "NEAR(a b)",
    "* AND col:x",
    "\"unbalanced",
    "?1 :a @b $c",
];

/// What Fluent would read in a file of messages: placeables, references, functions, terms, selectors, literals, the signs by
/// which it isolates arguments, and broken pieces of all that.
const FLUENT: [&str; 16] = [
    "{ $phone }",
    "{ $x }",
    "{ welcome }",
    "{ -counter }",
    "{ NUMBER($n) }",
    "{ DATETIME($at) }",
    "{ \"literal\" }",
    "{\"",
    "{ $n -> [one] a *[other] b }",
    "{{{{",
    "}}}}",
    "{",
    "}",
    "web-failed = x",
    "\u{2068}a\u{2069} \u{2069}\u{2068}",
    "\u{5c}u0041 \u{5c}\"",
];

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Everything is there, whole, and as it was made.
fn is_whole(desk: &Desk, schema: &str, what: &str) {
    let file = Connection::open(desk.hall.scratch.file("desk.sqlite")).unwrap();
    let told = |sql: &str| {
        file.query_row(sql, [], |row| row.get::<_, String>(0))
            .unwrap()
    };
    assert_eq!(told("PRAGMA integrity_check"), "ok", "{what}");
    assert_eq!(told(SCHEMA), schema, "{what}");
}

const SCHEMA: &str =
    "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";

async fn filled() -> (Desk, i64, String) {
    let mut desk = Desk::open().await;
    let (visit, _) = desk.booked("花子").await;
    desk.case_of("花子").await;
    let schema = desk.text(SCHEMA);
    (desk, visit, schema)
}

#[tokio::test]
async fn a_search_finds_words_and_runs_none() {
    let (desk, visit, schema) = filled().await;
    let browser = desk.inside("supervisor").await;
    let before = desk.everything();
    let own = format!("/staff/visit/{visit}");
    let hash = desk.text("SELECT hash FROM clerk_passwords");
    let mut walked = 0;
    for text in SQL.into_iter().chain(FLUENT) {
        for (path, names) in [
            ("/staff/book", &["q"][..]),
            ("/staff/audit", &["who", "what", "subject", "older"]),
            ("/staff/audit.csv", &["who", "what", "subject", "older"]),
            ("/staff/people/post", &["name"]),
            ("/staff/cases", &["show", "done"]),
            ("/staff/day", &["office", "day", "since"]),
            ("/staff/blocks", &["case", "days", "reason", "done"]),
            ("/review", &["language", "done"]),
        ] {
            for name in names {
                let path = format!("{path}?{name}={}", escaped(text));
                let answer = browser.gets(&path).await;
                assert!(!answer.status.is_server_error(), "{path}: {answer:?}");
                assert!(!answer.body.contains(&hash), "{path}");
                assert!(!answer.body.contains("CREATE TABLE"), "{path}");
                // A sign for any word finds nobody either: the search is for words that stand there.
                let is_search = *name == "q" && text != "\\";
                assert!(
                    !is_search || !answer.body.contains(&own),
                    "{path} finds somebody"
                );
                walked += 1;
            }
        }
    }
    assert!(walked > 500, "{walked}");
    desk.everything()
        .are_those(&before, &["presence"], "a search");
    is_whole(&desk, &schema, "a search");
}

#[tokio::test]
async fn what_people_write_is_kept_as_it_is() {
    let (mut desk, _, schema) = filled().await;
    let tables = desk.everything().0.len();
    for (n, text) in SQL.into_iter().chain(FLUENT).enumerate() {
        let name = format!("{n} {text}");
        desk.hall.says(&name, text).await;
        let case = CaseId(desk.case_of(&name).await);
        desk.hall.says(&name, text).await;
        let note = StaffAction::Note {
            case,
            text: text.to_owned(),
        };
        desk.hall.staff_as("counter", note).await;
        let kept = |table: &str, column: &str| {
            let sql = format!("SELECT count(*) FROM {table} WHERE {column} = ?1");
            let read = desk.hall.app.store().read(|file| {
                let count: i64 = file.query_row(&sql, [text.trim()], |row| row.get(0))?;
                Ok(count)
            });
            read.unwrap()
        };
        assert!(kept("inbox", "text") >= 2, "{text:?}");
        assert_eq!(kept("case_notes", "text"), 1, "{text:?}");
    }
    assert_eq!(desk.everything().0.len(), tables);
    is_whole(&desk, &schema, "a conversation");
}

/// Each argument that comes from people, in a message of each language: it is said as it was written.
#[tokio::test]
async fn no_message_reads_what_people_write() {
    let mut desk = Desk::open().await;
    for language in desk.hall.app.rules().languages.clone() {
        for text in FLUENT {
            for (id, name) in [
                ("staff-inbox-unowned", "count"),
                ("hall-device-text", "phone"),
                ("hall-lost", "time"),
                ("board-counter", "counter"),
                ("board-people", "people"),
                ("follow-later", "time"),
            ] {
                let language = if id.starts_with("staff-") {
                    Language::Ja
                } else {
                    language
                };
                let app = &desk.hall.app;
                let plain = app.words_with(id, language, &[(name, "XYZ")]);
                let said = app.words_with(id, language, &[(name, text)]);
                assert_eq!(
                    said,
                    plain.replace("XYZ", text),
                    "{id} in {language}: {text}"
                );
            }
        }
    }
    // What a clerk writes reaches the citizen with what stands around it, and nothing in it is read.
    let name = "花子";
    desk.hall.says(name, "職員と話したい").await;
    for text in FLUENT {
        let case = desk.hall.count("SELECT max(id) FROM cases");
        let rows = desk.hall.replies(case, text).await;
        let told = rows.iter().find(|row| row.phrase == "staff-says").unwrap();
        assert!(told.text.contains(text), "{text}: {told:?}");
        desk.hall.deliver().await;
    }
}

/// The same on the pages: what is asked for stands there as it was typed.
#[tokio::test]
async fn a_page_repeats_what_was_asked_and_reads_none_of_it() {
    let (desk, ..) = filled().await;
    let office = OfficeId::read("main").unwrap();
    for (n, text) in FLUENT.into_iter().enumerate() {
        let order = Order::Book {
            wish: Wish {
                office: office.clone(),
                procedures: vec![Procedure::Pin],
                people: 1,
                start: "2026-12-10T10:00:00".parse().unwrap(),
            },
            language: Language::Ja,
            contact: Contact {
                reading: text.to_owned(),
                phone: text.to_owned(),
                note: text.to_owned(),
            },
            beyond: Some(text.to_owned()),
        };
        let done = desk
            .hall
            .app
            .order(format!("k{n}"), "supervisor".into(), order)
            .await;
        // The day has only so many seats; those that are taken are enough.
        if done.unwrap().is_err() {
            assert!(n > 0);
            break;
        }
        let id = desk.hall.count("SELECT max(id) FROM reservations");
        let browser = desk.inside("supervisor").await;
        for path in [
            format!("/staff/visit/{id}"),
            "/staff/day?day=2026-12-10".into(),
        ] {
            let answer: Answer = browser.gets(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let shown = text
                .replace('&', "&amp;")
                .replace('"', "&quot;")
                .replace('>', "&gt;");
            let shown = shown.replace('<', "&lt;");
            assert!(answer.body.contains(shown.trim()), "{path}: {text}");
        }
    }
}
