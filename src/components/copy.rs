//! A button that copies a text which stands on the page, or behind it.
//! Here because every page with citations has many, and each must say to the ear what it copies.
//! Must not know: how copying is done; the page's behaviours do that.

use leptos::prelude::*;

/// `Copy BibTeX`; `whole` says the rest to those who hear the button away from its place.
pub fn copy_button(what: &str, whole: &str, text: String) -> AnyView {
    let label = if whole.starts_with(what) {
        format!("Copy {whole}")
    } else {
        format!("Copy {what}: {whole}")
    };
    view! {
        <button type="button" data-copy=text aria-label=label>
            {format!("Copy {what}")}
        </button>
    }
    .into_any()
}
