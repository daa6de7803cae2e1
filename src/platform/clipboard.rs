//! Copying text.
//! Here because the clipboard may be closed, and then the reader must be told.
//! Must not know: what is copied.

use wasm_bindgen_futures::JsFuture;

/// `true` when the text is on the clipboard.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text))
        .await
        .is_ok()
}
