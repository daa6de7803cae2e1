//! The review's runs of text as HTML.
//! Here because sections, notes, definitions and table cells share one text model.
//! Must not know: blocks, which page the text stands on, what a card shows.
//!
//! A link that can open a card names it in `data-card`; without the card, or without scripts, it is an ordinary link.

use leptos::prelude::*;
use review::Inline;

use super::{
    links::href,
    marks::{material, source_note},
};
use crate::services::content::use_review;

/// A run of text.
pub fn inlines(text: &[Inline]) -> AnyView {
    text.iter().map(inline).collect_view().into_any()
}

fn inline(inline: &Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Emphasis(text) => view! { <em>{inlines(text)}</em> }.into_any(),
        Inline::Strong(text) => view! { <strong>{inlines(text)}</strong> }.into_any(),
        Inline::Subscript(text) => view! { <sub>{inlines(text)}</sub> }.into_any(),
        Inline::Superscript(text) => view! { <sup>{inlines(text)}</sup> }.into_any(),
        Inline::Code(text) => view! { <code>{text.clone()}</code> }.into_any(),
        Inline::Link { href: to, text } => {
            let to = if to.starts_with('/') {
                href(to)
            } else {
                to.clone()
            };
            view! { <a href=to>{inlines(text)}</a> }.into_any()
        }
        Inline::Cite(numbers) => citation(numbers),
        Inline::Material { id, text } => material(id, inlines(text)),
        Inline::Term { id, text } => linked(
            "term",
            format!("/glossary/#{id}"),
            format!("term-{id}"),
            text,
        ),
        Inline::SectionLink { slug, text } => {
            let to = href(&format!("/read/{slug}/"));
            view! { <a href=to>{inlines(text)}</a> }.into_any()
        }
        Inline::FigureLink { id, text } => {
            let section = use_review().section_of_figure(id);
            let page = section.map_or_else(String::new, |section| section.slug.clone());
            linked(
                "figure-link",
                format!("/read/{page}/#fig-{id}"),
                format!("figure-{id}"),
                text,
            )
        }
        Inline::EquationLink { id, text } => {
            let section = use_review()
                .equation(id)
                .map(|(section, _)| section.slug.clone());
            let page = section.unwrap_or_default();
            linked(
                "equation-link",
                format!("/read/{page}/#{id}"),
                format!("equation-{id}"),
                text,
            )
        }
        Inline::Abbreviation { short, term } => abbreviation(short, term),
        Inline::Note(id) => source_note(id),
        // Which sentence states which fact is for tests and links back, not for the eye.
        Inline::Fact(_) => ().into_any(),
    }
}

fn linked(class: &'static str, to: String, card: String, text: &[Inline]) -> AnyView {
    view! {
        <a class=class href=href(&to) data-card=card>
            {inlines(text)}
        </a>
    }
    .into_any()
}

/// An abbreviation that says what it is short for, to the ear at once and to the eye on demand.
fn abbreviation(short: &str, term: &str) -> AnyView {
    let to = href(&format!("/glossary/#{term}"));
    let label = use_review()
        .term(term)
        .map(|found| format!("{short}, {}", found.label));
    view! {
        <a class="abbr" href=to data-card=format!("term-{term}") aria-label=label>
            <abbr>{short.to_owned()}</abbr>
        </a>
    }
    .into_any()
}

/// `[5, 6]`: each number a link of its own, named for those who only hear it.
pub fn citation(numbers: &[u16]) -> AnyView {
    let links = numbers
        .iter()
        .enumerate()
        .map(|(position, number)| {
            let to = href(&format!("/references/#ref-{number}"));
            view! {
                {(position > 0).then_some(", ")}
                <a href=to aria-label=format!("reference {number}") data-card=format!("cite-{number}")>
                    {number.to_string()}
                </a>
            }
        })
        .collect_view();
    view! { <span class="cite">"["{links}"]"</span> }.into_any()
}
