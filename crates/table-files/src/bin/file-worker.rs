//! The worker's entry.
//! Here because Trunk builds a worker from a binary.
//! Must not know: anything but how to register.

use gloo_worker::Registrable;
use table_files::{FilesWorker, Server};
use worker_envelope::{Postcard, report_panics};

fn main() {
    report_panics();
    FilesWorker::<Server>::registrar()
        .encoding::<Postcard>()
        .register();
}
