//! A text file of this site.
//! Here because a file may be missing, cut off or blocked, and each must be said.
//! Must not know: which files, or what for.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotFetched {
    #[error("the host did not answer")]
    Silent,
    #[error("the host answered {0}")]
    Status(u16),
    #[error("it broke off on the way")]
    BrokenOff,
}

pub async fn text(address: &str) -> Result<String, NotFetched> {
    let window = web_sys::window().ok_or(NotFetched::Silent)?;
    let answer = JsFuture::from(window.fetch_with_str(address)).await;
    let response: Response = answer
        .and_then(JsCast::dyn_into)
        .map_err(|_| NotFetched::Silent)?;
    if !response.ok() {
        return Err(NotFetched::Status(response.status()));
    }
    let body = response.text().map_err(|_| NotFetched::Silent)?;
    let text = JsFuture::from(body).await;
    text.ok()
        .and_then(|text| text.as_string())
        .ok_or(NotFetched::BrokenOff)
}
