//! The search page.
//! Here because a reader who remembers a word should find where it stands.
//! Must not know: how texts are searched.

use leptos::prelude::*;

#[component]
pub fn Search() -> impl IntoView {
    view! {
        <article class="prose">
            <h1>"Search"</h1>
        </article>
    }
    .into_any()
}
