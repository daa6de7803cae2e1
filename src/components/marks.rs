//! The links that text and table share: a material by its name, and the marks of source notes.
//! Here because both open the same cards, and the browser needs these without the rest of the text.
//! Must not know: what a card shows.

use leptos::prelude::*;

use super::links::href;

/// A material by its name: its page, its card, and the light that falls on its rows.
pub fn material(id: &str, text: AnyView) -> AnyView {
    let to = href(&format!("/materials/{id}/"));
    view! {
        <a class="material" href=to data-card=format!("material-{id}") data-material=id.to_owned()>
            {text}
        </a>
    }
    .into_any()
}

/// A small mark that opens the source note.
pub fn source_note(id: &str) -> AnyView {
    note_mark(id, &format!("note-{id}"))
}

/// One mark for all source notes of a place, with their number where there are several.
pub fn source_notes(ids: &[String]) -> AnyView {
    let [first, _, ..] = ids else {
        return ids.first().map(|id| source_note(id)).into_any();
    };
    let cards: Vec<String> = ids.iter().map(|id| format!("note-{id}")).collect();
    let label = format!("{} source notes", ids.len());
    view! {
        <a
            class="note-mark"
            href=href(&format!("/source-notes/#{first}"))
            aria-label=label
            data-card=cards.join(" ")
        >
            "※"
            <span class="n-notes">{ids.len().to_string()}</span>
        </a>
    }
    .into_any()
}

/// The mark of a source note that opens these cards.
pub fn note_mark(id: &str, cards: &str) -> AnyView {
    let to = href(&format!("/source-notes/#{id}"));
    view! {
        <a class="note-mark" href=to aria-label=format!("source note {id}") data-card=cards.to_owned()>
            "※"
        </a>
    }
    .into_any()
}
