//! Selecting on the chart, undoing it, and choosing among rows that stand at one place.
//! Here because a finger both scrolls and draws, and a point may hide others.
//! Must not know: how a chart is drawn.

use explorer::Range;
use leptos::prelude::*;

use super::{ChartState, go_to, kind::Kind, point::Point};
use crate::{
    components::live::{live, live_if, live_text, on},
    services::table::{CURRENT_DENSITY, LIFESPAN},
};

/// Limits that a hand drew, as a reader would write them: three digits, and never inside of what was drawn.
pub fn outward(limits: [f64; 2]) -> Option<Range> {
    let rounded = |value: f64, up: bool| {
        if !(value.is_finite() && value > 0.0) {
            return None;
        }
        let unit = 10_f64.powf(value.log10().floor() - 2.0);
        let steps = value / unit;
        let steps = if up { steps.ceil() } else { steps.floor() };
        // Read back from the digits, because 0.001 × 885 has a tail.
        format!("{:.2e}", steps * unit).parse::<f64>().ok()
    };
    Range::new(
        rounded(limits[0].min(limits[1]), false),
        rounded(limits[0].max(limits[1]), true),
    )
}

pub fn tools(chart: ChartState) -> AnyView {
    let state = chart.table;
    let lift = move |_: leptos::ev::MouseEvent| {
        state.change(|query| {
            for column in [CURRENT_DENSITY, LIFESPAN] {
                *query = query.with_range(column, None);
            }
        });
    };
    let is_other = live_if(move || chart.kind() != Kind::Lifespan);
    let is_whole = live_if(move || chart.ranges() == [None, None]);
    let turn = move |_: leptos::ev::MouseEvent| chart.drag.update(|drag| *drag = !*drag);
    view! {
        <div class="chart-tools" hidden=is_other>
            <button
                type="button"
                disabled=chart.resting
                aria-pressed=live_text(move || chart.drag.get().to_string())
                on:click=on(turn)
            >
                "Drag to select a range"
            </button>
            <button type="button" hidden=is_whole on:click=on(lift)>
                "Clear the selected range"
            </button>
        </div>
        <div class="chart-here" role="status">
            {live(move || chart.pressed.get().map(|row_idx| here(chart, row_idx)))}
        </div>
    }
    .into_any()
}

/// The rows at a pressed place, each within reach.
fn here(chart: ChartState, row_idx: usize) -> AnyView {
    let points = chart.drawing().here(row_idx);
    let hidden = points.iter().filter(|point| !point.shown).count();
    if points.len() < 2 && hidden == 0 {
        return ().into_any();
    }
    let words = match (points.len(), hidden) {
        (1, _) => "The filters leave this condition out:".to_owned(),
        (n, 0) => format!("{n} conditions stand here:"),
        (n, hidden) => {
            format!("{n} conditions stand here, {hidden} of them left out by the filters:")
        }
    };
    let items: Vec<AnyView> = points.into_iter().map(|point| item(chart, point)).collect();
    view! {
        <p>{words}</p>
        <ul>{items}</ul>
    }
    .into_any()
}

fn item(chart: ChartState, point: Point) -> AnyView {
    let Point { row_idx, shown, .. } = point;
    let words = point.words();
    if !shown {
        return view! { <li>{words}</li> }.into_any();
    }
    let id = chart
        .table
        .table_now()
        .rows
        .get(row_idx)
        .map(|row| row.id.clone());
    view! {
        <li>
            <button
                type="button"
                data-row=id
                on:click=on(move |_| {
                    go_to(chart.table, row_idx);
                })
            >
                {words}
            </button>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use explorer::Range;

    use super::outward;

    #[test]
    fn limits_are_short_and_never_inside_of_what_was_drawn() {
        let cases = [
            ([4.8731, 11.2049], Some((4.87, 11.3))),
            ([0.885_01, 0.1], Some((0.1, 0.886))),
            ([1234.5, 8765.4], Some((1230.0, 8770.0))),
        ];
        for ([a, b], expected) in cases {
            let expected =
                expected.and_then(|(min, max): (f64, f64)| Range::new(Some(min), Some(max)));
            assert_eq!(outward([a, b]), expected, "{a} to {b}");
        }
    }
}
