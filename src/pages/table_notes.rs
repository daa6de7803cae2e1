//! What the table's widget asks the page for: the details of materials, how numbers are read, the formulas of columns.
//! Here because the whole review stays in the pages, so that the browser need not carry it.
//! Must not know: when a detail is opened.
//!
//! A detail lies in a `template`, which a browser neither shows nor reads out until the widget copies it. It holds no id,
//! because two rows of one material may be open at once.

use explorer::Column;
use leptos::prelude::*;
use review::{Condition, Material, Review};

use crate::{
    components::{
        condition::condition_words,
        links::href,
        places::in_section,
        reference::{Status, doi, record},
        rich_text::inlines,
        typeset::typeset,
    },
    routes,
    services::{content::use_review, table::table_1},
};

/// How the table's numbers are read, and what its rows can open.
pub fn notes() -> AnyView {
    let review = use_review();
    let details = review
        .materials
        .iter()
        .map(|material| detail(review, material));
    view! {
        {rules()}
        {details.collect_view()}
        {formulas(review)}
    }
    .into_any()
}

/// The line for readers without scripts.
pub fn without_scripts() -> AnyView {
    view! {
        <noscript>
            <p class="notice">
                "All 45 rows stand below. Filters, sorting and comparison need scripts, which this browser does not run."
            </p>
        </noscript>
    }
    .into_any()
}

fn rules() -> AnyView {
    view! {
        <section id="table-rules" class="table-rules" tabindex="-1" aria-labelledby="table-rules-title">
            <h2 id="table-rules-title">"How the numbers are read"</h2>
            <ul>
                <li>"A > before a number says that the true value is above it. What is derived from such a number keeps the >."</li>
                <li>"Sorted, a number with > comes after the same number without, for the true value is larger. Rows that tie keep the printed order. What is not reported comes last, in both directions."</li>
                <li>"Both limits of a range are inside it. A row with > stays unless its printed value already reaches the maximum; while nobody knows, it is marked “may be outside”."</li>
                <li>"Alike is a row whose exact current density and areal capacity both lie within the chosen factor. Only alike rows are ranked, the largest first. Equal values share a place. A place with “at least” belongs to a number with >, and the places in brackets are those that are possible."</li>
                <li>"Columns tagged derived are computed from the printed ones, without rests between half-cycles; columns tagged our grouping are ours. Both say how."</li>
            </ul>
        </section>
    }
    .into_any()
}

/// A card for each column that the review does not print.
fn formulas(review: &'static Review) -> AnyView {
    let table = table_1(review);
    let card = |column: &Column| {
        let formula = column.formula()?.to_owned();
        Some(view! {
            <article class="card" id=format!("card-column-{}", column.id)>
                <h3>{column.heading()}</h3>
                <p>{formula} "."</p>
                <p class="role">"Not printed in the review."</p>
            </article>
        })
    };
    let cards = table.columns.iter().filter_map(card).collect_view();
    view! {
        <section class="cards" aria-label="Columns that are ours">
            <h2>"Columns that are ours"</h2>
            {cards}
        </section>
    }
    .into_any()
}

fn detail(review: &'static Review, material: &'static Material) -> AnyView {
    let tests = review.conditions_of(&material.id).map(test).collect_view();
    view! {
        <template id=format!("detail-{}", material.id)>
            <p>
                {inlines(&material.summary)} " "
                <a href=href(&format!("/materials/{}/", material.id))>"Its page"</a>
            </p>
            <h3>"All its conditions in Table 1"</h3>
            <ul>{tests}</ul>
            {doubts(review, material)}
            <h3>"Reference"</h3>
            {reference(review, material)}
            {sentences(review, material)}
        </template>
    }
    .into_any()
}

fn test(row: &Condition) -> AnyView {
    view! { <li>{condition_words(row)} ", printed as " <q>{row.as_reported.clone()}</q></li> }
        .into_any()
}

fn doubts(review: &'static Review, material: &'static Material) -> Option<AnyView> {
    let notes = review.notes_about(&material.id);
    let line = |note: &&review::SourceNote| {
        let to = href(&format!("/source-notes/#{}", note.id));
        view! {
            <li>
                <a href=to data-card=format!("note-{}", note.id)>{note.id.clone()} " " {note.title.clone()}</a>
            </li>
        }
    };
    (!notes.is_empty()).then(|| {
        view! {
            <h3>"Source notes"</h3>
            <ul>{notes.iter().map(line).collect_view()}</ul>
        }
        .into_any()
    })
}

fn reference(review: &'static Review, material: &'static Material) -> Option<AnyView> {
    let number = material.reference_as_printed;
    let found = review.reference(number)?;
    Some(
        view! {
            <p>
                {format!("[{number}] ")} {record(found)} " " <Status status=found.status /> " " {doi(found)}
            </p>
        }
        .into_any(),
    )
}

fn sentences(review: &'static Review, material: &'static Material) -> AnyView {
    let sentences = review.sentences_about(&material.id);
    let lines = sentences.iter().filter_map(|sentence| {
        let section = review.section(sentence.section)?;
        let to = in_section(section, Some(&sentence.anchor));
        let words = review::plain_text(&sentence.text);
        Some(view! {
            <li>
                <q>{typeset(words.trim(), &[])}</q>
                " "
                <a href=to>{routes::heading(section)}</a>
            </li>
        })
    });
    let lines = lines.collect::<Vec<_>>();
    if lines.is_empty() {
        return view! { <p class="role">"No sentence of our text speaks of it."</p> }.into_any();
    }
    view! {
        <h3>"In the text"</h3>
        <ul class="quotes">{lines}</ul>
    }
    .into_any()
}
