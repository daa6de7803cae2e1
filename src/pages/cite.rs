//! How to cite the article, this companion, its data and its simulator.
//! Here because a reader who uses something has to name it rightly.
//! Must not know: how citations are written.

use leptos::prelude::*;

#[component]
pub fn Cite() -> impl IntoView {
    view! {
        <article class="prose">
            <h1>"Cite"</h1>
        </article>
    }
    .into_any()
}
