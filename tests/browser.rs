//! The pages in a real browser, looked over by axe. It needs node, chromium, playwright-core and
//! axe-core; without them the test says that it is skipped, unless `MADOGUCHI_REQUIRE_BROWSER` is set.
//! `MADOGUCHI_NODE_MODULES` names the folder with the two modules, `MADOGUCHI_CHROMIUM` a browser in an
//! unusual place.

use std::path::Path;
use std::process::Command;

use madoguchi::config::HABIKINO;

use crate::faq::{edit, folder, submit_all};
use crate::harness::Scratch;
use crate::server::{Server, TUESDAY, choice};
use crate::translate::fake::Fake;

/// The script's exit code when something is not installed.
const NOT_INSTALLED: i32 = 77;

/// Runs a script of `tests/web` on a server; it must find nothing.
fn visit(script: &str, server: &Server, arguments: &[&str]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/web")
        .join(script);
    let output = Command::new("node")
        .arg(script)
        .arg(&server.base)
        .args(arguments)
        .output();
    let (missing, faults) = match output {
        Err(error) => (Some(format!("node does not start: {error}")), String::new()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let complained = String::from_utf8_lossy(&output.stderr).into_owned();
            match output.status.code() {
                Some(0) => {
                    print!("{said}");
                    (None, String::new())
                }
                Some(NOT_INSTALLED) => (Some(said), String::new()),
                _ => (None, format!("{said}{complained}")),
            }
        }
    };
    if let Some(missing) = missing {
        let required = std::env::var_os("MADOGUCHI_REQUIRE_BROWSER").is_some();
        assert!(!required, "{missing}");
        eprintln!("skipped: {}", missing.trim());
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn people_book_in_a_real_browser_and_axe_finds_no_barrier() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch.file("desk.sqlite"), &["--clock", TUESDAY]);
    visit("browser.mjs", &server, &[]);
}

#[test]
fn a_morning_in_the_hall_from_the_first_password_to_a_full_hall() {
    let scratch = Scratch::new();
    let config = scratch.file("config.toml");
    let clerk = "  { name = \"counter\", role = \"clerk\" },\n";
    let second = "  { name = \"counter-2\", role = \"clerk\" },\n";
    assert!(HABIKINO.contains(clerk));
    let mut text = HABIKINO.replace(clerk, &format!("{clerk}{second}"));
    // One panel gives out the tickets of a full hall in a minute, faster than people stand in front of it.
    let limit = "burst_messages = 40\n";
    assert!(text.contains(limit));
    text = text.replace(limit, "burst_messages = 200\n");
    std::fs::write(&config, text).unwrap();
    let morning = "2026-12-01T09:30:00+09:00";
    let options = ["--clock", morning, "--config", config.to_str().unwrap()];
    let mut server = Server::start(&scratch.file("desk.sqlite"), &options);
    let token = server.tells("staff pages at /staff, token for this start: ");
    let people = ["supervisor", token.as_str(), "counter", "counter-2"];
    visit("morning.mjs", &server, &people);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_clerks_and_a_citizen_meet_in_the_inbox() {
    let scratch = Scratch::new();
    let config = scratch.file("config.toml");
    let clerk = "  { name = \"counter\", role = \"clerk\" },\n";
    let second = "  { name = \"counter-2\", role = \"clerk\" },\n";
    let text = HABIKINO.replace(clerk, &format!("{clerk}{second}"));
    // A translation service that answers while the browser runs.
    let fake = Fake::open().await;
    let service = format!("\n[translate]\nurl = \"{}\"\n", fake.setting.url);
    std::fs::write(&config, format!("{text}{service}")).unwrap();
    let options = ["--clock", TUESDAY, "--config", config.to_str().unwrap()];
    let server = Server::start(&scratch.file("desk.sqlite"), &options);
    let password = "the password of an inbox";
    for name in ["counter", "counter-2"] {
        server.gives_password(name, password, &options);
    }
    // A lost card waits, and an answer that no messenger took; the web itself keeps every answer until it is looked at.
    let booking = "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい";
    let mut unreachable = server.visitor();
    for text in [booking, "はい", "職員と話したい"] {
        unreachable.says(text).await;
    }
    server.clerk_writes("K-1001 書類をお持ちのうえ、お越しください。", &options);
    let sql = rusqlite::Connection::open(&server.database).unwrap();
    let failed = "UPDATE outbox SET state = 'failed', failure = 'blocked by the person' WHERE phrase = 'staff-says'";
    assert_eq!(sql.execute(failed, []).unwrap(), 1);
    let waits = "UPDATE cases SET state = 'waiting', owner = 'counter', waits_since = answer_by";
    assert_eq!(sql.execute(waits, []).unwrap(), 1);
    drop(sql);
    server.visitor().says("マイナンバーカードをなくした").await;
    let people = [password, "counter", "counter-2", "1001"];
    visit("inbox.mjs", &server, &people);
}

#[tokio::test]
async fn the_review_page_has_no_barrier() {
    let (scratch, answers) = (Scratch::new(), folder());
    let faq = answers.0.to_str().unwrap();
    let options = ["--clock", TUESDAY, "--faq", faq];
    let mut server = Server::start(&scratch.file("desk.sqlite"), &options);
    let token = server.tells("staff pages at /staff, token for this start: ");
    // Something of everything: a need in several words, an answer that did not help, a change, a new wording.
    for text in [
        "where does my tricycle go",
        "Where does my tricycle go?",
        "象を飼ってもよいでしょうか",
    ] {
        server.visitor().says(text).await;
    }
    let mut visitor = server.visitor();
    let said = visitor.says("Is there parking?").await;
    visitor.picks(&choice(&said, "u.").unwrap()).await;
    edit(&answers, "help/parking/en.md", "Call", "Please call");
    let wordings = ("[\"parking\"]", "[\"parking\", \"my car\"]");
    edit(&answers, "help/parking/en.md", wordings.0, wordings.1);
    submit_all(&answers);
    visit("review.mjs", &server, &["city-desk", &token]);
}

#[tokio::test]
async fn staff_work_with_the_book_and_meet_no_barrier() {
    let scratch = Scratch::new();
    let mut server = Server::start(&scratch.file("desk.sqlite"), &["--clock", TUESDAY]);
    let token = server.tells("staff pages at /staff, token for this start: ");
    visit("staff.mjs", &server, &["supervisor", &token]);
}

#[tokio::test]
async fn the_page_of_a_reservation_has_no_barrier() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch.file("desk.sqlite"), &["--clock", TUESDAY]);
    for (text, yes) in [
        (
            "来週の火曜10時に市役所本館で電子証明書の更新の予約をしたい",
            "はい",
        ),
        (
            "book a PIN reset at the main office next Wednesday at 2 pm",
            "yes",
        ),
    ] {
        let mut visitor = server.visitor();
        visitor.says(text).await;
        let said = visitor.says(yes).await.to_string();
        let at = said.find("/r/").expect("the reservation has a page");
        let link: String = said[at..]
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "/-".contains(*c))
            .collect();
        visit("visit.mjs", &server, &[&link]);
    }
}
