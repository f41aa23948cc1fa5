//! The page in a real browser, looked over by axe. It needs node, chromium, playwright-core and
//! axe-core; without them the test says that it is skipped, unless `MADOGUCHI_REQUIRE_BROWSER` is set.
//! `MADOGUCHI_NODE_MODULES` names the folder with the two modules, `MADOGUCHI_CHROMIUM` a browser in an
//! unusual place.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};

use crate::harness::Scratch;
use crate::server::{Server, TUESDAY};

/// The script's exit code when something is not installed.
const NOT_INSTALLED: i32 = 77;

fn visit(server: &Server) -> std::io::Result<Output> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/browser.mjs");
    Command::new("node").arg(script).arg(&server.base).output()
}

#[test]
fn people_book_in_a_real_browser_and_axe_finds_no_barrier() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch.file("desk.sqlite"), &["--clock", TUESDAY]);
    let (missing, faults) = match visit(&server) {
        Err(error) => (Some(format!("node does not start: {error}")), String::new()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let complained = String::from_utf8_lossy(&output.stderr).into_owned();
            match output.status.code() {
                Some(0) => (None, String::new()),
                Some(NOT_INSTALLED) => (Some(said), String::new()),
                _ => (None, format!("{said}{complained}")),
            }
        }
    };
    if let Some(missing) = missing {
        let required = std::env::var_os("MADOGUCHI_REQUIRE_BROWSER").is_some();
        assert!(!required, "{missing}");
        writeln!(std::io::stderr(), "skipped: {}", missing.trim()).unwrap();
    }
    assert!(faults.is_empty(), "\n{faults}");
}
