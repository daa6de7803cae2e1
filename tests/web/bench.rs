//! A widget on an empty page, with hands to press and eyes to read.
//! Here because every test of a widget begins and ends in the same way.
//! Must not know: any widget in particular.

use companion::place::{Widget, Workplace, views_of};
use leptos::{mount::mount_to, prelude::*, task::tick};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

/// Removed from the page when dropped, and the address with it.
pub struct Bench {
    place: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Bench {
    /// The widget as it is after the takeover of a page with this query.
    pub async fn with(widget: Widget, query: &str) -> Self {
        address(query);
        let body = document().body().unwrap();
        let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        body.append_child(&place).unwrap();
        let mounted = mount_to(place.clone(), move || {
            Workplace::new("").live(widget, views_of(widget))
        });
        let bench = Self {
            place,
            _mounted: Box::new(mounted),
        };
        bench.settle().await;
        bench
    }

    /// Lets effects run, and those that they cause.
    pub async fn settle(&self) {
        for _ in 0..4 {
            tick().await;
        }
    }

    pub fn all(&self, css: &str) -> Vec<Element> {
        let found = self.place.query_selector_all(css).unwrap();
        (0..found.length())
            .filter_map(|index| found.item(index)?.dyn_into().ok())
            .collect()
    }

    pub fn one(&self, css: &str) -> Element {
        self.all(css)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("there is no {css}"))
    }

    pub fn text(&self, css: &str) -> String {
        self.one(css).text_content().unwrap_or_default()
    }

    pub async fn click(&self, css: &str) {
        self.one(css).unchecked_into::<HtmlElement>().click();
        self.settle().await;
    }

    /// Writes into a field as a reader would, and tells the widget by the event that it listens to.
    pub async fn write(&self, css: &str, text: &str, event: &str) {
        let field: HtmlInputElement = self.one(css).unchecked_into();
        field.set_value(text);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        field
            .dispatch_event(&Event::new_with_event_init_dict(event, &bubbling).unwrap())
            .unwrap();
        self.settle().await;
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.place.remove();
        address("");
    }
}

/// What stands after the question mark of the page's address.
pub fn query() -> String {
    window()
        .location()
        .search()
        .unwrap()
        .trim_start_matches('?')
        .to_owned()
}

fn address(query: &str) {
    let path = window().location().pathname().unwrap();
    let address = if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    };
    window()
        .history()
        .unwrap()
        .replace_state_with_url(&JsValue::NULL, "", Some(&address))
        .unwrap();
}
