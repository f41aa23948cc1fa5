//! One test binary: the desk from outside.

mod browser;
mod crash;
mod fake_telegram;
mod faq;
#[allow(dead_code, reason = "not every test needs every verb")]
mod harness;
mod locales;
mod races;
mod retrieval;
mod scenarios;
mod server;
mod telegram;
mod tidy;
mod web;
