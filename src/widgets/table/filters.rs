//! Facets and ranges: beside the table where there is room, in a drawer where there is none.
//! Here because both are the same element, which a narrow screen opens over the page.
//! Must not know: what a filter does.

use leptos::prelude::*;

use super::{facets::facets, ranges::ranges, state::TableState};
use crate::{
    components::live::{live_text, on},
    platform::dialog,
};

/// Of the dialog.
pub const ID: &str = "table-filters";

#[component]
pub fn Filters(state: TableState) -> impl IntoView {
    let n_rows = live_text(move || {
        let n_rows = state.view.with(|view| view.rows.len());
        format!("Show {n_rows} conditions")
    });
    view! {
        <dialog class="filters" id=ID aria-label="Filters">
            <fieldset class="filters-all" disabled=state.resting>
                <legend>"Filters"</legend>
                {facets(state)}
                {ranges(state)}
            </fieldset>
            <div class="drawer-end">
                <button type="button" class="quiet" on:click=on(move |_| state.clear())>"Clear all filters"</button>
                <button type="button" class="primary" on:click=on(|_| dialog::close(ID))>{n_rows}</button>
            </div>
        </dialog>
    }
    .into_any()
}
