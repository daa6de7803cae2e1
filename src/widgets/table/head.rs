//! Column headings that sort.
//! Here because a sortable heading is a real button in a real cell, with its state spoken.
//! Must not know: how rows are ordered.

use explorer::{Column, ColumnKind};
use leptos::prelude::*;

use super::state::TableState;
use crate::components::takeover::use_taken_over;

#[component]
pub fn Head(state: TableState) -> impl IntoView {
    let columns = state.table_now().columns.clone();
    view! {
        <thead>
            <tr>{columns.into_iter().map(|column| heading(state, column)).collect_view()}</tr>
        </thead>
    }
    .into_any()
}

/// How the column sorts now: `None`, or whether downwards.
fn direction(state: TableState, column: &str) -> Option<bool> {
    state.query.with(|query| {
        query
            .sort
            .first()
            .filter(|key| key.column == column)
            .map(|key| key.descending)
    })
}

fn heading(state: TableState, column: Column) -> impl IntoView {
    let taken_over = use_taken_over();
    let id = StoredValue::new(column.id.clone());
    let now = Memo::new(move |_| id.with_value(|id| direction(state, id)));
    let aria_sort = move || {
        now.get().map(|descending| {
            if descending {
                "descending"
            } else {
                "ascending"
            }
        })
    };
    let arrow = move || match now.get() {
        None => "↕",
        Some(false) => "↑",
        Some(true) => "↓",
    };
    let class = if column.kind == ColumnKind::Number {
        "number"
    } else {
        ""
    };
    view! {
        <th scope="col" class=class aria-sort=aria_sort>
            <button type="button" class="sort" disabled=move || !taken_over.get() on:click=move |_| turn(state, &id.get_value())>
                <span>{column.label.clone()}</span>
                <span class="arrow" aria-hidden="true">{arrow}</span>
                {column.unit.clone().map(|unit| view! { <span class="unit">{unit}</span> })}
            </button>
        </th>
    }
    .into_any()
}

/// Upwards, downwards, then the printed order again.
fn turn(state: TableState, column: &str) {
    state.change(|query| *query = query.sorted_by(column));
}
