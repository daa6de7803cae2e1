//! Run, pause, step, reset; and what went wrong, with a way on.
//! Here because every state of a run has its buttons and its words.
//! Must not know: the physics.

use leptos::prelude::*;
use simulation_worker::Phase;

use super::state::SimulatorState;
use crate::components::takeover::use_taken_over;

#[component]
pub fn Transport(state: SimulatorState) -> impl IntoView {
    let taken_over = use_taken_over();
    let phase = state.phase;
    let main_word = move || match phase.get() {
        Phase::Running => "Pause",
        Phase::Paused => "Resume",
        Phase::Starting => "Starting",
        Phase::Idle => "Run",
        _ => "Run again",
    };
    let press = move |_| match phase.get_untracked() {
        Phase::Running => state.client.pause(),
        Phase::Paused => state.client.resume(),
        Phase::Starting => {}
        _ => state.start(),
    };
    let idle = move || phase.with(|phase| matches!(phase, Phase::Idle));
    let may_step = move || phase.with(|phase| matches!(phase, Phase::Running | Phase::Paused));
    view! {
        <div class="transport" role="group" aria-label="Run">
            <button
                type="button"
                class="primary"
                disabled=move || !taken_over.get() || phase.get() == Phase::Starting
                on:click=press
            >
                {main_word}
            </button>
            <button type="button" disabled=move || !may_step() on:click=move |_| state.client.step()>
                "Step"
            </button>
            <button type="button" disabled=idle on:click=move |_| state.reset()>
                "Reset"
            </button>
            <Progress state=state />
        </div>
        <p class="outdated" role="status">
            {move || {
                state
                    .is_outdated()
                    .then(|| {
                        view! {
                            "The settings have changed since this run began. "
                            <button type="button" class="quiet" on:click=move |_| state.start()>
                                "Start anew with them"
                            </button>
                        }
                    })
            }}
        </p>
    }
    .into_any()
}

#[component]
fn Progress(state: SimulatorState) -> impl IntoView {
    let percent = Memo::new(move |_| {
        state.run.with(|run| {
            run.latest.as_ref().map_or(0, |frame| {
                let seen = frame.observation;
                (100.0 * seen.charge_c_m2 / seen.target_charge_c_m2.max(f64::MIN_POSITIVE)) as u32
            })
        })
    });
    let speed = move || {
        state.run.with(|run| {
            run.latest
                .as_ref()
                .and_then(|frame| frame.steps_per_second)
                .map_or_else(String::new, |speed| format!("{speed:.0} steps/s"))
        })
    };
    view! {
        <label class="progress">
            <span class="visually-hidden">"Charge passed"</span>
            <progress max="100" value=move || percent.get().to_string()></progress>
            <span class="percent">{move || format!("{} %", percent.get())}</span>
        </label>
        <span class="speed">{speed}</span>
    }
    .into_any()
}

/// Refusals, failures and a dead worker: what happened, what still stands, one action.
#[component]
pub fn Faults(state: SimulatorState) -> impl IntoView {
    let refused = move || {
        state.refusals.with(|refusals| {
            (!refusals.is_empty()).then(|| {
                let lines = refusals
                    .iter()
                    .map(|refusal| view! { <li>{refusal.to_string()}</li> })
                    .collect_view();
                view! {
                    <div class="notice">
                        <p>"Some of this address could not be used and has been left out:"</p>
                        <ul>{lines}</ul>
                    </div>
                }
            })
        })
    };
    let fault = move || match state.phase.get() {
        Phase::Failed { reason, time_s } => Some(said(
            format!("The run stopped at t = {time_s:.1} s: {reason}"),
            "The last good picture and the curve up to there are kept.",
            state,
        )),
        Phase::Dead { reason } => Some(said(
            format!("The run cannot go on: {reason}"),
            "The page is unharmed. Run again starts a new one.",
            state,
        )),
        Phase::Refused { errors } => Some(said(
            format!("This case cannot be run: {}", errors.join("; ")),
            "Change the setting and run again.",
            state,
        )),
        _ => None,
    };
    view! {
        <div role="status">{refused}</div>
        <div role="alert">{fault} {move || state.misfit.get().map(|reason| view! { <p class="failure">{reason}</p> })}</div>
    }
    .into_any()
}

fn said(what: String, still: &'static str, state: SimulatorState) -> AnyView {
    view! {
        <div class="failure">
            <p>{what}</p>
            <p>{still}</p>
            <button type="button" on:click=move |_| state.start()>
                "Restart"
            </button>
        </div>
    }
    .into_any()
}
