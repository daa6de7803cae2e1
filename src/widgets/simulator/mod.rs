//! The simulator: choose a surface, run it, watch the front and the voltage.
//! Here because the page and the embed show the same widget.
//! Must not know: the physics, how the worker is reached.

mod controls;
mod preset_choice;
pub mod quantity;
mod readout;
pub mod settings;
mod stage;
mod state;
mod transport;
mod voltage;

use leptos::prelude::*;

use self::state::SimulatorState;

/// The whole widget; its settings are the address.
#[component]
pub fn SimulatorWidget() -> impl IntoView {
    let state = SimulatorState::provide();
    view! {
        <section class="simulator" aria-label="Zinc deposition simulator">
            <div class="stage-column">
                <transport::Transport state=state />
                <transport::Faults state=state />
                <stage::Stage state=state />
                <readout::Readout state=state />
            </div>
            <controls::Controls state=state />
            <voltage::VoltageCurve state=state />
        </section>
    }
    .into_any()
}
