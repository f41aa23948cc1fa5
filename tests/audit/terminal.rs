//! `madoguchi audit` as an inspector runs it.

use std::path::Path;
use std::process::{Command, Output};

use super::chain::Log;
use super::tampering;

fn audit(database: &Path, arguments: &str) -> Output {
    let arguments = arguments.split(' ').filter(|part| !part.is_empty());
    Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .arg("audit")
        .args(arguments)
        .arg("--db")
        .arg(database)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[tokio::test]
async fn an_inspector_proves_the_log() {
    let log = Log::of(6).await;
    let head = log.verify().unwrap().head;
    let output = audit(&log.path, "verify");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let whole = format!(
        "whole\t6 rows\nfirst\t2026-12-01T09:00:00+09:00\nlast\t2026-12-01T14:00:00+09:00\nhead\t{head}\n"
    );
    assert_eq!(said(&output), whole);
    let output = audit(&log.path, &format!("verify --expect {head}"));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let output = audit(&log.path, "verify --expect 12ab");
    assert_eq!(output.status.code(), Some(2), "no hash: {output:?}");
    let sql = tampering(&log.path);
    sql.execute_batch(
        "DELETE FROM audit WHERE id = 6; UPDATE sqlite_sequence SET seq = 5 WHERE name = 'audit'",
    )
    .unwrap();
    assert_eq!(audit(&log.path, "verify").status.code(), Some(0));
    let output = audit(&log.path, &format!("verify --expect {head}"));
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(said(&output).starts_with(&format!("broken\tno row has the hash {head}")));
    sql.execute("UPDATE audit SET who = 'desk' WHERE id = 3", [])
        .unwrap();
    let output = audit(&log.path, "verify");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let line = "broken\trow 3 was changed, or does not follow the row before it\n";
    assert_eq!(said(&output), line);
}

#[tokio::test]
async fn an_inspector_takes_the_rows_along() {
    let log = Log::of(30).await;
    let csv = said(&audit(&log.path, "export"));
    let mut lines = csv.split("\r\n");
    let head = "\u{feff}id,at,who,what,subject,before,after,hash";
    assert_eq!(lines.next(), Some(head));
    let first = lines.next().unwrap();
    let row = "1,2026-12-01T09:00:00+09:00,clerk:counter,mark,0,booked,came,";
    assert!(first.starts_with(row), "{first}");
    assert_eq!(lines.count(), 29 + 1, "and the end of the last line");
    // Hours 9 to 23 of the first day, then the next one.
    for (range, rows) in [
        ("--until 2026-12-01", 15),
        ("--from 2026-12-02", 15),
        ("--from 2026-12-02 --until 2026-12-02", 15),
        ("--from 2026-12-03", 0),
    ] {
        let lines = said(&audit(&log.path, &format!("export --format jsonl {range}")));
        let ids: Vec<i64> = lines
            .lines()
            .map(|line| {
                let value: serde_json::Value = serde_json::from_str(line).unwrap();
                assert_eq!(value["hash"].as_str().unwrap().len(), 64);
                value["id"].as_i64().unwrap()
            })
            .collect();
        assert_eq!(ids.len(), rows, "{range}");
        assert!(ids.is_sorted(), "{range}");
    }
}

#[test]
fn a_mistyped_database_is_no_empty_log() {
    let scratch = crate::harness::Scratch::new();
    let path = scratch.file("mistyped.sqlite");
    let output = audit(&path, "verify");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(!path.exists());
}
