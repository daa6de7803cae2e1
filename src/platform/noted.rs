//! What a prerendered page notes in attributes of its elements, and words written into places that it left empty.
//! Here because a long table stays HTML, and a widget fills in what it alone can know.
//! Must not know: what is noted, what is written.

use web_sys::Element;

/// The value of one attribute of each element that has it, with the element's id; in the order of the page.
pub fn with_ids(attribute: &str) -> Vec<(String, String)> {
    let css = format!("[{attribute}]");
    let Some(found) = super::document().and_then(|document| document.query_selector_all(&css).ok())
    else {
        return Vec::new();
    };
    let element = |index| found.item(index).and_then(as_element);
    (0..found.length())
        .filter_map(element)
        .filter_map(|element| Some((element.id(), element.get_attribute(attribute)?)))
        .collect()
}

/// The value of an attribute of the element with this id.
pub fn of(id: &str, attribute: &str) -> Option<String> {
    super::document()?
        .get_element_by_id(id)?
        .get_attribute(attribute)
}

/// Writes into the first element of a class inside the element with this id.
pub fn write(id: &str, class: &str, text: &str) {
    let parent = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(place) = parent.and_then(|parent| parent.get_elements_by_class_name(class).item(0))
    {
        place.set_text_content(Some(text));
    }
}

/// Notes something on the element with this id.
pub fn note(id: &str, attribute: &str, value: &str) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        // An element that takes no attribute stays as it is.
        let _ = element.set_attribute(attribute, value);
    }
}

fn as_element(node: web_sys::Node) -> Option<Element> {
    wasm_bindgen::JsCast::dyn_into(node).ok()
}
