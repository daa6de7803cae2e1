//! The head of a specimen page: name, family, what it is, what Table 1 prints of it.
//! Here because a reader first wants to know what the thing is, and which words are the review's own.
//! Must not know: tests, sentences.

use leptos::prelude::*;
use review::{Mark, Material, Place, Review, SourceNote, TextMaterial};

use crate::{
    components::{
        links::href,
        marks::source_note,
        material_name::material_name,
        places::figure_link,
        rich_text::{citation, inlines},
    },
    services::table::type_label,
};

pub fn of_table(review: &'static Review, material: &'static Material) -> AnyView {
    let family = type_label(material.kind);
    let n_tests = review.conditions_of(&material.id).count();
    let rows = format!(
        "{n_tests} test{} in Table 1",
        if n_tests == 1 { "" } else { "s" }
    );
    let words = |words: &'static [String]| {
        let line = |words: &'static String| {
            let notes = review.notes_on_words(material, words);
            view! { <li>{words.clone()} {marks(&notes)}</li> }
        };
        view! { <ul>{words.iter().map(line).collect_view()}</ul> }
    };
    view! {
        <header class="specimen-label">
            <p class="specimen-kind">{family.text.clone()}</p>
            <h1>{material_name(&material.id)}</h1>
            <p class="lead">{inlines(&material.summary)}</p>
            <dl class="specimen-facts">
                {entry("Name", true, view! { {material.as_printed.clone()} }.into_any())}
                {entry("Type", true, view! { <a href=href(&format!("/explore/?type={}", family.id))>{family.text.clone()}</a> }.into_any())}
                {entry("Characteristics", true, words(&material.characteristics).into_any())}
                {entry("Major functions", true, words(&material.functions).into_any())}
                {entry(
                    "Reference",
                    true,
                    view! {
                        {citation(&[material.reference_as_printed])}
                        {marks(&review.notes_on_reference(material))}
                    }
                    .into_any(),
                )}
                {entry("Rows", false, view! { <a href=href(&format!("/explore/?material={}", material.id))>{rows}</a> }.into_any())}
                {drawings(review, &material.id)}
            </dl>
        </header>
    }
    .into_any()
}

pub fn of_text(review: &'static Review, material: &'static TextMaterial) -> AnyView {
    view! {
        <header class="specimen-label">
            <p class="specimen-kind">"In the text alone"</p>
            <h1>{inlines(&material.name)}</h1>
            <p class="lead">{inlines(&material.summary)}</p>
            <dl class="specimen-facts">
                {entry("References of the text", false, citation(&material.references))}
                {entry("Table 1", false, view! { "No row" }.into_any())}
                {drawings(review, &material.id)}
            </dl>
        </header>
    }
    .into_any()
}

/// Ids of the figures whose words name the material.
pub fn drawn_in(review: &'static Review, id: &str) -> Vec<&'static str> {
    let figure = |place| match place {
        Place::Figure(figure) => Some(figure),
        _ => None,
    };
    let places = review.places(Mark::Material(id)).into_iter();
    places.filter_map(figure).collect()
}

fn drawings(review: &'static Review, id: &str) -> Option<AnyView> {
    let figures = drawn_in(review, id).into_iter().filter_map(figure_link);
    let links = figures
        .enumerate()
        .map(|(position, link)| view! { {(position > 0).then_some(", ")} {link} })
        .collect::<Vec<_>>();
    (!links.is_empty()).then(|| entry("Drawn in", false, links.into_any()))
}

/// A line of the label; what Table 1 prints is tagged so.
fn entry(name: &'static str, as_printed: bool, what: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{name} {as_printed.then(|| view! { " " <span class="tag">"as printed"</span> })}</dt>
            <dd>{what}</dd>
        </div>
    }
    .into_any()
}

fn marks(notes: &[&SourceNote]) -> AnyView {
    let marks = notes.iter().map(|note| source_note(&note.id));
    marks.collect_view().into_any()
}
