//! Which columns are shown, and in which order.
//! Here because eighteen columns fit on no screen, and what matters differs from reader to reader.
//! Must not know: rows.

use leptos::prelude::*;

use super::{head, state::TableState};
use crate::{
    components::live::{live, live_if, on},
    platform,
};

#[component]
pub fn Columns(state: TableState) -> impl IntoView {
    let list = live(move || {
        let table = state.table();
        let arranged = state.query.with(|query| query.arranged(&table));
        let n_columns = arranged.len();
        let items = arranged.into_iter().enumerate().map(|(place, idx)| {
            let column = &table.columns[idx];
            item(
                state,
                &column.id,
                &column.heading(),
                head::provenance(column),
                (place, n_columns),
            )
        });
        items.collect::<Vec<_>>()
    });
    let is_as_first = live_if(move || {
        state
            .query
            .with(|query| query.visibility.is_empty() && query.order.is_empty())
    });
    view! {
        <details class="columns disclosure">
            <summary>"Columns"</summary>
            <fieldset class="panel" disabled=state.resting>
                <legend class="visually-hidden">"Columns shown, and their order"</legend>
                <ol>{list}</ol>
                <button
                    type="button"
                    hidden=is_as_first
                    on:click=on(move |_| {
                        state.change(|query| {
                            query.visibility.clear();
                            query.order.clear();
                        });
                    })
                >
                    "As at first"
                </button>
            </fieldset>
        </details>
    }
    .into_any()
}

fn item(
    state: TableState,
    id: &str,
    name: &str,
    provenance: Option<&'static str>,
    (place, n_columns): (usize, usize),
) -> AnyView {
    let shown = state.look.with(|look| {
        let table = state.table_now();
        look.columns.iter().any(|&idx| table.columns[idx].id == id)
    });
    let id = StoredValue::new(id.to_owned());
    let toggle = move |_| {
        let table = state.table_now();
        state.change(|query| *query = query.with_shown(&table, &id.get_value(), !shown));
    };
    let step = |word: &'static str, to: Option<usize>| {
        let button_id = move || format!("{word}-{}", id.get_value());
        // A button that can do nothing more keeps the focus that came to it.
        let stuck = to.is_none().then_some("true");
        let label = format!("{name}: {word}");
        view! {
            <button
                type="button"
                id=button_id()
                aria-label=label
                aria-disabled=stuck
                on:click=on(move |_| {
                    let table = state.table_now();
                    if let Some(to) = to {
                        state.change(|query| *query = query.with_moved(&table, &id.get_value(), to));
                        platform::focus_soon(button_id());
                    }
                })
            >
                {word}
            </button>
        }
        .into_any()
    };
    let later = (place + 1 < n_columns).then_some(place + 1);
    let tag = provenance.map(|word| view! { " " <span class="tag">{word}</span> });
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=shown checked=shown on:change=on(toggle) />
                <span>{name.to_owned()} {tag}</span>
            </label>
            {step("earlier", place.checked_sub(1))}
            {step("later", later)}
        </li>
    }
    .into_any()
}
