//! Terms and abbreviations.
//! Here because a reader meeting zinc batteries for the first time needs words explained.
//! Must not know: how the places of a term are found.

use leptos::prelude::*;

use review::{Mark, Review, Term};

use crate::{
    components::{cards::Cards, places::section_number, rich_text::inlines},
    services::content::use_review,
};

#[component]
pub fn Glossary() -> impl IntoView {
    let review = use_review();
    let mut cards = Cards::default();
    let terms = review
        .glossary
        .iter()
        .map(|term| {
            cards.inlines(&term.definition);
            view! {
                <dt id=term.id.clone() tabindex="-1">
                    {inlines(&term.name)}
                    {term.abbreviation.clone().map(|short| view! { " " <span class="abbreviation">{short}</span> })}
                </dt>
                <dd>
                    {inlines(&term.definition)}
                    {(!term.used_in_review)
                        .then(|| view! { " " <span class="aside">"Not a term of the review itself."</span> })}
                    {used_in(review, term)}
                </dd>
            }
        })
        .collect_view();
    view! {
        <article class="prose">
            <h1>"Glossary"</h1>
            <p class="lead">"Words of the field, said plainly. Each entry leads to the sections that use it."</p>
            <dl class="glossary">{terms}</dl>
            {cards.view()}
        </article>
    }
    .into_any()
}

/// The sections that use the term, each a link to the first place.
fn used_in(review: &'static Review, term: &Term) -> Option<AnyView> {
    let sections = review.sections_with(Mark::Term(&term.id));
    let links = sections
        .into_iter()
        .enumerate()
        .map(|(position, (section, anchors))| {
            view! { {(position > 0).then_some(", ")} {section_number(section, &anchors)} }
        })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| view! { <p class="used-in">"Used in " {links}</p> }.into_any())
}
