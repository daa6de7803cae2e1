//! Which of the three charts, and by what rows are ordered.
//! Here because one picture at a time is read, and the choice is part of the address.
//! Must not know: how a chart is drawn.

use leptos::prelude::*;

use super::{
    ChartState,
    kind::{Kind, Measure},
};
use crate::components::live::{live, live_if, on};

pub fn switch(chart: ChartState) -> AnyView {
    let kinds: Vec<AnyView> = Kind::CHOICES
        .into_iter()
        .map(|kind| choice(chart, "chart-kind", kind.label(), kind, Kind::is_like))
        .collect();
    let measures: Vec<AnyView> = [
        ("Lifespan", Measure::Hours),
        ("Cumulative capacity", Measure::CumulativeCapacity),
    ]
    .into_iter()
    .map(|(label, measure)| {
        choice(
            chart,
            "chart-measure",
            label,
            Kind::Ranking(measure),
            |a, b| a == b,
        )
    })
    .collect();
    let is_no_ranking = live_if(move || !matches!(chart.kind(), Kind::Ranking(_)));
    view! {
        <fieldset class="chart-switch" disabled=chart.resting>
            <legend class="visually-hidden">"Chart"</legend>
            {kinds}
        </fieldset>
        <fieldset class="chart-switch" hidden=is_no_ranking disabled=chart.resting>
            <legend>"Order by"</legend>
            {measures}
        </fieldset>
        {live(move || chart.table.chart.with(|word| unknown(word)))}
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
    let choose = move |_: leptos::ev::Event| {
        chart.pressed.set(None);
        chart.table.show_chart(kind.word());
    };
    view! {
        <label>
            <input
                type="radio"
                name=group
                prop:checked=live_if(move || same(kind, chart.kind()))
                on:change=on(choose)
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
