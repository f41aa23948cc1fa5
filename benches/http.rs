//! Turns over HTTP: as many as go, and at a steady 500 a second.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::TEXTS;
use super::server::Server;

/// One conversation on one kept-alive connection.
pub struct Client {
    stream: TcpStream,
    address: String,
    conversation: String,
    turns: usize,
    name: String,
    buffer: Vec<u8>,
}

impl Client {
    pub fn new(address: &str, name: String) -> Client {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("a setting");
        let mut client = Client {
            stream,
            address: address.to_owned(),
            conversation: String::new(),
            turns: 0,
            name,
            buffer: vec![0; 1 << 16],
        };
        client.turn();
        client
    }

    /// One turn, durably committed when this returns.
    pub fn turn(&mut self) {
        let text = TEXTS[self.turns % TEXTS.len()];
        self.turns += 1;
        let conversation = match self.conversation.as_str() {
            "" => serde_json::Value::Null,
            token => token.into(),
        };
        let key = format!("{}-{}", self.name, self.turns);
        let body = serde_json::json!({ "conversation": conversation, "key": key, "text": text })
            .to_string();
        let head = format!(
            "POST /api/chat HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        self.stream
            .write_all(format!("{head}{body}").as_bytes())
            .expect("a request");
        let answer = self.answer();
        if self.conversation.is_empty() {
            let json: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
            self.conversation = json["conversation"].as_str().expect("a token").to_owned();
        }
    }

    fn answer(&mut self) -> String {
        let mut got = 0;
        loop {
            got += self
                .stream
                .read(&mut self.buffer[got..])
                .expect("an answer");
            let text = &self.buffer[..got];
            let Some(end) = text.windows(4).position(|w| w == b"\r\n\r\n") else {
                continue;
            };
            let head = String::from_utf8_lossy(&text[..end]).to_lowercase();
            assert!(head.starts_with("http/1.1 200"), "{head}");
            let length = head
                .split("content-length: ")
                .nth(1)
                .and_then(|rest| rest.lines().next());
            let length: usize = length
                .and_then(|n| n.trim().parse().ok())
                .expect("a length");
            if got >= end + 4 + length {
                return String::from_utf8_lossy(&text[end + 4..end + 4 + length]).into_owned();
            }
        }
    }
}

/// As many turns as go in some seconds, over so many connections; returns turns per second.
pub fn throughput(address: &str, connections: usize, seconds: u64) -> f64 {
    let until = Instant::now() + Duration::from_secs(seconds);
    let began = Instant::now();
    let threads: Vec<_> = (0..connections)
        .map(|n| {
            let address = address.to_owned();
            std::thread::spawn(move || {
                let mut client = Client::new(&address, format!("t{n}"));
                let mut count = 0usize;
                while Instant::now() < until {
                    client.turn();
                    count += 1;
                }
                count
            })
        })
        .collect();
    let count: usize = threads
        .into_iter()
        .map(|thread| thread.join().expect("a client"))
        .sum();
    count as f64 / began.elapsed().as_secs_f64()
}

/// Latencies in milliseconds at a steady rate, counted from the moment a turn was due.
pub fn steady(address: &str, per_second: usize, seconds: usize) -> Vec<f64> {
    let connections = 50;
    let gap = Duration::from_secs_f64(connections as f64 / per_second as f64);
    let began = Instant::now() + Duration::from_millis(200);
    let threads: Vec<_> = (0..connections)
        .map(|n| {
            let address = address.to_owned();
            std::thread::spawn(move || {
                let mut client = Client::new(&address, format!("s{n}"));
                let mut times = Vec::new();
                let mut due = began + gap.mul_f64(n as f64 / connections as f64);
                for _ in 0..seconds * per_second / connections {
                    std::thread::sleep(due.saturating_duration_since(Instant::now()));
                    client.turn();
                    times.push(due.elapsed().as_secs_f64() * 1e3);
                    due += gap;
                }
                times
            })
        })
        .collect();
    let mut times: Vec<f64> = threads
        .into_iter()
        .flat_map(|thread| thread.join().expect("a client"))
        .collect();
    times.sort_by(f64::total_cmp);
    times
}

pub fn measure() {
    let server = Server::start(&[], &[]);
    let rate = throughput(&server.address, 64, 8);
    println!("http           {rate:8.0} turns/s durably committed, 64 connections");
    println!(
        "memory         {:8.1} MB resident under that load",
        server.memory_mb()
    );
    drop(server);
    let server = Server::start(&[], &[]);
    let times = steady(&server.address, 500, 10);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "http 500/s     {:8.2} ms p50, {:.2} ms p99, {:.2} ms p99.9",
        at(0.5),
        at(0.99),
        at(0.999)
    );
}
