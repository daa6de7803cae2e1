//! All materials, those of Table 1 and those of the text alone.
//! Here because a reader should find a material by its name.
//! Must not know: what is said of one.

use leptos::prelude::*;

#[component]
pub fn Materials() -> impl IntoView {
    view! {
        <article class="prose">
            <h1>"Materials"</h1>
        </article>
    }
    .into_any()
}
