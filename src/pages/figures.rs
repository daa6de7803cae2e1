//! All figures on one page.
//! Here because a lecturer looks for a picture and not for a section.
//! Must not know: how a figure is drawn.

use leptos::prelude::*;
use review::Block;

use crate::{
    components::{cards::Cards, figure::figure, links::href},
    routes,
    services::content::use_review,
};

#[component]
pub fn Figures() -> impl IntoView {
    let review = use_review();
    let mut cards = Cards::default();
    let figures = review
        .figures
        .iter()
        .map(|shown| {
            cards.blocks(&[Block::Figure(shown.id.clone())]);
            let section = review.section_of_figure(&shown.id).map(|section| {
                let to = href(&format!("/read/{}/#fig-{}", section.slug, shown.id));
                view! { <p class="role">"In " <a href=to>{routes::heading(section)}</a></p> }
            });
            view! { <section class="figure-entry">{figure(shown)} {section}</section> }
        })
        .collect_view();
    view! {
        <article class="prose">
            <h1>"Figures"</h1>
            <p class="lead">
                "The subjects of the review\u{2019}s seven figures, drawn anew by us. Point at a part, or reach it with the Tab key, to see what it is; where the review prints numbers, they stand below the drawing. Figures are CC BY 4.0, like our text."
            </p>
            {figures}
            {cards.view()}
        </article>
    }
    .into_any()
}
