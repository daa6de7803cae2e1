//! Files of the table: what the page orders, what the worker answers, and both ends of the talk.
//! Here because writers and readers of files weigh more than the page may, so they live in a module that comes on demand.
//! Must not know: how anything is shown, which table it is.
//!
//! `client` is the page's end, a plain state machine; `server` the worker's, a plain function.

#[cfg(feature = "server")]
mod bibliography;
mod client;
mod protocol;
#[cfg(feature = "server")]
mod server;
mod worker;

pub use client::{Client, PATIENCE_TICKS, Phase, Turn};
pub use protocol::{Answer, FileFormat, JobId, Order, Outcome, PROTOCOL_VERSION, Request};
#[cfg(feature = "server")]
pub use server::Server;
pub use worker::{Elsewhere, FilesWorker, Serve};
pub use worker_envelope::{Packet, Postcard};
