//! Loading the chart script once, from this site.
//! Here because it weighs more than the rest of the page together and most readers may never need it.
//! Must not know: which chart asked.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlScriptElement;

/// The vendored bundle below the site's base; refreshed by `cargo xtask vendor`.
pub const PATH: &str = "/vendor/plotly-basic-3.7.0.min.js";

thread_local! {
    static LOADING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Waits until the script is there; `Err` says that it did not come, and the next call tries again.
pub async fn load(address: &str) -> Result<(), String> {
    let loading =
        LOADING.with_borrow_mut(|loading| loading.get_or_insert_with(|| fetch(address)).clone());
    JsFuture::from(loading).await.map(|_| ()).map_err(|_| {
        LOADING.with_borrow_mut(|loading| *loading = None);
        "The chart script did not load. The numbers below are complete without it.".to_owned()
    })
}

fn fetch(address: &str) -> Promise {
    Promise::new(&mut |loaded, failed| {
        let added = append(address).map(|script| {
            let on_load = Closure::once_into_js(move || loaded.call0(&JsValue::NULL));
            let refuse = failed.clone();
            let on_error = Closure::once_into_js(move || refuse.call0(&JsValue::NULL));
            script.set_onload(Some(on_load.unchecked_ref()));
            script.set_onerror(Some(on_error.unchecked_ref()));
        });
        if added.is_none() {
            let _ = failed.call0(&JsValue::NULL);
        }
    })
}

fn append(address: &str) -> Option<HtmlScriptElement> {
    let document = web_sys::window()?.document()?;
    let script = document
        .create_element("script")
        .ok()?
        .dyn_into::<HtmlScriptElement>()
        .ok()?;
    script.set_src(address);
    document.head()?.append_child(&script).ok()?;
    Some(script)
}
