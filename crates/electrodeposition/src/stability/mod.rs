//! Linear stability of a flat plating front: which waves grow, and how fast.
//! Here because the cell's roughness and the deposit's checks rest on the same theory.
//! Must not know: time, separators, what a front looks like later.

mod film;
mod flat;

pub use film::*;
pub use flat::*;
