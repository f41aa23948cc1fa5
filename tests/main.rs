//! One test binary: the desk from outside.

mod fake_telegram;
#[allow(dead_code, reason = "not every test needs every verb")]
mod harness;
mod migrations;
mod properties;
mod scenarios;
