//! Taking rows away as files, and bringing own rows.
//! Here because both speak with the worker that reads and writes files.
//! Must not know: file formats, what a CSV may hold.

mod download;
mod kind;
mod own;
mod progress;

use leptos::prelude::*;

use super::state::TableState;

#[component]
pub fn Files(state: TableState) -> impl IntoView {
    view! {
        <div class="files">
            <download::Download state=state />
            <own::OwnData state=state />
        </div>
    }
    .into_any()
}
