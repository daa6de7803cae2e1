//! The voltage curves of cell and deposit, as a chart and as a table.
//! Here because the voltage over the charge is what a cell tester would show.
//! Must not know: how the chart is drawn.

use std::time::Duration;

use leptos::prelude::*;
use simulation_worker::Probe;

use super::state::SimulatorState;
use crate::{
    components::links::href,
    platform::theme::{ThemeChanges, colour},
    plot::{Chart, Figure, SCRIPT, VOLTAGE, numbers},
};

/// Redrawing a chart for every frame would cost more than computing the frame.
const REFRESH: Duration = Duration::from_millis(300);
/// Rows of the table behind the chart.
const N_ROWS: usize = 20;

#[component]
pub fn VoltageCurve(state: SimulatorState) -> impl IntoView {
    let probes = sampled(state);
    let theme = expect_context::<ThemeChanges>();
    let figure = Signal::derive(move || {
        theme.track();
        probes.with(|probes| figure_of(probes))
    });
    let has_run = move || probes.with(|probes| !probes.is_empty());
    view! {
        <figure class="voltage">
            <figcaption>
                "Voltage over the charge passed. Solid: the whole Zn‖Zn cell, plating and stripping, separator and \
                film. Dashed: the plating electrode in the deposit's window alone."
            </figcaption>
            <p class="chart-wait" hidden=has_run>"No run yet. The curves are drawn while the charge passes."</p>
            <Chart script=href(SCRIPT) label="Line chart: cell voltage and overpotential of the deposit, both in millivolt, over areal capacity. The same numbers stand in the table below." figure=figure />
            <details>
                <summary>"The curves as a table"</summary>
                <table class="plain">
                    <thead>
                        <tr>
                            <th scope="col">"Charge, mA h cm⁻²"</th>
                            <th scope="col">"Cell voltage, mV"</th>
                            <th scope="col">"Overpotential of the deposit, mV"</th>
                        </tr>
                    </thead>
                    <tbody>{move || probes.with(|probes| rows(probes))}</tbody>
                </table>
            </details>
        </figure>
    }
    .into_any()
}

/// The probes, looked at a few times a second while they grow.
fn sampled(state: SimulatorState) -> ReadSignal<Vec<Probe>> {
    let (probes, set_probes) = signal(Vec::new());
    Effect::new(move |_| {
        let look = move || {
            let now = state.run.with_untracked(|run| run.probes.clone());
            if probes.with_untracked(|shown| *shown != *now) {
                set_probes.set(now.to_vec());
            }
        };
        if let Ok(handle) = set_interval_with_handle(look, REFRESH) {
            on_cleanup(move || handle.clear());
        }
    });
    probes
}

fn figure_of(probes: &[Probe]) -> Figure {
    let values = |of: fn(&Probe) -> f64| {
        let values: Vec<f64> = probes.iter().map(of).collect();
        numbers(&values)
    };
    let charge = || values(|probe| probe.charge_c_m2 / 3.6e4);
    let lines = [
        ("x0", charge()),
        ("y0", values(|probe| probe.cell_voltage_v * 1e3)),
        ("x1", charge()),
        ("y1", values(|probe| probe.voltage_v * 1e3)),
    ];
    Figure::filled(VOLTAGE, &lines, |token| colour(token).unwrap_or_default())
}

/// At most [`N_ROWS`] points, evenly spread, the last among them.
fn rows(probes: &[Probe]) -> AnyView {
    if probes.is_empty() {
        return view! {
            <tr>
                <td colspan="3">"No run yet."</td>
            </tr>
        }
        .into_any();
    }
    let step = probes.len().div_ceil(N_ROWS).max(1);
    probes
        .iter()
        .rev()
        .step_by(step)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .map(|probe| {
            view! {
                <tr>
                    <td class="number">{format!("{:.3}", probe.charge_c_m2 / 3.6e4)}</td>
                    <td class="number">{format!("{:.2}", probe.cell_voltage_v * 1e3)}</td>
                    <td class="number">{format!("{:.2}", probe.voltage_v * 1e3)}</td>
                </tr>
            }
        })
        .collect_view()
        .into_any()
}
