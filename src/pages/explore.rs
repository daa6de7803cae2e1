//! Table 1 as a page.
//! Here because the widget also lives in frames, and only the page has a heading and a source line.
//! Must not know: sorting and filtering.

use leptos::prelude::*;

use super::table_notes;
use crate::{
    components::{
        cards::{Card, Cards},
        links::href,
    },
    services::content::use_review,
    widgets::place::{Widget, place},
};

#[component]
pub fn Explore() -> impl IntoView {
    view! {
        <div class="wide">
            <h1>"Table 1"</h1>
            <p class="lead">
                "Every material and test condition of the review's Table 1, as printed. A lifespan means little without its current density and areal capacity; a > says that the cell was still alive. Doubtful cells carry the sign ※ and lead to "
                <a href=href("/source-notes/")>"the source notes"</a> ". Each material has " <a href=href("/materials/")>"a page of its own"</a> "."
            </p>
            {table_notes::without_scripts()}
            {place(Widget::Table { framed: false })}
            {table_notes::notes()}
            {cards().view()}
        </div>
    }
    .into_any()
}

/// What the rows of the widget can open: their materials, references and source notes.
fn cards() -> Cards {
    let review = use_review();
    let mut cards = Cards::default();
    for material in &review.materials {
        cards.add(Card::Material(material.id.clone()));
        cards.add(Card::Cite(material.reference_as_printed));
        let of_rows = review
            .conditions_of(&material.id)
            .flat_map(|row| &row.notes);
        for note in material.notes.iter().chain(of_rows) {
            cards.add(Card::Note(note.clone()));
        }
    }
    cards
}
