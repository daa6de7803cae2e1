//! The open card: copies of a page's notes beside the marker that asked for them.
//! Here because the notes at the end of a page are printed and read without scripts, and must stay where they are.
//! Must not know: when it opens and closes.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::placing::{self, Room};
use crate::{behaviours::listening::elements, platform};

/// What the marker is described by while the card is open.
const TEXT_ID: &str = "open-card-text";
const DESCRIBED_BY: &str = "aria-describedby";
/// Says to assistive technology which key enters the card.
const KEYS: &str = "aria-keyshortcuts";
const ENTERED_BY: &str = "ArrowDown";
/// What could hold the focus in a card.
const STOPS: &str = "a, button, .card-text";
/// Where the card is a sheet at the bottom of the screen.
const NARROW: &str = "(max-width: 40rem)";
const SHEET: &str = "sheet";

#[derive(Debug, Clone)]
pub struct Popup {
    element: HtmlElement,
}

impl Popup {
    /// The cards that a marker names, as one; nothing where the page holds none of them.
    pub fn of(document: &Document, marker: &Element) -> Option<Self> {
        let names = marker.get_attribute("data-card")?;
        let notes: Vec<Element> = names
            .split_whitespace()
            .filter_map(|name| document.get_element_by_id(&format!("card-{name}")))
            .filter_map(|note| copy(document, &note))
            .collect();
        if notes.is_empty() {
            return None;
        }
        let text = document.create_element("div").ok()?;
        text.set_id(TEXT_ID);
        text.set_class_name("card-text");
        for note in notes {
            text.append_child(&note).ok()?;
        }
        let element = document.create_element("div").ok()?;
        // The browser's own top layer: no scrolling box cuts the card off, and nothing lies above it.
        let attributes = [
            ("class", "open-card"),
            ("popover", "manual"),
            ("role", "group"),
            ("aria-label", "Note"),
            // A press on its words must not give the focus to what stands around the card.
            ("tabindex", "-1"),
        ];
        for (name, value) in attributes {
            element.set_attribute(name, value).ok()?;
        }
        element.append_child(&text).ok()?;
        let close = close_button(document)?;
        element.append_child(&close).ok()?;
        let keys = keys(document)?;
        element.append_child(&keys).ok()?;
        // Not stops of the Tab key until somebody enters: a text full of markers must not take three presses for each.
        for stop in elements(element.query_selector_all(STOPS)) {
            stop.set_attribute("tabindex", "-1").ok()?;
        }
        Some(Self {
            element: element.dyn_into().ok()?,
        })
    }

    /// Right after the marker, so that whoever enters comes out again where the text goes on. After a heading as a whole,
    /// whose name would otherwise grow by the card.
    pub fn show(&self, marker: &Element) {
        let heading = marker.closest("h1, h2, h3, h4").ok().flatten();
        let before = heading.as_ref().unwrap_or(marker);
        if before.after_with_node_1(&self.element).is_err() {
            return;
        }
        // A browser without a top layer shows the card in its place in the page.
        let _ = self.element.show_popover();
        let _ = marker.set_attribute(DESCRIBED_BY, TEXT_ID);
        let _ = marker.set_attribute(KEYS, ENTERED_BY);
        self.place(marker);
        self.uncover(marker);
    }

    /// Scrolls the page on where a sheet would lie over the word that opened it.
    fn uncover(&self, marker: &Element) {
        let Some(window) = web_sys::window().filter(|_| self.element.class_list().contains(SHEET))
        else {
            return;
        };
        let covered = marker.get_bounding_client_rect().bottom()
            - self.element.get_bounding_client_rect().top();
        if covered > 0.0 {
            window.scroll_by_with_x_and_y(0.0, covered + placing::GAP_PX);
        }
    }

    /// Beside its word; at the bottom of a narrow screen.
    pub fn place(&self, marker: &Element) {
        let Some(window) = web_sys::window() else {
            return;
        };
        let narrow = window.match_media(NARROW).ok().flatten();
        let is_sheet = narrow.is_some_and(|narrow| narrow.matches());
        let _ = self.element.class_list().toggle_with_force(SHEET, is_sheet);
        let style = self.element.style();
        for property in ["left", "top", "max-height"] {
            let _ = style.remove_property(property);
        }
        if is_sheet {
            return;
        }
        let word = marker.get_bounding_client_rect();
        let view = window.document().and_then(|page| page.document_element());
        let Some(view) = view else { return };
        let room = Room {
            width: f64::from(view.client_width()),
            height: f64::from(view.client_height()),
        };
        let place = placing::place(
            (word.left(), word.top(), word.bottom()),
            (
                f64::from(self.element.offset_width()),
                f64::from(self.element.offset_height()),
            ),
            room,
        );
        for (property, px) in [
            ("left", place.left),
            ("top", place.top),
            ("max-height", place.max_height),
        ] {
            let _ = style.set_property(property, &format!("{px:.1}px"));
        }
    }

    pub fn remove(&self, marker: &Element) {
        self.element.remove();
        let _ = marker.remove_attribute(DESCRIBED_BY);
        let _ = marker.remove_attribute(KEYS);
    }

    /// Gives the focus to the first link or button, and makes stops of them all.
    pub fn enter(&self) {
        let stops = elements(self.element.query_selector_all("a, button"));
        for stop in &stops {
            let _ = stop.remove_attribute("tabindex");
        }
        if let Some(first) = stops.first() {
            platform::focus_in_place(first);
        }
    }

    pub fn holds(&self, element: &Element) -> bool {
        self.element.contains(Some(element))
    }
}

/// A note without its ids, with links that are ordinary links, and with a title that is no heading of the page.
fn copy(document: &Document, note: &Element) -> Option<Element> {
    let copy: Element = note.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    copy.remove_attribute("id").ok()?;
    for (css, attribute) in [("[id]", "id"), ("[data-card]", "data-card")] {
        for inside in elements(copy.query_selector_all(css)) {
            inside.remove_attribute(attribute).ok()?;
        }
    }
    if let Some(heading) = copy.query_selector("h3").ok().flatten() {
        let title = document.create_element("p").ok()?;
        title.set_class_name("card-title");
        while let Some(child) = heading.first_child() {
            title.append_child(&child).ok()?;
        }
        heading.replace_with_with_node_1(&title).ok()?;
    }
    Some(copy)
}

/// What the keys do, for those who see; others are told by the marker.
fn keys(document: &Document) -> Option<Element> {
    let keys = document.create_element("p").ok()?;
    keys.set_class_name("card-keys");
    keys.set_attribute("aria-hidden", "true").ok()?;
    keys.set_text_content(Some("\u{2193} into the card, Esc closes it"));
    Some(keys)
}

/// Last in the card, so that the Tab key meets its links first.
fn close_button(document: &Document) -> Option<Element> {
    let button = document.create_element("button").ok()?;
    for (name, value) in [
        ("type", "button"),
        ("class", "card-close"),
        ("aria-label", "Close"),
    ] {
        button.set_attribute(name, value).ok()?;
    }
    button.set_text_content(Some("\u{d7}"));
    Some(button)
}
