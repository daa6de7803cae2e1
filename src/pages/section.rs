//! One section of the review, retold.
//! Here because this is what most readers come for.
//! Must not know: how the text was written down.

use leptos::prelude::*;
use review::{Block, Review, Section};

use super::NotFound;
use crate::{
    components::{links::href, prose},
    routes,
    widgets::place::use_review,
};

/// The section with this slug; without one there is no such page.
#[component]
pub fn SectionPage(slug: String) -> impl IntoView {
    let review = use_review();
    match review.section(&slug) {
        Some(section) => section_view(review, section),
        None => NotFound().into_any(),
    }
}

fn section_view(review: &'static Review, section: &'static Section) -> AnyView {
    view! {
        <div class="reading">
            <nav class="section-list" aria-label="Sections">
                <ol>{review.sections.iter().map(|other| section_entry(other, section)).collect_view()}</ol>
            </nav>
            <article class="prose">
                <header>
                    <h1>{routes::heading(section)}</h1>
                    <p class="lead">{section.description.clone()}</p>
                    {section.written.then(|| view! { <p class="reading-time">{reading_time(section)}</p> })}
                </header>
                {(!section.written).then(pending)}
                {prose::blocks(&section.blocks)}
                <aside class="coverage" aria-label="Coverage">
                    <p>{section.coverage.clone()}</p>
                    <p>
                        "The article: "
                        <a href=format!(
                            "https://doi.org/{}",
                            review.article.doi,
                        )>{format!("doi.org/{}", review.article.doi)}</a>
                    </p>
                </aside>
                {neighbours(review, section)}
            </article>
        </div>
    }
    .into_any()
}

fn section_entry(other: &Section, here: &Section) -> impl IntoView + use<> {
    let depth = other.number.matches('.').count();
    let current = (other.slug == here.slug).then_some("page");
    view! {
        <li class=format!("depth-{depth}")>
            <a href=href(&format!("/read/{}/", other.slug)) aria-current=current>
                {routes::heading(other)}
            </a>
        </li>
    }
    .into_any()
}

fn pending() -> impl IntoView {
    view! {
        <p class="notice" role="note">
            "The text of this section is still to be written. What it will cover is said below; Table 1 and the references are complete."
        </p>
    }
    .into_any()
}

/// Words at 220 a minute, rounded up.
fn reading_time(section: &Section) -> String {
    let n_words: usize = section.blocks.iter().map(n_words).sum();
    format!("{} min read", n_words.div_ceil(220).max(1))
}

fn n_words(block: &Block) -> usize {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => {
            review::plain_text(text).split_whitespace().count()
        }
        Block::List { items, .. } => items.iter().flatten().map(n_words).sum(),
        Block::Quote(inner) => inner.iter().map(n_words).sum(),
        Block::Equation { .. } => 0,
    }
}

fn neighbours(review: &'static Review, section: &'static Section) -> impl IntoView {
    let position = review
        .sections
        .iter()
        .position(|other| other.slug == section.slug)
        .unwrap_or_default();
    let link = |other: Option<&Section>, rel: &'static str, word: &'static str| {
        other.map(|other| {
            view! {
                <a rel=rel href=href(&format!("/read/{}/", other.slug))>
                    <span class="direction">{word}</span>
                    {routes::heading(other)}
                </a>
            }
        })
    };
    let before = position
        .checked_sub(1)
        .and_then(|index| review.sections.get(index));
    view! {
        <nav class="neighbours" aria-label="Previous and next section">
            {link(before, "prev", "Previous")} {link(review.sections.get(position + 1), "next", "Next")}
        </nav>
    }
    .into_any()
}
