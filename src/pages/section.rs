//! One section of the review, retold.
//! Here because this is what most readers come for.
//! Must not know: how the text was written down.

use leptos::prelude::*;
use review::{Block, Review, Section};

use super::NotFound;
use crate::{
    components::{cards::Cards, links::href, margin, prose, rich_text::inlines},
    routes,
    services::content::use_review,
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
    let mut cards = Cards::default();
    cards.inlines(&section.brief);
    cards.blocks(&section.blocks);
    view! {
        <div class="reading-progress" data-progress aria-hidden="true"></div>
        <div class="reading">
            <nav class="section-list" aria-label="Sections">
                <ol>{review.sections.iter().map(|other| section_entry(other, section)).collect_view()}</ol>
            </nav>
            <article class="prose" data-reading>
                <header>
                    <h1>{routes::heading(section)}</h1>
                    <p class="lead">{section.description.clone()}</p>
                    <p class="reading-time">
                        {format!("{} min read", minutes(section))} <span data-time-left=minutes(section).to_string()></span>
                    </p>
                </header>
                {contents(section)}
                {in_brief(section)}
                {prose::section(&section.blocks, "", 0)}
                {coverage(review, section)}
                {neighbours(review, section)}
                {cards.view()}
            </article>
            {margin::table_1(review, section)}
        </div>
    }
    .into_any()
}

/// What the section says, for those who have one minute.
pub fn in_brief(section: &'static Section) -> Option<AnyView> {
    (!section.brief.is_empty() && !section.number.is_empty()).then(|| {
        view! {
            <aside class="brief" aria-label=format!("In brief: {}", routes::heading(section))>
                <p><strong>"In brief. "</strong>{inlines(&section.brief)}</p>
            </aside>
        }
        .into_any()
    })
}

pub fn coverage(review: &'static Review, section: &'static Section) -> AnyView {
    let doi = &review.article.doi;
    view! {
        <aside class="coverage" aria-label=format!("Coverage: {}", routes::heading(section))>
            <p>{section.coverage.clone()}</p>
            <p>
                "The article: "
                <a href=format!("https://doi.org/{doi}")>{format!("doi.org/{doi}")}</a>
            </p>
        </aside>
    }
    .into_any()
}

/// A section in the list of all, with its own headings where it is the one that is read.
fn section_entry(other: &Section, here: &Section) -> impl IntoView + use<> {
    let depth = other.number.matches('.').count();
    let is_here = other.slug == here.slug;
    let headings = is_here.then(|| headings(other, true));
    view! {
        <li class=format!("depth-{depth}")>
            <a href=href(&format!("/read/{}/", other.slug)) aria-current=is_here.then_some("page")>
                {routes::heading(other)}
            </a>
            {headings}
        </li>
    }
    .into_any()
}

/// Links to the headings; those that follow the reader say where the reading is.
fn headings(section: &Section, follow: bool) -> AnyView {
    let entry = |block: &Block| {
        match block {
        Block::Heading { level: 2, id, text } => Some(
            view! { <li><a href=format!("#{id}") data-follows=follow.then(|| id.clone())>{review::plain_text(text)}</a></li> }.into_any(),
        ),
        _ => None,
    }
    };
    let entries = section.blocks.iter().filter_map(entry).collect_view();
    view! { <ol class="headings">{entries}</ol> }.into_any()
}

/// The same headings folded above the text, for screens without room beside it.
fn contents(section: &Section) -> Option<AnyView> {
    let is_heading = |block: &Block| matches!(block, Block::Heading { level: 2, .. });
    section.blocks.iter().any(is_heading).then(|| {
        view! {
            <details class="section-contents">
                <summary>"In this section"</summary>
                <nav aria-label="In this section">{headings(section, false)}</nav>
            </details>
        }
        .into_any()
    })
}

/// Words at 220 a minute, rounded up.
fn minutes(section: &Section) -> usize {
    let n_words: usize = section.blocks.iter().map(n_words).sum();
    n_words.div_ceil(220).max(1)
}

fn n_words(block: &Block) -> usize {
    let words = |text: &[review::Inline]| review::plain_text(text).split_whitespace().count();
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => words(text),
        Block::List { items, .. } => items.iter().flatten().map(n_words).sum(),
        Block::Quote(inner) => inner.iter().map(n_words).sum(),
        Block::Table { rows, .. } => rows.iter().flatten().map(|cell| words(cell)).sum(),
        Block::Figure(_) | Block::Equation { .. } => 0,
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
