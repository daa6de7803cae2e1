//! The pictures of the rows shown: linked with the table both ways.
//! Here because what is filtered is seen best as a picture.
//! Must not know: filters, the table's own views.

use leptos::prelude::*;

use super::state::TableState;

#[component]
pub fn Charts(state: TableState) -> impl IntoView {
    let _ = state;
}
