//! Search, the type filter, and what is filtered.
//! Here because a filtered table must always say what it hides.
//! Must not know: how filters work.

use explorer::{Facet, FacetValue, ViewQuery};
use leptos::prelude::*;

use super::state::TableState;
use crate::{
    components::takeover::use_taken_over,
    services::table::{MATERIAL, TYPE},
};

#[component]
pub fn Controls(state: TableState) -> impl IntoView {
    let taken_over = use_taken_over();
    view! {
        <form class="controls" role="search" aria-label="Filter Table 1" on:submit=|event| event.prevent_default()>
            <fieldset disabled=move || !taken_over.get()>
                <legend class="visually-hidden">"Filter Table 1"</legend>
                <label class="search">
                    <span>"Search"</span>
                    <input
                        type="search"
                        placeholder="material, function, number"
                        prop:value=move || state.query.with(|query| query.text.clone())
                        on:input=move |event| {
                            let text = event_target_value(&event);
                            state.adjust(|query| query.text = text);
                        }
                    />
                </label>
                <TypeFilter state=state />
                <Chips state=state />
                <div class="actions">
                    <Count state=state />
                </div>
            </fieldset>
        </form>
    }
    .into_any()
}

/// The two families with live counts.
#[component]
fn TypeFilter(state: TableState) -> impl IntoView {
    let values = state
        .view
        .with_untracked(|view| facet_values(&view.facets, TYPE));
    let boxes = values
        .into_iter()
        .map(|value| {
            let id = StoredValue::new(value.label.id.clone());
            let now = Memo::new(move |_| {
                state
                    .view
                    .with(|view| facet_value(&view.facets, TYPE, &id.get_value()))
            });
            let checked = move || now.with(|now| now.as_ref().is_some_and(|now| now.selected));
            let count = move || now.with(|now| now.as_ref().map_or(0, |now| now.count));
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=checked
                        on:change=move |_| toggle(state, TYPE, &id.get_value())
                    />
                    <span>{value.label.text.clone()} " " <span class="count">{count}</span></span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="facet">
            <legend>"Type"</legend>
            {boxes}
        </fieldset>
    }
    .into_any()
}

/// Filters that have no control of their own, such as a material chosen in the text, each removable.
#[component]
fn Chips(state: TableState) -> impl IntoView {
    let selected = Memo::new(move |_| {
        state.view.with(|view| {
            view.facets
                .iter()
                .filter(|facet| facet.column != TYPE)
                .flat_map(|facet| {
                    facet
                        .values
                        .iter()
                        .filter(|value| value.selected)
                        .map(|value| (facet.column.clone(), value.label.clone()))
                })
                .collect::<Vec<_>>()
        })
    });
    let any = move || state.query.with(ViewQuery::is_filtered);
    view! {
        <div class="chips">
            <For
                each=move || selected.get()
                key=|(column, label)| (column.clone(), label.id.clone())
                children=move |(column, label)| {
                    let name = if column == MATERIAL { "Material" } else { "Filter" };
                    let remove = format!("Remove the filter {}", label.text);
                    let id = label.id.clone();
                    view! {
                        <button type="button" class="chip" aria-label=remove on:click=move |_| toggle(state, &column, &id)>
                            {format!("{name}: {} ", label.text)}
                            <span aria-hidden="true">"×"</span>
                        </button>
                    }
                }
            />
            <button type="button" class="quiet" hidden=move || !any() on:click=move |_| state.clear()>
                "Clear all filters"
            </button>
        </div>
    }
    .into_any()
}

#[component]
fn Count(state: TableState) -> impl IntoView {
    let words = move || {
        state
            .view
            .with(|view| format!("{} of {} conditions", view.rows.len(), view.total))
    };
    view! {
        <p class="shown" role="status" aria-live="polite">
            {words}
        </p>
    }
    .into_any()
}

/// What the address asked for and could not have.
#[component]
pub fn Warnings(state: TableState) -> impl IntoView {
    let words = move || {
        state
            .warnings
            .get()
            .into_iter()
            .map(|warning| view! { <li>{warning.to_string()}</li> })
            .collect::<Vec<_>>()
    };
    view! {
        <div role="status">
            {move || {
                (!state.warnings.with(Vec::is_empty))
                    .then(|| {
                        view! {
                            <div class="notice">
                                <p>"Some of this address was not understood and has been left out:"</p>
                                <ul>{words()}</ul>
                            </div>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

fn toggle(state: TableState, column: &str, id: &str) {
    state.change(|query| *query = query.toggled(column, id));
}

fn facet_values(facets: &[Facet], column: &str) -> Vec<FacetValue> {
    facets
        .iter()
        .find(|facet| facet.column == column)
        .map(|facet| facet.values.clone())
        .unwrap_or_default()
}

fn facet_value(facets: &[Facet], column: &str, id: &str) -> Option<FacetValue> {
    facets
        .iter()
        .find(|facet| facet.column == column)?
        .values
        .iter()
        .find(|value| value.label.id == id)
        .cloned()
}
