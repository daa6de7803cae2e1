//! The simulation worker as a signal to read and a few verbs.
//! Here because widgets must not know that there is a worker, let alone gloo.
//! Must not know: canvas, plots, presets; the rules of the talk (they are `simulation_worker::Client`).
//!
//! Nothing is loaded before the first start. In the native build that writes the pages there is no worker and nobody
//! to start one: the state stays `Idle`.

use electrodeposition::case::Case;
use gloo_timers::callback::Interval;
use gloo_worker::{Spawnable, WorkerBridge};
use leptos::{prelude::*, task::spawn_local};
use simulation_worker::{
    CheckOrder, Client, Packet, Phase, Postcard, Request, SimState, SimulationWorker,
};

use crate::platform::worker;

/// The worker's loader as Trunk names it, below the site's base.
pub const LOADER: &str = "/simulation-worker_loader.js";

const TICK_MS: u32 = 1000;

/// One simulation: a handle to copy into closures. It ends with the owner that made it.
#[derive(Debug, Clone, Copy)]
pub struct SimClient {
    state: RwSignal<SimState>,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Debug)]
struct Inner {
    loader: String,
    client: Client,
    bridge: Option<WorkerBridge<SimulationWorker>>,
    watchdog: Option<Interval>,
}

impl SimClient {
    /// `loader` is the full path of [`LOADER`] on this host.
    pub fn new(loader: String) -> Self {
        let inner = Inner {
            loader,
            client: Client::default(),
            bridge: None,
            watchdog: None,
        };
        Self {
            state: RwSignal::new(SimState::default()),
            inner: StoredValue::new_local(inner),
        }
    }

    /// What to show.
    pub fn state(self) -> ReadSignal<SimState> {
        self.state.read_only()
    }

    /// Starts a run in place of any other; loads the worker if there is none, or none alive.
    pub fn start(self, case: Case) {
        self.act(|client| client.start(case));
        self.spawn_if_needed();
    }

    /// Computes validation cases one after the other, in place of any run.
    pub fn check(self, orders: Vec<CheckOrder>) {
        self.act(|client| client.check(orders));
        self.spawn_if_needed();
    }

    /// Asks for no further case; the one under way ends by itself, unseen.
    pub fn cancel_checks(self) {
        self.act(Client::cancel_checks);
    }

    fn spawn_if_needed(self) {
        if self
            .inner
            .try_with_value(|inner| inner.client.needs_worker())
            == Some(true)
        {
            self.spawn();
        }
    }

    pub fn pause(self) {
        self.act(Client::pause);
    }

    pub fn resume(self) {
        self.act(Client::resume);
    }

    /// One time step, then hold.
    pub fn step(self) {
        self.act(Client::step);
    }

    /// Forgets the run and what it showed.
    pub fn reset(self) {
        self.act(Client::reset);
    }

    /// To be called when the latest frame is on the screen; the worker sends no other before. Changes no signal.
    pub fn drawn(self) {
        if let Some(requests) = self.inner.try_update_value(|inner| inner.client.drawn()) {
            self.send(requests);
        }
    }

    fn act(self, act: impl FnOnce(&mut Client) -> Vec<Request>) {
        if let Some(requests) = self.inner.try_update_value(|inner| act(&mut inner.client)) {
            self.send(requests);
            self.publish();
        }
    }

    fn send(self, requests: Vec<Request>) {
        for request in requests {
            let sent = self.inner.try_update_value(|inner| {
                match (Packet::seal(&request), &inner.bridge) {
                    (Ok(packet), Some(bridge)) => bridge.send(packet),
                    (Err(error), _) => inner.client.received_unreadable(error.to_string()),
                    (Ok(_), None) => {}
                }
            });
            // The owner is gone, and with it the worker.
            if sent.is_none() {
                return;
            }
        }
    }

    fn receive(self, packet: &Packet) {
        self.act(|client| match packet.open() {
            Ok(event) => client.received(event),
            Err(error) => {
                client.received_unreadable(error.to_string());
                Vec::new()
            }
        });
    }

    fn tick(self) {
        if self.inner.try_update_value(|inner| inner.client.tick()) == Some(true) {
            self.publish();
        }
    }

    /// Shows the client's state, and lets go of a worker that died.
    fn publish(self) {
        let Some((state, dead)) = self.inner.try_update_value(|inner| {
            let state = inner.client.state().clone();
            let dead = matches!(state.phase, Phase::Dead { .. });
            (state, inner.bridge.take_if(|_| dead))
        }) else {
            return;
        };
        drop(dead);
        self.state.try_set(state);
    }

    fn spawn(self) {
        if let Some(reason) = worker::refusal() {
            self.act(|client| {
                client.cannot_spawn(reason.to_owned());
                Vec::new()
            });
            return;
        }
        self.inner.try_update_value(|inner| {
            let mut spawner = SimulationWorker::spawner().encoding::<Postcard>();
            spawner
                .callback(move |packet| self.receive(&packet))
                .with_loader(true);
            inner.bridge = Some(spawner.spawn(&inner.loader));
            inner
                .watchdog
                .get_or_insert_with(|| Interval::new(TICK_MS, move || self.tick()));
        });
        self.act(Client::spawned);
        self.check_files();
    }

    /// Gives up at once a worker whose files the host has not; the worker itself would stay silent for a minute.
    fn check_files(self) {
        let Some(loader) = self.inner.try_with_value(|inner| inner.loader.clone()) else {
            return;
        };
        spawn_local(async move {
            if let Some(reason) = worker::missing(&loader).await {
                self.act(|client| {
                    // It may have come after all, from the browser's own store.
                    if client.state().phase == Phase::Starting {
                        client.cannot_spawn(format!("the simulation did not load: {reason}"));
                    }
                    Vec::new()
                });
            }
        });
    }
}
