//! Asking whether a file of this site can be had, without fetching it.
//! Here because a worker whose file is missing says nothing at all, and the reader should not wait to learn why.
//! Must not know: which files, or what for.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

/// `Err` says in words why the file cannot be had.
pub async fn reach(address: &str) -> Result<(), String> {
    let Some(window) = web_sys::window() else {
        return Ok(());
    };
    let head = RequestInit::new();
    head.set_method("HEAD");
    let answer = JsFuture::from(window.fetch_with_str_and_init(address, &head)).await;
    match answer.map(JsCast::dyn_into::<Response>) {
        Ok(Ok(response)) if !response.ok() => {
            Err(format!("the host answered {}", response.status()))
        }
        Ok(_) => Ok(()),
        Err(_) => Err("the host did not answer".to_owned()),
    }
}
