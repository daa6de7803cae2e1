//! Opening and closing a dialog of the page.
//! Here because only the browser keeps the focus inside, answers to Esc and gives the focus back.
//! Must not know: what the dialog holds.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    super::document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Opens it over the page, which rests until it is closed.
pub fn open(id: &str) {
    if let Some(dialog) = dialog(id) {
        // One that is open already stays open.
        let _ = dialog.show_modal();
    }
}

pub fn close(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}
