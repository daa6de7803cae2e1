//! The contents of the retold review.
//! Here because a reader chooses where to begin.
//! Must not know: the text of a section.

use leptos::prelude::*;

use crate::{components::links::href, routes, services::content::use_review};

#[component]
pub fn Read() -> impl IntoView {
    let entries = use_review()
        .sections
        .iter()
        .map(|section| {
            let depth = section.number.matches('.').count();
            view! {
                <li class=format!("depth-{depth}")>
                    <a href=href(&format!("/read/{}/", section.slug))>{routes::heading(section)}</a>
                    {(!section.written).then(|| view! { <span class="pending">"text to come"</span> })}
                    <p>{section.description.clone()}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <article class="prose">
            <h1>"Read"</h1>
            <p class="lead">
                "The review retold in our own words. Numbers in brackets lead to the review's references, underlined names to the materials and their tests, and the sign ※ to a place where sources disagree."
            </p>
            <ul class="ways">
                <li><a href=href("/read/all/")>"The whole review on one page"</a></li>
                <li><a href=href("/figures/")>"All figures"</a></li>
                <li><a href=href("/materials/")>"All materials"</a></li>
            </ul>
            <ol class="contents">{entries}</ol>
        </article>
    }
    .into_any()
}
