//! `madoguchi staff`, and the token that a start tells.

use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use reqwest::StatusCode;

use super::Browser;
use crate::harness::Scratch;
use crate::server::{Server, TUESDAY, command};

/// Runs `madoguchi staff` with a line for its standard input.
fn staff(database: &Path, arguments: &[&str], line: &str) -> Output {
    let mut child = command("staff", database, &["--clock", TUESDAY])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut terminal = child.stdin.take().unwrap();
    // A command that asks for nothing may be over before.
    drop(terminal.write_all(line.as_bytes()));
    drop(terminal);
    child.wait_with_output().unwrap()
}

fn done(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The one line that says why nothing was done.
fn refusal(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(output.stdout, b"");
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    said
}

#[tokio::test]
async fn an_operator_gives_takes_and_lists_passwords_while_the_desk_serves() {
    let scratch = Scratch::new();
    let database = scratch.file("desk.sqlite");
    let server = Server::start(&database, &["--clock", TUESDAY]);
    let list = || done(&staff(&database, &["list"], ""));
    let head = "name\trole\ttelegram\tpassword\tsessions\n";
    let nobody = "counter\tclerk\tno\tno\t0\nsupervisor\tsupervisor\tno\tno\t0\n\
                  editors\tauthor\tno\tno\t0\ncity-desk\tcity-reviewer\tno\tno\t0\n";
    assert_eq!(list(), format!("{head}{nobody}"));

    let said = done(&staff(
        &database,
        &["password", "counter"],
        "  a line of its own \n",
    ));
    assert!(said.contains("“counter” has a new password"), "{said}");
    let clerk = Browser::at(&server.base);
    let answer = clerk.enters("counter", "  a line of its own ", "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(
        list().contains("counter\tclerk\tno\tyes\t1\n"),
        "{}",
        list()
    );

    let made = done(&staff(
        &database,
        &["password", "counter", "--generate"],
        "",
    ));
    let made = made.trim_end();
    assert_eq!(made.len(), 20, "{made}");
    assert!(
        made.bytes()
            .all(|b| b"acdefghjkmnpqrtwxy34679".contains(&b)),
        "readable: {made}"
    );
    assert!(!clerk.is_in().await, "a new password ends the sessions");
    let answer = clerk.enters("counter", made, "").await;
    assert_eq!(answer.header("location"), "/staff/day");

    let doctor = command("doctor", &database, &["--clock", TUESDAY])
        .output()
        .unwrap();
    let told = done(&doctor);
    assert!(
        told.contains("ok       staff: 4 people, 1 with a password\n"),
        "{told}"
    );

    done(&staff(&database, &["lock", "counter"], ""));
    let doctor = command("doctor", &database, &["--clock", TUESDAY])
        .output()
        .unwrap();
    let told = done(&doctor);
    assert!(
        told.contains("warning  staff: 4 people, 0 with a password; nobody can come in"),
        "{told}"
    );
    assert!(!clerk.is_in().await);
    let answer = clerk.enters("counter", made, "").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    let locked = nobody.replacen("clerk\tno\tno", "clerk\tno\tlocked out", 1);
    assert_eq!(list(), format!("{head}{locked}"));
}

#[test]
fn what_cannot_be_done_is_said_in_one_line() {
    let scratch = Scratch::new();
    let database = scratch.file("desk.sqlite");
    for (arguments, line, expected) in [
        (
            ["password", "mayor"],
            "a long password\n",
            "“mayor” is neither in staff.people nor in faq.people",
        ),
        (["password", "counter"], "tiny\n", "shorter than 10"),
        (["password", "counter"], "", "shorter than 10"),
        (["password", "supervisor"], "Supervisor\n", "is the name"),
        (
            ["lock", "mayor"],
            "",
            "“mayor” is not in the configuration and has no password",
        ),
    ] {
        let said = refusal(&staff(&database, &arguments, line));
        assert!(said.contains(expected), "{said}");
        let typed = line.trim_end();
        assert!(typed.is_empty() || !said.contains(typed), "{said}");
    }
    let wrong = staff(&database, &["password"], "");
    assert_eq!(wrong.status.code(), Some(2));
}

#[tokio::test]
async fn a_start_tells_a_token_until_somebody_has_a_password() {
    let scratch = Scratch::new();
    let database = scratch.file("desk.sqlite");
    let words = "staff pages at /staff, token for this start: ";
    let mut server = Server::start(&database, &["--clock", TUESDAY]);
    let token = server.tells(words);
    assert!(token.len() >= 30, "unguessable: {token}");
    let browser = Browser::at(&server.base);
    let answer = browser.enters("supervisor", &token, "").await;
    assert_eq!(answer.header("location"), "/staff/password");
    let own = "a password of my own";
    let answer = browser.sets("", own, own).await;
    assert_eq!(answer.header("location"), "/staff/day");
    server.ask_to_stop();
    let rest = server.says_until_its_end();
    assert!(!rest.contains("token"), "{rest}");

    let server = Server::start(&database, &["--clock", TUESDAY]);
    let again = Browser::at(&server.base);
    again.holds("madoguchi-staff", &browser.cookie("madoguchi-staff"));
    assert!(again.is_in().await, "the session survives");
    server.ask_to_stop();
    let rest = server.says_until_its_end();
    assert!(!rest.contains("token"), "{rest}");
}

/// The tokens of the past are no longer read.
#[test]
fn the_environment_holds_no_tokens() {
    for (path, text) in crate::tidy::sources() {
        assert!(!text.contains("_TOKENS"), "{path}");
    }
}
