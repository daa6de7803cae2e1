//! What the simulator's parts share: the settings in the address and the run in the worker.
//! Here because the address is read in one place and written in one place.
//! Must not know: how anything looks.

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use simulation_worker::{Phase, SimState};

use super::settings::{Refusal, Settings};
use crate::{
    components::{links::href, takeover::use_taken_over},
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
    navigate: Callback<Settings>,
}

impl SimulatorState {
    /// Reads the address from now on. Before the takeover the settings are the default ones, as prerendered.
    pub fn provide() -> Self {
        let taken_over = use_taken_over();
        let location = use_location();
        let search = location.search;
        let parsed = Memo::new(move |_| {
            let query = if taken_over.get() { search.get() } else { String::new() };
            Settings::parse(&query)
        });
        let go = use_navigate();
        let navigate = Callback::new(move |next: Settings| {
            let theme = search
                .get_untracked()
                .trim_start_matches('?')
                .split('&')
                .find(|pair| pair.starts_with("theme="))
                .map(str::to_owned);
            let encoded = next.encode();
            let query = [Some(encoded), theme]
                .into_iter()
                .flatten()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("&");
            let path = location.pathname.get_untracked();
            let address = if query.is_empty() { path } else { format!("{path}?{query}") };
            go(
                &address,
                NavigateOptions {
                    resolve: false,
                    replace: true,
                    scroll: false,
                    ..NavigateOptions::default()
                },
            );
        });
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
            navigate,
        }
    }

    /// Puts other settings into the address.
    pub fn set(self, next: Settings) {
        self.navigate.run(next);
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
