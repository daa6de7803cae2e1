//! One material: what it is, its tests, its sentences.
//! Here because everything that the review says of a material is scattered over text, table and notes.
//! Must not know: where else materials are listed.

use leptos::prelude::*;

use super::NotFound;
use crate::widgets::place::use_review;

/// The material with this id; without one there is no such page.
#[component]
pub fn MaterialPage(id: String) -> impl IntoView {
    let review = use_review();
    match (review.material(&id), review.text_material(&id)) {
        (Some(material), _) => {
            view! { <article class="prose"><h1>{material.label.clone()}</h1></article> }.into_any()
        }
        (None, Some(material)) => {
            view! { <article class="prose"><h1>{material.label.clone()}</h1></article> }.into_any()
        }
        (None, None) => NotFound().into_any(),
    }
}
