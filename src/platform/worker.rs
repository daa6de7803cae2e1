//! Whether a worker can be made here, and whether its files can be had.
//! Here because gloo panics where workers are refused, and a worker whose file is missing stays silent.
//! Must not know: which workers there are, what they do.

use wasm_bindgen::JsValue;

use super::reach::reach;

/// Says why no worker can be made.
pub fn refusal() -> Option<&'static str> {
    if !cfg!(target_arch = "wasm32") {
        return Some("workers run in a browser");
    }
    let global = js_sys::global();
    let property = |name: &str| {
        js_sys::Reflect::get(&global, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
    };
    if property("Worker").is_undefined() {
        return Some("this browser has no Web Workers");
    }
    if property("origin").as_string().as_deref() == Some("null") {
        return Some("this frame is sandboxed; it needs allow-same-origin to run a worker");
    }
    None
}

/// Says why a worker's files cannot be had, by the address of its loader.
pub async fn missing(loader: &str) -> Option<String> {
    let stem = loader.trim_end_matches("_loader.js");
    for file in [
        loader.to_owned(),
        format!("{stem}.js"),
        format!("{stem}_bg.wasm"),
    ] {
        if let Err(reason) = reach(&file).await {
            return Some(reason);
        }
    }
    None
}
