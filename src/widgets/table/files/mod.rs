//! Taking rows away as files, and bringing own rows.
//! Here because both speak with the worker that reads and writes files.
//! Must not know: file formats.

use leptos::prelude::*;

use super::state::TableState;

#[component]
pub fn Files(state: TableState) -> impl IntoView {
    let _ = state;
}
