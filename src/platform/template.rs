//! What a page carries for later in its `template` elements.
//! Here because the whole review stays in the pages, and a widget may ask for a piece of it.
//! Must not know: what the pieces hold.

/// The HTML inside the template with this id.
pub fn content(id: &str) -> Option<String> {
    let template = super::document()?.get_element_by_id(id)?;
    Some(template.inner_html())
}
