//! What the simulator's parts share: the settings in the address and the run in the worker.
//! Here because the address is read in one place and written in one place.
//! Must not know: how anything looks.

use leptos::prelude::*;
use simulation_worker::{Phase, SimState};

use super::settings::{Refusal, Settings};
use crate::{
    components::links::href,
    platform::address::{Address, joined, kept, use_address},
    services::simulation::{LOADER, SimClient},
};

/// Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct SimulatorState {
    pub settings: Memo<Settings>,
    pub refusals: Memo<Vec<Refusal>>,
    pub run: ReadSignal<SimState>,
    pub phase: Memo<Phase>,
    /// The settings that the shown run was started with.
    pub started_with: RwSignal<Option<Settings>>,
    /// Why the settings make no case at all.
    pub misfit: RwSignal<Option<String>>,
    pub client: SimClient,
    address: Address,
}

impl SimulatorState {
    /// Reads the address from now on. Before the takeover the settings are the default ones, as prerendered.
    pub fn provide() -> Self {
        let address = use_address();
        let search = address.query();
        let parsed = Memo::new(move |_| search.with(|search| Settings::parse(search)));
        let client = SimClient::new(href(LOADER));
        let run = client.state();
        Self {
            settings: Memo::new(move |_| parsed.with(|(settings, _)| *settings)),
            refusals: Memo::new(move |_| parsed.with(|(_, refusals)| refusals.clone())),
            run,
            phase: Memo::new(move |_| run.with(|run| run.phase.clone())),
            started_with: RwSignal::new(None),
            misfit: RwSignal::new(None),
            client,
            address,
        }
    }

    /// Puts other settings into the address.
    pub fn set(self, next: Settings) {
        let frames_own = kept(&self.address.query().get_untracked(), &["theme"]);
        self.address
            .show(&joined(&next.encode(), &frames_own), true);
    }

    /// Starts a run with the settings shown.
    pub fn start(self) {
        let settings = self.settings.get_untracked();
        match settings.to_case() {
            Ok(case) => {
                self.misfit.set(None);
                self.started_with.set(Some(settings));
                self.client.start(case);
            }
            Err(error) => self.misfit.set(Some(error.to_string())),
        }
    }

    pub fn reset(self) {
        self.started_with.set(None);
        self.client.reset();
    }

    /// The settings have changed since the shown run began.
    pub fn is_outdated(self) -> bool {
        self.started_with
            .get()
            .is_some_and(|started| started.encode() != self.settings.get().encode())
    }
}
