//! Knowing how wide an element is.
//! Here because a chart on a phone has shorter names than one on a desk.
//! Must not know: what the element shows.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Keeps `width` at the element's width in whole pixels, until the owner is cleaned up.
pub fn follow(element: &Element, width: RwSignal<u32>) {
    let measured = element.clone();
    let look = move || {
        let now = u32::try_from(measured.client_width()).unwrap_or_default();
        if width.try_get_untracked().is_some_and(|known| known != now) {
            width.set(now);
        }
    };
    look();
    let on_resize = Closure::<dyn FnMut()>::new(look);
    // A browser that cannot tell leaves the width as it was found.
    if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
        observer.observe(element);
        let kept = StoredValue::new_local((observer, on_resize));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    }
}
