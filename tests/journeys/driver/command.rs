//! Commands that chromedriver understands beyond the WebDriver standard.
//! Here because fantoccini knows only the standard.
//! Must not know: what is commanded.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::Value;
use url::{ParseError, Url};

/// A body posted to an address below the session.
#[derive(Debug)]
pub struct Command {
    path: &'static str,
    body: String,
}

impl Command {
    pub fn post(path: &'static str, body: &Value) -> Self {
        Self {
            path,
            body: body.to_string(),
        }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _address: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.clone()))
    }
}
