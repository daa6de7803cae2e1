//! Elements that stand for rows: found around an event, marked, gone to.
//! Here because a row may stand on a page several times, and pointing at one place marks the others.
//! Must not know: what a row is, how a mark looks.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// The attribute of an element that stands for a row without being it; the row itself has the id.
pub const STANDS_FOR: &str = "data-row";
/// Every place of a row.
pub const ROWS: &str = "tbody tr[id], [data-row]";

/// The id of the row around an event.
pub fn around(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest(ROWS).ok()??;
    Some(row.get_attribute(STANDS_FOR).unwrap_or_else(|| row.id()))
}

/// Whether an event comes from inside an element that fits `css`.
pub fn is_inside(event: &Event, css: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest(css), Ok(Some(_))))
}

/// Gives the class to every element among those that fit `among` whose row's id is `wanted`, and takes it from the
/// others.
pub fn mark(among: &str, class: &str, wanted: &dyn Fn(&str) -> bool) {
    let Some(found) =
        super::document().and_then(|document| document.query_selector_all(among).ok())
    else {
        return;
    };
    for index in 0..found.length() {
        if let Some(element) = found
            .item(index)
            .and_then(|node| node.dyn_into::<Element>().ok())
        {
            let id = element
                .get_attribute(STANDS_FOR)
                .unwrap_or_else(|| element.id());
            // An element that takes no class stays unmarked.
            let _ = element.class_list().toggle_with_force(class, wanted(&id));
        }
    }
}

/// What has the focus, if it is in a row.
pub fn focused() -> Option<Element> {
    let element = super::document()?.active_element()?;
    matches!(element.closest(ROWS), Ok(Some(_))).then_some(element)
}

/// Gives the focus back to what lost it by being put elsewhere on the page.
pub fn give_back(element: &Element) {
    let now = super::document().and_then(|document| document.active_element());
    let is_lost = now.is_none_or(|now| now.tag_name() == "BODY");
    if is_lost && element.is_connected() {
        super::focus_in_place(element);
    }
}

/// Brings the row with this id into view and gives it the focus; `false` if it is not on the page.
pub fn go_to(id: &str) -> bool {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    let Some(row) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    if !row.has_attribute("tabindex") {
        row.set_tab_index(-1);
    }
    // A row that takes no focus is still shown.
    let _ = row.focus();
    super::bring_into_view(id);
    true
}
