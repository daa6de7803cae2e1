//! A text file of this site.
//! Here because a file may be missing, cut off or blocked, and each must be said.
//! Must not know: which files, or what for.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// `Err` says in words why the file cannot be had.
pub async fn text(address: &str) -> Result<String, String> {
    let silent = || "the host did not answer".to_owned();
    let window = web_sys::window().ok_or_else(silent)?;
    let answer = JsFuture::from(window.fetch_with_str(address)).await;
    let response: Response = answer.and_then(JsCast::dyn_into).map_err(|_| silent())?;
    if !response.ok() {
        return Err(format!("the host answered {}", response.status()));
    }
    let body = response.text().map_err(|_| silent())?;
    let text = JsFuture::from(body).await;
    text.ok()
        .and_then(|text| text.as_string())
        .ok_or_else(|| "it broke off on the way".to_owned())
}
