//! The review's 64 references, each with what is known of it.
//! Here because a number in brackets must lead to something honest.
//! Must not know: citation styles.

use leptos::prelude::*;
use review::{Mark, Reference, ReferenceStatus};

use crate::{
    components::{
        cards::{Card, Cards},
        links::href,
        marks::{material, source_note},
        material_name::material_name,
        places::in_section,
        reference::{Status, copies, doi, record},
        rich_text::inlines,
    },
    routes,
    services::content::use_review,
};

#[component]
pub fn References() -> impl IntoView {
    let review = use_review();
    let count = |status| {
        review
            .references
            .iter()
            .filter(|reference| reference.status == status)
            .count()
    };
    view! {
        <article class="prose">
            <h1>"References"</h1>
            <p class="lead">
                "The numbers are the review's own. Its list was not available to us in full, so each entry says how far it could be tied to a paper."
            </p>
            <dl class="statuses">
                <div>
                    <dt><Status status=ReferenceStatus::Verified /></dt>
                    <dd>{count(ReferenceStatus::Verified)} " found, and the abstract read"</dd>
                </div>
                <div>
                    <dt><Status status=ReferenceStatus::Identified /></dt>
                    <dd>
                        {count(ReferenceStatus::Identified)}
                        " recognised by author, topic and year, not checked against the original list"
                    </dd>
                </div>
                <div>
                    <dt><Status status=ReferenceStatus::Unidentified /></dt>
                    <dd>{count(ReferenceStatus::Unidentified)} " known by number and role only"</dd>
                </div>
            </dl>
            <p>
                "All that are known in one file, as BibTeX, RIS or CSL-JSON: " <a href=href("/cite/#references")>"Cite"</a> "."
            </p>
            <ol class="references">{review.references.iter().map(entry).collect_view()}</ol>
            {cards().view()}
        </article>
    }
    .into_any()
}

fn entry(reference: &'static Reference) -> impl IntoView {
    let is_known = reference.title.is_some();
    view! {
        <li id=format!("ref-{}", reference.number) value=reference.number.to_string() tabindex="-1">
            <p>
                {record(reference)} " " <Status status=reference.status />
                " "
                {doi(reference)}
            </p>
            <p class="role">"Cited for: " {inlines(&reference.role)}</p>
            {cited_in(reference)}
            {materials(reference)}
            {is_known.then(|| view! { <p class="citation-actions">{copies(reference)}</p> })}
        </li>
    }
    .into_any()
}

/// The sections that cite it, each a link to the first sentence that does.
fn cited_in(reference: &Reference) -> Option<AnyView> {
    let sections = use_review().sections_with(Mark::Reference(reference.number));
    let links = sections
        .into_iter()
        .map(|(section, anchors)| {
            let to = in_section(section, anchors.first());
            view! { <li><a href=to>{routes::heading(section)}</a></li> }
        })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| {
        view! {
            <p class="role">"In: "</p>
            <ul class="inline-list">{links}</ul>
        }
        .into_any()
    })
}

/// Materials whose row prints this number, a doubt about it included.
fn materials(reference: &Reference) -> Option<AnyView> {
    let review = use_review();
    let links = review
        .materials
        .iter()
        .filter(|found| found.reference_as_printed == reference.number)
        .map(|found| {
            let notes = review.notes_on_reference(found).into_iter();
            let marks = notes.map(|note| source_note(&note.id)).collect_view();
            view! { <li>{material_name(&found.id).map(|name| material(&found.id, name))} {marks}</li> }
        })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| {
        view! {
            <p class="role">"Materials of Table 1 with this number: "</p>
            <ul class="inline-list">{links}</ul>
        }
        .into_any()
    })
}

/// The cards of the materials and doubts that the entries name.
fn cards() -> Cards {
    let review = use_review();
    let mut cards = Cards::default();
    for material in &review.materials {
        cards.add(Card::Material(material.id.clone()));
        for note in review.notes_on_reference(material) {
            cards.add(Card::Note(note.id.clone()));
        }
    }
    cards
}
