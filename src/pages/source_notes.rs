//! The places where sources disagree.
//! Here because a reader should see both values before trusting either.
//! Must not know: how the places of a note are found.

use leptos::prelude::*;
use review::{Evidence, Mark, Place, Review, SourceNote};

use crate::{
    components::{
        cards::{Card, Cards},
        places::{outside_text, section_places},
        rich_text::inlines,
    },
    services::content::use_review,
};

#[component]
pub fn SourceNotes() -> impl IntoView {
    let review = use_review();
    let mut cards = Cards::default();
    for note in &review.source_notes {
        for text in [&note.printed, &note.finding, &note.handling] {
            cards.inlines(text);
        }
        for place in review.places_of_note(&note.id) {
            add_card(&place, &mut cards);
        }
    }
    let notes = review.source_notes.iter();
    let notes = notes.map(|found| note(review, found)).collect_view();
    view! {
        <article class="prose">
            <h1>"Source notes"</h1>
            <p class="lead">
                "Where the review disagrees with itself, with chemistry or with a paper it cites. What was printed is never overwritten; where a doubt is open, both values are shown."
            </p>
            {notes}
            {cards.view()}
        </article>
    }
    .into_any()
}

fn note(review: &'static Review, note: &'static SourceNote) -> impl IntoView {
    let evidence = note
        .evidence
        .iter()
        .map(|kind| view! { <li class="evidence">{evidence_words(*kind)}</li> })
        .collect_view();
    view! {
        <section class="source-note" id=note.id.clone() tabindex="-1" aria-labelledby=format!("{}-title", note.id)>
            <h2 id=format!("{}-title", note.id)>
                <span class="note-id">{note.id.clone()}</span>
                " "
                {note.title.clone()}
            </h2>
            <dl>
                <dt>"Printed"</dt>
                <dd>{inlines(&note.printed)}</dd>
                <dt>"Finding"</dt>
                <dd>{inlines(&note.finding)}</dd>
                <dt>"What we do"</dt>
                <dd>{inlines(&note.handling)}</dd>
                {marked_at(review, note)}
            </dl>
            <ul class="inline-list" aria-label="Evidence">
                {evidence}
                {note.unresolved.then(|| view! { <li class="evidence unresolved">"unresolved"</li> })}
            </ul>
        </section>
    }
    .into_any()
}

/// Where a reader may have come from: sections, then everything outside the running text.
fn marked_at(review: &'static Review, note: &SourceNote) -> AnyView {
    let sections = review.sections_with(Mark::Note(&note.id)).into_iter();
    let sections =
        sections.map(|(section, anchors)| view! { <li>{section_places(section, &anchors)}</li> });
    let places = review.places_of_note(&note.id);
    let others = places
        .iter()
        .filter_map(outside_text)
        .map(|link| view! { <li>{link}</li> });
    view! {
        <dt>"Marked at"</dt>
        <dd>
            <ul class="inline-list marked-at">{sections.collect_view()} {others.collect_view()}</ul>
        </dd>
    }
    .into_any()
}

fn add_card(place: &Place<'_>, cards: &mut Cards) {
    match place {
        Place::Figure(id) => cards.add(Card::Figure((*id).to_owned())),
        Place::Material(id) => cards.add(Card::Material((*id).to_owned())),
        Place::Term(id) => cards.add(Card::Term((*id).to_owned())),
        Place::Note(id) => cards.add(Card::Note((*id).to_owned())),
        Place::Text { .. } | Place::Row(_) => {}
    }
}

fn evidence_words(kind: Evidence) -> &'static str {
    match kind {
        Evidence::Review => "shown by the review alone",
        Evidence::Primary => "checked against a primary abstract",
        Evidence::Chemistry => "domain knowledge",
        Evidence::Inferred => "inferred cause",
    }
}
