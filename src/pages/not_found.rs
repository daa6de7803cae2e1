//! The page for addresses that do not exist.
//! Here because a wrong address should still lead somewhere.
//! Must not know: why the address is wrong.

use leptos::prelude::*;

use crate::components::links::href;

#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <article class="prose">
            <h1>"There is no page here"</h1>
            <p>"The address may be misspelt, or the page has moved. These are the ways in:"</p>
            <ul>
                <li><a href=href("/read/")>"Read the review, section by section"</a></li>
                <li><a href=href("/explore/")>"Explore Table 1"</a></li>
                <li><a href=href("/simulate/")>"Run the simulator"</a></li>
                <li><a href=href("/glossary/")>"Look a term up"</a></li>
            </ul>
        </article>
    }
    .into_any()
}
