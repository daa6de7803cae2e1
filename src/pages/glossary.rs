//! Terms and abbreviations.
//! Here because a reader meeting zinc batteries for the first time needs words explained.
//! Must not know: where each term is used.

use leptos::prelude::*;

use crate::{components::rich_text::inlines, widgets::place::use_review};

#[component]
pub fn Glossary() -> impl IntoView {
    let terms = use_review()
        .glossary
        .iter()
        .map(|term| {
            view! {
                <dt id=term.id.clone() tabindex="-1">
                    {inlines(&term.name)}
                    {term.abbreviation.clone().map(|short| view! { " " <span class="abbreviation">{short}</span> })}
                </dt>
                <dd>
                    {inlines(&term.definition)}
                    {(!term.used_in_review)
                        .then(|| view! { " " <span class="aside">"Not a term of the review itself."</span> })}
                </dd>
            }
        })
        .collect_view();
    view! {
        <article class="prose">
            <h1>"Glossary"</h1>
            <p class="lead">"Words of the field, said plainly."</p>
            <dl class="glossary">{terms}</dl>
        </article>
    }
    .into_any()
}
