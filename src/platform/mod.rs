//! Everything the site asks of the browser, each with an answer for when the browser refuses.
//! Here because storage may throw, a frame may be foreign and a native build has no window.
//! Must not know: pages, widgets, content.

pub mod address;
pub mod clipboard;
pub mod dialog;
pub mod download;
pub mod fetch;
pub mod file;
#[cfg(feature = "hydrate")]
pub mod frame;
pub mod noted;
pub mod reach;
pub mod rows;
pub mod script;
pub mod seen;
pub mod template;
pub mod theme;
pub mod width;
pub mod worker;

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
    keep(key, value);
}

/// As [`store`]; `true` if it is kept. Storage may be closed to this frame, or full.
pub fn keep(key: &str, value: &str) -> bool {
    let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok().flatten())
    else {
        return false;
    };
    let kept = if value.is_empty() {
        storage.remove_item(key)
    } else {
        storage.set_item(key, value)
    };
    kept.is_ok()
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

/// `https://host.example`, where this site is served from.
pub fn origin() -> Option<String> {
    web_sys::window()?.location().origin().ok()
}

/// Today's date as `2026-01-31`, in UTC.
pub fn today() -> Option<String> {
    let now = js_sys::Date::new_0().to_iso_string();
    now.as_string()?.get(..10).map(str::to_owned)
}

/// Runs again when what it reads changes. One kind of effect: each closure would be compiled for itself.
pub fn follow(run: Box<dyn Fn()>) {
    leptos::prelude::Effect::new(move |_| run());
}

/// Runs `work` before the next screen refresh.
pub fn at_next_paint(work: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(work);
}

/// The value that this page notes in an attribute of one of its elements.
pub fn noted(attribute: &str) -> Option<String> {
    let found = document()?.query_selector(&format!("[{attribute}]"));
    found.ok()??.get_attribute(attribute)
}

/// Whether the reader has put the focus nowhere yet.
pub fn nothing_has_focus() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_none_or(|element| element.tag_name() == "BODY")
}

/// Whether the reader's main pointer is a finger.
pub fn by_finger() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Whether the element of an event, such as `<details>`, is open.
pub fn is_open(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.has_attribute("open"))
}

/// Scrolls no further than needed to see the element with this id.
pub fn bring_into_view(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    if let (Some(element), Some(height)) = (element, height) {
        let place = element.get_bounding_client_rect();
        if place.top() < 0.0 {
            element.scroll_into_view_with_bool(true);
        } else if place.bottom() > height {
            element.scroll_into_view_with_bool(false);
        }
    }
}

/// Presses the element with this id.
pub fn press(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        element.click();
    }
}

/// Gives the focus to the element with this id, once what is being shown stands.
pub fn focus_soon(id: String) {
    at_next_paint(move || {
        let element = document().and_then(|document| document.get_element_by_id(&id));
        if let Some(element) =
            element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
        {
            // An element that takes no focus leaves it where it is.
            let _ = element.focus();
        }
    });
}

/// How far the box is scrolled down that an event came from, in CSS pixels.
pub fn scrolled_down(event: &web_sys::Event) -> f64 {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.map_or(0.0, |element| f64::from(element.scroll_top()))
}

/// Gives the focus to an element without scrolling to it.
pub fn focus_in_place(element: &web_sys::Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that takes no focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// The base path this page was rendered for: `/some/repo`, or empty at the root of a host.
#[cfg(feature = "hydrate")]
pub fn base() -> String {
    document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("data-base"))
        .unwrap_or_default()
}

/// The elements whose attribute can be read as something, in the order of the page.
#[cfg(feature = "hydrate")]
pub fn marked<T>(attribute: &str, read: fn(&str) -> Option<T>) -> Vec<(HtmlElement, T)> {
    let Some(found) =
        document().and_then(|document| document.query_selector_all(&format!("[{attribute}]")).ok())
    else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into::<HtmlElement>().ok())
        .filter_map(|element| {
            let meaning = read(&element.get_attribute(attribute)?)?;
            Some((element, meaning))
        })
        .collect()
}
