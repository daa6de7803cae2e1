//! The worker's entry.
//! Here because Trunk builds a worker from a binary.
//! Must not know: anything but how to register.

use gloo_worker::Registrable;
use simulation_worker::{Postcard, SimulationWorker, report_panics};

fn main() {
    report_panics();
    SimulationWorker::registrar()
        .encoding::<Postcard>()
        .register();
}
