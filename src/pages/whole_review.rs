//! All sections on one page.
//! Here because a review is printed, searched and read aloud as a whole.
//! Must not know: how a section looks by itself.

use leptos::prelude::*;

use super::section::{coverage, in_brief};
use crate::{
    components::{cards::Cards, prose},
    routes,
    services::content::use_review,
};

#[component]
pub fn WholeReview() -> impl IntoView {
    let review = use_review();
    let mut cards = Cards::default();
    for section in &review.sections {
        cards.inlines(&section.brief);
        cards.blocks(&section.blocks);
    }
    let sections = review.sections.iter().map(|section| {
        view! {
            <section class="whole-section" aria-labelledby=section.slug.clone()>
                <h2 class="section-title" id=section.slug.clone()>{routes::heading(section)}</h2>
                {in_brief(section)}
                {prose::section(&section.blocks, &format!("{}--", section.slug), 1)}
                {coverage(review, section)}
            </section>
        }
    });
    let contents = review.sections.iter().map(|section| {
        view! { <li><a href=format!("#{}", section.slug)>{routes::heading(section)}</a></li> }
    });
    view! {
        <div class="reading-progress" data-progress aria-hidden="true"></div>
        <article class="prose" data-reading>
            <header>
                <h1>"The whole review, retold"</h1>
                <p class="lead">
                    "All sections on one page, made to be printed: links show their address, and cards become notes at the end."
                </p>
            </header>
            <nav class="whole-contents" aria-label="Sections">
                <ol>{contents.collect_view()}</ol>
            </nav>
            {sections.collect_view()}
            {cards.view()}
        </article>
    }
    .into_any()
}
