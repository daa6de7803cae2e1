//! Photographs of a page at a given size and colour scheme.
//! Here because a window cannot be made as narrow as a phone, but an emulated screen can (Chrome DevTools Protocol).
//! Must not know: which pages there are, how the browser is spoken to.

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

use crate::{tools::Browser, webdriver::Session};

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

/// A browser that looks.
#[derive(Debug)]
pub struct Camera(Session);

impl Camera {
    pub fn open(browser: &Browser) -> Result<Self> {
        Session::open(browser).map(Self)
    }

    /// The page as a PNG file.
    pub fn photograph(&self, view: &View) -> Result<Vec<u8>> {
        let View { width, height, .. } = view;
        self.0.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": *width < 600 }),
        )?;
        self.0.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [{ "name": "prefers-color-scheme", "value": view.theme }] }),
        )?;
        self.0.go(&view.address)?;
        self.0.run_until_done(SETTLE)?;
        let mut shot = json!({ "format": "png" });
        if view.full {
            let height = self
                .0
                .run(PAGE_HEIGHT)?
                .as_u64()
                .unwrap_or(0)
                .min(MAX_HEIGHT);
            shot["captureBeyondViewport"] = true.into();
            shot["clip"] = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        }
        let taken = self.0.devtools("Page.captureScreenshot", &shot)?;
        let encoded = taken["data"]
            .as_str()
            .context("the browser sent no image")?;
        STANDARD
            .decode(encoded)
            .context("the browser sent a broken image")
    }
}
