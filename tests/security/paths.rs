//! Addresses that would like to be files, and ids that would like to be folders.

use madoguchi::desk::faq::EntryId;
use madoguchi::desk::rules::OfficeId;
use reqwest::StatusCode;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{Desk, INSIDE, cookie, key};

/// Ways out of a folder (OWASP, Path Traversal): plain, encoded once and twice, with the signs of other systems, with a
/// sign that ends texts elsewhere, overlong forms of UTF-8.
const WAYS: [&str; 18] = [
    "..",
    "../Cargo.toml",
    "../../etc/passwd",
    "%2e%2e%2fCargo.toml",
    "%2e%2e/%2e%2e/etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%252e%252e%252fetc%252fpasswd",
    "..%5c..%5cetc%5cpasswd",
    "..%5cchat.css",
    "%c0%ae%c0%ae%c0%afetc%c0%afpasswd",
    "%e0%80%ae%e0%80%ae/etc/passwd",
    "chat.css%00.js",
    "%00",
    "chat.css%2f..%2ficon.svg",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "file:%2f%2f%2fetc%2fpasswd",
    "chat.css::$DATA",
];

/// Sends a path as it is, which clients of the web would make plain, and reads the whole answer.
async fn raw(desk: &Desk, path: &str, held: &str) -> String {
    let address = desk.base.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "GET {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {held}\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn no_address_leads_out_of_the_program() {
    let desk = Desk::open().await;
    let held = cookie(INSIDE, &desk.inside("supervisor").await.cookie(INSIDE));
    let long = "a/".repeat(2000);
    let ways: Vec<&str> = WAYS.into_iter().chain([long.as_str()]).collect();
    for way in ways {
        for start in [
            "/assets/",
            "/",
            "/here/",
            "/device/",
            "/t/",
            "/r/",
            "/api/",
            "/api/chat/",
            "/review/text/",
            "/review/text/access-parking/",
            "/staff/visit/",
            "/staff/cases/",
        ] {
            let path = format!("{start}{way}");
            let end = if start == "/review/text/" { "/ja" } else { "" };
            let answer = raw(&desk, &format!("{path}{end}"), &held).await;
            let status = answer.split(' ').nth(1).unwrap_or_default().to_owned();
            let what = format!("{path:.100}: {answer:.400}");
            let is_refused = ["400", "401", "404", "414", "431", "303"].contains(&status.as_str());
            assert!(is_refused, "{what}");
            for secret in ["root:", "[package]", "SQLite format", "review_by"] {
                assert!(!answer.contains(secret), "{what}");
            }
        }
    }
}

/// An id is a short word of a few characters, so that it can be part of a name of a file.
#[test]
fn ids_are_words() {
    for way in WAYS.into_iter().chain([
        "",
        "a b",
        "Main",
        "main\0",
        "main/",
        "main.",
        "メイン",
        "main\n",
        "a\u{202e}b",
        "-",
        "con:",
        "~",
    ]) {
        if let Some(id) = OfficeId::read(way) {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(id.as_str().chars().all(plain), "{way}");
        }
        if let Some(id) = EntryId::read(way) {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(id.as_str().chars().all(plain), "{way}");
        }
    }
    assert!(EntryId::read(&"a".repeat(5000)).is_none());
}

/// Decisions about texts name texts of the library; anything else is nothing.
#[tokio::test]
async fn a_decision_names_a_text_of_the_library() {
    let desk = Desk::open().await;
    let browser = desk.inside("supervisor").await;
    let session = browser.cookie(INSIDE);
    let before = desk.everything();
    let key = key(&session, "review");
    for entry in [
        "..",
        "..%2f..%2fja",
        "access-parking%2f..",
        "%2fetc%2fpasswd",
        "nothing",
        "%00",
        "a%0ab",
    ] {
        for language in ["ja", "..", "%2e%2e%2f", "ja%00", "en%2f..", "JA"] {
            let path = format!("/review/text/{entry}/{language}");
            for say in ["approve", "return"] {
                let fields = [
                    ("key", key.as_str()),
                    ("say", say),
                    ("comment", "x"),
                    ("seen", "x"),
                ];
                let answer = browser.sends(reqwest::Method::POST, &path, &fields).await;
                // What is no text and what is no address at all are refused alike.
                let refusals = [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED];
                assert!(
                    refusals.contains(&answer.status),
                    "{path} {say}: {answer:?}"
                );
            }
        }
    }
    // What becomes of a question stands in a text of the library too.
    for entry in [
        "..",
        "../../x",
        "/etc/passwd",
        "access-parking/../x",
        "nothing",
        "\0",
    ] {
        let named = format!("adopt:{entry}");
        for (say, other) in [("adopt-other", entry), (named.as_str(), "")] {
            let fields = [
                ("key", key.as_str()),
                ("say", say),
                ("entry", other),
                ("language", "ja"),
                ("wording", "駐車場"),
                ("misses", "1"),
            ];
            let answer = browser
                .sends(reqwest::Method::POST, "/review/questions", &fields)
                .await;
            assert!(
                !answer.header("location").contains("adopted"),
                "{say} {entry}: {answer:?}"
            );
            assert!(
                !answer.status.is_server_error(),
                "{say} {entry}: {answer:?}"
            );
        }
    }
    desk.everything().are_those(&before, &[], "a decision");
}
