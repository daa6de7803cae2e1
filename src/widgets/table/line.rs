//! One row of the table: its cells, the button that opens it, and what is to be said of it in this view.
//! Here because a mark such as "may be outside" belongs to the row and must be read with it.
//! Must not know: details, filters.

use explorer::{Highlight, Likeness, Row, Table, highlights};
use leptos::prelude::*;

use super::{
    cells,
    state::{Look, TableState},
};
use crate::{
    components::{
        live::{live, live_if, live_option, live_text, on},
        marks::source_notes,
    },
    services::{
        content::use_review,
        table::{AREAL_CAPACITY, CURRENT_DENSITY, LIFESPAN, MATERIAL},
    },
};

/// The row; it is written anew in its own element when its looks change.
pub fn line(state: TableState, row_idx: usize, group_idx: usize, place: Option<usize>) -> AnyView {
    live(move || {
        let table = state.table();
        let found = table.rows.get(row_idx);
        found.map(|row| {
            state.look.with(|look| {
                let position = (row_idx, group_idx, place);
                written(state, &table, row, position, look)
            })
        })
    })
}

fn written(
    state: TableState,
    table: &Table,
    row: &Row,
    (row_idx, group_idx, place): (usize, usize, Option<usize>),
    look: &Look,
) -> AnyView {
    let hits = highlights(table, row_idx, &look.text);
    let reasons = match look.comparison.as_ref().map(|c| c.likeness(table, row_idx)) {
        Some(Likeness::Outside(reasons)) => reasons.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    let is_unlike = !reasons.is_empty();
    let is_uncertain = look.uncertain.binary_search(&row_idx).is_ok();
    let said = said(row, is_uncertain, &reasons);
    let head_idx = head_column(table, &look.columns);
    let mut said = Some(said);
    let cells = look.columns.iter().map(|&column_idx| {
        let before = (column_idx == head_idx).then(|| opener(state, table, row, group_idx));
        let after = (column_idx == head_idx).then(|| said.take());
        cell(table, row, column_idx, &hits, before, after.flatten())
    });
    let cells = cells.collect::<Vec<_>>();
    let material = cells::material(row, table);
    let rowindex = place.map(|place| (place + 2).to_string());
    view! {
        <tr
            role="row"
            id=(group_idx == 0).then(|| row.id.clone())
            data-material=material
            aria-rowindex=rowindex
            class:unlike=is_unlike
            class:own=row.is_own()
            class:pointed=live_if(move || state.lit.get() == Some(row_idx))
            on:pointerenter=on(move |_| state.lit.set(Some(row_idx)))
            on:pointerleave=on(move |_| state.lit.set(None))
            on:focusin=on(move |_| state.lit.set(Some(row_idx)))
            on:focusout=on(move |_| state.lit.set(None))
        >
            {cells}
        </tr>
    }
    .into_any()
}

/// The column whose cell is the head of the row: the material, or the first where the material is hidden.
pub fn head_column(table: &Table, columns: &[usize]) -> usize {
    let material = table.column_idx(MATERIAL);
    let shown = material.filter(|idx| columns.contains(idx));
    shown.or(columns.first().copied()).unwrap_or_default()
}

fn cell(
    table: &Table,
    row: &Row,
    column_idx: usize,
    hits: &[Highlight],
    before: Option<AnyView>,
    after: Option<AnyView>,
) -> AnyView {
    let column = &table.columns[column_idx];
    let content = cells::content(table, row, column_idx, hits);
    let notes = notes(row, &column.id);
    let class = super::head::class(column);
    if before.is_some() {
        return view! {
            <th role="rowheader" scope="row" class=class>
                {before}
                <span class="head-words">{content} {notes} {after}</span>
            </th>
        }
        .into_any();
    }
    view! {
        <td role="cell" class=class data-label=column.heading()>{content} {notes}</td>
    }
    .into_any()
}

/// The mark of the source notes on a printed cell: the material's at its name, the row's at its lifespan.
fn notes(row: &Row, column: &str) -> Option<AnyView> {
    let review = use_review();
    if row.is_own() || !matches!(column, MATERIAL | LIFESPAN) {
        return None;
    }
    let condition = review.conditions.iter().find(|found| found.id == row.id)?;
    let ids = match column {
        MATERIAL => &review.material(&condition.material)?.notes,
        _ => &condition.notes,
    };
    (!ids.is_empty()).then(|| source_notes(ids))
}

/// What the view has to say of the row, in words.
fn said(row: &Row, is_uncertain: bool, reasons: &[String]) -> AnyView {
    let own = row
        .is_own()
        .then(|| view! { <span class="tag own-tag">"your row"</span> });
    let uncertain = is_uncertain.then(|| {
        view! { <span class="tag assumed">"may be outside"</span> }
    });
    let unlike = (!reasons.is_empty()).then(|| {
        let words = format!("Not alike: {}", reasons.join("; "));
        view! { <span class="reason">{words}</span> }
    });
    view! { {own} {uncertain} {unlike} }.into_any()
}

/// The button that opens the row.
fn opener(state: TableState, table: &Table, row: &Row, group_idx: usize) -> AnyView {
    let tested = cells::condition(table, row, &[CURRENT_DENSITY, AREAL_CAPACITY]);
    let name = cells::plain(row, table.column_idx(MATERIAL));
    let label = format!("Details of {name} at {tested}");
    let id = StoredValue::new(row.id.clone());
    let is_open = move || {
        state
            .open
            .with(|open| id.with_value(|id| open.contains(id)))
    };
    let of = super::detail::id(&row.id, group_idx);
    view! {
        <button
            type="button"
            class="opener"
            aria-label=label
            aria-expanded=live_text(move || is_open().to_string())
            aria-controls=live_option(move || is_open().then(|| of.clone()))
            disabled=state.resting
            on:click=on(move |_| state.toggle_open(&id.get_value()))
        >
            <span aria-hidden="true">"›"</span>
        </button>
    }
    .into_any()
}
