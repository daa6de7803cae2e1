//! Filters by label: any of the choices within one, all of them together, each with what it would leave.
//! Here because a count beside a choice saves a reader the wrong press.
//! Must not know: how rows are counted.

use explorer::FacetValue;
use leptos::prelude::*;

use super::state::TableState;
use crate::{
    components::{
        live::{live, live_if, live_text, on},
        typeset::typeset,
    },
    services::table::{
        CHARACTERISTIC, FAMILY, REFERENCE, SECTION, SINGLE_FUNCTION, SOURCE_NOTE, TYPE,
    },
};

/// In the order of the page, and whether it is open at first.
const FACETS: [(&str, bool); 7] = [
    (TYPE, true),
    (FAMILY, true),
    (SINGLE_FUNCTION, false),
    (CHARACTERISTIC, false),
    (REFERENCE, false),
    (SECTION, false),
    (SOURCE_NOTE, false),
];
/// Choices of a long facet that are shown at first.
const N_FIRST: usize = 6;
/// More than this nobody reads; the search finds them.
const N_MOST: usize = 200;

pub fn facets(state: TableState) -> AnyView {
    let facets = FACETS.map(|(column, is_open)| facet(state, column, is_open));
    facets.into_iter().collect::<Vec<_>>().into_any()
}

fn facet(state: TableState, column: &'static str, is_open: bool) -> AnyView {
    let name = state
        .table_now()
        .column(column)
        .map(|found| found.label.clone());
    let name = name.unwrap_or_default();
    let whole = RwSignal::new(false);
    let n_selected = live_text(move || {
        let n_selected = state
            .query
            .with(|query| query.filters.get(column).map_or(0, |ids| ids.len()));
        if n_selected > 0 {
            format!(" {n_selected} chosen")
        } else {
            String::new()
        }
    });
    let choices = live(move || {
        state.view.with(|view| {
            let values = view.facet(column).map_or(&[][..], |facet| &facet.values);
            let most = if whole.get() { N_MOST } else { N_FIRST };
            let shown = values.iter().enumerate();
            let shown = shown.filter(|(place, value)| *place < most || value.selected);
            let boxes = shown.map(|(_, value)| choice(state, column, value));
            boxes.collect::<Vec<_>>()
        })
    });
    let n_values = move || {
        state
            .view
            .with(|view| view.facet(column).map_or(0, |facet| facet.values.len()))
    };
    let more = live_text(move || {
        if whole.get() {
            "Show fewer".to_owned()
        } else {
            format!("Show all {}", n_values())
        }
    });
    view! {
        <details class="facet" open=is_open>
            <summary>{name.clone()} <span class="count">{n_selected}</span></summary>
            <fieldset>
                <legend class="visually-hidden">{name}</legend>
                {choices}
                <button
                    type="button"
                    class="quiet"
                    aria-expanded=live_text(move || whole.get().to_string())
                    hidden=live_if(move || n_values() <= N_FIRST)
                    on:click=on(move |_| whole.update(|whole| *whole = !*whole))
                >
                    {more}
                </button>
            </fieldset>
        </details>
    }
    .into_any()
}

fn choice(state: TableState, column: &'static str, value: &FacetValue) -> AnyView {
    let id = StoredValue::new(value.label.id.clone());
    let selected = value.selected;
    view! {
        <label class="check" class:none=value.count == 0>
            <input
                type="checkbox"
                value=value.label.id.clone()
                prop:checked=selected
                on:change=on(move |_| state.change(|query| *query = query.toggled(column, &id.get_value())))
            />
            <span>{typeset(&value.label.text, &[])} " " <span class="count">{value.count.to_string()}</span></span>
        </label>
    }
    .into_any()
}
