//! One test binary: the desk from outside.

mod fake_telegram;
