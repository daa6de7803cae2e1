//! The pictures of the rows shown: linked with the table both ways.
//! Here because what is filtered is seen best as a picture.
//! Must not know: filters, the table's own views.

mod behind;
mod drawing;
mod functions;
mod kind;
mod legend;
mod lifespan;
mod paint;
mod paper;
mod point;
mod ranking;
mod save;
#[cfg(feature = "ssr")]
mod still;
mod switch;
#[cfg(test)]
mod tests;
mod touch;

use std::collections::BTreeSet;

use leptos::prelude::*;

use self::{drawing::Drawing, kind::Kind, paint::Look};
use super::state::TableState;
use crate::{
    components::{links::href, takeover::use_taken_over},
    platform::{
        self, rows,
        theme::{ThemeChanges, colour},
    },
    plot::{Chart, Gesture, Link, SCRIPT},
    services::{
        content::use_review,
        table::{CURRENT_DENSITY, LIFESPAN},
    },
};

/// What the parts around a chart share; cheap to copy.
#[derive(Debug, Clone, Copy)]
struct ChartState {
    table: TableState,
    kind: Memo<Kind>,
    drawing: Memo<Drawing>,
    /// Does dragging over the chart select?
    drag: RwSignal<bool>,
    /// The row that was pressed last, whose place may hold others.
    pressed: RwSignal<Option<usize>>,
}

#[component]
pub fn Charts(state: TableState) -> impl IntoView {
    let review = use_review();
    let taken_over = use_taken_over();
    let kind = Memo::new(move |_| Kind::read(&state.chart()).unwrap_or_default());
    let drawing = Memo::new(move |_| {
        let table = state.table();
        state.view.with(|view| {
            state
                .query
                .with(|query| Drawing::of(kind.get(), &table, view, query, &review.families))
        })
    });
    let chart = ChartState {
        table: state,
        kind,
        drawing,
        drag: RwSignal::new(false),
        pressed: RwSignal::new(None),
    };
    // A mouse selects at once; a finger scrolls until it is told otherwise.
    Effect::new(move |_| chart.drag.set(taken_over.get() && !platform::by_finger()));
    follow_light(state);
    follow_filters(state);
    let width = RwSignal::new(0);
    let drawn = RwSignal::new(false);
    let theme = expect_context::<ThemeChanges>();
    let figure = Signal::derive(move || {
        theme.track();
        let ranges = state.query.with(|query| {
            [CURRENT_DENSITY, LIFESPAN].map(|column| query.ranges.get(column).copied())
        });
        let look = Look {
            width: width.get(),
            drag: chart.drag.get(),
            ranges,
            paper: None,
        };
        drawing.with(|drawing| drawing.figure(&look, &|token| colour(token).unwrap_or_default()))
    });
    let label = Signal::derive(move || {
        let total = state.view.with(|view| view.total);
        drawing.with(|drawing| drawing.label(total))
    });
    let lit = Signal::derive(move || {
        let rows = drawing.with(Drawing::rows);
        let lit = state.lit.get();
        let mark = lit.and_then(|lit| rows.iter().rposition(|row_idx| *row_idx == lit));
        (mark, rows.len())
    });
    let link = Link {
        gesture: Callback::new(move |gesture| answer(chart, gesture)),
        lit,
        width,
        drawn,
    };
    let shown = move || {
        let word = kind.get().word();
        if word.is_empty() { "lifespan" } else { word }
    };
    view! {
        <section
            class="charts"
            aria-labelledby="charts-heading"
            data-chart=shown
            class:drawn=move || drawn.get()
            on:pointerover=move |event| pointed(state, &event)
            on:pointerleave=move |_| state.lit.set(None)
            on:focusin=move |event| pointed(state, &event)
            style=move || format!("--chart-height: {}px", drawing.with(Drawing::height))
        >
            <h2 id="charts-heading">"The conditions as a chart"</h2>
            <switch::Switch chart=chart />
            {legend::legend(review)}
            <div class="chart-stage">
                <div class="chart-still" aria-hidden="true" inner_html=still(chart)></div>
                <Chart script=href(SCRIPT) label=label figure=figure link=link />
            </div>
            <touch::Tools chart=chart />
            <p class="chart-caption">{move || drawing.with(Drawing::caption)}</p>
            <save::Save chart=chart />
            <behind::BehindTable chart=chart />
        </section>
    }
    .into_any()
}

/// The picture before any script: written natively, left alone by the browser.
#[cfg(feature = "ssr")]
fn still(chart: ChartState) -> String {
    let table = chart.table.table_now();
    let ids: Vec<String> = table.rows.iter().map(|row| row.id.clone()).collect();
    chart
        .drawing
        .with_untracked(|drawing| still::svg(drawing, &ids))
}

#[cfg(not(feature = "ssr"))]
fn still(_: ChartState) -> String {
    String::new()
}

/// What a reader's gesture on the chart means.
fn answer(chart: ChartState, gesture: Gesture) {
    let state = chart.table;
    match gesture {
        Gesture::Over(row_idx) => state.lit.set(Some(row_idx)),
        Gesture::Left => state.lit.set(None),
        Gesture::Pressed(row_idx) => {
            state.lit.set(Some(row_idx));
            chart.pressed.set(Some(row_idx));
            let n_here = chart
                .drawing
                .with_untracked(|drawing| drawing.here(row_idx).len());
            if n_here < 2 {
                go_to(state, row_idx);
            }
        }
        Gesture::Brushed { x, y } => state.change(|query| {
            for (column, limits) in [(CURRENT_DENSITY, x), (LIFESPAN, y)] {
                *query = query.with_range(column, touch::outward(limits));
            }
        }),
    }
}

/// Brings a row of the table into view; `false` if the filters leave it out.
fn go_to(state: TableState, row_idx: usize) -> bool {
    let table = state.table_now();
    let row = table.rows.get(row_idx);
    row.is_some_and(|row| rows::go_to(&row.id))
}

/// Tells which row is pointed at, or has the focus.
fn pointed(state: TableState, event: &leptos::ev::Event) {
    let id = rows::around(event);
    let table = state.table_now();
    let found = id.and_then(|id| table.rows.iter().position(|row| row.id == id));
    if found != state.lit.get_untracked() && !(found.is_none() && on_chart(event)) {
        state.lit.set(found);
    }
}

/// The chart itself says when its points are left.
fn on_chart(event: &leptos::ev::Event) -> bool {
    rows::is_inside(event, ".chart-place")
}

/// Marks the lit row wherever it stands.
fn follow_light(state: TableState) {
    Effect::new(move |_| {
        let lit = state.lit.get();
        // Rows that have just come into the table are marked too.
        state.view.track();
        let table = state.table_now();
        let id = lit
            .and_then(|lit| table.rows.get(lit))
            .map(|row| row.id.as_str());
        rows::mark("pointed", |row| Some(row) == id);
    });
}

/// Fades the points of the still picture that the filters leave out: it stays where the script does not come.
fn follow_filters(state: TableState) {
    Effect::new(move |_| {
        let table = state.table();
        state.view.with(|view| {
            let rows = view
                .rows
                .iter()
                .filter_map(|&row_idx| table.rows.get(row_idx));
            let shown: BTreeSet<&str> = rows.map(|row| row.id.as_str()).collect();
            rows::mark("left-out", |id| !shown.contains(id));
        });
    });
}
