//! The run in numbers and in words.
//! Here because a reader who cannot see the picture must get the same from it, and everyone must see whether to trust it.
//! Must not know: how the numbers are computed.

use leptos::prelude::*;
use simulation_worker::{Observation, Phase};

use super::state::SimulatorState;

/// Relative charge errors above these are shown as doubtful, then as wrong.
const CHARGE_ERROR_AMBER: f64 = 1e-10;
const CHARGE_ERROR_RED: f64 = 1e-6;

#[component]
pub fn Readout(state: SimulatorState) -> impl IntoView {
    let seen = Memo::new(move |_| {
        state
            .run
            .with(|run| run.latest.as_ref().map(|frame| frame.observation))
    });
    let row = move |name: &'static str, value: fn(&Observation) -> String| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{move || seen.with(|seen| seen.as_ref().map_or_else(|| "–".to_owned(), value))}</dd>
            </div>
        }
    };
    view! {
        <dl class="readout">
            {row("Time", |seen| duration(seen.time_s))}
            {row("Charge", |seen| format!("{:.2} mA h cm⁻²", seen.charge_c_m2 / 3.6e4))}
            {row("Cell voltage", |seen| format!("{:.1} mV", seen.cell_voltage_v * 1e3))}
            {row("Overpotential of the deposit", |seen| format!("{:.1} mV", seen.voltage_v * 1e3))}
            {row("Coulombic efficiency", |seen| seen.coulombic_efficiency.map_or_else(|| "–".to_owned(), |share| percent(share, 2)))}
            {row("Hydrogen's share of the current", |seen| percent(hydrogen_share(seen), 3))}
            {row("Salt at the plating surface", |seen| format!("{:.3} mol L⁻¹", seen.surface_concentration_mol_m3 * 1e-3))}
            {row("Mean height", |seen| format!("{:.2} µm", seen.mean_height_m * 1e6))}
            {row("Highest point", |seen| format!("{:.2} µm", seen.tip_height_m * 1e6))}
            {row("Roughness Rq", |seen| format!("{:.3} µm", seen.roughness_m * 1e6))}
            {row("i / i_lim", |seen| format!("{:.3}", seen.current_over_limit))}
            {row("Steps", |seen| seen.n_steps.to_string())}
            {row("Solver residual", |seen| format!("{:.0e}", seen.residual))}
            <div class=move || seen.with(|seen| seen.as_ref().map_or("", charge_class))>
                <dt>"Charge error"</dt>
                <dd>{move || seen.with(|seen| seen.as_ref().map_or_else(|| "–".to_owned(), |seen| format!("{:.0e}", seen.charge_error)))}</dd>
            </div>
        </dl>
        <p class="visually-hidden" role="status">
            {move || words(&state.phase.get(), seen.get_untracked().as_ref())}
        </p>
        {move || {
            state
                .run
                .with(|run| {
                    run.summary
                        .as_ref()
                        .map(|summary| {
                            view! {
                                <p class="ended">
                                    "Ended: " {summary.end.clone()} ". State hash " <code>{format!("{:016x}", summary.state_hash)}</code>
                                    ": the same settings give the same hash on every machine."
                                </p>
                            }
                        })
                })
        }}
    }
    .into_any()
}

fn charge_class(seen: &Observation) -> &'static str {
    let error = seen.charge_error.abs();
    if error > CHARGE_ERROR_RED {
        "wrong"
    } else if error > CHARGE_ERROR_AMBER {
        "doubtful"
    } else {
        "good"
    }
}

/// Said once at each change of phase, not with every frame.
fn words(phase: &Phase, seen: Option<&Observation>) -> String {
    let measures = seen.map_or_else(String::new, |seen| {
        format!(
            " Mean height {:.1}, highest point {:.1}, roughness {:.2} micrometres.",
            seen.mean_height_m * 1e6,
            seen.tip_height_m * 1e6,
            seen.roughness_m * 1e6
        )
    });
    match phase {
        Phase::Idle => String::new(),
        Phase::Starting => "The run is starting.".to_owned(),
        Phase::Running => "Running.".to_owned(),
        Phase::Paused => format!("Paused.{measures}"),
        Phase::Finished => format!("Finished.{measures}"),
        // Said by the alert beside the controls.
        Phase::Failed { .. } | Phase::Dead { .. } | Phase::Refused { .. } => String::new(),
    }
}

/// Of the current at this moment, not of the charge so far.
fn hydrogen_share(seen: &Observation) -> f64 {
    seen.hydrogen_current_density_a_m2 / seen.current_density_a_m2
}

fn percent(share: f64, decimals: usize) -> String {
    format!("{:.decimals$} %", share * 100.0)
}

/// `1 h 04 min` or `12.5 s`.
fn duration(time_s: f64) -> String {
    if time_s < 60.0 {
        format!("{time_s:.1} s")
    } else if time_s < 3600.0 {
        format!("{:.1} min", time_s / 60.0)
    } else {
        format!("{:.2} h", time_s / 3600.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_take_the_unit_that_fits() {
        let cases = [
            (0.0, "0.0 s"),
            (59.94, "59.9 s"),
            (90.0, "1.5 min"),
            (3600.0, "1.00 h"),
        ];
        for (time_s, expected) in cases {
            assert_eq!(duration(time_s), expected);
        }
    }

    #[test]
    fn hydrogens_share_is_of_the_current_now() {
        let seen = Observation {
            current_density_a_m2: 100.0,
            hydrogen_current_density_a_m2: 0.2,
            coulombic_efficiency: Some(0.5),
            ..Observation::default()
        };
        assert_eq!(percent(hydrogen_share(&seen), 3), "0.200 %");
    }

    #[test]
    fn a_charge_error_is_marked_by_its_size_whatever_its_sign() {
        let seen = |charge_error| Observation {
            charge_error,
            ..Observation::default()
        };
        assert_eq!(charge_class(&seen(1e-14)), "good");
        assert_eq!(charge_class(&seen(-1e-8)), "doubtful");
        assert_eq!(charge_class(&seen(-1e-3)), "wrong");
    }
}
