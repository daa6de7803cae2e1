//! The two widgets bare, for frames on other pages, and a page that frames both.
//! Here because a lecturer's page shows a widget and nothing else of ours.
//! Must not know: what the widgets do.

use leptos::prelude::*;

use super::table_notes;
use crate::{
    components::links::href,
    widgets::place::{Widget, place},
};

#[component]
pub fn EmbedTable() -> impl IntoView {
    view! {
        <h1 class="visually-hidden">"Table 1 of the review"</h1>
        {table_notes::without_scripts()}
        {place(Widget::Table { framed: true })}
        {table_notes::notes()}
    }
    .into_any()
}

#[component]
pub fn EmbedSimulator() -> impl IntoView {
    view! {
        <h1 class="visually-hidden">"Zinc deposition simulator"</h1>
        <noscript>
            <p class="notice">"A run needs scripts, which are off here. The picture is a finished run."</p>
        </noscript>
        {place(Widget::Simulator { framed: true })}
    }
    .into_any()
}

/// A stand-in for a course page: both widgets in frames that follow the height they tell.
#[component]
pub fn EmbedTest() -> impl IntoView {
    view! {
        <div class="wide">
            <h1>"Embedding test"</h1>
            <p class="lead">
                "This page holds both widgets in frames, as a course page would, and gives each the height it asks for."
            </p>
            <h2>"Table"</h2>
            <iframe
                class="framed"
                title="Table 1 of the review, as a widget"
                src=href("/embed/table/?type=solid-electrolyte-interphase")
                height="600"
            ></iframe>
            <h2>"Simulator"</h2>
            <iframe
                class="framed"
                title="Zinc deposition simulator, as a widget"
                src=href("/embed/simulator/")
                height="600"
            ></iframe>
        </div>
    }
    .into_any()
}
