//! Which of the three charts, and by what rows are ordered.
//! Here because one picture at a time is read, and the choice is part of the address.
//! Must not know: how a chart is drawn.

use leptos::prelude::*;

use super::{
    ChartState,
    kind::{Kind, Measure},
};
use crate::components::takeover::use_taken_over;

#[component]
pub fn Switch(chart: ChartState) -> impl IntoView {
    let taken_over = use_taken_over();
    let kinds = Kind::CHOICES
        .into_iter()
        .map(|kind| choice(chart, "chart-kind", kind.label(), kind, Kind::is_like))
        .collect_view();
    let measures = [
        ("Lifespan", Measure::Hours),
        ("Cumulative capacity", Measure::CumulativeCapacity),
    ]
    .map(|(label, measure)| {
        choice(
            chart,
            "chart-measure",
            label,
            Kind::Ranking(measure),
            |a, b| a == b,
        )
    });
    let ranking = move || matches!(chart.kind.get(), Kind::Ranking(_));
    view! {
        <fieldset class="chart-switch" disabled=move || !taken_over.get()>
            <legend class="visually-hidden">"Chart"</legend>
            {kinds}
        </fieldset>
        <fieldset class="chart-switch" hidden=move || !ranking() disabled=move || !taken_over.get()>
            <legend>"Order by"</legend>
            {measures.collect_view()}
        </fieldset>
        {move || unknown(&chart.table.chart())}
    }
    .into_any()
}

fn choice(
    chart: ChartState,
    group: &'static str,
    label: &'static str,
    kind: Kind,
    same: fn(Kind, Kind) -> bool,
) -> AnyView {
    view! {
        <label>
            <input
                type="radio"
                name=group
                prop:checked=move || same(kind, chart.kind.get())
                on:change=move |_| {
                    chart.pressed.set(None);
                    chart.table.show_chart(kind.word());
                }
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// An address may ask for a chart that there is not.
fn unknown(word: &str) -> Option<AnyView> {
    Kind::read(word).is_none().then(|| {
        let said = format!(
            "This address asks for the chart “{word}”, which there is not; “{}” is shown.",
            Kind::default().label()
        );
        view! {
            <p class="notice" role="status">
                {said}
            </p>
        }
        .into_any()
    })
}
