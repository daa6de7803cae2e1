//! Loading a vendored script once, from this site.
//! Here because such a library weighs more than most pages and most readers never need it.
//! Must not know: which library, who asked.

use std::{cell::RefCell, collections::BTreeMap};

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlScriptElement;

thread_local! {
    /// By address.
    static LOADING: RefCell<BTreeMap<String, Promise>> = const { RefCell::new(BTreeMap::new()) };
}

/// The script did not come; the next call tries again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

/// Waits until the script is there.
pub async fn load(address: &str) -> Result<(), NotLoaded> {
    let loading = LOADING.with_borrow_mut(|loading| {
        loading
            .entry(address.to_owned())
            .or_insert_with(|| fetch(address))
            .clone()
    });
    JsFuture::from(loading).await.map(|_| ()).map_err(|_| {
        LOADING.with_borrow_mut(|loading| loading.remove(address));
        NotLoaded
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
