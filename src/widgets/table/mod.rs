//! Table 1: filter, sort, group, compare, open, share, take away.
//! Here because the page and the embed show the same widget.
//! Must not know: how filtering and sorting work.

mod cells;
mod charts;
mod columns;
mod compare;
mod controls;
mod detail;
mod facets;
mod files;
mod filters;
mod head;
mod line;
mod ranges;
mod ranking;
mod rows;
mod scale;
mod state;

use leptos::prelude::*;

use self::state::TableState;
use crate::components::live::{live_option, on};

/// The whole widget; its state is the address.
#[component]
pub fn TableWidget() -> impl IntoView {
    let state = TableState::provide();
    let scrolled = rows::Scrolled::new(state);
    // A list that is not wholly here must say how long it is.
    let n_rows = live_option(move || {
        let n_rows = state.view.with(|view| view.rows.len() + 1);
        scrolled.is_long.get().then(|| n_rows.to_string())
    });
    view! {
        <section class="table-widget" aria-label="Table 1">
            <filters::Filters state=state />
            <div class="table-main">
                <controls::Controls state=state />
                <controls::Warnings state=state />
                <controls::Status state=state />
                <charts::Charts state=state />
                <compare::Outcome state=state />
                <div
                    class="table-region"
                    class:long=scrolled.is_long
                    role="region"
                    aria-labelledby="table-1-caption"
                    tabindex="0"
                    on:scroll=on(move |event: leptos::ev::Event| scrolled.to(&event))
                >
                    <table role="table" aria-rowcount=n_rows>
                        <caption id="table-1-caption">
                            <span>
                                "Table 1. Materials, test conditions of symmetric cells and lifespans as printed in the review"
                            </span>
                        </caption>
                        <head::Head state=state />
                        <rows::Body state=state scrolled=scrolled />
                    </table>
                </div>
                <files::Files state=state />
            </div>
        </section>
    }
    .into_any()
}
