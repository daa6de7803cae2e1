//! The source notes that concern a material or its rows.
//! Here because a doubt about a number belongs beside the number.
//! Must not know: where else the notes are marked.

use leptos::prelude::*;
use review::{Review, SourceNote};

use crate::components::{links::href, rich_text::inlines};

/// The notes, or nothing where there is no doubt.
pub fn notes(review: &'static Review, material: &str) -> Option<AnyView> {
    let notes = review.notes_about(material);
    (!notes.is_empty()).then(|| {
        view! {
            <section class="specimen-text" aria-labelledby="notes-title">
                <h2 id="notes-title">"Source notes"</h2>
                <ul class="specimen-notes">{notes.into_iter().map(note).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn note(note: &SourceNote) -> AnyView {
    let to = href(&format!("/source-notes/#{}", note.id));
    let unresolved = note
        .unresolved
        .then(|| view! { " " <span class="evidence unresolved">"unresolved"</span> });
    view! {
        <li>
            <h3>
                <a href=to data-card=format!("note-{}", note.id)>
                    <span class="note-id">{note.id.clone()}</span> " " {note.title.clone()}
                </a>
                {unresolved}
            </h3>
            <p>{inlines(&note.finding)}</p>
        </li>
    }
    .into_any()
}
