//! The FAQ and the messages are built into the program; a new or changed file must reach it.
#![allow(
    clippy::print_stdout,
    reason = "cargo reads what a build script prints"
)]

fn main() {
    for folder in ["faq", "locales"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
