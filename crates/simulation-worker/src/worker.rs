//! The worker's plumbing: gloo messages, the clock, and a yield between slices.
//! Here because a busy worker hears nothing unless it returns to its event loop.
//! Must not know: the rules of a run (`server.rs`).
//!
//! The yield is a message to itself through a `MessageChannel`. A timer would be held back to four milliseconds, and
//! a promise would not let requests in at all.

use gloo_worker::{HandlerId, Worker, WorkerDestroyHandle, WorkerScope};
use js_sys::global;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

use crate::growth::Growth;
use crate::{Event, Packet, Request, Server};
use worker_envelope::at_panic;

/// Time for another slice.
#[derive(Debug, Clone, Copy)]
pub struct Tick;

/// A deposit that grows in a Web Worker, for one page.
#[derive(Debug)]
pub struct SimulationWorker {
    server: Server<Growth>,
    page: Option<HandlerId>,
    ticker: Option<Ticker>,
    /// A tick is on its way.
    ticking: bool,
}

impl Worker for SimulationWorker {
    type Message = Tick;
    type Input = Packet;
    type Output = Packet;

    fn create(scope: &WorkerScope<Self>) -> Self {
        Self {
            server: Server::default(),
            page: None,
            ticker: Ticker::new(scope.clone()).ok(),
            ticking: false,
        }
    }

    fn connected(&mut self, scope: &WorkerScope<Self>, id: HandlerId) {
        self.page = Some(id);
        let scope = scope.clone();
        at_panic(move |reason| respond(&scope, id, &Event::Crashed { reason }));
    }

    fn received(&mut self, scope: &WorkerScope<Self>, packet: Packet, id: HandlerId) {
        let events = match packet.open::<Request>() {
            Ok(request) => self.server.receive(request, &now_ms),
            Err(error) => vec![Event::Unreadable {
                reason: error.to_string(),
            }],
        };
        self.page = Some(id);
        self.send(scope, &events);
        self.schedule();
    }

    fn update(&mut self, scope: &WorkerScope<Self>, Tick: Tick) {
        self.ticking = false;
        let events = self.server.slice(&now_ms);
        self.send(scope, &events);
        self.schedule();
    }

    fn destroy(
        &mut self,
        _scope: &WorkerScope<Self>,
        _closes_the_worker_when_dropped: WorkerDestroyHandle<Self>,
    ) {
        self.server = Server::default();
    }
}

impl SimulationWorker {
    fn send(&self, scope: &WorkerScope<Self>, events: &[Event]) {
        let Some(page) = self.page else { return };
        for event in events {
            respond(scope, page, event);
        }
    }

    fn schedule(&mut self) {
        if self.server.is_running() && !self.ticking {
            self.ticking = self.ticker.as_ref().is_some_and(Ticker::schedule);
        }
    }
}

fn respond(scope: &WorkerScope<SimulationWorker>, page: HandlerId, event: &Event) {
    match Packet::seal(event) {
        Ok(packet) => scope.respond(page, packet),
        // Postcard refuses none of our types; if it did, the page's watchdog would see the silence.
        Err(error) => wasm_bindgen::throw_str(&error.to_string()),
    }
}

/// Milliseconds of the worker's own clock, or of the calendar where there is none.
fn now_ms() -> f64 {
    let performance = global()
        .dyn_into::<DedicatedWorkerGlobalScope>()
        .ok()
        .and_then(|scope| scope.performance());
    performance.map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// Sends `Tick`s through the event loop.
#[derive(Debug)]
struct Ticker {
    channel: MessageChannel,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl Ticker {
    fn new(scope: WorkerScope<SimulationWorker>) -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |_| scope.send_message(Tick));
        channel
            .port1()
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Self {
            channel,
            _on_message: on_message,
        })
    }

    /// True if a tick will come.
    fn schedule(&self) -> bool {
        self.channel.port2().post_message(&JsValue::NULL).is_ok()
    }
}
