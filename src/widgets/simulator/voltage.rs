//! The voltage curves of cell and deposit, as a chart and as a table.
//! Here because the voltage over the charge is what a cell tester would show.
//! Must not know: how the chart is drawn.

use std::time::Duration;

use leptos::prelude::*;
use plotly::{
    Layout, Plot, Scatter,
    common::{Anchor, DashType, Font, Line, Mode, Orientation, Title},
    layout::{Axis, Legend, Margin},
};
use simulation_worker::Probe;

use super::state::SimulatorState;
use crate::{
    components::links::href,
    platform::theme::{ThemeChanges, colour},
    plot::{Chart, Figure, SCRIPT},
};

/// Redrawing a chart for every frame would cost more than computing the frame.
const REFRESH: Duration = Duration::from_millis(300);
/// Rows of the table behind the chart.
const N_ROWS: usize = 20;
const CELL: &str = "cell voltage (1-D cell, both electrodes)";
const DEPOSIT: &str = "overpotential at the growing front (2-D deposit)";

#[component]
pub fn VoltageCurve(state: SimulatorState) -> impl IntoView {
    let probes = sampled(state);
    let theme = expect_context::<ThemeChanges>();
    let figure = Signal::derive(move || {
        theme.track();
        probes.with(|probes| Figure::from(&plot_of(probes)))
    });
    view! {
        <figure class="voltage">
            <figcaption>
                "Voltage over the charge passed. Solid: the whole Zn‖Zn cell, plating and stripping, separator and \
                film. Dashed: the plating electrode in the deposit's window alone."
            </figcaption>
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

fn plot_of(probes: &[Probe]) -> Plot {
    let ink = colour("--color-text").unwrap_or_default();
    let grid = colour("--color-line").unwrap_or_default();
    let x = probes
        .iter()
        .map(|probe| probe.charge_c_m2 / 3.6e4)
        .collect::<Vec<_>>();
    let line = |name: &str, token: &str, dash: DashType, voltage_v: fn(&Probe) -> f64| {
        let y = probes
            .iter()
            .map(|probe| voltage_v(probe) * 1e3)
            .collect::<Vec<_>>();
        Scatter::new(x.clone(), y)
            .mode(Mode::Lines)
            .line(
                Line::new()
                    .color(colour(token).unwrap_or_default())
                    .width(2.0)
                    .dash(dash),
            )
            .name(name)
    };
    let axis = |title: &str| {
        Axis::new()
            .title(Title::with_text(title))
            .color(ink.clone())
            .grid_color(grid.clone())
            .zero_line_color(grid.clone())
    };
    let mut plot = Plot::new();
    plot.add_trace(line(CELL, "--color-series-1", DashType::Solid, |probe| {
        probe.cell_voltage_v
    }));
    plot.add_trace(line(DEPOSIT, "--color-series-2", DashType::Dash, |probe| {
        probe.voltage_v
    }));
    plot.set_layout(
        Layout::new()
            .paper_background_color("rgba(0,0,0,0)")
            .plot_background_color("rgba(0,0,0,0)")
            .margin(Margin::new().left(60).right(16).top(16).bottom(52))
            .show_legend(true)
            .legend(
                Legend::new()
                    .orientation(Orientation::Horizontal)
                    .x(0.0)
                    .y(1.02)
                    .y_anchor(Anchor::Bottom)
                    .font(Font::new().color(ink.clone())),
            )
            .x_axis(axis("Areal capacity, mA h cm⁻²"))
            .y_axis(axis("Voltage, mV")),
    );
    plot.set_configuration(
        plotly::Configuration::new()
            .responsive(true)
            .display_logo(false)
            .display_mode_bar(plotly::configuration::DisplayModeBar::False),
    );
    plot
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
