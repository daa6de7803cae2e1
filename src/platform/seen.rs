//! Knowing when an element comes near the reader's view.
//! Here because heavy things load, and lively things run, only when they are seen.
//! Must not know: what loads or runs.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls `on_change` with whether `element` is within `margin` (CSS) of the view, until the owner is cleaned up.
/// Where the browser cannot tell, the element counts as seen.
pub fn watch(element: &Element, margin: &str, on_change: impl Fn(bool) + 'static) {
    let on_change = std::rc::Rc::new(on_change);
    let told = on_change.clone();
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let near = entries
            .iter()
            .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
            .next_back()
            .is_some_and(|entry| entry.is_intersecting());
        told(near);
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    match IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options) {
        Ok(observer) => {
            observer.observe(element);
            let kept = StoredValue::new_local((observer, callback));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
        Err(_) => on_change(true),
    }
}
