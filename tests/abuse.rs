//! Floods, slow connections and blocks: the desk stays there for everybody else, and nobody is kept from emergency
//! information.

mod blocks;
mod limits;
mod sockets;

use madoguchi::config::HABIKINO;

use crate::harness::Scratch;
use crate::server::{Server, TUESDAY};

/// The hotlines of the example, and the numbers that are the same everywhere.
const EMERGENCY: [&str; 4] = ["0120-95-0178", "0120-0178-27", "119", "110"];

/// The program with some of its configuration replaced.
fn server(scratch: &Scratch, changes: &[(&str, &str)]) -> Server {
    let mut text = HABIKINO.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "the example has no {from}");
        text = text.replace(from, to);
    }
    let file = scratch.file("bounds.toml");
    std::fs::write(&file, text).unwrap();
    let options = ["--config", file.to_str().unwrap(), "--clock", TUESDAY];
    Server::start(&scratch.file("desk.sqlite"), &options)
}

/// Fails unless the text names every number to call.
fn names_the_hotlines(text: &str) {
    for number in EMERGENCY {
        assert!(text.contains(number), "no {number} in: {text}");
    }
}
