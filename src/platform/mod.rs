//! Everything the site asks of the browser, each with an answer for when the browser refuses.
//! Here because storage may throw, a frame may be foreign and a native build has no window.
//! Must not know: pages, widgets, content.

pub mod clipboard;
pub mod download;
pub mod frame;
pub mod seen;
pub mod theme;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn document() -> Option<web_sys::Document> {
    web_sys::window().and_then(|window| window.document())
}

/// The reader's stored preference; `None` where there is none or storage is closed to this frame.
pub fn stored(key: &str) -> Option<String> {
    let storage = web_sys::window()?.local_storage().ok()??;
    storage.get_item(key).ok()?
}

/// Remembers a preference, or forgets it when empty. A closed storage is no fault: the choice lasts for this visit.
pub fn store(key: &str, value: &str) {
    let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok().flatten()) else {
        return;
    };
    let _ = if value.is_empty() {
        storage.remove_item(key)
    } else {
        storage.set_item(key, value)
    };
}

/// Sets an attribute of `<html>`, or removes it when empty.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = if value.is_empty() {
            root.remove_attribute(name)
        } else {
            root.set_attribute(name, value)
        };
    }
}

/// The page's title after a move inside the site.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Puts focus on the start of the new page, so that keyboard and screen reader go on from there.
pub fn focus_main() {
    let main = document()
        .and_then(|document| document.get_element_by_id("main"))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(main) = main {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = main.focus_with_options(&options);
    }
}


/// `https://host.example`, where this site is served from.
pub fn origin() -> Option<String> {
    web_sys::window()?.location().origin().ok()
}

/// Today's date as `2026-01-31`, in UTC.
pub fn today() -> Option<String> {
    let now = js_sys::Date::new_0().to_iso_string();
    now.as_string()?.get(..10).map(str::to_owned)
}

/// Runs `work` before the next screen refresh.
pub fn at_next_paint(work: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(work);
}

/// The element that holds the prerendered page, and the base path it was rendered for.
#[cfg(feature = "hydrate")]
pub fn prerendered() -> Option<(HtmlElement, String)> {
    let document = document()?;
    let base = document.document_element()?.get_attribute("data-base").unwrap_or_default();
    let root = document.get_element_by_id("app")?.dyn_into().ok()?;
    Some((root, base))
}
