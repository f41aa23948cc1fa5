//! Thin translators between channels and the desk. They know `App` and desk types only.

pub mod console;
mod limit;
pub mod telegram;
pub mod web;
