//! Table 1 as a page.
//! Here because the widget also lives in frames, and only the page has a heading and a source line.
//! Must not know: sorting and filtering.

use leptos::prelude::*;

use crate::{
    components::links::href,
    widgets::place::{Widget, place},
};

#[component]
pub fn Explore() -> impl IntoView {
    view! {
        <div class="wide">
            <h1>"Table 1"</h1>
            <p class="lead">
                "Every material and test condition of the review's Table 1, as printed. A lifespan means little without its current density and areal capacity; a > says that the cell was still alive. Doubtful cells carry the sign ※ and lead to "
                <a href=href("/source-notes/")>"the source notes"</a> ". Each material has " <a href=href("/materials/")>"a page of its own"</a> "."
            </p>
            {place(Widget::Table { framed: false })}
        </div>
    }
    .into_any()
}
