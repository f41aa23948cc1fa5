//! The program under measurement, as a process of its own.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub struct Server {
    child: Child,
    pub address: String,
    pub started_in: Duration,
    folder: PathBuf,
}

/// A fresh folder for a database and a configuration without speed limits.
pub fn folder() -> PathBuf {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let n = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("madoguchi-bench-{}-{n}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

impl Server {
    /// Starts on a new database; `changes` alter the example configuration, `env` is added to the environment.
    pub fn start(changes: &[(&str, &str)], env: &[(&str, &str)]) -> Server {
        Server::start_in(folder(), changes, env)
    }

    pub fn start_in(folder: PathBuf, changes: &[(&str, &str)], env: &[(&str, &str)]) -> Server {
        let mut text = madoguchi::config::HABIKINO
            .replace("burst_messages = 40", "burst_messages = 1000000")
            .replace(
                "messages_per_minute = 120",
                "messages_per_minute = 100000000",
            )
            // The parties of a measurement come from this machine.
            .replace(
                "inside_burst_requests = 10000",
                "inside_burst_requests = 100000000",
            )
            .replace(
                "inside_requests_per_minute = 20000",
                "inside_requests_per_minute = 100000000",
            )
            .replace(
                "inside_conversations_per_hour = 5000",
                "inside_conversations_per_hour = 100000000",
            );
        for (from, to) in changes {
            assert!(text.contains(from), "the example has no {from}");
            text = text.replace(from, to);
        }
        let config = folder.join("bench.toml");
        std::fs::write(&config, text).expect("the configuration");
        let began = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
            .arg("serve")
            .args(["--listen", "127.0.0.1:0", "--config"])
            .arg(&config)
            .arg("--db")
            .arg(folder.join("bench.sqlite"))
            .env_remove("TELOXIDE_TOKEN")
            .env("RUST_LOG", "error")
            .envs(env.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let first = lines.next().expect("a line").expect("text");
        let started_in = began.elapsed();
        let address = first
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned();
        std::thread::spawn(move || lines.for_each(drop));
        Server {
            child,
            address,
            started_in,
            folder,
        }
    }

    /// Resident memory in megabytes.
    pub fn memory_mb(&self) -> f64 {
        memory_mb(self.child.id())
    }
}

fn memory_mb(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap_or_default();
    line.split_whitespace()
        .nth(1)
        .and_then(|kb| kb.parse::<f64>().ok())
        .unwrap_or(f64::NAN)
        / 1024.0
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
        if !self.folder.as_os_str().is_empty() {
            drop(std::fs::remove_dir_all(&self.folder));
        }
    }
}
