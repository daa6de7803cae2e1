//! A headless browser that photographs a page at a given size and colour scheme.
//! Here because a window cannot be made as narrow as a phone, but an emulated screen can (Chrome DevTools Protocol).
//! Must not know: which pages there are.

use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStdout, Command, Stdio},
};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::tools::Browser;

/// Waits for fonts, then for the app to take over, which no event tells.
const SETTLE: &str =
    "const done = arguments[0]; document.fonts.ready.then(() => setTimeout(done, 1500));";
const PAGE_HEIGHT: &str = "return document.documentElement.scrollHeight;";
/// Chromium draws no image taller than this.
const MAX_HEIGHT: u64 = 16_000;

/// One photograph to take.
#[derive(Debug)]
pub struct View {
    pub address: String,
    pub width: u32,
    pub height: u32,
    pub theme: &'static str,
    pub full: bool,
}

/// The driver's process; it takes its browsers with it.
#[derive(Debug)]
struct Driver {
    process: Child,
    /// Kept open, because the driver stops when nobody reads what it prints.
    _output: BufReader<ChildStdout>,
    port: u16,
}

/// A browser session.
#[derive(Debug)]
pub struct Camera {
    driver: Driver,
    session: String,
}

impl Camera {
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

    /// The page as a PNG file.
    pub fn photograph(&self, view: &View) -> Result<Vec<u8>> {
        let View { width, height, .. } = view;
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": *width < 600 }),
        )?;
        self.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [{ "name": "prefers-color-scheme", "value": view.theme }] }),
        )?;
        self.ask("url", &json!({ "url": view.address }))?;
        self.ask("execute/async", &json!({ "script": SETTLE, "args": [] }))?;
        let mut shot = json!({ "format": "png" });
        if view.full {
            let page = self.ask(
                "execute/sync",
                &json!({ "script": PAGE_HEIGHT, "args": [] }),
            )?;
            let height = page.as_u64().unwrap_or(0).min(MAX_HEIGHT);
            shot["captureBeyondViewport"] = true.into();
            shot["clip"] = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        }
        let taken = self.devtools("Page.captureScreenshot", &shot)?;
        let encoded = taken["data"]
            .as_str()
            .context("the browser sent no image")?;
        STANDARD
            .decode(encoded)
            .context("the browser sent a broken image")
    }

    fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
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

impl Drop for Camera {
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
