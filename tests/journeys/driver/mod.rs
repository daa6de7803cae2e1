//! A browser session with plain verbs: open, click, type, ask, wait.
//! Here because journeys should read like what a person does, without futures and protocol.
//! Must not know: anything about this site.

mod command;
mod hands;
mod options;
mod process;
mod turn;

use std::{
    fmt::Debug,
    path::Path,
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    error::CmdError,
    key::Key,
};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use command::Command;
pub use options::Options;
use process::Chromedriver;

/// Long enough for a debug build on a busy machine; a wait ends as soon as it may.
const PATIENCE: Duration = Duration::from_secs(40);
const BETWEEN_LOOKS: Duration = Duration::from_millis(40);

/// One browser, closed when dropped.
pub struct Browser {
    runtime: Runtime,
    client: Option<Client>,
    downloads: tempfile::TempDir,
    _driver: Chromedriver,
    _turn: turn::Turn,
}

impl Browser {
    /// A fresh profile with nothing stored.
    pub fn open() -> Self {
        Options::default().open()
    }

    fn with(options: &Options) -> Self {
        let turn = turn::take();
        let driver = Chromedriver::start();
        let downloads = tempfile::tempdir().unwrap();
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let client = runtime
            .block_on(
                ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
                    .capabilities(options.capabilities(downloads.path()))
                    .connect(&driver.url()),
            )
            .expect("the browser starts");
        Self {
            runtime,
            client: Some(client),
            downloads,
            _driver: driver,
            _turn: turn,
        }
    }

    #[track_caller]
    fn run<T, F: Future<Output = Result<T, CmdError>>>(&self, act: impl FnOnce(Client) -> F) -> T {
        let client = self.client.clone().expect("the browser is open");
        match self.runtime.block_on(act(client)) {
            Ok(answer) => answer,
            Err(error) => panic!("the browser refused: {error}"),
        }
    }

    /// Loads an address and waits for the page's own files.
    #[track_caller]
    pub fn go(&self, address: &str) {
        self.run(|client| async move { client.goto(address).await });
    }

    #[track_caller]
    pub fn back(&self) {
        self.run(|client| async move { client.back().await });
    }

    #[track_caller]
    pub fn forward(&self) {
        self.run(|client| async move { client.forward().await });
    }

    #[track_caller]
    pub fn reload(&self) {
        self.run(|client| async move { client.refresh().await });
    }

    /// The address as the reader sees it.
    #[track_caller]
    pub fn address(&self) -> String {
        self.run(|client| async move { client.current_url().await })
            .to_string()
    }

    /// The value of a JavaScript expression; `a` is the list of arguments.
    #[track_caller]
    pub fn ask_with(&self, expression: &str, arguments: Vec<Value>) -> Value {
        let script = format!("const a = arguments; return ({expression});");
        self.run(|client| async move { client.execute(&script, arguments).await })
    }

    /// The value of a JavaScript expression.
    #[track_caller]
    pub fn ask(&self, expression: &str) -> Value {
        self.ask_with(expression, Vec::new())
    }

    /// The value that a JavaScript promise settles to; `null` if it is refused.
    #[track_caller]
    pub fn settle(&self, promise: &str) -> Value {
        let script =
            format!("const done = arguments[0]; ({promise}).then(done, () => done(null));");
        self.run(|client| async move { client.execute_async(&script, Vec::new()).await })
    }

    /// Runs statements in the page.
    #[track_caller]
    pub fn run_script(&self, statements: &str) {
        self.run(|client| async move { client.execute(statements, Vec::new()).await });
    }

    /// Waits until the expression has this value, and shows the last one seen if it never does.
    #[track_caller]
    pub fn wait_for<V: Into<Value>>(&self, expression: &str, wanted: V) {
        let wanted = wanted.into();
        self.wait(&format!("{expression} to be {wanted}"), || {
            let script = format!("return ({expression});");
            let client = self.client.clone().expect("the browser is open");
            // A page that is just being left refuses to answer: the next one will.
            match self.runtime.block_on(client.execute(&script, Vec::new())) {
                Ok(seen) if seen == wanted => Ok(()),
                Ok(seen) => Err(seen.to_string()),
                Err(error) => Err(error.to_string()),
            }
        });
    }

    /// Looks again and again until `look` is content; shows what it saw last if it never is.
    #[track_caller]
    pub fn wait<T, E: Debug>(&self, what: &str, mut look: impl FnMut() -> Result<T, E>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match look() {
                Ok(found) => return found,
                Err(seen) if Instant::now() > deadline => {
                    panic!(
                        "waited in vain for {what} at {}; saw {seen:?}",
                        self.address()
                    )
                }
                Err(_) => std::thread::sleep(BETWEEN_LOOKS),
            }
        }
    }

    /// The rendered text of the first element that fits.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.ask_with(
            "document.querySelector(a[0])?.innerText ?? null",
            vec![json!(css)],
        )
        .as_str()
        .unwrap_or_else(|| panic!("{css} is not on {}", self.address()))
        .trim()
        .to_owned()
    }

    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        let count = self.ask_with("document.querySelectorAll(a[0]).length", vec![json!(css)]);
        usize::try_from(count.as_u64().unwrap()).unwrap()
    }

    /// Waits for an element that can be clicked, and clicks it as a pointer does.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.wait(&format!("a click on {css}"), || {
            let client = self.client.clone().expect("the browser is open");
            self.runtime
                .block_on(async { client.find(Locator::Css(css)).await?.click().await })
                .map_err(|error| error.to_string())
        });
    }

    /// Types into a field.
    #[track_caller]
    pub fn type_into(&self, css: &str, text: &str) {
        self.run(
            |client| async move { client.find(Locator::Css(css)).await?.send_keys(text).await },
        );
    }

    /// Presses keys one after another, wherever the focus is.
    #[track_caller]
    pub fn press(&self, keys: &[Key]) {
        let actions = keys
            .iter()
            .fold(KeyActions::new("keyboard".to_owned()), |actions, key| {
                let value = char::from(*key);
                actions
                    .then(KeyAction::Down { value })
                    .then(KeyAction::Up { value })
            });
        self.run(|client| async move { client.perform_actions(actions).await });
    }

    /// A command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.run(|client| async move {
            client
                .issue_cmd(Command::post("goog/cdp/execute", &body))
                .await
        })
    }

    /// A screen of this size, as a phone or a desk has it.
    #[track_caller]
    pub fn set_screen(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// What the reader's system prefers: `light` or `dark`, and no motion.
    #[track_caller]
    pub fn set_theme(&self, theme: &str) {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", &features);
    }

    /// Shows the page as it would be printed, or as on a screen again.
    #[track_caller]
    pub fn show_as_print(&self, print: bool) {
        let media = if print { "print" } else { "" };
        self.devtools("Emulation.setEmulatedMedia", &json!({ "media": media }));
    }

    /// The page as a PDF file, as the browser prints it, on the paper that the page asks for.
    #[track_caller]
    pub fn print(&self) -> Vec<u8> {
        use base64::{Engine as _, engine::general_purpose::STANDARD};
        let printed = self.devtools("Page.printToPDF", &json!({ "preferCSSPageSize": true }));
        let data = printed["data"].as_str().expect("the browser prints");
        STANDARD.decode(data).expect("a PDF in base64")
    }

    /// Runs before any script of every page opened from now on, in frames too.
    #[track_caller]
    pub fn before_each_page(&self, source: &str) {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": source }),
        );
    }

    /// New entries of a log since it was last read: `browser` or, where asked for, `performance`.
    #[track_caller]
    pub fn log(&self, kind: &str) -> Vec<Value> {
        let body = json!({ "type": kind });
        let entries = self
            .run(|client| async move { client.issue_cmd(Command::post("se/log", &body)).await });
        entries.as_array().cloned().unwrap_or_default()
    }

    /// Errors and warnings that pages have written to the console since this was last asked.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        self.log("browser")
            .iter()
            .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")))
            .map(|entry| entry["message"].to_string())
            .collect()
    }

    /// Follows what happens inside the frame at this place until `leave_frame`.
    #[track_caller]
    pub fn enter_frame(&self, index: u16) {
        self.run(|client| async move { client.enter_frame(index).await });
    }

    #[track_caller]
    pub fn leave_frame(&self) {
        self.run(|client| async move { client.enter_parent_frame().await });
    }

    /// Where the browser puts downloaded files.
    #[track_caller]
    pub fn downloads(&self) -> &Path {
        self.downloads.path()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // A browser that is gone already needs no closing.
            let _closed = self.runtime.block_on(client.close());
        }
    }
}
