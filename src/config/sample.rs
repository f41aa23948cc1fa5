//! The example as tests of its sections want it.

use super::HABIKINO;

/// The example with one of its sections that are commented out put in force; nothing where it has no such section.
pub(super) fn with_section(name: &str) -> Option<String> {
    let (before, section) = HABIKINO.split_once(&format!("# [{name}]\n"))?;
    let lines: Vec<&str> = section
        .lines()
        .map_while(|line| line.strip_prefix("# "))
        .collect();
    let after = &section[section.find("\n\n")?..];
    Some(format!("{before}[{name}]\n{}{after}", lines.join("\n")))
}
