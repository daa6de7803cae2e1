//! One material: its label, its tests, what the text claims and says of it, doubts, neighbours.
//! Here because everything that the review says of a material is scattered over text, table and notes.
//! Must not know: where else materials are listed.

mod claims;
mod label;
mod neighbours;
mod notes;
mod preset;
mod quotes;
mod tests_sheet;

use leptos::prelude::*;
use review::{Inline, Material, Review, Sentence, TextMaterial};

use super::NotFound;
use crate::{
    components::cards::{Card, Cards},
    services::content::use_review,
};

/// The material with this id; without one there is no such page.
#[component]
pub fn MaterialPage(id: String) -> impl IntoView {
    let review = use_review();
    match (review.material(&id), review.text_material(&id)) {
        (Some(material), _) => of_table(review, material),
        (None, Some(material)) => of_text(review, material),
        (None, None) => NotFound().into_any(),
    }
}

fn of_table(review: &'static Review, material: &'static Material) -> AnyView {
    let sentences = review.sentences_about(&material.id);
    let mut cards = cards(review, &material.id, &material.summary, &sentences);
    cards.add(Card::Cite(material.reference_as_printed));
    for row in neighbours::alike(review, &material.id) {
        cards.add(Card::Material(row.material.clone()));
    }
    view! {
        <article class="specimen">
            {label::of_table(review, material)}
            {tests_sheet::sheet(review, material)}
            {preset::closest_preset(review, &material.id)}
            {claims::claims(review, &material.id)}
            {quotes::quotes(review, &material.id, &sentences)}
            {notes::notes(review, &material.id)}
            {neighbours::tested_alike(review, material)}
            {neighbours::in_table(review, material)}
            {cards.view()}
        </article>
    }
    .into_any()
}

fn of_text(review: &'static Review, material: &'static TextMaterial) -> AnyView {
    let sentences = review.sentences_about(&material.id);
    let mut cards = cards(review, &material.id, &material.summary, &sentences);
    cards.inlines(&[Inline::Cite(material.references.clone())]);
    view! {
        <article class="specimen">
            {label::of_text(review, material)}
            {tests_sheet::no_row()}
            {preset::closest_preset(review, &material.id)}
            {claims::claims(review, &material.id)}
            {quotes::quotes(review, &material.id, &sentences)}
            {notes::notes(review, &material.id)}
            {neighbours::in_text(review, material)}
            {cards.view()}
        </article>
    }
    .into_any()
}

/// The cards of what both kinds of page say. The claims of a sentence stand on the page itself.
fn cards(
    review: &'static Review,
    id: &str,
    summary: &[Inline],
    sentences: &[Sentence<'_>],
) -> Cards {
    let mut cards = Cards::default();
    cards.inlines(summary);
    for inline in sentences.iter().flat_map(|sentence| &sentence.text) {
        if !matches!(inline, Inline::Fact(_)) {
            cards.inlines(std::slice::from_ref(inline));
        }
    }
    for figure in label::drawn_in(review, id) {
        cards.add(Card::Figure(figure.to_owned()));
    }
    for note in review.notes_about(id) {
        cards.add(Card::Note(note.id.clone()));
        cards.inlines(&note.finding);
    }
    cards
}
