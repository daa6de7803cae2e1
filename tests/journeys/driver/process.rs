//! The driver's process.
//! Here because each session has its own, so that one that hangs harms no other.
//! Must not know: what is driven.

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    thread,
};

/// Stopped when dropped; the browser must be closed before.
#[derive(Debug)]
pub struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    /// On a free port of its own choice, which it prints.
    pub fn start() -> Self {
        let program = env::var("CHROMEDRIVER").expect("CHROMEDRIVER is set by `cargo xtask test`");
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, rest) = line.split_once("started successfully on port ")?;
                rest.trim_end_matches('.').parse().ok()
            })
            .expect("chromedriver names its port");
        // It stops when nobody reads what it prints.
        thread::spawn(move || lines.for_each(drop));
        Self { process, port }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // Both fail only where the process has ended by itself.
        let _killed = self.process.kill();
        let _ended = self.process.wait();
    }
}
