//! A piece of a page as HTML, with the behaviours at work and hands to point, press and touch.
//! Here because behaviours answer for HTML that somebody else has written.
//! Must not know: what any behaviour does.

use std::cell::RefCell;

use companion::behaviours::{self, Behaviours};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, HtmlElement, KeyboardEvent, KeyboardEventInit, PointerEvent,
    PointerEventInit,
};

/// A page of its own while it is in use: the next one takes its place, even where a test has failed and dropped nothing.
pub struct Paper {
    place: HtmlElement,
}

thread_local! {
    static IN_USE: RefCell<Option<(HtmlElement, Behaviours)>> = const { RefCell::new(None) };
}

impl Paper {
    pub fn with(html: &str) -> Self {
        clear();
        let place: HtmlElement = document().create_element("main").unwrap().unchecked_into();
        place.set_inner_html(html);
        document().body().unwrap().append_child(&place).unwrap();
        window().scroll_to_with_x_and_y(0.0, 0.0);
        let behaviours = behaviours::start().unwrap();
        IN_USE.set(Some((place.clone(), behaviours)));
        Self { place }
    }

    pub fn count(&self, css: &str) -> usize {
        let found = self.place.query_selector_all(css).unwrap();
        usize::try_from(found.length()).unwrap()
    }

    pub fn one(&self, css: &str) -> Element {
        let found = self.place.query_selector(css).unwrap();
        found.unwrap_or_else(|| panic!("there is no {css}"))
    }

    pub fn text(&self, css: &str) -> String {
        self.one(css).text_content().unwrap_or_default()
    }

    /// Moves the mouse onto an element.
    pub fn point_at(&self, css: &str) {
        pointer(&self.one(css), "pointerover", "mouse");
    }

    /// Taps an element; `true` if the browser would go on and follow a link.
    pub fn tap(&self, css: &str) -> bool {
        let element = self.one(css);
        pointer(&element, "pointerdown", "touch");
        pointer(&element, "click", "touch")
    }

    pub fn press_key(&self, key: &str) {
        let options = KeyboardEventInit::new();
        options.set_bubbles(true);
        options.set_key(key);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
        document().body().unwrap().dispatch_event(&event).unwrap();
    }

    /// Waits until this is so; a wait in vain ends the test.
    pub async fn until(&self, what: &str, mut so: impl FnMut(&Self) -> bool) {
        for _ in 0..150 {
            if so(self) {
                return;
            }
            TimeoutFuture::new(20).await;
        }
        panic!("waited in vain for {what}: {}", self.place.inner_html());
    }
}

fn pointer(target: &EventTarget, kind: &str, hand: &str) -> bool {
    let options = PointerEventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    options.set_pointer_type(hand);
    let event = PointerEvent::new_with_event_init_dict(kind, &options).unwrap();
    target.dispatch_event(&event).unwrap()
}

fn clear() {
    if let Some((place, _)) = IN_USE.take() {
        place.remove();
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        clear();
    }
}
