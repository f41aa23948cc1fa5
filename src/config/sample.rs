//! The example as tests of its sections want it.

use super::HABIKINO;

/// The example with one of its sections that are commented out put in force.
pub(super) fn with_section(name: &str) -> String {
    let (before, section) = HABIKINO.split_once(&format!("# [{name}]\n")).unwrap();
    let lines: Vec<&str> = section
        .lines()
        .map_while(|line| line.strip_prefix("# "))
        .collect();
    let after = &section[section.find("\n\n").unwrap()..];
    format!("{before}[{name}]\n{}{after}", lines.join("\n"))
}
