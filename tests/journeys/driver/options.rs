//! How a browser session differs from a plain one.
//! Here because scripts, storage and logs can be switched only before the browser starts.
//! Must not know: which journey wants what.

use std::{env, path::Path};

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::Browser;

/// The default is a browser as most readers have it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    no_scripts: bool,
    no_storage: bool,
    notes_traffic: bool,
    impatient: bool,
}

/// Chrome's word for "block" in its content settings.
const BLOCK: u8 = 2;

impl Options {
    /// Pages may not run scripts.
    pub fn without_scripts(self) -> Self {
        Self {
            no_scripts: true,
            ..self
        }
    }

    /// Pages may store nothing, and are refused when they try.
    pub fn without_storage(self) -> Self {
        Self {
            no_storage: true,
            ..self
        }
    }

    /// Every request of every page is noted in the `performance` log.
    pub fn noting_traffic(self) -> Self {
        Self {
            notes_traffic: true,
            ..self
        }
    }

    /// Commands do not wait until a page has loaded all of its files.
    pub fn impatient(self) -> Self {
        Self {
            impatient: true,
            ..self
        }
    }

    pub fn open(self) -> Browser {
        Browser::with(&self)
    }

    pub(super) fn capabilities(self, downloads: &Path) -> Capabilities {
        let arguments = env::var("CHROMIUM_ARGUMENTS")
            .expect("CHROMIUM_ARGUMENTS is set by `cargo xtask test`");
        let program = env::var("CHROMIUM").expect("CHROMIUM is set by `cargo xtask test`");
        let mut preferences = json!({
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
        });
        if self.no_scripts {
            preferences["profile.managed_default_content_settings.javascript"] = json!(BLOCK);
        }
        if self.no_storage {
            preferences["profile.managed_default_content_settings.cookies"] = json!(BLOCK);
        }
        let mut logs = json!({ "browser": "ALL" });
        if self.notes_traffic {
            logs["performance"] = json!("ALL");
        }
        let wanted: Value = json!({
            "goog:chromeOptions": {
                "binary": program,
                "args": arguments.split_whitespace().collect::<Vec<_>>(),
                "prefs": preferences,
            },
            "goog:loggingPrefs": logs,
            "pageLoadStrategy": if self.impatient { "none" } else { "normal" },
            "timeouts": { "script": 60_000, "pageLoad": 60_000, "implicit": 0 },
        });
        match wanted {
            Value::Object(capabilities) => capabilities,
            _ => Capabilities::new(),
        }
    }
}
