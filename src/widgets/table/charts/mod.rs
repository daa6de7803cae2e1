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
mod sample;
mod save;
#[cfg(feature = "ssr")]
mod still;
mod switch;
#[cfg(test)]
mod tests;
mod touch;

use std::sync::Arc;

use explorer::{Range, TableView, ViewQuery};
use leptos::prelude::*;
use review::Review;

use self::{drawing::Drawing, kind::Kind, paint::Look};
use super::state::TableState;
use crate::{
    components::{
        links::href,
        live::{live_if, live_text, on},
        takeover::use_taken_over,
    },
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

const STILL_POINTS: &str = ".chart-still [data-row]";

/// What the parts around a chart share; cheap to copy.
#[derive(Debug, Clone, Copy)]
struct ChartState {
    table: TableState,
    /// Does dragging over the chart select?
    drag: RwSignal<bool>,
    /// The row that was pressed last, whose place may hold others.
    pressed: RwSignal<Option<usize>>,
    drawing: Memo<Arc<Drawing>>,
    /// Before the takeover nothing can be pressed.
    resting: Signal<bool>,
}

impl ChartState {
    fn drawing(self) -> Arc<Drawing> {
        self.drawing.get()
    }

    fn kind(self) -> Kind {
        kind(self.table)
    }

    /// Limits on current density and on lifespan.
    fn ranges(self) -> [Option<Range>; 2] {
        let limits = |query: &ViewQuery| {
            [CURRENT_DENSITY, LIFESPAN].map(|column| query.ranges.get(column).copied())
        };
        self.table.query.with(limits)
    }
}

fn kind(state: TableState) -> Kind {
    state
        .chart
        .with(|word| Kind::read(word))
        .unwrap_or_default()
}

/// Made once for all who ask: of a long table it takes a while.
fn drawing(state: TableState, review: &'static Review) -> Memo<Arc<Drawing>> {
    let make = move || {
        let table = state.table();
        let of = |view: &TableView| {
            let of =
                |query: &ViewQuery| Drawing::of(kind(state), &table, view, query, &review.families);
            state.query.with(of)
        };
        Arc::new(state.view.with(of))
    };
    Memo::new_with_compare(move |_| make(), |_, _| true)
}

#[component]
pub fn Charts(state: TableState) -> impl IntoView {
    let review = use_review();
    let taken_over = use_taken_over();
    let chart = ChartState {
        table: state,
        drag: RwSignal::new(false),
        pressed: RwSignal::new(None),
        drawing: drawing(state, review),
        resting: live_if(move || !taken_over.get()),
    };
    // A mouse selects at once; a finger scrolls until it is told otherwise.
    platform::follow(Box::new(move || {
        chart.drag.set(taken_over.get() && !platform::by_finger())
    }));
    platform::follow(Box::new(move || follow_light(state)));
    platform::follow(Box::new(move || follow_filters(state)));
    let width = RwSignal::new(0);
    let theme = expect_context::<ThemeChanges>();
    let figure = Signal::derive(move || {
        theme.track();
        let look = Look {
            width: width.get(),
            drag: chart.drag.get(),
            ranges: chart.ranges(),
            paper: None,
        };
        chart.drawing().figure(&look, &painted)
    });
    let label = live_text(move || {
        let total = state.view.with(|view| view.total);
        chart.drawing().label(total)
    });
    let link = Link {
        gesture: Callback::new(move |gesture| answer(chart, gesture)),
        lit: state.lit,
        width,
    };
    let height = move || format!("--chart-height: {}px", chart.drawing().height());
    view! {
        <section
            class="charts"
            aria-labelledby="charts-heading"
            data-chart=live_text(move || chart.kind().name().to_owned())
            on:pointerover=on(move |event: leptos::ev::PointerEvent| pointed(state, &event))
            on:pointerleave=on(move |_| state.lit.set(None))
            on:focusin=on(move |event: leptos::ev::FocusEvent| pointed(state, &event))
            style=live_text(height)
        >
            <h2 id="charts-heading">"The conditions as a chart"</h2>
            {switch::switch(chart)}
            {legend::legend(review)}
            <div class="chart-stage">
                <div class="chart-still" aria-hidden="true" inner_html=still(chart)></div>
                <Chart script=href(SCRIPT) label=label figure=figure link=link />
            </div>
            {touch::tools(chart)}
            <p class="chart-caption">{live_text(move || chart.drawing().caption())}</p>
            {save::save(chart)}
            {behind::behind(chart)}
        </section>
    }
    .into_any()
}

/// The theme's value of a token.
fn painted(token: &str) -> String {
    colour(token).unwrap_or_default()
}

/// The picture before any script: written natively, left alone by the browser.
#[cfg(feature = "ssr")]
fn still(chart: ChartState) -> String {
    let table = chart.table.table_now();
    let ids: Vec<String> = table.rows.iter().map(|row| row.id.clone()).collect();
    still::svg(&untrack(|| chart.drawing()), &ids)
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
            let n_here = untrack(|| chart.drawing()).here(row_idx).len();
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
    let Some(row) = table.rows.get(row_idx) else {
        return false;
    };
    if rows::go_to(&row.id) {
        return true;
    }
    let is_shown = state
        .view
        .with_untracked(|view| view.rows.contains(&row_idx));
    if is_shown {
        state.sought.set(Some(row_idx));
    }
    is_shown
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
    let lit = state.lit.get();
    // Rows that have just come into the table are marked too.
    state.view.track();
    let table = state.table_now();
    let id = lit
        .and_then(|lit| table.rows.get(lit))
        .map(|row| row.id.as_str());
    rows::mark(rows::ROWS, "pointed", &|row| Some(row) == id);
}

/// Fades the points of the still picture that the filters leave out: it stays where the script does not come.
fn follow_filters(state: TableState) {
    let table = state.table();
    let is_shown = |id: &str| {
        let row_idx = table.rows.iter().position(|row| row.id == id);
        row_idx.is_some_and(|row_idx| state.view.with(|view| view.rows.contains(&row_idx)))
    };
    rows::mark(STILL_POINTS, "left-out", &|id| !is_shown(id));
}
