//! Copying text.
//! Here because the clipboard may be closed, and then the reader must be told.
//! Must not know: what is copied.

use wasm_bindgen_futures::JsFuture;

/// `true` when the text is on the clipboard.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    // Pages that are not served securely have none.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
