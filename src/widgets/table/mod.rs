//! Table 1: filter, sort, share, take away.
//! Here because the page and the embed show the same widget.
//! Must not know: how filtering and sorting work.

mod cells;
mod charts;
mod controls;
mod files;
mod head;
mod state;

use explorer::TableView;
use leptos::prelude::*;

use self::state::TableState;
use crate::services::content::use_review;

/// The whole widget; its state is the address.
#[component]
pub fn TableWidget() -> impl IntoView {
    let state = TableState::provide();
    view! {
        <section class="table-widget" aria-label="Table 1">
            <controls::Controls state=state />
            <controls::Warnings state=state />
            <charts::Charts state=state />
            <div class="table-region" role="region" aria-labelledby="table-1-caption" tabindex="0">
                <table>
                    <caption id="table-1-caption">
                        <span>"Table 1. Materials, test conditions of symmetric cells and lifespans as printed in the review"</span>
                    </caption>
                    <head::Head state=state />
                    <Body state=state />
                </table>
            </div>
            <files::Files state=state />
        </section>
    }
    .into_any()
}

#[component]
fn Body(state: TableState) -> impl IntoView {
    let review = use_review();
    let rows = move || state.view.with(|TableView { rows, .. }| rows.clone());
    view! {
        <tbody>
            <For each=rows key=move |index| state.table_now().rows.get(*index).map(|row| row.id.clone()) children=move |index| cells::row(review, &state.table_now(), index) />
            {move || {
                state
                    .view
                    .with(|view| view.rows.is_empty())
                    .then(|| {
                        view! {
                            <tr class="empty">
                                <td colspan="8">
                                    "No condition fits. "
                                    <button type="button" on:click=move |_| state.clear()>
                                        "Clear all filters"
                                    </button>
                                </td>
                            </tr>
                        }
                    })
            }}
        </tbody>
    }
    .into_any()
}
