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
            <p>"The address may be misspelt, or the page has moved. Search for what you were looking for:"</p>
            <form class="search-form" role="search" action=href("/search/") method="get">
                <label for="search-field">"Search this site"</label>
                <span class="search-line">
                    <input id="search-field" type="search" name="q" />
                    <button type="submit">"Search"</button>
                </span>
            </form>
            <p>"Or take one of the ways in:"</p>
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
