//! The search page: the search, and the contents for those who would rather look, or have no scripts.
//! Here because a reader who remembers a word should find where it stands.
//! Must not know: how texts are searched.

use leptos::prelude::*;

use crate::{
    components::links::href,
    routes,
    services::content::use_review,
    services::search,
    widgets::place::{Widget, place},
};

#[component]
pub fn Search() -> impl IntoView {
    let index = search::file().map(|(path, _)| path.clone());
    view! {
        <div class="search-page" data-search-index=index>
            <h1>"Search"</h1>
            <noscript>
                <p class="notice">
                    "Searching is done by a script in your browser, and scripts are off. The contents below lead everywhere, and your browser can search "
                    <a href=href("/read/all/")>"the whole review on one page"</a> "."
                </p>
            </noscript>
            {place(Widget::Search)}
            {contents()}
        </div>
    }
    .into_any()
}

fn contents() -> AnyView {
    let review = use_review();
    let sections = review
        .sections
        .iter()
        .map(|section| {
            entry(
                &format!("/read/{}/", section.slug),
                routes::heading(section),
            )
        })
        .collect_view();
    let table = review
        .materials
        .iter()
        .map(|material| (&material.id, search::label(&material.label, &material.name)));
    let text = review
        .text_materials
        .iter()
        .map(|material| (&material.id, search::label(&material.label, &material.name)));
    let materials = table
        .chain(text)
        .map(|(id, label)| entry(&format!("/materials/{id}/"), label))
        .collect_view();
    let lists = [
        ("/explore/", "Table 1"),
        ("/compare/", "Compare materials"),
        ("/figures/", "Figures"),
        ("/glossary/", "Glossary"),
        ("/source-notes/", "Source notes"),
        ("/references/", "References"),
        ("/read/all/", "The whole review on one page"),
    ]
    .map(|(path, name)| entry(path, name.to_owned()));
    view! {
        <section class="search-contents" aria-labelledby="contents">
            <h2 id="contents">"Contents"</h2>
            <div>
                <h3>"Sections"</h3>
                <ul>{sections}</ul>
            </div>
            <div>
                <h3>"Materials"</h3>
                <ul class="search-materials">{materials}</ul>
            </div>
            <div>
                <h3>"Lists"</h3>
                <ul>{lists}</ul>
            </div>
        </section>
    }
    .into_any()
}

fn entry(path: &str, name: String) -> AnyView {
    view! { <li><a href=href(path)>{name}</a></li> }.into_any()
}
