//! The places where sources disagree.
//! Here because a reader should see both values before trusting either.
//! Must not know: where in the text each note is marked.

use leptos::prelude::*;
use review::{Evidence, SourceNote};

use crate::{components::rich_text::inlines, widgets::place::use_review};

#[component]
pub fn SourceNotes() -> impl IntoView {
    let notes = use_review().source_notes.iter().map(note).collect_view();
    view! {
        <article class="prose">
            <h1>"Source notes"</h1>
            <p class="lead">
                "Where the review disagrees with itself, with chemistry or with a paper it cites. What was printed is never overwritten; where a doubt is open, both values are shown."
            </p>
            {notes}
        </article>
    }
    .into_any()
}

fn note(note: &'static SourceNote) -> impl IntoView {
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
            </dl>
            <ul class="inline-list" aria-label="Evidence">
                {evidence}
                {note.unresolved.then(|| view! { <li class="evidence unresolved">"unresolved"</li> })}
            </ul>
        </section>
    }
    .into_any()
}

fn evidence_words(kind: Evidence) -> &'static str {
    match kind {
        Evidence::Review => "shown by the review alone",
        Evidence::Primary => "checked against a primary abstract",
        Evidence::Chemistry => "domain knowledge",
        Evidence::Inferred => "inferred cause",
    }
}
