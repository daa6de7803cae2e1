//! Column headings that sort, by one column or by several.
//! Here because a sortable heading is a real button in a real cell, with its state and its place among the keys spoken.
//! Must not know: how rows are ordered.

use explorer::{Column, ColumnKind, ViewQuery};
use leptos::prelude::*;

use super::state::TableState;
use crate::{
    components::live::{live, live_if, live_option, live_text, on},
    services::table::{
        AREAL_CAPACITY, CURRENT_DENSITY, LIFESPAN, MATERIAL, REFERENCE, SOURCE_NOTE,
    },
};

#[component]
pub fn Head(state: TableState) -> impl IntoView {
    let headings = live(move || {
        let table = state.table();
        let columns = state.look.with(|look| look.columns.clone());
        let headings = columns
            .iter()
            .map(|&idx| heading(state, &table.columns[idx]));
        headings.collect::<Vec<_>>()
    });
    view! { <thead role="rowgroup"><tr role="row">{headings}</tr></thead> }.into_any()
}

/// What sort of cells the column has, for its width and its place on a phone.
pub fn class(column: &Column) -> &'static str {
    match column.id.as_str() {
        MATERIAL => "name",
        CURRENT_DENSITY | AREAL_CAPACITY | LIFESPAN => "number key",
        REFERENCE | SOURCE_NOTE => "short",
        _ if column.kind == ColumnKind::Number => "number",
        _ => "words",
    }
}

/// Whether a derived column is computed or a grouping of ours.
pub fn provenance(column: &Column) -> Option<&'static str> {
    column.formula()?;
    Some(match column.kind {
        ColumnKind::Number => "derived",
        _ => "our grouping",
    })
}

fn heading(state: TableState, column: &Column) -> AnyView {
    let id = StoredValue::new(column.id.clone());
    // Place among the keys, number of keys, whether downwards.
    let now = move || {
        state.query.with(|query| {
            let (place, descending) = id.with_value(|id| query.sort_priority(id))?;
            Some((place, query.sort.len(), descending))
        })
    };
    let way = |descending: bool| {
        if descending {
            "descending"
        } else {
            "ascending"
        }
    };
    let aria_sort = live_option(move || {
        let first = now().filter(|(place, ..)| *place == 1);
        first.map(|(_, _, descending)| way(descending).to_owned())
    });
    let sign = live_text(move || match now() {
        None => "↕".to_owned(),
        Some((place, n_keys, descending)) => {
            let arrow = if descending { "↓" } else { "↑" };
            let place = if n_keys > 1 {
                place.to_string()
            } else {
                String::new()
            };
            format!("{arrow}{place}")
        }
    });
    let spoken = live_text(move || match now() {
        Some((place, n_keys, descending)) if n_keys > 1 => {
            format!(", key {place} of {n_keys}, {}", way(descending))
        }
        _ => String::new(),
    });
    let is_alone = live_if(move || {
        let other =
            |query: &ViewQuery| id.with_value(|id| query.sort.iter().any(|key| key.column != *id));
        !state.query.with(other)
    });
    let also = format!("Then also by {}", column.label);
    let tag = provenance(column).map(|word| {
        view! {
            <a class="tag derived" href="#table-rules" data-card=format!("column-{}", column.id)>{word}</a>
        }
    });
    view! {
        <th
            role="columnheader"
            scope="col"
            class=class(column)
            aria-label=column.heading()
            aria-sort=aria_sort
        >
            <div class="heading">
                <button
                    type="button"
                    class="sort"
                    disabled=state.resting
                    on:click=on(move |event: leptos::ev::MouseEvent| turn(state, &id.get_value(), event.shift_key()))
                >
                    <span>{column.label.clone()}</span>
                    <span class="arrow" aria-hidden="true">{sign}</span>
                    <span class="visually-hidden">{spoken}</span>
                    {column.unit.clone().map(|unit| view! { <span class="unit">{unit}</span> })}
                </button>
                <button
                    type="button"
                    class="also"
                    aria-label=also.clone()
                    title=also
                    hidden=is_alone
                    on:click=on(move |_| turn(state, &id.get_value(), true))
                >
                    "also"
                </button>
                {tag}
            </div>
        </th>
    }
    .into_any()
}

/// Upwards, downwards, then not at all; alone, or beside the other keys.
fn turn(state: TableState, column: &str, beside_others: bool) {
    state.change(|query| {
        *query = if beside_others {
            query.also_sorted_by(column)
        } else {
            query.sorted_by(column)
        };
    });
}
