//! A headless browser, driven over WebDriver.
//! Here because photographs and measurements both need a page and answers from it.
//! Must not know: which pages there are, what is asked of them.

use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStdout, Command, Stdio},
};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::tools::Browser;

/// The driver's process; it takes its browsers with it.
#[derive(Debug)]
struct Driver {
    process: Child,
    /// Kept open, because the driver stops when nobody reads what it prints.
    _output: BufReader<ChildStdout>,
    port: u16,
}

/// A browser session, which ends when this is dropped.
#[derive(Debug)]
pub struct Session {
    driver: Driver,
    session: String,
}

impl Session {
    pub fn open(browser: &Browser) -> Result<Self> {
        let driver = Driver::start(browser)?;
        let wanted = json!({ "capabilities": { "alwaysMatch": browser.capabilities() } });
        let made = driver.post("", &wanted)?;
        let session = made["sessionId"]
            .as_str()
            .context("chromedriver opened no session")?
            .to_owned();
        Ok(Self { driver, session })
    }

    /// Loads a page.
    pub fn go(&self, address: &str) -> Result<()> {
        self.ask("url", &json!({ "url": address })).map(|_| ())
    }

    /// Runs a script and gives what it returns.
    pub fn run(&self, script: &str) -> Result<Value> {
        self.ask("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Runs a script that calls its last argument when it is done.
    pub fn run_until_done(&self, script: &str) -> Result<Value> {
        self.ask("execute/async", &json!({ "script": script, "args": [] }))
    }

    /// A command of the Chrome DevTools Protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.ask(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        )
    }

    fn ask(&self, what: &str, body: &Value) -> Result<Value> {
        self.driver.post(&format!("/{}/{what}", self.session), body)
    }
}

impl Driver {
    fn start(browser: &Browser) -> Result<Self> {
        let mut process = Command::new(&browser.driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("could not start chromedriver")?;
        let mut output = BufReader::new(
            process
                .stdout
                .take()
                .context("chromedriver has no output")?,
        );
        let port = announced_port(&mut output).context("chromedriver did not say its port")?;
        Ok(Self {
            process,
            _output: output,
            port,
        })
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let address = format!("http://127.0.0.1:{}/session{path}", self.port);
        let mut answer: Value = ureq::post(&address)
            .send_json(body)
            .and_then(|mut response| {
                response
                    .body_mut()
                    .with_config()
                    .limit(u64::MAX)
                    .read_json()
            })
            .with_context(|| format!("the browser refused {path}"))?;
        Ok(answer["value"].take())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Ends the browser; where that fails, ending the driver is all that is left to do.
        let session = format!(
            "http://127.0.0.1:{}/session/{}",
            self.driver.port, self.session
        );
        drop(ureq::delete(&session).call());
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Reads until `ChromeDriver was started successfully on port 41583.`
fn announced_port(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_prints() {
        let printed = "Starting ChromeDriver 156.0.8078.79 on port 0\n\
                       ChromeDriver was started successfully on port 41583.\n";
        assert_eq!(announced_port(&mut printed.as_bytes()), Some(41583));
        assert_eq!(announced_port(&mut "address in use\n".as_bytes()), None);
    }
}
