//! The search: a field, and what it finds while one types.
//! Here because the page around it is text and must read without it.
//! Must not know: how documents are found.

mod field;
mod results;
mod state;

use leptos::prelude::*;

use self::state::SearchState;

/// The whole widget; its state is the address.
#[component]
pub fn SearchWidget() -> impl IntoView {
    let state = SearchState::provide();
    view! {
        <div class="search-widget">
            <field::Field state=state />
            <results::Results state=state />
        </div>
    }
    .into_any()
}
