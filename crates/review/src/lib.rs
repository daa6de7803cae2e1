//! The review as typed, checked data.
//! Here because prose, table, references and notes must agree before a reader sees any of them.
//! Must not know: the web, the explorer, the physics.

mod model;

pub use model::*;
