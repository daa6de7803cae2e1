//! Materials side by side as a page.
//! Here because the widget needs a heading, and its links need their cards.
//! Must not know: which materials are chosen.

use leptos::prelude::*;

use crate::{
    components::{
        cards::{Card, Cards},
        links::href,
    },
    services::content::use_review,
    widgets::place::{Widget, place},
};

#[component]
pub fn Compare() -> impl IntoView {
    view! {
        <div class="wide">
            <h1>"Compare materials"</h1>
            <p class="lead">
                "Two to four materials of " <a href=href("/explore/")>"Table 1"</a>
                " side by side: what each is, every test with the numbers that follow from it, doubts and references, and which of the tests were made under like conditions."
            </p>
            <noscript>
                <p class="notice">
                    "Choosing is done by a script in your browser, and scripts are off. The example below reads in full; each material has "
                    <a href=href("/materials/")>"a page of its own"</a> "."
                </p>
            </noscript>
            {place(Widget::Compare)}
            {cards().view()}
        </div>
    }
    .into_any()
}

/// What any choice can open.
fn cards() -> Cards {
    let review = use_review();
    let mut cards = Cards::default();
    for material in &review.materials {
        cards.add(Card::Material(material.id.clone()));
        cards.add(Card::Cite(material.reference_as_printed));
        cards.inlines(&material.summary);
        for note in review.notes_about(&material.id) {
            cards.add(Card::Note(note.id.clone()));
        }
    }
    cards
}
