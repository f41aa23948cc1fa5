//! One test binary: the desk from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that panics has failed, and a skipped one says so"
)]

mod abuse;
mod audit;
mod book;
mod browser;
mod calendar;
mod canned;
mod care;
mod crash;
mod dates;
mod embeddings;
mod fake_telegram;
mod faq;
mod feedback;
#[allow(dead_code, reason = "not every test needs every verb")]
mod harness;
mod inbox;
mod incident;
mod locales;
mod login;
mod migrations;
mod my_data;
mod properties;
mod queue;
mod races;
mod retrieval;
mod review;
mod review_page;
mod scenarios;
mod security;
mod server;
mod sheet;
mod simulation;
mod telegram;
mod tidy;
mod translate;
mod web;
mod week;
