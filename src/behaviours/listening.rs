//! Listeners on the document, and what an event says: where, and by which hand.
//! Here because every behaviour asks the same few things of an event.
//! Must not know: what any behaviour does.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, NodeList, PointerEvent, Window};

/// Listeners that are taken away when this is dropped.
#[derive(Debug)]
pub struct Listening {
    pub window: Window,
    pub document: Document,
    kept: Vec<EventListener>,
}

/// What a pointer is: something that can hover, or a finger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hand {
    #[default]
    Hovering,
    Touch,
}

impl Listening {
    pub fn begin() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        Some(Self {
            window,
            document,
            kept: Vec::new(),
        })
    }

    /// Hears an event wherever on the page it happens.
    pub fn on(&mut self, event: &'static str, act: impl FnMut(&Event) + 'static) {
        let listener = EventListener::new(&self.document, event, act);
        self.kept.push(listener);
    }

    /// Hears an event before anything on the page does, and may keep the browser from acting on it.
    pub fn on_first(&mut self, event: &'static str, act: impl FnMut(&Event) + 'static) {
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: false,
        };
        let listener = EventListener::new_with_options(&self.document, event, options, act);
        self.kept.push(listener);
    }

    /// Hears that anything on the page scrolled or that the window has another size.
    pub fn on_moving(&mut self, act: impl Fn() + Clone + 'static) {
        let scrolled = act.clone();
        let options = EventListenerOptions::run_in_capture_phase();
        let scroll =
            EventListener::new_with_options(&self.document, "scroll", options, move |_| scrolled());
        let resize = EventListener::new(&self.window, "resize", move |_| act());
        self.kept.extend([scroll, resize]);
    }
}

/// The element that an event happened on.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The nearest element around the event that fits.
pub fn around(event: &Event, css: &str) -> Option<Element> {
    target(event)?.closest(css).ok().flatten()
}

/// By which hand, where the event is a pointer's.
pub fn hand(event: &Event) -> Option<Hand> {
    let pointer = event.dyn_ref::<PointerEvent>()?;
    Some(if pointer.pointer_type() == "touch" {
        Hand::Touch
    } else {
        Hand::Hovering
    })
}

/// Whether a pointer that can hover has left the page altogether.
pub fn has_left_the_page(event: &Event) -> bool {
    event
        .dyn_ref::<PointerEvent>()
        .is_some_and(|pointer| pointer.related_target().is_none())
}

/// Whether this key was pressed.
pub fn is_key(event: &Event, key: &str) -> bool {
    event
        .dyn_ref::<web_sys::KeyboardEvent>()
        .is_some_and(|pressed| pressed.key() == key)
}

/// Whether the browser shows the focus on this element, as it does for those who use keys.
pub fn shows_focus(element: &Element) -> bool {
    element.matches(":focus-visible").unwrap_or(false)
}

/// The elements of a list.
pub fn elements(list: Result<NodeList, wasm_bindgen::JsValue>) -> Vec<Element> {
    let Ok(list) = list else { return Vec::new() };
    (0..list.length())
        .filter_map(|index| list.item(index)?.dyn_into().ok())
        .collect()
}
