//! The 2-D deposit: where zinc grows on a foil, through the holes of a film and beside it.
//! Here because the shape of a deposit is what an interphase is judged by.
//! Must not know: the 1-D cell, a clock, a screen, or any unit but SI.
//!
//! The imposed current enters uniformly at the top, sides are periodic. A film is a resistance that follows the metal, or
//! a layer of its own that metal may grow through (`film`); grains may grow faster on some planes (`texture`); salt may
//! diffuse to the front (`salt`) or be all that the surface waits for (`starved`); hydrogen may take its share
//! (`reactions`); plating and stripping take turns (`half_cycles`); nuclei, cracks and healing come by chance
//! (`upsets`). All of these are off by default. In two dimensions a pinhole is a trench and a nucleus a rod.
//!
//! One step: `motion` moves the front → `front` traces it → `connectivity` finds what the current reaches → `labels`
//! say what the front is made of → `assembly`, `sites` and `newton` find the potential → its currents are the next
//! speeds.

mod assembly;
mod connectivity;
mod curvature;
mod error;
mod field;
mod film;
mod front;
mod grid;
mod half_cycles;
mod initial;
mod labels;
mod metal_area;
mod motion;
mod newton;
mod observe;
mod random;
mod reactions;
mod report;
mod run;
mod salt;
mod setup;
mod shape_numbers;
mod sites;
mod starved;
mod texture;
mod turns;
mod upsets;
mod view;
mod warnings;

pub use error::DepositError;
pub use labels::FrontLabel;
pub(crate) use motion::area_drift_at_rest;
pub use observe::DepositObservation;
pub use report::{Outcome, StepReport};
pub use run::Deposit;
pub use view::FrontSegment;
pub use warnings::DepositWarning;
