//! The layers, the bans and the sizes that the crate doc claims.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const LINES_MAX: usize = 600;
const FUNCTION_LINES_MAX: usize = 70;
const COLUMNS_MAX: usize = 130;

/// Every source file by its path from the root.
pub fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                files.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    assert!(files.len() > 50, "the sources are read");
    files
}

/// A file without its unit tests, comments and strings' insides that only look like code.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]").next().unwrap();
    text.lines()
        .map(|line| line.split("//").next().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Fails with every place where a file that may not name something does.
fn only(name: &str, allowed: &[&str]) {
    let places: Vec<String> = sources()
        .iter()
        .filter(|(path, _)| !allowed.iter().any(|a| path.starts_with(a)))
        .filter(|(path, _)| !path.rsplit('/').next().unwrap().starts_with("tests"))
        .filter(|(_, text)| code(text).contains(name))
        .map(|(path, _)| path.clone())
        .collect();
    assert!(
        places.is_empty(),
        "only {allowed:?} may use {name}, but so do {places:?}"
    );
}

#[test]
fn libraries_stay_in_their_layers() {
    only("rusqlite", &["src/store/"]);
    only("teloxide", &["src/channels/telegram"]);
    only("axum", &["src/channels/web/", "src/run.rs"]);
    only("hyper", &["src/channels/web/connections.rs"]);
    only("fluent", &["src/locale/"]);
    only("anyhow", &["src/main.rs", "src/run.rs", "src/run/"]);
    only("include_dir", &["src/library", "src/locale/"]);
    only("calamine", &["src/library/sheet"]);
    only(
        "rust_xlsxwriter",
        &["src/library/sheet", "src/channels/web/staff/files.rs"],
    );
    only("icalendar", &["src/channels/web/visit.rs"]);
    only("qrcode", &["src/channels/web/hall.rs"]);
    only("argon2", &["src/app/password.rs"]);
    only("totp_rs", &["src/app/factor.rs"]);
    only("rpassword", &["src/run/staff.rs"]);
    only("similar::", &["src/library/difference.rs"]);
    only("prometheus_client", &["src/metrics.rs"]);
    only("reqwest", &["src/meaning", "src/translate"]);
    only("crate::meaning", &["src/app", "src/commands/doctor.rs"]);
    only("crate::translate", &["src/app", "src/commands/doctor.rs"]);
}

#[test]
fn the_desk_is_pure() {
    for (path, text) in sources()
        .iter()
        .filter(|(path, _)| path.starts_with("src/desk/"))
    {
        let code = code(text);
        for banned in [
            "std::fs",
            "std::net",
            "std::thread",
            "SystemTime",
            "Instant",
            "tokio",
            "crate::store",
            "crate::locale",
            "crate::app",
            "crate::channels",
            "crate::clock",
            "tracing",
            "async ",
        ] {
            assert!(!code.contains(banned), "{path} uses {banned}");
        }
    }
}

#[test]
fn layers_look_only_downwards() {
    for (path, text) in &sources() {
        let code = code(text);
        let not = |names: &[&str]| {
            for name in names {
                assert!(!code.contains(name), "{path} must not know {name}");
            }
        };
        if path.starts_with("src/store/") {
            not(&["crate::locale", "crate::channels", "crate::app"]);
        } else if path.starts_with("src/channels/") {
            not(&["crate::store", "crate::locale"]);
        } else if path.starts_with("src/locale/") || path.starts_with("src/library") {
            not(&["crate::store", "crate::channels", "crate::app"]);
        }
    }
}

#[test]
fn time_and_chance_come_from_one_place() {
    only("::now()", &["src/clock.rs"]);
    only("from_os_rng", &["src/ids.rs"]);
    only(
        "from_os()",
        &["src/ids.rs", "src/run", "src/commands/doctor.rs"],
    );
}

#[test]
fn nothing_is_left_unfinished_or_unsafe() {
    for banned in [
        ".unwrap()",
        ".expect(",
        "todo!",
        "unimplemented!",
        "dbg!",
        "println!",
        "unsafe ",
        "FIXME",
        "TODO",
    ] {
        only(banned, &[]);
    }
}

/// A key holds the number of a chat or what a client has chosen, an address says who it is.
#[test]
fn logs_name_nobody() {
    let mut faults = Vec::new();
    for (path, text) in &sources() {
        let code = code(text);
        for level in ["error", "warn", "info", "debug", "trace"] {
            for log in code.split(&format!("tracing::{level}!(")).skip(1) {
                let fields = log.split('"').next().unwrap();
                let personal = ["key", "address", "token", "chat", ".text", ".said"];
                let found = personal.into_iter().find(|word| fields.contains(*word));
                faults.extend(found.map(|word| format!("{path}: {word} in {}", fields.trim())));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_and_functions_stay_readable() {
    let mut faults = Vec::new();
    for (path, text) in &sources() {
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() > LINES_MAX {
            faults.push(format!("{path}: {} lines", lines.len()));
        }
        faults.extend(
            lines
                .iter()
                .filter(|l| l.chars().count() > COLUMNS_MAX)
                .map(|l| format!("{path}: long line {l}")),
        );
        faults.extend(long_functions(path, &lines));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Functions over the limit; those with a reason on their `expect` are left alone.
fn long_functions(path: &str, lines: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let is_function = line
            .trim_start()
            .trim_start_matches("pub ")
            .trim_start_matches("pub(super) ");
        let is_function = is_function
            .trim_start_matches("pub(crate) ")
            .trim_start_matches("const ");
        let is_function = is_function.trim_start_matches("async ").starts_with("fn ");
        let excused = (n.saturating_sub(4)..n).any(|m| lines[m].contains("clippy::too_many_lines"));
        if !is_function || excused {
            continue;
        }
        let close = format!("{}}}", " ".repeat(indent));
        // A signature without a body ends in a semicolon.
        let has_body = lines[n..]
            .iter()
            .take(12)
            .find_map(|l| match l.trim_end().chars().last() {
                Some('{') => Some(true),
                Some(';') => Some(false),
                _ => None,
            });
        let length = lines[n..].iter().position(|l| *l == close).unwrap_or(0);
        if has_body != Some(true) {
            continue;
        }
        if length > FUNCTION_LINES_MAX {
            faults.push(format!("{path}:{}: a function of {length} lines", n + 1));
        }
    }
    faults
}

/// The README names the two commands, and its example configuration is the one that runs.
#[test]
fn the_readme_is_true() {
    let readme = include_str!("../README.md");
    for part in ["cargo run --release", "cargo test", "src/habikino.toml"] {
        assert!(readme.contains(part), "{part}");
    }
    for option in [
        "--config",
        "--db",
        "--clock",
        "--clock-speed",
        "--listen",
        "--faq",
        "--locales",
    ] {
        assert!(readme.contains(option), "{option}");
    }
}
