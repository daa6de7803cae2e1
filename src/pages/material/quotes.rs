//! Every sentence of our text about a material, section by section.
//! Here because the way from a row back to the words must be as short as the way there.
//! Must not know: how sentences are found.

use leptos::prelude::*;
use review::{Review, Sentence};

use crate::{
    components::{links::href, marks::source_note, places::in_section, rich_text::inlines},
    routes,
};

/// The note on materials that the review's text never names.
const TABLE_ALONE: &str = "D-5";

pub fn quotes(review: &'static Review, material: &str, sentences: &[Sentence<'_>]) -> AnyView {
    let grouped = sentences.chunk_by(|one, next| one.section == next.section);
    let groups = grouped
        .filter_map(|group| {
            let section = review.section(group.first()?.section)?;
            let lines = group.iter().map(|sentence| {
                let to = in_section(section, Some(&sentence.anchor));
                view! {
                    <li>
                        <q>{inlines(&sentence.text)}</q>
                        " "
                        <a class="in-place" href=to>"In its place"</a>
                    </li>
                }
            });
            Some(view! {
                <h3><a href=href(&format!("/read/{}/", section.slug))>{routes::heading(section)}</a></h3>
                <ul class="quotes">{lines.collect_view()}</ul>
            })
        })
        .collect_view();
    let count = match sentences.len() {
        0 => None,
        1 => Some("One sentence of our text speaks of it.".to_owned()),
        n => Some(format!("{n} sentences of our text speak of it.")),
    };
    view! {
        <section class="specimen-text" aria-labelledby="text-title">
            <h2 id="text-title">"In the text"</h2>
            {count.map(|count| view! { <p class="role">{count}</p> })}
            {sentences.is_empty().then(|| unnamed(review, material))}
            {groups}
        </section>
    }
    .into_any()
}

fn unnamed(review: &'static Review, material: &str) -> AnyView {
    let by_review = review
        .notes_about(material)
        .iter()
        .any(|note| note.id == TABLE_ALONE);
    let why = by_review.then(|| {
        view! {
            " The review lists it in Table 1 and does not discuss it by name either."
            {source_note(TABLE_ALONE)}
        }
    });
    view! { <p>"No sentence of our text speaks of it." {why}</p> }.into_any()
}
