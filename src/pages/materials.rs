//! All materials, those of Table 1 and those of the text alone.
//! Here because a reader should find a material by its name.
//! Must not know: what its own page says.

use leptos::prelude::*;
use review::{Inline, InterphaseType, Review};

use crate::{
    components::{
        cards::Cards,
        condition::{bounded, hours, where_tested},
        links::href,
        material_name::material_name,
        rich_text::inlines,
    },
    services::content::use_review,
    services::table::type_label,
};

const FAMILIES: [InterphaseType; 2] = [
    InterphaseType::FunctionalCoatingLayer,
    InterphaseType::SolidElectrolyteInterphase,
];

#[component]
pub fn Materials() -> impl IntoView {
    let review = use_review();
    let mut cards = Cards::default();
    let families = FAMILIES.map(|kind| {
        let label = type_label(kind);
        let materials = review.materials.iter().filter(|found| found.kind == kind);
        let entries = materials
            .map(|found| entry(review, &found.id, &found.summary, &mut cards))
            .collect::<Vec<_>>();
        let n = entries.len();
        group(
            &label.id,
            format!("{}s", label.text),
            format!("{n} materials of Table 1"),
            entries,
        )
    });
    let in_text = review.text_materials.iter();
    let in_text = in_text
        .map(|found| entry(review, &found.id, &found.summary, &mut cards))
        .collect::<Vec<_>>();
    let n = in_text.len();
    view! {
        <article class="materials">
            <h1>"Materials"</h1>
            <p class="lead">
                {format!(
                    "The {} materials of Table 1 in printed order, and {n} that only the text describes. Each has a page with its tests and every sentence about it.",
                    review.materials.len(),
                )}
            </p>
            <p>
                "Two to four of those in Table 1 can be set " <a href=href("/compare/")>"side by side"</a> "."
            </p>
            <p class="role">
                "The longest printed lifespan stands with its condition. Lifespans at different conditions cannot be ranked; a > says that the cell was still alive."
            </p>
            {families}
            {group("text-alone", "In the text alone".to_owned(), format!("{n} materials without a row in Table 1"), in_text)}
            {cards.view()}
        </article>
    }
    .into_any()
}

fn group(id: &str, title: String, count: String, entries: Vec<AnyView>) -> AnyView {
    let title_id = format!("{id}-title");
    view! {
        <section id=id.to_owned() tabindex="-1" aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{title}</h2>
            <p class="role">{count}</p>
            <ul class="specimens">{entries}</ul>
        </section>
    }
    .into_any()
}

fn entry(
    review: &'static Review,
    id: &'static str,
    summary: &[Inline],
    cards: &mut Cards,
) -> AnyView {
    // The first sentence says what it is; the page says the rest.
    let first = review::sentences(summary).into_iter().next();
    let first = first.unwrap_or_default();
    cards.inlines(&first);
    let to = href(&format!("/materials/{id}/"));
    let n_tests = review.conditions_of(id).count();
    let tests = match n_tests {
        0 => "No test in Table 1".to_owned(),
        1 => "1 test".to_owned(),
        n => format!("{n} tests"),
    };
    view! {
        <li data-material=id>
            <h3>
                <a class="material" href=to data-material=id>{material_name(id)}</a>
            </h3>
            <p class="specimen-summary">{inlines(&first)}</p>
            <p class="specimen-line">
                <span>{tests}</span> {longest(review, id)}
            </p>
        </li>
    }
    .into_any()
}

/// The longest printed lifespan, with every condition that has it.
fn longest(review: &'static Review, id: &'static str) -> Option<AnyView> {
    let rows = review.longest_tests(id);
    let life = rows
        .first()
        .map(|row| bounded(hours(row.lifespan_h), row.lifespan_is_lower_bound))?;
    let at = rows.iter().map(|row| where_tested(row)).collect::<Vec<_>>();
    Some(
        view! {
            <span>
                "longest " <strong>{life}</strong>
                {format!(" at {}", at.join(" and again at "))}
            </span>
        }
        .into_any(),
    )
}
