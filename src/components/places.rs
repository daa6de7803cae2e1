//! Links to the places where something is marked, cited, used or drawn.
//! Here because source notes, terms, references and materials all lead back into the text in the same way.
//! Must not know: which entry asks.

use leptos::prelude::*;
use review::{Place, Section};

use super::{links::href, marks::material, material_name::material_name, rich_text::inlines};
use crate::{routes, services::content::use_review};

/// The address of a section, or of a place in it.
pub fn in_section(section: &Section, anchor: Option<&String>) -> String {
    let fragment = anchor
        .map(|anchor| format!("#{anchor}"))
        .unwrap_or_default();
    href(&format!("/read/{}/{fragment}", section.slug))
}

/// The name of a section, which leads to the first of its places, and a number for each further one.
pub fn section_places(section: &Section, anchors: &[String]) -> AnyView {
    let heading = routes::heading(section);
    let further = anchors.iter().enumerate().skip(1);
    let further = further
        .map(|(position, anchor)| {
            let number = (position + 1).to_string();
            let name = format!("{number}, place in {heading}");
            view! { " " <a href=in_section(section, Some(anchor)) aria-label=name>{number}</a> }
        })
        .collect_view();
    view! {
        <a href=in_section(section, anchors.first())>{heading.clone()}</a>
        {further}
    }
    .into_any()
}

/// The number of a section, or its title where it has none, as a link to the first place in it.
pub fn section_number(section: &Section, anchors: &[String]) -> AnyView {
    let shown = if section.number.is_empty() {
        section.title.clone()
    } else {
        section.number.clone()
    };
    view! {
        <a href=in_section(section, anchors.first()) aria-label=routes::heading(section)>{shown}</a>
    }
    .into_any()
}

/// A figure by its number, with its card.
pub fn figure_link(id: &str) -> Option<AnyView> {
    let review = use_review();
    let section = review.section_of_figure(id)?;
    let to = href(&format!("/read/{}/#fig-{id}", section.slug));
    let number = review.figure(id)?.number;
    Some(
        view! { <a href=to data-card=format!("figure-{id}")>{format!("Figure {number}")}</a> }
            .into_any(),
    )
}

/// A place outside the running text as a link; text has its sections instead.
pub fn outside_text(place: &Place<'_>) -> Option<AnyView> {
    let review = use_review();
    match place {
        Place::Text { .. } => None,
        Place::Figure(id) => figure_link(id),
        Place::Material(id) => material_name(id).map(|name| material(id, name)),
        Place::Row(row) => {
            let name = material_name(&row.material)?;
            let to = href(&format!("/materials/{}/#{}", row.material, row.id));
            let printed = format!(", row \u{201c}{}\u{201d}", row.as_reported);
            Some(
                view! {
                    <a href=to data-material=row.material.clone()>{name} {printed}</a>
                }
                .into_any(),
            )
        }
        Place::Term(id) => {
            let to = href(&format!("/glossary/#{id}"));
            let term = review.term(id)?;
            Some(
                view! { <a class="term" href=to data-card=format!("term-{id}")>{inlines(&term.name)}</a> }
                    .into_any(),
            )
        }
        Place::Note(id) => {
            let to = href(&format!("/source-notes/#{id}"));
            Some(
                view! { <a href=to data-card=format!("note-{id}")>{(*id).to_owned()}</a> }
                    .into_any(),
            )
        }
    }
}
