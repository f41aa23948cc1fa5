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
    let head = "name\trole\torganisation\toffices\tfrom\tuntil\taway\ttelegram\tfactor\tpassword\tsessions\n";
    let nobody = "counter\tclerk\tcontractor\tall\t\t\tno\tno\tno\tno\t0\n\
                  supervisor\tsupervisor\tcontractor\tall\t\t\tno\tno\tno\tno\t0\n\
                  editors\tauthor\tcontractor\t\t\t\tno\tno\tno\tno\t0\n\
                  city-desk\tcity-reviewer\tcity\t\t\t\tno\tno\tno\tno\t0\n";
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
        list().contains("counter\tclerk\tcontractor\tall\t\t\tno\tno\tno\tyes\t1\n"),
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
    let locked = nobody.replacen("no\tno\tno\tno", "no\tno\tno\tlocked out", 1);
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
            "“mayor” is not on the roster",
        ),
        (["password", "counter"], "tiny\n", "shorter than 10"),
        (["password", "counter"], "", "shorter than 10"),
        (["password", "supervisor"], "Supervisor\n", "is the name"),
        (
            ["lock", "mayor"],
            "",
            "“mayor” is not on the roster and has no password",
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

/// The first administrator is made in the terminal, once; a desk that serves knows every change at once.
#[tokio::test]
async fn the_roster_is_kept_in_the_terminal_while_the_desk_serves() {
    let scratch = Scratch::new();
    let database = scratch.file("desk.sqlite");
    let server = Server::start(&database, &["--clock", TUESDAY]);
    let said = done(&staff(&database, &["admin", "it-desk"], ""));
    let made = said.lines().last().unwrap().to_owned();
    let admin = Browser::at(&server.base);
    let answer = admin.enters("it-desk", &made, "").await;
    assert_eq!(answer.header("location"), "/staff/people");
    let again = refusal(&staff(&database, &["admin", "another"], ""));
    assert!(
        again.contains("“it-desk” is an administrator already"),
        "{again}"
    );

    let post = [
        "add",
        "summer",
        "--role",
        "clerk",
        "--organisation",
        "contractor",
        "--offices",
        "main",
    ];
    let dates = ["--from", "2026-12-01", "--until", "2026-12-31"];
    done(&staff(&database, &[&post[..], &dates[..]].concat(), ""));
    let list = done(&staff(&database, &["list"], ""));
    let line = "summer\tclerk\tcontractor\tmain\t2026-12-01\t2026-12-31\tno\tno\tno\tno\t0\n";
    assert!(list.contains(line), "{list}");
    done(&staff(
        &database,
        &["password", "summer"],
        "a long password of summer\n",
    ));
    let summer = Browser::at(&server.base);
    summer
        .enters("summer", "a long password of summer", "")
        .await;
    assert!(summer.is_in().await);
    done(&staff(&database, &["end", "summer"], ""));
    assert!(!summer.is_in().await);
    let answer = summer
        .enters("summer", "a long password of summer", "")
        .await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);

    for (arguments, expected) in [
        (
            vec!["end", "counter"],
            "the configuration says what that person does",
        ),
        (vec!["end", "it-desk"], "the last administrator"),
        (vec!["end", "mayor"], "nobody of that name"),
        (post.to_vec(), "on the roster already"),
        (vec!["drop-factor", "mayor"], "nobody of that name"),
    ] {
        let said = refusal(&staff(&database, &arguments, ""));
        assert!(said.contains(expected), "{said}");
    }
}

/// The tokens of the past are no longer read.
#[test]
fn the_environment_holds_no_tokens() {
    for (path, text) in crate::tidy::sources() {
        assert!(!text.contains("_TOKENS"), "{path}");
    }
}
