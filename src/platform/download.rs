//! Handing a file to the reader.
//! Here because a download is a blob, a link and a click.
//! Must not know: what is in the file.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers `bytes` as a file; says why if the browser refuses.
pub fn offer(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let clicked = super::document()
        .ok_or_else(|| JsValue::from_str("no document"))
        .and_then(|document| document.create_element("a"))
        .and_then(|element| {
            element
                .dyn_into::<HtmlAnchorElement>()
                .map_err(|_| JsValue::from_str("no anchor element"))
        })
        .map(|anchor| {
            anchor.set_href(&url);
            anchor.set_download(name);
            anchor.click();
        });
    Url::revoke_object_url(&url)?;
    clicked
}
