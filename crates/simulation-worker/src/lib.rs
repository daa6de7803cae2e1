//! What the page and the simulation worker say to each other, and both ends of the talk.
//! Here because both sides must share one set of messages and one version.
//! Must not know: how anything is drawn, how zinc grows.
//!
//! `client` is the page's end and `server` the worker's; both are plain state machines that take a message and
//! return messages. `worker` and the site's `SimClient` connect them through gloo.

mod cell_alongside;
mod check;
mod client;
mod frame;
mod growth;
mod model;
mod picture;
mod protocol;
mod server;
mod worker;

pub use check::Checked;
pub use client::{CheckOrder, Checks, Client, Phase, SimState};
pub use frame::{Frame, Observation, Picture, Probe, Summary};
pub use growth::Growth;
pub use model::Model;
pub use protocol::{Event, PROTOCOL_VERSION, Request, RunId};
pub use server::Server;
pub use worker::SimulationWorker;
pub use worker_envelope::{Packet, Postcard, UnreadablePacket, report_panics};
