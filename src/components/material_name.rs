//! A material's name with its subscripts, and what tells it from another of the same name.
//! Here because Table 1 has two ZnF2, and a link must say which.
//! Must not know: where the name stands.

use leptos::prelude::*;

use super::rich_text::inlines;
use crate::services::content::use_review;

/// The name; ` (coating)` or ` (SEI)` behind it where the label says more than the printed name.
pub fn material_name(id: &str) -> Option<AnyView> {
    let review = use_review();
    if let Some(found) = review.material(id) {
        let which = found.label.strip_prefix(found.as_printed.as_str());
        let which = which.filter(|rest| !rest.is_empty()).map(str::to_owned);
        return Some(view! { {inlines(&found.name)} {which} }.into_any());
    }
    review.text_material(id).map(|found| inlines(&found.name))
}
